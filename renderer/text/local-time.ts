import type { Instant } from '../../shared/basics/instant';

const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });

/** 2026-03-16 08:30:12 in the user's own time zone. */
export const localTime = (time: Instant): string => format.format(new Date(time));
