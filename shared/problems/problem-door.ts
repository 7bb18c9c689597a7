import type { Json } from '../basics/json';
import type { Problem, ProblemText } from './problem';

type NoValues = { readonly [name: string]: never };

/** The values that the sentence of a text declares; of one of several texts, what any of them needs. */
export type ValuesOf<Text extends ProblemText> = Text['sentence'] extends (values: infer Values) => string
  ? Values
  : never;

/** What is told beside the code: values where the sentence has any, and the field. */
export type Told<Text extends ProblemText> =
  unknown extends ValuesOf<Text> ? [values?: NoValues, field?: string] : [values: ValuesOf<Text>, field?: string];

/**
 * The only way to make a problem of these texts: its level is the catalogue's, and an unknown code or a value that is missing,
 * surplus, misspelt or of another type is a compile error.
 */
export const problemDoor =
  <Texts extends { readonly [code: string]: ProblemText }>(texts: Texts) =>
  <Code extends keyof Texts & string>(code: Code, ...told: Told<Texts[Code]>): Problem<keyof Texts & string> => {
    const [values, field] = told as [values?: { readonly [name: string]: Json }, field?: string];
    const { level } = texts[code]!;
    return { code, level, ...(values && { values }), ...(field !== undefined && { field }) } as unknown as Problem<
      keyof Texts & string
    >;
  };
