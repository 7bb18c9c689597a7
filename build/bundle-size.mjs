// What the first screen loads, and the engines that come later, as gzip sends them.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Files larger than this are shown by themselves when they come later. Bytes. */
const HEAVY = 300_000;
/** Addresses in scripts and style sheets that are loaded together with them: static imports only. */
const STATIC_IMPORT = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*${}\s,]+from\s*)?["'](\.\/[^"']+\.js)["']/g;

/**
 * The gzip sizes in kilobytes of a built renderer: `first`, everything that index.html and the pages shown at the start
 * need, and `later`, the heavy files that are loaded when somebody asks for what they do.
 */
export function bundleSizes(folder) {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const waiting = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(([, name]) => name);
  const assets = readdirSync(path.join(folder, 'assets'));
  // The start page and the reading of names are asked for by the start itself, so they belong to the first screen.
  waiting.push(
    ...assets
      .filter((name) => /^(home-page|pinyin-pro|pinyin-initials)-.*\.(js|css)$/.test(name))
      .map((name) => `assets/${name}`),
  );
  const loaded = new Set();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (loaded.has(name)) continue;
    loaded.add(name);
    if (!name.endsWith('.js')) continue;
    const text = readFileSync(path.join(folder, name), 'utf8');
    for (const [, other] of text.matchAll(STATIC_IMPORT))
      waiting.push(path.posix.join(path.posix.dirname(name), other));
  }
  const kilobytes = (name) => gzipSync(readFileSync(path.join(folder, name))).length / 1000;
  const later = assets
    .map((name) => `assets/${name}`)
    .filter((name) => !name.endsWith('.map') && !loaded.has(name) && statSync(path.join(folder, name)).size > HEAVY)
    .map((name) => ({ name: path.basename(name).replace(/-[\w-]{8}(?=\.\w+$)/, ''), kilobytes: kilobytes(name) }))
    .sort((a, b) => b.kilobytes - a.kilobytes);
  return { first: [...loaded].reduce((sum, name) => sum + kilobytes(name), 0), later };
}
