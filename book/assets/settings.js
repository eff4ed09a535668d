// How the reader wants to read. Choices stay in the reader's own browser; what is not chosen is as the book has it.
// The same choices are put on <html> before anything is drawn, by the inline script of tools/mbkurs/bookext/policy.py.

const KEY = "mbkurs:reading";
const root = document.documentElement;
const panel = document.getElementById("reading");
const form = panel.querySelector("form");
const said = panel.querySelector("[role=status]");
const names = [...new Set([...form.elements].filter(({ type }) => type === "radio").map(({ name }) => name))];
const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

/** False where the browser keeps nothing; the choice then holds for this page. */
function keep(ways) {
  try {
    if (Object.keys(ways).length) localStorage.setItem(KEY, JSON.stringify(ways));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

function chosen() {
  return Object.fromEntries([...new FormData(form)].filter(([, way]) => way !== "usual"));
}

function show(ways) {
  const device = { theme: dark.matches ? "dark" : "light", ...(contrast.matches ? { contrast: "more" } : {}) };
  const all = { ...device, ...ways };
  for (const name of names) {
    if (all[name]) root.dataset[name] = all[name];
    else delete root.dataset[name];
  }
}

function choose() {
  const ways = chosen();
  show(ways);
  said.textContent = keep(ways) ? "" : form.dataset.refused;
}

/** What another tab, or an earlier page of this one, has kept. */
function take() {
  const ways = kept();
  form.reset();
  for (const name of names) {
    const button = [...form.elements[name]].find(({ value }) => value === ways[name]);
    if (button) button.checked = true;
  }
  show(chosen());
}

document.getElementById("reading-open").addEventListener("click", () => panel.showModal());
panel.querySelector("[data-do=close]").addEventListener("click", () => panel.close());
panel.querySelector("[data-do=reset]").addEventListener("click", () => { form.reset(); choose(); });
form.addEventListener("change", choose);
for (const media of [dark, contrast]) media.addEventListener("change", () => show(chosen()));
addEventListener("storage", ({ key }) => { if (key === KEY || key === null) take(); });
addEventListener("pageshow", ({ persisted }) => { if (persisted) take(); });
take();
