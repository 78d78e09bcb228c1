/** Which number of a version counts up, the highest first. */
export const BUMPS = ['major', 'minor', 'patch'] as const
export type Bump = (typeof BUMPS)[number]

export const isBump = (text: string): text is Bump => (BUMPS as readonly string[]).includes(text)

/** Null of nothing. */
export const highest = (bumps: readonly Bump[]): Bump | null =>
  BUMPS.find((bump) => bumps.includes(bump)) ?? null
