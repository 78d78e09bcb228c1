import { unknownName } from '../catalog/nearest.js'
import type { PlannedService } from '../changes/planned.js'
import { type Problem, type ServiceName, StaggerError } from '../words.js'

/** What gets one version: a service, or a group of them. */
export interface Unit {
  /** As its git tags call it: a group's name is of the same form as a service's, and never one. */
  readonly name: ServiceName
  readonly group: string | null
  readonly members: readonly PlannedService[]
}

/** All units in the order of their services; or those that were asked for, by a group's name or a service's. */
export const unitsOf = (services: readonly PlannedService[], names: readonly string[]): readonly Unit[] => {
  const units = allUnits(services)
  const valid = [...services.map(({ service }) => service.name), ...units.flatMap(({ group }) => group ?? [])]
  const unknown = names.filter((name) => !valid.includes(name as ServiceName))
  const problems: Problem[] = unknown.map((name) => unknownName('service', name, valid))
  if (problems.length > 0) throw new StaggerError(...(problems as [Problem]))
  return names.length === 0 ? units : units.filter((unit) => names.some((name) => isCalled(unit, name)))
}

const allUnits = (services: readonly PlannedService[]): readonly Unit[] => {
  const units = new Map<string, PlannedService[]>()
  for (const planned of services) {
    const name = planned.service.group ?? planned.service.name
    units.set(name, [...(units.get(name) ?? []), planned])
  }
  return [...units].map(([name, members]) => ({
    name: name as ServiceName,
    group: members[0]?.service.group ?? null,
    members,
  }))
}

/** Whoever names one service of a group means all of it: they are released together. */
const isCalled = ({ name, members }: Unit, asked: string): boolean =>
  name === asked || members.some(({ service }) => service.name === asked)

/** The globs of the tags that tell which versions are taken: of a group's members also those from before they joined. */
export const tagPatternsOf = ({ name, members }: Unit): readonly string[] =>
  [...new Set([name, ...members.map(({ service }) => service.name)])].map((one) => `${one}/v*`)
