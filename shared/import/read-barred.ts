import type { Day } from '../basics/day';
import type { Sheet } from '../basics/sheet';
import type { BarredEntry } from '../commands/import-barred';
import { normaliseName } from '../identity/name';
import { importProblem } from '../problems/import-problems';
import { buildPreview } from './build-preview';
import { isBlank, keptText, plainText } from './cell-text';
import { PERSON_FIELDS } from './course-people';
import type { ImportPreview, Progress, ReadChoices } from './preview';
import { readIdCell } from './read-id-cell';
import { readIdKind } from './roster-words';
import type { FieldSpec, SheetReader } from './sheet-reader';

export interface BarredContext {
  readonly today: Day;
}

export type BarredPreview = ImportPreview<'barred', BarredEntry, BarredContext>;

const BARRED_FIELDS = [
  ...PERSON_FIELDS.filter(({ field }) => field !== 'post'),
  { field: 'idKind', label: '证件类型', spellings: ['证件类型', '证件种类', '证件类别'] },
  {
    field: 'reason',
    label: '原因',
    spellings: ['原因', '事由', '列入原因', '处理原因', '违规情形', '违规行为', '不良行为', '备注', '说明'],
  },
] as const satisfies readonly FieldSpec[];

/** Reads the list of barred people (黑名单) that the city gives out: identity numbers, with names and reasons where given. */
export const barredReader: SheetReader<'barred', BarredEntry, BarredContext> = {
  kind: 'barred',
  fields: BARRED_FIELDS,
  required: [['idNumber']],
  keys: ['idNumber'],
  readRow({ cell }, { today }) {
    const kindCell = cell('idKind');
    const number = readIdCell(
      cell('idNumber'),
      isBlank(kindCell) ? undefined : readIdKind(plainText(kindCell)),
      today,
    );
    const name = normaliseName(cell('name')?.text ?? '');
    const reason = keptText(cell('reason'));
    const entry = number.id && { idNumber: number.id.number, ...(name && { name }), ...(reason && { reason }) };
    return {
      name,
      shown: { name, idNumber: number.shown, reason },
      entry,
      problems: number.problems,
      skipped: false,
    };
  },
  settle(candidates) {
    const rowOf = new Map<string, number>();
    return candidates.map(({ row, entry }) => {
      const earlier = rowOf.get(entry.idNumber);
      if (earlier === undefined) rowOf.set(entry.idNumber, row);
      const problems = earlier === undefined ? [] : [importProblem('number-twice', { row: earlier }, 'idNumber')];
      return { entry: earlier === undefined ? entry : null, problems, changes: [], unchanged: false };
    });
  },
};

export const readBarred = (
  sheets: readonly Sheet[],
  context: BarredContext,
  choices?: ReadChoices,
  progress?: Progress,
): BarredPreview => buildPreview(barredReader, sheets, context, choices, progress);
