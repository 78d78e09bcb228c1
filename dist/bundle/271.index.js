export const id = 271;
export const ids = [271];
export const modules = {

/***/ 3652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action),
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
        case 'built-here':
            return `${reason.detail} is not known before it is built (line ${reason.line})`;
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

// EXTERNAL MODULE: ./.build/main/session.js + 10 modules
var main_session = __webpack_require__(7447);
;// CONCATENATED MODULE: ./.build/main/plan.js





const make = (session, { base, head, environment }) => (0,main_session/* planIn */.rP)(session, { base: base ?? null, head: head ?? null, environment: environment ?? null });
const planCommand = async (options, progress) => {
    const plan = await (0,main_session/* inSession */.Cp)(options.repo, progress, (session) => make(session, options));
    return { code: 0, json: planJson(plan), text: planText(plan) };
};
/** The action: outputs hold names that were checked; paths and reasons go into a file. */
const action = async (progress, inputs) => {
    const options = {
        repo: inputs.text('working-directory', '.'),
        ...given(inputs, 'base', 'head', 'environment'),
    };
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
};
const given = (inputs, ...names) => Object.fromEntries(names.map((name) => [name, inputs.text(name, '')]).filter(([, value]) => value !== ''));
const writePlan = (plan) => {
    const folder = process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)();
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const path = (0,external_node_path_.join)(folder, `stagger-plan-${plan.head.slice(0, 12)}.json`);
    (0,external_node_fs_.writeFileSync)(path, JSON.stringify(planJson(plan)));
    return path;
};


/***/ })

};
