/** Names and titles of the demo data: people, teachers and companies are invented. */
export const demoText = {
  institution: '演示培训学校',
  reviewingOffice: '演示市住房和城乡建设局',
  running: '演示：正在进行的继续教育班',
  finished: '演示：已结束的继续教育班',
  place: '演示校区 301 教室',
  source: '演示名册',
  surnames: '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜',
  given: ['建国', '志强', '文静', '晓东', '丽华', '海涛', '秀英', '国平', '永红', '子涵', '春梅', '立新', '玉兰', '俊杰', '桂芳', '明亮'],
  employers: ['演示建筑工程有限公司', '演示市政工程有限公司', '演示装饰工程有限公司'],
  teachers: ['冯老师', '褚老师', '卫老师'],
  publicTopics: ['建设法规与职业道德', '工程质量安全', '绿色施工', '合同与信用', '新发展理念'],
  professionalTopics: ['专业技术标准', '施工工艺', '材料与检测', '质量通病防治', '信息化管理', '案例分析'],
  markReason: '演示数据',
} as const;
