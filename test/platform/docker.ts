import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BuilderFacts } from '../../src/platform/builder.js'
import type { Built, Docker } from '../../src/platform/docker.js'
import { type Digest, StaggerError } from '../../src/words.js'
import { type InMemoryRegistry, MANIFEST_TYPE } from './registry.js'

export interface InMemoryDocker extends Docker {
  /** The target and tag of each build that was asked for. */
  readonly builds: {
    readonly target: string | null
    readonly tag: string | null
    readonly dockerfile: string
    readonly args: readonly string[]
  }[]
  readonly pushes: string[]
  images(): readonly string[]
}

/** The engine of Debian 12, which can do little. */
export const ENGINE: BuilderFacts = {
  kind: 'engine',
  name: null,
  driver: 'docker',
  buildkit: null,
  engine: '20.10.24',
  containerd: false,
  platforms: ['linux/amd64'],
}

/** A BuildKit of its own, which can do all. */
export const BUILDKIT: BuilderFacts = {
  ...ENGINE,
  kind: 'buildx',
  name: 'ci',
  driver: 'remote',
  buildkit: '0.33.1',
  engine: null,
}

const option = (args: readonly string[], name: string): string | null =>
  args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null

/** The instructions of one stage, by its name, or of the last. */
const stageOf = (dockerfile: string, target: string | null): readonly string[] => {
  const stages = dockerfile.split(/^(?=FROM )/m).filter((stage) => stage.startsWith('FROM '))
  const named = stages.find((stage) => new RegExp(`^FROM \\S+ AS ${target}$`, 'mi').test(stage))
  return ((target === null ? stages.at(-1) : named) ?? 'no such stage').split('\n').slice(1)
}

/** An image that nobody made: this engine reaches no registry by itself. */
const strangeBase = (
  dockerfile: string,
  images: ReadonlyMap<string, string>,
  args: readonly string[],
): string | null => {
  const given = args.flatMap((arg) => /^--build-context=([^=]+)=/.exec(arg)?.[1] ?? [])
  const stages = [...dockerfile.matchAll(/ AS (\S+)$/gim)].map(([, name]) => name)
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base = '']) => base)
  const known = (base: string) => [...stages, ...given, 'scratch'].includes(base) || images.has(base)
  const strange = bases.find((base) => !known(base))
  return strange ? `${strange}: not found` : null
}

/** What BuildKit would stumble over: a file that the context does not hold, or a command that fails. */
const failureOf = (instruction: string, context: string): string | null => {
  const [word, ...rest] = instruction.split(' ')
  const missing = word === 'COPY' && rest.slice(0, -1).find((source) => !existsSync(join(context, source)))
  if (missing) return `"/${missing}": not found`
  return word === 'RUN' && rest.join(' ') !== 'true'
    ? `${rest.join(' ')}: did not complete successfully`
    : null
}

/** An engine that knows COPY and RUN, where every command but `true` fails. No two builds make the same bytes. */
export const inMemoryDocker = (registry: InMemoryRegistry, facts: BuilderFacts = ENGINE): InMemoryDocker => {
  const images = new Map<string, string>()
  const builds: InMemoryDocker['builds'] = []
  const pushes: string[] = []
  return {
    builds,
    pushes,
    images: () => [...images.keys()],
    check: async () => ({ client: '20.10.24', engine: '20.10.24', platform: 'linux/amd64' }),
    builder: async () => facts,
    build: async (args, onLine = () => {}): Promise<Built> => {
      const dockerfile = readFileSync(option(args, 'file') ?? '', 'utf8')
      const [target, tag] = [option(args, 'target'), option(args, 'tag') ?? loadedAs(args)]
      builds.push({ target, tag, dockerfile, args })
      const lines = stageOf(dockerfile, target)
      for (const line of lines) onLine(line)
      const strange = strangeBase(dockerfile, images, args)
      if (strange) return { kind: 'failed', lines: [...lines, strange] }
      const failure = lines.map((line) => failureOf(line, args.at(-1) ?? '')).find((found) => found !== null)
      if (failure) return { kind: 'failed', lines: [...lines, failure] }
      const image = `${target} ${builds.length} ${Math.random()}`
      const kept = tag ?? nameless(facts, args, builds.length)
      if (kept) images.set(kept, image)
      return { kind: 'built', digest: await pushed(registry, args, image) }
    },
    holds: async (reference) => images.has(reference),
    name: async (reference, other) => {
      const image = images.get(reference)
      if (image === undefined) throw new Error(`${reference} could not be named ${other}: No such image`)
      images.set(other, image)
    },
    push: async (reference) => {
      const image = images.get(reference)
      if (image === undefined) throw new StaggerError(notThere(reference))
      const colon = reference.lastIndexOf(':')
      registry.push(reference.slice(0, colon), reference.slice(colon + 1), Buffer.from(image))
      pushes.push(reference)
    },
    pull: async (reference) => {
      const [repository = '', digest = ''] = reference.split('@')
      const held = await registry.manifest(repository, digest)
      if (!held) throw new StaggerError({ ...notThere(reference), code: 'pull-refused' })
      images.set(reference, digest)
    },
    forget: async (reference) => {
      images.delete(reference)
    },
  }
}

const PUSHED = /^--output=type=image,/

/** The name under which a BuildKit of its own hands an image to the engine. */
const loadedAs = (args: readonly string[]): string | null =>
  args.map((arg) => /^--output=type=docker,name=([^,]+),/.exec(arg)?.[1]).find((name) => name) ?? null

/** An engine keeps what nobody named, too. */
const nameless = ({ kind }: BuilderFacts, args: readonly string[], number: number): string | null =>
  kind === 'engine' && !args.some((arg) => arg.startsWith('--output=')) ? `<none>@${number}` : null

const pushed = async (
  registry: InMemoryRegistry,
  args: readonly string[],
  image: string,
): Promise<Digest | null> => {
  const output = args.find((arg) => PUSHED.test(arg)) ?? ''
  const repository = /^--output=type=image,name=([^,]+),/.exec(output)?.[1]
  if (repository === undefined) return null
  const { digest } = await registry.put(
    repository,
    { mediaType: MANIFEST_TYPE, body: Buffer.from(image) },
    null,
  )
  return digest
}

const notThere = (reference: string) => ({
  code: 'push-refused',
  fault: 'world' as const,
  problem: `${reference} could not be pushed`,
  why: `An image does not exist locally with the tag: ${reference}`,
  fix: 'build it first',
})
