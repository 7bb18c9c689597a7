// docs/measurements.md: tables that the programs below write between their markers, and nothing else of the page.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './bootstrap.mjs';

const page = path.join(root, 'docs/measurements.md');

/** Puts lines between `<!-- name -->` and `<!-- /name -->`. Throws when the page has no such place. */
export function writeMeasurements(name, lines) {
  const text = readFileSync(page, 'utf8');
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has no place for ${name}`);
  writeFileSync(page, `${text.slice(0, from + begin.length)}\n${lines.join('\n')}\n\n${text.slice(to)}`);
}

/** Rows as a Markdown table. */
export const table = (head, rows) => [
  `| ${head.join(' | ')} |`,
  `|${head.map(() => '---').join('|')}|`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
];

/** The machine of a run and how busy it was before; ask at the beginning. The day comes from the caller. */
export function machine(on) {
  const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const said = existsSync(chromium) ? spawnSync(chromium, ['--version'], { encoding: 'utf8' }).stdout : '';
  const [first] = os.cpus();
  const day = on === undefined ? '' : ` · ${on}`;
  return `${os.cpus().length} cores (${first?.model.trim()}), ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} · Node ${process.versions.node} · ${/Chromium [\d.]+/.exec(said)?.[0] ?? 'no Chromium'} · load ${os.loadavg()[0].toFixed(1)}${day}`;
}

/** The value of `--name=…` on the command line, or undefined; the text '' for `--name`. */
export function option(name) {
  const found = process.argv.slice(2).find((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  return found?.slice(name.length + 3);
}
