import pLimit from 'p-limit'
import type { Plan, PlannedService } from '../changes/planned.js'
import type { CopiedService, CopyResult } from '../image/copied.js'
import { checkedPrefix } from '../image/names.js'
import { namedServices } from '../image/select.js'
import { type ExitCode, exitCode } from '../words.js'
import { problemOf } from './building/rows.js'
import { type CopyOne, type CopyWorld, copyOne, rowOf } from './copying/one.js'
import { currentLedger } from './ledger.js'

export type { CopyWorld }

export interface CopyRequest extends Omit<CopyOne, 'ledger'> {
  readonly plan: Plan
  readonly services: readonly string[]
}

/** Images at once; of each many layers are copied at once. */
const AT_ONCE = 2

/** Copies the image of each service to another registry, account or region, by its digest. One failure stops no other. */
export const copyImages = async (world: CopyWorld, request: CopyRequest): Promise<CopyResult> => {
  const named = namedServices(request.plan.services, request.services)
  const to = checkedPrefix(request.to)
  const prefix = request.prefix === null ? null : checkedPrefix(request.prefix)
  const asked = { ...request, to, prefix, ledger: await currentLedger(world.git, false) }
  const limit = pLimit(AT_ONCE)
  const copy = (planned: PlannedService): Promise<CopiedService> =>
    copyOne(world, planned, asked).catch((error) => ({ ...rowOf(planned, to), problem: problemOf(error) }))
  const services = await Promise.all(named.map((planned) => limit(() => copy(planned))))
  return { schema: 1, dryRun: request.dryRun, services }
}

export const copyExitCode = ({ services }: CopyResult): ExitCode =>
  exitCode(services.flatMap(({ problem }) => (problem ? [problem.fault] : [])))
