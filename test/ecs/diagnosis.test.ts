import type { Task } from '@aws-sdk/client-ecs'
import { expect, test } from '@jest/globals'
import {
  eventsSince,
  failedTasks,
  idOf,
  logSources,
  othersServing,
  taskReport,
} from '../../src/ecs/diagnosis.js'
import type { Instant } from '../../src/words.js'

const task = (id: string, changes: Task = {}): Task => ({
  taskArn: `arn:aws:ecs:eu-west-1:1:task/shop/${id}`,
  startedBy: 'ecs-svc/42',
  lastStatus: 'STOPPED',
  stoppedAt: new Date(1_000),
  ...changes,
})

test('the tasks of this revision alone, those that failed by themselves first, the newest of them first', () => {
  const tasks = [
    task('running', { lastStatus: 'RUNNING', healthStatus: 'HEALTHY' }),
    task('scaled', {
      stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/41)',
      stoppedAt: new Date(9_000),
    }),
    task('older', { stoppedReason: 'Essential container in task exited' }),
    task('other', { startedBy: 'ecs-svc/421' }),
    task('newer', { stoppedReason: 'Task failed container health checks', stoppedAt: new Date(2_000) }),
  ]
  expect(failedTasks(tasks, '42').map(idOf)).toEqual(['newer', 'older', 'scaled'])
})

test('a task is told with its codes, a health that nobody checks is not', () => {
  const containers = [
    { name: 'app', exitCode: 0, healthStatus: 'UNKNOWN' as const },
    { name: 'side', reason: 'OutOfMemory', healthStatus: 'UNHEALTHY' as const },
  ]
  expect(taskReport(task('t', { stopCode: 'EssentialContainerExited', containers }))).toEqual({
    id: 't',
    status: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    stoppedReason: null,
    containers: [
      { name: 'app', exitCode: 0, health: null, reason: null },
      { name: 'side', exitCode: null, health: 'UNHEALTHY', reason: 'OutOfMemory' },
    ],
  })
})

test('logs are where the awslogs driver puts them, and only there', () => {
  const options = { 'awslogs-group': 'shop', 'awslogs-stream-prefix': 'cart', 'awslogs-region': 'eu-west-1' }
  const containerDefinitions = [
    { name: 'app', logConfiguration: { logDriver: 'awslogs' as const, options } },
    { name: 'side', logConfiguration: { logDriver: 'json-file' as const, options } },
    { name: 'bare' },
  ]
  expect(logSources({ containerDefinitions }, 't')).toEqual([
    { task: 't', container: 'app', group: 'shop', stream: 'cart/app/t', region: 'eu-west-1' },
  ])
})

test('events since the deployment began, in order, without the good news', () => {
  const events = [
    { createdAt: new Date(3_000), message: 'was unable to place a task' },
    { createdAt: new Date(2_000), message: 'has started 1 tasks' },
    { createdAt: new Date(2_500), message: 'has reached a steady state.' },
    { createdAt: new Date(500), message: 'long ago' },
  ]
  expect(eventsSince({ events }, 1_000 as Instant)).toEqual([
    'has started 1 tasks',
    'was unable to place a task',
  ])
})

test('who serves besides this revision', () => {
  const deployments = [
    { id: 'ecs-svc/42', runningCount: 1 },
    { id: 'ecs-svc/41', runningCount: 2 },
  ]
  expect(othersServing({ deployments }, '42')).toBe(2)
})
