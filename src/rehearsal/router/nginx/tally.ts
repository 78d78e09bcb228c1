import { closeSync, openSync, readSync, statSync, truncateSync } from 'node:fs'
import type { Ending } from '../listener.js'

/** One line of nginx's account of its requests. */
export interface Line {
  /** `127.64.240.1:8080` */
  readonly door: string
  readonly slot: string
  readonly ending: Ending
}

/** The last one's are what counts, where there were several; `-` where there was none. */
const numberIn = (text: string): number | undefined => {
  const number = Number(text.split(/[\s,:]+/).at(-1))
  return text === '-' || text === '' || Number.isNaN(number) ? undefined : number
}

export const readLine = (line: string): Line | undefined => {
  const [door = '', slot = '', status = '', target = '', seconds = ''] = line.split(' ')
  const ownStatus = numberIn(status)
  if (ownStatus === undefined) return undefined
  // Where no target answered, the slot's nginx has told its own status for it.
  const [place = '', answered = target] = target.split('@')
  const whose = place === target ? {} : { target: place }
  const ending = { status: numberIn(answered), ...whose, ownStatus, seconds: numberIn(seconds) ?? 0 }
  return { door, slot, ending }
}

const MOST_BYTES = 64 * 1024 * 1024
const CHUNK = 1024 * 1024

/** Reads what was added to a file since it was read last. */
export const createTail = (file: string): (() => readonly string[]) => {
  let offset = sizeOf(file)
  let rest = ''
  return () => {
    if (sizeOf(file) <= offset) return []
    const handle = openSync(file, 'r')
    const buffer = Buffer.alloc(CHUNK)
    const lines: string[] = []
    for (let read = readSync(handle, buffer, 0, CHUNK, offset); read > 0; ) {
      offset += read
      const parts = (rest + buffer.toString('utf8', 0, read)).split('\n')
      rest = parts.pop() ?? ''
      lines.push(...parts)
      read = readSync(handle, buffer, 0, CHUNK, offset)
    }
    closeSync(handle)
    if (offset > MOST_BYTES && rest === '') {
      truncateSync(file)
      offset = 0
    }
    return lines
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
