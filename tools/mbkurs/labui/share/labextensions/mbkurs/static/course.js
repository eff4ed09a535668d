// What every course page in JupyterLab needs from the server: where answers go, and the front end of the exercises.

const { baseUrl } = JSON.parse(document.getElementById("jupyter-config-data").textContent);

/** A file or request of the course, on this server. */
export function courseUrl(path) {
  return new URL(`${baseUrl}mbkurs/${path}`, location.href).href;
}

function addStyle(path) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = courseUrl(path);
  document.head.append(link);
}

/** Load the exercises' front end and the keeper of answers; both are the same files as everywhere else. */
export async function open() {
  addStyle("live/exercise.css");
  addStyle("live/course-page.css");
  const [{ mount }, { createApi }, { createServerStore }] = await Promise.all(
    ["mount.js", "api.js", "store-server.js"].map((file) => import(courseUrl(`live/${file}`))),
  );
  const api = createApi(courseUrl(""));
  const here = await api("api/here");
  const stores = new Map();
  const storeFor = (path) => {
    const sheet = sheetOf(path);
    if (!stores.has(sheet)) stores.set(sheet, createServerStore({ api, sheet, ...here }));
    return stores.get(sheet);
  };
  return { api, here, mount, storeFor };
}

/** A page of an assignment has a sheet of its own; all other pages write in the trainee's journal. */
export function sheetOf(path) {
  const assignment = /(?:^|\/)(assignments\/[a-z0-9-]+)\//.exec(path ?? "");
  return assignment ? assignment[1] : "journal";
}
