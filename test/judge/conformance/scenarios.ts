import type { CreateServiceCommandInput, DeploymentConfiguration, ECS } from '@aws-sdk/client-ecs'

interface Ground {
  readonly ecs: ECS
  readonly cluster: string
  readonly service: (name: string, change: object) => CreateServiceCommandInput
  readonly outcomeOf: (call: Promise<unknown>) => Promise<string>
}

const pause = (...lifecycleStages: string[]) => ({ targetType: 'PAUSE', lifecycleStages })
const hooks = (...lifecycleHooks: object[]) => ({ lifecycleHooks }) as DeploymentConfiguration
const function_ = 'arn:aws:lambda:eu-central-1:000000000000:function:f'

/** What cannot go together, and its nearest neighbour that can. */
export const COMBINATIONS: readonly (readonly [string, DeploymentConfiguration])[] = [
  ['BLUE_GREEN without a bake time', { strategy: 'BLUE_GREEN' }],
  ['canaryConfiguration with LINEAR', { strategy: 'LINEAR', canaryConfiguration: { canaryPercent: 5 } }],
  ['linearConfiguration with CANARY', { strategy: 'CANARY', linearConfiguration: { stepPercent: 5 } }],
  ['canaryConfiguration with nothing', { canaryConfiguration: { canaryPercent: 5 } }],
  [
    'the breaker with CANARY',
    { strategy: 'CANARY', deploymentCircuitBreaker: { enable: true, rollback: true } },
  ],
  [
    'the breaker, disabled, with CANARY',
    { strategy: 'CANARY', deploymentCircuitBreaker: { enable: false, rollback: false } },
  ],
  ['no room', { minimumHealthyPercent: 100, maximumPercent: 100 }],
  ['a pause at SCALE_UP', hooks(pause('SCALE_UP'))],
  ['a pause at PRODUCTION_TRAFFIC_SHIFT', hooks(pause('PRODUCTION_TRAFFIC_SHIFT'))],
  ['a pause at POST_SCALE_UP', hooks(pause('POST_SCALE_UP'))],
  ['a pause without stages', hooks(pause())],
  ['a pause with a target', hooks({ ...pause('POST_SCALE_UP'), hookTargetArn: function_ })],
  ['eleven pauses', hooks(...Array.from({ length: 11 }, () => pause('POST_SCALE_UP')))],
  ['alarms without names', { alarms: { enable: true, rollback: true, alarmNames: [] } }],
]

const code = async (call: Promise<{ failures?: { reason?: string | undefined }[] | undefined }>) =>
  (await call).failures?.map(({ reason }) => reason)

/** What several calls after each other come to. */
export const SEQUENCES: readonly (readonly [string, (ground: Ground) => Promise<unknown>])[] = [
  [
    'a service that is not there',
    ({ ecs, cluster }) => code(ecs.describeServices({ cluster, services: ['conformance-none'] })),
  ],
  [
    'too much at once',
    ({ ecs, cluster, outcomeOf }) =>
      outcomeOf(
        ecs.describeServices({ cluster, services: Array.from({ length: 11 }, (_, index) => `s${index}`) }),
      ),
  ],
  [
    'pages out of range',
    async ({ ecs, cluster, outcomeOf }) => [
      await outcomeOf(ecs.listServices({ cluster, maxResults: 101 })),
      await outcomeOf(ecs.listTasks({ cluster, nextToken: 'not one' })),
    ],
  ],
  [
    'a service of nothing: its first deployment, a change, and its end',
    async ({ ecs, cluster, service, outcomeOf }) => {
      const name = `conformance-${Date.now().toString(36)}`
      const made = await ecs.createService(service(name, {}))
      const updated = await ecs.updateService({ cluster, service: name, desiredCount: 0 })
      const again = await outcomeOf(ecs.createService(service(name, { taskDefinition: 'conformance-none' })))
      const gone = await ecs.deleteService({ cluster, service: name, force: true })
      const primary = (answer: typeof made) => answer.service?.deployments?.map(({ status }) => status)
      return [primary(made), primary(updated), again, gone.service?.status]
    },
  ],
]
