import type { PeopleSlice } from '../../shared/commands/people-slice';
import type { Certificate } from '../../shared/records/certificate';
import type { CertificateId, PersonId } from '../../shared/records/ids';
import type { Person } from '../../shared/records/person';
import type { Projection } from './schema';
import { useRows } from './use-rows';

/** All people and certificates of the data set, for imports and for commands that must know everybody; undefined while they load. */
export const usePersonIndex = (): PeopleSlice | undefined => useRows(loadPersonIndex, []);

/** Rows read at once, so that the window can paint in between. */
const PAGE = 10_000;

/** All people and certificates of the data set. */
async function loadPersonIndex(db: Projection): Promise<PeopleSlice> {
  const persons = new Map<PersonId, Person>();
  const certificates = new Map<CertificateId, Certificate>();
  for (let last = ''; ;) {
    const rows = await db.persons.where(':id').above(last).limit(PAGE).toArray();
    for (const { record } of rows) persons.set(record.id, record);
    if (rows.length < PAGE) break;
    last = rows.at(-1)!.id;
  }
  for (let last = ''; ;) {
    const rows = await db.certificates.where(':id').above(last).limit(PAGE).toArray();
    for (const { record } of rows) certificates.set(record.id, record);
    if (rows.length < PAGE) break;
    last = rows.at(-1)!.id;
  }
  return { persons, certificates };
}
