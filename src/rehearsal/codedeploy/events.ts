import type { Stage } from '../controller/stages.js'

/** CodeDeploy's events, and the stage of the deployment that each stands for. */
export const EVENTS: readonly (readonly [event: string, stage: Stage])[] = [
  ['BeforeInstall', 'PRE_SCALE_UP'],
  ['Install', 'SCALE_UP'],
  ['AfterInstall', 'POST_SCALE_UP'],
  ['AllowTestTraffic', 'TEST_TRAFFIC_SHIFT'],
  ['AfterAllowTestTraffic', 'POST_TEST_TRAFFIC_SHIFT'],
  ['BeforeAllowTraffic', 'PRE_PRODUCTION_TRAFFIC_SHIFT'],
  ['AllowTraffic', 'PRODUCTION_TRAFFIC_SHIFT'],
  ['AfterAllowTraffic', 'POST_PRODUCTION_TRAFFIC_SHIFT'],
]

/** Those before and after something, at which a function may be asked. */
export const HOOKABLE: readonly string[] = EVENTS.map(([event]) => event).filter((event) =>
  /^(?:Before|After)/.test(event),
)
