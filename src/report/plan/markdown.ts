import type { Plan } from '../../changes/planned.js'
import { markdownCode, markdownTable, markdownText } from '../table.js'
import { planHeadline, planNotes } from './headline.js'
import { planPicture } from './picture.js'
import { byName } from './reason.js'
import { COLUMNS, cells, withMoreReasons } from './text.js'

/** GitHub drops a summary of more than 1 MiB whole; what is left over is for what stands around the plan. */
const MOST_BYTES = 1_000_000

/** The plan as a job's summary. What does not fit goes, the least telling first, and a note says so. */
export const planMarkdown = (plan: Plan, most = MOST_BYTES): string => {
  const affected = plan.services.filter((service) => service.affected).length
  const variants = [
    { rows: affected, picture: true, unaffected: true },
    { rows: affected, picture: true, unaffected: false },
    ...[1000, 100, 10, 0].map((rows) => ({ rows, picture: false, unaffected: false })),
  ]
  const made = variants.map((variant) => () => written(plan, variant))
  return fitting(made, most) ?? `**${markdownText(planHeadline(plan))}**\n`
}

const fitting = (variants: readonly (() => string)[], most: number): string | undefined => {
  for (const make of variants) {
    const text = make()
    if (new TextEncoder().encode(text).length <= most) return text
  }
  return undefined
}

interface Variant {
  readonly rows: number
  readonly picture: boolean
  readonly unaffected: boolean
}

const written = (plan: Plan, variant: Variant): string =>
  [
    `**${markdownText(planHeadline(plan))}**\n`,
    ...affectedTable(plan, variant.rows),
    ...(variant.picture ? picture(plan) : []),
    ...planNotes(plan).map((note) => `${markdownText(note)}\n`),
    ...(variant.unaffected ? unaffected(plan) : []),
    `<sub>On a laptop: <code>${again(plan)}</code>${forAllReasons(plan)}</sub>\n`,
  ].join('\n')

const affectedTable = (plan: Plan, most: number): string[] => {
  const services = byName(plan)
  const affected = plan.services.filter((service) => service.affected)
  const rows = affected.slice(0, most).map((one) => cells(one, services))
  const rest = affected.length - rows.length
  return [
    ...(rows.length > 0 ? [markdownTable(COLUMNS, rows)] : []),
    ...(rest > 0 ? [`And ${rest} more: they did not fit here. The plan's file has all of them.\n`] : []),
  ]
}

const picture = (plan: Plan): string[] => {
  const drawn = planPicture(plan)
  return drawn === '' ? [] : [`\`\`\`mermaid\n${drawn}\`\`\`\n`]
}

const unaffected = ({ services }: Plan): string[] => {
  const names = services.filter(({ affected }) => !affected).map(({ service }) => markdownCode(service.name))
  if (names.length === 0) return []
  const title = names.length === 1 ? '1 service is unaffected' : `${names.length} services are unaffected`
  return [`<details><summary>${title}</summary>\n\n${names.join(', ')}\n\n</details>\n`]
}

const again = ({ base, head }: Plan): string =>
  `stagger plan --head ${head.slice(0, 12)}${base ? ` --base ${base.slice(0, 12)}` : ''}`

const forAllReasons = (plan: Plan): string => {
  const name = withMoreReasons(plan)
  return name === null ? '' : `, with <code>--explain ${name}</code> for all reasons`
}
