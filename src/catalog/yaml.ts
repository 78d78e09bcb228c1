import { CORE_SCHEMA, load, Type } from 'js-yaml'

/** `<<`, which compose files use; a date stays the text that it is. */
const MERGE = new Type('tag:yaml.org,2002:merge', {
  kind: 'scalar',
  resolve: (data) => data === '<<' || data === null,
})

/** Compose's own tags: `!reset` takes away what another file sets, `!override` and the rest are what they stand before. */
const TAGS = (['scalar', 'sequence', 'mapping'] as const).map(
  (kind) =>
    new Type('!', {
      kind,
      multi: true,
      construct: (data: unknown, tag?: string) => (tag === '!reset' ? undefined : data),
    }),
)

const YAML_SCHEMA = CORE_SCHEMA.extend({ implicit: [MERGE], explicit: TAGS })

/**
 * Five times faster than the parser that knows where everything stands; undefined where the text is no YAML. An empty
 * one is an empty map.
 */
export const loadYaml = (text: string): unknown => {
  try {
    return load(text, { schema: YAML_SCHEMA }) ?? {}
  } catch {
    return undefined
  }
}
