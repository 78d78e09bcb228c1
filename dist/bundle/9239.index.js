export const id = 9239;
export const ids = [9239,1620,6382];
export const modules = {

/***/ 21916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 68472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ unknownName),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);

/** The valid names that look most like what was typed, nearest first. */
const nearest = (name, valid, most = 3) => valid
    .map((candidate) => ({ candidate, far: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(2, candidate.length / 2) || candidate.includes(name))
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ candidate }) => candidate);
/** The problem of a name that is not there, with those that are. */
const unknownName = (kind, name, valid) => {
    const close = nearest(name, valid);
    return {
        code: `unknown-${kind}`,
        fault: 'caller',
        problem: `there is no ${kind} ${JSON.stringify(name)}`,
        why: valid.length > 0 ? `there are: ${[...valid].sort().join(', ')}` : `there is no ${kind} at all`,
        fix: fixOf(kind, close, valid),
    };
};
const fixOf = (kind, close, valid) => {
    if (valid.length === 0)
        return `add that ${kind}, or take out what names it`;
    return close.length > 0 ? `did you mean ${close.join(' or ')}?` : 'name one of them';
};


/***/ }),

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

/***/ 24126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _E: () => (/* binding */ deployAnswer),
/* harmony export */   a7: () => (/* binding */ verifyAnswer),
/* harmony export */   nP: () => (/* binding */ wantedIn),
/* harmony export */   rP: () => (/* binding */ takeUpAnswer),
/* harmony export */   vt: () => (/* binding */ commandIn)
/* harmony export */ });
/* harmony import */ var _commands_deploy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58436);
/* harmony import */ var _commands_verify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10212);
/* harmony import */ var _ecs_check_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(18192);
/* harmony import */ var _ecs_together_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(34200);
/* harmony import */ var _report_deploy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90361);
/* harmony import */ var _report_verify_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63352);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59231);
/* harmony import */ var _takeup_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12916);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56382);









const COMMANDS = ['deploy', 'rollback', 'verify', 'continue', 'stop', 'resume'];
const commandIn = (inputs) => {
    const asked = inputs.text('command', 'deploy');
    const found = COMMANDS.find((one) => one === asked);
    if (found)
        return found;
    throw new _words_js__WEBPACK_IMPORTED_MODULE_4__/* .StaggerError */ .IY({
        code: 'unknown-command',
        fault: 'caller',
        problem: `the action has no command ${JSON.stringify(asked)}`,
        why: `there are: ${COMMANDS.join(', ')}`,
        fix: 'correct the input command, or leave it out to deploy',
    });
};
const wantedIn = (inputs) => ({
    repo: inputs.text('working-directory', '.'),
    services: inputs.words('service'),
    environment: inputs.text('environment', ''),
    version: inputs.text('version', '') || null,
    strategy: inputs.text('strategy', '') || null,
    registry: inputs.text('registry', '') || null,
    back: commandIn(inputs) === 'rollback',
    yes: false,
});
const deployAnswer = (result) => {
    const services = (0,_ecs_together_js__WEBPACK_IMPORTED_MODULE_7__/* .wholes */ .F4)(result.services);
    const [only, ...others] = services;
    const one = others.length === 0 ? only?.deployed : undefined;
    return {
        code: (0,_commands_deploy_js__WEBPACK_IMPORTED_MODULE_0__/* .deployExitCode */ .$)(result),
        headline: (0,_report_deploy_js__WEBPACK_IMPORTED_MODULE_2__/* .deployHeadline */ .el)(result),
        summary: (0,_report_deploy_js__WEBPACK_IMPORTED_MODULE_2__/* .deployMarkdown */ .PS)(result),
        outputs: {
            result: JSON.stringify((0,_report_deploy_js__WEBPACK_IMPORTED_MODULE_2__/* .deployJson */ .m6)(result)),
            outcome: one?.outcome ?? '',
            deployment: one?.deployment ?? '',
        },
        problems: services.flatMap(({ deployed }) => deployed.problems),
    };
};
/** A rollout that another run began. */
const takeUpAnswer = async (wish, inputs, progress, rollouts) => {
    const { repo, services, environment } = wantedIn(inputs);
    const deployment = inputs.text('deployment', '') || null;
    const where = { environment: environment || null, deployment, hook: null };
    return deployAnswer(await (0,_takeup_js__WEBPACK_IMPORTED_MODULE_5__/* .takeUpIn */ .u)({ repo, wish, services, ...where, yes: false }, progress, rollouts));
};
const verifyAnswer = async (inputs, progress) => {
    const verified = await (0,_verify_js__WEBPACK_IMPORTED_MODULE_6__/* .verifyIn */ .l)(wantedIn(inputs), progress);
    return {
        code: (0,_commands_verify_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyExitCode */ .D)(verified),
        headline: (0,_report_verify_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyHeadline */ .Qh)(verified),
        summary: (0,_report_verify_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyMarkdown */ .vB)(verified),
        outputs: { result: JSON.stringify((0,_report_verify_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyJson */ .wk)(verified)), outcome: '', deployment: '' },
        problems: verified.flatMap(({ checks }) => (0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_8__/* .problemsIn */ ._n)(checks)),
    };
};


/***/ }),

/***/ 39239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   action: () => (/* binding */ action),
/* harmony export */   deployCommand: () => (/* binding */ deployCommand)
/* harmony export */ });
/* harmony import */ var _commands_deploy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58436);
/* harmony import */ var _commands_deployment_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96856);
/* harmony import */ var _report_deploy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90361);
/* harmony import */ var _deploy_action_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24126);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71489);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32575);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76115);







const run = (options, progress, rollouts) => (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .inSession */ .Cp)(options.repo, progress, (session) => (0,_signals_js__WEBPACK_IMPORTED_MODULE_5__/* .untilStopped */ .s)((signal) => deployIn(session, options, (0,_targets_js__WEBPACK_IMPORTED_MODULE_6__/* .worldOf */ .cO)(session, signal, rollouts))));
const deployIn = async (session, options, world) => {
    const { ci, trusted, run: address } = session.invocation;
    const { plan, environment, targets } = await (0,_targets_js__WEBPACK_IMPORTED_MODULE_6__/* .targetsIn */ .A6)(session, options);
    const dryRun = !options.yes && !ci && !(0,_targets_js__WEBPACK_IMPORTED_MODULE_6__/* .isRehearsal */ .SK)(environment.settings.endpoint);
    const result = await (0,_commands_deploy_js__WEBPACK_IMPORTED_MODULE_0__/* .deploy */ .g)(world, { targets, dryRun });
    const version = options.version ?? (options.back ? 'back' : null);
    const circumstances = { plan, environment, targets, version, run: address };
    if (!dryRun && (trusted || options.yes))
        await (0,_commands_deployment_record_js__WEBPACK_IMPORTED_MODULE_1__/* .recordDeployments */ .G)(session, result, circumstances);
    return result;
};
/** The text tells each failure with its diagnosis already. */
const deployCommand = async (options, progress) => {
    const result = await run(options, progress);
    const [json, text, failures] = [(0,_report_deploy_js__WEBPACK_IMPORTED_MODULE_2__/* .deployJson */ .m6)(result), (0,_report_deploy_js__WEBPACK_IMPORTED_MODULE_2__/* .deployText */ .PL)(result), (0,_report_deploy_js__WEBPACK_IMPORTED_MODULE_2__/* .deployFailures */ .lw)(result)];
    return { code: (0,_commands_deploy_js__WEBPACK_IMPORTED_MODULE_0__/* .deployExitCode */ .$)(result), json, text, failures };
};
const action = async (progress, inputs) => {
    const command = (0,_deploy_action_js__WEBPACK_IMPORTED_MODULE_3__/* .commandIn */ .vt)(inputs);
    if (command === 'verify')
        return (0,_deploy_action_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyAnswer */ .a7)(inputs, progress);
    const [{ group }, { keepRollouts }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(3838)]).then(__webpack_require__.bind(__webpack_require__, 33838)), Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(3838), __webpack_require__.e(1394)]).then(__webpack_require__.bind(__webpack_require__, 11394))]);
    return group(`${command} ${inputs.text('service', '')}`, async () => command === 'deploy' || command === 'rollback'
        ? (0,_deploy_action_js__WEBPACK_IMPORTED_MODULE_3__/* .deployAnswer */ ._E)(await run((0,_deploy_action_js__WEBPACK_IMPORTED_MODULE_3__/* .wantedIn */ .nP)(inputs), progress, keepRollouts()))
        : (0,_deploy_action_js__WEBPACK_IMPORTED_MODULE_3__/* .takeUpAnswer */ .rP)(command, inputs, progress, keepRollouts()));
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

/***/ 6993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   cu: () => (/* binding */ markdownLog),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var fast_string_width__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93223);

/** What a terminal or a table row would take as a command or a new line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not reach a terminal
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const NAMED = { '\n': '\\n', '\t': '\\t', '\r': '\\r' };
const escaped = (character) => NAMED[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
/** One line that prints as it reads, whatever is in a file's name; bytes that are not UTF-8 show as U+FFFD. */
const printable = (text) => text.toWellFormed().replace(UNPRINTABLE, escaped);
const pad = (text, width, align) => {
    const space = ' '.repeat(Math.max(0, width - (0,fast_string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(text)));
    return align === 'right' ? space + text : text + space;
};
/** Aligned columns for a terminal, each line ended by a newline. */
const table = (columns, rows) => {
    const lines = [columns.map(({ title }) => title), ...rows].map((row) => columns.map((_, at) => printable(row[at] ?? '')));
    const widths = columns.map((_, at) => Math.max(...lines.map((line) => (0,fast_string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(line[at] ?? ''))));
    const layout = (line) => columns.map(({ align }, at) => pad(line[at] ?? '', widths[at] ?? 0, align)).join('  ');
    return lines.map((line) => `${layout(line).trimEnd()}\n`).join('');
};
/** Text that Markdown and HTML show as it is: a file's name cannot become a link, a tag or another column. */
const markdownText = (text) => printable(text)
    .replace(/[\\`*_[\]#~|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
/** The same in a fixed-width face. An element instead of backticks: no name can end it. */
const markdownCode = (text) => {
    const shown = printable(text).replace(/[&<>|`*_[\]\\~@#:]/g, (c) => `&#${c.charCodeAt(0)};`);
    return shown === '' ? '' : `<code>${shown}</code>`;
};
/**
 * What a program printed, as it printed it. On one line of the page: an empty one of the log would end the element, and what
 * stood below it would be Markdown.
 */
const markdownLog = (text) => {
    const lines = text.split('\n').map((line) => htmlText(printable(line.replaceAll('\t', '    '))));
    return `<pre>${lines.join('&#10;')}</pre>`;
};
const htmlText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** A table of GitHub's Markdown. */
const markdownTable = (columns, rows) => {
    const line = (cells) => `| ${cells.join(' | ')} |\n`;
    const cell = ({ code }, text) => (code ? markdownCode(text) : markdownText(text));
    return [
        line(columns.map(({ title }) => markdownText(title))),
        line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
        ...rows.map((row) => line(columns.map((column, at) => cell(column, row[at] ?? '')))),
    ].join('');
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


/***/ }),

/***/ 59231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   IY: () => (/* binding */ StaggerError),
/* harmony export */   Zv: () => (/* binding */ isFingerprint),
/* harmony export */   dH: () => (/* binding */ isOid),
/* harmony export */   mp: () => (/* binding */ lastSegment),
/* harmony export */   tN: () => (/* binding */ isServiceName),
/* harmony export */   tq: () => (/* binding */ isEnvironmentName)
/* harmony export */ });
/**
 * The vocabulary of the project as types. Every room may import this file; it imports nothing.
 * The words themselves are explained in docs/words.md.
 */
const NAME = /^(?=.{1,64}$)[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
/** The name at the end of an ARN; a name alone is its own. */
const lastSegment = (arn) => arn.slice(arn.lastIndexOf('/') + 1);
const isServiceName = (text) => NAME.test(text);
const isEnvironmentName = (text) => NAME.test(text);
const isOid = (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
const isDigest = (text) => SHA256.test(text);
const isFingerprint = (text) => SHA256.test(text);
/** The one error that people see. Any other error is a bug and prints its stack. */
class StaggerError extends Error {
    problems;
    constructor(...problems) {
        super(problems.map(({ problem, why }) => `${problem}: ${why}`).join('\n'));
        this.name = 'StaggerError';
        this.problems = problems;
    }
}
const EXIT = { thing: 1, caller: 2, world: 3 };
/** One exit code for many faults: 1 if any is 1, else 2, else 3, else 0. */
const exitCode = (faults) => {
    const codes = faults.map((fault) => EXIT[fault]);
    return codes.length === 0 ? 0 : Math.min(...codes);
};
/** For the last branch of a `switch` over a discriminated union: does not compile when a case is missing. */
const unreachable = (value) => {
    throw new Error(`unexpected value: ${JSON.stringify(value)}`);
};


/***/ }),

/***/ 93223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ fast_string_width_dist)
});

;// CONCATENATED MODULE: ./node_modules/fast-string-truncated-width/dist/utils.js
/* MAIN */
const getCodePointsLength = (() => {
    const SURROGATE_PAIR_RE = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
    return (input) => {
        let surrogatePairsNr = 0;
        SURROGATE_PAIR_RE.lastIndex = 0;
        while (SURROGATE_PAIR_RE.test(input)) {
            surrogatePairsNr += 1;
        }
        return input.length - surrogatePairsNr;
    };
})();
const isFullWidth = (x) => {
    return x === 0x3000 || x >= 0xFF01 && x <= 0xFF60 || x >= 0xFFE0 && x <= 0xFFE6;
};
const isWideNotCJKTNotEmoji = (x) => {
    return x === 0x231B || x === 0x2329 || x >= 0x2FF0 && x <= 0x2FFF || x >= 0x3001 && x <= 0x303E || x >= 0x3099 && x <= 0x30FF || x >= 0x3105 && x <= 0x312F || x >= 0x3131 && x <= 0x318E || x >= 0x3190 && x <= 0x31E3 || x >= 0x31EF && x <= 0x321E || x >= 0x3220 && x <= 0x3247 || x >= 0x3250 && x <= 0x4DBF || x >= 0xFE10 && x <= 0xFE19 || x >= 0xFE30 && x <= 0xFE52 || x >= 0xFE54 && x <= 0xFE66 || x >= 0xFE68 && x <= 0xFE6B || x >= 0x1F200 && x <= 0x1F202 || x >= 0x1F210 && x <= 0x1F23B || x >= 0x1F240 && x <= 0x1F248 || x >= 0x20000 && x <= 0x2FFFD || x >= 0x30000 && x <= 0x3FFFD;
};
/* EXPORT */


;// CONCATENATED MODULE: ./node_modules/fast-string-truncated-width/dist/index.js
/* IMPORT */

/* HELPERS */
const ANSI_RE = /[\u001b\u009b][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]|\u001b\]8;[^;]*;.*?(?:\u0007|\u001b\u005c)/y;
const CONTROL_RE = /[\x00-\x08\x0A-\x1F\x7F-\x9F]{1,1000}/y;
const CJKT_WIDE_RE = /(?:(?![\uFF61-\uFF9F\uFF00-\uFFEF])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Tangut}]){1,1000}/yu;
const TAB_RE = /\t{1,1000}/y;
const EMOJI_RE = /[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?))*/yu;
const LATIN_RE = /(?:[\x20-\x7E\xA0-\xFF](?!\uFE0F)){1,1000}/y;
const MODIFIER_RE = /\p{M}+/gu;
const NO_TRUNCATION = { limit: Infinity, ellipsis: '' };
/* MAIN */
const getStringTruncatedWidth = (input, truncationOptions = {}, widthOptions = {}) => {
    /* CONSTANTS */
    const LIMIT = truncationOptions.limit ?? Infinity;
    const ELLIPSIS = truncationOptions.ellipsis ?? '';
    const ELLIPSIS_WIDTH = truncationOptions?.ellipsisWidth ?? (ELLIPSIS ? getStringTruncatedWidth(ELLIPSIS, NO_TRUNCATION, widthOptions).width : 0);
    const ANSI_WIDTH = 0;
    const CONTROL_WIDTH = widthOptions.controlWidth ?? 0;
    const TAB_WIDTH = widthOptions.tabWidth ?? 8;
    const EMOJI_WIDTH = widthOptions.emojiWidth ?? 2;
    const FULL_WIDTH_WIDTH = 2;
    const REGULAR_WIDTH = widthOptions.regularWidth ?? 1;
    const WIDE_WIDTH = widthOptions.wideWidth ?? FULL_WIDTH_WIDTH;
    const PARSE_BLOCKS = [
        [LATIN_RE, REGULAR_WIDTH],
        [ANSI_RE, ANSI_WIDTH],
        [CONTROL_RE, CONTROL_WIDTH],
        [TAB_RE, TAB_WIDTH],
        [EMOJI_RE, EMOJI_WIDTH],
        [CJKT_WIDE_RE, WIDE_WIDTH],
    ];
    /* STATE */
    let indexPrev = 0;
    let index = 0;
    let length = input.length;
    let lengthExtra = 0;
    let truncationEnabled = false;
    let truncationIndex = length;
    let truncationLimit = Math.max(0, LIMIT - ELLIPSIS_WIDTH);
    let unmatchedStart = 0;
    let unmatchedEnd = 0;
    let width = 0;
    let widthExtra = 0;
    /* PARSE LOOP */
    outer: while (true) {
        /* UNMATCHED */
        if ((unmatchedEnd > unmatchedStart) || (index >= length && index > indexPrev)) {
            const unmatched = input.slice(unmatchedStart, unmatchedEnd) || input.slice(indexPrev, index);
            lengthExtra = 0;
            for (const char of unmatched.replaceAll(MODIFIER_RE, '')) {
                const codePoint = char.codePointAt(0) || 0;
                if (isFullWidth(codePoint)) {
                    widthExtra = FULL_WIDTH_WIDTH;
                }
                else if (isWideNotCJKTNotEmoji(codePoint)) {
                    widthExtra = WIDE_WIDTH;
                }
                else {
                    widthExtra = REGULAR_WIDTH;
                }
                if ((width + widthExtra) > truncationLimit) {
                    truncationIndex = Math.min(truncationIndex, Math.max(unmatchedStart, indexPrev) + lengthExtra);
                }
                if ((width + widthExtra) > LIMIT) {
                    truncationEnabled = true;
                    break outer;
                }
                lengthExtra += char.length;
                width += widthExtra;
            }
            unmatchedStart = unmatchedEnd = 0;
        }
        /* EXITING */
        if (index >= length) {
            break outer;
        }
        /* PARSE BLOCKS */
        for (let i = 0, l = PARSE_BLOCKS.length; i < l; i++) {
            const [BLOCK_RE, BLOCK_WIDTH] = PARSE_BLOCKS[i];
            BLOCK_RE.lastIndex = index;
            if (BLOCK_RE.test(input)) {
                lengthExtra = BLOCK_RE === CJKT_WIDE_RE ? getCodePointsLength(input.slice(index, BLOCK_RE.lastIndex)) : BLOCK_RE === EMOJI_RE ? 1 : BLOCK_RE.lastIndex - index;
                widthExtra = lengthExtra * BLOCK_WIDTH;
                if ((width + widthExtra) > truncationLimit) {
                    truncationIndex = Math.min(truncationIndex, index + Math.floor((truncationLimit - width) / BLOCK_WIDTH));
                }
                if ((width + widthExtra) > LIMIT) {
                    truncationEnabled = true;
                    break outer;
                }
                width += widthExtra;
                unmatchedStart = indexPrev;
                unmatchedEnd = index;
                index = indexPrev = BLOCK_RE.lastIndex;
                continue outer;
            }
        }
        /* UNMATCHED INDEX */
        index += 1;
    }
    /* RETURN */
    return {
        width: truncationEnabled ? truncationLimit : width,
        index: truncationEnabled ? truncationIndex : length,
        truncated: truncationEnabled,
        ellipsed: truncationEnabled && LIMIT >= ELLIPSIS_WIDTH
    };
};
/* EXPORT */
/* harmony default export */ const dist = (getStringTruncatedWidth);

;// CONCATENATED MODULE: ./node_modules/fast-string-width/dist/index.js
/* IMPORT */

/* HELPERS */
const dist_NO_TRUNCATION = {
    limit: Infinity,
    ellipsis: '',
    ellipsisWidth: 0,
};
/* MAIN */
const fastStringWidth = (input, options = {}) => {
    return dist(input, dist_NO_TRUNCATION, options).width;
};
/* EXPORT */
/* harmony default export */ const fast_string_width_dist = (fastStringWidth);


/***/ })

};
