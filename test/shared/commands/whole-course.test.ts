import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { addMakeUpLesson } from '../../../shared/commands/add-make-up-lesson';
import { addOutsideHours } from '../../../shared/commands/add-outside-hours';
import { declare } from '../../../shared/commands/declare';
import { nextHourCertificateNumbers, nextPackage } from '../../../shared/commands/document-numbers';
import { importAttendance } from '../../../shared/commands/import-attendance';
import type { SessionEntry } from '../../../shared/commands/import-entries';
import { importRoster } from '../../../shared/commands/import-roster';
import { importScores } from '../../../shared/commands/import-scores';
import { importTimetable } from '../../../shared/commands/import-timetable';
import type { CommandContext, CommandResult } from '../../../shared/commands/intent';
import { issueHourCertificates } from '../../../shared/commands/issue-hour-certificates';
import { markAttendance } from '../../../shared/commands/mark-attendance';
import { packageSelection } from '../../../shared/commands/package-selection';
import { sealPackage } from '../../../shared/commands/seal-package';
import { withdrawEnrolment } from '../../../shared/commands/withdraw-enrolment';
import { certificateYears } from '../../../shared/documents/hour-certificate-page';
import type { Enrolment } from '../../../shared/records/enrolment';
import type { Session } from '../../../shared/records/session';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { ABSENT, context, course, idNumber, PRESENT } from '../facts-builder';
import { memoryStore } from '../memory-store';
import { accepted, codes } from './outcome';

const PDF = 'ab'.repeat(32);
const NAMES = ['周全勤', '吴补课', '郑退班', '王缺考'];

/** Four professional sessions of 2 on each of three days (24), public ones of 2 on one day more (8): 32 with 24. */
const timetable = Array.from({ length: 16 }, (_, i): SessionEntry => {
  const start = [480, 580, 840, 940][i % 4]!;
  const date = day(`2026-03-${16 + Math.floor(i / 4)}`);
  return {
    number: i + 1,
    date,
    start,
    end: start + 90,
    periods: 2,
    category: i < 4 ? 'public' : 'professional',
    posts: [],
    existing: null,
  };
});

describe('从名册到报审', () => {
  it('全勤、补课、退班、缺考四人各得其所', () => {
    const ids = context('2026-03-21');
    const store = memoryStore(course().facts());
    const on = (today: string, time = '20:00'): CommandContext => ({ ...context(today, time), newId: ids.newId });
    const run = (today: string, command: (facts: CourseFacts, ctx: CommandContext) => CommandResult) =>
      store.commit(accepted(command(store.facts(), on(today))));
    const enrolment = (n: number): Enrolment => store.facts().enrolments.find(({ order }) => order === n)!;
    const session = (n: number): Session => store.facts().sessions.find(({ number }) => number === n)!;

    const rows = NAMES.map((name, i) => ({
      entry: {
        name,
        idKind: 'resident' as const,
        idNumber: idNumber(i + 1),
        post: '101',
        postSpelling: '土建施工员',
        issuedOn: day('2024-05-10'),
        origin: 'new' as const,
        stillInPost: 'yes' as const,
      },
      person: null,
      certificate: null,
      enrolment: null,
      take: [],
    }));
    run('2026-03-10', (facts, ctx) => importRoster(facts, { rows, people: facts, source: '学员名册.xlsx' }, ctx));
    run('2026-03-10', (facts, ctx) => importTimetable(facts, { entries: timetable }, ctx));

    for (const { number, date } of timetable) {
      const cells = [1, 2, 3, 4]
        .filter((n) => n !== 3 || date < '2026-03-18')
        .map((n) => ({
          sessionId: session(number).id,
          enrolmentId: enrolment(n).id,
          mark: n === 2 && number === 5 ? ABSENT : PRESENT,
        }));
      run(date, (facts, ctx) => importAttendance(facts, { entries: cells }, ctx));
    }
    run('2026-03-18', (facts, ctx) =>
      withdrawEnrolment(facts, { enrolmentId: enrolment(3).id, on: day('2026-03-17'), reason: '调往外地' }, ctx),
    );
    const makeUp = run('2026-03-19', (facts, ctx) =>
      addMakeUpLesson(
        facts,
        { makesUpFor: session(5).id, onlyFor: [enrolment(2).id], date: day('2026-03-20'), start: 480, end: 570 },
        ctx,
      ),
    ).items[0]!.key as Session['id'];
    run('2026-03-20', (facts, ctx) =>
      importScores(
        facts,
        {
          entries: [1, 2].map((n) => ({ enrolmentId: enrolment(n).id, on: day('2026-03-20'), number: 1, score: 88 })),
        },
        ctx,
      ),
    );
    run('2026-03-20', (facts, ctx) =>
      importScores(
        facts,
        { entries: [{ enrolmentId: enrolment(4).id, on: day('2026-03-20'), number: 1, score: 'absent' }] },
        ctx,
      ),
    );

    const judge = () =>
      new Map(
        judgeCourse(store.facts(), day('2026-03-20')).map((one) => [
          enrolment(store.facts().enrolments.find(({ id }) => id === one.enrolmentId)!.order).order,
          one,
        ]),
      );
    expect(judge().get(2)!.submittable).toBe(false);
    run('2026-03-20', (facts, ctx) =>
      markAttendance(facts, { cells: [{ sessionId: makeUp, enrolmentId: enrolment(2).id, mark: PRESENT }] }, ctx),
    );

    const judged = judge();
    expect([1, 2, 3, 4].map((n) => [judged.get(n)!.hours.total, judged.get(n)!.submittable])).toEqual([
      [32, true],
      [32, true],
      [16, false],
      [32, false],
    ]);

    // Earlier hours and declarations of the two who go in, so that the two-year rule has something to go by.
    run('2026-03-20', (facts, ctx) =>
      declare(
        facts,
        { enrolmentIds: [enrolment(1).id], what: 'stillInPost', answer: 'yes', source: '在岗证明' },
        ctx,
      ),
    );
    run('2026-03-20', (facts, ctx) =>
      addOutsideHours(
        facts,
        {
          entries: [
            {
              certificateId: enrolment(1).certificateId,
              kind: 'online',
              category: 'public',
              periods: 2,
              on: day('2026-02-10'),
              source: '平台记录 17',
            },
          ],
        },
        ctx,
      ),
    );

    const judgements = judgeCourse(store.facts(), day('2026-03-20'));
    const selection = packageSelection(store.facts(), judgements);
    expect(selection.people).toEqual([enrolment(1).id, enrolment(2).id]);

    const going = judgements.filter(({ enrolmentId }) => selection.people.includes(enrolmentId));
    const pages = going.flatMap((judgement) =>
      certificateYears(store.facts(), judgement).map((ceYear) => ({ enrolmentId: judgement.enrolmentId, ceYear })),
    );
    const numbers = nextHourCertificateNumbers('JC', 2026, [], pages.length);
    const certificates = pages.map((page, i) => ({ ...page, number: numbers[i]!, frozen: { page: i }, pdf: PDF }));
    const issued = run('2026-03-21', (facts, ctx) =>
      issueHourCertificates(facts, { certificates, judgements, issued: [] }, ctx),
    );
    expect([...store.records().hourCertificates.values()].map(({ number, ceYear }) => [number, ceYear])).toEqual([
      ['JC-2026-0001', 2025],
      ['JC-2026-0002', 2025],
    ]);
    const everybody = judgements.map(({ enrolmentId }) => ({
      enrolmentId,
      ceYear: 2025,
      number: 'JC-2026-0003',
      frozen: {},
      pdf: PDF,
    }));
    expect(
      codes(
        issueHourCertificates(
          store.facts(),
          { certificates: everybody.slice(3), judgements, issued: [...store.records().hourCertificates.values()] },
          on('2026-03-21'),
        ),
      ),
    ).toEqual(['issue-not-submittable']);

    const { number, version } = nextPackage('JC', 2026, store.facts().course.id, []);
    const sealed = {
      number,
      version,
      judgedOn: day('2026-03-20'),
      people: selection.people,
      leftOut: selection.leftOut,
      confirmedWarnings: selection.warnings.map((warning) => ({ ...warning, by: '周负责' })),
      heads: [{ chain: 'device.1', seq: issued.header.seq, hash: issued.hash }],
      fileName: '荆楚-第3期-1-20260321.zip',
      zip: 'cd'.repeat(32),
      size: 1000,
    };
    run('2026-03-21', (facts, ctx) => sealPackage(facts, { package: sealed, judgements, packages: [] }, ctx));
    expect([...store.records().packages.values()][0]).toMatchObject({
      number: 'JC-BS-2026-0001',
      version: 1,
      leftOut: [{ enrolmentId: enrolment(3).id }, { enrolmentId: enrolment(4).id }],
    });
  });
});
