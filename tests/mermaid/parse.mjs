// Has Mermaid itself read charts: `python -m tests.mermaid | node parse.mjs`. A list of {where, text} comes in; each
// is read by the newest Mermaid and by an older one. Those that cannot be read are named, and the exit code is 1.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><body></body>");
globalThis.window = window;
globalThis.document = window.document;

const charts = JSON.parse(readFileSync(0, "utf-8"));
let faults = charts.length ? 0 : 1;
for (const name of ["mermaid", "mermaid-oldest"]) {
  const { default: mermaid } = await import(name);
  mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
  const kinds = {};
  for (const { where, text } of charts) {
    try {
      const { diagramType } = { diagramType: mermaid.detectType(text), ...(await mermaid.parse(text)) };
      kinds[diagramType] = (kinds[diagramType] ?? 0) + 1;
    } catch (error) {
      faults += 1;
      console.error(`${where}: ${name} cannot read this:\n${text}${error.message}\n`);
    }
  }
  console.log(`${name}: ${JSON.stringify(kinds)}`);
}
process.exit(faults ? 1 : 0);
