export const id = 5732;
export const ids = [5732];
export const modules = {

/***/ 36448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ keep),
/* harmony export */   k: () => (/* binding */ FOLDER_ONLY)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66347);





/** Keeps nothing but a temporary folder. */
const FOLDER_ONLY = 'cat >/dev/null\nrm -rf "$1"\n';
const keep = ({ script, args = [], files = () => ({}), holdsOutput = false }) => {
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)()), 'stagger-'));
    for (const [name, text] of Object.entries({ ...files(folder), 'keeper.sh': script })) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name), text);
    }
    const log = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'log'), 'a+');
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('sh', [(0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'keeper.sh'), folder, ...args], {
        stdio: ['pipe', log, log, ...(holdsOutput ? [1] : [])],
        // A session of its own: Ctrl-C reaches this process's group, and must not take the clean-up with it.
        detached: true,
        cwd: '/',
        env: { ...process.env, PATH: [...new Set((0,_programs_js__WEBPACK_IMPORTED_MODULE_4__/* .searchPath */ .oe)())].join(node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter) },
    });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(log);
    return kept(folder, child);
};
const kept = (folder, child) => {
    const ended = new Promise((resolve) => child.once('exit', () => resolve()));
    // Whoever forgets to stop it may still exit; the script then cleans up behind him.
    child.unref();
    const pipe = child.stdin;
    pipe.unref();
    pipe.on('error', () => { });
    return {
        folder,
        name: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(folder),
        log: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'log'), 'utf8'),
        ended: () => child.exitCode !== null || child.signalCode !== null,
        stop: async () => {
            child.ref();
            pipe.end();
            await ended;
        },
    };
};


/***/ }),

/***/ 66347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   DM: () => (/* binding */ program),
/* harmony export */   cz: () => (/* binding */ programs),
/* harmony export */   oe: () => (/* binding */ searchPath)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** Where root's programs live on systems whose PATH for a plain user, or for npm, leaves them out. */
const ALSO = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/bin', '/bin'];
const searchPath = () => [
    ...(process.env.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter(Boolean),
    ...ALSO,
];
const executable = (path) => {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
};
/** Every program of that name, in the order of PATH; two names for the same file count once. */
const programs = (name) => {
    const found = new Map();
    for (const path of searchPath().map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name))) {
        if (executable(path) && !found.has((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(path)))
            found.set((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(path), path);
    }
    return [...found.values()];
};
const program = (name) => programs(name)[0] ?? null;
/** Runs a program that may be missing, may fail or may hang: each of them is an answer. */
const attempt = ([file, ...args], { environment = {}, seconds = 20 } = {}) => new Promise((answer) => {
    const options = {
        env: { ...process.env, ...environment },
        timeout: seconds * 1000,
        killSignal: 'SIGKILL',
        maxBuffer: 1 << 26,
    };
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(file, args, options, (error, stdout, stderr) => answer({ ok: error === null, stdout, stderr: stderr || (error?.message ?? '') }));
    child.stdin?.end();
});


/***/ }),

/***/ 77997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ DEFAULT_CONNECTIONS),
/* harmony export */   JJ: () => (/* binding */ MOST_IN_FLIGHT),
/* harmony export */   L5: () => (/* binding */ DEFAULT_RATE),
/* harmony export */   Oj: () => (/* binding */ planLoad),
/* harmony export */   U9: () => (/* binding */ isLoopback)
/* harmony export */ });
/* unused harmony export LONGEST_SECONDS */
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);

const DEFAULT_RATE = 300;
const DEFAULT_CONNECTIONS = 64;
/** No load runs longer: one whose parent was lost must come to an end. */
const LONGEST_SECONDS = 600;
const MOST_IN_FLIGHT = 2_000;
const DEFAULT_TIMEOUT = 10_000;
/** Within the deregistration delay, 300 seconds by default: after that a load balancer may cut it. */
const LONGEST_STREAM = 60;
/** All that is wrong with the options at once, or the plan that they make. */
const planLoad = (options) => {
    const { rate, connections, body = '{}', seconds = LONGEST_SECONDS, timeout = DEFAULT_TIMEOUT } = options;
    const { slow = 0, idle = 0, stream = 0 } = options;
    const problems = [
        ...outside('rate', rate, 0.1, 10_000),
        ...outside('connections', connections, 1, 1_000),
        ...outside('seconds', seconds, 0.1, LONGEST_SECONDS),
        ...outside('timeout', timeout, 1, 60_000),
        ...outside('slow', slow, 0, 100),
        ...outside('idle', idle, 0, 1_000),
        ...outside('stream', stream, 0, LONGEST_STREAM),
        ...notLoopback(options.url),
    ];
    const [first, ...rest] = problems;
    if (first)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY(first, ...rest);
    return { url: new URL(options.url), rate, connections, body, seconds, timeout, slow, idle, stream };
};
const outside = (name, value, least, most) => value >= least && value <= most
    ? []
    : [
        {
            code: 'load-option',
            fault: 'caller',
            problem: `cannot load with --${name} ${value}`,
            why: `${name} is a number from ${least} to ${most}`,
            fix: `give --${name} a number from ${least} to ${most}`,
        },
    ];
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const isLoopback = ({ protocol, hostname }) => protocol === 'http:' && LOOPBACK.test(hostname);
const notLoopback = (text) => {
    if (URL.canParse(text) && isLoopback(new URL(text)))
        return [];
    return [
        {
            code: 'load-not-loopback',
            fault: 'caller',
            problem: `will not send load to ${text}`,
            why: 'the rehearsal loads only plain HTTP servers on this machine',
            fix: 'give --url an address such as http://127.0.0.1:8080/search',
        },
    ];
};


/***/ }),

/***/ 41177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vK: () => (/* binding */ runLoadProcess),
  QJ: () => (/* binding */ spawnLoad)
});

// UNUSED EXPORTS: loadArguments

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./.build/rehearsal/load/options.js
var load_options = __webpack_require__(77997);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./.build/rehearsal/load/outcome.js
/** Waits for the end of a request. `released` is called in that very event, before the socket tells more. */
const outcome = (post, timeout, released) => new Promise((resolve) => {
    let settled = false;
    const settle = (answer, ends) => {
        if (settled)
            return;
        settled = true;
        clearTimeout(timer);
        released(ends);
        resolve(answer);
    };
    const fail = (error) => settle(failureOf(error), true);
    const timer = setTimeout(() => {
        settle({ kind: 'failure', reason: 'timeout', broke: false }, true);
        post.destroy();
    }, timeout);
    post.on('error', fail);
    post.once('response', (response) => {
        response.on('error', fail);
        response.once('end', () => settle(answerOf(response), !post.shouldKeepAlive));
        response.resume();
    });
});
/** Where nothing answers there was no connection that could break. */
const failureOf = (error) => ({
    kind: 'failure',
    reason: error.code ?? error.message,
    broke: error.syscall !== 'connect',
});
const answerOf = ({ statusCode = 0, headers }) => ({
    kind: 'answer',
    status: statusCode,
    ...header('version', headers['x-version']),
    ...header('code', headers['x-code']),
});
const header = (name, value) => typeof value === 'string' ? { [name]: value } : {};

;// CONCATENATED MODULE: ./.build/rehearsal/load/sockets.js
/** Tells when the other side takes a socket away between two requests, and nothing had announced it. */
const followSockets = (cutIdle) => {
    const known = new WeakSet();
    const ending = new WeakSet();
    let current;
    let busy = false;
    let over = false;
    const watch = (socket) => {
        known.add(socket);
        // The agent itself closes a socket shortly before the server's `Keep-Alive: timeout` has passed.
        socket.once('timeout', () => ending.add(socket));
        socket.once('close', () => {
            if (!busy && !over && !ending.has(socket))
                cutIdle();
        });
    };
    return {
        taken: (socket) => {
            current = socket;
            busy = true;
            if (!known.has(socket))
                watch(socket);
        },
        released: (ends) => {
            busy = false;
            if (ends && current)
                ending.add(current);
        },
        over: () => {
            over = true;
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/load/connection.js



const openConnection = (plan, cutIdle) => {
    // Only an agent with a timeout of its own heeds the server's `Keep-Alive: timeout`.
    const agent = new external_node_http_.Agent({ keepAlive: true, maxSockets: 1, timeout: 300_000 });
    const sockets = followSockets(cutIdle);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(plan.body) };
    return {
        post: (id) => {
            const post = (0,external_node_http_.request)(plan.url, { agent, method: 'POST', headers: { ...headers, 'x-request-id': id } });
            post.once('socket', sockets.taken);
            post.end(plan.body);
            return outcome(post, plan.timeout, sockets.released);
        },
        close: () => {
            sockets.over();
            agent.destroy();
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/load/pool.js


/** Why a request that was due was not sent at all. */
const UNSENT = 'too many in flight';
/** One connection in so many rests between two requests, as that of a user who reads does. */
const ONE_RESTS_IN = 16;
const RESTS_MILLISECONDS = 5000;
/**
 * Connections in turn, the longest idle first: so each of them idles between two requests, as a browser's
 * would, which is where a careless shutdown is caught. Where all are busy one more is opened, as one more
 * user would: a slow server does not slow the load down. Those that rest are idle also where a busy machine leaves no
 * other idle: whoever cuts idle connections always meets some.
 */
const openPool = (plan, tally, now) => {
    const open = new Set();
    const idle = [];
    const inFlight = new Set();
    const resting = new Set();
    const take = () => {
        const used = open.size < plan.connections ? undefined : idle.shift();
        const connection = used ?? openConnection(plan, tally.cutIdle);
        open.add(connection);
        return connection;
    };
    const rest = (connection) => {
        const timer = setTimeout(() => {
            resting.delete(timer);
            idle.push(connection);
        }, RESTS_MILLISECONDS);
        resting.add(timer);
    };
    const giveBack = (connection) => {
        if (resting.size < Math.floor(plan.connections / ONE_RESTS_IN))
            rest(connection);
        else if (open.size <= plan.connections)
            idle.push(connection);
        else {
            open.delete(connection);
            connection.close();
        }
    };
    const post = async (id, due) => {
        const connection = take();
        const answer = await connection.post(id);
        tally.ended(answer, now() - due);
        giveBack(connection);
    };
    return {
        send: (id, due) => {
            tally.sent(now() - due);
            if (inFlight.size >= load_options/* MOST_IN_FLIGHT */.JJ) {
                tally.ended({ kind: 'failure', reason: UNSENT, broke: false }, 0);
                return;
            }
            const posted = post(id, due).finally(() => inFlight.delete(posted));
            inFlight.add(posted);
        },
        close: async () => {
            await Promise.all(inFlight);
            for (const timer of resting)
                clearTimeout(timer);
            for (const connection of open)
                connection.close();
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/load/schedule.js
/**
 * An open loop: shot number k is due at k / rate seconds after the start, whether or not those before it
 * have landed. After a stall everything that is due goes out at once, so the count is always rate × time.
 */
const runSchedule = (rate, seconds, now, fire) => {
    const start = now();
    let end;
    const ended = new Promise((resolve) => {
        end = resolve;
    });
    let last = Math.round(rate * seconds);
    let fired = 0;
    let timer;
    const due = (shot) => start + (shot * 1000) / rate;
    const tick = () => {
        while (fired < last && due(fired) <= now()) {
            fire(fired, due(fired));
            fired += 1;
        }
        if (fired >= last)
            end(fired);
        else
            timer = setTimeout(tick, Math.max(0, due(fired) - now()));
    };
    tick();
    return {
        ended,
        stop: () => {
            clearTimeout(timer);
            last = Math.min(last, Math.ceil(((now() - start) * rate) / 1000));
            tick();
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/load/idle.js

/** Within what a load balancer allows: an ALB takes a connection away that was idle for 60 seconds. */
const USED_EVERY_MILLISECONDS = 40_000;
/**
 * Connections that are used once, then left alone, and used again at the end: whoever takes one away meanwhile, as the
 * targets behind it come and go, takes it from under a request.
 */
const holdIdle = (plan, tally, run) => {
    const connections = Array.from({ length: plan.idle }, () => openConnection(plan, tally.cutIdle));
    let times = 0;
    const useAll = async () => {
        times += 1;
        await Promise.all(connections.map(async (connection, index) => {
            tally.sent(0);
            tally.ended(await connection.post(`${run}-idle-${index}-${times}`));
        }));
    };
    let used = useAll();
    const use = () => {
        used = used.then(useAll);
        return used;
    };
    const timer = setInterval(use, USED_EVERY_MILLISECONDS);
    return {
        stop: async () => {
            clearInterval(timer);
            await use();
            for (const connection of connections)
                connection.close();
        },
    };
};

// EXTERNAL MODULE: ./.build/rehearsal/load/report.js
var report = __webpack_require__(67041);
;// CONCATENATED MODULE: ./.build/rehearsal/load/tally.js

const createTally = () => {
    const seen = structuredClone(report/* emptyReport */._O);
    let slowest = 0;
    return {
        sent: (late) => {
            seen.sent += 1;
            seen.lateness = Math.max(seen.lateness, late);
        },
        ended: (answer, milliseconds) => {
            if (answer.kind === 'failure')
                return fail(seen, answer.reason, answer.broke);
            slowest = Math.max(slowest, milliseconds ?? 0);
            answered(seen, answer, milliseconds);
        },
        cutIdle: () => fail(seen, CUT_IDLE, true),
        report: (seconds, rate) => ({
            ...seen,
            seconds,
            rate,
            latency: (0,report/* quantiles */.tI)(seen.latencies, hundredths(slowest)),
            lateness: hundredths(seen.lateness),
        }),
    };
};
/** The same counts for requests of another kind: a failure tells which; how long they take is what they asked for. */
const ofKind = (tally, name) => ({
    ...tally,
    ended: (answer) => tally.ended(named(answer, name)),
    cutIdle: () => tally.ended({ kind: 'failure', reason: `${name}: ${CUT_IDLE}`, broke: true }),
});
const named = (answer, name) => {
    if (answer.kind === 'failure')
        return { ...answer, reason: `${name}: ${answer.reason}` };
    const isWell = answer.status >= 200 && answer.status < 300;
    return isWell ? answer : { kind: 'failure', reason: `${name}: status ${answer.status}`, broke: false };
};
const CUT_IDLE = 'idle connection cut';
const fail = (seen, reason, broke) => {
    seen.failed += 1;
    if (broke)
        seen.reconnected += 1;
    increment(seen.failures, reason);
};
const answered = (seen, answer, milliseconds) => {
    if (answer.version !== undefined)
        increment(seen.byVersion, answer.version);
    if (answer.code !== undefined)
        increment(seen.byCode, answer.code);
    if (milliseconds !== undefined)
        increment(seen.latencies, String(Number(milliseconds.toPrecision(2))));
    if (answer.status >= 200 && answer.status < 300)
        seen.ok += 1;
    else
        fail(seen, `status ${answer.status}`, false);
};
const increment = (counts, key) => {
    counts[key] = (counts[key] ?? 0) + 1;
};
const hundredths = (milliseconds) => Math.round(milliseconds * 100) / 100;

;// CONCATENATED MODULE: ./.build/rehearsal/load/sides.js




/** Longer than a step of a rollout takes: whenever a task is told to go, some of these are with it. */
const SLOW_MILLISECONDS = 4000;
const kindsOf = ({ slow, stream }) => {
    const kinds = [
        { name: 'slow', rate: slow, query: 'takes', milliseconds: SLOW_MILLISECONDS },
        // One after the other: there is always one.
        { name: 'stream', rate: stream > 0 ? 1 / stream : 0, query: 'trickles', milliseconds: stream * 1000 },
    ];
    return kinds.filter(({ rate }) => rate > 0);
};
const send = (plan, kind, tally, now, run) => {
    const { name, rate, query, milliseconds } = kind;
    const url = new URL(plan.url);
    url.searchParams.set(query, String(milliseconds));
    const connections = Math.ceil((rate * milliseconds) / 1000) + 1;
    const timeout = plan.timeout + milliseconds;
    const pool = openPool({ ...plan, url, connections, timeout }, ofKind(tally, name), now);
    const schedule = runSchedule(rate, plan.seconds, now, (shot, due) => pool.send(`${run}-${name}-${shot}`, due));
    return {
        stop: async () => {
            schedule.stop();
            await pool.close();
        },
    };
};
const startSides = (plan, tally, now, run) => [
    ...kindsOf(plan).map((kind) => send(plan, kind, tally, now, run)),
    ...(plan.idle > 0 ? [holdIdle(plan, ofKind(tally, 'idle'), run)] : []),
];

;// CONCATENATED MODULE: ./.build/rehearsal/load/generate.js







/** Posts at a constant rate over keep-alive connections, and never sends anything twice. */
const startLoad = (options) => {
    const plan = (0,load_options/* planLoad */.Oj)(options);
    const now = () => external_node_perf_hooks_.performance.now();
    const tally = createTally();
    const pool = openPool(plan, tally, now);
    const run = (0,external_node_crypto_.randomUUID)();
    const schedule = runSchedule(plan.rate, plan.seconds, now, (shot, due) => pool.send(`${run}-${shot}`, due));
    const sides = startSides(plan, tally, now, run);
    const ended = schedule.ended.then(async (sent) => {
        await Promise.all([pool.close(), ...sides.map((side) => side.stop())]);
        return tally.report(sent / plan.rate, plan.rate);
    });
    const stop = () => {
        schedule.stop();
        return ended;
    };
    if (options.signal?.aborted)
        schedule.stop();
    else
        options.signal?.addEventListener('abort', schedule.stop, { once: true });
    return { stop, ended };
};

;// CONCATENATED MODULE: ./.build/rehearsal/load/process.js




/**
 * Resolves as soon as the load runs. `command` starts the process, without the options: `[node, cli, 'rehearse', 'load']`.
 * The channel between them stops the load also by its end: no load outlives its parent.
 */
const spawnLoad = async ([program, ...command], options) => {
    (0,load_options/* planLoad */.Oj)(options);
    const child = (0,external_node_child_process_.spawn)(program, [...command, ...loadArguments(options)], {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const output = { stdout: '', stderr: '' };
    child.stdout?.on('data', (data) => {
        output.stdout += data;
    });
    child.stderr?.on('data', (data) => {
        output.stderr += data;
    });
    const report = (0,external_node_events_.once)(child, 'close').then(([code]) => read(code, output));
    report.catch(() => { });
    await Promise.race([(0,external_node_events_.once)(child, 'message'), report]);
    const stop = () => {
        // Not `disconnect()`: after that the child's `close` never comes (Node 20 to 24).
        if (child.connected)
            child.send('stop', () => { });
        return report;
    };
    return { pid: child.pid, stop };
};
const read = (code, { stdout, stderr }) => {
    if (code !== 0)
        throw new Error(`the load's process ended with ${code ?? 'a signal'}: ${stderr.trim()}`);
    return JSON.parse(stdout);
};
const loadArguments = (options) => Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
/** The child's side: loads until it is told to stop or its time is over, then prints its report as one line. */
const runLoadProcess = async (options) => {
    const load = startLoad(options);
    for (const event of ['SIGTERM', 'SIGINT', 'message', 'disconnect'])
        process.once(event, load.stop);
    process.send?.('started');
    const report = await load.ended;
    process.stdout.write(`${JSON.stringify(report)}\n`);
    if (process.connected)
        process.disconnect();
    return report;
};


/***/ }),

/***/ 67041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _O: () => (/* binding */ emptyReport),
/* harmony export */   rY: () => (/* binding */ addReports),
/* harmony export */   tI: () => (/* binding */ quantiles)
/* harmony export */ });
const emptyReport = {
    seconds: 0,
    rate: 0,
    sent: 0,
    ok: 0,
    failed: 0,
    reconnected: 0,
    byVersion: {},
    byCode: {},
    failures: {},
    latency: { p50: 0, p99: 0, max: 0 },
    latencies: {},
    lateness: 0,
};
/** Two phases as one. The rate is that of both together, so `sent` stays `rate` × `seconds`. */
const addReports = (a, b) => {
    const seconds = a.seconds + b.seconds;
    const sent = a.sent + b.sent;
    const latencies = addCounts(a.latencies, b.latencies);
    return {
        seconds,
        rate: a.rate === b.rate ? a.rate : seconds === 0 ? 0 : sent / seconds,
        sent,
        ok: a.ok + b.ok,
        failed: a.failed + b.failed,
        reconnected: a.reconnected + b.reconnected,
        byVersion: addCounts(a.byVersion, b.byVersion),
        byCode: addCounts(a.byCode, b.byCode),
        failures: addCounts(a.failures, b.failures),
        latency: quantiles(latencies, Math.max(a.latency.max, b.latency.max)),
        latencies,
        lateness: Math.max(a.lateness, b.lateness),
    };
};
const addCounts = (a, b) => {
    const total = { ...a };
    for (const [key, count] of Object.entries(b))
        total[key] = (total[key] ?? 0) + count;
    return total;
};
const quantiles = (latencies, max) => {
    const classes = Object.entries(latencies)
        .map(([milliseconds, count]) => ({ milliseconds: Number(milliseconds), count }))
        .sort((a, b) => a.milliseconds - b.milliseconds);
    // A class may be rounded up, but nothing took longer than the longest.
    const atMost = (share) => Math.min(quantile(classes, share), max);
    return { p50: atMost(0.5), p99: atMost(0.99), max };
};
const quantile = (classes, share) => {
    const total = classes.reduce((sum, { count }) => sum + count, 0);
    let seen = 0;
    for (const { milliseconds, count } of classes) {
        seen += count;
        if (seen >= share * total)
            return milliseconds;
    }
    return 0;
};


/***/ })

};
