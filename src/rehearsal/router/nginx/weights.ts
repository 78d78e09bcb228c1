import { mkdirSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folder `wN` has a file for each of the first N buckets: whoever finds a file there goes to the second group. */
const makeFolder = (folder: string, buckets: number): string => {
  const name = `w${buckets}`
  const made = join(folder, name)
  try {
    mkdirSync(`${made}.new`, { recursive: true })
    for (let bucket = 0; bucket < buckets; bucket += 1) writeFileSync(join(`${made}.new`, String(bucket)), '')
    renameSync(`${made}.new`, made)
  } catch (error) {
    // It is there already, whole: it was renamed to its name.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    rmSync(`${made}.new`, { recursive: true, force: true })
  }
  return name
}

export const shownBuckets = (folder: string): number | undefined => {
  try {
    return Number(readlinkSync(join(folder, 'current')).slice(1))
  } catch {
    return undefined
  }
}

/** One rename moves the traffic of a door: before it all of the old share holds, after it all of the new one. */
export const showBuckets = (folder: string, buckets: number): void => {
  if (shownBuckets(folder) === buckets) return
  mkdirSync(folder, { recursive: true })
  const next = join(folder, 'next')
  rmSync(next, { force: true })
  symlinkSync(makeFolder(folder, buckets), next)
  renameSync(next, join(folder, 'current'))
}
