// Counts down to the moment a letter leaves. The page works without.
(() => {
    "use strict";
    function countDown() {
        document.querySelectorAll("[data-until]").forEach(badge => {
            const left = Math.max(0, Number(badge.dataset.until) - Date.now() / 1000);
            const first = badge.dataset.words || badge.textContent.trim();
            badge.dataset.words = first;
            badge.textContent = first + " \u00b7 " + Math.floor(left / 60) + ":" + String(Math.floor(left % 60)).padStart(2, "0");
        });
    }
    countDown();
    setInterval(countDown, 1000);
})();
