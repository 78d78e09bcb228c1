/** The commands that ask AWS. */
export const CLOUD_COMMANDS = ['deploy', 'rollback', 'verify', 'continue', 'stop'] as const
export type CloudCommand = (typeof CLOUD_COMMANDS)[number]

const LOOK = [
  'ecs:DescribeServices',
  'ecs:ListServices',
  'ecs:ListClusters',
  'ecs:DescribeTaskDefinition',
] as const
const FOLLOW = [
  'ecs:ListServiceDeployments',
  'ecs:DescribeServiceDeployments',
  'ecs:DescribeServiceRevisions',
] as const
const AROUND = [
  'elasticloadbalancing:DescribeRules',
  'elasticloadbalancing:DescribeListeners',
  'elasticloadbalancing:DescribeTargetGroups',
  'elasticloadbalancing:DescribeTargetHealth',
  'cloudwatch:DescribeAlarms',
] as const
const DIAGNOSE = ['ecs:ListTasks', 'ecs:DescribeTasks', 'logs:GetLogEvents'] as const
const SCALING = [
  'application-autoscaling:DescribeScalableTargets',
  'application-autoscaling:RegisterScalableTarget',
] as const
const ROLL_OUT = [
  'ecs:RegisterTaskDefinition',
  'ecs:UpdateService',
  'ecs:StopServiceDeployment',
  'ecs:RunTask',
] as const

/** For services whose deployment controller is CodeDeploy, and for no others. */
const FOLLOW_THERE = [
  'codedeploy:GetDeploymentConfig',
  'codedeploy:ListDeployments',
  'codedeploy:BatchGetDeployments',
  'codedeploy:GetDeploymentTarget',
] as const
const LOOK_THERE = ['codedeploy:ListApplications', 'codedeploy:GetDeploymentGroup', ...FOLLOW_THERE] as const
/** AWS asks who creates a deployment also for the right to register its AppSpec. */
const ROLL_OUT_THERE = [
  'codedeploy:CreateDeployment',
  'codedeploy:RegisterApplicationRevision',
  'codedeploy:StopDeployment',
] as const

const DEPLOY = [
  ...LOOK,
  ...FOLLOW,
  ...AROUND,
  ...DIAGNOSE,
  ...SCALING,
  ...ROLL_OUT,
  ...LOOK_THERE,
  ...ROLL_OUT_THERE,
]
const AGAIN = [
  'ecs:DescribeServices',
  'ecs:DescribeTaskDefinition',
  ...FOLLOW,
  'elasticloadbalancing:DescribeTargetHealth',
  ...DIAGNOSE,
  ...SCALING,
  'ecs:StopServiceDeployment',
  ...FOLLOW_THERE,
  'codedeploy:StopDeployment',
]

/** Every action that a command may ask for. Who asks (`sts:GetCallerIdentity`) may always be asked. */
export const ACTIONS: Readonly<Record<CloudCommand, readonly string[]>> = {
  deploy: DEPLOY,
  rollback: DEPLOY,
  verify: [
    ...LOOK,
    ...FOLLOW.filter((one) => one !== 'ecs:DescribeServiceDeployments'),
    ...AROUND,
    SCALING[0],
    ...LOOK_THERE,
  ],
  continue: [...AGAIN, 'ecs:ContinueServiceDeployment', 'codedeploy:ContinueDeployment'],
  stop: AGAIN,
}

const WRITES = /:(Register|Update|Stop|Continue|Run|Create)/

/** The policy as IAM takes it. Where no service is CodeDeploy's, its part may be left out. Writing a task definition's roles into a task needs `iam:PassRole` for them. */
export const policyFor = (command: CloudCommand): object => {
  const all = [...ACTIONS[command]].sort()
  const there = all.filter((action) => action.startsWith('codedeploy:'))
  const actions = all.filter((action) => !there.includes(action))
  const passes = actions.includes('ecs:RegisterTaskDefinition') ? [PASS_ROLE] : []
  const writes = actions.filter((action) => WRITES.test(action))
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Read',
        Effect: 'Allow',
        Action: actions.filter((action) => !WRITES.test(action)),
        Resource: '*',
      },
      ...(writes.length > 0 ? [{ Sid: 'Write', Effect: 'Allow', Action: writes, Resource: '*' }] : []),
      { Sid: 'CodeDeploy', Effect: 'Allow', Action: there, Resource: '*' },
      ...passes,
    ],
  }
}

const PASS_ROLE = {
  Sid: 'PassRoles',
  Effect: 'Allow',
  Action: 'iam:PassRole',
  Resource: ['arn:aws:iam::ACCOUNT:role/EXECUTION_ROLE', 'arn:aws:iam::ACCOUNT:role/TASK_ROLE'],
  Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
}
