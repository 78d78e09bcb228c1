import { HclError, inFile } from './hcl/syntax.js'
import { type Targets, textsOf } from './targets.js'

/**
 * The targets that are services: what `docker buildx bake` builds without being told, the group or target `default`; where
 * there is none, each target but those that only others inherit from.
 */
export const chooseTargets = (targets: Targets): string[] => {
  if (targets.groups.has('default') || targets.targets.has('default'))
    return [...new Set(membersOf(targets, 'default'))]
  const inGroups = [...targets.groups.keys()].flatMap((group) => membersOf(targets, group))
  const inherited = inheritedBy(targets)
  const alone = [...targets.targets.keys()].filter(
    (name) => !inherited.has(name) && !name.startsWith('_') && !targets.groups.has(name),
  )
  return [...targets.targets.keys()].filter((name) => inGroups.includes(name) || alone.includes(name))
}

const membersOf = ({ groups, targets }: Targets, name: string, above: readonly string[] = []): string[] => {
  const members = above.includes(name) ? undefined : groups.get(name)
  if (!members) return targets.has(name) || above.length > 0 ? [name] : []
  return members.flatMap((member) =>
    member === name ? [name] : membersOf({ groups, targets }, member, [...above, name]),
  )
}

const inheritedBy = ({ targets }: Targets): ReadonlySet<string> =>
  new Set(
    [...targets.values()].flat().flatMap(({ file, block, scope }) => {
      try {
        return inFile(file, () => textsOf(block, 'inherits', scope) ?? [])
      } catch (error) {
        if (error instanceof HclError) return []
        throw error
      }
    }),
  )
