import { grow, h, line } from "../../live/kit.js";

export default {
  answered: (value) => value.text.trim() !== "",
  draw({ props, answer }, value) {
    const id = `${props.id}-field`;
    const area = h("textarea", {
      id, rows: props.rows ?? 4, "data-key": "field", "aria-describedby": props.hint ? `${id}-hint` : null,
      oninput: () => answer(area.value ? { text: area.value } : null, { redraw: false }),
    });
    area.value = value?.text ?? "";
    return [
      h("label", { for: id, class: "mb-prompt" }, line(props.prompt)),
      props.hint && h("p", { id: `${id}-hint`, class: "mb-hint" }, line(props.hint)),
      grow(area),
    ];
  },
};
