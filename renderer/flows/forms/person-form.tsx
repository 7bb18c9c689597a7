import { Checkbox, Input, Select } from 'antd';
import type { Day } from '../../../shared/basics/day';
import { editPerson } from '../../../shared/commands/edit-person';
import { maskPhone } from '../../../shared/identity/mask';
import type { Person, Sex } from '../../../shared/records/person';
import { useCommand } from '../commands/use-command';
import { useSavedToast } from '../commands/use-saved-toast';
import { today } from '../../platform/clock';
import { peopleText } from '../../text/people';
import { recordText } from '../../text/records';
import { DayInput } from '../../ui/day-input';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';
import { typedValue, type Typed } from '../../ui/typed-value';

interface Fields {
  readonly name: string;
  readonly sex?: Sex;
  readonly birthDate: Typed<Day>;
  readonly phone: string;
  readonly withoutPhone: boolean;
  readonly employer: string;
  readonly employerCreditCode: string;
  readonly note: string;
  readonly reason: string;
}

const text = peopleText.form;
const SEXES = (['male', 'female'] as const).map((value) => ({ value, label: recordText.sex[value] }));

/** What is known of a person, without the identity number. */
export function PersonForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const command = useCommand();
  const saved = useSavedToast();
  const submit = async ({ sex, birthDate, reason, phone, withoutPhone, ...texts }: Fields): Promise<void> => {
    const patch = {
      ...texts,
      phone: withoutPhone ? null : phone.trim() || undefined,
      sex: sex ?? null,
      birthDate: typedValue(birthDate),
    };
    const receipt = await command.run((ctx) =>
      editPerson({ persons: new Map([[person.id, person]]) }, { personId: person.id, patch, reason }, ctx),
    );
    if (!receipt) return;
    onClose();
    saved(peopleText.saved.edited(texts.name), receipt);
  };
  const initial: Fields = {
    name: person.name,
    ...(person.sex && { sex: person.sex }),
    birthDate: person.birthDate ?? null,
    phone: '',
    withoutPhone: false,
    employer: person.employer ?? '',
    employerCreditCode: person.employerCreditCode ?? '',
    note: person.note ?? '',
    reason: '',
  };
  return (
    <FormDrawer<Fields>
      title={`${peopleText.edit} ${person.name}`}
      initial={initial}
      busy={command.busy}
      problems={command.problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormField name="name" label={text.name} required={text.required(text.name)}>
        <Input />
      </FormField>
      <FormField name="sex" label={text.sex}>
        <Select options={SEXES} allowClear />
      </FormField>
      <FormField name="birthDate" label={text.birthDate} unreadable={text.unreadable}>
        <DayInput today={today()} />
      </FormField>
      <FormField name="phone" label={text.phone} {...(person.phone ? { note: text.phoneNote } : {})}>
        <Input className="mono" placeholder={person.phone ? maskPhone(person.phone) : ''} />
      </FormField>
      {person.phone && (
        <FormField name="withoutPhone" label="" valuePropName="checked">
          <Checkbox>{text.withoutPhone}</Checkbox>
        </FormField>
      )}
      <FormField name="employer" label={text.employer}>
        <Input />
      </FormField>
      <FormField name="employerCreditCode" label={text.employerCreditCode}>
        <Input className="mono" />
      </FormField>
      <FormField name="note" label={text.note}>
        <Input.TextArea rows={2} />
      </FormField>
      <FormField name="reason" label={text.reason} note={text.reasonForName}>
        <Input />
      </FormField>
    </FormDrawer>
  );
}
