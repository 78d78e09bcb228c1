import { resolve } from 'node:path'
import type { Progress } from '../platform/progress.js'
import { readPace } from '../rehearsal/clock/room.js'
import type { Pace } from '../rehearsal/clock/skip.js'
import { isControl } from '../rehearsal/control.js'
import { readAddresses } from '../rehearsal/lambda/address.js'
import { DEFAULT_CONNECTIONS, DEFAULT_RATE } from '../rehearsal/load/options.js'
import { runLoadProcess } from '../rehearsal/load/process.js'
import { isRouter, ROUTERS } from '../rehearsal/router/router.js'
import { isTasks, type RehearsalOptions, serveRehearsal } from '../rehearsal/serve.js'
import { lookAt } from '../rehearsal/view/look.js'
import { watch } from '../rehearsal/view/watch.js'
import { StaggerError } from '../words.js'

export interface ServeOptions {
  readonly port?: string
  readonly control?: string
  readonly tasks?: string
  readonly rates?: string
  readonly speed?: string
  readonly requestsPerStep?: string
  readonly router?: string
  readonly state?: string
  readonly lambda?: readonly string[]
}

/** Resolves once somebody wants this process to end, or whoever started it as a child is gone. */
export const untilStopped = (): Promise<void> =>
  new Promise<void>((stop) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop())
    process.once('disconnect', () => stop())
  })

/** A picture, for whoever sits at the terminal. */
const showUntil = async (stopped: Promise<void>, endpoint: string): Promise<void> => {
  const over = new AbortController()
  void stopped.then(() => over.abort())
  await watch(lookAt(endpoint), process.stderr, over.signal)
}

/** Prints where it serves as one JSON line, and serves until it is told to stop; then nothing of it is left. */
export const serve = async (given: ServeOptions, progress: Progress): Promise<number> => {
  const stopped = untilStopped()
  const rehearsal = await serveRehearsal({ progress, ...checkedOptions(given) })
  process.stdout.write(`${JSON.stringify({ endpoint: rehearsal.endpoint })}\n`)
  if (process.stderr.isTTY) await showUntil(stopped, rehearsal.endpoint)
  await stopped
  await rehearsal.close()
  if (process.connected) process.disconnect()
  return 0
}

/** The options as they were given, each looked at. */
export const checkedOptions = (given: ServeOptions): Omit<RehearsalOptions, 'progress'> => {
  const { port, speed, requestsPerStep, state, lambda } = given
  return {
    ...(port === undefined ? {} : { port: checkedPort(port) }),
    ...(speed === undefined ? {} : { pace: checkedPace(speed) }),
    ...(requestsPerStep === undefined ? {} : { requestsPerStep: checkedRequests(requestsPerStep) }),
    ...(state === undefined ? {} : { state: resolve(state) }),
    ...(lambda === undefined ? {} : { lambda: readAddresses(lambda) }),
    ...checkedNames(given),
  }
}

/** The options that are one of a few words. */
const checkedNames = ({ control, tasks, rates, router }: ServeOptions) => {
  if (control !== undefined && !isControl(control)) throw new StaggerError(notAControl(control))
  if (tasks !== undefined && !isTasks(tasks)) throw new StaggerError(noSuchTasks(tasks))
  if (rates !== undefined && rates !== 'aws') throw new StaggerError(noSuchRates(rates))
  if (router !== undefined && !isRouter(router)) throw new StaggerError(noSuchRouter(router))
  const named = { control, tasks, rates, router }
  return Object.fromEntries(Object.entries(named).filter(([, name]) => name !== undefined))
}

const checkedPort = (text: string): number => {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new StaggerError({
    code: 'usage',
    fault: 'caller',
    problem: `${JSON.stringify(text)} is not a port`,
    why: 'a port is a whole number from 0 to 65535; 0 takes any that is free',
    fix: 'stagger rehearse serve --port 4566',
  })
}

const checkedPace = (text: string): Pace => {
  const pace = readPace(text)
  if (pace) return pace
  throw new StaggerError({
    code: 'usage',
    fault: 'caller',
    problem: `${JSON.stringify(text)} is not a speed`,
    why: 'a speed is how many times as fast idle time passes, from 1 to 100000, or `hand`',
    fix: 'stagger rehearse serve --speed 60',
  })
}

const checkedRequests = (text: string): number => {
  const requests = Number(text)
  if (text.trim() !== '' && Number.isInteger(requests) && requests >= 0) return requests
  throw new StaggerError({
    code: 'usage',
    fault: 'caller',
    problem: `${JSON.stringify(text)} is not a number of requests`,
    why: 'time is skipped only once each step has seen so many: a whole number from 0',
    fix: 'stagger rehearse serve --speed 60 --requests-per-step 100',
  })
}

const notAControl = (control: string) => ({
  code: 'usage',
  fault: 'caller' as const,
  problem: `there is no control ${JSON.stringify(control)}`,
  why: 'a control is a fault built in on purpose, to see that the load finds it',
  fix: 'stagger rehearse serve --control stop-first',
})

const noSuchRouter = (router: string) => ({
  code: 'usage',
  fault: 'caller' as const,
  problem: `there is no router ${JSON.stringify(router)}`,
  why: `requests reach tasks through one of these: ${ROUTERS.join(', ')}`,
  fix: 'stagger rehearse serve --router nginx',
})

const noSuchTasks = (tasks: string) => ({
  code: 'usage',
  fault: 'caller' as const,
  problem: `tasks cannot be ${JSON.stringify(tasks)}`,
  why: 'a task is real containers, or hollow: a small server without a container',
  fix: 'stagger rehearse serve --tasks hollow',
})

const noSuchRates = (rates: string) => ({
  code: 'usage',
  fault: 'caller' as const,
  problem: `there are no rates ${JSON.stringify(rates)}`,
  why: 'requests are throttled at the rates of AWS, or not at all',
  fix: 'stagger rehearse serve --rates aws',
})

export interface LoadOptionsGiven {
  readonly url: string
  readonly rate?: string
  readonly connections?: string
  readonly body?: string
  readonly seconds?: string
  readonly timeout?: string
}

export const load = async ({ url, body, ...numbers }: LoadOptionsGiven): Promise<number> => {
  const given = Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, Number(text)]))
  await runLoadProcess({
    url,
    rate: DEFAULT_RATE,
    connections: DEFAULT_CONNECTIONS,
    ...given,
    ...(body === undefined ? {} : { body }),
  })
  return 0
}
