import type { Scene, SeenRevision, SeenService } from './scene.js'

const plural = (count: number, what: string): string => (count === 0 ? '' : `, ${count} ${what}`)

const revisionLine = ({ name, running, starting, leaving, share }: SeenRevision): string =>
  [
    `${name}: ${running} running`,
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

const BAR = 30

const bar = (share: number): string => {
  const full = Math.round((share * BAR) / 100)
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`
}

const revisionRow = (revision: SeenRevision, perSecond: number): string => {
  const { name, running, starting, leaving, share } = revision
  const traffic = share === undefined ? ''.padEnd(BAR + 7) : `${bar(share)} ${`${share}%`.padStart(6)}`
  const tasks = `${running} running${plural(starting, 'starting')}${plural(leaving, 'leaving')}`
  return `  ${name.padEnd(24)} ${traffic}  ${String(perSecond).padStart(5)} req/s  ${tasks}`
}

const requestsOf = (scene: Scene | undefined, service: string, revision: string): number | undefined =>
  scene?.services.find(({ name }) => name === service)?.revisions.find(({ name }) => name === revision)
    ?.requests

/** The whole picture for a terminal; `seconds` is the time since `before`, for the requests of each revision. */
export const picture = (before: Scene | undefined, now: Scene, seconds: number): readonly string[] => [
  `time in the cluster: ${now.now.slice(0, 19).replace('T', ' ')}`,
  ...now.services.flatMap((service) => [
    '',
    `${service.name}  ${isUnderWay(service) ? `${service.strategy} · ${service.stage} · ` : ''}${service.status}`,
    ...service.revisions.map((revision) => {
      const was = requestsOf(before, service.name, revision.name) ?? revision.requests
      return revisionRow(revision, Math.round((revision.requests - was) / Math.max(0.001, seconds)))
    }),
  ]),
]
