/* The worker that runs MicroPython. Made from a Blob, so that it also starts on a page from file://.
   In:  {engine} once, then {id, module, sources, spec, values}.
   Out: {ready: true} or {failed: reason}; {id, answer: JSON text} or {id, failed: reason}. */
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

let python;
onmessage = async ({ data }) => {
  try {
    if (data.engine) {
      python = await boot(data.engine);
      postMessage({ ready: true });
    } else {
      if (data.sources) python.load(JSON.stringify(data.sources));
      const answer = python.compute(data.module, JSON.stringify(data.spec), JSON.stringify(data.values));
      postMessage({ id: data.id, answer });
    }
  } catch (error) {
    postMessage({ id: data.id, failed: String(error.message || error) });
  }
};
