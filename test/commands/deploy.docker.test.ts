import { randomUUID } from 'node:crypto'
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { deploy, deployExitCode, type Target } from '../../src/commands/deploy.js'
import type { DeployResult } from '../../src/ecs/deployed.js'
import { primaryOf } from '../../src/ecs/sight.js'
import { renderTaskDefinition } from '../../src/environment/template.js'
import { sdkEcs } from '../../src/platform/aws/sdk-ecs.js'
import { systemClock } from '../../src/platform/clock.js'
import { runProcess } from '../../src/platform/process.js'
import { BASE_IMAGE } from '../../src/rehearsal/ground/base-image.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { type Digest, type EnvironmentName, isDigest, type ServiceName } from '../../src/words.js'
import { testGround } from '../ground/ground.js'

jest.setTimeout(180_000)
process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

const region = 'eu-west-1'
const service = 'cart' as ServiceName
const RUN = 'const t = setInterval(() => {}, 1000); process.on("SIGTERM", () => clearInterval(t))'
const PROGRAMS = {
  first: RUN,
  second: `${RUN} // 2`,
  exits: 'console.log("no such table: carts"); process.exitCode = 7',
  sick: `process.title = "sick"; console.log("cannot reach the database"); ${RUN}`,
}
type Program = keyof typeof PROGRAMS

const TEMPLATE = JSON.stringify({
  family: '{service}',
  networkMode: 'awsvpc',
  containerDefinitions: [
    {
      name: 'app',
      image: '{image}',
      memory: 64,
      stopTimeout: 2,
      environment: [{ name: 'VERSION', value: '{version}' }],
      healthCheck: { command: ['CMD-SHELL', 'test -z "$SICK"'], interval: 5, timeout: 2, retries: 1 },
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-create-group': 'true',
          'awslogs-group': 'shop',
          'awslogs-stream-prefix': '{service}',
          'awslogs-region': region,
        },
      },
    },
  ],
})

const docker = async (args: readonly string[], input?: string): Promise<string> => {
  const { client, environment } = testGround().engine
  const run = await runProcess([client, ...args], {
    env: environment,
    ...(input ? { input: Buffer.from(input) } : {}),
  })
  if (run.code !== 0) throw new Error(`${args.join(' ')}: ${run.stderr}`)
  return run.stdout.trim()
}

const repository = `${testGround().registry.address}/deploy-${randomUUID()}/cart`

const push = async (program: Program): Promise<Digest> => {
  const environment = program === 'sick' ? 'ENV SICK=1\n' : ''
  const file = `FROM ${BASE_IMAGE}\n${environment}ENTRYPOINT ${JSON.stringify(['node', '-e', PROGRAMS[program]])}\n`
  const tag = `${repository}:${program}`
  await docker(['build', '--quiet', '--tag', tag, '-'], file)
  await docker(['push', '--quiet', tag])
  const digest =
    (await docker(['image', 'inspect', '--format', '{{index .RepoDigests 0}}', tag])).split('@')[1] ?? ''
  await docker(['image', 'rm', '--force', tag])
  if (!isDigest(digest)) throw new Error(`no digest: ${digest}`)
  return digest
}

/** It looks more often than it would. */
const sleep = (milliseconds: number, stopped?: AbortSignal) =>
  systemClock.sleep(Math.min(milliseconds, 500), stopped)

describe('deploy, through the SDK, to the rehearsal cluster', () => {
  const digests = {} as Record<Program, Digest>
  const said: string[] = []
  let rehearsal: Rehearsal
  let client: ECSClient

  const imageOf = (program: Program) => `${repository}@${digests[program]}`
  const live = async () => {
    const { services } = await client.send(
      new DescribeServicesCommand({ cluster: 'shop', services: [service] }),
    )
    return primaryOf(services?.[0] ?? {})
  }

  beforeAll(async () => {
    for (const program of Object.keys(PROGRAMS) as Program[]) digests[program] = await push(program)
    const progress = {
      say: () => {},
      warn: (line: string) => process.stderr.write(`${line}\n`),
      group: () => {},
    }
    rehearsal = await serveRehearsal({ progress, dockerHost: testGround().engine.host })
    client = new ECSClient({ region, endpoint: rehearsal.endpoint })
    await client.send(new CreateClusterCommand({ clusterName: 'shop' }))
    const { input } = renderTaskDefinition(TEMPLATE, 't', { service, image: imageOf('first'), version: null })
    await client.send(new RegisterTaskDefinitionCommand(input))
    const thresholdConfiguration = { type: 'COUNT' as const, value: 2 }
    await client.send(
      new CreateServiceCommand({
        cluster: 'shop',
        serviceName: service,
        taskDefinition: service,
        desiredCount: 1,
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
        deploymentConfiguration: {
          deploymentCircuitBreaker: { enable: false, rollback: false, thresholdConfiguration },
        },
      }),
    )
  })

  afterAll(async () => {
    client?.destroy()
    await rehearsal?.close()
    // Those that the cluster never had to pull are not there.
    for (const digest of Object.values(digests))
      await docker(['image', 'rm', '--force', `${repository}@${digest}`]).catch(() => {})
  })

  const bring = (
    program: Program,
    changes: Partial<Target['settings']> = {},
    signal?: AbortSignal,
  ): Promise<DeployResult> => {
    said.length = 0
    const progress = { say: (line: string) => void said.push(line), warn: () => {}, group: () => {} }
    const world = {
      ecsAt: sdkEcs,
      clock: { now: systemClock.now, sleep },
      progress,
      random: Math.random,
      unique: randomUUID,
      ci: false,
      ...(signal ? { signal } : {}),
    }
    const target: Target = {
      service,
      environment: 'uat' as EnvironmentName,
      settings: {
        region,
        endpoint: rehearsal.endpoint,
        cluster: 'shop',
        service,
        taskDefinition: 't',
        timeoutMinutes: 2,
        ...changes,
      },
      template: { path: 't', text: TEMPLATE },
      image: imageOf(program),
      digest: digests[program],
      version: null,
    }
    return deploy(world, { targets: [target], dryRun: false })
  }

  test('joins the deployment that infrastructure code began, and turns the circuit breaker on', async () => {
    const result = await bring('first')
    expect(result.services[0]).toMatchObject({ outcome: 'successful', decision: { kind: 'join' } })
  })

  test('brings a new image, and tells when there is nothing new', async () => {
    const result = await bring('second')
    expect(result.services[0]).toMatchObject({ outcome: 'successful', problems: [] })
    expect(said.at(-1)).toBe('cart: successful, 1 of 1 new tasks running')
    expect((await bring('second')).services[0]?.outcome).toBe('unchanged')
  })

  test.each<[Program, string, object]>([
    ['exits', 'no such table: carts', { exitCode: 7 }],
    ['sick', 'cannot reach the database', { health: 'UNHEALTHY' }],
  ])(
    'rolls back an image that %s, with its last words, the old one serving',
    async (program, words, container) => {
      const before = await live()
      const result = await bring(program)
      const [deployed] = result.services
      expect(deployed?.outcome).toBe('rolled-back')
      expect(deployed?.problems[0]?.why).toMatch(
        /circuit breaker.*The version before still serves, with 1 task$/s,
      )
      expect(deployed?.diagnosis?.tasks[0]?.containers[0]).toMatchObject(container)
      expect(deployed?.diagnosis?.logs.flatMap(({ lines }) => lines)).toContain(words)
      expect(deployExitCode(result)).toBe(1)
      expect(await live()).toMatchObject({ taskDefinition: before?.taskDefinition, runningCount: 1 })
    },
  )

  test('leaves a rollout to ECS when it is asked to stop, and joins it again', async () => {
    const stopper = new AbortController()
    const leaving = bring('first', {}, stopper.signal)
    while (!said.some((line) => line.includes('new tasks running'))) await systemClock.sleep(50)
    stopper.abort()
    expect((await leaving).services[0]).toMatchObject({ outcome: null, problems: [{ code: 'left' }] })
    expect((await bring('first')).services[0]).toMatchObject({
      outcome: 'successful',
      decision: { kind: 'join' },
    })
  })

  test('is superseded by whoever deploys after it', async () => {
    const first = bring('second')
    while (!said.some((line) => line.includes('new tasks running'))) await systemClock.sleep(50)
    const second = bring('first')
    expect((await Promise.all([first, second])).map(({ services }) => services[0]?.outcome)).toEqual([
      'superseded',
      'successful',
    ])
  })
})
