// "No to all of these" fills the lines that were left empty, without a way to the server. The page works without.
document.querySelectorAll(".symptoms-rest:not([data-ready])").forEach(rest => {
    const button = rest.querySelector("[data-none]");
    const told = rest.querySelector("[data-filled]");
    const rows = [...rest.closest(".question").querySelectorAll(".symptoms > li")];
    const isOpen = row => !row.querySelector("input:checked");
    const name = () => {
        button.value = rows.every(isOpen) ? button.dataset.none : button.dataset.rest;
        button.disabled = !rows.some(isOpen);
    };
    rest.dataset.ready = "yes";
    // Enter in a line sends the page and must not press this.
    button.type = "button";
    button.addEventListener("click", () => {
        rows.filter(isOpen).forEach(row => { row.querySelector("input[value=NO]").checked = true; });
        name();
        told.textContent = told.dataset.filled;
        told.tabIndex = -1;
        told.focus();
    });
    rows.forEach(row => row.addEventListener("change", () => {
        name();
        told.textContent = "";
    }));
    window.addEventListener("pageshow", name);
    name();
});
