import type { Course } from '../records/course';
import type { ParameterSetting } from '../records/settings';
import { parametersOn, type ParameterValues } from './parameters-on';

/** The values that judge a course: those that held when it began, by the ruleset that it names. Throws like parametersOn. */
export const parametersOfCourse = (
  { ruleset, startsOn }: Pick<Course, 'ruleset' | 'startsOn'>,
  settings: readonly ParameterSetting[],
): ParameterValues => parametersOn({ id: ruleset }, settings, startsOn);
