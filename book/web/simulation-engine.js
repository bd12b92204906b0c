/* Python in the page: one worker with MicroPython for all simulations. `start(name)` may be called early; `compute` gives
   a promise of {values, figure, summary, columns, rows} or {error: Dutch sentence}. Both fail without an engine.
   Stands in the head, before the page: where the address holds a setting, the engine starts while the page is read. */
(() => {
  "use strict";
  const book = (window.dichterbij = window.dichterbij || {});
  const { src, dataset } = document.currentScript;
  const folder = new URL(".", src);
  const asked = {};
  const waiting = new Map();
  const sent = new Set();
  let starting = null;
  let count = 0;

  /* Load _static/<name> once; a classic script also loads from file://. */
  const script = (name) =>
    (asked[name] ||= new Promise((done, failed) => {
      const tag = document.createElement("script");
      tag.src = new URL(name, folder).href;
      tag.onload = done;
      tag.onerror = () => failed(new Error(`${name} does not load`));
      document.head.append(tag);
    }));

  const boot = (engine) =>
    new Promise((ready, failed) => {
      const code = new Blob([engine.worker], { type: "text/javascript" });
      const worker = new Worker(URL.createObjectURL(code));
      worker.onerror = (event) => failed(new Error(event.message || "de worker start niet"));
      worker.onmessage = ({ data }) => {
        if (data.ready) return ready(worker);
        const request = waiting.get(data.id);
        if (!request) return failed(new Error(data.failed));
        waiting.delete(data.id);
        if (data.failed) request.failed(new Error(data.failed));
        else request.done(JSON.parse(data.answer));
      };
      worker.postMessage({ engine });
    });

  const start = async (name) => {
    starting ||= script("engine.js").then(() => boot(book.engine));
    const [worker] = await Promise.all([starting, script(`simulations/${name}.js`)]);
    return worker;
  };

  const compute = async (name, spec, values) => {
    const worker = await start(name);
    const { module, sources } = book.models[name];
    const id = ++count;
    const message = { id, module, spec, values };
    if (!sent.has(name)) message.sources = sources;
    sent.add(name);
    return new Promise((done, failed) => {
      waiting.set(id, { done, failed });
      worker.postMessage(message);
    });
  };

  book.python = { start, compute };
  if (location.hash.includes("=")) for (const name of dataset.simulations.split(" ")) start(name).catch(() => {});
})();
