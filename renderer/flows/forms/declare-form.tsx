import { Input, Radio } from 'antd';
import type { Day } from '../../../shared/basics/day';
import { declare, type Declared } from '../../../shared/commands/declare';
import type { EnrolmentId } from '../../../shared/records/ids';
import type { Purpose } from '../../../shared/records/course';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { today } from '../../platform/clock';
import { recordText } from '../../text/records';
import { rosterText } from '../../text/roster';
import { DayInput } from '../../ui/day-input';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';
import { typedValue, type Typed } from '../../ui/typed-value';
import { useCommand } from '../commands/use-command';
import { useSavedToast } from '../commands/use-saved-toast';

/** What is asked in each kind of course. */
export const ASKED: Readonly<Record<Purpose, readonly Declared[]>> = {
  exchange: ['foundInSystem', 'healthy', 'employed'],
  annual: ['stillInPost'],
};

interface Fields {
  readonly what: Declared;
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly source: string;
  readonly on: Typed<Day>;
}

interface DeclareFormProps {
  readonly facts: CourseFacts;
  /** What may be answered; the first one at first. */
  readonly asked: readonly [Declared, ...Declared[]];
  readonly enrolmentIds: readonly EnrolmentId[];
  readonly onClose: () => void;
}

const text = rosterText.form;

/** One answer with its source and day for several people at once; 未答 takes answers back. */
export function DeclareForm({ facts, asked, enrolmentIds, onClose }: DeclareFormProps) {
  const command = useCommand();
  const saved = useSavedToast();
  const submit = async ({ what, answer, source, on }: Fields): Promise<void> => {
    const receipt = await command.run((ctx) =>
      declare(facts, { enrolmentIds, what, answer, source, on: typedValue(on) ?? undefined }, ctx),
    );
    if (!receipt) return;
    onClose();
    saved(rosterText.saved.declared(recordText.declared[what], enrolmentIds.length), receipt);
  };
  return (
    <FormDrawer<Fields>
      title={text.declareTitle(enrolmentIds.length)}
      initial={{ what: asked[0], answer: 'yes', source: '', on: today() }}
      busy={command.busy}
      problems={command.problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormField name="what" label={text.what}>
        <Radio.Group options={asked.map((value) => ({ value, label: recordText.declared[value] }))} />
      </FormField>
      <FormField name="answer" label={text.answer}>
        <Radio.Group
          options={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: recordText.answer[value] }))}
        />
      </FormField>
      <FormField name="source" label={text.source}>
        <Input placeholder={text.sourceHint} />
      </FormField>
      <FormField name="on" label={text.declaredOn} unreadable={text.unreadable}>
        <DayInput today={today()} />
      </FormField>
    </FormDrawer>
  );
}
