export const id = 7906;
export const ids = [7906];
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
/* harmony import */ var _image_steps_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32287);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1022);



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
/** What would be done, or what would be refused: in the same words as when it is done. */
const preview = async ({ store, secrets }, job, versionOf) => {
    if ('problem' in job)
        return { ...rowOf(job), problem: job.problem };
    const problem = buildsStage(job) ? await (0,_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .missingSecrets */ .m)(secrets, job.planned.service) : null;
    if (problem)
        return { ...rowOf(job), problem };
    const plan = (0,_image_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .describeSteps */ .N)(job.steps, store.where(job.planned.service.name));
    const there = job.found?.digest ? job.found : null;
    const version = there && (await versionOf(job.planned.service, there, false));
    return { ...rowOf(job), outcome: 'planned', digest: there?.digest ?? null, version, plan };
};
/** Nothing that a build reads is asked for where only the image that is there would be tested. */
const buildsStage = ({ planned, steps }) => steps.build || (steps.test && (planned.test?.kinds.some(({ kind }) => kind === 'stage') ?? false));
const successOf = async (job, made, versionOf) => {
    const { planned, steps } = job;
    const tests = { tested: planned.test !== null, testsRan: steps.test };
    const platforms = job.legs.flatMap(({ platform }, at) => job.legs.length > 1 && platform !== null ? [{ platform, digest: made.legs[at]?.digest ?? null }] : []);
    const names = made.kept ? await named(job, made, made.kept, versionOf) : {};
    return { outcome: made.outcome, ...tests, platforms, ...names };
};
const named = async ({ planned, name }, { outcome }, kept, versionOf) => {
    const { digest } = kept;
    const version = digest === null ? null : await versionOf(planned.service, kept, outcome === 'built');
    const tags = [name, ...(version ? [version] : [])];
    return { digest, repository: digest === null ? null : kept.repository, tags, version };
};
/** What keeps one service from its image is that service's problem; anything else is a bug. */
const problemOf = (error) => {
    if (error instanceof _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY && error.problems[0])
        return error.problems[0];
    throw error;
};


/***/ }),

/***/ 1022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ hidingSecrets),
  m: () => (/* binding */ missingSecrets)
});

;// CONCATENATED MODULE: ./.build/image/hide.js
/** What stands where a value was. */
const STARS = '***';
/** A shorter line of a value would hide half of what is said. */
const SHORTEST = 4;
/** What a terminal takes for colour and movement, not for text (ECMA-48). */
const CONTROL = '(?:\\u001b\\[[0-?]*[ -/]*[@-~]|\\u001b[@-Z\\\\-_])*';
/**
 * Hides values in lines that stream by: as they are, in base64, in an address, in JSON, and each line of those that have
 * several. Colours between their characters hide nothing. Lines are taken one by one, so a value that a program breaks
 * over several is hidden only where the breaks are its own.
 */
const hiding = (values) => {
    const forms = [...new Set(values.flatMap(formsOf))].sort((a, b) => b.length - a.length);
    if (forms.length === 0)
        return (line) => line;
    const anyOf = new RegExp(forms.map(patternOf).join('|'), 'gu');
    return (line) => line.replace(anyOf, STARS);
};
const formsOf = (value) => {
    const lines = value.split(/\r?\n/).map((line) => line.trim());
    const texts = [
        value,
        value.trim(),
        ...(lines.length > 1 ? lines.filter(({ length }) => length >= SHORTEST) : []),
    ];
    return texts.filter((text) => text.trim() !== '').flatMap((text) => [text, ...encodingsOf(text)]);
};
const encodingsOf = (text) => {
    if (text.length < SHORTEST)
        return [];
    const json = JSON.stringify(text).slice(1, -1);
    const address = encodeURIComponent(text.toWellFormed());
    return [
        ...base64Of(Buffer.from(text)),
        json,
        JSON.stringify(json).slice(1, -1),
        address,
        address.replaceAll('%20', '+'),
        address.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
        address.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    ];
};
/** Also inside of something longer (`user:secret`): what its three beginnings have in common, whatever stands around it. */
const base64Of = (bytes) => [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const first = before === 0 ? 0 : before + 1;
    // A last character that is followed by `=`, or shares its bits with what follows, may be another one.
    const whole = before + bytes.length;
    const sure = padded.slice(first, Math.floor((whole * 8) / 6));
    const own = before === 0 ? [padded, padded.replace(/=+$/, '')] : [];
    const found = [...own, ...(sure.length >= SHORTEST ? [sure] : [])];
    return found.flatMap((one) => [one, one.replaceAll('+', '-').replaceAll('/', '_')]);
});
const patternOf = (text) => [...text].map((ch) => (ch === '\n' || ch === '\r' ? '\\s*' : escaped(ch))).join(CONTROL);
const escaped = (ch) => `\\u{${(ch.codePointAt(0) ?? 0).toString(16)}}`;

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
;// CONCATENATED MODULE: ./.build/commands/building/secrets.js


/** Runs a build that nobody sees a secret of: neither in its lines nor in what it failed with. */
const hidingSecrets = async (secrets, service, build) => {
    const hide = hiding(await valuesOf(secrets, service));
    const built = await build((onLine) => (line) => onLine(hide(line)));
    return built.kind === 'failed' ? { ...built, lines: built.lines.map(hide) } : built;
};
/** What a build of it would lack, found out without building; null where every secret is here. */
const missingSecrets = async (secrets, service) => lackOf(service.name, await readAll(secrets, service));
/** Throws `no-secret` with all that are missing: a build with an empty one may well succeed, and make another image. */
const valuesOf = async (secrets, service) => {
    const read = await readAll(secrets, service);
    const missing = lackOf(service.name, read);
    if (missing)
        throw new words/* StaggerError */.IY(missing);
    return read.flatMap(({ value }) => value ?? []);
};
const readAll = (secrets, service) => Promise.all(Object.entries(service.secrets).map(async ([id, source]) => ({
    id,
    source,
    value: await secrets.read(source),
})));
const lackOf = (service, read) => {
    const missing = read.filter(({ value }) => value === null);
    return missing.length > 0 ? notHere(service, missing) : null;
};
/** All of them as one: a service has one problem. */
const notHere = (service, missing) => ({
    code: 'no-secret',
    fault: 'caller',
    problem: `${service} is built with ${missing.length === 1 ? 'the secret' : 'secrets'} ${missing.map(({ id }) => id).join(', ')}, which ${missing.length === 1 ? 'is' : 'are'} not here`,
    why: missing.map(({ source }) => whyNotHere(source)).join('\n'),
    fix: missing.map((one) => fixOf(service, one)).join('\n'),
});
const whyNotHere = (source) => source.kind === 'environment' ? `the variable ${source.name} is not set` : `there is no file ${source.path}`;
const fixOf = (service, { id, source }) => source.kind === 'environment'
    ? `set it: ${source.name}=… stagger build ${service}\nin a workflow: env: { ${source.name}: \${{ secrets.${source.name} }} }`
    : `make the file ${source.path} where the build runs, or take the secret from a variable: secrets: { ${id}: { env: NAME } }`;


/***/ }),

/***/ 2383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A4: () => (/* binding */ besideOf),
/* harmony export */   Nn: () => (/* binding */ copyWhole),
/* harmony export */   ww: () => (/* binding */ copyBeside)
/* harmony export */ });
/* harmony import */ var _image_referrers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78816);
/* harmony import */ var _image_stored_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93837);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59231);
/* harmony import */ var _building_attest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33733);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86629);





const NOTES = ['sig', 'att', 'sbom'];
const besideOf = async (registry, repository, { digest, body }) => {
    const parts = (0,_image_stored_js__WEBPACK_IMPORTED_MODULE_1__/* .readStored */ .CL)(_image_stored_js__WEBPACK_IMPORTED_MODULE_1__/* .indexSchema */ .me, body)?.manifests.map((one) => one.digest) ?? [];
    const images = [...new Set([digest, ...parts])];
    const names = images.flatMap((image) => NOTES.map((kind) => `${(0,_image_referrers_js__WEBPACK_IMPORTED_MODULE_0__/* .fallbackName */ .k5)(image)}.${kind}`));
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
/** An image by its digest, and all that is said about it: a signature that stays behind is worth nothing there. */
const copyWhole = async (world, image, to) => {
    const { registry } = world;
    const { repository: from, digest } = image;
    const manifest = await registry.manifest(from, digest);
    if (!manifest)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_2__/* .StaggerError */ .IY((0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .imageGone */ .J)(from, digest));
    const beside = await besideOf(registry, from, manifest);
    await registry.copy(image, to);
    await copyBeside({ ...world, from, to }, beside);
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
            throw new _words_js__WEBPACK_IMPORTED_MODULE_2__/* .StaggerError */ .IY((0,_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .imageGone */ .J)(to, digest));
        await (0,_building_attest_js__WEBPACK_IMPORTED_MODULE_3__/* .putReferrer */ .j)(registry, to, image, manifest);
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
const layersOf = ({ body }) => (0,_image_stored_js__WEBPACK_IMPORTED_MODULE_1__/* .readStored */ .CL)(_image_stored_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactSchema */ .yo, body)?.layers.map(({ digest }) => digest) ?? [];


/***/ }),

/***/ 86629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ imageGone),
/* harmony export */   o: () => (/* binding */ samePlace)
/* harmony export */ });
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


/***/ })

};
