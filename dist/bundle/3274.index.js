export const id = 3274;
export const ids = [3274];
export const modules = {

/***/ 73274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inputsCommand: () => (/* binding */ inputsCommand)
});

// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(68472);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/commands/commit-view.js + 13 modules
var commit_view = __webpack_require__(50353);
;// CONCATENATED MODULE: ./.build/commands/inputs.js



/** Which files decide a service's image at a revision. */
const inputs = async ({ git, readConfiguration }, { service, revision }) => {
    const view = await (0,commit_view/* viewCommit */.N0)(git, await git.commit(revision ?? 'HEAD'), readConfiguration);
    const snapshot = (0,words/* isServiceName */.tN)(service) ? await view.snapshot(service) : null;
    if (!snapshot) {
        const { services } = await view.discovered();
        throw new words/* StaggerError */.IY((0,nearest/* unknownName */.U)('service', service, services.map(({ name }) => name)));
    }
    const stage = snapshot.image.inputs;
    return {
        service: snapshot.service.name,
        commit: view.commit,
        fingerprint: snapshot.image.fingerprint,
        files: await allFiles(git, stage.inputs),
        named: await Promise.all(stage.named.map(async ({ name, folder, inputs }) => ({
            name,
            folder,
            files: await allFiles(git, inputs),
        }))),
        declared: await allFiles(git, stage.declared),
        stage,
    };
};
const allFiles = async (objects, inputs) => (await Promise.all(inputs.map((input) => filesOf(objects, input)))).flat();
const filesOf = async (objects, input) => {
    if (input.mode !== '040000')
        return [input];
    const entries = await objects.tree(input.oid);
    const below = entries.map(({ name, mode, oid }) => filesOf(objects, { ...input, mode, oid, path: input.path === '.' ? name : `${input.path}/${name}` }));
    return (await Promise.all(below)).flat();
};

// EXTERNAL MODULE: ./.build/report/plan/reason.js
var reason = __webpack_require__(69753);
// EXTERNAL MODULE: ./.build/report/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./.build/report/inputs.js


/** The documented object of `inputs --json`. */
const inputsJson = (found) => {
    const { service, commit, fingerprint, stage } = found;
    return {
        schema: 1,
        service,
        rev: commit,
        fingerprint,
        files: [
            ...found.files.map(fileJson),
            ...found.named.flatMap(({ name, files }) => files.map((file) => ({ ...fileJson(file), context: name }))),
            ...found.declared.map((file) => ({ ...fileJson(file), declared: true })),
        ],
        contexts: found.named.map(({ name, folder }) => ({ name, folder })),
        edges: stage.edges.map(({ service: base, reference, because }) => ({
            service: base,
            reference,
            ...because,
        })),
        settings: {
            target: stage.target,
            args: stage.args,
            instructions: stage.instructions,
            platforms: stage.platforms,
            unpinned: stage.unpinned,
        },
        widened: [...stage.widened, ...stage.untracked],
    };
};
const fileJson = ({ path, mode, oid, because }) => ({
    path,
    mode,
    oid,
    because: (0,reason/* placeText */.Z9)(because),
});
const COLUMNS = [{ title: 'file' }, { title: 'because of' }];
const inputsText = (found) => {
    const { service, fingerprint, stage } = found;
    const rows = fileRows(found);
    const count = `${rows.length} ${rows.length === 1 ? 'file decides' : 'files decide'}`;
    return [
        `${count} the image of ${service} (${fingerprint ?? 'no fingerprint'})`,
        '',
        ...(rows.length > 0 ? [(0,table/* table */.tp)(COLUMNS, rows)] : []),
        ...section('built from the images of', stage.edges.map(edgeText)),
        ...section('for the platforms', stage.platforms),
        ...section('not pinned, so that they count as written', stage.unpinned),
        ...section('could not be decided, so that more counts as input', stage.widened.map(({ reason, detail, line }) => `${reason}: ${detail} (line ${line})`)),
        ...section('not tracked by git, so that there is no fingerprint', stage.untracked.map(({ reason, detail, line }) => `${reason}: ${detail} (line ${line})`)),
    ].join('\n');
};
const fileRows = ({ files, named, declared }) => [
    ...[...files, ...declared].map(({ path, because }) => [path, (0,reason/* placeText */.Z9)(because)]),
    ...named.flatMap(({ name, files: own }) => own.map(({ path, because }) => [path, `${(0,reason/* placeText */.Z9)(because)}, in the context ${name}`])),
];
const edgeText = ({ service, reference, because }) => `${service}${reference === null ? '' : `, as ${reference}`} (${(0,reason/* placeText */.Z9)(because)})`;
const section = (title, lines) => lines.length > 0 ? [`${title}:`, ...lines.map((line) => `  ${(0,table/* printable */.g$)(line)}`), ''] : [];

// EXTERNAL MODULE: ./.build/main/session.js + 34 modules
var main_session = __webpack_require__(71489);
;// CONCATENATED MODULE: ./.build/main/inputs.js



const inputsCommand = async (options, progress) => {
    const found = await (0,main_session/* inSession */.Cp)(options.repo, progress, (session) => (0,main_session/* ofWorkTree */.LV)(session, options.revision, () => inputs(session, options), () => null));
    return { code: 0, json: inputsJson(found), text: inputsText(found) };
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


/***/ })

};
