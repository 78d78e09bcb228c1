import type { Guards } from '../../../src/rehearsal/controller/guards.js'
import { continueDeployment, stopDeployment } from '../../../src/rehearsal/controller/requests.js'
import type { Stage } from '../../../src/rehearsal/controller/stages.js'
import { revisionOf, wantedRevision } from '../../../src/rehearsal/controller/state.js'
import { at } from '../controller/world.js'
import type { Broken } from './judge.js'
import { BLUE, GREEN, Play, PRODUCTION } from './play.js'
import { type Happening, type Scenario, troubleOf } from './scenario.js'

const TROUBLED_TURNS = 100
const MOST_TURNS = 1500

const REPLACED: readonly Stage[] = ['POST_SCALE_UP', 'BAKE_TIME']

/** A scenario under way, with what was asked of it. */
class Run {
  readonly play: Play
  readonly broken: Broken[] = []
  private readonly aborted = new Set<string>()
  private readonly scenario: Scenario
  private deployed = 1

  constructor(scenario: Scenario, guards?: Guards) {
    this.scenario = scenario
    const { plan, desired, requests, bakeMinutes, green, third, alarmsRollBack } = scenario
    const alarms = { enable: true, rollback: alarmsRollBack, names: ['errors'] }
    const fates = { 2: green, 3: third, 4: third, 5: third, 6: third, 7: third }
    const first = {
      settings: { plan, alarms },
      desired,
      fates,
      requests,
      says: scenario.says,
      ...(guards ? { guards } : {}),
    }
    this.play = new Play(first)
    this.play.deploy('1')
    this.play.settle(200)
    const settings = { ...this.play.service.settings, bakeMinutes, hooks: scenario.hooks }
    this.play.service = { ...this.play.service, settings }
    this.deploy()
  }

  private deploy(): void {
    this.deployed += 1
    this.play.deploy(String(this.deployed))
  }

  private stop(): void {
    const { play } = this
    const answer = stopDeployment(play.service, play.deployment, 'ROLLBACK', at(play.now))
    if (answer.kind === 'refused') return
    play.service = answer.service
    this.aborted.add(play.deployment.arn)
    const again = stopDeployment(play.service, play.deployment, 'ROLLBACK', at(play.now))
    if (JSON.stringify(again) !== JSON.stringify(answer)) this.note('stopping twice is not stopping once')
  }

  private note(what: string): void {
    this.broken.push({ invariant: 5, what })
  }

  private answerHook(action: 'CONTINUE' | 'ROLLBACK'): void {
    const { play } = this
    const wait = play.deployment.course.waits.find(({ status }) => status === 'AWAITING_ACTION')
    if (!wait) return
    const answer = continueDeployment(play.service, play.deployment, wait.hookId, action, at(play.now))
    if (answer.kind === 'done') play.service = answer.service
  }

  private kill(revisions: (revision: string) => boolean, many: number): void {
    const victims = this.play.service.tasks.filter(
      ({ revision, phase }) => phase === 'running' && revisions(revision),
    )
    for (const { id } of victims.slice(0, many)) {
      const task = this.play.cloud.tasks.get(id)
      if (task) this.play.cloud.kill(task)
    }
  }

  private happen({ what, many }: Happening): void {
    const { play } = this
    const { target } = play.deployment
    if (what === 'stop') this.stop()
    if (what === 'alarm') play.cloud.alarms.set('errors', 'ALARM')
    if (what === 'kill old') this.kill((revision) => revision !== target, many)
    if (what === 'kill new') this.kill((revision) => revision === target, many)
    if (what === 'supersede') this.deploy()
    if (what === 'continue') this.answerHook('CONTINUE')
    if (what === 'decline') this.answerHook('ROLLBACK')
    if (what === 'edit' && this.isMended())
      play.cloud.editByHand(PRODUCTION, { [BLUE]: many, [GREEN]: 4 - many }, play.now)
    if (what === 'scale') play.service = { ...play.service, desiredCount: many }
  }

  /** Whether an edit of the weights is noticed: between deployments it stays, and in ROLLING once the tasks are replaced. */
  private isMended(): boolean {
    const { strategy, stage } = this.play.deployment.course
    return this.play.underWay && !(strategy === 'ROLLING' && REPLACED.includes(stage))
  }

  troubled(): void {
    const { noise, happenings } = this.scenario
    for (let turn = 0; turn < TROUBLED_TURNS; turn += 1) {
      for (const happening of happenings) if (happening.turn === turn) this.happen(happening)
      this.play.turn(troubleOf(noise[turn % noise.length] ?? 0))
    }
  }

  /** No more trouble: whoever waits is told to go on, what cannot succeed is stopped; so it must come to its end. */
  calm(): void {
    const { play } = this
    play.cloud.pacify()
    for (let turn = 0; play.underWay && turn < MOST_TURNS; turn += 1) {
      if (turn === 100 && !play.deployment.rollback) this.stop()
      this.answerHook('CONTINUE')
      play.turn({ lag: 0 }, this.isIdle() ? 10_000 : undefined)
    }
    // After an early success the rest goes on.
    if (!play.underWay && play.deployment.course.early) play.turns(300)
    const { underWay } = play
    if (underWay && this.isFine(wantedRevision(play.service)))
      this.note(`no end: ${play.deployment.status} in ${play.deployment.course.stage}`)
    if (!underWay) this.judgeEnd()
  }

  private isIdle(): boolean {
    const { stage, arrivedAt } = this.play.deployment.course
    return this.play.effects.length === 0 && (stage === 'BAKE_TIME' || arrivedAt !== undefined)
  }

  private judgeEnd(): void {
    const { play } = this
    const { status, arn, course } = play.deployment
    const failed = course.strategy === 'ROLLING' && status === 'ROLLBACK_FAILED'
    if (this.aborted.has(arn) && status !== 'ROLLBACK_SUCCESSFUL' && !failed)
      this.note(`stopped, and ended as ${status}`)
    if (play.refused.has(arn) && status === 'SUCCESSFUL') this.note('a function said no, and nobody listened')
    if (status === 'SUCCESSFUL' || status === 'ROLLBACK_SUCCESSFUL') this.judgeRest()
  }

  private judgeRest(): void {
    const { play } = this
    const revision = wantedRevision(play.service)
    const group = revisionOf(play.service, revision).targets[0]?.targetGroup ?? ''
    const edited = play.cloud.isJustEdited(play.deployment.finishedAt ?? play.now)
    if (!edited && !play.cloud.hasAll(group))
      this.note(`${revision} is all there is, and does not get everything`)
    // After an early success the old tasks stay for as long as the new ones do not serve.
    const goesOn = play.deployment.course.early !== undefined && !this.isFine(revision)
    if (!goesOn && play.alive().some((alive) => alive !== revision)) this.note(`${play.alive()} are left`)
    play.turns(60)
    const effects = JSON.stringify(play.effects)
    if (effects !== '[]' && this.isFine(revision)) this.note(`at rest, and yet: ${effects}`)
  }

  private isFine(revision: string): boolean {
    const { green, third } = this.scenario
    return revision === '1' || (revision === '2' ? green : third) === 'fine'
  }
}

/** What a run breaks. */
export const breaks = (scenario: Scenario, guards?: Guards): readonly Broken[] => {
  const run = new Run(scenario, guards)
  run.troubled()
  run.calm()
  return [...run.play.cloud.broken, ...run.broken]
}
