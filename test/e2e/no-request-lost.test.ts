import { describe, expect, jest, test } from '@jest/globals'
import { playBundles } from '../bench/bundle/play.js'
import { isFine, type Row } from '../bench/bundle/row.js'

jest.setTimeout(420_000)

const DEPLOYED = { phase: 'deploy', outcome: 'successful', ecs: 'SUCCESSFUL', wrong: null, fine: true }
const CANCELLED = {
  // What the step told; its post step tells the end where that was not yet seen.
  outcome: expect.stringMatching(/^(?:rolled-back|stopped)?$/),
  ecs: 'ROLLBACK_SUCCESSFUL',
  wrong: null,
  fine: true,
}

/** A short `npm run bench -- bundle`, so that it cannot rot; what it finds here is found by the whole one too. */
describe('under load, through the committed bundle', () => {
  const told = (row: Row) => {
    const { strategy, phase, outcome, ecs, wrong } = row
    return { strategy, phase, outcome, ecs, wrong, fine: isFine(row) || row }
  }

  test('no request is lost by a deployment, nor by one whose job is cancelled', async () => {
    const rows = await playBundles({
      strategies: ['rolling', 'canary'],
      rate: 100,
      quick: true,
      tell: () => {},
    })
    expect(rows.map(told)).toEqual([
      { ...DEPLOYED, strategy: 'rolling' },
      { ...CANCELLED, strategy: 'rolling', phase: 'cancel at SCALE_UP' },
      { ...DEPLOYED, strategy: 'canary' },
      { ...CANCELLED, strategy: 'canary', phase: 'cancel at PRODUCTION_TRAFFIC_SHIFT, 10%' },
    ])
  })

  test('and all-at-once loses some, as it says: a loss is seen', async () => {
    const rows = await playBundles({ strategies: ['all-at-once'], rate: 100, quick: true, tell: () => {} })
    expect(rows.map(told)).toEqual([{ ...DEPLOYED, strategy: 'all-at-once' }])
  })
})
