import type { RosterEntry, RosterRowToImport } from '../../commands/import-entries';
import { importRoster } from '../../commands/import-roster';
import type { ImportKindSpec } from '../import-kind-spec';
import { rosterReader, type RosterCandidate, type RosterContext } from '../read-roster';
import { TEMPLATES } from '../template-workbook';

/** 学员名册: people, their certificates and that they are in the course. */
export const rosterKind: ImportKindSpec<
  'roster',
  RosterCandidate,
  RosterContext,
  RosterRowToImport,
  'facts' | 'people'
> = {
  reader: rosterReader,
  words: {
    title: '导入名册',
    file: '学员名册',
    unit: '人',
    needs: '至少要有姓名、证件号码、岗位三列；表头上面有标题行、有合并单元格都可以。',
    kept: '名册的导入预览已保留，回到“名册”可以接着做。',
    reasons: ['原名册有误，按更正后的文件', '学员本人申请更正', '单位来函更正'],
    next: '看名册',
  },
  needs: ['facts', 'people'],
  context: ({ facts: { course, enrolments }, people: { persons, certificates } }, today) => ({
    ruleset: course.ruleset,
    purpose: course.purpose,
    today,
    known: { persons, certificates, enrolments },
  }),
  inputs: (rows) =>
    rows
      .filter(({ entry, taken }) => taken || entry.known.enrolment === null)
      .map(({ entry: { entry, known }, row, taken }) => ({
        entry,
        person: known.person?.id ?? null,
        certificate: known.certificate?.id ?? null,
        enrolment: known.enrolment?.id ?? null,
        take: taken ? row.changes.map(({ field }) => field as keyof RosterEntry) : [],
      })),
  command: ({ facts, people }, rows, { fileName, reason }, ctx) =>
    importRoster(facts, { rows, people, source: fileName, reason }, ctx),
  template: ({ facts }) => TEMPLATES.roster(facts),
};
