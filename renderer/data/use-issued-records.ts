import { useMemo } from 'react';
import type { HourCertificate } from '../../shared/records/hour-certificate';
import type { PackageRecord } from '../../shared/records/package-record';
import type { CourseFacts } from '../../shared/regulation/facts';
import type { Group } from '../../shared/state/documents';
import { storedDocuments } from './ask';
import { useStore } from './use-store';

/** What issuing and sealing must know of the whole data set at this moment; each is read when it is asked for. */
export interface IssuedRecords {
  /** All hour certificates, revoked ones included. */
  hourCertificates(): Promise<readonly HourCertificate[]>;
  /** All sealed packages. */
  packages(): Promise<readonly PackageRecord[]>;
  /** Whether these are still the latest facts of their course: nothing was saved since that concerns it. */
  isCurrent(facts: CourseFacts): boolean;
  /** The highest entry of each journal chain. */
  journalHeads(): Promise<PackageRecord['heads']>;
}

/** The documents of the whole data set, for numbers that never come back and versions that follow each other. */
export function useIssuedRecords(): IssuedRecords {
  const store = useStore();
  return useMemo(
    () => ({
      hourCertificates: () => store.guard(async () => recordsIn(await storedDocuments(store.db, 'papers'))),
      packages: () => store.guard(async () => recordsIn(await storedDocuments(store.db, 'sealed'))),
      isCurrent: (facts) => store.facts.snapshot(facts.course.id) === facts,
      journalHeads: () =>
        store.guard(async () =>
          ((await store.db.meta.get('projection'))?.heads ?? []).map(({ chain, seq, hash }) => ({
            chain,
            seq,
            hash,
          })),
        ),
    }),
    [store],
  );
}

/** The records of some documents, by id. */
const recordsIn = <T extends { readonly id: string }>(documents: readonly Group<T>[]): readonly T[] =>
  documents.flatMap(({ entries }) => [...entries.values()]).sort((a, b) => (a.id < b.id ? -1 : 1));
