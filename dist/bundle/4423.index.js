export const id = 4423;
export const ids = [4423];
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

/***/ 84423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action),
  tagCommand: () => (/* binding */ tagCommand)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./.build/image/names.js
var names = __webpack_require__(64976);
// EXTERNAL MODULE: ./.build/version/problems.js
var problems = __webpack_require__(62193);
// EXTERNAL MODULE: ./.build/version/release.js
var release = __webpack_require__(94768);
// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(68472);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
;// CONCATENATED MODULE: ./.build/version/unit.js


/** All units in the order of their services; or those that were asked for, by a group's name or a service's. */
const unitsOf = (services, names) => {
    const units = allUnits(services);
    const valid = [...services.map(({ service }) => service.name), ...units.flatMap(({ group }) => group ?? [])];
    const unknown = names.filter((name) => !valid.includes(name));
    const problems = unknown.map((name) => (0,nearest/* unknownName */.U)('service', name, valid));
    if (problems.length > 0)
        throw new words/* StaggerError */.IY(...problems);
    return names.length === 0 ? units : units.filter((unit) => names.some((name) => isCalled(unit, name)));
};
const allUnits = (services) => {
    const units = new Map();
    for (const planned of services) {
        const name = planned.service.group ?? planned.service.name;
        units.set(name, [...(units.get(name) ?? []), planned]);
    }
    return [...units].map(([name, members]) => ({
        name: name,
        group: members[0]?.service.group ?? null,
        members,
    }));
};
/** Whoever names one service of a group means all of it: they are released together. */
const isCalled = ({ name, members }, asked) => name === asked || members.some(({ service }) => service.name === asked);
/** The globs of the tags that tell which versions are taken: of a group's members also those from before they joined. */
const tagPatternsOf = ({ name, members }) => [...new Set([name, ...members.map(({ service }) => service.name)])].map((one) => `${one}/v*`);

// EXTERNAL MODULE: ./.build/commands/ledger.js
var commands_ledger = __webpack_require__(99324);
// EXTERNAL MODULE: ./.build/catalog/refusals.js
var refusals = __webpack_require__(32617);
;// CONCATENATED MODULE: ./.build/version/changelog.js
const SECTIONS = [
    ['Breaking changes', ({ bump }) => bump === 'major'],
    ['Features', ({ type }) => type === 'feat'],
    ['Fixes', ({ type }) => type === 'fix'],
    ['Other changes', () => true],
];
/** What is new, as Markdown: breaking changes, features, fixes, the rest; in each the newest first. */
const changelogOf = (shares) => {
    const lines = linesOf(shares);
    const told = new Set();
    const sections = SECTIONS.flatMap(([title, belongs]) => {
        const own = lines.filter((line) => !told.has(line) && belongs(line.statement));
        for (const line of own)
            told.add(line);
        return own.length === 0 ? [] : [[`### ${title}`, '', ...own.map(lineText)].join('\n')];
    });
    return sections.join('\n\n');
};
/** Each commit once, however many of a group it counts for. */
const linesOf = (shares) => {
    const commits = new Map(shares.flatMap(({ counted }) => counted.map((one) => [one.commit.oid, one])));
    return [...commits.values()].flatMap(({ commit, statements }) => statements.map((statement) => ({
        statement,
        commit: commit.oid.slice(0, 7),
        takers: takersOf(shares, commit.oid),
    })));
};
/** Of a service alone only by what way; of a group also who. */
const takersOf = (shares, commit) => {
    const takers = shares.flatMap(({ service, counted }) => {
        const one = counted.find((each) => each.commit.oid === commit);
        if (!one)
            return [];
        const way = one.through.length > 0 ? `through ${one.through.join(', ')}` : '';
        return [shares.length > 1 ? [service, way].filter(Boolean).join(' ') : way];
    });
    return takers.filter((taker) => taker !== '');
};
const lineText = ({ statement, commit, takers }) => {
    const { scope, text, breaking } = statement;
    const head = scope ? `**${plain(scope)}:** ${plain(text)}` : plain(text);
    const note = breaking ? `: ${plain(breaking)}` : '';
    const by = takers.length > 0 ? ` – ${takers.join('; ')}` : '';
    return `- ${head}${note} (${commit})${by}`;
};
/** One line, in which no element of HTML begins. */
const plain = (text) => text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('<', '\\<')
    .trim();

;// CONCATENATED MODULE: ./.build/version/bump.js
/** Which number of a version counts up, the highest first. */
const BUMPS = ['major', 'minor', 'patch'];
const isBump = (text) => BUMPS.includes(text);
/** Null of nothing. */
const highest = (bumps) => BUMPS.find((bump) => bumps.includes(bump)) ?? null;

// EXTERNAL MODULE: ./node_modules/conventional-commits-parser/dist/index.js + 5 modules
var dist = __webpack_require__(34674);
;// CONCATENATED MODULE: ./.build/version/conventional.js


/**
 * A type, perhaps a scope, perhaps `!`. A note must be in capitals and have its colon, as the specification has it: the
 * library takes any line that begins with “breaking change” for one.
 */
const parser = new dist/* CommitParser */.Jf({
    headerPattern: /^([\w-]+)(?:\(([^()]*)\))?(!)?: ([^\n]*)$/,
    headerCorrespondence: ['type', 'scope', 'mark', 'subject'],
    notesPattern: (keywords) => new RegExp(`^(${keywords}): (.*)`),
});
/** The library looks for issues in each line, and takes the square of its length for it. */
const LONGEST_LINE = 500;
/** GitHub writes the commits that a squash puts together into its message, each as `* HEADER`. */
const SQUASHED = /^\* (.+)$/gm;
/** In a list anybody may write `* Note: …`; these are commits. */
const TYPES = /^(?:feat|fix|perf|revert|refactor|docs|style|test|tests|chore|build|ci|deps)(?:\([^()]*\))?!?: /i;
/** What a commit says it did: its header, and the headers that a squash put into its body. */
const statementsOf = (message) => {
    const text = message.trim().replace(/[^\n]+/g, (line) => line.slice(0, LONGEST_LINE));
    if (text === '')
        return [{ ...OTHER, text: '(no message)' }];
    const squashed = [...text.matchAll(SQUASHED)].map(([, header = '']) => header.trim());
    const headers = squashed.filter((header) => TYPES.test(header));
    return told([statement(text), ...headers.map(statement)]);
};
/** The title of a squash mostly repeats one of its commits, with the number of the pull request. */
const told = (statements) => statements.filter((one, at) => !statements
    .slice(0, at)
    .some((other) => other.text.startsWith(one.text) && BUMPS.indexOf(other.bump) <= BUMPS.indexOf(one.bump)));
const OTHER = { type: null, scope: null, bump: 'patch', breaking: null };
const statement = (text) => {
    const { type, scope, mark, subject, header, notes } = parser.parse(text);
    const [note] = notes;
    const breaks = note !== undefined || mark === '!';
    const kind = type?.toLowerCase() ?? null;
    return {
        type: kind,
        scope: scope ?? null,
        text: subject || header || text,
        bump: breaks ? 'major' : kind === 'feat' ? 'minor' : 'patch',
        breaking: note?.text.trim() || null,
    };
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./.build/version/material.js

/**
 * What a service's image was made of at its last release, and what it is made of now, its own first. `then` is empty
 * where nobody can say.
 */
const materialOf = (service, now, then) => {
    const materials = [];
    const seen = new Set([service]);
    const open = [{ name: service, through: [] }];
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
        const { name, through } = next;
        const both = [now.get(name), then.get(name)];
        const redeclared = isSame(declarationOf(both[0]?.service), declarationOf(both[1]?.service)) ? null : name;
        materials.push({ through, paths: pathsOf(both[0], both[1]), redeclared });
        for (const edge of both.flatMap((made) => made?.image.inputs.edges ?? [])) {
            if (seen.has(edge.service))
                continue;
            seen.add(edge.service);
            open.push({ name: edge.service, through: [...through, edge.service] });
        }
    }
    return materials;
};
const pathsOf = (now, then) => new Set([now, then].flatMap((made) => (made ? inputPaths(made) : [])).concat(describing(now, then)));
const inputPaths = ({ image: { inputs } }) => [...inputs.inputs, ...inputs.declared, ...inputs.named.flatMap((named) => named.inputs)].map(({ path }) => path);
/** A Dockerfile counts where it says something else of the image than before, or nobody can say. */
const describing = (now, then) => {
    const saidBy = (made) => made && [made.image.inputs.instructions, made.image.inputs.args];
    if (now && then && isSame(saidBy(now), saidBy(then)))
        return [];
    return [now, then].flatMap((made) => made?.service.dockerfile ?? []);
};
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
/** What is said of a service's image. What others are called, and who is released together, decides none. */
const declarationOf = (service) => {
    if (!service)
        return null;
    const { imagesBuiltHere: _images, group: _group, name: _name, path: _path, ...rest } = service;
    return rest;
};
const saysTheSame = (one, other) => isSame(declarationOf(one), declarationOf(other));
/** At the repository's root: what compose, bake and Stagger read, and where compose has its variables from. */
const DECLARES = /^(?:(?:docker-)?compose(?:\.[^/]+)?|docker-bake(?:\.[^/]+)?|stagger)\.(?:ya?ml|hcl|json)$|^\.env$/;
/** Whether a file may say something of many services. */
const isDeclaring = (path) => DECLARES.test(path);
/** Whether a changed path is among them, itself or as a part of a folder. */
const decidedBy = ({ paths }, path) => {
    for (let at = path;; at = external_node_path_.posix.dirname(at)) {
        if (paths.has(at))
            return true;
        if (at === '.' || at === '/')
            return false;
    }
};

;// CONCATENATED MODULE: ./.build/version/counted.js



/** Those that touch what an image is made of, in their order. `materials` has its own first. */
const countedFor = (commits, materials, redeclares) => commits.flatMap((commit) => {
    for (const material of materials) {
        const path = commit.paths.find((one) => decidedBy(material, one)) ?? declaringPath(commit, material, redeclares);
        if (path !== undefined)
            return [{ commit, statements: statementsOf(commit.message), path, through: material.through }];
    }
    return [];
});
const declaringPath = (commit, { redeclared }, redeclares) => redeclared !== null && redeclares(commit, redeclared) ? commit.paths.find(isDeclaring) : undefined;
const bumpOf = ({ statements }) => highest(statements.map(({ bump }) => bump)) ?? 'patch';
const weigh = (counted) => {
    const bump = highest(counted.map(bumpOf)) ?? 'patch';
    return { bump, deciding: counted.find((one) => bumpOf(one) === bump) ?? null };
};

;// CONCATENATED MODULE: ./.build/version/history.js
const headerOf = ({ message }) => message.trimStart().split('\n', 1)[0]?.trim() || '(no message)';
/** Of what was read, the commits that one commit has and another does not, in the order in which they were read. */
const between = (log, base, head) => {
    const parents = new Map(log.map((commit) => [commit.oid, commit.parents]));
    const [old, now] = [reachable(parents, base), reachable(parents, head)];
    return log.filter(({ oid }) => now.has(oid) && !old.has(oid));
};
const reachable = (parents, from) => {
    const seen = new Set();
    const open = from === null ? [] : [from];
    for (let oid = open.pop(); oid !== undefined; oid = open.pop()) {
        if (seen.has(oid))
            continue;
        seen.add(oid);
        open.push(...(parents.get(oid) ?? []));
    }
    return seen;
};
const REVERTS = /^This reverts commit ([0-9a-f]{7,64})\b/m;
/** What was taken back in the meantime, and the commit that took it back, come to nothing. Newest first. */
const withoutReverted = (commits) => {
    const gone = new Set();
    for (const commit of commits) {
        const reverted = gone.has(commit.oid) ? undefined : REVERTS.exec(commit.message)?.[1];
        const target = reverted && commits.find(({ oid }) => oid.startsWith(reverted));
        if (!target || target.oid === commit.oid || gone.has(target.oid))
            continue;
        gone.add(commit.oid);
        gone.add(target.oid);
    }
    return commits.filter(({ oid }) => !gone.has(oid));
};

// EXTERNAL MODULE: ./.build/commands/commit-view.js + 13 modules
var commit_view = __webpack_require__(50353);
;// CONCATENATED MODULE: ./.build/commands/tagging/redeclared.js


/** More are not looked into: then each of them counts. */
const MOST = 200;
/**
 * Which commits say something else of which service. One file says something of many, so each commit that touches it
 * is compared with the one before it; one that is not to be had counts.
 */
const redeclaredBy = async (git, viewOf, commits, materials) => {
    const services = [...new Set(materials.flatMap(({ redeclared }) => redeclared ?? []))];
    const touching = services.length === 0 ? [] : commits.filter(({ paths }) => paths.some(isDeclaring));
    const oids = new Set(touching.map(({ oid }) => oid));
    if (touching.length > MOST)
        return ({ oid }) => oids.has(oid);
    const here = await git.bring([...new Set(touching.flatMap(({ oid, parents }) => [oid, ...parents]))]);
    const said = new Map();
    for (const { oid, parents } of touching) {
        const [before] = parents;
        if (before === undefined || !here.has(before) || !here.has(oid))
            continue;
        said.set(oid, await changedBetween(await viewOf(before), await viewOf(oid), services));
    }
    return ({ oid }, service) => oids.has(oid) && (said.get(oid)?.has(service) ?? true);
};
const changedBetween = async (before, after, services) => {
    const [then, now] = await Promise.all([before, after].map(servicesOf));
    return new Set(services.filter((name) => !saysTheSame(then?.get(name) ?? null, now?.get(name) ?? null)));
};
const servicesOf = async (view) => {
    const discovered = await view.discovered().catch(refusals/* nullIfRefused */.Je);
    return discovered && new Map(discovered.services.map((service) => [service.name, service]));
};

;// CONCATENATED MODULE: ./.build/commands/tagging/changes.js







/** What happened after the releases that are counted from. The history is read once, for all of them. */
const changesAfter = async (world, plan, bases) => {
    const { git } = world;
    const now = new Map(plan.services.map((planned) => [planned.service.name, planned]));
    const head = await (0,commit_view/* viewCommit */.N0)(git, plan.head, world.readConfiguration);
    const views = new Map();
    const viewOf = (commit) => {
        const view = views.get(commit) ?? (0,commit_view/* viewCommit */.N0)(git, commit, world.readConfiguration, head);
        views.set(commit, view);
        return view;
    };
    const read = await readHistory(git, plan.head, bases);
    return {
        since: async (unit, base) => {
            // Another run may have made a newer release meanwhile.
            const { here, log } = bases.includes(base) ? read : await readHistory(git, plan.head, [base]);
            if (!here.has(base))
                return UNKNOWN;
            const commits = withoutReverted(between(log, base, plan.head));
            const then = await viewOf(base);
            const members = unit.members.map(async ({ service: { name } }) => {
                const materials = materialOf(name, now, await madeFrom(then, name));
                return { service: name, materials };
            });
            const made = await Promise.all(members);
            const materials = made.flatMap((one) => one.materials);
            const redeclares = await redeclaredBy(git, viewOf, commits, materials);
            const shares = made.map((one) => ({
                service: one.service,
                counted: countedFor(commits, one.materials, redeclares),
            }));
            return { ...weigh(inOrder(commits, shares)), changelog: changelogOf(shares), unknown: false };
        },
    };
};
const UNKNOWN = { bump: 'patch', deciding: null, changelog: '', unknown: true };
const readHistory = async (git, head, bases) => {
    const here = await git.bring(bases);
    const known = [...new Set(bases)].filter((base) => here.has(base));
    return { here, log: known.length === 0 ? [] : await git.log([head, ...known], known) };
};
/** Each commit once, in the order of the history, however many services of a group it counts for. */
const inOrder = (commits, shares) => {
    const counted = new Map(shares.flatMap((share) => share.counted.map((one) => [one.commit.oid, one])));
    return commits.flatMap(({ oid }) => counted.get(oid) ?? []);
};
/** What cannot be read at the release does not count: then it is told by what it is made of now. */
const madeFrom = async (view, service) => {
    const made = new Map();
    const open = [service];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
        if (made.has(name))
            continue;
        const snapshot = await view.snapshot(name).catch(refusals/* nullIfRefused */.Je);
        if (!snapshot)
            continue;
        made.set(name, snapshot);
        open.push(...snapshot.image.inputs.edges.map((edge) => edge.service));
    }
    return made;
};

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./.build/version/next.js


/**
 * The version that these images have already. A version is a label on a digest, so the same image keeps its own, also
 * where it comes back by a revert. So does an image of the same inputs that was built again, where the first is not lost.
 */
const keptVersion = (releases, { images, asked, channel, lost = [] }) => {
    const sorted = (0,release/* newestFirst */.ll)(releases);
    if (asked.kind === 'as')
        return sameImages(sorted.filter(({ version }) => version === asked.version), images, lost);
    // A stable one before a pre-release, the newest before an older one.
    return (sameImages(sorted.filter(release/* isStable */.MQ), images, lost) ??
        sameImages(sorted.filter((release) => isOf(release, channel)), images, lost));
};
const sameImages = (releases, images, lost) => releases.find((release) => holds(release, images, (one, other) => one.digest === other.digest)) ??
    releases.find((release) => holds(release, images, (one, other) => one.fingerprint === other.fingerprint && !lost.includes(one.digest))) ??
    null;
const holds = ({ images: held }, images, isSame) => held?.size === images.size &&
    [...images].every(([service, image]) => {
        const one = held.get(service);
        return one !== undefined && isSame(one, image);
    });
/** What the next version is counted from: pre-releases do not count. */
const newestStable = (releases) => (0,release/* newestFirst */.ll)(releases.filter(release/* isStable */.MQ))[0] ?? null;
/** The one before a version, of its own kind: for people. */
const versionBefore = (releases, version) => (0,release/* newestFirst */.ll)(releases.filter(release/* isStable */.MQ)).find((one) => semver.lt(one.version, version))?.version ?? null;
/** The version to make. `bump` is what the commits call for. */
const nextVersion = (releases, { asked, channel }, bump, first) => {
    if (asked.kind === 'as')
        return asked.version;
    const newest = newestStable(releases)?.version ?? null;
    const stable = newest === null ? first : after(newest, asked.kind === 'bump' ? asked.bump : bump);
    return channel === null
        ? stable
        : `${stable}-${channel}.${countOf(releases, stable, channel) + 1}`;
};
const after = (newest, bump) => semver.inc(newest, bump);
const countOf = (releases, stable, channel) => Math.max(0, ...releases
    .filter(({ version }) => version.startsWith(`${stable}-`))
    .map(({ version }) => numberIn(version, channel)));
const numberIn = (version, channel) => {
    const [identifier, number] = semver.prerelease(version) ?? [];
    return identifier === channel && typeof number === 'number' ? number : 0;
};
const isOf = ({ version }, channel) => channel !== null && semver.prerelease(version)?.[0] === channel;

;// CONCATENATED MODULE: ./.build/version/reason.js



const becauseOf = ({ commit, path, through }) => ({
    commit: commit.oid,
    header: headerOf(commit),
    path,
    through,
});
/** Why an image gets a new version. */
const reasonOf = (version, { asked, bump, newest, deciding, unknown }) => {
    if (asked.kind === 'as')
        return newest !== null && semver.lt(version, newest)
            ? `asked for; ${newest} stays the newest`
            : 'asked for';
    if (newest === null)
        return (0,release/* isStable */.MQ)({ version })
            ? 'the first version: there is no release before it'
            : 'before the first version: there is no release yet';
    if (asked.kind === 'bump')
        return `asked for: ${bump}`;
    if (unknown)
        return `a new image since ${newest}, whose commit is not to be had: nobody can say what changed`;
    return deciding === null ? `a new image since ${newest}; no commit says why` : reason_told(deciding);
};
/** Longer ones are cut: they stand in a table. */
const reason_MOST = 72;
const reason_told = (counted) => {
    const { commit, header, path, through } = becauseOf(counted);
    const short = header.length > reason_MOST ? `${header.slice(0, reason_MOST - 1)}…` : header;
    const way = through.length > 0 ? `, an input of ${through.at(-1)}` : '';
    return `${short} (${commit.slice(0, 7)}) touches ${path}${way}`;
};
const keptReason = (version) => `the image of ${version}, with the same inputs`;
/** On a branch of pre-releases. */
const WAITS = 'its image is the main branch’s: it waits for that one’s version';

// EXTERNAL MODULE: ./.build/commands/tagging/image.js
var tagging_image = __webpack_require__(77600);
;// CONCATENATED MODULE: ./.build/commands/tagging/images.js


/** Throws where one of them has none: a version is for all. */
const findImages = async (registry, { members }, ledger, prefix, pullRequest) => {
    const found = members.map(async (planned) => [planned.service.name, await (0,tagging_image/* findImage */.F)(registry, planned, ledger, prefix, pullRequest)]);
    return new Map(await Promise.all(found));
};
/**
 * On a branch of pre-releases a group gets its version as a whole. Members that did not change have the main branch's
 * images: they are to go where this run may name them, beside the others. Where all are the main branch's, it shall name them.
 */
const gathered = (found, prefix) => {
    if (prefix === null)
        return found;
    const placed = [...found].map(([service, image]) => {
        const repository = (0,names/* repositoryOf */._M)(prefix, service, true);
        const isHere = image.repository === repository;
        return {
            isHere,
            entry: [service, isHere ? image : { ...image, repository, from: image.repository }],
        };
    });
    return placed.some(({ isHere }) => isHere) ? new Map(placed.map(({ entry }) => entry)) : found;
};
/** Images of the same inputs that have a version and that the registry holds no more. */
const lostAmong = async (registry, releases, found) => {
    const others = [...found].flatMap(([service, image]) => releases.flatMap(({ images }) => {
        const held = images?.get(service);
        return held?.fingerprint === image.fingerprint && held.digest !== image.digest
            ? [{ digest: held.digest, repository: held.repository ?? image.from ?? image.repository }]
            : [];
    }));
    const held = await Promise.all(others.map(({ repository, digest }) => registry.manifest(repository, digest)));
    return others.filter((_, at) => held[at] === null).map(({ digest }) => digest);
};
/** As a version names them: only those of the pull requests say where they are. */
const labelledImages = (found, channel) => new Map([...found].map(([service, { digest, fingerprint, repository }]) => [
    service,
    { digest, fingerprint, ...(channel === null ? {} : { repository }) },
]));

;// CONCATENATED MODULE: ./.build/commands/tagging/releases.js


/** The tags of all units, read in one go; those of `origin` come first. */
const tagsOf = async (git, units) => {
    const patterns = [...new Set(units.flatMap(tagPatternsOf))];
    await git.fetchTags(...patterns);
    return git.tags(...patterns);
};
/** The versions that a unit cannot take any more, with what they mean: also those of the ledger, from another group. */
const releasesFor = ({ name: own, members }, tags, remembered) => {
    const names = members.map(({ service }) => service.name);
    const tagged = [...new Set([own, ...names])].flatMap((name) => (0,release/* releasesOf */.w0)(name, tags));
    const known = new Set(tagged.map(({ version }) => version));
    const entries = names.flatMap((name) => remembered.get(name) ?? []);
    return [...tagged, ...entries.filter(({ version }) => !known.has(version)).map(release/* releasedAs */.kg)];
};

;// CONCATENATED MODULE: ./.build/commands/tagging/number.js






/** Reads which versions a unit has, and whether its images are one of them. */
const prepare = async ({ registry }, unit, found, { remembered, asked, channel }, tags) => {
    const releases = releasesFor(unit, tags, remembered);
    const lost = await lostAmong(registry, releases, found);
    const images = labelledImages(found, channel);
    return { unit, found, releases, kept: keptVersion(releases, { images, asked, channel, lost }) };
};
/** The commit that the next version is counted from; null where nothing is to be counted. */
const baseOf = ({ kept, releases }) => kept ? null : (newestStable(releases)?.commit ?? null);
/** The version that a unit has, or would get: nothing is made. */
const numberOf = async (prepared, { plan, asked, channel, first }, changes) => {
    const { unit, found, releases, kept } = prepared;
    if (kept?.images)
        return keptNumber(releases, { ...kept, images: kept.images });
    const newest = newestStable(releases);
    refuseTaken(unit, releases, asked);
    const changed = newest ? await changes.since(unit, newest.commit) : NOTHING;
    const bump = newest === null || asked.kind === 'as' ? null : asked.kind === 'bump' ? asked.bump : changed.bump;
    const version = nextVersion(releases, { asked, channel }, changed.bump, first);
    return {
        kind: 'new',
        version,
        previous: newest?.version ?? null,
        bump,
        images: labelledImages(found, channel),
        commit: plan.head,
        changelog: changed.changelog,
        because: changed.deciding && becauseOf(changed.deciding),
        reason: reasonOf(version, { ...changed, asked, bump, newest: newest?.version ?? null }),
    };
};
const NOTHING = { bump: 'patch', deciding: null, changelog: '', unknown: false };
const keptNumber = (releases, { version, images, commit, changelog }) => ({
    kind: 'kept',
    version,
    previous: versionBefore(releases, version),
    bump: null,
    images,
    commit,
    changelog,
    because: null,
    reason: keptReason(version),
});
const refuseTaken = ({ name }, releases, asked) => {
    if (asked.kind !== 'as' || !releases.some(({ version }) => version === asked.version))
        return;
    throw new words/* StaggerError */.IY((0,problems/* askedIsTaken */.c0)(name, asked.version, newestStable(releases)?.version ?? asked.version));
};

// EXTERNAL MODULE: ./.build/ledger/entries.js
var ledger_entries = __webpack_require__(44402);
;// CONCATENATED MODULE: ./.build/commands/tagging/record.js


/**
 * Remembers releases, and adds their versions to what the ledger holds of these images; others it leaves alone, also
 * those just written. What is there already is not written again.
 */
const recordReleases = (world, released, run) => {
    const time = new Date(world.clock.now()).toISOString();
    return (0,commands_ledger/* updateLedger */.RI)(world, async (ledger) => {
        const images = released.flatMap((one) => versioned(ledger.images.get(one.service), one));
        const releases = await unknownReleases(ledger, released);
        if (images.length + releases.length === 0)
            return null;
        const entries = releases.map((one) => ({ schema: 1, ...one, run, time }));
        const files = new Map([
            ...images.map((entry) => [(0,ledger_entries/* imagePath */.d0)(entry.service), (0,ledger_entries/* writeEntry */.cD)(entry)]),
            ...entries.map((entry) => [(0,ledger_entries/* releasePath */.bD)(entry.service, entry.version), (0,ledger_entries/* writeEntry */.cD)(entry)]),
        ]);
        const names = new Set([...images, ...releases].map(({ service, version }) => `${service} ${version}`));
        return { files, message: `version: ${[...names].join(', ')}` };
    });
};
const versioned = (entry, released) => {
    const { digest, version, fingerprint } = released;
    if (!entry || entry.fingerprint !== fingerprint)
        return [];
    return entry.version === version && entry.digest === digest ? [] : [{ ...entry, digest, version }];
};
const unknownReleases = async (ledger, released) => {
    const known = await ledger.releases();
    return released.filter(({ service, version }) => !known.get(service)?.some((one) => one.version === version));
};

;// CONCATENATED MODULE: ./.build/commands/tagging/turns.js
/**
 * A ref for each service that moves with each of its versions. A tag alone is a lock on its own number only: two runs
 * that count up different ones would both get through, and one image would have two versions.
 */
const turnRef = (service) => `refs/stagger/versions/${service}`;
/** To be read before the tags are: then whatever they do not tell yet moves one of these. */
const turnsOf = async (git, units) => {
    const refs = [...new Set(units.flatMap(refsOf))];
    const there = await git.refsAtOrigin(refs);
    return new Map(refs.map((ref) => [ref, there.get(ref) ?? null]));
};
/** Of a group all members': they may have been alone before. */
const turnsFor = (unit, turns) => new Map(refsOf(unit).map((ref) => [ref, turns.get(ref) ?? null]));
const refsOf = ({ members }) => members.map(({ service }) => turnRef(service.name));

;// CONCATENATED MODULE: ./.build/commands/tagging/give.js






/** Runs that tag one unit at once give way to each other this often before one gives up. */
const TRIES = 30;
/**
 * Makes the version's git tag, if it is this run's turn still. Whoever comes second reads again, and keeps what the first
 * one made or takes the next number.
 */
const giveNumber = async (world, prepared, numbering, changes, seen) => {
    const { unit, found } = prepared;
    let [now, turns] = [prepared, turnsFor(unit, seen)];
    for (let attempt = 1;; attempt++) {
        const numbered = await numberOf(now, numbering, changes);
        if (numbered.kind === 'kept')
            return numbered;
        const label = (0,release/* annotation */.w7)({ ...numbered, name: unit.name });
        const name = (0,release/* tagName */.wZ)(unit.name, numbered.version);
        if ((await world.git.createTag(name, numbered.commit, label, turns)) === 'created')
            return numbered;
        if (attempt === TRIES)
            throw new words/* StaggerError */.IY((0,problems/* tagsBusy */.zP)(unit.name, TRIES));
        await world.clock.sleep(20 * attempt);
        turns = await turnsOf(world.git, [unit]);
        now = await prepare(world, unit, found, numbering, await tagsOf(world.git, [unit]));
    }
};

// EXTERNAL MODULE: ./.build/commands/copying/beside.js
var beside = __webpack_require__(2383);
;// CONCATENATED MODULE: ./.build/commands/tagging/publish.js





/** Where the main branch has images that it built: a branch's run names none of them. */
const repositoriesOfMain = (found, prefix) => [...found].flatMap(([service, { repository }]) => prefix === null || repository !== (0,names/* repositoryOf */._M)(prefix, service, true) ? [repository] : []);
/** Gives each image of a unit the version as its name, also those that did not change. A version never moves. */
const nameImages = async (world, found, { images, version }) => {
    await Promise.all([...images].map(async ([service, { digest, repository }]) => {
        const image = found.get(service);
        const place = repository ?? image?.repository;
        if (place === undefined)
            return;
        if (image?.from !== undefined && image.digest === digest)
            await bring(world, image.from, digest, place);
        await world.registry.label(place, digest, version);
    }));
};
const bring = async (world, from, digest, to) => {
    await world.registry.prepare(to, false);
    await (0,beside/* copyWhole */.Nn)(world, { repository: from, digest }, to);
};
/** The version's release on GitHub, and where it is. One that is there already is fine. */
const releaseOnGitHub = async ({ github }, { name }, { version, changelog }) => {
    const tag = (0,release/* tagName */.wZ)(name, version);
    if (!github)
        throw new words/* StaggerError */.IY((0,problems/* noGitHub */.LT)(tag));
    const body = changelog === '' ? `${name} ${version}` : changelog;
    return github.release({ tag, name: `${name} ${version}`, body, prerelease: !(0,release/* isStable */.MQ)({ version }) });
};

;// CONCATENATED MODULE: ./.build/commands/tagging/rows.js


const rows_NOTHING = {
    version: null,
    previous: null,
    bump: null,
    digest: null,
    because: null,
    changelog: null,
    release: null,
};
/** A version is for all services of a unit, and so is what stands in its way. */
const failedRows = ({ members, group }, problem) => members.map(({ service: { name }, image: { fingerprint } }) => ({
    ...rows_NOTHING,
    name,
    group,
    fingerprint,
    outcome: 'failed',
    reason: problem.problem,
    problem,
}));
/** Its image is the main branch's, which gives it a version: nothing is wrong where nobody asked for one by name. */
const waitingRows = ({ unit: { members, group }, found, releases, }) => members.map(({ service: { name }, image: { fingerprint } }) => ({
    ...rows_NOTHING,
    name,
    group,
    fingerprint,
    previous: newestStable(releases)?.version ?? null,
    digest: found.get(name)?.digest ?? null,
    outcome: 'waiting',
    reason: WAITS,
    problem: null,
}));
/** `release` is where GitHub has it, why it has not, or null where nobody wants one. */
const rowsOf = ({ members, group }, numbered, dryRun, release) => members.map(({ service: { name }, image: { fingerprint } }) => ({
    name,
    group,
    version: numbered.version,
    previous: numbered.previous,
    bump: numbered.bump,
    digest: numbered.images.get(name)?.digest ?? null,
    fingerprint,
    outcome: numbered.kind === 'kept' ? 'kept' : dryRun ? 'planned' : 'created',
    reason: numbered.reason,
    because: numbered.because,
    changelog: numbered.changelog || null,
    release: typeof release === 'string' ? release : null,
    problem: typeof release === 'string' ? null : (release?.problem ?? null),
}));

;// CONCATENATED MODULE: ./.build/commands/tagging/unit.js








const prepareUnit = (world, unit, circumstances) => {
    const { ledger, prefix, pullRequest, channel } = circumstances;
    return orProblem(unit, async () => {
        const there = await findImages(world.registry, unit, ledger, prefix, pullRequest);
        const found = channel === null ? there : gathered(there, prefix);
        return prepare(world, unit, found, circumstances, circumstances.tags);
    });
};
const orProblem = async (unit, work) => {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof words/* StaggerError */.IY) || !error.problems[0])
            throw error;
        return { unit, problem: error.problems[0] };
    }
};
/** Gives a unit its version, and makes up what an earlier run of it left undone. */
const tagUnit = async (world, ready, circumstances, changes) => {
    if ('problem' in ready)
        return { rows: failedRows(ready.unit, ready.problem), released: [] };
    const ofMain = ofMainHere(ready, circumstances);
    if (ofMain.length > 0)
        return { rows: leftToMain(ready, ofMain, circumstances), released: [] };
    const made = await orProblem(ready.unit, () => numberUnit(world, ready, circumstances, changes));
    if ('problem' in made)
        return { rows: failedRows(made.unit, made.problem), released: [] };
    const { unit } = ready;
    const release = circumstances.githubRelease && isToMake(made, circumstances)
        ? await orProblem(unit, () => releaseOnGitHub(world, unit, made))
        : null;
    return { rows: rowsOf(unit, made, circumstances.dryRun, release), released: releasedBy(ready, made) };
};
/** On a branch of pre-releases, where images without a version are the main branch's to name. */
const ofMainHere = ({ found, kept }, { channel, prefix }) => channel === null || kept ? [] : repositoriesOfMain(found, prefix);
/** Who asks for this one is told why it gets none; among all of them it is as it should be. */
const leftToMain = (prepared, ofMain, { services, asked }) => services.length > 0 || asked.kind === 'as'
    ? failedRows(prepared.unit, (0,problems/* imageOfMain */.mt)(prepared.unit.name, ofMain))
    : waitingRows(prepared);
/** Of a stable version a branch's run makes nothing: the run that everybody trusts did. */
const isToMake = (made, { dryRun, channel }) => !dryRun && (channel === null || !(0,release/* isStable */.MQ)(made));
const releasedBy = ({ unit, found }, { images, version, commit }) => [...images].map(([service, { digest, fingerprint }]) => ({
    ...{ service, group: unit.group, version, digest, fingerprint, commit },
    repository: found.get(service)?.repository ?? '',
}));
const numberUnit = async (world, prepared, circumstances, changes) => {
    const { found, unit } = prepared;
    if (circumstances.dryRun)
        return numberOf(prepared, circumstances, changes);
    const numbered = await giveNumber(world, prepared, circumstances, changes, circumstances.turns);
    if (isToMake(numbered, circumstances))
        await nameImages(world, found, numbered);
    if (numbered.kind === 'new')
        world.progress.say(`${unit.name}: ${numbered.version}`);
    return numbered;
};

;// CONCATENATED MODULE: ./.build/commands/tag.js













const AT_ONCE = 4;
/** Gives each service's image of this commit its own version: in git, in the registry, in the ledger. */
const tag = async (world, request) => {
    const units = unitsOf(request.plan.services, request.services);
    refuseAsked(request, units);
    const prefix = request.prefix === null ? null : (0,names/* checkedPrefix */.ge)(request.prefix);
    const ledger = await (0,commands_ledger/* currentLedger */.$I)(world.git, false);
    const turns = await turnsOf(world.git, request.dryRun ? [] : units);
    const [remembered, tags] = [await ledger.releases(), await tagsOf(world.git, units)];
    const circumstances = { ...request, prefix, ledger, remembered, tags, turns };
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    const prepared = await Promise.all(units.map((unit) => limit(() => prepareUnit(world, unit, circumstances))));
    const changes = changesOnce(world, request, prepared.flatMap(basesOf));
    const results = await Promise.all(prepared.map((one) => limit(() => tagUnit(world, one, circumstances, changes))));
    const released = results.flatMap((one) => one.released);
    if (request.trusted && !request.dryRun && request.channel === null)
        await recordReleases(world, released, request.run);
    return {
        schema: 1,
        services: tag_inOrder(request, results.flatMap(({ rows }) => rows)),
    };
};
const tagExitCode = ({ services }) => (0,words/* exitCode */.I$)(services.flatMap(({ problem }) => (problem ? [problem.fault] : [])));
const refuseAsked = ({ asked, channel }, units) => {
    if (asked.kind !== 'as')
        return;
    const { version } = asked;
    if (units.length !== 1)
        throw new words/* StaggerError */.IY((0,problems/* notOne */.eJ)(version, units.map(({ name }) => name)));
    if (channel !== null && (0,release/* isStable */.MQ)({ version }))
        throw new words/* StaggerError */.IY((0,problems/* notAPrerelease */.JP)(version, channel));
};
const basesOf = (ready) => {
    const base = 'problem' in ready ? null : baseOf(ready);
    return base === null ? [] : [base];
};
/** The history is read when the first one needs it. */
const changesOnce = (world, { plan }, bases) => {
    let read = null;
    return {
        since: async (unit, base) => {
            read ??= changesAfter(world, plan, bases);
            return (await read).since(unit, base);
        },
    };
};
/** As the plan has them: the services of a group may stand apart. */
const tag_inOrder = ({ plan }, rows) => plan.services.flatMap(({ service }) => rows.filter(({ name }) => name === service.name));

// EXTERNAL MODULE: ./.build/platform/registry/choose.js + 17 modules
var choose = __webpack_require__(40359);
// EXTERNAL MODULE: ./.build/report/outcomes.js
var outcomes = __webpack_require__(17628);
// EXTERNAL MODULE: ./.build/report/problem.js
var problem = __webpack_require__(88482);
// EXTERNAL MODULE: ./.build/report/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./.build/report/tag.js



/** What `tag --json` prints. */
const tagJson = ({ schema, services }) => ({ schema, services });
/** The same for a workflow: what people wrote, into a commit or as a file's name, reaches no other step unseen. */
const tagOutput = ({ schema, services }) => ({
    schema,
    services: services.map(({ reason: _reason, because: _because, changelog: _changelog, ...rest }) => rest),
});
const tagProblems = ({ services }) => (0,outcomes/* distinct */.dM)(services.map(({ problem }) => problem));
/** The version of each unit: a group has one. */
const versionsOf = (result) => tag_unitsOf(result).map(([first]) => first?.version ?? '');
/** The rows that belong together: those of a group, or one alone. */
const tag_unitsOf = ({ services }) => {
    const units = new Map();
    for (const row of services) {
        const name = row.group ?? row.name;
        units.set(name, [...(units.get(name) ?? []), row]);
    }
    return [...units.values()];
};
const COLUMNS = [
    { title: 'service' },
    { title: 'version' },
    { title: 'before' },
    { title: 'image', code: true },
    { title: 'outcome' },
    { title: 'why' },
];
const GROUP = { title: 'group' };
const columnsOf = (grouped) => grouped ? COLUMNS.flatMap((column, at) => (at === 0 ? [column, GROUP] : [column])) : COLUMNS;
const row = ({ name, group, version, previous, digest, outcome, reason }, grouped) => [
    name,
    ...(grouped ? [group ?? '–'] : []),
    version ?? '–',
    previous ?? '–',
    (0,outcomes/* short */.h0)(digest),
    outcome,
    reason,
];
/** What a table of a result is made of; groups have a column where there are some. */
const tabular = ({ services }) => {
    const grouped = services.some(({ group }) => group !== null);
    return [columnsOf(grouped), services.map((one) => row(one, grouped))];
};
const tagHeadline = ({ services }) => services.length === 0
    ? 'Nothing to tag: there is no service.'
    : (0,outcomes/* tally */.N4)(services.map(({ outcome }) => outcome));
/** For a terminal. The problems are told apart from the result. */
const tagText = (result) => {
    const planned = result.services.some(({ outcome }) => outcome === 'planned');
    const rows = result.services.length > 0 ? ['\n', (0,table/* table */.tp)(...tabular(result))] : [];
    const hint = planned ? ['\nThis was a dry run. With --yes the versions are made.\n'] : [];
    return [`${tagHeadline(result)}\n`, ...rows, ...hint].join('');
};
/** For a job's summary: what is new stands folded below the table. */
const tagMarkdown = (result) => [
    `**${tagHeadline(result)}**\n`,
    ...(result.services.length > 0 ? [(0,table/* markdownTable */.Qj)(...tabular(result))] : []),
    ...tag_unitsOf(result).flatMap(news),
    ...tagProblems(result).map(problem/* problemMarkdown */.P5),
    '<sub>On a laptop: <code>stagger tag</code></sub>\n',
].join('\n');
const news = ([first]) => {
    if (!first?.changelog || first.outcome === 'kept')
        return [];
    const title = `${first.group ?? first.name} ${first.version}`;
    const since = first.previous ? `, since ${first.previous}` : '';
    const link = first.release ? `\n[The release on GitHub](${first.release})\n` : '';
    return [
        `<details><summary>${(0,table/* markdownText */.p7)(title)}${since}</summary>\n\n${first.changelog}\n${link}\n</details>\n`,
    ];
};

;// CONCATENATED MODULE: ./.build/version/asked.js



/** Reads what was asked for. Throws every problem at once. */
const readAsked = ({ bump, as }) => {
    const problems = [
        ...(bump !== null && as !== null ? [both()] : []),
        ...(bump !== null && !isBump(bump) ? [noBump(bump)] : []),
        ...(as !== null && !isVersion(as) ? [noVersion(as)] : []),
    ];
    if (problems.length > 0)
        throw new words/* StaggerError */.IY(...problems);
    if (as !== null)
        return { kind: 'as', version: as };
    return bump !== null && isBump(bump) ? { kind: 'bump', bump } : { kind: 'commits' };
};
/** As it stands: no `v`, and no `+build`, which the name of an image cannot hold. */
const isVersion = (text) => semver.valid(text) === text;
const refused = (code, problem, why, fix) => ({
    code,
    fault: 'caller',
    problem,
    why,
    fix,
});
const both = () => refused('bump-and-as', '--bump and --as do not go together', '--bump says which number counts up, --as says the version itself', 'leave one of them out');
const noBump = (text) => refused('unknown-bump', `${JSON.stringify(text)} is nothing that a version could count up`, `there are: ${BUMPS.join(', ')}`, 'stagger tag SERVICE --bump minor');
const noVersion = (text) => {
    const close = semver.coerce(text, { includePrerelease: true })?.version;
    return refused('invalid-version', `${JSON.stringify(text)} is no version`, 'a version is three numbers without v, perhaps with a pre-release, and nothing after a +: 2.0.0, 2.0.0-rc.1', close === undefined ? '--as 2.0.0' : `did you mean --as ${close}?`);
};

// EXTERNAL MODULE: ./.build/version/settings.js
var settings = __webpack_require__(80844);
;// CONCATENATED MODULE: ./.build/platform/github-problems.js
const noRelease = (repository, tag, failure) => ({
    code: isRefusal(failure) ? 'release-not-allowed' : 'release-failed',
    problem: `${tag} got no release on GitHub`,
    why: `${repository} answered ${failure.status}: ${failure.said}`,
    ...wayOut(failure),
});
/** GitHub hides what one may not see: then it is not found. */
const isRefusal = ({ status, said }) => [401, 403, 404].includes(status) && !/rate limit/i.test(said);
const wayOut = (failure) => {
    if (isRefusal(failure))
        return {
            fault: 'caller',
            fix: 'give the job `permissions: contents: write`, or leave `github-release` out; the version itself is made',
        };
    return { fault: 'world', fix: 'run it again: the version is made, and gets its release then' };
};

;// CONCATENATED MODULE: ./.build/platform/github.js


/** GitHub through its REST API. Its client is loaded with the first request. */
const openGitHub = ({ token, repository, api }) => {
    const [owner = '', repo = ''] = repository.split('/');
    const client = async () => (await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413))).getOctokit(token, { baseUrl: api, log: SILENT }).rest.repos;
    const find = async (tag) => {
        const found = await answered(async () => (await client()).getReleaseByTag({ owner, repo, tag }));
        if ('url' in found)
            return found.url;
        if (found.status === 404)
            return null;
        throw new words/* StaggerError */.IY(noRelease(repository, tag, found));
    };
    return {
        release: async ({ tag, ...release }) => {
            const there = await find(tag);
            if (there !== null)
                return there;
            // One service of many: its newest release is not the repository's.
            const fields = { owner, repo, tag_name: tag, make_latest: 'false', ...release };
            const made = await answered(async () => (await client()).createRelease(fields));
            if ('url' in made)
                return made.url;
            // Another run may have made it since.
            const other = made.status === 422 ? await find(tag) : null;
            if (other !== null)
                return other;
            throw new words/* StaggerError */.IY(noRelease(repository, tag, made));
        },
    };
};
/** What it has to say of its own is told as a problem. */
const SILENT = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
const answered = async (ask) => {
    try {
        return { url: (await ask()).data.html_url };
    }
    catch (error) {
        if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number')
            throw error;
        return { status: error.status, said: error.message };
    }
};

;// CONCATENATED MODULE: ./.build/main/github.js

/** The repository that a run belongs to; null where nothing says which, or with what token. */
const gitHubOf = (token, env = process.env) => {
    const given = token || env.GITHUB_TOKEN;
    const repository = env.GITHUB_REPOSITORY;
    if (!given || !repository)
        return null;
    return openGitHub({ token: given, repository, api: env.GITHUB_API_URL || 'https://api.github.com' });
};

// EXTERNAL MODULE: ./.build/main/invocation.js + 1 modules
var invocation = __webpack_require__(63752);
// EXTERNAL MODULE: ./.build/main/session.js + 34 modules
var main_session = __webpack_require__(71489);
;// CONCATENATED MODULE: ./.build/main/tag.js








const run = (options, progress) => {
    const asked = readAsked(options);
    return (0,main_session/* inSession */.Cp)(options.repo, progress, async (session) => {
        const request = { ...(await requestOf(session, options)), asked };
        return tag({ ...session, registry: (0,choose/* openRegistries */.c)(), github: gitHubOf(options.token) }, request);
    });
};
const requestOf = async (session, options) => {
    const plan = await (0,main_session/* planIn */.rP)(session);
    const { version = {} } = await (0,main_session/* configurationIn */.AM)(session, plan);
    const may = (0,invocation/* releasing */.b)(session.invocation, options.yes, version.prereleases ?? {});
    return {
        plan,
        services: options.services,
        prefix: await (0,main_session/* registryIn */.hY)(session, plan, options.registry),
        dryRun: may.kind === 'nothing',
        channel: may.kind === 'prereleases' ? may.channel : null,
        pullRequest: session.invocation.pullRequest && !options.yes,
        trusted: session.invocation.trusted || options.yes,
        run: session.invocation.run,
        first: (version.first ?? settings/* FIRST */.R),
        githubRelease: version['github-release'] ?? false,
    };
};
const tagCommand = async (options, progress) => {
    const result = await run(options, progress);
    const problems = result.services.flatMap(({ problem }) => problem ?? []);
    return { code: tagExitCode(result), json: tagJson(result), text: tagText(result), problems };
};
const action = async (progress, inputs) => {
    const result = await run({
        repo: inputs.text('working-directory', '.'),
        services: inputs.words('service'),
        registry: inputs.text('registry', '') || null,
        bump: inputs.text('bump', '') || null,
        as: inputs.text('as', '') || null,
        token: inputs.text('github-token', '') || null,
        yes: false,
    }, progress);
    return {
        code: tagExitCode(result),
        headline: tagHeadline(result),
        summary: tagMarkdown(result),
        outputs: { result: JSON.stringify(tagOutput(result)), version: onlyVersion(versionsOf(result)) },
        problems: result.services.flatMap(({ problem }) => problem ?? []),
    };
};
/** For the usual job of a matrix, which tags one service, or one group. */
const onlyVersion = (versions) => versions.length === 1 ? (versions[0] ?? '') : '';


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


/***/ }),

/***/ 80844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ versionSchema),
/* harmony export */   R: () => (/* binding */ FIRST)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

const IDENTIFIER = 'the identifier of pre-releases has letters, digits and -, and is no number: beta';
const prereleases = valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[^\s~^:?[\\]+$/, 'a branch pattern is a branch name in which * and ** may stand')), valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(IDENTIFIER), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxLength */ .Ru6(32, IDENTIFIER), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?!\d+$)[0-9A-Za-z-]+$/, IDENTIFIER)), 'prereleases must be a map from branches to identifiers: { next: beta, "feature/*": dev }');
const VERSION = 'first must be a version without v, such as 0.1.0';
/** Of the schema, so that editors know it too: semver's own rule for a version that is no pre-release. */
const PLAIN = /^(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})$/;
/** The `version:` of stagger.yml. */
const versionSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    first: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(VERSION), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(PLAIN, VERSION), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The first version of a service; 0.1.0 by default.'))),
    prereleases: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(prereleases, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Branches whose images get pre-releases, with their identifier: { next: beta, "feature/*": dev }.'))),
    'github-release': valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY('github-release must be true or false'), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Whether each version gets a release on GitHub as well; false by default.'))),
}, 'version must be a map: { first: 1.0.0, prereleases: { next: beta } }'), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('How versions are made.'));
/** The first version where nothing else is said. */
const FIRST = '0.1.0';


/***/ })

};
