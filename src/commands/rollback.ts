import type { PlannedService } from '../changes/planned.js'
import { repositoryOf } from '../image/names.js'
import { type DeploymentEntry, LEDGER_REF } from '../ledger/entries.js'
import { isEverywhere } from '../ledger/places.js'
import { type Ledger, readLedger } from '../ledger/read.js'
import type { Git } from '../platform/git/git.js'
import { type EnvironmentName, type Oid, type Outcome, type ServiceName, StaggerError } from '../words.js'
import { nothingToGoBackTo } from './deployment/choice-problems.js'
import { type Choice, type ChooseWorld, releasesHolding } from './deployment/choose.js'

export interface GoingBack {
  readonly environment: EnvironmentName
  readonly services: readonly PlannedService[]
  readonly ledger: Ledger
  readonly prefix: string | null
}

type Images = NonNullable<Choice['exact']>

/** For each service the last image that the environment ran before, and that is still there. */
export const lastGood = async (world: ChooseWorld, going: GoingBack): Promise<Images> =>
  new Map(
    await Promise.all(
      going.services.map(async ({ service }) => {
        const deployed = await deployedBefore(world.git, going.environment, service.name)
        const found = await firstThere(world, going, goodBefore(deployed))
        if (found) return [service.name, { digest: found.digest, version: found.version }] as const
        const releases = await releasesHolding(world.git, service.name, service.group)
        const versions = releases.map(({ version }) => version)
        throw new StaggerError(nothingToGoBackTo(service.name, going.environment, versions))
      }),
    ),
  )

/** What did not get to every ECS service of several is no way back; what all of them ran before it is. */
const goodBefore = ([now, ...older]: readonly DeploymentEntry[]): readonly DeploymentEntry[] =>
  [...(now && !isEverywhere(now) ? [now] : []), ...older].filter(({ outcome }) => GOOD.includes(outcome))

const GOOD: readonly Outcome[] = ['successful', 'unchanged']

const firstThere = async (
  { registry }: ChooseWorld,
  { ledger, prefix }: GoingBack,
  entries: readonly DeploymentEntry[],
): Promise<DeploymentEntry | null> => {
  for (const entry of entries) {
    const known = ledger.images.get(entry.service)?.repository
    const repository = known ?? (prefix === null ? null : repositoryOf(prefix, entry.service, false))
    if (repository !== null && (await registry.manifest(repository, entry.digest))) return entry
  }
  return null
}

/** One release after the other that an environment ran of a service, each once, the newest first. */
export const deployedBefore = async (
  git: Git,
  environment: EnvironmentName,
  service: ServiceName,
): Promise<readonly DeploymentEntry[]> => {
  const found = new Map<string, DeploymentEntry>()
  for await (const ledger of ledgersOf(git)) {
    const entry = (await ledger.deployments(environment)).get(service)
    if (entry && !found.has(entry.digest)) found.set(entry.digest, entry)
    if (found.size > MOST) break
  }
  return [...found.values()]
}

const MOST = 20
/** The ledger is written at each build and deployment; further back nobody goes. */
const MOST_STEPS = 2_000

/** The ledger as it was, from now back. */
async function* ledgersOf(git: Git): AsyncGenerator<Ledger> {
  let at: Oid | null = await git.ref(LEDGER_REF)
  for (let step = 0; at !== null && step < MOST_STEPS; step += 1) {
    const { tree, parents } = await git.facts(at)
    yield await readLedger(git, tree)
    const [before] = parents
    at = before !== undefined && (await git.bring([before], LEDGER_REF)).has(before) ? before : null
  }
}
