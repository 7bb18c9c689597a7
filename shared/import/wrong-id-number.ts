import { assertNever } from '../basics/assert-never';
import type { IdNumberProblem } from '../identity/id-number';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';

/** What is wrong with the identity number of a row; `value` is the number as it may be shown. */
export function wrongIdNumber(code: IdNumberProblem, number: string, value: string): Problem {
  switch (code) {
    case 'id-length':
      return importProblem(code, { value, length: Array.from(number).length }, 'idNumber');
    case 'id-birth-date':
      return importProblem(code, { value, birth: birthPart(number) }, 'idNumber');
    case 'id-checksum':
    case 'id-precision-lost':
      return importProblem(code, { value }, 'idNumber');
    default:
      return assertNever(code);
  }
}

const birthPart = (number: string): string =>
  number.length === 15 ? `19${number.slice(6, 12)}` : number.slice(6, 14);
