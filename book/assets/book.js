// Light, dark or as the device: the button goes round, the choice stays in the reader's own browser.

const KEY = "mbkurs:theme";
const WAYS = ["auto", "light", "dark"];
const root = document.documentElement;
const button = document.getElementById("appearance");
const dark = matchMedia("(prefers-color-scheme: dark)");

function chosen() {
  try {
    return localStorage.getItem(KEY) ?? "auto";
  } catch {
    return root.dataset.chosen ?? "auto";
  }
}

function choose(way) {
  root.dataset.chosen = way;
  try {
    if (way === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, way);
  } catch {
    // A browser that keeps nothing still shows the choice on this page.
  }
}

function show(way) {
  root.dataset.theme = way === "auto" ? (dark.matches ? "dark" : "light") : way;
  document.getElementById("appearance-now").textContent = button.dataset[way];
}

button.addEventListener("click", () => {
  const way = WAYS[(WAYS.indexOf(chosen()) + 1) % WAYS.length];
  choose(way);
  show(way);
});
dark.addEventListener("change", () => show(chosen()));
show(chosen());
