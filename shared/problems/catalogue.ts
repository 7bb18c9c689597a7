import type { Json } from '../basics/json';
import { COMMAND_PROBLEMS } from './command-problems';
import { DOCUMENT_PROBLEMS } from './document-problems';
import { IMPORT_PROBLEMS } from './import-problems';
import { joinedProblems } from './joined-problems';
import type { Problem, ProblemLevel, ProblemText } from './problem';
import { STORAGE_PROBLEMS } from './storage-problems';

const CATALOGUE = joinedProblems(
  joinedProblems(joinedProblems(COMMAND_PROBLEMS, IMPORT_PROBLEMS), STORAGE_PROBLEMS),
  DOCUMENT_PROBLEMS,
);

export type ProblemCode = keyof typeof CATALOGUE;

/** Every code that the program can say, for lists, filters and tests. */
export const PROBLEM_CODES = Object.keys(CATALOGUE) as readonly ProblemCode[];

/** A problem of the catalogue; its level is the catalogue's. */
export function problem(
  code: ProblemCode,
  values?: { readonly [name: string]: Json },
  field?: string,
): Problem<ProblemCode> {
  const { level } = CATALOGUE[code];
  return { code, level, ...(values && { values }), ...(field !== undefined && { field }) };
}

/** What is shown of a problem, all Chinese: a few words, what happened and why it matters, what to do next. */
export interface ShownProblem {
  readonly level: ProblemLevel;
  readonly title: string;
  readonly sentence: string;
  readonly next: string;
}

/** The words for a problem. Throws for a code that the catalogue lacks: only a programmer can cause that. */
export function problemText({ code, level, values }: Problem): ShownProblem {
  const text = wordsOf(code);
  return { level, title: text.title, sentence: text.sentence(values ?? {}), next: text.next };
}

/** The few words alone, for long lists that do not build every sentence. Throws as problemText does. */
export const problemTitle = ({ code }: Pick<Problem, 'code'>): string => wordsOf(code).title;

function wordsOf(code: string): ProblemText {
  const texts: { readonly [code: string]: ProblemText } = CATALOGUE;
  const text = Object.hasOwn(texts, code) ? texts[code] : undefined;
  if (!text) throw new Error(`no words for problem ${code}`);
  return text;
}
