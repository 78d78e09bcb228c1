export const id = 738;
export const ids = [738];
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
    throw new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY((0,_version_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .noImage */ .$0)(service.name));
};


/***/ }),

/***/ 4976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ inputsName),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ge: () => (/* binding */ checkedPrefix),
/* harmony export */   tY: () => (/* binding */ localImage),
/* harmony export */   zb: () => (/* binding */ stagingName)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9231);

/** What the registry calls the image of these inputs. */
const inputsName = (fingerprint) => `in-${fingerprint.slice('sha256:'.length)}`;
/** Carries a push to an engine that can push names only, and is none: nothing looks it up. */
const stagingName = (unique) => `staging-${unique}`;
const localImage = (service, fingerprint) => `${service}:${inputsName(fingerprint)}`;
/** Pull requests write to a repository of their own: main adopts nothing that anybody could have planted. */
const repositoryOf = (prefix, service, pullRequest) => pullRequest ? `${prefix}/pr/${service}` : `${prefix}/${service}`;
const HOST = /^(?:[a-zA-Z0-9.-]+|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;
const FOLDER = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const badPrefix = (prefix, why) => ({
    code: 'bad-registry',
    fault: 'caller',
    problem: `${JSON.stringify(prefix)} is not where images can go`,
    why,
    fix: 'name a registry and a folder in it, e.g. --registry ghcr.io/OWNER/REPOSITORY or 127.0.0.1:5000/shop',
});
/** The prefix without a trailing slash. */
const checkedPrefix = (prefix) => {
    const [host = '', ...folders] = prefix.replace(/\/+$/, '').split('/');
    const refuse = (why) => new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY(badPrefix(prefix, why));
    if (/^https?:$/.test(host))
        throw refuse('it is an address; images are named without https://');
    if (!HOST.test(host) || !/[.:]|^localhost$/.test(host))
        throw refuse(`${host} is not a registry's host`);
    const odd = folders.find((folder) => !FOLDER.test(folder));
    if (odd !== undefined)
        throw refuse(`${JSON.stringify(odd)} is not lower-case letters, digits, . _ and -`);
    return [host, ...folders].join('/');
};


/***/ }),

/***/ 6164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xd: () => (/* binding */ noRegistry),
  lE: () => (/* binding */ notHermetic),
  HK: () => (/* binding */ pushLost),
  mu: () => (/* binding */ stageFailed)
});

;// CONCATENATED MODULE: ./.build/image/output.js
/** How much of a failed build's output stands in the error itself; all of it stands in the log. */
const TAIL = 20;
/** What BuildKit prints before each line of a step: its number and, for a command's output, the time. */
const PREFIX = /^#\d+ (?:\d+\.\d+ )?/;
/** What the step that failed said, without BuildKit's own numbers; else the last lines of all. */
const failureTail = (lines) => {
    const step = lines.map((line) => /^(#\d+ )ERROR/.exec(line)?.[1]).find((found) => found !== undefined);
    const said = step ? lines.filter((line) => line.startsWith(step)) : lines;
    return said
        .map((line) => line.replace(PREFIX, ''))
        .filter((line) => line.trim() !== '' && !/^sha256:[0-9a-f]{64}$/.test(line))
        .slice(-TAIL)
        .join('\n');
};

;// CONCATENATED MODULE: ./.build/image/problems.js

/** BuildKit's words for a COPY source that the context does not hold. */
const MISSING = /"\/?([^"]+)"(?:: | )not found/;
const stageFailed = ({ service }, stage, lines) => {
    const missing = MISSING.exec(lines.join('\n'))?.[1];
    const where = stage === 'test' ? 'the stage test' : service.target ? `the stage ${service.target}` : 'the last stage';
    return {
        code: stage === 'test' ? 'tests-failed' : 'build-failed',
        fault: 'thing',
        problem: stage === 'test' ? `${service.name}'s tests failed` : `${service.name} could not be built`,
        why: `${where} of ${service.dockerfile} ended with:\n${failureTail(lines)}`,
        fix: missing
            ? `a build gets only the tracked files that a COPY, an ADD or a bind mount names: track ${missing} (git add), and let no ignore file leave it out`
            : `docker build --file ${service.dockerfile} ${stage === 'test' ? '--target test ' : ''}${service.context}   shows it here; a file that no instruction names is not there in a build`,
    };
};
const notHermetic = ({ service, image }) => {
    const [first] = image.inputs.untracked;
    const sources = image.inputs.untracked.map(({ detail }) => detail).join(', ');
    return {
        code: 'untracked-source',
        fault: 'caller',
        problem: `${service.name} cannot be built from git alone`,
        why: `its Dockerfile copies what git does not track: ${sources}`,
        fix: 'make it inside of the Dockerfile, in a stage of its own, or commit it; declared artifacts come with a later version',
        ...(first ? { at: { file: service.dockerfile, line: first.line, column: 1 } } : {}),
    };
};
const noRegistry = () => ({
    code: 'no-registry',
    fault: 'caller',
    problem: 'there is no registry to push to',
    why: 'neither --registry nor STAGGER_REGISTRY nor registry: in stagger.yml names one',
    fix: 'name it: stagger build --push --registry ghcr.io/OWNER/REPOSITORY   (or 127.0.0.1:5000/shop)',
});
const pushLost = (reference) => ({
    code: 'push-lost',
    fault: 'world',
    problem: `${reference} was pushed and is not in the registry`,
    why: 'the registry took it and does not give it back; the engine may push to another one, e.g. a mirror or its own loopback',
    fix: 'check that the Docker engine and this machine reach the same registry under that name',
});


/***/ }),

/***/ 7554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ namedServices),
/* harmony export */   Z: () => (/* binding */ selectServices)
/* harmony export */ });
/* harmony import */ var _catalog_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8472);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9231);


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

/***/ 3738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ tag_action),
  tagCommand: () => (/* binding */ tagCommand)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./.build/image/names.js
var image_names = __webpack_require__(4976);
// EXTERNAL MODULE: ./.build/image/select.js
var image_select = __webpack_require__(7554);
// EXTERNAL MODULE: ./.build/version/problems.js
var problems = __webpack_require__(2193);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
// EXTERNAL MODULE: ./.build/commands/ledger.js + 1 modules
var commands_ledger = __webpack_require__(9564);
// EXTERNAL MODULE: ./.build/commands/tagging/image.js
var tagging_image = __webpack_require__(7600);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
;// CONCATENATED MODULE: ./.build/version/next.js

const FIRST = '0.1.0';
/** Newest first. */
const byVersion = (a, b) => semver.rcompare(a.version, b.version);
/**
 * A version is a label on a digest, so the same image keeps its own, also where it comes back by a revert. So does
 * an image of the same inputs that was built again, where `lost` does not hold the first one's digest.
 */
const nextVersion = (releases, { digest, fingerprint }, lost = []) => {
    const sorted = [...releases].sort(byVersion);
    const newest = sorted[0]?.version ?? null;
    const same = sorted.find(({ image }) => image?.digest === digest) ??
        sorted.find(({ image }) => image?.fingerprint === fingerprint && !lost.includes(image.digest));
    if (!same?.image)
        return { kind: 'new', version: after(newest), previous: newest };
    const previous = sorted.find(({ version }) => semver.lt(version, same.version))?.version ?? null;
    return { kind: 'kept', version: same.version, previous, digest: same.image.digest };
};
const after = (newest) => newest === null ? FIRST : (semver.inc(newest, 'patch') ?? FIRST);

// EXTERNAL MODULE: ./.build/version/release.js
var release = __webpack_require__(4768);
;// CONCATENATED MODULE: ./.build/commands/tagging/number.js




/** Runs that tag one service at once give way to each other this often before one gives up. */
const TRIES = 30;
/** The version that an image has, or would get: nothing is made. */
const numberOf = async (world, service, image) => {
    await world.git.fetchTags((0,release/* tagPattern */.bO)(service));
    const releases = (0,release/* releasesOf */.w0)(service, await world.git.tags((0,release/* tagPattern */.bO)(service)));
    return nextVersion(releases, image, await lostAmong(world.registry, releases, image));
};
/** Images of the same inputs that have a version and that the registry holds no more. */
const lostAmong = async (registry, releases, { repository, fingerprint, digest }) => {
    const others = releases.flatMap(({ image }) => image?.fingerprint === fingerprint && image.digest !== digest ? [image.digest] : []);
    const held = await Promise.all(others.map((other) => registry.manifest(repository, other)));
    return others.filter((_, at) => held[at] === null);
};
/** Makes the version's git tag. The tag is the lock: whoever comes second reads again and takes the next one. */
const giveNumber = async (world, service, image, commit) => {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
        const numbered = await numberOf(world, service, image);
        if (numbered.kind === 'kept')
            return numbered;
        const label = (0,release/* annotation */.w7)(service, numbered.version, { ...image, commit });
        const made = await world.git.createTag((0,release/* tagName */.wZ)(service, numbered.version), commit, label);
        if (made === 'created')
            return numbered;
        await world.clock.sleep(20 * attempt);
    }
    throw new words/* StaggerError */.IY((0,problems/* tagsBusy */.zP)(service, TRIES));
};

// EXTERNAL MODULE: ./.build/ledger/entries.js
var entries = __webpack_require__(4402);
;// CONCATENATED MODULE: ./.build/commands/tagging/record.js


/** Adds the versions to what the ledger holds of these images; others it leaves alone. */
const recordVersions = async (world, services) => {
    const { images } = await (0,commands_ledger/* currentLedger */.$)(world.git, true);
    const news = services.flatMap((service) => versioned(images.get(service.name), service));
    if (news.length === 0)
        return;
    const changes = new Map(news.map((entry) => [(0,entries/* imagePath */.d0)(entry.service), (0,entries/* writeEntry */.cD)(entry)]));
    const versions = news.map(({ service, version }) => `${service} ${version}`);
    await (0,commands_ledger/* recordLedger */.D)(world, changes, `version: ${versions.join(', ')}`);
};
const versioned = (entry, row) => {
    if (!entry || !row.digest || row.outcome === 'failed' || entry.fingerprint !== row.fingerprint)
        return [];
    const same = entry.version === row.version && entry.digest === row.digest;
    return same ? [] : [{ ...entry, digest: row.digest, version: row.version }];
};

;// CONCATENATED MODULE: ./.build/commands/tag.js









const AT_ONCE = 4;
/** Gives each service's image of this commit its own version: in git, in the registry, in the ledger. */
const tag = async (world, request) => {
    const { plan, services: names } = request;
    const selected = names.length > 0 ? (0,image_select/* namedServices */.Q)(plan.services, names) : plan.services;
    const ledger = await (0,commands_ledger/* currentLedger */.$)(world.git, false);
    const prefix = request.prefix === null ? null : (0,image_names/* checkedPrefix */.ge)(request.prefix);
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    const one = (planned) => tagOne(world, planned, { ...request, prefix, ledger });
    const services = await Promise.all(selected.map((planned) => limit(() => one(planned))));
    if (request.trusted && !request.dryRun)
        await recordVersions(world, services);
    return { schema: 1, services };
};
const tagExitCode = ({ services }) => (0,words/* exitCode */.I$)(services.flatMap(({ problem }) => (problem ? [problem.fault] : [])));
const tagOne = async (world, planned, circumstances) => {
    const row = { ...NOTHING, name: planned.service.name, fingerprint: planned.image.fingerprint };
    try {
        return { ...row, ...(await number(world, planned, circumstances)) };
    }
    catch (error) {
        if (!(error instanceof words/* StaggerError */.IY) || !error.problems[0])
            throw error;
        return { ...row, reason: error.problems[0].problem, problem: error.problems[0] };
    }
};
const NOTHING = { version: null, previous: null, digest: null, outcome: 'failed', problem: null };
const number = async (world, planned, { plan, prefix, dryRun, ledger }) => {
    const { name } = planned.service;
    const image = await (0,tagging_image/* findImage */.F)(world.registry, planned, ledger, prefix);
    const numbered = dryRun
        ? await numberOf(world, name, image)
        : await giveNumber(world, name, image, plan.head);
    const digest = numbered.kind === 'kept' ? numbered.digest : image.digest;
    if (!dryRun)
        await nameInRegistry(world, image, digest, numbered.version);
    const { version, previous } = numbered;
    if (numbered.kind === 'new' && !dryRun)
        world.progress.say(`${name}: ${version}`);
    return { version, previous, digest, outcome: outcomeOf(numbered, dryRun), reason: reasonOf(numbered) };
};
/** A version never moves: the same image is success, another one an error. */
const nameInRegistry = async ({ registry }, { repository }, digest, version) => {
    const holder = await registry.manifest(repository, version);
    if (holder && holder.digest !== digest)
        throw new words/* StaggerError */.IY((0,problems/* versionTaken */.Qy)(repository, version, digest, holder.digest));
    if (!holder)
        await registry.tag(repository, digest, version);
};
const outcomeOf = ({ kind }, dryRun) => {
    if (kind === 'kept')
        return 'kept';
    return dryRun ? 'planned' : 'created';
};
const reasonOf = ({ kind, version, previous }) => {
    if (kind === 'kept')
        return `the image of ${version}, with the same inputs`;
    return previous === null ? 'its first image' : `a new image since ${previous}`;
};

// EXTERNAL MODULE: ./.build/platform/registry.js + 1 modules
var registry = __webpack_require__(1203);
// EXTERNAL MODULE: ./.build/report/outcomes.js
var outcomes = __webpack_require__(7628);
// EXTERNAL MODULE: ./.build/report/problem.js
var problem = __webpack_require__(8482);
// EXTERNAL MODULE: ./.build/report/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./.build/report/tag.js



/** What `tag --json` prints. */
const tagJson = ({ schema, services }) => ({ schema, services });
const tagProblems = ({ services }) => (0,outcomes/* distinct */.dM)(services.map(({ problem }) => problem));
const COLUMNS = [
    { title: 'service' },
    { title: 'version' },
    { title: 'before' },
    { title: 'image', code: true },
    { title: 'outcome' },
    { title: 'why' },
];
const row = ({ name, version, previous, digest, outcome, reason }) => [
    name,
    version ?? '–',
    previous ?? '–',
    (0,outcomes/* short */.h0)(digest),
    outcome,
    reason,
];
const tagHeadline = ({ services }) => services.length === 0
    ? 'Nothing to tag: there is no service.'
    : (0,outcomes/* tally */.N4)(services.map(({ outcome }) => outcome));
/** For a terminal. The problems are told apart from the result. */
const tagText = (result) => {
    const planned = result.services.some(({ outcome }) => outcome === 'planned');
    const rows = result.services.length > 0 ? ['\n', (0,table/* table */.tp)(COLUMNS, result.services.map(row))] : [];
    const hint = planned ? ['\nThis was a dry run. With --yes the versions are made.\n'] : [];
    return [`${tagHeadline(result)}\n`, ...rows, ...hint].join('');
};
/** For a job's summary. */
const tagMarkdown = (result) => [
    `**${tagHeadline(result)}**\n`,
    ...(result.services.length > 0 ? [(0,table/* markdownTable */.Qj)(COLUMNS, result.services.map(row))] : []),
    ...tagProblems(result).map(problem/* problemMarkdown */.P5),
    '<sub>On a laptop: <code>stagger tag</code></sub>\n',
].join('\n');

// EXTERNAL MODULE: ./.build/main/action.js
var action = __webpack_require__(1634);
// EXTERNAL MODULE: ./.build/main/session.js + 9 modules
var main_session = __webpack_require__(7154);
;// CONCATENATED MODULE: ./.build/main/tag.js





const run = (options, progress) => (0,main_session/* inSession */.Cp)(options.repo, progress, async (session) => {
    const { ci, trusted } = session.invocation;
    const plan = await (0,main_session/* planIn */.rP)(session);
    const prefix = await (0,main_session/* registryIn */.hY)(session, plan, options.registry);
    const { services, yes } = options;
    const request = { plan, services, prefix, dryRun: !yes && !ci, trusted: trusted || yes };
    return tag({ ...session, registry: (0,registry/* openRegistry */.M)() }, request);
});
const tagCommand = async (options, progress) => {
    const result = await run(options, progress);
    const problems = result.services.flatMap(({ problem }) => problem ?? []);
    return { code: tagExitCode(result), json: tagJson(result), text: tagText(result), problems };
};
const tag_action = () => (0,action/* actionMain */.g_)(async (progress) => {
    const services = (0,action/* words */.aL)((0,action/* input */.hF)('service', ''));
    const registry = (0,action/* input */.hF)('registry', '') || null;
    const result = await run({ repo: (0,action/* input */.hF)('working-directory', '.'), services, registry, yes: false }, progress);
    return {
        code: tagExitCode(result),
        headline: tagHeadline(result),
        summary: tagMarkdown(result),
        outputs: {
            result: JSON.stringify(tagJson(result)),
            version: result.services.length === 1 ? (result.services[0]?.version ?? '') : '',
        },
        problems: result.services.flatMap(({ problem }) => problem ?? []),
    };
});


/***/ }),

/***/ 1203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ openRegistry)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
;// CONCATENATED MODULE: ./.build/platform/registry-problems.js
const hostOf = (repository) => repository.split('/')[0] ?? repository;
/** What a registry's refusal means for whoever asked. */
const advice = (status, action, host) => {
    if (status === 401)
        return {
            fault: 'caller',
            why: 'it wants to know who asks, and this version asks without a name and password',
            fix: 'name a registry that answers without them, e.g. one on this machine: --registry 127.0.0.1:5000/shop',
        };
    if (status === 403)
        return {
            fault: 'caller',
            why: `whoever asks may not ${action} there`,
            fix: `grant the permission to ${action} (on ghcr.io: permissions: packages: ${action}), or name another with --registry`,
        };
    if (status === 429)
        return { fault: 'world', why: 'too many requests', fix: 'run it again later; what is done is kept' };
    if (status >= 500)
        return { fault: 'world', why: 'the registry itself failed', fix: `see how ${host} is, then run it again` };
    return { fault: 'world', why: 'it does not take the request', fix: `check that ${host} is a registry` };
};
const refused = (action, repository, { status, statusText }, body) => {
    const { fault, why, fix } = advice(status, action, hostOf(repository));
    return {
        code: 'registry-refused',
        fault,
        problem: `the registry refuses to ${action} ${repository}`,
        why: `${[status, statusText].join(' ').trim()}: ${why}${said(body)}`,
        fix,
    };
};
/** A registry's own words, where it has some: `errors` of the distribution specification. */
const said = (body) => {
    try {
        const { errors } = JSON.parse(new TextDecoder().decode(body));
        const words = errors.map(({ code, message }) => `${code}: ${message}`);
        return ` (it says ${words.join('; ').slice(0, 300)})`;
    }
    catch {
        return '';
    }
};
const REASONS = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'the host name could not be looked up',
    ECONNRESET: 'it closed the connection',
    ETIMEDOUT: 'it did not answer in time',
};
/** `fetch` says only "fetch failed"; the reason is in its cause. */
const reason = (error) => {
    if (error.name === 'TimeoutError')
        return 'it did not answer in time';
    const { code, message } = (error.cause ?? error);
    return REASONS[code ?? ''] ?? message;
};
const unreachable = (url, error) => ({
    code: 'registry-unreachable',
    fault: 'world',
    problem: `the registry ${new URL(url).host} cannot be reached`,
    why: `${reason(error)} (${url})`,
    fix: 'check the address (--registry, STAGGER_REGISTRY or registry: in stagger.yml) and the network, then run it again',
});
const wrongDigest = (what, claimed, digest) => ({
    code: 'wrong-digest',
    fault: 'world',
    problem: `what the registry sent for ${what} is not what it says`,
    why: `it claims ${claimed}, and the bytes are ${digest}`,
    fix: 'run it again; if it stays, something between here and the registry changes what it carries',
});

;// CONCATENATED MODULE: ./.build/platform/registry.js



const MANIFESTS = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const PATIENCE = 30_000;
const openRegistry = (request = fetch) => {
    const ask = async (repository, reference, init) => {
        const url = manifestUrl(repository, reference);
        return await request(url, { ...init, signal: AbortSignal.timeout(PATIENCE) }).catch((error) => {
            throw new words/* StaggerError */.IY(unreachable(url, error));
        });
    };
    const manifest = async (repository, reference) => {
        const answer = await ask(repository, reference, { headers: { accept: MANIFESTS.join(', ') } });
        const body = new Uint8Array(await answer.arrayBuffer());
        if (answer.status === 404)
            return null;
        if (!answer.ok)
            throw new words/* StaggerError */.IY(refused('read', repository, answer, body));
        return checked(`${repository}:${reference}`, reference, answer.headers, body);
    };
    return {
        manifest,
        tag: async (repository, digest, name) => {
            const image = await manifest(repository, digest);
            if (!image)
                throw new Error(`${repository} has no ${digest} to name ${name}`);
            const headers = { 'content-type': image.mediaType };
            const answer = await ask(repository, name, { method: 'PUT', headers, body: Buffer.from(image.body) });
            const said = new Uint8Array(await answer.arrayBuffer());
            if (!answer.ok)
                throw new words/* StaggerError */.IY(refused('write', repository, answer, said));
        },
    };
};
/** A digest is computed, never believed: over the bytes that came. */
const checked = (what, reference, headers, body) => {
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}`;
    const claims = [headers.get('docker-content-digest'), (0,words/* isDigest */.Bc)(reference) ? reference : null];
    const wrong = claims.find((claim) => claim !== null && claim !== digest);
    if (wrong)
        throw new words/* StaggerError */.IY(wrongDigest(what, wrong, digest));
    return { digest, body, mediaType: headers.get('content-type')?.split(';')[0]?.trim() ?? '' };
};
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;
/** Plain HTTP to this machine only. Docker Hub answers under another name than it is called by. */
const manifestUrl = (repository, reference) => {
    const slash = repository.indexOf('/');
    const host = repository.slice(0, slash);
    const scheme = LOOPBACK.test(host) ? 'http' : 'https';
    const server = host === 'docker.io' ? 'registry-1.docker.io' : host;
    return `${scheme}://${server}/v2/${repository.slice(slash + 1)}/manifests/${reference}`;
};


/***/ }),

/***/ 7628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N4: () => (/* binding */ tally),
/* harmony export */   dM: () => (/* binding */ distinct),
/* harmony export */   h0: () => (/* binding */ short)
/* harmony export */ });
/** `3 services: 1 built, 2 reused.`, in the order in which they first occur. */
const tally = (outcomes) => {
    const parts = [...new Set(outcomes)].map((outcome) => `${outcomes.filter((other) => other === outcome).length} ${outcome}`);
    return `${outcomes.length} ${outcomes.length === 1 ? 'service' : 'services'}: ${parts.join(', ')}.`;
};
/** What several services share, e.g. a registry that is down, is told once. */
const distinct = (problems) => {
    const told = problems.flatMap((problem) => (problem ? [[JSON.stringify(problem), problem]] : []));
    return [...new Map(told).values()];
};
/** A digest as people compare it. */
const short = (digest) => digest?.slice(0, 'sha256:'.length + 12) ?? '–';


/***/ }),

/***/ 2193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ noImage),
/* harmony export */   Qy: () => (/* binding */ versionTaken),
/* harmony export */   zP: () => (/* binding */ tagsBusy)
/* harmony export */ });
const noImage = (service) => ({
    code: 'no-image',
    fault: 'caller',
    problem: `${service} has no image of this commit, so there is nothing to give a version`,
    why: 'neither the ledger nor the registry holds one of its inputs',
    fix: `stagger build ${service} --push`,
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
