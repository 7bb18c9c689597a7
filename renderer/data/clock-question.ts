import type { Instant } from '../../shared/basics/instant';
import { isClockBack } from '../../shared/journal/clock-watch';
import type { HealNotice } from './store-api';

type ClockBack = Extract<HealNotice, { kind: 'clock-back' }>;

/**
 * Compares each time that the clock says with the one before, so that a clock which was set back becomes one question:
 * whoever goes on working with it is not asked again.
 */
export class ClockQuestion {
  #last: Instant | undefined;

  /** `last`: the time of the latest entry, if there is one. */
  constructor(last: Instant | undefined) {
    this.#last = last;
  }

  /** The question, when this time lies before the one seen last. */
  see(now: Instant): readonly ClockBack[] {
    const last = this.#last;
    this.#last = now;
    return last !== undefined && isClockBack(last, now) ? [{ kind: 'clock-back', last, now }] : [];
  }
}
