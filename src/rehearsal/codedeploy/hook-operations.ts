import type {
  PutLifecycleEventHookExecutionStatusInput,
  PutLifecycleEventHookExecutionStatusOutput,
} from '@aws-sdk/client-codedeploy'
import { refuse } from '../api/fault.js'
import { reportHook } from '../controller/requests.js'
import type { World } from '../world.js'
import { carrierOf, deploymentAt } from './state.js'

const isSuccess = (status: string | undefined): boolean => {
  if (status === 'Succeeded' || status === 'Failed') return status === 'Succeeded'
  return refuse(
    'InvalidLifecycleEventHookExecutionStatusException',
    `The status ${status} is not valid: it must be Succeeded or Failed.`,
  )
}

export const codeDeployHooks = (world: World) => ({
  /** What a function found out, told by itself. */
  PutLifecycleEventHookExecutionStatus(
    input: PutLifecycleEventHookExecutionStatusInput,
  ): PutLifecycleEventHookExecutionStatusOutput {
    const { lifecycleEventHookExecutionId: execution = '', status } = input
    const { record, deployment } = carrierOf(world, deploymentAt(world, input.deploymentId))
    const succeeded = isSuccess(status)
    const answer = reportHook(record.service, deployment, execution, succeeded, world.clock.now())
    const service = answer.kind === 'done' ? answer.service : refuse(answer.error, answer.message)
    world.services.set(service.arn, { ...record, service })
    world.nudge()
    return { lifecycleEventHookExecutionId: execution }
  },
})
