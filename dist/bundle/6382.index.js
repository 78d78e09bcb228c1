export const id = 6382;
export const ids = [6382];
export const modules = {

/***/ 10212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ verifyExitCode),
/* harmony export */   M: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _ecs_check_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(18192);
/* harmony import */ var _ecs_decide_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73099);
/* harmony import */ var _ecs_definition_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13429);
/* harmony import */ var _report_rollout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68732);
/* harmony import */ var _report_strategy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62784);
/* harmony import */ var _rollout_ladder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58846);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59231);
/* harmony import */ var _deployment_apply_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56521);
/* harmony import */ var _deployment_drift_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(18980);
/* harmony import */ var _deployment_surroundings_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27608);
/* harmony import */ var _deployment_target_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(96668);
/* harmony import */ var _deployment_wanted_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26158);












/** Everything that `deploy` looks at before it changes something, and changes nothing. */
const verify = (world, targets) => Promise.all(targets.map(async (target) => {
    const checks = [];
    await look(world, target, checks).catch((error) => {
        if (!(error instanceof _words_js__WEBPACK_IMPORTED_MODULE_5__/* .StaggerError */ .IY))
            throw error;
        checks.push(...error.problems.map((problem) => ({ state: 'refused', what: problem.problem, problem })));
    });
    const { service: name, environment, ecs } = target;
    return { name, ...(ecs === undefined ? {} : { ecs }), environment, checks };
}));
const verifyExitCode = (verified) => (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCode */ .I$)(verified.flatMap(({ checks }) => (0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_10__/* .problemsIn */ ._n)(checks).map(({ fault }) => fault)));
/** Each step tells what it found, so that what came before a refusal stands there too. */
const look = async (world, target, checks) => {
    (0,_rollout_ladder_js__WEBPACK_IMPORTED_MODULE_4__/* .checkLadder */ .rI)(target.settings);
    const { service, image, template } = target;
    const wanted = (0,_deployment_wanted_js__WEBPACK_IMPORTED_MODULE_9__/* .wantedDefinition */ .B)(target);
    checks.push((0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)(`image ${image}`), ...(template ? [(0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)(`template ${template.path}`)] : []));
    const ecs = await world.ecsAt((0,_deployment_target_js__WEBPACK_IMPORTED_MODULE_11__/* .placeOf */ .$t)(target));
    const { value: identity } = await ecs.callerIdentity();
    checks.push((0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)(`credentials of ${identity.arn}`));
    const live = await (0,_deployment_apply_js__WEBPACK_IMPORTED_MODULE_6__/* .gather */ .kg)(ecs, target);
    const { input, warnings } = wanted(live.value);
    if (!template)
        checks.push((0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)(`task definition ${taskDefinitionOf(live.value)}, as the service runs it`));
    checks.push(...[...warnings, ...(await (0,_deployment_drift_js__WEBPACK_IMPORTED_MODULE_7__/* .driftOf */ .$)(ecs, target, live.value))].map(_ecs_check_js__WEBPACK_IMPORTED_MODULE_10__/* .caution */ .uL));
    checks.push(...serviceChecks(live.value, target), ...(0,_ecs_definition_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .definitionChecks */ .f)(live.value.service, input));
    const decision = (0,_ecs_decide_js__WEBPACK_IMPORTED_MODULE_0__/* .decide */ .LD)(live.value, input, target.settings);
    checks.push((0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)((0,_report_rollout_js__WEBPACK_IMPORTED_MODULE_2__/* .decisionLine */ .ZS)(service, decision).slice(service.length + 2)));
    checks.push((0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)((0,_report_strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .forecastLine */ .A)(decision.forecast)), ...decision.cautions.map(_ecs_check_js__WEBPACK_IMPORTED_MODULE_10__/* .caution */ .uL));
    checks.push(...(await around(world, ecs, target, live, decision)));
};
const taskDefinitionOf = ({ taskDefinition: { family, revision } }) => `${family}:${revision}`;
const serviceChecks = ({ service }, { settings }) => [
    (0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)(`service ${settings.service} in cluster ${settings.cluster}, ${service.desiredCount ?? 0} tasks wanted`),
];
const around = async (world, ecs, target, { now, value: live }, decision) => {
    const { service } = live;
    const configuration = (0,_ecs_decide_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveConfiguration */ .kH)(live, decision);
    const { codeDeploy: group } = live;
    const plans = { service, now, forecast: decision.forecast, configuration, ci: world.ci, group };
    return [...(await (0,_deployment_surroundings_js__WEBPACK_IMPORTED_MODULE_8__/* .checkSurroundings */ .M)(ecs, target, plans)), ...(await scalingCheck(ecs, target))];
};
const scalingCheck = async (ecs, { settings }) => {
    if (!settings.suspendScaling)
        return [];
    const { value } = await ecs.describeScaling(settings.cluster, settings.service);
    if (value === null)
        return [(0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_10__/* .caution */ .uL)('suspendScaling is set, and Application Auto Scaling does not know the service')];
    return [(0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)(`scaled from ${value.least} to ${value.most} tasks${value.suspended ? ', suspended' : ''}`)];
};


/***/ }),

/***/ 56382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyCommand: () => (/* binding */ verifyCommand),
  l: () => (/* binding */ verifyIn)
});

// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(68472);
// EXTERNAL MODULE: ./.build/commands/verify.js
var verify = __webpack_require__(10212);
;// CONCATENATED MODULE: ./.build/ecs/policy.js
/** The commands that ask AWS. */
const CLOUD_COMMANDS = ['deploy', 'rollback', 'verify', 'continue', 'stop'];
const LOOK = [
    'ecs:DescribeServices',
    'ecs:ListServices',
    'ecs:ListClusters',
    'ecs:DescribeTaskDefinition',
];
const FOLLOW = [
    'ecs:ListServiceDeployments',
    'ecs:DescribeServiceDeployments',
    'ecs:DescribeServiceRevisions',
];
const AROUND = [
    'elasticloadbalancing:DescribeRules',
    'elasticloadbalancing:DescribeListeners',
    'elasticloadbalancing:DescribeTargetGroups',
    'elasticloadbalancing:DescribeTargetHealth',
    'cloudwatch:DescribeAlarms',
];
const DIAGNOSE = ['ecs:ListTasks', 'ecs:DescribeTasks', 'logs:GetLogEvents'];
const SCALING = [
    'application-autoscaling:DescribeScalableTargets',
    'application-autoscaling:RegisterScalableTarget',
];
const ROLL_OUT = [
    'ecs:RegisterTaskDefinition',
    'ecs:UpdateService',
    'ecs:StopServiceDeployment',
    'ecs:RunTask',
];
/** For services whose deployment controller is CodeDeploy, and for no others. */
const FOLLOW_THERE = [
    'codedeploy:GetDeploymentConfig',
    'codedeploy:ListDeployments',
    'codedeploy:BatchGetDeployments',
    'codedeploy:GetDeploymentTarget',
];
const LOOK_THERE = ['codedeploy:ListApplications', 'codedeploy:GetDeploymentGroup', ...FOLLOW_THERE];
/** AWS asks who creates a deployment also for the right to register its AppSpec. */
const ROLL_OUT_THERE = [
    'codedeploy:CreateDeployment',
    'codedeploy:RegisterApplicationRevision',
    'codedeploy:StopDeployment',
];
const DEPLOY = [
    ...LOOK,
    ...FOLLOW,
    ...AROUND,
    ...DIAGNOSE,
    ...SCALING,
    ...ROLL_OUT,
    ...LOOK_THERE,
    ...ROLL_OUT_THERE,
];
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
];
/** Every action that a command may ask for. Who asks (`sts:GetCallerIdentity`) may always be asked. */
const ACTIONS = {
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
};
const WRITES = /:(Register|Update|Stop|Continue|Run|Create)/;
/** The policy as IAM takes it. Where no service is CodeDeploy's, its part may be left out. Writing a task definition's roles into a task needs `iam:PassRole` for them. */
const policyFor = (command) => {
    const all = [...ACTIONS[command]].sort();
    const there = all.filter((action) => action.startsWith('codedeploy:'));
    const actions = all.filter((action) => !there.includes(action));
    const passes = actions.includes('ecs:RegisterTaskDefinition') ? [PASS_ROLE] : [];
    const writes = actions.filter((action) => WRITES.test(action));
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
    };
};
const PASS_ROLE = {
    Sid: 'PassRoles',
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: ['arn:aws:iam::ACCOUNT:role/EXECUTION_ROLE', 'arn:aws:iam::ACCOUNT:role/TASK_ROLE'],
    Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
};

// EXTERNAL MODULE: ./.build/report/verify.js
var report_verify = __webpack_require__(63352);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/main/session.js + 34 modules
var session = __webpack_require__(71489);
// EXTERNAL MODULE: ./.build/main/targets.js + 8 modules
var main_targets = __webpack_require__(76115);
;// CONCATENATED MODULE: ./.build/main/verify.js







const verifyCommand = async (options, progress) => {
    if (options.policy !== null)
        return policyResult(options.policy);
    const verified = await verifyIn({ ...options, environment: options.environment ?? '', back: false }, progress);
    const text = `${(0,report_verify/* verifyText */.Bn)(verified)}\n${(0,report_verify/* verifyHeadline */.Qh)(verified)}\n`;
    return { code: (0,verify/* verifyExitCode */.D)(verified), json: (0,report_verify/* verifyJson */.wk)(verified), text };
};
const verifyIn = (wanted, progress) => (0,session/* inSession */.Cp)(wanted.repo, progress, async (session) => {
    const { targets } = await (0,main_targets/* targetsIn */.A6)(session, wanted);
    return (0,verify/* verify */.M)((0,main_targets/* worldOf */.cO)(session), targets);
});
const policyResult = (name) => {
    const command = CLOUD_COMMANDS.find((one) => one === name);
    if (!command)
        throw new words/* StaggerError */.IY((0,nearest/* unknownName */.U)('command', name, Object.keys(ACTIONS)));
    const policy = policyFor(command);
    return { code: 0, json: policy, text: JSON.stringify(policy, null, 2) };
};


/***/ }),

/***/ 63352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ verifyText),
/* harmony export */   Qh: () => (/* binding */ verifyHeadline),
/* harmony export */   vB: () => (/* binding */ verifyMarkdown),
/* harmony export */   wk: () => (/* binding */ verifyJson)
/* harmony export */ });
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60022);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6993);


const MARK = { ok: '[OK]', caution: '[CAUTION]', refused: '[REFUSED]' };
/** A tree for a terminal. */
const verifyText = (verified) => verified
    .map((one) => [`${(0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .placeName */ .f)(one)} in ${one.environment}`, ...branches(one.checks), ''].join('\n'))
    .join('\n');
const branches = (checks) => checks.flatMap(({ state, what, problem }, at) => {
    const last = at === checks.length - 1;
    const below = last ? '   ' : '│  ';
    const more = problem ? [`why: ${problem.why}`, `fix: ${problem.fix}`] : [];
    return [
        `${last ? '└─' : '├─'} ${MARK[state].padEnd(9)} ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(what)}`,
        ...more.map((line) => `${below}           ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(line)}`),
    ];
});
const verifyHeadline = (verified) => {
    const all = verified.flatMap(({ checks }) => checks);
    const many = (state) => all.filter((check) => check.state === state).length;
    return `${many('ok')} fine, ${many('caution')} to know, ${many('refused')} refused.`;
};
const verifyMarkdown = (verified) => [
    `**${verifyHeadline(verified)}**\n`,
    ...verified.map(({ environment, checks, ...one }) => `${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(`${(0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .placeName */ .f)(one)} in ${environment}`)}\n\n${checks
        .map(({ state, what, problem }) => `- ${MARK[state]} ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(what)}${problem ? `: ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(problem.fix)}` : ''}`)
        .join('\n')}\n`),
].join('\n');
/** What `verify --json` prints. */
const verifyJson = (verified) => ({
    schema: 1,
    services: verified.map(({ name, ecs, environment, checks }) => ({
        name,
        ...(ecs === undefined ? {} : { ecs }),
        environment,
        checks: checks.map(({ state, what, problem }) => ({ state, what, problem: problem ?? null })),
    })),
});


/***/ })

};
