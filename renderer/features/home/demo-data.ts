import { addDays, dayOf, monthOf, yearOf, type Day } from '../../../shared/basics/day';
import type { RosterEntry, SessionEntry } from '../../../shared/commands/import-entries';
import { idCheckCharacter } from '../../../shared/identity/id-number';
import type { Mark } from '../../../shared/records/mark';
import { PRESENT } from '../../../shared/records/mark';
import { postTitle } from '../../../shared/regulation/posts';
import { demoText } from '../../text/demo';

const POSTS = ['101', '106', '111', '114', '112', '104'] as const;
/** An area code that was never issued, so that no number can belong to anybody. */
const NO_AREA = '429899';
/** The age, in calendar years, of the oldest when their class begins; the youngest is 29 years younger. */
const OLDEST = 54;

/** A number that passes every check and belongs to nobody. */
function idNumberOf(i: number, birth: Day): string {
  const first = `${NO_AREA}${birth.replaceAll('-', '')}${String(100 + i).padStart(3, '0')}`;
  return first + idCheckCharacter(first);
}

/**
 * The 10th of a month three to seven months before a class, three years earlier. On no day does a class lie near an
 * anniversary of such a certificate, where its lessons would count for two CE years: the last one was at least 80 days
 * before its beginning, the next one is more than 120 days behind it.
 */
function issuedBefore(i: number, startsOn: Day): Day {
  const month = yearOf(startsOn) * 12 + monthOf(startsOn) - 1 - (3 + (i % 5));
  return dayOf(Math.floor(month / 12) - 3, (month % 12) + 1, 10)!;
}

/**
 * So many invented people on the roster of a class that begins on a day; `from` keeps two rosters apart. Ages and
 * certificates go with the class, so that it says the same whenever it is loaded.
 */
export function demoPeople(from: number, count: number, startsOn: Day): readonly RosterEntry[] {
  return Array.from({ length: count }, (_, n): RosterEntry => {
    const i = from + n;
    const birth = dayOf(yearOf(startsOn) - OLDEST + ((i * 7) % 30), (i % 12) + 1, (i % 28) + 1)!;
    const post = POSTS[i % POSTS.length]!;
    const surname = Array.from(demoText.surnames)[i % 32]!;
    return {
      name: surname + demoText.given[(i * 5 + Math.floor(i / 16)) % demoText.given.length]!,
      idKind: 'resident',
      idNumber: idNumberOf(i, birth),
      sex: (100 + i) % 2 === 1 ? 'male' : 'female',
      birthDate: birth,
      phone: `1990000${String(1000 + i)}`,
      employer: demoText.employers[i % demoText.employers.length]!,
      post,
      postSpelling: postTitle(post),
      certificateNumber: `YS${String(i + 1).padStart(6, '0')}`,
      issuedOn: issuedBefore(i, startsOn),
      origin: 'new',
      ...(i % 9 === 4 ? {} : { stillInPost: 'yes' as const }),
    };
  });
}

const SLOTS = [
  [510, 600],
  [615, 705],
  [840, 930],
  [945, 1035],
] as const;
const PERIODS = 2;
const LESSONS = 17;
const PUBLIC_LESSONS = 5;

/** Seventeen lessons of two periods on five days, 34 periods, 24 of them professional. */
export function demoTimetable(startsOn: Day): readonly SessionEntry[] {
  return Array.from({ length: LESSONS }, (_, i): SessionEntry => {
    const [start, end] = SLOTS[i % SLOTS.length]!;
    const category = i < PUBLIC_LESSONS ? 'public' : 'professional';
    const topics = category === 'public' ? demoText.publicTopics : demoText.professionalTopics;
    return {
      number: i + 1,
      date: addDays(startsOn, Math.floor(i / SLOTS.length)),
      start,
      end,
      periods: PERIODS,
      category,
      title: topics[i % topics.length]!,
      teacher: demoText.teachers[i % demoText.teachers.length]!,
      room: '301',
      posts: [],
      existing: null,
    };
  });
}

/** Mostly present; some late, early, away, on leave, and one person who missed too much. */
export function demoMark(person: number, lesson: number): Mark {
  if (person === 6 && lesson % 3 === 0) return { kind: 'absent' };
  const n = (person * 31 + lesson * 17) % 97;
  if (n === 3) return { kind: 'leave' };
  if (n === 11) return { kind: 'attended', late: 15, early: 0 };
  if (n === 23) return { kind: 'attended', late: 0, early: 50 };
  if (n === 41) return { kind: 'attended', late: 8, early: 0 };
  return PRESENT;
}

/** Scores around 80; one just short, one away. */
export function demoScore(person: number): number | 'absent' {
  if (person === 9) return 'absent';
  return person === 3 ? 58 : 62 + ((person * 13) % 37);
}
