import { Modal } from 'antd';
import { useState } from 'react';
import type { SheetModel, WorkbookModel } from '../../../shared/basics/workbook';
import { submissionText as text } from '../../text/submission';
import styles from './workbook-preview.module.css';

/** More rows than this are looked at in Excel. */
const ROWS_SHOWN = 300;
const PX_PER_CHARACTER = 7;

interface WorkbookPreviewProps {
  readonly title: string;
  readonly model: WorkbookModel;
  readonly onClose: () => void;
}

/** A workbook as it will be written: the same model, sheet by sheet. */
export function WorkbookPreview({ title, model, onClose }: WorkbookPreviewProps) {
  const [at, setAt] = useState(0);
  const sheet = model.sheets[at];
  return (
    <Modal open title={title} width={1240} centered footer={null} onCancel={onClose}>
      {model.sheets.length > 1 && (
        <div className={styles['sheets']} role="tablist" aria-label={title}>
          {model.sheets.map(({ name }, i) => (
            <button key={name} type="button" role="tab" aria-selected={i === at} onClick={() => setAt(i)}>
              {name}
            </button>
          ))}
        </div>
      )}
      {sheet && <Sheet sheet={sheet} />}
    </Modal>
  );
}

function Sheet({ sheet }: { readonly sheet: SheetModel }) {
  const flagged = new Set((sheet.flagged ?? []).map(({ row, column }) => `${row}|${column}`));
  const hidden = sheet.rows.length - ROWS_SHOWN;
  return (
    <div className={styles['paper']}>
      <h3>{sheet.title}</h3>
      {sheet.subtitle && <p className={styles['subtitle']}>{sheet.subtitle}</p>}
      <table>
        <colgroup>
          {sheet.columns.map(({ header, width }, i) => (
            <col key={`${header}-${i}`} style={{ width: width * PX_PER_CHARACTER }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {sheet.columns.map(({ header }, i) => (
              <th key={`${header}-${i}`} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.slice(0, ROWS_SHOWN).map((row, r) => (
            <tr key={r}>
              {row.map((value, c) => (
                <td key={c} data-kind={sheet.columns[c]?.kind} data-flagged={flagged.has(`${r}|${c}`)}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className="second">{text.more(hidden)}</p>}
      {sheet.foot.map((line) => (
        <p key={line} className={styles['foot']}>
          {line.split('\t').map((piece, i) => (
            <span key={i}>{piece}</span>
          ))}
        </p>
      ))}
    </div>
  );
}
