import type { Digest } from '../basics/sha256';
import type { EnrolmentId } from '../records/ids';
import type { PackageRecord } from '../records/package-record';
import type { Finding, Judgement } from '../regulation/finding';
import type { PackageFacts } from './package-facts';

/** What data/index.json says. */
export interface PackageIndex {
  readonly number: string;
  readonly packageVersion: number;
  readonly previous: Digest | null;
  readonly sealedOn: PackageRecord['sealedOn'];
  readonly judgedOn: PackageRecord['judgedOn'];
  readonly institution: string;
  readonly course: {
    readonly id: string;
    readonly title: string;
    readonly purpose: 'exchange' | 'annual';
    readonly startsOn: string;
    readonly endsOn: string;
  };
  readonly ruleset: { readonly id: string; readonly version: string; readonly digest: Digest };
  readonly submitted: readonly EnrolmentId[];
  readonly counts: { readonly [what: string]: number };
  readonly madeBy: { readonly [what: string]: string };
  readonly files: readonly { readonly path: string; readonly title: string }[];
}

export interface PackageFindings {
  readonly judgedOn: PackageRecord['judgedOn'];
  readonly people: readonly Judgement[];
  readonly leftOut: readonly {
    readonly enrolmentId: EnrolmentId;
    readonly name: string;
    readonly idNumber: string;
    readonly post: string;
    readonly rules: readonly string[];
    readonly reasons: readonly string[];
    readonly findings: readonly Finding[];
  }[];
  readonly confirmedWarnings: readonly {
    readonly enrolmentId: EnrolmentId;
    readonly name: string;
    readonly rule: string;
    readonly by: string;
  }[];
}

/** A package that was accepted: every byte is the one that was sealed. */
export interface ParsedPackage {
  readonly index: PackageIndex;
  readonly facts: PackageFacts;
  readonly findings: PackageFindings;
  readonly heads: PackageRecord['heads'];
  /** Any file of the package, already checked. */
  readonly read: (path: string) => Uint8Array | null;
}
