import { goTo } from '../../app/navigation';
import { findingsText } from '../../text/findings';
import { longDay, shortDay } from '../../text/format';
import { recordText } from '../../text/records';
import type { FindingRecords, SessionLine } from './finding-records';
import { PanelSection } from './panel-section';
import { PanelTable } from './panel-table';
import styles from './finding-panel.module.css';

const text = findingsText.panel;

/** The records that a finding rests on, each a link to where it is kept. */
export function RecordsList({ sessions, others }: FindingRecords) {
  return (
    <>
      {others.length > 0 && (
        <PanelSection title={text.others}>
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
        </PanelSection>
      )}
      {sessions.length > 0 && (
        <PanelSection title={text.sessions}>
          <PanelTable titles={text.sessionColumns}>
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
          </PanelTable>
        </PanelSection>
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
