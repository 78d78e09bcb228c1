/** How sure a rule is: AWS says so; it follows from what AWS says or does; AWS's own sources disagree or are silent. */
export type Standing = 'documented' | 'inferred' | 'unsettled'

export const STRATEGIES = ['ROLLING', 'BLUE_GREEN', 'CANARY', 'LINEAR'] as const
export type Strategy = (typeof STRATEGIES)[number]

export type Stage =
  | 'RECONCILE_SERVICE'
  | 'PRE_SCALE_UP'
  | 'SCALE_UP'
  | 'POST_SCALE_UP'
  | 'TEST_TRAFFIC_SHIFT'
  | 'POST_TEST_TRAFFIC_SHIFT'
  | 'PRE_PRODUCTION_TRAFFIC_SHIFT'
  | 'PRODUCTION_TRAFFIC_SHIFT'
  | 'POST_PRODUCTION_TRAFFIC_SHIFT'
  | 'BAKE_TIME'
  | 'CLEAN_UP'

/** One stage of a deployment's life, as the controller plays it and as the page of rules tells it. */
export interface StageRule {
  readonly stage: Stage
  /** Whether ROLLING passes it too; the strategies that shift traffic pass all. */
  readonly rolling: boolean
  readonly hooks: 'PAUSE and AWS_LAMBDA' | 'AWS_LAMBDA' | 'none'
  readonly repeats: boolean
  readonly happens: string
  readonly source: string
  readonly standing: Standing
}

const SHAPE = 'ECS API, ServiceDeployment.lifecycleStage'
const HOOK = 'ECS API, DeploymentLifecycleHook.lifecycleStages'

/** In the order in which they are passed; the two with `repeats` come once for each step of the traffic. */
export const STAGES: readonly StageRule[] = [
  {
    stage: 'RECONCILE_SERVICE',
    rolling: true,
    hooks: 'PAUSE and AWS_LAMBDA',
    repeats: false,
    happens:
      'Only where a new deployment finds more than one revision with tasks: all traffic goes back to the one that last completed, the others leave. ROLLING needs it only where one of them has the other target group.',
    source: SHAPE,
    standing: 'documented',
  },
  {
    stage: 'PRE_SCALE_UP',
    rolling: true,
    hooks: 'PAUSE and AWS_LAMBDA',
    repeats: false,
    happens: 'The new revision has no tasks yet, the old one serves everything.',
    source: SHAPE,
    standing: 'documented',
  },
  {
    stage: 'SCALE_UP',
    rolling: true,
    hooks: 'none',
    repeats: false,
    happens:
      'The new revision gets all its tasks and no traffic. In ROLLING this is the replacement itself, bounded by minimumHealthyPercent and maximumPercent; with earlySuccessCriteria it is over at healthyPercent, with DEFERRED before the old tasks are gone, and goes on in the background.',
    source: SHAPE,
    standing: 'documented',
  },
  {
    stage: 'POST_SCALE_UP',
    rolling: true,
    hooks: 'PAUSE and AWS_LAMBDA',
    repeats: false,
    happens: 'All new tasks serve; production and test traffic have not moved.',
    source: SHAPE,
    standing: 'documented',
  },
  {
    stage: 'TEST_TRAFFIC_SHIFT',
    rolling: false,
    hooks: 'AWS_LAMBDA',
    repeats: false,
    happens: 'Test traffic moves at once. Without a test listener rule the stage passes with nothing to do.',
    source: SHAPE,
    standing: 'documented',
  },
  {
    stage: 'POST_TEST_TRAFFIC_SHIFT',
    rolling: false,
    hooks: 'PAUSE and AWS_LAMBDA',
    repeats: false,
    happens: 'The new revision answers all test traffic.',
    source: SHAPE,
    standing: 'documented',
  },
  {
    stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT',
    rolling: false,
    hooks: 'PAUSE and AWS_LAMBDA',
    repeats: true,
    happens: 'Before each step of production traffic; a hook gets a new hookId each time.',
    source: HOOK,
    standing: 'documented',
  },
  {
    stage: 'PRODUCTION_TRAFFIC_SHIFT',
    rolling: false,
    hooks: 'AWS_LAMBDA',
    repeats: true,
    happens:
      'One step of production traffic, and its bake time after all steps but the last. CANARY has two steps, LINEAR as many as its percentage needs, BLUE_GREEN one.',
    source: `${SHAPE}; LinearConfiguration, CanaryConfiguration`,
    standing: 'documented',
  },
  {
    stage: 'POST_PRODUCTION_TRAFFIC_SHIFT',
    rolling: false,
    hooks: 'PAUSE and AWS_LAMBDA',
    repeats: false,
    happens: 'The new revision answers all production traffic, the old one still stands.',
    source: SHAPE,
    standing: 'documented',
  },
  {
    stage: 'BAKE_TIME',
    rolling: true,
    hooks: 'none',
    repeats: false,
    happens: 'Both revisions stand for bakeTimeInMinutes; in ROLLING the old tasks are gone by then.',
    source: SHAPE,
    standing: 'documented',
  },
  {
    stage: 'CLEAN_UP',
    rolling: false,
    hooks: 'none',
    repeats: false,
    happens: 'The old revision drains and stops. Then the deployment is SUCCESSFUL.',
    source: SHAPE,
    standing: 'documented',
  },
]

const ruleOf = (stage: string): StageRule | undefined => STAGES.find((rule) => rule.stage === stage)

export const pausesAt = (stage: string): boolean => ruleOf(stage)?.hooks === 'PAUSE and AWS_LAMBDA'
export const hooksAt = (stage: string): boolean => (ruleOf(stage)?.hooks ?? 'none') !== 'none'

/** The stages that a strategy passes, once each. */
export const stagesOf = (strategy: Strategy): readonly Stage[] =>
  STAGES.filter(({ rolling }) => rolling || strategy !== 'ROLLING').map(({ stage }) => stage)

/** PRE_PRODUCTION_TRAFFIC_SHIFT is no value of `ServiceDeploymentLifecycleStage`: it is told as the shift it precedes. */
export const shownStage = (strategy: Strategy, stage: Stage): Stage | undefined => {
  if (strategy === 'ROLLING') return undefined
  return stage === 'PRE_PRODUCTION_TRAFFIC_SHIFT' ? 'PRODUCTION_TRAFFIC_SHIFT' : stage
}
