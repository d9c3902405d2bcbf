/*
 * The desk's hands. Everything here is a shortcut to an address or a form of the page: without this file each of them still works.
 * It holds no words (they stand in #words) and decides nothing: whether a visit can be somewhere is asked of the server.
 */
(() => {
    "use strict";
    const desk = document.getElementById("desk");
    const say = Object.fromEntries([...document.querySelectorAll("#words dt")].map(dt => [dt.textContent, dt.nextElementSibling.textContent]));
    const said = document.getElementById("said");
    const pane = () => document.getElementById("pane");
    const board = () => document.getElementById("board");
    const grid = () => document.getElementById("grid");
    let cut = null;          // what will be put down: {key: "visit", id, phase} or {key: "copy", id} or {key: "order", id}
    let asked = 0;           // number of the last question to the server; an older answer is dropped
    let settled = Promise.resolve();    // until the board shows what was written last
    let place = null;        // the cell that has the focus, as row and column

    const tell = words => { said.textContent = ""; requestAnimationFrame(() => { said.textContent = words; }); };
    const query = () => new URLSearchParams(location.search);
    const keep = () => { const q = new URLSearchParams(); ["date", "view"].forEach(k => { if (query().get(k)) { q.set(k, query().get(k)); } }); return q; };

    /* ---- the page in parts ------------------------------------------------------------------------------------ */

    const parse = text => new DOMParser().parseFromString(text, "text/html");

    async function fetchPart(address, part, options) {
        const url = new URL(address, location.href);
        url.searchParams.set("part", part);
        const answer = await fetch(url, { headers: { Accept: "text/html" }, ...options });
        if (new URL(answer.url).pathname.endsWith("/sign-in.xhtml")) { document.dispatchEvent(new Event("signedout")); return null; }
        if (!answer.ok) { throw new Error(String(answer.status)); }
        return { page: parse(await answer.text()), url: new URL(answer.url) };
    }

    function showPane(page) {
        const fresh = page.getElementById("pane");
        if (!fresh) { return; }
        const problems = page.getElementById("problems");
        if (problems && problems.children.length) { fresh.prepend(problems); }
        pane().replaceWith(document.adoptNode(fresh));
        hide(false);
        dress(pane());
        countDown();
        const first = pane().querySelector(".error-summary, [data-first]");
        if (first) { first.focus({ preventScroll: true }); }
        mark();
    }

    async function openPane(address, push = true) {
        const mine = ++asked;
        pane().setAttribute("aria-busy", "true");
        tell(say.looking);
        try {
            const got = await fetchPart(address, "pane");
            if (got && mine === asked) {
                const url = new URL(address, location.href);
                url.searchParams.delete("part");
                if (push) { history.pushState(null, "", url); }
                showPane(got.page);
                said.textContent = "";
            }
        } catch (lost) {
            pane().removeAttribute("aria-busy");
            tell(say.try_failed);
        }
    }

    /* Only cells that changed are touched, and never the one under the pointer or with the focus in it. */
    async function refresh() {
        if (!grid()) { return; }
        const got = await fetchPart(location.href, "board");
        if (!got) { return; }
        const fresh = got.page.getElementById("grid");
        const old = grid();
        if (!fresh || old.rows.length !== fresh.rows.length || old.rows[0].cells.length !== fresh.rows[0].cells.length) {
            board().replaceWith(document.adoptNode(got.page.getElementById("board")));
            begin();
            return;
        }
        for (let r = 0; r < old.rows.length; r++) {
            for (let c = 0; c < old.rows[r].cells.length; c++) {
                const was = old.rows[r].cells[c];
                const is = fresh.rows[r].cells[c];
                if (plain(was) !== plain(is)) { swap(was, is); }
            }
        }
        mark();
    }

    const plain = cell => cell.className.replace(/ ?(drop-yes|drop-no)/g, "") + (cell.dataset.k || "") + [...cell.children].map(bar =>
        (bar.getAttribute("href") || "") + bar.className.replace(/ ?(is-chosen|is-kin|is-cut)/g, "") + bar.textContent).join();

    function swap(was, is) {
        const focused = was.contains(document.activeElement);
        const itself = document.activeElement === was;
        const again = () => {
            was.className = is.className;
            if (is.dataset.k) { was.dataset.k = is.dataset.k; } else { delete was.dataset.k; }
            was.replaceChildren(...[...is.childNodes].map(node => document.adoptNode(node)));
            bars(was);
            if (itself) { was.setAttribute("aria-label", describe(was)); }
            if (focused) { (itself ? was : was.querySelector("a") || was).focus({ preventScroll: true }); }
        };
        if (was.matches(":hover") && !focused && dragging) { was.addEventListener("mouseleave", again, { once: true }); } else { again(); }
    }

    /* ---- the grid under the keys ------------------------------------------------------------------------------ */

    function begin() {
        const table = grid();
        if (!table || !table.classList.contains("grid")) { return; }
        table.classList.add("is-live");
        table.querySelectorAll("tbody td").forEach(td => { td.tabIndex = -1; });
        bars(table);
        const open = table.querySelector("tbody td:not(.x)") || table.querySelector("tbody td");
        const chosen = query().get("at") && cellAt(query().get("at"), query().get("col"));
        rove(chosen || (place && cell(place[0], place[1])) || open);
        mark();
    }

    const bars = root => root.querySelectorAll(".b, .off").forEach(bar => { bar.tabIndex = -1; bar.draggable = bar.classList.contains("b"); });
    const cell = (row, column) => grid().tBodies[0].rows[row] && grid().tBodies[0].rows[row].cells[column];
    const rowOf = td => [...grid().tBodies[0].rows].indexOf(td.parentElement);
    const wallOf = td => td.parentElement.cells[0].textContent.trim();
    const columnOf = td => grid().tHead.rows[0].cells[td.cellIndex];
    const momentOf = td => grid().dataset.date + "T" + wallOf(td);

    function cellAt(at, column) {
        const heads = [...grid().tHead.rows[0].cells];
        const index = heads.findIndex(head => head.dataset.id === column);
        const row = [...grid().tBodies[0].rows].filter(tr => grid().dataset.date + "T" + tr.cells[0].textContent.trim() <= at).pop();
        return index > 0 && row ? row.cells[index] : null;
    }

    function rove(td) {
        if (!td) { return; }
        grid().querySelectorAll("td[tabindex='0']").forEach(other => { other.tabIndex = -1; });
        td.tabIndex = 0;
        place = [rowOf(td), td.cellIndex];
    }

    /* The bar that lies over a cell: it may begin in a row above. */
    function over(td) {
        if (td.querySelector(".b")) { return td.querySelector(".b"); }
        const step = Number(grid().dataset.minutes) / 5;
        for (let up = rowOf(td) - 1, units = step; up >= 0; up--, units += step) {
            for (const bar of cell(up, td.cellIndex).querySelectorAll(".b")) {
                if (number(bar, "s") + number(bar, "o") > units) { return bar; }
            }
        }
        return null;
    }

    const number = (bar, letter) => { const found = bar.className.match(new RegExp("(?:^| )" + letter + "(\\d+)")); return found ? Number(found[1]) : 0; };
    const stateOf = bar => (bar.className.match(/(?:^| )([A-Z])(?: |$)/) || [])[1];
    const visitOf = bar => new URL(bar.href).searchParams.get("visit");
    const phaseOf = bar => { const found = bar.textContent.match(/ (\d)\/\d/); return found ? found[1] : ""; };

    function describe(td) {
        const bar = over(td);
        const words = [columnOf(td).textContent.trim(), wallOf(td)];
        if (bar) {
            words.push(say[stateOf(bar)] || say.taken, [...bar.querySelectorAll("b, s, u")].map(part => part.textContent).join(" "));
        } else {
            words.push(td.classList.contains("x") ? say.closed : td.classList.contains("y") ? say.partly : td.classList.contains("k") ? say.kept + " " + td.dataset.k
                : td.classList.contains("n") ? say.not_for + " " + td.dataset.k : say.free);
        }
        td.querySelectorAll(".off").forEach(off => words.push(off.title));
        return words.join(", ");
    }

    function focusCell(td) {
        if (!td || td.tagName !== "TD") { return; }
        rove(td);
        td.setAttribute("aria-label", describe(td));
        td.focus();
        td.scrollIntoView({ block: "nearest", inline: "nearest" });
        if (cut) { ask(td); }
    }

    function openCell(td) {
        const bar = over(td);
        if (bar && !cut) { openPane("?visit=" + visitOf(bar) + withDay()); return; }
        openPane(cellAddress(td));
        if (cut && cut.key !== "visit") { lift(null); }
    }

    const withDay = () => { const q = keep(); return q.toString() ? "&" + q : ""; };

    function cellAddress(td) {
        const q = keep();
        q.set("date", grid().dataset.date);
        q.set("at", momentOf(td));
        q.set("col", columnOf(td).dataset.id);
        if (cut) { q.set(cut.key, cut.id); if (cut.phase) { q.set("phase", cut.phase); } }
        else if (query().get("patient")) { q.set("patient", query().get("patient")); }
        return "?" + q;
    }

    function lift(what, words) {
        document.querySelectorAll(".is-cut").forEach(one => one.classList.remove("is-cut"));
        cut = what;
        if (what) {
            grid().querySelectorAll(".b").forEach(bar => bar.classList.toggle("is-cut", visitOf(bar) === what.id && what.key === "visit"));
            tell(words);
        } else { tip(null); }
    }

    /* ---- what stands against it, before the drop --------------------------------------------------------------- */

    const answers = new Map();
    let tipBox = null;
    let waiting = 0;

    function tip(words, good, x, y) {
        grid() && grid().querySelectorAll(".drop-yes, .drop-no").forEach(td => td.classList.remove("drop-yes", "drop-no"));
        if (!words) { if (tipBox) { tipBox.remove(); tipBox = null; } return; }
        if (!tipBox) { tipBox = document.body.appendChild(document.createElement("div")); }
        tipBox.className = "drag-tip " + (good === null ? "" : good ? "is-yes" : "is-no");
        tipBox.textContent = words;
        tipBox.style.left = Math.min(x + 16, innerWidth - 330) + "px";
        tipBox.style.top = Math.min(y + 16, innerHeight - 90) + "px";
    }

    function ask(td, x, y) {
        const box = td.getBoundingClientRect();
        const [left, top] = [x === undefined ? box.right : x, y === undefined ? box.bottom : y];
        const address = cellAddress(td);
        clearTimeout(waiting);
        const show = answer => {
            tip(wallOf(td) + " " + columnOf(td).textContent.trim() + ": " + (answer.free ? say.can : answer.obstacles.join(" ")), answer.free, left, top);
            td.classList.add(answer.free ? "drop-yes" : "drop-no");
            if (x === undefined) { tell(tipBox.textContent); }
        };
        if (answers.has(address)) { show(answers.get(address)); return; }
        tip(say.looking, null, left, top);
        const mine = ++asked;
        waiting = setTimeout(async () => {
            try {
                const got = await fetch(desk.dataset.try + address, { headers: { Accept: "application/json" } });
                const answer = await got.json();
                answers.set(address, answer);
                if (mine === asked && (cut || dragging)) { show(answer); }
            } catch (lost) { tip(null); }
        }, 60);
    }

    let dragging = false;
    document.addEventListener("dragstart", event => {
        const bar = event.target.closest && event.target.closest(".b, .take");
        if (!bar) { return; }
        dragging = true;
        const order = bar.closest("[data-order]");
        lift(order ? { key: "order", id: order.dataset.order } : { key: "visit", id: bar.dataset.visit || visitOf(bar), phase: bar.classList.contains("b") ? phaseOf(bar) : "" }, say.cut_done);
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", bar.textContent);
    });
    document.addEventListener("dragover", event => {
        const td = dragging && under(event);
        if (td) { event.preventDefault(); if (td !== lastOver) { lastOver = td; ask(td, event.clientX, event.clientY); } }
    });
    document.addEventListener("drop", event => {
        const td = dragging && under(event);
        if (td) { event.preventDefault(); openPane(cellAddress(td)); }
    });
    /* ---- the lower edge of a bar: longer and shorter ------------------------------------------------------------- */

    const EDGE = 8;
    let stretch = null;      // the bar whose edge is held: {bar, from, minutes, rows, tip}

    function onEdge(event) {
        const bar = event.target.closest && event.target.closest("#grid.grid .b");
        const box = bar && bar.getBoundingClientRect();
        return bar && /^[BPACRD]$/.test(stateOf(bar) || "") && box.bottom - event.clientY <= Math.min(EDGE, box.height / 3) ? bar : null;
    }

    document.addEventListener("pointerdown", event => {
        const bar = event.button ? null : onEdge(event);
        if (!bar) { return; }
        event.preventDefault();
        bar.draggable = false;
        dragging = true;
        const row = grid().tBodies[0].rows[1].getBoundingClientRect().height;
        stretch = { bar, y: event.clientY, was: number(bar, "s") * 5, minutes: number(bar, "s") * 5, perMinute: row / Number(grid().dataset.minutes), height: bar.getBoundingClientRect().height };
        bar.classList.add("is-stretched");
    });
    document.addEventListener("pointermove", event => {
        if (!stretch) { return; }
        const units = Math.round((event.clientY - stretch.y) / stretch.perMinute / 5);
        const minutes = Math.max(5, Math.min(240, stretch.was + units * 5));
        stretch.bar.classList.remove(...[...stretch.bar.classList].filter(name => /^s\d+$/.test(name)));
        stretch.bar.classList.add("s" + minutes / 5);
        if (minutes !== stretch.minutes) { stretch.minutes = minutes; askLength(stretch.bar, minutes, event.clientX, event.clientY); }
    });
    document.addEventListener("pointerup", () => {
        if (!stretch) { return; }
        const { bar, was, minutes } = stretch;
        letGo();
        if (minutes === was) { return; }
        openPane(lengthAddress(bar, minutes));
        const swallow = event => { event.preventDefault(); event.stopPropagation(); };
        document.addEventListener("click", swallow, { capture: true });
        setTimeout(() => document.removeEventListener("click", swallow, { capture: true }), 0);
    });

    function letGo() {
        const { bar, was } = stretch;
        bar.classList.remove("is-stretched", ...[...bar.classList].filter(name => /^s\d+$/.test(name)));
        bar.classList.add("s" + was / 5);
        bar.draggable = true;
        stretch = null;
        dragging = false;
        tip(null);
    }

    const lengthAddress = (bar, minutes) => "?visit=" + visitOf(bar) + "&phase=" + (phaseOf(bar) || 1) + "&len=" + minutes + withDay();

    function askLength(bar, minutes, x, y) {
        const mine = ++asked;
        tip(minutes + " min: " + say.looking, null, x, y);
        clearTimeout(waiting);
        waiting = setTimeout(async () => {
            try {
                const got = await fetch(desk.dataset.try + lengthAddress(bar, minutes), { headers: { Accept: "application/json" } });
                const answer = await got.json();
                if (mine === asked && stretch) { tip(minutes + " min: " + (answer.free ? say.can : answer.obstacles.join(" ")), answer.free, x, y); }
            } catch (lost) { tip(null); }
        }, 60);
    }

    document.addEventListener("dragend", () => { dragging = false; lastOver = null; lift(null); });
    let lastOver = null;
    const under = event => {
        const found = document.elementsFromPoint(event.clientX, event.clientY).find(one => one.tagName === "TD" && one.closest("#grid"));
        return found && found.cellIndex > 0 ? found : null;
    };

    /* ---- keys and clicks --------------------------------------------------------------------------------------- */

    document.addEventListener("focusin", event => {
        const td = event.target.closest && event.target.closest("#grid tbody td");
        if (td && event.target === td) { rove(td); td.setAttribute("aria-label", describe(td)); }
    });

    document.addEventListener("keydown", event => {
        if (event.altKey || event.metaKey) { return; }
        if (event.key === "Escape") { escape(); return; }
        if (event.target.matches("input:not([type=submit], [type=button]), select, textarea")) { return; }
        const td = event.target.closest("#grid.grid tbody td");
        if (td && move(td, event)) { event.preventDefault(); return; }
        if (event.ctrlKey) { return; }
        const taken = document.querySelector(".queue .take:focus");
        if (taken && event.key === "Enter" && taken.closest("[data-order]") && grid().classList.contains("grid")) {
            event.preventDefault();
            lift({ key: "order", id: taken.closest("[data-order]").dataset.order }, say.cut_done);
            taken.classList.add("is-cut");
            focusCell(cell(place[0], place[1]));
            return;
        }
        if (shortcut(event.key)) { event.preventDefault(); }
    });

    function move(td, event) {
        const [row, column] = [rowOf(td), td.cellIndex];
        const rows = grid().tBodies[0].rows.length;
        const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], PageDown: [8, 0], PageUp: [-8, 0] }[event.key];
        if (step) { focusCell(cell(Math.max(0, Math.min(rows - 1, row + step[0])), Math.max(1, column + step[1]))); return true; }
        if (event.key === "Home") { focusCell(event.ctrlKey ? cell(0, 1) : cell(row, 1)); return true; }
        if (event.key === "End") { focusCell(event.ctrlKey ? cell(rows - 1, td.parentElement.cells.length - 1) : cell(row, td.parentElement.cells.length - 1)); return true; }
        if (event.key === "Enter") { openCell(td); return true; }
        const bar = over(td);
        if (event.ctrlKey && event.key.toLowerCase() === "x" || !event.ctrlKey && event.key === "x") {
            if (bar) { lift({ key: "visit", id: visitOf(bar), phase: phaseOf(bar) }, say.cut_done); } else { tell(say.no_cut); }
            return true;
        }
        if (event.ctrlKey && event.key.toLowerCase() === "c" || !event.ctrlKey && event.key === "c") {
            if (bar) { lift({ key: "copy", id: visitOf(bar) }, say.copy_done); } else { tell(say.no_cut); }
            return true;
        }
        if (cut && (event.key === "v" || event.ctrlKey && event.key.toLowerCase() === "v")) { openCell(td); return true; }
        if (bar && (event.key === "+" || event.key === "=" || event.key === "-") && !event.ctrlKey) {
            // A key right after a button: the board is read again first, and another bar stands there.
            const by = event.key === "-" ? -5 : 5;
            settled.then(() => {
                const now = over(cell(row, column));
                if (now) { openPane(lengthAddress(now, Math.max(5, number(now, "s") * 5 + by))); }
            });
            return true;
        }
        const off = event.key.toLowerCase() === "e" && !event.ctrlKey && td.querySelector(".off");
        if (off) { openPane("?visit=" + visitOf(off) + withDay()); return true; }
        if (bar && /^[1-9]$/.test(event.key)) { advance(visitOf(bar), event.key); return true; }
        return false;
    }

    function shortcut(key) {
        const press = { t: "#go-today", "[": "#go-before", "]": "#go-after", "{": "#go-week-before", "}": "#go-week-after", f: "#go-find", v: "#go-view", w: null, n: null, p: null, u: null }[key];
        if (press) { const target = document.querySelector(press); if (target) { target.click(); } return Boolean(target); }
        if (key === "+" || key === "=" || key === "-") {
            const change = pane().querySelector(key === "-" ? "[data-shorter]" : "[data-longer]");
            if (change) { change.click(); }
            return Boolean(change);
        }
        if (key === "w") { openPane("?pane=wait" + withDay()); return true; }
        if (key === "o") { openPane("?pane=orders" + withDay()); return true; }
        if (key === "n" || key === "/") { document.getElementById("find-patient").focus(); return true; }
        if (key === "g") { const td = place && cell(place[0], place[1]); if (td) { focusCell(td); } return true; }
        if (key === "p") { location.href = "print.xhtml?date=" + grid().dataset.date; return true; }
        if (key === "u") { const undo = pane().querySelector("[data-undo]"); if (undo) { undo.click(); } return Boolean(undo); }
        return false;
    }

    function escape() {
        if (stretch) { letGo(); return; }
        if (cut) { lift(null); return; }
        const open = query().get("visit") || query().get("at") || query().get("q");
        if (open) { openPane("?" + keep()).then(() => grid().classList.contains("grid") && place && focusCell(cell(place[0], place[1]))); }
        else if (grid().classList.contains("grid") && place) { focusCell(cell(place[0], place[1])); }
    }

    /* 1 and a click on the state take the first step that is possible; 2 and more the others, in the order of the pane. */
    async function advance(visit, which) {
        await openPane("?visit=" + visit + withDay());
        const steps = pane().querySelectorAll("[data-step], [data-place]");
        const step = steps[which - 1];
        if (step) { step.click(); }
    }

    document.addEventListener("click", event => {
        if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
        const bar = event.target.closest(".b");
        if (bar && event.target.tagName === "I") { event.preventDefault(); advance(visitOf(bar), 1); return; }
        if (bar) { event.preventDefault(); rove(bar.closest("td")); openPane("?visit=" + visitOf(bar) + withDay()); return; }
        const off = event.target.closest(".off");
        if (off) { event.preventDefault(); rove(off.closest("td")); openPane("?visit=" + visitOf(off) + withDay()); return; }
        const td = event.target.closest("#grid.grid tbody td");
        if (td) { rove(td); td.focus(); openCell(td); return; }
        const button = event.target.closest("[data-cut], [data-copy]");
        if (button) {
            lift(button.dataset.cut ? { key: "visit", id: button.dataset.cut } : { key: "copy", id: button.dataset.copy }, button.dataset.cut ? say.cut_done : say.copy_done);
            focusCell(cell(place[0], place[1]));
            return;
        }
        const link = event.target.closest("#pane a[href]");
        if (link && new URL(link.href).pathname === location.pathname) { event.preventDefault(); openPane(link.getAttribute("href")); }
    });

    document.addEventListener("submit", async event => {
        const form = event.target;
        const find = form.closest(".desk-find");
        if (!form.closest("#pane") && !find) { return; }
        event.preventDefault();
        if (form.method === "get") { openPane("?" + new URLSearchParams(new FormData(form))); return; }
        const body = new URLSearchParams(new FormData(form, event.submitter));
        pane().setAttribute("aria-busy", "true");
        try {
            const got = await fetchPart(form.getAttribute("action"), "pane", { method: "POST", body });
            if (!got) { return; }
            if (got.url.searchParams.has("again")) {
                // The page has to be opened again; again.js brings back what was typed.
                history.replaceState(null, "", location.pathname + location.search + "#again");
                location.reload();
                return;
            }
            got.url.searchParams.delete("part");
            history.replaceState(null, "", got.url);
            document.dispatchEvent(new Event("arrived"));
            lift(null);
            answers.clear();
            showPane(got.page);
            const whole = refresh();
            settled = whole.catch(() => { });
            await whole;
        } catch (lost) {
            pane().removeAttribute("aria-busy");
            tell(say.try_failed);
        }
    });

    addEventListener("popstate", () => openPane(location.href, false));

    /* ---- what belongs together --------------------------------------------------------------------------------- */

    function mark() {
        if (!grid()) { return; }
        const chosen = query().get("visit");
        grid().querySelectorAll(".b").forEach(bar => bar.classList.toggle("is-chosen", visitOf(bar) === chosen));
        join(chosen);
    }

    function join(visit) {
        const before = document.getElementById("joints");
        if (before) { before.remove(); }
        const all = visit ? [...grid().querySelectorAll(".b")].filter(bar => visitOf(bar) === visit) : [];
        grid().querySelectorAll(".is-kin").forEach(bar => bar.classList.remove("is-kin"));
        if (all.length < 2) { return; }
        all.forEach(bar => bar.classList.add("is-kin"));
        const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        const home = board().getBoundingClientRect();
        const spot = bar => { const box = bar.getBoundingClientRect(); return [box.left + box.width / 2 - home.left + board().scrollLeft, box.top + box.height / 2 - home.top + board().scrollTop]; };
        svg.id = "joints";
        svg.setAttribute("width", board().scrollWidth);
        svg.setAttribute("height", board().scrollHeight);
        svg.setAttribute("aria-hidden", "true");
        const line = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
        line.setAttribute("points", all.map(spot).sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(point => point.join()).join(" "));
        svg.append(line);
        board().append(svg);
    }
    document.addEventListener("mouseover", event => { const bar = event.target.closest && event.target.closest(".b"); if (bar && !dragging) { join(visitOf(bar)); } });
    document.addEventListener("mouseout", event => { if (event.target.closest && event.target.closest(".b") && !dragging) { join(query().get("visit")); } });

    function countDown() {
        document.querySelectorAll("[data-until]").forEach(badge => {
            const left = Math.max(0, Number(badge.dataset.until) - Date.now() / 1000);
            const first = badge.dataset.words || badge.textContent.trim();
            badge.dataset.words = first;
            badge.textContent = first + " \u00b7 " + Math.floor(left / 60) + ":" + String(Math.floor(left % 60)).padStart(2, "0");
        });
    }
    setInterval(countDown, 1000);

    /* ---- live ---------------------------------------------------------------------------------------------------- */

    let stale = 0;

    function changed(day) {
        answers.clear();
        if (grid() && (!day || !grid().dataset.date || day === grid().dataset.date)) { clearTimeout(stale); stale = setTimeout(calmly, 120); }
    }
    const calmly = () => { if (dragging) { stale = setTimeout(calmly, 300); } else { refresh().catch(() => { }); } };

    const dress = root => root.querySelectorAll("[data-cut][hidden], [data-copy][hidden]").forEach(button => { button.hidden = false; });

    function fit() { document.documentElement.style.setProperty("--desk-top", Math.ceil(board().getBoundingClientRect().top + scrollY + 12) + "px"); }

    /* The board alone, for many columns; what is opened in the pane brings it back. Remembered by this browser. */
    const toggle = document.getElementById("toggle-pane");
    function hide(away) {
        desk.classList.toggle("no-pane", away);
        toggle.setAttribute("aria-expanded", String(!away));
        mark();
    }
    toggle.hidden = false;
    toggle.addEventListener("click", () => {
        hide(!desk.classList.contains("no-pane"));
        try { localStorage.setItem("desk-pane", desk.classList.contains("no-pane") ? "away" : "here"); } catch (blocked) { return; }
    });

    dress(document);
    countDown();
    fit();
    addEventListener("resize", fit);
    begin();
    const now = document.querySelector("#grid .now");
    if (now) { board().scrollTop = Math.max(0, now.offsetTop - 160); }
    document.getElementById("go-date").addEventListener("change", event => { if (event.target.value) { event.target.form.submit(); } });
    try { if (localStorage.getItem("desk-pane") === "away" && !query().get("visit") && !query().get("at")) { hide(true); } } catch (blocked) { hide(false); }
    window.liveLine(desk.dataset.live, {lost: document.getElementById("link-lost"), refresh: () => { answers.clear(); return refresh(); }, changed});
})();
