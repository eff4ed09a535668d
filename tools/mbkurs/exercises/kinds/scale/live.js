import { button, h, line, niceDate, say, svg, today } from "../../live/kit.js";

const LEFT = 10, WIDTH = 300, ROW = 34;
const x = (n) => LEFT + (WIDTH * n) / 10;

function row(item, index, now, before) {
  const y = 24 + index * ROW;
  return [
    svg("text", { x: LEFT, y: y - 9, class: "mb-chart-text" }, item.text),
    svg("line", { x1: x(0), x2: x(10), y1: y, y2: y, class: "mb-chart-line" }),
    before != null && svg("circle", { cx: x(before), cy: y, r: 6, class: "mb-chart-before" }),
    now != null && svg("circle", { cx: x(now), cy: y, r: 5, class: "mb-chart-now" }),
  ].filter(Boolean);
}

function chart({ props, words }, now, entry) {
  const height = 24 + props.items.length * ROW;
  const words_ = (item) => say(words["chart-row"], { item: item.text, now: now[item.key] ?? "–" })
    + (entry ? ` ${say(words["chart-before"], { before: entry.values[item.key] ?? "–" })}` : "");
  return h("figure", { class: "mb-chart" },
    svg("svg", { viewBox: `0 0 ${WIDTH + 2 * LEFT} ${height}`, role: "img",
      "aria-label": `${words.chart} ${props.items.map(words_).join(" ")}` },
    props.items.flatMap((item, index) => row(item, index, now[item.key], entry?.values[item.key]))),
    h("figcaption", {}, entry
      ? say(words.legend, { date: niceDate(entry.date, props.language) }) : words["legend-now"]));
}

function slider(props, words, item, value, change) {
  const id = `${props.id}-${item.key}`;
  const number = h("output", { for: id }, value ?? "–");
  const range = h("input", {
    id, type: "range", min: 0, max: 10, step: 1, value: value ?? 5, "data-key": item.key,
    "aria-valuetext": value == null ? words["not-set"] : null,
    oninput: () => {
      number.textContent = range.value;
      range.removeAttribute("aria-valuetext");
      change(Number(range.value));
    },
  });
  return h("div", { class: "mb-slider" }, h("label", { for: id }, line(item.text)), number, range,
    h("span", { class: "mb-ends", "aria-hidden": "true" }, h("span", {}, props.low), h("span", {}, props.high)));
}

/** Keep today's numbers with their date; a second time the same day replaces the first. */
function kept(value) {
  const date = today();
  const entries = (value.entries ?? []).filter((entry) => entry.date !== date);
  return { now: value.now, entries: [...entries, { date, values: value.now }] };
}

function comparison(props, words, entries, pick) {
  const id = `${props.id}-compare`;
  const list = h("select", { id, "data-key": "compare", onchange: () => pick(entries[list.selectedIndex - 1]) },
    h("option", {}, words["compare-none"]),
    entries.map((entry) => h("option", {}, niceDate(entry.date, props.language))));
  return h("p", {}, h("label", { for: id }, words.compare), " ", list);
}

export default {
  draw(ctx, value) {
    const { props, words, answer } = ctx;
    let current = { now: {}, entries: [], ...value };
    let picked = null;
    let figure = chart(ctx, current.now, picked);
    const redrawChart = () => { const fresh = chart(ctx, current.now, picked); figure.replaceWith(fresh); figure = fresh; };
    const change = (key) => (n) => {
      current = { ...current, now: { ...current.now, [key]: n } };
      answer(current, { redraw: false });
      redrawChart();
    };
    return [
      h("fieldset", {}, h("legend", { class: "mb-prompt" }, line(props.prompt)),
        h("p", { class: "mb-hint" }, say(words.range, { low: props.low, high: props.high })),
        props.items.map((item) => slider(props, words, item, current.now[item.key], change(item.key)))),
      figure,
      button(words.keep, () => answer(kept(current)), { "data-key": "keep" }),
      current.entries.length
        ? comparison(props, words, current.entries, (entry) => { picked = entry; redrawChart(); }) : null,
    ];
  },
};
