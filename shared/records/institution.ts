import { oneOf, optional, text } from './describe';
import { described, member, PERSONAL, RECORD, type RecordOf } from './described-record';

/** 培训机构. One per data set, under the key 'institution'. Names on forms are printed as written here. */
export const INSTITUTION = described({
  title: '培训机构',
  members: {
    id: member('编号', oneOf('institution'), RECORD),
    name: member('机构名称', text, RECORD),
    creditCode: member('统一社会信用代码', optional(text), RECORD),
    address: member('地址', optional(text), RECORD),
    phone: member('联系电话', optional(text), RECORD),
    /** 市州: one of Hubei's 17 areas; the office that reviews is free text. */
    area: member('所在市州', optional(text), RECORD),
    reviewingOffice: member('审核部门', optional(text), RECORD),
    /** 填表人, 审核人, 负责人 as they stand in the foot lines. */
    preparedBy: member('填表人', optional(text), PERSONAL),
    checkedBy: member('审核人', optional(text), PERSONAL),
    head: member('负责人', optional(text), PERSONAL),
    /** Short letters in front of certificate and package numbers, e.g. JC. */
    numberPrefix: member('编号字头', optional(text), RECORD),
  },
});

export interface Institution extends RecordOf<typeof INSTITUTION> {}
