import { describe, expect, jest, test } from '@jest/globals'
import { ACTIONS } from '../../src/ecs/policy.js'
import { readyFor, wait } from '../rehearsal/codedeploy/shop.js'
import { beside } from './beside.js'
import { bakes, openStage } from './codedeploy-stage.js'
import { asked } from './rollout-stage.js'

jest.setTimeout(120_000)
process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

const STOP = 'codedeploy:StopDeployment'
const BAKING = { blueGreenDeploymentConfiguration: wait(60) }
const READY = { blueGreenDeploymentConfiguration: readyFor(60) }

describe('after a step that was killed with a deployment of CodeDeploy under way', () => {
  const play = beside(openStage)

  play('it is rolled back, and once; asked again, it is only told', async (stage) => {
    await stage.shop.regroup(BAKING)
    const before = await stage.ask()
    const one = stage.target({ onCancel: 'rollback' })
    const left = await stage.killed(one, bakes)
    expect(left).toMatchObject([{ deployment: expect.stringMatching(/^d-/), site: { service: 'cart' } }])
    expect(await stage.ask()).toBe(one.version)
    const deployment = left[0]?.deployment
    const cared = await stage.afterwards(left)
    expect(cared).toMatchObject({ outcome: 'rolled-back', code: 0, problems: [], deployment })
    expect(await stage.ask()).toBe(before)
    expect(asked.get('stop')).toContain(STOP)
    await stage.settled()
    stage.recorder.take()
    const again = await stage.afterwards(left)
    expect(again).toMatchObject({ outcome: 'rolled-back', code: 0, deployment })
    expect(stage.recorder.passed.get(STOP)).toBe(1)
  })

  play('it is found by what it was begun as, before anybody looked', async (stage) => {
    await stage.shop.regroup(BAKING)
    const [left] = await stage.killed(stage.target({ onCancel: 'rollback' }), () => true)
    if (!left) throw new Error('nothing was kept')
    const cared = await stage.afterwards([{ ...left, deployment: null }])
    expect(cared).toMatchObject({ outcome: 'rolled-back', code: 0, deployment: left.revision })
  })

  play('it waits for somebody: who wants it back does not', async (stage) => {
    await stage.shop.regroup(READY)
    const before = await stage.ask()
    const one = stage.target({ onCancel: 'rollback' })
    const left = await stage.killed(one, ({ status }) => status === 'Ready')
    // What was paused in time was told as paused, and is seen to.
    if (left.length > 0)
      expect(await stage.afterwards(left)).toMatchObject({ outcome: 'rolled-back', code: 0 })
    expect(await stage.ask()).toBe(before)
  })

  play('it is left where the environment says so, with the line that looks at it', async (stage) => {
    await stage.shop.regroup(BAKING)
    const one = stage.target({ onCancel: 'leave' })
    const left = await stage.killed(one, bakes)
    const cared = await stage.afterwards(left)
    expect(cared).toMatchObject({ outcome: null, code: 0, deployment: left[0]?.deployment })
    expect(stage.said.join('\n')).toMatch(
      /CodeDeploy ends the rollout by itself.*get-deployment --deployment-id d-/,
    )
    expect((await stage.newest()).status).toBe('InProgress')
    expect(stage.recorder.passed.get(STOP)).toBeUndefined()
  })

  play('it ended well before anybody could stop it', async (stage) => {
    const one = stage.target({ onCancel: 'rollback' })
    const left = await stage.killed(one, () => true)
    await stage.underWay(one, ({ status }) => status === 'Succeeded')
    expect(await stage.afterwards(left)).toMatchObject({
      outcome: 'successful',
      code: 0,
      digest: one.digest,
    })
    expect(await stage.ask()).toBe(one.version)
    expect(stage.recorder.passed.get(STOP)).toBeUndefined()
  })

  play('it ended well, and another one serves by now', async (stage) => {
    const one = stage.target({ onCancel: 'rollback' })
    const left = await stage.killed(one, () => true)
    await stage.underWay(one, ({ status }) => status === 'Succeeded')
    expect(await stage.bring(stage.target())).toMatchObject({ outcome: 'successful' })
    expect(await stage.afterwards(left)).toMatchObject({ outcome: 'superseded', code: 1 })
    expect(stage.recorder.passed.get(STOP)).toBeUndefined()
  })

  play('somebody else stopped it: nobody asks again', async (stage) => {
    await stage.shop.regroup(BAKING)
    const left = await stage.killed(stage.target({ onCancel: 'rollback' }), bakes)
    const deploymentId = left[0]?.revision
    await stage.shop.deploying.stopDeployment({ deploymentId, autoRollbackEnabled: true })
    expect(await stage.afterwards(left)).toMatchObject({ outcome: 'rolled-back', code: 0 })
    expect(stage.recorder.passed.get(STOP)).toBeUndefined()
  })

  play('the answer to the request is lost: it is looked whether it was heard', async (stage) => {
    await stage.shop.regroup(BAKING)
    const left = await stage.killed(stage.target({ onCancel: 'rollback' }), bakes)
    await stage.backstage('faults', { kind: 'lost-answer', operation: 'StopDeployment' })
    expect(await stage.afterwards(left)).toMatchObject({ outcome: 'rolled-back', code: 0 })
    expect(stage.recorder.passed.get(STOP)).toBe(1)
  })

  play(
    'while it goes back already, it is that one and not its way back that is stopped, followed or gone on from',
    async (stage) => {
      await stage.shop.regroup(BAKING)
      const one = stage.target({}, '', 8_000)
      const [left] = await stage.killed(one, bakes)
      const deployment = left?.revision ?? ''
      await stage.stopped(deployment)
      stage.recorder.take()
      const stopped = await stage.answer('stop', one)
      expect(stopped).toMatchObject({ outcome: 'rolled-back', code: 0, deployment, problems: [] })
      expect(stage.recorder.passed.get(STOP)).toBeUndefined()
    },
  )

  play('its names were changed meanwhile: that is told, and nothing is asked', async (stage) => {
    await stage.shop.regroup(BAKING)
    const [left] = await stage.killed(stage.target({ onCancel: 'rollback' }), bakes)
    if (!left) throw new Error('nothing was kept')
    const { site } = left
    const renamed = { ...site, settings: { ...site.settings, codeDeploy: { group: 'other' } } }
    const cared = await stage.afterwards([{ ...left, site: renamed }])
    expect(cared).toMatchObject({ outcome: null, code: 2, problems: [{ code: 'nothing-under-way' }] })
    expect(stage.recorder.passed.get(STOP)).toBeUndefined()
  })

  test('the policy of stop allows every call that was made', () => {
    const made = [...(asked.get('stop') ?? [])].filter((action) => action !== 'sts:GetCallerIdentity')
    expect(made).toContain(STOP)
    expect(made.filter((action) => !ACTIONS.stop.includes(action))).toEqual([])
  })
})
