export const id = 1067;
export const ids = [1067];
export const modules = {

/***/ 18343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ testedKey),
/* harmony export */   n: () => (/* binding */ testedName)
/* harmony export */ });
const hex = (fingerprint) => fingerprint.slice('sha256:'.length);
/** What the registry calls an image whose tests, with these inputs, passed. */
const testedName = (test) => `tested-${hex(test)}`;
/** The same in the cache of GitHub's runners. Counts up whenever what is kept there means something else. */
const testedKey = (test) => `stagger-tested-v1-${hex(test)}`;


/***/ }),

/***/ 11067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  imagesCommand: () => (/* binding */ imagesCommand)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(68472);
// EXTERNAL MODULE: ./.build/image/names.js
var names = __webpack_require__(64976);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./.build/image/retention-names.js

const KINDS = [
    ['staging', /^staging-/],
    ['inputs', /^in-[0-9a-f]{64}(?:\.[\w.-]+)?$/],
    ['tested', /^tested-[0-9a-f]{64}(?:\.[\w.-]+)?$/],
    ['note', /^sha256-[0-9a-f]{64}(?:\.\w+)?$/],
];
const kindOf = (name) => {
    const known = KINDS.find(([, form]) => form.test(name))?.[0];
    return known ?? (semver.valid(name) === null ? 'foreign' : 'version');
};
/** The name without the platform: `in-….linux-arm64` goes with `in-…`. */
const wholeName = (name) => /^(?:in|tested)-/.test(name) ? name.split('.')[0] : name;
/** The image that a note of that name is about. */
const subjectIn = (name) => {
    const digits = /^sha256-([0-9a-f]{64})/.exec(name)?.[1];
    return digits === undefined ? null : `sha256:${digits}`;
};

;// CONCATENATED MODULE: ./.build/image/retention-age.js

/** By the registry's own clock only: a build may be about to name what was just pushed. */
const ageOr = ({ pushed }, { limits }, why) => pushed !== null && limits.now - pushed < limits.olderThan ? young(limits) : { decision: 'remove', why };
/** What a pull request left behind goes by its age alone: nobody can say whether it is still open. */
const proposal = (image, policy) => {
    const age = ageOf(image, policy);
    if (age === null)
        return { decision: 'keep', why: 'nobody knows how old it is' };
    if (age < policy.limits.olderThan)
        return young(policy.limits);
    return { decision: 'remove', why: `of a pull request, and older than ${days(policy.limits)}` };
};
const young = (limits) => ({ decision: 'keep', why: `younger than ${days(limits)}` });
const DAY = 24 * 60 * 60 * 1000;
const days = ({ olderThan }) => `${olderThan / DAY} ${olderThan === DAY ? 'day' : 'days'}`;
/** By whoever saw it last. An image that was given another name is no younger to a registry, but it may be to the ledger. */
const ageOf = ({ digest, names, pushed }, { lastGood, limits }) => {
    const told = [pushed, lastGood.get(digest), ...names.map((name) => lastGood.get(wholeName(name)))];
    const known = told.flatMap((at) => at ?? []);
    return known.length === 0 ? null : limits.now - Math.max(...known);
};
/** Those of unknown age come first: what the ledger never held may be the very newest. */
const newestOf = ({ images, pullRequests }, policy) => {
    const candidates = pullRequests ? [] : images.filter(({ names }) => names.some(isWhole));
    const aged = candidates.map((image) => ({
        digest: image.digest,
        age: ageOf(image, policy) ?? Number.NEGATIVE_INFINITY,
    }));
    const sorted = aged.toSorted((a, b) => compare(a.age, b.age) || (a.digest < b.digest ? -1 : 1));
    return new Set(sorted.slice(0, policy.limits.keep).map(({ digest }) => digest));
};
const compare = (a, b) => (a === b ? 0 : a < b ? -1 : 1);
/** One platform of an image is no image of its own. */
const isWhole = (name) => kindOf(name) === 'inputs' && wholeName(name) === name;

;// CONCATENATED MODULE: ./.build/image/retention-family.js

const label = ({ digest, names }) => names[0] ?? digest.slice(0, 'sha256:'.length + 12);
const subjectOf = ({ subject, names }) => subject ?? names.map(subjectIn).find((one) => one !== null) ?? null;
/**
 * Opinions on images become verdicts on families: whatever stays keeps what it holds and what is said about it, and
 * what depends on others goes only where all of them go.
 */
const spread = (images, opinions) => {
    const settled = leave(images, keepFamilies(images, opinions));
    const lone = images.flatMap((image, at) => (settled[at] ? [] : [[at, alone(image)]]));
    if (lone.length === 0)
        return settled;
    // They stay, and so does what they hold: all begins again with that.
    const known = new Map(lone);
    return spread(images, opinions.map((opinion, at) => known.get(at) ?? opinion));
};
/** What depends on others goes after them, from the top down. */
const leave = (images, opinions) => {
    const settled = [...opinions];
    const owners = ownersIn(images);
    for (let changed = true; changed;) {
        changed = false;
        images.forEach((image, at) => {
            const verdict = settled[at] ? null : goesWith(owners(image), images, settled);
            if (!verdict)
                return;
            settled[at] = verdict;
            changed = true;
        });
    }
    return settled;
};
const alone = (image) => ({
    decision: 'keep',
    why: subjectOf(image) === null
        ? 'it has no name, and nothing says what it is for'
        : 'what it is about is not here',
});
/** Downwards from all that stays. */
const keepFamilies = (images, opinions) => {
    const settled = [...opinions];
    const byDigest = new Map(images.map(({ digest }, at) => [digest, at]));
    const notes = notesOn(images);
    const queue = images.flatMap((_, at) => (settled[at]?.decision === 'keep' ? [at] : []));
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
        const image = images[at];
        const held = image.holds.flatMap((digest) => byDigest.get(digest) ?? []);
        const about = notes.get(image.digest) ?? [];
        for (const [others, why] of [
            [held, `a part of ${label(image)}, which stays`],
            [about, `about ${label(image)}, which stays`],
        ])
            for (const other of others) {
                if (settled[other]?.decision === 'keep')
                    continue;
                settled[other] = { decision: 'keep', why };
                queue.push(other);
            }
    }
    return settled;
};
/** Where each digest is listed, and what holds it. */
const placesIn = (images) => {
    const listed = new Map();
    const holders = new Map();
    images.forEach(({ digest, holds }, at) => {
        listed.set(digest, at);
        for (const held of holds)
            holders.set(held, [...(holders.get(held) ?? []), at]);
    });
    return { listed, holders };
};
/** By the digest of what they are about, which need not be listed itself: it may be a part of an index. */
const notesOn = (images) => {
    const notes = new Map();
    const { holders } = placesIn(images);
    images.forEach((image, at) => {
        const subject = subjectOf(image);
        if (subject === null)
            return;
        const above = (holders.get(subject) ?? []).map((holder) => images[holder].digest);
        for (const about of [subject, ...above])
            notes.set(about, [...(notes.get(about) ?? []), at]);
    });
    return notes;
};
/** What an image belongs to: those that hold it, what it is about, and those that hold that. */
const ownersIn = (images) => {
    const { listed, holders } = placesIn(images);
    return (image) => {
        const subject = subjectOf(image) ?? '';
        const about = listed.get(subject);
        return [
            ...(holders.get(image.digest) ?? []),
            ...(about === undefined ? [] : [about]),
            ...(holders.get(subject) ?? []),
        ];
    };
};
/** Where all that it belongs to goes. */
const goesWith = (owners, images, settled) => {
    const [first] = owners;
    if (first === undefined || !owners.every((at) => settled[at]?.decision === 'remove'))
        return null;
    return { decision: 'remove', why: `it belongs to ${label(images[first])}, which goes` };
};

;// CONCATENATED MODULE: ./.build/image/retention.js



/** What goes and what stays of a repository. An image with one name that must stay, stays whole. */
const decide = (stored, policy) => {
    const newest = newestOf(stored, policy);
    const opinions = stored.images.map((image) => opinionOn(stored, image, policy, newest));
    return spread(stored.images, opinions).map((opinion, at) => {
        const image = stored.images[at];
        const names = opinion.decision === 'keep' && stored.namesApart ? idleNames(image, policy) : [];
        return { image, ...opinion, names };
    });
};
const opinionOn = (stored, image, policy, newest) => {
    const must = mustStay(stored.repository, image, policy.protection);
    if (must !== null)
        return { decision: 'keep', why: must };
    if (newest.has(image.digest))
        return { decision: 'keep', why: `one of the newest ${policy.limits.keep}` };
    if (image.subject !== null || image.names.every((name) => kindOf(name) === 'note'))
        return null;
    if (image.names.every((name) => kindOf(name) === 'staging'))
        return ageOr(image, policy, STAGING);
    return stored.pullRequests ? proposal(image, policy) : ageOr(image, policy, UNUSED);
};
const STAGING = 'no name but a staging one';
const UNUSED = 'nothing needs its inputs any more';
const mustStay = (repository, image, { digests, names }) => {
    const { digest, holds } = image;
    const held = holds.map((one) => digests.get(one)).find((why) => why !== undefined);
    const named = image.names.map((name) => names.get(`${repository}:${wholeName(name)}`)).find(Boolean);
    return digests.get(digest) ?? named ?? held ?? givenName(image);
};
/** A version never goes, and what somebody else named is theirs. */
const givenName = ({ names }) => {
    const version = names.find((name) => kindOf(name) === 'version');
    if (version !== undefined)
        return `it is version ${version}`;
    const foreign = names.find((name) => kindOf(name) === 'foreign');
    if (foreign === undefined)
        return null;
    return /^cache(?:-|$)/.test(foreign) ? 'a build cache' : `somebody named it ${foreign}`;
};
const idleNames = (image, policy) => {
    const staging = image.names.filter((name) => kindOf(name) === 'staging');
    const others = staging.length < image.names.length;
    return others && ageOr(image, policy, STAGING)?.decision === 'remove' ? staging : [];
};

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
;// CONCATENATED MODULE: ./.build/commands/retention/listings.js


/** Repositories at once; of each many images are read at once. */
const AT_ONCE = 4;
/** What the registry holds of each service: in its own repository, and in that of pull requests. */
const listServices = async (registry, prefix, services) => {
    const places = services.flatMap((service) => [false, true].map((pullRequests) => ({
        service,
        pullRequests,
        repository: (0,names/* repositoryOf */._M)(prefix, service, pullRequests),
    })));
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    const found = await Promise.all(places.map((place) => limit(() => listOne(registry, place))));
    return found.filter((one) => one !== null);
};
/** Null where there is no such repository. */
const listOne = async (registry, where) => {
    const listing = await registry.list(where.repository);
    return listing ? { ...where, ...listing } : null;
};

;// CONCATENATED MODULE: ./.build/commands/retention/apply.js



/** Removes what was decided, where that still holds: another run may have named an image meanwhile. */
const removeDecided = async (world, { stored, verdicts }, policy) => {
    const now = await listOne(world.registry, stored);
    const still = new Map(now ? decide(now, policy).map((one) => [one.image.digest, one]) : []);
    const done = new Map();
    for (const verdict of holdersFirst(verdicts))
        done.set(verdict.image.digest, await removeOne(world, stored, verdict, still.get(verdict.image.digest)));
    const images = verdicts.map(({ image }) => done.get(image.digest));
    return { repository: stored.repository, service: stored.service, images };
};
/** A registry may not give up what an index still holds. */
const holdersFirst = (verdicts) => {
    const holders = new Map();
    for (const { image } of verdicts)
        for (const held of image.holds)
            holders.set(held, [...(holders.get(held) ?? []), image]);
    const depth = (image, below = []) => below.includes(image.digest)
        ? 0
        : Math.max(0, ...(holders.get(image.digest) ?? []).map((one) => 1 + depth(one, [...below, image.digest])));
    return verdicts.toSorted((a, b) => depth(a.image) - depth(b.image));
};
const removeOne = async ({ registry, progress }, { repository }, verdict, now) => {
    const { image, decision, names, why } = verdict;
    const row = { ...image, why, namesRemoved: [], problem: null };
    const alone = names.filter((name) => now?.names.includes(name));
    const references = decision === 'remove' ? [image.digest] : alone;
    if (decision === 'remove' && now?.decision === 'keep')
        return { ...row, outcome: 'kept', why: `meanwhile: ${now.why}` };
    try {
        for (const reference of references)
            await registry.remove(repository, reference);
    }
    catch (error) {
        return { ...row, outcome: 'failed', problem: problemOf(error) };
    }
    if (references.length > 0)
        progress.say(`${repository}: removed ${references.join(', ')}`);
    return { ...row, outcome: decision === 'remove' ? 'removed' : 'kept', namesRemoved: alone };
};
/** What keeps one image is that image's problem; anything else is a bug. */
const problemOf = (error) => {
    if (error instanceof words/* StaggerError */.IY && error.problems[0])
        return error.problems[0];
    throw error;
};

;// CONCATENATED MODULE: ./.build/commands/retention/decided.js
/** For a dry run. */
const previewOf = ({ stored: { repository, service }, verdicts }) => ({
    repository,
    service,
    images: verdicts.map(({ image: { digest, names, pushed }, decision, why, names: namesRemoved }) => ({
        digest,
        names,
        pushed,
        outcome: decision === 'keep' ? 'kept' : 'planned',
        why,
        namesRemoved,
        problem: null,
    })),
});

// EXTERNAL MODULE: ./.build/image/testing/names.js
var testing_names = __webpack_require__(18343);
// EXTERNAL MODULE: ./.build/ledger/entries.js
var entries = __webpack_require__(44402);
;// CONCATENATED MODULE: ./.build/commands/retention/ledger.js

/** How far back the ledger is read to tell which images are the newest. */
const COMMITS = 500;
/** Reads the ledger as `origin` has it: to delete by an old one would be to delete what others just wrote. */
const remembered = async ({ git, progress }) => {
    const head = (await git.fetchRef(entries/* LEDGER_REF */.oQ)) ?? (await git.ref(entries/* LEDGER_REF */.oQ));
    if (head === null) {
        progress.warn('there is no ledger: only versions, this commit and what ECS runs speak for an image');
        return { digests: new Map(), lastGood: new Map() };
    }
    const read = entriesBy(git);
    const digests = new Map();
    for (const { path, text } of await read(await git.treeOf(head), ''))
        for (const digest of text.match(/sha256:[0-9a-f]{64}/g) ?? [])
            digests.set(digest, digests.get(digest) ?? whyOf(path));
    return { digests, lastGood: await ledger_history(git, head, read) };
};
/** All files below a tree. Most are the same from commit to commit, so each tree and blob is read once. */
const entriesBy = (git) => {
    const trees = new Map();
    const read = async (tree, path) => {
        const entries = await git.tree(tree);
        const below = entries.map(async ({ mode, oid, name }) => {
            const at = path === '' ? name : `${path}/${name}`;
            if (mode === '040000')
                return once(oid, at);
            return [{ path: at, text: new TextDecoder().decode(await git.blob(oid)) }];
        });
        return (await Promise.all(below)).flat();
    };
    const once = (tree, path) => {
        const known = trees.get(tree) ?? read(tree, path);
        trees.set(tree, known);
        return known;
    };
    return once;
};
/** By the file alone: also what a later version of this program wrote, and this one cannot read, protects. */
const whyOf = (path) => {
    const [kind, name = '', last = ''] = path.replace(/\.json$/, '').split('/');
    if (kind === 'environments')
        return `${name} runs it`;
    if (kind === 'releases')
        return `it is version ${last} of ${name}`;
    return kind === 'images' ? `the ledger’s image of ${name}` : `the ledger names it in ${path}`;
};
/** From the newest commit back, as far as it is here: a shallow clone has none of it. */
const ledger_history = async (git, head, read) => {
    const lastGood = new Map();
    let at = head;
    for (let count = 0; at !== null && count < COMMITS; count++) {
        const { tree, parents } = await git.facts(at);
        const images = (await git.tree(tree)).find(({ name, mode }) => name === 'images' && mode === '040000');
        for (const { text } of images ? await read(images.oid, 'images') : [])
            note(lastGood, text);
        const [parent] = parents;
        at = parent ? await git.commit(parent).catch(() => null) : null;
    }
    return lastGood;
};
const note = (lastGood, text) => {
    const { digest, fingerprint, time } = facts(text);
    const at = Date.parse(time);
    if (Number.isNaN(at))
        return;
    for (const key of [digest, `in-${fingerprint.slice('sha256:'.length)}`])
        lastGood.set(key, Math.max(lastGood.get(key) ?? at, at));
};
const facts = (text) => {
    try {
        const { digest, fingerprint, time } = JSON.parse(text);
        return { digest: String(digest), fingerprint: String(fingerprint), time: String(time) };
    }
    catch {
        return { digest: '', fingerprint: '', time: '' };
    }
};

// EXTERNAL MODULE: ./.build/environment/settings.js + 1 modules
var environment_settings = __webpack_require__(32115);
;// CONCATENATED MODULE: ./.build/image/retention-reference.js

/** `HOST/REPOSITORY[:NAME][@DIGEST]`; a colon before the last slash is the port's. */
const parseReference = (image) => {
    const [whole = '', digest = ''] = image.split('@');
    const colon = whole.indexOf(':', whole.lastIndexOf('/') + 1);
    const [repository, name] = colon < 0 ? [whole, null] : [whole.slice(0, colon), whole.slice(colon + 1)];
    return { repository, name, digest: (0,words/* isDigest */.Bc)(digest) ? digest : null };
};

;// CONCATENATED MODULE: ./.build/commands/retention/live.js



const NOTHING_LIVE = { digests: new Map(), names: new Map() };
/** What runs now, as ECS tells it. Where it cannot be asked, nothing may be deleted: throws `live-images-unknown`. */
const liveImages = async (imagesInUse, environments, services) => {
    const clusters = clustersOf(environments, services);
    const all = await Promise.all(clusters.map(async (one) => [one, await ask(imagesInUse, one)]));
    const digests = new Map();
    const names = new Map();
    for (const [{ environment }, images] of all)
        for (const image of images) {
            const { repository, name, digest } = parseReference(image);
            if (digest)
                digests.set(digest, `${environment} runs it`);
            else
                names.set(`${repository}:${name ?? 'latest'}`, `${environment} runs it`);
        }
    return { digests, names };
};
/** A cluster may have a service's name in it; each is asked once. */
const clustersOf = (environments, services) => {
    const all = Object.entries(environments).flatMap(([environment, settings]) => services.map((service) => {
        const { cluster, region, endpoint } = (0,environment_settings/* settingsFor */.zc)(settings, service);
        return { environment, cluster, region, endpoint };
    }));
    const keyOf = ({ cluster, region, endpoint }) => JSON.stringify([cluster, region, endpoint]);
    return [...new Map(all.map((one) => [keyOf(one), one])).values()];
};
const ask = async (imagesInUse, { environment, cluster, region, endpoint }) => {
    const place = {
        ...(region === undefined ? {} : { region }),
        ...(endpoint === undefined ? {} : { endpoint }),
    };
    return imagesInUse(place, cluster).catch((error) => {
        const [cause] = error instanceof words/* StaggerError */.IY ? error.problems : [];
        if (cause?.code === 'unreachable' && isOnThisMachine(endpoint))
            return [];
        throw cause ? new words/* StaggerError */.IY(unknown(environment, cluster, cause)) : error;
    });
};
/** A rehearsal that is not there runs nothing; it goes with whoever served it. */
const isOnThisMachine = (endpoint = '') => /^https?:\/\/(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?(?:\/|$)/.test(endpoint);
const unknown = (environment, cluster, cause) => ({
    code: 'live-images-unknown',
    fault: cause.fault,
    problem: `nobody can say which images ${environment} runs, so none is removed`,
    why: `cluster ${cluster}: ${cause.problem} (${cause.why})`,
    fix: `${cause.fix} Or, where nothing runs there: --without-ecs, and what the ledger names stays all the same.`,
});

;// CONCATENATED MODULE: ./.build/commands/retention/evidence.js




/** Everything that speaks for an image: the ledger, the versions in git, this commit, and what runs. */
const gatherEvidence = async (world, request) => {
    const { plan, configuration, withoutEcs } = request;
    const services = plan.services.map(({ service }) => service.name);
    const live = withoutEcs
        ? NOTHING_LIVE
        : await liveImages(world.imagesInUse, configuration.environments, services);
    const { digests, lastGood } = await remembered(world);
    const versions = await versionsIn(world.git);
    return {
        // What runs is the better reason, so it is told.
        protection: {
            digests: new Map([...versions, ...digests, ...live.digests]),
            names: new Map([...namesOf(request), ...live.names]),
        },
        lastGood,
    };
};
/** Of every service, also of those that are gone. Whatever a version's tag names, stays. */
const versionsIn = async (git) => {
    await git.fetchTags('*/v*');
    const tags = await git.tags('*/v*');
    return new Map(tags.flatMap(({ name, message }) => (message.match(/sha256:[0-9a-f]{64}/g) ?? []).map((digest) => [digest, `it is version ${name}`])));
};
/** This commit's own: a build of it may be on its way. */
const namesOf = ({ plan, prefix }) => new Map(plan.services.flatMap(({ service, image, test }) => [false, true].flatMap((pullRequest) => {
    const repository = (0,names/* repositoryOf */._M)(prefix, service.name, pullRequest);
    return [...named(image.fingerprint, names/* inputsName */.Br), ...named(test?.fingerprint ?? null, testing_names/* testedName */.n)].map((name) => [`${repository}:${name}`, 'the image of this commit']);
})));
const named = (fingerprint, name) => (fingerprint === null ? [] : [name(fingerprint)]);

;// CONCATENATED MODULE: ./.build/commands/images.js









/** Repositories at once. */
const images_AT_ONCE = 4;
/**
 * Removes images that nobody needs. They are listed before anything else is asked: what is named or deployed from then
 * on is seen, and stays.
 */
const sweepImages = async (world, request) => {
    const prefix = (0,names/* checkedPrefix */.ge)(request.prefix);
    const repositories = await listServices(world.registry, prefix, servicesOf(request));
    const evidence = await gatherEvidence(world, { ...request, prefix });
    const policy = { ...evidence, limits: request.limits };
    const decided = repositories.map((stored) => ({ stored, verdicts: decide(stored, policy) }));
    const limit = (0,p_limit/* default */.A)(images_AT_ONCE);
    const swept = request.dryRun
        ? decided.map(previewOf)
        : await Promise.all(decided.map((one) => limit(() => removeDecided(world, one, policy))));
    return { schema: 1, dryRun: request.dryRun, now: request.limits.now, repositories: swept };
};
const sweepExitCode = ({ repositories }) => (0,words/* exitCode */.I$)(repositories.flatMap(({ images }) => images).flatMap(({ problem }) => (problem ? [problem.fault] : [])));
/** All unknown names are told at once. */
const servicesOf = ({ plan, services: names }) => {
    const all = [...plan.services.map(({ service }) => service.name), ...plan.removed.map(({ name }) => name)];
    const unknown = names.filter((name) => !all.includes(name));
    const problems = unknown.map((name) => (0,nearest/* unknownName */.U)('service', name, all));
    if (problems.length > 0)
        throw new words/* StaggerError */.IY(...problems);
    return names.length === 0 ? all : all.filter((name) => names.includes(name));
};

;// CONCATENATED MODULE: ./.build/commands/retention/problems.js
const noPrefix = () => ({
    code: 'no-registry',
    fault: 'caller',
    problem: 'there is no registry to look into',
    why: 'neither --registry nor STAGGER_REGISTRY nor registry: in stagger.yml names one',
    fix: 'name it: stagger images gc --registry ghcr.io/OWNER/REPOSITORY   (or 127.0.0.1:5000/shop)',
});

// EXTERNAL MODULE: ./.build/platform/registry/parallel.js
var parallel = __webpack_require__(24747);
// EXTERNAL MODULE: ./.build/platform/aws/errors.js + 1 modules
var errors = __webpack_require__(71635);
// EXTERNAL MODULE: ./.build/platform/aws/sdk-clients.js + 3 modules
var sdk_clients = __webpack_require__(10528);
;// CONCATENATED MODULE: ./.build/platform/aws/ecs-images.js



/** As many as one call describes. */
const BATCH = 10;
const ecs_images_AT_ONCE = 8;
const ecsImagesInUse = async (place, cluster) => {
    const [sdk, { reads }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19)), (0,sdk_clients/* ecsClients */.KF)(place)]);
    const told = (action, asked) => asked.catch((error) => {
        const where = place.endpoint ?? `ECS in ${place.region ?? 'the default region'}`;
        throw (0,errors/* translate */.T)(error, { action, subject: `cluster ${cluster}`, place: where });
    });
    const services = await told('ecs:ListServices', ecs_images_listServices(sdk, reads, cluster));
    const batches = chunks(services);
    const described = await (0,parallel/* inParallel */.H)(batches, (batch) => told('ecs:DescribeServices', describe(sdk, reads, cluster, batch)), ecs_images_AT_ONCE);
    const definitions = [...new Set(described.flat().flatMap(definitionsOf))];
    const images = await (0,parallel/* inParallel */.H)(definitions, (arn) => told('ecs:DescribeTaskDefinition', imagesOf(sdk, reads, arn)), ecs_images_AT_ONCE);
    return [...new Set(images.flat())];
};
const ecs_images_listServices = async (sdk, client, cluster) => {
    const arns = [];
    for await (const { serviceArns } of sdk.paginateListServices({ client, pageSize: 100 }, { cluster }))
        arns.push(...(serviceArns ?? []));
    return arns;
};
const chunks = (items) => Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) => items.slice(at * BATCH, (at + 1) * BATCH));
/** One that cannot be described leaves nobody knowing what it runs: an error, not a gap. */
const describe = async (sdk, client, cluster, services) => {
    const command = new sdk.DescribeServicesCommand({ cluster, services: [...services] });
    const { services: found = [], failures = [] } = await client.send(command);
    const [failed] = failures.filter(({ reason }) => reason !== 'MISSING');
    if (failed)
        throw Object.assign(new Error(`${failed.arn}: ${failed.reason}`), { name: 'Failure', $metadata: {} });
    return found;
};
/** Of a rollout both sides run, and a rollback goes back to the old one. */
const definitionsOf = ({ taskDefinition, deployments = [], taskSets = [] }) => [taskDefinition, ...[...deployments, ...taskSets].map((one) => one.taskDefinition)].flatMap((arn) => arn ?? []);
const imagesOf = async (sdk, client, taskDefinition) => {
    const answer = await client.send(new sdk.DescribeTaskDefinitionCommand({ taskDefinition }));
    return (answer.taskDefinition?.containerDefinitions ?? []).flatMap(({ image }) => image ?? []);
};

// EXTERNAL MODULE: ./.build/platform/registry/choose.js + 17 modules
var choose = __webpack_require__(40359);
// EXTERNAL MODULE: ./.build/report/images-table.js
var images_table = __webpack_require__(16766);
// EXTERNAL MODULE: ./.build/report/outcomes.js
var outcomes = __webpack_require__(17628);
;// CONCATENATED MODULE: ./.build/report/images.js


/** What `images gc --json` prints. */
const sweepJson = ({ schema, dryRun, repositories }) => ({
    schema,
    dryRun,
    repositories: repositories.map(({ repository, service, images }) => ({
        repository,
        service,
        images: images.map(({ digest, names, pushed, outcome, why, namesRemoved, problem }) => ({
            digest,
            names,
            pushed: pushed === null ? null : new Date(pushed).toISOString(),
            outcome,
            why,
            namesRemoved,
            problem,
        })),
    })),
});
const images_all = ({ repositories }) => repositories.flatMap(({ images }) => images);
const sweepProblems = (result) => (0,outcomes/* distinct */.dM)(images_all(result).map(({ problem }) => problem));
const TOLD = { planned: 'to remove', removed: 'removed', failed: 'failed', kept: 'kept' };
const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;
const sweepHeadline = (result) => {
    const images = images_all(result);
    if (images.length === 0)
        return 'Nothing to remove: the registry holds no image of these services.';
    const parts = ['planned', 'removed', 'failed', 'kept'].flatMap((outcome) => {
        const number = images.filter((image) => image.outcome === outcome).length;
        return number > 0 ? [`${number} ${TOLD[outcome]}`] : [];
    });
    const where = counted(result.repositories.length, 'repository', 'repositories');
    return `${counted(images.length, 'image', 'images')} in ${where}: ${parts.join(', ')}.`;
};
/** For a terminal, no line wider than `width`, where that is known. The problems are told apart from the result. */
const sweepText = (result, width = Number.POSITIVE_INFINITY) => {
    const isPlan = result.dryRun && images_all(result).some(isWork);
    return [
        `${sweepHeadline(result)}\n`,
        (0,images_table/* imagesTable */.V)(result, width),
        ...(isPlan ? ['\nThis was a dry run. With --yes they are removed.\n'] : []),
    ].join('');
};
const isWork = ({ outcome, namesRemoved }) => outcome === 'planned' || namesRemoved.length > 0;

// EXTERNAL MODULE: ./.build/main/session.js + 34 modules
var main_session = __webpack_require__(71489);
;// CONCATENATED MODULE: ./.build/main/images.js







const images_DAY = 24 * 60 * 60 * 1000;
const limitsOf = ({ keep, olderThan }, { clock }) => ({
    keep,
    olderThan: olderThan * images_DAY,
    now: clock.now(),
});
/** A dry run also in CI: what is deleted nobody brings back. */
const run = (options, progress) => (0,main_session/* inSession */.Cp)(options.repo, progress, async (session) => {
    const plan = await (0,main_session/* planIn */.rP)(session, { freshLedger: true });
    const prefix = await (0,main_session/* registryIn */.hY)(session, plan, options.registry);
    if (prefix === null)
        throw new words/* StaggerError */.IY(noPrefix());
    return sweepImages({ ...session, registry: (0,choose/* openRegistries */.c)(), imagesInUse: ecsImagesInUse }, {
        plan,
        configuration: await (0,main_session/* configurationIn */.AM)(session, plan),
        services: options.services,
        prefix,
        limits: limitsOf(options, session),
        withoutEcs: options.withoutEcs,
        dryRun: !options.yes,
    });
});
const imagesCommand = async (options, progress) => {
    const result = await run(options, progress);
    return {
        code: sweepExitCode(result),
        json: sweepJson(result),
        text: sweepText(result, process.stdout.columns),
        problems: sweepProblems(result),
    };
};


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


/***/ })

};
