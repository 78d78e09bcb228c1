import pLimit from 'p-limit'
import { unknownName } from '../catalog/nearest.js'
import type { Plan } from '../changes/planned.js'
import { checkedPrefix } from '../image/names.js'
import { decide, type Limits } from '../image/retention.js'
import type { SweepResult } from '../image/retention-result.js'
import type { Progress } from '../platform/progress.js'
import type { Registry } from '../platform/registry.js'
import { type ExitCode, exitCode, type Problem, type ServiceName, StaggerError } from '../words.js'
import type { Configuration } from './configuration.js'
import { type ApplyWorld, removeDecided } from './retention/apply.js'
import { type Decided, previewOf } from './retention/decided.js'
import { type EvidenceWorld, gatherEvidence } from './retention/evidence.js'
import { listServices } from './retention/listings.js'

export interface SweepWorld extends EvidenceWorld, ApplyWorld {
  readonly registry: Registry
  readonly progress: Progress
}

export interface SweepRequest {
  readonly plan: Plan
  readonly configuration: Configuration
  /** Asked for by name; else all, also those that this commit does not have any more. */
  readonly services: readonly string[]
  readonly prefix: string
  readonly limits: Limits
  /** Nobody asks ECS what runs: for whoever knows that nothing does. */
  readonly withoutEcs: boolean
  /** Only says what it would remove. */
  readonly dryRun: boolean
}

/** Repositories at once. */
const AT_ONCE = 4

/**
 * Removes images that nobody needs. They are listed before anything else is asked: what is named or deployed from then
 * on is seen, and stays.
 */
export const sweepImages = async (world: SweepWorld, request: SweepRequest): Promise<SweepResult> => {
  const prefix = checkedPrefix(request.prefix)
  const repositories = await listServices(world.registry, prefix, servicesOf(request))
  const evidence = await gatherEvidence(world, { ...request, prefix })
  const policy = { ...evidence, limits: request.limits }
  const decided = repositories.map((stored): Decided => ({ stored, verdicts: decide(stored, policy) }))
  const limit = pLimit(AT_ONCE)
  const swept = request.dryRun
    ? decided.map(previewOf)
    : await Promise.all(decided.map((one) => limit(() => removeDecided(world, one, policy))))
  return { schema: 1, dryRun: request.dryRun, now: request.limits.now, repositories: swept }
}

export const sweepExitCode = ({ repositories }: SweepResult): ExitCode =>
  exitCode(
    repositories.flatMap(({ images }) => images).flatMap(({ problem }) => (problem ? [problem.fault] : [])),
  )

/** All unknown names are told at once. */
const servicesOf = ({ plan, services: names }: SweepRequest): readonly ServiceName[] => {
  const all = [...plan.services.map(({ service }) => service.name), ...plan.removed.map(({ name }) => name)]
  const unknown = names.filter((name) => !(all as readonly string[]).includes(name))
  const problems: Problem[] = unknown.map((name) => unknownName('service', name, all))
  if (problems.length > 0) throw new StaggerError(...(problems as [Problem]))
  return names.length === 0 ? all : all.filter((name) => names.includes(name))
}
