// Packs the built program with a fake Electron and looks at what would be installed. Needs no network; makes no installer.
import { extractFile, listPackage, statFile } from '@electron/asar';
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { buildProgram, root } from './bootstrap.mjs';
import { writeFakeElectron } from './packaging/fake-electron.mjs';
import { runBuilder } from './packaging/run-builder.mjs';

const out = path.join(root, 'dist-test/packaging');
/** Far more than packing takes. Milliseconds. */
const LIMIT = 180_000;

/** Marks the fuse wire in the program; then come its version, its length, and one character per fuse in this order. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = [
  ['RunAsNode', false],
  ['EnableCookieEncryption', true],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
  ['LoadBrowserProcessSpecificV8Snapshot', false],
  ['GrantFileProtocolExtraPrivileges', false],
];

/** @type {readonly (readonly [string, () => void])[]} */
const CHECKS = [
  [
    'app.asar holds the program and nothing else',
    () => checkContents(path.join(out, 'linux/linux-unpacked/resources/app.asar')),
  ],
  ['the same for Windows', () => checkContents(path.join(out, 'win/win-unpacked/resources/app.asar'))],
  ['languages: Chinese and English only', checkLocales],
  ['fuses', checkFuses],
  ['deb: name, folder, icon, Chinese entry', checkDeb],
  ['Windows: Chinese description, ASCII file name, our icon', checkWindows],
];

if (!buildProgram()) process.exit(1);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await Promise.all([packLinux(), packWindows()]);
let failed = 0;
for (const [name, check] of CHECKS) {
  try {
    check();
    console.log(`✓ ${name}`);
  } catch (error) {
    failed += 1;
    console.error(`✕ ${name}\n${error instanceof Error ? error.message : String(error)}`);
  }
}
process.exit(failed === 0 ? 0 : 1);

/** The deb target, with a packer that only writes down what it was asked. */
async function packLinux() {
  const dist = writeFakeElectron(path.join(out, 'electron-linux'), 'linux');
  const options = ['deb', '--x64', `-c.electronDist=${dist}`, `-c.directories.output=${path.join(out, 'linux')}`];
  await runBuilder('linux', options, {
    env: { CUSTOM_FPM_PATH: path.join(root, 'build/packaging/record-recipe.mjs') },
    limit: LIMIT,
  });
}

async function packWindows() {
  const dist = writeFakeElectron(path.join(out, 'electron-win'), 'win32');
  await runBuilder(
    'win',
    ['dir', '--x64', `-c.electronDist=${dist}`, `-c.directories.output=${path.join(out, 'win')}`],
    { limit: LIMIT },
  );
}

function checkContents(archive) {
  const files = listPackage(archive).filter((file) => !('files' in statFile(archive, file.slice(1))));
  const strange = files.filter(
    (file) =>
      !/^\/(package\.json|dist\/(main|preload)\/[\w-]+\.cjs|dist\/renderer\/(index\.html|licenses\.txt|assets\/[^/]+\.(js|css|wasm|ttf|woff2|png|svg|typ)))$/.test(
        file,
      ),
  );
  assert.deepEqual(strange, [], 'files that do not belong there');
  for (const file of [
    '/package.json',
    '/dist/main/index.cjs',
    '/dist/preload/index.cjs',
    '/dist/renderer/index.html',
  ])
    assert.ok(files.includes(file), `${file} is missing`);
  const packed = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  assert.deepEqual(
    [packed.name, packed.version, packed.main, packed.scripts, packed.devDependencies],
    ['xueshibu', version, 'dist/main/index.cjs', undefined, undefined],
  );
  const page = extractFile(archive, 'dist/renderer/index.html').toString('utf8');
  assert.match(page, /__CSP_NONCE__/, 'the page has no place for its nonce');
  assert.doesNotMatch(page, /given-day/, 'the page carries the day of a test run');
  // The switch is asked for in one place of the main process, and there a packaged program has none.
  const main = extractFile(archive, 'dist/main/index.cjs').toString('utf8');
  assert.deepEqual(main.match(/switchValue\([^()]*"today"\)/g), ['switchValue(at.argv, "today")']);
  assert.match(main, /at\.packaged \? null : switchValue\(at\.argv, "today"\)/, 'a packaged program reads --today');
  assert.match(main, /givenDay\(\{\s*argv: process\.argv,\s*packaged: electron\.app\.isPackaged\s*\}\)/);
  for (const script of files.filter((file) => /\.(js|cjs)$/.test(file)))
    assert.doesNotMatch(
      extractFile(archive, script.slice(1)).toString('utf8'),
      /sourceMappingURL=(?!data:)\S+\.map/,
      `${script} names a source map`,
    );
}

function checkLocales() {
  for (const folder of ['linux/linux-unpacked', 'win/win-unpacked'])
    assert.deepEqual(readdirSync(path.join(out, folder, 'locales')).sort(), ['en-US.pak', 'zh-CN.pak', 'zh-TW.pak']);
}

function checkFuses() {
  for (const program of ['linux/linux-unpacked/xueshibu', 'win/win-unpacked/Xueshibu.exe']) {
    const file = readFileSync(path.join(out, program));
    const at = file.indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length;
    const states = file.subarray(at + 2, at + 2 + FUSES.length).toString('latin1');
    const found = Object.fromEntries(FUSES.map(([name], i) => [name, states[i] === '1']));
    assert.deepEqual([file[at], found], [1, Object.fromEntries(FUSES)], program);
  }
}

function checkDeb() {
  const recipe = readdirSync(path.join(out, 'linux')).find((name) => name.endsWith('.deb.json'));
  assert.match(recipe ?? 'no package', /^xueshibu-[\d.]+-linux-amd64\.deb\.json$/);
  const { args, desktop } = JSON.parse(readFileSync(path.join(out, 'linux', recipe), 'utf8'));
  const after = (name) => args[args.indexOf(name) + 1];
  assert.deepEqual(
    [after('--name'), after('--architecture'), after('--maintainer')],
    ['xueshibu', 'amd64', 'Xueshibu <dev@xueshibu.example>'],
  );
  assert.ok(
    args.some((arg) => arg.endsWith('/=/opt/Xueshibu')),
    'the program is not installed to /opt/Xueshibu',
  );
  for (const size of [16, 32, 48, 64, 128, 256, 512])
    assert.ok(
      args.some((arg) => arg.endsWith(`=/usr/share/icons/hicolor/${size}x${size}/apps/xueshibu.png`)),
      `no icon of ${size} pixels`,
    );
  assert.match(desktop, /^Name=学时簿$/m);
  assert.match(desktop, /^Exec=\/opt\/Xueshibu\/xueshibu /m);
  assert.match(desktop, /^Categories=Office;$/m);
}

function checkWindows() {
  const file = path.join(out, 'win/win-unpacked/Xueshibu.exe');
  assert.ok(existsSync(file), 'Xueshibu.exe is missing');
  const resources = NtExecutableResource.from(NtExecutable.from(readFileSync(file), { ignoreCert: true }));
  const [version] = Resource.VersionInfo.fromEntries(resources.entries);
  const { ProductName, FileDescription, OriginalFilename, FileVersion } = version.getStringValues(
    version.getAllLanguagesForStringValues()[0],
  );
  const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  assert.deepEqual([ProductName, FileDescription, FileVersion], ['学时簿', '学时簿', own.version]);
  assert.doesNotMatch(OriginalFilename ?? '', /[^\x20-\x7e]/);
  assert.ok(Resource.IconGroupEntry.fromEntries(resources.entries).length > 0, 'no icon');
}
