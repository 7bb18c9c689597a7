import { Select } from 'antd';
import { chooseProfessional } from '../../../shared/commands/choose-professional';
import { whyNotAttending } from '../../../shared/records/attends';
import type { EnrolmentId } from '../../../shared/records/ids';
import { samePerson } from '../../../shared/records/who-counts';
import type { Session } from '../../../shared/records/session';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { scheduled } from '../../../shared/regulation/credits';
import { postTitle } from '../../../shared/regulation/posts';
import { useCommand } from '../../flows/commands/use-command';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { findingsText } from '../../text/findings';
import { shortDay } from '../../text/format';
import { ProblemList } from '../../ui/problem-list';
import type { FindingRow } from './finding-rows';
import styles from './finding-panel.module.css';

const text = findingsText.decide;
/** Select has no null: this stands for the first enrolment. */
const FIRST = '';

/** 多证归属: for which of a person's certificates a professional session counts. Only sessions that fit several are shown. */
export function ProfessionalDecision({ facts, row }: { readonly facts: CourseFacts; readonly row: FindingRow }) {
  const command = useCommand();
  const saved = useSavedToast();
  const own = facts.enrolments.filter((enrolment) => samePerson(facts.persons, enrolment.personId, row.person.id));
  const fits = (session: Session) =>
    own.filter(
      (e) => (session.posts.length === 0 || session.posts.includes(e.post)) && whyNotAttending(session, e) === null,
    );
  const contested = scheduled(facts).filter(
    (session) => session.category === 'professional' && fits(session).length > 1,
  );
  if (contested.length === 0) return null;

  const choose = async (session: Session, value: string): Promise<void> => {
    const enrolmentId = value === FIRST ? null : (value as EnrolmentId);
    const receipt = await command.run((ctx) =>
      chooseProfessional(facts, { sessionId: session.id, personId: row.person.id, enrolmentId }, ctx),
    );
    if (receipt) saved(text.savedProfessional(row.person.name, session.number), receipt);
  };
  return (
    <section className={styles['section']}>
      <h3>{text.professionalTitle}</h3>
      <p className="second">{text.professionalNote}</p>
      <div className={styles['decision']}>
        <table className={`plain-table ${styles['table']}`}>
          <tbody>
            {contested.map((session) => {
              const made = facts.professionalChoices.find(
                (one) => one.sessionId === session.id && samePerson(facts.persons, one.personId, row.person.id),
              );
              const what = findingsText.panel.session(session.number);
              return (
                <tr key={session.id}>
                  <td>{what}</td>
                  <td>{shortDay(session.date)}</td>
                  <td>
                    <Select
                      size="small"
                      style={{ width: 200 }}
                      aria-label={`${what} ${text.countsFor}`}
                      value={made?.enrolmentId ?? FIRST}
                      onChange={(value) => void choose(session, value)}
                      options={[
                        { value: FIRST as string, label: text.byDefault },
                        ...fits(session).map((e) => ({ value: e.id as string, label: postTitle(e.post) })),
                      ]}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <ProblemList problems={command.problems} />
      </div>
    </section>
  );
}
