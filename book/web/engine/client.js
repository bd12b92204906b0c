/* Python in the page: one worker with MicroPython for all simulations. `start()` may be called early; `compute` gives a
   promise of {values, figure, summary, columns, rows} or {error: Dutch sentence}, `read` one of what a table of the
   reader's own holds: {rows, values, how} or {error}. All fail without an engine.

   The script stands in the page itself, first in the head: where the address holds a setting, the engine starts while the page is still
   read. Over http all parts are asked for at once; on a page from file://, which may only load scripts, they stand
   packed in two scripts of the engine and one of the model, and the worker starts, empty, before its code is there. The
   WebAssembly is compiled here meanwhile. */
(() => {
  "use strict";
  const WORKER = `onmessage = ({ data }) => {
    importScripts(URL.createObjectURL(new Blob([data.code], { type: "text/javascript" })));
  };`;
  const book = (window.dichterbij = window.dichterbij || {});
  const { dataset } = document.currentScript;
  const base = new URL(dataset.static, document.baseURI);
  const direct = location.protocol.startsWith("http");
  const waiting = new Map();
  const given = {};
  const told = new Set(); // the models whose declarations the worker holds
  let worker = null;
  let booted = null; // when the worker has all it needs
  let started = null; // when Python runs
  let count = 0;

  const address = (name) => new URL(`${name}?v=${dataset.version}`, base).href;

  const ask = async (name) => {
    const response = await fetch(address(name));
    if (!response.ok) throw new Error(`${name} does not load`);
    return response;
  };

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

  /* A server that does not know the type of WebAssembly sends bytes: those are compiled when all are there. */
  const compiled = async (asked) => {
    const response = await asked;
    if (response.headers.get("content-type") === "application/wasm") return WebAssembly.compileStreaming(response);
    return WebAssembly.compile(await response.arrayBuffer());
  };

  const listen = (ready, failed) => {
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
  };

  /* The thread starts while its code and the WebAssembly come in. */
  const boot = async () => {
    const relay = () => URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" }));
    worker = new Worker(direct ? address("engine/python.js") : relay());
    const ready = new Promise(listen);
    ready.catch(() => {}); // `start` tells it
    const code = direct ? null : script("engine/code.js").then(() => book.engine.code);
    const wasm = compiled(direct
      ? ask("engine/micropython.wasm")
      : script("engine.js").then(() => fetch(`data:application/wasm;base64,${book.engine.wasm}`)));
    wasm.catch(() => {}); // told below, unless the code fails first
    if (code) worker.postMessage({ code: await code });
    worker.postMessage({ wasm: await wasm });
    return { ready };
  };

  const boots = () => (booted ||= boot());
  const start = () => (started ||= boots().then(({ ready }) => ready));

  /* Hand the worker a model, once. It answers in the order of what it is asked. */
  const give = (name) =>
    (given[name] ||= (async () => {
      const loading = direct
        ? ask(`simulations/${name}.json`).then((response) => response.json())
        : script(`simulations/${name}.js`).then(() => book.models[name]);
      const [model] = await Promise.all([loading, boots()]);
      worker.postMessage({ name, model });
    })());

  const request = (name, spec, asked) =>
    new Promise((done, failed) => {
      const id = ++count;
      give(name).then(() => {
        if (!told.has(name)) worker.postMessage({ name, spec });
        told.add(name);
        waiting.set(id, { done, failed });
        worker.postMessage({ id, name, ...asked });
      }).catch(failed);
      start().catch(failed);
    });

  const compute = (name, spec, values) => request(name, spec, { values });
  const read = (name, spec, text) => request(name, spec, { text });

  book.python = { start, compute, read };
  if (location.hash.includes("=")) for (const name of dataset.simulations.split(" ")) give(name).catch(() => {});
})();
