// On a course page JupyterLab takes no keys, asks nothing and changes nothing.

/** The page a notebook says it is, e.g. "01-arriving/1-welcome"; undefined for other notebooks. */
export function coursePage(panel) {
  return panel?.context?.model?.getMetadata?.("mbkurs")?.page;
}

export function isCoursePage(panel) {
  return Boolean(coursePage(panel));
}

/** Letters and arrows belong to the person and the form, so no shortcut of JupyterLab's is looked up. */
function takeNoKeys(app, reading) {
  for (const name of ["processKeydownEvent", "processKeyupEvent"]) {
    const original = app.commands[name]?.bind(app.commands);
    if (original) app.commands[name] = (event) => reading() ? undefined : original(event);
  }
}

/** A double click would open the source of a text cell, a right click a menu for programmers. */
function takeNoClicks(reading) {
  const stop = (event) => {
    if (reading() && event.target.closest?.(".mbkurs-page")) event.stopPropagation();
  };
  for (const type of ["dblclick", "contextmenu"]) window.addEventListener(type, stop, true);
}

/**
 * A dialog would cover the page until it is answered. What JupyterLab asks about (kernel, connection, a file that
 * changed) concerns nothing a trainee has written, so it gets the answer "cancel" at once.
 */
function askNothing(Dialog, reading) {
  const launch = Dialog.prototype.launch;
  Dialog.prototype.launch = function () {
    if (!reading()) return launch.call(this);
    const answer = { button: Dialog.cancelButton(), isChecked: null, value: null };
    this.dispose();
    return Promise.resolve(answer);
  };
}

export default function quiet(app, tracker, Dialog) {
  const reading = () => isCoursePage(tracker.currentWidget);
  takeNoKeys(app, reading);
  takeNoClicks(reading);
  askNothing(Dialog, reading);
}
