import { ageMaximumMan, ageMaximumWoman, ageMinimum, ageReading } from './ages';
import { ceConvention } from './ce-convention';
import { dailyCap, minutesPerPeriod, tolerance } from './crediting';
import {
  certificateFrom,
  exchangeFrom,
  exchangeUntil,
  extensionDeadline,
  extensionFrom,
  extensionUntil,
} from './exchange-dates';
import { professionalPeriods, totalPeriods, twoYearPeriods, windowYears } from './required-hours';
import { annualTestRequired, passMark } from './test';

/** Every parameter by the name that rules use. */
export const PARAMETERS = {
  totalPeriods,
  professionalPeriods,
  twoYearPeriods,
  windowYears,
  minutesPerPeriod,
  tolerance,
  dailyCap,
  passMark,
  annualTestRequired,
  ageMinimum,
  ageMaximumMan,
  ageMaximumWoman,
  ageReading,
  exchangeFrom,
  exchangeUntil,
  certificateFrom,
  extensionFrom,
  extensionUntil,
  extensionDeadline,
  ceConvention,
} as const;

export type ParameterName = keyof typeof PARAMETERS;
