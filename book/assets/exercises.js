// Brings the exercises of a page to life without a server, and lets readers do with their answers what they want.

import { mount } from "mount.js";
import { browserStore } from "store-browser.js";

const SCHEMA = 1; // of an answer sheet: tools/README.md
const store = browserStore();

async function bringToLife(el) {
  const written = [...el.childNodes];
  try {
    await mount({ el, store, props: JSON.parse(el.querySelector("script").textContent) });
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
  const sheet = { schema: SCHEMA, answers: store.answers(), days: {} };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(sheet, null, 1)], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return fill(words.saved, "name", name);
}

function isEntry(entry) {
  return entry && typeof entry.kind === "string" && typeof entry.saved === "string" && "value" in entry;
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
  const answers = Object.entries(sheet?.answers ?? { "": null });
  if (sheet?.schema !== SCHEMA || !answers.every(([, entry]) => isEntry(entry))) return fill(words["not-ours"], "name", file.name);
  try {
    return counted(words, "loaded", store.bring(Object.fromEntries(answers)));
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
  const count = () => { part("count").textContent = counted(words, "count", Object.keys(store.answers()).length); };

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

document.querySelectorAll("[data-exercise]").forEach(bringToLife);
showAnswers(document.getElementById("answers"));
