// Brings the exercises of a page to life without a server, and lets readers do with their answers what they want.

import { download, showHandIn } from "hand-in.js";
import { mount } from "mount.js";
import { browserStore, JOURNAL, SCHEMA } from "store-browser.js";

const handIn = document.getElementById("hand-in"); // only at the end of an assignment
const store = browserStore(handIn?.dataset.sheet);
const holders = [...document.querySelectorAll("[data-exercise]")];
const asked = holders.map((el) => JSON.parse(el.querySelector("script").textContent));

async function bringToLife(el, at) {
  const written = [...el.childNodes];
  try {
    await mount({ el, store, props: asked[at] });
  } catch (error) {
    // Better an exercise on paper than none.
    el.replaceChildren(...written);
    throw error;
  }
}

/** "{name}" in a text of the interface. */
function fill(text, name, value) {
  return text.replace(`{${name}}`, value);
}

function counted(words, key, count) {
  const form = count === 0 ? "none" : count === 1 ? "one" : "many";
  return fill(words[`${key}-${form}`], "count", count);
}

function saveFile(words) {
  const name = `mb-kurset-${new Date().toISOString().slice(0, 10)}.json`;
  const { [JOURNAL]: answers = {}, ...assignments } = store.sheets();
  const sheet = { schema: SCHEMA, answers, days: {}, assignments };
  download(name, new Blob([JSON.stringify(sheet, null, 1)], { type: "application/json" }));
  return fill(words.saved, "name", name);
}

function isEntry(entry) {
  return entry && typeof entry.kind === "string" && typeof entry.saved === "string" && "value" in entry;
}

function isSheet({ schema, answers, assignments }) {
  const others = Object.entries(assignments ?? {});
  return schema === SCHEMA && others.every(([name]) => /^assignments\/[a-z0-9-]+$/.test(name))
    && [answers, ...others.map(([, entries]) => entries)].every((entries) =>
      entries && Object.values(entries).every(isEntry));
}

/** The sheets in a file. One from the course folder does not say which it is: what this page asks stays here. */
function sheetsOf({ answers, assignments }) {
  const here = new Set(asked.map(({ id }) => id));
  const part = (isHere) => Object.fromEntries(Object.entries(answers).filter(([id]) => here.has(id) === isHere));
  const sheets = { [JOURNAL]: part(false), ...assignments };
  return { ...sheets, [store.sheet]: { ...sheets[store.sheet], ...part(true) } };
}

/** Read an answer sheet. Nothing changes unless the whole file is one. */
async function loadFile(words, file) {
  let sheet;
  try {
    sheet = JSON.parse(await file.text());
  } catch {
    return fill(words["not-ours"], "name", file.name);
  }
  if (sheet?.schema > SCHEMA) return fill(words["too-new"], "name", file.name);
  if (!isSheet(sheet ?? {})) return fill(words["not-ours"], "name", file.name);
  try {
    return counted(words, "loaded", store.bring(sheetsOf(sheet)));
  } catch {
    return words.failing;
  }
}

function showAnswers(section) {
  const words = JSON.parse(section.dataset.words);
  const part = (name) => section.querySelector(`[data-part="${name}"]`);
  const on = (name, fn) => section.querySelector(`[data-do="${name}"]`).addEventListener("click", fn);
  const dialog = section.querySelector("dialog");
  const picker = section.querySelector("input");
  const say = (text) => { part("message").textContent = text; };
  const count = () => { part("count").textContent = counted(words, "count", Object.values(store.sheets()).flatMap(Object.keys).length); };

  on("save", () => say(saveFile(words)));
  on("load", () => picker.click());
  on("print", () => print());
  on("forget", () => dialog.showModal());
  on("keep", () => dialog.close());
  on("forget-now", () => { store.forget(); dialog.close(); say(words.forgotten); });
  picker.addEventListener("change", async () => {
    if (picker.files.length) say(await loadFile(words, picker.files[0]));
    picker.value = "";
  });
  store.watch("*", ({ status }) => { count(); if (status === "failed") say(words.failing); });
  addEventListener("storage", count);
  count();
  section.hidden = false;
}

holders.forEach(bringToLife);
if (handIn) showHandIn(handIn, store, asked);
showAnswers(document.getElementById("answers"));
