import { problem } from '../problems/catalogue';
import type { Course } from '../records/course';
import type { Enrolment } from '../records/enrolment';
import type { CourseId, PersonId } from '../records/ids';
import { idThatCounts, isMerged, samePerson } from '../records/who-counts';
import { postTitle } from '../regulation/posts';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import type { PeopleSlice } from './people-slice';

export interface MergePersonsInput extends Correction {
  /** The record that counts from now on. */
  readonly keep: PersonId;
  /** The record that becomes another name of it. */
  readonly merge: PersonId;
  /** Every enrolment of either, in all courses. */
  readonly enrolments: readonly Enrolment[];
  readonly courses: ReadonlyMap<CourseId, Course>;
}

/**
 * Two records of one human being become one: an alias, so nothing is rewritten and unmerge-persons takes it back.
 * Refused when both are enrolled for the same post in one course, where hours would count twice, and when they are one
 * person already: merging them the other way round would close a circle.
 */
export function mergePersons(
  { persons }: Pick<PeopleSlice, 'persons'>,
  { keep, merge, enrolments, courses, reason, parents }: MergePersonsInput,
  _ctx: CommandContext,
): CommandResult {
  const kept = persons.get(keep);
  const before = persons.get(merge);
  if (!kept || !before) return refuse('person-unknown');
  const { name } = before;
  const problems: Objection[] = [...needsReason(reason, '合并学员')];
  if (keep === merge) problems.push(problem('merge-same', { name }));
  else if (samePerson(persons, keep, merge)) problems.push(problem('merge-circle', { name }));
  else if (isMerged(before)) problems.push(problem('person-merged', { name }, 'merge'));
  else if (isMerged(kept)) problems.push(problem('person-merged', { name: kept.name }, 'keep'));
  else if (kept.idNumber !== before.idNumber) problems.push(problem('merge-numbers-differ', { name: kept.name }));

  const mine = enrolments.filter(({ personId }) => samePerson(persons, personId, keep));
  const theirs = enrolments.filter(({ personId }) => idThatCounts(persons, personId) === merge);
  const twice = mine.filter(
    (a) => keep !== merge && theirs.some((b) => b.courseId === a.courseId && b.post === a.post),
  );
  if (twice.length > 0) {
    const titles = new Set(twice.map(({ courseId }) => courses.get(courseId)?.title ?? '另一个班'));
    problems.push(
      problem('merge-same-course', {
        name: kept.name,
        courses: [...titles],
        posts: [...new Set(twice.map(({ post }) => postTitle(post)))],
      }),
    );
  }
  return conclude({
    kind: 'person.merge',
    changes: [change('persons', before, { ...before, mergedInto: keep })],
    problems,
    reason,
    parents,
  });
}
