import { Modal } from 'antd';
import { useMemo, useState } from 'react';
import type { SheetPages } from '../../../shared/basics/printed-workbook';
import type { SheetModel, WorkbookModel } from '../../../shared/basics/workbook';
import { sheetPages } from '../../../shared/documents/sheet-pages';
import { submissionText as text } from '../../text/submission';
import styles from './workbook-preview.module.css';

/** More pages than this are looked at in Excel. */
const PAGES_SHOWN = 12;
/** Widest paper on the screen, and what stands beside it; everything on the paper is in points and grows with it. */
const WIDEST_PX = 1120;
const BESIDE_PX = 112;

interface WorkbookPreviewProps {
  readonly title: string;
  readonly model: WorkbookModel;
  readonly onClose: () => void;
}

/** A workbook as it will be printed: sheet by sheet, page by page. */
export function WorkbookPreview({ title, model, onClose }: WorkbookPreviewProps) {
  const [at, setAt] = useState(0);
  const [across] = useState(() => Math.min(WIDEST_PX, window.innerWidth - BESIDE_PX - 24));
  const layouts = useMemo(() => model.sheets.map(sheetPages), [model]);
  const before = layouts.slice(0, at).reduce((n, { pages }) => n + pages.length, 0);
  const total = layouts.reduce((n, { pages }) => n + pages.length, 0);
  const sheet = model.sheets[at];
  const layout = layouts[at];
  return (
    <Modal
      open
      title={`${title}（${text.pages(total)}）`}
      width={across + BESIDE_PX}
      centered
      footer={null}
      onCancel={onClose}
      styles={{ body: { padding: 0 } }}
    >
      {model.sheets.length > 1 && (
        <div className={styles['sheets']} role="tablist" aria-label={title}>
          {model.sheets.map(({ name }, i) => (
            <button key={name} type="button" role="tab" aria-selected={i === at} onClick={() => setAt(i)}>
              {name} <span className="second">{text.pages(layouts[i]!.pages.length)}</span>
            </button>
          ))}
        </div>
      )}
      {sheet && layout && (
        <div key={at} className={styles['desk']} role="region" aria-label={sheet.title}>
          {layout.pages.slice(0, PAGES_SHOWN).map((page, i) => (
            <Paper
              key={page.from}
              sheet={sheet}
              layout={layout}
              page={i}
              across={across}
              number={text.pageOf(before + i + 1, total)}
            />
          ))}
          {layout.pages.length > PAGES_SHOWN && (
            <p className={styles['more']}>{text.morePages(layout.pages.length - PAGES_SHOWN)}</p>
          )}
        </div>
      )}
    </Modal>
  );
}

interface PaperProps {
  readonly sheet: SheetModel;
  readonly layout: SheetPages;
  readonly page: number;
  /** Width on the screen in pixels. */
  readonly across: number;
  readonly number: string;
}

/** One sheet of A4 with what is printed on it. */
function Paper({ sheet, layout, page, across, number }: PaperProps) {
  const { from, to } = layout.pages[page]!;
  const { paper } = layout;
  const { columns } = sheet;
  const width = columns.reduce((n, column) => n + column.width, 0);
  const flagged = new Set((sheet.flagged ?? []).map(({ row, column }) => `${row}|${column}`));
  const pxPerPoint = across / paper.width;
  const px = (points: number): number => points * pxPerPoint;
  const zoom = layout.scale * pxPerPoint;
  return (
    <div
      className={styles['paper']}
      style={{
        width: across,
        height: px(paper.height),
        padding: `${px(paper.top)}px ${px(paper.side)}px ${px(paper.bottom)}px`,
      }}
    >
      <div className={styles['printed']} style={{ zoom, width: layout.across }}>
        <h3 style={{ height: layout.title }}>{sheet.title}</h3>
        {sheet.subtitle !== undefined && <p style={{ height: layout.subtitle }}>{sheet.subtitle}</p>}
        <table style={{ width: layout.across }}>
          <colgroup>
            {columns.map((column, i) => (
              <col key={i} style={{ width: `${(column.width / width) * 100}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr style={{ height: layout.header }}>
              {columns.map(({ header }, i) => (
                <th key={i} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.slice(from, to).map((row, r) => (
              <tr key={r} style={{ height: layout.rows[from + r] }}>
                {columns.map(({ kind }, c) => (
                  <td key={c} data-kind={kind} data-flagged={flagged.has(`${from + r}|${c}`)}>
                    {row[c]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {page === layout.pages.length - 1 && <Foot sheet={sheet} layout={layout} width={width} />}
      </div>
      <div className={styles['bottom']} style={{ fontSize: px(9), insetInline: px(paper.side), bottom: px(24) }}>
        <span>{sheet.pageFooter}</span>
        <span>{number}</span>
        <span />
      </div>
    </div>
  );
}

function Foot({
  sheet,
  layout,
  width,
}: {
  readonly sheet: SheetModel;
  readonly layout: SheetPages;
  readonly width: number;
}) {
  return (
    <div className={styles['foot']} style={{ width: layout.across }}>
      {layout.foot.map(({ height, pieces }, i) => (
        <div key={i} style={{ height }}>
          {pieces.map(({ text: piece, from, to }) => {
            const own = sheet.columns.slice(from - 1, to).reduce((n, column) => n + column.width, 0);
            return (
              <span key={from} style={{ width: `${(own / width) * 100}%` }}>
                {piece}
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
}
