import pLimit, { type LimitFunction } from 'p-limit'
import { problemsIn } from '../ecs/check.js'
import { begins, type Decision, decide, effectiveConfiguration, type Live } from '../ecs/decide.js'
import { definitionChecks } from '../ecs/definition-checks.js'
import type { Deployed, DeployResult } from '../ecs/deployed.js'
import { byService } from '../ecs/together.js'
import type { Answer } from '../platform/aws/ecs.js'
import { decisionLine, differenceLine } from '../report/rollout.js'
import { forecastLine } from '../report/strategy.js'
import { checkLadder } from '../rollout/ladder.js'
import { type ExitCode, exitCode, StaggerError } from '../words.js'
import { apply, gather, type Turns } from './deployment/apply.js'
import { BeforeFailed } from './deployment/before.js'
import { driftOf } from './deployment/drift.js'
import { follow, NOTHING, type Result } from './deployment/follow.js'
import { type Decided, tellPace } from './deployment/pace.js'
import { type Before, together } from './deployment/several.js'
import { checkSurroundings } from './deployment/surroundings.js'
import { type DeployWorld, placeOf, type Target, toldOf } from './deployment/target.js'
import { wantedDefinition } from './deployment/wanted.js'
import { secondsSince } from './elapsed.js'

export type { DeployWorld, Target } from './deployment/target.js'

export interface DeployRequest {
  readonly targets: readonly Target[]
  readonly dryRun: boolean
}

/** Brings each image to its service, and follows each deployment to its one outcome. */
export const deploy = async (
  world: DeployWorld,
  { targets, dryRun }: DeployRequest,
): Promise<DeployResult> => {
  const turns = oneAtATime()
  const pace = tellPace(world.progress, targets.length)
  const services = await Promise.all(
    byService(targets, ({ service }) => service).map((several) =>
      together(several, (target, before) =>
        deployOne(world, target, { dryRun, turns, before, decided: pace() }),
      ),
    ),
  )
  return { dryRun, services: services.flat() }
}

export const deployExitCode = ({ services }: DeployResult): ExitCode =>
  exitCode(services.flatMap(({ problems }) => problems.map(({ fault }) => fault)))

interface Manner {
  readonly dryRun: boolean
  readonly turns: Turns
  readonly before: Before
  readonly decided: Decided
}

const deployOne = async (world: DeployWorld, target: Target, manner: Manner): Promise<Deployed> => {
  const { service: name, environment, version, digest, ecs } = target
  const begun = world.clock.now()
  const result = await carryOut(toldOf(world, target), target, manner).catch(asResult)
  manner.decided(null)
  const seconds = secondsSince(world.clock, begun)
  const strategy = result.decision?.forecast.shape.strategy ?? target.settings.strategy ?? 'rolling'
  const place = ecs === undefined ? {} : { ecs }
  return { name, ...place, environment, version, digest, strategy, seconds, ...result }
}

/** What keeps one service from its deployment is that service's result; the others go on. */
const asResult = (error: unknown): Result => {
  if (!(error instanceof StaggerError)) throw error
  const diagnosis = error instanceof BeforeFailed ? error.diagnosis : null
  return { ...NOTHING, problems: error.problems, diagnosis }
}

const carryOut = async (
  world: DeployWorld,
  target: Target,
  { dryRun, decided, ...manner }: Manner,
): Promise<Result> => {
  checkLadder(target.settings)
  const wanted = wantedDefinition(target)
  const ecs = await world.ecsAt(placeOf(target))
  const live = await gather(ecs, target)
  const { input, warnings } = wanted(live.value)
  const decision = decide(live.value, input, target.settings)
  decided(decision.kind === 'register' ? ecs : null)
  tell(world, target, decision, [...warnings, ...(await driftOf(ecs, target, live.value))])
  await check(world, ecs, target, live, decision)
  if (dryRun) return { ...NOTHING, decision }
  const started = await apply({ world, ecs, target, ...manner }, live, decision)
  if (!started) return { ...NOTHING, outcome: 'unchanged', decision }
  return { ...(await follow(world, ecs, target, started)), decision }
}

/** What the service itself does not tell: its load balancer, its alarms, what the credentials allow. */
const check = async (
  world: DeployWorld,
  ecs: OpenEcs,
  target: Target,
  { now, value: live }: Answer<Live>,
  decision: Decision,
): Promise<void> => {
  if (!begins(decision)) return
  const { service } = live
  const configuration = effectiveConfiguration(live, decision)
  const { codeDeploy: group } = live
  const plans = { service, now, forecast: decision.forecast, configuration, ci: world.ci, group }
  const definition = decision.kind === 'register' ? definitionChecks(service, decision.input) : []
  const checks = [...definition, ...(await checkSurroundings(ecs, target, plans))]
  for (const { state, what } of checks)
    if (state === 'caution') world.progress.warn(`${target.service}: ${what}`)
  const [first, ...rest] = problemsIn(checks)
  if (first) throw new StaggerError(first, ...rest)
}

const tell = (
  { progress }: DeployWorld,
  { service }: Target,
  decision: Decision,
  warnings: readonly string[],
): void => {
  for (const caution of [...warnings, ...decision.cautions]) progress.warn(`${service}: ${caution}`)
  progress.say(decisionLine(service, decision))
  if (decision.kind === 'register')
    for (const difference of decision.differences) progress.say(`${service}:   ${differenceLine(difference)}`)
  if (begins(decision)) progress.say(`${service}: ${forecastLine(decision.forecast)}`)
}

type OpenEcs = Awaited<ReturnType<DeployWorld['ecsAt']>>

const oneAtATime = (): Turns => {
  const queues = new Map<string, LimitFunction>()
  return (key, action) => {
    const queue = queues.get(key) ?? pLimit(1)
    queues.set(key, queue)
    return queue(action)
  }
}
