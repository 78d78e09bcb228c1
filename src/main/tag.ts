import { type TagRequest, tag, tagExitCode } from '../commands/tag.js'
import type { Progress } from '../platform/progress.js'
import { openRegistries } from '../platform/registry/choose.js'
import { tagHeadline, tagJson, tagMarkdown, tagOutput, tagText, versionsOf } from '../report/tag.js'
import { type AskedTexts, readAsked } from '../version/asked.js'
import { FIRST } from '../version/settings.js'
import type { Version } from '../words.js'
import type { ActionBody } from './action.js'
import type { Shown } from './cli.js'
import { gitHubOf } from './github.js'
import { releasing } from './invocation.js'
import { configurationIn, inSession, planIn, registryIn, type Session } from './session.js'

export interface TagOptions extends AskedTexts {
  readonly repo: string
  readonly services: readonly string[]
  readonly registry: string | null
  readonly yes: boolean
  /** For releases on GitHub; `GITHUB_TOKEN` where it is null. */
  readonly token: string | null
}

const run = (options: TagOptions, progress: Progress) => {
  const asked = readAsked(options)
  return inSession(options.repo, progress, async (session) => {
    const request = { ...(await requestOf(session, options)), asked }
    return tag({ ...session, registry: openRegistries(), github: gitHubOf(options.token) }, request)
  })
}

const requestOf = async (session: Session, options: TagOptions): Promise<Omit<TagRequest, 'asked'>> => {
  const plan = await planIn(session)
  const { version = {} } = await configurationIn(session, plan)
  const may = releasing(session.invocation, options.yes, version.prereleases ?? {})
  return {
    plan,
    services: options.services,
    prefix: await registryIn(session, plan, options.registry),
    dryRun: may.kind === 'nothing',
    channel: may.kind === 'prereleases' ? may.channel : null,
    pullRequest: session.invocation.pullRequest && !options.yes,
    trusted: session.invocation.trusted || options.yes,
    run: session.invocation.run,
    first: (version.first ?? FIRST) as Version,
    githubRelease: version['github-release'] ?? false,
  }
}

export const tagCommand: Shown<TagOptions> = async (options, progress) => {
  const result = await run(options, progress)
  const problems = result.services.flatMap(({ problem }) => problem ?? [])
  return { code: tagExitCode(result), json: tagJson(result), text: tagText(result), problems }
}

export const action: ActionBody = async (progress, inputs) => {
  const result = await run(
    {
      repo: inputs.text('working-directory', '.'),
      services: inputs.words('service'),
      registry: inputs.text('registry', '') || null,
      bump: inputs.text('bump', '') || null,
      as: inputs.text('as', '') || null,
      token: inputs.text('github-token', '') || null,
      yes: false,
    },
    progress,
  )
  return {
    code: tagExitCode(result),
    headline: tagHeadline(result),
    summary: tagMarkdown(result),
    outputs: { result: JSON.stringify(tagOutput(result)), version: onlyVersion(versionsOf(result)) },
    problems: result.services.flatMap(({ problem }) => problem ?? []),
  }
}

/** For the usual job of a matrix, which tags one service, or one group. */
const onlyVersion = (versions: readonly string[]): string =>
  versions.length === 1 ? (versions[0] ?? '') : ''
