export const id = 9089;
export const ids = [9089];
export const modules = {

/***/ 69089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkedOptions: () => (/* binding */ checkedOptions),
  load: () => (/* binding */ load),
  serve: () => (/* binding */ rehearse_serve),
  untilStopped: () => (/* binding */ untilStopped)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/rehearsal/clock/room.js
var room = __webpack_require__(61776);
;// CONCATENATED MODULE: ./.build/rehearsal/control.js
/**
 * Negative controls: faults built in on purpose, so that a proof of "no dropped request" can show that it would have
 * seen one. `stop-first` stops the old tasks before the new ones serve, takes none out of rotation before it stops, and
 * leaves them no time: software that drains by itself would else lose nothing even so. `no-drain` ends the old tasks as
 * soon as the new ones serve, requests in flight or not. `reload` has nginx read its paper again with every weight.
 */
const CONTROLS = ['stop-first', 'no-drain', 'reload'];
const isControl = (text) => CONTROLS.includes(text);

// EXTERNAL MODULE: ./.build/rehearsal/lambda/address.js
var address = __webpack_require__(38052);
// EXTERNAL MODULE: ./.build/rehearsal/load/options.js
var options = __webpack_require__(77997);
// EXTERNAL MODULE: ./.build/rehearsal/load/process.js + 9 modules
var load_process = __webpack_require__(41177);
;// CONCATENATED MODULE: ./.build/rehearsal/router/router.js
const ROUTERS = ['in-process', 'nginx'];
const isRouter = (text) => ROUTERS.includes(text);

// EXTERNAL MODULE: ./.build/rehearsal/serve.js + 171 modules
var serve = __webpack_require__(19531);
// EXTERNAL MODULE: ./.build/rehearsal/view/look.js
var look = __webpack_require__(6455);
// EXTERNAL MODULE: ./.build/rehearsal/view/watch.js + 1 modules
var watch = __webpack_require__(29050);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
;// CONCATENATED MODULE: ./.build/main/rehearse.js











/** Resolves once somebody wants this process to end, or whoever started it as a child is gone. */
const untilStopped = () => new Promise((stop) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
        process.on(name, () => stop());
    process.once('disconnect', () => stop());
});
/** A picture, for whoever sits at the terminal. */
const showUntil = async (stopped, endpoint) => {
    const over = new AbortController();
    void stopped.then(() => over.abort());
    await (0,watch/* watch */.w)((0,look/* lookAt */.t)(endpoint), process.stderr, over.signal);
};
/** Prints where it serves as one JSON line, and serves until it is told to stop; then nothing of it is left. */
const rehearse_serve = async (given, progress) => {
    const stopped = untilStopped();
    const rehearsal = await (0,serve/* serveRehearsal */.BZ)({ progress, ...checkedOptions(given) });
    process.stdout.write(`${JSON.stringify({ endpoint: rehearsal.endpoint })}\n`);
    if (process.stderr.isTTY)
        await showUntil(stopped, rehearsal.endpoint);
    await stopped;
    await rehearsal.close();
    if (process.connected)
        process.disconnect();
    return 0;
};
/** The options as they were given, each looked at. */
const checkedOptions = (given) => {
    const { port, speed, requestsPerStep, state, lambda } = given;
    return {
        ...(port === undefined ? {} : { port: checkedPort(port) }),
        ...(speed === undefined ? {} : { pace: checkedPace(speed) }),
        ...(requestsPerStep === undefined ? {} : { requestsPerStep: checkedRequests(requestsPerStep) }),
        ...(state === undefined ? {} : { state: (0,external_node_path_.resolve)(state) }),
        ...(lambda === undefined ? {} : { lambda: (0,address/* readAddresses */.B1)(lambda) }),
        ...checkedNames(given),
    };
};
/** The options that are one of a few words. */
const checkedNames = ({ control, tasks, rates, router }) => {
    if (control !== undefined && !isControl(control))
        throw new words/* StaggerError */.IY(notAControl(control));
    if (tasks !== undefined && !(0,serve/* isTasks */.rj)(tasks))
        throw new words/* StaggerError */.IY(noSuchTasks(tasks));
    if (rates !== undefined && rates !== 'aws')
        throw new words/* StaggerError */.IY(noSuchRates(rates));
    if (router !== undefined && !isRouter(router))
        throw new words/* StaggerError */.IY(noSuchRouter(router));
    const named = { control, tasks, rates, router };
    return Object.fromEntries(Object.entries(named).filter(([, name]) => name !== undefined));
};
const checkedPort = (text) => {
    const port = Number(text);
    if (Number.isInteger(port) && port >= 0 && port <= 65_535)
        return port;
    throw new words/* StaggerError */.IY({
        code: 'usage',
        fault: 'caller',
        problem: `${JSON.stringify(text)} is not a port`,
        why: 'a port is a whole number from 0 to 65535; 0 takes any that is free',
        fix: 'stagger rehearse serve --port 4566',
    });
};
const checkedPace = (text) => {
    const pace = (0,room/* readPace */.i)(text);
    if (pace)
        return pace;
    throw new words/* StaggerError */.IY({
        code: 'usage',
        fault: 'caller',
        problem: `${JSON.stringify(text)} is not a speed`,
        why: 'a speed is how many times as fast idle time passes, from 1 to 100000, or `hand`',
        fix: 'stagger rehearse serve --speed 60',
    });
};
const checkedRequests = (text) => {
    const requests = Number(text);
    if (text.trim() !== '' && Number.isInteger(requests) && requests >= 0)
        return requests;
    throw new words/* StaggerError */.IY({
        code: 'usage',
        fault: 'caller',
        problem: `${JSON.stringify(text)} is not a number of requests`,
        why: 'time is skipped only once each step has seen so many: a whole number from 0',
        fix: 'stagger rehearse serve --speed 60 --requests-per-step 100',
    });
};
const notAControl = (control) => ({
    code: 'usage',
    fault: 'caller',
    problem: `there is no control ${JSON.stringify(control)}`,
    why: 'a control is a fault built in on purpose, to see that the load finds it',
    fix: 'stagger rehearse serve --control stop-first',
});
const noSuchRouter = (router) => ({
    code: 'usage',
    fault: 'caller',
    problem: `there is no router ${JSON.stringify(router)}`,
    why: `requests reach tasks through one of these: ${ROUTERS.join(', ')}`,
    fix: 'stagger rehearse serve --router nginx',
});
const noSuchTasks = (tasks) => ({
    code: 'usage',
    fault: 'caller',
    problem: `tasks cannot be ${JSON.stringify(tasks)}`,
    why: 'a task is real containers, or hollow: a small server without a container',
    fix: 'stagger rehearse serve --tasks hollow',
});
const noSuchRates = (rates) => ({
    code: 'usage',
    fault: 'caller',
    problem: `there are no rates ${JSON.stringify(rates)}`,
    why: 'requests are throttled at the rates of AWS, or not at all',
    fix: 'stagger rehearse serve --rates aws',
});
const load = async ({ url, body, ...numbers }) => {
    const given = Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, Number(text)]));
    await (0,load_process/* runLoadProcess */.vK)({
        url,
        rate: options/* DEFAULT_RATE */.L5,
        connections: options/* DEFAULT_CONNECTIONS */.Et,
        ...given,
        ...(body === undefined ? {} : { body }),
    });
    return 0;
};


/***/ }),

/***/ 92716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ stageDoor),
/* harmony export */   y: () => (/* binding */ BACKSTAGE)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);


/** What a rehearsal has and AWS has not, on the same server: its clock, its faults, its view. */
const BACKSTAGE = '/_rehearsal/';
const METHODS = { GET: 'show', POST: 'ask', DELETE: 'clear' };
const wrong = (status, error) => ({ status, body: { error } });
const wishIn = async (request) => {
    const body = await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(request);
    return body === '' ? {} : JSON.parse(body);
};
/** A page in a browser cannot send this without being asked whether it may, and nobody answers that here. */
const isJson = ({ method, headers }) => method === 'GET' || (headers['content-type'] ?? '').startsWith('application/json');
const play = async (rooms, request) => {
    const name = (request.url ?? '').slice(BACKSTAGE.length);
    const room = Object.hasOwn(rooms, name) ? rooms[name] : undefined;
    if (!room)
        return wrong(404, `there is no ${BACKSTAGE}${name}, only ${Object.keys(rooms).join(', ')}`);
    const act = room[METHODS[request.method]];
    if (!act)
        return wrong(405, `${request.method} means nothing to ${BACKSTAGE}${name}`);
    if (!isJson(request))
        return wrong(415, 'the content-type must be application/json');
    const body = (await act(await wishIn(request))) ?? {};
    return { status: 200, body };
};
const explain = (error) => {
    if (error instanceof valibot__WEBPACK_IMPORTED_MODULE_1__/* .ValiError */ .H6d)
        return wrong(400, error.issues
            .map((issue) => `${valibot__WEBPACK_IMPORTED_MODULE_1__/* .getDotPath */ .BuJ(issue) ?? 'body'}: ${issue.message}`)
            .join('; '));
    return wrong(400, error.message);
};
const send = (response, { status, body }) => {
    const json = `${JSON.stringify(body)}\n`;
    response.writeHead(status, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(json),
    });
    response.end(json);
};
/** The stage door: what is meant for backstage goes there, everything else to `front`. Each answer has the cluster's time. */
const stageDoor = (front, rooms, now) => (request, response) => {
    response.setHeader('date', new Date(now()).toUTCString());
    if (request.url?.startsWith(BACKSTAGE) !== true)
        return front(request, response);
    void play(rooms, request).then((answer) => send(response, answer), (error) => send(response, explain(error)));
};


/***/ }),

/***/ 61776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ clockRoom),
/* harmony export */   i: () => (/* binding */ readPace)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _skip_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71028);


const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** `90s`, `10m`, `24h`, `7d`, in milliseconds. */
const duration = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^\d+(\.\d+)?[smhd]$/, 'must be a number with a unit, such as 90s, 10m, 24h or 7d'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((text) => Number(text.slice(0, -1)) * UNITS[text.at(-1)]));
const instant = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .isoTimestamp */ .yhX(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi(Date.parse));
/** `hand`, or a number of times as fast, from 1. */
const readPace = (text) => {
    if (text === 'hand')
        return { kind: 'hand' };
    const times = Number(text);
    if (text.trim() === '' || !Number.isFinite(times) || times < 1 || times > 100_000)
        return undefined;
    return times === 1 ? _skip_js__WEBPACK_IMPORTED_MODULE_0__/* .REAL */ .B6 : { kind: 'speed', times };
};
const pace = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()]), valibot__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((given) => readPace(String(given))), valibot__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY((read) => read !== undefined, 'must be "hand" or a number from 1 to 100000'));
const wish = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    advance: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(duration),
    set: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(instant),
    speed: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(pace),
}), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y((given) => Object.keys(given).length === 1, 'must be one of advance, set and speed'));
const shown = (one) => (one.kind === 'hand' ? 'hand' : one.times);
/** The clock backstage: how late it is, how fast idle time passes, and what is still to be skipped. */
const clockRoom = (clock, pacer) => {
    const show = () => ({
        now: new Date(clock.now()).toISOString(),
        speed: shown(pacer.pace),
        owedSeconds: pacer.owed() / 1000,
    });
    const setTo = (at) => {
        const ahead = at - clock.now() - pacer.owed();
        if (ahead < 0)
            throw new Error('the clock never goes back');
        pacer.advance(ahead);
    };
    return {
        show,
        ask: (given) => {
            const wished = valibot__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qgA(wish, given);
            if (wished.advance !== undefined)
                pacer.advance(wished.advance);
            if (wished.set !== undefined)
                setTo(wished.set);
            if (wished.speed !== undefined)
                pacer.pace = wished.speed;
            return show();
        },
    };
};


/***/ }),

/***/ 71028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B6: () => (/* binding */ REAL),
/* harmony export */   j: () => (/* binding */ skipOf),
/* harmony export */   xB: () => (/* binding */ isIdle)
/* harmony export */ });
const REAL = { kind: 'speed', times: 1 };
const MINUTE = 60_000;
const isIdle = (sights) => sights.every(({ standing, requests, needs }) => standing.kind === 'resting' || (standing.kind === 'waiting' && requests >= needs));
const untilOf = ({ standing }) => standing.kind === 'waiting' ? [standing.until] : [];
/** The nearest moment at which something happens by itself. */
const bound = ({ sights, now, minutes }) => Math.min(...sights.flatMap(untilOf).map((until) => Math.max(0, until - now)), minutes ? MINUTE - (now % MINUTE) : Number.POSITIVE_INFINITY);
/** Where nothing waits nobody is kept from anything: only a hand moves the clock then. */
const wanted = ({ sights, elapsed, pace, owed }) => pace.kind === 'speed' && sights.some(({ standing }) => standing.kind === 'waiting')
    ? owed + elapsed * (pace.times - 1)
    : owed;
/** How many milliseconds may be skipped now: idle time only, and never past the next thing that happens. */
const skipOf = (turn) => isIdle(turn.sights) ? Math.floor(Math.min(wanted(turn), bound(turn))) : 0;


/***/ }),

/***/ 38052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ readAddresses),
/* harmony export */   K$: () => (/* binding */ functionIn),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   xY: () => (/* binding */ NO_ADDRESSES)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);
/* harmony import */ var _load_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77997);


const NO_ADDRESSES = { named: [] };
const unusable = (given, why) => new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY({
    code: 'lambda-address',
    fault: 'caller',
    problem: `functions cannot be called at ${JSON.stringify(given)}`,
    why,
    fix: 'stagger rehearse serve --lambda http://127.0.0.1:3001, or --lambda NAME=http://127.0.0.1:9000/2015-03-31/functions/function/invocations for one function',
});
const checked = (text, given) => {
    if (!URL.canParse(text))
        throw unusable(given, 'it is no address');
    const url = new URL(text);
    if (!(0,_load_options_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U9)(url))
        throw unusable(given, 'the rehearsal calls functions over plain HTTP on this machine only');
    return url.href;
};
const NAMED = /^([\w-]+)=(.*)$/;
const readOne = (text) => {
    const [, name, address = text] = NAMED.exec(text) ?? [];
    return [name, checked(address, text)];
};
/** `ADDRESS`, or `FUNCTION=ADDRESS`; of two for the same the last counts. */
const readAddresses = (given) => {
    const read = given.map(readOne);
    const others = read.findLast(([name]) => name === undefined)?.[1];
    const named = read.flatMap(([name, address]) => (name === undefined ? [] : [[name, address]]));
    return { named, ...(others === undefined ? {} : { others }) };
};
/** `arn:aws:lambda:REGION:ACCOUNT:function:NAME`, with a version or an alias behind it or not. */
const functionIn = (arn) => /:function:([^:]+)/.exec(arn)?.[1] ?? arn;
/** An address with a path is called as it is; else the path is that of Lambda's own Invoke. */
const addressOf = ({ named, others }, arn) => {
    const name = functionIn(arn);
    const address = named.findLast(([one]) => one === name)?.[1] ?? others;
    if (address === undefined)
        return undefined;
    const url = new URL(address);
    const invoke = `/2015-03-31/functions/${encodeURIComponent(name)}/invocations`;
    return url.pathname === '/' ? new URL(invoke, url) : url;
};


/***/ }),

/***/ 19531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rj: () => (/* binding */ isTasks),
  BZ: () => (/* binding */ serveRehearsal)
});

// UNUSED EXPORTS: REQUESTS_PER_STEP

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./.build/rehearsal/api/fault.js
/** An error as AWS answers it: the name of its shape, and a message. The codec gives it the form of its protocol. */
class ApiFault extends Error {
    shape;
    constructor(shape, message) {
        super(message);
        this.name = 'ApiFault';
        this.shape = shape;
    }
}
const refuse = (shape, message) => {
    throw new ApiFault(shape, message);
};

;// CONCATENATED MODULE: ./.build/rehearsal/api/rates.js


const FREE = { enter: async () => () => { } };
const BUCKETS = {
    'Cluster modify': { actions: ['CreateCluster', 'DeleteCluster'], burst: 20, sustained: 1 },
    'Cluster read': { actions: ['DescribeClusters', 'ListClusters'], burst: 50, sustained: 20 },
    'Task definition modify': {
        actions: ['RegisterTaskDefinition', 'DeregisterTaskDefinition'],
        burst: 20,
        sustained: 1,
    },
    'Task definition read': {
        actions: ['DescribeTaskDefinition', 'ListTaskDefinitions', 'ListTaskDefinitionFamilies'],
        burst: 50,
        sustained: 20,
    },
    'Cluster resource modify': { actions: ['RunTask', 'StopTask'], burst: 100, sustained: 40 },
    'Cluster resource read': { actions: ['DescribeTasks', 'ListTasks'], burst: 100, sustained: 20 },
    'Service modify': {
        actions: ['CreateService', 'DeleteService', 'UpdateService'],
        burst: 50,
        sustained: 5,
    },
    'Service read': { actions: ['DescribeServices', 'ListServices'], burst: 100, sustained: 20 },
    'Service deployment': {
        actions: ['DescribeServiceDeployments', 'ListServiceDeployments'],
        burst: 50,
        sustained: 20,
    },
    'Service revision': { actions: ['DescribeServiceRevisions'], burst: 50, sustained: 20 },
    'Load balancer read': {
        actions: [
            'DescribeListeners',
            'DescribeLoadBalancers',
            'DescribeRules',
            'DescribeTargetGroupAttributes',
            'DescribeTargetGroups',
            'DescribeTargetHealth',
        ],
        burst: 40,
        sustained: 10,
    },
    'Alarm read': { actions: ['DescribeAlarms'], burst: 9, sustained: 9 },
};
/** The bucket after one request, or undefined where it was empty. */
const take = (level, { burst, sustained }, now) => {
    const tokens = Math.min(burst, level.tokens + ((now - level.at) / 1000) * sustained);
    return tokens < 1 ? undefined : { tokens: tokens - 1, at: now };
};
/** How long a registration keeps its family. Inferred; AWS gives no number. */
const REGISTERING = 150;
const familyIn = (input) => String(input?.family ?? '');
const createBuckets = (buckets, now) => {
    const levels = new Map();
    return (operation) => {
        const bucket = buckets.find(({ actions }) => actions.includes(operation));
        if (!bucket)
            return;
        const left = take(levels.get(bucket) ?? { tokens: bucket.burst, at: now() }, bucket, now());
        levels.set(bucket, left ?? levels.get(bucket));
        if (!left)
            throw new ApiFault('ThrottlingException', 'Rate exceeded');
    };
};
/** One registration of a family at a time. */
const createFamilies = () => {
    const taken = new Set();
    return async (family) => {
        if (taken.has(family))
            refuse('ClientException', 'Too many concurrent attempts to create a new revision of the specified family.');
        taken.add(family);
        await (0,promises_.setTimeout)(REGISTERING);
        return () => void taken.delete(family);
    };
};
/** The rates that AWS documents for an account and a region, and any others that somebody supposes. */
const createRates = (now = Date.now, supposed = []) => {
    const pay = createBuckets([...Object.values(BUCKETS), ...supposed], now);
    const register = createFamilies();
    return {
        enter: async (_, operation, input) => {
            pay(operation);
            return operation === 'RegisterTaskDefinition' ? register(familyIn(input)) : () => { };
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/clock/clock.js
const createClock = (machine = Date.now, startAhead = 0) => {
    let ahead = startAhead;
    let held;
    const now = () => held ?? Math.floor(machine() + ahead);
    return {
        now: () => now(),
        ahead: () => (held === undefined ? ahead : held - machine()),
        skip: (milliseconds) => {
            if (held === undefined)
                ahead += milliseconds;
            else
                held += milliseconds;
        },
        hold: () => {
            held = now();
        },
        release: () => {
            if (held !== undefined)
                ahead = held - machine();
            held = undefined;
        },
    };
};

// EXTERNAL MODULE: ./.build/rehearsal/clock/skip.js
var skip = __webpack_require__(71028);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
;// CONCATENATED MODULE: ./.build/rehearsal/api/enums.js
/**
 * Which of the SDK's enumerations a member takes its value from. The SDK's schemas know strings only; its package
 * exports the enumerations without saying where they belong. `Structure.member` goes before `member`.
 */
const ECS = {
    launchType: 'LaunchType',
    schedulingStrategy: 'SchedulingStrategy',
    networkMode: 'NetworkMode',
    propagateTags: 'PropagateTags',
    desiredStatus: 'DesiredStatus',
    stopType: 'StopServiceDeploymentStopType',
    requiresCompatibilities: 'Compatibility',
    availabilityZoneRebalancing: 'AvailabilityZoneRebalancing',
    pidMode: 'PidMode',
    ipcMode: 'IpcMode',
    'DeploymentConfiguration.strategy': 'DeploymentStrategy',
    'DeploymentController.type': 'DeploymentControllerType',
    'ThresholdConfiguration.type': 'ThresholdType',
    'ContinueServiceDeploymentRequest.action': 'DeploymentLifecycleHookAction',
    'DeploymentLifecycleHookTimeoutConfiguration.action': 'DeploymentLifecycleHookAction',
    'DeploymentLifecycleHook.targetType': 'DeploymentLifecycleHookTargetType',
    'DeploymentLifecycleHook.lifecycleStages': 'DeploymentLifecycleHookStage',
    'DeploymentEarlySuccessCriteria.sourceServiceRevisionCleanup': 'ServiceRevisionCleanup',
    'LogConfiguration.logDriver': 'LogDriver',
    'PortMapping.protocol': 'TransportProtocol',
    'PortMapping.appProtocol': 'ApplicationProtocol',
    'AwsVpcConfiguration.assignPublicIp': 'AssignPublicIp',
    'ContainerDependency.condition': 'ContainerCondition',
    'RuntimePlatform.cpuArchitecture': 'CPUArchitecture',
    'RuntimePlatform.operatingSystemFamily': 'OSFamily',
    'DescribeTaskDefinitionRequest.include': 'TaskDefinitionField',
    'DescribeServicesRequest.include': 'ServiceField',
    'DescribeClustersRequest.include': 'ClusterField',
    'DescribeTasksRequest.include': 'TaskField',
    'ListServiceDeploymentsRequest.status': 'ServiceDeploymentStatus',
    'ListTaskDefinitionsRequest.status': 'TaskDefinitionStatus',
    'ListTaskDefinitionsRequest.sort': 'SortOrder',
    'ListTaskDefinitionFamiliesRequest.status': 'TaskDefinitionFamilyStatus',
};
const ELB = {
    Protocol: 'ProtocolEnum',
    HealthCheckProtocol: 'ProtocolEnum',
    TargetType: 'TargetTypeEnum',
    Scheme: 'LoadBalancerSchemeEnum',
    'Action.Type': 'ActionTypeEnum',
    'CreateLoadBalancerInput.Type': 'LoadBalancerTypeEnum',
};
const LOGS = { orderBy: 'OrderBy', logGroupClass: 'LogGroupClass' };
const CLOUDWATCH = {
    ComparisonOperator: 'ComparisonOperator',
    Statistic: 'Statistic',
    Statistics: 'Statistic',
    StateValue: 'StateValue',
    Unit: 'StandardUnit',
    ScanBy: 'ScanBy',
    AlarmTypes: 'AlarmType',
};
const SCALING = {
    ServiceNamespace: 'ServiceNamespace',
    ScalableDimension: 'ScalableDimension',
    PolicyType: 'PolicyType',
};
const SSM = { Type: 'ParameterType', Tier: 'ParameterTier' };
const CODEDEPLOY = {
    computePlatform: 'ComputePlatform',
    revisionType: 'RevisionLocationType',
    deploymentType: 'DeploymentType',
    deploymentOption: 'DeploymentOption',
    deploymentWaitType: 'DeploymentWaitType',
    type: 'TrafficRoutingType',
    events: 'AutoRollbackEvent',
    actionOnTimeout: 'DeploymentReadyAction',
    includeOnlyStatuses: 'DeploymentStatus',
};
const TABLES = {
    ecs: ECS,
    elasticloadbalancing: ELB,
    logs: LOGS,
    sts: {},
    cloudwatch: CLOUDWATCH,
    'application-autoscaling': SCALING,
    ssm: SSM,
    secretsmanager: {},
    codedeploy: CODEDEPLOY,
};
/** The values that a member may have, or undefined where any string will do. */
const valuesOf = (model, structure, member) => {
    const table = TABLES[model.name];
    const name = table[`${structure}.${member}`] ?? table[member];
    const found = name === undefined ? undefined : model.exports[name];
    return found === undefined ? undefined : Object.values(found);
};

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-application-auto-scaling/dist-cjs/index.js
var dist_cjs = __webpack_require__(11491);
var dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(dist_cjs, 2);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-cjs/index.js
var client_cloudwatch_dist_cjs = __webpack_require__(44085);
var client_cloudwatch_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_cloudwatch_dist_cjs, 2);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch-logs/dist-cjs/index.js
var client_cloudwatch_logs_dist_cjs = __webpack_require__(70303);
var client_cloudwatch_logs_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_cloudwatch_logs_dist_cjs, 2);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-codedeploy/dist-cjs/index.js
var client_codedeploy_dist_cjs = __webpack_require__(17507);
var client_codedeploy_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_codedeploy_dist_cjs, 2);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var client_ecs_dist_cjs = __webpack_require__(80212);
var client_ecs_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_ecs_dist_cjs, 2);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-cjs/index.js
var client_elastic_load_balancing_v2_dist_cjs = __webpack_require__(50586);
var client_elastic_load_balancing_v2_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_elastic_load_balancing_v2_dist_cjs, 2);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-secrets-manager/dist-cjs/index.js
var client_secrets_manager_dist_cjs = __webpack_require__(12994);
var client_secrets_manager_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_secrets_manager_dist_cjs, 2);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-cjs/index.js
var client_ssm_dist_cjs = __webpack_require__(34736);
var client_ssm_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_ssm_dist_cjs, 2);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-sts/dist-cjs/index.js
var client_sts_dist_cjs = __webpack_require__(71695);
var client_sts_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_sts_dist_cjs, 2);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/schema/index.js
var submodules_schema = __webpack_require__(26890);
;// CONCATENATED MODULE: ./.build/rehearsal/api/model.js










const json = {
    protocol: 'json',
    namespace: '',
    type: 'application/x-amz-json-1.1',
    invalid: 'InvalidParameterException',
};
const query = { protocol: 'query', type: 'text/xml', invalid: 'ValidationError' };
const MODELS = [
    { ...json, name: 'ecs', address: 'AmazonEC2ContainerServiceV20141113', exports: { ...client_ecs_dist_cjs_namespaceObject } },
    { ...json, name: 'logs', address: 'Logs_20140328', exports: { ...client_cloudwatch_logs_dist_cjs_namespaceObject } },
    {
        ...query,
        name: 'elasticloadbalancing',
        address: '2015-12-01',
        namespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
        exports: { ...client_elastic_load_balancing_v2_dist_cjs_namespaceObject },
    },
    {
        ...query,
        name: 'sts',
        address: '2011-06-15',
        namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
        exports: { ...client_sts_dist_cjs_namespaceObject },
    },
    {
        ...json,
        name: 'cloudwatch',
        address: 'GraniteServiceVersion20100801',
        type: 'application/x-amz-json-1.0',
        invalid: 'ValidationError',
        exports: { ...client_cloudwatch_dist_cjs_namespaceObject },
    },
    // The same service as older clients speak to it.
    {
        ...query,
        name: 'cloudwatch',
        address: '2010-08-01',
        namespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
        exports: { ...client_cloudwatch_dist_cjs_namespaceObject },
    },
    {
        ...json,
        name: 'application-autoscaling',
        address: 'AnyScaleFrontendService',
        invalid: 'ValidationException',
        exports: { ...dist_cjs_namespaceObject },
    },
    { ...json, name: 'ssm', address: 'AmazonSSM', invalid: 'ValidationException', exports: { ...client_ssm_dist_cjs_namespaceObject } },
    { ...json, name: 'secretsmanager', address: 'secretsmanager', exports: { ...client_secrets_manager_dist_cjs_namespaceObject } },
    {
        ...json,
        name: 'codedeploy',
        address: 'CodeDeploy_20141006',
        invalid: 'ValidationException',
        exports: { ...client_codedeploy_dist_cjs_namespaceObject },
    },
];
const schemaOf = (model, name) => {
    const schema = model.exports[`${name}$`];
    return schema === undefined ? undefined : submodules_schema.NormalizedSchema.of(schema);
};
const operationOf = (model, name) => {
    const schema = model.exports[`${name}$`];
    if (!Array.isArray(schema) || schema[0] !== 9)
        return undefined;
    return {
        input: submodules_schema.NormalizedSchema.of(schema[4]),
        output: submodules_schema.NormalizedSchema.of(schema[5]),
    };
};
/** The names of the members that must be there: static schemas put them first and give their number. */
const requiredOf = (schema) => {
    const [, , , , names, , required] = schema.getSchema();
    return (names ?? []).slice(0, required ?? 0);
};
/** How an error's shape goes over the wire: its code, which the query protocol may spell otherwise, and its status. */
const errorOf = (model, shape) => {
    const traits = (schemaOf(model, shape)?.getMergedTraits() ?? {});
    const status = traits.httpError ?? (traits.error === 'server' ? 500 : (STATUS[shape] ?? 400));
    return model.protocol === 'json'
        ? { code: shape, status }
        : { code: traits.awsQueryError?.[0] ?? shape, status: traits.awsQueryError?.[1] ?? status };
};
/** Errors that every service has and no model names. */
const STATUS = {
    MissingAuthenticationTokenException: 403,
    MissingAuthenticationToken: 403,
    InternalFailure: 500,
};

;// CONCATENATED MODULE: ./.build/rehearsal/api/check.js




const near = (name, names) => {
    const best = names.length === 0 ? '' : (0,mod/* closest */.kp)(name, [...names]);
    return best !== '' && (0,mod/* distance */.Io)(name, best) <= 4 ? ` Did you mean ${best}?` : '';
};
const wrongType = (path, wanted, value) => refuse('SerializationException', `${path} must be ${wanted}, not ${JSON.stringify(value)}.`);
const scalar = (schema, value, path) => {
    if (schema.isTimestampSchema())
        return typeof value === 'number' ? new Date(value * 1000) : wrongType(path, 'a time in seconds', value);
    if (schema.isStringSchema())
        return typeof value === 'string' ? value : wrongType(path, 'a string', value);
    if (schema.isBooleanSchema())
        return typeof value === 'boolean' ? value : wrongType(path, 'true or false', value);
    if (schema.isNumericSchema() && typeof value !== 'number')
        return wrongType(path, 'a number', value);
    return value;
};
const isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** What AWS ignores without a word is refused here by name: in a rehearsal a misspelt field is a finding. */
const refuseUnknown = (model, schema, tree, path, names) => {
    const unknown = Object.keys(tree).find((key) => !names.includes(key));
    if (unknown !== undefined)
        refuse(model.invalid, `Unknown field ${path === '' ? '' : `${path}.`}${unknown}: ${schema.getName()} has no such member.${near(unknown, names)}`);
};
const refuseMissing = (model, schema, tree, path) => {
    const missing = requiredOf(schema).find((name) => tree[name] === undefined || tree[name] === null);
    if (missing !== undefined)
        refuse(model.invalid, `Missing required field ${path === '' ? '' : `${path}.`}${missing}.`);
};
const refuseValue = (model, structure, member, value, path) => {
    const values = valuesOf(model, structure, member);
    const wrong = values && [value].flat().find((one) => !values.includes(one));
    if (wrong !== undefined)
        refuse(model.invalid, `${path} has the value ${JSON.stringify(wrong)}; it must be one of: ${values?.join(', ')}.`);
};
const structure = (model, schema, value, path) => {
    if (!isTree(value))
        return wrongType(path, 'an object', value);
    const members = [...schema.structIterator()];
    refuseUnknown(model, schema, value, path, members.map(([name]) => name));
    refuseMissing(model, schema, value, path);
    const present = members.filter(([name]) => value[name] !== undefined && value[name] !== null);
    return Object.fromEntries(present.map(([name, member]) => {
        const at = path === '' ? name : `${path}.${name}`;
        const read = shaped(model, member, value[name], at);
        refuseValue(model, schema.getName() ?? '', name, read, at);
        return [name, read];
    }));
};
const list = (model, schema, value, path) => Array.isArray(value)
    ? value.map((item, index) => shaped(model, schema.getValueSchema(), item, `${path}[${index}]`))
    : wrongType(path, 'a list', value);
const map = (model, schema, value, path) => isTree(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [
        key,
        shaped(model, schema.getValueSchema(), item, `${path}.${key}`),
    ]))
    : wrongType(path, 'an object', value);
const shaped = (model, schema, value, path) => {
    if (schema.isStructSchema())
        return structure(model, schema, value, path);
    if (schema.isListSchema())
        return list(model, schema, value, path);
    if (schema.isMapSchema())
        return map(model, schema, value, path);
    return scalar(schema, value, path);
};
/** The input as its model has it, or the error that names what is unknown, missing or out of its values. */
const checkInput = (model, schema, input) => schema.isUnitSchema() ? {} : structure(model, schema, input, '');

;// CONCATENATED MODULE: ./.build/rehearsal/api/json.js
const members = (schema, value) => {
    const tree = value;
    const names = [...schema.structIterator()];
    const stray = Object.keys(tree).find((key) => tree[key] !== undefined && !names.some(([name]) => name === key));
    if (stray !== undefined)
        throw new Error(`${schema.getName()} has no member ${stray}`);
    const present = names.filter(([name]) => tree[name] !== undefined);
    return Object.fromEntries(present.map(([name, member]) => [name, write(member, tree[name])]));
};
/** awsJson1.1: a time is a number of seconds; what is undefined is left out. */
const write = (schema, value) => {
    if (schema.isStructSchema())
        return members(schema, value);
    if (schema.isListSchema())
        return value.map((item) => write(schema.getValueSchema(), item));
    if (schema.isTimestampSchema())
        return value.getTime() / 1000;
    return value;
};
const toJson = (schema, output) => JSON.stringify(schema.isUnitSchema() ? {} : write(schema, output));

;// CONCATENATED MODULE: ./.build/rehearsal/api/query.js

const RESERVED = new Set(['Action', 'Version']);
const plant = (root, name, value) => {
    const path = name.split('.');
    const leaf = path.pop() ?? '';
    let branch = root;
    for (const key of path) {
        const next = branch[key];
        branch = typeof next === 'object' ? next : newBranch(branch, key);
    }
    branch[leaf] = value;
};
const newBranch = (parent, key) => {
    const branch = Object.create(null);
    parent[key] = branch;
    return branch;
};
/** A time is ISO 8601 in a query, a number of seconds everywhere else. */
const seconds = (text, path) => {
    const at = Date.parse(text);
    return Number.isNaN(at) ? refuse('ValidationError', `${path} must be a time, not '${text}'.`) : at / 1000;
};
const query_scalar = (schema, text, path) => {
    if (schema.isBooleanSchema())
        return text === 'true' ? true : text === 'false' ? false : text;
    if (schema.isTimestampSchema())
        return seconds(text, path);
    if (!schema.isNumericSchema())
        return text;
    const value = Number(text);
    return text.trim() === '' || Number.isNaN(value)
        ? refuse('ValidationError', `${path} must be a number, not '${text}'.`)
        : value;
};
const items = (schema, branch, path) => {
    const members = branch.member;
    if (typeof members !== 'object')
        return [];
    const order = Object.keys(members).toSorted((a, b) => Number(a) - Number(b));
    return order.map((key) => grow(schema.getValueSchema(), members[key] ?? '', `${path}.member.${key}`));
};
const fields = (schema, branch, path) => {
    const known = new Map([...schema.structIterator()]);
    return Object.fromEntries(Object.entries(branch).map(([name, value]) => {
        const member = known.get(name);
        return [name, member ? grow(member, value, path === '' ? name : `${path}.${name}`) : value];
    }));
};
/** An empty string stands for an empty list, as the protocol has it. */
const grow = (schema, value, path) => {
    if (schema.isListSchema())
        return typeof value === 'string' ? [] : items(schema, value, path);
    if (typeof value === 'string')
        return query_scalar(schema, value, path);
    return schema.isStructSchema() ? fields(schema, value, path) : value;
};
/** `A.member.1.B=x` → `{ A: [{ B: 'x' }] }`, typed by the schema; what it does not know stays, to be refused. */
const fromQuery = (schema, parameters) => {
    const root = Object.create(null);
    for (const [name, value] of parameters)
        if (!RESERVED.has(name))
            plant(root, name, value);
    return schema.isUnitSchema() ? {} : grow(schema, root, '');
};

;// CONCATENATED MODULE: ./.build/rehearsal/api/request.js


const SCOPE = /Credential=[^/]+\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/;
const modelAt = (protocol, address) => MODELS.find((model) => model.protocol === protocol && model.address === address);
const fromTarget = (target) => {
    const dot = target.lastIndexOf('.');
    const model = modelAt('json', target.slice(0, dot));
    return model
        ? { model, operation: target.slice(dot + 1) }
        : refuse('UnknownOperationException', `The rehearsal cluster knows no service ${target.slice(0, dot)}.`);
};
const fromForm = (body) => {
    const form = new URLSearchParams(body);
    const version = form.get('Version') ?? '';
    const model = modelAt('query', version);
    return model
        ? { model, operation: form.get('Action') ?? '' }
        : refuse('InvalidAction', `The rehearsal cluster knows no service with the version '${version}'.`);
};
const readRequest = (request, body) => {
    const target = request.headers['x-amz-target'];
    const scope = SCOPE.exec(request.headers.authorization ?? '');
    const which = typeof target === 'string' ? fromTarget(target) : fromForm(body);
    return { ...which, body, region: scope?.[1] ?? 'us-east-1', signed: scope !== null };
};

;// CONCATENATED MODULE: ./.build/rehearsal/api/xml.js
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text) => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
const xml_element = (name, content) => `<${name}>${content}</${name}>`;
const xml_members = (schema, tree) => {
    const names = [...schema.structIterator()];
    const stray = Object.keys(tree).find((key) => tree[key] !== undefined && !names.some(([name]) => name === key));
    if (stray !== undefined)
        throw new Error(`${schema.getName()} has no member ${stray}`);
    return names
        .filter(([name]) => tree[name] !== undefined)
        .map(([name, member]) => xml_element(name, content(member, tree[name])))
        .join('');
};
const content = (schema, value) => {
    if (schema.isStructSchema())
        return xml_members(schema, value);
    if (schema.isListSchema())
        return value
            .map((item) => xml_element('member', content(schema.getValueSchema(), item)))
            .join('');
    return escapeXml(value instanceof Date ? value.toISOString() : String(value));
};
const toXml = (operation, namespace, schema, output, requestId) => {
    const result = schema.isUnitSchema() ? '' : xml_members(schema, output);
    const metadata = xml_element('ResponseMetadata', xml_element('RequestId', requestId));
    return `<${operation}Response xmlns="${namespace}">${xml_element(`${operation}Result`, result)}${metadata}</${operation}Response>`;
};
const errorXml = (namespace, code, message, requestId) => {
    const error = xml_element('Type', 'Sender') + xml_element('Code', escapeXml(code)) + xml_element('Message', escapeXml(message));
    return `<ErrorResponse xmlns="${namespace}">${xml_element('Error', error)}${xml_element('RequestId', requestId)}</ErrorResponse>`;
};

;// CONCATENATED MODULE: ./.build/rehearsal/api/endpoint.js










const unsigned = ({ protocol }) => refuse(protocol === 'json' ? 'MissingAuthenticationTokenException' : 'MissingAuthenticationToken', 'Missing Authentication Token');
const unplayed = (model, operation, played) => refuse(model.protocol === 'json' ? 'UnknownOperationException' : 'InvalidAction', `The rehearsal cluster does not play ${model.name}:${operation}. It plays: ${played.join(', ')}.`);
const parse = (body) => {
    try {
        return JSON.parse(body === '' ? '{}' : body);
    }
    catch {
        return refuse('SerializationException', 'The body is not JSON.');
    }
};
const HONEST = (_, play) => play();
const play = async ({ operations, toll }, asked, requestId) => {
    const { model, operation, region } = asked;
    if (!asked.signed)
        unsigned(model);
    const shape = operationOf(model, operation);
    const played = operations[model.name];
    const handler = Object.hasOwn(played, operation) ? played[operation] : undefined;
    if (!shape || !handler)
        return unplayed(model, operation, Object.keys(played));
    const given = model.protocol === 'json' ? parse(asked.body) : fromQuery(shape.input, new URLSearchParams(asked.body));
    const leave = await toll.enter(model.name, operation, given);
    const answered = async () => handler(checkInput(model, shape.input, given), region);
    const output = (await answered().finally(leave)) ?? {};
    const body = model.protocol === 'json'
        ? toJson(shape.output, output)
        : toXml(operation, model.namespace, shape.output, output, requestId);
    return { status: 200, type: model.type, body };
};
const answerFault = (model, fault, requestId) => {
    const { code, status } = errorOf(model, fault.shape);
    const body = model.protocol === 'json'
        ? JSON.stringify({ __type: code, message: fault.message })
        : errorXml(model.namespace, code, fault.message, requestId);
    return { status, type: model.type, body };
};
const isJson = (request) => request.headers['x-amz-target'] !== undefined;
const fallback = (request) => MODELS.find(({ protocol }) => protocol === (isJson(request) ? 'json' : 'query'));
const send = (response, { status, type, body }, requestId) => {
    response.writeHead(status, {
        'content-type': type,
        'content-length': Buffer.byteLength(body),
        'x-amzn-requestid': requestId,
    });
    response.end(body);
};
const handle = async (house, request, requestId, bug) => {
    let model = fallback(request);
    try {
        const asked = readRequest(request, await (0,consumers_.text)(request));
        model = asked.model;
        return await house.meddle(asked, (operations = house.operations) => play({ ...house, operations }, asked, requestId));
    }
    catch (error) {
        if (error instanceof ApiFault)
            return answerFault(model, error, requestId);
        bug(error);
        return answerFault(model, new ApiFault('InternalFailure', String(error)), requestId);
    }
};
/** The one door for every service of AWS that is played here. */
const createEndpoint = (operations, bug, toll = FREE, meddle = HONEST) => (request, response) => {
    const requestId = (0,external_node_crypto_.randomUUID)();
    void handle({ operations, toll, meddle }, request, requestId, bug).then((answer) => {
        if (answer === 'cut')
            request.socket.destroy();
        else
            send(response, answer, requestId);
    });
};

// EXTERNAL MODULE: ./.build/rehearsal/backstage/door.js
var door = __webpack_require__(92716);
;// CONCATENATED MODULE: ./.build/rehearsal/clock/pacer.js

const createPacer = (clock, startPace, machine = Date.now) => {
    let owed = 0;
    let before = machine();
    let waits = new Map();
    const begun = ({ service, standing, requests }) => {
        const key = standing.kind === 'waiting' ? standing.key : standing.kind;
        const known = waits.get(service);
        return known?.key === key ? known : { key, requests };
    };
    const see = (stood) => {
        waits = new Map(stood.map((one) => [one.service, begun(one)]));
        return stood.map(({ service, standing, requests, needs }) => ({
            standing,
            requests: requests - (waits.get(service)?.requests ?? 0),
            needs,
        }));
    };
    const pay = (skipped, elapsed) => {
        const byItself = pacer.pace.kind === 'speed' ? elapsed * (pacer.pace.times - 1) : 0;
        owed = Math.max(0, owed - Math.max(0, skipped - byItself));
    };
    const pacer = {
        pace: startPace,
        owed: () => owed,
        advance: (milliseconds) => {
            owed += milliseconds;
        },
        turn(stood, minutes) {
            const sights = see(stood);
            const elapsed = machine() - before;
            before += elapsed;
            if (pacer.pace.kind === 'hand' && (0,skip/* isIdle */.xB)(sights))
                clock.hold();
            else
                clock.release();
            const now = clock.now();
            const skipped = (0,skip/* skipOf */.j)({ sights, now, elapsed, pace: pacer.pace, owed, minutes });
            clock.skip(skipped);
            pay(skipped, elapsed);
        },
    };
    return pacer;
};

// EXTERNAL MODULE: ./.build/rehearsal/clock/room.js
var room = __webpack_require__(61776);
;// CONCATENATED MODULE: ./.build/rehearsal/faults/crash.js
/** The controller ended in the middle of a turn, on purpose. */
class Crashed extends Error {
    crash;
    constructor(crash) {
        super('the controller has crashed, as it was asked to');
        this.name = 'Crashed';
        this.crash = crash;
    }
}
const createCrasher = () => {
    let armed;
    return {
        arm: (crash) => {
            armed = crash;
        },
        armed: () => armed,
        before: () => {
            if (!armed)
                return;
            const crash = armed;
            armed = crash.after > 0 ? { ...crash, after: crash.after - 1 } : undefined;
            if (crash.after > 0)
                return;
            // Nobody gets to clean up: that is what the state on disk is for.
            if (crash.of === 'process')
                process.kill(process.pid, 'SIGKILL');
            throw new Crashed(crash);
        },
    };
};

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
;// CONCATENATED MODULE: ./.build/rehearsal/faults/fault.js

/** What can be made to go wrong between a request and its answer. */
const MEDDLING = ['throttle', 'lost-answer', 'server-error', 'stale'];
const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(1), dist/* maxValue */.cGV(1000));
const meddling = {
    /** Of which operation; of any where it is left out. */
    operation: dist/* optional */.lqM(dist/* string */.YjP()),
    times: dist/* optional */.lqM(count, 1),
};
/** A fault as it is asked for backstage. */
const faultWish = dist/* variant */.Oxt('kind', [
    dist/* strictObject */.rej({ kind: dist/* literal */.euz('throttle'), ...meddling }),
    dist/* strictObject */.rej({ kind: dist/* literal */.euz('lost-answer'), ...meddling }),
    dist/* strictObject */.rej({ kind: dist/* literal */.euz('server-error'), ...meddling }),
    dist/* strictObject */.rej({ kind: dist/* literal */.euz('stale'), ...meddling, changes: dist/* optional */.lqM(count, 1) }),
    dist/* strictObject */.rej({
        kind: dist/* literal */.euz('task-dies'),
        service: dist/* optional */.lqM(dist/* string */.YjP()),
        task: dist/* optional */.lqM(dist/* string */.YjP()),
        many: dist/* optional */.lqM(count, 1),
    }),
    dist/* strictObject */.rej({
        kind: dist/* literal */.euz('alarm'),
        name: dist/* string */.YjP(),
        state: dist/* optional */.lqM(dist/* picklist */.KIO(['OK', 'ALARM', 'INSUFFICIENT_DATA']), 'ALARM'),
    }),
    dist/* strictObject */.rej({
        kind: dist/* literal */.euz('crash'),
        /** How many effects it still carries out. */
        after: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(0)), 0),
        /** The controller forgets everything and reads its state again, or the whole process is killed. */
        of: dist/* optional */.lqM(dist/* picklist */.KIO(['controller', 'process']), 'controller'),
        seconds: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* minValue */.Wwf(0), dist/* maxValue */.cGV(600)), 1),
    }),
]);
const isMeddling = (fault) => MEDDLING.includes(fault.kind);
const READS = /^(?:Describe|List|Get|Filter)/;
const isRead = (operation) => READS.test(operation);
const fits = (fault, operation) => (fault.operation ?? operation) === operation && (fault.kind !== 'stale' || isRead(operation));
const used = (fault) => fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
/** The first fault that a request meets, and those that are left for the next. */
const strike = (armed, operation) => {
    const at = armed.findIndex((fault) => fits(fault, operation));
    const fault = armed[at];
    return fault ? [fault, [...armed.slice(0, at), ...used(fault), ...armed.slice(at + 1)]] : [undefined, armed];
};

;// CONCATENATED MODULE: ./.build/rehearsal/faults/meddle.js


const throttled = ({ protocol }) => protocol === 'json' ? refuse('ThrottlingException', 'Rate exceeded') : refuse('Throttling', 'Rate exceeded');
const broken = ({ name }) => name === 'ecs'
    ? refuse('ServerException', 'Service Unavailable. Please try again later.')
    : refuse('InternalFailure', 'The request processing has failed because of an unknown error.');
const createMeddler = (ago) => {
    const meddler = {
        armed: [],
        meddle: async ({ model, operation }, play) => {
            const [fault, left] = strike(meddler.armed, operation);
            meddler.armed = left;
            switch (fault?.kind) {
                case undefined:
                    return play();
                case 'throttle':
                    return throttled(model);
                case 'server-error':
                    return broken(model);
                case 'stale':
                    return play(ago(fault.changes));
                case 'lost-answer':
                    await play();
                    return 'cut';
            }
        },
    };
    return meddler;
};

;// CONCATENATED MODULE: ./.build/rehearsal/faults/past.js
const KEPT = 16;
/** A declaration is replaced and never changed: a number stands for each. */
const numbers = new WeakMap();
let next = 0;
const numberOf = (declared) => {
    const number = numbers.get(declared) ?? next++;
    numbers.set(declared, number);
    return number;
};
const signOf = ({ service, declared }) => JSON.stringify([
    service.status,
    service.desiredCount,
    service.deployments.map(({ status, updatedAt }) => [status, updatedAt]),
    service.tasks.map(({ id, phase, healthy }) => [id, phase, healthy]),
    numberOf(declared),
]);
const rulesIn = ({ listeners }) => JSON.stringify([...listeners.values()].map(({ rules }) => rules.map(({ arn, weights }) => [arn, weights])));
/**
 * Each service as it is; as it was remembered before, where nothing about it is news. So the views share what stays, and
 * of 1,000 services not every turn's copy of each is kept.
 */
const remember = ({ services }, before) => new Map([...services].map(([arn, record]) => {
    const sign = signOf(record);
    const known = before.get(arn);
    return [arn, known?.sign === sign ? known : { sign, record }];
}));
const viewOf = (services, { listeners }) => ({
    services: new Map([...services].map(([arn, { record }]) => [arn, record])),
    listeners: new Map([...listeners].map(([arn, one]) => [arn, { ...one, rules: one.rules.map((rule) => ({ ...rule })) }])),
});
const isNews = (before, now) => before.size !== now.size || [...now].some(([arn, one]) => before.get(arn) !== one);
const createPast = (world) => {
    const views = [];
    let services = new Map();
    let rules = '';
    return {
        note: () => {
            const [before, rulesBefore] = [services, rules];
            services = remember(world, before);
            rules = rulesIn(world);
            if (rules === rulesBefore && !isNews(before, services))
                return;
            views.push(viewOf(services, world));
            if (views.length > KEPT)
                views.shift();
        },
        ago: (changes) => ({ ...world, ...views[Math.max(0, views.length - 1 - changes)] }),
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/arns.js

/** The account that a rehearsal is played in; nobody's. */
const ACCOUNT = '000000000000';
const ecs = (region, rest) => `arn:aws:ecs:${region}:${ACCOUNT}:${rest}`;
const elb = (region, rest) => `arn:aws:elasticloadbalancing:${region}:${ACCOUNT}:${rest}`;
const clusterArn = (region, name) => ecs(region, `cluster/${name}`);
const serviceArn = (region, cluster, name) => ecs(region, `service/${cluster}/${name}`);
const taskDefinitionArn = (region, family, revision) => ecs(region, `task-definition/${family}:${revision}`);
/** `…:service/demo/cart` → `…:KIND/demo/cart/ID` */
const under = (service, kind, id) => `${service.replace(':service/', `:${kind}/`)}/${id}`;
const taskArn = (service, id) => `${service.replace(/:service\/([^/]+)\/.*$/, ':task/$1')}/${id}`;
/** `…:cluster/demo` → `…:task/demo/ID` */
const taskArnIn = (cluster, id) => `${cluster.replace(':cluster/', ':task/')}/${id}`;
const revisionArn = (service, id) => under(service, 'service-revision', id);
const deploymentArn = (service) => under(service, 'service-deployment', token(21));
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_';
const token = (length) => Array.from({ length }, () => ALPHABET[(0,external_node_crypto_.randomInt)(ALPHABET.length)]).join('');
/** A revision's number: nineteen digits, as AWS has them. */
const newRevisionId = () => Array.from({ length: 19 }, (_, index) => (index === 0 ? (0,external_node_crypto_.randomInt)(1, 10) : (0,external_node_crypto_.randomInt)(10))).join('');
const hex = () => (0,external_node_crypto_.randomBytes)(8).toString('hex');
const loadBalancerArn = (region, name) => elb(region, `loadbalancer/app/${name}/${hex()}`);
const targetGroupArn = (region, name) => elb(region, `targetgroup/${name}/${hex()}`);
const listenerArn = (loadBalancer) => `${loadBalancer.replace(':loadbalancer/', ':listener/')}/${hex()}`;
/** A listener's default rule. */
const ruleArn = (listener) => `${listener.replace(':listener/', ':listener-rule/')}/${hex()}`;
const alarmArn = (region, name) => `arn:aws:cloudwatch:${region}:${ACCOUNT}:alarm:${name}`;
const scalableTargetArn = (region) => `arn:aws:application-autoscaling:${region}:${ACCOUNT}:scalable-target/${token(34)}`;
const scalingPolicyArn = (region, id, resource, name) => `arn:aws:autoscaling:${region}:${ACCOUNT}:scalingPolicy:${id}:resource/ecs/${resource}:policyName/${name}`;
const parameterArn = (region, name) => `arn:aws:ssm:${region}:${ACCOUNT}:parameter${name.startsWith('/') ? '' : '/'}${name}`;
const secretArn = (region, name) => `arn:aws:secretsmanager:${region}:${ACCOUNT}:secret:${name}-${token(6).replaceAll('_', 'a')}`;
/** The last part of an ARN or of a name: what people call it. */
const nameIn = (arnOrName) => arnOrName.slice(arnOrName.lastIndexOf('/') + 1);

;// CONCATENATED MODULE: ./.build/rehearsal/metrics/bucket.js
const EMPTY = {
    count: 0,
    sum: 0,
    minimum: Number.POSITIVE_INFINITY,
    maximum: Number.NEGATIVE_INFINITY,
    sizes: new Map(),
};
/** Percentiles are right to half a percent. */
const GRAIN = Math.log(1.01);
const ZERO = Number.NEGATIVE_INFINITY;
const sizeOf = (value) => (value <= 0 ? ZERO : Math.round(Math.log(value) / GRAIN));
const nearest = (size) => (size === ZERO ? 0 : Math.exp(size * GRAIN));
const join = (one, other) => {
    const sizes = new Map(one.sizes);
    for (const [size, many] of other.sizes)
        sizes.set(size, (sizes.get(size) ?? 0) + many);
    return {
        count: one.count + other.count,
        sum: one.sum + other.sum,
        minimum: Math.min(one.minimum, other.minimum),
        maximum: Math.max(one.maximum, other.maximum),
        sizes,
    };
};
const sample = (value, many = 1) => ({
    count: many,
    sum: value * many,
    minimum: value,
    maximum: value,
    sizes: new Map([[sizeOf(value), many]]),
});
const percentile = ({ sizes, count, minimum, maximum }, percent) => {
    const rank = Math.max(1, Math.ceil((percent / 100) * count));
    let passed = 0;
    for (const [size, many] of [...sizes].toSorted(([a], [b]) => a - b)) {
        passed += many;
        if (passed >= rank)
            return Math.min(maximum, Math.max(minimum, nearest(size)));
    }
    return maximum;
};
const PERCENTILE = /^p(\d{1,2}(?:\.\d+)?|100)$/;
const isStatistic = (name) => PERCENTILE.test(name) || ['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum'].includes(name);
/** A statistic, or a percentile as `p99`, of a bucket that is not empty. */
const statistic = (bucket, name) => {
    const percent = PERCENTILE.exec(name)?.[1];
    if (percent !== undefined)
        return percentile(bucket, Number(percent));
    switch (name) {
        case 'SampleCount':
            return bucket.count;
        case 'Sum':
            return bucket.sum;
        case 'Average':
            return bucket.sum / bucket.count;
        case 'Minimum':
            return bucket.minimum;
        default:
            return bucket.maximum;
    }
};

;// CONCATENATED MODULE: ./.build/rehearsal/metrics/evaluate.js
/**
 * How many periods CloudWatch looks back further than it must, to find points in place of missing ones. It says that it
 * does, and not how many: the examples of its page have two.
 */
const FURTHER = 2;
const lookback = ({ evaluationPeriods }) => evaluationPeriods + FURTHER;
const breaches = (value, { comparison, threshold }) => {
    switch (comparison) {
        case 'GreaterThanOrEqualToThreshold':
            return value >= threshold;
        case 'GreaterThanThreshold':
            return value > threshold;
        case 'LessThanThreshold':
            return value < threshold;
        case 'LessThanOrEqualToThreshold':
            return value <= threshold;
    }
};
const sightOf = (points, rule) => {
    const there = points.filter((point) => point !== undefined).slice(-rule.evaluationPeriods);
    const breaching = there.filter((value) => breaches(value, rule)).length;
    const first = points.findIndex((point) => point !== undefined && breaches(point, rule));
    return {
        breaching,
        missing: rule.evaluationPeriods - there.length,
        onlyBad: there.length > 0 && breaching === there.length,
        oldestBad: first < 0 ? 0 : points.length - first,
    };
};
/** Fewer points than the alarm wants, and all of them bad: enough only once the first of them is old enough. */
const early = ({ oldestBad }, { treatMissing, datapointsToAlarm }, before) => {
    if (treatMissing === 'ignore')
        return before;
    return oldestBad >= datapointsToAlarm ? 'ALARM' : 'OK';
};
/** The state that the points call for; what is missing is treated as the alarm says. */
const evaluate = (points, rule, before) => {
    const sight = sightOf(points, rule);
    const filled = rule.treatMissing === 'breaching' ? sight.missing : 0;
    if (sight.breaching + filled >= rule.datapointsToAlarm)
        return 'ALARM';
    if (rule.treatMissing === 'breaching' || rule.treatMissing === 'notBreaching')
        return 'OK';
    if (sight.missing === rule.evaluationPeriods)
        return rule.treatMissing === 'ignore' ? before : 'INSUFFICIENT_DATA';
    return sight.onlyBad ? early(sight, rule, before) : 'OK';
};

;// CONCATENATED MODULE: ./.build/rehearsal/metrics/store.js

const MINUTE = 60_000;
/** A rehearsal looks back no further. */
const KEPT_MINUTES = 24 * 60;
const keyOf = ({ namespace, name, dimensions }) => JSON.stringify([namespace, name, Object.entries(dimensions).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
const forget = ({ minutes }) => {
    const [oldest] = minutes.keys();
    if (minutes.size > KEPT_MINUTES && oldest !== undefined)
        minutes.delete(oldest);
};
/** Metrics by the minute, as load balancers report theirs. */
const createMetricStore = () => {
    const all = new Map();
    return {
        note(metric, value, at, many = 1) {
            const key = keyOf(metric);
            const series = all.get(key) ?? { metric, minutes: new Map() };
            all.set(key, series);
            const minute = Math.floor(at / MINUTE) * MINUTE;
            series.minutes.set(minute, join(series.minutes.get(minute) ?? EMPTY, sample(value, many)));
            forget(series);
        },
        metrics: () => [...all.values()].map(({ metric }) => metric),
        read(metric, from, to) {
            const minutes = all.get(keyOf(metric))?.minutes;
            if (!minutes)
                return undefined;
            const found = [...minutes].filter(([minute]) => minute >= from && minute < to);
            return found.length === 0 ? undefined : found.reduce((sum, [, bucket]) => join(sum, bucket), EMPTY);
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/metrics/alarms.js



const periodOf = ({ Period = 60 }) => Math.max(MINUTE, Period * 1000);
const ruleOf = (input) => ({
    comparison: input.ComparisonOperator,
    threshold: input.Threshold ?? 0,
    evaluationPeriods: input.EvaluationPeriods ?? 1,
    datapointsToAlarm: input.DatapointsToAlarm ?? input.EvaluationPeriods ?? 1,
    treatMissing: (input.TreatMissingData ?? 'missing'),
});
const metricOf = ({ Namespace = '', MetricName = '', Dimensions = [], }) => ({
    namespace: Namespace,
    name: MetricName,
    dimensions: Object.fromEntries(Dimensions.map(({ Name = '', Value = '' }) => [Name, Value])),
});
const pointsOf = (store, { input }, until) => {
    const period = periodOf(input);
    const count = lookback(ruleOf(input));
    return Array.from({ length: count }, (_, index) => {
        const from = until - (count - index) * period;
        const bucket = store.read(metricOf(input), from, from + period);
        return bucket && statistic(bucket, input.ExtendedStatistic ?? input.Statistic ?? 'Average');
    });
};
const told = (state, points, { Threshold, ComparisonOperator }) => {
    const there = points.filter((point) => point !== undefined);
    return state === 'INSUFFICIENT_DATA'
        ? 'Insufficient Data: no datapoints were received for the last periods.'
        : `Threshold ${state === 'ALARM' ? 'Crossed' : 'not crossed'}: the datapoints [${there.join(', ')}] were compared by ${ComparisonOperator} with the threshold (${Threshold}).`;
};
const withState = (alarm, state, reason, now) => ({
    ...alarm,
    state,
    reason,
    updatedAt: now,
    changedAt: alarm.state === state ? alarm.changedAt : now,
});
/** The alarm as it is now: looked at once a period, when that is over. In between a state that was set stays. */
const look = (store, alarm, now) => {
    const until = Math.floor(now / periodOf(alarm.input)) * periodOf(alarm.input);
    if (until <= alarm.lookedAt)
        return alarm;
    const points = pointsOf(store, alarm, until);
    const state = evaluate(points, ruleOf(alarm.input), alarm.state);
    const looked = { ...alarm, lookedAt: until };
    return state === alarm.state ? looked : withState(looked, state, told(state, points, alarm.input), now);
};
const showAlarm = ({ arn, input, state, reason, ...times }) => {
    const { Tags: _, ...declared } = input;
    return {
        ...declared,
        AlarmArn: arn,
        ActionsEnabled: input.ActionsEnabled ?? true,
        OKActions: input.OKActions ?? [],
        AlarmActions: input.AlarmActions ?? [],
        InsufficientDataActions: input.InsufficientDataActions ?? [],
        Dimensions: input.Dimensions ?? [],
        AlarmConfigurationUpdatedTimestamp: new Date(times.configuredAt),
        StateValue: state,
        StateReason: reason,
        StateUpdatedTimestamp: new Date(times.updatedAt),
        StateTransitionedTimestamp: new Date(times.changedAt),
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/faults/room.js




/** The youngest first: a rollout is what a rehearsal is about. */
const victims = (world, { task, service, many }) => [...world.services.values()]
    .filter((record) => service === undefined || record.service.name === service)
    .flatMap((record) => record.service.tasks)
    .filter(({ id, phase }) => phase === 'running' && (task === undefined || id === nameIn(task)))
    .toReversed()
    .slice(0, many)
    .map(({ id }) => id);
const killTasks = (world, fault) => {
    const died = victims(world, fault);
    if (died.length === 0)
        throw new Error('no running task is like that');
    for (const task of died)
        world.driver.kill(task);
    return { died };
};
const ring = (world, { name, state }) => {
    const alarm = world.alarms.get(name);
    if (!alarm)
        throw new Error(`there is no alarm ${name}`);
    world.alarms.set(name, withState(alarm, state, 'Set backstage.', world.clock.now()));
    world.nudge();
};
/** The faults backstage: some happen at once, some wait for the next request or effect. */
const faultRoom = (world, meddler, crasher) => {
    const show = () => ({ armed: [...meddler.armed, crasher.armed()].filter(Boolean) });
    return {
        show,
        ask: (given) => {
            const fault = dist/* parse */.qgA(faultWish, given);
            if (fault.kind === 'task-dies')
                return killTasks(world, fault);
            if (fault.kind === 'alarm')
                ring(world, fault);
            if (fault.kind === 'crash')
                crasher.arm(fault);
            if (isMeddling(fault))
                meddler.armed = [...meddler.armed, fault];
            return show();
        },
        clear: () => {
            meddler.armed = [];
            crasher.arm(undefined);
            return show();
        },
    };
};

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./.build/rehearsal/keep/text.js
/** Plain data as text and back, with the two things that JSON has no word for. */
const toText = (value) => JSON.stringify(value, function (key, shown) {
    const given = this[key];
    if (given instanceof Date)
        return { $date: given.getTime() };
    if (given instanceof Map)
        return { $map: [...given] };
    return shown;
});
const isOne = (value, tag) => typeof value === 'object' && value !== null && Object.keys(value).length === 1 && Object.hasOwn(value, tag);
const fromText = (text) => JSON.parse(text, (_, value) => {
    if (isOne(value, '$date'))
        return new Date(Number(value.$date));
    if (isOne(value, '$map'))
        return new Map(value.$map);
    return value;
});

;// CONCATENATED MODULE: ./.build/rehearsal/keep/kept.js

const keepGroup = ({ shape, attributes, group }) => ({
    shape,
    attributes,
    targets: group.targets().map(({ address, port, task, health, drainingSince }) => ({
        address,
        port,
        ...(task === undefined ? {} : { task }),
        health,
        ...(drainingSince === undefined ? {} : { drainingSince }),
    })),
});
const portsIn = ({ containers }) => Object.fromEntries(containers.flatMap(({ name, ports = [] }) => (ports.length > 0 ? [[name, ports]] : [])));
const placed = (world) => {
    const ids = [
        ...[...world.services.values()].flatMap(({ service }) => service.tasks.map(({ id }) => id)),
        ...world.tasks.keys(),
    ];
    const seen = ids.flatMap((id) => {
        const running = world.driver.observe(id);
        return running ? [[id, running]] : [];
    });
    const published = seen.map(([id, running]) => [id, portsIn(running)]);
    return {
        placed: Object.fromEntries(seen.map(([id, { address }]) => [id, address])),
        published: Object.fromEntries(published.filter(([, ports]) => Object.keys(ports).length > 0)),
    };
};
const keptOf = (world) => ({
    schema: 1,
    ahead: Math.floor(world.clock.ahead()),
    addresses: world.addresses.state(),
    clusters: world.clusters,
    definitions: world.definitions,
    services: world.services,
    loadBalancers: world.loadBalancers,
    alarms: world.alarms,
    tasks: world.tasks,
    scaling: world.scaling,
    parameters: world.parameters,
    secrets: world.secrets,
    codedeploy: world.codedeploy,
    targetGroups: [...world.targetGroups.values()].map(keepGroup),
    listeners: [...world.listeners.values()].map(({ shape, rules }) => ({ shape, rules })),
    logGroups: [...world.logs.groups.keys()],
    ...placed(world),
});
/** The world as text: what a controller that starts again begins with. */
const textOf = (world) => toText(keptOf(world));

;// CONCATENATED MODULE: ./.build/rehearsal/keep/keeper.js





const memoryShelf = () => {
    let kept;
    return {
        read: () => kept,
        write: (text) => {
            kept = text;
        },
        clear: () => {
            kept = undefined;
        },
    };
};
const readIfThere = (file) => {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
};
/**
 * Whole or not at all: what is written has another name until it is complete. It survives the end of the process,
 * not that of the machine: nothing is forced to the disk.
 */
const diskShelf = (folder) => {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const file = (0,external_node_path_.join)(folder, 'state.json');
    return {
        read: () => readIfThere(file),
        write: (text) => {
            (0,external_node_fs_.writeFileSync)(`${file}.new`, text, { mode: 0o600 });
            (0,external_node_fs_.renameSync)(`${file}.new`, file);
        },
        clear: () => (0,external_node_fs_.rmSync)(file, { force: true }),
    };
};
const unreadable = (why) => new words/* StaggerError */.IY({
    code: 'state-unreadable',
    fault: 'caller',
    problem: 'The state of the rehearsal cluster cannot be read',
    why,
    fix: 'give `--state` the folder of a cluster of this version, or an empty one',
});
const readKept = (shelf) => {
    const text = shelf.read();
    if (text === undefined)
        return undefined;
    let kept;
    try {
        kept = fromText(text);
    }
    catch (error) {
        throw unreadable(error.message);
    }
    if (kept.schema !== 1)
        throw unreadable(`it has the schema ${kept.schema}, and this version reads 1`);
    return kept;
};
/** Writes the world down wherever it differs from what was written last. */
const createKeeper = (world, shelf) => {
    let last;
    return () => {
        const text = textOf(world);
        if (text === last)
            return;
        shelf.write(text);
        last = text;
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/state.js
/** Still wanted: neither stopped nor on its way there. What `runningCount` and `maximumPercent` count. */
const isAlive = (task) => task.phase === 'pending' || task.phase === 'running';
const tasksOf = (service, revision) => service.tasks.filter((task) => task.revision === revision);
const revisionOf = (service, id) => {
    const revision = service.revisions.find((candidate) => candidate.id === id);
    if (!revision)
        throw new Error(`${service.arn} has no revision ${id}`);
    return revision;
};
const UNDER_WAY = [
    'PENDING',
    'IN_PROGRESS',
    'ROLLBACK_REQUESTED',
    'ROLLBACK_IN_PROGRESS',
];
const isUnderWay = (deployment) => UNDER_WAY.includes(deployment.status);
/** The revision that the service moves to, or serves: the newest deployment's target, or what it rolled back to. */
const wantedRevision = (service) => {
    const newest = service.deployments[0];
    if (!newest)
        throw new Error(`${service.arn} has no deployment`);
    return newest.rollback?.revision ?? newest.target;
};
/** What a rollback goes to: the target of the last deployment that succeeded, or what the last rollback restored. */
const lastCompleted = (service) => {
    const done = service.deployments.find(({ status }) => status === 'SUCCESSFUL' || status === 'ROLLBACK_SUCCESSFUL');
    return done && (done.rollback?.revision ?? done.target);
};

;// CONCATENATED MODULE: ./.build/rehearsal/elb/usage.js
/** Every rule of every listener. */
const rulesOf = (world) => [...world.listeners.values()].flatMap(({ rules }) => rules);
/** The load balancers that have a rule which forwards to the target group. */
const balancersOf = (world, arn) => [
    ...new Set([...world.listeners.values()]
        .filter(({ rules }) => rules.some(({ weights }) => Object.hasOwn(weights, arn)))
        .map(({ shape }) => shape.LoadBalancerArn)),
];
const isInUse = (world, arn) => balancersOf(world, arn).length > 0;

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/ports.js
/** Where tasks are that have no address of their own: on this machine, and for nobody beyond it. */
const LOOPBACK = '127.0.0.1';
/** In the network mode awsvpc; else a task has ports of the machine. */
const hasOwnAddress = ({ networkMode }) => networkMode === 'awsvpc';
const protocolOf = ({ protocol }) => protocol ?? 'tcp';
/** What a container had before, where its port is any that is free; 0 where it had none. */
const before = (mapping, had) => had.find(({ containerPort, protocol }) => containerPort === mapping.containerPort && protocol === protocolOf(mapping))?.hostPort ?? 0;
/** The machine's ports that a container of the network mode bridge asks for; 0 stands for any that is free. */
const wantedPorts = ({ portMappings = [] }, had = []) => portMappings.flatMap((mapping) => {
    const { containerPort, hostPort } = mapping;
    if (containerPort === undefined)
        return [];
    return [{ containerPort, hostPort: hostPort || before(mapping, had), protocol: protocolOf(mapping) }];
});
/** A container's `links`, which stand in bridge only: the other container, and what it is called there. */
const linksOf = ({ links = [] }) => links.map((link) => {
    const [name = '', alias = name] = link.split(':');
    return [name, alias];
});
/** Ports of the machine that the definition fixes, each of which can be had once: `8080/tcp`. */
const fixedPorts = (definition) => hasOwnAddress(definition)
    ? []
    : (definition.containerDefinitions ?? [])
        .flatMap((container) => wantedPorts(container))
        .filter(({ hostPort }) => hostPort !== 0)
        .map(({ hostPort, protocol }) => `${hostPort}/${protocol}`);

;// CONCATENATED MODULE: ./.build/rehearsal/place.js

/** Undefined where a task has no address of its own and its port is not published. */
const placeOf = ({ address, containers }, { containerName, containerPort }) => {
    const ports = containers.find(({ name }) => name === containerName)?.ports;
    if (!ports)
        return { address, port: containerPort };
    const published = ports.find((one) => one.containerPort === containerPort && one.protocol === 'tcp');
    return published && { address, port: published.hostPort };
};
/** Where a new task's ports are published. */
const newAddress = (world, taskDefinition) => {
    const definition = world.definitions.get(taskDefinition)?.definition;
    return definition && !hasOwnAddress(definition) ? LOOPBACK : world.addresses.task();
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/failure.js
/** Why a task could not start, in the words of ECS. */
class StartFailure extends Error {
    constructor(reason) {
        super(reason);
        this.name = 'StartFailure';
    }
}

;// CONCATENATED MODULE: ./.build/rehearsal/secrets/parameters.js



const MOST_ASKED = 10;
const MOST_CHARACTERS = 4096;
const invalid = (message) => refuse('ValidationException', message);
/** `/shop/key`, `/shop/key:3`, or an ARN of one: the name, and the version where one is asked for. */
const readName = (asked) => {
    const bare = asked.startsWith('arn:')
        ? asked.slice(asked.indexOf(':parameter/') + ':parameter'.length)
        : asked;
    const [name = '', version] = bare.split(':');
    return [name, version === undefined ? undefined : Number(version)];
};
/** An ARN has a slash before every name, also before one that has none of its own. */
const parameterAt = (world, asked) => {
    const [name, version] = readName(asked);
    const versions = world.parameters.get(name) ?? world.parameters.get(name.replace(/^\//, '')) ?? [];
    return version === undefined ? versions.at(-1) : versions.find(({ Version }) => Version === version);
};
/** Without `WithDecryption` a SecureString comes as it is kept: nothing that can be read. */
const shown = (parameter, decrypted) => parameter.Type === 'SecureString' && decrypted !== true
    ? {
        ...parameter,
        Value: (0,external_node_crypto_.createHash)('sha256')
            .update(parameter.Value ?? '')
            .digest('base64'),
    }
    : parameter;
const checkPut = (input, before) => {
    const { Name = '', Value = '' } = input;
    if (!/^\/?[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+){0,14}$/.test(Name) || /^\/?(aws|ssm)/i.test(Name))
        invalid(`Parameter name '${Name}' is invalid: letters, numbers, periods, hyphens and underscores, in at most 15 levels, and neither aws nor ssm at its beginning.`);
    if (Value.length < 1 || Value.length > MOST_CHARACTERS)
        invalid(`The value of '${Name}' has ${Value.length} characters; it must have from 1 to ${MOST_CHARACTERS}.`);
    if (before.length > 0 && input.Overwrite !== true)
        refuse('ParameterAlreadyExists', 'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.');
    if (before.length === 0 && input.Type === undefined)
        invalid('A parameter type is required when you create a parameter.');
};
const versionOf = (input, before, region, now) => ({
    Name: input.Name,
    Type: input.Type ?? before.at(-1)?.Type,
    Value: input.Value,
    Version: before.length + 1,
    LastModifiedDate: new Date(now),
    ARN: parameterArn(region, input.Name ?? ''),
    DataType: input.DataType ?? 'text',
});
const notFound = () => refuse('ParameterNotFound', 'The parameter was not found.');
const parameterOperations = (world) => ({
    PutParameter(input, region) {
        const before = world.parameters.get(input.Name ?? '') ?? [];
        checkPut(input, before);
        const version = versionOf(input, before, region, world.clock.now());
        world.parameters.set(input.Name ?? '', [...before, version]);
        return { Version: version.Version, Tier: 'Standard' };
    },
    GetParameter(input) {
        const found = parameterAt(world, input.Name ?? '') ?? notFound();
        return { Parameter: shown(found, input.WithDecryption) };
    },
    GetParameters({ Names = [], WithDecryption }) {
        if (Names.length < 1 || Names.length > MOST_ASKED)
            invalid(`From 1 to ${MOST_ASKED} parameters can be asked for at a time, not ${Names.length}.`);
        const found = Names.flatMap((name) => parameterAt(world, name) ?? []);
        return {
            Parameters: found.map((parameter) => shown(parameter, WithDecryption)),
            InvalidParameters: Names.filter((name) => !parameterAt(world, name)),
        };
    },
    DeleteParameter({ Name = '' }) {
        if (!world.parameters.delete(Name))
            notFound();
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/secrets/secrets.js



const STAGES = ['AWSCURRENT', 'AWSPREVIOUS'];
const stagesOf = ({ versions }, version) => STAGES.filter((_, index) => versions.at(-1 - index) === version);
/** By name, by ARN, and by an ARN without the six characters at its end. */
const secretAt = (world, id) => world.secrets.get(id) ??
    [...world.secrets.values()].find(({ arn }) => arn === id || arn.slice(0, -'-AbCdEf'.length) === id);
const existing = (world, id = '') => secretAt(world, id) ??
    refuse('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
const versionAt = (secret, stage, id) => {
    const wanted = stage ?? (id === undefined ? 'AWSCURRENT' : undefined);
    return secret.versions.find((version) => (id === undefined || version.id === id) &&
        (wanted === undefined || stagesOf(secret, version).includes(wanted)));
};
const secrets_textOf = ({ SecretString, SecretBinary }) => {
    if (SecretBinary !== undefined)
        refuse('InvalidParameterException', 'The rehearsal cluster does not play SecretBinary; give a SecretString.');
    return (SecretString ?? refuse('InvalidRequestException', 'You must provide either SecretString or SecretBinary.'));
};
const newVersion = (text, token, now) => ({
    id: token ?? (0,external_node_crypto_.randomUUID)(),
    text,
    createdAt: new Date(now),
});
const checkName = (world, name) => {
    if (!/^[A-Za-z0-9/_+=.@-]{1,512}$/.test(name))
        refuse('ValidationException', `Invalid name '${name}': it must be a name containing alphanumeric characters, or any of the following: -/_+=.@!`);
    if (world.secrets.has(name))
        refuse('ResourceExistsException', `The operation failed because the secret ${name} already exists.`);
};
const secretOperations = (world) => ({
    CreateSecret(input, region) {
        const name = input.Name ?? '';
        checkName(world, name);
        const version = newVersion(secrets_textOf(input), input.ClientRequestToken, world.clock.now());
        const secret = { arn: secretArn(region, name), name, versions: [version] };
        world.secrets.set(name, secret);
        return { ARN: secret.arn, Name: name, VersionId: version.id };
    },
    PutSecretValue(input) {
        const secret = existing(world, input.SecretId);
        if (input.VersionStages)
            refuse('InvalidParameterException', 'The rehearsal cluster does not play VersionStages of its own.');
        const version = newVersion(secrets_textOf(input), input.ClientRequestToken, world.clock.now());
        world.secrets.set(secret.name, { ...secret, versions: [...secret.versions, version] });
        return { ARN: secret.arn, Name: secret.name, VersionId: version.id, VersionStages: ['AWSCURRENT'] };
    },
    GetSecretValue(input) {
        const secret = existing(world, input.SecretId);
        const version = versionAt(secret, input.VersionStage, input.VersionId) ??
            refuse('ResourceNotFoundException', `Secrets Manager can't find the specified secret value for ${input.VersionId ? 'VersionId' : 'staging label'}: ${input.VersionId ?? input.VersionStage}`);
        return {
            ARN: secret.arn,
            Name: secret.name,
            VersionId: version.id,
            SecretString: version.text,
            VersionStages: stagesOf(secret, version),
            CreatedDate: version.createdAt,
        };
    },
    DescribeSecret(input) {
        const secret = existing(world, input.SecretId);
        return {
            ARN: secret.arn,
            Name: secret.name,
            CreatedDate: secret.versions[0]?.createdAt,
            LastChangedDate: secret.versions.at(-1)?.createdAt,
            VersionIdsToStages: Object.fromEntries(secret.versions
                .map((version) => [version.id, stagesOf(secret, version)])
                .filter(([, stages]) => stages.length > 0)),
        };
    },
    /** At once: a rehearsal has no days to wait in. */
    DeleteSecret(input) {
        const { arn, name } = existing(world, input.SecretId);
        world.secrets.delete(name);
        return { ARN: arn, Name: name, DeletionDate: new Date(world.clock.now()) };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/secrets/resolve.js



/** ECS's words for a task that cannot have what its definition refers to. */
const fail = (why) => {
    throw new StartFailure(`ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ${why}`);
};
const ASM = 'unable to retrieve secret from asm: service call has been retried 1 time(s)';
const resolve_SSM = 'unable to retrieve secrets from ssm: service call has been retried 1 time(s)';
/** `arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf`, and `:KEY:STAGE:VERSION` after it, each possibly empty. */
const readReference = (valueFrom) => {
    const parts = valueFrom.split(':');
    const [key = '', stage = '', version = ''] = parts.slice(7);
    return { id: parts.slice(0, 7).join(':'), key, stage, version };
};
const memberOf = (text, key) => {
    let tree;
    try {
        tree = JSON.parse(text);
    }
    catch {
        return fail(`${ASM}: retrieved secret from Secrets Manager could not be parsed as JSON`);
    }
    const value = tree?.[key];
    if (value === undefined)
        return fail(`${ASM}: retrieved secret from Secrets Manager did not contain json key ${key}`);
    return typeof value === 'string' ? value : JSON.stringify(value);
};
const fromSecrets = (world, valueFrom) => {
    const { id, key, stage, version } = readReference(valueFrom);
    const secret = secretAt(world, id);
    const found = secret && versionAt(secret, stage || undefined, version || undefined);
    if (!found)
        return fail(`${ASM}: failed to fetch secret ${id} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.`);
    return key === '' ? found.text : memberOf(found.text, key);
};
/** What a container's secret comes to: of Secrets Manager, whole or one key of it, or of the Parameter Store. */
const resolveSecret = (world, valueFrom) => {
    if (valueFrom.includes(':secretsmanager:'))
        return fromSecrets(world, valueFrom);
    return parameterAt(world, valueFrom)?.Value ?? fail(`${resolve_SSM}: invalid ssm parameters: ${valueFrom}`);
};

;// CONCATENATED MODULE: ./.build/rehearsal/carry-out.js






const regionOf = (arn) => arn.split(':')[3] ?? '';
/** What the driver is asked for. */
const orderOf = (world, service, task, taskDefinition, placed) => {
    const definition = world.definitions.get(taskDefinition)?.definition;
    if (!definition)
        throw new Error(`${service.arn} wants ${taskDefinition}, which is not registered`);
    return {
        id: task,
        arn: taskArn(service.arn, task),
        ...placed,
        region: regionOf(service.arn),
        definition,
        logs: world.logs,
        secret: (valueFrom) => resolveSecret(world, valueFrom),
    };
};
const placeIn = (world, service, id, targetGroup) => {
    const running = world.driver.observe(id);
    const task = service.tasks.find((candidate) => candidate.id === id);
    const bindings = task ? revisionOf(service, task.revision).targets : [];
    const binding = bindings.find((candidate) => candidate.targetGroup === targetGroup);
    return running && binding && placeOf(running, binding);
};
const groupOf = (world, arn) => world.targetGroups.get(arn)?.group;
const weigh = (world, { rule, weights }) => {
    const found = rulesOf(world).find(({ arn }) => arn === rule);
    if (found)
        found.weights = weights;
};
/** Carries out one effect. A second time it does nothing. */
const carryOut = (world, service, effect) => {
    if (effect.kind === 'weigh')
        weigh(world, effect);
    else if (effect.kind === 'call')
        world.functions.call(effect.call, effect.target, effect.event);
    else
        carryOutOnTask(world, service, effect);
};
const register = (world, service, { kind, task, targetGroup }) => {
    const place = placeIn(world, service, task, targetGroup);
    if (place)
        groupOf(world, targetGroup)?.[kind](place.address, place.port, task);
};
const carryOutOnTask = (world, service, effect) => {
    switch (effect.kind) {
        case 'start': {
            const placed = { address: newAddress(world, effect.taskDefinition) };
            world.driver.start(orderOf(world, service, effect.task, effect.taskDefinition, placed));
            break;
        }
        case 'register':
        case 'deregister':
            register(world, service, effect);
            break;
        case 'stop':
            world.driver.stop(effect.task);
            break;
        default:
            (0,words/* unreachable */.HB)(effect);
    }
};

;// CONCATENATED MODULE: ./.build/rehearsal/elb/conditions.js

const KINDS = {
    'path-pattern': {
        values: ({ PathPatternConfig, Values }) => PathPatternConfig?.Values ?? Values,
        facts: (_, { path }) => path,
        exactCase: true,
    },
    'host-header': {
        values: ({ HostHeaderConfig, Values }) => HostHeaderConfig?.Values ?? Values,
        facts: (_, { host }) => host,
        exactCase: false,
    },
    'http-header': {
        values: ({ HttpHeaderConfig }) => HttpHeaderConfig?.Values,
        facts: ({ HttpHeaderConfig }, facts) => facts.header(HttpHeaderConfig?.HttpHeaderName ?? ''),
        exactCase: false,
    },
    'http-request-method': {
        values: ({ HttpRequestMethodConfig }) => HttpRequestMethodConfig?.Values,
        facts: (_, { method }) => method,
        exactCase: true,
    },
};
/** `*` stands for any characters, `?` for exactly one. */
const patternOf = (value, { exactCase }) => {
    const escaped = value.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, exactCase ? 's' : 'is');
};
const holds = (condition, facts) => {
    const kind = KINDS[condition.Field ?? ''];
    const fact = kind?.facts(condition, facts);
    if (!kind || fact === undefined)
        return false;
    return (kind.values(condition) ?? []).some((value) => patternOf(value, kind).test(fact));
};
/** All of a rule's conditions hold; of the values of one, any. */
const matches = (conditions, facts) => conditions.every((condition) => holds(condition, facts));
const MOST_VALUES = 5;
const conditions_MOST_CHARACTERS = 128;
const conditions_invalid = (message) => refuse('ValidationError', message);
const checkOne = (condition) => {
    const { Field = '', HttpHeaderConfig } = condition;
    const kind = KINDS[Field] ??
        conditions_invalid(`Condition field '${Field}' must be one of the following values played here: ${Object.keys(KINDS).join(', ')}`);
    if (Field === 'http-header' && !HttpHeaderConfig?.HttpHeaderName)
        conditions_invalid('A condition of the field http-header must have an HttpHeaderName');
    const values = kind.values(condition) ?? [];
    if (values.length === 0)
        conditions_invalid(`A condition value must be specified for the field '${Field}'`);
    const long = values.find((value) => value.length > conditions_MOST_CHARACTERS);
    if (long !== undefined)
        conditions_invalid(`The condition value '${long}' has ${long.length} characters; the maximum is ${conditions_MOST_CHARACTERS}`);
    return values;
};
const checkConditions = (conditions) => {
    if (conditions.length === 0)
        conditions_invalid('A condition must be specified');
    const values = conditions.flatMap(checkOne);
    if (values.length > MOST_VALUES)
        conditions_invalid(`A rule has ${values.length} condition values; the maximum is ${MOST_VALUES}`);
    const once = ['path-pattern', 'host-header', 'http-request-method'];
    const twice = once.find((field) => conditions.filter(({ Field }) => Field === field).length > 1);
    if (twice)
        conditions_invalid(`A rule can only have one '${twice}' condition`);
};

;// CONCATENATED MODULE: ./.build/rehearsal/elb/doors.js

const factsOf = ({ headers, url = '/', method = 'GET' }) => {
    const [path = '/'] = url.split('?', 1);
    return {
        host: (headers.host ?? '').replace(/:\d+$/, ''),
        path,
        method,
        header: (name) => headers[name.toLowerCase()]?.toString(),
    };
};
/** Which task had a request: it leaves its group only once it was told of all of them. */
const takerOf = (world, targetGroup, { target = '' }) => {
    const [address = '', port] = target.split(':');
    const task = world.targetGroups.get(targetGroup)?.group.find(address, Number(port))?.task;
    return task === undefined ? {} : { task };
};
/** A door that asks the rules, request by request, which target group is next, and writes down how it went. */
const openDoor = (world, loadBalancer, address, port, rules) => world.router.open({
    address,
    port,
    rules,
    fits: ({ conditions }, request) => matches(conditions, factsOf(request)),
    group: (targetGroup) => world.targetGroups.get(targetGroup)?.group,
    ended: (targetGroup, ending) => world.measured.ended({ loadBalancer, targetGroup, ...ending, ...takerOf(world, targetGroup, ending) }),
});

;// CONCATENATED MODULE: ./.build/rehearsal/router/health.js
const INITIAL = {
    state: 'initial',
    reason: 'Elb.InitialHealthChecking',
    description: 'Initial health checks in progress',
    streak: 0,
};
const DRAINING = {
    state: 'draining',
    reason: 'Target.DeregistrationInProgress',
    description: 'Target deregistration is in progress',
    streak: 0,
};
const health_matches = (matcher, status) => matcher.split(',').some((range) => {
    const [low, high = low] = range.trim().split('-').map(Number);
    return low !== undefined && high !== undefined && status >= low && status <= high;
});
const ailing = (probe) => {
    switch (probe.kind) {
        case 'status':
            return {
                reason: 'Target.ResponseCodeMismatch',
                description: `Health checks failed with these codes: [${probe.status}]`,
            };
        case 'timeout':
            return { reason: 'Target.Timeout', description: 'Request timed out' };
        case 'refused':
            return { reason: 'Target.FailedHealthChecks', description: 'Health checks failed' };
    }
};
const passed = (health, { healthyThreshold }) => {
    const streak = health.state === 'unhealthy' ? health.streak + 1 : 0;
    const recovered = health.state !== 'unhealthy' || streak >= healthyThreshold;
    return recovered ? { state: 'healthy', streak: 0 } : { ...health, streak };
};
const missed = (health, probe, { unhealthyThreshold }) => {
    const streak = health.state === 'unhealthy' ? 0 : health.streak + 1;
    return health.state === 'unhealthy' || streak >= unhealthyThreshold
        ? { state: 'unhealthy', ...ailing(probe), streak: 0 }
        : { ...health, streak };
};
/**
 * What one check does to a target's health. A new target is healthy after its first passed check (documented: "it
 * must pass one health check"), whatever the threshold; a target that leaves is judged no more.
 */
const judge = (health, probe, check) => {
    if (health.state === 'draining')
        return health;
    const good = probe.kind === 'status' && health_matches(check.matcher, probe.status);
    if (!good)
        return missed(health, probe, check);
    return health.state === 'healthy' ? { state: 'healthy', streak: 0 } : passed(health, check);
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/probe.js

const HEADERS = { 'user-agent': 'ELB-HealthChecker/2.0', connection: 'close' };
/** One health check: a GET on a connection of its own. Never throws: no answer is an answer. */
const probe = (address, port, check) => new Promise((resolve) => {
    const signal = AbortSignal.timeout(check.timeoutSeconds * 1000);
    const asked = (0,external_node_http_.request)({ host: address, port, path: check.path, headers: HEADERS, agent: false, signal });
    asked.on('response', (answer) => {
        answer.resume();
        answer.on('error', () => { });
        resolve({ kind: 'status', status: answer.statusCode ?? 0 });
    });
    asked.on('error', () => resolve({ kind: signal.aborted ? 'timeout' : 'refused' }));
    asked.end();
});

;// CONCATENATED MODULE: ./.build/rehearsal/router/target.js


/**
 * How long an idle connection to a target is kept. Well under the 5 s after which a Node server closes it by
 * default: a connection that the other side may be closing must never be given a POST.
 */
const IDLE_MILLISECONDS = 1500;
const freeSince = new WeakMap();
const nameOf = ({ address, port }) => `${address}:${port}`;
const createTarget = (address, port, task) => {
    const agent = new external_node_http_.Agent({
        keepAlive: true,
        timeout: IDLE_MILLISECONDS,
        maxFreeSockets: 256,
        scheduling: 'lifo',
    });
    agent.on('free', (socket) => freeSince.set(socket, performance.now()));
    return { address, port, ...(task === undefined ? {} : { task }), agent, health: INITIAL, inFlight: 0 };
};
const freeOf = ({ agent }) => Object.values(agent.freeSockets).flatMap((sockets) => sockets ?? []);
/** On a machine that stood still timers are late: an idle connection may be older than it ever should be. */
const dropStale = (target, now) => {
    for (const socket of freeOf(target))
        if (now - (freeSince.get(socket) ?? now) >= IDLE_MILLISECONDS)
            socket.destroy();
};
const closeIdle = (target) => {
    target.agent.maxFreeSockets = 0;
    for (const socket of freeOf(target))
        socket.destroy();
};
/** Out of rotation: no new request, idle connections closed, those in use closed as their answers end. */
const drain = (target, now) => {
    if (target.health.state === 'draining')
        return;
    target.health = DRAINING;
    target.drainingSince = now;
    closeIdle(target);
};
const isDrained = (target, delaySeconds, now) => target.drainingSince !== undefined &&
    (target.inFlight === 0 || now - target.drainingSince >= delaySeconds * 1000);

;// CONCATENATED MODULE: ./.build/rehearsal/router/group.js



const FIRST_CHECK_AFTER = 500;
const SWEEP_EVERY = 100;
const key = (address, port) => `${address}:${port}`;
/** ELB fails open: where no target is healthy, those known to be unhealthy get the requests. */
const eligible = (targets) => {
    const healthy = targets.filter(({ health }) => health.state === 'healthy');
    return healthy.length > 0 ? healthy : targets.filter(({ health }) => health.state === 'unhealthy');
};
/** Looks after one target until it leaves: a check, then again one interval after that began. */
const watch = (target, settings, isClosed) => {
    const next = async () => {
        if (isClosed() || target.health.state === 'draining')
            return;
        const check = settings.check();
        setTimeout(next, check.intervalSeconds * 1000).unref();
        const outcome = await probe(target.address, target.port, check);
        target.health = judge(target.health, outcome, check);
    };
    setTimeout(next, FIRST_CHECK_AFTER).unref();
};
const createGroup = (settings) => {
    const targets = new Map();
    let closed = false;
    let turn = 0;
    const sweep = setInterval(() => {
        for (const [name, target] of targets)
            if (isDrained(target, settings.deregistrationDelaySeconds(), Date.now())) {
                targets.delete(name);
                target.agent.destroy();
            }
    }, SWEEP_EVERY).unref();
    const enter = (target) => {
        targets.set(key(target.address, target.port), target);
        watch(target, settings, () => closed);
    };
    return {
        targets: () => [...targets.values()],
        find: (address, port) => targets.get(key(address, port)),
        register: (address, port, task) => {
            if (!targets.has(key(address, port)))
                enter(createTarget(address, port, task));
        },
        restore: (address, port, was) => enter(Object.assign(createTarget(address, port), was)),
        deregister(address, port) {
            const target = targets.get(key(address, port));
            if (target)
                drain(target, Date.now());
        },
        pick() {
            const open = eligible([...targets.values()]);
            turn += 1;
            return open[turn % Math.max(1, open.length)];
        },
        close() {
            closed = true;
            clearInterval(sweep);
            for (const { agent } of targets.values())
                agent.destroy();
            targets.clear();
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/elb/attributes.js

const DEREGISTRATION_DELAY = 'deregistration_delay.timeout_seconds';
/** What an IP target group starts with. */
const DEFAULT_ATTRIBUTES = {
    [DEREGISTRATION_DELAY]: '300',
    'stickiness.enabled': 'false',
    'stickiness.type': 'lb_cookie',
    'stickiness.lb_cookie.duration_seconds': '86400',
    'slow_start.duration_seconds': '0',
    'load_balancing.algorithm.type': 'round_robin',
    'load_balancing.cross_zone.enabled': 'use_load_balancer_configuration',
};
const checkDelay = (value) => {
    const seconds = Number(value);
    if (!/^\d+$/.test(value) || seconds > 3600)
        refuse('InvalidConfigurationRequestException', `The value '${value}' of ${DEREGISTRATION_DELAY} must be a number of seconds from 0 to 3600`);
};
/** An attribute that is not played may be set to what it is already. */
const checkAttribute = (key, value) => {
    const usual = DEFAULT_ATTRIBUTES[key];
    if (usual === undefined)
        refuse('InvalidConfigurationRequestException', `Target group attribute key '${key}' is not recognized`);
    if (key === DEREGISTRATION_DELAY)
        checkDelay(value);
    else if (value !== usual)
        refuse('InvalidConfigurationRequestException', `The rehearsal cluster does not play ${key}=${value} yet; it is always ${usual}`);
};

;// CONCATENATED MODULE: ./.build/rehearsal/elb/group-rules.js

const inRange = (name, value, low, high) => {
    if (!Number.isInteger(value) || value < low || value > high)
        refuse('ValidationError', `${name} '${value}' must be a whole number from ${low} to ${high}`);
};
const group_rules_checkName = (world, name) => {
    if (!/^(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name))
        refuse('ValidationError', `Target group name '${name}' can only contain characters that are alphanumeric characters and hyphens(-), at most 32, and cannot begin or end with a hyphen`);
    if ([...world.targetGroups.values()].some(({ shape }) => shape.TargetGroupName === name))
        refuse('DuplicateTargetGroupNameException', `A target group with the same name '${name}' exists, but with different settings`);
};
const checkPlayed = (input) => {
    if (input.Protocol !== 'HTTP')
        refuse('ValidationError', `The rehearsal cluster plays Protocol HTTP only, not '${input.Protocol}'`);
    const type = input.TargetType ?? 'instance';
    if (type !== 'ip' && type !== 'instance')
        refuse('ValidationError', `The rehearsal cluster plays TargetType ip and instance only, not '${type}'`);
    if (input.VpcId === undefined)
        refuse('ValidationError', 'A VPC ID must be specified');
    if (input.HealthCheckEnabled === false)
        refuse('InvalidConfigurationRequestException', `Health check enabled must be true for target groups with target type ${type}`);
    inRange('Port', input.Port ?? 0, 1, 65535);
};
const checkHealthCheck = (shape) => {
    inRange('Health check interval', shape.HealthCheckIntervalSeconds ?? 0, 5, 300);
    inRange('Health check timeout', shape.HealthCheckTimeoutSeconds ?? 0, 2, 120);
    inRange('Healthy threshold', shape.HealthyThresholdCount ?? 0, 2, 10);
    inRange('Unhealthy threshold', shape.UnhealthyThresholdCount ?? 0, 2, 10);
    if ((shape.HealthCheckTimeoutSeconds ?? 0) >= (shape.HealthCheckIntervalSeconds ?? 0))
        refuse('ValidationError', 'Health check timeout must be smaller than the interval');
    if (!/^\d{3}(-\d{3})?(,\d{3}(-\d{3})?)*$/.test(shape.Matcher?.HttpCode ?? ''))
        refuse('ValidationError', `Health check matcher HTTP code '${shape.Matcher?.HttpCode}' must be within '200-499'`);
};

;// CONCATENATED MODULE: ./.build/rehearsal/instance.js

/** This machine, as Elastic Load Balancing calls it: made up. */
const INSTANCE_ID = `i-0127${'0'.repeat(12)}1`;
/** This machine, as a cluster calls it: made up from the cluster's ARN, so that it is the same after a restart. */
const containerInstanceId = (cluster) => (0,external_node_crypto_.createHash)('sha256').update(cluster).digest('hex').slice(0, 32);
const containerInstanceArn = (cluster) => `${cluster.replace(':cluster/', ':container-instance/')}/${containerInstanceId(cluster)}`;

;// CONCATENATED MODULE: ./.build/rehearsal/elb/group-shape.js



const describe = (input, region) => ({
    TargetGroupArn: targetGroupArn(region, input.Name ?? ''),
    TargetGroupName: input.Name,
    Protocol: input.Protocol,
    ProtocolVersion: input.ProtocolVersion ?? 'HTTP1',
    Port: input.Port,
    VpcId: input.VpcId,
    TargetType: input.TargetType ?? 'instance',
    IpAddressType: input.IpAddressType ?? 'ipv4',
    HealthCheckEnabled: true,
    HealthCheckProtocol: input.HealthCheckProtocol ?? 'HTTP',
    HealthCheckPort: input.HealthCheckPort ?? 'traffic-port',
    HealthCheckPath: input.HealthCheckPath ?? '/',
    HealthCheckIntervalSeconds: input.HealthCheckIntervalSeconds ?? 30,
    HealthCheckTimeoutSeconds: input.HealthCheckTimeoutSeconds ?? 5,
    HealthyThresholdCount: input.HealthyThresholdCount ?? 5,
    UnhealthyThresholdCount: input.UnhealthyThresholdCount ?? 2,
    Matcher: { HttpCode: input.Matcher?.HttpCode ?? '200' },
    LoadBalancerArns: [],
});
const healthCheckOf = (shape) => ({
    path: shape.HealthCheckPath ?? '/',
    intervalSeconds: shape.HealthCheckIntervalSeconds ?? 30,
    timeoutSeconds: shape.HealthCheckTimeoutSeconds ?? 5,
    healthyThreshold: shape.HealthyThresholdCount ?? 5,
    unhealthyThreshold: shape.UnhealthyThresholdCount ?? 2,
    matcher: shape.Matcher?.HttpCode ?? '200',
});
/** By which address a target is found: the machine's ports are all on one. */
const addressOf = ({ TargetType }, id) => {
    if (TargetType !== 'instance')
        return id;
    return id === INSTANCE_ID ? LOOPBACK : '';
};
const identify = ({ TargetType }, { address, port }) => TargetType === 'instance'
    ? { Id: INSTANCE_ID, Port: port }
    : { Id: address, Port: port, AvailabilityZone: 'local' };
const describeHealth = (shape, target, used) => {
    const { state, reason, description } = target.health;
    return {
        Target: identify(shape, target),
        HealthCheckPort: String(target.port),
        TargetHealth: used
            ? { State: state, Reason: reason, Description: description }
            : {
                State: 'unused',
                Reason: 'Target.NotInUse',
                Description: 'Target group is not configured to receive traffic from the load balancer',
            },
    };
};
const unregistered = (Id, Port) => ({
    Target: { Id, Port },
    TargetHealth: {
        State: 'unused',
        Reason: 'Target.NotRegistered',
        Description: 'Target is not registered to the target group',
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/elb/page.js

const MOST = 400;
/** One page of what a Describe… found, and the marker of the next: how far it got. */
const page = (items, { Marker, PageSize = MOST }) => {
    if (!Number.isInteger(PageSize) || PageSize < 1 || PageSize > MOST)
        refuse('ValidationError', `Page size '${PageSize}' must be a whole number from 1 to ${MOST}`);
    if (Marker !== undefined && !/^\d+$/.test(Marker))
        refuse('ValidationError', `Invalid marker '${Marker}'`);
    const from = Number(Marker ?? 0);
    const to = from + PageSize;
    return [items.slice(from, to), to < items.length ? String(to) : undefined];
};

;// CONCATENATED MODULE: ./.build/rehearsal/elb/groups.js







const groupAt = (world, arn) => world.targetGroups.get(arn ?? '') ??
    refuse('TargetGroupNotFoundException', `One or more target groups not found`);
const openGroup = (shape, attributes = new Map(Object.entries(DEFAULT_ATTRIBUTES))) => {
    const group = createGroup({
        check: () => healthCheckOf(shape),
        deregistrationDelaySeconds: () => Number(attributes.get(DEREGISTRATION_DELAY)),
    });
    return { shape, attributes, group };
};
const show = (world, { shape }) => ({
    ...shape,
    LoadBalancerArns: balancersOf(world, shape.TargetGroupArn),
});
const listAttributes = ({ attributes }) => [...attributes].map(([Key, Value]) => ({ Key, Value }));
const find = (world, input) => {
    if (input.TargetGroupArns)
        return input.TargetGroupArns.map((arn) => groupAt(world, arn));
    const all = [...world.targetGroups.values()];
    if (input.Names)
        return input.Names.map((name) => all.find(({ shape }) => shape.TargetGroupName === name) ?? groupAt(world, undefined));
    const balancer = input.LoadBalancerArn;
    return balancer === undefined
        ? all
        : all.filter(({ shape }) => balancersOf(world, shape.TargetGroupArn).includes(balancer));
};
const groupOperations = (world) => ({
    CreateTargetGroup(input, region) {
        group_rules_checkName(world, input.Name ?? '');
        checkPlayed(input);
        const shape = describe(input, region);
        checkHealthCheck(shape);
        const group = openGroup(shape);
        world.targetGroups.set(shape.TargetGroupArn, group);
        return { TargetGroups: [show(world, group)] };
    },
    DescribeTargetGroups(input) {
        const [groups, NextMarker] = page(find(world, input), input);
        return { TargetGroups: groups.map((group) => show(world, group)), NextMarker };
    },
    ModifyTargetGroupAttributes(input) {
        const group = groupAt(world, input.TargetGroupArn);
        for (const { Key = '', Value = '' } of input.Attributes ?? [])
            checkAttribute(Key, Value);
        for (const { Key = '', Value = '' } of input.Attributes ?? [])
            group.attributes.set(Key, Value);
        return { Attributes: listAttributes(group) };
    },
    DescribeTargetGroupAttributes: (input) => ({
        Attributes: listAttributes(groupAt(world, input.TargetGroupArn)),
    }),
    DeleteTargetGroup({ TargetGroupArn = '' }) {
        if (isInUse(world, TargetGroupArn))
            refuse('ResourceInUseException', `Target group '${TargetGroupArn}' is currently in use by a listener or a rule`);
        world.targetGroups.get(TargetGroupArn)?.group.close();
        world.targetGroups.delete(TargetGroupArn);
    },
    DescribeTargetHealth(input) {
        const { group, shape } = groupAt(world, input.TargetGroupArn);
        const used = isInUse(world, shape.TargetGroupArn);
        const asked = input.Targets;
        if (!asked)
            return {
                TargetHealthDescriptions: group.targets().map((target) => describeHealth(shape, target, used)),
            };
        return {
            TargetHealthDescriptions: asked.map(({ Id, Port }) => {
                const target = group.find(addressOf(shape, Id ?? ''), Port ?? shape.Port ?? 0);
                return target ? describeHealth(shape, target, used) : unregistered(Id, Port);
            }),
        };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/lone.js
/** Of a variable that is in both, the override's value counts. */
const withOverride = (container, { command, environment = [] }) => {
    const names = environment.map(({ name }) => name);
    const kept = (container.environment ?? []).filter(({ name }) => !names.includes(name));
    return { ...container, ...(command ? { command } : {}), environment: [...kept, ...environment] };
};
/** The definition as this one task runs it. */
const overridden = (definition, { containerOverrides = [] }) => ({
    ...definition,
    containerDefinitions: (definition.containerDefinitions ?? []).map((container) => {
        const override = containerOverrides.find(({ name }) => name === container.name);
        return override ? withOverride(container, override) : container;
    }),
});
const ended = (task, seen, now) => {
    const { stopped } = seen;
    const code = stopped?.startFailed ? 'TaskFailedToStart' : 'EssentialContainerExited';
    const why = task.why ?? { code, reason: stopped?.reason ?? 'Essential container in task exited' };
    return { ...task, phase: 'stopped', stoppedAt: now, why, last: seen };
};
const LOST = 'The rehearsal cluster ended while the task was starting';
/** One that was to stop never started; of one that was asked for, nothing is left. */
const unseen = (task, now) => {
    if (task.phase === 'stopping')
        return { ...task, phase: 'stopped', stoppedAt: now };
    if (!task.asked)
        return { ...task, asked: true };
    return { ...task, phase: 'stopped', stoppedAt: now, why: { code: 'TaskFailedToStart', reason: LOST } };
};
/** The task as it was seen now. */
const follow = (task, seen, now) => {
    if (task.phase === 'stopped')
        return task;
    if (!seen)
        return unseen(task, now);
    if (seen.phase === 'stopped')
        return ended(task, seen, now);
    return task.phase === 'pending' && seen.phase === 'running'
        ? { ...task, phase: 'running', startedAt: now }
        : task;
};
const halted = (task, reason, now) => task.phase === 'pending' || task.phase === 'running'
    ? { ...task, phase: 'stopping', stoppingAt: now, why: { code: 'UserInitiated', reason } }
    : task;

;// CONCATENATED MODULE: ./.build/rehearsal/lone-tasks.js



const HOUR = 3_600_000;
/** What the driver is asked for. */
const orderOfLone = (world, task, placed) => {
    const definition = world.definitions.get(task.taskDefinition)?.definition;
    if (!definition)
        throw new Error(`${task.arn} wants ${task.taskDefinition}, which is not registered`);
    return {
        id: task.id,
        arn: task.arn,
        ...placed,
        region: task.arn.split(':')[3] ?? '',
        definition: overridden(definition, task.overrides),
        logs: world.logs,
        secret: (valueFrom) => resolveSecret(world, valueFrom),
    };
};
/** Follows the tasks of no service; stopped ones are shown for an hour. */
const followLoneTasks = (world) => {
    const now = world.clock.now();
    for (const task of world.tasks.values()) {
        const followed = follow(task, world.driver.observe(task.id), now);
        if (followed.stoppedAt !== undefined && now - followed.stoppedAt >= HOUR) {
            world.tasks.delete(task.id);
            world.driver.forget(task.id);
        }
        else if (followed !== task)
            world.tasks.set(task.id, followed);
    }
};
const tend = (world, task) => {
    if (task.phase === 'pending' && task.asked && !world.driver.observe(task.id))
        world.driver.start(orderOfLone(world, task, { address: newAddress(world, task.taskDefinition) }));
    if (task.phase === 'stopping')
        world.driver.stop(task.id);
};
/** Starts and stops them. It comes after what was decided is written down, and what goes wrong with one is that one's. */
const tendLoneTasks = (world, bug) => {
    for (const task of world.tasks.values())
        try {
            tend(world, task);
        }
        catch (error) {
            bug(error);
        }
};

;// CONCATENATED MODULE: ./.build/rehearsal/keep/restore.js





const refill = (into, from) => {
    into.clear();
    for (const [key, value] of from)
        into.set(key, value);
};
/** What was declared and decided, as it was written; tasks and the router's parts are not touched. */
const recall = (world, kept) => {
    refill(world.clusters, kept.clusters);
    refill(world.definitions, kept.definitions);
    refill(world.services, kept.services);
    refill(world.loadBalancers, kept.loadBalancers);
    refill(world.alarms, kept.alarms);
    refill(world.tasks, kept.tasks);
    refill(world.scaling.targets, kept.scaling.targets);
    refill(world.scaling.policies, kept.scaling.policies);
    refill(world.parameters, kept.parameters);
    refill(world.secrets, kept.secrets);
    refill(world.codedeploy.applications, kept.codedeploy.applications);
    refill(world.codedeploy.groups, kept.codedeploy.groups);
    refill(world.codedeploy.configs, kept.codedeploy.configs ?? new Map());
    refill(world.codedeploy.deployments, kept.codedeploy.deployments);
};
const reopenGroup = (world, { shape, attributes, targets }) => {
    const opened = openGroup(shape, attributes);
    for (const { address, port, ...rest } of targets)
        opened.group.restore(address, port, rest);
    world.targetGroups.set(shape.TargetGroupArn, opened);
};
const reopenListener = async (world, { shape, rules }) => {
    const address = world.loadBalancers.get(shape.LoadBalancerArn)?.DNSName ?? '';
    const current = () => world.listeners.get(shape.ListenerArn)?.rules ?? rules;
    const open = await openDoor(world, shape.LoadBalancerArn, address, shape.Port ?? 0, current);
    world.listeners.set(shape.ListenerArn, { shape, rules, open });
};
const placedAt = ({ placed, published }, task) => {
    const ports = published?.[task];
    return { address: placed[task] ?? '', ...(ports ? { published: ports } : {}) };
};
/** Of tasks that run once, what was asked for must not be asked for again. */
const adoptedLone = (world, kept) => [...kept.tasks.values()]
    .filter(({ phase, asked }) => phase !== 'stopped' && asked)
    .map((task) => ({
    order: orderOfLone(world, task, placedAt(kept, task.id)),
    begun: task.phase === 'pending' ? 'once' : 'wholly',
}));
const adoptedOf = (world, kept) => [...kept.services.values()].flatMap(({ service }) => service.tasks
    .filter(({ phase }) => phase !== 'stopped')
    .map((task) => ({
    order: orderOf(world, service, task.id, revisionOf(service, task.revision).taskDefinition, placedAt(kept, task.id)),
    begun: task.phase === 'pending' ? 'again' : 'wholly',
})));
/** Everything again as it was when the process ended: containers are found again and not started twice. */
const restore = async (world, kept) => {
    recall(world, kept);
    world.clock.skip(kept.ahead);
    for (const name of kept.logGroups)
        world.logs.createGroup(name);
    await world.driver.adopt([...adoptedOf(world, kept), ...adoptedLone(world, kept)]);
    for (const group of kept.targetGroups)
        reopenGroup(world, group);
    // All at once: a router that goes on serving must not take the first for all that there are.
    await Promise.all(kept.listeners.map((listener) => reopenListener(world, listener)));
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/observation.js
/**
 * How old a sight may be, in milliseconds: AWS's reads are eventually consistent. What was asked for is believed only
 * in a sight from later than this. Inferred; AWS gives no number.
 */
const STALE_MILLISECONDS = 1000;

;// CONCATENATED MODULE: ./.build/rehearsal/controller/absorb.js

const isServing = (task, seen) => seen !== undefined &&
    task.phase === 'running' &&
    (seen.hasHealthCheck ? seen.health === 'HEALTHY' : true) &&
    seen.targets.every(({ state }) => state === 'healthy');
/** Out of rotation, as observed and not only as asked; and nothing in flight, or the deregistration delay passed. */
const absorb_isDrained = (task, seen, { now, guards }) => seen.targets.every((target) => guards.isDrained(target, now - (task.drainingSince ?? now)));
const absorb_ended = (task, seen, now) => {
    const code = seen.stopped?.startFailed ? 'TaskFailedToStart' : 'EssentialContainerExited';
    const why = task.why ?? { code, reason: seen.stopped?.reason ?? 'Essential container in task exited' };
    return { ...task, phase: 'stopped', stoppedAt: now, why };
};
const started = (task, now) => ({ ...task, phase: 'running', startedAt: now });
const advance = (task, seen, moment) => {
    const { now } = moment;
    if (task.phase === 'stopped')
        return task;
    if (seen.phase === 'stopped')
        return absorb_ended(task, seen, now);
    if (task.phase === 'pending' && seen.phase === 'running')
        return started(task, now);
    if (task.phase === 'draining' && absorb_isDrained(task, seen, moment))
        return { ...task, phase: 'stopping', stoppingAt: now };
    return serving(task, seen, now);
};
/**
 * How long a task must serve before it counts: ECS, too, looks only every so often, and a task that dies in its
 * first second has replaced nobody. Inferred; AWS gives no number.
 */
const STEADY_MILLISECONDS = 2000;
const serving = (task, seen, now) => {
    if (!isServing(task, seen)) {
        const { servingSince: _, ...rest } = task;
        return rest;
    }
    const servingSince = task.servingSince ?? now;
    return { ...task, servingSince, healthy: task.healthy || now - servingSince >= STEADY_MILLISECONDS };
};
/** One that was to stop and cannot be seen never started: the start was lost, and after this nobody asks for it again. */
const vanish = (task, now) => task.phase === 'stopping' && now - (task.stoppingAt ?? now) >= STALE_MILLISECONDS
    ? { ...task, phase: 'stopped', stoppedAt: now }
    : task;
/** The tasks as they are now: each phase follows what was seen. */
const absorb = (service, moment) => ({
    ...service,
    tasks: service.tasks.map((task) => {
        const seen = moment.seen.tasks.get(task.id);
        return seen ? advance(task, seen, moment) : vanish(task, moment.now);
    }),
});
/** A running task that must go because it is sick, and what ECS says of it. */
const sickness = (service, task, seen, now) => {
    const overlooked = now - (task.startedAt ?? now) < service.settings.graceSeconds * 1000;
    if (task.phase !== 'running' || overlooked)
        return undefined;
    if (seen.health === 'UNHEALTHY')
        return { code: 'ServiceSchedulerInitiated', reason: 'Task failed container health checks' };
    const sick = seen.targets.find(({ state }) => state === 'unhealthy');
    return (sick && {
        code: 'ServiceSchedulerInitiated',
        reason: `Task failed ELB health checks in (target-group ${sick.targetGroup})`,
    });
};
/** Nobody sends it a request: it is not in rotation, or not healthy. */
const isIdle = (task, observation) => !isServing(task, observation.tasks.get(task.id));
/** Serves, and has for long enough: may replace another. */
const isSteady = (task, observation) => task.healthy && !isIdle(task, observation);

;// CONCATENATED MODULE: ./.build/rehearsal/controller/course.js
const ALL = 1000;
const course_MINUTE = 60_000;
const linear = (step) => {
    const count = Math.ceil(ALL / step);
    return Array.from({ length: count }, (_, index) => Math.min(ALL, step * (index + 1)));
};
/** The shares of production traffic, one for each step; the last is everything. */
const stepsOf = (plan) => {
    switch (plan.strategy) {
        case 'ROLLING':
            return [];
        case 'BLUE_GREEN':
            return [ALL];
        case 'CANARY':
            return plan.tenths === ALL ? [ALL] : [plan.tenths, ALL];
        case 'LINEAR':
            return linear(plan.tenths);
    }
};
const stepBakeOf = (plan) => ('bakeMinutes' in plan ? plan.bakeMinutes : 0);

;// CONCATENATED MODULE: ./.build/rehearsal/controller/turn.js

const NOWHERE = 'No rollback candidate was found to run the rollback.';
const newest = (service) => {
    const deployment = service.deployments[0];
    if (!deployment)
        throw new Error(`${service.arn} has no deployment`);
    return deployment;
};
const withNewest = (service, change, now) => ({
    ...service,
    deployments: [{ ...newest(service), ...change, updatedAt: now }, ...service.deployments.slice(1)],
});
const withCourse = (service, change, now) => withNewest(service, { course: { ...newest(service).course, ...change } }, now);
const finish = (service, status, reason, now) => withNewest(service, { status, ...(reason ? { reason } : {}), finishedAt: now }, now);
/** The shifts that were begun, and are undone on the way back. */
const begunShifts = ({ production, test }) => [
    ...(test > 0 ? ['TEST_TRAFFIC_SHIFT'] : []),
    ...(production > 0 ? ['PRODUCTION_TRAFFIC_SHIFT'] : []),
];
/** All traffic is asked back at once; it moves once the old revision can take it. */
const homeward = (course, now) => {
    const { arrivedAt: _, ...rest } = course;
    if (course.strategy === 'ROLLING')
        return { ...rest, waits: [] };
    const asked = { production: 0, test: 0, since: now };
    return { ...rest, stage: 'SCALE_UP', since: now, waits: [], asked, undone: begunShifts(course.asked) };
};
/** Turns the newest deployment around. Without a revision that once completed there is nowhere to go. */
const rollBack = (service, reason, now) => {
    const revision = lastCompleted(service);
    if (!revision)
        return finish(service, 'ROLLBACK_FAILED', NOWHERE, now);
    const { lastFailureAt: _, ...rest } = newest(service);
    return withNewest({ ...service, deployments: [rest, ...service.deployments.slice(1)] }, {
        status: 'ROLLBACK_IN_PROGRESS',
        reason,
        rollback: { reason, startedAt: now, revision, from: rest.course.stage },
        course: homeward(rest.course, now),
    }, now);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/hooks.js

/** Nobody has answered it yet, neither a person nor a function. */
const isOpen = ({ status }) => status === 'AWAITING_ACTION' || status === 'IN_PROGRESS';
/** Hooks keep a deployment where it is. */
const isHeld = ({ waits }) => waits.some(isOpen);
const UNREPORTED = 'The deployment timed out while waiting for a status callback. CodeDeploy expects a status callback within one hour after a deployment hook is invoked.';
const timedOut = ({ asks }, { stage }) => {
    if (!asks)
        return `Service deployment rolled back because ${stage} pause hook timed out.`;
    return asks.reportsTo === undefined
        ? hookFailed(asks, `Lifecycle hook target ${asks.target} timed out.`)
        : UNREPORTED;
};
const INVALID = 'The deployment failed because one or more of the lifecycle event validation functions failed.';
/** ECS tells what a function said, CodeDeploy only where it could not be asked. */
const hookFailed = ({ stage, reportsTo }, why) => reportsTo === undefined
    ? `Service deployment rolled back because ${stage} lifecycle hook(s) failed. ${why}`
    : `${INVALID} ${why}`;
/** Hooks that nobody answered in time do what they were told to do then; on the way back nothing holds them up. */
const timeOut = (service, now) => {
    const { status, course } = newest(service);
    const over = course.waits.filter((wait) => isOpen(wait) && now >= wait.expiresAt);
    if (over.length === 0)
        return service;
    const last = over.find(({ action }) => action === 'ROLLBACK');
    if (last && status === 'IN_PROGRESS')
        return rollBack(service, timedOut(last, course), now);
    return withCourse(service, { waits: course.waits.map((wait) => (over.includes(wait) ? { ...wait, status: 'TIMED_OUT' } : wait)) }, now);
};

;// CONCATENATED MODULE: ./.build/rehearsal/clock/standing.js





const BUSY = { kind: 'busy' };
const isAtRest = (service, seen) => service.tasks.every(({ phase }) => phase === 'stopped' || phase === 'running') &&
    service.tasks.every((task) => task.phase === 'stopped' || isSteady(task, seen));
const bakesUntil = (course) => {
    if (course.stage === 'BAKE_TIME')
        return course.since + course.bakeMinutes * course_MINUTE;
    const bakes = course.stage === 'PRODUCTION_TRAFFIC_SHIFT' && course.arrivedAt !== undefined;
    return bakes ? course.arrivedAt + course.stepBakeMinutes * course_MINUTE : undefined;
};
/** When a hook is over by itself, or its function is asked again: what that takes is real. */
const hookUntil = ({ expiresAt, asks }) => Math.min(expiresAt, asks?.at ?? expiresAt);
const untilOf = (course) => isHeld(course) ? Math.min(...course.waits.filter(isOpen).map(hookUntil)) : bakesUntil(course);
const waitIn = ({ arn, status, course }, now) => {
    const waits = status === 'IN_PROGRESS' || (status === 'ROLLBACK_IN_PROGRESS' && isHeld(course));
    const until = waits ? untilOf(course) : undefined;
    if (until === undefined || until <= now || now - course.asked.since < STALE_MILLISECONDS)
        return BUSY;
    const key = [arn, course.stage, course.step, course.arrivedAt ?? course.since].join(' ');
    return { kind: 'waiting', until: until, key };
};
const standingOf = ({ service, effects }, seen, now) => {
    const [newest] = service.deployments;
    if (service.status === 'INACTIVE' || !newest)
        return { kind: 'resting' };
    if (service.status === 'DRAINING' || effects.length > 0 || !isAtRest(service, seen))
        return BUSY;
    return isUnderWay(newest) ? waitIn(newest, now) : { kind: 'resting' };
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/calls.js





const isAsking = (wait) => wait.status === 'IN_PROGRESS' && wait.asks !== undefined;
const calls_nameOf = ({ hookId, asks }) => `${hookId} ${asks.answered}`;
const dueIn = (service, now) => {
    const [deployment] = service.deployments;
    if (!deployment || service.status !== 'ACTIVE' || !isUnderWay(deployment))
        return [];
    return deployment.course.waits.filter(isAsking).filter(({ asks }) => now >= asks.at);
};
/** The calls whose answers are waited for. */
const awaited = (service, now) => dueIn(service, now).map(calls_nameOf);
const sharesOf = (service, { course, target }, tenths) => ({
    [revisionOf(service, target).arn]: tenths / 10,
    ...(course.blue === undefined ? {} : { [revisionOf(service, course.blue).arn]: (ALL - tenths) / 10 }),
});
/** Weights are told while they move, and where nobody knew them. */
const SHOWN = {
    RECONCILE_SERVICE: ['test', 'production'],
    TEST_TRAFFIC_SHIFT: ['test'],
    PRODUCTION_TRAFFIC_SHIFT: ['production'],
};
/** AWS's are UUIDs; the same for each call of a hook that was reached once. */
const executionId = (hookId) => (0,external_node_crypto_.createHash)('sha256')
    .update(hookId)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
const eventOf = (service, { hookId, asks: { stage, details } }) => {
    const deployment = newest(service);
    const { asked } = deployment.course;
    const shares = (which) => SHOWN[stage]?.includes(which) ? sharesOf(service, deployment, asked[which]) : {};
    return {
        executionDetails: {
            testTrafficWeights: shares('test'),
            productionTrafficWeights: shares('production'),
            serviceArn: service.arn,
            targetServiceRevisionArn: revisionOf(service, deployment.target).arn,
        },
        executionId: executionId(hookId),
        lifecycleStage: stage,
        resourceArn: deployment.arn,
        ...(details ? { hookDetails: details } : {}),
    };
};
const toldIn = (service, wait) => {
    const { reportsTo } = wait.asks;
    return reportsTo === undefined
        ? eventOf(service, wait)
        : { DeploymentId: reportsTo, LifecycleEventHookExecutionId: executionId(wait.hookId) };
};
/** The functions to ask: on every step again, until an answer is seen. */
const callsOf = (service, { seen, now }) => dueIn(service, now)
    .filter((wait) => !seen.calls.has(calls_nameOf(wait)))
    .map((wait) => ({
    call: calls_nameOf(wait),
    target: wait.asks.target,
    event: toldIn(service, wait),
}));
/** What a function returned with IN_PROGRESS comes back to it, over what it is always told. */
const askAgain = ({ asks, ...wait }, { delaySeconds, details }, now) => ({
    ...wait,
    asks: {
        ...asks,
        ...(details ? { details: { ...asks.details, ...details } } : {}),
        answered: asks.answered + 1,
        at: (now + delaySeconds * 1000),
    },
});
/** It was called, and nothing more is asked of it: it reports, or its time is over. */
const rest = ({ asks, ...wait }) => ({ ...wait, asks: { ...asks, at: wait.expiresAt } });
const heardBy = (wait, verdict, now) => {
    switch (verdict?.kind) {
        case undefined:
            return wait;
        case 'called':
            return rest(wait);
        case 'in-progress':
            return askAgain(wait, verdict, now);
        case 'succeeded':
            return { ...wait, status: 'SUCCEEDED' };
        case 'failed':
            return { ...wait, status: 'FAILED' };
    }
};
/** Why a deployment cannot go on after what a function said; undefined where it can. */
const refusalOf = (wait, { calls }) => {
    const verdict = isAsking(wait) ? calls.get(calls_nameOf(wait)) : undefined;
    return wait.asks && verdict?.kind === 'failed' ? hookFailed(wait.asks, verdict.why) : undefined;
};
/** What functions answered since. One that says no turns a deployment around; on the way back it changes nothing. */
const hear = (service, { seen, now }) => {
    const { status, course } = newest(service);
    const heard = course.waits.map((wait) => isAsking(wait) ? heardBy(wait, seen.calls.get(calls_nameOf(wait)), now) : wait);
    if (heard.every((wait, index) => wait === course.waits[index]))
        return service;
    const told = withCourse(service, { waits: heard }, now);
    const refusal = course.waits.map((wait) => refusalOf(wait, seen)).find(Boolean);
    return refusal && status === 'IN_PROGRESS' ? rollBack(told, refusal, now) : told;
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/reach.js


/** Made from what it stands for, so that a step repeated after a crash gives the same one. */
const hookId = (kind, deployment, number) => `ecs-${kind}-${(0,external_node_crypto_.createHash)('sha256').update(`${deployment} ${number}`).digest('base64url')}`;
const reach = (hook, stage, deployment, number, now) => {
    const { lambda, action, timeoutMinutes } = hook;
    const expiresAt = (now + timeoutMinutes * course_MINUTE);
    return lambda
        ? {
            hookId: hookId('lambda', deployment, number),
            status: 'IN_PROGRESS',
            expiresAt,
            action,
            asks: { ...lambda, stage, answered: 0, at: now },
        }
        : { hookId: hookId('pause', deployment, number), status: 'AWAITING_ACTION', expiresAt, action };
};
const reachAll = (course, here, deployment, now) => ({
    waits: here.map(([hook, stage], index) => reach(hook, stage, deployment, course.reached + index, now)),
    reached: course.reached + here.length,
});
/** CodeDeploy asks each function once, ECS at every step. */
const isDue = ({ stages, lambda }, stage, step) => stages.includes(stage) && (step === 0 || lambda?.reportsTo === undefined);
const hooksAt = ({ hooks, step }, stage) => hooks.filter((hook) => isDue(hook, stage, step)).map((hook) => [hook, stage]);
/** The hooks of a stage that is entered now, each with an id of its own. */
const reachHooks = (course, deployment, stage, now) => reachAll(course, hooksAt(course, stage), deployment, now);
/** On the way back, as the traffic moves: the hooks of the shifts that are undone. */
const reachBack = (course, deployment, now) => reachAll(course, (course.undone ?? []).flatMap((stage) => hooksAt(course, stage)), deployment, now);

;// CONCATENATED MODULE: ./.build/rehearsal/controller/weights.js




/**
 * The weights of the new revision's group and of the other: percents where that is exact, else tenths of a percent.
 * Elastic Load Balancing takes whole numbers up to 999, so all of the traffic is 100 and never 1000.
 */
const weightsOf = (tenths) => tenths % 10 === 0 ? [tenths / 10, 100 - tenths / 10] : [tenths, ALL - tenths];
const weighingsOf = ({ targetGroup, traffic }, production, test) => {
    if (!traffic)
        return [];
    const groups = { group: targetGroup, other: traffic.other };
    const testing = traffic.testRule ? [{ rule: traffic.testRule, ...groups, asked: test }] : [];
    return [{ rule: traffic.productionRule, ...groups, asked: production }, ...testing];
};
/** What the deployment under way wants on every rule. Without one nobody touches the weights. */
const weighings = (service) => {
    const deployment = newest(service);
    if (!isUnderWay(deployment))
        return [];
    const { production, test } = deployment.course.asked;
    return revisionOf(service, deployment.target).targets.flatMap((binding) => weighingsOf(binding, production, test));
};
/** The share of the new revision's group on a rule, in tenths of a percent, as seen; undefined where the rule was not. */
const seenShare = (seen, { rule, group, other }) => {
    const weights = seen.rules.get(rule);
    if (!weights)
        return undefined;
    const [mine, theirs] = [weights[group] ?? 0, weights[other] ?? 0];
    return mine === 0 ? 0 : Math.max(1, Math.round((ALL * mine) / (mine + theirs)));
};
/** A sight from before what was asked last says nothing about it. */
const isFresh = (service, now) => now - newest(service).course.asked.since >= STALE_MILLISECONDS;
/** Every rule was seen to have the weights that were asked for. */
const hasArrived = (service, seen, now) => {
    const all = weighings(service);
    if (all.length === 0)
        return true;
    return isFresh(service, now) && all.every((weighing) => seenShare(seen, weighing) === weighing.asked);
};
const lacks = (weights, { group, other }) => weights !== undefined && !(Object.hasOwn(weights, group) && Object.hasOwn(weights, other));
/** A rule that does not name both groups cannot be weighed. */
const isUnweighable = (service, seen) => weighings(service).some((weighing) => lacks(seen.rules.get(weighing.rule), weighing));

;// CONCATENATED MODULE: ./.build/rehearsal/controller/sets.js




/** The tasks of one revision that serve and have done so for long enough. */
const sets_serving = (service, revision, seen) => revision === undefined
    ? 0
    : tasksOf(service, revision).filter((task) => isAlive(task) && isSteady(task, seen)).length;
const isWhole = (service, revision, seen) => sets_serving(service, revision, seen) >= service.desiredCount;
const isPresent = ({ phase }) => phase !== 'stopped';
/** The revisions besides `kept` that still have tasks, even draining ones. */
const leftovers = (service, ...kept) => [
    ...new Set(service.tasks
        .filter((task) => isPresent(task) && !kept.includes(task.revision))
        .map(({ revision }) => revision)),
];
const groupsOf = (service, revision) => revisionOf(service, revision).targets.map(({ targetGroup }) => targetGroup);
const servingIn = (service, group, seen) => service.tasks.filter((task) => isAlive(task) && isSteady(task, seen) && groupsOf(service, task.revision).includes(group)).length;
/** Who could serve what a rule is asked for: `up`, the new revision's group gets more; `down`, the other does. */
const readiness = (service, seen, { group, other, asked }, direction) => {
    const [mine, theirs] = [servingIn(service, group, seen), servingIn(service, other, seen)];
    const desired = service.desiredCount;
    return direction === 'up'
        ? { rising: mine, falling: theirs, desired, share: asked }
        : { rising: theirs, falling: mine, desired, share: ALL - asked };
};
/** What a rule is asked to give, and is seen to give, to a group that it names. */
const shareFor = (group, weighing, seenNow) => group === weighing.group ? [weighing.asked, seenNow] : [ALL - weighing.asked, ALL - seenNow];
const isUnweighted = (service, group, { seen, now, guards }) => weighings(service)
    .filter((weighing) => weighing.group === group || weighing.other === group)
    .every((weighing) => {
    const [asked, share] = shareFor(group, weighing, seenShare(seen, weighing) ?? ALL);
    return guards.mayLeave(asked === 0 && isFresh(service, now) ? share : ALL);
});
/** Whether a revision's tasks may go: its groups get no traffic, or a whole set of `heir` serves in the same groups. */
const mayLeave = (service, revision, heir, moment) => {
    const inherited = isWhole(service, heir, moment.seen) ? groupsOf(service, heir) : [];
    return groupsOf(service, revision).every((group) => inherited.includes(group) || isUnweighted(service, group, moment));
};
const sharesGroups = (service, one, another) => groupsOf(service, one).every((group) => groupsOf(service, another).includes(group));
/** The revisions with tasks in other groups than those of `revision`: what ROLLING cannot replace one by one. */
const foreign = (service, revision) => leftovers(service, revision).filter((other) => !sharesGroups(service, other, revision));

;// CONCATENATED MODULE: ./.build/rehearsal/controller/back.js







const LIMIT = 24 * 60 * course_MINUTE;
/** The old revision can take everything, or nothing needs to move. */
const canReturn = (service, { seen, now, guards }) => {
    const rising = sets_serving(service, wantedRevision(service), seen);
    const falling = sets_serving(service, newest(service).target, seen);
    const readiness = { rising, falling, desired: service.desiredCount, share: ALL };
    return guards.mayTakeBack(readiness) || hasArrived(service, seen, now);
};
const hasMoved = (service, { seen, now, guards }) => guards.hasMoved(hasArrived(service, seen, now));
/** Traffic goes back whatever the functions of its shifts say; only the end waits for them. */
const isUndone = (service, moment) => !isHeld(newest(service).course) && hasMoved(service, moment);
/** The way back of the strategies that shift traffic, and what each stage waits for. Inferred: AWS names no stages of it. */
const WAY = [
    ['SCALE_UP', canReturn],
    ['PRODUCTION_TRAFFIC_SHIFT', isUndone],
    [
        'CLEAN_UP',
        (service, moment) => leftovers(service, wantedRevision(service)).length === 0 &&
            isWhole(service, wantedRevision(service), moment.seen) &&
            hasMoved(service, moment),
    ],
];
const goOn = (service, stage, now) => {
    const { arn, course } = newest(service);
    const hooks = stage === 'PRODUCTION_TRAFFIC_SHIFT' ? reachBack(course, arn, now) : {};
    return withCourse(service, { stage, since: now, ...hooks }, now);
};
const LATE = 'The rollback failed: it did not come to an end within 24 hours.';
/** All traffic to the old revision once that is whole, and only then the new tasks go. */
const advanceBack = (service, moment) => {
    const { course } = newest(service);
    const at = WAY.findIndex(([stage]) => stage === course.stage);
    const [, isDone] = WAY[at] ?? WAY[0] ?? [];
    if (!isDone?.(service, moment))
        return moment.now - course.since >= LIMIT ? finish(service, 'ROLLBACK_FAILED', LATE, moment.now) : service;
    const following = WAY[at + 1]?.[0];
    return following
        ? advanceBack(goOn(service, following, moment.now), moment)
        : finish(service, 'ROLLBACK_SUCCESSFUL', undefined, moment.now);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/stages.js
const STRATEGIES = (/* unused pure expression or super */ null && (['ROLLING', 'BLUE_GREEN', 'CANARY', 'LINEAR']));
const SHAPE = 'ECS API, ServiceDeployment.lifecycleStage';
const HOOK = 'ECS API, DeploymentLifecycleHook.lifecycleStages';
/** In the order in which they are passed; the two with `repeats` come once for each step of the traffic. */
const stages_STAGES = [
    {
        stage: 'RECONCILE_SERVICE',
        rolling: true,
        hooks: 'PAUSE and AWS_LAMBDA',
        repeats: false,
        happens: 'Only where a new deployment finds more than one revision with tasks: all traffic goes back to the one that last completed, the others leave. ROLLING needs it only where one of them has the other target group.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'PRE_SCALE_UP',
        rolling: true,
        hooks: 'PAUSE and AWS_LAMBDA',
        repeats: false,
        happens: 'The new revision has no tasks yet, the old one serves everything.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'SCALE_UP',
        rolling: true,
        hooks: 'none',
        repeats: false,
        happens: 'The new revision gets all its tasks and no traffic. In ROLLING this is the replacement itself, bounded by minimumHealthyPercent and maximumPercent; with earlySuccessCriteria it is over at healthyPercent, with DEFERRED before the old tasks are gone, and goes on in the background.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'POST_SCALE_UP',
        rolling: true,
        hooks: 'PAUSE and AWS_LAMBDA',
        repeats: false,
        happens: 'All new tasks serve; production and test traffic have not moved.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'TEST_TRAFFIC_SHIFT',
        rolling: false,
        hooks: 'AWS_LAMBDA',
        repeats: false,
        happens: 'Test traffic moves at once. Without a test listener rule the stage passes with nothing to do.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'POST_TEST_TRAFFIC_SHIFT',
        rolling: false,
        hooks: 'PAUSE and AWS_LAMBDA',
        repeats: false,
        happens: 'The new revision answers all test traffic.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT',
        rolling: false,
        hooks: 'PAUSE and AWS_LAMBDA',
        repeats: true,
        happens: 'Before each step of production traffic; a hook gets a new hookId each time.',
        source: HOOK,
        standing: 'documented',
    },
    {
        stage: 'PRODUCTION_TRAFFIC_SHIFT',
        rolling: false,
        hooks: 'AWS_LAMBDA',
        repeats: true,
        happens: 'One step of production traffic, and its bake time after all steps but the last. CANARY has two steps, LINEAR as many as its percentage needs, BLUE_GREEN one.',
        source: `${SHAPE}; LinearConfiguration, CanaryConfiguration`,
        standing: 'documented',
    },
    {
        stage: 'POST_PRODUCTION_TRAFFIC_SHIFT',
        rolling: false,
        hooks: 'PAUSE and AWS_LAMBDA',
        repeats: false,
        happens: 'The new revision answers all production traffic, the old one still stands.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'BAKE_TIME',
        rolling: true,
        hooks: 'none',
        repeats: false,
        happens: 'Both revisions stand for bakeTimeInMinutes; in ROLLING the old tasks are gone by then.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'CLEAN_UP',
        rolling: false,
        hooks: 'none',
        repeats: false,
        happens: 'The old revision drains and stops. Then the deployment is SUCCESSFUL.',
        source: SHAPE,
        standing: 'documented',
    },
];
const stages_ruleOf = (stage) => stages_STAGES.find((rule) => rule.stage === stage);
const pausesAt = (stage) => stages_ruleOf(stage)?.hooks === 'PAUSE and AWS_LAMBDA';
const stages_hooksAt = (stage) => (stages_ruleOf(stage)?.hooks ?? 'none') !== 'none';
/** The stages that a strategy passes, once each. */
const stages_stagesOf = (strategy) => stages_STAGES.filter(({ rolling }) => rolling || strategy !== 'ROLLING').map(({ stage }) => stage);
/** PRE_PRODUCTION_TRAFFIC_SHIFT is no value of `ServiceDeploymentLifecycleStage`: it is told as the shift it precedes. */
const shownStage = (strategy, stage) => {
    if (strategy === 'ROLLING')
        return undefined;
    return stage === 'PRE_PRODUCTION_TRAFFIC_SHIFT' ? 'PRODUCTION_TRAFFIC_SHIFT' : stage;
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/enter.js





/** The revisions that must be gone before a deployment can begin its own work. */
const strays = (service, { strategy, blue }) => {
    const { target } = newest(service);
    return strategy === 'ROLLING' ? foreign(service, target) : leftovers(service, blue, target);
};
/** Where a course goes from here: the next stage, or back for another step; undefined at its end. */
const enter_next = ({ stage, step, steps, strategy, }) => {
    if (stage === 'PRODUCTION_TRAFFIC_SHIFT' && step < steps.length - 1)
        return { stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT', step: step + 1 };
    const stages = stages_stagesOf(strategy);
    const following = stages[stages.indexOf(stage) + 1];
    return following && { stage: following, step };
};
/** What a stage asks of the traffic as it is entered. A first deployment has all of it from the start. */
const askedIn = ({ asked, steps, blue }, stage, step, now) => {
    if (blue === undefined)
        return asked;
    if (stage === 'TEST_TRAFFIC_SHIFT')
        return { ...asked, test: ALL, since: now };
    if (stage === 'PRODUCTION_TRAFFIC_SHIFT')
        return { ...asked, production: steps[step] ?? ALL, since: now };
    return asked;
};
const enter = (service, stage, step, now) => {
    const { arn, course } = newest(service);
    const { arrivedAt: _, ...rest } = course;
    const entered = {
        ...rest,
        stage,
        step,
        since: now,
        asked: askedIn(course, stage, step, now),
        ...reachHooks({ ...course, step }, arn, stage, now),
    };
    return {
        ...service,
        deployments: [{ ...newest(service), course: entered, updatedAt: now }, ...service.deployments.slice(1)],
    };
};
/** The first stage of a deployment that is taken up: with more than one revision around, those are reconciled first. */
const enterFirst = (service, now) => {
    const { course } = newest(service);
    const reconciles = course.blue !== undefined && strays(service, course).length > 0;
    return enter(service, reconciles ? 'RECONCILE_SERVICE' : 'PRE_SCALE_UP', 0, now);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/limits.js



const limits_HOUR = 60 * course_MINUTE;
const STAGE_LIMIT = 24 * limits_HOUR;
const DEPLOYMENT_LIMIT = 30 * 24 * limits_HOUR;
const LIMITED = [
    'RECONCILE_SERVICE',
    'SCALE_UP',
    'TEST_TRAFFIC_SHIFT',
    'PRODUCTION_TRAFFIC_SHIFT',
];
const UNWEIGHABLE = 'Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.';
/** Why a deployment cannot go on, whatever it waits for. */
const hopeless = (service, { seen, now }) => {
    const { course, startedAt } = newest(service);
    const { scaleUpMinutes } = course;
    if (course.stage === 'SCALE_UP' &&
        scaleUpMinutes !== undefined &&
        now - course.since >= scaleUpMinutes * course_MINUTE)
        return `The deployment timed out while waiting for the replacement task set to become healthy. This time out period is ${scaleUpMinutes} minutes.`;
    const working = LIMITED.includes(course.stage) && course.arrivedAt === undefined;
    if (working && course.strategy !== 'ROLLING' && now - course.since >= STAGE_LIMIT)
        return `Service deployment rolled back because the lifecycle stage ${course.stage} took longer than 24 hours.`;
    if (now - (startedAt ?? now) >= DEPLOYMENT_LIMIT)
        return 'Service deployment rolled back because it took longer than 30 days.';
    return course.strategy !== 'ROLLING' && isUnweighable(service, seen) ? UNWEIGHABLE : undefined;
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/advance.js











const advance_hasMoved = (service, { seen, now, guards }) => guards.hasMoved(hasArrived(service, seen, now));
/** All desired tasks of the wanted revision serve, and nothing of another is left, not even draining. */
const isReplaced = (service, seen) => {
    const revision = wantedRevision(service);
    const wanted = service.tasks.filter((task) => isAlive(task) && task.revision === revision);
    return (leftovers(service, revision).length === 0 &&
        wanted.length === service.desiredCount &&
        wanted.every((task) => isSteady(task, seen)));
};
/** With criteria for an early success a part of the new tasks is enough, and old ones may still be there. */
const isEnough = (service, { early }, seen) => {
    if (!early)
        return isReplaced(service, seen);
    const revision = wantedRevision(service);
    const needed = Math.ceil((service.desiredCount * early.healthyPercent) / 100);
    const isClean = early.deferred || leftovers(service, revision).length === 0;
    return isClean && sets_serving(service, revision, seen) >= needed;
};
const isLastStep = ({ step, steps }) => step >= steps.length - 1;
const isBaked = (course, now) => isLastStep(course) || now - (course.arrivedAt ?? now) >= course.stepBakeMinutes * course_MINUTE;
/** What a stage waits for, besides its hooks. A stage that is not here waits for nothing. */
const DONE = {
    RECONCILE_SERVICE: (service, course, moment) => strays(service, course).length === 0 && advance_hasMoved(service, moment),
    SCALE_UP: (service, course, moment) => course.strategy === 'ROLLING'
        ? isEnough(service, course, moment.seen) && advance_hasMoved(service, moment)
        : isWhole(service, newest(service).target, moment.seen),
    TEST_TRAFFIC_SHIFT: (service, _, moment) => advance_hasMoved(service, moment),
    PRODUCTION_TRAFFIC_SHIFT: (service, course, moment) => course.arrivedAt !== undefined && advance_hasMoved(service, moment) && isBaked(course, moment.now),
    BAKE_TIME: (_, { since, bakeMinutes }, { now }) => now - since >= bakeMinutes * course_MINUTE,
    CLEAN_UP: (service, _, moment) => isReplaced(service, moment.seen) && advance_hasMoved(service, moment),
};
const note = (service, moment) => {
    const { course } = newest(service);
    const shifting = course.stage === 'PRODUCTION_TRAFFIC_SHIFT' && course.arrivedAt === undefined;
    return shifting && advance_hasMoved(service, moment)
        ? withCourse(service, { arrivedAt: moment.now }, moment.now)
        : service;
};
const pass = (service, moment) => {
    const { course } = newest(service);
    if (isHeld(course) || !(DONE[course.stage]?.(service, course, moment) ?? true))
        return service;
    const following = enter_next(course);
    return following
        ? pass(note(enter(service, following.stage, following.step, moment.now), moment), moment)
        : finish(service, 'SUCCESSFUL', undefined, moment.now);
};
const advanceForward = (service, moment) => {
    const reason = hopeless(service, moment);
    return reason ? rollBack(service, reason, moment.now) : pass(note(service, moment), moment);
};
/** Functions have answered, or hooks have waited for too long: either may turn a deployment around. */
const heedHooks = (service, moment) => timeOut(hear(service, moment), moment.now);
/** As far through the stages as what was seen allows; on the way back likewise. */
const advance_advance = (before, moment) => {
    const { status } = newest(before);
    if (status !== 'IN_PROGRESS' && status !== 'ROLLBACK_IN_PROGRESS')
        return before;
    const service = heedHooks(before, moment);
    const { status: now, course } = newest(service);
    if (now === 'IN_PROGRESS')
        return advanceForward(service, moment);
    if (now !== status)
        return service;
    if (course.strategy !== 'ROLLING')
        return advanceBack(service, moment);
    return isReplaced(service, moment.seen) && advance_hasMoved(service, moment)
        ? finish(service, 'ROLLBACK_SUCCESSFUL', undefined, moment.now)
        : service;
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/alarms.js

/** The service's alarms that are in ALARM now. */
const ringing = (service, seen) => service.settings.alarms.enable
    ? service.settings.alarms.names.filter((name) => seen.alarms.get(name) === 'ALARM')
    : [];
const reason = (what, names) => `Service deployment ${what} because of CloudWatch alarm(s): ${names.join(', ')}.`;
/** From CLEAN_UP on the alarms are no longer watched. */
const isWatched = (service) => {
    const { status, course } = newest(service);
    return status === 'IN_PROGRESS' && course.stage !== 'CLEAN_UP';
};
/** An alarm that went off since the deployment began fails it, in whatever stage it is, even while it waits. */
const heed = (service, seen, now) => {
    if (!isWatched(service))
        return service;
    const { ignoredAlarms } = newest(service);
    const triggeredAlarms = ringing(service, seen).filter((name) => !ignoredAlarms.includes(name));
    if (triggeredAlarms.length === 0)
        return service;
    const told = withNewest(service, { triggeredAlarms }, now);
    return service.settings.alarms.rollback
        ? rollBack(told, reason('rolled back', triggeredAlarms), now)
        : finish(told, 'STOPPED', reason('stopped', triggeredAlarms), now);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/breaker.js


const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
/** AWS: half of the desired tasks, at least 3, at most 200; the newer settings change the share or give a count. */
const thresholdOf = ({ threshold }, desiredCount) => {
    if (threshold.type === 'COUNT')
        return threshold.value;
    const share = Math.ceil((threshold.value * desiredCount) / 100);
    return threshold.type === 'BOUNDED_PERCENT' ? clamp(share, 3, 200) : Math.max(1, share);
};
const TRIPPED = 'Service deployment rolled back because the circuit breaker threshold was exceeded.';
const STOPPED_BY_BREAKER = 'Service deployment stopped because the circuit breaker threshold was exceeded.';
const counted = (deployment, failures, now) => ({
    ...(deployment.rollback
        ? { rollbackFailures: deployment.rollbackFailures + failures }
        : { failures: deployment.failures + failures }),
    ...(failures > 0 ? { lastFailureAt: now } : {}),
});
/** Counts the tasks of the revision under way that failed just now; a task that got healthy may set it back to 0. */
const breaker_count = (service, failed, recovered, now) => {
    const deployment = newest(service);
    if (!isUnderWay(deployment) || (failed.length === 0 && !recovered))
        return service;
    const reset = recovered && service.settings.breaker.resetOnHealthyTask;
    const from = reset ? { ...deployment, failures: 0, rollbackFailures: 0 } : deployment;
    return withNewest(service, { ...from, ...counted(from, failed.length, now) }, now);
};
/** Acts on the count: once a ROLLING deployment's tasks failed often enough it is turned around, or given up. */
const trip = (service, now) => {
    const { breaker } = service.settings;
    const deployment = newest(service);
    if (!breaker.enable || !isUnderWay(deployment) || deployment.course.strategy !== 'ROLLING')
        return service;
    const threshold = thresholdOf(breaker, service.desiredCount);
    if (deployment.rollback)
        return deployment.rollbackFailures < threshold
            ? service
            : finish(service, 'ROLLBACK_FAILED', 'The rollback failed: tasks failed to start.', now);
    if (deployment.failures < threshold)
        return service;
    return breaker.rollback
        ? rollBack(service, TRIPPED, now)
        : finish(service, 'STOPPED', STOPPED_BY_BREAKER, now);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/deployment.js





const SUPERSEDED = 'Service deployment stopped because a newer service deployment started.';
const ASKED = 'Service deployment rolled back because of a StopServiceDeployment request.';
const supersede = (service, now) => service.deployments[0] && isUnderWay(service.deployments[0])
    ? withNewest(service, { status: 'STOPPED', reason: SUPERSEDED, finishedAt: now }, now)
    : service;
const sourcesOf = (service) => [
    ...new Set(service.tasks.filter(({ phase }) => phase !== 'stopped').map(({ revision }) => revision)),
];
/** With nothing that served before there is nothing to shift from: one step, and all of the traffic from the start. */
const courseOf = (service, now) => {
    const { plan, bakeMinutes, hooks, scaleUpMinutes } = service.settings;
    const blue = lastCompleted(service);
    const shifts = plan.strategy !== 'ROLLING' && blue !== undefined;
    const share = shifts ? 0 : ALL;
    return {
        strategy: plan.strategy,
        ...(blue === undefined ? {} : { blue }),
        steps: shifts ? stepsOf(plan) : stepsOf(plan).slice(-1),
        stepBakeMinutes: stepBakeOf(plan),
        bakeMinutes,
        ...(scaleUpMinutes === undefined ? {} : { scaleUpMinutes }),
        ...('early' in plan && plan.early ? { early: plan.early } : {}),
        hooks,
        stage: 'PRE_SCALE_UP',
        step: 0,
        since: now,
        asked: { production: share, test: share, since: now },
        waits: [],
        reached: 0,
    };
};
/** A new deployment of a new revision; one that is under way ends here, whatever it got to. */
const begin = (service, revision, arn, now) => {
    const before = supersede(service, now);
    return {
        ...before,
        revisions: [...before.revisions, revision],
        deployments: [
            {
                arn,
                target: revision.id,
                sources: sourcesOf(service),
                status: 'PENDING',
                createdAt: now,
                updatedAt: now,
                failures: 0,
                rollbackFailures: 0,
                course: courseOf(before, now),
                ignoredAlarms: [],
                triggeredAlarms: [],
            },
            ...before.deployments,
        ],
    };
};
const start = (service, { seen, now }) => enterFirst(withNewest(service, { status: 'IN_PROGRESS', startedAt: now, ignoredAlarms: ringing(service, seen) }, now), now);
/** What was asked for, taken up: a pending deployment starts, a requested rollback turns around. */
const takeUp = (service, moment) => {
    const { status, course, reason } = newest(service);
    if (status === 'PENDING')
        return start(service, moment);
    if (status === 'ROLLBACK_REQUESTED' && moment.guards.turnsBack(course.stage))
        return rollBack(service, reason ?? ASKED, moment.now);
    return service;
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/effects.js




const inRotation = ({ state }) => state !== 'unused' && state !== 'draining';
const registrations = (service, task, seen) => revisionOf(service, task.revision)
    .targets.filter(({ targetGroup }) => seen.targets.find((target) => target.targetGroup === targetGroup)?.state === 'unused')
    .map(({ targetGroup, containerPort }) => ({
    kind: 'register',
    task: task.id,
    targetGroup,
    port: containerPort,
}));
const deregistrations = (task, seen) => (seen?.targets ?? [])
    .filter(inRotation)
    .map(({ targetGroup }) => ({ kind: 'deregister', task: task.id, targetGroup }));
const effectsOfTask = (service, task, seen) => {
    switch (task.phase) {
        case 'pending':
            return seen
                ? []
                : [
                    {
                        kind: 'start',
                        task: task.id,
                        taskDefinition: revisionOf(service, task.revision).taskDefinition,
                    },
                ];
        case 'running':
            return seen ? registrations(service, task, seen) : [];
        case 'stopping':
            return [{ kind: 'stop', task: task.id }];
        case 'draining':
        case 'stopped':
            return deregistrations(task, seen);
    }
};
/** Whether everyone who may get more than now can bear it. Too soon after the asking a sight does not tell who that is. */
const isBearable = (service, weighing, share, { seen, now, guards }) => {
    const mine = guards.mayTakeOver(readiness(service, seen, weighing, 'up'));
    const theirs = guards.mayTakeBack(readiness(service, seen, weighing, 'down'));
    if (!isFresh(service, now))
        return mine && theirs;
    return weighing.asked > share ? mine : theirs;
};
/** Weights go up only where somebody serves; until then a rule keeps what it has. */
const effects_weigh = (service, weighing, moment) => {
    const { rule, group, other, asked } = weighing;
    const share = seenShare(moment.seen, weighing);
    if (share === undefined || share === asked)
        return [];
    if (!isBearable(service, weighing, share, moment))
        return [];
    const [mine, theirs] = moment.guards.weights(asked);
    return [{ kind: 'weigh', rule, weights: { [group]: mine, [other]: theirs } }];
};
const effectsOf = (service, moment) => [
    ...service.tasks.flatMap((task) => effectsOfTask(service, task, moment.seen.tasks.get(task.id))),
    ...weighings(service).flatMap((weighing) => effects_weigh(service, weighing, moment)),
    ...callsOf(service, moment).map((call) => ({ kind: 'call', ...call })),
];

;// CONCATENATED MODULE: ./.build/rehearsal/controller/events.js


const events_KEPT = 100;
const ids = (tasks) => tasks.map(({ id }) => `(task ${id})`).join(' ');
const earlier = (before, task) => before.tasks.find(({ id }) => id === task.id);
const startedTasks = (before, after) => {
    const tasks = after.tasks.filter((task) => !earlier(before, task));
    return tasks.length === 0 ? [] : [`has started ${tasks.length} tasks: ${ids(tasks)}.`];
};
const illnessOf = ({ sick, why }) => sick?.reason ?? (why?.reason.startsWith('Task failed') ? why.reason : undefined);
const sickTasks = (before, after) => after.tasks
    .filter((task) => {
    const was = earlier(before, task);
    return illnessOf(task) && !was?.why && !was?.sick;
})
    .map((task) => `(task ${task.id}) is unhealthy due to (reason ${illnessOf(task)}).`);
const stoppedTasks = (before, after) => {
    const going = after.tasks.filter((task) => task.phase === 'stopping' && earlier(before, task)?.phase !== 'stopping');
    return going.length === 0 ? [] : [`has stopped ${going.length} running tasks: ${ids(going)}.`];
};
const turns = (before, after) => {
    const [was, is] = [newest(before), newest(after)];
    if (was.arn !== is.arn || was.status === is.status)
        return [];
    const name = `(deployment ecs-svc/${is.target})`;
    if (is.status === 'ROLLBACK_IN_PROGRESS')
        return [
            `${name} deployment failed: ${is.course.strategy === 'ROLLING' ? 'tasks failed to start.' : is.reason}`,
            `rolling back to deployment ecs-svc/${is.rollback?.revision}.`,
        ];
    if (is.status === 'STOPPED' || is.status === 'ROLLBACK_FAILED')
        return [`${name} deployment failed: ${is.reason}`];
    return isUnderWay(is) ? [] : [`${name} deployment completed.`, 'has reached a steady state.'];
};
/** What ECS would tell about this step, newest first. */
const tell = (before, after, now) => {
    const told = [sickTasks, startedTasks, stoppedTasks, turns].flatMap((what) => what(before, after));
    const events = told.map((text) => ({ at: now, message: `(service ${after.name}) ${text}` })).toReversed();
    return { ...after, events: [...events, ...after.events].slice(0, events_KEPT) };
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/guards.js


const isHealthyEnough = ({ rising, desired, share }) => rising >= Math.ceil((share * desired) / 1000);
const GUARDS = {
    weights: weightsOf,
    mayTakeOver: isHealthyEnough,
    mayTakeBack: (readiness) => isHealthyEnough(readiness) || (readiness.falling === 0 && readiness.rising > 0),
    mayLeave: (seenShare) => seenShare === 0,
    isDrained: ({ state, inFlight, deregistrationDelaySeconds }, since) => since >= STALE_MILLISECONDS &&
        (state === 'unused' ||
            (state === 'draining' && (inFlight === 0 || since >= deregistrationDelaySeconds * 1000))),
    hasMoved: (seenArrived) => seenArrived,
    turnsBack: () => true,
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/ports.js


const portsOf = (service, revision) => revisionOf(service, revision).hostPorts ?? [];
/** The service's own tasks that have, or still have, a port which the revision wants. */
const holders = (service, revision) => {
    const wanted = portsOf(service, revision);
    if (wanted.length === 0)
        return [];
    return service.tasks.filter((task) => task.phase !== 'stopped' && portsOf(service, task.revision).some((port) => wanted.includes(port)));
};
const isTaken = (service, revision, { takenPorts }) => portsOf(service, revision).some((port) => takenPorts?.has(port));
/** How many more tasks of a revision the machine has room for: a fixed port can be had once. */
const roomFor = (service, revision, seen) => {
    if (portsOf(service, revision).length === 0)
        return Number.POSITIVE_INFINITY;
    return isTaken(service, revision, seen) || holders(service, revision).length > 0 ? 0 : 1;
};
/** Nobody but the service's own tasks has the ports: were they to go, there would be room. */
const isInOwnWay = (service, revision, seen) => !isTaken(service, revision, seen) && holders(service, revision).length > 0;
const ports_KEPT = 100;
/** What ECS tells where it finds no room; nothing while whoever is in the way is leaving, and nothing twice. */
const tellNoRoom = (service, revision, at) => {
    const instance = containerInstanceId(service.cluster);
    const message = `(service ${service.name}) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance ${instance}) is already using a port required by your task. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`;
    const isLeaving = holders(service, revision).some((task) => !isAlive(task));
    if (isLeaving || service.events.slice(0, 2).some((event) => event.message === message))
        return service;
    return { ...service, events: [{ at, message }, ...service.events].slice(0, ports_KEPT) };
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/stop.js
/** A task on its way out: out of rotation first, drained, then stopped. One that never ran has nothing to drain. */
const retire = (task, why, now, control) => {
    const drains = task.phase === 'running' && control !== 'stop-first' && control !== 'no-drain';
    return drains
        ? { ...task, phase: 'draining', drainingSince: now, why }
        : { ...task, phase: 'stopping', stoppingAt: now, why };
};
const scaling = (deployment) => ({
    code: 'ServiceSchedulerInitiated',
    reason: `Scaling activity initiated by (deployment ecs-svc/${deployment})`,
});

;// CONCATENATED MODULE: ./.build/rehearsal/controller/sick.js



const isSick = ({ sick }) => sick !== undefined;
const mark = (service, task, seen, now) => {
    const sight = seen.tasks.get(task.id);
    const sick = sight && sickness(service, task, sight, now);
    if (sick)
        return isSick(task) ? task : { ...task, sick };
    if (!isSick(task) || isIdle(task, seen))
        return task;
    const { sick: _, ...well } = task;
    return well;
};
/** Who got sick, and who serves again. Both go on running until the scheduler has looked at them. */
const markSick = (service, seen, now) => ({
    ...service,
    tasks: service.tasks.map((task) => mark(service, task, seen, now)),
});
const sickOf = (service) => service.tasks.filter((task) => isAlive(task) && isSick(task));
const part = (service, gone, now) => {
    const ids = new Set(gone.map(({ id }) => id));
    return {
        ...service,
        tasks: service.tasks.map((task) => (task.sick && ids.has(task.id) ? retire(task, task.sick, now) : task)),
    };
};
/** Where nobody keeps a revision at its number nothing comes in place of the sick, and they leave at once. */
const dismissSick = (service, kept, now) => part(service, sickOf(service).filter(({ revision }) => !kept.includes(revision)), now);
const isLeaving = (task) => isSick(task) && (task.phase === 'draining' || task.phase === 'stopping');
/**
 * A sick task leaves once another serves in its place. Without room for that other it leaves first, one at a time. Where
 * the other got sick too, the older one goes.
 */
const relieveSick = (service, revision, hasRoom, { seen, now }) => {
    const mine = service.tasks.filter((task) => task.revision === revision);
    const sick = sickOf(service).filter((task) => task.revision === revision);
    const fit = mine.filter((task) => isAlive(task) && !isSick(task));
    const serving = fit.filter((task) => isSteady(task, seen)).length;
    const replaced = sick.length + serving - service.desiredCount;
    const mustGo = !hasRoom && fit.length < service.desiredCount && !mine.some(isLeaving);
    return part(service, sick.slice(0, Math.max(0, replaced, mustGo ? 1 : 0)), now);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/rolling.js




/** As many as `maximumPercent` lets run at a time. */
const mostTasks = ({ desiredCount, settings }) => Math.floor((desiredCount * settings.maximumPercent) / 100);
const bounds = (service, control) => control === 'stop-first'
    ? { lower: 0, upper: service.desiredCount }
    : {
        lower: Math.ceil((service.desiredCount * service.settings.minimumHealthyPercent) / 100),
        upper: mostTasks(service),
    };
const census = (service, seen, control) => {
    const revision = wantedRevision(service);
    const alive = service.tasks.filter(isAlive);
    const wanted = alive.filter((task) => task.revision === revision);
    const others = alive.filter((task) => task.revision !== revision);
    return {
        desired: service.desiredCount,
        ...bounds(service, control),
        wanted: wanted.length,
        others: others.length,
        wantedServing: wanted.filter((task) => isSteady(task, seen)).length,
        othersServing: others.filter((task) => isSteady(task, seen)).length,
        sick: wanted.filter(isSick).length,
        inOwnWay: isInOwnWay(service, revision, seen),
    };
};
/** How many tasks of the wanted revision to start: what is missing or sick, as far as `maximumPercent` has room. */
const toStart = ({ desired, upper, wanted, others, sick = 0 }) => Math.max(0, Math.min(desired + sick - wanted, upper - wanted - others));
/**
 * How many serving tasks of other revisions may go: those that new ones replaced, or, where `maximumPercent` or the
 * machine leaves no room to start, as many as are missing; never more than `minimumHealthyPercent` can spare.
 */
const toRetire = (numbers) => {
    const { desired, lower, upper, wanted, others, wantedServing, othersServing, inOwnWay = false } = numbers;
    const spare = wantedServing + othersServing - lower;
    const replaced = wantedServing + others - desired;
    const blocked = inOwnWay || upper - wanted - others <= 0 ? desired - wanted : 0;
    return Math.max(0, Math.min(othersServing, spare, Math.max(replaced, blocked)));
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/wanted.js



const present = (revision) => revision === undefined ? [] : [revision];
const onTheWay = (service) => {
    const { course, target } = newest(service);
    const blue = present(course.blue);
    switch (course.stage) {
        case 'RECONCILE_SERVICE':
            return { whole: blue, none: leftovers(service, course.blue, target) };
        case 'PRE_SCALE_UP':
            return { whole: blue, none: [] };
        case 'CLEAN_UP':
            return { whole: [target], none: leftovers(service, target) };
        default:
            return { whole: [...blue, target], none: [] };
    }
};
const onTheWayBack = (service) => {
    const home = wantedRevision(service);
    return { whole: [home], none: leftovers(service, home) };
};
/** ROLLING replaces task by task, once what an older deployment left in the other group is gone. */
const rolling = (service) => {
    const { course, target, rollback } = newest(service);
    const none = foreign(service, target);
    if (none.length > 0)
        return { whole: present(course.blue), none };
    return course.stage === 'PRE_SCALE_UP' && !rollback ? onTheWay(service) : undefined;
};
/** What the deployment under way wants of each revision; undefined where tasks are replaced one by one. */
const wantedSets = (service) => {
    const deployment = newest(service);
    if (!isUnderWay(deployment))
        return undefined;
    if (deployment.course.strategy === 'ROLLING')
        return rolling(service);
    return deployment.rollback ? onTheWayBack(service) : onTheWay(service);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/schedule.js










const FIRST_FAILURES = 3;
const MOST_WAIT = 15_000;
/**
 * ECS starts tasks that keep failing ever more slowly. Inferred: AWS gives no numbers; these stay within what a
 * person waits for at a rehearsal.
 */
const mayStart = (service, now) => {
    const { failures, rollbackFailures, rollback, lastFailureAt } = newest(service);
    const many = rollback ? rollbackFailures : failures;
    const wait = many === 0 ? 0 : Math.min(MOST_WAIT, 1000 * 2 ** Math.max(0, many - FIRST_FAILURES));
    return lastFailureAt === undefined || now - lastFailureAt >= wait;
};
/** After a deployment that failed for good ECS starts no more tasks and leaves those that run. */
const isGivenUp = (service) => ['STOPPED', 'ROLLBACK_FAILED'].includes(newest(service).status);
/** Made from what it stands for, so that a step repeated after a crash starts the same task and not another. */
const taskId = (service, revision, number) => (0,external_node_crypto_.createHash)('sha256')
    .update(`${service.arn} ${service.createdAt} ${revision} ${number}`)
    .digest('hex')
    .slice(0, 32);
const born = (service, revision, number, now) => ({
    id: taskId(service, revision, number),
    revision,
    phase: 'pending',
    createdAt: now,
    healthy: false,
});
const schedule_begin = (service, revision, many, now) => ({
    ...service,
    begun: service.begun + many,
    tasks: [
        ...service.tasks,
        ...Array.from({ length: many }, (_, index) => born(service, revision, service.begun + index, now)),
    ],
});
const schedule_start = (service, revision, many, { seen, now }) => {
    const placed = Math.min(many, roomFor(service, revision, seen));
    const begun = schedule_begin(service, revision, placed, now);
    return placed < many ? tellNoRoom(begun, revision, now) : begun;
};
const letGo = (service, gone, now, control) => {
    const ids = new Set(gone.map(({ id }) => id));
    const why = scaling(wantedRevision(service));
    return {
        ...service,
        tasks: service.tasks.map((task) => (ids.has(task.id) ? retire(task, why, now, control) : task)),
    };
};
const aliveOf = (service, revision) => service.tasks.filter((task) => isAlive(task) && task.revision === revision);
const othersOf = (service) => service.tasks.filter((task) => isAlive(task) && task.revision !== wantedRevision(service));
/** What does not serve yet costs nobody a request when it goes; what serves, though not for long, may be all there is. */
const retireIdle = (service, moment) => letGo(service, othersOf(service).filter((task) => isIdle(task, moment.seen)), moment.now);
const retireReplaced = (service, moment, control) => letGo(service, othersOf(service).slice(0, toRetire(census(service, moment.seen, control))), moment.now, control);
/** After a smaller `desiredCount`: first what does not serve, then the youngest. */
const trim = (service, revision, seen, now) => {
    const alive = aliveOf(service, revision).filter((task) => !isSick(task));
    const order = alive.toReversed().toSorted((a, b) => Number(isSteady(a, seen)) - Number(isSteady(b, seen)));
    return letGo(service, order.slice(0, Math.max(0, alive.length - service.desiredCount)), now);
};
const startMissing = (service, moment, control) => {
    const many = mayStart(service, moment.now) ? toStart(census(service, moment.seen, control)) : 0;
    return schedule_start(service, wantedRevision(service), many, moment);
};
const relieve = (service, moment, control) => {
    const revision = wantedRevision(service);
    const { upper, wanted, others } = census(service, moment.seen, control);
    const hasRoom = upper > wanted + others && roomFor(service, revision, moment.seen) > 0;
    return relieveSick(service, revision, hasRoom, moment);
};
const roll = (service, moment, control) => [retireIdle, retireReplaced, relieve, startMissing].reduce((before, pass) => pass(before, moment, control), service);
const empty = (service, revision, moment, control) => mayLeave(service, revision, wantedRevision(service), moment)
    ? letGo(service, aliveOf(service, revision), moment.now, control)
    : service;
const fill = (service, revision, moment) => {
    const { seen, now } = moment;
    const trimmed = trim(service, revision, seen, now);
    const most = Math.max(service.desiredCount, mostTasks(service));
    const free = (one) => most - aliveOf(one, revision).length;
    const hasRoom = free(trimmed) > 0 && roomFor(trimmed, revision, seen) > 0;
    const relieved = relieveSick(trimmed, revision, hasRoom, moment);
    const fit = aliveOf(relieved, revision).filter((task) => !isSick(task));
    const missing = Math.min(service.desiredCount - fit.length, free(relieved));
    const waits = revision === wantedRevision(service) && !mayStart(service, now);
    return schedule_start(relieved, revision, waits ? 0 : Math.max(0, missing), moment);
};
const keepSets = (service, { whole, none }, moment, control) => {
    const emptied = none.reduce((left, revision) => empty(left, revision, moment, control), service);
    return whole.reduce((left, revision) => fill(left, revision, moment), emptied);
};
/** One pass of the scheduler: who goes, who comes. */
const schedule = (service, moment, control) => {
    const [sets, wanted, givenUp] = [wantedSets(service), wantedRevision(service), isGivenUp(service)];
    const kept = sets?.whole ?? (givenUp ? [] : [wanted]);
    const relieved = dismissSick(service, kept, moment.now);
    if (sets)
        return keepSets(relieved, sets, moment, control);
    const trimmed = trim(relieved, wanted, moment.seen, moment.now);
    return givenUp ? trimmed : roll(trimmed, moment, control);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/step.js












const step_HOUR = 3_600_000;
const isFailing = (task) => task?.why !== undefined || task?.sick !== undefined;
/** Failed just now: nobody told it to go, and it has gone or has to go. */
const failed = (before, after) => after.tasks.filter((task, index) => task.revision === wantedRevision(after) && isFailing(task) && !isFailing(before.tasks[index]));
const recovered = (before, after) => after.tasks.some((task, index) => task.revision === wantedRevision(after) && task.healthy && !before.tasks[index]?.healthy);
const step_judge = (before, { seen, now, ...rest }) => {
    const judged = markSick(absorb(before, { seen, now, ...rest }), seen, now);
    return breaker_count(judged, failed(before, judged), recovered(before, judged), now);
};
const deliver = (before, moment, control) => {
    const { seen, now } = moment;
    const judged = step_judge(takeUp(before, moment), moment);
    const advanced = advance_advance(heed(trip(judged, now), seen, now), moment);
    return tell(before, schedule(advanced, moment, control), now);
};
/** A deleted service: its tasks leave in the same order, and nothing comes. */
const windDown = (service, moment) => {
    const absorbed = absorb(service, moment);
    const leaving = absorbed.tasks.map((task) => task.phase === 'pending' || task.phase === 'running' ? retire(task, DELETED, moment.now) : task);
    const done = leaving.every(({ phase }) => phase === 'stopped');
    return { ...absorbed, tasks: leaving, status: done ? 'INACTIVE' : 'DRAINING' };
};
const DELETED = { code: 'ServiceSchedulerInitiated', reason: 'Service was deleted' };
const step_forget = (service, now) => ({
    ...service,
    tasks: service.tasks.filter(({ stoppedAt }) => stoppedAt === undefined || now - stoppedAt < step_HOUR),
});
/**
 * The controller: pure. Each step looks at what is, decides, and says what is to be done.
 * The order of every replacement is: register → healthy → weight → seen to have moved → drain → stop.
 */
const step = (service, seen, now, control, guards = GUARDS) => {
    const moment = { seen, now, guards };
    const next = service.status === 'ACTIVE' ? deliver(service, moment, control) : windDown(service, moment);
    return { service: step_forget(next, now), effects: effectsOf(next, moment) };
};

;// CONCATENATED MODULE: ./.build/rehearsal/taken-ports.js


/** What a container instance keeps for itself: SSH, Docker, and the agent of ECS. */
const taken_ports_RESERVED = [22, 2375, 2376, 51678, 51679, 51680].map((port) => `${port}/tcp`);
/** The fixed ports of the machine that nobody else can have now: those of all tasks, but for those of one service. */
const takenPorts = (world, besides) => new Set([
    ...taken_ports_RESERVED,
    ...[...world.services.values()]
        .filter(({ service }) => service.arn !== besides)
        .flatMap(({ service }) => service.tasks
        .filter(({ phase }) => phase !== 'stopped')
        .flatMap(({ revision }) => revisionOf(service, revision).hostPorts ?? [])),
    ...[...world.tasks.values()]
        .filter(({ phase }) => phase !== 'stopped')
        .flatMap(({ taskDefinition }) => {
        const definition = world.definitions.get(taskDefinition)?.definition;
        return definition ? fixedPorts(definition) : [];
    }),
]);

;// CONCATENATED MODULE: ./.build/rehearsal/look.js





/** A task whose place is another's, or that has none, can neither enter it nor leave it. */
const placeless = { state: 'draining', inFlight: 0 };
const stateAt = (group, place, task) => {
    if (!place)
        return placeless;
    const target = group?.find(place.address, place.port);
    if (!target)
        return { state: 'unused', inFlight: 0 };
    const isAnothers = target.task !== undefined && target.task !== task;
    return isAnothers ? placeless : { state: target.health.state, inFlight: target.inFlight };
};
const seeTarget = (world, task, running, binding) => {
    const group = world.targetGroups.get(binding.targetGroup);
    return {
        targetGroup: binding.targetGroup,
        ...stateAt(group?.group, placeOf(running, binding), task.id),
        deregistrationDelaySeconds: Number(group?.attributes.get(DEREGISTRATION_DELAY) ?? 300),
    };
};
const see = (world, service, task, running) => ({
    phase: running.phase,
    health: running.health,
    hasHealthCheck: running.hasHealthCheck,
    targets: revisionOf(service, task.revision).targets.map((binding) => seeTarget(world, task, running, binding)),
    ...(running.stopped ? { stopped: running.stopped } : {}),
});
/** What the controller sees of the world, for one of its services. */
const look_look = (world, service) => ({
    rules: new Map(rulesOf(world).map((rule) => [rule.arn, world.router.shown(rule)])),
    alarms: new Map([...world.alarms].map(([name, { state }]) => [name, state])),
    calls: world.functions.answers(),
    ...(service.revisions.some(({ hostPorts }) => hostPorts)
        ? { takenPorts: takenPorts(world, service.arn) }
        : {}),
    tasks: new Map(service.tasks.flatMap((task) => {
        const running = world.driver.observe(task.id);
        return running ? [[task.id, see(world, service, task, running)]] : [];
    })),
});

;// CONCATENATED MODULE: ./.build/rehearsal/loop.js









const EVERY = 200;
/** Many requests one after the other are looked at together. */
const SOON = 10;
const forgetTasks = (world, before, after) => {
    const kept = new Set(after.tasks.map(({ id }) => id));
    for (const { id } of before.tasks)
        if (!kept.has(id))
            world.driver.forget(id);
};
const loop_groupsOf = (service) => service.deployments.length === 0
    ? []
    : revisionOf(service, wantedRevision(service)).targets.flatMap(({ targetGroup, traffic }) => traffic ? [targetGroup, traffic.other] : [targetGroup]);
const stand = (world, { arn, service, standing }, requestsPerStep) => {
    const groups = loop_groupsOf(service);
    const requests = groups.reduce((sum, group) => sum + world.measured.requests(group), 0);
    return { service: arn, standing, requests, needs: groups.length === 0 ? 0 : requestsPerStep };
};
const decide = (world, record, { control }) => {
    const { arn } = record.service;
    const seen = look_look(world, record.service);
    const now = world.clock.now();
    const decided = step(record.service, seen, now, control);
    world.services.set(arn, { ...record, service: decided.service });
    forgetTasks(world, record.service, decided.service);
    return { ...decided, arn, standing: standingOf(decided, seen, now) };
};
/** Whose turn went wrong is busy: no time is skipped over it. */
const guarded = (world, record, options) => {
    try {
        return decide(world, record, options);
    }
    catch (error) {
        options.bug(error);
        return { arn: record.service.arn, standing: { kind: 'busy' }, service: record.service, effects: [] };
    }
};
const perform = (world, { service, effects }, options) => {
    for (const effect of effects) {
        options.before?.();
        carryOut(world, service, effect);
    }
};
/** All is decided before the first effect, so that it is written down once. */
const advanceAll = (world, options) => {
    const active = [...world.services.values()].filter(({ service }) => service.status !== 'INACTIVE');
    const advanced = active.map((record) => guarded(world, record, options));
    options.decided?.();
    forgetCalls(world);
    tendLoneTasks(world, options.bug);
    for (const one of advanced)
        try {
            perform(world, one, options);
        }
        catch (error) {
            if (error instanceof Crashed)
                throw error;
            options.bug(error);
        }
    return advanced.map((one) => stand(world, one, options.requestsPerStep));
};
/** Nobody waits any more for what the others were asked. */
const forgetCalls = ({ functions, services, clock }) => {
    const now = clock.now();
    functions.keep(new Set([...services.values()].flatMap(({ service }) => awaited(service, now))));
};
const lookAtAlarms = ({ alarms, metrics }, now) => {
    for (const [name, alarm] of alarms)
        alarms.set(name, look(metrics, alarm, now));
};
/** Lets the controller look at every service, again and again. */
const createLoop = (world, options) => {
    let timer;
    let nudged;
    const look = () => {
        lookAtAlarms(world, world.clock.now());
        followLoneTasks(world);
        options.pacer.turn(advanceAll(world, options), world.alarms.size > 0);
        options.decided?.();
    };
    const turn = () => {
        try {
            look();
        }
        catch (error) {
            if (error instanceof Crashed)
                options.crashed?.(error.crash);
            else
                options.bug(error);
        }
    };
    return {
        start: () => {
            timer ??= setInterval(turn, EVERY);
        },
        nudge: () => {
            nudged ??= setTimeout(() => {
                nudged = undefined;
                if (timer)
                    turn();
            }, SOON);
        },
        stop: () => {
            clearInterval(timer);
            clearTimeout(nudged);
            timer = undefined;
            nudged = undefined;
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/view/scene.js


const many = (tasks, ...phases) => tasks.filter(({ phase }) => phases.includes(phase)).length;
const shareOf = (world, service, revision) => {
    const binding = revisionOf(service, revision).targets[0];
    const rule = rulesOf(world).find(({ arn }) => arn === binding?.traffic?.productionRule);
    if (!rule || !binding)
        return {};
    const total = Object.values(rule.weights).reduce((sum, weight) => sum + weight, 0);
    const share = (100 * (rule.weights[binding.targetGroup] ?? 0)) / Math.max(1, total);
    return { share: Math.round(share * 10) / 10 };
};
const VERSION_LABEL = 'org.opencontainers.image.version';
const DIGEST = /@sha256:([0-9a-f]{12})/;
const tagOf = (image) => {
    const digest = DIGEST.exec(image)?.[1];
    return digest ?? /:([^:/]+)$/.exec(image)?.[1] ?? 'latest';
};
const scene_versionOf = (world, taskDefinition) => {
    const [container] = world.definitions.get(taskDefinition)?.definition.containerDefinitions ?? [];
    return container?.dockerLabels?.[VERSION_LABEL] ?? tagOf(container?.image ?? '');
};
const seeRevision = (world, service, id) => {
    const tasks = service.tasks.filter(({ revision }) => revision === id);
    const revision = revisionOf(service, id);
    const definition = revision.taskDefinition;
    return {
        name: definition.slice(definition.lastIndexOf('/') + 1),
        version: scene_versionOf(world, definition),
        running: many(tasks, 'running'),
        starting: many(tasks, 'pending'),
        leaving: many(tasks, 'draining', 'stopping'),
        ...shareOf(world, service, id),
        requests: tasks.reduce((sum, task) => sum + world.measured.requestsOf(task.id), 0),
    };
};
const scene_present = (service) => {
    const [newest] = service.deployments;
    const alive = service.tasks.filter(({ phase }) => phase !== 'stopped').map(({ revision }) => revision);
    return [...new Set([...(newest ? [newest.target] : []), ...alive])];
};
const seeService = (world, service) => {
    const [newest] = service.deployments;
    return {
        name: service.name,
        status: newest?.status ?? service.status,
        stage: newest ? newest.course.stage : '',
        strategy: newest ? newest.course.strategy : '',
        ...(newest?.reason ? { reason: newest.reason } : {}),
        revisions: scene_present(service).map((id) => seeRevision(world, service, id)),
    };
};
const sceneOf = (world) => ({
    now: new Date(world.clock.now()).toISOString(),
    services: [...world.services.values()]
        .filter(({ service }) => service.status !== 'INACTIVE')
        .map(({ service }) => seeService(world, service)),
});

;// CONCATENATED MODULE: ./.build/rehearsal/cluster.js














const DOWN = 'Service Unavailable. The controller of the rehearsal cluster has crashed, as it was asked to.';
/** The controller and its doors, around a world. */
const createCluster = (world, options) => {
    const { operations, bug, toll, requestsPerStep, control, shelf } = options;
    const pacer = createPacer(world.clock, options.pace);
    const past = createPast(world);
    const crasher = createCrasher();
    const meddler = createMeddler((changes) => operations(past.ago(changes)));
    const writeDown = createKeeper(world, shelf);
    let down = false;
    const keep = () => {
        if (options.keeps || crasher.armed())
            writeDown();
    };
    const recover = () => {
        const kept = readKept(shelf);
        if (kept)
            recall(world, kept);
        down = false;
        loop.start();
    };
    const crashed = ({ seconds }) => {
        loop.stop();
        down = true;
        world.services.clear();
        setTimeout(recover, seconds * 1000).unref();
    };
    const decided = () => {
        past.note();
        keep();
    };
    const meddle = async (asked, play) => {
        if (down)
            refuse('ServerException', DOWN);
        const answer = await meddler.meddle(asked, play);
        // An answer is a promise: what it says is written down before.
        if (!isRead(asked.operation))
            keep();
        return answer;
    };
    const loop = createLoop(world, {
        bug,
        control,
        pacer,
        requestsPerStep,
        decided,
        before: crasher.before,
        crashed,
    });
    const rooms = {
        clock: (0,room/* clockRoom */.c)(world.clock, pacer),
        faults: faultRoom(world, meddler, crasher),
        view: { show: () => sceneOf(world) },
    };
    const front = createEndpoint(operations(world), bug, toll, meddle);
    return { loop, listener: (0,door/* stageDoor */.B)(front, rooms, world.clock.now) };
};

;// CONCATENATED MODULE: ./.build/rehearsal/codedeploy/configs.js

const ALL_AT_ONCE = 'CodeDeployDefault.ECSAllAtOnce';
const canary = (canaryInterval) => ({
    type: 'TimeBasedCanary',
    timeBasedCanary: { canaryPercentage: 10, canaryInterval },
});
const configs_linear = (linearInterval) => ({
    type: 'TimeBasedLinear',
    timeBasedLinear: { linearPercentage: 10, linearInterval },
});
/** The configurations for ECS that AWS has ready. */
const READY = {
    [ALL_AT_ONCE]: { type: 'AllAtOnce' },
    'CodeDeployDefault.ECSLinear10PercentEvery1Minutes': configs_linear(1),
    'CodeDeployDefault.ECSLinear10PercentEvery3Minutes': configs_linear(3),
    'CodeDeployDefault.ECSCanary10Percent5Minutes': canary(5),
    'CodeDeployDefault.ECSCanary10Percent15Minutes': canary(15),
};
const isReady = (name) => Object.hasOwn(READY, name);
const configNames = (world) => [
    ...Object.keys(READY),
    ...world.codedeploy.configs.keys(),
];
const configAt = (world, name = '') => {
    const trafficRoutingConfig = READY[name];
    if (trafficRoutingConfig)
        return { deploymentConfigName: name, computePlatform: 'ECS', trafficRoutingConfig };
    return (world.codedeploy.configs.get(name) ??
        refuse('DeploymentConfigDoesNotExistException', `No deployment configuration found for name: ${name}. The rehearsal cluster has: ${configNames(world).join(', ')}.`));
};
/** A share that must be a whole number of per cent below everything, and a time of at least a minute. */
const share = (percent = 0, minutes = 0) => {
    if (!Number.isInteger(percent) || percent < 1 || percent > 99)
        refuse('InvalidTrafficRoutingConfigurationException', `The percentage ${percent} must be from 1 to 99.`);
    if (!Number.isInteger(minutes) || minutes < 1)
        refuse('InvalidTrafficRoutingConfigurationException', `The interval ${minutes} must be at least 1 minute.`);
    return { tenths: percent * 10, bakeMinutes: minutes };
};
const planOfRouting = (routing = {}) => {
    const { type, timeBasedCanary: one, timeBasedLinear: other } = routing;
    if (type === 'TimeBasedCanary')
        return { strategy: 'CANARY', ...share(one?.canaryPercentage, one?.canaryInterval) };
    if (type === 'TimeBasedLinear')
        return { strategy: 'LINEAR', ...share(other?.linearPercentage, other?.linearInterval) };
    return type === 'AllAtOnce'
        ? { strategy: 'BLUE_GREEN' }
        : refuse('InvalidTrafficRoutingConfigurationException', `The type ${type} is not valid for ECS.`);
};
const planOf = (world, name) => planOfRouting(configAt(world, name).trafficRoutingConfig);

;// CONCATENATED MODULE: ./.build/rehearsal/codedeploy/config-operations.js



const isUsed = (world, name) => [...world.codedeploy.groups.values()].some(({ deploymentConfigName }) => deploymentConfigName === name);
const codeDeployConfigs = (world) => ({
    CreateDeploymentConfig(input) {
        const { deploymentConfigName: name = '', computePlatform, trafficRoutingConfig } = input;
        if (computePlatform !== 'ECS')
            refuse('InvalidComputePlatformException', `The rehearsal cluster plays the compute platform ECS only, not '${computePlatform ?? 'Server'}'.`);
        if (!/^[A-Za-z0-9._+=,@-]{1,100}$/.test(name) || name.startsWith('CodeDeployDefault'))
            refuse('InvalidDeploymentConfigNameException', `The configuration name '${name}' is not valid.`);
        if (world.codedeploy.configs.has(name))
            refuse('DeploymentConfigAlreadyExistsException', `Deployment configuration already exists: ${name}`);
        planOfRouting(trafficRoutingConfig);
        const deploymentConfigId = (0,external_node_crypto_.randomUUID)();
        const createTime = new Date(world.clock.now());
        const info = { deploymentConfigId, deploymentConfigName: name, createTime, computePlatform };
        world.codedeploy.configs.set(name, { ...info, trafficRoutingConfig });
        return { deploymentConfigId };
    },
    GetDeploymentConfig: ({ deploymentConfigName }) => ({
        deploymentConfigInfo: configAt(world, deploymentConfigName),
    }),
    ListDeploymentConfigs: () => ({
        deploymentConfigsList: [...configNames(world)],
    }),
    DeleteDeploymentConfig({ deploymentConfigName: name = '' }) {
        if (isReady(name))
            refuse('InvalidOperationException', `${name} is not one of your own.`);
        if (isUsed(world, name))
            refuse('DeploymentConfigInUseException', `A deployment group uses the configuration ${name}.`);
        world.codedeploy.configs.delete(name);
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/controller/requests.js




const refused = (error, message) => ({ kind: 'refused', error, message });
const done = (service) => ({ kind: 'done', service });
/**
 * StopServiceDeployment. Asking again while it goes back changes nothing. ABORT is a value of the model and no valid one
 * in the documentation.
 */
const stopDeployment = (service, { arn, status }, stopType, now) => {
    if (stopType !== 'ROLLBACK')
        return refused('InvalidParameterException', `The stopType ${stopType} is not valid: it must be ROLLBACK.`);
    const latest = newest(service);
    if (latest.arn !== arn || !isUnderWay(latest))
        return refused('ConflictException', `The service deployment cannot be stopped because it is in the ${status} state.`);
    return done(latest.rollback ? service : withNewest(service, { status: 'ROLLBACK_REQUESTED' }, now));
};
const HOOKED = 'Service deployment rolled back because of a ContinueServiceDeployment request.';
const settled = (waits, hookId, status) => waits.map((wait) => (wait.hookId === hookId ? { ...wait, status } : wait));
/** ContinueServiceDeployment, for a hook that awaits an action of a deployment that is in progress. */
const continueDeployment = (service, { arn, status }, hookId, action, now) => {
    const { course, ...latest } = newest(service);
    if (latest.arn !== arn || latest.status !== 'IN_PROGRESS')
        return refused('InvalidParameterException', `The service deployment cannot be continued because it is in the ${status} state.`);
    const wait = course.waits.find((candidate) => candidate.hookId === hookId);
    if (wait?.status !== 'AWAITING_ACTION')
        return refused('InvalidParameterException', `The hookId ${hookId} does not name a PAUSE hook in AWAITING_ACTION status.`);
    const rollsBack = action === 'ROLLBACK';
    const waits = settled(course.waits, hookId, rollsBack ? 'FAILED' : 'SUCCEEDED');
    const told = withCourse(service, { waits }, now);
    return done(rollsBack ? withNewest(told, { status: 'ROLLBACK_REQUESTED', reason: HOOKED }, now) : told);
};
/** PutLifecycleEventHookExecutionStatus, of a function that CodeDeploy asked and that reports by itself. */
const reportHook = (service, { arn }, execution, succeeded, now) => {
    const { course, ...latest } = newest(service);
    const wait = course.waits.find(({ hookId, asks }) => asks?.reportsTo !== undefined && executionId(hookId) === execution);
    if (latest.arn !== arn || !wait)
        return refused('InvalidLifecycleEventHookExecutionIdException', `The lifecycleEventHookExecutionId ${execution} is not valid.`);
    if (wait.status !== 'IN_PROGRESS' || latest.status !== 'IN_PROGRESS')
        return refused('LifecycleEventAlreadyCompletedException', 'The lifecycle event has already completed.');
    const waits = settled(course.waits, wait.hookId, succeeded ? 'SUCCEEDED' : 'FAILED');
    const told = withCourse(service, { waits }, now);
    return done(succeeded ? told : withNewest(told, { status: 'ROLLBACK_REQUESTED', reason: INVALID }, now));
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/binding.js
const swapped = (binding) => binding.traffic
    ? {
        ...binding,
        targetGroup: binding.traffic.other,
        traffic: { ...binding.traffic, other: binding.targetGroup },
    }
    : binding;
/**
 * The group that a new revision's tasks register in. Where traffic is shifted, it is the one that the revision which
 * serves does not use; ROLLING stays in the group that serves. Inferred: AWS names the group in the revision only.
 */
const bind = (declared, strategy, serving) => {
    const groups = [declared.targetGroup, declared.traffic?.other];
    const live = serving?.targets.find(({ targetGroup }) => groups.includes(targetGroup))?.targetGroup;
    if (live === undefined)
        return declared;
    const stays = strategy === 'ROLLING';
    return (live === declared.targetGroup) === stays ? declared : swapped(declared);
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/settings.js
/** Percentages of traffic are multiples of 0.1: from here on they are whole tenths, and never floats. */
const tenths = (percent) => Math.round(percent * 10);
const earlyOf = ({ earlySuccessCriteria: early }) => early?.enable
    ? {
        healthyPercent: early.healthyPercent ?? 100,
        deferred: early.sourceServiceRevisionCleanup === 'DEFERRED',
    }
    : undefined;
const settings_planOf = (configuration) => {
    const { strategy = 'ROLLING', canaryConfiguration: canary, linearConfiguration: linear } = configuration;
    if (strategy === 'CANARY')
        return {
            strategy,
            tenths: tenths(canary?.canaryPercent ?? 5),
            bakeMinutes: canary?.canaryBakeTimeInMinutes ?? 10,
        };
    if (strategy === 'LINEAR')
        return {
            strategy,
            tenths: tenths(linear?.stepPercent ?? 10),
            bakeMinutes: linear?.stepBakeTimeInMinutes ?? 6,
        };
    if (strategy === 'BLUE_GREEN')
        return { strategy };
    const early = earlyOf(configuration);
    return { strategy, ...(early ? { early } : {}) };
};
/** A function is told a map, and nothing else. */
const detailsOf = ({ hookDetails }) => typeof hookDetails === 'object' && hookDetails !== null && !Array.isArray(hookDetails)
    ? hookDetails
    : undefined;
const lambdaOf = (hook) => {
    if (hook.targetType === 'PAUSE')
        return {};
    const details = detailsOf(hook);
    return { lambda: { target: hook.hookTargetArn ?? '', ...(details ? { details } : {}) } };
};
const hookOf = (hook) => ({
    stages: hook.lifecycleStages ?? [],
    timeoutMinutes: hook.timeoutConfiguration?.timeoutInMinutes ?? 1440,
    action: hook.timeoutConfiguration?.action ?? 'ROLLBACK',
    ...lambdaOf(hook),
});
const breakerOf = ({ deploymentCircuitBreaker: breaker }) => {
    const threshold = breaker?.thresholdConfiguration;
    return {
        enable: breaker?.enable ?? false,
        rollback: breaker?.rollback ?? false,
        resetOnHealthyTask: breaker?.resetOnHealthyTask ?? true,
        threshold: { type: threshold?.type ?? 'BOUNDED_PERCENT', value: threshold?.value ?? 50 },
    };
};
const alarmsOf = ({ alarms }) => ({
    enable: alarms?.enable ?? false,
    rollback: alarms?.rollback ?? false,
    names: alarms?.alarmNames ?? [],
});
/** What the controller goes by, from what was declared. */
const settingsOf = ({ deploymentConfiguration, healthCheckGracePeriodSeconds, }) => ({
    minimumHealthyPercent: deploymentConfiguration.minimumHealthyPercent ?? 100,
    maximumPercent: deploymentConfiguration.maximumPercent ?? 200,
    graceSeconds: healthCheckGracePeriodSeconds,
    breaker: breakerOf(deploymentConfiguration),
    plan: settings_planOf(deploymentConfiguration),
    bakeMinutes: deploymentConfiguration.bakeTimeInMinutes ?? 0,
    hooks: (deploymentConfiguration.lifecycleHooks ?? []).map(hookOf),
    alarms: alarmsOf(deploymentConfiguration),
});

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/declare.js






/** What AWS fills in; a bake time of 0 it fills in for ROLLING only: BLUE_GREEN must be given one. */
const DEFAULTS = {
    strategy: 'ROLLING',
    deploymentCircuitBreaker: { enable: false, rollback: false },
    maximumPercent: 200,
    minimumHealthyPercent: 100,
};
/** The settings of another strategy end with it. Inferred: no request could take them away. */
const withoutOther = (before, strategy) => {
    const { canaryConfiguration, linearConfiguration, ...rest } = before;
    return {
        ...rest,
        ...(strategy === 'CANARY' && canaryConfiguration ? { canaryConfiguration } : {}),
        ...(strategy === 'LINEAR' && linearConfiguration ? { linearConfiguration } : {}),
    };
};
/** Only what is given changes; each of its members is one value. */
const merge = (before, given = {}) => {
    const strategy = given.strategy ?? before.strategy ?? 'ROLLING';
    const bake = strategy === 'ROLLING' ? { bakeTimeInMinutes: 0 } : {};
    return { ...bake, ...withoutOther(before, strategy), ...given };
};
/** A request's members are optional as `undefined`; a declaration's are there or not. */
const declare_present = (shape) => Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined));
const declare = (input) => declare_present({
    controller: input.deploymentController?.type ?? 'ECS',
    launchType: input.launchType ?? 'EC2',
    platformVersion: input.platformVersion ?? (input.launchType === 'FARGATE' ? 'LATEST' : undefined),
    networkConfiguration: input.networkConfiguration,
    loadBalancers: input.loadBalancers ?? [],
    deploymentConfiguration: merge(DEFAULTS, input.deploymentConfiguration),
    healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds ?? 0,
    enableExecuteCommand: input.enableExecuteCommand ?? false,
    enableECSManagedTags: input.enableECSManagedTags ?? false,
    propagateTags: input.propagateTags,
    tags: input.tags ?? [],
});
const redeclare = (before, input) => ({
    ...before,
    ...declare_present({
        platformVersion: input.platformVersion,
        networkConfiguration: input.networkConfiguration,
        loadBalancers: input.loadBalancers,
        healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds,
        enableExecuteCommand: input.enableExecuteCommand,
        enableECSManagedTags: input.enableECSManagedTags,
        propagateTags: input.propagateTags,
    }),
    deploymentConfiguration: merge(before.deploymentConfiguration, input.deploymentConfiguration),
});
const trafficOf = ({ advancedConfiguration: advanced }) => advanced?.alternateTargetGroupArn && advanced.productionListenerRule
    ? {
        traffic: {
            other: advanced.alternateTargetGroupArn,
            productionRule: advanced.productionListenerRule,
            ...(advanced.testListenerRule ? { testRule: advanced.testListenerRule } : {}),
        },
    }
    : {};
const bindingOf = (balancer) => ({
    targetGroup: balancer.targetGroupArn ?? '',
    containerName: balancer.containerName ?? '',
    containerPort: balancer.containerPort ?? 0,
    ...trafficOf(balancer),
});
/** The revision that serves: what a new one must keep out of the way of. */
const declare_servingIn = (service) => {
    const completed = lastCompleted(service);
    return completed === undefined ? undefined : revisionOf(service, completed);
};
const revise = (service, definition, declared, now) => {
    const id = newRevisionId();
    const hostPorts = fixedPorts(definition.definition);
    const serving = declare_servingIn(service);
    return {
        id,
        arn: revisionArn(service.arn, id),
        taskDefinition: definition.definition.taskDefinitionArn,
        targets: declared.loadBalancers.map((balancer) => bind(bindingOf(balancer), service.settings.plan.strategy, serving)),
        ...(hostPorts.length > 0 ? { hostPorts } : {}),
        createdAt: now,
    };
};
/** The record with a new deployment of `definition` as declared now. */
const deploy = (record, definition, now) => {
    const { service, declared, snapshots } = record;
    const revision = revise(service, definition, declared, now);
    return {
        declared,
        service: begin(service, revision, deploymentArn(service.arn), now),
        snapshots: new Map([...snapshots, [revision.id, declared]]),
    };
};
const newService = (identity, desiredCount, declared, now) => ({
    ...identity,
    status: 'ACTIVE',
    createdAt: now,
    desiredCount,
    settings: settingsOf(declared),
    revisions: [],
    deployments: [],
    tasks: [],
    begun: 0,
    events: [],
});

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/definition-rules.js


const NAME = /^[A-Za-z0-9_-]{1,255}$/;
const client = (message) => refuse('ClientException', message);
const isPort = (port, least) => port !== undefined && port >= least && port <= 65535;
const checkPorts = ({ name, portMappings = [] }, hasAddress) => {
    for (const { containerPort, hostPort = 0 } of portMappings) {
        if (!isPort(containerPort, 1))
            client(`Invalid 'containerPort' setting for container '${name}': ${containerPort}.`);
        if (!isPort(hostPort, 0))
            client(`Invalid 'hostPort' setting for container '${name}': ${hostPort}.`);
        if (hasAddress && hostPort !== 0 && hostPort !== containerPort)
            client('When networkMode=awsvpc, the host ports and container ports in port mappings must match.');
    }
};
const definition_rules_checkHealthCheck = ({ name, healthCheck }) => {
    const [form] = healthCheck?.command ?? ['CMD'];
    if (form !== 'CMD' && form !== 'CMD-SHELL')
        client(`Invalid health check command of container '${name}': it must start with CMD or CMD-SHELL.`);
};
const checkContainer = (container, { memory: taskMemory, networkMode }) => {
    if (!container.name)
        client('Container.name should not be null or empty.');
    if (!NAME.test(container.name ?? ''))
        client(`Container name '${container.name}' is invalid.`);
    if (!container.image)
        client('Container.image should not be null or empty.');
    if (container.memory === undefined && container.memoryReservation === undefined && !taskMemory)
        client(`Invalid setting for container '${container.name}'. At least one of 'memory' or 'memoryReservation' must be specified.`);
    checkPorts(container, hasOwnAddress({ networkMode }));
    definition_rules_checkHealthCheck(container);
};
const checkDependency = (containers, { name }, { containerName, condition }) => {
    const on = containers.find((container) => container.name === containerName);
    if (!on)
        client(`Container '${name}' depends on '${containerName}', which is not in the task definition.`);
    if ((condition === 'COMPLETE' || condition === 'SUCCESS') && on?.essential !== false)
        client(`Container '${name}' depends on '${containerName}' with the condition ${condition}, which an essential container cannot have.`);
    if (condition === 'HEALTHY' && !on?.healthCheck)
        client(`Container '${name}' depends on '${containerName}' with the condition HEALTHY, which needs a health check.`);
};
/** Whether a container comes back to itself on its way through what it depends on. */
const isCircular = (containers, from, at, seen) => waitedFor(containers.find(({ name }) => name === at)).some((other) => {
    if (other === from)
        return true;
    if (seen.has(other))
        return false;
    seen.add(other);
    return isCircular(containers, from, other, seen);
});
/** Whom a container waits for, or is linked to, which must be there before it. */
const waitedFor = (container = {}) => [
    ...(container.dependsOn ?? []).map(({ containerName = '' }) => containerName),
    ...linksOf(container).map(([name]) => name),
];
const checkLinks = (containers, hasAddress) => {
    for (const container of containers)
        for (const [name] of linksOf(container)) {
            if (hasAddress)
                client('Links are not supported when networkMode=awsvpc.');
            if (!containers.some((other) => other.name === name))
                client(`Container '${container.name}' links to '${name}', which is not in the task definition.`);
        }
};
const checkDependencies = (containers) => {
    for (const container of containers) {
        for (const dependency of container.dependsOn ?? [])
            checkDependency(containers, container, dependency);
        const { name = '' } = container;
        if (isCircular(containers, name, name, new Set()))
            client(`Container '${name}' depends on itself.`);
    }
};
const checkSecrets = (input) => {
    const secret = (input.containerDefinitions ?? []).some(({ secrets }) => (secrets ?? []).length > 0);
    if (secret && !input.executionRoleArn)
        client("When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.");
};
const checkFargate = (input) => {
    if (!input.requiresCompatibilities?.includes('FARGATE'))
        return;
    if (input.networkMode !== 'awsvpc')
        client('Fargate only supports network mode ‘awsvpc’.');
    if (!input.cpu || !input.memory)
        client("Fargate requires that 'cpu' be defined at the task level.");
};
const repeated = (names) => names.find((name, index) => names.indexOf(name) !== index);
/** What AWS refuses to register, and what cannot be played here. */
const checkDefinition = (input) => {
    const containers = input.containerDefinitions ?? [];
    if (!NAME.test(input.family ?? ''))
        client(`Family '${input.family}' is invalid: up to 255 letters, numbers, underscores and hyphens are allowed.`);
    if (containers.length === 0)
        client('Container list cannot be empty.');
    checkFargate(input);
    for (const container of containers)
        checkContainer(container, input);
    checkLinks(containers, hasOwnAddress(input));
    checkDependencies(containers);
    checkSecrets(input);
    const twice = repeated(containers.map(({ name }) => name));
    if (twice !== undefined)
        client(`Container name '${twice}' is used more than once.`);
    if (containers.every(({ essential }) => essential === false))
        client('A task definition must have at least one essential container.');
    const { networkMode = 'bridge' } = input;
    if (networkMode !== 'awsvpc' && networkMode !== 'bridge')
        client(`The rehearsal cluster plays the network modes awsvpc and bridge only, not '${networkMode}'.`);
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/page.js

/** One page of a list, and the token of the next: how far it got. */
const page_page = (items, { nextToken, maxResults = 100 }) => {
    if (!Number.isInteger(maxResults) || maxResults < 1 || maxResults > 100)
        refuse('InvalidParameterException', `maxResults ${maxResults} must be from 1 to 100.`);
    if (nextToken !== undefined && !/^\d+$/.test(nextToken))
        refuse('InvalidParameterException', 'Invalid token in nextToken.');
    const from = Number(nextToken ?? 0);
    const to = from + maxResults;
    return [items.slice(from, to), to < items.length ? String(to) : undefined];
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/definitions.js




const revisionsOf = (world, family) => [...world.definitions.values()].filter(({ definition }) => definition.family === family);
const isActive = ({ definition }) => definition.status === 'ACTIVE';
/** By ARN, `family:revision`, or `family` for its newest that is active. */
const definitionAt = (world, reference) => {
    const [family = '', revision] = nameIn(reference ?? '').split(':');
    const revisions = revisionsOf(world, family);
    return revision === undefined
        ? revisions.findLast(isActive)
        : revisions.find(({ definition }) => String(definition.revision) === revision);
};
const definitions_register = (world, input, region) => {
    const { tags = [], ...given } = input;
    const family = input.family ?? '';
    const revision = (revisionsOf(world, family).at(-1)?.definition.revision ?? 0) + 1;
    const { networkMode = 'bridge' } = input;
    const hasAddress = networkMode === 'awsvpc';
    const definition = {
        ...given,
        networkMode,
        family,
        revision,
        taskDefinitionArn: taskDefinitionArn(region, family, revision),
        containerDefinitions: (input.containerDefinitions ?? []).map((container) => withDefaults(container, hasAddress)),
        volumes: input.volumes ?? [],
        placementConstraints: input.placementConstraints ?? [],
        status: 'ACTIVE',
        compatibilities: compatibilities(hasAddress),
        registeredAt: new Date(world.clock.now()),
        registeredBy: 'arn:aws:iam::000000000000:user/rehearsal',
    };
    return { definition, tags };
};
/** Where tasks may run, by whether they have an address of their own: Fargate gives them nothing else. */
const compatibilities = (hasAddress) => hasAddress ? ['EC2', 'FARGATE'] : ['EXTERNAL', 'EC2'];
/** What AWS fills in: a port's host side and protocol, and the lists that were left out. */
const withDefaults = (container, hasAddress) => ({
    ...container,
    cpu: container.cpu ?? 0,
    essential: container.essential ?? true,
    environment: container.environment ?? [],
    mountPoints: container.mountPoints ?? [],
    volumesFrom: container.volumesFrom ?? [],
    systemControls: container.systemControls ?? [],
    portMappings: (container.portMappings ?? []).map((mapping) => ({
        ...mapping,
        hostPort: mapping.hostPort ?? (hasAddress ? mapping.containerPort : 0),
        protocol: mapping.protocol ?? 'tcp',
    })),
});
const date = (world) => new Date(world.clock.now());
const definitionOperations = (world) => ({
    RegisterTaskDefinition(input, region) {
        checkDefinition(input);
        const made = definitions_register(world, input, region);
        world.definitions.set(made.definition.taskDefinitionArn, made);
        return { taskDefinition: made.definition, ...(made.tags.length > 0 ? { tags: [...made.tags] } : {}) };
    },
    DescribeTaskDefinition(input) {
        const found = definitionAt(world, input.taskDefinition) ??
            refuse('ClientException', 'Unable to describe task definition.');
        const tags = input.include?.includes('TAGS') ? { tags: [...found.tags] } : {};
        return { taskDefinition: found.definition, ...tags };
    },
    /** Tasks that run keep running, and services that have it still replace their tasks by it; nothing new is made of it. */
    DeregisterTaskDefinition(input) {
        const reference = input.taskDefinition ?? '';
        if (!/:\d+$/.test(reference))
            refuse('InvalidParameterException', 'TaskDefinition must have a revision.');
        const { definition, tags } = definitionAt(world, reference) ??
            refuse('ClientException', 'The specified task definition does not exist.');
        const taskDefinition = { ...definition, status: 'INACTIVE', deregisteredAt: date(world) };
        world.definitions.set(definition.taskDefinitionArn, { definition: taskDefinition, tags });
        return { taskDefinition };
    },
    ListTaskDefinitionFamilies(input) {
        const { status = 'ALL', familyPrefix = '' } = input;
        const all = [...world.definitions.values()];
        const active = new Set(all.filter(isActive).map(({ definition }) => definition.family));
        const families = [...new Set(all.map(({ definition }) => definition.family))]
            .filter((family) => family.startsWith(familyPrefix))
            .filter((family) => status === 'ALL' || (status === 'ACTIVE') === active.has(family));
        const [shown, nextToken] = page_page(families.toSorted(), input);
        return { families: shown, nextToken };
    },
    ListTaskDefinitions(input) {
        const arns = [...world.definitions.values()]
            .filter(({ definition }) => (input.familyPrefix ?? definition.family) === definition.family)
            .filter(({ definition }) => (input.status ?? 'ACTIVE') === definition.status)
            .map(({ definition }) => definition.taskDefinitionArn);
        const [taskDefinitionArns, nextToken] = page_page(input.sort === 'DESC' ? arns.toReversed() : arns, input);
        return { taskDefinitionArns, nextToken };
    },
});

// EXTERNAL MODULE: ./.build/rehearsal/lambda/address.js
var address = __webpack_require__(38052);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./.build/rehearsal/codedeploy/events.js
/** CodeDeploy's events, and the stage of the deployment that each stands for. */
const EVENTS = [
    ['BeforeInstall', 'PRE_SCALE_UP'],
    ['Install', 'SCALE_UP'],
    ['AfterInstall', 'POST_SCALE_UP'],
    ['AllowTestTraffic', 'TEST_TRAFFIC_SHIFT'],
    ['AfterAllowTestTraffic', 'POST_TEST_TRAFFIC_SHIFT'],
    ['BeforeAllowTraffic', 'PRE_PRODUCTION_TRAFFIC_SHIFT'],
    ['AllowTraffic', 'PRODUCTION_TRAFFIC_SHIFT'],
    ['AfterAllowTraffic', 'POST_PRODUCTION_TRAFFIC_SHIFT'],
];
/** Those before and after something, at which a function may be asked. */
const HOOKABLE = EVENTS.map(([event]) => event).filter((event) => /^(?:Before|After)/.test(event));

;// CONCATENATED MODULE: ./.build/rehearsal/codedeploy/appspec.js




const appspec_invalid = (message) => refuse('InvalidRevisionException', message);
const appspec_isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const appspec_textOf = ({ revisionType, appSpecContent, string }) => {
    if (revisionType !== 'AppSpecContent' && revisionType !== 'String')
        return appspec_invalid(`The rehearsal cluster plays revisions of the type AppSpecContent, not '${revisionType}'.`);
    const given = appSpecContent ?? string;
    const content = given?.content ?? appspec_invalid('The revision has no content of an AppSpec file.');
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
    return given?.sha256 === undefined || given.sha256 === sha256
        ? content
        : appspec_invalid(`The content of the AppSpec has the SHA256 ${sha256}, not ${given.sha256}.`);
};
const read = (text) => {
    try {
        const tree = (0,yaml_dist/* parse */.qg)(text);
        return appspec_isTree(tree) ? tree : appspec_invalid('The AppSpec is no mapping.');
    }
    catch (error) {
        return appspec_invalid(`The AppSpec is neither JSON nor YAML: ${error.message}`);
    }
};
/** `Resources: [{ TargetService: { Type, Properties } }]`; the keys may begin in lower case. */
const member = (tree, name) => tree[name] ?? tree[`${name[0]?.toLowerCase()}${name.slice(1)}`];
const targetOf = (tree) => {
    const resources = member(tree, 'Resources');
    const [first, ...others] = Array.isArray(resources) ? resources : [];
    const target = appspec_isTree(first) ? Object.values(first)[0] : undefined;
    if (!appspec_isTree(target) || others.length > 0)
        return appspec_invalid('The AppSpec must have exactly one entry in Resources.');
    if (member(target, 'Type') !== 'AWS::ECS::Service')
        return appspec_invalid(`The Type of the AppSpec's resource must be AWS::ECS::Service, not '${member(target, 'Type')}'.`);
    const properties = member(target, 'Properties');
    return appspec_isTree(properties) ? properties : appspec_invalid('The resource of the AppSpec has no Properties.');
};
const UNPLAYED = ['PlatformVersion', 'NetworkConfiguration', 'CapacityProviderStrategy'];
const refuseUnplayed = (properties) => {
    const field = UNPLAYED.find((name) => member(properties, name) !== undefined);
    if (field)
        appspec_invalid(`The rehearsal cluster does not play ${field} of an AppSpec yet.`);
};
/** `Hooks: [{ BeforeInstall: FUNCTION }, …]` */
const hooksOf = (tree) => {
    const hooks = member(tree, 'Hooks') ?? [];
    if (!Array.isArray(hooks))
        return appspec_invalid('The Hooks of the AppSpec are no list.');
    return hooks.flatMap((hook) => Object.entries(appspec_isTree(hook) ? hook : { [String(hook)]: '' }).map(appspec_hookOf));
};
const appspec_hookOf = ([event, target]) => HOOKABLE.includes(event) && typeof target === 'string' && target !== ''
    ? [event, target]
    : appspec_invalid(`The Hooks of the AppSpec must each be one of ${HOOKABLE.join(', ')} with a Lambda function, not '${event}'.`);
/** An AppSpec for ECS, in JSON or YAML. */
const readAppSpec = (revision) => {
    const tree = read(appspec_textOf(revision));
    const properties = targetOf(tree);
    refuseUnplayed(properties);
    const balancer = member(properties, 'LoadBalancerInfo');
    const taskDefinition = member(properties, 'TaskDefinition');
    if (typeof taskDefinition !== 'string' || taskDefinition === '')
        return appspec_invalid('The AppSpec must name a TaskDefinition.');
    if (!appspec_isTree(balancer) || typeof member(balancer, 'ContainerName') !== 'string')
        return appspec_invalid('The AppSpec must have LoadBalancerInfo with ContainerName and ContainerPort.');
    const containerPort = Number(member(balancer, 'ContainerPort'));
    const containerName = String(member(balancer, 'ContainerName'));
    return { taskDefinition, containerName, containerPort, hooks: hooksOf(tree) };
};

;// CONCATENATED MODULE: ./.build/rehearsal/codedeploy/begin.js









const begin_ruleOf = (world, listener) => world.listeners.get(listener ?? '')?.rules.at(-1);
/** The two groups of a deployment group, by who serves now, and the rules that shift between them. */
const pairOf = (world, group, { service }) => {
    const pair = group.loadBalancerInfo?.targetGroupPairInfoList?.[0];
    const groups = (pair?.targetGroups ?? []).flatMap(({ name }) => {
        const found = [...world.targetGroups.values()].find(({ shape }) => shape.TargetGroupName === name);
        return found ? [found.shape.TargetGroupArn] : [];
    });
    const completed = lastCompleted(service);
    const bound = completed ? revisionOf(service, completed).targets.map(({ targetGroup }) => targetGroup) : [];
    const live = groups.find((arn) => bound.includes(arn));
    const other = groups.find((arn) => arn !== live);
    const production = begin_ruleOf(world, pair?.prodTrafficRoute?.listenerArns?.[0]);
    return live && other && production
        ? { live, other, production, test: begin_ruleOf(world, pair?.testTrafficRoute?.listenerArns?.[0]) }
        : refuse('InvalidECSServiceException', 'The ECS service has no completed task set in a target group of the pair.');
};
const balancerOf = ({ live, other, production, test }, spec, role) => ({
    targetGroupArn: live,
    containerName: spec.containerName,
    containerPort: spec.containerPort,
    advancedConfiguration: {
        alternateTargetGroupArn: other,
        productionListenerRule: production.arn,
        testListenerRule: test?.arn,
        roleArn: role,
    },
});
const stageOf = (event) => EVENTS.find(([name]) => name === event)?.[1] ??
    refuse('InvalidRevisionException', `There is no event ${event}.`);
/** CodeDeploy waits so long for what a function reports. */
const REPORT_MINUTES = 60;
/** Without a test listener there is no test traffic that anything could come after. */
const asksOf = (world, { hooks }, test, reportsTo) => hooks
    .filter(([event]) => test || !event.includes('TestTraffic'))
    .map(([event, target]) => ({
    stages: [stageOf(event)],
    timeoutMinutes: REPORT_MINUTES,
    action: 'ROLLBACK',
    lambda: { target: callable(world, target), reportsTo },
}));
const callable = ({ functions }, target) => functions.knows(target)
    ? target
    : refuse('InvalidRevisionException', `Hooks of an AppSpec are played where the function has an address; start the rehearsal cluster with \`--lambda http://127.0.0.1:3001\`, or with \`--lambda ${(0,address/* functionIn */.K$)(target)}=…\`.`);
/** `STOP_DEPLOYMENT` waits for a person before any traffic moves, and gives up when nobody came. */
const readyOf = ({ blueGreenDeploymentConfiguration: times }) => {
    const { actionOnTimeout, waitTimeInMinutes = 0 } = times?.deploymentReadyOption ?? {};
    return actionOnTimeout === 'STOP_DEPLOYMENT'
        ? [{ stages: ['POST_TEST_TRAFFIC_SHIFT'], timeoutMinutes: waitTimeInMinutes, action: 'ROLLBACK' }]
        : [];
};
/** CodeDeploy waits so long for new tasks. */
const SCALE_UP_MINUTES = 60;
const begin_settingsOf = (world, before, group, { config, autoRollback: back, alarms }, asked) => {
    const end = group.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
    return {
        ...before,
        plan: planOf(world, config),
        scaleUpMinutes: SCALE_UP_MINUTES,
        bakeMinutes: end?.terminationWaitTimeInMinutes ?? 0,
        hooks: [...asked, ...readyOf(group)],
        breaker: { ...before.breaker, enable: false },
        alarms: {
            enable: alarms.enabled ?? false,
            names: (alarms.alarms ?? []).flatMap(({ name }) => name ?? []),
            rollback: back.enabled === true && (back.events ?? []).includes('DEPLOYMENT_STOP_ON_ALARM'),
        },
    };
};
/** CodeDeploy, and not the user, puts the second group on the listeners: with nothing of the traffic. */
const putBoth = ({ live, other, production, test }) => {
    for (const rule of [production, test])
        if (rule)
            rule.weights = { [live]: 100, [other]: 0 };
};
/** The target groups and the network of a service are made for one network mode. Inferred: AWS has no name for it here. */
const checkMode = ({ definition }, { declared }) => {
    if (hasOwnAddress(definition) !== (declared.networkConfiguration !== undefined))
        refuse('InvalidRevisionException', `The network mode ${definition.networkMode} of the task definition does not fit the ECS service.`);
};
/** The service with the deployment begun; what was declared of it stays what it was. */
const beginOn = (world, record, group, input, manner) => {
    const spec = readAppSpec(input.revision ?? {});
    const definition = definitionAt(world, spec.taskDefinition) ??
        refuse('InvalidRevisionException', `The task definition ${spec.taskDefinition} cannot be found.`);
    const container = definition.definition.containerDefinitions?.find(({ name }) => name === spec.containerName);
    if (!container?.portMappings?.some(({ containerPort }) => containerPort === spec.containerPort))
        refuse('InvalidRevisionException', `The task definition has no container ${spec.containerName} with the port ${spec.containerPort}.`);
    checkMode(definition, record);
    const pair = pairOf(world, group, record);
    const asked = asksOf(world, spec, pair.test !== undefined, manner.id);
    const settings = begin_settingsOf(world, record.service.settings, group, manner, asked);
    const loadBalancers = [balancerOf(pair, spec, group.serviceRoleArn)];
    const changed = {
        ...record,
        declared: { ...record.declared, loadBalancers },
        service: { ...record.service, settings },
    };
    putBoth(pair);
    const begun = deploy(changed, definition, world.clock.now());
    return { ...begun, service: named(begun.service, manner.id), declared: record.declared };
};
/** The task set says which deployment made it. */
const named = (service, externalId) => {
    const newest = service.revisions.at(-1);
    return newest
        ? { ...service, revisions: [...service.revisions.slice(0, -1), { ...newest, externalId }] }
        : service;
};

;// CONCATENATED MODULE: ./.build/rehearsal/codedeploy/group-rules.js


const MOST_MINUTES = 2880;
const minutes = (name, value) => {
    if (value !== undefined && (!Number.isInteger(value) || value < 0 || value > MOST_MINUTES))
        refuse('InvalidBlueGreenDeploymentConfigurationException', `${name} ${value} must be a whole number from 0 to ${MOST_MINUTES}.`);
};
const checkStyle = ({ deploymentStyle }) => {
    const { deploymentType, deploymentOption } = deploymentStyle ?? {};
    if (deploymentType !== 'BLUE_GREEN' || deploymentOption !== 'WITH_TRAFFIC_CONTROL')
        refuse('InvalidDeploymentStyleException', 'For ECS deployment group, deploymentType must be BLUE_GREEN and deploymentOption WITH_TRAFFIC_CONTROL.');
};
const checkTimes = ({ blueGreenDeploymentConfiguration: times }) => {
    if (!times)
        refuse('InvalidBlueGreenDeploymentConfigurationException', 'For ECS deployment group, blueGreenDeploymentConfiguration must be specified.');
    minutes('waitTimeInMinutes', times?.deploymentReadyOption?.waitTimeInMinutes);
    minutes('terminationWaitTimeInMinutes', times?.terminateBlueInstancesOnDeploymentSuccess?.terminationWaitTimeInMinutes);
};
const checkPair = (world, { loadBalancerInfo }) => {
    const [pair, ...others] = loadBalancerInfo?.targetGroupPairInfoList ?? [];
    const names = (pair?.targetGroups ?? []).map(({ name }) => name);
    if (!pair || others.length > 0 || names.length !== 2)
        refuse('InvalidTargetGroupPairException', 'There must be one pair of exactly two target groups.');
    const known = [...world.targetGroups.values()].map(({ shape }) => shape.TargetGroupName);
    const missing = names.find((name) => !known.includes(name));
    if (missing)
        refuse('InvalidTargetGroupPairException', `The target group ${missing} could not be found.`);
    const listeners = [pair?.prodTrafficRoute, pair?.testTrafficRoute].flatMap((route) => route?.listenerArns ?? []);
    if (!pair?.prodTrafficRoute?.listenerArns?.[0])
        refuse('InvalidTargetGroupPairException', 'The prodTrafficRoute must name a listener.');
    const unknown = listeners.find((arn) => !world.listeners.has(arn));
    if (unknown)
        refuse('InvalidTargetGroupPairException', `The listener ${unknown} could not be found.`);
};
const serviceOf = (world, { ecsServices = [] }, region) => {
    const [service, ...others] = ecsServices;
    const arn = serviceArn(region, service?.clusterName ?? 'default', service?.serviceName ?? '');
    const record = world.services.get(arn);
    if (others.length > 0 || !record || record.service.status !== 'ACTIVE')
        return refuse('InvalidECSServiceException', `The ECS service cannot be found for the service name: ${service?.serviceName}`);
    if (record.declared.controller !== 'CODE_DEPLOY')
        return refuse('InvalidECSServiceException', 'Deployment group’s ECS service must be configured for a CODE_DEPLOY deployment controller.');
    return record;
};
/** What CodeDeploy refuses of a deployment group for ECS. */
const checkGroup = (world, input, region) => {
    checkStyle(input);
    checkTimes(input);
    checkPair(world, input);
    const { service } = serviceOf(world, input, region);
    const taken = [...world.codedeploy.groups.values()].some((group) => group.ecsServices?.some(({ clusterName, serviceName }) => serviceArn(region, clusterName ?? 'default', serviceName ?? '') === service.arn));
    if (taken)
        refuse('ECSServiceMappingLimitExceededException', `The ECS service ${service.name} is in another deployment group already.`);
};

;// CONCATENATED MODULE: ./.build/rehearsal/codedeploy/state.js

const createCodeDeploy = () => ({
    applications: new Map(),
    groups: new Map(),
    configs: new Map(),
    deployments: new Map(),
});
const groupKey = (application, group) => `${application}/${group}`;
const deploymentAt = (world, id) => world.codedeploy.deployments.get(id ?? '') ??
    refuse('DeploymentDoesNotExistException', `The deployment ${id} could not be found`);
/** Who carries it out: the service as it is, and its service deployment. */
const carrierOf = (world, { service, carriedBy, id }) => {
    const record = world.services.get(service);
    const deployment = record?.service.deployments.find(({ arn }) => arn === carriedBy);
    if (!record || !deployment)
        throw new Error(`nothing carries out the deployment ${id}`);
    return { record, deployment };
};

;// CONCATENATED MODULE: ./.build/rehearsal/codedeploy/group-operations.js





const applicationAt = (world, name = '') => world.codedeploy.applications.get(name) ??
    refuse('ApplicationDoesNotExistException', `No application found for name: ${name}`);
const group_operations_groupAt = (world, application = '', name = '') => {
    applicationAt(world, application);
    return (world.codedeploy.groups.get(groupKey(application, name)) ??
        refuse('DeploymentGroupDoesNotExistException', `No Deployment Group found for name: ${name}`));
};
const infoOf = (input) => ({
    applicationName: input.applicationName,
    deploymentGroupId: (0,external_node_crypto_.randomUUID)(),
    deploymentGroupName: input.deploymentGroupName,
    deploymentConfigName: input.deploymentConfigName ?? ALL_AT_ONCE,
    serviceRoleArn: input.serviceRoleArn,
    alarmConfiguration: input.alarmConfiguration,
    autoRollbackConfiguration: input.autoRollbackConfiguration,
    deploymentStyle: input.deploymentStyle,
    blueGreenDeploymentConfiguration: input.blueGreenDeploymentConfiguration,
    loadBalancerInfo: input.loadBalancerInfo,
    computePlatform: 'ECS',
    ecsServices: input.ecsServices,
});
const isBusy = (world, application) => [...world.codedeploy.groups.values()].some(({ applicationName }) => applicationName === application);
const codeDeployGroups = (world) => ({
    CreateApplication({ applicationName: name = '', computePlatform, }) {
        if (computePlatform !== 'ECS')
            refuse('InvalidComputePlatformException', `The rehearsal cluster plays the compute platform ECS only, not '${computePlatform ?? 'Server'}'.`);
        if (!/^[A-Za-z0-9 ._+=,@-]{1,100}$/.test(name))
            refuse('InvalidApplicationNameException', `The application name '${name}' is not valid.`);
        if (world.codedeploy.applications.has(name))
            refuse('ApplicationAlreadyExistsException', `Application already exists: ${name}`);
        const application = { id: (0,external_node_crypto_.randomUUID)(), name, createdAt: world.clock.now() };
        world.codedeploy.applications.set(name, application);
        return { applicationId: application.id };
    },
    GetApplication({ applicationName }) {
        const { id, name, createdAt } = applicationAt(world, applicationName);
        const times = { createTime: new Date(createdAt), linkedToGitHub: false };
        return { application: { applicationId: id, applicationName: name, computePlatform: 'ECS', ...times } };
    },
    ListApplications: () => ({
        applications: [...world.codedeploy.applications.keys()],
    }),
    DeleteApplication({ applicationName = '' }) {
        if (isBusy(world, applicationName))
            refuse('InvalidApplicationNameException', `${applicationName} still has deployment groups here.`);
        world.codedeploy.applications.delete(applicationName);
    },
    CreateDeploymentGroup(input, region) {
        const { name } = applicationAt(world, input.applicationName);
        const key = groupKey(name, input.deploymentGroupName ?? '');
        if (world.codedeploy.groups.has(key))
            refuse('DeploymentGroupAlreadyExistsException', `Deployment group name already exists: ${input.deploymentGroupName}`);
        planOf(world, input.deploymentConfigName ?? ALL_AT_ONCE);
        checkGroup(world, input, region);
        const info = infoOf(input);
        world.codedeploy.groups.set(key, info);
        return { deploymentGroupId: info.deploymentGroupId };
    },
    GetDeploymentGroup(input) {
        return { deploymentGroupInfo: group_operations_groupAt(world, input.applicationName, input.deploymentGroupName) };
    },
    ListDeploymentGroups({ applicationName }) {
        applicationAt(world, applicationName);
        const mine = [...world.codedeploy.groups.values()].filter((group) => group.applicationName === applicationName);
        return {
            applicationName,
            deploymentGroups: mine.map(({ deploymentGroupName = '' }) => deploymentGroupName),
        };
    },
    DeleteDeploymentGroup(input) {
        group_operations_groupAt(world, input.applicationName, input.deploymentGroupName);
        world.codedeploy.groups.delete(groupKey(input.applicationName ?? '', input.deploymentGroupName ?? ''));
        return { hooksNotCleanedUp: [] };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/codedeploy/rollback.js

/** What a deployment went back for, in CodeDeploy's words. */
const rollback_eventOf = ({ deployment }, { stopAsked }) => {
    if (stopAsked)
        return 'DEPLOYMENT_STOP_ON_REQUEST';
    return deployment.triggeredAlarms.length > 0 ? 'DEPLOYMENT_STOP_ON_ALARM' : 'DEPLOYMENT_FAILURE';
};
/** Rolled back by a deployment of its own. Traffic goes back in any case: that is this cluster's, and not asked for. */
const isRolledBack = (world, deployment) => {
    const carried = carrierOf(world, deployment);
    const { enabled, events = [] } = deployment.autoRollback;
    return (carried.deployment.rollback !== undefined &&
        enabled === true &&
        events.includes(rollback_eventOf(carried, deployment)));
};
const rollbackOf = (world, deployment) => {
    if (isRolledBack(world, deployment))
        return { rollbackDeploymentId: deployment.rollbackId };
    const { status, rollback } = carrierOf(world, deployment).deployment;
    return status === 'ROLLBACK_FAILED' && !rollback
        ? { rollbackMessage: 'The deployment cannot be rolled back: there is no deployment to go back to.' }
        : undefined;
};
const rollback_STATUS = {
    ROLLBACK_SUCCESSFUL: 'Succeeded',
    ROLLBACK_FAILED: 'Failed',
};
/** The deployment that rolls another one back; undefined where nothing of this id does. */
const showRollback = (world, id) => {
    const of = [...world.codedeploy.deployments.values()].find(({ rollbackId }) => rollbackId === id);
    if (!of || !isRolledBack(world, of))
        return undefined;
    const { status, rollback, finishedAt } = carrierOf(world, of).deployment;
    return {
        applicationName: of.group.applicationName,
        deploymentGroupName: of.group.deploymentGroupName,
        deploymentConfigName: of.config,
        deploymentId: id,
        status: rollback_STATUS[status] ?? 'InProgress',
        createTime: new Date(rollback?.startedAt ?? of.createdAt),
        completeTime: finishedAt === undefined ? undefined : new Date(finishedAt),
        creator: 'codeDeployRollback',
        rollbackInfo: { rollbackTriggeringDeploymentId: of.id },
        computePlatform: 'ECS',
    };
};
/** Newest first: the deployments as they were begun, each with the one that rolls it back. */
const idsOf = (world, deployment) => isRolledBack(world, deployment) ? [deployment.rollbackId, deployment.id] : [deployment.id];

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/show-task-sets.js

/** A revision of a service that CodeDeploy deploys is a task set; ECS tells no deployments of such a service. */
const showTaskSet = (service, revision, counts, launchType) => {
    const { taskDefinition, createdAt, targets, externalId } = revisionOf(service, revision);
    const { runningCount = 0, pendingCount = 0 } = counts(revision);
    return {
        id: `ecs-svc/${revision}`,
        taskSetArn: `${service.arn.replace(':service/', ':task-set/')}/ecs-svc/${revision}`,
        serviceArn: service.arn,
        clusterArn: service.cluster,
        startedBy: 'CODE_DEPLOY',
        ...(externalId === undefined ? {} : { externalId }),
        status: revision === wantedRevision(service) ? 'PRIMARY' : 'ACTIVE',
        taskDefinition,
        computedDesiredCount: service.desiredCount,
        runningCount,
        pendingCount,
        createdAt: new Date(createdAt),
        launchType,
        loadBalancers: targets.map(({ targetGroup, containerName, containerPort }) => ({
            targetGroupArn: targetGroup,
            containerName,
            containerPort,
        })),
        scale: { unit: 'PERCENT', value: 100 },
        stabilityStatus: runningCount === service.desiredCount && pendingCount === 0 ? 'STEADY_STATE' : 'STABILIZING',
    };
};
const taskSetsOf = ({ service, declared }, counts) => {
    if (declared.controller !== 'CODE_DEPLOY')
        return {};
    const alive = service.tasks.filter(({ phase }) => phase !== 'stopped').map(({ revision }) => revision);
    const shown = [...new Set([wantedRevision(service), ...alive])];
    return {
        deployments: [],
        taskSets: shown.map((revision) => showTaskSet(service, revision, counts, declared.launchType)),
        currentServiceDeployment: undefined,
        currentServiceRevisions: undefined,
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/show-service.js


const running = (tasks) => tasks.filter(({ phase }) => phase === 'running').length;
const pending = (tasks) => tasks.filter(({ phase }) => phase === 'pending').length;
/** The deployment that first brought a revision: what `ecs-svc/…` stands for. */
const bringerOf = (service, revision) => {
    const found = service.deployments.find(({ target }) => target === revision);
    if (!found)
        throw new Error(`${service.arn} has no deployment of ${revision}`);
    return found;
};
const primaryRollout = (service, newest) => {
    const id = `ecs-svc/${wantedRevision(service)}`;
    if (newest.rollback && isUnderWay(newest)) {
        const who = newest.course.strategy === 'ROLLING' ? 'ECS deployment circuit breaker' : 'ECS deployment';
        return { rolloutState: 'IN_PROGRESS', rolloutStateReason: `${who}: rolling back to deploymentId ${id}.` };
    }
    if (isUnderWay(newest))
        return { rolloutState: 'IN_PROGRESS', rolloutStateReason: `ECS deployment ${id} in progress.` };
    return newest.status === 'SUCCESSFUL' || newest.status === 'ROLLBACK_SUCCESSFUL'
        ? { rolloutState: 'COMPLETED', rolloutStateReason: `ECS deployment ${id} completed.` }
        : { rolloutState: 'FAILED', rolloutStateReason: newest.reason };
};
const otherRollout = (bringer) => bringer.status === 'SUCCESSFUL'
    ? {
        rolloutState: 'COMPLETED',
        rolloutStateReason: `ECS deployment ecs-svc/${bringer.target} completed.`,
    }
    : { rolloutState: 'FAILED', rolloutStateReason: bringer.reason };
const showDeployment = (service, revision, declared) => {
    const tasks = tasksOf(service, revision);
    const bringer = bringerOf(service, revision);
    const primary = revision === wantedRevision(service);
    const newest = service.deployments[0] ?? bringer;
    return {
        id: `ecs-svc/${revision}`,
        status: primary ? 'PRIMARY' : 'ACTIVE',
        taskDefinition: revisionOf(service, revision).taskDefinition,
        desiredCount: primary ? service.desiredCount : tasks.filter(isAlive).length,
        pendingCount: pending(tasks),
        runningCount: running(tasks),
        failedTasks: bringer.failures,
        createdAt: new Date(bringer.createdAt),
        updatedAt: new Date(bringer.updatedAt),
        launchType: declared?.launchType,
        platformVersion: declared?.platformVersion,
        networkConfiguration: declared?.networkConfiguration,
        ...(primary ? primaryRollout(service, newest) : otherRollout(bringer)),
    };
};
/** The wanted revision first, then every other that still has tasks. */
const revisionsShown = (service) => {
    const others = service.tasks.filter(({ phase }) => phase !== 'stopped').map(({ revision }) => revision);
    return [...new Set([wantedRevision(service), ...others.toReversed()])];
};
const currentRevisions = (service) => revisionsShown(service).map((revision) => ({
    arn: revisionOf(service, revision).arn,
    requestedTaskCount: tasksOf(service, revision).filter(isAlive).length,
    runningTaskCount: running(tasksOf(service, revision)),
    pendingTaskCount: pending(tasksOf(service, revision)),
}));
const controllerView = (service, snapshots) => ({
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.cluster,
    status: service.status,
    desiredCount: service.desiredCount,
    runningCount: running(service.tasks),
    pendingCount: pending(service.tasks),
    taskDefinition: revisionOf(service, wantedRevision(service)).taskDefinition,
    deployments: revisionsShown(service).map((id) => showDeployment(service, id, snapshots.get(id))),
    events: service.events.map(({ at, message }, index) => ({
        id: `${service.createdAt}-${service.events.length - index}`,
        createdAt: new Date(at),
        message,
    })),
    createdAt: new Date(service.createdAt),
    currentServiceDeployment: service.deployments[0]?.arn,
    currentServiceRevisions: currentRevisions(service),
});
const countsIn = (service) => (revision) => ({
    runningCount: running(tasksOf(service, revision)),
    pendingCount: pending(tasksOf(service, revision)),
});
const showService = (record, tags) => ({
    ...controllerView(record.service, record.snapshots),
    ...taskSetsOf(record, countsIn(record.service)),
    ...declaredView(record, tags),
});
const declaredView = ({ declared }, tags) => ({
    launchType: declared.launchType,
    platformVersion: declared.platformVersion,
    platformFamily: declared.launchType === 'FARGATE' ? 'Linux' : undefined,
    loadBalancers: [...declared.loadBalancers],
    serviceRegistries: [],
    deploymentConfiguration: declared.deploymentConfiguration,
    networkConfiguration: declared.networkConfiguration,
    healthCheckGracePeriodSeconds: declared.healthCheckGracePeriodSeconds,
    placementConstraints: [],
    placementStrategy: [],
    schedulingStrategy: 'REPLICA',
    deploymentController: { type: declared.controller },
    createdBy: 'arn:aws:iam::000000000000:user/rehearsal',
    enableECSManagedTags: declared.enableECSManagedTags,
    propagateTags: (declared.propagateTags ?? 'NONE'),
    enableExecuteCommand: declared.enableExecuteCommand,
    ...(tags ? { tags: [...declared.tags] } : {}),
});

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/show-traffic.js


const percent = (tenths) => tenths / 10;
/** What share of the traffic a deployment asked for each of its revisions; ROLLING asks for none. */
const show_traffic_sharesOf = ({ course, target }, revision) => {
    if (course.strategy === 'ROLLING')
        return {};
    const { production, test } = course.asked;
    const mine = revision === target;
    const alone = course.blue !== undefined && course.blue !== revision;
    const of = (tenths) => percent(mine ? tenths : alone ? 0 : ALL - tenths);
    return { requestedProductionTrafficWeight: of(production), requestedTestTrafficWeight: of(test) };
};
const showHook = ({ hookId, status, expiresAt, action, asks }) => ({
    hookId,
    targetType: asks ? 'AWS_LAMBDA' : 'PAUSE',
    targetArn: asks?.target,
    status,
    expiresAt: new Date(expiresAt),
    timeoutAction: action,
});
/** Only of the stage that the deployment is in. */
const show_traffic_hooksOf = ({ course }) => course.waits.map(showHook);
const show_traffic_alarmsOf = ({ settings }, deployment) => {
    const { enable, names } = settings.alarms;
    if (!enable)
        return { status: 'DISABLED', alarmNames: [], triggeredAlarmNames: [] };
    const triggeredAlarmNames = [...deployment.triggeredAlarms];
    const watching = isUnderWay(deployment) ? 'MONITORING' : 'MONITORING_COMPLETE';
    const status = triggeredAlarmNames.length > 0 ? 'TRIGGERED' : watching;
    return { status, alarmNames: [...names], triggeredAlarmNames };
};
/** The target group that a revision really uses: which of the two that is changes from deployment to deployment. */
const resolved = ({ targets }) => targets.map(({ targetGroup, traffic }) => ({
    targetGroupArn: targetGroup,
    ...(traffic ? { productionListenerRule: traffic.productionRule } : {}),
}));

;// CONCATENATED MODULE: ./.build/rehearsal/codedeploy/show.js







/** A person, once all functions have reported. */
const awaits = ({ deployment: { course } }) => course.waits.some(({ status }) => status === 'AWAITING_ACTION') &&
    !course.waits.some(({ status }) => status === 'IN_PROGRESS');
/** An alarm and a wait that is over stop a deployment; all else fails it. */
const isStopped = ({ triggeredAlarms, reason }) => triggeredAlarms.length > 0 || /pause hook timed out/.test(reason ?? '');
const statusOf = (world, deployment) => {
    const carried = carrierOf(world, deployment);
    const { status, startedAt } = carried.deployment;
    if (status === 'SUCCESSFUL')
        return 'Succeeded';
    if (deployment.stopAsked || status === 'STOPPED')
        return 'Stopped';
    if (!isUnderWay(carried.deployment) || isRolledBack(world, deployment))
        return isStopped(carried.deployment) ? 'Stopped' : 'Failed';
    if (startedAt === undefined)
        return 'Created';
    return awaits(carried) ? 'Ready' : 'InProgress';
};
const codeOf = (reason) => {
    if (reason.startsWith(INVALID))
        return 'HOOK_EXECUTION_FAILURE';
    return reason.includes('timed out') ? 'TIMEOUT' : 'ECS_UPDATE_ERROR';
};
const show_errorOf = ({ deployment }) => {
    if (deployment.triggeredAlarms.length > 0)
        return {
            code: 'ALARM_ACTIVE',
            message: `One or more alarms have been activated: ${deployment.triggeredAlarms.join(', ')}`,
        };
    return deployment.rollback && deployment.reason
        ? {
            code: codeOf(deployment.reason),
            message: deployment.reason,
        }
        : undefined;
};
const show_showDeployment = (world, deployment) => {
    const carried = carrierOf(world, deployment);
    const { startedAt, finishedAt, course, rollback } = carried.deployment;
    const status = statusOf(world, deployment);
    const ended = isRolledBack(world, deployment) ? rollback?.startedAt : finishedAt;
    const { group } = deployment;
    return {
        applicationName: group.applicationName,
        deploymentGroupName: group.deploymentGroupName,
        deploymentConfigName: deployment.config,
        deploymentId: deployment.id,
        revision: deployment.revision,
        status,
        errorInformation: status === 'Failed' || status === 'Stopped' ? show_errorOf(carried) : undefined,
        createTime: new Date(deployment.createdAt),
        startTime: startedAt === undefined ? undefined : new Date(startedAt),
        completeTime: ended === undefined ? undefined : new Date(ended),
        description: deployment.description,
        creator: 'user',
        autoRollbackConfiguration: deployment.autoRollback,
        rollbackInfo: rollbackOf(world, deployment),
        deploymentStyle: group.deploymentStyle,
        instanceTerminationWaitTimeStarted: course.stage === 'BAKE_TIME' || course.stage === 'CLEAN_UP',
        blueGreenDeploymentConfiguration: group.blueGreenDeploymentConfiguration,
        loadBalancerInfo: group.loadBalancerInfo,
        computePlatform: 'ECS',
    };
};
const ORDER = [...EVENTS.map(([, stage]) => stage), 'BAKE_TIME', 'CLEAN_UP'];
/** Events are told up to the one that the deployment is at. One that was turned around skips the rest. */
const eventsOf = (carried, hasTest) => {
    const { course, status, rollback } = carried.deployment;
    const at = status === 'SUCCESSFUL' ? ORDER.length : ORDER.indexOf(rollback?.from ?? course.stage);
    return EVENTS.filter(([event]) => hasTest || !event.includes('TestTraffic')).map(([event, stage]) => {
        const place = ORDER.indexOf(stage);
        if (place < at)
            return { lifecycleEventName: event, status: 'Succeeded' };
        if (rollback || status === 'STOPPED')
            return { lifecycleEventName: event, ...brokenOff(carried, place === at) };
        const now = place === at && isUnderWay(carried.deployment);
        return { lifecycleEventName: event, status: now ? 'InProgress' : 'Pending' };
    });
};
const FAILED = /timed out while waiting|validation functions failed/;
/** Where it was, it failed, unless somebody stopped it there; what would have come is skipped. */
const brokenOff = ({ deployment }, isHere) => isHere && FAILED.test(deployment.reason ?? '')
    ? { status: 'Failed', diagnostics: { errorCode: 'UnknownError', message: deployment.reason } }
    : { status: 'Skipped' };
const show_nameOf = (arn) => arn?.split('/')[1];
const taskSet = ({ record, deployment }, revision) => {
    const { service } = record;
    const tasks = tasksOf(service, revision);
    const green = revision === deployment.target;
    return {
        identifer: `ecs-svc/${revision}`,
        desiredCount: service.desiredCount,
        pendingCount: pending(tasks),
        runningCount: running(tasks),
        status: green === deployment.course.asked.production > 0 ? 'PRIMARY' : 'ACTIVE',
        trafficWeight: show_traffic_sharesOf(deployment, revision).requestedProductionTrafficWeight,
        targetGroup: { name: show_nameOf(revisionOf(service, revision).targets[0]?.targetGroup) },
        taskSetLabel: green ? 'Green' : 'Blue',
    };
};
const TARGET = {
    Created: 'Pending',
    InProgress: 'InProgress',
    Ready: 'Ready',
    Succeeded: 'Succeeded',
    Failed: 'Failed',
    Stopped: 'Failed',
};
/** A target of CodeDeploy's is named `CLUSTER:SERVICE`. */
const targetIdOf = (world, deployment) => {
    const { service } = carrierOf(world, deployment).record;
    return `${show_nameOf(service.cluster)}:${service.name}`;
};
const showTarget = (world, deployment) => {
    const carried = carrierOf(world, deployment);
    const { target, sources, updatedAt } = carried.deployment;
    const hasTest = deployment.group.loadBalancerInfo?.targetGroupPairInfoList?.[0]?.testTrafficRoute !== undefined;
    return {
        deploymentId: deployment.id,
        targetId: targetIdOf(world, deployment),
        targetArn: carried.record.service.arn,
        lastUpdatedAt: new Date(updatedAt),
        lifecycleEvents: eventsOf(carried, hasTest),
        status: TARGET[statusOf(world, deployment)] ?? 'Unknown',
        taskSetsInfo: [...new Set([...sources, target])].map((revision) => taskSet(carried, revision)),
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/codedeploy/deployment-operations.js











const deployment_operations_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const newId = () => `d-${Array.from({ length: 9 }, () => deployment_operations_ALPHABET[(0,external_node_crypto_.randomInt)(deployment_operations_ALPHABET.length)]).join('')}`;
const MOST_DESCRIBED = 25;
const deployment_operations_isActive = (world, deployment) => isUnderWay(carrierOf(world, deployment).deployment);
const refuseSecond = (world, { deploymentGroupId, deploymentGroupName }) => {
    const active = [...world.codedeploy.deployments.values()].find((deployment) => deployment.group.deploymentGroupId === deploymentGroupId && deployment_operations_isActive(world, deployment));
    if (active)
        refuse('DeploymentLimitExceededException', `The Deployment Group '${deploymentGroupName}' already has an active Deployment '${active.id}'`);
};
const keep = (world, record, service) => {
    world.services.set(service.arn, { ...record, service });
    world.nudge();
};
const create = (world, input, region) => {
    const group = group_operations_groupAt(world, input.applicationName, input.deploymentGroupName);
    refuseSecond(world, group);
    const config = input.deploymentConfigName ?? group.deploymentConfigName ?? '';
    const id = newId();
    const autoRollback = input.autoRollbackConfiguration ?? group.autoRollbackConfiguration ?? {};
    const alarms = input.overrideAlarmConfiguration ?? group.alarmConfiguration ?? {};
    const manner = { id, config, autoRollback, alarms };
    const record = beginOn(world, serviceOf(world, group, region), group, input, manner);
    world.services.set(record.service.arn, record);
    world.nudge();
    return {
        id,
        group,
        config,
        revision: input.revision ?? {},
        ...(input.description === undefined ? {} : { description: input.description }),
        service: record.service.arn,
        carriedBy: record.service.deployments[0]?.arn ?? '',
        createdAt: world.clock.now(),
        stopAsked: false,
        autoRollback,
        rollbackId: newId(),
    };
};
const withStopEvent = ({ autoRollback: { events = [] } }) => ({
    enabled: true,
    events: [...events, 'DEPLOYMENT_STOP_ON_REQUEST'],
});
const stop = (world, deployment, goesBack) => {
    const { record, deployment: carrier } = carrierOf(world, deployment);
    const answer = stopDeployment(record.service, carrier, 'ROLLBACK', world.clock.now());
    const service = answer.kind === 'done'
        ? answer.service
        : refuse('DeploymentAlreadyCompletedException', `The deployment ${deployment.id} has completed.`);
    const autoRollback = goesBack ? withStopEvent(deployment) : deployment.autoRollback;
    world.codedeploy.deployments.set(deployment.id, { ...deployment, stopAsked: true, autoRollback });
    keep(world, record, service);
};
const notReady = (id) => refuse('DeploymentIsNotInReadyStateException', `The deployment ${id} is not in a state in which it can be continued.`);
/** Traffic moves, of a deployment that is Ready. */
const reroute = (world, deployment) => {
    const { record, deployment: carrier } = carrierOf(world, deployment);
    const waiting = carrier.course.waits.find(({ status }) => status === 'AWAITING_ACTION') ?? notReady(deployment.id);
    const answer = continueDeployment(record.service, carrier, waiting.hookId, 'CONTINUE', world.clock.now());
    keep(world, record, answer.kind === 'done' ? answer.service : notReady(deployment.id));
};
/** The old tasks go at once. */
const terminate = (world, deployment) => {
    const { record, deployment: carrier } = carrierOf(world, deployment);
    if (carrier.course.stage !== 'BAKE_TIME' || !isUnderWay(carrier))
        notReady(deployment.id);
    keep(world, record, withCourse(record.service, { bakeMinutes: 0 }, world.clock.now()));
};
const deployment_operations_infoOf = (world, id) => {
    const deployment = world.codedeploy.deployments.get(id);
    return deployment ? show_showDeployment(world, deployment) : showRollback(world, id);
};
/** A deployment that rolls another one back is listed by itself. */
const isListed = (world, input, id) => {
    const { applicationName, deploymentGroupName, status, createTime } = deployment_operations_infoOf(world, id) ?? {};
    const { start } = input.createTimeRange ?? {};
    return ((input.applicationName ?? applicationName) === applicationName &&
        (input.deploymentGroupName ?? deploymentGroupName) === deploymentGroupName &&
        (input.includeOnlyStatuses?.some((one) => one === status) ?? true) &&
        (start === undefined || (createTime ?? start) >= start));
};
const codeDeployDeployments = (world) => ({
    CreateDeployment(input, region) {
        const deployment = create(world, input, region);
        world.codedeploy.deployments.set(deployment.id, deployment);
        return { deploymentId: deployment.id };
    },
    GetDeployment: ({ deploymentId = '' }) => ({
        deploymentInfo: deployment_operations_infoOf(world, deploymentId) ?? show_showDeployment(world, deploymentAt(world, deploymentId)),
    }),
    BatchGetDeployments({ deploymentIds = [] }) {
        if (deploymentIds.length > MOST_DESCRIBED)
            refuse('BatchLimitExceededException', `At most ${MOST_DESCRIBED} deployments can be asked for at a time.`);
        return { deploymentsInfo: deploymentIds.flatMap((id) => deployment_operations_infoOf(world, id) ?? []) };
    },
    /** Newest first. */
    ListDeployments(input) {
        if (input.deploymentGroupName !== undefined)
            group_operations_groupAt(world, input.applicationName, input.deploymentGroupName);
        const ids = [...world.codedeploy.deployments.values()].toReversed().flatMap((one) => idsOf(world, one));
        return { deployments: ids.filter((id) => isListed(world, input, id)) };
    },
    /** Traffic goes back to the tasks that served before. */
    StopDeployment({ deploymentId, autoRollbackEnabled }) {
        stop(world, deploymentAt(world, deploymentId), autoRollbackEnabled === true);
        return { status: 'Pending', statusMessage: 'Stopping the deployment and rolling traffic back.' };
    },
    ContinueDeployment({ deploymentId, deploymentWaitType = 'READY_WAIT' }) {
        const deployment = deploymentAt(world, deploymentId);
        if (deploymentWaitType === 'TERMINATION_WAIT')
            terminate(world, deployment);
        else
            reroute(world, deployment);
    },
    ListDeploymentTargets({ deploymentId }) {
        return { targetIds: [targetIdOf(world, deploymentAt(world, deploymentId))] };
    },
    GetDeploymentTarget({ deploymentId, targetId }) {
        const deployment = deploymentAt(world, deploymentId);
        if (targetIdOf(world, deployment) !== targetId)
            refuse('DeploymentTargetDoesNotExistException', `The deployment target ${targetId} does not exist.`);
        return {
            deploymentTarget: { deploymentTargetType: 'ECSTarget', ecsTarget: showTarget(world, deployment) },
        };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/codedeploy/hook-operations.js



const isSuccess = (status) => {
    if (status === 'Succeeded' || status === 'Failed')
        return status === 'Succeeded';
    return refuse('InvalidLifecycleEventHookExecutionStatusException', `The status ${status} is not valid: it must be Succeeded or Failed.`);
};
const codeDeployHooks = (world) => ({
    /** What a function found out, told by itself. */
    PutLifecycleEventHookExecutionStatus(input) {
        const { lifecycleEventHookExecutionId: execution = '', status } = input;
        const { record, deployment } = carrierOf(world, deploymentAt(world, input.deploymentId));
        const succeeded = isSuccess(status);
        const answer = reportHook(record.service, deployment, execution, succeeded, world.clock.now());
        const service = answer.kind === 'done' ? answer.service : refuse(answer.error, answer.message);
        world.services.set(service.arn, { ...record, service });
        world.nudge();
        return { lifecycleEventHookExecutionId: execution };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/told-task.js


const ofService = ({ service, snapshots }, tags, task) => ({
    id: task.id,
    arn: taskArn(service.arn, task.id),
    cluster: service.cluster,
    taskDefinition: revisionOf(service, task.revision).taskDefinition,
    group: `service:${service.name}`,
    launchType: (snapshots.get(task.revision)?.launchType ?? 'FARGATE'),
    startedBy: `ecs-svc/${task.revision}`,
    service: service.name,
    overrides: { containerOverrides: [] },
    tags,
    phase: task.phase,
    createdAt: task.createdAt,
    startedAt: task.startedAt,
    stoppingAt: task.drainingSince ?? task.stoppingAt,
    stoppedAt: task.stoppedAt,
    why: task.why,
});
/** A service's tags become its tasks' only where it says so. */
const tagsOf = (world, { declared }, taskDefinition) => {
    if (declared.propagateTags === 'SERVICE')
        return declared.tags;
    return declared.propagateTags === 'TASK_DEFINITION'
        ? (world.definitions.get(taskDefinition)?.tags ?? [])
        : [];
};
const ofRecord = (world, record) => record.service.tasks.map((task) => {
    const { taskDefinition } = revisionOf(record.service, task.revision);
    return ofService(record, tagsOf(world, record, taskDefinition), task);
});
/** All tasks of a cluster: those of its services, and those of none. */
const tasksIn = (world, { arn }) => [
    ...[...world.services.values()]
        .filter(({ service }) => service.cluster === arn)
        .flatMap((record) => ofRecord(world, record)),
    ...[...world.tasks.values()].filter(({ cluster }) => cluster === arn),
];
const isAliveTask = ({ phase }) => phase === 'pending' || phase === 'running';

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/clusters.js




const clusters_find = (world, arnOrName = 'default') => world.clusters.get(nameIn(arnOrName));
const clusterAt = (world, arnOrName) => {
    const cluster = clusters_find(world, arnOrName);
    return cluster?.status === 'ACTIVE' ? cluster : refuse('ClusterNotFoundException', 'Cluster not found.');
};
const servicesIn = (world, cluster) => [...world.services.values()].map(({ service }) => service).filter(({ cluster: arn }) => arn === cluster.arn);
const clusters_describe = (world, cluster) => {
    const services = servicesIn(world, cluster);
    const tasks = tasksIn(world, cluster);
    return {
        clusterArn: cluster.arn,
        clusterName: cluster.name,
        status: cluster.status,
        registeredContainerInstancesCount: 1,
        runningTasksCount: tasks.filter(({ phase }) => phase === 'running').length,
        pendingTasksCount: tasks.filter(({ phase }) => phase === 'pending').length,
        activeServicesCount: services.filter(({ status }) => status === 'ACTIVE').length,
        statistics: [],
        tags: [...cluster.tags],
        settings: [{ name: 'containerInsights', value: 'disabled' }],
        capacityProviders: [],
        defaultCapacityProviderStrategy: [],
    };
};
const clusters_checkName = (name) => {
    if (!/^[A-Za-z0-9_-]{1,255}$/.test(name))
        refuse('InvalidParameterException', `Cluster name '${name}' is invalid: up to 255 letters, numbers, underscores and hyphens are allowed.`);
};
const checkEmpty = (world, cluster) => {
    const services = servicesIn(world, cluster);
    if (services.some(({ status }) => status === 'ACTIVE'))
        refuse('ClusterContainsServicesException', 'The Cluster cannot be deleted while Services are active.');
    if (tasksIn(world, cluster).some(({ phase }) => phase !== 'stopped'))
        refuse('ClusterContainsTasksException', 'The Cluster cannot be deleted while Tasks are active.');
};
const clusterOperations = (world) => ({
    /** Making what is there already answers with what is there. */
    CreateCluster(input, region) {
        const name = input.clusterName ?? 'default';
        clusters_checkName(name);
        const there = clusters_find(world, name);
        if (there?.status === 'ACTIVE')
            return { cluster: clusters_describe(world, there) };
        const cluster = { arn: clusterArn(region, name), name, tags: input.tags ?? [], status: 'ACTIVE' };
        world.clusters.set(name, cluster);
        return { cluster: clusters_describe(world, cluster) };
    },
    DescribeClusters(input, region) {
        const asked = input.clusters ?? ['default'];
        const missing = asked.filter((name) => !clusters_find(world, name));
        return {
            clusters: asked.flatMap((name) => clusters_find(world, name) ?? []).map((cluster) => clusters_describe(world, cluster)),
            failures: missing.map((name) => ({
                arn: clusterArn(region, nameIn(name)),
                reason: 'MISSING',
            })),
        };
    },
    ListClusters(input) {
        const active = [...world.clusters.values()].filter(({ status }) => status === 'ACTIVE');
        const [clusterArns, nextToken] = page_page(active.map(({ arn }) => arn), input);
        return { clusterArns, nextToken };
    },
    DeleteCluster(input) {
        const cluster = clusterAt(world, input.cluster);
        checkEmpty(world, cluster);
        const gone = { ...cluster, status: 'INACTIVE' };
        world.clusters.set(cluster.name, gone);
        return { cluster: clusters_describe(world, gone) };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/configuration/combination.js
const combination_invalid = (what, wrong, source, standing) => ({ what, error: 'InvalidParameterException', wrong, source, standing });
const strategyOf = ({ configuration }) => configuration.strategy ?? 'ROLLING';
const shifts = (declaration) => strategyOf(declaration) !== 'ROLLING';

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/configuration/hooks.js



const hooks_MOST = 10;
const API = 'ECS API, DeploymentLifecycleHook';
const hooks_hooksOf = ({ lifecycleHooks = [] }) => lifecycleHooks;
const isPause = ({ targetType }) => targetType === 'PAUSE';
/** The first hook that is wrong, by its place in the list. */
const at = (wrong) => ({ configuration }) => {
    const index = hooks_hooksOf(configuration).findIndex((hook) => wrong(hook) !== undefined);
    const hook = hooks_hooksOf(configuration)[index];
    return hook && `lifecycleHooks[${index}].${wrong(hook)}`;
};
const only = (field) => (hook) => isPause(hook) && hook[field] !== undefined
    ? `${field} is not applicable to a hook of targetType PAUSE`
    : undefined;
const unpausable = (hook) => {
    const stage = isPause(hook) ? hook.lifecycleStages?.find((one) => !pausesAt(one)) : undefined;
    return stage && `lifecycleStages has the value ${stage}, at which a PAUSE hook cannot be configured`;
};
const unhookable = (hook) => {
    const stage = hook.lifecycleStages?.find((one) => !stages_hooksAt(one));
    return stage && `lifecycleStages has the value ${stage}, at which there are no hooks`;
};
const needs = (field) => (hook) => !isPause(hook) && !hook[field] ? `${field} is required for a hook of targetType AWS_LAMBDA` : undefined;
const tooMany = (pause) => ({ configuration }) => {
    const many = hooks_hooksOf(configuration).filter((hook) => isPause(hook) === pause).length;
    const type = pause ? 'PAUSE' : 'AWS_LAMBDA';
    return many > hooks_MOST ? `lifecycleHooks has ${many} ${type} hooks; there may be at most ${hooks_MOST}` : undefined;
};
const uncallable = ({ configuration, callable }) => at((hook) => isPause(hook) || callable?.(hook.hookTargetArn ?? '')
    ? undefined
    : `targetType AWS_LAMBDA is played where the function has an address; start the rehearsal cluster with \`--lambda http://127.0.0.1:3001\`, or with \`--lambda ${(0,address/* functionIn */.K$)(hook.hookTargetArn ?? '')}=…\``)({ configuration });
/** What a lifecycle hook may be. */
const HOOKS = [
    combination_invalid('a hook at a stage that has none', at(unhookable), API, 'documented'),
    combination_invalid('a PAUSE hook at a traffic shift', at(unpausable), API, 'documented'),
    combination_invalid('a hook without stages', at((hook) => (hook.lifecycleStages?.length ? undefined : 'lifecycleStages is required')), API, 'documented'),
    combination_invalid('a PAUSE hook with a target', at(only('hookTargetArn')), API, 'documented'),
    combination_invalid('a PAUSE hook with a role', at(only('roleArn')), API, 'inferred'),
    combination_invalid('a PAUSE hook with details', at(only('hookDetails')), API, 'inferred'),
    combination_invalid('a Lambda hook without a target', at(needs('hookTargetArn')), API, 'documented'),
    combination_invalid('a Lambda hook without a role', at(needs('roleArn')), API, 'inferred'),
    combination_invalid('more than ten PAUSE hooks', tooMany(true), 'ECS quotas', 'documented'),
    combination_invalid('more than ten Lambda hooks', tooMany(false), 'ECS quotas', 'documented'),
    {
        what: 'a Lambda hook whose function has no address: `--lambda`',
        error: 'UnsupportedFeatureException',
        wrong: uncallable,
        source: 'the rehearsal cluster',
        standing: 'inferred',
    },
];

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/configuration/ranges.js
const ranges_API = 'ECS API';
const RANGES = [
    {
        field: 'bakeTimeInMinutes',
        low: 0,
        high: 1440,
        grid: 1,
        read: ({ bakeTimeInMinutes }) => [bakeTimeInMinutes],
        source: `${ranges_API}, DeploymentConfiguration`,
        standing: 'documented',
    },
    {
        field: 'canaryConfiguration.canaryPercent',
        low: 0.1,
        high: 100,
        grid: 0.1,
        read: ({ canaryConfiguration }) => [canaryConfiguration?.canaryPercent],
        source: `${ranges_API}, CanaryConfiguration`,
        standing: 'documented',
    },
    {
        field: 'canaryConfiguration.canaryBakeTimeInMinutes',
        low: 0,
        high: 1440,
        grid: 1,
        read: ({ canaryConfiguration }) => [canaryConfiguration?.canaryBakeTimeInMinutes],
        source: `${ranges_API}, CanaryConfiguration`,
        standing: 'documented',
    },
    {
        field: 'linearConfiguration.stepPercent',
        low: 3,
        high: 100,
        grid: 0.1,
        read: ({ linearConfiguration }) => [linearConfiguration?.stepPercent],
        source: `${ranges_API}, LinearConfiguration`,
        standing: 'documented',
    },
    {
        field: 'linearConfiguration.stepBakeTimeInMinutes',
        low: 0,
        high: 1440,
        grid: 1,
        read: ({ linearConfiguration }) => [linearConfiguration?.stepBakeTimeInMinutes],
        source: `${ranges_API}, LinearConfiguration`,
        standing: 'documented',
    },
    {
        field: 'minimumHealthyPercent',
        low: 0,
        high: 100,
        grid: 1,
        read: ({ minimumHealthyPercent }) => [minimumHealthyPercent],
        source: `${ranges_API}, DeploymentConfiguration`,
        standing: 'inferred',
    },
    {
        field: 'maximumPercent',
        low: 100,
        grid: 1,
        read: ({ maximumPercent }) => [maximumPercent],
        source: `${ranges_API}, DeploymentConfiguration`,
        standing: 'inferred',
    },
    {
        field: 'deploymentCircuitBreaker.thresholdConfiguration.value',
        low: 1,
        grid: 1,
        read: ({ deploymentCircuitBreaker }) => [deploymentCircuitBreaker?.thresholdConfiguration?.value],
        source: `${ranges_API}, ThresholdConfiguration`,
        standing: 'inferred',
    },
    {
        field: 'earlySuccessCriteria.healthyPercent',
        low: 0,
        high: 100,
        grid: 1,
        read: ({ earlySuccessCriteria }) => [earlySuccessCriteria?.healthyPercent],
        source: `${ranges_API}, DeploymentEarlySuccessCriteria`,
        standing: 'documented',
    },
    {
        field: 'lifecycleHooks.timeoutConfiguration.timeoutInMinutes',
        low: 1,
        high: 20160,
        grid: 1,
        read: ({ lifecycleHooks = [] }) => lifecycleHooks.map(({ timeoutConfiguration }) => timeoutConfiguration?.timeoutInMinutes),
        source: `${ranges_API}, DeploymentLifecycleHookTimeoutConfiguration`,
        standing: 'documented',
    },
];
const isOnGrid = (value, grid) => grid === 1 ? Number.isInteger(value) : Math.abs(value * 10 - Math.round(value * 10)) < 1e-9;
const isWithin = (value, { low, high, grid }) => value >= low && value <= (high ?? Number.POSITIVE_INFINITY) && isOnGrid(value, grid);
/** `a whole number from 0 to 1440`, `a multiple of 0.1 from 3 to 100`, `a whole number from 1`. */
const tellRange = ({ low, high, grid }) => `${grid === 1 ? 'a whole number' : 'a multiple of 0.1'} from ${low}${high === undefined ? '' : ` to ${high}`}`;

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/configuration/strategy.js

const strategy_API = 'ECS API, DeploymentConfiguration';
const onlyFor = (strategy, field) => (declaration) => declaration.configuration[field] !== undefined && strategyOf(declaration) !== strategy
    ? `${field} is only valid when strategy is ${strategy}, not ${strategyOf(declaration)}`
    : undefined;
const criteria = ({ configuration }) => configuration.earlySuccessCriteria?.enable ? configuration.earlySuccessCriteria : undefined;
const missing = (field) => (declaration) => criteria(declaration) && criteria(declaration)?.[field] === undefined
    ? `earlySuccessCriteria.${field} is required when earlySuccessCriteria.enable is true`
    : undefined;
const tooEarly = (declaration) => {
    const percent = criteria(declaration)?.healthyPercent;
    const minimum = declaration.configuration.minimumHealthyPercent ?? 100;
    return percent !== undefined && percent < minimum
        ? `earlySuccessCriteria.healthyPercent ${percent} must be at least minimumHealthyPercent ${minimum}`
        : undefined;
};
const blocked = (declaration) => {
    const { minimumHealthyPercent = 100, maximumPercent = 200 } = declaration.configuration;
    return !shifts(declaration) && minimumHealthyPercent === 100 && maximumPercent === 100
        ? 'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments'
        : undefined;
};
/** What goes with which strategy. */
const STRATEGY = [
    combination_invalid('canaryConfiguration without CANARY', onlyFor('CANARY', 'canaryConfiguration'), strategy_API, 'documented'),
    combination_invalid('linearConfiguration without LINEAR', onlyFor('LINEAR', 'linearConfiguration'), strategy_API, 'documented'),
    combination_invalid('BLUE_GREEN without a bake time', (declaration) => strategyOf(declaration) === 'BLUE_GREEN' && declaration.configuration.bakeTimeInMinutes === undefined
        ? 'bakeTimeInMinutes is required when strategy is BLUE_GREEN'
        : undefined, strategy_API, 'documented'),
    combination_invalid('the circuit breaker without ROLLING', (declaration) => shifts(declaration) && declaration.configuration.deploymentCircuitBreaker?.enable
        ? `deploymentCircuitBreaker.enable true can only be used when strategy is ROLLING, not ${strategyOf(declaration)}`
        : undefined, 'ECS API, DeploymentCircuitBreaker', 'documented'),
    combination_invalid('early success criteria without ROLLING', (declaration) => shifts(declaration) && criteria(declaration)
        ? `earlySuccessCriteria.enable true can only be used when strategy is ROLLING, not ${strategyOf(declaration)}`
        : undefined, 'ECS API, DeploymentEarlySuccessCriteria', 'documented'),
    combination_invalid('early success criteria without a percentage', missing('healthyPercent'), strategy_API, 'documented'),
    combination_invalid('early success criteria without a clean-up', missing('sourceServiceRevisionCleanup'), strategy_API, 'documented'),
    combination_invalid('early success before the service is healthy', tooEarly, strategy_API, 'documented'),
    combination_invalid('no room to replace a task', blocked, 'ECS developer guide, rolling update', 'documented'),
    combination_invalid('alarms without names', ({ configuration: { alarms } }) => alarms?.enable && (alarms.alarmNames ?? []).length === 0
        ? 'alarms.alarmNames [] must name at least one alarm when alarms.enable is true'
        : undefined, 'ECS API, DeploymentAlarms', 'inferred'),
];

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/configuration/traffic.js

const GUIDE = 'ECS developer guide, troubleshooting blue/green deployments';
const traffic_API = 'ECS API, AdvancedConfiguration';
const RULE = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:listener-rule\/app\//;
const NETWORK = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:listener\/net\//;
/** The first load balancer whose advanced configuration is wrong, by its place in the list. */
const each = (wrong) => ({ loadBalancers }) => {
    const told = loadBalancers.map((balancer) => balancer.advancedConfiguration ? wrong(balancer.advancedConfiguration, balancer) : undefined);
    const index = told.findIndex((text) => text !== undefined);
    return index < 0 ? undefined : `loadBalancers[${index}].advancedConfiguration.${told[index]}`;
};
const required = (field) => (advanced) => advanced[field] ? undefined : `${field} is required`;
const notARule = (field) => (advanced) => advanced[field] && !RULE.test(advanced[field]) && !NETWORK.test(advanced[field])
    ? `${field} has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: ${advanced[field]}`
    : undefined;
const ofNetwork = (advanced) => {
    const field = ['productionListenerRule', 'testListenerRule'].find((name) => NETWORK.test(advanced[name] ?? ''));
    return (field &&
        `${field} of a network load balancer is not played by the rehearsal cluster. Got: ${advanced[field]}`);
};
const traffic_missing = (declaration) => {
    const index = declaration.loadBalancers.findIndex(({ advancedConfiguration }) => !advancedConfiguration);
    return shifts(declaration) && index >= 0
        ? `loadBalancers[${index}].advancedConfiguration is required when strategy is ${declaration.configuration.strategy}`
        : undefined;
};
/** How load balancers must be declared where ECS moves the traffic itself. */
const TRAFFIC = [
    combination_invalid('a load balancer without advancedConfiguration', traffic_missing, GUIDE, 'inferred'),
    combination_invalid('no alternate target group', each(required('alternateTargetGroupArn')), traffic_API, 'documented'),
    combination_invalid('no production rule', each(required('productionListenerRule')), traffic_API, 'documented'),
    combination_invalid('no role', each(required('roleArn')), traffic_API, 'documented'),
    combination_invalid('one target group twice', each(({ alternateTargetGroupArn }, { targetGroupArn }) => alternateTargetGroupArn === targetGroupArn
        ? `alternateTargetGroupArn ${alternateTargetGroupArn} must not be the targetGroupArn`
        : undefined), GUIDE, 'inferred'),
    combination_invalid('a listener where a rule belongs (production)', each(notARule('productionListenerRule')), GUIDE, 'documented'),
    combination_invalid('a listener where a rule belongs (test)', each(notARule('testListenerRule')), GUIDE, 'documented'),
    combination_invalid('one rule for production and test', each(({ productionListenerRule: production, testListenerRule: test }) => production === test
        ? `testListenerRule: The following rules cannot be used as both production and test listener rules: ${test}`
        : undefined), GUIDE, 'documented'),
    {
        what: 'a listener of a network load balancer',
        error: 'UnsupportedFeatureException',
        wrong: each(ofNetwork),
        source: 'the rehearsal cluster',
        standing: 'inferred',
    },
];

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/configuration/check.js





/** Whatever AWS refuses is told before what is only not played here. */
const isPlayed = ({ error }) => error !== 'UnsupportedFeatureException';
const check_ALL = [...HOOKS, ...STRATEGY, ...TRAFFIC];
const COMBINATIONS = [
    ...check_ALL.filter(isPlayed),
    ...check_ALL.filter((one) => !isPlayed(one)),
];
const outside = (range, { configuration }) => range
    .read(configuration)
    .filter((value) => value !== undefined && !isWithin(value, range))
    .map((value) => ({
    error: 'InvalidParameterException',
    message: `deploymentConfiguration.${range.field} ${value} must be ${tellRange(range)}.`,
}));
const check_refused = ({ error, wrong }, declaration) => {
    const told = wrong(declaration);
    if (told === undefined)
        return [];
    const inConfiguration = !told.startsWith('loadBalancers') && !told.startsWith('Both ');
    return [{ error, message: `${inConfiguration ? 'deploymentConfiguration.' : ''}${told}.` }];
};
/** Everything that is wrong with how a service's deployments were declared. */
const wrongs = (declaration) => [
    ...RANGES.flatMap((range) => outside(range, declaration)),
    ...COMBINATIONS.flatMap((combination) => check_refused(combination, declaration)),
];
/** Refuses the first thing that is wrong, as AWS does. */
const checkDeclaration = (declaration) => {
    const [first] = wrongs(declaration);
    if (first)
        refuse(first.error, first.message);
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/service-rules.js



const service_rules_invalid = (message) => refuse('InvalidParameterException', message);
const service_rules_UNPLAYED = [
    'serviceRegistries',
    'capacityProviderStrategy',
    'serviceConnectConfiguration',
    'volumeConfigurations',
    'vpcLatticeConfigurations',
    'gatewayConnectors',
    'monitoring',
];
const isGiven = (value) => (Array.isArray(value) ? value.length > 0 : value !== undefined);
/** What would change how a service is deployed and is not played: refused, never quietly left out. */
const service_rules_checkPlayed = (input) => {
    const field = service_rules_UNPLAYED.find((name) => isGiven(input[name]));
    if (field)
        refuse('UnsupportedFeatureException', `The rehearsal cluster does not play ${field} yet.`);
    const controller = input.deploymentController?.type ?? 'ECS';
    if (controller !== 'ECS' && controller !== 'CODE_DEPLOY')
        refuse('UnsupportedFeatureException', `The rehearsal cluster does not play the deployment controller ${controller}.`);
    if ((input.schedulingStrategy ?? 'REPLICA') !== 'REPLICA')
        refuse('UnsupportedFeatureException', 'The rehearsal cluster does not play the scheduling strategy DAEMON.');
};
const CODE_DEPLOY = 'services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.';
const OF_CODE_DEPLOY = [
    ['taskDefinition', 'update task definition'],
    ['networkConfiguration', 'update network parameters'],
    ['platformVersion', 'update platform version'],
    ['loadBalancers', 'update load balancers'],
];
/** What starts a deployment is CodeDeploy's to say, where that is the controller. */
const checkController = ({ controller }, input) => {
    if (controller !== 'CODE_DEPLOY')
        return;
    if (input.forceNewDeployment)
        service_rules_invalid(`Cannot force a new deployment on ${CODE_DEPLOY}`);
    const [, what] = OF_CODE_DEPLOY.find(([field]) => input[field] !== undefined) ?? [];
    if (what)
        service_rules_invalid(`Unable to ${what} on ${CODE_DEPLOY}`);
};
const modeOf = ({ definition }) => definition.networkMode ?? 'bridge';
/** Who has an address of its own needs to be told of its network, and nobody else may be; Fargate gives nothing else. */
const checkNetwork = (definition, { networkConfiguration, launchType }) => {
    const hasAddress = modeOf(definition) === 'awsvpc';
    if (launchType === 'FARGATE' && !hasAddress)
        service_rules_invalid('Task definition does not support launch_type FARGATE.');
    if (hasAddress && !networkConfiguration?.awsvpcConfiguration)
        service_rules_invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
    if (!hasAddress && networkConfiguration)
        service_rules_invalid('Network Configuration is not valid for the given networkMode of this task definition.');
};
const service_rules_checkGroup = (world, definition, arn) => {
    const group = world.targetGroups.get(arn) ?? service_rules_invalid(`The specified target group does not exist. (target-group ${arn})`);
    const [mode, type] = [modeOf(definition), group.shape.TargetType];
    if (type !== (mode === 'awsvpc' ? 'ip' : 'instance'))
        service_rules_invalid(`The provided target group ${arn} has target type ${type}, which is incompatible with the ${mode} network mode specified in the task definition.`);
    if (!isInUse(world, group.shape.TargetGroupArn))
        service_rules_invalid(`The target group with targetGroupArn ${arn} does not have an associated load balancer.`);
};
const checkRule = (world, arn) => {
    if (!rulesOf(world).some((rule) => rule.arn === arn))
        service_rules_invalid(`The specified listener rule does not exist. (listener-rule ${arn})`);
};
/** Whether both groups are on the rules is no matter of the request: AWS finds it out later, and rolls back. */
const checkTraffic = (world, definition, { advancedConfiguration: advanced }) => {
    if (!advanced)
        return;
    service_rules_checkGroup(world, definition, advanced.alternateTargetGroupArn ?? '');
    checkRule(world, advanced.productionListenerRule ?? '');
    if (advanced.testListenerRule)
        checkRule(world, advanced.testListenerRule);
};
const checkBinding = (world, definition, balancer) => {
    const { targetGroupArn = '', containerName, containerPort } = balancer;
    service_rules_checkGroup(world, definition, targetGroupArn);
    const container = definition.definition.containerDefinitions?.find(({ name }) => name === containerName);
    if (!container)
        service_rules_invalid(`The container ${containerName} does not exist in the task definition.`);
    if (!container?.portMappings?.some((mapping) => mapping.containerPort === containerPort))
        service_rules_invalid(`The container ${containerName} did not have a container port ${containerPort} defined.`);
    checkTraffic(world, definition, balancer);
};
const checkBindings = (world, definition, balancers) => {
    for (const balancer of balancers)
        checkBinding(world, definition, balancer);
};
const existingDefinition = (world, reference) => {
    if (!reference)
        return service_rules_invalid('TaskDefinition can not be blank.');
    const found = definitionAt(world, reference) ?? refuse('ClientException', 'TaskDefinition not found.');
    if (found.definition.status !== 'ACTIVE')
        refuse('ClientException', 'TaskDefinition is inactive');
    return found;
};
const checkCreation = (input) => {
    if (!/^[A-Za-z0-9_-]{1,255}$/.test(input.serviceName ?? ''))
        service_rules_invalid(`Service name '${input.serviceName}' is invalid: up to 255 letters, numbers, underscores and hyphens are allowed.`);
    if ((input.clientToken?.length ?? 0) > 36)
        service_rules_invalid('clientToken must have at most 36 characters.');
    if (input.desiredCount === undefined)
        service_rules_invalid('desiredCount can not be blank for the REPLICA scheduling strategy.');
    checkCount(input.desiredCount);
};
const checkCount = (count) => {
    if (count !== undefined && (!Number.isInteger(count) || count < 0))
        service_rules_invalid(`desiredCount ${count} must be a whole number from 0.`);
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/services.js










const services_MOST_DESCRIBED = 10;
const regionIn = (arn) => arn.split(':')[3] ?? '';
const services_find = (world, cluster, arnOrName) => world.services.get(serviceArn(regionIn(cluster.arn), cluster.name, nameIn(arnOrName)));
const serviceAt = (world, cluster, arnOrName) => services_find(world, cluster, arnOrName ?? '') ?? refuse('ServiceNotFoundException', 'Service not found.');
const activeAt = (world, cluster, arnOrName) => {
    const record = serviceAt(world, cluster, arnOrName);
    return record.service.status === 'ACTIVE'
        ? record
        : refuse('ServiceNotActiveException', 'Service was not ACTIVE.');
};
const services_keep = (world, record) => {
    world.services.set(record.service.arn, record);
    world.nudge();
    return record;
};
const checkDeployments = ({ functions }, { deploymentConfiguration, loadBalancers }) => checkDeclaration({
    configuration: deploymentConfiguration,
    loadBalancers,
    callable: functions.knows,
});
const services_create = (world, input) => {
    const cluster = clusterAt(world, input.cluster);
    const name = input.serviceName ?? '';
    const there = services_find(world, cluster, name);
    if (there && there.service.status !== 'INACTIVE')
        refuse('InvalidParameterException', 'Creation of service was not idempotent.');
    const definition = existingDefinition(world, input.taskDefinition);
    const declared = declare(input);
    checkDeployments(world, declared);
    checkNetwork(definition, declared);
    checkBindings(world, definition, declared.loadBalancers);
    const identity = { arn: serviceArn(regionIn(cluster.arn), cluster.name, name), name, cluster: cluster.arn };
    const service = newService(identity, input.desiredCount ?? 0, declared, world.clock.now());
    return deploy({ service, declared, snapshots: new Map() }, definition, world.clock.now());
};
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
/** What makes a revision; a change of anything else starts no deployment. */
const revisionPart = ({ loadBalancers, networkConfiguration, platformVersion }) => [
    loadBalancers,
    networkConfiguration,
    platformVersion,
];
const needsDeployment = (record, declared, definition, input) => {
    const wanted = wantedRevision(record.service);
    const current = revisionOf(record.service, wanted).taskDefinition;
    const before = record.snapshots.get(wanted) ?? record.declared;
    return (input.forceNewDeployment === true ||
        current !== definition.definition.taskDefinitionArn ||
        !same(revisionPart(before), revisionPart(declared)));
};
/** What a service has already may have been deregistered since. */
const definitionFor = (world, service, { taskDefinition }) => {
    const kept = world.definitions.get(revisionOf(service, wantedRevision(service)).taskDefinition);
    return taskDefinition === undefined && kept ? kept : existingDefinition(world, taskDefinition);
};
const update = (world, input) => {
    const record = activeAt(world, clusterAt(world, input.cluster), input.service);
    const { service } = record;
    checkController(record.declared, input);
    const definition = definitionFor(world, service, input);
    const declared = redeclare(record.declared, input);
    checkDeployments(world, declared);
    checkNetwork(definition, declared);
    checkBindings(world, definition, declared.loadBalancers);
    const desiredCount = input.desiredCount ?? service.desiredCount;
    const changed = {
        ...record,
        declared,
        service: { ...service, desiredCount, settings: settingsOf(declared) },
    };
    return needsDeployment(record, declared, definition, input)
        ? deploy(changed, definition, world.clock.now())
        : changed;
};
const remove = (world, input) => {
    const record = activeAt(world, clusterAt(world, input.cluster), input.service);
    if (record.service.desiredCount > 0 && input.force !== true)
        refuse('InvalidParameterException', 'The service cannot be stopped while it is scaled above 0.');
    return { ...record, service: { ...record.service, status: 'DRAINING', desiredCount: 0 } };
};
const serviceOperations = (world) => ({
    CreateService(input) {
        service_rules_checkPlayed(input);
        checkCreation(input);
        return { service: showService(services_keep(world, services_create(world, input)), true) };
    },
    UpdateService(input) {
        service_rules_checkPlayed(input);
        checkCount(input.desiredCount);
        return { service: showService(services_keep(world, update(world, input)), false) };
    },
    DescribeServices(input) {
        const cluster = clusterAt(world, input.cluster);
        const asked = input.services ?? [];
        if (asked.length === 0)
            refuse('InvalidParameterException', 'Services cannot be empty.');
        if (asked.length > services_MOST_DESCRIBED)
            refuse('InvalidParameterException', 'A maximum of 10 services can be described at a time.');
        const tags = input.include?.includes('TAGS') ?? false;
        return {
            services: asked
                .flatMap((name) => services_find(world, cluster, name) ?? [])
                .map((record) => showService(record, tags)),
            failures: asked
                .filter((name) => !services_find(world, cluster, name))
                .map((name) => ({
                arn: serviceArn(regionIn(cluster.arn), cluster.name, nameIn(name)),
                reason: 'MISSING',
            })),
        };
    },
    ListServices(input) {
        const services = servicesIn(world, clusterAt(world, input.cluster));
        const arns = services.filter(({ status }) => status !== 'INACTIVE').map(({ arn }) => arn);
        const [serviceArns, nextToken] = page_page(arns, { maxResults: 10, ...input });
        return { serviceArns, nextToken };
    },
    DeleteService(input) {
        return { service: showService(services_keep(world, remove(world, input)), false) };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/show-deployment.js






const show_deployment_date = (at) => (at === undefined ? undefined : new Date(at));
const requested = (service, revision) => wantedSets(service)?.whole.includes(revision) || revision === wantedRevision(service)
    ? service.desiredCount
    : tasksOf(service, revision).filter(isAlive).length;
const summary = (service, deployment, revision) => ({
    arn: revisionOf(service, revision).arn,
    requestedTaskCount: requested(service, revision),
    runningTaskCount: running(tasksOf(service, revision)),
    pendingTaskCount: pending(tasksOf(service, revision)),
    ...show_traffic_sharesOf(deployment, revision),
});
/** One that has not started has no stage yet; afterwards the last one is told. */
const show_deployment_stageOf = ({ course, startedAt }) => startedAt === undefined
    ? undefined
    : shownStage(course.strategy, course.stage);
const breakerStatus = ({ settings }, deployment) => {
    if (!settings.breaker.enable)
        return 'DISABLED';
    const tripped = deployment.reason?.includes('circuit breaker') || deployment.status === 'ROLLBACK_FAILED';
    if (tripped)
        return 'TRIGGERED';
    return isUnderWay(deployment) ? 'MONITORING' : 'MONITORING_COMPLETE';
};
const show_deployment_rollbackOf = (service, { rollback }) => rollback && {
    reason: rollback.reason,
    startedAt: new Date(rollback.startedAt),
    serviceRevisionArn: revisionOf(service, rollback.revision).arn,
};
const showBrief = (service, deployment) => ({
    serviceDeploymentArn: deployment.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster,
    createdAt: new Date(deployment.createdAt),
    startedAt: show_deployment_date(deployment.startedAt),
    finishedAt: show_deployment_date(deployment.finishedAt),
    targetServiceRevisionArn: revisionOf(service, deployment.target).arn,
    status: deployment.status,
    statusReason: deployment.reason,
});
const show_deployment_showDeployment = (record, deployment) => {
    const { service, declared } = record;
    const stopped = deployment.status === 'STOPPED';
    return {
        serviceDeploymentArn: deployment.arn,
        serviceArn: service.arn,
        clusterArn: service.cluster,
        createdAt: new Date(deployment.createdAt),
        startedAt: show_deployment_date(deployment.startedAt),
        finishedAt: stopped ? undefined : show_deployment_date(deployment.finishedAt),
        stoppedAt: stopped ? show_deployment_date(deployment.finishedAt) : undefined,
        updatedAt: new Date(deployment.updatedAt),
        sourceServiceRevisions: deployment.sources.map((id) => summary(service, deployment, id)),
        targetServiceRevision: summary(service, deployment, deployment.target),
        lifecycleStage: show_deployment_stageOf(deployment),
        lifecycleHookDetails: show_traffic_hooksOf(deployment),
        alarms: show_traffic_alarmsOf(service, deployment),
        status: deployment.status,
        statusReason: deployment.reason,
        deploymentConfiguration: declared.deploymentConfiguration,
        rollback: show_deployment_rollbackOf(service, deployment),
        deploymentCircuitBreaker: {
            status: breakerStatus(service, deployment),
            failureCount: deployment.failures,
            threshold: thresholdOf(service.settings.breaker, service.desiredCount),
        },
    };
};
const imagesOf = (world, revision) => (world.definitions.get(revision.taskDefinition)?.definition.containerDefinitions ?? []).map(({ name, image }) => ({
    containerName: name,
    image,
    imageDigest: image?.includes('@') ? image.slice(image.indexOf('@') + 1) : undefined,
}));
const showRevision = (world, record, revision) => {
    const { service, snapshots } = record;
    const declared = snapshots.get(revision.id);
    return {
        serviceRevisionArn: revision.arn,
        serviceArn: service.arn,
        clusterArn: service.cluster,
        taskDefinition: revision.taskDefinition,
        launchType: declared?.launchType,
        platformVersion: declared?.platformVersion,
        platformFamily: declared?.launchType === 'FARGATE' ? 'Linux' : undefined,
        loadBalancers: [...(declared?.loadBalancers ?? [])],
        networkConfiguration: declared?.networkConfiguration,
        containerImages: imagesOf(world, revision),
        resolvedConfiguration: { loadBalancers: resolved(revision) },
        createdAt: new Date(revision.createdAt),
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/deployments.js






const deployments_MOST_DESCRIBED = 20;
const DEFAULT_LISTED = 20;
const deployments_deploymentAt = (world, arn) => {
    for (const record of world.services.values()) {
        const found = record.service.deployments.find((deployment) => deployment.arn === arn);
        if (found)
            return [record, found];
    }
    return undefined;
};
const revisionAt = (world, arn) => {
    for (const record of world.services.values()) {
        const found = record.service.revisions.find((revision) => revision.arn === arn);
        if (found)
            return [record, found];
    }
    return undefined;
};
const atMost = (arns) => {
    if (arns.length === 0 || arns.length > deployments_MOST_DESCRIBED)
        refuse('InvalidParameterException', `From 1 to ${deployments_MOST_DESCRIBED} ARNs can be described at a time.`);
    return arns;
};
const deployments_missing = (arns) => arns.map((arn) => ({ arn, reason: 'MISSING' }));
const within = (at, range = {}) => (range.after === undefined || at > range.after.getTime()) &&
    (range.before === undefined || at < range.before.getTime());
const deployments_named = (world, arn) => deployments_deploymentAt(world, arn) ??
    refuse('ServiceDeploymentNotFoundException', 'The service deployment was not found.');
/** What the controller answers: kept, or refused as it says. */
const deployments_keep = (world, record, answer) => {
    const service = answer.kind === 'done' ? answer.service : refuse(answer.error, answer.message);
    world.services.set(service.arn, { ...record, service });
    world.nudge();
};
const deploymentOperations = (world) => ({
    ListServiceDeployments(input) {
        const { service, declared } = serviceAt(world, clusterAt(world, input.cluster), input.service);
        const told = declared.controller === 'ECS' ? service.deployments : [];
        const found = told.filter(({ status, createdAt }) => (input.status?.includes(status) ?? true) && within(createdAt, input.createdAt));
        const [brief, nextToken] = page_page(found, { maxResults: DEFAULT_LISTED, ...input });
        return { serviceDeployments: brief.map((deployment) => showBrief(service, deployment)), nextToken };
    },
    DescribeServiceDeployments(input) {
        const arns = atMost(input.serviceDeploymentArns ?? []);
        return {
            serviceDeployments: arns
                .flatMap((arn) => [deployments_deploymentAt(world, arn) ?? []].filter((found) => found.length === 2))
                .map(([record, deployment]) => show_deployment_showDeployment(record, deployment)),
            failures: deployments_missing(arns.filter((arn) => !deployments_deploymentAt(world, arn))),
        };
    },
    DescribeServiceRevisions(input) {
        const arns = atMost(input.serviceRevisionArns ?? []);
        return {
            serviceRevisions: arns
                .flatMap((arn) => [revisionAt(world, arn) ?? []].filter((found) => found.length === 2))
                .map(([record, revision]) => showRevision(world, record, revision)),
            failures: deployments_missing(arns.filter((arn) => !revisionAt(world, arn))),
        };
    },
    StopServiceDeployment(input) {
        const [record, deployment] = deployments_named(world, input.serviceDeploymentArn);
        deployments_keep(world, record, stopDeployment(record.service, deployment, input.stopType ?? 'ROLLBACK', world.clock.now()));
        return { serviceDeploymentArn: deployment.arn };
    },
    ContinueServiceDeployment(input) {
        const [record, deployment] = deployments_named(world, input.serviceDeploymentArn);
        const { hookId = '', action = 'CONTINUE' } = input;
        deployments_keep(world, record, continueDeployment(record.service, deployment, hookId, action, world.clock.now()));
        return { serviceDeploymentArn: deployment.arn };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/show-task.js


/** ECS's names for a task's way out: DEACTIVATING is the time in which it leaves the load balancer. */
const show_task_STATUS = {
    pending: 'PENDING',
    running: 'RUNNING',
    draining: 'DEACTIVATING',
    stopping: 'STOPPING',
    stopped: 'STOPPED',
};
const CONTAINER_STATUS = { pending: 'PENDING', running: 'RUNNING', stopped: 'STOPPED' };
const show_task_date = (at) => (at === undefined ? undefined : new Date(at));
/** In bridge a container has ports of the machine, else an interface. */
const showNetwork = (address, { ports }) => ports
    ? {
        networkBindings: ports.map(({ protocol, ...port }) => ({
            ...port,
            bindIP: address,
            protocol: protocol,
        })),
        networkInterfaces: [],
    }
    : { networkBindings: [], networkInterfaces: [{ privateIpv4Address: address }] };
const showContainer = (arn, address, container) => ({
    containerArn: `${arn.replace(':task/', ':container/')}/${container.name}`,
    taskArn: arn,
    name: container.name,
    image: container.image,
    imageDigest: container.imageDigest,
    runtimeId: container.runtimeId,
    lastStatus: CONTAINER_STATUS[container.phase],
    exitCode: container.exitCode,
    reason: container.reason,
    healthStatus: container.health,
    ...showNetwork(address, container),
});
const networkOf = (running) => running && !running.containers.some(({ ports }) => ports)
    ? [
        {
            type: 'ElasticNetworkInterface',
            status: 'ATTACHED',
            details: [{ name: 'privateIPv4Address', value: running.address }],
        },
    ]
    : [];
const times = (task, running) => ({
    createdAt: new Date(task.createdAt),
    startedAt: show_task_date(task.startedAt),
    stoppingAt: show_task_date(task.stoppingAt),
    stoppedAt: show_task_date(task.stoppedAt),
    pullStartedAt: running?.pullStartedAt,
    pullStoppedAt: running?.pullStoppedAt,
});
/** On Fargate nobody knows the machine. */
const whereRun = ({ launchType = 'FARGATE', cluster }) => launchType === 'FARGATE'
    ? { launchType, platformFamily: 'Linux' }
    : { launchType, containerInstanceArn: containerInstanceArn(cluster) };
const showTask = (world, task, tags) => {
    const running = world.driver.observe(task.id) ?? task.last;
    const definition = world.definitions.get(task.taskDefinition)?.definition;
    return {
        taskArn: task.arn,
        clusterArn: task.cluster,
        taskDefinitionArn: task.taskDefinition,
        group: task.group,
        startedBy: task.startedBy,
        lastStatus: show_task_STATUS[task.phase],
        desiredStatus: isAliveTask(task) ? 'RUNNING' : 'STOPPED',
        healthStatus: running?.health ?? 'UNKNOWN',
        ...whereRun(task),
        cpu: definition?.cpu,
        memory: definition?.memory,
        attachments: networkOf(running),
        containers: (running?.containers ?? []).map((container) => showContainer(task.arn, running?.address ?? '', container)),
        overrides: task.overrides,
        tags: tags ? [...task.tags] : [],
        version: 1,
        stopCode: task.why?.code,
        stoppedReason: task.why?.reason,
        ...times(task, running),
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/run-task.js











const run_task_invalid = (message) => refuse('InvalidParameterException', message);
const run_task_UNPLAYED = [
    'capacityProviderStrategy',
    'volumeConfigurations',
    'placementConstraints',
    'placementStrategy',
];
const OVERRIDES = ['environmentFiles', 'resourceRequirements'];
const MOST_TASKS = 10;
const run_task_MOST_CHARACTERS = 128;
const checkOverrides = ({ definition }, { overrides }) => {
    for (const override of overrides?.containerOverrides ?? []) {
        if (!definition.containerDefinitions?.some(({ name }) => name === override.name))
            run_task_invalid(`Override for container named ${override.name} is not a container in the TaskDefinition.`);
        const field = OVERRIDES.find((name) => (override[name] ?? []).length > 0);
        if (field)
            refuse('UnsupportedFeatureException', `The rehearsal cluster does not play overrides of ${field}.`);
    }
};
const check = (input) => {
    const field = run_task_UNPLAYED.find((name) => (input[name] ?? []).length > 0);
    if (field)
        refuse('UnsupportedFeatureException', `The rehearsal cluster does not play ${field} yet.`);
    const { count = 1, startedBy = '' } = input;
    if (!Number.isInteger(count) || count < 1 || count > MOST_TASKS)
        run_task_invalid(`count ${count} must be a whole number from 1 to ${MOST_TASKS}.`);
    if (startedBy.length > run_task_MOST_CHARACTERS)
        run_task_invalid(`startedBy has ${startedBy.length} characters; it may have at most ${run_task_MOST_CHARACTERS}.`);
};
const launchTypeOf = ({ launchType }) => launchType ?? 'EC2';
const run_task_networkOf = (input) => ({
    launchType: launchTypeOf(input),
    ...(input.networkConfiguration ? { networkConfiguration: input.networkConfiguration } : {}),
});
const run_task_tagsOf = (input, { tags }) => [
    ...(input.propagateTags === 'TASK_DEFINITION' ? tags : []),
    ...(input.tags ?? []),
];
const newTask = (world, cluster, definition, input) => {
    const id = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    return {
        id,
        arn: taskArnIn(cluster.arn, id),
        cluster: cluster.arn,
        taskDefinition: definition.definition.taskDefinitionArn,
        group: input.group ?? `family:${definition.definition.family}`,
        ...(input.startedBy === undefined ? {} : { startedBy: input.startedBy }),
        ...(input.clientToken === undefined ? {} : { token: input.clientToken }),
        launchType: launchTypeOf(input),
        overrides: { containerOverrides: [], ...input.overrides },
        tags: run_task_tagsOf(input, definition),
        phase: 'pending',
        createdAt: world.clock.now(),
    };
};
/** The machine's fixed ports can be had once: what finds them taken is not begun. */
const hasRoom = (world, { definition }) => {
    const wanted = fixedPorts(definition);
    if (wanted.length === 0)
        return true;
    const taken = takenPorts(world);
    return !wanted.some((port) => taken.has(port));
};
const run_task_begin = (world, cluster, input) => {
    const definition = existingDefinition(world, input.taskDefinition);
    checkOverrides(definition, input);
    checkNetwork(definition, run_task_networkOf(input));
    const tasks = [];
    while (tasks.length < (input.count ?? 1) && hasRoom(world, definition)) {
        const task = newTask(world, cluster, definition, input);
        world.tasks.set(task.id, task);
        tasks.push(task);
    }
    world.nudge();
    return tasks;
};
const noRoom = (cluster) => ({
    arn: containerInstanceArn(cluster.arn),
    reason: 'RESOURCE:PORTS',
});
const known = (world, { clientToken }) => clientToken === undefined ? [] : [...world.tasks.values()].filter(({ token }) => token === clientToken);
/** A service's task ends at once, and only then leaves its load balancer: so ECS does it. The service replaces it. */
const withStopped = (service, id, reason, now) => ({
    ...service,
    tasks: service.tasks.map((task) => task.id === id && (task.phase === 'pending' || task.phase === 'running')
        ? { ...task, phase: 'stopping', stoppingAt: now, why: { code: 'UserInitiated', reason } }
        : task),
});
const run_task_stop = (world, id, reason) => {
    const now = world.clock.now();
    const lone = world.tasks.get(id);
    if (lone)
        world.tasks.set(id, halted(lone, reason, now));
    for (const [arn, record] of world.services)
        if (record.service.tasks.some((task) => task.id === id))
            world.services.set(arn, { ...record, service: withStopped(record.service, id, reason, now) });
    world.nudge();
};
const runTaskOperations = (world) => ({
    /** Asked again with the same token it starts nothing, and answers with the tasks that there are. */
    RunTask(input) {
        check(input);
        const cluster = clusterAt(world, input.cluster);
        const there = known(world, input);
        const tasks = there.length > 0 ? there : run_task_begin(world, cluster, input);
        const unplaced = there.length > 0 ? 0 : (input.count ?? 1) - tasks.length;
        return {
            tasks: tasks.map((task) => showTask(world, task, true)),
            failures: Array.from({ length: unplaced }, () => noRoom(cluster)),
        };
    },
    StopTask(input) {
        const cluster = clusterAt(world, input.cluster);
        const id = nameIn(input.task ?? '');
        const find = () => tasksIn(world, cluster).find((task) => task.id === id);
        if (!find())
            run_task_invalid('The referenced task was not found.');
        run_task_stop(world, id, input.reason ?? 'Task stopped by user');
        const told = find();
        return told ? { task: showTask(world, told, false) } : {};
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/tasks.js







const tasks_MOST_DESCRIBED = 100;
const familyOf = (world, { taskDefinition }) => world.definitions.get(taskDefinition)?.definition.family;
const wanted = (world, input, task) => isAliveTask(task) !== (input.desiredStatus === 'STOPPED') &&
    (input.serviceName === undefined || task.service === nameIn(input.serviceName)) &&
    (input.startedBy === undefined || input.startedBy === task.startedBy) &&
    (input.family === undefined || familyOf(world, task) === input.family) &&
    input.containerInstance === undefined;
const taskOperations = (world) => ({
    ListTasks(input) {
        const cluster = clusterAt(world, input.cluster);
        if (input.serviceName !== undefined)
            serviceAt(world, cluster, input.serviceName);
        const found = tasksIn(world, cluster).filter((task) => wanted(world, input, task));
        const [taskArns, nextToken] = page_page(found.map(({ arn }) => arn), input);
        return { taskArns, nextToken };
    },
    DescribeTasks(input) {
        const cluster = clusterAt(world, input.cluster);
        const asked = input.tasks ?? [];
        if (asked.length === 0)
            refuse('InvalidParameterException', 'Tasks cannot be empty.');
        if (asked.length > tasks_MOST_DESCRIBED)
            refuse('InvalidParameterException', 'A maximum of 100 tasks can be described at a time.');
        const all = new Map(tasksIn(world, cluster).map((task) => [task.id, task]));
        const found = asked.flatMap((arn) => all.get(nameIn(arn)) ?? []);
        const tags = input.include?.includes('TAGS') ?? false;
        return {
            tasks: found.map((task) => showTask(world, task, tags)),
            failures: asked.filter((arn) => !all.has(nameIn(arn))).map((arn) => ({ arn, reason: 'MISSING' })),
        };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/elb/balancers.js



const balancerAt = (world, arn) => world.loadBalancers.get(arn ?? '') ??
    refuse('LoadBalancerNotFoundException', `Load balancers '[${arn}]' not found`);
const balancers_named = (world, name) => [...world.loadBalancers.values()].find(({ LoadBalancerName }) => LoadBalancerName === name) ??
    refuse('LoadBalancerNotFoundException', `Load balancers '[${name}]' not found`);
const subnetsOf = (input) => input.Subnets ?? (input.SubnetMappings ?? []).flatMap(({ SubnetId }) => SubnetId ?? []);
const balancers_check = (world, input) => {
    const name = input.Name ?? '';
    if (!/^(?!-)(?!internal-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name))
        refuse('ValidationError', `The load balancer name '${name}' can only contain characters that are alphanumeric characters and hyphens(-), at most 32, and cannot begin or end with a hyphen or begin with internal-`);
    if (input.Type !== undefined && input.Type !== 'application')
        refuse('ValidationError', `The rehearsal cluster plays application load balancers only, not '${input.Type}'`);
    if (subnetsOf(input).length < 2)
        refuse('ValidationError', 'At least two subnets in two different Availability Zones must be specified');
    if ([...world.loadBalancers.values()].some(({ LoadBalancerName }) => LoadBalancerName === name))
        refuse('DuplicateLoadBalancerNameException', `A load balancer with the same name '${name}' exists, but with different settings`);
};
const balancers_describe = (world, input, region) => ({
    LoadBalancerArn: loadBalancerArn(region, input.Name ?? ''),
    LoadBalancerName: input.Name,
    DNSName: world.addresses.balancer(),
    CanonicalHostedZoneId: 'Z00000000LOCAL',
    CreatedTime: new Date(world.clock.now()),
    Scheme: input.Scheme ?? 'internet-facing',
    Type: 'application',
    VpcId: 'vpc-00000000',
    IpAddressType: input.IpAddressType ?? 'ipv4',
    SecurityGroups: input.SecurityGroups ?? [],
    State: { Code: 'active' },
    AvailabilityZones: subnetsOf(input).map((SubnetId) => ({ SubnetId, ZoneName: `${region}a` })),
});
const balancers_find = (world, input) => {
    if (input.LoadBalancerArns)
        return input.LoadBalancerArns.map((arn) => balancerAt(world, arn));
    return input.Names ? input.Names.map((name) => balancers_named(world, name)) : [...world.loadBalancers.values()];
};
const closeListeners = async (world, balancer) => {
    const mine = [...world.listeners].filter(([, { shape }]) => shape.LoadBalancerArn === balancer);
    for (const [arn, { open }] of mine) {
        world.listeners.delete(arn);
        await open.close();
    }
};
const balancerOperations = (world) => ({
    CreateLoadBalancer(input, region) {
        balancers_check(world, input);
        const balancer = balancers_describe(world, input, region);
        world.loadBalancers.set(balancer.LoadBalancerArn ?? '', balancer);
        return { LoadBalancers: [{ ...balancer, State: { Code: 'provisioning' } }] };
    },
    DescribeLoadBalancers(input) {
        const [LoadBalancers, NextMarker] = page(balancers_find(world, input), input);
        return { LoadBalancers, NextMarker };
    },
    /** One that is not there is deleted already: the call succeeds, as documented. */
    async DeleteLoadBalancer(input) {
        const arn = input.LoadBalancerArn ?? '';
        await closeListeners(world, arn);
        world.loadBalancers.delete(arn);
        return {};
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/elb/actions.js


const MOST_WEIGHT = 999;
const MOST_GROUPS = 5;
const forwardOf = (actions) => {
    const [action, ...others] = actions;
    return action?.Type === 'forward' && others.length === 0
        ? action
        : refuse('ValidationError', 'The rehearsal cluster plays listeners with one action of the Type forward');
};
const checkWeight = (weight) => Number.isInteger(weight) && weight >= 0 && weight <= MOST_WEIGHT
    ? weight
    : refuse('ValidationError', `Weight '${weight}' must be a whole number from 0 to ${MOST_WEIGHT}`);
/** The weights that an action declares: of one target group, or of up to five. */
const actions_weightsOf = (world, actions) => {
    const { TargetGroupArn, ForwardConfig } = forwardOf(actions);
    const tuples = ForwardConfig?.TargetGroups ?? [{ TargetGroupArn, Weight: 1 }];
    if (tuples.length === 0 || tuples.length > MOST_GROUPS)
        refuse('ValidationError', `A forward action must have from 1 to ${MOST_GROUPS} target groups`);
    return Object.fromEntries(tuples.map((tuple) => [
        groupAt(world, tuple.TargetGroupArn).shape.TargetGroupArn,
        checkWeight(tuple.Weight ?? 1),
    ]));
};
/** Whether a user stays with the group that answered first, or moves on to the one whose share grows. */
const stickyOf = (actions) => forwardOf(actions).ForwardConfig?.TargetGroupStickinessConfig?.Enabled === true;
/** The weights as an action; with a single target group also in the short form, as AWS answers it. */
const actionsOf = ({ weights, sticky = false, }) => {
    const TargetGroups = Object.entries(weights).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight }));
    const [only, ...others] = TargetGroups;
    return [
        {
            Type: 'forward',
            ...(only && others.length === 0 ? { TargetGroupArn: only.TargetGroupArn } : {}),
            ForwardConfig: { TargetGroups, TargetGroupStickinessConfig: { Enabled: sticky } },
        },
    ];
};

;// CONCATENATED MODULE: ./.build/rehearsal/elb/listeners.js






const checkPort = (world, input, port) => {
    if (input.Protocol !== 'HTTP')
        refuse('ValidationError', `The rehearsal cluster plays Protocol HTTP only, not '${input.Protocol}'`);
    if (!Number.isInteger(port) || port < 1 || port > 65535)
        refuse('ValidationError', `Port '${port}' must be a number from 1 to 65535`);
    const taken = [...world.listeners.values()].some(({ shape }) => shape.LoadBalancerArn === input.LoadBalancerArn && shape.Port === port);
    if (taken)
        refuse('DuplicateListenerException', 'A listener already exists on this port for this load balancer');
};
const defaultRule = ({ rules }) => rules.at(-1);
const listeners_show = (listener) => ({
    ...listener.shape,
    DefaultActions: actionsOf(defaultRule(listener)),
});
const listenerAt = (world, arn) => world.listeners.get(arn ?? '') ??
    refuse('ListenerNotFoundException', `One or more listeners not found: '[${arn}]'`);
const listeners_find = (world, input) => {
    if (input.ListenerArns)
        return input.ListenerArns.map((arn) => listenerAt(world, arn));
    balancerAt(world, input.LoadBalancerArn);
    return [...world.listeners.values()].filter(({ shape }) => shape.LoadBalancerArn === input.LoadBalancerArn);
};
const listeners_create = async (world, input, region) => {
    const balancer = balancerAt(world, input.LoadBalancerArn);
    const port = input.Port ?? 0;
    checkPort(world, input, port);
    const LoadBalancerArn = balancer.LoadBalancerArn ?? '';
    const ListenerArn = listenerArn(LoadBalancerArn);
    const weights = actions_weightsOf(world, input.DefaultActions ?? []);
    const sticky = stickyOf(input.DefaultActions ?? []);
    const rules = () => world.listeners.get(ListenerArn)?.rules ?? [];
    const open = await openDoor(world, LoadBalancerArn, balancer.DNSName, port, rules).catch((error) => refuse('ValidationError', `Port ${port} of ${balancer.DNSName} in ${region} cannot be opened here: ${error.message}`));
    const shape = { ListenerArn, LoadBalancerArn, Port: port, Protocol: input.Protocol };
    return { shape, rules: [{ arn: ruleArn(ListenerArn), weights, sticky, conditions: [] }], open };
};
const listenerOperations = (world) => ({
    async CreateListener(input, region) {
        const listener = await listeners_create(world, input, region);
        world.listeners.set(listener.shape.ListenerArn, listener);
        return { Listeners: [listeners_show(listener)] };
    },
    DescribeListeners(input) {
        const [listeners, NextMarker] = page(listeners_find(world, input), input);
        return { Listeners: listeners.map(listeners_show), NextMarker };
    },
    /** Of a listener only where it forwards to can be changed: what people do who move weights by hand. */
    ModifyListener(input) {
        const listener = listenerAt(world, input.ListenerArn);
        const changed = Object.keys(input).find((name) => name !== 'ListenerArn' && name !== 'DefaultActions');
        if (changed)
            refuse('ValidationError', `The rehearsal cluster does not play a change of ${changed} yet`);
        if (input.DefaultActions) {
            defaultRule(listener).weights = actions_weightsOf(world, input.DefaultActions);
            defaultRule(listener).sticky = stickyOf(input.DefaultActions);
        }
        return { Listeners: [listeners_show(listener)] };
    },
    async DeleteListener(input) {
        const { shape, open } = listenerAt(world, input.ListenerArn);
        world.listeners.delete(shape.ListenerArn);
        await open.close();
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/elb/rules.js






const LAST = 50_000;
/** As AWS answers it: in the form it came in, and the short one too where there is one. */
const showCondition = (condition) => ({
    ...condition,
    Values: condition.Values ?? condition.PathPatternConfig?.Values ?? condition.HostHeaderConfig?.Values ?? [],
});
const showRule = ({ arn, conditions, priority, ...rule }) => ({
    RuleArn: arn,
    Priority: priority === undefined ? 'default' : String(priority),
    Conditions: conditions.map(showCondition),
    Actions: actionsOf(rule),
    IsDefault: priority === undefined,
});
/** In the order in which they are tried. */
const sorted = (rules) => rules.toSorted((a, b) => (a.priority ?? LAST + 1) - (b.priority ?? LAST + 1));
const holderOf = (world, arn) => {
    for (const listener of world.listeners.values()) {
        const rule = listener.rules.find((candidate) => candidate.arn === arn);
        if (rule)
            return [listener, rule];
    }
    return refuse('RuleNotFoundException', `One or more rules not found: '[${arn}]'`);
};
const checkPriority = ({ rules }, priority) => {
    if (priority === undefined || !Number.isInteger(priority) || priority < 1 || priority > LAST)
        return refuse('ValidationError', `Rule priority '${priority}' must be a whole number from 1 to ${LAST}`);
    if (rules.some((rule) => rule.priority === priority))
        refuse('PriorityInUseException', `Priority '${priority}' is currently in use`);
    return priority;
};
const refuseDefault = ({ priority, arn }, what) => {
    if (priority === undefined)
        refuse('OperationNotPermittedException', `The default rule '${arn}' cannot be ${what}`);
};
const rules_refuseUnplayed = (input) => {
    if ((input.Transforms ?? []).length > 0)
        refuse('ValidationError', 'The rehearsal cluster does not play Transforms of a rule yet');
};
const replaced = (listener, before, after) => {
    listener.rules = sorted(listener.rules.map((rule) => (rule === before ? after : rule)));
};
const ruleOperations = (world) => ({
    CreateRule(input) {
        rules_refuseUnplayed(input);
        const listener = listenerAt(world, input.ListenerArn);
        const conditions = input.Conditions ?? [];
        checkConditions(conditions);
        const rule = {
            arn: ruleArn(listener.shape.ListenerArn),
            weights: actions_weightsOf(world, input.Actions ?? []),
            sticky: stickyOf(input.Actions ?? []),
            conditions,
            priority: checkPriority(listener, input.Priority),
        };
        listener.rules = sorted([...listener.rules, rule]);
        return { Rules: [showRule(rule)] };
    },
    DescribeRules(input) {
        const found = input.RuleArns
            ? input.RuleArns.map((arn) => holderOf(world, arn)[1])
            : listenerAt(world, input.ListenerArn).rules;
        const [rules, NextMarker] = page(found, input);
        return { Rules: rules.map(showRule), NextMarker };
    },
    ModifyRule(input) {
        rules_refuseUnplayed(input);
        const [listener, rule] = holderOf(world, input.RuleArn);
        refuseDefault(rule, 'modified with ModifyRule');
        if (input.Conditions)
            checkConditions(input.Conditions);
        const changed = {
            ...rule,
            ...(input.Conditions ? { conditions: input.Conditions } : {}),
            ...(input.Actions ? { weights: actions_weightsOf(world, input.Actions), sticky: stickyOf(input.Actions) } : {}),
        };
        replaced(listener, rule, changed);
        return { Rules: [showRule(changed)] };
    },
    DeleteRule(input) {
        const [listener, rule] = holderOf(world, input.RuleArn);
        refuseDefault(rule, 'deleted');
        listener.rules = listener.rules.filter((candidate) => candidate !== rule);
    },
    SetRulePriorities(input) {
        const asked = (input.RulePriorities ?? []).map(({ RuleArn, Priority }) => [...holderOf(world, RuleArn), Priority]);
        for (const [, rule] of asked)
            refuseDefault(rule, 'given a priority');
        const changed = asked.map(([listener, rule, priority]) => {
            const others = listener.rules.filter((one) => !asked.some(([, moved]) => moved === one));
            return [
                listener,
                rule,
                { ...rule, priority: checkPriority({ ...listener, rules: others }, priority) },
            ];
        });
        for (const [listener, before, after] of changed)
            replaced(listener, before, after);
        return { Rules: changed.map(([, , after]) => showRule(after)) };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/identity.js

/** Whoever asks is the same one person here. */
const identityOperations = {
    GetCallerIdentity: () => ({
        Account: ACCOUNT,
        UserId: 'AIDAREHEARSAL0000000',
        Arn: `arn:aws:iam::${ACCOUNT}:user/rehearsal`,
    }),
};

;// CONCATENATED MODULE: ./.build/rehearsal/keep/folder.js



const fileIn = (folder) => (0,external_node_path_.join)(folder, 'cluster.json');
const identityIn = (folder) => {
    if (folder === undefined)
        return { owner: (0,external_node_crypto_.randomUUID)() };
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(fileIn(folder), 'utf8'));
    }
    catch (error) {
        if (error.code !== 'ENOENT')
            throw error;
        return { owner: (0,external_node_crypto_.randomUUID)() };
    }
};
const writeIdentity = (folder, identity) => {
    if (folder === undefined)
        return;
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    (0,external_node_fs_.writeFileSync)(fileIn(folder), JSON.stringify(identity), { mode: 0o600 });
};
const forgetIdentity = (folder) => {
    if (folder !== undefined)
        (0,external_node_fs_.rmSync)(fileIn(folder), { force: true });
};

;// CONCATENATED MODULE: ./.build/rehearsal/lambda/invoke.js

/** What Lambda takes as an answer at most. */
const MOST_BYTES = 6 * 1024 * 1024;
const bodyOf = async (answer) => {
    const parts = [];
    let bytes = 0;
    for await (const part of answer) {
        bytes += part.length;
        if (bytes > MOST_BYTES)
            throw new Error(`the answer has more than ${MOST_BYTES} bytes`);
        parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
};
const answerOf = (url, body, signal) => new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    // A connection of its own: nothing is sent twice, and none is found to be closed already.
    const call = (0,external_node_http_.request)(url, { agent: false, method: 'POST', headers, signal });
    call.once('response', resolve).once('error', reject);
    call.end(body);
});
const REFUSED = ['ECONNREFUSED', 'ENOTFOUND', 'EADDRNOTAVAIL'];
const lost = (error) => REFUSED.includes(error.code ?? '')
    ? { kind: 'unreachable', why: error.message }
    : { kind: 'silent', why: error.message };
/** One call of Lambda's Invoke, with an event. It never fails: what went wrong is a reply, too. */
const invoke = async (url, event, signal) => {
    try {
        const answer = await answerOf(url, JSON.stringify(event), signal);
        return { kind: 'answered', status: answer.statusCode ?? 0, body: await bodyOf(answer) };
    }
    catch (error) {
        return lost(error);
    }
};

;// CONCATENATED MODULE: ./.build/rehearsal/lambda/verdict.js
const DEFAULT_DELAY = 30;
const verdict_isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const treeIn = (body) => {
    try {
        const read = JSON.parse(body);
        return verdict_isTree(read) ? read : {};
    }
    catch {
        return {};
    }
};
const verdict_unreadable = (target, why) => ({
    kind: 'failed',
    why: `ECS was unable to parse the response from ${target} due to: ${why}.`,
});
/** A delay that is none is the usual one. */
const delayOf = ({ callBackDelay: delay }) => typeof delay === 'number' && Number.isFinite(delay) && delay >= 0 ? delay : DEFAULT_DELAY;
const verdict_askAgain = (answer) => ({
    kind: 'in-progress',
    delaySeconds: delayOf(answer),
    ...(verdict_isTree(answer.hookDetails) ? { details: answer.hookDetails } : {}),
});
const readAnswer = (target, answer) => {
    switch (answer.hookStatus) {
        case 'SUCCEEDED':
            return { kind: 'succeeded' };
        case 'FAILED':
            return { kind: 'failed', why: `Lifecycle hook target ${target} returned FAILED status.` };
        case 'IN_PROGRESS':
            return verdict_askAgain(answer);
        case undefined:
        case null:
            return verdict_unreadable(target, 'HookStatus must not be null');
        default:
            return verdict_unreadable(target, `HookStatus ${JSON.stringify(answer.hookStatus)} is not valid`);
    }
};
const hasFailed = ({ errorType }) => typeof errorType === 'string';
/** AWS's errors have a Message; where there is none, the status has to do. */
const refusal = (status, { Message, message = Message }) => typeof message === 'string' ? `${message} (HTTP ${status})` : `HTTP ${status}`;
const uninvoked = (target, why) => ({
    kind: 'failed',
    why: `ECS was unable to invoke hook target ${target} due to ${why}`,
});
const isDone = (status) => status >= 200 && status < 300;
/** A function that failed was invoked: emulators give some of its failures a status of their own. */
const hasRun = (status, answer) => isDone(status) || hasFailed(answer);
const verdict_read = (target, status, body) => {
    const answer = treeIn(body);
    if (isDone(status))
        return readAnswer(target, answer);
    return hasRun(status, answer)
        ? verdict_unreadable(target, 'HookStatus must not be null')
        : uninvoked(target, refusal(status, answer));
};
/** What a reply means, in AWS's words: of a function that failed or was too slow they say no more than that. */
const verdictOf = (target, reply) => {
    switch (reply.kind) {
        case 'silent':
            return verdict_unreadable(target, 'HookStatus must not be null');
        case 'unreachable':
            return uninvoked(target, reply.why);
        case 'answered':
            return verdict_read(target, reply.status, reply.body);
    }
};
/** Of a function that reports by itself: it could be called, or could not. */
const calledBy = (target, reply) => {
    const verdict = verdictOf(target, reply);
    const unread = reply.kind === 'silent' || (reply.kind === 'answered' && hasRun(reply.status, treeIn(reply.body)));
    return unread ? { kind: 'called' } : verdict;
};
const MOST_TOLD = 500;
/** What only the function's own log tells at AWS: why a call that failed did. */
const cryOf = (reply, verdict) => {
    const failed = reply.kind !== 'answered' || hasFailed(treeIn(reply.body));
    if (verdict.kind !== 'failed' && !failed)
        return undefined;
    return reply.kind === 'answered' ? reply.body.slice(0, MOST_TOLD) : reply.why;
};

;// CONCATENATED MODULE: ./.build/rehearsal/lambda/functions.js



/** As long as Lambda lets a function run at most. */
const LONGEST_SECONDS = 900;
const ask = async (url, event, calledOff, seconds) => {
    // Taken up again without the option that it was declared with.
    if (!url)
        return { kind: 'unreachable', why: 'there is no address for it: give `--lambda`' };
    const late = AbortSignal.timeout(seconds * 1000);
    const reply = await invoke(url, event, AbortSignal.any([calledOff, late]));
    return late.aborted ? { kind: 'silent', why: `nothing for ${seconds} seconds` } : reply;
};
const createFunctions = ({ addresses, seconds, warn, answered }) => {
    const underWay = new Map();
    const answers = new Map();
    const take = (name, target, reply, reports) => {
        underWay.delete(name);
        const verdict = reports ? calledBy(target, reply) : verdictOf(target, reply);
        const cry = cryOf(reply, verdict);
        if (cry !== undefined)
            warn(`rehearsal: the function ${(0,address/* functionIn */.K$)(target)} said: ${cry}`);
        answers.set(name, verdict);
        answered();
    };
    const begin = async (name, target, event) => {
        const calledOff = new AbortController();
        underWay.set(name, calledOff);
        const reply = await ask((0,address/* addressOf */.ci)(addresses, target), event, calledOff.signal, seconds);
        // Nobody waits for a call that was called off.
        if (underWay.get(name) === calledOff)
            take(name, target, reply, 'DeploymentId' in event);
    };
    return {
        knows: (arn) => (0,address/* addressOf */.ci)(addresses, arn) !== undefined,
        call: (name, target, event) => {
            if (!underWay.has(name) && !answers.has(name))
                void begin(name, target, event);
        },
        answers: () => answers,
        keep: (names) => {
            for (const [name, calledOff] of underWay)
                if (!names.has(name)) {
                    underWay.delete(name);
                    calledOff.abort();
                }
            for (const name of answers.keys())
                if (!names.has(name))
                    answers.delete(name);
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/logs/operations.js

const DEFAULT_LIMIT = 10_000;
const STREAMS_PER_PAGE = 50;
const operations_groupOf = (logs, input) => {
    const name = input.logGroupName ?? input.logGroupIdentifier?.split(':log-group:').pop();
    return (logs.groups.get(name ?? '') ??
        refuse('ResourceNotFoundException', 'The specified log group does not exist.'));
};
const streamOf = (group, name) => group.streams.get(name ?? '') ??
    refuse('ResourceNotFoundException', 'The specified log stream does not exist.');
const operations_within = (events, start = 0, end = Number.POSITIVE_INFINITY) => events.filter(({ timestamp }) => timestamp >= start && timestamp < end);
/** A page's place: `f/` and `b/` count events from the start, forwards and backwards. */
const readToken = (token) => {
    const match = /^([fb])\/(\d+)$/.exec(token);
    return match
        ? { direction: match[1] ?? 'f', place: Number(match[2]) }
        : refuse('InvalidParameterException', 'The specified nextToken is invalid.');
};
const pageOf = (count, input) => {
    const limit = input.limit ?? DEFAULT_LIMIT;
    if (input.nextToken !== undefined) {
        const { direction, place } = readToken(input.nextToken);
        return direction === 'f' ? [place, Math.min(count, place + limit)] : [Math.max(0, place - limit), place];
    }
    return input.startFromHead === true ? [0, Math.min(count, limit)] : [Math.max(0, count - limit), count];
};
const describeStream = (group, { name, createdAt, events }) => ({
    logStreamName: name,
    creationTime: createdAt,
    firstEventTimestamp: events[0]?.timestamp,
    lastEventTimestamp: events.at(-1)?.timestamp,
    lastIngestionTime: events.at(-1)?.ingestionTime,
    arn: `arn:aws:logs:local:000000000000:log-group:${group.name}:log-stream:${name}`,
    storedBytes: 0,
});
const byName = (a, b) => (a.name < b.name ? -1 : 1);
const byLastEvent = (a, b) => (a.events.at(-1)?.timestamp ?? 0) - (b.events.at(-1)?.timestamp ?? 0);
const orderStreams = (group, input) => {
    const prefix = input.logStreamNamePrefix ?? '';
    const order = input.orderBy === 'LastEventTime' ? byLastEvent : byName;
    if (prefix !== '' && order === byLastEvent)
        refuse('InvalidParameterException', 'Cannot order by LastEventTime with a logStreamNamePrefix.');
    const streams = [...group.streams.values()].filter(({ name }) => name.startsWith(prefix)).toSorted(order);
    return input.descending === true ? streams.toReversed() : streams;
};
/** Words that must all occur; quotes join them. The rest of CloudWatch's pattern language is refused. */
const matcherOf = (pattern = '') => {
    if (/^[[{%]/.test(pattern.trim()) || /(^|\s)[?-]\S/.test(pattern))
        refuse('InvalidParameterException', `The rehearsal cluster does not play the filter pattern ${pattern} yet.`);
    const terms = [...pattern.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
    return (message) => terms.every((term) => message.includes(term));
};
const filterStream = (stream, input) => {
    const matches = matcherOf(input.filterPattern);
    return operations_within(stream.events, input.startTime, input.endTime)
        .filter(({ message }) => matches(message))
        .map((event, index) => ({ ...event, logStreamName: stream.name, eventId: `${stream.name}:${index}` }));
};
const logOperations = (logs) => ({
    CreateLogGroup({ logGroupName = '' }) {
        if (!/^[.\-_/#A-Za-z0-9]{1,512}$/.test(logGroupName))
            refuse('InvalidParameterException', `The log group name '${logGroupName}' is not valid.`);
        if (logs.groups.has(logGroupName))
            refuse('ResourceAlreadyExistsException', 'The specified log group already exists');
        logs.createGroup(logGroupName);
    },
    DescribeLogStreams(input) {
        const group = operations_groupOf(logs, input);
        const streams = orderStreams(group, input);
        const from = input.nextToken === undefined ? 0 : readToken(input.nextToken).place;
        const to = from + (input.limit ?? STREAMS_PER_PAGE);
        return {
            logStreams: streams.slice(from, to).map((stream) => describeStream(group, stream)),
            nextToken: to < streams.length ? `f/${to}` : undefined,
        };
    },
    GetLogEvents(input) {
        const stream = streamOf(operations_groupOf(logs, input), input.logStreamName);
        const events = operations_within(stream.events, input.startTime, input.endTime);
        const [from, to] = pageOf(events.length, input);
        return {
            events: events.slice(from, to),
            nextForwardToken: `f/${to}`,
            nextBackwardToken: `b/${from}`,
        };
    },
    FilterLogEvents(input) {
        const group = operations_groupOf(logs, input);
        const named = input.logStreamNames?.map((name) => streamOf(group, name)) ?? [...group.streams.values()];
        const streams = named.filter(({ name }) => name.startsWith(input.logStreamNamePrefix ?? ''));
        const events = streams
            .flatMap((stream) => filterStream(stream, input))
            .toSorted((a, b) => (a.timestamp ?? 0) - (b.timestamp ?? 0));
        const from = input.nextToken === undefined ? 0 : readToken(input.nextToken).place;
        const to = from + (input.limit ?? DEFAULT_LIMIT);
        return {
            events: events.slice(from, to),
            searchedLogStreams: [],
            nextToken: to < events.length ? `f/${to}` : undefined,
        };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/metrics/alarm-rules.js


const alarm_rules_invalid = (message) => refuse('ValidationError', message);
const MISSING = ['breaching', 'notBreaching', 'ignore', 'missing'];
const alarm_rules_UNPLAYED = [
    'Metrics',
    'ThresholdMetricId',
    'EvaluateLowSampleCountPercentile',
    'EvaluationCriteria',
];
const DAY = 86_400;
const whole = (name, value, most) => {
    if (value === undefined || !Number.isInteger(value) || value < 1 || value > most)
        alarm_rules_invalid(`${name} ${value} must be a whole number from 1 to ${most}.`);
};
const checkPeriod = ({ Period, EvaluationPeriods = 1 }) => {
    if (Period === undefined || (![10, 20, 30].includes(Period) && (Period < 60 || Period % 60 !== 0)))
        alarm_rules_invalid(`Period ${Period} must be 10, 20, 30 or a multiple of 60.`);
    const most = Period !== undefined && Period >= 3600 ? 7 * DAY : DAY;
    if ((Period ?? 0) * EvaluationPeriods > most)
        alarm_rules_invalid(`Period ${Period} times EvaluationPeriods ${EvaluationPeriods} must be at most ${most} seconds.`);
};
const checkStatistic = ({ Statistic, ExtendedStatistic }) => {
    if ((Statistic === undefined) === (ExtendedStatistic === undefined))
        alarm_rules_invalid('Exactly one of Statistic and ExtendedStatistic must be given.');
    if (ExtendedStatistic !== undefined && !isStatistic(ExtendedStatistic))
        alarm_rules_invalid(`ExtendedStatistic '${ExtendedStatistic}' must be a percentile from p0.0 to p100; others are not played here.`);
};
/** What CloudWatch refuses to put as an alarm, and what cannot be played here. */
const checkAlarm = (input) => {
    const unplayed = alarm_rules_UNPLAYED.find((field) => input[field] !== undefined);
    if (unplayed)
        alarm_rules_invalid(`The rehearsal cluster does not play ${unplayed} of an alarm yet.`);
    if (!input.MetricName || !input.Namespace)
        alarm_rules_invalid('MetricName and Namespace must be given.');
    checkStatistic(input);
    whole('EvaluationPeriods', input.EvaluationPeriods, DAY);
    checkPeriod(input);
    const wanted = input.DatapointsToAlarm ?? input.EvaluationPeriods;
    whole('DatapointsToAlarm', wanted, input.EvaluationPeriods ?? 1);
    if (input.Threshold === undefined)
        alarm_rules_invalid('Threshold must be given.');
    if (input.ComparisonOperator === undefined)
        alarm_rules_invalid('ComparisonOperator must be given.');
    if (!/^(Greater|Less)Than(OrEqualTo)?Threshold$/.test(input.ComparisonOperator ?? ''))
        alarm_rules_invalid(`ComparisonOperator ${input.ComparisonOperator} is for anomaly detection, which is not played here.`);
    if (input.TreatMissingData !== undefined && !MISSING.includes(input.TreatMissingData))
        alarm_rules_invalid(`TreatMissingData '${input.TreatMissingData}' must be one of: ${MISSING.join(', ')}.`);
};

;// CONCATENATED MODULE: ./.build/rehearsal/metrics/page.js

/** One page of what was found, and the token of the next: how far it got. */
const tokenPage = (items, token, size, most) => {
    if (!Number.isInteger(size) || size < 1 || size > most)
        refuse('ValidationError', `The number of results ${size} must be a whole number from 1 to ${most}.`);
    if (token !== undefined && !/^\d+$/.test(token))
        refuse('InvalidNextToken', 'The next token is not valid.');
    const from = Number(token ?? 0);
    const to = from + size;
    return [items.slice(from, to), to < items.length ? String(to) : undefined];
};

;// CONCATENATED MODULE: ./.build/rehearsal/metrics/alarm-operations.js





const UNCHECKED = 'Unchecked: Initial alarm creation';
/** One that is put again keeps its state, as documented. */
const put = (world, input, region, now) => {
    const name = input.AlarmName ?? '';
    const before = world.alarms.get(name);
    world.alarms.set(name, {
        arn: alarmArn(region, name),
        state: 'INSUFFICIENT_DATA',
        reason: UNCHECKED,
        updatedAt: now,
        changedAt: now,
        ...before,
        input,
        configuredAt: now,
        lookedAt: Math.floor(now / periodOf(input)) * periodOf(input),
    });
};
const isAsked = ({ input, state }, asked) => (asked.AlarmNames?.includes(input.AlarmName ?? '') ?? true) &&
    (input.AlarmName ?? '').startsWith(asked.AlarmNamePrefix ?? '') &&
    (asked.StateValue === undefined || asked.StateValue === state) &&
    (asked.AlarmTypes?.includes('MetricAlarm') ?? true);
const alarm_operations_same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
/** Nothing is deleted where one of the names is unknown. */
const checkThere = (world, names) => {
    const missing = names.filter((name) => !world.alarms.has(name));
    if (missing.length > 0)
        refuse('ResourceNotFound', `Unable to find ${missing.join(', ')}`);
};
const alarmOperations = (world) => ({
    PutMetricAlarm(input, region) {
        checkAlarm(input);
        put(world, input, region, world.clock.now());
    },
    DescribeAlarms(input) {
        if (input.AlarmNames && input.AlarmNamePrefix !== undefined)
            refuse('ValidationError', 'AlarmNames and AlarmNamePrefix cannot be given together.');
        const found = [...world.alarms.values()].filter((alarm) => isAsked(alarm, input));
        const [alarms, NextToken] = tokenPage(found, input.NextToken, input.MaxRecords ?? 50, 100);
        return { MetricAlarms: alarms.map(showAlarm), CompositeAlarms: [], NextToken };
    },
    DescribeAlarmsForMetric(input) {
        const asked = metricOf(input);
        const found = [...world.alarms.values()].filter((alarm) => alarm_operations_same(metricOf(alarm.input), asked));
        return { MetricAlarms: found.map(showAlarm) };
    },
    DeleteAlarms({ AlarmNames = [] }) {
        checkThere(world, AlarmNames);
        for (const name of AlarmNames)
            world.alarms.delete(name);
    },
    /** Stays until the alarm is looked at again, at the end of its period. */
    SetAlarmState({ AlarmName = '', StateValue, StateReason = '' }) {
        checkThere(world, [AlarmName]);
        const alarm = world.alarms.get(AlarmName);
        world.alarms.set(AlarmName, withState(alarm, StateValue ?? 'OK', StateReason, world.clock.now()));
        world.nudge();
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/metrics/operations.js




const operations_nameOf = ({ Namespace = '', MetricName = '', Dimensions = [] }) => ({
    namespace: Namespace,
    name: MetricName,
    dimensions: Object.fromEntries(Dimensions.map(({ Name = '', Value = '' }) => [Name, Value])),
});
const dimensionsOf = ({ dimensions }) => Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
const MOST_POINTS = 100_800;
const spanOf = (start, end, seconds) => {
    const [first, last] = [start?.getTime() ?? 0, end?.getTime() ?? 0];
    if (first >= last)
        refuse('ValidationError', 'The parameter StartTime must be less than the parameter EndTime.');
    const wanted = seconds ?? 60;
    if (!Number.isInteger(wanted) || wanted < 1 || (wanted > 60 && wanted % 60 !== 0))
        refuse('ValidationError', `Period ${wanted} must be at most 60 or a multiple of 60.`);
    const period = Math.max(MINUTE, wanted * 1000);
    if ((last - first) / period > MOST_POINTS)
        refuse('ValidationError', `The request is for more than ${MOST_POINTS} data points.`);
    return { from: Math.floor(first / period) * period, to: last, period };
};
const operations_pointsOf = (store, metric, { from, to, period }) => {
    const points = [];
    for (let at = from; at < to; at += period) {
        const bucket = store.read(metric, at, Math.min(at + period, to));
        if (bucket)
            points.push([at, bucket]);
    }
    return points;
};
const checkedStatistic = (name) => name !== undefined && isStatistic(name)
    ? name
    : refuse('ValidationError', `The statistic '${name}' is not valid, or not played here.`);
const statOf = ({ MetricStat, Expression }) => MetricStat ??
    refuse('ValidationError', `The rehearsal cluster does not play the expression '${Expression}': metrics only.`);
const resultOf = (store, query, input) => {
    const { Metric = {}, Period, Stat } = statOf(query);
    const name = checkedStatistic(Stat);
    const found = operations_pointsOf(store, operations_nameOf(Metric), spanOf(input.StartTime, input.EndTime, Period));
    const points = input.ScanBy === 'TimestampAscending' ? found : found.toReversed();
    return {
        Id: query.Id,
        Label: query.Label ?? Metric.MetricName,
        Timestamps: points.map(([at]) => new Date(at)),
        Values: points.map(([, bucket]) => statistic(bucket, name)),
        StatusCode: 'Complete',
    };
};
const datapoint = ([at, bucket], input) => {
    const percentiles = (input.ExtendedStatistics ?? []).map((name) => [
        name,
        statistic(bucket, checkedStatistic(name)),
    ]);
    return {
        Timestamp: new Date(at),
        ...Object.fromEntries((input.Statistics ?? []).map((name) => [name, statistic(bucket, name)])),
        ...(percentiles.length > 0 ? { ExtendedStatistics: Object.fromEntries(percentiles) } : {}),
        Unit: input.MetricName === 'TargetResponseTime' ? 'Seconds' : 'Count',
    };
};
const operations_isListed = (metric, { Namespace, MetricName, Dimensions = [] }) => (Namespace ?? metric.namespace) === metric.namespace &&
    (MetricName ?? metric.name) === metric.name &&
    Dimensions.every(({ Name = '', Value }) => {
        const there = metric.dimensions[Name];
        return there !== undefined && (Value ?? there) === there;
    });
const operations_note = (store, namespace, datum) => {
    const metric = { ...operations_nameOf(datum), namespace };
    const at = datum.Timestamp?.getTime() ?? Date.now();
    if (datum.StatisticValues)
        refuse('ValidationError', 'The rehearsal cluster does not play StatisticValues of PutMetricData yet.');
    const values = datum.Values ?? [
        datum.Value ?? refuse('ValidationError', 'A datum must have a Value or Values.'),
    ];
    for (const [index, value] of values.entries())
        store.note(metric, value, at, datum.Counts?.[index] ?? 1);
};
const metricOperations = ({ metrics }) => ({
    GetMetricData(input) {
        const queries = (input.MetricDataQueries ?? []).filter(({ ReturnData }) => ReturnData !== false);
        return { MetricDataResults: queries.map((query) => resultOf(metrics, query, input)), Messages: [] };
    },
    GetMetricStatistics(input) {
        if (!input.Statistics && !input.ExtendedStatistics)
            refuse('InvalidParameterCombinationException', 'Statistics or ExtendedStatistics must be given.');
        const points = operations_pointsOf(metrics, operations_nameOf(input), spanOf(input.StartTime, input.EndTime, input.Period));
        return { Label: input.MetricName, Datapoints: points.map((point) => datapoint(point, input)) };
    },
    ListMetrics(input) {
        const found = metrics.metrics().filter((metric) => operations_isListed(metric, input));
        const [page, NextToken] = tokenPage(found, input.NextToken, 500, 500);
        const Metrics = page.map((metric) => ({
            Namespace: metric.namespace,
            MetricName: metric.name,
            Dimensions: dimensionsOf(metric),
        }));
        return { Metrics, NextToken };
    },
    PutMetricData({ Namespace = '', MetricData = [] }) {
        if (Namespace.startsWith('AWS/'))
            refuse('InvalidParameterValueException', 'The value AWS/ for parameter Namespace is invalid.');
        for (const datum of MetricData)
            operations_note(metrics, Namespace, datum);
    },
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./.build/rehearsal/router/addresses.js


/** Whoever holds this port on 127.N.255.254 has the block. */
const CLAIM_PORT = 51_678;
const FIRST = 64;
const BLOCKS = 128;
const claim = async (block) => {
    const server = (0,external_node_net_.createServer)((socket) => socket.destroy()).unref();
    server.listen(CLAIM_PORT, `127.${block}.255.254`);
    const claimed = (0,external_node_events_.once)(server, 'listening').then(() => server, () => undefined);
    return claimed;
};
const claimAny = async (from) => {
    for (let step = 0; step < BLOCKS; step += 1) {
        const block = FIRST + ((from + step) % BLOCKS);
        const server = await claim(block);
        if (server)
            return [block, server];
    }
    throw new Error('no free block of loopback addresses: too many rehearsal clusters run on this machine');
};
/** Tasks that were begun after the state was written down have addresses that it does not know. */
const UNKNOWN = 256;
/** The block of a server that ended: nobody else may have taken it meanwhile. */
const reclaim = async ({ block }) => {
    const server = await claim(block);
    if (!server)
        throw new Error(`the loopback addresses 127.${block}.0.0/16 belong to another rehearsal cluster`);
    return [block, server];
};
const addresses_at = (block, third, count, size) => {
    const place = count % (size * 254);
    return `127.${block}.${third + Math.floor(place / 254)}.${1 + (place % 254)}`;
};
const claimAddresses = async (before) => {
    const [block, server] = before ? await reclaim(before) : await claimAny(process.pid);
    let tasks = before ? before.tasks + UNKNOWN : 0;
    let balancers = before?.balancers ?? 0;
    return {
        task: () => addresses_at(block, 0, tasks++, 240),
        balancer: () => addresses_at(block, 240, balancers++, 15),
        state: () => ({ block, tasks, balancers }),
        release: async () => {
            const closed = (0,external_node_events_.once)(server, 'close');
            server.close();
            await closed;
        },
    };
};

// EXTERNAL MODULE: ./.build/rehearsal/ground/keeper.js
var keeper = __webpack_require__(36448);
;// CONCATENATED MODULE: ./.build/rehearsal/router/bucket.js

/** Shares are given out in so many buckets: a tenth of a percent each. */
const bucket_BUCKETS = 1000;
/** The cookie that a user is known by, where a rule is sticky. */
const COOKIE = 'STAGGERALB';
/** The two groups of a rule in an order that no weight changes: the second one has the lower buckets. */
const bucket_orderOf = (weights) => Object.keys(weights).toSorted();
/** How many buckets the second group of a rule has. */
const bucketsOf = (weights) => {
    const [first = '', second = ''] = bucket_orderOf(weights);
    const [mine, theirs] = [weights[second] ?? 0, weights[first] ?? 0];
    if (mine === 0)
        return 0;
    return theirs === 0 ? bucket_BUCKETS : Math.round((bucket_BUCKETS * mine) / (mine + theirs));
};
const bucketOf = (user) => (0,external_node_crypto_.createHash)('sha256').update(user).digest().readUInt32BE(0) % bucket_BUCKETS;
/** Where a user belongs: as one group's share grows users only move to it, and as it shrinks only from it. */
const bucket_groupOf = (weights, user) => {
    const order = bucket_orderOf(weights);
    if (Object.values(weights).every((weight) => weight === 0))
        return undefined;
    return bucketOf(user) < bucketsOf(weights) ? (order[1] ?? order[0]) : order[0];
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/headers.js
/** Headers that speak of one connection and end with it (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
    'connection',
    'keep-alive',
    'proxy-authenticate',
    'proxy-authorization',
    'proxy-connection',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
]);
const namedByConnection = (raw) => new Set(pairs(raw)
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.split(',').map((token) => token.trim().toLowerCase())));
const pairs = (raw) => raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []));
/** What goes on to the other side, in its order and spelling, as Node's raw list. */
const endToEnd = (raw) => {
    const named = namedByConnection(raw);
    return pairs(raw)
        .filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()) && !named.has(name.toLowerCase()))
        .flat();
};
/** What an application load balancer adds to a request. */
const forwarded = (raw, client, port) => {
    const before = pairs(raw).find(([name]) => name.toLowerCase() === 'x-forwarded-for')?.[1];
    const rest = pairs(raw)
        .filter(([name]) => !/^x-forwarded-(for|proto|port)$/i.test(name))
        .flat();
    const chain = before === undefined ? client : `${before}, ${client}`;
    return [...rest, 'X-Forwarded-For', chain, 'X-Forwarded-Proto', 'http', 'X-Forwarded-Port', String(port)];
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/forward.js



/** As an application load balancer's idle timeout. */
const IDLE_LIMIT = 60_000;
const forward_page = (status, text) => `<html>\r\n<head><title>${status} ${text}</title></head>\r\n<body>\r\n<center><h1>${status} ${text}</h1></center>\r\n</body>\r\n</html>\r\n`;
const forward_refuse = (response, status, text) => {
    if (response.headersSent) {
        response.destroy();
        return;
    }
    const body = forward_page(status, text);
    response.writeHead(status, { 'content-type': 'text/html', 'content-length': Buffer.byteLength(body) });
    response.end(body);
};
const forward_ask = (target, from) => {
    const chunked = from.headers['transfer-encoding'] === undefined ? [] : ['Transfer-Encoding', 'chunked'];
    const headers = forwarded(endToEnd(from.rawHeaders), from.socket.remoteAddress ?? '', from.socket.localPort ?? 0);
    const options = {
        host: target.address,
        port: target.port,
        method: from.method ?? 'GET',
        path: from.url ?? '/',
        headers: [...headers, ...chunked],
        agent: target.agent,
        setHost: false,
        timeout: IDLE_LIMIT,
    };
    return (0,external_node_http_.request)(options);
};
const relay = (answer, response, cookie) => {
    response.sendDate = false;
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, [
        ...endToEnd(answer.rawHeaders),
        ...(cookie === undefined ? [] : ['Set-Cookie', cookie]),
    ]);
    response.flushHeaders();
    answer.on('error', () => response.destroy());
    answer.pipe(response);
};
/**
 * One request to one target, both bodies streamed; never sent twice. Own code and not a proxy library: those wrap
 * the same `node:http`, and none tells what is in flight at a target, which drain hangs on.
 */
const forward = (target, from, response, cookie, answered = () => { }) => {
    dropStale(target, performance.now());
    const asked = forward_ask(target, from);
    target.inFlight += 1;
    response.once('close', () => {
        target.inFlight -= 1;
        if (!response.writableFinished)
            asked.destroy();
    });
    asked.on('response', (answer) => {
        answered(answer.statusCode ?? 502);
        relay(answer, response, cookie);
    });
    asked.on('timeout', () => {
        forward_refuse(response, 504, 'Gateway Time-out');
        asked.destroy();
    });
    asked.on('error', () => forward_refuse(response, 502, 'Bad Gateway'));
    from.pipe(asked);
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/listener.js




/** Longer than a client's own idle limit, so that it is the client that closes a connection it no longer wants. */
const KEEP_ALIVE = 75_000;
/** A client that left before it was answered is a 460, as a load balancer of AWS's counts it. */
const listener_statusOf = ({ headersSent, statusCode }) => (headersSent ? statusCode : 460);
const serve = (route, request, response) => {
    const began = performance.now();
    const way = route(request);
    const target = way?.group?.pick();
    const whose = target ? { target: nameOf(target) } : {};
    let told = { status: undefined, seconds: 0 };
    response.once('close', () => way?.ended?.({ ...told, ...whose, ownStatus: listener_statusOf(response) }));
    if (target)
        forward(target, request, response, way?.cookie, (status) => {
            told = { status, seconds: (performance.now() - began) / 1000 };
        });
    else
        forward_refuse(response, 503, 'Service Temporarily Unavailable');
};
const listen = async (address, port, route) => {
    const server = (0,external_node_http_.createServer)({ keepAliveTimeout: KEEP_ALIVE, requestTimeout: 0 }, (request, response) => serve(route, request, response));
    server.listen({ host: address, port, backlog: 4096 });
    await (0,external_node_events_.once)(server, 'listening');
    return {
        close: async () => {
            const closed = (0,external_node_events_.once)(server, 'close');
            server.close();
            server.closeAllConnections();
            await closed;
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/weighted.js
/**
 * Whose turn it is, request by request. Smooth: within each cycle of requests every group gets exactly its weight, spread
 * evenly, so that a share of 5% is 5 of each 100 and never a run of luck. Elastic Load Balancing draws at random.
 */
const createTurns = () => {
    const owed = new Map();
    let before;
    return (weights) => {
        if (weights !== before)
            owed.clear();
        before = weights;
        const open = Object.entries(weights).filter(([, weight]) => weight > 0);
        const total = open.reduce((sum, [, weight]) => sum + weight, 0);
        for (const [group, weight] of open)
            owed.set(group, (owed.get(group) ?? 0) + weight);
        const next = open.map(([group]) => group).toSorted((a, b) => (owed.get(b) ?? 0) - (owed.get(a) ?? 0))[0];
        if (next !== undefined)
            owed.set(next, (owed.get(next) ?? 0) - total);
        return next;
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/in-process.js




const userIn = ({ headers }) => new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(headers.cookie ?? '')?.[1];
/** The first rule whose conditions hold; the default one comes last and has none. */
const ruleFor = ({ rules, fits }, request) => {
    const all = rules();
    return all.length === 1 ? all[0] : all.find((rule) => fits(rule, request));
};
const routeOf = (door) => {
    const turns = new WeakMap();
    const turnOf = (rule) => {
        const turn = turns.get(rule) ?? createTurns();
        turns.set(rule, turn);
        return turn(rule.weights);
    };
    return (request) => {
        const rule = ruleFor(door, request);
        const known = rule?.sticky ? userIn(request) : undefined;
        const user = rule?.sticky ? (known ?? (0,external_node_crypto_.randomUUID)()) : undefined;
        const targetGroup = (rule && (user ? bucket_groupOf(rule.weights, user) : turnOf(rule))) ?? '';
        return {
            group: door.group(targetGroup),
            ended: (ending) => door.ended(targetGroup, ending),
            ...(user && !known ? { cookie: `${COOKIE}=${user}; Path=/` } : {}),
        };
    };
};
/** A router in this process: shares are exact to the request, and it ends with the process. */
const createInProcessRouter = () => ({
    open: (door) => listen(door.address, door.port, routeOf(door)),
    shown: ({ weights }) => weights,
    close: async () => { },
});

;// CONCATENATED MODULE: ./.build/rehearsal/router/nginx/weights.js


const HUNDRED = 100;
/** The file of a bucket below a share: `3/57` is bucket 357. */
const bucketFile = (bucket) => `${Math.floor(bucket / HUNDRED)}/${bucket % HUNDRED}`;
/** Makes a folder whole or not at all: it gets its name when all of it is there. */
const makeWhole = (folder, fill) => {
    if ((0,external_node_fs_.existsSync)(folder))
        return;
    (0,external_node_fs_.rmSync)(`${folder}.new`, { recursive: true, force: true });
    (0,external_node_fs_.mkdirSync)(`${folder}.new`, { recursive: true });
    fill(`${folder}.new`);
    (0,external_node_fs_.renameSync)(`${folder}.new`, folder);
};
/** `hundreds/hN` has files for the first N buckets of a hundred. */
const makeHundred = (root, many) => {
    const name = `h${many}`;
    makeWhole((0,external_node_path_.join)(root, 'hundreds', name), (folder) => {
        for (let bucket = 0; bucket < many; bucket += 1)
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, String(bucket)), '');
    });
    return `../../hundreds/${name}`;
};
/**
 * `shares/wN` has a file for each of the first N buckets: whoever finds a file there goes to the second group. Of a
 * thousand buckets each hundred is a link: as many files would take a busy machine seconds, in which nobody else works.
 */
const makeShare = (root, buckets) => {
    const name = `w${buckets}`;
    const [full, rest] = [Math.floor(buckets / HUNDRED), buckets % HUNDRED];
    const hundreds = [...Array(full).fill(HUNDRED), ...(rest > 0 ? [rest] : [])];
    makeWhole((0,external_node_path_.join)(root, 'shares', name), (folder) => {
        for (const [index, many] of hundreds.entries())
            (0,external_node_fs_.symlinkSync)(makeHundred(root, many), (0,external_node_path_.join)(folder, String(index)));
    });
    return `../../shares/${name}`;
};
const shownBuckets = (folder) => {
    try {
        return Number((0,external_node_path_.basename)((0,external_node_fs_.readlinkSync)((0,external_node_path_.join)(folder, 'current'))).slice(1));
    }
    catch {
        return undefined;
    }
};
/** One rename moves the traffic of a door: before it all of the old share holds, after it all of the new one. */
const showBuckets = (root, door, buckets) => {
    const folder = (0,external_node_path_.join)(root, 'doors', door);
    if (shownBuckets(folder) === buckets)
        return;
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const next = (0,external_node_path_.join)(folder, 'next');
    (0,external_node_fs_.rmSync)(next, { force: true });
    (0,external_node_fs_.symlinkSync)(makeShare(root, buckets), next);
    (0,external_node_fs_.renameSync)(next, (0,external_node_path_.join)(folder, 'current'));
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/nginx/paper.js



/** The same name for the same thing, whichever process writes it down. */
const slotOf = (targetGroup) => `slot_${(0,external_node_crypto_.createHash)('sha256').update(targetGroup).digest('hex').slice(0, 12)}`;
/** Workers are whoever started them: the folder is nobody else's to read. */
const user = process.getuid?.() === 0 ? 'user root;\n' : '';
const WORKERS = 2;
const HEAD = (pid) => `${user}worker_processes ${WORKERS};
worker_rlimit_nofile 16384;
worker_shutdown_timeout 3700s;
pid ${pid};
error_log error.log warn;
events { worker_connections 4096; }
`;
/** Both are servers in between: nothing is buffered, nothing sent twice, no connection to a target is used twice. */
const HTTP = `  client_max_body_size 0;
  client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp; uwsgi_temp_path temp; scgi_temp_path temp;
  proxy_http_version 1.1;
  proxy_buffering off;
  proxy_request_buffering off;
  proxy_next_upstream off;
  proxy_read_timeout 60s;
  proxy_send_timeout 60s;
  proxy_pass_header Server;
  proxy_pass_header Date;
`;
const splits = () => [
    `  split_clients "$user" $bucket {`,
    ...Array.from({ length: bucket_BUCKETS - 1 }, (_, bucket) => `    0.1% ${bucketFile(bucket)};`),
    `    * ${bucketFile(bucket_BUCKETS - 1)};`,
    '  }',
].join('\n');
const server = (folder, { name, address, port, rule }) => {
    const [first = 'nowhere', second] = bucket_orderOf(rule.weights).map(slotOf);
    const choice = second
        ? `    if (-f ${folder}/doors/${name}/current/$bucket) { set $slot ${second}; }\n`
        : '';
    const [key, cookie] = rule.sticky
        ? ['$known', '      add_header Set-Cookie $greeting always;\n']
        : ['$request_id', ''];
    return `  server {
    listen ${address}:${port} backlog=4096;
    set $user ${key};
    set $slot ${first};
${choice}    location / {
${cookie}      proxy_pass http://$slot;
      proxy_set_header Host $http_host;
      proxy_set_header Connection close;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto http;
      proxy_set_header X-Forwarded-Port $server_port;
      proxy_hide_header X-Rehearsal-Target;
    }
  }
`;
};
const LOG = '$server_addr:$server_port $slot $status $upstream_http_x_rehearsal_target $upstream_header_time';
/** What clients meet. It is never loaded anew for a weight: a bucket's file decides, and one rename swaps them all. */
const frontPaper = (folder, doors) => {
    const slots = [...new Set(doors.flatMap(({ rule }) => bucket_orderOf(rule.weights).map(slotOf)))];
    return `${HEAD('front.pid')}http {
${HTTP}  keepalive_timeout 75s;
  keepalive_requests 100000000;
  keepalive_time 24h;
  log_format counted '${LOG}';
  access_log requests.log counted;
  map $cookie_${COOKIE} $known { "" $request_id; default $cookie_${COOKIE}; }
  map $cookie_${COOKIE} $greeting { "" "${COOKIE}=$request_id; Path=/"; default ""; }
${doors.length > 0 ? splits() : ''}
${slots.map((slot) => `  upstream ${slot} { server unix:${folder}/${slot}.sock; }\n`).join('')}${doors.map((door) => server(folder, door)).join('')}}
`;
};
const slotServer = (folder, { name, targets }) => targets.length === 0
    ? `  server { listen unix:${folder}/${name}.sock; location / { return 503; } }\n`
    : `  upstream ${name} { ${targets.map(({ address, port }) => `server ${address}:${port} max_fails=0;`).join(' ')} }
  server {
    listen unix:${folder}/${name}.sock backlog=4096;
    location / {
      proxy_pass http://${name};
      proxy_set_header Host $http_host;
      proxy_set_header Connection close;
      add_header X-Rehearsal-Target $upstream_addr@$upstream_status always;
    }
  }
`;
/**
 * What stands behind a slot. It is loaded anew whenever a task comes or goes, which nobody feels: no connection to it
 * is ever used twice.
 */
const slotsPaper = (folder, slots, generation) => `${HEAD('slots.pid')}http {
${HTTP}  keepalive_timeout 0;
  access_log off;
  server { listen unix:${folder}/generation.sock; location / { return 200 "${generation}"; } }
${slots.map((slot) => slotServer(folder, slot)).join('')}}
`;

// EXTERNAL MODULE: ./.build/rehearsal/ground/programs.js
var programs = __webpack_require__(66347);
;// CONCATENATED MODULE: ./.build/rehearsal/router/nginx/process.js







const process_missing = () => new words/* StaggerError */.IY({
    code: 'no-nginx',
    fault: 'caller',
    problem: 'There is no nginx for the router',
    why: 'the program nginx is not on the PATH',
    fix: 'npm run setup -- --yes, or apt-get install nginx; or leave out `--router nginx`',
});
const process_isAlive = (pid) => {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch {
        return false;
    }
};
const readProcess = (file) => {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${file}`, 'utf8');
    }
    catch {
        return '';
    }
};
const workersOf = (pid) => readProcess(`${pid}/task/${pid}/children`)
    .split(' ')
    .map((worker) => readProcess(`${worker}/cmdline`))
    .filter((title) => title.includes('worker process'));
const createNginx = (folder, name) => {
    const paperFile = (0,external_node_path_.join)(folder, `${name}.conf`);
    const pidFile = (0,external_node_path_.join)(folder, `${name}.pid`);
    const binary = (0,programs/* program */.DM)('nginx');
    if (binary === null)
        throw process_missing();
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(folder, 'temp'), { recursive: true });
    const pid = () => {
        const found = (0,external_node_fs_.existsSync)(pidFile) ? Number((0,external_node_fs_.readFileSync)(pidFile, 'utf8')) : 0;
        return found > 0 && process_isAlive(found) ? found : undefined;
    };
    const write = (paper) => {
        (0,external_node_fs_.writeFileSync)(`${paperFile}.new`, paper);
        (0,external_node_fs_.renameSync)(`${paperFile}.new`, paperFile);
    };
    const start = async () => {
        const started = await (0,programs/* attempt */.CD)([binary, '-p', folder, '-c', paperFile, '-e', (0,external_node_path_.join)(folder, 'error.log')]);
        if (!started.ok)
            throw new Error(`nginx does not start: ${started.stderr.trim()}`);
        while (pid() === undefined)
            await (0,promises_.setTimeout)(20);
    };
    const signal = (what) => {
        const running = pid();
        if (running !== undefined)
            process.kill(running, what);
    };
    return {
        async follow(paper) {
            const known = (0,external_node_fs_.existsSync)(paperFile) && (0,external_node_fs_.readFileSync)(paperFile, 'utf8') === paper;
            if (!known)
                write(paper);
            if (pid() === undefined)
                await start();
            else if (!known)
                signal('SIGHUP');
        },
        reload: () => signal('SIGHUP'),
        workers: () => workersOf(pid()),
        async stop() {
            signal('SIGTERM');
            while (pid() !== undefined)
                await (0,promises_.setTimeout)(20);
            (0,external_node_fs_.rmSync)(paperFile, { force: true });
        },
    };
};
/** What an nginx answers at a socket; undefined where nothing answers. */
const askSocket = (socketPath) => new Promise((resolve) => {
    const asked = (0,external_node_http_.request)({ socketPath, path: '/', agent: false, timeout: 1000 });
    asked.once('response', (answer) => resolve((0,consumers_.text)(answer).catch(() => undefined)));
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(undefined));
    asked.end();
});

;// CONCATENATED MODULE: ./.build/rehearsal/router/nginx/back.js





/** How long a worker is waited for that answers by the old paper what it had taken: a long stream may keep one. */
const SETTLES_MILLISECONDS = 5000;
/** `isClosing`: nobody waits any more for those who come. */
const createBack = (folder, isClosing) => {
    const nginx = createNginx(folder, 'slots');
    let written = readPaper(folder);
    let generation = Number(written?.match(/return 200 "(\d+)"/)?.[1] ?? 0);
    let placed = [];
    let settlesBy = 0;
    /** An old worker says that it shuts down before it takes no more: whoever comes now meets the new paper. */
    const isTaken = async () => (await askSocket((0,external_node_path_.join)(folder, 'generation.sock'))) === String(generation) &&
        nginx.workers().filter((title) => !title.includes('shutting down')).length <= WORKERS;
    return {
        async place(wanted) {
            placed = wanted;
            if (slotsPaper(folder, wanted, generation) === written)
                return;
            generation += 1;
            written = slotsPaper(folder, wanted, generation);
            await nginx.follow(written);
            while (!isClosing() && !(await isTaken()))
                await (0,promises_.setTimeout)(20);
            settlesBy = Date.now() + SETTLES_MILLISECONDS;
        },
        socketTo(target) {
            const slot = placed.find(({ targets }) => targets.includes(target));
            return slot && (0,external_node_path_.join)(folder, `${slot.name}.sock`);
        },
        isSettled: () => nginx.workers().length <= WORKERS || Date.now() >= settlesBy,
        stop: () => nginx.stop(),
    };
};
const readPaper = (folder) => {
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, 'slots.conf'), 'utf8');
    }
    catch {
        return undefined;
    }
};

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./.build/rehearsal/router/nginx/in-flight.js

/** Opening, open, and closed by the other side only: in each of them a request may be. */
const OPEN = ['01', '02', '08'];
/** `127.70.0.3:8080` as the kernel writes it: bytes of the address in the machine's order. */
const asKernel = (address, port) => {
    const bytes = address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'));
    return `${bytes.toReversed().join('')}:${port.toString(16).padStart(4, '0')}`.toUpperCase();
};
const in_flight_times = (table, text) => table.split(text).length - 1;
/**
 * How many connections to a target the kernel knows: with one connection a request, these are the requests in flight.
 * The table is long, of connections that have ended: it is searched, and not taken apart.
 */
const connectionsTo = (table, address, port) => OPEN.reduce((sum, state) => sum + in_flight_times(table, ` ${asKernel(address, port)} ${state} `), 0);
/** Read besides everything else: it may take a while. */
const readTable = () => (0,external_node_fs_promises_.readFile)('/proc/net/tcp', 'utf8');
/** The flags of a socket that listens. */
const LISTENS = '00010000';
/** How many connections a listening socket of this machine has, those that nobody has accepted yet among them. */
const connectionsAt = (sockets, path) => sockets.split('\n').filter((line) => line.endsWith(` ${path}`) && line.split(/\s+/)[3] !== LISTENS).length;
const readSockets = () => (0,external_node_fs_promises_.readFile)('/proc/net/unix', 'utf8');

;// CONCATENATED MODULE: ./.build/rehearsal/router/nginx/slots.js



const slots_nameOf = ({ address, port }) => `${address}:${port}`;
const slots_defaultRule = ({ rules }) => rules().at(-1) ?? { weights: {} };
const slots_isLeaving = ({ health }) => health.state === 'draining';
const slots_shareOf = (door) => {
    const rule = slots_defaultRule(door);
    return { door: slots_nameOf(door), rule, weights: rule.weights, buckets: bucketsOf(rule.weights) };
};
/**
 * Who stands behind a slot. Where nobody is left in rotation, and no share leads there any more, those who leave still
 * answer what was sent on its way before the share went.
 */
const standing = (targets, hasShare) => {
    const open = eligible(targets);
    return open.length > 0 || hasShare ? open : targets.filter(slots_isLeaving);
};
const groupsIn = (doors) => new Map([...doors].flatMap((door) => bucket_orderOf(slots_defaultRule(door).weights).map((group) => [group, door])));
const targetsIn = (doors) => [...groupsIn(doors)].flatMap(([group, door]) => door.group(group)?.targets() ?? []);
const slots_planOf = (doors) => {
    const shares = doors.map(slots_shareOf);
    const slots = [...groupsIn(doors)].map(([group, door]) => ({
        name: slotOf(group),
        targets: standing(door.group(group)?.targets() ?? [], shares.some(({ weights }) => (weights[group] ?? 0) > 0)),
    }));
    return { slots, shares };
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/nginx/flight.js


/** How often in a row nothing must be seen in flight. */
const QUIET = 2;
const COUNTS_EVERY = 250;
/** Whoever is in rotation may have requests; who has left it has them until nothing was seen for a while. */
const createFlight = ({ targets, isSettled, socketTo, }) => {
    const quiet = new WeakMap();
    const count = async () => {
        if (!isSettled() || !targets().some(slots_isLeaving))
            return;
        const [table, sockets] = [await readTable(), await readSockets()];
        const isIdle = (target) => {
            const socket = socketTo(target);
            const onItsWay = socket === undefined ? 0 : connectionsAt(sockets, socket);
            return isSettled() && onItsWay === 0 && connectionsTo(table, target.address, target.port) === 0;
        };
        for (const target of targets().filter(slots_isLeaving)) {
            quiet.set(target, isIdle(target) ? (quiet.get(target) ?? 0) + 1 : 0);
            target.inFlight = (quiet.get(target) ?? 0) >= QUIET ? 0 : 1;
        }
    };
    let counting = Promise.resolve();
    const timer = setInterval(() => {
        counting = counting.then(count).catch(() => { });
    }, COUNTS_EVERY).unref();
    return {
        watch: () => {
            for (const target of targets())
                if (!slots_isLeaving(target))
                    target.inFlight = 1;
        },
        stop: () => clearInterval(timer),
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/nginx/tally.js

/** The last one's are what counts, where there were several; `-` where there was none. */
const numberIn = (text) => {
    const number = Number(text.split(/[\s,:]+/).at(-1));
    return text === '-' || text === '' || Number.isNaN(number) ? undefined : number;
};
const readLine = (line) => {
    const [door = '', slot = '', status = '', target = '', seconds = ''] = line.split(' ');
    const ownStatus = numberIn(status);
    if (ownStatus === undefined)
        return undefined;
    // Where no target answered, the slot's nginx has told its own status for it.
    const [place = '', answered = target] = target.split('@');
    const whose = place === target ? {} : { target: place };
    const ending = { status: numberIn(answered), ...whose, ownStatus, seconds: numberIn(seconds) ?? 0 };
    return { door, slot, ending };
};
const tally_MOST_BYTES = 64 * 1024 * 1024;
const CHUNK = 1024 * 1024;
/** Reads what was added to a file since it was read last. */
const createTail = (file) => {
    let offset = tally_sizeOf(file);
    let rest = '';
    return () => {
        if (tally_sizeOf(file) <= offset)
            return [];
        const handle = (0,external_node_fs_.openSync)(file, 'r');
        const buffer = Buffer.alloc(CHUNK);
        const lines = [];
        for (let read = (0,external_node_fs_.readSync)(handle, buffer, 0, CHUNK, offset); read > 0;) {
            offset += read;
            const parts = (rest + buffer.toString('utf8', 0, read)).split('\n');
            rest = parts.pop() ?? '';
            lines.push(...parts);
            read = (0,external_node_fs_.readSync)(handle, buffer, 0, CHUNK, offset);
        }
        (0,external_node_fs_.closeSync)(handle);
        if (offset > tally_MOST_BYTES && rest === '') {
            (0,external_node_fs_.truncateSync)(file);
            offset = 0;
        }
        return lines;
    };
};
const tally_sizeOf = (file) => (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.size ?? 0;

;// CONCATENATED MODULE: ./.build/rehearsal/router/nginx/turns.js

const turns_createTurns = (look, { every, bug }) => {
    let last = Promise.resolve();
    let stopped = false;
    const next = () => {
        last = last.then(look).catch(bug);
        return last;
    };
    const run = async () => {
        while (!stopped) {
            await next();
            await (0,promises_.setTimeout)(every, undefined, { ref: false });
        }
    };
    const running = run();
    return {
        next,
        under: () => last,
        async stop() {
            stopped = true;
            await running;
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/nginx/router.js











const router_EVERY = 50;
/**
 * nginx as the load balancer: one for the clients, whose paper changes with the listeners only, and one behind it for the
 * tasks. Weights are files. It goes on serving when this process is killed.
 */
const createNginxRouter = ({ folder, bug, reloads = false }) => {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(folder, 'doors'), { recursive: true });
    let closed = false;
    const [front, back] = [createNginx(folder, 'front'), createBack(folder, () => closed)];
    const doors = new Map();
    const tail = createTail((0,external_node_path_.join)(folder, 'requests.log'));
    const shown = new WeakMap();
    let looking = false;
    const openFront = () => front.follow(frontPaper(folder, [...doors.values()].map(frontDoorOf)));
    const shift = (shares) => {
        for (const { door, rule, weights, buckets } of shares) {
            showBuckets(folder, door, buckets);
            shown.set(rule, weights);
        }
    };
    const flight = createFlight({
        targets: () => targetsIn(doors.values()),
        isSettled: () => !looking && back.isSettled(),
        socketTo: back.socketTo,
    });
    const tell = () => {
        for (const text of tail()) {
            const line = readLine(text);
            const door = line && doors.get(line.door);
            if (door)
                router_count(door, line);
        }
    };
    let weighed = '';
    const mayReload = (shares) => {
        const now = JSON.stringify(shares);
        if (reloads && weighed !== '' && now !== weighed)
            front.reload();
        weighed = now;
    };
    /** Without a door nothing is known yet, and what an earlier process left goes on as it is. */
    const look = async () => {
        if (doors.size === 0)
            return;
        flight.watch();
        tell();
        const { slots: wanted, shares } = slots_planOf([...doors.values()]);
        looking = true;
        await back.place(wanted);
        shift(shares);
        mayReload(shares);
        await openFront();
        looking = false;
    };
    const turns = turns_createTurns(look, { every: router_EVERY, bug });
    const shut = async (door) => {
        doors.delete(slots_nameOf(door));
        if (!closed)
            await turns.under().then(openFront);
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, 'doors', slots_nameOf(door)), { recursive: true, force: true });
    };
    return {
        async open(door) {
            const plain = door;
            doors.set(slots_nameOf(door), plain);
            await turns.next();
            return { close: () => shut(plain) };
        },
        shown: (rule) => shown.get(rule) ?? rule.weights,
        async close() {
            closed = true;
            flight.stop();
            await turns.stop();
            await front.stop();
            await back.stop();
        },
    };
};
const frontDoorOf = (door) => ({
    name: slots_nameOf(door),
    address: door.address,
    port: door.port,
    rule: slots_defaultRule(door),
});
const router_count = (door, { slot, ending }) => {
    const group = bucket_orderOf(slots_defaultRule(door).weights).find((one) => slotOf(one) === slot);
    if (group !== undefined)
        door.ended(group, ending);
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/choose.js




/** Ends what is left of nginx where the cluster ended without a word. */
const SWEEP = `cat >/dev/null
for one in front slots; do
  [ -f "$1/$one.pid" ] && kill -TERM "$(cat "$1/$one.pid")" 2>/dev/null
done
rm -rf "$1"
`;
const keptNginx = (bug, reloads) => {
    const kept = (0,keeper/* keep */.a)({ script: SWEEP });
    const router = createNginxRouter({ folder: kept.folder, bug, reloads });
    return {
        ...router,
        close: async () => {
            await router.close();
            await kept.stop();
        },
    };
};
const createRouter = (name, { state, bug, control }) => {
    if (name === 'in-process')
        return createInProcessRouter();
    const reloads = control === 'reload';
    return state === undefined
        ? keptNginx(bug, reloads)
        : createNginxRouter({ folder: (0,external_node_path_.join)(state, 'nginx'), bug, reloads });
};

;// CONCATENATED MODULE: ./.build/rehearsal/scaling/targets.js



const targets_invalid = (message) => refuse('ValidationException', message);
const ROLE = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService`;
const checkNamespace = ({ ServiceNamespace }) => {
    if (ServiceNamespace !== 'ecs')
        targets_invalid(`The rehearsal cluster plays the service namespace ecs only, not '${ServiceNamespace}'.`);
};
/** `service/CLUSTER/NAME`, of a service that is there. */
const checkResource = (world, { ResourceId = '', ScalableDimension }, region) => {
    const [kind, cluster = '', name = '', ...rest] = ResourceId.split('/');
    if (kind !== 'service' || name === '' || rest.length > 0)
        targets_invalid(`Unsupported service namespace, resource type or scalable dimension: '${ResourceId}' must be service/CLUSTER/NAME.`);
    if (ScalableDimension !== 'ecs:service:DesiredCount')
        targets_invalid(`The scalable dimension '${ScalableDimension}' must be ecs:service:DesiredCount.`);
    if (world.services.get(serviceArn(region, cluster, name))?.service.status !== 'ACTIVE')
        targets_invalid(`ECS service doesn't exist: ${ResourceId}`);
};
const FLAGS = [
    'DynamicScalingInSuspended',
    'DynamicScalingOutSuspended',
    'ScheduledScalingSuspended',
];
/** What is not said stays as it was. */
const suspended = (before, given) => Object.fromEntries(FLAGS.map((flag) => [flag, given?.[flag] ?? before?.[flag] ?? false]));
const checkCapacity = (low, high) => {
    if (low === undefined || high === undefined)
        targets_invalid('MinCapacity and MaxCapacity are required for a new scalable target.');
    for (const [name, value] of [
        ['MinCapacity', low],
        ['MaxCapacity', high],
    ])
        if (!Number.isInteger(value) || (value ?? 0) < 0)
            targets_invalid(`${name} ${value} must be a whole number from 0.`);
    if ((low ?? 0) > (high ?? 0))
        targets_invalid('Maximum capacity cannot be less than minimum capacity');
};
const merged = (before, input, region, now) => ({
    ServiceNamespace: input.ServiceNamespace,
    ResourceId: input.ResourceId,
    ScalableDimension: input.ScalableDimension,
    MinCapacity: input.MinCapacity ?? before?.MinCapacity,
    MaxCapacity: input.MaxCapacity ?? before?.MaxCapacity,
    RoleARN: input.RoleARN ?? before?.RoleARN ?? ROLE,
    CreationTime: before?.CreationTime ?? new Date(now),
    SuspendedState: suspended(before?.SuspendedState, input.SuspendedState),
    ScalableTargetARN: before?.ScalableTargetARN ?? scalableTargetArn(region),
});
const targetAt = (world, { ResourceId = '' }) => world.scaling.targets.get(ResourceId) ??
    refuse('ObjectNotFoundException', `No scalable target found for service namespace: ecs, resource ID: ${ResourceId}, scalable dimension: ecs:service:DesiredCount`);
const targetOperations = (world) => ({
    RegisterScalableTarget(input, region) {
        checkNamespace(input);
        checkResource(world, input, region);
        const target = merged(world.scaling.targets.get(input.ResourceId ?? ''), input, region, world.clock.now());
        checkCapacity(target.MinCapacity, target.MaxCapacity);
        world.scaling.targets.set(input.ResourceId ?? '', target);
        return { ScalableTargetARN: target.ScalableTargetARN };
    },
    DescribeScalableTargets(input) {
        checkNamespace(input);
        const found = [...world.scaling.targets.values()].filter(({ ResourceId = '' }) => input.ResourceIds?.includes(ResourceId) ?? true);
        const [ScalableTargets, NextToken] = tokenPage(found, input.NextToken, input.MaxResults ?? 50, 50);
        return { ScalableTargets, NextToken };
    },
    /** Its policies go with it. */
    DeregisterScalableTarget(input) {
        checkNamespace(input);
        const { ResourceId = '' } = targetAt(world, input);
        world.scaling.targets.delete(ResourceId);
        for (const [name, policy] of world.scaling.policies)
            if (policy.ResourceId === ResourceId)
                world.scaling.policies.delete(name);
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/scaling/policies.js





const policies_keyOf = ({ ResourceId = '', PolicyName = '' }) => `${ResourceId}:${PolicyName}`;
const checkPolicy = (input) => {
    const target = input.TargetTrackingScalingPolicyConfiguration;
    const step = input.StepScalingPolicyConfiguration;
    if (input.PolicyType === 'PredictiveScaling')
        targets_invalid('The rehearsal cluster does not play the policy type PredictiveScaling.');
    if (input.PolicyType === 'TargetTrackingScaling' && (!target || step))
        targets_invalid('A policy of the type TargetTrackingScaling needs TargetTrackingScalingPolicyConfiguration, and no other.');
    if (input.PolicyType !== 'TargetTrackingScaling' && (!step || target))
        targets_invalid('A policy of the type StepScaling needs StepScalingPolicyConfiguration, and no other.');
};
const policyOf = (before, input, region, now) => ({
    PolicyName: input.PolicyName,
    ServiceNamespace: input.ServiceNamespace,
    ResourceId: input.ResourceId,
    ScalableDimension: input.ScalableDimension,
    PolicyType: input.PolicyType ?? 'StepScaling',
    PolicyARN: before?.PolicyARN ??
        scalingPolicyArn(region, (0,external_node_crypto_.randomUUID)(), input.ResourceId ?? '', input.PolicyName ?? ''),
    StepScalingPolicyConfiguration: input.StepScalingPolicyConfiguration,
    TargetTrackingScalingPolicyConfiguration: input.TargetTrackingScalingPolicyConfiguration,
    CreationTime: before?.CreationTime ?? new Date(now),
    Alarms: [],
});
/** Policies are kept and answered; nothing here scales by them. */
const policyOperations = (world) => ({
    PutScalingPolicy(input, region) {
        checkNamespace(input);
        targetAt(world, input);
        checkPolicy(input);
        const policy = policyOf(world.scaling.policies.get(policies_keyOf(input)), input, region, world.clock.now());
        world.scaling.policies.set(policies_keyOf(input), policy);
        return { PolicyARN: policy.PolicyARN, Alarms: [] };
    },
    DescribeScalingPolicies(input) {
        checkNamespace(input);
        const found = [...world.scaling.policies.values()].filter(({ PolicyName = '', ResourceId }) => (input.PolicyNames?.includes(PolicyName) ?? true) && (input.ResourceId ?? ResourceId) === ResourceId);
        const [ScalingPolicies, NextToken] = tokenPage(found, input.NextToken, input.MaxResults ?? 10, 10);
        return { ScalingPolicies, NextToken };
    },
    DeleteScalingPolicy(input) {
        checkNamespace(input);
        if (!world.scaling.policies.delete(policies_keyOf(input)))
            refuse('ObjectNotFoundException', `No scaling policy found with the name ${input.PolicyName}`);
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/container.js

/** Marks everything that a server started, so that it can be found again and removed. */
const LABEL = 'stagger.rehearsal';
const labelsOf = (owner, order, name) => ({
    [LABEL]: owner,
    'com.amazonaws.ecs.task-arn': order.arn,
    'com.amazonaws.ecs.container-name': name,
    'com.amazonaws.ecs.task-definition-family': order.definition.family ?? '',
    'com.amazonaws.ecs.task-definition-version': String(order.definition.revision ?? ''),
});
/** How the engine calls a container of a task. */
const engineName = ({ id, definition }, container) => `ecs-${definition.family}-${container}-${id}`;
const SECOND = 1_000_000_000;
const healthCheck = ({ command, interval, timeout, retries, startPeriod }) => ({
    Test: command,
    Interval: (interval ?? 30) * SECOND,
    Timeout: (timeout ?? 5) * SECOND,
    Retries: retries ?? 3,
    StartPeriod: (startPeriod ?? 0) * SECOND,
});
const container_bind = (address, ports) => {
    const bindings = {};
    for (const { containerPort, hostPort, protocol } of ports) {
        const key = `${containerPort}/${protocol}`;
        bindings[key] = [...(bindings[key] ?? []), { HostIp: address, HostPort: String(hostPort) }];
    }
    return bindings;
};
/** Every port of every container: the first one owns the task's network, as ECS's pause container does. */
const atOwnAddress = ({ address, definition }) => container_bind(address, (definition.containerDefinitions ?? [])
    .flatMap((container) => wantedPorts(container))
    .map((port) => ({ ...port, hostPort: port.containerPort })));
const links = (order, container) => {
    const found = linksOf(container).map(([name, alias]) => `${engineName(order, name)}:${alias}`);
    return found.length > 0 ? { Links: found } : {};
};
const network = (order, container, owner) => {
    if (owner === null)
        return {};
    if (owner !== undefined)
        return { HostConfig: { NetworkMode: `container:${owner}` } };
    const ports = hasOwnAddress(order.definition)
        ? atOwnAddress(order)
        : container_bind(order.address, wantedPorts(container));
    return {
        ExposedPorts: Object.fromEntries(Object.keys(ports).map((port) => [port, {}])),
        HostConfig: { PortBindings: ports, ...links(order, container) },
    };
};
/** What is written in the definition, then its secrets: those win, as on ECS. */
const environment = (order, definition) => [
    ...(definition.environment ?? []).map(({ name, value }) => `${name}=${value ?? ''}`),
    ...(definition.secrets ?? []).map(({ name, valueFrom }) => `${name}=${order.secret(valueFrom ?? '')}`),
];
/** The engine's description of one container of a task. Limits of CPU and memory are not set: a rehearsal shares one machine. */
const describeContainer = (order, definition, owner, 
/** Whose network it joins; undefined where it has its own or holds the task's, null where it needs none of it. */
networkOwner) => ({
    Image: definition.image,
    Env: environment(order, definition),
    ...(definition.command ? { Cmd: definition.command } : {}),
    ...(definition.entryPoint ? { Entrypoint: definition.entryPoint } : {}),
    ...(definition.workingDirectory ? { WorkingDir: definition.workingDirectory } : {}),
    ...(definition.user ? { User: definition.user } : {}),
    ...(definition.healthCheck ? { Healthcheck: healthCheck(definition.healthCheck) } : {}),
    Labels: { ...definition.dockerLabels, ...labelsOf(owner, order, definition.name ?? '') },
    StopSignal: 'SIGTERM',
    ...network(order, definition, networkOwner),
});

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/engine.js




class EngineError extends Error {
    status;
    constructor(status, message) {
        super(message);
        this.name = 'EngineError';
        this.status = status;
    }
}
const engine_API = '/v1.41';
const DEFAULT_HOST = 'unix:///var/run/docker.sock';
const doorOf = (host) => {
    if (host.startsWith('unix://'))
        return { socketPath: host.slice('unix://'.length) };
    const url = new URL(host.replace(/^tcp:/, 'http:'));
    return { host: url.hostname, port: Number(url.port || 2375) };
};
const messageIn = (body) => {
    try {
        return JSON.parse(body).message ?? body;
    }
    catch {
        return body;
    }
};
const connectEngine = (host) => {
    const agent = new external_node_http_.Agent({ keepAlive: true, timeout: 5000 });
    const door = doorOf(host);
    const ask = async (method, path, body) => {
        const content = body === undefined ? '' : JSON.stringify(body);
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) };
        const asked = (0,external_node_http_.request)({ ...door, method, path: `${engine_API}${path}`, headers, agent });
        asked.on('error', () => { });
        asked.end(content);
        const [answer] = (await (0,external_node_events_.once)(asked, 'response'));
        const status = answer.statusCode ?? 0;
        if (status >= 400)
            throw new EngineError(status, messageIn(await (0,consumers_.text)(answer)));
        return answer;
    };
    return {
        stream: ask,
        call: async (method, path, body) => {
            const answer = await (0,consumers_.text)(await ask(method, path, body));
            return answer === '' || !/^[[{"]/.test(answer) ? undefined : JSON.parse(answer);
        },
        close: () => agent.destroy(),
    };
};
/** An engine that answers, or the error that says how to get one. */
const findEngine = async (host) => {
    const engine = connectEngine(host);
    try {
        await engine.call('GET', '/version');
        return engine;
    }
    catch (error) {
        engine.close();
        throw new words/* StaggerError */.IY({
            code: 'no-docker-engine',
            fault: 'caller',
            problem: 'No Docker engine answers',
            why: `asked at ${host}: ${error.message}`,
            fix: 'run `npm run setup -- --yes`, or start `dockerd` and set DOCKER_HOST to its socket',
        });
    }
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/image.js



const inspect = async (engine, image) => {
    try {
        return (await engine.call('GET', `/images/${image}/json`));
    }
    catch (error) {
        if (error instanceof EngineError && error.status === 404)
            return undefined;
        throw error;
    }
};
/** `repository` and tag or digest, as the engine's pull wants them. */
const splitReference = (image) => {
    const at = image.indexOf('@');
    if (at >= 0)
        return { name: image.slice(0, at), tag: image.slice(at + 1) };
    const colon = image.indexOf(':', image.lastIndexOf('/') + 1);
    return colon < 0
        ? { name: image, tag: 'latest' }
        : { name: image.slice(0, colon), tag: image.slice(colon + 1) };
};
const errorIn = (progress) => progress
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line).error)
    .find((error) => error !== undefined);
const pull = async (engine, image) => {
    const { name, tag } = splitReference(image);
    const query = new URLSearchParams({ fromImage: name, tag });
    try {
        return errorIn(await (0,consumers_.text)(await engine.stream('POST', `/images/create?${query}`)));
    }
    catch (error) {
        return error.message;
    }
};
const digestOf = (image, { RepoDigests = [] }) => {
    const { name, tag } = splitReference(image);
    if (tag.startsWith('sha256:'))
        return tag;
    return RepoDigests.find((digest) => digest.startsWith(`${name}@`))?.split('@')[1];
};
/** Makes sure that the engine has the image; answers with its digest where it has one. */
const ensureImage = async (engine, image) => {
    const here = await inspect(engine, image);
    if (here)
        return digestOf(image, here);
    const error = await pull(engine, image);
    const pulled = error === undefined ? await inspect(engine, image) : undefined;
    if (!pulled)
        throw new StartFailure(`CannotPullContainerError: pull image ${image} failed: ${error ?? 'the engine does not have it'}`);
    return digestOf(image, pulled);
};

;// CONCATENATED MODULE: ./.build/rehearsal/logs/store.js
/** Enough for a rehearsal's tails; the oldest lines of a stream go first. */
const MOST_EVENTS = 10_000;
const append = (stream, timestamp, message) => {
    stream.events.push({ timestamp, message, ingestionTime: Date.now() });
    if (stream.events.length > MOST_EVENTS)
        stream.events.splice(0, stream.events.length - MOST_EVENTS);
};
const openIn = (group, name) => {
    const stream = group.streams.get(name) ?? { name, createdAt: Date.now(), events: [] };
    group.streams.set(name, stream);
    return stream;
};
const createLogStore = () => {
    const groups = new Map();
    return {
        groups,
        createGroup: (name) => void groups.set(name, { name, streams: new Map() }),
        open: (name, stream) => {
            const group = groups.get(name);
            return group && openIn(group, stream);
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/awslogs.js


const awslogs_missing = (group) => {
    throw new StartFailure(`ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. (log group ${group})`);
};
/** The stream that awslogs writes to: `prefix/container/task`. Undefined where the definition keeps no logs here. */
const openStream = (logs, definition, task) => {
    const { logDriver, options = {} } = definition.logConfiguration ?? {};
    const group = options['awslogs-group'];
    if (logDriver !== 'awslogs' || group === undefined)
        return undefined;
    if (options['awslogs-create-group'] === 'true' && !logs.groups.has(group))
        logs.createGroup(group);
    const prefix = options['awslogs-stream-prefix'];
    const name = prefix === undefined ? task : `${prefix}/${definition.name}/${task}`;
    return logs.open(group, name) ?? awslogs_missing(group);
};
const HEADER = 8;
/** Cuts the engine's multiplexed stream into its frames' contents. */
const createDemultiplexer = () => {
    let rest = Buffer.alloc(0);
    return (chunk) => {
        rest = Buffer.concat([rest, chunk]);
        const contents = [];
        while (rest.length >= HEADER) {
            const end = HEADER + rest.readUInt32BE(4);
            if (rest.length < end)
                break;
            contents.push(rest.subarray(HEADER, end));
            rest = rest.subarray(end);
        }
        return Buffer.concat(contents).toString();
    };
};
const record = (stream, line) => {
    const space = line.indexOf(' ');
    const timestamp = Date.parse(line.slice(0, space));
    if (!Number.isNaN(timestamp))
        append(stream, timestamp, line.slice(space + 1).replace(/\r$/, ''));
};
/** Follows a container's output, with the engine's timestamps, to its end. */
const awslogs_follow = async (source, stream) => {
    const demultiplex = createDemultiplexer();
    let rest = '';
    for await (const chunk of source) {
        const lines = (rest + demultiplex(chunk)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            record(stream, line);
    }
    if (rest !== '')
        record(stream, rest);
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/dependencies.js


const unresolved = (box, dependency, why) => {
    throw new StartFailure(`dependency graph: failed to resolve container ordering dependency [${dependency.containerName}] for target [${box.definition.name}] as ${why}.`);
};
const hasSucceeded = (on, box, dependency) => {
    if (on.phase === 'stopped' && on.exitCode !== 0)
        unresolved(box, dependency, 'dependency did not exit successfully');
    return on.phase === 'stopped';
};
const isHealthy = (on, box, dependency) => {
    if (on.phase === 'stopped' || on.health === 'UNHEALTHY')
        unresolved(box, dependency, 'dependency did not become healthy');
    return on.health === 'HEALTHY';
};
const isMet = (boxes, box, dependency) => {
    const on = boxes.find(({ definition }) => definition.name === dependency.containerName);
    if (!on)
        return true;
    switch (dependency.condition) {
        case 'COMPLETE':
            return on.phase === 'stopped';
        case 'SUCCESS':
            return hasSucceeded(on, box, dependency);
        case 'HEALTHY':
            return isHealthy(on, box, dependency);
        default:
            return on.phase !== 'pending';
    }
};
/** A link is to a container that there is. */
const isLinkable = (boxes, name) => boxes.find(({ definition }) => definition.name === name)?.phase !== 'pending';
/** Whether everything that a container waits for is as it wants it; throws where that can never be. */
const dependencies_mayStart = (boxes, box) => (box.definition.dependsOn ?? []).every((dependency) => isMet(boxes, box, dependency)) &&
    linksOf(box.definition).every(([name]) => isLinkable(boxes, name));
/** Others start only once it has ended: it cannot hold the network that they share. */
const endsFirst = (boxes, { definition }) => boxes.some(({ definition: other }) => (other.dependsOn ?? []).some(({ containerName, condition }) => containerName === definition.name && (condition === 'COMPLETE' || condition === 'SUCCESS')));

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/record.js

const createRecord = (order) => ({
    order,
    stopAsked: false,
    boxes: (order.definition.containerDefinitions ?? []).map((definition) => ({
        definition,
        containerId: undefined,
        imageDigest: undefined,
        published: order.published?.[definition.name ?? ''] ?? [],
        phase: 'pending',
        health: 'UNKNOWN',
    })),
});
const isEssential = ({ definition }) => definition.essential !== false;
const phaseOf = ({ boxes, startFailure }) => {
    const all = (phase) => boxes.every((box) => box.phase === phase);
    if (startFailure !== undefined)
        return boxes.some(({ phase }) => phase === 'running') ? 'running' : 'stopped';
    if (all('stopped'))
        return 'stopped';
    return boxes.some(({ phase }) => phase === 'pending') ? 'pending' : 'running';
};
/** A task is as healthy as its essential containers that check themselves. */
const healthOf = (boxes) => {
    const checked = boxes.filter((box) => isEssential(box) && box.definition.healthCheck);
    if (checked.some(({ health }) => health === 'UNHEALTHY'))
        return 'UNHEALTHY';
    return checked.length > 0 && checked.every(({ health }) => health === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN';
};
const viewBox = ({ definition }, box) => ({
    name: box.definition.name ?? '',
    image: box.definition.image ?? '',
    phase: box.phase,
    health: box.health,
    ...(box.imageDigest === undefined ? {} : { imageDigest: box.imageDigest }),
    ...(box.containerId === undefined ? {} : { runtimeId: box.containerId }),
    ...(box.exitCode === undefined ? {} : { exitCode: box.exitCode }),
    ...(box.reason === undefined ? {} : { reason: box.reason }),
    ...(hasOwnAddress(definition) ? {} : { ports: box.published }),
});
const stoppedOf = (record) => {
    if (phaseOf(record) !== 'stopped')
        return {};
    const reason = record.startFailure ?? record.reason ?? 'Essential container in task exited';
    return { stopped: { startFailed: record.startFailure !== undefined, reason } };
};
const record_viewOf = (record) => ({
    address: record.order.address,
    phase: phaseOf(record),
    health: healthOf(record.boxes),
    hasHealthCheck: record.boxes.some((box) => isEssential(box) && box.definition.healthCheck),
    containers: record.boxes.map((box) => viewBox(record.order, box)),
    ...(record.pullStartedAt ? { pullStartedAt: record.pullStartedAt } : {}),
    ...(record.pullStoppedAt ? { pullStoppedAt: record.pullStoppedAt } : {}),
    ...stoppedOf(record),
});

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/lifecycle.js







const HEALTH = { healthy: 'HEALTHY', unhealthy: 'UNHEALTHY' };
const HEALTH_EVERY = 500;
const DEFAULT_STOP_TIMEOUT = 30;
const pathOf = ({ containerId }) => `/containers/${containerId}`;
const lifecycle_inspect = async ({ engine }, box) => (await engine.call('GET', `${pathOf(box)}/json`));
const lifecycle_remove = async ({ engine }, box) => {
    await engine.call('DELETE', `${pathOf(box)}?force=1&v=1`);
};
/**
 * The container that holds the task's network: the first to start that is not to end before the others. Where the task
 * has no address of its own, each container has a network of its own.
 */
const lifecycle_networkOf = (record, box) => {
    if (!hasOwnAddress(record.order.definition))
        return undefined;
    if (record.networkOwner !== undefined)
        return record.networkOwner;
    return endsFirst(record.boxes, box) ? null : undefined;
};
const lifecycle_create = async (yard, record, box) => {
    const network = lifecycle_networkOf(record, box);
    const body = describeContainer(record.order, box.definition, yard.owner, network);
    const name = engineName(record.order, box.definition.name ?? '');
    const made = (await yard.engine.call('POST', `/containers/create?name=${name}`, body));
    box.containerId = made.Id;
    if (network === undefined)
        record.networkOwner = made.Id;
};
/** SIGTERM, and SIGKILL once the container's `stopTimeout` has passed. */
const halt = async ({ engine, abrupt }, box) => {
    if (box.containerId === undefined || box.phase === 'stopped')
        return;
    const seconds = abrupt ? 0 : (box.definition.stopTimeout ?? DEFAULT_STOP_TIMEOUT);
    await engine.call('POST', `${pathOf(box)}/stop?t=${seconds}`);
};
/** SIGKILL: a fault on purpose. */
const kill = async ({ engine }, box) => {
    if (box.containerId === undefined || box.phase === 'stopped')
        return;
    await engine.call('POST', `${pathOf(box)}/kill`);
};
const watchHealth = async (yard, box) => {
    while (!yard.isClosing() && box.phase === 'running') {
        const { State } = await lifecycle_inspect(yard, box);
        box.health = HEALTH[State.Health?.Status] ?? 'UNKNOWN';
        await (0,promises_.setTimeout)(HEALTH_EVERY, undefined, { ref: false });
    }
};
const takeDownWith = (yard, record, ended) => {
    record.reason ??= 'Essential container in task exited';
    for (const box of record.boxes)
        if (box !== ended)
            yard.track(halt(yard, box));
};
const awaitExit = async (yard, record, box) => {
    const { StatusCode } = (await yard.engine.call('POST', `${pathOf(box)}/wait`));
    const last = await lifecycle_inspect(yard, box).catch(() => undefined);
    box.exitCode = StatusCode;
    if (last?.State.OOMKilled)
        box.reason = 'OutOfMemoryError: Container killed due to memory usage';
    box.phase = 'stopped';
    if (isEssential(box))
        takeDownWith(yard, record, box);
};
/** Only one that runs has them: they are read once. */
const publishedAt = async (yard, box) => {
    const { NetworkSettings } = await lifecycle_inspect(yard, box);
    return Object.entries(NetworkSettings?.Ports ?? {}).flatMap(([port, bindings]) => {
        const [containerPort, protocol = 'tcp'] = port.split('/');
        return (bindings ?? []).map(({ HostPort }) => ({
            containerPort: Number(containerPort),
            hostPort: Number(HostPort),
            protocol,
        }));
    });
};
const lifecycle_start = async (yard, { order }, box) => {
    await yard.engine.call('POST', `${pathOf(box)}/start`).catch((error) => {
        throw new StartFailure(`CannotStartContainerError: Error response from daemon: ${error.message}`);
    });
    if (!hasOwnAddress(order.definition))
        box.published = await publishedAt(yard, box);
    box.phase = 'running';
};
const readLogs = async (yard, record, box) => {
    const stream = openStream(record.order.logs, box.definition, record.order.id);
    if (!stream)
        return;
    const source = await yard.engine.stream('GET', `${pathOf(box)}/logs?follow=1&stdout=1&stderr=1&timestamps=1`);
    await awslogs_follow(source, stream);
};
/** Reads how a container ended, or will: it is removed when it has and its logs are read. */
const lifecycle_finish = (yard, record, box) => {
    const read = readLogs(yard, record, box);
    yard.track(Promise.all([awaitExit(yard, record, box), read]).then(() => lifecycle_remove(yard, box)));
};
/** Sees to the rest of a running container's life. */
const resume = (yard, record, box) => {
    lifecycle_finish(yard, record, box);
    if (box.definition.healthCheck)
        yard.track(watchHealth(yard, box));
};
/** Starts a container and sees to the rest of its life. */
const live = async (yard, record, box) => {
    openStream(record.order.logs, box.definition, record.order.id);
    await lifecycle_start(yard, record, box);
    resume(yard, record, box);
    if (record.stopAsked)
        yard.track(halt(yard, box));
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/adopt.js




const listOwned = async ({ engine, owner }) => {
    const filters = encodeURIComponent(JSON.stringify({ label: [`${LABEL}=${owner}`] }));
    return (await engine.call('GET', `/containers/json?all=1&filters=${filters}`));
};
const taskOf = ({ Labels }) => Labels['com.amazonaws.ecs.task-arn'];
const adopt_nameOf = ({ Labels }) => Labels['com.amazonaws.ecs.container-name'];
const addressIn = (found) => found.flatMap(({ Ports = [] }) => Ports.flatMap(({ IP }) => IP ?? []))[0];
const publishedIn = ({ Ports = [] }) => Ports.flatMap(({ PrivatePort, PublicPort, Type }) => PublicPort === undefined ? [] : [{ containerPort: PrivatePort, hostPort: PublicPort, protocol: Type }]);
const ENDED = ['exited', 'dead'];
const trace = (box, found) => {
    const one = found.find((listed) => adopt_nameOf(listed) === box.definition.name);
    box.containerId = one?.Id;
    if (one?.State === 'running') {
        box.published = publishedIn(one);
        return { box, left: 'running' };
    }
    return { box, left: ENDED.includes(one?.State ?? '') ? 'ended' : 'nothing' };
};
/** What is not essential may have ended long ago, where the task once ran as a whole. */
const isThere = ({ begun }, { box, left }) => left !== 'nothing' || (begun === 'wholly' && !isEssential(box));
const adopt_LOST = {
    once: 'The rehearsal cluster ended while the task was starting',
    wholly: 'Essential container in task exited while the rehearsal cluster was down',
};
const adopt_remove = ({ engine }, found) => Promise.allSettled(found.map(({ Id }) => engine.call('DELETE', `/containers/${Id}?force=1&v=1`)));
/** Ends what is left of a task that has lost a part of itself. */
const giveUp = async (yard, record, reason, found) => {
    await adopt_remove(yard, found);
    record.reason = reason;
    for (const box of record.boxes)
        box.phase = 'stopped';
};
const adopt_takeUp = (yard, record, { box, left }) => {
    box.phase = left === 'running' ? 'running' : 'stopped';
    if (left === 'running')
        resume(yard, record, box);
    if (left === 'ended')
        lifecycle_finish(yard, record, box);
};
const nameImages = async ({ engine }, { boxes }) => {
    for (const box of boxes)
        box.imageDigest = await ensureImage(engine, box.definition.image ?? '').catch(() => undefined);
};
/**
 * What becomes of one task: as it was, with the exit codes of what ended meanwhile; stopped where a part of it is gone.
 * Where the start of one that may begin again was cut in half, nothing is left of it, so that it is started again.
 */
const adoptOne = async (yard, adopted, found) => {
    const { order, begun } = adopted;
    const record = createRecord({ ...order, address: addressIn(found) ?? order.address });
    const traces = record.boxes.map((box) => trace(box, found));
    if (traces.every((one) => isThere(adopted, one))) {
        await nameImages(yard, record);
        for (const one of traces)
            adopt_takeUp(yard, record, one);
        return record;
    }
    if (begun !== 'again') {
        await giveUp(yard, record, adopt_LOST[begun], found);
        return record;
    }
    await adopt_remove(yard, found);
    return undefined;
};
/** The containers of a server that ended without a word, found by their labels. */
const adoptAll = async (yard, tasks) => {
    const listed = await listOwned(yard);
    const known = new Set(tasks.map(({ order }) => order.arn));
    await adopt_remove(yard, listed.filter((one) => !known.has(taskOf(one) ?? '')));
    const adopted = await Promise.all(tasks.map(async (task) => {
        const found = listed.filter((one) => taskOf(one) === task.order.arn);
        return [task.order.id, await adoptOne(yard, task, found)];
    }));
    return adopted.flatMap(([id, record]) => (record ? [[id, record]] : []));
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/unplayed.js
/** Parts of a container definition whose absence would let a broken task look well: their task must not start. */
const NEEDED = ['environmentFiles', 'mountPoints', 'volumesFrom'];
/** Why a task cannot be played here, or undefined where it can. */
const unplayedParts = ({ containerDefinitions = [] }) => {
    for (const container of containerDefinitions)
        for (const part of NEEDED)
            if ((container[part]?.length ?? 0) > 0)
                return `ResourceInitializationError: the rehearsal cluster does not play ${part} (container ${container.name}) yet`;
    return undefined;
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/docker.js










const docker_refuseUnplayed = ({ order }) => {
    const reason = unplayedParts(order.definition);
    if (reason !== undefined)
        throw new StartFailure(reason);
};
const pullAll = async ({ engine }, record) => {
    record.pullStartedAt = new Date();
    for (const box of record.boxes)
        box.imageDigest = await ensureImage(engine, box.definition.image ?? '');
    record.pullStoppedAt = new Date();
};
const docker_begin = async (yard, record) => {
    docker_refuseUnplayed(record);
    await pullAll(yard, record);
    await startAll(yard, record);
};
const LOOK_EVERY = 50;
/** Each container once those that it depends on allow it; where an essential one ended, no more. */
const startAll = async (yard, record) => {
    const left = new Set(record.boxes);
    while (left.size > 0) {
        if (record.stopAsked || yard.isClosing())
            throw new StartFailure('Task was stopped before it started');
        if (record.reason !== undefined)
            return docker_giveUp(left);
        const box = [...left].find((one) => dependencies_mayStart(record.boxes, one));
        if (box) {
            left.delete(box);
            await lifecycle_create(yard, record, box);
            await live(yard, record, box);
        }
        else
            await (0,promises_.setTimeout)(LOOK_EVERY);
    }
};
const docker_giveUp = (left) => {
    for (const box of left)
        box.phase = 'stopped';
};
/** Takes down what a task that could not start has left. */
const abandon = async (yard, record, error) => {
    record.startFailure = error.message;
    for (const box of record.boxes) {
        if (box.phase === 'running')
            await halt(yard, box);
        else if (box.containerId !== undefined)
            await lifecycle_remove(yard, box);
        box.phase = 'stopped';
    }
};
const removeOwned = async ({ engine, owner }) => {
    const filters = encodeURIComponent(JSON.stringify({ label: [`${LABEL}=${owner}`] }));
    const left = (await engine.call('GET', `/containers/json?all=1&filters=${filters}`));
    await Promise.allSettled(left.map(({ Id }) => engine.call('DELETE', `/containers/${Id}?force=1&v=1`)));
};
/** Gone already: somebody else removed it, which is what was wanted. */
const isGone = (error) => error instanceof EngineError && [304, 404, 409].includes(error.status);
/** Tasks as real containers on a Docker engine. */
const createDockerDriver = (engine, owner, progress, abrupt = false) => {
    const records = new Map();
    const work = new Set();
    let closing = false;
    const track = (job) => {
        const guarded = job.catch((error) => {
            if (!closing && !isGone(error))
                progress.warn(`rehearsal: ${error.message}`);
        });
        work.add(guarded);
        void guarded.finally(() => work.delete(guarded));
    };
    const yard = { engine, owner, track, isClosing: () => closing, abrupt };
    return {
        start(order) {
            if (closing || records.has(order.id))
                return;
            const record = createRecord(order);
            records.set(order.id, record);
            track(docker_begin(yard, record).catch((error) => abandon(yard, record, error)));
        },
        stop(task) {
            const record = records.get(task);
            if (!record || record.stopAsked)
                return;
            record.stopAsked = true;
            for (const box of record.boxes)
                track(halt(yard, box));
        },
        kill(task) {
            for (const box of records.get(task)?.boxes ?? [])
                track(kill(yard, box));
        },
        async adopt(tasks) {
            for (const [id, record] of await adoptAll(yard, tasks))
                records.set(id, record);
        },
        observe(task) {
            const record = records.get(task);
            return record && record_viewOf(record);
        },
        forget: (task) => void records.delete(task),
        async close() {
            closing = true;
            while (work.size > 0) {
                await removeOwned(yard);
                await Promise.race([Promise.all(work), (0,promises_.setTimeout)(200)]);
            }
            await removeOwned(yard);
            engine.close();
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/doors.js



/** One for each port of each container, closed yet. */
const doorsOf = (order, answer) => (order.definition.containerDefinitions ?? []).flatMap((container) => {
    const { name = '' } = container;
    return wantedPorts(container, order.published?.[name]).map((port) => ({
        container: name,
        server: (0,external_node_http_.createServer)(answer),
        port: hasOwnAddress(order.definition) ? { ...port, hostPort: port.containerPort } : port,
    }));
});
const openDoors = async ({ address }, doors) => {
    for (const door of doors) {
        door.server.listen(door.port.hostPort, address);
        await (0,external_node_events_.once)(door.server, 'listening');
        door.port = { ...door.port, hostPort: door.server.address().port };
    }
};
const closeDoors = (doors) => {
    for (const { server } of doors) {
        server.close();
        server.closeAllConnections();
    }
};
/** The machine's ports that lead to a container, where the task has no address of its own. */
const publishedBy = ({ definition }, doors, container) => hasOwnAddress(definition)
    ? {}
    : {
        ports: doors
            .filter(({ container: one, port }) => one === container && port.hostPort !== 0)
            .map(({ port }) => port),
    };

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/slowly.js
const PIECE_EVERY = 250;
const PIECE = 'a piece of it\n';
const slowly_numberIn = (url, name) => Number(new URLSearchParams(url.split('?')[1]).get(name) ?? 0);
/** In pieces, told beforehand how many bytes they make: what is cut off is not taken for the end. */
const trickle = (response, milliseconds) => {
    let left = Math.ceil(milliseconds / PIECE_EVERY);
    response.setHeader('content-length', left * PIECE.length);
    const timer = setInterval(() => {
        left -= 1;
        response.write(PIECE);
        if (left > 0)
            return;
        clearInterval(timer);
        response.end();
    }, PIECE_EVERY);
    response.once('close', () => clearInterval(timer));
};
/**
 * What takes its time, as some requests do: `?takes=4000` is answered after so many milliseconds, `?trickles=10000` in
 * pieces for so long. False for any other.
 */
const answerSlowly = (url, response, text) => {
    const [takes, trickles] = [slowly_numberIn(url, 'takes'), slowly_numberIn(url, 'trickles')];
    if (trickles > 0)
        trickle(response, trickles);
    else if (takes > 0)
        setTimeout(() => response.end(text), takes);
    return trickles > 0 || takes > 0;
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/hollow.js





const MANNERS = ['sick', 'exit', 'unpulled'];
const hollow_ENDED = 'Essential container in task exited';
const variable = ({ definition }, wanted) => definition.containerDefinitions?.[0]?.environment?.find(({ name }) => name === wanted)?.value;
const mannerOf = (order) => {
    const [manner = '', code = '0'] = (variable(order, 'HOLLOW') ?? '').split(':');
    const known = MANNERS.find((one) => one === manner);
    return known ? [known, Number(code)] : ['serves', 0];
};
/** Answers every request with the variable VERSION, in the body and in `x-version`; after DELAY milliseconds, if there is that, or as the request says. */
const answers = (order) => {
    const version = variable(order, 'VERSION') ?? '';
    const delay = Number(variable(order, 'DELAY') ?? 0);
    const [manner] = mannerOf(order);
    return (request, response) => {
        request.resume();
        response.statusCode = request.url === '/health' && manner === 'sick' ? 500 : 200;
        response.setHeader('x-version', version);
        if (answerSlowly(request.url ?? '', response, version))
            return;
        const answer = () => void response.end(version);
        if (delay > 0 && request.url !== '/health')
            setTimeout(answer, delay);
        else
            answer();
    };
};
const hollow_healthOf = ({ order, phase }, checked) => {
    if (!checked || phase !== 'running')
        return 'UNKNOWN';
    return mannerOf(order)[0] === 'sick' ? 'UNHEALTHY' : 'HEALTHY';
};
const containersOf = (hollow) => (hollow.order.definition.containerDefinitions ?? []).map(({ name = '', image = '', healthCheck }) => ({
    name,
    image,
    phase: hollow.phase,
    health: hollow_healthOf(hollow, healthCheck !== undefined),
    runtimeId: hollow.order.id,
    ...publishedBy(hollow.order, hollow.doors, name),
    ...(hollow.phase === 'stopped' && !hollow.startFailed ? { exitCode: hollow.exitCode } : {}),
}));
const view = (hollow) => {
    const { order, phase, reason, startFailed } = hollow;
    const checked = (order.definition.containerDefinitions ?? []).some(({ essential, healthCheck }) => essential !== false && healthCheck !== undefined);
    return {
        address: order.address,
        phase,
        health: hollow_healthOf(hollow, checked),
        hasHealthCheck: checked,
        containers: containersOf(hollow),
        ...(phase === 'stopped' ? { stopped: { startFailed, reason } } : {}),
    };
};
const openLogs = (order) => {
    for (const container of order.definition.containerDefinitions ?? []) {
        const stream = openStream(order.logs, container, order.id);
        if (stream)
            append(stream, Date.now(), `serving ${variable(order, 'VERSION') ?? ''}`);
    }
};
const hollow_halt = (hollow, reason) => {
    if (hollow.phase === 'stopped')
        return;
    closeDoors(hollow.doors);
    hollow.reason = reason;
    hollow.phase = 'stopped';
};
/** As the engine says it of an image that no registry has. */
const hollow_pull = (order) => {
    if (mannerOf(order)[0] !== 'unpulled')
        return;
    const image = order.definition.containerDefinitions?.[0]?.image ?? '';
    throw new StartFailure(`CannotPullContainerError: pull image ${image} failed: it is not there`);
};
const hollow_begin = async (hollow) => {
    const { order, doors } = hollow;
    hollow_pull(order);
    for (const { secrets } of order.definition.containerDefinitions ?? [])
        for (const { valueFrom = '' } of secrets ?? [])
            order.secret(valueFrom);
    openLogs(order);
    await openDoors(order, doors);
    // It was stopped while its doors were opening.
    if (hollow.phase !== 'pending')
        return closeDoors(doors);
    const [manner, code] = mannerOf(order);
    hollow.exitCode = code;
    hollow.phase = 'running';
    if (manner === 'exit')
        hollow_halt(hollow, hollow_ENDED);
};
const hollow_newTask = (order) => ({
    order,
    doors: doorsOf(order, answers(order)),
    phase: 'pending',
    exitCode: 0,
    reason: hollow_ENDED,
    startFailed: false,
});
const hollow_abandon = (hollow, { message }) => {
    hollow.startFailed = true;
    hollow_halt(hollow, message);
};
/** Tasks without containers: each is a small server in this process, on the task's own address and ports. */
const createHollowDriver = () => {
    const tasks = new Map();
    const driver = {
        start(order) {
            if (tasks.has(order.id))
                return;
            const hollow = hollow_newTask(order);
            tasks.set(order.id, hollow);
            void hollow_begin(hollow).catch((error) => hollow_abandon(hollow, error));
        },
        stop(task) {
            const hollow = tasks.get(task);
            if (hollow)
                hollow_halt(hollow, hollow_ENDED);
        },
        kill(task) {
            const hollow = tasks.get(task);
            if (!hollow)
                return;
            hollow.exitCode = 137;
            hollow_halt(hollow, hollow_ENDED);
        },
        // They ended with their server, and begin again where they were.
        adopt: async (adopted) => {
            for (const { order, begun } of adopted)
                if (begun !== 'again')
                    driver.start(order);
        },
        observe(task) {
            const hollow = tasks.get(task);
            return hollow && view(hollow);
        },
        forget: (task) => void tasks.delete(task),
        running: () => [...tasks.values()].filter(({ phase }) => phase === 'running').length,
        close: async () => {
            for (const hollow of tasks.values())
                hollow_halt(hollow, hollow_ENDED);
        },
    };
    return driver;
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/sweep.js



/** Removes what is left of a cluster that ended without a word (`kill -9`, out of memory). */
const sweep_SWEEP = `cat >/dev/null
export DOCKER_HOST="$3"
left=$("$2" ps --all --quiet --filter "label=$4")
[ -z "$left" ] || "$2" rm --force --volumes $left
rm -rf "$1"
`;
/** The driver, whose containers go with this process whatever ends it. Without a client nobody could remove them. */
const swept = (driver, host, owner) => {
    const client = (0,programs/* program */.DM)('docker');
    if (client === null)
        return driver;
    const kept = (0,keeper/* keep */.a)({ script: sweep_SWEEP, args: [client, host, `${LABEL}=${owner}`], holdsOutput: true });
    return {
        ...driver,
        close: async () => {
            await driver.close();
            await kept.stop();
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/metrics/requests.js
const NAMESPACE = 'AWS/ApplicationELB';
/** `…:loadbalancer/app/demo/1` → `app/demo/1`, `…:targetgroup/cart/1` → `targetgroup/cart/1`: as the dimensions have it. */
const balancerName = (arn) => arn.slice(arn.indexOf(':loadbalancer/') + ':loadbalancer/'.length);
const groupName = (arn) => arn.slice(arn.lastIndexOf(':') + 1);
const requests_named = ({ status, ownStatus, seconds }) => status === undefined
    ? [[`HTTPCode_ELB_${Math.floor(ownStatus / 100)}XX_Count`, 1]]
    : [
        [`HTTPCode_Target_${Math.floor(status / 100)}XX_Count`, 1],
        ['TargetResponseTime', seconds],
    ];
/**
 * Writes a request down under the names of an application load balancer's metrics. As there, a count that would be 0 is
 * not written at all: `treatMissingData` is about exactly that.
 */
const noteRequest = (store, answered, at) => {
    const LoadBalancer = balancerName(answered.loadBalancer);
    const TargetGroup = groupName(answered.targetGroup);
    for (const [name, value] of [['RequestCount', 1], ...requests_named(answered)])
        for (const dimensions of [{ LoadBalancer }, { LoadBalancer, TargetGroup }])
            store.note({ namespace: NAMESPACE, name, dimensions }, value, at);
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/measured.js

const measured_count = (counts, key) => void counts.set(key, (counts.get(key) ?? 0) + 1);
/** Counts by target group and by task, and writes the metrics of a load balancer, in the cluster's time. */
const createMeasured = (metrics, now) => {
    const [counts, byTask] = [new Map(), new Map()];
    return {
        ended: (answered) => {
            measured_count(counts, answered.targetGroup);
            if (answered.task !== undefined)
                measured_count(byTask, answered.task);
            noteRequest(metrics, answered, now());
        },
        requests: (targetGroup) => counts.get(targetGroup) ?? 0,
        requestsOf: (task) => byTask.get(task) ?? 0,
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/world.js




const createWorld = (parts) => {
    const metrics = createMetricStore();
    return {
        clusters: new Map(),
        definitions: new Map(),
        services: new Map(),
        loadBalancers: new Map(),
        targetGroups: new Map(),
        listeners: new Map(),
        logs: createLogStore(),
        metrics,
        measured: createMeasured(metrics, parts.clock.now),
        alarms: new Map(),
        tasks: new Map(),
        codedeploy: createCodeDeploy(),
        scaling: { targets: new Map(), policies: new Map() },
        parameters: new Map(),
        secrets: new Map(),
        ...parts,
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/serve.js









































const REQUESTS_PER_STEP = 100;
const isTasks = (text) => text === 'containers' || text === 'hollow';
const operationsOf = (world) => ({
    ecs: {
        ...clusterOperations(world),
        ...definitionOperations(world),
        ...serviceOperations(world),
        ...deploymentOperations(world),
        ...taskOperations(world),
        ...runTaskOperations(world),
    },
    elasticloadbalancing: {
        ...balancerOperations(world),
        ...groupOperations(world),
        ...listenerOperations(world),
        ...ruleOperations(world),
    },
    logs: logOperations(world.logs),
    sts: identityOperations,
    cloudwatch: { ...alarmOperations(world), ...metricOperations(world) },
    'application-autoscaling': { ...targetOperations(world), ...policyOperations(world) },
    ssm: parameterOperations(world),
    secretsmanager: secretOperations(world),
    codedeploy: {
        ...codeDeployGroups(world),
        ...codeDeployConfigs(world),
        ...codeDeployDeployments(world),
        ...codeDeployHooks(world),
    },
});
const driverOf = async (options, owner) => {
    const { driver, tasks, dockerHost, progress, control } = options;
    if (driver)
        return driver;
    if (tasks === 'hollow')
        return createHollowDriver();
    const host = dockerHost ?? process.env.DOCKER_HOST ?? DEFAULT_HOST;
    const engine = await findEngine(host);
    const made = createDockerDriver(engine, owner, progress, control === 'stop-first' || control === 'no-drain');
    // With its state on disk a cluster is taken up again, and its containers wait for that.
    return options.state === undefined ? swept(made, host, owner) : made;
};
const unopened = (port, { message }) => new words/* StaggerError */.IY({
    code: 'port-not-free',
    fault: 'caller',
    problem: `The rehearsal cluster cannot listen on port ${port}`,
    why: message,
    fix: 'give another one with `--port`, or none for any free port',
});
const serve_open = async (server, port) => {
    server.listen(port, '127.0.0.1');
    await (0,external_node_events_.once)(server, 'listening').catch((error) => {
        throw unopened(port, error);
    });
    return `http://127.0.0.1:${server.address().port}`;
};
const shut = async (server) => {
    const closed = (0,external_node_events_.once)(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
};
const takeDown = async (world) => {
    world.functions.keep(new Set());
    await Promise.all([...world.listeners.values()].map((listener) => listener.open.close()));
    for (const { group } of world.targetGroups.values())
        group.close();
    await world.router.close();
    await world.driver.close();
    await world.addresses.release();
};
/** Whoever asks twice waits for the same end. */
const onlyOnce = (work) => {
    let under;
    return () => {
        under ??= work();
        return under;
    };
};
/** Serves the ECS that runs on this machine until it is closed. */
const serveRehearsal = async (options) => {
    const bug = (error) => options.progress.warn(`rehearsal: ${error.stack ?? String(error)}`);
    const identity = identityIn(options.state);
    const shelf = options.state === undefined ? memoryShelf() : diskShelf(options.state);
    const kept = readKept(shelf);
    const driver = await driverOf(options, identity.owner);
    const addresses = await claimAddresses(kept?.addresses);
    const router = createRouter(options.router ?? 'in-process', {
        state: options.state,
        bug,
        control: options.control,
    });
    const nudge = () => loop.nudge();
    const functions = createFunctions({
        addresses: options.lambda ?? address/* NO_ADDRESSES */.xY,
        seconds: options.lambdaSeconds ?? LONGEST_SECONDS,
        warn: options.progress.warn,
        answered: nudge,
    });
    const world = createWorld({ driver, addresses, router, functions, clock: createClock(), nudge });
    const { loop, listener } = createCluster(world, {
        operations: operationsOf,
        bug,
        toll: options.rates === 'aws' ? createRates() : FREE,
        pace: options.pace ?? skip/* REAL */.B6,
        requestsPerStep: options.requestsPerStep ?? REQUESTS_PER_STEP,
        control: options.control,
        shelf,
        keeps: options.state !== undefined,
    });
    const server = (0,external_node_http_.createServer)({ keepAliveTimeout: 65_000 }, listener);
    const ready = async () => {
        if (kept)
            await restore(world, kept);
        return serve_open(server, options.port ?? identity.port ?? 0);
    };
    const endpoint = await ready().catch(async (error) => {
        await takeDown(world);
        throw error;
    });
    writeIdentity(options.state, { ...identity, port: Number(new URL(endpoint).port) });
    loop.start();
    const close = async () => {
        loop.stop();
        await shut(server);
        await takeDown(world);
        shelf.clear();
        forgetIdentity(options.state);
    };
    return { endpoint, close: onlyOnce(close) };
};


/***/ }),

/***/ 6455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ lookAt)
/* harmony export */ });
/* harmony import */ var _backstage_door_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92716);

/** Asks a cluster, wherever it is served, what there is to see of it. */
const lookAt = (endpoint) => async () => (await (await fetch(`${endpoint}${_backstage_door_js__WEBPACK_IMPORTED_MODULE_0__/* .BACKSTAGE */ .y}view`)).json());


/***/ }),

/***/ 66583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pj: () => (/* binding */ timelineText),
/* harmony export */   X$: () => (/* binding */ extend),
/* harmony export */   jy: () => (/* binding */ timelineMarkdown)
/* harmony export */ });
const isUnderWay = ({ status }) => /PENDING|IN_PROGRESS|REQUESTED/.test(status);
const whatOf = ({ status, stage, revisions }) => {
    const share = revisions[0]?.share;
    const back = status.startsWith('ROLLBACK') ? 'back: ' : '';
    const traffic = stage === 'PRODUCTION_TRAFFIC_SHIFT' && share !== undefined ? ` ${share}%` : '';
    return `${back}${stage}${traffic}`;
};
/** The timeline, one scene further: the same stage goes on, another one begins. */
const extend = (timeline, { now, services }) => services.filter(isUnderWay).reduce((all, service) => {
    const what = whatOf(service);
    const last = all.findLast((one) => one.service === service.name);
    return last?.what === what
        ? all.map((one) => (one === last ? { ...one, to: now } : one))
        : all.concat({ service: service.name, what, from: now, to: now });
}, timeline);
const clock = (instant) => instant.slice(0, 19).replace('T', ' ');
const timelineText = (timeline) => timeline.map(({ service, what, from, to }) => `${clock(from)} – ${clock(to)}  ${service}  ${what}`);
const seconds = ({ from, to }) => Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
/** A picture that GitHub draws: what stands in a label must not end it. */
const label = (text) => text.replace(/[:;,#]/g, ' ').trim();
const timelineMarkdown = (timeline) => {
    const services = [...new Set(timeline.map(({ service }) => service))];
    const rows = services.flatMap((service) => [
        `  section ${label(service)}`,
        ...timeline
            .filter((one) => one.service === service)
            .map((one) => `  ${label(one.what)} :${one.from.slice(0, 19)}, ${seconds(one)}s`),
    ]);
    const gantt = ['gantt', '  dateFormat YYYY-MM-DDTHH:mm:ss', '  axisFormat %H:%M', ...rows];
    return [
        '# The rehearsal',
        '',
        '```mermaid',
        ...gantt,
        '```',
        '',
        ...timelineText(timeline).map((line) => `- ${line}`),
        '',
    ].join('\n');
};


/***/ }),

/***/ 29050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ watch)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./.build/rehearsal/view/lines.js
const plural = (count, what) => (count === 0 ? '' : `, ${count} ${what}`);
const revisionLine = ({ name, version, running, starting, leaving, share }) => [
    `${name} (${version}): ${running} running`,
    plural(starting, 'starting'),
    plural(leaving, 'leaving'),
    share === undefined ? '' : `, ${share}% of the traffic`,
].join('');
const isUnderWay = ({ status }) => /PENDING|IN_PROGRESS|REQUESTED/.test(status);
/** One line: what it does, and what each of its revisions has. */
const serviceLine = (service) => {
    const { name, strategy, stage, status, reason, revisions } = service;
    const what = isUnderWay(service) ? `${strategy} ${status} at ${stage}` : status;
    const why = reason === undefined ? '' : ` (${reason})`;
    return `${name}: ${what}${why}; ${revisions.map(revisionLine).join('; ')}`;
};
/** What differs from before, in lines for whoever reads a log. */
const news = (before, now) => now.services
    .map(serviceLine)
    .filter((line) => !before?.services.some((service) => serviceLine(service) === line))
    .map((line) => `${now.now.slice(11, 19)}  ${line}`);
/** What fits a terminal. */
const WIDTH = 80;
const [NAME, VERSION, BAR] = [22, 12, 14];
/** The end of a name tells revisions apart, so that is what is kept of a long one. */
const narrow = (text, width) => (text.length > width ? `…${text.slice(1 - width)}` : text).padEnd(width);
const bar = (share) => {
    const full = Math.round((share * BAR) / 100);
    return `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`;
};
const change = (count, sign) => (count === 0 ? '' : ` ${sign}${count}`);
const HEAD = `  ${'revision'.padEnd(NAME)} ${'version'.padEnd(VERSION)} ${'traffic'.padEnd(BAR + 7)} req/s  tasks`;
const revisionRow = (revision, perSecond) => {
    const { name, version, running, starting, leaving, share } = revision;
    const traffic = share === undefined ? ''.padEnd(BAR + 7) : `${bar(share)} ${`${share}%`.padStart(6)}`;
    const tasks = `${running}${change(starting, '+')}${change(leaving, '-')}`;
    const columns = [narrow(name, NAME), narrow(version, VERSION), traffic, String(perSecond).padStart(5)];
    return `  ${columns.join(' ')}  ${tasks}`;
};
const headline = (service) => {
    const { name, strategy, stage, status } = service;
    const what = isUnderWay(service) ? `${strategy} · ${stage} · ${status}` : status;
    return `${name}  ${what}`.slice(0, WIDTH);
};
const requestsOf = (scene, service, revision) => scene?.services.find(({ name }) => name === service)?.revisions.find(({ name }) => name === revision)
    ?.requests;
/**
 * The whole picture for a terminal; `seconds` is the time since `before`, for the requests of each revision. Of tasks it has
 * those that run, that start (+) and that leave (-).
 */
const picture = (before, now, seconds) => [
    `time in the cluster: ${now.now.slice(0, 19).replace('T', ' ')}`,
    HEAD,
    ...now.services.flatMap((service) => [
        headline(service),
        ...service.revisions.map((revision) => {
            const was = requestsOf(before, service.name, revision.name) ?? revision.requests;
            return revisionRow(revision, Math.round((revision.requests - was) / Math.max(0.001, seconds)));
        }),
    ]),
];

// EXTERNAL MODULE: ./.build/rehearsal/view/timeline.js
var view_timeline = __webpack_require__(66583);
;// CONCATENATED MODULE: ./.build/rehearsal/view/watch.js



const EVERY = 500;
/** Draws over what it drew before, and clears what is left of longer lines. */
const draw = (screen, lines, before) => {
    const up = before > 0 ? `\u001B[${before}A` : '';
    screen.write(`${up}${lines.map((line) => `${line}\u001B[K\n`).join('')}\u001B[J`);
};
/** Shows a cluster until told to stop: as a picture in a terminal, else a line for whatever changed. */
const watch = async (look, screen, signal) => {
    let before;
    let height = 0;
    let at = Date.now();
    let timeline = [];
    while (!signal.aborted) {
        const scene = await look();
        timeline = (0,view_timeline/* extend */.X$)(timeline, scene);
        if (screen.isTTY) {
            const lines = picture(before, scene, (Date.now() - at) / 1000);
            draw(screen, lines, height);
            height = lines.length;
        }
        else
            for (const line of news(before, scene))
                screen.write(`${line}\n`);
        before = scene;
        at = Date.now();
        await (0,promises_.setTimeout)(EVERY, undefined, { signal }).catch(() => { });
    }
    return timeline;
};


/***/ })

};
