import type { BakeFunction } from '../functions.js'
import { asBoolean, asNumber, asText, equal, type Value, WrongValue } from '../hcl/value.js'

const ofNumbers =
  (work: (...numbers: number[]) => Value): BakeFunction =>
  (...args) =>
    work(...args.map(asNumber))

const divided = (a: number, b: number): number => {
  if (b === 0) throw new WrongValue('a division by zero')
  return a / b
}

export const numberFunctions: Readonly<Record<string, BakeFunction>> = {
  absolute: ofNumbers((a = 0) => Math.abs(a)),
  add: ofNumbers((a = 0, b = 0) => a + b),
  subtract: ofNumbers((a = 0, b = 0) => a - b),
  multiply: ofNumbers((a = 0, b = 0) => a * b),
  divide: ofNumbers((a = 0, b = 0) => divided(a, b)),
  modulo: ofNumbers((a = 0, b = 0) => a - Math.trunc(divided(a, b)) * b),
  negate: ofNumbers((a = 0) => -a),
  ceil: ofNumbers((a = 0) => Math.ceil(a)),
  floor: ofNumbers((a = 0) => Math.floor(a)),
  int: ofNumbers((a = 0) => Math.trunc(a)),
  signum: ofNumbers((a = 0) => Math.sign(a)),
  pow: ofNumbers((a = 0, b = 0) => a ** b),
  max: ofNumbers((...all) => Math.max(...all)),
  min: ofNumbers((...all) => Math.min(...all)),
  parseint: (text = '', base = 10) => {
    const number = Number.parseInt(asText(text), asNumber(base))
    if (Number.isNaN(number)) throw new WrongValue(`${asText(text)} is no number`)
    return number
  },
  equal: (a = null, b = null) => equal(a, b),
  notequal: (a = null, b = null) => !equal(a, b),
  greaterthan: ofNumbers((a = 0, b = 0) => a > b),
  greaterthanorequalto: ofNumbers((a = 0, b = 0) => a >= b),
  lessthan: ofNumbers((a = 0, b = 0) => a < b),
  lessthanorequalto: ofNumbers((a = 0, b = 0) => a <= b),
  and: (a = null, b = null) => asBoolean(a) && asBoolean(b),
  or: (a = null, b = null) => asBoolean(a) || asBoolean(b),
  not: (a = null) => !asBoolean(a),
}
