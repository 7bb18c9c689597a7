import type { Day } from '../../../../shared/basics/day';
import { ok } from '../../../../shared/basics/result';
import type { CommandContext, Intent } from '../../../../shared/commands/intent';
import { emptyColumn, withMarks } from '../../../../shared/records/attendance-column';
import type { TableName, Tables } from '../../../../shared/records/tables';
import type { CourseFacts } from '../../../../shared/regulation/facts';
import { buildDemo } from '../../../../renderer/features/home/demo-course';
import { course } from '../../../shared/facts-builder';

/** The facts of the two demo courses as somebody gets them who loads the demo on this day: what the commands give. */
export async function demoInMemory(today: Day): Promise<readonly CourseFacts[]> {
  let ids = 0;
  const context = (): CommandContext => ({ newId: () => `ID${(ids += 1)}`, today, minuteOfDay: 600 });
  const courses: CourseFacts[] = [];
  const commit = async (intent: Intent) => {
    const [begun] = addedTo('courses', intent);
    if (begun) courses.push({ ...course().facts(), course: begun });
    else if (courses.length > 0) courses.push(after(courses.pop()!, intent));
    return ok(null);
  };
  await buildDemo({ commit, factsOf: async () => courses.at(-1) }, context, () => undefined);
  return courses;
}

const addedTo = <T extends TableName>(table: T, { changes }: Intent): readonly Tables[T][] =>
  changes.flatMap((change) => (change.table === table ? [change.after as Tables[T]] : []));

const withAll = <K, T>(known: ReadonlyMap<K, T>, more: readonly (readonly [K, T])[]): ReadonlyMap<K, T> =>
  more.length === 0 ? known : new Map([...known, ...more]);

/** The facts after an intent, which may only add. */
function after(facts: CourseFacts, intent: Intent): CourseFacts {
  if (intent.changes.some(({ before }) => before !== null)) throw new Error(`${intent.kind} changes what was there`);
  const enrolments = [...facts.enrolments, ...addedTo('enrolments', intent)];
  return {
    ...facts,
    enrolments,
    sessions: [...facts.sessions, ...addedTo('sessions', intent)],
    persons: withAll(
      facts.persons,
      addedTo('persons', intent).map((person) => [person.id, person]),
    ),
    certificates: withAll(
      facts.certificates,
      addedTo('certificates', intent).map((certificate) => [certificate.id, certificate]),
    ),
    attempts: withAll(
      facts.attempts,
      addedTo('attempts', intent).map((attempt) => [attempt.enrolmentId, [attempt]]),
    ),
    attendance: marked(facts, addedTo('marks', intent)),
    highestIndex: enrolments.length - 1,
  };
}

function marked(facts: CourseFacts, marks: readonly Tables['marks'][]): CourseFacts['attendance'] {
  const indexes = new Map(facts.enrolments.map(({ id, index }) => [id, index]));
  const held = [...new Set(marks.map(({ sessionId }) => sessionId))];
  return withAll(
    facts.attendance,
    held.map((id) => [
      id,
      withMarks(
        emptyColumn(id),
        marks
          .filter(({ sessionId }) => sessionId === id)
          .map(({ enrolmentId, mark, recordedOn }) => ({ index: indexes.get(enrolmentId)!, mark, recordedOn })),
      ),
    ]),
  );
}
