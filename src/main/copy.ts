import { copyExitCode, copyImages } from '../commands/copy.js'
import type { Progress } from '../platform/progress.js'
import { openRegistries } from '../platform/registry/choose.js'
import { copyJson, copyProblems, copyText } from '../report/copies.js'
import type { Shown } from './cli.js'
import { configurationIn, inSession, planIn, registryIn } from './session.js'

export interface CopyOptions {
  readonly repo: string
  readonly services: readonly string[]
  readonly to: string
  readonly version: string | null
  readonly registry: string | null
  readonly yes: boolean
}

const run = ({ repo, services, to, version, registry, yes }: CopyOptions, progress: Progress) =>
  inSession(repo, progress, async (session) => {
    const plan = await planIn(session)
    const { build = {} } = await configurationIn(session, plan)
    return copyImages(
      { ...session, registry: openRegistries() },
      {
        plan,
        services,
        to,
        version,
        prefix: await registryIn(session, plan, registry),
        createRepositories: build.createRepositories ?? false,
        dryRun: !yes && !session.invocation.ci,
      },
    )
  })

export const copyCommand: Shown<CopyOptions> = async (options, progress) => {
  const result = await run(options, progress)
  return {
    code: copyExitCode(result),
    json: copyJson(result),
    text: copyText(result),
    problems: copyProblems(result),
  }
}
