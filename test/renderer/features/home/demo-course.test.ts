import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/basics/day';
import { ok } from '../../../../shared/basics/result';
import type { CommandContext, Intent } from '../../../../shared/commands/intent';
import type { Course } from '../../../../shared/records/course';
import { recordedOnAt } from '../../../../shared/records/attendance-column';
import { judgeCourse } from '../../../../shared/regulation/evaluate';
import { buildDemo } from '../../../../renderer/features/home/demo-course';
import { course } from '../../../shared/facts-builder';
import { memoryStore, type MemoryStore } from '../../../shared/memory-store';

const today = day('2026-11-22');

/** The demo's two courses, each in a data set of its own. */
async function built(): Promise<readonly MemoryStore[]> {
  let ids = 0;
  const context = (): CommandContext => ({
    newId: () => `ID${String((ids += 1)).padStart(5, '0')}`,
    today,
    minuteOfDay: 600,
  });
  const stores: MemoryStore[] = [];
  const commit = async (intent: Intent) => {
    if (intent.kind === 'course.create')
      stores.push(memoryStore({ ...course().facts(), course: intent.changes[0]!.after as Course }));
    else stores.at(-1)?.commit(intent);
    return ok(null);
  };
  await buildDemo({ commit, factsOf: async () => stores.at(-1)?.facts() }, context, () => undefined);
  return stores;
}

describe('演示班', () => {
  it('一个已结束、一个今天有课，都由真实的命令建成', async () => {
    const [finished, running] = await built();
    expect(finished?.facts().course.endsOn).toBe('2026-11-02');
    expect(running?.facts().sessions.filter((s) => s.date === today).length).toBe(4);
    expect(running?.entries().map((e) => e.header.kind)).toEqual([
      'roster.import',
      'timetable.import',
      'attendance.import',
      'attendance.import',
    ]);
  });

  it('考勤都在上课当天登记，没有一格显示为补录', async () => {
    for (const store of await built()) {
      const { sessions, attendance, enrolments } = store.facts();
      for (const session of sessions) {
        for (const { index } of enrolments)
          expect(recordedOnAt(attendance.get(session.id), index) ?? session.date).toBe(session.date);
      }
    }
  });

  it('已结束的班里有人符合、有人不合格、有人缺课，便于试看核验', async () => {
    const facts = (await built())[0]!.facts();
    const judgements = judgeCourse(facts, facts.course.endsOn);
    const failing = (rule: string): number =>
      judgements.filter((j) => j.findings.some((f) => f.rule === rule && f.outcome === 'notMet')).length;
    expect(judgements.filter((j) => j.submittable).length).toBeGreaterThan(10);
    expect(failing('test-passed')).toBeGreaterThan(0);
    expect(failing('total-hours')).toBeGreaterThan(0);
  });
});
