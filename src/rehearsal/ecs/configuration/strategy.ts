import { type Combination, type Declaration, invalid, shifts, strategyOf } from './combination.js'

const API = 'ECS API, DeploymentConfiguration'

const onlyFor =
  (strategy: string, field: 'canaryConfiguration' | 'linearConfiguration') =>
  (declaration: Declaration): string | undefined =>
    declaration.configuration[field] !== undefined && strategyOf(declaration) !== strategy
      ? `${field} is only valid when strategy is ${strategy}, not ${strategyOf(declaration)}`
      : undefined

const criteria = ({ configuration }: Declaration) =>
  configuration.earlySuccessCriteria?.enable ? configuration.earlySuccessCriteria : undefined

const missing =
  (field: 'healthyPercent' | 'sourceServiceRevisionCleanup') =>
  (declaration: Declaration): string | undefined =>
    criteria(declaration) && criteria(declaration)?.[field] === undefined
      ? `earlySuccessCriteria.${field} is required when earlySuccessCriteria.enable is true`
      : undefined

const tooEarly = (declaration: Declaration): string | undefined => {
  const percent = criteria(declaration)?.healthyPercent
  const minimum = declaration.configuration.minimumHealthyPercent ?? 100
  return percent !== undefined && percent < minimum
    ? `earlySuccessCriteria.healthyPercent ${percent} must be at least minimumHealthyPercent ${minimum}`
    : undefined
}

const blocked = (declaration: Declaration): string | undefined => {
  const { minimumHealthyPercent = 100, maximumPercent = 200 } = declaration.configuration
  return !shifts(declaration) && minimumHealthyPercent === 100 && maximumPercent === 100
    ? 'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments'
    : undefined
}

/** What goes with which strategy. */
export const STRATEGY: readonly Combination[] = [
  invalid('canaryConfiguration without CANARY', onlyFor('CANARY', 'canaryConfiguration'), API, 'documented'),
  invalid('linearConfiguration without LINEAR', onlyFor('LINEAR', 'linearConfiguration'), API, 'documented'),
  invalid(
    'BLUE_GREEN without a bake time',
    (declaration) =>
      strategyOf(declaration) === 'BLUE_GREEN' && declaration.configuration.bakeTimeInMinutes === undefined
        ? 'bakeTimeInMinutes is required when strategy is BLUE_GREEN'
        : undefined,
    API,
    'documented',
  ),
  invalid(
    'the circuit breaker without ROLLING',
    (declaration) =>
      shifts(declaration) && declaration.configuration.deploymentCircuitBreaker?.enable
        ? `deploymentCircuitBreaker.enable true can only be used when strategy is ROLLING, not ${strategyOf(declaration)}`
        : undefined,
    'ECS API, DeploymentCircuitBreaker',
    'documented',
  ),
  invalid(
    'early success criteria without ROLLING',
    (declaration) =>
      shifts(declaration) && criteria(declaration)
        ? `earlySuccessCriteria.enable true can only be used when strategy is ROLLING, not ${strategyOf(declaration)}`
        : undefined,
    'ECS API, DeploymentEarlySuccessCriteria',
    'documented',
  ),
  invalid('early success criteria without a percentage', missing('healthyPercent'), API, 'documented'),
  invalid(
    'early success criteria without a clean-up',
    missing('sourceServiceRevisionCleanup'),
    API,
    'documented',
  ),
  invalid('early success before the service is healthy', tooEarly, API, 'documented'),
  invalid('no room to replace a task', blocked, 'ECS developer guide, rolling update', 'documented'),
  invalid(
    'alarms without names',
    ({ configuration: { alarms } }) =>
      alarms?.enable && (alarms.alarmNames ?? []).length === 0
        ? 'alarms.alarmNames [] must name at least one alarm when alarms.enable is true'
        : undefined,
    'ECS API, DeploymentAlarms',
    'inferred',
  ),
]
