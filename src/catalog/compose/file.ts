import { CORE_SCHEMA, load, Type } from 'js-yaml'
import * as v from 'valibot'
import { type Problem, StaggerError } from '../../words.js'
import type { SourceDocument } from '../document.js'

const scalar = v.nullable(v.union([v.string(), v.number(), v.boolean()]))
const build = v.union([
  v.string(),
  v.object({
    context: v.optional(v.string()),
    dockerfile: v.optional(v.string()),
    dockerfile_inline: v.optional(v.string()),
    target: v.optional(v.string()),
    args: v.optional(v.union([v.array(v.string()), v.record(v.string(), scalar)])),
    additional_contexts: v.optional(v.unknown()),
  }),
])
/** The little of the compose specification that decides an image; the rest of the file is not ours to judge. */
const composeFile = v.object({
  include: v.optional(
    v.array(v.union([v.string(), v.object({ path: v.union([v.string(), v.array(v.string())]) })])),
  ),
  services: v.optional(
    v.nullable(
      v.record(v.string(), v.nullable(v.object({ build: v.optional(build), image: v.optional(v.string()) }))),
    ),
  ),
})

export type Compose = v.InferOutput<typeof composeFile>
export type Build = v.InferOutput<typeof build>

/** Two commits mostly hold the same file; the same text always reads the same. */
const remembered = new Map<string, Promise<Compose>>()

export const readCompose = (text: string, file: string): Promise<Compose> => {
  const known = remembered.get(text) ?? parseCompose(text, file)
  remembered.set(text, known)
  return known
}

/**
 * js-yaml reads a file five times faster than the parser that knows where everything stands; that one is
 * asked when there is something to complain about.
 */
const parseCompose = async (text: string, file: string): Promise<Compose> => {
  const checked = v.safeParse(composeFile, loadYaml(text))
  if (checked.success) return checked.output
  throw await refusal(text, file, (document) =>
    checked.issues.map((issue) => composeProblem(document, issue)),
  )
}

/** `<<`, which compose files use; a date stays the text that it is. */
const MERGE = new Type('tag:yaml.org,2002:merge', {
  kind: 'scalar',
  resolve: (data) => data === '<<' || data === null,
})
const YAML_SCHEMA = CORE_SCHEMA.extend({ implicit: [MERGE] })

/** What does not parse is no compose file: the schema refuses it, and the refusal says where it stops being YAML. */
const loadYaml = (text: string): unknown => {
  try {
    return load(text, { schema: YAML_SCHEMA }) ?? {}
  } catch {
    return undefined
  }
}

/** The same text once more, by the parser that knows where everything stands. */
export const refusal = async (
  text: string,
  file: string,
  problems: (document: SourceDocument) => readonly Problem[],
): Promise<StaggerError> => {
  const { readDocument } = await import('../document.js')
  const read = readDocument(text, file)
  return new StaggerError(...(('problems' in read ? read.problems : problems(read.document)) as [Problem]))
}

const composeProblem = (document: SourceDocument, issue: v.BaseIssue<unknown>): Problem => {
  const path = (issue.path ?? []).map(({ key }) => key as string | number)
  return {
    code: 'compose-file',
    fault: 'caller',
    problem: `${document.file}: ${path.join('.') || 'the file'} is not what compose takes`,
    why: issue.message,
    fix: `docker compose -f ${document.file} config   (shows what compose itself makes of it)`,
    at: document.at(path),
  }
}
