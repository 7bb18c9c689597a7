import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useMemo, useState } from 'react';
import { orderRoster } from '../../../shared/commands/order-roster';
import type { CourseId, EnrolmentId } from '../../../shared/records/ids';
import { DeclareForm } from '../../flows/forms/declare-form';
import { useImporting } from '../../flows/import/import-desk';
import { ImportScreen } from '../../flows/import/import-screen';
import type { StepFocus } from '../../app/navigation';
import { useCommand } from '../../flows/commands/use-command';
import { useReveal } from '../../flows/commands/use-reveal';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { useCourseFacts } from '../../data/use-course-facts';
import { useJudgements } from '../../data/use-judgements';
import { usePersonIndex } from '../../data/use-person-index';
import { rosterText as text } from '../../text/roster';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { ProblemList } from '../../ui/problem-list';
import { AddPersonForm } from './add-person-form';
import { rosterColumns } from './roster-columns';
import { RosterDetail } from './roster-detail';
import { askedIn, RosterForms, type RosterForm } from './roster-forms';
import { movedBy, orderedBy, rosterRows, type RosterOrder, type RosterRow } from './roster-table';
import styles from './roster.module.css';

const rowKey = ({ enrolment }: RosterRow): string => enrolment.id;
const rowName = ({ person }: RosterRow): string => person.name;
const ORDERS: readonly RosterOrder[] = ['employer', 'post', 'name'];
const NONE: ReadonlySet<string> = new Set();

const IMPORTS = ['roster', 'outside-hours'] as const;

/** 名册: who is in the course, what is open about them, and everything that happens to a roster. */
export function RosterPage({ courseId, focus }: { readonly courseId: CourseId; readonly focus?: StepFocus }) {
  const facts = useCourseFacts(courseId);
  const judgements = useJudgements(courseId);
  const people = usePersonIndex();
  const command = useCommand();
  const saved = useSavedToast();
  const reveal = useReveal();
  const { importing, begin, end } = useImporting(courseId, IMPORTS);
  const [selected, setSelected] = useState(NONE);
  const [opened, setOpened] = useState<EnrolmentId | null>(focus?.enrolmentId ?? null);
  const [form, setForm] = useState<RosterForm | null>(null);
  const [adding, setAdding] = useState(false);
  const [declaring, setDeclaring] = useState(false);
  const rows = useMemo(() => (facts ? rosterRows(facts, judgements) : []), [facts, judgements]);
  const columns = useMemo(() => rosterColumns(reveal), [reveal]);

  if (!facts) return null;
  if (importing) return <ImportScreen kind={importing} courseId={courseId} onClose={end} />;

  const chosen = rows.filter((row) => selected.has(rowKey(row)));
  const row = rows.find(({ enrolment }) => enrolment.id === opened);
  const order = async (enrolmentIds: readonly EnrolmentId[]): Promise<void> => {
    const receipt = await command.run((ctx) => orderRoster(facts, { enrolmentIds }, ctx));
    if (receipt) saved(text.sort.done, receipt);
  };
  const sorting = {
    items: [
      {
        key: 'up',
        label: text.sort.up,
        disabled: chosen.length === 0,
        title: chosen.length === 0 ? text.sort.needsOne : '',
      },
      {
        key: 'down',
        label: text.sort.down,
        disabled: chosen.length === 0,
        title: chosen.length === 0 ? text.sort.needsOne : '',
      },
      ...ORDERS.map((by) => ({ key: by, label: text.sort[by] })),
    ],
    onClick: ({ key }: { readonly key: string }) => {
      const by = ORDERS.find((one) => one === key);
      void order(by ? orderedBy(rows, by) : movedBy(rows, selected, key === 'up' ? -1 : 1));
    },
  };
  const add = (
    <Button disabled={!people} onClick={() => setAdding(true)}>
      {text.add}
    </Button>
  );
  return (
    <div className={styles['screen']}>
      <ProblemList problems={command.problems} />
      <DataTable
        name="roster"
        {...(focus?.enrolmentId && { startAt: focus.enrolmentId })}
        caption={text.caption}
        rows={rows}
        rowKey={rowKey}
        rowName={rowName}
        columns={columns}
        selection={{ keys: selected, onChange: setSelected }}
        onOpen={({ enrolment }) => setOpened(enrolment.id)}
        toolbar={
          rows.length > 0 && (
            <>
              <Button onClick={() => begin('roster')}>{text.import}</Button>
              {add}
              <Dropdown menu={sorting} trigger={['click']}>
                <Button>
                  {text.sort.menu} <DownOutlined aria-hidden />
                </Button>
              </Dropdown>
              <Button onClick={() => begin('outside-hours')}>{text.importHours}</Button>
              <Button
                type={chosen.length > 0 ? 'primary' : 'default'}
                disabled={chosen.length === 0}
                onClick={() => setDeclaring(true)}
              >
                {text.declare}
              </Button>
            </>
          )
        }
        empty={
          <EmptyState title={text.empty} next={text.emptyNext}>
            <Button type="primary" onClick={() => begin('roster')}>
              {text.import}
            </Button>
            {add}
          </EmptyState>
        }
      />
      {row && !form && <RosterDetail facts={facts} row={row} onForm={setForm} onClose={() => setOpened(null)} />}
      {row && form && people && (
        <RosterForms form={form} facts={facts} people={people} row={row} onClose={() => setForm(null)} />
      )}
      {adding && people && <AddPersonForm facts={facts} people={people} onClose={() => setAdding(false)} />}
      {declaring && (
        <DeclareForm
          facts={facts}
          asked={askedIn(facts.course.purpose)}
          enrolmentIds={chosen.map(({ enrolment }) => enrolment.id)}
          onClose={() => setDeclaring(false)}
        />
      )}
    </div>
  );
}
