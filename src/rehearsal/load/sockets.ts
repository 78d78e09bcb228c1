import type { Socket } from 'node:net'

export interface Sockets {
  taken(socket: Socket): void
  /** The request is over. `ends`: so is its socket, which was announced or has been counted. */
  released(ends: boolean): void
  /** From now on it is us who close. */
  over(): void
}

/** Tells when the other side takes a socket away between two requests, and nothing had announced it. */
export const followSockets = (cutIdle: () => void): Sockets => {
  const known = new WeakSet<Socket>()
  const ending = new WeakSet<Socket>()
  let current: Socket | undefined
  let busy = false
  let over = false

  const watch = (socket: Socket): void => {
    known.add(socket)
    // The agent itself closes a socket shortly before the server's `Keep-Alive: timeout` has passed.
    socket.once('timeout', () => ending.add(socket))
    socket.once('close', () => {
      if (!busy && !over && !ending.has(socket)) cutIdle()
    })
  }
  return {
    taken: (socket) => {
      current = socket
      busy = true
      if (!known.has(socket)) watch(socket)
    },
    released: (ends) => {
      busy = false
      if (ends && current) ending.add(current)
    },
    over: () => {
      over = true
    },
  }
}
