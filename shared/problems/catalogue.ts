import { COMMAND_PROBLEMS } from './command-problems';
import { DOCUMENT_PROBLEMS } from './document-problems';
import { IMPORT_PROBLEMS } from './import-problems';
import { joinedProblems } from './joined-problems';
import type { Problem, ProblemLevel, ProblemText } from './problem';
import { problemDoor, type Told, type ValuesOf } from './problem-door';
import { STORAGE_PROBLEMS } from './storage-problems';

const CATALOGUE = joinedProblems(
  joinedProblems(joinedProblems(COMMAND_PROBLEMS, IMPORT_PROBLEMS), STORAGE_PROBLEMS),
  DOCUMENT_PROBLEMS,
);

export type ProblemCode = keyof typeof CATALOGUE;

/** The values that a problem of this code carries: what its sentence declares. */
export type ProblemValues<Code extends ProblemCode> = ValuesOf<(typeof CATALOGUE)[Code]>;

/** What `problem` is told beside the code. */
export type ProblemTold<Code extends ProblemCode> = Told<(typeof CATALOGUE)[Code]>;

/** Every code that the program can say, for lists, filters and tests. */
export const PROBLEM_CODES = Object.keys(CATALOGUE) as readonly ProblemCode[];

/** A problem of the catalogue: its code, the values that its sentence declares, the field that it is about. */
export const problem = problemDoor(CATALOGUE);

/** What is shown of a problem, all Chinese: a few words, what happened and why it matters, what to do next. */
export interface ShownProblem {
  readonly level: ProblemLevel;
  readonly title: string;
  readonly sentence: string;
  readonly next: string;
}

/** The words for a problem. Throws for a code that the catalogue lacks: only a programmer can cause that. */
export function problemText({ code, level, values }: Pick<Problem, 'code' | 'level' | 'values'>): ShownProblem {
  const text = wordsOf(code);
  // The door typed the values by the code when the problem was made.
  return { level, title: text.title, sentence: text.sentence((values ?? {}) as never), next: text.next };
}

/** The few words alone, for long lists that do not build every sentence. Throws as problemText does. */
export const problemTitle = ({ code }: Pick<Problem, 'code'>): string => wordsOf(code).title;

function wordsOf(code: string): ProblemText {
  const texts: { readonly [code: string]: ProblemText } = CATALOGUE;
  const text = Object.hasOwn(texts, code) ? texts[code] : undefined;
  if (!text) throw new Error(`no words for problem ${code}`);
  return text;
}
