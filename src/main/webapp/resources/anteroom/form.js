// Keeps what is typed on a page: through a lost connection, an ended session, and the Back button. The page works without.
(() => {
    const stay = document.getElementById("stay");
    const forms = [...document.querySelectorAll("main form[method=post]")];
    const idle = Number(stay.dataset.idle) * 60000;
    const warnBefore = 120000;
    const fresh = 60000;
    const prefix = "typed ";
    let warning;
    let heard = Date.now();

    const show = name => {
        stay.hidden = false;
        stay.querySelectorAll("[data-note]").forEach(note => { note.hidden = note.dataset.note !== name; });
    };
    const wait = () => {
        clearTimeout(warning);
        warning = forms.length && setTimeout(() => show("ends"), Math.max(idle - warnBefore, 1000));
    };

    /** Whether the clinic can be reached; keeps the session alive on the way. */
    const reach = async () => {
        const limit = new AbortController();
        const timer = setTimeout(() => limit.abort(), 5000);
        try {
            const answer = await fetch(stay.dataset.address, {cache: "no-store", signal: limit.signal});
            if (answer.status >= 500) {
                return false;
            }
            heard = Date.now();
            if (answer.status === 204) {
                stay.hidden = true;
                wait();
            }
            return true;
        } catch (lost) {
            return false;
        } finally {
            clearTimeout(timer);
        }
    };

    const isTick = field => ["checkbox", "radio"].includes(field.type);
    const fields = form => [...form.elements].filter(field => field.name && !["hidden", "submit", "button", "password", "file"].includes(field.type));
    const place = address => prefix + address.pathname + address.search;
    const keep = (form, address = form.action) => sessionStorage.setItem(place(new URL(address)),
        JSON.stringify({id: form.id, typed: fields(form).map(field => isTick(field) ? field.checked : field.value)}));

    /** What was kept lives until the next page; it is needed only where the server opened the same page again. */
    const restore = () => {
        const places = Object.keys(sessionStorage).filter(key => key.startsWith(prefix));
        // A page of the form may have been led to an address that says no topic; what was sent last was sent from here.
        const from = places.includes(place(location)) ? place(location) : places.find(key => key.startsWith(prefix + location.pathname + "?page=page."));
        const kept = from && sessionStorage.getItem(from);
        places.forEach(key => sessionStorage.removeItem(key));
        const {id, typed} = ["#again", "#kept"].includes(location.hash) && kept ? JSON.parse(kept) : {};
        const found = id && document.getElementById(id) ? fields(document.getElementById(id)) : [];
        if (!found.length || found.length !== typed.length) {
            return;
        }
        found.forEach((field, i) => {
            field[isTick(field) ? "checked" : "value"] = typed[i];
            field.dispatchEvent(new Event("change", {bubbles: true}));
        });
        if (location.hash === "#again") {
            show("restored");
        }
    };

    const askAndSend = async (form, button) => {
        const there = await reach();
        delete form.dataset.sent;
        if (there) {
            form.requestSubmit(button);
        } else {
            show("lost");
        }
    };
    forms.forEach(form => form.addEventListener("submit", event => {
        if (form.dataset.sent) {
            // A second press while the answer is on its way does nothing.
            event.preventDefault();
            return;
        }
        form.dataset.sent = "yes";
        if (navigator.onLine && Date.now() - heard < fresh) {
            keep(form);
        } else {
            event.preventDefault();
            askAndSend(form, event.submitter);
        }
    }));
    // The same page in another language keeps what was typed on it.
    document.querySelectorAll("a[data-keep]").forEach(link => link.addEventListener("click", () => {
        const same = new URL(link.href);
        same.searchParams.delete("lang");
        forms.slice(0, 1).forEach(form => keep(form, same));
    }));
    window.addEventListener("pageshow", () => forms.forEach(form => { delete form.dataset.sent; }));

    // A file that is too large is told at once, before a slow line has carried it.
    document.querySelectorAll("input[type=file]").forEach(input => input.addEventListener("change", () => {
        const large = [...input.files].some(file => file.size > Number(input.dataset.largest));
        const told = document.createElement("span");
        told.className = "field-error";
        told.setAttribute("role", "alert");
        told.textContent = large ? input.dataset.tooLarge : "";
        document.getElementById(input.id.split(":").pop() + "-error").replaceChildren(told);
        input.value = large ? "" : input.value;
    }));

    // Whoever presses a key is still there.
    ["keydown", "pointerdown"].forEach(sign => document.addEventListener(sign, () => {
        if (forms.length && (!stay.hidden || Date.now() - heard > fresh)) {
            reach();
        }
    }));

    restore();
    // The answer to a form is no page of its own: Back and reload open it again and ask nothing.
    history.replaceState(null, "", location.pathname + location.search);
    wait();
})();
