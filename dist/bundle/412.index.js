export const id = 412;
export const ids = [412];
export const modules = {

/***/ 570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ basesOf)
/* harmony export */ });
/* harmony import */ var _catalog_edges_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8200);

/** Those whose images a service takes from, or waits for, to build or to test. */
const basesOf = ({ image, test }) => (0,_catalog_edges_js__WEBPACK_IMPORTED_MODULE_0__/* .edgeNames */ .G)(image.inputs, test?.inputs);


/***/ }),

/***/ 7031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action),
  buildCommand: () => (/* binding */ buildCommand)
});

// EXTERNAL MODULE: ./.build/image/select.js
var image_select = __webpack_require__(7554);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
// EXTERNAL MODULE: ./.build/image/problems.js + 1 modules
var problems = __webpack_require__(6164);
;// CONCATENATED MODULE: ./.build/commands/building/bases.js


const namedBases = ({ planned, steps }) => {
    const image = steps.build ? planned.image.inputs.edges : [];
    const test = steps.test ? (planned.test?.inputs.edges ?? []) : [];
    return [...image, ...test].flatMap(({ service, reference }) => reference === null ? [] : [{ service, reference }]);
};
/** The jobs, and those of the images that they take from, which nobody asked for. */
const withBases = async (jobs, plan, lookUp) => {
    const here = new Set(jobs.map(({ planned }) => planned.service.name));
    const wanted = jobs
        .flatMap((job) => ('problem' in job ? [] : namedBases(job)))
        .map(({ service }) => service);
    const missing = plan.services.filter(({ service: { name } }) => wanted.includes(name) && !here.has(name));
    return missing.length === 0
        ? jobs
        : withBases([...jobs, ...(await Promise.all(missing.map(lookUp)))], plan, lookUp);
};
/** Gives the images that a job takes from the names by which its Dockerfile calls them. Throws `base-failed`. */
const provideBases = async (store, job, settled) => {
    for (const { service, reference } of namedBases(job)) {
        const base = settled.find(({ job: { planned } }) => planned.service.name === service);
        if (!base?.made)
            throw new words/* StaggerError */.IY((0,problems/* baseFailed */.H5)(job.planned, service, base?.row.problem ?? null));
        await store.provide(base.made.kept, reference);
    }
};

// EXTERNAL MODULE: ./.build/image/names.js
var names = __webpack_require__(4976);
;// CONCATENATED MODULE: ./.build/image/steps.js
/** `found`: the image of these inputs is there already. Then only tests that changed are left to run. */
const stepsFor = ({ test, needs }, found) => ({
    build: !found,
    test: test !== null && (!found || needs.includes('test')),
});
/** The same in words, for a dry run. */
const describeSteps = ({ test, build }, where) => [
    ...(test ? ['run its tests'] : []),
    ...(build ? ['build it', `push it to ${where}`] : [`reuse the image that ${where} holds`]),
];

// EXTERNAL MODULE: ./.build/catalog/context.js + 6 modules
var context = __webpack_require__(1280);
;// CONCATENATED MODULE: ./.build/image/build.js
/**
 * The arguments of `docker` for one stage, for the engine's own BuildKit. No label and no time goes in: the
 * same inputs must make the same image, and a version is given afterwards, by name.
 */
const buildArguments = ({ args, target }, { context, dockerfile }, tag) => [
    'build',
    '--progress=plain',
    `--file=${dockerfile}`,
    ...(target === null ? [] : [`--target=${target}`]),
    ...Object.entries(args)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `--build-arg=${name}=${value}`),
    ...(tag === null ? [] : [`--tag=${tag}`]),
    context,
];

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.build/image/context.js


const submodule = ({ path, at }) => new words/* StaggerError */.IY({
    code: 'submodule-in-context',
    fault: 'caller',
    problem: `${path} is a submodule, and the build would read it`,
    why: 'its files are in another repository, so this commit does not hold what the image is made of',
    fix: `leave it out of the context with a line in .dockerignore, or keep the files in this repository (git subtree add --prefix ${path} …)`,
    at,
});
/** The files below the inputs: folders stand for all that they hold. What is listed twice comes once. */
const contextFiles = async (objects, service, inputs) => {
    const located = inputs.map(({ path, mode, oid, because }) => ({
        path,
        mode,
        oid,
        at: { file: service.dockerfile, line: because.line, column: 1 },
    }));
    const found = (await Promise.all(located.map((input) => filesBelow(objects, input)))).flat();
    const files = found.map((file) => contextFile(service.context, file));
    const unique = new Map(files.map((file) => [file.path, file]));
    return [...unique.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
};
const filesBelow = async (objects, entry) => {
    if (entry.mode !== '040000')
        return [entry];
    const children = (await objects.tree(entry.oid)).map(({ mode, oid, name }) => filesBelow(objects, { mode, oid, path: external_node_path_.posix.join(entry.path, name), at: entry.at }));
    return (await Promise.all(children)).flat();
};
const contextFile = (context, file) => {
    if (file.mode === '160000')
        throw submodule(file);
    if (file.mode === '040000')
        throw new Error(`a folder is left over: ${file.path}`);
    return { path: relative(context, file.path), mode: file.mode, oid: file.oid };
};
const relative = (context, path) => {
    if (context === '.')
        return path;
    if (path.startsWith(`${context}/`))
        return path.slice(context.length + 1);
    throw new Error(`the input ${path} is outside of its context ${context}`);
};

;// CONCATENATED MODULE: ./.build/commands/building/stage.js



/** Builds one stage from a context that holds its inputs and nothing else, all of it from git objects. */
const buildStage = async ({ git, docker, files }, { service, target, inputs, commit, tag }, onLine) => {
    const dockerfile = service.inline ?? (await (0,context/* textAt */.$)(git, await git.treeOf(commit), service.dockerfile));
    if (dockerfile === null)
        throw new Error(`${commit} holds no ${service.dockerfile}`);
    const contents = await contextFiles(git, service, inputs.inputs);
    const folder = await files.buildFolder(dockerfile, contents, (oid) => git.blob(oid));
    try {
        return await docker.build(buildArguments({ target, args: inputs.args }, folder, tag), onLine);
    }
    finally {
        await folder.remove();
    }
};

;// CONCATENATED MODULE: ./.build/commands/building/one.js





const lookUp = async (store, planned, commit) => {
    const { fingerprint } = planned.image;
    if (fingerprint === null)
        throw new words/* StaggerError */.IY((0,problems/* notHermetic */.lE)(planned));
    const unable = (0,problems/* notYetBuilt */.CE)(planned);
    if (unable)
        throw new words/* StaggerError */.IY(unable);
    const found = await store.find(planned.service.name, fingerprint);
    return { planned, fingerprint, found, steps: stepsFor(planned, found !== null), commit };
};
/** Tests first, then the image, then its name. What fails throws, and leaves no name behind. */
const carryOut = async (world, store, job) => {
    const lines = [];
    try {
        if (job.steps.test)
            await runTests(world, job, lines);
        if (job.found)
            return { outcome: 'reused', kept: job.found };
        return await buildAndKeep(world, store, job, lines);
    }
    finally {
        if (lines.length > 0)
            world.progress.group(`${job.planned.service.name}: what the builds printed`, lines);
    }
};
const runTests = async (world, { planned, commit }, lines) => {
    const { service, test } = planned;
    if (!test)
        throw new Error(`${service.name} has no tests to run`);
    world.progress.say(`${service.name}: testing`);
    const tag = `${service.name}:${(0,names/* stagingName */.zb)(world.files.unique())}`;
    const stage = { service, commit, tag, target: test.inputs.target, inputs: test.inputs };
    const built = await buildStage(world, stage, (line) => lines.push(line));
    if (built.kind === 'failed')
        throw new words/* StaggerError */.IY((0,problems/* stageFailed */.mu)(planned, 'test', built.lines));
    await world.docker.forget(tag);
};
const buildAndKeep = async (world, store, job, lines) => {
    const { planned, commit, fingerprint } = job;
    const { service, image } = planned;
    const draft = store.draft(service.name);
    world.progress.say(`${service.name}: building`);
    const target = service.target === null ? null : image.inputs.target;
    const stage = { service, commit, target, inputs: image.inputs, tag: draft };
    const built = await buildStage(world, stage, (line) => lines.push(line));
    if (built.kind === 'failed')
        throw new words/* StaggerError */.IY((0,problems/* stageFailed */.mu)(planned, 'image', built.lines));
    try {
        const kept = await store.keep(service.name, fingerprint, draft);
        if (kept.adopted)
            world.progress.say(`${service.name}: another build named ${(0,names/* inputsName */.Br)(fingerprint)} first`);
        return { outcome: kept.adopted ? 'reused' : 'built', kept };
    }
    finally {
        await world.docker.forget(draft);
    }
};

// EXTERNAL MODULE: ./.build/ledger/entries.js
var entries = __webpack_require__(4402);
// EXTERNAL MODULE: ./.build/commands/ledger.js
var commands_ledger = __webpack_require__(9324);
// EXTERNAL MODULE: ./.build/commands/revisions.js
var revisions = __webpack_require__(4875);
;// CONCATENATED MODULE: ./.build/commands/building/record.js



/** Remembers tested images. What the ledger says already is not said again, and what is newer stays. */
const recordImages = async (world, images, circumstances) => {
    if (images.length === 0)
        return;
    const now = world.clock.now();
    await (0,commands_ledger/* updateLedger */.RI)(world, async (ledger) => {
        const entries = images.map((image) => entryOf(image, ledger, circumstances, now));
        const holds = await Promise.all(entries.map((entry) => isNews(world, ledger, entry)));
        return writingOf(entries.filter((_, at) => holds[at]));
    });
};
const writingOf = (news) => {
    if (news.length === 0)
        return null;
    const files = new Map(news.map((entry) => [(0,entries/* imagePath */.d0)(entry.service), (0,entries/* writeEntry */.cD)(entry)]));
    return { files, message: `image: ${news.map(({ service }) => service).join(', ')}` };
};
/** Of two runs that end in the wrong order, the one of the newer commit holds, service by service. */
const isNews = async ({ git, progress }, { images }, entry) => {
    const before = images.get(entry.service);
    if (before === undefined)
        return true;
    if (says(before, entry))
        return false;
    if (!(await (0,revisions/* comesAfter */.e)(git, before.commit, entry.commit)))
        return true;
    const newer = before.commit.slice(0, 7);
    progress.say(`${entry.service}: the ledger holds the image of ${newer}, a newer commit: it stays`);
    return false;
};
const entryOf = ({ planned, fingerprint, repository, digest }, { images }, { commit, run }, now) => {
    const before = images.get(planned.service.name);
    return {
        schema: 1,
        service: planned.service.name,
        fingerprint,
        testFingerprint: planned.test?.fingerprint ?? null,
        repository,
        digest,
        version: before?.digest === digest ? before.version : null,
        commit,
        run,
        time: new Date(now).toISOString(),
    };
};
/** The same image with the same verdict, wherever and whenever it was written. */
const says = (before, entry) => ['fingerprint', 'testFingerprint', 'repository', 'digest'].every((key) => before[key] === entry[key]);

;// CONCATENATED MODULE: ./.build/commands/building/rows.js



/** A row to start from: nothing happened yet. */
const rowOf = ({ planned }) => ({
    name: planned.service.name,
    fingerprint: planned.image.fingerprint,
    digest: null,
    outcome: 'failed',
    tested: false,
    tags: [],
    version: null,
    seconds: 0,
    problem: null,
    plan: [],
});
const preview = (store, job) => {
    if ('problem' in job)
        return { ...rowOf(job), problem: job.problem };
    const plan = describeSteps(job.steps, store.where(job.planned.service.name));
    return { ...rowOf(job), outcome: 'planned', digest: job.found?.digest ?? null, plan };
};
const successOf = ({ planned, fingerprint }, { outcome, kept }, { images }) => {
    const entry = images.get(planned.service.name);
    // A pull request's repository holds the same image, but not the version's name.
    const released = entry?.digest === kept.digest && entry?.repository === kept.repository;
    const version = released ? entry.version : null;
    const tags = [(0,names/* inputsName */.Br)(fingerprint), ...(version ? [version] : [])];
    return { outcome, digest: kept.digest, tested: planned.test !== null, tags, version };
};
/** What keeps one service from its image is that service's problem; anything else is a bug. */
const problemOf = (error) => {
    if (error instanceof words/* StaggerError */.IY && error.problems[0])
        return error.problems[0];
    throw error;
};

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./.build/changes/bases.js
var changes_bases = __webpack_require__(570);
;// CONCATENATED MODULE: ./.build/commands/building/settle.js





/** How many services are built at once: one engine does the work of all. */
const AT_ONCE = 3;
/** Carries all jobs out, each after those whose images it takes. One failure stops no other. */
const settleAll = async (world, store, jobs, ledger) => {
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    const started = new Map();
    const start = (job) => {
        const { name } = job.planned.service;
        const known = started.get(name) ?? afterBases(job);
        started.set(name, known);
        return known;
    };
    const afterBases = async (job) => {
        // Also those that are only declared: whoever depends on another service is built after it.
        const first = (0,changes_bases/* basesOf */.c)(job.planned);
        const bases = jobs.filter(({ planned }) => first.includes(planned.service.name));
        const settled = await Promise.all(bases.map(start));
        return limit(() => settle({ world, store, ledger }, job, settled));
    };
    const all = await Promise.allSettled(jobs.map(start));
    return all.map((one) => {
        if (one.status === 'rejected')
            throw one.reason;
        return one.value;
    });
};
const settle = async ({ world, store, ledger }, job, bases) => {
    if ('problem' in job)
        return { job, made: null, row: { ...rowOf(job), problem: job.problem } };
    const begun = world.clock.now();
    const ended = await provideBases(store, job, bases)
        .then(() => carryOut(world, store, job))
        .catch((error) => ({ problem: problemOf(error) }));
    const seconds = Math.round((world.clock.now() - begun) / 100) / 10;
    if ('problem' in ended)
        return failed(world, job, ended.problem, seconds);
    const row = { ...rowOf(job), ...successOf(job, ended, ledger), seconds };
    world.progress.say(`${row.name}: ${row.outcome} in ${seconds} s`);
    return { job, made: ended, row };
};
const failed = ({ progress }, job, problem, seconds) => {
    progress.say(`${job.planned.service.name}: failed after ${seconds} s: ${problem.problem}`);
    return { job, made: null, row: { ...rowOf(job), problem, seconds } };
};

;// CONCATENATED MODULE: ./.build/commands/building/store.js



const openStore = (world, { push, prefix, pullRequest }) => {
    if (!push)
        return engineStore(world);
    if (prefix === null)
        throw new words/* StaggerError */.IY((0,problems/* noRegistry */.Xd)());
    const checked = (0,names/* checkedPrefix */.ge)(prefix);
    return registryStore(world, (service) => (0,names/* repositoryOf */._M)(checked, service, pullRequest));
};
/** A name that the engine held already stays, and stands for what these sources give, as after `docker compose build`. */
const provider = ({ docker }) => {
    const given = new Set();
    const remember = async (reference) => {
        if (!(await docker.holds(reference)))
            given.add(reference);
    };
    return {
        name: async (image, reference) => {
            await remember(reference);
            await docker.name(image, reference);
        },
        pull: async (image) => {
            await remember(image);
            await docker.pull(image);
        },
        release: async () => {
            for (const reference of given)
                await docker.forget(reference);
        },
    };
};
/** The engine on this machine: for trying, and seen by nobody else. */
const engineStore = (world) => {
    const { docker, files } = world;
    const { name, release } = provider(world);
    const kept = (service, fingerprint) => ({
        image: (0,names/* localImage */.tY)(service, fingerprint),
        digest: null,
        repository: service,
        adopted: false,
    });
    return {
        find: async (service, fingerprint) => (await docker.holds((0,names/* localImage */.tY)(service, fingerprint))) ? kept(service, fingerprint) : null,
        draft: (service) => `${service}:${(0,names/* stagingName */.zb)(files.unique())}`,
        keep: async (service, fingerprint, draft) => {
            await docker.name(draft, (0,names/* localImage */.tY)(service, fingerprint));
            return kept(service, fingerprint);
        },
        provide: ({ image }, reference) => name(image, reference),
        release,
        where: () => 'the local engine',
    };
};
const registryStore = (world, repositoryFor) => {
    const { docker, registry, files } = world;
    const { name, pull, release } = provider(world);
    const kept = (repository, digest, adopted) => ({
        image: `${repository}@${digest}`,
        digest,
        repository,
        adopted,
    });
    const find = async (service, fingerprint) => {
        const repository = repositoryFor(service);
        const image = await registry.manifest(repository, (0,names/* inputsName */.Br)(fingerprint));
        return image ? kept(repository, image.digest, true) : null;
    };
    return {
        find,
        draft: (service) => `${repositoryFor(service)}:${(0,names/* stagingName */.zb)(files.unique())}`,
        keep: async (service, fingerprint, draft) => {
            const repository = repositoryFor(service);
            await docker.push(draft);
            // The registry's digest, not the engine's: they need not be the same.
            const pushed = await registry.manifest(repository, draft.slice(repository.length + 1));
            if (!pushed)
                throw new words/* StaggerError */.IY((0,problems/* pushLost */.HK)(draft));
            const first = await find(service, fingerprint);
            if (first)
                return first;
            await registry.tag(repository, pushed.digest, (0,names/* inputsName */.Br)(fingerprint));
            return kept(repository, pushed.digest, false);
        },
        provide: async ({ image }, reference) => {
            await pull(image);
            await name(image, reference);
        },
        release,
        where: repositoryFor,
    };
};

;// CONCATENATED MODULE: ./.build/commands/build.js









/** Builds and tests what is asked for and not there yet, and finds what is. One failure stops no other service. */
const build = async (world, request) => {
    const store = openStore(world, request);
    const selected = (0,image_select/* selectServices */.Z)(request.plan, request.services);
    if (!request.push && selected.length > 0)
        await world.docker.check();
    const ledger = await (0,commands_ledger/* currentLedger */.$I)(world.git, false);
    const look = lookerUp(store, request.plan);
    const asked = await Promise.all(selected.map(look));
    const jobs = await withBases(asked, request.plan, look);
    if (request.push && request.dryRun)
        return { schema: 1, services: jobs.map((job) => preview(store, job)) };
    if (jobs.some(needsEngine))
        await world.docker.check();
    const settled = await settleAll(world, store, jobs, ledger).finally(store.release);
    if (mayRemember(request))
        await recordImages(world, settled.flatMap(recordedOf), circumstances(request));
    return { schema: 1, services: settled.filter(build_isNews(asked)).map(({ row }) => row) };
};
/** What only this machine has, and what anybody could have written, is not remembered as good. */
const mayRemember = ({ push, trusted, pullRequest }) => push && trusted && !pullRequest;
const circumstances = ({ plan, run }) => ({ commit: plan.head, run });
const buildExitCode = ({ services }) => (0,words/* exitCode */.I$)(services.flatMap(({ problem }) => (problem ? [problem.fault] : [])));
const lookerUp = (store, { head }) => (planned) => lookUp(store, planned, head).catch((error) => ({ planned, problem: problemOf(error) }));
/** What was only looked up for others, and is there, nobody asked about. */
const build_isNews = (asked) => ({ job, row }) => asked.includes(job) || row.outcome !== 'reused';
const needsEngine = (job) => !('problem' in job) && (job.steps.build || job.steps.test);
const recordedOf = ({ job, made }) => {
    if (!made || 'problem' in job || made.kept.digest === null)
        return [];
    const { planned, fingerprint } = job;
    return [{ planned, fingerprint, repository: made.kept.repository, digest: made.kept.digest }];
};

// EXTERNAL MODULE: ./.build/platform/clock.js
var platform_clock = __webpack_require__(7078);
;// CONCATENATED MODULE: ./.build/platform/docker-problems.js
const clientMissing = (client) => ({
    code: 'no-docker',
    fault: 'caller',
    problem: `the program ${client} is not installed`,
    why: 'images are built by Docker, and no such program is on the PATH',
    fix: 'install Docker (https://docs.docker.com/engine/install/; on Debian: apt-get install docker.io)',
});
/** `said` is what the client printed: it names the socket that it asked. */
const engineMissing = (said) => ({
    code: 'no-docker-engine',
    fault: 'caller',
    problem: 'no Docker engine answers',
    why: said.trim().replace(/\.? Is the docker daemon running\?/, '') || 'the client did not say why',
    fix: /permission denied/i.test(said)
        ? 'run it as a user of the group docker, or set DOCKER_HOST to an engine that you may use'
        : 'start Docker (systemctl start docker, or Docker Desktop), or set DOCKER_HOST to an engine that runs',
});
const withoutBuildx = (client) => ({
    code: 'docker-without-buildx',
    fault: 'caller',
    problem: `the client ${client} cannot build`,
    why: 'from version 23 on Docker builds by its buildx plugin, which is not installed',
    fix: 'install it (on Debian: apt-get install docker-buildx; else https://docs.docker.com/go/buildx/), or put an older client first on the PATH',
});
const NO_ACCESS = /denied|unauthorized|authentication required|no basic auth/i;
const pushRefused = (reference, said) => ({
    code: 'push-refused',
    problem: `${reference} could not be pushed`,
    ...refused(reference, said, 'write there; in a workflow: permissions: packages: write'),
});
const pullRefused = (reference, said) => ({
    code: 'pull-refused',
    problem: `${reference} could not be pulled`,
    ...refused(reference, said, 'read there; in a workflow: permissions: packages: read'),
});
const refused = (reference, said, what) => ({
    fault: NO_ACCESS.test(said) ? 'caller' : 'world',
    why: said.trim() || 'the engine did not say why',
    fix: NO_ACCESS.test(said)
        ? `docker login ${reference.split('/')[0]}   (with an account that may ${what})`
        : 'check that the registry runs and can be reached from the Docker engine, then run it again',
});

// EXTERNAL MODULE: ./.build/platform/process.js
var platform_process = __webpack_require__(6181);
// EXTERNAL MODULE: ./.build/platform/retry.js
var retry = __webpack_require__(3530);
;// CONCATENATED MODULE: ./.build/platform/docker.js





const ENVIRONMENT = { DOCKER_BUILDKIT: '1', BUILDKIT_COLORS: '', NO_COLOR: '1', DOCKER_CLI_HINTS: 'false' };
const NO_ENGINE = /Cannot connect to the Docker daemon|error during connect|permission denied while trying to connect/;
const NO_BUILDX = /buildx component is missing or broken/;
/** What a registry fails with now and then, e.g. when two push the same layer. Layers that arrived stay there. */
const PASSING = /HTTP status: 5\d\d|unknown blob|unexpected EOF|connection reset|TLS handshake timeout|i\/o timeout/i;
const isPassing = ({ code, stderr }) => code !== 0 && PASSING.test(stderr);
/** From this version on, a client builds by its buildx plugin only. */
const NEEDS_BUILDX = 23;
const openDocker = ({ run = platform_process/* runProcess */.R, client = 'docker', environment = {}, clock = platform_clock/* systemClock */.m, } = {}) => {
    const docker = async (args, onLine) => {
        const env = { ...ENVIRONMENT, ...environment };
        const result = await run([client, ...args], { env, ...(onLine ? { onLine } : {}) }).catch((error) => {
            throw error.code === 'ENOENT' ? new words/* StaggerError */.IY(clientMissing(client)) : error;
        });
        if (result.code !== 0 && NO_ENGINE.test(result.stderr))
            throw new words/* StaggerError */.IY(engineMissing(result.stderr));
        if (result.code !== 0 && NO_BUILDX.test(result.stderr))
            throw new words/* StaggerError */.IY(withoutBuildx(client));
        return result;
    };
    const transfer = async (way, reference, refused) => {
        const once = () => docker([way, '--quiet', reference]);
        const { code, stderr } = await (0,retry/* retrying */.R)(once, isPassing, clock);
        if (code !== 0)
            throw new words/* StaggerError */.IY(refused(reference, stderr));
    };
    const ok = async (...args) => (await docker(args)).code === 0;
    return {
        check: async () => {
            const { stdout, stderr } = await docker(['version', '--format={{json .}}']);
            const versions = parseVersions(stdout);
            if (!versions)
                throw new words/* StaggerError */.IY(engineMissing(stderr));
            if (Number.parseInt(versions.client, 10) >= NEEDS_BUILDX && !(await ok('buildx', 'version')))
                throw new words/* StaggerError */.IY(withoutBuildx(client));
            return versions;
        },
        build: async (args, onLine) => {
            const { code, stdout, stderr } = await docker(args, onLine);
            return code === 0 ? { kind: 'built' } : { kind: 'failed', lines: linesOf(stdout + stderr) };
        },
        holds: (reference) => ok('image', 'inspect', '--format={{.Id}}', reference),
        name: async (reference, other) => {
            const { code, stderr } = await docker(['tag', reference, other]);
            if (code !== 0)
                throw new Error(`${reference} could not be named ${other}: ${stderr.trim()}`);
        },
        push: (reference) => transfer('push', reference, pushRefused),
        pull: (reference) => transfer('pull', reference, pullRefused),
        forget: async (reference) => {
            await docker(['image', 'rm', reference]);
        },
    };
};
const linesOf = (text) => text.trimEnd().split(/\r?\n/);
const parseVersions = (stdout) => {
    try {
        const { Client, Server } = JSON.parse(stdout);
        return Server ? { client: Client.Version, engine: Server.Version ?? Server.Components[0].Version } : null;
    }
    catch {
        return null;
    }
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./.build/platform/git/paths.js
var paths = __webpack_require__(8031);
;// CONCATENATED MODULE: ./.build/platform/files.js







/** When every file of a context was last changed: a layer holds this time, and the same inputs must make the same layer. */
const MTIME = new Date('2000-01-01T00:00:00Z');
/**
 * The context is filtered already, so a `.dockerignore` that is one of the inputs must not filter again. It holds
 * a comment because BuildKit takes an empty file for a missing one.
 */
const IGNORE_NOTHING = '# nothing: this context holds the inputs only\n';
/** Folders in use. A program that is told to end runs no `finally`, but it does this. */
const inUse = new Set();
process.once('exit', () => {
    for (const folder of inUse)
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
});
/** Few enough not to run out of file handles. */
const files_open = (0,p_limit/* default */.A)(16);
const files = {
    unique: () => (0,external_node_crypto_.randomUUID)().replaceAll('-', ''),
    buildFolder: async (dockerfile, contents, blob) => {
        // A folder never comes back under the same name: BuildKit would take a file of the same size and time for the same file.
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `stagger-build-${(0,external_node_crypto_.randomUUID)()}-`));
        inUse.add(folder);
        const remove = async () => {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
            inUse.delete(folder);
        };
        try {
            await writeContext((0,external_node_path_.join)(folder, 'context'), contents, blob);
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'Dockerfile'), dockerfile);
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'Dockerfile.dockerignore'), IGNORE_NOTHING);
        }
        catch (error) {
            await remove();
            throw error;
        }
        return { context: (0,external_node_path_.join)(folder, 'context'), dockerfile: (0,external_node_path_.join)(folder, 'Dockerfile'), remove };
    },
};
const writeContext = async (root, contents, blob) => {
    for (const { path } of contents)
        refuseStray(path);
    const folders = foldersOf(contents);
    for (const folder of folders)
        await makeFolder(at(root, folder));
    const isLink = ({ mode }) => mode === '120000';
    const write = (file) => files_open(async () => writeOne(at(root, file.path), file, await blob(file.oid)));
    // Links come last, so that nothing is ever written through one.
    await Promise.all(contents.filter((file) => !isLink(file)).map(write));
    await Promise.all(contents.filter(isLink).map(write));
    for (const folder of [...folders].reverse())
        await (0,promises_.utimes)(at(root, folder), MTIME, MTIME);
};
/** The folders of all files, parents first; `.` is the context itself. */
const foldersOf = (contents) => {
    const folders = new Set(['.']);
    for (const { path } of contents)
        for (let folder = external_node_path_.posix.dirname(path); folder !== '.'; folder = external_node_path_.posix.dirname(folder))
            folders.add(folder);
    return [...folders].sort();
};
/** A commit made by hand can hold any name; none may lead out of the context. */
const refuseStray = (path) => {
    if (path.split('/').some((segment) => ['', '.', '..'].includes(segment)))
        throw new Error(`not a path that git can hold: ${JSON.stringify(path)}`);
};
/** A path as the bytes that git holds. */
const at = (root, path) => path === '.' ? Buffer.from(root) : Buffer.concat([Buffer.from(`${root}/`), (0,paths/* encodePath */.O)(path)]);
/** Modes are set, not asked for: the umask has no say in what an image holds. */
const makeFolder = async (path) => {
    await (0,promises_.mkdir)(path);
    await (0,promises_.chmod)(path, 0o755);
};
const writeOne = async (path, { mode }, content) => {
    if (mode === '120000') {
        await (0,promises_.symlink)(Buffer.from(content), path);
        return (0,promises_.lutimes)(path, MTIME, MTIME);
    }
    await (0,promises_.writeFile)(path, content);
    await (0,promises_.chmod)(path, mode === '100755' ? 0o755 : 0o644);
    await (0,promises_.utimes)(path, MTIME, MTIME);
};

// EXTERNAL MODULE: ./.build/platform/registry.js + 10 modules
var registry = __webpack_require__(5247);
// EXTERNAL MODULE: ./.build/report/outcomes.js
var outcomes = __webpack_require__(7628);
// EXTERNAL MODULE: ./.build/report/problem.js
var problem = __webpack_require__(8482);
// EXTERNAL MODULE: ./.build/report/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./.build/report/build.js



/** What `build --json` prints. */
const buildJson = ({ schema, services }) => ({
    schema,
    services,
});
const buildProblems = ({ services }) => (0,outcomes/* distinct */.dM)(services.map(({ problem }) => problem));
const COLUMNS = [
    { title: 'service' },
    { title: 'outcome' },
    { title: 'tests' },
    { title: 'image', code: true },
    { title: 'version' },
    { title: 'time', align: 'right' },
];
const tests = ({ tested, outcome }) => {
    if (outcome === 'failed' || outcome === 'planned')
        return '–';
    return tested ? 'passed' : 'none';
};
const row = (service) => [
    service.name,
    service.plan.length > 0 ? `would ${service.plan.join(', ')}` : service.outcome,
    tests(service),
    (0,outcomes/* short */.h0)(service.digest),
    service.version ?? '–',
    `${service.seconds.toFixed(1)} s`,
];
const buildHeadline = ({ services }) => services.length === 0
    ? 'Nothing to build: every image is there, and tested.'
    : (0,outcomes/* tally */.N4)(services.map(({ outcome }) => outcome));
const isDryRun = ({ services }) => services.some(({ outcome }) => outcome === 'planned');
/** For a terminal. The problems are told apart from the result. */
const buildText = (result) => {
    const rows = result.services.length > 0 ? ['\n', (0,table/* table */.tp)(COLUMNS, result.services.map(row))] : [];
    const hint = isDryRun(result) ? ['\nThis was a dry run. With --yes it is done.\n'] : [];
    return [`${buildHeadline(result)}\n`, ...rows, ...hint].join('');
};
/** For a job's summary. */
const buildMarkdown = (result) => {
    const names = result.services.map(({ name }) => ` ${name}`).join('');
    return [
        `**${buildHeadline(result)}**\n`,
        ...(result.services.length > 0 ? [(0,table/* markdownTable */.Qj)(COLUMNS, result.services.map(row))] : []),
        ...buildProblems(result).map(problem/* problemMarkdown */.P5),
        `<sub>On a laptop: <code>stagger build${names}</code></sub>\n`,
    ].join('\n');
};

// EXTERNAL MODULE: ./.build/main/session.js + 27 modules
var main_session = __webpack_require__(5691);
// EXTERNAL MODULE: ./.build/main/signals.js
var signals = __webpack_require__(2575);
;// CONCATENATED MODULE: ./.build/main/build.js







const run = (options, progress) => (0,main_session/* inSession */.Cp)(options.repo, progress, (session) => (0,signals/* exitingWhenStopped */.o)(async () => {
    const request = await requestOf(session, options);
    return build({ ...session, docker: openDocker(), registry: (0,registry/* openRegistry */.M)(), files: files }, request);
}));
const requestOf = async (session, options) => {
    const { ci, trusted, pullRequest, run: address } = session.invocation;
    const plan = await (0,main_session/* planToBuild */.j9)(session);
    return {
        plan,
        services: options.services,
        prefix: options.push ? await (0,main_session/* registryIn */.hY)(session, plan, options.registry) : null,
        push: options.push,
        dryRun: !options.yes && !ci,
        trusted: trusted || options.yes,
        pullRequest,
        run: address,
    };
};
const buildCommand = async (options, progress) => {
    const result = await run(options, progress);
    const problems = result.services.flatMap(({ problem }) => problem ?? []);
    return { code: buildExitCode(result), json: buildJson(result), text: buildText(result), problems };
};
const action = async (progress, inputs) => {
    const result = await run({
        repo: inputs.text('working-directory', '.'),
        services: inputs.words('service'),
        push: inputs.flag('push', true),
        registry: inputs.text('registry', '') || null,
        yes: false,
    }, progress);
    return {
        code: buildExitCode(result),
        headline: buildHeadline(result),
        summary: buildMarkdown(result),
        outputs: { result: JSON.stringify(buildJson(result)), digest: onlyDigest(result.services) },
        problems: result.services.flatMap(({ problem }) => problem ?? []),
    };
};
/** For the usual job of a matrix, which builds one service. */
const onlyDigest = (services) => services.length === 1 ? (services[0]?.digest ?? '') : '';


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


/***/ })

};
