/* The worker that runs MicroPython. The build sets MicroPython's loader and the Python of every simulation in front:
   `loader` (a promise of `loadMicroPython`) and `core` (modules: [name, bytecode in base64], as in a model).
   In:  {wasm: compiled module, or its bytes} once; {name, model} and {name, spec} once a simulation; then {id, name, values} or {id, name, text}.
   Out: {ready: true} or {starting: true, failed: reason}; {id, answer: JSON text} or {id, failed: reason}. */
let receive;
const compiled = new Promise((done) => { receive = done; });

/* Put modules where Python imports from. */
const place = (files, modules) => {
  for (const [name, code] of modules) {
    const path = `/lib/${name.replaceAll(".", "/")}.mpy`;
    files.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    files.writeFile(path, Uint8Array.from(atob(code), (sign) => sign.charCodeAt(0)));
  }
};

/* MicroPython gets ready for its WebAssembly while that is still on its way. */
const boot = async () => {
  const loadMicroPython = await loader;
  const python = await new Promise((done, failed) => {
    const instantiateWasm = (imports, received) => {
      compiled.then((module) => received(new WebAssembly.Instance(module, imports), module)).catch(failed);
    };
    loadMicroPython({ heapsize: 8 << 20, instantiateWasm }).then(done, failed);
  });
  place(python.FS, core);
  const { tell, compute, read } = python.pyimport("shim");
  return { files: python.FS, tell, compute, read };
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
    place(python.files, model.modules);
    modules[name] = model.module;
    return null;
  }
  if (!modules[name]) throw new Error(`the model ${name} is not there`);
  if (spec) {
    python.tell(modules[name], JSON.stringify(spec));
    return null;
  }
  if (text !== undefined) return { answer: python.read(modules[name], text) };
  return { answer: python.compute(modules[name], JSON.stringify(values)) };
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
