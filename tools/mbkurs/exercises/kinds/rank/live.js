import { button, h, line, say } from "../../live/kit.js";

function moved(order, from, to) {
  const now = [...order];
  now.splice(to, 0, ...now.splice(from, 1));
  return now;
}

/** The kept order, with cards that came later put last. */
function orderOf(props, value) {
  const known = props.cards.map((card) => card.key);
  const kept = (value?.order ?? []).filter((key) => known.includes(key));
  return [...kept, ...known.filter((key) => !kept.includes(key))];
}

export default {
  draw(ctx, value) {
    const { props, words, answer } = ctx;
    const order = orderOf(props, value);
    const go = (from, to) => answer({ order: moved(order, from, to) });
    const item = (key, index) => {
      const text = props.cards.find((card) => card.key === key).text;
      const step = (arrow, to, name) => {
        const edge = to < 0 || to >= order.length;
        return button(arrow, () => edge || go(index, to), {
          "data-key": `${key}-${name}`, "aria-disabled": edge ? "true" : null,
          "aria-label": say(words[name], { card: text }), look: "mb-step",
        });
      };
      return h("li", {
        class: "mb-card", draggable: "true",
        ondragstart: (event) => event.dataTransfer.setData("text/plain", String(index)),
        ondragover: (event) => event.preventDefault(),
        ondrop: (event) => { event.preventDefault(); go(Number(event.dataTransfer.getData("text/plain")), index); },
      }, h("span", {}, line(text)), h("span", { class: "mb-steps" }, step("↑", index - 1, "up"), step("↓", index + 1, "down")));
    };
    return [
      h("p", { class: "mb-prompt" }, line(props.prompt)),
      h("p", { class: "mb-hint" }, words.how),
      h("ol", { class: "mb-rank-list" }, order.map(item)),
      value ? null : button(words.keep, () => answer({ order }), { "data-key": "keep" }),
    ];
  },
};
