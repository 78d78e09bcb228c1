import { type Objects, type Oid, StaggerError } from '../words.js'
import { builtHere } from './built-here.js'
import type { Context } from './context.js'
import { type ContextReader, missing } from './context-reader.js'
import type { ParsedDockerfile } from './dockerfile/instruction.js'
import { directiveText, instructionText } from './dockerfile/normal.js'
import { parseDockerfile } from './dockerfile/parse.js'
import { type Reached, reach } from './dockerfile/reach.js'
import { readStages, type Stage } from './dockerfile/stages.js'
import { assignments, countsUndeclared } from './dockerfile/variables.js'
import type { ServiceInputs, StageInputs, Widened } from './inputs.js'
import { unknownName } from './nearest.js'
import { becauseOf, readSource, unique, untracked } from './read-source.js'
import type { Service } from './service.js'
import { textAt } from './tree.js'

/** Front ends whose language is the one we know. */
const KNOWN_SYNTAX = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?::|@|$)/

interface Dockerfile {
  readonly file: string
  readonly parsed: ParsedDockerfile
  readonly stages: readonly Stage[]
}

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
  return parsed(file, text, service.args)
}

/** Two commits mostly hold the same Dockerfile; the same text with the same arguments always reads the same. */
const remembered = new Map<string, Dockerfile>()

const parsed = (file: string, text: string, args: Service['args']): Dockerfile => {
  const key = JSON.stringify([file, text, args])
  const known = remembered.get(key)
  if (known) return known
  const lines = parseDockerfile(text, file)
  const dockerfile = { file, parsed: lines, stages: readStages(lines, args, file) }
  remembered.set(key, dockerfile)
  return dockerfile
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
  const widened = [
    ...strangeSyntax(parsed, service),
    ...reached.widened,
    ...read.flatMap((one) => one.widened),
  ]
  const all = widened.some(({ reason }) => reason !== 'base-depends-on-platform')
    ? (await context.all()).map(becauseOf({ instruction: 'context', line: widened[0]?.line ?? 1 }))
    : []
  return {
    inputs: unique([...read.flatMap((one) => one.inputs), ...all]),
    instructions: [
      ...directiveText(parsed),
      ...reached.stages.flatMap((stage) => instructionText(stage, parsed.escapeToken)),
    ],
    args: argumentsOf(service, parsed, reached),
    target: target.name ?? String(target.index),
    widened,
    untracked: [...untracked(read), ...builtHere(service, reached)],
    unpinned: reached.unpinned,
  }
}

const strangeSyntax = ({ syntax }: ParsedDockerfile, { args }: Service): Widened[] => {
  const frontEnd = args.BUILDKIT_SYNTAX ?? syntax
  return frontEnd === null || KNOWN_SYNTAX.test(frontEnd)
    ? []
    : [{ reason: 'unknown-syntax', detail: `the front end ${frontEnd} may read anything`, line: 1 }]
}

/** The given arguments that a reached stage, or a line before the first FROM, declares; and those that need no ARG. */
const argumentsOf = (
  { args }: Service,
  { instructions, escapeToken }: ParsedDockerfile,
  { stages }: Reached,
): Record<string, string> => {
  const firstFrom = instructions.findIndex(({ keyword }) => keyword === 'FROM')
  const lines = [
    ...instructions.slice(0, firstFrom),
    ...stages.flatMap(({ steps }) => steps.map((step) => step.instruction)),
  ]
  const declared = lines
    .filter(({ keyword }) => keyword === 'ARG')
    .flatMap(({ rest }) => assignments(rest, escapeToken).map(([name]) => name))
  const counts = (name: string) => declared.includes(name) || countsUndeclared(name)
  return Object.fromEntries(Object.entries(args).filter(([name]) => counts(name)))
}
