import { describe, expect, it } from 'vitest';
import {
  checklist,
  dueCertificates,
  mayBuild,
  type ChecklistInput,
} from '../../../../renderer/features/submission/checklist';
import { confirmedWarnings, warningsOf } from '../../../../renderer/features/submission/confirmations';
import { certificateYears } from '../../../../shared/documents/hour-certificate-page';
import { day } from '../../../../shared/basics/day';
import type { Instant } from '../../../../shared/basics/instant';
import { confirmWarnings } from '../../../../shared/commands/confirm-warnings';
import type { Enrolment } from '../../../../shared/records/enrolment';
import type { CourseFacts } from '../../../../shared/regulation/facts';
import { packageSelection } from '../../../../shared/commands/package-selection';
import { courseProgress } from '../../../../shared/regulation/course-progress';
import { JUDGED_ON, sampleForm } from '../../../shared/documents/sample-class';

const { facts, judgements } = sampleForm(40);
const selection = packageSelection(facts, judgements);
const warnings = warningsOf(facts, selection, judgements);
const ready: ChecklistInput = {
  courseId: facts.course.id,
  endsOn: facts.course.endsOn,
  today: JUDGED_ON,
  institution: facts.institution,
  progress: courseProgress(facts, judgements, [], [], JUDGED_ON),
  going: selection.people.length,
  leftOut: selection.leftOut.length,
  certificatesDue: 0,
  certificatesOutdated: 0,
  warnings: warnings.length,
  unconfirmed: 0,
};
const itemOf = (change: Partial<ChecklistInput>, id: string) =>
  checklist({ ...ready, ...change }).find((item) => item.id === id)!;

describe('报审前的检查', () => {
  it('学时证明按人、按年度数；还没有起算年度的人没有证明可出，不催', () => {
    const due = (standing: Parameters<typeof dueCertificates>[3]) =>
      dueCertificates(facts, judgements, selection.people, standing);
    const everybody = due([]);
    expect(everybody).toBeGreaterThanOrEqual(selection.people.length);
    const [first] = selection.people;
    const years = certificateYears(
      facts,
      judgements.find(({ enrolmentId }) => enrolmentId === first)!,
    );
    expect(due(years.map((ceYear) => ({ enrolmentId: first!, ceYear })))).toBe(everybody - years.length);

    const notDue = judgements.map((one) => (one.enrolmentId === first ? { ...one, ceYears: [null] } : one));
    expect(dueCertificates(facts, notDue, selection.people, [])).toBe(everybody - years.length);
  });

  it('都齐了就可以生成；没做完但不妨碍的，标出来并给出去处', () => {
    expect(mayBuild(checklist(ready))).toBe(true);
    expect(itemOf({}, 'findings')).toMatchObject({ state: 'open', place: { at: 'course', step: 'findings' } });
    expect(itemOf({}, 'attendance')).toMatchObject({ state: 'open', place: { at: 'course', step: 'attendance' } });
    expect(itemOf({ certificatesDue: 3 }, 'certificates').state).toBe('open');
    expect(itemOf({ certificatesOutdated: 1 }, 'certificates').sentence).toContain('与现在的记录不符');
  });

  it.each([
    ['没有机构信息', { institution: null }, 'institution'],
    ['没有编号字头', { institution: { id: 'institution', name: '示例学校' } }, 'institution'],
    ['没有一人可以上报', { going: 0 }, 'findings'],
    ['还有提醒没确认', { unconfirmed: 1 }, 'warnings'],
  ] as const)('%s：不能生成', (_, change, id) => {
    expect(itemOf(change, id).state).toBe('blocks');
    expect(mayBuild(checklist({ ...ready, ...change }))).toBe(false);
  });

  it('班还没有结束：提醒，但不妨碍', () => {
    const running = { today: day('2026-03-18') };
    expect(itemOf(running, 'course').state).toBe('open');
    expect(mayBuild(checklist({ ...ready, ...running }))).toBe(true);
  });
});

describe('逐人确认提醒', () => {
  it('每一项提醒都有句子；确认写明姓名，撤回就没有了；结论变了要重新确认', () => {
    expect(warnings).toHaveLength(selection.warnings.length);
    expect(
      warnings.every(({ title, sentence, clause }) => title !== '' && sentence.endsWith('。') && clause !== ''),
    ).toBe(true);
    const ctx = { today: JUDGED_ON, now: '2026-03-24T08:00:00.000Z' as Instant, newId: () => 'x', minuteOfDay: 600 };
    const after = (from: CourseFacts, which: typeof warnings, by: string | null): CourseFacts => {
      const intent = confirmWarnings(from, { warnings: which, judgements, by }, ctx);
      if (!intent.ok) throw new Error(intent.error.map(({ code }) => code).join());
      const changed = new Map(intent.value.changes.map(({ key, after: record }) => [key, record as Enrolment]));
      return { ...from, enrolments: from.enrolments.map((one) => changed.get(one.id) ?? one) };
    };
    expect(confirmedWarnings(warnings)).toEqual([]);
    const confirmed = after(facts, warnings, '李审核');
    expect(confirmedWarnings(warningsOf(confirmed, selection, judgements))).toEqual(
      selection.warnings.map((warning) => ({ ...warning, by: '李审核' })),
    );
    const back = after(confirmed, [warnings[0]!], null);
    expect(confirmedWarnings(warningsOf(back, selection, judgements))).toHaveLength(warnings.length - 1);
    const other = {
      ...confirmed,
      enrolments: confirmed.enrolments.map((one) =>
        one.confirmed
          ? { ...one, confirmed: one.confirmed.map((line) => ({ ...line, verdict: '另一个结论。' })) }
          : one,
      ),
    };
    expect(confirmedWarnings(warningsOf(other, selection, judgements))).toEqual([]);
  });
});
