import type { Certificate } from '../../shared/records/certificate';
import type { Purpose } from '../../shared/records/course';
import type { Declaration } from '../../shared/records/declaration';
import type { Enrolment } from '../../shared/records/enrolment';
import type { OutsideHours } from '../../shared/records/outside-hours';
import type { IdKind, Sex } from '../../shared/records/person';
import type { Category } from '../../shared/records/session';

/** The words for what records can be. */
export const recordText = {
  purpose: { exchange: '换证', annual: '年度继续教育' } satisfies Record<Purpose, string>,
  certificateKind: { old: '合格证书', electronic: '电子培训合格证' } satisfies Record<Certificate['kind'], string>,
  origin: { new: '新取证', exchanged: '换发' } satisfies Record<NonNullable<Certificate['origin']>, string>,
  sex: { male: '男', female: '女' } satisfies Record<Sex, string>,
  idKind: {
    resident: '居民身份证',
    'foreign-permanent': '外国人永久居留身份证',
    passport: '护照',
    other: '其他证件',
  } satisfies Record<IdKind, string>,
  category: { public: '公共基础知识', professional: '专业岗位知识' } satisfies Record<Category, string>,
  enrolmentStatus: { active: '在读', left: '退出', transferred: '转班' } satisfies Record<
    Enrolment['status']['kind'],
    string
  >,
  answer: { yes: '是', no: '否', unknown: '未答' } satisfies Record<Declaration['answer'], string>,
  outsideKind: { online: '线上学时', earlier: '往年学时' } satisfies Record<OutsideHours['kind'], string>,
  declared: { healthy: '身体健康', employed: '在企业工作', stillInPost: '仍在岗', foundInSystem: '全国系统可查' },
  absentFromTest: '缺考',
  ceYear: (year: number) => `${year}年度`,
  periods: (n: number) => `${n} 学时`,
  people: (n: number) => `${n} 人`,
} as const;
