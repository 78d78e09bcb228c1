import type { CatFile, GitObject } from './cat-file.js'

interface Waiting {
  readonly promise: Promise<void>
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

const waiting = (): Waiting => {
  let [resolve, reject]: [Waiting['resolve'], Waiting['reject']] = [() => {}, () => {}]
  const promise = new Promise<void>((done, failed) => {
    resolve = done
    reject = failed
  })
  return { promise, resolve, reject }
}

/** Reads objects that may be missing here. What is missing is brought in bulk: as late as nothing else can go on. */
export const bulkReader = (
  here: CatFile,
  bring: (oids: readonly string[]) => Promise<void>,
): Pick<CatFile, 'read'> => {
  const missing = new Map<string, Waiting>()
  let [asking, bringing] = [0, false]

  const bringAll = async () => {
    if (asking > 0 || bringing || missing.size === 0) return
    const batch = new Map(missing)
    missing.clear()
    bringing = true
    try {
      await bring([...batch.keys()])
      for (const { resolve } of batch.values()) resolve()
    } catch (error) {
      for (const { reject } of batch.values()) reject(error)
    } finally {
      bringing = false
      setImmediate(bringAll)
    }
  }
  const ask = async (oid: string): Promise<GitObject | null> => {
    asking++
    try {
      return await here.read(oid)
    } finally {
      asking--
      // Whoever waited for this answer asks its next questions first.
      if (asking === 0) setImmediate(bringAll)
    }
  }
  const brought = (oid: string): Promise<void> => {
    const wait = missing.get(oid) ?? waiting()
    missing.set(oid, wait)
    return wait.promise
  }
  return {
    read: async (oid) => {
      const found = await ask(oid)
      if (found) return found
      await brought(oid)
      return ask(oid)
    },
  }
}
