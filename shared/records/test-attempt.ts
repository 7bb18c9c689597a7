import type { Day } from '../basics/day';
import type { AttemptId, EnrolmentId } from './ids';

/** 测试 / 补考. The pass mark that was in force is kept with the attempt; the best attempt counts. */
export interface TestAttempt {
  readonly id: AttemptId;
  readonly enrolmentId: EnrolmentId;
  readonly on: Day;
  /** 第几次, from 1. */
  readonly number: number;
  /** Points 0 to 100 (halves allowed), or 缺考. */
  readonly score: number | 'absent';
  readonly passMark: number;
  readonly note?: string;
}
