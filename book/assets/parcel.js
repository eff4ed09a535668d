// The one file that a trainee hands in, made in the reader's own browser: tools/mbkurs/grading/parcel.py makes the
// same in the course, and reads both. tests/grading/parcels.json holds the two to each other.

import { sha256 } from "sha256.js";

const FORMAT = "mbkurs-hand-in";
export const SUFFIX = ".mbkurs.json";
const MOST = 256 * 1024; // bytes, as in tools/mbkurs/grading/sheet.py
const UNSEEN = /[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]/gu;
const TRAINEE = /^[\p{L}\p{N}_]([\p{L}\p{N}_ .@-]{0,62}[\p{L}\p{N}_@-])?$/u;

/** A value without control characters and halves of characters, which are taken out where the file is read. */
export function cleaned(value) {
  if (typeof value === "string") return value.replace(UNSEEN, "");
  if (Array.isArray(value)) return value.map(cleaned);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned(part)]));
}

/** A name by which a hand-in can be kept; "" if it cannot. */
export function traineeId(text) {
  const name = text.normalize("NFC").trim();
  return TRAINEE.test(name) ? name : "";
}

function byCodePoint(one, other) {
  const [mine, theirs] = [[...one], [...other]];
  const at = mine.findIndex((character, index) => character !== theirs[index]);
  return at < 0 ? mine.length - theirs.length : mine[at].codePointAt(0) - (theirs[at]?.codePointAt(0) ?? -1);
}

/** JSON as Python writes it with sorted keys, no blanks, and only ASCII. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") {
    const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
    return JSON.stringify(value).replace(/[\x7f-\uffff]/g, escaped);
  }
  const keys = Object.keys(value).sort(byCodePoint);
  return `{${keys.map((key) => `${canonical(key)}:${canonical(value[key])}`).join(",")}}`;
}

/** Shows a file that was damaged on its way, and proves nothing else. */
export function checksum({ checksum: _, ...data }) {
  return `sha256:${sha256(canonical(data))}`;
}

/** What is handed in, as `{name, text, data}`: the file's name, its content, and what that holds. */
export function parcel({ assignment, language, trainee, answers, points, sender, schema }, now = new Date()) {
  const time = `${now.toISOString().slice(0, 19)}+00:00`;
  const data = { format: FORMAT, schema, assignment, language, trainee, time, points, sender, answers };
  data.checksum = checksum(data);
  const at = time.slice(0, 19).replace("T", "-").replace(/:/g, "");
  // The end keeps files apart that two trainees make in the same second.
  const name = `${assignment}-${at}-${data.checksum.slice(-6)}`;
  return { name, text: `${JSON.stringify(data, null, 1)}\n`, data };
}

export function isTooBig(text) {
  return new Blob([text]).size > MOST;
}
