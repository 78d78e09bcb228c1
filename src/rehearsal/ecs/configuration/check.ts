import { refuse } from '../../api/fault.js'
import type { Combination, Declaration } from './combination.js'
import { HOOKS } from './hooks.js'
import { isWithin, RANGES, type Range, tellRange } from './ranges.js'
import { STRATEGY } from './strategy.js'
import { TRAFFIC } from './traffic.js'

export interface Wrong {
  readonly error: string
  readonly message: string
}

/** Whatever AWS refuses is told before what is only not played here. */
const isPlayed = ({ error }: Combination): boolean => error !== 'UnsupportedFeatureException'
const ALL = [...HOOKS, ...STRATEGY, ...TRAFFIC]
export const COMBINATIONS: readonly Combination[] = [
  ...ALL.filter(isPlayed),
  ...ALL.filter((one) => !isPlayed(one)),
]

const outside = (range: Range, { configuration }: Declaration): readonly Wrong[] =>
  range
    .read(configuration)
    .filter((value) => value !== undefined && !isWithin(value, range))
    .map((value) => ({
      error: 'InvalidParameterException',
      message: `deploymentConfiguration.${range.field} ${value} must be ${tellRange(range)}.`,
    }))

const refused = ({ error, wrong }: Combination, declaration: Declaration): readonly Wrong[] => {
  const told = wrong(declaration)
  if (told === undefined) return []
  const inConfiguration = !told.startsWith('loadBalancers') && !told.startsWith('Both ')
  return [{ error, message: `${inConfiguration ? 'deploymentConfiguration.' : ''}${told}.` }]
}

/** Everything that is wrong with how a service's deployments were declared. */
export const wrongs = (declaration: Declaration): readonly Wrong[] => [
  ...RANGES.flatMap((range) => outside(range, declaration)),
  ...COMBINATIONS.flatMap((combination) => refused(combination, declaration)),
]

/** Refuses the first thing that is wrong, as AWS does. */
export const checkDeclaration = (declaration: Declaration): void => {
  const [first] = wrongs(declaration)
  if (first) refuse(first.error, first.message)
}
