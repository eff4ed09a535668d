import { button, grow, h, line, printSheet } from "../../live/kit.js";

function changed(value, key, text) {
  const fields = { ...value?.fields, [key]: text };
  if (!text) delete fields[key];
  return Object.keys(fields).length ? { fields } : null;
}

export default {
  draw({ props, words, answer }, value) {
    let now = value;
    const field = ({ key, label, hint, rows }) => {
      const id = `${props.id}-${key}`;
      const area = h("textarea", {
        id, rows: rows ?? 2, "data-key": key, "aria-describedby": hint ? `${id}-hint` : null,
        oninput: () => answer((now = changed(now, key, area.value)), { redraw: false }),
      });
      area.value = value?.fields?.[key] ?? "";
      return h("div", { class: "mb-field" },
        h("label", { for: id }, line(label)),
        hint ? h("p", { id: `${id}-hint`, class: "mb-hint" }, line(hint)) : null,
        grow(area));
    };
    const print = () => printSheet(props.title,
      props.fields.map(({ key, label }) => [label, now?.fields?.[key] ?? ""]), props.language);
    return [
      h("fieldset", {}, h("legend", { class: "mb-prompt" }, line(props.prompt)), props.fields.map(field)),
      button(words.print, print, { "data-key": "print" }),
    ];
  },
};
