// What is typed and not on disk yet: one storage item for each answer and tab, so that two tabs never overwrite
// each other. An entry is { id, kind, value, base, tab, at }; `at` is when it was typed, to a fraction of a
// millisecond.

export function createQueue(storage, prefix, tab) {
  const unstored = new Map(); // a browser may refuse storage; then the open page is all there is
  const read = (key) => unstored.get(key) ?? JSON.parse(storage.getItem(key) ?? "null");
  const keys = () => [...Object.keys(storage).filter((key) => key.startsWith(prefix)), ...unstored.keys()];
  const keyOf = (id) => `${prefix}${id}:${tab}`;
  const put = (key, entry) => {
    unstored.delete(key);
    try {
      storage.setItem(key, JSON.stringify(entry));
    } catch {
      unstored.set(key, entry);
    }
  };
  return {
    add: (entry) => put(keyOf(entry.id), entry),
    /** Everything that waits, this tab's and others', in the order it was typed: [key, entry] pairs. */
    waiting: () => keys().map((key) => [key, read(key)]).filter(([, entry]) => entry)
      .sort(([, a], [, b]) => a.at - b.at),
    isMine: (key, id) => key === keyOf(id),
    /** What this tab typed last for an answer, if it still waits. */
    mine: (id) => read(keyOf(id)),
    /** Forget what is on disk now, unless more has been typed meanwhile. */
    delivered(key, { at }) {
      if (read(key)?.at !== at) return;
      unstored.delete(key);
      storage.removeItem(key);
    },
  };
}
