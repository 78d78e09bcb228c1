import { setTimeout as wait } from 'node:timers/promises'
import { news, picture } from './lines.js'
import type { Scene } from './scene.js'
import { extend, type Stretch } from './timeline.js'

const EVERY = 500

export interface Screen {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Draws over what it drew before, and clears what is left of longer lines. */
const draw = (screen: Screen, lines: readonly string[], before: number): void => {
  const up = before > 0 ? `\u001B[${before}A` : ''
  screen.write(`${up}${lines.map((line) => `${line}\u001B[K\n`).join('')}\u001B[J`)
}

/** Shows a cluster until told to stop: as a picture in a terminal, else a line for whatever changed. */
export const watch = async (
  look: () => Promise<Scene>,
  screen: Screen,
  signal: AbortSignal,
): Promise<readonly Stretch[]> => {
  let before: Scene | undefined
  let height = 0
  let at = Date.now()
  let timeline: readonly Stretch[] = []
  while (!signal.aborted) {
    const scene = await look()
    timeline = extend(timeline, scene)
    if (screen.isTTY) {
      const lines = picture(before, scene, (Date.now() - at) / 1000)
      draw(screen, lines, height)
      height = lines.length
    } else for (const line of news(before, scene)) screen.write(`${line}\n`)
    before = scene
    at = Date.now()
    await wait(EVERY, undefined, { signal }).catch(() => {})
  }
  return timeline
}
