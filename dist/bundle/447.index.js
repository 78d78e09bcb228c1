export const id = 447;
export const ids = [447];
export const modules = {

/***/ 388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ openContext),
  $: () => (/* reexport */ catalog_tree/* textAt */.$6)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/catalog/dockerfile/space.js
var space = __webpack_require__(2803);
;// CONCATENATED MODULE: ./.build/catalog/match.js
/** A pattern of one path segment as Go's `path.Match` reads it; BuildKit matches COPY sources with it. */
const segmentPattern = (pattern) => new RegExp(`^${[...translate(pattern)].join('')}$`, 'su');
const isPattern = (segment) => /[*?[\\]/.test(segment);
function* translate(pattern) {
    for (let at = 0; at < pattern.length;) {
        const ch = pattern[at];
        const set = ch === '[' ? readSet(pattern, at) : null;
        if (set)
            yield set.text;
        else if (ch === '\\')
            yield quote(pattern[at + 1] ?? '');
        else
            yield wildcard(ch, pattern[at - 1]);
        at = set ? set.end : at + (ch === '\\' ? 2 : 1);
    }
}
/** A run of stars is one star: two in a row would make the match slow and mean nothing more. */
const wildcard = (ch, before) => {
    if (ch === '*')
        return before === '*' ? '' : '[^/]*';
    return ch === '?' ? '[^/]' : quote(ch);
};
const quote = (ch) => ch.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
/** `[a-z]`, `[^a-z]`; a `\` inside takes the next character as it is. A range that ends before it begins holds nothing. */
const readSet = (pattern, start) => {
    const match = /^\[(\^?)((?:\\.|[^\]\\])+)\]/su.exec(pattern.slice(start));
    if (!match)
        return null;
    const members = [...match[2].matchAll(/(\\.|[^\\])(?:-(\\.|[^\\]))?/gsu)];
    const text = members.map(([, low = '', high = low]) => range(plain(low), plain(high))).join('');
    return { text: `[${match[1]}${text}]`, end: start + match[0].length };
};
const plain = (member) => member.replace(/^\\(?=.)/su, '');
const range = (low, high) => {
    const code = (ch) => ch.codePointAt(0);
    return code(low) > code(high) ? '' : `\\u{${code(low).toString(16)}}-\\u{${code(high).toString(16)}}`;
};

;// CONCATENATED MODULE: ./.build/catalog/ignore-rule.js

/** Null for a lone `!`, which BuildKit refuses. */
const compile = (line) => {
    const exception = line.startsWith('!');
    const pattern = exception ? line.slice(1) : line;
    return pattern === '' ? null : { exception, test: tester(pattern) };
};
/**
 * moby/patternmatcher's `compile`: it asks a regular expression only where there is more than `**` at one end.
 */
const tester = (pattern) => {
    if (isPlain(pattern))
        return (path) => path === pattern;
    if (pattern.endsWith('**') && isPlain(pattern.slice(0, -2)) && pattern.length > 2)
        return (path) => path.startsWith(pattern.slice(0, -2));
    if (pattern.startsWith('**') && isPlain(pattern.slice(2)))
        return endsWith(pattern.slice(2));
    const text = toRegex(pattern);
    if (text === null)
        return null;
    const regex = new RegExp(`^${text}$`, 'u');
    return (path) => regex.test(path);
};
const isPlain = (text) => !/[*?\\[\]]/.test(text);
const endsWith = (suffix) => (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
const toRegex = (pattern) => {
    let text = '';
    for (let at = 0; at < pattern.length;) {
        const piece = readPiece(pattern, at);
        if (!piece)
            return null;
        text += piece.text;
        at = piece.end;
    }
    return text;
};
const readPiece = (pattern, at) => {
    const ch = String.fromCodePoint(pattern.codePointAt(at));
    if (ch === '*')
        return readStars(pattern, at);
    if (ch === '?')
        return { text: '[^/]', end: at + 1 };
    if (ch === '[')
        return readPlainSet(pattern, at);
    if (ch === '\\')
        return readEscape(pattern, at);
    if (ch === '^')
        return { text: ch, end: at + 1 }; // not escaped there either: the beginning of the path
    return { text: quote(ch), end: at + ch.length };
};
/** `**` takes the `/` behind it along: it stands for any number of folders, none as well. Several mean no more than one. */
const readStars = (pattern, at) => {
    const run = /^(?:\*\*\/?)+/.exec(pattern.slice(at))?.[0];
    if (run === undefined)
        return { text: '[^/]*', end: at + 1 };
    const end = at + run.length;
    return { text: end === pattern.length ? '.*' : '(?:.*/)?', end };
};
/** A `*` or `?` in brackets is one of that engine's oddities. */
const readPlainSet = (pattern, at) => {
    const set = readSet(pattern, at);
    return set && !/[*?[\\]/.test(pattern.slice(at + 1, set.end)) ? set : null;
};
/** Before a letter or a digit, the engine would take it for a class of characters. */
const readEscape = (pattern, at) => {
    const ch = pattern[at + 1];
    return ch === undefined || /[\p{L}\p{Nd}\ud800-\udfff]/u.test(ch) ? null : { text: quote(ch), end: at + 2 };
};

;// CONCATENATED MODULE: ./.build/catalog/ignore.js



/** An ignore file as BuildKit reads it: moby/patternmatcher, with its parents' matches going on to what is below. */
const readIgnoreFile = (text) => {
    const rules = patternsOf(text).flatMap((pattern) => compile(pattern) ?? []);
    if (isUnsure(rules))
        return () => false;
    const folders = new Map();
    const above = (path) => {
        const parent = external_node_path_.posix.dirname(path);
        if (parent === '.')
            return null;
        const known = folders.get(parent) ?? matches(rules, parent, above(parent)).each;
        folders.set(parent, known);
        return known;
    };
    return (path) => matches(rules, path, above(path)).ignored;
};
/** One rule that may match or not: without exceptions it leaves too much at most; with them, nobody can tell. */
const isUnsure = (rules) => rules.some(({ test }) => test === null) && rules.some(({ exception }) => exception);
/** Which rules match the path or a folder above it. One that could not change the answer is not asked. */
const matches = (rules, path, above) => {
    let ignored = false;
    const each = rules.map(({ exception, test }, index) => {
        const match = above?.[index] || (exception === ignored && test?.(path) === true);
        if (match)
            ignored = !exception;
        return match;
    });
    return { ignored, each };
};
/** The lines that are patterns, cleaned twice, as there: by the reader of the file, then by the matcher. */
const patternsOf = (text) => text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#') && (0,space/* trim */.Bq)(line) !== '')
    .map((line) => clean((0,space/* trim */.Bq)(cleanLine((0,space/* trim */.Bq)(line)))));
const cleanLine = (line) => {
    if (line.startsWith('!'))
        return `!${relative((0,space/* trim */.Bq)(line.slice(1)))}`;
    return relative(line);
};
const relative = (pattern) => (pattern === '' ? '' : clean(pattern).replace(/^\/(?=.)/s, ''));
/** Go's `filepath.Clean`. */
const clean = (path) => external_node_path_.posix.normalize(path).replace(/(?<=.)\/$/s, '');

// EXTERNAL MODULE: ./.build/catalog/tree.js
var catalog_tree = __webpack_require__(6800);
;// CONCATENATED MODULE: ./.build/catalog/pick.js



const NOTHING = { kind: 'found', found: [], links: [] };
const MOST_LINKS = 40;
/** What a source names below `root`: a path or a pattern. Follows links as BuildKit does (fsutil/followlinks.go). */
const pick = (objects, root, source) => descend(objects, root, root, (0,catalog_tree/* segmentsOf */.OD)(source), MOST_LINKS);
const descend = async (objects, root, at, segments, most) => {
    const [segment, ...rest] = segments;
    if (segment === undefined)
        return { kind: 'found', found: [at], links: [] };
    if (at.mode !== catalog_tree/* FOLDER */.L7)
        return NOTHING;
    const hits = await matching(objects, at, segment);
    const ends = hits.map((hit) => hit.mode === catalog_tree/* LINK */.ps ? throughLink(objects, root, hit, rest, most) : descend(objects, root, hit, rest, most));
    return (await Promise.all(ends)).reduce(together, NOTHING);
};
const together = (one, other) => {
    if (one.kind === 'lost')
        return one;
    if (other.kind === 'lost')
        return other;
    return { kind: 'found', found: [...one.found, ...other.found], links: [...one.links, ...other.links] };
};
/** A link's own text decides as well as what it leads to; from the root on again, where it is clamped. */
const throughLink = async (objects, root, link, rest, most) => {
    const text = new TextDecoder().decode(await objects.blob(link.oid));
    const target = (0,catalog_tree/* segmentsOf */.OD)(external_node_path_.posix.isAbsolute(text) ? text : external_node_path_.posix.join('/', external_node_path_.posix.dirname(link.path), text));
    const lost = { kind: 'lost', path: link.path };
    if (most === 0 || target.some(isPattern))
        return lost;
    const end = await descend(objects, root, root, [...target, ...rest], most - 1);
    if (end.kind === 'lost' || end.found.length === 0)
        return lost;
    return { ...end, links: [link, ...end.links] };
};
const matching = async (objects, node, segment) => {
    const test = isPattern(segment) ? segmentPattern(segment) : null;
    return (await objects.tree(node.oid))
        .filter(({ name }) => (test ? test.test(name) : name === segment))
        .map(({ mode, oid, name }) => ({ mode, oid, path: external_node_path_.posix.join(node.path, name) }));
};

;// CONCATENATED MODULE: ./.build/catalog/context.js





const openContext = (objects, folder, tree, ignoreFile) => {
    const ignores = ignoreFile === null ? null : readIgnoreFile(ignoreFile);
    const walked = new Map();
    const placed = (found) => ({ ...found, path: external_node_path_.posix.join(folder, found.path) });
    const walk = (node) => {
        const known = walked.get(node.path);
        if (known)
            return known;
        const result = expandNode(node);
        walked.set(node.path, result);
        return result;
    };
    const expandNode = async (node) => {
        if (!ignores)
            return [placed(node)];
        if (node.mode !== catalog_tree/* FOLDER */.L7)
            return ignores(node.path) ? [] : [placed(node)];
        return walkAll(await (0,catalog_tree/* children */.Y_)(objects, node));
    };
    const walkAll = async (nodes) => (await Promise.all(nodes.map(walk))).flat();
    const root = { mode: catalog_tree/* FOLDER */.L7, oid: tree, path: '.' };
    return {
        all: () => walk(root),
        pick: async (source) => {
            const picked = await pick(objects, root, source);
            if (picked.kind === 'lost')
                return { kind: 'lost', path: external_node_path_.posix.join(folder, picked.path) };
            return { kind: 'found', found: await walkAll(picked.found), links: await walkAll(picked.links) };
        },
    };
};


/***/ }),

/***/ 2803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ trim),
/* harmony export */   Dw: () => (/* binding */ trimStart),
/* harmony export */   xC: () => (/* binding */ isSpace)
/* harmony export */ });
/** What Go's `unicode.IsSpace` takes for white space; JavaScript's own `\s` differs in two characters. */
const SPACE = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const ONE = new RegExp(`[${SPACE}]`, 'u');
const LEADING = new RegExp(`^[${SPACE}]+`, 'u');
const TRAILING = new RegExp(`[${SPACE}]+$`, 'u');
const isSpace = (ch) => ONE.test(ch);
const trimStart = (text) => text.replace(LEADING, '');
const trim = (text) => trimStart(text).replace(TRAILING, '');


/***/ }),

/***/ 8472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ unknownName),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

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
        fix: close.length > 0 ? `did you mean ${close.join(' or ')}?` : `name one of them`,
    };
};


/***/ }),

/***/ 6800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   L7: () => (/* binding */ FOLDER),
/* harmony export */   OD: () => (/* binding */ segmentsOf),
/* harmony export */   Y_: () => (/* binding */ children),
/* harmony export */   _f: () => (/* binding */ entryAt),
/* harmony export */   ps: () => (/* binding */ LINK)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

const FOLDER = '040000';
const LINK = '120000';
/** `./a/../b/` as `b`; what climbs out is clamped to the root, as BuildKit does. */
const segmentsOf = (path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix
    .normalize(`/${path}`)
    .split('/')
    .filter((segment) => segment !== '');
const children = async (objects, { oid, path }) => (await objects.tree(oid)).map((entry) => ({
    mode: entry.mode,
    oid: entry.oid,
    path: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(path, entry.name),
}));
/** The entry at a path of a commit's tree; null where there is none. `.` names the tree itself. Follows no link. */
const entryAt = async (objects, root, path) => {
    let at = { mode: FOLDER, oid: root, path: '.' };
    for (const segment of segmentsOf(path)) {
        if (at.mode !== FOLDER)
            return null;
        const wanted = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(at.path, segment);
        const next = (await children(objects, at)).find((child) => child.path === wanted);
        if (!next)
            return null;
        at = next;
    }
    return at;
};
const MOST_LINKS = 8;
/**
 * A file's text; null where there is none. A link beside the file or below its folder is followed, as BuildKit
 * follows a Dockerfile's and an ignore file's; what leads out of the folder is not sent to it at all.
 */
const textAt = async (objects, root, path, links = MOST_LINKS) => {
    const entry = await entryAt(objects, root, path);
    if (!entry || entry.mode === FOLDER || links === 0)
        return null;
    const text = new TextDecoder().decode(await objects.blob(entry.oid));
    if (entry.mode !== LINK)
        return text;
    const target = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(text);
    if (target.startsWith('/') || target.split('/')[0] === '..')
        return null;
    return textAt(objects, root, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(entry.path), target), links - 1);
};


/***/ }),

/***/ 7628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ allSnapshots),
  N: () => (/* binding */ viewCommit)
});

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
// EXTERNAL MODULE: ./.build/catalog/context.js + 4 modules
var catalog_context = __webpack_require__(388);
// EXTERNAL MODULE: ./.build/catalog/tree.js
var tree = __webpack_require__(6800);
;// CONCATENATED MODULE: ./.build/catalog/context-reader.js



/** Reads contexts of one commit; those that share folder and ignore file share their walk. */
const contextReader = (objects, root) => {
    const contexts = new Map();
    return async ({ context, dockerfile, name }) => {
        const folder = await (0,tree/* entryAt */._f)(objects, root, context);
        if (folder?.mode !== '040000')
            throw new words/* StaggerError */.IY(missing(name, 'context', context));
        const ignoreFile = (await (0,tree/* textAt */.$6)(objects, root, `${dockerfile}.dockerignore`)) ??
            (await (0,tree/* textAt */.$6)(objects, root, `${context}/.dockerignore`));
        const key = JSON.stringify([context, ignoreFile]);
        const known = contexts.get(key) ?? (0,catalog_context/* openContext */.e)(objects, context, folder.oid, ignoreFile);
        contexts.set(key, known);
        return known;
    };
};
const missing = (service, what, path) => ({
    code: `missing-${what}`,
    fault: 'caller',
    problem: `${service}: its ${what} ${path} is not in the repository`,
    why: 'the path does not exist at this commit',
    fix: `correct the ${what} of ${service} in the compose file or in stagger.yml`,
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/dotenv/dist/index.cjs
var dist = __webpack_require__(8230);
;// CONCATENATED MODULE: ./.build/catalog/interpolate.js
const REFERENCE = /^(?:\{([A-Za-z_][A-Za-z0-9_]*)(:?[-+?])?|([A-Za-z_][A-Za-z0-9_]*))/;
/**
 * Puts variables into a compose file's text: `$X`, `${X}`, `${X:-default}`, `${X-default}`, `${X:+other}`,
 * `${X:?message}`, nested, and `$$` for a dollar. (compose-spec, 12-interpolation.md)
 */
const interpolate = (text, variable) => read(text, 0, variable, false).value;
/** Reads to the end of the text, or to the brace that closes the default it stands in. */
const read = (text, start, variable, inBraces) => {
    let value = '';
    for (let at = start; at < text.length;) {
        const ch = text[at];
        if (inBraces && ch === '}')
            return { value, end: at + 1 };
        const found = ch === '$' ? readReference(text, at + 1, variable) : null;
        value += found ? found.value : ch;
        at = found ? found.end : at + 1;
    }
    return { value, end: text.length };
};
const readReference = (text, at, variable) => {
    if (text[at] === '$')
        return { value: '$', end: at + 1 };
    const [whole = '', braced, modifier, plain] = REFERENCE.exec(text.slice(at)) ?? [];
    if (plain)
        return { value: variable(plain) ?? '', end: at + whole.length };
    if (!braced)
        return null;
    const word = read(text, at + whole.length, variable, true);
    return { value: resolve(variable(braced), modifier ?? '', word.value), end: word.end };
};
const resolve = (held, modifier, word) => {
    const set = modifier.startsWith(':') ? held !== undefined && held !== '' : held !== undefined;
    if (modifier.endsWith('+'))
        return set ? word : '';
    if (modifier.endsWith('-'))
        return set ? held : word;
    return held ?? '';
};

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var valibot_dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./.build/catalog/compose/file.js



const scalar = valibot_dist/* nullable */.mee(valibot_dist/* union */.KCZ([valibot_dist/* string */.YjP(), valibot_dist/* number */.aig(), valibot_dist/* boolean */.zMY()]));
const build = valibot_dist/* union */.KCZ([
    valibot_dist/* string */.YjP(),
    valibot_dist/* object */.Ikc({
        context: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
        dockerfile: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
        dockerfile_inline: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
        target: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
        args: valibot_dist/* optional */.lqM(valibot_dist/* union */.KCZ([valibot_dist/* array */.YOg(valibot_dist/* string */.YjP()), valibot_dist/* record */.g1P(valibot_dist/* string */.YjP(), scalar)])),
        additional_contexts: valibot_dist/* optional */.lqM(valibot_dist/* unknown */.L5J()),
    }),
]);
/** The little of the compose specification that decides an image; the rest of the file is not ours to judge. */
const composeFile = valibot_dist/* object */.Ikc({
    include: valibot_dist/* optional */.lqM(valibot_dist/* array */.YOg(valibot_dist/* union */.KCZ([valibot_dist/* string */.YjP(), valibot_dist/* object */.Ikc({ path: valibot_dist/* union */.KCZ([valibot_dist/* string */.YjP(), valibot_dist/* array */.YOg(valibot_dist/* string */.YjP())]) })]))),
    services: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* record */.g1P(valibot_dist/* string */.YjP(), valibot_dist/* nullable */.mee(valibot_dist/* object */.Ikc({ build: valibot_dist/* optional */.lqM(build), image: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()) }))))),
});
/** Two commits mostly hold the same file; the same text always reads the same. */
const remembered = new Map();
const readCompose = (text, file) => {
    const known = remembered.get(text) ?? parseCompose(text, file);
    remembered.set(text, known);
    return known;
};
/**
 * js-yaml reads a file five times faster than the parser that knows where everything stands; that one is
 * asked when there is something to complain about.
 */
const parseCompose = async (text, file) => {
    const checked = valibot_dist/* safeParse */.xLC(composeFile, loadYaml(text));
    if (checked.success)
        return checked.output;
    throw await refusal(text, file, (document) => checked.issues.map((issue) => composeProblem(document, issue)));
};
/** `<<`, which compose files use; a date stays the text that it is. */
const MERGE = new js_yaml/* Type */.ZU('tag:yaml.org,2002:merge', {
    kind: 'scalar',
    resolve: (data) => data === '<<' || data === null,
});
const YAML_SCHEMA = js_yaml/* CORE_SCHEMA */.OU.extend({ implicit: [MERGE] });
/** What does not parse is no compose file: the schema refuses it, and the refusal says where it stops being YAML. */
const loadYaml = (text) => {
    try {
        return (0,js_yaml/* load */.Hh)(text, { schema: YAML_SCHEMA }) ?? {};
    }
    catch {
        return undefined;
    }
};
/** The same text once more, by the parser that knows where everything stands. */
const refusal = async (text, file, problems) => {
    const { readDocument } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(437)]).then(__webpack_require__.bind(__webpack_require__, 2437));
    const read = readDocument(text, file);
    return new words/* StaggerError */.IY(...('problems' in read ? read.problems : problems(read.document)));
};
const composeProblem = (document, issue) => {
    const path = (issue.path ?? []).map(({ key }) => key);
    return {
        code: 'compose-file',
        fault: 'caller',
        problem: `${document.file}: ${path.join('.') || 'the file'} is not what compose takes`,
        why: issue.message,
        fix: `docker compose -f ${document.file} config   (shows what compose itself makes of it)`,
        at: document.at(path),
    };
};

;// CONCATENATED MODULE: ./.build/catalog/naming.js

/** Folders that say how the code is laid out, not what it is. */
const LAYOUT = new Set(['src', 'docker', 'build', 'app', 'dockerfiles', '.docker', 'deploy']);
const foldersAbove = (path) => {
    const folder = external_node_path_.posix.dirname(path);
    return folder === '.' || folder === '/' ? [] : [folder, ...foldersAbove(folder)];
};
/** The folder that people think of as the service's own. */
const ownFolder = (name, dockerfile, context) => foldersAbove(dockerfile).find((folder) => external_node_path_.posix.basename(folder).toLowerCase() === name) ??
    (context === '.' ? external_node_path_.posix.dirname(dockerfile) : context);
/** What a Dockerfile's place says about its name: the nearest folder with a telling name, then the ones above it. */
const tellingFolders = (dockerfile) => {
    const names = foldersAbove(dockerfile).map((folder) => external_node_path_.posix.basename(folder));
    const telling = names.filter((name) => !LAYOUT.has(name.toLowerCase()));
    return telling.length > 0 ? telling : names;
};
/** `Dockerfile.debug` and `debug.Dockerfile` as `debug`; empty for a plain `Dockerfile`. */
const variantOf = (dockerfile) => external_node_path_.posix.basename(dockerfile).replace(/^Dockerfile\.?|\.?Dockerfile$/gi, '');
const clean = (text) => text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
/** A name for each Dockerfile, by its folder; what would clash takes the variant, then the folder above, before it. */
const nameDockerfiles = (dockerfiles, repository = 'app') => {
    const names = new Map(dockerfiles.map((path) => [path, clean(tellingFolders(path)[0] ?? repository)]));
    qualify(names, (path) => (variantOf(path) ? (name) => `${name}-${variantOf(path)}` : null));
    for (let depth = 1; depth < 8 && clashes(names).length > 0; depth++) {
        qualify(names, (path) => {
            const parent = tellingFolders(path)[depth];
            return parent ? (name) => `${parent}-${name}` : null;
        });
    }
    return names;
};
const clashes = (names) => {
    const count = new Map();
    for (const name of names.values())
        count.set(name, (count.get(name) ?? 0) + 1);
    return [...names].filter(([, name]) => count.get(name) > 1).map(([path]) => path);
};
const qualify = (names, how) => {
    for (const path of clashes(names)) {
        const change = how(path);
        if (change)
            names.set(path, clean(change(names.get(path))));
    }
};

;// CONCATENATED MODULE: ./.build/catalog/compose/service.js



const REMOTE = /^(?:https?|git|ssh):\/\/|^git@|\.git(?:#|$)/;
/** What of compose is not followed yet, and would make a plan miss something; null where all is. */
const reasonToLeaveOut = (settings, variable) => {
    if (settings.dockerfile_inline !== undefined)
        return 'its Dockerfile stands inside the compose file, which is not followed yet';
    if (settings.additional_contexts !== undefined)
        return 'it has additional contexts, which are not followed yet';
    return REMOTE.test(interpolate(settings.context ?? '.', variable))
        ? 'its context is not in this repository'
        : null;
};
const serviceOf = (name, settings, file, variable) => {
    const put = (text) => interpolate(text, variable);
    const context = external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(file), put(settings.context ?? '.'))).replace(/\/$/, '') || '.';
    const dockerfile = external_node_path_.posix.join(context, put(settings.dockerfile ?? 'Dockerfile'));
    return {
        name,
        path: ownFolder(name, dockerfile, context),
        dockerfile,
        context,
        target: settings.target === undefined ? null : put(settings.target),
        args: argumentsOf(settings.args ?? {}, variable),
    };
};
/** `KEY: value`, or `- KEY=value`; a key without a value takes it from the environment, if it is there. */
const argumentsOf = (args, variable) => {
    const pairs = Array.isArray(args) ? args.map(splitPair) : Object.entries(args);
    return Object.fromEntries(pairs.flatMap(([name, value]) => {
        const text = value === null ? variable(name) : interpolate(String(value), variable);
        return text === undefined ? [] : [[name, text]];
    }));
};
const splitPair = (text) => {
    const equals = text.indexOf('=');
    return equals < 0 ? [text, null] : [text.slice(0, equals), text.slice(equals + 1)];
};

;// CONCATENATED MODULE: ./.build/catalog/compose/discover.js







/** In the order in which compose looks for its file. */
const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];
const VARIANT = /^(?:docker-)?compose\.[\w.-]+\.ya?ml$/;
/**
 * The services that the compose files at the root build; null where there is no compose file.
 * The main file comes first; its variants (`compose.full.yaml`) add the services that only they build.
 */
const discoverCompose = async (objects, root) => {
    const names = (await objects.tree(root)).map(({ name }) => name);
    const main = NAMES.find((name) => names.includes(name));
    if (!main)
        return null;
    const variable = variablesOf((await (0,tree/* textAt */.$6)(objects, root, '.env')) ?? '');
    const files = [main, ...names.filter((name) => VARIANT.test(name) && !NAMES.includes(name)).sort()];
    const services = new Map();
    const warnings = [];
    const images = new Map();
    for (const file of files)
        await addFile({ objects, root, variable, services, images, warnings }, file);
    const all = [...services.values()].map((service) => withImages(service, images));
    return all.length > 0 ? { services: all, warnings } : null;
};
/** A service that builds from its own image's name takes an older one of it. */
const withImages = (service, images) => {
    const others = [...images].filter(([, builder]) => builder !== service.name);
    return others.length > 0 ? { ...service, imagesBuiltHere: Object.fromEntries(others) } : service;
};
/** `.env` alone: the shell's own variables would make a plan depend on who asks. */
const variablesOf = (text) => {
    const values = new Map();
    const variable = (name) => values.get(name);
    for (const [name, value] of Object.entries((0,dist.parse)(text)))
        values.set(name, interpolate(value, variable));
    return variable;
};
const addFile = async (reading, file) => {
    const text = await (0,tree/* textAt */.$6)(reading.objects, reading.root, file);
    if (text === null) {
        reading.warnings.push(`${file} is included by a compose file, but is not in the repository`);
        return;
    }
    const compose = await readCompose(text, file);
    for (const [name, { build, image }] of Object.entries(compose.services ?? {}).flatMap(withBuild)) {
        if (!(0,words/* isServiceName */.tN)(name.toLowerCase()))
            throw await refusal(text, file, (document) => [wrongName(document, name)]);
        if (image)
            reading.images.set(interpolate(image, reading.variable), name.toLowerCase());
        addService(reading, file, name.toLowerCase(), build);
    }
    for (const path of (compose.include ?? []).flatMap(pathsOf)) {
        await addFile(reading, external_node_path_.posix.join(external_node_path_.posix.dirname(file), interpolate(path, reading.variable)));
    }
};
const pathsOf = (include) => typeof include === 'string' ? [include] : [include.path].flat();
const withBuild = ([name, service]) => service?.build === undefined ? [] : [[name, { build: service.build, image: service.image }]];
const addService = ({ services, warnings, variable }, file, name, image) => {
    if (services.has(name))
        return;
    const settings = typeof image === 'string' ? { context: image } : image;
    const leftOut = reasonToLeaveOut(settings, variable);
    if (leftOut)
        warnings.push(`${name} is left out: ${leftOut}`);
    else
        services.set(name, serviceOf(name, settings, file, variable));
};
const wrongName = (document, name) => ({
    code: 'service-name',
    fault: 'caller',
    problem: `${JSON.stringify(name)} cannot be the name of a service`,
    why: 'a name goes into image names, tags and addresses: letters and digits, joined by one of . _ -, at most 64',
    fix: `rename the service in ${document.file}`,
    at: document.at(['services', name]),
});

// EXTERNAL MODULE: ./.build/catalog/dockerfile/space.js
var dockerfile_space = __webpack_require__(2803);
;// CONCATENATED MODULE: ./.build/catalog/dockerfile/cut.js

/**
 * How BuildKit cuts one line into pieces (frontend/dockerfile/parser: split_command.go, line_parsers.go).
 * Kept close to the original, since each of its oddities decides what a COPY reads.
 */
const SPACE = /[\t\v\f\r ]+/;
const splitKeyword = (line) => {
    const text = (0,dockerfile_space/* trim */.Bq)(line);
    const space = text.search(SPACE);
    return space < 0
        ? { keyword: text.toUpperCase(), rest: '' }
        : { keyword: text.slice(0, space).toUpperCase(), rest: (0,dockerfile_space/* trim */.Bq)(text.slice(space)) };
};
/** Takes the leading `--flag` words off. Quotes and escapes count inside them. */
const takeFlags = (line, escapeToken) => {
    const flags = [];
    let rest = (0,dockerfile_space/* trimStart */.Dw)(line);
    while (rest.startsWith('--')) {
        const { word, end } = readFlag(rest, escapeToken);
        rest = (0,dockerfile_space/* trimStart */.Dw)(rest.slice(end));
        if (word === '--')
            break;
        flags.push(word.slice(2));
    }
    return { flags, rest };
};
const readFlag = (text, escapeToken) => {
    let word = '';
    let quote = '';
    let at = 0;
    for (; at < text.length; at++) {
        const ch = text[at];
        if (ch === quote)
            quote = '';
        else if (!quote && (ch === '"' || ch === "'"))
            quote = ch;
        else if (!quote && (0,dockerfile_space/* isSpace */.xC)(ch))
            break;
        else
            word += ch === escapeToken ? (text[++at] ?? '') : ch;
    }
    return { word, end: at };
};
/** The strings of a JSON array, or null where the text is none: then it is the shell form. */
const jsonStrings = (text) => {
    if (!(0,dockerfile_space/* trimStart */.Dw)(text).startsWith('['))
        return null;
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
    }
    catch {
        return null;
    }
};
/** The arguments of COPY, ADD and FROM: a JSON array, or cut at white space, where no quote protects it. */
const splitArguments = (rest) => jsonStrings(rest) ?? rest.split(SPACE).filter((word) => word !== '');
/** The words of ARG, ENV and LABEL: quotes protect white space, and stay. */
const splitWords = (rest, escapeToken) => {
    const words = [];
    for (let at = 0; at < rest.length;) {
        const end = wordEnd(rest, at, escapeToken);
        if (end > at)
            words.push(rest.slice(at, end));
        at = end + 1;
    }
    return words;
};
const wordEnd = (text, start, escapeToken) => {
    let quote = '';
    for (let at = start; at < text.length; at++) {
        const ch = text[at];
        if (!quote && (0,dockerfile_space/* isSpace */.xC)(ch))
            return at;
        if (ch === escapeToken && quote !== "'")
            at++;
        else if (ch === quote)
            quote = '';
        else if (!quote && (ch === '"' || ch === "'"))
            quote = ch;
    }
    return text.length;
};

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/wildcards.js
/** `${x#pattern}` and its kin, as BuildKit reads their patterns: `*`, `?`, and `\` before one of these. Null: refused. */
/** Cuts what the pattern matches off the front; the longest match where the pattern begins with a second `#`. */
const trimPrefix = (word, value) => cut(word.startsWith('#') ? word.slice(1) : word, value, word.startsWith('#'));
/** The same from the end: both are turned round, since the shortest match counts from there. */
const trimSuffix = (word, value) => {
    const greedy = word.startsWith('%');
    const rest = cut(turnedPattern(greedy ? word.slice(1) : word), turned(value), greedy);
    return rest === null ? null : turned(rest);
};
const replaceFirst = (word, value, to) => {
    const regex = toRegex(word, true, '');
    return regex && value.replace(regex, () => to);
};
/** Here BuildKit reads `$1` in the replacement as a group of its own pattern: nobody can mean that. */
const replaceAll = (word, value, to) => {
    const regex = to.includes('$') ? null : toRegex(word, true, 'g');
    return regex && value.replace(regex, () => to);
};
const cut = (word, value, greedy) => {
    const regex = toRegex(word, greedy, 'y');
    return regex && value.replace(regex, '');
};
const toRegex = (word, greedy, flags) => {
    const tokens = [...word.matchAll(/\\[\s\S]?|[\s\S]/gu)].map(([token]) => token);
    if (tokens.some((token) => token.startsWith('\\') && !/^\\[*?\\}/]$/.test(token)))
        return null;
    return new RegExp(tokens.map((token) => tokenText(token, greedy)).join(''), `u${flags}`);
};
const tokenText = (token, greedy) => {
    if (token === '*')
        return greedy ? '[^\\n]*' : '[^\\n]*?';
    if (token === '?')
        return '[^\\n]';
    return (token.length > 1 && token.startsWith('\\') ? token.slice(1) : token).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
};
const turned = (text) => [...text].reverse().join('');
const turnedPattern = (word) => (word.match(/\\[\s\S]|[\s\S]/gu) ?? []).reverse().join('');

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/expand.js

const unknown = (name) => ({ unknown: `\${${name}}` });
/** What BuildKit refuses to expand. */
class BadSubstitution extends Error {
}
/** Expands one word as BuildKit's shell lexer does (frontend/dockerfile/shell/lex.go). */
const expand = (text, lookup, escapeToken = '\\') => {
    const cursor = { text, escapeToken, lookup, undecided: [], at: 0 };
    try {
        return { value: readUntil(cursor, '', 'none'), undecided: cursor.undecided };
    }
    catch (error) {
        if (error instanceof BadSubstitution)
            return { value: text, undecided: [text] };
        throw error;
    }
};
const next = (cursor) => cursor.text[cursor.at++] ?? '';
const peek = (cursor) => cursor.text[cursor.at] ?? '';
/** Reads up to the character `stop` (which is taken) or the end. */
const readUntil = (cursor, stop, escapes) => {
    let value = '';
    while (cursor.at < cursor.text.length) {
        const ch = next(cursor);
        if (ch === stop)
            return value;
        value += readPiece(cursor, ch, escapes);
    }
    if (stop !== '')
        throw new BadSubstitution();
    return value;
};
const readPiece = (cursor, ch, escapes) => {
    if (ch === "'")
        return readSingleQuoted(cursor, escapes);
    if (ch === '"')
        return readDoubleQuoted(cursor, escapes);
    if (ch === '$')
        return readVariable(cursor);
    return ch === cursor.escapeToken ? (escapes === 'none' ? '' : ch) + next(cursor) : ch;
};
const readSingleQuoted = (cursor, escapes) => {
    const end = cursor.text.indexOf("'", cursor.at);
    if (end < 0)
        throw new BadSubstitution();
    const value = cursor.text.slice(cursor.at, end);
    cursor.at = end + 1;
    return escapes === 'pattern' ? value.replaceAll(cursor.escapeToken, cursor.escapeToken.repeat(2)) : value;
};
const readDoubleQuoted = (cursor, escapes) => {
    let value = '';
    while (cursor.at < cursor.text.length) {
        const ch = next(cursor);
        if (ch === '"')
            return value;
        if (ch === '$')
            value += readVariable(cursor);
        else if (ch === cursor.escapeToken)
            value += readQuotedEscape(cursor, escapes);
        else
            value += ch;
    }
    throw new BadSubstitution();
};
/** Inside double quotes, an escape counts before a quote, a dollar or another one; else it stays what it is. */
const readQuotedEscape = (cursor, escapes) => {
    const { escapeToken } = cursor;
    const kept = escapes === 'none' ? '' : escapeToken;
    return ['"', '$', escapeToken].includes(peek(cursor)) ? kept + next(cursor) : kept + escapeToken;
};
const NAME = /\p{Nd}+|[@*#?$!-]|[\p{L}_][\p{L}\p{Nd}_]*/uy;
const readName = (cursor) => {
    NAME.lastIndex = cursor.at;
    const name = NAME.exec(cursor.text)?.[0] ?? '';
    cursor.at += name.length;
    return name;
};
const readVariable = (cursor) => {
    if (peek(cursor) !== '{') {
        const name = readName(cursor);
        return name ? known(cursor, name, cursor.lookup(name), '') : '$';
    }
    cursor.at++;
    if (['', '{', '}', ':'].includes(peek(cursor)))
        throw new BadSubstitution();
    const name = readName(cursor);
    const modifier = readModifier(cursor);
    const held = cursor.lookup(name);
    if (modifier === '}')
        return known(cursor, name, held, '');
    return modifier.startsWith('/')
        ? readReplacement(cursor, name, held, modifier)
        : readModified(cursor, name, held, modifier);
};
const readModifier = (cursor) => {
    const modifier = /^(?:\}|:?[-+?]|[#%]|\/\/?)/.exec(cursor.text.slice(cursor.at))?.[0];
    if (modifier === undefined)
        throw new BadSubstitution();
    cursor.at += modifier.length;
    return modifier;
};
const readModified = (cursor, name, held, modifier) => {
    const isPattern = modifier === '#' || modifier === '%';
    const before = cursor.undecided.length;
    const word = readUntil(cursor, '}', isPattern ? 'pattern' : 'none');
    if (held !== null && typeof held !== 'string')
        return known(cursor, name, held, modifier + word);
    if (isPattern)
        return pattern(() => (modifier === '#' ? trimPrefix : trimSuffix)(word, held ?? ''));
    const set = modifier.startsWith(':') ? held !== null && held !== '' : held !== null;
    if (modifier.endsWith('?') && !set)
        throw new BadSubstitution();
    if (modifier.endsWith('+') ? set : !set)
        return word;
    cursor.undecided.length = before; // the word counts only where it was used
    return modifier.endsWith('+') ? '' : held;
};
const readReplacement = (cursor, name, held, modifier) => {
    const from = readUntil(cursor, '/', 'pattern');
    const to = readUntil(cursor, '}', 'raw');
    if (held !== null && typeof held !== 'string')
        return known(cursor, name, held, `${modifier}${from}/${to}`);
    return pattern(() => (modifier === '//' ? replaceAll : replaceFirst)(from, held ?? '', to));
};
const pattern = (apply) => {
    const value = apply();
    if (value === null)
        throw new BadSubstitution();
    return value;
};
const known = (cursor, name, held, modifier) => {
    if (held === null || typeof held === 'string')
        return held ?? '';
    cursor.undecided.push(name);
    return modifier === '' ? held.unknown : `\${${held.unknown}${modifier}}`;
};

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/heredoc.js


const START = /^\d*<<(-?)[\t\n\f\r ]*([^<]+)$/;
/** A word as the beginning of a here-document; null where it is none. */
const heredocStart = (word) => {
    const [, chomp = '', text = ''] = START.exec(word) ?? [];
    const { value, undecided } = expand(text, (name) => `$${name}`);
    return value === '' || undecided.length > 0 ? null : { name: value, chomp: chomp === '-' };
};
/** The here-documents that a line begins. */
const heredocStarts = (line) => line.includes('<<') ? (heredoc_words(line) ?? []).flatMap((word) => heredocStart(word) ?? []) : [];
/**
 * A line in words as BuildKit's shell lexer cuts it here (shell/lex.go, `RawQuotes`): quotes stay and protect
 * white space, and `<<` keeps its name even behind a blank. Null where it gives up: then no here-document begins.
 */
const heredoc_words = (line) => {
    const found = [];
    let word = '';
    for (let at = 0; at < line.length;) {
        const end = pieceEnd(line, at);
        if (end === null)
            return null;
        const space = end === at + 1 && (0,dockerfile_space/* isSpace */.xC)(line[at]);
        if (space && word !== '')
            found.push(word);
        word = space ? '' : word + line.slice(at, end);
        at = end;
    }
    return word === '' ? found : [...found, word];
};
const pieceEnd = (line, at) => {
    const ch = line[at];
    if (ch === '\\')
        return at + 2;
    if (ch === "'")
        return line.indexOf("'", at + 1) + 1 || null;
    if (ch === '"')
        return quoteEnd(line, at + 1);
    if (ch === '$' && line[at + 1] === '{')
        return variableEnd(line, at + 2);
    return ch === '<' ? at + (/^<<[\t\r ]*/.exec(line.slice(at))?.[0].length ?? 1) : at + 1;
};
const quoteEnd = (line, start) => {
    for (let at = start; at !== null && at < line.length;) {
        const ch = line[at];
        if (ch === '"')
            return at + 1;
        if (ch === '$' && line[at + 1] === '{')
            at = variableEnd(line, at + 2);
        else
            at += ch === '\\' && /["$\\]/.test(line[at + 1] ?? '') ? 2 : 1;
    }
    return null;
};
const VARIABLE = /^(?:\p{Nd}+|[@*#?$!-]|[\p{L}_][\p{L}\p{Nd}_]*)?(?:(\})|:[^#%]|[-+?#%]|(\/\/?))/u;
/** Behind the brace that ends `${…}`; what stands in it may hold quotes and further ones. */
const variableEnd = (line, start) => {
    const [whole = '', end, slash] = VARIABLE.exec(line.slice(start)) ?? [];
    if (whole === '' || /^[{}:]/.test(whole))
        return null;
    if (end)
        return start + whole.length;
    const second = slash ? stopAfter(line, start + whole.length, '/') : start + whole.length;
    return second === null ? null : stopAfter(line, second, '}');
};
const stopAfter = (line, start, stop) => {
    for (let at = start; at !== null && at < line.length; at = pieceEnd(line, at))
        if (line[at] === stop)
            return at + 1;
    return null;
};

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/lines.js

/** How BuildKit joins lines into one (frontend/dockerfile/parser/parser.go). */
const isComment = (line) => (0,dockerfile_space/* trimStart */.Dw)(line).startsWith('#');
/** Cuts the escape character off a line's end: the next line goes on. A doubled one is no continuation. */
const continuation = (line, escapeToken) => {
    const text = line.replace(/[ \t]+$/, '');
    const goesOn = text.endsWith(escapeToken) && !text.endsWith(escapeToken + escapeToken);
    return goesOn ? { text: text.slice(0, -1), goesOn } : { text: line, goesOn };
};
/** One logical line, from `start` on; `next` is the first line that is not part of it. Indices from 0. */
const joinLines = (lines, start, escapeToken) => {
    let { text, goesOn } = continuation((0,dockerfile_space/* trimStart */.Dw)(lines[start]), escapeToken);
    let next = start + 1;
    for (; goesOn && next < lines.length; next++) {
        const line = lines[next];
        if (isComment(line) || (0,dockerfile_space/* trim */.Bq)(line) === '')
            continue;
        const more = continuation(line, escapeToken);
        text += more.text;
        goesOn = more.goesOn;
    }
    return { text, next };
};

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/problems.js
/** What may stand in a Dockerfile; anything else is an error in BuildKit too. */
const KEYWORDS = 'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' ');
const problemAt = ({ file, lines }, line, problem, why, fix) => {
    const text = lines[line - 1] ?? '';
    const column = text.length - text.trimStart().length + 1;
    return { code: 'dockerfile-syntax', fault: 'caller', problem, why, fix, at: { file, line, column, text } };
};
const unterminated = (source, line, name) => problemAt(source, line, `the here-document ${name} does not end`, `no line holds ${name} alone`, `add a line ${name}`);
const unknownInstruction = (source, line, keyword) => problemAt(source, line, `unknown instruction ${keyword}`, `a Dockerfile knows ${KEYWORDS.join(', ')}`, 'correct the word; if the line belongs to the one before, end that one with a backslash');
const withoutArguments = (source, line, keyword) => problemAt(source, line, `${keyword} has no arguments`, `${keyword} needs at least one`, 'complete or remove the line');
const wrongBeginning = (source, first) => problemAt(source, first?.line ?? 1, first ? `${first.keyword} stands before the first FROM` : 'there is no FROM', 'a build starts from an image; only ARG may come before', 'begin with a line such as FROM node:24-slim, or move the file away if it is no Dockerfile');

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/parse.js






const WITH_HEREDOC = ['ADD', 'COPY', 'RUN'];
const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
/** `# escape=`, `# syntax=`, `# check=`: only at the very top, before any other comment or instruction. */
const readDirectives = (lines) => {
    const directives = new Map();
    for (const line of lines) {
        const match = DIRECTIVE.exec((0,dockerfile_space/* trim */.Bq)(line));
        const name = match?.[1]?.toLowerCase();
        if (!name || !['escape', 'syntax', 'check'].includes(name) || directives.has(name))
            break;
        directives.set(name, match?.[2]);
    }
    return directives;
};
const readHeredocs = (source, text, start, line) => {
    const heredocs = [];
    let next = start;
    for (const { name, chomp } of heredocStarts(text)) {
        const plain = (one) => (chomp ? one.replace(/^\t+/, '') : one);
        const end = source.lines.findIndex((one, index) => index >= next && plain(one) === name);
        if (end < 0)
            throw new words/* StaggerError */.IY(unterminated(source, line, name));
        heredocs.push({ name, content: source.lines.slice(next, end).join('\n') });
        next = end + 1;
    }
    return { heredocs, next };
};
/**
 * The instructions of a Dockerfile. Follows BuildKit's own parser (frontend/dockerfile/parser/parser.go) line by line.
 * Throws `dockerfile-syntax` with file, line and column.
 */
const parseDockerfile = (text, file) => {
    const source = { file, lines: text.replace(/^\uFEFF/, '').split(/\r*\n/) };
    const directives = readDirectives(source.lines);
    const escapeToken = directives.get('escape') ?? '\\';
    const instructions = [];
    for (let at = 0; at < source.lines.length;) {
        const first = source.lines[at];
        if (isComment(first) || (0,dockerfile_space/* trim */.Bq)(first) === '') {
            at++;
            continue;
        }
        const joined = joinLines(source.lines, at, escapeToken);
        if ((0,dockerfile_space/* trim */.Bq)(joined.text) === '') {
            at = joined.next;
            continue;
        }
        const read = readInstruction(source, joined, at + 1, escapeToken);
        instructions.push(read.instruction);
        at = read.next;
    }
    checkBeginning(source, instructions);
    return { instructions, escapeToken, syntax: syntaxOf(source.lines) };
};
/** A first line `#!…` hides the directives from the parser, but not the front end's name from the builder. */
const syntaxOf = (lines) => readDirectives(lines[0]?.startsWith('#!') ? lines.slice(1) : lines).get('syntax') ?? null;
const readInstruction = (source, joined, line, escapeToken) => {
    const { trigger, ...plain } = readLine(joined.text, escapeToken);
    const { keyword, rest } = trigger ?? plain;
    for (const word of trigger ? [plain.keyword, keyword] : [keyword])
        if (!KEYWORDS.includes(word))
            throw new words/* StaggerError */.IY(unknownInstruction(source, line, word));
    const { heredocs, next } = WITH_HEREDOC.includes(keyword) && jsonStrings(rest) === null
        ? readHeredocs(source, joined.text, joined.next, line)
        : { heredocs: [], next: joined.next };
    if (rest === '')
        throw new words/* StaggerError */.IY(withoutArguments(source, line, keyword));
    const inner = trigger && { ...trigger, heredocs, line, trigger: null };
    return { instruction: { ...plain, heredocs, line, trigger: inner }, next };
};
const readLine = (text, escapeToken) => {
    const { keyword, rest: all } = splitKeyword(text);
    const { flags, rest } = takeFlags(all, escapeToken);
    return { keyword, flags, rest, trigger: keyword === 'ONBUILD' && rest !== '' ? readLine(rest, '\\') : null };
};
const checkBeginning = (source, instructions) => {
    const first = instructions.find(({ keyword }) => keyword !== 'ARG');
    if (first?.keyword !== 'FROM')
        throw new words/* StaggerError */.IY(wrongBeginning(source, first ?? null));
};

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/instruction.js
/** The value of a flag; null where the flag is not given, the empty string where it has no value. */
const flag = ({ flags }, name) => {
    const found = flags.find((text) => text === name || text.startsWith(`${name}=`));
    return found === undefined ? null : found.slice(name.length + 1);
};

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/mounts.js
/** Null where the text is quoted as CSV in a way that is not followed. Of one key, the last value counts. */
const readMount = (text) => {
    if (text.includes('"'))
        return null;
    const values = new Map(text.split(',').map((field) => readField(field)));
    return {
        type: values.get('type') ?? 'bind',
        from: values.get('from') ?? '',
        source: values.get('source') ?? '',
    };
};
const readField = (field) => {
    const equals = field.indexOf('=');
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
    return [key === 'src' ? 'source' : key, equals < 0 ? '' : field.slice(equals + 1)];
};

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/variables.js


const lookupIn = ({ seen, closed }) => (name) => seen.get(name) ?? (closed ? null : unknown(name));
/** Known to every build, with values that depend on the builder's platform. */
const PLATFORM = [
    ...['TARGET', 'BUILD'].flatMap((which) => ['PLATFORM', 'OS', 'OSVERSION', 'ARCH', 'VARIANT'].map((what) => which + what)),
    'TARGETSTAGE',
];
/** Count without an ARG line: the platform's, and those that the builder itself heeds. */
const countsUndeclared = (name) => PLATFORM.includes(name) || name === 'SOURCE_DATE_EPOCH' || name.startsWith('BUILDKIT_');
/** A Dockerfile may well name an argument `constructor`. */
const givenOf = (given, name) => Object.hasOwn(given, name) ? given[name] : undefined;
/** What every stage may refer to: the platform's variables, and the ARG lines before the first FROM. */
const globalVariables = ({ instructions, escapeToken }, given) => {
    const platform = PLATFORM.map((name) => [name, givenOf(given, name) ?? unknown(name)]);
    let globals = { seen: new Map(platform), image: new Map(), closed: true };
    const scope = { globals, given, escapeToken };
    for (const instruction of instructions) {
        if (instruction.keyword === 'FROM')
            break;
        globals = after(globals, instruction, scope);
    }
    return globals;
};
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** What a stage begins with that starts from an image. */
const fromImage = (isScratch) => {
    const variables = new Map(isScratch ? [['PATH', PATH]] : []);
    return { seen: variables, image: variables, closed: isScratch };
};
/**
 * What a stage begins with that starts from another: its arguments too. The environment of the image is put over
 * them once more, and who does not know that image does not know which of them it hides.
 */
const fromStage = ({ seen, image, closed }) => {
    const hidden = (name, value) => closed || image.has(name) ? value : { unknown: `\${${name}:-${textOf(value)}}` };
    const inherited = [...seen].map(([name, value]) => [name, hidden(name, value)]);
    return { seen: new Map([...inherited, ...image]), image, closed };
};
const textOf = (value) => (typeof value === 'string' ? value : value.unknown);
const evaluate = (text, variables, escapeToken) => {
    const { value, undecided } = expand(text, lookupIn(variables), escapeToken);
    return undecided.length > 0 ? { unknown: value } : value;
};
/** `A=1 B` as pairs; the old form `ENV A some text` has one. */
const assignments = (rest, escapeToken) => {
    const words = splitWords(rest, escapeToken);
    return words.map((word) => {
        const equals = word.indexOf('=');
        return equals < 0 ? [word, null] : [word.slice(0, equals), word.slice(equals + 1)];
    });
};
const environment = (rest, escapeToken) => {
    const pairs = assignments(rest, escapeToken);
    if (pairs[0]?.[1] !== null)
        return pairs;
    const [, name = '', text = ''] = /^([^\t\v\f\r ]+)[\t\v\f\r ]*([\s\S]*)$/.exec(rest) ?? [];
    return [[name, text]];
};
const after = (before, { keyword, rest }, scope) => {
    if (keyword === 'ARG')
        return afterArg(before, rest, scope);
    return keyword === 'ENV' ? afterEnv(before, rest, scope) : before;
};
/** Given, its own default, or what the global one of that name holds; else the line changes nothing. */
const afterArg = (before, rest, { globals, given, escapeToken }) => {
    let variables = before;
    for (const [name, text] of assignments(rest, escapeToken)) {
        const own = text === null ? globals.seen.get(name) : evaluate(text, variables, escapeToken);
        const value = givenOf(given, name) ?? own;
        if (value !== undefined)
            variables = { ...variables, seen: new Map(variables.seen).set(name, value) };
    }
    return variables;
};
/** All of one line are evaluated with what holds before it. */
const afterEnv = (before, rest, { escapeToken }) => {
    const seen = new Map(before.seen);
    const image = new Map(before.image);
    for (const [name, text] of environment(rest, escapeToken)) {
        const key = evaluate(name, before, escapeToken);
        const value = evaluate(text ?? '', before, escapeToken);
        if (typeof key !== 'string')
            return anything(before);
        seen.set(key, value);
        image.set(key, value);
    }
    return { ...before, seen, image };
};
/** After a variable was set whose name nobody can tell. */
const anything = ({ seen }) => {
    const variables = new Map([...seen.keys()].map((name) => [name, unknown(name)]));
    return { seen: variables, image: variables, closed: false };
};

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/sources.js






/** BuildKit takes `github.com/…` and protocols that it does not know for paths (dfgitutil/git_ref.go). */
const sources_REMOTE = /^(?:https?|git|ssh):\/\/|^[\w-]+@[a-zA-Z0-9.-]+:/;
/** What one step reads from outside its own stage. */
const sourcesOf = (step, escapeToken) => {
    const { keyword, flags } = step.instruction;
    if (keyword === 'COPY' || keyword === 'ADD')
        return copySources(step, escapeToken);
    if (keyword !== 'RUN')
        return [];
    const mounts = flags.filter((text) => text.startsWith('mount='));
    return mounts.flatMap((text) => mountSources(text.slice('mount='.length), step, escapeToken));
};
const copySources = (step, escapeToken) => {
    const { instruction } = step;
    const from = flag(instruction, 'from');
    if (from)
        return [{ kind: 'from', reference: from, numbered: true, instruction }];
    if (flag(instruction, 'parents') !== null)
        return [notFollowed(instruction, 'parents', '--parents')];
    const words = splitArguments(instruction.rest).slice(0, -1);
    return words.flatMap((word) => heredocStart(word) ? [] : [contextSource(word, step, escapeToken)]);
};
const contextSource = (word, { instruction, variables }, escapeToken) => {
    const { value, undecided } = expand(word, lookupIn(variables), escapeToken);
    if (undecided.length > 0)
        return variable(instruction, word, undecided);
    return instruction.keyword === 'ADD' && sources_REMOTE.test(value)
        ? remote(instruction, value)
        : { kind: 'context', pattern: value, instruction };
};
const remote = (instruction, address) => ({
    kind: 'remote',
    address,
    pinned: flag(instruction, 'checksum') !== null,
    instruction,
});
const variable = (instruction, word, names) => ({
    kind: 'undecided',
    reason: 'variable',
    detail: `${word} depends on ${names.join(', ')}, whose value the Dockerfile does not tell`,
    instruction,
});
const notFollowed = (instruction, reason, what) => ({
    kind: 'undecided',
    reason,
    detail: `what ${what} picks is not followed`,
    instruction,
});
/** `RUN --mount=type=bind,source=…`: a mount is a bind unless it says otherwise; without a source it is the whole context. */
const mountSources = (text, step, escapeToken) => {
    const { instruction } = step;
    const mount = readMount(text);
    if (!mount)
        return [notFollowed(instruction, 'mount', `--mount=${text}`)];
    if (mount.from)
        return [{ kind: 'from', reference: mount.from, numbered: false, instruction }];
    return mayBind(mount, step, escapeToken) ? [contextSource(mount.source, step, escapeToken)] : [];
};
const mayBind = ({ type }, { variables }, escapeToken) => {
    const { value, undecided } = expand(type, lookupIn(variables), escapeToken);
    return undecided.length > 0 || value.toLowerCase() === 'bind';
};

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/stages.js




const beginStage = (from, earlier, scope, file) => {
    const words = splitArguments(from.rest);
    const [reference = '', as, name] = words;
    if (words.length !== 1 && !(words.length === 3 && as?.toUpperCase() === 'AS'))
        throw wrongFrom(from, file);
    const put = (text) => expand(text, lookupIn(scope.globals), scope.escapeToken);
    const image = put(reference);
    const isKnown = image.undecided.length === 0;
    const parent = isKnown && earlier.findLast((stage) => stage.name === image.value.toLowerCase());
    const begun = {
        index: earlier.length,
        name: name?.toLowerCase() ?? null,
        base: parent ? { kind: 'stage', index: parent.index } : { kind: 'image', name: image },
        from,
        flags: from.flags.map((flag) => put(flag).value),
        steps: [],
        variables: parent ? fromStage(parent.variables) : fromImage(isKnown && image.value === 'scratch'),
    };
    return addTriggers(begun, parent ? [parent] : isKnown ? [] : earlier, scope);
};
/** Where the base may be any stage, so may be what it gives by ONBUILD. */
const addTriggers = (stage, parents, scope) => parents
    .flatMap(({ steps }) => steps.flatMap(({ instruction }) => instruction.trigger ?? []))
    .reduce((begun, trigger) => addStep(begun, trigger, scope), stage);
const wrongFrom = ({ line, rest }, file) => new words/* StaggerError */.IY({
    code: 'dockerfile-syntax',
    fault: 'caller',
    problem: 'FROM takes an image, or an image and AS with a name',
    why: `it says: FROM ${rest}`,
    fix: 'write FROM IMAGE or FROM IMAGE AS NAME',
    at: { file, line, column: 1, text: `FROM ${rest}` },
});
/** The stages in order, their variables followed line by line. */
const readStages = (dockerfile, given, file) => {
    const scope = {
        globals: globalVariables(dockerfile, given),
        given,
        escapeToken: dockerfile.escapeToken,
    };
    const stages = [];
    for (const instruction of dockerfile.instructions) {
        const current = stages.at(-1);
        if (instruction.keyword === 'FROM')
            stages.push(beginStage(instruction, stages, scope, file));
        else if (current)
            stages[stages.length - 1] = addStep(current, instruction, scope);
    }
    return stages;
};
const addStep = (stage, instruction, scope) => {
    const variables = after(stage.variables, instruction, scope);
    const step = { instruction, variables: stage.variables, after: variables };
    return { ...stage, steps: [...stage.steps, step], variables };
};
/** `--from=x` as a stage: by number, where that may be one, or by name. */
const findStage = (stages, reference, numbered) => (numbered && /^[+-]?\d+$/.test(reference) ? stages[Number(reference)] : undefined) ??
    stages.findLast(({ name }) => name === reference.toLowerCase()) ??
    null;

;// CONCATENATED MODULE: ./.build/catalog/discover.js








const DOCKERFILE = /^Dockerfile$|^Dockerfile\.(?!dockerignore$).+|^.+\.Dockerfile$/i;
/** Other people's code: what stands there is not this repository's to release. */
const FOREIGN = new Set(['node_modules', 'vendor']);
/** The services of a commit: those that its compose files build, else one for each Dockerfile. */
const discover = async (objects, root) => (await discoverCompose(objects, root)) ?? (await discoverDockerfiles(objects, root));
const discoverDockerfiles = async (objects, root) => {
    const dockerfiles = await findDockerfiles(objects, root, '');
    const names = nameDockerfiles(dockerfiles);
    const services = await allOrEveryProblem(dockerfiles.map(async (dockerfile) => {
        const name = names.get(dockerfile);
        if (!(0,words/* isServiceName */.tN)(name))
            return [];
        const context = await contextOf(objects, root, dockerfile);
        return [
            { name, path: ownFolder(name, dockerfile, context), dockerfile, context, target: null, args: {} },
        ];
    }));
    return { services: services.flat().sort((a, b) => (a.name < b.name ? -1 : 1)), warnings: [] };
};
/** Whoever corrects one Dockerfile wants to know of the others that do not parse, too. */
const allOrEveryProblem = async (reads) => {
    const results = await Promise.allSettled(reads);
    const problems = results.flatMap((result) => {
        if (result.status === 'fulfilled')
            return [];
        if (result.reason instanceof words/* StaggerError */.IY)
            return result.reason.problems;
        throw result.reason;
    });
    if (problems.length > 0)
        throw new words/* StaggerError */.IY(...problems);
    return Promise.all(reads);
};
const findDockerfiles = async (objects, tree, folder) => {
    const entries = await objects.tree(tree);
    const found = entries.map(async ({ mode, oid, name }) => {
        const path = external_node_path_.posix.join(folder, name);
        if (mode === '040000')
            return FOREIGN.has(name) ? [] : findDockerfiles(objects, oid, path);
        return mode.startsWith('100') && DOCKERFILE.test(name) && !name.endsWith('.dockerignore') ? [path] : [];
    });
    return (await Promise.all(found)).flat();
};
/**
 * Nothing says which context a lone Dockerfile is built with. Its own folder, unless what it copies by
 * name is not there: then the nearest folder above that holds all of it.
 */
const contextOf = async (objects, root, dockerfile) => {
    const own = external_node_path_.posix.dirname(dockerfile);
    const copied = await copiedByName(objects, root, dockerfile);
    for (let folder = own;; folder = external_node_path_.posix.dirname(folder)) {
        const found = await Promise.all(copied.map((path) => (0,tree/* entryAt */._f)(objects, root, external_node_path_.posix.join(folder, external_node_path_.posix.join('/', path)))));
        if (found.every((entry) => entry !== null))
            return folder;
        if (folder === '.')
            return own;
    }
};
const copiedByName = async (objects, root, dockerfile) => {
    const parsed = parseDockerfile((await (0,tree/* textAt */.$6)(objects, root, dockerfile)) ?? '', dockerfile);
    return readStages(parsed, {}, dockerfile)
        .flatMap(({ steps }) => steps.flatMap((step) => sourcesOf(step, parsed.escapeToken)))
        .flatMap((source) => (source.kind === 'context' && !/[*?[]/.test(source.pattern) ? [source.pattern] : []));
};

;// CONCATENATED MODULE: ./.build/catalog/built-here.js
/**
 * Images that a stage takes from outside, and that another service of this repository builds. What they will hold is
 * not known before they are built, and a build here does not wait for them yet: such a service has no fingerprint.
 */
const builtHere = ({ imagesBuiltHere = {} }, { unpinned, stages }) => {
    const builders = new Map(Object.entries(imagesBuiltHere).map(([image, name]) => [fullName(image), name]));
    const lines = stages.flatMap(({ from, steps }) => [from, ...steps.map(({ instruction }) => instruction)]);
    return unpinned.flatMap((image) => {
        const builder = builders.get(fullName(image));
        if (builder === undefined)
            return [];
        const detail = `${image}, which the service ${builder} builds,`;
        return [{ reason: 'built-here', detail, line: lines.find((line) => names(line, image))?.line ?? 1 }];
    });
};
const names = ({ rest, flags }, image) => [rest, ...flags].some((text) => text.includes(image));
/** `cart` as `cart:latest`, without Docker Hub's own address. */
const fullName = (image) => {
    const short = image.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
    return /:[^/]*$/.test(short) ? short : `${short}:latest`;
};

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/normal.js


/**
 * A stage's instructions as they count: without comments and line breaks, with the values that arguments
 * bring in. Two Dockerfiles that give the same lines build the same from the same files.
 */
const instructionText = (stage, escapeToken) => [
    fromText(stage),
    ...stage.steps.map((step) => stepText(step, escapeToken)),
];
const fromText = ({ base, from, flags }) => {
    const name = base.kind === 'stage' ? `stage ${splitArguments(from.rest)[0]}` : base.name.value;
    return ['FROM', ...flags.map(flagText), name].join(' ');
};
/** A flag that holds white space must not read like a flag and the words behind it. */
const flagText = (flag) => `--${/\s/.test(flag) ? JSON.stringify(flag) : flag}`;
const stepText = (step, escapeToken) => {
    const { instruction } = step;
    if (instruction.keyword === 'ARG')
        return `ARG ${argumentText(step, escapeToken)}`;
    return [
        plainText(instruction),
        ...instruction.heredocs.map(({ name, content }) => `${name}\n${content}`),
    ].join('\n');
};
const plainText = ({ keyword, flags, rest }) => [keyword, ...flags.map(flagText), rest].join(' ');
/** What the argument holds behind its line, as far as that can be told. */
const argumentText = ({ instruction, after }, escapeToken) => assignments(instruction.rest, escapeToken)
    .map(([name]) => {
    const held = lookupIn(after)(name);
    if (held === null)
        return name;
    return `${name}=${typeof held === 'string' ? held : held.unknown}`;
})
    .join(' ');
/** The directives that change what the lines mean. */
const directiveText = ({ escapeToken, syntax }) => [
    ...(syntax === null ? [] : [`# syntax=${syntax}`]),
    ...(escapeToken === '\\' ? [] : [`# escape=${escapeToken}`]),
];

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/reach.js


const reach = (all, target, escapeToken) => {
    const links = new Map();
    const waiting = [target];
    for (let stage = waiting.pop(); stage; stage = waiting.pop()) {
        if (links.has(stage.index))
            continue;
        const found = linksOf(all, stage, escapeToken);
        links.set(stage.index, found);
        waiting.push(...found.stages);
    }
    const stages = all.filter(({ index }) => links.has(index));
    const every = stages.map(({ index }) => links.get(index));
    return {
        stages,
        sources: every.flatMap(({ sources }) => sources),
        unpinned: [...new Set(every.flatMap(({ images }) => images))],
        widened: every.flatMap(({ widened }) => widened),
    };
};
const linksOf = (all, stage, escapeToken) => {
    const base = baseLinks(all, stage);
    const steps = stage.steps
        .flatMap((step) => sourcesOf(step, escapeToken))
        .map((source) => sourceLinks(all, source));
    const every = [base, ...steps];
    return {
        stages: every.flatMap(({ stages }) => stages),
        sources: every.flatMap(({ sources }) => sources),
        images: every.flatMap(({ images }) => images),
        widened: every.flatMap(({ widened }) => widened),
    };
};
const NONE = { stages: [], sources: [], images: [], widened: [] };
const isPinned = (image) => image === 'scratch' || image.includes('@sha256:');
const imageLinks = (image) => ({ images: isPinned(image) ? [] : [image] });
/** Such images copy the whole context by ONBUILD, and say so in their name. */
const foreignTriggers = (image, line) => /onbuild/i.test(image)
    ? [{ reason: 'onbuild', detail: `what ${image} does ONBUILD is not known here`, line }]
    : [];
const baseLinks = (all, { base, index, from }) => {
    if (base.kind === 'stage')
        return { ...NONE, stages: [all[base.index]] };
    const { value, undecided } = base.name;
    if (undecided.length === 0)
        return { ...NONE, ...imageLinks(value), widened: foreignTriggers(value, from.line) };
    // The base may be any of the stages before it; the reader of the plan is told.
    const detail = `FROM ${from.rest} depends on ${undecided.join(', ')}`;
    const widened = index > 0 ? [{ reason: 'base-depends-on-platform', detail, line: from.line }] : [];
    return { ...NONE, stages: all.slice(0, index), images: [from.rest], widened };
};
const sourceLinks = (all, source) => {
    if (source.kind === 'remote')
        return { ...NONE, images: source.pinned ? [] : [source.address] };
    if (source.kind !== 'from')
        return { ...NONE, sources: [source] };
    const stage = findStage(all, source.reference, source.numbered);
    return stage ? { ...NONE, stages: [stage] } : { ...NONE, ...imageLinks(source.reference) };
};

// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(8472);
;// CONCATENATED MODULE: ./.build/catalog/read-source.js
const becauseOf = (because) => (found) => ({ ...found, because });
const readSource = async (context, source) => {
    const { keyword, line } = source.instruction;
    const because = becauseOf({ instruction: keyword, line });
    if (source.kind === 'undecided')
        return { source, inputs: [], widened: [{ reason: source.reason, detail: source.detail, line }] };
    if (source.kind !== 'context')
        return { source, inputs: [], widened: [] };
    const picked = await context.pick(source.pattern);
    if (picked.kind === 'found')
        return { source, inputs: [...picked.found, ...picked.links].map(because), widened: [] };
    const detail = `${picked.path} is a symbolic link that leads nowhere in the context`;
    return { source, inputs: [], widened: [{ reason: 'symlinked-source', detail, line }] };
};
/**
 * Sources that name nothing git tracks. A pattern beside sources that were found is a way to say
 * "if it is there": BuildKit takes it so, and the context holds nothing else.
 */
const untracked = (read) => read.flatMap(({ source, inputs, widened }) => {
    if (source.kind !== 'context' || inputs.length > 0 || widened.length > 0)
        return [];
    const optional = /[*?[]/.test(source.pattern) &&
        read.some((other) => other.source.instruction === source.instruction && other.inputs.length > 0);
    const { line } = source.instruction;
    return optional ? [] : [{ reason: 'untracked-source', detail: source.pattern, line }];
});
/** One input a path, and none below a folder that is an input itself; sorted by path. */
const unique = (inputs) => {
    const byPath = new Map();
    for (const input of inputs)
        if (!byPath.has(input.path))
            byPath.set(input.path, input);
    return [...byPath.values()]
        .filter(({ path }) => !ancestors(path).some((folder) => byPath.get(folder)?.mode === '040000'))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
};
const ancestors = (path) => {
    const segments = path.split('/');
    const folders = segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'));
    return path === '.' ? [] : ['.', ...folders];
};

;// CONCATENATED MODULE: ./.build/catalog/stage-inputs.js











/** Front ends whose language is the one we know. */
const KNOWN_SYNTAX = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?::|@|$)/;
/** Everything that decides a service's image, and its tests, at one commit. */
const serviceInputs = async (service, objects, root, contexts) => {
    const dockerfile = await readDockerfile(service, objects, root);
    const context = await contexts(service);
    const target = findTarget(service, dockerfile.stages);
    const test = dockerfile.stages.find(({ name }) => name === 'test');
    return {
        image: await stageInputs(service, dockerfile, context, target),
        test: test ? await stageInputs(service, dockerfile, context, test) : null,
    };
};
const readDockerfile = async (service, objects, root) => {
    const file = service.dockerfile;
    const text = await (0,tree/* textAt */.$6)(objects, root, file);
    if (text === null)
        throw new words/* StaggerError */.IY(missing(service.name, 'dockerfile', file));
    return parsed(file, text, service.args);
};
/** Two commits mostly hold the same Dockerfile; the same text with the same arguments always reads the same. */
const stage_inputs_remembered = new Map();
const parsed = (file, text, args) => {
    const key = JSON.stringify([file, text, args]);
    const known = stage_inputs_remembered.get(key);
    if (known)
        return known;
    const lines = parseDockerfile(text, file);
    const dockerfile = { file, parsed: lines, stages: readStages(lines, args, file) };
    stage_inputs_remembered.set(key, dockerfile);
    return dockerfile;
};
const findTarget = ({ target, dockerfile }, stages) => {
    if (target === null)
        return stages.at(-1);
    const found = stages.findLast(({ name }) => name === target.toLowerCase()) ??
        stages[/^\d+$/.test(target) ? Number(target) : -1];
    if (found)
        return found;
    const names = stages.flatMap(({ name }) => name ?? []);
    throw new words/* StaggerError */.IY({
        ...(0,nearest/* unknownName */.U)('target', target, names),
        problem: `${dockerfile} has no stage ${target}`,
    });
};
const stageInputs = async (service, dockerfile, context, target) => {
    const { parsed, stages } = dockerfile;
    const reached = reach(stages, target, parsed.escapeToken);
    const read = await Promise.all(reached.sources.map((source) => readSource(context, source)));
    const widened = [
        ...strangeSyntax(parsed, service),
        ...reached.widened,
        ...read.flatMap((one) => one.widened),
    ];
    const all = widened.some(({ reason }) => reason !== 'base-depends-on-platform')
        ? (await context.all()).map(becauseOf({ instruction: 'context', line: widened[0]?.line ?? 1 }))
        : [];
    return {
        inputs: unique([...read.flatMap((one) => one.inputs), ...all]),
        instructions: [
            ...directiveText(parsed),
            ...reached.stages.flatMap((stage) => instructionText(stage, parsed.escapeToken)),
        ],
        args: stage_inputs_argumentsOf(service, parsed, reached),
        target: target.name ?? String(target.index),
        widened,
        untracked: [...untracked(read), ...builtHere(service, reached)],
        unpinned: reached.unpinned,
    };
};
const strangeSyntax = ({ syntax }, { args }) => {
    const frontEnd = args.BUILDKIT_SYNTAX ?? syntax;
    return frontEnd === null || KNOWN_SYNTAX.test(frontEnd)
        ? []
        : [{ reason: 'unknown-syntax', detail: `the front end ${frontEnd} may read anything`, line: 1 }];
};
/** The given arguments that a reached stage, or a line before the first FROM, declares; and those that need no ARG. */
const stage_inputs_argumentsOf = ({ args }, { instructions, escapeToken }, { stages }) => {
    const firstFrom = instructions.findIndex(({ keyword }) => keyword === 'FROM');
    const lines = [
        ...instructions.slice(0, firstFrom),
        ...stages.flatMap(({ steps }) => steps.map((step) => step.instruction)),
    ];
    const declared = lines
        .filter(({ keyword }) => keyword === 'ARG')
        .flatMap(({ rest }) => assignments(rest, escapeToken).map(([name]) => name));
    const counts = (name) => declared.includes(name) || countsUndeclared(name);
    return Object.fromEntries(Object.entries(args).filter(([name]) => counts(name)));
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./.build/changes/fingerprint.js


/** Counts up whenever the same inputs would give another fingerprint: then every image is built once more. */
const KEY_SCHEMA = 1;
/**
 * JSON keeps any two different lists apart, as length prefixes would, and names that are no UTF-8 too:
 * it writes a lone surrogate as an escape.
 */
const digest = (parts) => `sha256:${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex')}`;
/** Everything that decides a stage, in an order that does not depend on how it was found. */
const stageParts = (context, { target, instructions, args, inputs }) => [
    target,
    instructions,
    Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1)),
    inputs.map(({ mode, oid, path }) => [mode, oid, external_node_path_.posix.relative(context, path)]),
];
/** Gives both their fingerprints; null where an untracked artifact decides too. */
const fingerprintService = (context, { image, test }) => {
    const imageDigest = image.untracked.length > 0 ? null : digest(['image', KEY_SCHEMA, ...stageParts(context, image)]);
    return {
        image: { inputs: image, fingerprint: imageDigest },
        test: test && {
            inputs: test,
            fingerprint: imageDigest === null || test.untracked.length > 0
                ? null
                : digest(['test', KEY_SCHEMA, imageDigest, ...stageParts(context, test)]),
        },
    };
};

;// CONCATENATED MODULE: ./.build/commands/commit-view.js





const once = (make) => {
    let made = null;
    return () => {
        made ??= make();
        return made;
    };
};
const viewCommit = async (git, commit) => {
    const root = await git.treeOf(commit);
    const discovered = once(() => discover(git, root));
    const contexts = contextReader(git, root);
    const read = async (service) => ({
        service,
        ...fingerprintService(service.context, await serviceInputs(service, git, root, contexts)),
    });
    return {
        commit,
        root,
        discovered,
        snapshot: async (name) => {
            const service = (await discovered()).services.find((one) => one.name === name);
            return service ? read(service) : null;
        },
    };
};
/** All services of a commit. Throws every problem of every service at once. */
const allSnapshots = async (view) => {
    const { services } = await view.discovered();
    const results = await Promise.allSettled(services.map(({ name }) => view.snapshot(name)));
    const problems = results.flatMap((result) => result.status === 'rejected' ? problemsOf(result.reason) : []);
    if (problems.length > 0)
        throw new words/* StaggerError */.IY(...commit_view_unique(problems));
    return results.flatMap((result) => (result.status === 'fulfilled' && result.value ? [result.value] : []));
};
const problemsOf = (error) => {
    if (error instanceof words/* StaggerError */.IY)
        return error.problems;
    throw error;
};
/** Services that share a Dockerfile share its problems. */
const commit_view_unique = (problems) => [
    ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];


/***/ }),

/***/ 1539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jY: () => (/* binding */ findEnvironment),
/* harmony export */   oA: () => (/* binding */ templateAt),
/* harmony export */   wr: () => (/* binding */ configurationAt)
/* harmony export */ });
/* unused harmony export CONFIGURATION_FILE */
/* harmony import */ var _catalog_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(388);
/* harmony import */ var _catalog_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8472);
/* harmony import */ var _environment_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(159);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9231);




const CONFIGURATION_FILE = 'stagger.yml';
const configurationAt = async (objects, root, read) => read(await (0,_catalog_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$)(objects, root, CONFIGURATION_FILE), CONFIGURATION_FILE);
/** Throws `unknown-environment` with those that there are. */
const findEnvironment = ({ environments }, name) => {
    const settings = environments[name];
    if (settings && (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isEnvironmentName */ .tq)(name))
        return { name, settings };
    throw new _words_js__WEBPACK_IMPORTED_MODULE_3__/* .StaggerError */ .IY(unknownEnvironment(name, Object.keys(environments)));
};
/** The task definition template of a service: its text, and where it stands. Throws `missing-template`. */
const templateAt = async (objects, root, { name, settings }, service) => {
    const path = (0,_environment_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .settingsFor */ .zc)(settings, service).taskDefinition;
    const text = await (0,_catalog_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$)(objects, root, path);
    if (text === null)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_3__/* .StaggerError */ .IY(missingTemplate(name, path));
    return { text, path };
};
const unknownEnvironment = (name, valid) => ({
    ...(0,_catalog_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownName */ .U)('environment', name, valid),
    ...(valid.length > 0
        ? {}
        : {
            fix: `describe it in ${CONFIGURATION_FILE}: environments: { ${name}: { cluster: …, taskDefinition: … } }`,
        }),
});
const missingTemplate = (environment, path) => ({
    code: 'missing-template',
    fault: 'caller',
    problem: `the environment ${environment} has no task definition template`,
    why: `${path} is not in the repository at this commit`,
    fix: `commit ${path}, or correct taskDefinition in ${CONFIGURATION_FILE}`,
});


/***/ }),

/***/ 9564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ currentLedger),
  D: () => (/* binding */ recordLedger)
});

// EXTERNAL MODULE: ./.build/ledger/entries.js
var entries = __webpack_require__(4402);
;// CONCATENATED MODULE: ./.build/ledger/read.js

const EMPTY_LEDGER = { images: new Map(), deployments: async () => new Map() };
/** Reads a ledger from its root tree. */
const readLedger = async (objects, root) => ({
    images: await entriesOf(objects, await folder(objects, root, ['images']), entries/* readImage */.AM),
    deployments: async (environment) => entriesOf(objects, await folder(objects, root, ['environments', environment]), entries/* readDeployment */.iJ),
});
const folder = async (objects, root, [name, ...rest]) => {
    if (name === undefined)
        return root;
    const entry = (await objects.tree(root)).find((one) => one.name === name && one.mode === '040000');
    return entry ? folder(objects, entry.oid, rest) : null;
};
const entriesOf = async (objects, tree, read) => {
    const files = tree ? await objects.tree(tree) : [];
    const blobs = await Promise.all(files.filter(({ mode }) => mode !== '040000').map(({ oid }) => objects.blob(oid)));
    const entries = blobs.map((blob) => read(new TextDecoder().decode(blob)));
    return new Map(entries.flatMap((entry) => (entry ? [[entry.service, entry]] : [])));
};

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
;// CONCATENATED MODULE: ./.build/commands/ledger.js



/** Of those that write at once one always gets through, so this many may do so before one gives up. */
const TRIES = 40;
/** In milliseconds. */
const LONGEST_PAUSE = 400;
/**
 * The ledger as it stands. `fresh` asks the remote first; else it is asked only where the ledger is not here yet,
 * so that planning on a laptop needs no network.
 */
const currentLedger = async (git, fresh) => {
    const at = await ledgerAt(git, fresh);
    return at ? readLedger(git, await git.treeOf(at)) : EMPTY_LEDGER;
};
const ledgerAt = async (git, fresh) => {
    const here = await git.ref(entries/* LEDGER_REF */.oQ);
    if (here && !fresh)
        return here;
    return (await git.fetchRef(entries/* LEDGER_REF */.oQ)) ?? git.ref(entries/* LEDGER_REF */.oQ);
};
/** Writes entries by compare-and-set: whoever was first keeps his, and ours go on top. */
const recordLedger = async (world, changes, message) => {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
        const update = await world.git.updateRef(entries/* LEDGER_REF */.oQ, await ledgerAt(world.git, true), changes, message);
        if (update.kind === 'done')
            return;
        await world.clock.sleep(Math.min(20 * attempt, LONGEST_PAUSE));
    }
    throw new words/* StaggerError */.IY({
        code: 'ledger-busy',
        fault: 'world',
        problem: 'the ledger could not be written',
        why: `other runs moved ${entries/* LEDGER_REF */.oQ} ${TRIES} times in a row`,
        fix: 'run the command again: what was built and deployed is found again and not repeated',
    });
};


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ configurationFingerprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(159);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5015);



/**
 * The digest of everything but the image that decides what a service runs in an environment. How long we are
 * willing to wait, and in which file the template stands, do not.
 */
const configurationFingerprint = (settings, service, template) => {
    const { timeoutMinutes: _, taskDefinition: path, ...where } = (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .settingsFor */ .zc)(settings, service);
    const parts = [
        'stagger configuration 1',
        canonical(where),
        canonical((0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .renderConfiguration */ .T)(template, path, service)),
    ];
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const part of parts)
        hash.update(`${Buffer.byteLength(part)}:`).update(part);
    return `sha256:${hash.digest('hex')}`;
};
/** JSON with its keys in order, so that moving a line in a template deploys nothing. */
const canonical = (value) => JSON.stringify(value, (_key, inner) => inOrder(inner));
const inOrder = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;


/***/ }),

/***/ 8624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ fill),
/* harmony export */   Q: () => (/* binding */ placeholdersIn)
/* harmony export */ });
/** `{word}`; `{{word}}` is that word in braces, and `${word}` belongs to a shell: both are left alone. */
const PLACEHOLDER = /\{\{([A-Za-z][\w-]*)\}\}|(?<!\$)\{([A-Za-z][\w-]*)\}/g;
const fill = (text, values) => text.replace(PLACEHOLDER, (whole, literal, name) => literal === undefined ? (values[name ?? ''] ?? whole) : `{${literal}}`);
/** The names that stand in `text`, each as often as it stands there. */
const placeholdersIn = (text) => [...text.matchAll(PLACEHOLDER)].flatMap(([, , name]) => (name === undefined ? [] : [name]));


/***/ }),

/***/ 159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VW: () => (/* binding */ environmentSchema),
/* harmony export */   yy: () => (/* binding */ SETTINGS),
/* harmony export */   zc: () => (/* binding */ settingsFor)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _placeholders_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8624);


const LATER = ['blue-green', 'canary', 'linear', 'all-at-once'];
const text = (what) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(`${what} must be a text`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq(`${what} must not be empty`), forService(what));
/** The only thing that a setting may be made from is the service's name. */
const forService = (what) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6Y((value) => (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .placeholdersIn */ .Q)(value).every((name) => name === 'service'), `${what} may hold the placeholder {service} and no other`);
const percent = (what, least, most) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(`${what} must be a number`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(`${what} must be a whole number`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(least, `${what} must be ${least} or more`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(most, `${what} must be ${most} or less`));
const refuseStrategy = ({ input }) => LATER.includes(input)
    ? `the strategy ${input} comes with a later version; this one knows rolling`
    : 'strategy must be rolling';
const ENTRIES = {
    region: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(text('region')),
    endpoint: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP('endpoint must be a text'), valibot__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ5('endpoint must be a URL'))),
    cluster: text('cluster'),
    service: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(text('service'), '{service}'),
    taskDefinition: text('taskDefinition'),
    strategy: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['rolling'], refuseStrategy)),
    minimumHealthyPercent: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(percent('minimumHealthyPercent', 0, 100)),
    maximumPercent: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(percent('maximumPercent', 100, 1000)),
    timeoutMinutes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(percent('timeoutMinutes', 1, 1440), 30),
};
const explain = (issue) => {
    if (issue.expected === 'never')
        return `unknown key ${issue.received}; known: ${Object.keys(ENTRIES).join(', ')}`;
    if (issue.expected?.startsWith('"'))
        return `${issue.expected.slice(1, -1)} is missing`;
    return `an environment must be a map of settings: ${Object.keys(ENTRIES).join(', ')}`;
};
/** One entry of `environments:` in stagger.yml. */
const environmentSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(ENTRIES, explain), valibot__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6Y(({ minimumHealthyPercent, maximumPercent }) => minimumHealthyPercent !== 100 || maximumPercent !== 100, 'minimumHealthyPercent and maximumPercent cannot both be 100: no task could be replaced'));
/** What may stand in an environment. */
const SETTINGS = Object.keys(ENTRIES);
/** The settings as they are for one service. */
const settingsFor = (settings, service) => ({
    ...settings,
    cluster: (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .fill */ .G)(settings.cluster, { service }),
    service: (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .fill */ .G)(settings.service, { service }),
    taskDefinition: (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .fill */ .G)(settings.taskDefinition, { service }),
    ...(settings.region === undefined ? {} : { region: (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .fill */ .G)(settings.region, { service }) }),
});


/***/ }),

/***/ 7183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ RETURNED_ONLY),
/* harmony export */   _6: () => (/* binding */ unknownFields)
/* harmony export */ });
/* unused harmony export knownFields */
/**
 * Every field that RegisterTaskDefinition takes, by the path of the structure that it stands in. The SDK drops
 * what it does not know without a word, so a template is compared with this. A test compares this with the SDK.
 */
const FIELDS = {
    '': 'family containerDefinitions taskRoleArn executionRoleArn networkMode volumes placementConstraints requiresCompatibilities cpu memory tags pidMode ipcMode proxyConfiguration inferenceAccelerators ephemeralStorage runtimePlatform enableFaultInjection',
    containerDefinitions: 'name image repositoryCredentials cpu memory memoryReservation links portMappings essential restartPolicy entryPoint command environment environmentFiles mountPoints volumesFrom linuxParameters secrets dependsOn startTimeout stopTimeout versionConsistency hostname user workingDirectory disableNetworking privileged readonlyRootFilesystem dnsServers dnsSearchDomains extraHosts dockerSecurityOptions interactive pseudoTerminal dockerLabels ulimits logConfiguration healthCheck systemControls resourceRequirements firelensConfiguration credentialSpecs',
    'containerDefinitions.repositoryCredentials': 'credentialsParameter',
    'containerDefinitions.portMappings': 'containerPort hostPort protocol name appProtocol containerPortRange',
    'containerDefinitions.restartPolicy': 'enabled ignoredExitCodes restartAttemptPeriod',
    'containerDefinitions.environment': 'name value',
    'containerDefinitions.environmentFiles': 'value type',
    'containerDefinitions.mountPoints': 'sourceVolume containerPath readOnly',
    'containerDefinitions.volumesFrom': 'sourceContainer readOnly',
    'containerDefinitions.linuxParameters': 'capabilities devices initProcessEnabled sharedMemorySize tmpfs maxSwap swappiness',
    'containerDefinitions.linuxParameters.capabilities': 'add drop',
    'containerDefinitions.linuxParameters.devices': 'hostPath containerPath permissions',
    'containerDefinitions.linuxParameters.tmpfs': 'containerPath size mountOptions',
    'containerDefinitions.secrets': 'name valueFrom',
    'containerDefinitions.dependsOn': 'containerName condition',
    'containerDefinitions.extraHosts': 'hostname ipAddress',
    'containerDefinitions.ulimits': 'name softLimit hardLimit',
    'containerDefinitions.logConfiguration': 'logDriver options secretOptions',
    'containerDefinitions.logConfiguration.secretOptions': 'name valueFrom',
    'containerDefinitions.healthCheck': 'command interval timeout retries startPeriod',
    'containerDefinitions.systemControls': 'namespace value',
    'containerDefinitions.resourceRequirements': 'type value sharingStrategy',
    'containerDefinitions.resourceRequirements.sharingStrategy': 'nvidiaMps',
    'containerDefinitions.resourceRequirements.sharingStrategy.nvidiaMps': 'memory maxComputePercent',
    'containerDefinitions.firelensConfiguration': 'type options',
    volumes: 'name host dockerVolumeConfiguration efsVolumeConfiguration s3filesVolumeConfiguration fsxWindowsFileServerVolumeConfiguration configuredAtLaunch',
    'volumes.host': 'sourcePath',
    'volumes.dockerVolumeConfiguration': 'scope autoprovision driver driverOpts labels',
    'volumes.efsVolumeConfiguration': 'fileSystemId rootDirectory transitEncryption transitEncryptionPort authorizationConfig',
    'volumes.efsVolumeConfiguration.authorizationConfig': 'accessPointId iam',
    'volumes.s3filesVolumeConfiguration': 'fileSystemArn rootDirectory transitEncryptionPort accessPointArn',
    'volumes.fsxWindowsFileServerVolumeConfiguration': 'fileSystemId rootDirectory authorizationConfig',
    'volumes.fsxWindowsFileServerVolumeConfiguration.authorizationConfig': 'credentialsParameter domain',
    placementConstraints: 'type expression',
    tags: 'key value',
    proxyConfiguration: 'containerName type properties',
    'proxyConfiguration.properties': 'name value',
    inferenceAccelerators: 'deviceName deviceType',
    ephemeralStorage: 'sizeInGiB',
    runtimePlatform: 'cpuArchitecture operatingSystemFamily',
};
/** What DescribeTaskDefinition returns and RegisterTaskDefinition refuses. */
const RETURNED_ONLY = [
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'deregisteredAt',
    'deleteRequestedAt',
    'registeredBy',
];
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const join = (path, key) => (path === '' ? key : `${path}.${key}`);
/** The paths of the fields that RegisterTaskDefinition does not know, each once. */
const unknownFields = (value, path = '') => {
    if (Array.isArray(value))
        return [...new Set(value.flatMap((item) => unknownFields(item, path)))];
    const known = FIELDS[path]?.split(' ');
    if (!isRecord(value) || !known)
        return [];
    return Object.entries(value).flatMap(([key, inner]) => known.includes(key) ? unknownFields(inner, join(path, key)) : [join(path, key)]);
};
/** For the test that compares with the SDK. */
const knownFields = (/* unused pure expression or super */ null && (FIELDS));


/***/ }),

/***/ 5015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ renderConfiguration),
  P: () => (/* binding */ renderTaskDefinition)
});

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
// EXTERNAL MODULE: ./node_modules/@humanwhocodes/momoa/dist/momoa.js
var momoa = __webpack_require__(3162);
;// CONCATENATED MODULE: ./.build/environment/json.js


const positionIn = (text, file, { line, column }) => ({
    file,
    line,
    column,
    text: text.split(/\r?\n/)[line - 1] ?? '',
});
/** The parser's message ends in its own position, which is told apart. */
const reason = (error) => error.message.replace(/\s*\(\d+:\d+\)\.?$/, '');
const isPlace = (error) => error instanceof Error && 'line' in error && 'column' in error;
const json_document = (text, file) => {
    try {
        return (0,momoa/* parse */.qg)(text, { mode: 'json' });
    }
    catch (error) {
        if (!isPlace(error))
            throw error;
        throw new words/* StaggerError */.IY({
            code: 'json-syntax',
            fault: 'caller',
            problem: `${file} is not valid JSON`,
            why: reason(error),
            fix: `Correct line ${error.line} of ${file}. JSON knows no comments and no comma after the last element.`,
            at: positionIn(text, file, error),
        });
    }
};
const isText = (node) => node.type === 'String' && 'value' in node;
const finder = (root, text, file) => (matches) => {
    for (const { node } of (0,momoa/* iterator */.lJ)(root)) {
        if (isText(node) && matches(node.value))
            return positionIn(text, file, node.loc.start);
    }
    return undefined;
};
const readJson = (text, file) => {
    const root = json_document(text, file);
    return { value: (0,momoa/* evaluate */._3)(root), find: finder(root, text, file) };
};

// EXTERNAL MODULE: ./.build/environment/placeholders.js
var placeholders = __webpack_require__(8624);
// EXTERNAL MODULE: ./.build/environment/task-definition-fields.js
var task_definition_fields = __webpack_require__(7183);
;// CONCATENATED MODULE: ./.build/environment/template.js




const KNOWN = ['service', 'image', 'version'];
const renderTaskDefinition = (text, path, values) => {
    const template = readTemplate(text, path);
    const { service, image } = values;
    const version = values.version ?? `unversioned-${image.slice(-64, -52)}`;
    const input = mapTexts(template, (value) => (0,placeholders/* fill */.G)(value, { service, image, version }));
    return { input: input, warnings: lost(template, path) };
};
/** The template as the service's configuration: the image and its version are not part of it. */
const renderConfiguration = (text, path, service) => mapTexts(readTemplate(text, path), (value) => (0,placeholders/* fill */.G)(value, { service }));
/** The template without what DescribeTaskDefinition adds, so that its answer can be pasted as a template. */
const readTemplate = (text, path) => {
    const json = readJson(text, path);
    const problems = [...notATaskDefinition(json, path), ...unknownPlaceholders(json, path)];
    const [first, ...rest] = problems.length > 0 ? problems : withoutImage(json, path);
    if (first)
        throw new words/* StaggerError */.IY(first, ...rest);
    const entries = Object.entries(json.value);
    return Object.fromEntries(entries.filter(([key]) => !task_definition_fields/* RETURNED_ONLY */.N.includes(key)));
};
const notATaskDefinition = ({ value }, path) => {
    const { family, containerDefinitions } = (value ?? {});
    if (typeof family === 'string' && family !== '' && Array.isArray(containerDefinitions))
        return [];
    return [
        {
            code: 'template-shape',
            fault: 'caller',
            problem: `${path} is not a task definition`,
            why: 'It needs a "family" (a text) and "containerDefinitions" (a list).',
            fix: 'Start from what runs: aws ecs describe-task-definition --task-definition FAMILY --query taskDefinition',
        },
    ];
};
const unknownPlaceholders = (json, path) => {
    const unknown = textsIn(json.value)
        .flatMap(placeholders/* placeholdersIn */.Q)
        .filter((name) => !KNOWN.includes(name));
    return [...new Set(unknown)].map((name) => ({
        code: 'unknown-placeholder',
        fault: 'caller',
        problem: `${path} has the unknown placeholder {${name}}`,
        why: `A template knows ${KNOWN.map((known) => `{${known}}`).join(', ')}.`,
        fix: `Use one of these, or write {{${name}}} where the braces themselves are meant.`,
        ...at(json, name),
    }));
};
const at = (json, name) => {
    const position = json.find((text) => (0,placeholders/* placeholdersIn */.Q)(text).includes(name));
    return position ? { at: position } : {};
};
/** A template with a fixed image would deploy the same image for ever, and succeed. */
const withoutImage = ({ value }, path) => {
    const containers = value
        .containerDefinitions;
    if (containers.some((container) => container?.image === '{image}'))
        return [];
    return [
        {
            code: 'template-without-image',
            fault: 'caller',
            problem: `${path} has no container with the image {image}`,
            why: 'Nothing would bring the new image to the service.',
            fix: `Write "image": "{image}" in the container of ${path} that runs the service.`,
        },
    ];
};
const lost = (template, path) => (0,task_definition_fields/* unknownFields */._6)(template).map((field) => `${path}: ${field} is not a field of RegisterTaskDefinition that is known here; it is not sent`);
const textsIn = (value) => {
    if (typeof value === 'string')
        return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
/** Every text changed, `null` dropped, and all else kept: `""`, `0`, `false` and `[]` mean something to ECS. */
const mapTexts = (value, change) => {
    if (typeof value === 'string')
        return change(value);
    if (Array.isArray(value))
        return value.filter((item) => item !== null).map((item) => mapTexts(item, change));
    if (typeof value !== 'object' || value === null)
        return value;
    const kept = Object.entries(value).filter(([, inner]) => inner !== null);
    return Object.fromEntries(kept.map(([key, inner]) => [key, mapTexts(inner, change)]));
};


/***/ }),

/***/ 4402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   cD: () => (/* binding */ writeEntry),
/* harmony export */   d0: () => (/* binding */ imagePath),
/* harmony export */   iJ: () => (/* binding */ readDeployment),
/* harmony export */   nR: () => (/* binding */ deploymentPath),
/* harmony export */   oQ: () => (/* binding */ LEDGER_REF)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9231);


const LEDGER_REF = 'refs/stagger/ledger';
const text = (is) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y(is));
const OUTCOMES = [
    'successful',
    'unchanged',
    'paused',
    'rolled-back',
    'rollback-failed',
    'stopped',
    'superseded',
    'timed-out',
];
const version = valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP());
const common = {
    schema: valibot__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    service: text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isServiceName */ .tN),
    digest: text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc),
    version,
    commit: text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isOid */ .dH),
    /** The workflow run that wrote it, or null on a laptop. */
    run: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    /** ISO 8601, UTC. */
    time: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
};
const imageEntry = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    ...common,
    fingerprint: text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isFingerprint */ .Zv),
    /** The test fingerprint that passed; null where the service has no test stage. */
    testFingerprint: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isFingerprint */ .Zv)),
    /** Without a tag, e.g. `127.0.0.1:5000/shop/cart`. */
    repository: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
const deploymentEntry = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    ...common,
    environment: text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isEnvironmentName */ .tq),
    fingerprint: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isFingerprint */ .Zv)),
    configuration: text(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isFingerprint */ .Zv),
    outcome: valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(OUTCOMES),
});
const imagePath = (service) => `images/${service}.json`;
const deploymentPath = (environment, service) => `environments/${environment}/${service}.json`;
const writeEntry = (entry) => `${JSON.stringify(entry, null, 2)}\n`;
/** Null for what is no entry of this version: what cannot be read counts as not known, which is the safe side. */
const readImage = (json) => parsed(imageEntry, json);
const readDeployment = (json) => parsed(deploymentEntry, json);
const parsed = (schema, json) => {
    try {
        const result = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(schema, JSON.parse(json));
        return result.success ? result.output : null;
    }
    catch {
        return null;
    }
};


/***/ }),

/***/ 2402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInvocation),
/* harmony export */   r: () => (/* binding */ mayRelease)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

/** Whether a version may be made: it is for everybody, so a run that nobody has to trust makes none. */
const mayRelease = ({ ci, pullRequest }, yes) => yes || (ci && !pullRequest);
const readInvocation = (env = process.env) => {
    const ci = env.CI === 'true' || env.GITHUB_ACTIONS === 'true';
    const onGitHub = env.GITHUB_ACTIONS === 'true';
    const trusted = onGitHub && isTrusted(env);
    return {
        ci,
        trusted,
        // What is pushed from a branch is no more reviewed than what a pull request brings.
        pullRequest: onGitHub && !trusted,
        run: onGitHub ? runAddress(env) : null,
        registry: env.STAGGER_REGISTRY || null,
    };
};
const isTrusted = (env) => {
    if (/^pull_request/.test(env.GITHUB_EVENT_NAME ?? ''))
        return false;
    const ref = env.GITHUB_REF ?? '';
    return ref.startsWith('refs/tags/') || ref === `refs/heads/${defaultBranch(env)}`;
};
const defaultBranch = ({ GITHUB_EVENT_PATH: path }) => {
    const event = path ? JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8') || '{}') : {};
    return event.repository?.default_branch ?? 'main';
};
const runAddress = (env) => `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`;


/***/ }),

/***/ 7447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  AM: () => (/* binding */ configurationIn),
  Cp: () => (/* binding */ inSession),
  rP: () => (/* binding */ planIn),
  hY: () => (/* binding */ registryIn)
});

// EXTERNAL MODULE: ./.build/commands/configuration.js
var configuration = __webpack_require__(1539);
;// CONCATENATED MODULE: ./.build/changes/reasons.js
/** More would not be read; the plan says how many there are by its fingerprints, not by this list. */
const MOST = 50;
/** Why two fingerprints differ, told by what went into them. */
const explain = async (objects, before, after) => [
    ...(await inputChanges(objects, before, after)).map((change) => ({ kind: 'input', ...change })),
    ...instructionChanges(before, after),
    ...argumentChanges(before, after),
];
/** Files of the tests alone that changed. */
const explainTests = async (objects, before, after) => {
    const changes = await inputChanges(objects, before, after.inputs);
    const reasons = changes.map((change) => ({ kind: 'tests', ...change }));
    return [...reasons, ...instructionChanges(before, after.inputs)];
};
const instructionChanges = (before, after) => {
    const old = new Set(before.instructions);
    const changed = after.instructions.find((line) => !old.has(line));
    if (changed !== undefined)
        return [{ kind: 'instructions', detail: changed }];
    if (before.instructions.length === after.instructions.length)
        return [];
    return [{ kind: 'instructions', detail: 'lines were removed or moved' }];
};
const argumentChanges = (before, after) => [...new Set([...Object.keys(before.args), ...Object.keys(after.args)])]
    .filter((name) => before.args[name] !== after.args[name])
    .map((name) => ({ kind: 'argument', name }));
const inputChanges = async (objects, before, after) => {
    const old = new Map(before.inputs.map((input) => [input.path, input]));
    const now = new Map(after.inputs.map((input) => [input.path, input]));
    const changes = [];
    for (const path of [...new Set([...old.keys(), ...now.keys()])].sort()) {
        if (changes.length >= MOST)
            break;
        changes.push(...(await inputChange(objects, old.get(path), now.get(path))));
    }
    return changes.slice(0, MOST);
};
const inputChange = async (objects, old, now) => {
    const because = (now ?? old)?.because;
    if (!because)
        return [];
    const files = await fileChanges(objects, old, now);
    return files.map(({ path, change }) => ({
        path,
        change,
        instruction: because.instruction,
        line: because.line,
    }));
};
/** A changed folder is told by the files in it that changed. */
const fileChanges = async (objects, old, now) => {
    if (old?.oid === now?.oid && old?.mode === now?.mode)
        return [];
    const path = (now ?? old)?.path;
    if (old?.mode !== FOLDER || now?.mode !== FOLDER)
        return [{ path, change: kindOf(old, now) }];
    const [before, after] = await Promise.all([children(objects, old), children(objects, now)]);
    const names = [...new Set([...before.keys(), ...after.keys()])].sort();
    const nested = await Promise.all(names.map((name) => fileChanges(objects, before.get(name), after.get(name))));
    return nested.flat();
};
const FOLDER = '040000';
const kindOf = (old, now) => {
    if (!old)
        return 'added';
    return now ? 'modified' : 'removed';
};
const children = async (objects, { oid, path }) => new Map((await objects.tree(oid)).map(({ name, ...entry }) => [
    name,
    { ...entry, path: path === '.' ? name : `${path}/${name}` },
]));

;// CONCATENATED MODULE: ./.build/changes/affected.js

/** Compares content with content. A diff is looked at only afterwards, to say why. */
const decide = async (objects, now, known, deployed) => {
    const needs = needsOf(now, known);
    const deploy = deployed ? deployReasons(deployed, needs.includes('build')) : [];
    const all = deployed && (deploy.length > 0 || needs.includes('build')) ? [...needs, 'deploy'] : needs;
    return {
        ...now,
        configuration: deployed?.configuration ?? null,
        affected: all.length > 0,
        needs: all,
        change: changeOf(known, needs),
        previous: known?.fingerprint ?? null,
        reasons: [...(await reasonsOf(objects, now, known, needs)), ...deploy],
    };
};
/** Equal fingerprints need nothing; no fingerprint is never equal. */
const needsOf = ({ image, test }, known) => {
    const sameImage = image.fingerprint !== null && image.fingerprint === known?.fingerprint;
    const sameTests = !test || (test.fingerprint !== null && test.fingerprint === known?.testFingerprint);
    return [...(sameImage ? [] : ['build']), ...(sameTests ? [] : ['test'])];
};
const changeOf = (known, needs) => {
    if (!known)
        return 'added';
    return needs.length > 0 ? 'modified' : 'unchanged';
};
const deployReasons = ({ entry, image, configuration }, building) => {
    if (!entry)
        return [{ kind: 'never-deployed' }];
    const reasons = [];
    if (entry.configuration !== configuration)
        reasons.push({ kind: 'configuration' });
    if (!building && image && image.digest !== entry.digest)
        reasons.push({ kind: 'other-image-deployed' });
    return reasons;
};
const reasonsOf = async (objects, now, known, needs) => {
    if (needs.length === 0)
        return [];
    const untracked = now.image.inputs.untracked.map(withoutFingerprint);
    if (!known)
        return [{ kind: 'unknown-before' }, ...untracked];
    const { snapshot } = known;
    if ('missing' in snapshot)
        return [...untracked, { kind: 'not-comparable', detail: snapshot.missing }];
    const image = needs.includes('build') ? await explain(objects, snapshot.image.inputs, now.image.inputs) : [];
    const tests = now.test && !needs.includes('build') && snapshot.test
        ? await explainTests(objects, snapshot.test.inputs, now.test)
        : [];
    const found = [...untracked, ...image, ...tests];
    return found.length > 0
        ? found
        : [{ kind: 'not-comparable', detail: 'how a fingerprint is made has changed' }];
};
/** Why a service has no fingerprint. */
const withoutFingerprint = ({ reason, detail, line }) => reason === 'built-here' ? { kind: 'built-here', detail, line } : { kind: 'untracked', path: detail, line };

// EXTERNAL MODULE: ./.build/environment/configuration.js
var environment_configuration = __webpack_require__(6842);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
// EXTERNAL MODULE: ./.build/commands/commit-view.js + 25 modules
var commit_view = __webpack_require__(7628);
// EXTERNAL MODULE: ./.build/commands/ledger.js + 1 modules
var ledger = __webpack_require__(9564);
;// CONCATENATED MODULE: ./.build/commands/plan.js






/** Which services a commit changes, and why. Reads git objects and refs; changes nothing. */
const plan = async ({ git, readConfiguration }, request) => {
    const head = await (0,commit_view/* viewCommit */.N)(git, await git.commit(request.head ?? 'HEAD'));
    const snapshots = await (0,commit_view/* allSnapshots */.b)(head);
    const ledger = await ledgerFor(git, request);
    const base = request.base === null ? null : await git.commit(request.base);
    const memory = base ? await memoryOfBase(await (0,commit_view/* viewCommit */.N)(git, base)) : memoryOfLedger(git, ledger);
    const deployed = await deployments(git, readConfiguration, head, ledger, request.environment);
    const services = await Promise.all(snapshots.map(async (now) => decide(git, now, await memory.known(now), await deployed(now.service.name))));
    const { warnings } = await head.discovered();
    return { base, head: head.commit, services, removed: removed(memory, snapshots), warnings };
};
/** With a base, and no environment to compare, nobody needs the ledger or the network. */
const ledgerFor = (git, { base, environment, freshLedger }) => base !== null && environment === null ? Promise.resolve(null) : (0,ledger/* currentLedger */.$)(git, freshLedger);
const memoryOfBase = async (base) => {
    const names = await base
        .discovered()
        .then(({ services }) => services.map(({ name }) => name), noneIfRefused);
    const before = new Map(await Promise.all(names.map(async (name) => [name, await snapshotOrWhy(base, name)])));
    const fingerprint = (name) => {
        const snapshot = before.get(name);
        return snapshot && 'service' in snapshot ? snapshot.image.fingerprint : null;
    };
    return {
        names: new Map(names.map((name) => [name, fingerprint(name)])),
        known: async ({ service }) => {
            const snapshot = before.get(service.name);
            if (!snapshot)
                return null;
            const test = 'service' in snapshot ? (snapshot.test?.fingerprint ?? null) : null;
            return { fingerprint: fingerprint(service.name), testFingerprint: test, snapshot };
        },
    };
};
const memoryOfLedger = (git, ledger) => {
    const images = ledger?.images ?? new Map();
    const views = new Map();
    const viewOf = (commit) => {
        const view = views.get(commit) ?? git.commit(commit).then((found) => (0,commit_view/* viewCommit */.N)(git, found), nullIfRefused);
        views.set(commit, view);
        return view;
    };
    return {
        names: new Map([...images].map(([name, { fingerprint }]) => [name, fingerprint])),
        known: async (now) => {
            const entry = images.get(now.service.name);
            return entry ? knownFromLedger(now, entry, () => viewOf(entry.commit)) : null;
        },
    };
};
/** The old commit is looked into only where there is something to explain. */
const knownFromLedger = async (now, entry, view) => {
    const { fingerprint, testFingerprint } = entry;
    const same = now.image.fingerprint === fingerprint && (now.test?.fingerprint ?? null) === testFingerprint;
    const then = same ? null : await view();
    const snapshot = then
        ? await snapshotOrWhy(then, entry.service)
        : { missing: `the commit ${entry.commit.slice(0, 7)} of the last good image is not in this clone` };
    return { fingerprint, testFingerprint, snapshot };
};
const snapshotOrWhy = async (view, name) => {
    const snapshot = await view.snapshot(name).catch(nullIfRefused);
    return snapshot ?? { missing: `${name} could not be read at ${view.commit.slice(0, 7)}` };
};
/** What is wrong in the past is no reason to refuse the present; a bug still is. */
const nullIfRefused = (error) => {
    if (error instanceof words/* StaggerError */.IY)
        return null;
    throw error;
};
const noneIfRefused = (error) => nullIfRefused(error) ?? [];
const removed = ({ names }, snapshots) => {
    const here = new Set(snapshots.map(({ service }) => service.name));
    return [...names].filter(([name]) => !here.has(name)).map(([name, previous]) => ({ name, previous }));
};
const deployments = async (git, read, head, ledger, name) => {
    if (name === null || !ledger)
        return async () => null;
    const environment = (0,configuration/* findEnvironment */.jY)(await (0,configuration/* configurationAt */.wr)(git, head.root, read), name);
    const entries = await ledger.deployments(environment.name);
    return async (service) => {
        const template = await (0,configuration/* templateAt */.oA)(git, head.root, environment, service);
        return {
            configuration: (0,environment_configuration/* configurationFingerprint */.F)(environment.settings, service, template.text),
            entry: entries.get(service) ?? null,
            image: ledger.images.get(service) ?? null,
        };
    };
};

// EXTERNAL MODULE: ./.build/platform/clock.js
var clock = __webpack_require__(7078);
// EXTERNAL MODULE: ./.build/platform/process.js
var platform_process = __webpack_require__(6181);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./.build/platform/git/cat-file.js

const HEADER = /^([0-9a-f]{40,64}) (\w+) (\d+)$/;
/** Cuts the output of `git cat-file --batch` into answers, in the order of the questions. */
class Answers {
    deliver;
    chunks = [];
    size = 0;
    header = null;
    constructor(deliver) {
        this.deliver = deliver;
    }
    push(chunk) {
        this.chunks.push(chunk);
        this.size += chunk.length;
        while (this.header ? this.takeBody() : this.takeHeader()) { }
    }
    takeHeader() {
        const all = this.join();
        const end = all.indexOf(10);
        if (end < 0)
            return false;
        const match = HEADER.exec(all.toString('latin1', 0, end));
        this.keep(all.subarray(end + 1));
        // Anything else is `NAME missing` or `NAME ambiguous`: no such object.
        if (!match)
            this.deliver(null);
        else
            this.header = { oid: match[1], type: match[2], length: Number(match[3]) };
        return true;
    }
    takeBody() {
        const { oid, type, length } = this.header;
        if (this.size <= length)
            return false;
        const all = this.join();
        this.keep(all.subarray(length + 1));
        this.header = null;
        this.deliver({ oid, type, body: all.subarray(0, length) });
        return true;
    }
    join() {
        return this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
    }
    keep(rest) {
        this.chunks = rest.length > 0 ? [rest] : [];
        this.size = rest.length;
    }
}
/** One `git cat-file --batch` for all look-ups of a command: a process costs more than a thousand answers. */
const startCatFile = (directory, failed) => {
    let child = null;
    let broken = null;
    const waiting = [];
    const fail = (error) => {
        broken = error;
        for (const { reject } of waiting.splice(0))
            reject(error);
    };
    const start = () => {
        const git = (0,external_node_child_process_.spawn)('git', ['-C', directory, 'cat-file', '--batch']);
        const answers = new Answers((object) => waiting.shift()?.resolve(object));
        let stderr = '';
        git.stdout.on('data', (chunk) => answers.push(chunk));
        git.stderr.on('data', (chunk) => {
            stderr += chunk.toString();
        });
        git.stdin.on('error', () => { }); // the exit tells why
        git.on('error', (error) => fail(failed(error.message)));
        git.on('close', () => fail(failed(stderr.trim())));
        return git;
    };
    /** Questions of one turn go out in one write: a write a question costs more than the answers. */
    const ask = ({ stdin }, line) => {
        if (stdin.writableCorked === 0) {
            stdin.cork();
            process.nextTick(() => stdin.uncork());
        }
        stdin.write(line);
    };
    return {
        read: (expression) => {
            if (broken)
                return Promise.reject(broken);
            if (expression.includes('\n'))
                return Promise.resolve(null);
            child ??= start();
            ask(child, `${expression}\n`);
            return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
        },
        close: async () => {
            if (!child || broken)
                return;
            const ended = new Promise((resolve) => child?.once('close', resolve));
            child.stdin.end();
            await ended;
        },
    };
};

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.build/platform/git/commit-files.js



/** A commit on top of `parent` with these changes. No work tree and no index of the user's is touched. */
const commitFiles = async (git, parent, changes, message) => {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'stagger-index-'));
    const env = { GIT_INDEX_FILE: (0,external_node_path_.join)(folder, 'index'), ...(await git.identity()) };
    try {
        await git.must(parent ? ['read-tree', parent] : ['read-tree', '--empty'], { env });
        const lines = await Promise.all([...changes].map((change) => indexLine(git, change, parent?.length)));
        await git.must(['update-index', '--index-info'], { env, input: lines.join('') });
        const tree = await git.must(['write-tree'], { env });
        const parents = parent ? ['-p', parent] : [];
        return (await git.must(['commit-tree', tree, ...parents, '-m', message], { env }));
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
};
/** What `update-index --index-info` reads: a file with its content, or a removal. */
const indexLine = async (git, [path, text], idLength = 40) => {
    if (text === null)
        return `0 ${'0'.repeat(idLength)}\t${path}\n`;
    return `100644 ${await git.must(['hash-object', '-w', '--stdin'], { input: text })}\t${path}\n`;
};

;// CONCATENATED MODULE: ./.build/platform/git/run.js

/** Who signs where git knows nobody: on a runner. */
const NOBODY = {
    GIT_AUTHOR_NAME: 'stagger',
    GIT_AUTHOR_EMAIL: 'stagger@localhost',
    GIT_COMMITTER_NAME: 'stagger',
    GIT_COMMITTER_EMAIL: 'stagger@localhost',
};
/** git in English, and never asking anybody for a password. */
const ENVIRONMENT = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
const gitFailed = (args, { stderr, code }) => new words/* StaggerError */.IY({
    code: 'git-failed',
    fault: 'world',
    problem: `git ${args[0]} failed`,
    why: stderr.trim() || `it ended with exit code ${code}`,
    fix: `see what it says when run by hand: git ${args.join(' ')}`,
});
const gitProgram = (directory, run) => {
    const git = (args, { input, env } = {}) => run(['git', '-C', directory, ...args], {
        ...(input === undefined ? {} : { input: Buffer.from(input) }),
        env: { ...ENVIRONMENT, ...env },
    });
    return {
        run: git,
        must: async (args, options) => {
            const result = await git(args, options);
            if (result.code !== 0)
                throw gitFailed(args, result);
            return result.stdout.trim();
        },
        hasOrigin: async () => (await git(['remote', 'get-url', 'origin'])).code === 0,
        identity: async () => ((await git(['var', 'GIT_COMMITTER_IDENT'])).code === 0 ? {} : NOBODY),
    };
};

;// CONCATENATED MODULE: ./.build/platform/git/tags.js

/** One row a tag, its fields apart by NUL, its end marked: a message may hold anything else. */
const TAG_FORMAT = '%(refname:strip=2)%00%(objectname)%00%(*objectname)%00%(contents)%01';
/** Reads what `git for-each-ref --format=TAG_FORMAT` printed. */
const parseTags = (output) => output
    .split('\x01')
    .map((row) => row.replace(/^\n/, '').split('\0'))
    .filter((cells) => cells.length === 4)
    .map(([name = '', object = '', peeled = '', contents = '']) => ({
    name,
    commit: ((0,words/* isOid */.dH)(peeled) ? peeled : object),
    message: (0,words/* isOid */.dH)(peeled) ? contents.trim() : '',
}));

;// CONCATENATED MODULE: ./.build/platform/git/refs.js




/** What git says when somebody else was first. */
const LOST_RACE = /stale info|fetch first|already exists|cannot lock ref|failed to update ref|incorrect old value|is at .* but expected/i;
const NOT_ALLOWED = /permission .*denied|403|not allowed|protected|hook declined|authentication failed/i;
const NO_SUCH_REF = /couldn't find remote ref/i;
const unreachable = (what, stderr) => new words/* StaggerError */.IY({
    code: 'remote-unreachable',
    fault: 'world',
    problem: `${what} could not be read from the remote 'origin'`,
    why: stderr.trim(),
    fix: 'check the network and the permission `contents: read`, then run it again; with --base REV no ledger is needed',
});
/** Refs as git commands. Here and at the remote they change together, the remote first: it decides. */
const refsOf = (directory, run) => {
    const git = gitProgram(directory, run);
    return {
        mergeBase: async (one, other) => {
            const { code, stdout } = await git.run(['merge-base', one, other]);
            return code === 0 ? stdout.trim() : null;
        },
        fetchRef: (name) => fetchRef(git, name),
        updateRef: async (ref, expected, changes, message) => moveRef(git, ref, expected, await commitFiles(git, expected, changes, message)),
        tags: async (pattern) => parseTags(await git.must(['for-each-ref', `--format=${TAG_FORMAT}`, `refs/tags/${pattern}`])),
        fetchTags: (pattern) => fetchTags(git, pattern),
        createTag: (name, target, message) => createTag(git, name, target, message),
    };
};
const fetchRef = async (git, name) => {
    if (!(await git.hasOrigin()))
        return null;
    const { code, stderr } = await git.run(['fetch', '--quiet', '--no-tags', 'origin', `+${name}:${name}`]);
    if (code === 0)
        return (await git.must(['rev-parse', '--verify', name]));
    if (NO_SUCH_REF.test(stderr))
        return null;
    throw unreachable(name, stderr);
};
const fetchTags = async (git, pattern) => {
    if (!(await git.hasOrigin()))
        return;
    const spec = `+refs/tags/${pattern}:refs/tags/${pattern}`;
    const { code, stderr } = await git.run(['fetch', '--quiet', '--no-tags', 'origin', spec]);
    if (code !== 0)
        throw unreachable(`the tags ${pattern}`, stderr);
};
const moveRef = async (git, ref, expected, commit) => {
    const remote = await git.hasOrigin();
    if (remote && (await publish(git, ref, commit, expected ?? '')) === 'moved')
        return { kind: 'moved' };
    // Where a remote has decided, the ref here may lag behind it: then it is set, not compared.
    const condition = remote ? [] : [expected ?? '0'.repeat(commit.length)];
    const args = ['update-ref', ref, commit, ...condition];
    const result = await git.run(args);
    if (result.code === 0)
        return { kind: 'done', commit };
    if (LOST_RACE.test(result.stderr))
        return { kind: 'moved' };
    throw gitFailed(args, result);
};
const createTag = async (git, name, target, message) => {
    const args = ['tag', '--annotate', '--file=-', '--cleanup=verbatim', name, target];
    const made = await git.run(args, { input: message, env: await git.identity() });
    if (made.code !== 0 && LOST_RACE.test(made.stderr))
        return 'exists';
    if (made.code !== 0)
        throw gitFailed(args, made);
    if (!(await git.hasOrigin()))
        return 'created';
    const ref = `refs/tags/${name}`;
    if ((await publish(git, ref, ref, '')) === 'done')
        return 'created';
    await git.must(['tag', '--delete', name]);
    return 'exists';
};
/** Publishes one ref under the condition that the remote's still stands where we saw it; empty: not there yet. */
const publish = async (git, name, target, lease) => {
    const args = ['push', '--porcelain', `--force-with-lease=${name}:${lease}`, 'origin', `${target}:${name}`];
    const result = await git.run(args);
    if (result.code === 0)
        return 'done';
    const said = result.stdout + result.stderr;
    if (LOST_RACE.test(said))
        return 'moved';
    throw NOT_ALLOWED.test(said) ? mayNotPush(name, said) : gitFailed(args, result);
};
const mayNotPush = (name, said) => new words/* StaggerError */.IY({
    code: 'push-not-allowed',
    fault: 'caller',
    problem: `${name} may not be pushed to 'origin'`,
    why: said.trim(),
    fix: 'give the job `permissions: contents: write`; a rule that protects refs must let it write refs/stagger/* and tags',
});

// EXTERNAL MODULE: ./.build/platform/git/paths.js
var paths = __webpack_require__(8031);
;// CONCATENATED MODULE: ./.build/platform/git/tree.js

const MODES = {
    '40000': '040000',
    '100644': '100644',
    '100664': '100644', // written by very old versions of git, which read it as 100644
    '100755': '100755',
    '120000': '120000',
    '160000': '160000',
};
/** The entries of a raw git tree: `MODE NAME\0ID` again and again; the id has half the length of its hex form. */
const parseTree = (body, idLength) => {
    const entries = [];
    for (let at = 0; at < body.length;) {
        const space = body.indexOf(32, at);
        const end = body.indexOf(0, space);
        const mode = MODES[body.toString('latin1', at, space)];
        if (!mode)
            throw new Error(`unknown mode in a git tree: ${body.toString('latin1', at, space)}`);
        entries.push({
            mode,
            name: (0,paths/* decodePath */.q)(body.subarray(space + 1, end)),
            oid: body.toString('hex', end + 1, end + 1 + idLength),
        });
        at = end + 1 + idLength;
    }
    return entries;
};

;// CONCATENATED MODULE: ./.build/platform/git/open.js





const notARepository = (directory, stderr) => new words/* StaggerError */.IY({
    code: 'not-a-repository',
    fault: 'caller',
    problem: `${directory} is not a git repository`,
    why: stderr || 'git did not say why',
    fix: 'run stagger inside a clone, or name one with --repo DIR (a bare repository will do)',
});
const unknownRevision = (directory, revision) => new words/* StaggerError */.IY({
    code: 'unknown-revision',
    fault: 'caller',
    problem: `there is no commit ${JSON.stringify(revision)} in ${directory}`,
    why: 'it is misspelt, or this clone is shallow and does not hold it',
    fix: `fetch it: git -C ${directory} fetch origin ${revision}\nor name another: git -C ${directory} log --oneline --all`,
});
const noCommitYet = (directory) => new words/* StaggerError */.IY({
    code: 'unknown-revision',
    fault: 'caller',
    problem: `there is no commit in ${directory} yet`,
    why: 'HEAD names a branch without a commit, and what is not committed is not looked at',
    fix: `git -C ${directory} add --all && git -C ${directory} commit`,
});
const missingObject = (expression) => new words/* StaggerError */.IY({
    code: 'missing-object',
    fault: 'world',
    problem: `git has no object ${expression}`,
    why: 'the clone is incomplete: a partial clone whose remote does not answer, or a damaged one',
    fix: 'git fsck; then fetch again, or clone anew',
});
/** Reads each tree once: services share folders. */
const treeReader = (objects) => {
    const trees = new Map();
    return (oid) => {
        const known = trees.get(oid);
        if (known)
            return known;
        const read = objects.read(oid).then((object) => {
            if (!object)
                throw missingObject(oid);
            return parseTree(object.body, oid.length / 2);
        });
        trees.set(oid, read);
        return read;
    };
};
/** Opens a repository. Nothing is started or read before the first question. */
const openGit = (directory, run = platform_process/* runProcess */.R) => {
    const objects = startCatFile(directory, (stderr) => notARepository(directory, stderr));
    const find = async (expression) => (await objects.read(expression))?.oid ?? null;
    return {
        commit: async (revision) => {
            const oid = await find(`${revision}^{commit}`);
            if (!oid)
                throw revision === 'HEAD' ? noCommitYet(directory) : unknownRevision(directory, revision);
            return oid;
        },
        treeOf: async (commit) => {
            const oid = await find(`${commit}^{tree}`);
            if (!oid)
                throw missingObject(`${commit}^{tree}`);
            return oid;
        },
        tree: treeReader(objects),
        blob: async (oid) => {
            const object = await objects.read(oid);
            if (!object)
                throw missingObject(oid);
            return object.body;
        },
        ref: (name) => find(name),
        ...refsOf(directory, run),
        close: () => objects.close(),
    };
};

// EXTERNAL MODULE: ./.build/main/invocation.js
var invocation = __webpack_require__(2402);
;// CONCATENATED MODULE: ./.build/main/session.js





/** The configuration's schema is loaded with the first configuration that is read. */
const readConfiguration = async (text, file) => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(152)]).then(__webpack_require__.bind(__webpack_require__, 8152))).readConfiguration(text, file);
/** Opens a session for `body` and closes it, whatever happens. */
const inSession = async (repository, progress, body) => {
    const git = openGit(repository);
    try {
        return await body({ git, progress, clock: clock/* systemClock */.m, invocation: (0,invocation/* readInvocation */.K)(), readConfiguration });
    }
    finally {
        await git.close();
    }
};
const EVERYTHING = { head: null, base: null, environment: null };
/** In CI the ledger is always asked of the remote: another run may just have written it. */
const planIn = (session, request = {}) => plan(session, { ...EVERYTHING, freshLedger: session.invocation.ci, ...request });
const configurationIn = async ({ git, readConfiguration: read }, { head }) => (0,configuration/* configurationAt */.wr)(git, await git.treeOf(head), read);
/** The registry's prefix: asked for, else from the environment, else from the configuration. */
const registryIn = async (session, made, asked) => asked ?? session.invocation.registry ?? (await configurationIn(session, made)).registry ?? null;


/***/ }),

/***/ 7078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

const systemClock = {
    now: () => Date.now(),
    sleep: async (milliseconds, signal) => {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal ? { signal } : undefined);
    },
};


/***/ }),

/***/ 8031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ encodePath),
/* harmony export */   q: () => (/* binding */ decodePath)
/* harmony export */ });
/**
 * Names in a git tree are bytes. Those that are UTF-8 become ordinary strings; any other byte becomes a
 * lone surrogate U+DC80…U+DCFF, so that nothing is lost and two names never fall together.
 */
const strict = new TextDecoder('utf-8', { fatal: true });
const decodePath = (bytes) => {
    try {
        return strict.decode(bytes);
    }
    catch {
        return decodeLoosely(bytes);
    }
};
const decodeLoosely = (bytes) => {
    let text = '';
    for (let at = 0; at < bytes.length;) {
        const length = sequenceLength(bytes, at);
        text +=
            length === 0
                ? String.fromCharCode(0xdc00 + bytes[at])
                : strict.decode(bytes.subarray(at, at + length));
        at += Math.max(length, 1);
    }
    return text;
};
/** How many bytes of valid UTF-8 stand here for one character; 0 where there is none. */
const sequenceLength = (bytes, at) => {
    for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
        try {
            strict.decode(bytes.subarray(at, at + length));
            return length;
        }
        catch { }
    }
    return 0;
};
const encodePath = (path) => {
    const parts = [];
    for (const part of path.split(/([\udc80-\udcff])/)) {
        const code = part.length === 1 ? part.charCodeAt(0) : 0;
        parts.push(code >= 0xdc80 && code <= 0xdcff ? Buffer.from([code - 0xdc00]) : Buffer.from(part));
    }
    return Buffer.concat(parts);
};


/***/ }),

/***/ 6181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(481);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8321);



/** Programs under way. Where this one exits in the middle, none goes on alone. */
const underWay = new Set();
process.once('exit', () => {
    for (const child of underWay)
        child.kill();
});
/** Rejects with `code: 'ENOENT'` where the program is not installed. A program ended by a signal has the code 128. */
const runProcess = async ([program, ...args], { cwd, env, input, onLine } = {}) => {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { cwd, env: { ...process.env, ...env } });
    underWay.add(child);
    const ended = exitOf(child).finally(() => underWay.delete(child));
    // A program may end without reading its input: its exit tells why, a broken pipe does not.
    child.stdin.on('error', () => { });
    child.stdin.end(input);
    if (onLine)
        for (const stream of [child.stdout, child.stderr])
            (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)(stream).on('line', onLine);
    const [code, stdout, stderr] = await Promise.all([ended, (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__.buffer)(child.stdout), (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__.buffer)(child.stderr)]);
    return { code, stdout: stdout.toString(), stderr: stderr.toString() };
};
const exitOf = (child) => new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 128));
});


/***/ })

};
