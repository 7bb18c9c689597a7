import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { chooseCeYear, selectableCeYears } from '../../../shared/commands/choose-ce-year';
import { joinIntents } from '../../../shared/commands/join-intents';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { scheduled } from '../../../shared/regulation/credits';
import { useCommand } from '../../app/use-command';
import { useSavedToast } from '../../app/use-saved-toast';
import { findingsText } from '../../text/findings';
import { shortDay } from '../../text/format';
import { recordText } from '../../text/records';
import { ProblemList } from '../../ui/problem-list';
import type { FindingRow } from './finding-rows';
import styles from './finding-panel.module.css';

const text = findingsText.decide;
const ALL = 'all';
/** Select has no null: this stands for "by the date of the lesson". */
const BY_DATE = 0;

/** 年度归属: the registrar lets lessons count for another CE year, with a reason. */
export function CeYearDecision({ facts, row }: { readonly facts: CourseFacts; readonly row: FindingRow }) {
  const [sessionId, setSession] = useState<string>(ALL);
  const [year, setYear] = useState<number>(BY_DATE);
  const [reason, setReason] = useState('');
  const command = useCommand();
  const saved = useSavedToast();
  const certificate = facts.certificates.get(row.enrolment.certificateId);
  if (!certificate?.issuedOn || facts.sessions.length === 0) return null;

  const sessions = scheduled(facts);
  const chosen = sessionId === ALL ? sessions : sessions.filter(({ id }) => id === sessionId);
  const years = [...new Set(chosen.flatMap(({ date }) => selectableCeYears(facts, certificate, date)))].sort(
    (a, b) => a - b,
  );
  const yearOf = (id: string): number | undefined =>
    facts.ceYearChoices.find(
      (one) => one.certificateId === certificate.id && 'session' in one.target && one.target.session === id,
    )?.ceYear;

  const save = async (): Promise<void> => {
    const ceYear = year === BY_DATE ? null : year;
    const receipt = await command.run((ctx) =>
      joinIntents(
        chosen.map(({ id }) =>
          chooseCeYear(facts, { certificateId: certificate.id, target: { session: id }, ceYear, reason }, ctx),
        ),
      ),
    );
    if (!receipt) return;
    setReason('');
    saved(text.savedCeYear(row.person.name, chosen.length), receipt);
  };
  return (
    <section className={styles['section']}>
      <h3>{text.ceYearTitle}</h3>
      <p className="second">{text.ceYearNote}</p>
      <div className={styles['decision']}>
        <div className={styles['fields']}>
          <span>{text.sessions}</span>
          <Select
            size="small"
            aria-label={text.sessions}
            value={sessionId}
            onChange={setSession}
            options={[
              { value: ALL, label: text.allSessions(sessions.length) },
              ...sessions.map(({ id, number, date }) => {
                const own = yearOf(id);
                return {
                  value: id as string,
                  label: [
                    findingsText.panel.session(number),
                    shortDay(date),
                    own === undefined ? text.byDate : recordText.ceYear(own),
                  ].join(' · '),
                };
              }),
            ]}
          />
          <span>{text.year}</span>
          <Select
            size="small"
            aria-label={text.year}
            value={years.includes(year) ? year : BY_DATE}
            onChange={setYear}
            options={[
              { value: BY_DATE, label: text.byDate },
              ...years.map((value) => ({ value, label: recordText.ceYear(value) })),
            ]}
          />
          <span>{text.reason}</span>
          <Input
            size="small"
            aria-label={text.reason}
            value={reason}
            placeholder={text.reasonHint}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button size="small" loading={command.busy} onClick={() => void save()}>
            {text.save}
          </Button>
        </div>
        <ProblemList problems={command.problems} />
      </div>
    </section>
  );
}
