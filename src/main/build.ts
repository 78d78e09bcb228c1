import { type BuildRequest, build, buildExitCode } from '../commands/build.js'
import { manifestOf } from '../image/manifest.js'
import type { BuildResult, BuiltService } from '../image/result.js'
import { openCompose } from '../platform/compose.js'
import { openContainers } from '../platform/containers.js'
import { openDocker } from '../platform/docker.js'
import { files } from '../platform/files.js'
import { openLfs } from '../platform/git/lfs.js'
import { openRunnerMarks } from '../platform/marks.js'
import type { Progress } from '../platform/progress.js'
import { openRegistries } from '../platform/registry/choose.js'
import { openReportFolder } from '../platform/reports.js'
import { openSecrets } from '../platform/secrets.js'
import { openTools } from '../platform/tools.js'
import {
  buildHeadline,
  buildJson,
  buildMarkdown,
  buildProblems,
  buildText,
  testedService,
} from '../report/build.js'
import { testAnnotations } from '../report/tests.js'
import { type Problem, StaggerError } from '../words.js'
import type { ActionBody } from './action.js'
import type { Shown } from './cli.js'
import { manifestOutputs, manifestPath, writeManifest } from './manifest.js'
import { configurationIn, inSession, planToBuild, registryIn, type Session } from './session.js'
import { exitingWhenStopped } from './signals.js'

export interface BuildOptions {
  readonly repo: string
  readonly services: readonly string[]
  readonly push: boolean
  readonly registry: string | null
  /** A file to write the release manifest to. */
  readonly manifest: string | null
  /** Of several platforms only this one. */
  readonly platform: string | null
  /** How many services at once; null as configured. */
  readonly jobs: number | null
  readonly yes: boolean
}

const run = (options: BuildOptions, progress: Progress) =>
  inSession(options.repo, progress, (session) =>
    exitingWhenStopped(async () => {
      const request = await requestOf(session, options)
      // Only where nothing can be pushed, and only on a runner: its cache is a large part of the bundle.
      const marks = !options.push && session.invocation.ci ? await openRunnerMarks({ progress }) : null
      const world = { ...session, ...toolsIn(options.repo), registry: openRegistries() }
      return { ...(await build({ ...world, marks }, request)), dryRun: request.push && request.dryRun }
    }),
  )

const toolsIn = (repository: string) => ({
  docker: openDocker(),
  files,
  lfs: openLfs(repository),
  secrets: openSecrets(),
  tools: {
    containers: openContainers(),
    compose: openCompose(),
    reportFolder: openReportFolder,
    checks: openTools(),
  },
  environment: process.env,
})

const requestOf = async (session: Session, options: BuildOptions): Promise<BuildRequest> => {
  const { ci, trusted, pullRequest, event, run: address } = session.invocation
  const plan = await planToBuild(session)
  const { build: configured = {} } = plan.services.length > 0 ? await configurationIn(session, plan) : {}
  return {
    plan,
    services: options.services,
    prefix: options.push ? await registryIn(session, plan, options.registry) : null,
    push: options.push,
    dryRun: !options.yes && !ci,
    trusted: trusted || options.yes,
    // What somebody proposes on GitHub keeps to itself whatever is said; elsewhere `--yes` is the consent.
    pullRequest: pullRequest && !(options.yes && event === null),
    run: address,
    settings: options.jobs === null ? configured : { ...configured, jobs: options.jobs },
    platform: options.platform,
  }
}

export const buildCommand: Shown<BuildOptions> = async (options, progress) => {
  const { manifest, push } = options
  if (manifest !== null && !push) throw new StaggerError(nothingToList(options))
  const result = await run(options, progress)
  const problems = result.services.flatMap(({ problem }) => problem ?? [])
  if (manifest !== null) leaveManifest(manifest, result, progress)
  return { code: buildExitCode(result), json: buildJson(result), text: buildText(result), problems }
}

const nothingToList = ({ services, manifest }: BuildOptions): Problem => ({
  code: 'manifest-without-push',
  fault: 'caller',
  problem: 'a build that pushes nothing has no release manifest',
  why: 'a manifest names images by the digests that a registry gives them, and without --push they stay in the local engine: it would be empty',
  fix: `push them: stagger ${['build', ...services].join(' ')} --push --yes --manifest ${manifest}   (or leave --manifest out)`,
})

/** What a dry run would have pushed has no digest: a manifest of it would pass for one of nothing. */
const leaveManifest = (
  file: string,
  { services, dryRun }: BuildResult & { readonly dryRun: boolean },
  progress: Progress,
): void => {
  if (dryRun) progress.warn(`a dry run writes no ${file}: --yes pushes, and writes it`)
  else writeManifest(file, manifestOf(services))
  if (!dryRun && services.length === 0)
    progress.warn(
      `${file} names no image, since nothing had to be built; to have all of this commit: stagger manifest --out ${file}`,
    )
}

export const action: ActionBody = async (progress, inputs) => {
  const result = await run(
    {
      repo: inputs.text('working-directory', '.'),
      services: inputs.words('service'),
      push: inputs.flag('push', true),
      registry: inputs.text('registry', '') || null,
      platform: inputs.text('platform', '') || null,
      jobs: null,
      manifest: null,
      yes: false,
    },
    progress,
  )
  const manifest = manifestOf(result.services)
  const file = manifestPath(fileNameOf(result.services))
  writeManifest(file, manifest)
  const problems = buildProblems(result)
  return {
    code: buildExitCode(result),
    headline: buildHeadline(result),
    summary: buildMarkdown(result),
    outputs: {
      result: JSON.stringify(buildJson(result)),
      ...onlyOf(result.services),
      ...manifestOutputs(manifest, file),
    },
    problems,
    annotations: testAnnotations(result.services.map(testedService), problems),
  }
}

/** For the usual job of a matrix, which builds one service. */
const onlyOf = (services: readonly BuiltService[]) => {
  const [only] = services.length === 1 ? services : []
  const { digest, fingerprint, outcome, version } = only ?? {}
  return {
    digest: digest ?? '',
    fingerprint: fingerprint ?? '',
    outcome: outcome ?? '',
    version: version ?? '',
  }
}

/** One that no other job of the matrix has, for artifacts of many jobs go into one folder. */
const fileNameOf = (services: readonly BuiltService[]): string => {
  const [first, ...others] = services
  return first ? `${first.name}${others.length > 0 ? `-and-${others.length}-more` : ''}` : 'nothing'
}
