import { FILE_PROBLEMS } from './import-file-problems';
import type { ProblemText } from './problem';
import { problemDoor } from './problem-door';
import { ROSTER_PROBLEMS } from './import-roster-problems';
import { TEACHING_SHEET_PROBLEMS } from './import-teaching-problems';

/**
 * Every code of the domain page's "Import problem codes". Values: `value` what the cell holds (identity numbers and phones
 * masked), `row` and `rows` Excel rows, `column` the heading, `why` which of the situations of a code it is.
 */
export const IMPORT_PROBLEMS = {
  ...FILE_PROBLEMS,
  ...ROSTER_PROBLEMS,
  ...TEACHING_SHEET_PROBLEMS,
} as const satisfies {
  readonly [code: string]: ProblemText;
};

export type ImportProblemCode = keyof typeof IMPORT_PROBLEMS;

/** A problem of a file, a row or a cell, with the level that the catalogue gives its code. */
export const importProblem = problemDoor(IMPORT_PROBLEMS);
