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
        { name: 'shop-catalog:2', version: '1.4.0', running: 2, starting: 0, leaving: 0, share, requests },
        {
          name: 'shop-catalog:1',
          version: '1.3.9',
          running: 2,
          starting: 0,
          leaving: 1,
          share: 100 - share,
          requests: 0,
        },
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
      '10:00:05  catalog: CANARY IN_PROGRESS at PRODUCTION_TRAFFIC_SHIFT; shop-catalog:2 (1.4.0): 2 running, 10% of the traffic; shop-catalog:1 (1.3.9): 2 running, 1 leaving, 90% of the traffic',
    )
  })

  test('in a terminal: a picture, with the requests of each revision', () => {
    const lines = picture(STORY[1], STORY[2] as Scene, 0.5)
    expect(lines[0]).toBe('time in the cluster: 2026-01-01 10:09:00')
    expect(lines).toEqual([
      'time in the cluster: 2026-01-01 10:09:00',
      '  revision               version      traffic               req/s  tasks',
      'catalog  CANARY · PRODUCTION_TRAFFIC_SHIFT · IN_PROGRESS',
      '  shop-catalog:2         1.4.0        █░░░░░░░░░░░░░    10%   100  2',
      '  shop-catalog:1         1.3.9        █████████████░    90%     0  2 -1',
    ])
  })

  test('in a terminal of 80 columns: nothing is wider, and of a long name its end is kept', () => {
    const service = STORY[1]?.services[0] as Scene['services'][number]
    const revisions = [
      {
        name: 'a-family-with-a-name-that-is-far-too-long:1234',
        version: '2026.11.21-beta.4711',
        running: 100,
        starting: 100,
        leaving: 100,
        share: 33.3,
        requests: 99_999,
      },
      ...service.revisions,
    ]
    const name = 'a-service-with-a-name-that-is-longer-than-most-others-that-anybody-has-seen'
    const wide: Scene = { now: '2026-01-01T10:00:00.000Z', services: [{ ...service, name, revisions }] }
    const lines = picture(undefined, wide, 1)
    expect(lines.filter((line) => line.length > 80)).toEqual([])
    expect(lines[3]).toMatch(/^ {2}…-is-far-too-long:1234 …1-beta\.4711 /)
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
