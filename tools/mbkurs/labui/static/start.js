// The start page works without scripts; this delivers what the browser still holds from last time, and says so.

import { createApi } from "./api.js";
import { createServerStore } from "./store-server.js";

const { place, alone } = document.body.dataset;
const line = document.getElementById("waiting");

/** The sheets that have text waiting in this browser. */
function waitingSheets() {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(`mbkurs:${place}:`));
  return [...new Set(keys.map((key) => key.split(":")[2]))];
}

function say(text) {
  line.hidden = false;
  line.textContent = text;
}

document.addEventListener("mbkurs:delivery", ({ detail: { state } }) => {
  if (state === "saved") say(line.dataset.delivered);
  else if (state !== "saving") say(line.dataset.waiting);
});

if (alone === "yes") {
  const api = createApi(new URL("../", import.meta.url));
  for (const sheet of waitingSheets()) createServerStore({ api, sheet, place });
}
