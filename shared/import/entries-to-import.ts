import { chosenRows } from './chosen-rows';
import { IMPORT_KINDS, type ImportKind, type InputOf, type PreviewOf } from './import-kinds';
import type { ImportDecisions } from './preview';

/**
 * The entries of a confirmed preview, in file order. Rows whose values are all stored already are not among them, nor are
 * differing values that were not taken: so commands that ask are called with differing 'take'. Empty = nothing to import.
 */
export const entriesToImport = <Kind extends ImportKind>(
  preview: PreviewOf<Kind>,
  decisions: ImportDecisions,
): readonly InputOf<Kind>[] => IMPORT_KINDS[preview.kind].inputs(chosenRows(preview, decisions));
