import { Button } from 'antd';
import type { ImportKind } from '../../../shared/import/preview';
import type { CourseId } from '../../../shared/records/ids';
import { importText } from '../../text/import';
import { Toolbar } from '../../ui/toolbar';

export type ImportScreenProps = {
  /** Back to where the screen was opened from. */
  readonly onClose: () => void;
} & (
  | {
      readonly kind: Exclude<ImportKind, 'barred'>;
      /** The course that the file is about: its dates, roster, timetable and ruleset. */
      readonly courseId: CourseId;
    }
  | { readonly kind: 'barred'; readonly courseId?: undefined }
);

/** One screen for every kind of file: file, columns, preview, result. It fills the height that it is given. */
export function ImportScreen({ kind, onClose }: ImportScreenProps) {
  return (
    <Toolbar>
      <Button onClick={onClose}>{importText.back}</Button>
      <h2>{importText.kinds[kind].title}</h2>
    </Toolbar>
  );
}
