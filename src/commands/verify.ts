import { type Check, caution, ok, problemsIn } from '../ecs/check.js'
import { type Decision, decide, effectiveConfiguration, type Live } from '../ecs/decide.js'
import { definitionChecks } from '../ecs/definition-checks.js'
import type { Answer, Ecs } from '../platform/aws/ecs.js'
import { decisionLine } from '../report/rollout.js'
import { forecastLine } from '../report/strategy.js'
import { checkLadder } from '../rollout/ladder.js'
import { type EnvironmentName, type ExitCode, exitCode, type ServiceName, StaggerError } from '../words.js'
import { gather } from './deployment/apply.js'
import { driftOf } from './deployment/drift.js'
import { checkSurroundings } from './deployment/surroundings.js'
import { type DeployWorld, placeOf, type Target } from './deployment/target.js'
import { wantedDefinition } from './deployment/wanted.js'

/** What was looked at for one service, and what was found. */
export interface Verified {
  readonly name: ServiceName
  /** Where the service's image runs in several ECS services. */
  readonly ecs?: string
  readonly environment: EnvironmentName
  readonly checks: readonly Check[]
}

/** Everything that `deploy` looks at before it changes something, and changes nothing. */
export const verify = (world: DeployWorld, targets: readonly Target[]): Promise<readonly Verified[]> =>
  Promise.all(
    targets.map(async (target) => {
      const checks: Check[] = []
      await look(world, target, checks).catch((error: unknown) => {
        if (!(error instanceof StaggerError)) throw error
        checks.push(
          ...error.problems.map((problem): Check => ({ state: 'refused', what: problem.problem, problem })),
        )
      })
      const { service: name, environment, ecs } = target
      return { name, ...(ecs === undefined ? {} : { ecs }), environment, checks }
    }),
  )

export const verifyExitCode = (verified: readonly Verified[]): ExitCode =>
  exitCode(verified.flatMap(({ checks }) => problemsIn(checks).map(({ fault }) => fault)))

/** Each step tells what it found, so that what came before a refusal stands there too. */
const look = async (world: DeployWorld, target: Target, checks: Check[]): Promise<void> => {
  checkLadder(target.settings)
  const { service, image, template } = target
  const wanted = wantedDefinition(target)
  checks.push(ok(`image ${image}`), ...(template ? [ok(`template ${template.path}`)] : []))
  const ecs = await world.ecsAt(placeOf(target))
  const { value: identity } = await ecs.callerIdentity()
  checks.push(ok(`credentials of ${identity.arn}`))
  const live = await gather(ecs, target)
  const { input, warnings } = wanted(live.value)
  if (!template) checks.push(ok(`task definition ${taskDefinitionOf(live.value)}, as the service runs it`))
  checks.push(...[...warnings, ...(await driftOf(ecs, target, live.value))].map(caution))
  checks.push(...serviceChecks(live.value, target), ...definitionChecks(live.value.service, input))
  const decision = decide(live.value, input, target.settings)
  checks.push(ok(decisionLine(service, decision).slice(service.length + 2)))
  checks.push(ok(forecastLine(decision.forecast)), ...decision.cautions.map(caution))
  checks.push(...(await around(world, ecs, target, live, decision)))
}

const taskDefinitionOf = ({ taskDefinition: { family, revision } }: Live): string => `${family}:${revision}`

const serviceChecks = ({ service }: Live, { settings }: Target): readonly Check[] => [
  ok(`service ${settings.service} in cluster ${settings.cluster}, ${service.desiredCount ?? 0} tasks wanted`),
]

const around = async (
  world: DeployWorld,
  ecs: Ecs,
  target: Target,
  { now, value: live }: Answer<Live>,
  decision: Decision,
): Promise<readonly Check[]> => {
  const { service } = live
  const configuration = effectiveConfiguration(live, decision)
  const { codeDeploy: group } = live
  const plans = { service, now, forecast: decision.forecast, configuration, ci: world.ci, group }
  return [...(await checkSurroundings(ecs, target, plans)), ...(await scalingCheck(ecs, target))]
}

const scalingCheck = async (ecs: Ecs, { settings }: Target): Promise<readonly Check[]> => {
  if (!settings.suspendScaling) return []
  const { value } = await ecs.describeScaling(settings.cluster, settings.service)
  if (value === null)
    return [caution('suspendScaling is set, and Application Auto Scaling does not know the service')]
  return [ok(`scaled from ${value.least} to ${value.most} tasks${value.suspended ? ', suspended' : ''}`)]
}
