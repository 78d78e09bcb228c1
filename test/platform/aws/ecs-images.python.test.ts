import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { ecsImagesInUse } from '../../../src/platform/aws/ecs-images.js'
import { type Moto, startMoto } from './moto.js'

jest.setTimeout(120_000)

const region = 'eu-central-1'
const SERVICES = 25

let moto: Moto
let client: ECSClient
let before: NodeJS.ProcessEnv
beforeAll(async () => {
  before = { ...process.env }
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' })
  moto = await startMoto()
  client = new ECSClient({ region, endpoint: moto.endpoint })
  await client.send(new CreateClusterCommand({ clusterName: 'shop' }))
})
afterAll(async () => {
  process.env = before
  client.destroy()
  await moto.stop()
})

const image = (service: number | string) => `127.0.0.1:5000/shop/s${service}@sha256:${'a'.repeat(64)}`
const register = async (service: number | string) => {
  const containerDefinitions = [
    { name: 'app', image: image(service), memory: 64 },
    { name: 'proxy', image: 'proxy:1', memory: 64 },
  ]
  await client.send(new RegisterTaskDefinitionCommand({ family: `s${service}`, containerDefinitions }))
}

test('every container of every service, over all pages, each once', async () => {
  for (let at = 0; at < SERVICES; at++) {
    await register(at)
    const serviceName = `s${at}`
    await client.send(
      new CreateServiceCommand({
        cluster: 'shop',
        serviceName,
        taskDefinition: serviceName,
        desiredCount: 1,
      }),
    )
  }
  // Registered, and run by nobody.
  await register('idle')
  const images = await ecsImagesInUse({ region, endpoint: moto.endpoint }, 'shop')
  const expected = [...Array.from({ length: SERVICES }, (_, at) => image(at)), 'proxy:1']
  expect(images.toSorted()).toEqual(expected.toSorted())
})

test('of a rollout both sides', async () => {
  await register('new')
  await client.send(new UpdateServiceCommand({ cluster: 'shop', service: 's0', taskDefinition: 'snew' }))
  const images = await ecsImagesInUse({ region, endpoint: moto.endpoint }, 'shop')
  expect(images).toEqual(expect.arrayContaining([image('new'), image(0)]))
})

test('a cluster that is not there is an error', async () => {
  await expect(ecsImagesInUse({ region, endpoint: moto.endpoint }, 'none')).rejects.toMatchObject({
    problems: [{ code: 'cluster-not-found' }],
  })
})
