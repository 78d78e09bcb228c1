export const id = 1686;
export const ids = [1686];
export const modules = {

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

/***/ 1686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  copyCommand: () => (/* binding */ copyCommand)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./.build/image/names.js
var names = __webpack_require__(64976);
// EXTERNAL MODULE: ./.build/image/select.js
var image_select = __webpack_require__(97554);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/commands/building/rows.js
var rows = __webpack_require__(85941);
// EXTERNAL MODULE: ./.build/commands/copying/beside.js
var copying_beside = __webpack_require__(2383);
// EXTERNAL MODULE: ./.build/image/testing/names.js
var testing_names = __webpack_require__(18343);
// EXTERNAL MODULE: ./.build/commands/deployment/choose.js
var choose = __webpack_require__(87196);
// EXTERNAL MODULE: ./.build/commands/tagging/image.js
var tagging_image = __webpack_require__(77600);
// EXTERNAL MODULE: ./.build/commands/copying/problems.js
var problems = __webpack_require__(86629);
;// CONCATENATED MODULE: ./.build/commands/copying/choose.js






/** The image that `deploy` would take, with the names that it has. */
const chooseSource = async ({ git, registry }, planned, wish) => {
    const { name, group } = planned.service;
    const releases = await (0,choose/* releasesHolding */.kY)(git, name, group);
    const found = wish.version === null
        ? await (0,tagging_image/* findImage */.F)(registry, planned, wish.ledger, wish.prefix)
        : (0,choose/* releasedImage */.LM)(name, releases, wish);
    const { repository, digest, fingerprint } = found;
    const manifest = await registry.manifest(repository, digest);
    if (!manifest)
        throw new words/* StaggerError */.IY((0,problems/* imageGone */.J)(repository, digest));
    const held = releases.filter(({ images }) => images?.get(name)?.digest === digest);
    return {
        repository,
        digest,
        manifest,
        version: wish.version ?? (0,choose/* versionOf */.E4)(releases, name, digest),
        claims: [(0,names/* inputsName */.Br)(fingerprint), ...(await verdictsOf(registry, planned, { repository, digest }))],
        versions: [...new Set(held.map(({ version }) => version))],
    };
};
/** The verdict of this commit's tests, where it is this image's. */
const verdictsOf = async (registry, { test }, { repository, digest }) => {
    if (!test?.fingerprint)
        return [];
    const name = (0,testing_names/* testedName */.n)(test.fingerprint);
    return (await registry.manifest(repository, name))?.digest === digest ? [name] : [];
};

;// CONCATENATED MODULE: ./.build/commands/copying/one.js





/** A row to start from: nothing happened yet. */
const rowOf = ({ service: { name } }, to) => ({
    name,
    version: null,
    digest: null,
    from: null,
    to: (0,names/* repositoryOf */._M)(to, name, false),
    names: [],
    taken: [],
    beside: 0,
    manifests: 0,
    blobs: 0,
    outcome: 'failed',
    problem: null,
});
/** Copies one image with all that is said of it. It gets its names last: whoever finds it finds it whole. */
const copyOne = async (world, planned, request) => {
    const { registry } = world;
    const empty = rowOf(planned, request.to);
    const source = await chooseSource(world, planned, request);
    const { repository: from, digest, version } = source;
    if (from === empty.to)
        throw new words/* StaggerError */.IY((0,problems/* samePlace */.o)(empty.name, from));
    const beside = await (0,copying_beside/* besideOf */.A4)(registry, from, source.manifest);
    const row = { ...empty, ...{ version, digest, from }, names: namesOf(source), beside: countOf(beside) };
    const there = await registry.manifest(row.to, digest);
    if (request.dryRun)
        return { ...row, outcome: there ? 'there' : 'planned' };
    await registry.prepare(row.to, request.createRepositories);
    const { manifests, blobs } = await registry.copy({ repository: from, digest }, row.to);
    await (0,copying_beside/* copyBeside */.ww)({ ...world, from, to: row.to }, beside);
    const taken = await giveNames(registry, row.to, source);
    if (!there)
        world.progress.say(`${row.name}: copied to ${row.to}@${digest}`);
    const names = row.names.filter((name) => !taken.includes(name));
    return { ...row, names, taken, manifests, blobs, outcome: there ? 'there' : 'copied' };
};
const namesOf = ({ claims, versions }) => [...claims, ...versions];
const countOf = ({ referring, notes }) => referring.length + notes.length;
/** Those that are another image's. A version that is another's is an error: it never moves. */
const giveNames = async (registry, to, { digest, claims, versions }) => {
    const taken = [];
    for (const name of claims)
        if ((await registry.claim(to, digest, name)).adopted)
            taken.push(name);
    for (const version of versions)
        await registry.label(to, digest, version);
    return taken;
};

// EXTERNAL MODULE: ./.build/commands/ledger.js
var ledger = __webpack_require__(99324);
;// CONCATENATED MODULE: ./.build/commands/copy.js







/** Images at once; of each many layers are copied at once. */
const AT_ONCE = 2;
/** Copies the image of each service to another registry, account or region, by its digest. One failure stops no other. */
const copyImages = async (world, request) => {
    const named = (0,image_select/* namedServices */.Q)(request.plan.services, request.services);
    const to = (0,names/* checkedPrefix */.ge)(request.to);
    const prefix = request.prefix === null ? null : (0,names/* checkedPrefix */.ge)(request.prefix);
    const asked = { ...request, to, prefix, ledger: await (0,ledger/* currentLedger */.$I)(world.git, false) };
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    const copy = (planned) => copyOne(world, planned, asked).catch((error) => ({ ...rowOf(planned, to), problem: (0,rows/* problemOf */.Zw)(error) }));
    const services = await Promise.all(named.map((planned) => limit(() => copy(planned))));
    return { schema: 1, dryRun: request.dryRun, services };
};
const copyExitCode = ({ services }) => (0,words/* exitCode */.I$)(services.flatMap(({ problem }) => (problem ? [problem.fault] : [])));

// EXTERNAL MODULE: ./.build/platform/registry/choose.js + 17 modules
var registry_choose = __webpack_require__(40359);
// EXTERNAL MODULE: ./.build/report/images-table.js
var images_table = __webpack_require__(16766);
// EXTERNAL MODULE: ./.build/report/outcomes.js
var outcomes = __webpack_require__(17628);
// EXTERNAL MODULE: ./.build/report/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./.build/report/copies.js



/** What `images copy --json` prints. */
const copyJson = ({ schema, dryRun, services }) => ({
    schema,
    dryRun,
    services,
});
const copyProblems = ({ services }) => (0,outcomes/* distinct */.dM)(services.map(({ problem }) => problem));
const TOLD = { planned: 'to copy', copied: 'copied', there: 'there already', failed: 'failed' };
const copyHeadline = ({ services }) => {
    const parts = ['planned', 'copied', 'there', 'failed'].flatMap((outcome) => {
        const number = services.filter((one) => one.outcome === outcome).length;
        return number > 0 ? [`${number} ${TOLD[outcome]}`] : [];
    });
    return `${services.length} ${services.length === 1 ? 'image' : 'images'}: ${parts.join(', ')}.`;
};
const COLUMNS = [
    { title: 'service' },
    { title: 'version' },
    { title: 'image', code: true },
    { title: 'to' },
    { title: 'names' },
    { title: 'beside it', align: 'right' },
    { title: 'what' },
];
const row = ({ name, version, digest, to, names, taken, beside, outcome }) => [
    name,
    version ?? '–',
    (0,outcomes/* short */.h0)(digest),
    to,
    names.map((name) => (0,images_table/* shortName */.E)(name)).join(' ') || '–',
    String(beside),
    [
        TOLD[outcome],
        ...(taken.length > 0
            ? [`another image there has ${taken.map((name) => (0,images_table/* shortName */.E)(name)).join(' ')}`]
            : []),
    ].join('; '),
];
/** For a terminal. The problems are told apart from the result. */
const copyText = (result) => [
    `${copyHeadline(result)}\n\n`,
    (0,table/* table */.tp)(COLUMNS, result.services.map(row)),
    ...(result.dryRun ? ['\nThis was a dry run. With --yes they are copied.\n'] : []),
].join('');

// EXTERNAL MODULE: ./.build/main/session.js + 34 modules
var main_session = __webpack_require__(71489);
;// CONCATENATED MODULE: ./.build/main/copy.js




const run = ({ repo, services, to, version, registry, yes }, progress) => (0,main_session/* inSession */.Cp)(repo, progress, async (session) => {
    const plan = await (0,main_session/* planIn */.rP)(session);
    const { build = {} } = await (0,main_session/* configurationIn */.AM)(session, plan);
    return copyImages({ ...session, registry: (0,registry_choose/* openRegistries */.c)() }, {
        plan,
        services,
        to,
        version,
        prefix: await (0,main_session/* registryIn */.hY)(session, plan, registry),
        createRepositories: build.createRepositories ?? false,
        dryRun: !yes && !session.invocation.ci,
    });
});
const copyCommand = async (options, progress) => {
    const result = await run(options, progress);
    return {
        code: copyExitCode(result),
        json: copyJson(result),
        text: copyText(result),
        problems: copyProblems(result),
    };
};


/***/ }),

/***/ 16766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ shortName),
/* harmony export */   V: () => (/* binding */ imagesTable)
/* harmony export */ });
/* harmony import */ var _plan_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3898);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6993);


/** What goes stands before what stays: that is what somebody has to say yes to. */
const SECTIONS = [
    ['failed', 'Failed'],
    ['planned', 'To remove'],
    ['removed', 'Removed'],
    ['kept', 'Kept'],
];
/** In a terminal more than these are only counted. */
const MOST = { failed: 40, planned: 40, removed: 40, kept: 10 };
const COLUMNS = [
    { title: 'image', code: true },
    { title: 'age', align: 'right' },
    { title: 'names' },
    { title: 'why' },
];
/** All images, section by section; within `width`, where that is known, and then no more than somebody reads. */
const imagesTable = (result, width) => {
    const all = SECTIONS.map(([outcome, title]) => ({ outcome, title, lines: linesOf(result, outcome, width) }));
    const isTerminal = width !== Number.POSITIVE_INFINITY;
    const shown = all.map((one) => (isTerminal ? one.lines.slice(0, MOST[one.outcome]) : one.lines));
    if (shown.every((lines) => lines.length === 0))
        return '';
    const [head = '', ...rows] = aligned(shown.flat(), width);
    const sections = all.map(({ title, lines }, at) => {
        const own = shown[at] ?? [];
        return section(title, own, rows.splice(0, own.length), lines.length - own.length);
    });
    return `\n${head}${sections.join('')}`;
};
/** The images of a repository stand below its name. */
const section = (title, lines, rows, more) => {
    if (lines.length === 0)
        return '';
    const repositories = [...new Set(lines.map(({ repository }) => repository))];
    const groups = repositories.map((name) => [`  ${name}\n`, ...rows.filter((_, at) => lines[at]?.repository === name)].join(''));
    const hint = more > 0 ? [`  and ${more} more: stagger images gc --json has all\n`] : [];
    return [`\n${title}\n`, ...groups, ...hint].join('');
};
/** Each with its line feed; the titles are the first. */
const aligned = (lines, width) => {
    const cells = lines.map((line) => line.cells);
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(COLUMNS, fitting(cells, width - INDENT.length))
        .split('\n')
        .slice(0, -1)
        .map((line) => `${INDENT}${line}\n`);
};
const INDENT = '    ';
/** The last column is cut to what the ones before it leave. */
const fitting = (rows, width) => {
    const taken = COLUMNS.slice(0, 3).map(({ title }, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)));
    const left = width - taken.reduce((sum, one) => sum + one + 2, 0);
    return rows.map(([image, age, names, why]) => [image, age, names, (0,_plan_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(why, Math.max(20, left))]);
};
const linesOf = (result, outcome, width) => result.repositories.flatMap(({ repository, images }) => images
    .filter((image) => image.outcome === outcome)
    // Those of whose names some go.
    .toSorted((a, b) => Number(b.namesRemoved.length > 0) - Number(a.namesRemoved.length > 0))
    .map((image) => ({ repository, cells: cellsOf(image, result.now, width) })));
const DAY = 24 * 60 * 60 * 1000;
const cellsOf = ({ digest, names, pushed, why, namesRemoved, problem }, now, width) => {
    const left = names.filter((name) => !namesRemoved.includes(name)).map((name) => shortName(name, 8));
    const said = problem?.problem ?? why;
    return [
        digest.slice('sha256:'.length).slice(0, 12),
        pushed === null ? '–' : `${Math.floor((now - pushed) / DAY)} d`,
        width === Number.POSITIVE_INFINITY ? left.join(' ') || '–' : fewNames(left),
        namesRemoved.length > 0
            ? `${said}, less ${namesRemoved.length} ${namesRemoved.length === 1 ? 'name' : 'names'}`
            : said,
    ];
};
/** So wide that `why` still fits beside it. */
const NAMES_WIDTH = 18;
/** As many as fit, and how many more there are. */
const fewNames = (names) => {
    const [first, ...others] = names;
    if (first === undefined)
        return '–';
    let told = (0,_plan_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(first, NAMES_WIDTH);
    for (const [at, name] of others.entries()) {
        const rest = others.length - at;
        if (`${told} ${name}`.length > NAMES_WIDTH - (rest > 1 ? 4 : 0))
            return `${told} +${rest}`;
        told = `${told} ${name}`;
    }
    return told;
};
/** Names are long and their beginnings tell them apart: as much of them as of a digest, or less. */
const shortName = (name, digits = 12) => name.replace(/^(in|tested|sha256|staging)-([0-9a-f]{32,64})/, (_, kind, hex) => [kind, hex.slice(0, digits)].join('-'));


/***/ }),

/***/ 87073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ planHeadline),
/* harmony export */   v: () => (/* binding */ planNotes)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6993);
/* harmony import */ var _renamed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53815);


/** More names than these would hide the number. */
const MOST_NAMES = 10;
const planHeadline = ({ services, nothing }) => {
    if (nothing !== undefined)
        return `There is nothing to plan: ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(nothing)}`;
    const names = services.filter(({ affected }) => affected).map(({ service }) => service.name);
    const all = `${services.length} ${services.length === 1 ? 'service' : 'services'}`;
    if (services.length === 0)
        return 'There is no service here: no compose file builds one, and there is no Dockerfile';
    if (names.length === 0)
        return `Nothing to do: none of ${all} changed`;
    const more = names.length - MOST_NAMES;
    const told = names.slice(0, MOST_NAMES).join(', ');
    return `${names.length} of ${all} affected: ${told}${more > 0 ? ` and ${more} more` : ''}`;
};
/** What stands below the services: those that are gone, and what went wrong on the way. */
const planNotes = (plan) => {
    const heirs = new Map([...(0,_renamed_js__WEBPACK_IMPORTED_MODULE_1__/* .renames */ .m)(plan)].map(([heir, old]) => [old, heir]));
    return [
        ...plan.removed.map(({ name }) => {
            const heir = heirs.get(name);
            return heir
                ? `${name} is no longer here: ${heir} is made of exactly what it was made of.`
                : `${name} is no longer here.`;
        }),
        ...plan.warnings.map((warning) => `Warning: ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(warning)}.`),
    ];
};


/***/ }),

/***/ 69753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ firstReason),
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   nG: () => (/* binding */ byName),
/* harmony export */   uV: () => (/* binding */ reasonText)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);

const byName = ({ services }) => new Map(services.map((planned) => [planned.service.name, planned]));
/** The first reason, and how many more there are. */
const firstReason = ({ service, reasons }, services) => {
    const [first, ...more] = reasons;
    if (!first)
        return '';
    const text = first.kind === 'service' ? wayText(service.name, first, services) : reasonText(first);
    return more.length > 0 ? `${text} (and ${more.length} more)` : text;
};
/** From a service to what changed at the other end: `web ← base ← pb/demo.proto modified`. */
const wayText = (name, reason, services) => {
    if (reason.change === 'added' || reason.change === 'removed')
        return reasonText(reason);
    const end = services.get(reason.path.at(-1) ?? reason.service);
    const [began] = end?.reasons.filter(({ kind }) => kind !== 'service') ?? [];
    const way = [name, ...reason.path].join(' ← ');
    return began ? `${way} ← ${causeText(began)}` : way;
};
/** Without the line of an instruction, which stands in another service's Dockerfile. */
const causeText = (reason) => reason.kind === 'input' ? `${reason.path} ${reason.change}` : reasonText(reason);
const reasonText = (reason) => {
    switch (reason.kind) {
        case 'input':
            return `${reason.path} ${reason.change} (${placeText(reason)})`;
        case 'tests':
            return `${reason.path} ${reason.change}, read by its tests alone`;
        case 'more':
            return 'and further inputs';
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
        case 'platforms':
            return `it is built for other platforms: ${reason.detail}`;
        case 'service':
            return byServiceText(reason);
        case 'no-tests':
            return 'tests are required, and it has none';
        case 'never-deployed':
            return 'it was never deployed there';
        case 'other-image-deployed':
            return 'another image is deployed there';
        case 'configuration':
            return 'its configuration there changed';
        default:
            return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .unreachable */ .HB)(reason);
    }
};
const byServiceText = (reason) => {
    const place = placeText(reason);
    switch (reason.change) {
        case 'added':
            return `it takes from the image of ${reason.service} now (${place})`;
        case 'removed':
            return `it no longer takes from the image of ${reason.service}`;
        case 'modified':
            return `the image of ${reason.service} changed (${place})`;
        case 'undecided':
            return `the image of ${reason.service} has no fingerprint (${place})`;
        default:
            return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .unreachable */ .HB)(reason.change);
    }
};
/** Where the Dockerfile says it; line 0 stands for `stagger.yml`. */
const placeText = ({ instruction, line }) => line > 0 ? `${instruction}, line ${line}` : `${instruction} in stagger.yml`;
const shorten = (text) => {
    const [line = ''] = text.split('\n');
    return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};


/***/ }),

/***/ 53815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ renames)
/* harmony export */ });
/**
 * New services that are made of exactly what one that is gone was made of: by their new name, the old one. A
 * fingerprint does not know its service's name. Where two would fit, nobody can say.
 */
const renames = ({ services, removed }) => {
    const added = services.filter(({ change }) => change === 'added');
    const pairs = removed.flatMap(({ name, previous }) => {
        const same = added.filter(({ image }) => previous !== null && image.fingerprint === previous);
        const rivals = removed.filter((other) => other.previous === previous);
        const [only] = same;
        return only && same.length === 1 && rivals.length === 1 ? [[only.service.name, name]] : [];
    });
    return new Map(pairs);
};


/***/ }),

/***/ 3898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HF: () => (/* binding */ withMoreReasons),
/* harmony export */   Pt: () => (/* binding */ planText),
/* harmony export */   Yo: () => (/* binding */ cells),
/* harmony export */   cZ: () => (/* binding */ COLUMNS),
/* harmony export */   ml: () => (/* binding */ shorten)
/* harmony export */ });
/* harmony import */ var fast_string_width__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93223);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6993);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87073);
/* harmony import */ var _reason_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69753);




const COLUMNS = [{ title: 'service' }, { title: 'needs' }, { title: 'why' }];
/** More unaffected services than these are only counted. */
const MOST_UNAFFECTED = 20;
/** The plan as people read it in a terminal; no line is wider than `width`, where that is known. */
const planText = (plan, width = Number.POSITIVE_INFINITY) => {
    const services = (0,_reason_js__WEBPACK_IMPORTED_MODULE_3__/* .byName */ .nG)(plan);
    const unaffected = plan.services.filter(({ affected }) => !affected);
    const few = unaffected.length <= MOST_UNAFFECTED;
    const rows = plan.services.filter(({ affected }) => affected || few).map((one) => cells(one, services));
    const rest = few ? [] : [`${unaffected.length} services are unaffected.`];
    const fitting = rows.map((row) => cut(row, rows, width));
    const listed = rows.length > 0 ? [(0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(COLUMNS, fitting)] : [];
    return [(0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .planHeadline */ .M)(plan), '', ...listed, ...rest, ...allReasons(plan), ...(0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .planNotes */ .v)(plan)].join('\n');
};
const allReasons = (plan) => {
    const name = withMoreReasons(plan);
    return name === null ? [] : [`All reasons: stagger plan --explain ${name}`];
};
/** Of which service there is more to tell than a row does; of several none by its name. */
const withMoreReasons = ({ services }) => {
    const [first, ...others] = services.filter(({ affected, reasons }) => affected && reasons.length > 1);
    return first ? (others.length > 0 ? 'SERVICE' : first.service.name) : null;
};
const cells = (planned, services) => [
    planned.service.name,
    planned.needs.join(', ') || '–',
    planned.affected ? (0,_reason_js__WEBPACK_IMPORTED_MODULE_3__/* .firstReason */ .$l)(planned, services) : 'unchanged',
];
/** The last column is cut to what the ones before it leave. */
const cut = ([name, needs, why], rows, width) => {
    const taken = COLUMNS.slice(0, 2).map(({ title }, at) => Math.max(...[title, ...rows.map((row) => row[at] ?? '')].map((text) => (0,fast_string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(text))));
    const left = width - taken.reduce((sum, one) => sum + one + 2, 0);
    return [name, needs, shorten((0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(why), Math.max(20, left))];
};
/** Left out before the middle: the end of a path, and what stands behind it, tells most. */
const shorten = (text, width) => {
    if ((0,fast_string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(text) <= width)
        return text;
    const characters = [...text];
    const take = (from, most) => {
        const taken = [];
        for (const one of from) {
            if ((0,fast_string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(taken.join('') + one) > most)
                break;
            taken.push(one);
        }
        return taken;
    };
    const start = take(characters, Math.floor((width - 1) / 3));
    const end = take(characters.toReversed(), Math.ceil(((width - 1) * 2) / 3)).reverse();
    return `${start.join('')}…${end.join('')}`;
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
