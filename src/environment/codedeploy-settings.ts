import * as v from 'valibot'
import { fill, placeholdersIn } from './placeholders.js'

const name = (what: string) =>
  v.pipe(
    v.string(`${what} must be a text`),
    v.nonEmpty(`${what} must not be empty`),
    v.check<string, string>(
      (value) => placeholdersIn(value).every((one) => one === 'service'),
      `${what} may hold the placeholder {service} and no other`,
    ),
  )

const described = (what: string, text: string) => v.optional(v.pipe(name(what), v.description(text)))

const object = <E extends v.ObjectEntries>(what: string, entries: E) =>
  v.strictObject(entries, (issue) =>
    issue.expected === 'never'
      ? `unknown key ${issue.received}; known: ${Object.keys(entries).join(', ')}`
      : `${what} must be a map: ${Object.keys(entries).join(', ')}`,
  )

const hooks = object('hooks', {
  BeforeInstall: v.optional(name('BeforeInstall')),
  AfterInstall: v.optional(name('AfterInstall')),
  AfterAllowTestTraffic: v.optional(name('AfterAllowTestTraffic')),
  BeforeAllowTraffic: v.optional(name('BeforeAllowTraffic')),
  AfterAllowTraffic: v.optional(name('AfterAllowTraffic')),
})

/** Whose deployment it is, and what is asked of it. */
export const codeDeploySchema = object('codeDeploy', {
  application: described(
    'application',
    'Its name; AppECS-CLUSTER-SERVICE by default, as the console names it.',
  ),
  group: described('group', 'The deployment group; DgpECS-CLUSTER-SERVICE by default.'),
  configuration: described('configuration', "The deployment configuration; the group's by default."),
  hooks: v.optional(v.pipe(hooks, v.description('Lambda functions that CodeDeploy calls, by event.'))),
})

export type CodeDeploySettings = v.InferOutput<typeof codeDeploySchema>

/** The names as they are for one service. */
export const codeDeployFor = (settings: CodeDeploySettings, service: string): CodeDeploySettings => ({
  ...settings,
  ...Object.fromEntries(
    (['application', 'group', 'configuration'] as const).flatMap((key) => {
      const set = settings[key]
      return set === undefined ? [] : [[key, fill(set, { service })]]
    }),
  ),
})
