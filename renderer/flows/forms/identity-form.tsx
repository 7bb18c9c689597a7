import { Input, Select } from 'antd';
import { useState } from 'react';
import { correctIdentity } from '../../../shared/commands/correct-identity';
import type { PersonId } from '../../../shared/records/ids';
import type { IdKind, Person } from '../../../shared/records/person';
import { useCommand } from '../commands/use-command';
import { useSavedToast } from '../commands/use-saved-toast';
import { peopleText } from '../../text/people';
import { recordText } from '../../text/records';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';
import { MergeForm } from './merge-form';

interface Fields {
  readonly idKind: IdKind;
  readonly idNumber: string;
  readonly reason: string;
}

const text = peopleText.form;
const KINDS = (['resident', 'foreign-permanent', 'passport', 'other'] as const).map((value) => ({
  value,
  label: recordText.idKind[value],
}));

interface IdentityFormProps {
  readonly person: Person;
  /** Everybody, so that a number that another person has is noticed. */
  readonly persons: ReadonlyMap<PersonId, Person>;
  readonly onClose: () => void;
}

/** A wrong identity number, corrected with a reason; everything recorded stays. */
export function IdentityForm({ person, persons, onClose }: IdentityFormProps) {
  const command = useCommand();
  const saved = useSavedToast();
  const [same, setSame] = useState<PersonId | null>(null);
  const submit = async ({ idKind, idNumber, reason }: Fields): Promise<void> => {
    const receipt = await command.run((ctx) =>
      correctIdentity({ persons }, { personId: person.id, idKind, idNumber, reason }, ctx),
    );
    if (!receipt) return;
    onClose();
    saved(peopleText.saved.corrected(person.name), receipt);
  };
  if (same !== null) return <MergeForm person={person} persons={persons} other={same} onClose={onClose} />;
  return (
    <FormDrawer<Fields>
      title={`${peopleText.correctIdentity}：${person.name}`}
      initial={{ idKind: person.idKind, idNumber: '', reason: '' }}
      busy={command.busy}
      problems={command.problems}
      action={({ values }) => {
        const other = values?.['otherId'];
        if (typeof other !== 'string') return null;
        return { label: text.mergeIt, run: () => setSame(other as PersonId) };
      }}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormField name="idKind" label={text.idKind}>
        <Select options={KINDS} />
      </FormField>
      <FormField
        name="idNumber"
        label={text.idNumber}
        required={text.required(text.idNumber)}
        note={text.correctNote}
      >
        <Input className="mono" autoComplete="off" />
      </FormField>
      <FormField name="reason" label={text.reason} required={text.reasonRequired}>
        <Input />
      </FormField>
    </FormDrawer>
  );
}
