import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { confirmWarnings } from '../../../shared/commands/confirm-warnings';
import { nameOf } from '../../../shared/commands/name-of';
import { enrolmentsById } from '../../../shared/records/enrolments-by-id';
import type { Judgement } from '../../../shared/regulation/finding';
import { postTitle } from '../../../shared/regulation/posts';
import { useOperator } from '../../app/operator';
import { useCommand } from '../../flows/commands/use-command';
import { submissionText as text } from '../../text/submission';
import { ProblemList } from '../../ui/problem-list';
import { DataTable } from '../../ui/data-table';
import type { Column } from '../../ui/table-model';
import type { Warning } from './confirmations';
import styles from './submission-page.module.css';

interface WarningRow extends Warning {
  readonly name: string;
  readonly post: string;
}

const columns: readonly Column<WarningRow>[] = [
  { key: 'name', title: text.warningColumns.name, width: 100, value: ({ name }) => name },
  { key: 'post', title: text.warningColumns.post, width: 110, value: ({ post }) => post, filter: true },
  { key: 'title', title: text.warningColumns.title, width: 105, value: ({ title }) => title, filter: true },
  {
    key: 'sentence',
    title: text.warningColumns.sentence,
    width: 490,
    value: ({ sentence }) => sentence,
    render: ({ sentence }) => <span title={sentence}>{sentence}</span>,
  },
  { key: 'clause', title: text.warningColumns.clause, width: 195, value: ({ clause }) => clause },
  {
    key: 'by',
    title: text.warningColumns.by,
    width: 85,
    value: ({ by }) => by ?? text.unconfirmedMark,
    filter: true,
  },
];

interface WarningsPanelProps {
  readonly facts: CourseFacts;
  readonly judgements: readonly Judgement[];
  readonly warnings: readonly Warning[];
}

/** The warnings of those who go in, each confirmed by somebody with a name. */
export function WarningsPanel({ facts, judgements, warnings }: WarningsPanelProps) {
  const operator = useOperator((state) => state.name);
  const command = useCommand();
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const by = (typed ?? operator).trim();
  const rows = useMemo(() => {
    const enrolments = enrolmentsById(facts);
    return warnings.flatMap((warning): WarningRow[] => {
      const enrolment = enrolments.get(warning.enrolmentId);
      if (!enrolment) return [];
      return [
        {
          ...warning,
          name: nameOf(facts, enrolment),
          post: postTitle(enrolment.post),
        },
      ];
    });
  }, [facts, warnings]);
  const open = rows.filter(({ by: who }) => who === null);
  const chosen = rows.filter(({ key }) => keys.has(key));

  const save = async (these: readonly WarningRow[], who: string | null): Promise<void> => {
    const saved = await command.run((ctx) => confirmWarnings(facts, { warnings: these, judgements, by: who }, ctx));
    if (saved) setKeys(new Set());
  };
  const confirmThese = (these: readonly WarningRow[]): void => {
    setAsked(true);
    if (by !== '') void save(these, by);
  };
  return (
    <section className={styles['block']} aria-label={text.warningsTitle}>
      <header>
        <h2>{text.warningsTitle}</h2>
        <span className="second">{text.warningsNote}</span>
      </header>
      <ProblemList problems={command.problems} />
      <div className={styles['list']}>
        <DataTable
          name="package-warnings"
          caption={text.warningsTitle}
          rows={rows}
          rowKey={({ key }) => key}
          rowName={({ name, title }) => `${name} ${title}`}
          columns={columns}
          selection={{ keys, onChange: setKeys }}
          toolbar={
            <>
              <span>{text.confirmBy}</span>
              <Input
                style={{ width: 120 }}
                aria-label={text.confirmBy}
                value={typed ?? operator}
                placeholder={text.confirmByHint}
                status={asked && by === '' ? 'error' : ''}
                onChange={(event) => setTyped(event.target.value)}
              />
              <Button disabled={command.busy || open.length === 0} onClick={() => confirmThese(open)}>
                {text.confirmAll(open.length)}
              </Button>
              <Button disabled={command.busy || chosen.length === 0} onClick={() => confirmThese(chosen)}>
                {text.confirmChosen(chosen.length)}
              </Button>
              <Button
                disabled={command.busy || !chosen.some((row) => row.by !== null)}
                onClick={() => void save(chosen, null)}
              >
                {text.takeBack}
              </Button>
              {asked && by === '' && (
                <span role="alert" className={styles['missing']}>
                  {text.confirmByMissing}
                </span>
              )}
            </>
          }
        />
      </div>
    </section>
  );
}
