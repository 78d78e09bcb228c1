import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServiceDeployment } from '@aws-sdk/client-ecs'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../../src/rehearsal/serve.js'
import { clientsOf, createCart, definition, followNewest, register, setStage } from '../stage.js'
import { awsCli, type Ended, script } from './python.js'
import { type Recorder, record } from './recorder.js'

jest.setTimeout(120_000)

const warnings: string[] = []
const progress = { say: () => {}, warn: (line: string) => void warnings.push(line), group: () => {} }
const folder = mkdtempSync(join(tmpdir(), 'stagger-judge-'))
const exchanges = join(folder, 'exchanges.jsonl')
let rehearsal: Rehearsal
let recorder: Recorder
/** They wait for tasks most of the time: side by side. */
let scripts: Readonly<Record<'drive' | 'stages' | 'others', Promise<Ended>>>

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress, tasks: 'hollow' })
  recorder = await record(rehearsal.endpoint, exchanges)
  scripts = {
    drive: script('drive.py', recorder.endpoint),
    stages: script('stages.py', recorder.endpoint),
    others: script('others.py', recorder.endpoint),
  }
})

afterAll(async () => {
  await rehearsal.close()
  rmSync(folder, { recursive: true })
})

const lines = ({ code, stdout, stderr }: Ended): unknown[] => {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}

describe('clients that are not ours', () => {
  test('boto3 creates, updates with each strategy, pauses, continues, stops and rolls back', async () => {
    const [told] = lines(await scripts.drive)
    expect(told).toEqual({
      ok: [
        'create',
        'update ROLLING',
        'update BLUE_GREEN',
        'update CANARY',
        'update LINEAR',
        'pause',
        'continue',
        'roll back at a pause',
        'stop',
        'describe and list',
        'refusals',
      ],
    })
  })

  test('the stages of each strategy come in the documented order', async () => {
    const told = lines(await scripts.stages)
    expect(told).toMatchObject(
      ['ROLLING', 'BLUE_GREEN', 'CANARY', 'LINEAR'].map((strategy) => ({ strategy, status: 'SUCCESSFUL' })),
    )
  })

  test('boto3 drives what stands around ECS', async () => {
    const [told] = lines(await scripts.others)
    expect(told).toEqual({
      ok: ['alarms and metrics', 'parameters and secrets', 'one task', 'rules and CodeDeploy', 'scaling'],
    })
  })

  test('the AWS command line does the same', async () => {
    const ask = async (...args: string[]): Promise<Record<string, never>> => {
      const { code, stdout, stderr } = await awsCli(recorder.endpoint, ...args)
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' })
      return JSON.parse(stdout === '' ? '{}' : stdout) as Record<string, never>
    }
    await ask('ecs', 'create-cluster', '--cluster-name', 'typed')
    const input = JSON.stringify({ ...definition('one'), family: 'typed' })
    await ask('logs', 'create-log-group', '--log-group-name', '/demo/cart')
    await ask('ecs', 'register-task-definition', '--cli-input-json', input)
    const where = ['--cluster', 'typed']
    const network = 'awsvpcConfiguration={subnets=[subnet-a]}'
    const service = ['--service-name', 'typed', '--task-definition', 'typed', '--desired-count', '1']
    await ask('ecs', 'create-service', ...where, ...service, '--network-configuration', network)
    await ask('ecs', 'wait', 'services-stable', ...where, '--services', 'typed')
    const newest = async () => {
      const listed = await ask('ecs', 'list-service-deployments', ...where, '--service', 'typed')
      const [{ serviceDeploymentArn: arn }] = listed.serviceDeployments as unknown as [Record<string, string>]
      const { serviceDeployments } = await ask(
        'ecs',
        'describe-service-deployments',
        ...['--service-deployment-arns', arn ?? ''],
      )
      return (serviceDeployments as unknown as [ServiceDeployment])[0]
    }
    const ended = async () => {
      for (;;) {
        const { status = '' } = await newest()
        if (/^(SUCCESSFUL|STOPPED|ROLLBACK_SUCCESSFUL|ROLLBACK_FAILED)$/.test(status)) return status
      }
    }
    expect(await ended()).toBe('SUCCESSFUL')
    const paused = {
      strategy: 'CANARY',
      lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['PRE_SCALE_UP', 'POST_SCALE_UP'] }],
    }
    const configuration = ['--deployment-configuration', JSON.stringify(paused)]
    await ask(
      'ecs',
      ...['update-service', ...where, '--service', 'typed', '--force-new-deployment', ...configuration],
    )
    const waits = async () => (await newest()).lifecycleHookDetails ?? []
    while ((await waits()).length === 0);
    const arn = ['--service-deployment-arn', (await newest()).serviceDeploymentArn ?? '']
    const hook = (await waits())[0]?.hookId ?? ''
    await ask('ecs', 'continue-service-deployment', ...arn, '--hook-id', hook, '--action', 'CONTINUE')
    await ask('ecs', 'stop-service-deployment', ...arn, '--stop-type', 'ROLLBACK')
    expect(await ended()).toBe('ROLLBACK_SUCCESSFUL')
    await ask('ecs', 'describe-services', ...where, '--services', 'typed')
    await ask('elbv2', 'describe-load-balancers')
    await ask('sts', 'get-caller-identity')
    const wrong = await awsCli(
      recorder.endpoint,
      'ecs',
      'describe-services',
      ...where,
      '--services',
      ...'abcdefghijk',
    )
    expect(wrong.stderr).toContain('(InvalidParameterException)')
  })

  test('and the SDK', async () => {
    const clients = clientsOf(recorder.endpoint)
    const stage = await setStage({
      ...clients,
      // The command line has made it already.
      logs: { createLogGroup: async () => ({}) } as never,
    })
    await createCart(clients, stage, await register(clients, 'one'))
    expect((await followNewest(clients)).status).toBe('SUCCESSFUL')
    await clients.logs.describeLogStreams({ logGroupName: '/demo/cart' })
    clients.destroy()
  })
})

test('botocore finds nothing wrong with any request or answer', async () => {
  await recorder.close()
  const { code, stdout, stderr } = await script('judge.py', exchanges)
  expect({ code, stdout, stderr }).toMatchObject({ code: 0, stderr: '' })
  const { exchanges: many, operations } = JSON.parse(stdout) as { exchanges: number; operations: number }
  expect(many).toBeGreaterThan(300)
  expect(operations).toBeGreaterThan(65)
  expect(warnings).toEqual([])
})

test.each([
  ['an unknown member', '{"services":[{"serviceNmae":"x"}]}', /Service has no member serviceNmae/],
  ['a wrong type', '{"services":[{"desiredCount":"2"}]}', /'2' is no integer/],
  ['a value that is none', '{"services":[{"launchType":"MOON"}]}', /'MOON' is none of/],
  ['an error that is not listed', '{"__type":"OddException"}', /has no error OddException/],
])('botocore would find %s', async (name, answer, wrong) => {
  const path = join(folder, `${name}.jsonl`)
  const target = 'AmazonEC2ContainerServiceV20141113.DescribeServices'
  const status = answer.includes('__type') ? 400 : 200
  writeFileSync(path, `${JSON.stringify({ target, body: '{"services":["x"]}', status, answer })}\n`)
  expect(await script('judge.py', path)).toMatchObject({ code: 1, stdout: expect.stringMatching(wrong) })
})
