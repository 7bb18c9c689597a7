import type { ImportKindSpec, StoredPart, StoredRecords } from './import-kind-spec';
import { attendanceKind } from './kinds/attendance-kind';
import { barredKind } from './kinds/barred-kind';
import { outsideHoursKind } from './kinds/outside-hours-kind';
import { rosterKind } from './kinds/roster-kind';
import { scoresKind } from './kinds/scores-kind';
import { timetableKind } from './kinds/timetable-kind';
import type { ImportPreview } from './preview';

/** Every kind of file that can be imported. A new kind is its own file and its line here. */
const LIST = {
  roster: rosterKind,
  timetable: timetableKind,
  attendance: attendanceKind,
  scores: scoresKind,
  'outside-hours': outsideHoursKind,
  barred: barredKind,
};

export type ImportKind = keyof typeof LIST;

/** The types that each kind declares. */
type TypesOf<Spec> =
  Spec extends ImportKindSpec<string, infer Entry, infer Context, infer Input, infer Need>
    ? { readonly entry: Entry; readonly context: Context; readonly input: Input; readonly need: Need }
    : never;
type Types = { readonly [Kind in ImportKind]: TypesOf<(typeof LIST)[Kind]> };

/** What the command of a kind takes. */
export type InputOf<Kind extends ImportKind> = Types[Kind]['input'];
/** What the rows of a kind are checked against. */
export type ContextOf<Kind extends ImportKind> = Types[Kind]['context'];
/** The stored parts that a kind asks for. */
export type StoredOf<Kind extends ImportKind> = Pick<StoredRecords, Types[Kind]['need'] & StoredPart>;
/** The preview of one kind of file, or of any. */
export type PreviewOf<Kind extends ImportKind = ImportKind> = ImportPreview<
  Kind,
  Types[Kind]['entry'],
  ContextOf<Kind>
>;
/** Kinds of file that are about one course. */
export type CourseImportKind = {
  readonly [Kind in ImportKind]: 'facts' extends Types[Kind]['need'] ? Kind : never;
}[ImportKind];

/** The kinds by their names; that each stands under its own name is checked by the compiler. */
export const IMPORT_KINDS: {
  readonly [Kind in ImportKind]: ImportKindSpec<
    Kind,
    Types[Kind]['entry'],
    ContextOf<Kind>,
    InputOf<Kind>,
    Types[Kind]['need'] & StoredPart
  >;
} = LIST;
