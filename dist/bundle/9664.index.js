export const id = 9664;
export const ids = [9664];
export const modules = {

/***/ 39664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RefusedOnly: () => (/* binding */ RefusedOnly)
/* harmony export */ });
/* harmony import */ var _smithy_core_retry__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23609);

/**
 * Repeats a request only where AWS says that it did not take it. After a lost answer nobody knows whether an
 * update has begun a deployment; what is there must be read before it is written again.
 */
class RefusedOnly extends _smithy_core_retry__WEBPACK_IMPORTED_MODULE_0__.AdaptiveRetryStrategy {
    async refreshRetryTokenForRetry(token, info) {
        if (!wasRefused(info))
            throw info.error ?? new Error('not repeated');
        return super.refreshRetryTokenForRetry(token, { ...info, errorType: 'THROTTLING' });
    }
}
/** AWS calls two registrations of one family at once a client's error, but it passes like throttling. */
const wasRefused = ({ errorType, error }) => errorType === 'THROTTLING' || /too many concurrent attempts/i.test(error?.message ?? '');


/***/ })

};
