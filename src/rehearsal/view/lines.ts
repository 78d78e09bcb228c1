import type { Scene, SeenRevision, SeenService } from './scene.js'

const plural = (count: number, what: string): string => (count === 0 ? '' : `, ${count} ${what}`)

const revisionLine = ({ name, version, running, starting, leaving, share }: SeenRevision): string =>
  [
    `${name} (${version}): ${running} running`,
    plural(starting, 'starting'),
    plural(leaving, 'leaving'),
    share === undefined ? '' : `, ${share}% of the traffic`,
  ].join('')

const isUnderWay = ({ status }: SeenService): boolean => /PENDING|IN_PROGRESS|REQUESTED/.test(status)

/** One line: what it does, and what each of its revisions has. */
export const serviceLine = (service: SeenService): string => {
  const { name, strategy, stage, status, reason, revisions } = service
  const what = isUnderWay(service) ? `${strategy} ${status} at ${stage}` : status
  const why = reason === undefined ? '' : ` (${reason})`
  return `${name}: ${what}${why}; ${revisions.map(revisionLine).join('; ')}`
}

/** What differs from before, in lines for whoever reads a log. */
export const news = (before: Scene | undefined, now: Scene): readonly string[] =>
  now.services
    .map(serviceLine)
    .filter((line) => !before?.services.some((service) => serviceLine(service) === line))
    .map((line) => `${now.now.slice(11, 19)}  ${line}`)

/** What fits a terminal. */
const WIDTH = 80
const [NAME, VERSION, BAR] = [22, 12, 14]

/** The end of a name tells revisions apart, so that is what is kept of a long one. */
const narrow = (text: string, width: number): string =>
  (text.length > width ? `…${text.slice(1 - width)}` : text).padEnd(width)

const bar = (share: number): string => {
  const full = Math.round((share * BAR) / 100)
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`
}

const change = (count: number, sign: string): string => (count === 0 ? '' : ` ${sign}${count}`)

const HEAD = `  ${'revision'.padEnd(NAME)} ${'version'.padEnd(VERSION)} ${'traffic'.padEnd(BAR + 7)} req/s  tasks`

const revisionRow = (revision: SeenRevision, perSecond: number): string => {
  const { name, version, running, starting, leaving, share } = revision
  const traffic = share === undefined ? ''.padEnd(BAR + 7) : `${bar(share)} ${`${share}%`.padStart(6)}`
  const tasks = `${running}${change(starting, '+')}${change(leaving, '-')}`
  const columns = [narrow(name, NAME), narrow(version, VERSION), traffic, String(perSecond).padStart(5)]
  return `  ${columns.join(' ')}  ${tasks}`
}

const headline = (service: SeenService): string => {
  const { name, strategy, stage, status } = service
  const what = isUnderWay(service) ? `${strategy} · ${stage} · ${status}` : status
  return `${name}  ${what}`.slice(0, WIDTH)
}

const requestsOf = (scene: Scene | undefined, service: string, revision: string): number | undefined =>
  scene?.services.find(({ name }) => name === service)?.revisions.find(({ name }) => name === revision)
    ?.requests

/**
 * The whole picture for a terminal; `seconds` is the time since `before`, for the requests of each revision. Of tasks it has
 * those that run, that start (+) and that leave (-).
 */
export const picture = (before: Scene | undefined, now: Scene, seconds: number): readonly string[] => [
  `time in the cluster: ${now.now.slice(0, 19).replace('T', ' ')}`,
  HEAD,
  ...now.services.flatMap((service) => [
    headline(service),
    ...service.revisions.map((revision) => {
      const was = requestsOf(before, service.name, revision.name) ?? revision.requests
      return revisionRow(revision, Math.round((revision.requests - was) / Math.max(0.001, seconds)))
    }),
  ]),
]
