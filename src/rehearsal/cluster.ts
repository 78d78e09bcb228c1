import type { RequestListener } from 'node:http'
import { createEndpoint, type Meddle, type Operations } from './api/endpoint.js'
import { refuse } from './api/fault.js'
import type { Toll } from './api/rates.js'
import { type Rooms, stageDoor } from './backstage/door.js'
import { createPacer } from './clock/pacer.js'
import { clockRoom } from './clock/room.js'
import type { Pace } from './clock/skip.js'
import type { Control } from './control.js'
import { createCrasher } from './faults/crash.js'
import { type Crash, isRead } from './faults/fault.js'
import { createMeddler } from './faults/meddle.js'
import { createPast } from './faults/past.js'
import { faultRoom } from './faults/room.js'
import { createKeeper, readKept, type Shelf } from './keep/keeper.js'
import { recall } from './keep/restore.js'
import { createLoop, type Loop } from './loop.js'
import { sceneOf } from './view/scene.js'
import type { World } from './world.js'

export interface ClusterOptions {
  readonly operations: (world: World) => Operations
  readonly bug: (error: unknown) => void
  readonly toll: Toll
  readonly pace: Pace
  readonly requestsPerStep: number
  readonly control?: Control | undefined
  readonly shelf: Shelf
  /** Writes its state down all the time, and not only while a crash is to come. */
  readonly keeps: boolean
}

export interface Cluster {
  readonly loop: Loop
  readonly listener: RequestListener
}

const DOWN = 'Service Unavailable. The controller of the rehearsal cluster has crashed, as it was asked to.'

/** The controller and its doors, around a world. */
export const createCluster = (world: World, options: ClusterOptions): Cluster => {
  const { operations, bug, toll, requestsPerStep, control, shelf } = options
  const pacer = createPacer(world.clock, options.pace)
  const past = createPast(world)
  const crasher = createCrasher()
  const meddler = createMeddler((changes) => operations(past.ago(changes)))
  const writeDown = createKeeper(world, shelf)
  let down = false

  const keep = (): void => {
    if (options.keeps || crasher.armed()) writeDown()
  }
  const recover = (): void => {
    const kept = readKept(shelf)
    if (kept) recall(world, kept)
    down = false
    loop.start()
  }
  const crashed = ({ seconds }: Crash): void => {
    loop.stop()
    down = true
    world.services.clear()
    setTimeout(recover, seconds * 1000).unref()
  }
  const decided = (): void => {
    past.note()
    keep()
  }
  const meddle: Meddle = async (asked, play) => {
    if (down) refuse('ServerException', DOWN)
    const answer = await meddler.meddle(asked, play)
    // An answer is a promise: what it says is written down before.
    if (!isRead(asked.operation)) keep()
    return answer
  }
  const loop = createLoop(world, {
    bug,
    control,
    pacer,
    requestsPerStep,
    decided,
    before: crasher.before,
    crashed,
  })
  const rooms: Rooms = {
    clock: clockRoom(world.clock, pacer),
    faults: faultRoom(world, meddler, crasher),
    view: { show: () => sceneOf(world) },
  }
  const front = createEndpoint(operations(world), bug, toll, meddle)
  return { loop, listener: stageDoor(front, rooms, world.clock.now) }
}
