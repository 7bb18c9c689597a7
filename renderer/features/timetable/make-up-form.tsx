import { Checkbox, Form, Input } from 'antd';
import { addMakeUpLesson } from '../../../shared/commands/add-make-up-lesson';
import { editSession } from '../../../shared/commands/edit-session';
import type { Day } from '../../../shared/basics/day';
import type { EnrolmentId } from '../../../shared/records/ids';
import { markText } from '../../../shared/records/mark-text';
import type { Session } from '../../../shared/records/session';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { useCommand } from '../../flows/commands/use-command';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { coursesText } from '../../text/courses';
import { timetableText as text } from '../../text/timetable';
import { DayInput } from '../../ui/day-input';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';
import { TimeInput } from '../../ui/time-input';
import { typedValue, type Typed } from '../../ui/typed-value';
import { whoMissed } from './make-up-people';
import styles from './timetable.module.css';

interface Fields {
  readonly date: Typed<Day>;
  readonly start: Typed<number>;
  readonly end: Typed<number>;
  readonly teacher: string;
  readonly room: string;
  readonly onlyFor: readonly EnrolmentId[];
  readonly reason: string;
}

interface MakeUpFormProps {
  readonly facts: CourseFacts;
  readonly others: readonly Session[];
  /** The lesson that was missed. */
  readonly original: Session;
  /** The make-up lesson to change; without it a new one is made. */
  readonly lesson?: Session;
  readonly today: Day;
  readonly onClose: () => void;
}

/** A lesson for those who missed one, or the list and place of such a lesson. */
export function MakeUpForm({ facts, others, original, lesson, today, onClose }: MakeUpFormProps) {
  const command = useCommand();
  const saved = useSavedToast();
  const missed = whoMissed(facts, original);
  const listed = lesson?.onlyFor ?? missed.filter(({ proposed }) => proposed).map(({ enrolmentId }) => enrolmentId);
  const { required, unreadable } = coursesText.form;
  const { columns } = text;

  const submit = async (fields: Fields): Promise<void> => {
    const date = typedValue(fields.date);
    const start = typedValue(fields.start);
    const end = typedValue(fields.end);
    if (date === null || start === null || end === null) return;
    const place = { date, start, end, teacher: fields.teacher, room: fields.room, onlyFor: fields.onlyFor };
    const receipt = await command.run((ctx) =>
      lesson
        ? editSession(facts, { sessionId: lesson.id, patch: place, others, reason: fields.reason }, ctx)
        : addMakeUpLesson(facts, { ...place, makesUpFor: original.id, others }, ctx),
    );
    if (!receipt) return;
    onClose();
    saved(lesson ? text.saved(lesson.number) : text.makeUpSaved(original.number, fields.onlyFor.length), receipt);
  };

  return (
    <FormDrawer<Fields>
      title={lesson ? text.makeUpEditTitle(lesson.number) : text.makeUpTitle(original.number)}
      initial={{
        date: lesson?.date ?? null,
        start: (lesson ?? original).start,
        end: (lesson ?? original).end,
        teacher: (lesson ?? original).teacher ?? '',
        room: (lesson ?? original).room ?? '',
        onlyFor: listed,
        reason: '',
      }}
      {...(lesson ? {} : { submitLabel: text.makeUpSubmit })}
      busy={command.busy}
      problems={command.problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormField name="date" label={columns.date} required={required(columns.date)} unreadable={unreadable}>
        <DayInput today={today} />
      </FormField>
      <div className={styles['times']}>
        <FormField name="start" label={columns.start} required={required(columns.start)} unreadable={unreadable}>
          <TimeInput />
        </FormField>
        <FormField name="end" label={columns.end} required={required(columns.end)} unreadable={unreadable}>
          <TimeInput />
        </FormField>
      </div>
      <div className={styles['times']}>
        <FormField name="teacher" label={columns.teacher}>
          <Input />
        </FormField>
        <FormField name="room" label={columns.room}>
          <Input />
        </FormField>
      </div>
      <Form.Item label={text.makeUpPeople} extra={missed.length === 0 ? text.makeUpNobody : text.makeUpPeopleNote}>
        <Form.Item name="onlyFor" noStyle>
          <Checkbox.Group
            className={styles['people'] ?? ''}
            options={missed.map(({ enrolmentId, name, mark }) => ({
              value: enrolmentId,
              label: text.personMark(name, mark ? markText(mark) : text.unrecorded),
            }))}
          />
        </Form.Item>
        <Form.Item noStyle dependencies={['onlyFor']}>
          {({ getFieldValue }) => (
            <p className="second">
              {text.chosen(
                (getFieldValue('onlyFor') as readonly EnrolmentId[] | undefined)?.length ?? 0,
                missed.length,
              )}
            </p>
          )}
        </Form.Item>
      </Form.Item>
      {lesson && (
        <FormField name="reason" label={text.makeUpReason}>
          <Input.TextArea rows={2} />
        </FormField>
      )}
    </FormDrawer>
  );
}
