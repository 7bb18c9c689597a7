import { assertNever } from '../../basics/assert-never';
import { ageOn, anniversary, type Day } from '../../basics/day';
import type { Sex } from '../../records/person';
import { rule } from '../rule';
import { AGE_UNKNOWN, ageCompared, ageRecords } from './age-on-application';

type Standing = 'within' | 'between' | 'beyond';

/** Up to the birthday of the limit: within; after it, but before the next birthday: between the two readings. */
function standing(birth: Day, on: Day, limit: number): Standing {
  if (on <= anniversary(birth, limit)) return 'within';
  return on < anniversary(birth, limit + 1) ? 'between' : 'beyond';
}

/** The limits that may be this person's, the stricter first. */
function limitsOf<T>(sex: Sex | undefined, man: T, woman: T): readonly T[] {
  switch (sex) {
    case 'male':
      return [man];
    case 'female':
      return [woman];
    case undefined:
      return [woman, man];
    default:
      return assertNever(sex);
  }
}

export const ageMaximum = rule({
  id: 'age-maximum',
  title: '年龄上限',
  purposes: ['exchange'],
  cites: ['37:二(二)'],
  severity: { notMet: 'error', cannotTell: 'error' },
  details: {
    ...AGE_UNKNOWN,
    'no-sex': 'cannotTell',
    within: 'met',
    'strict-reading': ['met', 'warning'],
    'over-strict-reading': 'notMet',
    over: 'notMet',
  },

  // [37] 二(二): men not over 60, women not over 55 years on the day of the online application; our reading: readings/age.md.
  check(subject, { ageMaximumMan, ageMaximumWoman, ageReading }) {
    const { person, enrolment } = subject;
    const records = ageRecords(subject);
    const limits = limitsOf(person.sex, ageMaximumMan, ageMaximumWoman);
    const limit = limits[0]!;
    const unknown = { numbers: [ageCompared(null, limit.value, 'at-most')], records, parameters: limits };
    if (person.birthDate === undefined) return { detail: 'no-birth-date', ...unknown };
    if (enrolment.appliedOn === undefined) return { detail: 'no-application-date', ...unknown };

    const born = person.birthDate;
    const on = enrolment.appliedOn;
    const numbers = limits.map(({ value }) => ageCompared(ageOn(born, on), value, 'at-most'));
    const verdicts = limits.map(({ value }) => {
      const where = standing(born, on, value);
      if (where === 'beyond') return 'over';
      if (where === 'within') return 'within';
      return ageReading.value === 'birthday' ? 'over-strict-reading' : 'strict-reading';
    });
    // Without a recorded sex the age decides only where both limits come to the same outcome.
    const passes = (verdict: (typeof verdicts)[number]) => verdict === 'within' || verdict === 'strict-reading';
    const agree = verdicts.every((verdict) => passes(verdict) === passes(verdicts[0]!));
    const detail = agree ? verdicts[0]! : 'no-sex';
    return {
      detail,
      numbers,
      records,
      parameters: verdicts.some((verdict) => verdict === 'strict-reading' || verdict === 'over-strict-reading')
        ? [...limits, ageReading]
        : limits,
      values: {
        born,
        on,
        limitDay: anniversary(born, limit.value),
        nextBirthday: anniversary(born, limit.value + 1),
      },
    };
  },
});
