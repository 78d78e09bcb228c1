import type { Instant } from '../../words.js'
import { isUnderWay, type Service, type Task } from './state.js'
import { newest } from './turn.js'

const KEPT = 100

const ids = (tasks: readonly Task[]): string => tasks.map(({ id }) => `(task ${id})`).join(' ')

const earlier = (before: Service, task: Task): Task | undefined =>
  before.tasks.find(({ id }) => id === task.id)

const startedTasks = (before: Service, after: Service): readonly string[] => {
  const tasks = after.tasks.filter((task) => !earlier(before, task))
  return tasks.length === 0 ? [] : [`has started ${tasks.length} tasks: ${ids(tasks)}.`]
}

const illnessOf = ({ sick, why }: Task): string | undefined =>
  sick?.reason ?? (why?.reason.startsWith('Task failed') ? why.reason : undefined)

const sickTasks = (before: Service, after: Service): readonly string[] =>
  after.tasks
    .filter((task) => {
      const was = earlier(before, task)
      return illnessOf(task) && !was?.why && !was?.sick
    })
    .map((task) => `(task ${task.id}) is unhealthy due to (reason ${illnessOf(task)}).`)

const stoppedTasks = (before: Service, after: Service): readonly string[] => {
  const going = after.tasks.filter(
    (task) => task.phase === 'stopping' && earlier(before, task)?.phase !== 'stopping',
  )
  return going.length === 0 ? [] : [`has stopped ${going.length} running tasks: ${ids(going)}.`]
}

const turns = (before: Service, after: Service): readonly string[] => {
  const [was, is] = [newest(before), newest(after)]
  if (was.arn !== is.arn || was.status === is.status) return []
  const name = `(deployment ecs-svc/${is.target})`
  if (is.status === 'ROLLBACK_IN_PROGRESS')
    return [
      `${name} deployment failed: ${is.course.strategy === 'ROLLING' ? 'tasks failed to start.' : is.reason}`,
      `rolling back to deployment ecs-svc/${is.rollback?.revision}.`,
    ]
  if (is.status === 'STOPPED' || is.status === 'ROLLBACK_FAILED')
    return [`${name} deployment failed: ${is.reason}`]
  return isUnderWay(is) ? [] : [`${name} deployment completed.`, 'has reached a steady state.']
}

/** What ECS would tell about this step, newest first. */
export const tell = (before: Service, after: Service, now: Instant): Service => {
  const told = [sickTasks, startedTasks, stoppedTasks, turns].flatMap((what) => what(before, after))
  const events = told.map((text) => ({ at: now, message: `(service ${after.name}) ${text}` })).toReversed()
  return { ...after, events: [...events, ...after.events].slice(0, KEPT) }
}
