import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { orderOf } from '../bucket.js'
import type { Listener } from '../listener.js'
import type { Door, DoorRule, Router } from '../router.js'
import type { Weights } from '../weighted.js'
import { createFlight } from './flight.js'
import { type FrontDoor, frontPaper, type Slot, slotOf, slotsPaper, WORKERS } from './paper.js'
import { askSocket, createNginx } from './process.js'
import { defaultRule, nameOf, planOf, type Share, targetsIn } from './slots.js'
import { createTail, readLine } from './tally.js'
import { showBuckets } from './weights.js'

const EVERY = 50
/** How long a worker is waited for that answers by the old paper what it had taken: a long stream may keep one. */
const SETTLES_MILLISECONDS = 5000

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
  const [front, slots] = [createNginx(folder, 'front'), createNginx(folder, 'slots')]
  const doors = new Map<string, Door>()
  const tail = createTail(join(folder, 'requests.log'))
  let generation = Number(readFileIn(folder, 'slots.conf')?.match(/return 200 "(\d+)"/)?.[1] ?? 0)
  let written = readFileIn(folder, 'slots.conf')
  let placed: readonly Slot[] = []
  let settlesBy = 0
  let looking = false
  let closed = false
  const shown = new WeakMap<DoorRule, Weights>()

  const frontDoors = (): readonly FrontDoor[] =>
    [...doors.values()].map((door) => ({
      name: nameOf(door),
      address: door.address,
      port: door.port,
      rule: defaultRule(door),
    }))
  const shift = (shares: readonly Share[]): void => {
    for (const { door, rule, weights, buckets } of shares) {
      showBuckets(folder, door, buckets)
      shown.set(rule, weights)
    }
  }
  /** An old worker says that it shuts down before it takes no more: whoever comes now meets the new paper. */
  const isTaken = async (): Promise<boolean> =>
    (await askSocket(join(folder, 'generation.sock'))) === String(generation) &&
    slots.workers().filter((title) => !title.includes('shutting down')).length <= WORKERS
  const placeTargets = async (wanted: readonly Slot[]): Promise<void> => {
    placed = wanted
    if (slotsPaper(folder, wanted, generation) === written) return
    generation += 1
    written = slotsPaper(folder, wanted, generation)
    await slots.follow(written)
    while (!closed && !(await isTaken())) await wait(20)
    settlesBy = Date.now() + SETTLES_MILLISECONDS
  }
  const openFront = (): Promise<void> => front.follow(frontPaper(folder, frontDoors()))

  const flight = createFlight({
    targets: () => targetsIn(doors.values()),
    isSettled: () => !looking && (slots.workers().length <= WORKERS || Date.now() >= settlesBy),
    socketTo: (target) => {
      const slot = placed.find(({ targets }) => targets.includes(target))
      return slot && join(folder, `${slot.name}.sock`)
    },
  })
  const tell = (): void => {
    for (const text of tail()) {
      const line = readLine(text)
      const door = line && doors.get(line.door)
      const group = door && orderOf(defaultRule(door).weights).find((one) => slotOf(one) === line.slot)
      if (line && group !== undefined) door?.ended(group, line.ending)
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
    await placeTargets(wanted)
    shift(shares)
    mayReload(shares)
    await openFront()
    looking = false
  }
  /** One at a time, and each waits for the one before it. */
  let last: Promise<void> = Promise.resolve()
  const turn = (): Promise<void> => {
    last = last.then(look).catch(bug)
    return last
  }
  const run = async (): Promise<void> => {
    while (!closed) {
      await turn()
      await wait(EVERY, undefined, { ref: false })
    }
  }
  const running = run()
  const shut = async (door: Door): Promise<void> => {
    doors.delete(nameOf(door))
    if (!closed) await last.then(openFront)
    rmSync(join(folder, 'doors', nameOf(door)), { recursive: true, force: true })
  }
  return {
    async open(door): Promise<Listener> {
      const plain = door as unknown as Door
      doors.set(nameOf(door), plain)
      await turn()
      return { close: () => shut(plain) }
    },
    shown: (rule) => shown.get(rule) ?? rule.weights,
    async close() {
      closed = true
      flight.stop()
      await running
      await front.stop()
      await slots.stop()
    },
  }
}

const readFileIn = (folder: string, name: string): string | undefined => {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return undefined
  }
}
