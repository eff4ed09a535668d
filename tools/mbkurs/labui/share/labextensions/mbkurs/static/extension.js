// Makes a course page a page to read: no kernel, nothing to press by accident, no dialogs about the machinery.

import frame from "./frame.js";
import quiet, { isCoursePage } from "./quiet.js";

/** Keep a kernel from starting with the notebook; start it after all where the notebook is not the course's. */
async function withoutKernel(panel) {
  const session = panel.sessionContext;
  const wanted = session.kernelPreference.shouldStart;
  session.kernelPreference = { ...session.kernelPreference, shouldStart: false };
  await panel.context.ready;
  if (isCoursePage(panel)) return true;
  session.kernelPreference = { ...session.kernelPreference, shouldStart: wanted };
  await session.initialize();
  return false;
}

export default async function make({ shared, course }) {
  const { INotebookTracker } = await shared("@jupyterlab/notebook");
  const { Dialog } = await shared("@jupyterlab/apputils");
  return {
    id: "mbkurs:course-pages",
    autoStart: true,
    requires: [INotebookTracker],
    activate(app, tracker) {
      quiet(app, tracker, Dialog);
      tracker.widgetAdded.connect(async (_, panel) => {
        if (await withoutKernel(panel)) await frame(app, panel, await course);
      });
    },
  };
}
