import { posix } from 'node:path'
import type { Objects, Oid } from '../words.js'
import type { Context } from './context.js'
import type { ContextReader } from './context-reader.js'
import { declaredInputs, notDeclared } from './declared.js'
import type { ParsedDockerfile } from './dockerfile/instruction.js'
import { directiveText, instructionText } from './dockerfile/normal.js'
import { type Reached, reach } from './dockerfile/reach.js'
import type { Stage } from './dockerfile/stages.js'
import { assignments, countsUndeclared } from './dockerfile/variables.js'
import { edgesOf } from './edges.js'
import type { Input, ServiceInputs, StageInputs, Widened } from './inputs.js'
import { type Dockerfile, findTarget, readDockerfile } from './read-dockerfile.js'
import { becauseOf, type Read, readSource, unique, untracked } from './read-source.js'
import type { Service } from './service.js'
import { copiedSubmodules, submodulesOf } from './submodules.js'
import { asOne } from './tests/as-one.js'
import { testInputs } from './tests/inputs.js'

/** A service at one commit, with its contexts open. */
interface Opened {
  readonly service: Service
  readonly dockerfile: Dockerfile
  readonly main: Context
  readonly named: ReadonlyMap<string, { readonly folder: string; readonly context: Context }>
  readonly declared: readonly Input[]
  /** Paths of the commit's submodules. */
  readonly submodules: readonly string[]
}

/** Everything that decides a service's image, and its tests, at one commit. */
export const serviceInputs = async (
  service: Service,
  objects: Objects,
  root: Oid,
  contexts: ContextReader,
  neighbours: () => Promise<readonly Service[]> = async () => [service],
): Promise<ServiceInputs> => {
  const opened: Opened = {
    service,
    dockerfile: await readDockerfile(service, objects, root),
    main: await contexts.main(service),
    named: await openNamed(service, contexts),
    declared: await declaredInputs(service, objects, root),
    submodules: await submodulesOf(objects, root),
  }
  const { stages } = opened.dockerfile
  const target = findTarget(service, opened.dockerfile)
  const tests = await testInputs(service, {
    objects,
    root,
    neighbours,
    stage: async (name) => {
      const stage = stages.findLast((one) => one.name === name.toLowerCase())
      return stage ? stageInputs(opened, stage) : null
    },
    stageNames: stages.flatMap(({ name }) => name ?? []),
  })
  return { image: await stageInputs(opened, target), test: asOne(service.name, tests), tests }
}

const openNamed = async (service: Service, contexts: ContextReader): Promise<Opened['named']> => {
  const named: [string, { folder: string; context: Context }][] = []
  for (const [name, context] of Object.entries(service.contexts))
    if (context.kind === 'folder')
      named.push([name, { folder: context.path, context: await contexts.folder(service, context.path) }])
  return new Map(named)
}

const stageInputs = async (opened: Opened, target: Stage): Promise<StageInputs> => {
  const { service, dockerfile, declared } = opened
  const { parsed, stages } = dockerfile
  const reached = reach(stages, target, parsed.escapeToken, service.contexts)
  const read = await readSources(opened, reached)
  const widened = [...strangeSyntax(dockerfile), ...reached.widened, ...read.flatMap((one) => one.widened)]
  const widening = widened.find(({ reason }) => reason !== 'base-depends-on-platform')
  const inputs = await inputsOf(opened.main, read, null, widening)
  return {
    inputs,
    named: await Promise.all(
      [...opened.named].map(async ([name, { folder, context }]) => ({
        name,
        folder,
        inputs: await inputsOf(context, read, name, widening),
      })),
    ),
    declared,
    instructions: [
      ...(dockerfile.foreign ? [dockerfile.foreign.text] : directiveText(parsed)),
      ...remoteContexts(service, reached),
      ...labelling(service),
      ...reached.stages.flatMap((stage) => instructionText(stage, parsed.escapeToken)),
    ],
    args: dockerfile.foreign ? service.args : argumentsOf(service, parsed, reached),
    platforms: service.platforms,
    target: target.name ?? String(target.index),
    ...edgesOf(service, reached.outside),
    widened: [...widened, ...copiedSubmodules(opened.submodules, inputs)],
    untracked: notDeclared(untracked(read), service, (source) => posix.join(service.context, source)),
  }
}

/** What a named context from outside stands for counts as written, as an image in FROM does. */
const remoteContexts = ({ contexts }: Service, { outside }: Reached): string[] =>
  Object.entries(contexts)
    .flatMap(([name, context]) =>
      context.kind === 'remote' && outside.some(({ reference }) => reference === context.address)
        ? [`--build-context ${name}=${context.address}`]
        : [],
    )
    .sort()

/** What is written on an image, in the words of the command line: it is part of the image. */
const labelling = ({ labels, annotations }: Service): string[] =>
  [
    ...Object.entries(labels).map(([name, value]) => `--label ${name}=${value}`),
    ...Object.entries(annotations).map(([name, value]) => `--annotation ${name}=${value}`),
  ].sort()

const readSources = ({ main, named }: Opened, { sources }: Reached): Promise<readonly Read[]> =>
  Promise.all(
    sources.map((source) => {
      const name = source.kind === 'context' ? source.context : null
      return readSource(name === null ? main : (named.get(name)?.context ?? main), source)
    }),
  )

/** What is read of one context; all of it, where something could not be decided. */
const inputsOf = async (
  context: Context,
  read: readonly Read[],
  name: string | null,
  widening: Widened | undefined,
): Promise<readonly Input[]> => {
  const own = read.filter(({ source }) => (source.kind === 'context' ? source.context : null) === name)
  const because = becauseOf({ instruction: 'context', line: widening?.line ?? 1 })
  const all = widening ? (await context.all()).map(because) : []
  return unique([...own.flatMap(({ inputs }) => inputs), ...all])
}

const strangeSyntax = ({ foreign }: Dockerfile): Widened[] => {
  const detail = `the front end ${foreign?.frontEnd} may read anything`
  return foreign ? [{ reason: 'unknown-syntax', detail, line: 1 }] : []
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
