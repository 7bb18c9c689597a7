import { Button } from 'antd';
import { useState } from 'react';
import type { Declared } from '../../../shared/commands/declare';
import type { Declaration } from '../../../shared/records/declaration';
import type { Enrolment } from '../../../shared/records/enrolment';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { ASKED, DeclareForm } from '../../flows/forms/declare-form';
import { courseText } from '../../text/course';
import { recordText } from '../../text/records';
import { Panel } from '../../ui/panel';
import { StateMark } from '../../ui/state-mark';
import styles from './declarations.module.css';

const text = courseText.overview;

const answerOf = (facts: CourseFacts, enrolment: Enrolment, what: Declared): Declaration['answer'] =>
  (what === 'foundInSystem' ? facts.certificates.get(enrolment.certificateId)?.foundInSystem : enrolment[what])
    ?.answer ?? 'unknown';

/** Yes, no and unanswered of every declaration that this course asks for, and one answer for all who lack it. */
export function Declarations({ facts }: { readonly facts: CourseFacts }) {
  const [asking, setAsking] = useState<Declared | null>(null);
  const active = facts.enrolments.filter((e) => e.status.kind === 'active');
  if (active.length === 0) return null;
  const lines = ASKED[facts.course.purpose].map((what) => {
    const of = (answer: Declaration['answer']): readonly Enrolment[] =>
      active.filter((e) => answerOf(facts, e, what) === answer);
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
      {asked && (
        <DeclareForm
          facts={facts}
          asked={[asked.what]}
          enrolmentIds={asked.unknown.map((e) => e.id)}
          onClose={() => setAsking(null)}
        />
      )}
    </Panel>
  );
}
