import { expect, it } from 'vitest';
import { day, type Day } from '../../../../shared/basics/day';
import { markAt } from '../../../../shared/records/attendance-column';
import { PRESENT, type Mark } from '../../../../shared/records/mark';
import { withPending, type PendingMarks } from '../../../../renderer/features/attendance/pending-marks';
import { classFacts } from '../../../fakes/class-facts';
import { enrolmentIdOf, sessionIdOf } from '../../../fakes/class-records';

const DAY = day('2026-03-16');
const pending = (mark: Mark | null, recordedOn: Day = DAY): PendingMarks => ({
  cells: [{ sessionId: sessionIdOf('a', 0), enrolmentId: enrolmentIdOf('a', 1), mark, recordedOn }],
});
const bare = classFacts('a', 2, 1);
const shown = (facts: typeof bare): Mark | null => markAt(facts.attendance.get(sessionIdOf('a', 0)), 1);

it('什么都不在途，或存下的已经是它：同一份事实', () => {
  expect(withPending(bare, [])).toBe(bare);
  expect(withPending(bare, [pending(null)])).toBe(bare);
  const stored = withPending(bare, [pending(PRESENT)]);
  expect(shown(stored)).toEqual(PRESENT);
  expect(withPending(stored, [pending(PRESENT)])).toBe(stored);
  expect(withPending(stored, [pending(PRESENT, day('2026-03-17'))])).not.toBe(stored);
});

it('同一格先后几次：以最后一次为准，也包括改回存下的样子', () => {
  const stored = withPending(bare, [pending(PRESENT)]);
  expect(shown(withPending(stored, [pending({ kind: 'absent' }), pending(PRESENT)]))).toEqual(PRESENT);
  expect(shown(withPending(stored, [pending({ kind: 'absent' }), pending({ kind: 'leave' })]))).toEqual({
    kind: 'leave',
  });
  expect(shown(withPending(stored, [pending({ kind: 'absent' }), pending(null)]))).toBeNull();
});
