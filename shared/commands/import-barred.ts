import { normaliseIdText, parseIdNumber } from '../identity/id-number';
import { normaliseName } from '../identity/name';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { BarredPerson } from '../records/choices';
import { isBlank, patched } from '../records/patch';
import { change, conclude, refuse, type Correction } from './conclude';
import type { Change, CommandContext, CommandResult } from './intent';

/** One line of the list, from a paste or a file. */
export interface BarredEntry {
  readonly name?: string | undefined;
  readonly idNumber: string;
  readonly reason?: string | undefined;
}

export interface ImportBarredInput extends Pick<Correction, 'parents'> {
  readonly entries: readonly BarredEntry[];
  /** replace = the city sent a whole new list; add = it sent further names. */
  readonly mode: 'replace' | 'add';
  /** The letter or file that the list came with. */
  readonly source: string;
}

/** Means to be a resident's number: a mistyped one would bar nobody, and nobody would notice. */
const RESIDENT = /^\d{13,}X?$/;

/** The list of barred people (黑名单) as the city gave it out. `before` is the stored list; null when there never was one. */
export function importBarred(
  before: readonly BarredPerson[] | null,
  { entries, mode, source, parents }: ImportBarredInput,
  ctx: CommandContext,
): CommandResult {
  if (entries.length === 0) return refuse('barred-empty');
  const stored = new Map((before ?? []).map((person) => [person.idNumber, person]));
  const invalid: number[] = [];
  const doubtful: number[] = [];
  const repeated: number[] = [];
  const given = new Map<string, BarredPerson>();
  for (const [i, entry] of entries.entries()) {
    const idNumber = normaliseIdText(entry.idNumber).text;
    if (!/^(?=.*\p{N})[\p{L}\p{N}()/-]{4,40}$/u.test(idNumber)) invalid.push(i + 1);
    else if (given.has(idNumber)) repeated.push(i + 1);
    else {
      if (RESIDENT.test(idNumber) && !parseIdNumber(idNumber, ctx.today).ok) doubtful.push(i + 1);
      const known = stored.get(idNumber);
      const base: BarredPerson = known ?? { id: ctx.newId(), idNumber, source: '', importedOn: ctx.today };
      given.set(
        idNumber,
        patched(
          { ...base, source: source.trim() },
          { name: entry.name ? normaliseName(entry.name) : undefined, reason: entry.reason || undefined },
        ),
      );
    }
  }
  const problems: Problem[] = [];
  if (isBlank(source)) problems.push(problem('source-missing', { what: '名单' }, 'source'));
  if (invalid.length > 0) problems.push(problem('barred-number-invalid', { rows: invalid }));
  if (doubtful.length > 0) problems.push(problem('barred-number-doubtful', { rows: doubtful }));
  if (repeated.length > 0) problems.push(problem('barred-duplicate', { rows: repeated }));

  const removed = mode === 'replace' ? [...stored.values()].filter(({ idNumber }) => !given.has(idNumber)) : [];
  const changes: readonly Change[] = [
    ...removed.map((person) => change('barred', person, null)),
    ...[...given.values()].map((person) => change('barred', stored.get(person.idNumber) ?? null, person)),
  ];
  return conclude({
    kind: 'barred.import',
    changes,
    problems,
    parents,
    nothing: problem('nothing-to-import', { rows: entries.length }),
  });
}
