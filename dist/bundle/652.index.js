export const id = 652;
export const ids = [652];
export const modules = {

/***/ 1634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   g_: () => (/* binding */ actionMain),
/* harmony export */   hF: () => (/* binding */ input),
/* harmony export */   tc: () => (/* binding */ flagInput)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);
/* harmony import */ var _report_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8482);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9231);



/** A workflow's log: a finished block is folded. */
const workflowProgress = {
    say: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(line),
    warn: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(line),
    group: (title, lines) => {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh(title);
        for (const line of lines)
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(line);
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4();
    },
};
/** An input of the action; `otherwise` where it was left empty. */
const input = (name, otherwise) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name) || otherwise;
/** `true` or `false`, as YAML writes them. */
const flagInput = (name, otherwise) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name) === '' ? otherwise : _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getBooleanInput */ .Vt(name);
const words = (text) => text.split(/[\s,]+/).filter((word) => word !== '');
/** Runs an action to its end: outputs, summary, annotations, exit code. What is no problem of the caller's is a bug. */
const actionMain = async (body) => {
    try {
        await finish(await body(workflowProgress));
    }
    catch (error) {
        if (!(error instanceof _words_js__WEBPACK_IMPORTED_MODULE_2__/* .StaggerError */ .IY))
            throw error;
        await refuse(error);
    }
};
const finish = async ({ code, headline, summary, outputs, problems = [] }) => {
    for (const [name, value] of Object.entries(outputs))
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, value);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(headline);
    problems.forEach(annotate);
    await writeSummary(summary);
    process.exitCode = code;
};
const refuse = async ({ problems }) => {
    problems.forEach(annotate);
    await writeSummary(problems.map(_report_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problemMarkdown */ .P5).join('\n'));
    process.exitCode = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCode */ .I$)(problems.map(({ fault }) => fault));
};
const annotate = ({ problem, why, fix, at }) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(`${problem}\n${why}\nfix: ${fix}`, at ? { file: at.file, startLine: at.line, startColumn: at.column } : {});
/** Outside of a workflow there is no summary to write. */
const writeSummary = async (text) => {
    if (process.env.GITHUB_STEP_SUMMARY)
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(text, true).write();
};


/***/ }),

/***/ 3652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ plan_action),
  planCommand: () => (/* binding */ planCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
// EXTERNAL MODULE: ./.build/report/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./.build/report/plan.js


/** The plan as programs read it: `plan --json`, schema 1. */
const planJson = (plan) => ({
    schema: 1,
    base: plan.base,
    head: plan.head,
    services: [...plan.services.map(serviceJson), ...plan.removed.map(removedJson)],
    matrix: planMatrix(plan),
    warnings: plan.warnings,
});
/** One job for each affected service. Holds names that were checked and nothing that somebody else wrote. */
const planMatrix = ({ services }) => ({
    include: services
        .filter(({ affected }) => affected)
        .map(({ service, needs, image }) => ({
        service: service.name,
        needs: needs.join(','),
        fingerprint: image.fingerprint,
    })),
});
const serviceJson = (planned) => {
    const { service, image, test } = planned;
    return {
        name: service.name,
        path: service.path,
        dockerfile: service.dockerfile,
        context: service.context,
        target: service.target,
        affected: planned.affected,
        needs: planned.needs,
        change: planned.change,
        fingerprint: image.fingerprint,
        testFingerprint: test?.fingerprint ?? null,
        configuration: planned.configuration,
        previous: planned.previous,
        reasons: planned.reasons,
        widened: image.inputs.widened,
        unpinned: image.inputs.unpinned,
    };
};
const removedJson = ({ name, previous }) => ({
    name,
    path: null,
    dockerfile: null,
    context: null,
    target: null,
    affected: false,
    needs: [],
    change: 'removed',
    fingerprint: null,
    testFingerprint: null,
    configuration: null,
    previous,
    reasons: [],
});
const COLUMNS = [{ title: 'service' }, { title: 'needs' }, { title: 'why' }];
/** The plan as people read it in a terminal. */
const planText = (plan) => [planHeadline(plan), '', (0,table/* table */.tp)(COLUMNS, plan.services.map(cells)), ...notes(plan)].join('\n');
/** The plan as a job's summary. */
const planMarkdown = (plan) => {
    const affected = plan.services.filter((service) => service.affected);
    const list = affected.length > 0 ? (0,table/* markdownTable */.Qj)(COLUMNS, affected.map(cells)) : '';
    return [
        `**${planHeadline(plan)}**`,
        '',
        list,
        '',
        ...notes(plan),
        '',
        `<sub>On a laptop: <code>${again(plan)}</code></sub>`,
        '',
    ].join('\n');
};
const again = ({ base, head }) => `stagger plan --head ${head.slice(0, 12)}${base ? ` --base ${base.slice(0, 12)}` : ''}`;
const planHeadline = ({ services }) => {
    const affected = services.filter((service) => service.affected);
    const all = `${services.length} ${services.length === 1 ? 'service' : 'services'}`;
    if (services.length === 0)
        return 'There is no service here: no compose file builds one, and there is no Dockerfile';
    return affected.length === 0
        ? `Nothing to do: none of ${all} changed`
        : `${affected.length} of ${all} affected: ${affected.map(({ service }) => service.name).join(', ')}`;
};
const cells = (planned) => [
    planned.service.name,
    planned.needs.join(', ') || '–',
    planned.affected ? why(planned.reasons) : 'unchanged',
];
/** The first reason, and how many more there are. */
const why = (reasons) => {
    const [first] = reasons;
    if (!first)
        return '';
    return reasons.length > 1 ? `${reasonText(first)} (and ${reasons.length - 1} more)` : reasonText(first);
};
const reasonText = (reason) => {
    switch (reason.kind) {
        case 'input':
            return `${reason.path} ${reason.change} (${reason.instruction}, line ${reason.line})`;
        case 'tests':
            return `${reason.path} ${reason.change}, read by its tests alone`;
        case 'instructions':
            return `the Dockerfile changed: ${shorten(reason.detail)}`;
        case 'argument':
            return `the build argument ${reason.name} changed`;
        case 'unknown-before':
            return 'no good image of it is known yet';
        case 'not-comparable':
            return `its inputs differ; ${reason.detail}`;
        case 'untracked':
            return `${reason.path} (line ${reason.line}) is not tracked by git, so nobody can say that it did not change`;
        case 'never-deployed':
            return 'it was never deployed there';
        case 'other-image-deployed':
            return 'another image is deployed there';
        case 'configuration':
            return 'its configuration there changed';
        default:
            return (0,words/* unreachable */.HB)(reason);
    }
};
const shorten = (text) => {
    const [line = ''] = text.split('\n');
    return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};
const notes = ({ removed, warnings }) => [
    ...removed.map(({ name }) => `${name} is no longer here.`),
    ...warnings.map((warning) => `Warning: ${(0,table/* printable */.g$)(warning)}.`),
];

// EXTERNAL MODULE: ./.build/main/action.js
var action = __webpack_require__(1634);
// EXTERNAL MODULE: ./.build/main/session.js + 9 modules
var main_session = __webpack_require__(7154);
;// CONCATENATED MODULE: ./.build/main/plan.js






const make = (session, { base, head, environment }) => (0,main_session/* planIn */.rP)(session, { base: base ?? null, head: head ?? null, environment: environment ?? null });
const planCommand = async (options, progress) => {
    const plan = await (0,main_session/* inSession */.Cp)(options.repo, progress, (session) => make(session, options));
    return { code: 0, json: planJson(plan), text: planText(plan) };
};
/** The action: outputs hold names that were checked; paths and reasons go into a file. */
const plan_action = () => (0,action/* actionMain */.g_)(async (progress) => {
    const options = { repo: (0,action/* input */.hF)('working-directory', '.'), ...given('base', 'head', 'environment') };
    const plan = await (0,main_session/* inSession */.Cp)(options.repo, progress, (session) => make(session, options));
    const affected = plan.services.filter((service) => service.affected);
    return {
        code: 0,
        headline: planHeadline(plan),
        summary: planMarkdown(plan),
        outputs: {
            matrix: JSON.stringify(planMatrix(plan)),
            any: String(affected.length > 0),
            services: JSON.stringify(affected.map(({ service }) => service.name)),
            plan: writePlan(plan),
        },
    };
});
const given = (...names) => Object.fromEntries(names.map((name) => [name, (0,action/* input */.hF)(name, '')]).filter(([, value]) => value !== ''));
const writePlan = (plan) => {
    const folder = process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)();
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const path = (0,external_node_path_.join)(folder, `stagger-plan-${plan.head.slice(0, 12)}.json`);
    (0,external_node_fs_.writeFileSync)(path, JSON.stringify(planJson(plan)));
    return path;
};


/***/ })

};
