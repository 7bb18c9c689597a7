import { Input, InputNumber, Radio, Select } from 'antd';
import type { Day } from '../../../shared/basics/day';
import { addOutsideHours, type OutsideHoursSlice } from '../../../shared/commands/add-outside-hours';
import type { CertificateId } from '../../../shared/records/ids';
import type { OutsideHours } from '../../../shared/records/outside-hours';
import type { Category } from '../../../shared/records/session';
import { postTitle } from '../../../shared/regulation/posts';
import { useCommand } from '../../flows/commands/use-command';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { today } from '../../platform/clock';
import { peopleText } from '../../text/people';
import { recordText } from '../../text/records';
import { DayInput } from '../../ui/day-input';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';
import { typedValue, type Typed } from '../../ui/typed-value';

interface Fields {
  readonly kind: OutsideHours['kind'];
  readonly certificateId: CertificateId;
  readonly category: Category;
  /** null until it is typed: 0 says that there were none, which nobody should say by leaving it. */
  readonly periods: number | null;
  readonly on: Typed<Day>;
  readonly ceYear: number | null;
  readonly source: string;
}

const text = peopleText.form;
const KINDS = (['earlier', 'online'] as const).map((value) => ({ value, label: recordText.outsideKind[value] }));
const CATEGORIES = (['professional', 'public'] as const).map((value) => ({
  value,
  label: recordText.category[value],
}));

/** Online hours or hours of earlier years of one certificate, with where they come from. */
export function OutsideHoursForm({
  slice,
  onClose,
}: {
  readonly slice: OutsideHoursSlice;
  readonly onClose: () => void;
}) {
  const command = useCommand();
  const saved = useSavedToast();
  const certificates = [...slice.certificates.values()];
  const first = certificates[0];
  if (!first) return null;

  const submit = async ({ on, ceYear, periods, ...rest }: Fields): Promise<void> => {
    if (periods === null) return;
    const day = typedValue(on);
    // Both, where both are typed: the command says that only one can be meant.
    const entry = { ...rest, periods, ...(day !== null && { on: day }), ...(ceYear !== null && { ceYear }) };
    const receipt = await command.run((ctx) => addOutsideHours(slice, { entries: [entry] }, ctx));
    if (!receipt) return;
    onClose();
    saved(peopleText.saved.outside(periods), receipt);
  };
  return (
    <FormDrawer<Fields>
      title={peopleText.addOutside}
      initial={{
        kind: 'earlier',
        certificateId: first.id,
        category: 'professional',
        periods: null,
        on: null,
        ceYear: null,
        source: '',
      }}
      busy={command.busy}
      problems={command.problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormField name="kind" label={text.kind}>
        <Radio.Group options={KINDS} />
      </FormField>
      <FormField name="certificateId" label={text.certificate}>
        <Select
          options={certificates.map(({ id, post, number }) => ({
            value: id,
            label: [post === undefined ? peopleText.certificate.noPost : postTitle(post), number]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      </FormField>
      <FormField name="category" label={text.category}>
        <Radio.Group options={CATEGORIES} />
      </FormField>
      <FormField name="periods" label={text.periods} required={text.required(text.periods)} note={text.periodsNote}>
        <InputNumber min={0} max={1000} precision={0} />
      </FormField>
      <FormField name="ceYear" label={text.ceYear} note={text.yearRequired}>
        <InputNumber min={2017} max={2100} precision={0} />
      </FormField>
      <FormField name="on" label={text.on} unreadable={text.unreadable}>
        <DayInput today={today()} />
      </FormField>
      <FormField name="source" label={text.source} required={text.required(text.source)}>
        <Input placeholder={text.sourceHint} />
      </FormField>
    </FormDrawer>
  );
}
