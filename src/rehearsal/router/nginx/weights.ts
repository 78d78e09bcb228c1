import { existsSync, mkdirSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const HUNDRED = 100

/** The file of a bucket below a share: `3/57` is bucket 357. */
export const bucketFile = (bucket: number): string => `${Math.floor(bucket / HUNDRED)}/${bucket % HUNDRED}`

/** Makes a folder whole or not at all: it gets its name when all of it is there. */
const makeWhole = (folder: string, fill: (folder: string) => void): void => {
  if (existsSync(folder)) return
  rmSync(`${folder}.new`, { recursive: true, force: true })
  mkdirSync(`${folder}.new`, { recursive: true })
  fill(`${folder}.new`)
  renameSync(`${folder}.new`, folder)
}

/** `hundreds/hN` has files for the first N buckets of a hundred. */
const makeHundred = (root: string, many: number): string => {
  const name = `h${many}`
  makeWhole(join(root, 'hundreds', name), (folder) => {
    for (let bucket = 0; bucket < many; bucket += 1) writeFileSync(join(folder, String(bucket)), '')
  })
  return `../../hundreds/${name}`
}

/**
 * `shares/wN` has a file for each of the first N buckets: whoever finds a file there goes to the second group. Of a
 * thousand buckets each hundred is a link: as many files would take a busy machine seconds, in which nobody else works.
 */
const makeShare = (root: string, buckets: number): string => {
  const name = `w${buckets}`
  const [full, rest] = [Math.floor(buckets / HUNDRED), buckets % HUNDRED]
  const hundreds = [...Array<number>(full).fill(HUNDRED), ...(rest > 0 ? [rest] : [])]
  makeWhole(join(root, 'shares', name), (folder) => {
    for (const [index, many] of hundreds.entries())
      symlinkSync(makeHundred(root, many), join(folder, String(index)))
  })
  return `../../shares/${name}`
}

export const shownBuckets = (folder: string): number | undefined => {
  try {
    return Number(basename(readlinkSync(join(folder, 'current'))).slice(1))
  } catch {
    return undefined
  }
}

/** One rename moves the traffic of a door: before it all of the old share holds, after it all of the new one. */
export const showBuckets = (root: string, door: string, buckets: number): void => {
  const folder = join(root, 'doors', door)
  if (shownBuckets(folder) === buckets) return
  mkdirSync(folder, { recursive: true })
  const next = join(folder, 'next')
  rmSync(next, { force: true })
  symlinkSync(makeShare(root, buckets), next)
  renameSync(next, join(folder, 'current'))
}
