/** Actions that share one bucket of tokens in an account and a region: how many it holds, and how many come back in a second. */
export interface Rate {
  readonly actions: readonly string[]
  readonly burst: number
  readonly sustained: number
}

/**
 * What AWS documents for what a deployment asks for: nothing of CodeDeploy, nor of Application Auto Scaling. Where an account
 * has more, we are slower than we might be.
 */
export const RATES: readonly Rate[] = [
  { actions: ['DescribeClusters', 'ListClusters'], burst: 50, sustained: 20 },
  { actions: ['RegisterTaskDefinition'], burst: 20, sustained: 1 },
  { actions: ['DescribeTaskDefinition'], burst: 50, sustained: 20 },
  { actions: ['RunTask'], burst: 100, sustained: 40 },
  { actions: ['DescribeTasks', 'ListTasks'], burst: 100, sustained: 20 },
  { actions: ['UpdateService'], burst: 50, sustained: 5 },
  { actions: ['DescribeServices', 'ListServices'], burst: 100, sustained: 20 },
  { actions: ['DescribeServiceDeployments', 'ListServiceDeployments'], burst: 50, sustained: 20 },
  { actions: ['DescribeServiceRevisions'], burst: 50, sustained: 20 },
  {
    actions: ['DescribeRules', 'DescribeListeners', 'DescribeTargetGroups', 'DescribeTargetHealth'],
    burst: 40,
    sustained: 10,
  },
  { actions: ['DescribeAlarms'], burst: 9, sustained: 9 },
]
