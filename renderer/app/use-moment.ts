import { useEffect, useState } from 'react';
import type { Day } from '../../shared/basics/day';
import { commandContext } from '../platform/clock';

export interface Moment {
  readonly today: Day;
  /** Local minutes since midnight. */
  readonly minuteOfDay: number;
}

const LOOK_AGAIN_MS = 5000;

function momentNow(): Moment {
  const { today, minuteOfDay } = commandContext();
  return { today, minuteOfDay };
}

/** The present minute, live: a session opens and a day ends while somebody looks. The same object within a minute. */
export function useMoment(): Moment {
  const [moment, setMoment] = useState(momentNow);
  useEffect(() => {
    const timer = setInterval(() => {
      setMoment((last) => {
        const next = momentNow();
        return next.today === last.today && next.minuteOfDay === last.minuteOfDay ? last : next;
      });
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return moment;
}
