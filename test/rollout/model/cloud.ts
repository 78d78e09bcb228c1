import type { Look } from '../../../src/rollout/following.js'
import type { DeploymentSight, Observation, Started } from '../../../src/rollout/sight.js'
import type { Instant } from '../../../src/words.js'
import { DIGEST, deployment, OTHER, REVISION, seen, started } from '../world.js'
import type { Scenario, Trouble } from './scenario.js'

const BACK = 20
const NEWER = '7'

export type Truth =
  | 'IN_PROGRESS'
  | 'PAUSED'
  | 'SUCCESSFUL'
  | 'STOP_REQUESTED'
  | 'STOPPED'
  | 'ROLLBACK_REQUESTED'
  | 'ROLLBACK_IN_PROGRESS'
  | 'ROLLBACK_SUCCESSFUL'
  | 'ROLLBACK_FAILED'

/** Who moves the traffic of one service, to which we deploy at 0. What is true at a time follows from what happened. */
export interface Mover {
  readonly started: Started
  /** What may be asked to roll back. */
  readonly ours: string
  /** When we asked it to roll back and were heard. */
  readonly stops: number[]
  /** How long an end is not told for certain, in seconds. */
  readonly settles: number
  truth(time: number): Truth
  /** What serves, as it is told where nothing is old. */
  primary(time: number): string
  isOvertaken(time: number): boolean
  /** How old the oldest of what a look tells may be, in seconds. */
  lagOf(trouble: Trouble): number
  /** Does a look tell all that it asks for? */
  isWhole(trouble: Trouble): boolean
  look(now: number, look: Look, trouble: Trouble): Observation
}

/** What ended its way forward, when, and whether it goes back. */
interface Turn {
  readonly at: number
  readonly to: 'success' | 'back' | 'stopped' | 'replaced'
}

/** ECS itself. */
export class Cloud implements Mover {
  readonly started = started
  readonly ours = deployment('').arn
  readonly settles = 0
  readonly stops: number[] = []

  constructor(readonly scenario: Scenario) {}

  private turns(until: number): readonly Turn[] {
    const { failsAt, stoppedAt, overtakenAt, rollbackOff } = this.scenario
    const back = rollbackOff ? 'stopped' : 'back'
    const all: (Turn | null)[] = [
      failsAt === null ? null : { at: failsAt, to: back },
      stoppedAt === null ? null : { at: stoppedAt, to: 'back' },
      overtakenAt === null ? null : { at: overtakenAt, to: 'replaced' },
      this.stops.length === 0 ? null : { at: this.stops[0] as number, to: 'back' },
      ...this.byPause(),
    ]
    return all.filter((turn) => turn !== null).filter(({ at }) => at <= until)
  }

  private byPause(): readonly (Turn | null)[] {
    const { succeedsAt, pausesAt, answeredAfter, answer } = this.scenario
    if (pausesAt === null || pausesAt >= succeedsAt) return [{ at: succeedsAt, to: 'success' }]
    const answeredAt = pausesAt + (answeredAfter ?? 1_000)
    const goesOn = answeredAfter !== null && answer === 'CONTINUE'
    return [
      goesOn ? { at: answeredAt + (succeedsAt - pausesAt), to: 'success' } : { at: answeredAt, to: 'back' },
    ]
  }

  private turn(until: number): Turn | null {
    return this.turns(until).toSorted((a, b) => a.at - b.at)[0] ?? null
  }

  isPausedAt(time: number): boolean {
    const { pausesAt, succeedsAt, answeredAfter } = this.scenario
    if (pausesAt === null || pausesAt >= succeedsAt) return false
    return time >= pausesAt && time < pausesAt + (answeredAfter ?? 1_000)
  }

  truth(time: number): Truth {
    const turn = this.turn(time)
    if (!turn) return this.isPausedAt(time) ? 'PAUSED' : 'IN_PROGRESS'
    if (turn.to === 'success') return 'SUCCESSFUL'
    if (turn.to !== 'back') return 'STOPPED'
    if (time < turn.at + 2) return 'ROLLBACK_REQUESTED'
    return time < turn.at + BACK ? 'ROLLBACK_IN_PROGRESS' : 'ROLLBACK_SUCCESSFUL'
  }

  isOvertaken(time: number): boolean {
    const { overtakenAt } = this.scenario
    return overtakenAt !== null && time >= overtakenAt
  }

  /** What is PRIMARY; `1` is what was there before. */
  primary(time: number): string {
    if (this.isOvertaken(time)) return NEWER
    const turn = this.turn(time)
    return turn?.to === 'back' ? '1' : REVISION
  }

  private sight(time: number, unknownWord: boolean): DeploymentSight {
    const truth = this.truth(time)
    const turn = this.turn(time)
    const status = truth === 'PAUSED' ? 'IN_PROGRESS' : truth
    // Its hook is still shown for a moment when it goes back already.
    const waits =
      truth === 'PAUSED' ||
      (truth.startsWith('ROLLBACK') &&
        truth !== 'ROLLBACK_SUCCESSFUL' &&
        this.isPausedAt((turn?.at ?? 0) - 1))
    return deployment(unknownWord && status === 'IN_PROGRESS' ? 'NEW_WORD' : status, {
      createdAt: 0 as Instant,
      rollback: turn?.to === 'back' && truth !== 'ROLLBACK_REQUESTED' ? 'it goes back' : null,
      pauses: waits ? [{ hook: 'h', expiresAt: null, otherwise: 'ROLLBACK' }] : [],
    })
  }

  lagOf({ lag }: Trouble): number {
    return lag
  }

  isWhole(): boolean {
    return true
  }

  look(now: number, look: Look, { lag, unknownWord }: Trouble): Observation {
    const { overtakenAt, otherImage } = this.scenario
    const time = Math.max(0, now - lag)
    const older = deployment('SUCCESSFUL', { revision: '1', createdAt: -1 as Instant })
    const near = deployment('SUCCESSFUL', { revision: `9${REVISION}`, createdAt: -2 as Instant })
    const isNew = time < (overtakenAt ?? 0) + 100
    const createdAt = ((overtakenAt ?? 0) * 1000) as Instant
    const newer = deployment(isNew ? 'IN_PROGRESS' : 'SUCCESSFUL', { revision: NEWER, createdAt })
    const all = [near, older, ...(this.isOvertaken(time) ? [newer] : []), this.sight(time, unknownWord)]
    return seen(look.list ? all : all.filter(({ arn }) => arn === look.deployment), {
      service: { active: true, primary: this.primary(time) },
      images: look.revision === null ? null : [`registry/cart@${otherImage ? OTHER : DIGEST}`],
    })
  }
}
