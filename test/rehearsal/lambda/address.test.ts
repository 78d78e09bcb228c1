import { describe, expect, test } from '@jest/globals'
import { addressOf, functionIn, readAddresses } from '../../../src/rehearsal/lambda/address.js'
import { StaggerError } from '../../../src/words.js'

const arn = (name: string) => `arn:aws:lambda:eu-central-1:000000000000:function:${name}`
const at = (given: readonly string[], name: string) => addressOf(readAddresses(given), arn(name))?.href

describe('where a function is called', () => {
  test.each<[string, readonly string[], string, string | undefined]>([
    ['nowhere', [], 'check', undefined],
    [
      'as sam local start-lambda takes it',
      ['http://127.0.0.1:3001'],
      'check',
      'http://127.0.0.1:3001/2015-03-31/functions/check/invocations',
    ],
    [
      'its version aside',
      ['http://localhost:3001/'],
      'check:prod',
      'http://localhost:3001/2015-03-31/functions/check/invocations',
    ],
    [
      'at an address with a path, as it is',
      ['http://127.0.0.1:9000/2015-03-31/functions/function/invocations'],
      'check',
      'http://127.0.0.1:9000/2015-03-31/functions/function/invocations',
    ],
    ['only those that are named', ['check=http://127.0.0.1:9000/a'], 'other', undefined],
    ['by its name', ['check=http://127.0.0.1:9000/a'], 'check', 'http://127.0.0.1:9000/a'],
    [
      'by its name before the others',
      ['http://127.0.0.1:3001', 'check=http://[::1]:9000/a'],
      'check',
      'http://[::1]:9000/a',
    ],
    [
      'the others where the others are',
      ['check=http://127.0.0.1:9000/a', 'http://127.0.0.1:3001'],
      'other',
      'http://127.0.0.1:3001/2015-03-31/functions/other/invocations',
    ],
  ])('%s', (_, given, name, url) => {
    expect(at(given, name)).toBe(url)
  })

  test.each([
    'http://example.com',
    'https://127.0.0.1:3001',
    'http://10.0.0.1:3001',
    'http://127.0.0.1.example.com',
    'check',
    'check=',
    'check=http://example.com',
    '',
  ])('%j is refused: nothing but this machine is called', (given) => {
    expect(() => readAddresses([given])).toThrow(StaggerError)
    expect(() => readAddresses([given])).toThrow(/functions cannot be called at/)
  })

  test('the name of a function', () => {
    expect(functionIn(arn('a-b_c'))).toBe('a-b_c')
    expect(functionIn(arn('a:7'))).toBe('a')
    expect(functionIn('check')).toBe('check')
  })
})
