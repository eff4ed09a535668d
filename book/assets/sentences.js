// What of a section is read aloud, as sentences, and where on the page each of them stands.

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, th, td, caption, figcaption, blockquote, pre";
const SILENT = "script, style, noscript, [popover], [hidden], [aria-hidden=true], .listen, .mb-cite, .headerlink";

/** What is read as one piece: a paragraph, a cell; of an exercise only its name. */
function blockOf(node) {
  const exercise = node.parentElement.closest("[data-exercise]");
  return exercise ? (exercise.querySelector("h3") ?? exercise) : (node.parentElement.closest(BLOCKS) ?? node.parentElement);
}

function texts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, ({ parentElement }) =>
    parentElement.closest(SILENT) || parentElement.checkVisibility?.() === false
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

const textsOf = (block) => texts(block).filter((node) => blockOf(node) === block);

/** The browser's segments; but "kl. 9" and "nr. 3" go on. */
function segments(text, language) {
  const joined = [];
  for (const { segment, index } of new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)) {
    const last = joined.at(-1);
    if (last && /^\d/.test(segment) && /(^|\P{L})\p{L}{1,3}\.\s*$/u.test(last.segment)) last.segment += segment;
    else joined.push({ segment, index });
  }
  return joined;
}

/** Without the brackets and the room that silent citations leave. */
function plain(text) {
  return text.replace(/\([ ,;]*\)/g, "").replace(/ +/g, " ").replace(/ (?=[.,;])/g, "").trim();
}

function sentencesIn(block, exercise) {
  const language = block.closest("[lang]").lang;
  // A line break in the source ends no sentence.
  const text = textsOf(block).map(({ data }) => data.replace(/\s/g, " ")).join("");
  if (block.closest("[data-exercise]")) {
    return [{ block, language, start: 0, end: text.length, text: exercise.replace("{title}", text.trim()) }];
  }
  return segments(text, language)
    .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
    .map(({ segment, index }) => ({
      block, language, start: index, end: index + segment.trimEnd().length, text: plain(segment),
    }));
}

/**
 * The sentences of a section as { block, start, end, text, language }; start and end are offsets in the block's text.
 * `exercise` is what is said instead of an exercise, with its {title}.
 */
export function sentences(section, exercise) {
  const blocks = new Set(texts(section).filter(({ data }) => data.trim()).map(blockOf));
  return [...blocks].flatMap((block) => sentencesIn(block, exercise));
}

/** Ranges, one in each text node that a sentence touches; found anew each time, as the page may have changed. */
export function pieces({ block, start, end }) {
  const ranges = [];
  let passed = 0;
  for (const node of textsOf(block)) {
    const from = Math.max(start - passed, 0);
    const to = Math.min(end - passed, node.length);
    passed += node.length;
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    ranges.push(range);
  }
  return ranges;
}
