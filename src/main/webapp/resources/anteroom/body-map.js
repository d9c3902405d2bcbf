// Figures beside a list of places: a tap ticks the box of the place, a box colours its places. The list is the answer.
document.querySelectorAll("[data-body-map]").forEach(map => {
    const boxes = [...map.closest(".question").querySelectorAll("input[type=checkbox]")];
    const boxOf = code => boxes.find(box => box.value === code);
    const show = () => map.querySelectorAll("[data-code]").forEach(block => {
        const box = boxOf(block.dataset.code);
        block.classList.toggle("is-on", Boolean(box) && box.checked);
    });
    map.hidden = false;
    map.addEventListener("click", event => {
        const box = event.target.dataset.code && boxOf(event.target.dataset.code);
        if (box) {
            box.checked = !box.checked;
            box.dispatchEvent(new Event("change", {bubbles: true}));
        }
    });
    boxes.forEach(box => box.addEventListener("change", show));
    window.addEventListener("pageshow", show);
    show();
});
