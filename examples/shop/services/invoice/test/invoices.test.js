import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createInvoices } from '../src/invoices.js'

const order = (...lines) => ({ customer: 'ada', lines })

test('adds up net, VAT and gross', () => {
  const invoice = createInvoices().create(
    order(
      { text: 'Assam tea', quantity: 3, price: '8.90', rate: 7 },
      { text: 'Teapot', price: '34.00' },
      { text: 'Voucher', price: '10', rate: 0 },
    ),
  )
  assert.equal(invoice.net, '70.70 EUR')
  assert.deepEqual(invoice.vat, [
    { rate: 0, net: '10.00 EUR', vat: '0.00 EUR' },
    { rate: 7, net: '26.70 EUR', vat: '1.87 EUR' },
    { rate: 19, net: '34.00 EUR', vat: '6.46 EUR' },
  ])
  assert.equal(invoice.gross, '79.03 EUR')
})

test('rounds VAT once, not line by line', () => {
  const penny = { text: 'Sticker', price: '0.03' }
  const { vat } = createInvoices().create(order(penny, penny, penny))
  assert.deepEqual(vat, [{ rate: 19, net: '0.09 EUR', vat: '0.02 EUR' }])
})

test('numbers invoices without a gap, also after one was refused', () => {
  const { create, get } = createInvoices()
  const line = { text: 'Teapot', price: '34.00' }
  assert.equal(create(order(line)).number, '000001')
  assert.throws(() => create(order()), { status: 400 })
  const second = create(order(line))
  assert.equal(second.number, '000002')
  assert.deepEqual(get('000002'), second)
  assert.throws(() => get('000003'), { status: 404 })
})

test('says which line is wrong', () => {
  const good = { text: 'Teapot', price: '34.00' }
  for (const [change, message] of [
    [{ text: '' }, /^lines\[1\]\.text/],
    [{ quantity: 0 }, /^lines\[1\]\.quantity/],
    [{ rate: 16 }, /^lines\[1\]\.rate: one of 0, 7, 19/],
    [{ price: '34,00' }, /^lines\[1\]\.price: not an amount/],
  ]) {
    assert.throws(() => createInvoices().create(order(good, { ...good, ...change })), {
      status: 400,
      message,
    })
  }
  assert.throws(() => createInvoices().create({ lines: [good] }), { status: 400, message: /customer/ })
})
