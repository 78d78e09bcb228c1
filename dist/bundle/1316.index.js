export const id = 1316;
export const ids = [1316];
export const modules = {

/***/ 18022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ answer),
/* harmony export */   e: () => (/* binding */ keepServerTime)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71635);

/** Lets a client keep each answer's `Date`: a limit of time is counted by one clock, and it is the server's. */
const keepServerTime = (client) => {
    const listen = (next) => async (args) => {
        const heard = await next(args);
        const date = heard.response?.headers?.date;
        if (date)
            heard.output.$metadata.date = date;
        return heard;
    };
    client.middlewareStack.add(listen, { step: 'initialize', name: 'keepServerTime' });
    return client;
};
/** What AWS answered, or its error as people read it. */
const answer = async (asked, request, pick) => {
    try {
        const output = await request;
        return { now: instant(output.$metadata.date), value: pick(output) };
    }
    catch (error) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .translate */ .T)(error, asked);
    }
};
const instant = (date) => {
    const told = date === undefined ? Number.NaN : Date.parse(date);
    return (Number.isNaN(told) ? Date.now() : told);
};


/***/ }),

/***/ 81316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openEcr: () => (/* binding */ openEcr)
});

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: ./.build/platform/registry/contents.js
var contents = __webpack_require__(15518);
// EXTERNAL MODULE: ./.build/platform/registry/digests.js
var digests = __webpack_require__(85983);
// EXTERNAL MODULE: ./.build/platform/registry/grouped.js
var grouped = __webpack_require__(69848);
// EXTERNAL MODULE: ./.build/platform/registry/listing.js
var listing = __webpack_require__(9134);
// EXTERNAL MODULE: ./.build/platform/registry/naming.js
var naming = __webpack_require__(30976);
// EXTERNAL MODULE: ./.build/platform/registry-problems.js
var registry_problems = __webpack_require__(11682);
// EXTERNAL MODULE: ./.build/platform/registry/manifests.js
var manifests = __webpack_require__(17540);
// EXTERNAL MODULE: ./.build/platform/registry/secret.js
var secret = __webpack_require__(59176);
// EXTERNAL MODULE: ./.build/platform/aws/errors.js + 1 modules
var errors = __webpack_require__(71635);
;// CONCATENATED MODULE: ./.build/platform/aws/ecr-calls.js



/** The names that may move: caches, and what carries a push. All others stand for one image for ever. */
const MAY_MOVE = ['cache*', 'staging-*'];
/** ECR's own error by its name: what it means depends on what was asked. */
const isCalled = (error, ...names) => error instanceof Error && names.includes(error.name);
const ecrCalls = (sdk, client, place) => {
    const line = lineTo(sdk, client, place);
    return { ...reading(line), ...writing(line), ...preparing(line), login: () => login(line) };
};
const lineTo = (sdk, client, { account, region, endpoint }) => ({
    sdk,
    client,
    account,
    of: (repositoryName) => ({ registryId: account, repositoryName }),
    told: (action, name, asked, known = []) => asked.catch((error) => {
        const subject = name === '' ? 'the registry' : `repository ${name} of account ${account}`;
        const asking = { action, subject, place: endpoint ?? `Amazon ECR in ${region}` };
        throw isCalled(error, ...known) ? error : (0,errors/* translate */.T)(error, asking);
    }),
});
const reading = ({ sdk, client, of, told }) => ({
    batchGet: (name, ids) => {
        const images = { imageIds: [...ids], acceptedMediaTypes: [...manifests/* MANIFESTS */.V] };
        const command = new sdk.BatchGetImageCommand({ ...of(name), ...images });
        return told('ecr:BatchGetImage', name, client.send(command), [NO_REPOSITORY]);
    },
    tagged: (name) => {
        const asked = { ...of(name), filter: { tagStatus: 'TAGGED' } };
        const pages = sdk.paginateListImages({ client, pageSize: PAGE }, asked);
        const gathered = gather(pages, ({ imageIds }) => imageIds);
        return told('ecr:ListImages', name, gathered, [NO_REPOSITORY]);
    },
    describe: (name) => {
        const pages = sdk.paginateDescribeImages({ client, pageSize: PAGE }, of(name));
        const gathered = gather(pages, ({ imageDetails }) => imageDetails);
        return told('ecr:DescribeImages', name, gathered, [NO_REPOSITORY]);
    },
});
const writing = ({ sdk, client, of, told }) => ({
    put: async (name, { digest, mediaType, body }, tag) => {
        const command = new sdk.PutImageCommand({
            ...of(name),
            imageManifest: new TextDecoder().decode(body),
            imageManifestMediaType: mediaType,
            imageDigest: digest,
            ...(tag === null ? {} : { imageTag: tag }),
        });
        await told('ecr:PutImage', name, client.send(command), [NO_REPOSITORY, ...TAKEN, ...INCOMPLETE]);
    },
    batchDelete: (name, ids) => {
        const command = new sdk.BatchDeleteImageCommand({ ...of(name), imageIds: [...ids] });
        return told('ecr:BatchDeleteImage', name, client.send(command), [NO_REPOSITORY]);
    },
});
const preparing = ({ sdk, client, account, of, told }) => ({
    isThere: async (name) => {
        const command = new sdk.DescribeRepositoriesCommand({ registryId: account, repositoryNames: [name] });
        const asked = told('ecr:DescribeRepositories', name, client.send(command), [NO_REPOSITORY]);
        return asked.then(() => true, unless(NO_REPOSITORY, false));
    },
    create: async (name) => {
        const command = new sdk.CreateRepositoryCommand({
            ...of(name),
            imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
            imageTagMutabilityExclusionFilters: MAY_MOVE.map((filter) => ({ filterType: 'WILDCARD', filter })),
        });
        const asked = told('ecr:CreateRepository', name, client.send(command), [ALREADY_THERE]);
        await asked.catch(unless(ALREADY_THERE, null));
    },
});
const login = async ({ sdk, client, told }) => {
    const asked = client.send(new sdk.GetAuthorizationTokenCommand({}));
    const { authorizationData } = await told('ecr:GetAuthorizationToken', '', asked);
    const [data] = authorizationData ?? [];
    return {
        credentials: credentialsIn(data?.authorizationToken ?? ''),
        until: data?.expiresAt?.getTime() ?? 0,
    };
};
/** An error of this name is an answer. */
const unless = (name, otherwise) => (error) => {
    if (isCalled(error, name))
        return otherwise;
    throw error;
};
const PAGE = 1000;
const ALREADY_THERE = 'RepositoryAlreadyExistsException';
const NO_REPOSITORY = 'RepositoryNotFoundException';
/** The first says that this image has this name already, the second that another one has it. */
const TAKEN = ['ImageAlreadyExistsException', 'ImageTagAlreadyExistsException'];
const INCOMPLETE = ['LayersNotFoundException', 'ReferencedImagesNotFoundException'];
const gather = async (pages, pick) => {
    const items = [];
    for await (const page of pages)
        items.push(...(pick(page) ?? []));
    return items;
};
/** `AWS:PASSWORD` in Base64. */
const credentialsIn = (token) => {
    const plain = Buffer.from(token, 'base64').toString();
    const colon = plain.indexOf(':');
    return { kind: 'password', user: plain.slice(0, colon), password: new secret/* Secret */.z(plain.slice(colon + 1)) };
};

// EXTERNAL MODULE: ./.build/platform/registry/parallel.js
var parallel = __webpack_require__(24747);
;// CONCATENATED MODULE: ./.build/platform/aws/ecr-problems.js
const noRepository = (repository, region) => {
    const [, ...name] = repository.split('/');
    return {
        code: 'repository-not-found',
        fault: 'caller',
        problem: `Amazon ECR has no repository ${repository}`,
        why: 'ECR wants a repository to be made before anything is pushed to it',
        fix: `make it by your infrastructure code, or: aws ecr create-repository --region ${region} --repository-name ${name.join('/')} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=cache* filterType=WILDCARD,filter=staging-*`,
    };
};
const partsNotThere = (repository, why) => ({
    code: 'image-parts-missing',
    fault: 'thing',
    problem: `Amazon ECR does not take an image into ${repository}`,
    why,
    fix: 'push its parts first: layers and configuration before a manifest, manifests before an index',
});
/** It may have been taken away between the push and the look. */
const nameUnclear = (repository, name) => ({
    code: 'name-unclear',
    fault: 'world',
    problem: `${repository}:${name} was not given`,
    why: 'Amazon ECR says that an image has this name already, and gives none out under it',
    fix: 'run it again; if it stays, see the image in the console of ECR',
});
const reason = ({ failureCode, failureReason }) => [failureCode, failureReason].filter(Boolean).join(': ') || 'it gives no reason';
const notRead = (repository, reference, failing) => ({
    code: 'image-not-read',
    fault: 'world',
    problem: `Amazon ECR does not give out ${reference} of ${repository}`,
    why: reason(failing),
    fix: 'see the image in the console of ECR: an encryption key or an upstream registry may be out of reach',
});
const notRemoved = (repository, reference, failing) => ({
    code: 'image-not-removed',
    fault: failing.failureCode === 'ImageReferencedByManifestList' ? 'caller' : 'world',
    problem: `Amazon ECR does not delete ${reference} of ${repository}`,
    why: reason(failing),
    fix: failing.failureCode === 'ImageReferencedByManifestList'
        ? 'delete the index that holds it first'
        : 'see the image in the console of ECR, then run it again',
});

;// CONCATENATED MODULE: ./.build/platform/aws/ecr-images.js






/** As many as one call takes. */
const BATCH = 100;
/** Calls at once: ECR gives out images to many, but not endlessly. */
const AT_ONCE = 8;
const idOf = (reference) => (0,words/* isDigest */.Bc)(reference) ? { imageDigest: reference } : { imageTag: reference };
/** Looks images of one repository up, a hundred a call. One that is not there is null, like all of no repository. */
const lookUp = async (calls, repository, references) => {
    const batches = chunks([...new Set(references)], BATCH);
    const found = await (0,parallel/* inParallel */.H)(batches, (batch) => batchOf(calls, repository, batch), AT_ONCE);
    return new Map(found.flatMap((one) => [...one]));
};
const chunks = (items, size) => Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
const batchOf = async (calls, repository, batch) => {
    const name = repository.slice(repository.indexOf('/') + 1);
    const answer = await calls.batchGet(name, batch.map(idOf)).catch((error) => {
        if (isCalled(error, NO_REPOSITORY))
            return null;
        throw error;
    });
    if (!answer)
        return new Map(batch.map((reference) => [reference, null]));
    const { images = [], failures = [] } = answer;
    const missing = absentOf(repository, failures);
    const sorted = batch.map((reference) => [reference, imageOf(images, batch, reference)]);
    const unclear = sorted.filter(([reference, image]) => !image && !missing.has(reference));
    // An image with several names may come back under another one than was asked for: alone it cannot be mistaken.
    if (unclear.length > 0 && batch.length > 1) {
        const alone = await (0,parallel/* inParallel */.H)(unclear, ([one]) => batchOf(calls, repository, [one]), AT_ONCE);
        return new Map([...readable(repository, sorted), ...alone.flatMap((one) => [...one])]);
    }
    return new Map(readable(repository, sorted));
};
const imageOf = (images, batch, reference) => {
    const asked = ({ imageId }) => (0,words/* isDigest */.Bc)(reference) ? imageId?.imageDigest === reference : imageId?.imageTag === reference;
    return images.find(asked) ?? (batch.length === 1 ? images[0] : undefined);
};
/** What is not there; any other failure is an error, with all of them. */
const absentOf = (repository, failures) => {
    const nameOf = ({ imageId }) => imageId?.imageDigest ?? imageId?.imageTag ?? 'an image';
    const isAbsent = ({ failureCode }) => failureCode === 'ImageNotFound';
    const problems = failures
        .filter((one) => !isAbsent(one))
        .map((one) => notRead(repository, nameOf(one), one));
    if (problems.length > 0)
        throw new words/* StaggerError */.IY(...problems);
    return new Set(failures.map(nameOf));
};
const readable = (repository, images) => images.map(([reference, image]) => [reference, image ? manifestOf(repository, reference, image) : null]);
/** A digest is computed, never believed, here as from any registry. */
const manifestOf = (repository, reference, image) => {
    const body = new TextEncoder().encode(image.imageManifest ?? '');
    const digest = (0,digests/* digestOf */.o)(body);
    const claims = [image.imageId?.imageDigest, (0,words/* isDigest */.Bc)(reference) ? reference : undefined];
    const wrong = claims.find((claim) => claim !== undefined && claim !== digest);
    if (wrong)
        throw new words/* StaggerError */.IY((0,registry_problems/* wrongDigest */.K9)(`${repository}:${reference}`, wrong, digest));
    return { digest, body, mediaType: image.imageManifestMediaType ?? '' };
};

;// CONCATENATED MODULE: ./.build/platform/aws/ecr.js










const nameIn = (repository) => repository.slice(repository.indexOf('/') + 1);
/** Where there is no repository, there is nothing. */
const orNull = async (asked) => asked.catch((error) => {
    if (isCalled(error, NO_REPOSITORY))
        return null;
    throw error;
});
/** Amazon ECR by its own API: one call looks a hundred images up, and gives a name without a pull. */
const ecrRegistry = (calls, region, http) => {
    const manifest = async (repository, reference) => (await lookUp(calls, repository, [reference])).get(reference) ?? null;
    const putting = pushing(calls, region);
    const give = async (repository, digest, name) => {
        const image = await manifest(repository, digest);
        if (!image)
            throw new words/* StaggerError */.IY((0,registry_problems/* notThere */._)(repository, digest, name));
        return putting(repository, image, name);
    };
    const names = async (repository) => {
        const ids = await orNull(calls.tagged(nameIn(repository)));
        return ids?.flatMap(({ imageTag }) => imageTag ?? []) ?? null;
    };
    return {
        ...http,
        manifest,
        manifests: (wanted) => lookUpAll(calls, wanted),
        ...(0,naming/* naming */.b)({ manifest, give }),
        names,
        put: (repository, image, name) => putOne({ manifest, putting }, repository, image, name),
        list: (repository) => list(calls, repository),
        remove: (repository, reference) => remove(calls, repository, reference),
        prepare: async (repository, create) => {
            if (await calls.isThere(nameIn(repository)))
                return;
            if (!create)
                throw new words/* StaggerError */.IY(noRepository(repository, region));
            await calls.create(nameIn(repository));
        },
    };
};
const lookUpAll = async (calls, wanted) => {
    const byRepository = (0,grouped/* grouped */.z)(wanted, ({ repository }) => repository);
    const found = new Map(await Promise.all([...byRepository].map(async ([repository, asked]) => {
        const references = asked.map(({ reference }) => reference);
        return [repository, await lookUp(calls, repository, references)];
    })));
    return wanted.map(({ repository, reference }) => found.get(repository)?.get(reference) ?? null);
};
const pushing = (calls, region) => async (repository, image, name) => {
    try {
        await calls.put(nameIn(repository), image, name);
        return { kind: 'given' };
    }
    catch (error) {
        if (isCalled(error, NO_REPOSITORY))
            throw new words/* StaggerError */.IY(noRepository(repository, region));
        if (isCalled(error, ...INCOMPLETE))
            throw new words/* StaggerError */.IY(partsNotThere(repository, error.message));
        if (!isCalled(error, ...TAKEN))
            throw error;
        // Without a name it says that the image is there already: as good as pushed.
        if (name === null)
            return { kind: 'given' };
        return { kind: 'refused', maybeTaken: true, problem: nameUnclear(repository, name) };
    }
};
const putOne = async ({ manifest, putting }, repository, image, name) => {
    const digest = (0,digests/* digestOf */.o)(image.body);
    const given = await putting(repository, { ...image, digest }, name);
    if (given.kind === 'refused') {
        const holder = (await manifest(repository, name ?? digest))?.digest;
        if (holder === undefined)
            throw new words/* StaggerError */.IY(given.problem);
        if (holder !== digest)
            throw new words/* StaggerError */.IY((0,registry_problems/* nameTaken */.nn)(repository, name ?? digest, digest, holder));
    }
    // ECR keeps referrers itself.
    return { digest, subject: (0,contents/* contentsOf */.K)(image.body).subject };
};
const list = async (calls, repository) => {
    const details = await orNull(calls.describe(nameIn(repository)));
    if (details === null)
        return null;
    const digests = details.flatMap(({ imageDigest }) => imageDigest && (0,words/* isDigest */.Bc)(imageDigest) ? imageDigest : []);
    const found = await lookUp(calls, repository, digests);
    const images = details.flatMap(({ imageDigest = '', imageTags, imagePushedAt, subjectManifestDigest }) => {
        if (!(0,words/* isDigest */.Bc)(imageDigest))
            return [];
        const pushed = (imagePushedAt?.getTime() ?? null);
        const image = found.get(imageDigest);
        const bare = { digest: imageDigest, names: [], pushed, holds: [], subject: null };
        const stored = image ? (0,listing/* storedOf */.z)(image, imageTags ?? [], pushed) : { ...bare, names: imageTags ?? [] };
        return [{ ...stored, subject: stored.subject ?? digestOrNull(subjectManifestDigest) }];
    });
    return { images, namesApart: true };
};
const digestOrNull = (text) => text !== undefined && (0,words/* isDigest */.Bc)(text) ? text : null;
const remove = async (calls, repository, reference) => {
    const answer = await orNull(calls.batchDelete(nameIn(repository), [idOf(reference)]));
    const failed = answer?.failures?.find(({ failureCode }) => failureCode !== 'ImageNotFound');
    if (failed)
        throw new words/* StaggerError */.IY(notRemoved(repository, reference, failed));
};

// EXTERNAL MODULE: ./.build/platform/aws/sdk-clients.js + 3 modules
var sdk_clients = __webpack_require__(10528);
;// CONCATENATED MODULE: ./.build/platform/aws/ecr-open.js



/** A token is good for twelve hours; one that ends within minutes is not begun with. */
const MARGIN = 5 * 60_000;
/**
 * Null where AWS's SDK finds no credentials: then a login by Docker's own means may still do, as it does for every
 * other registry.
 */
const openEcr = async (place, clock) => {
    const { region, endpoint } = place;
    const client = await (0,sdk_clients/* ecrClient */.GD)({ region, ...(endpoint === undefined ? {} : { endpoint }) });
    const known = await client.config.credentials().then(() => true, () => false);
    if (!known)
        return null;
    const calls = ecrCalls(await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19)), client, place);
    return { registry: (http) => ecrRegistry(calls, region, http), credentials: loggedIn(calls, clock) };
};
const loggedIn = (calls, clock) => {
    let login = null;
    return async () => {
        const known = await login;
        if (known && known.until - MARGIN > clock.now())
            return known.credentials;
        login = calls.login().catch((error) => {
            login = null;
            throw error;
        });
        return (await login).credentials;
    };
};


/***/ }),

/***/ 71635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ translate)
});

// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
;// CONCATENATED MODULE: ./.build/platform/aws/error-rules.js
const problem = (code, fault, text, fix) => ({
    code,
    fault,
    problem: text,
    fix,
});
const CREDENTIALS = /^(ExpiredToken(Exception)?|RequestExpired|UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch|MissingAuthenticationToken|CredentialsProviderError|TokenProviderError|InvalidIdentityToken(Exception)?)$/;
const NETWORK = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|TimeoutError|ERR_TLS.*|CERT_.*|UND_ERR.*)$/;
/** By the error's name, or its code where a socket failed. The first that matches tells. */
const RULES = [
    [
        /^ClusterNotFoundException$/,
        (_, { subject, place }) => problem('cluster-not-found', 'caller', `there is no such cluster: ${subject}, asked at ${place}`, 'Correct cluster, region or endpoint of the environment in stagger.yml. The clusters that exist: aws ecs list-clusters'),
    ],
    [
        /^Service(NotFound|NotActive)Exception$/,
        (_, { subject, place }) => problem('service-not-found', 'caller', `there is no such active service: ${subject}, asked at ${place}`, 'Correct service or cluster of the environment in stagger.yml, or let your infrastructure code make the service.'),
    ],
    [
        /^(AccessDenied(Exception)?|UnauthorizedOperation|NotAuthorized)$/,
        (failure, asked) => {
            const action = /not authorized to perform: ([\w-]+:\w+)/.exec(failure.message)?.[1] ?? asked.action;
            return problem('access-denied', 'caller', `AWS denies ${action} for ${asked.subject}`, `Allow the action ${action} in the policy of the role that runs this. Which role that is: aws sts get-caller-identity`);
        },
    ],
    [
        CREDENTIALS,
        (_, { place }) => problem('credentials', 'world', `AWS takes no credentials from here (${place})`, 'Get new ones (in a workflow: aws-actions/configure-aws-credentials with permissions id-token: write; here: aws sso login) and run it again.'),
    ],
    [
        /^(ThrottlingException|Throttling|TooManyRequestsException|RequestLimitExceeded|RequestThrottled(Exception)?|SlowDown)$/,
        (_, { action }) => problem('throttled', 'world', `AWS throttles ${action}, again and again`, 'Run it again later, or with fewer services at once.'),
    ],
    [
        /^DeploymentLimitExceededException$/,
        (_, { action, subject }) => problem('deployment-under-way', 'caller', `AWS refuses ${action} for ${subject} while another deployment is under way`, 'Wait for what AWS names; a deployment that is rolled back goes on until it is. Or have it rolled back: stagger stop. Then run this again.'),
    ],
    [
        NETWORK,
        (_, { place }) => problem('unreachable', 'world', `${place} cannot be reached`, 'Check the region, the endpoint (AWS_ENDPOINT_URL) and the network, and run it again.'),
    ],
];

;// CONCATENATED MODULE: ./.build/platform/aws/errors.js


/** The SDK may wrap a socket's error; then its name and its code stand in the message alone. */
const names = (failure) => [
    failure.name,
    ...(/^AWS SDK error wrapper for (\w+)/.exec(failure.message)?.slice(1) ?? []),
    ...(failure.message.match(/\bE[A-Z_]{4,}\b/g) ?? []),
    ...(failure.code ? [failure.code] : []),
    ...(failure.errors ?? []).flatMap(names),
];
const otherwise = (failure, { action, subject, place }) => {
    if (/region is missing/i.test(failure.message)) {
        return problem('no-region', 'caller', 'no AWS region is known', 'Set region: in the environment in stagger.yml, or AWS_REGION.');
    }
    if (failure.$fault === 'server' || (failure.$metadata?.httpStatusCode ?? 0) >= 500) {
        return problem('aws-failed', 'world', `AWS failed at ${action} for ${subject}`, 'Run it again; see https://health.aws.amazon.com if it stays.');
    }
    if (failure.$metadata === undefined)
        return undefined;
    return failure.name === 'SyntaxError'
        ? problem('not-aws', 'world', `${place} does not answer as AWS does`, 'Check the endpoint (AWS_ENDPOINT_URL) and what stands between: a proxy?')
        : problem('aws-refused', 'caller', `AWS refuses ${action} for ${subject}`, 'Correct what AWS names, in the environment in stagger.yml or in the template.');
};
const why = ({ name, code, message, errors }) => {
    const said = message || errors?.map(why).join('; ') || code || 'no reason given';
    return name === 'Error' || name === 'AggregateError' ? said : `${name}: ${said}`;
};
/** AWS's error as people read it; an error that is not AWS's is a bug, and comes back as it was. */
const translate = (error, asked) => {
    if (!(error instanceof Error) || error instanceof words/* StaggerError */.IY)
        return error;
    const failure = error;
    const rule = RULES.find(([matches]) => names(failure).some((name) => matches.test(name)));
    const told = rule ? rule[1](failure, asked) : otherwise(failure, asked);
    return told ? new words/* StaggerError */.IY({ ...told, why: why(failure) }) : error;
};


/***/ }),

/***/ 10528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G_: () => (/* binding */ alarmsClient),
  b: () => (/* binding */ balancingClient),
  hI: () => (/* binding */ codeDeployClients),
  GD: () => (/* binding */ ecrClient),
  KF: () => (/* binding */ ecsClients),
  RU: () => (/* binding */ logsClient),
  NY: () => (/* binding */ scalingClient),
  Km: () => (/* binding */ stsClient)
});

// EXTERNAL MODULE: ./.build/platform/aws/answer.js
var answer = __webpack_require__(18022);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
;// CONCATENATED MODULE: ./.build/platform/aws/few.js

const AT_ONCE = 8;
/**
 * Where AWS documents no rate nothing can be paced: what is throttled is repeated, and more slowly. With few requests
 * under way at once no hundreds are refused together, which would use up what the SDK keeps for repeating.
 */
const fewAtOnce = (client) => {
    const turn = (0,p_limit/* default */.A)(AT_ONCE);
    const middleware = (next) => (args) => turn(() => next(args));
    const options = { step: 'initialize', priority: 'high', name: 'fewAtOnce' };
    client.middlewareStack.add(middleware, options);
    return client;
};

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./.build/platform/aws/paced.js

/** `UpdateServiceCommand` asks for `UpdateService`. */
const actionOf = ({ commandName = '' }) => commandName.replace(/Command$/, '');
const isThrottled = (error) => error instanceof Error && /Throttl/.test(error.name);
/**
 * Lets each attempt of a client wait for its turn, also one that is repeated. Throttling is cheaper avoided than
 * outlived: hundreds of requests that are refused and repeated at once use up their attempts.
 */
const paced = (client, turns) => {
    const middleware = (next, context) => async (args) => {
        const action = actionOf(context);
        const pause = turns.take(action);
        if (pause > 0)
            await (0,promises_.setTimeout)(pause);
        try {
            return await next(args);
        }
        catch (error) {
            if (isThrottled(error))
                turns.throttled(action);
            throw error;
        }
    };
    const options = { relation: 'after', toMiddleware: 'retryMiddleware', name: 'paced' };
    client.middlewareStack.addRelativeTo(middleware, options);
    return client;
};

// EXTERNAL MODULE: ./.build/platform/aws/turns.js + 1 modules
var aws_turns = __webpack_require__(16077);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./.build/platform/aws/verbatim.js

/**
 * The SDK drops every field that it does not know, both ways and without a word. A task definition is somebody's work,
 * and AWS adds fields to it: what is newer than the SDK passes as it stands.
 */
const verbatim = (client) => {
    add(client, heard, { step: 'deserialize', priority: 'low', name: 'hearVerbatim' });
    add(client, understood, { step: 'deserialize', priority: 'high', name: 'tellVerbatim' });
    add(client, sent, { step: 'serialize', priority: 'low', name: 'sendVerbatim' });
    return client;
};
const add = ({ middlewareStack }, middleware, options) => middlewareStack.add(middleware, options);
const READS = 'DescribeTaskDefinitionCommand';
const WRITES = 'RegisterTaskDefinitionCommand';
const bodies = new WeakMap();
/** Below the deserializer: keeps the answer's own text, which can be read once. */
const heard = (next, context) => async (args) => {
    const answer = await next(args);
    if (context.commandName !== READS)
        return answer;
    const bytes = await bytesOf(answer.response.body);
    answer.response.body = bytes;
    bodies.set(answer.response, new TextDecoder().decode(bytes));
    return answer;
};
/** Above it: what it left out is put back. */
const understood = (next, context) => async (args) => {
    const answer = await next(args);
    const text = context.commandName === READS ? bodies.get(answer.response) : undefined;
    return text === undefined ? answer : { ...answer, output: complete(answer.output, JSON.parse(text)) };
};
const sent = (next, context) => async (args) => {
    if (context.commandName === WRITES) {
        const { request, input } = args;
        const known = JSON.parse(textOf(request.body));
        const all = complete(known, input);
        if (!(0,external_node_util_.isDeepStrictEqual)(known, all))
            request.body = JSON.stringify(all);
    }
    return next(args);
};
const textOf = (body) => body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
const bytesOf = async (body) => {
    if (body instanceof Uint8Array)
        return body;
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return Buffer.concat(chunks);
};
const isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
/** `known`, with everything of `all` that it lacks. */
const complete = (known, all) => {
    if (Array.isArray(known) && Array.isArray(all))
        return known.map((item, at) => complete(item, all[at]));
    if (!isTree(known) || !isTree(all))
        return known;
    const lacking = Object.entries(all).filter(([key, value]) => !(key in known) && value != null);
    const inner = Object.entries(known).map(([key, value]) => [key, complete(value, all[key])]);
    return Object.fromEntries([...inner, ...lacking]);
};

;// CONCATENATED MODULE: ./.build/platform/aws/sdk-clients.js





const ATTEMPTS = 8;
const COMMON = { maxAttempts: ATTEMPTS, requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 } };
const at = ({ region, endpoint }) => ({
    ...COMMON,
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
});
const ecsClients = async (place) => {
    const [{ ECSClient }, { RefusedOnly }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19)),
        Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(9664)]).then(__webpack_require__.bind(__webpack_require__, 39664)),
    ]);
    const reads = new ECSClient({ ...at(place), retryMode: 'adaptive' });
    const writes = new ECSClient({ ...at(place), retryStrategy: new RefusedOnly(ATTEMPTS) });
    const turns = (0,aws_turns/* createTurns */.z4)(Date.now);
    const ready = (client) => (0,answer/* keepServerTime */.e)(verbatim(paced(client, turns)));
    return { reads: ready(reads), writes: ready(writes) };
};
const logsClient = async (place) => {
    const { CloudWatchLogsClient } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 70303, 19));
    return (0,answer/* keepServerTime */.e)(new CloudWatchLogsClient({ ...at(place), retryMode: 'adaptive' }));
};
const stsClient = async (place) => {
    const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
    return (0,answer/* keepServerTime */.e)(new STSClient({ ...at(place), retryMode: 'adaptive' }));
};
/** Whatever ECR is asked may be asked twice: a name that is given again says so. */
const ecrClient = async (place) => {
    const { ECRClient } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19));
    return new ECRClient({ ...at(place), retryMode: 'adaptive' });
};
const balancingClient = async (place) => {
    const { ElasticLoadBalancingV2Client } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
    const client = new ElasticLoadBalancingV2Client({ ...at(place), retryMode: 'adaptive' });
    return (0,answer/* keepServerTime */.e)(paced(client, (0,aws_turns/* createTurns */.z4)(Date.now)));
};
const alarmsClient = async (place) => {
    const { CloudWatchClient } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(4085)]).then(__webpack_require__.t.bind(__webpack_require__, 44085, 19));
    const client = new CloudWatchClient({ ...at(place), retryMode: 'adaptive' });
    return (0,answer/* keepServerTime */.e)(paced(client, (0,aws_turns/* createTurns */.z4)(Date.now)));
};
const scalingClient = async (place) => {
    const { ApplicationAutoScalingClient } = await Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(1491)]).then(__webpack_require__.t.bind(__webpack_require__, 11491, 19));
    return (0,answer/* keepServerTime */.e)(fewAtOnce(new ApplicationAutoScalingClient({ ...at(place), retryMode: 'adaptive' })));
};
/** Beginning, stopping and continuing are said once, and wait for no look; what is asked may be asked twice. */
const codeDeployClients = async (place) => {
    const [{ CodeDeployClient }, { RefusedOnly }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(7507)]).then(__webpack_require__.t.bind(__webpack_require__, 17507, 19)),
        Promise.all(/* import() */[__webpack_require__.e(3609), __webpack_require__.e(9664)]).then(__webpack_require__.bind(__webpack_require__, 39664)),
    ]);
    const reads = new CodeDeployClient({ ...at(place), retryMode: 'adaptive' });
    const writes = new CodeDeployClient({ ...at(place), retryStrategy: new RefusedOnly(ATTEMPTS) });
    return { reads: (0,answer/* keepServerTime */.e)(fewAtOnce(reads)), writes: (0,answer/* keepServerTime */.e)(fewAtOnce(writes)) };
};


/***/ }),

/***/ 16077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z4: () => (/* binding */ createTurns),
  nS: () => (/* binding */ lasting)
});

// UNUSED EXPORTS: emptied, turn

;// CONCATENATED MODULE: ./.build/platform/aws/rates.js
/**
 * What AWS documents for what a deployment asks for: nothing of CodeDeploy, nor of Application Auto Scaling. Where an account
 * has more, we are slower than we might be.
 */
const RATES = [
    { actions: ['DescribeClusters', 'ListClusters'], burst: 50, sustained: 20 },
    { actions: ['RegisterTaskDefinition'], burst: 20, sustained: 1 },
    { actions: ['DescribeTaskDefinition'], burst: 50, sustained: 20 },
    { actions: ['RunTask'], burst: 100, sustained: 40 },
    { actions: ['DescribeTasks', 'ListTasks'], burst: 100, sustained: 20 },
    { actions: ['UpdateService'], burst: 50, sustained: 5 },
    { actions: ['DescribeServices', 'ListServices'], burst: 100, sustained: 20 },
    { actions: ['DescribeServiceDeployments', 'ListServiceDeployments'], burst: 50, sustained: 20 },
    { actions: ['DescribeServiceRevisions'], burst: 50, sustained: 20 },
    {
        actions: ['DescribeRules', 'DescribeListeners', 'DescribeTargetGroups', 'DescribeTargetHealth'],
        burst: 40,
        sustained: 10,
    },
    { actions: ['DescribeAlarms'], burst: 9, sustained: 9 },
];

;// CONCATENATED MODULE: ./.build/platform/aws/turns.js

/** A little is left over: on the way to AWS some requests catch up with others. */
const SHARE_OF_BURST = 0.9;
const SHARE_OF_RATE = 0.98;
const millisecondsEach = ({ sustained }) => 1000 / (sustained * SHARE_OF_RATE);
/** How long one more request has to wait, so that no bucket is ever empty when it arrives. */
const turn = (fullAt, rate, now) => {
    const each = millisecondsEach(rate);
    const holds = Math.floor(rate.burst * SHARE_OF_BURST) * each;
    const after = Math.max(fullAt, now) + each;
    return { fullAt: after, wait: Math.max(0, after - now - holds) };
};
/** Somebody else of the account takes from it too: it is empty, whatever we counted. */
const emptied = (fullAt, rate, now) => Math.max(fullAt, now + Math.floor(rate.burst * SHARE_OF_BURST) * millisecondsEach(rate));
/** How long so many requests of an action last, one after the other, in milliseconds; the bucket is full at first. */
const lasting = (action, times, rates = RATES) => {
    const rate = rates.find(({ actions }) => actions.includes(action));
    if (!rate)
        return 0;
    return Math.max(0, times - Math.floor(rate.burst * SHARE_OF_BURST)) * millisecondsEach(rate);
};
const createTurns = (now, rates = RATES) => {
    const buckets = new Map();
    const rateOf = (action) => rates.find(({ actions }) => actions.includes(action));
    return {
        take(action) {
            const rate = rateOf(action);
            if (!rate)
                return 0;
            const { fullAt, wait } = turn(buckets.get(rate) ?? 0, rate, now());
            buckets.set(rate, fullAt);
            return wait;
        },
        throttled(action) {
            const rate = rateOf(action);
            if (rate)
                buckets.set(rate, emptied(buckets.get(rate) ?? 0, rate, now()));
        },
    };
};


/***/ })

};
