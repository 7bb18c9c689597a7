import { importBarred, type BarredEntry } from '../../commands/import-barred';
import type { ImportKindSpec } from '../import-kind-spec';
import { choiceAnswer, textAnswer, type ChoiceQuestion, type TextQuestion } from '../import-question';
import { barredReader, type BarredContext } from '../read-barred';
import { TEMPLATES } from '../template-workbook';

/** The list has one source as a whole. */
const SOURCE: TextQuestion = {
  ask: 'text',
  name: 'source',
  label: '来源或依据',
  hint: '如：市住建局某月某日通知、某平台导出',
  missing: '请先填写来源或依据。',
};
const MODE: ChoiceQuestion<'add' | 'replace'> = {
  ask: 'choice',
  name: 'mode',
  label: '已有名单时',
  choices: [
    { value: 'add', label: '增加到现有名单' },
    { value: 'replace', label: '换成这份名单' },
  ],
};

/** 黑名单 as the city gives it out. It belongs to no course. */
export const barredKind: ImportKindSpec<'barred', BarredEntry, BarredContext, BarredEntry, 'barred' | 'institution'> =
  {
    reader: barredReader,
    words: {
      title: '导入黑名单',
      file: '黑名单',
      unit: '人',
      needs: '至少要有证件号码一列。',
      kept: '黑名单的导入预览已保留，回到“设置—黑名单”可以接着做。',
      reasons: ['按最新通知更新'],
      next: '看名单',
    },
    needs: ['barred', 'institution'],
    questions: ({ barred }) => (barred === null ? [SOURCE] : [SOURCE, MODE]),
    context: (_stored, today) => ({ today }),
    inputs: (rows) => rows.map(({ entry }) => entry),
    command: ({ barred }, entries, { answers }, ctx) =>
      importBarred(barred, { entries, mode: choiceAnswer(answers, MODE), source: textAnswer(answers, SOURCE) }, ctx),
    template: () => TEMPLATES.barred(),
  };
