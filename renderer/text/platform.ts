/** Words of the machine the program runs on. */
export const platformText = {
  thisBrowser: '本浏览器',
} as const;
