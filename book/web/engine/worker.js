/* The worker that runs MicroPython. The build sets MicroPython's loader and the Python of every simulation in front:
   `loader` (a promise of `loadMicroPython`) and `core` ({shim, sources}).
   In:  {wasm: compiled module, or its bytes} once; {name, model} once a simulation; then {id, name, spec, values} or {id, name, spec, text}.
   Out: {ready: true} or {starting: true, failed: reason}; {id, answer: JSON text} or {id, failed: reason}. */
let receive;
const compiled = new Promise((done) => { receive = done; });

/* MicroPython gets ready for its WebAssembly while that is still on its way. */
const boot = async () => {
  const loadMicroPython = await loader;
  const python = await new Promise((done, failed) => {
    const instantiateWasm = (imports, received) => {
      compiled.then((module) => received(new WebAssembly.Instance(module, imports), module)).catch(failed);
    };
    loadMicroPython({ heapsize: 8 << 20, instantiateWasm }).then(done, failed);
  });
  python.runPython(core.shim);
  const load = python.globals.get("load");
  load(JSON.stringify(core.sources));
  return { load, compute: python.globals.get("compute"), read: python.globals.get("read") };
};
const booting = boot();
booting.catch(() => {}); // told when the page hands over the WebAssembly

const modules = {};
let python;
const answer = async ({ wasm, name, model, spec, values, text }) => {
  if (wasm) {
    receive(wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm));
    python = await booting;
    return { ready: true };
  }
  if (model) {
    python.load(JSON.stringify(model.sources));
    modules[name] = model.module;
    return null;
  }
  if (!modules[name]) throw new Error(`the model ${name} is not there`);
  if (text !== undefined) return { answer: python.read(modules[name], JSON.stringify(spec), text) };
  return { answer: python.compute(modules[name], JSON.stringify(spec), JSON.stringify(values)) };
};

const handle = async (data) => {
  try {
    const found = await answer(data);
    if (found) postMessage({ id: data.id, ...found });
  } catch (error) {
    postMessage({ id: data.id, starting: Boolean(data.wasm), failed: String(error.message || error) });
  }
};

let last = Promise.resolve();
onmessage = ({ data }) => {
  last = last.then(() => handle(data));
};
