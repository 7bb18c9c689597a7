import { problem } from '../problems/catalogue';
import type { CourseFacts } from '../regulation/facts';
import { conclude, needsReason, type Correction, type Objection } from './conclude';
import type { RosterRowToImport } from './import-entries';
import type { CommandContext, CommandResult } from './intent';
import type { PeopleSlice } from './people-slice';
import { rosterDraft } from './roster-draft';
import { putRosterRow } from './put-roster-row';

/** Accepted rows in the order of the file. A reason is needed only when stored values are overwritten. */
export interface ImportRosterInput extends Correction {
  readonly rows: readonly RosterRowToImport[];
  readonly people: PeopleSlice;
  /** Where the declarations of the file come from, as it will be shown; e.g. the file's name. */
  readonly source: string;
}

/** A whole roster as one intent, undone as one step. The same file twice writes nothing. */
export function importRoster(
  facts: CourseFacts,
  { rows, people, source, reason, parents }: ImportRosterInput,
  ctx: CommandContext,
): CommandResult {
  const draft = rosterDraft(facts, people);
  const problems: Objection[] = rows.length === 0 ? [problem('roster-empty')] : [];
  const seen = new Set<string>();
  let overwrote = false;
  for (const row of rows) {
    const outcome = putRosterRow(draft, facts, row, {}, source, ctx);
    problems.push(...outcome.problems);
    overwrote ||= outcome.overwrote;
    const place = outcome.enrolment?.id;
    if (place && seen.has(place))
      problems.push(problem('enrolled-twice', { name: row.entry.name, post: row.entry.postSpelling }, 'idNumber'));
    if (place) seen.add(place);
  }
  if (overwrote) problems.push(...needsReason(reason, '用文件中的值替换已保存的内容'));
  return conclude({
    kind: 'roster.import',
    changes: draft.changes,
    problems,
    reason,
    parents,
    nothing: problem('nothing-to-import', { rows: rows.length }),
  });
}
