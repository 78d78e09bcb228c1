import { HttpError } from '@shop/http'
import { add, format, money, percent, sum, times } from '@shop/money'

const RATES = [0, 7, 19]

export const createInvoices = () => {
  const invoices = new Map()
  return {
    create: (order) => {
      const number = String(invoices.size + 1).padStart(6, '0')
      const invoice = { number, ...settle(order) }
      invoices.set(number, invoice)
      return invoice
    },
    get: (number) => {
      const invoice = invoices.get(number)
      if (!invoice) throw new HttpError(404, `no invoice ${number}`)
      return invoice
    },
  }
}

/** VAT is rounded once a rate, on the sum of its lines, as the law has it; not line by line. */
const settle = ({ customer, lines }) => {
  if (typeof customer !== 'string' || customer === '') throw new HttpError(400, 'customer: who pays?')
  if (!Array.isArray(lines) || lines.length === 0) throw new HttpError(400, 'lines: at least one')
  const priced = lines.map(price)
  const net = sum(priced.map(({ total }) => total))
  const vat = RATES.map((rate) => taxed(priced, rate)).filter((tax) => tax.net.cents > 0)
  const gross = vat.reduce((total, tax) => add(total, tax.vat), net)
  return {
    customer,
    lines: priced.map((line) => ({ ...line, price: format(line.price), total: format(line.total) })),
    net: format(net),
    vat: vat.map((tax) => ({ rate: tax.rate, net: format(tax.net), vat: format(tax.vat) })),
    gross: format(gross),
  }
}

const taxed = (lines, rate) => {
  const net = sum(lines.filter((line) => line.rate === rate).map(({ total }) => total))
  return { rate, net, vat: percent(net, rate) }
}

const price = (line, at) => {
  const { text, quantity = 1, price: unit, rate = 19 } = line ?? {}
  const where = `lines[${at}]`
  if (typeof text !== 'string' || text === '') throw new HttpError(400, `${where}.text: what was sold?`)
  if (!Number.isInteger(quantity) || quantity < 1) throw new HttpError(400, `${where}.quantity: at least 1`)
  if (!RATES.includes(rate)) throw new HttpError(400, `${where}.rate: one of ${RATES.join(', ')}`)
  const amount = read(unit, `${where}.price`)
  return { text, quantity, price: amount, rate, total: times(amount, quantity) }
}

const read = (text, where) => {
  try {
    return money(text)
  } catch (error) {
    throw new HttpError(400, `${where}: ${error.message}`)
  }
}
