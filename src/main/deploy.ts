import { randomUUID } from 'node:crypto'
import { findEnvironment, refuseSeveralEcsServices } from '../commands/configuration.js'
import { type DeployWorld, deploy, deployExitCode } from '../commands/deploy.js'
import { chooseTargets } from '../commands/deployment/choose.js'
import { recordDeployments } from '../commands/deployment/record.js'
import { currentLedger } from '../commands/ledger.js'
import type { DeployResult } from '../ecs/deployed.js'
import { sharedEcs } from '../platform/aws/sdk-ecs.js'
import type { Progress } from '../platform/progress.js'
import { openRegistries } from '../platform/registry/choose.js'
import { deployFailures, deployHeadline, deployJson, deployMarkdown, deployText } from '../report/deploy.js'
import type { ActionBody } from './action.js'
import type { Shown } from './cli.js'
import { configurationIn, inSession, planIn, registryIn, type Session } from './session.js'
import { untilStopped } from './signals.js'

export interface DeployOptions {
  readonly repo: string
  readonly services: readonly string[]
  readonly environment: string
  readonly version: string | null
  readonly strategy: string | null
  readonly registry: string | null
  readonly yes: boolean
}

const run = (options: DeployOptions, progress: Progress): Promise<DeployResult> =>
  inSession(options.repo, progress, (session) => untilStopped((signal) => deployIn(session, options, signal)))

const deployIn = async (
  session: Session,
  options: DeployOptions,
  signal: AbortSignal,
): Promise<DeployResult> => {
  const { ci, trusted, run: address } = session.invocation
  const plan = await planIn(session)
  const configuration = await configurationIn(session, plan)
  refuseSeveralEcsServices(configuration, options.services)
  const environment = findEnvironment(configuration, options.environment)
  const targets = await chooseTargets(
    { ...session, registry: openRegistries() },
    {
      plan,
      ledger: await currentLedger(session.git, ci),
      services: options.services,
      environment,
      version: options.version,
      strategy: options.strategy,
      prefix: await registryIn(session, plan, options.registry),
    },
  )
  const dryRun = !options.yes && !ci && !isRehearsal(environment.settings.endpoint)
  const result = await deploy(worldOf(session, signal), { targets, dryRun })
  const circumstances = { plan, environment, targets, version: options.version, run: address }
  if (!dryRun && (trusted || options.yes)) await recordDeployments(session, result, circumstances)
  return result
}

export const worldOf = (session: Session, signal: AbortSignal): DeployWorld => ({
  ...session,
  ecsAt: sharedEcs(),
  random: Math.random,
  unique: randomUUID,
  ci: session.invocation.ci,
  signal,
})

/** A cluster on this machine is not the world: nothing there needs a consent. */
const isRehearsal = (endpoint = process.env.AWS_ENDPOINT_URL ?? ''): boolean =>
  /^https?:\/\/(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?(?:\/|$)/.test(endpoint)

const problemsOf = ({ services }: DeployResult) => services.flatMap(({ problems }) => problems)

/** The text tells each failure with its diagnosis already. */
export const deployCommand: Shown<DeployOptions> = async (options, progress) => {
  const result = await run(options, progress)
  const [json, text, failures] = [deployJson(result), deployText(result), deployFailures(result)]
  return { code: deployExitCode(result), json, text, failures }
}

export const action: ActionBody = async (progress, inputs) => {
  const result = await run(
    {
      repo: inputs.text('working-directory', '.'),
      services: inputs.words('service'),
      environment: inputs.text('environment', ''),
      version: inputs.text('version', '') || null,
      strategy: inputs.text('strategy', '') || null,
      registry: inputs.text('registry', '') || null,
      yes: false,
    },
    progress,
  )
  return {
    code: deployExitCode(result),
    headline: deployHeadline(result),
    summary: deployMarkdown(result),
    outputs: {
      result: JSON.stringify(deployJson(result)),
      outcome: result.services.length === 1 ? (result.services[0]?.outcome ?? '') : '',
    },
    problems: problemsOf(result),
  }
}
