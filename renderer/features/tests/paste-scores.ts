import { normaliseIdText } from '../../../shared/identity/id-number';
import { normaliseName } from '../../../shared/identity/name';
import type { TestAttempt } from '../../../shared/records/test-attempt';
import { isUnreadable, typedValue } from '../../ui/typed-value';
import { readScoreText } from './read-score-text';
import type { TestRow } from './test-row';

export interface PastedScore {
  readonly row: TestRow;
  readonly score: TestAttempt['score'];
}

/** A pasted line that gives no score, counted from 1. */
export interface LeftLine {
  readonly line: number;
  readonly text: string;
  readonly why: 'score' | 'no-person' | 'same-name' | 'several-posts' | 'number-and-name' | 'twice' | 'beyond';
}

/** What a pasted block means. A single column goes by order, several columns by the name or number that they hold. */
export interface PastedScores {
  readonly by: 'order' | 'person';
  readonly scores: readonly PastedScore[];
  readonly left: readonly LeftLine[];
}

const HEADING = /成绩|分数|得分|总分/;

/**
 * Scores copied from Excel. Without names or numbers the first line is for the first of `shown`, a blank line passes a
 * person over. With them every line finds its person among `all`, wherever it stands; a heading line is passed over.
 */
export function pastedScores(text: string, shown: readonly TestRow[], all: readonly TestRow[]): PastedScores {
  const table = text
    .replace(/(\r?\n)+$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  const people = new People(all);
  const isNamed = table.some((cells) => cells.length > 1 && cells.some((cell) => people.knows(cell)));
  return isNamed ? byPerson(table, people) : byOrder(table, shown);
}

function byOrder(table: readonly (readonly string[])[], shown: readonly TestRow[]): PastedScores {
  const scores: PastedScore[] = [];
  const left: LeftLine[] = [];
  const heading = HEADING.test(table[0]?.join('') ?? '') ? 1 : 0;
  table.slice(heading).forEach((cells, i) => {
    const cell = cells.find((value) => value !== '') ?? '';
    const read = readScoreText(cell);
    const score = typedValue(read);
    const row = shown[i];
    const leave = (why: LeftLine['why']) => left.push({ line: i + 1 + heading, text: cell, why });
    if (isUnreadable(read)) leave('score');
    else if (score !== null && !row) leave('beyond');
    else if (score !== null && row) scores.push({ row, score });
  });
  return { by: 'order', scores, left };
}

function byPerson(table: readonly (readonly string[])[], people: People): PastedScores {
  const column = scoreColumn(table, people);
  const scores: PastedScore[] = [];
  const left: LeftLine[] = [];
  const seen = new Set<TestRow>();
  table.forEach((cells, i) => {
    const text = cells.filter((cell) => cell !== '').join(' ');
    const leave = (why: LeftLine['why']) => left.push({ line: i + 1, text: people.shown(text), why });
    const typed = cells[column] ?? '';
    if (text === '' || HEADING.test(typed)) return;
    const found = people.find(cells.filter((_, at) => at !== column));
    const score = typedValue(readScoreText(typed));
    if (typeof found === 'string') leave(found);
    else if (typed === '') return;
    else if (score === null) leave('score');
    else if (seen.has(found)) leave('twice');
    else {
      seen.add(found);
      scores.push({ row: found, score });
    }
  });
  return { by: 'person', scores, left };
}

/** The column named 成绩; else the last one that can be read as scores in most lines with a person. */
function scoreColumn(table: readonly (readonly string[])[], people: People): number {
  const named = table[0]?.findIndex((cell) => HEADING.test(cell)) ?? -1;
  if (named >= 0) return named;
  const lines = table.filter((cells) => cells.some((cell) => people.knows(cell)));
  const width = Math.max(...table.map(({ length }) => length));
  let best = -1;
  for (let column = 0; column < width; column += 1) {
    const readable = lines.filter((cells) => typedValue(readScoreText(cells[column] ?? '')) !== null).length;
    if (readable * 2 >= lines.length && readable > 0) best = column;
  }
  return best;
}

/** Whom the cells of a line can mean. */
class People {
  readonly #byNumber = new Map<string, TestRow[]>();
  readonly #byName = new Map<string, TestRow[]>();

  constructor(rows: readonly TestRow[]) {
    const add = (map: Map<string, TestRow[]>, key: string, row: TestRow): void => {
      if (key !== '') map.set(key, [...(map.get(key) ?? []), row]);
    };
    for (const row of rows) {
      add(this.#byNumber, row.idNumber, row);
      add(this.#byName, row.name, row);
    }
  }

  knows(cell: string): boolean {
    return this.#byNumber.has(normaliseIdText(cell).text) || this.#byName.has(normaliseName(cell));
  }

  /** The one row that a line's cells mean, or why there is none. */
  find(cells: readonly string[]): TestRow | Exclude<LeftLine['why'], 'score' | 'twice' | 'beyond'> {
    const numbered = cells.flatMap((cell) => this.#byNumber.get(normaliseIdText(cell).text) ?? []);
    const named = cells.flatMap((cell) => this.#byName.get(normaliseName(cell)) ?? []);
    if (numbered.length > 0) {
      if (named.length > 0 && !named.some((row) => numbered.includes(row))) return 'number-and-name';
      return numbered.length === 1 ? numbered[0]! : 'several-posts';
    }
    // A whole number that belongs to nobody here is not helped by the name beside it.
    if (cells.some((cell) => /^(\d{15}|\d{17}[\dX])$/.test(normaliseIdText(cell).text))) return 'no-person';
    if (named.length === 0) return 'no-person';
    if (named.length === 1) return named[0]!;
    return named.every(({ idNumber }) => idNumber === named[0]!.idNumber) ? 'several-posts' : 'same-name';
  }

  /** A line as it may be shown: whole numbers of people are covered. */
  shown(text: string): string {
    return text.replace(/\d{11,17}[\dXx]/g, (number) => `${number.slice(0, 4)}…${number.slice(-4)}`);
  }
}
