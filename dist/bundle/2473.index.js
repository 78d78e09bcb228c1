export const id = 2473;
export const ids = [2473,3223,4854,6382];
export const modules = {

/***/ 10212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ verifyExitCode),
/* harmony export */   M: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _ecs_check_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(18192);
/* harmony import */ var _ecs_decide_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4986);
/* harmony import */ var _ecs_definition_checks_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(13429);
/* harmony import */ var _environment_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85015);
/* harmony import */ var _report_rollout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68732);
/* harmony import */ var _report_strategy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62784);
/* harmony import */ var _rollout_ladder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58846);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59231);
/* harmony import */ var _deployment_apply_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31041);
/* harmony import */ var _deployment_surroundings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64070);
/* harmony import */ var _deployment_target_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(96668);











/** Everything that `deploy` looks at before it changes something, and changes nothing. */
const verify = (world, targets) => Promise.all(targets.map(async (target) => {
    const checks = [];
    await look(world, target, checks).catch((error) => {
        if (!(error instanceof _words_js__WEBPACK_IMPORTED_MODULE_5__/* .StaggerError */ .IY))
            throw error;
        checks.push(...error.problems.map((problem) => ({ state: 'refused', what: problem.problem, problem })));
    });
    return { name: target.service, environment: target.environment, checks };
}));
const verifyExitCode = (verified) => (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCode */ .I$)(verified.flatMap(({ checks }) => (0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_8__/* .problemsIn */ ._n)(checks).map(({ fault }) => fault)));
/** Each step tells what it found, so that what came before a refusal stands there too. */
const look = async (world, target, checks) => {
    (0,_rollout_ladder_js__WEBPACK_IMPORTED_MODULE_4__/* .checkLadder */ .rI)(target.settings);
    const { service, image, version, template } = target;
    const { input, warnings } = (0,_environment_template_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTaskDefinition */ .P)(template.text, template.path, { service, image, version });
    checks.push((0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_8__.ok)(`image ${image}`), (0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_8__.ok)(`template ${template.path}`), ...warnings.map(_ecs_check_js__WEBPACK_IMPORTED_MODULE_8__/* .caution */ .uL));
    const ecs = await world.ecsAt((0,_deployment_target_js__WEBPACK_IMPORTED_MODULE_9__/* .placeOf */ .$)(target));
    const { value: identity } = await ecs.callerIdentity();
    checks.push((0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_8__.ok)(`credentials of ${identity.arn}`));
    const live = await (0,_deployment_apply_js__WEBPACK_IMPORTED_MODULE_6__/* .gather */ .k)(ecs, target);
    checks.push(...serviceChecks(live.value, target), ...(0,_ecs_definition_checks_js__WEBPACK_IMPORTED_MODULE_10__/* .definitionChecks */ .f)(live.value.service, input));
    const decision = (0,_ecs_decide_js__WEBPACK_IMPORTED_MODULE_0__/* .decide */ .LD)(live.value, input, target.settings);
    checks.push((0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_8__.ok)((0,_report_rollout_js__WEBPACK_IMPORTED_MODULE_2__/* .decisionLine */ .ZS)(service, decision).slice(service.length + 2)));
    checks.push((0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_8__.ok)((0,_report_strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .forecastLine */ .A)(decision.forecast)), ...decision.cautions.map(_ecs_check_js__WEBPACK_IMPORTED_MODULE_8__/* .caution */ .uL));
    checks.push(...(await around(world, ecs, target, live, decision)));
};
const serviceChecks = ({ service }, { settings }) => [
    (0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_8__.ok)(`service ${settings.service} in cluster ${settings.cluster}, ${service.desiredCount ?? 0} tasks wanted`),
];
const around = async (world, ecs, target, { now, value: { service } }, decision) => {
    const configuration = { ...service.deploymentConfiguration, ...decision.configuration };
    const plans = { service, now, forecast: decision.forecast, configuration, ci: world.ci };
    return [...(await (0,_deployment_surroundings_js__WEBPACK_IMPORTED_MODULE_7__/* .checkSurroundings */ .M)(ecs, target, plans)), ...(await scalingCheck(ecs, target))];
};
const scalingCheck = async (ecs, { settings }) => {
    if (!settings.suspendScaling)
        return [];
    const { value } = await ecs.describeScaling(settings.cluster, settings.service);
    if (value === null)
        return [(0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_8__/* .caution */ .uL)('suspendScaling is set, and Application Auto Scaling does not know the service')];
    return [(0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_8__.ok)(`scaled from ${value.least} to ${value.most} tasks${value.suspended ? ', suspended' : ''}`)];
};


/***/ }),

/***/ 12473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action),
  deployCommand: () => (/* binding */ deployCommand)
});

// EXTERNAL MODULE: ./.build/commands/deploy.js
var deploy = __webpack_require__(90030);
// EXTERNAL MODULE: ./.build/commands/deployment/record.js
var record = __webpack_require__(96856);
// EXTERNAL MODULE: ./.build/report/deploy.js + 2 modules
var report_deploy = __webpack_require__(90361);
// EXTERNAL MODULE: ./.build/commands/verify.js
var verify = __webpack_require__(10212);
// EXTERNAL MODULE: ./.build/ecs/check.js
var check = __webpack_require__(18192);
// EXTERNAL MODULE: ./.build/report/verify.js
var report_verify = __webpack_require__(63352);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/main/takeup.js + 2 modules
var takeup = __webpack_require__(83306);
// EXTERNAL MODULE: ./.build/main/verify.js + 1 modules
var main_verify = __webpack_require__(56382);
;// CONCATENATED MODULE: ./.build/main/deploy-action.js








const COMMANDS = ['deploy', 'rollback', 'verify', 'continue', 'stop', 'resume'];
const commandIn = (inputs) => {
    const asked = inputs.text('command', 'deploy');
    const found = COMMANDS.find((one) => one === asked);
    if (found)
        return found;
    throw new words/* StaggerError */.IY({
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
    const [only, ...others] = result.services;
    const one = others.length === 0 ? only : undefined;
    return {
        code: (0,deploy/* deployExitCode */.$6)(result),
        headline: (0,report_deploy/* deployHeadline */.el)(result),
        summary: (0,report_deploy/* deployMarkdown */.PS)(result),
        outputs: {
            result: JSON.stringify((0,report_deploy/* deployJson */.m6)(result)),
            outcome: one?.outcome ?? '',
            deployment: one?.deployment ?? '',
        },
        problems: result.services.flatMap(({ problems }) => problems),
    };
};
/** A rollout that another run began. */
const takeUpAnswer = async (wish, inputs, progress) => {
    const { repo, services, environment } = wantedIn(inputs);
    const deployment = inputs.text('deployment', '') || null;
    const where = { environment: environment || null, deployment, hook: null };
    return deployAnswer(await (0,takeup/* takeUpIn */.u)({ repo, wish, services, ...where, yes: false }, progress));
};
const verifyAnswer = async (inputs, progress) => {
    const verified = await (0,main_verify/* verifyIn */.l)(wantedIn(inputs), progress);
    return {
        code: (0,verify/* verifyExitCode */.D)(verified),
        headline: (0,report_verify/* verifyHeadline */.Qh)(verified),
        summary: (0,report_verify/* verifyMarkdown */.vB)(verified),
        outputs: { result: JSON.stringify((0,report_verify/* verifyJson */.wk)(verified)), outcome: '', deployment: '' },
        problems: verified.flatMap(({ checks }) => (0,check/* problemsIn */._n)(checks)),
    };
};

// EXTERNAL MODULE: ./.build/main/session.js + 28 modules
var session = __webpack_require__(51049);
// EXTERNAL MODULE: ./.build/main/signals.js
var signals = __webpack_require__(32575);
// EXTERNAL MODULE: ./.build/main/targets.js + 6 modules
var main_targets = __webpack_require__(59992);
;// CONCATENATED MODULE: ./.build/main/deploy.js







const run = (options, progress) => (0,session/* inSession */.Cp)(options.repo, progress, (session) => (0,signals/* untilStopped */.s)((signal) => deployIn(session, options, signal)));
const deployIn = async (session, options, signal) => {
    const { ci, trusted, run: address } = session.invocation;
    const { plan, environment, targets } = await (0,main_targets/* targetsIn */.A6)(session, options);
    const dryRun = !options.yes && !ci && !(0,main_targets/* isRehearsal */.SK)(environment.settings.endpoint);
    const result = await (0,deploy/* deploy */.gg)((0,main_targets/* worldOf */.cO)(session, signal), { targets, dryRun });
    const version = options.version ?? (options.back ? 'back' : null);
    const circumstances = { plan, environment, targets, version, run: address };
    if (!dryRun && (trusted || options.yes))
        await (0,record/* recordDeployments */.G)(session, result, circumstances);
    return result;
};
/** The text tells each failure with its diagnosis already. */
const deployCommand = async (options, progress) => {
    const result = await run(options, progress);
    const [json, text, failures] = [(0,report_deploy/* deployJson */.m6)(result), (0,report_deploy/* deployText */.PL)(result), (0,report_deploy/* deployFailures */.lw)(result)];
    return { code: (0,deploy/* deployExitCode */.$6)(result), json, text, failures };
};
const action = async (progress, inputs) => {
    const command = commandIn(inputs);
    if (command === 'verify')
        return verifyAnswer(inputs, progress);
    const { group } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(3838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
    return group(`${command} ${inputs.text('service', '')}`, async () => command === 'deploy' || command === 'rollback'
        ? deployAnswer(await run(wantedIn(inputs), progress))
        : takeUpAnswer(command, inputs, progress));
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
const DEPLOY = [...LOOK, ...FOLLOW, ...AROUND, ...DIAGNOSE, ...SCALING, ...ROLL_OUT];
const AGAIN = [
    'ecs:DescribeServices',
    'ecs:DescribeTaskDefinition',
    ...FOLLOW,
    'elasticloadbalancing:DescribeTargetHealth',
    ...DIAGNOSE,
    ...SCALING,
    'ecs:StopServiceDeployment',
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
    ],
    continue: [...AGAIN, 'ecs:ContinueServiceDeployment'],
    stop: AGAIN,
};
const WRITES = /:(Register|Update|Stop|Continue|Run)/;
/** The policy as IAM takes it. Writing a task definition's roles into a task needs `iam:PassRole` for them. */
const policyFor = (command) => {
    const actions = [...ACTIONS[command]].sort();
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
// EXTERNAL MODULE: ./.build/main/session.js + 28 modules
var session = __webpack_require__(51049);
// EXTERNAL MODULE: ./.build/main/targets.js + 6 modules
var main_targets = __webpack_require__(59992);
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
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6993);

const MARK = { ok: '[OK]', caution: '[CAUTION]', refused: '[REFUSED]' };
/** A tree for a terminal. */
const verifyText = (verified) => verified
    .map((one) => [`${one.name} in ${one.environment}`, ...branches(one.checks), ''].join('\n'))
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
    ...verified.map(({ name, environment, checks }) => `${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(`${name} in ${environment}`)}\n\n${checks
        .map(({ state, what, problem }) => `- ${MARK[state]} ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(what)}${problem ? `: ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(problem.fix)}` : ''}`)
        .join('\n')}\n`),
].join('\n');
/** What `verify --json` prints. */
const verifyJson = (verified) => ({
    schema: 1,
    services: verified.map(({ name, environment, checks }) => ({
        name,
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
/* harmony export */   tN: () => (/* binding */ isServiceName),
/* harmony export */   tq: () => (/* binding */ isEnvironmentName)
/* harmony export */ });
/**
 * The vocabulary of the project as types. Every room may import this file; it imports nothing.
 * The words themselves are explained in docs/words.md.
 */
const NAME = /^(?=.{1,64}$)[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
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
