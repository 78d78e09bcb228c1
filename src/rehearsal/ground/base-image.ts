import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Progress } from '../../platform/progress.js'
import type { Engine } from './engine.js'
import { attempt } from './programs.js'
import { standIn } from './stand-in.js'

export const BASE_IMAGE = 'node:24-slim'

/** Where the base image came from. A stand-in is only as good as this machine's Node. */
export interface BaseImage {
  readonly origin: 'present' | 'pulled' | 'stand-in'
  /** Takes a stand-in out of an engine that was there before us. */
  release(): Promise<void>
}

/** Sees to it that `FROM node:24-slim` works on this engine, with a network or without. */
export const ensureBaseImage = async (engine: Engine, progress: Progress): Promise<BaseImage> => {
  const keep = async () => {}
  if (await present(engine)) return { origin: 'present', release: keep }
  if (await pulled(engine)) return { origin: 'pulled', release: keep }
  const node = await standIn(engine, BASE_IMAGE)
  progress.say(
    `${BASE_IMAGE} cannot be pulled: a stand-in was made from ${node.path} (${node.version}), without npm`,
  )
  return { origin: 'stand-in', release: () => (engine.private ? keep() : remove(engine)) }
}

const present = async (engine: Engine): Promise<boolean> =>
  (await attempt([engine.client, 'image', 'inspect', BASE_IMAGE], { environment: engine.environment })).ok

const remove = async (engine: Engine): Promise<void> => {
  await attempt([engine.client, 'image', 'rm', BASE_IMAGE], { environment: engine.environment })
}

const FIRST_WORD_SECONDS = 15
const WHOLE_SECONDS = 300

/** A registry that can be reached says a first word soon; then the image may take its time. */
const pulled = async (engine: Engine): Promise<boolean> => {
  const pull = spawn(engine.client, ['pull', BASE_IMAGE], {
    env: { ...process.env, ...engine.environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let timer = setTimeout(() => pull.kill('SIGKILL'), FIRST_WORD_SECONDS * 1000)
  createInterface(pull.stdout).once('line', () => {
    clearTimeout(timer)
    timer = setTimeout(() => pull.kill('SIGKILL'), WHOLE_SECONDS * 1000)
  })
  const code = await new Promise((resolve) => pull.once('close', resolve).once('error', resolve))
  clearTimeout(timer)
  return code === 0
}
