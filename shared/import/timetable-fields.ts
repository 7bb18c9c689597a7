import type { FieldSpec } from './sheet-reader';
import { spellingList } from './spelling-list';

/** The columns of a timetable. Start and end may stand in one column (time). */
export const TIMETABLE_FIELDS = [
  {
    field: 'number',
    label: '课次',
    spellings: spellingList('课次 课次号 课次序号 第几课 节次 课号 课时序号'),
    vaguer: ['序号', '序'],
  },
  {
    field: 'date',
    label: '日期',
    spellings: spellingList('日期 上课日期 授课日期 培训日期 课程日期 开课日期 年月日'),
    vaguer: ['月日'],
    pattern: /^(?!制表|填表|打印|编制|结业|考试|测试).*日期$/,
  },
  {
    field: 'start',
    label: '开始时间',
    spellings: spellingList(
      '开始时间 上课时间起 起始时间 开始 上课开始时间 起 开课时间 起始 上课起 开始时刻 开始上课时间 起始时刻 起时 始',
    ),
    pattern: /^.{0,6}(?:开始|起始).{0,4}$/,
  },
  {
    field: 'end',
    label: '结束时间',
    spellings: spellingList(
      '结束时间 上课时间止 终止时间 结束 下课时间 上课结束时间 止 截止时间 终止 结课时间 结束时刻 上课止 下课时刻 止时 终',
    ),
    pattern: /^.{0,6}(?:结束|终止|截止).{0,4}$/,
  },
  {
    field: 'time',
    label: '上课时间',
    spellings: spellingList('时间 上课时间 授课时间 起止时间 时间段 培训时间 课程时间'),
    vaguer: spellingList('时段 日期时间 上课日期时间 上课日期及时间 日期及时间 上课时刻 具体时间'),
  },
  {
    field: 'title',
    label: '课程名称',
    spellings: spellingList('课程名称 课程 课程内容 授课内容 培训内容 内容 授课题目 课题 科目 教学内容 培训课程'),
  },
  {
    field: 'category',
    label: '课程类别',
    spellings: spellingList(
      '课程类别 类别 课程类型 课程性质 知识类别 学时类别 类型 学时类型 课程分类 学习类别 ' +
        '内容类别 知识类型 知识模块 课程模块 课程属性 学时性质 学时分类 科目类别 公共/专业 ' +
        '公共或专业 课程/类别',
    ),
    vaguer: ['模块', '属性', '性质', '课类'],
    pattern: /^.{1,6}(?:类别|类型|分类|种类|性质)$/,
  },
  {
    field: 'periods',
    label: '学时',
    spellings: spellingList(
      '学时 学时数 课时 课时数 培训学时 计划学时 课时量 学时量 课程学时 应得学时 授课学时 ' +
        '标准学时 认定学时 授课课时 课程课时 时长(学时) 时长(课时)',
    ),
    vaguer: ['节数'],
    pattern: /^(?!累计|公共|专业|已|剩余).{0,4}(?:学时|课时)(?:数|量|数量)?$/,
  },
  {
    field: 'teacher',
    label: '授课教师',
    spellings: spellingList(
      '授课教师 教师 老师 授课老师 主讲 主讲人 讲师 主讲教师 任课教师 授课人 授课人员 主讲老师 教员',
    ),
  },
  {
    field: 'room',
    label: '教室',
    spellings: spellingList('教室 地点 上课地点 授课地点 培训地点 上课教室 场地'),
  },
  {
    field: 'posts',
    label: '适用岗位',
    spellings: spellingList('适用岗位 岗位 对应岗位 参训岗位 适用对象 授课对象'),
  },
] as const satisfies readonly FieldSpec[];
