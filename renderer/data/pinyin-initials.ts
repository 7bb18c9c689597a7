/** First letters of a name's pinyin, lower case, other characters left out: 单国平 → 'sgp' (surname reading first). */
export type Initials = (name: string) => string;

/** Gives the initials of names, once their dictionary is there. */
export type LoadInitials = () => Promise<Initials>;

let loaded: Promise<Initials> | undefined;

/** The dictionary is large and takes a quarter of a second to unfold, so it is loaded when the first person is written or searched for. */
export const loadInitials: LoadInitials = () =>
  (loaded ??= import('pinyin-pro').then(({ pinyin }) => (name) => {
    const letters = pinyin(name, {
      pattern: 'first',
      toneType: 'none',
      surname: 'head',
      nonZh: 'consecutive',
      type: 'array',
    });
    return letters
      .map((part) => /^[a-z]/i.exec(part)?.[0] ?? '')
      .join('')
      .toLowerCase();
  }));
