import * as v from 'valibot'
import type { Strategy } from '../words.js'
import { fill, placeholdersIn } from './placeholders.js'

const LATER: readonly Strategy[] = ['blue-green', 'canary', 'linear', 'all-at-once']

const text = (what: string) =>
  v.pipe(v.string(`${what} must be a text`), v.nonEmpty(`${what} must not be empty`), forService(what))

/** The only thing that a setting may be made from is the service's name. */
const forService = (what: string) =>
  v.check<string, string>(
    (value) => placeholdersIn(value).every((name) => name === 'service'),
    `${what} may hold the placeholder {service} and no other`,
  )

const percent = (what: string, least: number, most: number) =>
  v.pipe(
    v.number(`${what} must be a number`),
    v.integer(`${what} must be a whole number`),
    v.minValue(least, `${what} must be ${least} or more`),
    v.maxValue(most, `${what} must be ${most} or less`),
  )

const refuseStrategy = ({ input }: { readonly input: unknown }): string =>
  LATER.includes(input as Strategy)
    ? `the strategy ${input} comes with a later version; this one knows rolling`
    : 'strategy must be rolling'

const ENTRIES = {
  region: v.optional(v.pipe(text('region'), v.description("The AWS region; the AWS SDK's own by default."))),
  endpoint: v.optional(
    v.pipe(
      v.string('endpoint must be a text'),
      v.url('endpoint must be a URL'),
      v.description('Another address that speaks ECS.'),
    ),
  ),
  cluster: v.pipe(text('cluster'), v.description('The ECS cluster, by name or ARN.')),
  service: v.optional(v.pipe(text('service'), v.description("The ECS service's name.")), '{service}'),
  taskDefinition: v.pipe(
    text('taskDefinition'),
    v.description("The template of the task definition, from the repository's root."),
  ),
  strategy: v.optional(
    v.pipe(
      v.picklist(['rolling'], refuseStrategy),
      v.description('How traffic moves; what the ECS service has by default.'),
    ),
  ),
  minimumHealthyPercent: v.optional(
    v.pipe(
      percent('minimumHealthyPercent', 0, 100),
      v.description('How much must stay healthy during a deployment; what the ECS service has by default.'),
    ),
  ),
  maximumPercent: v.optional(
    v.pipe(
      percent('maximumPercent', 100, 1000),
      v.description('How much may run during a deployment; what the ECS service has by default.'),
    ),
  ),
  timeoutMinutes: v.optional(
    v.pipe(
      percent('timeoutMinutes', 1, 1440),
      v.description('How long a deployment is followed. ECS goes on with it afterwards.'),
    ),
    30,
  ),
}

const explain = (issue: { readonly expected: string | null; readonly received: string }): string => {
  if (issue.expected === 'never')
    return `unknown key ${issue.received}; known: ${Object.keys(ENTRIES).join(', ')}`
  if (issue.expected?.startsWith('"')) return `${issue.expected.slice(1, -1)} is missing`
  return `an environment must be a map of settings: ${Object.keys(ENTRIES).join(', ')}`
}

/** One entry of `environments:` in stagger.yml. */
export const environmentSchema = v.pipe(
  v.strictObject(ENTRIES, explain),
  v.check(
    ({ minimumHealthyPercent, maximumPercent }) => minimumHealthyPercent !== 100 || maximumPercent !== 100,
    'minimumHealthyPercent and maximumPercent cannot both be 100: no task could be replaced',
  ),
)

/** What may stand in an environment. */
export const SETTINGS: readonly string[] = Object.keys(ENTRIES)

export type EnvironmentSettings = v.InferOutput<typeof environmentSchema>

/** The settings as they are for one service. */
export const settingsFor = (settings: EnvironmentSettings, service: string): EnvironmentSettings => ({
  ...settings,
  cluster: fill(settings.cluster, { service }),
  service: fill(settings.service, { service }),
  taskDefinition: fill(settings.taskDefinition, { service }),
  ...(settings.region === undefined ? {} : { region: fill(settings.region, { service }) }),
})
