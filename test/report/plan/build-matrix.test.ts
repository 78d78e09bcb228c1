import { expect, test } from '@jest/globals'
import { buildMatrix } from '../../../src/report/plan/build-matrix.js'
import { planMatrix } from '../../../src/report/plan/matrix.js'
import { affected, planOf } from './planned.js'

const withPlatforms = (name: string, ...platforms: string[]) => {
  const planned = affected(name)
  return { ...planned, service: { ...planned.service, platforms } }
}
const RUNNERS = { 'linux/amd64': 'ubuntu-latest', 'linux/arm64': 'ubuntu-24.04-arm' }
const AMD = { platform: 'linux/amd64', runner: 'ubuntu-latest' }
const ARM = { platform: 'linux/arm64', runner: 'ubuntu-24.04-arm' }
const WHOLE = { platform: '', runner: 'ubuntu-latest' }

test.each([
  ['one for each platform that has a runner', ['linux/arm64', 'linux/amd64'], RUNNERS, [AMD, ARM]],
  ['one job where a platform has none', ['linux/arm64', 'linux/s390x'], RUNNERS, [WHOLE]],
  ['one job for one platform', ['linux/arm64'], RUNNERS, [WHOLE]],
  ['one job where nothing is said', [], RUNNERS, [WHOLE]],
  ['one job without runners', ['linux/arm64', 'linux/amd64'], {}, [WHOLE]],
])('%s', (_, platforms, runners, expected) => {
  const plan = planOf([withPlatforms('cart', ...platforms)])
  const legs = buildMatrix(plan, planMatrix(plan).include, runners)
  expect(legs.map(({ platform, runner }) => ({ platform, runner }))).toEqual(expected)
  expect(legs.every(({ service }) => service === 'cart')).toBe(true)
  expect(new Set(legs.map(({ title }) => title)).size).toBe(legs.length)
})
