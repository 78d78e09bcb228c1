export const id = 1304;
export const ids = [1304];
export const modules = {

/***/ 33733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ attach),
/* harmony export */   j: () => (/* binding */ putReferrer)
/* harmony export */ });
/* harmony import */ var _image_attestations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27085);
/* harmony import */ var _image_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38178);
/* harmony import */ var _image_referrers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78816);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59231);




/**
 * With attestations a builder pushes an index of the image and of them. The image's own digest, which is the same without
 * them, stays the image's; they are attached to it. What has none is given back as it is.
 */
const attach = async (registry, repository, pushed) => {
    const index = await registry.manifest(repository, pushed);
    const attested = index && (0,_image_attestations_js__WEBPACK_IMPORTED_MODULE_0__/* .attestedIn */ .O)(index);
    if (!attested)
        return pushed;
    const attestation = await registry.manifest(repository, attested.attestation.digest);
    if (!attestation)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_3__/* .StaggerError */ .IY((0,_image_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .pushLost */ .HK)(`${repository}@${attested.attestation.digest}`));
    const referrer = (0,_image_referrers_js__WEBPACK_IMPORTED_MODULE_2__/* .referrerOf */ .N1)(attested.image, attestation);
    if (referrer)
        await refer(registry, repository, attested.image.digest, referrer);
    return attested.image.digest;
};
const refer = async (registry, repository, image, referrer) => {
    await registry.upload(repository, _image_referrers_js__WEBPACK_IMPORTED_MODULE_2__/* .NO_CONFIGURATION */ .hr);
    await putReferrer(registry, repository, image, referrer);
};
/** Pushes what refers to an image, and whose parts are there, so that it is found from the image. */
const putReferrer = async (registry, repository, image, referrer) => {
    const { digest, subject } = await registry.put(repository, referrer, null);
    if (subject === null)
        await list(registry, repository, image, digest, referrer);
};
/** Two runs that list something at once may each overwrite what the other has listed: so each looks whether it stayed. */
const list = async (registry, repository, image, digest, referrer) => {
    for (let tries = 0; tries < TRIES; tries++) {
        const index = (0,_image_referrers_js__WEBPACK_IMPORTED_MODULE_2__/* .fallbackIndex */ .xk)(await registry.manifest(repository, (0,_image_referrers_js__WEBPACK_IMPORTED_MODULE_2__/* .fallbackName */ .k5)(image)), digest, referrer);
        if (!index)
            return;
        await registry.put(repository, index, (0,_image_referrers_js__WEBPACK_IMPORTED_MODULE_2__/* .fallbackName */ .k5)(image));
    }
    throw new _words_js__WEBPACK_IMPORTED_MODULE_3__/* .StaggerError */ .IY(notListed(repository, image));
};
const TRIES = 5;
const notListed = (repository, image) => ({
    code: 'attestation-not-listed',
    fault: 'world',
    problem: `what is attested of ${repository}@${image} cannot be found from it`,
    why: `the registry took the list ${(0,_image_referrers_js__WEBPACK_IMPORTED_MODULE_2__/* .fallbackName */ .k5)(image)} ${TRIES} times, and never held what was written`,
    fix: 'build again; where that does not help, no name of this repository may be moved: allow it for sha256-*, or build without provenance: and sbom:',
});


/***/ }),

/***/ 85941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ successOf),
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   VH: () => (/* binding */ preview),
/* harmony export */   Zw: () => (/* binding */ problemOf)
/* harmony export */ });
/* harmony import */ var _image_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64976);
/* harmony import */ var _image_steps_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32287);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);



/** A row to start from: nothing happened yet. */
const rowOf = ({ planned }) => ({
    name: planned.service.name,
    fingerprint: planned.image.fingerprint,
    digest: null,
    outcome: 'failed',
    tested: false,
    repository: null,
    platforms: [],
    verdicts: [],
    findings: null,
    testsRan: false,
    tags: [],
    version: null,
    seconds: 0,
    problem: null,
    plan: [],
});
const preview = (store, job) => {
    if ('problem' in job)
        return { ...rowOf(job), problem: job.problem };
    const plan = (0,_image_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .describeSteps */ .N)(job.steps, store.where(job.planned.service.name));
    return { ...rowOf(job), outcome: 'planned', digest: job.found?.digest ?? null, plan };
};
const successOf = (job, made, ledger) => {
    const { planned, steps } = job;
    const tests = { tested: planned.test !== null, testsRan: steps.test };
    const platforms = job.legs.flatMap(({ platform }, at) => job.legs.length > 1 && platform !== null ? [{ platform, digest: made.legs[at]?.digest ?? null }] : []);
    return { outcome: made.outcome, ...tests, platforms, ...(made.kept ? named(job, made.kept, ledger) : {}) };
};
const named = ({ planned, fingerprint }, kept, { images }) => {
    const entry = images.get(planned.service.name);
    // A pull request's repository holds the same image, but not the version's name.
    const released = entry?.digest === kept.digest && entry?.repository === kept.repository;
    const version = released ? entry.version : null;
    const tags = [(0,_image_names_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsName */ .Br)(fingerprint), ...(version ? [version] : [])];
    return { digest: kept.digest, repository: kept.digest === null ? null : kept.repository, tags, version };
};
/** What keeps one service from its image is that service's problem; anything else is a bug. */
const problemOf = (error) => {
    if (error instanceof _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY && error.problems[0])
        return error.problems[0];
    throw error;
};


/***/ }),

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
/* harmony export */   uP: () => (/* binding */ chooseTargets)
/* harmony export */ });
/* harmony import */ var _catalog_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68472);
/* harmony import */ var _environment_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60159);
/* harmony import */ var _environment_strategy_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34009);
/* harmony import */ var _image_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64976);
/* harmony import */ var _image_select_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97554);
/* harmony import */ var _version_release_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94768);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59231);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(71539);
/* harmony import */ var _tagging_image_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(77600);
/* harmony import */ var _choice_problems_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(85747);










/** The image of each service that was asked for, with the place where it shall run. Changes nothing. */
const chooseTargets = async (world, choice) => {
    if (choice.services.length === 0)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_6__/* .StaggerError */ .IY((0,_choice_problems_js__WEBPACK_IMPORTED_MODULE_9__/* .nothingToDeploy */ .CW)(choice.plan));
    const prefix = choice.prefix === null ? null : (0,_image_names_js__WEBPACK_IMPORTED_MODULE_3__/* .checkedPrefix */ .ge)(choice.prefix);
    const root = await world.git.treeOf(choice.plan.head);
    return Promise.all((0,_image_select_js__WEBPACK_IMPORTED_MODULE_4__/* .namedServices */ .Q)(choice.plan.services, choice.services).map(async (planned) => {
        const { name } = planned.service;
        const chosen = await chooseImage(world, planned, { ...choice, prefix });
        return {
            service: name,
            environment: choice.environment.name,
            settings: { ...(0,_environment_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .settingsFor */ .zc)(choice.environment.settings, name), ...strategyAsked(choice) },
            template: await (0,_configuration_js__WEBPACK_IMPORTED_MODULE_7__/* .templateAt */ .oA)(world.git, root, choice.environment, name),
            image: `${chosen.repository}@${chosen.digest}`,
            digest: chosen.digest,
            version: chosen.version,
        };
    }));
};
/** Whoever names a strategy does not mean the environment's ladder. */
const strategyAsked = ({ strategy }) => {
    if (strategy === null)
        return {};
    const known = _environment_strategy_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .STRATEGIES */ .YL.find((one) => one === strategy);
    if (!known)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_6__/* .StaggerError */ .IY((0,_catalog_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U)('strategy', strategy, _environment_strategy_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .STRATEGIES */ .YL));
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
    const { repository, digest } = await (0,_tagging_image_js__WEBPACK_IMPORTED_MODULE_8__/* .findImage */ .F)(world.registry, planned, choice.ledger, choice.prefix);
    return { repository, digest, version: versionOf(releases, name, digest) };
};
/** Of several, as an image has that did not change while its group did, the newest that is no pre-release. */
const versionOf = (releases, service, digest) => {
    const held = (0,_version_release_js__WEBPACK_IMPORTED_MODULE_5__/* .newestFirst */ .ll)(releases).filter(({ images }) => images?.get(service)?.digest === digest);
    return (held.find(_version_release_js__WEBPACK_IMPORTED_MODULE_5__/* .isStable */ .MQ) ?? held[0])?.version ?? null;
};
const repositoryFor = (service, { ledger, prefix }) => {
    const known = ledger.images.get(service)?.repository;
    const found = known ?? (prefix === null ? undefined : (0,_image_names_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryOf */ ._M)(prefix, service, false));
    if (found !== undefined)
        return found;
    throw new _words_js__WEBPACK_IMPORTED_MODULE_6__/* .StaggerError */ .IY((0,_choice_problems_js__WEBPACK_IMPORTED_MODULE_9__/* .noRepository */ .GD)(service));
};
/** The versions of a service: its own, and those of its group. */
const releasesHolding = async (git, service, group) => {
    const units = group === null ? [service] : [service, group];
    await git.fetchTags(...units.map(_version_release_js__WEBPACK_IMPORTED_MODULE_5__/* .tagPattern */ .bO));
    const tags = await git.tags(...units.map(_version_release_js__WEBPACK_IMPORTED_MODULE_5__/* .tagPattern */ .bO));
    return units.flatMap((unit) => (0,_version_release_js__WEBPACK_IMPORTED_MODULE_5__/* .releasesOf */ .w0)(unit, tags));
};
/** The git tag says which digest a version is; the registry's tag of that name is a convenience. */
const releasedImage = (service, releases, { version, ledger, prefix }) => {
    const release = releases.find((one) => one.version === version && one.images?.has(service));
    const image = release?.images?.get(service);
    const repository = image?.repository ??
        (prefix === null ? ledger.images.get(service)?.repository : (0,_image_names_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryOf */ ._M)(prefix, service, false));
    if (release && image && repository)
        return { ...image, repository, version: release.version };
    throw new _words_js__WEBPACK_IMPORTED_MODULE_6__/* .StaggerError */ .IY((0,_choice_problems_js__WEBPACK_IMPORTED_MODULE_9__/* .noSuchVersion */ .lL)(service, String(version), releases.map((one) => one.version)));
};


/***/ }),

/***/ 27085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ attestationArguments),
/* harmony export */   O: () => (/* binding */ attestedIn)
/* harmony export */ });
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13884);
/* harmony import */ var _stored_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93837);


/**
 * The arguments of a build that is pushed; for any other they are those of no settings. Left without a word buildx attests
 * by itself, and what it pushes then is an index. `builderId`: who says so, e.g. the address of a workflow's run.
 */
const attestationArguments = ({ provenance, sbom }, abilities, builderId = null) => {
    if (!abilities.has('attestations'))
        return [];
    const by = builderId === null ? '' : `,builder-id=${builderId}`;
    const generator = typeof sbom === 'object' ? `,generator=${sbom.generator}` : '';
    return [
        provenance ? `--attest=type=provenance,mode=${provenance}${by}` : '--provenance=false',
        ...(sbom ? [`--attest=type=sbom${generator}`] : []),
    ];
};
/** The two in the index that BuildKit makes of them; null where it is an image, or one for several platforms. */
const attestedIn = ({ mediaType, body }) => {
    const manifests = mediaType === _platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .INDEX_TYPE */ .cp ? ((0,_stored_js__WEBPACK_IMPORTED_MODULE_0__/* .readStored */ .CL)(_stored_js__WEBPACK_IMPORTED_MODULE_0__/* .indexSchema */ .me, body)?.manifests ?? []) : [];
    const attestations = manifests.filter((one) => one.annotations?.[TYPE] === 'attestation-manifest');
    const [image] = manifests.filter((one) => !attestations.includes(one));
    const [attestation] = attestations;
    if (!image || !attestation || manifests.length > 2)
        return null;
    return attestation.annotations?.[OF] === image.digest
        ? { image: (0,_stored_js__WEBPACK_IMPORTED_MODULE_0__/* .bare */ .$B)(image), attestation: (0,_stored_js__WEBPACK_IMPORTED_MODULE_0__/* .bare */ .$B)(attestation) }
        : null;
};
const TYPE = 'vnd.docker.reference.type';
const OF = 'vnd.docker.reference.digest';


/***/ }),

/***/ 13884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cp: () => (/* binding */ INDEX_TYPE),
/* harmony export */   qh: () => (/* binding */ indexOf),
/* harmony export */   xi: () => (/* binding */ legsOf)
/* harmony export */ });
const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json';
/** The index of several platforms' images. Whoever makes it of the same images makes the same bytes. */
const indexOf = (images) => {
    const manifests = [...images]
        .sort((a, b) => (a.platform < b.platform ? -1 : 1))
        .map(({ platform, digest, mediaType, size }) => ({
        mediaType,
        digest,
        size,
        platform: platformParts(platform),
    }));
    const body = JSON.stringify({ schemaVersion: 2, mediaType: INDEX_TYPE, manifests });
    return { mediaType: INDEX_TYPE, body: new TextEncoder().encode(body) };
};
const platformParts = (platform) => {
    const [os = '', architecture = '', variant] = platform.split('/');
    return { architecture, os, ...(variant === undefined ? {} : { variant }) };
};
/** The platforms that an image is built for one by one; none where its builder's own is all that is wanted. */
const legsOf = (platforms) => platforms.length > 1 ? [...new Set(platforms)].sort() : [];


/***/ }),

/***/ 78816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N1: () => (/* binding */ referrerOf),
/* harmony export */   hr: () => (/* binding */ NO_CONFIGURATION),
/* harmony export */   k5: () => (/* binding */ fallbackName),
/* harmony export */   xk: () => (/* binding */ fallbackIndex)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13884);
/* harmony import */ var _stored_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93837);



const IN_TOTO = 'application/vnd.in-toto+json';
/** The empty configuration of a manifest that is no image. Its bytes have to be in the repository. */
const NO_CONFIGURATION = new TextEncoder().encode('{}');
const NO_CONFIGURATION_DESCRIPTOR = {
    mediaType: 'application/vnd.oci.empty.v1+json',
    digest: 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    size: 2,
    data: 'e30=',
};
/**
 * What is attested as an artifact that refers to the image, so that it is found from the image's own digest. A newer
 * BuildKit's manifest is one already; of an older one's a new one is made of the same blobs. Null where nothing is attested.
 */
const referrerOf = (image, attestation) => {
    const { subject, layers = [] } = (0,_stored_js__WEBPACK_IMPORTED_MODULE_1__/* .readStored */ .CL)(_stored_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactSchema */ .yo, attestation.body) ?? {};
    const attested = layers.filter(({ mediaType }) => mediaType === IN_TOTO);
    if (attested.length === 0)
        return null;
    if (subject?.digest === image.digest)
        return attestation;
    return (0,_stored_js__WEBPACK_IMPORTED_MODULE_1__/* .toStore */ .PX)(_stored_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST_TYPE */ .b3, {
        schemaVersion: 2,
        mediaType: _stored_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST_TYPE */ .b3,
        artifactType: IN_TOTO,
        config: NO_CONFIGURATION_DESCRIPTOR,
        layers: attested,
        subject: (0,_stored_js__WEBPACK_IMPORTED_MODULE_1__/* .bare */ .$B)(image),
    });
};
/** The name of the list of an image's referrers, where a registry does not keep it itself. */
const fallbackName = (image) => image.replace(':', '-');
/** That list with one more; null where it is in there. What others have listed stays as it is. */
const fallbackIndex = (existing, digest, referrer) => {
    const list = listIn(existing);
    if (list.manifests.some((one) => one.digest === digest))
        return null;
    const { artifactType, annotations } = (0,_stored_js__WEBPACK_IMPORTED_MODULE_1__/* .readStored */ .CL)(_stored_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactSchema */ .yo, referrer.body) ?? {};
    const added = {
        mediaType: referrer.mediaType,
        digest,
        size: referrer.body.byteLength,
        ...(artifactType === undefined ? {} : { artifactType }),
        ...(annotations ? { annotations } : {}),
    };
    return (0,_stored_js__WEBPACK_IMPORTED_MODULE_1__/* .toStore */ .PX)(_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .INDEX_TYPE */ .cp, { ...list, manifests: [...list.manifests, added] });
};
const listIn = (existing) => {
    if (existing === null)
        return { schemaVersion: 2, mediaType: _platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .INDEX_TYPE */ .cp, manifests: [] };
    const list = existing.mediaType === _platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .INDEX_TYPE */ .cp ? (0,_stored_js__WEBPACK_IMPORTED_MODULE_1__/* .readStored */ .CL)(_stored_js__WEBPACK_IMPORTED_MODULE_1__/* .indexSchema */ .me, existing.body) : null;
    if (!list)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY(noList(existing.mediaType));
    return list;
};
const noList = (mediaType) => ({
    code: 'no-list-of-referrers',
    fault: 'world',
    problem: 'an attestation cannot be listed beside its image',
    why: `the registry keeps no referrers itself, and where their list belongs, under the name sha256-…, it holds ${mediaType}`,
    fix: 'find out who gave that name and take it away; or build without provenance: and sbom:',
});


/***/ }),

/***/ 97554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ namedServices),
/* harmony export */   Z: () => (/* binding */ selectServices)
/* harmony export */ });
/* harmony import */ var _catalog_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68472);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);


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

/***/ 32287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ describeSteps),
/* harmony export */   R: () => (/* binding */ stepsFor)
/* harmony export */ });
/** `found`: the image of these inputs is there already. `tested`: so is the verdict on it, with these tests. */
const stepsFor = ({ test }, found, tested) => ({
    build: !found,
    test: test !== null && !tested,
});
/** The same in words, for a dry run. */
const describeSteps = ({ test, build }, where) => [
    ...(test ? ['run its tests'] : []),
    ...(build ? ['build it', `push it to ${where}`] : [`reuse the image that ${where} holds`]),
];


/***/ }),

/***/ 93837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ bare),
/* harmony export */   CL: () => (/* binding */ readStored),
/* harmony export */   PX: () => (/* binding */ toStore),
/* harmony export */   b3: () => (/* binding */ MANIFEST_TYPE),
/* harmony export */   me: () => (/* binding */ indexSchema),
/* harmony export */   yo: () => (/* binding */ artifactSchema)
/* harmony export */ });
/* unused harmony export descriptorSchema */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);


const digest = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc));
/** One thing in a registry, as what refers to it names it. What is not looked at here stays as it came. */
const descriptorSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    mediaType: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    digest,
    size: valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    annotations: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())),
});
const indexSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ manifests: valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(descriptorSchema) });
/** An artifact beside an image: a manifest whose layers are what it holds. */
const artifactSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    artifactType: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    subject: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(descriptorSchema),
    layers: valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(descriptorSchema),
    annotations: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())),
});
const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
const toStore = (mediaType, value) => ({
    mediaType,
    body: new TextEncoder().encode(JSON.stringify(value)),
});
/** A registry's answer is not ours: null where it is not what was looked for. */
const readStored = (schema, body) => {
    const result = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(schema, json(body));
    return result.success ? result.output : null;
};
const json = (body) => {
    try {
        return JSON.parse(new TextDecoder().decode(body));
    }
    catch {
        return null;
    }
};
/** What a manifest needs of one that it refers to. */
const bare = ({ mediaType, digest, size }) => ({ mediaType, digest, size });


/***/ }),

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

/***/ 71304:
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
// EXTERNAL MODULE: ./.build/image/referrers.js
var referrers = __webpack_require__(78816);
// EXTERNAL MODULE: ./.build/image/stored.js
var stored = __webpack_require__(93837);
// EXTERNAL MODULE: ./.build/commands/building/attest.js
var attest = __webpack_require__(33733);
;// CONCATENATED MODULE: ./.build/commands/copying/problems.js
const samePlace = (service, repository) => ({
    code: 'copy-to-itself',
    fault: 'caller',
    problem: `the images of ${service} are in ${repository} already`,
    why: '--to names where they come from',
    fix: 'name another registry, account or region: --to ghcr.io/OWNER/REPOSITORY',
});
const imageGone = (repository, digest) => ({
    code: 'image-not-there',
    fault: 'thing',
    problem: `${repository} has no ${digest}`,
    why: 'it was to be copied from there',
    fix: 'see whether a lifecycle policy or somebody deleted it; build and push it again, or name another --version',
});

;// CONCATENATED MODULE: ./.build/commands/copying/beside.js





const NOTES = ['sig', 'att', 'sbom'];
const besideOf = async (registry, repository, { digest, body }) => {
    const parts = (0,stored/* readStored */.CL)(stored/* indexSchema */.me, body)?.manifests.map((one) => one.digest) ?? [];
    const images = [...new Set([digest, ...parts])];
    const names = images.flatMap((image) => NOTES.map((kind) => `${(0,referrers/* fallbackName */.k5)(image)}.${kind}`));
    const held = await registry.manifests(names.map((reference) => ({ repository, reference })));
    return {
        referring: await referringTo(registry, repository, images),
        notes: held.flatMap((manifest, at) => (manifest ? [{ name: names[at], manifest }] : [])),
    };
};
/**
 * Each before what refers to it in turn, as a signature does to an attestation. A list of them is what somebody wrote: it
 * may lead back, and name what is there no more.
 */
const referringTo = async (registry, repository, images) => {
    const seen = new Set(images);
    const all = [];
    for (const image of seen)
        for (const digest of await registry.referrers(repository, image)) {
            if (seen.has(digest) || !(await registry.manifest(repository, digest)))
                continue;
            seen.add(digest);
            all.push({ image, digest });
        }
    return all;
};
/** One after the other: a list of what refers to an image is read and written again. */
const copyBeside = async (copying, { referring, notes }) => {
    const { registry, from, to } = copying;
    for (const { image, digest } of referring) {
        const there = await registry.referrers(to, image);
        if (there.includes(digest))
            continue;
        await registry.copy({ repository: from, digest }, to);
        const manifest = await registry.manifest(to, digest);
        if (!manifest)
            throw new words/* StaggerError */.IY(imageGone(to, digest));
        await (0,attest/* putReferrer */.j)(registry, to, image, manifest);
    }
    for (const { name, manifest } of notes)
        await copyNote(copying, name, manifest);
};
/** With each signature that is added the name moves on. What somebody has signed there alone is not thrown away. */
const copyNote = async ({ registry, progress, from, to }, name, note) => {
    const there = await registry.manifest(to, name);
    if (there?.digest === note.digest)
        return;
    if (there && !holds(note, there))
        return progress.warn(`${to}:${name} holds what ${from} does not: it stays as it is`);
    await registry.copy({ repository: from, digest: note.digest }, to);
    await registry.tag(to, note.digest, name);
};
const holds = (whole, part) => {
    const all = layersOf(whole);
    const some = layersOf(part);
    return some.length > 0 && some.every((layer) => all.includes(layer));
};
const layersOf = ({ body }) => (0,stored/* readStored */.CL)(stored/* artifactSchema */.yo, body)?.layers.map(({ digest }) => digest) ?? [];

// EXTERNAL MODULE: ./.build/image/testing/names.js
var testing_names = __webpack_require__(18343);
// EXTERNAL MODULE: ./.build/commands/deployment/choose.js
var choose = __webpack_require__(87196);
// EXTERNAL MODULE: ./.build/commands/tagging/image.js
var tagging_image = __webpack_require__(77600);
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
        throw new words/* StaggerError */.IY(imageGone(repository, digest));
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
        throw new words/* StaggerError */.IY(samePlace(empty.name, from));
    const beside = await besideOf(registry, from, source.manifest);
    const row = { ...empty, ...{ version, digest, from }, names: namesOf(source), beside: countOf(beside) };
    const there = await registry.manifest(row.to, digest);
    if (request.dryRun)
        return { ...row, outcome: there ? 'there' : 'planned' };
    await registry.prepare(row.to, request.createRepositories);
    const { manifests, blobs } = await registry.copy({ repository: from, digest }, row.to);
    await copyBeside({ ...world, from, to: row.to }, beside);
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
// EXTERNAL MODULE: ./.build/report/images.js
var report_images = __webpack_require__(60587);
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
    names.map(report_images/* shortName */.EU).join(' ') || '–',
    String(beside),
    [
        TOLD[outcome],
        ...(taken.length > 0 ? [`another image there has ${taken.map(report_images/* shortName */.EU).join(' ')}`] : []),
    ].join('; '),
];
/** For a terminal. The problems are told apart from the result. */
const copyText = (result) => [
    `${copyHeadline(result)}\n\n`,
    (0,table/* table */.tp)(COLUMNS, result.services.map(row)),
    ...(result.dryRun ? ['\nThis was a dry run. With --yes they are copied.\n'] : []),
].join('');

// EXTERNAL MODULE: ./.build/main/session.js + 28 modules
var main_session = __webpack_require__(51049);
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

/***/ 60587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   Gk: () => (/* binding */ sweepText),
/* harmony export */   lS: () => (/* binding */ sweepJson),
/* harmony export */   xl: () => (/* binding */ sweepProblems)
/* harmony export */ });
/* unused harmony export sweepHeadline */
/* harmony import */ var _outcomes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17628);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6993);


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
const all = ({ repositories }) => repositories.flatMap(({ images }) => images);
const sweepProblems = (result) => (0,_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .distinct */ .dM)(all(result).map(({ problem }) => problem));
const TOLD = { planned: 'to remove', removed: 'removed', failed: 'failed', kept: 'kept' };
const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;
const sweepHeadline = (result) => {
    const images = all(result);
    if (images.length === 0)
        return 'Nothing to remove: the registry holds no image of these services.';
    const parts = ['planned', 'removed', 'failed', 'kept'].flatMap((outcome) => {
        const number = images.filter((image) => image.outcome === outcome).length;
        return number > 0 ? [`${number} ${TOLD[outcome]}`] : [];
    });
    const where = counted(result.repositories.length, 'repository', 'repositories');
    return `${counted(images.length, 'image', 'images')} in ${where}: ${parts.join(', ')}.`;
};
const COLUMNS = [
    { title: 'repository' },
    { title: 'image', code: true },
    { title: 'names' },
    { title: 'age', align: 'right' },
    { title: 'what and why' },
];
const DAY = 24 * 60 * 60 * 1000;
/** Names are long and their beginnings tell them apart: as much of them as of a digest. */
const shortName = (name) => /^(?:in|tested|sha256)-[0-9a-f]{64}/.test(name) ? name.replace(/-([0-9a-f]{12})[0-9a-f]{52}/, '-$1') : name;
const row = (repository, now) => ({ digest, names, pushed, outcome, why, namesRemoved }) => [
    repository,
    (0,_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(digest),
    names.map(shortName).join(' ') || '–',
    pushed === null ? '–' : `${Math.floor((now - pushed) / DAY)} d`,
    [
        `${TOLD[outcome]}: ${why}`,
        ...(namesRemoved.length > 0 ? [`without ${namesRemoved.join(' ')}`] : []),
    ].join('; '),
];
/** What goes stands before what stays. */
const rows = ({ repositories, now }) => {
    const sorted = ({ images }) => images.toSorted((a, b) => Number(a.outcome === 'kept') - Number(b.outcome === 'kept'));
    return repositories.flatMap((one) => sorted(one).map(row(one.repository, now)));
};
/** For a terminal. The problems are told apart from the result. */
const sweepText = (result) => {
    const lines = rows(result);
    const isPlan = result.dryRun && all(result).some(isWork);
    return [
        `${sweepHeadline(result)}\n`,
        ...(lines.length > 0 ? ['\n', (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(COLUMNS, lines)] : []),
        ...(isPlan ? ['\nThis was a dry run. With --yes they are removed.\n'] : []),
    ].join('');
};
const isWork = ({ outcome, namesRemoved }) => outcome === 'planned' || namesRemoved.length > 0;


/***/ })

};
