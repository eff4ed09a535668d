// The frame of a course page: the way back, the day before and after, "done for today", and a line that says
// when something is waiting to be saved.

import { courseUrl } from "./course.js";
import { coursePage } from "./quiet.js";

// The panels round the page in JupyterLab's and Notebook's one-document view; they hold nothing a reader needs.
const AROUND = ["jp-top-panel", "jp-menu-panel", "jp-header-panel", "jp-bottom-panel", "top-panel-wrapper",
  "menu-panel-wrapper", "spacer-widget-top", "spacer-widget-bottom"];

function hideAround(widget) {
  for (const child of widget.children?.() ?? widget.layout ?? []) {
    if (AROUND.includes(child.id) || child.hasClass("jp-SideBar")) child.hide();
    else if (child.layout && !child.hasClass("jp-Document")) hideAround(child);
  }
}

/** Whether this page is alone in the window, as at /doc/tree and /notebooks. */
function isAlone(app) {
  return app.shell.mode !== "multiple-document";
}

function settle(app, panel, page) {
  panel.addClass("mbkurs-page");
  panel.toolbar.hide();
  app.shell.collapseLeft?.();
  app.shell.collapseRight?.();
  if (!isAlone(app)) return;
  document.body.classList.add("mbkurs-reading");
  hideAround(app.shell);
  document.title = page.title;
  new MutationObserver(() => {
    if (document.title !== page.title) document.title = page.title;
  }).observe(document.querySelector("title"), { childList: true });
}

function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value != null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

/** Another day opens in the same view as this one: JupyterLab's or Notebook's. */
function sibling(path) {
  const view = ["notebooks", "doc", "lab"].find((name) => location.pathname.includes(`/${name}/`));
  return courseUrl(`../${view === "notebooks" ? view : `${view}/tree`}/${path}`);
}

function link(to, className) {
  return element("a", { class: className, href: to.url ?? sibling(to.path), rel: to.rel }, to.text);
}

function header(page) {
  return element("nav", { class: "mbkurs-top", "aria-label": page.words["way-back"] },
    link(page.start), element("span", {}, page.where));
}

/** The tick that counts the day: it can be taken away again, and says what it did. */
function doneBox(page, api) {
  const { words } = page;
  const box = element("input", { type: "checkbox", id: "mbkurs-done" });
  box.checked = page.done;
  const said = element("p", { class: "mbkurs-said", role: "status" });
  box.addEventListener("change", async () => {
    try {
      await api(`api/days/${page.day}`, { method: "PUT", body: { done: box.checked } });
      said.textContent = box.checked ? words["done-said"] : words["undone-said"];
    } catch {
      box.checked = !box.checked;
      said.textContent = words["done-failed"];
    }
  });
  return element("div", { class: "mbkurs-done" },
    element("label", { for: "mbkurs-done" }, box, ` ${words.done}`), said);
}

function footer(page, api) {
  const links = [page.previous && link(page.previous, "mbkurs-previous"), link(page.start, "mbkurs-home"),
    page.next && link(page.next, "mbkurs-next")].filter(Boolean);
  return element("div", { class: "mbkurs-bottom" }, ...(page.day ? [doneBox(page, api)] : []),
    element("nav", { "aria-label": page.words["days-around"] }, ...links));
}

/** One line at the edge of the window while something is not on disk yet. */
function deliveryLine(page) {
  const line = element("p", { class: "mbkurs-delivery", role: "status" });
  document.addEventListener("mbkurs:delivery", ({ detail: { state } }) => {
    line.dataset.state = state;
    line.textContent = page.words.delivery[state] ?? page.words.delivery.waiting;
  });
  return line;
}

/** Cells are how the page is stored, not how it is read: no name for a screen reader, no stop for the Tab key. */
function forgetCells(notebook) {
  const strip = () => {
    for (const cell of notebook.querySelectorAll(".jp-Cell:is([aria-label], [tabindex])")) {
      cell.removeAttribute("aria-label");
      cell.removeAttribute("tabindex");
    }
  };
  strip();
  for (const node of [notebook, ...notebook.querySelectorAll(".jp-WindowedPanel-viewport")]) {
    node.removeAttribute("aria-label");
    node.removeAttribute("role");
  }
  new MutationObserver(strip).observe(notebook,
    { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label", "tabindex"] });
}

export default async function frame(app, panel, { api, storeFor }) {
  const name = coursePage(panel);
  const { language } = panel.context.model.getMetadata("mbkurs");
  panel.addClass("mbkurs-page");
  const page = await api(`api/pages/${language}/${name}`);
  settle(app, panel, page);
  await panel.revealed;
  const scroller = panel.content.node.querySelector(".jp-WindowedPanel-outer") ?? panel.content.node;
  forgetCells(panel.content.node);
  scroller.lang = language;
  scroller.prepend(header(page));
  scroller.append(footer(page, api));
  panel.node.append(deliveryLine(page));
  storeFor(panel.context.path).deliver();
}
