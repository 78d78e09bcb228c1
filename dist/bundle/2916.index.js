export const id = 2916;
export const ids = [2916];
export const modules = {

/***/ 58436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ deploy),
  $: () => (/* binding */ deployExitCode)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./.build/ecs/check.js
var check = __webpack_require__(18192);
// EXTERNAL MODULE: ./.build/ecs/decide.js + 2 modules
var decide = __webpack_require__(73099);
// EXTERNAL MODULE: ./.build/ecs/definition-checks.js
var definition_checks = __webpack_require__(13429);
// EXTERNAL MODULE: ./.build/ecs/together.js
var together = __webpack_require__(34200);
// EXTERNAL MODULE: ./.build/report/rollout.js
var rollout = __webpack_require__(68732);
// EXTERNAL MODULE: ./.build/report/strategy.js
var strategy = __webpack_require__(62784);
// EXTERNAL MODULE: ./.build/rollout/ladder.js
var ladder = __webpack_require__(58846);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/commands/deployment/apply.js + 2 modules
var apply = __webpack_require__(56521);
// EXTERNAL MODULE: ./.build/commands/deployment/before.js + 1 modules
var before = __webpack_require__(25497);
// EXTERNAL MODULE: ./.build/commands/deployment/drift.js + 1 modules
var drift = __webpack_require__(18980);
// EXTERNAL MODULE: ./.build/commands/deployment/follow.js + 5 modules
var follow = __webpack_require__(51117);
;// CONCATENATED MODULE: ./.build/commands/deployment/pace.js

/** Shorter than this nobody wonders, in milliseconds. */
const LONG = 10_000;
/**
 * Says once, as soon as all have decided, how long AWS's rates make what they decided last: nothing else tells that the
 * last of many services waits for the first.
 */
const tellPace = (progress, services) => {
    const registering = new Map();
    let left = services;
    const decided = (ecs) => {
        left -= 1;
        if (ecs)
            registering.set(ecs, (registering.get(ecs) ?? 0) + 1);
        if (left === 0)
            tell(progress, registering);
    };
    return () => onlyFirst(decided);
};
/** Who decided, and failed then, has decided. */
const onlyFirst = (decided) => {
    let isOver = false;
    return (registers) => {
        if (!isOver)
            decided(registers);
        isOver = true;
    };
};
const tell = ({ say }, registering) => {
    const longest = Math.max(0, ...[...registering].map(([ecs, many]) => ecs.registrationsLast(many)));
    const all = [...registering.values()].reduce((sum, many) => sum + many, 0);
    if (longest > LONG)
        say((0,rollout/* paceLine */.sH)(all, longest));
};

;// CONCATENATED MODULE: ./.build/commands/deployment/several.js

/**
 * Deploys them side by side. What goes before (a migration) is the service's and not theirs: the first of them runs it,
 * once, and the others wait for it. Where the first does not get as far, nor do they.
 */
const several_together = async ([first, ...others], deployOne) => {
    if (!first)
        return [];
    if (others.length === 0 || !first.settings.before) {
        const alone = (run) => run();
        return Promise.all([first, ...others].map((target) => deployOne(target, alone)));
    }
    const gate = openedOnce();
    const leading = deployOne(first, (run) => gate.keep(run())).then((deployed) => {
        gate.open(deployed);
        return deployed;
    });
    return Promise.all([leading, ...others.map((target) => deployOne(target, () => gate.opened))]);
};
/** It opens when what goes before is over, or was not needed; it never does where it failed, or was never reached. */
const openedOnce = () => {
    let settle = () => { };
    const opened = new Promise((open, stay) => {
        settle = (failed) => (failed ? stay(failed) : open());
    });
    // Whoever waits is told; that nobody may be waiting is no failure of its own.
    opened.catch(() => { });
    const keep = (run) => run.then(() => settle(null), (error) => {
        if (error instanceof words/* StaggerError */.IY)
            settle(error);
        throw error;
    });
    const open = ({ outcome, problems: [first, ...rest] }) => settle(outcome === null && first ? new words/* StaggerError */.IY(first, ...rest) : null);
    return { opened, keep, open };
};

// EXTERNAL MODULE: ./.build/commands/deployment/surroundings.js + 1 modules
var surroundings = __webpack_require__(27608);
// EXTERNAL MODULE: ./.build/commands/deployment/target.js
var deployment_target = __webpack_require__(96668);
// EXTERNAL MODULE: ./.build/commands/deployment/wanted.js + 2 modules
var deployment_wanted = __webpack_require__(26158);
// EXTERNAL MODULE: ./.build/commands/elapsed.js
var elapsed = __webpack_require__(1169);
;// CONCATENATED MODULE: ./.build/commands/deploy.js



















/** Brings each image to its service, and follows each deployment to its one outcome. */
const deploy = async (world, { targets, dryRun }) => {
    const turns = oneAtATime();
    const pace = tellPace(world.progress, targets.length);
    const services = await Promise.all((0,together/* byService */.FH)(targets, ({ service }) => service).map((several) => several_together(several, (target, before) => deployOne(world, target, { dryRun, turns, before, decided: pace() }))));
    return { dryRun, services: services.flat() };
};
const deployExitCode = ({ services }) => (0,words/* exitCode */.I$)(services.flatMap(({ problems }) => problems.map(({ fault }) => fault)));
const deployOne = async (world, target, manner) => {
    const { service: name, environment, version, digest, ecs } = target;
    const begun = world.clock.now();
    const result = await carryOut((0,deployment_target/* toldOf */.dc)(world, target), target, manner).catch(asResult);
    manner.decided(null);
    const seconds = (0,elapsed/* secondsSince */.w)(world.clock, begun);
    const strategy = result.decision?.forecast.shape.strategy ?? target.settings.strategy ?? 'rolling';
    const place = ecs === undefined ? {} : { ecs };
    return { name, ...place, environment, version, digest, strategy, seconds, ...result };
};
/** What keeps one service from its deployment is that service's result; the others go on. */
const asResult = (error) => {
    if (!(error instanceof words/* StaggerError */.IY))
        throw error;
    const diagnosis = error instanceof before/* BeforeFailed */.P ? error.diagnosis : null;
    return { ...follow/* NOTHING */.K, problems: error.problems, diagnosis };
};
const carryOut = async (world, target, { dryRun, decided, ...manner }) => {
    (0,ladder/* checkLadder */.rI)(target.settings);
    const wanted = (0,deployment_wanted/* wantedDefinition */.B)(target);
    const ecs = await world.ecsAt((0,deployment_target/* placeOf */.$t)(target));
    const live = await (0,apply/* gather */.kg)(ecs, target);
    const { input, warnings } = wanted(live.value);
    const decision = (0,decide/* decide */.LD)(live.value, input, target.settings);
    decided(decision.kind === 'register' ? ecs : null);
    deploy_tell(world, target, decision, [...warnings, ...(await (0,drift/* driftOf */.$)(ecs, target, live.value))]);
    await deploy_check(world, ecs, target, live, decision);
    if (dryRun)
        return { ...follow/* NOTHING */.K, decision };
    const started = await (0,apply/* apply */.Bb)({ world, ecs, target, ...manner }, live, decision);
    if (!started)
        return { ...follow/* NOTHING */.K, outcome: 'unchanged', decision };
    return { ...(await (0,follow/* follow */.e)(world, ecs, target, started)), decision };
};
/** What the service itself does not tell: its load balancer, its alarms, what the credentials allow. */
const deploy_check = async (world, ecs, target, { now, value: live }, decision) => {
    if (!(0,decide/* begins */.rU)(decision))
        return;
    const { service } = live;
    const configuration = (0,decide/* effectiveConfiguration */.kH)(live, decision);
    const { codeDeploy: group } = live;
    const plans = { service, now, forecast: decision.forecast, configuration, ci: world.ci, group };
    const definition = decision.kind === 'register' ? (0,definition_checks/* definitionChecks */.f)(service, decision.input) : [];
    const checks = [...definition, ...(await (0,surroundings/* checkSurroundings */.M)(ecs, target, plans))];
    for (const { state, what } of checks)
        if (state === 'caution')
            world.progress.warn(`${target.service}: ${what}`);
    const [first, ...rest] = (0,check/* problemsIn */._n)(checks);
    if (first)
        throw new words/* StaggerError */.IY(first, ...rest);
};
const deploy_tell = ({ progress }, { service }, decision, warnings) => {
    for (const caution of [...warnings, ...decision.cautions])
        progress.warn(`${service}: ${caution}`);
    progress.say((0,rollout/* decisionLine */.ZS)(service, decision));
    if (decision.kind === 'register')
        for (const difference of decision.differences)
            progress.say(`${service}:   ${(0,rollout/* differenceLine */.QH)(difference)}`);
    if ((0,decide/* begins */.rU)(decision))
        progress.say(`${service}: ${(0,strategy/* forecastLine */.A)(decision.forecast)}`);
};
const oneAtATime = () => {
    const queues = new Map();
    return (key, action) => {
        const queue = queues.get(key) ?? (0,p_limit/* default */.A)(1);
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
const judgePaused = ({ pauses, stage }, { answered, by = 'ECS' }) => {
    const pause = pauses.find(({ hook }) => !answered.includes(hook));
    const until = pause.expiresAt === null ? '' : ` until ${new Date(pause.expiresAt).toISOString()}`;
    const then = pause.otherwise === 'CONTINUE' ? 'goes on' : 'rolls back';
    const reason = `it waits for an answer at ${stage ?? 'its pause'}${until}; without one ${by} ${then}`;
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
    if (isReplaced(evidence, ours, guards))
        return { outcome: 'superseded', reason: 'a newer deployment of this service took its place' };
    // The service was asked before its deployment was: what stopped it may have come in between. Images are asked for after.
    const again = evidence.images === null && ours.target !== null;
    return again ? null : { outcome: 'stopped', reason: ours.rollback ?? ours.reason };
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
/** A newer deployment is seen, or something is PRIMARY that is neither ours nor what ours came to replace, where that was told. */
const isReplaced = ({ others, service, started }, ours, guards) => {
    const primary = service?.primary ?? started.revision;
    const known = primary === started.revision || ours.sources.some((source) => (0,rollout_guards/* isOf */.yW)(source, primary));
    return (!known && ours.sources.length > 0) || others.some((other) => guards.isReplacedBy(ours, other));
};
/** What is told when the time is over; what was seen so far still counts. */
const judgeLate = (evidence, guards = rollout_guards/* GUARDS */.Vz) => {
    const { ours, others, started } = evidence;
    if (!ours)
        return { outcome: 'timed-out', reason: `${started.by ?? 'ECS'} never listed the deployment` };
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
    const { status, stage, traffic, tasks, rollback, alarms, hooks } = ours;
    return [
        { kind: 'progress', status, stage, traffic, tasks },
        ...(hooks.length > 0 ? [{ kind: 'hooks', stage, names: hooks }] : []),
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
    stopping: { why, since: state.now, asked: false, taken: false },
});
/** The deployment to stop now; null where there is none, or where it goes back already. */
const stopNow = ({ stopping, ours }, guards) => stopping && !stopping.taken && ours && guards.mayStop(ours) ? ours.arn : null;
const WHY = { cancelled: 'Stagger was asked to stop', late: 'it was not over in time' };
/** The ending of a deployment that shall not go on: how it went back, or that it does. */
const afterStop = ({ started, stopping, ours, now }, ending) => {
    if (!stopping)
        return ending;
    const { by = 'ECS' } = started;
    const because = `${WHY[stopping.why]}, and ${by} was asked to roll back`;
    if (ending)
        return ending.outcome === 'rolled-back' && stopping.taken ? { ...ending, reason: because } : ending;
    if (now - stopping.since < GRACE[stopping.why])
        return null;
    const goesBack = stopping.taken || ours?.rollback != null;
    if (goesBack)
        return { outcome: 'stopped', reason: `${because}; it is on its way back` };
    return {
        outcome: 'timed-out',
        reason: `${WHY[stopping.why]}, and ${by} did not take the request to roll back`,
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
    const stop = showsOurs(observation, told, guards) ? stopNow(told, guards) : null;
    const ending = isFirst(stop, told) ? null : endingOf(told, guards);
    return [
        { ...told, stopping: asking(told, stop), ending },
        [...announcements(told, news), ...(ending ? [] : next(told, observation, moment, { stop, guards }))],
    ];
};
/** However long the look took that shows it: nobody gives up, nor says that ECS did not listen, before it was asked once. */
const isFirst = (stop, { stopping }) => stop !== null && stopping?.asked === false;
const asking = ({ stopping }, stop) => stopping && stop !== null ? { ...stopping, asked: true } : stopping;
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
const next = (state, observation, { jitter }, { stop, guards }) => {
    if (observation.kind === 'cancelled')
        return [{ kind: 'look', after: 0, at: nextLook(state, guards) }];
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
// EXTERNAL MODULE: ./.build/commands/deployment/controller.js
var deployment_controller = __webpack_require__(16689);
;// CONCATENATED MODULE: ./.build/commands/deployment/watch.js






/** Carries out what the follower wants, until it knows the ending. */
const watch = async (world, ecs, target, started) => {
    const controller = (0,deployment_controller/* controllerOf */.O)(ecs, target, started);
    const watcher = { world, controller, target, ahead: started.at - world.clock.now() };
    let [state, effects] = begin(started);
    try {
        while (state.ending === null) {
            const { value, now } = await carryOut(watcher, state, effects);
            const known = arnOf(state);
            [state, effects] = step(state, value, { now, jitter: world.random() });
            if (arnOf(state) !== known)
                watch_name(world, target, state);
            tell(world, target, effects, started.by);
        }
        return { ending: state.ending, deployment: arnOf(state), problems: [], marks: state.marks };
    }
    catch (error) {
        const problems = unfinished(world, target, state, error);
        return { ending: null, deployment: arnOf(state), problems, marks: state.marks };
    }
};
const watch_name = ({ rollouts }, site, state) => rollouts?.begun({ site, revision: state.started.revision, deployment: arnOf(state) });
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
const tell = ({ progress }, { service }, effects, by) => {
    for (const effect of effects)
        if (effect.kind === 'announce')
            progress.say((0,rollout/* newsLine */.IB)(service, effect.news, effect.left, by));
};
/** Our own clock stands in for the server's only while the server cannot be asked, and is set by it. */
const ourTime = ({ world, ahead }) => (world.clock.now() + ahead);
const carryOut = async (watcher, state, effects) => {
    const { controller } = watcher;
    const stop = effects.find((effect) => effect.kind === 'stop');
    if (stop)
        return askToStop(watcher, stop.deployment);
    const look = effects.find((effect) => effect.kind === 'look');
    if (!look)
        throw new Error('a follower that has not ended looks again');
    if (!(await pause(watcher, state, look.after)))
        return { now: ourTime(watcher), value: { kind: 'cancelled' } };
    return controller.observe(look.at).catch((error) => {
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
        const { now } = await watcher.controller.stop(deployment);
        return { now, value: { kind: 'stop-taken' } };
    }
    catch (error) {
        if (!(error instanceof words/* StaggerError */.IY))
            throw error;
        return lost(watcher, error);
    }
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
    const { revision } = started;
    world.rollouts?.begun({ site, revision, deployment: null });
    const result = await toItsEnd(world, ecs, site, started);
    if (isSeenTo(world, started, result))
        world.rollouts?.done({ site, revision });
    return result;
};
/** Who was asked to stop, and wants it to go back, may have to leave before it did. */
const isSeenTo = ({ signal }, { onCancel }, { outcome }) => signal?.aborted !== true || onCancel === 'leave' || (outcome !== null && OVER.includes(outcome));
const toItsEnd = async (world, ecs, site, started) => {
    const { ending, deployment, problems, marks } = await watch(world, ecs, site, started);
    if (!ending)
        return { ...NOTHING, deployment, unseen: true, problems, marks };
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

/***/ 87822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I6: () => (/* binding */ find),
  yj: () => (/* binding */ startedFrom)
});

// UNUSED EXPORTS: described

// EXTERNAL MODULE: ./.build/ecs/codedeploy/group.js
var group = __webpack_require__(92684);
// EXTERNAL MODULE: ./.build/ecs/configuration.js + 1 modules
var configuration = __webpack_require__(2405);
// EXTERNAL MODULE: ./.build/ecs/sight.js
var ecs_sight = __webpack_require__(8117);
// EXTERNAL MODULE: ./.build/rollout/forecast.js
var forecast = __webpack_require__(53211);
// EXTERNAL MODULE: ./.build/rollout/guards.js
var guards = __webpack_require__(44960);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/ecs/codedeploy/routing.js
var codedeploy_routing = __webpack_require__(21765);
// EXTERNAL MODULE: ./.build/ecs/codedeploy/sight.js
var sight = __webpack_require__(81174);
// EXTERNAL MODULE: ./.build/commands/deployment/codedeploy/controller.js
var controller = __webpack_require__(12042);
// EXTERNAL MODULE: ./.build/commands/deployment/codedeploy/gather.js + 2 modules
var gather = __webpack_require__(53664);
;// CONCATENATED MODULE: ./.build/commands/deployment/codedeploy/found.js






/** The same of a service that CodeDeploy deploys; null where there is no such deployment of its group. */
const findThere = async (ecs, site, { now, value: service }, { deployment, revision }) => {
    const name = (0,group/* groupNameOf */.c6)(site.settings);
    const id = deployment ?? revision ?? (await underWayIn(ecs, name));
    const sighting = id === undefined ? null : await (0,controller/* sightingOf */.H0)(ecs, site, id);
    if (!sighting || id === undefined)
        return null;
    const { applicationName, deploymentGroupName } = sighting.info;
    if (applicationName !== name.application || deploymentGroupName !== name.group)
        return null;
    return {
        desired: service.desiredCount ?? 0,
        shape: await shapeOf(ecs, sighting.info),
        controller: (0,controller/* codeDeployController */.je)(ecs, site, { revision: id }),
        by: 'CodeDeploy',
        sight: (0,sight/* deploymentSight */.hh)(sighting, now),
        now,
        digest: await digestOf(ecs, sighting.info),
    };
};
/** One that only goes back from another is that one's: stopped by itself, nothing would bring the traffic back. */
const underWayIn = async ({ codeDeploy }, name) => {
    const [id] = (await codeDeploy.deployments(name, 'active')).value;
    if (id === undefined)
        return undefined;
    const [info] = (await codeDeploy.describeDeployments([id])).value;
    return info?.rollbackInfo?.rollbackTriggeringDeploymentId ?? id;
};
const shapeOf = async ({ codeDeploy }, info) => {
    const routing = await (0,gather/* routingNamed */.K)(codeDeploy, info.deploymentConfigName ?? '');
    return (0,codedeploy_routing/* shapeOfRouting */.FL)(routing ?? { kind: 'all' }, (0,group/* bakeMinutesOf */.Yh)(info));
};
const digestOf = async (ecs, { revision }) => {
    const arn = (0,sight/* taskDefinitionIn */.ah)(revision);
    if (arn === null)
        return null;
    const { taskDefinition } = (await ecs.describeTaskDefinition(arn)).value;
    return (0,ecs_sight/* digestIn */.s)((0,ecs_sight/* imagesIn */.o$)(taskDefinition));
};

// EXTERNAL MODULE: ./.build/commands/deployment/controller.js
var deployment_controller = __webpack_require__(16689);
// EXTERNAL MODULE: ./.build/commands/deployment/problems.js
var problems = __webpack_require__(67413);
// EXTERNAL MODULE: ./.build/commands/deployment/takeup-problems.js
var takeup_problems = __webpack_require__(15948);
// EXTERNAL MODULE: ./.build/commands/deployment/target.js
var target = __webpack_require__(96668);
;// CONCATENATED MODULE: ./.build/commands/deployment/found.js











const find = async (ecs, site, sought) => {
    const { now, value: service } = await ecs.describeService((0,target/* nameOf */.Vb)(site));
    if (!service)
        throw (0,problems/* missingService */.wu)(site, null);
    if ((0,group/* isCodeDeploys */.kN)(service)) {
        const there = await findThere(ecs, site, { now, value: service }, sought);
        if (!there)
            throw (0,takeup_problems/* nothingUnderWayThere */.f2)(site, sought.deployment);
        return there;
    }
    const deployment = await deploymentOf(ecs, site, sought);
    if (!deployment)
        throw (0,takeup_problems/* nothingUnderWay */.P0)(site, sought.deployment);
    const sight = (0,ecs_sight/* deploymentSight */.hh)(deployment);
    const revisions = sight.target === null ? [] : (await ecs.describeServiceRevisions([sight.target])).value;
    return {
        desired: service.desiredCount ?? 0,
        shape: (0,configuration/* liveShape */.ae)(service.deploymentConfiguration ?? {}) ?? USUAL,
        controller: (0,deployment_controller/* controllerOf */.O)(ecs, site, { revision: revisionIn(sight) }),
        by: 'ECS',
        sight,
        now,
        digest: (0,ecs_sight/* digestIn */.s)((0,ecs_sight/* images */.zC)(revisions)),
    };
};
const deploymentOf = (ecs, site, { deployment, revision }) => {
    if (deployment !== null)
        return described(ecs, deployment);
    return revision === undefined ? underWay(ecs, site) : bringing(ecs, site, revision);
};
const described = async (ecs, arn) => (await ecs.describeServiceDeployments([arn])).value[0] ?? null;
const bringing = async (ecs, site, revision) => {
    const { value } = await ecs.listServiceDeployments((0,target/* nameOf */.Vb)(site));
    const ours = value.find(({ targetServiceRevisionArn: arn }) => (0,guards/* isOf */.yW)(arn ?? null, revision));
    return ours?.serviceDeploymentArn ? described(ecs, ours.serviceDeploymentArn) : null;
};
/** The newest one, if it is not over. */
const underWay = async (ecs, site) => {
    const { value } = await ecs.listServiceDeployments((0,target/* nameOf */.Vb)(site));
    const [newest] = (0,ecs_sight/* newestFirst */.ll)(value);
    const found = newest?.serviceDeploymentArn ? await described(ecs, newest.serviceDeploymentArn) : null;
    return found && !(0,guards/* isFinal */.dR)((0,ecs_sight/* deploymentSight */.hh)(found)) ? found : null;
};
const revisionIn = ({ target }) => (0,words/* lastSegment */.mp)(target ?? '');
const USUAL = { strategy: 'rolling', minimum: 100, maximum: 200 };
/** How it is followed from here on. */
const startedFrom = ({ desired, shape, by, sight, now, digest }, { settings }) => {
    const minutes = (0,forecast/* followMinutes */.X7)(settings, (0,forecast/* forecast */.g3)(shape, settings, desired));
    const { onCancel = 'leave', onTimeout = 'leave' } = settings;
    const revision = revisionIn(sight);
    const limits = { timeoutMilliseconds: minutes * 60_000, onCancel, onTimeout };
    return { strategy: shape.strategy, started: { revision, digest, at: now, answered: [], by, ...limits } };
};


/***/ }),

/***/ 96856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ recordDeployments)
/* harmony export */ });
/* harmony import */ var _ecs_deployed_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83944);
/* harmony import */ var _ecs_together_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34200);
/* harmony import */ var _environment_configuration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76842);
/* harmony import */ var _ledger_entries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44402);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63861);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99324);






/**
 * Writes down what each service of an environment runs now. What did not take over leaves the entry as it was.
 * The last deployment holds, also one of an older commit: unlike an image it says what is so, and going back is one.
 */
const recordDeployments = async (world, { services: rows }, circumstances) => {
    if (!rows.some(_ecs_deployed_js__WEBPACK_IMPORTED_MODULE_4__/* .isThere */ .$))
        return;
    await (0,_ledger_js__WEBPACK_IMPORTED_MODULE_3__/* .updateLedger */ .RI)(world, async (now) => {
        const before = await now.deployments(circumstances.environment.name);
        const entries = (0,_ecs_together_js__WEBPACK_IMPORTED_MODULE_5__/* .wholes */ .F4)(rows).flatMap(({ deployed: { name } }) => {
            const own = rows.filter((row) => row.name === name);
            return entryOf(world.clock, own, circumstances, before.get(name) ?? null) ?? [];
        });
        const files = new Map(entries.map((entry) => [(0,_ledger_entries_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentPath */ .nR)(entry.environment, entry.service), (0,_ledger_entries_js__WEBPACK_IMPORTED_MODULE_1__/* .writeEntry */ .cD)(entry)]));
        const names = entries.map(({ service, version }) => `${service} ${version ?? ''}`.trim());
        return { files, message: `deployed to ${circumstances.environment.name}: ${names.join(', ')}` };
    });
};
/** Null where nothing took over. What some of several ECS services run is not yet what the service runs. */
const entryOf = (clock, rows, circumstances, before) => {
    const there = rows.find(_ecs_deployed_js__WEBPACK_IMPORTED_MODULE_4__/* .isThere */ .$);
    if (!there)
        return null;
    const places = configurations(there.name, circumstances);
    const entry = entryFor(clock, there, circumstances, [...places.values()]);
    if (places.size === 1)
        return entry;
    const seen = [...places].map(([place, configuration]) => {
        const row = rows.find(({ ecs }) => ecs === place);
        const known = before?.ecs?.[place] ?? NOT_SEEN;
        return [place, row ? partOf(row, known, { configuration, time: entry.time }) : known];
    });
    const ecs = Object.fromEntries(seen);
    const isWhole = seen.every(([place, { digest, configuration }]) => digest === entry.digest && configuration === places.get(place));
    const outcome = rows.find((row) => !(0,_ecs_deployed_js__WEBPACK_IMPORTED_MODULE_4__/* .isThere */ .$)(row))?.outcome ?? 'stopped';
    return isWhole ? { ...entry, ecs } : { ...(before ?? { ...entry, outcome }), ecs };
};
const NOT_SEEN = { digest: null, version: null, configuration: null, outcome: null, time: '' };
/** What went back, or was not touched, runs what it ran; of what ended in any other way nobody knows. */
const partOf = (row, known, { configuration, time }) => {
    const { outcome, digest, version } = row;
    if ((0,_ecs_deployed_js__WEBPACK_IMPORTED_MODULE_4__/* .isThere */ .$)(row))
        return { digest, version, configuration, outcome, time };
    const stays = outcome === 'rolled-back' || (outcome === null && !(0,_ecs_deployed_js__WEBPACK_IMPORTED_MODULE_4__/* .isUnderWay */ .g)(row));
    return stays ? known : { ...NOT_SEEN, outcome, time };
};
/** The configuration of each ECS service that runs a service's image, by its name. */
const configurations = (name, { environment, targets }) => {
    const own = targets.filter(({ service }) => service === name);
    return new Map((0,_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .placesIn */ .yN)(environment, name).map((place, at) => [
        place.service,
        (0,_environment_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .configurationFingerprint */ .F)(place, name, own[at]?.template?.text ?? null),
    ]));
};
const entryFor = (clock, { name, version, digest, outcome }, { plan, environment, version: asked, run }, configuration) => {
    const planned = plan.services.find(({ service }) => service.name === name);
    return {
        schema: 1,
        service: name,
        environment: environment.name,
        fingerprint: asked === null ? (planned?.image.fingerprint ?? null) : null,
        configuration: (0,_environment_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintTogether */ .Z)(configuration),
        digest,
        version,
        commit: plan.head,
        run,
        outcome: outcome ?? 'successful',
        time: new Date(clock.now()).toISOString(),
    };
};


/***/ }),

/***/ 15948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ep: () => (/* binding */ notPaused),
/* harmony export */   P0: () => (/* binding */ nothingUnderWay),
/* harmony export */   PT: () => (/* binding */ alreadyOver),
/* harmony export */   f2: () => (/* binding */ nothingUnderWayThere)
/* harmony export */ });
/* harmony import */ var _ecs_codedeploy_group_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92684);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);


const problem = (code, text, why, fix) => new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY({ code, fault: 'caller', problem: text, why, fix });
const nothingUnderWay = ({ service, environment }, arn) => problem('nothing-under-way', arn === null
    ? `no deployment of ${service} to ${environment} is under way`
    : `there is no deployment ${arn}`, arn === null ? 'The newest one is over, or there is none.' : 'ECS keeps deployments for 90 days.', `How the last one ended: stagger status, or aws ecs list-service-deployments --service ${service}`);
/** The same of a service that CodeDeploy deploys. */
const nothingUnderWayThere = ({ service, environment, settings }, id) => {
    const { application, group } = (0,_ecs_codedeploy_group_js__WEBPACK_IMPORTED_MODULE_0__/* .groupNameOf */ .c6)(settings);
    return problem('nothing-under-way', id === null
        ? `no deployment of ${service} to ${environment} is under way`
        : `there is no deployment ${id} of ${service} in ${environment}`, id === null
        ? 'The newest one is over, or there is none.'
        : `The deployment group ${group} has none of this id.`, `How the last one ended: aws deploy list-deployments --application-name ${application} --deployment-group-name ${group}`);
};
const alreadyOver = ({ service }, { arn, status, reason }) => problem('already-over', `the deployment of ${service} is over already`, `${arn} is ${status}${reason === null ? '' : `: ${reason}`}.`, `To go back to an older version: stagger rollback ${service}`);
const notPaused = ({ service }, { arn, status, stage, pauses }, hook) => {
    const waiting = pauses.map((pause) => pause.hook);
    const there = waiting.length > 0 ? ` What waits: ${waiting.join(', ')}.` : ' Nothing waits.';
    return problem('not-paused', hook === null
        ? `the deployment of ${service} waits for no answer`
        : `nothing waits for an answer by the name ${hook}`, `${arn} is ${status}${stage === null ? '' : ` at ${stage}`}.${there}`, 'Each pause has a name of its own, and is answered once; look again, or take it up with stagger deploy --resume.');
};


/***/ }),

/***/ 1169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ secondsSince)
/* harmony export */ });
/** Since that moment, in seconds, to a tenth. */
const secondsSince = (clock, begun) => Math.round((clock.now() - begun) / 100) / 10;


/***/ }),

/***/ 55063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ad: () => (/* binding */ placeOfDeployment),
/* harmony export */   bG: () => (/* binding */ takeUp),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   m: () => (/* binding */ withoutWanted)
/* harmony export */ });
/* harmony import */ var _ecs_passing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67883);
/* harmony import */ var _rollout_guards_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44960);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59231);
/* harmony import */ var _deployment_follow_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51117);
/* harmony import */ var _deployment_found_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87822);
/* harmony import */ var _deployment_takeup_problems_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15948);
/* harmony import */ var _deployment_target_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96668);
/* harmony import */ var _elapsed_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1169);








/** Takes rollouts up again: follows them, answers their pauses, or has them rolled back. */
const takeUp = async (world, { wishes, dryRun }) => ({
    dryRun,
    services: withoutIdle(await Promise.all(wishes.map((wish) => takeUpOne(world, wish, dryRun)))),
});
const IDLE = ['nothing-under-way', 'not-paused', 'already-over'];
const isIdle = ({ problems: [first] }) => first !== undefined && IDLE.includes(first.code);
/** Of several ECS services those that wait for nothing are not meant, as long as one of them is. */
const withoutIdle = (rows) => rows.filter((row) => !isIdle(row) || rows.every((other) => other.name !== row.name || isIdle(other)));
const takeUpOne = async (world, wish, dryRun) => {
    const begun = world.clock.now();
    const { digest, ...result } = await carryOut((0,_deployment_target_js__WEBPACK_IMPORTED_MODULE_6__/* .toldOf */ .dc)(world, wish.site), wish, dryRun).catch((error) => {
        if (!(error instanceof _words_js__WEBPACK_IMPORTED_MODULE_2__/* .StaggerError */ .IY))
            throw error;
        return { ..._deployment_follow_js__WEBPACK_IMPORTED_MODULE_3__/* .NOTHING */ .K, problems: error.problems, strategy: 'rolling', digest: null };
    });
    const seconds = (0,_elapsed_js__WEBPACK_IMPORTED_MODULE_7__/* .secondsSince */ .w)(world.clock, begun);
    const { service: name, environment, ecs } = wish.site;
    return {
        name,
        ...(ecs === undefined ? {} : { ecs }),
        environment,
        version: null,
        digest: digest ?? '',
        seconds,
        ...result,
    };
};
const carryOut = async (world, wish, dryRun) => {
    const ecs = await world.ecsAt((0,_deployment_target_js__WEBPACK_IMPORTED_MODULE_6__/* .placeOf */ .$t)(wish.site));
    const found = await (0,_deployment_found_js__WEBPACK_IMPORTED_MODULE_4__/* .find */ .I6)(ecs, wish.site, wish);
    const { strategy, started } = (0,_deployment_found_js__WEBPACK_IMPORTED_MODULE_4__/* .startedFrom */ .yj)(found, wish.site);
    const common = { strategy, digest: found.digest };
    const hook = wish.wish === 'continue' ? pauseOf(found, wish) : null;
    if (wish.wish === 'stop' && (0,_rollout_guards_js__WEBPACK_IMPORTED_MODULE_1__/* .isFinal */ .dR)(found.sight))
        throw (0,_deployment_takeup_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .alreadyOver */ .PT)(wish.site, found.sight);
    world.progress.say(`${wish.site.service}: ${wish.wish} ${found.sight.arn}`);
    if (dryRun)
        return { ..._deployment_follow_js__WEBPACK_IMPORTED_MODULE_3__/* .NOTHING */ .K, ...common, deployment: found.sight.arn };
    await ask(world, found, { ...wish, hook });
    const answered = hook === null ? [] : [hook];
    const result = await (0,_deployment_follow_js__WEBPACK_IMPORTED_MODULE_3__/* .follow */ .e)(world, ecs, wish.site, { ...started, answered });
    return { ...(wish.wish === 'stop' ? withoutWanted(result) : result), ...common };
};
/** Who wanted it to go back has what he wanted. */
const withoutWanted = (result) => result.outcome === 'rolled-back' ? { ...result, problems: [], diagnosis: null } : result;
const pauseOf = ({ sight }, { site, hook }) => {
    const found = sight.pauses.find((pause) => hook === null || pause.hook === hook);
    if (!found)
        throw (0,_deployment_takeup_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .notPaused */ .Ep)(site, sight, hook);
    return found.hook;
};
/** An answer may be lost after it was heard: then nothing waits for it any more. What goes back already need not be asked to. */
const ask = async (world, { sight, controller }, { wish, hook }) => {
    if (wish === 'resume' || (wish === 'stop' && !_rollout_guards_js__WEBPACK_IMPORTED_MODULE_1__/* .GUARDS */ .Vz.mayStop(sight)))
        return;
    const send = () => hook === null ? controller.stop(sight.arn) : controller.goOn(sight.arn, hook);
    await send().catch(async (error) => {
        if (!(0,_ecs_passing_js__WEBPACK_IMPORTED_MODULE_0__/* .isPassing */ .W)(error))
            throw error;
        await world.clock.sleep(2_000, world.signal);
        const now = await controller.look(sight.arn);
        if (now && wasHeard(now, hook))
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


/***/ }),

/***/ 83944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ isThere),
/* harmony export */   g: () => (/* binding */ isUnderWay)
/* harmony export */ });
/** Runs what it was to run, since before or from now on. */
const isThere = ({ outcome }) => outcome === 'successful' || outcome === 'unchanged';
/** A deployment goes on and nobody saw its end; ECS need not have named it yet. */
const isUnderWay = ({ outcome, deployment, unseen, }) => outcome === null && (deployment !== null || unseen === true);


/***/ }),

/***/ 34200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F4: () => (/* binding */ wholes),
/* harmony export */   FH: () => (/* binding */ byService)
/* harmony export */ });
/* unused harmony export runningText */
/* harmony import */ var _deployed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83944);

/** Those of one service side by side, in the order in which they came. */
const byService = (all, serviceOf) => {
    const found = new Map();
    for (const one of all)
        found.set(serviceOf(one), [...(found.get(serviceOf(one)) ?? []), one]);
    return [...found.values()];
};
/** The rows of each service as one. */
const wholes = (rows) => byService(rows, ({ name }) => name).map(whole);
const whole = (rows) => {
    const [first, ...others] = rows;
    if (others.length === 0 && first.ecs === undefined)
        return { deployed: first, parts: [] };
    const outcome = outcomeOf(rows);
    const problems = problemsOf(rows, outcome);
    const seconds = Math.max(...rows.map((row) => row.seconds));
    const { ecs: _, ...common } = {
        ...first,
        outcome,
        problems,
        seconds,
        deployment: null,
        unseen: rows.some(_deployed_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnderWay */ .g),
        pause: null,
        marks: [],
    };
    return { deployed: common, parts: rows.map(partOf) };
};
const partOf = ({ ecs = '', outcome, reason, deployment, strategy, seconds, problems, pause, }) => ({
    service: ecs,
    ...{ outcome, reason, deployment, strategy, seconds, problems, pause },
});
/** The worst first: one that did not get there is enough. */
const WORST = [
    'rollback-failed',
    'timed-out',
    'stopped',
    'superseded',
    'rolled-back',
    null,
    'paused',
    'successful',
    'unchanged',
];
const outcomeOf = (rows) => WORST.find((one) => rows.some(({ outcome }) => outcome === one)) ?? null;
/** With the one in front that says which of them run what. */
const problemsOf = (rows, outcome) => {
    const all = rows.flatMap(({ problems }) => problems);
    const [first] = all;
    if (!first)
        return [];
    const { name, environment } = rows[0];
    const many = rows.filter(_deployed_js__WEBPACK_IMPORTED_MODULE_0__/* .isThere */ .$).length;
    return [
        {
            code: outcome ?? first.code,
            fault: first.fault,
            problem: `${name} was deployed to ${many} of its ${rows.length} ECS services in ${environment}`,
            why: runningText(rows),
            fix: `Deploy again to bring it to all of them, or stagger rollback ${name} --environment ${environment} to take all of them back. ${first.fix}`,
        },
        ...all,
    ];
};
/** Which of them run what. */
const runningText = (rows) => `${rows.map(runs).join('; ')}.`;
const runs = (row) => {
    const { ecs, version, digest, outcome } = row;
    const ours = `${version === null ? '' : `${version}, `}${digest.slice(0, 'sha256:'.length + 12)}`;
    if ((0,_deployed_js__WEBPACK_IMPORTED_MODULE_0__/* .isThere */ .$)(row))
        return `${ecs} runs ${ours}`;
    if (outcome === null)
        return (0,_deployed_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnderWay */ .g)(row) ? `${ecs} is under way` : `${ecs} was not touched`;
    if (outcome === 'rolled-back')
        return `${ecs} was rolled back to what it ran before`;
    return `${ecs} is ${outcome}, and may run either`;
};


/***/ }),

/***/ 32575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ exitingWhenStopped),
/* harmony export */   s: () => (/* binding */ untilStopped)
/* harmony export */ });
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const underWay = new Set();
const stopAll = () => {
    for (const controller of underWay)
        controller.abort();
};
/**
 * Runs `body` with a signal that aborts on Ctrl-C, when a job is cancelled or a terminal closes; the body then ends
 * by itself. Whoever is impatient and asks again must not stop it from cleaning up; nor, once it has ended, from telling
 * what it came to, for which nobody else is there: what listens to the process stays.
 */
const untilStopped = async (body) => {
    for (const name of SIGNALS)
        if (!process.listeners(name).includes(stopAll))
            process.on(name, stopAll);
    const controller = new AbortController();
    underWay.add(controller);
    try {
        return await body(controller.signal);
    }
    finally {
        underWay.delete(controller);
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

/***/ 12916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ takeup_record),
  takeUpCommand: () => (/* binding */ takeUpCommand),
  u: () => (/* binding */ takeUpIn)
});

// EXTERNAL MODULE: ./.build/commands/configuration.js + 1 modules
var configuration = __webpack_require__(63861);
// EXTERNAL MODULE: ./.build/commands/deploy.js + 2 modules
var deploy = __webpack_require__(58436);
// EXTERNAL MODULE: ./.build/commands/deployment/choose.js
var choose = __webpack_require__(87196);
// EXTERNAL MODULE: ./.build/version/release.js
var release = __webpack_require__(94768);
;// CONCATENATED MODULE: ./.build/commands/deployment/named.js

/** Of a rollout that another run began ECS tells the digest; the ledger tells the version that it is. */
const withVersions = ({ releasesOf }, rows) => Promise.all(rows.map(async (row) => {
    const same = (await releasesOf(row.name)).filter(({ digest }) => digest === row.digest);
    return { ...row, version: (0,release/* nameAmong */.MG)(same) };
}));

// EXTERNAL MODULE: ./.build/commands/deployment/record.js
var record = __webpack_require__(96856);
// EXTERNAL MODULE: ./.build/commands/ledger.js
var commands_ledger = __webpack_require__(99324);
// EXTERNAL MODULE: ./.build/commands/takeup.js
var takeup = __webpack_require__(55063);
// EXTERNAL MODULE: ./.build/ledger/read.js
var read = __webpack_require__(1540);
// EXTERNAL MODULE: ./.build/report/deploy.js + 2 modules
var report_deploy = __webpack_require__(90361);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/main/session.js + 34 modules
var session = __webpack_require__(71489);
// EXTERNAL MODULE: ./.build/main/signals.js
var signals = __webpack_require__(32575);
// EXTERNAL MODULE: ./.build/main/targets.js + 8 modules
var targets = __webpack_require__(76115);
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
    const there = (0,takeup/* placeOfDeployment */.ad)(deployment ?? '')?.service;
    const names = services.length > 0 ? services : [serviceWith(found, there ?? '')];
    const sites = names.flatMap((name) => (0,choose/* sitesIn */.mm)(found, serviceNamed(name)));
    const meant = sites.filter(({ settings }) => settings.service === there);
    return meant.length > 0 ? meant : sites;
};
/** The service that names an ECS service as one of its own; else they are of one name. */
const serviceWith = ({ declaration }, ecs) => {
    const found = Object.entries(declaration?.services ?? {}).find(([, said]) => said !== false && said.ecs?.some((one) => (typeof one === 'string' ? one : one.service) === ecs));
    return found?.[0] ?? ecs;
};
const serviceNamed = (name) => {
    if ((0,words/* isServiceName */.tN)(name))
        return name;
    throw usage(`${JSON.stringify(name)} is no service`, 'a service or a deployment has to be named', 'name a service of stagger.yml');
};
/** The environment's other settings are not known then; ECS knows what it does. */
const siteOf = (deployment) => {
    const place = (0,takeup/* placeOfDeployment */.ad)(deployment ?? '');
    if (!place)
        throw usage(deployment === null
            ? 'nobody knows which deployment is meant'
            : `${deployment} is no service deployment`, 'without an environment the ARN of a service deployment tells where it is', 'name a service and --environment, or arn:aws:ecs:REGION:ACCOUNT:service-deployment/CLUSTER/SERVICE/ID');
    const { region, cluster, service } = place;
    return {
        service: service,
        environment: cluster,
        settings: { region, cluster, service },
    };
};
const takeUpIn = (options, progress, rollouts) => (0,session/* inSession */.Cp)(options.repo, progress, (session) => (0,signals/* untilStopped */.s)(async (signal) => {
    const sites = await sitesIn(session, options);
    const { deployment, hook, wish, yes } = options;
    const here = sites.every(({ settings }) => (0,targets/* isRehearsal */.SK)(settings.endpoint));
    const dryRun = wish !== 'resume' && !yes && !session.invocation.ci && !here;
    const wishes = sites.map((site) => ({ wish, site, deployment, hook }));
    const result = await (0,takeup/* takeUp */.bG)((0,targets/* worldOf */.cO)(session, signal, rollouts), { wishes, dryRun });
    if (!dryRun && (session.invocation.trusted || yes))
        await takeup_record(session, options, result);
    return { ...result, services: await named(session, result.services) };
}));
/** What happened is told, whether or not the ledger can be read. */
const named = async ({ git, invocation }, rows) => {
    const ledger = await (0,commands_ledger/* currentLedger */.$I)(git, invocation.ci).catch((error) => {
        if (error instanceof words/* StaggerError */.IY)
            return read/* EMPTY_LEDGER */._;
        throw error;
    });
    return withVersions(ledger, rows);
};
/** What succeeded is written down where it is what this commit would have deployed; else its own commit's run does it. */
const takeup_record = async (session, { environment, services }, result) => {
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
    return { code: (0,deploy/* deployExitCode */.$)(result), json, text, failures };
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

// EXTERNAL MODULE: ./.build/ecs/deployed.js
var ecs_deployed = __webpack_require__(83944);
// EXTERNAL MODULE: ./.build/ecs/together.js
var together = __webpack_require__(34200);
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

// EXTERNAL MODULE: ./.build/report/place.js
var place = __webpack_require__(60022);
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
const timelineMarkdown = ({ marks, ...one }) => {
    if (marks.length < LEAST)
        return '';
    return [
        `\n<details><summary>how ${(0,place/* placeName */.f)(one)} went</summary>\n`,
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
const outcomeText = (deployed, dryRun) => {
    if (deployed.outcome !== null)
        return deployed.outcome;
    if (deployed.problems.length === 0 && dryRun)
        return 'dry run';
    return (0,ecs_deployed/* isUnderWay */.g)(deployed) ? 'under way' : 'not deployed';
};
const row = (deployed, dryRun) => [
    (0,place/* placeName */.f)(deployed),
    deployed.version ?? '–',
    deployed.digest.slice(0, 'sha256:'.length + 12),
    deployed.strategy,
    outcomeText(deployed, dryRun),
    `${deployed.seconds.toFixed(1)} s`,
];
/** The result in one sentence: how many, and what became of them. */
const deployHeadline = ({ services: rows, dryRun }) => {
    if (rows.length === 0)
        return 'Nothing to deploy.';
    const services = (0,together/* wholes */.F4)(rows).map(({ deployed }) => deployed);
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
        ...partlyLines(result).map((line) => `${line}\n`),
        `${deployHeadline(result)}\n`,
        ...hint,
    ].join('');
};
/** What failed alone, with its diagnosis. */
const deployFailures = ({ services }) => [
    ...services
        .filter(({ problems }) => problems.length > 0)
        .flatMap((deployed) => detailLines(deployed, false)),
    ...partlyLines({ services }),
]
    .map((line) => `${line}\n`)
    .join('');
/** Of a service that did not get to all of its ECS services: which of them run what. */
const partlyLines = ({ services }) => (0,together/* wholes */.F4)(services).flatMap(({ deployed, parts }) => {
    const [problem] = parts.length > 0 ? deployed.problems : [];
    return problem ? [(0,table/* printable */.g$)(`${problem.problem}: ${problem.why}`)] : [];
});
const detailLines = (deployed, dryRun) => {
    const planned = dryRun ? planLines(deployed) : [];
    const failed = deployed.problems.length > 0 ? failureLines(deployed) : [];
    const lines = [...planned, ...pausedLines(deployed), ...failed];
    return lines.length > 0 ? ['', (0,place/* placeName */.f)(deployed), ...indent(lines), ''] : [];
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
    const partly = partlyLines(result).map((line) => `\n${(0,table/* markdownText */.p7)(line)}\n`);
    const headline = `**${(0,table/* markdownText */.p7)(deployHeadline(result))}**\n\n`;
    return [headline, (0,table/* markdownTable */.Qj)(deploy_COLUMNS, rows), ...partly, ...details].join('');
};
const detailMarkdown = (deployed, dryRun) => {
    const lines = detailLines(deployed, dryRun)
        .filter((line) => line !== '')
        .slice(1);
    if (lines.length === 0)
        return '';
    const open = deployed.problems.length > 0 || deployed.pause ? ' open' : '';
    const body = lines.map(htmlText).join('\n');
    const summary = `<summary>${(0,table/* markdownText */.p7)((0,place/* placeName */.f)(deployed))}</summary>`;
    return `\n<details${open}>${summary}\n\n<pre>\n${body}\n</pre>\n\n</details>\n`;
};
const htmlText = (line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** The documented object of `deploy --json`. */
const deployJson = ({ services, dryRun }) => ({
    schema: 1,
    services: (0,together/* wholes */.F4)(services).map(({ deployed, parts }) => ({
        ...rowJson(deployed, dryRun),
        ...(parts.length > 0 ? { ecs: parts.map(partJson) } : {}),
    })),
});
const rowJson = ({ problems, decision, diagnosis: _, marks: _marks, reason: _reason, unseen: _unseen, ...told }, dryRun) => ({
    ...told,
    problem: problems[0] ?? null,
    ...(dryRun ? { planned: decision && { ...decision, input: undefined } } : {}),
});
const partJson = ({ problems, reason: _, ...told }) => ({
    ...told,
    problem: problems[0] ?? null,
});


/***/ })

};
