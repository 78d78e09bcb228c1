/** CloudWatch Logs, as far as tasks write it and people read it. Kept when the container is gone. */
export interface LogEvent {
  readonly timestamp: number
  readonly message: string
  readonly ingestionTime: number
}

export interface LogStream {
  readonly name: string
  readonly createdAt: number
  readonly events: LogEvent[]
}

export interface LogGroup {
  readonly name: string
  readonly streams: Map<string, LogStream>
}

export interface LogStore {
  readonly groups: Map<string, LogGroup>
  createGroup(name: string): void
  open(group: string, stream: string): LogStream | undefined
}

/** Enough for a rehearsal's tails; the oldest lines of a stream go first. */
const MOST_EVENTS = 10_000

export const append = (stream: LogStream, timestamp: number, message: string): void => {
  stream.events.push({ timestamp, message, ingestionTime: Date.now() })
  if (stream.events.length > MOST_EVENTS) stream.events.splice(0, stream.events.length - MOST_EVENTS)
}

const openIn = (group: LogGroup, name: string): LogStream => {
  const stream = group.streams.get(name) ?? { name, createdAt: Date.now(), events: [] }
  group.streams.set(name, stream)
  return stream
}

export const createLogStore = (): LogStore => {
  const groups = new Map<string, LogGroup>()
  return {
    groups,
    createGroup: (name) => void groups.set(name, { name, streams: new Map() }),
    open: (name, stream) => {
      const group = groups.get(name)
      return group && openIn(group, stream)
    },
  }
}
