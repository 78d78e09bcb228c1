import { describe, expect, test } from '@jest/globals'
import { news, picture } from '../../../src/rehearsal/view/lines.js'
import type { Scene } from '../../../src/rehearsal/view/scene.js'
import { extend, type Stretch, timelineMarkdown, timelineText } from '../../../src/rehearsal/view/timeline.js'
import { watch } from '../../../src/rehearsal/view/watch.js'

const scene = (now: string, stage: string, share: number, status = 'IN_PROGRESS', requests = 0): Scene => ({
  now: `2026-01-01T${now}.000Z`,
  services: [
    {
      name: 'catalog',
      status,
      stage,
      strategy: 'CANARY',
      revisions: [
        { name: 'shop-catalog:2', running: 2, starting: 0, leaving: 0, share, requests },
        { name: 'shop-catalog:1', running: 2, starting: 0, leaving: 1, share: 100 - share, requests: 0 },
      ],
    },
  ],
})

const STORY: readonly Scene[] = [
  scene('10:00:00', 'SCALE_UP', 0),
  scene('10:00:05', 'PRODUCTION_TRAFFIC_SHIFT', 10),
  scene('10:09:00', 'PRODUCTION_TRAFFIC_SHIFT', 10, 'IN_PROGRESS', 50),
  scene('10:10:00', 'PRODUCTION_TRAFFIC_SHIFT', 100),
  scene('10:10:05', 'CLEAN_UP', 100, 'SUCCESSFUL'),
]
const timeline = STORY.reduce<readonly Stretch[]>(extend, [])

describe('what people see of a rehearsal', () => {
  test('without a terminal: a line when something changed, and none when nothing did', () => {
    const told = STORY.flatMap((now, index) => news(STORY[index - 1], now))
    expect(told).toHaveLength(4)
    expect(told[1]).toBe(
      '10:00:05  catalog: CANARY IN_PROGRESS at PRODUCTION_TRAFFIC_SHIFT; shop-catalog:2: 2 running, 10% of the traffic; shop-catalog:1: 2 running, 1 leaving, 90% of the traffic',
    )
  })

  test('in a terminal: a picture, with the requests of each revision', () => {
    const lines = picture(STORY[1], STORY[2] as Scene, 0.5)
    expect(lines[0]).toBe('time in the cluster: 2026-01-01 10:09:00')
    expect(lines[3]).toMatch(/^ {2}shop-catalog:2 +█{3}░{27} {4}10% +100 req\/s {2}2 running$/)
  })

  test('in a terminal it is drawn over what was there', async () => {
    const over = new AbortController()
    const written: string[] = []
    const left = [...STORY]
    await watch(
      async () => {
        if (left.length === 4) over.abort()
        return left.shift() as Scene
      },
      { isTTY: true, write: (text) => void written.push(text) },
      over.signal,
    )
    expect(written).toHaveLength(2)
    expect(written[1]?.startsWith('\u001B[5A')).toBe(true)
  })

  test('at the end: how it went, as text and as a picture that GitHub draws', () => {
    expect(timelineText(timeline)).toEqual([
      '2026-01-01 10:00:00 – 2026-01-01 10:00:00  catalog  SCALE_UP',
      '2026-01-01 10:00:05 – 2026-01-01 10:09:00  catalog  PRODUCTION_TRAFFIC_SHIFT 10%',
      '2026-01-01 10:10:00 – 2026-01-01 10:10:00  catalog  PRODUCTION_TRAFFIC_SHIFT 100%',
    ])
    expect(timelineMarkdown(timeline)).toContain(
      '  section catalog\n  SCALE_UP :2026-01-01T10:00:00, 1s\n  PRODUCTION_TRAFFIC_SHIFT 10% :2026-01-01T10:00:05, 535s\n',
    )
  })
})
