import type { Json } from '../basics/json';
import type { ProblemText } from './problem';
import { say } from './say';

/** What can go wrong when documents are printed and packages are made or read. */
export const DOCUMENT_PROBLEMS = {
  'glyph-missing': {
    level: 'error',
    title: '字体缺字',
    sentence: (v: {
      codePoint: string;
      seen: boolean;
      character: string;
      people: readonly string[];
      where: string;
    }) => {
      const code = say(v.codePoint);
      const what =
        v.seen === false
          ? `有看不见的字符（${code}），印不出来`
          : `有字“${say(v.character)}”（${code}），现有字体没有这个字`;
      return `${say(v.people)} 的证明，${say(v.where)}中${what}，已停止打印，一份也没有出。`;
    },
    next: '核对这一栏录入是否正确，改正后再出具；确实是这个字的，先不选这些人，其余的可以照常出具。',
  },
  'form-glyph-missing': {
    level: 'error',
    title: '字体缺字',
    sentence: (v: { form: string; character: string; codePoint: string; seen: boolean }) =>
      `${say(v.form)}中${
        v.seen
          ? `有字“${say(v.character)}”（${say(v.codePoint)}），现有字体没有这个字`
          : `有看不见的字符（${say(v.codePoint)}），印不出来`
      }，没有生成文件。`,
    next: '核对录入是否正确，改正后重新生成。',
  },
  'print-failed': {
    level: 'error',
    title: '没有印成',
    sentence: () => '排版程序中断，没有生成文件，已保存的记录不受影响。',
    next: '再试一次；仍然不行时重新启动程序。',
  },
  'print-cancelled': {
    level: 'info',
    title: '已取消',
    sentence: () => '已按您的要求停止，没有生成文件。',
    next: '需要时重新开始。',
  },
  'workbook-failed': {
    level: 'error',
    title: '没有生成表格',
    sentence: () => '生成 Excel 文件时中断，没有写出文件。',
    next: '再试一次；仍然不行时重新启动程序。',
  },
  'package-failed': {
    level: 'error',
    title: '没有生成报审材料包',
    sentence: () => '生成材料包时中断，没有写出文件，也没有封存。',
    next: '再试一次；仍然不行时重新启动程序。',
  },
  'file-lost': {
    level: 'error',
    title: '存档文件读不出来',
    sentence: (v: { what: string }) => `${say(v.what)} 的存档文件不见了，或内容已与封存时不同，没有使用它。`,
    next: '从备份恢复数据文件夹；在此之前不要另行补做一份。',
  },
  'certificate-template-old': {
    level: 'error',
    title: '以前的版式',
    sentence: (v: { numbers: readonly string[] }) =>
      `${say(v.numbers)} 是按以前的版式出具的，不能与其他证明合成一个文件，否则就与原件不同。`,
    next: '一次选择一份，打印存档的原件。',
  },
  'records-changed': {
    level: 'error',
    title: '记录有变化',
    sentence: () => '制作期间本班记录有改动，已停止，没有出具，也没有封存。',
    next: '核对后重新开始。',
  },
  'package-ruleset-unknown': {
    level: 'error',
    title: '没有这套规则',
    sentence: (v: { ruleset: string }) => `培训班指定的规则“${say(v.ruleset)}”本程序不认识，不能封存核验结论。`,
    next: '在培训班设置中选择一套规则，或更新程序。',
  },
  'package-nobody': {
    level: 'error',
    title: '没有可上报的人',
    sentence: (v: { leftOut: number }) => `没有一人符合上报条件，${say(v.leftOut)} 人列在不予上报名单中。`,
    next: '在“核验”中查看每个人的原因，补齐后再生成。',
  },
  'package-unfit': {
    level: 'error',
    title: '名单与核验结论不一致',
    sentence: (v: { people: readonly string[] }) => `${say(v.people)} 有不符合项，不能进入材料包。`,
    next: '返回“报审”页重新核对名单后再生成。',
  },
  'package-warning-unconfirmed': {
    level: 'error',
    title: '提醒还没有逐人确认',
    sentence: (v: { people: readonly string[] }) => `${say(v.people)} 有提醒没有确认，材料包要写明由谁确认。`,
    next: '在“报审”页逐人查看并确认，然后再生成。',
  },
  'package-not-zip': {
    level: 'error',
    title: '不是材料包',
    sentence: () => '这个文件不是压缩包，或者只下载、复制了一部分，无法读取。',
    next: '请对方重新发送，并核对文件大小。',
  },
  'package-encrypted': {
    level: 'error',
    title: '文件加了密码',
    sentence: () => '这个压缩包加了密码，本程序生成的材料包没有密码。',
    next: '请对方发送原始文件。',
  },
  'package-too-large': {
    level: 'error',
    title: '材料包过大',
    sentence: (v: { path: string }) =>
      `压缩包超过上限（20,000 个文件、总共 2 GB、单个 200 MB）${say(v.path) === '' ? '' : `：${say(v.path)}`}，为安全起见没有展开。`,
    next: '核对文件来源；正常的材料包不会这么大。',
  },
  'package-hostile': {
    level: 'error',
    title: '压缩包有危险内容',
    sentence: (v: { path: string }) =>
      `压缩包中的“${say(v.path)}”路径或大小不正常，可能会覆盖别的文件或撑满磁盘，没有展开。`,
    next: '不要用其他软件打开，向发送方核实来源。',
  },
  'package-damaged': {
    level: 'error',
    title: '材料包已损坏',
    sentence: (v: { path: string }) =>
      `文件${say(v.path) === '' ? '' : `“${say(v.path)}”`}已损坏，读不出原来的内容。`,
    next: '请对方重新发送。',
  },
  'package-not-ours': {
    level: 'error',
    title: '不是报审材料包',
    sentence: () => '压缩包里没有材料包的标识，可能选错了文件。',
    next: '选择由“学时簿”生成的报审材料包。',
  },
  'package-version': {
    level: 'error',
    title: '材料包版本不认识',
    sentence: (v: { version: Json; known: number }) =>
      `材料包格式版本是 ${say(v.version)}，本程序只认识 ${say(v.known)}，为避免误读没有打开。`,
    next: '更新程序后再打开。',
  },
  'package-file-missing': {
    level: 'error',
    title: '材料包缺文件',
    sentence: (v: { path: string }) => `材料包中缺少“${say(v.path)}”，内容不完整。`,
    next: '请对方重新发送原始文件。',
  },
  'package-file-unknown': {
    level: 'error',
    title: '材料包多出文件',
    sentence: (v: { path: string }) => `材料包中多出清单上没有的文件“${say(v.path)}”，可能是后来加进去的。`,
    next: '请对方重新发送原始文件。',
  },
  'package-manifest': {
    level: 'error',
    title: '清单无法读取',
    sentence: (v: { path: string }) => `清单“${say(v.path)}”的格式不对，无法核对内容。`,
    next: '请对方重新发送原始文件。',
  },
  'package-digest': {
    level: 'error',
    title: '内容与清单不符',
    sentence: (v: { path: string }) => `“${say(v.path)}”的内容与封存时不同，材料包被改动过。`,
    next: '不要使用这份材料，请对方重新发送原始文件。',
  },
  'package-json': {
    level: 'error',
    title: '数据格式不对',
    sentence: (v: { path: string }) => `“${say(v.path)}”不是规定的数据格式，无法读取。`,
    next: '请对方用原程序重新生成。',
  },
  'package-schema': {
    level: 'error',
    title: '数据内容不对',
    sentence: (v: { path: string; where: string; says?: string }) =>
      v.says === undefined
        ? `“${say(v.path)}”中“${say(v.where)}”一项不符合本版本的格式。`
        : `“${say(v.path)}”中的“${say(v.where)}”不对：${say(v.says)}。`,
    next: '请对方用原程序重新生成。',
  },
  'package-contradiction': {
    level: 'error',
    title: '材料包前后矛盾',
    sentence: (v: { what: string; where?: string; says?: string }) =>
      v.says === undefined
        ? `材料包中“${say(v.what)}”与其他部分对不上，无法确认以哪一处为准。`
        : `材料包中的记录互相矛盾：${say(v.says)}，无法确认以哪一处为准。`,
    next: '请对方用原程序重新生成。',
  },
  'package-ruleset-wrong': {
    level: 'error',
    title: '规则不适用',
    sentence: (v: { why: string; where: string; says: string }) =>
      `材料包不能按它指定的规则核验：${say(v.says)}，为避免误判没有打开。`,
    next: '更新程序后再打开；仍打不开时请对方核对培训班的规则。',
  },
  'package-ruleset-differs': {
    level: 'warning',
    title: '规则版本不同',
    sentence: (v: { ruleset: string; version: string; ours: string }) =>
      `材料包按“${say(v.ruleset)}”第 ${say(v.version)} 版核验，本程序的是第 ${say(v.ours)} 版，内容不完全相同；重新核验的结论可能与包中的不同。`,
    next: '以包中的核验结论为准，或改用封存时的程序版本核对。',
  },
  'package-merge-lost': {
    level: 'warning',
    title: '合并的学员不在包中',
    sentence: (v: { says: string }) => `${say(v.says)}；这个人的记录按合并前的那一条读取。`,
    next: '核对姓名和证件号码；需要时请对方用新版程序重新封存。',
  },
  'package-repacked': {
    level: 'warning',
    title: '压缩包被重新打包',
    sentence: () => '内容与封存时完全一致，但压缩包不是原来的文件，有人解压后重新打包过。',
    next: '内容可以使用；需要原始文件时请对方重新发送。',
  },
} as const satisfies { readonly [code: string]: ProblemText };
