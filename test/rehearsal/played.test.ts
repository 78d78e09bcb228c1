import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'rehearsal.md'), 'utf8')
const authorization = 'AWS4-HMAC-SHA256 Credential=a/20260101/eu-central-1/x/aws4_request, Signature=0'
let rehearsal: Rehearsal

beforeAll(async () => {
  const progress = { say: () => {}, warn: () => {}, group: () => {} }
  rehearsal = await serveRehearsal({ progress, tasks: 'hollow' })
})

afterAll(() => rehearsal.close())

/** What the cluster itself says that it plays, as it refuses what nobody plays. */
const played = async (body: string, headers: Record<string, string>): Promise<string[]> => {
  const answer = await fetch(rehearsal.endpoint, {
    method: 'POST',
    body,
    headers: { authorization, ...headers },
  })
  const told = /It plays: ([^.]+)\./.exec(await answer.text())?.[1] ?? ''
  return told.split(', ').toSorted()
}

const told = (service: string): string[] =>
  (new RegExp(`^\\| ${service} \\| ([^|]+) \\|$`, 'm').exec(page)?.[1] ?? '').split(', ').toSorted()

const json = (target: string) => ['', { 'x-amz-target': `${target}.Nothing` }] as const
const query = (version: string) => [`Action=Nothing&Version=${version}`, {}] as const

test.each([
  ['ECS', json('AmazonEC2ContainerServiceV20141113')],
  ['Elastic Load Balancing v2', query('2015-12-01')],
  ['CloudWatch', json('GraniteServiceVersion20100801')],
  ['CloudWatch Logs', json('Logs_20140328')],
  ['Application Auto Scaling', json('AnyScaleFrontendService')],
  ['Systems Manager', json('AmazonSSM')],
  ['Secrets Manager', json('secretsmanager')],
  ['CodeDeploy', json('CodeDeploy_20141006')],
  ['STS', query('2011-06-15')],
])('docs/rehearsal.md tells what is played of %s', async (service, [body, headers]) => {
  expect(told(service)).toEqual(await played(body, headers))
})
