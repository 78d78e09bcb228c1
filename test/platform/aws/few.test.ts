import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CodeDeploy } from '@aws-sdk/client-codedeploy'
import { afterEach, expect, jest, test } from '@jest/globals'
import { fewAtOnce } from '../../../src/platform/aws/few.js'
import { codeDeploy } from '../../../src/platform/aws/sdk-codedeploy.js'
import { type Bucket, take } from '../../../src/rehearsal/api/rates.js'

jest.setTimeout(60_000)
process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

let server: Server
let most = 0

afterEach(() => {
  server.close()
  server.closeAllConnections()
})

/** Answers everything after a moment; `refuses` says which requests it throttles. */
const serve = async (refuses: () => boolean): Promise<string> => {
  let open = 0
  most = 0
  server = createServer((request, response) => {
    request.resume()
    open += 1
    most = Math.max(most, open)
    const refused = refuses()
    setTimeout(() => {
      open -= 1
      response.writeHead(refused ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
      response.end(JSON.stringify(refused ? { __type: 'ThrottlingException', message: 'no' } : {}))
    }, 5)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('of many requests few are under way at once, and all are answered', async () => {
  const endpoint = await serve(() => false)
  const client = fewAtOnce(new CodeDeploy({ region: 'eu-central-1', endpoint }))
  const answers = await Promise.all(Array.from({ length: 60 }, () => client.listApplications({})))
  client.destroy()
  expect(answers).toHaveLength(60)
  expect(most).toBe(8)
})

test('at a rate that nobody documents hundreds are asked, and nobody hears of throttling', async () => {
  const bucket: Bucket = { actions: [], burst: 10, sustained: 40 }
  let level = { tokens: bucket.burst, at: Date.now() }
  const endpoint = await serve(() => {
    const left = take(level, bucket, Date.now())
    level = left ?? level
    return left === undefined
  })
  const place = { region: 'eu-central-1', endpoint }
  const there = codeDeploy(place, (action, subject) => ({ action, subject, place: endpoint }))
  const name = { application: 'a', group: 'g' }
  const told = await Promise.allSettled(Array.from({ length: 300 }, () => there.deployments(name, 'active')))
  expect(told.filter(({ status }) => status === 'rejected')).toEqual([])
})
