/** A question that is answered by a text, such as where a list comes from. */
export interface TextQuestion {
  readonly ask: 'text';
  readonly name: string;
  readonly label: string;
  /** Stands in the empty box. */
  readonly hint: string;
  /** Said while it is blank, where no file can be read without it. */
  readonly missing?: string;
}

/** A question that is answered by one of a few; the first stands until another is chosen. */
export interface ChoiceQuestion<Value extends string = string> {
  readonly ask: 'choice';
  readonly name: string;
  readonly label: string;
  readonly choices: readonly [ImportChoice<Value>, ...ImportChoice<Value>[]];
}

interface ImportChoice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** What a kind of import asks besides the file. */
export type ImportQuestion = TextQuestion | ChoiceQuestion;

/** Answers by the name of the question; what nobody answered is not there. */
export type ImportAnswers = Readonly<Record<string, string>>;

export const NOTHING_ANSWERED: ImportAnswers = {};

/** What was typed, as it stands; '' where nothing was. */
export const textAnswer = (answers: ImportAnswers, { name }: TextQuestion): string => answers[name] ?? '';

/** What was chosen; the first choice where nothing was. */
export const choiceAnswer = <Value extends string>(
  answers: ImportAnswers,
  { name, choices }: ChoiceQuestion<Value>,
): Value => (choices.find(({ value }) => value === answers[name]) ?? choices[0]).value;
