// Writes THIRD-PARTY-NOTICES.md: everything that ends up in the built program, with its licence and copyright.
// --check compares instead of writing.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, 'THIRD-PARTY-NOTICES.md');
const read = (file) => readFileSync(file, 'utf8');
const own = JSON.parse(read(path.join(root, 'package.json')));

/** Folder of a package as seen from another one's folder, by Node's own rule. */
function locate(name, from) {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(candidate, 'package.json'))) return candidate;
    if (folder === path.dirname(folder)) return null;
  }
}

const found = new Map();
function collect(names, from) {
  for (const name of names) {
    const folder = locate(name, from);
    if (!folder || name.startsWith('@types/')) continue;
    const meta = JSON.parse(read(path.join(folder, 'package.json')));
    const key = `${meta.name}@${meta.version}`;
    if (found.has(key)) continue;
    found.set(key, {
      name: meta.name,
      version: meta.version,
      licence: licenceOf(meta),
      copyright: copyrightOf(folder, meta),
    });
    collect(Object.keys(meta.dependencies ?? {}), folder);
  }
}

const licenceOf = (meta) =>
  meta.license?.type ?? meta.license ?? meta.licenses?.map((entry) => entry.type).join(' OR ') ?? 'see package';

function copyrightOf(folder, meta) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const line =
    file &&
    read(path.join(folder, file))
      .split('\n')
      .find((text) => /^\s*(\(c\)|©|copyright)\s.*\d{4}|^\s*copyright\s+\(c\)|^\s*copyright ©/i.test(text));
  const author = typeof meta.author === 'string' ? meta.author : meta.author?.name;
  return (line?.trim() ?? (author ? `Copyright ${author}` : 'Copyright the contributors'))
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

collect(Object.keys(own.dependencies), root);
const rows = [...found.values()]
  .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'))
  .map(
    ({ name, version, licence, copyright }) =>
      `| ${name} | ${version} | ${licence} | ${copyright.replaceAll('|', '/')} |`,
  );

const licenceText = (name, file) => read(path.join(root, 'node_modules', name, file)).trim();
const mitText = read(path.join(root, 'LICENSE')).trim().split('\n').slice(4).join('\n');
const fence = (text) => ['```text', text, '```'].join('\n');

const text = `# Third-party notices

学时簿 contains or is built on the software and fonts below. Each stays under its own licence; the texts
stand at the end of this file.

## Fonts

| font | licence | copyright |
|---|---|---|
| Noto Serif SC (Regular, Bold) | SIL Open Font License 1.1 | as named in the licence text below |

## Run-time platform

| software | licence |
|---|---|
| Electron | MIT, Copyright (c) Electron contributors, Copyright (c) 2013-2020 GitHub Inc. |
| Chromium and its parts | BSD-3-Clause and others; the full list is in LICENSES.chromium.html beside the installed program |
| Typst (inside the PDF engine) | Apache-2.0, Copyright the Typst project developers |

## Libraries

| package | version | licence | copyright |
|---|---|---|---|
${rows.join('\n')}

## Licence texts

### MIT

${fence(mitText)}

### Apache License 2.0

${fence(licenceText('dexie', 'LICENSE'))}

### SIL Open Font License 1.1 (Noto Serif SC)

${fence(licenceText('@expo-google-fonts/noto-serif-sc', 'LICENSE_FONT'))}
`;

if (process.argv.includes('--check')) {
  if (!existsSync(target) || read(target) !== text) {
    console.error('THIRD-PARTY-NOTICES.md is not what the dependencies say: run  node build/notices.mjs');
    process.exit(1);
  }
} else writeFileSync(target, text);
