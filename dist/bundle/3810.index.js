export const id = 3810;
export const ids = [3810];
export const modules = {

/***/ 64976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ platformName),
/* harmony export */   Br: () => (/* binding */ inputsName),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   fk: () => (/* binding */ localName),
/* harmony export */   ge: () => (/* binding */ checkedPrefix),
/* harmony export */   zb: () => (/* binding */ stagingName)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);

/** What the registry calls the image of these inputs. */
const inputsName = (fingerprint) => `in-${fingerprint.slice('sha256:'.length)}`;
/** The same for one platform of several: `in-….linux-arm64`. An index stands behind the name without it. */
const platformName = (fingerprint, platform) => `${inputsName(fingerprint)}.${platform.replaceAll('/', '-')}`;
/** Carries a push to an engine that can push names only, and is none: nothing looks it up. */
const stagingName = (unique) => `staging-${unique}`;
/** What the engine calls an image that goes nowhere else. */
const localName = (service, name) => `${service}:${name}`;
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

/***/ 11682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gs: () => (/* binding */ partMissing),
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   K9: () => (/* binding */ wrongDigest),
/* harmony export */   Ol: () => (/* binding */ cannotRemove),
/* harmony export */   RJ: () => (/* binding */ blobTooLarge),
/* harmony export */   _: () => (/* binding */ notThere),
/* harmony export */   cs: () => (/* binding */ unsafeRealm),
/* harmony export */   fC: () => (/* binding */ noToken),
/* harmony export */   hf: () => (/* binding */ notUnderstood),
/* harmony export */   nn: () => (/* binding */ nameTaken)
/* harmony export */ });
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
const notThere = (repository, digest, name) => ({
    code: 'image-not-there',
    fault: 'thing',
    problem: `${repository} has no ${digest}`,
    why: `it was to get the name ${name}; somebody may have deleted it meanwhile`,
    fix: 'build and push it again: stagger build SERVICE --push --yes',
});
const partMissing = (repository, digest) => ({
    code: 'image-not-there',
    fault: 'thing',
    problem: `${repository} has no ${digest}`,
    why: 'it was to be copied from there, itself or as a part of an image',
    fix: 'see whether a lifecycle policy or somebody deleted it; build and push it again',
});
const nameTaken = (repository, name, wanted, holder) => ({
    code: 'name-taken',
    fault: 'thing',
    problem: `${repository}:${name} is the name of another image`,
    why: `it stands for ${holder}, and ${wanted} was to get it`,
    fix: `take the name ${name} away in the registry if nothing runs it, or see who gave it; such a name never moves to another image`,
});
const notUnderstood = (repository, what) => ({
    code: 'registry-not-understood',
    fault: 'world',
    problem: `what the registry says of ${repository} cannot be read`,
    why: `${what} is not as the distribution specification has it`,
    fix: 'check that this is a registry, and what stands between here and there',
});
const blobTooLarge = (repository, digest, limit) => ({
    code: 'blob-too-large',
    fault: 'world',
    problem: `${digest} of ${repository} is larger than what is read here`,
    why: `a configuration or an attestation is small; this passes ${limit} bytes`,
    fix: 'see what it is: a layer was taken for something else',
});
/** Two ways of deleting that a registry may not have. */
const cannotRemove = (repository, what, { status, statusText }, said) => ({
    code: 'registry-deletes-nothing',
    fault: 'caller',
    problem: `the registry deletes no ${what} of ${repository}`,
    why: `${[status, statusText].join(' ').trim()}${said.length > 0 ? `: ${new TextDecoder().decode(said).slice(0, 300).trim()}` : ''}`,
    fix: what === 'image'
        ? 'switch deleting on in it (docker-registry: storage.delete.enabled), or delete by its own means (ghcr.io: the packages API)'
        : 'delete the image by its digest, with all its names; this registry takes no name away alone',
});


/***/ }),

/***/ 40359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ openRegistries)
});

;// CONCATENATED MODULE: ./.build/platform/aws/ecr-place.js
const HOST = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/;
/** Null for a host that is no ECR: neither by its name, nor because somebody says so. */
const ecrPlaceOf = (host, told = []) => {
    const known = told.find((place) => place.host === host);
    const [, account, region] = HOST.exec(host) ?? [];
    return known ?? (account && region ? { host, account, region } : null);
};

// EXTERNAL MODULE: ./.build/platform/clock.js
var platform_clock = __webpack_require__(37078);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/platform/registry-problems.js
var registry_problems = __webpack_require__(11682);
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

// EXTERNAL MODULE: ./.build/platform/registry/secret.js
var registry_secret = __webpack_require__(59176);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./.build/platform/registry/place.js
var registry_place = __webpack_require__(13709);
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
    const local = (0,registry_place/* isLoopback */.U9)(new URL(origin).hostname) && (0,registry_place/* isLoopback */.U9)(hostname);
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
    // Of several scopes each is a parameter of its own here, and all are one text in a body.
    for (const [name, value] of Object.entries({ ...asked, ...account }))
        for (const one of name === 'scope' ? value.split(' ') : [value])
            url.searchParams.append(name, one);
    const headers = credentials
        ? { authorization: (0,registry_secret/* basic */.H)(credentials.user, credentials.password).reveal() }
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
        return text ? { token: new registry_secret/* Secret */.z(text), seconds: Math.max(SECONDS, expires_in) } : null;
    }
    catch {
        return null;
    }
};

;// CONCATENATED MODULE: ./.build/platform/registry/grants.js





const ANYBODY = { header: null, standing: 'not-asked', until: Number.POSITIVE_INFINITY };
/** What was granted, and what is being asked for just now. */
const grantsOf = (doors) => {
    const granted = new Map();
    const underWay = new Map();
    const challenges = new Map();
    const kept = (key) => {
        const grant = granted.get(key);
        return grant && grant.until > doors.clock.now() ? grant : null;
    };
    const once = (key, place, scope, challenge) => {
        const known = underWay.get(key);
        if (known)
            return known;
        const asked = obtain(doors, place, scope, challenge).finally(() => underWay.delete(key));
        underWay.set(key, asked);
        return asked.then((grant) => {
            if (grant.header)
                granted.set(key, grant);
            return grant;
        });
    };
    return {
        before: async (place, scope) => {
            const key = `${place.origin} ${scope}`;
            const known = kept(key);
            const challenge = challenges.get(place.origin);
            if (known || challenge === undefined)
                return known ?? ANYBODY;
            return once(key, place, scope, challenge);
        },
        after: async (place, scope, before, challenge) => {
            const key = `${place.origin} ${scope}`;
            challenges.set(place.origin, challenge);
            const newer = kept(key);
            if (newer && newer !== before)
                return newer;
            return once(key, place, scope, challenge);
        },
    };
};
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
    const header = (0,registry_secret/* basic */.H)(credentials.user, credentials.password);
    return { ...ANYBODY, header, standing: 'credentials-shown' };
};
/** Without credentials too: what is public is read with a token for nobody. */
const obtainToken = async ({ send, clock }, place, scope, challenge, credentials) => {
    if (!isSafeRealm(challenge.realm, place))
        throw new words/* StaggerError */.IY((0,registry_problems/* unsafeRealm */.cs)(place.host, challenge.realm));
    const { url, init } = tokenRequest(challenge, scope, credentials);
    const from = clock.now();
    const answer = await send(url, init);
    const body = await answer.text();
    if (isRefusal(answer.status))
        return without(standingAfter(answer.status, credentials));
    const token = answer.ok ? parseToken(body) : null;
    if (!token)
        throw new words/* StaggerError */.IY((0,registry_problems/* noToken */.fC)(place.host, challenge.realm, answer));
    return {
        header: new registry_secret/* Secret */.z(`Bearer ${token.token.reveal()}`),
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

;// CONCATENATED MODULE: ./.build/platform/registry/authorization.js

/**
 * Asks without credentials first, and with them where the registry wants them, as Docker's client does. What it is
 * given is kept for its lifetime, for that repository and those actions; many that ask at once get one token.
 */
const authorizing = (doors) => {
    const grants = grantsOf(doors);
    const meet = meeting();
    const send = async (place, actions, ask) => {
        const scope = scopeOf(place, actions, ask);
        const before = await grants.before(place, scope);
        const first = await sendWith(doors.send, place, ask, before);
        if (first.status !== 401)
            return { answer: first, standing: before.standing };
        const grant = await grants.after(place, scope, before, first.headers.get('www-authenticate'));
        if (!grant.header || grant.header.reveal() === before.header?.reveal())
            return { answer: first, standing: grant.standing };
        await first.body?.cancel();
        return { answer: await sendWith(doors.send, place, ask, grant), standing: grant.standing };
    };
    return (place, actions, ask) => meet(place, () => send(place, actions, ask));
};
const scopeOf = ({ name }, actions, { also }) => [`repository:${name}:${actions}`, ...(also === undefined ? [] : [`repository:${also}:pull`])].join(' ');
/** Whoever comes first to a registry finds out how it wants to be asked; the others wait for that, and need not try. */
const meeting = () => {
    const met = new Map();
    return async ({ origin }, ask) => {
        const first = met.get(origin);
        if (first)
            await first;
        const asked = ask();
        if (!first)
            met.set(origin, asked.catch(() => null));
        return asked;
    };
};
/** On the way to another host `fetch` leaves the header behind; and none goes where a registry sends an upload. */
const sendWith = (send, { origin }, ask, { header }) => {
    const { url, headers, also: _, ...rest } = ask;
    const shown = header && new URL(url).origin === new URL(origin).origin;
    return send(url, {
        ...rest,
        headers: shown ? { ...headers, authorization: header.reveal() } : { ...headers },
        ...(ask.body instanceof ReadableStream ? { duplex: 'half' } : {}),
    });
};

// EXTERNAL MODULE: ./.build/platform/registry/digests.js
var digests = __webpack_require__(85983);
// EXTERNAL MODULE: ./.build/platform/registry/refusal.js
var refusal = __webpack_require__(8470);
;// CONCATENATED MODULE: ./.build/platform/registry/upload.js




const step = async (ask, repository, asked) => {
    const { answer, standing } = await ask((0,registry_place/* placeOf */.$t)(repository), 'pull,push', asked);
    const said = new Uint8Array(await answer.arrayBuffer());
    if (!answer.ok)
        throw new words/* StaggerError */.IY((0,refusal/* refused */.J)('write', repository, answer, said, standing));
    return answer;
};
/** Where a part of an upload goes next: an address, of the registry or of its own storage. */
const locationIn = (repository, { headers }, from) => {
    const location = headers.get('location');
    if (location === null || !URL.canParse(location, from))
        throw new words/* StaggerError */.IY((0,registry_problems/* notUnderstood */.hf)(repository, 'the address of an upload'));
    return new URL(location, from).href;
};
const startUpload = async (ask, repository) => {
    const { origin, name } = (0,registry_place/* placeOf */.$t)(repository);
    const url = `${origin}/v2/${name}/blobs/uploads/`;
    const answer = await step(ask, repository, { url, headers: {}, method: 'POST' });
    return { mounted: false, location: locationIn(repository, answer, url) };
};
/** Without moving a byte; a registry that cannot do it starts an upload instead. */
const mountBlob = async (ask, repository, { digest, from }) => {
    const { origin, name } = (0,registry_place/* placeOf */.$t)(repository);
    const url = `${origin}/v2/${name}/blobs/uploads/?mount=${digest}&from=${encodeURIComponent(from)}`;
    const asked = { url, headers: {}, method: 'POST', also: from };
    const { answer } = await ask((0,registry_place/* placeOf */.$t)(repository), 'pull,push', asked);
    await answer.body?.cancel();
    if (answer.status === 201)
        return { mounted: true, location: '' };
    if (answer.status !== 202)
        return startUpload(ask, repository);
    return { mounted: false, location: locationIn(repository, answer, url) };
};
/** A stream in one piece, as Docker's client sends a layer. */
const sendStream = async (ask, repository, location, body, signal) => {
    const headers = { 'content-type': 'application/octet-stream' };
    const asked = { url: location, method: 'PATCH', headers, body, signal };
    return locationIn(repository, await step(ask, repository, asked), location);
};
/** Nothing is there before this: what is sent without it, nobody finds. */
const finishUpload = async (ask, repository, location, digest, bytes = new Uint8Array()) => {
    const url = new URL(location);
    url.searchParams.set('digest', digest);
    const headers = { 'content-type': 'application/octet-stream' };
    await step(ask, repository, { url: url.href, method: 'PUT', headers, body: Buffer.from(bytes) });
};

;// CONCATENATED MODULE: ./.build/platform/registry/blobs.js






const MOST = 4 * 1024 * 1024;
const blobUrl = ({ origin, name }, digest) => `${origin}/v2/${name}/blobs/${digest}`;
const hasBlob = async (ask, repository, digest) => {
    const place = (0,registry_place/* placeOf */.$t)(repository);
    const asked = { url: blobUrl(place, digest), headers: {}, method: 'HEAD' };
    const { answer, standing } = await ask(place, 'pull,push', asked);
    if (answer.status === 404)
        return false;
    if (!answer.ok)
        throw new words/* StaggerError */.IY((0,refusal/* refused */.J)('read', repository, answer, new Uint8Array(), standing));
    return true;
};
const blobsOver = (ask) => ({
    blob: async (repository, digest) => {
        const place = (0,registry_place/* placeOf */.$t)(repository);
        const { answer, standing } = await ask(place, 'pull', { url: blobUrl(place, digest), headers: {} });
        if (answer.status === 404) {
            await answer.body?.cancel();
            return null;
        }
        const body = await bounded(answer, new words/* StaggerError */.IY((0,registry_problems/* blobTooLarge */.RJ)(repository, digest, MOST)));
        if (!answer.ok)
            throw new words/* StaggerError */.IY((0,refusal/* refused */.J)('read', repository, answer, body, standing));
        const found = (0,digests/* digestOf */.o)(body);
        if (found !== digest)
            throw new words/* StaggerError */.IY((0,registry_problems/* wrongDigest */.K9)(`${repository}@${digest}`, digest, found));
        return body;
    },
    upload: async (repository, bytes) => {
        const digest = (0,digests/* digestOf */.o)(bytes);
        if (await hasBlob(ask, repository, digest))
            return digest;
        const { location } = await startUpload(ask, repository);
        await finishUpload(ask, repository, location, digest, bytes);
        return digest;
    },
});
/** Reads no more than the limit, whatever the length is said to be. */
const bounded = async ({ body }, tooLarge) => {
    const chunks = [];
    let size = 0;
    for await (const chunk of body ?? []) {
        size += chunk.length;
        if (size > MOST)
            throw tooLarge;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
};

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./.build/platform/retry.js
var retry = __webpack_require__(33530);
// EXTERNAL MODULE: ./.build/platform/registry/contents.js
var contents = __webpack_require__(15518);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./.build/platform/registry/transfer.js







/** How long nothing may move. A layer of gigabytes may take its time, but not stand still. */
const SILENCE = 60_000;
const watch = () => {
    const controller = new AbortController();
    const giveUp = () => controller.abort(new DOMException('nothing moved for a minute', 'TimeoutError'));
    let timer = setTimeout(giveUp, SILENCE);
    return {
        signal: controller.signal,
        moved: () => {
            clearTimeout(timer);
            timer = setTimeout(giveUp, SILENCE);
        },
        stop: () => clearTimeout(timer),
    };
};
/** Streams a blob from one registry to another. What is not what its digest says never becomes a blob there. */
const transfer = async (ask, from, to, digest, opened) => {
    const watching = watch();
    try {
        const location = opened ?? (await startUpload(ask, to)).location;
        const source = await openBlob(ask, from, digest, watching.signal);
        const passing = measured(source, watching.moved);
        const next = await sendStream(ask, to, location, passing.stream, watching.signal).catch((error) => {
            throw passing.broken()
                ? new words/* StaggerError */.IY((0,registry_problems/* unreachable */.HB)(sourceOf(from, digest), passing.broken()))
                : error;
        });
        if (passing.digest() !== digest)
            throw new words/* StaggerError */.IY((0,registry_problems/* wrongDigest */.K9)(`${from}@${digest}`, digest, passing.digest()));
        await finishUpload(ask, to, next, digest);
    }
    finally {
        watching.stop();
    }
};
const sourceOf = (repository, digest) => blobUrl((0,registry_place/* placeOf */.$t)(repository), digest);
const openBlob = async (ask, repository, digest, signal) => {
    const place = (0,registry_place/* placeOf */.$t)(repository);
    const asked = { url: blobUrl(place, digest), headers: {}, signal };
    const { answer, standing } = await ask(place, 'pull', asked);
    if (answer.ok && answer.body)
        return answer.body;
    const said = new Uint8Array(await answer.arrayBuffer());
    throw new words/* StaggerError */.IY((0,refusal/* refused */.J)('read', repository, answer, said, standing));
};
/** The bytes as they pass, their digest, and what broke them off at their source: the other end knows nothing of it. */
const measured = (source, moved) => {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const reader = source.getReader();
    let broken = null;
    const stream = new ReadableStream({
        pull: async (controller) => {
            const { done, value } = await reader.read().catch((error) => {
                broken = error;
                throw error;
            });
            moved();
            if (done)
                return controller.close();
            hash.update(value);
            controller.enqueue(value);
        },
        cancel: (reason) => reader.cancel(reason),
    });
    return {
        stream,
        digest: () => `sha256:${hash.copy().digest('hex')}`,
        broken: () => broken,
    };
};

;// CONCATENATED MODULE: ./.build/platform/registry/copy.js









/** Layers at once: they fill the line by themselves. */
const AT_ONCE = 4;
/**
 * Copies by digest: first the parts, then what names them. So whenever it is killed, nothing that is there lacks a
 * part, and the next time begins with what is missing.
 */
const copying = (copier) => async (from, to) => {
    const counted = { manifests: 0, blobs: 0, mounted: 0 };
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    const blob = once((digest) => limit(async () => {
        const how = await copyBlob(copier, from.repository, to, digest);
        if (how !== 'there')
            counted.blobs++;
        if (how === 'mounted')
            counted.mounted++;
    }));
    const image = once(async (digest) => {
        if (await copier.has(to, digest))
            return;
        const manifest = await copier.manifest(from.repository, digest);
        if (!manifest)
            throw new words/* StaggerError */.IY((0,registry_problems/* partMissing */.Gs)(from.repository, digest));
        const { manifests, blobs } = (0,contents/* contentsOf */.K)(manifest.body);
        await copy_all([...manifests.map((one) => image(one.digest)), ...blobs.map((one) => blob(one.digest))]);
        await copier.put(to, manifest, null);
        counted.manifests++;
    });
    await image(from.digest);
    return counted;
};
/** Images for several platforms share layers: each is copied once. */
const once = (copy) => {
    const started = new Map();
    return (digest) => {
        const known = started.get(digest) ?? copy(digest);
        started.set(digest, known);
        return known;
    };
};
/** Waits for all, also after one failed: nothing goes on behind the back of whoever was told. */
const copy_all = async (parts) => {
    const settled = await Promise.allSettled(parts);
    const failed = settled.find((one) => one.status === 'rejected');
    if (failed)
        throw failed.reason;
};
const copyBlob = async ({ ask, clock }, from, to, digest) => {
    if (await hasBlob(ask, to, digest))
        return 'there';
    const [source, target] = [(0,registry_place/* placeOf */.$t)(from), (0,registry_place/* placeOf */.$t)(to)];
    const started = source.origin === target.origin ? await mountBlob(ask, to, { digest, from: source.name }) : null;
    if (started?.mounted)
        return 'mounted';
    let opened = started?.location;
    const attempt = async () => {
        const location = opened;
        opened = undefined;
        return transfer(ask, from, to, digest, location).then(() => null, (error) => error);
    };
    const error = await (0,retry/* retrying */.R)(attempt, isPassing, clock);
    if (error)
        throw error;
    return 'copied';
};
/** A line that broke in the middle of a layer: its stream cannot be sent again, so it begins anew. */
const isPassing = (error) => error instanceof words/* StaggerError */.IY && error.problems.every(({ fault }) => fault === 'world');

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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
const docker_config_sourceOf = (config, host) => {
    const names = namesOf(host);
    const own = entryOf(config.credHelpers, (key) => names.includes(key));
    const helper = own ?? config.credsStore;
    if (helper)
        return { kind: 'helper', helper, server: names[0] };
    const entry = entryOf(config.auths, (key) => names.includes(key)) ??
        entryOf(config.auths, (key) => names.includes(hostIn(key)));
    const credentials = entry && credentialsIn(entry);
    return credentials ? { kind: 'file', credentials } : { kind: 'none' };
};
/** Docker Hub is logged in to under an address of old. */
const namesOf = (host) => (0,registry_place/* isDockerHub */.gr)(host) ? ['https://index.docker.io/v1/', 'docker.io', 'index.docker.io'] : [host];
const entryOf = (record, wanted) => Object.entries(record).find(([key]) => wanted(key))?.[1];
/** Older clients wrote a whole address as the key. */
const hostIn = (key) => key.replace(/^https?:\/\//, '').split('/')[0] ?? key;
const credentialsIn = ({ auth, username, password, identitytoken, }) => {
    if (identitytoken)
        return { kind: 'identity', token: new registry_secret/* Secret */.z(identitytoken) };
    const plain = auth ? Buffer.from(auth, 'base64').toString() : `${username}:${password}`;
    const colon = plain.indexOf(':');
    if (colon < 1)
        return null;
    // Docker pads what it writes now and then.
    const secret = plain.slice(colon + 1).replace(/\0+$/, '');
    return { kind: 'password', user: plain.slice(0, colon), password: new registry_secret/* Secret */.z(secret) };
};
const docker_config_Answer = dist/* object */.Ikc({ Username: docker_config_text, Secret: docker_config_text });
/** The user's name under which a helper hands out an identity token. */
const IDENTITY = '<token>';
/** What `docker-credential-NAME get` prints; null where that is something else. */
const parseHelperAnswer = (json) => {
    const answer = parse(docker_config_Answer, json);
    if (!answer?.Username)
        return null;
    const secret = new registry_secret/* Secret */.z(answer.Secret);
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
    const source = config ? docker_config_sourceOf(config, host) : { kind: 'none' };
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

// EXTERNAL MODULE: ./.build/platform/registry/listing.js
var listing = __webpack_require__(9134);
// EXTERNAL MODULE: ./.build/platform/registry/manifests.js
var registry_manifests = __webpack_require__(17540);
;// CONCATENATED MODULE: ./.build/platform/registry/pages.js
/** The next page, at the same registry: a link that leads elsewhere leads to somebody else. */
const nextIn = (link, from) => {
    const target = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(link ?? '')?.[1];
    if (target === undefined || !URL.canParse(target, from))
        return null;
    const next = new URL(target, from);
    return next.origin === new URL(from).origin ? next.href : null;
};

;// CONCATENATED MODULE: ./.build/platform/registry/names.js






const PAGE = 1000;
const names_Answer = dist/* object */.Ikc({ tags: dist/* nullish */.cl6(dist/* array */.YOg(dist/* string */.YjP()), []) });
/** All names, page by page. */
const namesOver = (ask) => {
    const page = async (repository, place, url) => {
        const { answer, standing } = await ask(place, 'pull', { url, headers: {} });
        const body = new Uint8Array(await answer.arrayBuffer());
        if (answer.status === 404)
            return null;
        if (!answer.ok)
            throw new words/* StaggerError */.IY((0,refusal/* refused */.J)('read', repository, answer, body, standing));
        return { names: names_parse(repository, body), next: nextIn(answer.headers.get('link'), url) };
    };
    return async (repository) => {
        const place = (0,registry_place/* placeOf */.$t)(repository);
        const names = new Set();
        const seen = new Set();
        for (let url = `${place.origin}/v2/${place.name}/tags/list?n=${PAGE}`; url;) {
            seen.add(url);
            const found = await page(repository, place, url);
            if (!found)
                return null;
            for (const name of found.names)
                names.add(name);
            url = found.next !== null && !seen.has(found.next) ? found.next : null;
        }
        return [...names];
    };
};
const names_parse = (repository, body) => {
    try {
        return dist/* parse */.qgA(names_Answer, JSON.parse(new TextDecoder().decode(body))).tags ?? [];
    }
    catch {
        throw new words/* StaggerError */.IY((0,registry_problems/* notUnderstood */.hf)(repository, 'its list of names'));
    }
};

// EXTERNAL MODULE: ./.build/platform/registry/naming.js
var naming = __webpack_require__(30976);
// EXTERNAL MODULE: ./.build/platform/registry/parallel.js
var parallel = __webpack_require__(24747);
;// CONCATENATED MODULE: ./.build/platform/registry/referrers.js





/** A registry that knows no such question says so with one of these; then what refers is listed under a name. */
const NOT_KEPT = [400, 404, 405, 406];
const referrersOver = ({ ask, manifest }) => {
    const page = async (repository, place, url) => {
        const { answer, standing } = await ask(place, 'pull', { url, headers: { accept: INDEX } });
        const body = new Uint8Array(await answer.arrayBuffer());
        if (NOT_KEPT.includes(answer.status))
            return null;
        if (!answer.ok)
            throw new words/* StaggerError */.IY((0,refusal/* refused */.J)('read', repository, answer, body, standing));
        return { body, next: nextIn(answer.headers.get('link'), url) };
    };
    return async (repository, image) => {
        const place = (0,registry_place/* placeOf */.$t)(repository);
        const found = new Set();
        const seen = new Set();
        for (let url = `${place.origin}/v2/${place.name}/referrers/${image}`; url;) {
            seen.add(url);
            const answered = await page(repository, place, url);
            for (const digest of digestsIn(answered?.body))
                found.add(digest);
            url = answered?.next && !seen.has(answered.next) ? answered.next : null;
        }
        // Also where the registry keeps them: what was pushed before it did is in the list alone.
        const list = await manifest(repository, image.replace(':', '-'));
        for (const digest of digestsIn(list?.body))
            found.add(digest);
        return [...found];
    };
};
const INDEX = 'application/vnd.oci.image.index.v1+json';
const digestsIn = (body) => body ? (0,contents/* contentsOf */.K)(body).manifests.map(({ digest }) => digest) : [];

;// CONCATENATED MODULE: ./.build/platform/registry/removal.js




/** How registries say that they delete nothing, or no name alone. */
const NOT_DONE = [400, 405, 501];
const removalOver = (ask) => async (repository, reference) => {
    const place = (0,registry_place/* placeOf */.$t)(repository);
    const url = `${place.origin}/v2/${place.name}/manifests/${reference}`;
    const { answer, standing } = await ask(place, 'pull,push,delete', { url, headers: {}, method: 'DELETE' });
    const said = new Uint8Array(await answer.arrayBuffer());
    if (answer.ok || answer.status === 404)
        return;
    throw new words/* StaggerError */.IY(NOT_DONE.includes(answer.status)
        ? (0,registry_problems/* cannotRemove */.Ol)(repository, (0,words/* isDigest */.Bc)(reference) ? 'image' : 'name', answer, said)
        : (0,refusal/* refused */.J)('delete', repository, answer, said, standing));
};

;// CONCATENATED MODULE: ./.build/platform/registry/requests.js



const PATIENCE = 30_000;
/**
 * A registry of files fails now and then when two push the same layer, and an answer may be lost on its way; every
 * request here may be made twice.
 */
const requests_isPassing = (answered) => 'lost' in answered || answered.answer.status >= 500 || answered.answer.status === 429;
/** A stream runs once: whoever sends one begins again himself, and says how long he waits. */
const sending = (request, clock) => async (url, init) => {
    const once = () => request(url, { signal: AbortSignal.timeout(PATIENCE), ...init }).then((answer) => ({ answer }), (lost) => ({ lost }));
    const isStream = init.body instanceof ReadableStream;
    const answered = await (isStream ? once() : (0,retry/* retrying */.R)(once, requests_isPassing, clock));
    if ('lost' in answered)
        throw new words/* StaggerError */.IY((0,registry_problems/* unreachable */.HB)(url, answered.lost));
    return answered.answer;
};

;// CONCATENATED MODULE: ./.build/platform/registry.js













/** A registry through its HTTP API. */
const openRegistry = ({ request = fetch, clock = platform_clock/* systemClock */.m, credentialsOf = dockerCredentials(), } = {}) => {
    const ask = authorizing({ send: sending(request, clock), credentialsOf, clock });
    const { read, has, put, give } = (0,registry_manifests/* manifestsOver */.b)(ask);
    const blobs = blobsOver(ask);
    const names = namesOver(ask);
    const manifest = (repository, reference) => read(repository, reference, 'pull');
    const manifests = (wanted) => (0,parallel/* inParallel */.H)(wanted, ({ repository, reference }) => manifest(repository, reference));
    return {
        manifest,
        manifests,
        put,
        names,
        blob: blobs.blob,
        upload: blobs.upload,
        ...(0,naming/* naming */.b)({ manifest, give }),
        list: (0,listing/* listingBy */.k)({ names, manifests }),
        referrers: referrersOver({ ask, manifest }),
        remove: removalOver(ask),
        copy: copying({ ask, clock, has, put, manifest }),
        prepare: async () => { },
    };
};

// EXTERNAL MODULE: ./.build/platform/registry/grouped.js
var grouped = __webpack_require__(69848);
;// CONCATENATED MODULE: ./.build/platform/registry/choose.js





const hostOf = (repository) => repository.slice(0, repository.indexOf('/'));
/** All registries as one: each repository is asked in the way that its host speaks. */
const openRegistries = ({ ecr = [], clock = platform_clock/* systemClock */.m, credentialsOf = dockerCredentials(), ...rest } = {}) => {
    const opened = new Map();
    const ecrAt = (host) => {
        const place = ecrPlaceOf(host, ecr);
        if (!place)
            return Promise.resolve(null);
        const known = opened.get(host) ?? __webpack_require__.e(/* import() */ 1316).then(__webpack_require__.bind(__webpack_require__, 81316)).then(({ openEcr }) => openEcr(place, clock));
        opened.set(host, known);
        return known;
    };
    const http = openRegistry({
        ...rest,
        clock,
        credentialsOf: async (host) => (await ecrAt(host))?.credentials() ?? credentialsOf(host),
    });
    return dispatching(http, async (repository) => (await ecrAt(hostOf(repository)))?.registry(http) ?? http);
};
const dispatching = (http, at) => ({
    manifest: async (repository, reference) => (await at(repository)).manifest(repository, reference),
    manifests: (wanted) => lookUpEverywhere(at, wanted),
    put: async (repository, manifest, name) => (await at(repository)).put(repository, manifest, name),
    tag: async (repository, digest, name) => (await at(repository)).tag(repository, digest, name),
    claim: async (repository, digest, name) => (await at(repository)).claim(repository, digest, name),
    label: async (repository, digest, name) => (await at(repository)).label(repository, digest, name),
    names: async (repository) => (await at(repository)).names(repository),
    list: async (repository) => (await at(repository)).list(repository),
    remove: async (repository, reference) => (await at(repository)).remove(repository, reference),
    prepare: async (repository, create) => (await at(repository)).prepare(repository, create),
    // Bytes go by the one API that all of them have.
    referrers: http.referrers,
    blob: http.blob,
    upload: http.upload,
    copy: http.copy,
});
const lookUpEverywhere = async (at, wanted) => {
    const numbered = wanted.map((reference, place) => ({ ...reference, place }));
    const byHost = [...(0,grouped/* grouped */.z)(numbered, ({ repository }) => hostOf(repository)).values()];
    const found = await Promise.all(byHost.map(async (asked) => {
        const registry = await at(asked[0]?.repository ?? '');
        const manifests = await registry.manifests(asked);
        return asked.map(({ place }, index) => [place, manifests[index] ?? null]);
    }));
    const byPlace = new Map(found.flat());
    return wanted.map((_, place) => byPlace.get(place) ?? null);
};


/***/ }),

/***/ 15518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ contentsOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);


const part = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    digest: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)),
    size: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), 0),
    /** A layer that its owner alone gives out is in no registry. */
    urls: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()), []),
});
const schema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    manifests: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(part), []),
    config: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(part),
    layers: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(part), []),
    subject: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(part),
});
const NOTHING = { manifests: [], blobs: [], subject: null };
/** Nothing where it is no manifest of the current kinds: what cannot be read holds nothing that is known. */
const contentsOf = (body) => {
    const result = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(schema, json(body));
    if (!result.success)
        return NOTHING;
    const { manifests, config, layers, subject } = result.output;
    return {
        manifests: (manifests ?? []).map(bare),
        blobs: [...(config ? [config] : []), ...(layers ?? [])].filter(({ urls }) => !urls?.length).map(bare),
        subject: subject?.digest ?? null,
    };
};
const bare = ({ digest, size }) => ({ digest, size });
const json = (body) => {
    try {
        return JSON.parse(new TextDecoder().decode(body));
    }
    catch {
        return null;
    }
};


/***/ }),

/***/ 85983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** A digest is computed, never believed. */
const digestOf = (bytes) => `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;


/***/ }),

/***/ 69848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ grouped)
/* harmony export */ });
/** Items that belong together, in the order in which they came. (`Map.groupBy` wants a newer Node.) */
const grouped = (items, keyOf) => {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key) ?? [];
        groups.set(key, group);
        group.push(item);
    }
    return groups;
};


/***/ }),

/***/ 9134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ listingBy),
/* harmony export */   z: () => (/* binding */ storedOf)
/* harmony export */ });
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15518);

/** What the HTTP API lets one find: images with names. It tells no ages, and takes no name away alone. */
const listingBy = ({ names, manifests }) => async (repository) => {
    const all = await names(repository);
    if (all === null)
        return null;
    const found = await manifests(all.map((reference) => ({ repository, reference })));
    const byDigest = new Map();
    found.forEach((manifest, at) => {
        if (!manifest)
            return;
        const known = byDigest.get(manifest.digest) ?? { manifest, names: [] };
        known.names.push(all[at]);
        byDigest.set(manifest.digest, known);
    });
    const images = [...byDigest.values()].map(({ manifest, names: own }) => storedOf(manifest, own));
    return { images, namesApart: false };
};
const storedOf = ({ digest, body }, names, pushed = null) => {
    const { manifests, subject } = (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .contentsOf */ .K)(body);
    return { digest, names: names.toSorted(), pushed, holds: manifests.map((one) => one.digest), subject };
};


/***/ }),

/***/ 17540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ MANIFESTS),
/* harmony export */   b: () => (/* binding */ manifestsOver)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);
/* harmony import */ var _registry_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11682);
/* harmony import */ var _digests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85983);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13709);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8470);





const MANIFESTS = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const manifestUrl = ({ origin, name }, reference) => `${origin}/v2/${name}/manifests/${reference}`;
const headers = { accept: MANIFESTS.join(', ') };
/** Manifests over a registry's HTTP API. */
const manifestsOver = (ask) => {
    const read = async (repository, reference, actions) => {
        const place = (0,_place_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$t)(repository);
        const { answer, standing } = await ask(place, actions, { url: manifestUrl(place, reference), headers });
        const body = new Uint8Array(await answer.arrayBuffer());
        if (answer.status === 404)
            return null;
        if (!answer.ok)
            throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY((0,_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('read', repository, answer, body, standing));
        return checked(`${repository}:${reference}`, reference, answer.headers, body);
    };
    const has = async (repository, digest) => {
        const place = (0,_place_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$t)(repository);
        const url = manifestUrl(place, digest);
        const { answer, standing } = await ask(place, 'pull,push', { url, headers, method: 'HEAD' });
        if (answer.status === 404)
            return false;
        if (!answer.ok)
            throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY((0,_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('read', repository, answer, new Uint8Array(), standing));
        return true;
    };
    const send = async (repository, { mediaType, body }, reference) => {
        const place = (0,_place_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$t)(repository);
        const { answer, standing } = await ask(place, 'pull,push', {
            url: manifestUrl(place, reference),
            method: 'PUT',
            headers: { 'content-type': mediaType },
            body: Buffer.from(body),
        });
        return { answer, standing, said: new Uint8Array(await answer.arrayBuffer()) };
    };
    const put = async (repository, manifest, name) => {
        const digest = (0,_digests_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .o)(manifest.body);
        const { answer, standing, said } = await send(repository, manifest, name ?? digest);
        if (!answer.ok)
            throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY((0,_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('write', repository, answer, said, standing));
        const subject = answer.headers.get('oci-subject');
        return { digest, subject: subject !== null && (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(subject) ? subject : null };
    };
    const give = async (repository, digest, name) => {
        const image = await read(repository, digest, 'pull,push');
        if (!image)
            throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY((0,_registry_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .notThere */ ._)(repository, digest, name));
        const { answer, standing, said } = await send(repository, image, name);
        if (answer.ok)
            return { kind: 'given' };
        const problem = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .refused */ .J)('write', repository, answer, said, standing);
        return { kind: 'refused', problem, maybeTaken: TAKEN.includes(answer.status) };
    };
    return { read, has, put, give };
};
/** With these a registry refuses to move a name, each with another one; some of them mean other things as well. */
const TAKEN = [400, 403, 405, 409, 412];
/** Over the bytes that came. */
const checked = (what, reference, answered, body) => {
    const digest = (0,_digests_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .o)(body);
    const claims = [answered.get('docker-content-digest'), (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(reference) ? reference : null];
    const wrong = claims.find((claim) => claim !== null && claim !== digest);
    if (wrong)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY((0,_registry_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongDigest */ .K9)(what, wrong, digest));
    return { digest, body, mediaType: answered.get('content-type')?.split(';')[0]?.trim() ?? '' };
};


/***/ }),

/***/ 30976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ naming)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);
/* harmony import */ var _registry_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11682);


/** Names are given by looking, giving and looking again: few registries can do it in one. */
const naming = ({ manifest, give }) => {
    const holder = async (repository, name) => (await manifest(repository, name))?.digest ?? null;
    /** Who has the name in the end; a refusal that nobody's name explains is told. */
    const settle = async (repository, digest, name) => {
        const first = await holder(repository, name);
        if (first)
            return first;
        const given = await give(repository, digest, name);
        const now = await holder(repository, name);
        if (given.kind === 'refused' && (now === null || !given.maybeTaken))
            throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY(given.problem);
        return now ?? digest;
    };
    return {
        tag: async (repository, digest, name) => {
            const given = await give(repository, digest, name);
            if (given.kind === 'given')
                return;
            const now = given.maybeTaken ? await holder(repository, name) : null;
            if (now === digest)
                return;
            throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY(now === null ? given.problem : (0,_registry_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .nameTaken */ .nn)(repository, name, digest, now));
        },
        claim: async (repository, digest, name) => {
            const now = await settle(repository, digest, name);
            return { digest: now, adopted: now !== digest };
        },
        label: async (repository, digest, name) => {
            const now = await settle(repository, digest, name);
            if (now !== digest)
                throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY((0,_registry_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .nameTaken */ .nn)(repository, name, digest, now));
        },
    };
};


/***/ }),

/***/ 24747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70370);

/** As many as a registry answers without throttling, and as a connection pool carries. */
const AT_ONCE = 16;
/** In the order of what was asked. After one that fails no more are begun. */
const inParallel = (items, ask, atOnce = AT_ONCE) => {
    const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(atOnce);
    return Promise.all(items.map((item) => limit(() => ask(item)))).catch((error) => {
        limit.clearQueue();
        throw error;
    });
};


/***/ }),

/***/ 13709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   gr: () => (/* binding */ isDockerHub)
/* harmony export */ });
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


/***/ }),

/***/ 8470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refused)
/* harmony export */ });
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
    fix: `grant them the permission to ${action} (on ghcr.io in a workflow: permissions: packages: ${action === 'read' ? 'read' : 'write'}), or name another with --registry`,
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
/** Most registries make a repository with the first push. */
const noRepository = (repository) => {
    const host = hostOf(repository);
    const region = ECR.exec(host)?.[1];
    const name = repository.slice(host.length + 1);
    return {
        fault: 'caller',
        why: 'it has no such repository, and makes none by a push',
        fix: region
            ? `make it by your infrastructure code, or: aws ecr create-repository --region ${region} --repository-name ${name}   (docs/registry.md says how it is best made)`
            : `make ${name} at ${host}, or name another with --registry`,
    };
};
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
const advice = (status, action, repository, standing) => {
    const host = hostOf(repository);
    if (isDenied(status))
        return denied(status, action, host, standing);
    if (status === 404 && action === 'write')
        return noRepository(repository);
    if (status === 429)
        return { fault: 'world', why: 'too many requests', fix: 'run it again later; what is done is kept' };
    if (status >= 500)
        return { fault: 'world', why: 'the registry itself failed', fix: `see how ${host} is, then run it again` };
    return { fault: 'world', why: 'it does not take the request', fix: `check that ${host} is a registry` };
};
const refused = (action, repository, { status, statusText }, body, standing) => {
    const { fault, why, fix } = advice(status, action, repository, standing);
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


/***/ }),

/***/ 59176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ basic),
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
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


/***/ }),

/***/ 33530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ retrying)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37078);

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
