// The end of an assignment: shows exactly what will be handed in, makes the one file, and gives a receipt.
// Nothing is sent from here. The course's own page for this is tools/mbkurs/grading/preview.py.

import { h, line } from "kit.js";
import { SUFFIX, cleaned, isTooBig, parcel, traineeId } from "parcel.js";
import { SCHEMA } from "store-browser.js";

const MEMORY = "mbkurs:hand-in"; // {sender, without: [assignment]}: no name, for others may use the device
const JSON_FILE = ["application/json", ""];
const TEXT_FILE = ["text/plain", ".txt"]; // some phones share no other; the course leader's side takes any name
let unkept = null;

function memory() {
  try {
    return unkept ?? JSON.parse(localStorage.getItem(MEMORY)) ?? {};
  } catch {
    return {};
  }
}

function remember(news) {
  const next = { ...memory(), ...news };
  try {
    localStorage.setItem(MEMORY, JSON.stringify(next));
    unkept = null;
  } catch {
    unkept = next;
  }
  return next;
}

/** The random word by which this browser's hand-ins are known to be one person's; made once. */
function sender() {
  const kept = memory().sender;
  if (/^[0-9a-f]{32}$/.test(kept)) return kept;
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return remember({ sender: bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("") }).sender;
}

export function download(name, blob) {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function paragraphs(texts) {
  return h("div", { class: "answer" }, texts.map((text) => h("p", { dir: "auto" }, text)));
}

/** An answer in words, as it stands in the file. */
function inWords({ kind, options = [] }, entry, words) {
  if (!entry) return h("p", { class: "hint" }, words.blank);
  if (entry.kind !== kind) return h("p", { class: "note" }, words.problems["wrong-type"]);
  if (kind === "text") {
    const texts = entry.value.text.split(/\n\n+/).filter((text) => text.trim());
    return texts.length ? paragraphs(texts) : h("p", { class: "hint" }, words.blank);
  }
  const chosen = options.filter(({ key }) => entry.value.chosen.includes(key));
  if (chosen.length < entry.value.chosen.length) return h("p", { class: "note" }, words.problems["unknown-option"]);
  return paragraphs(chosen.map(({ text }) => line(text)));
}

function item(exercise, entry, words) {
  return h("div", { class: "item" }, h("h4", {}, line(exercise.title)),
    h("p", { class: "hint" }, line(exercise.prompt)), inWords(exercise, entry, words));
}

/** A file that this device can pass on to another program, or null. */
function shareable(made) {
  const files = [JSON_FILE, TEXT_FILE].map(([type, end]) => new File([made.text], `${made.name}${SUFFIX}${end}`, { type }));
  return files.find((file) => navigator.canShare?.({ files: [file] })) ?? null;
}

/** A page of its own, to be kept: the receipt, and what the file holds. */
function receiptPage(section, words) {
  const [kept, items] = [section.querySelector("[data-part=receipt]"), section.querySelector("[data-part=items]")]
    .map((node) => node.cloneNode(true));
  kept.querySelectorAll(".buttons, [role=status]").forEach((node) => node.remove());
  for (const [from, to] of [["h3", "h1"], ["h4", "h3"]]) {
    [...kept.querySelectorAll(from), ...items.querySelectorAll(from)]
      .forEach((node) => node.replaceWith(h(to, {}, [...node.childNodes])));
  }
  const title = h("title", {}, `${words.receipt.title}: ${document.title}`);
  const look = h("style", {}, "body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}"
    + ":root{color-scheme:light dark}dt{font-weight:600}.answer p{white-space:pre-wrap}");
  const page = h("html", { lang: document.documentElement.lang },
    h("head", {}, h("meta", { charset: "utf-8" }), h("meta", { name: "viewport", content: "width=device-width" }), title, look),
    h("body", {}, h("main", {}, [...kept.childNodes], h("h2", {}, words.receipt.holds), [...items.childNodes])));
  return new Blob([`<!DOCTYPE html>\n${page.outerHTML}\n`], { type: "text/html" });
}

function fillReceipt(part, made, words, locale) {
  const { data } = made;
  const facts = {
    name: data.trainee,
    outcome: data.points ? words.receipt.with_points : words.receipt.without_points,
    time: new Date(data.time).toLocaleString(locale, { dateStyle: "long", timeStyle: "short" }),
    file: `${made.name}${SUFFIX}`,
    checksum: data.checksum,
  };
  for (const [name, text] of Object.entries(facts)) part.querySelector(`[data-fact="${name}"]`).textContent = text;
}

/** The answers to this assignment as they stand, without their history and without anything else. */
function answersTo(asked, store) {
  const kept = store.sheets()[store.sheet];
  const there = asked.filter(({ id }) => kept[id]);
  return Object.fromEntries(there.map(({ id }) => [id, cleaned({ kind: kept[id].kind, value: kept[id].value })]));
}

/** Whether this assignment was last handed in without points: the page begins with the same. */
function wantsNoPoints(assignment) {
  return (memory().without ?? []).includes(assignment);
}

function rememberPoints(assignment, points) {
  const others = (memory().without ?? []).filter((other) => other !== assignment);
  remember({ without: points ? others : [...others, assignment] });
}

/** Bring the section at the end of an assignment to life. `asked` are the properties of the page's exercises. */
export function showHandIn(section, store, asked) {
  const { words, assignment, language, locale } = JSON.parse(section.dataset.handIn);
  const part = (name) => section.querySelector(`[data-part="${name}"]`);
  const button = (name) => section.querySelector(`[data-do="${name}"]`);
  const on = (name, fn) => button(name).addEventListener("click", fn);
  const form = section.querySelector("form");
  let made = null;

  /** What was made of other answers or under another name is not what would be handed in now. */
  function look() {
    const answers = answersTo(asked, store);
    part("items").replaceChildren(...asked.map((exercise) => item(exercise, answers[exercise.id], words)));
    part("receipt").hidden = true;
    part("message").textContent = "";
    return answers;
  }
  function refuse(text) {
    part("message").textContent = text;
    form.trainee.focus();
  }
  function save() {
    download(`${made.name}${SUFFIX}`, new Blob([made.text], { type: JSON_FILE[0] }));
  }
  function make() {
    const [answers, trainee, points] = [look(), traineeId(form.trainee.value), !form.without.checked];
    if (!trainee) return refuse(words.message.no_name);
    made = parcel({ assignment, language, trainee, answers, points, sender: sender(), schema: SCHEMA });
    if (isTooBig(made.text)) return refuse(words.problems["too-big"]);
    rememberPoints(assignment, points);
    fillReceipt(section, made, words, locale);
    button("share").hidden = !shareable(made);
    part("receipt").hidden = false;
    part("receipt").querySelector("h3").focus();
    return save();
  }

  on("look", () => { look(); part("look").hidden = false; part("look").querySelector("h3").focus(); });
  on("file", save);
  on("receipt", () => download(`${made.name}.html`, receiptPage(section, words)));
  // Closing the phone's list without choosing is no fault.
  on("share", () => navigator.share({ files: [shareable(made)] }).catch(() => {}));
  form.addEventListener("submit", (event) => { event.preventDefault(); make(); });
  form.addEventListener("input", look);
  store.watch("*", look);
  addEventListener("storage", ({ key }) => { if (key === null || key.startsWith(`mbkurs:${store.sheet}:`)) look(); });
  form.without.checked = wantsNoPoints(assignment);
  section.hidden = false;
}
