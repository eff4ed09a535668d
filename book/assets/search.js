// The search page: Sphinx' index and stemmer find the pages, this shows them.
// Sphinx' own display writes English and remembers the words that were searched for; this does neither.

globalThis.SPHINX_HIGHLIGHT_ENABLED = false;

const form = document.getElementById("search");
const field = document.getElementById("search-words");
const count = document.getElementById("search-count");
const found = document.getElementById("search-found");
const words = JSON.parse(form.dataset.words);
const MOST = 30;
const AROUND = 120; // characters of text before and after the word

/** Pages for a query, best first, each page once: [address, title, anchor]. */
function search(query) {
  const results = Search._performSearch(...Search._parseQuery(query)).reverse();
  const pages = new Map();
  for (const [address, title, anchor] of results) if (!pages.has(address)) pages.set(address, [address, title, anchor]);
  return [...pages.values()];
}

/** The text around the first place where a page has one of the words. */
async function excerpt(address, query) {
  const response = await fetch(`${address}.html`);
  if (!response.ok) return "";
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  page.querySelectorAll("script, h1, .mb-who, .mb-kind").forEach((node) => node.remove());
  const text = page.querySelector("article").textContent.replace(/\s+/g, " ").trim();
  const stems = [...Search._parseQuery(query)[1]];
  const at = Math.max(0, Math.min(...stems.map((stem) => text.toLowerCase().indexOf(stem)).filter((i) => i >= 0), text.length));
  const from = at >= text.length ? 0 : Math.max(0, at - AROUND);
  return `${from ? "… " : ""}${text.slice(from, from + 2 * AROUND)} …`;
}

function entry([address, title, anchor], query) {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = `${address}.html${anchor ?? ""}`;
  link.textContent = new DOMParser().parseFromString(title, "text/html").body.textContent;
  const text = item.appendChild(document.createElement("p"));
  excerpt(address, query).then((around) => { text.textContent = around; });
  return item;
}

function show(query) {
  const pages = query ? search(query) : [];
  found.replaceChildren(...pages.slice(0, MOST).map((page) => entry(page, query)));
  const many = pages.length === 1 ? words.one : words.many.replace("{count}", pages.length);
  count.textContent = !query ? "" : pages.length ? many : words.none;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.replaceState(null, "", `?words=${encodeURIComponent(field.value)}`);
  show(field.value.trim());
});

// The index is the last script; all of them have run when the page is ready.
document.addEventListener("DOMContentLoaded", () => {
  field.value = new URLSearchParams(location.search).get("words") ?? "";
  show(field.value.trim());
  field.focus();
});
