// Reads a section aloud, sentence by sentence, with a voice that lives on the reader's own machine.
// A voice that sends the text to someone else is never used; where there is no other, nothing is offered.

import { pieces, sentences } from "sentences.js";

const KEY = "mbkurs:speed";
const synth = window.speechSynthesis;
const page = document.documentElement.lang;
const player = document.getElementById("aloud");
const words = JSON.parse(player.dataset.words);
const speed = player.querySelector("select");
const part = (name) => player.querySelector(`[data-do="${name}"]`);

// What a voice of a language may be called; others by their own code.
const CALLED = { nb: ["nb", "no"] };

let queue = []; // sentences
let at = 0;
let playing = false;
let utterance = null; // the one that is heard; what others still report is of no interest
let opener = null; // the button that began it
let wraps = [];

/* Voices */

const tongue = (tag) => tag.toLowerCase().split(/[-_]/)[0];

function voiceFor(language) {
  const local = synth.getVoices().filter(({ localService }) => localService === true);
  const called = CALLED[tongue(language)] ?? [tongue(language)];
  const fit = called.flatMap((name) => local.filter(({ lang }) => tongue(lang) === name));
  return fit.find((voice) => voice.default) ?? fit[0];
}

/* The mark */

function unmark() {
  window.CSS?.highlights?.delete("aloud");
  for (const wrap of wraps) {
    const { parentNode } = wrap;
    wrap.replaceWith(...wrap.childNodes);
    parentNode?.normalize();
  }
  wraps = [];
}

function mark(sentence) {
  unmark();
  const ranges = pieces(sentence);
  if (!ranges.length) return;
  const { top } = ranges[0].getBoundingClientRect();
  const { bottom } = ranges.at(-1).getBoundingClientRect();
  if (top < 96 || bottom > innerHeight - player.offsetHeight - 32) scrollBy({ top: top - innerHeight / 3 });
  if (window.Highlight && CSS.highlights) CSS.highlights.set("aloud", new Highlight(...ranges));
  else wraps = ranges.map(wrap);
}

function wrap(range) {
  const element = document.createElement("span");
  element.className = "aloud-now";
  range.surroundContents(element);
  return element;
}

/* The player */

function hush() {
  utterance = null; // first: what is cut short reports its end
  synth.cancel();
}

function say() {
  const sentence = queue[at];
  const voice = voiceFor(sentence.language) ?? voiceFor(page);
  if (!voice) return stop(); // never the browser's own choice: it may be a voice that sends the text away
  mark(sentence);
  const spoken = Object.assign(new SpeechSynthesisUtterance(sentence.text), { voice, lang: voice.lang, rate: Number(speed.value) });
  spoken.onend = () => { if (spoken === utterance) step(1); };
  spoken.onerror = () => { if (spoken === utterance) { pause(); tell(words.failed); } };
  utterance = spoken;
  synth.speak(spoken);
}

function tell(text) {
  player.querySelector("[role=status]").textContent = text;
}

function showState() {
  part("pause").hidden = !playing;
  part("go-on").hidden = playing;
}

function step(by) {
  hush();
  if (at + by >= queue.length) return stop();
  at = Math.max(at + by, 0);
  if (playing) say();
  else mark(queue[at]);
}

/** Browsers' own pause ends the sentence for good on some phones; to begin the sentence again works everywhere. */
function pause() {
  playing = false;
  hush();
  showState();
}

function goOn() {
  playing = true;
  showState();
  tell("");
  say();
}

function stop() {
  const inside = player.contains(document.activeElement);
  pause();
  unmark();
  player.hidden = true;
  delete document.documentElement.dataset.aloud;
  if (inside) opener.focus();
}

function start(button) {
  hush();
  opener = button;
  queue = sentences(button.parentElement, words.exercise);
  at = 0;
  player.hidden = false;
  document.documentElement.dataset.aloud = "on"; // room at the foot of the page
  goOn();
  part("pause").focus({ preventScroll: true });
}

/** One button moves to the other, and the keyboard with it. */
function swap(fn, other) {
  fn();
  part(other).focus();
}

/* Buttons at the headings */

function addButton(heading) {
  const button = document.createElement("button");
  const title = heading.textContent.trim();
  const whole = heading.localName === "h1";
  button.type = "button";
  button.className = "listen";
  button.textContent = whole ? words["listen-page"] : words.listen;
  if (!whole) button.setAttribute("aria-label", words["listen-to"].replace("{title}", title));
  button.addEventListener("click", () => start(button));
  heading.after(button);
}

function offer() {
  const buttons = document.querySelectorAll(".listen");
  const can = Boolean(voiceFor(page));
  for (const button of buttons) button.hidden = !can;
  if (can && !buttons.length) document.querySelectorAll("article section:not([class]) > :is(h1, h2, h3)").forEach(addButton);
  if (!can && !player.hidden) stop();
}

function remember() {
  try {
    localStorage.setItem(KEY, speed.value);
  } catch {
    // The speed then holds for this page.
  }
  if (playing) { hush(); say(); }
}

function recall() {
  try {
    const kept = localStorage.getItem(KEY);
    if ([...speed.options].some(({ value }) => value === kept)) speed.value = kept;
  } catch {
    // As the book has it.
  }
}

if (synth && window.Intl?.Segmenter) {
  recall();
  speed.addEventListener("change", remember);
  part("previous").addEventListener("click", () => step(-1));
  part("next").addEventListener("click", () => step(1));
  part("pause").addEventListener("click", () => swap(pause, "go-on"));
  part("go-on").addEventListener("click", () => swap(goOn, "pause"));
  part("stop").addEventListener("click", stop);
  player.addEventListener("keydown", ({ key }) => { if (key === "Escape") stop(); });
  addEventListener("pagehide", pause);
  synth.onvoiceschanged = offer; // browsers learn of their voices a little late
  offer();
}
