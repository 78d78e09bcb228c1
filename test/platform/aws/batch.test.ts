import { expect, test } from '@jest/globals'
import { batched } from '../../../src/platform/aws/batch.js'
import { StaggerError } from '../../../src/words.js'

const denied = () =>
  new StaggerError({ code: 'access-denied', fault: 'caller', problem: 'no', why: 'no', fix: 'no' })

test('what is asked together is asked once, in parts, and each gets his own', async () => {
  const calls: (readonly string[])[] = []
  const ask = batched(2, 5, async (keys) => {
    calls.push(keys)
    return (key) => `${key}!`
  })
  expect(await Promise.all(['a', 'b', 'a', 'c'].map(ask))).toEqual(['a!', 'b!', 'a!', 'c!'])
  expect(calls).toEqual([['a', 'b'], ['c']])
  expect(await ask('d')).toBe('d!')
  expect(calls).toHaveLength(3)
})

test('who may see one and not the other is told about the one', async () => {
  const ask = batched(10, 5, async (keys) => {
    if (keys.includes('secret')) throw denied()
    return (key) => key
  })
  const [one, other] = await Promise.allSettled([ask('cart'), ask('secret')])
  expect(one).toEqual({ status: 'fulfilled', value: 'cart' })
  expect(other.status).toBe('rejected')
})

test('an error is everybody’s, once', async () => {
  let calls = 0
  const ask = batched(10, 5, async () => {
    calls += 1
    throw new Error('gone')
  })
  const told = await Promise.allSettled([ask('a'), ask('b')])
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(calls).toBe(1)
})

test('what is asked while two parts are under way is asked together, once one of them is back', async () => {
  const calls: (readonly string[])[] = []
  const answers: (() => void)[] = []
  const ask = batched(2, 1, async (keys) => {
    calls.push(keys)
    await new Promise<void>((resolve) => answers.push(resolve))
    return (key) => key
  })
  const told = Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(ask))
  for (let answered = 0; answered < 4; ) {
    await new Promise((resolve) => setTimeout(resolve, 2))
    expect(answers.length - answered).toBeLessThanOrEqual(2)
    if (answers.length > answered) answers[answered++]?.()
  }
  expect(await told).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
  expect(calls).toEqual([['a', 'b'], ['c', 'd'], ['e', 'f'], ['g']])
})
