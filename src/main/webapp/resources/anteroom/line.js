// The line to the clinic: it says which day has changed, notices when nothing comes any more, says so, and comes back by itself.
window.liveLine = (address, {lost, refresh, changed}) => {
    const BEATS = 25000;     // the server says something every ten seconds
    const AGAIN = 3000;
    let source = null;
    let watch = 0;
    let quiet = false;       // the server hears nothing from the database

    function live() {
        source = new EventSource(address);
        const on = (name, then) => source.addEventListener(name, event => { awake(); then(event); });
        on("open", caughtUp);
        on("beat", () => { if (!lost.hidden && !quiet) { caughtUp(); } });
        on("gone", () => { quiet = true; lost.hidden = false; });
        on("back", () => { quiet = false; caughtUp(); });
        on("day", event => changed(event.data));
        source.addEventListener("error", () => { lost.hidden = false; if (source.readyState === EventSource.CLOSED) { anew(AGAIN); } });
        awake();
    }

    /* A link that says nothing is gone, whatever the browser thinks of it. */
    function awake() { clearTimeout(watch); watch = setTimeout(() => { lost.hidden = false; anew(0); }, BEATS); }

    function anew(wait) { source.close(); clearTimeout(watch); watch = setTimeout(live, wait); }

    /* What changed while the link was gone is fetched; the banner goes once it is there. */
    function caughtUp() {
        if (lost.hidden) { return; }
        refresh().then(() => { if (!quiet) { lost.hidden = true; } }, () => { });
    }

    if (window.EventSource) {
        addEventListener("pagehide", () => { clearTimeout(watch); source.close(); });
        addEventListener("pageshow", event => { if (event.persisted) { lost.hidden = false; live(); } });
        live();
    }
};
