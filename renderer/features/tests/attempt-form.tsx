import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { Day } from '../../../shared/basics/day';
import { correctAttempt } from '../../../shared/commands/correct-attempt';
import { deleteAttempt } from '../../../shared/commands/delete-attempt';
import type { TestAttempt } from '../../../shared/records/test-attempt';
import type { CourseCommands } from '../../flows/commands/use-course-commands';
import { testsText as text } from '../../text/tests';
import { DayInput } from '../../ui/day-input';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';
import { ReasonDialog } from '../../ui/reason-dialog';
import { isUnreadable, typedValue, type Typed } from '../../ui/typed-value';
import { readScoreText } from './read-score-text';

interface Fields {
  readonly on: Typed<Day>;
  readonly number: number;
  readonly score: string;
  readonly note: string;
  readonly reason: string;
}

interface AttemptFormProps {
  readonly name: string;
  readonly attempt: TestAttempt;
  readonly commands: CourseCommands;
  readonly today: Day;
  readonly onClose: () => void;
}

/** Corrects or deletes one recorded attempt, with a reason. */
export function AttemptForm({ name, attempt, commands, today, onClose }: AttemptFormProps) {
  const [busy, setBusy] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [badScore, setBadScore] = useState<string | null>(null);
  const { fields } = text;
  const run: CourseCommands['run'] = async (...given) => {
    setBusy(true);
    const outcome = await commands.run(...given);
    setBusy(false);
    if (outcome.kind === 'saved' || outcome.kind === 'unchanged') onClose();
    return outcome;
  };
  const submit = async ({ on, number, score: typed, note, reason }: Fields): Promise<void> => {
    const read = readScoreText(typed);
    const score = typedValue(read);
    const day = typedValue(on);
    setBadScore(isUnreadable(read) ? typed : null);
    if (score === null || day === null) return;
    await run(
      (facts, ctx) =>
        correctAttempt(facts, { attemptId: attempt.id, patch: { on: day, number, score, note }, reason }, ctx),
      text.corrected(name),
    );
  };
  return (
    <>
      <FormDrawer<Fields>
        title={text.correctTitle(name, attempt.number)}
        initial={{
          on: attempt.on,
          number: attempt.number,
          score: text.score(attempt.score),
          note: attempt.note ?? '',
          reason: '',
        }}
        submitLabel={text.correct}
        busy={busy}
        problems={commands.problems}
        onSubmit={submit}
        onClose={onClose}
      >
        <FormField
          name="score"
          label={fields.score}
          required={text.required(fields.score)}
          note={badScore === null ? text.entryHint : text.unreadable(badScore)}
        >
          <Input />
        </FormField>
        <FormField name="on" label={fields.on} required={text.required(fields.on)} unreadable={text.unreadableField}>
          <DayInput today={today} />
        </FormField>
        <FormField
          name="number"
          label={fields.number}
          required={text.required(fields.number)}
          unreadable={text.required(fields.number)}
        >
          <InputNumber min={1} max={20} precision={0} />
        </FormField>
        <FormField name="note" label={fields.note}>
          <Input />
        </FormField>
        <FormField name="reason" label={text.correctReason} required={text.required(fields.reason)}>
          <Input.TextArea rows={2} />
        </FormField>
        <Button danger icon={<DeleteOutlined aria-hidden />} onClick={() => setRemoving(true)}>
          {text.remove}
        </Button>
      </FormDrawer>
      {removing && (
        <ReasonDialog
          title={text.removeTitle(name, attempt.number)}
          sentence={text.removeSentence}
          confirmLabel={text.remove}
          danger
          suggestions={text.removeReasons}
          onCancel={() => setRemoving(false)}
          onConfirm={async (reason) => {
            setRemoving(false);
            await run(
              (facts, ctx) => deleteAttempt(facts, { attemptId: attempt.id, reason }, ctx),
              text.removed(name),
            );
          }}
        />
      )}
    </>
  );
}
