/* Python in the page: one worker with MicroPython for all simulations. `start()` may be called early; `compute` gives a
   promise of {values, figure, summary, columns, rows} or {error: Dutch sentence}. Both fail without an engine.

   The build puts the worker's code in the place of WORKER and writes this to _static/simulation-engine.js. The script
   stands first in the head: where the address holds a setting, the engine starts while the page is still read.
   Over http the worker loads the engine and the models itself, so that a busy page does not hold it up; on a page from
   file:// only the page can load scripts, and hands them over. */
(() => {
  "use strict";
  const WORKER = "";
  const book = (window.dichterbij = window.dichterbij || {});
  const { src, dataset } = document.currentScript;
  const direct = location.protocol.startsWith("http");
  const waiting = new Map();
  const given = {};
  let worker = null;
  let started = null;
  let count = 0;

  const address = (name) => new URL(`${name}?v=${dataset.version}`, src).href;

  /* Load a script into the page. */
  const script = (name) =>
    new Promise((done, failed) => {
      const tag = document.createElement("script");
      tag.src = address(name);
      tag.fetchPriority = "high"; // else a browser lets it wait for style sheets and pictures
      tag.onload = done;
      tag.onerror = () => failed(new Error(`${name} does not load`));
      document.head.append(tag);
    });

  const boot = () =>
    new Promise((ready, failed) => {
      worker = new Worker(URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" })));
      worker.onerror = (event) => failed(new Error(event.message || "the worker does not start"));
      worker.onmessage = ({ data }) => {
        if (data.ready) ready();
        else if (data.starting) failed(new Error(data.failed));
        else if (waiting.has(data.id)) {
          const { done, failed: refuse } = waiting.get(data.id);
          waiting.delete(data.id);
          if (data.failed) refuse(new Error(data.failed));
          else done(JSON.parse(data.answer));
        } else console.error(data.failed);
      };
      if (direct) worker.postMessage({ engineScript: address("engine.js") });
      else script("engine.js").then(() => worker.postMessage({ engine: book.engine }), failed);
    });

  const start = () => (started ||= boot());

  /* Hand the worker a model, once. It answers in the order of what it is asked. */
  const give = (name) =>
    (given[name] ||= (async () => {
      const file = `simulations/${name}.js`;
      if (direct) {
        start();
        worker.postMessage({ name, modelScript: address(file) });
      } else {
        await Promise.all([start(), script(file)]);
        worker.postMessage({ name, model: book.models[name] });
      }
    })());

  const compute = (name, spec, values) =>
    new Promise((done, failed) => {
      const id = ++count;
      give(name).then(() => {
        waiting.set(id, { done, failed });
        worker.postMessage({ id, name, spec, values });
      }).catch(failed);
      started.catch(failed);
    });

  book.python = { start, compute };
  if (location.hash.includes("=")) for (const name of dataset.simulations.split(" ")) give(name).catch(() => {});
})();
