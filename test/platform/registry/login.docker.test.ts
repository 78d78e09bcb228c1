import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { build } from '../../../src/commands/build.js'
import { tag } from '../../../src/commands/tag.js'
import { openDocker } from '../../../src/platform/docker.js'
import { runProcess } from '../../../src/platform/process.js'
import { dockerCredentials } from '../../../src/platform/registry/credentials.js'
import { Secret } from '../../../src/platform/registry/secret.js'
import { openRegistry } from '../../../src/platform/registry.js'
import { openShop, type Shop } from '../../commands/shop.js'
import { PLAIN_REQUEST, UNCONFIGURED } from '../../commands/tagging/market.js'
import { testGround } from '../../ground/ground.js'
import { registryContract } from '../registry.contract.js'
import { type Locked, lockedRegistry, PASSWORD, USER } from './htpasswd.js'
import { pushTo } from './push.js'

const folders: string[] = []
/** A folder for Docker's `config.json`, empty as on a new machine. */
const configFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'stagger-login-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const login = async (address: string, folder: string): Promise<void> => {
  const { client, environment } = testGround().engine
  const { code, stderr } = await runProcess(
    [client, 'login', '--username', USER, '--password-stdin', address],
    { env: { ...environment, DOCKER_CONFIG: folder }, input: Buffer.from(PASSWORD) },
  )
  if (code !== 0) throw new Error(`docker login: ${stderr}`)
}

registryContract('docker-registry, to whoever is logged in,', async () => {
  const { address, stop } = await lockedRegistry(testGround().engine)
  const folder = configFolder()
  await login(address, folder)
  const authorization = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`
  return {
    registry: openRegistry({ credentialsOf: dockerCredentials({ folder }) }),
    repository: `${address}/contract/login`,
    push: pushTo(`http://${address}/v2/contract/login`, { authorization }),
    stop,
  }
})

describe('stagger build --push to a registry that wants a password', () => {
  let locked: Locked
  let shop: Shop | undefined
  beforeAll(async () => {
    locked = await lockedRegistry(testGround().engine)
  })
  afterAll(() => locked.stop())
  afterEach(() => shop?.close())

  /** A shop whose Docker client and whose registry read the same `config.json`. */
  const open = (name: string, folder: string) => {
    const opened = openShop({
      'cart/Dockerfile': 'FROM scratch\nCOPY . /\n',
      'cart/unique.txt': `${name} ${Math.random()}`,
    })
    shop = opened
    const { client, environment } = testGround().engine
    const docker = openDocker({ client, environment: { ...environment, DOCKER_CONFIG: folder } })
    const registry = openRegistry({ credentialsOf: dockerCredentials({ folder }) })
    const world = { ...opened.world, docker, registry }
    const prefix = `${locked.address}/${name}`
    const go = async () => (await build(world, await opened.request({ prefix, services: ['cart'] }))).services
    return { ...opened, world, prefix, go }
  }

  test('logged in: pushed and named, then reused, then given a version', async () => {
    const folder = configFolder()
    await login(locked.address, folder)
    const { go, world, prefix, planned } = open('known', folder)
    const [cart] = await go()
    expect(cart).toMatchObject({ outcome: 'built', problem: null })
    expect((await world.registry.manifest(`${prefix}/cart`, cart?.tags[0] ?? ''))?.digest).toBe(cart?.digest)
    expect((await go())[0]).toMatchObject({ outcome: 'reused', digest: cart?.digest })
    const request = { ...PLAIN_REQUEST, plan: await planned(), prefix }
    expect((await tag({ ...world, ...UNCONFIGURED }, request)).services[0]).toMatchObject({
      version: '0.1.0',
      outcome: 'created',
    })
    expect((await world.registry.manifest(`${prefix}/cart`, '0.1.0'))?.digest).toBe(cart?.digest)
    expect(world.progress.lines.join('\n')).toContain('COPY')
    const told = [...world.progress.lines, JSON.stringify(cart)].join('\n')
    const secret = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')).auths[locked.address].auth
    expect(secret).toHaveLength(24)
    expect(told).not.toContain(secret)
    expect(told).not.toContain(PASSWORD)
  })

  test('not logged in: what to do about it, and nothing built', async () => {
    const { go, world } = open('unknown', configFolder())
    const [cart] = await go()
    expect(cart).toMatchObject({ outcome: 'failed', digest: null })
    expect(cart?.problem).toMatchObject({
      code: 'registry-refused',
      fault: 'caller',
      why: expect.stringContaining(`no credentials for ${locked.address} (it says UNAUTHORIZED: `),
      fix: expect.stringContaining(`docker login ${locked.address}`),
    })
    expect(world.progress.lines.join('\n')).not.toContain('COPY')
  })

  test('a password that is no more: told apart', async () => {
    const credentialsOf = async () => ({ kind: 'password', user: USER, password: new Secret('old') }) as const
    const asked = openRegistry({ credentialsOf }).manifest(`${locked.address}/expired/cart`, 'in-1')
    await expect(asked).rejects.toMatchObject({
      problems: [
        { code: 'registry-refused', fault: 'world', why: expect.stringContaining('sent and are not taken') },
      ],
    })
  })
})
