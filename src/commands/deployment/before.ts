import type { Task } from '@aws-sdk/client-ecs'
import type { Live } from '../../ecs/decide.js'
import { type Diagnosis, idOf, taskReport } from '../../ecs/diagnosis.js'
import { oneOffContainer, oneOffEnd, oneOffName, oneOffTask } from '../../ecs/one-off.js'
import { isPassing } from '../../ecs/passing.js'
import { fill } from '../../environment/placeholders.js'
import type { Ecs } from '../../platform/aws/ecs.js'
import { type Problem, StaggerError } from '../../words.js'
import type { Applying } from './apply.js'
import { logsOf } from './diagnose.js'

/** The service was not touched: what went before it failed. */
export class BeforeFailed extends StaggerError {
  constructor(
    problem: Problem,
    readonly diagnosis: Diagnosis,
  ) {
    super(problem)
  }
}

const USUAL_MINUTES = 30
const PAUSE = 2_000

/** Runs the environment's task of the new image, whose exit code is the gate. */
export const runBefore = async (applying: Applying, live: Live, taskDefinition: string): Promise<void> => {
  const { world, ecs, target } = applying
  const { before } = target.settings
  if (!before) return
  const { value } = await ecs.describeTaskDefinition(taskDefinition)
  const container = oneOffContainer(before, value.taskDefinition, target.image)
  const command = before.command.map((word) => fill(word, { service: target.service }))
  const arn = await begin(applying, live, { taskDefinition, container, command })
  world.progress.say(`${target.service}: running ${command.join(' ')} first`)
  const task = await end(applying, arn, container, before.timeoutMinutes ?? USUAL_MINUTES)
  const ended = oneOffEnd(task, container)
  if (ended?.exitCode !== 0) throw await failed(applying, task, command, ended?.exitCode ?? null)
}

interface OneOff {
  readonly taskDefinition: string
  readonly container: string
  readonly command: readonly string[]
}

/** One that runs already was begun by somebody who did not stay: two migrations at once are none. */
const begin = async ({ world, ecs, target }: Applying, { service }: Live, one: OneOff): Promise<string> => {
  const { cluster } = target.settings
  const { value: running } = await ecs.listTasksStartedBy(cluster, oneOffName(one.taskDefinition))
  if (running[0] !== undefined) return running[0]
  const input = oneOffTask(service, { ...one, cluster, token: world.unique() })
  const { value } = await ecs.runTask(input).catch((error: unknown) => {
    // The same token finds what an answer that was lost had begun.
    if (isPassing(error)) return ecs.runTask(input)
    throw error
  })
  return value.taskArn ?? ''
}

const end = async (
  { world, ecs, target }: Applying,
  arn: string,
  container: string,
  minutes: number,
): Promise<Task> => {
  const until = world.clock.now() + minutes * 60_000
  for (;;) {
    const task = await look(ecs, target.settings.cluster, arn)
    if (task && oneOffEnd(task, container)) return task
    if (world.clock.now() >= until) throw tooLong(target.service, arn, minutes)
    await world.clock.sleep(PAUSE, world.signal)
  }
}

const look = (ecs: Ecs, cluster: string, arn: string): Promise<Task | null> =>
  ecs.describeTasks(cluster, [arn]).then(
    ({ value }) => value[0] ?? null,
    (error: unknown) => {
      if (isPassing(error)) return null
      throw error
    },
  )

const tooLong = (service: string, arn: string, minutes: number): StaggerError =>
  new StaggerError({
    code: 'before-timed-out',
    fault: 'thing',
    problem: `what runs before ${service} was not over after ${minutes} minutes`,
    why: `The task ${arn} still runs; the service was not touched.`,
    fix: 'Look at the task, and raise before.timeoutMinutes in stagger.yml if it needs longer.',
  })

const failed = async (
  { ecs, target }: Applying,
  task: Task,
  command: readonly string[],
  exitCode: number | null,
): Promise<BeforeFailed> => {
  const diagnosis = {
    tasks: [taskReport(task)],
    logs: await logsOf(ecs, task),
    events: [],
    serving: null,
    targets: [],
  }
  const problem: Problem = {
    code: 'before-failed',
    fault: 'thing',
    problem: `what runs before ${target.service} failed: ${command.join(' ')}`,
    why: `${exitCode === null ? `It has no exit code: ${task.stoppedReason ?? 'it did not start'}` : `Exit code ${exitCode}`}. The service was not touched: task ${idOf(task)} only.`,
    fix: 'Correct what its log shows, and deploy again.',
  }
  return new BeforeFailed(problem, diagnosis)
}
