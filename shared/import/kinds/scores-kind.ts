import type { ScoreEntry } from '../../commands/import-entries';
import { importScores } from '../../commands/import-scores';
import type { ImportKindSpec } from '../import-kind-spec';
import { scoreReader, type ScoreContext } from '../read-scores';
import type { ScoreCandidate } from '../settle-scores';
import { TEMPLATES } from '../template-workbook';

/** 测试成绩: one row per attempt, or an attempt with its retake beside it. */
export const scoresKind: ImportKindSpec<'scores', ScoreCandidate, ScoreContext, ScoreEntry, 'facts'> = {
  reader: scoreReader,
  words: {
    title: '导入测试成绩',
    file: '测试成绩',
    unit: '条',
    needs: '至少要有姓名或证件号码、测试日期、成绩。',
    kept: '测试成绩的导入预览已保留，回到“测试”可以接着做。',
    reasons: ['按成绩原件更正', '登记有误'],
    next: '看测试',
  },
  needs: ['facts'],
  context: ({ facts }, today) => ({ facts, today }),
  inputs: (rows) =>
    rows
      .filter(({ row, taken }) => taken || row.changes.length === 0)
      .flatMap(({ entry: { enrolmentId, on, number, score, retake } }) => [
        { enrolmentId, on, number: number!, score },
        ...(retake ? [{ enrolmentId, on: retake.on, number: retake.number!, score: retake.score }] : []),
      ]),
  command: ({ facts }, entries, { reason }, ctx) => importScores(facts, { entries, differing: 'take', reason }, ctx),
  template: ({ facts }) => TEMPLATES.scores(facts),
};
