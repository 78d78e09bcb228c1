import type { Plan } from '../../../src/changes/planned.js'
import { affected, changed, commit, edge, fingerprint, input, name, planOf, service } from './planned.js'

/** A plan with one of everything: what the golden pages show. */
export const STORY: Plan = planOf(
  [
    affected('base', [changed('pb/demo.proto', 3)], {
      stage: { inputs: [input('pb', 3), input('base/src', 4)], unpinned: ['node:24-slim'] },
    }),
    affected(
      'web',
      [
        changed('web/src/index.js', 12),
        { ...changed('web/src/old.js', 12), change: 'removed' } as never,
        changed('libs/money.js', 9),
        {
          kind: 'service',
          service: name('base'),
          instruction: 'FROM',
          line: 1,
          change: 'modified',
          path: [name('base')],
        },
        { kind: 'argument', name: 'MODE' },
      ],
      {
        stage: {
          inputs: [input('libs', 9), input('web/src', 12), input('web/assets', 13)],
          edges: [edge('base')],
          widened: [{ reason: 'symlinked-source', detail: 'web/assets', line: 13 }],
        },
        planned: { needs: ['build', 'test'] },
      },
    ),
    affected(
      'shop',
      [
        {
          kind: 'service',
          service: name('web'),
          instruction: 'COPY',
          line: 7,
          change: 'modified',
          path: [name('web')],
        },
      ],
      { stage: { edges: [edge('web', 7)] } },
    ),
    affected('edge', [{ kind: 'configuration' }], {
      planned: { needs: ['deploy'], change: 'unchanged', previous: fingerprint('a') },
    }),
    affected('till', [{ kind: 'unknown-before' }], {
      planned: { change: 'added', previous: null, since: null, needs: ['build', 'deploy'] },
    }),
    service('user', { stage: { inputs: [input('user/src')], edges: [edge('stable')] } }),
    service('stable'),
  ],
  {
    removed: [
      { name: name('kasse'), previous: fingerprint('a') },
      { name: name('gone'), previous: fingerprint('d') },
    ],
    warnings: ['compose.yaml: lamp has a context outside of the repository'],
  },
)

/** The same against the ledger: nothing stood in for it. */
export const AGAINST_LEDGER: Plan = { ...STORY, base: null, head: commit('a') }
