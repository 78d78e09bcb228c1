// A sample that anybody can draw again.
import { seededRandom, shuffled } from '../bench/repositories/random.mjs'

/** That many of the list, in its order. */
export const seededSample = (list, size, seed) =>
  shuffled(seededRandom(seed), [...list.keys()])
    .slice(0, size)
    .sort((one, other) => one - other)
    .map((index) => list[index])
