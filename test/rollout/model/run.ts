import { begin, step } from '../../../src/rollout/follow.js'
import type { Effect, Following } from '../../../src/rollout/following.js'
import { GUARDS, type Guards } from '../../../src/rollout/guards.js'
import type { Observation, Started } from '../../../src/rollout/sight.js'
import type { Instant } from '../../../src/words.js'
import { Cloud, type Mover } from './cloud.js'
import { MOST_LAG, type Scenario, type Trouble, troubleOf } from './scenario.js'

export type Invariant = 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14

export interface Broken {
  readonly invariant: Invariant
  readonly what: string
}

const MOST_STEPS = 3_000
const MOST_CRASHES = 30
/** Until somebody begins anew, in seconds. */
const RESTART = 5
const LEAVING = /^(STOP_|ROLLBACK_)/

/** Somebody follows our deployment, is disturbed, dies and begins again, until an ending is told. */
class Run {
  readonly broken: Broken[] = []
  private readonly begun: Started
  private now = 0
  private count = 0
  private crashes = 0
  private told = false

  constructor(
    private readonly scenario: Scenario,
    private readonly guards: Guards,
    private readonly cloud: Mover,
  ) {
    const { onCancel, onTimeout, timeout } = scenario
    this.begun = { ...cloud.started, onCancel, onTimeout, timeoutMilliseconds: timeout * 1000 }
  }

  private note(invariant: Invariant, what: string): void {
    this.broken.push({ invariant, what })
  }

  /** How old an answer may be in this scenario. */
  private lag(): number {
    return Math.max(...this.scenario.noise.map((noise) => this.cloud.lagOf(troubleOf(noise))))
  }

  private trouble(): Trouble {
    const { noise } = this.scenario
    this.count += 1
    const trouble = troubleOf(noise[this.count % noise.length] ?? 0)
    if (trouble.crash !== null) this.crashes += 1
    return this.crashes > MOST_CRASHES ? { ...trouble, crash: null } : trouble
  }

  /** Null where the follower dies. */
  private carryOut(effects: readonly Effect[]): Observation | null {
    const effect = effects.find(({ kind }) => kind !== 'announce')
    if (!effect || effect.kind === 'announce') throw new Error('a follower that has not ended does something')
    const trouble = this.trouble()
    if (trouble.crash === 'before') return null
    const observation = effect.kind === 'stop' ? this.stop(effect.deployment) : this.look(effect, trouble)
    if (trouble.crash === 'after') return null
    return trouble.lost ? { kind: 'lost', why: 'ECONNRESET' } : observation
  }

  private look({ after, at }: Extract<Effect, { kind: 'look' }>, trouble: Trouble): Observation {
    const { cancelledAt, onCancel } = this.scenario
    this.now += after / 1000
    if (!this.told && cancelledAt !== null && onCancel === 'rollback' && this.now >= cancelledAt) {
      this.told = true
      return { kind: 'cancelled' }
    }
    if (trouble.empty) return { kind: 'seen', service: null, deployments: [], images: null }
    return this.cloud.look(this.now, at, trouble)
  }

  private stop(arn: string): Observation {
    const before = this.cloud.truth(Math.max(0, this.now - MOST_LAG))
    if (arn !== this.cloud.ours) this.note(10, `it stops ${arn}, which is not ours`)
    if (before === 'SUCCESSFUL') this.note(14, 'it stops what was over')
    if (LEAVING.test(before)) this.note(14, 'it asks again for what is done already')
    const now = this.cloud.truth(this.now)
    const refused = now === 'SUCCESSFUL' || now === 'STOPPED' || LEAVING.test(now)
    if (!refused) this.cloud.stops.push(this.now)
    return refused ? { kind: 'lost', why: 'ConflictException' } : { kind: 'stop-taken' }
  }

  play(): void {
    let [state, effects] = begin(this.begun)
    for (let count = 0; state.ending === null && count < MOST_STEPS; count += 1) {
      const observation = this.carryOut(effects)
      if (observation === null) {
        this.told = false
        this.now += RESTART
        ;[state, effects] = begin(this.begun)
      } else {
        const moment = { now: (this.now * 1000) as Instant, jitter: 0.5 }
        ;[state, effects] = step(state, observation, moment, this.guards)
      }
    }
    this.judge(state)
  }

  private judge({ ending }: Following): void {
    const lags = Array.from({ length: this.lag() * 4 + 1 }, (_, at) => at / 4)
    const truths = [...new Set(lags.map((lag) => this.cloud.truth(Math.max(0, this.now - lag))))]
    if (ending?.outcome === 'successful') this.judgeSuccess(truths)
    if (ending?.outcome === 'paused') this.judgePaused(truths)
    if (ending?.outcome === 'rolled-back' && !truths.includes('ROLLBACK_SUCCESSFUL'))
      this.note(7, `told as rolled back, and is ${truths}`)
    if (ending?.outcome === 'rollback-failed' && !truths.includes('ROLLBACK_FAILED'))
      this.note(7, `told as a rollback that failed, and is ${truths}`)
    if (ending?.outcome === 'superseded' && !this.isOthers())
      this.note(10, 'told as superseded, and nobody else deployed')
    if (ending === null) this.note(11, `no end after ${this.now} s`)
    if (ending?.outcome === 'timed-out') this.judgeLate()
  }

  private judgeSuccess(truths: readonly string[]): void {
    const succeeded = this.cloud.truth(this.now) === 'SUCCESSFUL'
    if (!succeeded && truths.includes('PAUSED'))
      this.note(8, 'a pause that nobody answered passes for success')
    if (!succeeded) {
      this.note(7, `told as a success, and is ${truths}`)
      this.note(12, `told as a success, and is ${truths}`)
    }
    const window = Array.from({ length: MOST_LAG * 4 + 1 }, (_, at) => Math.max(0, this.now - at / 4))
    if (window.every((time) => this.cloud.primary(time) !== this.begun.revision)) {
      this.note(12, 'told as a success, and something else serves')
      if (this.cloud.isOvertaken(Math.max(0, this.now - MOST_LAG)))
        this.note(10, 'told as a success, and a newer one has taken its place')
    }
    if (this.scenario.otherImage) this.note(13, 'told as a success, with another image')
  }

  /** Somebody else deployed, or moved the tag. */
  private isOthers(): boolean {
    return this.scenario.otherImage || this.cloud.isOvertaken(this.now)
  }

  private judgePaused(truths: readonly string[]): void {
    if (!truths.includes('PAUSED')) this.note(9, `told as paused, and is ${truths}`)
  }

  /** Without trouble on the way, whoever looks to the end has seen what was over long before. */
  private judgeLate(): void {
    const calm = this.scenario.noise
      .map(troubleOf)
      .every((one) => !one.empty && !one.lost && one.crash === null && this.cloud.isWhole(one))
    const { settles } = this.cloud
    const before = this.cloud.truth(Math.max(0, this.scenario.timeout - MOST_LAG - 40 - settles))
    const isOver = ['SUCCESSFUL', 'ROLLBACK_SUCCESSFUL'].includes(before)
    const quiet = this.scenario.overtakenAt === null && !this.told
    if (calm && isOver && quiet) this.note(11, `told as too late, and was ${before} long before`)
  }
}

/** What a follower breaks in a scenario. */
export const breaks = <S extends Scenario>(
  scenario: S,
  guards: Guards = GUARDS,
  moverOf: (scenario: S) => Mover = (one) => new Cloud(one),
): readonly Broken[] => {
  const run = new Run(scenario, guards, moverOf(scenario))
  run.play()
  return run.broken
}
