import { Input, Select, type FormInstance } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { Day } from '../../../shared/basics/day';
import { refuse, refusedFor } from '../../../shared/commands/conclude';
import { enrolPerson } from '../../../shared/commands/enrol-person';
import type { RosterEntry } from '../../../shared/commands/import-entries';
import type { PeopleSlice } from '../../../shared/commands/people-slice';
import { peopleByNumber } from '../../../shared/commands/people-slice';
import { normaliseIdText, parseIdNumber } from '../../../shared/identity/id-number';
import { normaliseName } from '../../../shared/identity/name';
import { normalisePhone } from '../../../shared/identity/phone';
import { importProblem } from '../../../shared/problems/import-problems';
import type { Problem } from '../../../shared/problems/problem';
import type { Certificate, Post } from '../../../shared/records/certificate';
import type { IdKind, Person } from '../../../shared/records/person';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { postTitle } from '../../../shared/regulation/posts';
import { maskId } from '../../../shared/identity/mask';
import { useCommand } from '../../flows/commands/use-command';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { today } from '../../platform/clock';
import { recordText } from '../../text/records';
import { rosterText } from '../../text/roster';
import { DayInput } from '../../ui/day-input';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';
import { typedValue, type Typed } from '../../ui/typed-value';
import { postOptions } from './enrolment-form';

interface Fields {
  readonly idKind: IdKind;
  readonly idNumber: string;
  readonly name: string;
  readonly post: Post | undefined;
  readonly employer: string;
  readonly phone: string;
  readonly certificateNumber: string;
  readonly issuedOn: Typed<Day>;
  readonly origin: NonNullable<Certificate['origin']> | undefined;
  readonly validUntil: Typed<Day>;
  readonly appliedOn: Typed<Day>;
  readonly from: Typed<Day>;
  readonly note: string;
}

const EMPTY: Fields = {
  idKind: 'resident',
  idNumber: '',
  name: '',
  post: undefined,
  employer: '',
  phone: '',
  certificateNumber: '',
  issuedOn: null,
  origin: undefined,
  validUntil: null,
  appliedOn: null,
  from: null,
  note: '',
};

/** What a known number put into the form. Never a phone number: those are covered. */
type Filled = Pick<Fields, 'name' | 'employer'>;
const NOTHING_FILLED: Filled = { name: '', employer: '' };

const text = rosterText.form;
const KINDS = (['resident', 'foreign-permanent', 'passport', 'other'] as const).map((value) => ({
  value,
  label: recordText.idKind[value],
}));
const ORIGINS = (['new', 'exchanged'] as const).map((value) => ({ value, label: recordText.origin[value] }));

/** The form as a row of a roster, or what is wrong with the identity number. */
function entryOf(fields: Fields): { readonly entry: RosterEntry } | { readonly wrong: Problem } {
  const { text: number } = normaliseIdText(fields.idNumber);
  const typed = fields.idKind === 'passport' || fields.idKind === 'other' ? fields.idKind : undefined;
  const id = parseIdNumber(number, today(), typed);
  if (!id.ok)
    return {
      wrong: importProblem(
        id.error,
        { value: maskId(number), length: Array.from(number).length, birth: number.slice(6, 14) },
        'idNumber',
      ),
    };
  const { kind, number: idNumber, birthDate, sex } = id.value;
  const post = fields.post ?? '';
  const dates = {
    issuedOn: typedValue(fields.issuedOn),
    validUntil: typedValue(fields.validUntil),
    appliedOn: typedValue(fields.appliedOn),
  };
  const texts = {
    employer: fields.employer.trim(),
    phone: normalisePhone(fields.phone),
    certificateNumber: fields.certificateNumber.trim(),
    note: fields.note.trim(),
    origin: fields.origin,
  };
  const given = Object.fromEntries(
    Object.entries({ ...dates, ...texts, sex, birthDate }).filter(([, value]) => value),
  );
  return {
    entry: {
      name: normaliseName(fields.name),
      idKind: kind,
      idNumber,
      post,
      postSpelling: postTitle(post),
      ...given,
    },
  };
}

interface AddPersonFormProps {
  readonly facts: CourseFacts;
  /** Everybody, so that somebody known from another course gets no second record. */
  readonly people: PeopleSlice;
  readonly onClose: () => void;
}

/** One person enrolled by hand, also after the course began. */
export function AddPersonForm({ facts, people, onClose }: AddPersonFormProps) {
  const command = useCommand();
  const saved = useSavedToast();
  const [number, setNumber] = useState('');
  const byNumber = useMemo(() => peopleByNumber(people.persons), [people]);
  const known = byNumber.get(normaliseIdText(number).text);
  const filled = useRef<Filled>(NOTHING_FILLED);
  // What a number filled in belongs to that number: with another one it must not stay behind and be saved for somebody else.
  const follow = (form: FormInstance<Fields>, person: Person | undefined): void => {
    const next = person ? { name: person.name, employer: person.employer ?? '' } : NOTHING_FILLED;
    for (const field of ['name', 'employer'] as const) {
      const typed = form.getFieldValue(field) as string;
      if (typed === '' || typed === filled.current[field]) form.setFieldValue(field, next[field]);
    }
    filled.current = next;
  };
  const exchange = facts.course.purpose === 'exchange';
  const submit = async (fields: Fields): Promise<void> => {
    const read = entryOf(fields);
    const name = 'entry' in read ? read.entry.name : fields.name;
    const receipt = await command.run((ctx) => {
      if ('wrong' in read) return refusedFor([read.wrong]);
      if (read.entry.name === '') return refuse('name-missing', {}, 'name');
      const owner = byNumber.get(read.entry.idNumber);
      if (owner && owner.name !== read.entry.name) {
        const values = { why: 'number-and-name' as const, owner: owner.name, name: read.entry.name };
        return refuse('person-ambiguous', values, 'name');
      }
      const row = { entry: read.entry, person: null, certificate: null, enrolment: null, take: [] };
      return enrolPerson(facts, { row, people, from: typedValue(fields.from) ?? undefined }, ctx);
    });
    if (!receipt) return;
    onClose();
    saved(rosterText.saved.added(name), receipt);
  };
  return (
    <FormDrawer<Fields>
      title={text.addTitle}
      initial={EMPTY}
      submitLabel={rosterText.add}
      busy={command.busy}
      problems={command.problems}
      onSubmit={submit}
      onClose={onClose}
    >
      {(form) => (
        <>
          <FormField name="idKind" label={text.idKind}>
            <Select options={KINDS} />
          </FormField>
          <FormField
            name="idNumber"
            label={text.idNumber}
            required={text.required(text.idNumber)}
            note={known ? text.known(known.name) : text.idNote}
          >
            <Input
              className="mono"
              autoComplete="off"
              onChange={(event) => {
                setNumber(event.target.value);
                follow(form, byNumber.get(normaliseIdText(event.target.value).text));
              }}
            />
          </FormField>
          <FormField name="name" label={rosterText.columns.name} required={text.required(rosterText.columns.name)}>
            <Input autoComplete="off" />
          </FormField>
          <FormField name="post" label={text.post} required={text.required(text.post)}>
            <Select showSearch optionFilterProp="label" options={postOptions(facts)} />
          </FormField>
          <FormField name="employer" label={text.employer}>
            <Input />
          </FormField>
          <FormField name="phone" label={text.phone}>
            <Input className="mono" />
          </FormField>
          <FormField name="certificateNumber" label={text.certificateNumber}>
            <Input className="mono" />
          </FormField>
          <FormField name="issuedOn" label={text.issuedOn} unreadable={text.unreadable}>
            <DayInput today={today()} />
          </FormField>
          {exchange ? (
            <>
              <FormField name="validUntil" label={text.validUntil} unreadable={text.unreadable}>
                <DayInput today={today()} />
              </FormField>
              <FormField name="appliedOn" label={text.appliedOn} unreadable={text.unreadable}>
                <DayInput today={today()} />
              </FormField>
            </>
          ) : (
            <FormField name="origin" label={text.origin}>
              <Select allowClear options={ORIGINS} />
            </FormField>
          )}
          <FormField name="from" label={text.from} unreadable={text.unreadable} note={text.fromNote}>
            <DayInput today={today()} />
          </FormField>
          <FormField name="note" label={text.note}>
            <Input.TextArea rows={2} />
          </FormField>
        </>
      )}
    </FormDrawer>
  );
}
