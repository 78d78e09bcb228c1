export const id = 9463;
export const ids = [9463];
export const modules = {

/***/ 19463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  declare: () => (/* binding */ declare)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/catalog/lone-dockerfile.js
var lone_dockerfile = __webpack_require__(81527);
// EXTERNAL MODULE: ./.build/catalog/named-context.js
var named_context = __webpack_require__(27033);
// EXTERNAL MODULE: ./.build/catalog/naming.js
var naming = __webpack_require__(67948);
// EXTERNAL MODULE: ./.build/catalog/service.js
var service = __webpack_require__(64293);
;// CONCATENATED MODULE: ./.build/catalog/declaration/names.js
const newNames = (discovered, { services }) => {
    const names = new Map(discovered.map(({ name }) => [name, services[name] === false ? null : name]));
    for (const [name, settings] of Object.entries(services))
        if (settings && settings.from !== undefined)
            names.set(settings.from, name);
    return names;
};
/** A service in which every other one has its name of now. One that is left out keeps its own: nobody sees its image change. */
const following = (names) => {
    const images = new Map();
    const imagesOf = ({ imagesBuiltHere: before }) => {
        const after = images.get(before) ?? renameAll(before, names);
        images.set(before, after);
        return after;
    };
    return (service) => ({
        ...service,
        imagesBuiltHere: imagesOf(service),
        dependsOn: service.dependsOn.flatMap((name) => names.get(name) ?? []),
        contexts: Object.fromEntries(Object.entries(service.contexts).map(([name, context]) => [name, renamed(context, names)])),
    });
};
const renameAll = (images, names) => Object.fromEntries(Object.entries(images).map(([image, by]) => [image, names.get(by) ?? by]));
const renamed = (context, names) => context.kind === 'service'
    ? { kind: 'service', service: names.get(context.service) ?? context.service }
    : context;

// EXTERNAL MODULE: ./.build/catalog/declaration/normal.js
var normal = __webpack_require__(10786);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(68472);
// EXTERNAL MODULE: ./.build/catalog/declaration/missing-files.js
var missing_files = __webpack_require__(55611);
// EXTERNAL MODULE: ./.build/catalog/declaration/problems.js
var problems = __webpack_require__(29065);
;// CONCATENATED MODULE: ./.build/catalog/declaration/rules.js





/** Throws everything in which the declaration does not fit what is there. */
const refuseWhatDoesNotFit = async (objects, root, { services }, declaration) => {
    const discovered = new Set(services.map(({ name }) => name));
    const declared = Object.entries(declaration.services).flatMap(([name, settings]) => settings ? [[name, settings]] : []);
    const names = namesAfter(discovered, declaration, declared);
    const found = [
        ...leftOut(services, discovered, declaration),
        ...unknownSources(discovered, declared),
        ...twice(discovered, declaration, declared),
        ...withoutDockerfile(discovered, declaration, declared),
        ...declared.flatMap((one) => [...unknownServices(one, names), ...groupNames(one, names)]),
    ];
    if (found.length === 0)
        return;
    const all = [...found, ...(await (0,missing_files/* missingFiles */.w)(objects, root, declared))];
    throw new words/* StaggerError */.IY(...(await placed(declaration, all)));
};
/** Each problem where it stands, from top to bottom. */
const placed = async (declaration, found) => {
    const all = await Promise.all(found.map(async ({ path, problem }) => ({ ...problem, at: await declaration.at(path) })));
    return all.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
};
/** The services that there will be, as far as can be told. */
const namesAfter = (discovered, { services }, declared) => {
    const taken = new Set(declared.flatMap(([, { from }]) => from ?? []));
    const kept = [...discovered].filter((name) => services[name] !== false && !taken.has(name));
    return new Set([...kept, ...declared.map(([name]) => name)]);
};
const leftOut = (services, discovered, { services: declared }) => Object.entries(declared).flatMap(([name, settings]) => {
    if (settings !== false)
        return [];
    const path = ['services', name];
    if (!discovered.has(name))
        return [{ path, problem: problems/* nothingToLeaveOut */.g_(name, [...discovered]) }];
    const users = services.filter((one) => declared[one.name] !== false && takesFrom(one, name));
    return users.map((user) => ({ path, problem: problems/* neededBy */.Xl(name, user.name) }));
});
const takesFrom = ({ contexts, dependsOn }, name) => dependsOn.includes(name) ||
    Object.values(contexts).some((context) => context.kind === 'service' && context.service === name);
const unknownSources = (discovered, declared) => declared.flatMap(([name, { from }]) => from === undefined || discovered.has(from)
    ? []
    : [{ path: ['services', name, 'from'], problem: problems/* notDiscovered */.sp(from, [...discovered]) }]);
const twice = (discovered, { services }, declared) => {
    const renamed = declared.filter(([name, { from }]) => from !== undefined && from !== name);
    const taken = renamed.map(([, { from }]) => from);
    return renamed.flatMap(([name, { from = '' }], at) => {
        const path = ['services', name, 'from'];
        if (taken.indexOf(from) < at)
            return [{ path, problem: problems/* takenTwice */.MX(from) }];
        const clash = discovered.has(name) && !taken.includes(name) && services[name] !== false;
        return clash ? [{ path, problem: problems/* sameName */.q(name, from) }] : [];
    });
};
/** Neither discovered nor described: most of the time a name that was mistyped. */
const withoutDockerfile = (discovered, { discover }, declared) => {
    const taken = new Set(declared.flatMap(([name, { from }]) => (from === name ? [] : (from ?? []))));
    return declared.flatMap(([name, { from, dockerfile, context, path }]) => {
        const described = dockerfile !== undefined || context !== undefined || path !== undefined;
        if (described || from !== undefined || (discovered.has(name) && !taken.has(name)))
            return [];
        const problem = problems/* notDescribed */.T3(name, [...discovered], discover === false);
        return [{ path: ['services', name], problem }];
    });
};
const unknownServices = ([name, { dependsOn = [], contexts = {} }], names) => [
    ...dependsOn.flatMap((other, at) => names.has(other)
        ? []
        : [{ path: ['services', name, 'dependsOn', at], problem: (0,nearest/* unknownName */.U)('service', other, [...names]) }]),
    ...Object.entries(contexts).flatMap(([key, text]) => {
        const context = (0,named_context/* namedContext */.lS)(text);
        return context?.kind !== 'service' || names.has(context.service)
            ? []
            : [
                {
                    path: ['services', name, 'contexts', key],
                    problem: (0,nearest/* unknownName */.U)('service', context.service, [...names]),
                },
            ];
    }),
];
const groupNames = ([name, { group }], names) => group !== undefined && names.has(group)
    ? [{ path: ['services', name, 'group'], problem: problems/* groupOfAService */.XU(group) }]
    : [];

// EXTERNAL MODULE: ./.build/catalog/declaration/test-settings.js
var test_settings = __webpack_require__(52183);
;// CONCATENATED MODULE: ./.build/catalog/declaration/declare.js









/** Two commits mostly declare the same, and where all of it is declared the commit has no say in it. */
const remembered = new WeakMap();
/** What was discovered, with what is declared on top: settings, other names, services more and services less. */
const declare = (objects, root, discovered, declaration) => {
    if (declaration.discover !== false || !saysAllContexts(declaration))
        return onTop(objects, root, discovered, declaration);
    const known = remembered.get(declaration) ?? onTop(objects, root, discovered, declaration);
    remembered.set(declaration, known);
    // A refusal also tells what is missing at this commit, and another one may miss something else.
    known.catch(() => remembered.delete(declaration));
    return known;
};
const saysAllContexts = ({ services }) => Object.values(services).every((settings) => settings && settings.context !== undefined);
const onTop = async (objects, root, discovered, declaration) => {
    const names = newNames(discovered.services, declaration);
    await refuseWhatDoesNotFit(objects, root, discovered, declaration);
    const follow = following(names);
    const kept = discovered.services.flatMap((service) => {
        const name = names.get(service.name);
        return name ? [withSettings(follow({ ...service, name }), declaration.services[name] || {})] : [];
    });
    const there = new Set(kept.map(({ name }) => name));
    const added = Object.entries(declaration.services).filter(([name]) => !there.has(name));
    const made = added.map(([name, settings]) => settings ? [newService(objects, root, name, settings)] : []);
    return {
        services: [...kept, ...(await Promise.all(made.flat()))],
        warnings: discovered.warnings.filter((text) => !isAnswered(text, declaration)),
    };
};
/** Somebody who declares a service, or leaves it out, knows that it could not be discovered. */
const isAnswered = (warning, { services }) => {
    const name = / is left out: /.test(warning) ? warning.split(' ')[0] : undefined;
    return name !== undefined && Object.hasOwn(services, name);
};
const newService = async (objects, root, name, settings) => {
    const folder = settings.context ?? settings.path ?? '.';
    const dockerfile = (0,normal/* normal */.q)(settings.dockerfile ?? external_node_path_.posix.join(folder, 'Dockerfile'));
    const context = (0,normal/* normal */.q)(settings.context ?? (await (0,lone_dockerfile/* contextOf */.V)(objects, root, dockerfile)));
    const path = (0,naming/* ownFolder */.v)(name, dockerfile, context);
    return withSettings({ ...service/* PLAIN */.t, name, path, dockerfile, context }, settings);
};
const withSettings = (service, settings) => {
    const context = settings.context === undefined ? service.context : (0,normal/* normal */.q)(settings.context);
    const dockerfile = settings.dockerfile === undefined ? service.dockerfile : (0,normal/* normal */.q)(settings.dockerfile);
    return {
        ...service,
        context,
        dockerfile,
        path: settings.path === undefined ? pathOf(service, dockerfile, context) : (0,normal/* normal */.q)(settings.path),
        inline: settings.dockerfile === undefined ? service.inline : null,
        ...replaced(service, settings),
        args: { ...service.args, ...textsOf(settings.args ?? {}) },
        contexts: { ...service.contexts, ...contextsOf(settings) },
        labels: { ...service.labels, ...textsOf(settings.labels ?? {}) },
        annotations: { ...service.annotations, ...textsOf(settings.annotations ?? {}) },
        secrets: { ...service.secrets, ...secretsOf(settings.secrets ?? {}) },
        ssh: settings.ssh ?? service.ssh,
        inputs: settings.inputs?.map(normal/* normal */.q) ?? service.inputs,
        artifacts: settings.artifacts?.map(normalArtifact) ?? service.artifacts,
        dependsOn: settings.dependsOn ?? service.dependsOn,
    };
};
/** What is said here stands instead of what was discovered. */
const replaced = (service, { target, platforms, group, test }) => ({
    target: target ?? service.target,
    platforms: platforms ?? service.platforms,
    tests: (0,test_settings/* testKinds */.m)(test) ?? service.tests,
    group: group ?? service.group,
});
const pathOf = (service, dockerfile, context) => dockerfile === service.dockerfile && context === service.context
    ? service.path
    : (0,naming/* ownFolder */.v)(service.name, dockerfile, context);
const normalArtifact = ({ path, from }) => ({
    path: (0,normal/* normal */.q)(path),
    from: from.map(normal/* normal */.q),
});
const textsOf = (args) => Object.fromEntries(Object.entries(args).map(([name, value]) => [name, String(value)]));
const secretsOf = (secrets) => Object.fromEntries(Object.entries(secrets).map(([id, source]) => [
    id,
    'env' in source
        ? { kind: 'environment', name: source.env }
        : { kind: 'file', path: source.file },
]));
const contextsOf = ({ contexts = {} }) => (0,named_context/* namedContexts */.uf)(contexts).contexts;


/***/ }),

/***/ 86942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ path),
/* harmony export */   Ev: () => (/* binding */ told),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   Uq: () => (/* binding */ value),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

/** Of valibot's schema, the JSON schema and the page of the documentation: what a person reads in an editor. */
const told = valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_;
const NAME_FORM = 'a name has lower-case letters and digits, joined by one of . _ -, at most 64';
const name = (what) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(`${what} must be a text`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/, `${what}: ${NAME_FORM}`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxLength */ .Ru6(64, `${what}: ${NAME_FORM}`));
/** From the repository's root, and inside of it; with `/` on every system. */
const INSIDE = /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\\]+$/;
const path = (what) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(`${what} must be a path`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(INSIDE, `${what} is a path from the repository's root, inside of it, with /`));
const list = (what, item) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(item, `${what} must be a list: [a, b]`);
const value = valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()], 'the value of an argument is a text, a whole number, true or false; put quotes around anything else');


/***/ }),

/***/ 55611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ missingFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68472);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46800);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29065);




/** Dockerfiles and contexts that are declared and are not there. */
const missingFiles = async (objects, root, declared) => {
    const all = declared.flatMap(([name, settings]) => [
        missing(objects, root, name, settings, 'dockerfile'),
        missing(objects, root, name, settings, 'context'),
    ]);
    return (await Promise.all(all)).flat();
};
const missing = async (objects, root, name, settings, what) => {
    const path = settings[what];
    if (path === undefined || (await (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entryAt */ ._f)(objects, root, path)))
        return [];
    const below = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(settings.context ?? settings.path ?? '.', path);
    const instead = (await (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entryAt */ ._f)(objects, root, below)) ? below : await nearestFile(objects, root, path);
    return [{ path: ['services', name, what], problem: (0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .noSuchFile */ .VT)(name, what, path, instead) }];
};
/** What stands beside it and is called almost so. */
const nearestFile = async (objects, root, path) => {
    const folder = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entryAt */ ._f)(objects, root, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path));
    if (folder?.mode !== '040000')
        return null;
    const names = (await objects.tree(folder.oid)).map(({ name }) => name);
    const [close] = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path), names, 1);
    return close === undefined ? null : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path), close);
};


/***/ }),

/***/ 10786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ normal)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** `./a//b/` as `a/b`. */
const normal = (path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path).replace(/(?<=.)\/$/, '');


/***/ }),

/***/ 52183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ testSettings),
/* harmony export */   m: () => (/* binding */ testKinds)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77934);
/* harmony import */ var _tests_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95463);
/* harmony import */ var _forms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86942);
/* harmony import */ var _normal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10786);




/** No pattern, no variable, nothing to quote: it goes into an instruction of a Dockerfile. */
const reports = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP('reports must be a path'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^(?!.*\/\.\.?(?:\/|$))(?:\/[\w@+,.-]+)+\/?$/, 'reports is a folder in the stage or the container: a path that begins with /, of letters, digits and . _ - + @ ,'), (0,_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('The folder, in the stage or the container, that holds JUnit’s XML afterwards.'));
const filled = (what) => valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(`${what} must be a text`), valibot__WEBPACK_IMPORTED_MODULE_2__/* .nonEmpty */ .hq(`${what} must not be empty`));
const FORMS = 'test is { stage: NAME }, { command: [npm, test] }, { compose: FILE, service: NAME }, a list of these, or false';
const fields = valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    stage: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(filled('stage'), (0,_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('A stage of its Dockerfile, which passes where it can be built.'))),
    command: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('command', valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP('each word of the command is a text; put quotes around a number')), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minLength */ .BpQ(1, 'command names a program: [npm, test]'), (0,_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('A program, and its arguments, that runs in the built image. A shell is [sh, -c, "…"].'))),
    compose: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .Ae)('compose'), (0,_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('A compose file, for tests that need neighbours.'))),
    service: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(filled('service'), (0,_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('The service of the compose file whose exit code decides. It is started with what it depends on.'))),
    env: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^[^=\s]+$/, 'the name of a variable holds no = and no space')), _forms_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq, 'env must be a map: { NAME: "value" }'), (0,_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('Variables for the command.'))),
    inputs: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('inputs', (0,_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .Ae)('inputs')), (0,_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('The files that the command, or the compose tests, read besides: paths and patterns. No others are there.'))),
    reports: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(reports),
}, FORMS);
const kindsIn = ({ stage, command, compose }) => [stage, command, compose].filter((one) => one !== undefined).length;
const oneTest = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(fields, valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y((one) => kindsIn(one) < 2, `one test is of one kind: ${FORMS}`), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y((one) => kindsIn(one) > 0 || one.reports !== undefined, FORMS), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y(({ compose, service }) => compose === undefined || service !== undefined, 'compose needs service: the service of the compose file whose exit code decides'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y(({ compose, service }) => compose !== undefined || service === undefined, 'service belongs to compose: the file that it stands in'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y(({ command, env }) => env === undefined || command !== undefined, 'env belongs to command; a compose file says its variables itself'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y(({ command, compose, inputs }) => inputs === undefined || (command ?? compose) !== undefined, 'inputs belong to command or compose; a stage reads what its instructions copy'));
/** The `test:` of a service. */
const testSettings = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(false), oneTest, valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(oneTest), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minLength */ .BpQ(1))], FORMS), (0,_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .told */ .Ev)('How it is tested: in a stage, by a command in the built image, by a compose file, or in several of these ways. By default in the stage named test, if there is one. false: not at all, on purpose.'));
/** Undefined where nothing is said. */
const testKinds = (settings) => {
    if (settings === undefined)
        return undefined;
    if (settings === false)
        return [];
    return (Array.isArray(settings) ? settings : [settings]).map(testKind);
};
const testKind = ({ stage = _tests_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .TEST_STAGE */ .g, command, compose, service = '', ...rest }) => {
    const reports = rest.reports?.replace(/\/$/, '') ?? null;
    const inputs = rest.inputs?.map(_normal_js__WEBPACK_IMPORTED_MODULE_1__/* .normal */ .q) ?? [];
    if (compose !== undefined)
        return { kind: 'compose', file: (0,_normal_js__WEBPACK_IMPORTED_MODULE_1__/* .normal */ .q)(compose), service, inputs, reports };
    if (command === undefined)
        return { kind: 'stage', stage, reports };
    const env = Object.entries(rest.env ?? {}).map(([name, text]) => [name, String(text)]);
    return { kind: 'command', command, env: Object.fromEntries(env), inputs, reports };
};


/***/ })

};
