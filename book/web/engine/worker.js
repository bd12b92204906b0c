/* The worker that runs MicroPython. Made from a Blob, so that it also starts on a page from file://.
   In:  {engineScript: address} or {engine} once; {name, modelScript: address} or {name, model} once a simulation; then
        {id, name, spec, values}.
   Out: {ready: true} or {starting: true, failed: reason}; {id, answer: JSON text} or {id, failed: reason}. */
const unpack = async (text, type) => {
  const packed = await fetch(`data:application/gzip;base64,${text}`);
  const stream = packed.body.pipeThrough(new DecompressionStream("gzip"));
  return URL.createObjectURL(await new Response(stream, { headers: { "content-type": type } }).blob());
};

const boot = async ({ loader, wasm, core }) => {
  const [loaderUrl, wasmUrl] = await Promise.all([
    unpack(loader, "text/javascript"),
    unpack(wasm, "application/wasm"),
  ]);
  const { loadMicroPython } = await import(loaderUrl);
  const python = await loadMicroPython({ heapsize: 8 << 20, url: wasmUrl });
  python.runPython(core.shim);
  const load = python.globals.get("load");
  load(JSON.stringify(core.sources));
  return { load, compute: python.globals.get("compute") };
};

const modules = {};
let python;
const answer = async ({ engine, engineScript, name, model, modelScript, spec, values }) => {
  if (engineScript || modelScript) importScripts(engineScript || modelScript);
  if (engine || engineScript) {
    python = await boot(engine || self.dichterbij.engine);
    return { ready: true };
  }
  if (model || modelScript) {
    const { module, sources } = model || self.dichterbij.models[name];
    python.load(JSON.stringify(sources));
    modules[name] = module;
    return null;
  }
  if (!modules[name]) throw new Error(`the model ${name} is not there`);
  return { answer: python.compute(modules[name], JSON.stringify(spec), JSON.stringify(values)) };
};

const handle = async (data) => {
  try {
    const found = await answer(data);
    if (found) postMessage({ id: data.id, ...found });
  } catch (error) {
    const starting = Boolean(data.engine || data.engineScript);
    postMessage({ id: data.id, starting, failed: String(error.message || error) });
  }
};

let last = Promise.resolve();
onmessage = ({ data }) => {
  last = last.then(() => handle(data));
};
