import assert from 'node:assert/strict'
import { test } from 'node:test'
import { format, money } from '@shop/money'
import { createCatalog } from '../src/catalog.js'
import { products } from '../src/products.js'

const catalog = () =>
  createCatalog([
    { id: 'tea', name: 'Black tea', price: money('8.90'), tags: ['tea'] },
    { id: 'pot', name: 'Teapot', price: money('34'), tags: ['kitchen'] },
  ])

const ids = (found) => found.map(({ id }) => id)

test('shows prices as people write them', () => {
  assert.deepEqual(catalog().get('tea'), { id: 'tea', name: 'Black tea', price: '8.90 EUR', tags: ['tea'] })
  assert.throws(() => catalog().get('gold'), { status: 404, message: 'no product gold' })
})

test('searches names and tags', () => {
  assert.deepEqual(ids(catalog().search({ text: ' TEA ' })), ['tea', 'pot'])
  assert.deepEqual(ids(catalog().search({ text: 'kitchen' })), ['pot'])
  assert.deepEqual(ids(catalog().search({ below: '34.00' })), ['tea'])
  assert.deepEqual(catalog().search({ text: 'gold' }), [])
  assert.throws(() => catalog().search({ below: 'cheap' }), { status: 400 })
})

test('counts what people look for', () => {
  const { search, searches } = catalog()
  for (const text of ['pot', 'tea', 'Tea']) search({ text })
  assert.deepEqual(searches(), [
    { text: 'tea', count: 2 },
    { text: 'pot', count: 1 },
  ])
})

test('prices a basket', () => {
  const lines = [
    { product: 'tea', quantity: 3 },
    { product: 'pot', quantity: 1 },
  ]
  const quote = catalog().quote({ lines })
  assert.equal(quote.total, '60.70 EUR')
  assert.deepEqual(quote.lines[0], { product: 'tea', quantity: 3, price: '8.90 EUR', total: '26.70 EUR' })
  for (const quantity of [0, -1, 1.5, '2', 1_001]) {
    assert.throws(() => catalog().quote({ lines: [{ product: 'tea', quantity }] }), { status: 400 })
  }
  assert.throws(() => catalog().quote({}), { status: 400 })
  assert.throws(() => catalog().quote({ lines: [null] }), { status: 404 })
})

test('what is on sale has a name of its own and costs something', () => {
  assert.equal(new Set(ids(products)).size, products.length)
  for (const { id, price } of products) assert.ok(price.cents > 0, `${id}: ${format(price)}`)
})
