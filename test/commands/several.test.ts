import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { deployExitCode, type Target } from '../../src/commands/deploy.js'
import { takeUp } from '../../src/commands/takeup.js'
import type { Deployed } from '../../src/ecs/deployed.js'
import { wholes } from '../../src/ecs/together.js'
import { deployHeadline, deployJson, deployMarkdown, deployText } from '../../src/report/deploy.js'
import type { Outcome, ServiceName } from '../../src/words.js'
import { digestOf, Stage } from './deploy-stage.js'

/** Of the service `cart`, which runs in the ECS services `web` and `worker`. */
const parts = (stage: Stage, changes: Partial<Target['settings']> = {}): readonly Target[] =>
  ['web', 'worker'].map((ecs) => {
    const target = stage.target(ecs, 'b')
    return { ...target, service: 'cart' as ServiceName, ecs, settings: { ...target.settings, ...changes } }
  })

const begun = (stage: Stage) => stage.ecs.calls.filter((call) => /^(runTask|updateService)$/.test(call))

describe('a service whose image runs in several ECS services', () => {
  test('is deployed to each, and is successful once each is', async () => {
    const stage = new Stage('web', 'worker')
    const result = await stage.deploy(...parts(stage))
    expect(result.services.map(({ name, ecs, outcome }) => [name, ecs, outcome])).toEqual([
      ['cart', 'web', 'successful'],
      ['cart', 'worker', 'successful'],
    ])
    expect(deployHeadline(result)).toBe('1 service: 1 successful.')
    expect(deployJson(result)).toMatchObject({
      services: [
        {
          name: 'cart',
          outcome: 'successful',
          deployment: null,
          problem: null,
          ecs: [
            {
              service: 'web',
              outcome: 'successful',
              deployment: expect.stringContaining('/web/'),
              problem: null,
            },
            { service: 'worker', outcome: 'successful', deployment: expect.stringContaining('/worker/') },
          ],
        },
      ],
    })
    expect(deployExitCode(result)).toBe(0)
    expect(stage.said).toContain('cart (worker): successful, 2 of 2 new tasks running')
  })

  test('has failed where one of them has, and says which of them run what', async () => {
    const stage = new Stage('web', 'worker').behave('worker', 'b', 'fails')
    const result = await stage.deploy(...parts(stage))
    expect(deployExitCode(result)).toBe(1)
    const [{ outcome, problem }] = (
      deployJson(result) as { services: [{ outcome: Outcome; problem: { why: string } }] }
    ).services
    expect(outcome).toBe('rolled-back')
    expect(problem).toMatchObject({
      code: 'rolled-back',
      problem: 'cart was deployed to 1 of its 2 ECS services in uat',
      why: 'web runs 1.4.0, sha256:bbbbbbbbbbbb; worker was rolled back to what it ran before.',
      fix: expect.stringContaining('stagger rollback cart --environment uat'),
    })
    for (const told of [deployText(result), deployMarkdown(result)])
      expect(told).toContain('worker was rolled back to what it ran before')
    expect(deployText(result)).toContain('1 service: 1 rolled back.')
  })

  test('is unchanged where each is, and what one lacks does not keep the other', async () => {
    const stage = new Stage('web')
    const result = await stage.deploy(...parts(stage))
    expect(result.services.map(({ outcome }) => outcome)).toEqual(['successful', null])
    expect(deployExitCode(result)).toBe(2)
    expect(wholes(result.services)[0]?.deployed.problems[0]).toMatchObject({
      fault: 'caller',
      why: 'web runs 1.4.0, sha256:bbbbbbbbbbbb; worker was not touched.',
    })
    const again = await stage.deploy(...parts(stage).slice(0, 1))
    expect(wholes(again.services)[0]?.deployed.outcome).toBe('unchanged')
  })
})

describe('what runs before', () => {
  const before = { command: ['migrate'] }

  test('is the service’s: it runs once, by the first, and the others wait for it', async () => {
    const stage = new Stage('web', 'worker')
    const result = await stage.deploy(...parts(stage, { before }))
    expect(result.services.map(({ outcome }) => outcome)).toEqual(['successful', 'successful'])
    expect(begun(stage)).toEqual(['runTask', 'updateService', 'updateService'])
    expect(stage.ecs.oneOffs()).toHaveLength(1)
  })

  test('keeps all of them as they are where it fails', async () => {
    const stage = new Stage('web', 'worker')
    stage.ecs.exitCode = 1
    const result = await stage.deploy(...parts(stage, { before }))
    expect(result.services.map(({ problems }) => problems[0]?.code)).toEqual([
      'before-failed',
      'before-failed',
    ])
    expect(begun(stage)).toEqual(['runTask'])
  })

  test('is missed by nobody: where the first is refused, the others are not deployed without it', async () => {
    const stage = new Stage('worker')
    const result = await stage.deploy(...parts(stage, { before }))
    expect(result.services.map(({ outcome }) => outcome)).toEqual([null, null])
    expect(begun(stage)).toEqual([])
  })

  test('was run already where the first runs this image already', async () => {
    const stage = new Stage('web', 'worker')
    await stage.deploy(...parts(stage, { before }).slice(0, 1))
    const result = await stage.deploy(...parts(stage, { before }))
    expect(result.services.map(({ outcome }) => outcome)).toEqual(['unchanged', 'successful'])
    expect(stage.ecs.oneOffs()).toHaveLength(1)
  })
})

test('as one: good only where all are, whatever else there is', () => {
  const GOOD: readonly (Outcome | null)[] = ['successful', 'unchanged']
  const outcome = fc.constantFrom<Outcome | null>(
    ...([
      'successful',
      'unchanged',
      'paused',
      'rolled-back',
      'rollback-failed',
      'stopped',
      'superseded',
      'timed-out',
    ] as const),
    null,
  )
  const problem = { code: 'x', fault: 'thing' as const, problem: 'p', why: 'w', fix: 'f' }
  fc.assert(
    fc.property(fc.array(outcome, { minLength: 2, maxLength: 5 }), (outcomes) => {
      const rows = outcomes.map((one, at) => ({
        ...{
          name: 'cart',
          ecs: `ecs-${at}`,
          environment: 'uat',
          version: null,
          digest: digestOf('b'),
          outcome: one,
          seconds: at,
        },
        ...{ problems: GOOD.includes(one) || one === 'paused' ? [] : [problem], deployment: null, marks: [] },
      })) as unknown as readonly Deployed[]
      const [whole] = wholes(rows)
      const good = outcomes.every((one) => GOOD.includes(one))
      expect(GOOD.includes(whole?.deployed.outcome ?? null)).toBe(good)
      expect(whole?.parts.map(({ outcome: one }) => one)).toEqual(outcomes)
      expect(whole?.deployed.problems.length === 0).toBe(
        outcomes.every((one) => GOOD.includes(one) || one === 'paused'),
      )
    }),
  )
})

describe('a later run', () => {
  const takeUpAll = (stage: Stage) =>
    takeUp(
      { ...stage.world, signal: new AbortController().signal },
      {
        wishes: parts(stage).map((site) => ({ wish: 'resume' as const, site, deployment: null, hook: null })),
        dryRun: false,
      },
    )

  test('means those that are under way, and is refused where none is', async () => {
    const stage = new Stage('web', 'worker').behave('worker', 'b', 'hangs')
    await stage.deploy(...parts(stage))
    const resumed = await takeUpAll(stage)
    expect(resumed.services.map(({ ecs, outcome }) => [ecs, outcome])).toEqual([['worker', 'timed-out']])
    const idle = new Stage('web', 'worker')
    await idle.deploy(...parts(idle))
    expect(deployExitCode(await takeUpAll(idle))).toBe(2)
  })
})
