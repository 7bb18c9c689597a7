import type { Day } from '../../shared/basics/day';
import type { Post } from '../../shared/records/certificate';
import { COURSES, heldOf, holderOf, recordOf, seatOf } from '../../shared/state/find-record';
import { leafValue } from '../../shared/state/leaves';
import { useAnswer } from './use-rows';

/** What a record is called, for lines that know its id only. */
export type RecordName =
  | { readonly table: 'persons' | 'enrolments'; readonly name: string }
  | { readonly table: 'courses'; readonly title: string }
  | { readonly table: 'sessions'; readonly number: number; readonly date: Day }
  | { readonly table: 'certificates'; readonly post: Post | null; readonly number: string | null };

/** The names of the people, enrolments, courses, sessions and certificates among these ids, live; undefined while they load. */
export const useRecordNames = (ids: readonly string[]): ReadonlyMap<string, RecordName> | undefined =>
  useAnswer(
    (source) => {
      const names = new Map<string, RecordName>();
      for (const id of ids) {
        const person = holderOf(source, id)?.person;
        const course = leafValue(source, COURSES, id)?.course;
        const session = recordOf(source, 'sessions', id);
        const certificate = heldOf(source, id)?.certificate;
        const enrolment = seatOf(source, id)?.enrolment;
        if (person) names.set(id, { table: 'persons', name: person.name });
        if (course) names.set(id, { table: 'courses', title: course.title });
        if (session) names.set(id, { table: 'sessions', number: session.number, date: session.date });
        if (certificate)
          names.set(id, {
            table: 'certificates',
            post: certificate.post ?? null,
            number: certificate.number ?? null,
          });
        if (enrolment)
          names.set(id, { table: 'enrolments', name: holderOf(source, enrolment.personId)?.person?.name ?? '' });
      }
      return names;
    },
    [ids.join()],
  );
