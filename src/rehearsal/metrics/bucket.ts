/** What one minute's samples of a metric came to. */
export interface Bucket {
  readonly count: number
  readonly sum: number
  readonly minimum: number
  readonly maximum: number
  /** How many samples were about as large: by the power of `GRAIN` that is nearest. Percentiles come from here. */
  readonly sizes: ReadonlyMap<number, number>
}

export const EMPTY: Bucket = {
  count: 0,
  sum: 0,
  minimum: Number.POSITIVE_INFINITY,
  maximum: Number.NEGATIVE_INFINITY,
  sizes: new Map(),
}

/** Percentiles are right to half a percent. */
const GRAIN = Math.log(1.01)
const ZERO = Number.NEGATIVE_INFINITY

const sizeOf = (value: number): number => (value <= 0 ? ZERO : Math.round(Math.log(value) / GRAIN))
const nearest = (size: number): number => (size === ZERO ? 0 : Math.exp(size * GRAIN))

export const join = (one: Bucket, other: Bucket): Bucket => {
  const sizes = new Map(one.sizes)
  for (const [size, many] of other.sizes) sizes.set(size, (sizes.get(size) ?? 0) + many)
  return {
    count: one.count + other.count,
    sum: one.sum + other.sum,
    minimum: Math.min(one.minimum, other.minimum),
    maximum: Math.max(one.maximum, other.maximum),
    sizes,
  }
}

export const sample = (value: number, many = 1): Bucket => ({
  count: many,
  sum: value * many,
  minimum: value,
  maximum: value,
  sizes: new Map([[sizeOf(value), many]]),
})

const percentile = ({ sizes, count, minimum, maximum }: Bucket, percent: number): number => {
  const rank = Math.max(1, Math.ceil((percent / 100) * count))
  let passed = 0
  for (const [size, many] of [...sizes].toSorted(([a], [b]) => a - b)) {
    passed += many
    if (passed >= rank) return Math.min(maximum, Math.max(minimum, nearest(size)))
  }
  return maximum
}

const PERCENTILE = /^p(\d{1,2}(?:\.\d+)?|100)$/

export const isStatistic = (name: string): boolean =>
  PERCENTILE.test(name) || ['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum'].includes(name)

/** A statistic, or a percentile as `p99`, of a bucket that is not empty. */
export const statistic = (bucket: Bucket, name: string): number => {
  const percent = PERCENTILE.exec(name)?.[1]
  if (percent !== undefined) return percentile(bucket, Number(percent))
  switch (name) {
    case 'SampleCount':
      return bucket.count
    case 'Sum':
      return bucket.sum
    case 'Average':
      return bucket.sum / bucket.count
    case 'Minimum':
      return bucket.minimum
    default:
      return bucket.maximum
  }
}
