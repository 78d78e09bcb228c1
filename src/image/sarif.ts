import * as v from 'valibot'
import {
  type Finding,
  isCounted,
  LEVELS,
  type Level,
  readResult,
  resultSchema,
  ruleSchema,
} from './finding.js'

/** What a scan has found, as its report in SARIF says. */
export interface Findings {
  readonly counts: Readonly<Record<Level, number>>
  /** The worst first, and no more than a person reads. */
  readonly first: readonly Finding[]
  /** The tools' own names. */
  readonly tools: readonly string[]
  /** False where a tool says of itself that it did not come to its end. */
  readonly whole: boolean
}

const component = v.looseObject({ name: v.nullish(v.string()), rules: v.nullish(v.array(ruleSchema)) })
const runSchema = v.looseObject({
  tool: v.looseObject({ driver: component, extensions: v.nullish(v.array(component)) }),
  results: v.nullish(v.array(resultSchema)),
  invocations: v.nullish(v.array(v.looseObject({ executionSuccessful: v.nullish(v.boolean()) }))),
})
const schema = v.looseObject({ version: v.pipe(v.string(), v.startsWith('2.')), runs: v.array(runSchema) })

const MOST_TOLD = 10

/** Null where it is no SARIF. */
export const readSarif = (text: string): Findings | null => {
  const result = v.safeParse(schema, json(text))
  if (!result.success) return null
  const { runs } = result.output
  const found = runs.flatMap(findingsIn)
  const count = (level: Level) => found.filter((one) => one.level === level).length
  return {
    counts: { error: count('error'), warning: count('warning'), note: count('note') },
    first: LEVELS.flatMap((level) => found.filter((one) => one.level === level)).slice(0, MOST_TOLD),
    tools: runs.flatMap(({ tool }) => tool.driver.name ?? []),
    whole: runs.every(({ invocations }) => !invocations?.some((one) => one.executionSuccessful === false)),
  }
}

const findingsIn = ({ tool, results }: v.InferOutput<typeof runSchema>): readonly Finding[] => {
  const components = [tool.driver, ...(tool.extensions ?? [])].map(({ rules }) => rules ?? [])
  return (results ?? []).filter(isCounted).flatMap((one) => readResult(one, components) ?? [])
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}
