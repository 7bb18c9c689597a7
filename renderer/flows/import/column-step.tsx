import { Select, Tag } from 'antd';
import { useMemo } from 'react';
import type { ColumnChoice, PreviewColumn } from '../../../shared/import/preview';
import { sessionField } from '../../../shared/import/read-attendance';
import type { Session } from '../../../shared/records/session';
import { shortDay } from '../../text/format';
import { importText } from '../../text/import';
import type { FileView } from '../../workers/import-view';
import { coveredText } from './column-look';
import styles from './column-step.module.css';

const text = importText.columns;
const NONE = '';

interface ColumnStepProps {
  readonly view: FileView;
  /** Sessions that a column of an attendance sheet can be. */
  readonly sessions: readonly Session[];
  readonly onChoose: (choice: ColumnChoice) => void;
}

/** Which column of the file is read as what: the file's heading left, our field right, values below it. */
export function ColumnStep({ view, sessions, onChoose }: ColumnStepProps) {
  const options = useMemo(() => {
    const fields = view.fields.map(({ field, label, required }) => ({
      value: field,
      label: required ? `${label}（${text.required}）` : label,
    }));
    const lessons = sessions.map(({ id, number, date }) => ({
      value: sessionField(id),
      label: text.session(number, shortDay(date)),
    }));
    const all = [{ value: NONE, label: text.none }, ...fields];
    return lessons.length === 0 ? all : [...all, { label: text.sessions, options: lessons }];
  }, [view.fields, sessions]);
  return (
    <section className={styles['columns']} aria-label={importText.steps.columns}>
      <ul>
        {view.columns.map((column) => (
          <li key={column.key} data-unused={column.field === null}>
            <div className={styles['pair']}>
              <span className={styles['heading']} title={column.heading}>
                <span className="second">{column.letter}</span> {column.heading || text.noHeading}
              </span>
              <Select
                className={styles['choice'] ?? ''}
                size="small"
                showSearch
                optionFilterProp="label"
                aria-label={text.fieldOf(column.letter, column.heading)}
                value={column.field ?? NONE}
                options={options}
                onChange={(field: string) => onChoose(chosen(view.choice, column, field))}
              />
              {column.field !== null && (
                <Tag className={styles['how'] ?? ''}>
                  {column.guessed ? text.guessed : view.remembered ? text.remembered : text.chosen}
                </Tag>
              )}
            </div>
            <p className={styles['samples']}>
              {column.samples.length === 0
                ? text.noSamples
                : column.samples.map((sample) => coveredText(column.field, sample)).join('　')}
            </p>
          </li>
        ))}
      </ul>
      <p className="second">{text.note}</p>
    </section>
  );
}

/** The choice with this column read as another field, or as none. */
function chosen(before: ColumnChoice, column: PreviewColumn, field: string): ColumnChoice {
  const freed = column.field === null || column.field === field ? {} : { [column.field]: NONE };
  return { ...before, ...freed, ...(field !== NONE && { [field]: column.key }) };
}
