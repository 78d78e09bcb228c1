import { inTheirFile } from '../catalog/inline.js'
import { type Dockerfile, readDockerfile } from '../catalog/read-dockerfile.js'
import type { Service } from '../catalog/service.js'
import { textAt } from '../catalog/tree.js'
import type { PlannedService } from '../changes/planned.js'
import { type Position, type Problem, StaggerError } from '../words.js'
import { causeOf, imageOf, perhaps, surely } from './failure-causes.js'
import { explainFile } from './missing-file.js'
import { lineOfBase, type Place, placeOf } from './missing-place.js'
import { type Commit, explainPath, explainSource, missingSource, type Told } from './missing-source.js'
import { type Failure, readFailure } from './output.js'
import { type Failing, notHermetic, reportsMissing, stageFailed } from './problems.js'

/** Why a build failed, in the words of who can mend it: the place in the Dockerfile, what is missing, the line to add. */
export const buildFailed = async (
  planned: Failing,
  stage: 'test' | 'image',
  lines: readonly string[],
  commit: Commit,
): Promise<Problem> => {
  const { service } = planned
  const reports = reportsMissing(planned, lines)
  if (reports) return reports
  const plain = stageFailed(planned, stage, lines)
  const failure = readFailure(lines)
  const dockerfile = await readableDockerfile(service, commit)
  const place = dockerfile && placeOf(dockerfile, failure)
  // Tests may well print that nobody answers, and mean it.
  const suggested = stage === 'test' ? [] : perhaps
  const told = await explain(service, failure, place, commit, suggested)
  const image = imageOf(failure)
  const from = image === null || dockerfile === null ? null : lineOfBase(dockerfile, image)
  const line = place?.step.instruction.line ?? failure.line ?? from
  const at = await positionOf(service, line, commit)
  const problem = {
    ...plain,
    ...(told ? { ...told, why: `${told.why}\n${plain.why}` } : {}),
    ...(at ? { at } : {}),
  }
  return (await inTheirFile(commit.objects, commit.root, service, [problem]))[0] ?? problem
}

/** The same of a service that is not even tried: its Dockerfile copies what no commit holds. */
export const notBuildable = async (
  planned: Pick<PlannedService, 'service' | 'image'>,
  commit: Commit,
): Promise<Problem> => {
  const plain = notHermetic(planned)
  const [first] = planned.image.inputs.untracked
  if (!first) return plain
  const { service } = planned
  const { why, fix } = await explainPath(service, first.detail.replace(/^\/+|\/+$/g, ''), null, commit)
  const at = await positionOf(service, first.line, commit)
  const problem = { ...plain, why: `${plain.why}\n${why}`, fix, ...(at ? { at } : {}) }
  return (await inTheirFile(commit.objects, commit.root, service, [problem]))[0] ?? problem
}

const explain = async (
  service: Service,
  failure: Failure,
  place: Place | null,
  commit: Commit,
  suggested: typeof perhaps,
): Promise<Told | null> => {
  const source = missingSource(failure)
  const isTransfer = place === null || isReading(place)
  const sure = causeOf(surely, service, failure)
  if (sure) return sure
  if (source !== null && isTransfer) return explainSource(service, source, place, commit)
  const file = place && (await explainFile(service, failure, place, commit))
  return file ?? causeOf(suggested, service, failure)
}

const isReading = ({ step }: Place): boolean =>
  step.instruction.keyword !== 'RUN' || step.instruction.flags.some((one) => one.startsWith('mount'))

/** Null where the front end is another one, or the Dockerfile cannot be read here. */
const readableDockerfile = async (
  service: Service,
  { objects, root }: Commit,
): Promise<Dockerfile | null> => {
  try {
    return await readDockerfile(service, objects, root)
  } catch (error) {
    if (error instanceof StaggerError) return null
    throw error
  }
}

const positionOf = async (
  { dockerfile, inline }: Service,
  line: number | null,
  { objects, root }: Commit,
): Promise<Position | null> => {
  if (line === null || line < 1) return null
  const lines = (inline ?? (await textAt(objects, root, dockerfile)) ?? '').split(/\r?\n/)
  const text = lines[line - 1]
  if (text === undefined) return null
  return { file: dockerfile, line, column: text.length - text.trimStart().length + 1, text }
}
