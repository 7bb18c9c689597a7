import type { BarredPerson } from '../../shared/records/choices';
import type { Institution } from '../../shared/records/institution';
import type { ColumnMapping, ParameterSetting } from '../../shared/records/settings';
import { settingsOf } from '../../shared/state/facts-of';
import { BARRED } from '../../shared/state/find-record';
import { leafValues } from '../../shared/state/leaves';
import { useAnswer } from './use-rows';

/** What the institution has set. undefined while it loads. */
export interface Settings {
  readonly institution: Institution | null;
  readonly parameterSettings: readonly ParameterSetting[];
  readonly columnMappings: readonly ColumnMapping[];
}

export const useSettings = (): Settings | undefined => useAnswer(settingsOf, []);

/** Parameters that the institution confirmed or set; undefined while they load. */
export const useParameterSettings = (): readonly ParameterSetting[] | undefined =>
  useAnswer((source) => settingsOf(source).parameterSettings, []);

/** How the columns of files were read last time; undefined while they load. */
export const useColumnMappings = (): readonly ColumnMapping[] | undefined =>
  useAnswer((source) => settingsOf(source).columnMappings, []);

/** The list of barred people; null when none was ever imported, undefined while it loads. */
export const useBarredList = (): readonly BarredPerson[] | null | undefined =>
  useAnswer((source) => {
    const lines = leafValues(source, BARRED);
    return lines.length > 0 ? lines : null;
  }, []);
