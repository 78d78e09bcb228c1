import type { Objects, Oid, Problem } from '../../words.js'
import { inTheirFile } from '../inline.js'
import type { Service } from '../service.js'
import type { Declaration } from './declaration.js'
import { missingFiles } from './missing-files.js'
import type { Found } from './rules.js'
import type { ServiceSettings } from './settings.js'

/** What is wrong in a service, each problem with the place that it can be corrected at. */
export const placedProblems = async (
  objects: Objects,
  root: Oid,
  service: Service,
  declaration: Declaration | undefined,
  problems: readonly Problem[],
): Promise<[Problem, ...Problem[]]> => {
  const told = await inTheirFile(objects, root, service, problems)
  const placed = told.map((problem) =>
    declaration ? blamed(objects, root, service, declaration, problem) : problem,
  )
  return (await Promise.all(placed)) as [Problem, ...Problem[]]
}

/** Where a setting of `stagger.yml` is to blame for a problem that shows when the service is read, it stands there. */
const blamed = async (
  objects: Objects,
  root: Oid,
  service: Service,
  declaration: Declaration,
  problem: Problem,
): Promise<Problem> => {
  const settings = declaration.services[service.name]
  if (!settings || problem.at) return problem
  const found = await missingFiles(objects, root, [[service.name, settings]])
  const same = found.find((one) => one.problem.code === problem.code)
  const path = same?.path ?? settingOf(problem, service.name, settings)
  return path ? { ...(same?.problem ?? problem), at: await declaration.at(path) } : problem
}

const SETTING: Readonly<Record<string, readonly (keyof ServiceSettings)[]>> = {
  'missing-dockerfile': ['dockerfile', 'context', 'path'],
  'missing-context': ['contexts', 'context'],
  'unknown-target': ['target'],
  'declared-input-missing': ['inputs', 'artifacts', 'test'],
  'unknown-test-stage': ['test'],
  'missing-test-file': ['test'],
  'unknown-test-service': ['test'],
  'image-not-tested': ['test'],
}

const settingOf = (
  { code, problem }: Problem,
  name: string,
  settings: ServiceSettings,
): Found['path'] | null => {
  const setting = (SETTING[code] ?? []).find(
    (one) =>
      settings[one] !== undefined &&
      (code !== 'declared-input-missing' || problem.includes(`: ${one} names `)),
  )
  if (setting === undefined) return null
  const item = setting === 'inputs' ? itemNamed(settings.inputs ?? [], problem) : []
  return ['services', name, setting, ...item]
}

const itemNamed = (items: readonly string[], problem: string): number[] => {
  const at = items.findIndex((item) => problem.includes(JSON.stringify(item)))
  return at < 0 ? [] : [at]
}
