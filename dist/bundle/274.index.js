export const id = 274;
export const ids = [274];
export const modules = {

/***/ 3274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inputsCommand: () => (/* binding */ inputsCommand)
});

// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(8472);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
// EXTERNAL MODULE: ./.build/commands/commit-view.js + 25 modules
var commit_view = __webpack_require__(7628);
;// CONCATENATED MODULE: ./.build/commands/inputs.js



/** Which files decide a service's image at a revision. */
const inputs = async ({ git }, { service, revision }) => {
    const view = await (0,commit_view/* viewCommit */.N)(git, await git.commit(revision ?? 'HEAD'));
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
        files: (await Promise.all(stage.inputs.map((input) => filesOf(git, input)))).flat(),
        stage,
    };
};
const filesOf = async (objects, input) => {
    if (input.mode !== '040000')
        return [input];
    const entries = await objects.tree(input.oid);
    const below = entries.map(({ name, mode, oid }) => filesOf(objects, { ...input, mode, oid, path: input.path === '.' ? name : `${input.path}/${name}` }));
    return (await Promise.all(below)).flat();
};

// EXTERNAL MODULE: ./.build/report/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./.build/report/inputs.js

/** The documented object of `inputs --json`. */
const inputsJson = ({ service, commit, fingerprint, files, stage, }) => ({
    schema: 1,
    service,
    rev: commit,
    fingerprint,
    files: files.map(({ path, mode, oid, because }) => ({
        path,
        mode,
        oid,
        because: `${because.instruction}, line ${because.line}`,
    })),
    settings: {
        target: stage.target,
        args: stage.args,
        instructions: stage.instructions,
        unpinned: stage.unpinned,
    },
    widened: [...stage.widened, ...stage.untracked],
});
const COLUMNS = [{ title: 'file' }, { title: 'because of' }];
const inputsText = ({ service, fingerprint, files, stage }) => [
    `${files.length} files decide the image of ${service} (${fingerprint ?? 'no fingerprint'})`,
    '',
    (0,table/* table */.tp)(COLUMNS, files.map(({ path, because }) => [path, `${because.instruction}, line ${because.line}`])),
    ...[...stage.widened, ...stage.untracked].map(({ reason, detail, line }) => `${reason}: ${(0,table/* printable */.g$)(detail)} (line ${line})\n`),
].join('\n');

// EXTERNAL MODULE: ./.build/main/session.js + 10 modules
var session = __webpack_require__(7447);
;// CONCATENATED MODULE: ./.build/main/inputs.js



const inputsCommand = async (options, progress) => {
    const found = await (0,session/* inSession */.Cp)(options.repo, progress, (session) => inputs(session, options));
    return { code: 0, json: inputsJson(found), text: inputsText(found) };
};


/***/ })

};
