import type { Day } from '../basics/day';
import type { Sheet } from '../basics/sheet';
import type { RosterEntry } from '../commands/import-entries';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import type { Purpose, RulesetId } from '../records/course';
import { rulesetById } from '../regulation/rulesets';
import { buildPreview } from './build-preview';
import type { FieldChange, ImportPreview, Progress, ReadChoices } from './preview';
import { ROSTER_FIELDS } from './roster-fields';
import { knownIndex, rosterChanges, type KnownRow, type RosterKnown } from './roster-known';
import { dateMissing, dateNeeded, readRosterRow } from './read-roster-row';
import type { Candidate, SheetReader, Settlement } from './sheet-reader';
import { wouldChange } from './would-change';

/** What a roster is checked against. */
export interface RosterContext {
  readonly ruleset: RulesetId;
  readonly purpose: Purpose;
  /** Birth dates must not lie after it. */
  readonly today: Day;
  readonly known: RosterKnown;
}

/** An accepted row and the stored records that it is about. */
export interface RosterCandidate {
  readonly entry: RosterEntry;
  readonly known: KnownRow;
}

export type RosterPreview = ImportPreview<'roster', RosterCandidate, RosterContext>;

const NOTHING_KNOWN: KnownRow = { person: null, certificate: null, enrolment: null };

/** Reads 学员名册: 姓名, 证件号码 and 岗位 must have a column. Throws for a ruleset that the program does not know. */
export const rosterReader: SheetReader<'roster', RosterCandidate, RosterContext> = {
  kind: 'roster',
  fields: ROSTER_FIELDS,
  required: [['name'], ['idNumber'], ['post']],
  keys: ['idNumber', 'post'],
  remarks: (has, { purpose }) =>
    (['issuedOn', 'appliedOn'] as const)
      .filter((field) => dateNeeded(field, purpose) && !has(field))
      .map(dateMissing),
  readRow(cells, { ruleset, purpose, today }) {
    const rules = rulesetById(ruleset);
    if (!rules) throw new RangeError(`no ruleset ${ruleset}`);
    const reading = readRosterRow(cells, rules, purpose, today);
    return { ...reading, entry: reading.entry && { entry: reading.entry, known: NOTHING_KNOWN } };
  },
  settle: settleRoster,
};

export const readRoster = (
  sheets: readonly Sheet[],
  context: RosterContext,
  choices?: ReadChoices,
  progress?: Progress,
): RosterPreview => buildPreview(rosterReader, sheets, context, choices, progress);

interface Settling {
  readonly row: number;
  readonly entry: RosterEntry;
  known: KnownRow;
  readonly problems: Problem[];
  duplicate: boolean;
}

function settleRoster(
  candidates: readonly Candidate<RosterCandidate>[],
  { known }: RosterContext,
): readonly Settlement<RosterCandidate>[] {
  const index = knownIndex(known);
  const rows = candidates.map(({ row, entry: { entry } }): Settling => ({
    row,
    entry,
    known: NOTHING_KNOWN,
    problems: [],
    duplicate: false,
  }));
  const firstOf = new Map<string, Settling>();
  const rowsOfPerson = new Map<string, Settling[]>();
  for (const row of rows) {
    const place = `${row.entry.idNumber}|${row.entry.post}`;
    const first = firstOf.get(place);
    row.duplicate = first !== undefined;
    if (first) row.problems.push(importProblem('duplicate-in-file', { row: first.row }, 'idNumber'));
    else {
      firstOf.set(place, row);
      const others = rowsOfPerson.get(row.entry.idNumber);
      if (others) {
        row.problems.push(
          importProblem('same-person-other-post', { rows: others.map((other) => other.row) }, 'post'),
        );
        others.push(row);
      } else rowsOfPerson.set(row.entry.idNumber, [row]);
    }
  }
  for (const group of rowsOfPerson.values()) sayOtherNames(group);
  const accepted = rows.filter(({ duplicate }) => !duplicate);
  index.findAll(accepted.map(({ entry }) => entry)).forEach((found, i) => (accepted[i]!.known = found));
  sayDuplicateNumbers(accepted, index.holderOfNumber);
  return rows.map((row) => settlement(row, row.duplicate ? [] : rosterChanges(row.entry, row.known)));
}

/** One number, several names: one of the rows belongs to somebody else, and which one only the papers tell. */
function sayOtherNames(samePerson: readonly Settling[]): void {
  for (const row of samePerson) {
    const others = samePerson
      .filter(({ entry }) => entry.name !== row.entry.name)
      .map((other) => `第 ${other.row} 行${other.entry.name}`);
    if (others.length > 0)
      row.problems.push(importProblem('same-number-other-name', { name: row.entry.name, others }, 'name'));
  }
}

function sayDuplicateNumbers(
  rows: readonly Settling[],
  holderOfNumber: ReturnType<typeof knownIndex>['holderOfNumber'],
): void {
  const byNumber = new Map<string, Settling[]>();
  for (const row of rows) {
    const number = row.entry.certificateNumber;
    if (number === undefined) continue;
    byNumber.set(number, [...(byNumber.get(number) ?? []), row]);
  }
  for (const [number, sharing] of byNumber) {
    for (const row of sharing) {
      const others = sharing.filter((other) => other !== row).map((other) => `第 ${other.row} 行`);
      const holder = holderOfNumber(number, row.known.certificate?.id ?? null);
      const stored = holder && holder.idNumber !== row.entry.idNumber ? [`已登记的${holder.name}`] : [];
      if (others.length + stored.length === 0) continue;
      row.problems.push(
        importProblem(
          'certificate-number-duplicate',
          { value: number, others: [...others, ...stored] },
          'certificateNumber',
        ),
      );
    }
  }
}

function settlement(
  { entry, known, problems }: Settling,
  changes: readonly FieldChange[],
): Settlement<RosterCandidate> {
  const unchanged = changes.length === 0 && known.enrolment !== null;
  if (unchanged) problems.push(importProblem('already-enrolled', { what: entry.name }));
  if (changes.length > 0) problems.push(wouldChange(changes));
  return { entry: { entry, known }, problems, changes, unchanged };
}
