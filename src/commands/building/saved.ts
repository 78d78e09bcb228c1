import type { Plan } from '../../changes/planned.js'
import type { BuiltService, Saved } from '../../image/result.js'
import type { Ledger } from '../../ledger/read.js'

/** What building all services in lockstep would have taken besides, as long as their last builds took. */
export const savedBy = (
  { services }: Pick<Plan, 'services'>,
  { images }: Ledger,
  rows: readonly BuiltService[],
): Saved => {
  const worked = new Set(rows.filter(({ outcome }) => outcome !== 'reused').map(({ name }) => name))
  const others = services.filter(({ service }) => !worked.has(service.name))
  const seconds = others.reduce((sum, { service }) => sum + (images.get(service.name)?.seconds ?? 0), 0)
  return { services: others.length, seconds: Math.round(seconds * 10) / 10 }
}
