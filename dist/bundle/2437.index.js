export const id = 2437;
export const ids = [2437];
export const modules = {

/***/ 2437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readDocument: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

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


/***/ })

};
