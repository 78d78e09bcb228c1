import type { Clock } from '../../src/platform/clock.js'
import type { Instant } from '../../src/words.js'

/** Time that passes only while somebody sleeps, and what is to happen at its moments. */
export class VirtualClock implements Clock {
  #now = Date.UTC(2026, 0, 1)
  readonly #due: { readonly at: number; readonly action: () => void }[] = []

  now(): Instant {
    return this.#now as Instant
  }

  /** `action` happens `milliseconds` from now. */
  after(milliseconds: number, action: () => void): void {
    this.#due.push({ at: this.#now + milliseconds, action })
    this.#due.sort((a, b) => a.at - b.at)
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    const until = this.#now + milliseconds
    for (let next = this.#due[0]; next && next.at <= until; next = this.#due[0]) {
      this.#due.shift()
      this.#now = Math.max(this.#now, next.at)
      next.action()
      signal?.throwIfAborted()
    }
    this.#now = Math.max(this.#now, until)
    signal?.throwIfAborted()
  }
}
