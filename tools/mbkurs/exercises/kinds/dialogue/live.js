import { button, feedback, h, line, prose } from "../../live/kit.js";

/** The steps that still exist, so that an older answer never breaks a conversation that was rewritten. */
function walk(props, path) {
  const steps = [];
  let place = props.start;
  for (const { turn, reply } of path) {
    const chosen = props.turns[place]?.replies[reply];
    if (turn !== place || !chosen) break;
    steps.push({ turn, reply, says: props.turns[place].says, chosen });
    place = chosen.next;
  }
  return { steps, place };
}

function step({ says, chosen }, words) {
  return h("li", {},
    h("div", { class: "mb-says" }, prose(says)),
    h("div", { class: "mb-mine" }, h("span", { class: "mb-label" }, words.you), prose(chosen.text)),
    chosen.feedback ? feedback(chosen.feedback) : null);
}

function turn(ctx, place, path) {
  const { props, words, answer, focus } = ctx;
  const pick = (reply) => { answer({ path: [...path, { turn: place, reply }] }); focus("now"); };
  return [
    h("div", { class: "mb-says mb-now", tabindex: "-1", "data-key": "now" }, prose(props.turns[place].says)),
    h("p", { class: "mb-prompt" }, words.ask),
    h("ul", { class: "mb-replies" }, props.turns[place].replies.map((reply, index) =>
      h("li", {}, button(h("span", {}, line(reply.text)), () => pick(index),
        { look: "mb-reply", "data-key": `reply-${index}` })))),
  ];
}

function end(ctx, place, steps) {
  const { props, words } = ctx;
  return [
    h("div", { class: "mb-end", tabindex: "-1", "data-key": "now" },
      h("h4", {}, words.end), prose(props.ends[place])),
    h("details", {}, h("summary", { "data-lm-suppress-shortcuts": "true" }, words.summary),
      h("ol", {}, steps.map(({ chosen }) => h("li", {}, line(chosen.text))))),
  ];
}

export default {
  answered: (value) => value.path.length > 0,
  finished: ({ props }, value) => walk(props, value.path).place in props.ends,
  draw(ctx, value) {
    const { props, words, answer, focus } = ctx;
    const { steps, place } = walk(props, value?.path ?? []);
    const path = steps.map(({ turn: at, reply }) => ({ turn: at, reply }));
    const to = (now) => { answer(now.length ? { path: now } : null); focus("now"); };
    return [
      h("ol", { class: "mb-log", "aria-label": words.log }, steps.map((each) => step(each, words))),
      ...(place in props.turns ? turn(ctx, place, path) : end(ctx, place, steps)),
      path.length ? h("p", { class: "mb-steps" },
        button(words.back, () => to(path.slice(0, -1)), { "data-key": "back", look: "mb-quiet" }), " ",
        button(words.again, () => to([]), { "data-key": "again", look: "mb-quiet" })) : null,
    ];
  },
};
