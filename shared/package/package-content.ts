import type { Problem } from '../problems/problem';
import type { PackageRecord } from '../records/package-record';
import type { FindingsContent, IndexContent } from './content-types';
import type { PackageFacts } from './package-facts';

/** What data/index.json says. */
export interface PackageIndex extends IndexContent {}

/** What data/findings.json says. */
export interface PackageFindings extends FindingsContent {}

/** A package that was accepted: every byte is the one that was sealed. */
export interface ParsedPackage {
  readonly index: PackageIndex;
  readonly facts: PackageFacts;
  readonly findings: PackageFindings;
  readonly heads: PackageRecord['heads'];
  /** What is not as it should be and yet no reason to refuse: another edition of the ruleset, a merge that leads nowhere. */
  readonly notices: readonly Problem[];
  /** Any file of the package, already checked. */
  readonly read: (path: string) => Uint8Array | null;
}
