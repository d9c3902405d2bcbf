// The flow of a day follows what other desks do. The page works without.
(() => {
    const RESTS = 2000;      // a pointer that has not moved for so long aims at nothing
    const flow = document.getElementById("flow");
    const fresh = () => [...document.querySelectorAll("[data-fresh]")];
    const typed = document.getElementById("f:words");
    const more = document.getElementById("flow-more");
    const ticks = () => [...document.querySelectorAll("#flow-list input:checked")].map(box => box.value.split("_")[0]);
    let moved = 0;
    let stale = 0;

    document.addEventListener("pointermove", () => { moved = Date.now(); }, {passive: true});

    /** Nothing is laid out anew under the hand, or under somebody who goes through it by keyboard. */
    const aims = () => fresh().some(part => part.matches(":hover") && Date.now() - moved < RESTS || part.contains(document.activeElement));

    async function refresh() {
        const answer = await fetch(location.href, {headers: {Accept: "text/html"}});
        if (new URL(answer.url).pathname.endsWith("/sign-in.xhtml")) { document.dispatchEvent(new Event("signedout")); return; }
        if (!answer.ok) { throw new Error(String(answer.status)); }
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const chosen = ticks();
        fresh().forEach(part => {
            const now = page.querySelector(`[data-fresh="${part.dataset.fresh}"]`);
            if (now) { part.replaceChildren(...now.childNodes); }
        });
        document.querySelectorAll("#flow-list input[type=checkbox]").forEach(box => { box.checked = chosen.includes(box.value.split("_")[0]); });
        const state = page.querySelector("input[name='jakarta.faces.ViewState']");
        document.querySelectorAll("input[name='jakarta.faces.ViewState']").forEach(field => { field.value = state.value; });
        more.hidden = true;
    }

    function changed(day) {
        if (day && day !== flow.dataset.date) { return; }
        clearTimeout(stale);
        stale = setTimeout(calmly, 120);
    }

    function calmly() {
        // A list that was searched by name is not what the address alone would bring.
        more.hidden = !typed.defaultValue && !aims();
        if (!typed.defaultValue) {
            if (aims()) { stale = setTimeout(calmly, 300); } else { refresh().catch(() => { }); }
        }
    }

    window.liveLine(flow.dataset.live, {lost: document.getElementById("link-lost"), refresh: () => typed.defaultValue ? Promise.resolve() : refresh(), changed});
})();
