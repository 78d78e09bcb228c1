import type { Scene, SeenService } from './scene.js'

/** A stretch of time in which a service was in one stage. */
export interface Stretch {
  readonly service: string
  readonly what: string
  readonly from: string
  readonly to: string
}

const isUnderWay = ({ status }: SeenService): boolean => /PENDING|IN_PROGRESS|REQUESTED/.test(status)

const whatOf = ({ status, stage, revisions }: SeenService): string => {
  const share = revisions[0]?.share
  const back = status.startsWith('ROLLBACK') ? 'back: ' : ''
  const traffic = stage === 'PRODUCTION_TRAFFIC_SHIFT' && share !== undefined ? ` ${share}%` : ''
  return `${back}${stage}${traffic}`
}

/** The timeline, one scene further: the same stage goes on, another one begins. */
export const extend = (timeline: readonly Stretch[], { now, services }: Scene): readonly Stretch[] =>
  services.filter(isUnderWay).reduce((all, service) => {
    const what = whatOf(service)
    const last = all.findLast((one) => one.service === service.name)
    return last?.what === what
      ? all.map((one) => (one === last ? { ...one, to: now } : one))
      : all.concat({ service: service.name, what, from: now, to: now })
  }, timeline)

const clock = (instant: string): string => instant.slice(0, 19).replace('T', ' ')

export const timelineText = (timeline: readonly Stretch[]): readonly string[] =>
  timeline.map(({ service, what, from, to }) => `${clock(from)} – ${clock(to)}  ${service}  ${what}`)

const seconds = ({ from, to }: Stretch): number =>
  Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 1000))

/** A picture that GitHub draws: what stands in a label must not end it. */
const label = (text: string): string => text.replace(/[:;,#]/g, ' ').trim()

export const timelineMarkdown = (timeline: readonly Stretch[]): string => {
  const services = [...new Set(timeline.map(({ service }) => service))]
  const rows = services.flatMap((service) => [
    `  section ${label(service)}`,
    ...timeline
      .filter((one) => one.service === service)
      .map((one) => `  ${label(one.what)} :${one.from.slice(0, 19)}, ${seconds(one)}s`),
  ])
  const gantt = ['gantt', '  dateFormat YYYY-MM-DDTHH:mm:ss', '  axisFormat %H:%M', ...rows]
  return [
    '# The rehearsal',
    '',
    '```mermaid',
    ...gantt,
    '```',
    '',
    ...timelineText(timeline).map((line) => `- ${line}`),
    '',
  ].join('\n')
}
