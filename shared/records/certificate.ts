import { declaration } from './declaration';
import { day, id, oneOf, optional, reference, text } from './describe';
import { described, member, PERSONAL, RECORD, type RecordOf } from './described-record';

/** A post code of the ruleset ('101' … '115') or, where the ruleset has families only, a family name. */
export type Post = string;

/** 证书. old = 合格证书, electronic = 电子培训合格证. Its CE years follow from issuedOn and origin. */
export const CERTIFICATE = described({
  title: '证书',
  members: {
    id: member('编号', id('certificates'), RECORD),
    personId: member('学员', reference('persons'), RECORD),
    kind: member('证书类型', oneOf('old', 'electronic'), RECORD),
    /** Missing when the file did not say: then post-matches-certificate cannot tell. */
    post: member('岗位', optional(text), RECORD),
    /** The post exactly as it was imported. */
    postSpelling: member('岗位原文', optional(text), RECORD),
    number: member('证书编号', optional(text), PERSONAL),
    issuedOn: member('发证日期', optional(day), RECORD),
    /** 新取证 = new, 换发 = exchanged. */
    origin: member('取得方式', optional(oneOf('new', 'exchanged')), RECORD),
    validUntil: member('有效期至', optional(day), RECORD),
    /** 能否在全国系统查询到 ([37] 二(一)). */
    foundInSystem: member('全国系统可查', optional(declaration), RECORD),
  },
  invariants: [
    {
      member: 'validUntil',
      says: '不能早于发证日期',
      holds: ({ issuedOn, validUntil }) => !issuedOn || !validUntil || validUntil >= issuedOn,
    },
  ],
});

export interface Certificate extends RecordOf<typeof CERTIFICATE> {}
