import * as v from 'valibot'
import { type Problem, StaggerError } from '../../words.js'
import type { SourceDocument } from '../document.js'
import { type PlainIssue, plainIssues } from '../issues.js'
import { loadYaml } from '../yaml.js'

const scalar = v.nullable(v.union([v.string(), v.number(), v.boolean()]))
const definedSecret = v.nullable(
  v.looseObject({ environment: v.nullish(v.string()), file: v.nullish(v.string()) }),
)
const takenSecret = v.union([
  v.string(),
  v.looseObject({ source: v.nullish(v.string()), target: v.nullish(v.string()) }),
])
const build = v.union([
  v.string(),
  v.object({
    context: v.nullish(v.string()),
    dockerfile: v.nullish(v.string()),
    dockerfile_inline: v.nullish(v.string()),
    target: v.nullish(v.string()),
    args: v.nullish(v.union([v.array(v.string()), v.record(v.string(), scalar)])),
    additional_contexts: v.nullish(v.union([v.array(v.string()), v.record(v.string(), v.string())])),
    platforms: v.nullish(v.array(v.string())),
    labels: v.nullish(v.union([v.array(v.string()), v.record(v.string(), scalar)])),
    secrets: v.nullish(v.array(takenSecret)),
    ssh: v.nullish(v.union([v.array(v.string()), v.record(v.string(), scalar)])),
    tags: v.nullish(v.array(v.string())),
  }),
])
const service = v.object({
  build: v.nullish(build),
  image: v.nullish(v.string()),
  extends: v.nullish(v.union([v.string(), v.object({ service: v.string(), file: v.optional(v.string()) })])),
})
/** The little of the compose specification that decides an image; the rest of the file is not ours to judge. */
const composeFile = v.object({
  name: v.nullish(v.string()),
  include: v.nullish(
    v.array(v.union([v.string(), v.object({ path: v.union([v.string(), v.array(v.string())]) })])),
  ),
  services: v.nullish(v.record(v.string(), v.nullable(service))),
  secrets: v.nullish(v.record(v.string(), definedSecret)),
})

export type Compose = v.InferOutput<typeof composeFile>
export type Build = v.InferOutput<typeof build>
export type ComposeService = v.InferOutput<typeof service>

/** Two commits mostly hold the same file; the same text always reads the same. */
const remembered = new Map<string, Promise<Compose>>()

export const readCompose = (text: string, file: string): Promise<Compose> => {
  const known = remembered.get(text) ?? parseCompose(text, file)
  remembered.set(text, known)
  return known
}

/** What does not parse is no compose file: the schema refuses it, and the refusal says where it stops being YAML. */
const parseCompose = async (text: string, file: string): Promise<Compose> => {
  const checked = v.safeParse(composeFile, loadYaml(text))
  if (checked.success) return checked.output
  throw await refusal(text, file, (document) =>
    checked.issues.flatMap((issue) => plainIssues(issue)).map((issue) => composeProblem(document, issue)),
  )
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

const composeProblem = (document: SourceDocument, { issue, path }: PlainIssue): Problem => {
  return {
    code: 'compose-file',
    fault: 'caller',
    problem: `${document.file}: ${path.join('.') || 'the file'} is not what compose takes`,
    why: issue.message,
    fix: `docker compose -f ${document.file} config   (shows what compose itself makes of it)`,
    at: document.at(path),
  }
}
