import { printable } from '../table.js'

/** A line and what belongs to it. */
export interface Branch {
  readonly text: string
  readonly below?: readonly Branch[]
}

/** Drawn with lines, as `tree` does. */
export const drawTree = ({ text, below = [] }: Branch): string =>
  [printable(text), ...lines(below), ''].join('\n')

const lines = (branches: readonly Branch[]): string[] =>
  branches.flatMap(({ text, below = [] }, at) => {
    const last = at === branches.length - 1
    const nested = lines(below).map((line) => `${last ? '   ' : '│  '}${line}`)
    return [`${last ? '└─ ' : '├─ '}${printable(text)}`, ...nested]
  })
