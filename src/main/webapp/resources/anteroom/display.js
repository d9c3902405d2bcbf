// The screen of the waiting room asks again every ten seconds and keeps what it has while the clinic does not answer.
setInterval(async () => {
    try {
        const answer = await fetch(location.href);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.querySelector("main");
        if (answer.ok && fresh && fresh.innerHTML !== document.querySelector("main").innerHTML) {
            document.querySelector("main").replaceChildren(...document.adoptNode(fresh).childNodes);
        }
    } catch (lost) {
        document.querySelector("main").classList.add("is-stale");
    }
}, 10000);
