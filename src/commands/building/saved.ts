import type { Plan } from '../../changes/planned.js'
import type { BuiltService, Saved } from '../../image/result.js'
import type { Ledger } from '../../ledger/read.js'

/**
 * What building all services in lockstep would have taken besides, as long as their last builds took: those that did not
 * change, and those that were found. What nobody asked for and did change is only put off.
 */
export const savedBy = (
  { services }: Pick<Plan, 'services'>,
  { images }: Ledger,
  rows: readonly BuiltService[],
): Saved => {
  const outcomes = new Map(rows.map(({ name, outcome }) => [name, outcome]))
  const spared = services.filter(({ service, needs }) => {
    const outcome = outcomes.get(service.name)
    return outcome === undefined ? !needs.includes('build') : outcome === 'reused'
  })
  const seconds = spared.reduce((sum, { service }) => sum + (images.get(service.name)?.seconds ?? 0), 0)
  return { services: spared.length, seconds: Math.round(seconds * 10) / 10 }
}
