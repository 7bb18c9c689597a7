// A folder shaped like an unpacked Electron release. Its program cannot run, but it carries a fuse wire and, for Windows,
// version resources: packaging can be checked where Electron itself cannot be downloaded.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { root } from '../bootstrap.mjs';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Version 1 of the wire, nine fuses as Electron 45 ships them; the full length, or tools disagree about it. */
const WIRE = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 9]), Buffer.from('101100010')]);
const FILES = [
  'chrome_100_percent.pak',
  'icudtl.dat',
  'libffmpeg.so',
  'chrome-sandbox',
  'chrome_crashpad_handler',
  'resources.pak',
  'v8_context_snapshot.bin',
  'LICENSES.chromium.html',
  'LICENSE',
];

/** Writes the folder for 'linux' or 'win32' and gives its path. */
export function writeFakeElectron(folder, platform) {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['resources', 'locales']) mkdirSync(path.join(folder, name), { recursive: true });
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'));
  writeFileSync(path.join(folder, 'version'), version);
  for (const name of FILES) writeFileSync(path.join(folder, name), name, { mode: 0o755 });
  for (const locale of ['en-US', 'zh-CN', 'zh-TW', 'de', 'fr'])
    writeFileSync(path.join(folder, 'locales', `${locale}.pak`), locale);
  if (platform === 'win32') writeFileSync(path.join(folder, 'electron.exe'), windowsProgram());
  else writeFileSync(path.join(folder, 'electron'), linuxProgram(), { mode: 0o755 });
  return folder;
}

function linuxProgram() {
  const program = Buffer.alloc(64 * 1024);
  program.write('\x7fELF', 0, 'latin1');
  WIRE.copy(program, 4096);
  return program;
}

function windowsProgram() {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty(); // an empty value would send resedit's reader into an endless loop
  version.setFileVersion(45, 0, 0, 0, 1033);
  version.setStringValues(
    { lang: 1033, codepage: 1200 },
    {
      ProductName: 'Electron',
      FileDescription: 'Electron',
      OriginalFilename: 'electron.exe',
      InternalName: 'electron.exe',
      CompanyName: 'GitHub',
      LegalCopyright: 'GitHub',
    },
  );
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.concat([Buffer.from(program.generate()), Buffer.alloc(4096), WIRE, Buffer.alloc(4096)]);
}
