import { day, either, flag, map, number, text } from './describe';
import { described, HIDDEN, member, RECORD, WORKING, type RecordOf } from './described-record';

/** A parameter that the institution confirmed or set, with what it rests on. Without one, the ruleset's value counts. */
export const PARAMETER_SETTING = described({
  title: '核验参数',
  members: {
    /** `${rulesetId}/${parameterId}` */
    id: member('编号', text, RECORD),
    ruleset: member('适用规则', text, RECORD),
    parameter: member('参数', text, RECORD),
    value: member('数值', either(either(number, text), flag), RECORD),
    source: member('依据', text, RECORD),
    confirmedOn: member('确认日期', day, RECORD),
  },
});

export interface ParameterSetting extends RecordOf<typeof PARAMETER_SETTING> {}

/** How the columns of a file with this layout were read last time. */
export const COLUMN_MAPPING = described({
  title: '列对应',
  members: {
    /** `${kind}/${layout}`: kind of file and fingerprint of its header. */
    id: member('编号', text, HIDDEN),
    kind: member('文件类型', text, HIDDEN),
    /** Our field → header text of the file. */
    fields: member('列对应', map(text), WORKING),
  },
});

export interface ColumnMapping extends RecordOf<typeof COLUMN_MAPPING> {}
