import type { Sheet } from '../basics/sheet';
import { buildPreview } from './build-preview';
import { IMPORT_KINDS, type ContextOf, type ImportKind, type PreviewOf } from './import-kinds';
import type { Progress, ReadChoices } from './preview';

/** A kind of file and what it is checked against. Plain data: it crosses to a worker. */
export interface ImportTask<Kind extends ImportKind = ImportKind> {
  readonly kind: Kind;
  readonly context: ContextOf<Kind>;
}

/** The preview of any kind of file; see buildPreview. */
export const readTask = <Kind extends ImportKind>(
  { kind, context }: ImportTask<Kind>,
  sheets: readonly Sheet[],
  choices?: ReadChoices,
  progress?: Progress,
): PreviewOf<Kind> => buildPreview(IMPORT_KINDS[kind].reader, sheets, context, choices, progress);
