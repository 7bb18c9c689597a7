import type { CeYearChoice } from '../../shared/records/choices';
import type { CertificateId } from '../../shared/records/ids';
import { heldOf } from '../../shared/state/find-record';
import { useAnswer } from './use-rows';

/** The CE years that were chosen by hand for these certificates; undefined while they load. */
export const useCeYearChoices = (certificateIds: readonly CertificateId[]): readonly CeYearChoice[] | undefined =>
  useAnswer(
    (source) => certificateIds.flatMap((id) => heldOf(source, id)?.ceYearChoices ?? []),
    [certificateIds.join()],
  );
