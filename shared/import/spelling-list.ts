/** The spellings of a heading, written in one text with blanks between them. */
export const spellingList = (list: string): readonly string[] => list.split(' ');
