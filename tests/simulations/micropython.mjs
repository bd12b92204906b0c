// MicroPython in node, as the page runs it: one request per line on stdin, one answer per line on stdout.
import readline from "node:readline";
import { pathToFileURL } from "node:url";

const { loadMicroPython } = await import(pathToFileURL(process.argv[2]));
const python = await loadMicroPython({ heapsize: 8 << 20 });
let load, compute, read;
for await (const line of readline.createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  try {
    if (request.core) {
      python.runPython(request.core.shim);
      load = python.globals.get("load");
      compute = python.globals.get("compute");
      read = python.globals.get("read");
      load(JSON.stringify(request.core.sources));
      answer = {};
    } else if (request.python) {
      python.runPython(request.python);
      answer = JSON.parse(python.globals.get("answer"));
    } else {
      if (request.sources) load(JSON.stringify(request.sources));
      if ("text" in request) answer = JSON.parse(read(request.module, JSON.stringify(request.spec), request.text));
      else answer = JSON.parse(compute(request.module, JSON.stringify(request.spec), JSON.stringify(request.values)));
    }
  } catch (error) {
    answer = { failed: String(error.message || error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
