import type { Finding, UsedParameter } from '../finding';

/** A finding as sentences need it. What a sentence asks for and the finding does not have is a programmer's mistake: it throws. */
export class Words {
  constructor(readonly finding: Finding) {}

  #value(name: string): string | number | readonly string[] {
    const value = this.finding.values?.[name];
    if (value === undefined) throw new Error(`${this.finding.rule}/${this.finding.detail} has no value ${name}`);
    return value;
  }

  has(name: string): boolean {
    return this.finding.values?.[name] !== undefined;
  }

  number(name: string): number {
    return Number(this.#value(name));
  }

  text(name: string): string {
    return inChinese(String(this.#value(name)));
  }

  list(name: string): readonly string[] {
    const value = this.#value(name);
    return (Array.isArray(value) ? value : [value]).map((item) => inChinese(String(item)));
  }

  /** A day as people write it: 2026年3月18日. */
  day(name: string): string {
    return this.text(name);
  }

  /** The first number compared. */
  get actual(): string {
    return inChinese(String(this.finding.numbers[0]?.actual ?? '未记录'));
  }

  get required(): string {
    return inChinese(String(this.finding.numbers[0]?.required ?? ''));
  }

  /** The value of a parameter that the finding used. */
  parameter(id: string): string {
    return inChinese(String(this.#used(id).value));
  }

  /** Whether the institution confirmed a parameter that the finding used, or a text fixes it. */
  isConfirmed(id: string): boolean {
    return this.#used(id).confirmed;
  }

  #used(id: string): UsedParameter {
    const used = this.finding.parameters.find((parameter) => parameter.id === id);
    if (!used) throw new Error(`${this.finding.rule}/${this.finding.detail} did not use ${id}`);
    return used;
  }
}

/** 2026-03-18 → 2026年3月18日. */
function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A value as people write it: days in Chinese, everything else as it is. */
const inChinese = (value: string): string => value.replace(/(?<!\d)\d{4}-\d\d-\d\d(?!\d)/g, chineseDay);

/** One situation of a rule in words: what is the case, and what would mend it. */
export interface Sentence {
  readonly verdict: (words: Words) => string;
  readonly repair?: (words: Words) => string;
}

/** A rule in words: what it asks for, and a sentence for every situation that it knows. */
export interface Wording<Detail extends string> {
  readonly requirement: (words: Words) => string;
  readonly details: { readonly [D in Detail]: Sentence };
}
