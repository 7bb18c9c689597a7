import type { Day } from '../basics/day';
import type { CommandContext, CommandResult } from '../commands/intent';
import type { PeopleSlice } from '../commands/people-slice';
import type { BarredPerson } from '../records/choices';
import type { Institution } from '../records/institution';
import type { Session } from '../records/session';
import type { CourseFacts } from '../regulation/facts';
import type { ChosenRow } from './chosen-rows';
import type { ImportAnswers, ImportQuestion } from './import-question';
import type { SheetReader } from './sheet-reader';
import type { Template } from './template-workbook';

/** What is stored, part by part: a kind of import names the parts that it asks for. */
export interface StoredRecords {
  /** The course that the file is about. */
  readonly facts: CourseFacts;
  /** All people and certificates of the data set. */
  readonly people: PeopleSlice;
  /** Sessions of other courses in the days of this one, for clashes of teacher and room. */
  readonly otherSessions: readonly Session[];
  /** The list of barred people; null when there never was one. */
  readonly barred: readonly BarredPerson[] | null;
  /** Who makes workbooks of an import that belongs to no course. */
  readonly institution: Institution | null;
}

export type StoredPart = keyof StoredRecords;

/** What the screens say of one kind of file. */
export interface ImportWords {
  /** 导入名册 */
  readonly title: string;
  /** The file as it is called: 学员名册. */
  readonly file: string;
  /** What is counted: 49 人. */
  readonly unit: string;
  /** What the file must hold. */
  readonly needs: string;
  /** Said when another screen is shown while the preview waits. */
  readonly kept: string;
  /** Reasons that are often given for replacing what is stored. */
  readonly reasons: readonly string[];
  /** What one does after it was imported. */
  readonly next: string;
}

/** A confirmed import besides its rows. */
export interface ConfirmedImport {
  readonly fileName: string;
  readonly answers: ImportAnswers;
  /** undefined as long as nobody was asked for one. */
  readonly reason: string | undefined;
}

/**
 * Everything that the program knows of one kind of file. `Entry` = a readable row, `Context` = what it is checked against,
 * `Input` = what its command takes of it, `Need` = the stored parts that it asks for. All functions are pure.
 */
export interface ImportKindSpec<Kind extends string, Entry, Context, Input, Need extends StoredPart> {
  /** Fields and headings, how a row is read, and what comparing it adds. */
  readonly reader: SheetReader<Kind, Entry, Context>;
  readonly words: ImportWords;
  /** In the order in which they are loaded: the course comes first. */
  readonly needs: readonly Need[];
  /** What is asked besides the file. */
  readonly questions?: (stored: Pick<StoredRecords, Need>) => readonly ImportQuestion[];
  /** Sessions that a column of the file can be. */
  readonly sessions?: (stored: Pick<StoredRecords, Need>) => readonly Session[];
  /** What the rows are checked against. Plain data: it crosses to a worker. */
  readonly context: (stored: Pick<StoredRecords, Need>, today: Day, answers: ImportAnswers) => Context;
  /** What the command takes of the rows that were confirmed, in file order. */
  readonly inputs: (rows: readonly ChosenRow<Entry>[]) => readonly Input[];
  readonly command: (
    stored: Pick<StoredRecords, Need>,
    inputs: readonly Input[],
    confirmed: ConfirmedImport,
    ctx: CommandContext,
  ) => CommandResult;
  /** The empty form, whose headings the reader knows. */
  readonly template: (stored: Pick<StoredRecords, Need>) => Template;
}
