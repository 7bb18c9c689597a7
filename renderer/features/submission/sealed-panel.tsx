import { Button } from 'antd';
import type { PackageRecord } from '../../../shared/records/package-record';
import { isSame } from '../../../shared/package/package-difference';
import { differenceSentences, submissionText as text } from '../../text/submission';
import { DetailList } from '../../ui/detail-list';
import { Panel } from '../../ui/panel';
import { ProblemList } from '../../ui/problem-list';
import { StateMark } from '../../ui/state-mark';
import type { SealedState } from './use-sealed-difference';
import styles from './submission-page.module.css';

interface SealedPanelProps {
  readonly latest: PackageRecord;
  readonly state: SealedState;
  readonly office: string;
  readonly nameOf: (enrolmentId: string) => string;
  readonly countOf: (people: PackageRecord['people']) => string;
  /** Sealed on this page just now, and no copy was saved yet. */
  readonly unsaved: boolean;
  readonly onSaveCopy: (record: PackageRecord) => void;
}

/** The latest sealed version: what it is, whether the records went on since, and what happens next. */
export function SealedPanel({ latest, state, office, nameOf, countOf, unsaved, onSaveCopy }: SealedPanelProps) {
  const behind = state.kind === 'compared' && !isSame(state.difference);
  return (
    <Panel
      title={
        <>
          <StateMark state={behind ? 'warning' : 'met'} /> {text.sealedTitle} {text.version(latest.version)}
        </>
      }
      actions={
        <Button size="small" {...(unsaved ? { type: 'primary' as const } : {})} onClick={() => onSaveCopy(latest)}>
          {text.saveCopy}
        </Button>
      }
    >
      {unsaved && <p className={styles['unsaved']}>{text.notSaved}</p>}
      <DetailList
        columns={2}
        items={[
          [
            text.sealed.number,
            <span key="number" className="mono">
              {latest.number}
            </span>,
          ],
          [text.sealed.version, text.version(latest.version)],
          [text.sealed.people, countOf(latest.people)],
          [text.sealed.sealedOn, latest.sealedOn],
          [text.sealed.judgedOn, latest.judgedOn],
          [text.sealed.size, text.size(latest.size)],
        ]}
      />
      <div className={styles['file']}>
        <DetailList
          items={[
            [text.sealed.file, latest.fileName],
            [
              text.sealed.digest,
              <span key="digest" className={`mono ${styles['digest']}`}>
                {latest.zip}
              </span>,
            ],
          ]}
        />
      </div>
      {state.kind === 'reading' && <p className="second">{text.comparing}</p>}
      {state.kind === 'unreadable' && <ProblemList problems={state.problems} />}
      {behind ? (
        <div className={styles['behind']} role="status">
          <b>{text.behindTitle(latest.version)}</b>
          <ul>
            {differenceSentences(state.difference, nameOf).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>{text.behindNext(latest.version + 1)}</p>
        </div>
      ) : (
        <div className={styles['next']}>
          <b>{text.nextTitle}</b>
          <ol>
            {text.nextSteps(office).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      )}
    </Panel>
  );
}

/** Every version that was sealed, the latest first; each is saved again as its stored bytes. */
export function VersionsPanel({
  packages,
  countOf,
  onSaveCopy,
}: {
  readonly packages: readonly PackageRecord[];
  readonly countOf: SealedPanelProps['countOf'];
  readonly onSaveCopy: (record: PackageRecord) => void;
}) {
  const columns = text.versionColumns;
  return (
    <Panel title={text.versionsTitle}>
      <table className={`plain-table ${styles['documents']}`}>
        <thead>
          <tr>
            {Object.values(columns).map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th aria-label={text.saveCopy} />
          </tr>
        </thead>
        <tbody>
          {[...packages].reverse().map((record) => (
            <tr key={record.id}>
              <td>{text.version(record.version)}</td>
              <td className="mono">{record.number}</td>
              <td>{record.sealedOn}</td>
              <td>{countOf(record.people)}</td>
              <td>{record.fileName}</td>
              <td className="mono" title={record.zip}>
                {record.zip.slice(0, 12)}
              </td>
              <td>
                <Button
                  size="small"
                  aria-label={`${text.saveCopy} ${text.version(record.version)}`}
                  onClick={() => onSaveCopy(record)}
                >
                  {text.saveCopy}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
