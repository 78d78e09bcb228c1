import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { follow, type LoneTask } from '../../../src/rehearsal/tasks/lone.js'
import type { Instant } from '../../../src/words.js'
import { type Clients, clientsOf } from '../stage.js'
import { runOne, taskOf, untilTask } from './lone.js'
import { createKillable, type Killable } from './server.js'

describe('tasks of no service, in a cluster that is killed', () => {
  let cluster: Killable
  let clients: Clients

  beforeEach(async () => {
    cluster = createKillable({ tasks: 'hollow' })
    clients = clientsOf(await cluster.serve())
    await clients.ecs.createCluster({ clusterName: 'demo' })
    await clients.logs.createLogGroup({ logGroupName: '/demo/cart' })
  }, 60_000)

  afterEach(async () => {
    clients.destroy()
    await cluster.close()
    cluster.remove()
  }, 60_000)

  test('one that ran goes on, one that had stopped tells its exit code as before', async () => {
    const serving = await runOne(clients, 'serving', {})
    const ending = await runOne(clients, 'ending', { environment: [{ name: 'HOLLOW', value: 'exit:3' }] })
    await untilTask(clients, serving, 'RUNNING')
    const before = await untilTask(clients, ending, 'STOPPED')
    await cluster.kill()
    await cluster.serve()
    expect(await untilTask(clients, serving, 'RUNNING')).toMatchObject({ taskArn: serving })
    expect(await taskOf(clients, ending)).toEqual(before)
    expect(before.containers).toMatchObject([{ exitCode: 3 }])
    await clients.ecs.stopTask({ cluster: 'demo', task: serving, reason: 'enough' })
    expect(await untilTask(clients, serving, 'STOPPED')).toMatchObject({ stoppedReason: 'enough' })
  }, 60_000)
})

describe('a task that was asked for, and of which nothing is left', () => {
  const task: LoneTask = {
    id: 'one',
    arn: 'arn:aws:ecs:eu-central-1:000000000000:task/demo/one',
    cluster: 'demo',
    taskDefinition: 'ends:1',
    group: 'family:ends',
    overrides: {},
    tags: [],
    phase: 'pending',
    createdAt: 0 as Instant,
  }

  test('is written down as asked for before it is', () => {
    expect(follow(task, undefined, 1 as Instant)).toEqual({ ...task, asked: true })
  })

  test('is stopped with a reason, and not asked for again', () => {
    expect(follow({ ...task, asked: true }, undefined, 2 as Instant)).toMatchObject({
      phase: 'stopped',
      stoppedAt: 2,
      why: { code: 'TaskFailedToStart', reason: expect.stringContaining('while the task was starting') },
    })
  })
})
