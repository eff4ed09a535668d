// The ipywidgets host: answers go to the kernel as messages, never as a trait.

function kernelStore(model) {
  const watchers = new Set();
  const tell = (news) => watchers.forEach((fn) => fn(news));
  let wait;
  return {
    where: "kernel",
    load: () => new Promise((resolve) => {
      const once = (message) => {
        if (!("value" in message)) return;
        model.off("msg:custom", once);
        resolve(message.value);
      };
      model.on("msg:custom", once);
      model.send({ load: true });
      // Without a kernel nobody answers; the exercise is then still there to read and try.
      setTimeout(() => resolve(null), 4000);
    }),
    save(id, kind, value) {
      tell({ status: "saving" });
      clearTimeout(wait);
      wait = setTimeout(() => model.send({ save: value }), 400);
    },
    watch(id, fn) {
      const hear = (message) => message.status && fn({ status: message.status });
      watchers.add(fn);
      model.on("msg:custom", hear);
      return () => { watchers.delete(fn); model.off("msg:custom", hear); };
    },
  };
}

export default {
  render({ model, el }) {
    const done = mount({ el, props: model.get("props"), store: kernelStore(model) });
    return () => done.then((stop) => stop());
  },
};
