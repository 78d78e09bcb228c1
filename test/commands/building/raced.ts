import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Interfere } from '../../ground/proxy.js'
import { cart, contentOf, ledgerOf, namesIn } from './cart.js'
import { type Builder, openWorkbench } from './workbench.js'

/**
 * Holds requests up so that both find no image and build one, and that one looks whether the name is still free only after
 * the other has given it.
 */
const bothBuild = (): Interfere => {
  const waiting: (() => void)[] = []
  const release = () => {
    for (const go of waiting.splice(0)) go()
  }
  const held = () => new Promise<null>((resolve) => waiting.push(() => resolve(null)))
  let [looks, given] = [0, false]
  return (line) => {
    if (/^PUT .*\/manifests\/in-/.test(line)) given = true
    if (!/^GET .*\/manifests\/in-/.test(line)) return null
    looks++
    if (looks === 1 || (looks === 4 && !given)) return held()
    if (looks !== 3) release()
    return null
  }
}

/** As two jobs of a workflow: processes of their own, in clones of their own, with one origin and one registry. */
export const racing = (openBuilders: () => readonly [Builder, Builder], registry: () => string): void => {
  test('two builds of one fingerprint: one name, both succeed, one adopts, the ledger is written once', async () => {
    const builders = openBuilders()
    const benches = [
      await openWorkbench(builders[0], registry()),
      await openWorkbench(builders[1], registry()),
    ]
    const [bench, other] = benches as [(typeof benches)[0], (typeof benches)[0]]
    try {
      const { repository, prefix } = bench
      repository.commit({ ...cart() })
      const clones = ['one', 'two'].map((name) => join(repository.directory, '.git', name))
      for (const clone of clones) repository.git('clone', '--quiet', repository.directory, clone)
      bench.interfere = bothBuild()
      const runs = await Promise.all(
        [bench, other].map(
          ({ start }, index) =>
            start(['build', '--push', '--yes', '--json', '--repo', clones[index] ?? '', '--registry', prefix])
              .ended,
        ),
      )
      expect(runs).toMatchObject(runs.map(() => ({ code: 0, images: 1, tests: 1 })))
      const [one, two] = runs.map(({ rows }) => rows[0])
      expect(two).toMatchObject({ digest: one?.digest, tags: one?.tags, tested: true, problem: null })
      const names = await namesIn(`${prefix}/cart`)
      expect(names).toEqual([one?.tags[0], expect.stringMatching(/^tested-/)])
      expect(await contentOf(`${prefix}/cart`, names[0] ?? '')).toMatchObject({ digest: one?.digest })
      expect(ledgerOf(repository)).toMatchObject({ writings: 1, entry: { digest: one?.digest } })
      const outcomes = runs.map(({ rows }) => rows[0]?.outcome).sort()
      if (builders[0] !== builders[1]) expect(outcomes).toEqual(['built', 'reused'])
    } finally {
      for (const { close } of benches) await close()
    }
  })
}
