import { once } from 'node:events'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { HookEvent } from '../../../src/rehearsal/controller/calls.js'
import { readAddresses } from '../../../src/rehearsal/lambda/address.js'
import { createFunctions } from '../../../src/rehearsal/lambda/functions.js'
import { type Does, type LambdaServer, NOTHING, serveLambda } from './server.js'

const TARGET = 'arn:aws:lambda:eu-central-1:000000000000:function:check'
const EVENT: HookEvent = {
  executionDetails: {
    testTrafficWeights: {},
    productionTrafficWeights: {},
    serviceArn: 'arn:service',
    targetServiceRevisionArn: 'arn:revision',
  },
  executionId: 'e',
  lifecycleStage: 'POST_SCALE_UP',
  resourceArn: 'arn:deployment',
}

const servers: LambdaServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

const open = async (does: Does, seconds = 60) => {
  const server = await serveLambda(does)
  servers.push(server)
  const warnings: string[] = []
  let answered = () => {}
  const functions = createFunctions({
    addresses: readAddresses([server.address]),
    seconds,
    warn: (line) => void warnings.push(line),
    answered: () => answered(),
  })
  const answerOf = async (name: string) => {
    while (!functions.answers().has(name))
      await new Promise<void>((resolve) => {
        answered = resolve
      })
    return functions.answers().get(name)
  }
  return { server, functions, warnings, answerOf }
}

describe('functions on this machine', () => {
  test('are called by their name with the event, and once for each call', async () => {
    const { server, functions, answerOf } = await open(() => ({ hookStatus: 'SUCCEEDED' }))
    functions.call('one', TARGET, EVENT)
    functions.call('one', TARGET, EVENT)
    expect(await answerOf('one')).toEqual({ kind: 'succeeded' })
    functions.call('one', TARGET, EVENT)
    functions.call('two', TARGET, EVENT)
    await answerOf('two')
    expect(server.called).toEqual([
      { path: 'POST /2015-03-31/functions/check/invocations', event: EVENT },
      { path: 'POST /2015-03-31/functions/check/invocations', event: EVENT },
    ])
  })

  test('may fail: what they said is told', async () => {
    const { functions, warnings, answerOf } = await open((_, response) => {
      response.writeHead(200, { 'x-amz-function-error': 'Unhandled' })
      response.end('{"errorMessage":"no such bucket","errorType":"Error"}')
    })
    functions.call('one', TARGET, EVENT)
    expect(await answerOf('one')).toMatchObject({ kind: 'failed', why: /HookStatus must not be null/ })
    expect(warnings).toEqual([expect.stringMatching(/the function check said: .*no such bucket/)])
  })

  test('that never answer have their time', async () => {
    const { functions, warnings, answerOf } = await open(() => NOTHING, 0.3)
    functions.call('one', TARGET, EVENT)
    expect(await answerOf('one')).toMatchObject({ kind: 'failed', why: /HookStatus must not be null/ })
    expect(warnings).toEqual(['rehearsal: the function check said: nothing for 0.3 seconds'])
  })

  test('that stop in the middle of an answer have said nothing', async () => {
    const { functions, answerOf } = await open((_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{"hookStatus":"SUCCEEDED"', () => {
        response.destroy()
      })
      return NOTHING
    })
    functions.call('one', TARGET, EVENT)
    expect(await answerOf('one')).toMatchObject({ kind: 'failed' })
  })

  test('that say too much have said nothing', async () => {
    const { functions, warnings, answerOf } = await open((_, response) => {
      response.writeHead(200)
      response.end('x'.repeat(7 * 1024 * 1024))
    })
    functions.call('one', TARGET, EVENT)
    expect(await answerOf('one')).toMatchObject({ kind: 'failed' })
    expect(warnings).toEqual([expect.stringMatching(/more than 6291456 bytes/)])
  })

  test('that are not there cannot be called', async () => {
    const { server, functions, answerOf } = await open(() => NOTHING)
    await server.close()
    servers.splice(0)
    functions.call('one', TARGET, EVENT)
    expect(await answerOf('one')).toMatchObject({
      kind: 'failed',
      why: /^ECS was unable to invoke hook target .*ECONNREFUSED/,
    })
  })

  test('without an address say so', () => {
    const warnings: string[] = []
    const functions = createFunctions({
      addresses: readAddresses(['other=http://127.0.0.1:1/']),
      seconds: 1,
      warn: (line) => void warnings.push(line),
      answered: () => {},
    })
    expect(functions.knows(TARGET)).toBe(false)
    expect(functions.knows(TARGET.replace('check', 'other'))).toBe(true)
  })

  test('that nobody waits for any more are called off, and their answers forgotten', async () => {
    let cut: Promise<unknown> | undefined
    const { server, functions, answerOf } = await open((_, response) => {
      cut ??= once(response, 'close')
      return NOTHING
    })
    functions.call('one', TARGET, EVENT)
    while (!cut) await new Promise((resolve) => setTimeout(resolve, 10))
    functions.keep(new Set())
    await cut
    server.does = () => ({ hookStatus: 'SUCCEEDED' })
    functions.call('one', TARGET, EVENT)
    expect(await answerOf('one')).toEqual({ kind: 'succeeded' })
    functions.keep(new Set(['two']))
    expect(functions.answers().size).toBe(0)
  })
})
