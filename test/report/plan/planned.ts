import type { Edge, Input, StageInputs } from '../../../src/catalog/inputs.js'
import { PLAIN, type Service } from '../../../src/catalog/service.js'
import type { Plan, PlannedService, Reason } from '../../../src/changes/planned.js'
import type { Fingerprint, Oid, ServiceName } from '../../../src/words.js'

export const name = (text: string): ServiceName => text as ServiceName
export const fingerprint = (digit: string): Fingerprint => `sha256:${digit.repeat(64)}` as Fingerprint
export const commit = (digit: string): Oid => digit.repeat(40) as Oid

export const STAGE: StageInputs = {
  inputs: [],
  named: [],
  declared: [],
  instructions: ['FROM scratch', 'COPY src /src'],
  args: {},
  platforms: [],
  target: '0',
  edges: [],
  widened: [],
  untracked: [],
  unpinned: [],
}

export const input = (path: string, line = 2): Input => ({
  path,
  mode: '100644',
  oid: commit('c'),
  because: { instruction: 'COPY', line },
})

export const edge = (service: string, line = 1): Edge => ({
  service: name(service),
  reference: `acme/${service}`,
  because: { instruction: 'FROM', line },
})

export const changed = (path: string, line = 2): Reason => ({
  kind: 'input',
  path,
  change: 'modified',
  instruction: 'COPY',
  line,
})

export interface Given {
  readonly service?: Partial<Service>
  readonly stage?: Partial<StageInputs>
  readonly planned?: Partial<PlannedService>
}

/** An unaffected service, with what a test says about it. */
export const service = (text: string, { service: own, stage, planned }: Given = {}): PlannedService => ({
  service: {
    ...PLAIN,
    name: name(text),
    path: text,
    dockerfile: `${text}/Dockerfile`,
    context: '.',
    ...own,
  },
  image: { fingerprint: fingerprint('a'), inputs: { ...STAGE, ...stage }, edges: new Map() },
  test: null,
  configuration: null,
  affected: false,
  needs: [],
  change: 'unchanged',
  previous: fingerprint('a'),
  since: commit('b'),
  reasons: [],
  ...planned,
})

/** A service whose image has to be built. */
export const affected = (text: string, reasons: readonly Reason[] = [], given: Given = {}): PlannedService =>
  service(text, {
    ...given,
    planned: {
      affected: true,
      needs: ['build'],
      change: 'modified',
      previous: fingerprint('b'),
      reasons,
      ...given.planned,
    },
  })

export const planOf = (services: readonly PlannedService[], more: Partial<Plan> = {}): Plan => ({
  base: commit('b'),
  head: commit('a'),
  services,
  removed: [],
  warnings: [],
  ...more,
})
