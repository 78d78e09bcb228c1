export const id = 766;
export const ids = [766];
export const modules = {

/***/ 4976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ inputsName),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ge: () => (/* binding */ checkedPrefix),
/* harmony export */   tY: () => (/* binding */ localImage),
/* harmony export */   zb: () => (/* binding */ stagingName)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9231);

/** What the registry calls the image of these inputs. */
const inputsName = (fingerprint) => `in-${fingerprint.slice('sha256:'.length)}`;
/** Carries a push to an engine that can push names only, and is none: nothing looks it up. */
const stagingName = (unique) => `staging-${unique}`;
const localImage = (service, fingerprint) => `${service}:${inputsName(fingerprint)}`;
/** Pull requests write to a repository of their own: main adopts nothing that anybody could have planted. */
const repositoryOf = (prefix, service, pullRequest) => pullRequest ? `${prefix}/pr/${service}` : `${prefix}/${service}`;
const HOST = /^(?:[a-zA-Z0-9.-]+|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;
const FOLDER = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const badPrefix = (prefix, why) => ({
    code: 'bad-registry',
    fault: 'caller',
    problem: `${JSON.stringify(prefix)} is not where images can go`,
    why,
    fix: 'name a registry and a folder in it, e.g. --registry ghcr.io/OWNER/REPOSITORY or 127.0.0.1:5000/shop',
});
/** The prefix without a trailing slash. */
const checkedPrefix = (prefix) => {
    const [host = '', ...folders] = prefix.replace(/\/+$/, '').split('/');
    const refuse = (why) => new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY(badPrefix(prefix, why));
    if (/^https?:$/.test(host))
        throw refuse('it is an address; images are named without https://');
    if (!HOST.test(host) || !/[.:]|^localhost$/.test(host))
        throw refuse(`${host} is not a registry's host`);
    const odd = folders.find((folder) => !FOLDER.test(folder));
    if (odd !== undefined)
        throw refuse(`${JSON.stringify(odd)} is not lower-case letters, digits, . _ and -`);
    return [host, ...folders].join('/');
};


/***/ }),

/***/ 6164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H5: () => (/* binding */ baseFailed),
  Xd: () => (/* binding */ noRegistry),
  lE: () => (/* binding */ notHermetic),
  CE: () => (/* binding */ notYetBuilt),
  HK: () => (/* binding */ pushLost),
  mu: () => (/* binding */ stageFailed)
});

;// CONCATENATED MODULE: ./.build/image/output.js
/** How much of a failed build's output stands in the error itself; all of it stands in the log. */
const TAIL = 20;
/** What BuildKit prints before each line of a step: its number and, for a command's output, the time. */
const PREFIX = /^#\d+ (?:\d+\.\d+ )?/;
/** What the step that failed said, without BuildKit's own numbers; else the last lines of all. */
const failureTail = (lines) => {
    const step = lines.map((line) => /^(#\d+ )ERROR/.exec(line)?.[1]).find((found) => found !== undefined);
    const said = step ? lines.filter((line) => line.startsWith(step)) : lines;
    return said
        .map((line) => line.replace(PREFIX, ''))
        .filter((line) => line.trim() !== '' && !/^sha256:[0-9a-f]{64}$/.test(line))
        .slice(-TAIL)
        .join('\n');
};

;// CONCATENATED MODULE: ./.build/image/problems.js

/** BuildKit's words for a COPY source that the context does not hold. */
const MISSING = /"\/?([^"]+)"(?:: | )not found/;
const stageFailed = ({ service }, stage, lines) => {
    const missing = MISSING.exec(lines.join('\n'))?.[1];
    const where = stage === 'test' ? 'the stage test' : service.target ? `the stage ${service.target}` : 'the last stage';
    return {
        code: stage === 'test' ? 'tests-failed' : 'build-failed',
        fault: 'thing',
        problem: stage === 'test' ? `${service.name}'s tests failed` : `${service.name} could not be built`,
        why: `${where} of ${service.dockerfile} ended with:\n${failureTail(lines)}`,
        fix: missing
            ? `a build gets only the tracked files that a COPY, an ADD or a bind mount names: track ${missing} (git add), and let no ignore file leave it out`
            : `docker build --file ${service.dockerfile} ${stage === 'test' ? '--target test ' : ''}${service.context}   shows it here; a file that no instruction names is not there in a build`,
    };
};
/** Why a service without a fingerprint cannot be built. */
const notHermetic = (planned) => planned.image.inputs.untracked.length > 0 ? untrackedSource(planned) : undecidedBase(planned);
const untrackedSource = ({ service, image }) => {
    const [first] = image.inputs.untracked;
    const sources = image.inputs.untracked.map(({ detail }) => detail);
    return {
        code: 'untracked-source',
        fault: 'caller',
        problem: `${service.name} cannot be built from git alone`,
        why: `its Dockerfile copies what git does not track: ${sources.join(', ')}`,
        fix: `make it inside of the Dockerfile, in a stage of its own; or commit it; or declare in stagger.yml what makes it: services: { ${service.name}: { artifacts: [{ path: ${sources[0]}, from: [src/**] }] } }`,
        ...(first ? { at: { file: service.dockerfile, line: first.line, column: 1 } } : {}),
    };
};
const undecidedBase = ({ service, image }) => {
    const edge = image.inputs.edges.find((one) => !image.edges.get(one.service));
    return {
        code: 'undecided-base',
        fault: 'caller',
        problem: `${service.name} cannot be built from git alone`,
        why: `it takes from the image of ${edge?.service}, which has no fingerprint`,
        fix: `stagger inputs ${edge?.service}   (says what it lacks; one that stagger.yml or a warning leaves out cannot be taken from)`,
    };
};
/** What a fingerprint covers and a build cannot give to the engine yet; null where there is nothing of it. */
const notYetBuilt = ({ service, image, }) => {
    const what = (service.artifacts.length > 0 && 'artifacts that are made outside of the image') ||
        (image.inputs.named.some(({ inputs }) => inputs.length > 0) && 'named contexts that are folders') ||
        (service.platforms.length > 0 && 'platforms other than the engine’s own');
    return what
        ? {
            code: 'not-yet-built',
            fault: 'caller',
            problem: `${service.name} can be planned, but not built by stagger yet`,
            why: `it has ${what}`,
            fix: `build it with docker buildx, and let stagger plan say when: matrix.service == '${service.name}'`,
        }
        : null;
};
/** `cause` null: it was not even tried. */
const baseFailed = ({ service }, base, cause) => ({
    code: 'base-failed',
    fault: cause?.fault ?? 'thing',
    problem: `${service.name} was not built`,
    why: `it takes from the image of ${base}, which ${cause ? `failed: ${cause.problem}` : 'is not there'}`,
    fix: `stagger build ${base}   (then this one again)`,
});
const noRegistry = () => ({
    code: 'no-registry',
    fault: 'caller',
    problem: 'there is no registry to push to',
    why: 'neither --registry nor STAGGER_REGISTRY nor registry: in stagger.yml names one',
    fix: 'name it: stagger build --push --registry ghcr.io/OWNER/REPOSITORY   (or 127.0.0.1:5000/shop)',
});
const pushLost = (reference) => ({
    code: 'push-lost',
    fault: 'world',
    problem: `${reference} was pushed and is not in the registry`,
    why: 'the registry took it and does not give it back; the engine may push to another one, e.g. a mirror or its own loopback',
    fix: 'check that the Docker engine and this machine reach the same registry under that name',
});


/***/ }),

/***/ 7554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ namedServices),
/* harmony export */   Z: () => (/* binding */ selectServices)
/* harmony export */ });
/* harmony import */ var _catalog_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8472);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9231);


/** Those asked for by name, whether they changed or not; else those whose image or tests are not good yet. */
const selectServices = ({ services }, names) => {
    if (names.length > 0)
        return namedServices(services, names);
    return services.filter(({ needs }) => needs.includes('build') || needs.includes('test'));
};
/** All unknown names are told at once. */
const namedServices = (services, names) => {
    const valid = services.map(({ service }) => service.name);
    const unknown = names.filter((name) => !valid.includes(name));
    const problems = unknown.map((name) => (0,_catalog_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U)('service', name, valid));
    if (problems.length > 0)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_1__/* .StaggerError */ .IY(...problems);
    return services.filter(({ service }) => names.includes(service.name));
};


/***/ }),

/***/ 5247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ openRegistry)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
// EXTERNAL MODULE: ./.build/platform/clock.js
var platform_clock = __webpack_require__(7078);
;// CONCATENATED MODULE: ./.build/platform/registry-problems.js
const REASONS = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'the host name could not be looked up',
    ECONNRESET: 'it closed the connection',
    ETIMEDOUT: 'it did not answer in time',
};
/** `fetch` says only "fetch failed"; the reason is in its cause. */
const reason = (error) => {
    if (error.name === 'TimeoutError')
        return 'it did not answer in time';
    const { code, message } = (error.cause ?? error);
    return REASONS[code ?? ''] ?? message;
};
const unreachable = (url, error) => ({
    code: 'registry-unreachable',
    fault: 'world',
    problem: `the registry ${new URL(url).host} cannot be reached`,
    why: reason(error),
    fix: 'check the address (--registry, STAGGER_REGISTRY or registry: in stagger.yml) and the network, then run it again',
});
const wrongDigest = (what, claimed, digest) => ({
    code: 'wrong-digest',
    fault: 'world',
    problem: `what the registry sent for ${what} is not what it says`,
    why: `it claims ${claimed}, and the bytes are ${digest}`,
    fix: 'run it again; if it stays, something between here and the registry changes what it carries',
});
/** Of an address only the host is told: a query may hold what is not for everybody. */
const hostIn = (address) => URL.canParse(address) ? new URL(address).host : 'no address at all';
const unsafeRealm = (host, realm) => ({
    code: 'unsafe-realm',
    fault: 'world',
    problem: `the registry ${host} cannot be asked safely`,
    why: `it sends for a token to ${hostIn(realm)}, not over https: a password would be seen on the way`,
    fix: 'name a registry whose tokens come over https, with --registry',
});
const noToken = (host, realm, { status, statusText }) => ({
    code: 'no-token',
    fault: 'world',
    problem: `the registry ${host} cannot be asked`,
    why: `it sends for a token to ${hostIn(realm)}, and that gives none (${[status, statusText].join(' ').trim()})`,
    fix: `see how ${host} is, then run it again`,
});

;// CONCATENATED MODULE: ./.build/platform/registry/challenge.js
/** A word, and for a parameter its value: quoted, or up to the next comma. */
const PIECE = /([\w!#$%&'*+.^`|~-]+)(?:[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?/g;
/** Several may stand in one header, all parted by commas: a word without a value begins the next one. */
const offersIn = (header) => {
    const offers = [];
    for (const [, word = '', quoted, plain] of header.matchAll(PIECE)) {
        const value = quoted?.replace(/\\(.)/g, '$1') ?? plain;
        if (value === undefined)
            offers.push({ scheme: word.toLowerCase(), parameters: new Map() });
        else
            offers.at(-1)?.parameters.set(word.toLowerCase(), value);
    }
    return offers;
};
/** What is taken of a `WWW-Authenticate` header: a token rather than the password with each request. */
const challengeIn = (header) => {
    const offers = offersIn(header ?? '');
    for (const { scheme, parameters } of offers) {
        const realm = parameters.get('realm');
        if (scheme === 'bearer' && realm)
            return { kind: 'bearer', realm, service: parameters.get('service') ?? null };
    }
    return offers.some(({ scheme }) => scheme === 'basic') ? { kind: 'basic' } : null;
};

;// CONCATENATED MODULE: ./.build/platform/registry/secret.js
/** A text that no message, JSON or log shows by accident: whoever sends it has to say so. */
class Secret {
    #text;
    constructor(text) {
        this.#text = text;
    }
    reveal() {
        return this.#text;
    }
    toString() {
        return '[secret]';
    }
    toJSON() {
        return '[secret]';
    }
}
const basic = (user, password) => new Secret(`Basic ${Buffer.from(`${user}:${password.reveal()}`).toString('base64')}`);

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./.build/platform/registry/place.js
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const HUB = ['docker.io', 'index.docker.io'];
const isLoopback = (hostname) => LOOPBACK.test(hostname);
const isDockerHub = (host) => HUB.includes(host);
/** Plain HTTP to this machine only. Docker Hub answers under another name than it is called by. */
const placeOf = (repository) => {
    const slash = repository.indexOf('/');
    const host = repository.slice(0, slash);
    const scheme = isLoopback(host.replace(/:\d+$/, '')) ? 'http' : 'https';
    const server = isDockerHub(host) ? 'registry-1.docker.io' : host;
    return { host, origin: `${scheme}://${server}`, name: repository.slice(slash + 1) };
};

;// CONCATENATED MODULE: ./.build/platform/registry/token.js



const CLIENT = 'stagger';
/** The specification's: what holds where nothing is said, and the least that a token may live. */
const SECONDS = 60;
/**
 * Whether a registry may send for a token to this address: over TLS, or, from this machine's own registry, to this
 * machine. Else a password would go over the wire in clear.
 */
const isSafeRealm = (realm, { origin }) => {
    if (!URL.canParse(realm))
        return false;
    const { protocol, hostname, username, password } = new URL(realm);
    if (username || password)
        return false;
    const local = isLoopback(new URL(origin).hostname) && isLoopback(hostname);
    return protocol === 'https:' || (protocol === 'http:' && local);
};
/** By the distribution specification: an identity token is exchanged, a name and password are shown, nobody just asks. */
const tokenRequest = ({ realm, service }, scope, credentials) => credentials?.kind === 'identity'
    ? exchange(realm, fields(service, scope), credentials.token)
    : query(realm, fields(service, scope), credentials);
const fields = (service, scope) => ({
    ...(service === null ? {} : { service }),
    scope,
});
/** It follows no redirection: a body goes along to wherever that leads. */
const exchange = (realm, asked, token) => {
    const grant = { grant_type: 'refresh_token', client_id: CLIENT, refresh_token: token.reveal() };
    const body = new URLSearchParams({ ...asked, ...grant });
    return { url: realm, init: { method: 'POST', redirect: 'error', body } };
};
const query = (realm, asked, credentials) => {
    const url = new URL(realm);
    const account = credentials ? { account: credentials.user } : {};
    for (const [name, value] of Object.entries({ ...asked, ...account }))
        url.searchParams.append(name, value);
    const headers = credentials
        ? { authorization: basic(credentials.user, credentials.password).reveal() }
        : undefined;
    return { url: url.href, init: headers ? { headers } : {} };
};
/** Only what may stand in a header: an error about one that may not would quote it. */
const Text = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\x21-\x7e]+$/));
const Answer = dist/* object */.Ikc({
    token: dist/* nullish */.cl6(Text),
    access_token: dist/* nullish */.cl6(Text),
    expires_in: dist/* nullish */.cl6(dist/* number */.aig(), SECONDS),
});
const parseToken = (json) => {
    try {
        const { token, access_token, expires_in } = dist/* parse */.qgA(Answer, JSON.parse(json));
        const text = token ?? access_token;
        return text ? { token: new Secret(text), seconds: Math.max(SECONDS, expires_in) } : null;
    }
    catch {
        return null;
    }
};

;// CONCATENATED MODULE: ./.build/platform/registry/authorization.js





const ANYBODY = { header: null, standing: 'not-asked', until: Number.POSITIVE_INFINITY };
/**
 * Asks without credentials first, and with them where the registry wants them, as Docker's client does. What it is
 * given is kept for its lifetime, for that repository and those actions.
 */
const authorizing = (doors) => {
    const grants = new Map();
    const kept = (key) => {
        const grant = grants.get(key);
        return grant && grant.until > doors.clock.now() ? grant : ANYBODY;
    };
    return async (place, actions, ask) => {
        const scope = `repository:${place.name}:${actions}`;
        const key = `${place.origin} ${scope}`;
        const before = kept(key);
        const first = await sendWith(doors.send, ask, before);
        if (first.status !== 401)
            return { answer: first, standing: before.standing };
        const grant = await obtain(doors, place, scope, first.headers.get('www-authenticate'));
        if (!grant.header || grant.header.reveal() === before.header?.reveal())
            return { answer: first, standing: grant.standing };
        await first.body?.cancel();
        grants.set(key, grant);
        return { answer: await sendWith(doors.send, ask, grant), standing: grant.standing };
    };
};
/** On the way to another host `fetch` leaves the header behind. */
const sendWith = (send, { url, headers, ...rest }, { header }) => send(url, { ...rest, headers: header ? { ...headers, authorization: header.reveal() } : { ...headers } });
const without = (standing) => ({ ...ANYBODY, standing });
const obtain = async (doors, place, scope, asked) => {
    const challenge = challengeIn(asked);
    if (!challenge)
        return without('unknown-challenge');
    const credentials = await doors.credentialsOf(place.host);
    if (challenge.kind === 'bearer')
        return obtainToken(doors, place, scope, challenge, credentials);
    if (credentials?.kind !== 'password')
        return without('no-credentials');
    const header = basic(credentials.user, credentials.password);
    return { ...ANYBODY, header, standing: 'credentials-shown' };
};
/** Without credentials too: what is public is read with a token for nobody. */
const obtainToken = async ({ send, clock }, place, scope, challenge, credentials) => {
    if (!isSafeRealm(challenge.realm, place))
        throw new words/* StaggerError */.IY(unsafeRealm(place.host, challenge.realm));
    const { url, init } = tokenRequest(challenge, scope, credentials);
    const from = clock.now();
    const answer = await send(url, init);
    const body = await answer.text();
    if (isRefusal(answer.status))
        return without(standingAfter(answer.status, credentials));
    const token = answer.ok ? parseToken(body) : null;
    if (!token)
        throw new words/* StaggerError */.IY(noToken(place.host, challenge.realm, answer));
    return {
        header: new Secret(`Bearer ${token.token.reveal()}`),
        standing: credentials ? 'known' : 'no-credentials',
        until: from + token.seconds * 1000,
    };
};
/** 400 is how OAuth refuses an identity token. */
const isRefusal = (status) => [400, 401, 403].includes(status);
const standingAfter = (status, credentials) => {
    if (!credentials)
        return 'no-credentials';
    return status === 403 ? 'known' : 'wrong-credentials';
};

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/platform/process.js
var platform_process = __webpack_require__(6181);
;// CONCATENATED MODULE: ./.build/platform/registry/docker-config.js



const docker_config_text = dist/* nullish */.cl6(dist/* string */.YjP(), '');
const Entry = dist/* object */.Ikc({ auth: docker_config_text, username: docker_config_text, password: docker_config_text, identitytoken: docker_config_text });
const Config = dist/* object */.Ikc({
    auths: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), Entry), {}),
    credHelpers: dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP()), {}),
    credsStore: docker_config_text,
});
/** Null where it is no such file. Why stays untold: an error about JSON quotes what stands there. */
const parseDockerConfig = (json) => parse(Config, json);
/** As Docker looks: the host's own helper, else the store of all, else what stands in the file itself. */
const sourceOf = (config, host) => {
    const names = namesOf(host);
    const own = entryOf(config.credHelpers, (key) => names.includes(key));
    const helper = own ?? config.credsStore;
    if (helper)
        return { kind: 'helper', helper, server: names[0] };
    const entry = entryOf(config.auths, (key) => names.includes(key)) ??
        entryOf(config.auths, (key) => names.includes(docker_config_hostIn(key)));
    const credentials = entry && credentialsIn(entry);
    return credentials ? { kind: 'file', credentials } : { kind: 'none' };
};
/** Docker Hub is logged in to under an address of old. */
const namesOf = (host) => isDockerHub(host) ? ['https://index.docker.io/v1/', 'docker.io', 'index.docker.io'] : [host];
const entryOf = (record, wanted) => Object.entries(record).find(([key]) => wanted(key))?.[1];
/** Older clients wrote a whole address as the key. */
const docker_config_hostIn = (key) => key.replace(/^https?:\/\//, '').split('/')[0] ?? key;
const credentialsIn = ({ auth, username, password, identitytoken, }) => {
    if (identitytoken)
        return { kind: 'identity', token: new Secret(identitytoken) };
    const plain = auth ? Buffer.from(auth, 'base64').toString() : `${username}:${password}`;
    const colon = plain.indexOf(':');
    if (colon < 1)
        return null;
    // Docker pads what it writes now and then.
    const secret = plain.slice(colon + 1).replace(/\0+$/, '');
    return { kind: 'password', user: plain.slice(0, colon), password: new Secret(secret) };
};
const docker_config_Answer = dist/* object */.Ikc({ Username: docker_config_text, Secret: docker_config_text });
/** The user's name under which a helper hands out an identity token. */
const IDENTITY = '<token>';
/** What `docker-credential-NAME get` prints; null where that is something else. */
const parseHelperAnswer = (json) => {
    const answer = parse(docker_config_Answer, json);
    if (!answer?.Username)
        return null;
    const secret = new Secret(answer.Secret);
    return answer.Username === IDENTITY
        ? { kind: 'identity', token: secret }
        : { kind: 'password', user: answer.Username, password: secret };
};
const parse = (schema, json) => {
    try {
        const result = dist/* safeParse */.xLC(schema, JSON.parse(json));
        return result.success ? result.output : null;
    }
    catch {
        return null;
    }
};

;// CONCATENATED MODULE: ./.build/platform/registry/credentials.js






/** What `docker login` left behind, or a helper hands out. Each host is looked up once. */
const dockerCredentials = ({ folder, run = platform_process/* runProcess */.R } = {}) => {
    const found = new Map();
    return (host) => {
        const looked = found.get(host) ?? lookUp(host, (0,external_node_path_.join)(folder ?? usualFolder(), 'config.json'), run);
        found.set(host, looked);
        return looked;
    };
};
/** Found out only when it is needed: a user may have no home. */
const usualFolder = () => process.env.DOCKER_CONFIG || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.docker');
const lookUp = async (host, file, run) => {
    const config = await readConfig(file);
    const source = config ? sourceOf(config, host) : { kind: 'none' };
    if (source.kind === 'helper')
        return askHelper(source.helper, source.server, run);
    return source.kind === 'file' ? source.credentials : null;
};
const readConfig = async (file) => {
    const text = await (0,promises_.readFile)(file, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return null;
        throw new words/* StaggerError */.IY(unreadable(file, error.code));
    });
    if (text === null)
        return null;
    const config = parseDockerConfig(text);
    if (!config)
        throw new words/* StaggerError */.IY(unreadable(file, 'it is not the JSON that Docker writes'));
    return config;
};
/** What every helper says where it has nothing for a server. */
const NOTHING = /credentials not found in native keychain|no credentials (?:server URL|username)/;
const askHelper = async (helper, server, run) => {
    const program = `docker-credential-${helper}`;
    if (!/^[\w.-]+$/.test(helper))
        throw new words/* StaggerError */.IY(helperFailed(program, server, 'no program has such a name'));
    const answer = await run([program, 'get'], { input: Buffer.from(server) }).catch((error) => {
        throw error.code === 'ENOENT'
            ? new words/* StaggerError */.IY(helperFailed(program, server, 'it is not installed'))
            : error;
    });
    if (answer.code !== 0) {
        if (NOTHING.test(answer.stdout))
            return null;
        throw new words/* StaggerError */.IY(helperFailed(program, server, complaint(answer)));
    }
    const credentials = parseHelperAnswer(answer.stdout);
    if (!credentials)
        throw new words/* StaggerError */.IY(helperFailed(program, server, 'it printed no credentials'));
    return credentials;
};
/** Helpers complain on either stream. Nothing of what may be an answer is told: it would hold the secret. */
const complaint = ({ code, stdout, stderr }) => {
    const said = stderr.trim() || stdout.trim();
    return said && !said.includes('{') ? said.slice(0, 300) : `it ended with exit code ${code}`;
};
const unreadable = (file, why) => ({
    code: 'docker-config-unreadable',
    fault: 'caller',
    problem: `the credentials in ${file} cannot be read`,
    why,
    fix: 'put it right, or move it away and run docker login again; DOCKER_CONFIG names another folder',
});
const helperFailed = (program, server, why) => ({
    code: 'credential-helper-failed',
    fault: 'caller',
    problem: `${program} gives no credentials for ${server}`,
    why,
    fix: `see what it says by hand (echo ${server} | ${program} get), or take it out of Docker's config.json and run docker login`,
});

;// CONCATENATED MODULE: ./.build/platform/registry/refusal.js
const hostOf = (repository) => repository.split('/')[0] ?? repository;
const ECR = /\.dkr\.ecr(?:-fips)?\.([\w-]+)\.amazonaws\.com(?:\.cn)?$/;
/** The command that logs in, and the step of a workflow that does. */
const login = (host) => {
    const region = ECR.exec(host)?.[1];
    return region
        ? `aws ecr get-login-password --region ${region} | docker login --username AWS --password-stdin ${host}   (in a workflow: aws-actions/amazon-ecr-login)`
        : `docker login ${host}   (in a workflow: docker/login-action)`;
};
const noCredentials = (host) => ({
    fault: 'caller',
    why: `no credentials for ${host}`,
    fix: login(host),
});
const wrongCredentials = (host) => ({
    fault: 'world',
    why: `the credentials for ${host} were sent and are not taken: they are wrong or have expired`,
    fix: login(host),
});
const notAllowed = (action, host) => ({
    fault: 'caller',
    why: `the credentials for ${host} were sent and may not ${action} there`,
    fix: `grant them the permission to ${action} (on ghcr.io in a workflow: permissions: packages: ${action}), or name another with --registry`,
});
const anybodyNotAllowed = (action, host) => ({
    fault: 'caller',
    why: `whoever asks may not ${action} there, and it asks for no credentials`,
    fix: `check the address and who may reach ${host}, or name another with --registry`,
});
const unknownChallenge = (host) => ({
    fault: 'world',
    why: 'it wants to know who asks, and names no way that is spoken here (Basic and Bearer are)',
    fix: `check that ${host} is a registry, or name another with --registry`,
});
const isDenied = (status) => status === 401 || status === 403;
/** What a denial means, by what the registry knows of whoever asked. */
const denied = (status, action, host, standing) => {
    switch (standing) {
        case 'not-asked':
            return anybodyNotAllowed(action, host);
        case 'no-credentials':
            return noCredentials(host);
        case 'credentials-shown':
            return status === 401 ? wrongCredentials(host) : notAllowed(action, host);
        case 'wrong-credentials':
            return wrongCredentials(host);
        case 'known':
            return notAllowed(action, host);
        case 'unknown-challenge':
            return unknownChallenge(host);
    }
};
/** What a registry's refusal means for whoever asked. */
const advice = (status, action, host, standing) => {
    if (isDenied(status))
        return denied(status, action, host, standing);
    if (status === 429)
        return { fault: 'world', why: 'too many requests', fix: 'run it again later; what is done is kept' };
    if (status >= 500)
        return { fault: 'world', why: 'the registry itself failed', fix: `see how ${host} is, then run it again` };
    return { fault: 'world', why: 'it does not take the request', fix: `check that ${host} is a registry` };
};
const refused = (action, repository, { status, statusText }, body, standing) => {
    const { fault, why, fix } = advice(status, action, hostOf(repository), standing);
    return {
        code: 'registry-refused',
        fault,
        problem: `the registry refuses to ${action} ${repository}`,
        why: `${[status, statusText].join(' ').trim()}: ${why}${said(body)}`,
        fix,
    };
};
/** A registry's own words, where it has some: `errors` of the distribution specification. */
const said = (body) => {
    try {
        const { errors } = JSON.parse(new TextDecoder().decode(body));
        const words = errors.map(({ code, message }) => `${code}: ${message}`);
        return ` (it says ${words.join('; ').slice(0, 300)})`;
    }
    catch {
        return '';
    }
};

// EXTERNAL MODULE: ./.build/platform/retry.js
var retry = __webpack_require__(3530);
;// CONCATENATED MODULE: ./.build/platform/registry/requests.js



const PATIENCE = 30_000;
/** A registry of files fails now and then when two push the same layer; every request here may be made twice. */
const isPassing = ({ status }) => status >= 500 || status === 429;
const sending = (request, clock) => (url, init) => {
    const once = () => request(url, { ...init, signal: AbortSignal.timeout(PATIENCE) }).catch((error) => {
        throw new words/* StaggerError */.IY(unreachable(url, error));
    });
    return (0,retry/* retrying */.R)(once, isPassing, clock);
};

;// CONCATENATED MODULE: ./.build/platform/registry.js









const MANIFESTS = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const openRegistry = ({ request = fetch, clock = platform_clock/* systemClock */.m, credentialsOf = dockerCredentials(), } = {}) => {
    const ask = authorizing({ send: sending(request, clock), credentialsOf, clock });
    const read = async (repository, reference, actions) => {
        const place = placeOf(repository);
        const headers = { accept: MANIFESTS.join(', ') };
        const { answer, standing } = await ask(place, actions, { url: manifestUrl(place, reference), headers });
        const body = new Uint8Array(await answer.arrayBuffer());
        if (answer.status === 404)
            return null;
        if (!answer.ok)
            throw new words/* StaggerError */.IY(refused('read', repository, answer, body, standing));
        return checked(`${repository}:${reference}`, reference, answer.headers, body);
    };
    return {
        manifest: (repository, reference) => read(repository, reference, 'pull'),
        tag: async (repository, digest, name) => {
            const image = await read(repository, digest, 'pull,push');
            if (!image)
                throw new Error(`${repository} has no ${digest} to name ${name}`);
            const place = placeOf(repository);
            const { answer, standing } = await ask(place, 'pull,push', {
                url: manifestUrl(place, name),
                method: 'PUT',
                headers: { 'content-type': image.mediaType },
                body: Buffer.from(image.body),
            });
            const said = new Uint8Array(await answer.arrayBuffer());
            if (!answer.ok)
                throw new words/* StaggerError */.IY(refused('write', repository, answer, said, standing));
        },
    };
};
const manifestUrl = ({ origin, name }, reference) => `${origin}/v2/${name}/manifests/${reference}`;
/** A digest is computed, never believed: over the bytes that came. */
const checked = (what, reference, headers, body) => {
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}`;
    const claims = [headers.get('docker-content-digest'), (0,words/* isDigest */.Bc)(reference) ? reference : null];
    const wrong = claims.find((claim) => claim !== null && claim !== digest);
    if (wrong)
        throw new words/* StaggerError */.IY(wrongDigest(what, wrong, digest));
    return { digest, body, mediaType: headers.get('content-type')?.split(';')[0]?.trim() ?? '' };
};


/***/ }),

/***/ 3530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ retrying)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7078);

const TRIES = 3;
const PAUSE = 250;
/** Asks again where the answer says that the next one may be another. Only for what may be done twice. */
const retrying = async (ask, passing, clock = _clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m) => {
    for (let attempt = 1;; attempt++) {
        const answer = await ask();
        if (attempt === TRIES || !passing(answer))
            return answer;
        await clock.sleep(PAUSE * attempt);
    }
};


/***/ })

};
