// The book without a network: a worker keeps the pages, and this says when there is a newer edition of the page.
// Pages come from the network first, so nobody has to press anything to be up to date; the notice is for a page
// that was already open, or that was shown without a network.

const notice = document.getElementById("newer");
const edition = (page) => page.querySelector("meta[name=edition]")?.content;

/** Whether the page in the newest cache differs from this one. */
async function isOld(scope) {
  const names = (await caches.keys()).filter((name) => name.startsWith(`mb-book:${scope}:`));
  const page = location.pathname.endsWith("/") ? "index.html" : location.pathname;
  const kept = await (await caches.open(names.at(-1))).match(page, { ignoreSearch: true });
  const newer = kept && new DOMParser().parseFromString(await kept.text(), "text/html");
  return Boolean(newer) && edition(newer) !== edition(document);
}

function takeOver(registration) {
  registration.waiting?.postMessage("take over");
}

function showNewer(registration) {
  if (!registration.waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  return takeOver(registration);
}

function say(registration) {
  if (notice.childElementCount) return;
  const button = (text, action) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    made.addEventListener("click", action);
    return made;
  };
  const text = Object.assign(document.createElement("p"), { textContent: notice.dataset.text });
  const buttons = Object.assign(document.createElement("p"), { className: "buttons" });
  buttons.append(
    button(notice.dataset.show, () => showNewer(registration)),
    button(notice.dataset.later, () => notice.replaceChildren()),
  );
  notice.append(text, buttons);
}

async function offer(registration) {
  if (await isOld(registration.scope)) say(registration);
  else takeOver(registration);
}

async function keepBook() {
  const registration = await navigator.serviceWorker.register(notice.dataset.worker);
  if (registration.waiting) offer(registration);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker.addEventListener("statechange", () => {
      if (worker.state === "installed" && registration.active) offer(registration);
    });
  });
  document.addEventListener("visibilitychange", () => {
    // Without a network there is nothing newer to find.
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
}

const canKeep = navigator.serviceWorker && location.protocol.startsWith("http") && !navigator.connection?.saveData;
// After the page itself is there; a browser that refuses shows the book as it comes from the network.
if (canKeep) addEventListener("load", () => setTimeout(() => keepBook().catch(() => {})));
