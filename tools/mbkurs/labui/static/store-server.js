// Keeps answers on the Jupyter server. What is typed goes into the browser's own storage at once and stays there
// until the server has it on disk, so that neither a closed tab nor a lost server costs a word.

import { createQueue } from "./queue.js";

const DEBOUNCE = 400; // milliseconds from the last key to the request
const RETRY = { first: 500, most: 5000 };
const REFUSED = 400; // asking again would not help

/** Whether the sheet has had this entry already: it was sent as the page closed, and the reply never heard. */
function alreadyHas(answer, { tab, at }) {
  return answer?.typed?.[tab] >= at;
}

/** One tab delivers at a time, so that texts reach the sheet in the order in which they were written. */
function alone(name, work) {
  return navigator.locks ? navigator.locks.request(name, work) : work();
}

export class ServerStore {
  constructor({ api, sheet, place, where = "server", shared = false }) {
    Object.assign(this, { api, sheet, where, name: `mbkurs:${place}:${sheet}` });
    this.tab = crypto.randomUUID?.() ?? String(Math.random());
    // On a shared computer nothing outlives the tab; on one's own it waits for the next opening.
    this.queue = createQueue(shared ? sessionStorage : localStorage, `${this.name}:`, this.tab);
    this.answers = {};
    // The revision that each answer here grew from. Another tab's is not counted: whoever types here may not have
    // seen it, and the server then keeps both.
    this.bases = new Map();
    this.watchers = new Map();
    this.pause = RETRY.first;
    this.others = new BroadcastChannel(this.name);
    this.others.onmessage = ({ data }) => this.hear(data);
    this.listen(shared);
    this.opened = this.open();
  }

  listen(shared) {
    addEventListener("pagehide", () => this.sendLast());
    addEventListener("online", () => this.deliver());
    document.addEventListener("visibilitychange", () => document.hidden ? this.sendLast() : this.deliver());
    if (!shared) return;
    addEventListener("beforeunload", (event) => { if (this.queue.waiting().length) event.preventDefault(); });
  }

  /** Read the sheet; where the server is away, go on with what the browser has and read it later. */
  async open() {
    try {
      this.answers = (await this.api(`api/answers/${this.sheet}`)).answers;
    } catch (error) {
      this.report(error);
      setTimeout(() => this.open().then(() => this.showAll()), this.wait());
      return;
    }
    for (const [id, { revision }] of Object.entries(this.answers)) this.bases.set(id, revision);
    for (const [key, entry] of this.queue.waiting()) {
      if (alreadyHas(this.answers[entry.id], entry)) this.queue.delivered(key, entry);
    }
    this.deliver();
  }

  async load(id) {
    await this.opened;
    return this.current(id);
  }

  current(id) {
    const waiting = this.queue.waiting().map(([, entry]) => entry).findLast((entry) => entry.id === id);
    return (waiting ? waiting.value : this.answers[id]?.value) ?? null;
  }

  showAll() {
    for (const id of this.watchers.keys()) this.tell(id, { value: this.current(id) });
  }

  save(id, kind, value) {
    const at = performance.timeOrigin + performance.now();
    this.queue.add({ id, kind, value, base: this.bases.get(id) ?? 0, tab: this.tab, at });
    this.tell(id, { status: "saving" });
    this.others.postMessage({ id, value });
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.deliver(), DEBOUNCE);
  }

  watch(id, fn) {
    const fns = this.watchers.get(id) ?? this.watchers.set(id, new Set()).get(id);
    fns.add(fn);
    return () => fns.delete(fn);
  }

  tell(id, news) {
    for (const fn of this.watchers.get(id) ?? []) fn(news);
  }

  /** What another tab says: a value that is being typed there, or one that is on disk now. */
  hear({ id, value, saved }) {
    if (saved) {
      this.answers[id] = saved;
      if (!this.queue.mine(id)) this.tell(id, { status: "saved" });
    } else this.tell(id, { value });
  }

  /** Send everything that waits, oldest first, and try again later with what could not be sent. */
  async deliver() {
    clearTimeout(this.retry);
    let problem;
    await alone(this.name, async () => { problem = await this.sendAll(); });
    this.report(problem);
    clearTimeout(this.retry);
    if (problem && problem.status !== REFUSED) this.retry = setTimeout(() => this.deliver(), this.wait());
  }

  /** A later text of an answer never overtakes one that could not be sent. Returns the last trouble. */
  async sendAll() {
    const held = new Set();
    let problem;
    for (const [key, { id }] of this.queue.waiting()) {
      const trouble = held.has(id) ? undefined : await this.sendOne(key);
      if (trouble && trouble.status !== REFUSED) held.add(id);
      problem = trouble ?? problem;
    }
    return problem;
  }

  wait() {
    const pause = this.pause;
    this.pause = Math.min(pause * 2, RETRY.most);
    return pause;
  }

  put({ id, kind, value, base, tab, at }, keepalive = false) {
    const body = { kind, value, base, typed: tab ? { tab, at } : null };
    return this.api(`api/answers/${this.sheet}/${id}`, { method: "PUT", body, keepalive });
  }

  async sendOne(key) {
    const [, entry] = this.queue.waiting().find(([other]) => other === key) ?? [];
    if (!entry) return undefined;
    try {
      const kept = await this.put(entry);
      this.pause = RETRY.first;
      this.acknowledge(key, entry, kept);
      return undefined;
    } catch (error) {
      this.tell(entry.id, { status: error.status === REFUSED ? "failed" : "waiting" });
      return error;
    }
  }

  /** `kept` has a value of its own where the sheet had this text before, and a newer one since. */
  acknowledge(key, entry, kept) {
    const { id } = entry;
    const own = this.queue.isMine(key, id);
    this.answers[id] = { ...entry, ...kept };
    this.others.postMessage({ id, saved: this.answers[id] });
    if (own && !("value" in kept)) this.bases.set(id, kept.revision);
    this.queue.delivered(key, entry);
    const more = this.queue.mine(id); // typed here meanwhile; it grew from what is on disk now
    if (!more) this.tell(id, { status: "saved", value: kept.value });
    else if (own) this.queue.add({ ...more, base: this.bases.get(id) ?? 0 });
  }

  /** The page may be going: ask the browser to send what was typed here even after it has gone. */
  sendLast() {
    for (const [key, entry] of this.queue.waiting()) {
      if (entry.tab === this.tab) this.put(entry, true).then((kept) => this.acknowledge(key, entry, kept), () => {});
    }
  }

  /** Tell the page as a whole how it stands, so that it can say so in one place. */
  report(problem) {
    const waiting = this.queue.waiting().length ? "saving" : "saved";
    const state = problem ? problem.reason ?? (problem.status === 403 ? "signed-out" : "waiting") : waiting;
    document.dispatchEvent(new CustomEvent("mbkurs:delivery", { detail: { state } }));
  }
}

/** The keeper of one answer sheet (contract: tools/README.md). */
export function createServerStore(options) {
  return new ServerStore(options);
}
