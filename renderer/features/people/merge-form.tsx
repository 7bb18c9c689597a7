import { Input, Select } from 'antd';
import { useMemo } from 'react';
import { mergePersons } from '../../../shared/commands/merge-persons';
import { maskId } from '../../../shared/identity/mask';
import type { PersonId } from '../../../shared/records/ids';
import type { Person } from '../../../shared/records/person';
import { samePerson } from '../../../shared/records/resolve-person';
import { useCommand } from '../../app/use-command';
import { useSavedToast } from '../../app/use-saved-toast';
import { useEnrolmentsOf } from '../../data/use-enrolments-of';
import { peopleText } from '../../text/people';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';

interface Fields {
  readonly merge?: PersonId;
  readonly reason: string;
}

const text = peopleText.form;

interface MergeFormProps {
  readonly person: Person;
  readonly persons: ReadonlyMap<PersonId, Person>;
  readonly onClose: () => void;
}

/** Another record of the same human being becomes part of this one. */
export function MergeForm({ person, persons, onClose }: MergeFormProps) {
  const command = useCommand();
  const saved = useSavedToast();
  const others = useMemo(
    () =>
      [...persons.values()].filter(
        (other) => other.idNumber === person.idNumber && !other.mergedInto && other.id !== person.id,
      ),
    [persons, person],
  );
  const concerned = useMemo(
    () =>
      [...persons.values()]
        .filter((one) => [person, ...others].some((other) => samePerson(persons, one.id, other.id)))
        .map(({ id }) => id),
    [persons, person, others],
  );
  const enrolled = useEnrolmentsOf(concerned);
  const submit = async ({ merge, reason }: Fields): Promise<void> => {
    if (!merge || !enrolled) return;
    const receipt = await command.run((ctx) =>
      mergePersons({ persons }, { keep: person.id, merge, ...enrolled, reason }, ctx),
    );
    if (!receipt) return;
    onClose();
    saved(peopleText.saved.merged(person.name), receipt);
  };
  return (
    <FormDrawer<Fields>
      title={`${peopleText.merge}：${person.name}`}
      submitLabel={peopleText.merge}
      initial={{ reason: '', ...(others[0] && { merge: others[0].id }) }}
      busy={command.busy}
      problems={command.problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormField
        name="merge"
        label={text.merge}
        required={text.mergeNone}
        note={others.length === 0 ? text.mergeNone : text.mergeNote}
      >
        <Select
          disabled={others.length === 0}
          options={others.map(({ id, name, idNumber }) => ({ value: id, label: `${name} ${maskId(idNumber)}` }))}
        />
      </FormField>
      <FormField name="reason" label={text.reason} required={text.reasonRequired}>
        <Input />
      </FormField>
    </FormDrawer>
  );
}
