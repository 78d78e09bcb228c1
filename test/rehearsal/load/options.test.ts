import { describe, expect, test } from '@jest/globals'
import { planLoad } from '../../../src/rehearsal/load/options.js'
import { StaggerError } from '../../../src/words.js'

const options = { url: 'http://127.0.0.1:8080/search', rate: 300, connections: 64 }

const codes = (change: object): readonly string[] => {
  try {
    planLoad({ ...options, ...change })
    return []
  } catch (error) {
    return (error as StaggerError).problems.map(({ code }) => code)
  }
}

describe('the plan of a load', () => {
  test('has an end even where none was asked for', () => {
    expect(planLoad(options)).toMatchObject({ rate: 300, connections: 64, seconds: 600, body: '{}' })
  })

  test.each([
    'http://127.0.0.1/',
    'http://127.9.8.7:80/x',
    'http://localhost:8080/',
    'http://[::1]:8080/',
    'http://2130706433/',
  ])('sends to this machine: %s', (url) => {
    expect(codes({ url })).toEqual([])
  })

  test.each([
    'http://example.com/',
    'http://128.0.0.1/',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'http://127.0.0.1@example.com/',
    'http://10.0.0.1/',
    'https://127.0.0.1/',
    'ftp://127.0.0.1/',
    '127.0.0.1:8080',
    '',
  ])('sends nowhere else: %s', (url) => {
    expect(codes({ url })).toEqual(['load-not-loopback'])
  })

  test.each([
    { rate: 0 },
    { rate: Number.NaN },
    { rate: 1e6 },
    { connections: 0 },
    { seconds: 601 },
    { seconds: 0 },
    { timeout: 0 },
  ])('refuses %j', (change) => {
    expect(codes(change)).toEqual(['load-option'])
  })

  test('tells all that is wrong at once', () => {
    expect(codes({ rate: 0, connections: 0, url: 'x' })).toEqual([
      'load-option',
      'load-option',
      'load-not-loopback',
    ])
    expect(() => planLoad({ ...options, rate: 0 })).toThrow(StaggerError)
  })
})
