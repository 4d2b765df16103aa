// Builds what the site vendors from npm: the editor as one ES module, and htmx as it is published.
// The lock file fixes every version, so the same input gives the same bytes:
//   npm ci --ignore-scripts && node build.mjs          writes ../static/core/vendor/
//   node build.mjs --check                             fails if what is committed differs

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const vendor = join(here, "..", "static", "core", "vendor");

async function version(name) {
  return JSON.parse(await readFile(join(here, "node_modules", name, "package.json"), "utf8")).version;
}

async function editor() {
  const result = await build({
    absWorkingDir: here,
    entryPoints: ["editor.mjs"],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2021",
    charset: "utf8",
    legalComments: "none",
    write: false,
    banner: { js: `/*! CodeMirror ${await version("codemirror")}, MIT licence; see docs/third-party.md */` },
  });
  return result.outputFiles[0].contents;
}

async function htmx() {
  const code = await readFile(join(here, "node_modules", "htmx.org", "dist", "htmx.min.js"), "utf8");
  return Buffer.from(`/*! htmx ${await version("htmx.org")}, Zero-Clause BSD licence; see docs/third-party.md */\n${code}`);
}

const files = { "editor.js": await editor(), "htmx.min.js": await htmx() };
const differing = [];
await mkdir(vendor, { recursive: true });
for (const [name, contents] of Object.entries(files)) {
  const path = join(vendor, name);
  if (process.argv.includes("--check")) {
    const committed = await readFile(path).catch(() => Buffer.alloc(0));
    if (Buffer.compare(committed, Buffer.from(contents)) !== 0) differing.push(name);
  } else {
    await writeFile(path, contents);
    console.log(`${name}  ${contents.length} bytes`);
  }
}
if (differing.length > 0) {
  console.error(`not what the lock file builds: ${differing.join(", ")}`);
  process.exitCode = 1;
}
