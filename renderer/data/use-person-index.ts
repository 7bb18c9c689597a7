import type { PeopleSlice } from '../../shared/commands/people-slice';
import type { Certificate } from '../../shared/records/certificate';
import type { CertificateId, PersonId } from '../../shared/records/ids';
import type { Person } from '../../shared/records/person';
import type { Projection } from './schema';
import { useRows } from './use-rows';

/** All people and certificates of the data set, for imports and for commands that must know everybody; undefined while they load. */
export const usePersonIndex = (): PeopleSlice | undefined => useRows(loadPersonIndex, []);

/** Documents read at once, so that the window can paint in between. */
const LOT = 40;

/** All people and certificates of the data set. */
async function loadPersonIndex({ people }: Projection): Promise<PeopleSlice> {
  const persons = new Map<PersonId, Person>();
  const certificates = new Map<CertificateId, Certificate>();
  const ids = await people.toCollection().primaryKeys();
  for (let i = 0; i < ids.length; i += LOT)
    for (const document of await people.bulkGet(ids.slice(i, i + LOT)))
      for (const { person, certificates: held } of document?.entries.values() ?? []) {
        if (person) persons.set(person.id, person);
        for (const { certificate } of held) certificates.set(certificate.id, certificate);
      }
  return { persons, certificates };
}
