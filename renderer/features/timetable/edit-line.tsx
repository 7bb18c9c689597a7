import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Day } from '../../../shared/basics/day';
import type { Post } from '../../../shared/records/certificate';
import { postTitle } from '../../../shared/regulation/posts';
import { timetableText as text } from '../../text/timetable';
import { DayInput } from '../../ui/day-input';
import { TimeInput } from '../../ui/time-input';
import { clashText, type Field } from './session-line';
import type { LineClash } from './line-clashes';
import { withField, type SessionDraft } from './session-draft';
import styles from './timetable.module.css';

interface EditLineProps {
  readonly draft: SessionDraft;
  readonly number: number | null;
  /** Where the focus goes when the line opens. */
  readonly field: Field;
  /** Category, periods and posts of a make-up lesson are those of its original. */
  readonly isMakeUp: boolean;
  readonly posts: readonly Post[];
  readonly clashes: readonly LineClash[];
  readonly wrong: readonly string[];
  readonly minutesPerPeriod: number;
  readonly today: Day;
  readonly onChange: (draft: SessionDraft) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** One lesson while it is typed: Tab through the fields, Enter saves and goes on, Esc gives up. */
export function EditLine(props: EditLineProps) {
  const { draft, number, isMakeUp, wrong, minutesPerPeriod, today } = props;
  const row = useRef<HTMLTableRowElement>(null);
  const { field } = props;
  useEffect(() => {
    const cell = row.current?.querySelector<HTMLElement>(`[data-field="${field}"]`);
    const input =
      cell?.querySelector<HTMLElement>('input:not(:disabled), select:not(:disabled)') ??
      row.current?.querySelector('input');
    input?.focus();
    if (input instanceof HTMLInputElement) input.select();
    row.current?.scrollIntoView({ block: 'nearest' });
  }, [field, draft.id]);

  const set = <F extends keyof SessionDraft>(name: F, value: SessionDraft[F]): void =>
    props.onChange(withField(draft, name, value, minutesPerPeriod));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    // The list of posts takes Enter and Esc for itself; Ctrl+Enter saves from there as well.
    const inPosts = event.target instanceof Element && event.target.closest('[data-field="posts"]') !== null;
    if (event.key === 'Enter' && (!inPosts || event.ctrlKey)) {
      event.preventDefault();
      props.onSave();
    } else if (event.key === 'Escape' && !inPosts) {
      event.preventDefault();
      props.onCancel();
    }
  };
  const line = number === null ? text.newLine : text.session(number);
  const label = (name: Field): string => `${line} ${text.columns[name]}`;
  const status = (name: Field) => (wrong.includes(name) ? { status: 'error' as const } : {});
  return (
    <tr ref={row} className={styles['editing']} onKeyDown={onKeyDown}>
      <th scope="row">{number ?? text.newLine}</th>
      <td data-field="date" data-wrong={wrong.includes('date')}>
        <DayInput label={label('date')} value={draft.date} today={today} onChange={(value) => set('date', value)} />
      </td>
      <td data-field="start" data-wrong={wrong.includes('start')}>
        <TimeInput label={label('start')} value={draft.start} onChange={(value) => set('start', value)} />
      </td>
      <td data-field="end" data-wrong={wrong.includes('end')}>
        <TimeInput label={label('end')} value={draft.end} onChange={(value) => set('end', value)} />
      </td>
      <td data-field="periods">
        <InputNumber
          aria-label={label('periods')}
          value={draft.periods}
          min={1}
          max={24}
          precision={0}
          controls={false}
          disabled={isMakeUp}
          {...status('periods')}
          onChange={(value) => set('periods', value)}
        />
      </td>
      <td data-field="category">
        <select
          aria-label={label('category')}
          value={draft.category}
          disabled={isMakeUp}
          onChange={(event) => set('category', event.target.value === 'public' ? 'public' : 'professional')}
        >
          <option value="public">{text.category.public}</option>
          <option value="professional">{text.category.professional}</option>
        </select>
      </td>
      <td data-field="title">
        <Input
          aria-label={label('title')}
          value={draft.title}
          onChange={(event) => set('title', event.target.value)}
        />
        {props.clashes.map((clash) => (
          <span key={clashText(clash)} className={styles['clash']}>
            <span aria-hidden>!</span> {clashText(clash)}
          </span>
        ))}
      </td>
      <td data-field="posts" title={draft.category === 'public' ? text.allPostsNote : undefined}>
        <Select
          mode="multiple"
          aria-label={label('posts')}
          value={[...draft.posts]}
          placeholder={text.allPosts}
          maxTagCount="responsive"
          popupMatchSelectWidth={200}
          disabled={isMakeUp || draft.category === 'public'}
          optionFilterProp="label"
          options={props.posts.map((post) => ({ value: post, label: postTitle(post) }))}
          onChange={(value: Post[]) => set('posts', value)}
        />
      </td>
      <td data-field="teacher">
        <Input
          aria-label={label('teacher')}
          value={draft.teacher}
          onChange={(event) => set('teacher', event.target.value)}
        />
      </td>
      <td data-field="room">
        <Input aria-label={label('room')} value={draft.room} onChange={(event) => set('room', event.target.value)} />
      </td>
      <td data-field="attendance">–</td>
      <td data-field="actions">
        <Button
          type="text"
          size="small"
          icon={<CheckOutlined />}
          aria-label={text.save}
          title={text.save}
          onClick={props.onSave}
        />
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={text.cancel}
          title={text.cancel}
          onClick={props.onCancel}
        />
      </td>
    </tr>
  );
}
