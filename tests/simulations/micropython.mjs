// MicroPython in node, as the page runs it: one request per line on stdin, one answer per line on stdout.
import readline from "node:readline";
import { pathToFileURL } from "node:url";

// What the page computes, and the result of the model beside it.
const WHOLE = `
import json, shim
def whole(module, values):
    try:
        result, shown = shim.outcome(module, values)
        shown["result"] = result
        return json.dumps(shown)
    except ValueError as error:
        return json.dumps({"error": str(error)})
`;
const { loadMicroPython } = await import(pathToFileURL(process.argv[2]));
const python = await loadMicroPython({ heapsize: 8 << 20 });
const place = (modules) => {
  for (const [name, code] of modules) {
    const path = `/lib/${name.replaceAll(".", "/")}.mpy`;
    python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    python.FS.writeFile(path, Buffer.from(code, "base64"));
  }
};
let tell, whole, read;
for await (const line of readline.createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  try {
    if (request.core) {
      place(request.core);
      ({ tell, read } = python.pyimport("shim"));
      python.runPython(WHOLE);
      whole = python.globals.get("whole");
      answer = {};
    } else if (request.python) {
      python.runPython(request.python);
      answer = JSON.parse(python.globals.get("answer"));
    } else {
      if (request.modules) place(request.modules);
      if (request.spec) tell(request.module, JSON.stringify(request.spec));
      if ("text" in request) answer = JSON.parse(read(request.module, request.text));
      else answer = JSON.parse(whole(request.module, JSON.stringify(request.values)));
    }
  } catch (error) {
    answer = { failed: String(error.message || error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
