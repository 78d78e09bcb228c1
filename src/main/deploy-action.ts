import { deployExitCode } from '../commands/deploy.js'
import type { Rollouts } from '../commands/deployment/target.js'
import type { TakeUp } from '../commands/takeup.js'
import { verifyExitCode } from '../commands/verify.js'
import { problemsIn } from '../ecs/check.js'
import type { DeployResult } from '../ecs/deployed.js'
import { wholes } from '../ecs/together.js'
import type { Progress } from '../platform/progress.js'
import { deployHeadline, deployJson, deployMarkdown } from '../report/deploy.js'
import { verifyHeadline, verifyJson, verifyMarkdown } from '../report/verify.js'
import { StaggerError } from '../words.js'
import type { Answer, Inputs } from './action.js'
import { takeUpIn } from './takeup.js'
import type { Wanted } from './targets.js'
import { verifyIn } from './verify.js'

const COMMANDS = ['deploy', 'rollback', 'verify', 'continue', 'stop', 'resume'] as const
export type ActionCommand = (typeof COMMANDS)[number]

export const commandIn = (inputs: Inputs): ActionCommand => {
  const asked = inputs.text('command', 'deploy')
  const found = COMMANDS.find((one) => one === asked)
  if (found) return found
  throw new StaggerError({
    code: 'unknown-command',
    fault: 'caller',
    problem: `the action has no command ${JSON.stringify(asked)}`,
    why: `there are: ${COMMANDS.join(', ')}`,
    fix: 'correct the input command, or leave it out to deploy',
  })
}

export const wantedIn = (inputs: Inputs): Wanted & { readonly repo: string; readonly yes: false } => ({
  repo: inputs.text('working-directory', '.'),
  services: inputs.words('service'),
  environment: inputs.text('environment', ''),
  version: inputs.text('version', '') || null,
  strategy: inputs.text('strategy', '') || null,
  registry: inputs.text('registry', '') || null,
  back: commandIn(inputs) === 'rollback',
  yes: false,
})

export const deployAnswer = (result: DeployResult): Answer => {
  const services = wholes(result.services)
  const [only, ...others] = services
  const one = others.length === 0 ? only?.deployed : undefined
  return {
    code: deployExitCode(result),
    headline: deployHeadline(result),
    summary: deployMarkdown(result),
    outputs: {
      result: JSON.stringify(deployJson(result)),
      outcome: one?.outcome ?? '',
      deployment: one?.deployment ?? '',
    },
    problems: services.flatMap(({ deployed }) => deployed.problems),
  }
}

/** A rollout that another run began. */
export const takeUpAnswer = async (
  wish: TakeUp['wish'],
  inputs: Inputs,
  progress: Progress,
  rollouts: Rollouts,
): Promise<Answer> => {
  const { repo, services, environment } = wantedIn(inputs)
  const deployment = inputs.text('deployment', '') || null
  const where = { environment: environment || null, deployment, hook: null }
  return deployAnswer(await takeUpIn({ repo, wish, services, ...where, yes: false }, progress, rollouts))
}

export const verifyAnswer = async (inputs: Inputs, progress: Progress): Promise<Answer> => {
  const verified = await verifyIn(wantedIn(inputs), progress)
  return {
    code: verifyExitCode(verified),
    headline: verifyHeadline(verified),
    summary: verifyMarkdown(verified),
    outputs: { result: JSON.stringify(verifyJson(verified)), outcome: '', deployment: '' },
    problems: verified.flatMap(({ checks }) => problemsIn(checks)),
  }
}
