import type { DeploymentLifecycleHookDetail } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import { deploymentSight } from '../../src/ecs/sight.js'

const see = (lifecycleHookDetails: DeploymentLifecycleHookDetail[]) => {
  const { pauses, hooks } = deploymentSight({ status: 'IN_PROGRESS', lifecycleHookDetails })
  return { pauses: pauses.map(({ hook }) => hook), hooks }
}
const lambda = (change: DeploymentLifecycleHookDetail = {}): DeploymentLifecycleHookDetail => ({
  hookId: 'ecs-lambda-1',
  targetType: 'AWS_LAMBDA',
  targetArn: 'arn:aws:lambda:eu-west-1:000000000000:function:check',
  status: 'IN_PROGRESS',
  ...change,
})

describe('who keeps a deployment', () => {
  test.each<[string, DeploymentLifecycleHookDetail[], ReturnType<typeof see>]>([
    ['nobody', [], { pauses: [], hooks: [] }],
    ['a function, by its name', [lambda()], { pauses: [], hooks: ['check'] }],
    [
      'one of its versions',
      [lambda({ targetArn: 'arn:aws:lambda:eu-west-1:000000000000:function:check:live' })],
      { pauses: [], hooks: ['check:live'] },
    ],
    ['whatever else is asked, as it is', [lambda({ targetArn: 'arn:x' })], { pauses: [], hooks: ['arn:x'] }],
    ['not one that has answered', [lambda({ status: 'SUCCEEDED' })], { pauses: [], hooks: [] }],
    [
      'a person, and a function',
      [{ hookId: 'ecs-pause-1', targetType: 'PAUSE', status: 'AWAITING_ACTION' }, lambda()],
      { pauses: ['ecs-pause-1'], hooks: ['check'] },
    ],
  ])('%s', (_, details, expected) => expect(see(details)).toEqual(expected))
})
