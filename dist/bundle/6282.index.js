export const id = 6282;
export const ids = [6282];
export const modules = {

/***/ 56282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   placedProblems: () => (/* binding */ placedProblems)
/* harmony export */ });
/* harmony import */ var _inline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50705);
/* harmony import */ var _missing_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55611);


/** What is wrong in a service, each problem with the place that it can be corrected at. */
const placedProblems = async (objects, root, service, declaration, problems) => {
    const told = await (0,_inline_js__WEBPACK_IMPORTED_MODULE_0__/* .inTheirFile */ .q)(objects, root, service, problems);
    const placed = told.map((problem) => declaration ? blamed(objects, root, service, declaration, problem) : problem);
    return (await Promise.all(placed));
};
/** Where a setting of `stagger.yml` is to blame for a problem that shows when the service is read, it stands there. */
const blamed = async (objects, root, service, declaration, problem) => {
    const settings = declaration.services[service.name];
    if (!settings || problem.at)
        return problem;
    const found = await (0,_missing_files_js__WEBPACK_IMPORTED_MODULE_1__/* .missingFiles */ .w)(objects, root, [[service.name, settings]]);
    const same = found.find((one) => one.problem.code === problem.code);
    const path = same?.path ?? settingOf(problem, service.name, settings);
    return path ? { ...(same?.problem ?? problem), at: await declaration.at(path) } : problem;
};
const SETTING = {
    'missing-dockerfile': ['dockerfile', 'context', 'path'],
    'missing-context': ['contexts', 'context'],
    'unknown-target': ['target'],
    'declared-input-missing': ['inputs', 'artifacts', 'test'],
    'unknown-test-stage': ['test'],
    'missing-test-file': ['test'],
    'unknown-test-service': ['test'],
    'image-not-tested': ['test'],
};
const settingOf = ({ code, problem }, name, settings) => {
    const setting = (SETTING[code] ?? []).find((one) => settings[one] !== undefined &&
        (code !== 'declared-input-missing' || problem.includes(`: ${one} names `)));
    if (setting === undefined)
        return null;
    const item = setting === 'inputs' ? itemNamed(settings.inputs ?? [], problem) : [];
    return ['services', name, setting, ...item];
};
const itemNamed = (items, problem) => {
    const at = items.findIndex((item) => problem.includes(JSON.stringify(item)));
    return at < 0 ? [] : [at];
};


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

/***/ 50705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ inTheirFile)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46800);

/** What is wrong in a Dockerfile that stands inside of another file, with its place in that one. */
const inTheirFile = async (objects, root, { inline, dockerfile }, problems) => {
    if (inline === null)
        return problems;
    const lines = ((await (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(objects, root, dockerfile)) ?? '').split('\n');
    const offset = offsetOf(lines, inline.split('\n'));
    return problems.map((problem) => problem.at?.file === dockerfile ? { ...problem, at: moved(problem.at, lines, offset) } : problem);
};
/** The line before the one that the text begins in: where most of its lines stand below each other. Null where none does. */
const offsetOf = (lines, inline) => {
    const same = (offset) => inline.filter((line, at) => line.trim() !== '' && lines[offset + at]?.trim() === line.trim()).length;
    const found = lines.map((_, offset) => ({ offset, same: same(offset) })).sort((a, b) => b.same - a.same);
    return found[0] && found[0].same > 0 ? found[0].offset : null;
};
const moved = (at, lines, offset) => {
    const line = offset === null ? 1 : at.line + offset;
    const text = lines[line - 1] ?? '';
    const column = offset === null ? 1 : text.length - text.trimStart().length + at.column;
    return { file: at.file, line, column, text };
};


/***/ })

};
