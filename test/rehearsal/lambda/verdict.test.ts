import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Reply } from '../../../src/rehearsal/lambda/invoke.js'
import { cryOf, verdictOf } from '../../../src/rehearsal/lambda/verdict.js'

const TARGET = 'arn:aws:lambda:eu-central-1:000000000000:function:check'
const said = (body: unknown, status = 200): Reply => ({
  kind: 'answered',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const verdict = (body: unknown, status = 200) => verdictOf(TARGET, said(body, status))
const NULL = `ECS was unable to parse the response from ${TARGET} due to: HookStatus must not be null.`

describe('what an answer means', () => {
  test('yes, and no', () => {
    expect(verdict({ hookStatus: 'SUCCEEDED', reason: 'Validation passed' })).toEqual({ kind: 'succeeded' })
    expect(verdict({ hookStatus: 'FAILED' })).toEqual({
      kind: 'failed',
      why: `Lifecycle hook target ${TARGET} returned FAILED status.`,
    })
  })

  test.each<[unknown, number]>([
    [undefined, 30],
    [60, 60],
    [0, 0],
    [0.5, 0.5],
    [-1, 30],
    ['60', 30],
    [null, 30],
  ])('not yet: asked again after a delay of %j', (callBackDelay, delaySeconds) => {
    expect(verdict({ hookStatus: 'IN_PROGRESS', callBackDelay })).toEqual({
      kind: 'in-progress',
      delaySeconds,
    })
  })

  test('not yet, with what it wants to be told then', () => {
    const hookDetails = { attempt: 1, nested: { a: [1] } }
    expect(verdict({ hookStatus: 'IN_PROGRESS', hookDetails })).toMatchObject({ details: hookDetails })
    expect(verdict({ hookStatus: 'IN_PROGRESS', hookDetails: 'x' })).not.toHaveProperty('details')
  })

  test.each<[string, Reply, string]>([
    ['no hookStatus', said({ HookStatus: 'SUCCEEDED' }), NULL],
    ['null', said({ hookStatus: null }), NULL],
    ['a list', said([{ hookStatus: 'SUCCEEDED' }]), NULL],
    ['a function that failed', said({ errorMessage: 'boom', errorType: 'Error' }), NULL],
    [
      'a runtime that ended, as its emulator tells it',
      said({ errorMessage: 'Runtime exited', errorType: 'Runtime.ExitError' }, 502),
      NULL,
    ],
    ['a function that was too slow', said('Task timed out after 3.00 seconds'), NULL],
    ['nothing', said(''), NULL],
    ['no answer', { kind: 'silent', why: 'socket hang up' }, NULL],
    [
      'another word',
      said({ hookStatus: 'succeeded' }),
      `ECS was unable to parse the response from ${TARGET} due to: HookStatus "succeeded" is not valid.`,
    ],
    [
      'no such function',
      said({ Type: 'User', Message: 'Function not found: check' }, 404),
      `ECS was unable to invoke hook target ${TARGET} due to Function not found: check (HTTP 404)`,
    ],
    [
      'an error in words of its own',
      said('oops', 502),
      `ECS was unable to invoke hook target ${TARGET} due to HTTP 502`,
    ],
    [
      'nobody there',
      { kind: 'unreachable', why: 'connect ECONNREFUSED 127.0.0.1:1' },
      `ECS was unable to invoke hook target ${TARGET} due to connect ECONNREFUSED 127.0.0.1:1`,
    ],
  ])('%s is a no', (_, reply, why) => {
    expect(verdictOf(TARGET, reply)).toEqual({ kind: 'failed', why })
  })

  test('nothing but SUCCEEDED is a yes, whatever comes', () => {
    const reply = fc.oneof(
      fc.record({
        kind: fc.constant('answered' as const),
        status: fc.integer({ min: 100, max: 599 }),
        body: fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .record({
              hookStatus: fc.oneof(fc.constantFrom('SUCCEEDED', 'FAILED', 'IN_PROGRESS'), fc.jsonValue()),
            })
            .map((one) => JSON.stringify(one)),
          fc.constant('{"hookStatus":"SUCCEEDED","errorType":"x"}'),
        ),
      }),
      fc.record({ kind: fc.constantFrom('silent' as const, 'unreachable' as const), why: fc.string() }),
    )
    fc.assert(
      fc.property(reply, (one) => {
        const { kind } = verdictOf(TARGET, one)
        if (kind !== 'succeeded') return
        expect(one).toMatchObject({ kind: 'answered', status: expect.any(Number) })
        if (one.kind !== 'answered') return
        expect(Math.floor(one.status / 100)).toBe(2)
        expect(JSON.parse(one.body)).toMatchObject({ hookStatus: 'SUCCEEDED' })
      }),
      { numRuns: 2_000 },
    )
  })
})

test('why a function failed is told beside, as only its own log would at AWS', () => {
  const cry = (reply: Reply) => cryOf(reply, verdictOf(TARGET, reply))
  expect(cry(said({ errorMessage: 'boom' }))).toBe('{"errorMessage":"boom"}')
  expect(cry(said('x'.repeat(1000)))).toHaveLength(500)
  expect(cry({ kind: 'silent', why: 'socket hang up' })).toBe('socket hang up')
  expect(cry(said({ hookStatus: 'SUCCEEDED' }))).toBeUndefined()
})
