import { DeleteOutlined, EditOutlined, UsergroupAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { clockTime } from '../../../shared/basics/minutes';
import type { Session } from '../../../shared/records/session';
import { postTitle } from '../../../shared/regulation/posts';
import { timetableText as text } from '../../text/timetable';
import type { LineClash } from './line-clashes';
import type { SessionDraft } from './session-draft';
import styles from './timetable.module.css';

/** The fields of a line in the order in which Tab goes through them. */
export const FIELDS = [
  'date',
  'start',
  'end',
  'periods',
  'category',
  'title',
  'posts',
  'teacher',
  'room',
] as const satisfies readonly (keyof SessionDraft)[];
export type Field = (typeof FIELDS)[number];

export interface LineActions {
  readonly onEdit: (session: Session, field: Field) => void;
  readonly onDelete: (session: Session) => void;
  readonly onMakeUp: (session: Session) => void;
  readonly onActivate: (session: Session) => void;
}

interface SessionLineProps extends LineActions {
  readonly id: string;
  readonly session: Session;
  /** The number of the lesson that it makes up for; null for an ordinary one. */
  readonly makesUp: number | null;
  readonly active: boolean;
  readonly clashes: readonly LineClash[];
  readonly recorded: { readonly done: number; readonly of: number };
  /** A lesson that was held can be made up for; a make-up lesson has a list. */
  readonly canMakeUp: boolean;
}

/** What clashes with a line, in words. */
export const clashText = ({ kinds, with: number }: LineClash): string =>
  text.clashWith(
    kinds.map((kind) => text.clash[kind]),
    number === null ? text.otherCourse : number === 0 ? text.newLine : text.session(number),
  );

/** The text of each field as it is shown and copied. */
export const fieldText = (session: Session, field: Field): string => {
  const { date, start, end, periods, category, title, posts, teacher, room } = session;
  const texts: Readonly<Record<Field, string>> = {
    date,
    start: clockTime(start),
    end: clockTime(end),
    periods: String(periods),
    category: text.category[category],
    title: title ?? '',
    posts: posts.length === 0 ? text.allPosts : posts.map(postTitle).join('、'),
    teacher: teacher ?? '',
    room: room ?? '',
  };
  return texts[field];
};

/** One lesson to read. A double click edits at the field that was hit. */
export function SessionLine(props: SessionLineProps) {
  const { id, session, makesUp, active, clashes, recorded, canMakeUp } = props;
  const { number } = session;
  return (
    <tr
      id={id}
      aria-selected={active}
      data-active={active}
      data-clash={clashes.length > 0}
      onClick={() => props.onActivate(session)}
    >
      <th scope="row">{number}</th>
      {FIELDS.map((field) => {
        const value = fieldText(session, field);
        return (
          <td
            key={field}
            data-field={field}
            className={field === 'posts' && session.posts.length === 0 ? 'second' : undefined}
            title={field === 'title' ? [value, ...clashes.map(clashText)].join('\n') : value}
            onDoubleClick={() => props.onEdit(session, field)}
          >
            {field === 'title' ? (
              <>
                {makesUp !== null && (
                  <span className={styles['make-up']}>{text.makeUpOf(makesUp, session.onlyFor?.length ?? 0)}</span>
                )}
                {clashes.map((clash) => (
                  <span key={clashText(clash)} className={styles['clash']}>
                    <span aria-hidden>!</span> {clashText(clash)}
                  </span>
                ))}
                {value}
              </>
            ) : (
              value
            )}
          </td>
        );
      })}
      <td data-field="attendance" title={text.recordedTip(recorded.done, recorded.of)}>
        {text.recorded(recorded.done, recorded.of)}
      </td>
      <td data-field="actions">
        <Button
          type="text"
          size="small"
          tabIndex={-1}
          icon={<EditOutlined />}
          aria-label={text.editOf(number)}
          title={text.editOf(number)}
          onClick={() => props.onEdit(session, 'date')}
        />
        <Button
          type="text"
          size="small"
          tabIndex={-1}
          disabled={!canMakeUp}
          icon={<UsergroupAddOutlined />}
          aria-label={makesUp === null ? text.makeUpFor(number) : text.makeUpEdit(number)}
          title={makesUp === null ? text.makeUpFor(number) : text.makeUpEdit(number)}
          onClick={() => props.onMakeUp(session)}
        />
        <Button
          type="text"
          size="small"
          tabIndex={-1}
          icon={<DeleteOutlined />}
          aria-label={text.deleteOf(number)}
          title={text.deleteOf(number)}
          onClick={() => props.onDelete(session)}
        />
      </td>
    </tr>
  );
}
