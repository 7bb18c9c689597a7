// What the tests need besides npm's packages, and how it gets there: installed when we are root on Debian, named otherwise.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Command that must be there → Debian package that brings it; test/architecture holds it against what the tests call. */
export const NEEDED = [
  { command: 'chromium', package: 'chromium', why: '端到端测试 / end-to-end tests' },
  { command: 'pdftoppm', package: 'poppler-utils', why: 'PDF pages as pictures' },
  { command: 'soffice', package: 'libreoffice-calc', why: 'workbooks opened by another program' },
  { command: 'unzip', package: 'unzip', why: 'packages opened by another program' },
  { command: 'zbarimg', package: 'zbar-tools', why: 'QR codes read from printed pages' },
  { command: 'python3', package: 'python3', why: 'QR pictures enlarged for reading' },
  { command: 'sha256sum', package: 'coreutils', why: 'digests checked by another program' },
  { command: 'fc-list', package: 'fontconfig', why: 'fonts' },
];
const CHINESE_FONT = { package: 'fonts-noto-cjk', file: '/usr/share/fonts/opentype/noto' };

const onPath = (command) =>
  (process.env.PATH ?? '').split(':').some((folder) => folder && existsSync(`${folder}/${command}`));

/** Packages that are missing here, with the reason for each. */
export function missingPackages() {
  const missing = NEEDED.filter(({ command }) => !onPath(command));
  if (!existsSync(CHINESE_FONT.file))
    missing.push({ package: CHINESE_FONT.package, why: 'Chinese text in screenshots' });
  return missing;
}

/** Installs what is missing (root on Debian) or says exactly what to do; false when something is still missing. */
export function ensureDebianPackages() {
  const missing = missingPackages();
  if (missing.length === 0) return true;
  const names = missing.map((entry) => entry.package);
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !onPath('apt-get')) {
    console.error('测试还缺少以下程序 / the tests need these programs:');
    for (const entry of missing) console.error(`  ${entry.package} (${entry.why})`);
    console.error(`Debian / Ubuntu: sudo apt-get install -y --no-install-recommends ${names.join(' ')}`);
    return false;
  }
  console.log(`apt-get install ${names.join(' ')}`);
  const run = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  run('update');
  if (!run('install', '-y', '--no-install-recommends', ...names)) return false;
  return missingPackages().length === 0;
}
