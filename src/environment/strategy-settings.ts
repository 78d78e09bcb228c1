import * as v from 'valibot'
import type { Strategy } from '../words.js'
import { RANGES, within } from './ranges.js'

export const STRATEGIES = [
  'rolling',
  'blue-green',
  'canary',
  'linear',
  'all-at-once',
] as const satisfies readonly Strategy[]

/** Where ECS calls a Lambda function; at a shift it cannot wait for a person. */
export const HOOK_STAGES = [
  'RECONCILE_SERVICE',
  'PRE_SCALE_UP',
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
] as const

export const PAUSE_STAGES = HOOK_STAGES.filter(
  (stage) => stage !== 'TEST_TRAFFIC_SHIFT' && stage !== 'PRODUCTION_TRAFFIC_SHIFT',
)

const MOST_HOOKS = 10

const described = <S extends v.GenericSchema>(schema: S, text: string) =>
  v.optional(v.pipe(schema, v.description(text)))
const text = (what: string) =>
  v.pipe(v.string(`${what} must be a text`), v.nonEmpty(`${what} must not be empty`))
const flag = (what: string) => v.boolean(`${what} must be true or false`)
const map = (what: string, keys: readonly string[]) => (issue: v.StrictObjectIssue | v.ObjectIssue) =>
  issue.expected === 'never'
    ? `unknown key ${issue.received}; known: ${keys.join(', ')}`
    : `${what} must be a map: ${keys.join(', ')}`
const object = <E extends v.ObjectEntries>(what: string, entries: E) =>
  v.strictObject(entries, map(what, Object.keys(entries)))

const stages = (what: string, known: readonly string[]) =>
  v.pipe(
    v.array(v.picklist(known, `${what} must be of: ${known.join(', ')}`), `${what} must be a list of stages`),
    v.minLength(1, `${what} must name a stage`),
  )

const onTimeout = v.optional(v.picklist(['rollback', 'continue'], 'onTimeout must be rollback or continue'))
const hookMinutes = v.optional(within('timeoutMinutes', RANGES.pauseMinutes))

const pause = object('a pause', { at: stages('at', PAUSE_STAGES), timeoutMinutes: hookMinutes, onTimeout })
const hook = object('a hook', {
  lambda: text('lambda'),
  role: text('role'),
  at: stages('at', HOOK_STAGES),
  details: v.optional(v.record(v.string(), v.unknown(), 'details must be a map')),
  timeoutMinutes: hookMinutes,
  onTimeout,
})

const step = object('a step', {
  percent: within('percent', RANGES.rungPercent),
  minutes: within('minutes', RANGES.bakeMinutes),
})

const breaker = v.pipe(
  object('circuitBreaker', {
    tasks: v.optional(within('tasks', RANGES.breakerValue)),
    percent: v.optional(within('percent', RANGES.breakerValue)),
    resetOnHealthyTask: v.optional(flag('resetOnHealthyTask')),
  }),
  v.check(
    ({ tasks, percent }) => tasks === undefined || percent === undefined,
    'circuitBreaker takes tasks or percent, not both',
  ),
)

/** How traffic moves: everything that may be said of it in an environment. */
export const STRATEGY_ENTRIES = {
  strategy: described(
    v.picklist(STRATEGIES, `strategy must be one of ${STRATEGIES.join(', ')}`),
    'How traffic moves; what the ECS service has by default.',
  ),
  minimumHealthyPercent: described(
    within('minimumHealthyPercent', RANGES.minimumHealthyPercent),
    'How much must stay healthy during a rolling deployment; what the ECS service has by default.',
  ),
  maximumPercent: described(
    within('maximumPercent', RANGES.maximumPercent),
    'How much may run during a rolling deployment; what the ECS service has by default.',
  ),
  circuitBreaker: described(breaker, 'How many failed tasks roll a rolling deployment back.'),
  earlySuccess: described(
    object('earlySuccess', {
      percent: within('percent', RANGES.earlySuccessPercent),
      waitForCleanUp: v.optional(flag('waitForCleanUp'), true),
    }),
    'A rolling deployment is successful with so many of the new tasks healthy.',
  ),
  bakeMinutes: described(
    within('bakeMinutes', RANGES.bakeMinutes),
    'How long both versions run once the new one has all traffic: blue-green, canary, linear.',
  ),
  canary: described(
    object('canary', {
      percent: within('percent', RANGES.canaryPercent),
      minutes: within('minutes', RANGES.bakeMinutes),
    }),
    "The canary's share of the traffic, and for how long.",
  ),
  linear: described(
    object('linear', {
      percent: within('percent', RANGES.linearPercent),
      minutes: within('minutes', RANGES.bakeMinutes),
    }),
    'How much traffic each step moves, and how long each waits.',
  ),
  steps: described(
    v.pipe(v.array(step, 'steps must be a list'), v.minLength(1, 'steps must name a step')),
    'A ladder of shares instead of canary or linear; refused where ECS has no shape for it.',
  ),
  alarms: described(
    object('alarms', {
      names: v.pipe(
        v.array(text('an alarm'), 'names must be a list of alarms'),
        v.minLength(1, 'names must name an alarm'),
      ),
      rollback: v.optional(flag('rollback'), true),
    }),
    'CloudWatch alarms that fail a deployment.',
  ),
  pauses: described(
    v.pipe(
      v.array(pause, 'pauses must be a list'),
      v.maxLength(MOST_HOOKS, `pauses may be at most ${MOST_HOOKS}`),
    ),
    'Where a deployment waits for stagger continue or stagger stop.',
  ),
  hooks: described(
    v.pipe(
      v.array(hook, 'hooks must be a list'),
      v.maxLength(MOST_HOOKS, `hooks may be at most ${MOST_HOOKS}`),
    ),
    'Lambda functions that ECS asks during a deployment.',
  ),
  stickiness: described(
    flag('stickiness'),
    'Whether the listener rule must keep a user on one version; checked, since the rule is yours.',
  ),
}
