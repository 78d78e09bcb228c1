import type { Decision } from '../ecs/decide.js'
import type { Difference } from '../ecs/task-definition.js'
import type { News } from '../rollout/follow.js'
import type { Tasks } from '../rollout/sight.js'
import { type ServiceName, unreachable } from '../words.js'
import { printable } from './table.js'

/** One line of progress. */
export const newsLine = (service: ServiceName, news: News): string => {
  switch (news.kind) {
    case 'progress':
      return `${service}: ${stageOf(news.status)}${tasksText(news.tasks)}`
    case 'rolling-back':
      return `${service}: ECS rolls back: ${printable(news.reason)}`
    case 'lost':
      return `${service}: no answer (${printable(news.why)}); ECS goes on, and is asked again`
    default:
      return unreachable(news)
  }
}

const stageOf = (status: string): string =>
  status === 'IN_PROGRESS' ? '' : `${status.toLowerCase().replaceAll('_', ' ')}, `

const tasksText = ({ running, requested, pending, failed, threshold }: Tasks): string =>
  [
    `${running} of ${requested} new tasks running`,
    ...(pending > 0 ? [`${pending} starting`] : []),
    ...(failed ? [`${failed} failed${threshold ? ` of ${threshold} that roll it back` : ''}`] : []),
  ].join(', ')

/** What is going to be done, in one line. */
export const decisionLine = (service: ServiceName, decision: Decision): string => {
  const settings = decision.configuration ? ', with its deployment settings brought up to date' : ''
  switch (decision.kind) {
    case 'unchanged':
      return `${service}: runs this image with this configuration already${settings}`
    case 'join':
      return `${service}: a deployment of exactly this is under way; following it${settings}`
    case 'again':
      return `${service}: the same was tried and failed; a new deployment of it${settings}`
    case 'register':
      return `${service}: a new task definition (${count(decision.differences.length, 'difference')})${settings}`
    default:
      return unreachable(decision)
  }
}

export const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? '' : 's'}`

export const differenceLine = ({ path, from, to }: Difference): string =>
  printable(`${path}: ${from ?? '(not set)'} → ${to ?? '(not set)'}`)
