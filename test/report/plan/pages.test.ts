import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { explainJson, explainText } from '../../../src/report/plan/explain.js'
import { planJson } from '../../../src/report/plan/json.js'
import { planMarkdown } from '../../../src/report/plan/markdown.js'
import { planText } from '../../../src/report/plan/text.js'
import { StaggerError } from '../../../src/words.js'
import { affected, changed, commit, fingerprint, name, planOf, service } from './planned.js'
import { AGAINST_LEDGER, STORY } from './story.js'

const golden = (file: string) => readFileSync(new URL(`../golden/${file}`, import.meta.url), 'utf8')

test.each([
  ['plan.txt', () => planText(STORY)],
  ['plan-narrow.txt', () => planText(STORY, 60)],
  ['plan.md', () => planMarkdown(STORY)],
  ['plan-explain-affected.txt', () => explainText(STORY, 'web')],
  ['plan-explain-path.txt', () => explainText(STORY, 'shop')],
  ['plan-explain-unaffected.txt', () => explainText(AGAINST_LEDGER, 'user')],
  ['plan-explain-new.txt', () => explainText(STORY, 'till')],
  ['plan-explain-deploy.txt', () => explainText(STORY, 'edge')],
  ['plan-explain-removed.txt', () => explainText(STORY, 'kasse')],
])('%s', (file, render) => {
  expect(render()).toBe(golden(file))
})

describe('the JSON', () => {
  const services = planJson(STORY).services as Record<string, unknown>[]
  const of = (text: string) => services.find((one) => one.name === text)

  test('tells of each service its edges, its group and what widened', () => {
    expect(of('web')).toMatchObject({
      edges: ['base'],
      group: null,
      widened: [{ reason: 'symlinked-source', detail: 'web/assets', line: 13 }],
      since: commit('b'),
      fingerprint: fingerprint('a'),
      previous: fingerprint('b'),
    })
    expect(of('base')).toMatchObject({ edges: [], unpinned: ['node:24-slim'] })
  })

  test('has the same fields of a service that is gone', () => {
    expect(of('gone')).toMatchObject({ change: 'removed', affected: false, previous: fingerprint('d') })
    expect(Object.keys(of('gone') ?? {}).sort()).toEqual(Object.keys(of('web') ?? {}).sort())
  })

  test('of one service is its object in the whole', () => {
    expect(explainJson(STORY, 'web')).toEqual(of('web'))
    expect(explainJson(STORY, 'gone')).toEqual(of('gone'))
  })
})

describe('a renamed service', () => {
  const added = (text: string, digit: string) =>
    affected(text, [], {
      planned: {
        change: 'added',
        image: { ...service('x').image, fingerprint: fingerprint(digit) },
        previous: null,
      },
    })
  const gone = (text: string, digit: string | null) => ({
    name: name(text),
    previous: digit === null ? null : fingerprint(digit),
  })
  const renamedFrom = (plan: Parameters<typeof planJson>[0]) =>
    (planJson(plan).services as { name: string; renamedFrom: string | null }[]).flatMap((one) =>
      one.renamedFrom ? [`${one.renamedFrom} → ${one.name}`] : [],
    )

  test.each([
    ['is known by what it is made of', [added('new', 'a')], [gone('old', 'a')], ['old → new']],
    ['is none where it is made of something else', [added('new', 'a')], [gone('old', 'b')], []],
    ['is not guessed between two new ones', [added('new', 'a'), added('more', 'a')], [gone('old', 'a')], []],
    ['is not guessed between two old ones', [added('new', 'a')], [gone('old', 'a'), gone('ol', 'a')], []],
    ['is none without a fingerprint', [added('new', 'a')], [gone('old', null)], []],
    ['is none that was there before', [service('new')], [gone('old', 'a')], []],
  ])('%s', (_, services, removed, expected) => {
    expect(renamedFrom(planOf(services, { removed }))).toEqual(expected)
  })
})

test('an unknown service is told with the valid names', () => {
  const asked = () => explainText(STORY, 'wbe')
  expect(asked).toThrow(StaggerError)
  expect(asked).toThrow('there are: base, edge, gone')
})

describe('a summary', () => {
  const many = (count: number) =>
    planOf(
      Array.from({ length: count }, (_, at) =>
        affected(`service-${at}`, [changed(`src/${at}/${'x'.repeat(80)}`)]),
      ),
    )

  test('that does not fit keeps the headline and counts what it left out', () => {
    const page = planMarkdown(many(5000))
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1_000_000)
    expect(page).toContain('**5000 of 5000 services affected: service-0,')
    expect(planMarkdown(many(20_000))).toContain('And 19000 more: they did not fit here.')
  })

  test('leaves out the unaffected first, then the picture', () => {
    const whole = Buffer.byteLength(planMarkdown(STORY))
    const without = planMarkdown(STORY, whole - 1)
    expect(without).not.toContain('<details>')
    expect(without).toContain('```mermaid')
    const bare = planMarkdown(STORY, Buffer.byteLength(without) - 1)
    expect(bare).not.toContain('```mermaid')
    expect(bare).toContain('| web |')
  })
})

test('a terminal is not flooded with what is unaffected', () => {
  const text = planText(
    planOf([affected('web'), ...Array.from({ length: 30 }, (_, at) => service(`s${at}`))]),
  )
  expect(text).toContain('30 services are unaffected.')
  expect(text).not.toContain('s17')
})
