import { expose, transfer } from 'comlink';
import type { Result } from '../../shared/basics/result';
import { unzip } from '../../shared/engines/unzip';
import { zip } from '../../shared/engines/zip';
import {
  makePackage,
  type MadePackage,
  type MakePackageInput,
  type MakePorts,
} from '../../shared/package/make-package';
import type { ParsedPackage } from '../../shared/package/package-content';
import { readPackage } from '../../shared/package/read-package';
import type { Problem } from '../../shared/problems/problem';
import { webSha256 } from '../data/web-sha256';
import { formEngines } from './form-engines';

/** What is left of an accepted package when it crosses to the page: everything but its files. */
export type PackageContent = Omit<ParsedPackage, 'read'> & { readonly notices: readonly Problem[] };

const ports: MakePorts = { zip, unzip, sha256: webSha256, ...formEngines };

const packages = {
  async make(
    input: MakePackageInput,
    progress: (done: number, of: number) => void,
  ): Promise<Result<MadePackage, Problem>> {
    const made = await makePackage(input, ports, progress);
    return made.ok ? transfer(made, [made.value.bytes.buffer]) : made;
  },
  async read(bytes: Uint8Array): Promise<Result<PackageContent, Problem>> {
    const accepted = await readPackage(bytes, ports);
    if (!accepted.ok) return accepted;
    const { index, facts, findings, heads } = accepted.value.package;
    return { ok: true, value: { index, facts, findings, heads, notices: accepted.value.notices } };
  },
};

export type PackageWorker = typeof packages;

expose(packages);
