// The way in: readers whose browser asks for a Scandinavian language get bokmål, others English.
const wanted = navigator.languages ?? [navigator.language];
const known = { nb: "nb", nn: "nb", no: "nb", da: "nb", sv: "nb", en: "en" };
const first = wanted.map((tag) => known[tag.slice(0, 2).toLowerCase()]).find(Boolean) ?? "en";
location.replace(`${first}/index.html`);
