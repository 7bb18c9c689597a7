import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../shared/problems/catalogue';
import { sourceFiles } from './import-graph';

const root = path.resolve(import.meta.dirname, '../..');

const product = sourceFiles(root, ['shared', 'electron', 'renderer']).map((file) => ({
  file,
  text: readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, ''),
}));

it('every code of the catalogue is made somewhere', () => {
  const made = product
    .filter(({ file }) => !file.startsWith('shared/problems/'))
    .map(({ text }) => text)
    .join('\n');
  expect(PROBLEM_CODES.length).toBeGreaterThan(200);
  expect(PROBLEM_CODES.filter((code) => !made.includes(`'${code}'`))).toEqual([]);
});

/** The ends of a tree of sentences: paths of texts, functions and lists. */
function leaves(value: unknown, at: string): readonly string[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [at];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, `${at}.${key}`));
}

/** The tables of sentences under renderer/text that are exported by name. */
async function tables(): Promise<ReadonlyMap<string, unknown>> {
  const files = product.filter(({ file }) => file.startsWith('renderer/text/'));
  const found = new Map<string, unknown>();
  for (const { file } of files) {
    const exported = (await import(path.join(root, file))) as { readonly [name: string]: unknown };
    for (const [name, value] of Object.entries(exported)) found.set(name, value);
  }
  return found;
}

const CHAIN = String.raw`((?:\s*\??\.\s*\w+)*)(\s*\[)?`;

/** Paths that a file says by the name of a table or of a part of it; what it hands on whole counts whole. */
function said(code: string, names: readonly string[]): readonly string[] {
  const aliases = new Map<string, Set<string>>();
  const call = (alias: string, table: string): void => {
    aliases.set(alias, (aliases.get(alias) ?? new Set()).add(table));
  };
  for (const name of names.filter((one) => code.includes(one))) {
    if (new RegExp(String.raw`import \{[^}]*\b${name}\b(?! as)|export (?:const|function) ${name}\b`).test(code))
      call(name, name);
    const renamed = new RegExp(String.raw`import \{[^}]*\b${name} as (\w+)`).exec(code);
    if (renamed) call(renamed[1]!, name);
  }
  let rest = code.replace(/import (?:type )?\{[^}]*\} from '[^']*';|export (?:const|function) \w+/g, '');
  const pathsOf = (chain: string): readonly string[] => {
    const [head, ...parts] = chain.split('.');
    return [...(aliases.get(head!) ?? [])].map((table) => [table, ...parts].join('.'));
  };
  // Parts that get a name of their own.
  rest = rest.replace(/const (\w+)(?:: [^=;]+)? = (\w+(?:\.\w+)+);/g, (all, alias: string, chain: string) => {
    const whole = pathsOf(chain);
    whole.forEach((table) => call(alias, table));
    return whole.length > 0 ? '' : all;
  });
  rest = rest.replace(/const \{ ([\w, ]+) \} = (\w+(?:\.\w+)*);/g, (all, list: string, chain: string) => {
    const whole = pathsOf(chain);
    for (const alias of list.split(/,\s*/)) whole.forEach((table) => call(alias, `${table}.${alias}`));
    return whole.length > 0 ? '' : all;
  });
  return [...aliases].flatMap(([alias, paths]) =>
    [...rest.matchAll(new RegExp(String.raw`(?<![\w'"-]|(?<!\.\.)\.)${alias}\b(?!['"-]|=)${CHAIN}`, 'g'))].flatMap(
      (found) => [...paths].map((table) => table + found[1]!.replace(/[\s?]/g, '')),
    ),
  );
}

it('every sentence of the interface is said somewhere', async () => {
  const known = await tables();
  const names = [...known.keys()];
  const spoken = new Set(product.flatMap(({ text }) => said(text, names)));
  const isSaid = (leaf: string): boolean => {
    const parts = leaf.split('.');
    const wholes = parts.map((_, i) => parts.slice(0, i + 1).join('.'));
    return wholes.some((whole) => spoken.has(whole)) || [...spoken].some((one) => one.startsWith(`${leaf}.`));
  };
  const all = [...known].flatMap(([name, value]) => leaves(value, name));
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter((leaf) => !isSaid(leaf))).toEqual([]);
});
