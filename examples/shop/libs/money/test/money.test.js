import assert from 'node:assert/strict'
import { test } from 'node:test'
import { add, compare, format, money, percent, sum, times } from '@shop/money'

test('reads and writes amounts', () => {
  for (const [text, written] of [
    ['12.5', '12.50 EUR'],
    ['0.07', '0.07 EUR'],
    ['-3', '-3.00 EUR'],
    ['-0', '0.00 EUR'],
  ]) {
    assert.equal(format(money(text)), written)
  }
})

test('refuses what is not an amount', () => {
  for (const text of ['', '1,50', '1.505', 'ten', '1e3', '9'.repeat(13)]) {
    assert.throws(() => money(text), RangeError, text)
  }
})

test('adds exactly where floats would not', () => {
  assert.deepEqual(add(money('0.10'), money('0.20')), money('0.30'))
  assert.deepEqual(sum(Array(10).fill(money('0.10'))), money('1'))
})

test('keeps currencies apart', () => {
  assert.throws(() => add(money('1', 'EUR'), money('1', 'USD')), /can't add USD to EUR/)
  assert.throws(() => compare(money('1', 'EUR'), money('1', 'USD')), RangeError)
})

test('multiplies by whole quantities only', () => {
  assert.deepEqual(times(money('19.99'), 3), money('59.97'))
  assert.throws(() => times(money('1'), 1.5), /whole quantity/)
})

test('rounds a share half away from zero', () => {
  assert.deepEqual(percent(money('0.50'), 19), money('0.10'))
  assert.deepEqual(percent(money('0.50'), 7), money('0.04'))
  assert.deepEqual(percent(money('-0.50'), 7), money('-0.04'))
  assert.deepEqual(percent(money('100'), 0), money('0'))
})

test('compares', () => {
  assert.ok(compare(money('2'), money('1.99')) > 0)
  assert.equal(compare(money('2'), money('2.00')), 0)
})
