import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Digest, isDigest, StaggerError } from '../words.js'
import { type BuilderFacts, digestIn, readInspected, usesContainerd } from './builder.js'
import type { Client } from './client.js'
import type { Built, Engine } from './docker.js'
import { builderMissing } from './docker-problems.js'
import type { Run } from './process.js'

/** What will build: buildx's chosen builder, else the engine itself. */
export const findBuilder = async (docker: Client, check: () => Promise<Engine>): Promise<BuilderFacts> => {
  const { code } = await docker(['buildx', 'version'])
  return code === 0 ? buildx(docker, check) : engineItself(await check())
}

const buildx = async (docker: Client, check: () => Promise<Engine>): Promise<BuilderFacts> => {
  const { code, stdout, stderr } = await docker(['buildx', 'inspect', '--bootstrap'])
  const inspected = code === 0 ? readInspected(stdout) : null
  if (!inspected) throw new StaggerError(builderMissing(stderr))
  const outside = { kind: 'buildx', engine: null, containerd: false, ...inspected } as const
  if (inspected.driver !== 'docker') return outside
  const { engine } = await check()
  const { stdout: status } = await docker(['info', '--format={{json .DriverStatus}}'])
  return { ...outside, engine, containerd: usesContainerd(status) }
}

const engineItself = ({ engine, platform }: Engine): BuilderFacts => ({
  kind: 'engine',
  name: null,
  driver: 'docker',
  buildkit: null,
  containerd: false,
  engine,
  platforms: [platform],
})

const PUSHES = /^--output=type=image,.*push-by-digest=true/

/** Builds, and tells the digest of what was pushed under no name. */
export const runBuild = async (
  docker: Client,
  args: readonly string[],
  onLine?: (line: string) => void,
): Promise<Built> => {
  if (!args.some((arg) => PUSHES.test(arg))) return builtOf(await docker(args, onLine), null)
  return withMetadata(async (file, digest) => {
    const run = await docker([...args.slice(0, -1), `--metadata-file=${file}`, ...args.slice(-1)], onLine)
    return builtOf(run, run.code === 0 ? await digest() : null)
  })
}

const builtOf = ({ code, stdout, stderr }: Run, digest: Digest | null): Built =>
  code === 0
    ? { kind: 'built', digest }
    : { kind: 'failed', lines: (stdout + stderr).trimEnd().split(/\r?\n/) }

/** A file for what buildx tells of a build, and the digest that stands in it afterwards. */
const withMetadata = async (
  body: (file: string, digest: () => Promise<Digest | null>) => Promise<Built>,
): Promise<Built> => {
  const folder = await mkdtemp(join(tmpdir(), 'stagger-metadata-'))
  const file = join(folder, 'metadata.json')
  try {
    return await body(file, async () => {
      const digest = digestIn(await readFile(file, 'utf8'))
      return digest !== null && isDigest(digest) ? digest : null
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
