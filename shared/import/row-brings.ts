import { TAKE_NOTHING, type PreviewRow } from './preview';
import type { AnyPreview } from './recheck';
import { toImport } from './to-import';

/** What a row adds: something in any case, something only when its differing values are taken, or nothing. */
export type Brings = 'always' | 'when-taken' | 'nothing';

/** What this row of the preview would add to the stored records. */
export function rowBrings(preview: AnyPreview, row: PreviewRow<unknown>): Brings {
  if (row.state !== 'accepted' || row.unchanged) return 'nothing';
  const alone = { ...preview, rows: [row] } as AnyPreview;
  if (toImport(alone, TAKE_NOTHING).length > 0) return 'always';
  return row.changes.length > 0 && toImport(alone, { take: 'all' }).length > 0 ? 'when-taken' : 'nothing';
}
