import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { Day } from '../../../shared/basics/day';
import { sameValue } from '../../../shared/basics/same-value';
import { chooseCeYear, selectableCeYears } from '../../../shared/commands/choose-ce-year';
import { joinIntents } from '../../../shared/commands/join-intents';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { CeYearChoice } from '../../../shared/records/choices';
import { scheduled } from '../../../shared/regulation/credits';
import { useCommand } from '../../flows/commands/use-command';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { findingsText } from '../../text/findings';
import { shortDay } from '../../text/format';
import { recordText } from '../../text/records';
import { ProblemList } from '../../ui/problem-list';
import type { FindingRow } from './finding-rows';
import styles from './finding-panel.module.css';

const text = findingsText.decide;
const ALL = 'all';

/** A lesson, or online or earlier hours, whose year can be decided. */
interface Chosen {
  readonly key: string;
  readonly target: CeYearChoice['target'];
  readonly date: Day;
  readonly title: string;
}

/** Select has no null: this stands for "by the date of the lesson". */
const BY_DATE = 0;

/** 年度归属: the registrar lets lessons and online hours count for another CE year, with a reason. */
export function CeYearDecision({ facts, row }: { readonly facts: CourseFacts; readonly row: FindingRow }) {
  const [key, setKey] = useState<string>(ALL);
  const [year, setYear] = useState<number>(BY_DATE);
  const [reason, setReason] = useState('');
  const command = useCommand();
  const saved = useSavedToast();
  const certificate = facts.certificates.get(row.enrolment.certificateId);
  if (!certificate?.issuedOn) return null;
  const sessions = scheduled(facts).map(({ id, number, date }): Chosen => ({
    key: id,
    target: { session: id },
    date,
    title: findingsText.panel.session(number),
  }));
  // An item that says its year itself belongs there; only a day leaves something to decide.
  const items = facts.outsideHours.flatMap(({ id, certificateId, kind, on, periods }): readonly Chosen[] =>
    certificateId === certificate.id && on
      ? [
          {
            key: id,
            target: { outsideHours: id },
            date: on,
            title: text.item(recordText.outsideKind[kind], periods),
          },
        ]
      : [],
  );
  const targets = [...sessions, ...items];
  if (targets.length === 0) return null;

  const selected = targets.some((one) => one.key === key) ? key : sessions.length > 0 ? ALL : targets[0]!.key;
  const chosen = selected === ALL ? sessions : targets.filter((one) => one.key === selected);
  const years = [...new Set(chosen.flatMap(({ date }) => selectableCeYears(facts, certificate, date)))].sort(
    (a, b) => a - b,
  );
  const yearOf = (target: CeYearChoice['target']): number | undefined =>
    facts.ceYearChoices.find((one) => one.certificateId === certificate.id && sameValue(one.target, target))?.ceYear;

  const save = async (): Promise<void> => {
    const ceYear = year === BY_DATE ? null : year;
    const receipt = await command.run((ctx) =>
      joinIntents(
        chosen.map(({ target }) =>
          chooseCeYear(facts, { certificateId: certificate.id, target, ceYear, reason }, ctx),
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
            value={selected}
            onChange={setKey}
            options={[
              ...(sessions.length > 0 ? [{ value: ALL, label: text.allSessions(sessions.length) }] : []),
              ...targets.map((one) => {
                const own = yearOf(one.target);
                return {
                  value: one.key,
                  label: [
                    one.title,
                    shortDay(one.date),
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
