import { tag, tagExitCode } from '../commands/tag.js'
import type { Progress } from '../platform/progress.js'
import { openRegistry } from '../platform/registry.js'
import { tagHeadline, tagJson, tagMarkdown, tagText } from '../report/tag.js'
import type { ActionBody } from './action.js'
import type { Shown } from './cli.js'
import { mayRelease } from './invocation.js'
import { inSession, planIn, registryIn } from './session.js'

export interface TagOptions {
  readonly repo: string
  readonly services: readonly string[]
  readonly registry: string | null
  readonly yes: boolean
}

const run = (options: TagOptions, progress: Progress) =>
  inSession(options.repo, progress, async (session) => {
    const plan = await planIn(session)
    const prefix = await registryIn(session, plan, options.registry)
    const { services, yes } = options
    const dryRun = !mayRelease(session.invocation, yes)
    const request = { plan, services, prefix, dryRun, trusted: session.invocation.trusted || yes }
    return tag({ ...session, registry: openRegistry() }, request)
  })

export const tagCommand: Shown<TagOptions> = async (options, progress) => {
  const result = await run(options, progress)
  const problems = result.services.flatMap(({ problem }) => problem ?? [])
  return { code: tagExitCode(result), json: tagJson(result), text: tagText(result), problems }
}

export const action: ActionBody = async (progress, inputs) => {
  const services = inputs.words('service')
  const registry = inputs.text('registry', '') || null
  const result = await run(
    { repo: inputs.text('working-directory', '.'), services, registry, yes: false },
    progress,
  )
  return {
    code: tagExitCode(result),
    headline: tagHeadline(result),
    summary: tagMarkdown(result),
    outputs: {
      result: JSON.stringify(tagJson(result)),
      version: result.services.length === 1 ? (result.services[0]?.version ?? '') : '',
    },
    problems: result.services.flatMap(({ problem }) => problem ?? []),
  }
}
