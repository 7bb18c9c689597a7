import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { maskId, maskPhone } from '../../../shared/identity/mask';
import type { Declaration } from '../../../shared/records/declaration';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { postTitle } from '../../../shared/regulation/posts';
import type { CourseId } from '../../../shared/records/ids';
import { ASKED } from '../../flows/forms/declare-form';
import { goTo } from '../../app/navigation';
import { useCourse } from '../../data/use-courses';
import { useReveal } from '../../flows/commands/use-reveal';
import { recordText } from '../../text/records';
import { rosterText } from '../../text/roster';
import { DetailList } from '../../ui/detail-list';
import { MaskedText } from '../../ui/masked-text';
import { OpenList } from './open-mark';
import type { RosterRow } from './roster-table';
import type { RosterForm } from './roster-forms';
import styles from './roster.module.css';

const text = rosterText.detail;

interface RosterDetailProps {
  readonly facts: CourseFacts;
  readonly row: RosterRow;
  readonly onForm: (form: RosterForm) => void;
  readonly onClose: () => void;
}

/** Everything about one person of the roster, and what can be done about it. */
export function RosterDetail({ facts, row, onForm, onClose }: RosterDetailProps) {
  const { enrolment, person, certificate, open } = row;
  const reveal = useReveal();
  const { status } = enrolment;
  const declarations = ASKED[facts.course.purpose].map((what): readonly [string, ReactNode] => {
    const given = what === 'foundInSystem' ? certificate?.foundInSystem : enrolment[what];
    return [recordText.declared[what], answerText(given ?? { answer: 'unknown' })];
  });
  return (
    <Drawer
      open
      size={480}
      title={`${enrolment.order}. ${person.name} · ${postTitle(enrolment.post)}`}
      extra={
        <Button size="small" onClick={() => goTo({ at: 'person', personId: person.id })}>
          {text.openPerson}
        </Button>
      }
      onClose={onClose}
    >
      <Section title={text.problems}>
        <OpenList findings={open} none={text.noProblems} clause={text.clause} />
      </Section>
      <Section
        title={text.person}
        actions={[
          [text.editPerson, () => onForm('person')],
          [text.correctIdentity, () => onForm('identity')],
        ]}
      >
        <DetailList
          items={[
            [
              text.idNumber,
              <MaskedText
                key="id"
                masked={maskId(person.idNumber)}
                what={text.idNumber}
                reveal={() => reveal(person.id, person.idNumber)}
              />,
            ],
            [
              text.phone,
              person.phone && (
                <MaskedText
                  key="phone"
                  masked={maskPhone(person.phone)}
                  what={text.phone}
                  reveal={() => reveal(person.id, person.phone ?? '')}
                />
              ),
            ],
            [rosterText.columns.sex, person.sex && recordText.sex[person.sex]],
            [rosterText.form.employer, person.employer],
          ]}
        />
      </Section>
      <Section
        title={text.certificate}
        actions={certificate ? [[text.editCertificate, () => onForm('certificate')]] : []}
      >
        <DetailList
          items={[
            [rosterText.columns.post, certificate?.post && postTitle(certificate.post)],
            [
              rosterText.form.certificateNumber,
              certificate?.number && (
                <span key="number" className="mono">
                  {certificate.number}
                </span>
              ),
            ],
            [rosterText.form.issuedOn, certificate?.issuedOn],
            [rosterText.form.origin, certificate?.origin && recordText.origin[certificate.origin]],
            [rosterText.form.validUntil, certificate?.validUntil],
          ]}
        />
      </Section>
      <Section title={text.enrolment} actions={[[text.editEnrolment, () => onForm('enrolment')]]}>
        <DetailList
          items={[
            [rosterText.columns.status, recordText.enrolmentStatus[status.kind]],
            ...(status.kind === 'transferred'
              ? [[text.transferredTo, <GoneTo key="to" courseId={status.to} />] as const]
              : []),
            ...(status.kind === 'active' ? [] : [[text.reason, status.reason] as const]),
            [text.from, enrolment.from ?? text.fromStart],
            [text.to, enrolment.to ?? text.toEnd],
            [text.appliedOn, enrolment.appliedOn],
            [text.note, enrolment.note],
          ]}
        />
      </Section>
      <Section title={text.declarations} actions={[[rosterText.declare, () => onForm('declare')]]}>
        <DetailList items={declarations} />
      </Section>
      {status.kind === 'left' && (
        <section className={styles['section']}>
          <header>
            <Button onClick={() => onForm('reinstate')}>{rosterText.reinstate}</Button>
          </header>
        </section>
      )}
      {status.kind === 'active' && (
        <section className={styles['section']}>
          <header>
            <Button onClick={() => onForm('withdraw')}>{rosterText.withdraw}</Button>
            <Button onClick={() => onForm('transfer')}>{rosterText.transfer}</Button>
            <Button danger onClick={() => onForm('remove')}>
              {rosterText.remove}
            </Button>
          </header>
        </section>
      )}
    </Drawer>
  );
}

/** The course that somebody changed to, as a way there. */
function GoneTo({ courseId }: { readonly courseId: CourseId }) {
  const course = useCourse(courseId);
  if (!course) return <>–</>;
  return (
    <Button
      type="link"
      size="small"
      className={styles['way'] ?? ''}
      onClick={() => goTo({ at: 'course', courseId, step: 'roster' })}
    >
      {course.title}
    </Button>
  );
}

const answerText = ({ answer, source, on }: Declaration): string =>
  text.answered(recordText.answer[answer], source ?? '', on ?? '');

interface SectionProps {
  readonly title: string;
  readonly actions?: readonly (readonly [label: string, run: () => void])[];
  readonly children: ReactNode;
}

function Section({ title, actions = [], children }: SectionProps) {
  return (
    <section className={styles['section']}>
      <header>
        <h3>{title}</h3>
        {actions.map(([label, run]) => (
          <Button key={label} size="small" onClick={run}>
            {label}
          </Button>
        ))}
      </header>
      {children}
    </section>
  );
}
