import type { EnvironmentSettings } from './settings.js'
import { settingsFor } from './settings.js'

/** An ECS service that runs a service's image, as the service itself names it. */
export interface EcsService {
  readonly service: string
  readonly container?: string | undefined
  readonly taskDefinition?: string | undefined
}

/** The settings of each ECS service that runs a service's image: the environment's one, or those that the service names. */
export const placesOf = (
  settings: EnvironmentSettings,
  service: string,
  named: readonly (string | EcsService)[] | undefined,
): readonly EnvironmentSettings[] => {
  const usual = settingsFor(settings, service)
  if (!named) return [usual]
  return named.map((one) => ({ ...usual, ...(typeof one === 'string' ? { service: one } : one) }))
}
