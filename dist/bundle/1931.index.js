export const id = 1931;
export const ids = [1931];
export const modules = {

/***/ 51931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   consents: () => (/* binding */ consents),
/* harmony export */   setupMain: () => (/* binding */ setupMain)
/* harmony export */ });
/* harmony import */ var _platform_progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9849);
/* harmony import */ var _rehearsal_ground_install_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46803);
/* harmony import */ var _report_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88482);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59231);




/** `npm run setup [-- --yes]`. CI=true is a consent too: nobody is there to be asked. */
const setupMain = async (argv) => {
    try {
        await (0,_rehearsal_ground_install_js__WEBPACK_IMPORTED_MODULE_0__/* .setup */ .m)({ yes: consents(argv) }, (0,_platform_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .terminalProgress */ .e)());
        return 0;
    }
    catch (error) {
        if (!(error instanceof _words_js__WEBPACK_IMPORTED_MODULE_2__/* .StaggerError */ .IY))
            throw error;
        process.stderr.write(error.problems.map(_report_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problemText */ .fI).join(''));
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCode */ .I$)(error.problems.map(({ fault }) => fault));
    }
};
const consents = (argv) => argv.includes('--yes') || process.env.CI === 'true';


/***/ }),

/***/ 6181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38321);



/** Programs under way. Where this one exits in the middle, none goes on alone. */
const underWay = new Set();
process.once('exit', () => {
    for (const child of underWay)
        child.kill();
});
/** Rejects with `code: 'ENOENT'` where the program is not installed. A program ended by a signal has the code 128. */
const runProcess = async ([program, ...args], options = {}) => {
    const { cwd, env, input, encoding, onLine } = options;
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { cwd, env: { ...process.env, ...env } });
    underWay.add(child);
    const ended = exitOf(child).finally(() => underWay.delete(child));
    // A program may end without reading its input: its exit tells why, a broken pipe does not.
    child.stdin.on('error', () => { });
    child.stdin.end(input);
    if (onLine)
        for (const stream of [child.stdout, child.stderr])
            (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)(stream).on('line', onLine);
    const [code, stdout, stderr] = await Promise.all([ended, (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__.buffer)(child.stdout), (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__.buffer)(child.stderr)]);
    return { code, stdout: stdout.toString(encoding), stderr: stderr.toString() };
};
const exitOf = (child) => new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 128));
});


/***/ }),

/***/ 9849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ terminalProgress)
/* harmony export */ });
/** Plain lines to standard error, for a terminal. */
const terminalProgress = ({ verbose = false, write = toStandardError, } = {}) => ({
    say: (line) => write(`${line}\n`),
    warn: (line) => write(`warning: ${line}\n`),
    group: (title, lines) => {
        if (verbose)
            write([title, ...lines.map((line) => `  ${line}`), ''].join('\n'));
    },
});
const toStandardError = (text) => {
    process.stderr.write(text);
};


/***/ }),

/***/ 23789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ findClient),
/* harmony export */   Uc: () => (/* binding */ buildingClient),
/* harmony export */   p0: () => (/* binding */ pathFor)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66347);


/**
 * The first client on the PATH which can build with BuildKit and which the engine answers. From
 * version 23 a client builds by its buildx plugin, and where that is not installed it refuses; an
 * older client further down the PATH then still can.
 */
const findClient = async (host) => {
    for (const path of (0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .programs */ .cz)('docker')) {
        const client = await answered(path, host);
        if (client && (await canBuild(path)))
            return client;
    }
    return null;
};
/** The first client that can build, whether an engine answers it or not. */
const buildingClient = async () => {
    for (const path of (0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .programs */ .cz)('docker'))
        if (await canBuild(path))
            return path;
    return null;
};
const answered = async (path, host) => {
    const environment = host ? { DOCKER_HOST: host } : {};
    const version = await (0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)([path, 'version', '--format', '{{.Server.Version}}'], { environment });
    const engine = version.stdout.trim();
    if (!version.ok || !engine)
        return null;
    return { path, engine, host: host ?? (await currentHost(path)) };
};
/** Where the client goes by itself: DOCKER_HOST, the selected context, or the default socket. */
const currentHost = async (path) => {
    const context = await (0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)([path, 'context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']);
    return process.env.DOCKER_HOST || context.stdout.trim() || 'unix:///var/run/docker.sock';
};
const canBuild = async (path) => {
    const { stdout } = await (0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)([path, '--version']);
    const major = Number(/version (\d+)\./.exec(stdout)?.[1] ?? 0);
    return major < 23 || (await (0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .CD)([path, 'buildx', 'version'])).ok;
};
/**
 * A PATH on which `docker` is that client. Its folder goes right before the one that would have won, so
 * that the programs further in front (npm's, with their Node) stay there.
 */
const pathFor = (client) => {
    const path = (0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .searchPath */ .oe)();
    const first = (0,_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .programs */ .cz)('docker')[0];
    const at = first === undefined ? path.length : path.indexOf((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(first));
    if (first !== client)
        path.splice(at, 0, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(client));
    return [...new Set(path)].join(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter);
};


/***/ }),

/***/ 39113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GO: () => (/* binding */ findEngine),
  cM: () => (/* binding */ obtainEngine)
});

// UNUSED EXPORTS: engineWithinReach, startEngine

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/rehearsal/ground/client.js
var ground_client = __webpack_require__(23789);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/rehearsal/ground/programs.js
var programs = __webpack_require__(66347);
;// CONCATENATED MODULE: ./.build/rehearsal/ground/forward.js


/** Rules of both kinds of iptables hold at once: whoever drops a packet has dropped it. */
const KINDS = ['iptables', 'iptables-legacy'];
/** What a chain does with a packet that no rule of it speaks of, in the words of `iptables -S`. */
const dropsByDefault = (rules) => /^-P FORWARD (?:DROP|REJECT)$/m.test(rules);
const isBridgeFiltered = async () => (await (0,promises_.readFile)('/proc/sys/net/bridge/bridge-nf-call-iptables', 'utf8').catch(() => '0')).trim() === '1';
const readRules = async () => {
    const found = KINDS.flatMap((kind) => (0,programs/* programs */.cz)(kind));
    const read = await Promise.all(found.map((path) => (0,programs/* attempt */.CD)([path, '-w', '-S', 'FORWARD'])));
    return read.map(({ stdout }) => stdout);
};
/**
 * What keeps containers of one bridge from each other, and how that is helped: an engine that leaves the machine's packet
 * filter as it is opens no way through it.
 */
const forwardNotice = (bridge) => `the chain FORWARD of this machine drops what containers send to each other: those of a test with a compose file, for example, will wait for each other in vain. As root, for as long as this engine runs: iptables -I FORWARD -i ${bridge} -o ${bridge} -j ACCEPT`;
/** Whether the machine's packet filter sees what crosses a bridge, and drops it. */
const isForwardClosed = async () => (await isBridgeFiltered()) && (await readRules()).some(dropsByDefault);

// EXTERNAL MODULE: ./.build/rehearsal/ground/missing.js
var missing = __webpack_require__(89320);
// EXTERNAL MODULE: ./.build/rehearsal/ground/private-engine.js + 1 modules
var private_engine = __webpack_require__(99162);
;// CONCATENATED MODULE: ./.build/rehearsal/ground/engine.js





/** The engine that answers already: DOCKER_HOST, the client's context, or the default socket. */
const findEngine = async () => {
    const client = await (0,ground_client/* findClient */.$r)();
    return client ? engine(client, null) : null;
};
/** A private engine: own socket, own folder, own network link; all gone after `stop`, or when this process ends. */
const startEngine = async () => {
    const { client, kept } = await startPrivateEngine();
    return engine(client, kept.stop);
};
/** The engine that answers, or else a private one. */
const obtainEngine = async (progress) => {
    const found = await findEngine();
    if (found)
        return found;
    const why = await (0,private_engine/* privateEngineNeeds */.RJ)();
    if (why)
        throw new words/* StaggerError */.IY((0,missing/* missingEngine */.xU)(why));
    progress.say('no Docker engine answers: starting a private one');
    const started = await (0,private_engine/* startPrivateEngine */.qq)();
    if (await isForwardClosed())
        progress.warn(forwardNotice((0,private_engine/* bridgeOf */.Xd)(started.kept.folder)));
    return engine(started.client, started.kept.stop);
};
const engine = (client, stop) => ({
    host: client.host,
    client: client.path,
    environment: { DOCKER_HOST: client.host, DOCKER_BUILDKIT: '1', PATH: (0,ground_client/* pathFor */.p0)(client.path) },
    version: client.engine,
    private: stop !== null,
    stop: stop ?? (async () => { }),
});
/** Whether `obtainEngine` will find or start one. */
const engineWithinReach = async () => (await privateEngineNeeds()) === null || (await findEngine()) !== null;


/***/ }),

/***/ 46803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ setup)
/* harmony export */ });
/* harmony import */ var _platform_process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6181);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39113);
/* harmony import */ var _missing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89320);
/* harmony import */ var _private_engine_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99162);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66347);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(28685);







/** Finds an engine and a registry, or installs them. Says what it found; a second time it changes nothing. */
const setup = async ({ yes }, progress) => {
    const missing = [...(await look(progress)), ...lookForRouter(yes, progress)];
    if (missing.length === 0)
        return;
    if (!yes || !(0,_missing_js__WEBPACK_IMPORTED_MODULE_3__/* .canInstall */ .YT)())
        throw new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY(...missing);
    await install(progress);
    const still = await look(progress);
    if (still.length > 0)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY(...still);
};
const look = async (progress) => {
    const engine = await lookForEngine(progress);
    return engine
        ? [engine, ...((0,_programs_js__WEBPACK_IMPORTED_MODULE_5__/* .program */ .DM)('docker-registry') ? [] : [(0,_missing_js__WEBPACK_IMPORTED_MODULE_3__/* .missingRegistry */ .iC)()])]
        : lookForRegistry(progress);
};
/** Its lack stops nobody who cannot, or does not want to, have it installed. */
const lookForRouter = (yes, progress) => {
    const found = (0,_programs_js__WEBPACK_IMPORTED_MODULE_5__/* .program */ .DM)('nginx');
    progress.say(`router: the one of the cluster${found ? `, and ${found}` : '; nginx is not installed'}`);
    return found === null && yes && (0,_missing_js__WEBPACK_IMPORTED_MODULE_3__/* .canInstall */ .YT)() ? [(0,_missing_js__WEBPACK_IMPORTED_MODULE_3__/* .missingRouter */ .QU)()] : [];
};
const lookForEngine = async (progress) => {
    const engine = await (0,_engine_js__WEBPACK_IMPORTED_MODULE_2__/* .findEngine */ .GO)();
    if (engine) {
        progress.say(`engine: Docker ${engine.version} answers at ${engine.host}`);
        return null;
    }
    const why = await (0,_private_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .privateEngineNeeds */ .RJ)();
    if (!why)
        progress.say('engine: none answers; dockerd is installed, and a private one is started when it is needed');
    return why ? (0,_missing_js__WEBPACK_IMPORTED_MODULE_3__/* .missingEngine */ .xU)(why) : null;
};
const lookForRegistry = async (progress) => {
    const installed = (0,_programs_js__WEBPACK_IMPORTED_MODULE_5__/* .program */ .DM)('docker-registry');
    if (!installed && !(await canPullRegistry(progress)))
        return [(0,_missing_js__WEBPACK_IMPORTED_MODULE_3__/* .missingRegistry */ .iC)()];
    progress.say(`registry: ${installed ?? 'the image registry:2'}`);
    return [];
};
const canPullRegistry = async (progress) => {
    const engine = await (0,_engine_js__WEBPACK_IMPORTED_MODULE_2__/* .obtainEngine */ .cM)(progress);
    try {
        return await (0,_registry_js__WEBPACK_IMPORTED_MODULE_6__/* .registryImage */ .$)(engine);
    }
    finally {
        await engine.stop();
    }
};
const install = async (progress) => {
    await aptGet(progress, 'update');
    const known = await Promise.all(_missing_js__WEBPACK_IMPORTED_MODULE_3__/* .PACKAGES_IF_KNOWN */ .aP.map(async (name) => ((await aptKnows(name)) ? [name] : [])));
    const names = [..._missing_js__WEBPACK_IMPORTED_MODULE_3__/* .PACKAGES */ .K_, ...known.flat()];
    progress.say(`installing from the distribution: ${names.join(' ')}`);
    const done = await aptGet(progress, 'install', '--yes', '--no-install-recommends', ...names);
    if (!done)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY(notInstalled(names));
};
const aptKnows = async (name) => {
    const { ok, stdout } = await (0,_programs_js__WEBPACK_IMPORTED_MODULE_5__/* .attempt */ .CD)(['apt-cache', 'show', '--no-all-versions', name]);
    return ok && stdout.includes('Version:');
};
/** Where one of several sources is out of reach, `update` fails and `install` may still succeed: only the latter counts. */
const aptGet = async (progress, ...args) => {
    const argv = ['apt-get', '--quiet', '--option', 'DPkg::Lock::Timeout=120', ...args];
    const run = await (0,_platform_process_js__WEBPACK_IMPORTED_MODULE_0__/* .runProcess */ .R)(argv, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (run.code !== 0)
        progress.group(argv.join(' '), `${run.stdout}${run.stderr}`.trim().split('\n').slice(-20));
    return run.code === 0;
};
const notInstalled = (names) => ({
    code: 'not-installed',
    fault: 'world',
    problem: 'the packages could not be installed',
    why: 'apt-get failed; its last lines stand above',
    fix: `see what it says by hand: apt-get update && apt-get install --no-install-recommends ${names.join(' ')}`,
});


/***/ }),

/***/ 89320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K_: () => (/* binding */ PACKAGES),
/* harmony export */   QU: () => (/* binding */ missingRouter),
/* harmony export */   YT: () => (/* binding */ canInstall),
/* harmony export */   aP: () => (/* binding */ PACKAGES_IF_KNOWN),
/* harmony export */   iC: () => (/* binding */ missingRegistry),
/* harmony export */   xU: () => (/* binding */ missingEngine)
/* harmony export */ });
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66347);

/** What the distribution's packages give: the engine with its client, `ip` for its network, the registry, the other router. */
const PACKAGES = ['docker.io', 'docker-registry', 'iproute2', 'ca-certificates', 'nginx'];
/** Newer distributions have these apart from `docker.io`; elsewhere it contains them. */
const PACKAGES_IF_KNOWN = ['docker-cli', 'docker-buildx'];
const missingEngine = (why) => ({
    code: 'no-engine',
    fault: 'world',
    problem: 'no Docker engine answers that this machine could build with, and none can be started',
    why,
    fix: wayOut('start Docker, or install it (https://docs.docker.com/engine/install/)'),
});
const missingRegistry = () => ({
    code: 'no-registry',
    fault: 'world',
    problem: 'there is no local registry to push to',
    why: 'the program docker-registry is not installed, and the engine cannot pull the image registry:2',
    fix: wayOut('put the program docker-registry on the PATH, or run: docker pull registry:2'),
});
/** Wanted where it can be had: nothing but `--router nginx` and its tests needs it. */
const missingRouter = () => ({
    code: 'no-nginx',
    fault: 'world',
    problem: 'there is no nginx for `rehearse serve --router nginx`',
    why: 'the program nginx is not installed',
    fix: wayOut('install nginx'),
});
/** Whether this process may install packages of the distribution, if somebody agrees to it. */
const canInstall = () => process.getuid?.() === 0 && (0,_programs_js__WEBPACK_IMPORTED_MODULE_0__/* .program */ .DM)('apt-get') !== null;
const wayOut = (byHand) => {
    if (canInstall())
        return `let it be installed from the distribution: npm run setup -- --yes`;
    if (!(0,_programs_js__WEBPACK_IMPORTED_MODULE_0__/* .program */ .DM)('apt-get'))
        return `${byHand}, then run again: npm run setup`;
    return [
        'sudo apt-get update',
        `sudo apt-get install --yes --no-install-recommends ${PACKAGES.join(' ')}`,
        'sudo systemctl start docker && sudo usermod --append --groups docker "$USER" && newgrp docker',
    ].join('\n');
};


/***/ }),

/***/ 99162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xd: () => (/* binding */ bridgeOf),
  RJ: () => (/* binding */ privateEngineNeeds),
  qq: () => (/* binding */ startPrivateEngine)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/rehearsal/ground/client.js
var ground_client = __webpack_require__(23789);
// EXTERNAL MODULE: ./.build/rehearsal/ground/keeper.js
var keeper = __webpack_require__(36448);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./.build/rehearsal/ground/programs.js
var programs = __webpack_require__(66347);
;// CONCATENATED MODULE: ./.build/rehearsal/ground/network.js



/** Private networks to pick from: 254 of each, so that two engines that start at once hardly ever meet. */
const PREFIXES = ['172.31', '10.213', '192.168'];
/** The first address of a private /24 that nothing here has a route to, as `10.213.7.1/24`. */
const freeSubnet = async () => {
    const routes = await (0,programs/* attempt */.CD)(['ip', '-j', '-4', 'route', 'show']);
    const taken = routes.ok ? destinations(routes.stdout) : [];
    return pickSubnet(taken, (0,external_node_crypto_.randomInt)(254));
};
const destinations = (json) => JSON.parse(json || '[]').map(({ dst }) => dst).filter((dst) => dst !== 'default');
/** `start` spreads the choice; the networks are tried from there on. */
const pickSubnet = (taken, start) => {
    for (const prefix of PREFIXES) {
        for (let step = 0; step < 254; step++) {
            const base = `${prefix}.${1 + ((start + step) % 254)}`;
            if (!taken.some((other) => overlap(`${base}.0/24`, other)))
                return `${base}.1/24`;
        }
    }
    throw new Error(`no private network is free: ${taken.join(', ')}`);
};
const overlap = (one, other) => contains(one, other) || contains(other, one);
const contains = (network, other) => {
    const [address = '', bits = '32'] = network.split('/');
    const list = new external_node_net_.BlockList();
    list.addSubnet(address, Number(bits));
    return list.check(other.split('/')[0] ?? '');
};

;// CONCATENATED MODULE: ./.build/rehearsal/ground/private-engine.js








/**
 * A Docker engine of our own, which leaves nothing behind. It runs in a process and a mount namespace:
 * when their first process ends, the kernel ends every other one (containerd, shims, containers) and
 * drops every mount. What the namespaces do not hold (network link, control groups, folder), the
 * keeper removes.
 */
const startPrivateEngine = async () => {
    const kept = (0,keeper/* keep */.a)({ script: KEEPER, args: [await freeSubnet()], files });
    try {
        return { client: await answer(kept), kept };
    }
    catch (error) {
        await kept.stop();
        throw error;
    }
};
/** Why no private engine can be started here, or null. */
const privateEngineNeeds = async () => {
    if (process.platform !== 'linux')
        return 'only Linux can run an engine of its own';
    if (process.getuid?.() !== 0)
        return 'only root can start an engine';
    const missing = ['dockerd', 'containerd', 'runc', 'ip', 'unshare'].filter((name) => !(0,programs/* program */.DM)(name));
    if (missing.length > 0)
        return `not installed: ${missing.join(', ')}`;
    return (await (0,ground_client/* buildingClient */.Uc)())
        ? null
        : 'no docker client here can build: the buildx plugin is not installed';
};
const SECONDS = 60;
const answer = async (kept) => {
    const host = `unix://${(0,external_node_path_.join)(kept.folder, 'docker.sock')}`;
    for (const deadline = Date.now() + SECONDS * 1000; Date.now() < deadline; await (0,promises_.setTimeout)(100)) {
        if (kept.ended() || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(kept.folder, 'failed')))
            throw notStarted(kept);
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(kept.folder, 'docker.sock'))) {
            const client = await (0,ground_client/* findClient */.$r)(host);
            if (client)
                return client;
        }
    }
    throw notStarted(kept);
};
const notStarted = (kept) => new words/* StaggerError */.IY({
    code: 'engine-not-started',
    fault: 'world',
    problem: 'the private Docker engine did not start',
    why: (0,external_node_fs_.existsSync)(kept.folder) ? kept.log().trim().split('\n').slice(-8).join('\n') : 'its keeper ended',
    fix: 'start a Docker engine yourself and name it: DOCKER_HOST=unix:///path/to/docker.sock',
});
const files = (folder) => ({
    'inside.sh': INSIDE,
    'dockerd.json': JSON.stringify(dockerd(folder)),
    'containerd.toml': containerd(folder),
});
/** The network link of an engine bears the name of its folder. */
const bridgeOf = (folder) => folder.split('/').at(-1) ?? '';
/**
 * Ports are published by docker-proxy alone, on any loopback address, so the machine's packet filter
 * stays as it is. The price: containers reach this machine, and no network beyond it.
 */
const dockerd = (folder) => ({
    hosts: [`unix://${folder}/docker.sock`],
    'data-root': `${folder}/data`,
    'exec-root': `${folder}/exec`,
    pidfile: `${folder}/dockerd.pid`,
    containerd: `${folder}/containerd.sock`,
    bridge: bridgeOf(folder),
    iptables: false,
    ip6tables: false,
    'ip-forward': false,
    'ip-masq': false,
    // The other driver asks systemd to move a process by its id, which means another process in there.
    'exec-opts': ['native.cgroupdriver=cgroupfs'],
    'cgroup-parent': `/${bridgeOf(folder)}`,
});
const containerd = (folder) => `version = 2
root = "${folder}/containerd"
state = "${folder}/containerd-state"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
  address = "${folder}/containerd.sock"
[plugins."io.containerd.internal.v1.opt"]
  path = "${folder}/opt"
`;
const KEEPER = `folder=$1 subnet=$2 link=\${1##*/}
trap : HUP INT TERM
if ip link add "$link" type bridge && ip address add "$subnet" dev "$link" && ip link set "$link" up; then
  unshare --mount --pid --fork --kill-child --mount-proc sh "$folder/inside.sh" "$folder"
else
  : >"$folder/failed"
  cat >/dev/null
fi
for round in 1 2 3 4 5 6 7 8 9 10; do
  ip link delete "$link" 2>/dev/null
  find /sys/fs/cgroup -depth -type d -path "*/$link*" -exec rmdir {} + 2>/dev/null
  rm -rf "$folder" && exit
  sleep 0.2
done
`;
/**
 * Runs as the first process in there. dockerd and containerd write to /etc/docker, /run/docker,
 * /run/containerd whatever their configuration says: overlays in memory catch it. The network's files
 * in /etc are often mounts or links of their own, which an overlay would hide: they are copied.
 */
const INSIDE = `folder=$1 over=$1/over
mkdir "$over" && mount -t tmpfs tmpfs "$over"
mkdir "$over/etc" "$over/run" "$over/opt" "$over/work-etc" "$over/work-run" "$over/work-opt"
cp -L /etc/resolv.conf /etc/hosts "$over/etc/"
for room in etc run opt; do
  mount -t overlay -o "lowerdir=/$room,upperdir=$over/$room,workdir=$over/work-$room" overlay "/$room"
done
exec 3<&0 </dev/null
containerd --config "$folder/containerd.toml" 3<&- &
{ dockerd --config-file "$folder/dockerd.json" 3<&-; : >"$folder/failed"; } &
cat <&3 >/dev/null &
wait $!
`;


/***/ }),

/***/ 28685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ registryImage),
/* harmony export */   q: () => (/* binding */ startRegistry)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);
/* harmony import */ var _keeper_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36448);
/* harmony import */ var _missing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89320);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66347);





const IMAGE = 'registry:2';
const SECONDS = 30;
/**
 * By the program where it is installed, else by its image on the engine. What it holds goes with it, but for a folder
 * `storage`, which outlives it. It is always killed, never asked to end.
 */
const startRegistry = async (engine, storage = null) => {
    if ((0,_programs_js__WEBPACK_IMPORTED_MODULE_4__/* .program */ .DM)('docker-registry'))
        return answering((0,_keeper_js__WEBPACK_IMPORTED_MODULE_2__/* .keep */ .a)({ script: BY_PROGRAM, files: (folder) => config(storage ?? `${folder}/images`) }));
    if (!(await registryImage(engine)))
        throw new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY((0,_missing_js__WEBPACK_IMPORTED_MODULE_3__/* .missingRegistry */ .iC)());
    return answering((0,_keeper_js__WEBPACK_IMPORTED_MODULE_2__/* .keep */ .a)({ script: BY_IMAGE, args: [engine.client, engine.host, IMAGE, storage ?? ''] }));
};
/** Whether the engine has the registry's image, or can get it. */
const registryImage = async (engine) => {
    const docker = (...args) => (0,_programs_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)([engine.client, ...args], { environment: engine.environment, seconds: 120 });
    return (await docker('image', 'inspect', IMAGE)).ok || (await docker('pull', '--quiet', IMAGE)).ok;
};
const answering = async (kept) => {
    for (const deadline = Date.now() + SECONDS * 1000; Date.now() < deadline && !kept.ended(); await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(50)) {
        const address = /(?:listening on |published at )(127\.0\.0\.1:\d+)/.exec(kept.log())?.[1];
        if (address && (await answers(address)))
            return { address, stop: kept.stop };
    }
    const why = kept.ended() ? 'it ended at once' : kept.log().trim().split('\n').slice(-5).join('\n');
    await kept.stop();
    throw new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY({
        code: 'registry-not-started',
        fault: 'world',
        problem: 'the local registry did not start',
        why,
        fix: 'see whether it runs by hand: docker-registry serve CONFIG',
    });
};
const answers = async (address) => {
    const response = await fetch(`http://${address}/v2/`).catch(() => null);
    return response?.status === 200;
};
/** The port is the kernel's choice, and the registry's log tells it: nobody can take it in between. */
const config = (rootdirectory) => ({
    'config.json': JSON.stringify({
        version: '0.1',
        log: { level: 'info', accesslog: { disabled: true } },
        storage: { filesystem: { rootdirectory }, delete: { enabled: true } },
        http: { addr: '127.0.0.1:0' },
    }),
});
const BY_PROGRAM = `docker-registry serve "$1/config.json" &
cat >/dev/null
kill -KILL $!
wait
rm -rf "$1"
`;
const BY_IMAGE = `client=$2 name=\${1##*/}
export DOCKER_HOST="$3"
"$client" run --detach --rm --name "$name" --publish 127.0.0.1::5000 \\
  --env REGISTRY_STORAGE_DELETE_ENABLED=true \${5:+--volume "$5:/var/lib/registry"} "$4" && echo "published at $("$client" port "$name" 5000/tcp)"
cat >/dev/null
"$client" rm --force --volumes "$name"
rm -rf "$1"
`;


/***/ }),

/***/ 88482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P5: () => (/* binding */ problemMarkdown),
/* harmony export */   fI: () => (/* binding */ problemText)
/* harmony export */ });
/* unused harmony export place */
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6993);

/** A problem in a terminal: what, where with the line and a caret, why, and how to go on. */
const problemText = ({ problem, why, fix, docs, at }) => [
    `error: ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(problem)}`,
    ...(at ? snippet(at) : []),
    ...labelled('why', why),
    ...labelled('fix', fix),
    ...(docs ? labelled('docs', docs) : []),
    '',
].join('\n');
const place = ({ file, line, column }) => `${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(file)}:${line}:${column}`;
const snippet = (at) => {
    if (at.text === undefined)
        return [`  ${place(at)}`];
    const number = String(at.line);
    const caret = ' '.repeat(Math.max(0, at.column - 1));
    return [
        `  ${place(at)}`,
        `  ${number} | ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(at.text)}`,
        `  ${' '.repeat(number.length)} | ${caret}^`,
    ];
};
/** Further lines stand below the first. */
const labelled = (label, text) => text
    .split('\n')
    .map((line, at) => `  ${at === 0 ? `${label}: ` : ' '.repeat(label.length + 2)}${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(line)}`);
/** A problem in a job's summary. */
const problemMarkdown = ({ problem, why, fix, at }) => [
    `> [!CAUTION]`,
    `> **${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(problem)}**${at ? ` (${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(place(at))})` : ''}`,
    '>',
    ...reason(why),
    '>',
    ...paragraph(fix.split('\n')),
    '',
].join('\n');
/** What a program printed stands below a line that says so, and is no text of ours. */
const reason = (why) => {
    const lines = why.split('\n');
    const told = lines.findIndex((line) => line.endsWith(':')) + 1;
    if (told === 0 || told === lines.length)
        return paragraph(lines);
    const log = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownLog */ .cu)(lines.slice(told).join('\n'));
    return [
        ...paragraph(lines.slice(0, told)),
        '>',
        `> <details open><summary>what it printed</summary>${log}</details>`,
    ];
};
/** Each line stays one. */
const paragraph = (lines) => lines.map((line, at) => `> ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(line)}${at < lines.length - 1 ? '<br>' : ''}`);


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


/***/ })

};
