import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { Day } from '../../../shared/basics/day';
import { declare, type Declared } from '../../../shared/commands/declare';
import type { Declaration } from '../../../shared/records/declaration';
import type { Enrolment } from '../../../shared/records/enrolment';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { useCommand } from '../../app/use-command';
import { useSavedToast } from '../../app/use-saved-toast';
import { today } from '../../platform/clock';
import { courseText } from '../../text/course';
import { coursesText } from '../../text/courses';
import { recordText } from '../../text/records';
import { DayInput } from '../../ui/day-input';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';
import { Panel } from '../../ui/panel';
import { StateMark } from '../../ui/state-mark';
import { typedValue, type Typed } from '../../ui/typed-value';
import styles from './declarations.module.css';

const text = courseText.overview;

/** What is asked in each kind of course. */
const ASKED: Readonly<Record<CourseFacts['course']['purpose'], readonly Declared[]>> = {
  exchange: ['foundInSystem', 'healthy', 'employed'],
  annual: ['stillInPost'],
};

const answerOf = (facts: CourseFacts, enrolment: Enrolment, what: Declared): Declaration['answer'] =>
  (what === 'foundInSystem' ? facts.certificates.get(enrolment.certificateId)?.foundInSystem : enrolment[what])?.answer ?? 'unknown';

/** Yes, no and unanswered of every declaration that this course asks for, and one answer for all who lack it. */
export function Declarations({ facts }: { readonly facts: CourseFacts }) {
  const [asking, setAsking] = useState<Declared | null>(null);
  const active = facts.enrolments.filter((e) => e.status.kind === 'active');
  if (active.length === 0) return null;
  const lines = ASKED[facts.course.purpose].map((what) => {
    const of = (answer: Declaration['answer']): readonly Enrolment[] => active.filter((e) => answerOf(facts, e, what) === answer);
    return { what, yes: of('yes').length, no: of('no').length, unknown: of('unknown') };
  });
  const asked = lines.find((line) => line.what === asking);
  return (
    <Panel title={text.declarations}>
      <ul className={styles['list']}>
        {lines.map(({ what, yes, no, unknown }) => (
          <li key={what}>
            <StateMark state={unknown.length > 0 ? 'cannotTell' : no > 0 ? 'notMet' : 'met'} />
            <b>{recordText.declared[what]}</b>
            <span>{text.answered(yes, no, unknown.length)}</span>
            {unknown.length > 0 && (
              <Button size="small" onClick={() => setAsking(what)}>
                {text.answerAll}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="second">{text.declarationsNote}</p>
      {asked && <DeclareForm facts={facts} what={asked.what} enrolments={asked.unknown} onClose={() => setAsking(null)} />}
    </Panel>
  );
}

interface Fields {
  readonly answer: 'yes' | 'no';
  readonly source: string;
  readonly on: Typed<Day>;
}

interface DeclareFormProps {
  readonly facts: CourseFacts;
  readonly what: Declared;
  readonly enrolments: readonly Enrolment[];
  readonly onClose: () => void;
}

function DeclareForm({ facts, what, enrolments, onClose }: DeclareFormProps) {
  const command = useCommand();
  const saved = useSavedToast();
  const submit = async ({ answer, source, on }: Fields): Promise<void> => {
    const receipt = await command.run((ctx) =>
      declare(facts, { enrolmentIds: enrolments.map((e) => e.id), what, answer, source, on: typedValue(on) ?? undefined }, ctx),
    );
    if (!receipt) return;
    onClose();
    saved(text.declared(recordText.declared[what], enrolments.length), receipt);
  };
  return (
    <FormDrawer<Fields>
      title={text.declareTitle(recordText.declared[what], enrolments.length)}
      initial={{ answer: 'yes', source: '', on: today() }}
      busy={command.busy}
      problems={command.problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormField name="answer" label={recordText.declared[what]}>
        <Radio.Group options={(['yes', 'no'] as const).map((value) => ({ value, label: recordText.answer[value] }))} />
      </FormField>
      <FormField name="source" label={text.declareSource} required={coursesText.form.required(text.declareSource)}>
        <Input placeholder={text.declareSourceHint} />
      </FormField>
      <FormField name="on" label={text.declareOn} unreadable={coursesText.form.unreadable}>
        <DayInput today={today()} />
      </FormField>
    </FormDrawer>
  );
}
