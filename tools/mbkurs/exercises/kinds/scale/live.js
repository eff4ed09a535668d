import { button, h, line, niceDate, say, svg, today } from "../../live/kit.js";

const WIDTH = 320, EDGE = 10;
const x = (n) => EDGE + ((WIDTH - 2 * EDGE) * n) / 10;

/** One item's line from 0 to 10; the words stand above it as text, so that long ones wrap. */
function row(item, now, before) {
  return h("div", { class: "mb-chart-row" }, h("span", {}, line(item.text)),
    svg("svg", { viewBox: `0 0 ${WIDTH} 16` },
      svg("line", { x1: x(0), x2: x(10), y1: 8, y2: 8, class: "mb-chart-line" }),
      before != null && svg("circle", { cx: x(before), cy: 8, r: 6, class: "mb-chart-before" }),
      now != null && svg("circle", { cx: x(now), cy: 8, r: 5, class: "mb-chart-now" })));
}

function chart({ props, words }, now, entry) {
  const told = (item) => say(words["chart-row"], { item: item.text, now: now[item.key] ?? "–" })
    + (entry ? ` ${say(words["chart-before"], { before: entry.values[item.key] ?? "–" })}` : "");
  return h("figure", { class: "mb-chart" },
    h("div", { role: "img", "aria-label": `${words.chart} ${props.items.map(told).join(" ")}` },
      props.items.map((item) => row(item, now[item.key], entry?.values[item.key]))),
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
