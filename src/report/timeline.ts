import type { Deployed } from '../ecs/deployed.js'
import type { Mark } from '../rollout/news.js'
import { placeName } from './place.js'
import { asWords } from './rollout.js'
import { type Column, markdownTable } from './table.js'

/** Fewer are told as well by the table of outcomes. */
const LEAST = 3
/** What a picture can show and still be read. */
const MOST = 40

const COLUMNS: readonly Column[] = [
  { title: 'after', align: 'right' },
  { title: 'stage' },
  { title: 'traffic', align: 'right' },
  { title: 'tasks', align: 'right' },
]

/** How a rollout went, as a picture of its stages, and as the table that it is drawn from. */
export const timelineMarkdown = ({ marks, ...one }: Pick<Deployed, 'name' | 'ecs' | 'marks'>): string => {
  if (marks.length < LEAST) return ''
  return [
    `\n<details><summary>how ${placeName(one)} went</summary>\n`,
    gantt(marks.slice(-MOST)),
    markdownTable(COLUMNS, rows(marks)),
    '</details>\n',
  ].join('\n')
}

const secondsSince = (marks: readonly Mark[], mark: Mark): number =>
  Math.round((mark.at - (marks[0]?.at ?? mark.at)) / 1000)

const title = ({ stage, status }: Mark): string => asWords(stage ?? status)

const rows = (marks: readonly Mark[]): readonly (readonly string[])[] =>
  marks.map((mark) => [
    `${secondsSince(marks, mark)} s`,
    title(mark),
    mark.traffic === null ? '–' : `${mark.traffic.production / 10}%`,
    `${mark.running}/${mark.requested}`,
  ])

/** A bar for each stretch of time in which nothing new was told. Mermaid's own words are letters and digits only. */
const gantt = (marks: readonly Mark[]): string =>
  [
    '```mermaid',
    'gantt',
    '  dateFormat X',
    '  axisFormat %H:%M:%S',
    ...marks.flatMap(bar(marks)),
    '```',
    '',
  ].join('\n')

const bar =
  (marks: readonly Mark[]) =>
  (mark: Mark, at: number): readonly string[] => {
    const begins = Math.floor(mark.at / 1000)
    const ends = Math.max(begins + 1, Math.floor((marks[at + 1]?.at ?? mark.at) / 1000))
    const share = mark.traffic === null ? '' : ` ${mark.traffic.production / 10}%`
    const before = marks[at - 1]
    const section = before && title(before) === title(mark) ? [] : [`  section ${plain(title(mark))}`]
    const kind = /FAILED|STOP|ROLLBACK/.test(mark.status)
      ? 'crit, '
      : mark.status === 'SUCCESSFUL'
        ? 'done, '
        : ''
    return [...section, `  ${mark.running} of ${mark.requested} tasks${share} :${kind}${begins}, ${ends}`]
  }

const plain = (text: string): string => text.replace(/[^\w ]/g, ' ')
