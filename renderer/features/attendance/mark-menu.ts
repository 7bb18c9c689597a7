import type { MenuProps } from 'antd';
import { PRESENT, type Mark } from '../../../shared/records/mark';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';
import type { MinutesEntry } from './mark-entry';

/** What a menu item or a button of the mark bar does to the selection. */
export type MarkAction =
  | { readonly kind: 'mark'; readonly mark: Mark | null }
  /** Minutes are typed next. */
  | { readonly kind: 'type'; readonly which: MinutesEntry['typing'] }
  | { readonly kind: 'fill' }
  | { readonly kind: 'all-present' };

const OFTEN = [5, 10, 15, 20, 30, 45] as const;

const missed = (which: MinutesEntry['typing'], minutes: number | 'unknown'): MarkAction => ({
  kind: 'mark',
  mark: { kind: 'attended', late: 0, early: 0, [which]: minutes },
});

type Items = NonNullable<MenuProps['items']>;

/** 5 分钟, 10 分钟 …, 输入分钟, 分钟不明. */
export const minuteItems = (which: MinutesEntry['typing'], run: (action: MarkAction) => void): Items => [
  ...OFTEN.map((minutes) => ({
    key: `${which}-${minutes}`,
    label: TEXT.minutes(minutes),
    onClick: () => run(missed(which, minutes)),
  })),
  { type: 'divider' },
  { key: `${which}-type`, label: TEXT.typeMinutes, onClick: () => run({ kind: 'type', which }) },
  { key: `${which}-unknown`, label: TEXT.unknownMinutes, onClick: () => run(missed(which, 'unknown')) },
];

/** The marks that need no minutes, with their keys. */
export const PLAIN_MARKS = [
  { key: '1', label: TEXT.marks.present, mark: PRESENT },
  { key: '4', label: TEXT.marks.absent, mark: { kind: 'absent' } },
  { key: '5', label: TEXT.marks.leave, mark: { kind: 'leave' } },
  { key: 'Delete', label: TEXT.marks.clear, mark: null },
] as const satisfies readonly { readonly key: string; readonly label: string; readonly mark: Mark | null }[];

const plain = (key: (typeof PLAIN_MARKS)[number]['key'], run: (action: MarkAction) => void): Items[number] => {
  const { label, mark } = PLAIN_MARKS.find((one) => one.key === key)!;
  return { key, label, extra: key === 'Delete' ? 'Del' : key, onClick: () => run({ kind: 'mark', mark }) };
};

/** The menu of the selected cells. */
export const markMenu = (run: (action: MarkAction) => void): Items => [
  plain('1', run),
  { key: 'late', label: TEXT.marks.late, children: minuteItems('late', run) },
  { key: 'early', label: TEXT.marks.early, children: minuteItems('early', run) },
  plain('4', run),
  plain('5', run),
  plain('Delete', run),
  { type: 'divider' },
  { key: 'fill', label: TEXT.fillDown, extra: 'Ctrl+D', onClick: () => run({ kind: 'fill' }) },
  { key: 'all-present', label: TEXT.allPresent, extra: 'A', onClick: () => run({ kind: 'all-present' }) },
];
