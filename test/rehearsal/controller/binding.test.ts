import { expect, test } from '@jest/globals'
import { bind } from '../../../src/rehearsal/controller/binding.js'
import type { Strategy } from '../../../src/rehearsal/controller/stages.js'
import type { Revision, TargetBinding } from '../../../src/rehearsal/controller/state.js'
import { BLUE, GREEN, PRODUCTION } from './states.js'
import { revision } from './world.js'

const declared = (targetGroup: string, other: string): TargetBinding => ({
  targetGroup,
  containerName: 'app',
  containerPort: 8080,
  traffic: { other, productionRule: PRODUCTION },
})
const IN_BLUE = declared(BLUE, GREEN)
const IN_GREEN = declared(GREEN, BLUE)
const serving = (...targets: readonly TargetBinding[]): Revision => ({ ...revision('1'), targets })
const { traffic: _, ...ALONE } = IN_BLUE

test.each<[string, TargetBinding, Strategy, Revision | undefined, TargetBinding]>([
  ['nothing serves yet', IN_BLUE, 'CANARY', undefined, IN_BLUE],
  ['what serves is somewhere else', IN_BLUE, 'CANARY', serving({ ...ALONE, targetGroup: 'x' }), IN_BLUE],
  ['nothing serves yet, ROLLING', IN_BLUE, 'ROLLING', undefined, IN_BLUE],
  [
    'what serves is somewhere else, ROLLING',
    IN_BLUE,
    'ROLLING',
    serving({ ...ALONE, targetGroup: 'x' }),
    IN_BLUE,
  ],
  ['the first group serves, traffic is shifted', IN_BLUE, 'CANARY', serving(IN_BLUE), IN_GREEN],
  ['the second group serves, traffic is shifted', IN_BLUE, 'LINEAR', serving(IN_GREEN), IN_BLUE],
  ['the first group serves, ROLLING', IN_BLUE, 'ROLLING', serving(IN_BLUE), IN_BLUE],
  ['the second group serves, ROLLING', IN_BLUE, 'ROLLING', serving(IN_GREEN), IN_GREEN],
  [
    'one of several targets serves',
    IN_BLUE,
    'BLUE_GREEN',
    serving({ ...ALONE, targetGroup: 'x' }, IN_BLUE),
    IN_GREEN,
  ],
  ['there is one group', ALONE, 'CANARY', serving(ALONE), ALONE],
])('where %s', (_, one, strategy, before, expected) => {
  expect(bind(one, strategy, before)).toEqual(expected)
})
