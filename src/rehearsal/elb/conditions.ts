import type { RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2'
import { refuse } from '../api/fault.js'

/** What a rule looks at. */
export interface Facts {
  readonly host: string
  readonly path: string
  readonly method: string
  header(name: string): string | undefined
}

interface Kind {
  readonly values: (condition: RuleCondition) => readonly string[] | undefined
  readonly facts: (condition: RuleCondition, facts: Facts) => string | undefined
  /** Paths and methods are compared as they are written. */
  readonly exactCase: boolean
}

const KINDS: Readonly<Record<string, Kind>> = {
  'path-pattern': {
    values: ({ PathPatternConfig, Values }) => PathPatternConfig?.Values ?? Values,
    facts: (_, { path }) => path,
    exactCase: true,
  },
  'host-header': {
    values: ({ HostHeaderConfig, Values }) => HostHeaderConfig?.Values ?? Values,
    facts: (_, { host }) => host,
    exactCase: false,
  },
  'http-header': {
    values: ({ HttpHeaderConfig }) => HttpHeaderConfig?.Values,
    facts: ({ HttpHeaderConfig }, facts) => facts.header(HttpHeaderConfig?.HttpHeaderName ?? ''),
    exactCase: false,
  },
  'http-request-method': {
    values: ({ HttpRequestMethodConfig }) => HttpRequestMethodConfig?.Values,
    facts: (_, { method }) => method,
    exactCase: true,
  },
}

/** `*` stands for any characters, `?` for exactly one. */
const patternOf = (value: string, { exactCase }: Kind): RegExp => {
  const escaped = value.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, exactCase ? 's' : 'is')
}

const holds = (condition: RuleCondition, facts: Facts): boolean => {
  const kind = KINDS[condition.Field ?? '']
  const fact = kind?.facts(condition, facts)
  if (!kind || fact === undefined) return false
  return (kind.values(condition) ?? []).some((value) => patternOf(value, kind).test(fact))
}

/** All of a rule's conditions hold; of the values of one, any. */
export const matches = (conditions: readonly RuleCondition[], facts: Facts): boolean =>
  conditions.every((condition) => holds(condition, facts))

const MOST_VALUES = 5
const MOST_CHARACTERS = 128

const invalid = (message: string): never => refuse('ValidationError', message)

const checkOne = (condition: RuleCondition): readonly string[] => {
  const { Field = '', HttpHeaderConfig } = condition
  const kind =
    KINDS[Field] ??
    invalid(
      `Condition field '${Field}' must be one of the following values played here: ${Object.keys(KINDS).join(', ')}`,
    )
  if (Field === 'http-header' && !HttpHeaderConfig?.HttpHeaderName)
    invalid('A condition of the field http-header must have an HttpHeaderName')
  const values = kind.values(condition) ?? []
  if (values.length === 0) invalid(`A condition value must be specified for the field '${Field}'`)
  const long = values.find((value) => value.length > MOST_CHARACTERS)
  if (long !== undefined)
    invalid(`The condition value '${long}' has ${long.length} characters; the maximum is ${MOST_CHARACTERS}`)
  return values
}

export const checkConditions = (conditions: readonly RuleCondition[]): void => {
  if (conditions.length === 0) invalid('A condition must be specified')
  const values = conditions.flatMap(checkOne)
  if (values.length > MOST_VALUES)
    invalid(`A rule has ${values.length} condition values; the maximum is ${MOST_VALUES}`)
  const once = ['path-pattern', 'host-header', 'http-request-method']
  const twice = once.find((field) => conditions.filter(({ Field }) => Field === field).length > 1)
  if (twice) invalid(`A rule can only have one '${twice}' condition`)
}
