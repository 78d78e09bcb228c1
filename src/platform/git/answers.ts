import type { Oid } from '../../words.js'

export interface GitObject {
  readonly oid: Oid
  readonly type: string
  readonly body: Buffer
}

const HEADER = /^([0-9a-f]{40,64}) (\w+) (\d+)$/
const LINE_FEED = 10

/**
 * Cuts the output of `git cat-file` into answers, in the order of the questions. A body is a view of what was read, not a
 * copy; only one that several chunks share is put together first.
 */
export class Answers {
  private parts: Buffer[] = []
  private size = 0
  /** How much has to be there before it is worth another look. */
  private wanted = 0

  constructor(private readonly deliver: (object: GitObject | null) => void) {}

  push(chunk: Buffer): void {
    this.parts.push(chunk)
    this.size += chunk.length
    if (this.size < this.wanted) return
    const all = this.parts.length === 1 ? chunk : Buffer.concat(this.parts)
    const rest = all.subarray(this.cut(all))
    this.parts = rest.length > 0 ? [rest] : []
    this.size = rest.length
  }

  /** Delivers what is whole; gives where the rest begins. */
  private cut(all: Buffer): number {
    this.wanted = 0
    let at = 0
    for (;;) {
      const next = this.takeOne(all, at)
      if (next === null) return at
      at = next
    }
  }

  private takeOne(all: Buffer, at: number): number | null {
    const begin = all.indexOf(LINE_FEED, at) + 1
    if (begin === 0) return null
    const match = HEADER.exec(all.toString('latin1', at, begin - 1))
    if (!match) {
      // `NAME missing` or `NAME ambiguous`: no such object.
      this.deliver(null)
      return begin
    }
    const [, oid, type, length] = match as unknown as [string, Oid, string, string]
    const end = begin + Number(length)
    if (end < all.length) {
      this.deliver({ oid, type, body: all.subarray(begin, end) })
      return end + 1
    }
    this.wanted = end + 1 - at
    return null
  }
}
