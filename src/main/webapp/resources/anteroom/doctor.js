// The doctor's pages without a mouse, and what others do meanwhile. Everything here has a button or link on the page as well.
(() => {
    const page = document.querySelector("[data-keys]");
    if (!page) {
        return;
    }
    const help = document.getElementById("keys");
    const typing = element => element.matches("input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]");
    const shown = element => element && element.getClientRects().length > 0;

    // ---- what is current: a row of the list, or a suggestion of the case ----
    const cards = [...page.querySelectorAll("[data-card]")];
    const rows = [...page.querySelectorAll("[data-row]")];
    const items = cards.length ? cards : rows;
    const mark = "is-current";
    const current = () => items.find(item => item.classList.contains(mark));
    const choose = (item, scroll) => {
        items.forEach(other => other.classList.toggle(mark, other === item));
        if (item && scroll) {
            item.scrollIntoView({block: "nearest"});
        }
    };
    const step = by => {
        const at = items.indexOf(current());
        choose(items[Math.max(0, Math.min(items.length - 1, at < 0 ? 0 : at + by))], true);
    };
    choose(cards.find(card => card.dataset.card === "open"), false);
    page.addEventListener("focusin", event => {
        const item = event.target.closest("[data-card], [data-row]");
        if (item) {
            choose(item, false);
        }
    });

    const press = element => {
        if (element.tagName === "SUMMARY") {
            const details = element.parentElement;
            details.open = !details.open;
            const field = details.open && details.querySelector("input, select, textarea");
            (field || element).focus();
        } else if (element.matches("input[type=search]")) {
            element.focus();
        } else if (element.dataset.help) {
            help.showModal();
        } else {
            element.click();
        }
    };
    const find = key => [current(), page].filter(Boolean).flatMap(place => [...place.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)]).find(shown);

    // A number in an open list of reasons gives the reason, Enter sends it.
    const number = (event, open) => {
        const choice = open && open.querySelectorAll(".numbered input[type=radio]")[Number(event.key) - 1];
        if (choice) {
            choice.checked = true;
            choice.focus();
            event.preventDefault();
        }
        return Boolean(choice);
    };

    document.addEventListener("keydown", event => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) {
            return;
        }
        if (event.key === "Escape") {
            document.querySelectorAll("details[name][open]").forEach(open => { open.open = false; });
            document.activeElement.blur();
            return;
        }
        if (typing(event.target)) {
            return;
        }
        const open = document.querySelector("details[name=decide][open]");
        if (/^[1-9]$/.test(event.key) && number(event, open)) {
            return;
        }
        if (event.key === "Enter") {
            const send = open && open.contains(event.target) && open.querySelector("[data-submits]");
            const link = !open && !event.target.closest("a, button, input, summary") && current() && current().querySelector("a.main-link");
            if (send || link) {
                event.preventDefault();
                (send || link).click();
            }
            return;
        }
        if (cards.length && (event.key === "n" || event.key === "l")) {
            step(event.key === "n" ? 1 : -1);
            return;
        }
        if (rows.length && "jko".includes(event.key)) {
            event.preventDefault();
            if (event.key === "o") {
                current() && current().querySelector("a.main-link").click();
            } else {
                step(event.key === "j" ? 1 : -1);
            }
            return;
        }
        const target = event.key === "?" ? find("?") || {dataset: {help: "true"}, matches: () => false} : find(event.key);
        if (target) {
            event.preventDefault();
            press(target);
        }
    });
    document.querySelectorAll("[data-help]").forEach(button => button.addEventListener("click", () => help.showModal()));

    // One open drawer at a time, also where the browser does not know named details.
    document.querySelectorAll("details[name]").forEach(details => details.addEventListener("toggle", () => {
        if (details.open) {
            document.querySelectorAll("details[name][open]").forEach(other => { other.open = other === details; });
        }
    }));
    document.addEventListener("click", event => {
        if (!event.target.closest("details[name]")) {
            document.querySelectorAll("details[name][open]").forEach(open => { open.open = false; });
        }
    });
    // A drawer that holds a refusal stays open.
    document.querySelectorAll("details .field-error").forEach(error => { error.closest("details").open = true; });

    // ---- a choice that sends its form; the answers that would change things are fetched into the page ----
    const refresh = async form => {
        const response = await fetch(form.action, {method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin"});
        const fresh = new DOMParser().parseFromString(await response.text(), "text/html").getElementById(form.id);
        if (response.ok && fresh) {
            const focus = document.activeElement && document.activeElement.name;
            form.replaceWith(fresh);
            const again = focus && fresh.querySelector(`[name="${CSS.escape(focus)}"]`);
            again && again.focus();
        } else {
            form.submit();
        }
    };
    document.addEventListener("change", event => {
        if (event.target.matches("select[data-submits]")) {
            const form = event.target.form;
            form.id === "flips" ? refresh(form) : form.submit();
        }
    });

    // ---- saved questions fill the field; what is typed already stays before them ----
    document.querySelectorAll("[data-script]").forEach(element => { element.hidden = false; });
    document.querySelectorAll("[data-fills]").forEach(choice => choice.addEventListener("change", () => {
        const field = document.getElementById(choice.dataset.fills);
        if (choice.value) {
            field.value = (field.value.trim() ? field.value.trim() + "\n" : "") + choice.value;
            choice.value = "";
            field.focus();
        }
    }));

    // ---- ten seconds to undo ----
    document.querySelectorAll("[data-undo]").forEach(form => {
        let left = Number(form.dataset.undo);
        const tell = form.querySelector("[data-left]");
        const clock = setInterval(() => {
            tell.textContent = left + " s";
            if (left-- <= 0) {
                clearInterval(clock);
                form.remove();
                history.replaceState(null, "", location.href.replace(/[?&]undo=[^&]*/, ""));
            }
        }, 1000);
    });

    // ---- copy ----
    document.querySelectorAll("[data-copies]").forEach(button => {
        button.hidden = false;
        button.addEventListener("click", () => {
            const field = document.getElementById(button.dataset.copies);
            field.select();
            (navigator.clipboard ? navigator.clipboard.writeText(field.value) : Promise.resolve(document.execCommand("copy")))
                .then(() => { button.value = button.dataset.copied; });
        });
    });

    // ---- what others do. Asking stops when nobody has touched the page for ten minutes, so that the session can end. ----
    const IDLE = 600_000;
    let touched = Date.now();
    ["keydown", "pointerdown", "pointermove", "scroll"].forEach(kind => addEventListener(kind, () => { touched = Date.now(); }, {passive: true}));
    const ask = query => fetch("live?" + new URLSearchParams(query), {credentials: "same-origin", redirect: "error"}).then(told => told.ok ? told.json() : Promise.reject());
    const every = (seconds, what) => {
        const again = () => {
            if (!document.hidden && Date.now() - touched < IDLE) {
                what().catch(() => {});
            }
        };
        again();
        setInterval(again, seconds * 1000);
    };
    const newer = page.querySelector("[data-newer]");
    if (newer) {
        every(8, async () => {
            const told = await ask({folder: newer.dataset.newer, after: newer.dataset.after});
            if (told.newer > 0 && newer.dataset.told !== String(told.newer)) {
                newer.dataset.told = told.newer;
                const link = document.createElement("a");
                link.href = location.href;
                link.textContent = told.newer + " " + newer.dataset.words;
                newer.replaceChildren(link);
            }
        });
    }
    if (page.dataset.case) {
        const readers = page.querySelector("[data-readers]");
        const changed = page.querySelector(".changed");
        every(6, async () => {
            const told = await ask({case: page.dataset.case});
            const names = told.readers.join(", ");
            if (readers.dataset.told !== names) {
                readers.dataset.told = names;
                readers.replaceChildren(...told.readers.map(name => {
                    const chip = document.createElement("span");
                    chip.className = "chip is-present";
                    chip.textContent = readers.dataset.readers + " " + name;
                    return chip;
                }));
            }
            if (told.version > Number(page.dataset.version) && changed.hidden) {
                changed.hidden = false;
                const link = document.createElement("a");
                link.href = location.href.replace(/#.*/, "");
                link.textContent = page.dataset.words;
                changed.replaceChildren(link);
            }
        });
        addEventListener("pagehide", () => fetch("live?leave=1&case=" + page.dataset.case, {keepalive: true, credentials: "same-origin"}));
    }
})();
