import { addOutsideHours, type OutsideHoursEntry } from '../../commands/add-outside-hours';
import type { ImportKindSpec } from '../import-kind-spec';
import { choiceAnswer, textAnswer, type ChoiceQuestion, type TextQuestion } from '../import-question';
import { outsideHoursReader, type OutsideHoursCandidate, type OutsideHoursContext } from '../read-outside-hours';
import { TEMPLATES } from '../template-workbook';

/** Rows may each say their source: this is for those that do not. */
const SOURCE: TextQuestion = {
  ask: 'text',
  name: 'source',
  label: '没有写明来源的，按',
  hint: '如：市住建局某月某日通知、某平台导出',
};
const KIND: ChoiceQuestion<OutsideHoursContext['kind']> = {
  ask: 'choice',
  name: 'kind',
  label: '没有写明来源类型的，按',
  choices: [
    { value: 'earlier', label: '往年学时' },
    { value: 'online', label: '线上学时' },
  ],
};

/** 线上及往年学时 of the people of the course. */
export const outsideHoursKind: ImportKindSpec<
  'outside-hours',
  OutsideHoursCandidate,
  OutsideHoursContext,
  OutsideHoursEntry,
  'facts'
> = {
  reader: outsideHoursReader,
  words: {
    title: '导入线上及往年学时',
    file: '线上及往年学时',
    unit: '条',
    needs: '至少要有姓名或证件号码、年度或日期、学时。',
    kept: '线上及往年学时的导入预览已保留，回到“名册”可以接着做。',
    reasons: ['按学时证明原件更正', '登记有误'],
    next: '看名册',
  },
  needs: ['facts'],
  questions: () => [SOURCE, KIND],
  context: ({ facts }, today, answers) => ({
    facts,
    today,
    kind: choiceAnswer(answers, KIND),
    source: textAnswer(answers, SOURCE).trim(),
  }),
  inputs: (rows) => rows.flatMap(({ entry }) => entry),
  command: ({ facts }, entries, { reason }, ctx) => addOutsideHours(facts, { entries, reason }, ctx),
  template: ({ facts }) => TEMPLATES['outside-hours'](facts),
};
