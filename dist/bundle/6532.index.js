export const id = 6532;
export const ids = [6532];
export const modules = {

/***/ 50705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ inTheirFile)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46800);

/** What is wrong in a Dockerfile that stands inside of another file, with its place in that one. */
const inTheirFile = async (objects, root, { inline, dockerfile }, problems) => {
    if (inline === null)
        return problems;
    const lines = ((await (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(objects, root, dockerfile)) ?? '').split('\n');
    const offset = offsetOf(lines, inline.split('\n'));
    return problems.map((problem) => problem.at?.file === dockerfile ? { ...problem, at: moved(problem.at, lines, offset) } : problem);
};
/** The line before the one that the text begins in: where most of its lines stand below each other. Null where none does. */
const offsetOf = (lines, inline) => {
    const same = (offset) => inline.filter((line, at) => line.trim() !== '' && lines[offset + at]?.trim() === line.trim()).length;
    const found = lines.map((_, offset) => ({ offset, same: same(offset) })).sort((a, b) => b.same - a.same);
    return found[0] && found[0].same > 0 ? found[0].offset : null;
};
const moved = (at, lines, offset) => {
    const line = offset === null ? 1 : at.line + offset;
    const text = lines[line - 1] ?? '';
    const column = offset === null ? 1 : text.length - text.trimStart().length + at.column;
    return { file: at.file, line, column, text };
};


/***/ }),

/***/ 60570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ neighboursOf),
/* harmony export */   c: () => (/* binding */ basesOf)
/* harmony export */ });
/* harmony import */ var _catalog_edges_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88200);

/** Those whose images a service takes from, or waits for, to build or to test. */
const basesOf = ({ image, test }) => (0,_catalog_edges_js__WEBPACK_IMPORTED_MODULE_0__/* .baseNames */ .YP)(image.inputs, test?.inputs);
/** Those whose images run beside a service's own while it is tested: they must be there, tested or not. */
const neighboursOf = ({ test }) => (0,_catalog_edges_js__WEBPACK_IMPORTED_MODULE_0__/* .edgeNames */ .GU)(test && { edges: test.inputs.edges.filter(({ beside }) => beside) });


/***/ }),

/***/ 1169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ secondsSince)
/* harmony export */ });
/** Since that moment, in seconds, to a tenth. */
const secondsSince = (clock, begun) => Math.round((clock.now() - begun) / 100) / 10;


/***/ }),

/***/ 49568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ commandFor),
/* harmony export */   Gc: () => (/* binding */ namesImage),
/* harmony export */   zh: () => (/* binding */ namesReport)
/* harmony export */ });
/** The command as it is run: argument by argument, so that nothing in a name is ever read as more than that. */
const commandFor = (template, { image, report }) => {
    const filled = (text) => text.replace(PLACE, (place, name) => (name === 'image' ? image : (report ?? place)));
    const [program, ...args] = template;
    return [program, ...args.map(filled)];
};
const PLACE = /\{(image|report)\}/g;
/** Whether its answer is to be found in a file rather than in what it prints. */
const namesReport = ([, ...args]) => args.some((text) => text.includes('{report}'));
/** A command that does not say which image would check some other one, and let every image pass. */
const namesImage = ([, ...args]) => args.some((text) => text.includes('{image}'));


/***/ }),

/***/ 19087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $V: () => (/* binding */ manifestOf),
  tr: () => (/* binding */ mergeManifests),
  WI: () => (/* binding */ readManifest)
});

// UNUSED EXPORTS: manifestSchema

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
;// CONCATENATED MODULE: ./.build/image/manifest-issue.js
/** What is wrong in a manifest, and where: for whoever wrote it, who knows nothing of schemas. */
const manifestIssue = (issue) => {
    const path = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
    return `${path === '' ? 'it' : path} ${wrong(issue)}`;
};
const wrong = ({ type, expected, received, path }) => {
    if (type === 'strict_object' && expected === 'never')
        return 'is no field of it';
    if (received === 'undefined')
        return 'is missing';
    if (path?.at(-1)?.origin === 'key')
        return 'is no service’s name';
    if (type === 'literal')
        return `is not ${expected}`;
    return KINDS.get(type) ?? 'is not what a build writes there';
};
const SHA256 = 'is no sha256:… of 64 digits';
const KINDS = new Map([
    ['string', 'is no text'],
    ['array', 'is no list'],
    ['strict_object', 'is no map'],
    ['record', 'is no map'],
    ['regex', SHA256],
    ['check', SHA256],
]);

;// CONCATENATED MODULE: ./.build/image/manifest.js



const told = dist/* description */.h_;
const manifest_text = (is, form) => dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(new RegExp(form)), dist/* check */.z6Y(is));
const NAME = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/;
const manifest_SHA256 = '^sha256:[0-9a-f]{64}$';
const digest = manifest_text(words/* isDigest */.Bc, manifest_SHA256);
const entry = dist/* strictObject */.rej({
    repository: dist/* pipe */.FsL(dist/* string */.YjP(), told('Where it is, without the registry’s host, e.g. `shop/cart`.')),
    digest: dist/* pipe */.FsL(digest, told('The image.')),
    fingerprint: dist/* pipe */.FsL(manifest_text(words/* isFingerprint */.Zv, manifest_SHA256), told('What it was made of.')),
    tags: dist/* pipe */.FsL(dist/* array */.YOg(dist/* string */.YjP()), told('The names that its repository holds for it.')),
    version: dist/* pipe */.FsL(dist/* nullable */.mee(dist/* string */.YjP()), told('Its version, where it has one.')),
});
/** What a run has made and found, for whoever deploys it. */
const manifestSchema = dist/* strictObject */.rej({
    $schema: dist/* optional */.lqM(dist/* string */.YjP()),
    schema: dist/* literal */.euz(1),
    registry: dist/* pipe */.FsL(dist/* nullable */.mee(dist/* string */.YjP()), told('The registry’s host, apart from all else: a runner empties an output that holds a masked text.')),
    services: dist/* pipe */.FsL(dist/* record */.g1P(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(NAME), dist/* check */.z6Y(words/* isServiceName */.tN)), entry), told('The images by the names of their services.')),
});
/** What no registry holds is no part of a release. */
const manifestOf = (images) => {
    const held = images.flatMap(({ name, repository, digest: image, fingerprint, tags, version }) => {
        if (repository === null || image === null || fingerprint === null)
            return [];
        const [host, path] = cutHost(repository);
        return [{ host, name, entry: { repository: path, digest: image, fingerprint, tags: [...tags], version } }];
    });
    const sorted = held.sort((a, b) => (a.name < b.name ? -1 : 1));
    return {
        schema: 1,
        registry: held[0]?.host ?? null,
        services: Object.fromEntries(sorted.map((one) => [one.name, one.entry])),
    };
};
const cutHost = (repository) => {
    const slash = repository.indexOf('/');
    return [repository.slice(0, slash), repository.slice(slash + 1)];
};
/** One manifest of many: of a matrix's jobs. Two that say different things of one service cannot both be right. */
const mergeManifests = (manifests) => {
    const registries = [...new Set(manifests.flatMap(({ registry }) => registry ?? []))];
    const services = new Map();
    const problems = [];
    if (registries.length > 1)
        problems.push(twoRegistries(registries));
    for (const [name, one] of manifests.flatMap((manifest) => Object.entries(manifest.services))) {
        const before = services.get(name);
        if (before && before.digest !== one.digest)
            problems.push(twoImages(name, before, one));
        services.set(name, before ? together(before, one) : one);
    }
    if (problems.length > 0)
        throw new words/* StaggerError */.IY(...problems);
    const sorted = [...services].sort(([a], [b]) => (a < b ? -1 : 1));
    return { schema: 1, registry: registries[0] ?? null, services: Object.fromEntries(sorted) };
};
/** A build says its names, a tag says the version: both are true. */
const together = (one, other) => ({
    ...one,
    ...other,
    tags: [...new Set([...one.tags, ...other.tags])].sort(),
    version: other.version ?? one.version,
});
/** Throws `bad-manifest` with what is wrong. */
const readManifest = (json, file) => {
    const parsed = dist/* safeParse */.xLC(manifestSchema, parse(json, file));
    if (parsed.success)
        return parsed.output;
    throw badManifest(file, manifestIssue(parsed.issues[0]));
};
const parse = (json, file) => {
    try {
        return JSON.parse(json);
    }
    catch (error) {
        throw badManifest(file, error.message);
    }
};
const badManifest = (file, why) => new words/* StaggerError */.IY({
    code: 'bad-manifest',
    fault: 'caller',
    problem: `${file} is no release manifest`,
    why,
    fix: 'give the files that stagger build --manifest FILE, or the action build, has written',
});
const twoRegistries = (registries) => ({
    code: 'two-registries',
    fault: 'caller',
    problem: `the manifests are of different registries: ${registries.join(', ')}`,
    why: 'a release is in one registry',
    fix: 'build all services with the same --registry, or merge what belongs together',
});
const twoImages = (name, one, other) => ({
    code: 'two-images',
    fault: 'caller',
    problem: `two manifests say different things of ${name}`,
    why: `one says ${one.digest}, the other ${other.digest}`,
    fix: 'merge the manifests of one run; each service has one image in it',
});


/***/ }),

/***/ 86532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action),
  buildCommand: () => (/* binding */ buildCommand)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
;// CONCATENATED MODULE: ./.build/image/cache.js
/** Which cache a run can use, decided once. */
const chooseCache = ({ asked, registry, abilities, title, environment }) => {
    const without = (why) => ({
        kind: 'none',
        warning: asked === null ? null : `builds go without a cache: ${why}`,
    });
    if (asked === 'none')
        return NONE;
    if (!abilities.has('cache-export'))
        return without(`${title} cannot export one; ${OWN_BUILDKIT}`);
    const kind = asked ?? (registry ? 'registry' : 'gha');
    if (kind === 'registry')
        return registry ? { kind, warning: null } : NONE;
    const missing = GITHUB_GIVES.filter((name) => !environment[name]);
    if (missing.length > 0)
        return without(`${missing.join(' and ')} not set; ${ONLY_ACTIONS}`);
    return { kind, warning: null };
};
const NONE = { kind: 'none', warning: null };
const OWN_BUILDKIT = 'use a builder with a BuildKit of its own (docker/setup-buildx-action)';
/** buildx finds them in its environment by itself, so that the token stands on no command line. */
const GITHUB_GIVES = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'];
const ONLY_ACTIONS = 'GitHub gives them to actions and not to `run:` steps: use the action build, or write cache: registry';
/**
 * Whether GitHub keeps what this run writes into its cache from all runs but those of the same pull request. Not on
 * `pull_request_target`, which stands on the default branch and may have checked out whatever was proposed.
 */
const hasCacheOfItsOwn = ({ GITHUB_REF = '' }) => GITHUB_REF.startsWith('refs/pull/');
/** The arguments of a build. A cache that is not there, or cannot be read or written, lets no build fail. */
const cacheArguments = (use) => {
    switch (use.kind) {
        case 'none':
            return [];
        case 'registry':
            return fromAndTo(use, `type=registry,ref=${use.repository}:${cacheName(use)}`, TO_REGISTRY);
        case 'gha':
            // Where GitHub's cache asks for patience, BuildKit would have it for ten minutes.
            return fromAndTo(use, `type=gha,version=2,timeout=2m,scope=${scopeOf(use)}`, TO_ALL);
    }
};
const fromAndTo = ({ read, write }, place, how) => [
    ...(read ? [`--cache-from=${place}`] : []),
    ...(write ? [`--cache-to=${place},${how}`] : []),
];
/** All stages, not the last alone; and a refused export is told in the build's lines, and no more. */
const TO_ALL = 'mode=max,ignore-error=true';
/** As a manifest that every registry takes: some refuse an index of layers. */
const TO_REGISTRY = `image-manifest=true,oci-mediatypes=true,${TO_ALL}`;
/** What the registry calls it: `cache`, `cache-test`, `cache-linux-arm64`. */
const cacheName = ({ stage, platform }) => ['cache', ...(stage === 'test' ? ['test'] : []), ...(platform?.split('/') ?? [])].join('-');
const scopeOf = (use) => [use.service, cacheName(use)].join('-');
/**
 * Whether a build failed at a layer that its cache promises and does not have, as BuildKit ends it: the one thing about
 * a cache that it does not forgive. Then build again with `read: false`; what that exports is whole again.
 */
const lostCache = (lines) => lines.some((line) => LOST.test(line));
const LOST = /^ERROR: .*(?:failed to copy: |httpReadSeeker: |could not fetch content descriptor)/;

// EXTERNAL MODULE: ./.build/image/select.js
var image_select = __webpack_require__(97554);
// EXTERNAL MODULE: ./.build/image/testing/problems.js
var problems = __webpack_require__(48251);
// EXTERNAL MODULE: ./.build/image/platforms.js
var image_platforms = __webpack_require__(13884);
;// CONCATENATED MODULE: ./.build/image/unable.js

const ANOTHER_BUILDER = 'use a builder with a BuildKit of its own: in a workflow docker/setup-buildx-action; on a laptop docker buildx create --use   (on Debian: apt-get install docker-buildx)';
/** Why this builder cannot build a service; null where it can. Found out before anything is built. */
const unableTo = ({ service, image }, place) => {
    const { abilities, driver, kind } = place.builder;
    if (!place.push && (0,image_platforms/* legsOf */.xi)(service.platforms).length > 0)
        return onlyPushed(service.name, 'has several platforms', oneOf(service.platforms, place));
    const lacking = demandsOf(service, image, place).find(({ ability }) => !abilities.has(ability));
    if (lacking)
        return lacks(service.name, lacking.what, place.title);
    const outside = kind === 'buildx' && driver !== 'docker';
    if (!place.push && outside && image.inputs.edges.some(({ reference }) => reference !== null))
        return onlyPushed(service.name, `is built from another service's image, which ${place.title} cannot see`);
    return null;
};
const demandsOf = (service, { inputs }, { platforms: [own] }) => [
    ...(inputs.named.some((one) => one.inputs.length > 0)
        ? [{ what: 'named contexts that are folders', ability: 'named-contexts' }]
        : []),
    ...(Object.keys(service.annotations).length > 0
        ? [{ what: 'annotations', ability: 'annotations' }]
        : []),
    ...((0,image_platforms/* legsOf */.xi)(service.platforms).length > 0 || service.platforms.some((platform) => platform !== own)
        ? [{ what: `the platforms ${service.platforms.join(', ')}`, ability: 'platforms' }]
        : []),
];
/** What is asked for all images, and this builder cannot do. */
const unableToAttest = ({ provenance, sbom }, place) => {
    if ((!provenance && !sbom) || place.builder.abilities.has('attestations'))
        return null;
    const what = [...(provenance ? ['provenance'] : []), ...(sbom ? ['sbom'] : [])].join(' and ');
    return {
        code: 'builder-too-old',
        fault: 'caller',
        problem: `${place.title} cannot attest what stagger.yml asks for: ${what}`,
        why: 'attestations are manifests of their own beside the image, which only a BuildKit of its own, or an engine with containerd’s image store, can make',
        fix: ANOTHER_BUILDER,
    };
};
const lacks = (service, what, title) => ({
    code: 'builder-too-old',
    fault: 'caller',
    problem: `${service} cannot be built by ${title}`,
    why: `it has ${what}, which this builder does not know`,
    fix: ANOTHER_BUILDER,
});
/** Of several, one that this machine runs; null where it runs none of them. */
const oneOf = (platforms, { platforms: here }) => here.find((platform) => platforms.includes(platform)) ?? null;
const onlyPushed = (service, why, one = null) => ({
    code: 'only-pushed',
    fault: 'caller',
    problem: `${service} cannot be kept in the local engine`,
    why: `it ${why}`,
    fix: `${one === null ? '' : `build one of them: stagger build ${service} --platform ${one}\nor `}push it: stagger build ${service} --push --registry 127.0.0.1:5000/try   (a registry on this machine will do)`,
});

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/changes/bases.js
var changes_bases = __webpack_require__(60570);
// EXTERNAL MODULE: ./.build/image/problems.js
var image_problems = __webpack_require__(38178);
;// CONCATENATED MODULE: ./.build/commands/building/bases.js



/** Those beside whose images it is tested. */
const besideOf = ({ planned, steps }) => steps.test ? (0,changes_bases/* neighboursOf */.Y)(planned) : [];
const namedBases = ({ planned, steps }) => {
    const image = steps.build ? planned.image.inputs.edges : [];
    const test = steps.test ? (planned.test?.inputs.edges ?? []) : [];
    return [...image, ...test].flatMap(({ service, reference }) => reference === null ? [] : [{ service, reference }]);
};
/** The jobs, and those of the images that they take from, which nobody asked for. */
const withBases = async (jobs, plan, lookUp) => {
    const here = new Set(jobs.map(({ planned }) => planned.service.name));
    const wanted = jobs.flatMap((job) => 'problem' in job ? [] : [...namedBases(job).map(({ service }) => service), ...besideOf(job)]);
    const missing = plan.services.filter(({ service: { name } }) => wanted.includes(name) && !here.has(name));
    return missing.length === 0
        ? jobs
        : withBases([...jobs, ...(await Promise.all(missing.map(lookUp)))], plan, lookUp);
};
/** Gives the images that a job takes from the names by which its Dockerfile calls them. Throws `base-failed`. */
const provideBases = async (workshop, job, settled) => {
    const contexts = {};
    for (const { service, reference } of namedBases(job))
        Object.assign(contexts, await workshop.provide(keptBy(job, service, settled), reference));
    return contexts;
};
/** The images of those beside which it is tested. Throws `base-failed`. */
const neighbours = (job, settled) => new Map(besideOf(job).map((service) => [service, keptBy(job, service, settled)]));
const keptBy = ({ planned }, service, settled) => {
    const base = settled.find(({ job }) => job.planned.service.name === service);
    if (base?.made?.kept)
        return base.made.kept;
    throw new words/* StaggerError */.IY((0,image_problems/* baseFailed */.H5)(planned, service, base?.row.problem ?? null));
};

// EXTERNAL MODULE: ./.build/image/names.js
var names = __webpack_require__(64976);
;// CONCATENATED MODULE: ./.build/commands/building/elsewhere.js

/**
 * Of what nobody has to build: the services whose good image is not where images go now, as after a move to another
 * registry. They stay where they are, and are deployed from there. Null where there are none.
 */
const toldElsewhere = ({ base, services }, { images }, prefix) => {
    // Compared with a commit, nobody asked the ledger.
    if (base !== null)
        return null;
    const known = services
        .filter(({ needs }) => !needs.includes('build'))
        .flatMap(({ service: { name } }) => {
        const repository = images.get(name)?.repository ?? null;
        return repository === null || repository === (0,names/* repositoryOf */._M)(prefix, name, false)
            ? []
            : [{ name, repository }];
    });
    return known.length > 0 ? sentence(known, prefix) : null;
};
const MOST = 3;
const sentence = (known, prefix) => {
    const named = known.slice(0, MOST).map(({ repository }) => repository);
    const more = known.length > MOST ? ` and ${known.length - MOST} more` : '';
    const names = known.map(({ name }) => name).join(' ');
    return [
        `nothing of ${names} changed, so their images stay in ${named.join(', ')}${more}, and ${prefix} gets none; to move them:`,
        `stagger images copy ${names} --to ${prefix} --yes && stagger build ${names} --push --registry ${prefix} --yes`,
    ].join(' ');
};

// EXTERNAL MODULE: ./.build/version/release.js
var release = __webpack_require__(94768);
;// CONCATENATED MODULE: ./.build/commands/building/known.js

/**
 * As the ledger has it of the service's last image; else, for one that came back by a revert, of all its releases; else as
 * the git tags say that are here, which are read once. Of several the newest that is no pre-release.
 */
const versionsKnown = (git, ledger) => {
    let read = null;
    const tagged = async ({ name, group }) => {
        read ??= git.tags('*/v*');
        const tags = await read;
        const units = group === null ? [name] : [name, group];
        return units.flatMap((unit) => (0,release/* releasesOf */.w0)(unit, tags));
    };
    return async (service, kept, isNew) => {
        const last = ledger.images.get(service.name);
        if (last?.version && isOf(last, kept))
            return last.version;
        if (isNew)
            return null;
        const released = (await ledger.releasesOf(service.name)).filter((one) => isOf(one, kept));
        return ((0,release/* nameAmong */.MG)(released) ??
            (0,release/* nameAmong */.MG)((await tagged(service)).filter((one) => labels(one, service.name, kept))));
    };
};
/** A pull request's repository holds the same image, but not the version's name. */
const isOf = (entry, kept) => entry.digest === kept.digest && entry.repository === kept.repository;
/** A tag says where an image is only if that is the pull requests' repository. */
const labels = ({ images }, service, { digest, repository }) => {
    const image = images?.get(service);
    if (image?.digest !== digest)
        return false;
    return image.repository === undefined
        ? !repository.endsWith(`/pr/${service}`)
        : image.repository === repository;
};

// EXTERNAL MODULE: ./.build/catalog/inline.js
var inline = __webpack_require__(50705);
// EXTERNAL MODULE: ./.build/catalog/read-dockerfile.js
var read_dockerfile = __webpack_require__(64551);
// EXTERNAL MODULE: ./.build/catalog/tree.js
var catalog_tree = __webpack_require__(46800);
;// CONCATENATED MODULE: ./.build/image/failure-causes.js
/** The base image of a step; null where something else failed. */
const imageOf = ({ step }) => {
    const found = /^\[internal\] load metadata for (\S+)|^\[[^\]]*\] FROM (\S+)/.exec(step ?? '');
    return found?.[1] ?? found?.[2] ?? null;
};
/** The host that an image is pulled from: without one, Docker Hub. */
const hostOf = (image) => {
    const [first = '', ...rest] = image.split('/');
    return rest.length > 0 && /[.:]|^localhost$/.test(first) ? first : 'docker.io';
};
const LOGIN = [
    [/\.dkr\.ecr\./, 'aws-actions/amazon-ecr-login'],
    [/^public\.ecr\.aws$/, 'aws-actions/amazon-ecr-login with registry-type: public'],
];
const login = (host) => {
    const action = LOGIN.find(([registry]) => registry.test(host))?.[1] ?? `docker/login-action with registry: ${host}`;
    return `docker login${host === 'docker.io' ? '' : ` ${host}`}   (in a workflow: ${action}, before the build)`;
};
/** In this order: who asks too often is told so with words that also speak of access. */
const BASE = [
    [
        /toomanyrequests|429 Too Many|rate limit/i,
        'world',
        'the registry takes no more requests for now',
        (_, host) => login(host),
    ],
    [
        /40[13] |401$|403$|unauthorized|authorization failed|denied|authentication required|no basic auth|insufficient_scope/i,
        'world',
        'the registry gives it to nobody, or not to this one',
        (_, host) => login(host),
    ],
    [
        /no such host|connection refused|i\/o timeout|deadline exceeded|TLS|certificate|connection reset|network is unreachable|EOF/i,
        'world',
        'its registry does not answer',
        (_, host) => `check that ${host} is reached from the machine that builds: curl https://${host}/v2/`,
    ],
    [
        /no match for platform|no matching manifest/i,
        'caller',
        'it is not there for the platform that is built',
        (image) => `docker buildx imagetools inspect ${image}   shows the platforms that it has`,
    ],
    [
        /not found|does not exist|manifest unknown/i,
        'caller',
        'the registry does not hold it',
        (image) => `correct the name or the tag in FROM: docker manifest inspect ${image}`,
    ],
];
const baseImage = ({ name }, failure) => {
    const image = imageOf(failure);
    const found = image === null ? undefined : BASE.find(([words]) => words.test(failure.error));
    if (image === null || !found)
        return null;
    const [, fault, why, fix] = found;
    return {
        code: 'base-image-not-pulled',
        fault,
        problem: `${name} could not be built: its base image ${image} could not be pulled`,
        why,
        fix: fix(image, hostOf(image)),
    };
};
const anyOf = ({ said, error }, words) => [error, ...said].map((line) => words.exec(line)).find((found) => found !== null) ?? null;
const platform = ({ name }, failure) => anyOf(failure, /exec format error|line \d+: .?ELF/i) && {
    code: 'platform-not-runnable',
    fault: 'caller',
    problem: `${name} could not be built: a program in it is made for another kind of machine`,
    why: 'the machine that builds cannot run it (exec format error): the platform is not its own, and nothing emulates it',
    fix: 'docker run --privileged --rm tonistiigi/binfmt --install all\nin a workflow: uses: docker/setup-qemu-action before the build, or a runner of that platform (runs-on: ubuntu-24.04-arm)',
};
const secret = ({ name }, failure) => {
    const found = anyOf(failure, /secret ([\w.-]+):? not found/) ??
        anyOf(failure, /\/run\/secrets\/([\w.-]+)['"]?: No such file/i);
    const id = found?.[1];
    if (id === undefined)
        return null;
    const variable = id.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
    return {
        code: 'secret-not-given',
        fault: 'caller',
        problem: `${name} could not be built: it was not given the secret ${id}`,
        why: `the instruction mounts the secret ${id}, and the build has none of that id`,
        fix: `in stagger.yml: services: { ${name}: { secrets: { ${id}: { env: ${variable} } } } }, and set ${variable} for the build\nin a workflow: env: ${variable}: \${{ secrets.${variable} }}`,
    };
};
const disk = ({ name }, failure) => anyOf(failure, /no space left on device|disk quota exceeded/i) && {
    code: 'disk-full',
    fault: 'world',
    problem: `${name} could not be built: no space is left`,
    why: 'a file could not be written where the build runs',
    fix: 'docker builder prune --all --force && docker image prune --all --force   (df -h tells which disk is full)',
};
const NETWORK = /could not resolve host|temporary failure (?:in name resolution|resolving)|name or service not known|bad address '|no address associated|getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network is unreachable|dial tcp|connection (?:timed out|refused|reset)|TLS handshake timeout|failed to connect to/i;
const network = ({ name }, failure) => {
    const found = anyOf(failure, NETWORK);
    return (found && {
        code: 'network-in-build',
        fault: 'world',
        problem: `${name} could not be built: a step could not reach what it fetches`,
        why: `it said: ${found.input.trim()}`,
        fix: 'run it again; if it stays so, see from where the build runs whether the host is reached, and whether it needs a proxy (args: { HTTPS_PROXY: … })',
    });
};
/** What is known by BuildKit's own words alone. */
const surely = [baseImage, platform, secret, disk];
/** What a step's output only suggests. */
const perhaps = [network];
const causeOf = (causes, service, failure) => causes.map((cause) => cause(service, failure)).find((told) => told !== null) ?? null;

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/catalog/context-reader.js
var context_reader = __webpack_require__(19861);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/cut.js
var cut = __webpack_require__(26797);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/expand.js + 1 modules
var expand = __webpack_require__(18831);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/reference.js
var reference = __webpack_require__(18940);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/sources.js + 2 modules
var sources = __webpack_require__(56189);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/variables.js
var dockerfile_variables = __webpack_require__(27180);
;// CONCATENATED MODULE: ./.build/image/missing-place.js






/** By the line that BuildKit tells, else by the instruction's own text and its stage's name. */
const placeOf = (dockerfile, { step: name, line }) => {
    const places = dockerfile.stages.flatMap((stage) => stage.steps.map((step) => ({ dockerfile, stage, step })));
    if (line !== null)
        return places.find(({ step }) => step.instruction.line === line) ?? null;
    const [, label = '', text = ''] = /^\[([^\]]*)\] (.*)$/.exec(name ?? '') ?? [];
    const named = label.split(' ').slice(-2, -1)[0];
    const same = places.filter(({ step }) => textOf(step.instruction) === squeezed(text));
    return same.find(({ stage }) => stage.name === named) ?? same.at(-1) ?? null;
};
/** The line that starts from an image; null where none does by that name. */
const lineOfBase = ({ stages }, image) => {
    const isIt = ({ base }) => base.kind === 'image' && (0,reference/* familiarName */.h)(base.name.value) === (0,reference/* familiarName */.h)(image);
    return stages.find(isIt)?.from.line ?? null;
};
const squeezed = (text) => text.replace(/\s+/g, ' ').trim();
const textOf = ({ keyword, flags, rest }) => squeezed([keyword, ...flags.map((flag) => `--${flag}`), rest].join(' '));
/** What the step takes from outside of its stage. */
const takenBy = ({ dockerfile, step }) => (0,sources/* sourcesOf */.u)(step, dockerfile.parsed.escapeToken);
/** The steps that came before, from the first one of the stage's first base on. */
const before = ({ dockerfile, stage, step }) => {
    const own = stage.steps.slice(0, stage.steps.indexOf(step));
    const base = stage.base.kind === 'stage' ? dockerfile.stages[stage.base.index] : undefined;
    const last = base?.steps.at(-1);
    return base && last ? [...before({ dockerfile, stage: base, step: last }), last, ...own] : own;
};
const put = (text, { variables }, { dockerfile }) => {
    const { value, undecided } = (0,expand/* expand */.f)(text, (0,dockerfile_variables/* lookupIn */.IX)(variables), dockerfile.parsed.escapeToken);
    return undecided.length > 0 ? null : value;
};
/** The folder that a step works in; null where only its base image knows. */
const workFolder = (place) => {
    let folder = startsEmpty(place) ? '/' : null;
    for (const step of before(place)) {
        if (step.instruction.keyword !== 'WORKDIR')
            continue;
        const value = put(step.instruction.rest, step, place);
        folder = value === null ? null : joined(folder, value);
    }
    return folder;
};
const startsEmpty = ({ dockerfile, stage }) => {
    const { base } = stage;
    if (base.kind === 'image')
        return base.name.value === 'scratch';
    const parent = dockerfile.stages[base.index];
    return parent !== undefined && startsEmpty({ dockerfile, stage: parent, step: parent.steps[0] });
};
const joined = (folder, path) => {
    if (path.startsWith('/'))
        return external_node_path_.posix.normalize(path);
    return folder === null ? null : external_node_path_.posix.join(folder, path);
};
/** What the steps before copied from the context, the latest first. */
const copiedBefore = (place) => before(place)
    .flatMap((step) => {
    if (!['COPY', 'ADD'].includes(step.instruction.keyword))
        return [];
    const here = { ...place, step };
    const last = put((0,cut/* splitArguments */.vj)(step.instruction.rest).at(-1) ?? '', step, place);
    const to = last === null ? null : joined(workFolder(here), last);
    if (to === null)
        return [];
    return takenBy(here).flatMap((source) => source.kind === 'context' && source.context === null ? [{ source: clean(source.pattern), to }] : []);
})
    .reverse();
/** A source relative to the context, without `./` and a slash at either end. */
const clean = (path) => external_node_path_.posix.normalize(`/${path}`).replace(/^\/+|\/+$/g, '') || '.';

// EXTERNAL MODULE: ./.build/catalog/ignore/ignore-file.js + 4 modules
var ignore_file = __webpack_require__(29867);
;// CONCATENATED MODULE: ./.build/image/context-artifacts.js


/**
 * The files of a service's artifacts, taken from the work tree. Their bytes count nowhere: the fingerprint counts what
 * they are made from. So that must be there as the commit has it, or the image would be kept under a wrong name.
 */
const artifactFiles = async ({ name, artifacts }, commit, workTree) => {
    if (artifacts.length === 0)
        return [];
    const head = await workTree.head();
    if (head !== commit)
        throw new words/* StaggerError */.IY(notCheckedOut(name, artifacts, head, commit));
    const paths = artifacts.map(({ path }) => path);
    const changed = await workTree.changed([...new Set(artifacts.flatMap(({ from }) => from))], paths);
    if (changed.length > 0)
        throw new words/* StaggerError */.IY(madeOfOther(name, artifacts, changed));
    const found = await Promise.all(artifacts.map((artifact) => filesOf(name, artifact, workTree)));
    return [...new Map(found.flat().map((file) => [file.path, file])).values()];
};
const filesOf = async (service, artifact, workTree) => {
    const below = await workTree.below(artifact.path);
    if (below.kind === 'missing')
        throw new words/* StaggerError */.IY(notMade(service, artifact));
    if (below.kind === 'link')
        throw new words/* StaggerError */.IY(throughLink(service, artifact, below));
    return below.files;
};
/** The part of them that lies in one context, relative to it and less what its ignore file leaves out. */
const inContext = (files, folder, ignoreFile) => {
    const isIgnored = ignoredBy(ignoreFile ?? '');
    return files.flatMap((file) => {
        const path = pathIn(folder, file.path);
        return path === null || isIgnored(path) ? [] : [{ ...file, path }];
    });
};
/** Null where the folder does not hold it. */
const pathIn = (folder, path) => {
    if (folder === '.')
        return path;
    return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;
};
/** Whether an ignore file leaves a path out, a file's or a folder's own. */
const ignoredBy = (text) => {
    const ignores = (0,ignore_file/* readIgnoreFile */.rj)(text);
    return (path) => {
        const segments = path.split('/');
        const name = segments.pop() ?? '';
        return ignores.isIgnored(segments.reduce(ignores.enter, ignores.root), name);
    };
};
const listed = (artifacts) => artifacts.map(({ path }) => path).join(', ');
const context_artifacts_short = (commit) => commit.slice(0, 7);
const notCheckedOut = (service, artifacts, head, commit) => ({
    code: 'artifact-without-work-tree',
    fault: 'caller',
    problem: `${service}: its artifacts can only be taken from a checkout of ${context_artifacts_short(commit)}`,
    why: `${listed(artifacts)} is made outside of the image, and ${head ? `the work tree holds ${context_artifacts_short(head)}` : 'nothing is checked out here (a bare repository)'}`,
    fix: `git checkout ${context_artifacts_short(commit)}   (then make ${listed(artifacts)}, and build again)`,
});
const MOST_NAMED = 5;
const madeOfOther = (service, artifacts, changed) => ({
    code: 'artifact-of-other-files',
    fault: 'caller',
    problem: `${service}: ${listed(artifacts)} may be made of files that the commit does not hold`,
    why: `not as committed: ${changed.slice(0, MOST_NAMED).join(', ')}${changed.length > MOST_NAMED ? ` and ${changed.length - MOST_NAMED} more (git status names all)` : ''}; the fingerprint counts what stands under from: as it is committed`,
    fix: `commit them, or put them away (git stash --include-untracked), then make ${listed(artifacts)} again; a file that has no part in it belongs into .gitignore, or out of from:`,
});
const notMade = (service, { path, from }) => ({
    code: 'artifact-missing',
    fault: 'caller',
    problem: `${service}: its artifact ${path} is not in the work tree`,
    why: `it is declared as made outside of the image, from ${from.join(', ')}; how, stagger does not know`,
    fix: `make ${path} before the build, in a step of its own, e.g. between actions/checkout and stagger's build`,
});
const throughLink = (service, { path }, link) => ({
    code: 'artifact-behind-link',
    fault: 'caller',
    problem: `${service}: its artifact ${path} is behind a symbolic link`,
    why: `${link.path} leads to ${link.target}, and links are not followed: they may lead out of the work tree`,
    fix: `declare the folder itself, or copy it to its place: cp --recursive --dereference ${link.path} …`,
});

;// CONCATENATED MODULE: ./.build/image/missing-rule.js

/**
 * Null where the path is not left out. Rules count in their order, so the one that decides is the last line with which
 * the answer changes.
 */
const hidingRule = (text, path) => {
    const lines = text.split(/\r?\n/);
    const verdicts = lines.map((_, at) => ignoredBy(lines.slice(0, at + 1).join('\n'))(path));
    if (!verdicts.at(-1))
        return null;
    const at = verdicts.lastIndexOf(false) + 1;
    const plain = `!${path.replace(/[*?[\]\\]/g, '\\$&')}`;
    const exception = [plain, `${plain}/**`].find((one) => !ignoredBy(`${text}\n${one}`)(path)) ?? plain;
    return { line: at + 1, text: lines[at] ?? '', exception };
};

;// CONCATENATED MODULE: ./.build/image/missing-words.js

const MODULE = ['', '.js', '.mjs', '.cjs', '.ts', '.tsx', '.jsx', '.json', '/index.js', '/index.ts'];
const PYTHON = ['.py', '/__init__.py', ''];
/** Each with the group that holds the path. What is quoted may hold blanks, anything else ends at one. */
const PLAIN = [
    /ENOENT: no such file or directory, \w+ '([^']+)'/,
    /No such file or directory: b?'([^']+)'/,
    /can't open file '([^']+)'/,
    /No rule to make target [`']([^']+)'/,
    /(?:can't|cannot) (?:open|access|stat|read|load|find|cd to|create regular file) [`'"]?([^'"`:]+?)['"`]?: No such file/i,
    /(?:couldn't|could not|failed to) (?:read|open|load|find) (?:the )?(?:file |path )?[`'"]([^'"`]+)['"`]/i,
    /Could not find (?:a part of the path|file) '([^']+)'/,
    /(?:project|source) file ['"]([^'"]+)['"] (?:was not|could not be) found/i,
    /([^\s:('"`]+) \(No such file or directory\)/,
    /\(([^()\s]+)\): [Ff]ailed to open stream: No such file/,
    /No such file or directory @ \w+ - (\S+)/,
    /cannot load such file -- (\/\S+)/,
    /(?:open|stat|lstat|read|chdir|exec: )\s*"?([^\s":]+)"?: no such file or directory/,
    /pattern ([^\s:*?[]+): no matching files found/,
    /(?:^|\s)([^\s:]+): File not found\.?$/i,
    /error TS6053: File '([^']+)' not found/,
    /(?:^|[\s:])(\.{0,2}\/[^\s:]+): not found$/,
    /(?:^|[\s:'"])([^\s:'"`]+)['"`]?: No such file or directory$/,
];
/** All that a step's output says was not found, in the order that it was said. */
const missedFiles = (said) => said.flatMap((line, at) => moduleMissed(line, said.slice(at + 1)) ?? includeMissed(line) ?? plainMissed(line));
const plainMissed = (line) => {
    const path = PLAIN.map((words) => words.exec(line)?.[1]).find((found) => found !== undefined);
    return path === undefined ? [] : [{ path }];
};
/** A module is looked for from the file that asks for it. One without a path is a package, and no file of a repository. */
const moduleMissed = (line, further) => {
    const [, python] = /ModuleNotFoundError: No module named '([\w.]+)'/.exec(line) ?? [];
    if (python)
        return [{ path: python.replaceAll('.', '/'), endings: PYTHON }, { path: python.split('.')[0] ?? '' }];
    const [, asked, importer] = /Cannot find module '([^']+)'(?: imported from (\S+))?/.exec(line) ?? [];
    if (asked === undefined)
        return null;
    if (!/^\.{0,2}\//.test(asked))
        return [];
    const typescript = /^(\S+?)[(:]\d+[,:]\d+/.exec(line)?.[1];
    const required = further.map((one) => /^- (\/\S+)$/.exec(one)?.[1]).find((found) => found !== undefined);
    const file = importer ?? typescript ?? required;
    return [
        {
            path: asked,
            endings: MODULE,
            ...(file && !asked.startsWith('/') ? { from: external_node_path_.posix.dirname(file) } : {}),
        },
    ];
};
/** A header of C: from the file that includes it, or from the folder that the compiler runs in. */
const includeMissed = (line) => {
    const [, file, header] = /^(\S+?):\d+:\d+: fatal error: (\S+): No such file/.exec(line) ?? [];
    if (file === undefined || header === undefined)
        return null;
    return [{ path: header, from: external_node_path_.posix.dirname(file) }, { path: header }];
};

;// CONCATENATED MODULE: ./.build/image/missing-file.js






/**
 * What a step missed, where the commit holds it and no instruction brought it along; null where nothing of that kind is
 * sure enough to be said.
 */
const explainFile = async (service, { said }, place, commit) => {
    if (place.step.instruction.keyword !== 'RUN')
        return null;
    for (const missed of missedFiles(said))
        for (const guess of guesses(missed, place)) {
            const entry = guess.source === '.'
                ? null
                : await (0,catalog_tree/* entryAt */._f)(commit.objects, commit.root, external_node_path_.posix.join(service.context, guess.source));
            if (entry)
                return told(service, guess, entry.mode === '040000', place, commit);
        }
    return null;
};
/** Where the missing file may stand in the context, the likeliest first. */
const guesses = ({ path, from, endings = [''] }, place) => {
    const folder = workFolder(place);
    const folders = [from, ...changedTo(place), '.'].flatMap((one) => (one === undefined ? [] : [one]));
    const asked = folders.map((one) => (path.startsWith('/') ? path : external_node_path_.posix.join(one, path)));
    return asked.flatMap((one) => {
        const whole = joined(folder, one);
        const places = [
            ...(whole === null ? [] : copiedBefore(place).flatMap((copied) => beside(copied, whole))),
            ...(whole !== null && folder !== null ? inside(folder, whole) : []),
            ...(one.startsWith('../') ? [] : [clean(one)]),
        ];
        return places.flatMap((source) => endings.map((ending) => ({ source: source + ending, to: destination(one, folder) + ending })));
    });
};
/** `cd web && …`: what is named behind it stands from there. */
const changedTo = ({ step }) => [...step.instruction.rest.matchAll(/(?:^|[;&|\s])cd ([^\s;&|]+)/g)]
    .map(([, folder = '.']) => folder)
    .reverse();
/** A folder that was copied tells where what is below it comes from; a file, where its neighbours do. */
const beside = ({ source, to }, whole) => {
    const folder = to.replace(/(?<=.)\/+$/, '');
    const rest = inside(folder, whole)[0];
    if (rest === undefined)
        return [];
    return [external_node_path_.posix.join(source, rest), external_node_path_.posix.join(external_node_path_.posix.dirname(source), rest)];
};
const inside = (folder, whole) => {
    if (folder === '/')
        return [whole.slice(1)];
    return whole.startsWith(`${folder}/`) ? [whole.slice(folder.length + 1)] : [];
};
/** Below the folder that the step works in, where it is there; else as it was asked for. */
const destination = (asked, folder) => {
    const whole = joined(folder, asked);
    const below = whole !== null && folder !== null ? inside(folder, whole)[0] : undefined;
    return below ?? asked.replace(/^\.\//, '');
};
const told = async (service, { source, to }, isFolder, place, { objects, root }) => {
    const path = external_node_path_.posix.join(service.context, source);
    const copied = copiedBefore(place).some(({ source: one }) => one === '.' || source === one || source.startsWith(`${one}/`));
    const ignoreFile = await (0,context_reader/* ignoreFileOf */.kX)(objects, root, service, null);
    const hidden = ignoreFile && hidingRule(ignoreFile.text, source);
    // Then it is there, and was lost on the way: nobody can say how.
    if (copied && !hidden)
        return null;
    const { line } = place.step.instruction;
    const copy = copied
        ? []
        : [`add before line ${line} of ${service.dockerfile}:`, copyLine(source, to, isFolder)];
    const exception = hidden ? [`add at the end of ${ignoreFile.path}:`, hidden.exception] : [];
    return {
        problem: `${path} is not in the context of ${service.name}`,
        why: [
            `the commit holds it, and ${copied ? 'an ignore file leaves it out' : `no instruction before line ${line} copies it`}: a build gets what its Dockerfile names and nothing else`,
            ...(hidden ? [`${ignoreFile.path}:${hidden.line} leaves it out: ${hidden.text.trim()}`] : []),
        ].join('\n'),
        fix: [...copy, ...exception].join('\n'),
    };
};
/** With a slash, a folder's content goes into a folder of that name. */
const copyLine = (source, to, isFolder) => {
    const words = isFolder ? [source, `${to.replace(/\/+$/, '')}/`] : [source, to];
    return `COPY ${words.some((word) => /[\s"'\\$]/.test(word)) ? JSON.stringify(words) : words.join(' ')}`;
};

// EXTERNAL MODULE: ./.build/catalog/dockerfile/stages.js
var stages = __webpack_require__(89078);
// EXTERNAL MODULE: ./.build/image/by-hand.js
var by_hand = __webpack_require__(36569);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
;// CONCATENATED MODULE: ./.build/image/missing-nearest.js


/** Enough to find a slip in; a context of more is seldom copied by name. */
const missing_nearest_MOST = 20_000;
/** Paths of files and folders below a tree, without what is below other people's. */
const pathsBelow = async (objects, tree) => {
    const paths = [];
    const waiting = [{ oid: tree, path: '' }];
    for (let at = waiting.shift(); at && paths.length < missing_nearest_MOST; at = waiting.shift())
        for (const { mode, oid, name } of await objects.tree(at.oid)) {
            const path = external_node_path_.posix.join(at.path, name);
            paths.push(path);
            if (mode === '040000' && name !== 'node_modules' && name !== 'vendor')
                waiting.push({ oid, path });
        }
    return paths;
};
/** What somebody may have meant by a path that is not there: another case, another folder, a slip of a finger. */
const nearestPath = (path, paths) => {
    const lower = path.toLowerCase();
    const found = paths.find((one) => one.toLowerCase() === lower) ??
        shortest(paths.filter((one) => `/${one}`.endsWith(`/${path}`) || `/${path}`.endsWith(`/${one}`))) ??
        only(paths.filter((one) => external_node_path_.posix.basename(one).toLowerCase() === external_node_path_.posix.basename(lower)));
    return found ?? slip(path, paths);
};
const only = (paths) => (paths.length === 1 ? paths[0] : undefined);
const shortest = (paths) => [...paths].sort((a, b) => b.length - a.length).at(-1);
/** One letter in five may be wrong. */
const slip = (path, paths) => {
    const ranked = paths
        .map((one) => ({ one, far: (0,mod/* distance */.Io)(path, one) }))
        .filter(({ far }) => far <= Math.max(1, Math.floor(path.length / 5)))
        .sort((a, b) => a.far - b.far);
    return ranked[0]?.one ?? null;
};

;// CONCATENATED MODULE: ./.build/image/missing-source.js









/** In the words of BuildKit today, of 2022, and of both for a pattern or a folder that is not there. */
const WORDS = [
    /"\/?([^"]+)"(?:: | )not found/,
    /lstat (?:\/\S*\/buildkit-mount\d+)?\/?(\S+): no such file or directory/,
];
/** The path that an instruction asked for, and the context does not hold; null where that is not what failed. */
const missingSource = ({ error }) => {
    const [found] = WORDS.flatMap((words) => words.exec(error)?.[1] ?? []);
    return found === undefined ? null : clean(found);
};
/** What to do about a source that is not there. */
const explainSource = async (service, path, place, commit) => {
    const source = place && askedFor(takenBy(place), path);
    const from = source?.kind === 'from' ? fromOf(service, source, place) : null;
    if (from?.kind === 'image')
        return notInImage(service, path, from);
    const asked = source ? askedPath(source, path) : path;
    return explainPath(service, asked, from ? { folder: from.folder, name: from.reference } : null, commit);
};
/** A source that the commit may hold under this path of a context; `named`: which one, where it is not the main one. */
const explainPath = async (service, path, named, { objects, root }) => {
    const folder = named?.folder ?? service.context;
    const whole = external_node_path_.posix.join(folder, path);
    const entry = await (0,catalog_tree/* entryAt */._f)(objects, root, whole);
    const ignoreFile = await (0,context_reader/* ignoreFileOf */.kX)(objects, root, service, named ? folder : null);
    if (entry && ignoreFile) {
        const inside = entry.mode === '040000' ? await pathsBelow(objects, entry.oid) : [];
        const hidden = [path, ...inside.map((one) => `${path}/${one}`)].flatMap((one) => hidingRule(ignoreFile.text, one) ?? [])[0];
        if (hidden)
            return leftOut(service, whole, ignoreFile.path, hidden);
    }
    const tree = await (0,catalog_tree/* entryAt */._f)(objects, root, folder);
    const paths = tree?.mode === '040000' ? await pathsBelow(objects, tree.oid) : [];
    return notTracked(service, path, whole, nearestPath(path, paths), folder);
};
const isPattern = (path) => /[*?[]/.test(path);
/** The source that led to the path: where a pattern or a folder is missing, BuildKit names the first part that is. */
const askedFor = (sources, path) => {
    const leads = (source) => {
        if (source.kind === 'from')
            return source.picks.some(leads);
        const asked = source.kind === 'context' ? clean(source.pattern) : '';
        return asked === path || asked.startsWith(`${path}/`);
    };
    return sources.find(leads) ?? null;
};
const askedPath = (source, path) => {
    if (source.kind === 'from')
        return source.picks[0] ? askedPath(source.picks[0], path) : path;
    if (source.kind !== 'context')
        return path;
    const asked = clean(source.pattern);
    return isPattern(asked) ? path : asked;
};
const fromOf = ({ contexts }, { reference, numbered }, { dockerfile }) => {
    const named = contexts[reference.toLowerCase()];
    if (named?.kind === 'folder')
        return { kind: 'folder', reference, folder: named.path };
    return { kind: 'image', reference, isStage: (0,stages/* findStage */.U)(dockerfile.stages, reference, numbered) !== null };
};
const notInImage = (service, path, from) => ({
    problem: `${service.name} could not be built: ${from.reference} holds no /${path}`,
    why: `the instruction takes it from ${from.isStage ? 'the stage' : 'the image'} ${from.reference}, and it is not there when that one is done`,
    fix: from.isStage
        ? `${(0,by_hand/* buildByHand */.xR)({ service }, from.reference, null)}   shows what it makes; then correct the path, or the step that makes it`
        : `docker run --rm --entrypoint ls ${from.reference} /${external_node_path_.posix.dirname(path)}   shows what it holds; then correct the path`,
});
const leftOut = ({ name }, path, file, { line, text, exception }) => ({
    problem: `${name} could not be built: ${path} is left out of its context`,
    why: `${file}:${line} leaves it out: ${text.trim()}`,
    fix: `add this line at the end of ${file}:\n${exception}`,
});
const notTracked = (service, path, whole, near, folder) => {
    const beside = pathIn(folder, path);
    const meant = near ? [`did you mean ${near}? Sources stand from the folder ${folder}`] : [];
    return {
        problem: `${service.name} could not be built: ${whole} is not in the commit`,
        why: `a context holds tracked files only, and git tracks no ${whole}${beside && beside !== path ? ` (the context is ${folder} already)` : ''}`,
        fix: [
            ...meant,
            // What a Dockerfile copies and git lacks is as a rule ignored: without --force git would refuse it.
            `${near ? 'else, ' : ''}where it belongs into git: git add --force ${(0,by_hand/* shellWord */.r7)(whole)} && git commit`,
            ...declaring(service, whole),
        ].join('\n'),
    };
};
/** The lines for stagger.yml that declare an artifact. */
const declaring = ({ name, path }, made) => {
    const from = path === '.' ? 'src/**' : `${path}/src/**`;
    return [
        'where a step before the build makes it, in stagger.yml, with the files that it is made from:',
        'services:',
        `  ${name}:`,
        '    artifacts:',
        `      - { path: ${yamlWord(isPattern(made) ? external_node_path_.posix.dirname(made) : made)}, from: [${yamlWord(from)}] }`,
    ];
};
const yamlWord = (text) => (/^[\w./][\w./*-]*$/.test(text) ? text : JSON.stringify(text));

// EXTERNAL MODULE: ./.build/image/output.js
var output = __webpack_require__(62863);
;// CONCATENATED MODULE: ./.build/image/failure.js










/** Why a build failed, in the words of who can mend it: the place in the Dockerfile, what is missing, the line to add. */
const buildFailed = async (planned, stage, lines, commit) => {
    const { service } = planned;
    const reports = (0,image_problems/* reportsMissing */.AD)(planned, lines);
    if (reports)
        return reports;
    const plain = (0,image_problems/* stageFailed */.mu)(planned, stage, lines);
    const failure = (0,output/* readFailure */.f)(lines);
    const dockerfile = await readableDockerfile(service, commit);
    const place = dockerfile && placeOf(dockerfile, failure);
    // Tests may well print that nobody answers, and mean it.
    const suggested = stage === 'test' ? [] : perhaps;
    const told = await explain(service, failure, place, commit, suggested);
    const image = imageOf(failure);
    const from = image === null || dockerfile === null ? null : lineOfBase(dockerfile, image);
    const line = place?.step.instruction.line ?? failure.line ?? from;
    const at = await positionOf(service, line, commit);
    const problem = {
        ...plain,
        ...(told ? { ...told, why: `${told.why}\n${plain.why}` } : {}),
        ...(at ? { at } : {}),
    };
    return (await (0,inline/* inTheirFile */.q)(commit.objects, commit.root, service, [problem]))[0] ?? problem;
};
/** The same of a service that is not even tried: its Dockerfile copies what no commit holds. */
const notBuildable = async (planned, commit) => {
    const plain = (0,image_problems/* notHermetic */.lE)(planned);
    const [first] = planned.image.inputs.untracked;
    if (!first)
        return plain;
    const { service } = planned;
    const { why, fix } = await explainPath(service, first.detail.replace(/^\/+|\/+$/g, ''), null, commit);
    const at = await positionOf(service, first.line, commit);
    const problem = { ...plain, why: `${plain.why}\n${why}`, fix, ...(at ? { at } : {}) };
    return (await (0,inline/* inTheirFile */.q)(commit.objects, commit.root, service, [problem]))[0] ?? problem;
};
const explain = async (service, failure, place, commit, suggested) => {
    const source = missingSource(failure);
    const isTransfer = place === null || isReading(place);
    const sure = causeOf(surely, service, failure);
    if (sure)
        return sure;
    if (source !== null && isTransfer)
        return explainSource(service, source, place, commit);
    const file = place && (await explainFile(service, failure, place, commit));
    return file ?? causeOf(suggested, service, failure);
};
const isReading = ({ step }) => step.instruction.keyword !== 'RUN' || step.instruction.flags.some((one) => one.startsWith('mount'));
/** Null where the front end is another one, or the Dockerfile cannot be read here. */
const readableDockerfile = async (service, { objects, root }) => {
    try {
        return await (0,read_dockerfile/* readDockerfile */.n_)(service, objects, root);
    }
    catch (error) {
        if (error instanceof words/* StaggerError */.IY)
            return null;
        throw error;
    }
};
const positionOf = async ({ dockerfile, inline }, line, { objects, root }) => {
    if (line === null || line < 1)
        return null;
    const lines = (inline ?? (await (0,catalog_tree/* textAt */.$6)(objects, root, dockerfile)) ?? '').split(/\r?\n/);
    const text = lines[line - 1];
    if (text === undefined)
        return null;
    return { file: dockerfile, line, column: text.length - text.trimStart().length + 1, text };
};

// EXTERNAL MODULE: ./.build/image/steps.js
var image_steps = __webpack_require__(32287);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
;// CONCATENATED MODULE: ./.build/image/finding.js

/** SARIF's own words, the worst first. What is of the level `none` is no finding. */
const LEVELS = ['error', 'warning', 'note'];
const level = dist/* nullish */.cl6(dist/* picklist */.KIO(['none', ...LEVELS]));
const textSchema = dist/* looseObject */._H3({ text: dist/* nullish */.cl6(dist/* string */.YjP()) });
const index = dist/* nullish */.cl6(dist/* number */.aig());
const ruleSchema = dist/* looseObject */._H3({
    id: dist/* nullish */.cl6(dist/* string */.YjP()),
    defaultConfiguration: dist/* nullish */.cl6(dist/* looseObject */._H3({ level })),
    shortDescription: dist/* nullish */.cl6(textSchema),
    messageStrings: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), textSchema)),
});
const locationSchema = dist/* looseObject */._H3({
    physicalLocation: dist/* nullish */.cl6(dist/* looseObject */._H3({
        artifactLocation: dist/* nullish */.cl6(dist/* looseObject */._H3({ uri: dist/* nullish */.cl6(dist/* string */.YjP()) })),
        region: dist/* nullish */.cl6(dist/* looseObject */._H3({ startLine: dist/* nullish */.cl6(dist/* number */.aig()) })),
    })),
    logicalLocations: dist/* nullish */.cl6(dist/* array */.YOg(dist/* looseObject */._H3({ fullyQualifiedName: dist/* nullish */.cl6(dist/* string */.YjP()) }))),
});
const resultSchema = dist/* looseObject */._H3({
    level,
    kind: dist/* nullish */.cl6(dist/* string */.YjP()),
    baselineState: dist/* nullish */.cl6(dist/* string */.YjP()),
    suppressions: dist/* nullish */.cl6(dist/* array */.YOg(dist/* looseObject */._H3({ status: dist/* nullish */.cl6(dist/* string */.YjP()) }))),
    ruleId: dist/* nullish */.cl6(dist/* string */.YjP()),
    ruleIndex: index,
    rule: dist/* nullish */.cl6(dist/* looseObject */._H3({
        id: dist/* nullish */.cl6(dist/* string */.YjP()),
        index,
        toolComponent: dist/* nullish */.cl6(dist/* looseObject */._H3({ index })),
    })),
    message: dist/* nullish */.cl6(dist/* looseObject */._H3({
        text: dist/* nullish */.cl6(dist/* string */.YjP()),
        id: dist/* nullish */.cl6(dist/* string */.YjP()),
        arguments: dist/* nullish */.cl6(dist/* array */.YOg(dist/* string */.YjP())),
    })),
    locations: dist/* nullish */.cl6(dist/* array */.YOg(locationSchema)),
});
/** Not what passed, is gone since the last time, or was accepted by somebody. */
const isCounted = ({ kind, baselineState, suppressions }) => (kind ?? 'fail') === 'fail' && baselineState !== 'absent' && !suppressions?.some(isAccepted);
const isAccepted = ({ status }) => (status ?? 'accepted') === 'accepted';
/** `components`: the rules of the tool itself, then of each of its extensions. Null where it is of no level. */
const readResult = (result, components) => {
    const rule = ruleOf(result, components);
    const level = result.level ?? rule?.defaultConfiguration?.level ?? 'warning';
    if (level === 'none')
        return null;
    const id = result.ruleId ?? result.rule?.id ?? rule?.id ?? 'unnamed';
    const message = messageOf(result, rule).replace(/\s+/g, ' ').trim();
    return { level, rule: id, message: message || id, where: whereOf(result) };
};
/** By its place in the list where it says one; else by its name, of which `CA2101/1` is a part of `CA2101`. */
const ruleOf = ({ ruleId, ruleIndex, rule }, components) => {
    const extension = rule?.toolComponent?.index;
    const rules = components[typeof extension === 'number' && extension >= 0 ? extension + 1 : 0] ?? [];
    const index = rule?.index ?? ruleIndex ?? -1;
    const id = ruleId ?? rule?.id;
    const named = (name) => rules.find((one) => name && one.id === name);
    return rules[index] ?? named(id) ?? named(id?.replace(/\/[^/]*$/, ''));
};
const messageOf = ({ message }, rule) => {
    const own = message?.text ?? rule?.messageStrings?.[message?.id ?? '']?.text;
    const text = own ?? rule?.shortDescription?.text ?? '';
    return text.replace(/\{(\d+)\}/g, (place, at) => message?.arguments?.[Number(at)] ?? place);
};
const whereOf = ({ locations }) => {
    const [first] = locations ?? [];
    const path = first?.physicalLocation?.artifactLocation?.uri;
    const line = first?.physicalLocation?.region?.startLine;
    if (path)
        return line ? `${path}:${line}` : path;
    return first?.logicalLocations?.[0]?.fullyQualifiedName ?? null;
};

;// CONCATENATED MODULE: ./.build/image/sarif.js


const component = dist/* looseObject */._H3({ name: dist/* nullish */.cl6(dist/* string */.YjP()), rules: dist/* nullish */.cl6(dist/* array */.YOg(ruleSchema)) });
const runSchema = dist/* looseObject */._H3({
    tool: dist/* looseObject */._H3({ driver: component, extensions: dist/* nullish */.cl6(dist/* array */.YOg(component)) }),
    results: dist/* nullish */.cl6(dist/* array */.YOg(resultSchema)),
    invocations: dist/* nullish */.cl6(dist/* array */.YOg(dist/* looseObject */._H3({ executionSuccessful: dist/* nullish */.cl6(dist/* boolean */.zMY()) }))),
});
const schema = dist/* looseObject */._H3({ version: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* startsWith */.w1_('2.')), runs: dist/* array */.YOg(runSchema) });
const MOST_TOLD = 10;
/** Null where it is no SARIF. */
const readSarif = (text) => {
    const result = dist/* safeParse */.xLC(schema, json(text));
    if (!result.success)
        return null;
    const { runs } = result.output;
    const found = runs.flatMap(findingsIn);
    const count = (level) => found.filter((one) => one.level === level).length;
    return {
        counts: { error: count('error'), warning: count('warning'), note: count('note') },
        first: LEVELS.flatMap((level) => found.filter((one) => one.level === level)).slice(0, MOST_TOLD),
        tools: runs.flatMap(({ tool }) => tool.driver.name ?? []),
        whole: runs.every(({ invocations }) => !invocations?.some((one) => one.executionSuccessful === false)),
    };
};
const findingsIn = ({ tool, results }) => {
    const components = [tool.driver, ...(tool.extensions ?? [])].map(({ rules }) => rules ?? []);
    return (results ?? []).filter(isCounted).flatMap((one) => readResult(one, components) ?? []);
};
const json = (text) => {
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch {
        return null;
    }
};

;// CONCATENATED MODULE: ./.build/image/check.js


/** A finding of the level `error` says no, as another exit code than 0 does. `expected`: it was told to write a report. */
const scanOf = (image, run, expected) => {
    const findings = readSarif(expected ? (run.report ?? '') : run.stdout);
    const why = whyNot(run, findings, expected);
    return { findings, problem: why === null ? null : refused(image, run, findings, why) };
};
const whyNot = (run, findings, expected) => {
    if (findings && findings.counts.error > 0)
        return findings.first.map(findingText).join('\n');
    if (run.code !== 0)
        return ended(run);
    if (expected && !findings)
        return 'it ended with 0 and wrote no SARIF where {report} stands: it says nothing of the image';
    return findings && !findings.whole ? 'it says of itself that it did not come to its end' : null;
};
const refused = (image, { argv }, findings, why) => ({
    code: 'scan-failed',
    fault: 'thing',
    problem: findings?.counts.error ? `${image} has ${countsText(findings)}` : `${image} did not pass its scan`,
    why,
    fix: `see it again: ${(0,by_hand/* commandLine */.ay)(argv)}`,
});
/** A signature is there, or it is not. */
const signatureProblem = (image, run) => run.code === 0
    ? null
    : {
        code: 'not-signed',
        fault: 'thing',
        problem: `${image} was not signed`,
        why: ended(run),
        fix: `see it again: ${(0,by_hand/* commandLine */.ay)(run.argv)}`,
    };
const MOST_LINES = 20;
const ended = ({ argv: [program = ''], code, stdout, stderr }) => {
    const said = (stderr.trim() || stdout.trim()).split(/\r?\n/).slice(-MOST_LINES).join('\n');
    return `${program} ended with ${code}${said === '' ? ' and said nothing' : `:\n${said}`}`;
};
/** E.g. `2 errors, 1 warning`. */
const countsText = ({ counts }) => {
    const parts = Object.entries(counts).filter(([, count]) => count > 0);
    return (parts.map(([level, count]) => `${count} ${level}${count === 1 ? '' : 's'}`).join(', ') || 'no findings');
};
const findingText = ({ level, rule, message, where }) => `${level} ${rule}: ${message}${where === null ? '' : ` (${where})`}`;

// EXTERNAL MODULE: ./.build/image/check-command.js
var check_command = __webpack_require__(49568);
;// CONCATENATED MODULE: ./.build/commands/building/check.js



/** What the configuration's own scanner says of an image. */
const scanImage = async (tools, template, image, onLine) => scanOf(image, await runOn(tools, template, image, onLine), (0,check_command/* namesReport */.zh)(template));
/** Throws `not-signed`. */
const signImage = async (tools, template, image, onLine) => {
    const problem = signatureProblem(image, await runOn(tools, template, image, onLine));
    if (problem)
        throw new words/* StaggerError */.IY(problem);
};
const runOn = async (tools, template, image, onLine) => {
    const run = await tools.run((report) => (0,check_command/* commandFor */.Fw)(template, { image, report }), onLine);
    return { ...run, argv: (0,check_command/* commandFor */.Fw)(template, { image, report: 'report.sarif' }) };
};

;// CONCATENATED MODULE: ./.build/commands/building/checked.js


/** What the configuration asks of an image before it has a name: a scan that finds nothing grave, and a signature. */
const checkImage = async (world, work, image) => {
    await scan(world, work, image);
    await checked_signImage(world, work, image);
};
const scan = async ({ tools, policy, progress }, { job, told }, { image }) => {
    const template = policy.settings.scan;
    if (!template)
        return;
    progress.say(`${job.planned.service.name}: scanning`);
    const { findings, problem } = await scanImage(tools.checks, argv(template), image, (line) => told.lines.push(line));
    if (findings)
        told.findings.push(findings);
    if (problem)
        throw new words/* StaggerError */.IY(problem);
};
/** What no registry holds has no digest to sign. */
const checked_signImage = async ({ tools, policy, progress }, { job, told }, { image, digest }) => {
    const template = policy.settings.sign;
    if (!template || digest === null)
        return;
    progress.say(`${job.planned.service.name}: signing`);
    await signImage(tools.checks, argv(template), image, (line) => told.lines.push(line));
};
/** What was there may be from before somebody asked for it: nobody looks whether it is. */
const tellUnchecked = ({ policy, progress }, { job: { planned, found } }) => {
    const kinds = found?.digest ? ['scan', 'sign', 'provenance', 'sbom'] : ['scan'];
    const asked = kinds.filter((kind) => policy.settings[kind]);
    if (asked.length === 0)
        return;
    const { name } = planned.service;
    progress.say(`${name}: its image was there, so nothing ran of ${asked.join(' and ')}, which go with a build`);
};
/** The schema has seen to it that a program is named. */
const argv = (template) => template;

;// CONCATENATED MODULE: ./.build/commands/building/legs.js



/** What an image is looked for and kept under. An engine keeps one platform alone, and that is not the image of all. */
const nameOf = ({ platforms }, fingerprint, { only, engine }) => engine !== null && only !== null && (0,image_platforms/* legsOf */.xi)(platforms).length > 0
    ? (0,names/* platformName */.$r)(fingerprint, only)
    : (0,names/* inputsName */.Br)(fingerprint);
/** A service as an engine keeps it: built for the one platform that was asked for, and for no other. */
const asKept = (planned, { only, engine }) => {
    if (engine === null || only === null)
        return planned;
    const { name, platforms } = planned.service;
    // Who names no platform is built for the machine's own.
    if (!(platforms.length > 0 ? platforms : [engine]).includes(only))
        throw new words/* StaggerError */.IY(otherPlatform(name, only, platforms));
    return forPlatform(planned, only);
};
/** A service as if it were built for this one alone. */
const forPlatform = (planned, platform) => ({
    ...planned,
    service: { ...planned.service, platforms: [platform] },
});
/** Of one platform the image's own name; of several a name for each, and the image's own for their index. */
const findLegs = async (store, { name, platforms }, fingerprint, { only, kept }) => {
    if (only !== null && !platforms.includes(only))
        throw new words/* StaggerError */.IY(otherPlatform(name, only, platforms));
    const several = (0,image_platforms/* legsOf */.xi)(platforms);
    if (several.length === 0)
        return [{ platform: platforms[0] ?? null, name: kept, found: null, here: true }];
    return Promise.all(several.map(async (platform) => {
        const own = (0,names/* platformName */.$r)(fingerprint, platform);
        const found = await store.findHere(name, own);
        return { platform, name: own, found, here: only === null || only === platform };
    }));
};
const otherPlatform = (service, asked, platforms) => ({
    code: 'other-platform',
    fault: 'caller',
    problem: `${service} is not built for ${asked}`,
    why: platforms.length > 0
        ? `its platforms are ${platforms.join(', ')}`
        : 'it names no platforms, so it is built for the one of its builder',
    fix: `leave --platform out, or add it in stagger.yml: services: { ${service}: { platforms: [${[...platforms, asked].join(', ')}] } }`,
});
/** Which platforms have their image by now. Others build at the same time, so this is asked after one's own are there. */
const platformsOf = async ({ store, registry }, service, legs) => {
    const repository = store.repository(service.name);
    const held = await registry.manifests(legs.map(({ name }) => ({ repository, reference: name })));
    return held.map((manifest, at) => {
        const platform = legs[at]?.platform;
        if (!manifest || !platform)
            return null;
        const { digest, mediaType, body } = manifest;
        return { platform, digest, mediaType, size: body.byteLength };
    });
};
/** The index of all platforms, by its digest: whoever finds the last one there makes it, and gives it the image's name. */
const indexLegs = async ({ store, registry }, service, images) => {
    const repository = store.repository(service.name);
    const { digest } = await registry.put(repository, (0,image_platforms/* indexOf */.qh)(images), null);
    return { image: `${repository}@${digest}`, digest, repository };
};

// EXTERNAL MODULE: ./.build/commands/building/attest.js
var attest = __webpack_require__(33733);
;// CONCATENATED MODULE: ./.build/commands/building/failed.js


/** What a build failed with, and the line that would help, as far as the commit tells. */
const failed = async ({ git }, planned, stage, commit, lines) => new words/* StaggerError */.IY(await buildFailed(planned, stage, lines, { objects: git, root: await git.treeOf(commit) }));

;// CONCATENATED MODULE: ./.build/image/build.js
/**
 * When everything in an image is said to have been made, in seconds since 1970: 2000-01-01, for a zip archive knows no
 * time before 1980. A constant, so that the same inputs make the same image.
 */
const EPOCH = 946_684_800;
/**
 * The arguments of `docker` for one stage. No time and no version goes in: the same inputs must make the same image, and
 * a version is given afterwards, by name. buildx would attest by itself when and where it built, in an index around the
 * image. `further` are those of caches and attestations; they come last, for the last of two holds.
 */
const buildArguments = (builder, stage, { context, dockerfile }, output, further = []) => [
    ...commandOf(builder),
    '--progress=plain',
    `--file=${dockerfile}`,
    ...(stage.target === null ? [] : [`--target=${stage.target}`]),
    ...(stage.platform ? [`--platform=${stage.platform}`] : []),
    ...pairs('build-arg', withEpoch(builder, stage)),
    ...pairs('label', stage.labels ?? {}),
    ...pairs('annotation', stage.annotations ?? {}),
    ...pairs('build-context', stage.contexts ?? {}),
    ...Object.entries(stage.secrets ?? {}).map(([id, source]) => `--secret=id=${id},${secretArgument(source)}`),
    ...(stage.ssh ?? []).map((agent) => `--ssh=${agent}`),
    ...(builder.kind === 'engine' ? [] : ['--provenance=false']),
    ...further,
    ...outputArguments(builder, output),
    context,
];
const commandOf = ({ kind, name }) => kind === 'engine' ? ['build'] : ['buildx', 'build', ...(name === null ? [] : [`--builder=${name}`])];
const pairs = (option, values) => Object.entries(values)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `--${option}=${name}=${value}`);
/** An engine that knows no constant times would only complain that nothing reads the argument. */
const withEpoch = ({ abilities }, { args }) => abilities.has('timestamps') ? { SOURCE_DATE_EPOCH: String(EPOCH), ...args } : args;
const secretArgument = (source) => source.kind === 'environment' ? `env=${source.name}` : `src=${source.path}`;
const outputArguments = (builder, output) => {
    switch (output.kind) {
        case 'engine':
            return intoEngine(builder, output.tag);
        case 'registry':
            return [
                `--output=type=image,name=${output.repository},push-by-digest=true,name-canonical=true,push=true,oci-mediatypes=true,rewrite-timestamp=true`,
            ];
        case 'folder':
            return [`--output=type=local,dest=${output.path}`];
        case 'nowhere':
            return builder.kind === 'engine' ? [] : ['--output=type=cacheonly'];
    }
};
/** A builder outside of the engine has to hand the image over. */
const intoEngine = ({ kind, driver, abilities }, tag) => kind === 'engine' || (driver === 'docker' && !abilities.has('timestamps'))
    ? [`--tag=${tag}`]
    : [`--output=type=docker,name=${tag},rewrite-timestamp=true`];

;// CONCATENATED MODULE: ./.build/image/context-lfs.js

/** No pointer is longer. */
const context_lfs_MOST = 1024;
/** Keys stand in the order of the alphabet, so extensions come before `oid`. */
const POINTER = /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\n(?:ext-\d-[^\s]+ sha256:[0-9a-f]{64}\n)*oid sha256:([0-9a-f]{64})\nsize (\d{1,15})\n?$/;
/** Null for a file that is what it is. See https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md. */
const readPointer = (bytes) => {
    if (bytes.length >= context_lfs_MOST || bytes[0] !== 0x76)
        return null;
    const text = new TextDecoder().decode(bytes);
    const [, sha256, size] = POINTER.exec(text) ?? [];
    return sha256 === undefined ? null : { sha256, size: Number(size), text };
};
/**
 * Reads a file as a checkout would have it: where Git LFS committed a pointer, the content that it stands for. Throws
 * `lfs-content-missing`; a pointer never gets into an image.
 */
const contentReader = (blob, lfs) => async (oid, file) => {
    const bytes = await blob(oid);
    const pointer = file.mode === '120000' ? null : readPointer(bytes);
    if (!pointer)
        return bytes;
    if (pointer.size === 0)
        return new Uint8Array();
    const found = /^ext-/m.test(pointer.text) ? EXTENDED : await lfs.find(pointer, file.path);
    if ('why' in found)
        throw contentMissing(file, pointer, found.why);
    return found;
};
const EXTENDED = { why: 'it went through an extension of Git LFS, which nothing but that one can undo' };
const contentMissing = ({ path, at }, { sha256 }, why) => new words/* StaggerError */.IY({
    code: 'lfs-content-missing',
    fault: 'caller',
    problem: `${path} is in Git LFS, and its content is not here`,
    why: `the commit holds a pointer to ${sha256.slice(0, 12)}…; ${why}`,
    fix: 'git lfs install --local && git lfs fetch\nin a workflow: uses: actions/checkout with lfs: true',
    ...(at ? { at } : {}),
});

// EXTERNAL MODULE: ./.build/catalog/context.js + 1 modules
var context = __webpack_require__(50150);
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
    return { path: relative(context, file.path), mode: file.mode, oid: file.oid, at: file.at };
};
const relative = (context, path) => {
    if (context === '.')
        return path;
    if (path.startsWith(`${context}/`))
        return path.slice(context.length + 1);
    throw new Error(`the input ${path} is outside of its context ${context}`);
};

;// CONCATENATED MODULE: ./.build/image/contexts.js





/** What one stage of a service is built from. */
const gatherContexts = async (sources, service, { inputs, named }) => {
    const { objects, root, commit, workTree } = sources;
    const artifacts = await artifactFiles(service, commit, workTree);
    refuseLost(service, artifacts);
    const filesOf = async (folder, tracked, isNamed) => {
        const ignoreFile = await (0,context_reader/* ignoreFileOf */.kX)(objects, root, service, isNamed ? folder : null);
        const made = inContext(artifacts, folder, ignoreFile?.text ?? null);
        return together(await contextFiles(objects, { ...service, context: folder }, tracked), made);
    };
    const folders = await Promise.all(named.map(async (one) => [one.name, await filesOf(one.folder, one.inputs, true)]));
    return {
        dockerfile: await dockerfileBytes(objects, root, service),
        main: await filesOf(service.context, inputs, false),
        named: Object.fromEntries(folders),
    };
};
/** As bytes, since not all of them need be UTF-8. */
const dockerfileBytes = async (objects, root, { inline, dockerfile }) => {
    const bytes = inline === null ? await (0,context/* blobAt */.hb)(objects, root, dockerfile) : new TextEncoder().encode(inline);
    if (bytes === null)
        throw new Error(`the commit holds no ${dockerfile}`);
    return bytes;
};
/** What the commit holds counts as it is there, also in the middle of an artifact: the fingerprint covers it. */
const together = (tracked, made) => {
    const files = new Set(tracked.map(({ path }) => path));
    const folders = new Set(tracked.flatMap(({ path }) => foldersOf(path)));
    const isFree = ({ path }) => !folders.has(path) && ![path, ...foldersOf(path)].some((one) => files.has(one));
    return [...tracked, ...made.filter(isFree)].sort((a, b) => (a.path < b.path ? -1 : 1));
};
const foldersOf = (path) => {
    const segments = path.split('/').slice(0, -1);
    return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
};
/** An artifact that no context holds gets into no image, whatever its service is declared to need. */
const refuseLost = ({ name, context, contexts, artifacts }, files) => {
    const named = Object.values(contexts).flatMap((one) => (one.kind === 'folder' ? [one.path] : []));
    const isHeld = (path) => [context, ...named].some((folder) => pathIn(folder, path) !== null);
    const lost = artifacts.find(({ path }) => files.some((file) => isBelow(path, file.path) && !isHeld(file.path)));
    if (lost)
        throw new words/* StaggerError */.IY(outsideOfContext(name, lost.path, context));
};
const isBelow = (folder, path) => folder === '.' || path === folder || path.startsWith(`${folder}/`);
const outsideOfContext = (service, path, context) => ({
    code: 'artifact-outside-context',
    fault: 'caller',
    problem: `${service}: its artifact ${path} is in none of its contexts`,
    why: `it is built with the folder ${context}, and an image can only take what is in there; paths stand from the repository's root`,
    fix: `correct path: in stagger.yml${context === '.' ? '' : ` (${context}/… ?)`}, or add a named context for its folder: contexts: { made: ${path} }`,
});

// EXTERNAL MODULE: ./.build/image/testing/reports-stage.js
var reports_stage = __webpack_require__(96523);
// EXTERNAL MODULE: ./.build/image/attestations.js
var attestations = __webpack_require__(27085);
;// CONCATENATED MODULE: ./.build/commands/building/policy.js



/** Decided once for a run. `warn` is told what is left out of what was asked for. */
const policyOf = (asked, { builder, title }, warn) => {
    const { settings, prefix, writes, run, environment } = asked;
    const { abilities } = builder;
    const at = { registry: prefix !== null, abilities, title, environment };
    const { kind: cache, warning } = chooseCache({ asked: settings.cache ?? null, ...at });
    if (warning !== null)
        warn(warning);
    return { settings, cache, prefix, writes, run };
};
/** The arguments of one build: its cache, and what it attests where it is pushed. */
const furtherArguments = ({ settings, cache, prefix, writes, run }, { abilities }, build, output) => [
    ...cacheArguments({
        ...build,
        kind: cache,
        repository: prefix === null ? '' : (0,names/* repositoryOf */._M)(prefix, build.service, false),
        write: writes,
    }),
    ...(output.kind === 'registry' ? (0,attestations/* attestationArguments */.F)(settings, abilities, run) : []),
];

// EXTERNAL MODULE: ./.build/commands/building/secrets.js + 1 modules
var secrets = __webpack_require__(1022);
;// CONCATENATED MODULE: ./.build/commands/building/stage.js







/** Builds one stage from contexts that hold its inputs and nothing else. */
const buildStage = (world, request, onLine) => (0,secrets/* hidingSecrets */.r)(world.secrets, request.service, async (told) => {
    const { folder, target } = await writeContexts(world, request);
    const { builder } = world.workshop.place;
    const { output, service, stage, platform } = request;
    const build = (read) => {
        const use = { service: service.name, stage, platform, read };
        const further = furtherArguments(world.policy, builder, use, output);
        const args = buildArguments(builder, stageOf(request, target, folder), folder, output, further);
        return world.docker.build(args, told(onLine));
    };
    try {
        const built = await build(true);
        // What a cache promises and does not have is built, as if it had promised nothing.
        return built.kind === 'failed' && lostCache(built.lines) ? await build(false) : built;
    }
    finally {
        await folder.remove();
    }
});
const writeContexts = async ({ git, files, workTree, lfs }, { service, inputs, commit, target, reports }) => {
    const root = await git.treeOf(commit);
    const sources = { objects: git, commit, root, workTree };
    const { dockerfile, main, named } = await gatherContexts(sources, service, inputs);
    const taking = reports === null ? null : takingOut(dockerfile, target, reports);
    const content = contentReader((oid) => git.blob(oid), lfs);
    const folder = await files.buildFolder(taking?.dockerfile ?? dockerfile, main, content, named);
    return { folder, target: taking?.target ?? target };
};
/** A Dockerfile that cannot be given one stage more is built as it is: its reports are then missed, and told. */
const takingOut = (dockerfile, target, reports) => target === null ? null : (0,reports_stage/* withReportsStage */.s)(new TextDecoder().decode(dockerfile), target, reports);
const stageOf = (request, target, folder) => {
    const { service, inputs, platform, contexts, written } = request;
    const { secrets, ssh } = service;
    return {
        target,
        args: inputs.args,
        secrets,
        ssh,
        platform,
        contexts: { ...contexts, ...folder.contexts },
        ...written,
    };
};

;// CONCATENATED MODULE: ./.build/image/testing/run.js
/** Where a container finds the files of its tests, by their paths in this repository. */
const TESTS_FOLDER = '/stagger/tests';
/** The same below a folder of this machine. */
const testsPath = (path) => `stagger/tests/${path}`;
/**
 * The command takes the place of the image's own: what an ENTRYPOINT would do with it, nobody could tell from its words.
 * The files are copied, not mounted: the engine may run on another machine.
 */
const commandSteps = ({ name, image, test, folder, into }) => {
    const [program = '', ...args] = test.command;
    const env = Object.entries({ ...test.env, STAGGER_TESTS: TESTS_FOLDER });
    return {
        create: [
            'create',
            `--name=${name}`,
            ...env.map(([key, value]) => `--env=${key}=${value}`).sort(),
            `--entrypoint=${program}`,
            image,
            ...args,
        ],
        put: test.files.length === 0 ? null : ['cp', `${folder}/stagger`, `${name}:/`],
        start: ['start', '--attach', name],
        inspect: ['inspect', '--format={{.State.StartedAt}} {{.State.Error}}', name],
        take: takeReports(name, test.reports, into),
        remove: ['rm', '--force', '--volumes', name],
    };
};
/** What is in the folder, not the folder. */
const takeReports = (container, reports, into) => (reports === null ? null : ['cp', `${container}:${reports}/.`, into]);

;// CONCATENATED MODULE: ./.build/image/testing/compose.js

/**
 * Not `up --exit-code-from`: it ends everything as soon as any container ends, also one that prepares a database and is
 * done. So the service is started after the others, waited for, and a neighbour that fails meanwhile ends it.
 */
const composeSteps = (request) => {
    const { project, test, folder, override, image, into } = request;
    const base = ['--project-name', project, '--file', `${folder}/${test.file}`, '--file', override];
    return {
        up: [...base, 'up', '--detach', test.service],
        containers: [...base, 'ps', '--all', '--quiet'],
        tested: [...base, 'ps', '--all', '--quiet', test.service],
        logs: [...base, 'logs', '--no-color'],
        down: [...base, 'down', '--volumes', '--remove-orphans', '--timeout', '5'],
        take: (container) => takeReports(container, test.reports, into),
        env: { STAGGER_IMAGE: image, COMPOSE_PROFILES: '', COMPOSE_ANSI: 'never', COMPOSE_PROGRESS: 'plain' },
    };
};
/**
 * A compose file that gives the services of this repository the images that were built of them. JSON is YAML. Older
 * programs refuse two files that do not say the same version, so it says the other one's.
 */
const composeOverride = ({ version, images }, imageOf) => {
    const services = Object.entries(images).map(([name, service]) => [name, { image: imageOf(service) }]);
    return `${JSON.stringify({ ...(version === null ? {} : { version }), services: Object.fromEntries(services) })}\n`;
};

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(59800);
;// CONCATENATED MODULE: ./.build/image/testing/report.js
const EMPTY_REPORT = {
    tests: 0,
    failures: 0,
    errors: 0,
    skipped: 0,
    passed: 0,
    seconds: 0,
    failed: [],
};
/** More are counted, and not told. */
const report_MOST_TOLD = 1000;
/** What is added up from many is no longer exact: 0.1 and 0.2 come to 0.30000000000000004. */
const wholeMilliseconds = (seconds) => Math.round(seconds * 1000) / 1000;
/** Several files, or several ways of testing, as one. */
const merged = (reports) => reports.reduce((sum, one) => ({
    tests: sum.tests + one.tests,
    failures: sum.failures + one.failures,
    errors: sum.errors + one.errors,
    skipped: sum.skipped + one.skipped,
    passed: sum.passed + one.passed,
    seconds: wholeMilliseconds(sum.seconds + one.seconds),
    failed: [...sum.failed, ...one.failed].slice(0, report_MOST_TOLD),
}), EMPTY_REPORT);

;// CONCATENATED MODULE: ./.build/image/testing/xml-text.js
/** Characters that XML cannot hold; runners write them all the same, with the colours of a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are no characters of XML
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const REFERENCE = /&#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,8}));/g;
const COLOUR = /\ufffd\[[0-9;]*[A-Za-z]/g;
/** With U+FFFD instead of what no parser of XML would take. */
const lenient = (xml) => xml
    .toWellFormed()
    .replace(/^\ufeff/, '')
    .replace(FORBIDDEN, '\ufffd')
    .replace(REFERENCE, (reference, hex, decimal) => isCharacter(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ? reference : '\ufffd');
const isCharacter = (code) => code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
const withoutColours = (text) => text.replace(COLOUR, '');

;// CONCATENATED MODULE: ./.build/image/testing/junit-count.js


const countOf = ({ attributes, outcomes }) => {
    const has = (kind) => (outcomes.some((one) => one.kind === kind) ? 1 : 0);
    const [failures, errors] = [has('failure'), has('error')];
    const skipped = failures + errors === 0 && (has('skipped') || attributes.status === 'notrun') ? 1 : 0;
    const passed = failures + errors + skipped === 0 ? 1 : 0;
    return { ...EMPTY_REPORT, tests: 1, failures, errors, skipped, passed, seconds: seconds(attributes.time) };
};
/** `1,002.5` is how some runners write a thousand seconds; `1E-07` is how others write none. */
const seconds = (time = '') => {
    const value = Number(time.replaceAll(',', ''));
    return Number.isFinite(value) && value > 0 ? value : 0;
};
const MOST_MESSAGE = 2000;
const MOST_TEXT = 16_000;
const failedTest = ({ attributes, outcomes }, suite) => {
    const bad = outcomes.filter(({ kind }) => kind !== 'skipped');
    const [first] = bad;
    if (!first)
        return [];
    const text = withoutColours(bad.map((one) => one.text.trim()).join('\n')).slice(0, MOST_TEXT);
    const { classname, name = '', file, line, lineno } = attributes;
    return [
        {
            suite: classname || suite?.attributes.name || '',
            name,
            file: file || suite?.attributes.file || null,
            line: lineOf(line ?? lineno),
            message: (messageIn(withoutColours(first.message)) ?? headline(text)).slice(0, MOST_MESSAGE),
            text,
            at: null,
        },
    ];
};
const lineOf = (text = '') => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);
/** Some runners say no more than that it failed. */
const messageIn = (message) => {
    const told = message.trim();
    return /^(?:failed|failure|error|)$/i.test(told) ? null : told;
};
const headline = (text) => text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !/^(?:===|---) |^● /.test(line)) ?? '';

;// CONCATENATED MODULE: ./.build/image/testing/junit.js




const MOST_CHARACTERS = 32 * 1024 * 1024;
const DEEPEST = 100;
class Stopped extends Error {
}
class OtherRoot extends Error {
}
/**
 * Reads what test runners write as JUnit's XML. Every file comes out of a container, so nothing in it is trusted: no
 * entity is defined but XML's own five, and size and depth are bounded.
 */
const readJunit = (xml) => {
    if (xml.length > MOST_CHARACTERS)
        return { kind: 'broken', why: `it has more than ${MOST_CHARACTERS} characters` };
    try {
        return { kind: 'report', report: parse(lenient(xml)) };
    }
    catch (error) {
        if (error instanceof OtherRoot)
            return { kind: 'other' };
        if (error instanceof Stopped)
            return { kind: 'broken', why: error.message };
        throw error;
    }
};
const OUTCOMES = ['failure', 'error', 'skipped'];
const parse = (xml) => {
    const parser = new saxes/* SaxesParser */.wT();
    const reading = { suites: [], test: null, outcome: null, depth: 0, report: EMPTY_REPORT };
    parser.on('error', ({ message }) => {
        throw new Stopped(message);
    });
    parser.on('opentag', (tag) => junit_open(reading, tag));
    parser.on('closetag', ({ name }) => junit_close(reading, name));
    parser.on('text', (text) => addText(reading, text));
    parser.on('cdata', (text) => addText(reading, text));
    parser.write(xml).close();
    const { report } = reading;
    return { ...report, seconds: wholeMilliseconds(report.seconds) };
};
const addText = ({ outcome }, text) => {
    if (outcome && outcome.text.length < junit_MOST_TEXT)
        outcome.text += text.slice(0, junit_MOST_TEXT);
};
const junit_MOST_TEXT = 64 * 1024;
const junit_open = (reading, { name, attributes }) => {
    if (reading.depth === 0 && name !== 'testsuites' && name !== 'testsuite')
        throw new OtherRoot();
    if (++reading.depth > DEEPEST)
        throw new Stopped(`it is nested more than ${DEEPEST} deep`);
    if (reading.outcome)
        reading.outcome.depth++;
    else if (reading.test)
        openInTest(reading, name, attributes);
    else if (name === 'testcase')
        reading.test = { attributes, outcomes: [] };
    else if (name === 'testsuites' || name === 'testsuite')
        reading.suites.push({ attributes, bad: 0 });
};
const openInTest = (reading, name, attributes) => {
    const kind = OUTCOMES.find((one) => one === name);
    if (kind)
        reading.outcome = { kind, message: attributes.message ?? '', text: '', depth: 0 };
};
const junit_close = (reading, name) => {
    reading.depth--;
    const { outcome, test } = reading;
    if (outcome)
        closeInOutcome(reading, outcome);
    else if (test && name === 'testcase')
        closeTest(reading, test);
    else if (!test && (name === 'testsuites' || name === 'testsuite'))
        closeSuite(reading);
};
const closeInOutcome = (reading, outcome) => {
    if (outcome.depth-- > 0)
        return;
    reading.test?.outcomes.push(outcome);
    reading.outcome = null;
};
const closeTest = (reading, test) => {
    const count = countOf(test);
    const suite = reading.suites.at(-1);
    if (suite)
        suite.bad += count.failures + count.errors;
    add(reading, { ...count, failed: failedTest(test, suite) });
    reading.test = null;
};
/** A suite that tells more failures than it lists hides some: a program that crashed, a suite that could not be loaded. */
const closeSuite = (reading) => {
    const suite = reading.suites.pop();
    if (!suite)
        return;
    const { failures = '', errors = '', name = '' } = suite.attributes;
    const hidden = Math.max(0, number(failures) + number(errors) - suite.bad);
    const above = reading.suites.at(-1);
    if (above)
        above.bad += suite.bad + hidden;
    if (hidden === 0)
        return;
    const message = `the suite counts ${hidden} more ${hidden === 1 ? 'failure' : 'failures'} than it lists`;
    const failed = {
        suite: name,
        name,
        file: suite.attributes.file ?? null,
        line: null,
        message,
        text: '',
        at: null,
    };
    add(reading, { ...EMPTY_REPORT, errors: hidden, failed: [failed] });
};
const number = (text) => (/^\d{1,9}$/.test(text) ? Number(text) : 0);
const add = (reading, one) => {
    const { report } = reading;
    reading.report = {
        tests: report.tests + one.tests,
        failures: report.failures + one.failures,
        errors: report.errors + one.errors,
        skipped: report.skipped + one.skipped,
        passed: report.passed + one.passed,
        seconds: report.seconds + one.seconds,
        failed: one.failed.length > 0 && report.failed.length < report_MOST_TOLD
            ? [...report.failed, ...one.failed]
            : report.failed,
    };
};

;// CONCATENATED MODULE: ./.build/image/testing/locate.js
/** The report with each failure's place in this repository, where one of these files, and one alone, fits what it says. */
const located = (report, files) => {
    const byName = new Map();
    for (const file of files) {
        const name = baseName(file);
        const known = byName.get(name);
        if (known)
            known.push(file);
        else
            byName.set(name, [file]);
    }
    return { ...report, failed: report.failed.map((failed) => ({ ...failed, at: locate_placeOf(failed, byName) })) };
};
const locate_placeOf = (failed, files) => {
    const said = failed.file === null ? [] : [{ path: failed.file, line: failed.line }];
    const found = [...said, ...placesIn(failed)].flatMap(({ path, line }) => {
        const file = fileOf(path, files);
        return file === null ? [] : [{ file, line }];
    });
    const [first] = found;
    if (!first)
        return null;
    // The runner may name the file alone, and the trace the line in it.
    const line = first.line ?? found.find((one) => one.file === first.file && one.line !== null)?.line ?? 1;
    return { file: first.file, line, column: 1 };
};
/** Files of others, which stand in the same trace. */
const FOREIGN = /(?:^|\/)(?:node_modules|site-packages|dist-packages|vendor)\/|^node:|^(?:\/usr\/|java\.base\/)/;
const fileOf = (path, files) => {
    const normal = path.replaceAll('\\', '/').replace(/^file:\/\//, '');
    if (FOREIGN.test(normal))
        return null;
    const segments = normal.split('/').filter((segment) => segment !== '' && segment !== '.');
    const rated = (files.get(segments.at(-1) ?? '') ?? []).map((file) => ({
        file,
        same: common(file, segments),
    }));
    const most = Math.max(0, ...rated.map(({ same }) => same));
    const best = rated.filter(({ same }) => same === most);
    return best.length === 1 ? (best[0]?.file ?? null) : null;
};
/** How many segments they have in common, from the end. */
const common = (file, segments) => {
    const own = file.split('/');
    let same = 0;
    while (same < own.length && same < segments.length && own.at(-1 - same) === segments.at(-1 - same))
        same++;
    return same;
};
const baseName = (path) => path.slice(path.lastIndexOf('/') + 1);
/** Longer lines are no places. */
const MOST_LINE = 300;
/** All places that the text names, the likeliest first: a trace begins where it failed, a Python one ends there. */
const placesIn = ({ suite, text, message }) => {
    const lines = `${text}\n${message}`.split('\n').map((line) => line.slice(0, MOST_LINE));
    const frames = lines.flatMap(pythonFrame).reverse();
    return [...frames, ...lines.flatMap((line) => placeInLine(line, suite))];
};
const pythonFrame = (line) => {
    const [, path, number] = /^\s*File "([^"]+)", line (\d+)/.exec(line) ?? [];
    return path === undefined ? [] : [{ path, line: Number(number) }];
};
/** `(com/example/X.java:3)`, `in /src/X.cs:line 3`, `/app/x.js:3:14`, `x_test.go:3: …`. */
const placeInLine = (line, suite) => {
    const [, owner, name, at] = /(?<![\w.$])([\w.$]+)\.[\w$<>]+\((\w+\.(?:java|kt|scala|groovy)):(\d+)\)/.exec(line) ?? [];
    if (owner !== undefined)
        return [{ path: `${folderOf(owner)}${name}`, line: Number(at) }];
    const [, path, number] = /(?<![^\s()'"<>|])([^\s()'"<>|]+\.[A-Za-z]\w{0,9}):(?:line )?(\d{1,9})/.exec(line) ?? [];
    if (path === undefined)
        return [];
    // Go tells the file's name alone, and its package beside.
    const whole = path.endsWith('.go') && !path.includes('/') ? `${suite}/${path}` : path;
    return [{ path: whole, line: Number(number) }];
};
/** `com.example.PriceTest` stands in `com/example/`. */
const folderOf = (owner) => {
    const packages = owner.split('.').slice(0, -1);
    return packages.map((one) => `${one}/`).join('');
};

// EXTERNAL MODULE: ./.build/image/testing/unstarted.js
var unstarted = __webpack_require__(59879);
;// CONCATENATED MODULE: ./.build/image/testing/verdict.js





/** Passed only where everything says so: the exit code, and each report that was asked for. What is unclear fails. */
const verdictOf = (service, run, files) => {
    const { kind, reports: folder } = run.test;
    const ended = (report, problem) => ({
        kind,
        passed: problem === null,
        report,
        problem,
    });
    const reports = folder === null ? null : run.reports;
    const read = (reports?.files ?? []).map(({ path, text }) => ({ path, file: readJunit(text) }));
    const known = read.flatMap(({ file }) => (file.kind === 'report' ? [file.report] : []));
    const report = known.length > 0 ? located(merged(known), files) : null;
    const unstarted = unstartedOf(run);
    if (unstarted)
        return ended(null, problems/* notStarted */.DY(service, run.test, unstarted));
    const code = codeOf(run, reports);
    if (report && report.failures + report.errors > 0)
        return ended(report, problems/* testsFailed */.fU(service, run, report, code));
    if (code !== 0)
        return ended(report, problems/* testsFailed */.fU(service, run, report, code));
    if (folder === null)
        return ended(null, null);
    const broken = read.find(({ file }) => file.kind === 'broken');
    if (broken?.file.kind === 'broken')
        return ended(report, problems/* brokenReport */.MK(service, run.test, broken.path, broken.file.why));
    if (reports?.tooMuch)
        return ended(report, problems/* tooMuchReported */.Vh(service, run.test, folder));
    if (!report)
        return ended(null, problems/* noReport */.MF(service, run.test, folder));
    return ended(report, report.tests - report.skipped > 0 ? null : problems/* nothingTested */.J1(service, run.test, report));
};
const unstartedOf = ({ test, code, lines, notStarted }) => {
    if (notStarted)
        return (0,unstarted/* unstartedIn */._A)(notStarted) ?? notStarted;
    return test.kind === 'command' ? (0,unstarted/* endedUnstarted */.p_)(test.command, code, lines) : null;
};
/** A stage may say its exit code in a file; what is no number there is no success. */
const codeOf = ({ code }, reports) => {
    const told = reports?.exitCode?.trim();
    if (code !== 0 || told === undefined)
        return code;
    return /^\d{1,3}$/.test(told) ? Number(told) : 1;
};

;// CONCATENATED MODULE: ./.build/commands/testing/material.js


const ROOT = { context: '.', dockerfile: 'stagger.yml' };
const trackedFiles = async (git, inputs) => contextFiles(git, ROOT, inputs);
/** A folder that holds what a command reads, and nothing else: what its inputs forgot is missed at once. */
const commandFolder = async ({ git, files, content }, test) => {
    const found = await trackedFiles(git, test.files);
    const placed = found.map((file) => ({ ...file, path: testsPath(file.path) }));
    return files.buildFolder('', placed, content);
};
/** The same for a compose file, by the paths of the repository; beside it, the file on top of it. */
const composeFolder = async ({ git, files, content }, test, override) => {
    const found = await trackedFiles(git, test.files);
    const there = new Set(found.flatMap(({ path }) => foldersAbove(path)));
    const empty = test.contexts
        .filter((folder) => folder !== '.' && !there.has(folder))
        .map((path) => ({ path, mode: '040000', file: '' }));
    return files.buildFolder(override, [...found, ...empty], content);
};
const foldersAbove = (path) => {
    const segments = path.split('/').slice(0, -1);
    return segments.map((_, at) => segments.slice(0, at + 1).join('/'));
};
/** All files that a failed test may be in: those of the tests, and of the images that run. */
const filesOfTests = async (git, tested) => {
    const stages = tested.flatMap(({ image, test }) => [image.inputs, ...(test ? [test.inputs] : [])]);
    const inputs = stages.flatMap((stage) => [
        ...stage.inputs,
        ...stage.declared,
        ...stage.named.flatMap((one) => one.inputs),
    ]);
    return (await trackedFiles(git, inputs)).map(({ path }) => path);
};

;// CONCATENATED MODULE: ./.build/commands/testing/run.js






/** The ways in which a service is tested, one after the other. The first that does not pass ends it. */
const runTests = async (world, testing) => {
    const verdicts = [];
    for (const test of testing.planned.test?.kinds ?? []) {
        const verdict = await judged(world, testing, test);
        verdicts.push(verdict);
        if (!verdict.passed)
            break;
    }
    return verdicts;
};
const judged = async (world, testing, test) => {
    const { planned, services } = testing;
    const run = await runOne(world, testing, test);
    const beside = (0,changes_bases/* neighboursOf */.Y)(planned);
    const running = [planned, ...services.filter(({ service }) => beside.includes(service.name))];
    const told = run.reports !== null && run.reports.files.length > 0;
    return verdictOf(planned.service.name, run, told ? await filesOfTests(world.git, running) : []);
};
const runOne = async (world, testing, test) => {
    const folder = await world.reportFolder();
    try {
        switch (test.kind) {
            case 'stage':
                return await runStage(testing, test, folder);
            case 'command':
                return await runCommand(world, testing, test, folder);
            case 'compose':
                return await runCompose(world, testing, test, folder);
            default:
                return (0,words/* unreachable */.HB)(test);
        }
    }
    finally {
        await folder.remove();
    }
};
const runStage = async ({ buildStage }, test, folder) => {
    const { stageInputs: inputs, reports: path } = test;
    const reports = path === null ? null : { path, into: folder.path };
    const built = await buildStage({ target: inputs.target, inputs, reports });
    if (built.kind === 'failed')
        return { test, code: 1, lines: built.lines, reports: null };
    return { test, code: 0, lines: [], reports: reports && (await folder.read()) };
};
const runCommand = async (world, { planned, imageOf, onLine }, test, reports) => {
    const folder = await commandFolder(world, test);
    try {
        const steps = commandSteps({
            name: `stagger-test-${world.files.unique()}`,
            image: imageOf(planned.service.name),
            test,
            folder: folder.context,
            into: reports.path,
        });
        const { taken, ...ended } = await world.containers.run(steps, onLine);
        return { test, ...ended, reports: taken ? await reports.read() : null };
    }
    finally {
        await folder.remove();
    }
};
const runCompose = async (world, { planned, imageOf, onLine }, test, reports) => {
    const folder = await composeFolder(world, test, composeOverride(test, imageOf));
    try {
        const steps = composeSteps({
            project: `stagger-test-${world.files.unique()}`,
            test,
            folder: folder.context,
            override: folder.dockerfile,
            image: imageOf(planned.service.name),
            into: reports.path,
        });
        const { taken, ...ended } = await world.compose.run(steps, onLine);
        return { test, ...ended, reports: taken ? await reports.read() : null };
    }
    finally {
        await folder.remove();
    }
};

;// CONCATENATED MODULE: ./.build/commands/building/tests.js





/** Tests in stages of the Dockerfile need no image: they come first. */
const testStages = (world, work) => run(world, work, { which: ({ kind }) => kind === 'stage', images: new Map(), title: 'testing' });
/** Tests in the built image, and beside its neighbours: before it has a name. */
const testImage = async (world, work, image) => {
    const { service } = work.job.planned;
    const images = new Map([[service.name, image]]);
    for (const [name, kept] of work.neighbours)
        images.set(name, await world.workshop.here(kept));
    await run(world, work, {
        which: ({ kind }) => kind !== 'stage',
        images,
        title: 'running the tests of its image',
    });
};
const needsImage = ({ test }) => test?.kinds.some(({ kind }) => kind !== 'stage') ?? false;
const run = async (world, work, { which, images, title }) => {
    const { planned, commit, services } = work.job;
    const kinds = planned.test?.kinds.filter(which) ?? [];
    if (!planned.test || kinds.length === 0)
        return;
    world.progress.say(`${planned.service.name}: ${title}`);
    let broken = null;
    const verdicts = await runTests({ ...world, ...world.tools, content: contentReader((oid) => world.git.blob(oid), world.lfs) }, {
        planned: { ...planned, test: { ...planned.test, kinds } },
        services,
        buildStage: async (stage) => {
            const built = await buildTestStage(world, work, stage);
            if (built.kind === 'failed')
                broken = built.lines;
            return built;
        },
        imageOf: (name) => imageAmong(images, name),
        onLine: (line) => work.told.lines.push(line),
    });
    work.told.verdicts.push(...verdicts);
    // What a stage printed says more of a file that is missing than that its tests did not pass.
    if (broken)
        throw await failed(world, planned, 'test', commit, broken);
    refuse(verdicts);
};
const refuse = (verdicts) => {
    const problem = verdicts.find(({ passed }) => !passed)?.problem;
    if (problem)
        throw new words/* StaggerError */.IY(problem);
};
const imageAmong = (images, name) => {
    const image = images.get(name);
    if (image === undefined)
        throw new Error(`nobody has made the image of ${name}`);
    return image;
};
const buildTestStage = async (world, { job: { planned, commit }, contexts, told }, { target, inputs, reports }) => {
    const output = reports ? { kind: 'folder', path: reports.into } : world.workshop.aside();
    const place = { service: planned.service, commit, platform: null, contexts, written: {} };
    const stage = { ...place, stage: 'test', target, inputs, output, reports: reports?.path ?? null };
    const built = await buildStage(world, stage, (line) => told.lines.push(line));
    if (built.kind === 'built')
        await world.workshop.discard({ output, digest: null });
    return built;
};

;// CONCATENATED MODULE: ./.build/commands/building/make.js






/** Builds what is missing of an image and names it. */
const makeImage = async (world, work) => {
    const { planned, name, legs: wanted } = work.job;
    const legs = [];
    for (const leg of wanted)
        legs.push(leg.here ? await makeLeg(world, work, leg) : leg.found);
    const outcome = legs.some((leg) => leg && !leg.adopted) ? 'built' : 'reused';
    if (wanted.length === 1)
        return { outcome, kept: legs[0] ?? null, legs: [] };
    const images = await platformsOf(world, planned.service, wanted);
    const there = images.flatMap((image) => image ?? []);
    if (there.length < images.length)
        return { outcome, kept: null, legs };
    const index = await indexLegs(world, planned.service, there);
    await checked_signImage(world, work, index);
    return { outcome, kept: await world.store.keep(planned.service.name, name, index), legs };
};
const makeLeg = async (world, work, leg) => {
    if (leg.found)
        return leg.found;
    const { workshop, store, progress, registry, policy } = world;
    const { service } = work.job.planned;
    if (workshop.place.push)
        await registry.prepare(store.repository(service.name), policy.settings.createRepositories ?? false);
    const draft = await buildImage(world, work, leg);
    try {
        if (isToTest(world, work, leg))
            await testImage(world, work, await workshop.runnable(draft));
        const image = await delivered(world, draft);
        await checkImage(world, work, image);
        const kept = await store.keep(service.name, leg.name, image);
        if (kept.adopted)
            progress.say(`${service.name}: another build named ${leg.name} first`);
        return kept;
    }
    finally {
        await workshop.discard(draft);
    }
};
/** Of several platforms, the one that this machine runs; where it runs none of them, each, so that none goes untested. */
const isToTest = ({ workshop }, { job: { planned, steps, legs } }, leg) => steps.test &&
    needsImage(planned) &&
    (leg.platform === workshop.place.platforms[0] ||
        legs.every(({ platform }) => platform !== workshop.place.platforms[0]));
/** What a builder attests is an index around the image; the image's own digest stays the image's. */
const delivered = async ({ workshop, registry }, draft) => {
    const image = await workshop.deliver(draft);
    if (image.digest === null)
        return image;
    const digest = await (0,attest/* attach */.K)(registry, image.repository, image.digest);
    return { ...image, digest, image: `${image.repository}@${digest}` };
};
const buildImage = async (world, work, { platform }) => {
    const { planned, commit } = work.job;
    const { service, image } = planned;
    world.progress.say(`${service.name}: building${platform === null ? '' : ` for ${platform}`}`);
    const output = world.workshop.output(service.name);
    const target = service.target === null ? null : image.inputs.target;
    const place = { service, commit, platform, contexts: work.contexts, written: writtenOn(service) };
    const stage = { ...place, stage: 'image', target, inputs: image.inputs, output, reports: null };
    const built = await buildStage(world, stage, (line) => work.told.lines.push(line));
    if (built.kind === 'failed') {
        // Whoever reads why it failed wants to see it for that platform.
        const one = platform === null ? planned : forPlatform(planned, platform);
        throw await failed(world, one, 'image', commit, built.lines);
    }
    return { output, digest: built.digest };
};
const writtenOn = ({ labels, annotations }) => ({ labels, annotations });

;// CONCATENATED MODULE: ./.build/commands/building/one.js








const lookUp = async ({ git, store, verdicts }, whole, { commit, services, platforms }) => {
    const planned = asKept(whole, platforms);
    const { service } = planned;
    const { fingerprint } = planned.image;
    if (fingerprint === null)
        throw new words/* StaggerError */.IY(await notBuildable(planned, { objects: git, root: await git.treeOf(commit) }));
    const name = nameOf(whole.service, fingerprint, platforms);
    const found = await store.find(service.name, name);
    const steps = (0,image_steps/* stepsFor */.R)(planned, found !== null, await isTested(verdicts, planned, found));
    const { only } = platforms;
    const legs = found ? [] : await findLegs(store, service, fingerprint, { only, kept: name });
    return { planned, fingerprint, name, found, legs, steps, commit, services };
};
/** Whether the same tests of the same image have passed: as the plan says, or whoever keeps verdicts. */
const isTested = async (verdicts, { service, test, needs }, found) => {
    if (!test?.fingerprint || (found && !needs.includes('test')))
        return true;
    return verdicts.find(service.name, test.fingerprint);
};
/** Tests, then the image, then tests of it, then its names. What fails throws, and leaves no name behind. */
const carryOut = async (world, work) => {
    const { planned, steps } = work.job;
    const { lines } = work.told;
    const unable = steps.test || steps.build ? unableTo(planned, world.workshop.place) : null;
    if (unable)
        throw new words/* StaggerError */.IY(unable);
    try {
        if (steps.test)
            await testStages(world, work);
        const made = work.job.found ? await reuse(world, work, work.job.found) : await makeImage(world, work);
        await rememberTests(world, work, made);
        return made;
    }
    finally {
        if (lines.length > 0)
            world.progress.group(`${planned.service.name}: what the builds printed`, lines);
    }
};
const reuse = async (world, work, found) => {
    const { planned, name, steps } = work.job;
    if (steps.test && needsImage(planned))
        await testImage(world, work, await world.workshop.here(found));
    tellUnchecked(world, work);
    const kept = await world.store.take(planned.service.name, name, found);
    return { outcome: 'reused', kept, legs: [] };
};
/**
 * A verdict outlives the run that came to it, also where no ledger is written. A machine that builds for another platform
 * only has not tested in the image: whoever builds for its own does.
 */
const rememberTests = async ({ verdicts }, { job: { planned, steps }, told }, { kept, legs }) => {
    const { service, test } = planned;
    const image = kept ?? legs.find((leg) => leg !== null) ?? null;
    const whole = told.verdicts.length === test?.kinds.length;
    if (steps.test && whole && test?.fingerprint)
        await verdicts.keep(service.name, test.fingerprint, image);
};

// EXTERNAL MODULE: ./.build/ledger/entries.js
var entries = __webpack_require__(44402);
// EXTERNAL MODULE: ./.build/commands/ledger.js
var commands_ledger = __webpack_require__(99324);
// EXTERNAL MODULE: ./.build/commands/revisions.js
var revisions = __webpack_require__(44875);
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
const entryOf = ({ planned, fingerprint, repository, digest, version, seconds }, { images }, { commit, run }, now) => {
    const before = images.get(planned.service.name);
    return {
        schema: 1,
        service: planned.service.name,
        fingerprint,
        testFingerprint: planned.test?.fingerprint ?? null,
        repository,
        digest,
        version: before?.digest === digest ? (before.version ?? version) : version,
        seconds: seconds ?? before?.seconds ?? null,
        commit,
        run,
        time: new Date(now).toISOString(),
    };
};
/** The same image with the same verdict, wherever and whenever it was written. */
const says = (before, entry) => ['fingerprint', 'testFingerprint', 'repository', 'digest'].every((key) => before[key] === entry[key]);

// EXTERNAL MODULE: ./.build/commands/building/rows.js
var building_rows = __webpack_require__(85941);
;// CONCATENATED MODULE: ./.build/commands/building/saved.js
/**
 * What building all services in lockstep would have taken besides, as long as their last builds took: those that did not
 * change, and those that were found. What nobody asked for and did change is only put off.
 */
const savedBy = ({ services }, { images }, rows) => {
    const outcomes = new Map(rows.map(({ name, outcome }) => [name, outcome]));
    const spared = services.filter(({ service, needs }) => {
        const outcome = outcomes.get(service.name);
        return outcome === undefined ? !needs.includes('build') : outcome === 'reused';
    });
    const seconds = spared.reduce((sum, { service }) => sum + (images.get(service.name)?.seconds ?? 0), 0);
    return { services: spared.length, seconds: Math.round(seconds * 10) / 10 };
};

// EXTERNAL MODULE: ./.build/commands/elapsed.js
var elapsed = __webpack_require__(1169);
;// CONCATENATED MODULE: ./.build/commands/building/work.js
const toldNothing = () => ({ lines: [], verdicts: [], findings: [] });

;// CONCATENATED MODULE: ./.build/commands/building/settle.js







/** Carries all jobs out, each after those whose images it takes. One failure stops no other. */
const settleAll = async (world, jobs, versionOf, atOnce) => {
    const limit = (0,p_limit/* default */.A)(atOnce);
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
        return limit(() => settle(world, versionOf, job, settled));
    };
    const all = await Promise.allSettled(jobs.map(start));
    return all.map((one) => {
        if (one.status === 'rejected')
            throw one.reason;
        return one.value;
    });
};
const settle = async (world, versionOf, job, bases) => {
    if ('problem' in job)
        return { job, made: null, row: { ...(0,building_rows/* rowOf */.OB)(job), problem: job.problem } };
    const begun = world.clock.now();
    const told = toldNothing();
    const ended = await provideBases(world.workshop, job, bases)
        .then((contexts) => carryOut(world, { job, contexts, neighbours: neighbours(job, bases), told }))
        .catch((error) => ({ problem: (0,building_rows/* problemOf */.Zw)(error) }));
    const seconds = (0,elapsed/* secondsSince */.w)(world.clock, begun);
    if ('problem' in ended)
        return settle_failed(world, job, { problem: ended.problem, seconds, ...saidBy(told) });
    const row = { ...(0,building_rows/* rowOf */.OB)(job), ...(await (0,building_rows/* successOf */.Bu)(job, ended, versionOf)), seconds, ...saidBy(told) };
    world.progress.say(`${row.name}: ${row.outcome} in ${seconds} s`);
    return { job, made: ended, row };
};
const saidBy = ({ verdicts, findings }) => ({ verdicts, findings: findings.at(-1) ?? null });
const settle_failed = ({ progress }, job, how) => {
    progress.say(`${job.planned.service.name}: failed after ${how.seconds} s: ${how.problem.problem}`);
    return { job, made: null, row: { ...(0,building_rows/* rowOf */.OB)(job), testsRan: how.verdicts.length > 0, ...how } };
};

// EXTERNAL MODULE: ./.build/commands/copying/beside.js
var copying_beside = __webpack_require__(2383);
;// CONCATENATED MODULE: ./.build/commands/building/store.js




const openStore = (world, { push, prefix, ...trust }) => {
    if (!push)
        return engineStore(world.docker);
    if (prefix === null)
        throw new words/* StaggerError */.IY((0,image_problems/* noRegistry */.Xd)());
    return registryStore(world, (0,names/* checkedPrefix */.ge)(prefix), trust);
};
/** The engine on this machine: for trying, and seen by nobody else. */
const engineStore = (docker) => {
    const held = (service, name, adopted) => ({
        image: (0,names/* localName */.fk)(service, name),
        digest: null,
        repository: service,
        adopted,
    });
    const find = async (service, name) => (await docker.holds((0,names/* localName */.fk)(service, name))) ? held(service, name, true) : null;
    return {
        find,
        findHere: find,
        take: async (_service, _name, found) => found,
        keep: async (service, name, { image }) => {
            await docker.name(image, (0,names/* localName */.fk)(service, name));
            return held(service, name, false);
        },
        repository: (service) => service,
        where: () => 'the local engine',
    };
};
const registryStore = (world, prefix, { pullRequest, adopt }) => {
    const { registry } = world;
    const repository = (service) => (0,names/* repositoryOf */._M)(prefix, service, pullRequest);
    const other = (service) => (0,names/* repositoryOf */._M)(prefix, service, !pullRequest);
    const findIn = async (place, name) => {
        const held = await registry.manifest(place, name);
        if (!held)
            return null;
        return { image: `${place}@${held.digest}`, digest: held.digest, repository: place, adopted: true };
    };
    const keep = async (service, name, image) => {
        if (image.digest === null)
            throw new Error(`${image.image} is in no registry`);
        const place = repository(service);
        const { digest, adopted } = await registry.claim(place, image.digest, name);
        return { image: `${place}@${digest}`, digest, repository: place, adopted };
    };
    return {
        // What the default branch has built is good enough for whoever proposes something. The other way round it is asked for.
        find: async (service, name) => (await findIn(repository(service), name)) ??
            (pullRequest || adopt ? findIn(other(service), name) : null),
        take: async (service, name, found) => {
            if (pullRequest || found.repository === repository(service) || found.digest === null)
                return found;
            await (0,copying_beside/* copyWhole */.Nn)(world, { repository: found.repository, digest: found.digest }, repository(service));
            return keep(service, name, found);
        },
        findHere: (service, name) => findIn(repository(service), name),
        keep,
        repository,
        where: repository,
    };
};

// EXTERNAL MODULE: ./.build/image/testing/names.js
var testing_names = __webpack_require__(18343);
;// CONCATENATED MODULE: ./.build/commands/building/verdicts.js

/** A name more on the image, in the same place: so whoever may not write images there cannot write verdicts. */
const storedVerdicts = (store) => ({
    find: async (service, test) => (await store.find(service, (0,testing_names/* testedName */.n)(test))) !== null,
    keep: async (service, test, image) => {
        if (image?.repository === store.repository(service))
            await store.keep(service, (0,testing_names/* testedName */.n)(test), image);
    },
});
/** The cache of GitHub's runners, for where no registry can be written to: a pull request of a fork. */
const cachedVerdicts = (marks) => ({
    find: (_, test) => marks.has((0,testing_names/* testedKey */.B)(test)),
    keep: (_, test) => marks.put((0,testing_names/* testedKey */.B)(test)),
});
/** Found where any of them knows it, asked in this order; kept in all. */
const allVerdicts = (all) => ({
    find: async (service, test) => {
        for (const one of all)
            if (await one.find(service, test))
                return true;
        return false;
    },
    keep: async (service, test, image) => {
        for (const one of all)
            await one.keep(service, test, image);
    },
});

;// CONCATENATED MODULE: ./.build/image/builder.js
const ALL = [
    'push-by-digest',
    'named-contexts',
    'cache-export',
    'attestations',
    'annotations',
    'platforms',
    'timestamps',
];
/** The first BuildKit whose Dockerfile front end knows `--build-context`; engines have it from 23.0 on. */
const NAMED_CONTEXTS = { buildkit: [0, 10], engine: [23, 0] };
/** A BuildKit of its own can do all. In an engine it can, where containerd's store keeps the images; else it can do little. */
const abilitiesOf = (facts) => {
    if (facts.kind === 'engine')
        return new Set();
    if (facts.driver !== 'docker' || facts.containerd)
        return new Set(ALL);
    const recent = isFrom(facts.engine, NAMED_CONTEXTS.engine) || isFrom(facts.buildkit, NAMED_CONTEXTS.buildkit);
    return new Set(recent ? ['named-contexts'] : []);
};
const isFrom = (version, [major, minor]) => {
    const [, a = '', b = ''] = /(\d+)\.(\d+)/.exec(version ?? '') ?? [];
    return a !== '' && (Number(a) > major || (Number(a) === major && Number(b) >= minor));
};
/** For people, e.g. `the builder ci (remote, BuildKit 0.33.1)`. */
const builderTitle = ({ kind, name, driver, buildkit, engine }) => {
    if (kind === 'engine')
        return `the Docker engine ${engine}'s own BuildKit`;
    const version = driver === 'docker' ? `engine ${engine}` : `BuildKit ${buildkit ?? 'of unknown version'}`;
    return `the builder ${name} (${driver}, ${version})`;
};

;// CONCATENATED MODULE: ./.build/commands/building/provide.js
/**
 * Without named contexts the engine has to hold the image under that name. A name that it held already stays, and stands
 * for what these sources give, as after `docker compose build`.
 */
const provider = (docker, fromRegistry) => {
    const given = new Set();
    const remember = async (reference) => {
        if (!(await docker.holds(reference)))
            given.add(reference);
    };
    return {
        provide: async ({ image }, reference) => {
            if (fromRegistry) {
                await remember(image);
                await docker.pull(image);
            }
            await remember(reference);
            await docker.name(image, reference);
            return {};
        },
        release: async () => {
            for (const reference of given)
                await docker.forget(reference);
        },
    };
};

;// CONCATENATED MODULE: ./.build/commands/building/workshop.js





/** Finds out what will build, and what it can. */
const openWorkshop = async (world, store, { push, idle }) => {
    if (idle)
        return engineWorkshop(world, store, CLOSED);
    const facts = await world.docker.builder();
    const builder = { ...facts, abilities: abilitiesOf(facts) };
    const outside = facts.kind === 'buildx' && facts.driver !== 'docker';
    if (!push && outside)
        await world.docker.check();
    const place = { builder, title: builderTitle(facts), platforms: facts.platforms, push };
    const straight = push && builder.abilities.has('push-by-digest');
    return straight ? pushingWorkshop(world, store, place) : engineWorkshop(world, store, place);
};
/** Where nothing has to be built, nobody asks what could build it. */
const CLOSED = {
    builder: { kind: 'engine', name: null, driver: 'docker', abilities: new Set() },
    title: 'no builder',
    platforms: [],
    push: false,
};
/** What a registry holds is pulled; what none knows is in the engine already. */
const broughtHere = async (docker, { image, digest }) => {
    if (digest !== null)
        await docker.pull(image);
    return image;
};
/** The engine holds what was built; what is to be pushed goes under a name that carries it. */
const engineWorkshop = (world, store, place) => {
    const { docker, files } = world;
    const tagOf = ({ output }) => {
        if (output.kind !== 'engine')
            throw new Error(`the engine does not hold ${output.kind}`);
        return output.tag;
    };
    return {
        place,
        ...provider(docker, place.push),
        aside: () => place.builder.kind === 'engine'
            ? { kind: 'engine', tag: `stagger:${(0,names/* stagingName */.zb)(files.unique())}` }
            : { kind: 'nowhere' },
        output: (service) => ({
            kind: 'engine',
            tag: `${store.repository(service)}:${(0,names/* stagingName */.zb)(files.unique())}`,
        }),
        runnable: async (draft) => tagOf(draft),
        here: (image) => broughtHere(docker, image),
        deliver: async (draft) => {
            const tag = tagOf(draft);
            return place.push
                ? pushed(world, tag)
                : { image: tag, digest: null, repository: tag.replace(/:[^:]*$/, '') };
        },
        discard: async ({ output }) => {
            if (output.kind === 'engine')
                await docker.forget(output.tag);
        },
    };
};
/** The registry's digest, not the engine's: they need not be the same. */
const pushed = async ({ docker, registry }, tag) => {
    const colon = tag.lastIndexOf(':');
    const repository = tag.slice(0, colon);
    await docker.push(tag);
    const held = await registry.manifest(repository, tag.slice(colon + 1));
    if (!held)
        throw new words/* StaggerError */.IY((0,image_problems/* pushLost */.HK)(tag));
    return { image: `${repository}@${held.digest}`, digest: held.digest, repository };
};
/** The builder pushes by digest: nothing has a name until it is given one. */
const pushingWorkshop = ({ docker, registry }, store, place) => {
    const imageOf = ({ output, digest }) => {
        if (output.kind !== 'registry' || digest === null)
            throw new words/* StaggerError */.IY((0,image_problems/* pushLost */.HK)('what was built'));
        return { image: `${output.repository}@${digest}`, digest, repository: output.repository };
    };
    return {
        place,
        provide: async ({ image }, reference) => ({ [reference]: `docker-image://${image}` }),
        release: async () => { },
        aside: () => ({ kind: 'nowhere' }),
        output: (service) => ({ kind: 'registry', repository: store.repository(service) }),
        runnable: (draft) => broughtHere(docker, imageOf(draft)),
        here: (image) => broughtHere(docker, image),
        deliver: async (draft) => {
            const image = imageOf(draft);
            if (!(await registry.manifest(image.repository, image.digest)))
                throw new words/* StaggerError */.IY((0,image_problems/* pushLost */.HK)(image.image));
            return image;
        },
        discard: async () => { },
    };
};

;// CONCATENATED MODULE: ./.build/commands/build.js



















/** How many services are built at once: one engine does the work of all. */
const AT_ONCE = 3;
/** Builds and tests what is asked for and not there yet, and finds what is. One failure stops no other service. */
const build = async (world, request) => {
    const { plan, push, settings } = request;
    const store = openStore(world, { ...request, adopt: settings.adopt === 'pull-requests' });
    const selected = (0,image_select/* selectServices */.Z)(plan, request.services);
    const engine = !push && selected.length > 0 ? (await world.docker.check()).platform : null;
    const ledger = await (0,commands_ledger/* currentLedger */.$I)(world.git, false);
    tellElsewhere(world, request, ledger);
    const looking = { ...world, store, verdicts: verdictsOf(world, store, push) };
    const look = lookerUp(looking, request, engine);
    const asked = await Promise.all(selected.map((planned) => refusedIn(settings, planned) ?? look(planned)));
    const jobs = await withBases(asked, plan, look);
    const rows = async () => {
        const versionOf = versionsKnown(world.git, ledger);
        if (push && request.dryRun)
            return Promise.all(jobs.map((job) => (0,building_rows/* preview */.VH)(looking, job, versionOf)));
        const settled = await settleIn(looking, request, jobs, versionOf);
        return settled.filter(build_isNews(asked)).map(({ row }) => row);
    };
    const services = await rows();
    return { schema: 1, services, saved: savedBy(plan, ledger, services) };
};
/** Also where its image is there: it may be one from before its tests were taken away. */
const refusedIn = ({ tests }, planned) => {
    const problem = tests === 'required' ? (0,problems/* missingTests */.SM)(planned) : null;
    return problem && { planned, problem };
};
/** Who names no service expects all of them where images go. */
const tellElsewhere = ({ progress }, { plan, services, prefix, pullRequest }, ledger) => {
    if (prefix === null || pullRequest || services.length > 0)
        return;
    const line = toldElsewhere(plan, ledger, prefix);
    if (line !== null)
        progress.warn(line);
};
/** Where nothing can be pushed, what passed is remembered by the runner's cache. */
const verdictsOf = ({ marks }, store, push) => allVerdicts([storedVerdicts(store), ...(push || marks === null ? [] : [cachedVerdicts(marks)])]);
const settleIn = async (world, request, jobs, versionOf) => {
    const { push, settings } = request;
    const workshop = await openWorkshop(world, world.store, { push, idle: !jobs.some(needsBuilder) });
    const writes = push ? mayRemember(request) : request.trusted || hasCacheOfItsOwn(world.environment);
    const policy = policyOf({ ...request, writes, environment: world.environment }, workshop.place, world.progress.warn);
    const unable = unableToAttest(settings, workshop.place);
    if (unable && jobs.some(needsBuilder))
        throw new words/* StaggerError */.IY(unable);
    const all = { ...world, workshop, policy };
    const settled = await settleAll(all, jobs, versionOf, settings.jobs ?? AT_ONCE).finally(workshop.release);
    if (mayRemember(request))
        await recordImages(world, settled.flatMap(recordedOf), circumstances(request));
    return settled;
};
/** What only this machine has, and what anybody could have written, is not remembered as good. */
const mayRemember = ({ push, trusted, pullRequest }) => push && trusted && !pullRequest;
const circumstances = ({ plan, run }) => ({ commit: plan.head, run });
const buildExitCode = ({ services }) => (0,words/* exitCode */.I$)(services.flatMap(({ problem }) => (problem ? [problem.fault] : [])));
/** How many services a registry is asked about at once: hundreds of connections serve nobody. */
const LOOK_UPS = 16;
const lookerUp = (world, { plan, platform: only }, engine) => {
    const limit = (0,p_limit/* default */.A)(LOOK_UPS);
    const asked = { commit: plan.head, services: plan.services, platforms: { only, engine } };
    return (planned) => limit(() => lookUp(world, planned, asked)).catch((error) => ({ planned, problem: (0,building_rows/* problemOf */.Zw)(error) }));
};
/** What was only looked up for others, and is there, nobody asked about. */
const build_isNews = (asked) => ({ job, row }) => asked.includes(job) || row.outcome !== 'reused';
const needsBuilder = (job) => !('problem' in job) && (job.steps.build || job.steps.test);
const recordedOf = ({ job, made, row }) => {
    if ('problem' in job || !made?.kept?.digest)
        return [];
    const { planned, fingerprint } = job;
    const { repository, digest } = made.kept;
    return [
        {
            planned,
            fingerprint,
            repository,
            digest,
            version: row.version,
            seconds: made.outcome === 'built' ? row.seconds : null,
        },
    ];
};

// EXTERNAL MODULE: ./.build/image/manifest.js + 1 modules
var image_manifest = __webpack_require__(19087);
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
/** The builder is chosen by `docker buildx use`, or by the variable BUILDX_BUILDER. */
const builderMissing = (said) => ({
    code: 'no-builder',
    fault: 'caller',
    problem: 'the builder that docker buildx is to use does not answer',
    why: said.trim().replace(/^ERROR: /, '') || 'docker buildx inspect did not say why',
    fix: 'see docker buildx ls; choose one that runs (docker buildx use NAME, or BUILDX_BUILDER=NAME), or make one: docker buildx create --use',
});
const NO_ACCESS = /denied|unauthorized|authentication required|no basic auth/i;
const pushRefused = (reference, said) => ({
    code: 'push-refused',
    problem: `${reference} could not be pushed`,
    ...docker_problems_refused(reference, said, 'write there; in a workflow: permissions: packages: write'),
});
const pullRefused = (reference, said) => ({
    code: 'pull-refused',
    problem: `${reference} could not be pulled`,
    ...docker_problems_refused(reference, said, 'read there; in a workflow: permissions: packages: read'),
});
const docker_problems_refused = (reference, said, what) => ({
    fault: NO_ACCESS.test(said) ? 'caller' : 'world',
    why: said.trim() || 'the engine did not say why',
    fix: NO_ACCESS.test(said)
        ? `docker login ${reference.split('/')[0]}   (with an account that may ${what})`
        : 'check that the registry runs and can be reached from the Docker engine, then run it again',
});

// EXTERNAL MODULE: ./.build/platform/process.js
var platform_process = __webpack_require__(6181);
;// CONCATENATED MODULE: ./.build/platform/client.js



const ENVIRONMENT = { DOCKER_BUILDKIT: '1', BUILDKIT_COLORS: '', NO_COLOR: '1', DOCKER_CLI_HINTS: 'false' };
const NO_ENGINE = /Cannot connect to the Docker daemon|error during connect|permission denied while trying to connect|Couldn't connect to Docker daemon/;
const dockerClient = ({ run = platform_process/* runProcess */.R, client = 'docker', environment = {}, } = {}) => {
    const env = { ...ENVIRONMENT, ...environment };
    const call = async (args, onLine) => checked(await run([client, ...args], { env, ...(onLine ? { onLine } : {}) }).catch((error) => {
        throw error.code === 'ENOENT' ? new words/* StaggerError */.IY(clientMissing(client)) : error;
    }));
    return Object.assign(call, { program: client, environment: env });
};
/** What an engine says that is not there. */
const checked = (result) => {
    if (result.code !== 0 && NO_ENGINE.test(result.stderr))
        throw new words/* StaggerError */.IY(engineMissing(result.stderr));
    return result;
};

;// CONCATENATED MODULE: ./.build/platform/compose-problems.js
const composeMissing = (client) => ({
    code: 'no-compose',
    fault: 'caller',
    problem: 'tests with neighbours need Docker Compose, which is not installed',
    why: `neither the plugin (${client} compose) nor the program docker-compose answers`,
    fix: 'install the plugin (https://docs.docker.com/compose/install/linux/; with Docker’s own packages: apt-get install docker-compose-plugin), or on Debian: apt-get install docker-compose',
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./.build/platform/leftovers.js

/** What stands in an engine for the time of a test. A program that is told to end runs no `finally`, but it does this. */
const standing = new Set();
process.once('exit', () => {
    for (const { argv, environment } of standing) {
        const [program, ...args] = argv;
        (0,external_node_child_process_.spawnSync)(program, args, { env: { ...process.env, ...environment }, stdio: 'ignore', timeout: PATIENCE });
    }
});
const PATIENCE = 30_000;
/** Runs `body`, and sees to it that what it leaves is taken away also where this process ends in the middle. */
const withLeftovers = async (away, remove, body) => {
    standing.add(away);
    try {
        return await body();
    }
    finally {
        await remove();
        standing.delete(away);
    }
};

;// CONCATENATED MODULE: ./.build/platform/containers.js


const openContainers = (options = {}) => {
    const docker = dockerClient(options);
    return {
        run: (calls, onLine = () => { }) => withLeftovers({ argv: [docker.program, ...calls.remove], environment: docker.environment }, () => docker(calls.remove), () => containers_runOne(docker, calls, onLine)),
    };
};
const containers_runOne = async (docker, { create, put, start, inspect, take }, onLine) => {
    for (const step of [create, ...(put ? [put] : [])]) {
        const made = await docker(step);
        if (made.code !== 0)
            return neverRan(made.code, linesOf(made));
    }
    const lines = [];
    const { code } = await docker(start, (line) => {
        lines.push(line);
        onLine(line);
    });
    const why = code === 0 ? null : whyNotStarted(await docker(inspect));
    if (why !== null)
        return neverRan(code, why);
    return { code, lines, taken: take !== null && (await docker(take)).code === 0 };
};
const neverRan = (code, lines) => ({
    code,
    lines,
    taken: false,
    notStarted: lines,
});
/** The client ends with 1 as a test may. Null where it ran. */
const whyNotStarted = ({ code, stdout }) => {
    const [, why] = /^0001-01-01T\S+ (.*)$/s.exec(stdout.trim()) ?? [];
    return code === 0 && why !== undefined ? why.split(/\r?\n/) : null;
};
const linesOf = ({ stdout, stderr }) => {
    const text = `${stdout}${stderr}`.trimEnd();
    return text === '' ? [] : text.split(/\r?\n/);
};

;// CONCATENATED MODULE: ./.build/platform/compose.js






const openCompose = (options = {}) => {
    const docker = dockerClient(options);
    let program = null;
    const found = () => {
        program ??= findProgram(docker, options.run ?? platform_process/* runProcess */.R);
        return program;
    };
    return {
        check: async () => (await found()).version,
        run: async (calls, onLine = () => { }) => {
            const { argv } = await found();
            const env = { ...docker.environment, ...calls.env };
            const run = options.run ?? platform_process/* runProcess */.R;
            const compose = async (args, told) => checked(await run([...argv, ...args], { env, ...(told ? { onLine: told } : {}) }));
            return withLeftovers({ argv: [...argv, ...calls.down], environment: env }, () => compose(calls.down), () => compose_runOne({ docker, compose }, calls, onLine));
        },
    };
};
/** The plugin first: the other program is no longer kept. */
const findProgram = async (docker, run) => {
    // Older programs tell of an engine that does not answer in forty lines of their own source.
    await docker(['version', '--format={{.Server.Version}}']);
    const plugin = await docker(['compose', 'version', '--short']);
    if (plugin.code === 0)
        return { argv: [docker.program, 'compose'], version: plugin.stdout.trim() };
    const alone = await run(['docker-compose', 'version', '--short'], { env: docker.environment }).catch(() => null);
    if (alone?.code === 0)
        return { argv: ['docker-compose'], version: alone.stdout.trim() };
    throw new words/* StaggerError */.IY(composeMissing(docker.program));
};
const compose_runOne = async ({ docker, compose }, calls, onLine) => {
    const up = await compose(calls.up, onLine);
    const [tested] = idsOf(await compose(calls.tested));
    if (up.code !== 0 || tested === undefined) {
        const lines = [...linesOf(up), ...linesOf(await compose(calls.logs))];
        const unstarted = linesOf(up).filter((line) => NOT_STARTED.test(line));
        return {
            code: up.code || 1,
            lines,
            taken: false,
            ...(unstarted.length > 0 ? { notStarted: unstarted } : {}),
        };
    }
    const neighbours = idsOf(await compose(calls.containers)).filter((id) => id !== tested);
    const lines = [];
    const told = docker(['logs', '--follow', tested], (line) => {
        lines.push(line);
        onLine(line);
    });
    const { code, why } = await firstEnd(docker, tested, neighbours);
    if (why !== null)
        await docker(['kill', tested]);
    await told;
    const take = calls.take(tested);
    const taken = take !== null && (await docker(take)).code === 0;
    if (code === 0)
        return { code, lines, taken };
    const others = neighbours.length > 0 ? linesOf(await compose(calls.logs)) : [];
    return { code, lines: [...(why === null ? [] : [why]), ...others, ...lines], taken };
};
/** A container that was made, and whose program is not there. Its neighbours may fail in other ways, which their logs tell. */
const NOT_STARTED = /\bexec: "[^"]*": /;
const idsOf = ({ code, stdout }) => code === 0 ? stdout.split(/\s+/).filter((id) => id !== '') : [];
/** Tests whose neighbour broke down would wait for it, maybe for ever. One that ends well had something to prepare. */
const firstEnd = (docker, tested, neighbours) => {
    const own = exitOf(docker, tested).then((code) => ({ code, why: null }));
    return Promise.race([own, ...neighbours.map((id) => breakdown(docker, id))]);
};
/** 1 where the engine does not tell it. */
const exitOf = async (docker, id) => {
    const { code, stdout } = await docker(['wait', id]);
    return code === 0 && /^\d+\s*$/.test(stdout) ? Number(stdout) : 1;
};
const NEVER = new Promise(() => { });
const RESTARTS = '{{.Name}} {{.HostConfig.RestartPolicy.Name}}';
const breakdown = async (docker, id) => {
    const code = await exitOf(docker, id).catch(() => 0);
    if (code === 0)
        return NEVER;
    const { stdout } = await docker(['inspect', `--format=${RESTARTS}`, id]);
    const [name = '', restarts = 'no'] = stdout.trim().replace(/^\//, '').split(' ');
    if (name === '' || !['no', ''].includes(restarts))
        return NEVER;
    return { code, why: `the neighbour ${name} ended with exit code ${code}` };
};

// EXTERNAL MODULE: ./.build/platform/clock.js
var platform_clock = __webpack_require__(37078);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./.build/platform/builder.js
/** What `docker buildx inspect` prints of a builder: lines of `Name:   value`, a part for each node below them. */
const readInspected = (stdout) => {
    const field = (name) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'm').exec(stdout)?.[1]?.trim() || null;
    const [name, driver] = [field('Name'), field('Driver')];
    if (name === null || driver === null)
        return null;
    const platforms = (field('Platforms') ?? '').split(',').map((text) => text.trim().replace(/\*$/, ''));
    return {
        name,
        driver,
        buildkit: field('BuildKit version')?.replace(/^v/, '') ?? null,
        platforms: platforms.filter((text) => text !== ''),
    };
};
/** Of `docker info --format={{json .DriverStatus}}`: containerd's store says so of itself. */
const usesContainerd = (driverStatus) => driverStatus.includes('io.containerd.snapshotter');
/** The digest that buildx writes with `--metadata-file`; null where it pushed nothing. */
const digestIn = (metadata) => {
    try {
        const digest = JSON.parse(metadata)['containerimage.digest'];
        return typeof digest === 'string' ? digest : null;
    }
    catch {
        return null;
    }
};

;// CONCATENATED MODULE: ./.build/platform/docker-build.js






/** What will build: buildx's chosen builder, else the engine itself. */
const findBuilder = async (docker, check) => {
    const { code } = await docker(['buildx', 'version']);
    return code === 0 ? buildx(docker, check) : engineItself(await check());
};
const buildx = async (docker, check) => {
    const { code, stdout, stderr } = await docker(['buildx', 'inspect', '--bootstrap']);
    const inspected = code === 0 ? readInspected(stdout) : null;
    if (!inspected)
        throw new words/* StaggerError */.IY(builderMissing(stderr));
    const outside = { kind: 'buildx', engine: null, containerd: false, ...inspected };
    if (inspected.driver !== 'docker')
        return outside;
    const { engine } = await check();
    const { stdout: status } = await docker(['info', '--format={{json .DriverStatus}}']);
    return { ...outside, engine, containerd: usesContainerd(status) };
};
const engineItself = ({ engine, platform }) => ({
    kind: 'engine',
    name: null,
    driver: 'docker',
    buildkit: null,
    containerd: false,
    engine,
    platforms: [platform],
});
const PUSHES = /^--output=type=image,.*push-by-digest=true/;
/** Builds, and tells the digest of what was pushed under no name. */
const runBuild = async (docker, args, onLine) => {
    if (!args.some((arg) => PUSHES.test(arg)))
        return builtOf(await docker(args, onLine), null);
    return withMetadata(async (file, digest) => {
        const run = await docker([...args.slice(0, -1), `--metadata-file=${file}`, ...args.slice(-1)], onLine);
        return builtOf(run, run.code === 0 ? await digest() : null);
    });
};
const builtOf = ({ code, stdout, stderr }, digest) => code === 0
    ? { kind: 'built', digest }
    : { kind: 'failed', lines: (stdout + stderr).trimEnd().split(/\r?\n/) };
/** A file for what buildx tells of a build, and the digest that stands in it afterwards. */
const withMetadata = async (body) => {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'stagger-metadata-'));
    const file = (0,external_node_path_.join)(folder, 'metadata.json');
    try {
        return await body(file, async () => {
            const digest = digestIn(await (0,promises_.readFile)(file, 'utf8'));
            return digest !== null && (0,words/* isDigest */.Bc)(digest) ? digest : null;
        });
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
};

// EXTERNAL MODULE: ./.build/platform/retry.js
var retry = __webpack_require__(33530);
;// CONCATENATED MODULE: ./.build/platform/docker.js






const NO_BUILDX = /buildx component is missing or broken/;
/** What a registry fails with now and then, e.g. when two push the same layer. Layers that arrived stay there. */
const PASSING = /HTTP status: 5\d\d|unknown blob|blob unknown|digest invalid|unexpected EOF|connection reset|TLS handshake timeout|i\/o timeout/i;
const isPassing = ({ code, stderr }) => code !== 0 && PASSING.test(stderr);
/** From this version on, a client builds by its buildx plugin only. */
const NEEDS_BUILDX = 23;
const openDocker = ({ clock = platform_clock/* systemClock */.m, ...options } = {}) => {
    const docker = building(dockerClient(options));
    const transfer = async (way, reference, refused) => {
        const once = () => docker([way, '--quiet', reference]);
        const { code, stderr } = await (0,retry/* retrying */.R)(once, isPassing, clock);
        if (code !== 0)
            throw new words/* StaggerError */.IY(refused(reference, stderr));
    };
    const check = () => checkEngine(docker);
    return {
        check,
        builder: () => findBuilder(docker, check),
        build: (args, onLine) => runBuild(docker, args, onLine),
        holds: async (reference) => (await docker(['image', 'inspect', '--format={{.Id}}', reference])).code === 0,
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
/** A client that says what it lacks to build. */
const building = (docker) => {
    const call = Object.assign(async (args, onLine) => {
        const result = await docker(args, onLine);
        if (result.code !== 0 && NO_BUILDX.test(result.stderr))
            throw new words/* StaggerError */.IY(withoutBuildx(docker.program));
        return result;
    }, { program: docker.program, environment: docker.environment });
    return call;
};
const checkEngine = async (docker) => {
    const { stdout, stderr } = await docker(['version', '--format={{json .}}']);
    const versions = parseVersions(stdout);
    if (!versions)
        throw new words/* StaggerError */.IY(engineMissing(stderr));
    const old = Number.parseInt(versions.client, 10) < NEEDS_BUILDX;
    if (!old && (await docker(['buildx', 'version'])).code !== 0)
        throw new words/* StaggerError */.IY(withoutBuildx(docker.program));
    return versions;
};
const parseVersions = (stdout) => {
    try {
        const { Client, Server } = JSON.parse(stdout);
        if (!Server)
            return null;
        const engine = Server.Version ?? Server.Components[0].Version;
        return { client: Client.Version, engine, platform: `${Server.Os ?? 'linux'}/${Server.Arch ?? 'amd64'}` };
    }
    catch {
        return null;
    }
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./.build/platform/git/paths.js
var paths = __webpack_require__(38031);
;// CONCATENATED MODULE: ./.build/platform/folder.js





/** When every file of a context was last changed: a layer holds this time, and the same inputs must make the same layer. */
const MTIME = new Date('2000-01-01T00:00:00Z');
/** Few enough not to run out of file handles and memory. */
const folder_AT_ONCE = 16;
/** Makes a folder that holds these files and nothing else, the same on every machine and at every time. */
const writeFolder = async (root, contents, content) => {
    for (const { path } of contents)
        refuseStray(path);
    const folders = folder_foldersOf(contents);
    for (const folder of folders)
        await makeFolder(at(root, folder));
    const open = (0,p_limit/* default */.A)(folder_AT_ONCE);
    const write = (file) => open(async () => {
        const holds = 'file' in file ? await contentOf(file) : await content(file.oid, file);
        await writeOne(at(root, file.path), file.mode, holds);
    });
    // Links come last, so that nothing is ever written through one.
    await Promise.all(contents.filter(({ mode }) => mode === '100644' || mode === '100755').map(write));
    await Promise.all(contents.filter(({ mode }) => mode === '120000').map(write));
    for (const folder of [...folders].reverse())
        await (0,promises_.utimes)(at(root, folder), MTIME, MTIME);
};
/** The folders of all files, parents first; `.` is the context itself. */
const folder_foldersOf = (contents) => {
    const folders = new Set();
    for (const { path, mode } of contents)
        for (let folder = mode === '040000' ? path : external_node_path_.posix.dirname(path); folder !== '.';) {
            folders.add(folder);
            folder = external_node_path_.posix.dirname(folder);
        }
    // Not sorted in: names such as `$lib` or `(app)` would come before it.
    return ['.', ...[...folders].sort()];
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
const contentOf = async ({ file, mode }) => mode === '120000' ? await (0,promises_.readlink)(file, 'buffer') : { file };
const writeOne = async (path, mode, content) => {
    const bits = mode === '100755' ? 0o755 : 0o644;
    if (mode === '120000')
        writeLink(path, content);
    else if (content instanceof Uint8Array)
        writeBytes(path, bits, content);
    else {
        await (0,promises_.copyFile)(content.file, path);
        await (0,promises_.chmod)(path, bits);
        await (0,promises_.utimes)(path, MTIME, MTIME);
    }
};
const writeLink = (path, content) => {
    if (!(content instanceof Uint8Array))
        throw new Error(`a link is no file: ${path}`);
    (0,external_node_fs_.symlinkSync)(Buffer.from(content), path);
    (0,external_node_fs_.lutimesSync)(path, MTIME, MTIME);
};
/** Not asynchronously: where the disk is quick, waiting for each step of many small files costs more than the steps. */
const writeBytes = (path, bits, content) => {
    const handle = (0,external_node_fs_.openSync)(path, 'wx');
    try {
        (0,external_node_fs_.writeFileSync)(handle, content);
        (0,external_node_fs_.fchmodSync)(handle, bits);
        (0,external_node_fs_.futimesSync)(handle, MTIME, MTIME);
    }
    finally {
        (0,external_node_fs_.closeSync)(handle);
    }
};

;// CONCATENATED MODULE: ./.build/platform/files.js






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
const files = {
    unique: () => (0,external_node_crypto_.randomUUID)().replaceAll('-', ''),
    buildFolder: async (dockerfile, contents, content, named = {}) => {
        // No context ever comes back under the same name: BuildKit would take a file of the same size and time for the same file.
        // An engine's client tells it the whole path, buildx the last part alone.
        const unique = (0,external_node_crypto_.randomUUID)();
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `stagger-build-${unique}-`));
        const context = (0,external_node_path_.join)(folder, `context-${unique}`);
        inUse.add(folder);
        const remove = async () => {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
            inUse.delete(folder);
        };
        // Under numbers: a context's name may be an image's, with a slash and a colon.
        const places = Object.keys(named).map((name, at) => [name, `${context}-${at}`]);
        try {
            await writeFolder(context, contents, content);
            for (const [name, place] of places)
                await writeFolder(place, named[name] ?? [], content);
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'Dockerfile'), dockerfile);
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'Dockerfile.dockerignore'), IGNORE_NOTHING);
        }
        catch (error) {
            await remove();
            throw error;
        }
        const contexts = Object.fromEntries(places);
        return { context, dockerfile: (0,external_node_path_.join)(folder, 'Dockerfile'), contexts, remove };
    },
};

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./.build/platform/git/run.js
var git_run = __webpack_require__(2434);
;// CONCATENATED MODULE: ./.build/platform/git/lfs.js








/** Each is a program and a connection. */
const DOWNLOADS = 4;
const openLfs = (directory, run = platform_process/* runProcess */.R) => {
    const git = (0,git_run/* gitProgram */.V)(directory, run);
    let store = null;
    const downloads = (0,p_limit/* default */.A)(DOWNLOADS);
    return {
        find: async (pointer, path) => {
            store ??= storeOf(directory, git);
            const file = (0,external_node_path_.join)(await store, ...lfs_placeOf(pointer));
            if (await holds(file, pointer))
                return { file };
            const said = await downloads(() => download(git, pointer, path));
            return (await holds(file, pointer)) ? { file } : { why: said };
        },
    };
};
const lfs_placeOf = ({ sha256 }) => ['objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256];
/** `lfs.storage` may move it; a relative one begins in the git folder. */
const storeOf = async (directory, git) => {
    const common = (0,external_node_path_.resolve)(directory, await git.must(['rev-parse', '--git-common-dir']));
    const { code, stdout } = await git.run(['config', '--type=path', '--get', 'lfs.storage']);
    return (0,external_node_path_.resolve)(common, code === 0 ? stdout.trim() : 'lfs');
};
/** Nothing is taken on trust: what is cut short or damaged counts as missing. */
const holds = async (file, { sha256, size }) => {
    const found = await (0,promises_.stat)(file).catch(() => null);
    if (!found?.isFile() || found.size !== size)
        return false;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), hash);
    return hash.digest('hex') === sha256;
};
/** `smudge` leaves what it fetched in the store; what it prints is not needed. What it said, where that failed. */
const download = async (git, { text }, path) => {
    const args = ['-c', 'lfs.fetchexclude=', '-c', 'lfs.fetchinclude=', 'lfs', 'smudge', '--', path];
    const { code, stderr } = await git.run(args, { input: text, env: { GIT_LFS_SKIP_SMUDGE: '0' } });
    if (/is not a git command/.test(stderr))
        return 'this clone does not hold it, and git-lfs is not installed';
    const said = stderr.trim().split('\n').at(-1);
    return code === 0 || !said ? 'git lfs smudge did not bring it' : `git lfs smudge: ${said}`;
};

;// CONCATENATED MODULE: ./.build/platform/marks.js




/** How long an answer is waited for. Whoever asks for each of many services must not wait for each. */
const marks_PATIENCE = 20_000;
const LONGEST_KEY = 512;
/** On the cache of GitHub's runners. Null where this is no runner with a cache. */
const openRunnerMarks = async ({ progress, clock = platform_clock/* systemClock */.m, load = () => Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(3838), __webpack_require__.e(9728)]).then(__webpack_require__.bind(__webpack_require__, 9728)), }) => {
    const cache = await load();
    return cache.isFeatureAvailable() ? markCache(cache, { progress, clock }) : null;
};
/** What a key's file holds is never read. Its path goes into the key's version: it must be the same in every run. */
const FILE = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'stagger-mark', 'mark');
const markCache = (cache, { progress, clock }) => {
    let silent = false;
    const asked = async (ask) => {
        if (silent)
            return undefined;
        const answered = new AbortController();
        const late = clock.sleep(marks_PATIENCE, answered.signal).then(() => LATE, () => LATE);
        const answer = await Promise.race([attempt(progress, ask), late]);
        answered.abort();
        if (typeof answer !== 'symbol')
            return answer;
        silent = true;
        progress.warn('the cache of verdicts does not answer, and is done without');
        return undefined;
    };
    return {
        has: async (key) => (await asked(() => cache.restoreCache([FILE], marks_checked(key), [], { lookupOnly: true }))) === key,
        put: async (key) => {
            await asked(async () => {
                await (0,promises_.mkdir)((0,external_node_path_.join)(FILE, '..'), { recursive: true });
                await (0,promises_.writeFile)(FILE, 'passed\n');
                return cache.saveCache([FILE], marks_checked(key));
            });
        },
    };
};
const LATE = Symbol('late');
const attempt = async (progress, ask) => {
    try {
        return await ask();
    }
    catch (error) {
        progress.warn(`the cache cannot be used: ${error.message}`);
        return undefined;
    }
};
/** What no key can be is a fault of ours. */
const marks_checked = (key) => {
    if (key.length > LONGEST_KEY || key.includes(','))
        throw new Error(`not a key: ${key}`);
    return key;
};

// EXTERNAL MODULE: ./.build/platform/registry/choose.js + 17 modules
var choose = __webpack_require__(40359);
;// CONCATENATED MODULE: ./.build/platform/reports.js




/** Folders in use. A program that is told to end runs no `finally`, but it does this. */
const reports_inUse = new Set();
process.once('exit', () => {
    for (const folder of reports_inUse)
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
});
const openReportFolder = async () => {
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'stagger-reports-'));
    reports_inUse.add(path);
    return {
        path,
        read: () => readReports(path),
        remove: async () => {
            await (0,promises_.rm)(path, { recursive: true, force: true });
            reports_inUse.delete(path);
        },
    };
};
const MOST_FILES = 5000;
const MOST_BYTES = 64 * 1024 * 1024;
const reports_DEEPEST = 20;
const LONGEST_EXIT_CODE = 64;
/** A container made it: no link in it is followed, and no more of it is read than fits. */
const readReports = async (folder) => {
    const found = (await reports_filesBelow(folder, '.', reports_DEEPEST)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const xml = found.filter(({ path }) => /\.xml$/i.test(path));
    const bytes = xml.reduce((sum, { size }) => sum + size, 0);
    if (xml.length > MOST_FILES || bytes > MOST_BYTES)
        return { files: [], exitCode: null, tooMuch: true };
    const code = found.find(({ path }) => path === 'exit-code');
    const read = (path) => (0,promises_.readFile)((0,external_node_path_.join)(folder, path), 'utf8');
    return {
        files: await Promise.all(xml.map(async ({ path }) => ({ path, text: await read(path) }))),
        exitCode: code ? await exitCodeIn(code, read) : null,
        tooMuch: false,
    };
};
/** What is too long to be a number is none. */
const exitCodeIn = ({ path, size }, read) => size > LONGEST_EXIT_CODE ? Promise.resolve('too long') : read(path);
const reports_filesBelow = async (root, path, depth) => {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, path), { withFileTypes: true });
    const found = entries.map(async (entry) => {
        const below = external_node_path_.posix.join(path, entry.name);
        if (entry.isDirectory())
            return depth > 0 ? reports_filesBelow(root, below, depth - 1) : [];
        return entry.isFile() ? [{ path: below, size: (await (0,promises_.lstat)((0,external_node_path_.join)(root, below))).size }] : [];
    });
    return (await Promise.all(found)).flat();
};

;// CONCATENATED MODULE: ./.build/platform/secrets.js

const openSecrets = (env = process.env) => ({
    read: async (place) => place.kind === 'environment'
        ? env[place.name] || null
        : (0,promises_.readFile)(place.path, 'utf8').catch((error) => {
            if (error.code === 'ENOENT' || error.code === 'EISDIR')
                return null;
            throw error;
        }),
});

;// CONCATENATED MODULE: ./.build/platform/tools.js





const openTools = (run = platform_process/* runProcess */.R) => ({
    run: async (command, onLine) => {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'stagger-report-'));
        const file = (0,external_node_path_.join)(folder, 'report.sarif');
        const argv = command(file);
        try {
            const ended = await run(argv, onLine ? { onLine } : {}).catch((error) => {
                throw error.code === 'ENOENT' ? new words/* StaggerError */.IY(noSuchProgram(argv[0])) : error;
            });
            return { ...ended, argv, report: await (0,promises_.readFile)(file, 'utf8').catch(() => null) };
        }
        finally {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
    },
});
const noSuchProgram = (program) => ({
    code: 'no-such-program',
    fault: 'caller',
    problem: `${program} cannot be run`,
    why: 'stagger.yml names it in build:, and no program of that name is on the PATH',
    fix: `install ${program} in a step before, or write its whole path`,
});

// EXTERNAL MODULE: ./.build/report/outcomes.js
var outcomes = __webpack_require__(17628);
// EXTERNAL MODULE: ./.build/report/problem.js
var problem = __webpack_require__(88482);
// EXTERNAL MODULE: ./.build/report/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./.build/report/tests.js



const reportOf = ({ verdicts }) => {
    const reports = verdicts.flatMap(({ report }) => report ?? []);
    return reports.length > 0 ? merged(reports) : null;
};
const passed = ({ verdicts }) => verdicts.every((one) => one.passed);
const counted = (number, word) => (number > 0 ? [`${number} ${word}`] : []);
/** `12 passed, 1 failed, 2 skipped in 3.4 s`. */
const tests_countsText = ({ passed: well, failures, errors, skipped, seconds }) => {
    const counts = [
        ...counted(failures + errors, 'failed'),
        ...counted(well, 'passed'),
        ...counted(skipped, 'skipped'),
    ];
    return `${counts.length > 0 ? counts.join(', ') : 'no test'} in ${seconds.toFixed(1)} s`;
};
/** One line for a terminal, and for the summary. */
const testsLine = (service) => {
    if (service.state === 'none')
        return `${service.name} has no tests`;
    if (service.state === 'known')
        return `${service.name}: tested before, with the same inputs`;
    const report = reportOf(service);
    const word = passed(service) ? 'passed' : 'failed';
    return report ? `${service.name}: ${tests_countsText(report)}` : `${service.name}: its tests ${word}`;
};
/** For a terminal: a line each, with the failures below it. */
const testsText = (services) => services
    .flatMap((service) => [testsLine(service), ...failuresOf(service).map((one) => `  ${(0,problems/* failureText */.kY)(one)}`)])
    .map((line) => `${(0,table/* printable */.g$)(line)}\n`)
    .join('');
const failuresOf = (service) => reportOf(service)?.failed ?? [];
const DETAILS = [
    { failures: 50, text: 4000 },
    { failures: 20, text: 1000 },
    { failures: 10, text: 0 },
    { failures: 0, text: 0 },
];
/** For a job's summary: what failed stands open, the rest is folded. What does not fit is told in fewer words. */
const testsMarkdown = (services, most = 256 * 1024) => {
    if (services.length === 0)
        return '';
    const pages = DETAILS.map((detail) => page(services, detail));
    return pages.find((text) => Buffer.byteLength(text) <= most) ?? tests_cut(pages.at(-1) ?? '', most);
};
const page = (services, detail) => {
    const failed = services.filter((one) => !passed(one));
    const well = services.filter(passed);
    return [
        ...failed.map((service) => failedService(service, detail)),
        ...(well.length > 0
            ? [folded(wellHeadline(well), well.map((one) => `- ${(0,table/* markdownText */.p7)(testsLine(one))}`).join('\n'))]
            : []),
    ].join('\n');
};
const wellHeadline = (services) => {
    const of = (state) => services.filter((one) => one.state === state).length;
    const parts = [
        ...counted(of('ran'), 'tested'),
        ...counted(of('known'), 'tested before'),
        ...counted(of('none'), 'without tests'),
    ];
    return `Tests: ${parts.join(', ')}`;
};
const failedService = (service, { failures, text }) => {
    const all = failuresOf(service);
    const shown = all.slice(0, failures);
    const bad = reportOf(service);
    const more = (bad ? bad.failures + bad.errors : 0) - shown.length;
    return [
        `**${(0,table/* markdownText */.p7)(testsLine(service))}**\n`,
        ...shown.map((one) => failureMarkdown(one, text)),
        ...(more > 0 ? [`- and ${more} more: the job’s log has them all`] : []),
        '',
    ].join('\n');
};
const failureMarkdown = (failed, most) => {
    const line = `- ${(0,table/* markdownText */.p7)((0,problems/* failureText */.kY)(failed))}`;
    if (most === 0 || failed.text === '')
        return line;
    const text = (0,table/* markdownLog */.cu)(failed.text.slice(0, most));
    return `${line}\n  <details><summary>what it says</summary>${text}</details>`;
};
const folded = (summary, body) => `<details><summary>${(0,table/* markdownText */.p7)(summary)}</summary>\n\n${body}\n\n</details>\n`;
/** At the end of a line: half of an element would swallow the page. */
const tests_cut = (text, most) => {
    const note = '\n- and more, in the log\n';
    const kept = [];
    let bytes = Buffer.byteLength(note);
    for (const line of text.split('\n')) {
        bytes += Buffer.byteLength(line) + 1;
        if (bytes > most)
            break;
        kept.push(line);
    }
    const open = kept.join('\n');
    return open.includes('<details>') && !open.includes('</details>') ? note : `${open}${note}`;
};
/** GitHub shows ten a level and step. */
const MOST_ANNOTATIONS = 10;
/**
 * The failures that stand in a file of this repository; the rest is told in the summary. `told`: what is annotated besides. A
 * service's own problem stands where its first failure does, and names them all: nothing is written onto one line twice.
 */
const testAnnotations = (services, told = [], most = MOST_ANNOTATIONS) => services
    .flatMap((service) => failuresOf(service).flatMap((failed) => failed.at && !told.some(({ at }) => at && isSameLine(at, failed.at))
    ? [{ title: `${service.name}: ${failed.name}`, message: failed.message, at: failed.at }]
    : []))
    .slice(0, most);
const isSameLine = (one, other) => one.file === other.file && one.line === other.line;

;// CONCATENATED MODULE: ./.build/report/build.js





/** What `build --json` prints. */
const buildJson = ({ schema, services, saved }) => ({
    schema,
    services: services.map(({ verdicts, ...service }) => ({ ...service, tests: reported(verdicts) })),
    saved,
});
/** All ways of testing it as one; null where none of them reports. */
const reported = (verdicts) => {
    const reports = verdicts.flatMap(({ report }) => report ?? []);
    return reports.length > 0 ? merged(reports) : null;
};
/** What is told of a service's tests. */
const testedService = ({ name, verdicts, tested, testsRan, outcome, }) => ({
    name,
    verdicts,
    state: testsRan || outcome === 'failed' ? 'ran' : tested ? 'known' : 'none',
});
/** Those of which there is more to tell than that they passed. */
const build_told = (services) => services.filter(({ verdicts }) => verdicts.some(({ report }) => report !== null)).map(testedService);
const buildProblems = ({ services }) => (0,outcomes/* distinct */.dM)(services.map(({ problem }) => problem));
const COLUMNS = [
    { title: 'service' },
    { title: 'outcome' },
    { title: 'tests' },
    { title: 'image', code: true },
    { title: 'version' },
    { title: 'time', align: 'right' },
];
const tests = ({ tested, testsRan, outcome, verdicts }) => {
    if (verdicts.some(({ passed }) => !passed))
        return 'failed';
    if (outcome === 'failed' || outcome === 'planned')
        return '–';
    if (!tested)
        return 'none';
    return testsRan ? 'passed' : 'passed before';
};
const row = (service) => [
    service.name,
    service.plan.length > 0 ? `would ${service.plan.join(', ')}` : service.outcome,
    tests(service),
    (0,outcomes/* short */.h0)(service.digest),
    service.version ?? '–',
    service.outcome === 'planned' ? '–' : `${service.seconds.toFixed(1)} s`,
];
const buildHeadline = ({ services }) => services.length === 0
    ? 'Nothing to build: every image is there, and tested.'
    : (0,outcomes/* tally */.N4)(services.map(({ outcome }) => outcome));
/** What lockstep would have done besides; nothing to tell where nobody measured a build yet. */
const savedLine = ({ saved: { services, seconds } }) => seconds === 0
    ? ''
    : `Saved: about ${duration(seconds)} of builds and tests, for ${services} ${services === 1 ? 'service' : 'services'} that did not have to be built again.\n`;
const duration = (seconds) => seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
/** Images of several platforms of which some are still to come. */
const waiting = ({ services }) => services.flatMap(({ name, outcome, platforms }) => {
    const missing = platforms.filter(({ digest }) => digest === null).map(({ platform }) => platform);
    const open = outcome !== 'failed' && missing.length > 0;
    return open ? [`${name} has no name yet: ${missing.join(', ')} is still to be built.\n`] : [];
});
/** What was not pushed has no digest that a cluster could pull: whoever looks for it is told where it is. */
const onlyHere = ({ services }) => {
    const kept = services.find(({ outcome, repository, tags }) => outcome !== 'failed' && repository === null && tags.length > 0);
    return kept
        ? [`In the local engine alone, e.g. as ${kept.name}:${kept.tags[0]}; --push is for a registry.\n`]
        : [];
};
/** Under which of the registry's folders they are: a pull request's stand apart. */
const pushedTo = ({ services }) => {
    const made = services.filter(({ outcome }) => outcome === 'built' || outcome === 'reused');
    const folders = new Set(made.flatMap(({ name, repository }) => repository?.endsWith(`/${name}`) ? [repository.slice(0, -name.length - 1)] : []));
    return folders.size === 0 ? [] : [`In the registry, under ${[...folders].join(' and ')}.\n`];
};
const isDryRun = ({ services }) => services.some(({ outcome }) => outcome === 'planned');
/** For a terminal. The problems are told apart from the result. */
const buildText = (result) => {
    const rows = result.services.length > 0 ? ['\n', (0,table/* table */.tp)(COLUMNS, result.services.map(row))] : [];
    const hint = isDryRun(result) ? ['\nThis was a dry run. With --yes it is done.\n'] : [];
    const notes = [...waiting(result), ...pushedTo(result), ...onlyHere(result), savedLine(result)].filter((note) => note !== '');
    const tests = testsText(build_told(result.services));
    const said = [...(tests === '' ? [] : [tests]), ...notes];
    return [`${buildHeadline(result)}\n`, ...rows, ...said.map((note) => `\n${note}`), ...hint].join('');
};
/** For a job's summary. */
const buildMarkdown = (result) => {
    const names = result.services.map(({ name }) => ` ${name}`).join('');
    return [
        `**${buildHeadline(result)}**\n`,
        ...(result.services.length > 0 ? [(0,table/* markdownTable */.Qj)(COLUMNS, result.services.map(row))] : []),
        ...[...waiting(result), ...pushedTo(result), ...onlyHere(result), savedLine(result)].filter((note) => note !== ''),
        ...buildProblems(result).map(problem/* problemMarkdown */.P5),
        ...[testsMarkdown(build_told(result.services))].filter((text) => text !== ''),
        `<sub>On a laptop: <code>stagger build${names}</code></sub>\n`,
    ].join('\n');
};

// EXTERNAL MODULE: ./.build/main/manifest.js + 2 modules
var main_manifest = __webpack_require__(35414);
// EXTERNAL MODULE: ./.build/main/session.js + 34 modules
var main_session = __webpack_require__(71489);
// EXTERNAL MODULE: ./.build/main/signals.js
var signals = __webpack_require__(32575);
;// CONCATENATED MODULE: ./.build/main/build.js


















const build_run = (options, progress) => (0,main_session/* inSession */.Cp)(options.repo, progress, (session) => (0,signals/* exitingWhenStopped */.o)(async () => {
    const request = await requestOf(session, options);
    // Only where nothing can be pushed, and only on a runner: its cache is a large part of the bundle.
    const marks = !options.push && session.invocation.ci ? await openRunnerMarks({ progress }) : null;
    const world = { ...session, ...toolsIn(options.repo), registry: (0,choose/* openRegistries */.c)() };
    return { ...(await build({ ...world, marks }, request)), dryRun: request.push && request.dryRun };
}));
const toolsIn = (repository) => ({
    docker: openDocker(),
    files: files,
    lfs: openLfs(repository),
    secrets: openSecrets(),
    tools: {
        containers: openContainers(),
        compose: openCompose(),
        reportFolder: openReportFolder,
        checks: openTools(),
    },
    environment: process.env,
});
const requestOf = async (session, options) => {
    const { ci, trusted, pullRequest, event, run: address } = session.invocation;
    const plan = await (0,main_session/* planToBuild */.j9)(session);
    const { build: configured = {} } = plan.services.length > 0 ? await (0,main_session/* configurationIn */.AM)(session, plan) : {};
    return {
        plan,
        services: options.services,
        prefix: options.push ? await (0,main_session/* registryIn */.hY)(session, plan, options.registry) : null,
        push: options.push,
        dryRun: !options.yes && !ci,
        trusted: trusted || options.yes,
        // What somebody proposes on GitHub keeps to itself whatever is said; elsewhere `--yes` is the consent.
        pullRequest: pullRequest && !(options.yes && event === null),
        run: address,
        settings: options.jobs === null ? configured : { ...configured, jobs: options.jobs },
        platform: options.platform,
    };
};
const buildCommand = async (options, progress) => {
    const { manifest, push } = options;
    if (manifest !== null && !push)
        throw new words/* StaggerError */.IY(nothingToList(options));
    const result = await build_run(options, progress);
    const problems = result.services.flatMap(({ problem }) => problem ?? []);
    if (manifest !== null)
        leaveManifest(manifest, result, progress);
    return { code: buildExitCode(result), json: buildJson(result), text: buildText(result), problems };
};
const nothingToList = ({ services, manifest }) => ({
    code: 'manifest-without-push',
    fault: 'caller',
    problem: 'a build that pushes nothing has no release manifest',
    why: 'a manifest names images by the digests that a registry gives them, and without --push they stay in the local engine: it would be empty',
    fix: `push them: stagger ${['build', ...services].join(' ')} --push --yes --manifest ${manifest}   (or leave --manifest out)`,
});
/** What a dry run would have pushed has no digest: a manifest of it would pass for one of nothing. */
const leaveManifest = (file, { services, dryRun }, progress) => {
    if (dryRun)
        progress.warn(`a dry run writes no ${file}: --yes pushes, and writes it`);
    else
        (0,main_manifest.writeManifest)(file, (0,image_manifest/* manifestOf */.$V)(services));
    if (!dryRun && services.length === 0)
        progress.warn(`${file} names no image, since nothing had to be built; to have all of this commit: stagger manifest --out ${file}`);
};
const action = async (progress, inputs) => {
    const result = await build_run({
        repo: inputs.text('working-directory', '.'),
        services: inputs.words('service'),
        push: inputs.flag('push', true),
        registry: inputs.text('registry', '') || null,
        platform: inputs.text('platform', '') || null,
        jobs: null,
        manifest: null,
        yes: false,
    }, progress);
    const manifest = (0,image_manifest/* manifestOf */.$V)(result.services);
    const file = (0,main_manifest.manifestPath)(fileNameOf(result.services));
    (0,main_manifest.writeManifest)(file, manifest);
    const problems = buildProblems(result);
    return {
        code: buildExitCode(result),
        headline: buildHeadline(result),
        summary: buildMarkdown(result),
        outputs: {
            result: JSON.stringify(buildJson(result)),
            ...onlyOf(result.services),
            ...(0,main_manifest.manifestOutputs)(manifest, file),
        },
        problems,
        annotations: testAnnotations(result.services.map(testedService), problems),
    };
};
/** For the usual job of a matrix, which builds one service. */
const onlyOf = (services) => {
    const [only] = services.length === 1 ? services : [];
    const { digest, fingerprint, outcome, version } = only ?? {};
    return {
        digest: digest ?? '',
        fingerprint: fingerprint ?? '',
        outcome: outcome ?? '',
        version: version ?? '',
    };
};
/** One that no other job of the matrix has, for artifacts of many jobs go into one folder. */
const fileNameOf = (services) => {
    const [first, ...others] = services;
    return first ? `${first.name}${others.length > 0 ? `-and-${others.length}-more` : ''}` : 'nothing';
};


/***/ }),

/***/ 35414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action),
  manifestCommand: () => (/* binding */ manifestCommand),
  manifestOutputs: () => (/* binding */ manifestOutputs),
  manifestPath: () => (/* binding */ manifestPath),
  writeManifest: () => (/* binding */ writeManifest)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/image/manifest.js + 1 modules
var manifest = __webpack_require__(19087);
// EXTERNAL MODULE: ./.build/image/names.js
var names = __webpack_require__(64976);
// EXTERNAL MODULE: ./.build/commands/ledger.js
var commands_ledger = __webpack_require__(99324);
;// CONCATENATED MODULE: ./.build/commands/manifest.js



/** One manifest of those of a matrix's jobs. */
const mergeFiles = (files) => ({
    manifest: (0,manifest/* mergeManifests */.tr)(files.map(({ name, text }) => (0,manifest/* readManifest */.WI)(text, name))),
    missing: [],
});
/** What the ledger knows of a commit: the images of exactly these inputs. */
const manifestAt = async (git, plan) => {
    const ledger = await (0,commands_ledger/* currentLedger */.$I)(git, true);
    const held = plan.services.map((planned) => heldOf(planned, ledger));
    const there = held.flatMap((one) => one ?? []);
    const missing = plan.services.filter((_, at) => held[at] === null).map(({ service }) => service.name);
    return { manifest: (0,manifest/* manifestOf */.$V)(there), missing };
};
const heldOf = ({ service, image }, { images }) => {
    const entry = images.get(service.name);
    if (!entry || entry.fingerprint !== image.fingerprint)
        return null;
    const { repository, digest, fingerprint, version } = entry;
    const tags = [(0,names/* inputsName */.Br)(fingerprint), ...(version ? [version] : [])];
    return { name: service.name, repository, digest, fingerprint, tags, version };
};

// EXTERNAL MODULE: ./.build/report/outcomes.js
var outcomes = __webpack_require__(17628);
// EXTERNAL MODULE: ./.build/report/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./.build/report/manifest.js


const COLUMNS = [
    { title: 'service' },
    { title: 'image', code: true },
    { title: 'version' },
    { title: 'repository', code: true },
];
const rows = ({ manifest }) => Object.entries(manifest.services).map(([name, { digest, version, repository }]) => [
    name,
    (0,outcomes/* short */.h0)(digest),
    version ?? '–',
    repository,
]);
const manifestHeadline = ({ manifest, missing }) => {
    const count = Object.keys(manifest.services).length;
    const there = `${count} ${count === 1 ? 'image' : 'images'}`;
    return missing.length === 0 ? `${there}.` : `${there}; none of ${named(missing)}.`;
};
const MOST_NAMED = 10;
const named = (names) => {
    const more = names.length - MOST_NAMED;
    return more > 0
        ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more (stagger plan names all)`
        : names.join(', ');
};
const isEmpty = ({ manifest }) => Object.keys(manifest.services).length === 0;
const where = ({ manifest: { registry } }) => registry === null ? '' : `\nIn the registry ${registry}.\n`;
const manifestText = (result) => [
    `${manifestHeadline(result)}\n`,
    ...(isEmpty(result) ? [] : ['\n', (0,table/* table */.tp)(COLUMNS, rows(result))]),
    where(result),
].join('');
const manifestMarkdown = (result) => [
    `**${manifestHeadline(result)}**\n`,
    ...(isEmpty(result) ? [] : [(0,table/* markdownTable */.Qj)(COLUMNS, rows(result))]),
    '<sub>On a laptop: <code>stagger manifest</code></sub>\n',
].join('\n');

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/main/session.js + 34 modules
var main_session = __webpack_require__(71489);
;// CONCATENATED MODULE: ./.build/main/manifest.js







const make = async ({ repo, files, out }, progress) => {
    const result = files.length > 0
        ? mergeFiles(files.flatMap(filesAt).map((name) => ({ name, text: (0,external_node_fs_.readFileSync)(name, 'utf8') })))
        : await (0,main_session/* inSession */.Cp)(repo, progress, async (session) => manifestAt(session.git, await (0,main_session/* planIn */.rP)(session)));
    if (out !== null)
        writeManifest(out, result.manifest);
    return result;
};
const manifestCommand = async (options, progress) => {
    const result = await make(options, progress);
    return { code: 0, json: result.manifest, text: manifestText(result) };
};
const action = async (progress, inputs) => {
    const file = manifestPath('all');
    const options = { repo: inputs.text('working-directory', '.'), files: inputs.words('files'), out: file };
    const result = await make(options, progress);
    return {
        code: 0,
        headline: manifestHeadline(result),
        summary: manifestMarkdown(result),
        outputs: manifestOutputs(result.manifest, file),
    };
};
/** The host alone may be masked; the rest then stays readable. */
const manifestOutputs = ({ registry, services }, file) => ({
    manifest: JSON.stringify(services),
    registry: registry ?? '',
    'manifest-file': file,
});
/** Where an action leaves a manifest for the steps that follow. */
const manifestPath = (name) => (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'stagger', `manifest-${name}.json`);
/** Throws `manifest-not-written` where a file of that name cannot be. */
const writeManifest = (file, manifest) => {
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        (0,external_node_fs_.writeFileSync)(file, `${JSON.stringify(manifest, null, 2)}\n`);
    }
    catch (error) {
        throw new words/* StaggerError */.IY({
            code: 'manifest-not-written',
            fault: 'caller',
            problem: `the manifest cannot be written to ${file}`,
            why: error.message,
            fix: 'name a file in a folder that you may write to; what was built stays, and the same command again finds it',
        });
    }
};
const jsonBelow = (folder) => (0,external_node_fs_.readdirSync)(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => (0,external_node_path_.join)(folder, name));
/** A folder stands for the JSON files in it and below it, as actions/download-artifact leaves them. */
const filesAt = (path) => {
    const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    const files = found?.isDirectory() ? jsonBelow(path) : found ? [path] : [];
    if (files.length > 0)
        return files;
    throw new words/* StaggerError */.IY({
        code: 'no-manifest',
        fault: 'caller',
        problem: found ? `${path} holds no manifest` : `there is no ${path}`,
        why: 'a folder is looked through for files that end in .json',
        fix: 'name what stagger build --manifest FILE has written, or the folder that actions/download-artifact made',
    });
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


/***/ })

};
