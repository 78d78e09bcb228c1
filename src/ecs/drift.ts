import type { RegisterTaskDefinitionCommandInput, Tag, TaskDefinition } from '@aws-sdk/client-ecs'
import { differences } from './task-definition.js'

interface Definition {
  readonly taskDefinition: TaskDefinition
  readonly tags: readonly Tag[]
}

const MOST = 8

/**
 * Whoever registers a task definition without giving it to the service (infrastructure code mostly does) will miss it:
 * what the service runs is taken. Another image alone is no drift, since each deployment makes one.
 */
export const drift = (live: Definition, latest: Definition | null): readonly string[] => {
  const { family, revision = 0 } = live.taskDefinition
  if (!latest || (latest.taskDefinition.revision ?? 0) <= revision) return []
  const newer = { ...latest.taskDefinition, tags: latest.tags.filter(({ key }) => !key?.startsWith('aws:')) }
  const paths = differences(live.taskDefinition, live.tags, newer as RegisterTaskDefinitionCommandInput)
    .map(({ path }) => path)
    .filter((path) => !/^containerDefinitions\[[^\]]*\]\.image$/.test(path))
  if (paths.length === 0) return []
  const more = paths.length > MOST ? ` and ${paths.length - MOST} more` : ''
  return [
    `${family}:${latest.taskDefinition.revision} is newer than what the service runs (${family}:${revision}), and is not taken; it differs in ${paths.slice(0, MOST).join(', ')}${more}`,
  ]
}
