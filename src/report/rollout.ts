import type { Decision } from '../ecs/decide.js'
import type { Difference } from '../ecs/task-definition.js'
import { tellPercent } from '../rollout/ladder.js'
import type { News } from '../rollout/news.js'
import type { Tasks, Traffic } from '../rollout/sight.js'
import { type ServiceName, unreachable } from '../words.js'
import { minutes } from './strategy.js'
import { printable } from './table.js'

/** One line of progress; `left` are the milliseconds for which it is still followed, and `by` is who moves the traffic. */
export const newsLine = (service: ServiceName, news: News, left: number, by = 'ECS'): string => {
  switch (news.kind) {
    case 'progress':
      return `${service}: ${progressText(news)}${isOver(news.status) ? '' : ` (${minutes(Math.ceil(left / 60_000))} left)`}`
    case 'hooks':
      return `${service}: ${by} asks ${printable(news.names.join(', '))}${news.stage === null ? '' : ` at ${asWords(news.stage)}`}`
    case 'alarms':
      return `${service}: in ALARM: ${printable(news.names.join(', '))}`
    case 'stopping':
      return `${service}: ${news.why === 'late' ? 'its time is over' : 'asked to stop'}; ${by} is asked to roll it back`
    case 'rolling-back':
      return `${service}: ${by} rolls back: ${printable(news.reason)}`
    case 'lost':
      return `${service}: no answer (${printable(news.why)}); ${by} goes on, and is asked again`
    default:
      return unreachable(news)
  }
}

const progressText = ({ status, stage, traffic, tasks }: Extract<News, { kind: 'progress' }>): string =>
  [
    ...(status === 'IN_PROGRESS' ? [] : [asWords(status)]),
    ...(stage === null || isOver(status) ? [] : [asWords(stage)]),
    ...(traffic === null ? [] : [trafficText(traffic)]),
    tasksText(tasks),
  ].join(', ')

export const isOver = (status: string): boolean =>
  /^(SUCCESSFUL|STOPPED|ROLLBACK_(SUCCESSFUL|FAILED))$/.test(status)

export const asWords = (word: string): string => printable(word.toLowerCase().replaceAll('_', ' '))

const trafficText = ({ production, test }: Traffic): string => {
  const tests = test > 0 && test !== production ? ` and ${tellPercent(test)} of the tests` : ''
  return `${tellPercent(production)} of the traffic${tests}`
}

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

/** Why many services at once last longer than one of them. */
export const paceLine = (registrations: number, milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000)
  const long = seconds < 100 ? `${seconds} s` : minutes(Math.round(seconds / 60))
  return `${count(registrations, 'new task definition')}: AWS takes so many one after the other, in about ${long}`
}

export const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? '' : 's'}`

export const differenceLine = ({ path, from, to }: Difference): string =>
  printable(`${path}: ${from ?? '(not set)'} → ${to ?? '(not set)'}`)
