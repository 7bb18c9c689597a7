import { useMemo } from 'react';
import {
  IMPORT_KINDS,
  type CourseImportKind,
  type ImportKind,
  type StoredOf,
} from '../../../shared/import/import-kinds';
import type { CourseId } from '../../../shared/records/ids';
import { ImportBody } from './import-body';
import { importJob } from './import-job';
import { StoredParts } from './stored-parts';

export type ImportScreenProps = {
  /** Back to where the screen was opened from. */
  readonly onClose: () => void;
} & (
  | {
      readonly kind: CourseImportKind;
      /** The course that the file is about: its dates, roster, timetable and ruleset. */
      readonly courseId: CourseId;
    }
  | { readonly kind: Exclude<ImportKind, CourseImportKind>; readonly courseId?: undefined }
);

/** One screen for every kind of file: file, columns, preview, result. It fills the height that it is given. */
export const ImportScreen = ({ kind, courseId, onClose }: ImportScreenProps) => (
  <ImportOf key={`${kind} ${courseId ?? ''}`} kind={kind} courseId={courseId ?? null} onClose={onClose} />
);

interface ImportOfProps<Kind extends ImportKind> {
  readonly kind: Kind;
  readonly courseId: CourseId | null;
  readonly onClose: () => void;
}

const ImportOf = <Kind extends ImportKind>({ kind, courseId, onClose }: ImportOfProps<Kind>) => (
  <StoredParts needs={IMPORT_KINDS[kind].needs} courseId={courseId}>
    {(stored) => <ImportWith kind={kind} stored={stored} courseId={courseId} onClose={onClose} />}
  </StoredParts>
);

function ImportWith<Kind extends ImportKind>({
  kind,
  stored,
  courseId,
  onClose,
}: ImportOfProps<Kind> & { readonly stored: StoredOf<Kind> }) {
  const job = useMemo(() => importJob(kind, stored), [kind, stored]);
  return <ImportBody job={job} courseId={courseId} onClose={onClose} />;
}
