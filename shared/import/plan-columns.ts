import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import { columnLetter, headingForms } from './heading-text';
import type { ColumnChoice } from './preview';
import type { FieldSpec, Heading, SheetReader } from './sheet-reader';

/** Which column each field is read from. */
export interface ColumnPlan {
  readonly columnOf: ReadonlyMap<string, number>;
  readonly keys: readonly string[];
  /** Columns that were chosen, not guessed. */
  readonly chosen: ReadonlySet<number>;
  readonly problems: readonly Problem[];
  readonly blocked: boolean;
}

/** Fields of columns that are not of the kind's own list: session:ID. */
export const isExtra = (field: string): boolean => field.includes(':');

/** The heading of a column as one text. */
export const headingText = ({ texts }: Heading): string =>
  texts
    .filter((text, i) => text !== '' && text !== texts[i - 1])
    .join(' ')
    .trim();

/** Names for the columns that are unique in the file: the heading, `heading#2` for its second, 列C where there is none. */
function columnKeys(headings: readonly Heading[]): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const text = headingText(heading) || `列${columnLetter(heading.index)}`;
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text}#${count}`;
  });
}

/** Finds the column of each field: the chosen ones first, then by the spellings of the headings. */
export function planColumns<Kind extends string, Entry, Context>(
  reader: SheetReader<Kind, Entry, Context>,
  headings: readonly Heading[],
  choice: ColumnChoice,
  context: Context,
): ColumnPlan {
  const keys = columnKeys(headings);
  const columnOf = new Map<string, number>();
  const chosen = new Set<number>();
  for (const [field, key] of Object.entries(choice)) {
    const index = key === '' ? -1 : keys.indexOf(key);
    if (index < 0) continue;
    columnOf.set(field, headings[index]!.index);
    chosen.add(headings[index]!.index);
  }
  const open = headings.filter(({ index }) => !chosen.has(index));
  const problems: Problem[] = [];
  const claimed = new Set<number>(chosen);
  const candidates = columnsByField(reader.fields, open);
  for (const { field, label } of reader.fields) {
    const found = candidates.get(field) ?? [];
    for (const index of found) claimed.add(index);
    if (Object.hasOwn(choice, field) && (choice[field] === '' || columnOf.has(field))) continue;
    if (found.length === 1) columnOf.set(field, found[0]!);
    if (found.length > 1) {
      const names = found.map(
        (index) => `${columnLetter(index)} 列“${keys[headings.findIndex((h) => h.index === index)]}”`,
      );
      problems.push(importProblem('column-ambiguous', { column: label, candidates: names }, field));
    }
  }
  const extras = reader.extras?.(
    headings.filter(({ index }) => !claimed.has(index)),
    context,
  );
  for (const [index, field] of extras?.fields ?? [])
    if (!columnOf.has(field) && choice[field] !== '') columnOf.set(field, index);
  const ambiguous = new Set(problems.map(({ field }) => field));
  for (const group of reader.required) {
    if (group.some((field) => columnOf.has(field) || ambiguous.has(field))) continue;
    const labels = reader.fields.filter(({ field }) => group.includes(field)).map(({ label }) => label);
    problems.push(importProblem('column-missing', { column: labels.join('或') }, group[0]));
  }
  if (reader.extrasLabel && ![...columnOf.keys()].some(isExtra))
    problems.push(importProblem('column-missing', { column: reader.extrasLabel }));
  return {
    columnOf,
    keys,
    chosen,
    problems: [...problems, ...(extras?.problems ?? [])],
    blocked: problems.length > 0,
  };
}

/**
 * Columns whose heading is a spelling of each field; an exact heading beats one that only fits without its brackets, that
 * one a vaguer word, and that one a heading that fits the field's pattern.
 */
function columnsByField(
  fields: readonly FieldSpec[],
  headings: readonly Heading[],
): ReadonlyMap<string, readonly number[]> {
  const spelt = spellings(fields);
  const found = FITS.map(() => new Map<string, number[]>());
  for (const heading of headings) {
    const match = fieldOf(spelt, heading) ?? patternOf(fields, heading);
    if (!match) continue;
    const into = found[FITS.indexOf(match.fit)]!;
    into.set(match.field, [...(into.get(match.field) ?? []), heading.index]);
  }
  return new Map(
    fields.map(({ field }) => [
      field,
      found.flatMap((columns) => [columns.get(field) ?? []]).find((of) => of.length > 0) ?? [],
    ]),
  );
}

/** How well a heading fits, the best first. */
const FITS = ['exact', 'loose', 'vague', 'pattern'] as const;
type Fit = (typeof FITS)[number];
/** A longer text is a sentence, not a heading. */
const LONGEST_HEADING = 16;

interface Spelling {
  readonly field: string;
  readonly vague: boolean;
}

/**
 * Whether the last of several header rows is a row of data: the text that it adds to a column that must be there belongs to no
 * heading of it.
 */
export function endsInData<Kind extends string, Entry, Context>(
  { fields, required }: SheetReader<Kind, Entry, Context>,
  headings: readonly Heading[],
  columnOf: ReadonlyMap<string, number>,
): boolean {
  const spelt = spellings(fields);
  const fits = (text: string, field: string): boolean =>
    headingForms(text).some((form) => spelt.get(form)?.field === field) ||
    patternOf(fields, { index: 0, texts: [text] })?.field === field;
  return required.flat().some((field) => {
    const heading = headings.find(({ index }) => index === columnOf.get(field));
    const last = heading?.texts.at(-1) ?? '';
    return heading !== undefined && last !== '' && !fits(last, field) && !fits(headingText(heading), field);
  });
}

function fieldOf(spelt: ReadonlyMap<string, Spelling>, heading: Heading): { field: string; fit: Fit } | null {
  const texts = [heading.texts.at(-1) ?? '', headingText(heading), ...[...heading.texts].reverse()];
  for (const text of texts) {
    for (const [i, form] of headingForms(text).entries()) {
      const spelling = form === '' ? undefined : spelt.get(form);
      if (spelling) return { field: spelling.field, fit: spelling.vague ? 'vague' : i === 0 ? 'exact' : 'loose' };
    }
  }
  return null;
}

/** The field whose pattern one of the heading's texts fits. */
function patternOf(fields: readonly FieldSpec[], heading: Heading): { field: string; fit: Fit } | null {
  for (const text of new Set([heading.texts.at(-1) ?? '', headingText(heading), ...heading.texts])) {
    const forms = headingForms(text).filter((form) => form !== '' && form.length <= LONGEST_HEADING);
    const found = fields.find(({ pattern }) => pattern && forms.some((form) => pattern.test(form)));
    if (found) return { field: found.field, fit: 'pattern' };
  }
  return null;
}

const cache = new WeakMap<readonly FieldSpec[], ReadonlyMap<string, Spelling>>();

/** Spelling → field. */
function spellings(fields: readonly FieldSpec[]): ReadonlyMap<string, Spelling> {
  const known = cache.get(fields);
  if (known) return known;
  const map = new Map<string, Spelling>();
  for (const { field, spellings: list, vaguer = [] } of fields) {
    for (const spelling of list) map.set(spelling, { field, vague: false });
    for (const spelling of vaguer) map.set(spelling, { field, vague: true });
  }
  cache.set(fields, map);
  return map;
}
