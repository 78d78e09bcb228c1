export const id = 738;
export const ids = [738,975,223,357];
export const modules = {

/***/ 7600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ findImage)
/* harmony export */ });
/* harmony import */ var _image_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4976);
/* harmony import */ var _image_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6164);
/* harmony import */ var _version_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2193);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9231);




/** The image of a service's inputs: as the ledger remembers it, else by its name in the registry. */
const findImage = async (registry, { service, image }, ledger, prefix) => {
    const { fingerprint } = image;
    if (fingerprint === null)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY((0,_image_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .notHermetic */ .lE)({ service, image }));
    const entry = ledger.images.get(service.name);
    const places = [
        ...(entry?.fingerprint === fingerprint ? [[entry.repository, entry.digest]] : []),
        ...(prefix === null
            ? []
            : [[(0,_image_names_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(prefix, service.name, false), (0,_image_names_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsName */ .Br)(fingerprint)]]),
    ];
    for (const [repository, reference] of places) {
        const found = await registry.manifest(repository, reference);
        if (found)
            return { repository, digest: found.digest, fingerprint };
    }
    throw new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY((0,_version_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .noImage */ .$0)(service.name, prefix));
};


/***/ }),

/***/ 3738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action),
  tagCommand: () => (/* binding */ tagCommand)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./.build/image/names.js
var image_names = __webpack_require__(4976);
// EXTERNAL MODULE: ./.build/image/select.js
var image_select = __webpack_require__(7554);
// EXTERNAL MODULE: ./.build/version/problems.js
var problems = __webpack_require__(2193);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
// EXTERNAL MODULE: ./.build/commands/ledger.js
var commands_ledger = __webpack_require__(9324);
// EXTERNAL MODULE: ./.build/commands/tagging/image.js
var tagging_image = __webpack_require__(7600);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
;// CONCATENATED MODULE: ./.build/version/next.js

const FIRST = '0.1.0';
/** Newest first. */
const byVersion = (a, b) => semver.rcompare(a.version, b.version);
/**
 * A version is a label on a digest, so the same image keeps its own, also where it comes back by a revert. So does
 * an image of the same inputs that was built again, where `lost` does not hold the first one's digest.
 */
const nextVersion = (releases, { digest, fingerprint }, lost = []) => {
    const sorted = [...releases].sort(byVersion);
    const newest = sorted[0]?.version ?? null;
    const same = sorted.find(({ image }) => image?.digest === digest) ??
        sorted.find(({ image }) => image?.fingerprint === fingerprint && !lost.includes(image.digest));
    if (!same?.image)
        return { kind: 'new', version: after(newest), previous: newest };
    const previous = sorted.find(({ version }) => semver.lt(version, same.version))?.version ?? null;
    return { kind: 'kept', version: same.version, previous, digest: same.image.digest };
};
const after = (newest) => newest === null ? FIRST : (semver.inc(newest, 'patch') ?? FIRST);

// EXTERNAL MODULE: ./.build/version/release.js
var release = __webpack_require__(4768);
;// CONCATENATED MODULE: ./.build/commands/tagging/number.js




/** Runs that tag one service at once give way to each other this often before one gives up. */
const TRIES = 30;
/** The version that an image has, or would get: nothing is made. */
const numberOf = async (world, service, image) => {
    await world.git.fetchTags((0,release/* tagPattern */.bO)(service));
    const releases = (0,release/* releasesOf */.w0)(service, await world.git.tags((0,release/* tagPattern */.bO)(service)));
    return nextVersion(releases, image, await lostAmong(world.registry, releases, image));
};
/** Images of the same inputs that have a version and that the registry holds no more. */
const lostAmong = async (registry, releases, { repository, fingerprint, digest }) => {
    const others = releases.flatMap(({ image }) => image?.fingerprint === fingerprint && image.digest !== digest ? [image.digest] : []);
    const held = await Promise.all(others.map((other) => registry.manifest(repository, other)));
    return others.filter((_, at) => held[at] === null);
};
/** Makes the version's git tag. The tag is the lock: whoever comes second reads again and takes the next one. */
const giveNumber = async (world, service, image, commit) => {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
        const numbered = await numberOf(world, service, image);
        if (numbered.kind === 'kept')
            return numbered;
        const label = (0,release/* annotation */.w7)(service, numbered.version, { ...image, commit });
        const made = await world.git.createTag((0,release/* tagName */.wZ)(service, numbered.version), commit, label);
        if (made === 'created')
            return numbered;
        await world.clock.sleep(20 * attempt);
    }
    throw new words/* StaggerError */.IY((0,problems/* tagsBusy */.zP)(service, TRIES));
};

// EXTERNAL MODULE: ./.build/ledger/entries.js
var entries = __webpack_require__(4402);
;// CONCATENATED MODULE: ./.build/commands/tagging/record.js


/** Adds the versions to what the ledger holds of these images; others it leaves alone, also those just written. */
const recordVersions = (world, services) => (0,commands_ledger/* updateLedger */.RI)(world, ({ images }) => {
    const news = services.flatMap((service) => versioned(images.get(service.name), service));
    if (news.length === 0)
        return null;
    const files = new Map(news.map((entry) => [(0,entries/* imagePath */.d0)(entry.service), (0,entries/* writeEntry */.cD)(entry)]));
    const versions = news.map(({ service, version }) => `${service} ${version}`);
    return { files, message: `version: ${versions.join(', ')}` };
});
const versioned = (entry, row) => {
    if (!entry || !row.digest || row.outcome === 'failed' || entry.fingerprint !== row.fingerprint)
        return [];
    const same = entry.version === row.version && entry.digest === row.digest;
    return same ? [] : [{ ...entry, digest: row.digest, version: row.version }];
};

;// CONCATENATED MODULE: ./.build/commands/tag.js









const AT_ONCE = 4;
/** Gives each service's image of this commit its own version: in git, in the registry, in the ledger. */
const tag = async (world, request) => {
    const { plan, services: names } = request;
    const selected = names.length > 0 ? (0,image_select/* namedServices */.Q)(plan.services, names) : plan.services;
    const ledger = await (0,commands_ledger/* currentLedger */.$I)(world.git, false);
    const prefix = request.prefix === null ? null : (0,image_names/* checkedPrefix */.ge)(request.prefix);
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    const one = (planned) => tagOne(world, planned, { ...request, prefix, ledger });
    const services = await Promise.all(selected.map((planned) => limit(() => one(planned))));
    if (request.trusted && !request.dryRun)
        await recordVersions(world, services);
    return { schema: 1, services };
};
const tagExitCode = ({ services }) => (0,words/* exitCode */.I$)(services.flatMap(({ problem }) => (problem ? [problem.fault] : [])));
const tagOne = async (world, planned, circumstances) => {
    const row = { name: planned.service.name, fingerprint: planned.image.fingerprint, ...NOTHING };
    try {
        return { ...row, ...(await number(world, planned, circumstances)) };
    }
    catch (error) {
        if (!(error instanceof words/* StaggerError */.IY) || !error.problems[0])
            throw error;
        return { ...row, reason: error.problems[0].problem, problem: error.problems[0] };
    }
};
const NOTHING = { version: null, previous: null, digest: null, outcome: 'failed', problem: null };
const number = async (world, planned, { plan, prefix, dryRun, ledger }) => {
    const { name } = planned.service;
    const image = await (0,tagging_image/* findImage */.F)(world.registry, planned, ledger, prefix);
    const numbered = dryRun
        ? await numberOf(world, name, image)
        : await giveNumber(world, name, image, plan.head);
    const digest = numbered.kind === 'kept' ? numbered.digest : image.digest;
    if (!dryRun)
        await nameInRegistry(world, image, digest, numbered.version);
    const { version, previous } = numbered;
    if (numbered.kind === 'new' && !dryRun)
        world.progress.say(`${name}: ${version}`);
    return { version, previous, digest, outcome: outcomeOf(numbered, dryRun), reason: reasonOf(numbered) };
};
/** A version never moves: the same image is success, another one an error. */
const nameInRegistry = async ({ registry }, { repository }, digest, version) => {
    const holder = await registry.manifest(repository, version);
    if (holder && holder.digest !== digest)
        throw new words/* StaggerError */.IY((0,problems/* versionTaken */.Qy)(repository, version, digest, holder.digest));
    if (!holder)
        await registry.tag(repository, digest, version);
};
const outcomeOf = ({ kind }, dryRun) => {
    if (kind === 'kept')
        return 'kept';
    return dryRun ? 'planned' : 'created';
};
const reasonOf = ({ kind, version, previous }) => {
    if (kind === 'kept')
        return `the image of ${version}, with the same inputs`;
    return previous === null ? 'its first image' : `a new image since ${previous}`;
};

// EXTERNAL MODULE: ./.build/platform/registry.js + 10 modules
var registry = __webpack_require__(5247);
// EXTERNAL MODULE: ./.build/report/outcomes.js
var outcomes = __webpack_require__(7628);
// EXTERNAL MODULE: ./.build/report/problem.js
var problem = __webpack_require__(8482);
// EXTERNAL MODULE: ./.build/report/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./.build/report/tag.js



/** What `tag --json` prints. */
const tagJson = ({ schema, services }) => ({ schema, services });
const tagProblems = ({ services }) => (0,outcomes/* distinct */.dM)(services.map(({ problem }) => problem));
const COLUMNS = [
    { title: 'service' },
    { title: 'version' },
    { title: 'before' },
    { title: 'image', code: true },
    { title: 'outcome' },
    { title: 'why' },
];
const row = ({ name, version, previous, digest, outcome, reason }) => [
    name,
    version ?? '–',
    previous ?? '–',
    (0,outcomes/* short */.h0)(digest),
    outcome,
    reason,
];
const tagHeadline = ({ services }) => services.length === 0
    ? 'Nothing to tag: there is no service.'
    : (0,outcomes/* tally */.N4)(services.map(({ outcome }) => outcome));
/** For a terminal. The problems are told apart from the result. */
const tagText = (result) => {
    const planned = result.services.some(({ outcome }) => outcome === 'planned');
    const rows = result.services.length > 0 ? ['\n', (0,table/* table */.tp)(COLUMNS, result.services.map(row))] : [];
    const hint = planned ? ['\nThis was a dry run. With --yes the versions are made.\n'] : [];
    return [`${tagHeadline(result)}\n`, ...rows, ...hint].join('');
};
/** For a job's summary. */
const tagMarkdown = (result) => [
    `**${tagHeadline(result)}**\n`,
    ...(result.services.length > 0 ? [(0,table/* markdownTable */.Qj)(COLUMNS, result.services.map(row))] : []),
    ...tagProblems(result).map(problem/* problemMarkdown */.P5),
    '<sub>On a laptop: <code>stagger tag</code></sub>\n',
].join('\n');

// EXTERNAL MODULE: ./.build/main/invocation.js
var invocation = __webpack_require__(2402);
// EXTERNAL MODULE: ./.build/main/session.js + 27 modules
var main_session = __webpack_require__(5691);
;// CONCATENATED MODULE: ./.build/main/tag.js





const run = (options, progress) => (0,main_session/* inSession */.Cp)(options.repo, progress, async (session) => {
    const plan = await (0,main_session/* planIn */.rP)(session);
    const prefix = await (0,main_session/* registryIn */.hY)(session, plan, options.registry);
    const { services, yes } = options;
    const dryRun = !(0,invocation/* mayRelease */.r)(session.invocation, yes);
    const request = { plan, services, prefix, dryRun, trusted: session.invocation.trusted || yes };
    return tag({ ...session, registry: (0,registry/* openRegistry */.M)() }, request);
});
const tagCommand = async (options, progress) => {
    const result = await run(options, progress);
    const problems = result.services.flatMap(({ problem }) => problem ?? []);
    return { code: tagExitCode(result), json: tagJson(result), text: tagText(result), problems };
};
const action = async (progress, inputs) => {
    const services = inputs.words('service');
    const registry = inputs.text('registry', '') || null;
    const result = await run({ repo: inputs.text('working-directory', '.'), services, registry, yes: false }, progress);
    return {
        code: tagExitCode(result),
        headline: tagHeadline(result),
        summary: tagMarkdown(result),
        outputs: {
            result: JSON.stringify(tagJson(result)),
            version: result.services.length === 1 ? (result.services[0]?.version ?? '') : '',
        },
        problems: result.services.flatMap(({ problem }) => problem ?? []),
    };
};


/***/ }),

/***/ 7628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N4: () => (/* binding */ tally),
/* harmony export */   dM: () => (/* binding */ distinct),
/* harmony export */   h0: () => (/* binding */ short)
/* harmony export */ });
/** `3 services: 1 built, 2 reused.`, in the order in which they first occur. */
const tally = (outcomes) => {
    const parts = [...new Set(outcomes)].map((outcome) => `${outcomes.filter((other) => other === outcome).length} ${outcome}`);
    return `${outcomes.length} ${outcomes.length === 1 ? 'service' : 'services'}: ${parts.join(', ')}.`;
};
/** What several services share, e.g. a registry that is down, is told once. */
const distinct = (problems) => {
    const told = problems.flatMap((problem) => (problem ? [[JSON.stringify(problem), problem]] : []));
    return [...new Map(told).values()];
};
/** A digest as people compare it. */
const short = (digest) => digest?.slice(0, 'sha256:'.length + 12) ?? '–';


/***/ }),

/***/ 8482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P5: () => (/* binding */ problemMarkdown),
/* harmony export */   fI: () => (/* binding */ problemText)
/* harmony export */ });
/* unused harmony export place */
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6993);

/** A problem in a terminal: what, where with the line and a caret, why, and how to go on. */
const problemText = ({ problem, why, fix, docs, at }) => [
    `error: ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(problem)}`,
    ...(at ? snippet(at) : []),
    ...labelled('why', why),
    ...labelled('fix', fix),
    ...(docs ? labelled('docs', docs) : []),
    '',
].join('\n');
const place = ({ file, line, column }) => `${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(file)}:${line}:${column}`;
const snippet = (at) => {
    if (at.text === undefined)
        return [`  ${place(at)}`];
    const number = String(at.line);
    const caret = ' '.repeat(Math.max(0, at.column - 1));
    return [
        `  ${place(at)}`,
        `  ${number} | ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(at.text)}`,
        `  ${' '.repeat(number.length)} | ${caret}^`,
    ];
};
/** Further lines stand below the first. */
const labelled = (label, text) => text
    .split('\n')
    .map((line, at) => `  ${at === 0 ? `${label}: ` : ' '.repeat(label.length + 2)}${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(line)}`);
/** A problem in a job's summary. */
const problemMarkdown = ({ problem, why, fix, at }) => [
    `> [!CAUTION]`,
    `> **${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(problem)}**${at ? ` (${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(place(at))})` : ''}`,
    ...[why, fix].flatMap((text) => ['>', ...text.split('\n').map((line) => `> ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(line)}`)]),
    '',
].join('\n');


/***/ }),

/***/ 6993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var fast_string_width__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3223);

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

/***/ 2193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ noImage),
/* harmony export */   Qy: () => (/* binding */ versionTaken),
/* harmony export */   zP: () => (/* binding */ tagsBusy)
/* harmony export */ });
/** `prefix` is where an image was looked for besides the ledger; null where no registry is named. */
const noImage = (service, prefix) => ({
    code: 'no-image',
    fault: 'caller',
    problem: `${service} has no image of this commit`,
    why: prefix === null
        ? 'the ledger knows none with its inputs, and no registry is named where one could be'
        : `neither the ledger nor ${prefix}/${service} has one with its inputs`,
    fix: `stagger build ${service} --push --yes${prefix === null ? ' --registry ghcr.io/OWNER/REPOSITORY' : ''}`,
});
const versionTaken = (repository, version, wanted, holder) => ({
    code: 'version-taken',
    fault: 'thing',
    problem: `${repository}:${version} is the name of another image`,
    why: `it stands for ${holder}, and ${wanted} was to get it`,
    fix: `take the name ${version} away in the registry if nothing runs it, or see who gave it; no version ever moves to another image`,
});
const tagsBusy = (service, tries) => ({
    code: 'tags-busy',
    fault: 'world',
    problem: `${service} got no version`,
    why: `other runs took the next version ${tries} times in a row`,
    fix: `run it again: stagger tag ${service} --yes`,
});


/***/ }),

/***/ 4768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bO: () => (/* binding */ tagPattern),
/* harmony export */   w0: () => (/* binding */ releasesOf),
/* harmony export */   w7: () => (/* binding */ annotation),
/* harmony export */   wZ: () => (/* binding */ tagName)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9231);


const tagName = (service, version) => `${service}/v${version}`;
const tagPattern = (service) => `${service}/v*`;
/** The annotation: for people, and read back by the next run. */
const annotation = (service, version, { digest, fingerprint, commit }) => [
    `${service} ${version}`,
    '',
    `digest: ${digest}`,
    `fingerprint: ${fingerprint}`,
    `commit: ${commit}`,
    '',
].join('\n');
/** The releases among a service's tags; a tag whose name is no version is none. */
const releasesOf = (service, tags) => tags.flatMap(({ name, message }) => {
    const version = name.startsWith(`${service}/v`) ? semver__WEBPACK_IMPORTED_MODULE_0__.valid(name.slice(service.length + 2)) : null;
    return version === null ? [] : [{ version: version, image: labelled(message) }];
});
const labelled = (message) => {
    const field = (name) => new RegExp(`^${name}: (\\S+)$`, 'm').exec(message)?.[1] ?? '';
    const [digest, fingerprint, commit] = [field('digest'), field('fingerprint'), field('commit')];
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest) && (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isFingerprint */ .Zv)(fingerprint) && (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isOid */ .dH)(commit)
        ? { digest, fingerprint, commit }
        : null;
};


/***/ }),

/***/ 9231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   IY: () => (/* binding */ StaggerError),
/* harmony export */   Zv: () => (/* binding */ isFingerprint),
/* harmony export */   dH: () => (/* binding */ isOid),
/* harmony export */   tN: () => (/* binding */ isServiceName),
/* harmony export */   tq: () => (/* binding */ isEnvironmentName)
/* harmony export */ });
/**
 * The vocabulary of the project as types. Every room may import this file; it imports nothing.
 * The words themselves are explained in docs/words.md.
 */
const NAME = /^(?=.{1,64}$)[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
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

/***/ 3223:
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
