import type { Problem } from '../words.js'

/** `3 services: 1 built, 2 reused.`, in the order in which they first occur. */
export const tally = (outcomes: readonly string[]): string => {
  const parts = [...new Set(outcomes)].map(
    (outcome) => `${outcomes.filter((other) => other === outcome).length} ${outcome}`,
  )
  return `${outcomes.length} ${outcomes.length === 1 ? 'service' : 'services'}: ${parts.join(', ')}.`
}

/** What several services share, e.g. a registry that is down, is told once. */
export const distinct = (problems: readonly (Problem | null)[]): readonly Problem[] => {
  const told = problems.flatMap((problem) => (problem ? [[JSON.stringify(problem), problem] as const] : []))
  return [...new Map(told).values()]
}

/** A digest as people compare it. */
export const short = (digest: string | null): string => digest?.slice(0, 'sha256:'.length + 12) ?? '–'
