import { feedback, h, line, say } from "../../live/kit.js";

function question({ props, words, answer }, item, answers) {
  const chosen = item.options.find((option) => option.key === answers[item.key]);
  const option = ({ key, text }) => h("label", { class: "mb-option" },
    h("input", {
      type: "radio", name: `${props.id}-${item.key}`, checked: key === chosen?.key, "data-key": `${item.key}-${key}`,
      onchange: () => answer({ answers: { ...answers, [item.key]: key } }),
    }),
    h("span", {}, line(text)));
  const reply = chosen && `${chosen.correct ? words.right : words["not-right"]} ${chosen.feedback}`;
  return h("fieldset", {}, h("legend", { class: "mb-prompt" }, line(item.text)), item.options.map(option),
    h("div", { "aria-live": "polite" }, reply ? feedback(reply) : null));
}

export default {
  finished: ({ props }, value) => props.questions.every((item) => value.answers[item.key]),
  draw(ctx, value) {
    const { props, words } = ctx;
    const answers = value?.answers ?? {};
    const right = props.questions.filter((item) =>
      item.options.find((option) => option.key === answers[item.key])?.correct).length;
    const done = props.questions.every((item) => answers[item.key]);
    return [
      ...props.questions.map((item) => question(ctx, item, answers)),
      done ? h("p", { class: "mb-sum", role: "status" }, say(words.sum, { right, all: props.questions.length })) : null,
    ];
  },
};
