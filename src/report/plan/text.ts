import stringWidth from 'fast-string-width'
import type { Plan, PlannedService } from '../../changes/planned.js'
import { printable, table } from '../table.js'
import { planHeadline, planNotes } from './headline.js'
import { byName, firstReason, type Services } from './reason.js'

export const COLUMNS = [{ title: 'service' }, { title: 'needs' }, { title: 'why' }] as const

/** More unaffected services than these are only counted. */
const MOST_UNAFFECTED = 20

/** The plan as people read it in a terminal; no line is wider than `width`, where that is known. */
export const planText = (plan: Plan, width = Number.POSITIVE_INFINITY): string => {
  const services = byName(plan)
  const unaffected = plan.services.filter(({ affected }) => !affected)
  const few = unaffected.length <= MOST_UNAFFECTED
  const rows = plan.services.filter(({ affected }) => affected || few).map((one) => cells(one, services))
  const rest = few ? [] : [`${unaffected.length} services are unaffected.`]
  const fitting = rows.map((row) => cut(row, rows, width))
  const listed = rows.length > 0 ? [table(COLUMNS, fitting)] : []
  return [planHeadline(plan), '', ...listed, ...rest, ...allReasons(plan), ...planNotes(plan)].join('\n')
}

const allReasons = (plan: Plan): readonly string[] => {
  const name = withMoreReasons(plan)
  return name === null ? [] : [`All reasons: stagger plan --explain ${name}`]
}

/** Of which service there is more to tell than a row does; of several none by its name. */
export const withMoreReasons = ({ services }: Plan): string | null => {
  const [first, ...others] = services.filter(({ affected, reasons }) => affected && reasons.length > 1)
  return first ? (others.length > 0 ? 'SERVICE' : first.service.name) : null
}

export const cells = (planned: PlannedService, services: Services): [string, string, string] => [
  planned.service.name,
  planned.needs.join(', ') || '–',
  planned.affected ? firstReason(planned, services) : 'unchanged',
]

/** The last column is cut to what the ones before it leave. */
const cut = (
  [name, needs, why]: [string, string, string],
  rows: readonly (readonly string[])[],
  width: number,
): string[] => {
  const taken = COLUMNS.slice(0, 2).map(({ title }, at) =>
    Math.max(...[title, ...rows.map((row) => row[at] ?? '')].map((text) => stringWidth(text))),
  )
  const left = width - taken.reduce((sum, one) => sum + one + 2, 0)
  return [name, needs, shorten(printable(why), Math.max(20, left))]
}

/** Left out before the middle: the end of a path, and what stands behind it, tells most. */
export const shorten = (text: string, width: number): string => {
  if (stringWidth(text) <= width) return text
  const characters = [...text]
  const take = (from: readonly string[], most: number): string[] => {
    const taken: string[] = []
    for (const one of from) {
      if (stringWidth(taken.join('') + one) > most) break
      taken.push(one)
    }
    return taken
  }
  const start = take(characters, Math.floor((width - 1) / 3))
  const end = take(characters.toReversed(), Math.ceil(((width - 1) * 2) / 3)).reverse()
  return `${start.join('')}…${end.join('')}`
}
