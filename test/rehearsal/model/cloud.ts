import type { Call, HookEvent } from '../../../src/rehearsal/controller/calls.js'
import type { Effect } from '../../../src/rehearsal/controller/effects.js'
import {
  type Observation,
  type SeenTask,
  STALE_MILLISECONDS,
  type Verdict,
  type Weights,
} from '../../../src/rehearsal/controller/observation.js'
import { revisionOf, type Service } from '../../../src/rehearsal/controller/state.js'
import { type Broken, judge } from './judge.js'

export type Fate = 'fine' | 'sick' | 'dies' | 'unstartable'
/** What a function does when it is asked: answers yes, no, that it is not done yet, that it reports by itself, or never. */
export type Says = 'yes' | 'no' | 'later' | 'called' | 'nothing'

type TargetState = 'unused' | 'initial' | 'healthy' | 'unhealthy' | 'draining'

/** A task of the cloud, as it really is. */
export interface CloudTask {
  readonly group: string
  readonly fate: Fate
  readonly startedAt: number
  target: TargetState
  healthySince?: number
  inFlight: number
  stopped: boolean
  /** The controller has let go of it, whether or not that got through. */
  isLeaving: boolean
}

/** A call of a function, and when its answer is there. */
export interface Asked extends Omit<Call, 'event'> {
  readonly event: HookEvent
  readonly says: Says
  readonly at: number
}

interface Snapshot {
  readonly at: number
  readonly tasks: ReadonlyMap<string, CloudTask>
  readonly rules: ReadonlyMap<string, Weights>
}

const START = 600
const PROBE = 1200
const LIFE = 5000
const ANSWER = 700

const VERDICTS: Readonly<Record<Exclude<Says, 'nothing'>, Verdict>> = {
  yes: { kind: 'succeeded' },
  no: { kind: 'failed', why: 'The function said no.' },
  called: { kind: 'called' },
  later: { kind: 'in-progress', delaySeconds: 30, details: { seen: true } },
}

/** What nobody can heed whose sight is from before an edit of the weights: who bears how much. */
const UNSEEN: readonly number[] = [2, 3]

/** A cloud in memory: tasks that start, get healthy or not, take requests by weight, and die; rules; alarms. */
export class Cloud {
  readonly tasks = new Map<string, CloudTask>()
  readonly rules = new Map<string, Weights>()
  readonly alarms = new Map<string, 'OK' | 'ALARM'>()
  readonly broken: Broken[] = []
  /** By the name of the call. */
  readonly asked = new Map<string, Asked>()
  /** What functions say, one call after the other; the last of it from then on. */
  says: readonly Says[] = ['yes']
  private calls = 0
  private readonly past: Snapshot[] = []
  private editedAt = Number.NEGATIVE_INFINITY
  private readonly fateOf: (definition: string) => Fate
  private readonly requests: number

  constructor(fateOf: (definition: string) => Fate, requests: number) {
    this.fateOf = fateOf
    this.requests = requests
  }

  /** The share of a group on a rule, of 1; undefined where no rule names it. */
  shareOf(group: string): number | undefined {
    const shares = [...this.rules.values()]
      .filter((weights) => group in weights)
      .map((weights) => (weights[group] ?? 0) / Object.values(weights).reduce((sum, one) => sum + one, 0))
    return shares.length === 0 ? undefined : Math.max(...shares)
  }

  /** What is decided is judged, whether or not it gets through; a task is let go of once. */
  judge(effect: Effect, service: Service, seen: Observation, now: number): void {
    const broken = judge(this, effect, service, seen, now)
    const blind = this.isJustEdited(now) ? UNSEEN : []
    this.broken.push(...broken.filter(({ invariant }) => !blind.includes(invariant)))
    const task = effect.kind === 'deregister' ? this.tasks.get(effect.task) : undefined
    if (task) task.isLeaving = true
  }

  carryOut(effect: Effect, service: Service, now: number): void {
    if (effect.kind === 'weigh') {
      if (this.rules.has(effect.rule)) this.rules.set(effect.rule, effect.weights)
      return
    }
    if (effect.kind === 'call') this.ask(effect, now)
    else this.carryOutOnTask(effect, service, now)
  }

  private carryOutOnTask(
    effect: Exclude<Effect, { kind: 'weigh' | 'call' }>,
    service: Service,
    now: number,
  ): void {
    const task = this.tasks.get(effect.task)
    if (effect.kind === 'start' && !task) this.start(effect.task, effect.taskDefinition, service, now)
    if (!task) return
    if (effect.kind === 'register' && task.target === 'unused') task.target = 'initial'
    if (effect.kind === 'deregister' && task.target !== 'unused') {
      task.target = 'draining'
    }
    if (effect.kind === 'stop') this.kill(task)
  }

  private ask({ call, target, event }: Call, now: number): void {
    if (this.asked.has(call)) return
    const says = this.says[Math.min(this.calls, this.says.length - 1)] ?? 'yes'
    this.calls += 1
    this.asked.set(call, { call, target, event: event as HookEvent, says, at: now + ANSWER })
  }

  /** What answers is lost with the controller: it asks again. */
  forgetCalls(): void {
    this.asked.clear()
  }

  /** From now on every function says yes, also those that were asked before. */
  pacify(): void {
    this.says = ['yes']
    for (const [call, asked] of this.asked)
      if (asked.says === 'nothing') this.asked.set(call, { ...asked, says: 'yes' })
  }

  private verdicts(at: number): Observation['calls'] {
    const answered = [...this.asked].filter(([, one]) => one.at <= at)
    return new Map(
      answered.flatMap(([call, { says }]) => (says === 'nothing' ? [] : [[call, VERDICTS[says]] as const])),
    )
  }

  private start(id: string, definition: string, service: Service, now: number): void {
    const revision = service.tasks.find((task) => task.id === id)?.revision ?? ''
    const group = revisionOf(service, revision).targets[0]?.targetGroup ?? ''
    const fate = this.fateOf(definition)
    this.tasks.set(id, {
      group,
      fate,
      startedAt: now,
      target: 'unused',
      inFlight: 0,
      stopped: fate === 'unstartable',
      isLeaving: false,
    })
  }

  /** Somebody changes the weights besides ECS, which nobody can know before the next sight of them. */
  editByHand(rule: string, weights: Weights, now: number): void {
    this.rules.set(rule, weights)
    this.editedAt = now
  }

  /** Whether a group has everything on every rule. */
  hasAll(group: string): boolean {
    return [...this.rules.values()].every((weights) =>
      Object.entries(weights).every(([name, weight]) => (name === group ? weight > 0 : weight === 0)),
    )
  }

  isJustEdited(now: number): boolean {
    return now - this.editedAt <= 2 * STALE_MILLISECONDS
  }

  kill(task: CloudTask): void {
    task.stopped = true
    task.inFlight = 0
  }

  /** Time goes on until `now`. */
  advance(now: number): void {
    for (const task of this.tasks.values()) this.age(task, now - task.startedAt, now)
    const tasks = new Map([...this.tasks].map(([id, task]) => [id, { ...task }]))
    this.past.push({ at: now, tasks, rules: new Map(this.rules) })
    if (this.past.length > 5) this.past.shift()
  }

  private age(task: CloudTask, age: number, now: number): void {
    if (task.fate === 'dies' && age > LIFE) this.kill(task)
    if (task.stopped) {
      if (task.target === 'draining') task.target = 'unused'
      return
    }
    if (task.target === 'initial' && age > PROBE) task.target = task.fate === 'sick' ? 'unhealthy' : 'healthy'
    if (task.target === 'healthy') task.healthySince ??= now
    if (task.target === 'healthy' && (this.shareOf(task.group) ?? 1) > 0) task.inFlight = this.requests
    else if (task.inFlight > 0) task.inFlight -= 1
    else if (task.target === 'draining') task.target = 'unused'
  }

  /** What a read may answer: how it is, or how it was a little while ago. */
  observe(now: number, lag: number): Observation {
    const young = this.past.filter(({ at }) => now - at < STALE_MILLISECONDS)
    const { tasks, rules, at } = young[Math.max(0, young.length - 1 - lag)] as Snapshot
    const seen = [...tasks].map(([id, task]) => [id, see(task, at - task.startedAt)] as const)
    return { tasks: new Map(seen), rules, alarms: this.alarms, calls: this.verdicts(at) }
  }
}

const see = (task: CloudTask, age: number): SeenTask => ({
  phase: task.stopped ? 'stopped' : age > START ? 'running' : 'pending',
  health: 'UNKNOWN',
  hasHealthCheck: false,
  targets:
    task.group === ''
      ? []
      : [
          {
            targetGroup: task.group,
            state: task.target,
            inFlight: task.inFlight,
            deregistrationDelaySeconds: 3600,
          },
        ],
  ...(task.stopped ? { stopped: { startFailed: task.fate === 'unstartable', reason: 'gone' } } : {}),
})
