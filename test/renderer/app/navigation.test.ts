import { beforeEach, describe, expect, it } from 'vitest';
import { useNavigation } from '../../../renderer/app/navigation';
import type { CourseId, EnrolmentId } from '../../../shared/records/ids';

const at = () => useNavigation.getState();
const pop = (position: number): void =>
  void window.dispatchEvent(new PopStateEvent('popstate', { state: { at: position } }));
const course = { at: 'course', courseId: 'c1' as CourseId, step: 'roster' } as const;

describe('窗口内的前进后退', () => {
  beforeEach(() => at().reset());

  it('去过的地方可以退回，退回后可以前进', () => {
    at().go({ at: 'people' });
    at().go(course);
    pop(1);
    expect(at().place).toEqual({ at: 'people' });
    expect([at().canBack, at().canForward]).toEqual([true, true]);
    pop(2);
    expect(at().place).toEqual(course);
    expect(at().canForward).toBe(false);
  });

  it('退回后去别处，原来的前路作废', () => {
    at().go({ at: 'people' });
    at().go(course);
    pop(1);
    at().go({ at: 'journal' });
    expect(at().canForward).toBe(false);
    pop(1);
    expect(at().place).toEqual({ at: 'people' });
  });

  it('去当前的地方不留下脚印', () => {
    at().go(course);
    at().go({ ...course });
    pop(0);
    expect(at().place).toEqual({ at: 'home' });
    expect(at().canBack).toBe(false);
  });

  it('离开前记下所在的记录，退回时仍在那一条', () => {
    at().go(course);
    at().note({ enrolmentId: 'e1' as EnrolmentId, rule: 'total-hours' });
    expect(at().place).toEqual(course);
    at().go({ at: 'people' });
    pop(1);
    expect(at().place).toEqual({ ...course, focus: { enrolmentId: 'e1', rule: 'total-hours' } });
  });

  it('地址栏始终不变', () => {
    const before = window.location.href;
    at().go(course);
    expect(window.location.href).toBe(before);
  });
});
