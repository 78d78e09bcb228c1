import * as v from 'valibot'
import { codeDeployFor, codeDeploySchema } from './codedeploy-settings.js'
import { fill, placeholdersIn } from './placeholders.js'
import { RANGES, within } from './ranges.js'
import { STRATEGY_ENTRIES } from './strategy-settings.js'

const text = (what: string) =>
  v.pipe(v.string(`${what} must be a text`), v.nonEmpty(`${what} must not be empty`), forService(what))

/** The only thing that a setting may be made from is the service's name. */
const forService = (what: string) =>
  v.check<string, string>(
    (value) => placeholdersIn(value).every((name) => name === 'service'),
    `${what} may hold the placeholder {service} and no other`,
  )

/** What is laid over a task definition may hold what a template may. */
const forImage = v.check<string, string>(
  (value) => placeholdersIn(value).every((name) => ['service', 'image', 'version'].includes(name)),
  'a variable may hold the placeholders {service}, {image} and {version} and no other',
)

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
  taskDefinition: v.optional(
    v.pipe(
      text('taskDefinition'),
      v.description(
        "The template of the task definition, from the repository's root; what the ECS service runs by default.",
      ),
    ),
  ),
  container: v.optional(
    v.pipe(
      text('container'),
      v.description('The container that runs the image, where there is no template to say it.'),
    ),
  ),
  variables: v.optional(
    v.pipe(
      v.record(
        v.pipe(v.string(), v.nonEmpty('the name of a variable must not be empty')),
        v.pipe(v.string('the value of a variable must be a text'), forImage),
        'variables must be a map: { NAME: "value" }',
      ),
      v.description(
        'Environment variables of the container that runs the image, laid over those that it has; {service}, {image} and {version} may stand in them.',
      ),
    ),
  ),
  ...STRATEGY_ENTRIES,
  codeDeploy: v.optional(
    v.pipe(
      codeDeploySchema,
      v.description('Where CodeDeploy deploys the service: its deployment group, and what is asked of it.'),
    ),
  ),
  timeoutMinutes: v.optional(
    v.pipe(
      within('timeoutMinutes', RANGES.timeoutMinutes),
      v.description('How long a deployment is followed. ECS goes on with it afterwards.'),
    ),
  ),
  onCancel: v.optional(
    v.pipe(
      v.picklist(['leave', 'rollback'], 'onCancel must be leave or rollback'),
      v.description('What becomes of a deployment when the job that began it is cancelled.'),
    ),
  ),
  onTimeout: v.optional(
    v.pipe(
      v.picklist(['leave', 'rollback'], 'onTimeout must be leave or rollback'),
      v.description('What becomes of a deployment that is not over after timeoutMinutes.'),
    ),
  ),
  suspendScaling: v.optional(
    v.pipe(
      v.boolean('suspendScaling must be true or false'),
      v.description('Whether Application Auto Scaling stands still while a deployment is followed.'),
    ),
  ),
  before: v.optional(
    v.pipe(
      v.strictObject(
        {
          command: v.pipe(
            v.array(v.pipe(v.string(), forService('command')), 'command must be a list of words'),
            v.minLength(1, 'command must not be empty'),
          ),
          container: v.optional(text('container')),
          timeoutMinutes: v.optional(within('timeoutMinutes', RANGES.timeoutMinutes)),
        },
        'before must be a map: command, container, timeoutMinutes',
      ),
      v.description(
        'A task of the new image that must exit with 0 before the service is updated, e.g. a migration.',
      ),
    ),
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
  v.check(
    ({ strategy, steps }) => strategy === undefined || steps === undefined,
    'steps decide the strategy; leave strategy out',
  ),
  v.check(
    ({ earlySuccess, minimumHealthyPercent = 100 }) =>
      earlySuccess === undefined || earlySuccess.percent >= minimumHealthyPercent,
    'earlySuccess.percent must be at least minimumHealthyPercent',
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
  ...(settings.taskDefinition === undefined
    ? {}
    : { taskDefinition: fill(settings.taskDefinition, { service }) }),
  ...(settings.container === undefined ? {} : { container: fill(settings.container, { service }) }),
  ...(settings.codeDeploy === undefined ? {} : { codeDeploy: codeDeployFor(settings.codeDeploy, service) }),
  ...(settings.region === undefined ? {} : { region: fill(settings.region, { service }) }),
})
