import { expect, test } from '@jest/globals'
import { timelineMarkdown } from '../../src/report/timeline.js'
import type { Mark } from '../../src/rollout/news.js'
import type { Instant, ServiceName } from '../../src/words.js'

const mark = (seconds: number, status: string, stage: string | null, tenths: number | null): Mark => ({
  at: (1_700_000_000_000 + seconds * 1000) as Instant,
  status,
  stage,
  traffic: tenths === null ? null : { production: tenths, test: 0 },
  running: 2,
  requested: 2,
})

test('a rollout’s picture, and the table that it is drawn from', () => {
  const marks = [
    mark(0, 'IN_PROGRESS', 'SCALE_UP', 0),
    mark(60, 'IN_PROGRESS', 'PRODUCTION_TRAFFIC_SHIFT', 50),
    mark(660, 'IN_PROGRESS', 'PRODUCTION_TRAFFIC_SHIFT', 1000),
    mark(700, 'SUCCESSFUL', 'CLEAN_UP', 1000),
  ]
  expect(timelineMarkdown({ name: 'cart' as ServiceName, marks })).toBe(
    `
<details><summary>how cart went</summary>

\`\`\`mermaid
gantt
  dateFormat X
  axisFormat %H:%M:%S
  section scale up
  2 of 2 tasks 0% :1700000000, 1700000060
  section production traffic shift
  2 of 2 tasks 5% :1700000060, 1700000660
  2 of 2 tasks 100% :1700000660, 1700000700
  section clean up
  2 of 2 tasks 100% :done, 1700000700, 1700000701
\`\`\`

| after | stage | traffic | tasks |
| ---: | --- | ---: | ---: |
| 0 s | scale up | 0% | 2/2 |
| 60 s | production traffic shift | 5% | 2/2 |
| 660 s | production traffic shift | 100% | 2/2 |
| 700 s | clean up | 100% | 2/2 |

</details>
`,
  )
})

test('what a row of outcomes tells as well is not drawn', () => {
  expect(timelineMarkdown({ name: 'cart' as ServiceName, marks: [mark(0, 'SUCCESSFUL', null, null)] })).toBe(
    '',
  )
})
