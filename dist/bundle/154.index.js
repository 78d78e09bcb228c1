export const id = 154;
export const ids = [154];
export const modules = {

/***/ 6307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _f: () => (/* binding */ entryAt),
  eA: () => (/* binding */ openContext),
  $6: () => (/* binding */ textAt)
});

// UNUSED EXPORTS: under

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@balena/dockerignore/ignore.js
var ignore = __webpack_require__(4158);
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
const quote = (ch) => ch.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
/** `[a-z]`, `[^a-z]`; a `\` inside takes the next character as it is. */
const readSet = (pattern, start) => {
    const match = /^\[(\^?)((?:\\.|[^\]\\])+)\]/su.exec(pattern.slice(start));
    if (!match)
        return null;
    const members = [...match[2].matchAll(/(\\.|[^\\])(?:-(\\.|[^\\]))?/gsu)];
    const plain = (text) => quote(text.replace(/^\\(?=.)/su, ''));
    const text = members
        .map(([, low = '', high]) => (high ? `${plain(low)}-${plain(high)}` : plain(low)))
        .join('');
    return { text: `[${match[1]}${text}]`, end: start + match[0].length };
};

;// CONCATENATED MODULE: ./.build/catalog/context.js



const FOLDER = '040000';
const LINK = '120000';
const under = (folder, path) => external_node_path_.posix.join(folder, path);
/** `./a/../b/` as `b`; what climbs out of the context is clamped to its root, as BuildKit does. */
const segmentsOf = (source) => external_node_path_.posix
    .normalize(`/${source}`)
    .split('/')
    .filter((segment) => segment !== '');
const ignoresOf = (text) => {
    if (text === null)
        return null;
    const rules = ignore["default"]({ ignorecase: false }).add(text);
    return (path) => rules.ignores(path);
};
const openContext = (objects, folder, tree, ignoreFile) => {
    const ignores = ignoresOf(ignoreFile);
    const walked = new Map();
    const found = ({ mode, oid, path }) => ({ mode, oid, path: under(folder, path) });
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
            return [found(node)];
        if (node.mode !== FOLDER)
            return ignores(node.path) ? [] : [found(node)];
        return (await Promise.all((await children(objects, node)).map(walk))).flat();
    };
    const root = { mode: FOLDER, oid: tree, path: '' };
    const all = () => walk(root);
    return {
        all,
        pick: async (source) => {
            const end = await descend(objects, root, segmentsOf(source));
            if (end.kind === 'link')
                return { kind: 'link', path: under(folder, end.path) };
            return { kind: 'found', found: (await Promise.all(end.nodes.map(walk))).flat() };
        },
    };
};
const children = async (objects, { oid, path }) => (await objects.tree(oid)).map((entry) => ({
    mode: entry.mode,
    oid: entry.oid,
    path: external_node_path_.posix.join(path, entry.name),
}));
/** Follows a source segment by segment; a pattern may open several ways. */
const descend = async (objects, root, segments) => {
    let nodes = [root];
    for (const segment of segments) {
        const folders = nodes.filter(({ mode }) => mode === FOLDER);
        nodes = (await Promise.all(folders.map((node) => matching(objects, node, segment)))).flat();
        const link = nodes.find(({ mode }) => mode === LINK);
        if (link)
            return { kind: 'link', path: link.path };
    }
    return { kind: 'nodes', nodes };
};
const matching = async (objects, node, segment) => {
    const test = isPattern(segment) ? segmentPattern(segment) : null;
    const hit = ({ name }) => (test ? test.test(name) : name === segment);
    return (await objects.tree(node.oid))
        .filter(hit)
        .map((entry) => ({ mode: entry.mode, oid: entry.oid, path: external_node_path_.posix.join(node.path, entry.name) }));
};
/** The entry at a path of a commit's tree; null where there is none. `.` names the tree itself. */
const entryAt = async (objects, root, path) => {
    let at = { mode: FOLDER, oid: root, path: '' };
    for (const segment of segmentsOf(path)) {
        if (at.mode !== FOLDER)
            return null;
        const next = (await children(objects, at)).find((child) => child.path === external_node_path_.posix.join(at.path, segment));
        if (!next)
            return null;
        at = next;
    }
    return { mode: at.mode, oid: at.oid, path: at.path || '.' };
};
const textAt = async (objects, root, path) => {
    const entry = await entryAt(objects, root, path);
    if (!entry || entry.mode === FOLDER)
        return null;
    return new TextDecoder().decode(await objects.blob(entry.oid));
};


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

/***/ 6301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ allSnapshots),
  N: () => (/* binding */ viewCommit)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
// EXTERNAL MODULE: ./node_modules/dotenv/dist/index.cjs
var dist = __webpack_require__(8230);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var valibot_dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./.build/catalog/context.js + 1 modules
var catalog_context = __webpack_require__(6307);
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

;// CONCATENATED MODULE: ./.build/catalog/compose.js








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
    services: valibot_dist/* optional */.lqM(valibot_dist/* nullable */.mee(valibot_dist/* record */.g1P(valibot_dist/* string */.YjP(), valibot_dist/* nullable */.mee(valibot_dist/* object */.Ikc({ build: valibot_dist/* optional */.lqM(build) }))))),
});
/** In the order in which compose looks for its file. */
const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];
const VARIANT = /^(?:docker-)?compose\.[\w.-]+\.ya?ml$/;
const REMOTE = /^(?:https?|git|ssh):\/\/|^git@|\.git(?:#|$)/;
/**
 * The services that the compose files at the root build; null where there is no compose file.
 * The main file comes first; its variants (`compose.full.yaml`) add the services that only they build.
 */
const discoverCompose = async (objects, root) => {
    const names = (await objects.tree(root)).map(({ name }) => name);
    const main = NAMES.find((name) => names.includes(name));
    if (!main)
        return null;
    const variable = variablesOf((await (0,catalog_context/* textAt */.$6)(objects, root, '.env')) ?? '');
    const files = [main, ...names.filter((name) => VARIANT.test(name) && !NAMES.includes(name)).sort()];
    const services = new Map();
    const warnings = [];
    for (const file of files)
        await addFile({ objects, root, variable, services, warnings }, file);
    return services.size > 0 ? { services: [...services.values()], warnings } : null;
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
    const text = await (0,catalog_context/* textAt */.$6)(reading.objects, reading.root, file);
    if (text === null) {
        reading.warnings.push(`${file} is included by a compose file, but is not in the repository`);
        return;
    }
    const compose = await readCompose(text, file);
    for (const [name, { build: image }] of Object.entries(compose.services ?? {}).flatMap(withBuild)) {
        if (!(0,words/* isServiceName */.tN)(name.toLowerCase()))
            throw await refusal(text, file, (document) => [wrongName(document, name)]);
        addService(reading, file, name.toLowerCase(), image);
    }
    for (const path of (compose.include ?? []).flatMap(pathsOf)) {
        await addFile(reading, external_node_path_.posix.join(external_node_path_.posix.dirname(file), interpolate(path, reading.variable)));
    }
};
const pathsOf = (include) => typeof include === 'string' ? [include] : [include.path].flat();
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
const withBuild = ([name, service]) => (service?.build === undefined ? [] : [[name, { build: service.build }]]);
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

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/cut.js
/**
 * How BuildKit cuts one line into pieces (frontend/dockerfile/parser: split_command.go, line_parsers.go).
 * Kept close to the original, since each of its oddities decides what a COPY reads.
 */
const SPACE = /[\t\v\f\r ]+/;
const splitKeyword = (line) => {
    const text = line.trim();
    const space = text.search(SPACE);
    return space < 0
        ? { keyword: text.toUpperCase(), rest: '' }
        : { keyword: text.slice(0, space).toUpperCase(), rest: text.slice(space).trim() };
};
/** Takes the leading `--flag` words off. Quotes and `\` count inside them, whatever the escape directive says. */
const takeFlags = (line) => {
    const flags = [];
    let rest = line.trimStart();
    while (rest.startsWith('--')) {
        const { word, end } = readFlag(rest);
        rest = rest.slice(end).trimStart();
        if (word === '--')
            break;
        flags.push(word.slice(2));
    }
    return { flags, rest };
};
const readFlag = (text) => {
    let word = '';
    let quote = '';
    let at = 0;
    for (; at < text.length; at++) {
        const ch = text[at];
        if (ch === quote)
            quote = '';
        else if (!quote && (ch === '"' || ch === "'"))
            quote = ch;
        else if (!quote && /\s/.test(ch))
            break;
        else
            word += ch === '\\' ? (text[++at] ?? '') : ch;
    }
    return { word, end: at };
};
/** The strings of a JSON array, or null where the text is none: then it is the shell form. */
const jsonStrings = (text) => {
    if (!text.trimStart().startsWith('['))
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
/** The words of ARG, ENV and LABEL, and of a line searched for heredocs: quotes protect white space, and stay. */
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
        if (!quote && /\s/.test(ch))
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

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/parse.js


/** What may stand in a Dockerfile; anything else is an error in BuildKit too. */
const KEYWORDS = 'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' ');
const WITH_HEREDOC = ['ADD', 'COPY', 'RUN'];
const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const HEREDOC = /^\d*<<(-?)([^<]+)$/;
const problemAt = ({ file, lines }, line, problem, why, fix) => {
    const text = lines[line - 1] ?? '';
    const column = text.length - text.trimStart().length + 1;
    return { code: 'dockerfile-syntax', fault: 'caller', problem, why, fix, at: { file, line, column, text } };
};
/** `# escape=`, `# syntax=`, `# check=`: only at the very top, before any other comment or instruction. */
const readDirectives = (lines) => {
    const directives = new Map();
    for (const line of lines) {
        const match = DIRECTIVE.exec(line.trim());
        const name = match?.[1]?.toLowerCase();
        if (!name || !['escape', 'syntax', 'check'].includes(name) || directives.has(name))
            break;
        directives.set(name, match?.[2]);
    }
    return directives;
};
const isComment = (line) => line.trimStart().startsWith('#');
/** Cuts the escape character off a line's end: the next line goes on. A doubled one is no continuation. */
const continuation = (line, escapeToken) => {
    const text = line.replace(/[ \t]+$/, '');
    const goesOn = text.endsWith(escapeToken) && !text.endsWith(escapeToken + escapeToken);
    return goesOn ? { text: text.slice(0, -1), goesOn } : { text: line, goesOn };
};
/** One logical line, from `start` on; `next` is the first line that is not part of it. Indices from 0. */
const joinLines = (lines, start, escapeToken) => {
    let { text, goesOn } = continuation(lines[start].trimStart(), escapeToken);
    let next = start + 1;
    for (; goesOn && next < lines.length; next++) {
        const line = lines[next];
        if (isComment(line) || line.trim() === '')
            continue;
        const more = continuation(line, escapeToken);
        text += more.text;
        goesOn = more.goesOn;
    }
    return { text, next };
};
const heredocNames = (text, escapeToken) => splitWords(text, escapeToken).flatMap((word) => {
    const [, chomp, name] = HEREDOC.exec(word) ?? [];
    return name ? [{ name: name.replace(/^(["'])(.*)\1$/, '$2'), chomp: chomp === '-' }] : [];
});
const readHeredocs = (source, text, start, escapeToken, line) => {
    const heredocs = [];
    let next = start;
    for (const { name, chomp } of heredocNames(text, escapeToken)) {
        const plain = (one) => (chomp ? one.replace(/^\t+/, '') : one);
        const end = source.lines.findIndex((one, index) => index >= next && plain(one) === name);
        if (end < 0)
            throw new words/* StaggerError */.IY(unterminated(source, line, name));
        heredocs.push({ name, content: source.lines.slice(next, end).join('\n') });
        next = end + 1;
    }
    return { heredocs, next };
};
const unterminated = (source, line, name) => problemAt(source, line, `the here-document ${name} does not end`, `no line holds ${name} alone`, `add a line ${name}`);
/**
 * The instructions of a Dockerfile. Follows BuildKit's own parser (frontend/dockerfile/parser/parser.go) line by line.
 * Throws `dockerfile-syntax` with file, line and column.
 */
const parseDockerfile = (text, file) => {
    const source = { file, lines: text.replace(/^\uFEFF/, '').split(/\r?\n/) };
    const directives = readDirectives(source.lines);
    const escapeToken = directives.get('escape') ?? '\\';
    const instructions = [];
    for (let at = 0; at < source.lines.length;) {
        const first = source.lines[at];
        if (isComment(first) || first.trim() === '') {
            at++;
            continue;
        }
        const joined = joinLines(source.lines, at, escapeToken);
        if (joined.text.trim() === '') {
            at = joined.next;
            continue;
        }
        const read = readInstruction(source, joined, at + 1, escapeToken);
        instructions.push(read.instruction);
        at = read.next;
    }
    checkBeginning(source, instructions);
    return { instructions, escapeToken, syntax: directives.get('syntax') ?? null };
};
const readInstruction = (source, joined, line, escapeToken) => {
    const { keyword, rest: all } = splitKeyword(joined.text);
    if (!KEYWORDS.includes(keyword))
        throw new words/* StaggerError */.IY(unknownInstruction(source, line, keyword));
    const { flags, rest } = takeFlags(all);
    const { heredocs, next } = WITH_HEREDOC.includes(keyword)
        ? readHeredocs(source, rest, joined.next, escapeToken, line)
        : { heredocs: [], next: joined.next };
    if (rest === '')
        throw new words/* StaggerError */.IY(withoutArguments(source, line, keyword));
    return { instruction: { keyword, flags, rest, heredocs, line }, next };
};
const unknownInstruction = (source, line, keyword) => problemAt(source, line, `unknown instruction ${keyword}`, `a Dockerfile knows ${KEYWORDS.join(', ')}`, 'correct the word; if the line belongs to the one before, end that one with a backslash');
const withoutArguments = (source, line, keyword) => problemAt(source, line, `${keyword} has no arguments`, `${keyword} needs at least one`, 'complete or remove the line');
const checkBeginning = (source, instructions) => {
    const first = instructions.find(({ keyword }) => keyword !== 'ARG');
    if (first?.keyword === 'FROM')
        return;
    throw new words/* StaggerError */.IY(problemAt(source, first?.line ?? 1, first ? `${first.keyword} stands before the first FROM` : 'there is no FROM', 'a build starts from an image; only ARG may come before', 'begin with a line such as FROM node:24-slim, or leave the file out of stagger.yml'));
};

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/expand.js
/** Stands for a value that the Dockerfile alone does not tell, e.g. one that only the base image knows. */
const UNDECIDED = Symbol('undecided');
/** Expands one word as BuildKit's shell lexer does (frontend/dockerfile/shell/lex.go). */
const expand = (text, lookup, escapeToken = '\\') => {
    const cursor = { text, escapeToken, lookup, undecided: [], at: 0 };
    return { value: readUntil(cursor, ''), undecided: cursor.undecided };
};
/** Reads up to the character `stop` (which is taken) or the end. */
const readUntil = (cursor, stop) => {
    let value = '';
    while (cursor.at < cursor.text.length) {
        const ch = cursor.text[cursor.at++];
        if (ch === stop)
            return value;
        if (ch === "'")
            value += readSingleQuoted(cursor);
        else if (ch === '"')
            value += readDoubleQuoted(cursor);
        else if (ch === '$')
            value += readVariable(cursor);
        else if (ch === cursor.escapeToken)
            value += cursor.text[cursor.at++] ?? '';
        else
            value += ch;
    }
    return value;
};
const readSingleQuoted = (cursor) => {
    const end = cursor.text.indexOf("'", cursor.at);
    const value = cursor.text.slice(cursor.at, end < 0 ? undefined : end);
    cursor.at = end < 0 ? cursor.text.length : end + 1;
    return value;
};
const readDoubleQuoted = (cursor) => {
    let value = '';
    while (cursor.at < cursor.text.length) {
        const ch = cursor.text[cursor.at++];
        if (ch === '"')
            return value;
        if (ch === '$')
            value += readVariable(cursor);
        else if (ch === cursor.escapeToken &&
            ['"', '$', cursor.escapeToken].includes(cursor.text[cursor.at] ?? ''))
            value += cursor.text[cursor.at++];
        else
            value += ch;
    }
    return value;
};
const NAME = /(?:[A-Za-z_][A-Za-z0-9_]*|[0-9@*#?!$-])/y;
const readName = (cursor) => {
    NAME.lastIndex = cursor.at;
    const name = NAME.exec(cursor.text)?.[0] ?? '';
    cursor.at += name.length;
    return name;
};
const readVariable = (cursor) => {
    if (cursor.text[cursor.at] !== '{') {
        const name = readName(cursor);
        return name ? known(cursor, name, cursor.lookup(name)) : '$';
    }
    cursor.at++;
    const name = readName(cursor);
    const modifier = readModifier(cursor);
    if (modifier === '') {
        cursor.at++; // the closing brace
        return known(cursor, name, cursor.lookup(name));
    }
    const held = cursor.lookup(name);
    const before = cursor.undecided.length;
    const word = readUntil(cursor, '}');
    if (held === UNDECIDED)
        return known(cursor, name, held);
    const value = modified(held, modifier, word);
    if (value === UNDECIDED)
        return known(cursor, name, value);
    // The word counts only where it was used.
    if (value !== word)
        cursor.undecided.length = before;
    return value;
};
const readModifier = (cursor) => {
    const rest = cursor.text.slice(cursor.at);
    const modifier = /^(?::?[-+?]|##?|%%?|\/\/?)/.exec(rest)?.[0] ?? '';
    cursor.at += modifier.length;
    return modifier;
};
/** `${x#pattern}` and its kin cut by patterns: not followed yet, so what comes out is undecided. */
const modified = (held, modifier, word) => {
    const set = modifier.startsWith(':') ? held !== null && held !== '' : held !== null;
    switch (modifier.at(-1)) {
        case '-':
            return set ? held : word;
        case '+':
            return set ? word : '';
        case '?':
            return set ? held : UNDECIDED;
        default:
            return UNDECIDED;
    }
};
const known = (cursor, name, held) => {
    if (held === UNDECIDED)
        cursor.undecided.push(name);
    return typeof held === 'string' ? held : '';
};

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/instruction.js
/** The value of a flag; null where the flag is not given, the empty string where it has no value. */
const flag = ({ flags }, name) => {
    const found = flags.find((text) => text === name || text.startsWith(`${name}=`));
    return found === undefined ? null : found.slice(name.length + 1);
};

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/stages.js



const lookupIn = ({ held, otherwise }) => (name) => {
    const found = held.get(name);
    return found === undefined || (found.value === null && otherwise === UNDECIDED) ? otherwise : found.value;
};
/** Known to every build, with values that depend on the builder's platform. */
const PLATFORM = /^(?:TARGET|BUILD)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/;
/** What the `ARG` lines before the first FROM hold: an argument that is given wins over a default. */
const globalVariables = ({ instructions, escapeToken }, given) => {
    const held = new Map();
    const lookup = (name) => held.get(name)?.value ?? (PLATFORM.test(name) ? UNDECIDED : null);
    const firstFrom = instructions.findIndex(({ keyword }) => keyword === 'FROM');
    for (const { rest } of instructions.slice(0, firstFrom)) {
        for (const [name, text] of assignments(rest, escapeToken)) {
            held.set(name, { by: 'ARG', value: given[name] ?? evaluate(text, lookup, escapeToken) });
        }
    }
    return { held, otherwise: null };
};
const evaluate = (text, lookup, escapeToken) => {
    if (text === null)
        return null;
    const { value, undecided } = expand(text, lookup, escapeToken);
    return undecided.length > 0 ? UNDECIDED : value;
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
    const [, name = '', text = ''] = /^(\S+)\s*([\s\S]*)$/.exec(rest) ?? [];
    return [[name, text]];
};
/** What an ARG in a stage holds: given, its own default, or what the global one of that name holds. */
const argument = (name, text, before, scope) => {
    const inherited = scope.globals.held.get(name)?.value ?? null;
    const platform = PLATFORM.test(name) ? UNDECIDED : inherited;
    const value = scope.given[name] ?? (text === null ? platform : evaluate(text, lookupIn(before), scope.escapeToken));
    const environment = before.held.get(name);
    // An ENV of that name and an ARG: which one holds depends on more than we follow.
    return environment?.by === 'ENV' && environment.value !== value
        ? { by: 'ENV', value: UNDECIDED }
        : { by: 'ARG', value };
};
const after = (before, { keyword, rest }, scope) => {
    if (keyword !== 'ARG' && keyword !== 'ENV')
        return before;
    const held = new Map(before.held);
    if (keyword === 'ARG') {
        for (const [name, text] of assignments(rest, scope.escapeToken))
            held.set(name, argument(name, text, before, scope));
    }
    else {
        for (const [name, text] of environment(rest, scope.escapeToken))
            held.set(name, { by: 'ENV', value: evaluate(text ?? '', lookupIn(before), scope.escapeToken) });
    }
    return { ...before, held };
};
/** Arguments end with their stage; the environment goes on to the stages built from it. */
const inheritedFrom = ({ held, otherwise }) => ({
    otherwise,
    held: new Map([...held].filter(([, { by }]) => by === 'ENV')),
});
const beginStage = (from, earlier, scope, file) => {
    const words = splitArguments(from.rest);
    const [reference = '', as, name] = words;
    if (words.length !== 1 && !(words.length === 3 && as?.toUpperCase() === 'AS'))
        throw wrongFrom(from, file);
    const platform = (variable) => scope.globals.held.get(variable)?.value ?? (PLATFORM.test(variable) ? UNDECIDED : null);
    const image = expand(reference, platform, scope.escapeToken);
    const parent = earlier.findLast((stage) => stage.name === image.value.toLowerCase());
    const scratch = image.value === 'scratch' && image.undecided.length === 0;
    return {
        index: earlier.length,
        name: name?.toLowerCase() ?? null,
        base: parent ? { kind: 'stage', index: parent.index } : { kind: 'image', name: image },
        from,
        steps: [],
        variables: parent
            ? inheritedFrom(parent.variables)
            : { held: new Map(), otherwise: scratch ? null : UNDECIDED },
    };
};
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
/** `--from=x` as a stage: by name first, then by number. */
const findStage = (stages, reference) => stages.findLast(({ name }) => name === reference.toLowerCase()) ??
    (/^\d+$/.test(reference) ? (stages[Number(reference)] ?? null) : null);

;// CONCATENATED MODULE: ./.build/catalog/dockerfile/sources.js




const sources_REMOTE = /^(?:https?|git|ssh):\/\/|^git@|^[\w.-]+@[\w.-]+:|^github\.com\//;
/** What one step reads from outside its own stage. */
const sourcesOf = (step, escapeToken) => {
    const { keyword } = step.instruction;
    if (keyword === 'COPY' || keyword === 'ADD')
        return copySources(step, escapeToken);
    if (keyword === 'RUN')
        return mountSources(step, escapeToken);
    if (keyword === 'ONBUILD')
        return onbuildSources(step.instruction);
    return [];
};
/** What an ONBUILD line reads is read by whoever builds from this image: in this repository that is not followed yet. */
const onbuildSources = (instruction) => /^(?:COPY|ADD)\s|--mount/i.test(instruction.rest)
    ? [{ kind: 'undecided', reason: 'onbuild', detail: `ONBUILD ${instruction.rest}`, instruction }]
    : [];
const copySources = (step, escapeToken) => {
    const { instruction } = step;
    const from = flag(instruction, 'from');
    const lookup = lookupIn(step.variables);
    if (from !== null)
        return [{ kind: 'from', reference: expand(from, lookup, escapeToken), instruction }];
    if (flag(instruction, 'parents') !== null)
        return [notFollowed(instruction, 'parents', '--parents')];
    const words = splitArguments(instruction.rest).slice(0, -1);
    return words.flatMap((word) => {
        if (isHeredoc(word, instruction))
            return [];
        const { value, undecided } = expand(word, lookup, escapeToken);
        if (undecided.length > 0)
            return [variable(instruction, word, undecided)];
        if (instruction.keyword === 'ADD' && sources_REMOTE.test(value))
            return [remote(instruction, value)];
        return [{ kind: 'context', pattern: value, instruction }];
    });
};
const isHeredoc = (word, { rest, heredocs }) => heredocs.length > 0 && jsonStrings(rest) === null && /^\d*<<-?/.test(word);
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
/** `RUN --mount=type=bind,source=…`: a mount is a bind unless it says otherwise. */
const mountSources = (step, escapeToken) => step.instruction.flags
    .filter((text) => text.startsWith('mount='))
    .flatMap((text) => mountSource(readMount(text.slice('mount='.length)), step, escapeToken));
const readMount = (text) => new Map(text.split(',').map((field) => {
    const equals = field.indexOf('=');
    return equals < 0
        ? [field.toLowerCase(), '']
        : [field.slice(0, equals).toLowerCase(), field.slice(equals + 1)];
}));
const mountSource = (mount, step, escapeToken) => {
    const { instruction, variables } = step;
    const put = (text) => expand(text, lookupIn(variables), escapeToken);
    const from = mount.get('from');
    if (from !== undefined)
        return [{ kind: 'from', reference: put(from), instruction }];
    if ((mount.get('type') ?? 'bind') !== 'bind')
        return [];
    const written = mount.get('source') ?? mount.get('src');
    if (written === undefined)
        return [{ kind: 'whole-context', instruction }];
    const { value, undecided } = put(written);
    return undecided.length > 0
        ? [variable(instruction, written, undecided)]
        : [{ kind: 'context', pattern: value, instruction }];
};

;// CONCATENATED MODULE: ./.build/catalog/discover.js








const DOCKERFILE = /^Dockerfile$|^Dockerfile\.(?!dockerignore$).+|^.+\.Dockerfile$/i;
/** Other people's code: what stands there is not this repository's to release. */
const FOREIGN = new Set(['node_modules', 'vendor']);
/** The services of a commit: those that its compose files build, else one for each Dockerfile. */
const discover = async (objects, root) => (await discoverCompose(objects, root)) ?? (await discoverDockerfiles(objects, root));
const discoverDockerfiles = async (objects, root) => {
    const dockerfiles = await findDockerfiles(objects, root, '');
    const names = nameDockerfiles(dockerfiles);
    const services = await Promise.all(dockerfiles.map(async (dockerfile) => {
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
        const found = await Promise.all(copied.map((path) => (0,catalog_context/* entryAt */._f)(objects, root, external_node_path_.posix.join(folder, external_node_path_.posix.join('/', path)))));
        if (found.every((entry) => entry !== null))
            return folder;
        if (folder === '.')
            return own;
    }
};
const copiedByName = async (objects, root, dockerfile) => {
    const parsed = parseDockerfile((await (0,catalog_context/* textAt */.$6)(objects, root, dockerfile)) ?? '', dockerfile);
    return readStages(parsed, {}, dockerfile)
        .flatMap(({ steps }) => steps.flatMap((step) => sourcesOf(step, parsed.escapeToken)))
        .flatMap((source) => (source.kind === 'context' && !/[*?[]/.test(source.pattern) ? [source.pattern] : []));
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
const fromText = ({ base, from }) => {
    const flags = from.flags.map((flag) => `--${flag} `).join('');
    if (base.kind === 'stage')
        return `FROM ${flags}stage ${splitArguments(from.rest)[0]}`;
    return `FROM ${flags}${base.name.undecided.length > 0 ? from.rest : base.name.value}`;
};
const stepText = (step, escapeToken) => {
    const { instruction } = step;
    if (instruction.keyword === 'ARG')
        return `ARG ${argumentText(step, escapeToken)}`;
    return [
        plainText(instruction),
        ...instruction.heredocs.map(({ name, content }) => `${name}\n${content}`),
    ].join('\n');
};
const plainText = ({ keyword, flags, rest }) => [keyword, ...flags.map((flag) => `--${flag}`), rest].join(' ');
/** What the argument holds behind its line; as written where that cannot be told. */
const argumentText = ({ instruction, after }, escapeToken) => assignments(instruction.rest, escapeToken)
    .map(([name, written]) => {
    const held = lookupIn(after)(name);
    const text = held === UNDECIDED ? written : held;
    return text === null ? name : `${name}=${text}`;
})
    .join(' ');

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
const baseLinks = (all, { base, index, from }) => {
    if (base.kind === 'stage')
        return { ...NONE, stages: [all[base.index]] };
    const { value, undecided } = base.name;
    if (undecided.length === 0)
        return { ...NONE, images: isPinned(value) ? [] : [value] };
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
    const { value, undecided } = source.reference;
    if (undecided.length > 0)
        return { ...NONE, stages: all };
    const stage = findStage(all, value);
    return stage ? { ...NONE, stages: [stage] } : { ...NONE, images: isPinned(value) ? [] : [value] };
};

// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(8472);
;// CONCATENATED MODULE: ./.build/catalog/stage-inputs.js







/** Front ends whose language is the one we know. */
const KNOWN_SYNTAX = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?::|@|$)/;
/** Reads contexts of one commit; those that share folder and ignore file share their walk. */
const contextReader = (objects, root) => {
    const contexts = new Map();
    return async ({ context, dockerfile, name }) => {
        const folder = await (0,catalog_context/* entryAt */._f)(objects, root, context);
        if (folder?.mode !== '040000')
            throw new words/* StaggerError */.IY(missing(name, 'context', context));
        const ignoreFile = (await (0,catalog_context/* textAt */.$6)(objects, root, `${dockerfile}.dockerignore`)) ??
            (await (0,catalog_context/* textAt */.$6)(objects, root, `${context}/.dockerignore`));
        const key = JSON.stringify([context, ignoreFile]);
        const known = contexts.get(key) ?? (0,catalog_context/* openContext */.eA)(objects, context, folder.oid, ignoreFile);
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
    const text = await (0,catalog_context/* textAt */.$6)(objects, root, file);
    if (text === null)
        throw new words/* StaggerError */.IY(missing(service.name, 'dockerfile', file));
    const parsed = parseDockerfile(text, file);
    return { file, parsed, stages: readStages(parsed, service.args, file) };
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
    const widened = [...strangeSyntax(parsed), ...reached.widened, ...read.flatMap((one) => one.widened)];
    const all = widened.some(({ reason }) => reason !== 'base-depends-on-platform')
        ? (await context.all()).map(becauseOf({ instruction: 'context', line: widened[0]?.line ?? 1 }))
        : [];
    return {
        inputs: unique([...read.flatMap((one) => one.inputs), ...all]),
        instructions: reached.stages.flatMap((stage) => instructionText(stage, parsed.escapeToken)),
        args: stage_inputs_argumentsOf(service, parsed, reached),
        target: target.name ?? String(target.index),
        widened,
        untracked: untracked(read),
        unpinned: reached.unpinned,
    };
};
const strangeSyntax = ({ syntax }) => syntax === null || KNOWN_SYNTAX.test(syntax)
    ? []
    : [{ reason: 'unknown-syntax', detail: `the front end ${syntax} may read anything`, line: 1 }];
/** The given arguments that a reached stage, or a line before the first FROM, declares. */
const stage_inputs_argumentsOf = ({ args }, { instructions }, { stages }) => {
    const firstFrom = instructions.findIndex(({ keyword }) => keyword === 'FROM');
    const lines = [
        ...instructions.slice(0, firstFrom),
        ...stages.flatMap(({ steps }) => steps.map((step) => step.instruction)),
    ];
    const declared = lines.filter(({ keyword }) => keyword === 'ARG').flatMap(({ rest }) => rest.split(/\s+/));
    const names = new Set(declared.map((word) => word.split('=')[0]));
    return Object.fromEntries(Object.entries(args).filter(([name]) => names.has(name)));
};
const becauseOf = (because) => (found) => ({ ...found, because });
const readSource = async (context, source) => {
    const { keyword, line } = source.instruction;
    const because = becauseOf({ instruction: keyword, line });
    if (source.kind === 'undecided')
        return { source, inputs: [], widened: [{ reason: source.reason, detail: source.detail, line }] };
    if (source.kind === 'whole-context')
        return { source, inputs: (await context.all()).map(because), widened: [] };
    if (source.kind !== 'context')
        return { source, inputs: [], widened: [] };
    const picked = await context.pick(source.pattern);
    if (picked.kind === 'found')
        return { source, inputs: picked.found.map(because), widened: [] };
    const detail = `${picked.path} is a symbolic link`;
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
/* harmony import */ var _catalog_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6307);
/* harmony import */ var _catalog_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8472);
/* harmony import */ var _environment_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(159);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9231);




const CONFIGURATION_FILE = 'stagger.yml';
const configurationAt = async (objects, root, read) => read(await (0,_catalog_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(objects, root, CONFIGURATION_FILE), CONFIGURATION_FILE);
/** Throws `unknown-environment` with those that there are. */
const findEnvironment = ({ environments }, name) => {
    const settings = environments[name];
    if (settings && (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isEnvironmentName */ .tq)(name))
        return { name, settings };
    throw new _words_js__WEBPACK_IMPORTED_MODULE_3__/* .StaggerError */ .IY(unknownEnvironment(name, Object.keys(environments)));
};
/** The task definition template of a service: its text, and where it stands. Throws `missing-template`. */
const templateAt = async (objects, root, { name, settings }, service) => {
    const path = (0,_environment_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .settingsFor */ .z)(settings, service).taskDefinition;
    const text = await (0,_catalog_context_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(objects, root, path);
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
    const { timeoutMinutes: _, taskDefinition: path, ...where } = (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .settingsFor */ .z)(settings, service);
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
/* harmony export */   V: () => (/* binding */ environmentSchema),
/* harmony export */   z: () => (/* binding */ settingsFor)
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

/***/ 7154:
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
    const untracked = now.image.inputs.untracked.map(({ detail, line }) => ({ kind: 'untracked', path: detail, line }));
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

// EXTERNAL MODULE: ./.build/environment/configuration.js
var environment_configuration = __webpack_require__(6842);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
// EXTERNAL MODULE: ./.build/commands/commit-view.js + 14 modules
var commit_view = __webpack_require__(6301);
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

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.build/platform/clock.js

const systemClock = {
    now: () => Date.now(),
    sleep: async (milliseconds, signal) => {
        await (0,promises_.setTimeout)(milliseconds, undefined, signal ? { signal } : undefined);
    },
};

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
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.build/platform/git/refs.js




/** Who signs where git knows nobody: on a runner. */
const NOBODY = { name: 'stagger', email: 'stagger@localhost' };
const gitFailed = (args, { stderr, code }) => new words/* StaggerError */.IY({
    code: 'git-failed',
    fault: 'world',
    problem: `git ${args[0]} failed`,
    why: stderr.trim() || `it ended with exit code ${code}`,
    fix: `see what it says when run by hand: git ${args.join(' ')}`,
});
const unreachable = (what, stderr) => new words/* StaggerError */.IY({
    code: 'remote-unreachable',
    fault: 'world',
    problem: `${what} could not be read from the remote 'origin'`,
    why: stderr.trim(),
    fix: 'check the network and the permission `contents: read`, then run it again; with --base REV no ledger is needed',
});
/** What git says when somebody else was first. */
const LOST_RACE = /stale info|rejected|cannot lock ref|already exists|reference already exists|fetch first|unable to create/i;
const NO_SUCH_REF = /couldn't find remote ref|could not find remote ref/i;
/** What `main` needs of refs, as git commands. Local and remote change together, the remote first: it decides. */
const refsOf = (directory, run) => {
    const git = (args, { input, env } = {}) => run(['git', '-C', directory, ...args], {
        ...(input === undefined ? {} : { input: Buffer.from(input) }),
        env: { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', ...env },
    });
    const must = async (...[args, options]) => {
        const result = await git(args, options);
        if (result.code !== 0)
            throw gitFailed(args, result);
        return result.stdout.trim();
    };
    const hasOrigin = async () => (await git(['remote', 'get-url', 'origin'])).code === 0;
    const identity = async () => {
        if ((await git(['var', 'GIT_COMMITTER_IDENT'])).code === 0)
            return {};
        const { name, email } = NOBODY;
        return {
            GIT_AUTHOR_NAME: name,
            GIT_AUTHOR_EMAIL: email,
            GIT_COMMITTER_NAME: name,
            GIT_COMMITTER_EMAIL: email,
        };
    };
    /** Publishes one ref under the condition that it still stands where we saw it. */
    const publish = async (name, target, lease) => {
        const args = ['push', '--porcelain', `--force-with-lease=${name}:${lease}`, 'origin', `${target}:${name}`];
        const result = await git(args);
        if (result.code === 0)
            return 'done';
        if (LOST_RACE.test(result.stdout + result.stderr))
            return 'moved';
        throw gitFailed(args, result);
    };
    const commitChanges = async (parent, changes, message) => {
        const folder = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'stagger-index-'));
        const env = { GIT_INDEX_FILE: (0,external_node_path_.join)(folder, 'index'), ...(await identity()) };
        try {
            await must(parent ? ['read-tree', parent] : ['read-tree', '--empty'], { env });
            const lines = await Promise.all([...changes].map((change) => indexLine(change, parent?.length)));
            await must(['update-index', '--index-info'], { env, input: lines.join('') });
            const tree = await must(['write-tree'], { env });
            const parents = parent ? ['-p', parent] : [];
            return (await must(['commit-tree', tree, ...parents, '-m', message], { env }));
        }
        finally {
            await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
        }
    };
    const indexLine = async ([path, text], idLength = 40) => {
        if (text === null)
            return `0 ${'0'.repeat(idLength)}\t${path}\n`;
        return `100644 ${await must(['hash-object', '-w', '--stdin'], { input: text })}\t${path}\n`;
    };
    return {
        mergeBase: async (one, other) => {
            const { code, stdout } = await git(['merge-base', one, other]);
            return code === 0 ? stdout.trim() : null;
        },
        fetchRef: async (name) => {
            if (!(await hasOrigin()))
                return null;
            const result = await git(['fetch', '--quiet', '--no-tags', 'origin', `+${name}:${name}`]);
            if (result.code === 0)
                return (await must(['rev-parse', '--verify', name]));
            if (NO_SUCH_REF.test(result.stderr))
                return null;
            throw unreachable(name, result.stderr);
        },
        updateRef: async (ref, expected, changes, message) => {
            const commit = await commitChanges(expected, changes, message);
            const remote = await hasOrigin();
            if (remote && (await publish(ref, commit, expected ?? '')) === 'moved')
                return { kind: 'moved' };
            // The remote has decided; here the ref may lag behind it, so it is set, not compared.
            const args = ['update-ref', ref, commit, ...(remote ? [] : [expected ?? '0'.repeat(commit.length)])];
            const result = await git(args);
            if (result.code === 0)
                return { kind: 'done', commit };
            if (LOST_RACE.test(result.stderr) || /is at .* but expected/.test(result.stderr))
                return { kind: 'moved' };
            throw gitFailed(args, result);
        },
        tags: async (pattern) => parseTags(await must(['for-each-ref', `--format=${TAG_FORMAT}`, `refs/tags/${pattern}`])),
        fetchTags: async (pattern) => {
            if (!(await hasOrigin()))
                return;
            const spec = `+refs/tags/${pattern}:refs/tags/${pattern}`;
            const result = await git(['fetch', '--quiet', '--no-tags', 'origin', spec]);
            if (result.code !== 0)
                throw unreachable(`the tags ${pattern}`, result.stderr);
        },
        createTag: async (name, target, message) => {
            const args = ['tag', '--annotate', '--file=-', '--cleanup=verbatim', name, target];
            const made = await git(args, { input: message, env: await identity() });
            if (made.code !== 0 && LOST_RACE.test(made.stderr))
                return 'exists';
            if (made.code !== 0)
                throw gitFailed(args, made);
            if (!(await hasOrigin()))
                return 'created';
            const ref = `refs/tags/${name}`;
            if ((await publish(ref, ref, '')) === 'done')
                return 'created';
            await must(['tag', '--delete', name]);
            return 'exists';
        },
    };
};
const TAG_FORMAT = `${['%(refname:strip=2)', '%(objectname)', '%(*objectname)', '%(contents)'].join('%00')}%01`;
const parseTags = (output) => output
    .split('\x01')
    .map((row) => row.replace(/^\n/, '').split('\0'))
    .filter((cells) => cells.length === 4)
    .map(([name = '', object = '', peeled = '', contents = '']) => ({
    name,
    commit: ((0,words/* isOid */.dH)(peeled) ? peeled : object),
    message: (0,words/* isOid */.dH)(peeled) ? contents.trim() : '',
}));

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
    fix: `git -C ${directory} fetch origin ${revision}   (or name another revision)`,
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
                throw unknownRevision(directory, revision);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./.build/main/invocation.js

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
    const event = path ? JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8') || '{}') : {};
    return event.repository?.default_branch ?? 'main';
};
const runAddress = (env) => `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`;

;// CONCATENATED MODULE: ./.build/main/session.js





/** The configuration's schema is loaded with the first configuration that is read. */
const readConfiguration = async (text, file) => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(152)]).then(__webpack_require__.bind(__webpack_require__, 8152))).readConfiguration(text, file);
/** Opens a session for `body` and closes it, whatever happens. */
const inSession = async (repository, progress, body) => {
    const git = openGit(repository);
    try {
        return await body({ git, progress, clock: systemClock, invocation: readInvocation(), readConfiguration });
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



/** Rejects with `code: 'ENOENT'` where the program is not installed. A program ended by a signal has the code 128. */
const runProcess = async ([program, ...args], { cwd, env, input, onLine } = {}) => {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { cwd, env: { ...process.env, ...env } });
    const ended = exitOf(child);
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
