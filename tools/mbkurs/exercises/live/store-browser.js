// Keeps answers in the reader's own browser, one entry an exercise, so that two tabs never overwrite each other.
// As in the course each assignment has a sheet of its own, "assignments/01-arriving", apart from the journal.

export const SCHEMA = 1; // of an answer sheet: tools/README.md
export const JOURNAL = "journal";
const DAMAGED = "mbkurs:damaged:";
const OF_JOURNAL = "mbkurs:answer:";
const ENTRY = /^mbkurs:(?:answer|(assignments\/[a-z0-9-]+)):([^:]+)$/;
const WRITTEN = /^mbkurs:(answer|assignments|damaged|hand-in)\b/; // all that comes of a reader's writing
const EARLIER = 20; // versions of an answer that a loaded file may bring

function keyOf(sheet, id) {
  return `${sheet === JOURNAL ? OF_JOURNAL : `mbkurs:${sheet}:`}${id}`;
}

/** All answers that this browser keeps, as `{sheet: {id: {kind, value, saved, revision, earlier}}}`. */
function keptAnswers() {
  const sheets = {};
  try {
    for (const key of Object.keys(localStorage)) {
      const [, sheet = JOURNAL, id] = ENTRY.exec(key) ?? [];
      const entry = id && read(key);
      if (entry?.value != null) sheets[sheet] = { ...sheets[sheet], [id]: entry };
    }
  } catch {
    return {};
  }
  return sheets;
}

/** An entry that cannot be read is set aside under another name, never written over. */
function read(key) {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    localStorage.setItem(`${DAMAGED}${key}:${Date.now()}`, text);
    localStorage.removeItem(key);
    return null;
  }
}

function write(key, entry) {
  if (entry) localStorage.setItem(key, JSON.stringify(entry));
  else localStorage.removeItem(key);
}

/** The newer of two entries for one exercise, with the other among its earlier versions. */
function joined(mine, theirs) {
  if (!mine || JSON.stringify(mine.value) === JSON.stringify(theirs.value)) return mine ?? theirs;
  const [newer, older] = mine.saved >= theirs.saved ? [mine, theirs] : [theirs, mine];
  const { earlier = [], ...version } = older;
  return { ...newer, earlier: [{ value: version.value, saved: version.saved, revision: version.revision },
    ...(newer.earlier ?? []), ...earlier].slice(0, EARLIER) };
}

/** Keep what a file brought for one exercise; whether that changed the answer. */
function bringOne(key, theirs) {
  const mine = read(key);
  const next = joined(mine, theirs);
  if (next === mine) return false;
  write(key, next);
  return JSON.stringify(mine?.value) !== JSON.stringify(next.value);
}

/** A store of one sheet as tools/README.md describes it, with what a reader can do with all sheets besides. */
export function browserStore(sheet = JOURNAL) {
  const watchers = new Map();
  const unsaved = new Map(); // what the browser refused to keep, so that it can still be saved to a file
  const tell = (id, news) => watchers.get(id)?.forEach((fn) => fn(news));
  const everyone = (news) => [...watchers.keys()].forEach((id) => tell(id, news(id)));
  const valueOf = (id) => { try { return read(keyOf(sheet, id))?.value ?? null; } catch { return null; } };

  addEventListener("storage", ({ key }) => {
    const id = key?.startsWith(keyOf(sheet, "")) && key.slice(keyOf(sheet, "").length);
    if (key === null) everyone(() => ({ value: null }));
    else if (id) tell(id, { value: valueOf(id) });
  });

  return {
    where: "browser",
    sheet,
    load: async (id) => valueOf(id),
    save(id, kind, value) {
      const entry = { kind, value, saved: new Date().toISOString(), revision: 1, earlier: [] };
      try {
        const before = read(keyOf(sheet, id));
        const next = { ...entry, revision: (before?.revision ?? 0) + 1, earlier: before?.earlier ?? [] };
        write(keyOf(sheet, id), value === null ? null : next);
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
    /** All sheets that have answers, as `{sheet: {id: entry}}`; this one is always there. */
    sheets() {
      const kept = keptAnswers();
      return { ...kept, [sheet]: { ...kept[sheet], ...Object.fromEntries(unsaved) } };
    },
    /** Take in sheets from a file; the newer answer stands. Returns how many changed. Throws if storage is full. */
    bring(sheets) {
      const brought = Object.entries(sheets).flatMap(([name, answers]) =>
        Object.entries(answers).map(([id, theirs]) => ({ name, id, theirs })));
      const changed = brought.filter(({ name, id, theirs }) => bringOne(keyOf(name, id), theirs));
      changed.filter(({ name }) => name === sheet)
        .forEach(({ id }) => tell(id, { status: "saved", value: valueOf(id) }));
      tell("*", {});
      return changed.length;
    },
    /** Every sheet, and by which word this browser was known to the course leader. */
    forget() {
      try {
        Object.keys(localStorage).filter((key) => WRITTEN.test(key)).forEach((key) => write(key, null));
      } catch { /* a browser that keeps nothing has nothing to forget */ }
      unsaved.clear();
      everyone(() => ({ status: null, value: null }));
    },
  };
}
