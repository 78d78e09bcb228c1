import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runProcess } from '../../src/platform/process.js'
import { openRegistry } from '../../src/platform/registry.js'
import type { Digest } from '../../src/words.js'
import { type Buildkit, startBuildkit } from '../ground/buildkit.js'
import { buildx, contextOf } from '../ground/buildx.js'
import { testGround } from '../ground/ground.js'
import { traces } from '../rehearsal/ground/traces.js'

const ground = testGround()
const repository = `${ground.registry.address}/buildkit/alike`
const registry = openRegistry()
let buildkit: Buildkit

const DOCKERFILE = `FROM --platform=$BUILDPLATFORM node:24-slim AS b
ARG TARGETARCH
WORKDIR /made
RUN node -e 'fs.writeFileSync("arch", process.env.TARGETARCH); fs.writeFileSync("time", "none")'
FROM scratch AS apart
COPY --from=b /made /made
FROM node:24-slim
COPY page.txt /
RUN cat /page.txt >/made.txt
`

const { home, context } = contextOf({ Dockerfile: DOCKERFILE, 'page.txt': 'page\n' })

beforeAll(async () => {
  buildkit = await startBuildkit(ground)
})
afterAll(async () => {
  rmSync(home, { recursive: true })
  await buildkit?.stop()
})

/** Builds from nothing, and gives the digest that buildx says it pushed. */
const pushed = async (...args: readonly string[]): Promise<Digest> => {
  const { digest, lines } = await buildx(buildkit, context, repository, '--no-cache', ...args)
  if (digest === null) throw new Error(lines.join('\n'))
  return digest
}

const manifestOf = async (digest: Digest) => {
  const found = await registry.manifest(repository, digest)
  return found && { ...found, body: JSON.parse(new TextDecoder().decode(found.body)) }
}

/** A build that says that it runs, and goes on. */
const endless = ({ environment }: Buildkit) => {
  const file = join(home, 'endless.Dockerfile')
  writeFileSync(
    file,
    `FROM node:24-slim\nRUN node -e 'console.log("it", "runs"); setInterval(() => {}, 1000)'\n`,
  )
  let tell = () => {}
  const running = new Promise<void>((resolve) => {
    tell = resolve
  })
  const onLine = (line: string) => (line.includes('it runs') ? tell() : undefined)
  const argv = [ground.engine.client, 'buildx', 'build', '--progress=plain', '--file', file, home] as const
  return { build: runProcess([...argv], { env: environment, onLine }), running }
}

describe('a BuildKit outside of the engine', () => {
  test('makes the same image twice, to the byte, also where nothing is cached', async () => {
    const first = await pushed(`--builder=${buildkit.builder}`)
    expect(await pushed()).toBe(first)
    expect((await manifestOf(first))?.mediaType).toBe('application/vnd.oci.image.manifest.v1+json')
  })

  test('pushes under no name', async () => {
    await pushed()
    expect((await registry.names(repository)) ?? []).toEqual([])
  })

  test('builds two platforms from one Dockerfile without emulation', async () => {
    const digest = await pushed('--platform=linux/amd64,linux/arm64', '--target=apart')
    const index = await manifestOf(digest)
    expect(index?.mediaType).toBe('application/vnd.oci.image.index.v1+json')
    expect(index?.body.manifests.map(({ platform }: { platform: object }) => platform)).toEqual([
      { architecture: 'amd64', os: 'linux' },
      { architecture: 'arm64', os: 'linux' },
    ])
    expect(await pushed('--platform=linux/amd64,linux/arm64', '--target=apart')).toBe(digest)
  })

  test('leaves nothing behind, though a build is under way', async () => {
    const other = await startBuildkit(ground)
    const folderOfIt = () => traces(`unix://${other.environment.DOCKER_CONFIG}`)
    const kinds = () => new Set(folderOfIt().map((trace) => trace.split(' ')[0]))
    const { build, running } = endless(other)
    await running
    expect([...kinds()].sort()).toEqual(['control', 'folder', 'process'])
    await other.stop()
    expect((await build).code).not.toBe(0)
    expect(folderOfIt()).toEqual([])
  })
})
