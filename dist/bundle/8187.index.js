export const id = 8187;
export const ids = [8187];
export const modules = {

/***/ 8187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  discoverBake: () => (/* binding */ discoverBake),
  readBake: () => (/* binding */ readBake)
});

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/catalog/candidates.js
var catalog_candidates = __webpack_require__(27306);
// EXTERNAL MODULE: ./.build/catalog/tree.js
var tree = __webpack_require__(46800);
;// CONCATENATED MODULE: ./.build/catalog/bake/hcl/syntax.js
/** The name that a splat's rest reads its element by; no identifier looks like it. */
const ITEM = '*';
/** What cannot be read or worked out, and where. */
class HclError extends Error {
    line;
    /** Known to whoever has the file in hand. */
    file = null;
    constructor(message, line) {
        super(message);
        this.line = line;
    }
}
/** What another moment or another machine would work out otherwise. */
class Undecided extends HclError {
}
/** What fails in here, and nobody has said where, failed in this file. */
const inFile = (file, work) => {
    try {
        return work();
    }
    catch (error) {
        if (error instanceof HclError)
            error.file ??= file;
        throw error;
    }
};

;// CONCATENATED MODULE: ./.build/catalog/bake/hcl/value.js
const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value) => Array.isArray(value);
const kindOf = (value) => {
    if (value === null)
        return 'null';
    if (isList(value))
        return 'a list';
    return isMap(value) ? 'a map' : `a ${typeof value}`;
};
/** Thrown where a value is of the wrong kind; whoever knows the line says it. */
class WrongValue extends Error {
}
/** Thrown where another moment, or another machine, would give another value. */
class FleetingValue extends WrongValue {
}
const asText = (value) => {
    if (typeof value === 'string')
        return value;
    if (typeof value === 'boolean')
        return String(value);
    if (typeof value === 'number')
        return numberText(value);
    throw new WrongValue(`a text is expected, not ${kindOf(value)}`);
};
/** Without an exponent, as HCL writes them. */
const numberText = (value) => Number.isInteger(value) ? BigInt(value).toString() : String(value);
const asNumber = (value) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number))
        return number;
    throw new WrongValue(`a number is expected, not ${kindOf(value)}`);
};
const asBoolean = (value) => {
    if (typeof value === 'boolean')
        return value;
    if (value === 'true' || value === 'false')
        return value === 'true';
    throw new WrongValue(`true or false is expected, not ${kindOf(value)}`);
};
const asList = (value) => {
    if (isList(value))
        return value;
    throw new WrongValue(`a list is expected, not ${kindOf(value)}`);
};
const asMap = (value) => {
    if (isMap(value))
        return value;
    throw new WrongValue(`a map is expected, not ${kindOf(value)}`);
};
const equal = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
/** Maps go by their keys in order, in HCL everywhere. */
const entriesOf = (map) => Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
const sorted = (value) => {
    if (isList(value))
        return value.map(sorted);
    return isMap(value) ? entriesOf(value).map(([key, inner]) => [key, sorted(inner)]) : value;
};

;// CONCATENATED MODULE: ./.build/catalog/bake/hcl/evaluate.js


/** Throws an HclError with the line of what cannot be worked out. */
const evaluate = (expression, scope) => {
    try {
        return evaluateAny(expression, scope);
    }
    catch (error) {
        if (error instanceof FleetingValue)
            throw new Undecided(error.message, expression.line);
        if (error instanceof WrongValue)
            throw new HclError(error.message, expression.line);
        throw error;
    }
};
const evaluateAny = (expression, scope) => {
    const of = (inner) => evaluate(inner, scope);
    switch (expression.kind) {
        case 'literal':
            return expression.value;
        case 'template':
            return expression.parts.length === 1
                ? of(expression.parts[0])
                : expression.parts.map((part) => asText(of(part))).join('');
        case 'name':
            return known(scope.name(expression.name), expression.name);
        case 'index':
            return evaluate_element(of(expression.of), of(expression.key));
        case 'splat':
            return splat(of(expression.of), (item) => evaluate(expression.rest, withNames(scope, { [ITEM]: item })));
        case 'call':
            return scope.call(expression.name, argumentsOf(expression, scope));
        case 'list':
            return expression.items.map(of);
        case 'object':
            return Object.fromEntries(expression.items.map(([key, value]) => [asText(of(key)), of(value)]));
        case 'conditional':
            return asBoolean(of(expression.test)) ? of(expression.then) : of(expression.otherwise);
        case 'binary':
            return OPERATORS[expression.operator]?.(of(expression.left), () => of(expression.right));
        case 'unary':
            return expression.operator === '!' ? !asBoolean(of(expression.of)) : -asNumber(of(expression.of));
        case 'for':
            return collect(expression, scope);
    }
};
const known = (value, name) => {
    if (value !== undefined)
        return value;
    throw new WrongValue(`there is no ${name}`);
};
const withNames = (scope, names) => ({
    name: (name) => (Object.hasOwn(names, name) ? names[name] : scope.name(name)),
    call: scope.call,
});
const argumentsOf = ({ args, spread }, scope) => {
    const plain = args.map((arg) => () => evaluate(arg, scope));
    const last = spread ? plain.pop() : undefined;
    return last ? [...plain, ...asList(last()).map((value) => () => value)] : plain;
};
const evaluate_element = (of, key) => {
    const found = isList(of)
        ? of[asNumber(key)]
        : isMap(of) && Object.hasOwn(of, asText(key))
            ? of[asText(key)]
            : undefined;
    if (found !== undefined)
        return found;
    throw new WrongValue(`${kindOf(of)} has no ${JSON.stringify(key)}`);
};
const splat = (of, read) => {
    if (of === null)
        return [];
    return (isList(of) ? of : [of]).map(read);
};
const arithmetic = (work) => (left, right) => {
    const result = work(asNumber(left), asNumber(right()));
    if (typeof result === 'number' && !Number.isFinite(result))
        throw new WrongValue('a division by zero');
    return result;
};
const OPERATORS = {
    '||': (left, right) => asBoolean(left) || asBoolean(right()),
    '&&': (left, right) => asBoolean(left) && asBoolean(right()),
    '==': (left, right) => equal(left, right()),
    '!=': (left, right) => !equal(left, right()),
    '<': arithmetic((a, b) => a < b),
    '>': arithmetic((a, b) => a > b),
    '<=': arithmetic((a, b) => a <= b),
    '>=': arithmetic((a, b) => a >= b),
    '+': arithmetic((a, b) => a + b),
    '-': arithmetic((a, b) => a - b),
    '*': arithmetic((a, b) => a * b),
    '/': arithmetic((a, b) => a / b),
    '%': arithmetic((a, b) => a % b),
};
const collect = ({ names, list, key, value, test, grouped }, scope) => {
    const items = pairs(evaluate(list, scope)).flatMap(([at, item]) => {
        const [first = '', second] = names;
        const inner = withNames(scope, second === undefined ? { [first]: item } : { [first]: at, [second]: item });
        if (test && !asBoolean(evaluate(test, inner)))
            return [];
        return [[key ? asText(evaluate(key, inner)) : '', evaluate(value, inner)]];
    });
    if (!key)
        return items.map(([, item]) => item);
    if (!grouped)
        return Object.fromEntries(items);
    const keys = [...new Set(items.map(([name]) => name))];
    return Object.fromEntries(keys.map((name) => [name, items.flatMap(([of, item]) => (of === name ? [item] : []))]));
};
const pairs = (value) => {
    if (isList(value))
        return value.map((item, at) => [at, item]);
    if (isMap(value))
        return entriesOf(value);
    throw new WrongValue(`a list or a map is expected behind in, not ${kindOf(value)}`);
};

;// CONCATENATED MODULE: ./.build/catalog/bake/functions/lists.js

const distinct = (items) => items.filter((item, at) => items.findIndex((other) => equal(item, other)) === at);
const flat = (value) => (isList(value) ? value.flatMap(flat) : [value]);
const firstThat = (holds, what) => (...args) => {
    const found = args.find(holds);
    if (found === undefined)
        throw new WrongValue(what);
    return found;
};
const positionOf = (list, value) => {
    const at = asList(list).findIndex((item) => equal(item, value));
    if (at < 0)
        throw new WrongValue(`the list has no ${JSON.stringify(value)}`);
    return at;
};
const at = (list, index) => {
    if (list.length === 0)
        throw new WrongValue('an empty list has no element');
    return list[((index % list.length) + list.length) % list.length];
};
const product = (lists) => lists.reduce((all, list) => all.flatMap((head) => list.map((item) => [...head, item])), [[]]);
const chunks = (list, size) => size < 1
    ? [list]
    : Array.from({ length: Math.ceil(list.length / size) }, (_, chunk) => list.slice(chunk * size, (chunk + 1) * size));
const range = (...limits) => {
    const [first = 0, second, third] = limits.map(asNumber);
    const [start, end] = second === undefined ? [0, first] : [first, second];
    const step = third ?? (end < start ? -1 : 1);
    const length = Math.max(0, Math.ceil((end - start) / step));
    if (!(length <= 1024))
        throw new WrongValue('the range has more than 1024 elements');
    return Array.from({ length }, (_, count) => start + count * step);
};
const sortedTexts = (list) => asList(list)
    .map(asText)
    .sort((a, b) => (a < b ? -1 : 1));
const sizeOf = (value) => {
    if (isList(value))
        return value.length;
    if (isMap(value))
        return Object.keys(value).length;
    throw new WrongValue('length is told of a list or a map');
};
const listFunctions = {
    chunklist: (list = [], size = 0) => chunks(asList(list), asNumber(size)),
    coalesce: firstThat((value) => value !== null, 'coalesce: all of it is null'),
    coalescelist: firstThat((value) => isList(value) && value.length > 0, 'coalescelist: all lists are empty'),
    compact: (list = []) => asList(list).filter((item) => item !== '' && item !== null),
    concat: (...lists) => lists.flatMap((list) => asList(list)),
    contains: (list = [], value = null) => asList(list).some((item) => equal(item, value)),
    distinct: (list = []) => distinct(asList(list)),
    element: (list = [], index = 0) => at(asList(list), asNumber(index)),
    flatten: (list = []) => flat(asList(list)),
    hasindex: (of = null, key = null) => isList(of) ? asNumber(key) in of : Object.hasOwn(asMap(of), asText(key)),
    index: (of = null, key = null) => {
        const found = isList(of) ? of[asNumber(key)] : asMap(of)[asText(key)];
        if (found === undefined)
            throw new WrongValue(`there is no ${JSON.stringify(key)}`);
        return found;
    },
    indexof: (list = [], value = null) => positionOf(list, value),
    keys: (map = {}) => entriesOf(asMap(map)).map(([key]) => key),
    length: (value = []) => sizeOf(value),
    lookup: (map = {}, key = '', otherwise = null) => Object.hasOwn(asMap(map), asText(key)) ? asMap(map)[asText(key)] : otherwise,
    merge: (...maps) => Object.assign({}, ...maps.filter((map) => map !== null).map(asMap)),
    range,
    reverselist: (list = []) => asList(list).toReversed(),
    sethaselement: (list = [], value = null) => asList(list).some((item) => equal(item, value)),
    setintersection: (first = [], ...others) => distinct(asList(first).filter((item) => others.every((other) => asList(other).some((one) => equal(one, item))))),
    setproduct: (...lists) => product(lists.map(asList)),
    setsubtract: (a = [], b = []) => asList(a).filter((item) => !asList(b).some((other) => equal(item, other))),
    setunion: (...lists) => distinct(lists.flatMap((list) => asList(list))),
    slice: (list = [], start = 0, end = 0) => asList(list).slice(asNumber(start), asNumber(end)),
    sort: (list = []) => sortedTexts(list),
    values: (map = {}) => entriesOf(asMap(map)).map(([, value]) => value),
    zipmap: (keys = [], values = []) => Object.fromEntries(asList(keys).map((key, place) => [asText(key), asList(values)[place] ?? null])),
};

;// CONCATENATED MODULE: ./.build/catalog/bake/functions/numbers.js

const ofNumbers = (work) => (...args) => work(...args.map(asNumber));
const divided = (a, b) => {
    if (b === 0)
        throw new WrongValue('a division by zero');
    return a / b;
};
const numberFunctions = {
    absolute: ofNumbers((a = 0) => Math.abs(a)),
    add: ofNumbers((a = 0, b = 0) => a + b),
    subtract: ofNumbers((a = 0, b = 0) => a - b),
    multiply: ofNumbers((a = 0, b = 0) => a * b),
    divide: ofNumbers((a = 0, b = 0) => divided(a, b)),
    modulo: ofNumbers((a = 0, b = 0) => a - Math.trunc(divided(a, b)) * b),
    negate: ofNumbers((a = 0) => -a),
    ceil: ofNumbers((a = 0) => Math.ceil(a)),
    floor: ofNumbers((a = 0) => Math.floor(a)),
    int: ofNumbers((a = 0) => Math.trunc(a)),
    signum: ofNumbers((a = 0) => Math.sign(a)),
    pow: ofNumbers((a = 0, b = 0) => a ** b),
    max: ofNumbers((...all) => Math.max(...all)),
    min: ofNumbers((...all) => Math.min(...all)),
    parseint: (text = '', base = 10) => {
        const number = Number.parseInt(asText(text), asNumber(base));
        if (Number.isNaN(number))
            throw new WrongValue(`${asText(text)} is no number`);
        return number;
    },
    equal: (a = null, b = null) => equal(a, b),
    notequal: (a = null, b = null) => !equal(a, b),
    greaterthan: ofNumbers((a = 0, b = 0) => a > b),
    greaterthanorequalto: ofNumbers((a = 0, b = 0) => a >= b),
    lessthan: ofNumbers((a = 0, b = 0) => a < b),
    lessthanorequalto: ofNumbers((a = 0, b = 0) => a <= b),
    and: (a = null, b = null) => asBoolean(a) && asBoolean(b),
    or: (a = null, b = null) => asBoolean(a) || asBoolean(b),
    not: (a = null) => !asBoolean(a),
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./.build/catalog/bake/functions/format.js

const VERB = /%(%|([-+ 0#]*)(\d*)(?:\.(\d+))?([a-zA-Z]))/g;
/** `format("%s-%02d", …)` with the verbs that bake files use. */
const formatted = (form, values) => {
    let next = 0;
    return form.replace(VERB, (whole, percent, flags, width, precision, verb) => {
        if (percent === '%')
            return '%';
        if (next >= values.length)
            throw new WrongValue(`format: there is no value for ${whole}`);
        const text = told(verb, values[next++], precision);
        const size = Number(width || 0);
        if (flags.includes('-'))
            return text.padEnd(size);
        return text.padStart(size, flags.includes('0') ? '0' : ' ');
    });
};
const told = (verb, value, precision) => {
    if (verb === 's')
        return asText(value);
    if (verb === 'd')
        return String(Math.trunc(asNumber(value)));
    if (verb === 'f')
        return asNumber(value).toFixed(Number(precision ?? 6));
    if (verb === 'q')
        return JSON.stringify(asText(value));
    if (verb === 't' && typeof value === 'boolean')
        return String(value);
    if (verb === 'x')
        return asNumber(value).toString(16);
    if (verb === 'v')
        return value === null || isList(value) || isMap(value) ? JSON.stringify(value) : asText(value);
    throw new WrongValue(`format: %${verb} is not known here`);
};

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./.build/catalog/bake/functions/versions.js


/** Whether a version is in a range. */
const compareVersions = (version, range) => {
    const parsed = semver.coerce(version, { includePrerelease: true });
    if (!parsed || semver.validRange(range) === null)
        throw new WrongValue(`semvercmp: ${version} or ${range} is no version`);
    return semver.satisfies(parsed, range);
};

;// CONCATENATED MODULE: ./.build/catalog/bake/functions/texts.js





const ofTexts = (work) => (...args) => work(...args.map(asText));
const hashed = (algorithm) => ofTexts((text = '') => (0,external_node_crypto_.createHash)(algorithm).update(text).digest('hex'));
const decoded = (text) => Buffer.from(text, 'base64').toString();
/** Go's patterns as ours: a flag at the front, and named groups. */
const pattern = (text, flags) => {
    const [front = '', letters = ''] = /^\(\?([ims]+)\)/.exec(text) ?? [];
    try {
        return new RegExp(text.slice(front.length).replaceAll('(?P<', '(?<'), `${flags}u${letters}`);
    }
    catch {
        throw new WrongValue(`${text} is no pattern that can be read here`);
    }
};
/** The whole match, its groups as a list, or its named groups as a map. */
const captured = (match) => {
    if (match.groups)
        return Object.fromEntries(Object.entries(match.groups).map(([name, text]) => [name, text ?? null]));
    return match.length > 1 ? match.slice(1).map((text) => text ?? null) : match[0];
};
const firstMatch = (form, text) => {
    const match = pattern(form, '').exec(text);
    if (!match)
        throw new WrongValue(`${text} does not match ${form}`);
    return captured(match);
};
const replaceAll = (text, form, by) => {
    const replacement = by.replace(/\$\{(\d+)\}/g, '$$$1').replace(/\$\{?([A-Za-z_]\w*)\}?/g, '$$<$1>');
    return text.replace(pattern(form, 'g'), replacement);
};
const trimSet = (text, set) => {
    const letters = [...text];
    while (letters.length > 0 && set.includes(letters[0]))
        letters.shift();
    while (letters.length > 0 && set.includes(letters.at(-1)))
        letters.pop();
    return letters.join('');
};
const parsedJson = (text) => {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new WrongValue('jsondecode: this is no JSON');
    }
};
const part = (text, start, length) => {
    const letters = [...asText(text)];
    const [from, count] = [asNumber(start), asNumber(length)];
    const begin = from < 0 ? letters.length + from : from;
    return letters.slice(begin, count < 0 ? undefined : begin + count).join('');
};
const textFunctions = {
    base64decode: ofTexts((text = '') => decoded(text)),
    base64encode: ofTexts((text = '') => Buffer.from(text).toString('base64')),
    basename: ofTexts((path = '') => external_node_path_.posix.basename(path)),
    chomp: ofTexts((text = '') => text.replace(/[\r\n]+$/, '')),
    dirname: ofTexts((path = '') => external_node_path_.posix.dirname(path)),
    format: (form = '', ...values) => formatted(asText(form), values),
    formatlist: (form = '', ...values) => {
        const length = values.find(isList)?.length ?? 1;
        return Array.from({ length }, (_, at) => formatted(asText(form), values.map((value) => (isList(value) ? (value[at] ?? null) : value))));
    },
    indent: (spaces = 0, text = '') => asText(text).replaceAll('\n', `\n${' '.repeat(asNumber(spaces))}`),
    join: (separator = '', ...lists) => lists
        .flatMap((list) => asList(list))
        .map(asText)
        .join(asText(separator)),
    jsondecode: ofTexts((text = '') => parsedJson(text)),
    jsonencode: (value = null) => JSON.stringify(value),
    lower: ofTexts((text = '') => text.toLowerCase()),
    md5: hashed('md5'),
    regex: ofTexts((form = '', text = '') => firstMatch(form, text)),
    regexall: ofTexts((form = '', text = '') => [...text.matchAll(pattern(form, 'g'))].map(captured)),
    regex_replace: ofTexts((text = '', form = '', by = '') => replaceAll(text, form, by)),
    replace: ofTexts((text = '', what = '', by = '') => text.replaceAll(what, () => by)),
    reverse: ofTexts((text = '') => [...text].reverse().join('')),
    sanitize: ofTexts((text = '') => text.replace(/[^a-zA-Z0-9_-]/g, '_')),
    semvercmp: ofTexts((version = '', range = '') => compareVersions(version, range)),
    sha1: hashed('sha1'),
    sha256: hashed('sha256'),
    sha512: hashed('sha512'),
    split: ofTexts((separator = '', text = '') => text.split(separator)),
    strlen: ofTexts((text = '') => [...text].length),
    substr: (text = '', start = 0, length = 0) => part(text, start, length),
    title: ofTexts((text = '') => text.replace(/(?<![\p{L}\p{N}_'])\p{L}/gu, (letter) => letter.toUpperCase())),
    trim: ofTexts((text = '', set = '') => trimSet(text, set)),
    trimprefix: ofTexts((text = '', front = '') => (text.startsWith(front) ? text.slice(front.length) : text)),
    trimspace: ofTexts((text = '') => text.trim()),
    trimsuffix: ofTexts((text = '', end = '') => end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text),
    upper: ofTexts((text = '') => text.toUpperCase()),
    urlencode: ofTexts((text = '') => encodeURIComponent(text).replaceAll('%20', '+')),
};

;// CONCATENATED MODULE: ./.build/catalog/bake/functions.js





const FUNCTIONS = {
    ...listFunctions,
    ...numberFunctions,
    ...textFunctions,
};
/** Another moment, or another machine, would give something else. */
const UNDECIDED = ['timestamp', 'uuidv4', 'bcrypt', 'homedir', 'rsadecrypt'];
/** Calls one of the functions that every bake file has. Throws where there is none that we know. */
const callFunction = (name, args) => {
    if (name === 'try')
        return tried(args);
    if (name === 'can')
        return can(args);
    if (UNDECIDED.includes(name))
        throw new FleetingValue(`${name}() gives something else each time`);
    const values = args.map((arg) => arg());
    const work = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (!work)
        throw new WrongValue(`the function ${name} is not known here`);
    return work(...values);
};
const tried = (args) => {
    for (const arg of args) {
        try {
            return arg();
        }
        catch (error) {
            if (!(error instanceof HclError || error instanceof WrongValue))
                throw error;
        }
    }
    throw new WrongValue('try: nothing of it can be worked out');
};
const can = (args) => {
    try {
        tried(args);
        return true;
    }
    catch (error) {
        if (error instanceof WrongValue)
            return false;
        throw error;
    }
};

;// CONCATENATED MODULE: ./.build/catalog/bake/scope.js




const attributeOf = ({ body }, name) => body.attributes.find((attribute) => attribute.name === name);
const blocksOf = (sources, type) => sources.flatMap(({ file, body }) => body.blocks.filter((block) => block.type === type).map((one) => ({ file, one })));
const DEEPEST = 100;
/**
 * What names and functions mean in all files together; a later file's variable takes the place of one before. Variables
 * have their defaults: the environment's own would make a plan depend on who asks.
 */
const scopeOf = (sources) => {
    const variables = new Map();
    for (const { file, one } of blocksOf(sources, 'variable'))
        variables.set(one.labels[0] ?? '', { file, one: attributeOf(one, 'default')?.value ?? unset(one) });
    for (const { file, body } of sources)
        for (const { name, value } of body.attributes)
            variables.set(name, { file, one: value });
    const functions = new Map(blocksOf(sources, 'function').map((placed) => [placed.one.labels[0] ?? '', placed]));
    const targets = blocksOf(sources, 'target');
    let depth = 0;
    const scope = {
        name: onceWithoutCircles((name) => {
            if (name === 'target')
                return attributesByTarget(targets, scope);
            if (name === 'BAKE_CMD_CONTEXT')
                return 'cwd://';
            if (name === 'BAKE_LOCAL_PLATFORM')
                throw new FleetingValue(`${name} depends on the machine`);
            const found = variables.get(name);
            return found && inFile(found.file, () => evaluate(found.one, scope));
        }),
        call: (name, args) => {
            const own = functions.get(name);
            if (!own)
                return callFunction(name, args);
            if (depth > DEEPEST)
                throw new WrongValue(`${name} calls itself`);
            depth++;
            try {
                return inFile(own.file, () => callOwn(own.one, args, scope));
            }
            finally {
                depth--;
            }
        },
    };
    return scope;
};
/** Without a default a variable is empty; one that says its type is null. */
const unset = (variable) => ({
    kind: 'literal',
    value: attributeOf(variable, 'type') ? null : '',
    line: variable.line,
});
const onceWithoutCircles = (read) => {
    const known = new Map();
    const under = new Set();
    return (name) => {
        if (known.has(name))
            return known.get(name);
        if (under.has(name))
            throw new WrongValue(`${name} is made from itself`);
        under.add(name);
        try {
            const value = read(name);
            known.set(name, value);
            return value;
        }
        finally {
            under.delete(name);
        }
    };
};
/** `target.app.args`: worked out when somebody asks for it. */
const attributesByTarget = (targets, scope) => {
    const byName = targets.map(({ file, one }) => {
        const attributes = one.body.attributes.map(({ name, value }) => [
            name,
            { enumerable: true, get: () => inFile(file, () => evaluate(value, scope)) },
        ]);
        return [one.labels[0] ?? '', Object.defineProperties({}, Object.fromEntries(attributes))];
    });
    return Object.fromEntries(byName);
};
const callOwn = (block, args, scope) => {
    const result = attributeOf(block, 'result');
    if (!result)
        throw new HclError(`the function ${block.labels[0]} has no result`, block.line);
    const names = namesIn(attributeOf(block, 'params'));
    const [rest] = namesIn(attributeOf(block, 'variadic_params'));
    if (args.length < names.length)
        throw new WrongValue(`${block.labels[0]} takes ${names.join(', ')}`);
    const given = names.map((name, at) => [name, args[at]?.() ?? null]);
    const others = rest === undefined ? [] : [[rest, args.slice(names.length).map((arg) => arg())]];
    return evaluate(result.value, withNames(scope, Object.fromEntries([...given, ...others])));
};
/** `[a, b]` in HCL, `["a", "b"]` in JSON; `variadic_params` may be one name alone. */
const namesIn = (attribute) => {
    if (!attribute)
        return [];
    const { value } = attribute;
    const items = value.kind === 'list' ? value.items : [value];
    return items.map((item) => item.kind === 'name' ? item.name : item.kind === 'literal' ? String(item.value) : '');
};

;// CONCATENATED MODULE: ./.build/catalog/bake/targets.js




const readTargets = (sources, scope) => {
    const targets = new Map();
    const groups = new Map();
    const into = (map, key, values) => map.set(key, [...(map.get(key) ?? []), ...values]);
    for (const { file, one: block } of blocksOf(sources, 'group'))
        into(groups, labelOf(block), inFile(file, () => textsOf(block, 'targets', scope) ?? []));
    for (const { file, one: block } of blocksOf(sources, 'target')) {
        const layers = inFile(file, () => expand(file, block, scope));
        for (const [name, layer] of layers)
            into(targets, name, [layer]);
        if (attributeOf(block, 'matrix'))
            into(groups, labelOf(block), layers.map(([name]) => name));
    }
    return { targets, groups };
};
const labelOf = ({ labels }) => labels[0] ?? '';
/** The value of an attribute in the words of one line; undefined where it is not set. */
const settingOf = (block, name, scope, read) => {
    const attribute = attributeOf(block, name);
    if (!attribute)
        return undefined;
    const value = evaluate(attribute.value, scope);
    if (value === null)
        return undefined;
    try {
        return read(value);
    }
    catch (error) {
        if (error instanceof WrongValue)
            throw new HclError(`${name}: ${error.message}`, attribute.line);
        throw error;
    }
};
const textsOf = (block, name, scope) => settingOf(block, name, scope, (value) => asList(value)
    .filter((item) => item !== null)
    .map(asText));
/** A target with a matrix is as many as its values make together, each with a name of its own. */
const expand = (file, block, scope) => {
    const matrix = settingOf(block, 'matrix', scope, (value) => entriesOf(asMap(value)).map(([name, values]) => [name, asList(values)]));
    const scopes = matrix ? combinations(matrix).map((names) => withNames(scope, names)) : [scope];
    const layers = scopes.map((inner) => {
        const name = matrix ? settingOf(block, 'name', inner, asText) : undefined;
        return [name ?? labelOf(block), { file, block, scope: inner }];
    });
    const twice = layers.find(([name], at) => layers.findIndex(([other]) => other === name) < at);
    if (twice)
        throw new HclError(`its matrix gives the name ${twice[0]} twice`, block.line);
    return layers;
};
const combinations = (matrix) => matrix.reduce((all, [name, values]) => values.flatMap((value) => all.map((one) => ({ ...one, [name]: value }))), [{}]);

;// CONCATENATED MODULE: ./.build/catalog/bake/choose.js


/**
 * The targets that are services: what `docker buildx bake` builds without being told, the group or target `default`; where
 * there is none, each target but those that only others inherit from.
 */
const chooseTargets = (targets) => {
    if (targets.groups.has('default') || targets.targets.has('default'))
        return [...new Set(membersOf(targets, 'default'))];
    const inGroups = [...targets.groups.keys()].flatMap((group) => membersOf(targets, group));
    const inherited = inheritedBy(targets);
    const alone = [...targets.targets.keys()].filter((name) => !inherited.has(name) && !name.startsWith('_') && !targets.groups.has(name));
    return [...targets.targets.keys()].filter((name) => inGroups.includes(name) || alone.includes(name));
};
const membersOf = ({ groups, targets }, name, above = []) => {
    const members = above.includes(name) ? undefined : groups.get(name);
    if (!members)
        return targets.has(name) || above.length > 0 ? [name] : [];
    return members.flatMap((member) => member === name ? [name] : membersOf({ groups, targets }, member, [...above, name]));
};
const inheritedBy = ({ targets }) => new Set([...targets.values()].flat().flatMap(({ file, block, scope }) => {
    try {
        return inFile(file, () => textsOf(block, 'inherits', scope) ?? []);
    }
    catch (error) {
        if (error instanceof HclError)
            return [];
        throw error;
    }
}));

// EXTERNAL MODULE: ./.build/catalog/bake/files.js
var bake_files = __webpack_require__(52185);
;// CONCATENATED MODULE: ./.build/catalog/bake/hcl/cursor.js

const cursor_DEEPEST = 200;
/** A place in the text that is read. Inside of brackets a line's end means nothing. */
class Cursor {
    text;
    firstLine;
    at = 0;
    nested = [false];
    constructor(text, firstLine = 1) {
        this.text = text;
        this.firstLine = firstLine;
    }
    known = { at: 0, line: 0 };
    /** Counted on from where it was asked last. */
    get line() {
        if (this.known.at > this.at)
            this.known = { at: 0, line: 0 };
        let { line } = this.known;
        for (let end = this.text.indexOf('\n', this.known.at); end >= 0 && end < this.at; line++)
            end = this.text.indexOf('\n', end + 1);
        this.known = { at: this.at, line };
        return this.firstLine + line;
    }
    fail(message) {
        throw new HclError(message, this.line);
    }
    get ended() {
        return this.at >= this.text.length;
    }
    /** Reads with line ends that count, or do not. */
    within(linesCount, read) {
        if (this.nested.length > cursor_DEEPEST)
            this.fail('brackets are nested too deeply');
        this.nested.push(!linesCount);
        const result = read();
        this.nested.pop();
        return result;
    }
    get linesCount() {
        return !this.nested.at(-1);
    }
    /** Over spaces and comments, and over line ends where they do not count. */
    space() {
        const blank = this.nested.at(-1) ? /\s*/y : /[^\S\n]*/y;
        for (;;) {
            this.match(blank);
            if (!this.match(/\/\*[\s\S]*?\*\/|(?:#|\/\/)[^\n]*/y))
                return;
        }
    }
    /** Over everything between two items. */
    lines() {
        this.within(false, () => this.space());
    }
    match(pattern) {
        pattern.lastIndex = this.at;
        const found = pattern.exec(this.text);
        if (!found)
            return null;
        this.at += found[0].length;
        return found[0];
    }
    /** After spaces. */
    take(pattern) {
        this.space();
        return this.match(pattern);
    }
    /** Whether the pattern stands exactly here. */
    ends(pattern) {
        pattern.lastIndex = this.at;
        return pattern.test(this.text);
    }
    /** Whether it comes after spaces. */
    looking(pattern) {
        this.space();
        return this.ends(pattern);
    }
    expect(pattern, what) {
        return this.take(pattern) ?? this.fail(`${what} is expected before ${this.shown()}`);
    }
    shown() {
        const [rest = ''] = this.text.slice(this.at).split('\n');
        return rest === '' ? 'the end of the line' : JSON.stringify(rest.slice(0, 20));
    }
}

;// CONCATENATED MODULE: ./.build/catalog/bake/hcl/template.js
const ESCAPES = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
/** What stands between quotation marks. */
const quoted = (cursor, expression) => {
    const line = cursor.line;
    const template = templateUntil(cursor, /"/y, true, expression, line);
    cursor.match(/"/y);
    return template;
};
/** A whole text as a template: what a JSON file's strings are. */
const wholeTemplate = (cursor, expression) => templateUntil(cursor, /$(?![\s\S])/y, false, expression, cursor.line);
const templateUntil = (cursor, end, escapes, expression, line) => {
    const parts = [];
    while (!cursor.ends(end)) {
        if (cursor.ended)
            cursor.fail('a text does not end');
        const text = plainText(cursor, end, escapes);
        const marker = cursor.match(/\$\{~?/y);
        const value = marker === '${~' ? text.trimEnd() : text;
        if (value !== '')
            parts.push({ kind: 'literal', value, line });
        if (marker !== null)
            parts.push(interpolated(cursor, expression));
    }
    const [only] = parts;
    if (parts.length === 1 && only?.kind === 'literal')
        return only;
    return { kind: 'template', parts, line };
};
/** Up to what is put in between, or to the end. */
const plainText = (cursor, end, escapes) => {
    let text = '';
    while (!cursor.ended && !cursor.ends(end) && !cursor.ends(/\$\{/y)) {
        if (cursor.match(/%\{/y))
            cursor.fail('a template directive, %{ … }, is not read here');
        if (cursor.match(/\$\$\{/y))
            text += '${';
        else if (cursor.match(/%%\{/y))
            text += '%{';
        else if (escapes && cursor.match(/\\/y))
            text += escaped(cursor);
        else
            text += cursor.match(/[\s\S]/y);
    }
    return text;
};
const interpolated = (cursor, expression) => cursor.within(false, () => {
    const value = expression(cursor);
    cursor.expect(/~?\}/y, '}');
    if (cursor.text[cursor.at - 2] === '~')
        cursor.match(/\s+/y);
    return value;
});
const escaped = (cursor) => {
    const code = cursor.match(/u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}/y);
    if (code)
        return String.fromCodePoint(Number.parseInt(code.slice(1), 16));
    const letter = cursor.match(/[\s\S]/y) ?? '';
    return ESCAPES[letter] ?? cursor.fail(`\\${letter} is no escape`);
};
/** `<<END` and `<<-END`, which takes the indentation away that all lines share. */
const heredoc = (cursor, make, expression) => {
    const flush = cursor.match(/-/y) !== null;
    const word = cursor.match(/[\w-]+/y) ?? cursor.fail('a word is expected behind <<');
    cursor.match(/[^\S\n]*\n/y) ?? cursor.fail('a line end is expected behind the word of <<');
    const line = cursor.line;
    const lines = [];
    for (;;) {
        if (cursor.ended)
            cursor.fail(`the text <<${word} does not end`);
        const next = cursor.match(/[^\n]*/y) ?? '';
        if (next.trim() === word)
            break;
        lines.push(next);
        cursor.match(/\n/y);
    }
    const indent = flush ? sharedIndent(lines) : 0;
    const text = lines.map((one) => `${one.slice(Math.min(indent, one.length))}\n`).join('');
    return wholeTemplate(make(text, line), expression);
};
const sharedIndent = (lines) => {
    const indents = lines
        .filter((line) => line.trim() !== '')
        .map((line) => line.length - line.trimStart().length);
    return indents.length > 0 ? Math.min(...indents) : 0;
};

;// CONCATENATED MODULE: ./.build/catalog/bake/hcl/expression.js



const IDENTIFIER = /[\p{L}_][\p{L}\p{N}_-]*/uy;
/** From the loosest to the tightest. */
const LEVELS = [/\|\|/y, /&&/y, /==|!=/y, /<=|>=|<|>/y, /[+-]/y, /[*/%]/y];
const readExpression = (cursor) => {
    const test = readLevel(cursor, 0);
    const { line } = test;
    if (!cursor.take(/\?/y))
        return test;
    const then = readExpression(cursor);
    cursor.expect(/:/y, ':');
    return { kind: 'conditional', test, then, otherwise: readExpression(cursor), line };
};
/** A text of a JSON file. */
const readTemplate = (text, line) => wholeTemplate(new Cursor(text, line), readExpression);
const readLevel = (cursor, level) => {
    const operators = LEVELS[level];
    if (!operators)
        return readUnary(cursor);
    let left = readLevel(cursor, level + 1);
    for (let found = cursor.take(operators); found !== null; found = cursor.take(operators)) {
        const right = readLevel(cursor, level + 1);
        left = { kind: 'binary', operator: found, left, right, line: left.line };
    }
    return left;
};
const readUnary = (cursor) => {
    const operator = cursor.take(/!(?!=)|-/y);
    if (operator === null)
        return readSteps(cursor, readTerm(cursor));
    const of = cursor.within(cursor.linesCount, () => readUnary(cursor));
    return { kind: 'unary', operator, of, line: cursor.line };
};
/** `.name`, `[key]`, `.0` and the splats behind a term. */
const readSteps = (cursor, term) => {
    const { line } = cursor;
    if (cursor.take(/\.\*|\[\s*\*\s*\]/y) !== null) {
        const rest = readSteps(cursor, { kind: 'name', name: ITEM, line });
        return { kind: 'splat', of: term, rest, line };
    }
    if (cursor.take(/\.(?!\.)/y) !== null) {
        const name = cursor.match(IDENTIFIER) ?? cursor.match(/\d+/y) ?? cursor.fail('a name is expected behind .');
        return readSteps(cursor, { kind: 'index', of: term, key: { kind: 'literal', value: name, line }, line });
    }
    if (cursor.take(/\[/y) === null)
        return term;
    const key = cursor.within(false, () => {
        const read = readExpression(cursor);
        cursor.expect(/\]/y, ']');
        return read;
    });
    return readSteps(cursor, { kind: 'index', of: term, key, line });
};
const CONSTANTS = { true: true, false: false, null: null };
const readTerm = (cursor) => {
    const { line } = cursor;
    const number = cursor.take(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    if (number !== null)
        return { kind: 'literal', value: Number(number), line: cursor.line };
    if (cursor.match(/"/y) !== null)
        return quoted(cursor, readExpression);
    if (cursor.match(/<</y) !== null)
        return heredoc(cursor, (text, at) => new Cursor(text, at), readExpression);
    if (cursor.match(/\(/y) !== null)
        return readParenthesis(cursor);
    if (cursor.match(/\[/y) !== null)
        return cursor.within(false, () => readFor(cursor, /\]/y) ?? readList(cursor, line));
    if (cursor.match(/\{/y) !== null)
        return cursor.within(false, () => readFor(cursor, /\}/y)) ?? readObject(cursor, line);
    const name = cursor.expect(IDENTIFIER, 'a value');
    if (cursor.match(/\(/y) !== null)
        return readCall(cursor, name);
    const constant = CONSTANTS[name];
    return constant === undefined
        ? { kind: 'name', name, line: cursor.line }
        : { kind: 'literal', value: constant, line: cursor.line };
};
const readParenthesis = (cursor) => cursor.within(false, () => {
    const inner = readExpression(cursor);
    cursor.expect(/\)/y, ')');
    return inner;
});
const readCall = (cursor, name) => cursor.within(false, () => {
    const { line } = cursor;
    const args = [];
    let spread = false;
    while (!cursor.looking(/\)/y)) {
        args.push(readExpression(cursor));
        spread = cursor.take(/\.\.\./y) !== null;
        if (cursor.take(/,/y) === null)
            break;
    }
    cursor.expect(/\)/y, ')');
    return { kind: 'call', name, args, spread, line };
});
const readList = (cursor, line) => {
    const items = [];
    while (!cursor.looking(/\]/y)) {
        items.push(readExpression(cursor));
        if (cursor.take(/,/y) === null)
            break;
    }
    cursor.expect(/\]/y, ']');
    return { kind: 'list', items, line };
};
/** Items end with a comma or with their line. */
const readObject = (cursor, line) => cursor.within(true, () => {
    const items = [];
    for (cursor.lines(); !cursor.looking(/\}/y); cursor.lines()) {
        const key = readKey(cursor);
        cursor.expect(/=|:/y, '=');
        cursor.lines();
        items.push([key, readExpression(cursor)]);
        if (cursor.take(/,|\n/y) === null && !cursor.looking(/\}/y))
            cursor.fail('a comma or a new line is expected');
    }
    cursor.expect(/\}/y, '}');
    return { kind: 'object', items, line };
});
/** A word is itself; what else it is stands in parentheses or in quotation marks. */
const readKey = (cursor) => {
    const { line } = cursor;
    const start = cursor.at;
    const word = cursor.match(IDENTIFIER);
    if (word !== null && cursor.looking(/=|:/y))
        return { kind: 'literal', value: word, line };
    cursor.at = start;
    return readExpression(cursor);
};
/** Null where the brackets hold no `for`. */
const readFor = (cursor, end) => {
    const { line } = cursor;
    if (cursor.take(/for(?=[\s])/y) === null)
        return null;
    const names = [cursor.expect(IDENTIFIER, 'a name')];
    if (cursor.take(/,/y) !== null)
        names.push(cursor.expect(IDENTIFIER, 'a name'));
    cursor.expect(/in\b/y, 'in');
    const list = readExpression(cursor);
    cursor.expect(/:/y, ':');
    const first = readExpression(cursor);
    const second = cursor.take(/=>/y) === null ? null : readExpression(cursor);
    const grouped = cursor.take(/\.\.\./y) !== null;
    const test = cursor.take(/if\b/y) === null ? null : readExpression(cursor);
    cursor.expect(end, 'the end of the for');
    const [key, value] = second ? [first, second] : [null, first];
    return { kind: 'for', names, list, key, value, test, grouped, line };
};

;// CONCATENATED MODULE: ./.build/catalog/bake/hcl/body.js


const WORD = /[\p{L}_][\p{L}\p{N}_-]*/uy;
/** A file of HCL. Throws an HclError where it stops being one. */
const readHcl = (text) => readBody(new Cursor(text.replace(/\r\n/g, '\n')), /$(?![\s\S])/y);
const readBody = (cursor, end) => {
    const attributes = [];
    const blocks = [];
    for (cursor.lines(); !cursor.looking(end); cursor.lines()) {
        const { line } = cursor;
        const name = cursor.expect(WORD, 'a name');
        if (cursor.take(/=(?!=)/y) !== null)
            attributes.push({ name, value: readExpression(cursor), line });
        else
            blocks.push(readBlock(cursor, name, line));
        if (cursor.take(/\n/y) === null && !cursor.looking(end))
            cursor.fail('a new line is expected');
    }
    cursor.match(end);
    return { attributes, blocks };
};
const readBlock = (cursor, type, line) => {
    const labels = [];
    for (let label = readLabel(cursor); label !== null; label = readLabel(cursor))
        labels.push(label);
    cursor.expect(/\{/y, '{ or =');
    return { type, labels, body: readBody(cursor, /\}/y), line };
};
const readLabel = (cursor) => cursor.take(/"[^"\n]*"/y)?.slice(1, -1) ?? cursor.take(WORD);

// EXTERNAL MODULE: ./node_modules/@humanwhocodes/momoa/dist/momoa.js
var momoa = __webpack_require__(93162);
;// CONCATENATED MODULE: ./.build/catalog/bake/hcl/json.js



/** What is a block in a bake file, and how many labels it has; everything else is an attribute. */
const BLOCKS = { target: 1, group: 1, variable: 1, function: 1 };
/** The JSON form of a bake file. Throws an HclError where it is none. */
const readJson = (text) => {
    const document = parsed(text);
    if (document.body.type !== 'Object')
        throw new HclError('a map of blocks is expected', 1);
    return bodyOf(document.body.members, BLOCKS);
};
const parsed = (text) => {
    try {
        return (0,momoa/* parse */.qg)(text);
    }
    catch (error) {
        const { line = 1, message } = error;
        throw new HclError(message.replace(/ \(\d+:\d+\)$/, ''), line);
    }
};
const nameOf = ({ name }) => (name.type === 'String' ? name.value : name.name);
const bodyOf = (members, blocks) => ({
    attributes: members
        .filter((member) => blocks[nameOf(member)] === undefined)
        .map((member) => ({
        name: nameOf(member),
        value: expressionOf(member.value),
        line: member.loc.start.line,
    })),
    blocks: members
        .filter((member) => blocks[nameOf(member)] !== undefined)
        .flatMap((member) => json_blocksOf(nameOf(member), member.value)),
});
/** A label is a key; several of one label are a list. */
const json_blocksOf = (type, value) => {
    if (value.type === 'Array')
        return value.elements.flatMap((element) => json_blocksOf(type, element.value));
    if (value.type !== 'Object')
        throw new HclError(`${type} is not a map`, value.loc.start.line);
    return value.members.flatMap((member) => {
        const bodies = member.value.type === 'Array' ? member.value.elements.map((one) => one.value) : [member.value];
        return bodies.map((body) => {
            if (body.type !== 'Object')
                throw new HclError(`${nameOf(member)} is not a map`, body.loc.start.line);
            return { type, labels: [nameOf(member)], body: bodyOf(body.members, {}), line: member.loc.start.line };
        });
    });
};
const expressionOf = (value) => {
    const { line } = value.loc.start;
    switch (value.type) {
        case 'String':
            return readTemplate(value.value, line);
        case 'Number':
        case 'Boolean':
            return { kind: 'literal', value: value.value, line };
        case 'Array':
            return { kind: 'list', items: value.elements.map((element) => expressionOf(element.value)), line };
        case 'Object':
            return {
                kind: 'object',
                items: value.members.map((member) => [
                    readTemplate(nameOf(member), line),
                    expressionOf(member.value),
                ]),
                line,
            };
        default:
            return { kind: 'literal', value: null, line };
    }
};

;// CONCATENATED MODULE: ./.build/catalog/bake/resolve.js





const NOTHING = { args: {}, contexts: {}, labels: {}, annotations: {}, warnings: [] };
const resolved = new WeakMap();
/** Each target once. Throws an HclError where something of it cannot be worked out. */
const resolve = (targets, name, below = []) => {
    const known = resolved.get(targets) ?? new Map();
    resolved.set(targets, known);
    const found = known.get(name) ?? resolveNew(targets, name, below);
    known.set(name, found);
    return found;
};
const resolveNew = (targets, name, below) => {
    const layers = targets.targets.get(name);
    if (!layers)
        throw new HclError(`there is no target ${name}`, 1);
    const inherited = layers
        .flatMap((layer) => basesOf(targets, layer))
        .filter((other) => other !== name && !below.includes(other))
        .map((other) => resolve(targets, other, [...below, name]));
    return [...inherited, ...layers.map(readLayer)].reduce(merge, NOTHING);
};
const basesOf = ({ targets }, { file, block, scope }) => inFile(file, () => {
    const names = textsOf(block, 'inherits', scope) ?? [];
    const lost = names.find((name) => !targets.has(name));
    if (lost === undefined)
        return names;
    throw new HclError(`there is no target ${lost}`, attributeOf(block, 'inherits')?.line ?? block.line);
});
/** A text or a list takes the place of the one before; maps go on. (buildx, bake.go, Target.Merge) */
const merge = (before, after) => ({
    context: after.context ?? before.context,
    dockerfile: after.dockerfile ?? before.dockerfile,
    inline: after.inline ?? before.inline,
    target: after.target ?? before.target,
    args: { ...before.args, ...after.args },
    contexts: { ...before.contexts, ...after.contexts },
    labels: { ...before.labels, ...after.labels },
    annotations: { ...before.annotations, ...after.annotations },
    platforms: after.platforms ?? before.platforms,
    tags: after.tags ?? before.tags,
    image: after.image ?? before.image,
    warnings: [...before.warnings, ...after.warnings],
});
const readLayer = (layer) => inFile(layer.file, () => {
    const { file, block, scope } = layer;
    const inline = settingOf(block, 'dockerfile-inline', scope, asText);
    return {
        context: settingOf(block, 'context', scope, asText),
        dockerfile: settingOf(block, 'dockerfile', scope, asText),
        inline: inline === undefined ? undefined : { text: inline, file },
        target: settingOf(block, 'target', scope, asText),
        contexts: settingOf(block, 'contexts', scope, textMap) ?? {},
        labels: whereKnown(() => settingOf(block, 'labels', scope, textMap)) ?? {},
        annotations: annotationsOf(whereKnown(() => textsOf(block, 'annotations', scope)) ?? []),
        platforms: textsOf(block, 'platforms', scope),
        tags: whereKnown(() => textsOf(block, 'tags', scope)),
        image: whereKnown(() => settingOf(block, 'output', scope, givesImage)),
        ...resolve_argumentsOf(layer),
    };
});
/** `KEY=VALUE`, with a level such as `manifest:` before it or not. */
const annotationsOf = (texts) => Object.fromEntries(texts.flatMap((text) => {
    const equals = text.indexOf('=');
    return equals < 0 ? [] : [[text.slice(0, equals), text.slice(equals + 1)]];
}));
const textMap = (value) => Object.fromEntries(entriesOf(asMap(value)).flatMap(([key, inner]) => (inner === null ? [] : [[key, asText(inner)]])));
/** How an image is called, and where it goes, decides nothing about it; a label that each moment has another value of is none. */
const whereKnown = (work) => {
    try {
        return work();
    }
    catch (error) {
        if (error instanceof HclError)
            return undefined;
        throw error;
    }
};
/** `type=local`, `type=tar` and a bare path give files, `type=cacheonly` gives nothing. */
const givesImage = (value) => {
    const outputs = asList(value);
    const types = outputs.map((output) => isMap(output) ? output.type : (/(?:^|,)type=([^,]*)/.exec(asText(output))?.[1] ?? 'local'));
    return outputs.length === 0 || types.some((type) => IMAGES.includes(type ?? 'local'));
};
const IMAGES = ['image', 'registry', 'docker', 'oci'];
/** An argument that each moment has another value of would make each build another one: it is built without. */
const resolve_argumentsOf = ({ file, block, scope }) => {
    const expression = attributeOf(block, 'args')?.value;
    if (expression?.kind !== 'object')
        return { args: settingOf(block, 'args', scope, textMap) ?? {}, warnings: [] };
    const args = {};
    const warnings = [];
    for (const [name, value] of expression.items) {
        try {
            Object.assign(args, textMap(evaluate({ ...expression, items: [[name, value]] }, scope)));
        }
        catch (error) {
            if (!(error instanceof Undecided))
                throw error;
            warnings.push(`the argument of ${error.file ?? file}:${value.line} has no value: ${error.message}`);
        }
    }
    return { args, warnings };
};

// EXTERNAL MODULE: ./.build/catalog/named-context.js
var named_context = __webpack_require__(27033);
// EXTERNAL MODULE: ./.build/catalog/naming.js
var naming = __webpack_require__(67948);
// EXTERNAL MODULE: ./.build/catalog/service.js
var service = __webpack_require__(64293);
;// CONCATENATED MODULE: ./.build/catalog/bake/service.js




/** `cwd://` is where bake is called: the repository's root. */
const here = (path) => path.replace(/^cwd:\/\//, '') || '.';
const serviceOf = (name, resolved) => {
    const text = here(resolved.context ?? '.');
    if ((0,named_context/* isRemote */.Vx)(text))
        return { leftOut: 'its context is not in this repository' };
    const context = (0,named_context/* inside */.nx)(text);
    if (context === null)
        return { leftOut: `its context ${text} is outside of this repository` };
    const { inline, target = null, args, labels, annotations } = resolved;
    const dockerfile = inline ? inline.file : dockerfileOf(context, resolved.dockerfile || 'Dockerfile');
    if (dockerfile === null)
        return { leftOut: `its Dockerfile ${resolved.dockerfile} is outside of this repository` };
    const { contexts, lost } = (0,named_context/* namedContexts */.uf)(mapPaths(resolved.contexts));
    if (lost.length > 0)
        return { leftOut: `its context ${lost.join(', ')} is not in this repository` };
    const place = { path: (0,naming/* ownFolder */.v)(name, dockerfile, context), dockerfile, context };
    const platforms = (resolved.platforms ?? []).filter((platform) => !['', 'local'].includes(platform));
    return {
        service: {
            ...service/* PLAIN */.t,
            name,
            ...place,
            inline: inline?.text ?? null,
            target: target || null,
            args,
            contexts,
            labels,
            annotations,
            platforms,
        },
    };
};
const dockerfileOf = (context, dockerfile) => dockerfile.startsWith('cwd://')
    ? (0,named_context/* inside */.nx)(here(dockerfile))
    : dockerfile.startsWith('/')
        ? null
        : (0,named_context/* inside */.nx)(external_node_path_.posix.join(context, dockerfile));
const mapPaths = (contexts) => Object.fromEntries(Object.entries(contexts).map(([name, text]) => [name, here(text)]));

;// CONCATENATED MODULE: ./.build/catalog/bake/discover.js












/** The services that the bake files at the root build; null where they build none. */
const discoverBake = async (objects, root) => {
    const texts = await Promise.all(bake_files/* BAKE_FILES */.A.map(async (file) => [file, await (0,tree/* textAt */.$6)(objects, root, file)]));
    const files = new Map(texts.flatMap(([file, text]) => (text === null ? [] : [[file, text]])));
    return files.size === 0 ? null : readBake(files);
};
/** Two commits mostly hold the same files; the same texts always read the same. */
const remembered = new Map();
const readBake = (files) => {
    const key = JSON.stringify([...files]);
    const known = remembered.get(key);
    const read = known === undefined ? readAll(files) : known;
    remembered.set(key, read);
    return read;
};
const readAll = (files) => {
    try {
        const sources = [...files].map(([file, text]) => ({ file, body: inFile(file, () => read(file, text)) }));
        const targets = readTargets(sources, scopeOf(sources));
        const warnings = [];
        const candidates = withThoseTheyNeed(targets, chooseTargets(targets), warnings);
        const settled = (0,catalog_candidates/* settle */.G)(candidates);
        return settled.services.length === 0 && settled.warnings.length === 0
            ? null
            : { services: settled.services, warnings: [...warnings, ...settled.warnings] };
    }
    catch (error) {
        if (error instanceof HclError)
            throw new words/* StaggerError */.IY(unreadable(error, files));
        throw error;
    }
};
const read = (file, text) => file.endsWith('.json') ? readJson(text) : readHcl(text);
/** A target that another one's contexts name is built as well: only so can be seen that it changed. */
const withThoseTheyNeed = (targets, chosen, warnings) => {
    const candidates = new Map();
    const waiting = chosen.filter((name) => discover_givesImage(targets, name));
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        const known = name.toLowerCase();
        if (candidates.has(known))
            continue;
        const candidate = candidateOf(targets, name, warnings);
        candidates.set(known, candidate);
        if ('service' in candidate)
            waiting.push(...neededBy(targets, candidate));
    }
    return [...candidates.values()];
};
/** What gives only files, or nothing, is a service where another one is built from it. */
const discover_givesImage = (targets, name) => {
    const resolved = resolveOrWhy(targets, name);
    return 'leftOut' in resolved || resolved.image !== false;
};
const neededBy = ({ targets }, { service }) => Object.values(service.contexts).flatMap((context) => context.kind === 'service'
    ? [...targets.keys()].filter((name) => name.toLowerCase() === context.service)
    : []);
const candidateOf = (targets, target, warnings) => {
    const name = target.toLowerCase();
    if (!(0,words/* isServiceName */.tN)(name))
        return {
            name,
            images: [],
            leftOut: 'its name cannot be the name of a service: letters and digits, joined by one of _ -',
        };
    const resolved = resolveOrWhy(targets, target);
    if ('leftOut' in resolved)
        return { name, images: [], ...resolved };
    warnings.push(...resolved.warnings.map((text) => `${name}: ${text}`));
    return { name, images: resolved.tags ?? [], ...serviceOf(name, resolved) };
};
const resolveOrWhy = (targets, name) => {
    try {
        return resolve(targets, name);
    }
    catch (error) {
        if (!(error instanceof HclError))
            throw error;
        return { leftOut: error.file === null ? error.message : `${error.file}:${error.line}: ${error.message}` };
    }
};
const unreadable = ({ file, line, message }, files) => {
    const name = file ?? [...files.keys()][0] ?? '';
    const text = (files.get(name) ?? '').split('\n')[line - 1] ?? '';
    return {
        code: 'bake-file',
        fault: 'caller',
        problem: `${name} cannot be read`,
        why: message,
        fix: `docker buildx bake --print   (shows what buildx itself makes of it); or declare the services in stagger.yml, with discover: false`,
        at: { file: name, line, column: text.length - text.trimStart().length + 1, text },
    };
};


/***/ })

};
