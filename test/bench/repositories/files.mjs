import { between } from './random.mjs'

const FOLDERS = 'core http store model events jobs views rules client internal'.split(' ')
const NAMES = 'index handler service types mapper schema query options errors session route format'.split(' ')

/** `count` paths below a folder, in a tree as code has it: about nine files a folder, four folders below it. */
export function* filesBelow(random, folder, count, extension) {
  const here = Math.min(count, between(random, 4, 14))
  for (let index = 0; index < here; index++) yield `${folder}/${fileName(index, extension)}`
  const rest = count - here
  if (rest === 0) return
  const folders = Math.min(Math.ceil(rest / 9), between(random, 3, 6))
  for (let index = 0, left = rest; index < folders; index++) {
    const share = index === folders - 1 ? left : Math.floor(left / (folders - index))
    yield* filesBelow(random, `${folder}/${FOLDERS[index]}`, share, extension)
    left -= share
  }
}

const fileName = (index, extension) => {
  const round = Math.floor(index / NAMES.length)
  return `${NAMES[index % NAMES.length]}${round > 0 ? round : ''}.${extension}`
}

/** Sizes as unequal as those of real services: the largest have many times what most have. */
export const sharesOf = (random, count) => {
  const weights = Array.from({ length: count }, () => (random() + 0.05) ** -0.8)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}
