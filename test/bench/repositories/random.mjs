/** The same seed, the same numbers, on every machine (mulberry32). */
export const seededRandom = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const between = (random, low, high) => low + Math.floor(random() * (high - low + 1))

export const shuffled = (random, list) => {
  const result = [...list]
  for (let last = result.length - 1; last > 0; last--) {
    const other = between(random, 0, last)
    ;[result[last], result[other]] = [result[other], result[last]]
  }
  return result
}

/** As many of each kind as its share says, in a seeded order: small repositories have the same mix as large ones. */
export const mixOf = (random, length, shares) => {
  const list = []
  let share = 0
  for (const [kind, part] of shares) {
    share += part
    while (list.length < Math.round(share * length)) list.push(kind)
  }
  return shuffled(random, list)
}
