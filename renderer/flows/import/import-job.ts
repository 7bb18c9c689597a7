import type { Instant } from '../../../shared/basics/instant';
import type { Result } from '../../../shared/basics/result';
import type { WorkbookModel } from '../../../shared/basics/workbook';
import type { CommandContext, CommandResult } from '../../../shared/commands/intent';
import type { ImportDecisions, ImportKind } from '../../../shared/import/preview';
import type { ImportTask } from '../../../shared/import/read-task';
import type { Problem } from '../../../shared/problems/problem';
import type { Session } from '../../../shared/records/session';
import type { ImportClient } from '../../workers/import-client';

/** What the registrar says of a file besides choosing it. */
export interface ImportOptions {
  readonly outsideKind: 'online' | 'earlier';
  readonly mode: 'add' | 'replace';
  readonly source: string;
}

export const FIRST_OPTIONS: ImportOptions = { outsideKind: 'earlier', mode: 'add', source: '' };

/** Where the entries of a confirmed preview come from, and what they are called. */
export interface Confirmed {
  readonly client: ImportClient;
  readonly decisions: ImportDecisions;
  readonly fileName: string;
  readonly options: ImportOptions;
}

/** The command of an import, before it is known whether it needs a reason. */
export type ImportCommand = (reason: string | undefined, ctx: CommandContext) => CommandResult;

/** One kind of import with everything that it must know of the data set as it is now. */
export interface ImportJob {
  readonly kind: ImportKind;
  readonly task: (options: ImportOptions) => ImportTask;
  readonly prepare: (confirmed: Confirmed) => Promise<Result<ImportCommand, Problem>>;
  /** The empty form. */
  readonly template: (made: { readonly created: Instant; readonly author: string }) => WorkbookModel;
  /** Who makes workbooks: the institution's name. */
  readonly author: string;
  /** Sessions that a column of the file can be. */
  readonly sessions: readonly Session[];
  /** There is a list already that the file may replace. */
  readonly hasList: boolean;
}
