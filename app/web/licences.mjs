// What a bundle holds of others, from what esbuild tells of it, and under which licences.
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

/** Folders below node_modules of which something is in the bundle, in order. */
function packages_in(metafile) {
  const found = new Set();
  for (const output of Object.values(metafile.outputs)) {
    for (const [file, part] of Object.entries(output.inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
      if (name && part.bytesInOutput > 0) found.add(name);
    }
  }
  return [...found].sort();
}

/** Name, version and licence of a package; one that does not tell its licence cannot be shipped. */
async function told_by(folder, name) {
  const where = path.join(folder, "node_modules", name);
  const { version } = JSON.parse(await readFile(path.join(where, "package.json"), "utf8"));
  const file = (await readdir(where)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence beside it`);
  const text = (await readFile(path.join(where, file), "utf8")).replaceAll("\r", "").trim();
  const lines = text.split("\n");
  const body = lines.findIndex((line) => line !== "" && !/^(Copyright|All rights reserved)/.test(line));
  return { name: `${name} ${version}`, holders: lines.slice(0, body).filter(Boolean), terms: lines.slice(body).join("\n") };
}

/** All packages of a bundle, in order. */
export async function parts_of(folder, metafile) {
  return Promise.all(packages_in(metafile).map((name) => told_by(folder, name)));
}

/** The licences in full; packages under the same words share them. */
export function licences_of(parts) {
  const by_terms = new Map();
  for (const part of parts) by_terms.set(part.terms, [...(by_terms.get(part.terms) ?? []), part]);
  return [...by_terms]
    .map(([terms, same]) => `${same.map((part) => [part.name, ...part.holders].join("\n  ")).join("\n")}\n\n${terms}\n`)
    .join("\n\n");
}
