export const id = 8484;
export const ids = [8484];
export const modules = {

/***/ 68484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  composeInputs: () => (/* binding */ composeInputs)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/catalog/named-context.js
var named_context = __webpack_require__(27033);
// EXTERNAL MODULE: ./.build/catalog/pick.js
var pick = __webpack_require__(87253);
// EXTERNAL MODULE: ./.build/catalog/read-source.js
var read_source = __webpack_require__(44412);
// EXTERNAL MODULE: ./.build/catalog/tree.js
var tree = __webpack_require__(46800);
// EXTERNAL MODULE: ./.build/catalog/tests/problems.js
var problems = __webpack_require__(88990);
// EXTERNAL MODULE: ./.build/catalog/compose/file.js
var compose_file = __webpack_require__(59219);
// EXTERNAL MODULE: ./.build/catalog/yaml.js
var yaml = __webpack_require__(38911);
;// CONCATENATED MODULE: ./.build/catalog/tests/compose/plain.js
const mapOf = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
const listOf = (value) => {
    if (Array.isArray(value))
        return value;
    return value === undefined || value === null ? [] : [value];
};
const textsOf = (value) => listOf(value).filter((one) => typeof one === 'string');
/** `- name` and `name: { … }` alike. */
const namesOf = (value) => Array.isArray(value) ? textsOf(value) : Object.keys(mapOf(value));

;// CONCATENATED MODULE: ./.build/catalog/tests/compose/files.js






/** Null where the file is not there. Throws what is no compose file, with its line. */
const readComposeFiles = async (place, file, above = []) => {
    const text = await (0,tree/* textAt */.$6)(place.objects, place.root, file);
    if (text === null)
        return null;
    await (0,compose_file/* readCompose */.j)(text, file);
    const content = mapOf((0,yaml/* loadYaml */.y)(text));
    const includes = listOf(content.include).flatMap(includeOf);
    const read = includes.map(({ path }) => readIncluded(place, file, path, [...above, file]));
    const results = await Promise.all(read);
    return {
        file,
        content,
        included: results.filter((one) => typeof one !== 'string'),
        paths: includes.flatMap(({ others }) => others),
        lost: results.filter((one) => typeof one === 'string'),
    };
};
const includeOf = (include) => {
    if (typeof include === 'string')
        return [{ path: include, others: [] }];
    const { path, env_file, project_directory } = mapOf(include);
    const others = [...textsOf(env_file), ...textsOf(project_directory)];
    return textsOf(path).map((one) => ({ path: one, others }));
};
/** Or why it cannot be read. */
const readIncluded = async (place, file, path, above) => {
    const where = fileAt(place.put, file, path);
    if (where === null)
        return `include: ${path}`;
    if (above.includes(where))
        return `${where} includes itself`;
    return (await readComposeFiles(place, where, above)) ?? `${where}, which is included, is not tracked`;
};
/** A file that another one names: from that one's folder on. Null where it is not in this repository, or nobody can say. */
const fileAt = (put, from, text) => {
    const path = put(text);
    if (path === null || (0,named_context/* isRemote */.Vx)(path) || /^[a-z]+:\/\//.test(path) || path.startsWith('/'))
        return null;
    return (0,named_context/* inside */.nx)(external_node_path_.posix.join(external_node_path_.posix.dirname(from), path));
};
/** The service of a name, and the file that it stands in. */
const findService = (files, name) => {
    const services = mapOf(files.content.services);
    if (Object.hasOwn(services, name))
        return { service: mapOf(services[name]), files };
    for (const included of files.included) {
        const found = findService(included, name);
        if (found)
            return found;
    }
    return null;
};
const serviceNames = ({ content, included }) => [
    ...Object.keys(mapOf(content.services)),
    ...included.flatMap(serviceNames),
];

// EXTERNAL MODULE: ./.build/catalog/dockerfile/reference.js
var reference = __webpack_require__(18940);
// EXTERNAL MODULE: ./node_modules/dotenv/dist/index.cjs
var dist = __webpack_require__(88230);
// EXTERNAL MODULE: ./.build/catalog/interpolate.js
var interpolate = __webpack_require__(62373);
;// CONCATENATED MODULE: ./.build/catalog/tests/compose/variables.js


/** The variable that stands for the image under test in a compose file. */
const IMAGE_VARIABLE = 'STAGGER_IMAGE';
/** What it stands for while the file is only read. */
const IMAGE_UNDER_TEST = 'stagger.invalid/image-under-test';
/** The values of `.env` alone: the shell's own would make a plan depend on who asks. */
const variablesOf = (env) => {
    const values = new Map(Object.entries((0,dist.parse)(env)));
    values.set(IMAGE_VARIABLE, IMAGE_UNDER_TEST);
    return (text) => {
        const missing = new Set();
        const put = attempt(text, (name) => {
            const value = values.get(name);
            if (value === undefined)
                missing.add(name);
            return value;
        });
        return put !== null && [...missing].every((name) => hasDefault(text, name)) ? put : null;
    };
};
const attempt = (text, variable) => {
    try {
        return (0,interpolate/* interpolate */.G)(text, variable);
    }
    catch (error) {
        if (error instanceof interpolate/* RequiredVariable */.y)
            return null;
        throw error;
    }
};
/** `${X:-default}` and `${X:+other}` say what holds without a value; `$X` and `${X}` do not. */
const hasDefault = (text, name) => !new RegExp(`\\$(?:${name}(?![A-Za-z0-9_])|\\{${name}\\})`).test(text);

;// CONCATENATED MODULE: ./.build/catalog/tests/compose/images.js





const imageOf = ({ parts }, put, tested, neighbours) => {
    const part = parts.find(({ service }) => service.build !== undefined);
    const build = part && readBuild(part, put);
    const image = parts.flatMap(({ service }) => textsOf(service.image))[0];
    const builder = build && neighbours.find((one) => isBuildOf(build, one))?.name;
    const service = builder ?? (image === undefined ? undefined : builderOf(put(image), tested));
    if (service !== undefined)
        return { kind: 'here', service, context: build?.context ?? null };
    return part && build ? { kind: 'build', build, part } : { kind: 'elsewhere' };
};
const builderOf = (image, { name, imagesBuiltHere }) => {
    if (image === IMAGE_UNDER_TEST)
        return name;
    const familiar = (0,reference/* familiarName */.h)(image ?? '');
    return Object.hasOwn(imagesBuiltHere, familiar) ? imagesBuiltHere[familiar] : undefined;
};
const readBuild = ({ service, files }, put) => {
    const settings = typeof service.build === 'string' ? { context: service.build } : mapOf(service.build);
    const text = (value) => textsOf(value)[0] ?? null;
    const written = text(settings.context) ?? '.';
    const file = text(settings.dockerfile) ?? 'Dockerfile';
    const context = fileAt(put, files.file, written);
    const inline = text(settings.dockerfile_inline) !== null;
    return {
        context,
        dockerfile: inline ? null : fileAt(put, files.file, external_node_path_.posix.join(written, file)),
        target: text(settings.target),
        args: argumentsText(settings.args, put),
        paths: [
            written,
            ...(inline ? [] : [external_node_path_.posix.join(written, file)]),
            ...Object.values(mapOf(settings.additional_contexts)).flatMap(textsOf),
        ],
    };
};
/** The same whether they are written as a map or as a list. */
const argumentsText = (args, put) => {
    const pairs = Array.isArray(args)
        ? textsOf(args)
        : Object.entries(mapOf(args)).map(([name, value]) => `${name}=${value}`);
    return JSON.stringify(pairs.map(put).sort());
};
const isBuildOf = (build, { inline, context, dockerfile, target, args }) => inline === null &&
    build.context === context &&
    build.dockerfile === dockerfile &&
    build.target === target &&
    build.args === argumentsText(args, (text) => text);

;// CONCATENATED MODULE: ./.build/catalog/tests/compose/mentioned.js

const mentionedBy = (service) => {
    const mounts = listOf(service.volumes).flatMap(mountOf);
    return {
        paths: [
            ...mounts.filter(isPath),
            ...[...listOf(service.env_file), ...listOf(service.label_file)].flatMap(pathOf),
            ...textsOf(mapOf(service.credential_spec).file).map((path) => path.replace(/^file:\/\//, '')),
        ],
        services: startedWith(service),
        configs: listOf(service.configs).flatMap(sourceOf),
        secrets: listOf(service.secrets).flatMap(sourceOf),
        volumes: mounts.filter((one) => !isPath(one)),
    };
};
/** `./data:/data:ro`, or `{ type: bind, source: ./data }`: what is mounted, a path or a volume's name. */
const mountOf = (mount) => {
    if (typeof mount !== 'string')
        return textsOf(mapOf(mount).source);
    const [source, target] = splitMount(mount);
    return target === undefined ? [] : [source];
};
/** The first `:` outside of braces: `${DATA:-./data}:/data`. */
const splitMount = (mount) => {
    let depth = 0;
    for (let at = 0; at < mount.length; at++) {
        const ch = mount[at];
        if (ch === '{')
            depth++;
        else if (ch === '}')
            depth--;
        else if (ch === ':' && depth === 0)
            return [mount.slice(0, at), mount.slice(at + 1)];
    }
    return [mount];
};
const isPath = (source) => /^[.~/$]/.test(source);
const pathOf = (file) => typeof file === 'string' ? [file] : textsOf(mapOf(file).path);
const sourceOf = (one) => typeof one === 'string' ? [one] : textsOf(mapOf(one).source);
const startedWith = (service) => [
    ...namesOf(service.depends_on),
    ...[...textsOf(service.links), ...textsOf(service.volumes_from)].flatMap((text) => text.split(':', 1)),
    ...[service.network_mode, service.ipc, service.pid].flatMap((mode) => textsOf(mode).flatMap((text) => /^service:(.+)$/.exec(text)?.[1] ?? [])),
];

;// CONCATENATED MODULE: ./.build/catalog/tests/compose/reached.js



/** A service and what it depends on, which `up SERVICE` starts with it. */
const reachedFrom = async (place, files, first) => {
    const started = new Map();
    const lost = [];
    const waiting = [first];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        if (started.has(name))
            continue;
        const parts = await partsOf(place, files, name, lost);
        started.set(name, { name, parts });
        for (const { service } of parts)
            waiting.push(...mentionedBy(service).services);
    }
    return { started: [...started.values()], lost };
};
const partsOf = async (place, files, name, lost) => {
    const parts = [];
    let next = findService(files, name);
    if (!next)
        lost.push(`the service ${name} is in no file that can be read`);
    while (next && !parts.some(({ service }) => service === next?.service)) {
        parts.push(next);
        next = await extended(place, next, lost);
    }
    return parts;
};
const extended = async (place, { service, files }, lost) => {
    const text = textsOf(service.extends)[0];
    const { service: other, file } = mapOf(service.extends);
    const name = text ?? textsOf(other)[0];
    if (name === undefined)
        return null;
    const where = textsOf(file)[0];
    const found = findService(where === undefined ? files : await fileOf(place, files, where), name);
    if (!found)
        lost.push(`extends: ${name}${where === undefined ? '' : ` of ${where}`}`);
    return found;
};
const NOTHING = { file: '', content: {}, included: [], paths: [], lost: [] };
const fileOf = async (place, { file }, text) => {
    const where = fileAt(place.put, file, text);
    return (where === null ? null : await readComposeFiles(place, where)) ?? NOTHING;
};

;// CONCATENATED MODULE: ./.build/catalog/tests/compose/inputs.js













const BECAUSE = { instruction: 'compose', line: 0 };
const composeInputs = async (tested, { file, service }, neighbours, objects, root) => {
    const env = external_node_path_.posix.join(external_node_path_.posix.dirname(file), '.env');
    const place = { objects, root, put: variablesOf((await (0,tree/* textAt */.$6)(objects, root, env)) ?? '') };
    const files = await readComposeFiles(place, file);
    if (!files)
        throw new words/* StaggerError */.IY((0,problems/* missingComposeFile */.b6)(tested.name, file));
    if (!findService(files, service))
        throw new words/* StaggerError */.IY((0,problems/* unknownComposeService */.aP)(tested.name, file, service, serviceNames(files)));
    const { started, lost } = await reachedFrom(place, files, service);
    const images = started.map((one) => [one.name, imageOf(one, place.put, tested, neighbours)]);
    if (!isTested(tested, started, images))
        throw new words/* StaggerError */.IY((0,problems/* notTestedThere */.r8)(tested.name, file, service));
    const named = [
        { path: '.env', from: file },
        ...filesOf(files),
        ...started.flatMap(namedBy),
        ...images.flatMap(built),
    ];
    const read = await Promise.all(named.map((one) => take(place, one)));
    const widened = [...[...lost, ...lostIn(files)].map(undecided), ...read.flatMap((one) => one.widened)];
    const folder = widened.length > 0 ? await (0,tree/* entryAt */._f)(objects, root, external_node_path_.posix.dirname(file)) : null;
    return {
        inputs: (0,read_source/* unique */.Am)([...read.flatMap((one) => one.inputs), ...(folder ? [(0,read_source/* becauseOf */.W$)(BECAUSE)(folder)] : [])]),
        images: Object.fromEntries(images.flatMap(([name, image]) => (image.kind === 'here' ? [[name, image.service]] : []))),
        contexts: images.flatMap(([, image]) => (image.kind === 'here' ? (image.context ?? []) : [])),
        version: textsOf(files.content.version)[0] ?? null,
        widened,
    };
};
/** A test that never runs the image says nothing about it. */
const isTested = ({ name }, started, images) => images.some(([, image]) => image.kind === 'here' && image.service === name) ||
    started.some(({ parts }) => JSON.stringify(parts.map(({ service }) => service)).includes(IMAGE_VARIABLE));
/** The compose files themselves, by their own folders. */
const filesOf = ({ file, included, paths }) => [
    { path: external_node_path_.posix.basename(file), from: file },
    ...paths.map((path) => ({ path, from: file })),
    ...included.flatMap(filesOf),
];
const lostIn = ({ lost, included }) => [...lost, ...included.flatMap(lostIn)];
const namedBy = ({ parts }) => parts.flatMap((part) => pathsIn(part).map((path) => ({ path, from: part.files.file })));
const pathsIn = ({ service, files: { file, content } }) => {
    const { paths, configs, secrets, volumes } = mentionedBy(service);
    const ofFile = (section, name) => mapOf(mapOf(content[section])[name]);
    return [
        external_node_path_.posix.basename(file),
        ...paths,
        ...configs.flatMap((name) => textsOf(ofFile('configs', name).file)),
        ...secrets.flatMap((name) => textsOf(ofFile('secrets', name).file)),
        ...volumes.flatMap((name) => textsOf(mapOf(ofFile('volumes', name).driver_opts).device)),
    ];
};
/** What compose builds, it builds from whole folders. */
const built = ([, image]) => image.kind === 'build' ? image.build.paths.map((path) => ({ path, from: image.part.files.file })) : [];
const undecided = (detail) => ({ reason: 'compose-undecided', detail, line: 0 });
const inputs_NOTHING = { inputs: [], widened: [] };
const widen = (detail) => ({ inputs: [], widened: [undecided(detail)] });
/** What of this is tracked: what is not, compose makes itself, or misses loudly. */
const take = async ({ objects, root, put }, { path, from }) => {
    const text = put(path);
    if (text === null)
        return widen(`${path} in ${from} depends on a variable that .env does not set`);
    if (/^[/~]|^[a-z-]+:/.test(text) || (0,named_context/* isRemote */.Vx)(text))
        return inputs_NOTHING;
    const where = (0,named_context/* inside */.nx)(external_node_path_.posix.join(external_node_path_.posix.dirname(from), text));
    if (where === null)
        return widen(`${path} in ${from} leads out of this repository`);
    // A name that looks like a pattern is one file's name here.
    const entry = await (0,tree/* entryAt */._f)(objects, root, where);
    if (entry && entry.mode !== '120000')
        return { ...inputs_NOTHING, inputs: [(0,read_source/* becauseOf */.W$)(BECAUSE)(entry)] };
    const picked = await (0,pick/* pick */.U)(objects, { mode: tree/* FOLDER */.L7, oid: root, path: '.' }, where);
    if (picked.kind === 'lost')
        return widen(`${picked.path} is a symbolic link that leads nowhere`);
    return { ...inputs_NOTHING, inputs: [...picked.found, ...picked.links].map((0,read_source/* becauseOf */.W$)(BECAUSE)) };
};


/***/ })

};
