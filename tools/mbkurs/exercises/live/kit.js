// What every exercise is made of: native form elements, plain text turned into paragraphs, and the frame
// that says who can see the answer and whether it is kept. No framework and no build step.

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child != null && child !== false));
  return node;
}

/** An element: `h("p", { class: "x", onclick: fn }, "text", node, [nodes])`. */
export function h(tag, attributes = {}, ...children) {
  const node = fill(document.createElement(tag), attributes, children);
  // JupyterLab takes arrows and letters from a focused field unless the field itself says no.
  if (/^(input|textarea|select|button|summary)$/.test(tag)) node.setAttribute("data-lm-suppress-shortcuts", "true");
  return node;
}

/** The same for drawings. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** "{count} of {all}" with values put in. */
export function say(template, values = {}) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function inline(text) {
  return text.split(/(\*[^*\n]+\*)/).map((part) =>
    /^\*[^*]+\*$/.test(part) ? h("em", {}, part.slice(1, -1)) : part);
}

/** Course text to paragraphs: a blank line divides, *word* gives emphasis. */
export function prose(text) {
  return (text ?? "").trim().split(/\n\s*\n/).filter(Boolean).map((paragraph) =>
    h("p", {}, inline(paragraph.replace(/\s*\n\s*/g, " "))));
}

/** One line of course text, for labels and options. */
export function line(text) {
  return inline((text ?? "").trim().replace(/\s+/g, " "));
}

/** A text that appears because of what the trainee did, and is read aloud. */
export function feedback(text) {
  return h("div", { class: "mb-feedback" }, prose(text));
}

/** `look` is "" for the main button of a form, else "mb-quiet", "mb-reply" or "mb-step". */
export function button(label, onclick, { look = "", ...attributes } = {}) {
  return h("button", { type: "button", class: `mb-button ${look}`.trim(), onclick, ...attributes }, label);
}

/** Grow a text field with its text, so that nothing written is hidden. */
export function grow(area) {
  const fit = () => { area.style.height = "auto"; area.style.height = `${area.scrollHeight + 4}px`; };
  area.addEventListener("input", fit);
  requestAnimationFrame(() => area.scrollHeight && fit());
  return area;
}

/** Print one sheet alone, whatever page it stands on. */
export function printSheet(title, rows, language) {
  const frame = h("iframe", { class: "mb-print-frame", title, "aria-hidden": "true", tabindex: "-1" });
  document.body.append(frame);
  const page = frame.contentDocument;
  page.documentElement.lang = language;
  page.title = title;
  page.head.append(h("style", {}, "body{font:12pt/1.5 sans-serif;margin:2cm}h2{font-size:12pt;margin:1.2em 0 .2em}p{white-space:pre-wrap;margin:0;min-height:3em;border-bottom:1px solid #888}"));
  page.body.append(h("h1", {}, title), ...rows.flatMap(([label, text]) => [h("h2", {}, label), h("p", {}, text)]));
  frame.contentWindow.addEventListener("afterprint", () => frame.remove());
  frame.contentWindow.print();
}

export function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

export function niceDate(day, language) {
  return new Date(`${day}T12:00`).toLocaleDateString(language === "en" ? "en-GB" : language, { day: "numeric", month: "long", year: "numeric" });
}
