export const id = 510;
export const ids = [510];
export const modules = {

/***/ 3510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readConfiguration: () => (/* binding */ readConfiguration)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./.build/catalog/yaml.js
var yaml = __webpack_require__(8911);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
// EXTERNAL MODULE: ./.build/catalog/issues.js
var catalog_issues = __webpack_require__(2148);
// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(8472);
;// CONCATENATED MODULE: ./.build/catalog/declaration/settings.js

/** Of valibot's schema, the JSON schema and the page of the documentation: what a person reads in an editor. */
const told = dist/* description */.h_;
const NAME_FORM = 'a name has lower-case letters and digits, joined by one of . _ -, at most 64';
const settings_name = (what) => dist/* pipe */.FsL(dist/* string */.YjP(`${what} must be a text`), dist/* regex */.yGV(/^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/, `${what}: ${NAME_FORM}`), dist/* maxLength */.Ru6(64, `${what}: ${NAME_FORM}`));
/** From the repository's root, and inside of it; with `/` on every system. */
const INSIDE = /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\\]+$/;
const path = (what) => dist/* pipe */.FsL(dist/* string */.YjP(`${what} must be a path`), dist/* regex */.yGV(INSIDE, `${what} is a path from the repository's root, inside of it, with /`));
const list = (what, item) => dist/* array */.YOg(item, `${what} must be a list: [a, b]`);
const value = dist/* union */.KCZ([dist/* string */.YjP(), dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf()), dist/* boolean */.zMY()], 'the value of an argument is a text, a whole number, true or false; put quotes around anything else');
const platform = dist/* pipe */.FsL(dist/* string */.YjP('a platform must be a text'), dist/* regex */.yGV(/^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/, 'a platform looks like linux/amd64 or linux/arm/v7'));
const CONTEXT_FORMS = 'a path from the repository’s root, service:NAME, docker-image://IMAGE, or the address of a git repository';
const context = dist/* pipe */.FsL(dist/* string */.YjP(`a named context is ${CONTEXT_FORMS}`), dist/* regex */.yGV(/^(?:service:[a-z0-9._-]+|(?:docker-image|https?|git|ssh):\/\/.+|git@.+|(?!\/|target:|oci-layout:)(?!(?:.*\/)?\.\.(?:\/|$))[^\\]+)$/, `a named context is ${CONTEXT_FORMS}`));
const artifact = dist/* strictObject */.rej({
    path: dist/* pipe */.FsL(path('path'), told('A file that git does not track, or a folder with everything below it.')),
    from: dist/* pipe */.FsL(list('from', path('from')), dist/* minLength */.BpQ(1, 'from names at least one file that the artifact is made from'), told('The tracked files that it is made from: paths and patterns, from the repository’s root.')),
});
const ecsService = dist/* union */.KCZ([
    dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq('the name of an ECS service must not be empty')),
    dist/* strictObject */.rej({
        service: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq(), told('The name of the ECS service.')),
        container: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq(), told('The container of its task that runs the image.'))),
        taskDefinition: dist/* optional */.lqM(dist/* pipe */.FsL(path('taskDefinition'), told('The template of its task definition, from the repository’s root.'))),
    }),
], 'an ECS service is its name, or a map: { service: …, container: …, taskDefinition: … }');
const serviceSettings = dist/* strictObject */.rej({
    from: dist/* optional */.lqM(dist/* pipe */.FsL(settings_name('from'), told('The service as it was discovered; here it gets another name.'))),
    path: dist/* optional */.lqM(dist/* pipe */.FsL(path('path'), told('The folder that people think of as its own.'))),
    dockerfile: dist/* optional */.lqM(dist/* pipe */.FsL(path('dockerfile'), told('Its Dockerfile, from the repository’s root.'))),
    context: dist/* optional */.lqM(dist/* pipe */.FsL(path('context'), told('The folder that it is built with, from the repository’s root.'))),
    target: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq('target must not be empty'), told('The stage to build; the last one by default.'))),
    args: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), value, 'args must be a map: { NAME: "value" }'), told('Build arguments. They come on top of those that were discovered.'))),
    contexts: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), context, 'contexts must be a map: { name: ./folder }'), told(`Named contexts, for FROM and --from: ${CONTEXT_FORMS}.`))),
    platforms: dist/* optional */.lqM(dist/* pipe */.FsL(list('platforms', platform), told('The platforms that it is built for.'))),
    inputs: dist/* optional */.lqM(dist/* pipe */.FsL(list('inputs', path('inputs')), told('Files that decide its image though no instruction names them: paths and patterns.'))),
    artifacts: dist/* optional */.lqM(dist/* pipe */.FsL(list('artifacts', artifact), told('What git does not track and the Dockerfile copies all the same, and what it is made from.'))),
    dependsOn: dist/* optional */.lqM(dist/* pipe */.FsL(list('dependsOn', settings_name('dependsOn')), told('Services whose images decide its own though no instruction names them.'))),
    group: dist/* optional */.lqM(dist/* pipe */.FsL(settings_name('group'), told('Services of one group are released together.'))),
    ecs: dist/* optional */.lqM(dist/* pipe */.FsL(list('ecs', ecsService), dist/* minLength */.BpQ(1, 'ecs names at least one ECS service'), told('The ECS services that run its image. Checked; deploy does not follow it yet, and refuses such a service.'))),
}, 'a service is a map of settings, or false to leave it out');
/** How the services are found that `stagger.yml` does not name. */
const WAYS = ['compose', 'bake', 'dockerfiles'];
const discoverSchema = dist/* pipe */.FsL(dist/* union */.KCZ([dist/* literal */.euz(false), dist/* picklist */.KIO(WAYS)], `discover is one of ${WAYS.join(', ')}, or false: then only the services that are declared here count`), told('Where services are discovered: the compose files, the bake files, or every Dockerfile. By default the first of these that is there. false: only what is declared counts.'));
/** The `services:` of stagger.yml. */
const servicesSchema = dist/* pipe */.FsL(dist/* record */.g1P(settings_name('the name of a service'), dist/* union */.KCZ([dist/* literal */.euz(false), serviceSettings], 'a service is a map of settings, or false to leave it out'), 'services must be a map: { name: { dockerfile: … } }'), told('Services by name: new ones, and settings for those that were discovered. false leaves one out.'));

// EXTERNAL MODULE: ./.build/environment/settings.js
var settings = __webpack_require__(159);
;// CONCATENATED MODULE: ./.build/main/settings.js



const registry = dist/* pipe */.FsL(dist/* string */.YjP('registry must be a text such as ghcr.io/acme'), dist/* regex */.yGV(/^[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._-]+)*$/, 'registry is a host and a path in lower case, without https://'), dist/* description */.h_('Where images go: a host and a path. --registry and STAGGER_REGISTRY come first.'));
/** All rooms' parts of `stagger.yml`. */
const settingsSchema = dist/* strictObject */.rej({
    registry: dist/* optional */.lqM(registry),
    discover: dist/* optional */.lqM(discoverSchema),
    services: dist/* optional */.lqM(servicesSchema),
    environments: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), settings/* environmentSchema */.VW, 'environments must be a map: { name: { cluster: … } }'), dist/* description */.h_('The places where images run, by name, in the order of promotion.'))),
}, 'the configuration must be a map of settings');
/** What is behind an `optional`; of several possibilities the one that has settings of its own. */
const unwrap = (part) => {
    if (part.wrapped)
        return unwrap(part.wrapped);
    const deep = part.options?.find(({ type }) => /object|record|array/.test(type));
    return deep ? unwrap(deep) : part;
};
/** What may stand in the map at a place. */
const settingsAt = (path, schema = settingsSchema) => {
    const part = unwrap(schema);
    const [key, ...rest] = path;
    if (key === undefined)
        return Object.keys(part.entries ?? {});
    const next = part.entries?.[key] ?? part.value ?? part.item;
    return next ? settingsAt(rest, next) : [];
};
/** Every key that is no setting. (valibot itself stops at the first one of a map.) */
const unknownKeys = (value, path = [], schema = settingsSchema) => {
    const part = unwrap(schema);
    if (typeof value !== 'object' || value === null || (part.item !== undefined) !== Array.isArray(value))
        return [];
    return Object.entries(value).flatMap(([key, inner]) => {
        const at = [...path, part.item ? Number(key) : key];
        const next = part.entries ? part.entries[key] : (part.value ?? part.item);
        if (next)
            return unknownKeys(inner, at, next);
        return part.entries ? [at] : [];
    });
};

;// CONCATENATED MODULE: ./.build/main/configuration-problems.js



/** Everything that is wrong in a configuration, from top to bottom. */
const configurationProblems = (document, issues) => {
    const unknown = unknownKeys(document.value).map((path) => problemAt(document, path, unknownSetting));
    const others = issues
        .flatMap((issue) => (0,catalog_issues/* plainIssues */.f)(issue))
        .filter(({ issue }) => !isUnknownKey(issue))
        .map(({ issue, path }) => problemAt(document, path, (at, where) => isMissing(issue) ? missingSetting(at, where) : wrongValue(at, where, issue)));
    return [...unknown, ...others].toSorted(byPlace);
};
const byPlace = ({ at: one }, { at: other }) => (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
const isUnknownKey = ({ type, expected }) => type === 'strict_object' && expected === 'never';
const isMissing = ({ type, received }) => type === 'strict_object' && received === 'undefined';
const problemAt = (document, path, tell) => {
    const at = document.at(path);
    return { code: 'configuration', fault: 'caller', ...tell(path, `${at.file}:${at.line}`), at };
};
const wrongValue = (path, where, { message }) => ({
    problem: `${path.join('.') || where} is not valid`,
    why: message,
    fix: `correct ${where}`,
});
const unknownSetting = (path, where) => {
    const valid = settingsAt(path.slice(0, -1));
    const close = (0,nearest/* nearest */.p)(String(path.at(-1)), valid);
    return {
        problem: `${path.join('.')} is not a setting`,
        why: `what may stand here: ${valid.join(', ')}`,
        fix: close.length > 0 ? `did you mean ${close.join(' or ')}?` : `remove ${where}`,
    };
};
const missingSetting = (path, where) => ({
    problem: `${path.slice(0, -1).join('.')} has no ${path.at(-1)}`,
    why: 'it has no default',
    fix: `add below ${where}: ${path.at(-1)}: …`,
});

;// CONCATENATED MODULE: ./.build/main/configuration.js





/** Two commits mostly hold the same configuration; the same text always reads the same. */
const remembered = new Map();
/** Reads `stagger.yml` once and validates it once; every problem is told, each where it stands, from top to bottom. */
const readConfiguration = (text, file) => {
    const key = JSON.stringify([file, text]);
    const known = remembered.get(key) ?? parse(text ?? '', file);
    remembered.set(key, known);
    return known;
};
const parse = async (text, file) => {
    const quick = dist/* safeParse */.xLC(settingsSchema, (0,yaml/* loadYaml */.y)(text));
    const { discover, services, environments, ...rest } = quick.success
        ? quick.output
        : checked(await located(text, file));
    const declared = discover !== undefined || services !== undefined;
    const at = async (path) => (await located(text, file)).at(path);
    return {
        ...rest,
        environments: environments ?? {},
        ...(declared ? { declaration: { file, discover, services: services ?? {}, at } } : {}),
    };
};
/** By the parser that knows where everything stands: asked where there is something to complain about. */
const located = async (text, file) => {
    const { readDocument } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(437)]).then(__webpack_require__.bind(__webpack_require__, 2437));
    const read = readDocument(text, file);
    if ('problems' in read)
        throw new words/* StaggerError */.IY(...read.problems);
    return read.document;
};
const checked = (document) => {
    const { success, output, issues } = dist/* safeParse */.xLC(settingsSchema, document.value ?? {});
    if (success)
        return output;
    throw new words/* StaggerError */.IY(...configurationProblems(document, issues));
};


/***/ })

};
