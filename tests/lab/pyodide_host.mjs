// Run a Python program in the Pyodide of a built lab, with the packages that are there:
//   node pyodide_host.mjs FOLDER-OF-THE-ENGINE PROGRAM INPUT OUTPUT
// The program finds its input in /input, and leaves its output in /output.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, program, input, output] = process.argv.slice(2);
try {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
  const python = await loadPyodide({ indexURL: folder });
  const packages = new Uint8Array(readFileSync(`${folder}/packages.zip`));
  python.unpackArchive(packages, "zip", { extractDir: "/lib/python3.14/site-packages" });
  python.FS.writeFile("/input", readFileSync(input, "utf8"));
  python.runPython(readFileSync(program, "utf8"));
  writeFileSync(output, python.FS.readFile("/output", { encoding: "utf8" }));
} catch (error) {
  console.error(String(error).slice(-3000)); // the whole would be the source of Pyodide
  process.exit(1);
}
