import type { Day } from '../../shared/basics/day';
import type { Sheet } from '../../shared/basics/sheet';
import type { CommandContext, CommandResult } from '../../shared/commands/intent';
import { entriesToImport } from '../../shared/import/entries-to-import';
import type { StoredRecords } from '../../shared/import/import-kind-spec';
import { IMPORT_KINDS, type CourseImportKind, type PreviewOf } from '../../shared/import/import-kinds';
import { NOTHING_ANSWERED } from '../../shared/import/import-question';
import { TAKE_NOTHING } from '../../shared/import/preview';
import { readTask } from '../../shared/import/read-task';
import type { CourseFacts } from '../../shared/regulation/facts';
import { readWithoutChoosing } from './read-without-choosing';

/** A folder knows of nothing but its course. */
const storedOf = (facts: CourseFacts): StoredRecords => ({
  facts,
  people: facts,
  otherSessions: [],
  barred: null,
  institution: null,
});

/** The preview of a sheet over what was read before it; see readWithoutChoosing. */
export function readSheet<Kind extends CourseImportKind>(
  kind: Kind,
  sheets: readonly Sheet[],
  facts: CourseFacts,
  today: Day,
): PreviewOf<Kind> {
  const context = IMPORT_KINDS[kind].context(storedOf(facts), today, NOTHING_ANSWERED);
  return readWithoutChoosing((choices) => readTask({ kind, context }, sheets, choices));
}

/** What the command says of everything in a sheet that can be imported; null where there is nothing. */
export function importSheet<Kind extends CourseImportKind>(
  preview: PreviewOf<Kind>,
  fileName: string,
  facts: CourseFacts,
  ctx: CommandContext,
): CommandResult | null {
  const inputs = entriesToImport(preview, TAKE_NOTHING);
  const confirmed = { fileName, answers: NOTHING_ANSWERED, reason: undefined };
  return inputs.length === 0 ? null : IMPORT_KINDS[preview.kind].command(storedOf(facts), inputs, confirmed, ctx);
}
