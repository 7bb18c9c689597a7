import { Button, Form, Input, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { importBarred } from '../../../shared/commands/import-barred';
import { removeBarred } from '../../../shared/commands/remove-barred';
import { maskId } from '../../../shared/identity/mask';
import type { BarredPerson } from '../../../shared/records/choices';
import { useImporting } from '../../flows/import/import-desk';
import { ImportScreen } from '../../flows/import/import-screen';
import { ReasonCommand } from '../../flows/commands/reason-command';
import { useCommand } from '../../flows/commands/use-command';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { useBarredList } from '../../data/use-settings';
import { appText } from '../../text/app';
import { settingsText } from '../../text/settings';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { FormField } from '../../ui/form-field';
import { Panel } from '../../ui/panel';
import { ProblemList } from '../../ui/problem-list';
import type { Column } from '../../ui/table-model';
import { readBarredLines } from './read-barred-lines';
import styles from './settings.module.css';

const text = settingsText.barred;
const IMPORTS = ['barred'] as const;

const columns = (remove: (person: BarredPerson) => void): readonly Column<BarredPerson>[] => [
  { key: 'name', title: text.columns.name, width: 96, value: (p) => p.name ?? null },
  { key: 'idNumber', title: text.columns.idNumber, width: 200, value: (p) => maskId(p.idNumber), mono: true },
  { key: 'reason', title: text.columns.reason, width: 180, value: (p) => p.reason ?? null },
  { key: 'source', title: text.columns.source, width: 220, value: (p) => p.source, filter: true },
  { key: 'importedOn', title: text.columns.importedOn, width: 112, value: (p) => p.importedOn },
  {
    key: 'remove',
    title: text.remove,
    width: 72,
    value: () => null,
    render: (p) => (
      <Button size="small" aria-label={text.removeTitle(nameOrNumber(p))} onClick={() => remove(p)}>
        {text.remove}
      </Button>
    ),
  },
];
const nameOrNumber = ({ name, idNumber }: BarredPerson): string => name ?? maskId(idNumber);
const rowKey = (person: BarredPerson): string => person.id;

interface Fields {
  readonly lines: string;
  readonly source: string;
  readonly mode: 'add' | 'replace';
}

/** The list of barred people, and pasting another one. */
export function BarredSettings() {
  const barred = useBarredList();
  const { importing, begin, end } = useImporting(null, IMPORTS);
  const command = useCommand();
  const saved = useSavedToast();
  const [removing, setRemoving] = useState<BarredPerson | null>(null);
  const shown = useMemo(() => columns(setRemoving), []);
  const [form] = Form.useForm<Fields>();
  const lines = Form.useWatch('lines', form);
  const entries = useMemo(() => readBarredLines(lines ?? ''), [lines]);
  if (barred === undefined) return <p className="second">{appText.loading}</p>;

  if (importing) {
    return (
      <div className={styles['importing']}>
        <ImportScreen kind="barred" onClose={end} />
      </div>
    );
  }

  const submit = async ({ source, mode }: Fields): Promise<void> => {
    // A number that stands twice is one person.
    let people = 0;
    const receipt = await command.run((ctx) => {
      const result = importBarred(barred, { entries, mode, source }, ctx);
      if (result.ok) people = result.value.changes.filter(({ after }) => after !== null).length;
      return result;
    });
    if (!receipt) return;
    form.resetFields();
    saved(text.imported(people), receipt);
  };
  return (
    <Panel
      title={settingsText.sections.barred}
      actions={
        <Button size="small" onClick={() => begin('barred')}>
          {text.importFile}
        </Button>
      }
    >
      <p className={styles['intro']}>{text.intro}</p>
      {barred === null ? (
        <EmptyState title={text.none} next={text.noneNext} />
      ) : (
        <div className={styles['table']}>
          <DataTable
            name="barred"
            caption={settingsText.sections.barred}
            rows={barred}
            rowKey={rowKey}
            columns={shown}
          />
        </div>
      )}
      {removing && (
        <ReasonCommand
          title={text.removeTitle(nameOrNumber(removing))}
          sentence={text.removeSentence}
          confirmLabel={text.remove}
          danger
          command={(reason, ctx) => removeBarred(barred ?? [], { ids: [removing.id], reason }, ctx)}
          saved={text.removed(nameOrNumber(removing))}
          onClose={() => setRemoving(null)}
        />
      )}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ lines: '', source: '', mode: 'add' }}
        onFinish={(values) => void submit(values)}
      >
        <FormField
          name="lines"
          label={text.paste}
          required={text.linesRequired}
          {...(entries.length > 0 ? { note: text.preview(entries.length) } : {})}
        >
          <Input.TextArea rows={5} placeholder={text.pasteHint} />
        </FormField>
        <FormField name="source" label={text.source} required={text.sourceRequired}>
          <Input placeholder={text.sourceHint} />
        </FormField>
        {barred !== null && (
          <FormField name="mode" label={text.mode}>
            <Radio.Group
              options={[
                { value: 'add', label: text.add },
                { value: 'replace', label: text.replace },
              ]}
            />
          </FormField>
        )}
        <ProblemList problems={command.problems} />
        <Button type="primary" htmlType="submit" loading={command.busy} className={styles['submit'] ?? ''}>
          {text.import}
        </Button>
      </Form>
    </Panel>
  );
}
