import { assertNever } from '../../shared/basics/assert-never';
import type { Checkpoint } from '../../shared/journal/checkpoint';
import type { Damage } from '../../shared/journal/damage';
import type { EntryRef } from '../../shared/journal/entry';
import type { Journal } from '../../shared/journal/journal';
import type { JournalPort } from '../../shared/journal/journal-port';
import { verifyJournal, type VerifyReport } from '../../shared/journal/verify';
import { problem } from '../../shared/problems/catalogue';
import type { Problem } from '../../shared/problems/problem';
import { reasonsOfKind } from './journal-lines';
import type { Projection } from './schema';
import { StoreUnavailable } from './storage-faults';
import type { JournalTrouble } from './store-api';
import { webSha256 } from './web-sha256';

/** Kind of the entry that records a person's decision to go on from what the journal still has. */
const CONTINUE_KIND = 'journal.continue';

/** Its reason: shown as it stands, and how a later start recognises what was decided. */
function continueReason(trouble: JournalTrouble): string {
  switch (trouble.kind) {
    case 'journal-damaged':
      return `留痕 ${trouble.chain} 自第 ${trouble.seq} 条起损坏，从有效部分继续`;
    case 'journal-shortened':
      return `留痕 ${trouble.chain} 缺少第 ${trouble.found + 1} 至 ${trouble.expected} 条，以留痕文件为准继续`;
    case 'journal-replaced':
      return `留痕 ${trouble.chain} 第 ${trouble.seq} 条与本机记录不同，以留痕文件为准继续`;
    case 'journal-extended':
      return `留痕 ${trouble.chain} 第 ${trouble.expected + 1} 至 ${trouble.found} 条不是本机写入，以留痕文件为准继续`;
    default:
      return assertNever(trouble);
  }
}

export function problemOfTrouble(trouble: JournalTrouble): Problem {
  switch (trouble.kind) {
    case 'journal-damaged':
      return problem('journal-damaged', { seq: trouble.seq });
    case 'journal-shortened':
      return problem('journal-shortened', { expected: trouble.expected, found: trouble.found });
    case 'journal-replaced':
      return problem('journal-replaced', { seq: trouble.seq });
    case 'journal-extended':
      return problem('journal-extended', { from: trouble.expected + 1, to: trouble.found });
    default:
      return assertNever(trouble);
  }
}

/**
 * What damages mean for the user. `known` are entries that were saved here, `heads` the last valid ones of each chain.
 * Throws StoreUnavailable for entries of a later version of the program.
 */
export function troublesOf(
  damages: readonly Damage[],
  known: Checkpoint,
  heads: Checkpoint,
): readonly JournalTrouble[] {
  return damages.flatMap(({ code, chain, seq, detail }): readonly JournalTrouble[] => {
    if (code === 'torn-end') return [];
    if (code === 'unknown-version') throw new StoreUnavailable([problem('journal-newer')]);
    if (code !== 'missing-tail') return [{ kind: 'journal-damaged', chain, seq, message: detail }];
    const expected = known.find((head) => head.chain === chain)?.seq ?? seq;
    const found = heads.find((head) => head.chain === chain)?.seq ?? 0;
    return found >= expected
      ? [{ kind: 'journal-replaced', chain, seq: expected }]
      : [{ kind: 'journal-shortened', chain, expected, found }];
  });
}

/** Looks for trouble: quickly where the journal holds what the rows follow and nothing is known to be damaged. */
export async function findTrouble(
  journal: Journal,
  port: JournalPort,
  known: Checkpoint,
): Promise<readonly JournalTrouble[]> {
  const held = await Promise.all(known.map((head) => journal.contains(head)));
  if (held.every(Boolean) && journal.findings().damages.length === 0) return [];
  return troublesIn(await verifyJournal(port, webSha256, known), known);
}

/** What a check found, as the user must hear it; `known` as for troublesOf. Throws like it. */
export const troublesIn = ({ chains }: VerifyReport, known: Checkpoint): readonly JournalTrouble[] =>
  troublesOf(
    chains.flatMap(({ damage }) => damage ?? []),
    known,
    chains.flatMap(({ head }) => head ?? []),
  );

/** The troubles that nobody has decided about yet. */
export async function undecided(
  db: Projection,
  troubles: readonly JournalTrouble[],
): Promise<readonly JournalTrouble[]> {
  if (troubles.length === 0) return [];
  const decided = await reasonsOfKind(db, CONTINUE_KIND);
  return troubles.filter((trouble) => !decided.has(continueReason(trouble)));
}

/** Records about each of the troubles that the work goes on without what is lost. Rejects with StorageError. */
export async function recordDecision(journal: Journal, troubles: readonly JournalTrouble[]): Promise<EntryRef> {
  let entry: EntryRef | undefined;
  for (const trouble of troubles)
    entry = await journal.append({ kind: CONTINUE_KIND, changes: [], reason: continueReason(trouble) });
  if (!entry) throw new Error('there is nothing to decide');
  return entry;
}

/** Those of the troubles found that are not among the ones told already. */
export function untold(found: readonly JournalTrouble[], told: readonly JournalTrouble[]): readonly JournalTrouble[] {
  const known = new Set(told.map(continueReason));
  return found.filter((trouble) => !known.has(continueReason(trouble)));
}
