import { expect, test } from '@jest/globals'
import { checkedOptions } from '../../src/main/rehearse.js'
import { addressOf, NO_ADDRESSES } from '../../src/rehearsal/lambda/address.js'

const at = (lambda: readonly string[], name: string) =>
  addressOf(checkedOptions({ lambda }).lambda ?? NO_ADDRESSES, `arn:aws:lambda:eu:1:function:${name}`)?.href

test('functions are called where --lambda says, each time that it is given', () => {
  const given = ['http://127.0.0.1:3001', 'check=http://127.0.0.1:9000/a']
  expect(at(given, 'check')).toBe('http://127.0.0.1:9000/a')
  expect(at(given, 'smoke')).toBe('http://127.0.0.1:3001/2015-03-31/functions/smoke/invocations')
  expect(checkedOptions({})).not.toHaveProperty('lambda')
})

test('and on this machine only', () => {
  expect(() => checkedOptions({ lambda: ['https://lambda.eu-west-1.amazonaws.com'] })).toThrow(
    /functions cannot be called at "https:\/\/lambda/,
  )
})
