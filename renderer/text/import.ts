import type { ImportKind } from '../../shared/import/preview';

interface KindText {
  /** 导入名册 */
  readonly title: string;
  /** The file as it is called: 学员名册. */
  readonly file: string;
  /** What is counted: 人. */
  readonly unit: string;
}

/** Sentences of the import screen. */
export const importText = {
  back: '返回',
  kinds: {
    roster: { title: '导入名册', file: '学员名册', unit: '人' },
    timetable: { title: '导入课程表', file: '课程表', unit: '课' },
    attendance: { title: '导入考勤表', file: '考勤表', unit: '人' },
    scores: { title: '导入测试成绩', file: '测试成绩', unit: '条' },
    'outside-hours': { title: '导入线上及往年学时', file: '线上及往年学时', unit: '条' },
    barred: { title: '导入不得申报人员名单', file: '不得申报人员名单', unit: '人' },
  } satisfies Record<ImportKind, KindText>,
} as const;
