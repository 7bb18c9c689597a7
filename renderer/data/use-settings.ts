import type { BarredPerson } from '../../shared/records/choices';
import type { Institution } from '../../shared/records/institution';
import type { ColumnMapping, ParameterSetting } from '../../shared/records/settings';
import { useRows } from './use-rows';

/** What the institution has set. undefined while it loads. */
export interface Settings {
  readonly institution: Institution | null;
  readonly parameterSettings: readonly ParameterSetting[];
  readonly columnMappings: readonly ColumnMapping[];
}

export const useSettings = (): Settings | undefined =>
  useRows(async (db) => {
    const [institution, parameters, mappings] = await Promise.all([
      db.institution.get('institution'),
      db.parameterSettings.toArray(),
      db.columnMappings.toArray(),
    ]);
    return {
      institution: institution?.record ?? null,
      parameterSettings: parameters.map((row) => row.record),
      columnMappings: mappings.map((row) => row.record),
    };
  }, []);

/** Parameters that the institution confirmed or set; undefined while they load. */
export const useParameterSettings = (): readonly ParameterSetting[] | undefined =>
  useRows(async (db) => (await db.parameterSettings.toArray()).map((row) => row.record), []);

/** How the columns of files were read last time; undefined while they load. */
export const useColumnMappings = (): readonly ColumnMapping[] | undefined =>
  useRows(async (db) => (await db.columnMappings.toArray()).map((row) => row.record), []);

/** The list of barred people; null when none was ever imported, undefined while it loads. */
export const useBarredList = (): readonly BarredPerson[] | null | undefined =>
  useRows(async (db) => {
    const rows = await db.barred.toArray();
    return rows.length > 0 ? rows.map((row) => row.record) : null;
  }, []);
