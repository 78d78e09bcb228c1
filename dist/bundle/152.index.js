export const id = 152;
export const ids = [152,437];
export const modules = {

/***/ 2437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readDocument: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/** Throws nothing: what does not parse comes back as problems, all of them. */
const readDocument = (text, file) => {
    const lineCounter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const parsed = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter, merge: true, prettyErrors: false });
    const lines = text.split('\n');
    const position = (offset) => {
        const { line, col } = lineCounter.linePos(offset);
        return { file, line, column: col, text: lines[line - 1] ?? '' };
    };
    if (parsed.errors.length > 0) {
        const problems = parsed.errors.map(({ message, pos }) => syntaxProblem(file, message, position(pos[0])));
        return { problems: problems.filter(isFirstOfItsLine) };
    }
    const at = (path) => position(offsetOf(parsed, path));
    return { document: { file, value: parsed.toJS({ maxAliasCount: 1000 }), at } };
};
/** A parser that lost its place finds one error after another on the same line. */
const isFirstOfItsLine = ({ at }, index, all) => all.findIndex((other) => other.at?.line === at?.line) === index;
const syntaxProblem = (file, message, at) => ({
    code: 'yaml-syntax',
    fault: 'caller',
    problem: `${file} is no valid YAML`,
    why: message,
    fix: 'correct the line; an editor with a YAML schema shows it as you type',
    at,
});
const offsetOf = (parsed, path) => {
    for (let length = path.length; length > 0; length--) {
        const parent = length === 1 ? parsed.contents : parsed.getIn(path.slice(0, length - 1), true);
        const key = path[length - 1];
        const pair = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parent) &&
            parent.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(item) && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && item.key.value === key);
        const node = pair ? pair.key : parsed.getIn(path.slice(0, length), true);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) && node.range)
            return node.range[0];
    }
    return 0;
};


/***/ }),

/***/ 8152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readConfiguration: () => (/* binding */ readConfiguration)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7934);
/* harmony import */ var _catalog_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2437);
/* harmony import */ var _catalog_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8472);
/* harmony import */ var _environment_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(159);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9231);





const registry = valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP('registry must be a text such as ghcr.io/acme'), valibot__WEBPACK_IMPORTED_MODULE_4__/* .regex */ .yGV(/^[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._-]+)*$/, 'registry is a host and a path in lower case, without https://'));
/** All rooms' parts of `stagger.yml`. */
const schema = valibot__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    registry: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(registry),
    environments: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), _environment_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentSchema */ .VW), {}),
});
/** Reads `stagger.yml` once and validates it once; every problem is told, each where it stands, from top to bottom. */
const readConfiguration = async (text, file) => {
    const read = (0,_catalog_document_js__WEBPACK_IMPORTED_MODULE_0__.readDocument)(text ?? '', file);
    if ('problems' in read)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_3__/* .StaggerError */ .IY(...read.problems);
    const checked = valibot__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xLC(schema, read.document.value ?? {});
    if (checked.success)
        return checked.output;
    const problems = checked.issues.map((issue) => configurationProblem(read.document, issue));
    throw new _words_js__WEBPACK_IMPORTED_MODULE_3__/* .StaggerError */ .IY(...problems.toSorted(byPlace));
};
const byPlace = ({ at: one }, { at: other }) => (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
const configurationProblem = (document, issue) => {
    const path = (issue.path ?? []).map(({ key }) => key);
    const at = document.at(path);
    return { code: 'configuration', fault: 'caller', ...told(path, issue, `${at.file}:${at.line}`), at };
};
const told = (path, issue, where) => {
    const strict = issue.type === 'strict_object';
    if (strict && issue.expected === 'never')
        return unknownSetting(path, where);
    if (strict && issue.received === 'undefined')
        return missingSetting(path, where);
    return { problem: `${path.join('.') || where} is not valid`, why: issue.message, fix: `correct ${where}` };
};
const unknownSetting = (path, where) => {
    const valid = path.length > 1 ? _environment_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .SETTINGS */ .yy : Object.keys(schema.entries);
    const close = (0,_catalog_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(String(path.at(-1)), valid);
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


/***/ })

};
