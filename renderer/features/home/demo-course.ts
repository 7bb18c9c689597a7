import { addDays, type Day } from '../../../shared/basics/day';
import type { Result } from '../../../shared/basics/result';
import { createCourse } from '../../../shared/commands/create-course';
import { importAttendance } from '../../../shared/commands/import-attendance';
import { importRoster } from '../../../shared/commands/import-roster';
import { importScores } from '../../../shared/commands/import-scores';
import { importTimetable } from '../../../shared/commands/import-timetable';
import type { CommandContext, CommandResult, Intent } from '../../../shared/commands/intent';
import { saveInstitution } from '../../../shared/commands/save-institution';
import type { Problem } from '../../../shared/problems/problem';
import type { CourseId } from '../../../shared/records/ids';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { rulesetFor } from '../../../shared/regulation/rulesets';
import { demoText } from '../../text/demo';
import { demoMark, demoPeople, demoScore, demoTimetable } from './demo-data';

interface DemoStore {
  readonly commit: (intent: Intent) => Promise<Result<unknown, readonly Problem[]>>;
  readonly factsOf: (courseId: CourseId) => Promise<CourseFacts | undefined>;
}

const PEOPLE = 24;
const COURSE_DAYS = 5;
const DAYS_HELD = 2;
const EVENING = 18 * 60;
/** The institution; course, roster and timetable twice; a day's marks each; scores. */
const STEPS = 1 + 2 * 3 + COURSE_DAYS + DAYS_HELD + 1;

/**
 * Fills the demo data set through the same commands as everything else: one course that ended, with attendance and
 * scores, and one that is running today. `onStep` tells how far it is. Throws when a command refuses: only a programmer
 * can cause that.
 */
export async function buildDemo(
  store: DemoStore,
  context: () => CommandContext,
  onStep: (done: number, total: number) => void,
): Promise<void> {
  const { today } = context();
  let done = 0;
  const run = async (result: CommandResult): Promise<Intent> => {
    if (!result.ok) throw new Error(`demo: ${result.error.map((p) => p.code).join(' ')}`);
    const saved = await store.commit(result.value);
    if (!saved.ok) throw new Error(`demo: ${saved.error.map((p) => p.code).join(' ')}`);
    done += 1;
    onStep(done, STEPS);
    return result.value;
  };
  const facts = async (courseId: CourseId): Promise<CourseFacts> => {
    const found = await store.factsOf(courseId);
    if (!found) throw new Error('demo: the course is not there');
    return found;
  };

  await run(
    saveInstitution(
      null,
      { name: demoText.institution, area: '武汉', reviewingOffice: demoText.reviewingOffice, numberPrefix: 'DEMO' },
      context(),
    ),
  );
  const begin = async (title: string, startsOn: Day, firstPerson: number): Promise<CourseId> => {
    const endsOn = addDays(startsOn, COURSE_DAYS - 1);
    const intent = await run(
      createCourse(
        null,
        {
          title,
          purpose: 'annual',
          ruleset: rulesetFor('annual').id,
          startsOn,
          endsOn,
          place: demoText.place,
          teacherInCharge: demoText.teachers[0],
        },
        context(),
      ),
    );
    const courseId = intent.changes[0]!.key as CourseId;
    const rows = demoPeople(firstPerson, PEOPLE, startsOn).map((entry) => ({
      entry,
      person: null,
      certificate: null,
      enrolment: null,
      take: [],
    }));
    const empty = await facts(courseId);
    await run(importRoster(empty, { rows, people: empty, source: demoText.source }, context()));
    await run(importTimetable(await facts(courseId), { entries: demoTimetable(startsOn) }, context()));
    return courseId;
  };

  // Each day's marks are entered in the evening of that day, so that none of them shows as a late entry.
  const teach = async (courseId: CourseId): Promise<void> => {
    const days = new Set((await facts(courseId)).sessions.map(({ date }) => date).filter((date) => date < today));
    for (const date of days) {
      const held = await facts(courseId);
      await run(
        importAttendance(held, { entries: marksOn(held, date) }, { ...context(), today: date, minuteOfDay: EVENING }),
      );
    }
  };

  const finished = await begin(demoText.finished, addDays(today, -24), 0);
  await teach(finished);
  const ended = await facts(finished);
  const entries = ended.enrolments.map((e, i) => ({
    enrolmentId: e.id,
    on: addDays(today, -20),
    number: 1,
    score: demoScore(i),
  }));
  await run(importScores(ended, { entries }, context()));

  const running = await begin(demoText.running, addDays(today, -DAYS_HELD), PEOPLE);
  await teach(running);
}

/** A mark for everybody in every lesson of a day. */
const marksOn = (facts: CourseFacts, date: Day) =>
  facts.sessions
    .filter((session) => session.date === date)
    .flatMap((session) =>
      facts.enrolments.map((e, i) => ({
        enrolmentId: e.id,
        sessionId: session.id,
        mark: demoMark(i, session.number),
      })),
    );
