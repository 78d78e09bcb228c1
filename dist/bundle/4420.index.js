export const id = 4420;
export const ids = [4420,2039];
export const modules = {

/***/ 21916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 68472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ unknownName),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);

/** The valid names that look most like what was typed, nearest first. */
const nearest = (name, valid, most = 3) => valid
    .map((candidate) => ({ candidate, far: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(2, candidate.length / 2) || candidate.includes(name))
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ candidate }) => candidate);
/** The problem of a name that is not there, with those that are. */
const unknownName = (kind, name, valid) => {
    const close = nearest(name, valid);
    return {
        code: `unknown-${kind}`,
        fault: 'caller',
        problem: `there is no ${kind} ${JSON.stringify(name)}`,
        why: valid.length > 0 ? `there are: ${[...valid].sort().join(', ')}` : `there is no ${kind} at all`,
        fix: fixOf(kind, close, valid),
    };
};
const fixOf = (kind, close, valid) => {
    if (valid.length === 0)
        return `add that ${kind}, or take out what names it`;
    return close.length > 0 ? `did you mean ${close.join(' or ')}?` : 'name one of them';
};


/***/ }),

/***/ 60570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ neighboursOf),
/* harmony export */   c: () => (/* binding */ basesOf)
/* harmony export */ });
/* harmony import */ var _catalog_edges_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88200);

/** Those whose images a service takes from, or waits for, to build or to test. */
const basesOf = ({ image, test }) => (0,_catalog_edges_js__WEBPACK_IMPORTED_MODULE_0__/* .baseNames */ .YP)(image.inputs, test?.inputs);
/** Those whose images run beside a service's own while it is tested: they must be there, tested or not. */
const neighboursOf = ({ test }) => (0,_catalog_edges_js__WEBPACK_IMPORTED_MODULE_0__/* .edgeNames */ .GU)(test && { edges: test.inputs.edges.filter(({ beside }) => beside) });


/***/ }),

/***/ 64420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action),
  planCommand: () => (/* binding */ planCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/catalog/inputs.js
var inputs = __webpack_require__(33845);
// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(68472);
// EXTERNAL MODULE: ./.build/changes/bases.js
var changes_bases = __webpack_require__(60570);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/report/plan/reason.js
var plan_reason = __webpack_require__(69753);
;// CONCATENATED MODULE: ./.build/report/plan/because.js

/** The reasons of a service: files below the instruction that reads them, another service above its own reasons. */
const becauseOf = (planned, services) => branches(planned, services, new Set([planned.service.name]));
/** A service that several take from is explained once. */
const branches = (planned, services, told) => [
    ...fileBranches(planned),
    ...planned.reasons.filter(isService).map((reason) => serviceBranch(reason, services, told)),
    ...planned.reasons.filter((reason) => !isFile(reason) && !isService(reason)).map(plain),
];
const isService = (reason) => reason.kind === 'service';
const isFile = (reason) => reason.kind === 'input' || reason.kind === 'tests';
const plain = (reason) => ({ text: (0,plan_reason/* reasonText */.uV)(reason) });
const fileBranches = ({ service, reasons }) => {
    const groups = new Map();
    for (const reason of reasons.filter(isFile).toSorted((a, b) => a.line - b.line)) {
        const place = reason.line > 0 ? `${(0,plan_reason/* placeText */.Z9)(reason)} of ${service.dockerfile}` : (0,plan_reason/* placeText */.Z9)(reason);
        const title = reason.kind === 'tests' ? `${place}, for its tests alone` : place;
        groups.set(title, [...(groups.get(title) ?? []), reason]);
    }
    return [...groups].map(([text, files]) => ({
        text,
        below: files.map(({ path, change }) => ({ text: `${path} ${change}` })),
    }));
};
const serviceBranch = (reason, services, told) => {
    const text = (0,plan_reason/* reasonText */.uV)(reason);
    const base = services.get(reason.service);
    if (!base?.affected || reason.change === 'removed')
        return { text };
    if (told.has(reason.service))
        return { text: `${text}: see there` };
    told.add(reason.service);
    return { text, below: branches(base, services, told) };
};

// EXTERNAL MODULE: ./.build/changes/planned.js
var planned = __webpack_require__(63782);
;// CONCATENATED MODULE: ./.build/report/plan/matrix.js


/** What GitHub starts of one matrix: https://docs.github.com/en/actions/reference/limits */
const MOST_JOBS = 256;
/** The jobs that follow: one for each affected service or group, or as many as there may be, evenly filled. */
const planMatrix = ({ services }, most = MOST_JOBS) => {
    const affected = services.filter((service) => service.affected);
    const legs = pack(units(neighbours(basesFirst(affected))), most);
    return { include: legs.map((leg, at) => legOf(leg, at + 1, legs.length)) };
};
const legOf = (services, leg, legs) => {
    const [first, ...more] = services;
    const { name } = first.service;
    return {
        service: services.map(({ service }) => service.name).join(' '),
        title: more.length > 0 ? `${name} and ${more.length} more` : name,
        services: services.length,
        leg,
        legs,
        needs: planned/* NEEDS */.Q.filter((need) => services.some(({ needs }) => needs.includes(need))).join(),
        fingerprint: more.length > 0 ? null : first.image.fingerprint,
    };
};
/** Whoever is built from another one's image comes after it; else the order stays. */
const basesFirst = (services) => {
    const byName = new Map(services.map((planned) => [planned.service.name, planned]));
    const ordered = new Set();
    const visit = (planned) => {
        if (ordered.has(planned))
            return;
        for (const base of (0,changes_bases/* basesOf */.c)(planned)) {
            const found = byName.get(base);
            if (found)
                visit(found);
        }
        ordered.add(planned);
    };
    services.forEach(visit);
    return [...ordered];
};
/**
 * Services that hang together stand next to each other, so that one leg has most of them: a job builds what its
 * services are built from too, where nobody else has, and two jobs would do it twice.
 */
const neighbours = (ordered) => {
    const clusters = new Map();
    for (const planned of ordered) {
        const [home = new Set(), ...others] = new Set((0,changes_bases/* basesOf */.c)(planned).flatMap((base) => clusters.get(base) ?? []));
        for (const one of [...others.flatMap((cluster) => [...cluster]), planned]) {
            home.add(one);
            clusters.set(one.service.name, home);
        }
    }
    return [...new Set(clusters.values())].flatMap((cluster) => [...cluster]);
};
/** What is released together is never torn apart. */
const units = (services) => {
    const made = new Map();
    for (const planned of services) {
        const { name, group } = planned.service;
        const key = group === null ? `service ${name}` : `group ${group}`;
        made.set(key, [...(made.get(key) ?? []), planned]);
    }
    return [...made.values()];
};
/** Consecutive units share a leg; without groups no leg has two services more than another. */
const pack = (all, most) => {
    if (all.length <= most)
        return all;
    const total = all.reduce((sum, unit) => sum + unit.length, 0);
    const legs = new Map();
    let before = 0;
    for (const unit of all) {
        const leg = Math.floor((before * most) / total);
        legs.set(leg, [...(legs.get(leg) ?? []), ...unit]);
        before += unit.length;
    }
    return [...legs.values()];
};

// EXTERNAL MODULE: ./.build/report/plan/renamed.js
var renamed = __webpack_require__(53815);
;// CONCATENATED MODULE: ./.build/report/plan/widened.js
/** What could not be decided of a service's image, and of the compose files that test it. */
const widenedOf = ({ image, test }) => [
    ...image.inputs.widened,
    ...(test?.kinds ?? []).flatMap((kind) => (kind.kind === 'compose' ? kind.widened : [])),
];

;// CONCATENATED MODULE: ./.build/report/plan/json.js




/**
 * The plan as programs read it: `plan --json`, schema 1. A path is a file's name as git has it; a byte that is no
 * UTF-8 is written as the escape of a lone surrogate, `\udc80` to `\udcff`.
 */
const planJson = (plan, maxJobs) => {
    const formerly = (0,renamed/* renames */.m)(plan);
    return {
        schema: 1,
        base: plan.base,
        head: plan.head,
        services: [
            ...plan.services.map((planned) => serviceJson(planned, formerly.get(planned.service.name))),
            ...plan.removed.map(removedJson),
        ],
        matrix: planMatrix(plan, maxJobs),
        warnings: plan.warnings,
        ...(plan.nothing === undefined ? {} : { nothing: plan.nothing }),
    };
};
const serviceJson = (planned, formerly) => {
    const { service, image, test } = planned;
    return {
        name: service.name,
        path: service.path,
        dockerfile: service.dockerfile,
        context: service.context,
        target: service.target,
        group: service.group,
        affected: planned.affected,
        needs: planned.needs,
        change: planned.change,
        renamedFrom: formerly ?? null,
        fingerprint: image.fingerprint,
        testFingerprint: test?.fingerprint ?? null,
        configuration: planned.configuration,
        previous: planned.previous,
        since: planned.since,
        reasons: planned.reasons,
        edges: (0,changes_bases/* basesOf */.c)(planned),
        widened: widenedOf(planned),
        unpinned: image.inputs.unpinned,
    };
};
const removedJson = ({ name, previous }) => ({
    name,
    path: null,
    dockerfile: null,
    context: null,
    target: null,
    group: null,
    affected: false,
    needs: [],
    change: 'removed',
    renamedFrom: null,
    fingerprint: null,
    testFingerprint: null,
    configuration: null,
    previous,
    since: null,
    reasons: [],
    edges: [],
    widened: [],
    unpinned: [],
});

// EXTERNAL MODULE: ./.build/report/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./.build/report/plan/tree.js

/** Drawn with lines, as `tree` does. */
const drawTree = ({ text, below = [] }) => [(0,table/* printable */.g$)(text), ...lines(below), ''].join('\n');
const lines = (branches) => branches.flatMap(({ text, below = [] }, at) => {
    const last = at === branches.length - 1;
    const nested = lines(below).map((line) => `${last ? '   ' : '│  '}${line}`);
    return [`${last ? '└─ ' : '├─ '}${(0,table/* printable */.g$)(text)}`, ...nested];
});

;// CONCATENATED MODULE: ./.build/report/plan/unchanged.js


/** What of an affected service is as it was; nothing where nobody could compare. */
const unchangedOf = (planned) => {
    const { reasons, affected, needs } = planned;
    if (!affected || reasons.some(({ kind }) => BLIND.has(kind)))
        return [];
    if (!needs.includes('build'))
        return ['its image'];
    const has = (kind) => reasons.some((reason) => reason.kind === kind);
    const { args, platforms } = planned.image.inputs;
    return [
        ...unchangedInputs(planned),
        ...(has('instructions') ? [] : ['the instructions of its Dockerfile']),
        ...(has('argument') || Object.keys(args).length === 0 ? [] : ['its build arguments']),
        ...(has('platforms') || platforms.length === 0 ? [] : ['its platforms']),
        ...unchangedBases(planned).map((base) => `the image of ${base}`),
    ];
};
const BLIND = new Set(['unknown-before', 'not-comparable']);
const unchangedInputs = ({ image, reasons }) => {
    const changed = reasons.flatMap((reason) => (reason.kind === 'input' ? [reason.path] : []));
    const same = (0,inputs/* allInputs */.j)(image.inputs).filter(({ path }) => !changed.some((one) => one === path || path === '.' || one.startsWith(`${path}/`)));
    return same.length > 0 ? [`${same.length} other ${same.length === 1 ? 'input' : 'inputs'}`] : [];
};
const unchangedBases = (planned) => {
    const changed = planned.reasons.flatMap((reason) => (reason.kind === 'service' ? [reason.service] : []));
    return (0,changes_bases/* basesOf */.c)(planned).filter((base) => !changed.includes(base));
};

;// CONCATENATED MODULE: ./.build/report/plan/explain.js











/** Why one service is affected, or is not, as a tree. Throws `unknown-service`. */
const explainText = (plan, name) => {
    const found = find(plan, name);
    return drawTree('service' in found ? explained(plan, found) : gone(plan, found));
};
/** The object that the plan's JSON has of the service. Throws `unknown-service`. */
const explainJson = (plan, name) => {
    const found = find(plan, name);
    return 'service' in found ? serviceJson(found, (0,renamed/* renames */.m)(plan).get(found.service.name)) : removedJson(found);
};
const find = ({ services, removed }, name) => {
    const found = services.find(({ service }) => service.name === name) ?? removed.find((one) => one.name === name);
    if (found)
        return found;
    const valid = [...services.map(({ service }) => service.name), ...removed.map((one) => one.name)];
    throw new words/* StaggerError */.IY((0,nearest/* unknownName */.U)('service', name, valid));
};
const gone = (plan, { name, previous }) => {
    const heir = [...(0,renamed/* renames */.m)(plan)].find(([, old]) => old === name)?.[0];
    return {
        text: `${name} is no longer here`,
        below: [
            { text: `its last fingerprint was ${explain_short(previous)}` },
            ...(heir ? [{ text: `${heir} is made of exactly what it was made of` }] : []),
        ],
    };
};
const explained = (plan, planned) => ({
    text: planned.affected
        ? `${planned.service.name} is affected: it needs ${planned.needs.join(', ')}`
        : `${planned.service.name} is not affected`,
    below: [
        ...comparison(plan, planned),
        ...(planned.affected ? [{ text: 'why', below: becauseOf(planned, (0,plan_reason/* byName */.nG)(plan)) }] : [lookedAt(planned)]),
        ...list('the same as before', unchangedOf(planned).map((text) => ({ text }))),
        ...list('could not be decided, so that more counts as input', widenedOf(planned).map(widenedBranch)),
        ...list('not pinned, so that they count as written', planned.image.inputs.unpinned.map((text) => ({ text }))),
    ],
});
const list = (text, below) => (below.length > 0 ? [{ text, below }] : []);
const widenedBranch = ({ reason, detail, line }) => ({
    text: line > 0 ? `${reason}: ${detail} (line ${line})` : `${reason}: ${detail}`,
});
const comparison = (plan, planned) => {
    const { since, previous, image, service } = planned;
    const formerly = (0,renamed/* renames */.m)(plan).get(service.name);
    return [
        {
            text: since === null ? 'compared with nothing: no good image of it is known' : comparedWith(plan, since),
        },
        ...(formerly ? [{ text: `made of exactly what ${formerly} was made of, which is no longer here` }] : []),
        { text: `fingerprint ${transition(since === null ? undefined : previous, image.fingerprint)}` },
    ];
};
const comparedWith = ({ base, head }, since) => base === null
    ? `compared with its last good image, of commit ${since.slice(0, 12)}`
    : `${head.slice(0, 12)} compared with ${since.slice(0, 12)}`;
const transition = (before, after) => before === undefined || (before === after && after !== null)
    ? explain_short(after)
    : `${explain_short(before)} → ${explain_short(after)}`;
const explain_short = (fingerprint) => fingerprint === null ? 'none' : `${fingerprint.slice(0, 19)}…`;
const lookedAt = (planned) => {
    const all = (0,inputs/* allInputs */.j)(planned.image.inputs).length;
    const bases = (0,changes_bases/* basesOf */.c)(planned);
    const what = [
        `${all} ${all === 1 ? 'input' : 'inputs'}`,
        ...(bases.length > 0 ? [`the ${bases.length === 1 ? 'image' : 'images'} of ${bases.join(', ')}`] : []),
    ];
    return {
        text: `looked at ${what.join(' and ')} (every file: stagger inputs ${planned.service.name})`,
    };
};

// EXTERNAL MODULE: ./.build/report/plan/headline.js
var headline = __webpack_require__(87073);
;// CONCATENATED MODULE: ./.build/report/plan/sources.js
/** What changed, by file where there are few, else by as deep a folder as leaves few; the rest only counted. */
const sourcesOf = (affected, most) => {
    const files = changedFiles(affected);
    const deepest = Math.max(0, ...[...files.keys()].map((path) => path.split('/').length));
    for (let depth = deepest; depth > 1; depth--) {
        const grouped = groupedAt(files, depth);
        if (grouped.length <= most)
            return grouped;
    }
    return withRest(groupedAt(files, 1), most);
};
/** A Dockerfile counts where its instructions changed. */
const changedFiles = (affected) => {
    const files = new Map();
    for (const { service, reasons } of affected)
        for (const reason of reasons)
            for (const file of fileOf(service, reason))
                files.set(file, (files.get(file) ?? new Set()).add(service.name));
    return files;
};
const fileOf = ({ dockerfile }, reason) => {
    if (reason.kind === 'instructions')
        return [dockerfile];
    return reason.kind === 'input' || reason.kind === 'tests' || reason.kind === 'untracked'
        ? [reason.path]
        : [];
};
const groupedAt = (files, depth) => {
    const groups = new Map();
    for (const path of files.keys()) {
        const segments = path.split('/');
        const key = segments.length > depth ? `${segments.slice(0, depth).join('/')}/` : path;
        groups.set(key, [...(groups.get(key) ?? []), path]);
    }
    return [...groups].map(([key, paths]) => source(key, paths, files));
};
const source = (key, paths, files) => {
    const [only, ...more] = paths;
    return {
        label: more.length > 0 ? `${key} (${paths.length} files)` : only,
        services: [...new Set(paths.flatMap((path) => [...(files.get(path) ?? [])]))],
    };
};
/** What most services read stays. */
const withRest = (sources, most) => {
    if (sources.length <= most)
        return sources;
    const ordered = sources.toSorted((a, b) => b.services.length - a.services.length);
    const rest = ordered.slice(most - 1);
    return [
        ...ordered.slice(0, most - 1),
        { label: `${rest.length} more`, services: [...new Set(rest.flatMap(({ services }) => services))] },
    ];
};

;// CONCATENATED MODULE: ./.build/report/plan/picture.js


/** More would not be seen; Mermaid itself draws no more than 500 arrows. */
const MOST = { sources: 12, services: 24 };
/**
 * The affected part as a Mermaid flowchart: what changed → who reads it → who is built from that. Empty where no
 * arrow would be in it.
 */
const planPicture = (plan) => {
    const affected = plan.services.filter((service) => service.affected);
    const shown = shownOf(affected);
    const sources = sourcesOf(shown, MOST.sources);
    const drawn = withBases(plan, shown);
    const ids = new Map(drawn.map(({ service }, at) => [service.name, `s${at}`]));
    const arrows = [...sourceArrows(sources, ids), ...serviceArrows(shown, ids)];
    if (arrows.length === 0)
        return '';
    return [
        'flowchart LR',
        ...sources.map(({ label }, at) => `  f${at}(["${mermaidText(label)}"])`),
        ...drawn.map((planned, at) => `  s${at}["${labelOf(planned)}"]`),
        ...rest(affected.length - shown.length),
        ...arrows,
        '',
    ].join('\n');
};
const rest = (count) => count > 0 ? [`  more["and ${count} more ${count === 1 ? 'service' : 'services'}"]`] : [];
/** Those that something points at first: an arrow says more than a box. */
const shownOf = (affected) => {
    if (affected.length <= MOST.services)
        return affected;
    const told = ({ reasons }) => reasons.some(({ kind }) => ARROWS.includes(kind));
    return [...affected.filter(told), ...affected.filter((one) => !told(one))].slice(0, MOST.services);
};
const ARROWS = ['input', 'tests', 'instructions', 'untracked', 'service'];
/** A base that is not affected, or not shown, is drawn for those that are built from it. */
const withBases = ({ services }, shown) => {
    const wanted = new Set([...shown.map(({ service }) => service.name), ...shown.flatMap(edgesIn)]);
    return services.filter(({ service }) => wanted.has(service.name));
};
const labelOf = ({ service, needs }) => [service.name, needs.join(', ')]
    .filter((line) => line !== '')
    .map(mermaidText)
    .join('<br>');
const sourceArrows = (sources, ids) => sources.flatMap(({ services }, at) => services.map((name) => `  f${at} --> ${ids.get(name)}`));
const serviceArrows = (shown, ids) => shown.flatMap((planned) => edgesIn(planned)
    .filter((base) => ids.has(base))
    .map((base) => `  ${ids.get(base)} ==> ${ids.get(planned.service.name)}`));
/** The images that it takes from and that changed. One that it takes from no longer is not drawn. */
const edgesIn = ({ reasons }) => [
    ...new Set(reasons.flatMap((reason) => reason.kind === 'service' && reason.change !== 'removed' ? [reason.service] : [])),
];
/**
 * Everything but letters, digits and a few harmless signs goes as its number: nothing in a name can end the label.
 * A dot, a line or a minus is harmless inside a word; before or after one Markdown could take it for a list.
 */
const mermaidText = (text) => shortened((0,table/* printable */.g$)(text)).replace(UNSAFE, (character) => `#${character.codePointAt(0)};`);
const UNSAFE = /(?<![\p{L}\p{N}])[._-]|[._-](?![\p{L}\p{N}])|[^\p{L}\p{N} ,/()…._-]/gu;
const shortened = (text) => {
    const characters = [...text];
    return characters.length > 60
        ? `${characters.slice(0, 29).join('')}…${characters.slice(-30).join('')}`
        : text;
};

// EXTERNAL MODULE: ./.build/report/plan/text.js
var plan_text = __webpack_require__(3898);
;// CONCATENATED MODULE: ./.build/report/plan/markdown.js





/** GitHub drops a summary of more than 1 MiB whole; what is left over is for what stands around the plan. */
const MOST_BYTES = 1_000_000;
/** The plan as a job's summary. What does not fit goes, the least telling first, and a note says so. */
const planMarkdown = (plan, most = MOST_BYTES) => {
    const affected = plan.services.filter((service) => service.affected).length;
    const variants = [
        { rows: affected, picture: true, unaffected: true },
        { rows: affected, picture: true, unaffected: false },
        ...[1000, 100, 10, 0].map((rows) => ({ rows, picture: false, unaffected: false })),
    ];
    const made = variants.map((variant) => () => written(plan, variant));
    return fitting(made, most) ?? `**${(0,table/* markdownText */.p7)((0,headline/* planHeadline */.M)(plan))}**\n`;
};
const fitting = (variants, most) => {
    for (const make of variants) {
        const text = make();
        if (new TextEncoder().encode(text).length <= most)
            return text;
    }
    return undefined;
};
const written = (plan, variant) => [
    `**${(0,table/* markdownText */.p7)((0,headline/* planHeadline */.M)(plan))}**\n`,
    ...affectedTable(plan, variant.rows),
    ...(variant.picture ? picture(plan) : []),
    ...(0,headline/* planNotes */.v)(plan).map((note) => `${(0,table/* markdownText */.p7)(note)}\n`),
    ...(variant.unaffected ? unaffected(plan) : []),
    `<sub>On a laptop: <code>${again(plan)}</code>${forAllReasons(plan)}</sub>\n`,
].join('\n');
const affectedTable = (plan, most) => {
    const services = (0,plan_reason/* byName */.nG)(plan);
    const affected = plan.services.filter((service) => service.affected);
    const rows = affected.slice(0, most).map((one) => (0,plan_text/* cells */.Yo)(one, services));
    const rest = affected.length - rows.length;
    return [
        ...(rows.length > 0 ? [(0,table/* markdownTable */.Qj)(plan_text/* COLUMNS */.cZ, rows)] : []),
        ...(rest > 0 ? [`And ${rest} more: they did not fit here. The plan's file has all of them.\n`] : []),
    ];
};
const picture = (plan) => {
    const drawn = planPicture(plan);
    return drawn === '' ? [] : [`\`\`\`mermaid\n${drawn}\`\`\`\n`];
};
const unaffected = ({ services }) => {
    const names = services.filter(({ affected }) => !affected).map(({ service }) => (0,table/* markdownCode */.D9)(service.name));
    if (names.length === 0)
        return [];
    const title = names.length === 1 ? '1 service is unaffected' : `${names.length} services are unaffected`;
    return [`<details><summary>${title}</summary>\n\n${names.join(', ')}\n\n</details>\n`];
};
const again = ({ base, head }) => `stagger plan --head ${head.slice(0, 12)}${base ? ` --base ${base.slice(0, 12)}` : ''}`;
const forAllReasons = (plan) => {
    const name = (0,plan_text/* withMoreReasons */.HF)(plan);
    return name === null ? '' : `, with <code>--explain ${name}</code> for all reasons`;
};

;// CONCATENATED MODULE: ./.build/report/plan/build-matrix.js
const ANY_RUNNER = 'ubuntu-latest';
/** The jobs of a plan, each as often as its services have platforms with a runner of their own. */
const buildMatrix = ({ services }, legs, runners) => {
    const platformsOf = new Map(services.map(({ service }) => [service.name, service.platforms]));
    return legs.flatMap(({ service, title }) => {
        const all = [...new Set(service.split(' ').flatMap((name) => platformsOf.get(name) ?? []))].sort();
        const apart = all.length > 1 && all.every((platform) => runners[platform] !== undefined);
        if (!apart)
            return [{ service, title, platform: '', runner: ANY_RUNNER }];
        return all.map((platform) => ({
            service,
            title: `${title} (${platform})`,
            platform,
            runner: runners[platform] ?? ANY_RUNNER,
        }));
    });
};

;// CONCATENATED MODULE: ./.build/report/plan/outputs.js



/**
 * "Outputs can be a maximum of 1 MB per job. […] Size is approximated based on UTF-16 encoding": 500,000 code units
 * (https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/pass-job-outputs).
 * A tenth is left to the other outputs of the job.
 */
const MOST_UNITS = 450_000;
/**
 * What the action hands to the jobs that follow. Whatever does not fit stands in the plan's file alone, and
 * `complete` says so; an output is never cut. Throws `plan-too-large` where not even the matrix fits.
 */
const planOutputs = (plan, file, maxJobs, most = MOST_UNITS, runners = {}) => {
    const { include } = planMatrix(plan, maxJobs);
    const names = plan.services.filter(({ affected }) => affected).map(({ service }) => service.name);
    const builds = Object.keys(runners).length === 0 ? '' : JSON.stringify({ include: buildMatrix(plan, include, runners) });
    const made = (legs, services, complete) => ({
        any: String(legs.length > 0),
        matrix: JSON.stringify({ include: legs }),
        builds,
        services,
        complete: String(complete),
        plan: file,
    });
    const bare = include.map(({ fingerprint: _, ...leg }) => leg);
    const fitting = [
        made(include, JSON.stringify(names), true),
        made(bare, JSON.stringify(names), false),
        made(bare, '', false),
    ].find((outputs) => size(outputs) <= most);
    if (!fitting)
        throw new words/* StaggerError */.IY(tooLarge(names.length, file));
    return fitting;
};
const size = (outputs) => Object.entries(outputs).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
const tooLarge = (services, file) => ({
    code: 'plan-too-large',
    fault: 'caller',
    problem: `the names of ${services} affected services are more than the outputs of a job may hold`,
    why: 'GitHub allows 1 MB for all outputs of a job, two bytes for each character',
    fix: `read the names from the plan in a step of this job (${file}), or let one job run \`stagger build\`, which builds all that is affected`,
});

// EXTERNAL MODULE: ./.build/main/session.js + 34 modules
var main_session = __webpack_require__(71489);
;// CONCATENATED MODULE: ./.build/main/plan.js












const make = (session, { base, head, environment }) => (0,main_session/* planForEvent */.l5)(session, { base: base ?? null, head: head ?? null, environment: environment ?? null });
const planCommand = async (options, progress) => {
    const { explain, maxJobs } = options;
    const most = mostJobs(maxJobs);
    const plan = await (0,main_session/* inSession */.Cp)(options.repo, progress, (session) => make(session, options));
    return explain === undefined
        ? shown(() => planJson(plan, most), () => (0,plan_text/* planText */.Pt)(plan, process.stdout.columns))
        : shown(() => explainJson(plan, explain), () => explainText(plan, explain));
};
/** Of a large plan, what nobody asked to see takes its time too. */
const shown = (json, text) => ({
    code: 0,
    get json() {
        return json();
    },
    get text() {
        return text();
    },
});
/** The action: outputs hold names that were checked; paths and reasons go into a file. */
const action = async (progress, inputs) => {
    const options = {
        repo: inputs.text('working-directory', '.'),
        ...given(inputs, 'base', 'head', 'environment'),
    };
    const most = mostJobs(inputs.text('max-jobs', String(MOST_JOBS)));
    const { plan, runners } = await (0,main_session/* inSession */.Cp)(options.repo, progress, async (session) => {
        const made = await make(session, options);
        return { plan: made, runners: await runnersIn(session, made) };
    });
    const outputs = planOutputs(plan, writePlan(plan, most), most, undefined, runners);
    if (outputs.complete === 'false')
        progress.warn(INCOMPLETE);
    return { code: 0, headline: (0,headline/* planHeadline */.M)(plan), summary: planMarkdown(plan), outputs };
};
/** A plan of nothing has no commit to read them from. */
const runnersIn = async (session, plan) => plan.services.length === 0 ? {} : ((await (0,main_session/* configurationIn */.AM)(session, plan)).build?.runners ?? {});
const INCOMPLETE = 'the outputs of a job may hold 1 MB: fingerprints, and where they had to go the names in `services`, are in the plan’s file alone';
const given = (inputs, ...names) => Object.fromEntries(names.map((name) => [name, inputs.text(name, '')]).filter(([, value]) => value !== ''));
const mostJobs = (text = String(MOST_JOBS)) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < 1 || number > MOST_JOBS)
        throw new words/* StaggerError */.IY(badMaxJobs(text));
    return number;
};
const badMaxJobs = (text) => ({
    code: 'bad-max-jobs',
    fault: 'caller',
    problem: `max-jobs is ${JSON.stringify(text)}`,
    why: `it is a whole number from 1 to ${MOST_JOBS}: GitHub starts no more jobs from one matrix`,
    fix: `leave it out for ${MOST_JOBS}, or give such a number`,
});
const writePlan = (plan, most) => {
    const folder = process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)();
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const path = (0,external_node_path_.join)(folder, `stagger-plan-${plan.head.slice(0, 12)}.json`);
    (0,external_node_fs_.writeFileSync)(path, JSON.stringify(planJson(plan, most)));
    return path;
};


/***/ }),

/***/ 87073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ planHeadline),
/* harmony export */   v: () => (/* binding */ planNotes)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6993);
/* harmony import */ var _renamed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53815);


/** More names than these would hide the number. */
const MOST_NAMES = 10;
const planHeadline = ({ services, nothing }) => {
    if (nothing !== undefined)
        return `There is nothing to plan: ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(nothing)}`;
    const names = services.filter(({ affected }) => affected).map(({ service }) => service.name);
    const all = `${services.length} ${services.length === 1 ? 'service' : 'services'}`;
    if (services.length === 0)
        return 'There is no service here: no compose file builds one, and there is no Dockerfile';
    if (names.length === 0)
        return `Nothing to do: none of ${all} changed`;
    const more = names.length - MOST_NAMES;
    const told = names.slice(0, MOST_NAMES).join(', ');
    return `${names.length} of ${all} affected: ${told}${more > 0 ? ` and ${more} more` : ''}`;
};
/** What stands below the services: those that are gone, and what went wrong on the way. */
const planNotes = (plan) => {
    const heirs = new Map([...(0,_renamed_js__WEBPACK_IMPORTED_MODULE_1__/* .renames */ .m)(plan)].map(([heir, old]) => [old, heir]));
    return [
        ...plan.removed.map(({ name }) => {
            const heir = heirs.get(name);
            return heir
                ? `${name} is no longer here: ${heir} is made of exactly what it was made of.`
                : `${name} is no longer here.`;
        }),
        ...plan.warnings.map((warning) => `Warning: ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(warning)}.`),
    ];
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


/***/ }),

/***/ 53815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ renames)
/* harmony export */ });
/**
 * New services that are made of exactly what one that is gone was made of: by their new name, the old one. A
 * fingerprint does not know its service's name. Where two would fit, nobody can say.
 */
const renames = ({ services, removed }) => {
    const added = services.filter(({ change }) => change === 'added');
    const pairs = removed.flatMap(({ name, previous }) => {
        const same = added.filter(({ image }) => previous !== null && image.fingerprint === previous);
        const rivals = removed.filter((other) => other.previous === previous);
        const [only] = same;
        return only && same.length === 1 && rivals.length === 1 ? [[only.service.name, name]] : [];
    });
    return new Map(pairs);
};


/***/ }),

/***/ 3898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HF: () => (/* binding */ withMoreReasons),
/* harmony export */   Pt: () => (/* binding */ planText),
/* harmony export */   Yo: () => (/* binding */ cells),
/* harmony export */   cZ: () => (/* binding */ COLUMNS),
/* harmony export */   ml: () => (/* binding */ shorten)
/* harmony export */ });
/* harmony import */ var fast_string_width__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93223);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6993);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87073);
/* harmony import */ var _reason_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69753);




const COLUMNS = [{ title: 'service' }, { title: 'needs' }, { title: 'why' }];
/** More unaffected services than these are only counted. */
const MOST_UNAFFECTED = 20;
/** The plan as people read it in a terminal; no line is wider than `width`, where that is known. */
const planText = (plan, width = Number.POSITIVE_INFINITY) => {
    const services = (0,_reason_js__WEBPACK_IMPORTED_MODULE_3__/* .byName */ .nG)(plan);
    const unaffected = plan.services.filter(({ affected }) => !affected);
    const few = unaffected.length <= MOST_UNAFFECTED;
    const rows = plan.services.filter(({ affected }) => affected || few).map((one) => cells(one, services));
    const rest = few ? [] : [`${unaffected.length} services are unaffected.`];
    const fitting = rows.map((row) => cut(row, rows, width));
    const listed = rows.length > 0 ? [(0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(COLUMNS, fitting)] : [];
    return [(0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .planHeadline */ .M)(plan), '', ...listed, ...rest, ...allReasons(plan), ...(0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .planNotes */ .v)(plan)].join('\n');
};
const allReasons = (plan) => {
    const name = withMoreReasons(plan);
    return name === null ? [] : [`All reasons: stagger plan --explain ${name}`];
};
/** Of which service there is more to tell than a row does; of several none by its name. */
const withMoreReasons = ({ services }) => {
    const [first, ...others] = services.filter(({ affected, reasons }) => affected && reasons.length > 1);
    return first ? (others.length > 0 ? 'SERVICE' : first.service.name) : null;
};
const cells = (planned, services) => [
    planned.service.name,
    planned.needs.join(', ') || '–',
    planned.affected ? (0,_reason_js__WEBPACK_IMPORTED_MODULE_3__/* .firstReason */ .$l)(planned, services) : 'unchanged',
];
/** The last column is cut to what the ones before it leave. */
const cut = ([name, needs, why], rows, width) => {
    const taken = COLUMNS.slice(0, 2).map(({ title }, at) => Math.max(...[title, ...rows.map((row) => row[at] ?? '')].map((text) => (0,fast_string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(text))));
    const left = width - taken.reduce((sum, one) => sum + one + 2, 0);
    return [name, needs, shorten((0,_table_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(why), Math.max(20, left))];
};
/** Left out before the middle: the end of a path, and what stands behind it, tells most. */
const shorten = (text, width) => {
    if ((0,fast_string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(text) <= width)
        return text;
    const characters = [...text];
    const take = (from, most) => {
        const taken = [];
        for (const one of from) {
            if ((0,fast_string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(taken.join('') + one) > most)
                break;
            taken.push(one);
        }
        return taken;
    };
    const start = take(characters, Math.floor((width - 1) / 3));
    const end = take(characters.toReversed(), Math.ceil(((width - 1) * 2) / 3)).reverse();
    return `${start.join('')}…${end.join('')}`;
};


/***/ }),

/***/ 6993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   cu: () => (/* binding */ markdownLog),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var fast_string_width__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93223);

/** What a terminal or a table row would take as a command or a new line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not reach a terminal
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const NAMED = { '\n': '\\n', '\t': '\\t', '\r': '\\r' };
const escaped = (character) => NAMED[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
/** One line that prints as it reads, whatever is in a file's name; bytes that are not UTF-8 show as U+FFFD. */
const printable = (text) => text.toWellFormed().replace(UNPRINTABLE, escaped);
const pad = (text, width, align) => {
    const space = ' '.repeat(Math.max(0, width - (0,fast_string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(text)));
    return align === 'right' ? space + text : text + space;
};
/** Aligned columns for a terminal, each line ended by a newline. */
const table = (columns, rows) => {
    const lines = [columns.map(({ title }) => title), ...rows].map((row) => columns.map((_, at) => printable(row[at] ?? '')));
    const widths = columns.map((_, at) => Math.max(...lines.map((line) => (0,fast_string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(line[at] ?? ''))));
    const layout = (line) => columns.map(({ align }, at) => pad(line[at] ?? '', widths[at] ?? 0, align)).join('  ');
    return lines.map((line) => `${layout(line).trimEnd()}\n`).join('');
};
/** Text that Markdown and HTML show as it is: a file's name cannot become a link, a tag or another column. */
const markdownText = (text) => printable(text)
    .replace(/[\\`*_[\]#~|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
/** The same in a fixed-width face. An element instead of backticks: no name can end it. */
const markdownCode = (text) => {
    const shown = printable(text).replace(/[&<>|`*_[\]\\~@#:]/g, (c) => `&#${c.charCodeAt(0)};`);
    return shown === '' ? '' : `<code>${shown}</code>`;
};
/**
 * What a program printed, as it printed it. On one line of the page: an empty one of the log would end the element, and what
 * stood below it would be Markdown.
 */
const markdownLog = (text) => {
    const lines = text.split('\n').map((line) => htmlText(printable(line.replaceAll('\t', '    '))));
    return `<pre>${lines.join('&#10;')}</pre>`;
};
const htmlText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** A table of GitHub's Markdown. */
const markdownTable = (columns, rows) => {
    const line = (cells) => `| ${cells.join(' | ')} |\n`;
    const cell = ({ code }, text) => (code ? markdownCode(text) : markdownText(text));
    return [
        line(columns.map(({ title }) => markdownText(title))),
        line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
        ...rows.map((row) => line(columns.map((column, at) => cell(column, row[at] ?? '')))),
    ].join('');
};


/***/ }),

/***/ 59231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   IY: () => (/* binding */ StaggerError),
/* harmony export */   Zv: () => (/* binding */ isFingerprint),
/* harmony export */   dH: () => (/* binding */ isOid),
/* harmony export */   mp: () => (/* binding */ lastSegment),
/* harmony export */   tN: () => (/* binding */ isServiceName),
/* harmony export */   tq: () => (/* binding */ isEnvironmentName)
/* harmony export */ });
/**
 * The vocabulary of the project as types. Every room may import this file; it imports nothing.
 * The words themselves are explained in docs/words.md.
 */
const NAME = /^(?=.{1,64}$)[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
/** The name at the end of an ARN; a name alone is its own. */
const lastSegment = (arn) => arn.slice(arn.lastIndexOf('/') + 1);
const isServiceName = (text) => NAME.test(text);
const isEnvironmentName = (text) => NAME.test(text);
const isOid = (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
const isDigest = (text) => SHA256.test(text);
const isFingerprint = (text) => SHA256.test(text);
/** The one error that people see. Any other error is a bug and prints its stack. */
class StaggerError extends Error {
    problems;
    constructor(...problems) {
        super(problems.map(({ problem, why }) => `${problem}: ${why}`).join('\n'));
        this.name = 'StaggerError';
        this.problems = problems;
    }
}
const EXIT = { thing: 1, caller: 2, world: 3 };
/** One exit code for many faults: 1 if any is 1, else 2, else 3, else 0. */
const exitCode = (faults) => {
    const codes = faults.map((fault) => EXIT[fault]);
    return codes.length === 0 ? 0 : Math.min(...codes);
};
/** For the last branch of a `switch` over a discriminated union: does not compile when a case is missing. */
const unreachable = (value) => {
    throw new Error(`unexpected value: ${JSON.stringify(value)}`);
};


/***/ }),

/***/ 93223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ fast_string_width_dist)
});

;// CONCATENATED MODULE: ./node_modules/fast-string-truncated-width/dist/utils.js
/* MAIN */
const getCodePointsLength = (() => {
    const SURROGATE_PAIR_RE = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
    return (input) => {
        let surrogatePairsNr = 0;
        SURROGATE_PAIR_RE.lastIndex = 0;
        while (SURROGATE_PAIR_RE.test(input)) {
            surrogatePairsNr += 1;
        }
        return input.length - surrogatePairsNr;
    };
})();
const isFullWidth = (x) => {
    return x === 0x3000 || x >= 0xFF01 && x <= 0xFF60 || x >= 0xFFE0 && x <= 0xFFE6;
};
const isWideNotCJKTNotEmoji = (x) => {
    return x === 0x231B || x === 0x2329 || x >= 0x2FF0 && x <= 0x2FFF || x >= 0x3001 && x <= 0x303E || x >= 0x3099 && x <= 0x30FF || x >= 0x3105 && x <= 0x312F || x >= 0x3131 && x <= 0x318E || x >= 0x3190 && x <= 0x31E3 || x >= 0x31EF && x <= 0x321E || x >= 0x3220 && x <= 0x3247 || x >= 0x3250 && x <= 0x4DBF || x >= 0xFE10 && x <= 0xFE19 || x >= 0xFE30 && x <= 0xFE52 || x >= 0xFE54 && x <= 0xFE66 || x >= 0xFE68 && x <= 0xFE6B || x >= 0x1F200 && x <= 0x1F202 || x >= 0x1F210 && x <= 0x1F23B || x >= 0x1F240 && x <= 0x1F248 || x >= 0x20000 && x <= 0x2FFFD || x >= 0x30000 && x <= 0x3FFFD;
};
/* EXPORT */


;// CONCATENATED MODULE: ./node_modules/fast-string-truncated-width/dist/index.js
/* IMPORT */

/* HELPERS */
const ANSI_RE = /[\u001b\u009b][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]|\u001b\]8;[^;]*;.*?(?:\u0007|\u001b\u005c)/y;
const CONTROL_RE = /[\x00-\x08\x0A-\x1F\x7F-\x9F]{1,1000}/y;
const CJKT_WIDE_RE = /(?:(?![\uFF61-\uFF9F\uFF00-\uFFEF])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Tangut}]){1,1000}/yu;
const TAB_RE = /\t{1,1000}/y;
const EMOJI_RE = /[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?))*/yu;
const LATIN_RE = /(?:[\x20-\x7E\xA0-\xFF](?!\uFE0F)){1,1000}/y;
const MODIFIER_RE = /\p{M}+/gu;
const NO_TRUNCATION = { limit: Infinity, ellipsis: '' };
/* MAIN */
const getStringTruncatedWidth = (input, truncationOptions = {}, widthOptions = {}) => {
    /* CONSTANTS */
    const LIMIT = truncationOptions.limit ?? Infinity;
    const ELLIPSIS = truncationOptions.ellipsis ?? '';
    const ELLIPSIS_WIDTH = truncationOptions?.ellipsisWidth ?? (ELLIPSIS ? getStringTruncatedWidth(ELLIPSIS, NO_TRUNCATION, widthOptions).width : 0);
    const ANSI_WIDTH = 0;
    const CONTROL_WIDTH = widthOptions.controlWidth ?? 0;
    const TAB_WIDTH = widthOptions.tabWidth ?? 8;
    const EMOJI_WIDTH = widthOptions.emojiWidth ?? 2;
    const FULL_WIDTH_WIDTH = 2;
    const REGULAR_WIDTH = widthOptions.regularWidth ?? 1;
    const WIDE_WIDTH = widthOptions.wideWidth ?? FULL_WIDTH_WIDTH;
    const PARSE_BLOCKS = [
        [LATIN_RE, REGULAR_WIDTH],
        [ANSI_RE, ANSI_WIDTH],
        [CONTROL_RE, CONTROL_WIDTH],
        [TAB_RE, TAB_WIDTH],
        [EMOJI_RE, EMOJI_WIDTH],
        [CJKT_WIDE_RE, WIDE_WIDTH],
    ];
    /* STATE */
    let indexPrev = 0;
    let index = 0;
    let length = input.length;
    let lengthExtra = 0;
    let truncationEnabled = false;
    let truncationIndex = length;
    let truncationLimit = Math.max(0, LIMIT - ELLIPSIS_WIDTH);
    let unmatchedStart = 0;
    let unmatchedEnd = 0;
    let width = 0;
    let widthExtra = 0;
    /* PARSE LOOP */
    outer: while (true) {
        /* UNMATCHED */
        if ((unmatchedEnd > unmatchedStart) || (index >= length && index > indexPrev)) {
            const unmatched = input.slice(unmatchedStart, unmatchedEnd) || input.slice(indexPrev, index);
            lengthExtra = 0;
            for (const char of unmatched.replaceAll(MODIFIER_RE, '')) {
                const codePoint = char.codePointAt(0) || 0;
                if (isFullWidth(codePoint)) {
                    widthExtra = FULL_WIDTH_WIDTH;
                }
                else if (isWideNotCJKTNotEmoji(codePoint)) {
                    widthExtra = WIDE_WIDTH;
                }
                else {
                    widthExtra = REGULAR_WIDTH;
                }
                if ((width + widthExtra) > truncationLimit) {
                    truncationIndex = Math.min(truncationIndex, Math.max(unmatchedStart, indexPrev) + lengthExtra);
                }
                if ((width + widthExtra) > LIMIT) {
                    truncationEnabled = true;
                    break outer;
                }
                lengthExtra += char.length;
                width += widthExtra;
            }
            unmatchedStart = unmatchedEnd = 0;
        }
        /* EXITING */
        if (index >= length) {
            break outer;
        }
        /* PARSE BLOCKS */
        for (let i = 0, l = PARSE_BLOCKS.length; i < l; i++) {
            const [BLOCK_RE, BLOCK_WIDTH] = PARSE_BLOCKS[i];
            BLOCK_RE.lastIndex = index;
            if (BLOCK_RE.test(input)) {
                lengthExtra = BLOCK_RE === CJKT_WIDE_RE ? getCodePointsLength(input.slice(index, BLOCK_RE.lastIndex)) : BLOCK_RE === EMOJI_RE ? 1 : BLOCK_RE.lastIndex - index;
                widthExtra = lengthExtra * BLOCK_WIDTH;
                if ((width + widthExtra) > truncationLimit) {
                    truncationIndex = Math.min(truncationIndex, index + Math.floor((truncationLimit - width) / BLOCK_WIDTH));
                }
                if ((width + widthExtra) > LIMIT) {
                    truncationEnabled = true;
                    break outer;
                }
                width += widthExtra;
                unmatchedStart = indexPrev;
                unmatchedEnd = index;
                index = indexPrev = BLOCK_RE.lastIndex;
                continue outer;
            }
        }
        /* UNMATCHED INDEX */
        index += 1;
    }
    /* RETURN */
    return {
        width: truncationEnabled ? truncationLimit : width,
        index: truncationEnabled ? truncationIndex : length,
        truncated: truncationEnabled,
        ellipsed: truncationEnabled && LIMIT >= ELLIPSIS_WIDTH
    };
};
/* EXPORT */
/* harmony default export */ const dist = (getStringTruncatedWidth);

;// CONCATENATED MODULE: ./node_modules/fast-string-width/dist/index.js
/* IMPORT */

/* HELPERS */
const dist_NO_TRUNCATION = {
    limit: Infinity,
    ellipsis: '',
    ellipsisWidth: 0,
};
/* MAIN */
const fastStringWidth = (input, options = {}) => {
    return dist(input, dist_NO_TRUNCATION, options).width;
};
/* EXPORT */
/* harmony default export */ const fast_string_width_dist = (fastStringWidth);


/***/ })

};
