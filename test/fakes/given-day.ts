import { day, type Day } from '../../shared/basics/day';
import { instant } from '../../shared/basics/instant';
import type { GivenDay } from '../../shared/given-day';

/** The day of every test that runs the program or a part of its pages: a Wednesday behind the sample class and its retakes. */
export const TODAY = day('2026-04-08');

/** The day before, in every zone: when what a test writes into a journal beside the program was recorded. */
export const RECORDED = instant(Date.UTC(2026, 3, 7));

/** A run that begins now and shows a day. The one place of the tests that reads the real clock. */
export const beginningNow = (today: Day = TODAY): GivenDay => ({ day: today, since: Date.now() });
