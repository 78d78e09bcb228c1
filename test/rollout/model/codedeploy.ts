import type { DeploymentInfo, ECSTarget } from '@aws-sdk/client-codedeploy'
import type { Service, TaskSet } from '@aws-sdk/client-ecs'
import fc from 'fast-check'
import { deploymentSight, type Sighting, serviceSight } from '../../../src/ecs/codedeploy/sight.js'
import type { Look } from '../../../src/rollout/following.js'
import type { Observation, Started } from '../../../src/rollout/sight.js'
import type { Instant } from '../../../src/words.js'
import { DIGEST, OTHER, seen, started } from '../world.js'
import type { Mover, Truth } from './cloud.js'
import { type Scenario, scenario, type Trouble } from './scenario.js'

/** What CodeDeploy does besides, in seconds. */
export interface ThereScenario extends Scenario {
  /** When the first of the traffic moves, and after how long the rest; never before a wait is over. */
  readonly movesAt: number
  readonly restAfter: number
  /** How long after a failure the deployment begins that rolls it back, how long that takes, and whether it fails. */
  readonly backAfter: number
  readonly backTakes: number
  readonly backFails: boolean
  /** Task sets tell which deployment made them. */
  readonly named: boolean
}

export const thereScenario: fc.Arbitrary<ThereScenario> = fc
  .tuple(
    scenario,
    fc.record({
      movesAt: fc.integer({ min: 0, max: 150 }),
      restAfter: fc.integer({ min: 0, max: 60 }),
      backAfter: fc.integer({ min: 0, max: 50 }),
      backTakes: fc.integer({ min: 1, max: 60 }),
      backFails: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()),
      named: fc.boolean(),
    }),
  )
  .map(([one, more]) => ({ ...one, ...more }))

const OURS = 'd-OURS'
const BACK = 'd-BACK'
const NEWER = 'd-NEWER'
/** A share that is neither nothing nor everything. */
const SOME = 10
/** Whoever stops it to deploy himself is ready so much later. */
const HIS_TURN = 3
const NOBODY_CAME = 1_000

/** What ended its way forward, and when. */
interface Turn {
  readonly at: number
  readonly to: 'success' | 'back' | 'left' | 'replaced'
}

const dateOf = (time: number): Date => new Date(time * 1000)

/** The words by which the follower is told; a model of wrong ones must be caught. */
export interface Sights {
  readonly deploymentSight: typeof deploymentSight
  readonly serviceSight: typeof serviceSight
}

export const SIGHTS: Sights = { deploymentSight, serviceSight }

/** CodeDeploy, with an ECS that tells the task sets: several questions, each answered by a machine of its own. */
export class CodeDeployCloud implements Mover {
  readonly started: Started = { ...started, revision: OURS, by: 'CodeDeploy' }
  readonly ours = OURS
  readonly settles = 70
  readonly stops: number[] = []

  constructor(
    readonly scenario: ThereScenario,
    private readonly sights: Sights = SIGHTS,
  ) {}

  /** When the wait for a person is over; null where there is none. */
  private waits(): { readonly from: number; readonly until: number } | null {
    const { pausesAt, succeedsAt, answeredAfter } = this.scenario
    if (pausesAt === null || pausesAt >= succeedsAt) return null
    return { from: pausesAt, until: pausesAt + (answeredAfter ?? NOBODY_CAME) }
  }

  private turns(): readonly Turn[] {
    const { failsAt, stoppedAt, overtakenAt, rollbackOff, succeedsAt, answer, answeredAfter } = this.scenario
    const back = rollbackOff ? 'left' : 'back'
    const waits = this.waits()
    const isAnswered = answeredAfter !== null && answer === 'CONTINUE'
    const all: (Turn | null)[] = [
      failsAt === null ? null : { at: failsAt, to: back },
      stoppedAt === null ? null : { at: stoppedAt, to: back },
      overtakenAt === null ? null : { at: overtakenAt, to: 'replaced' },
      this.stops.length === 0 ? null : { at: this.stops[0] as number, to: 'back' },
      waits && !isAnswered ? { at: waits.until, to: back } : null,
      waits && !isAnswered
        ? null
        : { at: succeedsAt + (waits ? waits.until - waits.from : 0), to: 'success' },
    ]
    return all.filter((turn) => turn !== null)
  }

  private turn(until: number): Turn | null {
    return (
      this.turns()
        .filter(({ at }) => at <= until)
        .toSorted((a, b) => a.at - b.at)[0] ?? null
    )
  }

  private isPausedAt(time: number): boolean {
    const waits = this.waits()
    return waits !== null && time >= waits.from && time < waits.until
  }

  /** The share of the new tasks, had nothing turned it around. */
  private forward(time: number): number {
    const { movesAt, restAfter, succeedsAt } = this.scenario
    const end = this.turns().find(({ to }) => to === 'success')?.at ?? succeedsAt
    const from = Math.min(Math.max(movesAt, this.waits()?.until ?? 0), end)
    if (time < from) return 0
    return time < Math.min(from + restAfter, end) ? SOME : 100
  }

  private share(time: number): number {
    const turn = this.turn(time)
    if (!turn || turn.to === 'success') return this.forward(time)
    if (turn.to !== 'back' || this.scenario.backFails) return this.forward(turn.at)
    return time < this.backIsOver(turn) ? this.forward(turn.at) : 0
  }

  private backIsOver({ at }: Turn): number {
    return at + this.scenario.backAfter + this.scenario.backTakes
  }

  truth(time: number): Truth {
    const turn = this.turn(time)
    if (!turn) return this.isPausedAt(time) ? 'PAUSED' : 'IN_PROGRESS'
    if (turn.to === 'success') return 'SUCCESSFUL'
    if (turn.to !== 'back') return this.forward(turn.at) === 0 ? 'ROLLBACK_SUCCESSFUL' : 'STOPPED'
    if (time < turn.at + this.scenario.backAfter) return 'STOP_REQUESTED'
    if (time < this.backIsOver(turn)) return 'ROLLBACK_IN_PROGRESS'
    return this.scenario.backFails ? 'ROLLBACK_FAILED' : 'ROLLBACK_SUCCESSFUL'
  }

  /** A group has one deployment at a time: who deploys waits for what is under way, or stops it. */
  private begunByOthersAt(): number | null {
    const { overtakenAt } = this.scenario
    if (overtakenAt === null) return null
    const turn = this.turn(overtakenAt)
    if (turn?.to === 'back') return Math.max(overtakenAt, this.backIsOver(turn) + HIS_TURN)
    return overtakenAt + (turn?.to === 'replaced' ? HIS_TURN : 0)
  }

  isOvertaken(time: number): boolean {
    const at = this.begunByOthersAt()
    return at !== null && time >= at
  }

  private othersServe(time: number): boolean {
    const at = this.begunByOthersAt()
    return at !== null && time >= at + HIS_TURN
  }

  primary(time: number): string {
    if (this.othersServe(time)) return '7'
    return this.share(time) === 100 ? OURS : '1'
  }

  private service(time: number): Service {
    const primary = this.primary(time)
    const set = (id: string, by: string): TaskSet => ({
      id: `ecs-svc/${id}`,
      status: primary === (by === OURS ? OURS : id) ? 'PRIMARY' : 'ACTIVE',
      ...(this.scenario.named ? { externalId: by } : {}),
    })
    const others = this.isOvertaken(time) ? [set('7', NEWER)] : []
    return { status: 'ACTIVE', taskSets: [set('1', 'd-BEFORE'), set('2', OURS), ...others] }
  }

  private status(time: number, unknownWord: boolean): NonNullable<DeploymentInfo['status']> {
    const turn = this.turn(time)
    if (!turn) {
      if (this.isPausedAt(time)) return 'Ready'
      return unknownWord ? ('Teleporting' as 'Ready') : 'InProgress'
    }
    if (turn.to === 'success') return 'Succeeded'
    return turn.at === this.scenario.failsAt ? 'Failed' : 'Stopped'
  }

  private info(time: number, unknownWord: boolean): DeploymentInfo {
    const turn = this.turn(time)
    const goesBack = turn?.to === 'back' && time >= turn.at + this.scenario.backAfter
    return {
      deploymentId: OURS,
      status: this.status(time, unknownWord),
      createTime: dateOf(0),
      autoRollbackConfiguration: { enabled: !this.scenario.rollbackOff },
      ...(turn ? { completeTime: dateOf(turn.at) } : {}),
      ...(goesBack ? { rollbackInfo: { rollbackDeploymentId: BACK } } : {}),
    }
  }

  private target(time: number): ECSTarget {
    const green = this.share(time)
    return {
      taskSetsInfo: [
        { identifer: 'ecs-svc/1', taskSetLabel: 'Blue', trafficWeight: 100 - green },
        { identifer: 'ecs-svc/2', taskSetLabel: 'Green', trafficWeight: green },
      ],
    }
  }

  private back(time: number): DeploymentInfo | null {
    const truth = this.truth(time)
    if (this.turn(time)?.to !== 'back' || truth === 'STOP_REQUESTED') return null
    const status = { ROLLBACK_SUCCESSFUL: 'Succeeded', ROLLBACK_FAILED: 'Failed' } as const
    return { deploymentId: BACK, status: status[truth as keyof typeof status] ?? 'InProgress' }
  }

  private images(time: number): readonly string[] {
    const { otherImage } = this.scenario
    return this.primary(time) === OURS
      ? [`registry/cart@${otherImage ? OTHER : DIGEST}`]
      : ['registry/cart@sha256:']
  }

  lagOf({ lags }: Trouble): number {
    return Math.max(...lags)
  }

  isWhole({ missing }: Trouble): boolean {
    return missing === null
  }

  /** As the controller puts its questions together: the service, the deployment, its task sets, the one that goes back. */
  look(now: number, look: Look, { lags, missing, unknownWord }: Trouble): Observation {
    const [first, second, third] = lags.map((lag) => Math.max(0, now - lag)) as [number, number, number]
    const info = missing === 'deployment' ? null : this.info(second, unknownWord)
    const back = info?.rollbackInfo ? this.back(third) : null
    const ours: Sighting | null = info && {
      info,
      target: missing === 'tasks' ? null : this.target(third),
      back,
    }
    const at = (now * 1000) as Instant
    const others = look.list && ours && this.isOvertaken(second) ? [this.newer(second)] : []
    const sights = [
      ...(ours ? [ours] : []),
      ...others.map((one) => ({ info: one, target: null, back: null })),
    ]
    return seen(
      sights.map((one) => this.sights.deploymentSight(one, at)),
      {
        service: this.sights.serviceSight(this.service(first), OURS, ours?.target ?? null),
        images: look.revision === null ? null : this.images(first),
      },
    )
  }

  private newer(time: number): DeploymentInfo {
    const begun = this.begunByOthersAt() ?? 0
    const status = time < begun + 100 ? 'InProgress' : 'Succeeded'
    return { deploymentId: NEWER, status, createTime: dateOf(begun) }
  }
}
