import { unknownName } from '../catalog/nearest.js'
import { type Verified, verify, verifyExitCode } from '../commands/verify.js'
import { ACTIONS, CLOUD_COMMANDS, type CloudCommand, policyFor } from '../ecs/policy.js'
import type { Progress } from '../platform/progress.js'
import { verifyHeadline, verifyJson, verifyText } from '../report/verify.js'
import { StaggerError } from '../words.js'
import type { Result } from './cli.js'
import { inSession } from './session.js'
import { targetsIn, type Wanted, worldOf } from './targets.js'

export interface VerifyOptions extends Omit<Wanted, 'back' | 'environment'> {
  readonly repo: string
  /** Null for the policy alone. */
  readonly environment: string | null
  /** Prints what IAM must allow for this command; null for none. */
  readonly policy: string | null
}

export const verifyCommand = async (options: VerifyOptions, progress: Progress): Promise<Result> => {
  if (options.policy !== null) return policyResult(options.policy)
  const verified = await verifyIn(
    { ...options, environment: options.environment ?? '', back: false },
    progress,
  )
  const text = `${verifyText(verified)}\n${verifyHeadline(verified)}\n`
  return { code: verifyExitCode(verified), json: verifyJson(verified), text }
}

export const verifyIn = (
  wanted: Wanted & { readonly repo: string },
  progress: Progress,
): Promise<readonly Verified[]> =>
  inSession(wanted.repo, progress, async (session) => {
    const { targets } = await targetsIn(session, wanted)
    return verify(worldOf(session), targets)
  })

const policyResult = (name: string): Result => {
  const command = CLOUD_COMMANDS.find((one) => one === name)
  if (!command) throw new StaggerError(unknownName('command', name, Object.keys(ACTIONS)))
  const policy = policyFor(command satisfies CloudCommand)
  return { code: 0, json: policy, text: JSON.stringify(policy, null, 2) }
}
