import type { Input, StageInputs } from '../catalog/inputs.js'
import type { Fingerprint, Oid, ServiceName } from '../words.js'
import { printable, table } from './table.js'

/** Which files decide a service's image. */
export interface InputsOfService {
  readonly service: ServiceName
  readonly commit: Oid
  readonly fingerprint: Fingerprint | null
  /** Every file; no folders. */
  readonly files: readonly Input[]
  readonly stage: StageInputs
}

/** The documented object of `inputs --json`. */
export const inputsJson = ({
  service,
  commit,
  fingerprint,
  files,
  stage,
}: InputsOfService): Record<string, unknown> => ({
  schema: 1,
  service,
  rev: commit,
  fingerprint,
  files: files.map(({ path, mode, oid, because }) => ({
    path,
    mode,
    oid,
    because: `${because.instruction}, line ${because.line}`,
  })),
  settings: {
    target: stage.target,
    args: stage.args,
    instructions: stage.instructions,
    unpinned: stage.unpinned,
  },
  widened: [...stage.widened, ...stage.untracked],
})

const COLUMNS = [{ title: 'file' }, { title: 'because of' }] as const

export const inputsText = ({ service, fingerprint, files, stage }: InputsOfService): string =>
  [
    `${files.length} files decide the image of ${service} (${fingerprint ?? 'no fingerprint'})`,
    '',
    table(
      COLUMNS,
      files.map(({ path, because }) => [path, `${because.instruction}, line ${because.line}`]),
    ),
    ...[...stage.widened, ...stage.untracked].map(
      ({ reason, detail, line }) => `${reason}: ${printable(detail)} (line ${line})\n`,
    ),
  ].join('\n')
