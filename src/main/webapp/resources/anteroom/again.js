// What is typed on a staff page is not lost when its server ended, the sign-in was new, or nobody was there for too long; two minutes before that the
// page says so. What is kept is sealed for the account that typed it. The page works without.
(() => {
    const WARN = 120;        // seconds before the end
    const NOTED = 20;        // seconds by which the server may think one was here earlier
    const FRESH = 60000;
    const again = document.getElementById("again");
    const stay = document.getElementById("stay");    // where somebody is in; the doors have none
    const typed = "typed again";
    const key = stay ? typed : "typed at the door";
    const here = () => location.pathname + location.search;

    /* ---- sealed, so that nobody else who opens this browser reads it ------------------------------------------- */

    const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    const text = all => btoa(Array.from(new Uint8Array(all), byte => String.fromCharCode(byte)).join(""));
    const lock = stay && crypto.subtle.importKey("raw", bytes(stay.dataset.key), "AES-GCM", false, ["encrypt", "decrypt"]);

    async function seal(value) {
        if (!lock) {
            return value;
        }
        const iv = crypto.getRandomValues(new Uint8Array(12));
        return [text(iv), text(await crypto.subtle.encrypt({name: "AES-GCM", iv}, await lock, new TextEncoder().encode(JSON.stringify(value))))];
    }

    async function open(sealed) {
        if (!lock) {
            return sealed;
        }
        try {
            return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({name: "AES-GCM", iv: bytes(sealed[0])}, await lock, bytes(sealed[1]))));
        } catch (ofSomebodyElse) {
            return null;
        }
    }

    const put = record => sessionStorage.setItem(key, JSON.stringify(record));
    const read = name => JSON.parse(sessionStorage.getItem(name) || "null");
    const forget = () => sessionStorage.removeItem(key);

    /* ---- what was typed -------------------------------------------------------------------------------------------- */

    const isTick = field => ["checkbox", "radio"].includes(field.type);
    const fields = form => [...form.elements].filter(field => field.name && !["hidden", "submit", "button", "password", "file"].includes(field.type));
    const isChanged = field => isTick(field) ? field.checked !== field.defaultChecked
        : field.options ? [...field.options].some(option => option.selected !== option.defaultSelected) : field.value !== field.defaultValue;
    const posted = () => [...document.querySelectorAll("main form[method=post]")];
    const now = form => ({id: form.getAttribute("id"), typed: fields(form).map(field => isTick(field) ? field.checked : field.value)});

    /** Kept until the next page only, unless that is the sign-in. */
    const keep = async (forms, more) => {
        const record = {at: here(), ...more};
        put({...record, sealed: await seal(forms.map(now))});
    };

    // Before any other script takes the form over.
    document.addEventListener("submit", event => {
        if (event.target.method === "post" && event.target.closest("main")) {
            keep([event.target]);
        }
    }, true);
    document.addEventListener("arrived", forget);

    function fill({id, typed: values}) {
        const form = document.getElementById(id);
        const found = form ? fields(form) : [];
        if (!found.length || found.length !== values.length) {
            return false;
        }
        found.forEach((field, i) => {
            field[isTick(field) ? "checked" : "value"] = values[i];
            if (isChanged(field) && field.closest("details")) {
                field.closest("details").open = true;
            }
            if (!field.dataset.submits) {
                field.dispatchEvent(new Event("change", {bubbles: true}));
            }
        });
        return true;
    }

    async function comeBack() {
        const kept = read(key);
        forget();
        if (!kept || location.hash !== "#again" && !kept.waits) {
            return;
        }
        const forms = await open(kept.sealed);
        if (!forms) {
            return;
        }
        if (kept.at !== here() && !kept.moved) {
            // The form was sent to an address that does not say all of what the page showed.
            put({...kept, moved: true});
            location.replace(kept.at + "#again");
            return;
        }
        history.replaceState(null, "", here());
        const same = forms.map(fill).every(Boolean);
        again.hidden = false;
        again.querySelector(`[data-note="${same ? "restored" : "opened"}"]`).hidden = false;
    }
    comeBack();

    if (!stay) {
        // Where the form was sent to there is no page without what its address does not say.
        const sent = location.hash === "#again" && read(typed);
        if (sent && sent.at !== here() && !sent.moved) {
            sessionStorage.setItem(typed, JSON.stringify({...sent, moved: true}));
            location.replace(sent.at + "#again");
            return;
        }
        // Whoever was sent to sign in again finds it afterwards.
        const waiting = location.pathname.includes("/sign-in") && read(typed);
        if (waiting) {
            sessionStorage.setItem(typed, JSON.stringify({...waiting, waits: true}));
        }
        return;
    }

    /* ---- how long one is still in -------------------------------------------------------------------------------- */

    let heard = Date.now();
    let timer;
    let whole = false;       // ten hours are over soon; no key helps
    const wait = seconds => { clearTimeout(timer); timer = setTimeout(check, Math.max(seconds, 1) * 1000); };
    const show = name => {
        stay.hidden = !name;
        stay.querySelectorAll("[data-note]").forEach(note => { note.hidden = note.dataset.note !== name; });
    };

    /** Seconds left, 0 once there are none; null where the clinic cannot be reached. */
    const ask = address => fetch(address, {cache: "no-store"}).then(async answer => answer.ok ? Number(await answer.text()) : answer.status === 410 ? 0 : null, () => null);

    function told(left, name) {
        if (left === null) {
            wait(NOTED);
        } else if (left <= 0) {
            end();
        } else if (left > WARN) {
            show(null);
            wait(left - WARN);
        } else {
            show(name);
            wait(Math.min(left, NOTED / 2));         // another window of the same person may have said that they stay
        }
    }

    async function check() {
        told(await ask(stay.dataset.left), whole ? "whole" : "ends");
    }

    async function isHere() {
        heard = Date.now();
        const left = await ask(stay.dataset.here);
        whole = left !== null && left <= WARN;
        told(left, "whole");
    }

    /** To the sign-in, and back with what was typed. */
    async function end() {
        clearTimeout(timer);
        const refused = document.querySelector("main .error-summary");
        const forms = posted().filter(form => refused || fields(form).some(isChanged));
        await (forms.length ? keep(forms, {waits: true}) : forget());
        history.replaceState(null, "", here());
        location.replace(here());
    }
    document.addEventListener("signedout", end);

    // Whoever presses a key is still there.
    ["keydown", "pointerdown"].forEach(sign => document.addEventListener(sign, () => {
        if (!stay.hidden && !whole || Date.now() - heard > FRESH) {
            isHere();
        }
    }));
    document.addEventListener("visibilitychange", () => { if (!document.hidden && Date.now() - heard > FRESH) { check(); } });
    wait(Number(stay.dataset.idle) - WARN - NOTED);
})();
