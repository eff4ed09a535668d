// A lab extension is a module-federation container. This one is written by hand, so that no build is needed:
// it hands JupyterLab two plain ES modules and gives them JupyterLab's own packages.
(() => {
  const here = new URL(".", document.currentScript.src);
  let scope;
  const shared = async (name) => {
    const [version] = Object.values(scope[name]);
    return (await version.get())();
  };
  // The exercises' own files start loading now, while JupyterLab is still building its page.
  const course = import(new URL("course.js", here)).then(({ open }) => open());
  (window._JUPYTERLAB ??= {}).mbkurs = {
    init: (given) => { scope = given; },
    get: async (name) => {
      const make = (await import(new URL(`${name}.js`, here))).default;
      const plugin = await make({ shared, course });
      return () => ({ __esModule: true, default: plugin });
    },
  };
})();
