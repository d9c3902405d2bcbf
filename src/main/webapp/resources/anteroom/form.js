// Keeps what is typed on a page: through a lost connection, an ended session, and the Back button. The page works without.
(() => {
    const stay = document.getElementById("stay");
    const address = stay.dataset.address;
    const idle = Number(stay.dataset.idle) * 60000;
    const warnBefore = 120000;
    const kept = "typed " + location.pathname + location.search;
    const forms = [...document.querySelectorAll("main form")];
    const fields = form => [...form.elements].filter(field => field.name && !["hidden", "submit", "button", "password", "file"].includes(field.type));
    const note = name => stay.querySelectorAll("[data-note]").forEach(one => { one.hidden = one.dataset.note !== name; });
    let warning;
    let asked = 0;

    // The answer to a form is no page of its own: Back and reload open it again and ask nothing.
    history.replaceState(null, "", location.href);

    const ask = async () => {
        asked = Date.now();
        const limit = new AbortController();
        const timer = setTimeout(() => limit.abort(), 5000);
        try {
            return (await fetch(address, {cache: "no-store", signal: limit.signal})).status;
        } catch (lost) {
            return 0;
        } finally {
            clearTimeout(timer);
        }
    };
    const show = name => { stay.hidden = false; note(name); };
    const wait = () => {
        clearTimeout(warning);
        warning = forms.length && setTimeout(() => show("ends"), Math.max(idle - warnBefore, 1000));
    };
    const here = async () => {
        if (!forms.length) {
            return;
        }
        if (!stay.hidden || Date.now() - asked > 60000) {
            if (await ask() === 204) {
                stay.hidden = true;
                wait();
            }
        }
    };
    const keep = form => {
        const typed = fields(form).map(field => ["checkbox", "radio"].includes(field.type) ? field.checked : field.value);
        sessionStorage.setItem(kept, JSON.stringify({id: form.id, typed}));
    };
    const restore = () => {
        const text = sessionStorage.getItem(kept);
        sessionStorage.removeItem(kept);
        if (!text || document.querySelector(".error-summary")) {
            return;
        }
        const {id, typed} = JSON.parse(text);
        const form = document.getElementById(id);
        const all = form ? fields(form) : [];
        if (all.length === typed.length) {
            all.forEach((field, i) => {
                if (["checkbox", "radio"].includes(field.type)) {
                    field.checked = typed[i];
                } else {
                    field.value = typed[i];
                }
                field.dispatchEvent(new Event("change", {bubbles: true}));
            });
            show("restored");
        }
    };

    const send = async (form, button) => {
        const status = await ask();
        if (status === 0 || status >= 500) {
            delete form.dataset.step;
            show("lost");
            return;
        }
        if (status === 410) {
            keep(form);
        }
        form.dataset.step = "send";
        form.requestSubmit(button);
    };
    // Asked first, then sent, and sent once: a second press while the answer is on its way does nothing.
    forms.forEach(form => form.addEventListener("submit", event => {
        if (form.dataset.step === "send") {
            form.dataset.step = "sent";
            return;
        }
        event.preventDefault();
        if (!form.dataset.step) {
            form.dataset.step = "ask";
            send(form, event.submitter);
        }
    }));
    // The button works again for who stops the page from loading.
    window.addEventListener("pageshow", () => forms.forEach(form => { delete form.dataset.step; }));
    ["keydown", "pointerdown"].forEach(sign => document.addEventListener(sign, here));
    restore();
    asked = Date.now();
    wait();
})();
