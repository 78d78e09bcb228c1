import { expect, test } from '@jest/globals'
import { connectionsAt, connectionsTo } from '../../../src/rehearsal/router/nginx/in-flight.js'

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:A1B2 0300467F:1F90 01 00000000:00000000 00:00000000 00000000     0        0 1 1 0 20 4 30 10 -1
   1: 0300467F:1F90 0100007F:A1B2 01 00000000:00000000 00:00000000 00000000     0        0 2 1 0 20 4 30 10 -1
   2: 0100007F:A1B3 0300467F:1F90 06 00000000:00000000 03:00000000 00000000     0        0 0 3 0
   3: 0100007F:A1B4 0300467F:1F90 08 00000000:00000000 00:00000000 00000000     0        0 3 1 0 20 4 30 10 -1
   4: 0100007F:A1B5 0300467F:1F91 01 00000000:00000000 00:00000000 00000000     0        0 4 1 0 20 4 30 10 -1
`

test('what is in flight at a target: connections to it that are open, and not those from it, or over', () => {
  const count = (address: string, port: number) => connectionsTo(TABLE, address, port)
  expect([count('127.70.0.3', 8080), count('127.70.0.3', 8081), count('127.70.0.4', 8080)]).toEqual([2, 1, 0])
})

const SOCKETS = `Num       RefCount Protocol Flags    Type St Inode Path
ffff8f3d: 00000002 00000000 00010000 0001 01 40111 /tmp/nginx/slot_a.sock
ffff8f3e: 00000003 00000000 00000000 0001 03 40112 /tmp/nginx/slot_a.sock
ffff8f3f: 00000003 00000000 00000000 0001 03 40113
ffff8f40: 00000003 00000000 00000000 0001 03 40114 /tmp/nginx/slot_b.sock
ffff8f41: 00000002 00000000 00000000 0001 02     0 /tmp/nginx/slot_a.sock
`

test('what is on its way to a slot: connections to its socket, accepted or not, and not the one that listens', () => {
  const count = (name: string) => connectionsAt(SOCKETS, `/tmp/nginx/${name}.sock`)
  expect([count('slot_a'), count('slot_b'), count('slot')]).toEqual([2, 1, 0])
})
