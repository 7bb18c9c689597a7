import { useCallback, useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import type { Certificate } from '../../shared/records/certificate';
import type { PersonId } from '../../shared/records/ids';
import { searchPeople, type PersonBrief } from './people-directory';
import type { TotalsRow } from './row-types';
import { useRows } from './use-rows';
import { useStore } from './use-store';

export interface FoundPeople {
  /** How many people there are in all. */
  readonly total: number;
  /** Who was found, the best fit first; everybody by name for an empty search. */
  readonly people: readonly PersonBrief[];
}

/** People by part of the name, pinyin initials, last digits of the identity number, or employer; undefined while they load. */
export function usePeople(search: string): FoundPeople | undefined {
  const { people } = useStore();
  const all = useSyncExternalStore(
    useCallback((listener) => people.subscribe(listener), [people]),
    () => people.snapshot(),
  );
  const text = useDeferredValue(search);
  return useMemo(() => (all ? { total: all.length, people: searchPeople(all, text) } : undefined), [all, text]);
}

/** A line of the ledger: one certificate with its hours by CE year. */
export interface LedgerLine {
  readonly certificate: Certificate;
  /** null for a moment after a change. */
  readonly totals: TotalsRow | null;
}

/** The ledger of some people (those in sight), live; undefined while it loads. */
export function useLedger(ids: readonly PersonId[]): ReadonlyMap<PersonId, readonly LedgerLine[]> | undefined {
  return useRows(
    async (db) => {
      const aliases = await db.persons
        .where('mergedInto')
        .anyOf([...ids])
        .toArray();
      const mainOf = new Map<PersonId, PersonId>(
        aliases.flatMap((row) => (row.mergedInto ? [[row.record.id, row.mergedInto]] : [])),
      );
      const [certificates, totals] = await Promise.all([
        db.certificates
          .where('personId')
          .anyOf([...ids, ...mainOf.keys()])
          .toArray(),
        db.totals
          .where('personId')
          .anyOf([...ids])
          .toArray(),
      ]);
      const byCertificate = new Map<string, TotalsRow>(totals.map((row) => [row.id, row]));
      const lines = new Map<PersonId, LedgerLine[]>(ids.map((id) => [id, []]));
      for (const { record } of certificates)
        lines
          .get(mainOf.get(record.personId) ?? record.personId)
          ?.push({ certificate: record, totals: byCertificate.get(record.id) ?? null });
      return lines;
    },
    [ids.join()],
  );
}
