// Shows an exercise that stands in a notebook's output. No kernel and no trust are needed: the properties are data.

const MIME = "application/vnd.mbkurs.exercise+json";

export default async function make({ shared, course }) {
  const { Widget } = await shared("@lumino/widgets");

  class Exercise extends Widget {
    constructor({ resolver }) {
      super();
      this.addClass("mbkurs-live");
      this.path = resolver?.path;
    }

    async renderModel(model) {
      const props = model.data[MIME];
      try {
        const { mount, storeFor } = await course;
        this.unmount?.();
        this.unmount = await mount({ el: this.node, props, store: storeFor(this.path) });
      } catch (error) {
        // The text stays readable whatever happens to the form.
        console.error(`Exercise ${props.id}`, error);
        this.node.textContent = model.data["text/plain"] ?? props.title;
      }
    }

    dispose() {
      this.unmount?.();
      super.dispose();
    }
  }

  return {
    id: "mbkurs:exercise",
    dataType: "json",
    // Before text/html and before the widget view that a kernel adds to the same output.
    rank: -50,
    rendererFactory: {
      safe: true,
      mimeTypes: [MIME],
      createRenderer: (options) => new Exercise(options),
    },
  };
}
