import { rebuildPreview } from './build-preview';
import { IMPORT_KINDS, type ImportKind, type PreviewOf } from './import-kinds';
import type { PreviewEdits } from './preview';

/**
 * The preview after the registrar edited cells (as text, by Excel row and column) or chose other columns. Only what was
 * edited is read again; then all rows are compared with each other anew, so that a duplicate disappears with its cause.
 */
export const recheck = <Kind extends ImportKind>(preview: PreviewOf<Kind>, edits: PreviewEdits): PreviewOf<Kind> =>
  rebuildPreview(IMPORT_KINDS[preview.kind].reader, preview, edits);
