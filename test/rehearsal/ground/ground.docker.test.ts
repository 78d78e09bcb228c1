import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { testGround } from '../../ground/ground.js'
import { buildServer, docker, textFrom } from './docker.js'

const { engine, registry } = testGround()
const image = `${registry.address}/ground/server`

beforeAll(() => buildServer(engine, `${image}:one`))
afterAll(async () => {
  await docker(engine, 'image', 'rm', '--force', `${image}:one`)
})

describe('the ground', () => {
  test('builds with BuildKit and serves a container on a loopback address of its own', async () => {
    const port = 8181
    const container = await docker(
      engine,
      'run',
      '-d',
      '--rm',
      '-p',
      `127.83.1.9:${port}:8080`,
      `${image}:one`,
    )
    try {
      expect(await textFrom(`http://127.83.1.9:${port}/`)).toMatch(/^served by v\d+\./)
    } finally {
      await docker(engine, 'rm', '--force', container)
    }
  })

  test('takes a push, and names the image by the digest of what it stored', async () => {
    await docker(engine, 'push', `${image}:one`)
    const [named] = JSON.parse(
      await docker(engine, 'inspect', '--format', '{{json .RepoDigests}}', `${image}:one`),
    )
    const stored = await fetch(`http://${registry.address}/v2/ground/server/manifests/one`, {
      method: 'HEAD',
      headers: { accept: 'application/vnd.docker.distribution.manifest.v2+json' },
    })
    expect(named).toBe(`${image}@${stored.headers.get('docker-content-digest')}`)
  })

  test('lets a manifest be deleted', async () => {
    await docker(engine, 'tag', `${image}:one`, `${image}:two`)
    const pushed = await docker(engine, 'push', `${image}:two`)
    const digest = /sha256:[0-9a-f]{64}/.exec(pushed)?.[0]
    const url = `http://${registry.address}/v2/ground/server/manifests/${digest}`
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(202)
  })
})
