import { useCallback, useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import type { Certificate } from '../../shared/records/certificate';
import type { PersonId } from '../../shared/records/ids';
import { DOCUMENT_KINDS } from '../../shared/state/documents';
import { leafValue } from '../../shared/state/leaves';
import { certificatesOf } from '../../shared/state/person-totals';
import type { CertificateTotals } from '../../shared/state/totals';
import { searchPeople, type PersonBrief } from './people-directory';
import { useAnswer } from './use-rows';
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
  readonly totals: CertificateTotals | null;
}

/** The ledger of some people (those in sight), live; undefined while it loads. */
export const useLedger = (ids: readonly PersonId[]): ReadonlyMap<PersonId, readonly LedgerLine[]> | undefined =>
  useAnswer(
    (source) =>
      new Map(
        ids.map((id) => {
          const totals = leafValue(source, { kind: 'totals' }, id) ?? [];
          const lines = certificatesOf(source, id).map(({ certificate }): LedgerLine => ({
            certificate,
            totals: totals.find((line) => line.id === certificate.id) ?? null,
          }));
          return [id, lines];
        }),
      ),
    [ids.join()],
    DOCUMENT_KINDS,
  );
