import type { Instant } from '../../../shared/basics/instant';
import { ok, type Result } from '../../../shared/basics/result';
import type { WorkbookModel } from '../../../shared/basics/workbook';
import type { CommandContext, CommandResult } from '../../../shared/commands/intent';
import { emptyForm } from '../../../shared/import/empty-form';
import type { ImportWords, StoredRecords } from '../../../shared/import/import-kind-spec';
import { IMPORT_KINDS, type ImportKind, type InputOf, type StoredOf } from '../../../shared/import/import-kinds';
import type { ImportAnswers, ImportQuestion } from '../../../shared/import/import-question';
import type { ImportDecisions } from '../../../shared/import/preview';
import type { ImportTask } from '../../../shared/import/read-task';
import type { Problem } from '../../../shared/problems/problem';
import type { Session } from '../../../shared/records/session';
import { today } from '../../platform/clock';
import type { ImportClient } from '../../workers/import-client';

/** Where the entries of a confirmed preview come from, and what they are called. */
export interface Confirmed {
  readonly client: ImportClient;
  readonly decisions: ImportDecisions;
  readonly fileName: string;
  readonly answers: ImportAnswers;
}

/** The command of an import, before it is known whether it needs a reason. */
export type ImportCommand = (reason: string | undefined, ctx: CommandContext) => CommandResult;

/** One kind of import over the data set as it is now. */
export interface ImportJob {
  readonly kind: ImportKind;
  readonly words: ImportWords;
  /** What is asked besides the file. */
  readonly questions: readonly ImportQuestion[];
  /** Sessions that a column of the file can be. */
  readonly sessions: readonly Session[];
  /** Who makes workbooks: the institution's name. */
  readonly author: string;
  readonly task: (answers: ImportAnswers) => ImportTask;
  readonly prepare: (confirmed: Confirmed) => Promise<Result<ImportCommand, Problem>>;
  /** The empty form. */
  readonly template: (made: { readonly created: Instant; readonly author: string }) => WorkbookModel;
}

/** The import of a kind with everything stored that it asks for. */
export function importJob<Kind extends ImportKind>(kind: Kind, stored: StoredOf<Kind>): ImportJob {
  const { words, questions, sessions, context, command } = IMPORT_KINDS[kind];
  return {
    kind,
    words,
    questions: questions?.(stored) ?? [],
    sessions: sessions?.(stored) ?? [],
    author: authorOf(stored),
    task: (answers) => ({ kind, context: context(stored, today(), answers) }),
    async prepare({ client, decisions, fileName, answers }) {
      const entries = await client.ask((session) => session.entries(kind, decisions));
      if (!entries.ok) return entries;
      // The session gives entries of the kind that it was asked for; messages carry no type parameters.
      const inputs = entries.value as readonly InputOf<Kind>[];
      return ok((reason, ctx) => command(stored, inputs, { fileName, answers, reason }, ctx));
    },
    template: (made) => emptyForm(kind, stored, made),
  };
}

const authorOf = ({ facts, institution = null }: Partial<StoredRecords>): string =>
  (facts ? facts.institution : institution)?.name ?? '';
