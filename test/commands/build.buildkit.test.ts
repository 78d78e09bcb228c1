import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { type BuildRequest, build } from '../../src/commands/build.js'
import { openDocker } from '../../src/platform/docker.js'
import { openRegistry } from '../../src/platform/registry.js'
import { openSecrets } from '../../src/platform/secrets.js'
import { BASE_IMAGE } from '../../src/rehearsal/ground/base-image.js'
import type { Digest } from '../../src/words.js'
import { type Buildkit, startBuildkit } from '../ground/buildkit.js'
import { testGround } from '../ground/ground.js'
import type { Content } from '../platform/repository.js'
import { openShop, type Shop, testTools } from './shop.js'

const run = (script: string, mount = '') => `RUN ${mount}["node", "-e", ${JSON.stringify(script)}]`

describe('stagger build on a current BuildKit and a real registry', () => {
  const ground = testGround()
  let buildkit: Buildkit
  let shop: Shop | undefined
  beforeAll(async () => {
    buildkit = await startBuildkit(ground)
  }, 120_000)
  afterAll(() => buildkit?.stop(), 60_000)
  afterEach(() => shop?.close())

  const registry = openRegistry()
  const open = (
    name: string,
    contents: Readonly<Record<string, Content>>,
    unique = `${name} ${Math.random()}`,
  ) => {
    const opened = openShop({ ...contents, 'cart/unique.txt': unique })
    shop = opened
    const environment = { ...buildkit.environment, NPM_TOKEN: 'sesame-open-1234' }
    const { client } = ground.engine
    const docker = openDocker({ client, environment })
    const tools = testTools({ client, environment })
    const world = { ...opened.world, docker, registry, tools, secrets: openSecrets(environment) }
    const prefix = (folder = name) => `${ground.registry.address}/buildkit/${folder}`
    const go = async (given: Partial<BuildRequest> = {}) =>
      (await build(world, await opened.request({ prefix: prefix(), ...given }))).services
    return { ...opened, world, prefix, go, lines: () => world.progress.lines.join('\n') }
  }
  const json = async (repository: string, digest: Digest | null | undefined) => {
    const manifest = await registry.manifest(repository, digest ?? '')
    return JSON.parse(Buffer.from(manifest?.body ?? '{}').toString())
  }
  const configOf = async (repository: string, digest: Digest | null | undefined) => {
    const { config } = await json(repository, digest)
    return JSON.parse(Buffer.from((await registry.blob(repository, config.digest)) ?? '').toString())
  }

  test('the same inputs make the same digest, wherever they are pushed and whenever they are built', async () => {
    const contents = {
      'cart/Dockerfile': `FROM ${BASE_IMAGE}\nCOPY . /app\n${run('require("fs").writeFileSync("/made.txt", "1")')}\n`,
    }
    const first = open('twice', contents, 'the same')
    const [built] = await first.go()
    expect(built).toMatchObject({ outcome: 'built', problem: null })
    await first.close()
    await buildkit.stop()
    buildkit = await startBuildkit(ground)
    const second = open('elsewhere', contents, 'the same')
    expect((await second.go())[0]).toMatchObject({ outcome: 'built', digest: built?.digest })
  }, 180_000)

  test('two platforms without emulation: one index of two images, each checked by its digest', async () => {
    const { go, prefix } = open('platforms', {
      'compose.yaml':
        'services:\n  cart: { build: { context: cart, platforms: [linux/amd64, linux/arm64] } }\n',
      'cart/Dockerfile': `FROM --platform=$BUILDPLATFORM ${BASE_IMAGE} AS made\nARG TARGETARCH\nCOPY . /app\n${run(
        'require("fs").writeFileSync("/arch.txt", process.env.TARGETARCH)',
      )}\nFROM scratch\nCOPY --from=made /arch.txt /\n`,
    })
    const [leg] = await go({ platform: 'linux/arm64' })
    expect(leg).toMatchObject({ outcome: 'built', digest: null, problem: null })
    const [cart] = await go({ platform: 'linux/amd64' })
    expect(cart).toMatchObject({ outcome: 'built', problem: null })
    const { manifests } = await json(`${prefix()}/cart`, cart?.digest)
    expect(manifests.map(({ platform }: { platform: object }) => platform)).toEqual([
      { os: 'linux', architecture: 'amd64' },
      { os: 'linux', architecture: 'arm64' },
    ])
    for (const { digest, size, platform } of manifests) {
      const held = await registry.manifest(`${prefix()}/cart`, digest)
      expect([held?.digest, held?.body.byteLength]).toEqual([digest, size])
      expect((await configOf(`${prefix()}/cart`, digest)).architecture).toBe(platform.architecture)
    }
    const names = await registry.names(`${prefix()}/cart`)
    expect(names?.filter((name) => !name.startsWith('in-'))).toEqual([
      'cache-linux-amd64',
      'cache-linux-arm64',
    ])
  }, 180_000)

  test('a base, a folder under a name, labels and an annotation', async () => {
    const { go, prefix } = open('contexts', {
      'compose.yaml': `services:
  web:
    build: { context: web, additional_contexts: { assets: ./assets }, labels: { team: shop } }
  cart: { build: cart, image: "stagger-test/cart:1" }
`,
      'stagger.yml': '',
      'web/Dockerfile': 'FROM stagger-test/cart:1\nCOPY --from=assets logo.txt /\n',
      'assets/logo.txt': 'logo',
      'assets/secret.txt': 'not an input',
      'cart/Dockerfile': 'FROM scratch\nCOPY . /\n',
    })
    const [web, cart] = await go()
    expect([web?.problem, cart?.problem]).toEqual([null, null])
    expect((await configOf(`${prefix()}/web`, web?.digest)).config.Labels).toEqual({ team: 'shop' })
    expect((await json(`${prefix()}/web`, web?.digest)).layers).toHaveLength(2)
  }, 180_000)

  test('a secret is there for one RUN, and nowhere else: not in a layer, the history or the log', async () => {
    const { go, prefix, lines, planned } = open('secrets', {
      'compose.yaml': `services:
  cart: { build: { context: cart, secrets: [ npm ] } }
secrets: { npm: { environment: NPM_TOKEN } }
`,
      'cart/Dockerfile': `FROM ${BASE_IMAGE}\n${run(
        'const t = require("fs").readFileSync("/run/secrets/npm", "utf8"); if (t.length !== 16) process.exit(1); console.log("token:", t)',
        '--mount=type=secret,id=npm,required=true ',
      )}\nCOPY . /app\n`,
    })
    const before = (await planned()).services[0]?.image.fingerprint
    const [cart] = await go()
    expect(cart).toMatchObject({ outcome: 'built', problem: null, fingerprint: before })
    const config = await configOf(`${prefix()}/cart`, cart?.digest)
    expect(JSON.stringify(config)).not.toContain('sesame')
    expect(lines()).toContain('token: ***')
    expect(lines()).not.toContain('sesame')
  }, 180_000)
})
