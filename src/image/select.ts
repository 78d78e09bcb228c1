import { unknownName } from '../catalog/nearest.js'
import type { Plan, PlannedService } from '../changes/planned.js'
import { type Problem, StaggerError } from '../words.js'

/** Those asked for by name, whether they changed or not; else those whose image or tests are not good yet. */
export const selectServices = (
  { services }: Pick<Plan, 'services'>,
  names: readonly string[],
): readonly PlannedService[] => {
  if (names.length > 0) return namedServices(services, names)
  return services.filter(({ needs }) => needs.includes('build') || needs.includes('test'))
}

/** All unknown names are told at once. */
export const namedServices = (
  services: readonly PlannedService[],
  names: readonly string[],
): readonly PlannedService[] => {
  const valid = services.map(({ service }) => service.name as string)
  const unknown = names.filter((name) => !valid.includes(name))
  const problems: Problem[] = unknown.map((name) => unknownName('service', name, valid))
  if (problems.length > 0) throw new StaggerError(...(problems as [Problem]))
  return services.filter(({ service }) => names.includes(service.name))
}
