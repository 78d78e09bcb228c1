import type { Digest } from '../words.js'
import type { DeploymentEntry } from './entries.js'

/** Where a service's image runs in several ECS services: does each of them run what the entry says? */
export const isEverywhere = ({ digest, ecs }: DeploymentEntry): boolean =>
  Object.values(ecs ?? {}).every((one) => one.digest === digest)

/** The entry as it is to be compared with an image: one ECS service that runs another is enough to differ. */
export const inEachPlace = (entry: DeploymentEntry, image: Digest | undefined): DeploymentEntry | null => {
  const other = Object.values(entry.ecs ?? {}).find(({ digest }) => digest !== image)
  if (isEverywhere(entry) || !other) return entry
  return other.digest === null ? null : { ...entry, digest: other.digest }
}
