import { readFile } from 'node:fs/promises'
import { attempt, programs } from './programs.js'

/** Rules of both kinds of iptables hold at once: whoever drops a packet has dropped it. */
const KINDS = ['iptables', 'iptables-legacy'] as const

/** What a chain does with a packet that no rule of it speaks of, in the words of `iptables -S`. */
export const dropsByDefault = (rules: string): boolean => /^-P FORWARD (?:DROP|REJECT)$/m.test(rules)

const isBridgeFiltered = async (): Promise<boolean> =>
  (await readFile('/proc/sys/net/bridge/bridge-nf-call-iptables', 'utf8').catch(() => '0')).trim() === '1'

const readRules = async (): Promise<readonly string[]> => {
  const found = KINDS.flatMap((kind) => programs(kind))
  const read = await Promise.all(found.map((path) => attempt([path, '-w', '-S', 'FORWARD'])))
  return read.map(({ stdout }) => stdout)
}

/**
 * What keeps containers of one bridge from each other, and how that is helped: an engine that leaves the machine's packet
 * filter as it is opens no way through it.
 */
export const forwardNotice = (bridge: string): string =>
  `the chain FORWARD of this machine drops what containers send to each other: those of a test with a compose file, for example, will wait for each other in vain. As root, for as long as this engine runs: iptables -I FORWARD -i ${bridge} -o ${bridge} -j ACCEPT`

/** Whether the machine's packet filter sees what crosses a bridge, and drops it. */
export const isForwardClosed = async (): Promise<boolean> =>
  (await isBridgeFiltered()) && (await readRules()).some(dropsByDefault)
