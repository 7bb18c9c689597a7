/** The words of a list that is written with blanks between them. */
export const words = (list: string): readonly string[] => list.split(' ');
