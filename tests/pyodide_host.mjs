// Run a Python program in the Pyodide of a built lab, with the packages that are there:
//   node pyodide_host.mjs FOLDER-OF-THE-ENGINE PROGRAM INPUT OUTPUT [ARCHIVE...]
// The program finds its input in /input, and leaves its output in /output. More packages come from
// the archives.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const PACKAGES = "/lib/python3.14/site-packages";
const [folder, program, input, output, ...archives] = process.argv.slice(2);
try {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
  const python = await loadPyodide({ indexURL: folder });
  for (const archive of [`${folder}/packages.zip`, ...archives])
    python.unpackArchive(new Uint8Array(readFileSync(archive)), "zip", { extractDir: PACKAGES });
  python.FS.writeFile("/input", readFileSync(input, "utf8"));
  python.runPython(readFileSync(program, "utf8"));
  writeFileSync(output, python.FS.readFile("/output", { encoding: "utf8" }));
} catch (error) {
  console.error(String(error).slice(-3000)); // the whole would be the source of Pyodide
  process.exit(1);
}
