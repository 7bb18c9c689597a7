import { Form, Input, Radio, Select } from 'antd';
import { useMemo, useState } from 'react';
import { mergePersons } from '../../../shared/commands/merge-persons';
import { maskId } from '../../../shared/identity/mask';
import type { PersonId } from '../../../shared/records/ids';
import type { Person } from '../../../shared/records/person';
import { idThatCounts } from '../../../shared/records/who-counts';
import { useEnrolmentsOf } from '../../data/use-enrolments-of';
import { usePeople } from '../../data/use-people';
import { peopleText } from '../../text/people';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';
import { useCommand } from '../commands/use-command';
import { useSavedToast } from '../commands/use-saved-toast';
import { peopleToMerge } from './people-to-merge';

interface Fields {
  readonly other?: PersonId;
  readonly keep: 'this' | 'other';
  readonly reason: string;
}

const text = peopleText.form;

interface MergeFormProps {
  readonly person: Person;
  readonly persons: ReadonlyMap<PersonId, Person>;
  /** Who turned out to be the same human being, where that is known: has the right number. */
  readonly other?: PersonId;
  readonly onClose: () => void;
}

/** Two records of the same human being become one; the registrar says which of them counts from now on. */
export function MergeForm({ person, persons, other, onClose }: MergeFormProps) {
  const command = useCommand();
  const saved = useSavedToast();
  const [search, setSearch] = useState('');
  const found = usePeople(search);
  const choices = useMemo(
    () => peopleToMerge(person, found?.people ?? [], search !== '', other),
    [person, found, search, other],
  );
  const [chosen, setChosen] = useState(other);
  const two = useMemo(() => new Set([person.id, chosen]), [person, chosen]);
  const concerned = useMemo(
    () => [...persons.values()].filter(({ id }) => two.has(idThatCounts(persons, id))).map(({ id }) => id),
    [persons, two],
  );
  const enrolled = useEnrolmentsOf(concerned);
  const submit = async ({ other: id, keep, reason }: Fields): Promise<void> => {
    if (!id || !enrolled) return;
    const [kept, merge] = keep === 'this' ? [person.id, id] : [id, person.id];
    const receipt = await command.run((ctx) =>
      mergePersons({ persons }, { keep: kept, merge, ...enrolled, reason }, ctx),
    );
    if (!receipt) return;
    onClose();
    saved(peopleText.saved.merged(persons.get(kept)?.name ?? person.name), receipt);
  };
  const named = ({ name, idNumber }: Pick<Person, 'name' | 'idNumber'>): string => `${name} ${maskId(idNumber)}`;
  return (
    <FormDrawer<Fields>
      title={`${peopleText.merge}：${person.name}`}
      submitLabel={peopleText.merge}
      initial={{ keep: other === undefined ? 'this' : 'other', reason: '', ...(other !== undefined && { other }) }}
      busy={command.busy}
      problems={command.problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label={text.mergeThis}>
        <span>{named(person)}</span>
      </Form.Item>
      <FormField name="other" label={text.merge} required={text.mergeRequired} note={text.mergeNote}>
        <Select<PersonId>
          showSearch={{ filterOption: false, onSearch: setSearch }}
          placeholder={peopleText.search}
          notFoundContent={text.mergeNotFound}
          options={choices.map((one) => ({
            value: one.id,
            label: [named(one), one.employer].filter(Boolean).join(' · '),
          }))}
          onChange={setChosen}
        />
      </FormField>
      <FormField name="keep" label={text.keep} note={text.keepNote}>
        <Radio.Group
          options={[
            { value: 'this', label: text.keepThis(maskId(person.idNumber)) },
            { value: 'other', label: text.keepOther },
          ]}
        />
      </FormField>
      <FormField name="reason" label={text.reason} required={text.reasonRequired}>
        <Input />
      </FormField>
    </FormDrawer>
  );
}
