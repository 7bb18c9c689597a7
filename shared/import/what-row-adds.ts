import { entriesToImport } from './entries-to-import';
import type { PreviewOf } from './import-kinds';
import { TAKE_NOTHING } from './preview';

/** What a row adds: something in any case, something only when its differing values are taken, or nothing. */
export type RowAddition = 'always' | 'when-taken' | 'nothing';

/** What this row of the preview would add to the stored records. */
export function whatRowAdds(preview: PreviewOf, row: PreviewOf['rows'][number]): RowAddition {
  if (row.state !== 'accepted' || row.unchanged) return 'nothing';
  const alone = { ...preview, rows: [row] };
  if (entriesToImport(alone, TAKE_NOTHING).length > 0) return 'always';
  return row.changes.length > 0 && entriesToImport(alone, { take: 'all' }).length > 0 ? 'when-taken' : 'nothing';
}
