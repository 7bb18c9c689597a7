import type { OutsideHoursEntry } from '../commands/add-outside-hours';
import type { BarredEntry } from '../commands/import-barred';
import type {
  AttendanceEntry,
  RosterEntry,
  RosterRowToImport,
  ScoreEntry,
  SessionEntry,
} from '../commands/import-entries';
import type { ImportDecisions, ImportKind, ImportPreview, PreviewRow } from './preview';
import type { AttendancePreview } from './read-attendance';
import type { BarredPreview } from './read-barred';
import type { OutsideHoursPreview } from './read-outside-hours';
import type { RosterPreview } from './read-roster';
import type { ScorePreview } from './read-scores';
import type { TimetablePreview } from './read-timetable';
import type { AnyPreview } from './recheck';

/** What the command of each kind takes. */
export interface ImportEntries {
  readonly roster: RosterRowToImport;
  readonly timetable: SessionEntry;
  readonly attendance: AttendanceEntry;
  readonly scores: ScoreEntry;
  readonly 'outside-hours': OutsideHoursEntry;
  readonly barred: BarredEntry;
}

/**
 * The entries of a confirmed preview, in file order. Rows whose values are all stored already are not among them, nor are
 * differing values that were not taken: so commands that ask are called with differing 'take'. Empty = nothing to import.
 */
export function entriesToImport<P extends AnyPreview>(
  preview: P,
  decisions: ImportDecisions,
): readonly ImportEntries[P['kind']][] {
  return entriesOf(preview, decisions) as readonly ImportEntries[P['kind']][];
}

function entriesOf(preview: AnyPreview, decisions: ImportDecisions): readonly ImportEntries[ImportKind][] {
  switch (preview.kind) {
    case 'roster':
      return rosterRows(preview, decisions);
    case 'timetable':
      return sessions(preview, decisions);
    case 'attendance':
      return marks(preview, decisions);
    case 'scores':
      return scores(preview, decisions);
    case 'outside-hours':
      return hours(preview, decisions);
    case 'barred':
      return barred(preview, decisions);
  }
}

/** Accepted rows that bring something, and whether their differences are taken. */
function chosen<Kind extends ImportKind, Entry, Context>(
  { rows, blocked }: ImportPreview<Kind, Entry, Context>,
  { take, leaveOut = [] }: ImportDecisions,
): readonly { readonly entry: Entry; readonly row: PreviewRow<Entry>; readonly taken: boolean }[] {
  if (blocked) return [];
  const out = new Set(leaveOut);
  const taken = take === 'all' ? null : new Set(take);
  return rows.flatMap((row) =>
    row.state !== 'accepted' || row.entry === null || row.unchanged || out.has(row.row)
      ? []
      : [{ entry: row.entry, row, taken: row.changes.length > 0 && (taken === null || taken.has(row.row)) }],
  );
}

const rosterRows = (preview: RosterPreview, decisions: ImportDecisions): readonly RosterRowToImport[] =>
  chosen(preview, decisions)
    .filter(({ entry, taken }) => taken || entry.known.enrolment === null)
    .map(({ entry: { entry, known }, row, taken }) => ({
      entry,
      person: known.person?.id ?? null,
      certificate: known.certificate?.id ?? null,
      enrolment: known.enrolment?.id ?? null,
      take: taken ? row.changes.map(({ field }) => field as keyof RosterEntry) : [],
    }));

const sessions = (preview: TimetablePreview, decisions: ImportDecisions): readonly SessionEntry[] =>
  chosen(preview, decisions)
    .filter(({ entry, taken }) => taken || entry.existing === null)
    .map(({ entry }) => ({ ...entry, number: entry.number! }));

const marks = (preview: AttendancePreview, decisions: ImportDecisions): readonly AttendanceEntry[] =>
  chosen(preview, decisions).flatMap(({ entry, taken }) =>
    entry.marks
      .filter(({ sessionId }) => taken || !entry.differing.includes(sessionId))
      .flatMap(({ sessionId, mark }) => entry.enrolments.map(({ id }) => ({ enrolmentId: id, sessionId, mark }))),
  );

const scores = (preview: ScorePreview, decisions: ImportDecisions): readonly ScoreEntry[] =>
  chosen(preview, decisions)
    .filter(({ row, taken }) => taken || row.changes.length === 0)
    .flatMap(({ entry: { enrolmentId, on, number, score, retake } }) => [
      { enrolmentId, on, number: number!, score },
      ...(retake ? [{ enrolmentId, on: retake.on, number: retake.number!, score: retake.score }] : []),
    ]);

const hours = (preview: OutsideHoursPreview, decisions: ImportDecisions): readonly OutsideHoursEntry[] =>
  chosen(preview, decisions).flatMap(({ entry }) => entry);

const barred = (preview: BarredPreview, decisions: ImportDecisions): readonly BarredEntry[] =>
  chosen(preview, decisions).map(({ entry }) => entry);
