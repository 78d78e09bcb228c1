import { deploy, deployExitCode } from '../commands/deploy.js'
import { recordDeployments } from '../commands/deployment/record.js'
import type { DeployWorld, Rollouts } from '../commands/deployment/target.js'
import type { DeployResult } from '../ecs/deployed.js'
import type { Progress } from '../platform/progress.js'
import { deployFailures, deployJson, deployText } from '../report/deploy.js'
import type { ActionBody } from './action.js'
import type { Shown } from './cli.js'
import { commandIn, deployAnswer, takeUpAnswer, verifyAnswer, wantedIn } from './deploy-action.js'
import { inSession, type Session } from './session.js'
import { untilStopped } from './signals.js'
import { isRehearsal, targetsIn, type Wanted, worldOf } from './targets.js'

export interface DeployOptions extends Wanted {
  readonly repo: string
  readonly yes: boolean
}

const run = (options: DeployOptions, progress: Progress, rollouts?: Rollouts): Promise<DeployResult> =>
  inSession(options.repo, progress, (session) =>
    untilStopped((signal) => deployIn(session, options, worldOf(session, signal, rollouts))),
  )

const deployIn = async (
  session: Session,
  options: DeployOptions,
  world: DeployWorld,
): Promise<DeployResult> => {
  const { ci, trusted, run: address } = session.invocation
  const { plan, environment, targets } = await targetsIn(session, options)
  const dryRun = !options.yes && !ci && !isRehearsal(environment.settings.endpoint)
  const result = await deploy(world, { targets, dryRun })
  const version = options.version ?? (options.back ? 'back' : null)
  const circumstances = { plan, environment, targets, version, run: address }
  if (!dryRun && (trusted || options.yes)) await recordDeployments(session, result, circumstances)
  return result
}

/** The text tells each failure with its diagnosis already. */
export const deployCommand: Shown<DeployOptions> = async (options, progress) => {
  const result = await run(options, progress)
  const [json, text, failures] = [deployJson(result), deployText(result), deployFailures(result)]
  return { code: deployExitCode(result), json, text, failures }
}

export const action: ActionBody = async (progress, inputs) => {
  const command = commandIn(inputs)
  if (command === 'verify') return verifyAnswer(inputs, progress)
  const [{ group }, { keepRollouts }] = await Promise.all([import('@actions/core'), import('./rollouts.js')])
  return group(`${command} ${inputs.text('service', '')}`, async () =>
    command === 'deploy' || command === 'rollback'
      ? deployAnswer(await run(wantedIn(inputs), progress, keepRollouts()))
      : takeUpAnswer(command, inputs, progress, keepRollouts()),
  )
}
