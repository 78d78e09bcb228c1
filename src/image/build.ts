/** Where on this machine a build finds what it reads. */
export interface Workspace {
  readonly context: string
  readonly dockerfile: string
}

export interface Stage {
  /** By its name, as BuildKit wants it; null for the last one, which may have none. */
  readonly target: string | null
  readonly args: Readonly<Record<string, string>>
}

/**
 * The arguments of `docker` for one stage, for the engine's own BuildKit. No label and no time goes in: the
 * same inputs must make the same image, and a version is given afterwards, by name.
 */
export const buildArguments = (
  { args, target }: Stage,
  { context, dockerfile }: Workspace,
  tag: string | null,
): readonly string[] => [
  'build',
  '--progress=plain',
  `--file=${dockerfile}`,
  ...(target === null ? [] : [`--target=${target}`]),
  ...Object.entries(args)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `--build-arg=${name}=${value}`),
  ...(tag === null ? [] : [`--tag=${tag}`]),
  context,
]
