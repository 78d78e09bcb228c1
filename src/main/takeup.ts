import { configurationAt, type Environment, findEnvironment } from '../commands/configuration.js'
import { deployExitCode } from '../commands/deploy.js'
import { sitesIn as sitesOf } from '../commands/deployment/choose.js'
import { withVersions } from '../commands/deployment/named.js'
import { recordDeployments } from '../commands/deployment/record.js'
import type { Rollouts, Site } from '../commands/deployment/target.js'
import { currentLedger } from '../commands/ledger.js'
import { placeOfDeployment, type TakeUp, takeUp } from '../commands/takeup.js'
import type { DeployResult } from '../ecs/deployed.js'
import { EMPTY_LEDGER } from '../ledger/read.js'
import type { Progress } from '../platform/progress.js'
import { deployFailures, deployJson, deployText } from '../report/deploy.js'
import { type EnvironmentName, isServiceName, type ServiceName, StaggerError } from '../words.js'
import type { Result } from './cli.js'
import { inSession, type Session } from './session.js'
import { untilStopped } from './signals.js'
import { isRehearsal, targetsIn, worldOf } from './targets.js'

export interface TakeUpOptions {
  readonly repo: string
  readonly wish: TakeUp['wish']
  readonly services: readonly string[]
  /** Null where the deployment's ARN tells all. */
  readonly environment: string | null
  readonly deployment: string | null
  readonly hook: string | null
  readonly yes: boolean
}

const usage = (problem: string, why: string, fix: string): StaggerError =>
  new StaggerError({ code: 'usage', fault: 'caller', problem, why, fix })

/** Where the rollouts are: what the environment says, or what the ARN says. */
const sitesIn = async (session: Session, options: TakeUpOptions): Promise<readonly Site[]> => {
  const { environment, deployment, services } = options
  if (deployment !== null && services.length > 1)
    throw usage(
      'one deployment belongs to one service',
      `${services.length} services are named`,
      'name one, or none',
    )
  if (environment === null) return [siteOf(deployment)]
  const root = await session.git.treeOf(await session.git.commit('HEAD'))
  const found = findEnvironment(
    await configurationAt(session.git, root, session.readConfiguration),
    environment,
  )
  const there = placeOfDeployment(deployment ?? '')?.service
  const names = services.length > 0 ? services : [serviceWith(found, there ?? '')]
  const sites = names.flatMap((name) => sitesOf(found, serviceNamed(name)))
  const meant = sites.filter(({ settings }) => settings.service === there)
  return meant.length > 0 ? meant : sites
}

/** The service that names an ECS service as one of its own; else they are of one name. */
const serviceWith = ({ declaration }: Environment, ecs: string): string => {
  const found = Object.entries(declaration?.services ?? {}).find(
    ([, said]) =>
      said !== false && said.ecs?.some((one) => (typeof one === 'string' ? one : one.service) === ecs),
  )
  return found?.[0] ?? ecs
}

const serviceNamed = (name: string): ServiceName => {
  if (isServiceName(name)) return name
  throw usage(
    `${JSON.stringify(name)} is no service`,
    'a service or a deployment has to be named',
    'name a service of stagger.yml',
  )
}

/** The environment's other settings are not known then; ECS knows what it does. */
const siteOf = (deployment: string | null): Site => {
  const place = placeOfDeployment(deployment ?? '')
  if (!place)
    throw usage(
      deployment === null
        ? 'nobody knows which deployment is meant'
        : `${deployment} is no service deployment`,
      'without an environment the ARN of a service deployment tells where it is',
      'name a service and --environment, or arn:aws:ecs:REGION:ACCOUNT:service-deployment/CLUSTER/SERVICE/ID',
    )
  const { region, cluster, service } = place
  return {
    service: service as ServiceName,
    environment: cluster as EnvironmentName,
    settings: { region, cluster, service },
  }
}

export const takeUpIn = (
  options: TakeUpOptions,
  progress: Progress,
  rollouts?: Rollouts,
): Promise<DeployResult> =>
  inSession(options.repo, progress, (session) =>
    untilStopped(async (signal) => {
      const sites = await sitesIn(session, options)
      const { deployment, hook, wish, yes } = options
      const here = sites.every(({ settings }) => isRehearsal(settings.endpoint))
      const dryRun = wish !== 'resume' && !yes && !session.invocation.ci && !here
      const wishes = sites.map((site) => ({ wish, site, deployment, hook }))
      const result = await takeUp(worldOf(session, signal, rollouts), { wishes, dryRun })
      if (!dryRun && (session.invocation.trusted || yes)) await record(session, options, result)
      return { ...result, services: await named(session, result.services) }
    }),
  )

/** What happened is told, whether or not the ledger can be read. */
const named = async ({ git, invocation }: Session, rows: DeployResult['services']) => {
  const ledger = await currentLedger(git, invocation.ci).catch((error: unknown) => {
    if (error instanceof StaggerError) return EMPTY_LEDGER
    throw error
  })
  return withVersions(ledger, rows)
}

/** What succeeded is written down where it is what this commit would have deployed; else its own commit's run does it. */
export const record = async (
  session: Session,
  { environment, services }: Pick<TakeUpOptions, 'environment' | 'services'>,
  result: DeployResult,
): Promise<void> => {
  const good = result.services.filter(({ outcome }) => outcome === 'successful')
  if (good.length === 0 || environment === null || services.length === 0) return
  const wanted = { services, environment, version: null, strategy: null, registry: null, back: false }
  const chosen = await targetsIn(session, wanted).catch((error: unknown) => {
    if (error instanceof StaggerError) return null
    throw error
  })
  const same = good.flatMap((deployed) => {
    const target = chosen?.targets.find(
      (one) => one.service === deployed.name && one.digest === deployed.digest,
    )
    return target ? [{ ...deployed, version: target.version }] : []
  })
  for (const { name } of good.filter((one) => same.every((other) => other.name !== one.name)))
    session.progress.warn(
      `${name}: it runs now, and another commit's: its ledger entry is written when that commit is deployed again`,
    )
  if (chosen && same.length > 0)
    await recordDeployments(
      session,
      { ...result, services: same },
      { ...chosen, version: null, run: session.invocation.run },
    )
}

export const takeUpCommand = async (options: TakeUpOptions, progress: Progress): Promise<Result> => {
  const result = await takeUpIn(options, progress)
  const [json, text, failures] = [deployJson(result), deployText(result), deployFailures(result)]
  return { code: deployExitCode(result), json, text, failures }
}
