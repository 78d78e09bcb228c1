import type { Plan } from '../../changes/planned.js'
import type { DeployResult } from '../../ecs/deployed.js'
import { configurationFingerprint } from '../../environment/configuration.js'
import { type DeploymentEntry, deploymentPath, writeEntry } from '../../ledger/entries.js'
import type { Clock } from '../../platform/clock.js'
import type { Git } from '../../platform/git/git.js'
import type { Environment } from '../configuration.js'
import { recordLedger } from '../ledger.js'
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
  { services }: DeployResult,
  circumstances: Circumstances,
): Promise<void> => {
  const running = services.filter(({ outcome }) => outcome === 'successful' || outcome === 'unchanged')
  const entries = running.map((deployed) => entryOf(world.clock, deployed, circumstances))
  if (entries.length === 0) return
  const changes = new Map(
    entries.map((entry) => [deploymentPath(entry.environment, entry.service), writeEntry(entry)]),
  )
  const names = entries.map(({ service, version }) => `${service} ${version ?? ''}`.trim())
  await recordLedger(world, changes, `deployed to ${circumstances.environment.name}: ${names.join(', ')}`)
}

const entryOf = (
  clock: Clock,
  { name, version, digest, outcome }: DeployResult['services'][number],
  { plan, environment, targets, version: asked, run }: Circumstances,
): DeploymentEntry => {
  const target = targets.find(({ service }) => service === name) as Target
  const planned = plan.services.find(({ service }) => service.name === name)
  return {
    schema: 1,
    service: name,
    environment: environment.name,
    fingerprint: asked === null ? (planned?.image.fingerprint ?? null) : null,
    configuration: configurationFingerprint(environment.settings, name, target.template?.text ?? null),
    digest,
    version,
    commit: plan.head,
    run,
    outcome: outcome ?? 'successful',
    time: new Date(clock.now()).toISOString(),
  }
}
