import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fromText, toText } from '../../../src/rehearsal/keep/text.js'

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value')),
    fc.dictionary(
      fc.string().filter((key) => !key.startsWith('$') && key !== '__proto__'),
      tie('value'),
      { noNullPrototype: true },
    ),
    fc.array(fc.tuple(fc.string(), tie('value'))).map((entries) => new Map(entries)),
  ),
}))

test('what is written down is read back the same, dates and maps among it', () => {
  fc.assert(
    fc.property(value, (one) => {
      expect(fromText(toText(one))).toEqual(one)
    }),
  )
})
