// Makes one exercise live: the frame, the kind's own form inside it, and the way to the answer's keeper.
// A kind is a pure drawing of its value: draw(ctx, value) -> nodes. After an answer it is drawn again.

import { button, h, line, prose } from "./kit.js";
import text from "../kinds/text/live.js";
import choice from "../kinds/choice/live.js";
import scale from "../kinds/scale/live.js";
import sort from "../kinds/sort/live.js";
import rank from "../kinds/rank/live.js";
import plan from "../kinds/plan/live.js";
import dialogue from "../kinds/dialogue/live.js";
import quiz from "../kinds/quiz/live.js";

const KINDS = { text, choice, scale, sort, rank, plan, dialogue, quiz };

/** Who can see the answer depends on what it is for and on where it is kept. */
function whoSees(props, where) {
  const { who } = props.words;
  const handedIn = props.sees === "handed-in";
  // In the course an assignment tells it once; in the book anybody may come to the page, on any device.
  const kept = handedIn && where !== "browser" ? null : who[where];
  return h("p", { class: "mb-who" }, [who[props.sees], kept, handedIn ? null : props.words.optional].filter(Boolean).join(" "));
}

function statusLine(words) {
  const node = h("p", { class: "mb-status", role: "status" });
  node.report = (status) => {
    node.dataset.status = status ?? "";
    node.textContent = words.status[status] ?? "";
  };
  return node;
}

function isAnswered(kind, value) {
  return value != null && (KINDS[kind].answered?.(value) ?? true);
}

/** Draw the body again and give the focus back to the element that had it. */
function redraw(state) {
  const { body, ctx, kind } = state;
  const key = body.contains(document.activeElement) && document.activeElement.dataset.key;
  body.replaceChildren(...KINDS[kind].draw(ctx, state.value).filter(Boolean));
  if (key) body.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

function refreshFooter(state) {
  const answered = isAnswered(state.kind, state.value);
  state.clear.hidden = !answered;
  state.after.hidden = !state.after.hasChildNodes() || !answered
    || !(KINDS[state.kind].finished?.(state.ctx, state.value) ?? true);
}

function context(state, props, store) {
  return {
    props,
    words: props.words,
    /** Keep a new value; `redraw: false` while a person is typing or dragging. */
    answer(value, { redraw: again = true } = {}) {
      state.value = value;
      store.save(props.id, props.kind, value);
      if (again) redraw(state);
      refreshFooter(state);
    },
    /** Move the focus to the element with this data-key after the next drawing. */
    focus(key) {
      state.body.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
    },
  };
}

/** Clearing asks once more, in the page and in the page's language. */
function clearing(state, props) {
  const box = h("span", { class: "mb-clear", hidden: true });
  const ask = () => {
    const keep = button(props.words["clear-no"], rest, { look: "mb-quiet" });
    box.replaceChildren(h("span", {}, props.words["clear-ask"]), " ",
      button(props.words["clear-yes"], () => { rest(); state.ctx.answer(null); state.head.focus(); }), " ", keep);
    keep.focus();
  };
  const rest = () => box.replaceChildren(button(props.words.clear, ask, { look: "mb-quiet" }));
  rest();
  return box;
}

/** Quiet clicks and keys: JupyterLab would otherwise move between cells while a person answers. */
function shield(section) {
  for (const type of ["mousedown", "keydown", "dblclick"]) {
    section.addEventListener(type, (event) => event.stopPropagation());
  }
}

function build(state, props, store) {
  state.head = h("h3", { id: `${props.id}-title`, tabindex: "-1" }, line(props.title));
  state.body = h("div", { class: "mb-body" });
  state.status = statusLine(props.words);
  state.clear = clearing(state, props);
  state.after = h("div", { class: "mb-afterwards", hidden: true }, prose(props.afterwards));
  const section = h("section", {
    class: `mb-exercise mb-${props.kind}`, "aria-labelledby": `${props.id}-title`, lang: props.language,
  },
  h("p", { class: "mb-kind" }, props.words.name),
  state.head, whoSees(props, store.where), prose(props.intro), state.body, state.after,
  props.sources ? h("p", { class: "mb-hint" }, `${props.words.sources}: ${props.sources.join("; ")}`) : null,
  h("div", { class: "mb-foot" }, state.status, state.clear),
  );
  shield(section);
  return section;
}

/** A change that came from another tab or another program is shown unless a person is writing here. */
function follow(state, props, store) {
  return store.watch(props.id, ({ status, value }) => {
    if (status) state.status.report(status);
    const writing = document.hasFocus() && state.body.contains(document.activeElement);
    if (value === undefined || writing) return;
    state.value = value;
    redraw(state);
    refreshFooter(state);
  });
}

/**
 * Make an exercise live in `el`. `props` is what `render()` made, `store` keeps the answers (tools/README.md).
 * Returns a function that takes the exercise down again.
 */
export async function mount({ el, props, store }) {
  const state = { kind: props.kind, value: await store.load(props.id) };
  state.ctx = context(state, props, store);
  const section = build(state, props, store);
  redraw(state);
  refreshFooter(state);
  el.replaceChildren(section);
  if (state.value != null) state.status.report("kept");
  return follow(state, props, store);
}
