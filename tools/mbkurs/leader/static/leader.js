// The leader's page: files that are chosen or dropped go at once; long work is watched until it is done.

const work = document.getElementById("work");
const EVERY = 400; // milliseconds between two looks at the work

/** Asks how far the work has come, and opens the page anew when it is done: then it says what came of it. */
async function watch() {
  try {
    const answer = await fetch(work.dataset.url);
    if (!answer.ok) throw new Error(answer.status);
    const state = await answer.json();
    if (!state.kind) {
      location.reload();
      return;
    }
    const bar = document.getElementById("bar");
    if (state.total) {
      bar.max = state.total;
      bar.value = state.done;
    }
    say(state.said);
  } catch {
    say(work.dataset.lost);
  }
  setTimeout(watch, EVERY);
}

function say(text) {
  const said = document.getElementById("said");
  if (said.textContent !== text) said.textContent = text;
}

/** All files in what was dropped, also those in folders. */
async function dropped(items) {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  return (await Promise.all(entries.map(files))).flat();
}

async function files(entry) {
  if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed)); // a hundred at a time
    if (!some.length) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(files))).flat();
}

if (work?.dataset.running === "yes") watch();
document.getElementById("notice")?.focus();

for (const form of document.forms) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault(); // the second click of a double click
    form.dataset.sent = "yes";
  });
}
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

const which = document.getElementById("which");
which?.querySelector("select").addEventListener("change", () => which.requestSubmit());

for (const form of document.querySelectorAll("form:has(.pick)")) {
  form.addEventListener("change", () => form.requestSubmit());
}

const drop = document.getElementById("drop");
if (drop) {
  const form = drop.querySelector("form");
  const [field] = form.querySelectorAll("input[type=file]");
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("dragged");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("dragged"));
  drop.addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("dragged");
    const transfer = new DataTransfer();
    for (const file of await dropped(event.dataTransfer.items)) transfer.items.add(file);
    field.files = transfer.files;
    form.requestSubmit();
  });
}
