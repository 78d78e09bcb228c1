import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { orderOf } from '../bucket.js'
import type { Listener } from '../listener.js'
import type { Door, DoorRule, Router } from '../router.js'
import type { Weights } from '../weighted.js'
import { createBack } from './back.js'
import { createFlight } from './flight.js'
import { type FrontDoor, frontPaper, slotOf } from './paper.js'
import { createNginx } from './process.js'
import { defaultRule, nameOf, planOf, type Share, targetsIn } from './slots.js'
import { createTail, type Line, readLine } from './tally.js'
import { createTurns } from './turns.js'
import { showBuckets } from './weights.js'

const EVERY = 50

export interface NginxOptions {
  readonly folder: string
  readonly bug: (error: unknown) => void
  /** Reads its paper again with every weight: what this router is made to avoid, as a control. */
  readonly reloads?: boolean
}

/**
 * nginx as the load balancer: one for the clients, whose paper changes with the listeners only, and one behind it for the
 * tasks. Weights are files. It goes on serving when this process is killed.
 */
export const createNginxRouter = ({ folder, bug, reloads = false }: NginxOptions): Router => {
  mkdirSync(join(folder, 'doors'), { recursive: true })
  let closed = false
  const [front, back] = [createNginx(folder, 'front'), createBack(folder, () => closed)]
  const doors = new Map<string, Door>()
  const tail = createTail(join(folder, 'requests.log'))
  const shown = new WeakMap<DoorRule, Weights>()
  let looking = false

  const openFront = (): Promise<void> =>
    front.follow(frontPaper(folder, [...doors.values()].map(frontDoorOf)))
  const shift = (shares: readonly Share[]): void => {
    for (const { door, rule, weights, buckets } of shares) {
      showBuckets(folder, door, buckets)
      shown.set(rule, weights)
    }
  }
  const flight = createFlight({
    targets: () => targetsIn(doors.values()),
    isSettled: () => !looking && back.isSettled(),
    socketTo: back.socketTo,
  })
  const tell = (): void => {
    for (const text of tail()) {
      const line = readLine(text)
      const door = line && doors.get(line.door)
      if (door) count(door, line)
    }
  }
  let weighed = ''
  const mayReload = (shares: readonly Share[]): void => {
    const now = JSON.stringify(shares)
    if (reloads && weighed !== '' && now !== weighed) front.reload()
    weighed = now
  }
  /** Without a door nothing is known yet, and what an earlier process left goes on as it is. */
  const look = async (): Promise<void> => {
    if (doors.size === 0) return
    flight.watch()
    tell()
    const { slots: wanted, shares } = planOf([...doors.values()])
    looking = true
    await back.place(wanted)
    shift(shares)
    mayReload(shares)
    await openFront()
    looking = false
  }
  const turns = createTurns(look, { every: EVERY, bug })
  const shut = async (door: Door): Promise<void> => {
    doors.delete(nameOf(door))
    if (!closed) await turns.under().then(openFront)
    rmSync(join(folder, 'doors', nameOf(door)), { recursive: true, force: true })
  }
  return {
    async open(door): Promise<Listener> {
      const plain = door as unknown as Door
      doors.set(nameOf(door), plain)
      await turns.next()
      return { close: () => shut(plain) }
    },
    shown: (rule) => shown.get(rule) ?? rule.weights,
    async close() {
      closed = true
      flight.stop()
      await turns.stop()
      await front.stop()
      await back.stop()
    },
  }
}

const frontDoorOf = (door: Door): FrontDoor => ({
  name: nameOf(door),
  address: door.address,
  port: door.port,
  rule: defaultRule(door),
})

const count = (door: Door, { slot, ending }: Line): void => {
  const group = orderOf(defaultRule(door).weights).find((one) => slotOf(one) === slot)
  if (group !== undefined) door.ended(group, ending)
}
