// A word that the glossary explains is a link; here it becomes a button that opens the explanation beside it.
// Escape and a press elsewhere close it: the browser does that for every popover.

for (const term of document.querySelectorAll("a.mb-term")) {
  const explanation = term.nextElementSibling;
  if (!explanation.showPopover) continue;
  const isOpen = () => explanation.matches(":popover-open");
  let wasOpen = false; // the browser has closed it by the time of the click that shall close it

  term.setAttribute("role", "button");
  term.setAttribute("aria-expanded", "false");
  term.setAttribute("aria-controls", explanation.id);
  term.addEventListener("pointerdown", () => { wasOpen = isOpen(); });
  term.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // another tab or window with the glossary
    event.preventDefault();
    if (isOpen()) explanation.hidePopover();
    else if (!wasOpen) explanation.showPopover({ source: term });
    wasOpen = false;
  });
  term.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    term.click();
  });
  explanation.addEventListener("toggle", ({ newState }) => term.setAttribute("aria-expanded", newState === "open"));
}
