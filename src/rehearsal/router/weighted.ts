/** The weight of each target group on a rule. */
export type Weights = Readonly<Record<string, number>>

/**
 * Whose turn it is, request by request. Smooth: within each cycle of requests every group gets exactly its weight, spread
 * evenly, so that a share of 5% is 5 of each 100 and never a run of luck. Elastic Load Balancing draws at random.
 */
export const createTurns = (): ((weights: Weights) => string | undefined) => {
  const owed = new Map<string, number>()
  let before: Weights | undefined
  return (weights) => {
    if (weights !== before) owed.clear()
    before = weights
    const open = Object.entries(weights).filter(([, weight]) => weight > 0)
    const total = open.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [group, weight] of open) owed.set(group, (owed.get(group) ?? 0) + weight)
    const next = open.map(([group]) => group).toSorted((a, b) => (owed.get(b) ?? 0) - (owed.get(a) ?? 0))[0]
    if (next !== undefined) owed.set(next, (owed.get(next) ?? 0) - total)
    return next
  }
}
