export const id = 3306;
export const ids = [3306];
export const modules = {

/***/ 90030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ deployExitCode),
/* harmony export */   gg: () => (/* binding */ deploy)
/* harmony export */ });
/* unused harmony export deployOne */
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(70370);
/* harmony import */ var _ecs_check_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(18192);
/* harmony import */ var _ecs_decide_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4986);
/* harmony import */ var _ecs_definition_checks_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(13429);
/* harmony import */ var _environment_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85015);
/* harmony import */ var _report_rollout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68732);
/* harmony import */ var _report_strategy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62784);
/* harmony import */ var _rollout_ladder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58846);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59231);
/* harmony import */ var _deployment_apply_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31041);
/* harmony import */ var _deployment_before_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(25497);
/* harmony import */ var _deployment_follow_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(51117);
/* harmony import */ var _deployment_surroundings_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(64070);
/* harmony import */ var _deployment_target_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(96668);














/** Brings each image to its service, and follows each deployment to its one outcome. */
const deploy = async (world, { targets, dryRun }) => {
    const turns = oneAtATime();
    const services = await Promise.all(targets.map((target) => deployOne(world, target, { dryRun, turns })));
    return { dryRun, services };
};
const deployExitCode = ({ services }) => (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCode */ .I$)(services.flatMap(({ problems }) => problems.map(({ fault }) => fault)));
const deployOne = async (world, target, manner) => {
    const { service: name, environment, version, digest } = target;
    const begun = world.clock.now();
    const result = await carryOut(world, target, manner).catch(asResult);
    const seconds = Math.round((world.clock.now() - begun) / 100) / 10;
    const strategy = result.decision?.forecast.shape.strategy ?? target.settings.strategy ?? 'rolling';
    return { name, environment, version, digest, strategy, seconds, ...result };
};
/** What keeps one service from its deployment is that service's result; the others go on. */
const asResult = (error) => {
    if (!(error instanceof _words_js__WEBPACK_IMPORTED_MODULE_5__/* .StaggerError */ .IY))
        throw error;
    const diagnosis = error instanceof _deployment_before_js__WEBPACK_IMPORTED_MODULE_7__/* .BeforeFailed */ .P ? error.diagnosis : null;
    return { ..._deployment_follow_js__WEBPACK_IMPORTED_MODULE_8__/* .NOTHING */ .K, problems: error.problems, diagnosis };
};
const carryOut = async (world, target, { dryRun, turns }) => {
    (0,_rollout_ladder_js__WEBPACK_IMPORTED_MODULE_4__/* .checkLadder */ .rI)(target.settings);
    const wanted = render(world, target);
    const ecs = await world.ecsAt((0,_deployment_target_js__WEBPACK_IMPORTED_MODULE_10__/* .placeOf */ .$)(target));
    const live = await (0,_deployment_apply_js__WEBPACK_IMPORTED_MODULE_6__/* .gather */ .k)(ecs, target);
    const decision = (0,_ecs_decide_js__WEBPACK_IMPORTED_MODULE_0__/* .decide */ .LD)(live.value, wanted, target.settings);
    tell(world, target, decision);
    await check(world, ecs, target, live, decision);
    if (dryRun)
        return { ..._deployment_follow_js__WEBPACK_IMPORTED_MODULE_8__/* .NOTHING */ .K, decision };
    const started = await (0,_deployment_apply_js__WEBPACK_IMPORTED_MODULE_6__/* .apply */ .B)({ world, ecs, target, turns }, live, decision);
    if (!started)
        return { ..._deployment_follow_js__WEBPACK_IMPORTED_MODULE_8__/* .NOTHING */ .K, outcome: 'unchanged', decision };
    return { ...(await (0,_deployment_follow_js__WEBPACK_IMPORTED_MODULE_8__/* .follow */ .e)(world, ecs, target, started)), decision };
};
/** What the service itself does not tell: its load balancer, its alarms, what the credentials allow. */
const check = async (world, ecs, target, { now, value: { service } }, decision) => {
    if (!(0,_ecs_decide_js__WEBPACK_IMPORTED_MODULE_0__/* .begins */ .rU)(decision))
        return;
    const configuration = { ...service.deploymentConfiguration, ...decision.configuration };
    const plans = { service, now, forecast: decision.forecast, configuration, ci: world.ci };
    const definition = decision.kind === 'register' ? (0,_ecs_definition_checks_js__WEBPACK_IMPORTED_MODULE_11__/* .definitionChecks */ .f)(service, decision.input) : [];
    const checks = [...definition, ...(await (0,_deployment_surroundings_js__WEBPACK_IMPORTED_MODULE_9__/* .checkSurroundings */ .M)(ecs, target, plans))];
    for (const { state, what } of checks)
        if (state === 'caution')
            world.progress.warn(`${target.service}: ${what}`);
    const [first, ...rest] = (0,_ecs_check_js__WEBPACK_IMPORTED_MODULE_12__/* .problemsIn */ ._n)(checks);
    if (first)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_5__/* .StaggerError */ .IY(first, ...rest);
};
const render = ({ progress }, { template, service, image, version }) => {
    const { input, warnings } = (0,_environment_template_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTaskDefinition */ .P)(template.text, template.path, { service, image, version });
    for (const warning of warnings)
        progress.warn(warning);
    return input;
};
const tell = ({ progress }, { service }, decision) => {
    for (const caution of decision.cautions)
        progress.warn(`${service}: ${caution}`);
    progress.say((0,_report_rollout_js__WEBPACK_IMPORTED_MODULE_2__/* .decisionLine */ .ZS)(service, decision));
    if ((0,_ecs_decide_js__WEBPACK_IMPORTED_MODULE_0__/* .begins */ .rU)(decision))
        progress.say(`${service}: ${(0,_report_strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .forecastLine */ .A)(decision.forecast)}`);
};
const oneAtATime = () => {
    const queues = new Map();
    return (key, action) => {
        const queue = queues.get(key) ?? (0,p_limit__WEBPACK_IMPORTED_MODULE_13__/* ["default"] */ .A)(1);
        queues.set(key, queue);
        return queue(action);
    };
};


/***/ }),

/***/ 51117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ NOTHING),
  e: () => (/* binding */ follow)
});

// EXTERNAL MODULE: ./.build/commands/deployment/diagnose.js
var diagnose = __webpack_require__(34433);
// EXTERNAL MODULE: ./.build/commands/deployment/problems.js
var deployment_problems = __webpack_require__(67413);
// EXTERNAL MODULE: ./.build/commands/deployment/scaling.js
var scaling = __webpack_require__(3916);
// EXTERNAL MODULE: ./.build/ecs/passing.js
var passing = __webpack_require__(67883);
// EXTERNAL MODULE: ./.build/ecs/sight.js
var sight = __webpack_require__(8117);
// EXTERNAL MODULE: ./.build/report/rollout.js
var rollout = __webpack_require__(68732);
// EXTERNAL MODULE: ./.build/rollout/guards.js
var rollout_guards = __webpack_require__(44960);
;// CONCATENATED MODULE: ./.build/rollout/judge.js

/** The one ending that the evidence proves, or null while it proves none. */
const judge = (evidence, guards = rollout_guards/* GUARDS */.Vz) => {
    const { ours, service, started } = evidence;
    if (ours && guards.isFinal(ours))
        return judgeFinal(evidence, ours, guards);
    if (service && !service.active)
        return { outcome: 'stopped', reason: 'the service was deleted' };
    return ours && guards.isWaiting(ours, started.answered) ? judgePaused(ours, started) : null;
};
const judgePaused = ({ pauses, stage }, { answered }) => {
    const pause = pauses.find(({ hook }) => !answered.includes(hook));
    const until = pause.expiresAt === null ? '' : ` until ${new Date(pause.expiresAt).toISOString()}`;
    const then = pause.otherwise === 'CONTINUE' ? 'goes on' : 'rolls back';
    const reason = `it waits for an answer at ${stage ?? 'its pause'}${until}; without one ECS ${then}`;
    return { outcome: 'paused', reason, pause };
};
const judgeFinal = (evidence, ours, guards) => {
    if (guards.isSuccess(ours))
        return judgeSuccess(evidence, ours, guards);
    const reason = ours.rollback ?? ours.reason;
    switch (ours.status) {
        case 'ROLLBACK_SUCCESSFUL':
            return { outcome: 'rolled-back', reason };
        case 'ROLLBACK_FAILED':
            return { outcome: 'rollback-failed', reason };
        default:
            return judgeStopped(evidence, ours, guards);
    }
};
const judgeStopped = (evidence, ours, guards) => {
    if (!evidence.service)
        return null;
    return isReplaced(evidence, ours, guards)
        ? { outcome: 'superseded', reason: 'a newer deployment of this service took its place' }
        : { outcome: 'stopped', reason: ours.rollback ?? ours.reason };
};
/** SUCCESSFUL is what ECS says of a deployment. It is ours only if our revision is PRIMARY and holds our digest. */
const judgeSuccess = (evidence, ours, guards) => {
    const { service, images, started } = evidence;
    if (!service || !images)
        return null;
    if (!guards.isServing(service, started.revision)) {
        const reason = 'it ended well, but a newer deployment of this service has already taken its place';
        return isReplaced(evidence, ours, guards) ? { outcome: 'superseded', reason } : null;
    }
    if (guards.holds(images, started.digest))
        return { outcome: 'successful', reason: null };
    return { outcome: 'superseded', reason: `the service runs ${images.join(', ')}, not ${started.digest}` };
};
/** A newer deployment is seen, or something is PRIMARY that is neither ours nor what ours came to replace. */
const isReplaced = ({ others, service, started }, ours, guards) => {
    const primary = service?.primary ?? started.revision;
    const known = primary === started.revision || ours.sources.some((source) => (0,rollout_guards/* isOf */.yW)(source, primary));
    return !known || others.some((other) => guards.isReplacedBy(ours, other));
};
/** What is told when the time is over; what was seen so far still counts. */
const judgeLate = (evidence, guards = rollout_guards/* GUARDS */.Vz) => {
    const { ours, others, started } = evidence;
    if (!ours)
        return { outcome: 'timed-out', reason: 'ECS never listed the deployment' };
    if (ours.status === 'STOPPED')
        return { outcome: 'stopped', reason: ours.rollback ?? ours.reason };
    if (others.some((other) => guards.isReplacedBy(ours, other))) {
        return { outcome: 'superseded', reason: 'a newer deployment of this service was begun' };
    }
    return { outcome: 'timed-out', reason: tooLong(started, ours) };
};
const tooLong = ({ timeoutMilliseconds }, { tasks, status, stage }) => {
    const minutes = Math.round(timeoutMilliseconds / 60_000);
    const where = stage === null ? '' : `, stage ${stage}`;
    return `not over after ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}: ${tasks.running} of ${tasks.requested} tasks running, status ${status}${where}`;
};

;// CONCATENATED MODULE: ./.build/rollout/news.js
const newsOf = (ours, observation) => {
    if (observation.kind === 'lost')
        return [{ kind: 'lost', why: observation.why }];
    if (!ours)
        return [];
    const { status, stage, traffic, tasks, rollback, alarms } = ours;
    return [
        { kind: 'progress', status, stage, traffic, tasks },
        ...(alarms.length > 0 ? [{ kind: 'alarms', names: alarms }] : []),
        ...(rollback === null ? [] : [{ kind: 'rolling-back', reason: rollback }]),
    ];
};
const isNew = (told, item) => told[item.kind] !== JSON.stringify(item);
/** Once an answer comes again, the next loss is news again. */
const remember = (told, { kind }, news) => {
    const { lost, ...kept } = told;
    const before = kind === 'lost' && lost !== undefined ? told : kept;
    return { ...before, ...Object.fromEntries(news.map((item) => [item.kind, JSON.stringify(item)])) };
};
const marksOf = (news, at) => news.flatMap((item) => {
    if (item.kind !== 'progress')
        return [];
    const { status, stage, traffic, tasks } = item;
    return [{ at, status, stage, traffic, running: tasks.running, requested: tasks.requested }];
});

;// CONCATENATED MODULE: ./.build/rollout/stopping.js
/** A cancelled job is killed after about ten seconds; at a limit there is time to see how the way back ends. */
const GRACE = { cancelled: 5_000, late: 300_000 };
/** What was seen makes us want to stop it; what is over stays over. */
const wantsStop = (state, { kind }) => {
    const { started, now, stopping } = state;
    if (stopping)
        return kind === 'stop-taken' ? { ...state, stopping: { ...stopping, taken: true } } : state;
    if (kind === 'cancelled' && started.onCancel === 'rollback')
        return wanted(state, 'cancelled');
    const late = now >= started.at + started.timeoutMilliseconds;
    return late && started.onTimeout === 'rollback' ? wanted(state, 'late') : state;
};
const wanted = (state, why) => ({
    ...state,
    stopping: { why, since: state.now, taken: false },
});
/** The deployment to stop now; null where there is none, or where it goes back already. */
const stopNow = ({ stopping, ours }, guards) => stopping && !stopping.taken && ours && guards.mayStop(ours) ? ours.arn : null;
const WHY = { cancelled: 'Stagger was asked to stop', late: 'it was not over in time' };
/** The ending of a deployment that shall not go on: how it went back, or that it does. */
const afterStop = ({ stopping, ours, now }, ending) => {
    if (!stopping)
        return ending;
    const because = `${WHY[stopping.why]}, and ECS was asked to roll back`;
    if (ending)
        return ending.outcome === 'rolled-back' && stopping.taken ? { ...ending, reason: because } : ending;
    if (now - stopping.since < GRACE[stopping.why])
        return null;
    const goesBack = stopping.taken || ours?.rollback != null;
    if (goesBack)
        return { outcome: 'stopped', reason: `${because}; it is on its way back` };
    return {
        outcome: 'timed-out',
        reason: `${WHY[stopping.why]}, and ECS did not take the request to roll back`,
    };
};

;// CONCATENATED MODULE: ./.build/rollout/follow.js




const begin = (started) => {
    const state = { started, now: started.at, ours: null, service: null, others: [], images: null, told: {} };
    const look = { kind: 'look', after: 500, at: nextLook(state, rollout_guards/* GUARDS */.Vz) };
    return [{ ...state, marks: [], quiet: 0, late: 0, stopping: null, ending: null }, [look]];
};
/** One observation further. An ending is final: nothing is looked at and nothing is told after it. */
const step = (state, observation, moment, guards = rollout_guards/* GUARDS */.Vz) => {
    if (state.ending)
        return [state, []];
    const seen = wantsStop(see(state, observation, moment.now, guards), observation);
    const news = [...newsOf(seen.ours, observation), ...stoppingNews(seen)].filter((item) => isNew(seen.told, item));
    const told = {
        ...seen,
        told: remember(seen.told, observation, news),
        marks: [...seen.marks, ...marksOf(news, seen.now)],
        quiet: news.length > 0 ? 0 : state.quiet + 1,
        late: seen.now >= deadline(seen.started) ? state.late + 1 : 0,
    };
    const ending = endingOf(told, guards);
    return [
        { ...told, ending },
        [...announcements(told, news), ...(ending ? [] : next(told, observation, moment, guards))],
    ];
};
const endingOf = (state, guards) => {
    const ending = judge(state, guards);
    // Whoever wants it to stop does not wait for an answer.
    const proven = ending?.outcome === 'paused' && state.stopping ? null : ending;
    return afterStop(state, proven) ?? (isLate(state, guards) ? judgeLate(state, guards) : null);
};
const MOST_LATE_LOOKS = 3;
/** With a rollback wanted at the limit, the limit is no end. What is over already needs a look or two to be proven. */
const isLate = (state, guards) => {
    const { started, now, stopping, late } = state;
    if (stopping !== null || now < deadline(started) || started.onTimeout !== 'leave')
        return false;
    const succeeded = state.ours !== null && guards.isSuccess(state.ours);
    return !(succeeded && isUnconfirmed(state, guards)) || late >= MOST_LATE_LOOKS;
};
const deadline = ({ at, timeoutMilliseconds }) => at + timeoutMilliseconds;
const stoppingNews = ({ stopping }) => stopping ? [{ kind: 'stopping', why: stopping.why }] : [];
const announcements = ({ started, now }, news) => news.map((item) => ({ kind: 'announce', news: item, left: Math.max(0, deadline(started) - now) }));
/** Nothing is asked for by what was seen long ago, nor again after an answer that was lost: first it is looked. */
const next = (state, observation, { jitter }, guards) => {
    if (observation.kind === 'cancelled')
        return [{ kind: 'look', after: 0, at: nextLook(state, guards) }];
    const stop = showsOurs(observation, state, guards) ? stopNow(state, guards) : null;
    return stop === null ? [look(state, jitter, guards)] : [{ kind: 'stop', deployment: stop }];
};
const showsOurs = (observation, { started }, guards) => observation.kind === 'seen' && observation.deployments.some((one) => guards.isOurs(one, started.revision));
/** The server's clock never goes back, whichever of its machines answers. */
const later = (one, other) => Math.max(one, other);
const see = (state, observation, time, guards) => {
    const now = later(state.now, time);
    if (observation.kind !== 'seen')
        return { ...state, now };
    const { service, deployments, images } = observation;
    const isOurs = (one) => guards.isOurs(one, state.started.revision);
    return {
        ...state,
        now,
        service,
        ours: newer(state.ours, deployments.find(isOurs), guards),
        others: merge(state.others, deployments.filter((one) => !isOurs(one))),
        images: images ?? state.images,
    };
};
/** A stale read does not bring back to life what was seen to be over. */
const newer = (known, seen, guards) => {
    if (!seen)
        return known;
    return known && guards.isStale(known, seen) ? known : seen;
};
const merge = (known, seen) => [
    ...known.filter(({ arn }) => seen.every((other) => other.arn !== arn)),
    ...seen,
];
/** It is over, and only its images have not been asked for. */
const isUnconfirmed = ({ ours, images }, guards) => ours !== null && guards.isFinal(ours) && images === null;
const MOST_PAUSE = 10_000;
const STOPPING_PAUSE = 1_000;
const look = (state, jitter, guards) => {
    const at = nextLook(state, guards);
    if (isUnconfirmed(state, guards))
        return { kind: 'look', after: 0, at };
    const most = state.stopping ? STOPPING_PAUSE : MOST_PAUSE;
    const pause = Math.min(most, 1_000 * 1.3 ** state.quiet) * (0.75 + jitter / 2);
    const left = state.stopping ? pause : deadline(state.started) - state.now;
    return { kind: 'look', after: Math.round(Math.max(250, Math.min(pause, left))), at };
};
const nextLook = ({ ours }, guards) => {
    const final = ours !== null && guards.isFinal(ours);
    return { deployment: ours?.arn ?? null, list: ours === null || final, revision: final ? ours.target : null };
};

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/commands/deployment/target.js
var deployment_target = __webpack_require__(96668);
;// CONCATENATED MODULE: ./.build/commands/deployment/watch.js







/** Carries out what the follower wants, until it knows the ending. */
const watch = async (world, ecs, target, started) => {
    const watcher = { world, ecs, target, ahead: started.at - world.clock.now() };
    let [state, effects] = begin(started);
    try {
        while (state.ending === null) {
            const { value, now } = await carryOut(watcher, state, effects);
            [state, effects] = step(state, value, { now, jitter: world.random() });
            tell(world, target, effects);
        }
        return { ending: state.ending, deployment: arnOf(state), problems: [], marks: state.marks };
    }
    catch (error) {
        const problems = unfinished(world, target, state, error);
        return { ending: null, deployment: arnOf(state), problems, marks: state.marks };
    }
};
const arnOf = ({ ours }) => ours?.arn ?? null;
const unfinished = (world, target, state, error) => {
    if (isCancelled(world, state))
        return [(0,deployment_problems/* leftBehind */.aU)(target, arnOf(state))];
    if (!(error instanceof words/* StaggerError */.IY))
        throw error;
    return error.problems.map((problem) => (0,deployment_problems/* unwatched */.Ml)(target, arnOf(state), problem));
};
/** Asked to stop, and nobody told the follower yet. */
const isCancelled = ({ signal }, { stopping }) => signal?.aborted === true && stopping?.why !== 'cancelled';
const tell = ({ progress }, { service }, effects) => {
    for (const effect of effects)
        if (effect.kind === 'announce')
            progress.say((0,rollout/* newsLine */.IB)(service, effect.news, effect.left));
};
/** Our own clock stands in for the server's only while the server cannot be asked, and is set by it. */
const ourTime = ({ world, ahead }) => (world.clock.now() + ahead);
const carryOut = async (watcher, state, effects) => {
    const { ecs, target } = watcher;
    const stop = effects.find((effect) => effect.kind === 'stop');
    if (stop)
        return askToStop(watcher, stop.deployment);
    const look = effects.find((effect) => effect.kind === 'look');
    if (!look)
        throw new Error('a follower that has not ended looks again');
    if (!(await pause(watcher, state, look.after)))
        return { now: ourTime(watcher), value: { kind: 'cancelled' } };
    return observe(ecs, target, look.at).catch((error) => {
        if (!(0,passing/* isPassing */.W)(error))
            throw error;
        return lost(watcher, error);
    });
};
const lost = (watcher, error) => ({
    now: ourTime(watcher),
    value: { kind: 'lost', why: error.problems[0]?.why ?? error.message },
});
/** False where we were asked to stop meanwhile, and the deployment is to be rolled back then. */
const pause = async ({ world, target }, state, after) => {
    if (state.stopping?.why === 'cancelled')
        return world.clock.sleep(after).then(() => true);
    try {
        await world.clock.sleep(after, world.signal);
        return true;
    }
    catch (error) {
        if (isCancelled(world, state) && target.settings.onCancel === 'rollback')
            return false;
        throw error;
    }
};
/** One that has ended meanwhile is refused by ECS; the next look tells how it ended. */
const askToStop = async (watcher, deployment) => {
    try {
        const { now } = await watcher.ecs.stopServiceDeployment(deployment);
        return { now, value: { kind: 'stop-taken' } };
    }
    catch (error) {
        if (!(error instanceof words/* StaggerError */.IY))
            throw error;
        return lost(watcher, error);
    }
};
const MOST_DESCRIBED = 20;
const observe = async (ecs, target, look) => {
    const { now, value: service } = await ecs.describeService((0,deployment_target/* nameOf */.V)(target));
    const listed = look.list ? await newest(ecs, target) : [];
    const arns = [...new Set([...(look.deployment === null ? [] : [look.deployment]), ...listed])];
    const deployments = arns.length > 0 ? await ecs.describeServiceDeployments(arns.slice(0, MOST_DESCRIBED)) : null;
    const revisions = look.revision === null ? null : await ecs.describeServiceRevisions([look.revision]);
    const value = {
        kind: 'seen',
        service: service && (0,sight/* serviceSight */.t6)(service),
        deployments: (deployments?.value ?? []).map(sight/* deploymentSight */.hh),
        images: revisions && (0,sight/* images */.zC)(revisions.value),
    };
    return { now, value };
};
const newest = async (ecs, target) => {
    const { value } = await ecs.listServiceDeployments((0,deployment_target/* nameOf */.V)(target));
    return [...value]
        .sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0))
        .flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? []);
};

;// CONCATENATED MODULE: ./.build/commands/deployment/follow.js




const NOTHING = {
    outcome: null,
    reason: null,
    deployment: null,
    problems: [],
    decision: null,
    diagnosis: null,
    pause: null,
    marks: [],
};
/** Whatever is not over goes on without us, and so does its scaling stand still. */
const OVER = ['successful', 'rolled-back', 'rollback-failed', 'superseded'];
/** Watches a rollout to its one outcome, and says why where it is a bad one. */
const follow = async (world, ecs, site, started) => {
    const { ending, deployment, problems, marks } = await watch(world, ecs, site, started);
    if (!ending)
        return { ...NOTHING, deployment, problems, marks };
    const { outcome, reason, pause = null } = ending;
    if (OVER.includes(outcome))
        await (0,scaling/* resumeScaling */.N)(ecs, site);
    const common = { ...NOTHING, outcome, reason, deployment, pause, marks };
    if (outcome === 'successful' || outcome === 'paused')
        return common;
    const diagnosis = await (0,diagnose/* diagnose */.h)(ecs, site, started);
    return { ...common, diagnosis, problems: (0,deployment_problems/* endedBadly */.PL)(site, ending, deployment, diagnosis) };
};


/***/ }),

/***/ 96856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ recordDeployments)
/* harmony export */ });
/* harmony import */ var _environment_configuration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76842);
/* harmony import */ var _ledger_entries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44402);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99324);



/**
 * Writes down what each service of an environment runs now. What did not take over leaves the entry as it was.
 * The last deployment holds, also one of an older commit: unlike an image it says what is so, and going back is one.
 */
const recordDeployments = async (world, { services }, circumstances) => {
    const running = services.filter(({ outcome }) => outcome === 'successful' || outcome === 'unchanged');
    const entries = running.map((deployed) => entryOf(world.clock, deployed, circumstances));
    if (entries.length === 0)
        return;
    const changes = new Map(entries.map((entry) => [(0,_ledger_entries_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentPath */ .nR)(entry.environment, entry.service), (0,_ledger_entries_js__WEBPACK_IMPORTED_MODULE_1__/* .writeEntry */ .cD)(entry)]));
    const names = entries.map(({ service, version }) => `${service} ${version ?? ''}`.trim());
    await (0,_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .recordLedger */ .DB)(world, changes, `deployed to ${circumstances.environment.name}: ${names.join(', ')}`);
};
const entryOf = (clock, { name, version, digest, outcome }, { plan, environment, targets, version: asked, run }) => {
    const target = targets.find(({ service }) => service === name);
    const planned = plan.services.find(({ service }) => service.name === name);
    return {
        schema: 1,
        service: name,
        environment: environment.name,
        fingerprint: asked === null ? (planned?.image.fingerprint ?? null) : null,
        configuration: (0,_environment_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .configurationFingerprint */ .F)(environment.settings, name, target.template.text),
        digest,
        version,
        commit: plan.head,
        run,
        outcome: outcome ?? 'successful',
        time: new Date(clock.now()).toISOString(),
    };
};


/***/ }),

/***/ 32575:
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

/***/ 83306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  takeUpCommand: () => (/* binding */ takeUpCommand),
  u: () => (/* binding */ takeUpIn)
});

// EXTERNAL MODULE: ./.build/commands/configuration.js
var configuration = __webpack_require__(71539);
// EXTERNAL MODULE: ./.build/commands/deploy.js
var deploy = __webpack_require__(90030);
// EXTERNAL MODULE: ./.build/commands/deployment/record.js
var record = __webpack_require__(96856);
// EXTERNAL MODULE: ./.build/ecs/configuration.js + 1 modules
var ecs_configuration = __webpack_require__(2405);
// EXTERNAL MODULE: ./.build/ecs/passing.js
var passing = __webpack_require__(67883);
// EXTERNAL MODULE: ./.build/ecs/sight.js
var ecs_sight = __webpack_require__(8117);
// EXTERNAL MODULE: ./.build/rollout/forecast.js
var forecast = __webpack_require__(53211);
// EXTERNAL MODULE: ./.build/rollout/guards.js
var guards = __webpack_require__(44960);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/commands/deployment/follow.js + 5 modules
var follow = __webpack_require__(51117);
// EXTERNAL MODULE: ./.build/commands/deployment/problems.js
var problems = __webpack_require__(67413);
;// CONCATENATED MODULE: ./.build/commands/deployment/takeup-problems.js

const problem = (code, text, why, fix) => new words/* StaggerError */.IY({ code, fault: 'caller', problem: text, why, fix });
const nothingUnderWay = ({ service, environment }, arn) => problem('nothing-under-way', arn === null
    ? `no deployment of ${service} to ${environment} is under way`
    : `there is no deployment ${arn}`, arn === null ? 'The newest one is over, or there is none.' : 'ECS keeps deployments for 90 days.', `How the last one ended: stagger status, or aws ecs list-service-deployments --service ${service}`);
const alreadyOver = ({ service }, { arn, status, reason }) => problem('already-over', `the deployment of ${service} is over already`, `${arn} is ${status}${reason === null ? '' : `: ${reason}`}.`, `To go back to an older version: stagger rollback ${service}`);
const notPaused = ({ service }, { arn, status, stage, pauses }, hook) => {
    const waiting = pauses.map((pause) => pause.hook);
    const there = waiting.length > 0 ? ` What waits: ${waiting.join(', ')}.` : ' Nothing waits.';
    return problem('not-paused', hook === null
        ? `the deployment of ${service} waits for no answer`
        : `nothing waits for an answer by the name ${hook}`, `${arn} is ${status}${stage === null ? '' : ` at ${stage}`}.${there}`, 'Each pause has a name of its own, and is answered once; look again, or take it up with stagger deploy --resume.');
};

// EXTERNAL MODULE: ./.build/commands/deployment/target.js
var target = __webpack_require__(96668);
;// CONCATENATED MODULE: ./.build/commands/takeup.js










/** Takes rollouts up again: follows them, answers their pauses, or has them rolled back. */
const takeUp = async (world, { wishes, dryRun }) => ({
    dryRun,
    services: await Promise.all(wishes.map((wish) => takeUpOne(world, wish, dryRun))),
});
const takeUpOne = async (world, wish, dryRun) => {
    const begun = world.clock.now();
    const { digest, ...result } = await carryOut(world, wish, dryRun).catch((error) => {
        if (!(error instanceof words/* StaggerError */.IY))
            throw error;
        return { ...follow/* NOTHING */.K, problems: error.problems, strategy: 'rolling', digest: null };
    });
    const seconds = Math.round((world.clock.now() - begun) / 100) / 10;
    const { service: name, environment } = wish.site;
    return { name, environment, version: null, digest: digest ?? '', seconds, ...result };
};
const carryOut = async (world, wish, dryRun) => {
    const ecs = await world.ecsAt((0,target/* placeOf */.$)(wish.site));
    const found = await find(ecs, wish);
    const { strategy, started } = plan(found, wish.site);
    const common = { strategy, digest: found.digest };
    const hook = wish.wish === 'continue' ? pauseOf(found, wish) : null;
    if (wish.wish === 'stop' && (0,guards/* isFinal */.dR)(found.sight))
        throw alreadyOver(wish.site, found.sight);
    world.progress.say(`${wish.site.service}: ${wish.wish} ${found.sight.arn}`);
    if (dryRun)
        return { ...follow/* NOTHING */.K, ...common, deployment: found.sight.arn };
    await ask(world, ecs, found, { ...wish, hook });
    const answered = hook === null ? [] : [hook];
    const result = await (0,follow/* follow */.e)(world, ecs, wish.site, { ...started, answered });
    return { ...withoutWanted(wish, result), ...common };
};
/** Who wanted it to go back has what he wanted. */
const withoutWanted = ({ wish }, result) => wish === 'stop' && result.outcome === 'rolled-back' ? { ...result, problems: [], diagnosis: null } : result;
const plan = ({ service, sight, now, digest }, { settings }) => {
    const shape = (0,ecs_configuration/* liveShape */.ae)(service.deploymentConfiguration ?? {}) ?? {
        strategy: 'rolling',
        minimum: 100,
        maximum: 200,
    };
    const minutes = (0,forecast/* followMinutes */.X7)(settings, (0,forecast/* forecast */.g3)(shape, settings, service.desiredCount ?? 0));
    const { onCancel = 'leave', onTimeout = 'leave' } = settings;
    const revision = sight.target?.slice(sight.target.lastIndexOf('/') + 1) ?? '';
    const limits = { timeoutMilliseconds: minutes * 60_000, onCancel, onTimeout };
    return { strategy: shape.strategy, started: { revision, digest, at: now, answered: [], ...limits } };
};
const find = async (ecs, { site, deployment: arn }) => {
    const { now, value: service } = await ecs.describeService((0,target/* nameOf */.V)(site));
    if (!service)
        throw (0,problems/* missingService */.wu)(site, null);
    const deployment = await (arn === null ? underWay(ecs, site) : described(ecs, arn));
    if (!deployment)
        throw nothingUnderWay(site, arn);
    const sight = (0,ecs_sight/* deploymentSight */.hh)(deployment);
    const revisions = sight.target === null ? [] : (await ecs.describeServiceRevisions([sight.target])).value;
    const names = (0,ecs_sight/* images */.zC)(revisions).map((name) => name.slice(name.lastIndexOf('@') + 1));
    return { service, deployment, sight, now, digest: names.find(words/* isDigest */.Bc) ?? null };
};
const described = async (ecs, arn) => (await ecs.describeServiceDeployments([arn])).value[0] ?? null;
/** The newest one, if it is not over. */
const underWay = async (ecs, site) => {
    const { value } = await ecs.listServiceDeployments((0,target/* nameOf */.V)(site));
    const [newest] = [...value].sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0));
    const found = newest?.serviceDeploymentArn ? await described(ecs, newest.serviceDeploymentArn) : null;
    return found && !(0,guards/* isFinal */.dR)((0,ecs_sight/* deploymentSight */.hh)(found)) ? found : null;
};
const pauseOf = ({ sight }, { site, hook }) => {
    const found = sight.pauses.find((pause) => hook === null || pause.hook === hook);
    if (!found)
        throw notPaused(site, sight, hook);
    return found.hook;
};
/** An answer may be lost after it was heard: then nothing waits for it any more. */
const ask = async (world, ecs, { sight }, { wish, hook }) => {
    if (wish === 'resume')
        return;
    const send = () => hook === null
        ? ecs.stopServiceDeployment(sight.arn)
        : ecs.continueServiceDeployment(sight.arn, hook, 'CONTINUE');
    await send().catch(async (error) => {
        if (!(0,passing/* isPassing */.W)(error))
            throw error;
        await world.clock.sleep(2_000, world.signal);
        const now = await described(ecs, sight.arn);
        if (now && wasHeard((0,ecs_sight/* deploymentSight */.hh)(now), hook))
            return;
        await send();
    });
};
const wasHeard = (sight, hook) => hook === null
    ? sight.status !== 'IN_PROGRESS' && sight.status !== 'PENDING'
    : sight.pauses.every((pause) => pause.hook !== hook);
/** The ARN of a service deployment tells where it is: …:service-deployment/CLUSTER/SERVICE/ID. */
const placeOfDeployment = (arn) => {
    const found = /^arn:[\w-]+:ecs:([\w-]+):\d*:service-deployment\/([^/]+)\/([^/]+)\/[^/]+$/.exec(arn);
    const [, region, cluster, service] = found ?? [];
    return region && cluster && service ? { region, cluster, service } : null;
};

// EXTERNAL MODULE: ./.build/environment/settings.js
var settings = __webpack_require__(60159);
// EXTERNAL MODULE: ./.build/report/deploy.js + 2 modules
var report_deploy = __webpack_require__(90361);
// EXTERNAL MODULE: ./.build/main/session.js + 28 modules
var session = __webpack_require__(51049);
// EXTERNAL MODULE: ./.build/main/signals.js
var signals = __webpack_require__(32575);
// EXTERNAL MODULE: ./.build/main/targets.js + 6 modules
var targets = __webpack_require__(59992);
;// CONCATENATED MODULE: ./.build/main/takeup.js










const usage = (problem, why, fix) => new words/* StaggerError */.IY({ code: 'usage', fault: 'caller', problem, why, fix });
/** Where the rollouts are: what the environment says, or what the ARN says. */
const sitesIn = async (session, options) => {
    const { environment, deployment, services } = options;
    if (deployment !== null && services.length > 1)
        throw usage('one deployment belongs to one service', `${services.length} services are named`, 'name one, or none');
    if (environment === null)
        return [siteOf(deployment)];
    const root = await session.git.treeOf(await session.git.commit('HEAD'));
    const found = (0,configuration/* findEnvironment */.jY)(await (0,configuration/* configurationAt */.wr)(session.git, root, session.readConfiguration), environment);
    const names = services.length > 0 ? services : [placeOfDeployment(deployment ?? '')?.service ?? ''];
    return names.map((name) => ({
        service: serviceNamed(name),
        environment: found.name,
        settings: (0,settings/* settingsFor */.zc)(found.settings, name),
    }));
};
const serviceNamed = (name) => {
    if ((0,words/* isServiceName */.tN)(name))
        return name;
    throw usage(`${JSON.stringify(name)} is no service`, 'a service or a deployment has to be named', 'name a service of stagger.yml');
};
/** The environment's other settings are not known then; ECS knows what it does. */
const siteOf = (deployment) => {
    const place = placeOfDeployment(deployment ?? '');
    if (!place)
        throw usage(deployment === null
            ? 'nobody knows which deployment is meant'
            : `${deployment} is no service deployment`, 'without an environment the ARN of a service deployment tells where it is', 'name a service and --environment, or arn:aws:ecs:REGION:ACCOUNT:service-deployment/CLUSTER/SERVICE/ID');
    const { region, cluster, service } = place;
    return {
        service: service,
        environment: cluster,
        settings: { region, cluster, service, taskDefinition: '' },
    };
};
const takeUpIn = (options, progress) => (0,session/* inSession */.Cp)(options.repo, progress, (session) => (0,signals/* untilStopped */.s)(async (signal) => {
    const sites = await sitesIn(session, options);
    const { deployment, hook, wish, yes } = options;
    const here = sites.every(({ settings }) => (0,targets/* isRehearsal */.SK)(settings.endpoint));
    const dryRun = wish !== 'resume' && !yes && !session.invocation.ci && !here;
    const wishes = sites.map((site) => ({ wish, site, deployment, hook }));
    const result = await takeUp((0,targets/* worldOf */.cO)(session, signal), { wishes, dryRun });
    if (!dryRun && (session.invocation.trusted || yes))
        await takeup_record(session, options, result);
    return result;
}));
/** What succeeded is written down where it is what this commit would have deployed; else its own commit's run does it. */
const takeup_record = async (session, options, result) => {
    const { environment, services } = options;
    const good = result.services.filter(({ outcome }) => outcome === 'successful');
    if (good.length === 0 || environment === null || services.length === 0)
        return;
    const wanted = { services, environment, version: null, strategy: null, registry: null, back: false };
    const chosen = await (0,targets/* targetsIn */.A6)(session, wanted).catch((error) => {
        if (error instanceof words/* StaggerError */.IY)
            return null;
        throw error;
    });
    const same = good.flatMap((deployed) => {
        const target = chosen?.targets.find((one) => one.service === deployed.name && one.digest === deployed.digest);
        return target ? [{ ...deployed, version: target.version }] : [];
    });
    for (const { name } of good.filter((one) => same.every((other) => other.name !== one.name)))
        session.progress.warn(`${name}: it runs now, and another commit's: its ledger entry is written when that commit is deployed again`);
    if (chosen && same.length > 0)
        await (0,record/* recordDeployments */.G)(session, { ...result, services: same }, { ...chosen, version: null, run: session.invocation.run });
};
const takeUpCommand = async (options, progress) => {
    const result = await takeUpIn(options, progress);
    const [json, text, failures] = [(0,report_deploy/* deployJson */.m6)(result), (0,report_deploy/* deployText */.PL)(result), (0,report_deploy/* deployFailures */.lw)(result)];
    return { code: (0,deploy/* deployExitCode */.$6)(result), json, text, failures };
};


/***/ }),

/***/ 90361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lw: () => (/* binding */ deployFailures),
  el: () => (/* binding */ deployHeadline),
  m6: () => (/* binding */ deployJson),
  PS: () => (/* binding */ deployMarkdown),
  PL: () => (/* binding */ deployText)
});

// EXTERNAL MODULE: ./.build/report/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./.build/report/diagnosis.js

const indent = (lines) => lines.map((line) => `  ${line}`);
/** What happened, why, how to go on, and what the tasks and their containers said. */
const failureLines = ({ problems, diagnosis }) => [
    ...problems.flatMap(({ problem, why, fix }) => [problem, `why: ${why}`, `fix: ${fix}`].map(table/* printable */.g$)),
    ...(diagnosis ? diagnosisLines(diagnosis) : []),
];
const diagnosisLines = ({ tasks, targets, logs, events }) => [
    ...tasks.flatMap(taskLines),
    ...targets.map(targetLine),
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
const targetLine = ({ group, target, state, reason, description }) => (0,table/* printable */.g$)(`target ${target} of ${group}: ${[state, reason, description].filter(Boolean).join(', ')}`);
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

// EXTERNAL MODULE: ./.build/report/rollout.js
var rollout = __webpack_require__(68732);
;// CONCATENATED MODULE: ./.build/report/timeline.js


/** Fewer are told as well by the table of outcomes. */
const LEAST = 3;
/** What a picture can show and still be read. */
const MOST = 40;
const COLUMNS = [
    { title: 'after', align: 'right' },
    { title: 'stage' },
    { title: 'traffic', align: 'right' },
    { title: 'tasks', align: 'right' },
];
/** How a rollout went, as a picture of its stages, and as the table that it is drawn from. */
const timelineMarkdown = ({ name, marks }) => {
    if (marks.length < LEAST)
        return '';
    return [
        `\n<details><summary>how ${name} went</summary>\n`,
        gantt(marks.slice(-MOST)),
        (0,table/* markdownTable */.Qj)(COLUMNS, rows(marks)),
        '</details>\n',
    ].join('\n');
};
const secondsSince = (marks, mark) => Math.round((mark.at - (marks[0]?.at ?? mark.at)) / 1000);
const title = ({ stage, status }) => (0,rollout/* asWords */.kk)(stage ?? status);
const rows = (marks) => marks.map((mark) => [
    `${secondsSince(marks, mark)} s`,
    title(mark),
    mark.traffic === null ? '–' : `${mark.traffic.production / 10}%`,
    `${mark.running}/${mark.requested}`,
]);
/** A bar for each stretch of time in which nothing new was told. Mermaid's own words are letters and digits only. */
const gantt = (marks) => [
    '```mermaid',
    'gantt',
    '  dateFormat X',
    '  axisFormat %H:%M:%S',
    ...marks.flatMap(bar(marks)),
    '```',
    '',
].join('\n');
const bar = (marks) => (mark, at) => {
    const begins = Math.floor(mark.at / 1000);
    const ends = Math.max(begins + 1, Math.floor((marks[at + 1]?.at ?? mark.at) / 1000));
    const share = mark.traffic === null ? '' : ` ${mark.traffic.production / 10}%`;
    const before = marks[at - 1];
    const section = before && title(before) === title(mark) ? [] : [`  section ${plain(title(mark))}`];
    const kind = /FAILED|STOP|ROLLBACK/.test(mark.status)
        ? 'crit, '
        : mark.status === 'SUCCESSFUL'
            ? 'done, '
            : '';
    return [...section, `  ${mark.running} of ${mark.requested} tasks${share} :${kind}${begins}, ${ends}`];
};
const plain = (text) => text.replace(/[^\w ]/g, ' ');

;// CONCATENATED MODULE: ./.build/report/deploy.js




const deploy_COLUMNS = [
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
    const parts = [...new Set(texts)].map((text) => `${texts.filter((other) => other === text).length} ${words(text)}`);
    return `${(0,rollout/* count */.U9)(services.length, 'service')}: ${parts.join(', ')}.`;
};
const words = (outcome) => outcome.replaceAll('-', ' ');
/** The whole result for a terminal. */
const deployText = (result) => {
    const rows = result.services.map((deployed) => row(deployed, result.dryRun));
    const details = result.services.flatMap((deployed) => detailLines(deployed, result.dryRun));
    const hint = result.dryRun ? ['\nThis was a dry run. With --yes it is done.\n'] : [];
    return [
        (0,table/* table */.tp)(deploy_COLUMNS, rows),
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
    const lines = [...planned, ...pausedLines(deployed), ...failed];
    return lines.length > 0 ? ['', `${deployed.name}`, ...indent(lines), ''] : [];
};
/** How somebody, in any later run, lets it go on or go back. */
const pausedLines = ({ name, environment, pause, reason, deployment }) => {
    if (!pause)
        return [];
    const where = `${name} --environment ${environment}`;
    return [
        (0,table/* printable */.g$)(reason ?? 'it waits for an answer'),
        `to go on: stagger continue ${where}`,
        `to go back: stagger stop ${where}`,
        `the pause is ${(0,table/* printable */.g$)(pause.hook)} of ${(0,table/* printable */.g$)(deployment ?? '')}`,
    ];
};
const planLines = ({ name, decision }) => decision
    ? [
        (0,rollout/* decisionLine */.ZS)(name, decision).slice(name.length + 2),
        ...indent(decision.kind === 'register' ? decision.differences.map(rollout/* differenceLine */.QH) : []),
    ]
    : [];
/** The whole result for a page of GitHub: what passed is folded away, what failed stands open. */
const deployMarkdown = (result) => {
    const rows = result.services.map((deployed) => row(deployed, result.dryRun));
    const details = result.services.map((deployed) => `${detailMarkdown(deployed, result.dryRun)}${timelineMarkdown(deployed)}`);
    return [`**${(0,table/* markdownText */.p7)(deployHeadline(result))}**\n\n`, (0,table/* markdownTable */.Qj)(deploy_COLUMNS, rows), ...details].join('');
};
const detailMarkdown = (deployed, dryRun) => {
    const lines = detailLines(deployed, dryRun)
        .filter((line) => line !== '')
        .slice(1);
    if (lines.length === 0)
        return '';
    const open = deployed.problems.length > 0 || deployed.pause ? ' open' : '';
    const body = lines.map(htmlText).join('\n');
    const summary = `<summary>${(0,table/* markdownText */.p7)(deployed.name)}</summary>`;
    return `\n<details${open}>${summary}\n\n<pre>\n${body}\n</pre>\n\n</details>\n`;
};
const htmlText = (line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** The documented object of `deploy --json`. */
const deployJson = ({ services, dryRun }) => ({
    schema: 1,
    services: services.map(({ problems, decision, diagnosis: _, marks: _marks, reason: _reason, ...told }) => ({
        ...told,
        problem: problems[0] ?? null,
        ...(dryRun ? { planned: decision && { ...decision, input: undefined } } : {}),
    })),
});


/***/ })

};
