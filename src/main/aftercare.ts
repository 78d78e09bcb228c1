import { aftercare } from '../commands/aftercare.js'
import { deployExitCode } from '../commands/deploy.js'
import type { UnderWay } from '../commands/deployment/target.js'
import type { DeployResult } from '../ecs/deployed.js'
import type { Progress } from '../platform/progress.js'
import type { ActionBody } from './action.js'
import { deployAnswer } from './deploy-action.js'
import { keptRollouts } from './rollouts.js'
import { inSession, type Session } from './session.js'
import { untilStopped } from './signals.js'
import { record } from './takeup.js'
import { worldOf } from './targets.js'

const NOTHING_LEFT = {
  code: 0,
  headline: 'Every deployment was seen to its end, or left as it was meant to be.',
  summary: '',
  outputs: {},
}

/** The step after the job's last: `deploy` itself may have been killed before what it began was over. */
export const action: ActionBody = async (progress, inputs) => {
  const rollouts = keptRollouts()
  if (rollouts.length === 0) return NOTHING_LEFT
  const result = await seeToThem(inputs.text('working-directory', '.'), rollouts, progress)
  const { headline, summary, problems = [] } = deployAnswer(result)
  const title = '**The step was ended before its deployment was**\n\n'
  return { code: deployExitCode(result), headline, summary: `${title}${summary}`, outputs: {}, problems }
}

const seeToThem = (repo: string, rollouts: readonly UnderWay[], progress: Progress): Promise<DeployResult> =>
  inSession(repo, progress, (session) =>
    untilStopped(async (signal) => {
      const result = await aftercare(worldOf(session, signal), rollouts)
      if (session.invocation.trusted) await remember(session, rollouts, result)
      return result
    }),
  )

/** What was successful before anybody could stop it runs, and the ledger does not know. */
const remember = async (
  session: Session,
  rollouts: readonly UnderWay[],
  result: DeployResult,
): Promise<void> => {
  const environment = rollouts[0]?.site.environment ?? null
  const services = rollouts.map(({ site }) => site.service)
  await record(session, { environment, services }, result)
}
