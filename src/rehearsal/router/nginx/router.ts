import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { bucketsOf, orderOf } from '../bucket.js'
import { eligible } from '../group.js'
import type { Listener } from '../listener.js'
import type { Door, DoorRule, Router } from '../router.js'
import type { Target } from '../target.js'
import { createFlight } from './flight.js'
import { type FrontDoor, frontPaper, type Slot, slotOf, slotsPaper } from './paper.js'
import { askSocket, createNginx } from './process.js'
import { createTail, readLine } from './tally.js'
import { showBuckets } from './weights.js'

const EVERY = 50
/** After a reload the last worker that knows the old paper takes no more connections. */
const SETTLES_MILLISECONDS = 300

export interface NginxOptions {
  readonly folder: string
  readonly bug: (error: unknown) => void
  /** Reads its paper again with every weight: what this router is made to avoid, as a control. */
  readonly reloads?: boolean
}

const nameOf = ({ address, port }: Pick<Door, 'address' | 'port'>): string => `${address}:${port}`

const defaultRule = ({ rules }: Door): DoorRule => rules().at(-1) ?? { weights: {} }

const groupsIn = (doors: Iterable<Door>): ReadonlyMap<string, Door> =>
  new Map(
    [...doors].flatMap((door) => orderOf(defaultRule(door).weights).map((group) => [group, door] as const)),
  )

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
  let settledAt = 0
  let closed = false

  const targetsOf = (group: string): readonly Target[] =>
    groupsIn(doors.values()).get(group)?.group(group)?.targets() ?? []
  const wantedSlots = (): readonly Slot[] =>
    [...groupsIn(doors.values()).keys()].map((group) => ({
      name: slotOf(group),
      targets: eligible(targetsOf(group)),
    }))
  const frontDoors = (): readonly FrontDoor[] =>
    [...doors.values()].map((door) => ({
      name: nameOf(door),
      address: door.address,
      port: door.port,
      rule: defaultRule(door),
    }))
  const shift = (): void => {
    for (const door of doors.values()) {
      const place = join(folder, 'doors', nameOf(door))
      showBuckets(place, bucketsOf(defaultRule(door).weights))
    }
  }
  const placeTargets = async (): Promise<void> => {
    const paper = slotsPaper(folder, wantedSlots(), generation)
    if (paper === written) return
    generation += 1
    written = slotsPaper(folder, wantedSlots(), generation)
    settledAt = Number.POSITIVE_INFINITY
    await slots.follow(written)
    while (!closed && (await askSocket(join(folder, 'generation.sock'))) !== String(generation))
      await wait(20)
    settledAt = Date.now() + SETTLES_MILLISECONDS
  }
  const openFront = (): Promise<void> => front.follow(frontPaper(folder, frontDoors()))

  const allTargets = (): readonly Target[] => [...groupsIn(doors.values()).keys()].flatMap(targetsOf)
  const flight = createFlight(allTargets, () => Date.now() >= settledAt)
  const tell = (): void => {
    for (const text of tail()) {
      const line = readLine(text)
      const door = line && doors.get(line.door)
      const group = door && orderOf(defaultRule(door).weights).find((one) => slotOf(one) === line.slot)
      if (line && group !== undefined) door?.ended(group, line.ending)
    }
  }
  let shown = ''
  const mayReload = (): void => {
    const now = JSON.stringify([...doors.values()].map(defaultRule))
    if (reloads && shown !== '' && now !== shown) front.reload()
    shown = now
  }
  /** Without a door nothing is known yet, and what an earlier process left goes on as it is. */
  const look = async (): Promise<void> => {
    if (doors.size === 0) return
    shift()
    mayReload()
    flight.watch()
    tell()
    await placeTargets()
    await openFront()
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
