import { describe, expect, it } from 'vitest';
import { change, conclude, needsReason, refuse, unchanged, type Objection } from '../../../shared/commands/conclude';
import type { CourseId } from '../../../shared/records/ids';
import type { Course } from '../../../shared/records/course';
import { day } from '../../../shared/basics/day';
import { problem } from '../../../shared/problems/catalogue';

const before: Course = {
  id: 'course-a' as CourseId,
  title: '旧标题',
  purpose: 'exchange',
  ruleset: 'hubei-2024',
  startsOn: day('2026-03-16'),
  endsOn: day('2026-03-20'),
};
const end = (problems: readonly Objection[], title = '新标题') =>
  conclude({ kind: 'course.edit', changes: [change('courses', before, { ...before, title })], problems });

const asked = needsReason(' ', '更改标题');
const warning = problem('course-long', { startsOn: before.startsOn, endsOn: before.endsOn, days: 400 });
const wrong = problem('field-missing', { field: '地点' }, 'place');
const sentence = problem('reason-missing', { what: '更改标题' }, 'reason');

describe('一件事的结局', () => {
  it('只缺原因：问原因，并说为哪件事；提醒还在', () => {
    expect(end([warning, ...asked])).toEqual({
      ok: false,
      kind: 'needs-reason',
      error: [warning, sentence],
      question: sentence,
    });
  });

  it('还有别的错：拒绝，缺原因也一并说，次序不变', () => {
    expect(end([...asked, wrong])).toEqual({ ok: false, kind: 'refused', error: [sentence, wrong] });
    expect(end([wrong, ...asked])).toEqual({ ok: false, kind: 'refused', error: [wrong, sentence] });
  });

  it('没有变化：说没有变化，此外要说的另列', () => {
    const note = problem('nothing-changed');
    expect(end([warning], before.title)).toEqual(unchanged(note, [warning]));
    expect(end([], before.title)).toEqual({ ok: false, kind: 'unchanged', error: [note], besides: [] });
  });

  it('无从检查时只说一句：是错就拒绝，是告知就是没有变化', () => {
    expect(refuse('session-missing')).toMatchObject({ kind: 'refused' });
    expect(refuse('undo-nothing')).toMatchObject({ kind: 'unchanged', besides: [] });
  });

  it('给了原因就不问', () => {
    expect(needsReason('抄错了', '更改标题')).toEqual([]);
  });
});
