import * as v from 'valibot'

/** SARIF's own words, the worst first. What is of the level `none` is no finding. */
export const LEVELS = ['error', 'warning', 'note'] as const
export type Level = (typeof LEVELS)[number]

export interface Finding {
  readonly level: Level
  readonly rule: string
  /** On one line. */
  readonly message: string
  /** `path:line`, a path, or a name; null where it does not say. */
  readonly where: string | null
}

const level = v.nullish(v.picklist(['none', ...LEVELS]))
const textSchema = v.looseObject({ text: v.nullish(v.string()) })
const index = v.nullish(v.number())

export const ruleSchema = v.looseObject({
  id: v.nullish(v.string()),
  defaultConfiguration: v.nullish(v.looseObject({ level })),
  shortDescription: v.nullish(textSchema),
  messageStrings: v.nullish(v.record(v.string(), textSchema)),
})
type Rule = v.InferOutput<typeof ruleSchema>

const locationSchema = v.looseObject({
  physicalLocation: v.nullish(
    v.looseObject({
      artifactLocation: v.nullish(v.looseObject({ uri: v.nullish(v.string()) })),
      region: v.nullish(v.looseObject({ startLine: v.nullish(v.number()) })),
    }),
  ),
  logicalLocations: v.nullish(v.array(v.looseObject({ fullyQualifiedName: v.nullish(v.string()) }))),
})

export const resultSchema = v.looseObject({
  level,
  kind: v.nullish(v.string()),
  baselineState: v.nullish(v.string()),
  suppressions: v.nullish(v.array(v.looseObject({ status: v.nullish(v.string()) }))),
  ruleId: v.nullish(v.string()),
  ruleIndex: index,
  rule: v.nullish(
    v.looseObject({
      id: v.nullish(v.string()),
      index,
      toolComponent: v.nullish(v.looseObject({ index })),
    }),
  ),
  message: v.nullish(
    v.looseObject({
      text: v.nullish(v.string()),
      id: v.nullish(v.string()),
      arguments: v.nullish(v.array(v.string())),
    }),
  ),
  locations: v.nullish(v.array(locationSchema)),
})
export type Result = v.InferOutput<typeof resultSchema>

/** Not what passed, is gone since the last time, or was accepted by somebody. */
export const isCounted = ({ kind, baselineState, suppressions }: Result): boolean =>
  (kind ?? 'fail') === 'fail' && baselineState !== 'absent' && !suppressions?.some(isAccepted)

const isAccepted = ({ status }: { readonly status?: string | null | undefined }): boolean =>
  (status ?? 'accepted') === 'accepted'

/** `components`: the rules of the tool itself, then of each of its extensions. Null where it is of no level. */
export const readResult = (result: Result, components: readonly (readonly Rule[])[]): Finding | null => {
  const rule = ruleOf(result, components)
  const level = result.level ?? rule?.defaultConfiguration?.level ?? 'warning'
  if (level === 'none') return null
  const id = result.ruleId ?? result.rule?.id ?? rule?.id ?? 'unnamed'
  const message = messageOf(result, rule).replace(/\s+/g, ' ').trim()
  return { level, rule: id, message: message || id, where: whereOf(result) }
}

/** By its place in the list where it says one; else by its name, of which `CA2101/1` is a part of `CA2101`. */
const ruleOf = ({ ruleId, ruleIndex, rule }: Result, components: readonly (readonly Rule[])[]) => {
  const extension = rule?.toolComponent?.index
  const rules = components[typeof extension === 'number' && extension >= 0 ? extension + 1 : 0] ?? []
  const index = rule?.index ?? ruleIndex ?? -1
  const id = ruleId ?? rule?.id
  const named = (name: string | null | undefined) => rules.find((one) => name && one.id === name)
  return rules[index] ?? named(id) ?? named(id?.replace(/\/[^/]*$/, ''))
}

const messageOf = ({ message }: Result, rule: Rule | undefined): string => {
  const own = message?.text ?? rule?.messageStrings?.[message?.id ?? '']?.text
  const text = own ?? rule?.shortDescription?.text ?? ''
  return text.replace(/\{(\d+)\}/g, (place, at) => message?.arguments?.[Number(at)] ?? place)
}

const whereOf = ({ locations }: Result): string | null => {
  const [first] = locations ?? []
  const path = first?.physicalLocation?.artifactLocation?.uri
  const line = first?.physicalLocation?.region?.startLine
  if (path) return line ? `${path}:${line}` : path
  return first?.logicalLocations?.[0]?.fullyQualifiedName ?? null
}
