import type { Plan } from '../../changes/planned.js'
import { type DeployResult, isThere, isUnderWay } from '../../ecs/deployed.js'
import { wholes } from '../../ecs/together.js'
import { configurationFingerprint, fingerprintTogether } from '../../environment/configuration.js'
import { type DeploymentEntry, deploymentPath, writeEntry } from '../../ledger/entries.js'
import type { Clock } from '../../platform/clock.js'
import type { Git } from '../../platform/git/git.js'
import type { Fingerprint, ServiceName } from '../../words.js'
import { type Environment, placesIn } from '../configuration.js'
import { updateLedger } from '../ledger.js'
import type { Target } from './target.js'

interface Circumstances {
  readonly plan: Plan
  readonly environment: Environment
  readonly targets: readonly Target[]
  /** The version that was asked for by name; its inputs are not this commit's. */
  readonly version: string | null
  readonly run: string | null
}

/**
 * Writes down what each service of an environment runs now. What did not take over leaves the entry as it was.
 * The last deployment holds, also one of an older commit: unlike an image it says what is so, and going back is one.
 */
export const recordDeployments = async (
  world: { readonly git: Git; readonly clock: Clock },
  { services: rows }: DeployResult,
  circumstances: Circumstances,
): Promise<void> => {
  if (!rows.some(isThere)) return
  await updateLedger(world, async (now) => {
    const before = await now.deployments(circumstances.environment.name)
    const entries = wholes(rows).flatMap(({ deployed: { name } }) => {
      const own = rows.filter((row) => row.name === name)
      return entryOf(world.clock, own, circumstances, before.get(name) ?? null) ?? []
    })
    const files = new Map(
      entries.map((entry) => [deploymentPath(entry.environment, entry.service), writeEntry(entry)]),
    )
    const names = entries.map(({ service, version }) => `${service} ${version ?? ''}`.trim())
    return { files, message: `deployed to ${circumstances.environment.name}: ${names.join(', ')}` }
  })
}

type Row = DeployResult['services'][number]

/** Null where nothing took over. What some of several ECS services run is not yet what the service runs. */
const entryOf = (
  clock: Clock,
  rows: readonly Row[],
  circumstances: Circumstances,
  before: DeploymentEntry | null,
): DeploymentEntry | null => {
  const there = rows.find(isThere)
  if (!there) return null
  const places = configurations(there.name, circumstances)
  const entry = entryFor(clock, there, circumstances, [...places.values()])
  if (places.size === 1) return entry
  const seen = [...places].map(([place, configuration]): readonly [string, PartEntry] => {
    const row = rows.find(({ ecs }) => ecs === place)
    const known = before?.ecs?.[place] ?? NOT_SEEN
    return [place, row ? partOf(row, known, { configuration, time: entry.time }) : known]
  })
  const ecs = Object.fromEntries(seen)
  const isWhole = seen.every(
    ([place, { digest, configuration }]) => digest === entry.digest && configuration === places.get(place),
  )
  const outcome = rows.find((row) => !isThere(row))?.outcome ?? 'stopped'
  return isWhole ? { ...entry, ecs } : { ...(before ?? { ...entry, outcome }), ecs }
}

type PartEntry = NonNullable<DeploymentEntry['ecs']>[string]

const NOT_SEEN: PartEntry = { digest: null, version: null, configuration: null, outcome: null, time: '' }

/** What went back, or was not touched, runs what it ran; of what ended in any other way nobody knows. */
const partOf = (
  row: Row,
  known: PartEntry,
  { configuration, time }: Pick<PartEntry, 'configuration' | 'time'>,
): PartEntry => {
  const { outcome, digest, version } = row
  if (isThere(row)) return { digest, version, configuration, outcome, time }
  const stays = outcome === 'rolled-back' || (outcome === null && !isUnderWay(row))
  return stays ? known : { ...NOT_SEEN, outcome, time }
}

/** The configuration of each ECS service that runs a service's image, by its name. */
const configurations = (
  name: ServiceName,
  { environment, targets }: Circumstances,
): ReadonlyMap<string, Fingerprint> => {
  const own = targets.filter(({ service }) => service === name)
  return new Map(
    placesIn(environment, name).map((place, at) => [
      place.service,
      configurationFingerprint(place, name, own[at]?.template?.text ?? null),
    ]),
  )
}

const entryFor = (
  clock: Clock,
  { name, version, digest, outcome }: Row,
  { plan, environment, version: asked, run }: Circumstances,
  configuration: readonly Fingerprint[],
): DeploymentEntry => {
  const planned = plan.services.find(({ service }) => service.name === name)
  return {
    schema: 1,
    service: name,
    environment: environment.name,
    fingerprint: asked === null ? (planned?.image.fingerprint ?? null) : null,
    configuration: fingerprintTogether(configuration),
    digest,
    version,
    commit: plan.head,
    run,
    outcome: outcome ?? 'successful',
    time: new Date(clock.now()).toISOString(),
  }
}
