import type { CeYearChoice } from '../../shared/records/choices';
import type { CertificateId } from '../../shared/records/ids';
import { useRows } from './use-rows';

/** The CE years that were chosen by hand for these certificates; undefined while they load. */
export const useCeYearChoices = (certificateIds: readonly CertificateId[]): readonly CeYearChoice[] | undefined =>
  useRows(
    async (db) =>
      (await db.certificates.bulkGet([...certificateIds])).flatMap((row) =>
        Object.values(row?.linked?.ceYearChoices ?? {}),
      ),
    [certificateIds.join()],
  );
