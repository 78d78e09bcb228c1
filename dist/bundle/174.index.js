export const id = 174;
export const ids = [174];
export const modules = {

/***/ 7600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ findImage)
/* harmony export */ });
/* harmony import */ var _image_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4976);
/* harmony import */ var _image_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6164);
/* harmony import */ var _version_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2193);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9231);




/** The image of a service's inputs: as the ledger remembers it, else by its name in the registry. */
const findImage = async (registry, { service, image }, ledger, prefix) => {
    const { fingerprint } = image;
    if (fingerprint === null)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY((0,_image_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .notHermetic */ .lE)({ service, image }));
    const entry = ledger.images.get(service.name);
    const places = [
        ...(entry?.fingerprint === fingerprint ? [[entry.repository, entry.digest]] : []),
        ...(prefix === null
            ? []
            : [[(0,_image_names_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(prefix, service.name, false), (0,_image_names_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsName */ .Br)(fingerprint)]]),
    ];
    for (const [repository, reference] of places) {
        const found = await registry.manifest(repository, reference);
        if (found)
            return { repository, digest: found.digest, fingerprint };
    }
    throw new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY((0,_version_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .noImage */ .$0)(service.name, prefix));
};


/***/ }),

/***/ 8174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action),
  deployCommand: () => (/* binding */ deployCommand)
});

// EXTERNAL MODULE: ./.build/commands/configuration.js
var commands_configuration = __webpack_require__(1539);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
;// CONCATENATED MODULE: ./.build/ecs/configuration.js
/** What is there, with rolling's circuit breaker on and the other strategies' own settings gone. */
const rollingConfiguration = (live, { minimumHealthyPercent, maximumPercent }) => {
    const { bakeTimeInMinutes: _bake, canaryConfiguration: _canary, linearConfiguration: _linear, ...kept } = live;
    return {
        ...kept,
        ...(kept.strategy === undefined ? {} : { strategy: 'ROLLING' }),
        ...(minimumHealthyPercent === undefined ? {} : { minimumHealthyPercent }),
        ...(maximumPercent === undefined ? {} : { maximumPercent }),
        deploymentCircuitBreaker: { ...kept.deploymentCircuitBreaker, enable: true, rollback: true },
    };
};
/**
 * The configuration to send, or null where it is already there. UpdateService keeps what a request leaves out (AWS
 * tells `bakeTimeInMinutes: 0` also for rolling), so what is gone from the request is no difference.
 */
const configurationToSend = (live, settings) => {
    const wanted = rollingConfiguration(live, settings);
    return contains(live, wanted) ? null : wanted;
};
const isTree = (value) => typeof value === 'object' && value !== null;
const contains = (there, wanted) => isTree(there) && isTree(wanted)
    ? Object.keys(wanted).every((key) => contains(there[key], wanted[key]))
    : there === wanted;

;// CONCATENATED MODULE: ./.build/ecs/preflight.js

const refusal = (code, problem, why, fix) => [
    { code, fault: 'caller', problem, why, fix },
];
const inactive = ({ status, serviceName }) => status === undefined || status === 'ACTIVE'
    ? []
    : refusal('service-not-active', `service ${serviceName} cannot be deployed to`, `ECS says that it is ${status}: it was deleted.`, 'Let your infrastructure code make it again, or correct service in the environment.');
const controlledByOthers = ({ deploymentController, serviceName }) => {
    const type = deploymentController?.type ?? 'ECS';
    if (type === 'ECS')
        return [];
    return refusal('deployment-controller', `service ${serviceName} has the deployment controller ${type}`, 'This version deploys to services whose controller is ECS, and would be refused by AWS here.', 'Change deployment_controller of the service to ECS in your infrastructure code (UpdateService can do it since 2025).');
};
const express = ({ resourceManagementType, serviceName }) => resourceManagementType === 'ECS'
    ? refusal('express-service', `service ${serviceName} is an Express service`, 'ECS itself manages its deployments; they take no configuration.', 'Deploy it with aws ecs update-express-gateway-service, or make it an ordinary service.')
    : [];
/** Only who writes `strategy: rolling` wants to lose what the service is set to. */
const anotherStrategy = ({ deploymentConfiguration, serviceName }, { strategy }) => {
    const live = deploymentConfiguration?.strategy ?? 'ROLLING';
    if (live === 'ROLLING' || strategy !== undefined)
        return [];
    return refusal('other-strategy', `service ${serviceName} is set to the strategy ${live}`, 'The environment names no strategy, and rolling would take its place without a word.', 'Write strategy: rolling in the environment if that is meant.');
};
const stuck = ({ deploymentConfiguration = {}, serviceName }, settings) => {
    const { minimumHealthyPercent = 100, maximumPercent = 200 } = rollingConfiguration(deploymentConfiguration, settings);
    if (maximumPercent > minimumHealthyPercent)
        return [];
    return refusal('no-room-to-roll', `service ${serviceName} cannot replace a task`, `minimumHealthyPercent is ${minimumHealthyPercent} and maximumPercent ${maximumPercent}: no task may stop, and none may start.`, 'Set maximumPercent above minimumHealthyPercent in the environment, e.g. 200 and 100.');
};
const CHECKS = [inactive, controlledByOthers, express, anotherStrategy, stuck];
/** Everything that would fail, or do other than what is meant; all at once, and before anything is changed. */
const refusals = (service, settings) => CHECKS.flatMap((check) => check(service, settings));
/** What may surprise, but does not stop. */
const cautions = (service) => {
    const unfinished = (service.deployments ?? []).filter(({ rolloutState }) => rolloutState === 'IN_PROGRESS');
    return [
        ...(service.desiredCount === 0 ? ['its desired count is 0: nothing will run, and nothing can fail'] : []),
        ...(unfinished.length > 0 ? ['a deployment of it is not over yet; a new one takes its place'] : []),
    ];
};

;// CONCATENATED MODULE: ./.build/ecs/sight.js
const PRIMARY_ID = /^ecs-svc\/(\d+)$/;
const primaryOf = (service) => service.deployments?.find(({ status }) => status === 'PRIMARY');
/** The `N` of `ecs-svc/N`, by which a deployment, its service revision and its tasks are one and the same. */
const revisionOf = (id) => PRIMARY_ID.exec(id ?? '')?.[1] ?? null;
const serviceSight = (service) => ({
    active: service.status === undefined || service.status === 'ACTIVE',
    primary: revisionOf(primaryOf(service)?.id),
});
const deploymentSight = (deployment) => {
    const { targetServiceRevision: target, deploymentCircuitBreaker: breaker, rollback } = deployment;
    return {
        arn: deployment.serviceDeploymentArn ?? '',
        status: deployment.status ?? '',
        createdAt: (deployment.createdAt?.getTime() ?? 0),
        target: target?.arn ?? null,
        sources: (deployment.sourceServiceRevisions ?? []).flatMap(({ arn }) => arn ?? []),
        tasks: {
            requested: target?.requestedTaskCount ?? 0,
            running: target?.runningTaskCount ?? 0,
            pending: target?.pendingTaskCount ?? 0,
            failed: breaker?.failureCount ?? null,
            threshold: breaker?.threshold ?? null,
        },
        reason: deployment.statusReason ?? null,
        rollback: rollback ? (rollback.reason ?? deployment.statusReason ?? 'ECS rolls back') : null,
    };
};
/** Every name under which the revisions' images are known, digests among them. */
const sight_images = (revisions) => revisions.flatMap(({ containerImages = [] }) => containerImages.flatMap(({ image, imageDigest }) => [image, imageDigest].filter((one) => one !== undefined)));

// EXTERNAL MODULE: ./.build/environment/task-definition-fields.js
var task_definition_fields = __webpack_require__(7183);
;// CONCATENATED MODULE: ./.build/ecs/task-definition.js

/** What would change if `wanted` were registered in place of `live`; what AWS fills in by itself is no difference. */
const differences = (live, tags, wanted) => {
    const before = leaves({ ...live, tags: tags.filter(({ key }) => !key?.startsWith('aws:')) });
    const after = leaves(wanted);
    const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
    return paths.flatMap((path) => {
        const from = before.get(path) ?? null;
        const to = after.get(path) ?? null;
        return from === to ? [] : [{ path, from: hide(path, from), to }];
    });
};
const hide = (path, value) => value !== null && /\.environment\[/.test(path) ? '…' : value;
const leaves = (definition) => {
    const found = new Map();
    for (const [key, value] of Object.entries(definition)) {
        if (!task_definition_fields/* RETURNED_ONLY */.N.includes(key))
            collect(value, key, found, definition);
    }
    return found;
};
const task_definition_isTree = (value) => typeof value === 'object' && value !== null;
const collect = (value, path, found, root) => {
    if (value === undefined || value === null || isDefault(path, value, root))
        return;
    if (!task_definition_isTree(value))
        found.set(path, String(value));
    else if (!Array.isArray(value))
        for (const key of Object.keys(value))
            collect(value[key], `${path}.${key}`, found, root);
    else if (value.some(task_definition_isTree))
        for (const [at, item] of value.entries())
            collect(item, `${path}[${label(item, at)}]`, found, root);
    else if (value.length > 0)
        found.set(path, JSON.stringify(isSet(path) ? [...value].sort() : value));
};
/** The order of named things means nothing to ECS, and it returns them in another. */
const label = (item, at) => {
    const { name, key, containerPort, protocol } = item;
    if (containerPort !== undefined)
        return `${containerPort}/${protocol ?? 'tcp'}`;
    return String(name ?? key ?? at);
};
const isSet = (path) => path === 'requiresCompatibilities';
/** What DescribeTaskDefinition tells though nobody registered it. */
const DEFAULTS = [
    [/^networkMode$/, 'bridge'],
    [/^containerDefinitions\[[^\]]*\]\.cpu$/, 0],
    [/^containerDefinitions\[[^\]]*\]\.essential$/, true],
    [/\.portMappings\[[^\]]*\]\.protocol$/, 'tcp'],
    [/\.portMappings\[[^\]]*\]\.hostPort$/, 0],
    [/\.healthCheck\.interval$/, 30],
    [/\.healthCheck\.timeout$/, 5],
    [/\.healthCheck\.retries$/, 3],
];
const isDefault = (path, value, root) => DEFAULTS.some(([matches, usual]) => value === usual && matches.test(path)) || isSamePort(path, value, root);
/** Where containers have the host's ports, or an address of their own, the host's port is the container's. */
const isSamePort = (path, value, { networkMode }) => (networkMode === 'awsvpc' || networkMode === 'host') &&
    /\.portMappings\[(\d+)\/\w+\]\.hostPort$/.exec(path)?.[1] === String(value);

;// CONCATENATED MODULE: ./.build/ecs/decide.js





const decide = ({ service, taskDefinition, tags }, wanted, settings) => {
    const [first, ...rest] = refusals(service, settings);
    if (first)
        throw new words/* StaggerError */.IY(first, ...rest);
    const configuration = configurationToSend(service.deploymentConfiguration ?? {}, settings);
    const changes = differences(taskDefinition, tags, wanted);
    if (changes.length === 0)
        return { ...alreadyThere(service), configuration, cautions: [] };
    return { kind: 'register', input: wanted, differences: changes, configuration, cautions: cautions(service) };
};
const alreadyThere = (service) => {
    const primary = primaryOf(service);
    const revision = revisionOf(primary?.id);
    if (primary?.rolloutState === 'FAILED')
        return { kind: 'again' };
    if (primary?.rolloutState === 'IN_PROGRESS' && revision !== null)
        return { kind: 'join', revision };
    return { kind: 'unchanged' };
};
/** The least that does it. Null where there is nothing to send; `taskDefinition` is what was registered. */
const updateRequest = (decision, { cluster, service }, taskDefinition) => {
    const { kind, configuration } = decision;
    const changes = {
        ...(taskDefinition === null ? {} : { taskDefinition }),
        ...(configuration === null ? {} : { deploymentConfiguration: configuration }),
        ...(kind === 'again' ? { forceNewDeployment: true } : {}),
    };
    return Object.keys(changes).length === 0 ? null : { cluster, service, ...changes };
};

// EXTERNAL MODULE: ./.build/environment/template.js + 1 modules
var environment_template = __webpack_require__(5015);
// EXTERNAL MODULE: ./.build/report/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./.build/report/rollout.js


/** One line of progress. */
const newsLine = (service, news) => {
    switch (news.kind) {
        case 'progress':
            return `${service}: ${stageOf(news.status)}${tasksText(news.tasks)}`;
        case 'rolling-back':
            return `${service}: ECS rolls back: ${(0,table/* printable */.g$)(news.reason)}`;
        case 'lost':
            return `${service}: no answer (${(0,table/* printable */.g$)(news.why)}); ECS goes on, and is asked again`;
        default:
            return (0,words/* unreachable */.HB)(news);
    }
};
const stageOf = (status) => status === 'IN_PROGRESS' ? '' : `${status.toLowerCase().replaceAll('_', ' ')}, `;
const tasksText = ({ running, requested, pending, failed, threshold }) => [
    `${running} of ${requested} new tasks running`,
    ...(pending > 0 ? [`${pending} starting`] : []),
    ...(failed ? [`${failed} failed${threshold ? ` of ${threshold} that roll it back` : ''}`] : []),
].join(', ');
/** What is going to be done, in one line. */
const decisionLine = (service, decision) => {
    const settings = decision.configuration ? ', with its deployment settings brought up to date' : '';
    switch (decision.kind) {
        case 'unchanged':
            return `${service}: runs this image with this configuration already${settings}`;
        case 'join':
            return `${service}: a deployment of exactly this is under way; following it${settings}`;
        case 'again':
            return `${service}: the same was tried and failed; a new deployment of it${settings}`;
        case 'register':
            return `${service}: a new task definition (${count(decision.differences.length, 'difference')})${settings}`;
        default:
            return (0,words/* unreachable */.HB)(decision);
    }
};
const count = (many, what) => `${many} ${what}${many === 1 ? '' : 's'}`;
const differenceLine = ({ path, from, to }) => (0,table/* printable */.g$)(`${path}: ${from ?? '(not set)'} → ${to ?? '(not set)'}`);

;// CONCATENATED MODULE: ./.build/ecs/passing.js

const PASSING = ['throttled', 'unreachable', 'aws-failed'];
/** May the same question have an answer a moment later? */
const isPassing = (error) => error instanceof words/* StaggerError */.IY && error.problems.every(({ code }) => PASSING.includes(code));

// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(8472);
;// CONCATENATED MODULE: ./.build/commands/deployment/problems.js


const flags = ({ settings: { region, endpoint } }) => [region && ` --region ${region}`, endpoint && ` --endpoint-url ${endpoint}`].filter(Boolean).join('');
const lookCommand = (target, deployment) => deployment === null
    ? `aws ecs list-service-deployments --cluster ${target.settings.cluster} --service ${target.settings.service}${flags(target)}`
    : `aws ecs describe-service-deployments --service-deployment-arns ${deployment}${flags(target)}`;
/** `names` are those that are there; null where they could not be asked for. */
const there = (kind, names) => {
    if (names === null)
        return '';
    return names.length > 0
        ? ` There ${names.length === 1 ? 'is' : 'are'}: ${[...names].sort().slice(0, 20).join(', ')}.`
        : ` There is no ${kind} at all.`;
};
const meant = (name, names) => {
    const close = (0,nearest/* nearest */.p)(name, names ?? []);
    return close.length > 0 ? `Did you mean ${close.join(' or ')}? ` : '';
};
/** ECS calls it MISSING, and mostly it means that another cluster was asked. */
const missingService = (target, names) => {
    const { cluster, service } = target.settings;
    return new words/* StaggerError */.IY({
        code: 'service-not-found',
        fault: 'caller',
        problem: `there is no service ${service} in the cluster ${cluster}`,
        why: `The cluster ${cluster} was asked${flags(target)}.${there('service', names)}`,
        fix: `${meant(service, names)}Correct service or cluster of the environment ${target.environment} in stagger.yml; Stagger deploys to services and never makes one.`,
    });
};
/** The problem as AWS told it, with the clusters that there are. */
const missingCluster = (target, problem, names) => new words/* StaggerError */.IY({
    ...problem,
    problem: `there is no cluster ${target.settings.cluster}${flags(target)}`,
    why: `${problem.why}${there('cluster', names)}`,
    fix: `${meant(target.settings.cluster, names)}Correct cluster, region or endpoint of the environment ${target.environment} in stagger.yml.`,
});
const noDeployment = (target, id) => new words/* StaggerError */.IY({
    code: 'no-deployment',
    fault: 'thing',
    problem: `ECS took the update of ${target.service} and began no deployment`,
    why: `Its PRIMARY deployment is ${id ?? 'none'}, as before the update.`,
    fix: `Look at it: ${lookCommand(target, null)}`,
});
/** We were asked to stop; the rollout is ECS's, and goes on without us. */
const leftBehind = (target, deployment) => ({
    code: 'left',
    fault: 'thing',
    problem: `the deployment of ${target.service} goes on without being watched`,
    why: 'Stagger was asked to stop. ECS ends the rollout by itself, and rolls it back if its tasks fail.',
    fix: `Look at it: ${lookCommand(target, deployment)}. Run the same deployment again to watch it to its end.`,
});
/** The deployment was begun, and then ECS could not be asked any more. */
const unwatched = (target, deployment, problem) => ({
    ...problem,
    why: `${problem.why} The deployment of ${target.service} was begun, and goes on in ECS.`,
    fix: `${problem.fix} Then look at it: ${lookCommand(target, deployment)}`,
});
const HEADLINE = {
    'rolled-back': 'was rolled back',
    'rollback-failed': 'failed, and so did its rollback',
    stopped: 'was stopped before it was over',
    superseded: 'was superseded by another deployment',
    'timed-out': 'was not over in time',
};
const endedBadly = (target, { outcome, reason }, deployment, diagnosis) => {
    if (outcome === 'successful' || outcome === 'unchanged' || outcome === 'paused')
        return [];
    return [
        {
            code: outcome,
            fault: 'thing',
            problem: `the deployment of ${target.service} to ${target.environment} ${HEADLINE[outcome]}`,
            why: [reason ?? 'ECS gave no reason', serving(diagnosis)].filter(Boolean).join('. '),
            fix: fixFor(outcome, target, deployment),
        },
    ];
};
const serving = ({ serving: tasks }) => {
    if (tasks === null)
        return '';
    if (tasks === 0)
        return 'No task of the version before is running';
    return `The version before still serves, with ${tasks} ${tasks === 1 ? 'task' : 'tasks'}`;
};
const fixFor = (outcome, target, deployment) => {
    const look = `Look at it: ${lookCommand(target, deployment)}`;
    if (outcome === 'rolled-back')
        return `Correct what the tasks and logs show, and deploy again. ${look}`;
    if (outcome === 'superseded')
        return `Deploy again if this version is still wanted. ${look}`;
    if (outcome === 'timed-out')
        return `It goes on in ECS; raise timeoutMinutes if it needs longer. ${look}`;
    return look;
};

;// CONCATENATED MODULE: ./.build/commands/deployment/target.js
const placeOf = ({ settings: { region, endpoint } }) => ({
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
});
const nameOf = ({ settings: { cluster, service } }) => ({ cluster, service });

;// CONCATENATED MODULE: ./.build/commands/deployment/apply.js






const gather = async (ecs, target) => {
    const { now, value: service } = await ecs.describeService(nameOf(target)).catch(withClusters(ecs, target));
    if (!service)
        throw missingService(target, await names(ecs.listServices(target.settings.cluster)));
    const { value } = await ecs.describeTaskDefinition(service.taskDefinition ?? '');
    return { now, value: { service, ...value } };
};
const withClusters = (ecs, target) => async (error) => {
    if (!(error instanceof words/* StaggerError */.IY) || error.problems[0]?.code !== 'cluster-not-found')
        throw error;
    throw missingCluster(target, error.problems[0], await names(ecs.listClusters()));
};
/** Only for advice: whoever may not list them is told all the same what is missing. */
const names = (asked) => asked.then(({ value }) => value, (error) => {
    if (error instanceof words/* StaggerError */.IY)
        return null;
    throw error;
});
/** Does what was decided. Null where no deployment follows from it. */
const apply = async (ecs, target, { now, value: live }, decision, turns) => {
    const registered = await register(ecs, decision, turns);
    const request = updateRequest(decision, target.settings, registered);
    const answer = request ? await update(ecs, target, request) : { now, value: live.service };
    if (decision.kind === 'unchanged')
        return null;
    const before = decision.kind === 'join' ? null : primaryOf(live.service)?.id;
    return startedBy(target, answer, before);
};
const register = async (ecs, decision, turns) => {
    if (decision.kind !== 'register')
        return null;
    const { input } = decision;
    const { value } = await turns(input.family ?? '', () => ecs.registerTaskDefinition(input));
    return value.taskDefinitionArn ?? `${value.family}:${value.revision}`;
};
/** After a lost answer the service is read, not written: our task definition can only be there if we were heard. */
const update = async (ecs, target, request) => {
    try {
        return await ecs.updateService(request);
    }
    catch (error) {
        if (!isPassing(error) || request.taskDefinition === undefined)
            throw error;
        const { now, value } = await ecs.describeService(nameOf(target));
        if (!value || primaryOf(value)?.taskDefinition !== request.taskDefinition)
            throw error;
        return { now, value };
    }
};
const startedBy = (target, { now, value }, before) => {
    const id = primaryOf(value)?.id;
    const revision = revisionOf(id);
    if (revision === null || id === before)
        throw noDeployment(target, id);
    const timeoutMilliseconds = target.settings.timeoutMinutes * 60_000;
    return { revision, digest: target.digest, at: now, timeoutMilliseconds };
};

;// CONCATENATED MODULE: ./.build/ecs/diagnosis.js
const MOST_TASKS = 3;
const MOST_EVENTS = 5;
/** The tasks of one revision, those that failed by themselves before those that were stopped by plan. */
const failedTasks = (tasks, revision) => tasks
    .filter(({ startedBy }) => startedBy === `ecs-svc/${revision}`)
    .map((task) => ({ task, rank: rank(task) }))
    .sort((a, b) => a.rank - b.rank || time(b.task) - time(a.task))
    .map(({ task }) => task)
    .slice(0, MOST_TASKS);
const time = ({ stoppedAt, createdAt }) => (stoppedAt ?? createdAt)?.getTime() ?? 0;
const rank = (task) => {
    if (/scaling activity/i.test(task.stoppedReason ?? ''))
        return 2;
    return task.lastStatus === 'RUNNING' && task.healthStatus !== 'UNHEALTHY' ? 3 : 1;
};
const taskReport = (task) => ({
    id: idOf(task),
    status: task.lastStatus ?? 'UNKNOWN',
    stopCode: task.stopCode ?? null,
    stoppedReason: task.stoppedReason ?? null,
    containers: (task.containers ?? []).map(containerReport),
});
const containerReport = ({ name, exitCode, healthStatus, reason }) => ({
    name: name ?? '',
    exitCode: exitCode ?? null,
    health: healthStatus === undefined || healthStatus === 'UNKNOWN' ? null : healthStatus,
    reason: reason ?? null,
});
/** How many tasks of other revisions than this one are running. */
const othersServing = ({ deployments = [] }, revision) => deployments
    .filter(({ id }) => id !== `ecs-svc/${revision}`)
    .reduce((sum, { runningCount = 0 }) => sum + runningCount, 0);
const idOf = ({ taskArn = '' }) => taskArn.slice(taskArn.lastIndexOf('/') + 1);
/** Where the containers of a task write, by the naming of the awslogs driver: `prefix/container/task`. */
const logSources = ({ containerDefinitions = [] }, task) => containerDefinitions.flatMap(({ name = '', logConfiguration }) => {
    const { 'awslogs-group': group, 'awslogs-stream-prefix': prefix, 'awslogs-region': region, } = logConfiguration?.options ?? {};
    if (logConfiguration?.logDriver !== 'awslogs' || !group || !prefix)
        return [];
    return [
        { task, container: name, group, stream: `${prefix}/${name}/${task}`, ...(region ? { region } : {}) },
    ];
});
/** What the service itself said since then, oldest first: for example that no machine has room for the task. */
const eventsSince = ({ events = [] }, since) => events
    .filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= since)
    .sort((a, b) => (a.createdAt?.getTime() ?? 0) - (b.createdAt?.getTime() ?? 0))
    .flatMap(({ message }) => message ?? [])
    .filter((message) => !message.includes('has reached a steady state'))
    .slice(-MOST_EVENTS);

;// CONCATENATED MODULE: ./.build/commands/deployment/diagnose.js



const LINES = 20;
/** Why it failed, from all that can still be asked. A question that fails costs its own answer and no other. */
const diagnose = async (ecs, target, started) => {
    const service = await orNull(ecs.describeService(nameOf(target)).then(({ value }) => value));
    const tasks = failedTasks((await orNull(allTasks(ecs, target))) ?? [], started.revision);
    return {
        tasks: tasks.map(taskReport),
        logs: await firstLogs(ecs, tasks),
        events: service ? eventsSince(service, started.at) : [],
        serving: service && othersServing(service, started.revision),
    };
};
const orNull = (asked) => asked.catch((error) => {
    if (error instanceof words/* StaggerError */.IY)
        return null;
    throw error;
});
const allTasks = async (ecs, target) => {
    const listed = await Promise.all(['STOPPED', 'RUNNING'].map((status) => ecs.listTasks(nameOf(target), status)));
    const described = listed
        .filter(({ value }) => value.length > 0)
        .map(async ({ value }) => (await ecs.describeTasks(target.settings.cluster, value)).value);
    return (await Promise.all(described)).flat();
};
/** The logs of the first task that wrote any. */
const firstLogs = async (ecs, tasks) => {
    let logs = [];
    for (const task of tasks) {
        logs = await logsOf(ecs, task);
        if (logs.some(({ lines }) => lines.length > 0))
            break;
    }
    return logs;
};
const logsOf = async (ecs, task) => {
    const described = await orNull(ecs.describeTaskDefinition(task.taskDefinitionArn ?? ''));
    const sources = described ? logSources(described.value.taskDefinition, idOf(task)) : [];
    return Promise.all(sources.map((source) => tail(ecs, source)));
};
const tail = async (ecs, source) => {
    const { task, container } = source;
    try {
        return { task, container, lines: await ecs.logTail(source, LINES), unread: null };
    }
    catch (error) {
        if (!(error instanceof words/* StaggerError */.IY))
            throw error;
        return { task, container, lines: [], unread: error.message };
    }
};

;// CONCATENATED MODULE: ./.build/rollout/judge.js
const FINAL = ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'];
const isFinal = ({ status }) => FINAL.includes(status);
/** Exactly the revision's number, after the last slash: `/123` is not the end of `/9123`. */
const isOf = (arn, revision) => arn !== null && arn.slice(arn.lastIndexOf('/') + 1) === revision;
/** The one ending that the evidence proves, or null while it proves none. */
const judge = (evidence) => {
    const { ours, service } = evidence;
    if (ours && isFinal(ours))
        return judgeFinal(evidence, ours);
    return service && !service.active ? { outcome: 'stopped', reason: 'the service was deleted' } : null;
};
const judgeFinal = (evidence, ours) => {
    const reason = ours.rollback ?? ours.reason;
    switch (ours.status) {
        case 'ROLLBACK_SUCCESSFUL':
            return { outcome: 'rolled-back', reason };
        case 'ROLLBACK_FAILED':
            return { outcome: 'rollback-failed', reason };
        case 'STOPPED':
            return judgeStopped(evidence, ours);
        default:
            return judgeSuccess(evidence, ours);
    }
};
const judgeStopped = (evidence, ours) => {
    if (!evidence.service)
        return null;
    return isReplaced(evidence, ours)
        ? { outcome: 'superseded', reason: 'a newer deployment of this service took its place' }
        : { outcome: 'stopped', reason: ours.rollback ?? ours.reason };
};
/** SUCCESSFUL is what ECS says of a deployment. It is ours only if our revision is PRIMARY and holds our digest. */
const judgeSuccess = (evidence, ours) => {
    const { service, images, started } = evidence;
    if (!service || !images)
        return null;
    if (service.primary !== started.revision) {
        const reason = 'it ended well, but a newer deployment of this service has already taken its place';
        return isReplaced(evidence, ours) ? { outcome: 'superseded', reason } : null;
    }
    if (holds(images, started.digest))
        return { outcome: 'successful', reason: null };
    return { outcome: 'superseded', reason: `the service runs ${images.join(', ')}, not ${started.digest}` };
};
const holds = (images, digest) => images.some((image) => image === digest || image.endsWith(`@${digest}`));
/** A newer deployment is seen, or something is PRIMARY that is neither ours nor what ours came to replace. */
const isReplaced = ({ others, service, started }, ours) => {
    const primary = service?.primary ?? started.revision;
    const known = primary === started.revision || ours.sources.some((source) => isOf(source, primary));
    return !known || others.some(({ createdAt }) => createdAt > ours.createdAt);
};
/** What is told when the time is over; what was seen so far still counts. */
const judgeLate = (evidence) => {
    const { ours, others, started } = evidence;
    if (!ours)
        return { outcome: 'timed-out', reason: 'ECS never listed the deployment' };
    if (ours.status === 'STOPPED')
        return { outcome: 'stopped', reason: ours.rollback ?? ours.reason };
    if (others.some(({ createdAt }) => createdAt > ours.createdAt)) {
        return { outcome: 'superseded', reason: 'a newer deployment of this service was begun' };
    }
    const { running, requested } = ours.tasks;
    const minutes = Math.round(started.timeoutMilliseconds / 60_000);
    const state = `${running} of ${requested} tasks running, status ${ours.status}`;
    return {
        outcome: 'timed-out',
        reason: `not over after ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}: ${state}`,
    };
};

;// CONCATENATED MODULE: ./.build/rollout/follow.js

const begin = (started) => {
    const state = {
        started,
        now: started.at,
        ours: null,
        service: null,
        others: [],
        images: null,
        told: {},
        quiet: 0,
    };
    return [{ ...state, ending: null }, [{ kind: 'look', after: 500, at: nextLook(state) }]];
};
/** One observation further. An ending is final: nothing is looked at and nothing is told after it. */
const step = (state, observation, moment) => {
    if (state.ending)
        return [state, []];
    const seen = see(state, observation, moment.now);
    const news = newsOf(seen, observation).filter((item) => seen.told[item.kind] !== JSON.stringify(item));
    const next = {
        ...seen,
        told: remember(seen, observation, news),
        quiet: news.length > 0 ? 0 : state.quiet + 1,
    };
    const ending = judge(next) ?? (next.now >= deadline(next) ? judgeLate(next) : null);
    const announcements = news.map((item) => ({ kind: 'announce', news: item }));
    return [{ ...next, ending }, ending ? announcements : [...announcements, look(next, moment.jitter)]];
};
const deadline = ({ started }) => started.at + started.timeoutMilliseconds;
const see = (state, observation, now) => {
    if (observation.kind === 'lost')
        return { ...state, now };
    const { service, deployments, images } = observation;
    const isOurs = ({ target }) => isOf(target, state.started.revision);
    return {
        ...state,
        now,
        service,
        ours: newer(state.ours, deployments.find(isOurs)),
        others: merge(state.others, deployments.filter((one) => !isOurs(one))),
        images: images ?? state.images,
    };
};
/** A stale read does not bring back to life what was seen to be over. */
const newer = (known, seen) => {
    if (!seen)
        return known;
    return known && isFinal(known) && !isFinal(seen) ? known : seen;
};
const merge = (known, seen) => [
    ...known.filter(({ arn }) => seen.every((other) => other.arn !== arn)),
    ...seen,
];
const newsOf = ({ ours }, observation) => {
    if (observation.kind === 'lost')
        return [{ kind: 'lost', why: observation.why }];
    if (!ours)
        return [];
    const { status, tasks, rollback } = ours;
    const progress = { kind: 'progress', status, tasks };
    return rollback === null ? [progress] : [progress, { kind: 'rolling-back', reason: rollback }];
};
/** Once an answer comes again, the next loss is news again. */
const remember = ({ told }, { kind }, news) => {
    const { lost, ...kept } = told;
    const before = kind === 'lost' && lost !== undefined ? told : kept;
    return { ...before, ...Object.fromEntries(news.map((item) => [item.kind, JSON.stringify(item)])) };
};
/** It is over, and only its images have not been asked for. */
const isUnconfirmed = ({ ours, images }) => ours !== null && isFinal(ours) && images === null;
const look = (state, jitter) => {
    if (isUnconfirmed(state))
        return { kind: 'look', after: 0, at: nextLook(state) };
    const pause = Math.min(10_000, 1_000 * 1.3 ** state.quiet) * (0.75 + jitter / 2);
    const left = deadline(state) - state.now;
    const after = Math.round(Math.max(250, Math.min(pause, left)));
    return { kind: 'look', after, at: nextLook(state) };
};
const nextLook = ({ ours }) => {
    const final = ours !== null && isFinal(ours);
    return { deployment: ours?.arn ?? null, list: ours === null || final, revision: final ? ours.target : null };
};

;// CONCATENATED MODULE: ./.build/commands/deployment/watch.js







/** Carries out what the follower wants, until it knows the ending. */
const watch = async (world, ecs, target, started) => {
    const ahead = started.at - world.clock.now();
    let [state, effects] = begin(started);
    try {
        while (state.ending === null) {
            const { value, now } = await nextSight(world, ecs, target, effects, ahead);
            [state, effects] = step(state, value, { now, jitter: world.random() });
            tell(world, target, effects);
        }
        return { ending: state.ending, deployment: arnOf(state), problems: [] };
    }
    catch (error) {
        return { ending: null, deployment: arnOf(state), problems: unfinished(world, target, state, error) };
    }
};
const arnOf = ({ ours }) => ours?.arn ?? null;
const unfinished = (world, target, state, error) => {
    if (world.signal?.aborted)
        return [leftBehind(target, arnOf(state))];
    if (!(error instanceof words/* StaggerError */.IY))
        throw error;
    return error.problems.map((problem) => unwatched(target, arnOf(state), problem));
};
const tell = ({ progress }, { service }, effects) => {
    for (const effect of effects)
        if (effect.kind === 'announce')
            progress.say(newsLine(service, effect.news));
};
/** Our own clock stands in for the server's only while the server cannot be asked, and is set by it. */
const nextSight = async (world, ecs, target, effects, ahead) => {
    const look = effects.find((effect) => effect.kind === 'look');
    if (!look)
        throw new Error('a follower that has not ended looks again');
    await world.clock.sleep(look.after, world.signal);
    return observe(ecs, target, look.at).catch((error) => {
        if (!isPassing(error))
            throw error;
        const now = (world.clock.now() + ahead);
        return { now, value: { kind: 'lost', why: error.problems[0]?.why ?? error.message } };
    });
};
const MOST_DESCRIBED = 20;
const observe = async (ecs, target, look) => {
    const { now, value: service } = await ecs.describeService(nameOf(target));
    const listed = look.list ? await newest(ecs, target) : [];
    const arns = [...new Set([...(look.deployment === null ? [] : [look.deployment]), ...listed])];
    const deployments = arns.length > 0 ? await ecs.describeServiceDeployments(arns.slice(0, MOST_DESCRIBED)) : null;
    const revisions = look.revision === null ? null : await ecs.describeServiceRevisions([look.revision]);
    const value = {
        kind: 'seen',
        service: service && serviceSight(service),
        deployments: (deployments?.value ?? []).map(deploymentSight),
        images: revisions && sight_images(revisions.value),
    };
    return { now, value };
};
const newest = async (ecs, target) => {
    const { value } = await ecs.listServiceDeployments(nameOf(target));
    return [...value]
        .sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0))
        .flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? []);
};

;// CONCATENATED MODULE: ./.build/commands/deploy.js










/** Brings each image to its service, and follows each deployment to its one outcome. */
const deploy = async (world, { targets, dryRun }) => {
    const turns = oneAtATime();
    const services = await Promise.all(targets.map((target) => deployOne(world, target, { dryRun, turns })));
    return { dryRun, services };
};
const deployExitCode = ({ services }) => (0,words/* exitCode */.I$)(services.flatMap(({ problems }) => problems.map(({ fault }) => fault)));
const NOTHING = { outcome: null, deployment: null, problems: [], decision: null, diagnosis: null };
const deployOne = async (world, target, manner) => {
    const { service: name, environment, version, digest } = target;
    const begun = world.clock.now();
    const result = await carryOut(world, target, manner).catch(asResult);
    const seconds = Math.round((world.clock.now() - begun) / 100) / 10;
    return { name, environment, version, digest, strategy: 'rolling', seconds, ...result };
};
/** What keeps one service from its deployment is that service's result; the others go on. */
const asResult = (error) => {
    if (!(error instanceof words/* StaggerError */.IY))
        throw error;
    return { ...NOTHING, problems: error.problems };
};
const carryOut = async (world, target, { dryRun, turns }) => {
    const wanted = render(world, target);
    const ecs = await world.ecsAt(placeOf(target));
    const live = await gather(ecs, target);
    const decision = decide(live.value, wanted, target.settings);
    deploy_tell(world, target, decision);
    if (dryRun)
        return { ...NOTHING, decision };
    const started = await apply(ecs, target, live, decision, turns);
    if (!started)
        return { ...NOTHING, outcome: 'unchanged', decision };
    return { ...(await follow(world, ecs, target, started)), decision };
};
const render = ({ progress }, { template, service, image, version }) => {
    const { input, warnings } = (0,environment_template/* renderTaskDefinition */.P)(template.text, template.path, { service, image, version });
    for (const warning of warnings)
        progress.warn(warning);
    return input;
};
const deploy_tell = ({ progress }, { service }, decision) => {
    for (const caution of decision.cautions)
        progress.warn(`${service}: ${caution}`);
    progress.say(decisionLine(service, decision));
};
const follow = async (world, ecs, target, started) => {
    const { ending, deployment, problems } = await watch(world, ecs, target, started);
    if (!ending)
        return { ...NOTHING, deployment, problems };
    const { outcome } = ending;
    if (outcome === 'successful')
        return { ...NOTHING, outcome, deployment };
    const diagnosis = await diagnose(ecs, target, started);
    return {
        ...NOTHING,
        outcome,
        deployment,
        diagnosis,
        problems: endedBadly(target, ending, deployment, diagnosis),
    };
};
const oneAtATime = () => {
    const queues = new Map();
    return (key, action) => {
        const queue = queues.get(key) ?? (0,p_limit/* default */.A)(1);
        queues.set(key, queue);
        return queue(action);
    };
};

// EXTERNAL MODULE: ./.build/environment/settings.js
var settings = __webpack_require__(159);
// EXTERNAL MODULE: ./.build/image/names.js
var image_names = __webpack_require__(4976);
// EXTERNAL MODULE: ./.build/image/select.js
var image_select = __webpack_require__(7554);
// EXTERNAL MODULE: ./.build/version/release.js
var version_release = __webpack_require__(4768);
// EXTERNAL MODULE: ./.build/commands/tagging/image.js
var tagging_image = __webpack_require__(7600);
;// CONCATENATED MODULE: ./.build/commands/deployment/choice-problems.js

const nothingToDeploy = ({ services }) => ({
    code: 'no-service-named',
    fault: 'caller',
    problem: 'no service was named',
    why: 'deploying nothing would look like success',
    fix: `name one or more: ${services.map(({ service }) => service.name).join(', ') || 'there is none in this repository'}`,
});
const noSuchVersion = (service, version, known) => {
    const close = (0,nearest/* nearest */.p)(version, known);
    return {
        code: 'unknown-version',
        fault: 'caller',
        problem: `${service} has no version ${version} that can be deployed`,
        why: known.length > 0 ? `there are: ${known.join(', ')}` : 'it has no version at all yet',
        fix: close.length > 0 ? `did you mean ${close.join(' or ')}?` : `make one: stagger tag ${service} --yes`,
    };
};

;// CONCATENATED MODULE: ./.build/commands/deployment/choose.js








/** The image of each service that was asked for, with the place where it shall run. Changes nothing. */
const chooseTargets = async (world, choice) => {
    if (choice.services.length === 0)
        throw new words/* StaggerError */.IY(nothingToDeploy(choice.plan));
    const prefix = choice.prefix === null ? null : (0,image_names/* checkedPrefix */.ge)(choice.prefix);
    const root = await world.git.treeOf(choice.plan.head);
    return Promise.all((0,image_select/* namedServices */.Q)(choice.plan.services, choice.services).map(async (planned) => {
        const { name } = planned.service;
        const chosen = await chooseImage(world, planned, { ...choice, prefix });
        return {
            service: name,
            environment: choice.environment.name,
            settings: (0,settings/* settingsFor */.zc)(choice.environment.settings, name),
            template: await (0,commands_configuration/* templateAt */.oA)(world.git, root, choice.environment, name),
            image: `${chosen.repository}@${chosen.digest}`,
            digest: chosen.digest,
            version: chosen.version,
        };
    }));
};
const chooseImage = async (world, planned, choice) => {
    const { name } = planned.service;
    await world.git.fetchTags((0,version_release/* tagPattern */.bO)(name));
    const releases = (0,version_release/* releasesOf */.w0)(name, await world.git.tags((0,version_release/* tagPattern */.bO)(name)));
    if (choice.version !== null)
        return releasedImage(name, releases, choice);
    const { repository, digest } = await (0,tagging_image/* findImage */.F)(world.registry, planned, choice.ledger, choice.prefix);
    const release = releases.find(({ image }) => image?.digest === digest);
    return { repository, digest, version: release?.version ?? null };
};
/** The git tag says which digest a version is; the registry's tag of that name is a convenience. */
const releasedImage = (service, releases, { version, ledger, prefix }) => {
    const release = releases.find((one) => one.version === version);
    const repository = prefix === null ? ledger.images.get(service)?.repository : (0,image_names/* repositoryOf */._M)(prefix, service, false);
    if (release?.image && repository)
        return { repository, digest: release.image.digest, version: release.version };
    throw new words/* StaggerError */.IY(noSuchVersion(service, String(version), releases.map((one) => one.version)));
};

// EXTERNAL MODULE: ./.build/environment/configuration.js
var configuration = __webpack_require__(6842);
// EXTERNAL MODULE: ./.build/ledger/entries.js
var ledger_entries = __webpack_require__(4402);
// EXTERNAL MODULE: ./.build/commands/ledger.js
var ledger = __webpack_require__(9324);
;// CONCATENATED MODULE: ./.build/commands/deployment/record.js



/**
 * Writes down what each service of an environment runs now. What did not take over leaves the entry as it was.
 * The last deployment holds, also one of an older commit: unlike an image it says what is so, and going back is one.
 */
const recordDeployments = async (world, { services }, circumstances) => {
    const running = services.filter(({ outcome }) => outcome === 'successful' || outcome === 'unchanged');
    const entries = running.map((deployed) => entryOf(world.clock, deployed, circumstances));
    if (entries.length === 0)
        return;
    const changes = new Map(entries.map((entry) => [(0,ledger_entries/* deploymentPath */.nR)(entry.environment, entry.service), (0,ledger_entries/* writeEntry */.cD)(entry)]));
    const names = entries.map(({ service, version }) => `${service} ${version ?? ''}`.trim());
    await (0,ledger/* recordLedger */.DB)(world, changes, `deployed to ${circumstances.environment.name}: ${names.join(', ')}`);
};
const entryOf = (clock, { name, version, digest, outcome }, { plan, environment, targets, version: asked, run }) => {
    const target = targets.find(({ service }) => service === name);
    const planned = plan.services.find(({ service }) => service.name === name);
    return {
        schema: 1,
        service: name,
        environment: environment.name,
        fingerprint: asked === null ? (planned?.image.fingerprint ?? null) : null,
        configuration: (0,configuration/* configurationFingerprint */.F)(environment.settings, name, target.template.text),
        digest,
        version,
        commit: plan.head,
        run,
        outcome: outcome ?? 'successful',
        time: new Date(clock.now()).toISOString(),
    };
};

;// CONCATENATED MODULE: ./.build/platform/aws/error-rules.js
const problem = (code, fault, text, fix) => ({
    code,
    fault,
    problem: text,
    fix,
});
const CREDENTIALS = /^(ExpiredToken(Exception)?|RequestExpired|UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch|MissingAuthenticationToken|CredentialsProviderError|TokenProviderError|InvalidIdentityToken(Exception)?)$/;
const NETWORK = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|TimeoutError|ERR_TLS.*|CERT_.*|UND_ERR.*)$/;
/** By the error's name, or its code where a socket failed. The first that matches tells. */
const RULES = [
    [
        /^ClusterNotFoundException$/,
        (_, { subject, place }) => problem('cluster-not-found', 'caller', `there is no such cluster: ${subject}, asked at ${place}`, 'Correct cluster, region or endpoint of the environment in stagger.yml. The clusters that exist: aws ecs list-clusters'),
    ],
    [
        /^Service(NotFound|NotActive)Exception$/,
        (_, { subject, place }) => problem('service-not-found', 'caller', `there is no such active service: ${subject}, asked at ${place}`, 'Correct service or cluster of the environment in stagger.yml, or let your infrastructure code make the service.'),
    ],
    [
        /^(AccessDenied(Exception)?|UnauthorizedOperation|NotAuthorized)$/,
        (failure, asked) => {
            const action = /not authorized to perform: ([\w-]+:\w+)/.exec(failure.message)?.[1] ?? asked.action;
            return problem('access-denied', 'caller', `AWS denies ${action} for ${asked.subject}`, `Allow the action ${action} in the policy of the role that runs this. Which role that is: aws sts get-caller-identity`);
        },
    ],
    [
        CREDENTIALS,
        (_, { place }) => problem('credentials', 'world', `AWS takes no credentials from here (${place})`, 'Get new ones (in a workflow: aws-actions/configure-aws-credentials with permissions id-token: write; here: aws sso login) and run it again.'),
    ],
    [
        /^(ThrottlingException|Throttling|TooManyRequestsException|RequestLimitExceeded|RequestThrottled(Exception)?|SlowDown)$/,
        (_, { action }) => problem('throttled', 'world', `AWS throttles ${action}, again and again`, 'Run it again later, or with fewer services at once.'),
    ],
    [
        NETWORK,
        (_, { place }) => problem('unreachable', 'world', `${place} cannot be reached`, 'Check the region, the endpoint (AWS_ENDPOINT_URL) and the network, and run it again.'),
    ],
];

;// CONCATENATED MODULE: ./.build/platform/aws/errors.js


/** The SDK may wrap a socket's error; then its code stands in the message alone. */
const errors_names = (failure) => [
    failure.name,
    ...(failure.message.match(/\bE[A-Z_]{4,}\b/g) ?? []),
    ...(failure.code ? [failure.code] : []),
    ...(failure.errors ?? []).flatMap(errors_names),
];
const otherwise = (failure, { action, subject, place }) => {
    if (/region is missing/i.test(failure.message)) {
        return problem('no-region', 'caller', 'no AWS region is known', 'Set region: in the environment in stagger.yml, or AWS_REGION.');
    }
    if (failure.$fault === 'server' || (failure.$metadata?.httpStatusCode ?? 0) >= 500) {
        return problem('aws-failed', 'world', `AWS failed at ${action} for ${subject}`, 'Run it again; see https://health.aws.amazon.com if it stays.');
    }
    if (failure.$metadata === undefined)
        return undefined;
    return failure.name === 'SyntaxError'
        ? problem('not-aws', 'world', `${place} does not answer as AWS does`, 'Check the endpoint (AWS_ENDPOINT_URL) and what stands between: a proxy?')
        : problem('aws-refused', 'caller', `AWS refuses ${action} for ${subject}`, 'Correct what AWS names, in the environment in stagger.yml or in the template.');
};
const why = ({ name, code, message, errors }) => {
    const said = message || errors?.map(why).join('; ') || code || 'no reason given';
    return name === 'Error' || name === 'AggregateError' ? said : `${name}: ${said}`;
};
/** AWS's error as people read it; an error that is not AWS's is a bug, and comes back as it was. */
const translate = (error, asked) => {
    if (!(error instanceof Error) || error instanceof words/* StaggerError */.IY)
        return error;
    const failure = error;
    const rule = RULES.find(([matches]) => errors_names(failure).some((name) => matches.test(name)));
    const told = rule ? rule[1](failure, asked) : otherwise(failure, asked);
    return told ? new words/* StaggerError */.IY({ ...told, why: why(failure) }) : error;
};

;// CONCATENATED MODULE: ./.build/platform/aws/answer.js

/** Lets a client keep each answer's `Date`: a limit of time is counted by one clock, and it is the server's. */
const keepServerTime = (client) => {
    const listen = (next) => async (args) => {
        const heard = await next(args);
        const date = heard.response?.headers?.date;
        if (date)
            heard.output.$metadata.date = date;
        return heard;
    };
    client.middlewareStack.add(listen, { step: 'initialize', name: 'keepServerTime' });
    return client;
};
/** What AWS answered, or its error as people read it. */
const answer = async (asked, request, pick) => {
    try {
        const output = await request;
        return { now: instant(output.$metadata.date), value: pick(output) };
    }
    catch (error) {
        throw translate(error, asked);
    }
};
const instant = (date) => {
    const told = date === undefined ? Number.NaN : Date.parse(date);
    return (Number.isNaN(told) ? Date.now() : told);
};

;// CONCATENATED MODULE: ./.build/platform/aws/sdk-clients.js

const ATTEMPTS = 8;
const COMMON = { maxAttempts: ATTEMPTS, requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 } };
const at = ({ region, endpoint }) => ({
    ...COMMON,
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
});
const ecsClients = async (place) => {
    const [{ ECSClient }, { RefusedOnly }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19)),
        Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(664)]).then(__webpack_require__.bind(__webpack_require__, 9664)),
    ]);
    const reads = new ECSClient({ ...at(place), retryMode: 'adaptive' });
    const writes = new ECSClient({ ...at(place), retryStrategy: new RefusedOnly(ATTEMPTS) });
    return { reads: keepServerTime(reads), writes: keepServerTime(writes) };
};
const logsClient = async (place) => {
    const { CloudWatchLogsClient } = await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(861), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 303, 19));
    return keepServerTime(new CloudWatchLogsClient({ ...at(place), retryMode: 'adaptive' }));
};
const stsClient = async (place) => {
    const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    return keepServerTime(new STSClient({ ...at(place), retryMode: 'adaptive' }));
};

;// CONCATENATED MODULE: ./.build/platform/aws/sdk-ecs.js


const subjectOf = ({ cluster, service }) => `service ${service} in cluster ${cluster}`;
const lastSegment = (arn) => arn.slice(arn.lastIndexOf('/') + 1);
const reading = (sdk, { reads }, ask) => ({
    describeService: (name) => answer(ask('ecs:DescribeServices', subjectOf(name)), reads.send(new sdk.DescribeServicesCommand({ cluster: name.cluster, services: [name.service] })), ({ services }) => services?.[0] ?? null),
    listClusters: () => answer(ask('ecs:ListClusters', 'the clusters'), reads.send(new sdk.ListClustersCommand({ maxResults: 100 })), ({ clusterArns }) => (clusterArns ?? []).map(lastSegment)),
    listServices: (cluster) => answer(ask('ecs:ListServices', `cluster ${cluster}`), reads.send(new sdk.ListServicesCommand({ cluster, maxResults: 100 })), ({ serviceArns }) => (serviceArns ?? []).map(lastSegment)),
    describeTaskDefinition: (taskDefinition) => answer(ask('ecs:DescribeTaskDefinition', `task definition ${taskDefinition}`), reads.send(new sdk.DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] })), (output) => ({ taskDefinition: output.taskDefinition ?? {}, tags: output.tags ?? [] })),
    listTasks: (name, desiredStatus) => answer(ask('ecs:ListTasks', subjectOf(name)), reads.send(new sdk.ListTasksCommand({
        cluster: name.cluster,
        serviceName: name.service,
        desiredStatus,
        maxResults: 100,
    })), ({ taskArns }) => taskArns ?? []),
    describeTasks: (cluster, arns) => answer(ask('ecs:DescribeTasks', `cluster ${cluster}`), reads.send(new sdk.DescribeTasksCommand({ cluster, tasks: [...arns] })), ({ tasks }) => tasks ?? []),
});
const following = (sdk, { reads }, ask) => ({
    listServiceDeployments: (name) => answer(ask('ecs:ListServiceDeployments', subjectOf(name)), reads.send(new sdk.ListServiceDeploymentsCommand({ ...name, maxResults: 100 })), ({ serviceDeployments }) => serviceDeployments ?? []),
    describeServiceDeployments: (arns) => answer(ask('ecs:DescribeServiceDeployments', arns.join(', ')), reads.send(new sdk.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [...arns] })), ({ serviceDeployments }) => serviceDeployments ?? []),
    describeServiceRevisions: (arns) => answer(ask('ecs:DescribeServiceRevisions', arns.join(', ')), reads.send(new sdk.DescribeServiceRevisionsCommand({ serviceRevisionArns: [...arns] })), ({ serviceRevisions }) => serviceRevisions ?? []),
});
const writing = (sdk, { writes }, ask) => ({
    registerTaskDefinition: (input) => answer(ask('ecs:RegisterTaskDefinition', `task definition family ${input.family}`), writes.send(new sdk.RegisterTaskDefinitionCommand(input)), ({ taskDefinition }) => taskDefinition ?? {}),
    updateService: (input) => answer(ask('ecs:UpdateService', subjectOf({ cluster: input.cluster ?? 'default', service: input.service ?? '' })), writes.send(new sdk.UpdateServiceCommand(input)), ({ service }) => service ?? {}),
});
const besides = (place, ask) => ({
    logTail: async ({ group: logGroupName, stream: logStreamName, region }, limit) => {
        const { GetLogEventsCommand, ResourceNotFoundException } = await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(861), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 303, 19));
        const client = await logsClient(region === undefined ? place : { ...place, region });
        const request = client
            .send(new GetLogEventsCommand({ logGroupName, logStreamName, limit, startFromHead: false }))
            .catch((error) => {
            if (error instanceof ResourceNotFoundException)
                return { $metadata: {}, events: [] };
            throw error;
        });
        const asked = ask('logs:GetLogEvents', `log stream ${logStreamName} of ${logGroupName}`);
        return (await answer(asked, request, ({ events }) => events ?? [])).value.map(({ message }) => message ?? '');
    },
    callerIdentity: async () => {
        const { GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
        const request = (await stsClient(place)).send(new GetCallerIdentityCommand({}));
        return answer(ask('sts:GetCallerIdentity', 'these credentials'), request, ({ Account, Arn }) => ({
            account: Account ?? '',
            arn: Arn ?? '',
        }));
    },
});
const sdk_ecs_nameOf = ({ region, endpoint }) => endpoint ??
    process.env.AWS_ENDPOINT_URL_ECS ??
    process.env.AWS_ENDPOINT_URL ??
    `ECS in ${region ?? process.env.AWS_REGION ?? 'the default region'}`;
/** The real ECS, or whatever speaks like it at the place. The SDK is loaded here and not before. */
const sdkEcs = async (place) => {
    const [sdk, clients] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19)), ecsClients(place)]);
    const ask = (action, subject) => ({ action, subject, place: sdk_ecs_nameOf(place) });
    return {
        ...reading(sdk, clients, ask),
        ...following(sdk, clients, ask),
        ...writing(sdk, clients, ask),
        ...besides(place, ask),
    };
};

// EXTERNAL MODULE: ./.build/platform/registry.js + 10 modules
var registry = __webpack_require__(5247);
;// CONCATENATED MODULE: ./.build/report/diagnosis.js

const indent = (lines) => lines.map((line) => `  ${line}`);
/** What happened, why, how to go on, and what the tasks and their containers said. */
const failureLines = ({ problems, diagnosis }) => [
    ...problems.flatMap(({ problem, why, fix }) => [problem, `why: ${why}`, `fix: ${fix}`].map(table/* printable */.g$)),
    ...(diagnosis ? diagnosisLines(diagnosis) : []),
];
const diagnosisLines = ({ tasks, logs, events }) => [
    ...tasks.flatMap(taskLines),
    ...logs.flatMap(logLines),
    ...(events.length > 0 ? ['what the service said:', ...indent(events.map(table/* printable */.g$))] : []),
];
const taskLines = ({ id, status, stopCode, stoppedReason, containers }) => [
    (0,table/* printable */.g$)(`task ${id}: ${[status.toLowerCase(), stopCode, stoppedReason].filter(Boolean).join(', ')}`),
    ...containers.map(({ name, exitCode, health, reason }) => {
        const said = [exitCode === null ? null : `exit code ${exitCode}`, health?.toLowerCase(), reason].filter(Boolean);
        return (0,table/* printable */.g$)(`  container ${name}: ${said.length > 0 ? said.join(', ') : 'nothing told'}`);
    }),
];
const logLines = ({ task, container, lines, unread }) => {
    if (unread !== null)
        return [(0,table/* printable */.g$)(`the log of ${container} could not be read: ${unread}`)];
    if (lines.length === 0)
        return [(0,table/* printable */.g$)(`container ${container} of task ${task} wrote no log`)];
    return [
        (0,table/* printable */.g$)(`the last lines of container ${container} of task ${task}:`),
        ...indent(lines.map(table/* printable */.g$)),
    ];
};

;// CONCATENATED MODULE: ./.build/report/deploy.js



const COLUMNS = [
    { title: 'service' },
    { title: 'version' },
    { title: 'image', code: true },
    { title: 'strategy' },
    { title: 'outcome' },
    { title: 'time', align: 'right' },
];
const outcomeText = ({ outcome, problems }, dryRun) => outcome ?? (problems.length === 0 && dryRun ? 'dry run' : 'not deployed');
const row = (deployed, dryRun) => [
    deployed.name,
    deployed.version ?? '–',
    deployed.digest.slice(0, 'sha256:'.length + 12),
    deployed.strategy,
    outcomeText(deployed, dryRun),
    `${deployed.seconds.toFixed(1)} s`,
];
/** The result in one sentence: how many, and what became of them. */
const deployHeadline = ({ services, dryRun }) => {
    if (services.length === 0)
        return 'Nothing to deploy.';
    const texts = services.map((deployed) => outcomeText(deployed, dryRun));
    const parts = [...new Set(texts)].map((text) => `${texts.filter((other) => other === text).length} ${deploy_words(text)}`);
    return `${count(services.length, 'service')}: ${parts.join(', ')}.`;
};
const deploy_words = (outcome) => outcome.replaceAll('-', ' ');
/** The whole result for a terminal. */
const deployText = (result) => {
    const rows = result.services.map((deployed) => row(deployed, result.dryRun));
    const details = result.services.flatMap((deployed) => detailLines(deployed, result.dryRun));
    const hint = result.dryRun ? ['\nThis was a dry run. With --yes it is done.\n'] : [];
    return [
        (0,table/* table */.tp)(COLUMNS, rows),
        ...details.map((line) => `${line}\n`),
        `${deployHeadline(result)}\n`,
        ...hint,
    ].join('');
};
/** What failed alone, with its diagnosis. */
const deployFailures = ({ services }) => services
    .filter(({ problems }) => problems.length > 0)
    .flatMap((deployed) => detailLines(deployed, false))
    .map((line) => `${line}\n`)
    .join('');
const detailLines = (deployed, dryRun) => {
    const planned = dryRun ? planLines(deployed) : [];
    const failed = deployed.problems.length > 0 ? failureLines(deployed) : [];
    const lines = [...planned, ...failed];
    return lines.length > 0 ? ['', `${deployed.name}`, ...indent(lines), ''] : [];
};
const planLines = ({ name, decision }) => decision
    ? [
        decisionLine(name, decision).slice(name.length + 2),
        ...indent(decision.kind === 'register' ? decision.differences.map(differenceLine) : []),
    ]
    : [];
/** The whole result for a page of GitHub: what passed is folded away, what failed stands open. */
const deployMarkdown = (result) => {
    const rows = result.services.map((deployed) => row(deployed, result.dryRun));
    const details = result.services.map((deployed) => detailMarkdown(deployed, result.dryRun));
    return [`**${(0,table/* markdownText */.p7)(deployHeadline(result))}**\n\n`, (0,table/* markdownTable */.Qj)(COLUMNS, rows), ...details].join('');
};
const detailMarkdown = (deployed, dryRun) => {
    const lines = detailLines(deployed, dryRun)
        .filter((line) => line !== '')
        .slice(1);
    if (lines.length === 0)
        return '';
    const open = deployed.problems.length > 0 ? ' open' : '';
    const body = lines.map(htmlText).join('\n');
    const summary = `<summary>${(0,table/* markdownText */.p7)(deployed.name)}</summary>`;
    return `\n<details${open}>${summary}\n\n<pre>\n${body}\n</pre>\n\n</details>\n`;
};
const htmlText = (line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** The documented object of `deploy --json`. */
const deployJson = ({ services, dryRun }) => ({
    schema: 1,
    services: services.map(({ problems, decision, diagnosis: _, ...told }) => ({
        ...told,
        problem: problems[0] ?? null,
        ...(dryRun ? { planned: decision && { ...decision, input: undefined } } : {}),
    })),
});

// EXTERNAL MODULE: ./.build/main/session.js + 27 modules
var main_session = __webpack_require__(5691);
// EXTERNAL MODULE: ./.build/main/signals.js
var signals = __webpack_require__(2575);
;// CONCATENATED MODULE: ./.build/main/deploy.js










const run = (options, progress) => (0,main_session/* inSession */.Cp)(options.repo, progress, (session) => (0,signals/* untilStopped */.s)((signal) => deployIn(session, options, signal)));
const deployIn = async (session, options, signal) => {
    const { ci, trusted, run: address } = session.invocation;
    const plan = await (0,main_session/* planIn */.rP)(session);
    const configuration = await (0,main_session/* configurationIn */.AM)(session, plan);
    (0,commands_configuration/* refuseSeveralEcsServices */.IN)(configuration, options.services);
    const environment = (0,commands_configuration/* findEnvironment */.jY)(configuration, options.environment);
    const targets = await chooseTargets({ ...session, registry: (0,registry/* openRegistry */.M)() }, {
        plan,
        ledger: await (0,ledger/* currentLedger */.$I)(session.git, ci),
        services: options.services,
        environment,
        version: options.version,
        prefix: await (0,main_session/* registryIn */.hY)(session, plan, options.registry),
    });
    const dryRun = !options.yes && !ci && !isRehearsal(environment.settings.endpoint);
    const result = await deploy({ ...session, ecsAt: sdkEcs, random: Math.random, signal }, { targets, dryRun });
    const circumstances = { plan, environment, targets, version: options.version, run: address };
    if (!dryRun && (trusted || options.yes))
        await recordDeployments(session, result, circumstances);
    return result;
};
/** A cluster on this machine is not the world: nothing there needs a consent. */
const isRehearsal = (endpoint = process.env.AWS_ENDPOINT_URL ?? '') => /^https?:\/\/(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?(?:\/|$)/.test(endpoint);
const problemsOf = ({ services }) => services.flatMap(({ problems }) => problems);
/** The text tells each failure with its diagnosis already. */
const deployCommand = async (options, progress) => {
    const result = await run(options, progress);
    const [json, text, failures] = [deployJson(result), deployText(result), deployFailures(result)];
    return { code: deployExitCode(result), json, text, failures };
};
const action = async (progress, inputs) => {
    const result = await run({
        repo: inputs.text('working-directory', '.'),
        services: inputs.words('service'),
        environment: inputs.text('environment', ''),
        version: inputs.text('version', '') || null,
        registry: inputs.text('registry', '') || null,
        yes: false,
    }, progress);
    return {
        code: deployExitCode(result),
        headline: deployHeadline(result),
        summary: deployMarkdown(result),
        outputs: {
            result: JSON.stringify(deployJson(result)),
            outcome: result.services.length === 1 ? (result.services[0]?.outcome ?? '') : '',
        },
        problems: problemsOf(result),
    };
};


/***/ }),

/***/ 2575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ exitingWhenStopped),
/* harmony export */   s: () => (/* binding */ untilStopped)
/* harmony export */ });
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Runs `body` with a signal that aborts on Ctrl-C, when a job is cancelled or a terminal closes; the body then ends
 * by itself. Whoever is impatient and asks again must not stop it from cleaning up.
 */
const untilStopped = async (body) => {
    const controller = new AbortController();
    const stop = () => controller.abort();
    for (const name of SIGNALS)
        process.on(name, stop);
    try {
        return await body(controller.signal);
    }
    finally {
        for (const name of SIGNALS)
            process.off(name, stop);
    }
};
/** Runs `body`, and on Ctrl-C ends the process the orderly way, so that what must be taken away at its end is. */
const exitingWhenStopped = async (body) => {
    const handlers = SIGNALS.map((name) => [name, () => process.exit(128 + SIGNAL_NUMBERS[name])]);
    for (const [name, stop] of handlers)
        process.once(name, stop);
    try {
        return await body();
    }
    finally {
        for (const [name, stop] of handlers)
            process.off(name, stop);
    }
};
const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };


/***/ }),

/***/ 2193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ noImage),
/* harmony export */   Qy: () => (/* binding */ versionTaken),
/* harmony export */   zP: () => (/* binding */ tagsBusy)
/* harmony export */ });
/** `prefix` is where an image was looked for besides the ledger; null where no registry is named. */
const noImage = (service, prefix) => ({
    code: 'no-image',
    fault: 'caller',
    problem: `${service} has no image of this commit`,
    why: prefix === null
        ? 'the ledger knows none with its inputs, and no registry is named where one could be'
        : `neither the ledger nor ${prefix}/${service} has one with its inputs`,
    fix: `stagger build ${service} --push --yes${prefix === null ? ' --registry ghcr.io/OWNER/REPOSITORY' : ''}`,
});
const versionTaken = (repository, version, wanted, holder) => ({
    code: 'version-taken',
    fault: 'thing',
    problem: `${repository}:${version} is the name of another image`,
    why: `it stands for ${holder}, and ${wanted} was to get it`,
    fix: `take the name ${version} away in the registry if nothing runs it, or see who gave it; no version ever moves to another image`,
});
const tagsBusy = (service, tries) => ({
    code: 'tags-busy',
    fault: 'world',
    problem: `${service} got no version`,
    why: `other runs took the next version ${tries} times in a row`,
    fix: `run it again: stagger tag ${service} --yes`,
});


/***/ }),

/***/ 4768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bO: () => (/* binding */ tagPattern),
/* harmony export */   w0: () => (/* binding */ releasesOf),
/* harmony export */   w7: () => (/* binding */ annotation),
/* harmony export */   wZ: () => (/* binding */ tagName)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9231);


const tagName = (service, version) => `${service}/v${version}`;
const tagPattern = (service) => `${service}/v*`;
/** The annotation: for people, and read back by the next run. */
const annotation = (service, version, { digest, fingerprint, commit }) => [
    `${service} ${version}`,
    '',
    `digest: ${digest}`,
    `fingerprint: ${fingerprint}`,
    `commit: ${commit}`,
    '',
].join('\n');
/** The releases among a service's tags; a tag whose name is no version is none. */
const releasesOf = (service, tags) => tags.flatMap(({ name, message }) => {
    const version = name.startsWith(`${service}/v`) ? semver__WEBPACK_IMPORTED_MODULE_0__.valid(name.slice(service.length + 2)) : null;
    return version === null ? [] : [{ version: version, image: labelled(message) }];
});
const labelled = (message) => {
    const field = (name) => new RegExp(`^${name}: (\\S+)$`, 'm').exec(message)?.[1] ?? '';
    const [digest, fingerprint, commit] = [field('digest'), field('fingerprint'), field('commit')];
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest) && (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isFingerprint */ .Zv)(fingerprint) && (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isOid */ .dH)(commit)
        ? { digest, fingerprint, commit }
        : null;
};


/***/ })

};
