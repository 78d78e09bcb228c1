import { sweepExitCode, sweepImages } from '../commands/images.js'
import { noPrefix } from '../commands/retention/problems.js'
import type { Limits } from '../image/retention.js'
import { ecsImagesInUse } from '../platform/aws/ecs-images.js'
import type { Progress } from '../platform/progress.js'
import { openRegistries } from '../platform/registry/choose.js'
import { sweepJson, sweepProblems, sweepText } from '../report/images.js'
import { StaggerError } from '../words.js'
import type { Shown } from './cli.js'
import { configurationIn, inSession, planIn, registryIn, type Session } from './session.js'

export interface ImagesOptions {
  readonly repo: string
  readonly services: readonly string[]
  readonly registry: string | null
  readonly keep: number
  /** In days. */
  readonly olderThan: number
  readonly withoutEcs: boolean
  readonly yes: boolean
}

const DAY = 24 * 60 * 60 * 1000

const limitsOf = ({ keep, olderThan }: ImagesOptions, { clock }: Session): Limits => ({
  keep,
  olderThan: olderThan * DAY,
  now: clock.now(),
})

/** A dry run also in CI: what is deleted nobody brings back. */
const run = (options: ImagesOptions, progress: Progress) =>
  inSession(options.repo, progress, async (session) => {
    const plan = await planIn(session, { freshLedger: true })
    const prefix = await registryIn(session, plan, options.registry)
    if (prefix === null) throw new StaggerError(noPrefix())
    return sweepImages(
      { ...session, registry: openRegistries(), imagesInUse: ecsImagesInUse },
      {
        plan,
        configuration: await configurationIn(session, plan),
        services: options.services,
        prefix,
        limits: limitsOf(options, session),
        withoutEcs: options.withoutEcs,
        dryRun: !options.yes,
      },
    )
  })

export const imagesCommand: Shown<ImagesOptions> = async (options, progress) => {
  const result = await run(options, progress)
  return {
    code: sweepExitCode(result),
    json: sweepJson(result),
    text: sweepText(result, process.stdout.columns),
    problems: sweepProblems(result),
  }
}
