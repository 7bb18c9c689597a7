import { CloseOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { explain } from '../../../shared/regulation/explain';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { ComparedNumber, Finding, UsedParameter } from '../../../shared/regulation/finding';
import { CONCLUSION } from '../../../shared/regulation/conclusion';
import { postTitle } from '../../../shared/regulation/posts';
import { goTo } from '../../app/navigation';
import { comparedText, findingsText, parameterText, requiredText } from '../../text/findings';
import { longDay, shortDay } from '../../text/format';
import { recordText } from '../../text/records';
import { StateMark } from '../../ui/state-mark';
import { CeYearDecision } from './ce-year-decision';
import { recordsBehind, type FindingRecords, type SessionLine } from './finding-records';
import type { FindingRow } from './finding-rows';
import { markOf } from './findings-grid';
import { mendPlace } from './mend-place';
import { ProfessionalDecision } from './professional-decision';
import styles from './finding-panel.module.css';

const text = findingsText.panel;

interface FindingPanelProps {
  readonly facts: CourseFacts;
  readonly row: FindingRow;
  /** null = the conclusion: all findings of the person. */
  readonly finding: Finding | null;
  readonly onChoose: (finding: Finding) => void;
  readonly onClose: () => void;
}

/** What one finding rests on, beside the matrix: it follows the active cell and does not take the keyboard away. */
export function FindingPanel({ facts, row, finding, onChoose, onClose }: FindingPanelProps) {
  const { person, enrolment, conclusion } = row;
  return (
    <aside className={styles['panel']} aria-label={text.label}>
      <header className={styles['head']}>
        <div>
          <button
            type="button"
            className={styles['link']}
            title={text.person}
            onClick={() => goTo({ at: 'person', personId: person.id })}
          >
            {person.name}
          </button>
          <span className="second">
            {postTitle(enrolment.post)} · {CONCLUSION[conclusion]}
          </span>
        </div>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={text.close}
          title={text.close}
          onClick={onClose}
        />
      </header>
      <div className={styles['body']} key={finding?.rule ?? 'conclusion'}>
        {finding ? (
          <OneFinding facts={facts} row={row} finding={finding} />
        ) : (
          <AllFindings row={row} onChoose={onChoose} />
        )}
      </div>
    </aside>
  );
}

function AllFindings({ row, onChoose }: { readonly row: FindingRow; readonly onChoose: (finding: Finding) => void }) {
  const order = ['error', 'warning', 'info'];
  const rank = ({ severity }: Finding): number => (severity === null ? order.length : order.indexOf(severity));
  const sorted = [...row.judgement.findings].sort((a, b) => rank(a) - rank(b));
  return (
    <Section title={text.allFindings}>
      <ul className={styles['list']}>
        {sorted.map((finding) => {
          const { title, verdict } = explain(finding);
          return (
            <li key={finding.rule} data-severity={finding.severity ?? 'none'}>
              <span
                className={styles['sign']}
                data-outcome={finding.outcome}
                data-severity={finding.severity ?? 'none'}
              >
                {markOf(finding)}
              </span>
              <div>
                <button type="button" className={styles['link']} onClick={() => onChoose(finding)}>
                  {title}
                </button>
                <p className={finding.severity === null ? 'second' : undefined}>{verdict}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function OneFinding({
  facts,
  row,
  finding,
}: {
  readonly facts: CourseFacts;
  readonly row: FindingRow;
  readonly finding: Finding;
}) {
  const { title, verdict, requirement, clause, repair } = explain(finding);
  const mend = mendPlace(finding.rule, row.enrolment);
  const records = useMemo(() => recordsBehind(facts, row.enrolment, finding), [facts, row.enrolment, finding]);
  return (
    <>
      <h2>{title}</h2>
      <div className={styles['verdict']} data-severity={finding.severity ?? 'none'} data-outcome={finding.outcome}>
        <b>
          <StateMark state={finding.outcome} /> {findingsText.outcomeWords[finding.outcome]}
          {finding.severity && <span className={styles['severity']}>{findingsText.severity[finding.severity]}</span>}
        </b>
        <p>{verdict}</p>
      </div>
      {repair && (
        <Section title={text.repair}>
          <p>{repair}</p>
          <Button size="small" onClick={() => goTo(mend.place)}>
            {text.mendAt[mend.at]}
          </Button>
        </Section>
      )}
      {finding.numbers.length > 0 && <Numbers numbers={finding.numbers} />}
      <Section title={text.requirement}>
        <p>{requirement}</p>
        <p className="second">
          {text.clause}：{clause}
        </p>
      </Section>
      {(finding.rule === 'ce-year' || finding.rule === 'no-carry-over' || finding.rule.startsWith('year-')) && (
        <CeYearDecision facts={facts} row={row} />
      )}
      {finding.rule === 'shared-public-hours' && <ProfessionalDecision facts={facts} row={row} />}
      <Records records={records} />
      {finding.parameters.length > 0 && <Parameters parameters={finding.parameters} />}
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['section']}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Numbers({ numbers }: { readonly numbers: readonly ComparedNumber[] }) {
  return (
    <Section title={text.numbers}>
      <table className={styles['table']}>
        <Head titles={text.numberColumns} />
        <tbody>
          {numbers.map((number) => (
            <tr key={number.label}>
              <td>{number.label}</td>
              <td className={number.actual === null ? 'second' : styles['strong']}>
                {comparedText(number.actual, number.unit)}
              </td>
              <td>{requiredText(number)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Parameters({ parameters }: { readonly parameters: readonly UsedParameter[] }) {
  const provisional = parameters.some(({ confirmed }) => !confirmed);
  return (
    <Section title={text.parameters}>
      <table className={styles['table']}>
        <Head titles={text.parameterColumns} />
        <tbody>
          {parameters.map((parameter) => (
            <tr key={parameter.id}>
              <td>{parameter.title}</td>
              <td className={styles['strong']}>{parameterText(parameter)}</td>
              <td className={styles['day']}>{parameter.since}</td>
              <td>
                {parameter.source}
                {!parameter.confirmed && <Tag color="warning">{text.provisional}</Tag>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {provisional && (
        <Button size="small" onClick={() => goTo({ at: 'settings', section: 'parameters' })}>
          {text.confirmParameter}
        </Button>
      )}
    </Section>
  );
}

function Records({ records: { sessions, others } }: { readonly records: FindingRecords }) {
  return (
    <>
      {others.length > 0 && (
        <Section title={text.others}>
          <ul className={styles['records']}>
            {others.map(({ key, what, detail, place }) => (
              <li key={key}>
                {place ? (
                  <button
                    type="button"
                    className={styles['link']}
                    title={text.open(what)}
                    onClick={() => goTo(place)}
                  >
                    {what}
                  </button>
                ) : (
                  <span>{what}</span>
                )}
                <span>{detail}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {sessions.length > 0 && (
        <Section title={text.sessions}>
          <table className={styles['table']}>
            <Head titles={text.sessionColumns} />
            <tbody>
              {sessions.map((line) => (
                <tr key={line.key} data-short={isShort(line)}>
                  <td>
                    <button
                      type="button"
                      className={styles['link']}
                      title={text.openCell(line.session.number)}
                      onClick={() => goTo(line.place)}
                    >
                      {line.course ?? text.session(line.session.number)}
                    </button>
                  </td>
                  <td>
                    <button
                      type="button"
                      className={styles['link']}
                      title={text.openLesson(line.session.number)}
                      onClick={() => goTo(line.lesson)}
                    >
                      {line.course ? longDay(line.session.date) : shortDay(line.session.date)}
                    </button>
                  </td>
                  <td>{recordText.category[line.session.category].slice(0, 2)}</td>
                  <td>{line.mark || text.unrecorded}</td>
                  <td>{creditText(line)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      {sessions.length === 0 && others.length === 0 && <p className="second">{text.noRecords}</p>}
    </>
  );
}

const isShort = ({ credit, session }: SessionLine): boolean =>
  credit !== null &&
  credit.state !== 'notApplicable' &&
  credit.state !== 'replaced' &&
  credit.credited < session.periods;

function creditText({ credit, session }: SessionLine): string {
  if (!credit || credit.state === 'notApplicable') return text.notCounted;
  if (credit.state === 'replaced') return text.replaced;
  if (credit.state === 'unrecorded') return `– / ${session.periods}`;
  return text.ofPeriods(credit.credited, session.periods);
}

function Head({ titles }: { readonly titles: readonly string[] }) {
  return (
    <thead>
      <tr>
        {titles.map((title) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}
