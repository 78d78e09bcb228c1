import { basesOf } from '../../changes/bases.js'
import type { Plan, PlannedService, RemovedService } from '../../changes/planned.js'
import type { ServiceName } from '../../words.js'
import { planMatrix } from './matrix.js'
import { renames } from './renamed.js'
import { widenedOf } from './widened.js'

/**
 * The plan as programs read it: `plan --json`, schema 1. A path is a file's name as git has it; a byte that is no
 * UTF-8 is written as the escape of a lone surrogate, `\udc80` to `\udcff`.
 */
export const planJson = (plan: Plan, maxJobs?: number): Record<string, unknown> => {
  const formerly = renames(plan)
  return {
    schema: 1,
    base: plan.base,
    head: plan.head,
    services: [
      ...plan.services.map((planned) => serviceJson(planned, formerly.get(planned.service.name))),
      ...plan.removed.map(removedJson),
    ],
    matrix: planMatrix(plan, maxJobs),
    warnings: plan.warnings,
    ...(plan.nothing === undefined ? {} : { nothing: plan.nothing }),
  }
}

export const serviceJson = (planned: PlannedService, formerly?: ServiceName): Record<string, unknown> => {
  const { service, image, test } = planned
  return {
    name: service.name,
    path: service.path,
    dockerfile: service.dockerfile,
    context: service.context,
    target: service.target,
    group: service.group,
    affected: planned.affected,
    needs: planned.needs,
    change: planned.change,
    renamedFrom: formerly ?? null,
    fingerprint: image.fingerprint,
    testFingerprint: test?.fingerprint ?? null,
    configuration: planned.configuration,
    previous: planned.previous,
    since: planned.since,
    reasons: planned.reasons,
    edges: basesOf(planned),
    widened: widenedOf(planned),
    unpinned: image.inputs.unpinned,
  }
}

export const removedJson = ({ name, previous }: RemovedService): Record<string, unknown> => ({
  name,
  path: null,
  dockerfile: null,
  context: null,
  target: null,
  group: null,
  affected: false,
  needs: [],
  change: 'removed',
  renamedFrom: null,
  fingerprint: null,
  testFingerprint: null,
  configuration: null,
  previous,
  since: null,
  reasons: [],
  edges: [],
  widened: [],
  unpinned: [],
})
