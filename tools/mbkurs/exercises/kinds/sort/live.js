import { feedback, h, line, say } from "../../live/kit.js";

/** Feedback once a card lies somewhere; where the text decides, it also says whether this is the place. */
function reply({ words, props }, card, group) {
  if (!group) return null;
  const fits = card.group == null || [card.group].flat().includes(group);
  const place = props.groups.find((g) => g.key === [card.group].flat()[0])?.text;
  const lead = card.group == null ? "" : fits ? `${words.fits} ` : `${say(words.elsewhere, { group: place })} `;
  return lead || card.feedback ? feedback(lead + (card.feedback ?? "")) : null;
}

function cardNode(ctx, card, group, move) {
  const { props, words } = ctx;
  const id = `${props.id}-${card.key}`;
  const list = h("select", { id, "data-key": card.key, onchange: () => move(card.key, list.value) },
    h("option", { value: "", selected: !group }, words.unplaced),
    props.groups.map((g) => h("option", { value: g.key, selected: g.key === group }, g.text)));
  return h("li", {
    class: "mb-card", draggable: "true",
    ondragstart: (event) => event.dataTransfer.setData("text/plain", card.key),
  },
  h("label", { for: id }, line(card.text)), list, h("div", { "aria-live": "polite" }, reply(ctx, card, group)));
}

function column(title, key, cards, move) {
  return h("div", {
    class: "mb-group",
    ondragover: (event) => event.preventDefault(),
    ondrop: (event) => { event.preventDefault(); move(event.dataTransfer.getData("text/plain"), key); },
  }, h("h4", {}, title), h("ul", {}, cards));
}

export default {
  finished: ({ props }, value) => props.cards.every((card) => value.groups[card.key]),
  draw(ctx, value) {
    const { props, words, answer } = ctx;
    const groups = value?.groups ?? {};
    const move = (key, group) => {
      const now = { ...groups, [key]: group };
      if (!group) delete now[key];
      answer(Object.keys(now).length ? { groups: now } : null);
    };
    const cardsIn = (group) => props.cards.filter((card) => (groups[card.key] ?? "") === group)
      .map((card) => cardNode(ctx, card, group, move));
    const loose = cardsIn("");
    return [
      h("p", { class: "mb-prompt" }, line(props.prompt)),
      h("p", { class: "mb-hint" }, words.how),
      loose.length ? column(words.tray, "", loose, move) : null,
      h("div", { class: "mb-groups" }, props.groups.map((g) => column(g.text, g.key, cardsIn(g.key), move))),
    ];
  },
};
