import type { Task } from '@aws-sdk/client-ecs'
import { type Clients, definition } from '../stage.js'

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** RunTask of a family of its own, with one container like this. */
export const runOne = async (
  { ecs }: Clients,
  family: string,
  container: Parameters<typeof definition>[1],
): Promise<string> => {
  await ecs.registerTaskDefinition({ ...definition('one', container), family })
  const { tasks } = await ecs.runTask({
    cluster: 'demo',
    taskDefinition: family,
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
  })
  return tasks?.[0]?.taskArn ?? ''
}

export const taskOf = async ({ ecs }: Clients, arn: string): Promise<Task> =>
  (await ecs.describeTasks({ cluster: 'demo', tasks: [arn] })).tasks?.[0] ?? {}

export const untilTask = async (clients: Clients, arn: string, status: string): Promise<Task> => {
  for (;;) {
    const seen = await taskOf(clients, arn)
    if (seen.lastStatus === status) return seen
    await wait(100)
  }
}
