import { Input, Select } from 'antd';
import { useState } from 'react';
import type { Day } from '../../../shared/basics/day';
import { reinstateEnrolment } from '../../../shared/commands/reinstate-enrolment';
import { transferEnrolment } from '../../../shared/commands/transfer-enrolment';
import { withdrawEnrolment } from '../../../shared/commands/withdraw-enrolment';
import type { CourseId } from '../../../shared/records/ids';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { ReasonCommand } from '../../flows/commands/reason-command';
import { useCommand } from '../../flows/commands/use-command';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { useCourseFacts } from '../../data/use-course-facts';
import { useCourses } from '../../data/use-courses';
import { today } from '../../platform/clock';
import { rosterText } from '../../text/roster';
import { DayInput } from '../../ui/day-input';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';
import { typedValue, type Typed } from '../../ui/typed-value';
import type { RosterRow } from './roster-table';

const text = rosterText.form;

interface LeaveProps {
  readonly facts: CourseFacts;
  readonly row: RosterRow;
  readonly onClose: () => void;
}

/** Today while the course runs or is to come, else its last day: nobody leaves a course that is over. */
const usualDay = ({ endsOn }: CourseFacts['course']): Day => (today() > endsOn ? endsOn : today());

interface WithdrawFields {
  readonly on: Typed<Day>;
  readonly reason: string;
}

/** Somebody leaves the course: last day and reason. */
export function WithdrawForm({ facts, row, onClose }: LeaveProps) {
  const command = useCommand();
  const saved = useSavedToast();
  const { name } = row.person;
  const submit = async ({ on, reason }: WithdrawFields): Promise<void> => {
    const day = typedValue(on) ?? today();
    const receipt = await command.run((ctx) =>
      withdrawEnrolment(facts, { enrolmentId: row.enrolment.id, on: day, reason }, ctx),
    );
    if (!receipt) return;
    onClose();
    saved(rosterText.saved.withdrawn(name), receipt);
  };
  return (
    <FormDrawer<WithdrawFields>
      title={text.withdrawTitle(name)}
      initial={{ on: usualDay(facts.course), reason: '' }}
      submitLabel={rosterText.withdraw}
      busy={command.busy}
      problems={command.problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayAndReason label={text.withdrawOn} note={text.withdrawNote} />
    </FormDrawer>
  );
}

/** Somebody who had left comes back. */
export function ReinstateDialog({ facts, row, onClose }: LeaveProps) {
  const { name } = row.person;
  return (
    <ReasonCommand
      title={rosterText.reinstateTitle(name)}
      sentence={rosterText.reinstateSentence}
      confirmLabel={rosterText.reinstate}
      command={(reason, ctx) => reinstateEnrolment(facts, { enrolmentId: row.enrolment.id, reason }, ctx)}
      saved={rosterText.saved.reinstated(name)}
      onClose={onClose}
    />
  );
}

interface TransferFields extends WithdrawFields {
  readonly to: CourseId | undefined;
}

/** Somebody goes on in another course of the same kind. */
export function TransferForm({ facts, row, onClose }: LeaveProps) {
  const command = useCommand();
  const saved = useSavedToast();
  const courses = useCourses();
  const [to, setTo] = useState<CourseId>(facts.course.id);
  const target = useCourseFacts(to);
  const { name } = row.person;
  const others = (courses ?? []).filter(
    ({ course }) => course.id !== facts.course.id && course.purpose === facts.course.purpose,
  );
  const submit = async ({ on, reason }: TransferFields): Promise<void> => {
    const day = typedValue(on) ?? today();
    if (!target) return;
    const receipt = await command.run((ctx) =>
      transferEnrolment(facts, { enrolmentId: row.enrolment.id, to: target, on: day, reason }, ctx),
    );
    if (!receipt) return;
    onClose();
    saved(rosterText.saved.transferred(name, target.course.title), receipt);
  };
  return (
    <FormDrawer<TransferFields>
      title={text.transferTitle(name)}
      initial={{ to: undefined, on: usualDay(facts.course), reason: '' }}
      submitLabel={rosterText.transfer}
      busy={command.busy}
      problems={command.problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormField
        name="to"
        label={text.transferTo}
        required={text.required(text.transferTo)}
        {...(courses && others.length === 0 ? { note: text.transferNone } : {})}
      >
        <Select
          showSearch
          optionFilterProp="label"
          options={others.map(({ course }) => ({ value: course.id, label: course.title }))}
          onChange={setTo}
        />
      </FormField>
      <DayAndReason label={text.transferOn} note={text.transferNote} />
    </FormDrawer>
  );
}

/** The day that something is from, and why; both must be there. */
function DayAndReason({ label, note }: { readonly label: string; readonly note: string }) {
  return (
    <>
      <FormField name="on" label={label} required={text.required(label)} unreadable={text.unreadable} note={note}>
        <DayInput today={today()} />
      </FormField>
      <FormField name="reason" label={text.reason} required={text.reasonRequired}>
        <Input />
      </FormField>
    </>
  );
}
