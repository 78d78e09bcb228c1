export const id = 6736;
export const ids = [6736];
export const modules = {

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

/***/ 6736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readConfiguration: () => (/* binding */ readConfiguration)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./.build/catalog/yaml.js
var yaml = __webpack_require__(38911);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/catalog/issues.js
var catalog_issues = __webpack_require__(42148);
// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(68472);
// EXTERNAL MODULE: ./.build/catalog/declaration/forms.js
var declaration_forms = __webpack_require__(86942);
// EXTERNAL MODULE: ./.build/catalog/declaration/test-settings.js
var test_settings = __webpack_require__(52183);
;// CONCATENATED MODULE: ./.build/catalog/declaration/settings.js



const platform = dist/* pipe */.FsL(dist/* string */.YjP('a platform must be a text'), dist/* regex */.yGV(/^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/, 'a platform looks like linux/amd64 or linux/arm/v7'));
const CONTEXT_FORMS = 'a path from the repository’s root, service:NAME, docker-image://IMAGE, or the address of a git repository';
const context = dist/* pipe */.FsL(dist/* string */.YjP(`a named context is ${CONTEXT_FORMS}`), dist/* regex */.yGV(/^(?:service:[a-z0-9._-]+|(?:docker-image|https?|git|ssh):\/\/.+|git@.+|(?!\/|target:|oci-layout:)(?!(?:.*\/)?\.\.(?:\/|$))[^\\]+)$/, `a named context is ${CONTEXT_FORMS}`));
const texts = (what) => dist/* record */.g1P(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq()), declaration_forms/* value */.Uq, `${what} must be a map: { name: "value" }`);
const SECRET_FORMS = 'a secret is { env: VARIABLE } or { file: path }; its value is never written here';
const secret = dist/* union */.KCZ([
    dist/* strictObject */.rej({
        env: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq(), (0,declaration_forms/* told */.Ev)('The variable of the environment that holds it.')),
    }),
    dist/* strictObject */.rej({
        file: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq(), (0,declaration_forms/* told */.Ev)('The file that holds it, where the build runs.')),
    }),
], SECRET_FORMS);
const artifact = dist/* strictObject */.rej({
    path: dist/* pipe */.FsL((0,declaration_forms/* path */.Ae)('path'), (0,declaration_forms/* told */.Ev)('A file that git does not track, or a folder with everything below it.')),
    from: dist/* pipe */.FsL((0,declaration_forms/* list */.p_)('from', (0,declaration_forms/* path */.Ae)('from')), dist/* minLength */.BpQ(1, 'from names at least one file that the artifact is made from'), (0,declaration_forms/* told */.Ev)('The tracked files that it is made from: paths and patterns, from the repository’s root.')),
});
const ecsService = dist/* union */.KCZ([
    dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq('the name of an ECS service must not be empty')),
    dist/* strictObject */.rej({
        service: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq(), (0,declaration_forms/* told */.Ev)('The name of the ECS service.')),
        container: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq(), (0,declaration_forms/* told */.Ev)('The container of its task that runs the image.'))),
        taskDefinition: dist/* optional */.lqM(dist/* pipe */.FsL((0,declaration_forms/* path */.Ae)('taskDefinition'), (0,declaration_forms/* told */.Ev)('The template of its task definition, from the repository’s root.'))),
    }),
], 'an ECS service is its name, or a map: { service: …, container: …, taskDefinition: … }');
const serviceSettings = dist/* strictObject */.rej({
    from: dist/* optional */.lqM(dist/* pipe */.FsL((0,declaration_forms/* name */.UU)('from'), (0,declaration_forms/* told */.Ev)('The service as it was discovered; here it gets another name.'))),
    path: dist/* optional */.lqM(dist/* pipe */.FsL((0,declaration_forms/* path */.Ae)('path'), (0,declaration_forms/* told */.Ev)('The folder that people think of as its own.'))),
    dockerfile: dist/* optional */.lqM(dist/* pipe */.FsL((0,declaration_forms/* path */.Ae)('dockerfile'), (0,declaration_forms/* told */.Ev)('Its Dockerfile, from the repository’s root.'))),
    context: dist/* optional */.lqM(dist/* pipe */.FsL((0,declaration_forms/* path */.Ae)('context'), (0,declaration_forms/* told */.Ev)('The folder that it is built with, from the repository’s root.'))),
    target: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq('target must not be empty'), (0,declaration_forms/* told */.Ev)('The stage to build; the last one by default.'))),
    args: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), declaration_forms/* value */.Uq, 'args must be a map: { NAME: "value" }'), (0,declaration_forms/* told */.Ev)('Build arguments. They come on top of those that were discovered.'))),
    contexts: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), context, 'contexts must be a map: { name: ./folder }'), (0,declaration_forms/* told */.Ev)(`Named contexts, for FROM and --from: ${CONTEXT_FORMS}.`))),
    labels: dist/* optional */.lqM(dist/* pipe */.FsL(texts('labels'), (0,declaration_forms/* told */.Ev)('Labels of its image. They decide it: no time, no version.'))),
    annotations: dist/* optional */.lqM(dist/* pipe */.FsL(texts('annotations'), (0,declaration_forms/* told */.Ev)('Annotations of its image’s manifest. They decide it too.'))),
    secrets: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq()), secret, `secrets must be a map: ${SECRET_FORMS}`), (0,declaration_forms/* told */.Ev)('What RUN --mount=type=secret may read, by id: in no layer, no log and no fingerprint.'))),
    ssh: dist/* optional */.lqM(dist/* pipe */.FsL((0,declaration_forms/* list */.p_)('ssh', dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq())), (0,declaration_forms/* told */.Ev)('SSH agents that RUN --mount=type=ssh may use: default, or ID=SOCKET.'))),
    platforms: dist/* optional */.lqM(dist/* pipe */.FsL((0,declaration_forms/* list */.p_)('platforms', platform), (0,declaration_forms/* told */.Ev)('The platforms that it is built for.'))),
    inputs: dist/* optional */.lqM(dist/* pipe */.FsL((0,declaration_forms/* list */.p_)('inputs', (0,declaration_forms/* path */.Ae)('inputs')), (0,declaration_forms/* told */.Ev)('Files that decide its image though no instruction names them: paths and patterns.'))),
    artifacts: dist/* optional */.lqM(dist/* pipe */.FsL((0,declaration_forms/* list */.p_)('artifacts', artifact), (0,declaration_forms/* told */.Ev)('What git does not track and the Dockerfile copies all the same, and what it is made from.'))),
    dependsOn: dist/* optional */.lqM(dist/* pipe */.FsL((0,declaration_forms/* list */.p_)('dependsOn', (0,declaration_forms/* name */.UU)('dependsOn')), (0,declaration_forms/* told */.Ev)('Services whose images decide its own though no instruction names them.'))),
    test: dist/* optional */.lqM(test_settings/* testSettings */.e),
    group: dist/* optional */.lqM(dist/* pipe */.FsL((0,declaration_forms/* name */.UU)('group'), (0,declaration_forms/* told */.Ev)('Services of one group are released together.'))),
    ecs: dist/* optional */.lqM(dist/* pipe */.FsL((0,declaration_forms/* list */.p_)('ecs', ecsService), dist/* minLength */.BpQ(1, 'ecs names at least one ECS service'), dist/* check */.z6Y((all) => new Set(all.map((one) => (typeof one === 'string' ? one : one.service))).size === all.length, 'ecs names each ECS service once'), (0,declaration_forms/* told */.Ev)('The ECS services that run its image; the one that the environment names by default.'))),
}, 'a service is a map of settings, or false to leave it out');
/** How the services are found that `stagger.yml` does not name. */
const WAYS = ['compose', 'bake', 'dockerfiles'];
const discoverSchema = dist/* pipe */.FsL(dist/* union */.KCZ([dist/* literal */.euz(false), dist/* picklist */.KIO(WAYS)], `discover is one of ${WAYS.join(', ')}, or false: then only the services that are declared here count`), (0,declaration_forms/* told */.Ev)('Where services are discovered: the compose files, the bake files, or every Dockerfile. By default the first of these that is there. false: only what is declared counts.'));
/** The `services:` of stagger.yml. */
const servicesSchema = dist/* pipe */.FsL(dist/* record */.g1P((0,declaration_forms/* name */.UU)('the name of a service'), dist/* union */.KCZ([dist/* literal */.euz(false), serviceSettings], 'a service is a map of settings, or false to leave it out'), 'services must be a map: { name: { dockerfile: … } }'), (0,declaration_forms/* told */.Ev)('Services by name: new ones, and settings for those that were discovered. false leaves one out.'));

// EXTERNAL MODULE: ./.build/environment/settings.js + 1 modules
var settings = __webpack_require__(32115);
// EXTERNAL MODULE: ./.build/image/check-command.js
var check_command = __webpack_require__(49568);
;// CONCATENATED MODULE: ./.build/image/settings.js


const told = dist/* description */.h_;
const argv = (what) => dist/* pipe */.FsL(dist/* array */.YOg(dist/* string */.YjP(`${what} is a list of texts`), `${what} is a command: [program, argument, "{image}"]`), dist/* minLength */.BpQ(1, `${what} names a program`), dist/* check */.z6Y((command) => (0,check_command/* namesImage */.Gc)(command), `${what} says where the image goes, or it would check another one: [program, "{image}"]`));
const settings_platform = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/, 'a platform looks like linux/amd64 or linux/arm/v7'));
/** The `build:` of stagger.yml. */
const buildSchema = dist/* pipe */.FsL(dist/* strictObject */.rej({
    cache: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* picklist */.KIO(['registry', 'gha', 'none'], 'cache is registry, gha or none'), told('Where layers are kept between builds. registry (the default, where the builder can): beside the images of a service; the default branch writes them, everybody reads them, pull requests write nothing. gha: in GitHub’s cache, as far as the action build runs the build; the default with push: false, as for a fork’s pull request, which reads what the default branch wrote there and writes for itself alone. GitHub keeps 10 GB a repository, and for 7 days what nobody reads. none: nowhere. A cache only saves time: one that is not there fails no build.'))),
    jobs: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig('jobs is a whole number from 1 to 64'), dist/* integer */.ndf('jobs is a whole number from 1 to 64'), dist/* minValue */.Wwf(1, 'jobs is a whole number from 1 to 64'), dist/* maxValue */.cGV(64, 'jobs is a whole number from 1 to 64'), told('How many services one run builds at once; 3 by default.'))),
    tests: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* picklist */.KIO(['required', 'optional'], 'tests is required or optional'), told('Whether a service without tests is refused, or only told. optional by default.'))),
    provenance: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* union */.KCZ([dist/* literal */.euz(false), dist/* picklist */.KIO(['min', 'max'])], 'provenance is false, min or max'), told('How much BuildKit attests of how an image was made. false by default.'))),
    sbom: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* union */.KCZ([
        dist/* boolean */.zMY(),
        dist/* strictObject */.rej({
            generator: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq(), told('The image that makes the bill of materials.')),
        }),
    ], 'sbom is true, false or { generator: IMAGE }'), told('Whether BuildKit attests what is in an image. false by default.'))),
    sign: dist/* optional */.lqM(dist/* pipe */.FsL(argv('sign'), told('A command that signs an image: {image} stands for its name with its digest.'))),
    scan: dist/* optional */.lqM(dist/* pipe */.FsL(argv('scan'), told('A command that looks for what is wrong with an image: {image} stands for it, {report} for a file that SARIF is written to. A finding of the level error fails the build, as another exit code than 0 does.'))),
    adopt: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* picklist */.KIO(['never', 'pull-requests'], 'adopt is never or pull-requests'), told('Whether the default branch takes over images that pull requests have built. never by default: whoever can push a branch could plant its next image.'))),
    createRepositories: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* boolean */.zMY('createRepositories is true or false'), told('Whether a repository that Amazon ECR does not have is made. false by default.'))),
    runners: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(settings_platform, dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq()), 'runners is a map: { linux/arm64: label }'), told('The runner that builds for a platform: it stands in the plan’s matrix as `runner`.'))),
}, 'build is a map of settings'), told('How images are built, tested, kept and checked.'));

// EXTERNAL MODULE: ./.build/version/settings.js
var version_settings = __webpack_require__(80844);
;// CONCATENATED MODULE: ./.build/main/settings.js





const registry = dist/* pipe */.FsL(dist/* string */.YjP('registry must be a text such as ghcr.io/acme'), dist/* regex */.yGV(/^[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._-]+)*$/, 'registry is a host and a path in lower case, without https://'), dist/* description */.h_('Where images go: a host and a path. --registry and STAGGER_REGISTRY come first.'));
/** All rooms' parts of `stagger.yml`. */
const settingsSchema = dist/* strictObject */.rej({
    registry: dist/* optional */.lqM(registry),
    build: dist/* optional */.lqM(buildSchema),
    discover: dist/* optional */.lqM(discoverSchema),
    services: dist/* optional */.lqM(servicesSchema),
    version: dist/* optional */.lqM(version_settings/* versionSchema */.G),
    environments: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), settings/* environmentSchema */.VW, 'environments must be a map: { name: { cluster: … } }'), dist/* description */.h_('The places where images run, by name, in the order of promotion.'))),
}, 'the configuration must be a map of settings');
/** What is behind an `optional`; of several possibilities those that have settings of their own, a list where a list is. */
const unwrap = (part, isList = false) => {
    if (part.wrapped)
        return unwrap(part.wrapped, isList);
    const deep = part.options?.filter(({ type }) => /object|record|array/.test(type)) ?? [];
    const fitting = deep.filter(({ item }) => (item !== undefined) === isList);
    const [first] = fitting.length > 0 ? fitting : deep;
    return first ? unwrap(allOf(first, fitting), isList) : part;
};
/** Of several kinds of a map, e.g. `{ env }` or `{ file }`, the keys of each may stand there. */
const allOf = (first, kinds) => first.entries
    ? { ...first, entries: Object.assign({}, ...kinds.map(({ entries }) => entries).reverse()) }
    : first;
/** What may stand in the map at a place. */
const settingsAt = (path, schema = settingsSchema) => {
    const [key, ...rest] = path;
    const part = unwrap(schema, typeof key === 'number');
    if (key === undefined)
        return Object.keys(part.entries ?? {});
    const next = part.entries?.[key] ?? part.value ?? part.item;
    return next ? settingsAt(rest, next) : [];
};
/** Every key that is no setting. (valibot itself stops at the first one of a map.) */
const unknownKeys = (value, path = [], schema = settingsSchema) => {
    const part = unwrap(schema, Array.isArray(value));
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
    const strangers = unknownKeys(document.value);
    const misnamed = new Set(strangers.map(mapOf));
    const unknown = strangers.map((path) => problemAt(document, path, unknownSetting));
    const others = issues
        .flatMap((issue) => (0,catalog_issues/* plainIssues */.f)(issue))
        .filter(({ issue }) => !isUnknownKey(issue))
        // Which form was meant is only known once its keys have their names.
        .filter(({ issue, path, ofForm }) => !(ofForm && isMissing(issue) && misnamed.has(mapOf(path))))
        .map(({ issue, path }) => problemAt(document, path, (at, where) => isMissing(issue) ? missingSetting(at, where) : wrongValue(at, where, issue)));
    return [...unknown, ...others].toSorted(byPlace);
};
/** The map in which something stands, to compare. */
const mapOf = (path) => JSON.stringify(path.slice(0, -1));
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
        fix: close.length > 0
            ? `did you mean ${close.join(' or ')}?`
            : `name one of those instead, or remove ${where}`,
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
    const { readDocument } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2437)]).then(__webpack_require__.bind(__webpack_require__, 2437));
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
