import type { Crash } from './fault.js'

/** The controller ended in the middle of a turn, on purpose. */
export class Crashed extends Error {
  readonly crash: Crash

  constructor(crash: Crash) {
    super('the controller has crashed, as it was asked to')
    this.name = 'Crashed'
    this.crash = crash
  }
}

export interface Crasher {
  arm(crash: Crash | undefined): void
  armed(): Crash | undefined
  /** Comes before each effect of the controller. */
  before(): void
}

export const createCrasher = (): Crasher => {
  let armed: Crash | undefined
  return {
    arm: (crash) => {
      armed = crash
    },
    armed: () => armed,
    before: () => {
      if (!armed) return
      const crash = armed
      armed = crash.after > 0 ? { ...crash, after: crash.after - 1 } : undefined
      if (crash.after > 0) return
      // Nobody gets to clean up: that is what the state on disk is for.
      if (crash.of === 'process') process.kill(process.pid, 'SIGKILL')
      throw new Crashed(crash)
    },
  }
}
