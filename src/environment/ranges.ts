import * as v from 'valibot'

/** What a number may be. Whoever refuses one tells this. */
export interface Range {
  readonly least: number
  readonly most: number
  /** The number is a multiple of it. */
  readonly grid: 1 | 0.1
}

const whole = (least: number, most: number): Range => ({ least, most, grid: 1 })

/** By AWS's documentation; docs/strategies.md has the same table, and a test compares them. */
export const RANGES = {
  bakeMinutes: whole(0, 1440),
  canaryPercent: { least: 0.1, most: 100, grid: 0.1 },
  linearPercent: { least: 3, most: 100, grid: 0.1 },
  rungPercent: { least: 0.1, most: 100, grid: 0.1 },
  minimumHealthyPercent: whole(0, 100),
  maximumPercent: whole(100, 1000),
  earlySuccessPercent: whole(1, 100),
  breakerValue: whole(1, 1000),
  pauseMinutes: whole(1, 20_160),
  timeoutMinutes: whole(1, 43_200),
} as const satisfies Record<string, Range>

/** Percentages are tenths: whole numbers from here on, and never floats. */
export const tenthsOf = (percent: number): number => Math.round(percent * 10)

const isOnGrid = (value: number, grid: Range['grid']): boolean =>
  grid === 1 ? Number.isInteger(value) : Math.abs(value * 10 - tenthsOf(value)) < 1e-9

export const isWithin = (value: number, { least, most, grid }: Range): boolean =>
  value >= least && value <= most && isOnGrid(value, grid)

/** `a whole number from 0 to 1440`, `a multiple of 0.1 from 3 to 100` */
export const tellRange = ({ least, most, grid }: Range): string =>
  `${grid === 1 ? 'a whole number' : 'a multiple of 0.1'} from ${least} to ${most}`

/** A number of the configuration that has a range. */
export const within = (what: string, range: Range) => {
  const message = `${what} must be ${tellRange(range)}`
  return v.pipe(
    v.number(message),
    v.minValue(range.least, message),
    v.maxValue(range.most, message),
    v.check((value: number) => isOnGrid(value, range.grid), message),
  )
}
