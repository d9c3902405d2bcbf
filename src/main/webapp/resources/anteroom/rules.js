// A rule whose switch was refused stays open, so that its field can be found.
document.querySelectorAll("details .field-error").forEach(error => {
    for (let around = error.closest("details"); around; around = around.parentElement.closest("details")) {
        around.open = true;
    }
});
