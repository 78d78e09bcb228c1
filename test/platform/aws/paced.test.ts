import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ECS } from '@aws-sdk/client-ecs'
import { afterEach, expect, test } from '@jest/globals'
import { paced } from '../../../src/platform/aws/paced.js'
import type { Turns } from '../../../src/platform/aws/turns.js'

let server: Server
let client: ECS

/** Refuses the first requests with this error, and answers the others. */
const refusing = async (times: number, error: string, turns: Turns): Promise<ECS> => {
  let left = times
  server = createServer((request, response) => {
    request.resume()
    left -= 1
    response.writeHead(left >= 0 ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify(left >= 0 ? { __type: error, message: 'no' } : { clusterArns: [] }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  client = paced(new ECS({ region: 'eu-central-1', endpoint, credentials }), turns)
  return client
}

afterEach(() => {
  client.destroy()
  server.close()
  server.closeAllConnections()
})

const noted = (): Turns & { readonly calls: string[] } => {
  const calls: string[] = []
  return {
    calls,
    take: (action) => {
      calls.push(`take ${action}`)
      return 1
    },
    throttled: (action) => void calls.push(`throttled ${action}`),
  }
}

test('each attempt waits for its turn, and what is throttled empties the bucket', async () => {
  const turns = noted()
  await (await refusing(1, 'ThrottlingException', turns)).listClusters({})
  expect(turns.calls).toEqual(['take ListClusters', 'throttled ListClusters', 'take ListClusters'])
})

test('any other refusal is none of its business', async () => {
  const turns = noted()
  const asked = (await refusing(1, 'ClusterNotFoundException', turns)).listClusters({})
  await expect(asked).rejects.toMatchObject({ name: 'ClusterNotFoundException' })
  expect(turns.calls).toEqual(['take ListClusters'])
})
