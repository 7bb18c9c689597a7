import type { CourseId } from '../../shared/records/ids';
import type { Tables } from '../../shared/records/tables';
import type { Linked, LinkedTable, RowTable } from './row-types';
import type { RowRecord } from './rows-records';

/** A row that a record points at, and what is kept of the record there. */
export interface Parent {
  readonly table: 'persons' | 'certificates' | 'enrolments';
  readonly key: string;
  readonly slot: LinkedTable;
  readonly kept: CourseId | Tables[Exclude<LinkedTable, 'enrolments'>];
}

/** The rows that a record points at. */
export function parentsOf({ table, record }: RowRecord): readonly Parent[] {
  switch (table) {
    case 'enrolments':
      return [
        { table: 'persons', key: record.personId, slot: 'enrolments', kept: record.courseId },
        { table: 'certificates', key: record.certificateId, slot: 'enrolments', kept: record.courseId },
      ];
    case 'outsideHours':
      return [{ table: 'certificates', key: record.certificateId, slot: 'outsideHours', kept: record }];
    case 'ceYearChoices':
      return [{ table: 'certificates', key: record.certificateId, slot: 'ceYearChoices', kept: record }];
    case 'attempts':
      return [{ table: 'enrolments', key: record.enrolmentId, slot: 'attempts', kept: record }];
    case 'professionalChoices':
      return [{ table: 'enrolments', key: record.enrolmentId, slot: 'professionalChoices', kept: record }];
    default:
      return [];
  }
}

/** Tables whose records point at rows. */
export const CHILD_TABLES = [
  'enrolments',
  'outsideHours',
  'ceYearChoices',
  'attempts',
  'professionalChoices',
] as const satisfies readonly RowTable[];

/** `linked` with one record put in, or taken out when `kept` is undefined; undefined when nothing is left. */
export function relinked(
  linked: Linked | undefined,
  slot: LinkedTable,
  id: string,
  kept: Parent['kept'] | undefined,
): Linked | undefined {
  const others = Object.entries(linked?.[slot] ?? {}).filter(([key]) => key !== id);
  const members = Object.fromEntries(kept === undefined ? others : [...others, [id, kept]]);
  const rest = Object.fromEntries(Object.entries(linked ?? {}).filter(([key]) => key !== slot));
  const next: Linked = Object.keys(members).length > 0 ? { ...rest, [slot]: members } : rest;
  return Object.keys(next).length > 0 ? next : undefined;
}
