import { request as forward } from 'node:http'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openRegistries } from '../../../src/platform/registry/choose.js'
import { openRegistry } from '../../../src/platform/registry.js'
import type { Engine } from '../../../src/rehearsal/ground/engine.js'
import { type Registry as Server, startRegistry } from '../../../src/rehearsal/ground/registry.js'
import { testGround } from '../../ground/ground.js'
import { putImage, putIndex } from '../registry/image.js'
import { type Played, serve } from '../registry/played.js'
import { ACCOUNT, PASSWORD, type PlayedEcr, playedEcr } from './played-ecr.js'

const EXPECTED = `Basic ${Buffer.from(`AWS:${PASSWORD}`).toString('base64')}`

/** A real registry behind ECR's own login. */
const behindLogin = (address: string): Promise<Played> =>
  serve((request, response) => {
    const { method = 'GET', url = '/', headers } = request
    if (headers.authorization !== EXPECTED) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="ecr"' }).end()
      return
    }
    const { authorization: _, ...rest } = headers
    const [host, port] = address.split(':')
    const onward = forward({ host, port, method, path: url, headers: rest }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    request.pipe(onward)
  })

let ecr: PlayedEcr
let server: Server
let locked: Played
let before: NodeJS.ProcessEnv
beforeAll(async () => {
  before = { ...process.env }
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' })
  server = await startRegistry(testGround().engine as Engine)
  ;[ecr, locked] = [await playedEcr(), await behindLogin(server.address)]
})
afterAll(async () => {
  process.env = before
  await Promise.all([ecr.stop(), locked.stop(), server.stop()])
})

test('an image is copied into an ECR with a token of its own, asked for once', async () => {
  const from = `${testGround().registry.address}/ecr/cart-${process.pid}`
  const plain = openRegistry({ credentialsOf: async () => null })
  const layers = [Buffer.alloc(1 << 20, 'layer')]
  const images = [
    await putImage(plain, from, 'amd', null, { layers }),
    await putImage(plain, from, 'arm', null, { layers }),
  ]
  const digest = await putIndex(plain, from, images)
  const place = { host: locked.host, account: ACCOUNT, region: 'eu-west-1', endpoint: `http://${ecr.host}` }
  const registry = openRegistries({ ecr: [place], credentialsOf: async () => null })
  expect(await registry.copy({ repository: from, digest }, `${locked.host}/shop/cart`)).toEqual({
    manifests: 3,
    blobs: 3,
    mounted: 0,
  })
  expect(ecr.asked.map(({ operation }) => operation)).toEqual(['GetAuthorizationToken'])
  expect((await plain.manifest(`${server.address}/shop/cart`, digest))?.digest).toBe(digest)
})
