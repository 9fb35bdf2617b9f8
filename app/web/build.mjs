// Makes one page's script, or a source file that carries its script and its styles.
//
//   node build.mjs report FILE.js        the script alone, to look at
//   node build.mjs report FILE.cpp NAME  both, as `std::string_view NAME_script()` and `NAME_styles()`,
//                                        and what it holds of others, as `NAME_libraries()`
//   node build.mjs licences FILE         the licences of what the pages hold of others
//
// Nothing is asked of the network: the tools are those of node_modules (scripts/npm_tools pages).
// Without them the source carries nothing, but where CI is set that is a failure.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { licences_of, parts_of } from "./licences.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const pages = ["report", "workshop"];

/** Bundles what `entry` imports into one text for browsers of the last years; and what is in it. */
async function bundled(esbuild, entry) {
  const made = await esbuild.build({
    entryPoints: [path.join(here, entry)],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    charset: "ascii",
    legalComments: "inline",
    write: false,
    metafile: true,
    absWorkingDir: here,
    logLevel: "warning",
  });
  return { text: made.outputFiles[0].text, parts: await parts_of(here, made.metafile) };
}

/** The script of a page, headed by the licences that go with it. */
async function script_of(esbuild, page) {
  const { text, parts } = await bundled(esbuild, `${page}/main.ts`);
  const head = parts.length > 0 ? `/*! This page draws by:\n\n${licences_of(parts)}*/\n` : "";
  return { script: inside_a_page(head + text), libraries: parts.map((part) => part.name).join(", "), parts };
}

/** C++ text that holds `text`: pieces that no compiler finds too long. */
function literal(text) {
  const pieces = [];
  for (let at = 0; at < text.length; at += 8000) {
    pieces.push(`R"page~(${text.slice(at, at + 8000)})page~"`);
  }
  return pieces.join("\n") || `""`;
}

function source(name, script, styles, libraries) {
  return `// Made by app/web/build.mjs from the sources beside it.
#include "app/page_libraries.hpp"
#include "app/web_pages.hpp"
namespace homeroom::app {
std::string_view ${name}_script() {
  static constexpr char text[] = ${literal(script)};
  return {text, sizeof text - 1};
}
std::string_view ${name}_styles() {
  static constexpr char text[] = ${literal(styles)};
  return {text, sizeof text - 1};
}
std::string_view ${name}_libraries() { return "${libraries}"; }
}  // namespace homeroom::app
`;
}

/** A script inside a page must not end it. */
function inside_a_page(script) {
  return script.replaceAll(/<\/(script)/gi, "<\\/$1").replaceAll("<!--", "<\\!--");
}

const [page, file, name] = process.argv.slice(2);
if (![...pages, "licences"].includes(page) || !file || (file.endsWith(".cpp") && !name)) {
  console.error(`build.mjs: PAGE FILE [NAME], a page being one of: ${pages.join(", ")}, licences`);
  process.exit(2);
}
let esbuild;
try {
  esbuild = await import("esbuild");
} catch {
  console.error("build.mjs: esbuild is not here; scripts/npm_tools pages installs it");
  // Where the npm registry is out of reach the program is of use without its pages, and says so.
  if (process.env.CI || !(file.endsWith(".cpp") || page === "licences")) process.exit(1);
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  await writeFile(file, page === "licences" ? "" : source(name, "", "", ""));
  process.exit(0);
}
await mkdir(path.dirname(path.resolve(file)), { recursive: true });
if (page === "licences") {
  const made = await Promise.all(pages.map((one) => script_of(esbuild, one)));
  const by_name = new Map(made.flatMap(({ parts }) => parts).map((part) => [part.name, part]));
  await writeFile(file, licences_of([...by_name.values()]));
  process.exit(0);
}
const { script, libraries } = await script_of(esbuild, page);
if (file.endsWith(".cpp")) {
  const { text: styles } = await bundled(esbuild, `${page}/page.css`);
  await writeFile(file, source(name, script, styles, libraries));
} else {
  await writeFile(file, script);
}
