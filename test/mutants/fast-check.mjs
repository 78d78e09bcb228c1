// Properties with a tenth of their runs, always the same ones: what kills a mutant today kills it tomorrow.
import fc from 'fast-check'

const RUNS = 100
const SHARE = 10

const fewer = (options = {}) => ({
  ...options,
  numRuns: Math.ceil((options.numRuns ?? RUNS) / SHARE),
  seed: 1,
  endOnFailure: true,
})

/** What vitest's `expect` returns is no verdict. */
const property = (...given) => {
  const holds = given.pop()
  return fc.property(...given, (...values) => {
    const held = holds(...values)
    return typeof held === 'boolean' ? held : undefined
  })
}

export default { ...fc, property, assert: (property, options) => fc.assert(property, fewer(options)) }
