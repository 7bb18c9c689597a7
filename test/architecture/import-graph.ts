import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Import {
  /** Source file, relative to the project, forward slashes. */
  readonly from: string;
  /** The specifier as written. */
  readonly specifier: string;
  /** The project file that a relative specifier leads to; null for packages and built-ins. */
  readonly target: string | null;
  readonly typeOnly: boolean;
}

const SOURCE = /\.(ts|tsx|mts|mjs)$/;
const STATEMENT =
  /(?:^|[\n;])\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g;

/** All source files below some folders of the project. */
export function sourceFiles(root: string, folders: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const name of readdirSync(path.join(root, folder)).sort()) {
      const relative = `${folder}/${name}`;
      if (statSync(path.join(root, relative)).isDirectory()) walk(relative);
      else if (SOURCE.test(name)) found.push(relative);
    }
  };
  folders.forEach(walk);
  return found;
}

/** Every import of the files, also dynamic ones and worker URLs. Relative ones are resolved to project files. */
export function importsOf(root: string, files: readonly string[]): Import[] {
  const known = new Set(files);
  return files.flatMap((from) => {
    const text = readFileSync(path.join(root, from), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
    return [...text.matchAll(STATEMENT)].map((match) => {
      const specifier = (match[2] ?? match[3] ?? match[4])!.replace(/\?.*$/, '');
      return { from, specifier, target: resolve(from, specifier, known), typeOnly: Boolean(match[1]) };
    });
  });
}

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = path.posix.join(path.posix.dirname(from), specifier);
  const candidates = [
    base,
    `${base}.ts`,
    `${base}.tsx`,
    `${base}.mjs`,
    `${base}.d.ts`,
    `${base}/index.ts`,
    `${base}/index.tsx`,
  ];
  return candidates.find((file) => known.has(file)) ?? base;
}

/** A circle of imports, as the list of its files, or null when there is none. */
export function circle(imports: readonly Import[]): readonly string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, target } of imports) if (target) next.set(from, [...(next.get(from) ?? []), target]);
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of next.get(file) ?? []) {
      const found = visit(target, [...trail, file]);
      if (found) return found;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const found = visit(file, []);
    if (found) return found;
  }
  return null;
}
