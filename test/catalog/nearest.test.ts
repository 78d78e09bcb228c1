import { expect, test } from '@jest/globals'
import { unknownName } from '../../src/catalog/nearest.js'

test.each([
  ['nothing like it', ['final', 'base'], 'there are: base, final', 'name one of them'],
  ['one like it', ['units', 'base'], 'there are: base, units', 'did you mean units?'],
  [
    'none at all, of which nobody can name one',
    [],
    'there is no stage at all',
    'add that stage, or take out what names it',
  ],
])('a name that is not there: %s', (_, valid, why, fix) => {
  expect(unknownName('stage', 'unit', valid)).toMatchObject({ why, fix })
})
