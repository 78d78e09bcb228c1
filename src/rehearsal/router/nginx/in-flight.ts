import { readFile } from 'node:fs/promises'

/** Opening, open, and closed by the other side only: in each of them a request may be. */
const OPEN = ['01', '02', '08']

/** `127.70.0.3:8080` as the kernel writes it: bytes of the address in the machine's order. */
const asKernel = (address: string, port: number): string => {
  const bytes = address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'))
  return `${bytes.toReversed().join('')}:${port.toString(16).padStart(4, '0')}`.toUpperCase()
}

const times = (table: string, text: string): number => table.split(text).length - 1

/**
 * How many connections to a target the kernel knows: with one connection a request, these are the requests in flight.
 * The table is long, of connections that have ended: it is searched, and not taken apart.
 */
export const connectionsTo = (table: string, address: string, port: number): number =>
  OPEN.reduce((sum, state) => sum + times(table, ` ${asKernel(address, port)} ${state} `), 0)

/** Read besides everything else: it may take a while. */
export const readTable = (): Promise<string> => readFile('/proc/net/tcp', 'utf8')

/** The flags of a socket that listens. */
const LISTENS = '00010000'

/** How many connections a listening socket of this machine has, those that nobody has accepted yet among them. */
export const connectionsAt = (sockets: string, path: string): number =>
  sockets.split('\n').filter((line) => line.endsWith(` ${path}`) && line.split(/\s+/)[3] !== LISTENS).length

export const readSockets = (): Promise<string> => readFile('/proc/net/unix', 'utf8')
