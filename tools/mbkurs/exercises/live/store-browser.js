// Keeps answers in the reader's own browser, one entry an exercise, so that two tabs never overwrite each other.

const PREFIX = "mbkurs:answer:";
const DAMAGED = "mbkurs:damaged:";
const EARLIER = 20; // versions of an answer that a loaded file may bring

/** All answers that this browser keeps, as `{id: {kind, value, saved, revision, earlier}}`. */
export function keptAnswers() {
  const answers = {};
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX)) answers[key.slice(PREFIX.length)] = read(key.slice(PREFIX.length));
    }
  } catch {
    return {};
  }
  return Object.fromEntries(Object.entries(answers).filter(([, entry]) => entry?.value != null));
}

/** An entry that cannot be read is set aside under another name, never written over. */
function read(id) {
  const text = localStorage.getItem(PREFIX + id);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    localStorage.setItem(`${DAMAGED}${id}:${Date.now()}`, text);
    localStorage.removeItem(PREFIX + id);
    return null;
  }
}

function write(id, entry) {
  if (entry) localStorage.setItem(PREFIX + id, JSON.stringify(entry));
  else localStorage.removeItem(PREFIX + id);
}

/** The newer of two entries for one exercise, with the other among its earlier versions. */
function joined(mine, theirs) {
  if (!mine || JSON.stringify(mine.value) === JSON.stringify(theirs.value)) return mine ?? theirs;
  const [newer, older] = mine.saved >= theirs.saved ? [mine, theirs] : [theirs, mine];
  const { earlier = [], ...version } = older;
  return { ...newer, earlier: [{ value: version.value, saved: version.saved, revision: version.revision },
    ...(newer.earlier ?? []), ...earlier].slice(0, EARLIER) };
}

/** A store as tools/README.md describes it, with `bring` (answers from a file) and `forget` besides. */
export function browserStore() {
  const watchers = new Map();
  const unsaved = new Map(); // what the browser refused to keep, so that it can still be saved to a file
  const tell = (id, news) => watchers.get(id)?.forEach((fn) => fn(news));
  const everyone = (news) => [...watchers.keys()].forEach((id) => tell(id, news(id)));
  const valueOf = (id) => { try { return read(id)?.value ?? null; } catch { return null; } };

  addEventListener("storage", ({ key }) => {
    if (key === null) everyone(() => ({ value: null }));
    else if (key.startsWith(PREFIX)) tell(key.slice(PREFIX.length), { value: valueOf(key.slice(PREFIX.length)) });
  });

  return {
    where: "browser",
    load: async (id) => valueOf(id),
    save(id, kind, value) {
      const entry = { kind, value, saved: new Date().toISOString(), revision: 1, earlier: [] };
      try {
        const before = read(id);
        const next = { ...entry, revision: (before?.revision ?? 0) + 1, earlier: before?.earlier ?? [] };
        write(id, value === null ? null : next);
        unsaved.delete(id);
        tell(id, { status: "saved" });
      } catch {
        if (value === null) unsaved.delete(id);
        else unsaved.set(id, entry);
        tell(id, { status: "failed" });
      }
      tell("*", { status: unsaved.size ? "failed" : "saved" });
    },
    /** `fn` hears of one exercise, or of all with the id "*". */
    watch(id, fn) {
      watchers.set(id, (watchers.get(id) ?? new Set()).add(fn));
      return () => watchers.get(id).delete(fn);
    },
    answers: () => ({ ...keptAnswers(), ...Object.fromEntries(unsaved) }),
    /** Take in answers from a file; the newer answer stands. Returns how many changed. Throws if storage is full. */
    bring(answers) {
      const changed = Object.entries(answers).filter(([id, theirs]) => {
        const mine = read(id);
        const next = joined(mine, theirs);
        if (next === mine) return false;
        write(id, next);
        return JSON.stringify(mine?.value) !== JSON.stringify(next.value);
      });
      changed.forEach(([id]) => tell(id, { status: "saved", value: valueOf(id) }));
      tell("*", {});
      return changed.length;
    },
    forget() {
      Object.keys(keptAnswers()).forEach((id) => write(id, null));
      unsaved.clear();
      everyone(() => ({ status: null, value: null }));
    },
  };
}
