import { refuse } from '../api/fault.js'
import type { Plan } from '../controller/course.js'

export const ALL_AT_ONCE = 'CodeDeployDefault.ECSAllAtOnce'

/** The configurations for ECS that AWS has ready; those of one's own are not played. */
const CONFIGS: Readonly<Record<string, Plan>> = {
  [ALL_AT_ONCE]: { strategy: 'BLUE_GREEN' },
  'CodeDeployDefault.ECSLinear10PercentEvery1Minutes': { strategy: 'LINEAR', tenths: 100, bakeMinutes: 1 },
  'CodeDeployDefault.ECSLinear10PercentEvery3Minutes': { strategy: 'LINEAR', tenths: 100, bakeMinutes: 3 },
  'CodeDeployDefault.ECSCanary10Percent5Minutes': { strategy: 'CANARY', tenths: 100, bakeMinutes: 5 },
  'CodeDeployDefault.ECSCanary10Percent15Minutes': { strategy: 'CANARY', tenths: 100, bakeMinutes: 15 },
}

export const planOf = (name: string): Plan =>
  CONFIGS[name] ??
  refuse(
    'DeploymentConfigDoesNotExistException',
    `No deployment configuration found for name: ${name}. The rehearsal cluster has: ${Object.keys(CONFIGS).join(', ')}.`,
  )
