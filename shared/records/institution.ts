/** 培训机构. One per data set, under the key 'institution'. Names on forms are printed as written here. */
export interface Institution {
  readonly id: 'institution';
  readonly name: string;
  readonly creditCode?: string;
  readonly address?: string;
  readonly phone?: string;
  /** 市州: one of Hubei's 17 areas; the office that reviews is free text. */
  readonly area?: string;
  readonly reviewingOffice?: string;
  /** 填表人, 审核人, 负责人 as they stand in the foot lines. */
  readonly preparedBy?: string;
  readonly checkedBy?: string;
  readonly head?: string;
  /** Short letters in front of certificate and package numbers, e.g. JC. */
  readonly numberPrefix?: string;
}
