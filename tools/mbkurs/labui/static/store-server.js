// Keeps answers on the Jupyter server. What is typed goes into the browser's own storage at once and stays there
// until the server has it on disk, so that neither a closed tab nor a lost server costs a word.

const DEBOUNCE = 400; // milliseconds from the last key to the request
const RETRY = { first: 500, most: 5000 };

/** The entries that wait in the browser, one storage item each so that two tabs do not overwrite each other. */
function createQueue(storage, prefix) {
  const fallback = new Map(); // a browser may refuse storage; then the open page is all there is
  const keys = () => Object.keys(storage).filter((key) => key.startsWith(prefix));
  return {
    get(id) {
      return fallback.get(id) ?? JSON.parse(storage.getItem(prefix + id) ?? "null");
    },
    set(id, entry) {
      fallback.delete(id);
      try {
        storage.setItem(prefix + id, JSON.stringify(entry));
      } catch {
        fallback.set(id, entry);
      }
    },
    /** Remove what has been delivered, unless more has been typed meanwhile. */
    delivered(id, stamp) {
      if (this.get(id)?.stamp !== stamp) return false;
      fallback.delete(id);
      storage.removeItem(prefix + id);
      return true;
    },
    ids: () => [...new Set([...keys().map((key) => key.slice(prefix.length)), ...fallback.keys()])],
  };
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** Whether the sheet has had this entry already: it was sent as the page closed, and the reply never heard. */
function alreadyHas(answer, entry) {
  return [answer, ...(answer?.earlier ?? [])].some((had) =>
    had && had.revision > entry.base && same(had.value, entry.value));
}

export class ServerStore {
  where = "server";

  constructor({ api, sheet, place, alone }) {
    this.api = api;
    this.sheet = sheet;
    // On a shared computer nothing outlives the tab; on one's own it waits for the next opening.
    this.queue = createQueue(alone === false ? sessionStorage : localStorage, `mbkurs:${place}:${sheet}:`);
    this.tab = crypto.randomUUID();
    this.answers = {};
    // The revision each answer here grew from. Another tab's is not counted: whoever types here may not have seen
    // it, and the server then keeps both.
    this.bases = new Map();
    this.watchers = new Map();
    this.timers = new Map();
    this.pause = RETRY.first;
    this.others = new BroadcastChannel(`mbkurs:${place}:${sheet}`);
    this.others.onmessage = ({ data }) => this.hear(data);
    this.listen(alone === false);
    this.opened = this.open();
  }

  listen(shared) {
    addEventListener("pagehide", () => this.sendLast());
    addEventListener("online", () => this.deliver());
    document.addEventListener("visibilitychange", () => document.hidden ? this.sendLast() : this.deliver());
    if (!shared) return;
    addEventListener("beforeunload", (event) => { if (this.queue.ids().length) event.preventDefault(); });
  }

  async open() {
    try {
      this.answers = (await this.api(`api/answers/${this.sheet}`)).answers;
      for (const [id, { revision }] of Object.entries(this.answers)) this.bases.set(id, revision);
    } catch (error) {
      this.report(error);
      setTimeout(() => { this.opened = this.open().then(() => this.showAll()); }, this.wait());
      return;
    }
    for (const id of this.queue.ids()) {
      const entry = this.queue.get(id);
      if (alreadyHas(this.answers[id], entry)) this.queue.delivered(id, entry.stamp);
    }
    this.deliver();
  }

  async load(id) {
    await this.opened;
    return this.current(id);
  }

  current(id) {
    const waiting = this.queue.get(id);
    return (waiting ? waiting.value : this.answers[id]?.value) ?? null;
  }

  showAll() {
    for (const id of this.watchers.keys()) this.tell(id, { value: this.current(id) });
  }

  save(id, kind, value) {
    const base = this.bases.get(id) ?? 0;
    this.queue.set(id, { kind, value, base, stamp: `${this.tab} ${performance.now()}` });
    this.tell(id, { status: "saving" });
    this.others.postMessage({ id, value });
    clearTimeout(this.timers.get(id));
    this.timers.set(id, setTimeout(() => this.deliver(), DEBOUNCE));
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
      this.tell(id, { status: "saved" });
    } else this.tell(id, { value });
  }

  /** Send everything that waits, one at a time, and try again later with what could not be sent. */
  async deliver() {
    if (this.delivering) { this.again = true; return; }
    this.delivering = true;
    clearTimeout(this.retry);
    let problem;
    for (const id of this.queue.ids()) problem = (await this.sendOne(id)) ?? problem;
    this.delivering = false;
    this.report(problem);
    if (problem && problem.status !== 400) this.retry = setTimeout(() => this.deliver(), this.wait());
    else if (this.again) { this.again = false; this.deliver(); }
  }

  wait() {
    const pause = this.pause;
    this.pause = Math.min(pause * 2, RETRY.most);
    return pause;
  }

  async sendOne(id) {
    const entry = this.queue.get(id);
    if (!entry) return undefined;
    const { stamp, ...body } = entry;
    try {
      const { saved, revision } = await this.api(`api/answers/${this.sheet}/${id}`, { method: "PUT", body });
      this.pause = RETRY.first;
      this.acknowledge(id, stamp, { ...body, saved, revision });
      return undefined;
    } catch (error) {
      this.tell(id, { status: error.status === 400 ? "failed" : "waiting" });
      return error;
    }
  }

  acknowledge(id, stamp, answer) {
    this.answers[id] = answer;
    this.bases.set(id, answer.revision);
    this.others.postMessage({ id, saved: answer });
    if (this.queue.delivered(id, stamp)) {
      this.tell(id, { status: "saved" });
      return;
    }
    // More has been typed here meanwhile, and it grew from what is on disk now.
    const newer = this.queue.get(id);
    if (newer?.stamp.startsWith(this.tab)) this.queue.set(id, { ...newer, base: answer.revision });
  }

  /** The page may be going: ask the browser to send what waits even after it has gone. */
  sendLast() {
    for (const id of this.queue.ids()) {
      const { stamp, ...body } = this.queue.get(id);
      this.api(`api/answers/${this.sheet}/${id}`, { method: "PUT", body, keepalive: true })
        .then(() => this.queue.delivered(id, stamp), () => {});
    }
  }

  /** Tell the page as a whole how it stands, so that it can say so in one place. */
  report(problem) {
    const state = problem ? problem.reason ?? (problem.status === 403 ? "signed-out" : "waiting")
      : this.queue.ids().length ? "saving" : "saved";
    document.dispatchEvent(new CustomEvent("mbkurs:delivery", { detail: { state } }));
  }
}

/** The keeper of one answer sheet (contract: tools/README.md). */
export function createServerStore(options) {
  return new ServerStore(options);
}
