import { assertNever } from '../basics/assert-never';
import type { AttendanceColumn } from '../records/attendance-column';
import { markAt } from '../records/attendance-column';
import type { Post } from '../records/certificate';
import type { ProfessionalChoice } from '../records/choices';
import type { Enrolment } from '../records/enrolment';
import type { PersonId, SessionId } from '../records/ids';
import { isAttended, PRESENT, type Mark } from '../records/mark';
import { rowOfStored } from '../records/mark-kinds';
import type { Person } from '../records/person';
import type { Session } from '../records/session';
import { idThatCounts } from '../records/who-counts';
import type { HoursSummary } from './finding';
import type { ParameterValues } from './parameters-on';
import { comparePosts } from './posts';
import { rootsOf } from './roots-of';

/** What crediting needs of a course, so CourseFacts as well as another course of the same person. */
export interface CreditSource {
  readonly sessions: readonly Session[];
  readonly enrolments: readonly Enrolment[];
  readonly attendance: ReadonlyMap<SessionId, AttendanceColumn>;
  readonly professionalChoices: readonly ProfessionalChoice[];
  readonly persons?: ReadonlyMap<PersonId, Person>;
}

export type CreditParameters = Pick<ParameterValues, 'minutesPerPeriod' | 'tolerance'>;

/** Why a session is none of an enrolment's: outside its from–to, another post's lesson, counted for the person's other certificate, a make-up lesson of others. */
export type NotCounted = 'outside-dates' | 'other-post' | 'other-certificate' | 'not-listed';

/** What one session gives one enrolment. credited and open are whole periods; open = what an unrecorded session could still add. */
export interface CreditLine {
  readonly session: Session;
  readonly mark: Mark | null;
  /** replaced = a make-up lesson and the lesson it makes up for give credit once, and the other one gave more. */
  readonly state: 'credited' | 'unrecorded' | 'replaced' | 'notApplicable';
  readonly why: NotCounted | null;
  readonly credited: number;
  readonly open: number;
}

/**
 * Periods credited for one session: min(planned, floor((planned × minutesPerPeriod − missed + tolerance) / minutesPerPeriod)), never
 * below 0. Whole periods and minutes in and out. missed = late + early minutes together.
 */
export function creditSession(
  planned: number,
  missed: number,
  { minutesPerPeriod, tolerance }: CreditParameters,
): number {
  const stayed = planned * minutesPerPeriod.value - missed + tolerance.value;
  return Math.max(0, Math.min(planned, Math.floor(stayed / minutesPerPeriod.value)));
}

/** Whether minutes were missed, so that minutes per period and tolerance decide what the session gives. */
export const missedMinutes = ({ mark }: CreditLine): boolean =>
  mark !== PRESENT && isAttended(mark) && (mark.late !== 0 || mark.early !== 0);

/** Minutes missed for certain: of an unknown number at least one. */
const known = (minutes: number | 'unknown'): number => (minutes === 'unknown' ? 1 : minutes);

/** Credit of a mark alone: recorded, or not recorded with what it could still be worth. */
function creditMark(
  planned: number,
  mark: Mark | null,
  parameters: CreditParameters,
): { recorded: boolean; periods: number } {
  if (mark === null) return { recorded: false, periods: planned };
  const { credit } = rowOfStored(mark.kind);
  switch (credit) {
    case 'none':
      return { recorded: true, periods: 0 };
    case 'stayed': {
      const { late, early } = isAttended(mark) ? mark : PRESENT;
      const recorded = late !== 'unknown' && early !== 'unknown';
      return { recorded, periods: creditSession(planned, known(late) + known(early), parameters) };
    }
    default:
      return assertNever(credit);
  }
}

/** What is the same for everybody in a course, worked out once per set of facts. */
interface CreditIndex {
  readonly sessions: readonly Session[];
  /** The line of each session for somebody who was there all the time: by far the most common one, so made once. */
  readonly presentLines: readonly CreditLine[];
  readonly byPerson: ReadonlyMap<PersonId, readonly Enrolment[]>;
  readonly choices: ReadonlyMap<string, ProfessionalChoice>;
  /** For a make-up lesson and what it makes up for: the lesson at the beginning. */
  readonly roots: ReadonlyMap<SessionId, SessionId>;
}

type Roster = Pick<CreditSource, 'sessions' | 'professionalChoices' | 'persons'>;

const indexes = new WeakMap<CreditSource, CreditIndex>();
/** The last index of each list of enrolments: facts that differ in their marks only, as every key in a register makes them, share it. */
const ofRosters = new WeakMap<readonly Enrolment[], { readonly roster: Roster; readonly index: CreditIndex }>();

const sameRoster = (a: Roster, b: Roster): boolean =>
  a.sessions === b.sessions && a.professionalChoices === b.professionalChoices && a.persons === b.persons;

/** The timetable's order. */
export const bySchedule = (a: Session, b: Session): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.start - b.start || a.number - b.number || (a.id < b.id ? -1 : 1);

const personKey = ({ persons }: CreditSource, id: PersonId): PersonId => (persons ? idThatCounts(persons, id) : id);

function indexOf(source: CreditSource): CreditIndex {
  const stored = indexes.get(source);
  if (stored) return stored;
  const last = ofRosters.get(source.enrolments);
  const index = last && sameRoster(last.roster, source) ? last.index : newIndex(source);
  const { sessions, professionalChoices, persons } = source;
  ofRosters.set(source.enrolments, { roster: { sessions, professionalChoices, ...(persons && { persons }) }, index });
  indexes.set(source, index);
  return index;
}

function newIndex(source: CreditSource): CreditIndex {
  const byPerson = new Map<PersonId, Enrolment[]>();
  for (const enrolment of source.enrolments) {
    const key = personKey(source, enrolment.personId);
    const others = byPerson.get(key);
    if (others) others.push(enrolment);
    else byPerson.set(key, [enrolment]);
  }
  for (const list of byPerson.values()) list.sort((a, b) => a.order - b.order || a.index - b.index);
  const sessions = source.sessions.toSorted(bySchedule);
  return {
    sessions,
    presentLines: sessions.map((session) => ({
      session,
      mark: PRESENT,
      state: 'credited',
      why: null,
      credited: session.periods,
      open: 0,
    })),
    byPerson,
    choices: new Map(
      source.professionalChoices.map((choice) => [
        `${choice.sessionId}|${personKey(source, choice.personId)}`,
        choice,
      ]),
    ),
    roots: rootsOf(source.sessions),
  };
}

/** All sessions in the timetable's order. */
export const scheduled = (source: CreditSource): readonly Session[] => indexOf(source).sessions;

/** The enrolments of the same person in the same course, this one included, first enrolled first. */
export const enrolmentsOfPerson = (source: CreditSource, personId: PersonId): readonly Enrolment[] =>
  indexOf(source).byPerson.get(personKey(source, personId)) ?? [];

const covers = ({ from, to, status }: Enrolment, { date }: Session): boolean =>
  (from === undefined || from <= date) &&
  (to === undefined || date <= to) &&
  (status.kind === 'active' || date <= status.on);

const forPost = (session: Session, post: Post): boolean =>
  session.posts.length === 0 || session.posts.some((listed) => comparePosts(listed, post) !== 'different');

/** Whether a session could count for an enrolment if the person had no other certificate. */
function ownReason(session: Session, enrolment: Enrolment, siblings: readonly Enrolment[]): NotCounted | null {
  if (!covers(enrolment, session)) return 'outside-dates';
  if (session.onlyFor) {
    // Public periods count for every certificate of the person who sat there, whichever enrolment was listed.
    const listed = session.category === 'public' ? siblings : [enrolment];
    if (!listed.some(({ id }) => session.onlyFor!.includes(id))) return 'not-listed';
  }
  return session.category === 'professional' && !forPost(session, enrolment.post) ? 'other-post' : null;
}

/** The one enrolment of a person that a professional session counts for: the registrar's choice, else the first that it fits. */
function chosenFor(
  index: CreditIndex,
  session: Session,
  person: PersonId,
  siblings: readonly Enrolment[],
): Enrolment | undefined {
  const fitting = siblings.filter((enrolment) => ownReason(session, enrolment, siblings) === null);
  const choice = index.choices.get(`${session.id}|${person}`);
  return fitting.find(({ id }) => id === choice?.enrolmentId) ?? fitting[0];
}

/** The person's mark in a session: the enrolment's own, else the one taken under the person's other certificate. */
function markOf(
  source: CreditSource,
  session: Session,
  enrolment: Enrolment,
  siblings: readonly Enrolment[],
): Mark | null {
  const column = source.attendance.get(session.id);
  if (!column) return null;
  const own = markAt(column, enrolment.index);
  if (own !== null || siblings.length === 1) return own;
  for (const sibling of siblings) {
    const mark = markAt(column, sibling.index);
    if (mark !== null && covers(sibling, session)) return mark;
  }
  return null;
}

/** Of a lesson and its make-up lessons only the best counts; what is unrecorded among them is open for the difference only. */
function onceOnly(lines: readonly CreditLine[], roots: CreditIndex['roots']): readonly CreditLine[] {
  const groups = new Map<SessionId, CreditLine[]>();
  for (const line of lines) {
    const root = roots.get(line.session.id);
    if (root === undefined || line.state === 'notApplicable') continue;
    const group = groups.get(root);
    if (group) group.push(line);
    else groups.set(root, [line]);
  }
  const settled = new Map<CreditLine, CreditLine>();
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    let best: CreditLine | null = null;
    let widest: CreditLine | null = null;
    for (const line of group) {
      if (line.state === 'credited' && (!best || line.credited > best.credited)) best = line;
      if (line.state === 'unrecorded' && (!widest || line.open > widest.open)) widest = line;
    }
    const gained = best?.credited ?? 0;
    for (const line of group) {
      if (line === best) continue;
      const open = line === widest ? Math.max(0, line.open - gained) : 0;
      settled.set(
        line,
        open > 0 || (line === widest && !best)
          ? { ...line, open }
          : { ...line, state: 'replaced', credited: 0, open: 0 },
      );
    }
  }
  return lines.map((line) => settled.get(line) ?? line);
}

/** Every session of the course with what it gives this enrolment, in the timetable's order. */
export function creditLines(
  source: CreditSource,
  enrolment: Enrolment,
  parameters: CreditParameters,
): readonly CreditLine[] {
  const index = indexOf(source);
  const person = personKey(source, enrolment.personId);
  const siblings = index.byPerson.get(person) ?? [enrolment];
  const lines = index.sessions.map((session, i): CreditLine => {
    const mark = markOf(source, session, enrolment, siblings);
    let why = ownReason(session, enrolment, siblings);
    if (why === null && session.category === 'professional' && siblings.length > 1) {
      why = chosenFor(index, session, person, siblings)?.id === enrolment.id ? null : 'other-certificate';
    }
    if (why !== null) return { session, mark, state: 'notApplicable', why, credited: 0, open: 0 };
    if (mark === PRESENT) return index.presentLines[i]!;
    const { recorded, periods } = creditMark(session.periods, mark, parameters);
    return recorded
      ? { session, mark, state: 'credited', why: null, credited: periods, open: 0 }
      : { session, mark, state: 'unrecorded', why: null, credited: 0, open: periods };
  });
  return index.roots.size === 0 ? lines : onceOnly(lines, index.roots);
}

/** Sums of an enrolment's lines. */
export function sumOf(lines: readonly CreditLine[]): HoursSummary {
  const sum = { total: 0, professional: 0, public: 0, unrecordedSessions: 0, openTotal: 0, openProfessional: 0 };
  for (const { session, state, credited, open } of lines) {
    sum.total += credited;
    sum[session.category] += credited;
    sum.openTotal += open;
    if (session.category === 'professional') sum.openProfessional += open;
    if (state === 'unrecorded') sum.unrecordedSessions += 1;
  }
  return sum;
}

/** What the timetable offers: everybody's lessons, or those of one post; make-up lessons repeat others and are left out. */
export function plannedHours(
  sessions: readonly Session[],
  post?: Post,
): { total: number; professional: number; public: number } {
  const sum = { total: 0, professional: 0, public: 0 };
  for (const session of sessions) {
    if (session.onlyFor || session.makesUpFor) continue;
    if (post !== undefined && session.category === 'professional' && !forPost(session, post)) continue;
    sum.total += session.periods;
    sum[session.category] += session.periods;
  }
  return sum;
}
