import type { Check } from '../ecs/check.js'
import type { EnvironmentName, ServiceName } from '../words.js'
import { placeName } from './place.js'
import { markdownText, printable } from './table.js'

interface Verified {
  readonly name: ServiceName
  readonly ecs?: string
  readonly environment: EnvironmentName
  readonly checks: readonly Check[]
}

const MARK = { ok: '[OK]', caution: '[CAUTION]', refused: '[REFUSED]' } as const

/** A tree for a terminal. */
export const verifyText = (verified: readonly Verified[]): string =>
  verified
    .map((one) => [`${placeName(one)} in ${one.environment}`, ...branches(one.checks), ''].join('\n'))
    .join('\n')

const branches = (checks: readonly Check[]): readonly string[] =>
  checks.flatMap(({ state, what, problem }, at) => {
    const last = at === checks.length - 1
    const below = last ? '   ' : '│  '
    const more = problem ? [`why: ${problem.why}`, `fix: ${problem.fix}`] : []
    return [
      `${last ? '└─' : '├─'} ${MARK[state].padEnd(9)} ${printable(what)}`,
      ...more.map((line) => `${below}           ${printable(line)}`),
    ]
  })

export const verifyHeadline = (verified: readonly Verified[]): string => {
  const all = verified.flatMap(({ checks }) => checks)
  const many = (state: Check['state']) => all.filter((check) => check.state === state).length
  return `${many('ok')} fine, ${many('caution')} to know, ${many('refused')} refused.`
}

export const verifyMarkdown = (verified: readonly Verified[]): string =>
  [
    `**${verifyHeadline(verified)}**\n`,
    ...verified.map(
      ({ environment, checks, ...one }) =>
        `${markdownText(`${placeName(one)} in ${environment}`)}\n\n${checks
          .map(
            ({ state, what, problem }) =>
              `- ${MARK[state]} ${markdownText(what)}${problem ? `: ${markdownText(problem.fix)}` : ''}`,
          )
          .join('\n')}\n`,
    ),
  ].join('\n')

/** What `verify --json` prints. */
export const verifyJson = (verified: readonly Verified[]): object => ({
  schema: 1,
  services: verified.map(({ name, ecs, environment, checks }) => ({
    name,
    ...(ecs === undefined ? {} : { ecs }),
    environment,
    checks: checks.map(({ state, what, problem }) => ({ state, what, problem: problem ?? null })),
  })),
})
