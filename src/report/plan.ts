import type { Plan, PlannedService, Reason } from '../changes/planned.js'
import { unreachable } from '../words.js'
import { markdownTable, printable, table } from './table.js'

/** The plan as programs read it: `plan --json`, schema 1. */
export const planJson = (plan: Plan): Record<string, unknown> => ({
  schema: 1,
  base: plan.base,
  head: plan.head,
  services: [...plan.services.map(serviceJson), ...plan.removed.map(removedJson)],
  matrix: planMatrix(plan),
  warnings: plan.warnings,
})

/** One job for each affected service. Holds names that were checked and nothing that somebody else wrote. */
export const planMatrix = ({ services }: Plan): { include: Record<string, unknown>[] } => ({
  include: services
    .filter(({ affected }) => affected)
    .map(({ service, needs, image }) => ({
      service: service.name,
      needs: needs.join(','),
      fingerprint: image.fingerprint,
    })),
})

const serviceJson = (planned: PlannedService): Record<string, unknown> => {
  const { service, image, test } = planned
  return {
    name: service.name,
    path: service.path,
    dockerfile: service.dockerfile,
    context: service.context,
    target: service.target,
    affected: planned.affected,
    needs: planned.needs,
    change: planned.change,
    fingerprint: image.fingerprint,
    testFingerprint: test?.fingerprint ?? null,
    configuration: planned.configuration,
    previous: planned.previous,
    reasons: planned.reasons,
    widened: image.inputs.widened,
    unpinned: image.inputs.unpinned,
  }
}

const removedJson = ({ name, previous }: Plan['removed'][number]): Record<string, unknown> => ({
  name,
  path: null,
  dockerfile: null,
  context: null,
  target: null,
  affected: false,
  needs: [],
  change: 'removed',
  fingerprint: null,
  testFingerprint: null,
  configuration: null,
  previous,
  reasons: [],
})

const COLUMNS = [{ title: 'service' }, { title: 'needs' }, { title: 'why' }] as const

/** The plan as people read it in a terminal. */
export const planText = (plan: Plan): string =>
  [planHeadline(plan), '', table(COLUMNS, plan.services.map(cells)), ...notes(plan)].join('\n')

/** The plan as a job's summary. */
export const planMarkdown = (plan: Plan): string => {
  const affected = plan.services.filter((service) => service.affected)
  const list = affected.length > 0 ? markdownTable(COLUMNS, affected.map(cells)) : ''
  return [
    `**${planHeadline(plan)}**`,
    '',
    list,
    '',
    ...notes(plan),
    '',
    `<sub>On a laptop: <code>${again(plan)}</code></sub>`,
    '',
  ].join('\n')
}

const again = ({ base, head }: Plan): string =>
  `stagger plan --head ${head.slice(0, 12)}${base ? ` --base ${base.slice(0, 12)}` : ''}`

export const planHeadline = ({ services }: Plan): string => {
  const affected = services.filter((service) => service.affected)
  const all = `${services.length} ${services.length === 1 ? 'service' : 'services'}`
  if (services.length === 0)
    return 'There is no service here: no compose file builds one, and there is no Dockerfile'
  return affected.length === 0
    ? `Nothing to do: none of ${all} changed`
    : `${affected.length} of ${all} affected: ${affected.map(({ service }) => service.name).join(', ')}`
}

const cells = (planned: PlannedService): string[] => [
  planned.service.name,
  planned.needs.join(', ') || '–',
  planned.affected ? why(planned.reasons) : 'unchanged',
]

/** The first reason, and how many more there are. */
const why = (reasons: readonly Reason[]): string => {
  const [first] = reasons
  if (!first) return ''
  return reasons.length > 1 ? `${reasonText(first)} (and ${reasons.length - 1} more)` : reasonText(first)
}

export const reasonText = (reason: Reason): string => {
  switch (reason.kind) {
    case 'input':
      return `${reason.path} ${reason.change} (${reason.instruction}, line ${reason.line})`
    case 'tests':
      return `${reason.path} ${reason.change}, read by its tests alone`
    case 'instructions':
      return `the Dockerfile changed: ${shorten(reason.detail)}`
    case 'argument':
      return `the build argument ${reason.name} changed`
    case 'unknown-before':
      return 'no good image of it is known yet'
    case 'not-comparable':
      return `its inputs differ; ${reason.detail}`
    case 'untracked':
      return `${reason.path} (line ${reason.line}) is not tracked by git, so nobody can say that it did not change`
    case 'platforms':
      return `it is built for other platforms: ${reason.detail}`
    case 'service':
      return `the image of ${reason.path.join(' ← ')} ${reason.change === 'undecided' ? 'has no fingerprint' : reason.change} (${reason.instruction}${reason.line > 0 ? `, line ${reason.line}` : ''})`
    case 'never-deployed':
      return 'it was never deployed there'
    case 'other-image-deployed':
      return 'another image is deployed there'
    case 'configuration':
      return 'its configuration there changed'
    default:
      return unreachable(reason)
  }
}

const shorten = (text: string): string => {
  const [line = ''] = text.split('\n')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

const notes = ({ removed, warnings }: Plan): string[] => [
  ...removed.map(({ name }) => `${name} is no longer here.`),
  ...warnings.map((warning) => `Warning: ${printable(warning)}.`),
]
