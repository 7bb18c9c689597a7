import { assertNever } from '../../../shared/basics/assert-never';
import { ageOn, type Day } from '../../../shared/basics/day';
import type { Certificate } from '../../../shared/records/certificate';
import type { Enrolment } from '../../../shared/records/enrolment';
import type { EnrolmentId } from '../../../shared/records/ids';
import type { Person } from '../../../shared/records/person';
import { personThatCounts } from '../../../shared/records/who-counts';
import { ROSTER_RULES } from '../../../shared/regulation/course-progress';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Finding, Judgement } from '../../../shared/regulation/finding';

/** One line of the roster. */
export interface RosterRow {
  readonly enrolment: Enrolment;
  readonly person: Person;
  readonly certificate: Certificate | undefined;
  /** Completed years on the first day of the course. */
  readonly age: number | null;
  /** What the rules about the person leave open: errors first. */
  readonly open: readonly Finding[];
}

/** The roster in the order in which it is printed. Judgements may come later: then nothing is said to be open. */
export function rosterRows(facts: CourseFacts, judgements: readonly Judgement[] | undefined): readonly RosterRow[] {
  const judged = new Map((judgements ?? []).map((one) => [one.enrolmentId, one.findings]));
  return [...facts.enrolments]
    .sort((a, b) => a.order - b.order || a.index - b.index)
    .flatMap((enrolment) => {
      const person = personThatCounts(facts.persons, enrolment.personId);
      if (!person) return [];
      const certificate = facts.certificates.get(enrolment.certificateId);
      const active = enrolment.status.kind === 'active';
      return [
        {
          enrolment,
          person,
          certificate,
          age: ageAt(person, facts.course.startsOn),
          open: active ? openFindings(judged.get(enrolment.id) ?? []) : [],
        },
      ];
    });
}

const ageAt = ({ birthDate }: Person, on: Day): number | null =>
  birthDate && birthDate <= on ? ageOn(birthDate, on) : null;

const openFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings
    .filter(({ rule, severity }) => ROSTER_RULES.has(rule) && (severity === 'error' || severity === 'warning'))
    .sort((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));

/** How a roster is put in order. */
export type RosterOrder = 'employer' | 'post' | 'name';

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** All enrolments in another order; equals keep theirs. */
export function orderedBy(rows: readonly RosterRow[], by: RosterOrder): readonly EnrolmentId[] {
  const text = ({ person, enrolment }: RosterRow): readonly string[] => {
    switch (by) {
      case 'employer':
        return [person.employer ?? '', person.name];
      case 'post':
        return [enrolment.post, person.name];
      case 'name':
        return [person.name];
      default:
        return assertNever(by);
    }
  };
  return rows
    .map((row, i) => ({ row, i, texts: text(row) }))
    .sort(
      (a, b) => a.texts.reduce((order, one, at) => order || collator.compare(one, b.texts[at] ?? ''), 0) || a.i - b.i,
    )
    .map(({ row }) => row.enrolment.id);
}

/** All enrolments with the selected ones one place up or down, as a block that keeps its own order. */
export function movedBy(
  rows: readonly RosterRow[],
  selected: ReadonlySet<string>,
  step: -1 | 1,
): readonly EnrolmentId[] {
  const ids = rows.map(({ enrolment }) => enrolment.id);
  const from = step === 1 ? ids.length - 2 : 1;
  for (let at = from; at >= 0 && at < ids.length; at -= step) {
    const next = at + step;
    if (!selected.has(ids[at]!) || selected.has(ids[next]!)) continue;
    [ids[at], ids[next]] = [ids[next]!, ids[at]!];
  }
  return ids;
}
