export const id = 9044;
export const ids = [9044];
export const modules = {

/***/ 56521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bb: () => (/* binding */ apply),
  kg: () => (/* binding */ apply_gather),
  IW: () => (/* binding */ latest)
});

// EXTERNAL MODULE: ./.build/ecs/codedeploy/group.js
var group = __webpack_require__(92684);
// EXTERNAL MODULE: ./.build/ecs/decide.js + 2 modules
var decide = __webpack_require__(73099);
// EXTERNAL MODULE: ./.build/ecs/passing.js
var passing = __webpack_require__(67883);
// EXTERNAL MODULE: ./.build/ecs/sight.js
var sight = __webpack_require__(8117);
// EXTERNAL MODULE: ./.build/ecs/task-definition.js
var task_definition = __webpack_require__(6917);
// EXTERNAL MODULE: ./.build/rollout/forecast.js
var forecast = __webpack_require__(53211);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/commands/deployment/before.js + 1 modules
var deployment_before = __webpack_require__(25497);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./.build/ecs/codedeploy/request.js

/** What shall run, as CodeDeploy reads it. The same for the same: by its digest a deployment is known again. */
const appSpec = ({ container, hooks, kept }, taskDefinition) => {
    const events = Object.entries(hooks);
    const { platformVersion, capacityProviderStrategy } = kept;
    return JSON.stringify({
        version: 0.0,
        Resources: [
            {
                TargetService: {
                    Type: 'AWS::ECS::Service',
                    Properties: {
                        TaskDefinition: taskDefinition,
                        LoadBalancerInfo: { ContainerName: container.name, ContainerPort: container.port },
                        ...(platformVersion === undefined ? {} : { PlatformVersion: platformVersion }),
                        ...(capacityProviderStrategy === undefined
                            ? {}
                            : { CapacityProviderStrategy: capacityProviderStrategy.map(inCapitals) }),
                    },
                },
            },
        ],
        ...(events.length > 0 ? { Hooks: events.map(([event, lambda]) => ({ [event]: lambda })) } : {}),
    });
};
const inCapitals = ({ base, capacityProvider, weight, }) => ({
    Base: base ?? 0,
    CapacityProvider: capacityProvider,
    Weight: weight ?? 0,
});
const sha256 = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
const createRequest = (plan, taskDefinition, description) => {
    const content = appSpec(plan, taskDefinition);
    return {
        applicationName: plan.name.application,
        deploymentGroupName: plan.name.group,
        deploymentConfigName: plan.config,
        description,
        revision: { revisionType: 'AppSpecContent', appSpecContent: { content, sha256: sha256(content) } },
        autoRollbackConfiguration: plan.rollback,
        ...(plan.alarms ? { overrideAlarmConfiguration: plan.alarms } : {}),
    };
};

// EXTERNAL MODULE: ./.build/ecs/codedeploy/sight.js
var codedeploy_sight = __webpack_require__(81174);
;// CONCATENATED MODULE: ./.build/commands/deployment/codedeploy/begin.js



/** The id of the deployment that was begun. After a lost answer it is looked for: a group has one at a time, and it takes no token. */
const beginThere = async ({ codeDeploy }, { service, version, image }, plan, taskDefinition) => {
    const description = [service, version, image].filter((part) => part !== null).join(' ');
    try {
        return await codeDeploy.createDeployment(createRequest(plan, taskDefinition, description));
    }
    catch (error) {
        if (!(0,passing/* isPassing */.W)(error))
            throw error;
        const { now, value: ids } = await codeDeploy.deployments(plan.name, 'active');
        const { value: infos } = ids.length > 0 ? await codeDeploy.describeDeployments(ids) : { value: [] };
        const ours = infos.find(({ revision }) => (0,codedeploy_sight/* taskDefinitionIn */.ah)(revision) === taskDefinition);
        if (!ours?.deploymentId)
            throw error;
        return { now, value: ours.deploymentId };
    }
};

// EXTERNAL MODULE: ./.build/commands/deployment/codedeploy/gather.js + 2 modules
var gather = __webpack_require__(53664);
// EXTERNAL MODULE: ./.build/commands/deployment/problems.js
var problems = __webpack_require__(67413);
// EXTERNAL MODULE: ./.build/commands/deployment/scaling.js
var scaling = __webpack_require__(3916);
// EXTERNAL MODULE: ./.build/commands/deployment/target.js
var deployment_target = __webpack_require__(96668);
;// CONCATENATED MODULE: ./.build/commands/deployment/apply.js













const apply_gather = async (ecs, target) => {
    const { now, value: service } = await ecs.describeService((0,deployment_target/* nameOf */.Vb)(target)).catch(withClusters(ecs, target));
    if (!service)
        throw (0,problems/* missingService */.wu)(target, await names(ecs.listServices(target.settings.cluster)));
    if ((0,group/* isCodeDeploys */.kN)(service))
        return gatherThere(ecs, target, { now, value: (0,group/* asServing */.T4)(service) });
    const { value } = await ecs.describeTaskDefinition(service.taskDefinition ?? '');
    return { now, value: { service, ...value } };
};
const gatherThere = async (ecs, target, { now, value: service }) => {
    const codeDeploy = await (0,gather/* gatherGroup */.v)(ecs, target, service);
    const { value } = await ecs.describeTaskDefinition(service.taskDefinition ?? '');
    return { now, value: { service, ...value, codeDeploy } };
};
const withClusters = (ecs, target) => async (error) => {
    if (!(error instanceof words/* StaggerError */.IY) || error.problems[0]?.code !== 'cluster-not-found')
        throw error;
    throw (0,problems/* missingCluster */.Bp)(target, error.problems[0], await names(ecs.listClusters()));
};
/** Only for advice: whoever may not list them is told all the same what is missing. */
const names = (asked) => asked.then(({ value }) => value, (error) => {
    if (error instanceof words/* StaggerError */.IY)
        return null;
    throw error;
});
/** Does what was decided. Null where no deployment follows from it. */
const apply = async (applying, { now, value: live }, decision) => {
    const { ecs, target } = applying;
    const registered = await register(applying, decision);
    if (registered !== null)
        await applying.before(() => (0,deployment_before/* runBefore */.R)(applying, live, registered));
    if ((0,decide/* begins */.rU)(decision))
        await (0,scaling/* suspendScaling */.K)(ecs, target);
    if (decision.codeDeploy)
        return applyThere(applying, now, decision, registered);
    const request = (0,decide/* updateRequest */.H5)(decision, target.settings, registered);
    const answer = request ? await update(ecs, target, request) : { now, value: live.service };
    if (decision.kind === 'unchanged')
        return null;
    const before = decision.kind === 'join' ? null : (0,sight/* primaryOf */.Os)(live.service)?.id;
    const minutes = (0,forecast/* followMinutes */.X7)(target.settings, decision.forecast);
    return startedBy(target, answer, before, minutes);
};
/** CodeDeploy is asked for a deployment, and the service is never updated. */
const applyThere = async ({ ecs, target }, now, decision, registered) => {
    const limits = limitsOf(target, (0,forecast/* followMinutes */.X7)(target.settings, decision.forecast));
    const started = { digest: target.digest, answered: [], by: 'CodeDeploy', ...limits };
    if (decision.kind === 'join')
        return { ...started, revision: decision.revision, at: now };
    if (!decision.codeDeploy || registered === null)
        return null;
    const begun = await beginThere(ecs, target, decision.codeDeploy, registered);
    return { ...started, revision: begun.value, at: begun.now };
};
/** Whoever died between registering and updating left one behind that is exactly what is wanted. */
const register = async ({ ecs, turns }, decision) => {
    if (decision.kind !== 'register')
        return null;
    const { input } = decision;
    return turns(input.family ?? '', async () => {
        const left = await latest(ecs, input.family ?? '');
        if (left?.taskDefinition.taskDefinitionArn &&
            (0,task_definition/* differences */.t)(left.taskDefinition, left.tags, input).length === 0)
            return left.taskDefinition.taskDefinitionArn;
        const { value } = await ecs.registerTaskDefinition(input);
        return value.taskDefinitionArn ?? `${value.family}:${value.revision}`;
    });
};
/** The newest of the family; null where there is none yet, or it may not be seen. */
const latest = (ecs, family) => ecs.describeTaskDefinition(family).then(({ value }) => value, (error) => {
    if (error instanceof words/* StaggerError */.IY && error.problems.every(({ fault }) => fault === 'caller'))
        return null;
    throw error;
});
/** After a lost answer the service is read, not written: our task definition can only be there if we were heard. */
const update = async (ecs, target, request) => {
    try {
        return await ecs.updateService(request);
    }
    catch (error) {
        if (!(0,passing/* isPassing */.W)(error) || request.taskDefinition === undefined)
            throw error;
        const { now, value } = await ecs.describeService((0,deployment_target/* nameOf */.Vb)(target));
        if (!value || (0,sight/* primaryOf */.Os)(value)?.taskDefinition !== request.taskDefinition)
            throw error;
        return { now, value };
    }
};
const startedBy = (target, { now, value }, before, minutes) => {
    const id = (0,sight/* primaryOf */.Os)(value)?.id;
    const revision = (0,sight/* revisionOf */.DT)(id);
    if (revision === null || id === before)
        throw (0,problems/* noDeployment */.h6)(target, id);
    return { revision, digest: target.digest, at: now, answered: [], ...limitsOf(target, minutes) };
};
const limitsOf = ({ settings: { onCancel = 'leave', onTimeout = 'leave' } }, minutes) => ({
    timeoutMilliseconds: minutes * 60_000,
    onCancel,
    onTimeout,
});


/***/ }),

/***/ 25497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ BeforeFailed),
  R: () => (/* binding */ runBefore)
});

// EXTERNAL MODULE: ./.build/ecs/diagnosis.js
var ecs_diagnosis = __webpack_require__(40821);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
;// CONCATENATED MODULE: ./.build/ecs/one-off.js

/** By this the task is found again after a crash; AWS takes at most 36 characters. */
const oneOffName = (taskDefinition) => `stagger-before/${(0,words/* lastSegment */.mp)(taskDefinition)}`.slice(0, 36);
/** The container that is told what to do: the one that is named, else the only essential one, else the first. */
const oneOffContainer = ({ container }, { containerDefinitions = [] }, image) => container ??
    (containerDefinitions.find((one) => one.image === image) ?? containerDefinitions[0])?.name ??
    '';
/** A task of the new image, in the service's own network, on what the service runs on. */
const oneOffTask = (service, given) => {
    const { networkConfiguration, launchType, platformVersion, capacityProviderStrategy = [] } = service;
    const placed = capacityProviderStrategy.length > 0;
    return {
        cluster: given.cluster,
        taskDefinition: given.taskDefinition,
        startedBy: oneOffName(given.taskDefinition),
        clientToken: given.token,
        overrides: { containerOverrides: [{ name: given.container, command: [...given.command] }] },
        ...(networkConfiguration ? { networkConfiguration } : {}),
        ...(placed ? { capacityProviderStrategy } : launchType ? { launchType } : {}),
        ...(platformVersion && !placed && launchType === 'FARGATE' ? { platformVersion } : {}),
    };
};
/** Null while it runs. The container that was told what to do decides, not its sidecars. */
const oneOffEnd = (task, container) => {
    if (task.lastStatus !== 'STOPPED')
        return null;
    const found = (task.containers ?? []).find(({ name }) => name === container);
    return { exitCode: found?.exitCode ?? null };
};

// EXTERNAL MODULE: ./.build/ecs/passing.js
var passing = __webpack_require__(67883);
// EXTERNAL MODULE: ./.build/environment/placeholders.js
var placeholders = __webpack_require__(8624);
// EXTERNAL MODULE: ./.build/commands/deployment/diagnose.js
var diagnose = __webpack_require__(34433);
;// CONCATENATED MODULE: ./.build/commands/deployment/before.js






/** The service was not touched: what went before it failed. */
class BeforeFailed extends words/* StaggerError */.IY {
    diagnosis;
    constructor(problem, diagnosis) {
        super(problem);
        this.diagnosis = diagnosis;
    }
}
const USUAL_MINUTES = 30;
const PAUSE = 2_000;
/** Runs the environment's task of the new image, whose exit code is the gate. */
const runBefore = async (applying, live, taskDefinition) => {
    const { world, ecs, target } = applying;
    const { before } = target.settings;
    if (!before)
        return;
    const { value } = await ecs.describeTaskDefinition(taskDefinition);
    const container = oneOffContainer(before, value.taskDefinition, target.image);
    const command = before.command.map((word) => (0,placeholders/* fill */.G)(word, { service: target.service }));
    const arn = await begin(applying, live, { taskDefinition, container, command });
    world.progress.say(`${target.service}: running ${command.join(' ')} first`);
    const task = await end(applying, arn, container, before.timeoutMinutes ?? USUAL_MINUTES);
    const ended = oneOffEnd(task, container);
    if (ended?.exitCode !== 0)
        throw await failed(applying, task, command, ended?.exitCode ?? null);
};
/** One that runs already was begun by somebody who did not stay: two migrations at once are none. */
const begin = async ({ world, ecs, target }, { service }, one) => {
    const { cluster } = target.settings;
    const { value: running } = await ecs.listTasksStartedBy(cluster, oneOffName(one.taskDefinition));
    if (running[0] !== undefined)
        return running[0];
    const input = oneOffTask(service, { ...one, cluster, token: world.unique() });
    const { value } = await ecs.runTask(input).catch((error) => {
        // The same token finds what an answer that was lost had begun.
        if ((0,passing/* isPassing */.W)(error))
            return ecs.runTask(input);
        throw error;
    });
    return value.taskArn ?? '';
};
const end = async ({ world, ecs, target }, arn, container, minutes) => {
    const until = world.clock.now() + minutes * 60_000;
    for (;;) {
        const task = await look(ecs, target.settings.cluster, arn);
        if (task && oneOffEnd(task, container))
            return task;
        if (world.clock.now() >= until)
            throw tooLong(target.service, arn, minutes);
        await world.clock.sleep(PAUSE, world.signal);
    }
};
const look = (ecs, cluster, arn) => ecs.describeTasks(cluster, [arn]).then(({ value }) => value[0] ?? null, (error) => {
    if ((0,passing/* isPassing */.W)(error))
        return null;
    throw error;
});
const tooLong = (service, arn, minutes) => new words/* StaggerError */.IY({
    code: 'before-timed-out',
    fault: 'thing',
    problem: `what runs before ${service} was not over after ${minutes} minutes`,
    why: `The task ${arn} still runs; the service was not touched.`,
    fix: 'Look at the task, and raise before.timeoutMinutes in stagger.yml if it needs longer.',
});
const failed = async ({ ecs, target }, task, command, exitCode) => {
    const diagnosis = {
        tasks: [(0,ecs_diagnosis/* taskReport */.EY)(task)],
        logs: await (0,diagnose/* logsOf */.H)(ecs, task),
        events: [],
        serving: null,
        targets: [],
    };
    const problem = {
        code: 'before-failed',
        fault: 'thing',
        problem: `what runs before ${target.service} failed: ${command.join(' ')}`,
        why: `${exitCode === null ? `It has no exit code: ${task.stoppedReason ?? 'it did not start'}` : `Exit code ${exitCode}`}. The service was not touched: task ${(0,ecs_diagnosis/* idOf */.TH)(task)} only.`,
        fix: 'Correct what its log shows, and deploy again.',
    };
    return new BeforeFailed(problem, diagnosis);
};


/***/ }),

/***/ 85747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ nothingToDeploy),
/* harmony export */   GD: () => (/* binding */ noRepository),
/* harmony export */   dB: () => (/* binding */ nothingToGoBackTo),
/* harmony export */   lL: () => (/* binding */ noSuchVersion)
/* harmony export */ });
/* harmony import */ var _catalog_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68472);

const nothingToDeploy = ({ services }) => ({
    code: 'no-service-named',
    fault: 'caller',
    problem: 'no service was named',
    why: 'deploying nothing would look like success',
    fix: `name one or more: ${services.map(({ service }) => service.name).join(', ') || 'there is none in this repository'}`,
});
const noSuchVersion = (service, version, known) => {
    const close = (0,_catalog_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(version, known);
    return {
        code: 'unknown-version',
        fault: 'caller',
        problem: `${service} has no version ${version} that can be deployed`,
        why: known.length > 0 ? `there are: ${known.join(', ')}` : 'it has no version at all yet',
        fix: close.length > 0 ? `did you mean ${close.join(' or ')}?` : `make one: stagger tag ${service} --yes`,
    };
};
const noRepository = (service) => ({
    code: 'no-repository',
    fault: 'caller',
    problem: `nobody knows where the images of ${service} are`,
    why: 'the ledger has no image of it, and no registry is named',
    fix: 'name one: --registry, STAGGER_REGISTRY, or registry: in stagger.yml',
});
const nothingToGoBackTo = (service, environment, versions) => ({
    code: 'nothing-to-go-back-to',
    fault: 'caller',
    problem: `the ledger knows nothing older that ${environment} ran of ${service}, and that the registry still has`,
    why: versions.length > 0 ? `its versions: ${versions.join(', ')}` : 'it has no version at all yet',
    fix: `name one: stagger rollback ${service} --environment ${environment} --to VERSION`,
});


/***/ }),

/***/ 87196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   LM: () => (/* binding */ releasedImage),
/* harmony export */   kY: () => (/* binding */ releasesHolding),
/* harmony export */   mm: () => (/* binding */ sitesIn),
/* harmony export */   uP: () => (/* binding */ chooseTargets)
/* harmony export */ });
/* harmony import */ var _catalog_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68472);
/* harmony import */ var _environment_strategy_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34009);
/* harmony import */ var _image_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64976);
/* harmony import */ var _image_select_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97554);
/* harmony import */ var _version_release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94768);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59231);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63861);
/* harmony import */ var _tagging_image_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(77600);
/* harmony import */ var _choice_problems_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(85747);









/** The image of each service that was asked for, with the place where it shall run. Changes nothing. */
const chooseTargets = async (world, choice) => {
    if (choice.services.length === 0)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_5__/* .StaggerError */ .IY((0,_choice_problems_js__WEBPACK_IMPORTED_MODULE_8__/* .nothingToDeploy */ .CW)(choice.plan));
    const prefix = choice.prefix === null ? null : (0,_image_names_js__WEBPACK_IMPORTED_MODULE_2__/* .checkedPrefix */ .ge)(choice.prefix);
    const root = await world.git.treeOf(choice.plan.head);
    const targets = await Promise.all((0,_image_select_js__WEBPACK_IMPORTED_MODULE_3__/* .namedServices */ .Q)(choice.plan.services, choice.services).map(async (planned) => {
        const chosen = await chooseImage(world, planned, { ...choice, prefix });
        return Promise.all(sitesIn(choice.environment, planned.service.name).map(async (site) => ({
            ...site,
            settings: { ...site.settings, ...strategyAsked(choice) },
            template: await (0,_configuration_js__WEBPACK_IMPORTED_MODULE_6__/* .templateAt */ .oA)(world.git, root, choice.environment, site.settings),
            image: `${chosen.repository}@${chosen.digest}`,
            digest: chosen.digest,
            version: chosen.version,
        })));
    }));
    return targets.flat();
};
/** Each ECS service that runs a service's image; told by its own name where there are several. */
const sitesIn = (environment, service) => {
    const places = (0,_configuration_js__WEBPACK_IMPORTED_MODULE_6__/* .placesIn */ .yN)(environment, service);
    return places.map((settings) => ({
        service,
        environment: environment.name,
        settings,
        ...(places.length > 1 ? { ecs: settings.service } : {}),
    }));
};
/** Whoever names a strategy does not mean the environment's ladder. */
const strategyAsked = ({ strategy }) => {
    if (strategy === null)
        return {};
    const known = _environment_strategy_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .STRATEGIES */ .YL.find((one) => one === strategy);
    if (!known)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_5__/* .StaggerError */ .IY((0,_catalog_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U)('strategy', strategy, _environment_strategy_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .STRATEGIES */ .YL));
    return { strategy: known, steps: undefined };
};
const chooseImage = async (world, planned, choice) => {
    const { name, group } = planned.service;
    const exact = choice.exact?.get(name);
    if (exact)
        return { ...exact, repository: repositoryFor(name, choice) };
    const releases = await releasesHolding(world.git, name, group);
    if (choice.version !== null)
        return releasedImage(name, releases, choice);
    const { repository, digest } = await (0,_tagging_image_js__WEBPACK_IMPORTED_MODULE_7__/* .findImage */ .F)(world.registry, planned, choice.ledger, choice.prefix);
    return { repository, digest, version: versionOf(releases, name, digest) };
};
/** Of several, as an image has that did not change while its group did, the newest that is no pre-release. */
const versionOf = (releases, service, digest) => {
    const held = (0,_version_release_js__WEBPACK_IMPORTED_MODULE_4__/* .newestFirst */ .ll)(releases).filter(({ images }) => images?.get(service)?.digest === digest);
    return (held.find(_version_release_js__WEBPACK_IMPORTED_MODULE_4__/* .isStable */ .MQ) ?? held[0])?.version ?? null;
};
const repositoryFor = (service, { ledger, prefix }) => {
    const known = ledger.images.get(service)?.repository;
    const found = known ?? (prefix === null ? undefined : (0,_image_names_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(prefix, service, false));
    if (found !== undefined)
        return found;
    throw new _words_js__WEBPACK_IMPORTED_MODULE_5__/* .StaggerError */ .IY((0,_choice_problems_js__WEBPACK_IMPORTED_MODULE_8__/* .noRepository */ .GD)(service));
};
/** The versions of a service: its own, and those of its group. */
const releasesHolding = async (git, service, group) => {
    const units = group === null ? [service] : [service, group];
    await git.fetchTags(...units.map(_version_release_js__WEBPACK_IMPORTED_MODULE_4__/* .tagPattern */ .bO));
    const tags = await git.tags(...units.map(_version_release_js__WEBPACK_IMPORTED_MODULE_4__/* .tagPattern */ .bO));
    return units.flatMap((unit) => (0,_version_release_js__WEBPACK_IMPORTED_MODULE_4__/* .releasesOf */ .w0)(unit, tags));
};
/** The git tag says which digest a version is; the registry's tag of that name is a convenience. */
const releasedImage = (service, releases, { version, ledger, prefix }) => {
    const release = releases.find((one) => one.version === version && one.images?.has(service));
    const image = release?.images?.get(service);
    const repository = image?.repository ??
        (prefix === null ? ledger.images.get(service)?.repository : (0,_image_names_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(prefix, service, false));
    if (release && image && repository)
        return { ...image, repository, version: release.version };
    throw new _words_js__WEBPACK_IMPORTED_MODULE_5__/* .StaggerError */ .IY((0,_choice_problems_js__WEBPACK_IMPORTED_MODULE_8__/* .noSuchVersion */ .lL)(service, String(version), releases.map((one) => one.version)));
};


/***/ }),

/***/ 12042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ sightingOf),
/* harmony export */   je: () => (/* binding */ codeDeployController)
/* harmony export */ });
/* unused harmony export imagesOf */
/* harmony import */ var _ecs_codedeploy_events_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22878);
/* harmony import */ var _ecs_codedeploy_group_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92684);
/* harmony import */ var _ecs_codedeploy_sight_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81174);
/* harmony import */ var _ecs_sight_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8117);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96668);





/** A deployment is known by its id from the first; what it brings is known by its task set. */
const codeDeployController = (ecs, site, { revision: id }) => ({
    observe: (look) => observe(ecs, site, id, look),
    stop: (deployment) => ecs.codeDeploy.stopDeployment(deployment),
    goOn: (deployment) => ecs.codeDeploy.continueDeployment(deployment),
    look: async (deployment) => {
        const { now } = await ecs.describeService((0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(site));
        const sighting = await sightingOf(ecs, site, deployment);
        return sighting && (0,_ecs_codedeploy_sight_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentSight */ .hh)(sighting, now);
    },
    trail: async () => {
        const { value: target } = await ecs.codeDeploy.target(id, (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(site));
        return { revision: (0,_ecs_codedeploy_sight_js__WEBPACK_IMPORTED_MODULE_1__/* .taskSetOf */ .Dd)(target) ?? id, said: (0,_ecs_codedeploy_events_js__WEBPACK_IMPORTED_MODULE_4__/* .eventLines */ .C)(target) };
    },
});
const observe = async (ecs, site, id, look) => {
    const { now, value: service } = await ecs.describeService((0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(site));
    const ours = await sightingOf(ecs, site, id);
    const others = look.list && ours ? await othersOf(ecs, ours) : [];
    const value = {
        kind: 'seen',
        service: service && (0,_ecs_codedeploy_sight_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceSight */ .t6)(service, id, ours?.target ?? null),
        deployments: [
            ...(ours ? [(0,_ecs_codedeploy_sight_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentSight */ .hh)(ours, now)] : []),
            ...others.map((info) => (0,_ecs_codedeploy_sight_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentSight */ .hh)({ info, target: null, back: null }, now)),
        ],
        images: look.revision === null || !service ? null : await imagesOf(ecs, service),
    };
    return { now, value };
};
/** Its task sets are a call of their own: there are none yet. */
const isToBegin = ({ status }) => status === 'Created' || status === 'Queued';
/** Null where CodeDeploy does not know it. */
const sightingOf = async (ecs, site, id) => {
    const [info] = (await ecs.codeDeploy.describeDeployments([id])).value;
    if (!info)
        return null;
    const target = isToBegin(info) ? null : (await ecs.codeDeploy.target(id, (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(site))).value;
    const back = info.rollbackInfo?.rollbackDeploymentId;
    const backs = back === undefined ? [] : (await ecs.codeDeploy.describeDeployments([back])).value;
    return { info, target, back: backs[0] ?? null };
};
const MOST_DESCRIBED = 20;
/** Who else deploys with this group since; what only goes back from another is nobody's. */
const othersOf = async ({ codeDeploy }, { info }) => {
    const { applicationName: application = '', deploymentGroupName: group = '', deploymentId } = info;
    const since = info.createTime ?? new Date(0);
    const { value: ids } = await codeDeploy.deployments({ application, group }, { since });
    const others = ids.slice(0, MOST_DESCRIBED).filter((id) => id !== deploymentId);
    const infos = others.length > 0 ? (await codeDeploy.describeDeployments(others)).value : [];
    return infos.filter(({ creator }) => creator !== 'codeDeployRollback');
};
/** Of what serves now. A task definition never changes, and names its image by the digest. */
const imagesOf = async (ecs, service) => {
    const { value } = await ecs.describeTaskDefinition((0,_ecs_codedeploy_group_js__WEBPACK_IMPORTED_MODULE_0__/* .asServing */ .T4)(service).taskDefinition ?? '');
    return (0,_ecs_sight_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesIn */ .o$)(value.taskDefinition);
};


/***/ }),

/***/ 53664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ gatherGroup),
  K: () => (/* binding */ routingNamed)
});

// EXTERNAL MODULE: ./.build/ecs/codedeploy/group.js
var codedeploy_group = __webpack_require__(92684);
// EXTERNAL MODULE: ./.build/rollout/ladder.js
var ladder = __webpack_require__(58846);
// EXTERNAL MODULE: ./.build/rollout/shape.js
var rollout_shape = __webpack_require__(16589);
// EXTERNAL MODULE: ./.build/ecs/codedeploy/routing.js
var codedeploy_routing = __webpack_require__(21765);
;// CONCATENATED MODULE: ./.build/ecs/codedeploy/refusals.js




const refusal = (code, problem, why, fix) => [
    { code, fault: 'caller', problem, why, fix },
];
const updateGroup = ({ application, group }, times) => `aws deploy update-deployment-group --application-name ${application} --current-deployment-group-name ${group} --blue-green-deployment-configuration '${JSON.stringify(times)}'`;
const otherService = ({ settings, name, group }) => {
    const { cluster, service } = settings;
    const its = group.ecsServices ?? [];
    const isIts = its.some((one) => (0,codedeploy_group/* clusterName */.SL)(one.clusterName ?? 'default') === (0,codedeploy_group/* clusterName */.SL)(cluster) && one.serviceName === service);
    if (isIts)
        return [];
    const told = its.map(({ clusterName: where, serviceName }) => `${serviceName} in ${where}`).join(', ');
    return refusal('other-service', `deployment group ${name.group} does not deploy ${service} in ${cluster}`, `It deploys ${told || 'no ECS service'}.`, 'Name the right one: codeDeploy: { application, group } of the environment.');
};
const unknownRouting = ({ name, group, shape }) => shape
    ? []
    : refusal('other-strategy', `deployment group ${name.group} is set to the configuration ${group.deploymentConfigName}`, 'This version does not know how it moves traffic, and the environment names no strategy.', 'Write strategy: in the environment, or name one with --strategy.');
const noShape = ({ shape }) => {
    if (!shape || (0,codedeploy_routing/* routingFor */.KO)(shape))
        return [];
    if (!('tenths' in shape))
        return refusal('no-such-strategy', `CodeDeploy has no shape for ${shape.strategy}`, 'It runs both versions whole, side by side, and moves the traffic: all at once, one share first (canary), or in equal shares (linear).', 'The nearest: strategy: blue-green. Rolling needs the deployment controller ECS.');
    const { strategy, tenths, stepMinutes } = shape;
    const { percent, minutes } = (0,codedeploy_routing/* nearestRouting */.rX)(shape);
    return refusal('no-such-step', `CodeDeploy has no shape for ${strategy} of ${(0,ladder/* tellPercent */.dH)(tenths)} for ${stepMinutes} min`, 'It takes whole per cent, and at least a minute.', `The nearest: ${strategy}: { percent: ${percent}, minutes: ${minutes} }`);
};
const NLB = /:listener\/net\//;
const nlb = ({ group, shape }) => {
    const pairs = group.loadBalancerInfo?.targetGroupPairInfoList ?? [];
    const listeners = pairs.flatMap(({ prodTrafficRoute }) => prodTrafficRoute?.listenerArns ?? []);
    const shifts = shape !== null && 'tenths' in shape && shape.tenths < rollout_shape/* ALL */.y2;
    if (!shifts || !listeners.some((arn) => NLB.test(arn)))
        return [];
    return refusal('nlb-all-at-once', `${shape.strategy} cannot move the traffic of an NLB`, 'Behind a Network Load Balancer CodeDeploy moves all of the traffic at once.', 'The nearest: strategy: blue-green.');
};
const otherBake = ({ settings, name, group }) => {
    const minutes = (0,codedeploy_group/* bakeMinutesOf */.Yh)(group);
    if (settings.bakeMinutes === undefined || settings.bakeMinutes === minutes)
        return [];
    const terminationWaitTimeInMinutes = settings.bakeMinutes;
    const times = {
        ...group.blueGreenDeploymentConfiguration,
        terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes },
    };
    return refusal('bake-of-the-group', `deployment group ${name.group} keeps the old version for ${minutes} min, not for bakeMinutes: ${settings.bakeMinutes}`, 'CodeDeploy takes this time from the group, not from a deployment.', `The nearest: bakeMinutes: ${minutes}. Or set the group: ${updateGroup(name, times)}`);
};
/** The one place where CodeDeploy waits for a person. */
const PAUSE = 'POST_TEST_TRAFFIC_SHIFT';
const otherPause = ({ settings, name, group }) => {
    const { pauses = [] } = settings;
    const minutes = (0,codedeploy_group/* readyMinutesOf */.ms)(group);
    const fits = pauses.every(({ at, timeoutMinutes = minutes, onTimeout }) => at.every((stage) => stage === PAUSE) && timeoutMinutes === minutes && onTimeout !== 'continue');
    if (pauses.length === 0 || (minutes !== null && fits))
        return [];
    const waitTimeInMinutes = minutes ?? pauses[0]?.timeoutMinutes ?? 60;
    const times = {
        ...group.blueGreenDeploymentConfiguration,
        deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes },
    };
    return refusal('no-such-pause', `CodeDeploy does not wait as the pauses of ${settings.service} say`, `It waits once, before production traffic moves, for a time that the group says (${minutes === null ? 'this one does not wait' : `${minutes} min`}); what nobody continues is stopped.`, `The nearest: pauses: [{ at: [${PAUSE}], timeoutMinutes: ${waitTimeInMinutes} }]${minutes === null ? `, with the group set to it: ${updateGroup(name, times)}` : ''}`);
};
const ecsHooks = ({ settings: { hooks = [] } }) => hooks.length === 0
    ? []
    : refusal('hooks-of-ecs', 'CodeDeploy does not call the hooks of ECS', "A hook of ECS answers by what it returns; CodeDeploy's tells PutLifecycleEventHookExecutionStatus.", 'The nearest: codeDeploy: { hooks: { AfterAllowTestTraffic: FUNCTION } } of the environment.');
const RULES = [otherService, unknownRouting, noShape, nlb, otherBake, otherPause, ecsHooks];
/** Everything that CodeDeploy has no shape for, or would do otherwise; all at once, with the nearest that there is. */
const groupRefusals = (asked) => RULES.flatMap((rule) => rule(asked));

// EXTERNAL MODULE: ./.build/ecs/codedeploy/sight.js
var sight = __webpack_require__(81174);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/commands/deployment/target.js
var deployment_target = __webpack_require__(96668);
// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(68472);
;// CONCATENATED MODULE: ./.build/commands/deployment/codedeploy/problems.js



const missingGroup = ({ service, environment }, { application, group }, names) => {
    const close = (0,nearest/* nearest */.p)(application, names ?? []);
    const known = names?.includes(application);
    const there = names === null || known
        ? ''
        : ` There ${names.length === 0 ? 'is no application at all' : `are the applications ${[...names].sort().slice(0, 20).join(', ')}`}.`;
    return new words/* StaggerError */.IY({
        code: 'no-deployment-group',
        fault: 'caller',
        problem: `there is no deployment group ${group} of the application ${application}`,
        why: `CodeDeploy deploys ${service}, its deployment controller says; the group was asked for by this name.${there}`,
        fix: `${close.length > 0 && !known ? `Did you mean ${close.join(' or ')}? ` : ''}Write codeDeploy: { application, group } in the environment ${environment} in stagger.yml.`,
    });
};
/** A configuration is infrastructure, as a target group is: it is asked for, and never made. */
const missingConfig = (name, wanted) => new words/* StaggerError */.IY({
    code: 'no-deployment-configuration',
    fault: 'caller',
    problem: `there is no deployment configuration ${name} for ECS`,
    why: wanted
        ? 'CodeDeploy moves traffic by configurations that are there; AWS has only a few ready, and none of these numbers.'
        : 'codeDeploy.configuration of the environment names it.',
    fix: wanted
        ? `Make it once: ${(0,codedeploy_routing/* makeConfig */.Zg)(name, wanted)}. One of another name: codeDeploy: { configuration: NAME } of the environment.`
        : 'Correct the name, or leave it out. Those that are there: aws deploy list-deployment-configs',
});
const otherConfig = (name, wanted) => new words/* StaggerError */.IY({
    code: 'other-deployment-configuration',
    fault: 'caller',
    problem: `the deployment configuration ${name} moves traffic in another way than its name says`,
    why: 'It was looked for by the name that AWS would give these numbers.',
    fix: `Make one of another name, and write codeDeploy: { configuration: NAME } in the environment: ${(0,codedeploy_routing/* makeConfig */.Zg)('NAME', wanted)}`,
});

;// CONCATENATED MODULE: ./.build/commands/deployment/codedeploy/gather.js







/** What CodeDeploy tells of a service that it deploys. Throws all that it has no shape for; changes nothing. */
const gatherGroup = async (ecs, site, service) => {
    const { codeDeploy } = ecs;
    const { settings } = site;
    const name = (0,codedeploy_group/* groupNameOf */.c6)(settings);
    const { value: group } = await codeDeploy.deploymentGroup(name);
    if (!group)
        throw missingGroup(site, name, await applications(codeDeploy));
    const base = settings.codeDeploy?.configuration ?? group.deploymentConfigName ?? '';
    const routing = await routingNamed(codeDeploy, base);
    if (settings.codeDeploy?.configuration && !routing)
        throw missingConfig(base, null);
    const shape = (0,codedeploy_group/* shapeWanted */.v$)(settings, group, routing);
    const [first, ...rest] = groupRefusals({ settings, name, group, shape });
    if (first)
        throw new words/* StaggerError */.IY(first, ...rest);
    const wanted = shape && (0,codedeploy_routing/* routingFor */.KO)(shape);
    if (!wanted)
        throw new Error(`nothing refused what ${name.group} has no shape for`);
    const config = await configOf(codeDeploy, { base, routing }, wanted);
    return { name, group, shape, config, active: await activeIn(ecs, site, service, name) };
};
/** Only for advice: whoever may not list them is told all the same what is missing. */
const applications = (codeDeploy) => codeDeploy.applications().then(({ value }) => value, (error) => {
    if (error instanceof words/* StaggerError */.IY)
        return null;
    throw error;
});
const routingNamed = async (codeDeploy, config) => {
    const ready = (0,codedeploy_routing/* readyRouting */.md)(config);
    if (ready || config === '')
        return ready;
    const { value } = await codeDeploy.deploymentConfig(config);
    return value && (0,codedeploy_routing/* routingOf */.CC)(value);
};
/** The group's own where it moves traffic so, else the one of that name: it must be there, since it is your infrastructure. */
const configOf = async (codeDeploy, { base, routing }, wanted) => {
    if (routing && (0,codedeploy_routing/* sameRouting */.Hm)(routing, wanted))
        return base;
    const name = (0,codedeploy_routing/* configFor */.m3)(wanted);
    const there = await routingNamed(codeDeploy, name);
    if (!there)
        throw missingConfig(name, wanted);
    if (!(0,codedeploy_routing/* sameRouting */.Hm)(there, wanted))
        throw otherConfig(name, wanted);
    return name;
};
const activeIn = async (ecs, site, service, name) => {
    const { value: ids } = await ecs.codeDeploy.deployments(name, 'active');
    const [id] = ids;
    if (id === undefined)
        return null;
    const { value: infos } = await ecs.codeDeploy.describeDeployments([id]);
    const goesBack = infos[0]?.creator === 'codeDeployRollback';
    const arn = goesBack ? null : await broughtBy(ecs, site, service, { id, info: infos[0] });
    if (arn === null)
        return { id, goesBack, taskDefinition: null, tags: [] };
    const { value } = await ecs.describeTaskDefinition(arn);
    return { id, goesBack, ...value };
};
/** As its AppSpec says; where that is kept elsewhere, as its task set says. */
const broughtBy = async (ecs, site, service, { id, info }) => {
    const named = (0,sight/* taskDefinitionIn */.ah)(info?.revision);
    if (named !== null)
        return named;
    const { value: target } = await ecs.codeDeploy.target(id, (0,deployment_target/* nameOf */.Vb)(site));
    const set = (0,sight/* taskSetOf */.Dd)(target);
    return service.taskSets?.find((one) => one.id === `ecs-svc/${set}`)?.taskDefinition ?? null;
};


/***/ }),

/***/ 16689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ controllerOf)
/* harmony export */ });
/* harmony import */ var _ecs_sight_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8117);
/* harmony import */ var _codedeploy_controller_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12042);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96668);



const controllerOf = (ecs, site, started) => started.by === 'CodeDeploy' ? (0,_codedeploy_controller_js__WEBPACK_IMPORTED_MODULE_1__/* .codeDeployController */ .je)(ecs, site, started) : ecsController(ecs, site, started);
const ecsController = (ecs, site, { revision }) => ({
    observe: (look) => observe(ecs, site, look),
    stop: (deployment) => ecs.stopServiceDeployment(deployment),
    goOn: (deployment, hook) => ecs.continueServiceDeployment(deployment, hook, 'CONTINUE'),
    look: async (deployment) => {
        const [found] = (await ecs.describeServiceDeployments([deployment])).value;
        return found ? (0,_ecs_sight_js__WEBPACK_IMPORTED_MODULE_0__/* .deploymentSight */ .hh)(found) : null;
    },
    trail: async () => ({ revision, said: [] }),
});
const MOST_DESCRIBED = 20;
const observe = async (ecs, target, look) => {
    const { now, value: service } = await ecs.describeService((0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(target));
    const listed = look.list ? await newest(ecs, target) : [];
    const arns = [...new Set([...(look.deployment === null ? [] : [look.deployment]), ...listed])];
    const deployments = arns.length > 0 ? await ecs.describeServiceDeployments(arns.slice(0, MOST_DESCRIBED)) : null;
    const revisions = look.revision === null ? null : await ecs.describeServiceRevisions([look.revision]);
    const value = {
        kind: 'seen',
        service: service && (0,_ecs_sight_js__WEBPACK_IMPORTED_MODULE_0__/* .serviceSight */ .t6)(service),
        deployments: (deployments?.value ?? []).map(_ecs_sight_js__WEBPACK_IMPORTED_MODULE_0__/* .deploymentSight */ .hh),
        images: revisions && (0,_ecs_sight_js__WEBPACK_IMPORTED_MODULE_0__/* .images */ .zC)(revisions.value),
    };
    return { now, value };
};
const newest = async (ecs, target) => {
    const { value } = await ecs.listServiceDeployments((0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(target));
    return (0,_ecs_sight_js__WEBPACK_IMPORTED_MODULE_0__/* .newestFirst */ .ll)(value).flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? []);
};


/***/ }),

/***/ 34433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ logsOf),
/* harmony export */   h: () => (/* binding */ diagnose)
/* harmony export */ });
/* harmony import */ var _ecs_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40821);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);
/* harmony import */ var _controller_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16689);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96668);




const LINES = 20;
/** Why it failed, from all that can still be asked. A question that fails costs its own answer and no other. */
const diagnose = async (ecs, target, started) => {
    const trail = await orNull((0,_controller_js__WEBPACK_IMPORTED_MODULE_2__/* .controllerOf */ .O)(ecs, target, started).trail());
    const { revision, said } = trail ?? { revision: started.revision, said: [] };
    const service = await orNull(ecs.describeService((0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(target)).then(({ value }) => value));
    const tasks = (0,_ecs_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .failedTasks */ .Ox)((await orNull(allTasks(ecs, target))) ?? [], revision);
    return {
        tasks: tasks.map(_ecs_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .taskReport */ .EY),
        logs: await firstLogs(ecs, tasks),
        events: [...said, ...(service ? (0,_ecs_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .eventsSince */ .S5)(service, started.at) : [])],
        serving: service && (0,_ecs_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .othersServing */ .m1)(service, revision),
        targets: service ? await unhealthyTargets(ecs, service) : [],
    };
};
/** What a load balancer says of targets that it does not send requests to. */
const unhealthyTargets = async (ecs, service) => {
    const { loadBalancers = [], taskSets = [] } = service;
    const arns = [...loadBalancers, ...taskSets.flatMap((one) => one.loadBalancers ?? [])].flatMap((one) => [
        one.targetGroupArn,
        one.advancedConfiguration?.alternateTargetGroupArn,
    ]);
    const groups = [...new Set(arns.filter((arn) => arn !== undefined))];
    const told = await Promise.all(groups.map(async (arn) => {
        const answer = await orNull(ecs.describeTargetHealth(arn));
        return answer ? (0,_ecs_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .targetReports */ .Xm)(arn, answer.value) : [];
    }));
    return told.flat();
};
const orNull = (asked) => asked.catch((error) => {
    if (error instanceof _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY)
        return null;
    throw error;
});
const allTasks = async (ecs, target) => {
    const listed = await Promise.all(['STOPPED', 'RUNNING'].map((status) => ecs.listTasks((0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(target), status)));
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
    const sources = described ? (0,_ecs_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .logSources */ .xy)(described.value.taskDefinition, (0,_ecs_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .idOf */ .TH)(task)) : [];
    return Promise.all(sources.map((source) => tail(ecs, source)));
};
const tail = async (ecs, source) => {
    const { task, container } = source;
    try {
        return { task, container, lines: await ecs.logTail(source, LINES), unread: null };
    }
    catch (error) {
        if (!(error instanceof _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY))
            throw error;
        return { task, container, lines: [], unread: error.message };
    }
};


/***/ }),

/***/ 18980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ driftOf)
});

// EXTERNAL MODULE: ./.build/ecs/task-definition.js
var task_definition = __webpack_require__(6917);
;// CONCATENATED MODULE: ./.build/ecs/drift.js

const MOST = 8;
/**
 * Whoever registers a task definition without giving it to the service (infrastructure code mostly does) will miss it:
 * what the service runs is taken. Another image alone is no drift, since each deployment makes one.
 */
const drift = (live, latest) => {
    const { family, revision = 0 } = live.taskDefinition;
    if (!latest || (latest.taskDefinition.revision ?? 0) <= revision)
        return [];
    const newer = { ...latest.taskDefinition, tags: latest.tags.filter(({ key }) => !key?.startsWith('aws:')) };
    const paths = (0,task_definition/* differences */.t)(live.taskDefinition, live.tags, newer)
        .map(({ path }) => path)
        .filter((path) => !/^containerDefinitions\[[^\]]*\]\.image$/.test(path));
    if (paths.length === 0)
        return [];
    const more = paths.length > MOST ? ` and ${paths.length - MOST} more` : '';
    return [
        `${family}:${latest.taskDefinition.revision} is newer than what the service runs (${family}:${revision}), and is not taken; it differs in ${paths.slice(0, MOST).join(', ')}${more}`,
    ];
};

// EXTERNAL MODULE: ./.build/commands/deployment/apply.js + 2 modules
var apply = __webpack_require__(56521);
;// CONCATENATED MODULE: ./.build/commands/deployment/drift.js


/** What somebody registered and did not give to the service; told where what it runs stands in for a template. */
const driftOf = async (ecs, { template }, live) => {
    const { family } = live.taskDefinition;
    return template !== null || family === undefined ? [] : drift(live, await (0,apply/* latest */.IW)(ecs, family));
};


/***/ }),

/***/ 67413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ missingCluster),
/* harmony export */   Ml: () => (/* binding */ unwatched),
/* harmony export */   PL: () => (/* binding */ endedBadly),
/* harmony export */   aU: () => (/* binding */ leftBehind),
/* harmony export */   h6: () => (/* binding */ noDeployment),
/* harmony export */   wu: () => (/* binding */ missingService)
/* harmony export */ });
/* harmony import */ var _catalog_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68472);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);


const flags = ({ settings: { region, endpoint } }) => [region && ` --region ${region}`, endpoint && ` --endpoint-url ${endpoint}`].filter(Boolean).join('');
/** CodeDeploy names its deployments in its own way; before one is named nobody else is known. */
const isThere = (deployment) => deployment?.startsWith('d-') === true;
const mover = (deployment) => (isThere(deployment) ? 'CodeDeploy' : 'ECS');
const lookCommand = (target, deployment) => isThere(deployment)
    ? `aws deploy get-deployment --deployment-id ${deployment}${flags(target)}`
    : deployment === null
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
    const close = (0,_catalog_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(name, names ?? []);
    return close.length > 0 ? `Did you mean ${close.join(' or ')}? ` : '';
};
/** ECS calls it MISSING, and mostly it means that another cluster was asked. */
const missingService = (target, names) => {
    const { cluster, service } = target.settings;
    return new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY({
        code: 'service-not-found',
        fault: 'caller',
        problem: `there is no service ${service} in the cluster ${cluster}`,
        why: `The cluster ${cluster} was asked${flags(target)}.${there('service', names)}`,
        fix: `${meant(service, names)}Correct service or cluster of the environment ${target.environment} in stagger.yml; Stagger deploys to services and never makes one.`,
    });
};
/** The problem as AWS told it, with the clusters that there are. */
const missingCluster = (target, problem, names) => new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY({
    ...problem,
    problem: `there is no cluster ${target.settings.cluster}${flags(target)}`,
    why: `${problem.why}${there('cluster', names)}`,
    fix: `${meant(target.settings.cluster, names)}Correct cluster, region or endpoint of the environment ${target.environment} in stagger.yml.`,
});
const noDeployment = (target, id) => new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY({
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
    why: `Stagger was asked to stop. ${mover(deployment)} ends the rollout by itself, and rolls it back if its tasks fail.`,
    fix: `Look at it: ${lookCommand(target, deployment)}. Run the same deployment again to watch it to its end.`,
});
/** The deployment was begun, and then ECS could not be asked any more. */
const unwatched = (target, deployment, problem) => ({
    ...problem,
    why: `${problem.why} The deployment of ${target.service} was begun, and goes on in ${mover(deployment)}.`,
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
            why: [reason ?? `${mover(deployment)} gave no reason`, serving(diagnosis)].filter(Boolean).join('. '),
            fix: fixFor(outcome, target, deployment, refusing(reason)),
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
/** The function that turned it around, as ECS's reason names it. */
const refusing = (reason) => /lifecycle hook\(s\) failed.*:function:([\w-]+)/.exec(reason ?? '')?.[1] ?? null;
const logOf = (target, name) => target.settings.endpoint ? '' : ` (aws logs tail /aws/lambda/${name}${flags(target)})`;
const fixFor = (outcome, target, deployment, hook) => {
    const look = `Look at it: ${lookCommand(target, deployment)}`;
    if (outcome === 'rolled-back' && hook !== null)
        return `Correct what the function ${hook} found${logOf(target, hook)}, or the function itself, and deploy again. ${look}`;
    if (outcome === 'rolled-back')
        return `Correct what the tasks and logs show, and deploy again. ${look}`;
    if (outcome === 'superseded')
        return `Deploy again if this version is still wanted. ${look}`;
    if (outcome === 'timed-out')
        return `It goes on in ${mover(deployment)}; raise timeoutMinutes if it needs longer. ${look}`;
    return look;
};


/***/ }),

/***/ 3916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ suspendScaling),
/* harmony export */   N: () => (/* binding */ resumeScaling)
/* harmony export */ });
/** Scaling in the middle of a rollout changes what it counts on. Who suspended it before keeps it suspended. */
const suspendScaling = async (ecs, target) => {
    const { cluster, service, suspendScaling: wanted } = target.settings;
    if (!wanted)
        return;
    const { value } = await ecs.describeScaling(cluster, service);
    if (value && !value.suspended)
        await ecs.suspendScaling(cluster, service, true);
};
/** Once a rollout is over, whoever began it. */
const resumeScaling = async (ecs, { settings }) => {
    const { cluster, service, suspendScaling: wanted } = settings;
    if (!wanted)
        return;
    const { value } = await ecs.describeScaling(cluster, service);
    if (value?.suspended)
        await ecs.suspendScaling(cluster, service, false);
};


/***/ }),

/***/ 27608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ checkSurroundings)
});

// EXTERNAL MODULE: ./.build/ecs/check.js
var check = __webpack_require__(18192);
// EXTERNAL MODULE: ./.build/ecs/traffic-checks.js
var traffic_checks = __webpack_require__(96507);
;// CONCATENATED MODULE: ./.build/ecs/codedeploy/checks.js


/** The listeners of production and of tests. */
const listenersOf = ({ loadBalancerInfo }) => (loadBalancerInfo?.targetGroupPairInfoList ?? []).flatMap(({ prodTrafficRoute, testTrafficRoute }) => [
    ...(prodTrafficRoute?.listenerArns ?? []),
    ...(testTrafficRoute?.listenerArns ?? []),
]);
const checks_short = (arn) => arn
    .split(':')
    .at(-1)
    ?.replace(/^listener\//, '') ?? arn;
/** What serves must be behind the listeners; their other rules are not looked at. */
const listenerChecks = ({ loadBalancers = [] }, forwardings, { stickiness }) => [
    ...[...forwardings].map(([arn, actions]) => listenerCheck(arn, actions, loadBalancers[0]?.targetGroupArn)),
    ...(stickiness === undefined
        ? []
        : [(0,check/* caution */.uL)('stickiness is not checked of a listener whose traffic CodeDeploy moves')]),
];
const listenerCheck = (arn, actions, live = '') => {
    const weights = (0,traffic_checks/* weightsIn */.nb)(actions);
    const told = [...weights].map(([group, weight]) => `${(0,traffic_checks/* nameOfGroup */.I8)(group)} ${weight}`).join(', ');
    return (weights.get(live) ?? 0) > 0
        ? (0,check.ok)(`listener ${checks_short(arn)} forwards to ${told}`)
        : (0,check/* caution */.uL)(`listener ${checks_short(arn)} forwards to ${told || 'no target group'} by default, and not to ${(0,traffic_checks/* nameOfGroup */.I8)(live)}, which serves: unless another of its rules does, CodeDeploy will fail`);
};

// EXTERNAL MODULE: ./.build/ecs/codedeploy/group.js
var group = __webpack_require__(92684);
// EXTERNAL MODULE: ./.build/ecs/shifting.js
var shifting = __webpack_require__(28950);
// EXTERNAL MODULE: ./.build/ecs/sight.js
var sight = __webpack_require__(8117);
// EXTERNAL MODULE: ./.build/rollout/forecast.js
var rollout_forecast = __webpack_require__(53211);
// EXTERNAL MODULE: ./.build/rollout/guards.js
var guards = __webpack_require__(44960);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/commands/deployment/target.js
var deployment_target = __webpack_require__(96668);
;// CONCATENATED MODULE: ./.build/commands/deployment/surroundings.js










/** What was asked, or why it could not be: a question that fails costs its own answer and no other. */
class Asking {
    unasked = [];
    async or(otherwise, what, asked) {
        try {
            return (await asked()).value;
        }
        catch (error) {
            if (!(error instanceof words/* StaggerError */.IY))
                throw error;
            this.unasked.push((0,check/* caution */.uL)(`${what} could not be checked: ${error.problems[0]?.problem ?? error.message}`));
            return otherwise;
        }
    }
}
/** Everything around a service that decides how a deployment ends; nothing is changed. */
const checkSurroundings = async (ecs, target, plans) => {
    const asking = new Asking();
    const facts = await trafficFacts(ecs, target, plans, asking);
    const { stickiness } = target.settings;
    const traffic = (0,traffic_checks/* trafficChecks */.Di)(plans.service, facts, { shifting: (0,shifting/* isShifting */.L9)(plans.forecast), stickiness });
    const alarms = await alarmChecks(ecs, plans, asking);
    const listeners = await listenersThere(ecs, target, plans, asking);
    return [...traffic, ...listeners, ...alarms, ...(await limitChecks(ecs, plans)), ...asking.unasked];
};
/** The listeners whose traffic CodeDeploy moves; it puts the second target group there by itself. */
const listenersThere = async (ecs, { settings }, { service, group }, asking) => {
    const arns = group ? listenersOf(group.group) : [];
    if (!group || arns.length === 0)
        return [];
    const told = await asking.or([], 'its listeners', () => ecs.describeListeners(arns));
    return listenerChecks(service, new Map(told.map(({ arn, actions }) => [arn, actions])), settings);
};
const limitChecks = async (ecs, { forecast, now, ci }) => {
    const until = forecast.leastMinutes === 0 ? null : await ecs.credentialsExpire();
    const left = until === null ? null : Math.floor((until - now) / 60_000);
    return (0,rollout_forecast/* limits */.Fy)(forecast, { ci, left }).map(check/* caution */.uL);
};
const present = (arns) => [
    ...new Set(arns.filter((arn) => arn !== undefined)),
];
const trafficFacts = async (ecs, target, { service }, asking) => {
    const balancers = service.loadBalancers ?? [];
    const groups = present(balancers.flatMap((one) => [one.targetGroupArn, one.advancedConfiguration?.alternateTargetGroupArn]));
    const rules = present(balancers.flatMap(({ advancedConfiguration: one }) => [
        one?.productionListenerRule,
        one?.testListenerRule,
    ]));
    const [forwardings, described, health, serving] = await Promise.all([
        forwardingsOf(ecs, rules, asking),
        groups.length > 0 ? asking.or([], 'its target groups', () => ecs.describeTargetGroups(groups)) : [],
        Promise.all(groups.map(async (arn) => [arn, await healthOf(ecs, arn, asking)])),
        rules.length > 0 ? servingGroups(ecs, target, service, asking) : [],
    ]);
    const known = health.flatMap(([arn, targets]) => (targets ? [[arn, targets]] : []));
    const settled = (0,sight/* primaryOf */.Os)(service)?.rolloutState !== 'IN_PROGRESS';
    return { forwardings, groups: described, health: new Map(known), serving, settled };
};
const healthOf = (ecs, arn, asking) => asking.or(null, 'the health of its targets', () => ecs.describeTargetHealth(arn));
const isListener = (arn) => arn.includes(':listener/');
const forwardingsOf = async (ecs, arns, asking) => {
    const [listeners, rules] = [arns.filter(isListener), arns.filter((arn) => !isListener(arn))];
    const told = await Promise.all([
        listeners.length > 0 ? asking.or([], 'its listeners', () => ecs.describeListeners(listeners)) : [],
        rules.length > 0 ? asking.or([], 'its rules', () => ecs.describeRules(rules)) : [],
    ]);
    return new Map(told.flat().map(({ arn, actions }) => [arn, actions]));
};
/** The target groups that the serving revision was really given: they change places at each deployment. */
const servingGroups = async (ecs, target, service, asking) => {
    const primary = (0,sight/* revisionOf */.DT)((0,sight/* primaryOf */.Os)(service)?.id);
    const listed = await asking.or([], 'what serves', () => ecs.listServiceDeployments((0,deployment_target/* nameOf */.Vb)(target)));
    const arn = listed.find(({ targetServiceRevisionArn: one }) => (0,guards/* isOf */.yW)(one ?? null, primary ?? ''))?.targetServiceRevisionArn;
    if (arn === undefined)
        return [];
    const [revision] = await asking.or([], 'what serves', () => ecs.describeServiceRevisions([arn]));
    return present((revision?.resolvedConfiguration?.loadBalancers ?? []).map((one) => one.targetGroupArn));
};
const alarmChecks = async (ecs, { configuration, service }, asking) => {
    const { alarms } = configuration;
    const names = alarms?.enable ? (alarms.alarmNames ?? []) : [];
    if (names.length === 0)
        return [];
    const found = await asking.or(null, 'its alarms', () => ecs.describeAlarms(names));
    if (found === null)
        return [];
    return names.map((name) => alarmCheck(name, found.find((one) => one.name === name)?.state, (0,group/* isCodeDeploys */.kN)(service)));
};
const alarmCheck = (name, state, there) => {
    if (state === undefined)
        return (0,check/* caution */.uL)(`there is no alarm ${name}: it will fail nothing`);
    if (state === 'ALARM')
        return (0,check/* caution */.uL)(`alarm ${name} is in ALARM already: ${there ? 'CodeDeploy may stop the deployment at once' : 'ECS ignores it for this deployment'}`);
    return (0,check.ok)(`alarm ${name} is ${state}`);
};


/***/ }),

/***/ 96668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   dc: () => (/* binding */ toldOf)
/* harmony export */ });
const placeOf = ({ settings: { region, endpoint } }) => ({
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
});
/** The world as it is told of one of several ECS services. */
const toldOf = (world, { service, ecs }) => {
    if (ecs === undefined)
        return world;
    const { say, warn, group } = world.progress;
    const named = (line) => line.startsWith(`${service}: `) ? `${service} (${ecs})${line.slice(service.length)}` : `${ecs}: ${line}`;
    const progress = {
        say: (line) => say(named(line)),
        warn: (line) => warn(named(line)),
        group: (title, lines) => group(named(title), lines),
    };
    return { ...world, progress };
};
const nameOf = ({ settings: { cluster, service } }) => ({ cluster, service });


/***/ }),

/***/ 26158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ wantedDefinition)
});

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/environment/task-definition-fields.js
var task_definition_fields = __webpack_require__(77183);
;// CONCATENATED MODULE: ./.build/environment/live-definition.js


/** What runs, with another image in our container; all else stays, also what this version does not know. */
const fromLive = ({ taskDefinition, tags }, { image, container }) => {
    const { containerDefinitions = [], ...rest } = taskDefinition;
    const ours = containersOf(taskDefinition, image, container);
    const kept = tags.filter(({ key }) => !key?.startsWith('aws:'));
    const fields = Object.entries(rest).filter(([key, value]) => !task_definition_fields/* RETURNED_ONLY */.N.includes(key) && value != null);
    const input = {
        ...Object.fromEntries(fields),
        containerDefinitions: containerDefinitions.map((one) => (ours.includes(one) ? { ...one, image } : one)),
        ...(kept.length > 0 ? { tags: kept } : {}),
    };
    return { input, warnings: unknown(input) };
};
const unknown = (input) => (0,task_definition_fields/* unknownFields */._6)(input).map((field) => `${input.family}: ${field} is newer than this version of Stagger; it is kept as it stands`);
/** Without tag and digest. */
const repositoryOf = (image) => image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
/** The one that is named, else the only one, else those that run one image of our repository. */
const containersOf = (definition, image, named) => {
    const { containerDefinitions: all = [] } = definition;
    if (named !== undefined) {
        const found = all.filter(({ name }) => name === named);
        return found.length > 0 ? found : refuse(noSuchContainer(definition, named));
    }
    if (all.length === 1)
        return all;
    const ours = all.filter((one) => repositoryOf(one.image ?? '') === repositoryOf(image));
    const alike = ours.every((one) => one.image === ours[0]?.image);
    return ours.length > 0 && alike ? ours : refuse(whichContainer(definition, image));
};
const refuse = (problem) => {
    throw new words/* StaggerError */.IY(problem);
};
const choices = ({ containerDefinitions = [] }) => containerDefinitions.map(({ name, image }) => `${name} (${image})`).join(', ') || 'none';
const nameOf = ({ family, revision }) => `${family}:${revision}`;
const noSuchContainer = (definition, named) => ({
    code: 'no-such-container',
    fault: 'caller',
    problem: `the task definition ${nameOf(definition)} has no container ${named}`,
    why: `Its containers: ${choices(definition)}.`,
    fix: 'Correct container in stagger.yml.',
});
const whichContainer = (definition, image) => ({
    code: 'which-container',
    fault: 'caller',
    problem: `nobody can tell which container of the task definition ${nameOf(definition)} runs ${repositoryOf(image)}`,
    why: `It has several, and not one image of that repository. Its containers: ${choices(definition)}.`,
    fix: `Name it in stagger.yml: container: ${definition.containerDefinitions?.[0]?.name}, or write a template: taskDefinition.`,
});

// EXTERNAL MODULE: ./.build/environment/template.js + 1 modules
var environment_template = __webpack_require__(85015);
// EXTERNAL MODULE: ./.build/environment/placeholders.js
var placeholders = __webpack_require__(8624);
;// CONCATENATED MODULE: ./.build/environment/variables.js



/** The environment's own variables in the containers that run the image, each in the place of the one that is there. */
const withVariables = ({ input, warnings }, variables = {}, values) => {
    const wanted = Object.entries(variables).map(([name, value]) => ({
        name,
        value: (0,placeholders/* fill */.G)(value, (0,environment_template/* textsOf */.CB)(values)),
    }));
    if (wanted.length === 0)
        return { input, warnings };
    const containerDefinitions = (input.containerDefinitions ?? []).map((one) => one.image === values.image ? layOver(one, wanted) : one);
    return { input: { ...input, containerDefinitions }, warnings };
};
const layOver = (container, wanted) => {
    const { environment = [], secrets = [] } = container;
    const hidden = wanted.find(({ name }) => secrets.some((secret) => secret.name === name));
    if (hidden)
        throw isSecret(container, hidden.name);
    const of = (name) => wanted.find((one) => one.name === name);
    const added = wanted.filter(({ name }) => environment.every((one) => one.name !== name));
    return { ...container, environment: [...environment.map((one) => of(one.name) ?? one), ...added] };
};
const isSecret = ({ name: container }, name) => new words/* StaggerError */.IY({
    code: 'variable-is-secret',
    fault: 'caller',
    problem: `the container ${container} has a secret ${name}, and variables has one of that name too`,
    why: 'ECS takes a name once: as a secret or as a variable.',
    fix: `Take ${name} out of variables in stagger.yml, or out of the container's secrets.`,
});

;// CONCATENATED MODULE: ./.build/commands/deployment/wanted.js



/**
 * The task definition that is wanted. By a template it is known before AWS is asked anything; without one it is what
 * the service runs, of the revision that it runs: its family's newest may be somebody else's plan.
 */
const wantedDefinition = ({ template, service, image, version, settings, }) => {
    const values = { service, image, version };
    const { variables, container } = settings;
    if (template === null)
        return (live) => withVariables(fromLive(live, { image, container }), variables, values);
    const rendered = withVariables((0,environment_template/* renderTaskDefinition */.P9)(template.text, template.path, values), variables, values);
    return () => rendered;
};


/***/ }),

/***/ 77600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ findImage)
/* harmony export */ });
/* harmony import */ var _image_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64976);
/* harmony import */ var _image_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38178);
/* harmony import */ var _version_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62193);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59231);




/**
 * The image of a service's inputs: as the ledger remembers it, else by its name in the registry. `pullRequest`: first
 * where runs push that nobody has to trust.
 */
const findImage = async (registry, { service, image }, ledger, prefix, pullRequest = false) => {
    const { fingerprint } = image;
    if (fingerprint === null)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_2__/* .StaggerError */ .IY((0,_image_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .notHermetic */ .lE)({ service, image }));
    const entry = ledger.images.get(service.name);
    const named = (own) => prefix === null ? [] : [[(0,_image_names_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(prefix, service.name, own), (0,_image_names_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsName */ .Br)(fingerprint)]];
    const places = [
        ...(pullRequest ? named(true) : []),
        ...(entry?.fingerprint === fingerprint ? [[entry.repository, entry.digest]] : []),
        ...named(false),
    ];
    for (const [repository, reference] of places) {
        const found = await registry.manifest(repository, reference);
        if (found)
            return { repository, digest: found.digest, fingerprint };
    }
    throw new _words_js__WEBPACK_IMPORTED_MODULE_2__/* .StaggerError */ .IY((0,_version_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .noImage */ .$0)(service.name, prefix));
};


/***/ }),

/***/ 18192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   _n: () => (/* binding */ problemsIn),
/* harmony export */   ok: () => (/* binding */ ok),
/* harmony export */   uL: () => (/* binding */ caution)
/* harmony export */ });
const ok = (what) => ({ state: 'ok', what });
const caution = (what) => ({ state: 'caution', what });
const refused = (code, what, why, fix) => ({
    state: 'refused',
    what,
    problem: { code, fault: 'caller', problem: what, why, fix },
});
const problemsIn = (checks) => checks.flatMap(({ problem }) => problem ?? []);


/***/ }),

/***/ 22878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ eventLines),
/* harmony export */   u: () => (/* binding */ failedEvent)
/* harmony export */ });
const asWord = ({ lifecycleEventName, status = 'Unknown' }) => `${lifecycleEventName} ${status.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}`;
const sayings = ({ diagnostics }) => [
    diagnostics?.errorCode === 'Success' ? undefined : diagnostics?.errorCode,
    diagnostics?.message,
    diagnostics?.logTail,
]
    .filter(Boolean)
    .join(': ');
/** `Install failed: TIMEOUT …`; null where none did. */
const failedEvent = (target) => {
    const failed = target?.lifecycleEvents?.find(({ status }) => status === 'Failed');
    if (!failed)
        return null;
    const said = sayings(failed);
    return `${asWord(failed)}${said ? `: ${said}` : ''}`;
};
/** How far it came, in one line: `CodeDeploy: BeforeInstall succeeded, Install failed, AllowTraffic skipped`. */
const eventLines = (target) => {
    const events = (target?.lifecycleEvents ?? []).filter(({ status }) => status !== 'Pending');
    return events.length > 0 ? [`CodeDeploy: ${events.map(asWord).join(', ')}`] : [];
};


/***/ }),

/***/ 92684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SL: () => (/* binding */ clusterName),
/* harmony export */   SO: () => (/* binding */ withWait),
/* harmony export */   T4: () => (/* binding */ asServing),
/* harmony export */   Yh: () => (/* binding */ bakeMinutesOf),
/* harmony export */   c6: () => (/* binding */ groupNameOf),
/* harmony export */   kN: () => (/* binding */ isCodeDeploys),
/* harmony export */   ms: () => (/* binding */ readyMinutesOf),
/* harmony export */   v$: () => (/* binding */ shapeWanted)
/* harmony export */ });
/* harmony import */ var _rollout_ladder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58846);
/* harmony import */ var _rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16589);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59231);
/* harmony import */ var _routing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21765);




const isCodeDeploys = ({ deploymentController }) => deploymentController?.type === 'CODE_DEPLOY';
const clusterName = _words_js__WEBPACK_IMPORTED_MODULE_2__/* .lastSegment */ .mp;
/** As the environment says, else as the console of ECS names them. */
const groupNameOf = ({ cluster, service, codeDeploy }) => ({
    application: codeDeploy?.application ?? `AppECS-${clusterName(cluster)}-${service}`,
    group: codeDeploy?.group ?? `DgpECS-${clusterName(cluster)}-${service}`,
});
/** How long both versions run once the new one has all traffic. */
const bakeMinutesOf = ({ blueGreenDeploymentConfiguration: times, }) => times?.terminateBlueInstancesOnDeploymentSuccess?.terminationWaitTimeInMinutes ?? 0;
/** How long it waits for somebody before production traffic moves; null where it does not. */
const readyMinutesOf = ({ blueGreenDeploymentConfiguration: times, }) => {
    const { actionOnTimeout, waitTimeInMinutes = 0 } = times?.deploymentReadyOption ?? {};
    return actionOnTimeout === 'STOP_DEPLOYMENT' ? waitTimeInMinutes : null;
};
/** The group's wait, in the words of the environment: what a forecast counts. */
const withWait = (settings, group) => {
    const timeoutMinutes = readyMinutesOf(group);
    const pauses = timeoutMinutes === null ? undefined : [{ at: ['POST_TEST_TRAFFIC_SHIFT'], timeoutMinutes }];
    return { ...settings, pauses };
};
/** What was asked for by name, else the ladder, else what the group is set to; null where nobody knows how that moves traffic. */
const shapeWanted = (settings, group, routing) => {
    const bakeMinutes = settings.bakeMinutes ?? bakeMinutesOf(group);
    const live = routing && (0,_routing_js__WEBPACK_IMPORTED_MODULE_3__/* .shapeOfRouting */ .FL)(routing, bakeMinutes);
    const { strategy = live?.strategy, steps } = settings;
    if (steps && settings.strategy === undefined)
        return (0,_rollout_ladder_js__WEBPACK_IMPORTED_MODULE_0__/* .shapeOfLadder */ .PM)(steps, bakeMinutes);
    if (strategy === undefined)
        return null;
    if (strategy === 'all-at-once')
        return { strategy, bakeMinutes };
    return (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .shapeOf */ .F5)(strategy, { ...settings, bakeMinutes }, live?.strategy === strategy ? live : usual(strategy));
};
/** Where nobody says the numbers: those of a configuration that is there in every account. */
const usual = (strategy) => strategy === 'canary' || strategy === 'linear' ? { strategy, ..._routing_js__WEBPACK_IMPORTED_MODULE_3__/* .USUAL */ .VY[strategy], bakeMinutes: 0 } : null;
const primaryTaskSet = ({ taskSets = [] }) => taskSets.find(({ status }) => status === 'PRIMARY');
/** A service of CodeDeploy's as others tell themselves: what serves is the task definition of its PRIMARY task set. */
const asServing = (service) => {
    const primary = primaryTaskSet(service);
    const taskDefinition = primary?.taskDefinition ?? service.taskDefinition;
    return {
        ...service,
        ...(taskDefinition === undefined ? {} : { taskDefinition }),
        loadBalancers: primary?.loadBalancers ?? service.loadBalancers ?? [],
        ...(primary?.capacityProviderStrategy?.length
            ? { capacityProviderStrategy: primary.capacityProviderStrategy }
            : {}),
    };
};


/***/ }),

/***/ 21765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ routingOf),
/* harmony export */   FL: () => (/* binding */ shapeOfRouting),
/* harmony export */   Hm: () => (/* binding */ sameRouting),
/* harmony export */   KO: () => (/* binding */ routingFor),
/* harmony export */   VY: () => (/* binding */ USUAL),
/* harmony export */   Zg: () => (/* binding */ makeConfig),
/* harmony export */   m3: () => (/* binding */ configFor),
/* harmony export */   md: () => (/* binding */ readyRouting),
/* harmony export */   rX: () => (/* binding */ nearestRouting)
/* harmony export */ });
/* harmony import */ var _rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16589);

const DEFAULT = 'CodeDeployDefault.ECS';
/** Those that AWS has ready in every account; they need not be asked for. */
const READY = new Map([
    [`${DEFAULT}AllAtOnce`, { kind: 'all' }],
    [`${DEFAULT}Canary10Percent5Minutes`, { kind: 'canary', percent: 10, minutes: 5 }],
    [`${DEFAULT}Canary10Percent15Minutes`, { kind: 'canary', percent: 10, minutes: 15 }],
    [`${DEFAULT}Linear10PercentEvery1Minutes`, { kind: 'linear', percent: 10, minutes: 1 }],
    [`${DEFAULT}Linear10PercentEvery3Minutes`, { kind: 'linear', percent: 10, minutes: 3 }],
]);
const readyRouting = (config) => READY.get(config) ?? null;
const sameRouting = (one, other) => one.kind === 'all' || other.kind === 'all'
    ? one.kind === other.kind
    : one.kind === other.kind && one.percent === other.percent && one.minutes === other.minutes;
/** Null for one that moves traffic in a way that is not known here, or no ECS service's traffic. */
const routingOf = ({ trafficRoutingConfig, computePlatform }) => computePlatform === undefined || computePlatform === 'ECS' ? told(trafficRoutingConfig) : null;
const told = ({ type, timeBasedCanary, timeBasedLinear } = {}) => {
    if (type === 'AllAtOnce')
        return { kind: 'all' };
    if (type === 'TimeBasedCanary')
        return {
            kind: 'canary',
            percent: timeBasedCanary?.canaryPercentage ?? 0,
            minutes: timeBasedCanary?.canaryInterval ?? 0,
        };
    if (type === 'TimeBasedLinear')
        return {
            kind: 'linear',
            percent: timeBasedLinear?.linearPercentage ?? 0,
            minutes: timeBasedLinear?.linearInterval ?? 0,
        };
    return null;
};
/** What a shape is there. Null where it has none: rolling, tenths of a percent, no time between two steps. */
const routingFor = (shape) => {
    if ('minimum' in shape)
        return null;
    if (!('tenths' in shape) || shape.tenths === _rollout_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .ALL */ .y2)
        return { kind: 'all' };
    const { strategy: kind, tenths, stepMinutes: minutes } = shape;
    return tenths % 10 === 0 && minutes > 0 ? { kind, percent: tenths / 10, minutes } : null;
};
/** The nearest that it has for a share of traffic. */
const nearestRouting = (shape) => ({
    percent: Math.max(1, Math.round(shape.tenths / 10)),
    minutes: Math.max(1, shape.stepMinutes),
});
const shapeOfRouting = (routing, bakeMinutes) => routing.kind === 'all'
    ? { strategy: 'blue-green', bakeMinutes }
    : {
        strategy: routing.kind,
        tenths: routing.percent * 10,
        stepMinutes: routing.minutes,
        bakeMinutes,
    };
/** By what name a configuration of these numbers is looked for: AWS's own where it has one, else named as AWS names them. */
const configFor = (routing) => {
    for (const [name, ready] of READY)
        if (sameRouting(ready, routing))
            return name;
    if (routing.kind === 'all')
        return `${DEFAULT}AllAtOnce`;
    const { kind, percent, minutes } = routing;
    return kind === 'canary'
        ? `ECSCanary${percent}Percent${minutes}Minutes`
        : `ECSLinear${percent}PercentEvery${minutes}Minutes`;
};
/** The line that makes one. */
const makeConfig = (name, routing) => `aws deploy create-deployment-config --compute-platform ECS --deployment-config-name ${name} --traffic-routing-config '${JSON.stringify(asked(routing))}'`;
const asked = (routing) => {
    if (routing.kind === 'all')
        return { type: 'AllAtOnce' };
    const { kind, percent, minutes } = routing;
    return kind === 'canary'
        ? {
            type: 'TimeBasedCanary',
            timeBasedCanary: { canaryPercentage: percent, canaryInterval: minutes },
        }
        : {
            type: 'TimeBasedLinear',
            timeBasedLinear: { linearPercentage: percent, linearInterval: minutes },
        };
};
/** What is meant by a canary or a linear of which nobody said the numbers: the slower of those that AWS has ready. */
const USUAL = {
    canary: { tenths: 100, stepMinutes: 15 },
    linear: { tenths: 100, stepMinutes: 3 },
};


/***/ }),

/***/ 81174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ taskSetOf),
/* harmony export */   ah: () => (/* binding */ taskDefinitionIn),
/* harmony export */   hh: () => (/* binding */ deploymentSight),
/* harmony export */   t6: () => (/* binding */ serviceSight)
/* harmony export */ });
/* harmony import */ var _environment_ranges_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3440);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22878);


const labelled = (target, label) => target?.taskSetsInfo?.find(({ taskSetLabel }) => taskSetLabel === label);
/** The `N` of `ecs-svc/N`: the task set that a deployment brings, and by which its tasks are known. */
const taskSetOf = (target) => labelled(target, 'Green')?.identifer?.split('/').at(-1) ?? null;
/** The task definition that an AppSpec names, in JSON or in YAML. */
const taskDefinitionIn = ({ appSpecContent, string } = {}) => /TaskDefinition"?\s*:\s*"?'?([^\s"',}]+)/i.exec(appSpecContent?.content ?? string?.content ?? '')?.[1] ??
    null;
/** The house's words for the events of CodeDeploy. */
const STAGES = {
    BeforeInstall: 'PRE_SCALE_UP',
    Install: 'SCALE_UP',
    AfterInstall: 'POST_SCALE_UP',
    AllowTestTraffic: 'TEST_TRAFFIC_SHIFT',
    AfterAllowTestTraffic: 'POST_TEST_TRAFFIC_SHIFT',
    BeforeAllowTraffic: 'PRE_PRODUCTION_TRAFFIC_SHIFT',
    AllowTraffic: 'PRODUCTION_TRAFFIC_SHIFT',
    AfterAllowTraffic: 'POST_PRODUCTION_TRAFFIC_SHIFT',
};
const stageOf = ({ status, instanceTerminationWaitTimeStarted: bakes }, target) => {
    if (status === 'Ready')
        return 'POST_TEST_TRAFFIC_SHIFT';
    if (bakes)
        return 'BAKE_TIME';
    const now = target?.lifecycleEvents?.find((event) => event.status === 'InProgress')?.lifecycleEventName;
    return now === undefined ? null : (STAGES[now] ?? now);
};
/** How long CodeDeploy may take to begin the deployment that rolls one back. Inferred: AWS gives no time. */
const BACK_BEGINS = 60_000;
const deploymentSight = (sighting, now) => {
    const { info, target } = sighting;
    const id = info.deploymentId ?? '';
    const status = statusOf(sighting, now);
    const reason = reasonOf(info, target);
    return {
        arn: id,
        status,
        createdAt: (info.createTime?.getTime() ?? 0),
        target: id,
        sources: [labelled(target, 'Blue')?.identifer].filter((one) => one !== undefined),
        tasks: tasksOf(labelled(target, 'Green')),
        stage: stageOf(info, target),
        traffic: trafficOf(target),
        alarms: [],
        pauses: info.status === 'Ready' ? [PAUSE] : [],
        hooks: [],
        reason,
        rollback: status.startsWith('ROLLBACK_') ? (reason ?? 'CodeDeploy rolls back') : null,
    };
};
/** There is one in each deployment. When it began is not told, and so its end is not known. */
const PAUSE = { hook: 'READY_WAIT', expiresAt: null, otherwise: 'ROLLBACK' };
const UNDER_WAY = {
    Created: 'PENDING',
    Queued: 'PENDING',
    InProgress: 'IN_PROGRESS',
    Baking: 'IN_PROGRESS',
    Ready: 'IN_PROGRESS',
    Succeeded: 'SUCCESSFUL',
};
/** The words of ECS, by which a rollout is judged. A word that is not known is no end. */
const statusOf = (sighting, now) => {
    const { status = '' } = sighting.info;
    return status === 'Failed' || status === 'Stopped' ? wayBack(sighting, now) : (UNDER_WAY[status] ?? status);
};
/**
 * It failed, or was stopped. Another deployment rolls it back, and how that ends is how it ends. Where there is none, it
 * is told by what was seen of the traffic, and not before a rollback may have begun: who stopped it may have asked for one that
 * the deployment itself had not, and one question may be answered later than another.
 */
const wayBack = ({ info, target, back }, now) => {
    if (back?.status === 'Succeeded')
        return 'ROLLBACK_SUCCESSFUL';
    if (back?.status === 'Failed' || back?.status === 'Stopped')
        return 'ROLLBACK_FAILED';
    if (back || info.rollbackInfo?.rollbackDeploymentId)
        return 'ROLLBACK_IN_PROGRESS';
    const settled = info.completeTime !== undefined && now - info.completeTime.getTime() >= BACK_BEGINS;
    if (!settled)
        return 'STOP_REQUESTED';
    return isBack(target) ? 'ROLLBACK_SUCCESSFUL' : 'STOPPED';
};
/** Seen, and not presumed: nothing of the traffic is with the new tasks, and all of it with the old. */
const isBack = (target) => (labelled(target, 'Green')?.trafficWeight ?? 0) === 0 && labelled(target, 'Blue')?.trafficWeight === 100;
const tasksOf = (green) => ({
    requested: green?.desiredCount ?? 0,
    running: green?.runningCount ?? 0,
    pending: green?.pendingCount ?? 0,
    failed: null,
    threshold: null,
});
const trafficOf = (target) => {
    const production = labelled(target, 'Green')?.trafficWeight;
    return production === undefined ? null : { production: (0,_environment_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .tenthsOf */ .GI)(production), test: 0 };
};
const reasonOf = ({ errorInformation: error }, target) => {
    const said = [error?.code, error?.message].filter(Boolean).join(': ');
    return [said, (0,_events_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEvent */ .u)(target)].filter(Boolean).join('. ') || null;
};
/**
 * What serves: named by the deployment `id` where it is that one's, else by its task set. Null where the deployment's own
 * task sets are not told: whether another took its place is then not to be known.
 */
const serviceSight = (service, id, target) => {
    const primary = service.taskSets?.find(({ status }) => status === 'PRIMARY');
    const set = primary?.id?.split('/').at(-1) ?? null;
    const own = taskSetOf(target);
    const isOurs = primary?.externalId === id || (set !== null && set === own);
    return {
        active: service.status === undefined || service.status === 'ACTIVE',
        primary: isOurs ? id : own === null ? null : set,
    };
};


/***/ }),

/***/ 2405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mk: () => (/* binding */ configurationToSend),
  ae: () => (/* binding */ liveShape),
  Ws: () => (/* binding */ wantedConfiguration)
});

// EXTERNAL MODULE: ./.build/environment/ranges.js
var ranges = __webpack_require__(3440);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
;// CONCATENATED MODULE: ./.build/ecs/hooks.js
/** Where the environment names any, all are the environment's; else those of the service stay. */
const hooks = ({ pauses, hooks: lambdas }) => {
    if (!pauses && !lambdas)
        return {};
    return {
        lifecycleHooks: [
            ...(lambdas ?? []).map(({ lambda, role, at, details, ...waiting }) => ({
                targetType: 'AWS_LAMBDA',
                hookTargetArn: lambda,
                roleArn: role,
                lifecycleStages: stages(at),
                ...(details ? { hookDetails: details } : {}),
                ...timeout(waiting),
            })),
            ...(pauses ?? []).map(({ at, ...waiting }) => ({
                targetType: 'PAUSE',
                lifecycleStages: stages(at),
                ...timeout(waiting),
            })),
        ],
    };
};
const stages = (at) => [...at];
const timeout = ({ timeoutMinutes, onTimeout }) => timeoutMinutes === undefined && onTimeout === undefined
    ? {}
    : {
        timeoutConfiguration: {
            ...(timeoutMinutes === undefined ? {} : { timeoutInMinutes: timeoutMinutes }),
            ...(onTimeout === undefined ? {} : { action: onTimeout === 'continue' ? 'CONTINUE' : 'ROLLBACK' }),
        },
    };

;// CONCATENATED MODULE: ./.build/ecs/configuration.js



const STRATEGY = {
    rolling: 'ROLLING',
    'all-at-once': 'ROLLING',
    'blue-green': 'BLUE_GREEN',
    canary: 'CANARY',
    linear: 'LINEAR',
};
/** The shape that a service is set to; null where AWS calls its strategy by a name that is not known here. */
const liveShape = (live) => {
    const bakeMinutes = live.bakeTimeInMinutes ?? 0;
    const { strategy = 'ROLLING', canaryConfiguration: canary, linearConfiguration: linear } = live;
    switch (strategy) {
        case 'ROLLING':
            return liveRolling(live);
        case 'BLUE_GREEN':
            return { strategy: 'blue-green', bakeMinutes };
        case 'CANARY':
            return {
                strategy: 'canary',
                tenths: (0,ranges/* tenthsOf */.GI)(canary?.canaryPercent ?? 5),
                stepMinutes: canary?.canaryBakeTimeInMinutes ?? 10,
                bakeMinutes,
            };
        case 'LINEAR':
            return {
                strategy: 'linear',
                tenths: (0,ranges/* tenthsOf */.GI)(linear?.stepPercent ?? 10),
                stepMinutes: linear?.stepBakeTimeInMinutes ?? 6,
                bakeMinutes,
            };
        default:
            return null;
    }
};
/** With a minimum of 0 ECS may stop everything before anything new runs, whatever it is called. */
const liveRolling = ({ minimumHealthyPercent = 100, maximumPercent = 200, }) => ({
    strategy: minimumHealthyPercent === 0 ? 'all-at-once' : 'rolling',
    minimum: minimumHealthyPercent,
    maximum: maximumPercent,
});
/** What is there, with the shape that is wanted and the other strategies' own settings gone. */
const wantedConfiguration = (live, shape, settings) => {
    const { bakeTimeInMinutes: _bake, canaryConfiguration: _canary, linearConfiguration: _linear, ...kept } = live;
    const strategy = STRATEGY[shape.strategy];
    return {
        ...kept,
        ...(live.strategy === undefined && strategy === 'ROLLING' ? {} : { strategy }),
        ...numbers(live, shape),
        ...(strategy === 'ROLLING' ? forRolling(live, settings) : forShifting(live)),
        ...alarms(settings),
        ...hooks(settings),
    };
};
const numbers = (live, shape) => {
    if ('minimum' in shape)
        return healthyPercents(live, shape.minimum, shape.maximum);
    switch (shape.strategy) {
        case 'blue-green':
        case 'all-at-once':
            return { bakeTimeInMinutes: shape.bakeMinutes };
        case 'canary':
            return {
                bakeTimeInMinutes: shape.bakeMinutes,
                canaryConfiguration: {
                    canaryPercent: shape.tenths / 10,
                    canaryBakeTimeInMinutes: shape.stepMinutes,
                },
            };
        case 'linear':
            return {
                bakeTimeInMinutes: shape.bakeMinutes,
                linearConfiguration: { stepPercent: shape.tenths / 10, stepBakeTimeInMinutes: shape.stepMinutes },
            };
        default:
            return (0,words/* unreachable */.HB)(shape);
    }
};
/** AWS's own 100 and 200 need not be said. */
const healthyPercents = (live, minimum, maximum) => ({
    ...(minimum === (live.minimumHealthyPercent ?? 100) ? {} : { minimumHealthyPercent: minimum }),
    ...(maximum === (live.maximumPercent ?? 200) ? {} : { maximumPercent: maximum }),
});
const forRolling = (live, { circuitBreaker, earlySuccess }) => ({
    deploymentCircuitBreaker: {
        ...live.deploymentCircuitBreaker,
        enable: true,
        rollback: true,
        ...(circuitBreaker ? threshold(circuitBreaker) : {}),
    },
    ...(earlySuccess
        ? {
            earlySuccessCriteria: {
                enable: true,
                healthyPercent: earlySuccess.percent,
                sourceServiceRevisionCleanup: earlySuccess.waitForCleanUp ? 'BLOCKING' : 'DEFERRED',
            },
        }
        : {}),
});
const threshold = ({ tasks, percent, resetOnHealthyTask, }) => ({
    ...(resetOnHealthyTask === undefined ? {} : { resetOnHealthyTask }),
    ...(tasks === undefined ? {} : { thresholdConfiguration: { type: 'COUNT', value: tasks } }),
    ...(percent === undefined ? {} : { thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: percent } }),
});
/** ECS takes these for ROLLING alone, and keeps what a request leaves out: they are switched off by name. */
const forShifting = (live) => ({
    ...(live.deploymentCircuitBreaker?.enable
        ? { deploymentCircuitBreaker: { enable: false, rollback: false } }
        : {}),
    ...(live.earlySuccessCriteria?.enable ? { earlySuccessCriteria: { enable: false } } : {}),
});
const alarms = ({ alarms: set }) => set ? { alarms: { alarmNames: [...set.names], enable: true, rollback: set.rollback } } : {};
/**
 * The configuration to send, or null where it is already there. UpdateService keeps what a request leaves out (AWS
 * tells `bakeTimeInMinutes: 0` also for rolling), so what is gone from the request is no difference.
 */
const configurationToSend = (live, wanted) => (contains(live, wanted) ? null : wanted);
const isTree = (value) => typeof value === 'object' && value !== null;
const contains = (there, wanted) => {
    if (Array.isArray(wanted) && Array.isArray(there) && wanted.length !== there.length)
        return false;
    if (isTree(there) && isTree(wanted))
        return Object.keys(wanted).every((key) => contains(there[key], wanted[key]));
    if (typeof there === 'number' && typeof wanted === 'number')
        return Math.abs(there - wanted) < 1e-6;
    return there === wanted;
};


/***/ }),

/***/ 73099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rU: () => (/* binding */ begins),
  LD: () => (/* binding */ decide),
  kH: () => (/* binding */ effectiveConfiguration),
  H5: () => (/* binding */ updateRequest)
});

// UNUSED EXPORTS: planned

// EXTERNAL MODULE: ./.build/rollout/forecast.js
var forecast = __webpack_require__(53211);
// EXTERNAL MODULE: ./.build/rollout/ladder.js
var ladder = __webpack_require__(58846);
// EXTERNAL MODULE: ./.build/rollout/shape.js
var shape = __webpack_require__(16589);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/ecs/codedeploy/group.js
var codedeploy_group = __webpack_require__(92684);
;// CONCATENATED MODULE: ./.build/ecs/codedeploy/plan.js


const planFor = (service, { name, group, shape, config }, settings) => {
    const [balancer] = service.loadBalancers ?? [];
    const { platformVersion, capacityProviderStrategy } = service;
    const plan = {
        name,
        config,
        container: { name: balancer?.containerName ?? '', port: balancer?.containerPort ?? 0 },
        rollback: rollbackOf(group, settings),
        alarms: alarmsOf(group, settings),
        hooks: hooksOf(settings),
        kept: {
            ...(platformVersion === undefined || platformVersion === 'LATEST' ? {} : { platformVersion }),
            ...(capacityProviderStrategy?.length ? { capacityProviderStrategy } : {}),
        },
    };
    const expected = (0,forecast/* forecast */.g3)(shape, (0,codedeploy_group/* withWait */.SO)(settings, group), service.desiredCount ?? 0);
    return { expected, plan, warned: cautions(service, group, plan) };
};
const hooksOf = ({ codeDeploy }) => Object.fromEntries(Object.entries(codeDeploy?.hooks ?? {}).flatMap(([event, lambda]) => (lambda ? [[event, lambda]] : [])));
/** As rolling always has its circuit breaker: what fails goes back, whatever the group says. */
const rollbackOf = ({ autoRollbackConfiguration: set }, { alarms }) => {
    const known = set?.enabled ? (set.events ?? []) : [];
    const others = alarms ? known.filter((event) => event !== 'DEPLOYMENT_STOP_ON_ALARM') : known;
    const events = [
        'DEPLOYMENT_FAILURE',
        ...(alarms?.rollback ? ['DEPLOYMENT_STOP_ON_ALARM'] : []),
        ...others,
    ];
    return { enabled: true, events: [...new Set(events)].sort() };
};
const alarmsOf = ({ alarmConfiguration }, { alarms }) => alarms
    ? {
        enabled: true,
        ignorePollAlarmFailure: alarmConfiguration?.ignorePollAlarmFailure ?? false,
        alarms: alarms.names.map((name) => ({ name })),
    }
    : null;
/** The alarms that such a deployment goes by. */
const alarmNames = ({ alarms }, { group }) => {
    const { enabled, alarms: set = [] } = alarms ?? group.alarmConfiguration ?? {};
    return enabled ? set.flatMap(({ name }) => name ?? []) : [];
};
const cautions = ({ desiredCount }, group, { hooks }) => {
    const minutes = (0,codedeploy_group/* readyMinutesOf */.ms)(group);
    return [
        ...(desiredCount === 0 ? ['its desired count is 0: nothing will run, and nothing can fail'] : []),
        ...(minutes === null
            ? []
            : [`its deployment group waits ${minutes} min for stagger continue, and stops what nobody continues`]),
        ...(Object.keys(hooks).length > 0
            ? ['a hook that never answers CodeDeploy is waited for up to an hour']
            : []),
    ];
};
/** What CodeDeploy needs of the service itself. */
const serviceRefusals = ({ serviceName, loadBalancers = [] }) => loadBalancers[0]?.containerName
    ? []
    : [
        {
            code: 'no-load-balancer',
            fault: 'caller',
            problem: `service ${serviceName} has no load balancer that CodeDeploy could move the traffic of`,
            why: 'A deployment names the container and the port to which its target group sends requests.',
            fix: 'Give it one in your infrastructure code, or the deployment controller ECS.',
        },
    ];
/** A group has one deployment at a time, and another would be refused. */
const underWay = ({ name }, service, { id, goesBack }) => ({
    code: 'deployment-under-way',
    fault: 'caller',
    problem: goesBack
        ? `CodeDeploy still rolls ${service} back: ${id}`
        : `another deployment of ${service} is under way: ${id}`,
    why: `A deployment group has one at a time, and ${name.group} would refuse a second; CodeDeploy does not replace the first.`,
    fix: goesBack
        ? `Wait for it: aws deploy wait deployment-successful --deployment-id ${id}. Then run this again.`
        : `Wait for it: stagger deploy ${service} --environment ENV --resume ${id}. Or have it rolled back: stagger stop ${service} --environment ENV. Then deploy again.`,
});

// EXTERNAL MODULE: ./.build/ecs/configuration.js + 1 modules
var configuration = __webpack_require__(2405);
// EXTERNAL MODULE: ./.build/ecs/shifting.js
var shifting = __webpack_require__(28950);
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
    return refusal('deployment-controller', `service ${serviceName} has the deployment controller ${type}`, 'This version deploys to services whose controller is ECS or CODE_DEPLOY, and would be refused by AWS here.', 'Change deployment_controller of the service to ECS in your infrastructure code (UpdateService can do it since 2025).');
};
const express = ({ resourceManagementType, serviceName }) => resourceManagementType === 'ECS'
    ? refusal('express-service', `service ${serviceName} is an Express service`, 'ECS itself manages its deployments; they take no configuration.', 'Deploy it with aws ecs update-express-gateway-service, or make it an ordinary service.')
    : [];
/** Infrastructure code may be ahead of this version. */
const unknownStrategy = ({ deploymentConfiguration, serviceName }) => refusal('other-strategy', `service ${serviceName} is set to the strategy ${deploymentConfiguration?.strategy}`, 'This version does not know it, and the environment names no other.', 'Write strategy: in the environment, or name one with --strategy.');
/** Per cent of few tasks: of one task, 150% is one, and nothing can start before it stops. */
const stuck = ({ serviceName }, { shape, capacity }) => {
    if (!('minimum' in shape))
        return [];
    // AWS refuses 100 and 100 whatever is wanted; with nothing wanted all else has room.
    const never = shape.minimum === 100 && shape.maximum === 100;
    if (!never && (capacity.desired === 0 || capacity.most > capacity.least))
        return [];
    const { desired, least, most } = capacity;
    return refusal('no-room-to-roll', `service ${serviceName} cannot replace a task`, `Of ${desired} ${desired === 1 ? 'task' : 'tasks'}, ${least} must stay healthy (minimumHealthyPercent ${shape.minimum}) and ${most} may run (maximumPercent ${shape.maximum}): no task may stop, and none may start.`, 'Set maximumPercent so high that a task more may run, e.g. 200, or minimumHealthyPercent so low that one may stop.');
};
const CHECKS = [inactive, controlledByOthers, express];
/** Who is not ECS's to deploy; nothing else is worth a look then. */
const foreign = (service) => CHECKS.flatMap((check) => check(service));
/** Everything that would fail, or do other than what is meant; all at once, and before anything is changed. */
const refusals = (service, forecast) => [
    ...stuck(service, forecast),
    ...(0,shifting/* shiftRefusals */.KD)(service, forecast),
];
const MANY_UNFINISHED = 4;
/** What may surprise, but does not stop. */
const preflight_cautions = (service, forecast, configuration) => {
    const unfinished = (service.deployments ?? []).filter(({ rolloutState }) => rolloutState === 'IN_PROGRESS');
    const many = unfinished.length;
    const never = (service.deployments ?? []).every(({ rolloutState }) => rolloutState !== 'COMPLETED');
    return [
        ...(forecast.shape.strategy === 'all-at-once'
            ? [
                'all-at-once may stop every task before a new one serves: requests fail meanwhile, and on the way back',
            ]
            : []),
        ...(service.desiredCount === 0 ? ['its desired count is 0: nothing will run, and nothing can fail'] : []),
        ...(many > 0 ? ['a deployment of it is not over yet; a new one takes its place'] : []),
        ...(many >= MANY_UNFINISHED ? [`${many} deployments of it are not over; ECS may refuse another`] : []),
        ...(never && many > 0 ? ['it has no completed deployment: ECS would have nothing to roll back to'] : []),
        ...(0,shifting/* shiftCautions */.$n)(service, forecast, configuration.alarms?.enable === true),
    ];
};

// EXTERNAL MODULE: ./.build/ecs/sight.js
var sight = __webpack_require__(8117);
// EXTERNAL MODULE: ./.build/ecs/task-definition.js
var task_definition = __webpack_require__(6917);
;// CONCATENATED MODULE: ./.build/ecs/decide.js









/** Does a deployment begin with it? */
const begins = ({ kind }) => kind === 'register' || kind === 'again';
const decide = (live, wanted, settings) => {
    const { service, taskDefinition, tags, codeDeploy } = live;
    if (codeDeploy)
        return decideThere(live, codeDeploy, wanted, settings);
    const { configuration, expected, warned } = planned(service, settings);
    const changes = (0,task_definition/* differences */.t)(taskDefinition, tags, wanted);
    const common = { configuration, forecast: expected };
    if (changes.length === 0)
        return { ...common, ...alreadyThere(service), cautions: [] };
    return { ...common, kind: 'register', input: wanted, differences: changes, cautions: warned };
};
/** The same where CodeDeploy deploys: nothing is updated, and what is under way is not replaced. */
const decideThere = ({ service, taskDefinition, tags }, group, wanted, settings) => {
    refuse([
        ...foreign(service).filter(({ code }) => code !== 'deployment-controller'),
        ...serviceRefusals(service),
    ]);
    const { expected: forecast, plan, warned } = planFor(service, group, settings);
    const common = { configuration: null, forecast, codeDeploy: plan };
    const { active } = group;
    if (active) {
        const same = active.taskDefinition && (0,task_definition/* differences */.t)(active.taskDefinition, active.tags, wanted).length === 0;
        if (!same)
            throw new words/* StaggerError */.IY(underWay(group, service.serviceName ?? '', active));
        return { ...common, kind: 'join', revision: active.id, cautions: [] };
    }
    const changes = (0,task_definition/* differences */.t)(taskDefinition, tags, wanted);
    if (changes.length === 0)
        return { ...common, kind: 'unchanged', cautions: [] };
    return { ...common, kind: 'register', input: wanted, differences: changes, cautions: warned };
};
/** How the service's traffic will move; throws what keeps it from that. */
const planned = (service, settings) => {
    refuse(foreign(service));
    const live = service.deploymentConfiguration ?? {};
    const shape = selected(service, settings);
    const expected = (0,forecast/* forecast */.g3)(shape, settings, service.desiredCount ?? 0);
    refuse(refusals(service, expected));
    const wanted = (0,configuration/* wantedConfiguration */.Ws)(live, shape, settings);
    const warned = preflight_cautions(service, expected, wanted);
    return { configuration: (0,configuration/* configurationToSend */.Mk)(live, wanted), expected, warned };
};
const refuse = ([first, ...rest]) => {
    if (first)
        throw new words/* StaggerError */.IY(first, ...rest);
};
/** What was asked for by name, else the ladder, else what the service is set to. */
const selected = (service, settings) => {
    const live = (0,configuration/* liveShape */.ae)(service.deploymentConfiguration ?? {});
    const { strategy = live?.strategy, steps, bakeMinutes = 0 } = settings;
    if (steps && settings.strategy === undefined)
        return (0,ladder/* shapeOfLadder */.PM)(steps, bakeMinutes);
    if (strategy === undefined)
        throw new words/* StaggerError */.IY(...unknownStrategy(service));
    return (0,shape/* shapeOf */.F5)(strategy, settings, live);
};
const alreadyThere = (service) => {
    const primary = (0,sight/* primaryOf */.Os)(service);
    const revision = (0,sight/* revisionOf */.DT)(primary?.id);
    if (primary?.rolloutState === 'FAILED')
        return { kind: 'again' };
    if (primary?.rolloutState === 'IN_PROGRESS' && revision !== null)
        return { kind: 'join', revision };
    return { kind: 'unchanged' };
};
/** What such a deployment will go by, of what is there and of what is sent. */
const effectiveConfiguration = ({ service, codeDeploy }, { configuration, codeDeploy: plan }) => {
    if (!codeDeploy || !plan)
        return { ...service.deploymentConfiguration, ...configuration };
    const names = alarmNames(plan, codeDeploy);
    return { alarms: { enable: names.length > 0, rollback: true, alarmNames: [...names] } };
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


/***/ }),

/***/ 13429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ definitionChecks)
/* harmony export */ });
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18192);
/* harmony import */ var _sight_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8117);


/** What a task definition must have for this service, before it is registered. */
const definitionChecks = (service, input) => [
    ...containerChecks(service, input),
    ...portNameChecks(service, input),
    ...networkChecks(service, input),
    ...roleChecks(input),
];
const containerChecks = ({ loadBalancers = [] }, { containerDefinitions = [], family }) => loadBalancers.map(({ containerName, containerPort }) => {
    const container = containerDefinitions.find(({ name }) => name === containerName);
    const ports = (container?.portMappings ?? []).map((mapping) => mapping.containerPort);
    if (container && ports.includes(containerPort))
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`container ${containerName} has the port ${containerPort} of the load balancer`);
    const names = containerDefinitions.map(({ name }) => name).join(', ');
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)('no-such-container', `the load balancer sends to port ${containerPort} of container ${containerName}, which ${family} does not have`, container ? `Its ports: ${ports.join(', ') || 'none'}.` : `Its containers: ${names || 'none'}.`, 'Correct the template, or the load balancer of the service in your infrastructure code.');
});
/** Service Connect finds a port by its name, and ECS refuses an update to a task definition that lacks it. */
const portNameChecks = (service, { containerDefinitions = [], family }) => {
    const { enabled = false, services = [] } = (0,_sight_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryOf */ .Os)(service)?.serviceConnectConfiguration ?? {};
    const names = containerDefinitions.flatMap(({ portMappings = [] }) => portMappings.flatMap(({ name }) => name ?? []));
    return (enabled ? services : []).map(({ portName }) => {
        if (portName !== undefined && names.includes(portName))
            return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`Service Connect finds the port ${portName}`);
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)('no-such-port-name', `Service Connect sends to the port ${portName}, which ${family} does not name`, `Its named ports: ${names.join(', ') || 'none'}.`, 'Name the port in the portMappings of the template, or correct the Service Connect configuration of the service in your infrastructure code.');
    });
};
/** ECS takes a network configuration for awsvpc, and for nothing else, and tells it only once all is registered. */
const networkChecks = ({ networkConfiguration }, { networkMode = 'bridge', family }) => {
    const configured = networkConfiguration?.awsvpcConfiguration !== undefined;
    if (configured === (networkMode === 'awsvpc'))
        return [];
    return [
        (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)('network-mode', `${family} has the network mode ${networkMode}, and the service has ${configured ? 'a' : 'no'} network configuration`, configured ? 'ECS takes one for awsvpc alone.' : 'For awsvpc ECS needs one.', 'Correct networkMode in the template, or the service in your infrastructure code.'),
    ];
};
const needsExecutionRole = ({ containerDefinitions = [], }) => {
    if (containerDefinitions.some(({ secrets = [] }) => secrets.length > 0))
        return 'secrets';
    const logs = containerDefinitions.some(({ logConfiguration }) => logConfiguration?.logDriver === 'awslogs');
    return logs ? 'logs' : null;
};
const roleChecks = (input) => {
    const onFargate = input.requiresCompatibilities?.includes('FARGATE') === true;
    const needed = onFargate ? needsExecutionRole(input) : null;
    if (needed === null)
        return [];
    if (input.executionRoleArn)
        return [(0,_check_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`execution role ${input.executionRoleArn}`)];
    return [(0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .caution */ .uL)(`${input.family} has no executionRoleArn: on Fargate its ${needed} need one`)];
};


/***/ }),

/***/ 40821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ taskReport),
/* harmony export */   Ox: () => (/* binding */ failedTasks),
/* harmony export */   S5: () => (/* binding */ eventsSince),
/* harmony export */   TH: () => (/* binding */ idOf),
/* harmony export */   Xm: () => (/* binding */ targetReports),
/* harmony export */   m1: () => (/* binding */ othersServing),
/* harmony export */   xy: () => (/* binding */ logSources)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);
/* harmony import */ var _traffic_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96507);


const MOST_TARGETS = 5;
/** Those that are not healthy and not just leaving. */
const targetReports = (group, targets) => targets
    .filter(({ TargetHealth }) => !['healthy', 'draining', 'unused'].includes(TargetHealth?.State ?? ''))
    .slice(0, MOST_TARGETS)
    .map(({ Target, TargetHealth }) => ({
    group: (0,_traffic_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOfGroup */ .I8)(group),
    target: [Target?.Id, Target?.Port].filter((part) => part !== undefined).join(':'),
    state: TargetHealth?.State ?? 'unknown',
    reason: TargetHealth?.Reason ?? null,
    description: TargetHealth?.Description ?? null,
}));
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
const othersServing = ({ deployments = [], taskSets = [] }, revision) => [...deployments, ...taskSets]
    .filter(({ id }) => id !== `ecs-svc/${revision}`)
    .reduce((sum, { runningCount = 0 }) => sum + runningCount, 0);
const idOf = ({ taskArn = '' }) => (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .lastSegment */ .mp)(taskArn);
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


/***/ }),

/***/ 67883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isPassing)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);

const PASSING = ['throttled', 'unreachable', 'aws-failed'];
/** May the same question have an answer a moment later? */
const isPassing = (error) => error instanceof _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY && error.problems.every(({ code }) => PASSING.includes(code));


/***/ }),

/***/ 28950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $n: () => (/* binding */ shiftCautions),
/* harmony export */   KD: () => (/* binding */ shiftRefusals),
/* harmony export */   L9: () => (/* binding */ isShifting)
/* harmony export */ });
const refusal = (code, problem, why, fix) => ({
    code,
    fault: 'caller',
    problem,
    why,
    fix,
});
const ALB_RULE = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:listener-rule\/app\//;
const NLB_LISTENER = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:listener\/net\//;
const isShifting = ({ shape }) => !('minimum' in shape);
/** What keeps ECS from moving the traffic of this service by itself; nothing is asked but the service. */
const shiftRefusals = (service, forecast) => {
    if (!isShifting(forecast))
        return [];
    const { strategy } = forecast.shape;
    const name = service.serviceName;
    const daemon = service.schedulingStrategy === 'DAEMON'
        ? [
            refusal('daemon', `service ${name} is a DAEMON, and ${strategy} runs two versions side by side`, 'A DAEMON has one task on each machine.', 'Use strategy: rolling for it.'),
        ]
        : [];
    return [
        ...daemon,
        ...(service.loadBalancers ?? []).flatMap((one, at) => balancerRefusals(service, one, at, strategy)),
    ];
};
const balancerRefusals = ({ serviceName }, balancer, at, strategy) => {
    const wrong = missing(balancer) ?? conflicting(balancer);
    if (wrong === null)
        return [];
    return [
        refusal('not-made-for-shifting', `${strategy} cannot move the traffic of service ${serviceName}`, `loadBalancers[${at}]${wrong}.`, 'Set advanced_configuration of its load balancer in your infrastructure code: the alternate target group, the production rule (a listener for an NLB), and a role with AmazonECSInfrastructureRolePolicyForLoadBalancers. Or use strategy: rolling.'),
    ];
};
const missing = ({ advancedConfiguration: advanced, loadBalancerName }) => {
    if (loadBalancerName)
        return ' is a Classic Load Balancer, which has no target groups';
    if (!advanced)
        return ' has no advancedConfiguration';
    const needed = ['alternateTargetGroupArn', 'productionListenerRule', 'roleArn'];
    const lacking = needed.filter((field) => !advanced[field]);
    return lacking.length > 0 ? `.advancedConfiguration has no ${lacking.join(', ')}` : null;
};
const conflicting = ({ advancedConfiguration: advanced = {}, targetGroupArn, }) => {
    const { alternateTargetGroupArn, productionListenerRule: production, testListenerRule: test } = advanced;
    if (alternateTargetGroupArn === targetGroupArn)
        return ' names one target group twice';
    if (test !== undefined && test === production)
        return ' has one rule for production and for tests';
    const odd = [production, test].find((arn) => arn !== undefined && !ALB_RULE.test(arn) && !NLB_LISTENER.test(arn));
    return odd === undefined
        ? null
        : ` has ${odd}, which is neither the rule of an ALB nor the listener of an NLB`;
};
const isNlb = ({ loadBalancers = [] }) => loadBalancers.some(({ advancedConfiguration }) => NLB_LISTENER.test(advancedConfiguration?.productionListenerRule ?? ''));
const hasServiceConnect = ({ deployments = [] }) => deployments.some(({ serviceConnectConfiguration }) => serviceConnectConfiguration?.enabled === true);
/** What AWS does not say clearly, or what takes longer than one thinks. */
const shiftCautions = (service, forecast, alarms) => {
    if (!isShifting(forecast))
        return [];
    const { strategy } = forecast.shape;
    const none = (service.loadBalancers ?? []).length === 0 && !hasServiceConnect(service);
    const unsaid = strategy === 'blue-green'
        ? 'no traffic is moved: both versions only run'
        : `AWS does not say that ${strategy} works then`;
    return [
        ...(none ? [`it has no load balancer and no Service Connect: ${unsaid}`] : []),
        ...(isNlb(service) && strategy !== 'blue-green'
            ? ['its load balancer is an NLB: ECS takes about 10 minutes more for each shift']
            : []),
        ...(alarms ? [`AWS's pages disagree on whether alarms work with ${strategy}`] : []),
    ];
};


/***/ }),

/***/ 8117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ revisionOf),
/* harmony export */   Os: () => (/* binding */ primaryOf),
/* harmony export */   hh: () => (/* binding */ deploymentSight),
/* harmony export */   ll: () => (/* binding */ newestFirst),
/* harmony export */   o$: () => (/* binding */ imagesIn),
/* harmony export */   s: () => (/* binding */ digestIn),
/* harmony export */   t6: () => (/* binding */ serviceSight),
/* harmony export */   zC: () => (/* binding */ images)
/* harmony export */ });
/* harmony import */ var _environment_ranges_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3440);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);


const PRIMARY_ID = /^ecs-svc\/(\d+)$/;
const primaryOf = (service) => service.deployments?.find(({ status }) => status === 'PRIMARY');
/** The `N` of `ecs-svc/N`, by which a deployment, its service revision and its tasks are one and the same. */
const revisionOf = (id) => PRIMARY_ID.exec(id ?? '')?.[1] ?? null;
const serviceSight = (service) => ({
    active: service.status === undefined || service.status === 'ACTIVE',
    primary: revisionOf(primaryOf(service)?.id),
});
const deploymentSight = (deployment) => {
    const { targetServiceRevision: target, rollback } = deployment;
    return {
        arn: deployment.serviceDeploymentArn ?? '',
        status: deployment.status ?? '',
        createdAt: (deployment.createdAt?.getTime() ?? 0),
        target: target?.arn ?? null,
        sources: (deployment.sourceServiceRevisions ?? []).flatMap(({ arn }) => arn ?? []),
        tasks: tasksOf(deployment),
        stage: deployment.lifecycleStage ?? null,
        traffic: trafficOf(target),
        alarms: deployment.alarms?.triggeredAlarmNames ?? [],
        pauses: (deployment.lifecycleHookDetails ?? []).flatMap(pauseOf),
        hooks: (deployment.lifecycleHookDetails ?? []).flatMap(functionOf),
        reason: deployment.statusReason ?? null,
        rollback: rollback ? (rollback.reason ?? deployment.statusReason ?? 'ECS rolls back') : null,
    };
};
const tasksOf = ({ targetServiceRevision: target, deploymentCircuitBreaker: breaker, }) => ({
    requested: target?.requestedTaskCount ?? 0,
    running: target?.runningTaskCount ?? 0,
    pending: target?.pendingTaskCount ?? 0,
    failed: breaker?.failureCount ?? null,
    threshold: breaker?.threshold ?? null,
});
const trafficOf = (target) => {
    const production = target?.requestedProductionTrafficWeight;
    if (production === undefined)
        return null;
    return { production: (0,_environment_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .tenthsOf */ .GI)(production), test: (0,_environment_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .tenthsOf */ .GI)(target?.requestedTestTrafficWeight ?? 0) };
};
const pauseOf = (detail) => {
    const { hookId, status, expiresAt, timeoutAction } = detail;
    if (status !== 'AWAITING_ACTION' || hookId === undefined)
        return [];
    const otherwise = timeoutAction === 'CONTINUE' ? 'CONTINUE' : 'ROLLBACK';
    return [{ hook: hookId, expiresAt: (expiresAt?.getTime() ?? null), otherwise }];
};
const functionOf = ({ targetType, targetArn, status }) => targetType === 'AWS_LAMBDA' && status === 'IN_PROGRESS' && targetArn !== undefined
    ? [/:function:(.+)$/.exec(targetArn)?.[1] ?? targetArn]
    : [];
/** The newest first: AWS says nothing of the order in which it lists them. */
const newestFirst = (deployments) => [...deployments].sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0));
/** The images that a task definition names. */
const imagesIn = ({ containerDefinitions = [] }) => containerDefinitions.flatMap(({ image }) => image ?? []);
/** The first digest by which one of them is named. */
const digestIn = (names) => names.map((name) => name.slice(name.lastIndexOf('@') + 1)).find(_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc) ?? null;
/** Every name under which the revisions' images are known, digests among them. */
const images = (revisions) => revisions.flatMap(({ containerImages = [] }) => containerImages.flatMap(({ image, imageDigest }) => [image, imageDigest].filter((one) => one !== undefined)));


/***/ }),

/***/ 6917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var _environment_task_definition_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77183);

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
        if (!_environment_task_definition_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .RETURNED_ONLY */ .N.includes(key))
            collect(value, key, found, definition);
    }
    return found;
};
const isTree = (value) => typeof value === 'object' && value !== null;
const collect = (value, path, found, root) => {
    if (value === undefined || value === null || isDefault(path, value, root))
        return;
    if (!isTree(value))
        found.set(path, String(value));
    else if (!Array.isArray(value))
        for (const key of Object.keys(value))
            collect(value[key], `${path}.${key}`, found, root);
    else if (value.some(isTree))
        for (const [at, item] of value.entries())
            collect(item, `${path}[${label(item, at)}]`, found, root);
    else if (value.length > 0)
        found.set(path, JSON.stringify(isSet(path) ? [...value].sort() : value));
};
/** The order of named things means nothing to ECS, and it returns them in another. */
const label = (item, at) => {
    if (!isTree(item))
        return String(at);
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


/***/ }),

/***/ 96507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Di: () => (/* binding */ trafficChecks),
/* harmony export */   I8: () => (/* binding */ nameOfGroup),
/* harmony export */   nb: () => (/* binding */ weightsIn)
/* harmony export */ });
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18192);

const nameOfGroup = (arn) => /targetgroup\/([^/]+)/.exec(arn)?.[1] ?? arn;
/** What must be so for ECS to move traffic; live, since infrastructure code may have changed it since. */
const trafficChecks = (service, facts, { shifting, stickiness }) => (service.loadBalancers ?? []).flatMap((balancer) => [
    ...groupChecks(service, balancer, facts),
    ...(shifting ? ruleChecks(balancer, facts) : []),
    ...(stickiness === undefined ? [] : stickinessChecks(balancer, facts, stickiness)),
    ...healthChecks(service, balancer, facts),
]);
const groupsOf = ({ targetGroupArn, advancedConfiguration }) => [targetGroupArn, advancedConfiguration?.alternateTargetGroupArn].filter((arn) => arn !== undefined);
/** A task of the network mode awsvpc has an address of its own, and is registered by it. */
const groupChecks = ({ networkConfiguration }, balancer, { groups }) => groupsOf(balancer).flatMap((arn) => {
    const group = groups.find(({ TargetGroupArn }) => TargetGroupArn === arn);
    if (!group)
        return [];
    const wanted = networkConfiguration?.awsvpcConfiguration ? 'ip' : 'instance';
    if (group.TargetType === wanted)
        return [(0,_check_js__WEBPACK_IMPORTED_MODULE_0__.ok)(`target group ${nameOfGroup(arn)} takes targets by ${wanted}`)];
    return [
        (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('target-type', `target group ${nameOfGroup(arn)} takes targets by ${group.TargetType}`, `The service's tasks are registered by ${wanted}, by their network mode.`, `Make a target group of the target type ${wanted} in your infrastructure code.`),
    ];
});
const weightsIn = (actions) => new Map(actions.flatMap(({ TargetGroupArn, ForwardConfig }) => {
    const tuples = ForwardConfig?.TargetGroups ?? (TargetGroupArn ? [{ TargetGroupArn, Weight: 1 }] : []);
    return tuples.map(({ TargetGroupArn: arn = '', Weight = 1 }) => [arn, Weight]);
}));
const rulesOf = ({ advancedConfiguration: advanced }) => [advanced?.productionListenerRule, advanced?.testListenerRule].filter((arn) => arn !== undefined);
const short = (arn) => arn.split(':').at(-1) ?? arn;
const ruleChecks = (balancer, facts) => rulesOf(balancer).flatMap((arn, at) => {
    const actions = facts.forwardings.get(arn);
    if (!actions)
        return [];
    const serving = at === 0 ? facts.serving : [];
    return ruleCheck(balancer, arn, weightsIn(actions), { serving, settled: facts.settled });
});
const ruleCheck = (balancer, arn, weights, { serving, settled }) => {
    const groups = groupsOf(balancer);
    const lacking = groups.filter((group) => !weights.has(group));
    if (lacking.length > 0)
        return [withoutGroup(arn, lacking)];
    const live = groups.filter((group) => (weights.get(group) ?? 0) > 0);
    const told = groups.map((group) => `${nameOfGroup(group)} ${weights.get(group)}`).join(', ');
    if (!settled)
        return [(0,_check_js__WEBPACK_IMPORTED_MODULE_0__.ok)(`${short(arn)} forwards to ${told}, with a deployment under way`)];
    if (live.length !== 1)
        return [notOneLive(arn, told)];
    const known = groups.find((group) => serving.includes(group));
    if (known !== undefined && live[0] !== known)
        return [otherLive(arn, told, known)];
    return [(0,_check_js__WEBPACK_IMPORTED_MODULE_0__.ok)(`${short(arn)} forwards to ${told}`)];
};
const withoutGroup = (arn, lacking) => (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('group-not-on-rule', `${short(arn)} does not forward to the target group ${lacking.map(nameOfGroup).join(', ')}`, 'ECS would roll back: both target groups must be on the rule, one with the weight 0.', 'Put both target groups on the rule in your infrastructure code, with the weights 1 and 0, and let it ignore the weights afterwards.');
const notOneLive = (arn, told) => (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('weights-not-settled', `${short(arn)} forwards to ${told}`, 'Before a deployment one target group has all of the traffic; these weights are of one that is not over, or somebody moved them by hand.', 'Wait for the deployment that is under way, or set the weights so that the live group has all.');
const otherLive = (arn, told, known) => (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('other-group-live', `${short(arn)} forwards to ${told}, and the service's tasks are in ${nameOfGroup(known)}`, 'The traffic goes where no task of the serving revision is: infrastructure code that resets the weights does that.', 'Set the weights back, and let your infrastructure code ignore them: ECS moves them at each deployment.');
const stickinessChecks = (balancer, { forwardings }, wanted) => rulesOf(balancer)
    .slice(0, 1)
    .flatMap((arn) => {
    const actions = forwardings.get(arn);
    if (!actions)
        return [];
    const is = actions.some(({ ForwardConfig }) => ForwardConfig?.TargetGroupStickinessConfig?.Enabled === true);
    if (is === wanted)
        return [(0,_check_js__WEBPACK_IMPORTED_MODULE_0__.ok)(`${short(arn)} is ${is ? '' : 'not '}sticky`)];
    return [
        (0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)('stickiness', `${short(arn)} is ${is ? '' : 'not '}sticky`, `The environment says stickiness: ${wanted}: ${wanted ? 'a user must stay on one version' : 'every request must be shared out'}.`, 'Change the stickiness of the rule in your infrastructure code, or the setting in stagger.yml.'),
    ];
});
const healthChecks = ({ desiredCount = 0 }, balancer, { health, serving }) => {
    const groups = groupsOf(balancer);
    const live = groups.find((group) => serving.includes(group)) ?? balancer.targetGroupArn;
    const targets = live === undefined ? undefined : health.get(live);
    if (live === undefined || targets === undefined || desiredCount === 0)
        return [];
    const healthy = targets.filter(({ TargetHealth }) => TargetHealth?.State === 'healthy').length;
    const told = `${healthy} of ${targets.length} targets in ${nameOfGroup(live)} are healthy`;
    if (healthy > 0)
        return [(0,_check_js__WEBPACK_IMPORTED_MODULE_0__.ok)(told)];
    return [(0,_check_js__WEBPACK_IMPORTED_MODULE_0__/* .caution */ .uL)(`${told}: there is nothing healthy to go back to`)];
};


/***/ }),

/***/ 97554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ namedServices),
/* harmony export */   Z: () => (/* binding */ selectServices)
/* harmony export */ });
/* harmony import */ var _catalog_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68472);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);


/** Those asked for by name, whether they changed or not; else those whose image or tests are not good yet. */
const selectServices = ({ services }, names) => {
    if (names.length > 0)
        return namedServices(services, names);
    return services.filter(({ needs }) => needs.includes('build') || needs.includes('test'));
};
/** All unknown names are told at once. */
const namedServices = (services, names) => {
    const valid = services.map(({ service }) => service.name);
    const unknown = names.filter((name) => !valid.includes(name));
    const problems = unknown.map((name) => (0,_catalog_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U)('service', name, valid));
    if (problems.length > 0)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY(...problems);
    return services.filter(({ service }) => names.includes(service.name));
};


/***/ }),

/***/ 76115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SK: () => (/* binding */ isRehearsal),
  A6: () => (/* binding */ targetsIn),
  cO: () => (/* binding */ worldOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/commands/configuration.js + 1 modules
var commands_configuration = __webpack_require__(63861);
// EXTERNAL MODULE: ./.build/commands/deployment/choose.js
var choose = __webpack_require__(87196);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
;// CONCATENATED MODULE: ./.build/commands/deployment/newer.js

/**
 * A run that began before another and ends after it would put the older image back without anybody having asked. Going
 * back is asked for by name: `rollback`, or a version.
 */
const refuseOlder = async (git, environment, { head, targets, ledger, }) => {
    const deployed = await ledger.deployments(environment);
    const problems = [];
    const services = new Map(targets.map(({ service, digest }) => [service, digest]));
    for (const [service, digest] of services) {
        const entry = deployed.get(service);
        if (entry && entry.digest !== digest && (await isBefore(git, head, entry.commit)))
            problems.push(older(service, environment, head, entry.commit));
    }
    const [first, ...rest] = problems;
    if (first)
        throw new words/* StaggerError */.IY(first, ...rest);
};
/** Where the histories cannot be compared, nobody knows better than who deploys. */
const isBefore = async (git, head, other) => {
    if (head === other)
        return false;
    const bases = await git.mergeBases(head, other).catch((error) => {
        if (error instanceof words/* StaggerError */.IY)
            return [];
        throw error;
    });
    return bases.includes(head);
};
const older = (service, environment, head, there) => ({
    code: 'older-than-deployed',
    fault: 'caller',
    problem: `${environment} runs ${service} of a newer commit than ${head.slice(0, 7)}`,
    why: `It was deployed from ${there.slice(0, 7)}, which comes after ${head.slice(0, 7)}: this run may have been overtaken.`,
    fix: `To go back on purpose: stagger rollback ${service} --environment ${environment}, or deploy --version VERSION.`,
});

// EXTERNAL MODULE: ./.build/commands/ledger.js
var commands_ledger = __webpack_require__(99324);
// EXTERNAL MODULE: ./.build/image/names.js
var names = __webpack_require__(64976);
// EXTERNAL MODULE: ./.build/ledger/entries.js
var entries = __webpack_require__(44402);
// EXTERNAL MODULE: ./.build/ledger/places.js
var places = __webpack_require__(21264);
// EXTERNAL MODULE: ./.build/ledger/read.js
var read = __webpack_require__(1540);
// EXTERNAL MODULE: ./.build/commands/deployment/choice-problems.js
var choice_problems = __webpack_require__(85747);
;// CONCATENATED MODULE: ./.build/commands/rollback.js







/** For each service the last image that the environment ran before, and that is still there. */
const lastGood = async (world, going) => new Map(await Promise.all(going.services.map(async ({ service }) => {
    const deployed = await deployedBefore(world.git, going.environment, service.name);
    const found = await firstThere(world, going, goodBefore(deployed));
    if (found)
        return [service.name, { digest: found.digest, version: found.version }];
    const releases = await (0,choose/* releasesHolding */.kY)(world.git, service.name, service.group);
    const versions = releases.map(({ version }) => version);
    throw new words/* StaggerError */.IY((0,choice_problems/* nothingToGoBackTo */.dB)(service.name, going.environment, versions));
})));
/** What did not get to every ECS service of several is no way back; what all of them ran before it is. */
const goodBefore = ([now, ...older]) => [...(now && !(0,places/* isEverywhere */.T)(now) ? [now] : []), ...older].filter(({ outcome }) => GOOD.includes(outcome));
const GOOD = ['successful', 'unchanged'];
const firstThere = async ({ registry }, { ledger, prefix }, entries) => {
    for (const entry of entries) {
        const known = ledger.images.get(entry.service)?.repository;
        const repository = known ?? (prefix === null ? null : (0,names/* repositoryOf */._M)(prefix, entry.service, false));
        if (repository !== null && (await registry.manifest(repository, entry.digest)))
            return entry;
    }
    return null;
};
/** One release after the other that an environment ran of a service, each once, the newest first. */
const deployedBefore = async (git, environment, service) => {
    const found = new Map();
    for await (const ledger of ledgersOf(git)) {
        const entry = (await ledger.deployments(environment)).get(service);
        if (entry && !found.has(entry.digest))
            found.set(entry.digest, entry);
        if (found.size > MOST)
            break;
    }
    return [...found.values()];
};
const MOST = 20;
/** The ledger is written at each build and deployment; further back nobody goes. */
const MOST_STEPS = 2_000;
/** The ledger as it was, from now back. */
async function* ledgersOf(git) {
    let at = await git.ref(entries/* LEDGER_REF */.oQ);
    for (let step = 0; at !== null && step < MOST_STEPS; step += 1) {
        const { tree, parents } = await git.facts(at);
        yield await (0,read/* readLedger */.S)(git, tree);
        const [before] = parents;
        at = before !== undefined && (await git.bring([before], entries/* LEDGER_REF */.oQ)).has(before) ? before : null;
    }
}

// EXTERNAL MODULE: ./.build/image/select.js
var image_select = __webpack_require__(97554);
// EXTERNAL MODULE: ./.build/platform/aws/answer.js
var answer = __webpack_require__(18022);
// EXTERNAL MODULE: ./.build/platform/aws/sdk-clients.js + 3 modules
var sdk_clients = __webpack_require__(10528);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./.build/platform/aws/batch.js


/** Parts that are asked for at once. While they wait for their turn the next ones grow, instead of queueing up behind. */
const AT_ONCE = 2;
/**
 * Questions about one thing each, asked at about the same time, become questions about many: AWS counts requests, not
 * what they ask for. Each asker gets the answer about his own, or the error of all.
 */
const batched = (most, milliseconds, ask) => {
    const waiting = [];
    let asking = 0;
    const send = () => {
        if (waiting.length === 0 || asking >= AT_ONCE)
            return;
        asking += 1;
        void settle(takeFor(waiting, most), ask).finally(() => {
            asking -= 1;
            send();
        });
        send();
    };
    return (key) => new Promise((resolve, reject) => {
        waiting.push({ key, resolve, reject });
        if (waiting.length === 1)
            void (0,promises_.setTimeout)(milliseconds).then(send);
    });
};
/** Takes those out who ask for the first so many keys. */
const takeFor = (waiting, most) => {
    const keys = [...new Set(waiting.map(({ key }) => key))].slice(0, most);
    const taken = waiting.filter(({ key }) => keys.includes(key));
    waiting.splice(0, waiting.length, ...waiting.filter(({ key }) => !keys.includes(key)));
    return taken;
};
/** Who may see one and not the other is told about the one. */
const isDenied = (error) => error instanceof words/* StaggerError */.IY && error.problems.some(({ code }) => code === 'access-denied');
const settle = async (askers, ask) => {
    const keys = [...new Set(askers.map(({ key }) => key))];
    try {
        const told = await ask(keys);
        for (const { key, resolve } of askers)
            resolve(told(key));
    }
    catch (error) {
        if (keys.length > 1 && isDenied(error))
            await Promise.all(keys.map((key) => settle(askers.filter((one) => one.key === key), ask)));
        else
            for (const { reject } of askers)
                reject(error);
    }
};

;// CONCATENATED MODULE: ./.build/platform/aws/once.js
/** Opened when it is first asked for, and then the same for all. */
const once = (open) => {
    let opened = null;
    return () => {
        opened ??= open();
        return opened;
    };
};

;// CONCATENATED MODULE: ./.build/platform/aws/sdk-together.js


/** AWS's own limits. */
const MOST_SERVICES = 10;
const MOST_DEPLOYMENTS = 20;
const MOST_REVISIONS = 20;
/** In milliseconds: nothing beside the seconds between two looks. */
const TOGETHER = 20;
const subjectOf = ({ cluster, service }) => `service ${service} in cluster ${cluster}`;
const isNamed = ({ serviceName, serviceArn }, name) => serviceName === name || serviceArn === name;
/** Looks at services of one cluster, up to ten a call. */
const inCluster = (sdk, reads, ask, cluster) => batched(MOST_SERVICES, TOGETHER, async (names) => {
    const subject = subjectOf({ cluster, service: names.join(', ') });
    const request = reads.send(new sdk.DescribeServicesCommand({ cluster, services: [...names] }));
    const { now, value } = await (0,answer/* answer */.Z)(ask('ecs:DescribeServices', subject), request, ({ services }) => services ?? []);
    return (name) => ({ now, value: value.find((one) => isNamed(one, name)) ?? null });
});
const servicesTogether = (sdk, reads, ask) => {
    const clusters = new Map();
    return ({ cluster, service }) => {
        const look = clusters.get(cluster) ?? inCluster(sdk, reads, ask, cluster);
        clusters.set(cluster, look);
        return look(service);
    };
};
/** Looks at deployments of any service, up to twenty a call. */
const deploymentsTogether = (sdk, reads, ask) => {
    const look = batched(MOST_DEPLOYMENTS, TOGETHER, async (arns) => {
        const asked = ask('ecs:DescribeServiceDeployments', arns.join(', '));
        const request = reads.send(new sdk.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [...arns] }));
        const { now, value } = await (0,answer/* answer */.Z)(asked, request, ({ serviceDeployments }) => serviceDeployments ?? []);
        return (arn) => ({ now, value: value.filter((one) => one.serviceDeploymentArn === arn) });
    });
    return (arns) => allOf(arns.map(look));
};
/** Looks at revisions of any service, up to twenty a call. */
const revisionsTogether = (sdk, reads, ask) => {
    const look = batched(MOST_REVISIONS, TOGETHER, async (arns) => {
        const asked = ask('ecs:DescribeServiceRevisions', arns.join(', '));
        const request = reads.send(new sdk.DescribeServiceRevisionsCommand({ serviceRevisionArns: [...arns] }));
        const { now, value } = await (0,answer/* answer */.Z)(asked, request, ({ serviceRevisions }) => serviceRevisions ?? []);
        return (arn) => ({ now, value: value.filter((one) => one.serviceRevisionArn === arn) });
    });
    return (arns) => allOf(arns.map(look));
};
/** By the clock of the first. */
const allOf = async (asked) => {
    const told = await Promise.all(asked);
    const [first] = told;
    if (!first)
        throw new Error('nothing was asked for');
    return { now: first.now, value: told.flatMap(({ value }) => value) };
};

;// CONCATENATED MODULE: ./.build/platform/aws/sdk-codedeploy.js






const sdk_codedeploy_subjectOf = ({ application, group }) => `deployment group ${group} of application ${application}`;
const ACTIVE = ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'];
/** What is not there is an answer, too. */
const orNull = (names) => (error) => {
    if (error instanceof Error && names.test(error.name))
        return null;
    throw error;
};
const found = (request, missing) => request.catch(orNull(missing)).then((output) => ({ $metadata: output?.$metadata ?? {}, output }));
const groups = (opened, ask) => ({
    deploymentGroup: async (name) => {
        const { sdk, clients } = await opened();
        const { application: applicationName, group: deploymentGroupName } = name;
        const request = clients.reads.send(new sdk.GetDeploymentGroupCommand({ applicationName, deploymentGroupName }));
        return (0,answer/* answer */.Z)(ask('codedeploy:GetDeploymentGroup', sdk_codedeploy_subjectOf(name)), found(request, /^(Application|DeploymentGroup)DoesNotExistException$/), ({ output }) => output?.deploymentGroupInfo ?? null);
    },
    applications: async () => {
        const { sdk, clients } = await opened();
        return (0,answer/* answer */.Z)(ask('codedeploy:ListApplications', 'the applications'), clients.reads.send(new sdk.ListApplicationsCommand({})), ({ applications }) => applications ?? []);
    },
    deploymentConfig: async (deploymentConfigName) => {
        const { sdk, clients } = await opened();
        const request = clients.reads.send(new sdk.GetDeploymentConfigCommand({ deploymentConfigName }));
        return (0,answer/* answer */.Z)(ask('codedeploy:GetDeploymentConfig', `deployment configuration ${deploymentConfigName}`), found(request, /^DeploymentConfigDoesNotExistException$/), ({ output }) => output?.deploymentConfigInfo ?? null);
    },
});
/** CodeDeploy takes the cluster by its name, also where the environment gives its ARN. */
const targetIdOf = ({ cluster, service }) => `${(0,words/* lastSegment */.mp)(cluster)}:${service}`;
/** AWS's own limit, and how long is waited for others, in milliseconds. */
const sdk_codedeploy_MOST_DEPLOYMENTS = 25;
const sdk_codedeploy_TOGETHER = 20;
/** Looks at deployments of any group, up to twenty-five a call. */
const sdk_codedeploy_deploymentsTogether = (opened, ask) => {
    const look = batched(sdk_codedeploy_MOST_DEPLOYMENTS, sdk_codedeploy_TOGETHER, async (deploymentIds) => {
        const { sdk, clients } = await opened();
        const { now, value } = await (0,answer/* answer */.Z)(ask('codedeploy:BatchGetDeployments', deploymentIds.join(', ')), clients.reads.send(new sdk.BatchGetDeploymentsCommand({ deploymentIds: [...deploymentIds] })), ({ deploymentsInfo }) => deploymentsInfo ?? []);
        return (id) => ({ now, value: value.filter(({ deploymentId }) => deploymentId === id) });
    });
    return (ids) => allOf(ids.map(look));
};
const following = (opened, ask) => ({
    deployments: async (name, which) => {
        const { sdk, clients } = await opened();
        const command = new sdk.ListDeploymentsCommand({
            applicationName: name.application,
            deploymentGroupName: name.group,
            ...(which === 'active'
                ? { includeOnlyStatuses: [...ACTIVE] }
                : { createTimeRange: { start: which.since } }),
        });
        return (0,answer/* answer */.Z)(ask('codedeploy:ListDeployments', sdk_codedeploy_subjectOf(name)), clients.reads.send(command), ({ deployments }) => deployments ?? []);
    },
    describeDeployments: sdk_codedeploy_deploymentsTogether(opened, ask),
    target: async (deploymentId, service) => {
        const { sdk, clients } = await opened();
        const targetId = targetIdOf(service);
        const request = clients.reads.send(new sdk.GetDeploymentTargetCommand({ deploymentId, targetId }));
        return (0,answer/* answer */.Z)(ask('codedeploy:GetDeploymentTarget', `${targetId} of deployment ${deploymentId}`), found(request, /^Deployment(TargetDoesNotExist|NotStarted)Exception$/), ({ output }) => output?.deploymentTarget?.ecsTarget ?? null);
    },
});
const writing = (opened, ask) => ({
    createDeployment: async (input) => {
        const { sdk, clients } = await opened();
        const name = { application: input.applicationName ?? '', group: input.deploymentGroupName ?? '' };
        return (0,answer/* answer */.Z)(ask('codedeploy:CreateDeployment', sdk_codedeploy_subjectOf(name)), clients.writes.send(new sdk.CreateDeploymentCommand(input)), ({ deploymentId }) => deploymentId ?? '');
    },
    stopDeployment: async (deploymentId) => {
        const { sdk, clients } = await opened();
        return (0,answer/* answer */.Z)(ask('codedeploy:StopDeployment', `deployment ${deploymentId}`), clients.writes.send(new sdk.StopDeploymentCommand({ deploymentId, autoRollbackEnabled: true })), () => deploymentId);
    },
    continueDeployment: async (deploymentId) => {
        const { sdk, clients } = await opened();
        const command = new sdk.ContinueDeploymentCommand({ deploymentId, deploymentWaitType: 'READY_WAIT' });
        return (0,answer/* answer */.Z)(ask('codedeploy:ContinueDeployment', `deployment ${deploymentId}`), clients.writes.send(command), () => deploymentId);
    },
});
const codeDeploy = (place, ask) => {
    const opened = once(async () => {
        const [sdk, clients] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(7507)]).then(__webpack_require__.t.bind(__webpack_require__, 17507, 19)), (0,sdk_clients/* codeDeployClients */.hI)(place)]);
        return { sdk, clients };
    });
    return { ...groups(opened, ask), ...following(opened, ask), ...writing(opened, ask) };
};

;// CONCATENATED MODULE: ./.build/platform/aws/sdk-surroundings.js




const balancing = (place, ask) => {
    const client = once(() => (0,sdk_clients/* balancingClient */.b)(place));
    return {
        describeRules: async (arns) => {
            const { DescribeRulesCommand } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
            const request = (await client()).send(new DescribeRulesCommand({ RuleArns: [...arns] }));
            return (0,answer/* answer */.Z)(ask('elasticloadbalancing:DescribeRules', arns.join(', ')), request, ({ Rules }) => (Rules ?? []).map(({ RuleArn, Actions }) => ({ arn: RuleArn ?? '', actions: Actions ?? [] })));
        },
        describeListeners: async (arns) => {
            const { DescribeListenersCommand } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
            const command = new DescribeListenersCommand({ ListenerArns: [...arns] });
            const request = (await client()).send(command);
            return (0,answer/* answer */.Z)(ask('elasticloadbalancing:DescribeListeners', arns.join(', ')), request, ({ Listeners }) => (Listeners ?? []).map((one) => ({ arn: one.ListenerArn ?? '', actions: one.DefaultActions ?? [] })));
        },
        describeTargetGroups: async (arns) => {
            const { DescribeTargetGroupsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
            const command = new DescribeTargetGroupsCommand({ TargetGroupArns: [...arns] });
            const request = (await client()).send(command);
            const asked = ask('elasticloadbalancing:DescribeTargetGroups', arns.join(', '));
            return (0,answer/* answer */.Z)(asked, request, ({ TargetGroups }) => TargetGroups ?? []);
        },
        describeTargetHealth: async (TargetGroupArn) => {
            const { DescribeTargetHealthCommand } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
            const request = (await client()).send(new DescribeTargetHealthCommand({ TargetGroupArn }));
            const asked = ask('elasticloadbalancing:DescribeTargetHealth', TargetGroupArn);
            return (0,answer/* answer */.Z)(asked, request, ({ TargetHealthDescriptions }) => TargetHealthDescriptions ?? []);
        },
    };
};
const watching = (place, ask) => {
    const client = once(() => (0,sdk_clients/* alarmsClient */.G_)(place));
    return {
        describeAlarms: async (names) => {
            const { DescribeAlarmsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(4085)]).then(__webpack_require__.t.bind(__webpack_require__, 44085, 19));
            const command = new DescribeAlarmsCommand({
                AlarmNames: [...names],
                AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
            });
            const request = (await client()).send(command);
            return (0,answer/* answer */.Z)(ask('cloudwatch:DescribeAlarms', names.join(', ')), request, (output) => [...(output.MetricAlarms ?? []), ...(output.CompositeAlarms ?? [])].map((alarm) => ({
                name: alarm.AlarmName ?? '',
                state: alarm.StateValue ?? '',
            })));
        },
    };
};
/** By name, also where the environment gives the cluster's ARN. */
const resource = (cluster, service) => ({
    ServiceNamespace: 'ecs',
    ScalableDimension: 'ecs:service:DesiredCount',
    ResourceId: `service/${(0,words/* lastSegment */.mp)(cluster)}/${service}`,
});
const nothing = (_) => null;
const scaling = (place, ask) => {
    const client = once(() => (0,sdk_clients/* scalingClient */.NY)(place));
    return {
        describeScaling: async (cluster, service) => {
            const { DescribeScalableTargetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(1491)]).then(__webpack_require__.t.bind(__webpack_require__, 11491, 19));
            const { ResourceId, ...where } = resource(cluster, service);
            const command = new DescribeScalableTargetsCommand({ ...where, ResourceIds: [ResourceId] });
            const request = (await client()).send(command);
            const asked = ask('application-autoscaling:DescribeScalableTargets', ResourceId);
            return (0,answer/* answer */.Z)(asked, request, ({ ScalableTargets }) => {
                const [found] = ScalableTargets ?? [];
                if (!found)
                    return null;
                const { DynamicScalingInSuspended: lesser, DynamicScalingOutSuspended: more } = found.SuspendedState ?? {};
                const suspended = lesser === true && more === true;
                return { least: found.MinCapacity ?? 0, most: found.MaxCapacity ?? 0, suspended };
            });
        },
        suspendScaling: async (cluster, service, suspended) => {
            const { RegisterScalableTargetCommand } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(1491)]).then(__webpack_require__.t.bind(__webpack_require__, 11491, 19));
            const where = resource(cluster, service);
            const SuspendedState = { DynamicScalingInSuspended: suspended, DynamicScalingOutSuspended: suspended };
            const request = (await client()).send(new RegisterScalableTargetCommand({ ...where, SuspendedState }));
            return (0,answer/* answer */.Z)(ask('application-autoscaling:RegisterScalableTarget', where.ResourceId), request, nothing);
        },
    };
};
/** Each service's client is loaded when it is first asked, and is then everybody's: who has to wait, waits for all. */
const surroundings = (place, ask) => ({
    ...balancing(place, ask),
    ...watching(place, ask),
    ...scaling(place, ask),
});

// EXTERNAL MODULE: ./.build/platform/aws/turns.js + 1 modules
var turns = __webpack_require__(16077);
;// CONCATENATED MODULE: ./.build/platform/aws/sdk-ecs.js







const reading = (sdk, { reads }, ask) => ({
    describeService: servicesTogether(sdk, reads, ask),
    listClusters: () => (0,answer/* answer */.Z)(ask('ecs:ListClusters', 'the clusters'), reads.send(new sdk.ListClustersCommand({ maxResults: 100 })), ({ clusterArns }) => (clusterArns ?? []).map(words/* lastSegment */.mp)),
    listServices: (cluster) => (0,answer/* answer */.Z)(ask('ecs:ListServices', `cluster ${cluster}`), reads.send(new sdk.ListServicesCommand({ cluster, maxResults: 100 })), ({ serviceArns }) => (serviceArns ?? []).map(words/* lastSegment */.mp)),
    describeTaskDefinition: (taskDefinition) => (0,answer/* answer */.Z)(ask('ecs:DescribeTaskDefinition', `task definition ${taskDefinition}`), reads.send(new sdk.DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] })), (output) => ({ taskDefinition: output.taskDefinition ?? {}, tags: output.tags ?? [] })),
    listTasks: (name, desiredStatus) => (0,answer/* answer */.Z)(ask('ecs:ListTasks', subjectOf(name)), reads.send(new sdk.ListTasksCommand({
        cluster: name.cluster,
        serviceName: name.service,
        desiredStatus,
        maxResults: 100,
    })), ({ taskArns }) => taskArns ?? []),
    listTasksStartedBy: (cluster, startedBy) => (0,answer/* answer */.Z)(ask('ecs:ListTasks', `cluster ${cluster}`), reads.send(new sdk.ListTasksCommand({ cluster, startedBy, desiredStatus: 'RUNNING' })), ({ taskArns }) => taskArns ?? []),
    describeTasks: (cluster, arns) => (0,answer/* answer */.Z)(ask('ecs:DescribeTasks', `cluster ${cluster}`), reads.send(new sdk.DescribeTasksCommand({ cluster, tasks: [...arns] })), ({ tasks }) => tasks ?? []),
});
const sdk_ecs_following = (sdk, { reads }, ask) => ({
    listServiceDeployments: (name) => (0,answer/* answer */.Z)(ask('ecs:ListServiceDeployments', subjectOf(name)), reads.send(new sdk.ListServiceDeploymentsCommand({ ...name, maxResults: 100 })), ({ serviceDeployments }) => serviceDeployments ?? []),
    describeServiceDeployments: deploymentsTogether(sdk, reads, ask),
    describeServiceRevisions: revisionsTogether(sdk, reads, ask),
});
const sdk_ecs_writing = (sdk, { writes }, ask) => ({
    registerTaskDefinition: (input) => (0,answer/* answer */.Z)(ask('ecs:RegisterTaskDefinition', `task definition family ${input.family}`), writes.send(new sdk.RegisterTaskDefinitionCommand(input)), ({ taskDefinition }) => taskDefinition ?? {}),
    registrationsLast: (many) => (0,turns/* lasting */.nS)('RegisterTaskDefinition', many),
    updateService: (input) => (0,answer/* answer */.Z)(ask('ecs:UpdateService', subjectOf({ cluster: input.cluster ?? 'default', service: input.service ?? '' })), writes.send(new sdk.UpdateServiceCommand(input)), ({ service }) => service ?? {}),
    runTask: (input) => (0,answer/* answer */.Z)(ask('ecs:RunTask', `task definition ${input.taskDefinition} in cluster ${input.cluster}`), writes.send(new sdk.RunTaskCommand(input)).then(begun), ({ tasks }) => tasks?.[0] ?? {}),
    stopServiceDeployment: (serviceDeploymentArn) => (0,answer/* answer */.Z)(ask('ecs:StopServiceDeployment', serviceDeploymentArn), writes.send(new sdk.StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ROLLBACK' })), (output) => output.serviceDeploymentArn ?? serviceDeploymentArn),
    continueServiceDeployment: (serviceDeploymentArn, hookId, action) => (0,answer/* answer */.Z)(ask('ecs:ContinueServiceDeployment', serviceDeploymentArn), writes.send(new sdk.ContinueServiceDeploymentCommand({ serviceDeploymentArn, hookId, action })), (output) => output.serviceDeploymentArn ?? serviceDeploymentArn),
});
/** RunTask answers 200 where nothing could be started, with the reason beside. */
const begun = (output) => {
    const [failure] = output.failures ?? [];
    if (!failure || (output.tasks ?? []).length > 0)
        return output;
    const said = [failure.reason, failure.detail].filter(Boolean).join(': ');
    throw Object.assign(new Error(said), { name: 'TaskNotStarted', $metadata: {} });
};
const besides = (place, ask, { reads }) => ({
    ...surroundings(place, ask),
    codeDeploy: codeDeploy(place, ask),
    credentialsExpire: async () => {
        const identity = await reads.config.credentials().catch(() => undefined);
        return (identity?.expiration?.getTime() ?? null);
    },
    logTail: async ({ group: logGroupName, stream: logStreamName, region }, limit) => {
        const { GetLogEventsCommand, ResourceNotFoundException } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 70303, 19));
        const client = await (0,sdk_clients/* logsClient */.RU)(region === undefined ? place : { ...place, region });
        const request = client
            .send(new GetLogEventsCommand({ logGroupName, logStreamName, limit, startFromHead: false }))
            .catch((error) => {
            if (error instanceof ResourceNotFoundException)
                return { $metadata: {}, events: [] };
            throw error;
        });
        const asked = ask('logs:GetLogEvents', `log stream ${logStreamName} of ${logGroupName}`);
        return (await (0,answer/* answer */.Z)(asked, request, ({ events }) => events ?? [])).value.map(({ message }) => message ?? '');
    },
    callerIdentity: async () => {
        const { GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
        const request = (await (0,sdk_clients/* stsClient */.Km)(place)).send(new GetCallerIdentityCommand({}));
        return (0,answer/* answer */.Z)(ask('sts:GetCallerIdentity', 'these credentials'), request, ({ Account, Arn }) => ({
            account: Account ?? '',
            arn: Arn ?? '',
        }));
    },
});
const nameOf = ({ region, endpoint }) => endpoint ??
    process.env.AWS_ENDPOINT_URL_ECS ??
    process.env.AWS_ENDPOINT_URL ??
    `ECS in ${region ?? process.env.AWS_REGION ?? 'the default region'}`;
/** The real ECS, or whatever speaks like it at the place. The SDK is loaded here and not before. */
const sdkEcs = async (place) => {
    const [sdk, clients] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19)), (0,sdk_clients/* ecsClients */.KF)(place)]);
    const ask = (action, subject) => ({ action, subject, place: nameOf(place) });
    return {
        ...reading(sdk, clients, ask),
        ...sdk_ecs_following(sdk, clients, ask),
        ...sdk_ecs_writing(sdk, clients, ask),
        ...besides(place, ask, clients),
    };
};
/** One for each place, so that many services ask together. */
const sharedEcs = () => {
    const open = new Map();
    return (place) => {
        const key = JSON.stringify([place.region, place.endpoint]);
        const known = open.get(key) ?? sdkEcs(place);
        open.set(key, known);
        return known;
    };
};

// EXTERNAL MODULE: ./.build/platform/registry/choose.js + 17 modules
var registry_choose = __webpack_require__(40359);
// EXTERNAL MODULE: ./.build/main/session.js + 34 modules
var main_session = __webpack_require__(71489);
;// CONCATENATED MODULE: ./.build/main/targets.js











/** The images that are wanted, with the places where they shall run. */
const targetsIn = async (session, wanted) => {
    if (wanted.environment === '')
        throw new words/* StaggerError */.IY(noEnvironment);
    const plan = await (0,main_session/* planIn */.rP)(session);
    const configuration = await (0,main_session/* configurationIn */.AM)(session, plan);
    const environment = (0,commands_configuration/* findEnvironment */.jY)(configuration, wanted.environment);
    const { version, strategy, services } = wanted;
    const ledger = await (0,commands_ledger/* currentLedger */.$I)(session.git, session.invocation.ci);
    const prefix = await (0,main_session/* registryIn */.hY)(session, plan, wanted.registry);
    const world = { ...session, registry: (0,registry_choose/* openRegistries */.c)() };
    const choice = { plan, ledger, services, environment, version, strategy, prefix };
    const going = {
        environment: environment.name,
        services: (0,image_select/* namedServices */.Q)(plan.services, services),
        ledger,
        prefix,
    };
    const exact = wanted.back && version === null ? await lastGood(world, going) : null;
    const targets = await (0,choose/* chooseTargets */.uP)(world, exact ? { ...choice, exact } : choice);
    if (version === null && !wanted.back)
        await refuseOlder(session.git, environment.name, { head: plan.head, targets, ledger });
    return { plan, environment, targets };
};
const noEnvironment = {
    code: 'no-environment-named',
    fault: 'caller',
    problem: 'no environment was named',
    why: 'a service runs in one of the environments of stagger.yml',
    fix: 'add --environment ENV, in a workflow the input environment',
};
const worldOf = (session, signal, rollouts) => ({
    ...session,
    ecsAt: sharedEcs(),
    random: Math.random,
    unique: external_node_crypto_.randomUUID,
    ci: session.invocation.ci,
    ...(signal ? { signal } : {}),
    ...(rollouts ? { rollouts } : {}),
});
/** A cluster on this machine is not the world: nothing there needs a consent. */
const isRehearsal = (endpoint = process.env.AWS_ENDPOINT_URL ?? '') => /^https?:\/\/(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?(?:\/|$)/.test(endpoint);


/***/ }),

/***/ 18022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ answer),
/* harmony export */   e: () => (/* binding */ keepServerTime)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71635);

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
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .translate */ .T)(error, asked);
    }
};
const instant = (date) => {
    const told = date === undefined ? Number.NaN : Date.parse(date);
    return (Number.isNaN(told) ? Date.now() : told);
};


/***/ }),

/***/ 71635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ translate)
});

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
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
        /^DeploymentLimitExceededException$/,
        (_, { action, subject }) => problem('deployment-under-way', 'caller', `AWS refuses ${action} for ${subject} while another deployment is under way`, 'Wait for what AWS names; a deployment that is rolled back goes on until it is. Or have it rolled back: stagger stop. Then run this again.'),
    ],
    [
        NETWORK,
        (_, { place }) => problem('unreachable', 'world', `${place} cannot be reached`, 'Check the region, the endpoint (AWS_ENDPOINT_URL) and the network, and run it again.'),
    ],
];

;// CONCATENATED MODULE: ./.build/platform/aws/errors.js


/** The SDK may wrap a socket's error; then its name and its code stand in the message alone. */
const names = (failure) => [
    failure.name,
    ...(/^AWS SDK error wrapper for (\w+)/.exec(failure.message)?.slice(1) ?? []),
    ...(failure.message.match(/\bE[A-Z_]{4,}\b/g) ?? []),
    ...(failure.code ? [failure.code] : []),
    ...(failure.errors ?? []).flatMap(names),
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
    const rule = RULES.find(([matches]) => names(failure).some((name) => matches.test(name)));
    const told = rule ? rule[1](failure, asked) : otherwise(failure, asked);
    return told ? new words/* StaggerError */.IY({ ...told, why: why(failure) }) : error;
};


/***/ }),

/***/ 10528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G_: () => (/* binding */ alarmsClient),
  b: () => (/* binding */ balancingClient),
  hI: () => (/* binding */ codeDeployClients),
  GD: () => (/* binding */ ecrClient),
  KF: () => (/* binding */ ecsClients),
  RU: () => (/* binding */ logsClient),
  NY: () => (/* binding */ scalingClient),
  Km: () => (/* binding */ stsClient)
});

// EXTERNAL MODULE: ./.build/platform/aws/answer.js
var answer = __webpack_require__(18022);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
;// CONCATENATED MODULE: ./.build/platform/aws/few.js

const AT_ONCE = 8;
/**
 * Where AWS documents no rate nothing can be paced: what is throttled is repeated, and more slowly. With few requests
 * under way at once no hundreds are refused together, which would use up what the SDK keeps for repeating.
 */
const fewAtOnce = (client) => {
    const turn = (0,p_limit/* default */.A)(AT_ONCE);
    const middleware = (next) => (args) => turn(() => next(args));
    const options = { step: 'initialize', priority: 'high', name: 'fewAtOnce' };
    client.middlewareStack.add(middleware, options);
    return client;
};

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./.build/platform/aws/paced.js

/** `UpdateServiceCommand` asks for `UpdateService`. */
const actionOf = ({ commandName = '' }) => commandName.replace(/Command$/, '');
const isThrottled = (error) => error instanceof Error && /Throttl/.test(error.name);
/**
 * Lets each attempt of a client wait for its turn, also one that is repeated. Throttling is cheaper avoided than
 * outlived: hundreds of requests that are refused and repeated at once use up their attempts.
 */
const paced = (client, turns) => {
    const middleware = (next, context) => async (args) => {
        const action = actionOf(context);
        const pause = turns.take(action);
        if (pause > 0)
            await (0,promises_.setTimeout)(pause);
        try {
            return await next(args);
        }
        catch (error) {
            if (isThrottled(error))
                turns.throttled(action);
            throw error;
        }
    };
    const options = { relation: 'after', toMiddleware: 'retryMiddleware', name: 'paced' };
    client.middlewareStack.addRelativeTo(middleware, options);
    return client;
};

// EXTERNAL MODULE: ./.build/platform/aws/turns.js + 1 modules
var aws_turns = __webpack_require__(16077);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./.build/platform/aws/verbatim.js

/**
 * The SDK drops every field that it does not know, both ways and without a word. A task definition is somebody's work,
 * and AWS adds fields to it: what is newer than the SDK passes as it stands.
 */
const verbatim = (client) => {
    add(client, heard, { step: 'deserialize', priority: 'low', name: 'hearVerbatim' });
    add(client, understood, { step: 'deserialize', priority: 'high', name: 'tellVerbatim' });
    add(client, sent, { step: 'serialize', priority: 'low', name: 'sendVerbatim' });
    return client;
};
const add = ({ middlewareStack }, middleware, options) => middlewareStack.add(middleware, options);
const READS = 'DescribeTaskDefinitionCommand';
const WRITES = 'RegisterTaskDefinitionCommand';
const bodies = new WeakMap();
/** Below the deserializer: keeps the answer's own text, which can be read once. */
const heard = (next, context) => async (args) => {
    const answer = await next(args);
    if (context.commandName !== READS)
        return answer;
    const bytes = await bytesOf(answer.response.body);
    answer.response.body = bytes;
    bodies.set(answer.response, new TextDecoder().decode(bytes));
    return answer;
};
/** Above it: what it left out is put back. */
const understood = (next, context) => async (args) => {
    const answer = await next(args);
    const text = context.commandName === READS ? bodies.get(answer.response) : undefined;
    return text === undefined ? answer : { ...answer, output: complete(answer.output, JSON.parse(text)) };
};
const sent = (next, context) => async (args) => {
    if (context.commandName === WRITES) {
        const { request, input } = args;
        const known = JSON.parse(textOf(request.body));
        const all = complete(known, input);
        if (!(0,external_node_util_.isDeepStrictEqual)(known, all))
            request.body = JSON.stringify(all);
    }
    return next(args);
};
const textOf = (body) => body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
const bytesOf = async (body) => {
    if (body instanceof Uint8Array)
        return body;
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return Buffer.concat(chunks);
};
const isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
/** `known`, with everything of `all` that it lacks. */
const complete = (known, all) => {
    if (Array.isArray(known) && Array.isArray(all))
        return known.map((item, at) => complete(item, all[at]));
    if (!isTree(known) || !isTree(all))
        return known;
    const lacking = Object.entries(all).filter(([key, value]) => !(key in known) && value != null);
    const inner = Object.entries(known).map(([key, value]) => [key, complete(value, all[key])]);
    return Object.fromEntries([...inner, ...lacking]);
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
        Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19)),
        Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(9664)]).then(__webpack_require__.bind(__webpack_require__, 39664)),
    ]);
    const reads = new ECSClient({ ...at(place), retryMode: 'adaptive' });
    const writes = new ECSClient({ ...at(place), retryStrategy: new RefusedOnly(ATTEMPTS) });
    const turns = (0,aws_turns/* createTurns */.z4)(Date.now);
    const ready = (client) => (0,answer/* keepServerTime */.e)(verbatim(paced(client, turns)));
    return { reads: ready(reads), writes: ready(writes) };
};
const logsClient = async (place) => {
    const { CloudWatchLogsClient } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 70303, 19));
    return (0,answer/* keepServerTime */.e)(new CloudWatchLogsClient({ ...at(place), retryMode: 'adaptive' }));
};
const stsClient = async (place) => {
    const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
    return (0,answer/* keepServerTime */.e)(new STSClient({ ...at(place), retryMode: 'adaptive' }));
};
/** Whatever ECR is asked may be asked twice: a name that is given again says so. */
const ecrClient = async (place) => {
    const { ECRClient } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19));
    return new ECRClient({ ...at(place), retryMode: 'adaptive' });
};
const balancingClient = async (place) => {
    const { ElasticLoadBalancingV2Client } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
    const client = new ElasticLoadBalancingV2Client({ ...at(place), retryMode: 'adaptive' });
    return (0,answer/* keepServerTime */.e)(paced(client, (0,aws_turns/* createTurns */.z4)(Date.now)));
};
const alarmsClient = async (place) => {
    const { CloudWatchClient } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(4085)]).then(__webpack_require__.t.bind(__webpack_require__, 44085, 19));
    const client = new CloudWatchClient({ ...at(place), retryMode: 'adaptive' });
    return (0,answer/* keepServerTime */.e)(paced(client, (0,aws_turns/* createTurns */.z4)(Date.now)));
};
const scalingClient = async (place) => {
    const { ApplicationAutoScalingClient } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(1491)]).then(__webpack_require__.t.bind(__webpack_require__, 11491, 19));
    return (0,answer/* keepServerTime */.e)(fewAtOnce(new ApplicationAutoScalingClient({ ...at(place), retryMode: 'adaptive' })));
};
/** Beginning, stopping and continuing are said once, and wait for no look; what is asked may be asked twice. */
const codeDeployClients = async (place) => {
    const [{ CodeDeployClient }, { RefusedOnly }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(7507)]).then(__webpack_require__.t.bind(__webpack_require__, 17507, 19)),
        Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(9664)]).then(__webpack_require__.bind(__webpack_require__, 39664)),
    ]);
    const reads = new CodeDeployClient({ ...at(place), retryMode: 'adaptive' });
    const writes = new CodeDeployClient({ ...at(place), retryStrategy: new RefusedOnly(ATTEMPTS) });
    return { reads: (0,answer/* keepServerTime */.e)(fewAtOnce(reads)), writes: (0,answer/* keepServerTime */.e)(fewAtOnce(writes)) };
};


/***/ }),

/***/ 16077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z4: () => (/* binding */ createTurns),
  nS: () => (/* binding */ lasting)
});

// UNUSED EXPORTS: emptied, turn

;// CONCATENATED MODULE: ./.build/platform/aws/rates.js
/**
 * What AWS documents for what a deployment asks for: nothing of CodeDeploy, nor of Application Auto Scaling. Where an account
 * has more, we are slower than we might be.
 */
const RATES = [
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
];

;// CONCATENATED MODULE: ./.build/platform/aws/turns.js

/** A little is left over: on the way to AWS some requests catch up with others. */
const SHARE_OF_BURST = 0.9;
const SHARE_OF_RATE = 0.98;
const millisecondsEach = ({ sustained }) => 1000 / (sustained * SHARE_OF_RATE);
/** How long one more request has to wait, so that no bucket is ever empty when it arrives. */
const turn = (fullAt, rate, now) => {
    const each = millisecondsEach(rate);
    const holds = Math.floor(rate.burst * SHARE_OF_BURST) * each;
    const after = Math.max(fullAt, now) + each;
    return { fullAt: after, wait: Math.max(0, after - now - holds) };
};
/** Somebody else of the account takes from it too: it is empty, whatever we counted. */
const emptied = (fullAt, rate, now) => Math.max(fullAt, now + Math.floor(rate.burst * SHARE_OF_BURST) * millisecondsEach(rate));
/** How long so many requests of an action last, one after the other, in milliseconds; the bucket is full at first. */
const lasting = (action, times, rates = RATES) => {
    const rate = rates.find(({ actions }) => actions.includes(action));
    if (!rate)
        return 0;
    return Math.max(0, times - Math.floor(rate.burst * SHARE_OF_BURST)) * millisecondsEach(rate);
};
const createTurns = (now, rates = RATES) => {
    const buckets = new Map();
    const rateOf = (action) => rates.find(({ actions }) => actions.includes(action));
    return {
        take(action) {
            const rate = rateOf(action);
            if (!rate)
                return 0;
            const { fullAt, wait } = turn(buckets.get(rate) ?? 0, rate, now());
            buckets.set(rate, fullAt);
            return wait;
        },
        throttled(action) {
            const rate = rateOf(action);
            if (rate)
                buckets.set(rate, emptied(buckets.get(rate) ?? 0, rate, now()));
        },
    };
};


/***/ }),

/***/ 60022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ placeName)
/* harmony export */ });
/** A service as it is told, with its ECS service where there are several. */
const placeName = ({ name, ecs }) => ecs === undefined ? name : `${name} (${ecs})`;


/***/ }),

/***/ 68732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IB: () => (/* binding */ newsLine),
/* harmony export */   QH: () => (/* binding */ differenceLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   ZS: () => (/* binding */ decisionLine),
/* harmony export */   kk: () => (/* binding */ asWords),
/* harmony export */   sH: () => (/* binding */ paceLine)
/* harmony export */ });
/* unused harmony export isOver */
/* harmony import */ var _rollout_ladder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58846);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);
/* harmony import */ var _strategy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62784);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6993);




/** One line of progress; `left` are the milliseconds for which it is still followed, and `by` is who moves the traffic. */
const newsLine = (service, news, left, by = 'ECS') => {
    switch (news.kind) {
        case 'progress':
            return `${service}: ${progressText(news)}${isOver(news.status) ? '' : ` (${(0,_strategy_js__WEBPACK_IMPORTED_MODULE_2__/* .minutes */ .G)(Math.ceil(left / 60_000))} left)`}`;
        case 'hooks':
            return `${service}: ${by} asks ${(0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(news.names.join(', '))}${news.stage === null ? '' : ` at ${asWords(news.stage)}`}`;
        case 'alarms':
            return `${service}: in ALARM: ${(0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(news.names.join(', '))}`;
        case 'stopping':
            return `${service}: ${news.why === 'late' ? 'its time is over' : 'asked to stop'}; ${by} is asked to roll it back`;
        case 'rolling-back':
            return `${service}: ${by} rolls back: ${(0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(news.reason)}`;
        case 'lost':
            return `${service}: no answer (${(0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(news.why)}); ${by} goes on, and is asked again`;
        default:
            return (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .unreachable */ .HB)(news);
    }
};
const progressText = ({ status, stage, traffic, tasks }) => [
    ...(status === 'IN_PROGRESS' ? [] : [asWords(status)]),
    ...(stage === null || isOver(status) ? [] : [asWords(stage)]),
    ...(traffic === null ? [] : [trafficText(traffic)]),
    tasksText(tasks),
].join(', ');
const isOver = (status) => /^(SUCCESSFUL|STOPPED|ROLLBACK_(SUCCESSFUL|FAILED))$/.test(status);
const asWords = (word) => (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(word.toLowerCase().replaceAll('_', ' '));
const trafficText = ({ production, test }) => {
    const tests = test > 0 && test !== production ? ` and ${(0,_rollout_ladder_js__WEBPACK_IMPORTED_MODULE_0__/* .tellPercent */ .dH)(test)} of the tests` : '';
    return `${(0,_rollout_ladder_js__WEBPACK_IMPORTED_MODULE_0__/* .tellPercent */ .dH)(production)} of the traffic${tests}`;
};
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
            return (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .unreachable */ .HB)(decision);
    }
};
/** Why many services at once last longer than one of them. */
const paceLine = (registrations, milliseconds) => {
    const seconds = Math.round(milliseconds / 1000);
    const long = seconds < 100 ? `${seconds} s` : (0,_strategy_js__WEBPACK_IMPORTED_MODULE_2__/* .minutes */ .G)(Math.round(seconds / 60));
    return `${count(registrations, 'new task definition')}: AWS takes so many one after the other, in about ${long}`;
};
const count = (many, what) => `${many} ${what}${many === 1 ? '' : 's'}`;
const differenceLine = ({ path, from, to }) => (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(`${path}: ${from ?? '(not set)'} → ${to ?? '(not set)'}`);


/***/ }),

/***/ 62784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ forecastLine),
/* harmony export */   G: () => (/* binding */ minutes)
/* harmony export */ });
/* harmony import */ var _rollout_ladder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58846);

/** A strategy in numbers: `canary: 5% for 10 min, 100% for 5 min; waits 15 min at least; 2 to 4 tasks`. */
const forecastLine = (expected) => {
    const { shape, steps, leastMinutes, mostMinutes, capacity } = expected;
    const waits = leastMinutes > 0 ? `waits ${minutes(leastMinutes)} at least` : 'waits for the tasks alone';
    const course = 'minimum' in shape ? `${shape.minimum}% to ${shape.maximum}% of the tasks run` : (0,_rollout_ladder_js__WEBPACK_IMPORTED_MODULE_0__/* .tellSteps */ .pI)(steps);
    return `${shape.strategy}: ${course}; ${waits}, ${minutes(mostMinutes)} at most; ${tasks(capacity)}`;
};
const tasks = ({ least, most, desired }) => desired === 0
    ? 'no tasks are wanted'
    : `room for ${most} ${most === 1 ? 'task' : 'tasks'} is needed, ${least} always serve`;
/** `45 min`, `2 h`, `1 h 30 min`, `3 d` */
const minutes = (all) => {
    const [days, hours, rest] = [Math.floor(all / 1440), Math.floor((all % 1440) / 60), all % 60];
    const parts = [
        [days, 'd'],
        [hours, 'h'],
        [rest, 'min'],
    ];
    const told = parts.filter(([many]) => many > 0).map(([many, unit]) => `${many} ${unit}`);
    return told.length > 0 ? told.slice(0, 2).join(' ') : '0 min';
};


/***/ }),

/***/ 53211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fy: () => (/* binding */ limits),
/* harmony export */   X7: () => (/* binding */ followMinutes),
/* harmony export */   g3: () => (/* binding */ forecast)
/* harmony export */ });
/* unused harmony export capacityOf */
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16589);

/** What is waited for tasks to get healthy and traffic to move, besides what is set. */
const WORK_MINUTES = 30;
const PAUSE_MINUTES = 1440;
const REPORT_MINUTES = 60;
const forecast = (shape, settings, desired) => {
    const steps = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsOf */ .B_)(shape);
    const leastMinutes = steps.reduce((sum, { minutes }) => sum + minutes, 0);
    const waited = pauseMinutes(settings, steps.length) + hookMinutes(settings, steps.length);
    const mostMinutes = leastMinutes + waited + WORK_MINUTES;
    return { shape, steps, leastMinutes, mostMinutes, capacity: capacityOf(shape, desired) };
};
/** What is waited for at production traffic comes back at every step. */
const minutesOf = (waits, usual, steps) => waits
    .flatMap(({ at, timeoutMinutes = usual }) => at.map((stage) => timeoutMinutes * (/^(?:PRE_)?PRODUCTION/.test(stage) ? steps : 1)))
    .reduce((sum, minutes) => sum + minutes, 0);
const pauseMinutes = ({ pauses = [] }, steps) => minutesOf(pauses, PAUSE_MINUTES, steps);
/** A function counts with the limit that is set for it; one of CodeDeploy has an hour, and is asked once. */
const hookMinutes = ({ hooks = [], codeDeploy }, steps) => minutesOf(hooks, 0, steps) + REPORT_MINUTES * Object.keys(codeDeploy?.hooks ?? {}).length;
/** ECS rounds the minimum up and the maximum down; the other strategies run both versions whole. */
const capacityOf = (shape, desired) => {
    if (!('minimum' in shape))
        return { desired, least: desired, most: 2 * desired };
    return {
        desired,
        least: Math.ceil((desired * shape.minimum) / 100),
        most: Math.floor((desired * shape.maximum) / 100),
    };
};
/** How long a deployment is followed: what the environment says, else long enough for what is set. */
const followMinutes = (settings, { leastMinutes, steps }) => settings.timeoutMinutes ?? leastMinutes + hookMinutes(settings, steps.length) + WORK_MINUTES;
const JOB_MINUTES = 360;
const ROLE_MINUTES = 60;
/** What the limits of a job and of credentials do not allow; `left` are the minutes that the credentials live, if known. */
const limits = ({ leastMinutes }, { ci, left }) => {
    const job = ci && leastMinutes >= JOB_MINUTES
        ? [`it waits for ${leastMinutes} min at least, and a hosted job ends after ${JOB_MINUTES}`]
        : [];
    const known = left !== null && leastMinutes >= left;
    const credentials = known
        ? [`it waits for ${leastMinutes} min at least, and the credentials live for ${left} more`]
        : [];
    const usual = left === null && ci && leastMinutes >= ROLE_MINUTES
        ? [
            `it waits for ${leastMinutes} min at least, and a role's credentials live for ${ROLE_MINUTES} unless more are asked for`,
        ]
        : [];
    return [...job, ...credentials, ...usual].map((why) => `${why}: ECS goes on all the same, and stagger deploy --resume tells how it ended`);
};


/***/ }),

/***/ 44960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vz: () => (/* binding */ GUARDS),
/* harmony export */   dR: () => (/* binding */ isFinal),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);

const FINAL = ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'];
const LEAVING = /^(STOP_|ROLLBACK_)/;
/** Exactly the revision's number, after the last slash: `/123` is not the end of `/9123`. */
const isOf = (arn, revision) => arn !== null && (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .lastSegment */ .mp)(arn) === revision;
const isFinal = ({ status }) => FINAL.includes(status);
const isGoingBack = ({ status, rollback }) => rollback !== null || LEAVING.test(status);
const GUARDS = {
    isOurs: ({ target }, revision) => isOf(target, revision),
    isFinal,
    isSuccess: ({ status }) => status === 'SUCCESSFUL',
    isServing: ({ primary }, revision) => primary === revision,
    holds: (images, digest) => digest === null || images.some((image) => image === digest || image.endsWith(`@${digest}`)),
    isStale: (known, seen) => isFinal(known) && !isFinal(seen),
    isWaiting: (deployment, answered) => !isFinal(deployment) &&
        !isGoingBack(deployment) &&
        deployment.pauses.some(({ hook }) => !answered.includes(hook)),
    mayStop: (deployment) => !isFinal(deployment) && !isGoingBack(deployment),
    isReplacedBy: (ours, other) => other.createdAt > ours.createdAt,
};


/***/ }),

/***/ 58846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PM: () => (/* binding */ shapeOfLadder),
/* harmony export */   dH: () => (/* binding */ tellPercent),
/* harmony export */   pI: () => (/* binding */ tellSteps),
/* harmony export */   rI: () => (/* binding */ checkLadder)
/* harmony export */ });
/* unused harmony export nearestShapes */
/* harmony import */ var _environment_ranges_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3440);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16589);



/** What ECS can play of a ladder: one share and then all, or equal shares in equal times. */
const shapeOfLadder = (ladder, bakeMinutes) => {
    const asked = rungs(ladder, bakeMinutes);
    if (asked.length === 1)
        return { strategy: 'blue-green', bakeMinutes: asked[0]?.minutes ?? bakeMinutes };
    const fitting = candidates(asked).find((shape) => same((0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .stepsOf */ .B_)(shape), asked));
    if (fitting)
        return fitting;
    throw new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY(noShape(asked));
};
/** Before anything is asked of AWS. */
const checkLadder = ({ steps, strategy, bakeMinutes = 0 }) => {
    if (steps && strategy === undefined)
        shapeOfLadder(steps, bakeMinutes);
};
const rungs = (ladder, bakeMinutes) => {
    const steps = ladder.map(({ percent, minutes }) => ({ tenths: (0,_environment_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .tenthsOf */ .GI)(percent), minutes }));
    return steps.at(-1)?.tenths === _shape_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL */ .y2 ? steps : [...steps, { tenths: _shape_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL */ .y2, minutes: bakeMinutes }];
};
const same = (one, other) => one.length === other.length &&
    one.every(({ tenths, minutes }, at) => tenths === other[at]?.tenths && minutes === other[at]?.minutes);
/** Every canary and every linear that has something of what was asked. */
const candidates = (asked) => {
    const before = asked.slice(0, -1);
    const bakeMinutes = Math.min(asked.at(-1)?.minutes ?? 0, _environment_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.bakeMinutes.most);
    const total = before.reduce((sum, { minutes }) => sum + minutes, 0);
    const canaries = before.map(({ tenths }) => ({ strategy: 'canary', tenths, stepMinutes: atMost(total), bakeMinutes }));
    return [...canaries, ...linears(before, total, bakeMinutes)];
};
const atMost = (minutes) => Math.min(minutes, _environment_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.bakeMinutes.most);
const linears = (before, total, bakeMinutes) => {
    const least = _environment_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.linearPercent.least * 10;
    const even = Array.from({ length: 33 }, (_, at) => Math.ceil(_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL */ .y2 / (at + 1)));
    const steps = [...new Set([...before.map(({ tenths }) => tenths), ...even])];
    return steps
        .filter((tenths) => tenths >= least && tenths < _shape_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL */ .y2)
        .map((tenths) => {
        const many = Math.ceil(_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL */ .y2 / tenths) - 1;
        return { strategy: 'linear', tenths, stepMinutes: atMost(Math.round(total / many)), bakeMinutes };
    });
};
/** The traffic in tenths of a percent times minutes by which two ladders differ. */
const apart = (one, other) => {
    const moments = [...new Set([0, ...ends(one), ...ends(other)])].sort((a, b) => a - b);
    return moments.reduce((sum, from, at) => {
        const length = (moments[at + 1] ?? from) - from;
        return sum + Math.abs(shareAt(one, from) - shareAt(other, from)) * length;
    }, 0);
};
const ends = (steps) => {
    let end = 0;
    return steps.map(({ minutes }) => {
        end += minutes;
        return end;
    });
};
const shareAt = (steps, minute) => steps[ends(steps).findIndex((end) => minute < end)]?.tenths ?? _shape_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL */ .y2;
/** Nearest first; of two that are equally near, the one that gives the new version less at once. */
const nearestShapes = (asked) => candidates(asked)
    .map((shape) => ({ shape, far: apart((0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .stepsOf */ .B_)(shape), asked) }))
    .sort((a, b) => a.far - b.far || a.shape.tenths - b.shape.tenths)
    .map(({ shape }) => shape);
const noShape = (asked) => {
    const near = nearestShapes(asked);
    const kinds = ['canary', 'linear'];
    const nearest = kinds.flatMap((kind) => near.find(({ strategy }) => strategy === kind) ?? []);
    const [first] = near;
    return {
        code: 'no-such-ladder',
        fault: 'caller',
        problem: 'ECS has no shape for these steps',
        why: [
            'It moves one share and then all (canary), or equal shares in equal times (linear).',
            `asked:  ${tellSteps(asked)}`,
            ...nearest.map((shape) => `${shape.strategy}: ${tellSteps((0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .stepsOf */ .B_)(shape))}`),
        ].join('\n'),
        fix: first ? `The nearest: ${asSettings(first)}` : 'Name a share below 100%.',
    };
};
const tellPercent = (tenths) => `${tenths / 10}%`;
/** `1% for 10 min, 5% for 10 min, 100%` */
const tellSteps = (steps) => {
    const told = steps.map(({ tenths, minutes }) => minutes > 0 ? `${tellPercent(tenths)} for ${minutes} min` : tellPercent(tenths));
    const [first, second] = told;
    if (told.length <= 6)
        return told.join(', ');
    return `${[first, second].join(', ')}, … ${told.slice(-2).join(', ')} (${told.length} steps)`;
};
const asSettings = ({ strategy, tenths, stepMinutes, bakeMinutes }) => `strategy: ${strategy}, ${strategy}: { percent: ${tenths / 10}, minutes: ${stepMinutes} }, bakeMinutes: ${bakeMinutes}`;


/***/ }),

/***/ 16589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ stepsOf),
/* harmony export */   F5: () => (/* binding */ shapeOf),
/* harmony export */   y2: () => (/* binding */ ALL)
/* harmony export */ });
/* harmony import */ var _environment_ranges_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3440);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);


/** What is taken where neither the environment nor the ECS service says more. */
const USUAL = {
    bakeMinutes: 5,
    canary: { tenths: 50, stepMinutes: 10 },
    linear: { tenths: 100, stepMinutes: 6 },
    minimum: 100,
    maximum: 200,
};
const ALL = 1000;
/** The strategy that was asked for, with the environment's numbers, else the service's own, else the usual ones. */
const shapeOf = (strategy, settings, live) => {
    const bakeMinutes = settings.bakeMinutes ?? bakeOf(live) ?? USUAL.bakeMinutes;
    switch (strategy) {
        case 'rolling':
            return rolling(settings, live);
        case 'all-at-once':
            return { strategy, minimum: 0, maximum: settings.maximumPercent ?? maximumOf(live) ?? USUAL.maximum };
        case 'blue-green':
            return { strategy, bakeMinutes };
        case 'canary':
        case 'linear':
            return { strategy, ...stepOf(strategy, settings, live), bakeMinutes };
        default:
            return (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .unreachable */ .HB)(strategy);
    }
};
const bakeOf = (live) => live && 'bakeMinutes' in live ? live.bakeMinutes : undefined;
const maximumOf = (live) => live?.strategy === 'all-at-once' && 'maximum' in live ? live.maximum : undefined;
/** A minimum of 0 that all-at-once left behind is not what rolling means; 100 and 200 are. */
const rolling = (settings, live) => {
    const before = live?.strategy === 'rolling' && 'minimum' in live ? live : null;
    return {
        strategy: 'rolling',
        minimum: settings.minimumHealthyPercent ?? before?.minimum ?? USUAL.minimum,
        maximum: settings.maximumPercent ?? before?.maximum ?? USUAL.maximum,
    };
};
const stepOf = (strategy, settings, live) => {
    const set = settings[strategy];
    if (set)
        return { tenths: (0,_environment_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .tenthsOf */ .GI)(set.percent), stepMinutes: set.minutes };
    if (live?.strategy === strategy && 'tenths' in live)
        return { tenths: live.tenths, stepMinutes: live.stepMinutes };
    return USUAL[strategy];
};
/** The shares that the new version has, one after the other; the last is everything. */
const stepsOf = (shape) => {
    if ('minimum' in shape)
        return [{ tenths: ALL, minutes: 0 }];
    const last = { tenths: ALL, minutes: shape.bakeMinutes };
    if (!('tenths' in shape))
        return [last];
    const { tenths, stepMinutes: minutes } = shape;
    if (shape.strategy === 'canary')
        return tenths < ALL ? [{ tenths, minutes }, last] : [last];
    const many = Math.ceil(ALL / tenths) - 1;
    return [...Array.from({ length: many }, (_, at) => ({ tenths: tenths * (at + 1), minutes })), last];
};


/***/ }),

/***/ 62193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ noImage),
/* harmony export */   JP: () => (/* binding */ notAPrerelease),
/* harmony export */   LT: () => (/* binding */ noGitHub),
/* harmony export */   c0: () => (/* binding */ askedIsTaken),
/* harmony export */   eJ: () => (/* binding */ notOne),
/* harmony export */   mt: () => (/* binding */ imageOfMain),
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
const tagsBusy = (service, tries) => ({
    code: 'tags-busy',
    fault: 'world',
    problem: `${service} got no version`,
    why: `other runs took the next version ${tries} times in a row`,
    fix: `run it again: stagger tag ${service} --yes`,
});
/** `--as` says one version, and more than one unit was asked for, or none. */
const notOne = (version, units) => ({
    code: 'not-one-service',
    fault: 'caller',
    problem: `${version} is one version, and ${units.length === 0 ? 'no service' : `${units.length} services`} would get it`,
    why: '--as gives a version to exactly one service or one group',
    fix: `stagger tag ${units[0] ?? 'SERVICE'} --as ${version}`,
});
const askedIsTaken = (unit, version, newest) => ({
    code: 'version-taken',
    fault: 'caller',
    problem: `${unit} has a version ${version} already`,
    why: 'it is the label of another image, and a version never moves',
    fix: `take one that is free; the newest is ${newest}`,
});
const notAPrerelease = (version, channel) => ({
    code: 'not-a-prerelease',
    fault: 'caller',
    problem: `this branch cannot make ${version}`,
    why: `it makes pre-releases only: version: prereleases: in stagger.yml says ${channel} for it`,
    fix: `leave --as out here, or run it on the default branch`,
});
/** The inputs are those of images that main built, and main gave them no version yet. */
const imageOfMain = (unit, repositories) => {
    const [images, are] = repositories.length > 1 ? ['images', 'are'] : ['image', 'is'];
    return {
        code: 'image-of-main',
        fault: 'caller',
        problem: `${unit} gets no pre-release: its ${images} ${are} the main branch’s`,
        why: `the ${images} of these inputs ${are} in ${repositories.join(', ')}, to which a run of this branch gives no names`,
        fix: `let the main branch give it a version: stagger tag ${unit} --yes`,
    };
};
const noGitHub = (tag) => ({
    code: 'no-github-token',
    fault: 'caller',
    problem: `${tag} got no release on GitHub`,
    why: 'version: github-release: true in stagger.yml asks for one, and there is no token or no repository to make it with',
    fix: 'give the step env: GITHUB_TOKEN: ${{ github.token }} and the job contents: write; or leave github-release out',
});


/***/ })

};
