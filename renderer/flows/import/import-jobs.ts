import { ok, type Result } from '../../../shared/basics/result';
import { addOutsideHours } from '../../../shared/commands/add-outside-hours';
import { importAttendance } from '../../../shared/commands/import-attendance';
import { importBarred } from '../../../shared/commands/import-barred';
import { importRoster } from '../../../shared/commands/import-roster';
import { importScores } from '../../../shared/commands/import-scores';
import { importTimetable } from '../../../shared/commands/import-timetable';
import type { PeopleSlice } from '../../../shared/commands/people-slice';
import type { ImportKind } from '../../../shared/import/preview';
import { barredTemplateWorkbook, templateWorkbook } from '../../../shared/import/template-workbook';
import type { ImportEntries } from '../../../shared/import/entries-to-import';
import type { Problem } from '../../../shared/problems/problem';
import type { BarredPerson } from '../../../shared/records/choices';
import type { Session } from '../../../shared/records/session';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { today } from '../../platform/clock';
import type { Confirmed, ImportCommand, ImportJob } from './import-job';

/** The command over the entries that the worker gives for the confirmed preview. */
async function commandOver<Kind extends ImportKind>(
  kind: Kind,
  { client, decisions }: Confirmed,
  command: (entries: readonly ImportEntries[Kind][]) => ImportCommand,
): Promise<Result<ImportCommand, Problem>> {
  const entries = await client.entries(kind, decisions);
  return entries.ok ? ok(command(entries.value)) : entries;
}

const ofCourse = (
  kind: ImportKind,
  facts: CourseFacts,
): Pick<ImportJob, 'kind' | 'template' | 'author' | 'sessions' | 'hasList'> => ({
  kind,
  template: (made) => templateWorkbook(kind, facts, made),
  author: facts.institution?.name ?? '',
  sessions: [],
  hasList: false,
});

export const rosterJob = (facts: CourseFacts, people: PeopleSlice): ImportJob => ({
  ...ofCourse('roster', facts),
  task: () => {
    const { ruleset, purpose } = facts.course;
    const known = { persons: people.persons, certificates: people.certificates, enrolments: facts.enrolments };
    return { kind: 'roster', context: { ruleset, purpose, today: today(), known } };
  },
  prepare: (confirmed) =>
    commandOver(
      'roster',
      confirmed,
      (rows) => (reason, ctx) => importRoster(facts, { rows, people, source: confirmed.fileName, reason }, ctx),
    ),
});

/** `others` = sessions of other courses in the same days, for clashes of teacher and room. */
export const timetableJob = (facts: CourseFacts, others: readonly Session[]): ImportJob => ({
  ...ofCourse('timetable', facts),
  task: () => {
    const { course, sessions, parameterSettings } = facts;
    return { kind: 'timetable', context: { facts: { course, sessions, parameterSettings } } };
  },
  prepare: (confirmed) =>
    commandOver(
      'timetable',
      confirmed,
      (entries) => (reason, ctx) => importTimetable(facts, { entries, differing: 'take', others, reason }, ctx),
    ),
});

export const attendanceJob = (facts: CourseFacts): ImportJob => ({
  ...ofCourse('attendance', facts),
  sessions: facts.sessions,
  task: () => ({ kind: 'attendance', context: { facts, today: today() } }),
  prepare: (confirmed) =>
    commandOver(
      'attendance',
      confirmed,
      (entries) => (reason, ctx) =>
        importAttendance(facts, { entries, differing: 'take', unmarkable: 'leave-out', reason }, ctx),
    ),
});

export const scoresJob = (facts: CourseFacts): ImportJob => ({
  ...ofCourse('scores', facts),
  task: () => ({ kind: 'scores', context: { facts, today: today() } }),
  prepare: (confirmed) =>
    commandOver(
      'scores',
      confirmed,
      (entries) => (reason, ctx) => importScores(facts, { entries, differing: 'take', reason }, ctx),
    ),
});

export const outsideHoursJob = (facts: CourseFacts): ImportJob => ({
  ...ofCourse('outside-hours', facts),
  task: ({ outsideKind, source }) => ({
    kind: 'outside-hours',
    context: { facts, today: today(), kind: outsideKind, source: source.trim() },
  }),
  prepare: (confirmed) =>
    commandOver(
      'outside-hours',
      confirmed,
      (entries) => (reason, ctx) => addOutsideHours(facts, { entries, reason }, ctx),
    ),
});

/** `stored` = the list so far; null when there never was one. */
export const barredJob = (stored: readonly BarredPerson[] | null, author: string): ImportJob => ({
  kind: 'barred',
  template: barredTemplateWorkbook,
  author,
  sessions: [],
  hasList: stored !== null,
  task: () => ({ kind: 'barred', context: { today: today() } }),
  prepare: (confirmed) =>
    commandOver('barred', confirmed, (entries) => (_reason, ctx) => {
      const { mode, source } = confirmed.options;
      return importBarred(stored, { entries, mode, source }, ctx);
    }),
});
