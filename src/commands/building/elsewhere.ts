import type { Plan } from '../../changes/planned.js'
import { repositoryOf } from '../../image/names.js'
import type { Ledger } from '../../ledger/read.js'
import type { ServiceName } from '../../words.js'

/**
 * Of what nobody has to build: the services whose good image is not where images go now, as after a move to another
 * registry. They stay where they are, and are deployed from there. Null where there are none.
 */
export const toldElsewhere = (
  { base, services }: Pick<Plan, 'base' | 'services'>,
  { images }: Pick<Ledger, 'images'>,
  prefix: string,
): string | null => {
  // Compared with a commit, nobody asked the ledger.
  if (base !== null) return null
  const known = services
    .filter(({ needs }) => !needs.includes('build'))
    .flatMap(({ service: { name } }) => {
      const repository = images.get(name)?.repository ?? null
      return repository === null || repository === repositoryOf(prefix, name, false)
        ? []
        : [{ name, repository }]
    })
  return known.length > 0 ? sentence(known, prefix) : null
}

const MOST = 3

const sentence = (
  known: readonly { readonly name: ServiceName; readonly repository: string }[],
  prefix: string,
): string => {
  const named = known.slice(0, MOST).map(({ repository }) => repository)
  const more = known.length > MOST ? ` and ${known.length - MOST} more` : ''
  const names = known.map(({ name }) => name).join(' ')
  return [
    `nothing of ${names} changed, so their images stay in ${named.join(', ')}${more}, and ${prefix} gets none; to move them:`,
    `stagger images copy ${names} --to ${prefix} --yes && stagger build ${names} --push --registry ${prefix} --yes`,
  ].join(' ')
}
