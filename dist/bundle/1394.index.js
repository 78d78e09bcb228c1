export const id = 1394;
export const ids = [1394];
export const modules = {

/***/ 11394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepRollouts: () => (/* binding */ keepRollouts),
/* harmony export */   keptRollouts: () => (/* binding */ keptRollouts)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);

const NAME = 'rollout-';
/** Keeps what a step began where its post step finds it, from the moment on at which it began: a step may be killed. */
const keepRollouts = () => {
    const names = new Map();
    const nameOf = ({ site: { settings }, revision }) => {
        const key = [settings.endpoint, settings.region, settings.cluster, settings.service, revision].join(' ');
        const name = names.get(key) ?? `${NAME}${names.size}`;
        names.set(key, name);
        return name;
    };
    return {
        begun: (rollout) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.saveState)(nameOf(rollout), rollout),
        done: (rollout) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.saveState)(nameOf(rollout), ''),
    };
};
/** What the step that this one comes after was kept from seeing to. */
const keptRollouts = () => Object.keys(process.env)
    .filter((name) => name.startsWith(`STATE_${NAME}`))
    .map((name) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.getState)(name.slice('STATE_'.length)))
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text));


/***/ })

};
