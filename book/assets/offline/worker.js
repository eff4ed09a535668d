// Keeps the pages of one language, so that the book opens without a network after the first visit.
// EDITION and FILES stand above this, written by tools/mbkurs/bookext/offline.py.
// Only files of the book are kept. What a reader writes is never in a request, and never here.

const OURS = `mb-book:${self.registration.scope}`;
const CACHE = `${OURS}:${EDITION}`;
const KEPT = new Set(FILES);
const PATIENCE = 3000; // ms that a slow network has before the kept page is shown

/** A file of the book as FILES names it: a page without its query, other files with their version. */
function nameOf(url) {
  if (!url.href.startsWith(self.registration.scope)) return "";
  const path = url.href.slice(self.registration.scope.length).replace(/[?#].*/, "") || "index.html";
  const version = url.searchParams.get("v");
  return version ? `${path}?v=${version}` : path;
}

/** One file after the other: the reader's next page comes first. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  for (const file of FILES) await cache.add(new Request(file, { cache: "no-cache" }));
}

async function forgetEarlier() {
  const earlier = (await caches.keys()).filter((name) => name.startsWith(`${OURS}:`) && name !== CACHE);
  await Promise.all(earlier.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(name) {
  return (await caches.open(CACHE)).match(name);
}

/** The network's answer; the kept one where the network fails or takes its time. */
async function newest(request, name) {
  const answer = fetch(request).catch(() => null);
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE, null); });
  return (await Promise.race([answer, late])) ?? (await kept(name)) ?? (await answer) ?? Response.error();
}

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(forgetEarlier()));
self.addEventListener("message", ({ data }) => { if (data === "take over") self.skipWaiting(); });
self.addEventListener("fetch", (event) => {
  const name = nameOf(new URL(event.request.url));
  if (event.request.method !== "GET" || !KEPT.has(name)) return;
  // A file with its version in the address never changes.
  const answer = name.includes("?v=") ? kept(name).then((file) => file ?? fetch(event.request)) : newest(event.request, name);
  event.respondWith(answer);
});
