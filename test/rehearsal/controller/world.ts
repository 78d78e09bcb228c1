import { begin } from '../../../src/rehearsal/controller/deployment.js'
import type { Effect } from '../../../src/rehearsal/controller/effects.js'
import type { Observation, SeenTarget, SeenTask } from '../../../src/rehearsal/controller/observation.js'
import type { Revision, Service, Settings } from '../../../src/rehearsal/controller/state.js'
import type { Instant } from '../../../src/words.js'

export const SETTINGS: Settings = {
  minimumHealthyPercent: 100,
  maximumPercent: 200,
  graceSeconds: 0,
  breaker: {
    enable: true,
    rollback: true,
    resetOnHealthyTask: true,
    threshold: { type: 'BOUNDED_PERCENT', value: 50 },
  },
  plan: { strategy: 'ROLLING' },
  bakeMinutes: 0,
  hooks: [],
  alarms: { enable: false, rollback: false, names: [] },
}

export const at = (milliseconds: number): Instant => milliseconds as Instant

export const GROUP = 'arn:group'

export const revision = (id: string): Revision => ({
  id,
  arn: `arn:revision/${id}`,
  taskDefinition: `arn:definition/${id}`,
  targets: [{ targetGroup: GROUP, containerName: 'app', containerPort: 8080 }],
  createdAt: at(0),
})

const EMPTY: Service = {
  arn: 'arn:service',
  name: 'cart',
  cluster: 'arn:cluster',
  status: 'ACTIVE',
  createdAt: at(0),
  desiredCount: 2,
  settings: SETTINGS,
  revisions: [],
  deployments: [],
  tasks: [],
  begun: 0,
  events: [],
}

export const update = (service: Service, id: string, now: Instant): Service =>
  begin(service, revision(id), `arn:deployment/${id}`, now)

export const service = (change: Partial<Service> = {}): Service => update({ ...EMPTY, ...change }, '1', at(0))

interface FakeTask {
  startedAt: number
  /** How it behaves: fine, never healthy, dies before or after it got healthy, or never starts. */
  readonly fate: Fate
  stopAsked: boolean
  stopped: boolean
  target: SeenTarget['state']
  inFlight: number
}

export type Fate = 'fine' | 'sick' | 'dies' | 'unstartable'

/** A world of tasks and targets that does what effects ask for, a little later each time. */
export class FakeWorld {
  readonly tasks = new Map<string, FakeTask>()
  readonly violations: string[] = []
  private readonly fateOf: (taskDefinition: string, number: number) => Fate

  constructor(fateOf: (taskDefinition: string, number: number) => Fate) {
    this.fateOf = fateOf
  }

  carryOut(effect: Effect, now: number): void {
    if (effect.kind === 'weigh' || effect.kind === 'call') return
    const task = this.tasks.get(effect.task)
    if (effect.kind === 'start') {
      if (task) return
      const fate = this.fateOf(effect.taskDefinition, this.tasks.size)
      this.tasks.set(effect.task, {
        startedAt: now,
        fate,
        stopAsked: false,
        stopped: false,
        target: 'unused',
        inFlight: 0,
      })
      return
    }
    if (!task) return
    if (effect.kind === 'register' && task.target === 'unused') task.target = 'initial'
    if (effect.kind === 'deregister' && task.target !== 'unused') task.target = 'draining'
    if (effect.kind === 'stop' && !task.stopAsked) this.stop(effect.task, task)
  }

  /** The one thing that must never happen: a stop that a request could feel. */
  private stop(id: string, task: FakeTask): void {
    task.stopAsked = true
    const felt = !task.stopped && task.inFlight > 0
    const inRotation = !task.stopped && !['unused', 'draining'].includes(task.target)
    if (felt || inRotation)
      this.violations.push(`${id} was stopped at ${task.target}, ${task.inFlight} in flight`)
  }

  /** Time goes on: tasks start, get healthy or not, take requests, finish them, die. */
  advance(now: number, requests: number): void {
    for (const task of this.tasks.values()) this.age(task, now - task.startedAt, requests)
  }

  private age(task: FakeTask, age: number, requests: number): void {
    if (task.stopAsked || (task.fate === 'dies' && age > 1500)) task.stopped = true
    if (task.fate === 'unstartable') task.stopped = true
    if (task.stopped) {
      task.inFlight = 0
      if (task.target === 'draining') task.target = 'unused'
      return
    }
    if (task.target === 'initial' && age > 1000) task.target = task.fate === 'sick' ? 'unhealthy' : 'healthy'
    if (task.target === 'healthy') task.inFlight = requests
    else if (task.inFlight > 0) task.inFlight -= 1
    else if (task.target === 'draining') task.target = 'unused'
  }

  private seen(task: FakeTask, age: number): SeenTask {
    const phase = task.stopped ? 'stopped' : age > 500 ? 'running' : 'pending'
    return {
      phase,
      health: 'UNKNOWN',
      hasHealthCheck: false,
      targets: [
        { targetGroup: GROUP, state: task.target, inFlight: task.inFlight, deregistrationDelaySeconds: 3600 },
      ],
      ...(task.stopped
        ? {
            stopped: {
              startFailed: task.fate === 'unstartable',
              reason: 'Essential container in task exited',
            },
          }
        : {}),
    }
  }

  observe(now: number): Observation {
    return {
      rules: new Map(),
      alarms: new Map(),
      calls: new Map(),
      tasks: new Map([...this.tasks].map(([id, task]) => [id, this.seen(task, now - task.startedAt)])),
    }
  }

  serving(): number {
    return [...this.tasks.values()].filter(({ target, stopped }) => target === 'healthy' && !stopped).length
  }

  alive(): number {
    return [...this.tasks.values()].filter(({ stopped }) => !stopped).length
  }
}
