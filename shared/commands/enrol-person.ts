import type { Day } from '../basics/day';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { checkEnrolment } from '../records/check-enrolment';
import { checkPerson } from '../records/check-person';
import type { CourseFacts } from '../regulation/facts';
import { certificateInUse } from './certificate-in-use';
import { conclude, needsReason, type Correction, type Objection } from './conclude';
import type { RosterRowToImport } from './import-entries';
import type { CommandContext, CommandResult } from './intent';
import type { PeopleSlice } from './people-slice';
import { rosterDraft, type RosterDraft } from './roster-draft';
import { putRosterRow } from './put-roster-row';

export interface EnrolPersonInput extends Correction {
  /** As one row of a roster: a new or known person, a new or known certificate. */
  readonly row: RosterRowToImport;
  readonly people: PeopleSlice;
  /** First day in the course of somebody who joins late; without it, from the start. */
  readonly from?: Day | undefined;
  /** What the declarations rest on; default 报名登记. */
  readonly source?: string | undefined;
}

/** Enrols one person by hand, also after the course began. */
export function enrolPerson(
  facts: CourseFacts,
  { row, people, from, source, reason, parents }: EnrolPersonInput,
  ctx: CommandContext,
): CommandResult {
  const draft = rosterDraft(facts, people);
  const known = new Set(draft.enrolments.keys());
  const outcome = putRosterRow(draft, facts, row, from ? { from } : {}, source ?? '报名登记', ctx);
  const problems: Objection[] = [...outcome.problems];
  const { enrolment } = outcome;
  const { name, postSpelling } = row.entry;
  if (enrolment && known.has(enrolment.id)) {
    problems.push(
      enrolment.status.kind === 'active'
        ? problem('enrolled-twice', { name, post: postSpelling }, 'certificateId')
        : problem('enrolment-returns', { name, on: enrolment.status.on }, 'certificateId'),
    );
  } else if (enrolment) problems.push(...checkEnrolment(enrolment, facts.course, name));
  problems.push(...typingProblems(draft, people, ctx));
  if (outcome.overwrote) problems.push(...needsReason(reason, '更新已有学员或证书的信息'));
  return conclude({ kind: 'enrolment.add', changes: draft.changes, problems, reason, parents });
}

/** What the preview of a file would have warned of: nobody sees a typed row before it is written. */
function typingProblems(draft: RosterDraft, people: PeopleSlice, { today }: CommandContext): readonly Problem[] {
  return draft.changes.flatMap((change): readonly Problem[] => {
    if (change.table === 'persons' && change.after) return checkPerson(change.after, today);
    if (change.table !== 'certificates' || !change.after || change.before) return [];
    return certificateInUse(change.after, people);
  });
}
