import type { Day } from '../basics/day';
import type { SheetCell } from '../basics/sheet';
import { normaliseIdText, parseIdNumber, type IdNumber } from '../identity/id-number';
import { maskId } from '../identity/mask';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import type { IdKind } from '../records/person';
import { isBlank, wholeNumberText } from './cell-text';
import { wrongIdNumber } from './wrong-id-number';

/** Numbers from here on have lost digits in a spreadsheet (15 significant ones are kept). */
const DAMAGED_FROM = 1e15;

/** An identity number in a cell of any file, with what is to be said of it. */
export function readIdCell(
  cell: SheetCell | null,
  kind: IdKind | undefined,
  today: Day,
): {
  readonly id: IdNumber | null;
  readonly shown: string;
  readonly damaged: boolean;
  readonly problems: readonly Problem[];
} {
  const refused = (problem: Problem, shown: string, damaged = false) => ({
    id: null,
    shown,
    damaged,
    problems: [problem],
  });
  if (isBlank(cell)) return refused(importProblem('id-length', { value: '', length: 0 }, 'idNumber'), '');
  const typed = cell!.kind === 'number' && cell!.number !== undefined;
  if (typed && Math.abs(cell!.number!) >= DAMAGED_FROM) {
    return refused(
      importProblem('id-precision-lost', { value: shownNumber(cell!.text.trim()) }, 'idNumber'),
      cell!.text.trim(),
      true,
    );
  }
  const { text, changed } = normaliseIdText(typed ? wholeNumberText(cell!) : cell!.text);
  const parsed = parseIdNumber(text, today, kind === 'passport' || kind === 'other' ? kind : undefined);
  if (!parsed.ok) {
    return refused(wrongIdNumber(parsed.error, text, shownNumber(text)), text, parsed.error === 'id-precision-lost');
  }
  const problems: Problem[] = [];
  if (parsed.value.converted15)
    problems.push(
      importProblem('id-15-digits', { value: maskId(text), number: maskId(parsed.value.number) }, 'idNumber'),
    );
  if (changed && !typed)
    problems.push(importProblem('id-normalised', { number: maskId(parsed.value.number) }, 'idNumber'));
  return { id: parsed.value, shown: parsed.value.number, damaged: false, problems };
}

/** 4.20101E+17 is shown as it is: nothing is left in it to protect. */
const shownNumber = (text: string): string => (/E/i.test(text) && text.length < 15 ? text : maskId(text));
