import type { ServiceDeployment } from '@aws-sdk/client-ecs'

export const STRATEGIES = ['rolling', 'all-at-once', 'blue-green', 'canary', 'linear'] as const
export type Strategy = (typeof STRATEGIES)[number]

/** It says itself that requests fail: what is lost by it shows that the load would have seen a loss by the others. */
export const CONTROL: Strategy = 'all-at-once'

/** Where a deployment stands when its job is cancelled. */
export interface Halt {
  readonly name: string
  /** What the environment pauses at, so that the deployment stands still there; null where it takes its time by itself. */
  readonly pause: string | null
  isAt(deployment: ServiceDeployment): boolean
}

const pause = (stage: string): Halt => ({
  name: stage,
  pause: stage,
  isAt: ({ lifecycleHookDetails = [] }) =>
    lifecycleHookDetails.some(({ status }) => status === 'AWAITING_ACTION'),
})

const stage = (name: string): Halt => ({
  name,
  pause: null,
  isAt: ({ lifecycleStage }) => lifecycleStage === name,
})

/** A step of production traffic. */
const share = (percent: number): Halt => ({
  name: `PRODUCTION_TRAFFIC_SHIFT, ${percent}%`,
  pause: null,
  isAt: ({ lifecycleStage, targetServiceRevision }) =>
    lifecycleStage === 'PRODUCTION_TRAFFIC_SHIFT' &&
    targetServiceRevision?.requestedProductionTrafficWeight === percent,
})

const shifting = (...shares: readonly number[]): readonly Halt[] => [
  pause('PRE_SCALE_UP'),
  stage('SCALE_UP'),
  pause('POST_SCALE_UP'),
  stage('TEST_TRAFFIC_SHIFT'),
  pause('POST_TEST_TRAFFIC_SHIFT'),
  pause('PRE_PRODUCTION_TRAFFIC_SHIFT'),
  ...shares.map(share),
  pause('POST_PRODUCTION_TRAFFIC_SHIFT'),
  stage('BAKE_TIME'),
  stage('CLEAN_UP'),
]

/** ECS tells no stages of ROLLING: tasks of both versions serve, or a pause holds it. */
const replacing: Halt = {
  name: 'SCALE_UP',
  pause: null,
  isAt: ({ targetServiceRevision }) => (targetServiceRevision?.runningTaskCount ?? 0) > 0,
}

/** Every stage that a deployment passes, with the steps of the traffic one by one. */
export const HALTS: Readonly<Record<Strategy, readonly Halt[]>> = {
  rolling: [pause('PRE_SCALE_UP'), replacing, pause('POST_SCALE_UP')],
  'all-at-once': [],
  'blue-green': shifting(100),
  canary: shifting(10, 100),
  linear: shifting(25, 50, 75, 100),
}

/** In the middle of the move, where both versions serve, or stand ready to. */
const MIDDLE: Readonly<Partial<Record<Strategy, string>>> = {
  rolling: 'SCALE_UP',
  'blue-green': 'BAKE_TIME',
  canary: share(10).name,
  linear: share(50).name,
}

export const middleOf = (strategy: Strategy): Halt | undefined =>
  HALTS[strategy].find(({ name }) => name === MIDDLE[strategy])
