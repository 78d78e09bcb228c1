import pLimit from 'p-limit'
import type { Plan, PlannedService } from '../changes/planned.js'
import { checkedPrefix } from '../image/names.js'
import { namedServices } from '../image/select.js'
import type { Ledger } from '../ledger/read.js'
import type { Progress } from '../platform/progress.js'
import type { Numbered } from '../version/next.js'
import { versionTaken } from '../version/problems.js'
import type { TaggedService, TagResult } from '../version/result.js'
import { type Digest, type ExitCode, exitCode, StaggerError, type Version } from '../words.js'
import { currentLedger } from './ledger.js'
import { type Found, findImage } from './tagging/image.js'
import { giveNumber, type NumberWorld, numberOf } from './tagging/number.js'
import { recordVersions } from './tagging/record.js'

export interface TagWorld extends NumberWorld {
  readonly progress: Progress
}

export interface TagRequest {
  readonly plan: Plan
  /** Asked for by name; else all. */
  readonly services: readonly string[]
  readonly prefix: string | null
  readonly dryRun: boolean
  /** Whether this run may write the ledger. */
  readonly trusted: boolean
}

const AT_ONCE = 4

/** Gives each service's image of this commit its own version: in git, in the registry, in the ledger. */
export const tag = async (world: TagWorld, request: TagRequest): Promise<TagResult> => {
  const { plan, services: names } = request
  const selected = names.length > 0 ? namedServices(plan.services, names) : plan.services
  const ledger = await currentLedger(world.git, false)
  const prefix = request.prefix === null ? null : checkedPrefix(request.prefix)
  const limit = pLimit(AT_ONCE)
  const one = (planned: PlannedService) => tagOne(world, planned, { ...request, prefix, ledger })
  const services = await Promise.all(selected.map((planned) => limit(() => one(planned))))
  if (request.trusted && !request.dryRun) await recordVersions(world, services)
  return { schema: 1, services }
}

export const tagExitCode = ({ services }: TagResult): ExitCode =>
  exitCode(services.flatMap(({ problem }) => (problem ? [problem.fault] : [])))

type Circumstances = TagRequest & { readonly ledger: Ledger }

const tagOne = async (
  world: TagWorld,
  planned: PlannedService,
  circumstances: Circumstances,
): Promise<TaggedService> => {
  const row = { name: planned.service.name, fingerprint: planned.image.fingerprint, ...NOTHING }
  try {
    return { ...row, ...(await number(world, planned, circumstances)) }
  } catch (error) {
    if (!(error instanceof StaggerError) || !error.problems[0]) throw error
    return { ...row, reason: error.problems[0].problem, problem: error.problems[0] }
  }
}

const NOTHING = { version: null, previous: null, digest: null, outcome: 'failed', problem: null } as const

const number = async (
  world: TagWorld,
  planned: PlannedService,
  { plan, prefix, dryRun, ledger }: Circumstances,
): Promise<Pick<TaggedService, 'version' | 'previous' | 'digest' | 'outcome' | 'reason'>> => {
  const { name } = planned.service
  const image = await findImage(world.registry, planned, ledger, prefix)
  const numbered = dryRun
    ? await numberOf(world, name, image)
    : await giveNumber(world, name, image, plan.head)
  const digest = numbered.kind === 'kept' ? numbered.digest : image.digest
  if (!dryRun) await nameInRegistry(world, image, digest, numbered.version)
  const { version, previous } = numbered
  if (numbered.kind === 'new' && !dryRun) world.progress.say(`${name}: ${version}`)
  return { version, previous, digest, outcome: outcomeOf(numbered, dryRun), reason: reasonOf(numbered) }
}

/** A version never moves: the same image is success, another one an error. */
const nameInRegistry = async (
  { registry }: TagWorld,
  { repository }: Found,
  digest: Digest,
  version: Version,
): Promise<void> => {
  const holder = await registry.manifest(repository, version)
  if (holder && holder.digest !== digest)
    throw new StaggerError(versionTaken(repository, version, digest, holder.digest))
  if (!holder) await registry.tag(repository, digest, version)
}

const outcomeOf = ({ kind }: Numbered, dryRun: boolean): TaggedService['outcome'] => {
  if (kind === 'kept') return 'kept'
  return dryRun ? 'planned' : 'created'
}

const reasonOf = ({ kind, version, previous }: Numbered): string => {
  if (kind === 'kept') return `the image of ${version}, with the same inputs`
  return previous === null ? 'its first image' : `a new image since ${previous}`
}
