import type { Instant } from '../basics/instant';
import type { WorkbookModel } from '../basics/workbook';
import { IMPORT_KINDS, type ImportKind, type StoredOf } from './import-kinds';
import type { StoredRecords } from './import-kind-spec';
import { templateWorkbook } from './template-workbook';

/** An empty form for one kind of file, whose headings the import knows. */
export const emptyForm = <Kind extends ImportKind>(
  kind: Kind,
  stored: StoredOf<Kind>,
  made: { readonly created: Instant; readonly author: string },
): WorkbookModel => templateWorkbook(IMPORT_KINDS[kind].template(stored), courseTitle(stored), made);

const courseTitle = ({ facts }: Partial<StoredRecords>): string => facts?.course.title ?? '';
