import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import { columnLetter, headingForms } from './heading-text';
import type { ColumnChoice, ImportKind } from './preview';
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
export function columnKeys(headings: readonly Heading[]): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const text = headingText(heading) || `列${columnLetter(heading.index)}`;
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text}#${count}`;
  });
}

/** Finds the column of each field: the chosen ones first, then by the spellings of the headings. */
export function planColumns<Kind extends ImportKind, Entry, Context>(
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

/** Columns whose heading is a spelling of each field; an exact heading beats one that only fits without its brackets. */
function columnsByField(
  fields: readonly FieldSpec[],
  headings: readonly Heading[],
): ReadonlyMap<string, readonly number[]> {
  const spelt = spellings(fields);
  const exact = new Map<string, number[]>();
  const loose = new Map<string, number[]>();
  for (const heading of headings) {
    const match = fieldOf(spelt, heading);
    if (!match) continue;
    const into = match.exact ? exact : loose;
    into.set(match.field, [...(into.get(match.field) ?? []), heading.index]);
  }
  return new Map(fields.map(({ field }) => [field, exact.get(field) ?? loose.get(field) ?? []]));
}

function fieldOf(spelt: ReadonlyMap<string, string>, heading: Heading): { field: string; exact: boolean } | null {
  const texts = [heading.texts.at(-1) ?? '', headingText(heading), ...[...heading.texts].reverse()];
  for (const text of texts) {
    for (const [i, form] of headingForms(text).entries()) {
      const field = form === '' ? undefined : spelt.get(form);
      if (field) return { field, exact: i === 0 };
    }
  }
  return null;
}

const cache = new WeakMap<readonly FieldSpec[], ReadonlyMap<string, string>>();

/** Spelling → field. */
function spellings(fields: readonly FieldSpec[]): ReadonlyMap<string, string> {
  const known = cache.get(fields);
  if (known) return known;
  const map = new Map(
    fields.flatMap(({ field, spellings: list }) => list.map((spelling) => [spelling, field] as const)),
  );
  cache.set(fields, map);
  return map;
}
