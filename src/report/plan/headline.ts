import type { Plan } from '../../changes/planned.js'
import { printable } from '../table.js'
import { renames } from './renamed.js'

/** More names than these would hide the number. */
const MOST_NAMES = 10

export const planHeadline = ({ services, nothing }: Pick<Plan, 'services' | 'nothing'>): string => {
  if (nothing !== undefined) return `There is nothing to plan: ${printable(nothing)}`
  const names = services.filter(({ affected }) => affected).map(({ service }) => service.name)
  const all = `${services.length} ${services.length === 1 ? 'service' : 'services'}`
  if (services.length === 0)
    return 'There is no service here: no compose file builds one, and there is no Dockerfile'
  if (names.length === 0) return `Nothing to do: none of ${all} changed`
  const more = names.length - MOST_NAMES
  const told = names.slice(0, MOST_NAMES).join(', ')
  return `${names.length} of ${all} affected: ${told}${more > 0 ? ` and ${more} more` : ''}`
}

/** What stands below the services: those that are gone, and what went wrong on the way. */
export const planNotes = (plan: Plan): string[] => {
  const heirs = new Map([...renames(plan)].map(([heir, old]) => [old, heir]))
  return [
    ...plan.removed.map(({ name }) => {
      const heir = heirs.get(name)
      return heir
        ? `${name} is no longer here: ${heir} is made of exactly what it was made of.`
        : `${name} is no longer here.`
    }),
    ...plan.warnings.map((warning) => `Warning: ${printable(warning)}.`),
  ]
}
