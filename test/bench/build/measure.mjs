import { spawn } from 'node:child_process'
import { once } from 'node:events'
import pLimit from 'p-limit'
import { openShop } from './shop.mjs'

/** As many as `stagger build` builds at once. */
const AT_ONCE = 3

/** Medians, in milliseconds. All that is compared takes turns, each time with a change that nobody has built before. */
export const measureBuilds = async ({ engine, registry }, { count, runs, program }) => {
  const shop = openShop(count)
  const name = `bench-${process.pid}-${count}`
  const prefix = `${registry.address}/${name}`
  const [changed] = shop.services
  const env = { ...process.env, ...engine.environment, STAGGER_REGISTRY: prefix, CI: '', GITHUB_ACTIONS: '' }
  const run = (argv) => running(argv, { env, cwd: shop.directory })
  const bare = async (service) => {
    const tag = `${prefix}-bare/${service}:latest`
    await run([engine.client, 'build', '--quiet', `--tag=${tag}`, shop.folderOf(service)])
    await run([engine.client, 'push', '--quiet', tag])
  }
  const lockstep = () => {
    const limit = pLimit(AT_ONCE)
    return Promise.all(shop.services.map((service) => limit(() => bare(service))))
  }
  const stagger = () => run([process.execPath, program, 'build', '--push', '--yes'])
  try {
    // The layers that all share are pushed once, before anything is measured.
    await bare(changed)
    const first = { lockstep: await timed(lockstep), stagger: await timed(stagger) }
    const taken = { bare: [], stagger: [], nothing: [], lockstep: [] }
    for (let round = 0; round < runs; round++)
      for (const [what, work, edited] of [
        ['bare', () => bare(changed), true],
        ['stagger', stagger, true],
        ['nothing', stagger, false],
        ['lockstep', lockstep, true],
      ]) {
        if (edited) shop.edit(changed)
        taken[what].push(await timed(work))
        // What another way of building changed is no part of the next one.
        if (what === 'lockstep') await stagger()
      }
    const medians = Object.fromEntries(Object.entries(taken).map(([what, times]) => [what, median(times)]))
    return { services: count, first, ...medians, overhead: medians.stagger - medians.bare, taken }
  } finally {
    shop.remove()
  }
}

const timed = async (work) => {
  const begun = performance.now()
  await work()
  return Math.round(performance.now() - begun)
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]

const running = async ([file, ...args], options) => {
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}:\n${said}`)
}
