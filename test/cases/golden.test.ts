import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { day, dayOf } from '../../shared/basics/day';
import type { AttemptId, CertificateId, CourseId, EnrolmentId, PersonId } from '../../shared/records/ids';
import { PRESENT, type Mark } from '../../shared/records/mark';
import { judgeCourse } from '../../shared/regulation/evaluate';
import type { Judgement } from '../../shared/regulation/finding';
import { resolvePost } from '../../shared/regulation/posts';
import { rulesetFor } from '../../shared/regulation/rulesets';
import {
  attendanceOf,
  makeCertificate,
  makeCourse,
  makeEnrolment,
  makeFacts,
  makePerson,
  weekOfLessons,
} from '../shared/regulation/course-facts';
import { SAMPLE_CLASS } from './sample-class';

const samples = path.join(import.meta.dirname, '../samples');

interface ExpectedPerson {
  readonly name: string;
  readonly id: string;
  readonly applied?: string;
  readonly certificateIssued: string;
  readonly age?: number;
  readonly hours?: { total: number; professional: number; public: number; unrecordedSessions: number };
  readonly findings: { readonly [rule: string]: string };
  readonly bestScore?: number | null;
  readonly ceYears?: readonly (number | null)[];
}
const expectedOf = (folder: string): readonly ExpectedPerson[] =>
  (JSON.parse(fs.readFileSync(path.join(samples, folder, 'expected.json'), 'utf8')) as { people: ExpectedPerson[] })
    .people;

const outcomes = ({ findings }: Judgement, rules: readonly string[]) =>
  Object.fromEntries(findings.filter(({ rule }) => rules.includes(rule)).map(({ rule, outcome }) => [rule, outcome]));

function markFrom(text: string | undefined): Mark | null {
  if (text === undefined) return PRESENT;
  if (text === '空') return null;
  if (text === '缺') return { kind: 'absent' };
  if (text === '假') return { kind: 'leave' };
  const minutes = (letter: string): number | 'unknown' => {
    const found = new RegExp(`${letter}(\\d*)`).exec(text);
    return !found ? 0 : found[1] === '' ? 'unknown' : Number(found[1]);
  };
  return { kind: 'attended', late: minutes('迟'), early: minutes('早') };
}

/** The sample class as facts. */
function sampleFacts() {
  const course = makeCourse('annual');
  const sessions = weekOfLessons(course.id, course.startsOn);
  const people = SAMPLE_CLASS.trim()
    .split('\n')
    .map((line, index) => {
      const [head, marks, scores] = line.split(' | ') as [string, string, string];
      const [name, post, issuedOn, origin] = head.split(' ') as [string, string, string, string];
      const person = makePerson({ id: `p${index}` as PersonId, name });
      const code = resolvePost(rulesetFor('annual'), post)!.post;
      const certificate = makeCertificate('annual', {
        id: `k${index}` as CertificateId,
        personId: person.id,
        post: code,
        issuedOn: day(issuedOn),
        origin: origin === '新' ? 'new' : 'exchanged',
      });
      const enrolment = makeEnrolment({
        id: `e${index}` as EnrolmentId,
        personId: person.id,
        certificateId: certificate.id,
        post: code,
        index,
        order: index,
      });
      const exceptions = new Map(
        marks === '全勤'
          ? []
          : marks.split(' ').map((text): [number, string] => [Number.parseInt(text, 10), text.replace(/^\d+/, '')]),
      );
      const attempts = scores.split(' ').map((text, i) => {
        const [on, score] = text.split('=') as [string, string];
        return {
          id: `${enrolment.id}-a${i}` as AttemptId,
          enrolmentId: enrolment.id,
          on: day(`2026-${on}`),
          number: i + 1,
          score: score === '缺考' ? ('absent' as const) : Number(score),
          passMark: 60,
        };
      });
      return { person, certificate, enrolment, exceptions, attempts };
    });
  return makeFacts('annual', {
    course,
    sessions,
    enrolments: people.map(({ enrolment }) => enrolment),
    persons: new Map(people.map(({ person }) => [person.id, person])),
    certificates: new Map(people.map(({ certificate }) => [certificate.id, certificate])),
    attendance: attendanceOf(
      sessions,
      people.map(({ enrolment }) => enrolment),
      ({ number }, { index }) => markFrom(people[index]!.exceptions.get(number)),
    ),
    attempts: new Map(people.map(({ enrolment, attempts }) => [enrolment.id, attempts])),
  });
}

describe('样例：2026年3月年度继续教育班', () => {
  const facts = sampleFacts();
  const judgements = judgeCourse(facts, facts.course.endsOn);
  const expected = expectedOf('annual-2026-03');

  it('人数相同', () =>
    expect(
      judgements.map(
        ({ enrolmentId }) => facts.persons.get(facts.enrolments.find(({ id }) => id === enrolmentId)!.personId)!.name,
      ),
    ).toEqual(expected.map(({ name }) => name)));

  it.each(expected.map((person, i) => [person.name, person, i] as const))(
    '%s 的学时、结论、最好成绩和年度',
    (_, person, i) => {
      const judgement = judgements[i]!;
      expect(judgement.hours).toMatchObject(person.hours!);
      expect(outcomes(judgement, Object.keys(person.findings))).toEqual(person.findings);
      expect(judgement.bestScore).toBe(person.bestScore);
      expect(judgement.ceYears).toEqual(person.ceYears);
    },
  );

  it('再核验一次，结论逐字相同', () => {
    const again = judgeCourse(sampleFacts(), facts.course.endsOn);
    expect(JSON.stringify(again)).toBe(JSON.stringify(judgements));
    expect(JSON.stringify(judgeCourse(facts, facts.course.endsOn))).toBe(JSON.stringify(judgements));
  });
});

describe('样例：2020年10月换证班', () => {
  const expected = expectedOf('exchange-2020-10');
  const course = makeCourse('exchange', { id: 'x' as CourseId });
  const people = expected.map(({ name, id, applied, certificateIssued }, index) => {
    const birthDate = dayOf(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)))!;
    const person = makePerson({
      id: `p${index}` as PersonId,
      name,
      idNumber: id,
      birthDate,
      sex: Number(id[16]) % 2 === 1 ? 'male' : 'female',
    });
    const certificate = makeCertificate('exchange', {
      id: `k${index}` as CertificateId,
      personId: person.id,
      issuedOn: day(certificateIssued),
    });
    const enrolment = makeEnrolment({
      id: `e${index}` as EnrolmentId,
      courseId: course.id,
      personId: person.id,
      certificateId: certificate.id,
      appliedOn: day(applied!),
      index,
      order: index,
    });
    return { person, certificate, enrolment };
  });
  const facts = makeFacts('exchange', {
    course,
    enrolments: people.map(({ enrolment }) => enrolment),
    persons: new Map(people.map(({ person }) => [person.id, person])),
    certificates: new Map(people.map(({ certificate }) => [certificate.id, certificate])),
  });
  const judgements = judgeCourse(facts, course.endsOn);

  it.each(expected.map((person, i) => [person.name, person, i] as const))(
    '%s 的年龄、范围和申请时间',
    (_, person, i) => {
      const judgement = judgements[i]!;
      expect(outcomes(judgement, Object.keys(person.findings))).toEqual(person.findings);
      expect(judgement.findings.find(({ rule }) => rule === 'age-maximum')!.numbers[0]!.actual).toBe(person.age);
    },
  );

  it('第 13 人六十岁半：符合，但从严口径下有警告', () => {
    expect(judgements[12]!.findings.find(({ rule }) => rule === 'age-maximum')).toMatchObject({
      outcome: 'met',
      severity: 'warning',
      detail: 'strict-reading',
    });
  });
});
