/** What was found out about the program that builds. The words are buildx's own. */
export interface BuilderFacts {
  readonly kind: 'engine' | 'buildx'
  readonly name: string | null
  readonly driver: string
  readonly buildkit: string | null
  readonly engine: string | null
  readonly containerd: boolean
  readonly platforms: readonly string[]
}

/** What `docker buildx inspect` prints of a builder: lines of `Name:   value`, a part for each node below them. */
export const readInspected = (
  stdout: string,
): Pick<BuilderFacts, 'name' | 'driver' | 'buildkit' | 'platforms'> | null => {
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'm').exec(stdout)?.[1]?.trim() || null
  const [name, driver] = [field('Name'), field('Driver')]
  if (name === null || driver === null) return null
  const platforms = (field('Platforms') ?? '').split(',').map((text) => text.trim().replace(/\*$/, ''))
  return {
    name,
    driver,
    buildkit: field('BuildKit version')?.replace(/^v/, '') ?? null,
    platforms: platforms.filter((text) => text !== ''),
  }
}

/** Of `docker info --format={{json .DriverStatus}}`: containerd's store says so of itself. */
export const usesContainerd = (driverStatus: string): boolean =>
  driverStatus.includes('io.containerd.snapshotter')

/** The digest that buildx writes with `--metadata-file`; null where it pushed nothing. */
export const digestIn = (metadata: string): string | null => {
  try {
    const digest: unknown = JSON.parse(metadata)['containerimage.digest']
    return typeof digest === 'string' ? digest : null
  } catch {
    return null
  }
}
