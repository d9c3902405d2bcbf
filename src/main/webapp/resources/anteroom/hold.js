// Counts down while a time is kept, and says it aloud two minutes before the end. The page works without.
(() => {
    const note = document.getElementById("hold");
    if (!note) {
        return;
    }
    const until = Date.parse(note.dataset.until);
    const left = note.querySelector("[data-left]");
    const say = note.querySelector("[data-say]");
    const tick = () => {
        const minutes = Math.floor((until - Date.now()) / 60000);
        left.textContent = String(Math.max(0, minutes));
        if (minutes < 2 && !say.textContent) {
            say.textContent = say.dataset.say;
            note.classList.replace("tone-routine", "tone-urgent");
        }
        if (Date.now() > until) {
            clearInterval(timer);
            location.reload();
        }
    };
    const timer = setInterval(tick, 5000);
    tick();
})();
