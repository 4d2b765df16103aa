// Builds what the site vendors from npm: the editor as one ES module, htmx as it is published, and two fonts
// cut down to what pages can show. The lock file fixes every version, so the same input gives the same bytes:
//   npm ci --ignore-scripts && node build.mjs          writes below ../static/core/
//   node build.mjs --check                             fails if what is committed differs

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import subsetFont from "subset-font";
import { DEVANAGARI, MATHEMATICS } from "./characters.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "static", "core");

function published(...parts) {
  return readFile(join(here, "node_modules", ...parts));
}

async function version(name) {
  return JSON.parse(await published(name, "package.json")).version;
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
  const code = await published("htmx.org", "dist", "htmx.min.js");
  return Buffer.from(`/*! htmx ${await version("htmx.org")}, Zero-Clause BSD licence; see docs/third-party.md */\n${code}`);
}

async function font(name, file, characters, axes = {}) {
  const options = { targetFormat: "woff2", variationAxes: axes };
  return subsetFont(await published(name, "files", file), characters, options);
}

// The weights that the style sheets use; tokens.css says the same.
const WEIGHTS = { wght: { min: 400, max: 700 } };
const hindi = "@fontsource-variable/noto-sans-devanagari";
const mathematics = "@fontsource/stix-two-math";
const files = {
  "vendor/editor.js": await editor(),
  "vendor/htmx.min.js": await htmx(),
  "fonts/noto-sans-devanagari.woff2": await font(
    hindi, "noto-sans-devanagari-devanagari-wght-normal.woff2", DEVANAGARI, WEIGHTS,
  ),
  "fonts/noto-sans-devanagari.txt": await published(hindi, "LICENSE"),
  "fonts/stix-two-math.woff2": await font(mathematics, "stix-two-math-latin-400-normal.woff2", MATHEMATICS),
  "fonts/stix-two-math.txt": await published(mathematics, "LICENSE"),
};
const differing = [];
for (const [name, contents] of Object.entries(files)) {
  const path = join(root, name);
  await mkdir(dirname(path), { recursive: true });
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
