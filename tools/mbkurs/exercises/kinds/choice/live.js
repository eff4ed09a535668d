import { feedback, h, line } from "../../live/kit.js";

function next(props, chosen, key, on) {
  if (!props.several) return [key];
  return props.options.map((option) => option.key).filter((k) => (k === key ? on : chosen.includes(k)));
}

export default {
  draw({ props, answer }, value) {
    const chosen = value?.chosen ?? [];
    const option = ({ key, text, feedback: reply }) => {
      const input = h("input", {
        type: props.several ? "checkbox" : "radio", name: props.id, checked: chosen.includes(key), "data-key": key,
        onchange: () => {
          const now = next(props, chosen, key, input.checked);
          answer(now.length ? { chosen: now } : null);
        },
      });
      return h("div", { class: "mb-option" },
        h("label", {}, input, h("span", {}, line(text))),
        h("div", { "aria-live": "polite" }, chosen.includes(key) && reply ? feedback(reply) : null));
    };
    return [h("fieldset", {}, h("legend", { class: "mb-prompt" }, line(props.prompt)), props.options.map(option))];
  },
};
