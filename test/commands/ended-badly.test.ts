import { expect, test } from '@jest/globals'
import { endedBadly } from '../../src/commands/deployment/problems.js'
import type { Site } from '../../src/commands/deployment/target.js'
import type { EnvironmentName, ServiceName } from '../../src/words.js'

const site = (change: object = {}): Site => ({
  service: 'cart' as ServiceName,
  environment: 'uat' as EnvironmentName,
  settings: { cluster: 'shop', service: 'cart', region: 'eu-west-1', ...change },
})
const NOTHING = { tasks: [], logs: [], events: [], serving: null, targets: [] }
const fixOf = (reason: string | null, change?: object) =>
  endedBadly(site(change), { outcome: 'rolled-back', reason }, null, NOTHING)[0]?.fix

const REFUSED =
  'Service deployment rolled back because POST_SCALE_UP lifecycle hook(s) failed. Lifecycle hook target arn:aws:lambda:eu-west-1:000000000000:function:smoke-test:live returned FAILED status.'

test('a function that turned a deployment around is named, with its log', () => {
  expect(fixOf(REFUSED)).toMatch(
    /^Correct what the function smoke-test found \(aws logs tail \/aws\/lambda\/smoke-test --region eu-west-1\), or the function itself, and deploy again\. /,
  )
})

test('where it does not run at AWS, without', () => {
  expect(fixOf(REFUSED, { endpoint: 'http://127.0.0.1:4566' })).toMatch(
    /^Correct what the function smoke-test found, or the function itself, and deploy again\. /,
  )
})

test.each([null, 'the circuit breaker', 'an alarm of arn:aws:lambda:eu-west-1:000000000000:function:x'])(
  'nothing of a function is said of %j',
  (reason) => {
    expect(fixOf(reason)).toMatch(/^Correct what the tasks and logs show/)
  },
)
