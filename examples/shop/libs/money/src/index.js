/**
 * Money is a whole number of cents and a currency: sums of prices stay exact, and two currencies
 * can't be added by mistake. Rounding happens in one place, `percent`.
 */

const AMOUNT = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/

export const money = (amount, currency = 'EUR') => {
  const [, sign, whole, fraction = ''] = AMOUNT.exec(amount) ?? refuse(`not an amount: ${amount}`)
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  return { cents: sign && cents ? -cents : cents, currency }
}

export const zero = (currency = 'EUR') => ({ cents: 0, currency })

export const add = (a, b) =>
  a.currency === b.currency
    ? { cents: exact(a.cents + b.cents), currency: a.currency }
    : refuse(`can't add ${b.currency} to ${a.currency}`)

export const sum = (amounts, currency = 'EUR') => amounts.reduce(add, zero(currency))

export const times = ({ cents, currency }, quantity) =>
  Number.isInteger(quantity)
    ? { cents: exact(cents * quantity), currency }
    : refuse(`not a whole quantity: ${quantity}`)

/** A share of an amount in whole percent, rounded half away from zero as on an invoice. */
export const percent = ({ cents, currency }, rate) => {
  const share = exact(Math.abs(cents) * rate)
  const rounded = Math.floor((share + 50) / 100)
  return { cents: cents < 0 && rounded ? -rounded : rounded, currency }
}

export const compare = (a, b) => add(a, { cents: -b.cents, currency: b.currency }).cents

/** `12.50 EUR`, the way an amount is written in every answer of the shop. */
export const format = ({ cents, currency }) => {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)} ${currency}`
}

const exact = (number) => (Number.isSafeInteger(number) ? number : refuse('the amount is too large'))

const refuse = (why) => {
  throw new RangeError(why)
}
