import type { KeptOrGone, SweepResult } from '../image/retention-result.js'
import type { Problem } from '../words.js'
import { imagesTable } from './images-table.js'
import { distinct } from './outcomes.js'

/** What `images gc --json` prints. */
export const sweepJson = ({ schema, dryRun, repositories }: SweepResult): Record<string, unknown> => ({
  schema,
  dryRun,
  repositories: repositories.map(({ repository, service, images }) => ({
    repository,
    service,
    images: images.map(({ digest, names, pushed, outcome, why, namesRemoved, problem }) => ({
      digest,
      names,
      pushed: pushed === null ? null : new Date(pushed).toISOString(),
      outcome,
      why,
      namesRemoved,
      problem,
    })),
  })),
})

const all = ({ repositories }: SweepResult): readonly KeptOrGone[] =>
  repositories.flatMap(({ images }) => images)

export const sweepProblems = (result: SweepResult): readonly Problem[] =>
  distinct(all(result).map(({ problem }) => problem))

const TOLD = { planned: 'to remove', removed: 'removed', failed: 'failed', kept: 'kept' } as const

const counted = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`

export const sweepHeadline = (result: SweepResult): string => {
  const images = all(result)
  if (images.length === 0) return 'Nothing to remove: the registry holds no image of these services.'
  const parts = (['planned', 'removed', 'failed', 'kept'] as const).flatMap((outcome) => {
    const number = images.filter((image) => image.outcome === outcome).length
    return number > 0 ? [`${number} ${TOLD[outcome]}`] : []
  })
  const where = counted(result.repositories.length, 'repository', 'repositories')
  return `${counted(images.length, 'image', 'images')} in ${where}: ${parts.join(', ')}.`
}

/** For a terminal, no line wider than `width`, where that is known. The problems are told apart from the result. */
export const sweepText = (result: SweepResult, width = Number.POSITIVE_INFINITY): string => {
  const isPlan = result.dryRun && all(result).some(isWork)
  return [
    `${sweepHeadline(result)}\n`,
    imagesTable(result, width),
    ...(isPlan ? ['\nThis was a dry run. With --yes they are removed.\n'] : []),
  ].join('')
}

const isWork = ({ outcome, namesRemoved }: KeptOrGone): boolean =>
  outcome === 'planned' || namesRemoved.length > 0
