import type { IncomingMessage } from 'node:http'
import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import { append, type LogStore, type LogStream } from '../logs/store.js'
import { StartFailure } from './failure.js'

const missing = (group: string): never => {
  throw new StartFailure(
    `ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. (log group ${group})`,
  )
}

/** The stream that awslogs writes to: `prefix/container/task`. Undefined where the definition keeps no logs here. */
export const openStream = (
  logs: LogStore,
  definition: ContainerDefinition,
  task: string,
): LogStream | undefined => {
  const { logDriver, options = {} } = definition.logConfiguration ?? {}
  const group = options['awslogs-group']
  if (logDriver !== 'awslogs' || group === undefined) return undefined
  if (options['awslogs-create-group'] === 'true' && !logs.groups.has(group)) logs.createGroup(group)
  const prefix = options['awslogs-stream-prefix']
  const name = prefix === undefined ? task : `${prefix}/${definition.name}/${task}`
  return logs.open(group, name) ?? missing(group)
}

const HEADER = 8

/** Cuts the engine's multiplexed stream into its frames' contents. */
const createDemultiplexer = (): ((chunk: Buffer) => string) => {
  let rest = Buffer.alloc(0)
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    const contents: Buffer[] = []
    while (rest.length >= HEADER) {
      const end = HEADER + rest.readUInt32BE(4)
      if (rest.length < end) break
      contents.push(rest.subarray(HEADER, end))
      rest = rest.subarray(end)
    }
    return Buffer.concat(contents).toString()
  }
}

const record = (stream: LogStream, line: string): void => {
  const space = line.indexOf(' ')
  const timestamp = Date.parse(line.slice(0, space))
  if (!Number.isNaN(timestamp)) append(stream, timestamp, line.slice(space + 1).replace(/\r$/, ''))
}

/** Follows a container's output, with the engine's timestamps, to its end. */
export const follow = async (source: IncomingMessage, stream: LogStream): Promise<void> => {
  const demultiplex = createDemultiplexer()
  let rest = ''
  for await (const chunk of source) {
    const lines = (rest + demultiplex(chunk as Buffer)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) record(stream, line)
  }
  if (rest !== '') record(stream, rest)
}
