// A staff page that has to be opened again, because its server ended or the sign-in was new, comes back with what was typed on it. The page works without.
(() => {
    const key = "typed again";
    const here = () => location.pathname + location.search;
    const isTick = field => ["checkbox", "radio"].includes(field.type);
    const fields = form => [...form.elements].filter(field => field.name && !["hidden", "submit", "button", "password", "file"].includes(field.type));

    // Before any other script takes the form over; kept until the next page only.
    document.addEventListener("submit", event => {
        const form = event.target;
        if (form.method === "post" && form.closest("main")) {
            sessionStorage.setItem(key, JSON.stringify({at: here(), id: form.getAttribute("id"),
                typed: fields(form).map(field => isTick(field) ? field.checked : field.value)}));
        }
    }, true);

    const kept = JSON.parse(sessionStorage.getItem(key) || "null");
    sessionStorage.removeItem(key);
    if (location.hash !== "#again" || !kept) {
        return;
    }
    if (kept.at !== here() && !kept.moved) {
        // The form was sent to an address that does not say all of what the page showed.
        sessionStorage.setItem(key, JSON.stringify({...kept, moved: true}));
        location.replace(kept.at + "#again");
        return;
    }
    history.replaceState(null, "", here());
    const form = document.getElementById(kept.id);
    const found = form ? fields(form) : [];
    const same = found.length > 0 && found.length === kept.typed.length;
    if (same) {
        found.forEach((field, i) => {
            field[isTick(field) ? "checked" : "value"] = kept.typed[i];
            if (!field.dataset.submits) {
                field.dispatchEvent(new Event("change", {bubbles: true}));
            }
        });
    }
    const told = document.getElementById("again");
    told.hidden = false;
    told.querySelector(`[data-note="${same ? "restored" : "opened"}"]`).hidden = false;
})();
