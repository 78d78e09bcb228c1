import { randomInt } from 'node:crypto'
import { BlockList } from 'node:net'
import { attempt } from './programs.js'

/** Private networks to pick from: 254 of each, so that two engines that start at once hardly ever meet. */
const PREFIXES = ['172.31', '10.213', '192.168']

/** The first address of a private /24 that nothing here has a route to, as `10.213.7.1/24`. */
export const freeSubnet = async (): Promise<string> => {
  const routes = await attempt(['ip', '-j', '-4', 'route', 'show'])
  const taken = routes.ok ? destinations(routes.stdout) : []
  return pickSubnet(taken, randomInt(254))
}

const destinations = (json: string): string[] =>
  (JSON.parse(json || '[]') as { dst: string }[]).map(({ dst }) => dst).filter((dst) => dst !== 'default')

/** `start` spreads the choice; the networks are tried from there on. */
export const pickSubnet = (taken: readonly string[], start: number): string => {
  for (const prefix of PREFIXES) {
    for (let step = 0; step < 254; step++) {
      const base = `${prefix}.${1 + ((start + step) % 254)}`
      if (!taken.some((other) => overlap(`${base}.0/24`, other))) return `${base}.1/24`
    }
  }
  throw new Error(`no private network is free: ${taken.join(', ')}`)
}

const overlap = (one: string, other: string): boolean => contains(one, other) || contains(other, one)

const contains = (network: string, other: string): boolean => {
  const [address = '', bits = '32'] = network.split('/')
  const list = new BlockList()
  list.addSubnet(address, Number(bits))
  return list.check(other.split('/')[0] ?? '')
}
