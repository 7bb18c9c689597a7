import type { Brand } from './brand';

/** A moment in UTC, RFC 3339 with milliseconds: '2026-03-16T00:30:00.000Z'. Claimed by a clock, so never used for order. */
export type Instant = Brand<string, 'Instant'>;

/** The moment of so many milliseconds since 1970-01-01 UTC. */
export const instant = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant;
