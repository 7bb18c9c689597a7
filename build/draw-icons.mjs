// Draws build/icons/*.png and icon.ico from icon.svg with Chromium. Run by hand after a change of the drawing.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { root } from './bootstrap.mjs';

const folder = path.join(root, 'build/icons');
const SIZES = [16, 32, 48, 64, 128, 256, 512];
const IN_ICO = [16, 32, 48, 64, 256];

const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const pictures = new Map();
for (const size of SIZES) pictures.set(size, await draw(size));
await browser.close();

for (const [size, picture] of pictures) writeFileSync(path.join(folder, `${size}x${size}.png`), picture);
writeFileSync(path.join(folder, 'icon.ico'), ico(IN_ICO.map((size) => ({ size, picture: pictures.get(size) }))));

async function draw(size) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture;
}

/** An icon file of PNG pictures (ICONDIR and ICONDIRENTRY of the Windows SDK; width 0 means 256). */
function ico(entries) {
  const head = Buffer.alloc(6 + 16 * entries.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(entries.length, 4);
  let offset = head.length;
  entries.forEach(({ size, picture }, i) => {
    const at = 6 + 16 * i;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(picture.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  });
  return Buffer.concat([head, ...entries.map(({ picture }) => picture)]);
}
