import { useMemo } from 'react';
import { leftOutLines, reasonsOf } from '../../../shared/documents/not-submitted-workbook';
import type { PackageRecord } from '../../../shared/records/package-record';
import type { EnrolmentId } from '../../../shared/records/ids';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Judgement } from '../../../shared/regulation/finding';
import { postTitle } from '../../../shared/regulation/posts';
import { goTo } from '../../app/navigation';
import { submissionText as text } from '../../text/submission';
import { DataTable } from '../../ui/data-table';
import type { Column } from '../../ui/table-model';
import styles from './submission-page.module.css';

interface LeftOutRow {
  readonly key: EnrolmentId;
  readonly name: string;
  readonly post: string;
  readonly reasons: readonly string[];
}

const columns: readonly Column<LeftOutRow>[] = [
  { key: 'name', title: text.leftOutColumns.name, width: 100, value: ({ name }) => name },
  { key: 'post', title: text.leftOutColumns.post, width: 110, value: ({ post }) => post, filter: true },
  {
    key: 'reasons',
    title: text.leftOutColumns.reasons,
    width: 910,
    value: ({ reasons }) => reasons.join(''),
    render: ({ reasons }) => <span title={reasons.join('\n')}>{reasons.join('')}</span>,
  },
];

interface LeftOutPanelProps {
  readonly facts: CourseFacts;
  readonly judgements: readonly Judgement[];
  readonly leftOut: PackageRecord['leftOut'];
}

/** Who stays out of the package, with every reason: the same sentences as in 不予上报名单. */
export function LeftOutPanel({ facts, judgements, leftOut }: LeftOutPanelProps) {
  const rows = useMemo(
    () =>
      leftOutLines(facts, judgements, leftOut).map((line): LeftOutRow => ({
        key: line.enrolment.id,
        name: line.person.name,
        post: postTitle(line.enrolment.post),
        reasons: reasonsOf(line).map((reason) => reason.text),
      })),
    [facts, judgements, leftOut],
  );
  return (
    <section className={styles['block']} aria-label={text.leftOutTitle(rows.length)}>
      <header>
        <h2>{text.leftOutTitle(rows.length)}</h2>
      </header>
      <div className={styles['list']}>
        <DataTable
          name="package-left-out"
          caption={text.leftOutTitle(rows.length)}
          rows={rows}
          rowKey={({ key }) => key}
          columns={columns}
          onOpen={({ key }) =>
            goTo({
              at: 'course',
              courseId: facts.course.id,
              step: 'findings',
              focus: { enrolmentId: key, rule: 'all' },
            })
          }
        />
      </div>
    </section>
  );
}
