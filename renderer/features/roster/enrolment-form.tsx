import { Input, Select } from 'antd';
import type { Day } from '../../../shared/basics/day';
import { editEnrolment } from '../../../shared/commands/edit-enrolment';
import type { Post } from '../../../shared/records/certificate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { postTitle } from '../../../shared/regulation/posts';
import { rulesetById } from '../../../shared/regulation/rulesets';
import { useCommand } from '../../flows/commands/use-command';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { today } from '../../platform/clock';
import { rosterText } from '../../text/roster';
import { DayInput } from '../../ui/day-input';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';
import { typedValue, type Typed } from '../../ui/typed-value';
import type { RosterRow } from './roster-table';

interface Fields {
  readonly post: Post;
  readonly appliedOn: Typed<Day>;
  readonly from: Typed<Day>;
  readonly note: string;
  readonly reason: string;
}

const text = rosterText.form;

/** The posts that the course's ruleset knows, to choose from. */
export const postOptions = (facts: CourseFacts): { readonly value: Post; readonly label: string }[] =>
  (rulesetById(facts.course.ruleset)?.posts ?? []).map((value) => ({ value, label: postTitle(value) }));

/** What belongs to the enrolment itself: post, dates, note. */
export function EnrolmentForm({
  facts,
  row,
  onClose,
}: {
  readonly facts: CourseFacts;
  readonly row: RosterRow;
  readonly onClose: () => void;
}) {
  const command = useCommand();
  const saved = useSavedToast();
  const { enrolment, person } = row;
  const submit = async ({ post, appliedOn, from, note, reason }: Fields): Promise<void> => {
    const patch = { post, appliedOn: typedValue(appliedOn), from: typedValue(from), note };
    const receipt = await command.run((ctx) =>
      editEnrolment(facts, { enrolmentId: enrolment.id, patch, reason }, ctx),
    );
    if (!receipt) return;
    onClose();
    saved(rosterText.saved.edited(person.name), receipt);
  };
  return (
    <FormDrawer<Fields>
      title={`${rosterText.detail.editEnrolment}：${person.name}`}
      initial={{
        post: enrolment.post,
        appliedOn: enrolment.appliedOn ?? null,
        from: enrolment.from ?? null,
        note: enrolment.note ?? '',
        reason: '',
      }}
      busy={command.busy}
      problems={command.problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormField name="post" label={text.post} required={text.required(text.post)}>
        <Select showSearch optionFilterProp="label" options={postOptions(facts)} />
      </FormField>
      <FormField name="appliedOn" label={text.appliedOn} unreadable={text.unreadable}>
        <DayInput today={today()} />
      </FormField>
      <FormField name="from" label={text.from} unreadable={text.unreadable} note={text.fromNote}>
        <DayInput today={today()} />
      </FormField>
      <FormField name="note" label={text.note}>
        <Input.TextArea rows={2} />
      </FormField>
      <FormField name="reason" label={text.reason} note={text.reasonNote}>
        <Input />
      </FormField>
    </FormDrawer>
  );
}
