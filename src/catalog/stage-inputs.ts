import { type Objects, type Oid, StaggerError } from '../words.js'
import { type Context, entryAt, type Found, openContext, textAt } from './context.js'
import type { ParsedDockerfile } from './dockerfile/instruction.js'
import { instructionText } from './dockerfile/normal.js'
import { parseDockerfile } from './dockerfile/parse.js'
import { type Reached, reach } from './dockerfile/reach.js'
import type { Source } from './dockerfile/sources.js'
import { readStages, type Stage } from './dockerfile/stages.js'
import type { Because, Input, ServiceInputs, StageInputs, Widened } from './inputs.js'
import { unknownName } from './nearest.js'
import type { Service } from './service.js'

/** Front ends whose language is the one we know. */
const KNOWN_SYNTAX = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?::|@|$)/

interface Dockerfile {
  readonly file: string
  readonly parsed: ParsedDockerfile
  readonly stages: readonly Stage[]
}

/** Opens each context once: several services often share one. */
export type ContextReader = (service: Service) => Promise<Context>

/** Reads contexts of one commit; those that share folder and ignore file share their walk. */
export const contextReader = (objects: Objects, root: Oid): ContextReader => {
  const contexts = new Map<string, Context>()
  return async ({ context, dockerfile, name }) => {
    const folder = await entryAt(objects, root, context)
    if (folder?.mode !== '040000') throw new StaggerError(missing(name, 'context', context))
    const ignoreFile =
      (await textAt(objects, root, `${dockerfile}.dockerignore`)) ??
      (await textAt(objects, root, `${context}/.dockerignore`))
    const key = JSON.stringify([context, ignoreFile])
    const known = contexts.get(key) ?? openContext(objects, context, folder.oid, ignoreFile)
    contexts.set(key, known)
    return known
  }
}

const missing = (service: string, what: string, path: string) => ({
  code: `missing-${what}`,
  fault: 'caller' as const,
  problem: `${service}: its ${what} ${path} is not in the repository`,
  why: 'the path does not exist at this commit',
  fix: `correct the ${what} of ${service} in the compose file or in stagger.yml`,
})

/** Everything that decides a service's image, and its tests, at one commit. */
export const serviceInputs = async (
  service: Service,
  objects: Objects,
  root: Oid,
  contexts: ContextReader,
): Promise<ServiceInputs> => {
  const dockerfile = await readDockerfile(service, objects, root)
  const context = await contexts(service)
  const target = findTarget(service, dockerfile.stages)
  const test = dockerfile.stages.find(({ name }) => name === 'test')
  return {
    image: await stageInputs(service, dockerfile, context, target),
    test: test ? await stageInputs(service, dockerfile, context, test) : null,
  }
}

const readDockerfile = async (service: Service, objects: Objects, root: Oid): Promise<Dockerfile> => {
  const file = service.dockerfile
  const text = await textAt(objects, root, file)
  if (text === null) throw new StaggerError(missing(service.name, 'dockerfile', file))
  const parsed = parseDockerfile(text, file)
  return { file, parsed, stages: readStages(parsed, service.args, file) }
}

const findTarget = ({ target, dockerfile }: Service, stages: readonly Stage[]): Stage => {
  if (target === null) return stages.at(-1) as Stage
  const found =
    stages.findLast(({ name }) => name === target.toLowerCase()) ??
    stages[/^\d+$/.test(target) ? Number(target) : -1]
  if (found) return found
  const names = stages.flatMap(({ name }) => name ?? [])
  throw new StaggerError({
    ...unknownName('target', target, names),
    problem: `${dockerfile} has no stage ${target}`,
  })
}

const stageInputs = async (
  service: Service,
  dockerfile: Dockerfile,
  context: Context,
  target: Stage,
): Promise<StageInputs> => {
  const { parsed, stages } = dockerfile
  const reached = reach(stages, target, parsed.escapeToken)
  const read = await Promise.all(reached.sources.map((source) => readSource(context, source)))
  const widened = [...strangeSyntax(parsed), ...reached.widened, ...read.flatMap((one) => one.widened)]
  const all = widened.some(({ reason }) => reason !== 'base-depends-on-platform')
    ? (await context.all()).map(becauseOf({ instruction: 'context', line: widened[0]?.line ?? 1 }))
    : []
  return {
    inputs: unique([...read.flatMap((one) => one.inputs), ...all]),
    instructions: reached.stages.flatMap((stage) => instructionText(stage, parsed.escapeToken)),
    args: argumentsOf(service, parsed, reached),
    target: target.name ?? String(target.index),
    widened,
    untracked: untracked(read),
    unpinned: reached.unpinned,
  }
}

const strangeSyntax = ({ syntax }: ParsedDockerfile): Widened[] =>
  syntax === null || KNOWN_SYNTAX.test(syntax)
    ? []
    : [{ reason: 'unknown-syntax', detail: `the front end ${syntax} may read anything`, line: 1 }]

/** The given arguments that a reached stage, or a line before the first FROM, declares. */
const argumentsOf = (
  { args }: Service,
  { instructions }: ParsedDockerfile,
  { stages }: Reached,
): Record<string, string> => {
  const firstFrom = instructions.findIndex(({ keyword }) => keyword === 'FROM')
  const lines = [
    ...instructions.slice(0, firstFrom),
    ...stages.flatMap(({ steps }) => steps.map((step) => step.instruction)),
  ]
  const declared = lines.filter(({ keyword }) => keyword === 'ARG').flatMap(({ rest }) => rest.split(/\s+/))
  const names = new Set(declared.map((word) => word.split('=')[0]))
  return Object.fromEntries(Object.entries(args).filter(([name]) => names.has(name)))
}

interface Read {
  readonly source: Source
  readonly inputs: readonly Input[]
  readonly widened: readonly Widened[]
}

const becauseOf =
  (because: Because) =>
  (found: Found): Input => ({ ...found, because })

const readSource = async (context: Context, source: Source): Promise<Read> => {
  const { keyword, line } = source.instruction
  const because = becauseOf({ instruction: keyword, line })
  if (source.kind === 'undecided')
    return { source, inputs: [], widened: [{ reason: source.reason, detail: source.detail, line }] }
  if (source.kind === 'whole-context')
    return { source, inputs: (await context.all()).map(because), widened: [] }
  if (source.kind !== 'context') return { source, inputs: [], widened: [] }
  const picked = await context.pick(source.pattern)
  if (picked.kind === 'found') return { source, inputs: picked.found.map(because), widened: [] }
  const detail = `${picked.path} is a symbolic link`
  return { source, inputs: [], widened: [{ reason: 'symlinked-source', detail, line }] }
}

/**
 * Sources that name nothing git tracks. A pattern beside sources that were found is a way to say
 * "if it is there": BuildKit takes it so, and the context holds nothing else.
 */
const untracked = (read: readonly Read[]): Widened[] =>
  read.flatMap(({ source, inputs, widened }) => {
    if (source.kind !== 'context' || inputs.length > 0 || widened.length > 0) return []
    const optional =
      /[*?[]/.test(source.pattern) &&
      read.some((other) => other.source.instruction === source.instruction && other.inputs.length > 0)
    const { line } = source.instruction
    return optional ? [] : [{ reason: 'untracked-source', detail: source.pattern, line }]
  })

/** One input a path, and none below a folder that is an input itself; sorted by path. */
const unique = (inputs: readonly Input[]): Input[] => {
  const byPath = new Map<string, Input>()
  for (const input of inputs) if (!byPath.has(input.path)) byPath.set(input.path, input)
  return [...byPath.values()]
    .filter(({ path }) => !ancestors(path).some((folder) => byPath.get(folder)?.mode === '040000'))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

const ancestors = (path: string): string[] => {
  const segments = path.split('/')
  const folders = segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'))
  return path === '.' ? [] : ['.', ...folders]
}
