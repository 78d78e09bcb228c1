import { expect, test } from '@jest/globals'
import { endToEnd, forwarded } from '../../../src/rehearsal/router/headers.js'

test('what belongs to one connection stays there, the rest keeps its order and spelling', () => {
  const raw = ['Host', 'shop', 'Connection', 'keep-alive, X-Mine', 'Keep-Alive', 'timeout=5', 'X-Mine', '1']
  expect(endToEnd([...raw, 'Set-Cookie', 'a', 'set-cookie', 'b', 'Transfer-Encoding', 'chunked'])).toEqual([
    'Host',
    'shop',
    'Set-Cookie',
    'a',
    'set-cookie',
    'b',
  ])
})

test.each([
  [['Host', 'shop'], '127.0.0.1'],
  [['Host', 'shop', 'x-forwarded-for', '10.0.0.1', 'X-Forwarded-Port', '9'], '10.0.0.1, 127.0.0.1'],
])('the client is named once, after those before it: %j', (raw, chain) => {
  expect(forwarded(raw, '127.0.0.1', 80)).toEqual([
    'Host',
    'shop',
    'X-Forwarded-For',
    chain,
    'X-Forwarded-Proto',
    'http',
    'X-Forwarded-Port',
    '80',
  ])
})
