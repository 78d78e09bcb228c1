import { execFileSync } from 'node:child_process'
import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { judge } from './answer.mjs'
import { median, peakMemory, timed } from './measure.mjs'

/** Each peer's answer about the newest commit of `main`, in a work tree of its own. */
export const askPeers = ({ directory, services, affected }, peers, { folder, runs, tell }) => {
  const present = peers.filter(({ absent }) => !absent)
  if (present.length === 0) return []
  const workTree = join(folder, 'work-tree')
  execFileSync('git', ['clone', '--quiet', '--branch', 'main', '--single-branch', directory, workTree])
  const names = new Set(services.map(({ name }) => name))
  return present.map((peer) => {
    const row = { name: peer.name, ...askPeer(peer, { workTree, folder, runs, names, truth: affected }) }
    tell(row)
    return row
  })
}

/**
 * The first run finds no cache, as on a fresh runner. What counts is the median of the others, as on a laptop: the peers
 * are to be seen at their best.
 */
const askPeer = (peer, { workTree, folder, runs, names, truth }) => {
  const { program, args, options, answer } = peer.question({ workTree, folder })
  if (peer.modules) symlinkSync(peer.modules, join(workTree, 'node_modules'))
  try {
    const all = Array.from({ length: runs + 1 }, () => timed(program, args, options))
    const last = all.at(-1)
    if (last.status !== 0) return { failed: `${last.stderr || last.stdout}`.trim().slice(0, 500) }
    const [first, ...others] = all.map(({ milliseconds }) => milliseconds)
    const judged = judge(
      answer(last).filter((name) => names.has(name)),
      truth,
    )
    return { first, milliseconds: median(others), megabytes: peakMemory(program, args, options), ...judged }
  } finally {
    if (peer.modules) rmSync(join(workTree, 'node_modules'))
  }
}
