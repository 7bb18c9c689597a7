import type { Digest } from '../../shared/basics/sha256';
import type { Instant } from '../../shared/basics/instant';
import type { Conflict } from '../../shared/journal/replay';
import type { CourseId } from '../../shared/records/ids';

/** One journal entry as the 留痕 page lists it. */
export interface JournalLine {
  /** Place in the order of replay, from 1. */
  readonly place: number;
  readonly hash: Digest;
  readonly chain: string;
  readonly seq: number;
  readonly kind: string;
  readonly time: Instant;
  readonly operator: string;
  readonly reason?: string;
  readonly parents: readonly Digest[];
  /** How many records of each table it changed; the line that stands for an import counts all its parts. */
  readonly tables: { readonly [table: string]: number };
  readonly courses: readonly CourseId[];
  readonly importId?: string;
  /** 'part' of a closed import (listed under its closing entry) or of one never closed, which has no effect. */
  readonly standing: 'in-force' | 'part' | 'unclosed';
  /** Of an import's last entry, which stands for the whole: the number of its first one, in the same chain. */
  readonly firstSeq?: number;
}

/** Consecutive lines of the journal; its id is the place of the first. */
export interface LinesRow {
  readonly id: number;
  readonly lines: readonly JournalLine[];
}

/** `table/key` of every record that the entries of these lines changed, line by line. */
export interface TouchedRow {
  readonly id: number;
  readonly touches: readonly (readonly string[])[];
}

/** The one row of conflicts: records that two chains changed without knowing of each other. */
export interface ConflictsRow {
  readonly id: 'conflicts';
  readonly list: readonly Conflict[];
}

/**
 * The one row of stale: totals that are no longer true, by what they are of: `person/id`, `course/id` (its figures),
 * `people-of/id` (everybody in it). The value is the place of the entry that made them so: a later one means that what
 * was added up meanwhile is old again.
 */
export interface StaleRow {
  readonly id: 'stale';
  readonly entries: ReadonlyMap<string, number>;
}

/** The head of one chain up to which the rows follow the journal. */
export interface AppliedHead {
  readonly chain: string;
  readonly seq: number;
  readonly hash: Digest;
}

/** The one row of meta. */
export interface MetaRow {
  readonly id: 'projection';
  readonly projectionVersion: number;
  readonly heads: readonly AppliedHead[];
  /** Place of the last entry in the order of replay. */
  readonly place: number;
  /** The stores that hold something, see filled-stores.ts. */
  readonly filled?: readonly string[];
  /** The data folder as it was shown when the rows were built. */
  readonly folder: string;
  /** How many lines of each kind the journal has. */
  readonly kinds: { readonly [kind: string]: number };
  /** How many lines stand under the last one of their import. */
  readonly parts: number;
}
