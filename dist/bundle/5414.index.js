export const id = 5414;
export const ids = [5414];
export const modules = {

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

/***/ 64976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ platformName),
/* harmony export */   Br: () => (/* binding */ inputsName),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   fk: () => (/* binding */ localName),
/* harmony export */   ge: () => (/* binding */ checkedPrefix),
/* harmony export */   zb: () => (/* binding */ stagingName)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);

/** What the registry calls the image of these inputs. */
const inputsName = (fingerprint) => `in-${fingerprint.slice('sha256:'.length)}`;
/** The same for one platform of several: `in-….linux-arm64`. An index stands behind the name without it. */
const platformName = (fingerprint, platform) => `${inputsName(fingerprint)}.${platform.replaceAll('/', '-')}`;
/** Carries a push to an engine that can push names only, and is none: nothing looks it up. */
const stagingName = (unique) => `staging-${unique}`;
/** What the engine calls an image that goes nowhere else. */
const localName = (service, name) => `${service}:${name}`;
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


/***/ })

};
