import type {
  CreateLogGroupRequest,
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse,
  FilteredLogEvent,
  FilterLogEventsRequest,
  FilterLogEventsResponse,
  GetLogEventsRequest,
  GetLogEventsResponse,
} from '@aws-sdk/client-cloudwatch-logs'
import { refuse } from '../api/fault.js'
import type { LogEvent, LogGroup, LogStore, LogStream } from './store.js'

const DEFAULT_LIMIT = 10_000
const STREAMS_PER_PAGE = 50

const groupOf = (logs: LogStore, input: { logGroupName?: string; logGroupIdentifier?: string }): LogGroup => {
  const name = input.logGroupName ?? input.logGroupIdentifier?.split(':log-group:').pop()
  return (
    logs.groups.get(name ?? '') ??
    refuse('ResourceNotFoundException', 'The specified log group does not exist.')
  )
}

const streamOf = (group: LogGroup, name: string | undefined): LogStream =>
  group.streams.get(name ?? '') ??
  refuse('ResourceNotFoundException', 'The specified log stream does not exist.')

const within = (
  events: readonly LogEvent[],
  start = 0,
  end = Number.POSITIVE_INFINITY,
): readonly LogEvent[] => events.filter(({ timestamp }) => timestamp >= start && timestamp < end)

/** A page's place: `f/` and `b/` count events from the start, forwards and backwards. */
const readToken = (token: string): { readonly direction: string; readonly place: number } => {
  const match = /^([fb])\/(\d+)$/.exec(token)
  return match
    ? { direction: match[1] ?? 'f', place: Number(match[2]) }
    : refuse('InvalidParameterException', 'The specified nextToken is invalid.')
}

const pageOf = (count: number, input: GetLogEventsRequest): readonly [number, number] => {
  const limit = input.limit ?? DEFAULT_LIMIT
  if (input.nextToken !== undefined) {
    const { direction, place } = readToken(input.nextToken)
    return direction === 'f' ? [place, Math.min(count, place + limit)] : [Math.max(0, place - limit), place]
  }
  return input.startFromHead === true ? [0, Math.min(count, limit)] : [Math.max(0, count - limit), count]
}

const describeStream = (group: LogGroup, { name, createdAt, events }: LogStream) => ({
  logStreamName: name,
  creationTime: createdAt,
  firstEventTimestamp: events[0]?.timestamp,
  lastEventTimestamp: events.at(-1)?.timestamp,
  lastIngestionTime: events.at(-1)?.ingestionTime,
  arn: `arn:aws:logs:local:000000000000:log-group:${group.name}:log-stream:${name}`,
  storedBytes: 0,
})

const byName = (a: LogStream, b: LogStream): number => (a.name < b.name ? -1 : 1)
const byLastEvent = (a: LogStream, b: LogStream): number =>
  (a.events.at(-1)?.timestamp ?? 0) - (b.events.at(-1)?.timestamp ?? 0)

const orderStreams = (group: LogGroup, input: DescribeLogStreamsRequest): readonly LogStream[] => {
  const prefix = input.logStreamNamePrefix ?? ''
  const order = input.orderBy === 'LastEventTime' ? byLastEvent : byName
  if (prefix !== '' && order === byLastEvent)
    refuse('InvalidParameterException', 'Cannot order by LastEventTime with a logStreamNamePrefix.')
  const streams = [...group.streams.values()].filter(({ name }) => name.startsWith(prefix)).toSorted(order)
  return input.descending === true ? streams.toReversed() : streams
}

/** Words that must all occur; quotes join them. The rest of CloudWatch's pattern language is refused. */
const matcherOf = (pattern = ''): ((message: string) => boolean) => {
  if (/^[[{%]/.test(pattern.trim()) || /(^|\s)[?-]\S/.test(pattern))
    refuse(
      'InvalidParameterException',
      `The rehearsal cluster does not play the filter pattern ${pattern} yet.`,
    )
  const terms = [...pattern.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
  return (message) => terms.every((term) => message.includes(term))
}

const filterStream = (stream: LogStream, input: FilterLogEventsRequest): readonly FilteredLogEvent[] => {
  const matches = matcherOf(input.filterPattern)
  return within(stream.events, input.startTime, input.endTime)
    .filter(({ message }) => matches(message))
    .map((event, index) => ({ ...event, logStreamName: stream.name, eventId: `${stream.name}:${index}` }))
}

export const logOperations = (logs: LogStore) => ({
  CreateLogGroup({ logGroupName = '' }: CreateLogGroupRequest): void {
    if (!/^[.\-_/#A-Za-z0-9]{1,512}$/.test(logGroupName))
      refuse('InvalidParameterException', `The log group name '${logGroupName}' is not valid.`)
    if (logs.groups.has(logGroupName))
      refuse('ResourceAlreadyExistsException', 'The specified log group already exists')
    logs.createGroup(logGroupName)
  },
  DescribeLogStreams(input: DescribeLogStreamsRequest): DescribeLogStreamsResponse {
    const group = groupOf(logs, input as { logGroupName?: string })
    const streams = orderStreams(group, input)
    const from = input.nextToken === undefined ? 0 : readToken(input.nextToken).place
    const to = from + (input.limit ?? STREAMS_PER_PAGE)
    return {
      logStreams: streams.slice(from, to).map((stream) => describeStream(group, stream)),
      nextToken: to < streams.length ? `f/${to}` : undefined,
    }
  },
  GetLogEvents(input: GetLogEventsRequest): GetLogEventsResponse {
    const stream = streamOf(groupOf(logs, input as { logGroupName?: string }), input.logStreamName)
    const events = within(stream.events, input.startTime, input.endTime)
    const [from, to] = pageOf(events.length, input)
    return {
      events: events.slice(from, to),
      nextForwardToken: `f/${to}`,
      nextBackwardToken: `b/${from}`,
    }
  },
  FilterLogEvents(input: FilterLogEventsRequest): FilterLogEventsResponse {
    const group = groupOf(logs, input as { logGroupName?: string })
    const named = input.logStreamNames?.map((name) => streamOf(group, name)) ?? [...group.streams.values()]
    const streams = named.filter(({ name }) => name.startsWith(input.logStreamNamePrefix ?? ''))
    const events = streams
      .flatMap((stream) => filterStream(stream, input))
      .toSorted((a, b) => (a.timestamp ?? 0) - (b.timestamp ?? 0))
    const from = input.nextToken === undefined ? 0 : readToken(input.nextToken).place
    const to = from + (input.limit ?? DEFAULT_LIMIT)
    return {
      events: events.slice(from, to),
      searchedLogStreams: [],
      nextToken: to < events.length ? `f/${to}` : undefined,
    }
  },
})
