import { Form, Input, Select } from 'antd';
import type { Day } from '../../../shared/basics/day';
import type { Problem } from '../../../shared/problems/problem';
import type { Course, Purpose } from '../../../shared/records/course';
import { rulesetFor } from '../../../shared/regulation/rulesets';
import { today } from '../../platform/clock';
import { coursesText } from '../../text/courses';
import { recordText } from '../../text/records';
import { DayInput } from '../../ui/day-input';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';
import { typedValue, type Typed } from '../../ui/typed-value';

/** What the form gives: every member of a course but its id; blank optional members are null. */
export interface CourseFormValues {
  readonly title: string;
  readonly purpose: Purpose;
  readonly ruleset: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly place: string | null;
  readonly teacherInCharge: string | null;
  readonly note: string | null;
}

interface Fields {
  readonly title: string;
  readonly purpose: Purpose;
  readonly startsOn: Typed<Day>;
  readonly endsOn: Typed<Day>;
  readonly place: string;
  readonly teacherInCharge: string;
  readonly note: string;
}

interface CourseFormProps {
  /** null = a new course. */
  readonly course: Course | null;
  /** People are enrolled already, so the purpose stays. */
  readonly purposeFixed: boolean;
  readonly busy: boolean;
  readonly problems: readonly Problem[];
  readonly onSubmit: (values: CourseFormValues) => void | Promise<void>;
  readonly onClose: () => void;
}

const text = coursesText.form;
const PURPOSES = (['annual', 'exchange'] as const).map((value) => ({ value, label: recordText.purpose[value] }));

/** Title, purpose (which names the ruleset), dates, place and teacher of a course. */
export function CourseForm({ course, purposeFixed, busy, problems, onSubmit, onClose }: CourseFormProps) {
  const initial: Fields = {
    title: course?.title ?? '',
    purpose: course?.purpose ?? 'annual',
    startsOn: course?.startsOn ?? null,
    endsOn: course?.endsOn ?? null,
    place: course?.place ?? '',
    teacherInCharge: course?.teacherInCharge ?? '',
    note: course?.note ?? '',
  };
  const submit = (fields: Fields): void | Promise<void> => {
    const startsOn = typedValue(fields.startsOn);
    const endsOn = typedValue(fields.endsOn);
    if (!startsOn || !endsOn) return;
    const ruleset = course?.purpose === fields.purpose ? course.ruleset : rulesetFor(fields.purpose).id;
    return onSubmit({
      title: fields.title,
      purpose: fields.purpose,
      ruleset,
      startsOn,
      endsOn,
      place: fields.place || null,
      teacherInCharge: fields.teacherInCharge || null,
      note: fields.note || null,
    });
  };
  return (
    <FormDrawer<Fields>
      title={course ? coursesText.edit : coursesText.create}
      submitLabel={course ? coursesText.save : coursesText.create}
      initial={initial}
      busy={busy}
      problems={problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormField name="title" label={text.title} required={text.required(text.title)}>
        <Input placeholder={text.titleHint} />
      </FormField>
      <FormField name="purpose" label={text.purpose} note={purposeFixed ? text.purposeFixed : text.rulesetNote}>
        <Select options={PURPOSES} disabled={purposeFixed} />
      </FormField>
      <Form.Item label={text.ruleset} shouldUpdate>
        {({ getFieldValue }) => <span>{rulesetFor(getFieldValue('purpose') as Purpose).title}</span>}
      </Form.Item>
      <FormField
        name="startsOn"
        label={text.startsOn}
        required={text.required(text.startsOn)}
        unreadable={text.unreadable}
      >
        <DayInput today={today()} />
      </FormField>
      <FormField name="endsOn" label={text.endsOn} required={text.required(text.endsOn)} unreadable={text.unreadable}>
        <DayInput today={today()} />
      </FormField>
      <FormField name="place" label={text.place}>
        <Input />
      </FormField>
      <FormField name="teacherInCharge" label={text.teacherInCharge}>
        <Input />
      </FormField>
      <FormField name="note" label={text.note}>
        <Input.TextArea rows={2} />
      </FormField>
    </FormDrawer>
  );
}
