import { readFileSync } from 'node:fs'

/** Opening, open, and closed by the other side only: in each of them a request may be. */
const OPEN = new Set(['01', '02', '08'])

/** `127.70.0.3:8080` as the kernel writes it: bytes of the address in the machine's order. */
const asKernel = (address: string, port: number): string => {
  const bytes = address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'))
  return `${bytes.toReversed().join('')}:${port.toString(16).padStart(4, '0')}`.toUpperCase()
}

/** How many connections to each target the kernel knows: with one connection a request, these are the requests in flight. */
export const countConnections = (
  table = readFileSync('/proc/net/tcp', 'utf8'),
): ((address: string, port: number) => number) => {
  const counts = new Map<string, number>()
  for (const line of table.split('\n').slice(1)) {
    const [, , remote = '', state = ''] = line.trim().split(/\s+/)
    if (OPEN.has(state)) counts.set(remote, (counts.get(remote) ?? 0) + 1)
  }
  return (address, port) => counts.get(asKernel(address, port)) ?? 0
}
