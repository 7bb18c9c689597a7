import type { Day } from '../basics/day';
import { maskId } from '../identity/mask';
import { normaliseName } from '../identity/name';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import type { Enrolment } from '../records/enrolment';
import type { Person } from '../records/person';
import { personThatCounts } from '../records/who-counts';
import type { CourseFacts } from '../regulation/facts';
import { comparePosts, postTitle, resolvePost } from '../regulation/posts';
import { rulesetById } from '../regulation/rulesets';
import { isBlank, keptText } from './cell-text';
import { readIdCell } from './read-id-cell';
import type { FieldSpec, RowCells } from './sheet-reader';

/** The columns by which attendance, score and hours sheets name a person. */
export const PERSON_FIELDS = [
  { field: 'order', label: '序号', spellings: ['序号', '序', '号', 'no', 'no.'] },
  {
    field: 'name',
    label: '姓名',
    spellings: ['姓名', '学员姓名', '人员姓名', '名字', '学员', '参训人员', '参培人员', '考生'],
  },
  {
    field: 'idNumber',
    label: '证件号码',
    spellings: [
      '身份证号',
      '身份证号码',
      '身份证',
      '证件号码',
      '证件号',
      '身份证件号码',
      '居民身份证号',
      '居民身份证号码',
      '公民身份号码',
      '身份号码',
      '有效证件号码',
      '身份证编号',
      '证件编号',
      '有效证件号',
      '身份证件号',
      '公民身份证号',
      '公民身份证号码',
    ],
  },
  {
    field: 'post',
    label: '岗位',
    spellings: [
      '岗位',
      '岗位名称',
      '岗位类别',
      '工作岗位',
      '培训岗位',
      '专业岗位',
      '报考岗位',
      '持证岗位',
      '证书岗位',
      '申报岗位',
      '报名岗位',
      '岗位类型',
    ],
  },
] as const satisfies readonly FieldSpec[];

interface Member {
  readonly person: Person;
  readonly enrolments: readonly Enrolment[];
}

interface CoursePeople {
  readonly byNumber: ReadonlyMap<string, Member>;
  readonly byName: ReadonlyMap<string, readonly Member[]>;
}

const indexes = new WeakMap<CourseFacts, CoursePeople>();

function coursePeople(facts: CourseFacts): CoursePeople {
  const kept = indexes.get(facts);
  if (kept) return kept;
  const members = new Map<string, { person: Person; enrolments: Enrolment[] }>();
  for (const enrolment of facts.enrolments) {
    const person = personThatCounts(facts.persons, enrolment.personId);
    if (!person) continue;
    const member = members.get(person.id) ?? { person, enrolments: [] };
    member.enrolments.push(enrolment);
    members.set(person.id, member);
  }
  const byName = new Map<string, Member[]>();
  for (const member of members.values())
    byName.set(member.person.name, [...(byName.get(member.person.name) ?? []), member]);
  const index = {
    byNumber: new Map([...members.values()].map((member) => [member.person.idNumber, member])),
    byName,
  };
  indexes.set(facts, index);
  return index;
}

/** Whom a row names. Several enrolments where the person has several posts and the row does not say which. */
export type FoundPerson =
  | { readonly kind: 'found'; readonly person: Person; readonly enrolments: readonly Enrolment[] }
  | { readonly kind: 'not-found'; readonly problem: Problem };

/**
 * The person of the course that a row means: by identity number; by name where the row has no usable number (destroyed, or
 * hidden behind stars) and only one person of the course has that name, or that name and post. A number and a name of two different people is refused.
 */
export function findPerson({ cell }: RowCells, facts: CourseFacts, today: Day): FoundPerson {
  const people = coursePeople(facts);
  const name = normaliseName(cell('name')?.text ?? '');
  const number = isBlank(cell('idNumber')) ? null : readIdCell(cell('idNumber'), undefined, today);
  const hidden = number ? /\*/.test(number.shown) : false;
  const usable = number && !number.damaged && !hidden ? number.shown : null;
  const notFound = (problem: Problem): FoundPerson => ({ kind: 'not-found', problem });
  const member = usable === null ? null : people.byNumber.get(usable);
  if (usable !== null && !member) {
    return notFound(
      importProblem('person-not-in-roster', { name: name || '此人', value: maskId(usable) }, 'idNumber'),
    );
  }
  if (member && name !== '' && name !== member.person.name) {
    return notFound(
      importProblem('person-ambiguous', { why: 'number-and-name', owner: member.person.name, name }, 'name'),
    );
  }
  const post = keptText(cell('post'));
  const fitting = (people.byName.get(name) ?? []).filter(
    ({ person }) => !hidden || couldBe(number!.shown, person.idNumber),
  );
  const named = member ? [member] : ofPostAlone(fitting, post, facts);
  if (named.length === 0)
    return notFound(
      importProblem('person-not-in-roster', { name: name || '此人', value: '没有可用的证件号码' }, 'name'),
    );
  if (named.length > 1)
    return notFound(importProblem('person-ambiguous', { why: 'same-name', count: named.length, name }, 'name'));
  return ofPost(named[0]!, post, facts);
}

/** Whether 4201**********0036 may stand for a number. */
const couldBe = (masked: string, number: string): boolean =>
  masked.length === number.length
    ? Array.from(masked).every((character, i) => character === '*' || character === number[i])
    : number.startsWith(/^[^*]*/.exec(masked)![0]) && number.endsWith(/[^*]*$/.exec(masked)![0]);

/** Of several people of one name those who are enrolled for the post that the row says; all where that tells nothing. */
function ofPostAlone(members: readonly Member[], spelling: string, facts: CourseFacts): readonly Member[] {
  const ruleset = rulesetById(facts.course.ruleset);
  const post = members.length > 1 && spelling !== '' && ruleset ? resolvePost(ruleset, spelling) : null;
  if (!post) return members;
  const fitting = members.filter(({ enrolments }) =>
    enrolments.some((enrolment) => comparePosts(enrolment.post, post.post) !== 'different'),
  );
  return fitting.length > 0 ? fitting : members;
}

function ofPost({ person, enrolments }: Member, spelling: string, facts: CourseFacts): FoundPerson {
  const ruleset = rulesetById(facts.course.ruleset);
  const post = spelling !== '' && ruleset ? resolvePost(ruleset, spelling) : null;
  if (!post) return { kind: 'found', person, enrolments };
  const fitting = enrolments.filter((enrolment) => comparePosts(enrolment.post, post.post) !== 'different');
  if (fitting.length > 0) return { kind: 'found', person, enrolments: fitting };
  const posts = enrolments.map((enrolment) => postTitle(enrolment.post));
  const value = `岗位写的是${spelling}，名册中是${posts.join('、')}`;
  return { kind: 'not-found', problem: importProblem('person-not-in-roster', { name: person.name, value }, 'post') };
}
