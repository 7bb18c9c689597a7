import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, ageOn, anniversary, day, dayOf, epochDays, type Day } from '../../../../shared/basics/day';
import { parseIdNumber } from '../../../../shared/identity/id-number';
import type { Enrolment } from '../../../../shared/records/enrolment';
import type { CourseFacts } from '../../../../shared/regulation/facts';
import type { Judgement } from '../../../../shared/regulation/finding';
import { judgeCourse } from '../../../../shared/regulation/evaluate';
import { certificateRows } from '../../../../renderer/features/certificates/certificate-rows';
import { demoPeople } from '../../../../renderer/features/home/demo-data';
import { demoInMemory } from './demo-in-memory';

/** So long after it was loaded somebody may still be trying the demo out. Days. */
const TRIED = 31;
/** So far from an anniversary nothing is near it. Days. */
const FAR = 60;

const personOf = (facts: CourseFacts, { personId }: Enrolment) => facts.persons.get(personId)!;
const certificateOf = (facts: CourseFacts, { certificateId }: Enrolment) => facts.certificates.get(certificateId)!;

/** What must not depend on the day: who is there, what they did, what the rules say of it, what can be printed. */
function described(facts: CourseFacts, today: Day): string {
  const { startsOn, endsOn } = facts.course;
  const judgements = judgeCourse(facts, today < endsOn ? today : endsOn);
  const lessons = facts.sessions.map(({ number, date, start, end, periods, category }) =>
    [number, epochDays(date) - epochDays(startsOn), start, end, periods, category].join(' '),
  );
  const people = facts.enrolments.map((enrolment, i) => {
    const { name, sex, employer, phone } = personOf(facts, enrolment);
    const { number, post, kind, origin } = certificateOf(facts, enrolment);
    const { hours, findings, bestScore, submittable } = judgements[i]!;
    const verdicts = findings.map(
      ({ rule, outcome, severity, detail }) => `${rule} ${outcome} ${severity} ${detail}`,
    );
    return [
      name,
      sex,
      employer,
      phone,
      post,
      number,
      kind,
      origin,
      hours.total,
      hours.professional,
      bestScore,
      submittable,
    ]
      .concat(verdicts)
      .join('|');
  });
  return [...lessons, ...people, ...certificateLines(facts, judgements)].join('\n');
}

/** Everybody's certificates that could be issued, one line each. */
const certificateLines = (facts: CourseFacts, judgements: readonly Judgement[]): readonly string[] =>
  judgements.some(({ submittable }) => submittable)
    ? certificateRows(facts, judgements, []).due.map((line) => `证明 ${line.person.name} ${line.total}`)
    : [];

/** What is not plausible about the people of a demo course. */
function oddities(facts: CourseFacts, today: Day): readonly string[] {
  const { startsOn } = facts.course;
  const until = addDays(today, TRIED);
  return facts.enrolments.flatMap((enrolment) => {
    const { name, birthDate, idNumber, sex } = personOf(facts, enrolment);
    const { issuedOn } = certificateOf(facts, enrolment);
    if (birthDate === undefined || issuedOn === undefined) return [`${name} lacks a date`];
    const read = parseIdNumber(idNumber, today);
    const odd: string[] = [];
    // The CE year that began three years after the issue holds the class, from long before it to long behind it.
    if (anniversary(issuedOn, 3) > addDays(startsOn, -FAR) || anniversary(issuedOn, 4) < addDays(until, FAR))
      odd.push(`certificate of ${issuedOn}`);
    if (!read.ok || read.value.birthDate !== birthDate || read.value.sex !== sex) odd.push(`number ${idNumber}`);
    if (ageOn(birthDate, issuedOn) < 18 || ageOn(birthDate, until) > 55) odd.push(`born on ${birthDate}`);
    return odd.map((what) => `${today} ${name}: ${what}`);
  });
}

/**
 * A demo course as it is when it is loaded so many days later, without the commands, which would take minutes for all days:
 * every day moved, the people's own dates as the demo data gives them. The first test holds it against the commands.
 */
function moved(facts: CourseFacts, first: number, days: number): CourseFacts {
  const { course, sessions, enrolments, attendance, attempts } = facts;
  const later = (on: Day): Day => addDays(on, days);
  const startsOn = later(course.startsOn);
  const roster = demoPeople(first, enrolments.length, startsOn);
  return {
    ...facts,
    course: { ...course, startsOn, endsOn: later(course.endsOn) },
    enrolments: enrolments.map(({ stillInPost, ...enrolment }) => ({
      ...enrolment,
      stillInPost: { ...stillInPost, ...(stillInPost.on && { on: later(stillInPost.on) }) },
    })),
    sessions: sessions.map((session) => ({ ...session, date: later(session.date) })),
    persons: new Map(
      enrolments.map((enrolment, i) => {
        const { idNumber, birthDate } = roster[i]!;
        return [enrolment.personId, { ...personOf(facts, enrolment), idNumber, ...(birthDate && { birthDate }) }];
      }),
    ),
    certificates: new Map(
      enrolments.map((enrolment, i) => {
        const { issuedOn } = roster[i]!;
        return [enrolment.certificateId, { ...certificateOf(facts, enrolment), ...(issuedOn && { issuedOn }) }];
      }),
    ),
    attendance: new Map(
      [...attendance].map(([id, column]) => [
        id,
        { ...column, recordedOn: column.recordedOn.map((on) => (on === 0 ? 0 : on + days)) },
      ]),
    ),
    attempts: new Map([...attempts].map(([id, list]) => [id, list.map((one) => ({ ...one, on: later(one.on) }))])),
  };
}

const USUAL = day('2026-06-15');

describe('演示班在四年里的任何一天载入', () => {
  let usual: readonly CourseFacts[];
  const loadedOn = (on: Day): readonly CourseFacts[] =>
    usual.map((facts, n) => moved(facts, n * facts.enrolments.length, epochDays(on) - epochDays(USUAL)));
  beforeAll(async () => {
    usual = await demoInMemory(USUAL);
  });

  it.each([
    '2024-01-01',
    '2024-02-28',
    '2024-02-29',
    '2024-03-01',
    '2024-03-29',
    '2025-01-20',
    '2025-12-31',
    '2027-03-01',
  ])('在 %s 由真实的命令建成的，就是下面推算的', async (text) => {
    expect(loadedOn(day(text))).toEqual(await demoInMemory(day(text)));
  });

  it.each([
    [2024, 366],
    [2025, 365],
    [2026, 365],
    [2027, 365],
  ])('%i 年的 %i 天：人、学时、每条结论、证明份数都一样，年龄、号码和日期都说得通', (year, length) => {
    const expected = usual.map((facts) => described(facts, USUAL));
    expect(expected.map((text) => text.match(/^证明 /gm)?.length ?? 0)).toEqual([21, 0]);
    const wrong: string[] = [];
    const first = dayOf(year, 1, 1)!;
    for (let n = 0; n < length; n += 1) {
      const on = addDays(first, n);
      loadedOn(on).forEach((facts, which) => {
        if (described(facts, on) !== expected[which]) wrong.push(`${on} ${facts.course.title}`);
        wrong.push(...oddities(facts, on));
      });
    }
    expect(addDays(first, length)).toBe(dayOf(year + 1, 1, 1));
    expect(wrong.slice(0, 20)).toEqual([]);
  });
});
