import type { MenuProps } from 'antd';
import type { Mark, MissedMinutes } from '../../../shared/records/mark';
import { MARK_KIND_NAMES, MARK_KINDS, type MissedEnd } from '../../../shared/records/mark-kinds';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';
import { stepOf } from './mark-entry';

/** What a menu item or a button of the mark bar does to the selection. */
export type MarkAction =
  | { readonly kind: 'mark'; readonly mark: Mark | null }
  /** Minutes are typed next. */
  | { readonly kind: 'type'; readonly which: MissedEnd }
  | { readonly kind: 'fill' }
  | { readonly kind: 'all-present' };

const OFTEN = [5, 10, 15, 20, 30, 45] as const;

const missed = (which: MissedEnd, minutes: MissedMinutes): MarkAction => ({
  kind: 'mark',
  mark: { kind: 'attended', late: 0, early: 0, [which]: minutes },
});

type Items = NonNullable<MenuProps['items']>;

/** 5 分钟, 10 分钟 …, 输入分钟, 分钟不明. */
export const minuteItems = (which: MissedEnd, run: (action: MarkAction) => void): Items => [
  ...OFTEN.map((minutes) => ({
    key: `${which}-${minutes}`,
    label: TEXT.minutes(minutes),
    onClick: () => run(missed(which, minutes)),
  })),
  { type: 'divider' },
  { key: `${which}-type`, label: TEXT.typeMinutes, onClick: () => run({ kind: 'type', which }) },
  { key: `${which}-unknown`, label: TEXT.unknownMinutes, onClick: () => run(missed(which, 'unknown')) },
];

/** A choice of the menu and a button of the bar: a mark at once, or one whose minutes are asked for. */
export type MarkChoice = { readonly key: string; readonly label: string } & (
  | { readonly kind: 'mark'; readonly mark: Mark | null; readonly keyLabel: string }
  | { readonly kind: 'minutes'; readonly which: MissedEnd }
);

/** Every kind of mark in its order, and taking the mark away. */
export const MARK_CHOICES: readonly MarkChoice[] = [
  ...MARK_KIND_NAMES.map((kind): MarkChoice => {
    const { key, word: label } = MARK_KINDS[kind];
    const step = stepOf(kind);
    return step.kind === 'mark'
      ? { kind: 'mark', key, keyLabel: key, label, mark: step.mark }
      : { kind: 'minutes', key, label, which: step.entry.typing };
  }),
  { kind: 'mark', key: 'Delete', keyLabel: 'Del', label: TEXT.marks.clear, mark: null },
];

/** The menu of the selected cells. */
export const markMenu = (run: (action: MarkAction) => void): Items => [
  ...MARK_CHOICES.map((choice): Items[number] =>
    choice.kind === 'minutes'
      ? { key: choice.which, label: choice.label, children: minuteItems(choice.which, run) }
      : {
          key: choice.key,
          label: choice.label,
          extra: choice.keyLabel,
          onClick: () => run({ kind: 'mark', mark: choice.mark }),
        },
  ),
  { type: 'divider' },
  { key: 'fill', label: TEXT.fillDown, extra: 'Ctrl+D', onClick: () => run({ kind: 'fill' }) },
  { key: 'all-present', label: TEXT.allPresent, extra: 'A', onClick: () => run({ kind: 'all-present' }) },
];
