export const id = 1489;
export const ids = [1489];
export const modules = {

/***/ 52185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ BAKE_FILES)
/* harmony export */ });
/** The files that `docker buildx bake` reads without being told, in its order: a later one comes on top of those before. */
const BAKE_FILES = [
    'docker-bake.json',
    'docker-bake.hcl',
    'docker-bake.override.json',
    'docker-bake.override.hcl',
];


/***/ }),

/***/ 27306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ settle)
/* harmony export */ });
/* harmony import */ var _dockerfile_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18940);

/**
 * The services of a file, each knowing which images the others build. What takes from one that is left out is left out as
 * well: nobody could see it change. `elsewhere` has the images of those that are not built here.
 */
const settle = (candidates, elsewhere = new Map()) => {
    const built = new Set(candidates.map(({ name }) => name));
    const services = new Map();
    const warnings = [];
    for (const one of candidates)
        if ('service' in one)
            services.set(one.name, withImages(one.service, built, elsewhere));
        else
            warnings.push(`${one.name} is left out: ${one.leftOut}`);
    for (let lost = firstLost(services); lost; lost = firstLost(services)) {
        services.delete(lost.name);
        warnings.push(`${lost.name} is left out: it is built from ${lost.from}, which is not built here`);
    }
    const imagesBuiltHere = builders(candidates);
    return { services: [...services.values()].map((service) => ({ ...service, imagesBuiltHere })), warnings };
};
/** A named context that is a service with an image from elsewhere is that image. */
const withImages = (service, built, elsewhere) => {
    const resolved = (context) => {
        const image = context.kind === 'service' ? elsewhere.get(context.service) : undefined;
        const here = context.kind === 'service' && built.has(context.service);
        return image === undefined || here ? context : { kind: 'remote', address: image };
    };
    const contexts = Object.entries(service.contexts).map(([name, context]) => [name, resolved(context)]);
    return { ...service, contexts: Object.fromEntries(contexts) };
};
const firstLost = (services) => {
    for (const { name, contexts } of services.values())
        for (const context of Object.values(contexts))
            if (context.kind === 'service' && !services.has(context.service))
                return { name, from: context.service };
    return null;
};
/** Also of those that were left out: whoever takes from their images must not count as unchanged. */
const builders = (candidates) => Object.fromEntries(candidates.flatMap(({ name, images }) => images.map((image) => [(0,_dockerfile_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .familiarName */ .h)(image), name])));


/***/ }),

/***/ 34589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zz: () => (/* binding */ COMPOSE_FILES),
  Sv: () => (/* binding */ discoverCompose),
  MY: () => (/* binding */ isVariant)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/dotenv/dist/index.cjs
var dist = __webpack_require__(88230);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/catalog/candidates.js
var candidates = __webpack_require__(27306);
// EXTERNAL MODULE: ./.build/catalog/interpolate.js
var interpolate = __webpack_require__(62373);
// EXTERNAL MODULE: ./.build/catalog/tree.js
var tree = __webpack_require__(46800);
// EXTERNAL MODULE: ./.build/catalog/compose/file.js
var compose_file = __webpack_require__(59219);
// EXTERNAL MODULE: ./.build/catalog/named-context.js
var named_context = __webpack_require__(27033);
;// CONCATENATED MODULE: ./.build/catalog/compose/secrets.js


/** Which of the file's secrets a build takes, by the id that its Dockerfile says. */
const takenSecrets = (secrets) => Object.fromEntries(secrets.map((secret) => {
    if (typeof secret === 'string')
        return [secret, secret];
    const source = secret.source ?? '';
    return [secret.target ?? source, source];
}));
/** Where they come from. One that the file does not define comes from nowhere: the build says so. */
const secretsOf = (taken, defined, file, variable) => Object.fromEntries(Object.entries(taken).flatMap(([id, name]) => {
    const source = sourceOf(defined?.[name], file, variable);
    return source ? [[id, source]] : [];
}));
const sourceOf = (secret, file, variable) => {
    if (secret?.environment)
        return { kind: 'environment', name: secret.environment };
    if (!secret?.file)
        return null;
    const path = (0,interpolate/* interpolate */.G)(secret.file, variable);
    return { kind: 'file', path: path.startsWith('/') ? path : external_node_path_.posix.join(external_node_path_.posix.dirname(file), path) };
};

;// CONCATENATED MODULE: ./.build/catalog/compose/build.js




const readBuild = (build, file, variable) => {
    const settings = typeof build === 'string' ? { context: build } : build;
    const put = (text) => text === null || text === undefined ? null : (0,interpolate/* interpolate */.G)(text, variable);
    const here = (path) => fromRoot(external_node_path_.posix.dirname(file), path);
    const context = put(settings.context);
    return {
        file,
        context: context === null ? null : here(context),
        dockerfile: put(settings.dockerfile),
        inline: put(settings.dockerfile_inline),
        target: put(settings.target),
        args: argumentsOf(settings.args ?? {}, variable),
        contexts: mapValues(argumentsOf(settings.additional_contexts ?? {}, variable), here),
        labels: argumentsOf(settings.labels ?? {}, variable),
        secrets: takenSecrets(settings.secrets ?? []),
        ssh: Object.entries(argumentsOf(settings.ssh ?? {}, () => '')).map(([id, path]) => path ? `${id}=${path}` : id),
        platforms: (settings.platforms ?? []).map((platform) => (0,interpolate/* interpolate */.G)(platform, variable)),
    };
};
/** What another file says of the same service lies below this one: a text is replaced, a map or a list goes on. */
const onTopOf = (above, below) => {
    if (!below)
        return above;
    return {
        file: above.inline === null && below.inline !== null ? below.file : above.file,
        context: above.context ?? below.context,
        dockerfile: above.dockerfile ?? below.dockerfile,
        inline: above.inline ?? below.inline,
        target: above.target ?? below.target,
        args: { ...below.args, ...above.args },
        contexts: { ...below.contexts, ...above.contexts },
        labels: { ...below.labels, ...above.labels },
        secrets: { ...below.secrets, ...above.secrets },
        ssh: [...new Set([...below.ssh, ...above.ssh])],
        platforms: [...new Set([...below.platforms, ...above.platforms])],
    };
};
/** What names no path stays as it is: `service:base`, `docker-image://…`, an address. */
const fromRoot = (folder, text) => (0,named_context/* isRemote */.Vx)(text) || /^[a-z-]+:/.test(text) || text.startsWith('/') ? text : external_node_path_.posix.join(folder, text);
const mapValues = (record, change) => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
/** `KEY: value`, or `- KEY=value`; a key without a value takes it from the environment, if it is there. */
const argumentsOf = (args, variable) => {
    const pairs = Array.isArray(args) ? args.map(splitPair) : Object.entries(args);
    return Object.fromEntries(pairs.flatMap(([name, value]) => {
        const text = value === null ? variable(name) : (0,interpolate/* interpolate */.G)(String(value), variable);
        return text === undefined ? [] : [[name, text]];
    }));
};
const splitPair = (text) => {
    const equals = text.indexOf('=');
    return equals < 0 ? [text, null] : [text.slice(0, equals), text.slice(equals + 1)];
};

;// CONCATENATED MODULE: ./.build/catalog/compose/extends.js



/** Thrown where a chain of `extends` leads nowhere, or in a circle. */
class BrokenExtends extends Error {
}
const extend = async (service, file, variable, find, path = []) => {
    const own = service.build ? readBuild(service.build, file, variable) : null;
    const image = service.image ?? null;
    const below = await extended(service, file, variable, find, path);
    if (!below)
        return { build: own, image };
    return { build: own ? onTopOf(own, below.build) : below.build, image: image ?? below.image };
};
const extended = async ({ extends: from }, file, variable, find, path) => {
    if (!from)
        return null;
    const name = typeof from === 'string' ? from : from.service;
    const other = typeof from === 'string' || from.file === undefined ? null : (0,interpolate/* interpolate */.G)(from.file, variable);
    const where = other === null ? file : external_node_path_.posix.join(external_node_path_.posix.dirname(file), other);
    const key = `${name} of ${where}`;
    if (path.includes(key))
        throw new BrokenExtends(`it extends ${key}, which extends it`);
    const base = await find(where, name);
    if (!base)
        throw new BrokenExtends(`it extends ${key}, which is not there`);
    return extend(base, where, variable, find, [...path, key]);
};

;// CONCATENATED MODULE: ./.build/catalog/compose/read-service.js


/** A service with what it extends; or why it cannot be told what it is built from. */
const readService = async (service, file, variable, composeAt) => {
    try {
        return await extend(service, file, variable, async (where, name) => {
            const compose = await composeAt(where);
            return compose?.services?.[name] ?? null;
        });
    }
    catch (error) {
        if (error instanceof BrokenExtends)
            return { leftOut: error.message };
        if (error instanceof interpolate/* RequiredVariable */.y)
            return { leftOut: requires(error) };
        throw error;
    }
};
/** What only decides how an image is called need not be known. */
const imageName = (image, variable) => {
    try {
        return image === null ? null : (0,interpolate/* interpolate */.G)(image, variable);
    }
    catch (error) {
        if (error instanceof interpolate/* RequiredVariable */.y)
            return null;
        throw error;
    }
};
const requires = ({ variable, message }) => `it requires ${variable}${message ? ` (${message})` : ''}, which .env does not set; the shell's own variables do not count`;

// EXTERNAL MODULE: ./.build/catalog/naming.js
var naming = __webpack_require__(67948);
// EXTERNAL MODULE: ./.build/catalog/service.js
var service = __webpack_require__(64293);
;// CONCATENATED MODULE: ./.build/catalog/compose/service.js




const serviceOf = (name, settings, secrets = {}) => {
    const text = settings.context ?? external_node_path_.posix.dirname(settings.file);
    if ((0,named_context/* isRemote */.Vx)(text))
        return { leftOut: 'its context is not in this repository' };
    const context = (0,named_context/* inside */.nx)(text);
    if (context === null)
        return { leftOut: `its context ${text} is outside of this repository` };
    const dockerfile = (0,named_context/* inside */.nx)(external_node_path_.posix.join(context, settings.dockerfile ?? 'Dockerfile'));
    if (dockerfile === null || settings.dockerfile?.startsWith('/'))
        return { leftOut: `its Dockerfile ${settings.dockerfile} is outside of this repository` };
    const { contexts, lost } = (0,named_context/* namedContexts */.uf)(settings.contexts);
    if (lost.length > 0)
        return { leftOut: `its context ${lost.join(', ')} is not in this repository` };
    const { inline, target, args, labels, ssh, platforms } = settings;
    const path = (0,naming/* ownFolder */.v)(name, inline === null ? dockerfile : settings.file, context);
    const place = { path, dockerfile: inline === null ? dockerfile : settings.file, context };
    const build = { inline, target, args, contexts, labels, secrets, ssh, platforms };
    return { service: { ...service/* PLAIN */.t, name, ...place, ...build } };
};

;// CONCATENATED MODULE: ./.build/catalog/compose/discover.js










/** In the order in which compose looks for its file. */
const COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];
const VARIANT = /^(?:docker-)?compose\.[\w.-]+\.ya?ml$/;
/** Another compose file at the root, which comes on top of the main one. */
const isVariant = (name) => VARIANT.test(name) && !COMPOSE_FILES.includes(name);
/**
 * The services that the compose files at the root build; null where there is no compose file.
 * The main file comes first; its variants (`compose.full.yaml`) add the services that only they build.
 */
const discoverCompose = async (objects, root) => {
    const names = (await objects.tree(root)).map(({ name }) => name);
    const main = COMPOSE_FILES.find((name) => names.includes(name));
    if (!main)
        return null;
    const variable = variablesOf((await (0,tree/* textAt */.$6)(objects, root, '.env')) ?? '');
    const variants = names.filter(isVariant).sort();
    const project = (await composeAt({ objects, root }, main))?.name ?? null;
    const reading = {
        objects,
        root,
        variable,
        project,
        candidates: new Map(),
        images: new Map(),
        warnings: [],
    };
    await addFile(reading, main);
    for (const file of variants)
        await addVariant(reading, file);
    if (reading.candidates.size === 0)
        return null;
    const { services, warnings } = (0,candidates/* settle */.G)([...reading.candidates.values()], reading.images);
    return services.length > 0 ? { services, warnings: [...reading.warnings, ...warnings] } : null;
};
/** `.env` alone: the shell's own variables would make a plan depend on who asks. */
const variablesOf = (text) => {
    const values = new Map();
    const variable = (name) => values.get(name);
    for (const [name, value] of Object.entries((0,dist.parse)(text)))
        values.set(name, (0,interpolate/* interpolate */.G)(value, variable));
    return variable;
};
/** Compose would not read it unless it is told to, so it may have lain there broken for long: nobody builds from it. */
const addVariant = async (reading, file) => {
    try {
        await addFile(reading, file);
    }
    catch (error) {
        const [problem] = error instanceof words/* StaggerError */.IY ? error.problems : [];
        if (problem?.code !== 'yaml-syntax' || problem.at?.file !== file)
            throw error;
        const place = `${file}:${problem.at.line}`;
        reading.warnings.push(`${place} is no valid YAML (${problem.why}); what only that file builds is left out`);
    }
};
const addFile = async (reading, file) => {
    const compose = await composeAt(reading, file);
    if (!compose) {
        reading.warnings.push(`${file} is included by a compose file, but is not in the repository`);
        return;
    }
    for (const [name, service] of Object.entries(compose.services ?? {}))
        if (service)
            await addService(reading, file, name, service, compose.secrets);
    for (const path of (compose.include ?? []).flatMap(pathsOf)) {
        await addFile(reading, external_node_path_.posix.join(external_node_path_.posix.dirname(file), (0,interpolate/* interpolate */.G)(path, reading.variable)));
    }
};
const composeAt = async ({ objects, root }, file) => {
    const text = await (0,tree/* textAt */.$6)(objects, root, file);
    return text === null ? null : (0,compose_file/* readCompose */.j)(text, file);
};
const pathsOf = (include) => typeof include === 'string' ? [include] : [include.path].flat();
const addService = async (reading, file, name, service, defined) => {
    const known = name.toLowerCase();
    if (reading.candidates.has(known))
        return;
    const read = await readService(service, file, reading.variable, (where) => composeAt(reading, where));
    if ('leftOut' in read) {
        if (service.build || service.extends)
            reading.candidates.set(known, {
                name: known,
                leftOut: read.leftOut,
                images: imagesOf(reading, name, service),
            });
    }
    else if (read.build) {
        await refuseWrongName(reading, file, name);
        const images = imagesOf(reading, name, { ...service, image: read.image });
        const secrets = secretsOf(read.build.secrets, defined, file, reading.variable);
        reading.candidates.set(known, { name: known, images, ...serviceOf(known, read.build, secrets) });
    }
    else {
        const image = imageName(read.image, reading.variable);
        if (image !== null && !reading.images.has(known))
            reading.images.set(known, image);
    }
};
/** All names of the image that a service builds; without one of its own, compose calls it by the project and the service. */
const imagesOf = ({ project, variable }, name, { image, build }) => {
    const tags = typeof build === 'object' ? (build?.tags ?? []) : [];
    const own = image ? [image] : project === null ? [] : [`${project}-${name}`, `${project}_${name}`];
    // A tag that no variable fills is none.
    return [...own, ...tags].flatMap((text) => imageName(text, variable)?.replace(/:$/, '') ?? []);
};
const refuseWrongName = async (reading, file, name) => {
    if ((0,words/* isServiceName */.tN)(name.toLowerCase()))
        return;
    const text = (await (0,tree/* textAt */.$6)(reading.objects, reading.root, file)) ?? '';
    throw await (0,compose_file/* refusal */.x)(text, file, (document) => [wrongName(document, name)]);
};
const wrongName = (document, name) => ({
    code: 'service-name',
    fault: 'caller',
    problem: `${JSON.stringify(name)} cannot be the name of a service`,
    why: 'a name goes into image names, tags and addresses: letters and digits, joined by one of . _ -, at most 64',
    fix: `rename the service in ${document.file}`,
    at: document.at(['services', name]),
});


/***/ }),

/***/ 59219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readCompose),
/* harmony export */   x: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77934);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);
/* harmony import */ var _issues_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42148);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38911);




const scalar = valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()]));
const definedSecret = valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ environment: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), file: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) }));
const takenSecret = valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ source: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), target: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) }),
]);
const build = valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        context: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        dockerfile: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        dockerfile_inline: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        target: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        args: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), scalar)])),
        additional_contexts: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())])),
        platforms: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())),
        labels: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), scalar)])),
        secrets: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(takenSecret)),
        ssh: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), scalar)])),
        tags: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())),
    }),
]);
const service = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    build: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(build),
    image: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    extends: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ service: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), file: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) })])),
});
/** The little of the compose specification that decides an image; the rest of the file is not ours to judge. */
const composeFile = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    include: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ path: valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())]) })]))),
    services: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(service))),
    secrets: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), definedSecret)),
});
/** Two commits mostly hold the same file; the same text always reads the same. */
const remembered = new Map();
const readCompose = (text, file) => {
    const known = remembered.get(text) ?? parseCompose(text, file);
    remembered.set(text, known);
    return known;
};
/** What does not parse is no compose file: the schema refuses it, and the refusal says where it stops being YAML. */
const parseCompose = async (text, file) => {
    const checked = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(composeFile, (0,_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .loadYaml */ .y)(text));
    if (checked.success)
        return checked.output;
    throw await refusal(text, file, (document) => checked.issues.flatMap((issue) => (0,_issues_js__WEBPACK_IMPORTED_MODULE_3__/* .plainIssues */ .f)(issue)).map((issue) => composeProblem(document, issue)));
};
/** The same text once more, by the parser that knows where everything stands. */
const refusal = async (text, file, problems) => {
    const { readDocument } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2437)]).then(__webpack_require__.bind(__webpack_require__, 2437));
    const read = readDocument(text, file);
    return new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY(...('problems' in read ? read.problems : problems(read.document)));
};
const composeProblem = (document, { issue, path }) => {
    return {
        code: 'compose-file',
        fault: 'caller',
        problem: `${document.file}: ${path.join('.') || 'the file'} is not what compose takes`,
        why: issue.message,
        fix: `docker compose -f ${document.file} config   (shows what compose itself makes of it)`,
        at: document.at(path),
    };
};


/***/ }),

/***/ 19861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   js: () => (/* binding */ contextReader),
/* harmony export */   kX: () => (/* binding */ ignoreFileOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50150);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46800);




/** Reads contexts of one commit; those that share folder and ignore file share their walk. */
const contextReader = (objects, root) => {
    const contexts = new Map();
    const open = async (service, path, named) => {
        const folder = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .entryAt */ ._f)(objects, root, path);
        if (folder?.mode !== '040000')
            throw new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY(missing(service.name, 'context', path));
        const { text: ignoreFile } = (await ignoreFileOf(objects, root, service, named ? path : null)) ?? {
            text: null,
        };
        const key = JSON.stringify([path, ignoreFile]);
        const known = contexts.get(key) ?? (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .openContext */ .eA)(objects, path, folder.oid, ignoreFile);
        contexts.set(key, known);
        return known;
    };
    return {
        main: (service) => open(service, service.context, false),
        folder: (service, path) => open(service, path, true),
    };
};
/** That of the main context, or of the `folder` that a named one stands for; null where there is none. */
const ignoreFileOf = async (objects, root, { context, dockerfile, inline }, folder) => {
    const own = folder === null && inline === null ? [`${dockerfile}.dockerignore`] : [];
    for (const path of [...own, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder ?? context, '.dockerignore')]) {
        const text = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(objects, root, path);
        if (text !== null)
            return { path, text };
    }
    return null;
};
const missing = (service, what, path) => ({
    code: `missing-${what}`,
    fault: 'caller',
    problem: `${service}: its ${what} ${path} is not in the repository`,
    why: 'the path does not exist at this commit',
    fix: `correct the ${what} of ${service} in the compose file or in stagger.yml`,
});


/***/ }),

/***/ 50150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hb: () => (/* reexport */ catalog_tree/* blobAt */.hb),
  eA: () => (/* binding */ openContext),
  $6: () => (/* reexport */ catalog_tree/* textAt */.$6)
});

// EXTERNAL MODULE: ./.build/catalog/tree.js
var catalog_tree = __webpack_require__(46800);
;// CONCATENATED MODULE: ./.build/catalog/filter.js

/**
 * Reads a folder only where a rule may still tell its entries apart, and never twice: a folder of the same content, for
 * which all rules stand alike, keeps the same, at another commit too.
 */
const openFilter = (objects, files) => {
    const places = new Map();
    const placeOf = (standings) => {
        const key = standings.map(({ id }) => id).join(' ');
        const place = places.get(key) ?? { standings, lot: lotOf(standings), known: new Map() };
        places.set(key, place);
        return place;
    };
    const enter = (place, name) => {
        const standings = place.standings.map((standing, index) => files[index].enter(standing, name));
        return standings.every((standing, index) => standing === place.standings[index])
            ? place
            : placeOf(standings);
    };
    const isIgnored = ({ standings }, name) => standings.some((standing, index) => files[index].isIgnored(standing, name));
    const keepFolder = (oid, place) => {
        const kept = place.lot ?? place.known.get(oid);
        if (kept !== undefined)
            return kept;
        const asked = keepEntries(oid, place);
        place.known.set(oid, asked);
        return asked;
    };
    const keepEntries = async (oid, place) => {
        const entries = await objects.tree(oid);
        const asked = entries.map((entry) => keepEntry(entry, place));
        const kept = together(entries, asked.some(isPending) ? await Promise.all(asked) : asked);
        place.known.set(oid, kept);
        return kept;
    };
    const keepEntry = ({ mode, oid, name }, place) => {
        if (mode === catalog_tree/* FOLDER */.L7)
            return keepFolder(oid, enter(place, name));
        return isIgnored(place, name) ? 'none' : 'all';
    };
    const start = placeOf(files.map(({ root }) => root));
    return {
        start,
        at: (segments) => {
            const [first, ...others] = files;
            if (!first)
                return start;
            const standing = segments.reduce((at, name) => first.enter(at, name), first.root);
            return placeOf([standing, ...others.map(({ root }) => root)]);
        },
        keep: ({ mode, oid }, place) => {
            if (mode === catalog_tree/* FOLDER */.L7)
                return keepFolder(oid, place);
            return place.standings[0]?.ignored ? 'none' : 'all';
        },
    };
};
const isPending = (kept) => kept instanceof Promise;
const lotOf = (standings) => {
    if (standings.some(({ ignored, open }) => ignored && open.length === 0))
        return 'none';
    return standings.every(({ open }) => open.length === 0) ? 'all' : null;
};
const together = (entries, kept) => {
    if (kept.every((one) => one === 'all'))
        return 'all';
    const some = entries.flatMap((entry, index) => {
        const one = kept[index];
        return one === 'none' ? [] : [{ entry, kept: one }];
    });
    return some.length === 0 ? 'none' : some;
};

// EXTERNAL MODULE: ./.build/catalog/ignore/ignore-file.js + 4 modules
var ignore_file = __webpack_require__(29867);
// EXTERNAL MODULE: ./.build/catalog/pick.js
var pick = __webpack_require__(87253);
;// CONCATENATED MODULE: ./.build/catalog/context.js





const WHOLE = { excludes: [], parents: false };
const openContext = (objects, folder, tree, ignoreFile) => {
    const root = { mode: catalog_tree/* FOLDER */.L7, oid: tree, path: '.' };
    const whole = filterOf(objects, [ignoreFile, [], null]);
    const left = async (node, filter, place) => flatten(folder, node, await filter.keep(node, place));
    const leftOf = async (nodes, filter) => (await Promise.all(nodes.map((node) => left(node, filter, filter.at((0,catalog_tree/* segmentsOf */.OD)(node.path)))))).flat();
    const read = async (source, { excludes, parents }) => {
        const { path, pattern } = parents ? atPivot(source) : { path: source, pattern: null };
        const picked = await (0,pick/* pick */.U)(objects, root, path);
        if (picked.kind === 'lost')
            return { kind: 'lost', path: (0,catalog_tree/* below */.Gz)(folder, picked.path) };
        const named = await leftOf(picked.found, filterOf(objects, [ignoreFile, [], pattern]));
        const found = excludes.length === 0
            ? named
            : await leftOf(picked.found, filterOf(objects, [ignoreFile, excludes, pattern]));
        const links = await leftOf(picked.links, whole);
        return { kind: 'found', found, links, excluded: named.length > 0 && found.length === 0 };
    };
    let all = null;
    const known = new Map();
    return {
        all: () => {
            all ??= left(root, whole, whole.start);
            return all;
        },
        pick: (source, part = WHOLE) => {
            const key = JSON.stringify([source, part.excludes, part.parents]);
            const picked = known.get(key) ?? read(source, part);
            known.set(key, picked);
            return picked;
        },
    };
};
/** `a/./b/*.js`: what stands before the first `/./` is where the pattern begins, and does not come along. */
const atPivot = (source) => {
    const pivot = source.indexOf('/./');
    const [path, pattern] = pivot < 0 ? ['/', source] : [source.slice(0, pivot), source.slice(pivot + 3)];
    return { path, pattern: (0,catalog_tree/* segmentsOf */.OD)(pattern).join('/') };
};
/** What was read at one commit holds for the next: two mostly differ in a few folders. */
const filters = new WeakMap();
const filterOf = (objects, patterns) => {
    const known = filters.get(objects) ?? new Map();
    filters.set(objects, known);
    const key = JSON.stringify(patterns);
    const filter = known.get(key) ?? openFilter(objects, readPatterns(patterns));
    known.set(key, filter);
    return filter;
};
const readPatterns = ([ignoreFile, excludes, includes]) => [
    (0,ignore_file/* readIgnoreFile */.rj)(ignoreFile ?? ''),
    ...(excludes.length > 0 ? [(0,ignore_file/* readExcludes */._P)(excludes)] : []),
    ...(includes ? [(0,ignore_file/* readIncludes */.Ok)(includes)] : []),
];
const flatten = (folder, { path, mode, oid }, kept) => {
    if (kept === 'none')
        return [];
    if (kept === 'all')
        return [{ path: (0,catalog_tree/* below */.Gz)(folder, path), mode, oid }];
    return kept.flatMap(({ entry: { name, ...entry }, kept: part }) => flatten(folder, { ...entry, path: (0,catalog_tree/* below */.Gz)(path, name) }, part));
};


/***/ }),

/***/ 29065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MX: () => (/* binding */ takenTwice),
/* harmony export */   T3: () => (/* binding */ notDescribed),
/* harmony export */   VT: () => (/* binding */ noSuchFile),
/* harmony export */   XU: () => (/* binding */ groupOfAService),
/* harmony export */   Xl: () => (/* binding */ neededBy),
/* harmony export */   g_: () => (/* binding */ nothingToLeaveOut),
/* harmony export */   iQ: () => (/* binding */ nothingOfThatKind),
/* harmony export */   q: () => (/* binding */ sameName),
/* harmony export */   sp: () => (/* binding */ notDiscovered)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68472);

const told = (code, problem, why, fix) => ({
    code,
    fault: 'caller',
    problem,
    why,
    fix,
});
const nothingToLeaveOut = (name, valid) => ({
    ...(0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U)('service', name, valid),
    problem: `${name} cannot be left out: no such service was discovered`,
});
const neededBy = (name, user) => told('unknown-service', `${name} is left out, and ${user} is built from its image`, 'without it nobody would see that what it is made of has changed', `leave ${user} out as well, or give it another context: services: { ${user}: { contexts: … } }`);
const notDiscovered = (name, valid) => ({
    ...(0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U)('service', name, valid),
    problem: `no service ${JSON.stringify(name)} was discovered`,
});
const takenTwice = (name) => told('duplicate-service', `${name} gets two names`, 'from gives a discovered service another name; it stays one service', 'take from out of one of the two, and give that one a dockerfile and a context of its own');
const sameName = (name, from) => told('duplicate-service', `two services would be called ${name}`, `one of that name was discovered, and ${from} shall be called so too`, `choose another name for ${from}, or give the other one another: NAME: { from: ${name} }`);
const notDescribed = (name, valid, undiscovered) => {
    const close = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(name, valid);
    const found = valid.length > 0 ? `there are: ${[...valid].sort().join(', ')}` : 'none was discovered';
    return told('unknown-service', `${name} was not discovered, and nothing says how it is built`, undiscovered ? 'discover is false: only what is declared counts' : found, close.length > 0
        ? `did you mean ${close.join(' or ')}? Else add: dockerfile: PATH`
        : 'add its Dockerfile: dockerfile: PATH');
};
const groupOfAService = (name) => told('group-name', `the group ${name} has the name of a service`, 'a version would belong to both of them', 'give the group another name');
const noSuchFile = (service, what, path, instead) => told(`missing-${what}`, `${service}: its ${what} ${path} is not in the repository`, "the path does not exist at this commit; it stands from the repository's root", instead === null ? `correct the ${what} of ${service}` : `did you mean ${instead}?`);
const nothingOfThatKind = (kind, files) => told('nothing-to-discover', `discover is ${kind}, and there is nothing of that kind`, `none of these stands at the root of the repository: ${files}`, 'commit one, or choose another way: discover: dockerfiles');


/***/ }),

/***/ 80635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ checkFlags),
/* harmony export */   c: () => (/* binding */ isKnownFlag)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68472);

const COPIES = {
    chown: 'text',
    chmod: 'text',
    link: 'switch',
    exclude: 'list',
};
const FLAGS = {
    ADD: { ...COPIES, 'keep-git-dir': 'switch', checksum: 'text', unpack: 'switch' },
    COPY: { ...COPIES, from: 'text', parents: 'switch' },
    FROM: { platform: 'text' },
    HEALTHCHECK: {
        ...{
            interval: 'text',
            timeout: 'text',
            'start-period': 'text',
            'start-interval': 'text',
            retries: 'text',
        },
    },
    RUN: { mount: 'list', network: 'text', security: 'text', device: 'list' },
};
/** The flags as BuildKit checks them (instructions/bflag.go). */
const checkFlags = ({ keyword, flags }) => {
    if (keyword === 'ARG' || keyword === 'STOPSIGNAL')
        return null; // BuildKit does not look at theirs
    const known = FLAGS[keyword] ?? {};
    const seen = new Set();
    for (const text of flags) {
        const [name = ''] = text.split('=', 1);
        const kind = Object.hasOwn(known, name) ? known[name] : null;
        const refused = kind ? checkValue(name, text, kind) : misspelt(keyword, name, Object.keys(known));
        if (refused)
            return refused;
        if (seen.has(name) && kind !== 'list')
            return twice(name);
        seen.add(name);
    }
    return null;
};
const checkValue = (name, text, kind) => {
    const value = text.includes('=') ? text.slice(name.length + 1) : null;
    if (kind !== 'switch')
        return value === null ? { ...flagNeeds(name, 'a value'), fix: `write --${name}=VALUE` } : null;
    return value === null || /^(?:true|false)$/i.test(value)
        ? null
        : { ...flagNeeds(name, 'true or false'), fix: `write --${name}, or --${name}=false` };
};
const flagNeeds = (name, what) => ({
    problem: `--${name} needs ${what}`,
    why: 'BuildKit refuses it otherwise',
});
const twice = (name) => ({
    problem: `--${name} is there twice`,
    why: 'BuildKit takes one of it',
    fix: 'remove one of the two',
});
/** A newer BuildKit may know a flag that we do not; one that looks like a known one is no such flag. */
const misspelt = (keyword, name, known) => {
    const [close] = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(name, known, 1);
    return close === undefined
        ? null
        : {
            problem: `${keyword} has no flag --${name}`,
            why: `it knows ${known.map((one) => `--${one}`).join(', ')}`,
            fix: `did you mean --${close}?`,
        };
};
/** Whether a flag is known here. */
const isKnownFlag = ({ keyword }, name) => keyword === 'ARG' || keyword === 'STOPSIGNAL' || Object.hasOwn(FLAGS[keyword] ?? {}, name);


/***/ }),

/***/ 26797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yu: () => (/* binding */ splitKeyword),
/* harmony export */   d4: () => (/* binding */ takeFlags),
/* harmony export */   lJ: () => (/* binding */ jsonStrings),
/* harmony export */   vj: () => (/* binding */ splitArguments),
/* harmony export */   yM: () => (/* binding */ splitWords)
/* harmony export */ });
/* harmony import */ var _space_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82803);

/**
 * How BuildKit cuts one line into pieces (frontend/dockerfile/parser: split_command.go, line_parsers.go).
 * Kept close to the original, since each of its oddities decides what a COPY reads.
 */
const SPACE = /[\t\v\f\r ]+/;
const splitKeyword = (line) => {
    const text = (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .trim */ .Bq)(line);
    const space = text.search(SPACE);
    return space < 0
        ? { keyword: text.toUpperCase(), rest: '' }
        : { keyword: text.slice(0, space).toUpperCase(), rest: (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .trim */ .Bq)(text.slice(space)) };
};
/** Takes the leading `--flag` words off. Quotes and escapes count inside them. */
const takeFlags = (line, escapeToken) => {
    const flags = [];
    let rest = (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .trimStart */ .Dw)(line);
    while (rest.startsWith('--')) {
        const { word, end } = readFlag(rest, escapeToken);
        rest = (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .trimStart */ .Dw)(rest.slice(end));
        if (word === '--')
            break;
        flags.push(word.slice(2));
    }
    return { flags, rest };
};
const readFlag = (text, escapeToken) => {
    let word = '';
    let quote = '';
    let at = 0;
    for (; at < text.length; at++) {
        const ch = text[at];
        if (ch === quote)
            quote = '';
        else if (!quote && (ch === '"' || ch === "'"))
            quote = ch;
        else if (!quote && (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .isSpace */ .xC)(ch))
            break;
        else
            word += ch === escapeToken ? (text[++at] ?? '') : ch;
    }
    return { word, end: at };
};
/** The strings of a JSON array, or null where the text is none: then it is the shell form. */
const jsonStrings = (text) => {
    if (!(0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .trimStart */ .Dw)(text).startsWith('['))
        return null;
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
    }
    catch {
        return null;
    }
};
/** The arguments of COPY, ADD and FROM: a JSON array, or cut at white space, where no quote protects it. */
const splitArguments = (rest) => jsonStrings(rest) ?? rest.split(SPACE).filter((word) => word !== '');
/** The words of ARG, ENV and LABEL: quotes protect white space, and stay. */
const splitWords = (rest, escapeToken) => {
    const words = [];
    for (let at = 0; at < rest.length;) {
        const end = wordEnd(rest, at, escapeToken);
        if (end > at)
            words.push(rest.slice(at, end));
        at = end + 1;
    }
    return words;
};
const wordEnd = (text, start, escapeToken) => {
    let quote = '';
    for (let at = start; at < text.length; at++) {
        const ch = text[at];
        if (!quote && (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .isSpace */ .xC)(ch))
            return at;
        if (ch === escapeToken && quote !== "'")
            at++;
        else if (ch === quote)
            quote = '';
        else if (!quote && (ch === '"' || ch === "'"))
            quote = ch;
    }
    return text.length;
};


/***/ }),

/***/ 55624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ detectSyntax),
/* harmony export */   V: () => (/* binding */ readDirectives)
/* harmony export */ });
/* harmony import */ var _space_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82803);

const DIRECTIVE = /^([a-zA-Z][a-zA-Z0-9]*)[\t\f\r ]*=([^\n]*)$/;
const isBlank = (ch) => '\t\f\r '.includes(ch);
const NAMES = ['escape', 'syntax', 'check'];
/** The first lines, as far as they are directives; one may be there twice, which BuildKit's parser refuses. */
const readDirectives = (lines, comment = '#') => {
    const directives = [];
    for (const [index, line] of lines.entries()) {
        const [, name = '', value = ''] = (line.startsWith(comment) && DIRECTIVE.exec((0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .trimStart */ .Dw)(line.slice(comment.length)))) || [];
        const trimmed = (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .trimEnd */ .s8)(value.replace(/^[\t\f\r ]+/, ''), isBlank);
        if (trimmed === '' || !NAMES.includes(name.toLowerCase()))
            break;
        directives.push({ name: name.toLowerCase(), value: trimmed, line: index + 1 });
    }
    return directives;
};
/**
 * The front end that a file asks for (parser.DetectSyntax): it need not be a Dockerfile at all, so that `// syntax=` and
 * `{"syntax": …}` count too. A first line `#!…` is passed over.
 */
const detectSyntax = (lines) => {
    const all = lines[0]?.startsWith('#!') ? lines.slice(1) : lines;
    return syntaxIn(readDirectives(all)) ?? syntaxIn(readDirectives(all, '//')) ?? syntaxOfJson(all);
};
const syntaxIn = (directives) => directives.find(({ name }) => name === 'syntax')?.value.split(' ', 1)[0] ?? null;
const syntaxOfJson = (lines) => {
    if (!lines.some((line) => line.includes('{')))
        return null;
    try {
        const { syntax } = JSON.parse(lines.join('\n'));
        return typeof syntax === 'string' ? syntax : null;
    }
    catch {
        return null;
    }
};


/***/ }),

/***/ 18831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ expand),
  L: () => (/* binding */ unknown)
});

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/wildcards.js
/** Cuts what the pattern matches off the front; the longest match where the pattern begins with a second `#`. */
const trimPrefix = (word, value) => {
    const greedy = word.startsWith('#');
    const pieces = piecesOf(greedy ? word.slice(1) : word, value);
    return pieces && cut(pieces, [...value], greedy);
};
/** The same from the end: both are turned round, since the shortest match counts from there. */
const trimSuffix = (word, value) => {
    const greedy = word.startsWith('%');
    const pieces = piecesOf(greedy ? word.slice(1) : word, value);
    const rest = pieces && cut(turned(pieces.map(turned)), turned([...value]), greedy);
    return rest === null ? null : turned([...rest]).join('');
};
const replaceFirst = (word, value, to) => {
    const pieces = piecesOf(word, value);
    const text = [...value];
    const found = pieces && findFrom(pieces, text, 0);
    if (!found)
        return pieces && value;
    return text.slice(0, found.start).join('') + to + text.slice(found.end).join('');
};
/** Here BuildKit reads `$1` in the replacement as a group of its own pattern: nobody can mean that. */
const replaceAll = (word, value, to) => {
    const pieces = to.includes('$') ? null : piecesOf(word, value);
    return pieces && replaceEach(pieces, [...value], to);
};
/** Go's `ReplaceAllString`: what is empty counts, but not right behind another match. */
const replaceEach = (pieces, text, to) => {
    const out = [];
    let done = 0;
    for (let from = 0; from <= text.length;) {
        const found = findFrom(pieces, text, from);
        if (!found)
            break;
        out.push(text.slice(done, found.start).join(''));
        if (found.end > done || found.start === 0)
            out.push(to);
        done = found.end;
        from = Math.max(found.end, from + 1);
    }
    return out.join('') + text.slice(done).join('');
};
const cut = (pieces, text, greedy) => text.slice(endOf(pieces, text, 0, greedy) ?? 0).join('');
/** The first match that begins at `from` or later. Where the first place for its beginning leaves too little, all do. */
const findFrom = (pieces, text, from) => {
    const start = indexOf(text, pieces[0] ?? [], from);
    const end = start === null ? null : endOf(pieces, text, start, true);
    return start === null || end === null ? null : { start, end };
};
/** Where a match ends that begins there. Each piece is taken as early as it comes, but the last of a greedy match. */
const endOf = (pieces, text, start, greedy) => {
    let at = start;
    for (const [index, piece] of pieces.entries()) {
        const last = index > 0 && index === pieces.length - 1 && greedy;
        if (index === 0 && !matchesAt(text, piece, start))
            return null;
        if (index > 0)
            at = last ? lastIndexOf(text, piece, at) : indexOf(text, piece, at);
        if (at === null)
            return null;
        at += piece.length;
    }
    return at;
};
const matchesAt = (text, piece, at) => at + piece.length <= text.length && piece.every((ch, index) => ch === null || ch === text[at + index]);
const indexOf = (text, piece, from) => {
    for (let at = from; at + piece.length <= text.length; at++)
        if (matchesAt(text, piece, at))
            return at;
    return null;
};
const lastIndexOf = (text, piece, from) => {
    for (let at = text.length - piece.length; at >= from; at--)
        if (matchesAt(text, piece, at))
            return at;
    return null;
};
const MOST_WORK = 1e7;
const piecesOf = (word, value) => {
    const tokens = word.match(/\\[\s\S]?|[\s\S]/gu) ?? [];
    const isRefused = tokens.some((token) => token.startsWith('\\') && !/^\\[*?\\}/]$/.test(token));
    // A star stops at a line's end.
    if (isRefused || /\n/.test(word + value) || tokens.length * value.length > MOST_WORK)
        return null;
    const pieces = [[]];
    for (const token of tokens) {
        if (token === '*')
            pieces.push([]);
        else
            pieces.at(-1)?.push(token === '?' ? null : token.replace(/^\\(?=.)/su, ''));
    }
    return pieces;
};
const turned = (list) => [...list].reverse();

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/expand.js

const unknown = (name) => ({ unknown: `\${${name}}` });
/** What nobody writes: braces in braces, and values that double from line to line. */
const MOST_DEPTH = 100;
const MOST_TEXT = 1 << 20;
/** What BuildKit refuses to expand, or what would never end. */
class BadSubstitution extends Error {
}
/** Expands one word as BuildKit's shell lexer does (frontend/dockerfile/shell/lex.go). */
const expand = (text, lookup, escapeToken = '\\') => {
    const cursor = { text, escapeToken, lookup, undecided: [], at: 0, depth: 0 };
    try {
        return { value: readUntil(cursor, '', 'none'), undecided: cursor.undecided };
    }
    catch (error) {
        if (error instanceof BadSubstitution)
            return { value: text, undecided: [text] };
        throw error;
    }
};
const next = (cursor) => cursor.text[cursor.at++] ?? '';
const peek = (cursor) => cursor.text[cursor.at] ?? '';
/** Reads up to the character `stop` (which is taken) or the end. */
const readUntil = (cursor, stop, escapes) => {
    let value = '';
    if (++cursor.depth > MOST_DEPTH)
        throw new BadSubstitution();
    while (cursor.at < cursor.text.length) {
        const ch = next(cursor);
        if (ch === stop) {
            cursor.depth--;
            return value;
        }
        value += readPiece(cursor, ch, escapes);
        if (value.length > MOST_TEXT)
            throw new BadSubstitution();
    }
    if (stop !== '')
        throw new BadSubstitution();
    cursor.depth--;
    return value;
};
const readPiece = (cursor, ch, escapes) => {
    if (ch === "'")
        return readSingleQuoted(cursor, escapes);
    if (ch === '"')
        return readDoubleQuoted(cursor, escapes);
    if (ch === '$')
        return readVariable(cursor);
    return ch === cursor.escapeToken ? (escapes === 'none' ? '' : ch) + next(cursor) : ch;
};
const readSingleQuoted = (cursor, escapes) => {
    const end = cursor.text.indexOf("'", cursor.at);
    if (end < 0)
        throw new BadSubstitution();
    const value = cursor.text.slice(cursor.at, end);
    cursor.at = end + 1;
    return escapes === 'pattern' ? value.replaceAll(cursor.escapeToken, cursor.escapeToken.repeat(2)) : value;
};
const readDoubleQuoted = (cursor, escapes) => {
    let value = '';
    while (cursor.at < cursor.text.length) {
        const ch = next(cursor);
        if (ch === '"')
            return value;
        if (ch === '$')
            value += readVariable(cursor);
        else if (ch === cursor.escapeToken)
            value += readQuotedEscape(cursor, escapes);
        else
            value += ch;
    }
    throw new BadSubstitution();
};
/** Inside double quotes, an escape counts before a quote, a dollar or another one; else it stays what it is. */
const readQuotedEscape = (cursor, escapes) => {
    const { escapeToken } = cursor;
    const kept = escapes === 'none' ? '' : escapeToken;
    return ['"', '$', escapeToken].includes(peek(cursor)) ? kept + next(cursor) : kept + escapeToken;
};
const NAME = /\p{Nd}+|[@*#?$!-]|[\p{L}_][\p{L}\p{Nd}_]*/uy;
const readName = (cursor) => {
    NAME.lastIndex = cursor.at;
    const name = NAME.exec(cursor.text)?.[0] ?? '';
    cursor.at += name.length;
    return name;
};
const readVariable = (cursor) => {
    if (peek(cursor) !== '{') {
        const name = readName(cursor);
        return name ? known(cursor, name, cursor.lookup(name), '') : '$';
    }
    cursor.at++;
    if (['', '{', '}', ':'].includes(peek(cursor)))
        throw new BadSubstitution();
    const name = readName(cursor);
    const modifier = readModifier(cursor);
    const held = cursor.lookup(name);
    if (modifier === '}')
        return known(cursor, name, held, '');
    return modifier.startsWith('/')
        ? readReplacement(cursor, name, held, modifier)
        : readModified(cursor, name, held, modifier);
};
const readModifier = (cursor) => {
    const modifier = /^(?:\}|:?[-+?]|[#%]|\/\/?)/.exec(cursor.text.slice(cursor.at))?.[0];
    if (modifier === undefined)
        throw new BadSubstitution();
    cursor.at += modifier.length;
    return modifier;
};
const readModified = (cursor, name, held, modifier) => {
    const isPattern = modifier === '#' || modifier === '%';
    const before = cursor.undecided.length;
    const word = readUntil(cursor, '}', isPattern ? 'pattern' : 'none');
    if (held !== null && typeof held !== 'string')
        return known(cursor, name, held, modifier + word);
    if (isPattern)
        return pattern(() => (modifier === '#' ? trimPrefix : trimSuffix)(word, held ?? ''));
    const set = modifier.startsWith(':') ? held !== null && held !== '' : held !== null;
    if (modifier.endsWith('?') && !set)
        throw new BadSubstitution();
    if (modifier.endsWith('+') ? set : !set)
        return word;
    cursor.undecided.length = before; // the word counts only where it was used
    return modifier.endsWith('+') ? '' : held;
};
const readReplacement = (cursor, name, held, modifier) => {
    const from = readUntil(cursor, '/', 'pattern');
    const to = readUntil(cursor, '}', 'raw');
    if (held !== null && typeof held !== 'string')
        return known(cursor, name, held, `${modifier}${from}/${to}`);
    return pattern(() => (modifier === '//' ? replaceAll : replaceFirst)(from, held ?? '', to));
};
const pattern = (apply) => {
    const value = apply();
    if (value === null)
        throw new BadSubstitution();
    return value;
};
const known = (cursor, name, held, modifier) => {
    if (held === null || typeof held === 'string')
        return held ?? '';
    cursor.undecided.push(name);
    return modifier === '' ? held.unknown : `\${${held.unknown}${modifier}}`;
};


/***/ }),

/***/ 21753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ noImage),
/* harmony export */   z: () => (/* binding */ readFrom)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);
/* harmony import */ var _cut_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26797);


const STAGE_NAME = /^[a-z][a-z0-9._-]*$/;
/** What FROM names, and the stage's own name in lower case. */
const readFrom = (from, file) => {
    const words = (0,_cut_js__WEBPACK_IMPORTED_MODULE_1__/* .splitArguments */ .vj)(from.rest);
    const [reference = '', as, name] = words;
    if (words.length === 1)
        return { reference, name: null };
    if (words.length !== 3 || as?.toUpperCase() !== 'AS')
        throw wrongFrom(from, file);
    const lower = name.toLowerCase();
    if (!STAGE_NAME.test(lower))
        throw wrongName(from, name, file);
    return { reference, name: lower };
};
const wrongFrom = (from, file) => atFrom(from, file, {
    problem: 'FROM takes an image, or an image and AS with a name',
    why: `it says: FROM ${from.rest}`,
    fix: 'write FROM IMAGE or FROM IMAGE AS NAME',
});
const wrongName = (from, name, file) => atFrom(from, file, {
    problem: `${JSON.stringify(name)} is no name for a stage`,
    why: 'it begins with a letter and goes on with letters, digits, dots, underscores and hyphens',
    fix: 'give it another name',
});
const noImage = (from, file) => atFrom(from, file, {
    problem: `FROM ${from.rest} names no image`,
    why: 'its variables are empty, or not set before the first FROM',
    fix: 'give them a value there: ARG NAME=VALUE; or among the build arguments of the service',
});
const atFrom = ({ line, rest }, file, told) => new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY({
    ...told,
    code: 'dockerfile-syntax',
    fault: 'caller',
    at: { file, line, column: 1, text: `FROM ${rest}` },
});


/***/ }),

/***/ 28837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ heredocStart),
/* harmony export */   g: () => (/* binding */ heredocStarts)
/* harmony export */ });
/* harmony import */ var _expand_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18831);
/* harmony import */ var _space_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82803);


const START = /^\d*<<(-?)[\t\n\f\r ]*([^<]+)$/;
/** A word as the beginning of a here-document; null where it is none. */
const heredocStart = (word) => {
    const [, chomp = '', text = ''] = START.exec(word) ?? [];
    const { value, undecided } = (0,_expand_js__WEBPACK_IMPORTED_MODULE_1__/* .expand */ .f)(text, (name) => `$${name}`);
    return value === '' || undecided.length > 0 ? null : { name: value, chomp: chomp === '-' };
};
/** The here-documents that a line begins. */
const heredocStarts = (line) => line.includes('<<') ? (words(line) ?? []).flatMap((word) => heredocStart(word) ?? []) : [];
/** Nobody writes more of them on one line, least of all in each other. */
const MOST_VARIABLES = 500;
/**
 * A line in words as BuildKit's shell lexer cuts it here (shell/lex.go, `RawQuotes`): quotes stay and protect
 * white space, and `<<` keeps its name even behind a blank. Null where it gives up: then no here-document begins.
 */
const words = (line) => {
    if (line.split('${').length > MOST_VARIABLES)
        return null;
    const found = [];
    let word = '';
    for (let at = 0; at < line.length;) {
        const end = pieceEnd(line, at);
        if (end === null)
            return null;
        const space = end === at + 1 && (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .isSpace */ .xC)(line[at]);
        if (space && word !== '')
            found.push(word);
        word = space ? '' : word + line.slice(at, end);
        at = end;
    }
    return word === '' ? found : [...found, word];
};
const pieceEnd = (line, at) => {
    const ch = line[at];
    if (ch === '\\')
        return at + 2;
    if (ch === "'")
        return line.indexOf("'", at + 1) + 1 || null;
    if (ch === '"')
        return quoteEnd(line, at + 1);
    if (ch === '$' && line[at + 1] === '{')
        return variableEnd(line, at + 2);
    return ch === '<' ? at + (/^<<[\t\r ]*/.exec(line.slice(at))?.[0].length ?? 1) : at + 1;
};
const quoteEnd = (line, start) => {
    for (let at = start; at !== null && at < line.length;) {
        const ch = line[at];
        if (ch === '"')
            return at + 1;
        if (ch === '$' && line[at + 1] === '{')
            at = variableEnd(line, at + 2);
        else
            at += ch === '\\' && /["$\\]/.test(line[at + 1] ?? '') ? 2 : 1;
    }
    return null;
};
const VARIABLE = /^(?:\p{Nd}+|[@*#?$!-]|[\p{L}_][\p{L}\p{Nd}_]*)?(?:(\})|:[^#%]|[-+?#%]|(\/\/?))/u;
/** Behind the brace that ends `${…}`; what stands in it may hold quotes and further ones. */
const variableEnd = (line, start) => {
    const [whole = '', end, slash] = VARIABLE.exec(line.slice(start)) ?? [];
    if (whole === '' || /^[{}:]/.test(whole))
        return null;
    if (end)
        return start + whole.length;
    const second = slash ? stopAfter(line, start + whole.length, '/') : start + whole.length;
    return second === null ? null : stopAfter(line, second, '}');
};
const stopAfter = (line, start, stop) => {
    for (let at = start; at !== null && at < line.length; at = pieceEnd(line, at))
        if (line[at] === stop)
            return at + 1;
    return null;
};


/***/ }),

/***/ 50850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ isComment),
/* harmony export */   c: () => (/* binding */ joinLines)
/* harmony export */ });
/* harmony import */ var _space_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82803);

/** How BuildKit joins lines into one (frontend/dockerfile/parser/parser.go). */
const isComment = (line) => (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .trimStart */ .Dw)(line).startsWith('#');
/** Cuts the escape character off a line's end: the next line goes on. A doubled one is no continuation. */
const continuation = (line, escapeToken) => {
    const text = (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .trimEnd */ .s8)(line, (ch) => ch === ' ' || ch === '\t');
    const goesOn = text.endsWith(escapeToken) && !text.endsWith(escapeToken + escapeToken);
    return goesOn ? { text: text.slice(0, -1), goesOn } : { text: line, goesOn };
};
/** One logical line, from `start` on; `next` is the first line that is not part of it. Indices from 0. */
const joinLines = (lines, start, escapeToken) => {
    const first = continuation((0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .trimStart */ .Dw)((0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .Mx)(lines[start])), escapeToken);
    const pieces = [first.text];
    let { goesOn } = first;
    let next = start + 1;
    for (; goesOn && next < lines.length; next++) {
        const line = (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutEnd */ .Mx)(lines[next]);
        if (isComment(line) || (0,_space_js__WEBPACK_IMPORTED_MODULE_0__/* .trim */ .Bq)(line) === '')
            continue;
        const more = continuation(line, escapeToken);
        pieces.push(more.text);
        goesOn = more.goesOn;
    }
    return { text: pieces.join(''), next };
};


/***/ }),

/***/ 68807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ readMount),
/* harmony export */   q: () => (/* binding */ csvFields)
/* harmony export */ });
/** Null where the text is no line of CSV, which BuildKit refuses. Of one key, the last value counts. */
const readMount = (text) => {
    const fields = csvFields(text);
    if (!fields)
        return null;
    const values = new Map(fields.map(readField));
    return {
        type: values.get('type') ?? 'bind',
        from: values.get('from') ?? '',
        source: values.get('source') ?? '',
    };
};
const readField = (field) => {
    const equals = field.indexOf('=');
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
    return [key === 'src' ? 'source' : key, equals < 0 ? '' : field.slice(equals + 1)];
};
const FIELD = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/sy;
/** One line as Go's `encoding/csv` cuts it. A quote counts only where a field begins. */
const csvFields = (text) => {
    const line = text.replace(/\r?\n$/, '');
    if (line === '')
        return null;
    const fields = [];
    for (FIELD.lastIndex = 0;;) {
        const match = FIELD.exec(line);
        if (!match)
            return null;
        fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
        if (match[3] === '')
            return fields;
    }
};


/***/ }),

/***/ 66829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ parseDockerfile)
});

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/check-flags.js
var check_flags = __webpack_require__(80635);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/cut.js
var cut = __webpack_require__(26797);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/mounts.js
var mounts = __webpack_require__(68807);
;// CONCATENATED MODULE: ./.build/catalog/dockerfile/check.js



/** What BuildKit refuses in one instruction, wherever it stands (instructions/parse.go). */
const check = (instruction, escapeToken) => (0,check_flags/* checkFlags */.K)(instruction) ?? checkJson(instruction) ?? checkArguments(instruction, escapeToken);
const WITH_JSON = ['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME'];
const checkJson = ({ keyword, rest }) => {
    const list = WITH_JSON.includes(keyword) ? jsonList(rest) : null;
    return list?.some((item) => typeof item !== 'string')
        ? {
            problem: `the list of ${keyword} holds something else than text`,
            why: 'each item of the JSON form stands in double quotes',
            fix: 'put quotes around it, or write the line without brackets',
        }
        : null;
};
const jsonList = (text) => {
    if (!text.startsWith('['))
        return null;
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) ? value : null;
    }
    catch {
        return null;
    }
};
const checkArguments = (instruction, escapeToken) => {
    const { keyword, rest } = instruction;
    if (keyword === 'COPY' || keyword === 'ADD')
        return (0,cut/* splitArguments */.vj)(rest).length < 2 ? noDestination(keyword) : null;
    if (keyword === 'ENV' || keyword === 'LABEL')
        return checkPairs(keyword, rest, (0,cut/* splitWords */.yM)(rest, escapeToken));
    if (keyword === 'ARG')
        return (0,cut/* splitWords */.yM)(rest, escapeToken).some((word) => word.startsWith('=')) ? noName : null;
    return keyword === 'RUN' ? checkMounts(instruction) : null;
};
const noDestination = (keyword) => ({
    problem: `${keyword} has no destination`,
    why: 'it needs a source and, as the last word, a destination',
    fix: `write ${keyword} SOURCE DESTINATION`,
});
const noName = {
    problem: 'a name is missing before =',
    why: 'a variable has a name',
    fix: 'write NAME=VALUE',
};
const checkPairs = (keyword, rest, words) => {
    if (words.some((word) => word.startsWith('=')))
        return noName;
    const pairs = words.filter((word) => word.includes('='));
    const isOld = !words[0]?.includes('=');
    if (isOld ? /[\t\v\f\r ]/.test(rest) : pairs.length === words.length)
        return null;
    const [lone] = isOld ? words : words.filter((word) => !word.includes('='));
    return {
        problem: `${keyword} has ${lone} without a value`,
        why: 'it takes pairs of names and values',
        fix: `write ${keyword} ${lone}=VALUE, and quotes around a value with white space`,
    };
};
const checkMounts = ({ flags }) => flags.some((text) => text.startsWith('mount=') && !(0,mounts/* csvFields */.q)(text.slice('mount='.length)))
    ? {
        problem: 'the value of --mount is no line of CSV',
        why: 'a double quote stands where none may be',
        fix: 'take the quotes off, or put them around a whole field: --mount=type=bind,"source=a,b"',
    }
    : null;

// EXTERNAL MODULE: ./.build/catalog/dockerfile/directives.js
var dockerfile_directives = __webpack_require__(55624);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/heredoc.js
var heredoc = __webpack_require__(28837);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/lines.js
var lines = __webpack_require__(50850);
;// CONCATENATED MODULE: ./.build/catalog/dockerfile/problems.js
/** What may stand in a Dockerfile; anything else is an error in BuildKit too. */
const KEYWORDS = 'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' ');
const problemAt = ({ file, lines }, line, problem, why, fix) => {
    const text = lines[line - 1] ?? '';
    const column = text.length - text.trimStart().length + 1;
    return { code: 'dockerfile-syntax', fault: 'caller', problem, why, fix, at: { file, line, column, text } };
};
const unterminated = (source, line, name) => problemAt(source, line, `the here-document ${name} does not end`, `no line holds ${name} alone`, `add a line ${name}`);
const unknownInstruction = (source, line, keyword) => problemAt(source, line, `unknown instruction ${keyword}`, `a Dockerfile knows ${KEYWORDS.join(', ')}`, 'correct the word; if the line belongs to the one before, end that one with a backslash');
const withoutArguments = (source, line, keyword) => problemAt(source, line, `${keyword} has no arguments`, `${keyword} needs at least one`, 'complete or remove the line');
const wrongBeginning = (source, first) => problemAt(source, first?.line ?? 1, first ? `${first.keyword} stands before the first FROM` : 'there is no FROM', 'a build starts from an image; only ARG may come before', 'begin with a line such as FROM node:24-slim, or move the file away if it is no Dockerfile');
const directiveAgain = (source, { name, line }) => problemAt(source, line, `the directive ${name} is there twice`, 'BuildKit takes one of each', 'remove one of the lines, or put an empty line above one that is only a comment');
const wrongEscape = (source, { value, line }) => problemAt(source, line, `${JSON.stringify(value)} is no escape character`, 'BuildKit takes a backslash or a backtick', 'write # escape=` or remove the line');
const wrongTrigger = (source, line, keyword) => problemAt(source, line, `ONBUILD ${keyword} is not possible`, 'a trigger is one instruction of the stages that start from this one', `put ${keyword} where it shall be done, or remove the line`);

// EXTERNAL MODULE: ./.build/catalog/dockerfile/space.js
var space = __webpack_require__(82803);
;// CONCATENATED MODULE: ./.build/catalog/dockerfile/parse.js








const NO_TRIGGERS = ['ONBUILD', 'FROM', 'MAINTAINER'];
const WITH_HEREDOC = ['ADD', 'COPY', 'RUN'];
const readHeredocs = (source, text, start, line) => {
    const heredocs = [];
    let next = start;
    for (const { name, chomp } of (0,heredoc/* heredocStarts */.g)(text)) {
        const end = heredocEnd(source.lines, next, name, chomp);
        if (end === null)
            throw new words/* StaggerError */.IY(unterminated(source, line, name));
        heredocs.push({ name, content: source.lines.slice(next, end).join('\n') });
        next = end + 1;
    }
    return { heredocs, next };
};
const heredocEnd = (lines, start, name, chomp) => {
    for (let at = start; at < lines.length; at++) {
        const line = (0,space/* withoutEnd */.Mx)(lines[at]);
        if ((chomp ? line.replace(/^\t+/, '') : line) === name)
            return at;
    }
    return null;
};
const escapeOf = (source) => {
    const directives = (0,dockerfile_directives/* readDirectives */.V)(source.lines.map(space/* trimStart */.Dw));
    const again = directives.find(({ name }, index) => directives.findIndex((one) => one.name === name) < index);
    if (again)
        throw new words/* StaggerError */.IY(directiveAgain(source, again));
    const told = directives.find(({ name }) => name === 'escape');
    if (told && !['`', '\\'].includes(told.value))
        throw new words/* StaggerError */.IY(wrongEscape(source, told));
    return told?.value ?? '\\';
};
/**
 * The instructions of a Dockerfile. Follows BuildKit's own parser (frontend/dockerfile/parser/parser.go) line by line.
 * Throws `dockerfile-syntax` with file, line and column.
 */
const parseDockerfile = (text, file) => {
    const source = { file, lines: text.replace(/^\uFEFF/, '').split('\n') };
    const escapeToken = escapeOf(source);
    const instructions = [];
    for (let at = 0; at < source.lines.length;) {
        const first = source.lines[at];
        if ((0,lines/* isComment */.C)(first) || (0,space/* trim */.Bq)(first) === '') {
            at++;
            continue;
        }
        const joined = (0,lines/* joinLines */.c)(source.lines, at, escapeToken);
        if ((0,space/* trim */.Bq)(joined.text) === '') {
            at = joined.next;
            continue;
        }
        const read = readInstruction(source, joined, at + 1, escapeToken);
        instructions.push(read.instruction);
        at = read.next;
    }
    checkBeginning(source, instructions);
    return { instructions, escapeToken, syntax: (0,dockerfile_directives/* detectSyntax */.D)(source.lines.map(space/* withoutEnd */.Mx)) };
};
const readInstruction = (source, joined, line, escapeToken) => {
    const { trigger, ...plain } = readLine(joined.text, escapeToken);
    const { keyword, rest } = trigger ?? plain;
    for (const word of trigger ? [plain.keyword, keyword] : [keyword])
        if (!KEYWORDS.includes(word))
            throw new words/* StaggerError */.IY(unknownInstruction(source, line, word));
    if (trigger && NO_TRIGGERS.includes(keyword))
        throw new words/* StaggerError */.IY(wrongTrigger(source, line, keyword));
    const { heredocs, next } = WITH_HEREDOC.includes(keyword) && (0,cut/* jsonStrings */.lJ)(rest) === null
        ? readHeredocs(source, joined.text, joined.next, line)
        : { heredocs: [], next: joined.next };
    if (rest === '')
        throw new words/* StaggerError */.IY(withoutArguments(source, line, keyword));
    const inner = trigger && { ...trigger, heredocs, line, trigger: null };
    const instruction = { ...plain, heredocs, line, trigger: inner };
    const refused = check(instruction, escapeToken);
    if (refused)
        throw new words/* StaggerError */.IY(problemAt(source, line, refused.problem, refused.why, refused.fix));
    return { instruction, next };
};
const readLine = (text, escapeToken) => {
    const line = readPlainLine(text, escapeToken);
    return {
        ...line,
        trigger: line.keyword === 'ONBUILD' && line.rest !== '' ? readPlainLine(line.rest, '\\') : null,
    };
};
const readPlainLine = (text, escapeToken) => {
    const { keyword, rest } = (0,cut/* splitKeyword */.Yu)(text);
    return { keyword, ...(0,cut/* takeFlags */.d4)(rest, escapeToken) };
};
const checkBeginning = (source, instructions) => {
    const first = instructions.find(({ keyword }) => keyword !== 'ARG');
    if (first?.keyword !== 'FROM')
        throw new words/* StaggerError */.IY(wrongBeginning(source, first ?? null));
};


/***/ }),

/***/ 18940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ familiarName)
/* harmony export */ });
/** An image's name as people write it: without Docker Hub's own address, and without `:latest`. */
const familiarName = (reference) => reference
    .replace(/^(?:index\.)?docker\.io\//, '')
    .replace(/^library\/(?=[^/]+$)/, '')
    .replace(/:latest$/, '');


/***/ }),

/***/ 56189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ sourcesOf)
});

// EXTERNAL MODULE: ./.build/catalog/dockerfile/check-flags.js
var check_flags = __webpack_require__(80635);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/cut.js
var cut = __webpack_require__(26797);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/expand.js + 1 modules
var expand = __webpack_require__(18831);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/heredoc.js
var heredoc = __webpack_require__(28837);
;// CONCATENATED MODULE: ./.build/catalog/dockerfile/instruction.js
/** The value of a flag; null where the flag is not given, the empty string where it has no value. */
const flag = ({ flags }, name) => {
    const found = flags.find((text) => text === name || text.startsWith(`${name}=`));
    return found === undefined ? null : found.slice(name.length + 1);
};
/** The values of a flag that may be given several times. */
const flags = (instruction, name) => instruction.flags.filter((text) => text.startsWith(`${name}=`)).map((text) => text.slice(name.length + 1));
/** `--parents`, `--parents=true`. */
const isSet = (instruction, name) => !['false', undefined].includes(flag(instruction, name)?.toLowerCase());

// EXTERNAL MODULE: ./.build/catalog/dockerfile/mounts.js
var mounts = __webpack_require__(68807);
;// CONCATENATED MODULE: ./.build/catalog/dockerfile/remote.js
/** `github.com/…` without a protocol, and protocols that BuildKit does not know, are paths. */
const URL_OF_GIT = /^(?:https?:\/\/[^?#]*\.git|(?:git|ssh):\/\/[^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is;
const SCP_OF_GIT = /^[\w-]+@[a-zA-Z0-9.-]+:[^?#]*(?:\?([^#]*))?(?:#(.*))?$/s;
const URL_OF_FILE = /^https?:\/\//;
/** Null for a path. A variable that cannot be told changes nothing where the beginning is known. */
const remoteOf = (address, checksum) => {
    const git = URL_OF_GIT.exec(address) ?? SCP_OF_GIT.exec(address);
    if (git)
        return { address, pinned: checksum !== '' || isCommit(git[1] ?? '', git[2] ?? '') };
    return URL_OF_FILE.test(address) ? { address, pinned: checksum !== '' } : null;
};
const FULL_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
/** `#REF:FOLDER`, or the newer `?ref=REF&subdir=FOLDER`, with `commit` or `checksum` besides. */
const isCommit = (query, fragment) => {
    const asked = new URLSearchParams(query);
    const [ref = ''] = fragment.split(':');
    return ([ref, asked.get('ref') ?? ''].some((one) => FULL_ID.test(one)) ||
        asked.has('commit') ||
        asked.has('checksum'));
};

// EXTERNAL MODULE: ./.build/catalog/dockerfile/variables.js
var dockerfile_variables = __webpack_require__(27180);
;// CONCATENATED MODULE: ./.build/catalog/dockerfile/sources.js








/** What one step reads from outside its own stage. */
const sourcesOf = (step, escapeToken) => [
    ...strangeFlags(step.instruction),
    ...knownSources(step, escapeToken),
];
/** Nobody knows what a flag of a newer BuildKit reads. */
const strangeFlags = (instruction) => instruction.flags
    .map((text) => text.split('=', 1)[0])
    .filter((name) => !(0,check_flags/* isKnownFlag */.c)(instruction, name))
    .map((name) => ({
    kind: 'undecided',
    reason: 'unknown-flag',
    detail: `${instruction.keyword} --${name} is not known here`,
    instruction,
}));
const knownSources = (step, escapeToken) => {
    const { keyword } = step.instruction;
    if (keyword === 'COPY' || keyword === 'ADD')
        return copySources(step, escapeToken);
    if (keyword !== 'RUN')
        return [];
    return flags(step.instruction, 'mount').flatMap((text) => mountSources(text, step, escapeToken));
};
const copySources = (step, escapeToken) => {
    const { instruction } = step;
    const from = flag(instruction, 'from');
    const picks = pickedSources(step, escapeToken);
    return from ? [{ kind: 'from', reference: from, numbered: true, picks, instruction }] : picks;
};
const pickedSources = (step, escapeToken) => {
    const { instruction } = step;
    const words = (0,cut/* splitArguments */.vj)(instruction.rest).slice(0, -1);
    const part = { excludes: flags(instruction, 'exclude'), parents: isSet(instruction, 'parents') };
    return words.flatMap((word) => (0,heredoc/* heredocStart */.R)(word)
        ? []
        : [remoteSource(word, step, escapeToken) ?? contextSource(word, step, escapeToken, part)]);
};
const contextSource = (word, { instruction, variables }, escapeToken, part) => {
    const { value, undecided } = (0,expand/* expand */.f)(word, (0,dockerfile_variables/* lookupIn */.IX)(variables), escapeToken);
    return undecided.length > 0
        ? variable(instruction, word, undecided)
        : { kind: 'context', context: null, pattern: value, part, instruction };
};
const remoteSource = (word, { instruction, variables }, escapeToken) => {
    if (instruction.keyword !== 'ADD')
        return null;
    const put = (text) => (0,expand/* expand */.f)(text, (0,dockerfile_variables/* lookupIn */.IX)(variables), escapeToken);
    const checksum = put(flag(instruction, 'checksum') ?? '');
    const remote = remoteOf(put(word).value, checksum.undecided.length > 0 ? '' : checksum.value);
    return remote && { kind: 'remote', ...remote, instruction };
};
const variable = (instruction, word, names) => ({
    kind: 'undecided',
    reason: 'variable',
    detail: `${word} depends on ${names.join(', ')}, whose value the Dockerfile does not tell`,
    instruction,
});
const WHOLE = { excludes: [], parents: false };
/** `RUN --mount=type=bind,source=…`: a mount is a bind unless it says otherwise; without a source it is the whole context. */
const mountSources = (text, step, escapeToken) => {
    const { instruction } = step;
    const mount = (0,mounts/* readMount */.O)(text);
    if (!mount)
        return [{ kind: 'undecided', reason: 'mount', detail: `--mount=${text} is no line of CSV`, instruction }];
    const picks = [contextSource(mount.source, step, escapeToken, WHOLE)];
    // A cache, too, may begin with what stands elsewhere.
    if (mount.from)
        return [{ kind: 'from', reference: mount.from, numbered: false, picks, instruction }];
    return mayBind(mount, step, escapeToken) ? picks : [];
};
const mayBind = ({ type }, { variables }, escapeToken) => {
    const { value, undecided } = (0,expand/* expand */.f)(type, (0,dockerfile_variables/* lookupIn */.IX)(variables), escapeToken);
    return undecided.length > 0 || value.toLowerCase() === 'bind';
};


/***/ }),

/***/ 82803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ trim),
/* harmony export */   Dw: () => (/* binding */ trimStart),
/* harmony export */   Mx: () => (/* binding */ withoutEnd),
/* harmony export */   s8: () => (/* binding */ trimEnd),
/* harmony export */   xC: () => (/* binding */ isSpace)
/* harmony export */ });
/** What Go's `unicode.IsSpace` takes for white space; JavaScript's own `\s` differs in two characters. */
const SPACE = new Set('\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000');
const isSpace = (ch) => SPACE.has(ch);
const trimStart = (text) => {
    let start = 0;
    while (start < text.length && isSpace(text[start]))
        start++;
    return text.slice(start);
};
/** Character by character: a regular expression that looks for the last ones is slow on long runs of them. */
const trimEnd = (text, isCut = isSpace) => {
    let end = text.length;
    while (end > 0 && isCut(text[end - 1]))
        end--;
    return text.slice(0, end);
};
const trim = (text) => trimEnd(trimStart(text));
/** A line without its end, as BuildKit cuts it: all carriage returns behind it, too. */
const withoutEnd = (line) => trimEnd(line, (ch) => ch === '\r');


/***/ }),

/***/ 89078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ findStage),
/* harmony export */   i: () => (/* binding */ readStages)
/* harmony export */ });
/* harmony import */ var _expand_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18831);
/* harmony import */ var _from_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21753);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18940);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27180);




const beginStage = (from, earlier, named, scope, file) => {
    const { reference, name } = (0,_from_js__WEBPACK_IMPORTED_MODULE_0__/* .readFrom */ .z)(from, file);
    const put = (text) => (0,_expand_js__WEBPACK_IMPORTED_MODULE_2__/* .expand */ .f)(text, (0,_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .lookupIn */ .IX)(scope.globals), scope.escapeToken);
    const image = put(reference);
    const isKnown = image.undecided.length === 0;
    if (isKnown && image.value === '')
        throw (0,_from_js__WEBPACK_IMPORTED_MODULE_0__/* .noImage */ .$)(from, file);
    const parent = isKnown ? named.get(image.value.toLowerCase()) : undefined;
    const context = scope.contexts[(0,_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .familiarName */ .h)(name ?? '')];
    const begun = {
        index: earlier.length,
        name,
        base: parent ? { kind: 'stage', index: parent.index } : { kind: 'image', name: image },
        from,
        flags: from.flags.map((flag) => put(flag).value),
        steps: [],
        variables: context || !parent ? (0,_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .fromImage */ .we)(isEmpty(image, context, scope)) : (0,_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .fromStage */ .dE)(parent.variables),
        isReplaced: context !== undefined,
    };
    addTriggers(begun, parent ? [parent] : isKnown ? [] : earlier, scope);
    return begun;
};
/** Whether nothing but what is written here sets a variable: `scratch`, and a folder, bring none along. */
const isEmpty = ({ value, undecided }, context, { contexts }) => {
    if (context)
        return context.kind === 'folder';
    if (undecided.length > 0)
        return false;
    return value === 'scratch' || contexts[(0,_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .familiarName */ .h)(value)]?.kind === 'folder';
};
/** Where the base may be any stage, so may be what it gives by ONBUILD. */
const addTriggers = (stage, parents, scope) => {
    for (const { steps } of parents)
        for (const { instruction } of steps)
            if (instruction.trigger)
                addStep(stage, instruction.trigger, scope);
};
/** The stages in order, their variables followed line by line. */
const readStages = (dockerfile, given, file, contexts = {}) => {
    const scope = {
        contexts,
        globals: (0,_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .globalVariables */ .vY)(dockerfile, given),
        given,
        escapeToken: dockerfile.escapeToken,
    };
    const stages = [];
    const named = new Map();
    for (const instruction of dockerfile.instructions) {
        const current = stages.at(-1);
        if (instruction.keyword !== 'FROM') {
            if (current)
                addStep(current, instruction, scope);
            continue;
        }
        const begun = beginStage(instruction, stages, named, scope, file);
        stages.push(begun);
        if (begun.name !== null)
            named.set(begun.name, begun);
    }
    return stages;
};
const addStep = (stage, instruction, scope) => {
    const variables = stage.isReplaced ? stage.variables : (0,_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .after */ .Pl)(stage.variables, instruction, scope);
    stage.steps.push({ instruction, variables: stage.variables, after: variables });
    stage.variables = variables;
};
/** `--from=x` as a stage: by number, where that may be one, or by name. */
const findStage = (stages, reference, numbered) => (numbered && /^[+-]?\d+$/.test(reference) ? stages[Number(reference)] : undefined) ??
    stages.findLast(({ name }) => name === reference.toLowerCase()) ??
    null;


/***/ }),

/***/ 27180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ countsUndeclared),
/* harmony export */   IX: () => (/* binding */ lookupIn),
/* harmony export */   Pl: () => (/* binding */ after),
/* harmony export */   TT: () => (/* binding */ assignments),
/* harmony export */   dE: () => (/* binding */ fromStage),
/* harmony export */   vY: () => (/* binding */ globalVariables),
/* harmony export */   we: () => (/* binding */ fromImage)
/* harmony export */ });
/* harmony import */ var _cut_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26797);
/* harmony import */ var _expand_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18831);


const lookupIn = ({ seen, closed }) => (name) => seen.get(name) ?? (closed ? null : (0,_expand_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L)(name));
/** Known to every build, with values that depend on the builder's platform. */
const PLATFORM = [
    ...['TARGET', 'BUILD'].flatMap((which) => ['PLATFORM', 'OS', 'OSVERSION', 'ARCH', 'VARIANT'].map((what) => which + what)),
    'TARGETSTAGE',
];
/** Count without an ARG line: the platform's, and those that the builder itself heeds. */
const countsUndeclared = (name) => PLATFORM.includes(name) || name === 'SOURCE_DATE_EPOCH' || name.startsWith('BUILDKIT_');
/** A Dockerfile may well name an argument `constructor`. */
const givenOf = (given, name) => Object.hasOwn(given, name) ? given[name] : undefined;
/** What every stage may refer to: the platform's variables, and the ARG lines before the first FROM. */
const globalVariables = ({ instructions, escapeToken }, given) => {
    const platform = PLATFORM.map((name) => [name, givenOf(given, name) ?? (0,_expand_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L)(name)]);
    let globals = { seen: new Map(platform), image: new Map(), closed: true };
    const scope = { globals, given, escapeToken };
    for (const instruction of instructions) {
        if (instruction.keyword === 'FROM')
            break;
        globals = after(globals, instruction, scope);
    }
    return globals;
};
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** What a stage begins with that starts from an image. */
const fromImage = (isScratch) => {
    const variables = new Map(isScratch ? [['PATH', PATH]] : []);
    return { seen: variables, image: variables, closed: isScratch };
};
/**
 * What a stage begins with that starts from another: its arguments too. The environment of the image is put over
 * them once more, and who does not know that image does not know which of them it hides.
 */
const fromStage = ({ seen, image, closed }) => {
    const hidden = (name, value) => closed || image.has(name) ? value : { unknown: `\${${name}:-${textOf(value)}}` };
    const inherited = [...seen].map(([name, value]) => [name, hidden(name, value)]);
    return { seen: new Map([...inherited, ...image]), image, closed };
};
const textOf = (value) => (typeof value === 'string' ? value : value.unknown);
const evaluate = (text, variables, escapeToken) => {
    const { value, undecided } = (0,_expand_js__WEBPACK_IMPORTED_MODULE_1__/* .expand */ .f)(text, lookupIn(variables), escapeToken);
    return undecided.length > 0 ? { unknown: value } : value;
};
/** `A=1 B` as pairs; the old form `ENV A some text` has one. */
const assignments = (rest, escapeToken) => {
    const words = (0,_cut_js__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(rest, escapeToken);
    return words.map((word) => {
        const equals = word.indexOf('=');
        return equals < 0 ? [word, null] : [word.slice(0, equals), word.slice(equals + 1)];
    });
};
const environment = (rest, escapeToken) => {
    const pairs = assignments(rest, escapeToken);
    if (pairs[0]?.[1] !== null)
        return pairs;
    const [, name = '', text = ''] = /^([^\t\v\f\r ]+)[\t\v\f\r ]*([\s\S]*)$/.exec(rest) ?? [];
    return [[name, text]];
};
const after = (before, { keyword, rest }, scope) => {
    if (keyword === 'ARG')
        return afterArg(before, rest, scope);
    return keyword === 'ENV' ? afterEnv(before, rest, scope) : before;
};
/** Given, its own default, or what the global one of that name holds; else the line changes nothing. */
const afterArg = (before, rest, { globals, given, escapeToken }) => {
    let variables = before;
    for (const [name, text] of assignments(rest, escapeToken)) {
        const own = text === null ? globals.seen.get(name) : evaluate(text, variables, escapeToken);
        const value = givenOf(given, name) ?? own;
        if (value !== undefined)
            variables = { ...variables, seen: new Map(variables.seen).set(name, value) };
    }
    return variables;
};
/** All of one line are evaluated with what holds before it. */
const afterEnv = (before, rest, { escapeToken }) => {
    const seen = new Map(before.seen);
    const image = new Map(before.image);
    for (const [name, text] of environment(rest, escapeToken)) {
        const key = evaluate(name, before, escapeToken);
        const value = evaluate(text ?? '', before, escapeToken);
        if (typeof key !== 'string')
            return anything(before);
        seen.set(key, value);
        image.set(key, value);
    }
    return { ...before, seen, image };
};
/** After a variable was set whose name nobody can tell. */
const anything = ({ seen }) => {
    const variables = new Map([...seen.keys()].map((name) => [name, (0,_expand_js__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L)(name)]));
    return { seen: variables, image: variables, closed: false };
};


/***/ }),

/***/ 88200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GU: () => (/* binding */ edgeNames),
/* harmony export */   YP: () => (/* binding */ baseNames),
/* harmony export */   q4: () => (/* binding */ edgesOf)
/* harmony export */ });
/* harmony import */ var _dockerfile_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18940);

/** What a stage takes from outside: images that this repository builds itself, and everything else. */
const edgesOf = ({ name, imagesBuiltHere, dependsOn }, outside) => {
    // What starts from its own image's name takes an older one of it; what is pinned is never the one to be built.
    const builderOf = ({ reference, pinned, service }) => service ?? (pinned ? undefined : builder(imagesBuiltHere, (0,_dockerfile_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .familiarName */ .h)(reference)));
    const isEdge = (one) => ![undefined, name].includes(builderOf(one));
    const declared = dependsOn.map((service) => ({ service, reference: null, because: DECLARED }));
    return {
        edges: [
            ...outside.filter(isEdge).map((one) => edge(one, builderOf(one))),
            ...declared,
        ],
        unpinned: [...new Set(outside.flatMap((one) => (one.pinned || isEdge(one) ? [] : [one.reference])))],
    };
};
/** The services that the edges of some stages lead to, each once. */
const edgeNames = (...stages) => [
    ...new Set(stages.flatMap((stage) => stage?.edges ?? []).map(({ service }) => service)),
];
/** The same without those that only run beside: who is built after whom. Two may well be tested beside each other. */
const baseNames = (...stages) => edgeNames(...stages.map((stage) => stage && { edges: stage.edges.filter(({ beside }) => !beside) }));
/** An image may well be called `constructor`. */
const builder = (images, name) => Object.hasOwn(images, name) ? images[name] : undefined;
const DECLARED = { instruction: 'dependsOn', line: 0 };
const edge = ({ reference, instruction }, service) => ({
    service,
    reference,
    because: { instruction: instruction.keyword, line: instruction.line },
});


/***/ }),

/***/ 29867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _P: () => (/* binding */ readExcludes),
  rj: () => (/* binding */ readIgnoreFile),
  Ok: () => (/* binding */ readIncludes)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/space.js
var space = __webpack_require__(82803);
;// CONCATENATED MODULE: ./.build/catalog/ignore/odd.js
/** With more, a regular expression may try too many ways. */
const MOST_STARS = 3;
/** More than a path may be long. */
const MOST_TOKENS = 4096;
/** A pattern that must be asked of the whole path, since `**` stands inside of a segment or a set takes a `/`. */
const compileOdd = (tokens) => {
    if (tokens.length > MOST_TOKENS)
        return null;
    if (tokens.filter((token) => ['star', 'deep', 'rest'].includes(token)).length > MOST_STARS)
        return null;
    const regex = new RegExp(`^${tokens.map(textOf).join('')}$`, 'u');
    return {
        start: '',
        step: (folder, name) => (folder === '' ? name : `${folder}/${name}`),
        matched: (path) => regex.test(path),
        below: (path) => path,
    };
};
const TEXTS = { any: '[^/]', star: '[^/]*', deep: '(?:[^\\n]*/)?', rest: '[^\\n]*', begin: '^' };
const textOf = (token) => {
    if (typeof token === 'number')
        return escaped(token);
    return typeof token === 'string' ? TEXTS[token] : membersText(token);
};
const escaped = (code) => `\\u{${code.toString(16)}}`;
const membersText = ({ negated, ranges }) => {
    const text = ranges.map(([low, high]) => (low > high ? '' : `${escaped(low)}-${escaped(high)}`)).join('');
    return `[${negated ? '^' : ''}${text}]`;
};

// EXTERNAL MODULE: ./.build/catalog/match.js
var match = __webpack_require__(33503);
;// CONCATENATED MODULE: ./.build/catalog/ignore/segments.js

/** States are sets of positions, one bit each. */
const MOST_SEGMENTS = 30;
const SLASH = 47;
/** moby/patternmatcher asks a regular expression only where there is more than `**` at one end; else null. */
const compilePlain = (pattern) => limited(plain(pattern));
/** Null for what cannot be asked segment by segment. */
const compileSegments = (tokens) => limited(regular(tokens));
const limited = (compiled) => compiled && compiled.segments.length <= MOST_SEGMENTS ? bitwise(compiled) : null;
const isPlain = (text) => !/[*?\\[\]]/.test(text);
const equals = (segment) => (name) => name === segment;
const literal = (path) => path.split('/').map(equals);
const plain = (pattern) => {
    if (isPlain(pattern))
        return { segments: literal(pattern), tail: false, regular: false };
    if (pattern === '**')
        return { segments: [() => true], tail: true, regular: false };
    if (pattern.endsWith('**') && isPlain(pattern.slice(0, -2)))
        return prefix(pattern.slice(0, -2).split('/'));
    return pattern.startsWith('**') && isPlain(pattern.slice(2)) ? suffix(pattern.slice(2).split('/')) : null;
};
const prefix = (path) => {
    const last = path.at(-1);
    const begins = (name) => name.startsWith(last);
    return { segments: [...path.slice(0, -1).map(equals), begins], tail: true, regular: false };
};
const suffix = ([first = '', ...rest]) => {
    const ends = (name) => name.endsWith(first);
    const segments = [...(first === '' ? [] : [ends]), ...rest.map(equals)];
    return { segments: ['deep', ...segments], tail: false, regular: false };
};
/** Null where `**` stands inside of a segment, or something takes a `/`. */
const regular = (tokens) => {
    const segments = [];
    for (const part of parts(tokens)) {
        const segment = segmentOf(part);
        if (segment === null)
            return null;
        segments.push(segment);
    }
    return { segments, tail: tokens.at(-1) === 'rest', regular: true };
};
/** Cut at each `/`; `deep` has taken its own along. */
const parts = (tokens) => {
    const all = [[]];
    for (const token of tokens) {
        if (token !== SLASH)
            all.at(-1)?.push(token);
        if (token === SLASH || token === 'deep')
            all.push([]);
    }
    return all;
};
const segmentOf = (part) => {
    if (part.length === 1 && part[0] === 'deep')
        return 'deep';
    if (part.length === 1 && part[0] === 'rest')
        return noBreak;
    return part.every(staysInside) ? (0,match/* matcher */.jN)(part) : null;
};
const staysInside = (token) => typeof token === 'object' ? !(0,match/* isMember */.NB)(token, SLASH) : !['deep', 'rest', 'begin'].includes(token);
const noBreak = (name) => !name.includes('\n');
const bitwise = ({ segments, tail, regular }) => {
    const end = segments.length;
    const crosses = regular ? noBreak : () => true;
    const reached = (position, name) => {
        const segment = segments[position];
        if (segment === undefined || segment === 'deep')
            return crosses(name) ? 1 << position : 0;
        return segment(name) ? 1 << (position + 1) : 0;
    };
    /** `deep` may stand for nothing. */
    const closed = (states) => {
        let all = states;
        for (let at = 0; at < end; at++)
            if (all & (1 << at) && segments[at] === 'deep')
                all |= 1 << (at + 1);
        return all;
    };
    const step = (state, name) => {
        let states = 0;
        for (let at = 0; at <= end; at++)
            if (state & (1 << at))
                states |= reached(at, name);
        return closed(states);
    };
    return {
        start: closed(1),
        step,
        matched: (state) => (state & (1 << end)) !== 0,
        below: (state) => (tail ? state : state & ~(1 << end)),
    };
};

;// CONCATENATED MODULE: ./.build/catalog/ignore/tokens.js

/** Bytes that are no UTF-8; and a byte order mark, which is no part of a regular expression, before `**`. */
const ODD = /[\udc80-\udcff]|^\ufeff\*\*/u;
/** Null where what it matches would depend on the oddities of another engine. */
const tokensOf = (pattern) => {
    if (ODD.test(pattern))
        return null;
    const tokens = [];
    for (let at = pattern.startsWith('\ufeff') ? 1 : 0; at < pattern.length;) {
        const piece = readPiece(pattern, at);
        if (!piece)
            return null;
        tokens.push(piece.token);
        at = piece.end;
    }
    return tokens;
};
const readPiece = (pattern, at) => {
    const ch = pattern[at];
    if (ch === '*')
        return readStars(pattern, at);
    if (ch === '?')
        return { token: 'any', end: at + 1 };
    if (ch === '[')
        return readPlainSet(pattern, at);
    if (ch === '\\')
        return readEscape(pattern, at);
    return ch === '^' ? { token: 'begin', end: at + 1 } : (0,match/* readCharacter */.SE)(pattern, at);
};
const STARS = /(?:\*\*\/?)+/y;
/** `**` takes the `/` behind it along. Several mean no more than one. */
const readStars = (pattern, at) => {
    STARS.lastIndex = at;
    const run = STARS.exec(pattern)?.[0];
    if (run === undefined)
        return { token: 'star', end: at + 1 };
    const end = at + run.length;
    return { token: end === pattern.length ? 'rest' : 'deep', end };
};
/** A `*` or `?` in brackets is one of that engine's oddities. */
const readPlainSet = (pattern, at) => {
    const set = (0,match/* readSet */.Rn)(pattern, at);
    return set && !/[*?[\\]/.test(pattern.slice(at + 1, set.end)) ? set : null;
};
/** Before a letter or a digit, the engine would take it for a class of characters. */
const readEscape = (pattern, at) => {
    const ch = pattern[at + 1];
    return ch === undefined || /[\p{L}\p{Nd}\ud800-\udfff]/u.test(ch)
        ? null
        : { token: ch.charCodeAt(0), end: at + 2 };
};

;// CONCATENATED MODULE: ./.build/catalog/ignore/rule.js



/** Null for a lone `!`, which BuildKit refuses. */
const compile = (line) => {
    const exception = line.startsWith('!');
    const pattern = exception ? line.slice(1) : line;
    return pattern === '' ? null : { exception, matcher: matcherOf(pattern) };
};
const matcherOf = (pattern) => {
    const plain = compilePlain(pattern);
    if (plain)
        return plain;
    const tokens = tokensOf(pattern);
    return tokens && (compileSegments(tokens) ?? compileOdd(tokens));
};

;// CONCATENATED MODULE: ./.build/catalog/ignore/ignore-file.js



const readIgnoreFile = (text) => follow(false, rulesOf(patternsOf(text)));
/** `--exclude`: the same patterns, not read from a file. */
const readExcludes = (patterns) => follow(false, rulesOf(patterns
    .map(space/* trim */.Bq)
    .filter((pattern) => pattern !== '')
    .map(clean)));
/** The other way round: nothing is left but what the pattern matches, and what is below. */
const readIncludes = (pattern) => {
    const rule = compile(pattern);
    return rule?.matcher ? follow(true, [{ ...rule, exception: true }]) : follow(false, []);
};
const follow = (ignored, rules) => {
    const known = new Map();
    const standing = (one) => {
        const key = keyOf(one);
        const first = known.get(key) ?? { ...one, id: known.size };
        known.set(key, first);
        return first;
    };
    return {
        root: standing(withoutIdle(ignored, openRules(rules))),
        isIgnored: ({ ignored, open }, name) => open.reduce((before, rule) => verdict(before, rule, name), ignored),
        enter: (folder, name) => {
            if (folder.open.length === 0)
                return folder;
            const { ignored, last, states } = meet(folder, name);
            if (last < 0 && isUnmoved(folder.open, states))
                return folder;
            return standing(withoutIdle(ignored, stillOpen(folder.open, states, last)));
        },
    };
};
const keyOf = ({ ignored, open }) => JSON.stringify([ignored, open.map(({ index, state }) => [index, state])]);
const openRules = (rules) => rules.flatMap(({ exception, matcher }, index) => matcher ? [{ exception, matcher, state: matcher.start, index }] : []);
/** One rule that may match or not: without exceptions it leaves too much at most; with them, nobody can tell. */
const rulesOf = (patterns) => {
    const rules = withoutDoubles(patterns).flatMap((pattern) => compile(pattern) ?? []);
    const isUnsure = rules.some(({ matcher }) => matcher === null) && rules.some(({ exception }) => exception);
    return isUnsure ? [] : rules;
};
/** What is told twice, with no exception between the two or no rule between two exceptions, means no more. */
const withoutDoubles = (patterns) => {
    let run = new Set();
    return patterns.filter((pattern, index) => {
        if (pattern.startsWith('!') !== patterns[index - 1]?.startsWith('!'))
            run = new Set();
        const isNew = !run.has(pattern);
        run.add(pattern);
        return isNew;
    });
};
/** The same for a file, of which nothing goes on: only a rule that would change the answer is asked. */
const verdict = (ignored, { exception, matcher, state }, name) => exception === ignored && matcher.matched(matcher.step(state, name)) ? !ignored : ignored;
/** Most rules stand in a folder as they stood above it: `**` does not move. */
const isUnmoved = (open, states) => open.every(({ matcher, state }, index) => matcher.below(states[index]) === state);
/** Asks the rules in their order. One that could not change the answer is moved on, but not heeded. */
const meet = ({ ignored: before, open }, name) => {
    let ignored = before;
    let last = -1;
    const states = open.map(({ exception, matcher, state }, index) => {
        const after = matcher.step(state, name);
        if (after !== 0 && exception === ignored && matcher.matched(after)) {
            ignored = !exception;
            last = index;
        }
        return after;
    });
    return { ignored, last, states };
};
/** What matched goes on to everything below, and outdoes each rule before it there. */
const stillOpen = (open, states, last) => open.flatMap((rule, index) => {
    const state = index > last ? rule.matcher.below(states[index]) : 0;
    return state === 0 ? [] : [{ ...rule, state }];
});
/** The first rule that changes something is an exception where all is ignored, and none where it is not. */
const withoutIdle = (ignored, open) => {
    const first = open.findIndex(({ exception }) => exception === ignored);
    return { ignored, open: first < 0 ? [] : open.slice(first) };
};
/** The lines that are patterns, cleaned twice, as there: by the reader of the file, then by the matcher. */
const patternsOf = (text) => text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#') && (0,space/* trim */.Bq)(line) !== '')
    .map((line) => clean((0,space/* trim */.Bq)(cleanLine((0,space/* trim */.Bq)(line)))));
const cleanLine = (line) => {
    if (line.startsWith('!'))
        return `!${relative((0,space/* trim */.Bq)(line.slice(1)))}`;
    return relative(line);
};
const relative = (pattern) => (pattern === '' ? '' : clean(pattern).replace(/^\/(?=.)/s, ''));
/** Go's `filepath.Clean`. */
const clean = (path) => external_node_path_.posix.normalize(path).replace(/(?<=.)\/$/s, '');


/***/ }),

/***/ 33845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ allInputs)
/* harmony export */ });
/** All of them, wherever they stand. */
const allInputs = ({ inputs, named, declared }) => [
    ...inputs,
    ...named.flatMap((context) => context.inputs),
    ...declared,
];


/***/ }),

/***/ 62373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ interpolate),
/* harmony export */   y: () => (/* binding */ RequiredVariable)
/* harmony export */ });
/** Thrown for `${X:?message}` where X is not set. */
class RequiredVariable extends Error {
    variable;
    constructor(variable, message) {
        super(message);
        this.variable = variable;
        this.name = 'RequiredVariable';
    }
}
const REFERENCE = /^(?:\{([A-Za-z_][A-Za-z0-9_]*)(:?[-+?])?|([A-Za-z_][A-Za-z0-9_]*))/;
/**
 * Puts variables into a compose file's text: `$X`, `${X}`, `${X:-default}`, `${X-default}`, `${X:+other}`,
 * `${X:?message}`, which throws, nested, and `$$` for a dollar. (compose-spec, 12-interpolation.md)
 */
const interpolate = (text, variable) => read(text, 0, variable, false).value;
/** Reads to the end of the text, or to the brace that closes the default it stands in. */
const read = (text, start, variable, inBraces) => {
    let value = '';
    for (let at = start; at < text.length;) {
        const ch = text[at];
        if (inBraces && ch === '}')
            return { value, end: at + 1 };
        const found = ch === '$' ? readReference(text, at + 1, variable) : null;
        value += found ? found.value : ch;
        at = found ? found.end : at + 1;
    }
    return { value, end: text.length };
};
const readReference = (text, at, variable) => {
    if (text[at] === '$')
        return { value: '$', end: at + 1 };
    const [whole = '', braced, modifier, plain] = REFERENCE.exec(text.slice(at)) ?? [];
    if (plain)
        return { value: variable(plain) ?? '', end: at + whole.length };
    if (!braced)
        return null;
    const word = read(text, at + whole.length, variable, true);
    return { value: resolve(braced, variable(braced), modifier ?? '', word.value), end: word.end };
};
const resolve = (name, held, modifier, word) => {
    const set = modifier.startsWith(':') ? held !== undefined && held !== '' : held !== undefined;
    if (modifier.endsWith('+'))
        return set ? word : '';
    if (modifier.endsWith('-'))
        return set ? held : word;
    if (modifier.endsWith('?') && !set)
        throw new RequiredVariable(name, word);
    return held ?? '';
};


/***/ }),

/***/ 42148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ plainIssues)
/* harmony export */ });
/** Where one of several forms was meant, by what stands inside of it, what is wrong inside; else that it is none of them. */
const plainIssues = (issue, above = [], ofForm = false) => {
    const path = [...above, ...(issue.path ?? []).map(({ key }) => key)];
    const inner = (issue.issues ?? []).filter((one) => one.path !== undefined);
    return inner.length > 0
        ? inner.flatMap((one) => plainIssues(one, path, issue.type === 'union' && one.path?.length === 1))
        : [{ issue, path, ofForm }];
};


/***/ }),

/***/ 81527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ contextOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _dockerfile_sources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56189);
/* harmony import */ var _read_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64551);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64293);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46800);





/**
 * Nothing says which context a lone Dockerfile is built with. Its own folder, unless what it copies by
 * name is not there: then the nearest folder above that holds all of it.
 */
const contextOf = async (objects, root, dockerfile) => {
    const own = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(dockerfile);
    const copied = await copiedByName(objects, root, dockerfile);
    for (let folder = own;; folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(folder)) {
        const found = await Promise.all(copied.map((path) => (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .entryAt */ ._f)(objects, root, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join('/', path)))));
        if (found.every((entry) => entry !== null))
            return folder;
        if (folder === '.')
            return own;
    }
};
const copiedByName = async (objects, root, dockerfile) => {
    const text = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(objects, root, dockerfile);
    if (text === null)
        return [];
    const { parsed, stages } = (0,_read_dockerfile_js__WEBPACK_IMPORTED_MODULE_2__/* .dockerfileOf */ .S9)(dockerfile, text, _service_js__WEBPACK_IMPORTED_MODULE_3__/* .PLAIN */ .t);
    return stages
        .flatMap(({ steps }) => steps.flatMap((step) => (0,_dockerfile_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcesOf */ .u)(step, parsed.escapeToken)))
        .flatMap((source) => (source.kind === 'context' && !/[*?[]/.test(source.pattern) ? [source.pattern] : []));
};


/***/ }),

/***/ 33503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NB: () => (/* binding */ isMember),
/* harmony export */   Og: () => (/* binding */ segmentPattern),
/* harmony export */   Pt: () => (/* binding */ isPattern),
/* harmony export */   Rn: () => (/* binding */ readSet),
/* harmony export */   SE: () => (/* binding */ readCharacter),
/* harmony export */   jN: () => (/* binding */ matcher)
/* harmony export */ });
const isPattern = (segment) => /[*?[\\]/.test(segment);
const NOTHING = () => false;
/** A pattern of one path segment as Go's `path.Match` reads it; BuildKit matches COPY sources with it. */
const segmentPattern = (pattern) => {
    if (!isPattern(pattern))
        return (name) => name === pattern;
    const tokens = tokensOf(pattern);
    return tokens ? matcher(tokens) : NOTHING;
};
/** Null for what Go calls a bad pattern: it matches nothing. */
const tokensOf = (pattern) => {
    const tokens = [];
    for (let at = 0; at < pattern.length;) {
        const piece = readPiece(pattern, at);
        if (!piece)
            return null;
        if (piece.token !== 'star' || tokens.at(-1) !== 'star')
            tokens.push(piece.token);
        at = piece.end;
    }
    return tokens;
};
const readPiece = (pattern, at) => {
    const ch = pattern[at];
    if (ch === '*')
        return { token: 'star', end: at + 1 };
    if (ch === '?')
        return { token: 'any', end: at + 1 };
    if (ch === '[')
        return readSet(pattern, at);
    return readCharacter(pattern, ch === '\\' ? at + 1 : at);
};
const readCharacter = (pattern, at) => {
    const token = pattern.codePointAt(at);
    return token === undefined ? null : { token, end: at + width(token) };
};
const SET = /\[(\^?)((?:(?:\\.|[^\]\\-])(?:-(?:\\.|[^\]\\-]))?)+)\]/suy;
const MEMBER = /(\\.|[^\\])(?:-(\\.|[^\\]))?/gsu;
/** A `\` inside takes the next character as it is; a `-` that stands alone is a bad pattern. */
const readSet = (pattern, start) => {
    SET.lastIndex = start;
    const match = SET.exec(pattern);
    if (!match)
        return null;
    const ranges = [...match[2].matchAll(MEMBER)].map(([, low = '', high = low]) => [codeOf(low), codeOf(high)]);
    return { token: { negated: match[1] === '^', ranges }, end: start + match[0].length };
};
const codeOf = (member) => member.replace(/^\\(?=.)/su, '').codePointAt(0);
const width = (code) => (code > 0xffff ? 2 : 1);
const isMember = ({ negated, ranges }, code) => ranges.some(([low, high]) => low <= code && code <= high) !== negated;
const takes = (token, code) => {
    if (typeof token === 'number')
        return token === code;
    return typeof token === 'object' ? isMember(token, code) : token === 'any';
};
/**
 * Whether a name, in which no `/` stands, is all that the tokens take. Only the last star is ever gone back to, since
 * what an earlier one could take besides, that one can take as well: no pattern is slow.
 */
const matcher = (tokens) => (name) => {
    let token = 0;
    let star = null;
    for (let at = 0; at < name.length;) {
        const code = name.codePointAt(at);
        if (tokens[token] === 'star')
            star = { token: ++token, at };
        else if (takes(tokens[token], code)) {
            token++;
            at += width(code);
        }
        else if (star) {
            star.at += width(name.codePointAt(star.at));
            at = star.at;
            token = star.token;
        }
        else
            return false;
    }
    while (tokens[token] === 'star')
        token++;
    return token === tokens.length;
};


/***/ }),

/***/ 27033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vx: () => (/* binding */ isRemote),
/* harmony export */   lS: () => (/* binding */ namedContext),
/* harmony export */   nx: () => (/* binding */ inside),
/* harmony export */   uf: () => (/* binding */ namedContexts)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);
/* harmony import */ var _dockerfile_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18940);



const REMOTE = /^(?:https?|git|ssh):\/\/|^git@|^github\.com\/|\.git(?:#|$)/;
const ANOTHER_SERVICE = /^(?:service|target):(.*)$/;
const IMAGE = /^docker-image:\/\/(.*)$/;
const isRemote = (address) => REMOTE.test(address);
/** A path below the repository's root without `.` and `..`; null where it leaves the repository. */
const inside = (path) => {
    const normal = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path).replace(/(?<=.)\/$/, '');
    return normal === '..' || normal.startsWith('../') || normal.startsWith('/') ? null : normal;
};
/**
 * What `--build-context NAME=text` stands for; a path begins in `folder`. Null where it is neither in this repository
 * nor anything that Docker could fetch.
 */
const namedContext = (text, folder = '.') => {
    const [, service] = ANOTHER_SERVICE.exec(text) ?? [];
    if (service !== undefined)
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isServiceName */ .tN)(service.toLowerCase())
            ? { kind: 'service', service: service.toLowerCase() }
            : null;
    const [, image] = IMAGE.exec(text) ?? [];
    if (image !== undefined)
        return { kind: 'remote', address: image };
    if (isRemote(text))
        return { kind: 'remote', address: text };
    if (/^[a-z-]+:\/\//.test(text) || text.startsWith('/'))
        return null;
    const path = inside(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, text));
    return path === null ? null : { kind: 'folder', path };
};
/** By the name that `FROM` and `--from` are compared with; what is neither here nor out there comes back by its text. */
const namedContexts = (texts, folder = '.') => {
    const read = Object.entries(texts).map(([name, text]) => [(0,_dockerfile_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .familiarName */ .h)(name.toLowerCase()), namedContext(text, folder), text]);
    return {
        contexts: Object.fromEntries(read.flatMap(([name, context]) => (context ? [[name, context]] : []))),
        lost: read.flatMap(([, context, text]) => (context ? [] : [text])),
    };
};


/***/ }),

/***/ 67948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ ownFolder),
/* harmony export */   x: () => (/* binding */ nameDockerfiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** Folders that say how the code is laid out, not what it is. */
const LAYOUT = new Set(['src', 'docker', 'build', 'app', 'dockerfiles', '.docker', 'deploy']);
const foldersAbove = (path) => {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path);
    return folder === '.' || folder === '/' ? [] : [folder, ...foldersAbove(folder)];
};
/** The folder that people think of as the service's own. */
const ownFolder = (name, dockerfile, context) => foldersAbove(dockerfile).find((folder) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(folder).toLowerCase() === name) ??
    (context === '.' ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(dockerfile) : context);
/** What a Dockerfile's place says about its name: the nearest folder with a telling name, then the ones above it. */
const tellingFolders = (dockerfile) => {
    const names = foldersAbove(dockerfile).map((folder) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(folder));
    const telling = names.filter((name) => !LAYOUT.has(name.toLowerCase()));
    return telling.length > 0 ? telling : names;
};
/** `Dockerfile.debug` and `debug.Dockerfile` as `debug`; empty for a plain `Dockerfile`. */
const variantOf = (dockerfile) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(dockerfile).replace(/^Dockerfile\.?|\.?Dockerfile$/gi, '');
const clean = (text) => text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
/** A name for each Dockerfile, by its folder; what would clash takes the variant, then the folder above, before it. */
const nameDockerfiles = (dockerfiles, repository = 'app') => {
    const names = new Map(dockerfiles.map((path) => [path, clean(tellingFolders(path)[0] ?? repository)]));
    qualify(names, (path) => (variantOf(path) ? (name) => `${name}-${variantOf(path)}` : null));
    for (let depth = 1; depth < 8 && clashes(names).length > 0; depth++) {
        qualify(names, (path) => {
            const parent = tellingFolders(path)[depth];
            return parent ? (name) => `${parent}-${name}` : null;
        });
    }
    return names;
};
const clashes = (names) => {
    const count = new Map();
    for (const name of names.values())
        count.set(name, (count.get(name) ?? 0) + 1);
    return [...names].filter(([, name]) => count.get(name) > 1).map(([path]) => path);
};
const qualify = (names, how) => {
    for (const path of clashes(names)) {
        const change = how(path);
        if (change)
            names.set(path, clean(change(names.get(path))));
    }
};


/***/ }),

/***/ 18792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ pathTree)
/* harmony export */ });
/** What stands at paths below a folder, as that folder; where it is there itself, as a whole, it is the answer. */
const pathTree = (folder, leaves) => {
    const root = new Map();
    for (const leaf of leaves) {
        if (leaf.path === folder)
            return leaf;
        const path = folder === '.' ? leaf.path : leaf.path.slice(folder.length + 1);
        put(root, path.split('/'), leaf);
    }
    return root;
};
const put = (folder, [name = '', ...rest], leaf) => {
    if (rest.length === 0)
        return void folder.set(name, leaf);
    const known = folder.get(name);
    const next = known instanceof Map ? known : new Map();
    folder.set(name, next);
    put(next, rest, leaf);
};


/***/ }),

/***/ 87253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ pick)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _match_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33503);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47407);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46800);




const NOTHING = { kind: 'found', found: [], links: [] };
const MOST_LINKS = 40;
/** What a source names below `root`: a path or a pattern. Follows links as BuildKit does (fsutil/followlinks.go). */
const pick = (objects, root, source) => descend(objects, root, root, (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .segmentsOf */ .OD)(source), MOST_LINKS);
const descend = async (objects, root, at, segments, most) => {
    const [segment, ...rest] = segments;
    if (segment === undefined)
        return { kind: 'found', found: [at], links: [] };
    if (at.mode !== _tree_js__WEBPACK_IMPORTED_MODULE_2__/* .FOLDER */ .L7)
        return NOTHING;
    const hits = await matching(objects, at, segment);
    const ends = hits.map((hit) => hit.mode === _tree_js__WEBPACK_IMPORTED_MODULE_2__/* .LINK */ .ps ? throughLink(objects, root, hit, rest, most) : descend(objects, root, hit, rest, most));
    return (await Promise.all(ends)).reduce(together, NOTHING);
};
const together = (one, other) => {
    if (one.kind === 'lost')
        return one;
    if (other.kind === 'lost')
        return other;
    return { kind: 'found', found: [...one.found, ...other.found], links: [...one.links, ...other.links] };
};
/** A link's own text decides as well as what it leads to; from the root on again, where it is clamped. */
const throughLink = async (objects, root, link, rest, most) => {
    const text = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D)(await objects.blob(link.oid));
    const target = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .segmentsOf */ .OD)(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(text) ? text : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join('/', node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(link.path), text));
    const lost = { kind: 'lost', path: link.path };
    if (most === 0 || target.some(_match_js__WEBPACK_IMPORTED_MODULE_3__/* .isPattern */ .Pt))
        return lost;
    const end = await descend(objects, root, root, [...target, ...rest], most - 1);
    if (end.kind === 'lost' || end.found.length === 0)
        return lost;
    return { ...end, links: [link, ...end.links] };
};
const matching = async (objects, { oid, path }, segment) => {
    const entries = await objects.tree(oid);
    const hits = (0,_match_js__WEBPACK_IMPORTED_MODULE_3__/* .isPattern */ .Pt)(segment)
        ? entries.filter(withName((0,_match_js__WEBPACK_IMPORTED_MODULE_3__/* .segmentPattern */ .Og)(segment)))
        : [(0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entryNamed */ .OM)(entries, segment)];
    return hits.flatMap((hit) => (hit ? { mode: hit.mode, oid: hit.oid, path: (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .below */ .Gz)(path, hit.name) } : []));
};
const withName = (test) => (entry) => test(entry.name);


/***/ }),

/***/ 64551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ findTarget),
/* harmony export */   S9: () => (/* binding */ dockerfileOf),
/* harmony export */   n_: () => (/* binding */ readDockerfile)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);
/* harmony import */ var _context_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19861);
/* harmony import */ var _dockerfile_directives_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55624);
/* harmony import */ var _dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66829);
/* harmony import */ var _dockerfile_stages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89078);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68472);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46800);







/** Front ends whose language is the one we know. */
const KNOWN_SYNTAX = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?::|@|$)/;
/** Throws `missing-dockerfile`, and what is wrong in it. */
const readDockerfile = async (service, objects, root) => {
    const file = service.dockerfile;
    const text = service.inline ?? (await (0,_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(objects, root, file));
    if (text === null)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY((0,_context_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .missing */ .LO)(service.name, 'dockerfile', file));
    return dockerfileOf(file, text, service);
};
/** Two commits mostly hold the same Dockerfile; the same text with the same arguments always reads the same. */
const remembered = new Map();
const MOST_REMEMBERED = 5000;
/** Throws what is wrong in it. */
const dockerfileOf = (file, text, { args, contexts }) => {
    const key = JSON.stringify([file, text, args, contexts]);
    const known = remembered.get(key);
    if (known)
        return known;
    const frontEnd = args.BUILDKIT_SYNTAX?.split(' ', 1)[0] ?? (0,_dockerfile_directives_js__WEBPACK_IMPORTED_MODULE_2__/* .detectSyntax */ .D)(text.replace(/^\uFEFF/, '').split(/\r?\n/));
    const foreign = frontEnd === null || KNOWN_SYNTAX.test(frontEnd) ? null : { frontEnd, text };
    const lines = foreign ? readForeign(text, file) : (0,_dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDockerfile */ .A)(text, file);
    const dockerfile = { file, parsed: lines, stages: (0,_dockerfile_stages_js__WEBPACK_IMPORTED_MODULE_4__/* .readStages */ .i)(lines, args, file, contexts), foreign };
    if (remembered.size >= MOST_REMEMBERED)
        remembered.clear();
    remembered.set(key, dockerfile);
    return dockerfile;
};
/** What another front end reads may be a Dockerfile all the same; else nothing is known of it. */
const readForeign = (text, file) => {
    try {
        return (0,_dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDockerfile */ .A)(text, file);
    }
    catch (error) {
        if (!(error instanceof _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY))
            throw error;
        return (0,_dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDockerfile */ .A)('FROM scratch', file);
    }
};
/** The stage that a service builds. Throws `unknown-target` with those that there are. */
const findTarget = ({ target, dockerfile }, { stages, foreign }) => {
    if (target === null)
        return stages.at(-1);
    const found = stages.findLast(({ name }) => name === target.toLowerCase()) ??
        stages[/^\d+$/.test(target) ? Number(target) : -1];
    if (found || foreign)
        return found ?? stages.at(-1);
    const names = stages.flatMap(({ name }) => name ?? []);
    throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY({
        ...(0,_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .unknownName */ .U)('target', target, names),
        problem: `${dockerfile} has no stage ${target}`,
    });
};


/***/ }),

/***/ 44412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ unique),
/* harmony export */   O8: () => (/* binding */ untracked),
/* harmony export */   W$: () => (/* binding */ becauseOf),
/* harmony export */   o$: () => (/* binding */ readSource)
/* harmony export */ });
const becauseOf = (because) => (found) => ({ ...found, because });
const readSource = async (context, source) => {
    const nothing = { source, inputs: [], widened: [], excluded: false };
    const { keyword, line } = source.instruction;
    const widen = (reason, detail) => ({
        ...nothing,
        widened: [{ reason, detail, line }],
    });
    if (source.kind === 'undecided')
        return widen(source.reason, source.detail);
    if (source.kind !== 'context')
        return nothing;
    const picked = await context.pick(source.pattern, source.part);
    if (picked.kind === 'lost')
        return widen('symlinked-source', `${picked.path} is a symbolic link that leads nowhere in the context`);
    const inputs = [...picked.found, ...picked.links].map(becauseOf({ instruction: keyword, line }));
    return { ...nothing, inputs, excluded: picked.excluded ?? false };
};
/**
 * Sources that name nothing git tracks. A pattern beside sources that were found is a way to say
 * "if it is there": BuildKit takes it so, and the context holds nothing else.
 */
const untracked = (read) => read.flatMap(({ source, inputs, widened, excluded }) => {
    if (source.kind !== 'context' || inputs.length > 0 || widened.length > 0 || excluded)
        return [];
    const optional = /[*?[]/.test(source.pattern) &&
        read.some((other) => other.source.instruction === source.instruction && other.inputs.length > 0);
    const { line } = source.instruction;
    return optional ? [] : [{ reason: 'untracked-source', detail: source.pattern, line }];
});
/** One input a path, and none below a folder that is an input itself; sorted by path. */
const unique = (inputs) => {
    const byPath = new Map();
    for (const input of inputs)
        if (!byPath.has(input.path))
            byPath.set(input.path, input);
    return [...byPath.values()]
        .filter(({ path }) => !ancestors(path).some((folder) => byPath.get(folder)?.mode === '040000'))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
};
const ancestors = (path) => {
    const segments = path.split('/');
    const folders = segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'));
    return path === '.' ? [] : ['.', ...folders];
};


/***/ }),

/***/ 32617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ problemsOf),
/* harmony export */   Je: () => (/* binding */ nullIfRefused),
/* harmony export */   dF: () => (/* binding */ allOrEveryProblem)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);

/** What all came to. Else throws the problems of all at once: whoever corrects one wants to know of the others, too. */
const allOrEveryProblem = async (made) => {
    const results = await Promise.allSettled(made);
    const problems = results.flatMap((result) => result.status === 'rejected' ? problemsOf(result.reason) : []);
    if (problems.length > 0)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY(...unique(problems));
    return Promise.all(made);
};
/** Anything but a refusal is a bug, and goes on. */
const problemsOf = (error) => {
    if (error instanceof _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY)
        return error.problems;
    throw error;
};
/** Services that share a Dockerfile share its problems. */
const unique = (problems) => [
    ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];
/** What is wrong in the past, or only of use, is no reason to refuse the present; a bug still is. */
const nullIfRefused = (error) => {
    if (error instanceof _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY)
        return null;
    throw error;
};


/***/ }),

/***/ 64293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ PLAIN)
/* harmony export */ });
/** What a service has that nobody said anything about. */
const PLAIN = {
    inline: null,
    target: null,
    args: {},
    contexts: {},
    labels: {},
    annotations: {},
    secrets: {},
    ssh: [],
    platforms: [],
    inputs: [],
    artifacts: [],
    dependsOn: [],
    tests: null,
    group: null,
    imagesBuiltHere: {},
};


/***/ }),

/***/ 95463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ TEST_STAGE)
/* harmony export */ });
/** Whose tests they are where nobody said. */
const TEST_STAGE = 'test';


/***/ }),

/***/ 88990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aP: () => (/* binding */ unknownComposeService),
/* harmony export */   b6: () => (/* binding */ missingComposeFile),
/* harmony export */   d0: () => (/* binding */ unknownTestStage),
/* harmony export */   r8: () => (/* binding */ notTestedThere)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68472);

const unknownTestStage = (service, dockerfile, stage, valid) => ({
    ...(0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U)('stage', stage, valid),
    code: 'unknown-test-stage',
    problem: `${service}: ${dockerfile} has no stage ${stage} to test it`,
});
const missingComposeFile = (service, file) => ({
    code: 'missing-test-file',
    fault: 'caller',
    problem: `${service}: its tests’ compose file ${file} is not in the repository`,
    why: "the path does not exist at this commit; it stands from the repository's root",
    fix: `correct compose in the test of ${service}, or track the file: git add ${file}`,
});
const unknownComposeService = (service, file, name, valid) => ({
    ...(0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U)('service', name, valid),
    code: 'unknown-test-service',
    problem: `${service}: ${file} has no service ${name} to test it`,
});
const notTestedThere = (service, file, name) => ({
    code: 'image-not-tested',
    fault: 'caller',
    problem: `${service}: its image does not run in its own tests`,
    why: `neither ${name} in ${file}, nor what that one depends on, has the image that is to be tested`,
    fix: `let one of them have it: image: \${STAGGER_IMAGE}   (and let ${name} depend on that one: depends_on)`,
});


/***/ }),

/***/ 47407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ decode)
/* harmony export */ });
const strict = new TextDecoder('utf-8', { fatal: true });
/**
 * Text as it is in git: a byte that is no UTF-8 becomes a lone surrogate U+DC80…U+DCFF, as in the names of a tree. So
 * two texts that differ never look alike, and a name in one finds its file.
 */
const decode = (bytes) => {
    try {
        return strict.decode(bytes);
    }
    catch {
        return Buffer.from(bytes).toString('latin1').replace(PIECES, decodePiece);
    }
};
const LAST = '[\\x80-\\xbf]';
const SEQUENCES = [
    `[\\xc2-\\xdf]${LAST}`,
    `\\xe0[\\xa0-\\xbf]${LAST}`,
    `[\\xe1-\\xec\\xee\\xef]${LAST}{2}`,
    `\\xed[\\x80-\\x9f]${LAST}`,
    `\\xf0[\\x90-\\xbf]${LAST}{2}`,
    `[\\xf1-\\xf3]${LAST}{3}`,
    `\\xf4[\\x80-\\x8f]${LAST}{2}`,
];
const PIECES = new RegExp(`${SEQUENCES.join('|')}|[\\x80-\\xff]`, 'g');
const decodePiece = (piece) => piece.length > 1
    ? Buffer.from(piece, 'latin1').toString('utf8')
    : String.fromCharCode(0xdc00 + piece.charCodeAt(0));


/***/ }),

/***/ 46800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   Gz: () => (/* binding */ below),
/* harmony export */   L7: () => (/* binding */ FOLDER),
/* harmony export */   OD: () => (/* binding */ segmentsOf),
/* harmony export */   OM: () => (/* binding */ entryNamed),
/* harmony export */   _f: () => (/* binding */ entryAt),
/* harmony export */   hb: () => (/* binding */ blobAt),
/* harmony export */   ps: () => (/* binding */ LINK)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47407);


const FOLDER = '040000';
const LINK = '120000';
/** `./a/../b/` as `b`; what climbs out is clamped to the root, as BuildKit does. */
const segmentsOf = (path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix
    .normalize(`/${path}`)
    .split('/')
    .filter((segment) => segment !== '');
/** `below('a', 'b')` is `a/b`; `.` is the folder itself. */
const below = (folder, path) => {
    if (folder === '.')
        return path;
    return path === '.' ? folder : `${folder}/${path}`;
};
/** Folders in which more than a few look-ups pay for an index. */
const MANY = 32;
const indices = new WeakMap();
const entryNamed = (entries, name) => {
    if (entries.length < MANY)
        return entries.find((entry) => entry.name === name);
    const index = indices.get(entries) ?? new Map(entries.map((entry) => [entry.name, entry]));
    indices.set(entries, index);
    return index.get(name);
};
/** The entry at a path of a commit's tree; null where there is none. `.` names the tree itself. Follows no link. */
const entryAt = async (objects, root, path) => {
    let at = { mode: FOLDER, oid: root, path: '.' };
    for (const segment of segmentsOf(path)) {
        if (at.mode !== FOLDER)
            return null;
        const next = entryNamed(await objects.tree(at.oid), segment);
        if (!next)
            return null;
        at = { mode: next.mode, oid: next.oid, path: below(at.path, segment) };
    }
    return at;
};
const MOST_LINKS = 8;
/**
 * A file's bytes; null where there is none. A link beside the file or below its folder is followed, as BuildKit
 * follows a Dockerfile's and an ignore file's; what leads out of the folder is not sent to it at all.
 */
const blobAt = async (objects, root, path, links = MOST_LINKS) => {
    const entry = await entryAt(objects, root, path);
    if (!entry || entry.mode === FOLDER || links === 0)
        return null;
    const bytes = await objects.blob(entry.oid);
    if (entry.mode !== LINK)
        return bytes;
    const target = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D)(bytes));
    if (target.startsWith('/') || target.split('/')[0] === '..')
        return null;
    return blobAt(objects, root, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(entry.path), target), links - 1);
};
/** The same as text. */
const textAt = async (objects, root, path) => {
    const bytes = await blobAt(objects, root, path);
    return bytes && (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D)(bytes);
};


/***/ }),

/***/ 38911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ loadYaml)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33243);

/** `<<`, which compose files use; a date stays the text that it is. */
const MERGE = new js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .Type */ .ZU('tag:yaml.org,2002:merge', {
    kind: 'scalar',
    resolve: (data) => data === '<<' || data === null,
});
/** Compose's own tags: `!reset` takes away what another file sets, `!override` and the rest are what they stand before. */
const TAGS = ['scalar', 'sequence', 'mapping'].map((kind) => new js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .Type */ .ZU('!', {
    kind,
    multi: true,
    construct: (data, tag) => (tag === '!reset' ? undefined : data),
}));
const YAML_SCHEMA = js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .CORE_SCHEMA */ .OU.extend({ implicit: [MERGE], explicit: TAGS });
/**
 * Five times faster than the parser that knows where everything stands; undefined where the text is no YAML. An empty
 * one is an empty map.
 */
const loadYaml = (text) => {
    try {
        return (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .load */ .Hh)(text, { schema: YAML_SCHEMA }) ?? {};
    }
    catch {
        return undefined;
    }
};


/***/ }),

/***/ 64188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ LEDGER),
/* harmony export */   j: () => (/* binding */ comparisonOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);


const LEDGER = { kind: 'ledger' };
/**
 * The right thing to compare with, for every event of GitHub's. What is not a proposal to change a branch is
 * compared with the ledger, also events that nobody has heard of yet: content decides, whatever happened.
 */
const comparisonOf = (event, payload) => {
    if (event === 'push')
        return ofPush(payload);
    if (event === 'delete')
        return ofDeletion(payload);
    if (event === 'merge_group')
        return ofMergeGroup(payload);
    return event.startsWith('pull_request') ? ofPullRequest(event, payload) : LEDGER;
};
const commit = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isOid */ .dH, 'no commit id'));
const name = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minLength */ .BpQ(1, 'empty'));
const fullRef = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .startsWith */ .w1_('refs/'));
const push = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ deleted: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()), ref: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(name) });
const ofPush = (payload) => {
    const { deleted, ref = 'the ref' } = checked('push', push, payload);
    return deleted ? { kind: 'nothing', why: `${ref} was deleted` } : LEDGER;
};
const deletion = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ref: name, ref_type: name });
const ofDeletion = (payload) => {
    const { ref, ref_type: type } = checked('delete', deletion, payload);
    return { kind: 'nothing', why: `the ${type} ${ref} was deleted` };
};
const mergeGroup = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ merge_group: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ base_sha: commit, base_ref: fullRef }) });
/** The group stands on its base, so all of its pull requests count, however many they are. */
const ofMergeGroup = (payload) => {
    const { base_sha, base_ref } = checked('merge_group', mergeGroup, payload).merge_group;
    return { kind: 'commit', against: { commit: base_sha, ref: base_ref } };
};
const pullRequest = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    pull_request: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        number: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(1)),
        head: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: commit }),
        base: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: commit, ref: name }),
    }),
});
/** The ref `refs/pull/N/head` stands in the repository itself, also where the branch is a fork's. */
const ofPullRequest = (event, payload) => {
    const { number, head, base } = checked(event, pullRequest, payload).pull_request;
    return {
        kind: 'merge-base',
        change: { commit: head.sha, ref: `refs/pull/${number}/head` },
        against: { commit: base.sha, ref: `refs/heads/${base.ref}` },
        planned: event === 'pull_request_target' ? 'change' : 'checked-out',
    };
};
/** Guessing what to compare with would hide changes: a payload that does not say it is refused. */
const checked = (event, schema, payload) => {
    const result = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(schema, payload);
    if (result.success)
        return result.output;
    throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY({
        code: 'event-payload',
        fault: 'caller',
        problem: `the payload of the event ${event} does not say what to compare with`,
        why: result.issues.map((issue) => `${valibot__WEBPACK_IMPORTED_MODULE_1__/* .getDotPath */ .BuJ(issue) ?? 'all of it'}: ${issue.message}`).join('\n'),
        fix: 'look at the file that GITHUB_EVENT_PATH names; or say it yourself: --base REV --head REV, or the inputs `base` and `head`',
    });
};


/***/ }),

/***/ 63782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ NEEDS)
/* harmony export */ });
/** In the order in which they are met. */
const NEEDS = ['build', 'test', 'deploy'];


/***/ }),

/***/ 1685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ testSettings)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);

/** What is said of a test, without what it reads: in an order that does not depend on how it was written. */
const testSettings = (test) => {
    switch (test.kind) {
        case 'stage':
            return ['stage', test.stage.toLowerCase(), test.reports];
        case 'command':
            return ['command', test.command, sorted(test.env), test.reports];
        case 'compose':
            return ['compose', test.file, test.service, test.reports];
        default:
            return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .unreachable */ .HB)(test);
    }
};
const sorted = (env) => Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1));


/***/ }),

/***/ 17640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isUntested),
/* harmony export */   O: () => (/* binding */ requiringTests)
/* harmony export */ });
/* harmony import */ var _planned_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63782);

/** Nobody said how it is tested, nor that it is not. */
const isUntested = ({ service, test }) => test === null && service.tests === null;
/** Where tests are required, a service without any is never good, also where its image is: else a test that is taken away is missed by nobody. */
const requiringTests = (planned) => isUntested(planned)
    ? {
        ...planned,
        affected: true,
        needs: _planned_js__WEBPACK_IMPORTED_MODULE_0__/* .NEEDS */ .Q.filter((need) => need === 'test' || planned.needs.includes(need)),
        reasons: [...planned.reasons, { kind: 'no-tests' }],
    }
    : planned;


/***/ }),

/***/ 50353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qd: () => (/* binding */ AT_ONCE),
  b$: () => (/* binding */ allSnapshots),
  N0: () => (/* binding */ viewCommit)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./.build/catalog/context-reader.js
var context_reader = __webpack_require__(19861);
;// CONCATENATED MODULE: ./.build/catalog/cycles.js
/** Services that wait for each other: nothing of them could be built first. Told the same way wherever it was found. */
const cycle = (path, name) => {
    const round = path.slice(path.indexOf(name));
    const first = round.indexOf([...round].sort()[0]);
    const told = [...round.slice(first), ...round.slice(0, first + 1)];
    return {
        code: 'service-cycle',
        fault: 'caller',
        problem: `services are built from each other's images: ${told.join(' → ')}`,
        why: 'each of them would have to be there before the others',
        fix: `let one of them start from an image of its own: take ${told[1]} out of what ${told[0]} is built from`,
    };
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/catalog/bake/files.js
var bake_files = __webpack_require__(52185);
// EXTERNAL MODULE: ./.build/catalog/compose/discover.js + 5 modules
var discover = __webpack_require__(34589);
// EXTERNAL MODULE: ./.build/catalog/declaration/problems.js
var problems = __webpack_require__(29065);
;// CONCATENATED MODULE: ./.build/catalog/find-dockerfiles.js

const DOCKERFILE = /^Dockerfile$|^Dockerfile\..+|^.+\.Dockerfile$/i;
/** Not one, though it is called so: an ignore file, a template of one, a page about one, a program that reads them. */
const NO_DOCKERFILE = /\.(?:dockerignore|template|tmpl|tpl|j2|jinja2?|erb|in|m4|md|orig|bak)$|^dockerfile\.(?:[cm]?[jt]sx?|go|py|rb|rs|java|kt|cs|php|c|h|cc|cpp|json|ya?ml|toml)$/;
/** Other people's code: what stands there is not this repository's to release. */
const FOREIGN = new Set(['node_modules', 'vendor']);
/** The paths of a commit's Dockerfiles, in the order of its trees. */
const findDockerfiles = async (objects, root) => {
    const called = await objects.find?.(root, 'dockerfile');
    return called ? called.filter(isOwnDockerfile).map(({ path }) => path) : walk(objects, root, '');
};
const isOwnDockerfile = ({ mode, path }) => {
    const folders = path.split('/');
    const name = folders.pop();
    return isDockerfile(mode, name) && !folders.some((folder) => FOREIGN.has(folder));
};
const isDockerfile = (mode, name) => mode.startsWith('100') && DOCKERFILE.test(name) && !NO_DOCKERFILE.test(name);
const walk = async (objects, tree, folder) => {
    const entries = await objects.tree(tree);
    const found = entries.map(async ({ mode, oid, name }) => {
        const path = external_node_path_.posix.join(folder, name);
        if (mode === '040000')
            return FOREIGN.has(name) ? [] : walk(objects, oid, path);
        return isDockerfile(mode, name) ? [path] : [];
    });
    return (await Promise.all(found)).flat();
};

// EXTERNAL MODULE: ./.build/catalog/lone-dockerfile.js
var lone_dockerfile = __webpack_require__(81527);
// EXTERNAL MODULE: ./.build/catalog/naming.js
var naming = __webpack_require__(67948);
// EXTERNAL MODULE: ./.build/catalog/refusals.js
var refusals = __webpack_require__(32617);
// EXTERNAL MODULE: ./.build/catalog/service.js
var service = __webpack_require__(64293);
;// CONCATENATED MODULE: ./.build/catalog/discover.js










/** The services of a commit: what is found, and what `stagger.yml` says on top of it. */
const discover_discover = async (objects, root, declaration) => {
    const found = await find(objects, root, declaration);
    if (!declaration)
        return found;
    const { declare } = await __webpack_require__.e(/* import() */ 9463).then(__webpack_require__.bind(__webpack_require__, 19463));
    return declare(objects, root, found, declaration);
};
/** Those that compose files build, else those of a bake file, else one for each Dockerfile; or one of these ways alone. */
const find = async (objects, root, declaration) => {
    const way = declaration?.discover;
    if (way === false)
        return { services: [], warnings: [] };
    if (way === 'dockerfiles')
        return discoverDockerfiles(objects, root, declaration);
    const found = (way === 'bake' ? null : await (0,discover/* discoverCompose */.Sv)(objects, root)) ??
        (way === 'compose' ? null : await discoverBake(objects, root));
    if (found || !declaration || way === undefined)
        return found ?? discoverDockerfiles(objects, root, declaration);
    const files = way === 'bake' ? bake_files/* BAKE_FILES */.A : discover/* COMPOSE_FILES */.Zz;
    const problem = (0,problems/* nothingOfThatKind */.iQ)(way, files.join(', '));
    throw new words/* StaggerError */.IY({ ...problem, at: await declaration.at(['discover']) });
};
/** Most repositories have no bake file, and do not pay for its language. */
const discoverBake = async (objects, root) => {
    const names = (await objects.tree(root)).map(({ name }) => name);
    if (!bake_files/* BAKE_FILES */.A.some((name) => names.includes(name)))
        return null;
    const bake = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(8187)]).then(__webpack_require__.bind(__webpack_require__, 8187));
    return bake.discoverBake(objects, root);
};
const discoverDockerfiles = async (objects, root, declaration) => {
    const dockerfiles = await findDockerfiles(objects, root);
    const names = (0,naming/* nameDockerfiles */.x)(dockerfiles);
    const services = await (0,refusals/* allOrEveryProblem */.dF)(dockerfiles.map(async (dockerfile) => {
        const name = names.get(dockerfile);
        if (!(0,words/* isServiceName */.tN)(name))
            return [];
        // One that is left out need not be readable: it may be there to be a bad example.
        const leftOut = declaration?.services[name] === false;
        const context = leftOut ? external_node_path_.posix.dirname(dockerfile) : await (0,lone_dockerfile/* contextOf */.V)(objects, root, dockerfile);
        return [{ ...service/* PLAIN */.t, name, path: (0,naming/* ownFolder */.v)(name, dockerfile, context), dockerfile, context }];
    }));
    return { services: services.flat().sort((a, b) => (a.name < b.name ? -1 : 1)), warnings: [] };
};

// EXTERNAL MODULE: ./.build/catalog/edges.js
var catalog_edges = __webpack_require__(88200);
// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(68472);
// EXTERNAL MODULE: ./.build/catalog/tree.js
var tree = __webpack_require__(46800);
;// CONCATENATED MODULE: ./.build/catalog/same-material.js

/**
 * Whether a service is surely made of the same at two commits, told by a handful of object ids: its settings, all of its
 * context, its Dockerfile. `false` says nothing.
 */
const isSameMaterial = async (objects, one, other) => {
    if (!isSameService(one.service, other.service) || readsElsewhere(one.service))
        return false;
    const { context, dockerfile } = one.service;
    const paths = [context, dockerfile, `${dockerfile}.dockerignore`, '.gitmodules'];
    const same = await Promise.all(paths.map((path) => isSameEntry(objects, path, one.root, other.root)));
    return same.every((is) => is);
};
/** Beside its main context and its Dockerfile. */
const readsElsewhere = ({ tests, inputs, artifacts, contexts, dependsOn, imagesBuiltHere, }) => tests?.some(({ kind }) => kind !== 'stage') ||
    [inputs, artifacts, dependsOn, Object.keys(contexts), Object.keys(imagesBuiltHere)].some(({ length }) => length > 0);
const isSameService = (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other);
/** What a link leads to may differ where the link does not. */
const isSameEntry = async (objects, path, one, other) => {
    const [here, there] = await Promise.all([(0,tree/* entryAt */._f)(objects, one, path), (0,tree/* entryAt */._f)(objects, other, path)]);
    return here?.oid === there?.oid && here?.mode === there?.mode && here?.mode !== tree/* LINK */.ps;
};

// EXTERNAL MODULE: ./.build/catalog/context.js + 1 modules
var context = __webpack_require__(50150);
// EXTERNAL MODULE: ./.build/catalog/pick.js
var pick = __webpack_require__(87253);
// EXTERNAL MODULE: ./.build/catalog/read-source.js
var read_source = __webpack_require__(44412);
;// CONCATENATED MODULE: ./.build/catalog/declared.js





/** The files that decide an image though no instruction names them, as `stagger.yml` declares them. */
const declaredInputs = async ({ name, inputs, artifacts }, objects, root) => {
    const sets = await Promise.all([
        ...inputs.map((pattern) => picked(objects, root, name, pattern, 'inputs')),
        ...artifacts.flatMap(({ from }) => from.map((pattern) => picked(objects, root, name, pattern, 'artifacts'))),
    ]);
    return (0,read_source/* unique */.Am)(sets.flat());
};
/** What a pattern of a setting names; a pattern that names nothing is refused. */
const picked = async (objects, root, service, pattern, setting) => {
    const found = await pickTracked(objects, root, pattern);
    if (found.kind === 'lost' || found.found.length === 0)
        throw new words/* StaggerError */.IY(matchesNothing(service, setting, pattern));
    return [...found.found, ...found.links].map((0,read_source/* becauseOf */.W$)({ instruction: setting, line: 0 }));
};
/** `**` is any number of folders here, and one in a source of COPY without --parents. */
const pickTracked = (objects, root, pattern) => pattern.includes('**')
    ? (0,context/* openContext */.eA)(objects, '.', root, null).pick((0,tree/* segmentsOf */.OD)(pattern).join('/'), {
        parents: true,
        excludes: [],
    })
    : (0,pick/* pick */.U)(objects, { mode: tree/* FOLDER */.L7, oid: root, path: '.' }, pattern);
const matchesNothing = (service, setting, pattern) => ({
    code: 'declared-input-missing',
    fault: 'caller',
    problem: `${service}: ${setting} names ${JSON.stringify(pattern)}, which matches no tracked file`,
    why: 'paths and patterns stand from the root of the repository; ** is any number of folders',
    fix: `correct it in stagger.yml, or track the file: git ls-files -- ':(glob)${pattern}'`,
});
/** Sources that are artifacts whose making is declared are decided by what they are made from. */
const notDeclared = (untracked, { artifacts }, pathOf) => untracked.filter(({ detail }) => !artifacts.some((artifact) => covers(artifact, pathOf(detail))));
const covers = ({ path }, source) => {
    const folder = path.replace(/\/+$/, '');
    return source === folder || source.startsWith(`${folder}/`);
};

// EXTERNAL MODULE: ./.build/catalog/dockerfile/cut.js
var cut = __webpack_require__(26797);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/variables.js
var variables = __webpack_require__(27180);
;// CONCATENATED MODULE: ./.build/catalog/dockerfile/normal.js


/**
 * A stage's instructions as they count: without comments and line breaks, with the values that arguments
 * bring in. Two Dockerfiles that give the same lines build the same from the same files.
 */
const instructionText = (stage, escapeToken) => [
    fromText(stage),
    ...stage.steps.map((step) => stepText(step, escapeToken)),
];
/** With the stage's own name: where two stages change names, the lines that refer to them stay as they are. */
const fromText = ({ base, from, flags, name }) => {
    const start = base.kind === 'stage' ? `stage ${(0,cut/* splitArguments */.vj)(from.rest)[0]}` : base.name.value;
    return ['FROM', ...flags.map(flagText), start, ...(name === null ? [] : ['AS', name])].join(' ');
};
/** A flag that holds white space must not read like a flag and the words behind it. */
const flagText = (flag) => `--${/\s/.test(flag) ? JSON.stringify(flag) : flag}`;
const stepText = (step, escapeToken) => {
    const { instruction } = step;
    if (instruction.keyword === 'ARG')
        return `ARG ${argumentText(step, escapeToken)}`;
    return [
        plainText(instruction, escapeToken),
        ...instruction.heredocs.map(({ name, content }) => `${name}\n${content}`),
    ].join('\n');
};
const plainText = (instruction, escapeToken) => [instruction.keyword, ...instruction.flags.map(flagText), argumentsText(instruction, escapeToken)].join(' ');
/** White space between the words counts for a shell alone. */
const argumentsText = ({ keyword, rest }, escapeToken) => {
    if (['COPY', 'ADD', 'VOLUME'].includes(keyword))
        return (0,cut/* splitArguments */.vj)(rest).map(wordText).join(' ');
    if (keyword === 'EXPOSE')
        return rest.split(/[\t\v\f\r ]+/).join(' ');
    if (keyword !== 'ENV' && keyword !== 'LABEL')
        return rest;
    const words = (0,cut/* splitWords */.yM)(rest, escapeToken);
    return words[0]?.includes('=') ? words.join(' ') : rest.replace(/[\t\v\f\r ]+/, ' ');
};
/** A word that holds white space must not read like two. */
const wordText = (word) => (/[\s"]/.test(word) || word === '' ? JSON.stringify(word) : word);
/** What the argument holds behind its line, as far as that can be told. */
const argumentText = ({ instruction, after }, escapeToken) => (0,variables/* assignments */.TT)(instruction.rest, escapeToken)
    .map(([name]) => {
    const held = (0,variables/* lookupIn */.IX)(after)(name);
    if (held === null)
        return name;
    return `${name}=${valueText(typeof held === 'string' ? held : held.unknown)}`;
})
    .join(' ');
/** `ARG A="1 B=2"` must not read like `ARG A=1 B=2`. */
const valueText = (value) => (/[\s"]/.test(value) ? JSON.stringify(value) : value);
/** The directives that change what the lines mean. */
const directiveText = ({ escapeToken, syntax }) => [
    ...(syntax === null ? [] : [`# syntax=${syntax}`]),
    ...(escapeToken === '\\' ? [] : [`# escape=${escapeToken}`]),
];

// EXTERNAL MODULE: ./.build/catalog/dockerfile/reference.js
var dockerfile_reference = __webpack_require__(18940);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/sources.js + 2 modules
var sources = __webpack_require__(56189);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/stages.js
var stages = __webpack_require__(89078);
;// CONCATENATED MODULE: ./.build/catalog/dockerfile/reach.js



const reach = (all, target, escapeToken, contexts = {}) => {
    const reading = { all, escapeToken, contexts, named: (name) => contexts[(0,dockerfile_reference/* familiarName */.h)(name)] };
    const links = new Map();
    const waiting = [target];
    for (let stage = waiting.pop(); stage; stage = waiting.pop()) {
        if (links.has(stage.index))
            continue;
        const found = linksOf(reading, stage);
        links.set(stage.index, found);
        waiting.push(...found.stages);
    }
    const every = all.flatMap(({ index }) => links.get(index) ?? []);
    return {
        stages: all.filter((stage) => links.has(stage.index) && !replacement(reading, stage)),
        sources: every.flatMap(({ sources }) => sources),
        outside: every.flatMap(({ outside }) => outside),
        widened: every.flatMap(({ widened }) => widened),
    };
};
/** A named context of a stage's name stands for all of that stage. */
const replacement = ({ named }, { name }) => name === null ? undefined : named(name);
const linksOf = (reading, stage) => {
    const instead = replacement(reading, stage);
    if (instead)
        return contextLinks(instead, stage.name, stage.from, WHOLE(stage.from));
    const steps = stage.steps
        .flatMap((step) => (0,sources/* sourcesOf */.u)(step, reading.escapeToken))
        .map((source) => sourceLinks(reading, source));
    const every = [baseLinks(reading, stage), ...steps];
    return {
        stages: every.flatMap(({ stages }) => stages),
        sources: every.flatMap(({ sources }) => sources),
        outside: every.flatMap(({ outside }) => outside),
        widened: every.flatMap(({ widened }) => widened),
    };
};
const NONE = { stages: [], sources: [], outside: [], widened: [] };
const WHOLE = (instruction) => [
    { kind: 'context', context: null, pattern: '.', instruction },
];
const imageLinks = (image, instruction) => image === 'scratch'
    ? NONE
    : {
        ...NONE,
        outside: [{ reference: image, pinned: image.includes('@sha256:'), service: null, instruction }],
    };
/** What is read of a named context: `picks`, where it is a folder. */
const contextLinks = (context, reference, instruction, picks) => {
    if (context.kind === 'service')
        return { ...NONE, outside: [{ reference, pinned: false, service: context.service, instruction }] };
    if (context.kind === 'remote')
        return imageLinks(context.address, instruction);
    const name = (0,dockerfile_reference/* familiarName */.h)(reference);
    return {
        ...NONE,
        sources: picks.map((source) => (source.kind === 'context' ? { ...source, context: name } : source)),
    };
};
/** Such images copy the whole context by ONBUILD, and say so in their name. */
const foreignTriggers = (image, line) => /onbuild/i.test(image)
    ? [{ reason: 'onbuild', detail: `what ${image} does ONBUILD is not known here`, line }]
    : [];
const baseLinks = (reading, { base, index, from }) => {
    if (base.kind === 'stage')
        return { ...NONE, stages: [reading.all[base.index]] };
    const { value, undecided } = base.name;
    if (undecided.length > 0)
        return anyBase(reading, index, from, undecided);
    const context = reading.named(value);
    if (context)
        return contextLinks(context, value, from, WHOLE(from));
    return { ...imageLinks(value, from), widened: foreignTriggers(value, from.line) };
};
/** The base may be any of the stages before it, and any named context; the reader of the plan is told. */
const anyBase = ({ all, contexts }, index, from, undecided) => {
    const named = Object.entries(contexts).map(([name, one]) => contextLinks(one, name, from, WHOLE(from)));
    const every = [imageLinks(from.rest, from), ...named];
    const detail = `FROM ${from.rest} depends on ${undecided.join(', ')}`;
    const isOpen = index > 0 || named.length > 0;
    return {
        stages: all.slice(0, index),
        sources: every.flatMap(({ sources }) => sources),
        outside: every.flatMap(({ outside }) => outside),
        widened: isOpen ? [{ reason: 'base-depends-on-platform', detail, line: from.line }] : [],
    };
};
const sourceLinks = (reading, source) => {
    if (source.kind === 'remote')
        return remoteLinks(source);
    if (source.kind !== 'from')
        return { ...NONE, sources: [source] };
    const { reference, numbered, instruction, picks } = source;
    const stage = (0,stages/* findStage */.U)(reading.all, reference, numbered);
    const context = stage ? replacement(reading, stage) : reading.named(reference);
    if (context)
        return contextLinks(context, stage?.name ?? reference, instruction, picks);
    return stage ? { ...NONE, stages: [stage] } : imageLinks(reference, instruction);
};
const remoteLinks = ({ address, pinned, instruction }) => ({
    ...NONE,
    outside: [{ reference: address, pinned, service: null, instruction }],
});

// EXTERNAL MODULE: ./.build/catalog/read-dockerfile.js
var read_dockerfile = __webpack_require__(64551);
;// CONCATENATED MODULE: ./.build/catalog/submodules.js

/** Where a commit holds submodules, as far as `.gitmodules` tells: no folder need be read for it. */
const submodulesOf = (objects, root) => {
    const known = perRepository.get(objects) ?? new Map();
    perRepository.set(objects, known);
    const paths = known.get(root) ?? readPaths(objects, root);
    known.set(root, paths);
    return paths;
};
const perRepository = new WeakMap();
const PATH = /^[\t ]*path[\t ]*=([^\r\n]*)/gm;
const pathOf = (value) => (0,tree/* segmentsOf */.OD)(value.trim().replace(/^"|"$/g, '')).join('/');
const readPaths = async (objects, root) => {
    const text = (await (0,tree/* textAt */.$6)(objects, root, '.gitmodules')) ?? '';
    const told = [...text.matchAll(PATH)].map(([, value = '']) => pathOf(value));
    const entries = await Promise.all(told.map((path) => (0,tree/* entryAt */._f)(objects, root, path)));
    return entries.flatMap((entry) => (entry?.mode === '160000' ? entry.path : []));
};
/**
 * Submodules that are copied. The commit that they stand at counts, so that a new one is seen; what is in it is not
 * here, and a build will say so.
 */
const copiedSubmodules = (submodules, inputs) => submodules.flatMap((path) => {
    const input = inputs.find((one) => submodules_covers(one, path));
    const detail = `${path} is a submodule: its commit counts, but its files are in another repository`;
    return input ? [{ reason: 'submodule', detail, line: input.because.line }] : [];
});
const submodules_covers = (input, path) => {
    if (input.path === path)
        return true;
    return input.mode === tree/* FOLDER */.L7 && (input.path === '.' || path.startsWith(`${input.path}/`));
};

;// CONCATENATED MODULE: ./.build/catalog/tests/as-one.js

/** All that the tests read, in the form of a stage: what differs from before is told the same way. Null without tests. */
const asOne = (tested, tests) => {
    const [first, ...others] = tests.map((test) => asStage(tested, test));
    return first === undefined ? null : others.reduce(together, first);
};
const asStage = (tested, test) => {
    if (test.kind === 'stage')
        return test.stageInputs;
    const compose = test.kind === 'compose' ? test : null;
    return {
        ...NOTHING,
        declared: test.files,
        edges: neighboursOf(tested, compose?.images ?? {}),
        widened: compose?.widened ?? [],
    };
};
const BECAUSE = { instruction: 'compose', line: 0 };
const NOTHING = {
    inputs: [],
    named: [],
    declared: [],
    instructions: [],
    args: {},
    platforms: [],
    target: '',
    edges: [],
    widened: [],
    untracked: [],
    unpinned: [],
};
const neighboursOf = (tested, images) => [...new Set(Object.values(images))]
    .filter((service) => service !== tested)
    .map((service) => ({ service, reference: null, because: BECAUSE, beside: true }));
const together = (one, other) => ({
    inputs: (0,read_source/* unique */.Am)([...one.inputs, ...other.inputs]),
    named: [...one.named, ...other.named],
    declared: (0,read_source/* unique */.Am)([...one.declared, ...other.declared]),
    instructions: [...one.instructions, ...other.instructions],
    args: { ...one.args, ...other.args },
    platforms: [...new Set([...one.platforms, ...other.platforms])],
    target: one.target || other.target,
    edges: [...one.edges, ...other.edges],
    widened: [...one.widened, ...other.widened],
    untracked: [...one.untracked, ...other.untracked],
    unpinned: [...new Set([...one.unpinned, ...other.unpinned])],
});

// EXTERNAL MODULE: ./.build/catalog/tests/kinds.js
var kinds = __webpack_require__(95463);
// EXTERNAL MODULE: ./.build/catalog/tests/problems.js
var tests_problems = __webpack_require__(88990);
;// CONCATENATED MODULE: ./.build/catalog/tests/inputs.js





/** The ways in which a service is tested, each with what it reads. */
const testInputs = async (service, material) => service.tests === null
    ? stageNamedTest(material)
    : Promise.all(service.tests.map((test) => readTest(service, test, material)));
/** Where nobody said anything. */
const stageNamedTest = async ({ stage }) => {
    const stageInputs = await stage(kinds/* TEST_STAGE */.g);
    return stageInputs ? [{ kind: 'stage', stage: kinds/* TEST_STAGE */.g, reports: null, stageInputs }] : [];
};
const readTest = async (service, test, material) => {
    if (test.kind === 'command')
        return { ...test, files: await declared(service, test, material) };
    if (test.kind === 'compose')
        return readCompose(service, test, material);
    const stageInputs = await material.stage(test.stage);
    if (stageInputs)
        return { ...test, stageInputs };
    const { name, dockerfile } = service;
    throw new words/* StaggerError */.IY((0,tests_problems/* unknownTestStage */.d0)(name, dockerfile, test.stage, material.stageNames));
};
/** Most repositories have no such tests, and do not pay for them. */
const readCompose = async (service, test, material) => {
    const { composeInputs } = await __webpack_require__.e(/* import() */ 8484).then(__webpack_require__.bind(__webpack_require__, 68484));
    const { objects, root } = material;
    const found = await composeInputs(service, test, await material.neighbours(), objects, root);
    const { inputs, ...rest } = found;
    return { ...test, ...rest, files: (0,read_source/* unique */.Am)([...inputs, ...(await declared(service, test, material))]) };
};
const declared = async ({ name }, { inputs }, { objects, root }) => {
    const sets = await Promise.all(inputs.map((pattern) => picked(objects, root, name, pattern, 'test')));
    return (0,read_source/* unique */.Am)(sets.flat());
};

;// CONCATENATED MODULE: ./.build/catalog/stage-inputs.js











/** Everything that decides a service's image, and its tests, at one commit. */
const serviceInputs = async (service, objects, root, contexts, neighbours = async () => [service]) => {
    const opened = {
        service,
        dockerfile: await (0,read_dockerfile/* readDockerfile */.n_)(service, objects, root),
        main: await contexts.main(service),
        named: await openNamed(service, contexts),
        declared: await declaredInputs(service, objects, root),
        submodules: await submodulesOf(objects, root),
    };
    const { stages } = opened.dockerfile;
    const target = (0,read_dockerfile/* findTarget */.FB)(service, opened.dockerfile);
    const tests = await testInputs(service, {
        objects,
        root,
        neighbours,
        stage: async (name) => {
            const stage = stages.findLast((one) => one.name === name.toLowerCase());
            return stage ? stageInputs(opened, stage) : null;
        },
        stageNames: stages.flatMap(({ name }) => name ?? []),
    });
    return { image: await stageInputs(opened, target), test: asOne(service.name, tests), tests };
};
const openNamed = async (service, contexts) => {
    const named = [];
    for (const [name, context] of Object.entries(service.contexts))
        if (context.kind === 'folder')
            named.push([name, { folder: context.path, context: await contexts.folder(service, context.path) }]);
    return new Map(named);
};
const stageInputs = async (opened, target) => {
    const { service, dockerfile, declared } = opened;
    const { parsed, stages } = dockerfile;
    const reached = reach(stages, target, parsed.escapeToken, service.contexts);
    const read = await readSources(opened, reached);
    const widened = [...strangeSyntax(dockerfile), ...reached.widened, ...read.flatMap((one) => one.widened)];
    const widening = widened.find(({ reason }) => reason !== 'base-depends-on-platform');
    const inputs = await inputsOf(opened.main, read, null, widening);
    return {
        inputs,
        named: await Promise.all([...opened.named].map(async ([name, { folder, context }]) => ({
            name,
            folder,
            inputs: await inputsOf(context, read, name, widening),
        }))),
        declared,
        instructions: [
            ...(dockerfile.foreign ? [dockerfile.foreign.text] : directiveText(parsed)),
            ...remoteContexts(service, reached),
            ...labelling(service),
            ...reached.stages.flatMap((stage) => instructionText(stage, parsed.escapeToken)),
        ],
        args: dockerfile.foreign ? service.args : argumentsOf(service, parsed, reached),
        platforms: service.platforms,
        target: target.name ?? String(target.index),
        ...(0,catalog_edges/* edgesOf */.q4)(service, reached.outside),
        widened: [...widened, ...copiedSubmodules(opened.submodules, inputs)],
        untracked: notDeclared((0,read_source/* untracked */.O8)(read), service, (source) => external_node_path_.posix.join(service.context, source)),
    };
};
/** What a named context from outside stands for counts as written, as an image in FROM does. */
const remoteContexts = ({ contexts }, { outside }) => Object.entries(contexts)
    .flatMap(([name, context]) => context.kind === 'remote' && outside.some(({ reference }) => reference === context.address)
    ? [`--build-context ${name}=${context.address}`]
    : [])
    .sort();
/** What is written on an image, in the words of the command line: it is part of the image. */
const labelling = ({ labels, annotations }) => [
    ...Object.entries(labels).map(([name, value]) => `--label ${name}=${value}`),
    ...Object.entries(annotations).map(([name, value]) => `--annotation ${name}=${value}`),
].sort();
const readSources = ({ main, named }, { sources }) => Promise.all(sources.map((source) => {
    const name = source.kind === 'context' ? source.context : null;
    return (0,read_source/* readSource */.o$)(name === null ? main : (named.get(name)?.context ?? main), source);
}));
/** What is read of one context; all of it, where something could not be decided. */
const inputsOf = async (context, read, name, widening) => {
    const own = read.filter(({ source }) => (source.kind === 'context' ? source.context : null) === name);
    const because = (0,read_source/* becauseOf */.W$)({ instruction: 'context', line: widening?.line ?? 1 });
    const all = widening ? (await context.all()).map(because) : [];
    return (0,read_source/* unique */.Am)([...own.flatMap(({ inputs }) => inputs), ...all]);
};
const strangeSyntax = ({ foreign }) => {
    const detail = `the front end ${foreign?.frontEnd} may read anything`;
    return foreign ? [{ reason: 'unknown-syntax', detail, line: 1 }] : [];
};
/** The given arguments that a reached stage, or a line before the first FROM, declares; and those that need no ARG. */
const argumentsOf = ({ args }, { instructions, escapeToken }, { stages }) => {
    const firstFrom = instructions.findIndex(({ keyword }) => keyword === 'FROM');
    const lines = [
        ...instructions.slice(0, firstFrom),
        ...stages.flatMap(({ steps }) => steps.map((step) => step.instruction)),
    ];
    const declared = lines
        .filter(({ keyword }) => keyword === 'ARG')
        .flatMap(({ rest }) => (0,variables/* assignments */.TT)(rest, escapeToken).map(([name]) => name));
    const counts = (name) => declared.includes(name) || (0,variables/* countsUndeclared */.A9)(name);
    return Object.fromEntries(Object.entries(args).filter(([name]) => counts(name)));
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/catalog/path-tree.js
var path_tree = __webpack_require__(18792);
;// CONCATENATED MODULE: ./.build/catalog/content-oid.js



/**
 * The id of the git tree that holds exactly these inputs. So it makes no difference whether a folder is told as one, or by
 * all that is in it; nor what else the repository has beside them: files that an ignore file leaves out come and go unseen.
 */
const contentOid = (folder, inputs) => nodeOid((0,path_tree/* pathTree */.i)(folder, inputs), hashOf(inputs));
/** A repository's ids tell which hash it counts with. */
const hashOf = ([first]) => (first?.oid.length === 64 ? 'sha256' : 'sha1');
const nodeOid = (node, hash) => (node instanceof Map ? treeOid(node, hash) : node.oid);
/** As git writes a tree: sorted by bytes, a folder as if its name ended in `/`. */
const treeOid = (folder, hash) => {
    const entries = [...folder].map(([name, node]) => entryOf(name, node, hash));
    entries.sort((a, b) => Buffer.compare(a.order, b.order));
    const body = Buffer.concat(entries.map(({ bytes }) => bytes));
    return (0,external_node_crypto_.createHash)(hash).update(`tree ${body.length}\0`).update(body).digest('hex');
};
const entryOf = (name, node, hash) => {
    const mode = node instanceof Map ? tree/* FOLDER */.L7 : node.mode;
    const encoded = bytesOf(name);
    const head = Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} `), encoded, Buffer.of(0)]);
    return {
        order: mode === tree/* FOLDER */.L7 ? Buffer.concat([encoded, Buffer.from('/')]) : encoded,
        bytes: Buffer.concat([head, Buffer.from(nodeOid(node, hash), 'hex')]),
    };
};
/** A lone surrogate U+DC80…U+DCFF stands for one byte that is no UTF-8. */
const bytesOf = (name) => name.isWellFormed()
    ? Buffer.from(name)
    : Buffer.concat([...name].map((ch) => {
        const code = ch.codePointAt(0);
        return code >= 0xdc80 && code <= 0xdcff ? Buffer.of(code - 0xdc00) : Buffer.from(ch);
    }));

// EXTERNAL MODULE: ./.build/changes/test-parts.js
var test_parts = __webpack_require__(1685);
;// CONCATENATED MODULE: ./.build/changes/fingerprint.js



/** Counts up whenever the same inputs would give another fingerprint: then every image is built once more. */
const KEY_SCHEMA = 3;
/** JSON keeps any two different lists apart, as length prefixes would. */
const digest = (parts) => `sha256:${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex')}`;
/** Everything that decides a stage, in an order that does not depend on how it was found. */
const stageParts = (context, stage, edges) => [
    stage.target,
    stage.instructions,
    Object.entries(stage.args).sort(([a], [b]) => (a < b ? -1 : 1)),
    contentOid(context, stage.inputs),
    [...stage.platforms].sort(),
    stage.named
        .filter(({ inputs }) => inputs.length > 0)
        .map(({ name, folder, inputs }) => [name, contentOid(folder, inputs)]),
    contentOid('.', stage.declared),
    edgeParts(stage, edges),
];
/** An image that another service builds counts by what it is made of, whatever it is called in the registry. */
const edgeParts = ({ edges }, fingerprints) => [
    ...new Set(edges.map(({ service, reference }) => JSON.stringify([reference, fingerprints.get(service) ?? null]))),
].sort();
/** Null where an untracked artifact, or an image without a fingerprint, decides too. */
const fingerprintImage = (context, image, edges = new Map()) => ({
    inputs: image,
    edges,
    fingerprint: isDecided(image, edges)
        ? digest(['image', KEY_SCHEMA, ...stageParts(context, image, edges)])
        : null,
});
/** The image counts, and all that its tests alone read. Null where there are no tests. */
const fingerprintTests = (context, image, { test, tests }, edges = new Map()) => test && {
    inputs: test,
    edges,
    kinds: tests,
    fingerprint: image.fingerprint === null || !isDecided(test, edges)
        ? null
        : digest(testParts(context, image.fingerprint, tests, edges)),
};
/** One stage that nothing more is said of counts as it always did. */
const testParts = (context, image, tests, edges) => {
    const [only, ...others] = tests;
    if (only?.kind === 'stage' && only.reports === null && others.length === 0)
        return ['test', KEY_SCHEMA, image, ...stageParts(context, only.stageInputs, edges)];
    return ['tests', KEY_SCHEMA, image, tests.map((test) => partsOfOne(context, test, edges))];
};
const partsOfOne = (context, test, edges) => {
    const settings = (0,test_parts/* testSettings */.e)(test);
    if (test.kind === 'stage')
        return [settings, stageParts(context, test.stageInputs, edges)];
    const files = contentOid('.', test.files);
    if (test.kind === 'command')
        return [settings, files];
    const images = Object.entries(test.images).sort(([a], [b]) => (a < b ? -1 : 1));
    return [settings, files, images.map(([name, service]) => [name, edges.get(service) ?? null])];
};
/** Gives both their fingerprints. */
const fingerprintService = (context, inputs, edges = new Map()) => {
    const image = fingerprintImage(context, inputs.image, edges);
    return { image, test: fingerprintTests(context, image, inputs, edges) };
};
const isDecided = ({ untracked, edges }, fingerprints) => untracked.length === 0 && edges.every(({ service }) => fingerprints.get(service));

// EXTERNAL MODULE: ./.build/commands/configuration.js + 1 modules
var commands_configuration = __webpack_require__(63861);
;// CONCATENATED MODULE: ./.build/commands/commit-view.js












const once = (make) => {
    let made = null;
    return () => {
        made ??= make();
        return made;
    };
};
const onceEach = (make) => {
    const made = new Map();
    return (key) => {
        const known = made.get(key) ?? make(key);
        made.set(key, known);
        return known;
    };
};
/** `beside`: a commit that was read already; services that are surely the same there are not read again. */
const viewCommit = async (git, commit, readConfiguration, beside = null) => {
    const root = await git.treeOf(commit);
    const configuration = once(() => (0,commands_configuration/* configurationAt */.wr)(git, root, readConfiguration));
    const discovered = once(async () => discover_discover(git, root, (await configuration()).declaration));
    const byName = once(async () => new Map((await discovered()).services.map((one) => [one.name, one])));
    const all = async () => (await discovered()).services;
    const inputs = onceEach(inputsReader(git, root, (0,context_reader/* contextReader */.js)(git, root), configuration, all));
    const known = async (service) => beside && knownBeside(git, { service, root }, beside);
    const snapshots = snapshotReader({ services: byName, inputs, known });
    return {
        commit,
        root,
        discovered,
        service: async (name) => (await byName()).get(name) ?? null,
        snapshot: async (name) => ((await byName()).has(name) ? snapshots(name) : null),
    };
};
const inputsReader = (git, root, contexts, configuration, all) => (service) => serviceInputs(service, git, root, contexts, all).catch(async (error) => {
    const { placedProblems } = await __webpack_require__.e(/* import() */ 6282).then(__webpack_require__.bind(__webpack_require__, 56282));
    const { declaration } = await configuration();
    throw new words/* StaggerError */.IY(...(await placedProblems(git, root, service, declaration, (0,refusals/* problemsOf */.GW)(error))));
});
const knownBeside = async (git, placed, beside) => {
    const there = await beside.service(placed.service.name);
    const same = there && (await isSameMaterial(git, placed, { service: there, root: beside.root }));
    return same ? beside.snapshot(there.name) : null;
};
/** Each service once, after the images that it takes from, or is tested beside. Throws `service-cycle`. */
const snapshotReader = (reading) => {
    const checked = new Set();
    /** None for a service that was left out: its image may change, and nobody would see it. */
    const fingerprintOf = async (name) => (await reading.services()).has(name) ? (await image(name)).fingerprint : null;
    const fingerprintsOf = async (...stages) => {
        const edges = (0,catalog_edges/* edgeNames */.GU)(...stages).map(async (edge) => [edge, await fingerprintOf(edge)]);
        return new Map(await Promise.all(edges));
    };
    const begun = onceEach(async (name) => {
        const service = await commit_view_find(reading, name);
        return { service, known: await reading.known(service) };
    });
    // Images alone wait for each other: two services may be tested beside one another.
    const image = onceEach(async (name) => {
        const { service, known } = await begun(name);
        if (known)
            return known.image;
        await refuseCycles(reading, name, [], checked);
        const inputs = await reading.inputs(service);
        return fingerprintImage(service.context, inputs.image, await fingerprintsOf(inputs.image));
    });
    return onceEach(async (name) => {
        const { service, known } = await begun(name);
        if (known)
            return known;
        const made = await image(name);
        const inputs = await reading.inputs(service);
        const edges = await fingerprintsOf(inputs.image, inputs.test);
        return { service, image: made, test: fingerprintTests(service.context, made, inputs, edges) };
    });
};
const commit_view_find = async ({ services }, name) => {
    const all = await services();
    const service = all.get(name);
    if (!service)
        throw new words/* StaggerError */.IY((0,nearest/* unknownName */.U)('service', name, [...all.keys()]));
    return service;
};
/** Walks the edges before anybody waits for anybody: in a circle all would wait for ever. */
const refuseCycles = async (reading, name, path, checked) => {
    if (path.includes(name))
        throw new words/* StaggerError */.IY(cycle(path, name));
    if (checked.has(name))
        return;
    const service = (await reading.services()).get(name);
    if (!service)
        return;
    const inputs = await reading.inputs(service);
    for (const edge of (0,catalog_edges/* baseNames */.YP)(inputs.image, inputs.test))
        await refuseCycles(reading, edge, [...path, name], checked);
    checked.add(name);
};
/** Enough that git never waits for a question, and few enough that what is half read does not fill the memory. */
const AT_ONCE = 64;
/** All services of a commit. Throws every problem of every service at once. */
const allSnapshots = async (view) => {
    const { services } = await view.discovered();
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    const snapshots = await (0,refusals/* allOrEveryProblem */.dF)(services.map(({ name }) => limit(() => view.snapshot(name))));
    return snapshots.flatMap((snapshot) => snapshot ?? []);
};


/***/ }),

/***/ 63861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Fi: () => (/* binding */ CONFIGURATION_FILES),
  wr: () => (/* binding */ configurationAt),
  jY: () => (/* binding */ findEnvironment),
  yN: () => (/* binding */ placesIn),
  oA: () => (/* binding */ templateAt)
});

// UNUSED EXPORTS: CONFIGURATION_FILE

// EXTERNAL MODULE: ./.build/catalog/context.js + 1 modules
var context = __webpack_require__(50150);
// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(68472);
// EXTERNAL MODULE: ./.build/environment/settings.js + 1 modules
var environment_settings = __webpack_require__(32115);
;// CONCATENATED MODULE: ./.build/environment/places.js

/** The settings of each ECS service that runs a service's image: the environment's one, or those that the service names. */
const placesOf = (settings, service, named) => {
    const usual = (0,environment_settings/* settingsFor */.zc)(settings, service);
    if (!named)
        return [usual];
    return named.map((one) => ({ ...usual, ...(typeof one === 'string' ? { service: one } : one) }));
};

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
;// CONCATENATED MODULE: ./.build/commands/configuration.js




const CONFIGURATION_FILE = 'stagger.yml';
const OTHER_ENDING = 'stagger.yaml';
const CONFIGURATION_FILES = [CONFIGURATION_FILE, OTHER_ENDING];
/** The configuration of a commit. Throws `two-configurations` where nobody could tell which one holds. */
const configurationAt = async (objects, root, read) => {
    const names = (await objects.tree(root)).map(({ name }) => name);
    const [file, other] = CONFIGURATION_FILES.filter((name) => names.includes(name));
    if (other !== undefined)
        throw new words/* StaggerError */.IY(twoConfigurations);
    return file === undefined ? { environments: {} } : read(await (0,context/* textAt */.$6)(objects, root, file), file);
};
const twoConfigurations = {
    code: 'two-configurations',
    fault: 'caller',
    problem: `there is a ${CONFIGURATION_FILE} and a ${OTHER_ENDING}`,
    why: 'only one of them can hold',
    fix: `put everything into ${CONFIGURATION_FILE}: git rm ${OTHER_ENDING}`,
};
/** Throws `unknown-environment` with those that there are. */
const findEnvironment = ({ environments, declaration }, name) => {
    const settings = environments[name];
    if (settings && (0,words/* isEnvironmentName */.tq)(name))
        return { name, settings, declaration };
    throw new words/* StaggerError */.IY(unknownEnvironment(name, Object.keys(environments)));
};
/** The settings of each ECS service that runs a service's image there. */
const placesIn = ({ settings, declaration }, service) => {
    const said = declaration?.services[service];
    return placesOf(settings, service, said ? said.ecs : undefined);
};
/** The task definition template of such a place: its text, and where it stands; null where none is named. Throws `missing-template`. */
const templateAt = async (objects, root, { name }, { taskDefinition: path }) => {
    if (path === undefined)
        return null;
    const text = await (0,context/* textAt */.$6)(objects, root, path);
    if (text === null)
        throw new words/* StaggerError */.IY(missingTemplate(name, path));
    return { text, path };
};
const unknownEnvironment = (name, valid) => ({
    ...(0,nearest/* unknownName */.U)('environment', name, valid),
    ...(valid.length > 0
        ? {}
        : {
            fix: `describe it in ${CONFIGURATION_FILE}: environments: { ${name}: { cluster: … } }`,
        }),
});
const missingTemplate = (environment, path) => ({
    code: 'missing-template',
    fault: 'caller',
    problem: `the environment ${environment} has no task definition template`,
    why: `${path} is not in the repository at this commit`,
    fix: `commit ${path}, or correct taskDefinition in ${CONFIGURATION_FILE}`,
});


/***/ }),

/***/ 99324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ currentLedger),
/* harmony export */   RI: () => (/* binding */ updateLedger)
/* harmony export */ });
/* unused harmony export recordLedger */
/* harmony import */ var _ledger_entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44402);
/* harmony import */ var _ledger_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1540);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59231);



/** Of those that write at once one always gets through, so this many may do so before one gives up. */
const TRIES = 40;
/** In milliseconds. */
const LONGEST_PAUSE = 400;
/**
 * The ledger as it stands. `fresh` asks the remote first; else it is asked only where the ledger is not here yet,
 * so that planning on a laptop needs no network.
 */
const currentLedger = async (git, fresh) => ledgerOf(git, await ledgerAt(git, fresh));
const ledgerOf = async (git, at) => at ? (0,_ledger_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readLedger */ .S)(git, await git.treeOf(at)) : _ledger_read_js__WEBPACK_IMPORTED_MODULE_1__/* .EMPTY_LEDGER */ ._;
const ledgerAt = async (git, fresh) => {
    const here = await git.ref(_ledger_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .LEDGER_REF */ .oQ);
    if (here && !fresh)
        return here;
    return (await git.fetchRef(_ledger_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .LEDGER_REF */ .oQ)) ?? git.ref(_ledger_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .LEDGER_REF */ .oQ);
};
/** Writes entries by compare-and-set: whoever was first keeps his, and ours go on top. */
const recordLedger = (world, files, message) => updateLedger(world, () => ({ files, message }));
/** The same, where what is written depends on what others wrote meanwhile; null where nothing is left to write. */
const updateLedger = async ({ git, clock }, decide) => {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
        const at = await ledgerAt(git, true);
        const writing = await decide(await ledgerOf(git, at));
        if (writing === null)
            return;
        const update = await git.updateRef(_ledger_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .LEDGER_REF */ .oQ, at, writing.files, writing.message);
        if (update.kind === 'done')
            return;
        await clock.sleep(Math.min(20 * attempt, LONGEST_PAUSE));
    }
    throw new _words_js__WEBPACK_IMPORTED_MODULE_2__/* .StaggerError */ .IY({
        code: 'ledger-busy',
        fault: 'world',
        problem: 'the ledger could not be written',
        why: `other runs moved ${_ledger_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .LEDGER_REF */ .oQ} ${TRIES} times in a row`,
        fix: 'run the command again: what was built and deployed is found again and not repeated',
    });
};


/***/ }),

/***/ 44875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ revisionsOf),
/* harmony export */   e: () => (/* binding */ comesAfter)
/* harmony export */ });
/* harmony import */ var _catalog_refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32617);
/* harmony import */ var _changes_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64188);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59231);



/** Finds the commits that a request means, and brings those that are not in this clone. */
const revisionsOf = async (git, request) => {
    const { comparison = _changes_event_js__WEBPACK_IMPORTED_MODULE_1__/* .LEDGER */ .U, base } = request;
    if (base !== null)
        return onBases(await headOf(git, request, comparison), [await named(git, base)]);
    switch (comparison.kind) {
        case 'ledger':
            return { kind: 'ledger', head: await headOf(git, request, comparison) };
        case 'commit':
            return onBases(await headOf(git, request, comparison), [await broughtFrom(git, comparison.against)]);
        case 'merge-base':
            return ofChange(git, await headOf(git, request, comparison), comparison);
        case 'nothing':
            if (request.head !== null)
                return { kind: 'ledger', head: await named(git, request.head) };
            return { kind: 'nothing', head: await anyHead(git), why: comparison.why };
    }
};
const onBases = (head, bases, warnings = []) => ({
    kind: 'bases',
    head,
    bases,
    warnings,
});
const headOf = async (git, { head }, comparison) => {
    if (head !== null)
        return named(git, head);
    const checkedOut = await git.commit('HEAD');
    if (comparison.kind !== 'merge-base' || comparison.planned === 'checked-out')
        return checkedOut;
    const { change } = comparison;
    const isIt = checkedOut === change.commit || (await merged(git, checkedOut, change.commit)) !== null;
    return isIt ? checkedOut : broughtFrom(git, change);
};
/** A commit's own name may be that of one which this clone does not hold yet. */
const named = async (git, revision) => {
    if ((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .isOid */ .dH)(revision))
        await git.bring([revision]);
    return git.commit(revision);
};
/** What a change does to the branch that it will be merged into, and nothing that happened there meanwhile. */
const ofChange = async (git, head, { change, against }) => {
    const other = await merged(git, head, change.commit);
    if (other !== null)
        return onBases(head, [await broughtFrom(git, { commit: other, ref: against.ref })]);
    const bases = await git.mergeBases(head, against.commit);
    for (const base of bases)
        await broughtFrom(git, { commit: base, ref: against.ref });
    return onBases(head, bases, cautions(head, against, bases));
};
/** What a commit merges the change into: the other one of its two parents. Null where it is no such merge. */
const merged = async (git, commit, change) => {
    const { parents } = await git.facts(commit);
    const [other, ...more] = parents.filter((parent) => parent !== change);
    return parents.length === 2 && more.length === 0 && other !== undefined ? other : null;
};
const cautions = (head, { ref }, bases) => {
    if (bases.length === 1)
        return [];
    const short = head.slice(0, 7);
    if (bases.length === 0)
        return [`${short} and ${ref} have no commit in common: every service counts as affected`];
    const names = bases.map((base) => base.slice(0, 7)).join(', ');
    return [
        `${short} and ${ref} have merged each other and meet at ${names}: what differs from any of them counts as affected`,
    ];
};
const broughtFrom = async (git, { commit, ref }) => {
    if ((await git.bring([commit], ref)).has(commit))
        return commit;
    throw new _words_js__WEBPACK_IMPORTED_MODULE_2__/* .StaggerError */ .IY({
        code: 'commit-gone',
        fault: 'world',
        problem: `the commit ${commit.slice(0, 12)} that this run is about is not to be had`,
        why: `neither this clone nor its remote 'origin' holds it, also not at ${ref}: that was pushed over since`,
        fix: 'look at the run of the newest commit; or name the revision to compare with: --base REV',
    });
};
/** Of a plan for nothing: what happens to be checked out, or no commit, as git writes it. */
const anyHead = async (git) => (await git.commit('HEAD').catch(_catalog_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .nullIfRefused */ .Je)) ?? '0'.repeat(40);
/**
 * Whether one commit comes after another. Where nobody can say (its history was pushed over, the remote does not
 * answer) it does not: an entry of the ledger that is replaced by mistake costs its service one look-up and is put
 * right by the next run, one that is never replaced again would leave its service affected for ever.
 */
const comesAfter = async (git, later, earlier) => {
    if (later === earlier)
        return false;
    const bases = await git.mergeBases(earlier, later).catch(_catalog_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .nullIfRefused */ .Je);
    return bases?.includes(earlier) ?? false;
};


/***/ }),

/***/ 76842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ configurationFingerprint),
/* harmony export */   Z: () => (/* binding */ fingerprintTogether)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32115);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85015);



/**
 * The digest of everything but the image that decides what a service runs in an environment. How long we are
 * willing to wait, and in which file the template stands, do not. Without a template the rest is the cluster's own.
 */
const configurationFingerprint = (settings, service, template) => {
    const { timeoutMinutes: _, onCancel: _cancel, onTimeout: _timeout, suspendScaling: _scaling, taskDefinition: path, ...where } = (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .settingsFor */ .zc)(settings, service);
    const parts = [
        'stagger configuration 1',
        canonical(where),
        canonical(template === null ? null : (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .renderConfiguration */ .TP)(template, path ?? '', service)),
    ];
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const part of parts)
        hash.update(`${Buffer.byteLength(part)}:`).update(part);
    return `sha256:${hash.digest('hex')}`;
};
/** Of a service whose image runs in several ECS services, one for all of them. */
const fingerprintTogether = (parts) => {
    const [only, ...others] = parts;
    if (only !== undefined && others.length === 0)
        return only;
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(parts.join('\n')).digest('hex')}`;
};
/** JSON with its keys in order, so that moving a line in a template deploys nothing. */
const canonical = (value) => JSON.stringify(value, (_key, inner) => inOrder(inner));
const inOrder = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;


/***/ }),

/***/ 8624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ fill),
/* harmony export */   Q: () => (/* binding */ placeholdersIn)
/* harmony export */ });
/** `{word}`; `{{word}}` is that word in braces, and `${word}` belongs to a shell: both are left alone. */
const PLACEHOLDER = /\{\{([A-Za-z][\w-]*)\}\}|(?<!\$)\{([A-Za-z][\w-]*)\}/g;
const fill = (text, values) => text.replace(PLACEHOLDER, (whole, literal, name) => literal === undefined ? (values[name ?? ''] ?? whole) : `{${literal}}`);
/** The names that stand in `text`, each as often as it stands there. */
const placeholdersIn = (text) => [...text.matchAll(PLACEHOLDER)].flatMap(([, , name]) => (name === undefined ? [] : [name]));


/***/ }),

/***/ 3440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ RANGES),
/* harmony export */   GI: () => (/* binding */ tenthsOf),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
/* unused harmony exports isWithin, tellRange */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

const whole = (least, most) => ({ least, most, grid: 1 });
/** By AWS's documentation; docs/strategies.md has the same table, and a test compares them. */
const RANGES = {
    bakeMinutes: whole(0, 1440),
    canaryPercent: { least: 0.1, most: 100, grid: 0.1 },
    linearPercent: { least: 3, most: 100, grid: 0.1 },
    rungPercent: { least: 0.1, most: 100, grid: 0.1 },
    minimumHealthyPercent: whole(0, 100),
    maximumPercent: whole(100, 1000),
    earlySuccessPercent: whole(1, 100),
    breakerValue: whole(1, 1000),
    pauseMinutes: whole(1, 20_160),
    timeoutMinutes: whole(1, 43_200),
};
/** Percentages are tenths: whole numbers from here on, and never floats. */
const tenthsOf = (percent) => Math.round(percent * 10);
const isOnGrid = (value, grid) => grid === 1 ? Number.isInteger(value) : Math.abs(value * 10 - tenthsOf(value)) < 1e-9;
const isWithin = (value, { least, most, grid }) => value >= least && value <= most && isOnGrid(value, grid);
/** `a whole number from 0 to 1440`, `a multiple of 0.1 from 3 to 100` */
const tellRange = ({ least, most, grid }) => `${grid === 1 ? 'a whole number' : 'a multiple of 0.1'} from ${least} to ${most}`;
/** A number of the configuration that has a range. */
const within = (what, range) => {
    const message = `${what} must be ${tellRange(range)}`;
    return valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(message), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(range.least, message), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(range.most, message), valibot__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6Y((value) => isOnGrid(value, range.grid), message));
};


/***/ }),

/***/ 32115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VW: () => (/* binding */ environmentSchema),
  zc: () => (/* binding */ settingsFor)
});

// UNUSED EXPORTS: SETTINGS

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./.build/environment/placeholders.js
var placeholders = __webpack_require__(8624);
;// CONCATENATED MODULE: ./.build/environment/codedeploy-settings.js


const codedeploy_settings_name = (what) => dist/* pipe */.FsL(dist/* string */.YjP(`${what} must be a text`), dist/* nonEmpty */.hq(`${what} must not be empty`), dist/* check */.z6Y((value) => (0,placeholders/* placeholdersIn */.Q)(value).every((one) => one === 'service'), `${what} may hold the placeholder {service} and no other`));
const described = (what, text) => dist/* optional */.lqM(dist/* pipe */.FsL(codedeploy_settings_name(what), dist/* description */.h_(text)));
const object = (what, entries) => dist/* strictObject */.rej(entries, (issue) => issue.expected === 'never'
    ? `unknown key ${issue.received}; known: ${Object.keys(entries).join(', ')}`
    : `${what} must be a map: ${Object.keys(entries).join(', ')}`);
const hooks = object('hooks', {
    BeforeInstall: dist/* optional */.lqM(codedeploy_settings_name('BeforeInstall')),
    AfterInstall: dist/* optional */.lqM(codedeploy_settings_name('AfterInstall')),
    AfterAllowTestTraffic: dist/* optional */.lqM(codedeploy_settings_name('AfterAllowTestTraffic')),
    BeforeAllowTraffic: dist/* optional */.lqM(codedeploy_settings_name('BeforeAllowTraffic')),
    AfterAllowTraffic: dist/* optional */.lqM(codedeploy_settings_name('AfterAllowTraffic')),
});
/** Whose deployment it is, and what is asked of it. */
const codeDeploySchema = object('codeDeploy', {
    application: described('application', 'Its name; AppECS-CLUSTER-SERVICE by default, as the console names it.'),
    group: described('group', 'The deployment group; DgpECS-CLUSTER-SERVICE by default.'),
    configuration: described('configuration', "The deployment configuration; the group's by default."),
    hooks: dist/* optional */.lqM(dist/* pipe */.FsL(hooks, dist/* description */.h_('Lambda functions that CodeDeploy calls, by event.'))),
});
/** The names as they are for one service. */
const codeDeployFor = (settings, service) => ({
    ...settings,
    ...Object.fromEntries(['application', 'group', 'configuration'].flatMap((key) => {
        const set = settings[key];
        return set === undefined ? [] : [[key, (0,placeholders/* fill */.G)(set, { service })]];
    })),
});

// EXTERNAL MODULE: ./.build/environment/ranges.js
var ranges = __webpack_require__(3440);
// EXTERNAL MODULE: ./.build/environment/strategy-settings.js
var strategy_settings = __webpack_require__(34009);
;// CONCATENATED MODULE: ./.build/environment/settings.js





const settings_text = (what) => dist/* pipe */.FsL(dist/* string */.YjP(`${what} must be a text`), dist/* nonEmpty */.hq(`${what} must not be empty`), forService(what));
/** The only thing that a setting may be made from is the service's name. */
const forService = (what) => dist/* check */.z6Y((value) => (0,placeholders/* placeholdersIn */.Q)(value).every((name) => name === 'service'), `${what} may hold the placeholder {service} and no other`);
/** What is laid over a task definition may hold what a template may. */
const forImage = dist/* check */.z6Y((value) => (0,placeholders/* placeholdersIn */.Q)(value).every((name) => ['service', 'image', 'version'].includes(name)), 'a variable may hold the placeholders {service}, {image} and {version} and no other');
const ENTRIES = {
    region: dist/* optional */.lqM(dist/* pipe */.FsL(settings_text('region'), dist/* description */.h_("The AWS region; the AWS SDK's own by default."))),
    endpoint: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP('endpoint must be a text'), dist/* url */.OZ5('endpoint must be a URL'), dist/* description */.h_('Another address that speaks ECS.'))),
    cluster: dist/* pipe */.FsL(settings_text('cluster'), dist/* description */.h_('The ECS cluster, by name or ARN.')),
    service: dist/* optional */.lqM(dist/* pipe */.FsL(settings_text('service'), dist/* description */.h_("The ECS service's name.")), '{service}'),
    taskDefinition: dist/* optional */.lqM(dist/* pipe */.FsL(settings_text('taskDefinition'), dist/* description */.h_("The template of the task definition, from the repository's root; what the ECS service runs by default."))),
    container: dist/* optional */.lqM(dist/* pipe */.FsL(settings_text('container'), dist/* description */.h_('The container that runs the image, where there is no template to say it.'))),
    variables: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq('the name of a variable must not be empty')), dist/* pipe */.FsL(dist/* string */.YjP('the value of a variable must be a text'), forImage), 'variables must be a map: { NAME: "value" }'), dist/* description */.h_('Environment variables of the container that runs the image, laid over those that it has; {service}, {image} and {version} may stand in them.'))),
    ...strategy_settings/* STRATEGY_ENTRIES */.hL,
    codeDeploy: dist/* optional */.lqM(dist/* pipe */.FsL(codeDeploySchema, dist/* description */.h_('Where CodeDeploy deploys the service: its deployment group, and what is asked of it.'))),
    timeoutMinutes: dist/* optional */.lqM(dist/* pipe */.FsL((0,ranges/* within */.ux)('timeoutMinutes', ranges/* RANGES */.$M.timeoutMinutes), dist/* description */.h_('How long a deployment is followed. ECS goes on with it afterwards.'))),
    onCancel: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* picklist */.KIO(['leave', 'rollback'], 'onCancel must be leave or rollback'), dist/* description */.h_('What becomes of a deployment when the job that began it is cancelled.'))),
    onTimeout: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* picklist */.KIO(['leave', 'rollback'], 'onTimeout must be leave or rollback'), dist/* description */.h_('What becomes of a deployment that is not over after timeoutMinutes.'))),
    suspendScaling: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* boolean */.zMY('suspendScaling must be true or false'), dist/* description */.h_('Whether Application Auto Scaling stands still while a deployment is followed.'))),
    before: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* strictObject */.rej({
        command: dist/* pipe */.FsL(dist/* array */.YOg(dist/* pipe */.FsL(dist/* string */.YjP(), forService('command')), 'command must be a list of words'), dist/* minLength */.BpQ(1, 'command must not be empty')),
        container: dist/* optional */.lqM(settings_text('container')),
        timeoutMinutes: dist/* optional */.lqM((0,ranges/* within */.ux)('timeoutMinutes', ranges/* RANGES */.$M.timeoutMinutes)),
    }, 'before must be a map: command, container, timeoutMinutes'), dist/* description */.h_('A task of the new image that must exit with 0 before the service is updated, e.g. a migration.'))),
};
const explain = (issue) => {
    if (issue.expected === 'never')
        return `unknown key ${issue.received}; known: ${Object.keys(ENTRIES).join(', ')}`;
    if (issue.expected?.startsWith('"'))
        return `${issue.expected.slice(1, -1)} is missing`;
    return `an environment must be a map of settings: ${Object.keys(ENTRIES).join(', ')}`;
};
/** One entry of `environments:` in stagger.yml. */
const environmentSchema = dist/* pipe */.FsL(dist/* strictObject */.rej(ENTRIES, explain), dist/* check */.z6Y(({ minimumHealthyPercent, maximumPercent }) => minimumHealthyPercent !== 100 || maximumPercent !== 100, 'minimumHealthyPercent and maximumPercent cannot both be 100: no task could be replaced'), dist/* check */.z6Y(({ strategy, steps }) => strategy === undefined || steps === undefined, 'steps decide the strategy; leave strategy out'), dist/* check */.z6Y(({ earlySuccess, minimumHealthyPercent = 100 }) => earlySuccess === undefined || earlySuccess.percent >= minimumHealthyPercent, 'earlySuccess.percent must be at least minimumHealthyPercent'));
/** What may stand in an environment. */
const SETTINGS = Object.keys(ENTRIES);
/** The settings as they are for one service. */
const settingsFor = (settings, service) => ({
    ...settings,
    cluster: (0,placeholders/* fill */.G)(settings.cluster, { service }),
    service: (0,placeholders/* fill */.G)(settings.service, { service }),
    ...(settings.taskDefinition === undefined
        ? {}
        : { taskDefinition: (0,placeholders/* fill */.G)(settings.taskDefinition, { service }) }),
    ...(settings.container === undefined ? {} : { container: (0,placeholders/* fill */.G)(settings.container, { service }) }),
    ...(settings.codeDeploy === undefined ? {} : { codeDeploy: codeDeployFor(settings.codeDeploy, service) }),
    ...(settings.region === undefined ? {} : { region: (0,placeholders/* fill */.G)(settings.region, { service }) }),
});


/***/ }),

/***/ 34009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YL: () => (/* binding */ STRATEGIES),
/* harmony export */   hL: () => (/* binding */ STRATEGY_ENTRIES)
/* harmony export */ });
/* unused harmony exports HOOK_STAGES, PAUSE_STAGES */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _ranges_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3440);


const STRATEGIES = [
    'rolling',
    'blue-green',
    'canary',
    'linear',
    'all-at-once',
];
/** Where ECS calls a Lambda function; at a shift it cannot wait for a person. */
const HOOK_STAGES = [
    'RECONCILE_SERVICE',
    'PRE_SCALE_UP',
    'POST_SCALE_UP',
    'TEST_TRAFFIC_SHIFT',
    'POST_TEST_TRAFFIC_SHIFT',
    'PRE_PRODUCTION_TRAFFIC_SHIFT',
    'PRODUCTION_TRAFFIC_SHIFT',
    'POST_PRODUCTION_TRAFFIC_SHIFT',
];
const PAUSE_STAGES = HOOK_STAGES.filter((stage) => stage !== 'TEST_TRAFFIC_SHIFT' && stage !== 'PRODUCTION_TRAFFIC_SHIFT');
const MOST_HOOKS = 10;
const described = (schema, text) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(schema, valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(text)));
const text = (what) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(`${what} must be a text`), valibot__WEBPACK_IMPORTED_MODULE_1__/* .nonEmpty */ .hq(`${what} must not be empty`));
const flag = (what) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(`${what} must be true or false`);
const map = (what, keys) => (issue) => issue.expected === 'never'
    ? `unknown key ${issue.received}; known: ${keys.join(', ')}`
    : `${what} must be a map: ${keys.join(', ')}`;
const object = (what, entries) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(entries, map(what, Object.keys(entries)));
const stages = (what, known) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(known, `${what} must be of: ${known.join(', ')}`), `${what} must be a list of stages`), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minLength */ .BpQ(1, `${what} must name a stage`));
const onTimeout = valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(['rollback', 'continue'], 'onTimeout must be rollback or continue'));
const hookMinutes = valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)('timeoutMinutes', _ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.pauseMinutes));
const pause = object('a pause', { at: stages('at', PAUSE_STAGES), timeoutMinutes: hookMinutes, onTimeout });
const hook = object('a hook', {
    lambda: text('lambda'),
    role: text('role'),
    at: stages('at', HOOK_STAGES),
    details: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(), 'details must be a map')),
    timeoutMinutes: hookMinutes,
    onTimeout,
});
const step = object('a step', {
    percent: (0,_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)('percent', _ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.rungPercent),
    minutes: (0,_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)('minutes', _ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.bakeMinutes),
});
const breaker = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(object('circuitBreaker', {
    tasks: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)('tasks', _ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.breakerValue)),
    percent: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)('percent', _ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.breakerValue)),
    resetOnHealthyTask: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(flag('resetOnHealthyTask')),
}), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y(({ tasks, percent }) => tasks === undefined || percent === undefined, 'circuitBreaker takes tasks or percent, not both'));
/** How traffic moves: everything that may be said of it in an environment. */
const STRATEGY_ENTRIES = {
    strategy: described(valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(STRATEGIES, `strategy must be one of ${STRATEGIES.join(', ')}`), 'How traffic moves; what the ECS service has by default.'),
    minimumHealthyPercent: described((0,_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)('minimumHealthyPercent', _ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.minimumHealthyPercent), 'How much must stay healthy during a rolling deployment; what the ECS service has by default.'),
    maximumPercent: described((0,_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)('maximumPercent', _ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.maximumPercent), 'How much may run during a rolling deployment; what the ECS service has by default.'),
    circuitBreaker: described(breaker, 'How many failed tasks roll a rolling deployment back.'),
    earlySuccess: described(object('earlySuccess', {
        percent: (0,_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)('percent', _ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.earlySuccessPercent),
        waitForCleanUp: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(flag('waitForCleanUp'), true),
    }), 'A rolling deployment is successful with so many of the new tasks healthy.'),
    bakeMinutes: described((0,_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)('bakeMinutes', _ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.bakeMinutes), 'How long both versions run once the new one has all traffic: blue-green, canary, linear.'),
    canary: described(object('canary', {
        percent: (0,_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)('percent', _ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.canaryPercent),
        minutes: (0,_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)('minutes', _ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.bakeMinutes),
    }), "The canary's share of the traffic, and for how long."),
    linear: described(object('linear', {
        percent: (0,_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)('percent', _ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.linearPercent),
        minutes: (0,_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)('minutes', _ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .RANGES */ .$M.bakeMinutes),
    }), 'How much traffic each step moves, and how long each waits.'),
    steps: described(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(step, 'steps must be a list'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minLength */ .BpQ(1, 'steps must name a step')), 'A ladder of shares instead of canary or linear; refused where ECS has no shape for it.'),
    alarms: described(object('alarms', {
        names: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text('an alarm'), 'names must be a list of alarms'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minLength */ .BpQ(1, 'names must name an alarm')),
        rollback: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(flag('rollback'), true),
    }), 'CloudWatch alarms that fail a deployment.'),
    pauses: described(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(pause, 'pauses must be a list'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(MOST_HOOKS, `pauses may be at most ${MOST_HOOKS}`)), 'Where a deployment waits for stagger continue or stagger stop.'),
    hooks: described(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(hook, 'hooks must be a list'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(MOST_HOOKS, `hooks may be at most ${MOST_HOOKS}`)), 'Lambda functions that ECS asks during a deployment.'),
    stickiness: described(flag('stickiness'), 'Whether the listener rule must keep a user on one version; checked, since the rule is yours.'),
};


/***/ }),

/***/ 77183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lb: () => (/* binding */ knownPart),
/* harmony export */   N: () => (/* binding */ RETURNED_ONLY),
/* harmony export */   _6: () => (/* binding */ unknownFields)
/* harmony export */ });
/* unused harmony export knownFields */
/**
 * Every field that RegisterTaskDefinition takes, by the path of the structure that it stands in. The SDK drops
 * what it does not know without a word, so a template is compared with this. A test compares this with the SDK.
 */
const FIELDS = {
    '': 'family containerDefinitions taskRoleArn executionRoleArn networkMode volumes placementConstraints requiresCompatibilities cpu memory tags pidMode ipcMode proxyConfiguration inferenceAccelerators ephemeralStorage runtimePlatform enableFaultInjection',
    containerDefinitions: 'name image repositoryCredentials cpu memory memoryReservation links portMappings essential restartPolicy entryPoint command environment environmentFiles mountPoints volumesFrom linuxParameters secrets dependsOn startTimeout stopTimeout versionConsistency hostname user workingDirectory disableNetworking privileged readonlyRootFilesystem dnsServers dnsSearchDomains extraHosts dockerSecurityOptions interactive pseudoTerminal dockerLabels ulimits logConfiguration healthCheck systemControls resourceRequirements firelensConfiguration credentialSpecs',
    'containerDefinitions.repositoryCredentials': 'credentialsParameter',
    'containerDefinitions.portMappings': 'containerPort hostPort protocol name appProtocol containerPortRange',
    'containerDefinitions.restartPolicy': 'enabled ignoredExitCodes restartAttemptPeriod',
    'containerDefinitions.environment': 'name value',
    'containerDefinitions.environmentFiles': 'value type',
    'containerDefinitions.mountPoints': 'sourceVolume containerPath readOnly',
    'containerDefinitions.volumesFrom': 'sourceContainer readOnly',
    'containerDefinitions.linuxParameters': 'capabilities devices initProcessEnabled sharedMemorySize tmpfs maxSwap swappiness',
    'containerDefinitions.linuxParameters.capabilities': 'add drop',
    'containerDefinitions.linuxParameters.devices': 'hostPath containerPath permissions',
    'containerDefinitions.linuxParameters.tmpfs': 'containerPath size mountOptions',
    'containerDefinitions.secrets': 'name valueFrom',
    'containerDefinitions.dependsOn': 'containerName condition',
    'containerDefinitions.extraHosts': 'hostname ipAddress',
    'containerDefinitions.ulimits': 'name softLimit hardLimit',
    'containerDefinitions.logConfiguration': 'logDriver options secretOptions',
    'containerDefinitions.logConfiguration.secretOptions': 'name valueFrom',
    'containerDefinitions.healthCheck': 'command interval timeout retries startPeriod',
    'containerDefinitions.systemControls': 'namespace value',
    'containerDefinitions.resourceRequirements': 'type value sharingStrategy',
    'containerDefinitions.resourceRequirements.sharingStrategy': 'nvidiaMps',
    'containerDefinitions.resourceRequirements.sharingStrategy.nvidiaMps': 'memory maxComputePercent',
    'containerDefinitions.firelensConfiguration': 'type options',
    volumes: 'name host dockerVolumeConfiguration efsVolumeConfiguration s3filesVolumeConfiguration fsxWindowsFileServerVolumeConfiguration configuredAtLaunch',
    'volumes.host': 'sourcePath',
    'volumes.dockerVolumeConfiguration': 'scope autoprovision driver driverOpts labels',
    'volumes.efsVolumeConfiguration': 'fileSystemId rootDirectory transitEncryption transitEncryptionPort authorizationConfig',
    'volumes.efsVolumeConfiguration.authorizationConfig': 'accessPointId iam',
    'volumes.s3filesVolumeConfiguration': 'fileSystemArn rootDirectory transitEncryptionPort accessPointArn',
    'volumes.fsxWindowsFileServerVolumeConfiguration': 'fileSystemId rootDirectory authorizationConfig',
    'volumes.fsxWindowsFileServerVolumeConfiguration.authorizationConfig': 'credentialsParameter domain',
    placementConstraints: 'type expression',
    tags: 'key value',
    proxyConfiguration: 'containerName type properties',
    'proxyConfiguration.properties': 'name value',
    inferenceAccelerators: 'deviceName deviceType',
    ephemeralStorage: 'sizeInGiB',
    runtimePlatform: 'cpuArchitecture operatingSystemFamily',
};
/** What DescribeTaskDefinition returns and RegisterTaskDefinition refuses. */
const RETURNED_ONLY = [
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'deregisteredAt',
    'deleteRequestedAt',
    'registeredBy',
];
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const join = (path, key) => (path === '' ? key : `${path}.${key}`);
/** The paths of the fields that RegisterTaskDefinition does not know, each once. */
const unknownFields = (value, path = '') => {
    if (Array.isArray(value))
        return [...new Set(value.flatMap((item) => unknownFields(item, path)))];
    const known = FIELDS[path]?.split(' ');
    if (!isRecord(value) || !known)
        return [];
    return Object.entries(value).flatMap(([key, inner]) => known.includes(key) ? unknownFields(inner, join(path, key)) : [join(path, key)]);
};
/** What is left without them. */
const knownPart = (value, path = '') => {
    if (Array.isArray(value))
        return value.map((item) => knownPart(item, path));
    const known = FIELDS[path]?.split(' ');
    if (!isRecord(value) || !known)
        return value;
    const kept = Object.entries(value).filter(([key]) => known.includes(key));
    return Object.fromEntries(kept.map(([key, inner]) => [key, knownPart(inner, join(path, key))]));
};
/** For the test that compares with the SDK. */
const knownFields = (/* unused pure expression or super */ null && (FIELDS));


/***/ }),

/***/ 85015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TP: () => (/* binding */ renderConfiguration),
  P9: () => (/* binding */ renderTaskDefinition),
  CB: () => (/* binding */ textsOf)
});

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./node_modules/@humanwhocodes/momoa/dist/momoa.js
var momoa = __webpack_require__(93162);
;// CONCATENATED MODULE: ./.build/environment/json.js


const positionIn = (text, file, { line, column }) => ({
    file,
    line,
    column,
    text: text.split(/\r?\n/)[line - 1] ?? '',
});
/** The parser's message ends in its own position, which is told apart. */
const reason = (error) => error.message.replace(/\s*\(\d+:\d+\)\.?$/, '');
const isPlace = (error) => error instanceof Error && 'line' in error && 'column' in error;
const json_document = (text, file) => {
    try {
        return (0,momoa/* parse */.qg)(text, { mode: 'json' });
    }
    catch (error) {
        if (!isPlace(error))
            throw error;
        throw new words/* StaggerError */.IY({
            code: 'json-syntax',
            fault: 'caller',
            problem: `${file} is not valid JSON`,
            why: reason(error),
            fix: `Correct line ${error.line} of ${file}. JSON knows no comments and no comma after the last element.`,
            at: positionIn(text, file, error),
        });
    }
};
const isText = (node) => node.type === 'String' && 'value' in node;
const finder = (root, text, file) => (matches) => {
    for (const { node } of (0,momoa/* iterator */.lJ)(root)) {
        if (isText(node) && matches(node.value))
            return positionIn(text, file, node.loc.start);
    }
    return undefined;
};
const readJson = (text, file) => {
    const root = json_document(text, file);
    return { value: (0,momoa/* evaluate */._3)(root), find: finder(root, text, file) };
};

// EXTERNAL MODULE: ./.build/environment/placeholders.js
var placeholders = __webpack_require__(8624);
// EXTERNAL MODULE: ./.build/environment/task-definition-fields.js
var task_definition_fields = __webpack_require__(77183);
;// CONCATENATED MODULE: ./.build/environment/template.js




const KNOWN = ['service', 'image', 'version'];
const renderTaskDefinition = (text, path, values) => {
    const template = readTemplate(text, path);
    const input = mapTexts(template, (value) => (0,placeholders/* fill */.G)(value, textsOf(values)));
    const known = (0,task_definition_fields/* knownPart */.Lb)(input);
    return { input: known, warnings: lost(template, path) };
};
/** What the placeholders are filled with. */
const textsOf = ({ service, image, version }) => ({
    service,
    image,
    version: version ?? `unversioned-${image.slice(-64, -52)}`,
});
/** The template as the service's configuration: the image and its version are not part of it. */
const renderConfiguration = (text, path, service) => mapTexts(readTemplate(text, path), (value) => (0,placeholders/* fill */.G)(value, { service }));
/** The template without what DescribeTaskDefinition adds, so that its answer can be pasted as a template. */
const readTemplate = (text, path) => {
    const json = readJson(text, path);
    const problems = [...notATaskDefinition(json, path), ...unknownPlaceholders(json, path)];
    const [first, ...rest] = problems.length > 0 ? problems : withoutImage(json, path);
    if (first)
        throw new words/* StaggerError */.IY(first, ...rest);
    const entries = Object.entries(json.value);
    return Object.fromEntries(entries.filter(([key]) => !task_definition_fields/* RETURNED_ONLY */.N.includes(key)));
};
const notATaskDefinition = ({ value }, path) => {
    const { family, containerDefinitions } = (value ?? {});
    if (typeof family === 'string' && family !== '' && Array.isArray(containerDefinitions))
        return [];
    return [
        {
            code: 'template-shape',
            fault: 'caller',
            problem: `${path} is not a task definition`,
            why: 'It needs a "family" (a text) and "containerDefinitions" (a list).',
            fix: 'Start from what runs: aws ecs describe-task-definition --task-definition FAMILY --query taskDefinition',
        },
    ];
};
const unknownPlaceholders = (json, path) => {
    const unknown = textsIn(json.value)
        .flatMap(placeholders/* placeholdersIn */.Q)
        .filter((name) => !KNOWN.includes(name));
    return [...new Set(unknown)].map((name) => ({
        code: 'unknown-placeholder',
        fault: 'caller',
        problem: `${path} has the unknown placeholder {${name}}`,
        why: `A template knows ${KNOWN.map((known) => `{${known}}`).join(', ')}.`,
        fix: `Use one of these, or write {{${name}}} where the braces themselves are meant.`,
        ...at(json, name),
    }));
};
const at = (json, name) => {
    const position = json.find((text) => (0,placeholders/* placeholdersIn */.Q)(text).includes(name));
    return position ? { at: position } : {};
};
/** A template with a fixed image would deploy the same image for ever, and succeed. */
const withoutImage = ({ value }, path) => {
    const containers = value
        .containerDefinitions;
    if (containers.some((container) => container?.image === '{image}'))
        return [];
    return [
        {
            code: 'template-without-image',
            fault: 'caller',
            problem: `${path} has no container with the image {image}`,
            why: 'Nothing would bring the new image to the service.',
            fix: `Write "image": "{image}" in the container of ${path} that runs the service.`,
        },
    ];
};
const lost = (template, path) => (0,task_definition_fields/* unknownFields */._6)(template).map((field) => `${path}: ${field} is not a field of RegisterTaskDefinition that is known here; it is not sent`);
const textsIn = (value) => {
    if (typeof value === 'string')
        return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
/** Every text changed, `null` dropped, and all else kept: `""`, `0`, `false` and `[]` mean something to ECS. */
const mapTexts = (value, change) => {
    if (typeof value === 'string')
        return change(value);
    if (Array.isArray(value))
        return value.filter((item) => item !== null).map((item) => mapTexts(item, change));
    if (typeof value !== 'object' || value === null)
        return value;
    const kept = Object.entries(value).filter(([, inner]) => inner !== null);
    return Object.fromEntries(kept.map(([key, inner]) => [key, mapTexts(inner, change)]));
};


/***/ }),

/***/ 44402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   Rl: () => (/* binding */ readRelease),
/* harmony export */   bD: () => (/* binding */ releasePath),
/* harmony export */   cD: () => (/* binding */ writeEntry),
/* harmony export */   d0: () => (/* binding */ imagePath),
/* harmony export */   iJ: () => (/* binding */ readDeployment),
/* harmony export */   nR: () => (/* binding */ deploymentPath),
/* harmony export */   oQ: () => (/* binding */ LEDGER_REF)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);


const LEDGER_REF = 'refs/stagger/ledger';
const text = (is) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y(is));
const OUTCOMES = [
    'successful',
    'unchanged',
    'paused',
    'rolled-back',
    'rollback-failed',
    'stopped',
    'superseded',
    'timed-out',
];
const version = valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP());
const common = {
    schema: valibot__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    service: text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isServiceName */ .tN),
    digest: text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc),
    version,
    commit: text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isOid */ .dH),
    /** The workflow run that wrote it, or null on a laptop. */
    run: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    /** ISO 8601, UTC. */
    time: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
};
const imageEntry = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    ...common,
    fingerprint: text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isFingerprint */ .Zv),
    /** The test fingerprint that passed; null where the service has no test stage. */
    testFingerprint: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isFingerprint */ .Zv)),
    /** Without a tag, e.g. `127.0.0.1:5000/shop/cart`. */
    repository: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** How long its last build took, for who wants to know what is saved by not building it; null where nobody measured. */
    seconds: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig())),
});
const deploymentEntry = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    ...common,
    environment: text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isEnvironmentName */ .tq),
    fingerprint: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isFingerprint */ .Zv)),
    configuration: text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isFingerprint */ .Zv),
    outcome: valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(OUTCOMES),
    /**
     * Where its image runs in several ECS services: what each of them runs, null where nobody saw. The rest of the entry is
     * what they ran last all together.
     */
    ecs: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        digest: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)),
        configuration: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isFingerprint */ .Zv)),
        version,
        outcome: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(OUTCOMES)),
        time: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    }))),
});
const releaseEntry = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    ...common,
    version: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** The services that it was released with, under their one name; null where it was released alone. */
    group: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    /** Without a tag, e.g. `127.0.0.1:5000/shop/cart`. */
    repository: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    fingerprint: text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isFingerprint */ .Zv),
});
const imagePath = (service) => `images/${service}.json`;
const deploymentPath = (environment, service) => `environments/${environment}/${service}.json`;
const releasePath = (service, version) => `releases/${service}/${version}.json`;
const writeEntry = (entry) => `${JSON.stringify(entry, null, 2)}\n`;
/** Null for what is no entry of this version: what cannot be read counts as not known, which is the safe side. */
const readImage = (json) => parsed(imageEntry, json);
const readDeployment = (json) => parsed(deploymentEntry, json);
const readRelease = (json) => parsed(releaseEntry, json);
const parsed = (schema, json) => {
    try {
        const result = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(schema, JSON.parse(json));
        return result.success ? result.output : null;
    }
    catch {
        return null;
    }
};


/***/ }),

/***/ 21264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isEverywhere),
/* harmony export */   y: () => (/* binding */ inEachPlace)
/* harmony export */ });
/** Where a service's image runs in several ECS services: does each of them run what the entry says? */
const isEverywhere = ({ digest, ecs }) => Object.values(ecs ?? {}).every((one) => one.digest === digest);
/** The entry as it is to be compared with an image: one ECS service that runs another is enough to differ. */
const inEachPlace = (entry, image) => {
    const other = Object.values(entry.ecs ?? {}).find(({ digest }) => digest !== image);
    if (isEverywhere(entry) || !other)
        return entry;
    return other.digest === null ? null : { ...entry, digest: other.digest };
};


/***/ }),

/***/ 1540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readLedger),
/* harmony export */   _: () => (/* binding */ EMPTY_LEDGER)
/* harmony export */ });
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44402);

const EMPTY_LEDGER = {
    images: new Map(),
    deployments: async () => new Map(),
    releases: async () => new Map(),
    releasesOf: async () => [],
};
/** Reads a ledger from its root tree. */
const readLedger = async (objects, root) => ({
    images: await entriesOf(objects, await folder(objects, root, ['images']), _entries_js__WEBPACK_IMPORTED_MODULE_0__/* .readImage */ .AM),
    deployments: async (environment) => entriesOf(objects, await folder(objects, root, ['environments', environment]), _entries_js__WEBPACK_IMPORTED_MODULE_0__/* .readDeployment */ .iJ),
    releases: async () => releasesIn(objects, await folder(objects, root, ['releases'])),
    releasesOf: async (service) => {
        const tree = await folder(objects, root, ['releases', service]);
        return tree ? readEntries(objects, tree, _entries_js__WEBPACK_IMPORTED_MODULE_0__/* .readRelease */ .Rl) : [];
    },
});
/** A folder a service, in it a file a version. */
const releasesIn = async (objects, tree) => {
    const folders = (tree ? await objects.tree(tree) : []).filter(({ mode }) => mode === '040000');
    const all = await Promise.all(folders.map(({ oid }) => readEntries(objects, oid, _entries_js__WEBPACK_IMPORTED_MODULE_0__/* .readRelease */ .Rl)));
    return new Map(all.flatMap((entries) => (entries[0] ? [[entries[0].service, entries]] : [])));
};
const folder = async (objects, root, [name, ...rest]) => {
    if (name === undefined)
        return root;
    const entry = (await objects.tree(root)).find((one) => one.name === name && one.mode === '040000');
    return entry ? folder(objects, entry.oid, rest) : null;
};
const entriesOf = async (objects, tree, read) => {
    const entries = tree ? await readEntries(objects, tree, read) : [];
    return new Map(entries.map((entry) => [entry.service, entry]));
};
const readEntries = async (objects, tree, read) => {
    const files = (await objects.tree(tree)).filter(({ mode }) => mode !== '040000');
    const blobs = await Promise.all(files.map(({ oid }) => objects.blob(oid)));
    return blobs.flatMap((blob) => read(new TextDecoder().decode(blob)) ?? []);
};


/***/ }),

/***/ 63752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ readInvocation),
  b: () => (/* binding */ releasing)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./.build/version/channel.js
/** The identifier of a branch's pre-releases, by the first pattern that matches; null where it makes none. */
const channelOf = (prereleases, branch) => Object.entries(prereleases).find(([pattern]) => matches(pattern, branch))?.[1] ?? null;
/** As in a workflow's `branches:`: `*` stops at a slash, `**` does not. */
const matches = (pattern, branch) => {
    const source = pattern
        .split(/(\*\*?)/)
        .map((part) => part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${source.join('')}$`, 's').test(branch);
};

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
;// CONCATENATED MODULE: ./.build/main/invocation.js



/** A version is for everybody, so a run that nobody has to trust makes none. */
const releasing = ({ trusted, branch }, yes, prereleases) => {
    if (yes || trusted)
        return { kind: 'versions' };
    const channel = branch === null ? null : channelOf(prereleases, branch);
    return channel === null ? { kind: 'nothing' } : { kind: 'prereleases', channel };
};
const readInvocation = (env = process.env) => {
    const onGitHub = env.GITHUB_ACTIONS === 'true';
    const event = onGitHub ? readEvent(env) : null;
    const ref = env.GITHUB_REF ?? '';
    const trusted = event !== null && isTrusted(event, ref);
    const ci = env.CI === 'true' || onGitHub;
    return {
        ci,
        trusted,
        // What is pushed from a branch is no more reviewed than what a pull request brings.
        pullRequest: ci && !trusted,
        branch: event !== null && BY_WRITERS.includes(event.name) ? branchIn(ref) : null,
        event,
        run: onGitHub ? runAddress(env) : null,
        registry: env.STAGGER_REGISTRY || null,
    };
};
/**
 * Only somebody who may write to the repository can cause these. Anybody can open a pull request, comment on it, or make
 * another workflow run; such a run stands on the default branch, and may have checked out whatever was proposed.
 */
const BY_WRITERS = ['push', 'create', 'release', 'schedule', 'workflow_dispatch', 'repository_dispatch'];
const isTrusted = ({ name, payload }, ref) => {
    if (!BY_WRITERS.includes(name))
        return false;
    return ref.startsWith('refs/tags/') || ref === `refs/heads/${defaultBranch(payload)}`;
};
const BRANCH = 'refs/heads/';
const branchIn = (ref) => (ref.startsWith(BRANCH) ? ref.slice(BRANCH.length) : null);
const defaultBranch = (payload) => payload?.repository?.default_branch ?? 'main';
const readEvent = ({ GITHUB_EVENT_NAME: name = '', GITHUB_EVENT_PATH: path, }) => ({
    name,
    payload: path ? readPayload(name, path) : {},
});
/** A runner on a laptop may leave it empty. */
const readPayload = (event, path) => {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8') || '{}');
    }
    catch (error) {
        throw new words/* StaggerError */.IY({
            code: 'event-payload',
            fault: 'caller',
            problem: `the payload of the event ${event} cannot be read`,
            why: String(error),
            fix: `GITHUB_EVENT_PATH names the file ${path}: it must be there, and hold JSON`,
        });
    }
};
const runAddress = (env) => `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`;


/***/ }),

/***/ 71489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AM: () => (/* binding */ configurationIn),
  Cp: () => (/* binding */ inSession),
  LV: () => (/* binding */ ofWorkTree),
  l5: () => (/* binding */ planForEvent),
  rP: () => (/* binding */ planIn),
  j9: () => (/* binding */ planToBuild),
  hY: () => (/* binding */ registryIn)
});

// EXTERNAL MODULE: ./.build/catalog/inputs.js
var catalog_inputs = __webpack_require__(33845);
// EXTERNAL MODULE: ./.build/changes/event.js
var changes_event = __webpack_require__(64188);
// EXTERNAL MODULE: ./.build/commands/configuration.js + 1 modules
var commands_configuration = __webpack_require__(63861);
// EXTERNAL MODULE: ./.build/catalog/path-tree.js
var path_tree = __webpack_require__(18792);
;// CONCATENATED MODULE: ./.build/changes/input-changes.js

const FOLDER = '040000';
/**
 * How the inputs differ, file by file, but for no more than `most`. Whether a folder is an input itself or all that is
 * in it makes no difference; one that is the same in both is not read.
 */
const changedInputs = async (objects, before, after, most) => {
    const changes = [];
    const compare = async (path, old, now) => {
        if (changes.length >= most || isSame(old, now))
            return;
        const entries = await bothEntries(objects, old, now);
        if (!entries)
            changes.push(change(path, old, now));
        for (const [name, one, other] of entries ?? [])
            await compare(path === '.' ? name : `${path}/${name}`, one, other);
    };
    await compare('.', (0,path_tree/* pathTree */.i)('.', before), (0,path_tree/* pathTree */.i)('.', after));
    return changes;
};
const isSame = (old, now) => old === now || (isLeaf(old) && isLeaf(now) && old.oid === now.oid && old.mode === now.mode);
const isLeaf = (node) => node !== undefined && !(node instanceof Map);
/** Null where a file is told as one, or a folder that came or went as a whole. */
const bothEntries = async (objects, old, now) => {
    if ((old === undefined && isLeaf(now)) || (now === undefined && isLeaf(old)))
        return null;
    const [one, other] = await Promise.all([entriesOf(objects, old), entriesOf(objects, now)]);
    if (!one || !other)
        return null;
    const names = [...new Set([...one.keys(), ...other.keys()])].sort();
    return names.map((name) => [name, one.get(name), other.get(name)]);
};
/** Null for a file. */
const entriesOf = async (objects, node) => {
    if (!isLeaf(node))
        return node ?? new Map();
    if (node.mode !== FOLDER)
        return null;
    const { because } = node;
    return new Map((await objects.tree(node.oid)).map(({ name, mode, oid }) => [name, { mode, oid, because }]));
};
const change = (path, old, now) => ({
    path,
    change: kindOf(old, now),
    ...(becauseOf(now) ?? becauseOf(old)),
});
const kindOf = (old, now) => {
    if (!old)
        return 'added';
    return now ? 'modified' : 'removed';
};
const becauseOf = (node) => node instanceof Map ? becauseOf(node.values().next().value) : node?.because;

// EXTERNAL MODULE: ./.build/changes/test-parts.js
var test_parts = __webpack_require__(1685);
;// CONCATENATED MODULE: ./.build/changes/reasons.js


/** More would not be read. */
const MOST = 50;
/** Why two fingerprints differ, told by what went into them. */
const explain = async (objects, before, after) => [
    ...(await fileReasons(objects, 'input', before, after)),
    ...edgeChanges(before, after),
    ...instructionChanges(before.inputs, after.inputs),
    ...argumentChanges(before.inputs, after.inputs),
    ...platformChanges(before.inputs, after.inputs),
];
/** What the tests read that changed, or that there are tests now. */
const explainTests = async (objects, before, after) => {
    if (!before.test)
        return newTests(before.image, after);
    return [
        ...(await fileReasons(objects, 'tests', before.test, after)),
        ...edgeChanges(before.test, after),
        ...instructionChanges(before.test.inputs, after.inputs),
        ...(saidOf(before.test) === saidOf(after) ? [] : [SAID_ANEW]),
    ];
};
const SAID_ANEW = {
    kind: 'tests',
    path: 'stagger.yml',
    instruction: 'test',
    line: 0,
    change: 'modified',
};
/** A stage that was not there, or what the configuration says. */
const newTests = ({ inputs }, { kinds, inputs: read }) => kinds.some(({ kind }) => kind === 'stage') ? instructionChanges(inputs, read) : [SAID_ANEW];
/** The tests as the configuration has them; what they read is told by its own changes. */
const saidOf = ({ kinds }) => JSON.stringify(kinds.map(test_parts/* testSettings */.e));
/** The first of them; that there are more is a reason of its own. */
const fileReasons = async (objects, kind, before, after) => {
    const changes = await inputChanges(objects, before.inputs, after.inputs);
    const reasons = changes.slice(0, MOST).map((change) => ({ kind, ...change }));
    return changes.length > MOST ? [...reasons, { kind: 'more' }] : reasons;
};
const instructionChanges = (before, after) => {
    const old = new Set(before.instructions);
    const changed = after.instructions.find((line) => !old.has(line));
    if (changed !== undefined)
        return [{ kind: 'instructions', detail: changed }];
    if (JSON.stringify(before.instructions) === JSON.stringify(after.instructions))
        return [];
    return [{ kind: 'instructions', detail: 'lines were removed or moved' }];
};
const argumentChanges = (before, after) => [...new Set([...Object.keys(before.args), ...Object.keys(after.args)])]
    .filter((name) => before.args[name] !== after.args[name])
    .map((name) => ({ kind: 'argument', name }));
const platformChanges = (before, after) => [...before.platforms].sort().join() === [...after.platforms].sort().join()
    ? []
    : [{ kind: 'platforms', detail: after.platforms.join(', ') || "the builder's own" }];
const edgeChanges = (before, after) => {
    const then = new Map(before.inputs.edges.map((edge) => [edge.service, edge]));
    const now = new Map(after.inputs.edges.map((edge) => [edge.service, edge]));
    return [...new Map([...then, ...now])].flatMap(([service, edge]) => {
        const change = kindOf(then.get(service), now.get(service));
        const same = change === 'modified' && (before.edges.get(service) ?? null) === (after.edges.get(service) ?? null);
        return same ? [] : [edgeReason(edge, change)];
    });
};
/** Images that have no fingerprint themselves: who takes from them has none either. */
const undecidedEdges = ({ inputs, edges }) => inputs.edges
    .filter(({ service }) => !edges.get(service))
    .map((edge) => edgeReason(edge, 'undecided'));
/** The way on is known only when all services are decided: `withPaths` puts it in. */
const edgeReason = ({ service, because }, change) => ({ kind: 'service', service, ...because, change, path: [service] });
const inputChanges = async (objects, before, after) => {
    const old = inputSets(before);
    const now = inputSets(after);
    const changes = [];
    for (const name of new Set([...old.keys(), ...now.keys()]))
        changes.push(...(await changedInputs(objects, old.get(name) ?? [], now.get(name) ?? [], MOST + 1)));
    return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
};
/** Of the context, of the named ones, and the declared: one path may be an input of each. */
const inputSets = ({ inputs, named, declared }) => new Map([
    ['', inputs],
    ...named.map(({ name, inputs: own }) => [`named ${name}`, own]),
    ['declared', declared],
]);

;// CONCATENATED MODULE: ./.build/changes/affected.js

/** Compares content with content. A diff is looked at only afterwards, to say why. */
const decide = async (objects, now, known, deployed) => {
    const needs = needsOf(now, known);
    const deploy = deployed ? deployReasons(deployed, needs.includes('build')) : [];
    const all = deployed && (deploy.length > 0 || needs.includes('build')) ? [...needs, 'deploy'] : needs;
    return {
        ...now,
        configuration: deployed?.configuration ?? null,
        affected: all.length > 0,
        needs: all,
        change: changeOf(known, needs),
        previous: known?.fingerprint ?? null,
        since: known?.commit ?? null,
        reasons: [...(await reasonsOf(objects, now, known, needs)), ...deploy],
    };
};
/** Equal fingerprints need nothing; no fingerprint is never equal. */
const needsOf = ({ image, test }, known) => {
    const sameImage = image.fingerprint !== null && image.fingerprint === known?.fingerprint;
    const sameTests = !test || (test.fingerprint !== null && test.fingerprint === known?.testFingerprint);
    return [...(sameImage ? [] : ['build']), ...(sameTests ? [] : ['test'])];
};
const changeOf = (known, needs) => {
    if (!known)
        return 'added';
    return needs.length > 0 ? 'modified' : 'unchanged';
};
const deployReasons = ({ entry, image, configuration }, building) => {
    if (!entry)
        return [{ kind: 'never-deployed' }];
    const reasons = [];
    if (entry.configuration !== configuration)
        reasons.push({ kind: 'configuration' });
    if (!building && image && image.digest !== entry.digest)
        reasons.push({ kind: 'other-image-deployed' });
    return reasons;
};
const reasonsOf = async (objects, now, known, needs) => {
    if (needs.length === 0)
        return [];
    const untracked = [...now.image.inputs.untracked.map(untrackedReason), ...undecidedEdges(now.image)];
    if (!known)
        return [{ kind: 'unknown-before' }, ...untracked];
    const { snapshot } = known;
    if ('missing' in snapshot)
        return [...untracked, { kind: 'not-comparable', detail: snapshot.missing }];
    const image = needs.includes('build') ? await explain(objects, snapshot.image, now.image) : [];
    const tests = now.test ? await explainTests(objects, snapshot, now.test) : [];
    const found = [...untracked, ...image, ...testsAlone(tests, image)];
    return found.length > 0
        ? found
        : [{ kind: 'not-comparable', detail: 'how a fingerprint is made has changed' }];
};
/** What decides the image too is told there. */
const testsAlone = (tests, image) => {
    const told = new Set(image.map(key));
    return tests.filter((reason) => !told.has(key(reason)));
};
const key = (reason) => reason.kind === 'input' || reason.kind === 'tests' ? reason.path : JSON.stringify(reason);
/** Why a service has no fingerprint. */
const untrackedReason = ({ detail, line }) => ({ kind: 'untracked', path: detail, line });

;// CONCATENATED MODULE: ./.build/changes/paths.js
/** Leads each reason that is another service on to the service whose own inputs changed. */
const withPaths = (services) => {
    const byName = new Map(services.map((planned) => [planned.service.name, planned]));
    const way = (name) => {
        const reasons = byName.get(name)?.reasons ?? [];
        const [onwards] = reasons.filter((reason) => reason.kind === 'service');
        const ends = onwards === undefined || reasons.some(({ kind }) => kind !== 'service');
        return ends ? [name] : [name, ...way(onwards.service)];
    };
    return services.map((planned) => ({
        ...planned,
        reasons: planned.reasons.map((reason) => reason.kind === 'service' ? { ...reason, path: way(reason.service) } : reason),
    }));
};

// EXTERNAL MODULE: ./.build/changes/untested.js
var untested = __webpack_require__(17640);
// EXTERNAL MODULE: ./.build/ledger/read.js
var read = __webpack_require__(1540);
// EXTERNAL MODULE: ./.build/commands/commit-view.js + 13 modules
var commit_view = __webpack_require__(50353);
// EXTERNAL MODULE: ./.build/commands/ledger.js
var ledger = __webpack_require__(99324);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./.build/catalog/refusals.js
var refusals = __webpack_require__(32617);
;// CONCATENATED MODULE: ./.build/commands/planning/memory.js


/** Services that are remembered and that a commit does not have any more. */
const removedOf = ({ names }, snapshots) => {
    const here = new Set(snapshots.map(({ service }) => service.name));
    return [...names].filter(([name]) => !here.has(name)).map(([name, previous]) => ({ name, previous }));
};
/** How much a service differs from what is known: in nothing, in its tests alone, in its image. */
const distance = (now, known) => {
    const needs = needsOf(now, known);
    if (needs.includes('build'))
        return 2;
    return needs.includes('test') ? 1 : 0;
};
const snapshotOrWhy = async (view, name) => {
    const snapshot = await view.snapshot(name).catch(refusals/* nullIfRefused */.Je);
    return snapshot ?? { missing: `${name} could not be read at ${view.commit.slice(0, 7)}` };
};

;// CONCATENATED MODULE: ./.build/commands/planning/bases.js




/** Commits that stand in for the ledger. A service must be as good as in each of them; without any, none is. */
const memoryOfBases = async (bases) => {
    const memories = await Promise.all(bases.map(memoryOfBase));
    return {
        names: new Map(memories.flatMap(({ names }) => [...names])),
        known: async (now) => furthest(now, await Promise.all(memories.map((memory) => memory.known(now)))),
    };
};
/** The one that a service differs from most asks for all that the others ask for. */
const furthest = (now, all) => {
    const [first = null, ...others] = all;
    return others.reduce((most, one) => (distance(now, one) > distance(now, most) ? one : most), first);
};
const memoryOfBase = async (base) => {
    const discovered = await base.discovered().catch(refusals/* nullIfRefused */.Je);
    const names = discovered?.services.map(({ name }) => name) ?? [];
    const limit = (0,p_limit/* default */.A)(commit_view/* AT_ONCE */.Qd);
    const read = async (name) => [name, await snapshotOrWhy(base, name)];
    const before = new Map(await Promise.all(names.map((name) => limit(read, name))));
    const fingerprint = (name) => {
        const snapshot = before.get(name);
        return snapshot && 'service' in snapshot ? snapshot.image.fingerprint : null;
    };
    return {
        names: new Map(names.map((name) => [name, fingerprint(name)])),
        known: async ({ service }) => {
            const snapshot = before.get(service.name);
            if (!snapshot)
                return null;
            const test = 'service' in snapshot ? (snapshot.test?.fingerprint ?? null) : null;
            return { commit: base.commit, fingerprint: fingerprint(service.name), testFingerprint: test, snapshot };
        },
    };
};

// EXTERNAL MODULE: ./.build/environment/configuration.js
var environment_configuration = __webpack_require__(76842);
// EXTERNAL MODULE: ./.build/ledger/places.js
var places = __webpack_require__(21264);
;// CONCATENATED MODULE: ./.build/commands/planning/deployments.js



/** What an environment runs of each service; nothing where no environment was asked for. */
const deploymentsAt = async (git, read, head, ledger, name) => {
    if (name === null || !ledger)
        return async () => null;
    const environment = (0,commands_configuration/* findEnvironment */.jY)(await (0,commands_configuration/* configurationAt */.wr)(git, head.root, read), name);
    const entries = await ledger.deployments(environment.name);
    return async (service) => {
        const configuration = await Promise.all((0,commands_configuration/* placesIn */.yN)(environment, service).map(async (place) => {
            const template = await (0,commands_configuration/* templateAt */.oA)(git, head.root, environment, place);
            return (0,environment_configuration/* configurationFingerprint */.F)(place, service, template?.text ?? null);
        }));
        const image = ledger.images.get(service) ?? null;
        const entry = entries.get(service);
        return {
            configuration: (0,environment_configuration/* fingerprintTogether */.Z)(configuration),
            entry: entry ? (0,places/* inEachPlace */.y)(entry, image?.digest) : null,
            image,
        };
    };
};

// EXTERNAL MODULE: ./.build/commands/revisions.js
var commands_revisions = __webpack_require__(44875);
;// CONCATENATED MODULE: ./.build/commands/planning/remembered.js



/** The ledger as it is read for one plan. Old commits are looked into only where there is something to explain. */
const memoryOfLedger = async (git, { images }, snapshots, view) => {
    const before = await viewsOf(git, commitsToExplain(snapshots, images), view);
    return {
        names: new Map([...images].map(([name, { fingerprint }]) => [name, fingerprint])),
        known: async (now) => {
            const entry = images.get(now.service.name);
            return entry ? knownFrom(entry, before.get(entry.commit)) : null;
        },
    };
};
const commitsToExplain = (snapshots, images) => {
    const entries = snapshots.flatMap((now) => {
        const entry = images.get(now.service.name);
        return entry && distance(now, factsOf(entry)) > 0 ? [entry.commit] : [];
    });
    return [...new Set(entries)];
};
const factsOf = ({ commit, fingerprint, testFingerprint }) => ({
    commit,
    fingerprint,
    testFingerprint,
    snapshot: { missing: `the commit ${commit.slice(0, 7)} of the last good image is not in this clone` },
});
/** All at once, and only to say why: what cannot be had is done without. */
const viewsOf = async (git, commits, view) => {
    const here = (await git.bring(commits).catch(refusals/* nullIfRefused */.Je)) ?? new Set();
    const views = commits
        .filter((commit) => here.has(commit))
        .map(async (one) => [one, await view(one)]);
    return new Map(await Promise.all(views));
};
const knownFrom = async (entry, then) => {
    const known = factsOf(entry);
    return then ? { ...known, snapshot: await snapshotOrWhy(then, entry.service) } : known;
};
/** For whoever plans an old commit once more: what is built of it is not what the next run will compare with. */
const warnOfNewer = async (git, head, compared) => {
    const commits = [...new Set(compared.map(({ since }) => since))];
    const after = await Promise.all(commits.map((commit) => isNewer(git, commit, head)));
    const newer = new Set(commits.filter((_, at) => after[at]));
    const names = compared.filter(({ since }) => newer.has(since)).map(({ name }) => name);
    if (names.length === 0)
        return [];
    return [
        `the ledger holds images of newer commits: ${names.join(', ')}; what is built here will not replace them`,
    ];
};
/** A commit that was made earlier is not looked at further: clocks may differ, and this is but a warning. */
const isNewer = async (git, commit, head) => {
    const [one, other] = await Promise.all([git.facts(commit).catch(refusals/* nullIfRefused */.Je), git.facts(head)]);
    return one !== null && one.time >= other.time && (0,commands_revisions/* comesAfter */.e)(git, commit, head);
};

;// CONCATENATED MODULE: ./.build/commands/plan.js












/** Which services a commit changes, and why. Reads git objects and refs; changes nothing but what git holds of the remote. */
const plan = async (world, request) => {
    const revisions = await (0,commands_revisions/* revisionsOf */.O)(world.git, request);
    return revisions.kind === 'nothing' ? nothingToPlan(revisions) : planned(world, request, revisions);
};
const nothingToPlan = ({ head, why }) => ({
    base: null,
    head,
    services: [],
    removed: [],
    warnings: [],
    nothing: why,
});
const planned = async ({ git, readConfiguration }, request, revisions) => {
    const head = await (0,commit_view/* viewCommit */.N0)(git, revisions.head, readConfiguration);
    const view = (commit) => (0,commit_view/* viewCommit */.N0)(git, commit, readConfiguration, head);
    const snapshots = await (0,commit_view/* allSnapshots */.b$)(head);
    const ledger = await ledgerFor(git, request, revisions);
    const memory = await memoryFor(git, revisions, ledger, snapshots, view);
    const deployed = await deploymentsAt(git, readConfiguration, head, ledger, request.environment);
    const services = await Promise.all(snapshots.map(async (now) => decide(git, now, await memory.known(now), await deployed(now.service.name))));
    const { warnings } = await head.discovered();
    const { build } = await (0,commands_configuration/* configurationAt */.wr)(git, head.root, readConfiguration);
    return {
        base: (revisions.kind === 'bases' && revisions.bases[0]) || null,
        head: head.commit,
        services: withPaths(build?.tests === 'required' ? services.map(untested/* requiringTests */.O) : services),
        removed: removedOf(memory, snapshots),
        warnings: [...warnings, ...(await cautions(git, revisions, services))],
    };
};
/** With bases, and no environment to compare, nobody needs the ledger or the network. */
const ledgerFor = async (git, { environment, freshLedger }, { kind }) => kind === 'bases' && environment === null ? null : (0,ledger/* currentLedger */.$I)(git, freshLedger);
const memoryFor = async (git, revisions, ledger, snapshots, view) => revisions.kind === 'bases'
    ? memoryOfBases(await Promise.all(revisions.bases.map(view)))
    : memoryOfLedger(git, ledger ?? read/* EMPTY_LEDGER */._, snapshots, view);
const cautions = async (git, revisions, services) => revisions.kind === 'bases'
    ? revisions.warnings
    : warnOfNewer(git, revisions.head, services.flatMap(compared));
const compared = ({ service, since, needs }) => since !== null && (needs.includes('build') || needs.includes('test')) ? [{ name: service.name, since }] : [];

// EXTERNAL MODULE: ./.build/catalog/bake/files.js
var files = __webpack_require__(52185);
// EXTERNAL MODULE: ./.build/catalog/compose/discover.js + 5 modules
var discover = __webpack_require__(34589);
// EXTERNAL MODULE: ./.build/report/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./.build/commands/uncommitted.js




/** Where services are described, at the root; Dockerfiles are, wherever they stand. */
const DESCRIBING = [...commands_configuration/* CONFIGURATION_FILES */.Fi, ...discover/* COMPOSE_FILES */.Zz, ...files/* BAKE_FILES */.A, '.env'];
const describes = (path) => DESCRIBING.includes(path) || (0,discover/* isVariant */.MY)(path);
const isDockerfile = (path) => /dockerfile[^/]*$/i.test(path);
/**
 * Reads what is committed, and warns where files that count are edited and were not committed: who tries something out
 * would wonder why it does nothing. Also where reading fails, for the correction may be one of them. git is asked once,
 * meanwhile. `inputs`: the files and folders that count; null where nobody can say: then those that describe services do.
 */
const tellingUncommitted = async (world, read, inputs) => {
    // A warning that cannot be had keeps nobody from anything.
    const looked = edited(world).catch(() => NOTHING);
    const found = await read().catch(async (error) => {
        tell(world, await looked, null);
        throw error;
    });
    tell(world, await looked, inputs(found));
    return found;
};
const NOTHING = { paths: [], fresh: [] };
const edited = async ({ git, workTree }) => {
    const paths = await workTree.edited();
    const held = await rootNames(git);
    if (held.some((name) => commands_configuration/* CONFIGURATION_FILES */.Fi.includes(name)))
        return { paths, fresh: [] };
    const there = await Promise.all(commands_configuration/* CONFIGURATION_FILES */.Fi.map(async (name) => ((await workTree.stands(name)) ? [name] : [])));
    const fresh = there.flat();
    return { paths: paths.filter((path) => !fresh.includes(path)), fresh };
};
const rootNames = async (git) => (await git.tree(await git.treeOf(await git.commit('HEAD')))).map(({ name }) => name);
/** The path, and the folders above it. */
const upwards = (path) => path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
const counts = (path, inputs) => describes(path) ||
    (inputs ? inputs.has('.') || upwards(path).some((part) => inputs.has(part)) : isDockerfile(path));
const uncommitted_MOST = 5;
const tell = ({ progress }, { paths, fresh }, inputs) => {
    if (paths.length === 0 && fresh.length === 0)
        return;
    const known = inputs && new Set(inputs);
    const counting = paths.filter((path) => counts(path, known));
    if (counting.length > 0)
        progress.warn(`${listed(counting)} ${counting.length === 1 ? 'has' : 'have'} changes that are not committed: what the commit holds is used`);
    for (const path of fresh)
        progress.warn(`${path} is not committed, and so not used: git add ${path} && git commit`);
};
const listed = (paths) => {
    const names = paths.slice(0, uncommitted_MOST).map(table/* printable */.g$);
    return [...names, ...(paths.length > uncommitted_MOST ? [`${paths.length - uncommitted_MOST} more`] : [])]
        .join(', ')
        .replace(/, ([^,]*)$/, ' and $1');
};

// EXTERNAL MODULE: ./.build/platform/clock.js
var clock = __webpack_require__(37078);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/platform/process.js
var platform_process = __webpack_require__(6181);
;// CONCATENATED MODULE: ./.build/platform/git/fetch.js

/** No setting of the user's may turn a look-up into more than that. */
const ONLY_THIS = [
    '--quiet',
    '--no-tags',
    '--no-prune',
    '--no-write-fetch-head',
    '--no-auto-maintenance',
    '--recurse-submodules=no',
];
/** A remote that falls silent for a minute is given up; while it counts objects it sends a byte a second. */
const IMPATIENT = { GIT_HTTP_LOW_SPEED_LIMIT: '1', GIT_HTTP_LOW_SPEED_TIME: '60' };
const NOT_THERE = /couldn't find remote ref|no such remote ref|not our ref|unadvertised object/i;
const NAMED = /not our ref ([0-9a-f]{40,64})/i;
/** Asks the remote. Throws `remote-unreachable` where it does not answer. */
const fetchFrom = async (git, { what, wanted, options = [], remote = 'origin', tellNothing = false }) => {
    const settings = tellNothing ? ['-c', 'fetch.negotiationAlgorithm=noop'] : [];
    const args = [...settings, 'fetch', ...ONLY_THIS, ...options, '--stdin', remote];
    const { code, stderr } = await git.run(args, { input: wanted.join('\n'), env: IMPATIENT });
    if (code === 0)
        return { kind: 'done' };
    if (!NOT_THERE.test(stderr))
        throw unreachable(what, stderr);
    const named = NAMED.exec(stderr)?.[1] ?? '';
    return { kind: 'absent', commit: (0,words/* isOid */.dH)(named) ? named : null };
};
const unreachable = (what, stderr) => new words/* StaggerError */.IY({
    code: 'remote-unreachable',
    fault: 'world',
    problem: `${what} could not be read from the remote 'origin'`,
    why: stderr.trim(),
    fix: 'check the network and the permission `contents: read`, then run it again; stagger plan --base REV needs no remote',
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./.build/platform/git/shallow.js


/** The commits at which the history of a shallow repository was cut: what lies behind them is not here. */
const cutsOf = async (git) => {
    const path = await git.must(['rev-parse', '--path-format=absolute', '--git-path', 'shallow']);
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    return new Set(text.split('\n').filter(words/* isOid */.dH));
};
/**
 * One commit without its history, where the clone is shallow anyway. A whole clone must not become shallow:
 * there the rest of its history comes along.
 */
const withoutHistory = async (git) => (await cutsOf(git)).size > 0 ? ['--depth=1', ...(await whatIsHere(git))] : [];
/** A job's clone may have nothing but a detached HEAD: unless told of it, the remote sends all of its files again. */
const whatIsHere = async (git) => {
    const { code } = await git.run(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']);
    return code === 0 ? ['--negotiation-tip=HEAD', '--negotiation-tip=refs/*'] : [];
};

;// CONCATENATED MODULE: ./.build/platform/git/bring.js


/** How many that the remote lacks are left out one by one before the rest is given up. */
const PATIENCE = 4;
/** Commits that are not here come from the remote, all at once and without their history. */
const bringCommits = async (world, commits, ref) => {
    const distinct = [...new Set(commits)];
    const missing = await absent(world, distinct);
    if (missing.length === 0 || !(await world.git.hasOrigin()))
        return present(distinct, missing);
    world.say(`fetching ${namesOf(missing)} from origin, which this clone does not hold`);
    await fetchByName(world, missing);
    if (ref !== null && (await absent(world, missing)).length > 0)
        await fetchByRef(world, missing, ref);
    return present(distinct, await absent(world, missing));
};
const absent = async ({ has }, commits) => {
    const here = await Promise.all(commits.map(has));
    return commits.filter((_, at) => !here[at]);
};
const present = (all, missing) => new Set(all.filter((commit) => !missing.includes(commit)));
const namesOf = (commits) => commits.length > 3
    ? `${commits.length} commits`
    : `the commit ${commits.map((one) => one.slice(0, 7)).join(', ')}`;
/** A remote names the first commit that it does not have, and sends none of the others. */
const fetchByName = async ({ git }, missing) => {
    const options = await withoutHistory(git);
    let wanted = missing;
    for (let attempt = 0; attempt <= PATIENCE && wanted.length > 0; attempt++) {
        const fetched = await fetchFrom(git, { what: namesOf(wanted), wanted, options });
        if (fetched.kind === 'done' || fetched.commit === null)
            return;
        wanted = wanted.filter((commit) => commit !== fetched.commit);
    }
};
/** For remotes that give out nothing but their refs: from the ref's tip back, further and further. */
const fetchByRef = async (world, missing, ref) => {
    const { git } = world;
    const whole = (await withoutHistory(git)).length === 0;
    for (let depth = 1; depth <= FURTHEST; depth *= 8) {
        const options = whole ? [] : [`--depth=${depth}`];
        const { kind } = await fetchFrom(git, { what: ref, wanted: [ref], options });
        if (whole || kind === 'absent' || (await absent(world, missing)).length === 0)
            return;
    }
};
const FURTHEST = 4096;

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./.build/platform/git/answers.js
const HEADER = /^([0-9a-f]{40,64}) (\w+) (\d+)$/;
const LINE_FEED = 10;
/**
 * Cuts the output of `git cat-file` into answers, in the order of the questions. A body is a view of what was read, not a
 * copy; only one that several chunks share is put together first.
 */
class Answers {
    deliver;
    parts = [];
    size = 0;
    /** How much has to be there before it is worth another look. */
    wanted = 0;
    constructor(deliver) {
        this.deliver = deliver;
    }
    push(chunk) {
        this.parts.push(chunk);
        this.size += chunk.length;
        if (this.size < this.wanted)
            return;
        const all = this.parts.length === 1 ? chunk : Buffer.concat(this.parts);
        const rest = all.subarray(this.cut(all));
        this.parts = rest.length > 0 ? [rest] : [];
        this.size = rest.length;
    }
    /** Delivers what is whole; gives where the rest begins. */
    cut(all) {
        this.wanted = 0;
        let at = 0;
        for (;;) {
            const next = this.takeOne(all, at);
            if (next === null)
                return at;
            at = next;
        }
    }
    takeOne(all, at) {
        const begin = all.indexOf(LINE_FEED, at) + 1;
        if (begin === 0)
            return null;
        const match = HEADER.exec(all.toString('latin1', at, begin - 1));
        if (!match) {
            // `NAME missing` or `NAME ambiguous`: no such object.
            this.deliver(null);
            return begin;
        }
        const [, oid, type, length] = match;
        const end = begin + Number(length);
        if (end < all.length) {
            this.deliver({ oid, type, body: all.subarray(begin, end) });
            return end + 1;
        }
        this.wanted = end + 1 - at;
        return null;
    }
}

;// CONCATENATED MODULE: ./.build/platform/git/cat-file.js


const GATHERED = {
    options: ['--batch-command', '--buffer'],
    line: (expression) => `contents ${expression}\n`,
    endOfTurn: 'flush\n',
};
/** Before git 2.36. */
const ONE_BY_ONE = { options: ['--batch'], line: (expression) => `${expression}\n`, endOfTurn: '' };
/** git's exit code for an option that it does not know. */
const USAGE = 129;
/**
 * One `git cat-file` for all look-ups of a command: a process costs more than a thousand answers.
 * `repository` is how git is told where: `-C DIR`, or `--git-dir=DIR`.
 */
const startCatFile = (repository, failed, program = 'git') => {
    let child = null;
    let broken = null;
    let dialect = GATHERED;
    let closing = false;
    const questions = new Queue();
    let turn = '';
    const fail = (error) => {
        broken = error;
        for (const { reject } of questions.takeAll())
            reject(error);
    };
    const start = () => {
        const git = (0,external_node_child_process_.spawn)(program, [...repository, 'cat-file', ...dialect.options]);
        const answers = new Answers((object) => questions.take()?.resolve(object));
        let stderr = '';
        git.stdout.on('data', (chunk) => answers.push(chunk));
        git.stderr.on('data', (chunk) => {
            stderr += chunk.toString();
        });
        git.stdin.on('error', () => { }); // the exit tells why
        git.on('error', (error) => fail(failed(error.message)));
        git.on('close', (code) => {
            if (code === USAGE && dialect === GATHERED && !closing)
                askAgain();
            else
                fail(failed(stderr.trim()));
        });
        return git;
    };
    const askAgain = () => {
        dialect = ONE_BY_ONE;
        child = start();
        const all = questions.takeAll();
        turn = '';
        for (const question of all)
            ask(question);
    };
    /** Questions of one turn go out in one write: a write a question costs more than the answers. */
    const ask = (question) => {
        if (turn === '')
            process.nextTick(endTurn);
        turn += dialect.line(question.expression);
        questions.put(question);
    };
    const endTurn = () => {
        if (turn !== '')
            child?.stdin.write(`${turn}${dialect.endOfTurn}`);
        turn = '';
    };
    return {
        read: (expression) => {
            if (broken)
                return Promise.reject(broken);
            if (expression.includes('\n'))
                return Promise.resolve(null);
            child ??= start();
            return new Promise((resolve, reject) => ask({ expression, resolve, reject }));
        },
        close: async () => {
            if (!child || broken)
                return;
            closing = true;
            const ended = new Promise((resolve) => child?.once('close', resolve));
            endTurn();
            child.stdin.end();
            await ended;
        },
    };
};
/** First in, first out; an array's own `shift` moves all of a long one. */
class Queue {
    items = [];
    first = 0;
    put(item) {
        this.items.push(item);
    }
    take() {
        const item = this.items[this.first++];
        if (this.first >= this.items.length)
            this.takeAll();
        return item;
    }
    takeAll() {
        const all = this.items.slice(this.first);
        this.items = [];
        this.first = 0;
        return all;
    }
}

;// CONCATENATED MODULE: ./.build/platform/git/commit-object.js
/** Reads a raw commit. What it says of its parents holds in a shallow clone too, where `git log` hides them. */
const parseCommit = (body) => {
    const [header = ''] = body.toString('latin1').split('\n\n', 1);
    const lines = header.split('\n');
    const values = (name) => lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
    return {
        tree: values('tree')[0],
        parents: values('parent'),
        time: Number(/ (\d+) [+-]\d+$/.exec(values('committer')[0] ?? '')?.[1] ?? 0),
    };
};

// EXTERNAL MODULE: ./.build/platform/git/paths.js
var paths = __webpack_require__(38031);
// EXTERNAL MODULE: ./.build/platform/git/run.js
var git_run = __webpack_require__(2434);
;// CONCATENATED MODULE: ./.build/platform/git/find.js


/** Git knows these without having them. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const EMPTY_TREE_SHA256 = '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321';
const nothing = ({ length }) => ({
    tree: length === EMPTY_TREE.length ? EMPTY_TREE : EMPTY_TREE_SHA256,
    files: new Map(),
});
/**
 * Git walks all trees of a commit in a fraction of the time that it takes to hand them out. The commits of one
 * command are much alike: from the second on, only what differs from the one before is walked.
 */
const finderIn = (store) => {
    const latest = new Map();
    return async (root, text) => {
        const before = latest.get(text) ?? Promise.resolve(nothing(root));
        const listing = before.then(async (known) => find_listed(await store.local(), known, root, text));
        const unlessItFailed = listing.then((now) => now ?? before, () => before);
        latest.set(text, unlessItFailed);
        return find_entriesOf(await listing);
    };
};
/** Null where a partial clone lacks some of the trees: they come when somebody reads them one by one. */
const find_listed = async (git, known, tree, text) => {
    if (tree === known.tree)
        return known;
    const trees = ['diff-tree', '-r', known.tree, tree];
    const run = await git.run([...trees, ...OUTPUT, '--', pathspec(text)], { encoding: 'latin1', env: PLAIN });
    if (run.code === 0)
        return { tree, files: changed(known.files, run.stdout, lowerCase(latin1(text))) };
    if (git.whole)
        throw (0,git_run/* gitFailed */.g)(trees, run);
    return null;
};
/** Nothing of this may hang on what somebody has configured. */
const OUTPUT = ['--raw', '-z', '--no-abbrev', '--no-renames', '--ignore-submodules=none'];
const PLAIN = {
    GIT_LITERAL_PATHSPECS: '0',
    GIT_GLOB_PATHSPECS: '0',
    GIT_NOGLOB_PATHSPECS: '0',
    GIT_ICASE_PATHSPECS: '0',
};
/** Git's `*` matches slashes too, so it names files in a folder called so as well: more than is asked for, never less. */
const pathspec = (text) => `:(top,icase)*${text.replace(/[^a-z0-9._-]+/gi, '*')}*`;
/** Pairs of `:MODE MODE ID ID STATUS`, each time before and after, and the path. */
const changed = (before, output, text) => {
    const files = new Map(before);
    const fields = output.split('\0');
    for (let at = 0; at + 1 < fields.length; at += 2) {
        const [, mode, , oid, status] = fields[at].split(' ');
        const path = fields[at + 1];
        if (status === 'D')
            files.delete(path);
        else if (lowerCase(nameOf(path)).includes(text))
            files.set(path, { mode: mode, oid: oid });
    }
    return files;
};
const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);
const latin1 = (text) => (0,paths/* encodePath */.O)(text).toString('latin1');
const lowerCase = (bytes) => bytes.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const find_entriesOf = (listing) => listing &&
    [...listing.files]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([path, entry]) => ({ ...entry, path: (0,paths/* decodePath */.q)(Buffer.from(path, 'latin1')) }));

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./.build/platform/git/scratch.js




/** Also where the process ends in the middle nothing is left behind. */
const scratch_open = new Set();
const removeFolder = (folder) => (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
process.once('exit', () => scratch_open.forEach(removeFolder));
const openScratch = async (clone) => {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'stagger-git-'));
    scratch_open.add(folder);
    const format = await clone.must(['rev-parse', '--show-object-format']);
    await clone.must(['init', '--quiet', '--bare', '--template=', `--object-format=${format}`, folder]);
    const env = await connection(clone);
    const inIt = (args) => [`--git-dir=${folder}`, ...args];
    return {
        folder,
        git: {
            run: (args, options) => clone.run(inIt(args), { ...options, env: { ...env, ...options?.env } }),
            must: (args, options) => clone.must(inIt(args), { ...options, env: { ...env, ...options?.env } }),
        },
        remove: () => {
            scratch_open.delete(folder);
            removeFolder(folder);
        },
    };
};
/** What decides how the remote is reached, and as whom. */
const CONNECTION = /^(?:remote\.origin\.(?!fetch$|mirror$)|http\.|credential\.|url\.|core\.sshcommand$|ssh\.|protocol\.)/i;
/** The clone's own settings, handed on by the environment: an argument could be seen by everybody on this machine. */
const connection = async (clone) => {
    const listed = await clone.run(['config', '--local', '--includes', '--null', '--list']);
    const settings = listed.stdout
        .split('\0')
        .map((one) => one.split('\n'))
        .filter(([key = '']) => CONNECTION.test(key));
    const first = Number(process.env.GIT_CONFIG_COUNT ?? 0);
    const entries = settings.flatMap(([key = '', ...value], at) => [
        [`GIT_CONFIG_KEY_${first + at}`, key],
        [`GIT_CONFIG_VALUE_${first + at}`, value.join('\n')],
    ]);
    return Object.fromEntries([...entries, ['GIT_CONFIG_COUNT', String(first + settings.length)]]);
};

;// CONCATENATED MODULE: ./.build/platform/git/history.js






/** Commits alone are some hundred bytes each: going back too far costs less than asking once more. */
const FIRST_DEPTH = 64;
const FURTHER = 4;
/** What is asked of two commits' history, in a clone that may hold too little of it. */
const historyOf = (clone, say) => {
    let scratch = null;
    const search = async (one, other) => {
        if (one === other)
            return [one];
        const known = (await decided(clone, one, other)) ?? (scratch && (await decided((await scratch).git, one, other)));
        if (known)
            return known;
        if (!(await clone.hasOrigin()))
            throw tooLittle(one, other, "it has no remote 'origin' to ask for more");
        scratch ??= openScratch(clone);
        return deepen((await scratch).git, one, other, say);
    };
    const inTurn = (0,p_limit/* default */.A)(1);
    return {
        mergeBases: (one, other) => inTurn(() => search(one, other)),
        close: () => void scratch?.then(({ remove }) => remove(), () => { }),
    };
};
/** Commits without their files, in a repository of their own: the clone gets neither holes nor a longer history. */
const deepen = async (git, one, other, say) => {
    const wanted = [one, other].map((commit) => `+${commit}:refs/wanted/${commit}`);
    const what = `the history of ${one.slice(0, 7)} and ${other.slice(0, 7)}`;
    for (let depth = FIRST_DEPTH, before = '';; depth *= FURTHER) {
        say(`this clone is shallow: reading ${what} from origin, ${depth} commits deep, without files`);
        const options = [`--depth=${depth}`, '--filter=tree:0'];
        const fetched = await fetchFrom(git, { what, wanted, options });
        if (fetched.kind === 'absent')
            throw tooLittle(one, other, `origin does not hold ${fetched.commit ?? 'one of them'}`);
        const found = await decided(git, one, other);
        if (found)
            return found;
        const cuts = [...(await cutsOf(git))].sort().join();
        if (cuts === before)
            throw tooLittle(one, other, 'origin is shallow itself');
        before = cuts;
    }
};
/** All best common ancestors; null where a commit beyond the cuts could still be one. */
const decided = async (git, one, other) => {
    const args = ['merge-base', '--all', one, other];
    const result = await git.run(args);
    const bases = linesOf(result.stdout);
    const cuts = await cutsOf(git);
    if (result.code <= 1 && (cuts.size === 0 || (await allSeen(git, one, other, bases, cuts))))
        return bases;
    if (result.code > 1 && !MISSING.test(result.stderr))
        throw (0,git_run/* gitFailed */.g)(args, result);
    return null;
};
const MISSING = /not a valid commit|not a valid object|bad object|missing|could not parse/i;
/**
 * Whatever lies beyond a cut that a base reaches is older than that base. So it is enough that no cut is among
 * the commits which lead to the bases.
 */
const allSeen = async (git, one, other, bases, cuts) => {
    const not = bases.map((base) => `^${base}`);
    const seen = linesOf(await git.must(['rev-list', one, other, ...not]));
    return !seen.some((commit) => cuts.has(commit));
};
const linesOf = (text) => text.split('\n').filter((line) => line !== '');
const tooLittle = (one, other, why) => new words/* StaggerError */.IY({
    code: 'history-too-short',
    fault: 'world',
    problem: `nobody can say where the histories of ${one.slice(0, 12)} and ${other.slice(0, 12)} meet`,
    why: `this clone does not hold enough of them, and ${why}`,
    fix: 'check out with `fetch-depth: 0` (on a laptop: git fetch --unshallow); or name the revision to compare with: --base REV',
});

;// CONCATENATED MODULE: ./.build/platform/git/commit-log.js

/** One commit is `ID NUL PARENTS NUL MESSAGE NUL NUL`, then a pair `:MODE MODE ID ID STATUS NUL PATH NUL` for each path. */
const LOG_FORMAT = '--format=%H%x00%P%x00%B%x00';
/** Nothing of this may hang on what somebody has configured. A merge by itself changes nothing: what it merges does. */
const LOG_OPTIONS = [
    LOG_FORMAT,
    '-z',
    '--raw',
    '--topo-order',
    '--root',
    '--no-renames',
    '--no-relative',
    '--no-diff-merges',
    '--no-show-signature',
    '--ignore-submodules=none',
    '--encoding=UTF-8',
];
/** Reads what `git log` printed, each byte as one character: neither a message nor a path can hold the NUL between them. */
const parseLog = (output) => {
    const fields = output.split('\0');
    const commits = [];
    for (let at = 0; at + 3 < fields.length;) {
        const [oid = '', parents = '', message = ''] = fields.slice(at, at + 3);
        const paths = [];
        for (at += 4; isChange(fields[at]); at += 2)
            paths.push(pathOf(fields[at + 1] ?? ''));
        commits.push({
            oid: oid,
            parents: parents.split(' ').filter((parent) => parent !== ''),
            message: Buffer.from(message, 'latin1').toString(),
            paths,
        });
    }
    return commits;
};
/** The first one stands on a line of its own. */
const isChange = (field) => /^\n?:/.test(field ?? '');
const pathOf = (bytes) => (0,paths/* decodePath */.q)(Buffer.from(bytes, 'latin1'));

;// CONCATENATED MODULE: ./.build/platform/git/log.js






/** Commits with their trees are heavier than commits alone: a release is seldom further back than this. */
const log_FIRST_DEPTH = 64;
const log_FURTHER = 4;
/**
 * What led to some commits, and what each step changed. Where the clone holds too little of it, it is read from `origin`
 * into a repository of its own, without the files' contents: the clone gets neither holes nor a longer history.
 */
const logIn = (clone, store, say) => async (tips, known) => {
    const local = await store.local();
    const here = await log_read({ run: local.run, must: clone.must }, tips, known, await cutsOf(clone));
    if (here)
        return here;
    const [first = ''] = tips;
    if (!(await clone.hasOrigin()))
        throw log_tooLittle(first, "it has no remote 'origin' to ask for more");
    const scratch = await openScratch(clone);
    try {
        return await log_deepen(scratch.git, tips, known, say);
    }
    finally {
        scratch.remove();
    }
};
const log_deepen = async (git, tips, known, say) => {
    const [first = ''] = tips;
    const wanted = [...new Set([...tips, ...known])].map((commit) => `+${commit}:refs/wanted/${commit}`);
    const what = `what was committed up to ${first.slice(0, 7)}`;
    for (let depth = log_FIRST_DEPTH, before = '';; depth *= log_FURTHER) {
        say(`this clone is shallow: reading ${what} from origin, ${depth} commits deep, without files`);
        const options = [`--depth=${depth}`, '--filter=blob:none'];
        const fetched = await fetchFrom(git, { what, wanted, options });
        if (fetched.kind === 'absent')
            throw log_tooLittle(first, `origin does not hold ${fetched.commit ?? 'one of them'}`);
        const cuts = await cutsOf(git);
        const found = await log_read(git, tips, known, cuts);
        if (found)
            return found;
        const now = [...cuts].sort().join();
        if (now === before)
            throw log_tooLittle(first, 'origin is shallow itself');
        before = now;
    }
};
/** Null where something of it is not here. */
const log_read = async (git, tips, known, cuts) => {
    const args = ['log', ...LOG_OPTIONS, '--stdin'];
    const input = [...tips, ...(await commonOf(git, known)).map((commit) => `^${commit}`)].join('\n');
    const { code, stdout, stderr } = await git.run(args, { input, encoding: 'latin1' });
    if (code !== 0 && !log_MISSING.test(stderr))
        throw (0,git_run/* gitFailed */.g)(args, { code, stdout, stderr });
    if (code !== 0)
        return null;
    const commits = parseLog(stdout);
    return commits.some(({ oid }) => cuts.has(oid)) ? null : commits;
};
/** What all of some commits come after. */
const commonOf = async (git, commits) => {
    if (commits.length < 2)
        return commits;
    const { stdout } = await git.run(['merge-base', '--octopus', '--all', ...commits]);
    return stdout.split('\n').filter((line) => line !== '');
};
const log_MISSING = /not a valid|bad object|missing|could not (?:parse|read)|unable to (?:parse|read)|bad revision/i;
const log_tooLittle = (tip, why) => new words/* StaggerError */.IY({
    code: 'history-too-short',
    fault: 'world',
    problem: `nobody can say what was committed before ${tip.slice(0, 12)}`,
    why: `this clone does not hold enough of it, and ${why}`,
    fix: 'check out with `fetch-depth: 0` (on a laptop: git fetch --unshallow)',
});

;// CONCATENATED MODULE: ./.build/platform/git/commit-files.js



/** A commit on top of `parent` with these changes. No work tree and no index of the user's is touched. */
const commitFiles = async (git, parent, changes, message) => {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'stagger-index-'));
    const env = { GIT_INDEX_FILE: (0,external_node_path_.join)(folder, 'index'), ...(await git.identity()) };
    try {
        await git.must(parent ? ['read-tree', parent] : ['read-tree', '--empty'], { env });
        const lines = await Promise.all([...changes].map((change) => indexLine(git, change, parent?.length)));
        await git.must(['update-index', '--index-info'], { env, input: lines.join('') });
        const tree = await git.must(['write-tree'], { env });
        const parents = parent ? ['-p', parent] : [];
        return (await git.must(['commit-tree', tree, ...parents, '-m', message], { env }));
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
};
/** What `update-index --index-info` reads: a file with its content, or a removal. */
const indexLine = async (git, [path, text], idLength = 40) => {
    if (text === null)
        return `0 ${'0'.repeat(idLength)}\t${path}\n`;
    return `100644 ${await git.must(['hash-object', '-w', '--stdin'], { input: text })}\t${path}\n`;
};

;// CONCATENATED MODULE: ./.build/platform/git/publish.js


/** What git says when somebody else was first. */
const LOST_RACE = /stale info|fetch first|already exists|cannot lock ref|failed to update ref|incorrect old value|is at .* but expected/i;
const NOT_ALLOWED = /permission .*denied|403|not allowed|protected|hook declined|authentication failed/i;
const NOT_TOGETHER = /does not support --atomic/i;
/** What `push --porcelain` says of a ref that needs no change: in one second two runs may make the very same tag. */
const UP_TO_DATE = /^=\t/m;
/** Moves refs at `origin`, all or none. `there`: they stood there already. */
const publish = async (git, moves) => {
    const [first, ...others] = moves;
    const leases = moves.map(({ ref, expected }) => `--force-with-lease=${ref}:${expected ?? ''}`);
    const specs = moves.map(({ ref, to }) => `${to}:${ref}`);
    const atomic = others.length > 0 ? ['--atomic'] : [];
    const args = ['push', '--porcelain', ...atomic, ...leases, 'origin', ...specs];
    const result = await git.run(args);
    if (result.code === 0)
        return UP_TO_DATE.test(result.stdout) ? 'there' : 'done';
    const said = result.stdout + result.stderr;
    // Then the first one alone: it decides the most.
    if (others.length > 0 && NOT_TOGETHER.test(said))
        return publish(git, [first]);
    if (LOST_RACE.test(said))
        return 'moved';
    throw NOT_ALLOWED.test(said) ? mayNotPush(first.ref, said) : (0,git_run/* gitFailed */.g)(args, result);
};
const mayNotPush = (name, said) => new words/* StaggerError */.IY({
    code: 'push-not-allowed',
    fault: 'caller',
    problem: `${name} may not be pushed to 'origin'`,
    why: said.trim(),
    fix: 'give the job `permissions: contents: write`; a rule that protects refs must let it write refs/stagger/* and tags',
});

;// CONCATENATED MODULE: ./.build/platform/git/create-tag.js


/** Here last: a tag that only this clone has would be taken for one that everybody sees. */
const createTag = async (git, tag, turns) => {
    const object = await tagObject(git, tag);
    const made = { ref: `refs/tags/${tag.name}`, to: object, expected: null };
    const moved = [...turns].map(([ref, expected]) => ({ ref, to: object, expected }));
    const remote = await git.hasOrigin();
    if (remote && (await publish(git, [made, ...moved])) !== 'done')
        return 'exists';
    const args = ['update-ref', '--stdin'];
    // Turns are taken where everybody sees them, and nowhere else.
    const input = remote ? `update ${made.ref} ${object}\n` : [made, ...moved].map(updateLine).join('');
    const result = await git.run(args, { input });
    if (result.code === 0)
        return 'created';
    if (!remote && LOST_RACE.test(result.stderr))
        return 'exists';
    throw (0,git_run/* gitFailed */.g)(args, result);
};
const updateLine = ({ ref, to, expected }) => `update ${ref} ${to} ${expected ?? '0'.repeat(to.length)}\n`;
/** An annotated tag that no ref names yet. */
const tagObject = async (git, { name, target, message }) => {
    const env = await git.identity();
    const tagger = await git.must(['var', 'GIT_COMMITTER_IDENT'], { env });
    const lines = [`object ${target}`, 'type commit', `tag ${name}`, `tagger ${tagger}`, '', message];
    return (await git.must(['mktag'], { input: lines.join('\n') }));
};

;// CONCATENATED MODULE: ./.build/platform/git/list-remote.js


/**
 * The refs of `origin` that match, with what they point at; after an annotated tag another row for the commit it stands
 * on: `REF^{}`. Nothing is fetched. `what` is for people, when the remote does not answer: throws `remote-unreachable`.
 */
const listRemote = async (git, what, refs) => {
    const { code, stdout, stderr } = await git.run(['ls-remote', 'origin', ...refs], { env: IMPATIENT });
    if (code !== 0)
        throw unreachable(what, stderr);
    return rowsIn(stdout);
};
/** A row `OID REF` each, apart by a tab. */
const rowsIn = (listed) => listed
    .split('\n')
    .map((line) => line.split('\t'))
    .flatMap(([oid = '', ref]) => (ref !== undefined && (0,words/* isOid */.dH)(oid) ? [[oid, ref]] : []));

;// CONCATENATED MODULE: ./.build/platform/git/fetch-tags.js



/** Brings tags with what is written on them; in a shallow clone not with all that led to them. */
const fetchTags = async (git, patterns, has) => {
    if (patterns.length === 0 || !(await git.hasOrigin()))
        return;
    const refs = patterns.map((pattern) => `refs/tags/${pattern}`);
    const what = `the tags ${patterns.join(', ')}`;
    const options = await withoutHistory(git);
    if (options.length === 0 && refs.every(hasOneStar)) {
        await fetchFrom(git, { what, wanted: refs.map(specOf) });
        return;
    }
    const tags = await tagsAt(git, what, refs);
    // To ask for a commit that is here already without its history would cut it off.
    const here = await Promise.all(tags.map(({ commit }) => has(commit)));
    const [near, far] = [true, false].map((side) => tags.filter((_, at) => here[at] === side).map(({ ref }) => specOf(ref)));
    if (near?.length)
        await fetchFrom(git, { what, wanted: near });
    if (far?.length)
        await fetchFrom(git, { what, wanted: far, options });
};
/** More than that no refspec takes; ls-remote does. */
const hasOneStar = (ref) => ref.split('*').length <= 2;
const specOf = (ref) => `+${ref}:${ref}`;
/** The commit that an annotated tag stands on comes after it. */
const tagsAt = async (git, what, refs) => {
    const rows = await listRemote(git, what, refs);
    const commits = new Map(rows.map(([oid, ref]) => [ref.replace(/\^\{\}$/, ''), oid]));
    return [...commits].map(([ref, commit]) => ({ ref, commit }));
};

;// CONCATENATED MODULE: ./.build/platform/git/tags.js

/** One row a tag, its fields apart by NUL, its end marked: a message may hold anything else. */
const TAG_FORMAT = '%(refname:strip=2)%00%(objectname)%00%(*objectname)%00%(contents)%01';
/** Reads what `git for-each-ref --format=TAG_FORMAT` printed. */
const parseTags = (output) => output
    .split('\x01')
    .map((row) => row.replace(/^\n/, '').split('\0'))
    .filter((cells) => cells.length === 4)
    .map(([name = '', object = '', peeled = '', contents = '']) => ({
    name,
    commit: ((0,words/* isOid */.dH)(peeled) ? peeled : object),
    message: (0,words/* isOid */.dH)(peeled) ? contents.trim() : '',
}));

;// CONCATENATED MODULE: ./.build/platform/git/refs.js









/** Refs as git commands. Here and at the remote they change together, the remote first: it decides. */
const refsOf = (git, has) => ({
    fetchRef: (name) => fetchRef(git, name),
    updateRef: async (ref, expected, changes, message) => moveRef(git, ref, expected, await commitFiles(git, expected, changes, message)),
    tags: async (...patterns) => patterns.length === 0
        ? []
        : parseTags(await git.must(['for-each-ref', `--format=${TAG_FORMAT}`, ...patterns.map(refOf)])),
    fetchTags: (...patterns) => fetchTags(git, patterns, has),
    refsAtOrigin: (names) => refsAtOrigin(git, names),
    createTag: (name, target, message, turns) => createTag(git, { name, target, message }, turns ?? new Map()),
});
const refOf = (pattern) => `refs/tags/${pattern}`;
/** All of what the ref stands on, and nothing of its past where the clone is shallow anyway. */
const fetchRef = async (git, name) => {
    if (!(await git.hasOrigin()))
        return null;
    const options = ['--no-filter', ...(await withoutHistory(git))];
    const { kind } = await fetchFrom(git, { what: name, wanted: [`+${name}:${name}`], options });
    return kind === 'done' ? (await git.must(['rev-parse', '--verify', name])) : null;
};
const moveRef = async (git, ref, expected, commit) => {
    const remote = await git.hasOrigin();
    if (remote && (await publish(git, [{ ref, to: commit, expected }])) === 'moved')
        return { kind: 'moved' };
    // Where a remote has decided, the ref here may lag behind it: then it is set, not compared.
    const condition = remote ? [] : [expected ?? '0'.repeat(commit.length)];
    const args = ['update-ref', ref, commit, ...condition];
    const result = await git.run(args);
    if (result.code === 0)
        return { kind: 'done', commit };
    if (LOST_RACE.test(result.stderr))
        return { kind: 'moved' };
    throw (0,git_run/* gitFailed */.g)(args, result);
};
const refsAtOrigin = async (git, names) => {
    if (names.length === 0)
        return new Map();
    const what = names.length > 3 ? `${names.length} references` : names.join(', ');
    const rows = (await git.hasOrigin())
        ? await listRemote(git, what, names)
        : rowsIn(await git.must(['for-each-ref', '--format=%(objectname)%09%(refname)', ...names]));
    // Patterns match the ends of names, too.
    return new Map(rows.flatMap(([oid, ref]) => (names.includes(ref) ? [[ref, oid]] : [])));
};

;// CONCATENATED MODULE: ./.build/platform/git/bulk.js
const waiting = () => {
    let [resolve, reject] = [() => { }, () => { }];
    const promise = new Promise((done, failed) => {
        resolve = done;
        reject = failed;
    });
    return { promise, resolve, reject };
};
/** Reads objects that may be missing here. What is missing is brought in bulk: as late as nothing else can go on. */
const bulkReader = (here, bring) => {
    const missing = new Map();
    let [asking, bringing] = [0, false];
    const bringAll = async () => {
        if (asking > 0 || bringing || missing.size === 0)
            return;
        const batch = new Map(missing);
        missing.clear();
        bringing = true;
        try {
            await bring([...batch.keys()]);
            for (const { resolve } of batch.values())
                resolve();
        }
        catch (error) {
            for (const { reject } of batch.values())
                reject(error);
        }
        finally {
            bringing = false;
            setImmediate(bringAll);
        }
    };
    const ask = async (oid) => {
        asking++;
        try {
            return await here.read(oid);
        }
        finally {
            asking--;
            // Whoever waited for this answer asks its next questions first.
            if (asking === 0)
                setImmediate(bringAll);
        }
    };
    const brought = (oid) => {
        const wait = missing.get(oid) ?? waiting();
        missing.set(oid, wait);
        return wait.promise;
    };
    return {
        read: async (oid) => {
            const found = await ask(oid);
            if (found)
                return found;
            await brought(oid);
            return ask(oid);
        },
    };
};

;// CONCATENATED MODULE: ./.build/platform/git/store.js







/**
 * Git itself fetches what a partial clone lacks one object at a time, a connection each, and cannot be told not to
 * (before 2.45). So a partial clone is read through a repository that borrows its objects and knows no remote.
 */
const openStore = (git, plain, say) => {
    let opened = null;
    const store = () => {
        opened ??= promisorOf(git).then((remote) => remote === null ? wholeStore(git, plain) : partialStore(git, remote, say));
        return opened;
    };
    return {
        read: async (oid) => (await store()).read(oid),
        peek: async (oid) => (await store()).peek(oid),
        local: async () => (await store()).local(),
        close: async () => opened?.then(({ close }) => close(), () => { }),
    };
};
const wholeStore = ({ run }, { read }) => ({
    read,
    peek: read,
    local: async () => ({ run, whole: true }),
    close: async () => { },
});
/** The remote that has what a partial clone lacks; null for a clone that lacks nothing. */
const promisorOf = async (git) => {
    const { stdout } = await git.run([
        'config',
        '--get-regexp',
        '^(remote\\..*\\.promisor|extensions\\.partialclone)$',
    ]);
    for (const line of stdout.split('\n')) {
        const [, key = '', value = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
        if (key === 'extensions.partialclone')
            return value;
        if (value === 'true')
            return key.slice('remote.'.length, -'.promisor'.length);
    }
    return null;
};
const partialStore = async (git, remote, say) => {
    const scratch = await openScratch(git);
    const objects = await git.must(['rev-parse', '--path-format=absolute', '--git-path', 'objects']);
    await (0,promises_.appendFile)((0,external_node_path_.join)(scratch.folder, 'objects', 'info', 'alternates'), `${objects}\n`);
    // Not as `scratch.git` runs there: that one is told of the remote.
    const inIt = `--git-dir=${scratch.folder}`;
    const here = startCatFile([inIt], (why) => new Error(`git cat-file ended: ${why}`));
    const { read } = bulkReader(here, bringer(git, remote, say));
    return {
        read,
        peek: here.read,
        local: async () => ({ run: (args, options) => git.run([inIt, ...args], options), whole: false }),
        close: async () => {
            await here.close();
            scratch.remove();
        },
    };
};
/**
 * The first tree that is missing brings all below it: most of a commit's are needed. Those that are missing later,
 * of other commits, come one level at a time: most are here by then.
 */
const bringer = (git, remote, say) => {
    let filter = '--filter=blob:none';
    return async (wanted) => {
        say(`this clone is partial: fetching ${wanted.length} ${wanted.length === 1 ? 'object' : 'objects'} that it lacks`);
        const what = 'what this partial clone lacks';
        const options = [filter];
        filter = '--filter=tree:0';
        const fetched = await fetchFrom(git, { what, wanted, options, remote, tellNothing: true });
        if (fetched.kind === 'absent')
            throw lostObject(fetched.commit ?? 'one of them');
    };
};
const lostObject = (oid) => new words/* StaggerError */.IY({
    code: 'missing-object',
    fault: 'world',
    problem: `the remote does not hold the object ${oid}`,
    why: 'this clone is partial, and what it lacks is not where it came from',
    fix: 'clone anew',
});

;// CONCATENATED MODULE: ./.build/platform/git/tree.js

const MODES = new Map([
    [0o40000, '040000'],
    [0o100644, '100644'],
    [0o100664, '100644'], // written by very old versions of git, which read it as 100644
    [0o100755, '100755'],
    [0o120000, '120000'],
    [0o160000, '160000'],
]);
const [SPACE, ZERO] = [32, 48];
/**
 * The entries of a raw git tree: `MODE NAME\0ID` again and again; the id has half the length of its hex form. Trees are what
 * planning reads most of: texts are cut out of two that hold the whole tree, instead of being made one by one.
 */
const parseTree = (body, idLength) => {
    const entries = [];
    const [text, ids] = [body.toString('latin1'), body.toString('hex')];
    for (let at = 0; at < body.length; at += idLength) {
        let digits = 0;
        for (; at < body.length && body[at] !== SPACE; at++)
            digits = digits * 8 + body[at] - ZERO;
        const mode = MODES.get(digits);
        if (!mode)
            throw new Error(`unknown mode in a git tree: ${digits.toString(8)}`);
        const start = ++at;
        let bits = 0;
        for (; at < body.length && body[at] !== 0; at++)
            bits |= body[at];
        const name = bits < 128 ? text.slice(start, at) : (0,paths/* decodePath */.q)(body.subarray(start, at));
        at++;
        entries.push({ mode, name, oid: ids.slice(2 * at, 2 * (at + idLength)) });
    }
    return entries;
};

;// CONCATENATED MODULE: ./.build/platform/git/open.js












const notARepository = (directory, stderr) => new words/* StaggerError */.IY({
    code: 'not-a-repository',
    fault: 'caller',
    problem: `${directory} is not a git repository`,
    why: stderr || 'git did not say why',
    fix: 'run stagger inside a clone, or name one with --repo DIR (a bare repository will do)',
});
const unknownRevision = (directory, revision) => new words/* StaggerError */.IY({
    code: 'unknown-revision',
    fault: 'caller',
    problem: `there is no commit ${JSON.stringify(revision)} in ${directory}`,
    why: 'it is misspelt, or this clone is shallow and does not hold it',
    fix: `${fetching(directory, revision)}\nor name another: git -C ${directory} log --oneline --all`,
});
/** A remote knows names, and no steps back from them. */
const fetching = (directory, revision) => /[~^]/.test(revision)
    ? `in a shallow clone, fetch what came before: git -C ${directory} fetch --unshallow`
    : `fetch it: git -C ${directory} fetch origin ${revision}`;
const noCommitYet = (directory) => new words/* StaggerError */.IY({
    code: 'unknown-revision',
    fault: 'caller',
    problem: `there is no commit in ${directory} yet`,
    why: 'HEAD names a branch without a commit, and what is not committed is not looked at',
    fix: `git -C ${directory} add --all && git -C ${directory} commit`,
});
const missingObject = (expression) => new words/* StaggerError */.IY({
    code: 'missing-object',
    fault: 'world',
    problem: `git has no object ${expression}`,
    why: 'the clone is incomplete: a partial clone whose remote does not answer, or a damaged one',
    fix: 'git fsck; then fetch again, or clone anew',
});
/** Reads each tree once: services share folders. */
const treeReader = (objects) => {
    const trees = new Map();
    return (oid) => {
        const known = trees.get(oid);
        if (known)
            return known;
        const read = objects.read(oid).then((object) => {
            if (!object)
                throw missingObject(oid);
            return parseTree(object.body, oid.length / 2);
        });
        trees.set(oid, read);
        return read;
    };
};
/** Opens a repository. Nothing is started or read before the first question. */
const openGit = (directory, { run = platform_process/* runProcess */.R, say = () => { } } = {}) => {
    const git = (0,git_run/* gitProgram */.V)(directory, run);
    const expressions = startCatFile(['-C', directory], (stderr) => notARepository(directory, stderr));
    const objects = openStore(git, expressions, say);
    const history = historyOf(git, say);
    const idOf = async (expression) => (await expressions.read(expression))?.oid ?? null;
    const has = async (commit) => (await objects.peek(commit))?.type === 'commit';
    /** A name that is no commit here would be asked of a partial clone's remote, with all of its history. */
    const isHere = async (revision) => !(0,words/* isOid */.dH)(revision) || (await objects.peek(revision)) !== null;
    const facts = async (commit) => {
        const object = await objects.peek(commit);
        if (object?.type !== 'commit')
            throw missingObject(commit);
        return parseCommit(object.body);
    };
    return {
        commit: async (revision) => {
            const oid = (await isHere(revision)) ? await idOf(`${revision}^{commit}`) : null;
            if (!oid)
                throw revision === 'HEAD' ? noCommitYet(directory) : unknownRevision(directory, revision);
            return oid;
        },
        facts,
        treeOf: async (commit) => (await facts(commit)).tree,
        tree: treeReader(objects),
        find: finderIn(objects),
        blob: async (oid) => {
            const object = await objects.read(oid);
            if (!object)
                throw missingObject(oid);
            return object.body;
        },
        ref: (name) => idOf(name),
        bring: (commits, ref) => bringCommits({ git, say, has }, commits, ref ?? null),
        mergeBases: history.mergeBases,
        log: logIn(git, objects, say),
        ...refsOf(git, has),
        close: async () => {
            history.close();
            await Promise.all([objects.close(), expressions.close()]);
        },
    };
};

;// CONCATENATED MODULE: ./.build/platform/git/status.js


/** A pattern, and everything below the folders that it names. */
const included = (pattern) => {
    const folder = pattern.replace(/\/+$/, '');
    if (folder === '.' || folder === '')
        return [':(top,glob)**'];
    return [`:(top,glob)${folder}`, `:(top,glob)${folder}/**`];
};
/** Paths of the work tree under these patterns that are not as in the commit that is checked out. */
const changedPaths = async (git, patterns, except) => {
    const pathspecs = [...patterns.flatMap(included), ...except.map((path) => `:(top,literal,exclude)${path}`)];
    const args = [...STATUS, '--untracked-files=all', '--ignore-submodules=none', '--'];
    const run = await status_status(git, args, pathspecs);
    if (run.code !== 0)
        throw (0,git_run/* gitFailed */.g)(args, run);
    return pathsIn(run);
};
/** Tracked files that are not as in that commit; none where nothing is checked out. */
const editedPaths = async (git) => pathsIn(await status_status(git, [...STATUS, '--untracked-files=no', '--ignore-submodules=all'], []));
const STATUS = ['status', '--porcelain=v2', '-z', '--no-renames'];
/** Reading must not write the index anew. */
const status_status = (git, args, pathspecs) => git.run(['--no-optional-locks', ...args, ...pathspecs], { encoding: 'latin1', env: status_PLAIN });
const pathsIn = ({ stdout }) => stdout.split('\0').flatMap((record) => status_pathOf(record) ?? []);
const status_PLAIN = {
    GIT_LITERAL_PATHSPECS: '0',
    GIT_GLOB_PATHSPECS: '0',
    GIT_NOGLOB_PATHSPECS: '0',
    GIT_ICASE_PATHSPECS: '0',
};
/** How many fields stand before the path: of what changed, of what is not merged, of what is not tracked. */
const BEFORE = { '1': 8, u: 10, '?': 1 };
const status_pathOf = (record) => {
    const before = BEFORE[record[0] ?? ''];
    if (before === undefined)
        return null;
    const path = record.split(' ').slice(before).join(' ');
    return (0,paths/* decodePath */.q)(Buffer.from(path, 'latin1'));
};

;// CONCATENATED MODULE: ./.build/platform/worktree.js






const openWorkTree = (directory, run = platform_process/* runProcess */.R) => {
    const git = (0,git_run/* gitProgram */.V)(directory, run);
    let root = null;
    const rootOf = () => {
        root ??= git.must(['rev-parse', '--show-toplevel']);
        return root;
    };
    return {
        head: () => headOf(git),
        changed: (patterns, except) => changedPaths(git, patterns, except),
        below: async (path) => filesBelow(await rootOf(), path),
        edited: () => editedPaths(git),
        stands: async (name) => (await isThere(`${directory}/.git`)) && isThere(`${directory}/${name}`),
    };
};
const isThere = async (path) => (await (0,promises_.lstat)(path).catch(() => null)) !== null;
const headOf = async (git) => {
    const { stdout } = await git.run(['rev-parse', '--is-inside-work-tree']);
    if (stdout.trim() !== 'true')
        return null;
    const head = await git.run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
    return head.code === 0 ? head.stdout.trim() : null;
};
const at = (root, path) => path === '.' ? Buffer.from(root) : Buffer.concat([Buffer.from(`${root}/`), (0,paths/* encodePath */.O)(path)]);
const filesBelow = async (root, path) => {
    const segments = path === '.' ? [] : path.split('/');
    for (const [index] of segments.entries()) {
        const part = segments.slice(0, index + 1).join('/');
        const found = await (0,promises_.lstat)(at(root, part)).catch(() => null);
        if (!found)
            return { kind: 'missing' };
        if (found.isSymbolicLink())
            return { kind: 'link', path: part, target: await linkOf(root, part) };
    }
    const found = await (0,promises_.lstat)(at(root, path)).catch(() => null);
    return found ? { kind: 'files', files: sorted(await walk(root, path, found)) } : { kind: 'missing' };
};
const linkOf = async (root, path) => (0,paths/* decodePath */.q)(await (0,promises_.readlink)(at(root, path), 'buffer'));
/** Links are taken as links, and never followed; sockets and the like are left out, as BuildKit leaves them. */
const walk = async (root, path, found) => {
    const file = at(root, path);
    if (found.isSymbolicLink())
        return [{ path, mode: '120000', file }];
    if (found.isFile())
        return [{ path, mode: found.mode & 0o100 ? '100755' : '100644', file }];
    if (!found.isDirectory())
        return [];
    const names = (await (0,promises_.readdir)(file, 'buffer')).map(paths/* decodePath */.q).filter((name) => name !== '.git');
    if (names.length === 0)
        return [{ path, mode: '040000', file }];
    const files = [];
    for (const name of names) {
        const child = path === '.' ? name : external_node_path_.posix.join(path, name);
        files.push(...(await walk(root, child, await (0,promises_.lstat)(at(root, child)))));
    }
    return files;
};
const sorted = (files) => [...files].sort((a, b) => (a.path < b.path ? -1 : 1));

// EXTERNAL MODULE: ./.build/main/invocation.js + 1 modules
var main_invocation = __webpack_require__(63752);
;// CONCATENATED MODULE: ./.build/main/session.js










/** The configuration's schema is loaded with the first configuration that is read. */
const readConfiguration = async (text, file) => (await __webpack_require__.e(/* import() */ 6736).then(__webpack_require__.bind(__webpack_require__, 6736))).readConfiguration(text, file);
/** Opens a session for `body` and closes it, whatever happens. */
const inSession = async (repository, progress, body) => {
    const git = openGit(repository, { say: progress.say });
    try {
        const workTree = openWorkTree(repository);
        const invocation = (0,main_invocation/* readInvocation */.r)();
        return await body({ git, workTree, progress, clock: clock/* systemClock */.m, invocation, readConfiguration });
    }
    finally {
        await git.close();
    }
};
const EVERYTHING = { head: null, base: null, environment: null };
/**
 * A plan for whoever wants to know what a commit holds, compared with the ledger whatever the event was: what is
 * deployed or gets a version does not hang on what a pull request changes.
 * In CI the ledger is always asked of the remote: another run may just have written it.
 */
const planIn = (session, request = {}) => ofWorkTree(session, request.head ?? null, () => plan(session, { ...EVERYTHING, freshLedger: session.invocation.ci, ...request }), ({ services }) => services.flatMap(pathsOf));
/** What decides a service's image and what its tests read: files, and folders. */
const pathsOf = ({ service, image, test }) => [
    service.dockerfile,
    ...[image, ...(test ? [test] : [])].flatMap(({ inputs }) => (0,catalog_inputs/* allInputs */.j)(inputs)).map(({ path }) => path),
];
/** Who asks on a laptop for what is checked out may mean what is not committed yet, and is told that it does not count. */
const ofWorkTree = (session, revision, read, inputs) => session.invocation.ci || (revision ?? 'HEAD') !== 'HEAD'
    ? read()
    : tellingUncommitted(session, read, inputs);
/** A plan of what this run is about. Plans and builds of one run agree: both ask the event. */
const planForEvent = async (session, asked = {}) => planIn(session, { ...asked, comparison: comparisonIn(session, asked) });
/**
 * `pull_request_target` runs with the secrets of the repository. Its plan only reads what somebody proposes; a build
 * runs it, so whoever wants that has to check it out by name.
 */
const planToBuild = async (session) => {
    const made = await planForEvent(session);
    if (made.services.length === 0)
        return made;
    const checkedOut = await session.git.commit('HEAD');
    if (made.head !== checkedOut)
        throw notCheckedOut(made.head, checkedOut);
    return made;
};
const notCheckedOut = (planned, checkedOut) => new words/* StaggerError */.IY({
    code: 'not-checked-out',
    fault: 'caller',
    problem: `the pull request's commit ${planned.slice(0, 7)} is planned, and ${checkedOut.slice(0, 7)} is checked out`,
    why: 'on pull_request_target a build would run what somebody proposes with the secrets of this repository',
    fix: 'build on the event pull_request instead',
});
/** Where somebody says what to compare with, the event is asked for no more than which commit it is about. */
const comparisonIn = ({ invocation: { event } }, { base = null, head = null }) => {
    if (event === null || (base !== null && (head !== null || event.name !== 'pull_request_target')))
        return changes_event/* LEDGER */.U;
    return (0,changes_event/* comparisonOf */.j)(event.name, event.payload);
};
const configurationIn = async ({ git, readConfiguration: read }, { head }) => (0,commands_configuration/* configurationAt */.wr)(git, await git.treeOf(head), read);
/** The registry's prefix: asked for, else from the environment, else from the configuration. */
const registryIn = async (session, made, asked) => asked ?? session.invocation.registry ?? (await configurationIn(session, made)).registry ?? null;


/***/ }),

/***/ 37078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

const systemClock = {
    now: () => Date.now(),
    sleep: async (milliseconds, signal) => {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal ? { signal } : undefined);
    },
};


/***/ }),

/***/ 38031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ encodePath),
/* harmony export */   q: () => (/* binding */ decodePath)
/* harmony export */ });
/**
 * Names in a git tree are bytes. Those that are UTF-8 become ordinary strings; any other byte becomes a
 * lone surrogate U+DC80…U+DCFF, so that nothing is lost and two names never fall together.
 */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const decodePath = (bytes) => {
    try {
        return strict.decode(bytes);
    }
    catch {
        return decodeLoosely(bytes);
    }
};
const decodeLoosely = (bytes) => {
    let text = '';
    for (let at = 0; at < bytes.length;) {
        const length = sequenceLength(bytes, at);
        text +=
            length === 0
                ? String.fromCharCode(0xdc00 + bytes[at])
                : strict.decode(bytes.subarray(at, at + length));
        at += Math.max(length, 1);
    }
    return text;
};
/** How many bytes of valid UTF-8 stand here for one character; 0 where there is none. */
const sequenceLength = (bytes, at) => {
    for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
        try {
            strict.decode(bytes.subarray(at, at + length));
            return length;
        }
        catch { }
    }
    return 0;
};
const encodePath = (path) => {
    const parts = [];
    for (const part of path.split(/([\udc80-\udcff])/)) {
        const code = part.length === 1 ? part.charCodeAt(0) : 0;
        parts.push(code >= 0xdc80 && code <= 0xdcff ? Buffer.from([code - 0xdc00]) : Buffer.from(part));
    }
    return Buffer.concat(parts);
};


/***/ }),

/***/ 2434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ gitProgram),
/* harmony export */   g: () => (/* binding */ gitFailed)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);

/** Who signs where git knows nobody: on a runner. */
const NOBODY = {
    GIT_AUTHOR_NAME: 'stagger',
    GIT_AUTHOR_EMAIL: 'stagger@localhost',
    GIT_COMMITTER_NAME: 'stagger',
    GIT_COMMITTER_EMAIL: 'stagger@localhost',
};
/** git in English, and never asking anybody for a password. */
const ENVIRONMENT = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
const gitFailed = (args, { stderr, code }) => new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY({
    code: 'git-failed',
    fault: 'world',
    problem: `git ${args[0]} failed`,
    why: stderr.trim() || `it ended with exit code ${code}`,
    fix: `see what it says when run by hand: git ${args.join(' ')}`,
});
const gitProgram = (directory, run) => {
    const git = (args, { input, env, ...rest } = {}) => run(['git', '-C', directory, ...args], {
        ...rest,
        ...(input === undefined ? {} : { input: Buffer.from(input) }),
        env: { ...ENVIRONMENT, ...env },
    });
    return {
        run: git,
        must: async (args, options) => {
            const result = await git(args, options);
            if (result.code !== 0)
                throw gitFailed(args, result);
            return result.stdout.trim();
        },
        hasOrigin: async () => (await git(['remote', 'get-url', 'origin'])).code === 0,
        identity: async () => ((await git(['var', 'GIT_COMMITTER_IDENT'])).code === 0 ? {} : NOBODY),
    };
};


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


/***/ })

};
