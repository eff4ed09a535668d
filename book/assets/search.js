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

/** What readers come for first: the course, then the guides for leaders, then the list of sources. */
function shelf(address) {
  return address === "sources" ? 2 : address.startsWith("leader/") ? 1 : 0;
}

/** Pages for a query, best first, each page once: [address, title, anchor]. */
function search(query) {
  const pages = new Map();
  for (const [address, title, anchor] of Search._performSearch(...Search._parseQuery(query)).reverse()) {
    if (!pages.has(address)) pages.set(address, [address, title, anchor]);
  }
  return [...pages.values()].sort(([a], [b]) => shelf(a) - shelf(b));
}

/** A page's part of the book and its readable text; the ends of blocks and cells part words. */
async function read(address) {
  const response = await fetch(`${address}.html`);
  const page = new DOMParser().parseFromString(response.ok ? await response.text() : "", "text/html");
  const part = page.querySelector(".contents [aria-current]")?.closest("details").querySelector("summary");
  page.querySelectorAll("script, h1, .mb-explanation, .mb-plan, .mb-who, .mb-kind").forEach((node) => node.remove());
  page.querySelectorAll("td, th, li, p, h2, h3, dd, dt").forEach((node) => node.append(" "));
  const text = page.querySelector("article")?.textContent.replace(/\s+/g, " ").trim() ?? "";
  return { part: part?.textContent ?? "", text };
}

/** The text around the first place that has one of the words, with the words marked. */
function excerpt(text, query) {
  const stems = [...Search._parseQuery(query)[1]].map((stem) => stem.replace(/[^\p{L}\p{N}]/gu, ""));
  const word = new RegExp(`(?<!\\p{L})((?:${stems.join("|")})\\p{L}*)`, "giu");
  const at = Math.max(0, text.search(word));
  const from = at < AROUND ? 0 : text.indexOf(" ", at - AROUND) + 1;
  const parts = text.slice(from, text.lastIndexOf(" ", from + 2 * AROUND)).split(word);
  return [from ? "… " : "", ...parts.map((part, index) => (index % 2 ? element("mark", part) : part)), " …"];
}

function element(tag, text = "", className = "") {
  return Object.assign(document.createElement(tag), { textContent: text, className });
}

function entry([address, title, anchor], query) {
  const plain = new DOMParser().parseFromString(title, "text/html").body.textContent;
  const link = Object.assign(element("a", plain), { href: `${address}.html${anchor ?? ""}` });
  const [part, around, item] = [element("span", "", "part"), element("p"), element("li")];
  item.append(part, link, around);
  read(address).then((page) => {
    part.textContent = page.part;
    around.replaceChildren(...excerpt(page.text, query));
  });
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
