import { CloseOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useMemo } from 'react';
import { explain } from '../../../shared/regulation/explain';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { ComparedNumber, Finding, UsedParameter } from '../../../shared/regulation/finding';
import { CONCLUSION } from '../../../shared/regulation/conclusion';
import { postTitle } from '../../../shared/regulation/posts';
import { goTo } from '../../app/navigation';
import { comparedText, findingsText, parameterText, requiredText } from '../../text/findings';
import { StateMark } from '../../ui/state-mark';
import { CeYearDecision } from './ce-year-decision';
import { recordsBehind } from './finding-records';
import type { FindingRow } from './finding-rows';
import { markOf } from './findings-grid';
import { mendPlace } from './mend-place';
import { PanelSection } from './panel-section';
import { PanelTable } from './panel-table';
import { ProfessionalDecision } from './professional-decision';
import { RecordsList } from './records-list';
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
    <PanelSection title={text.allFindings}>
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
    </PanelSection>
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
        <PanelSection title={text.repair}>
          <p>{repair}</p>
          <Button size="small" onClick={() => goTo(mend.place)}>
            {text.mendAt[mend.at]}
          </Button>
        </PanelSection>
      )}
      {finding.numbers.length > 0 && <Numbers numbers={finding.numbers} />}
      <PanelSection title={text.requirement}>
        <p>{requirement}</p>
        <p className="second">
          {text.clause}：{clause}
        </p>
      </PanelSection>
      {(finding.rule === 'ce-year' || finding.rule === 'no-carry-over' || finding.rule.startsWith('year-')) && (
        <CeYearDecision facts={facts} row={row} />
      )}
      {finding.rule === 'shared-public-hours' && <ProfessionalDecision facts={facts} row={row} />}
      <RecordsList {...records} />
      {finding.parameters.length > 0 && <Parameters parameters={finding.parameters} />}
    </>
  );
}

function Numbers({ numbers }: { readonly numbers: readonly ComparedNumber[] }) {
  return (
    <PanelSection title={text.numbers}>
      <PanelTable titles={text.numberColumns}>
        {numbers.map((number) => (
          <tr key={number.label}>
            <td>{number.label}</td>
            <td className={number.actual === null ? 'second' : styles['strong']}>
              {comparedText(number.actual, number.unit)}
            </td>
            <td>{requiredText(number)}</td>
          </tr>
        ))}
      </PanelTable>
    </PanelSection>
  );
}

function Parameters({ parameters }: { readonly parameters: readonly UsedParameter[] }) {
  const provisional = parameters.some(({ confirmed }) => !confirmed);
  return (
    <PanelSection title={text.parameters}>
      <PanelTable titles={text.parameterColumns}>
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
      </PanelTable>
      {provisional && (
        <Button size="small" onClick={() => goTo({ at: 'settings', section: 'parameters' })}>
          {text.confirmParameter}
        </Button>
      )}
    </PanelSection>
  );
}
