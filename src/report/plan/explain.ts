import type { Widened } from '../../catalog/inputs.js'
import { allInputs } from '../../catalog/inputs.js'
import { unknownName } from '../../catalog/nearest.js'
import { basesOf } from '../../changes/bases.js'
import type { Plan, PlannedService, RemovedService } from '../../changes/planned.js'
import { type Fingerprint, StaggerError } from '../../words.js'
import { becauseOf } from './because.js'
import { removedJson, serviceJson } from './json.js'
import { byName } from './reason.js'
import { renames } from './renamed.js'
import { type Branch, drawTree } from './tree.js'
import { unchangedOf } from './unchanged.js'
import { widenedOf } from './widened.js'

/** Why one service is affected, or is not, as a tree. Throws `unknown-service`. */
export const explainText = (plan: Plan, name: string): string => {
  const found = find(plan, name)
  return drawTree('service' in found ? explained(plan, found) : gone(plan, found))
}

/** The object that the plan's JSON has of the service. Throws `unknown-service`. */
export const explainJson = (plan: Plan, name: string): Record<string, unknown> => {
  const found = find(plan, name)
  return 'service' in found ? serviceJson(found, renames(plan).get(found.service.name)) : removedJson(found)
}

const find = ({ services, removed }: Plan, name: string): PlannedService | RemovedService => {
  const found =
    services.find(({ service }) => service.name === name) ?? removed.find((one) => one.name === name)
  if (found) return found
  const valid = [...services.map(({ service }) => service.name), ...removed.map((one) => one.name)]
  throw new StaggerError(unknownName('service', name, valid))
}

const gone = (plan: Plan, { name, previous }: RemovedService): Branch => {
  const heir = [...renames(plan)].find(([, old]) => old === name)?.[0]
  return {
    text: `${name} is no longer here`,
    below: [
      { text: `its last fingerprint was ${short(previous)}` },
      ...(heir ? [{ text: `${heir} is made of exactly what it was made of` }] : []),
    ],
  }
}

const explained = (plan: Plan, planned: PlannedService): Branch => ({
  text: planned.affected
    ? `${planned.service.name} is affected: it needs ${planned.needs.join(', ')}`
    : `${planned.service.name} is not affected`,
  below: [
    ...comparison(plan, planned),
    ...(planned.affected ? [{ text: 'why', below: becauseOf(planned, byName(plan)) }] : [lookedAt(planned)]),
    ...list(
      'the same as before',
      unchangedOf(planned).map((text) => ({ text })),
    ),
    ...list('could not be decided, so that more counts as input', widenedOf(planned).map(widenedBranch)),
    ...list(
      'not pinned, so that they count as written',
      planned.image.inputs.unpinned.map((text) => ({ text })),
    ),
  ],
})

const list = (text: string, below: readonly Branch[]): Branch[] => (below.length > 0 ? [{ text, below }] : [])

const widenedBranch = ({ reason, detail, line }: Widened): Branch => ({
  text: line > 0 ? `${reason}: ${detail} (line ${line})` : `${reason}: ${detail}`,
})

const comparison = (plan: Plan, planned: PlannedService): Branch[] => {
  const { since, previous, image, service } = planned
  const formerly = renames(plan).get(service.name)
  return [
    {
      text:
        since === null ? 'compared with nothing: no good image of it is known' : comparedWith(plan, since),
    },
    ...(formerly ? [{ text: `made of exactly what ${formerly} was made of, which is no longer here` }] : []),
    { text: `fingerprint ${transition(since === null ? undefined : previous, image.fingerprint)}` },
  ]
}

const comparedWith = ({ base, head }: Plan, since: string): string =>
  base === null
    ? `compared with its last good image, of commit ${since.slice(0, 12)}`
    : `${head.slice(0, 12)} compared with ${since.slice(0, 12)}`

const transition = (before: Fingerprint | null | undefined, after: Fingerprint | null): string =>
  before === undefined || (before === after && after !== null)
    ? short(after)
    : `${short(before)} → ${short(after)}`

const short = (fingerprint: Fingerprint | null): string =>
  fingerprint === null ? 'none' : `${fingerprint.slice(0, 19)}…`

const lookedAt = (planned: PlannedService): Branch => {
  const all = allInputs(planned.image.inputs).length
  const bases = basesOf(planned)
  const what = [
    `${all} ${all === 1 ? 'input' : 'inputs'}`,
    ...(bases.length > 0 ? [`the ${bases.length === 1 ? 'image' : 'images'} of ${bases.join(', ')}`] : []),
  ]
  return {
    text: `looked at ${what.join(' and ')} (every file: stagger inputs ${planned.service.name})`,
  }
}
