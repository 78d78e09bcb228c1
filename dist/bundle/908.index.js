export const id = 908;
export const ids = [908];
export const modules = {

/***/ 1916:
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

/***/ 7908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  load: () => (/* binding */ load),
  serve: () => (/* binding */ serve)
});

;// CONCATENATED MODULE: ./.build/rehearsal/control.js
const isControl = (text) => text === 'stop-first';

// EXTERNAL MODULE: ./.build/rehearsal/load/options.js
var options = __webpack_require__(7997);
// EXTERNAL MODULE: ./.build/rehearsal/load/process.js + 7 modules
var load_process = __webpack_require__(5450);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(9231);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./.build/rehearsal/api/enums.js
/**
 * Which of the SDK's enumerations a member takes its value from. The SDK's schemas know strings only; its package
 * exports the enumerations without saying where they belong. `Structure.member` goes before `member`.
 */
const ECS = {
    launchType: 'LaunchType',
    schedulingStrategy: 'SchedulingStrategy',
    networkMode: 'NetworkMode',
    propagateTags: 'PropagateTags',
    desiredStatus: 'DesiredStatus',
    stopType: 'StopServiceDeploymentStopType',
    requiresCompatibilities: 'Compatibility',
    availabilityZoneRebalancing: 'AvailabilityZoneRebalancing',
    pidMode: 'PidMode',
    ipcMode: 'IpcMode',
    'DeploymentConfiguration.strategy': 'DeploymentStrategy',
    'DeploymentController.type': 'DeploymentControllerType',
    'ThresholdConfiguration.type': 'ThresholdType',
    'ContinueServiceDeploymentRequest.action': 'DeploymentLifecycleHookAction',
    'DeploymentLifecycleHookTimeoutConfiguration.action': 'DeploymentLifecycleHookAction',
    'DeploymentLifecycleHook.targetType': 'DeploymentLifecycleHookTargetType',
    'DeploymentLifecycleHook.lifecycleStages': 'DeploymentLifecycleHookStage',
    'DeploymentEarlySuccessCriteria.sourceServiceRevisionCleanup': 'ServiceRevisionCleanup',
    'LogConfiguration.logDriver': 'LogDriver',
    'PortMapping.protocol': 'TransportProtocol',
    'PortMapping.appProtocol': 'ApplicationProtocol',
    'AwsVpcConfiguration.assignPublicIp': 'AssignPublicIp',
    'ContainerDependency.condition': 'ContainerCondition',
    'RuntimePlatform.cpuArchitecture': 'CPUArchitecture',
    'RuntimePlatform.operatingSystemFamily': 'OSFamily',
    'DescribeTaskDefinitionRequest.include': 'TaskDefinitionField',
    'DescribeServicesRequest.include': 'ServiceField',
    'DescribeClustersRequest.include': 'ClusterField',
    'DescribeTasksRequest.include': 'TaskField',
    'ListServiceDeploymentsRequest.status': 'ServiceDeploymentStatus',
    'ListTaskDefinitionsRequest.status': 'TaskDefinitionStatus',
    'ListTaskDefinitionsRequest.sort': 'SortOrder',
};
const ELB = {
    Protocol: 'ProtocolEnum',
    HealthCheckProtocol: 'ProtocolEnum',
    TargetType: 'TargetTypeEnum',
    Scheme: 'LoadBalancerSchemeEnum',
    'Action.Type': 'ActionTypeEnum',
    'CreateLoadBalancerInput.Type': 'LoadBalancerTypeEnum',
};
const LOGS = { orderBy: 'OrderBy', logGroupClass: 'LogGroupClass' };
const TABLES = { ecs: ECS, elasticloadbalancing: ELB, logs: LOGS, sts: {} };
/** The values that a member may have, or undefined where any string will do. */
const valuesOf = (model, structure, member) => {
    const table = TABLES[model.name];
    const name = table[`${structure}.${member}`] ?? table[member];
    const found = name === undefined ? undefined : model.exports[name];
    return found === undefined ? undefined : Object.values(found);
};

;// CONCATENATED MODULE: ./.build/rehearsal/api/fault.js
/** An error as AWS answers it: the name of its shape, and a message. The codec gives it the form of its protocol. */
class ApiFault extends Error {
    shape;
    constructor(shape, message) {
        super(message);
        this.name = 'ApiFault';
        this.shape = shape;
    }
}
const refuse = (shape, message) => {
    throw new ApiFault(shape, message);
};

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch-logs/dist-cjs/index.js
var dist_cjs = __webpack_require__(303);
var dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(dist_cjs, 2);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var client_ecs_dist_cjs = __webpack_require__(212);
var client_ecs_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_ecs_dist_cjs, 2);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-cjs/index.js
var client_elastic_load_balancing_v2_dist_cjs = __webpack_require__(586);
var client_elastic_load_balancing_v2_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_elastic_load_balancing_v2_dist_cjs, 2);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-sts/dist-cjs/index.js
var client_sts_dist_cjs = __webpack_require__(1695);
var client_sts_dist_cjs_namespaceObject = /*#__PURE__*/__webpack_require__.t(client_sts_dist_cjs, 2);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/schema/index.js
var submodules_schema = __webpack_require__(6890);
;// CONCATENATED MODULE: ./.build/rehearsal/api/model.js





const json = { protocol: 'json', namespace: '', invalid: 'InvalidParameterException' };
const query = { protocol: 'query', invalid: 'ValidationError' };
const MODELS = [
    { ...json, name: 'ecs', address: 'AmazonEC2ContainerServiceV20141113', exports: { ...client_ecs_dist_cjs_namespaceObject } },
    { ...json, name: 'logs', address: 'Logs_20140328', exports: { ...dist_cjs_namespaceObject } },
    {
        ...query,
        name: 'elasticloadbalancing',
        address: '2015-12-01',
        namespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
        exports: { ...client_elastic_load_balancing_v2_dist_cjs_namespaceObject },
    },
    {
        ...query,
        name: 'sts',
        address: '2011-06-15',
        namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
        exports: { ...client_sts_dist_cjs_namespaceObject },
    },
];
const schemaOf = (model, name) => {
    const schema = model.exports[`${name}$`];
    return schema === undefined ? undefined : submodules_schema.NormalizedSchema.of(schema);
};
const operationOf = (model, name) => {
    const schema = model.exports[`${name}$`];
    if (!Array.isArray(schema) || schema[0] !== 9)
        return undefined;
    return {
        input: submodules_schema.NormalizedSchema.of(schema[4]),
        output: submodules_schema.NormalizedSchema.of(schema[5]),
    };
};
/** The names of the members that must be there: static schemas put them first and give their number. */
const requiredOf = (schema) => {
    const [, , , , names, , required] = schema.getSchema();
    return (names ?? []).slice(0, required ?? 0);
};
/** How an error's shape goes over the wire: its code, which the query protocol may spell otherwise, and its status. */
const errorOf = (model, shape) => {
    const traits = (schemaOf(model, shape)?.getMergedTraits() ?? {});
    const status = traits.httpError ?? (traits.error === 'server' ? 500 : (STATUS[shape] ?? 400));
    return { code: traits.awsQueryError?.[0] ?? shape, status: traits.awsQueryError?.[1] ?? status };
};
/** Errors that every service has and no model names. */
const STATUS = {
    MissingAuthenticationTokenException: 403,
    MissingAuthenticationToken: 403,
    InternalFailure: 500,
};

;// CONCATENATED MODULE: ./.build/rehearsal/api/check.js




const near = (name, names) => {
    const best = names.length === 0 ? '' : (0,mod/* closest */.kp)(name, [...names]);
    return best !== '' && (0,mod/* distance */.Io)(name, best) <= 4 ? ` Did you mean ${best}?` : '';
};
const wrongType = (path, wanted, value) => refuse('SerializationException', `${path} must be ${wanted}, not ${JSON.stringify(value)}.`);
const scalar = (schema, value, path) => {
    if (schema.isTimestampSchema())
        return typeof value === 'number' ? new Date(value * 1000) : wrongType(path, 'a time in seconds', value);
    if (schema.isStringSchema())
        return typeof value === 'string' ? value : wrongType(path, 'a string', value);
    if (schema.isBooleanSchema())
        return typeof value === 'boolean' ? value : wrongType(path, 'true or false', value);
    if (schema.isNumericSchema() && typeof value !== 'number')
        return wrongType(path, 'a number', value);
    return value;
};
const isTree = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** What AWS ignores without a word is refused here by name: in a rehearsal a misspelt field is a finding. */
const refuseUnknown = (model, schema, tree, path, names) => {
    const unknown = Object.keys(tree).find((key) => !names.includes(key));
    if (unknown !== undefined)
        refuse(model.invalid, `Unknown field ${path === '' ? '' : `${path}.`}${unknown}: ${schema.getName()} has no such member.${near(unknown, names)}`);
};
const refuseMissing = (model, schema, tree, path) => {
    const missing = requiredOf(schema).find((name) => tree[name] === undefined || tree[name] === null);
    if (missing !== undefined)
        refuse(model.invalid, `Missing required field ${path === '' ? '' : `${path}.`}${missing}.`);
};
const refuseValue = (model, structure, member, value, path) => {
    const values = valuesOf(model, structure, member);
    const wrong = values && [value].flat().find((one) => !values.includes(one));
    if (wrong !== undefined)
        refuse(model.invalid, `${path} has the value ${JSON.stringify(wrong)}; it must be one of: ${values?.join(', ')}.`);
};
const structure = (model, schema, value, path) => {
    if (!isTree(value))
        return wrongType(path, 'an object', value);
    const members = [...schema.structIterator()];
    refuseUnknown(model, schema, value, path, members.map(([name]) => name));
    refuseMissing(model, schema, value, path);
    const present = members.filter(([name]) => value[name] !== undefined && value[name] !== null);
    return Object.fromEntries(present.map(([name, member]) => {
        const at = path === '' ? name : `${path}.${name}`;
        const read = shaped(model, member, value[name], at);
        refuseValue(model, schema.getName() ?? '', name, read, at);
        return [name, read];
    }));
};
const list = (model, schema, value, path) => Array.isArray(value)
    ? value.map((item, index) => shaped(model, schema.getValueSchema(), item, `${path}[${index}]`))
    : wrongType(path, 'a list', value);
const map = (model, schema, value, path) => isTree(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [
        key,
        shaped(model, schema.getValueSchema(), item, `${path}.${key}`),
    ]))
    : wrongType(path, 'an object', value);
const shaped = (model, schema, value, path) => {
    if (schema.isStructSchema())
        return structure(model, schema, value, path);
    if (schema.isListSchema())
        return list(model, schema, value, path);
    if (schema.isMapSchema())
        return map(model, schema, value, path);
    return scalar(schema, value, path);
};
/** The input as its model has it, or the error that names what is unknown, missing or out of its values. */
const checkInput = (model, schema, input) => schema.isUnitSchema() ? {} : structure(model, schema, input, '');

;// CONCATENATED MODULE: ./.build/rehearsal/api/json.js
const members = (schema, value) => {
    const tree = value;
    const names = [...schema.structIterator()];
    const stray = Object.keys(tree).find((key) => tree[key] !== undefined && !names.some(([name]) => name === key));
    if (stray !== undefined)
        throw new Error(`${schema.getName()} has no member ${stray}`);
    const present = names.filter(([name]) => tree[name] !== undefined);
    return Object.fromEntries(present.map(([name, member]) => [name, write(member, tree[name])]));
};
/** awsJson1.1: a time is a number of seconds; what is undefined is left out. */
const write = (schema, value) => {
    if (schema.isStructSchema())
        return members(schema, value);
    if (schema.isListSchema())
        return value.map((item) => write(schema.getValueSchema(), item));
    if (schema.isTimestampSchema())
        return value.getTime() / 1000;
    return value;
};
const toJson = (schema, output) => JSON.stringify(schema.isUnitSchema() ? {} : write(schema, output));

;// CONCATENATED MODULE: ./.build/rehearsal/api/query.js

const RESERVED = new Set(['Action', 'Version']);
const plant = (root, name, value) => {
    const path = name.split('.');
    const leaf = path.pop() ?? '';
    let branch = root;
    for (const key of path) {
        const next = branch[key];
        branch = typeof next === 'object' ? next : newBranch(branch, key);
    }
    branch[leaf] = value;
};
const newBranch = (parent, key) => {
    const branch = Object.create(null);
    parent[key] = branch;
    return branch;
};
const query_scalar = (schema, text, path) => {
    if (schema.isBooleanSchema())
        return text === 'true' ? true : text === 'false' ? false : text;
    if (!schema.isNumericSchema())
        return text;
    const value = Number(text);
    return text.trim() === '' || Number.isNaN(value)
        ? refuse('ValidationError', `${path} must be a number, not '${text}'.`)
        : value;
};
const items = (schema, branch, path) => {
    const members = branch.member;
    if (typeof members !== 'object')
        return [];
    const order = Object.keys(members).toSorted((a, b) => Number(a) - Number(b));
    return order.map((key) => grow(schema.getValueSchema(), members[key] ?? '', `${path}.member.${key}`));
};
const fields = (schema, branch, path) => {
    const known = new Map([...schema.structIterator()]);
    return Object.fromEntries(Object.entries(branch).map(([name, value]) => {
        const member = known.get(name);
        return [name, member ? grow(member, value, path === '' ? name : `${path}.${name}`) : value];
    }));
};
/** An empty string stands for an empty list, as the protocol has it. */
const grow = (schema, value, path) => {
    if (schema.isListSchema())
        return typeof value === 'string' ? [] : items(schema, value, path);
    if (typeof value === 'string')
        return query_scalar(schema, value, path);
    return schema.isStructSchema() ? fields(schema, value, path) : value;
};
/** `A.member.1.B=x` → `{ A: [{ B: 'x' }] }`, typed by the schema; what it does not know stays, to be refused. */
const fromQuery = (schema, parameters) => {
    const root = Object.create(null);
    for (const [name, value] of parameters)
        if (!RESERVED.has(name))
            plant(root, name, value);
    return schema.isUnitSchema() ? {} : grow(schema, root, '');
};

;// CONCATENATED MODULE: ./.build/rehearsal/api/request.js


const SCOPE = /Credential=[^/]+\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/;
const modelAt = (protocol, address) => MODELS.find((model) => model.protocol === protocol && model.address === address);
const fromTarget = (target) => {
    const dot = target.lastIndexOf('.');
    const model = modelAt('json', target.slice(0, dot));
    return model
        ? { model, operation: target.slice(dot + 1) }
        : refuse('UnknownOperationException', `The rehearsal cluster knows no service ${target.slice(0, dot)}.`);
};
const fromForm = (body) => {
    const form = new URLSearchParams(body);
    const version = form.get('Version') ?? '';
    const model = modelAt('query', version);
    return model
        ? { model, operation: form.get('Action') ?? '' }
        : refuse('InvalidAction', `The rehearsal cluster knows no service with the version '${version}'.`);
};
const readRequest = (request, body) => {
    const target = request.headers['x-amz-target'];
    const scope = SCOPE.exec(request.headers.authorization ?? '');
    const which = typeof target === 'string' ? fromTarget(target) : fromForm(body);
    return { ...which, body, region: scope?.[1] ?? 'us-east-1', signed: scope !== null };
};

;// CONCATENATED MODULE: ./.build/rehearsal/api/xml.js
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text) => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
const xml_element = (name, content) => `<${name}>${content}</${name}>`;
const xml_members = (schema, tree) => {
    const names = [...schema.structIterator()];
    const stray = Object.keys(tree).find((key) => tree[key] !== undefined && !names.some(([name]) => name === key));
    if (stray !== undefined)
        throw new Error(`${schema.getName()} has no member ${stray}`);
    return names
        .filter(([name]) => tree[name] !== undefined)
        .map(([name, member]) => xml_element(name, content(member, tree[name])))
        .join('');
};
const content = (schema, value) => {
    if (schema.isStructSchema())
        return xml_members(schema, value);
    if (schema.isListSchema())
        return value
            .map((item) => xml_element('member', content(schema.getValueSchema(), item)))
            .join('');
    return escapeXml(value instanceof Date ? value.toISOString() : String(value));
};
const toXml = (operation, namespace, schema, output, requestId) => {
    const result = schema.isUnitSchema() ? '' : xml_members(schema, output);
    const metadata = xml_element('ResponseMetadata', xml_element('RequestId', requestId));
    return `<${operation}Response xmlns="${namespace}">${xml_element(`${operation}Result`, result)}${metadata}</${operation}Response>`;
};
const errorXml = (namespace, code, message, requestId) => {
    const error = xml_element('Type', 'Sender') + xml_element('Code', escapeXml(code)) + xml_element('Message', escapeXml(message));
    return `<ErrorResponse xmlns="${namespace}">${xml_element('Error', error)}${xml_element('RequestId', requestId)}</ErrorResponse>`;
};

;// CONCATENATED MODULE: ./.build/rehearsal/api/endpoint.js










const TYPES = { json: 'application/x-amz-json-1.1', query: 'text/xml' };
const unsigned = ({ protocol }) => refuse(protocol === 'json' ? 'MissingAuthenticationTokenException' : 'MissingAuthenticationToken', 'Missing Authentication Token');
const unplayed = (model, operation, played) => refuse(model.protocol === 'json' ? 'UnknownOperationException' : 'InvalidAction', `The rehearsal cluster does not play ${model.name}:${operation}. It plays: ${played.join(', ')}.`);
const parse = (body) => {
    try {
        return JSON.parse(body === '' ? '{}' : body);
    }
    catch {
        return refuse('SerializationException', 'The body is not JSON.');
    }
};
const play = async (operations, asked, requestId) => {
    const { model, operation, region } = asked;
    if (!asked.signed)
        unsigned(model);
    const shape = operationOf(model, operation);
    const played = operations[model.name];
    const handler = Object.hasOwn(played, operation) ? played[operation] : undefined;
    if (!shape || !handler)
        return unplayed(model, operation, Object.keys(played));
    const given = model.protocol === 'json' ? parse(asked.body) : fromQuery(shape.input, new URLSearchParams(asked.body));
    const output = (await handler(checkInput(model, shape.input, given), region)) ?? {};
    const body = model.protocol === 'json'
        ? toJson(shape.output, output)
        : toXml(operation, model.namespace, shape.output, output, requestId);
    return { status: 200, type: TYPES[model.protocol], body };
};
const answerFault = (model, fault, requestId) => {
    const { code, status } = errorOf(model, fault.shape);
    const body = model.protocol === 'json'
        ? JSON.stringify({ __type: code, message: fault.message })
        : errorXml(model.namespace, code, fault.message, requestId);
    return { status, type: TYPES[model.protocol], body };
};
const isJson = (request) => request.headers['x-amz-target'] !== undefined;
const fallback = (request) => MODELS.find(({ protocol }) => protocol === (isJson(request) ? 'json' : 'query'));
const send = (response, { status, type, body }, requestId) => {
    response.writeHead(status, {
        'content-type': type,
        'content-length': Buffer.byteLength(body),
        'x-amzn-requestid': requestId,
    });
    response.end(body);
};
const handle = async (operations, request, requestId, bug) => {
    let model = fallback(request);
    try {
        const asked = readRequest(request, await (0,consumers_.text)(request));
        model = asked.model;
        return await play(operations, asked, requestId);
    }
    catch (error) {
        if (error instanceof ApiFault)
            return answerFault(model, error, requestId);
        bug(error);
        return answerFault(model, new ApiFault('InternalFailure', String(error)), requestId);
    }
};
/** The one door for every service of AWS that is played here. Answers carry `Date`, as every Node server's do. */
const createEndpoint = (operations, bug) => (0,external_node_http_.createServer)({ keepAliveTimeout: 65_000 }, (request, response) => {
    const requestId = (0,external_node_crypto_.randomUUID)();
    void handle(operations, request, requestId, bug).then((answer) => send(response, answer, requestId));
});

;// CONCATENATED MODULE: ./.build/rehearsal/arns.js

/** The account that a rehearsal is played in; nobody's. */
const ACCOUNT = '000000000000';
const ecs = (region, rest) => `arn:aws:ecs:${region}:${ACCOUNT}:${rest}`;
const elb = (region, rest) => `arn:aws:elasticloadbalancing:${region}:${ACCOUNT}:${rest}`;
const clusterArn = (region, name) => ecs(region, `cluster/${name}`);
const serviceArn = (region, cluster, name) => ecs(region, `service/${cluster}/${name}`);
const taskDefinitionArn = (region, family, revision) => ecs(region, `task-definition/${family}:${revision}`);
/** `…:service/demo/cart` → `…:KIND/demo/cart/ID` */
const under = (service, kind, id) => `${service.replace(':service/', `:${kind}/`)}/${id}`;
const taskArn = (service, id) => `${service.replace(/:service\/([^/]+)\/.*$/, ':task/$1')}/${id}`;
const revisionArn = (service, id) => under(service, 'service-revision', id);
const deploymentArn = (service) => under(service, 'service-deployment', token(21));
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_';
const token = (length) => Array.from({ length }, () => ALPHABET[(0,external_node_crypto_.randomInt)(ALPHABET.length)]).join('');
/** A revision's number: nineteen digits, as AWS has them. */
const newRevisionId = () => Array.from({ length: 19 }, (_, index) => (index === 0 ? (0,external_node_crypto_.randomInt)(1, 10) : (0,external_node_crypto_.randomInt)(10))).join('');
const hex = () => (0,external_node_crypto_.randomBytes)(8).toString('hex');
const loadBalancerArn = (region, name) => elb(region, `loadbalancer/app/${name}/${hex()}`);
const targetGroupArn = (region, name) => elb(region, `targetgroup/${name}/${hex()}`);
const listenerArn = (loadBalancer) => `${loadBalancer.replace(':loadbalancer/', ':listener/')}/${hex()}`;
/** A listener's default rule. */
const ruleArn = (listener) => `${listener.replace(':listener/', ':listener-rule/')}/${hex()}`;
/** The last part of an ARN or of a name: what people call it. */
const nameIn = (arnOrName) => arnOrName.slice(arnOrName.lastIndexOf('/') + 1);

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/page.js

/** One page of a list, and the token of the next: how far it got. */
const page = (items, { nextToken, maxResults = 100 }) => {
    if (!Number.isInteger(maxResults) || maxResults < 1 || maxResults > 100)
        refuse('InvalidParameterException', `maxResults ${maxResults} must be from 1 to 100.`);
    if (nextToken !== undefined && !/^\d+$/.test(nextToken))
        refuse('InvalidParameterException', 'Invalid token in nextToken.');
    const from = Number(nextToken ?? 0);
    const to = from + maxResults;
    return [items.slice(from, to), to < items.length ? String(to) : undefined];
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/clusters.js



const find = (world, arnOrName = 'default') => world.clusters.get(nameIn(arnOrName));
const clusterAt = (world, arnOrName) => {
    const cluster = find(world, arnOrName);
    return cluster?.status === 'ACTIVE' ? cluster : refuse('ClusterNotFoundException', 'Cluster not found.');
};
const servicesIn = (world, cluster) => [...world.services.values()].map(({ service }) => service).filter(({ cluster: arn }) => arn === cluster.arn);
const describe = (world, cluster) => {
    const services = servicesIn(world, cluster);
    const tasks = services.flatMap((service) => service.tasks);
    return {
        clusterArn: cluster.arn,
        clusterName: cluster.name,
        status: cluster.status,
        registeredContainerInstancesCount: 0,
        runningTasksCount: tasks.filter(({ phase }) => phase === 'running').length,
        pendingTasksCount: tasks.filter(({ phase }) => phase === 'pending').length,
        activeServicesCount: services.filter(({ status }) => status === 'ACTIVE').length,
        statistics: [],
        tags: [...cluster.tags],
        settings: [{ name: 'containerInsights', value: 'disabled' }],
        capacityProviders: [],
        defaultCapacityProviderStrategy: [],
    };
};
const checkName = (name) => {
    if (!/^[A-Za-z0-9_-]{1,255}$/.test(name))
        refuse('InvalidParameterException', `Cluster name '${name}' is invalid: up to 255 letters, numbers, underscores and hyphens are allowed.`);
};
const checkEmpty = (world, cluster) => {
    const services = servicesIn(world, cluster);
    if (services.some(({ status }) => status === 'ACTIVE'))
        refuse('ClusterContainsServicesException', 'The Cluster cannot be deleted while Services are active.');
    if (services.some(({ tasks }) => tasks.some(({ phase }) => phase !== 'stopped')))
        refuse('ClusterContainsTasksException', 'The Cluster cannot be deleted while Tasks are active.');
};
const clusterOperations = (world) => ({
    /** Making what is there already answers with what is there. */
    CreateCluster(input, region) {
        const name = input.clusterName ?? 'default';
        checkName(name);
        const there = find(world, name);
        if (there?.status === 'ACTIVE')
            return { cluster: describe(world, there) };
        const cluster = { arn: clusterArn(region, name), name, tags: input.tags ?? [], status: 'ACTIVE' };
        world.clusters.set(name, cluster);
        return { cluster: describe(world, cluster) };
    },
    DescribeClusters(input, region) {
        const asked = input.clusters ?? ['default'];
        const missing = asked.filter((name) => !find(world, name));
        return {
            clusters: asked.flatMap((name) => find(world, name) ?? []).map((cluster) => describe(world, cluster)),
            failures: missing.map((name) => ({
                arn: clusterArn(region, nameIn(name)),
                reason: 'MISSING',
            })),
        };
    },
    ListClusters(input) {
        const active = [...world.clusters.values()].filter(({ status }) => status === 'ACTIVE');
        const [clusterArns, nextToken] = page(active.map(({ arn }) => arn), input);
        return { clusterArns, nextToken };
    },
    DeleteCluster(input) {
        const cluster = clusterAt(world, input.cluster);
        checkEmpty(world, cluster);
        const gone = { ...cluster, status: 'INACTIVE' };
        world.clusters.set(cluster.name, gone);
        return { cluster: describe(world, gone) };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/definition-rules.js

const NAME = /^[A-Za-z0-9_-]{1,255}$/;
const client = (message) => refuse('ClientException', message);
const checkPorts = ({ name, portMappings = [] }) => {
    for (const { containerPort, hostPort } of portMappings) {
        if (containerPort === undefined || containerPort < 1 || containerPort > 65535)
            client(`Invalid 'containerPort' setting for container '${name}': ${containerPort}.`);
        if (hostPort !== undefined && hostPort !== 0 && hostPort !== containerPort)
            client('When networkMode=awsvpc, the host ports and container ports in port mappings must match.');
    }
};
const checkHealthCheck = ({ name, healthCheck }) => {
    const [form] = healthCheck?.command ?? ['CMD'];
    if (form !== 'CMD' && form !== 'CMD-SHELL')
        client(`Invalid health check command of container '${name}': it must start with CMD or CMD-SHELL.`);
};
const checkContainer = (container, taskMemory) => {
    if (!container.name)
        client('Container.name should not be null or empty.');
    if (!NAME.test(container.name ?? ''))
        client(`Container name '${container.name}' is invalid.`);
    if (!container.image)
        client('Container.image should not be null or empty.');
    if (container.memory === undefined && container.memoryReservation === undefined && !taskMemory)
        client(`Invalid setting for container '${container.name}'. At least one of 'memory' or 'memoryReservation' must be specified.`);
    checkPorts(container);
    checkHealthCheck(container);
};
const checkFargate = (input) => {
    if (!input.requiresCompatibilities?.includes('FARGATE'))
        return;
    if (input.networkMode !== 'awsvpc')
        client('Fargate only supports network mode ‘awsvpc’.');
    if (!input.cpu || !input.memory)
        client("Fargate requires that 'cpu' be defined at the task level.");
};
const repeated = (names) => names.find((name, index) => names.indexOf(name) !== index);
/** What AWS refuses to register, and what cannot be played here. */
const checkDefinition = (input) => {
    const containers = input.containerDefinitions ?? [];
    if (!NAME.test(input.family ?? ''))
        client(`Family '${input.family}' is invalid: up to 255 letters, numbers, underscores and hyphens are allowed.`);
    if (containers.length === 0)
        client('Container list cannot be empty.');
    checkFargate(input);
    for (const container of containers)
        checkContainer(container, input.memory);
    const twice = repeated(containers.map(({ name }) => name));
    if (twice !== undefined)
        client(`Container name '${twice}' is used more than once.`);
    if (containers.every(({ essential }) => essential === false))
        client('A task definition must have at least one essential container.');
    if (input.networkMode !== 'awsvpc')
        client(`The rehearsal cluster plays networkMode awsvpc only, not '${input.networkMode ?? 'bridge'}'.`);
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/definitions.js




const revisionsOf = (world, family) => [...world.definitions.values()].filter(({ definition }) => definition.family === family);
/** By ARN, `family:revision`, or `family` for its newest. */
const definitionAt = (world, reference) => {
    const [family = '', revision] = nameIn(reference ?? '').split(':');
    const revisions = revisionsOf(world, family);
    return revision === undefined
        ? revisions.at(-1)
        : revisions.find(({ definition }) => String(definition.revision) === revision);
};
const register = (world, input, region) => {
    const { tags = [], ...given } = input;
    const family = input.family ?? '';
    const revision = (revisionsOf(world, family).at(-1)?.definition.revision ?? 0) + 1;
    const definition = {
        ...given,
        family,
        revision,
        taskDefinitionArn: taskDefinitionArn(region, family, revision),
        containerDefinitions: (input.containerDefinitions ?? []).map(withDefaults),
        volumes: input.volumes ?? [],
        placementConstraints: input.placementConstraints ?? [],
        status: 'ACTIVE',
        compatibilities: ['EC2', 'FARGATE'],
        registeredAt: new Date(),
        registeredBy: 'arn:aws:iam::000000000000:user/rehearsal',
    };
    return { definition, tags };
};
/** What AWS fills in: a port's host side and protocol, and the lists that were left out. */
const withDefaults = (container) => ({
    ...container,
    cpu: container.cpu ?? 0,
    essential: container.essential ?? true,
    environment: container.environment ?? [],
    mountPoints: container.mountPoints ?? [],
    volumesFrom: container.volumesFrom ?? [],
    systemControls: container.systemControls ?? [],
    portMappings: (container.portMappings ?? []).map((mapping) => ({
        ...mapping,
        hostPort: mapping.hostPort ?? mapping.containerPort,
        protocol: mapping.protocol ?? 'tcp',
    })),
});
const definitionOperations = (world) => ({
    RegisterTaskDefinition(input, region) {
        checkDefinition(input);
        const made = register(world, input, region);
        world.definitions.set(made.definition.taskDefinitionArn, made);
        return { taskDefinition: made.definition, ...(made.tags.length > 0 ? { tags: [...made.tags] } : {}) };
    },
    DescribeTaskDefinition(input) {
        const found = definitionAt(world, input.taskDefinition) ??
            refuse('ClientException', 'Unable to describe task definition.');
        const tags = input.include?.includes('TAGS') ? { tags: [...found.tags] } : {};
        return { taskDefinition: found.definition, ...tags };
    },
    ListTaskDefinitions(input) {
        const arns = [...world.definitions.values()]
            .filter(({ definition }) => (input.familyPrefix ?? definition.family) === definition.family)
            .filter(() => (input.status ?? 'ACTIVE') === 'ACTIVE')
            .map(({ definition }) => definition.taskDefinitionArn);
        const [taskDefinitionArns, nextToken] = page(input.sort === 'DESC' ? arns.toReversed() : arns, input);
        return { taskDefinitionArns, nextToken };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/controller/state.js
/** Still wanted: neither stopped nor on its way there. What `runningCount` and `maximumPercent` count. */
const isAlive = (task) => task.phase === 'pending' || task.phase === 'running';
const tasksOf = (service, revision) => service.tasks.filter((task) => task.revision === revision);
const revisionOf = (service, id) => {
    const revision = service.revisions.find((candidate) => candidate.id === id);
    if (!revision)
        throw new Error(`${service.arn} has no revision ${id}`);
    return revision;
};
const UNDER_WAY = [
    'PENDING',
    'IN_PROGRESS',
    'ROLLBACK_REQUESTED',
    'ROLLBACK_IN_PROGRESS',
];
const isUnderWay = (deployment) => UNDER_WAY.includes(deployment.status);
/** The revision that the service moves to, or serves: the newest deployment's target, or what it rolled back to. */
const wantedRevision = (service) => {
    const newest = service.deployments[0];
    if (!newest)
        throw new Error(`${service.arn} has no deployment`);
    return newest.rollback?.revision ?? newest.target;
};
/** What a rollback goes to: the target of the last deployment that succeeded, or what the last rollback restored. */
const lastCompleted = (service) => {
    const done = service.deployments.find(({ status }) => status === 'SUCCESSFUL' || status === 'ROLLBACK_SUCCESSFUL');
    return done && (done.rollback?.revision ?? done.target);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/turn.js

const NOWHERE = 'No rollback candidate was found to run the rollback.';
const newest = (service) => {
    const deployment = service.deployments[0];
    if (!deployment)
        throw new Error(`${service.arn} has no deployment`);
    return deployment;
};
const withNewest = (service, change, now) => ({
    ...service,
    deployments: [{ ...newest(service), ...change, updatedAt: now }, ...service.deployments.slice(1)],
});
const withCourse = (service, change, now) => withNewest(service, { course: { ...newest(service).course, ...change } }, now);
const finish = (service, status, reason, now) => withNewest(service, { status, ...(reason ? { reason } : {}), finishedAt: now }, now);
/** All traffic is asked back at once; it moves once the old revision can take it. */
const homeward = (course, now) => {
    const { arrivedAt: _, ...rest } = course;
    if (course.strategy === 'ROLLING')
        return { ...rest, waits: [] };
    return { ...rest, stage: 'SCALE_UP', since: now, waits: [], asked: { production: 0, test: 0, since: now } };
};
/** Turns the newest deployment around. Without a revision that once completed there is nowhere to go. */
const rollBack = (service, reason, now) => {
    const revision = lastCompleted(service);
    if (!revision)
        return finish(service, 'ROLLBACK_FAILED', NOWHERE, now);
    const { lastFailureAt: _, ...rest } = newest(service);
    return withNewest({ ...service, deployments: [rest, ...service.deployments.slice(1)] }, {
        status: 'ROLLBACK_IN_PROGRESS',
        reason,
        rollback: { reason, startedAt: now, revision },
        course: homeward(rest.course, now),
    }, now);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/requests.js


const refused = (error, message) => ({ kind: 'refused', error, message });
const done = (service) => ({ kind: 'done', service });
/**
 * StopServiceDeployment. Asking again while it goes back changes nothing. ABORT is a value of the model and no valid one
 * in the documentation.
 */
const stopDeployment = (service, { arn, status }, stopType, now) => {
    if (stopType !== 'ROLLBACK')
        return refused('InvalidParameterException', `The stopType ${stopType} is not valid: it must be ROLLBACK.`);
    const latest = newest(service);
    if (latest.arn !== arn || !isUnderWay(latest))
        return refused('ConflictException', `The service deployment cannot be stopped because it is in the ${status} state.`);
    return done(latest.rollback ? service : withNewest(service, { status: 'ROLLBACK_REQUESTED' }, now));
};
const HOOKED = 'Service deployment rolled back because of a ContinueServiceDeployment request.';
const settled = (waits, hookId, status) => waits.map((wait) => (wait.hookId === hookId ? { ...wait, status } : wait));
/** ContinueServiceDeployment, for a hook that awaits an action of a deployment that is in progress. */
const continueDeployment = (service, { arn, status }, hookId, action, now) => {
    const { course, ...latest } = newest(service);
    if (latest.arn !== arn || latest.status !== 'IN_PROGRESS')
        return refused('InvalidParameterException', `The service deployment cannot be continued because it is in the ${status} state.`);
    const wait = course.waits.find((candidate) => candidate.hookId === hookId);
    if (wait?.status !== 'AWAITING_ACTION')
        return refused('InvalidParameterException', `The hookId ${hookId} does not name a PAUSE hook in AWAITING_ACTION status.`);
    const rollsBack = action === 'ROLLBACK';
    const waits = settled(course.waits, hookId, rollsBack ? 'FAILED' : 'SUCCEEDED');
    const told = withCourse(service, { waits }, now);
    return done(rollsBack ? withNewest(told, { status: 'ROLLBACK_REQUESTED', reason: HOOKED }, now) : told);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/stages.js
const STRATEGIES = (/* unused pure expression or super */ null && (['ROLLING', 'BLUE_GREEN', 'CANARY', 'LINEAR']));
const SHAPE = 'ECS API, ServiceDeployment.lifecycleStage';
const HOOK = 'ECS API, DeploymentLifecycleHook.lifecycleStages';
/** In the order in which they are passed; the two with `repeats` come once for each step of the traffic. */
const STAGES = [
    {
        stage: 'RECONCILE_SERVICE',
        rolling: true,
        hooks: 'PAUSE and AWS_LAMBDA',
        repeats: false,
        happens: 'Only where a new deployment finds more than one revision with tasks: all traffic goes back to the one that last completed, the others leave. ROLLING needs it only where one of them has the other target group.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'PRE_SCALE_UP',
        rolling: true,
        hooks: 'PAUSE and AWS_LAMBDA',
        repeats: false,
        happens: 'The new revision has no tasks yet, the old one serves everything.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'SCALE_UP',
        rolling: true,
        hooks: 'none',
        repeats: false,
        happens: 'The new revision gets all its tasks and no traffic. In ROLLING this is the replacement itself, bounded by minimumHealthyPercent and maximumPercent.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'POST_SCALE_UP',
        rolling: true,
        hooks: 'PAUSE and AWS_LAMBDA',
        repeats: false,
        happens: 'All new tasks serve; production and test traffic have not moved.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'TEST_TRAFFIC_SHIFT',
        rolling: false,
        hooks: 'AWS_LAMBDA',
        repeats: false,
        happens: 'Test traffic moves at once. Without a test listener rule the stage passes with nothing to do.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'POST_TEST_TRAFFIC_SHIFT',
        rolling: false,
        hooks: 'PAUSE and AWS_LAMBDA',
        repeats: false,
        happens: 'The new revision answers all test traffic.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT',
        rolling: false,
        hooks: 'PAUSE and AWS_LAMBDA',
        repeats: true,
        happens: 'Before each step of production traffic; a hook gets a new hookId each time.',
        source: HOOK,
        standing: 'documented',
    },
    {
        stage: 'PRODUCTION_TRAFFIC_SHIFT',
        rolling: false,
        hooks: 'AWS_LAMBDA',
        repeats: true,
        happens: 'One step of production traffic, and its bake time after all steps but the last. CANARY has two steps, LINEAR as many as its percentage needs, BLUE_GREEN one.',
        source: `${SHAPE}; LinearConfiguration, CanaryConfiguration`,
        standing: 'documented',
    },
    {
        stage: 'POST_PRODUCTION_TRAFFIC_SHIFT',
        rolling: false,
        hooks: 'PAUSE and AWS_LAMBDA',
        repeats: false,
        happens: 'The new revision answers all production traffic, the old one still stands.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'BAKE_TIME',
        rolling: true,
        hooks: 'none',
        repeats: false,
        happens: 'Both revisions stand for bakeTimeInMinutes; in ROLLING the old tasks are gone by then.',
        source: SHAPE,
        standing: 'documented',
    },
    {
        stage: 'CLEAN_UP',
        rolling: false,
        hooks: 'none',
        repeats: false,
        happens: 'The old revision drains and stops. Then the deployment is SUCCESSFUL.',
        source: SHAPE,
        standing: 'documented',
    },
];
const ruleOf = (stage) => STAGES.find((rule) => rule.stage === stage);
const pausesAt = (stage) => ruleOf(stage)?.hooks === 'PAUSE and AWS_LAMBDA';
const hooksAt = (stage) => (ruleOf(stage)?.hooks ?? 'none') !== 'none';
/** The stages that a strategy passes, once each. */
const stagesOf = (strategy) => STAGES.filter(({ rolling }) => rolling || strategy !== 'ROLLING').map(({ stage }) => stage);
/** PRE_PRODUCTION_TRAFFIC_SHIFT is no value of `ServiceDeploymentLifecycleStage`: it is told as the shift it precedes. */
const shownStage = (strategy, stage) => {
    if (strategy === 'ROLLING')
        return undefined;
    return stage === 'PRE_PRODUCTION_TRAFFIC_SHIFT' ? 'PRODUCTION_TRAFFIC_SHIFT' : stage;
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/configuration/combination.js
const invalid = (what, wrong, source, standing) => ({ what, error: 'InvalidParameterException', wrong, source, standing });
const strategyOf = ({ configuration }) => configuration.strategy ?? 'ROLLING';
const shifts = (declaration) => strategyOf(declaration) !== 'ROLLING';

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/configuration/hooks.js


const MOST = 10;
const API = 'ECS API, DeploymentLifecycleHook';
const hooksOf = ({ lifecycleHooks = [] }) => lifecycleHooks;
const isPause = ({ targetType }) => targetType === 'PAUSE';
/** The first hook that is wrong, by its place in the list. */
const at = (wrong) => ({ configuration }) => {
    const index = hooksOf(configuration).findIndex((hook) => wrong(hook) !== undefined);
    const hook = hooksOf(configuration)[index];
    return hook && `lifecycleHooks[${index}].${wrong(hook)}`;
};
const only = (field) => (hook) => isPause(hook) && hook[field] !== undefined
    ? `${field} is not applicable to a hook of targetType PAUSE`
    : undefined;
const unpausable = (hook) => {
    const stage = isPause(hook) ? hook.lifecycleStages?.find((one) => !pausesAt(one)) : undefined;
    return stage && `lifecycleStages has the value ${stage}, at which a PAUSE hook cannot be configured`;
};
const unhookable = (hook) => {
    const stage = hook.lifecycleStages?.find((one) => !hooksAt(one));
    return stage && `lifecycleStages has the value ${stage}, at which there are no hooks`;
};
const needs = (field) => (hook) => !isPause(hook) && !hook[field] ? `${field} is required for a hook of targetType AWS_LAMBDA` : undefined;
const tooMany = (pause) => ({ configuration }) => {
    const many = hooksOf(configuration).filter((hook) => isPause(hook) === pause).length;
    const type = pause ? 'PAUSE' : 'AWS_LAMBDA';
    return many > MOST ? `lifecycleHooks has ${many} ${type} hooks; there may be at most ${MOST}` : undefined;
};
/** What a lifecycle hook may be. Lambda hooks are read as AWS reads them, and then refused: there is nothing to run them. */
const HOOKS = [
    invalid('a hook at a stage that has none', at(unhookable), API, 'documented'),
    invalid('a PAUSE hook at a traffic shift', at(unpausable), API, 'documented'),
    invalid('a hook without stages', at((hook) => (hook.lifecycleStages?.length ? undefined : 'lifecycleStages is required')), API, 'documented'),
    invalid('a PAUSE hook with a target', at(only('hookTargetArn')), API, 'documented'),
    invalid('a PAUSE hook with a role', at(only('roleArn')), API, 'inferred'),
    invalid('a PAUSE hook with details', at(only('hookDetails')), API, 'inferred'),
    invalid('a Lambda hook without a target', at(needs('hookTargetArn')), API, 'documented'),
    invalid('a Lambda hook without a role', at(needs('roleArn')), API, 'inferred'),
    invalid('more than ten PAUSE hooks', tooMany(true), 'ECS quotas', 'documented'),
    invalid('more than ten Lambda hooks', tooMany(false), 'ECS quotas', 'documented'),
    {
        what: 'a Lambda hook',
        error: 'UnsupportedFeatureException',
        wrong: at((hook) => isPause(hook) ? undefined : 'targetType AWS_LAMBDA is not played by the rehearsal cluster'),
        source: 'the rehearsal cluster',
        standing: 'inferred',
    },
];

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/configuration/ranges.js
const ranges_API = 'ECS API';
const RANGES = [
    {
        field: 'bakeTimeInMinutes',
        low: 0,
        high: 1440,
        grid: 1,
        read: ({ bakeTimeInMinutes }) => [bakeTimeInMinutes],
        source: `${ranges_API}, DeploymentConfiguration`,
        standing: 'documented',
    },
    {
        field: 'canaryConfiguration.canaryPercent',
        low: 0.1,
        high: 100,
        grid: 0.1,
        read: ({ canaryConfiguration }) => [canaryConfiguration?.canaryPercent],
        source: `${ranges_API}, CanaryConfiguration`,
        standing: 'documented',
    },
    {
        field: 'canaryConfiguration.canaryBakeTimeInMinutes',
        low: 0,
        high: 1440,
        grid: 1,
        read: ({ canaryConfiguration }) => [canaryConfiguration?.canaryBakeTimeInMinutes],
        source: `${ranges_API}, CanaryConfiguration`,
        standing: 'documented',
    },
    {
        field: 'linearConfiguration.stepPercent',
        low: 3,
        high: 100,
        grid: 0.1,
        read: ({ linearConfiguration }) => [linearConfiguration?.stepPercent],
        source: `${ranges_API}, LinearConfiguration`,
        standing: 'documented',
    },
    {
        field: 'linearConfiguration.stepBakeTimeInMinutes',
        low: 0,
        high: 1440,
        grid: 1,
        read: ({ linearConfiguration }) => [linearConfiguration?.stepBakeTimeInMinutes],
        source: `${ranges_API}, LinearConfiguration`,
        standing: 'documented',
    },
    {
        field: 'minimumHealthyPercent',
        low: 0,
        high: 100,
        grid: 1,
        read: ({ minimumHealthyPercent }) => [minimumHealthyPercent],
        source: `${ranges_API}, DeploymentConfiguration`,
        standing: 'inferred',
    },
    {
        field: 'maximumPercent',
        low: 100,
        grid: 1,
        read: ({ maximumPercent }) => [maximumPercent],
        source: `${ranges_API}, DeploymentConfiguration`,
        standing: 'inferred',
    },
    {
        field: 'deploymentCircuitBreaker.thresholdConfiguration.value',
        low: 1,
        grid: 1,
        read: ({ deploymentCircuitBreaker }) => [deploymentCircuitBreaker?.thresholdConfiguration?.value],
        source: `${ranges_API}, ThresholdConfiguration`,
        standing: 'inferred',
    },
    {
        field: 'earlySuccessCriteria.healthyPercent',
        low: 0,
        high: 100,
        grid: 1,
        read: ({ earlySuccessCriteria }) => [earlySuccessCriteria?.healthyPercent],
        source: `${ranges_API}, DeploymentEarlySuccessCriteria`,
        standing: 'documented',
    },
    {
        field: 'lifecycleHooks.timeoutConfiguration.timeoutInMinutes',
        low: 1,
        high: 20160,
        grid: 1,
        read: ({ lifecycleHooks = [] }) => lifecycleHooks.map(({ timeoutConfiguration }) => timeoutConfiguration?.timeoutInMinutes),
        source: `${ranges_API}, DeploymentLifecycleHookTimeoutConfiguration`,
        standing: 'documented',
    },
];
const isOnGrid = (value, grid) => grid === 1 ? Number.isInteger(value) : Math.abs(value * 10 - Math.round(value * 10)) < 1e-9;
const isWithin = (value, { low, high, grid }) => value >= low && value <= (high ?? Number.POSITIVE_INFINITY) && isOnGrid(value, grid);
/** `a whole number from 0 to 1440`, `a multiple of 0.1 from 3 to 100`, `a whole number from 1`. */
const tellRange = ({ low, high, grid }) => `${grid === 1 ? 'a whole number' : 'a multiple of 0.1'} from ${low}${high === undefined ? '' : ` to ${high}`}`;

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/configuration/strategy.js

const strategy_API = 'ECS API, DeploymentConfiguration';
const onlyFor = (strategy, field) => (declaration) => declaration.configuration[field] !== undefined && strategyOf(declaration) !== strategy
    ? `${field} is only valid when strategy is ${strategy}, not ${strategyOf(declaration)}`
    : undefined;
const criteria = ({ configuration }) => configuration.earlySuccessCriteria?.enable ? configuration.earlySuccessCriteria : undefined;
const missing = (field) => (declaration) => criteria(declaration) && criteria(declaration)?.[field] === undefined
    ? `earlySuccessCriteria.${field} is required when earlySuccessCriteria.enable is true`
    : undefined;
const tooEarly = (declaration) => {
    const percent = criteria(declaration)?.healthyPercent;
    const minimum = declaration.configuration.minimumHealthyPercent ?? 100;
    return percent !== undefined && percent < minimum
        ? `earlySuccessCriteria.healthyPercent ${percent} must be at least minimumHealthyPercent ${minimum}`
        : undefined;
};
const blocked = (declaration) => {
    const { minimumHealthyPercent = 100, maximumPercent = 200 } = declaration.configuration;
    return !shifts(declaration) && minimumHealthyPercent === 100 && maximumPercent === 100
        ? 'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments'
        : undefined;
};
/** What goes with which strategy. */
const STRATEGY = [
    invalid('canaryConfiguration without CANARY', onlyFor('CANARY', 'canaryConfiguration'), strategy_API, 'documented'),
    invalid('linearConfiguration without LINEAR', onlyFor('LINEAR', 'linearConfiguration'), strategy_API, 'documented'),
    invalid('BLUE_GREEN without a bake time', (declaration) => strategyOf(declaration) === 'BLUE_GREEN' && declaration.configuration.bakeTimeInMinutes === undefined
        ? 'bakeTimeInMinutes is required when strategy is BLUE_GREEN'
        : undefined, strategy_API, 'documented'),
    invalid('the circuit breaker without ROLLING', (declaration) => shifts(declaration) && declaration.configuration.deploymentCircuitBreaker?.enable
        ? `deploymentCircuitBreaker.enable true can only be used when strategy is ROLLING, not ${strategyOf(declaration)}`
        : undefined, 'ECS API, DeploymentCircuitBreaker', 'documented'),
    invalid('early success criteria without ROLLING', (declaration) => shifts(declaration) && criteria(declaration)
        ? `earlySuccessCriteria.enable true can only be used when strategy is ROLLING, not ${strategyOf(declaration)}`
        : undefined, 'ECS API, DeploymentEarlySuccessCriteria', 'documented'),
    invalid('early success criteria without a percentage', missing('healthyPercent'), strategy_API, 'documented'),
    invalid('early success criteria without a clean-up', missing('sourceServiceRevisionCleanup'), strategy_API, 'documented'),
    invalid('early success before the service is healthy', tooEarly, strategy_API, 'documented'),
    invalid('no room to replace a task', blocked, 'ECS developer guide, rolling update', 'documented'),
    invalid('alarms without names', ({ configuration: { alarms } }) => alarms?.enable && (alarms.alarmNames ?? []).length === 0
        ? 'alarms.alarmNames [] must name at least one alarm when alarms.enable is true'
        : undefined, 'ECS API, DeploymentAlarms', 'inferred'),
    {
        what: 'alarms',
        error: 'UnsupportedFeatureException',
        wrong: ({ configuration }) => configuration.alarms?.enable ? 'alarms are not played by the rehearsal cluster yet' : undefined,
        source: 'the rehearsal cluster',
        standing: 'inferred',
    },
    {
        what: 'early success criteria',
        error: 'UnsupportedFeatureException',
        wrong: (declaration) => criteria(declaration) ? 'earlySuccessCriteria is not played by the rehearsal cluster yet' : undefined,
        source: 'the rehearsal cluster',
        standing: 'inferred',
    },
];

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/configuration/traffic.js

const GUIDE = 'ECS developer guide, troubleshooting blue/green deployments';
const traffic_API = 'ECS API, AdvancedConfiguration';
const RULE = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:listener-rule\/app\//;
/** The first load balancer whose advanced configuration is wrong, by its place in the list. */
const each = (wrong) => ({ loadBalancers }) => {
    const told = loadBalancers.map((balancer) => balancer.advancedConfiguration ? wrong(balancer.advancedConfiguration, balancer) : undefined);
    const index = told.findIndex((text) => text !== undefined);
    return index < 0 ? undefined : `loadBalancers[${index}].advancedConfiguration.${told[index]}`;
};
const required = (field) => (advanced) => advanced[field] ? undefined : `${field} is required`;
const notARule = (field) => (advanced) => advanced[field] && !RULE.test(advanced[field])
    ? `${field} has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: ${advanced[field]}`
    : undefined;
const traffic_missing = (declaration) => {
    const index = declaration.loadBalancers.findIndex(({ advancedConfiguration }) => !advancedConfiguration);
    return shifts(declaration) && index >= 0
        ? `loadBalancers[${index}].advancedConfiguration is required when strategy is ${declaration.configuration.strategy}`
        : undefined;
};
/** How load balancers must be declared where ECS moves the traffic itself. */
const TRAFFIC = [
    invalid('a load balancer without advancedConfiguration', traffic_missing, GUIDE, 'inferred'),
    invalid('no alternate target group', each(required('alternateTargetGroupArn')), traffic_API, 'documented'),
    invalid('no production rule', each(required('productionListenerRule')), traffic_API, 'documented'),
    invalid('no role', each(required('roleArn')), traffic_API, 'documented'),
    invalid('one target group twice', each(({ alternateTargetGroupArn }, { targetGroupArn }) => alternateTargetGroupArn === targetGroupArn
        ? `alternateTargetGroupArn ${alternateTargetGroupArn} must not be the targetGroupArn`
        : undefined), GUIDE, 'inferred'),
    invalid('a listener where a rule belongs (production)', each(notARule('productionListenerRule')), GUIDE, 'documented'),
    invalid('a listener where a rule belongs (test)', each(notARule('testListenerRule')), GUIDE, 'documented'),
    invalid('one rule for production and test', each(({ productionListenerRule: production, testListenerRule: test }) => production === test
        ? `testListenerRule: The following rules cannot be used as both production and test listener rules: ${test}`
        : undefined), GUIDE, 'documented'),
];

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/configuration/check.js





/** Whatever AWS refuses is told before what is only not played here. */
const isPlayed = ({ error }) => error !== 'UnsupportedFeatureException';
const ALL = [...HOOKS, ...STRATEGY, ...TRAFFIC];
const COMBINATIONS = [
    ...ALL.filter(isPlayed),
    ...ALL.filter((one) => !isPlayed(one)),
];
const outside = (range, { configuration }) => range
    .read(configuration)
    .filter((value) => value !== undefined && !isWithin(value, range))
    .map((value) => ({
    error: 'InvalidParameterException',
    message: `deploymentConfiguration.${range.field} ${value} must be ${tellRange(range)}.`,
}));
const check_refused = ({ error, wrong }, declaration) => {
    const told = wrong(declaration);
    if (told === undefined)
        return [];
    const inConfiguration = !told.startsWith('loadBalancers') && !told.startsWith('Both ');
    return [{ error, message: `${inConfiguration ? 'deploymentConfiguration.' : ''}${told}.` }];
};
/** Everything that is wrong with how a service's deployments were declared. */
const wrongs = (declaration) => [
    ...RANGES.flatMap((range) => outside(range, declaration)),
    ...COMBINATIONS.flatMap((combination) => check_refused(combination, declaration)),
];
/** Refuses the first thing that is wrong, as AWS does. */
const checkDeclaration = (declaration) => {
    const [first] = wrongs(declaration);
    if (first)
        refuse(first.error, first.message);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/binding.js
const swapped = (binding) => binding.traffic
    ? {
        ...binding,
        targetGroup: binding.traffic.other,
        traffic: { ...binding.traffic, other: binding.targetGroup },
    }
    : binding;
/**
 * The group that a new revision's tasks register in. Where traffic is shifted, it is the one that the revision which
 * serves does not use; ROLLING stays in the group that serves. Inferred: AWS names the group in the revision only.
 */
const bind = (declared, strategy, serving) => {
    const groups = [declared.targetGroup, declared.traffic?.other];
    const live = serving?.targets.find(({ targetGroup }) => groups.includes(targetGroup))?.targetGroup;
    if (live === undefined)
        return declared;
    const stays = strategy === 'ROLLING';
    return (live === declared.targetGroup) === stays ? declared : swapped(declared);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/alarms.js

/** The service's alarms that are in ALARM now. */
const ringing = (service, seen) => service.settings.alarms.enable
    ? service.settings.alarms.names.filter((name) => seen.alarms.get(name) === 'ALARM')
    : [];
const reason = (what, names) => `Service deployment ${what} because of CloudWatch alarm(s): ${names.join(', ')}.`;
/** From CLEAN_UP on the alarms are no longer watched. */
const isWatched = (service) => {
    const { status, course } = newest(service);
    return status === 'IN_PROGRESS' && course.stage !== 'CLEAN_UP';
};
/** An alarm that went off since the deployment began fails it, in whatever stage it is, even while it waits. */
const heed = (service, seen, now) => {
    if (!isWatched(service))
        return service;
    const { ignoredAlarms } = newest(service);
    const triggeredAlarms = ringing(service, seen).filter((name) => !ignoredAlarms.includes(name));
    if (triggeredAlarms.length === 0)
        return service;
    const told = withNewest(service, { triggeredAlarms }, now);
    return service.settings.alarms.rollback
        ? rollBack(told, reason('rolled back', triggeredAlarms), now)
        : finish(told, 'STOPPED', reason('stopped', triggeredAlarms), now);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/course.js
const course_ALL = 1000;
const MINUTE = 60_000;
const linear = (step) => {
    const count = Math.ceil(course_ALL / step);
    return Array.from({ length: count }, (_, index) => Math.min(course_ALL, step * (index + 1)));
};
/** The shares of production traffic, one for each step; the last is everything. */
const stepsOf = (plan) => {
    switch (plan.strategy) {
        case 'ROLLING':
            return [];
        case 'BLUE_GREEN':
            return [course_ALL];
        case 'CANARY':
            return plan.tenths === course_ALL ? [course_ALL] : [plan.tenths, course_ALL];
        case 'LINEAR':
            return linear(plan.tenths);
    }
};
const stepBakeOf = (plan) => ('bakeMinutes' in plan ? plan.bakeMinutes : 0);

;// CONCATENATED MODULE: ./.build/rehearsal/controller/hooks.js



/** Made from what it stands for, so that a step repeated after a crash gives the same one. */
const hookId = (deployment, number) => `ecs-pause-${(0,external_node_crypto_.createHash)('sha256').update(`${deployment} ${number}`).digest('base64url')}`;
const reach = (hook, deployment, number, now) => ({
    hookId: hookId(deployment, number),
    status: 'AWAITING_ACTION',
    expiresAt: (now + hook.timeoutMinutes * MINUTE),
    action: hook.action,
});
/** The hooks of a stage that is entered now, each with an id of its own. */
const reachHooks = (course, deployment, stage, now) => {
    const here = course.hooks.filter(({ stages }) => stages.includes(stage));
    return {
        waits: here.map((hook, index) => reach(hook, deployment, course.reached + index, now)),
        reached: course.reached + here.length,
    };
};
const isOver = (wait, now) => wait.status === 'AWAITING_ACTION' && now >= wait.expiresAt;
const TIMED_OUT = 'Service deployment rolled back because a lifecycle hook timed out.';
/** Hooks that nobody answered in time do what they were told to do then. */
const timeOut = (service, now) => {
    const { waits } = newest(service).course;
    const over = waits.filter((wait) => isOver(wait, now));
    if (over.length === 0)
        return service;
    if (over.some(({ action }) => action === 'ROLLBACK'))
        return rollBack(service, TIMED_OUT, now);
    return withCourse(service, { waits: waits.map((wait) => (over.includes(wait) ? { ...wait, status: 'TIMED_OUT' } : wait)) }, now);
};
const isPaused = ({ waits }) => waits.some(({ status }) => status === 'AWAITING_ACTION');

;// CONCATENATED MODULE: ./.build/rehearsal/controller/observation.js
/**
 * How old a sight may be, in milliseconds: AWS's reads are eventually consistent. What was asked for is believed only
 * in a sight from later than this. Inferred; AWS gives no number.
 */
const STALE_MILLISECONDS = 1000;

;// CONCATENATED MODULE: ./.build/rehearsal/controller/absorb.js

const isServing = (task, seen) => seen !== undefined &&
    task.phase === 'running' &&
    (seen.hasHealthCheck ? seen.health === 'HEALTHY' : true) &&
    seen.targets.every(({ state }) => state === 'healthy');
/** Out of rotation, as observed and not only as asked; and nothing in flight, or the deregistration delay passed. */
const isDrained = (task, seen, { now, guards }) => seen.targets.every((target) => guards.isDrained(target, now - (task.drainingSince ?? now)));
const ended = (task, seen, now) => {
    const code = seen.stopped?.startFailed ? 'TaskFailedToStart' : 'EssentialContainerExited';
    const why = task.why ?? { code, reason: seen.stopped?.reason ?? 'Essential container in task exited' };
    return { ...task, phase: 'stopped', stoppedAt: now, why };
};
const started = (task, now) => ({ ...task, phase: 'running', startedAt: now });
const advance = (task, seen, moment) => {
    const { now } = moment;
    if (task.phase === 'stopped')
        return task;
    if (seen.phase === 'stopped')
        return ended(task, seen, now);
    if (task.phase === 'pending' && seen.phase === 'running')
        return started(task, now);
    if (task.phase === 'draining' && isDrained(task, seen, moment))
        return { ...task, phase: 'stopping', stoppingAt: now };
    return serving(task, seen, now);
};
/**
 * How long a task must serve before it counts: ECS, too, looks only every so often, and a task that dies in its
 * first second has replaced nobody. Inferred; AWS gives no number.
 */
const STEADY_MILLISECONDS = 2000;
const serving = (task, seen, now) => {
    if (!isServing(task, seen)) {
        const { servingSince: _, ...rest } = task;
        return rest;
    }
    const servingSince = task.servingSince ?? now;
    return { ...task, servingSince, healthy: task.healthy || now - servingSince >= STEADY_MILLISECONDS };
};
/** One that was to stop and cannot be seen never started: the start was lost, and after this nobody asks for it again. */
const vanish = (task, now) => task.phase === 'stopping' && now - (task.stoppingAt ?? now) >= STALE_MILLISECONDS
    ? { ...task, phase: 'stopped', stoppedAt: now }
    : task;
/** The tasks as they are now: each phase follows what was seen. */
const absorb = (service, moment) => ({
    ...service,
    tasks: service.tasks.map((task) => {
        const seen = moment.seen.tasks.get(task.id);
        return seen ? advance(task, seen, moment) : vanish(task, moment.now);
    }),
});
/** A running task that must go because it is sick, and what ECS says of it. */
const sickness = (service, task, seen, now) => {
    const overlooked = now - (task.startedAt ?? now) < service.settings.graceSeconds * 1000;
    if (task.phase !== 'running' || overlooked)
        return undefined;
    if (seen.health === 'UNHEALTHY')
        return { code: 'ServiceSchedulerInitiated', reason: 'Task failed container health checks' };
    const sick = seen.targets.find(({ state }) => state === 'unhealthy');
    return (sick && {
        code: 'ServiceSchedulerInitiated',
        reason: `Task failed ELB health checks in (target-group ${sick.targetGroup})`,
    });
};
/** Serves, and has for long enough: may replace another. */
const isSteady = (task, observation) => task.healthy && isServing(task, observation.tasks.get(task.id));

;// CONCATENATED MODULE: ./.build/rehearsal/controller/weights.js




/**
 * The weights of the new revision's group and of the other: percents where that is exact, else tenths of a percent.
 * Elastic Load Balancing takes whole numbers up to 999, so all of the traffic is 100 and never 1000.
 */
const weightsOf = (tenths) => tenths % 10 === 0 ? [tenths / 10, 100 - tenths / 10] : [tenths, course_ALL - tenths];
const weighingsOf = ({ targetGroup, traffic }, production, test) => {
    if (!traffic)
        return [];
    const groups = { group: targetGroup, other: traffic.other };
    const testing = traffic.testRule ? [{ rule: traffic.testRule, ...groups, asked: test }] : [];
    return [{ rule: traffic.productionRule, ...groups, asked: production }, ...testing];
};
/** What the deployment under way wants on every rule. Without one nobody touches the weights. */
const weighings = (service) => {
    const deployment = newest(service);
    if (!isUnderWay(deployment))
        return [];
    const { production, test } = deployment.course.asked;
    return revisionOf(service, deployment.target).targets.flatMap((binding) => weighingsOf(binding, production, test));
};
/** The share of the new revision's group on a rule, in tenths of a percent, as seen; undefined where the rule was not. */
const seenShare = (seen, { rule, group, other }) => {
    const weights = seen.rules.get(rule);
    if (!weights)
        return undefined;
    const [mine, theirs] = [weights[group] ?? 0, weights[other] ?? 0];
    return mine === 0 ? 0 : Math.max(1, Math.round((course_ALL * mine) / (mine + theirs)));
};
/** A sight from before what was asked last says nothing about it. */
const isFresh = (service, now) => now - newest(service).course.asked.since >= STALE_MILLISECONDS;
/** Every rule was seen to have the weights that were asked for. */
const hasArrived = (service, seen, now) => {
    const all = weighings(service);
    if (all.length === 0)
        return true;
    return isFresh(service, now) && all.every((weighing) => seenShare(seen, weighing) === weighing.asked);
};
const lacks = (weights, { group, other }) => weights !== undefined && !(Object.hasOwn(weights, group) && Object.hasOwn(weights, other));
/** A rule that does not name both groups cannot be weighed. */
const isUnweighable = (service, seen) => weighings(service).some((weighing) => lacks(seen.rules.get(weighing.rule), weighing));

;// CONCATENATED MODULE: ./.build/rehearsal/controller/sets.js




/** The tasks of one revision that serve and have done so for long enough. */
const sets_serving = (service, revision, seen) => revision === undefined
    ? 0
    : tasksOf(service, revision).filter((task) => isAlive(task) && isSteady(task, seen)).length;
const isWhole = (service, revision, seen) => sets_serving(service, revision, seen) >= service.desiredCount;
const isPresent = ({ phase }) => phase !== 'stopped';
/** The revisions besides `kept` that still have tasks, even draining ones. */
const leftovers = (service, ...kept) => [
    ...new Set(service.tasks
        .filter((task) => isPresent(task) && !kept.includes(task.revision))
        .map(({ revision }) => revision)),
];
const groupsOf = (service, revision) => revisionOf(service, revision).targets.map(({ targetGroup }) => targetGroup);
const servingIn = (service, group, seen) => service.tasks.filter((task) => isAlive(task) && isSteady(task, seen) && groupsOf(service, task.revision).includes(group)).length;
/** Who could serve what a rule is asked for: `up`, the new revision's group gets more; `down`, the other does. */
const readiness = (service, seen, { group, other, asked }, direction) => {
    const [mine, theirs] = [servingIn(service, group, seen), servingIn(service, other, seen)];
    const desired = service.desiredCount;
    return direction === 'up'
        ? { rising: mine, falling: theirs, desired, share: asked }
        : { rising: theirs, falling: mine, desired, share: course_ALL - asked };
};
/** What a rule is asked to give, and is seen to give, to a group that it names. */
const shareFor = (group, weighing, seenNow) => group === weighing.group ? [weighing.asked, seenNow] : [course_ALL - weighing.asked, course_ALL - seenNow];
const isUnweighted = (service, group, { seen, now, guards }) => weighings(service)
    .filter((weighing) => weighing.group === group || weighing.other === group)
    .every((weighing) => {
    const [asked, share] = shareFor(group, weighing, seenShare(seen, weighing) ?? course_ALL);
    return guards.mayLeave(asked === 0 && isFresh(service, now) ? share : course_ALL);
});
/** Whether a revision's tasks may go: its groups get no traffic, or a whole set of `heir` serves in the same groups. */
const mayLeave = (service, revision, heir, moment) => {
    const inherited = isWhole(service, heir, moment.seen) ? groupsOf(service, heir) : [];
    return groupsOf(service, revision).every((group) => inherited.includes(group) || isUnweighted(service, group, moment));
};
const sharesGroups = (service, one, another) => groupsOf(service, one).every((group) => groupsOf(service, another).includes(group));
/** The revisions with tasks in other groups than those of `revision`: what ROLLING cannot replace one by one. */
const foreign = (service, revision) => leftovers(service, revision).filter((other) => !sharesGroups(service, other, revision));

;// CONCATENATED MODULE: ./.build/rehearsal/controller/enter.js





/** The revisions that must be gone before a deployment can begin its own work. */
const strays = (service, { strategy, blue }) => {
    const { target } = newest(service);
    return strategy === 'ROLLING' ? foreign(service, target) : leftovers(service, blue, target);
};
/** Where a course goes from here: the next stage, or back for another step; undefined at its end. */
const next = ({ stage, step, steps, strategy, }) => {
    if (stage === 'PRODUCTION_TRAFFIC_SHIFT' && step < steps.length - 1)
        return { stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT', step: step + 1 };
    const stages = stagesOf(strategy);
    const following = stages[stages.indexOf(stage) + 1];
    return following && { stage: following, step };
};
/** What a stage asks of the traffic as it is entered. A first deployment has all of it from the start. */
const askedIn = ({ asked, steps, blue }, stage, step, now) => {
    if (blue === undefined)
        return asked;
    if (stage === 'TEST_TRAFFIC_SHIFT')
        return { ...asked, test: course_ALL, since: now };
    if (stage === 'PRODUCTION_TRAFFIC_SHIFT')
        return { ...asked, production: steps[step] ?? course_ALL, since: now };
    return asked;
};
const enter = (service, stage, step, now) => {
    const { arn, course } = newest(service);
    const { arrivedAt: _, ...rest } = course;
    const entered = {
        ...rest,
        stage,
        step,
        since: now,
        asked: askedIn(course, stage, step, now),
        ...reachHooks(course, arn, stage, now),
    };
    return {
        ...service,
        deployments: [{ ...newest(service), course: entered, updatedAt: now }, ...service.deployments.slice(1)],
    };
};
/** The first stage of a deployment that is taken up: with more than one revision around, those are reconciled first. */
const enterFirst = (service, now) => {
    const { course } = newest(service);
    const reconciles = course.blue !== undefined && strays(service, course).length > 0;
    return enter(service, reconciles ? 'RECONCILE_SERVICE' : 'PRE_SCALE_UP', 0, now);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/deployment.js





const SUPERSEDED = 'Service deployment stopped because a newer service deployment started.';
const ASKED = 'Service deployment rolled back because of a StopServiceDeployment request.';
const supersede = (service, now) => service.deployments[0] && isUnderWay(service.deployments[0])
    ? withNewest(service, { status: 'STOPPED', reason: SUPERSEDED, finishedAt: now }, now)
    : service;
const sourcesOf = (service) => [
    ...new Set(service.tasks.filter(({ phase }) => phase !== 'stopped').map(({ revision }) => revision)),
];
/** With nothing that served before there is nothing to shift from: one step, and all of the traffic from the start. */
const courseOf = (service, now) => {
    const { plan, bakeMinutes, hooks } = service.settings;
    const blue = lastCompleted(service);
    const shifts = plan.strategy !== 'ROLLING' && blue !== undefined;
    const share = shifts ? 0 : course_ALL;
    return {
        strategy: plan.strategy,
        ...(blue === undefined ? {} : { blue }),
        steps: shifts ? stepsOf(plan) : stepsOf(plan).slice(-1),
        stepBakeMinutes: stepBakeOf(plan),
        bakeMinutes,
        hooks,
        stage: 'PRE_SCALE_UP',
        step: 0,
        since: now,
        asked: { production: share, test: share, since: now },
        waits: [],
        reached: 0,
    };
};
/** A new deployment of a new revision; one that is under way ends here, whatever it got to. */
const begin = (service, revision, arn, now) => {
    const before = supersede(service, now);
    return {
        ...before,
        revisions: [...before.revisions, revision],
        deployments: [
            {
                arn,
                target: revision.id,
                sources: sourcesOf(service),
                status: 'PENDING',
                createdAt: now,
                updatedAt: now,
                failures: 0,
                rollbackFailures: 0,
                course: courseOf(before, now),
                ignoredAlarms: [],
                triggeredAlarms: [],
            },
            ...before.deployments,
        ],
    };
};
const start = (service, { seen, now }) => enterFirst(withNewest(service, { status: 'IN_PROGRESS', startedAt: now, ignoredAlarms: ringing(service, seen) }, now), now);
/** What was asked for, taken up: a pending deployment starts, a requested rollback turns around. */
const takeUp = (service, moment) => {
    const { status, course, reason } = newest(service);
    if (status === 'PENDING')
        return start(service, moment);
    if (status === 'ROLLBACK_REQUESTED' && moment.guards.turnsBack(course.stage))
        return rollBack(service, reason ?? ASKED, moment.now);
    return service;
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/settings.js
/** Percentages of traffic are multiples of 0.1: from here on they are whole tenths, and never floats. */
const tenths = (percent) => Math.round(percent * 10);
const planOf = (configuration) => {
    const { strategy = 'ROLLING', canaryConfiguration: canary, linearConfiguration: linear } = configuration;
    if (strategy === 'CANARY')
        return {
            strategy,
            tenths: tenths(canary?.canaryPercent ?? 5),
            bakeMinutes: canary?.canaryBakeTimeInMinutes ?? 10,
        };
    if (strategy === 'LINEAR')
        return {
            strategy,
            tenths: tenths(linear?.stepPercent ?? 10),
            bakeMinutes: linear?.stepBakeTimeInMinutes ?? 6,
        };
    return { strategy };
};
const hookOf = ({ lifecycleStages, timeoutConfiguration }) => ({
    stages: lifecycleStages ?? [],
    timeoutMinutes: timeoutConfiguration?.timeoutInMinutes ?? 1440,
    action: timeoutConfiguration?.action ?? 'ROLLBACK',
});
const breakerOf = ({ deploymentCircuitBreaker: breaker }) => {
    const threshold = breaker?.thresholdConfiguration;
    return {
        enable: breaker?.enable ?? false,
        rollback: breaker?.rollback ?? false,
        resetOnHealthyTask: breaker?.resetOnHealthyTask ?? true,
        threshold: { type: threshold?.type ?? 'BOUNDED_PERCENT', value: threshold?.value ?? 50 },
    };
};
const alarmsOf = ({ alarms }) => ({
    enable: alarms?.enable ?? false,
    rollback: alarms?.rollback ?? false,
    names: alarms?.alarmNames ?? [],
});
/** What the controller goes by, from what was declared. */
const settingsOf = ({ deploymentConfiguration, healthCheckGracePeriodSeconds, }) => ({
    minimumHealthyPercent: deploymentConfiguration.minimumHealthyPercent ?? 100,
    maximumPercent: deploymentConfiguration.maximumPercent ?? 200,
    graceSeconds: healthCheckGracePeriodSeconds,
    breaker: breakerOf(deploymentConfiguration),
    plan: planOf(deploymentConfiguration),
    bakeMinutes: deploymentConfiguration.bakeTimeInMinutes ?? 0,
    hooks: (deploymentConfiguration.lifecycleHooks ?? []).map(hookOf),
    alarms: alarmsOf(deploymentConfiguration),
});

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/declare.js





/** What AWS fills in; a bake time of 0 it fills in for ROLLING only: BLUE_GREEN must be given one. */
const DEFAULTS = {
    strategy: 'ROLLING',
    deploymentCircuitBreaker: { enable: false, rollback: false },
    maximumPercent: 200,
    minimumHealthyPercent: 100,
};
/** The settings of another strategy end with it. Inferred: no request could take them away. */
const withoutOther = (before, strategy) => {
    const { canaryConfiguration, linearConfiguration, ...rest } = before;
    return {
        ...rest,
        ...(strategy === 'CANARY' && canaryConfiguration ? { canaryConfiguration } : {}),
        ...(strategy === 'LINEAR' && linearConfiguration ? { linearConfiguration } : {}),
    };
};
/** Only what is given changes; each of its members is one value. */
const merge = (before, given = {}) => {
    const strategy = given.strategy ?? before.strategy ?? 'ROLLING';
    const bake = strategy === 'ROLLING' ? { bakeTimeInMinutes: 0 } : {};
    return { ...bake, ...withoutOther(before, strategy), ...given };
};
/** A request's members are optional as `undefined`; a declaration's are there or not. */
const present = (shape) => Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined));
const declare = (input) => present({
    launchType: input.launchType ?? 'FARGATE',
    platformVersion: input.platformVersion ?? 'LATEST',
    networkConfiguration: input.networkConfiguration,
    loadBalancers: input.loadBalancers ?? [],
    deploymentConfiguration: merge(DEFAULTS, input.deploymentConfiguration),
    healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds ?? 0,
    enableExecuteCommand: input.enableExecuteCommand ?? false,
    enableECSManagedTags: input.enableECSManagedTags ?? false,
    propagateTags: input.propagateTags,
    tags: input.tags ?? [],
});
const redeclare = (before, input) => ({
    ...before,
    ...present({
        platformVersion: input.platformVersion,
        networkConfiguration: input.networkConfiguration,
        loadBalancers: input.loadBalancers,
        healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds,
        enableExecuteCommand: input.enableExecuteCommand,
        enableECSManagedTags: input.enableECSManagedTags,
        propagateTags: input.propagateTags,
    }),
    deploymentConfiguration: merge(before.deploymentConfiguration, input.deploymentConfiguration),
});
const trafficOf = ({ advancedConfiguration: advanced }) => advanced?.alternateTargetGroupArn && advanced.productionListenerRule
    ? {
        traffic: {
            other: advanced.alternateTargetGroupArn,
            productionRule: advanced.productionListenerRule,
            ...(advanced.testListenerRule ? { testRule: advanced.testListenerRule } : {}),
        },
    }
    : {};
const bindingOf = (balancer) => ({
    targetGroup: balancer.targetGroupArn ?? '',
    containerName: balancer.containerName ?? '',
    containerPort: balancer.containerPort ?? 0,
    ...trafficOf(balancer),
});
/** The revision that serves: what a new one must keep out of the way of. */
const declare_servingIn = (service) => {
    const completed = lastCompleted(service);
    return completed === undefined ? undefined : revisionOf(service, completed);
};
const revise = (service, definition, declared, now) => {
    const id = newRevisionId();
    const serving = declare_servingIn(service);
    return {
        id,
        arn: revisionArn(service.arn, id),
        taskDefinition: definition.definition.taskDefinitionArn,
        targets: declared.loadBalancers.map((balancer) => bind(bindingOf(balancer), service.settings.plan.strategy, serving)),
        createdAt: now,
    };
};
/** The record with a new deployment of `definition` as declared now. */
const deploy = (record, definition, now) => {
    const { service, declared, snapshots } = record;
    const revision = revise(service, definition, declared, now);
    return {
        declared,
        service: begin(service, revision, deploymentArn(service.arn), now),
        snapshots: new Map([...snapshots, [revision.id, declared]]),
    };
};
const newService = (identity, desiredCount, declared, now) => ({
    ...identity,
    status: 'ACTIVE',
    createdAt: now,
    desiredCount,
    settings: settingsOf(declared),
    revisions: [],
    deployments: [],
    tasks: [],
    begun: 0,
    events: [],
});

;// CONCATENATED MODULE: ./.build/rehearsal/elb/usage.js
/** The load balancers that have a listener which forwards to the target group. */
const balancersOf = (world, arn) => [
    ...new Set([...world.listeners.values()]
        .filter(({ rule }) => Object.hasOwn(rule.weights, arn))
        .map(({ shape }) => shape.LoadBalancerArn)),
];
const isInUse = (world, arn) => balancersOf(world, arn).length > 0;

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/service-rules.js



const service_rules_invalid = (message) => refuse('InvalidParameterException', message);
const UNPLAYED = [
    'serviceRegistries',
    'capacityProviderStrategy',
    'serviceConnectConfiguration',
    'volumeConfigurations',
    'vpcLatticeConfigurations',
    'gatewayConnectors',
    'monitoring',
];
const isGiven = (value) => (Array.isArray(value) ? value.length > 0 : value !== undefined);
/** What would change how a service is deployed and is not played: refused, never quietly left out. */
const checkPlayed = (input) => {
    const field = UNPLAYED.find((name) => isGiven(input[name]));
    if (field)
        refuse('UnsupportedFeatureException', `The rehearsal cluster does not play ${field} yet.`);
    const controller = input.deploymentController?.type ?? 'ECS';
    if (controller !== 'ECS')
        refuse('UnsupportedFeatureException', `The rehearsal cluster does not play the deployment controller ${controller}.`);
    if ((input.schedulingStrategy ?? 'REPLICA') !== 'REPLICA')
        refuse('UnsupportedFeatureException', 'The rehearsal cluster does not play the scheduling strategy DAEMON.');
};
const checkGroup = (world, arn) => {
    const group = world.targetGroups.get(arn) ?? service_rules_invalid(`The specified target group does not exist. (target-group ${arn})`);
    if (!isInUse(world, group.shape.TargetGroupArn))
        service_rules_invalid(`The target group with targetGroupArn ${arn} does not have an associated load balancer.`);
};
const checkRule = (world, arn) => {
    if (![...world.listeners.values()].some(({ rule }) => rule.arn === arn))
        service_rules_invalid(`The specified listener rule does not exist. (listener-rule ${arn})`);
};
/** Whether both groups are on the rules is no matter of the request: AWS finds it out later, and rolls back. */
const checkTraffic = (world, { advancedConfiguration: advanced }) => {
    if (!advanced)
        return;
    checkGroup(world, advanced.alternateTargetGroupArn ?? '');
    checkRule(world, advanced.productionListenerRule ?? '');
    if (advanced.testListenerRule)
        checkRule(world, advanced.testListenerRule);
};
const checkBinding = (world, { definition }, balancer) => {
    const { targetGroupArn = '', containerName, containerPort } = balancer;
    checkGroup(world, targetGroupArn);
    const container = definition.containerDefinitions?.find(({ name }) => name === containerName);
    if (!container)
        service_rules_invalid(`The container ${containerName} does not exist in the task definition.`);
    if (!container?.portMappings?.some((mapping) => mapping.containerPort === containerPort))
        service_rules_invalid(`The container ${containerName} did not have a container port ${containerPort} defined.`);
    checkTraffic(world, balancer);
};
const checkBindings = (world, definition, balancers) => {
    for (const balancer of balancers)
        checkBinding(world, definition, balancer);
};
const existingDefinition = (world, reference) => {
    if (!reference)
        return service_rules_invalid('TaskDefinition can not be blank.');
    return definitionAt(world, reference) ?? refuse('ClientException', 'TaskDefinition not found.');
};
const checkCreation = (input) => {
    if (!/^[A-Za-z0-9_-]{1,255}$/.test(input.serviceName ?? ''))
        service_rules_invalid(`Service name '${input.serviceName}' is invalid: up to 255 letters, numbers, underscores and hyphens are allowed.`);
    if ((input.clientToken?.length ?? 0) > 36)
        service_rules_invalid('clientToken must have at most 36 characters.');
    if (input.desiredCount === undefined)
        service_rules_invalid('desiredCount can not be blank for the REPLICA scheduling strategy.');
    if (!input.networkConfiguration?.awsvpcConfiguration)
        service_rules_invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
    checkCount(input.desiredCount);
};
const checkCount = (count) => {
    if (count !== undefined && (!Number.isInteger(count) || count < 0))
        service_rules_invalid(`desiredCount ${count} must be a whole number from 0.`);
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/show-service.js

const running = (tasks) => tasks.filter(({ phase }) => phase === 'running').length;
const pending = (tasks) => tasks.filter(({ phase }) => phase === 'pending').length;
/** The deployment that first brought a revision: what `ecs-svc/…` stands for. */
const bringerOf = (service, revision) => {
    const found = service.deployments.find(({ target }) => target === revision);
    if (!found)
        throw new Error(`${service.arn} has no deployment of ${revision}`);
    return found;
};
const primaryRollout = (service, newest) => {
    const id = `ecs-svc/${wantedRevision(service)}`;
    if (newest.rollback && isUnderWay(newest)) {
        const who = newest.course.strategy === 'ROLLING' ? 'ECS deployment circuit breaker' : 'ECS deployment';
        return { rolloutState: 'IN_PROGRESS', rolloutStateReason: `${who}: rolling back to deploymentId ${id}.` };
    }
    if (isUnderWay(newest))
        return { rolloutState: 'IN_PROGRESS', rolloutStateReason: `ECS deployment ${id} in progress.` };
    return newest.status === 'SUCCESSFUL' || newest.status === 'ROLLBACK_SUCCESSFUL'
        ? { rolloutState: 'COMPLETED', rolloutStateReason: `ECS deployment ${id} completed.` }
        : { rolloutState: 'FAILED', rolloutStateReason: newest.reason };
};
const otherRollout = (bringer) => bringer.status === 'SUCCESSFUL'
    ? {
        rolloutState: 'COMPLETED',
        rolloutStateReason: `ECS deployment ecs-svc/${bringer.target} completed.`,
    }
    : { rolloutState: 'FAILED', rolloutStateReason: bringer.reason };
const showDeployment = (service, revision, declared) => {
    const tasks = tasksOf(service, revision);
    const bringer = bringerOf(service, revision);
    const primary = revision === wantedRevision(service);
    const newest = service.deployments[0] ?? bringer;
    return {
        id: `ecs-svc/${revision}`,
        status: primary ? 'PRIMARY' : 'ACTIVE',
        taskDefinition: revisionOf(service, revision).taskDefinition,
        desiredCount: primary ? service.desiredCount : tasks.filter(isAlive).length,
        pendingCount: pending(tasks),
        runningCount: running(tasks),
        failedTasks: bringer.failures,
        createdAt: new Date(bringer.createdAt),
        updatedAt: new Date(bringer.updatedAt),
        launchType: declared?.launchType,
        platformVersion: declared?.platformVersion,
        networkConfiguration: declared?.networkConfiguration,
        ...(primary ? primaryRollout(service, newest) : otherRollout(bringer)),
    };
};
/** The wanted revision first, then every other that still has tasks. */
const revisionsShown = (service) => {
    const others = service.tasks.filter(({ phase }) => phase !== 'stopped').map(({ revision }) => revision);
    return [...new Set([wantedRevision(service), ...others.toReversed()])];
};
const currentRevisions = (service) => revisionsShown(service).map((revision) => ({
    arn: revisionOf(service, revision).arn,
    requestedTaskCount: tasksOf(service, revision).filter(isAlive).length,
    runningTaskCount: running(tasksOf(service, revision)),
    pendingTaskCount: pending(tasksOf(service, revision)),
}));
const controllerView = (service, snapshots) => ({
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.cluster,
    status: service.status,
    desiredCount: service.desiredCount,
    runningCount: running(service.tasks),
    pendingCount: pending(service.tasks),
    taskDefinition: revisionOf(service, wantedRevision(service)).taskDefinition,
    deployments: revisionsShown(service).map((id) => showDeployment(service, id, snapshots.get(id))),
    events: service.events.map(({ at, message }, index) => ({
        id: `${service.createdAt}-${service.events.length - index}`,
        createdAt: new Date(at),
        message,
    })),
    createdAt: new Date(service.createdAt),
    currentServiceDeployment: service.deployments[0]?.arn,
    currentServiceRevisions: currentRevisions(service),
});
const showService = ({ service, declared, snapshots }, tags) => ({
    ...controllerView(service, snapshots),
    launchType: declared.launchType,
    platformVersion: declared.platformVersion,
    platformFamily: 'Linux',
    loadBalancers: [...declared.loadBalancers],
    serviceRegistries: [],
    deploymentConfiguration: declared.deploymentConfiguration,
    networkConfiguration: declared.networkConfiguration,
    healthCheckGracePeriodSeconds: declared.healthCheckGracePeriodSeconds,
    placementConstraints: [],
    placementStrategy: [],
    schedulingStrategy: 'REPLICA',
    deploymentController: { type: 'ECS' },
    createdBy: 'arn:aws:iam::000000000000:user/rehearsal',
    enableECSManagedTags: declared.enableECSManagedTags,
    propagateTags: (declared.propagateTags ?? 'NONE'),
    enableExecuteCommand: declared.enableExecuteCommand,
    ...(tags ? { tags: [...declared.tags] } : {}),
});

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/services.js










const MOST_DESCRIBED = 10;
const regionIn = (arn) => arn.split(':')[3] ?? '';
const services_find = (world, cluster, arnOrName) => world.services.get(serviceArn(regionIn(cluster.arn), cluster.name, nameIn(arnOrName)));
const serviceAt = (world, cluster, arnOrName) => services_find(world, cluster, arnOrName ?? '') ?? refuse('ServiceNotFoundException', 'Service not found.');
const activeAt = (world, cluster, arnOrName) => {
    const record = serviceAt(world, cluster, arnOrName);
    return record.service.status === 'ACTIVE'
        ? record
        : refuse('ServiceNotActiveException', 'Service was not ACTIVE.');
};
const keep = (world, record) => {
    world.services.set(record.service.arn, record);
    world.nudge();
    return record;
};
const now = () => Date.now();
const checkDeployments = ({ deploymentConfiguration, loadBalancers }) => checkDeclaration({ configuration: deploymentConfiguration, loadBalancers });
const create = (world, input) => {
    const cluster = clusterAt(world, input.cluster);
    const name = input.serviceName ?? '';
    const there = services_find(world, cluster, name);
    if (there && there.service.status !== 'INACTIVE')
        refuse('InvalidParameterException', 'Creation of service was not idempotent.');
    const definition = existingDefinition(world, input.taskDefinition);
    const declared = declare(input);
    checkDeployments(declared);
    checkBindings(world, definition, declared.loadBalancers);
    const identity = { arn: serviceArn(regionIn(cluster.arn), cluster.name, name), name, cluster: cluster.arn };
    const service = newService(identity, input.desiredCount ?? 0, declared, now());
    return deploy({ service, declared, snapshots: new Map() }, definition, now());
};
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
/** What makes a revision; a change of anything else starts no deployment. */
const revisionPart = ({ loadBalancers, networkConfiguration, platformVersion }) => [
    loadBalancers,
    networkConfiguration,
    platformVersion,
];
const needsDeployment = (record, declared, definition, input) => {
    const wanted = wantedRevision(record.service);
    const current = revisionOf(record.service, wanted).taskDefinition;
    const before = record.snapshots.get(wanted) ?? record.declared;
    return (input.forceNewDeployment === true ||
        current !== definition.definition.taskDefinitionArn ||
        !same(revisionPart(before), revisionPart(declared)));
};
const update = (world, input) => {
    const record = activeAt(world, clusterAt(world, input.cluster), input.service);
    const { service } = record;
    const definition = existingDefinition(world, input.taskDefinition ?? revisionOf(service, wantedRevision(service)).taskDefinition);
    const declared = redeclare(record.declared, input);
    checkDeployments(declared);
    checkBindings(world, definition, declared.loadBalancers);
    const desiredCount = input.desiredCount ?? service.desiredCount;
    const changed = {
        ...record,
        declared,
        service: { ...service, desiredCount, settings: settingsOf(declared) },
    };
    return needsDeployment(record, declared, definition, input) ? deploy(changed, definition, now()) : changed;
};
const remove = (world, input) => {
    const record = activeAt(world, clusterAt(world, input.cluster), input.service);
    if (record.service.desiredCount > 0 && input.force !== true)
        refuse('InvalidParameterException', 'The service cannot be stopped while it is scaled above 0.');
    return { ...record, service: { ...record.service, status: 'DRAINING', desiredCount: 0 } };
};
const serviceOperations = (world) => ({
    CreateService(input) {
        checkPlayed(input);
        checkCreation(input);
        return { service: showService(keep(world, create(world, input)), true) };
    },
    UpdateService(input) {
        checkPlayed(input);
        checkCount(input.desiredCount);
        return { service: showService(keep(world, update(world, input)), false) };
    },
    DescribeServices(input) {
        const cluster = clusterAt(world, input.cluster);
        const asked = input.services ?? [];
        if (asked.length === 0)
            refuse('InvalidParameterException', 'Services cannot be empty.');
        if (asked.length > MOST_DESCRIBED)
            refuse('InvalidParameterException', 'A maximum of 10 services can be described at a time.');
        const tags = input.include?.includes('TAGS') ?? false;
        return {
            services: asked
                .flatMap((name) => services_find(world, cluster, name) ?? [])
                .map((record) => showService(record, tags)),
            failures: asked
                .filter((name) => !services_find(world, cluster, name))
                .map((name) => ({
                arn: serviceArn(regionIn(cluster.arn), cluster.name, nameIn(name)),
                reason: 'MISSING',
            })),
        };
    },
    ListServices(input) {
        const services = servicesIn(world, clusterAt(world, input.cluster));
        const arns = services.filter(({ status }) => status !== 'INACTIVE').map(({ arn }) => arn);
        const [serviceArns, nextToken] = page(arns, { maxResults: 10, ...input });
        return { serviceArns, nextToken };
    },
    DeleteService(input) {
        return { service: showService(keep(world, remove(world, input)), false) };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/controller/breaker.js


const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
/** AWS: half of the desired tasks, at least 3, at most 200; the newer settings change the share or give a count. */
const thresholdOf = ({ threshold }, desiredCount) => {
    if (threshold.type === 'COUNT')
        return threshold.value;
    const share = Math.ceil((threshold.value * desiredCount) / 100);
    return threshold.type === 'BOUNDED_PERCENT' ? clamp(share, 3, 200) : Math.max(1, share);
};
const TRIPPED = 'Service deployment rolled back because the circuit breaker threshold was exceeded.';
const STOPPED_BY_BREAKER = 'Service deployment stopped because the circuit breaker threshold was exceeded.';
const counted = (deployment, failures, now) => ({
    ...(deployment.rollback
        ? { rollbackFailures: deployment.rollbackFailures + failures }
        : { failures: deployment.failures + failures }),
    ...(failures > 0 ? { lastFailureAt: now } : {}),
});
/** Counts the tasks of the revision under way that failed just now; a task that got healthy may set it back to 0. */
const count = (service, failed, recovered, now) => {
    const deployment = newest(service);
    if (!isUnderWay(deployment) || (failed.length === 0 && !recovered))
        return service;
    const reset = recovered && service.settings.breaker.resetOnHealthyTask;
    const from = reset ? { ...deployment, failures: 0, rollbackFailures: 0 } : deployment;
    return withNewest(service, { ...from, ...counted(from, failed.length, now) }, now);
};
/** Acts on the count: once a ROLLING deployment's tasks failed often enough it is turned around, or given up. */
const trip = (service, now) => {
    const { breaker } = service.settings;
    const deployment = newest(service);
    if (!breaker.enable || !isUnderWay(deployment) || deployment.course.strategy !== 'ROLLING')
        return service;
    const threshold = thresholdOf(breaker, service.desiredCount);
    if (deployment.rollback)
        return deployment.rollbackFailures < threshold
            ? service
            : finish(service, 'ROLLBACK_FAILED', 'The rollback failed: tasks failed to start.', now);
    if (deployment.failures < threshold)
        return service;
    return breaker.rollback
        ? rollBack(service, TRIPPED, now)
        : finish(service, 'STOPPED', STOPPED_BY_BREAKER, now);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/wanted.js



const wanted_present = (revision) => revision === undefined ? [] : [revision];
const onTheWay = (service) => {
    const { course, target } = newest(service);
    const blue = wanted_present(course.blue);
    switch (course.stage) {
        case 'RECONCILE_SERVICE':
            return { whole: blue, none: leftovers(service, course.blue, target) };
        case 'PRE_SCALE_UP':
            return { whole: blue, none: [] };
        case 'CLEAN_UP':
            return { whole: [target], none: leftovers(service, target) };
        default:
            return { whole: [...blue, target], none: [] };
    }
};
const onTheWayBack = (service) => {
    const home = wantedRevision(service);
    return { whole: [home], none: leftovers(service, home) };
};
/** ROLLING replaces task by task, once what an older deployment left in the other group is gone. */
const rolling = (service) => {
    const { course, target, rollback } = newest(service);
    const none = foreign(service, target);
    if (none.length > 0)
        return { whole: wanted_present(course.blue), none };
    return course.stage === 'PRE_SCALE_UP' && !rollback ? onTheWay(service) : undefined;
};
/** What the deployment under way wants of each revision; undefined where tasks are replaced one by one. */
const wantedSets = (service) => {
    const deployment = newest(service);
    if (!isUnderWay(deployment))
        return undefined;
    if (deployment.course.strategy === 'ROLLING')
        return rolling(service);
    return deployment.rollback ? onTheWayBack(service) : onTheWay(service);
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/show-traffic.js


const percent = (tenths) => tenths / 10;
/** What share of the traffic a deployment asked for each of its revisions; ROLLING asks for none. */
const sharesOf = ({ course, target }, revision) => {
    if (course.strategy === 'ROLLING')
        return {};
    const { production, test } = course.asked;
    const mine = revision === target;
    const alone = course.blue !== undefined && course.blue !== revision;
    const of = (tenths) => percent(mine ? tenths : alone ? 0 : course_ALL - tenths);
    return { requestedProductionTrafficWeight: of(production), requestedTestTrafficWeight: of(test) };
};
const showHook = ({ hookId, status, expiresAt, action }) => ({
    hookId,
    targetType: 'PAUSE',
    status,
    expiresAt: new Date(expiresAt),
    timeoutAction: action,
});
/** Only of the stage that the deployment is in. */
const show_traffic_hooksOf = ({ course }) => course.waits.map(showHook);
const show_traffic_alarmsOf = ({ settings }, deployment) => {
    const { enable, names } = settings.alarms;
    if (!enable)
        return { status: 'DISABLED', alarmNames: [], triggeredAlarmNames: [] };
    const triggeredAlarmNames = [...deployment.triggeredAlarms];
    const watching = isUnderWay(deployment) ? 'MONITORING' : 'MONITORING_COMPLETE';
    const status = triggeredAlarmNames.length > 0 ? 'TRIGGERED' : watching;
    return { status, alarmNames: [...names], triggeredAlarmNames };
};
/** The target group that a revision really uses: which of the two that is changes from deployment to deployment. */
const resolved = ({ targets }) => targets.map(({ targetGroup, traffic }) => ({
    targetGroupArn: targetGroup,
    ...(traffic ? { productionListenerRule: traffic.productionRule } : {}),
}));

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/show-deployment.js






const date = (at) => (at === undefined ? undefined : new Date(at));
const requested = (service, revision) => wantedSets(service)?.whole.includes(revision) || revision === wantedRevision(service)
    ? service.desiredCount
    : tasksOf(service, revision).filter(isAlive).length;
const summary = (service, deployment, revision) => ({
    arn: revisionOf(service, revision).arn,
    requestedTaskCount: requested(service, revision),
    runningTaskCount: running(tasksOf(service, revision)),
    pendingTaskCount: pending(tasksOf(service, revision)),
    ...sharesOf(deployment, revision),
});
/** One that has not started has no stage yet; afterwards the last one is told. */
const stageOf = ({ course, startedAt }) => startedAt === undefined
    ? undefined
    : shownStage(course.strategy, course.stage);
const breakerStatus = ({ settings }, deployment) => {
    if (!settings.breaker.enable)
        return 'DISABLED';
    const tripped = deployment.reason?.includes('circuit breaker') || deployment.status === 'ROLLBACK_FAILED';
    if (tripped)
        return 'TRIGGERED';
    return isUnderWay(deployment) ? 'MONITORING' : 'MONITORING_COMPLETE';
};
const rollbackOf = (service, { rollback }) => rollback && {
    reason: rollback.reason,
    startedAt: new Date(rollback.startedAt),
    serviceRevisionArn: revisionOf(service, rollback.revision).arn,
};
const showBrief = (service, deployment) => ({
    serviceDeploymentArn: deployment.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster,
    createdAt: new Date(deployment.createdAt),
    startedAt: date(deployment.startedAt),
    finishedAt: date(deployment.finishedAt),
    targetServiceRevisionArn: revisionOf(service, deployment.target).arn,
    status: deployment.status,
    statusReason: deployment.reason,
});
const show_deployment_showDeployment = (record, deployment) => {
    const { service, declared } = record;
    const stopped = deployment.status === 'STOPPED';
    return {
        serviceDeploymentArn: deployment.arn,
        serviceArn: service.arn,
        clusterArn: service.cluster,
        createdAt: new Date(deployment.createdAt),
        startedAt: date(deployment.startedAt),
        finishedAt: stopped ? undefined : date(deployment.finishedAt),
        stoppedAt: stopped ? date(deployment.finishedAt) : undefined,
        updatedAt: new Date(deployment.updatedAt),
        sourceServiceRevisions: deployment.sources.map((id) => summary(service, deployment, id)),
        targetServiceRevision: summary(service, deployment, deployment.target),
        lifecycleStage: stageOf(deployment),
        lifecycleHookDetails: show_traffic_hooksOf(deployment),
        alarms: show_traffic_alarmsOf(service, deployment),
        status: deployment.status,
        statusReason: deployment.reason,
        deploymentConfiguration: declared.deploymentConfiguration,
        rollback: rollbackOf(service, deployment),
        deploymentCircuitBreaker: {
            status: breakerStatus(service, deployment),
            failureCount: deployment.failures,
            threshold: thresholdOf(service.settings.breaker, service.desiredCount),
        },
    };
};
const imagesOf = (world, revision) => (world.definitions.get(revision.taskDefinition)?.definition.containerDefinitions ?? []).map(({ name, image }) => ({
    containerName: name,
    image,
    imageDigest: image?.includes('@') ? image.slice(image.indexOf('@') + 1) : undefined,
}));
const showRevision = (world, record, revision) => {
    const { service, snapshots } = record;
    const declared = snapshots.get(revision.id);
    return {
        serviceRevisionArn: revision.arn,
        serviceArn: service.arn,
        clusterArn: service.cluster,
        taskDefinition: revision.taskDefinition,
        launchType: declared?.launchType,
        platformVersion: declared?.platformVersion,
        platformFamily: 'Linux',
        loadBalancers: [...(declared?.loadBalancers ?? [])],
        networkConfiguration: declared?.networkConfiguration,
        containerImages: imagesOf(world, revision),
        resolvedConfiguration: { loadBalancers: resolved(revision) },
        createdAt: new Date(revision.createdAt),
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/deployments.js






const deployments_MOST_DESCRIBED = 20;
const DEFAULT_LISTED = 20;
const deploymentAt = (world, arn) => {
    for (const record of world.services.values()) {
        const found = record.service.deployments.find((deployment) => deployment.arn === arn);
        if (found)
            return [record, found];
    }
    return undefined;
};
const revisionAt = (world, arn) => {
    for (const record of world.services.values()) {
        const found = record.service.revisions.find((revision) => revision.arn === arn);
        if (found)
            return [record, found];
    }
    return undefined;
};
const atMost = (arns) => {
    if (arns.length === 0 || arns.length > deployments_MOST_DESCRIBED)
        refuse('InvalidParameterException', `From 1 to ${deployments_MOST_DESCRIBED} ARNs can be described at a time.`);
    return arns;
};
const deployments_missing = (arns) => arns.map((arn) => ({ arn, reason: 'MISSING' }));
const within = (at, range = {}) => (range.after === undefined || at > range.after.getTime()) &&
    (range.before === undefined || at < range.before.getTime());
const named = (world, arn) => deploymentAt(world, arn) ??
    refuse('ServiceDeploymentNotFoundException', 'The service deployment was not found.');
/** What the controller answers: kept, or refused as it says. */
const deployments_keep = (world, record, answer) => {
    const service = answer.kind === 'done' ? answer.service : refuse(answer.error, answer.message);
    world.services.set(service.arn, { ...record, service });
    world.nudge();
};
const deployments_now = () => Date.now();
const deploymentOperations = (world) => ({
    ListServiceDeployments(input) {
        const { service } = serviceAt(world, clusterAt(world, input.cluster), input.service);
        const found = service.deployments.filter(({ status, createdAt }) => (input.status?.includes(status) ?? true) && within(createdAt, input.createdAt));
        const [brief, nextToken] = page(found, { maxResults: DEFAULT_LISTED, ...input });
        return { serviceDeployments: brief.map((deployment) => showBrief(service, deployment)), nextToken };
    },
    DescribeServiceDeployments(input) {
        const arns = atMost(input.serviceDeploymentArns ?? []);
        return {
            serviceDeployments: arns
                .flatMap((arn) => [deploymentAt(world, arn) ?? []].filter((found) => found.length === 2))
                .map(([record, deployment]) => show_deployment_showDeployment(record, deployment)),
            failures: deployments_missing(arns.filter((arn) => !deploymentAt(world, arn))),
        };
    },
    DescribeServiceRevisions(input) {
        const arns = atMost(input.serviceRevisionArns ?? []);
        return {
            serviceRevisions: arns
                .flatMap((arn) => [revisionAt(world, arn) ?? []].filter((found) => found.length === 2))
                .map(([record, revision]) => showRevision(world, record, revision)),
            failures: deployments_missing(arns.filter((arn) => !revisionAt(world, arn))),
        };
    },
    StopServiceDeployment(input) {
        const [record, deployment] = named(world, input.serviceDeploymentArn);
        deployments_keep(world, record, stopDeployment(record.service, deployment, input.stopType ?? 'ROLLBACK', deployments_now()));
        return { serviceDeploymentArn: deployment.arn };
    },
    ContinueServiceDeployment(input) {
        const [record, deployment] = named(world, input.serviceDeploymentArn);
        const { hookId = '', action = 'CONTINUE' } = input;
        deployments_keep(world, record, continueDeployment(record.service, deployment, hookId, action, deployments_now()));
        return { serviceDeploymentArn: deployment.arn };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/show-task.js


/** ECS's names for a task's way out: DEACTIVATING is the time in which it leaves the load balancer. */
const show_task_STATUS = {
    pending: 'PENDING',
    running: 'RUNNING',
    draining: 'DEACTIVATING',
    stopping: 'STOPPING',
    stopped: 'STOPPED',
};
const CONTAINER_STATUS = { pending: 'PENDING', running: 'RUNNING', stopped: 'STOPPED' };
const show_task_date = (at) => (at === undefined ? undefined : new Date(at));
const showContainer = (arn, address, container) => ({
    containerArn: `${arn.replace(':task/', ':container/')}/${container.name}`,
    taskArn: arn,
    name: container.name,
    image: container.image,
    imageDigest: container.imageDigest,
    runtimeId: container.runtimeId,
    lastStatus: CONTAINER_STATUS[container.phase],
    exitCode: container.exitCode,
    reason: container.reason,
    healthStatus: container.health,
    networkBindings: [],
    networkInterfaces: [{ privateIpv4Address: address }],
});
const networkOf = (running) => running
    ? [
        {
            type: 'ElasticNetworkInterface',
            status: 'ATTACHED',
            details: [{ name: 'privateIPv4Address', value: running.address }],
        },
    ]
    : [];
const times = (task, running) => ({
    createdAt: new Date(task.createdAt),
    startedAt: show_task_date(task.startedAt),
    stoppingAt: show_task_date(task.drainingSince ?? task.stoppingAt),
    stoppedAt: show_task_date(task.stoppedAt),
    pullStartedAt: running?.pullStartedAt,
    pullStoppedAt: running?.pullStoppedAt,
});
const showTask = (world, service, task) => {
    const arn = taskArn(service.arn, task.id);
    const running = world.driver.observe(task.id);
    const revision = revisionOf(service, task.revision);
    const definition = world.definitions.get(revision.taskDefinition)?.definition;
    return {
        taskArn: arn,
        clusterArn: service.cluster,
        taskDefinitionArn: revision.taskDefinition,
        group: `service:${service.name}`,
        startedBy: `ecs-svc/${task.revision}`,
        lastStatus: show_task_STATUS[task.phase],
        desiredStatus: isAlive(task) ? 'RUNNING' : 'STOPPED',
        healthStatus: running?.health ?? 'UNKNOWN',
        launchType: 'FARGATE',
        platformFamily: 'Linux',
        cpu: definition?.cpu,
        memory: definition?.memory,
        attachments: networkOf(running),
        containers: (running?.containers ?? []).map((container) => showContainer(arn, running?.address ?? '', container)),
        overrides: { containerOverrides: [] },
        tags: [],
        version: 1,
        stopCode: task.why?.code,
        stoppedReason: task.why?.reason,
        ...times(task, running),
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/ecs/tasks.js







const tasks_MOST_DESCRIBED = 100;
const tasksIn = (world, cluster) => servicesIn(world, cluster).flatMap((service) => service.tasks.map((task) => [service, task]));
const familyOf = (world, [service, task]) => world.definitions.get(revisionOf(service, task.revision).taskDefinition)?.definition.family;
const wanted = (world, input, owned) => {
    const [service, task] = owned;
    const stopped = input.desiredStatus === 'STOPPED';
    return (isAlive(task) !== stopped &&
        (input.serviceName === undefined || service.name === nameIn(input.serviceName)) &&
        (input.startedBy === undefined || input.startedBy === `ecs-svc/${task.revision}`) &&
        (input.family === undefined || familyOf(world, owned) === input.family) &&
        input.containerInstance === undefined);
};
const taskOperations = (world) => ({
    ListTasks(input) {
        const cluster = clusterAt(world, input.cluster);
        if (input.serviceName !== undefined)
            serviceAt(world, cluster, input.serviceName);
        const found = tasksIn(world, cluster).filter((owned) => wanted(world, input, owned));
        const [taskArns, nextToken] = page(found.map(([service, task]) => taskArn(service.arn, task.id)), input);
        return { taskArns, nextToken };
    },
    DescribeTasks(input) {
        const cluster = clusterAt(world, input.cluster);
        const asked = input.tasks ?? [];
        if (asked.length === 0)
            refuse('InvalidParameterException', 'Tasks cannot be empty.');
        if (asked.length > tasks_MOST_DESCRIBED)
            refuse('InvalidParameterException', 'A maximum of 100 tasks can be described at a time.');
        const all = new Map(tasksIn(world, cluster).map((owned) => [owned[1].id, owned]));
        const found = asked.flatMap((arn) => [all.get(nameIn(arn))].filter((owned) => owned !== undefined));
        return {
            tasks: found.map(([service, task]) => showTask(world, service, task)),
            failures: asked.filter((arn) => !all.has(nameIn(arn))).map((arn) => ({ arn, reason: 'MISSING' })),
        };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/elb/balancers.js


const balancerAt = (world, arn) => world.loadBalancers.get(arn ?? '') ??
    refuse('LoadBalancerNotFoundException', `Load balancers '[${arn}]' not found`);
const balancers_named = (world, name) => [...world.loadBalancers.values()].find(({ LoadBalancerName }) => LoadBalancerName === name) ??
    refuse('LoadBalancerNotFoundException', `Load balancers '[${name}]' not found`);
const subnetsOf = (input) => input.Subnets ?? (input.SubnetMappings ?? []).flatMap(({ SubnetId }) => SubnetId ?? []);
const check = (world, input) => {
    const name = input.Name ?? '';
    if (!/^(?!-)(?!internal-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name))
        refuse('ValidationError', `The load balancer name '${name}' can only contain characters that are alphanumeric characters and hyphens(-), at most 32, and cannot begin or end with a hyphen or begin with internal-`);
    if (input.Type !== undefined && input.Type !== 'application')
        refuse('ValidationError', `The rehearsal cluster plays application load balancers only, not '${input.Type}'`);
    if (subnetsOf(input).length < 2)
        refuse('ValidationError', 'At least two subnets in two different Availability Zones must be specified');
    if ([...world.loadBalancers.values()].some(({ LoadBalancerName }) => LoadBalancerName === name))
        refuse('DuplicateLoadBalancerNameException', `A load balancer with the same name '${name}' exists, but with different settings`);
};
const balancers_describe = (world, input, region) => ({
    LoadBalancerArn: loadBalancerArn(region, input.Name ?? ''),
    LoadBalancerName: input.Name,
    DNSName: world.addresses.balancer(),
    CanonicalHostedZoneId: 'Z00000000LOCAL',
    CreatedTime: new Date(),
    Scheme: input.Scheme ?? 'internet-facing',
    Type: 'application',
    VpcId: 'vpc-00000000',
    IpAddressType: input.IpAddressType ?? 'ipv4',
    SecurityGroups: input.SecurityGroups ?? [],
    State: { Code: 'active' },
    AvailabilityZones: subnetsOf(input).map((SubnetId) => ({ SubnetId, ZoneName: `${region}a` })),
});
const balancers_find = (world, input) => {
    if (input.LoadBalancerArns)
        return input.LoadBalancerArns.map((arn) => balancerAt(world, arn));
    return input.Names ? input.Names.map((name) => balancers_named(world, name)) : [...world.loadBalancers.values()];
};
const closeListeners = async (world, balancer) => {
    const mine = [...world.listeners].filter(([, { shape }]) => shape.LoadBalancerArn === balancer);
    for (const [arn, { open }] of mine) {
        world.listeners.delete(arn);
        await open.close();
    }
};
const balancerOperations = (world) => ({
    CreateLoadBalancer(input, region) {
        check(world, input);
        const balancer = balancers_describe(world, input, region);
        world.loadBalancers.set(balancer.LoadBalancerArn ?? '', balancer);
        return { LoadBalancers: [{ ...balancer, State: { Code: 'provisioning' } }] };
    },
    DescribeLoadBalancers: (input) => ({
        LoadBalancers: [...balancers_find(world, input)],
    }),
    /** One that is not there is deleted already: the call succeeds, as documented. */
    async DeleteLoadBalancer(input) {
        const arn = input.LoadBalancerArn ?? '';
        await closeListeners(world, arn);
        world.loadBalancers.delete(arn);
        return {};
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/router/health.js
const INITIAL = {
    state: 'initial',
    reason: 'Elb.InitialHealthChecking',
    description: 'Initial health checks in progress',
    streak: 0,
};
const DRAINING = {
    state: 'draining',
    reason: 'Target.DeregistrationInProgress',
    description: 'Target deregistration is in progress',
    streak: 0,
};
const matches = (matcher, status) => matcher.split(',').some((range) => {
    const [low, high = low] = range.trim().split('-').map(Number);
    return low !== undefined && high !== undefined && status >= low && status <= high;
});
const ailing = (probe) => {
    switch (probe.kind) {
        case 'status':
            return {
                reason: 'Target.ResponseCodeMismatch',
                description: `Health checks failed with these codes: [${probe.status}]`,
            };
        case 'timeout':
            return { reason: 'Target.Timeout', description: 'Request timed out' };
        case 'refused':
            return { reason: 'Target.FailedHealthChecks', description: 'Health checks failed' };
    }
};
const passed = (health, { healthyThreshold }) => {
    const streak = health.state === 'unhealthy' ? health.streak + 1 : 0;
    const recovered = health.state !== 'unhealthy' || streak >= healthyThreshold;
    return recovered ? { state: 'healthy', streak: 0 } : { ...health, streak };
};
const missed = (health, probe, { unhealthyThreshold }) => {
    const streak = health.state === 'unhealthy' ? 0 : health.streak + 1;
    return health.state === 'unhealthy' || streak >= unhealthyThreshold
        ? { state: 'unhealthy', ...ailing(probe), streak: 0 }
        : { ...health, streak };
};
/**
 * What one check does to a target's health. A new target is healthy after its first passed check (documented: "it
 * must pass one health check"), whatever the threshold; a target that leaves is judged no more.
 */
const judge = (health, probe, check) => {
    if (health.state === 'draining')
        return health;
    const good = probe.kind === 'status' && matches(check.matcher, probe.status);
    if (!good)
        return missed(health, probe, check);
    return health.state === 'healthy' ? { state: 'healthy', streak: 0 } : passed(health, check);
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/probe.js

const HEADERS = { 'user-agent': 'ELB-HealthChecker/2.0', connection: 'close' };
/** One health check: a GET on a connection of its own. Never throws: no answer is an answer. */
const probe = (address, port, check) => new Promise((resolve) => {
    const signal = AbortSignal.timeout(check.timeoutSeconds * 1000);
    const asked = (0,external_node_http_.request)({ host: address, port, path: check.path, headers: HEADERS, agent: false, signal });
    asked.on('response', (answer) => {
        answer.resume();
        answer.on('error', () => { });
        resolve({ kind: 'status', status: answer.statusCode ?? 0 });
    });
    asked.on('error', () => resolve({ kind: signal.aborted ? 'timeout' : 'refused' }));
    asked.end();
});

;// CONCATENATED MODULE: ./.build/rehearsal/router/target.js


/**
 * How long an idle connection to a target is kept. Well under the 5 s after which a Node server closes it by
 * default: a connection that the other side may be closing must never be given a POST.
 */
const IDLE_MILLISECONDS = 1500;
const createTarget = (address, port) => ({
    address,
    port,
    agent: new external_node_http_.Agent({ keepAlive: true, timeout: IDLE_MILLISECONDS, maxFreeSockets: 256, scheduling: 'lifo' }),
    health: INITIAL,
    inFlight: 0,
});
const closeIdle = ({ agent }) => {
    agent.maxFreeSockets = 0;
    for (const socket of Object.values(agent.freeSockets).flat())
        socket?.destroy();
};
/** Out of rotation: no new request, idle connections closed, those in use closed as their answers end. */
const drain = (target, now) => {
    if (target.health.state === 'draining')
        return;
    target.health = DRAINING;
    target.drainingSince = now;
    closeIdle(target);
};
const target_isDrained = (target, delaySeconds, now) => target.drainingSince !== undefined &&
    (target.inFlight === 0 || now - target.drainingSince >= delaySeconds * 1000);

;// CONCATENATED MODULE: ./.build/rehearsal/router/group.js



const FIRST_CHECK_AFTER = 500;
const SWEEP_EVERY = 100;
const key = (address, port) => `${address}:${port}`;
/** ELB fails open: where no target is healthy, those known to be unhealthy get the requests. */
const eligible = (targets) => {
    const healthy = targets.filter(({ health }) => health.state === 'healthy');
    return healthy.length > 0 ? healthy : targets.filter(({ health }) => health.state === 'unhealthy');
};
/** Looks after one target until it leaves: a check, then again one interval after that began. */
const watch = (target, settings, isClosed) => {
    const next = async () => {
        if (isClosed() || target.health.state === 'draining')
            return;
        const check = settings.check();
        setTimeout(next, check.intervalSeconds * 1000).unref();
        const outcome = await probe(target.address, target.port, check);
        target.health = judge(target.health, outcome, check);
    };
    setTimeout(next, FIRST_CHECK_AFTER).unref();
};
const createGroup = (settings) => {
    const targets = new Map();
    let closed = false;
    let turn = 0;
    const sweep = setInterval(() => {
        for (const [name, target] of targets)
            if (target_isDrained(target, settings.deregistrationDelaySeconds(), Date.now())) {
                targets.delete(name);
                target.agent.destroy();
            }
    }, SWEEP_EVERY).unref();
    return {
        targets: () => [...targets.values()],
        find: (address, port) => targets.get(key(address, port)),
        register(address, port) {
            if (targets.has(key(address, port)))
                return;
            const target = createTarget(address, port);
            targets.set(key(address, port), target);
            watch(target, settings, () => closed);
        },
        deregister(address, port) {
            const target = targets.get(key(address, port));
            if (target)
                drain(target, Date.now());
        },
        pick() {
            const open = eligible([...targets.values()]);
            turn += 1;
            return open[turn % Math.max(1, open.length)];
        },
        close() {
            closed = true;
            clearInterval(sweep);
            for (const { agent } of targets.values())
                agent.destroy();
            targets.clear();
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/elb/attributes.js

const DEREGISTRATION_DELAY = 'deregistration_delay.timeout_seconds';
/** What an IP target group starts with. */
const DEFAULT_ATTRIBUTES = {
    [DEREGISTRATION_DELAY]: '300',
    'stickiness.enabled': 'false',
    'stickiness.type': 'lb_cookie',
    'stickiness.lb_cookie.duration_seconds': '86400',
    'slow_start.duration_seconds': '0',
    'load_balancing.algorithm.type': 'round_robin',
    'load_balancing.cross_zone.enabled': 'use_load_balancer_configuration',
};
const checkDelay = (value) => {
    const seconds = Number(value);
    if (!/^\d+$/.test(value) || seconds > 3600)
        refuse('InvalidConfigurationRequestException', `The value '${value}' of ${DEREGISTRATION_DELAY} must be a number of seconds from 0 to 3600`);
};
/** An attribute that is not played may be set to what it is already. */
const checkAttribute = (key, value) => {
    const usual = DEFAULT_ATTRIBUTES[key];
    if (usual === undefined)
        refuse('InvalidConfigurationRequestException', `Target group attribute key '${key}' is not recognized`);
    if (key === DEREGISTRATION_DELAY)
        checkDelay(value);
    else if (value !== usual)
        refuse('InvalidConfigurationRequestException', `The rehearsal cluster does not play ${key}=${value} yet; it is always ${usual}`);
};

;// CONCATENATED MODULE: ./.build/rehearsal/elb/group-rules.js

const inRange = (name, value, low, high) => {
    if (!Number.isInteger(value) || value < low || value > high)
        refuse('ValidationError', `${name} '${value}' must be a whole number from ${low} to ${high}`);
};
const group_rules_checkName = (world, name) => {
    if (!/^(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name))
        refuse('ValidationError', `Target group name '${name}' can only contain characters that are alphanumeric characters and hyphens(-), at most 32, and cannot begin or end with a hyphen`);
    if ([...world.targetGroups.values()].some(({ shape }) => shape.TargetGroupName === name))
        refuse('DuplicateTargetGroupNameException', `A target group with the same name '${name}' exists, but with different settings`);
};
const group_rules_checkPlayed = (input) => {
    if (input.Protocol !== 'HTTP')
        refuse('ValidationError', `The rehearsal cluster plays Protocol HTTP only, not '${input.Protocol}'`);
    if (input.TargetType !== 'ip')
        refuse('ValidationError', `The rehearsal cluster plays TargetType ip only, not '${input.TargetType ?? 'instance'}'`);
    if (input.VpcId === undefined)
        refuse('ValidationError', 'A VPC ID must be specified');
    if (input.HealthCheckEnabled === false)
        refuse('InvalidConfigurationRequestException', 'Health check enabled must be true for target groups with target type ip');
    inRange('Port', input.Port ?? 0, 1, 65535);
};
const group_rules_checkHealthCheck = (shape) => {
    inRange('Health check interval', shape.HealthCheckIntervalSeconds ?? 0, 5, 300);
    inRange('Health check timeout', shape.HealthCheckTimeoutSeconds ?? 0, 2, 120);
    inRange('Healthy threshold', shape.HealthyThresholdCount ?? 0, 2, 10);
    inRange('Unhealthy threshold', shape.UnhealthyThresholdCount ?? 0, 2, 10);
    if ((shape.HealthCheckTimeoutSeconds ?? 0) >= (shape.HealthCheckIntervalSeconds ?? 0))
        refuse('ValidationError', 'Health check timeout must be smaller than the interval');
    if (!/^\d{3}(-\d{3})?(,\d{3}(-\d{3})?)*$/.test(shape.Matcher?.HttpCode ?? ''))
        refuse('ValidationError', `Health check matcher HTTP code '${shape.Matcher?.HttpCode}' must be within '200-499'`);
};

;// CONCATENATED MODULE: ./.build/rehearsal/elb/group-shape.js

const group_shape_describe = (input, region) => ({
    TargetGroupArn: targetGroupArn(region, input.Name ?? ''),
    TargetGroupName: input.Name,
    Protocol: input.Protocol,
    ProtocolVersion: input.ProtocolVersion ?? 'HTTP1',
    Port: input.Port,
    VpcId: input.VpcId,
    TargetType: input.TargetType,
    IpAddressType: input.IpAddressType ?? 'ipv4',
    HealthCheckEnabled: true,
    HealthCheckProtocol: input.HealthCheckProtocol ?? 'HTTP',
    HealthCheckPort: input.HealthCheckPort ?? 'traffic-port',
    HealthCheckPath: input.HealthCheckPath ?? '/',
    HealthCheckIntervalSeconds: input.HealthCheckIntervalSeconds ?? 30,
    HealthCheckTimeoutSeconds: input.HealthCheckTimeoutSeconds ?? 5,
    HealthyThresholdCount: input.HealthyThresholdCount ?? 5,
    UnhealthyThresholdCount: input.UnhealthyThresholdCount ?? 2,
    Matcher: { HttpCode: input.Matcher?.HttpCode ?? '200' },
    LoadBalancerArns: [],
});
const healthCheckOf = (shape) => ({
    path: shape.HealthCheckPath ?? '/',
    intervalSeconds: shape.HealthCheckIntervalSeconds ?? 30,
    timeoutSeconds: shape.HealthCheckTimeoutSeconds ?? 5,
    healthyThreshold: shape.HealthyThresholdCount ?? 5,
    unhealthyThreshold: shape.UnhealthyThresholdCount ?? 2,
    matcher: shape.Matcher?.HttpCode ?? '200',
});
const describeHealth = (target, used) => {
    const { state, reason, description } = target.health;
    return {
        Target: { Id: target.address, Port: target.port, AvailabilityZone: 'local' },
        HealthCheckPort: String(target.port),
        TargetHealth: used
            ? { State: state, Reason: reason, Description: description }
            : {
                State: 'unused',
                Reason: 'Target.NotInUse',
                Description: 'Target group is not configured to receive traffic from the load balancer',
            },
    };
};
const unregistered = (Id, Port) => ({
    Target: { Id, Port },
    TargetHealth: {
        State: 'unused',
        Reason: 'Target.NotRegistered',
        Description: 'Target is not registered to the target group',
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/elb/groups.js






const groupAt = (world, arn) => world.targetGroups.get(arn ?? '') ??
    refuse('TargetGroupNotFoundException', `One or more target groups not found`);
const groups_open = (shape) => {
    const attributes = new Map(Object.entries(DEFAULT_ATTRIBUTES));
    const group = createGroup({
        check: () => healthCheckOf(shape),
        deregistrationDelaySeconds: () => Number(attributes.get(DEREGISTRATION_DELAY)),
    });
    return { shape, attributes, group };
};
const show = (world, { shape }) => ({
    ...shape,
    LoadBalancerArns: balancersOf(world, shape.TargetGroupArn),
});
const listAttributes = ({ attributes }) => [...attributes].map(([Key, Value]) => ({ Key, Value }));
const groups_find = (world, input) => {
    if (input.TargetGroupArns)
        return input.TargetGroupArns.map((arn) => groupAt(world, arn));
    const all = [...world.targetGroups.values()];
    if (input.Names)
        return input.Names.map((name) => all.find(({ shape }) => shape.TargetGroupName === name) ?? groupAt(world, undefined));
    const balancer = input.LoadBalancerArn;
    return balancer === undefined
        ? all
        : all.filter(({ shape }) => balancersOf(world, shape.TargetGroupArn).includes(balancer));
};
const groupOperations = (world) => ({
    CreateTargetGroup(input, region) {
        group_rules_checkName(world, input.Name ?? '');
        group_rules_checkPlayed(input);
        const shape = group_shape_describe(input, region);
        group_rules_checkHealthCheck(shape);
        const group = groups_open(shape);
        world.targetGroups.set(shape.TargetGroupArn, group);
        return { TargetGroups: [show(world, group)] };
    },
    DescribeTargetGroups: (input) => ({
        TargetGroups: groups_find(world, input).map((group) => show(world, group)),
    }),
    ModifyTargetGroupAttributes(input) {
        const group = groupAt(world, input.TargetGroupArn);
        for (const { Key = '', Value = '' } of input.Attributes ?? [])
            checkAttribute(Key, Value);
        for (const { Key = '', Value = '' } of input.Attributes ?? [])
            group.attributes.set(Key, Value);
        return { Attributes: listAttributes(group) };
    },
    DescribeTargetGroupAttributes: (input) => ({
        Attributes: listAttributes(groupAt(world, input.TargetGroupArn)),
    }),
    DescribeTargetHealth(input) {
        const { group, shape } = groupAt(world, input.TargetGroupArn);
        const used = isInUse(world, shape.TargetGroupArn);
        const asked = input.Targets;
        if (!asked)
            return { TargetHealthDescriptions: group.targets().map((target) => describeHealth(target, used)) };
        return {
            TargetHealthDescriptions: asked.map(({ Id, Port }) => {
                const target = group.find(Id ?? '', Port ?? shape.Port ?? 0);
                return target ? describeHealth(target, used) : unregistered(Id, Port);
            }),
        };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/router/headers.js
/** Headers that speak of one connection and end with it (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
    'connection',
    'keep-alive',
    'proxy-authenticate',
    'proxy-authorization',
    'proxy-connection',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
]);
const namedByConnection = (raw) => new Set(pairs(raw)
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.split(',').map((token) => token.trim().toLowerCase())));
const pairs = (raw) => raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []));
/** What goes on to the other side, in its order and spelling, as Node's raw list. */
const endToEnd = (raw) => {
    const named = namedByConnection(raw);
    return pairs(raw)
        .filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()) && !named.has(name.toLowerCase()))
        .flat();
};
/** What an application load balancer adds to a request. */
const forwarded = (raw, client, port) => {
    const before = pairs(raw).find(([name]) => name.toLowerCase() === 'x-forwarded-for')?.[1];
    const rest = pairs(raw)
        .filter(([name]) => !/^x-forwarded-(for|proto|port)$/i.test(name))
        .flat();
    const chain = before === undefined ? client : `${before}, ${client}`;
    return [...rest, 'X-Forwarded-For', chain, 'X-Forwarded-Proto', 'http', 'X-Forwarded-Port', String(port)];
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/forward.js


/** As an application load balancer's idle timeout. */
const IDLE_LIMIT = 60_000;
const forward_page = (status, text) => `<html>\r\n<head><title>${status} ${text}</title></head>\r\n<body>\r\n<center><h1>${status} ${text}</h1></center>\r\n</body>\r\n</html>\r\n`;
const forward_refuse = (response, status, text) => {
    if (response.headersSent) {
        response.destroy();
        return;
    }
    const body = forward_page(status, text);
    response.writeHead(status, { 'content-type': 'text/html', 'content-length': Buffer.byteLength(body) });
    response.end(body);
};
const ask = (target, from) => {
    const chunked = from.headers['transfer-encoding'] === undefined ? [] : ['Transfer-Encoding', 'chunked'];
    const headers = forwarded(endToEnd(from.rawHeaders), from.socket.remoteAddress ?? '', from.socket.localPort ?? 0);
    const options = {
        host: target.address,
        port: target.port,
        method: from.method ?? 'GET',
        path: from.url ?? '/',
        headers: [...headers, ...chunked],
        agent: target.agent,
        setHost: false,
        timeout: IDLE_LIMIT,
    };
    return (0,external_node_http_.request)(options);
};
const relay = (answer, response) => {
    response.sendDate = false;
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, endToEnd(answer.rawHeaders));
    response.flushHeaders();
    answer.on('error', () => response.destroy());
    answer.pipe(response);
};
/**
 * One request to one target, both bodies streamed; never sent twice. Own code and not a proxy library: those wrap
 * the same `node:http`, and none tells what is in flight at a target, which drain hangs on.
 */
const forward = (target, from, response) => {
    const asked = ask(target, from);
    target.inFlight += 1;
    response.once('close', () => {
        target.inFlight -= 1;
        if (!response.writableFinished)
            asked.destroy();
    });
    asked.on('response', (answer) => relay(answer, response));
    asked.on('timeout', () => {
        forward_refuse(response, 504, 'Gateway Time-out');
        asked.destroy();
    });
    asked.on('error', () => forward_refuse(response, 502, 'Bad Gateway'));
    from.pipe(asked);
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/listener.js



/** Longer than a client's own idle limit, so that it is the client that closes a connection it no longer wants. */
const KEEP_ALIVE = 75_000;
const listen = async (address, port, group) => {
    const server = (0,external_node_http_.createServer)({ keepAliveTimeout: KEEP_ALIVE, requestTimeout: 0 }, (request, response) => {
        const target = group()?.pick();
        if (target)
            forward(target, request, response);
        else
            forward_refuse(response, 503, 'Service Temporarily Unavailable');
    });
    server.listen({ host: address, port, backlog: 4096 });
    await (0,external_node_events_.once)(server, 'listening');
    return {
        close: async () => {
            const closed = (0,external_node_events_.once)(server, 'close');
            server.close();
            server.closeAllConnections();
            await closed;
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/router/weighted.js
/**
 * Whose turn it is, request by request. Smooth: within each cycle of requests every group gets exactly its weight, spread
 * evenly, so that a share of 5% is 5 of each 100 and never a run of luck. Elastic Load Balancing draws at random.
 */
const createTurns = () => {
    const owed = new Map();
    let before;
    return (weights) => {
        if (weights !== before)
            owed.clear();
        before = weights;
        const open = Object.entries(weights).filter(([, weight]) => weight > 0);
        const total = open.reduce((sum, [, weight]) => sum + weight, 0);
        for (const [group, weight] of open)
            owed.set(group, (owed.get(group) ?? 0) + weight);
        const next = open.map(([group]) => group).toSorted((a, b) => (owed.get(b) ?? 0) - (owed.get(a) ?? 0))[0];
        if (next !== undefined)
            owed.set(next, (owed.get(next) ?? 0) - total);
        return next;
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/elb/actions.js


const MOST_WEIGHT = 999;
const MOST_GROUPS = 5;
const forwardOf = (actions) => {
    const [action, ...others] = actions;
    return action?.Type === 'forward' && others.length === 0
        ? action
        : refuse('ValidationError', 'The rehearsal cluster plays listeners with one action of the Type forward');
};
const checkWeight = (weight) => Number.isInteger(weight) && weight >= 0 && weight <= MOST_WEIGHT
    ? weight
    : refuse('ValidationError', `Weight '${weight}' must be a whole number from 0 to ${MOST_WEIGHT}`);
/** The weights that an action declares: of one target group, or of up to five. */
const actions_weightsOf = (world, actions) => {
    const { TargetGroupArn, ForwardConfig } = forwardOf(actions);
    if (ForwardConfig?.TargetGroupStickinessConfig?.Enabled)
        refuse('ValidationError', 'The rehearsal cluster does not play stickiness of target groups yet');
    const tuples = ForwardConfig?.TargetGroups ?? [{ TargetGroupArn, Weight: 1 }];
    if (tuples.length === 0 || tuples.length > MOST_GROUPS)
        refuse('ValidationError', `A forward action must have from 1 to ${MOST_GROUPS} target groups`);
    return Object.fromEntries(tuples.map((tuple) => [
        groupAt(world, tuple.TargetGroupArn).shape.TargetGroupArn,
        checkWeight(tuple.Weight ?? 1),
    ]));
};
/** The weights as an action; with a single target group also in the short form, as AWS answers it. */
const actionsOf = (weights) => {
    const TargetGroups = Object.entries(weights).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight }));
    const [only, ...others] = TargetGroups;
    return [
        {
            Type: 'forward',
            ...(only && others.length === 0 ? { TargetGroupArn: only.TargetGroupArn } : {}),
            ForwardConfig: { TargetGroups, TargetGroupStickinessConfig: { Enabled: false } },
        },
    ];
};

;// CONCATENATED MODULE: ./.build/rehearsal/elb/listeners.js






const checkPort = (world, input, port) => {
    if (input.Protocol !== 'HTTP')
        refuse('ValidationError', `The rehearsal cluster plays Protocol HTTP only, not '${input.Protocol}'`);
    if (!Number.isInteger(port) || port < 1 || port > 65535)
        refuse('ValidationError', `Port '${port}' must be a number from 1 to 65535`);
    const taken = [...world.listeners.values()].some(({ shape }) => shape.LoadBalancerArn === input.LoadBalancerArn && shape.Port === port);
    if (taken)
        refuse('DuplicateListenerException', 'A listener already exists on this port for this load balancer');
};
const listeners_show = ({ shape, rule }) => ({
    ...shape,
    DefaultActions: actionsOf(rule.weights),
});
const showRule = ({ rule }) => ({
    RuleArn: rule.arn,
    Priority: 'default',
    Conditions: [],
    Actions: actionsOf(rule.weights),
    IsDefault: true,
});
/** A door that asks the rule, request by request, which target group is next. */
const openDoor = (world, address, port, rule) => {
    const turns = createTurns();
    return listen(address, port, () => world.targetGroups.get(turns(rule.weights) ?? '')?.group);
};
const listeners_at = (world, arn) => world.listeners.get(arn ?? '') ??
    refuse('ListenerNotFoundException', `One or more listeners not found: '[${arn}]'`);
const ruleAt = (world, arn) => [...world.listeners.values()].find(({ rule }) => rule.arn === arn) ??
    refuse('RuleNotFoundException', `One or more rules not found: '[${arn}]'`);
const listeners_find = (world, input) => {
    if (input.ListenerArns)
        return input.ListenerArns.map((arn) => listeners_at(world, arn));
    balancerAt(world, input.LoadBalancerArn);
    return [...world.listeners.values()].filter(({ shape }) => shape.LoadBalancerArn === input.LoadBalancerArn);
};
const listeners_create = async (world, input, region) => {
    const balancer = balancerAt(world, input.LoadBalancerArn);
    const port = input.Port ?? 0;
    checkPort(world, input, port);
    const ListenerArn = listenerArn(balancer.LoadBalancerArn ?? '');
    const rule = { arn: ruleArn(ListenerArn), weights: actions_weightsOf(world, input.DefaultActions ?? []) };
    const open = await openDoor(world, balancer.DNSName, port, rule).catch((error) => refuse('ValidationError', `Port ${port} of ${balancer.DNSName} in ${region} cannot be opened here: ${error.message}`));
    const LoadBalancerArn = balancer.LoadBalancerArn ?? '';
    return { shape: { ListenerArn, LoadBalancerArn, Port: port, Protocol: input.Protocol }, rule, open };
};
const listenerOperations = (world) => ({
    async CreateListener(input, region) {
        const listener = await listeners_create(world, input, region);
        world.listeners.set(listener.shape.ListenerArn, listener);
        return { Listeners: [listeners_show(listener)] };
    },
    DescribeListeners: (input) => ({
        Listeners: listeners_find(world, input).map(listeners_show),
    }),
    /** Of a listener only where it forwards to can be changed: what people do who move weights by hand. */
    ModifyListener(input) {
        const listener = listeners_at(world, input.ListenerArn);
        const changed = Object.keys(input).find((name) => name !== 'ListenerArn' && name !== 'DefaultActions');
        if (changed)
            refuse('ValidationError', `The rehearsal cluster does not play a change of ${changed} yet`);
        if (input.DefaultActions)
            listener.rule.weights = actions_weightsOf(world, input.DefaultActions);
        return { Listeners: [listeners_show(listener)] };
    },
    DescribeRules(input) {
        const listeners = input.RuleArns
            ? input.RuleArns.map((arn) => ruleAt(world, arn))
            : [listeners_at(world, input.ListenerArn)];
        return { Rules: listeners.map(showRule) };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/identity.js

/** Whoever asks is the same one person here. */
const identityOperations = {
    GetCallerIdentity: () => ({
        Account: ACCOUNT,
        UserId: 'AIDAREHEARSAL0000000',
        Arn: `arn:aws:iam::${ACCOUNT}:user/rehearsal`,
    }),
};

;// CONCATENATED MODULE: ./.build/rehearsal/logs/operations.js

const DEFAULT_LIMIT = 10_000;
const STREAMS_PER_PAGE = 50;
const groupOf = (logs, input) => {
    const name = input.logGroupName ?? input.logGroupIdentifier?.split(':log-group:').pop();
    return (logs.groups.get(name ?? '') ??
        refuse('ResourceNotFoundException', 'The specified log group does not exist.'));
};
const streamOf = (group, name) => group.streams.get(name ?? '') ??
    refuse('ResourceNotFoundException', 'The specified log stream does not exist.');
const operations_within = (events, start = 0, end = Number.POSITIVE_INFINITY) => events.filter(({ timestamp }) => timestamp >= start && timestamp < end);
/** A page's place: `f/` and `b/` count events from the start, forwards and backwards. */
const readToken = (token) => {
    const match = /^([fb])\/(\d+)$/.exec(token);
    return match
        ? { direction: match[1] ?? 'f', place: Number(match[2]) }
        : refuse('InvalidParameterException', 'The specified nextToken is invalid.');
};
const pageOf = (count, input) => {
    const limit = input.limit ?? DEFAULT_LIMIT;
    if (input.nextToken !== undefined) {
        const { direction, place } = readToken(input.nextToken);
        return direction === 'f' ? [place, Math.min(count, place + limit)] : [Math.max(0, place - limit), place];
    }
    return input.startFromHead === true ? [0, Math.min(count, limit)] : [Math.max(0, count - limit), count];
};
const describeStream = (group, { name, createdAt, events }) => ({
    logStreamName: name,
    creationTime: createdAt,
    firstEventTimestamp: events[0]?.timestamp,
    lastEventTimestamp: events.at(-1)?.timestamp,
    lastIngestionTime: events.at(-1)?.ingestionTime,
    arn: `arn:aws:logs:local:000000000000:log-group:${group.name}:log-stream:${name}`,
    storedBytes: 0,
});
const byName = (a, b) => (a.name < b.name ? -1 : 1);
const byLastEvent = (a, b) => (a.events.at(-1)?.timestamp ?? 0) - (b.events.at(-1)?.timestamp ?? 0);
const orderStreams = (group, input) => {
    const prefix = input.logStreamNamePrefix ?? '';
    const order = input.orderBy === 'LastEventTime' ? byLastEvent : byName;
    if (prefix !== '' && order === byLastEvent)
        refuse('InvalidParameterException', 'Cannot order by LastEventTime with a logStreamNamePrefix.');
    const streams = [...group.streams.values()].filter(({ name }) => name.startsWith(prefix)).toSorted(order);
    return input.descending === true ? streams.toReversed() : streams;
};
/** Words that must all occur; quotes join them. The rest of CloudWatch's pattern language is refused. */
const matcherOf = (pattern = '') => {
    if (/^[[{%]/.test(pattern.trim()) || /(^|\s)[?-]\S/.test(pattern))
        refuse('InvalidParameterException', `The rehearsal cluster does not play the filter pattern ${pattern} yet.`);
    const terms = [...pattern.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
    return (message) => terms.every((term) => message.includes(term));
};
const filterStream = (stream, input) => {
    const matches = matcherOf(input.filterPattern);
    return operations_within(stream.events, input.startTime, input.endTime)
        .filter(({ message }) => matches(message))
        .map((event, index) => ({ ...event, logStreamName: stream.name, eventId: `${stream.name}:${index}` }));
};
const logOperations = (logs) => ({
    CreateLogGroup({ logGroupName = '' }) {
        if (!/^[.\-_/#A-Za-z0-9]{1,512}$/.test(logGroupName))
            refuse('InvalidParameterException', `The log group name '${logGroupName}' is not valid.`);
        if (logs.groups.has(logGroupName))
            refuse('ResourceAlreadyExistsException', 'The specified log group already exists');
        logs.createGroup(logGroupName);
    },
    DescribeLogStreams(input) {
        const group = groupOf(logs, input);
        const streams = orderStreams(group, input);
        const from = input.nextToken === undefined ? 0 : readToken(input.nextToken).place;
        const to = from + (input.limit ?? STREAMS_PER_PAGE);
        return {
            logStreams: streams.slice(from, to).map((stream) => describeStream(group, stream)),
            nextToken: to < streams.length ? `f/${to}` : undefined,
        };
    },
    GetLogEvents(input) {
        const stream = streamOf(groupOf(logs, input), input.logStreamName);
        const events = operations_within(stream.events, input.startTime, input.endTime);
        const [from, to] = pageOf(events.length, input);
        return {
            events: events.slice(from, to),
            nextForwardToken: `f/${to}`,
            nextBackwardToken: `b/${from}`,
        };
    },
    FilterLogEvents(input) {
        const group = groupOf(logs, input);
        const named = input.logStreamNames?.map((name) => streamOf(group, name)) ?? [...group.streams.values()];
        const streams = named.filter(({ name }) => name.startsWith(input.logStreamNamePrefix ?? ''));
        const events = streams
            .flatMap((stream) => filterStream(stream, input))
            .toSorted((a, b) => (a.timestamp ?? 0) - (b.timestamp ?? 0));
        const from = input.nextToken === undefined ? 0 : readToken(input.nextToken).place;
        const to = from + (input.limit ?? DEFAULT_LIMIT);
        return {
            events: events.slice(from, to),
            searchedLogStreams: [],
            nextToken: to < events.length ? `f/${to}` : undefined,
        };
    },
});

;// CONCATENATED MODULE: ./.build/rehearsal/controller/back.js





const LIMIT = 24 * 60 * MINUTE;
/** The old revision can take everything, or nothing needs to move. */
const canReturn = (service, { seen, now, guards }) => {
    const rising = sets_serving(service, wantedRevision(service), seen);
    const falling = sets_serving(service, newest(service).target, seen);
    const readiness = { rising, falling, desired: service.desiredCount, share: course_ALL };
    return guards.mayTakeBack(readiness) || hasArrived(service, seen, now);
};
const hasMoved = (service, { seen, now, guards }) => guards.hasMoved(hasArrived(service, seen, now));
/** The way back of the strategies that shift traffic, and what each stage waits for. Inferred: AWS names no stages of it. */
const WAY = [
    ['SCALE_UP', canReturn],
    ['PRODUCTION_TRAFFIC_SHIFT', hasMoved],
    [
        'CLEAN_UP',
        (service, moment) => leftovers(service, wantedRevision(service)).length === 0 &&
            isWhole(service, wantedRevision(service), moment.seen) &&
            hasMoved(service, moment),
    ],
];
const LATE = 'The rollback failed: it did not come to an end within 24 hours.';
/** All traffic to the old revision once that is whole, and only then the new tasks go. */
const advanceBack = (service, moment) => {
    const { course } = newest(service);
    const at = WAY.findIndex(([stage]) => stage === course.stage);
    const [, isDone] = WAY[at] ?? WAY[0] ?? [];
    if (!isDone?.(service, moment))
        return moment.now - course.since >= LIMIT ? finish(service, 'ROLLBACK_FAILED', LATE, moment.now) : service;
    const following = WAY[at + 1]?.[0];
    return following
        ? advanceBack(withCourse(service, { stage: following, since: moment.now }, moment.now), moment)
        : finish(service, 'ROLLBACK_SUCCESSFUL', undefined, moment.now);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/limits.js



const HOUR = 60 * MINUTE;
const STAGE_LIMIT = 24 * HOUR;
const DEPLOYMENT_LIMIT = 30 * 24 * HOUR;
const LIMITED = [
    'RECONCILE_SERVICE',
    'SCALE_UP',
    'TEST_TRAFFIC_SHIFT',
    'PRODUCTION_TRAFFIC_SHIFT',
];
const UNWEIGHABLE = 'Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.';
/** Why a deployment cannot go on, whatever it waits for. */
const hopeless = (service, { seen, now }) => {
    const { course, startedAt } = newest(service);
    const working = LIMITED.includes(course.stage) && course.arrivedAt === undefined;
    if (working && course.strategy !== 'ROLLING' && now - course.since >= STAGE_LIMIT)
        return `Service deployment rolled back because the lifecycle stage ${course.stage} took longer than 24 hours.`;
    if (now - (startedAt ?? now) >= DEPLOYMENT_LIMIT)
        return 'Service deployment rolled back because it took longer than 30 days.';
    return course.strategy !== 'ROLLING' && isUnweighable(service, seen) ? UNWEIGHABLE : undefined;
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/advance.js










const advance_hasMoved = (service, { seen, now, guards }) => guards.hasMoved(hasArrived(service, seen, now));
/** All desired tasks of the wanted revision serve, and nothing of another is left, not even draining. */
const isReplaced = (service, seen) => {
    const revision = wantedRevision(service);
    const wanted = service.tasks.filter((task) => isAlive(task) && task.revision === revision);
    return (leftovers(service, revision).length === 0 &&
        wanted.length === service.desiredCount &&
        wanted.every((task) => isSteady(task, seen)));
};
const isLastStep = ({ step, steps }) => step >= steps.length - 1;
const isBaked = (course, now) => isLastStep(course) || now - (course.arrivedAt ?? now) >= course.stepBakeMinutes * MINUTE;
/** What a stage waits for, besides its hooks. A stage that is not here waits for nothing. */
const DONE = {
    RECONCILE_SERVICE: (service, course, moment) => strays(service, course).length === 0 && advance_hasMoved(service, moment),
    SCALE_UP: (service, course, moment) => course.strategy === 'ROLLING'
        ? isReplaced(service, moment.seen) && advance_hasMoved(service, moment)
        : isWhole(service, newest(service).target, moment.seen),
    TEST_TRAFFIC_SHIFT: (service, _, moment) => advance_hasMoved(service, moment),
    PRODUCTION_TRAFFIC_SHIFT: (service, course, moment) => course.arrivedAt !== undefined && advance_hasMoved(service, moment) && isBaked(course, moment.now),
    BAKE_TIME: (_, { since, bakeMinutes }, { now }) => now - since >= bakeMinutes * MINUTE,
    CLEAN_UP: (service, _, moment) => isReplaced(service, moment.seen) && advance_hasMoved(service, moment),
};
const note = (service, moment) => {
    const { course } = newest(service);
    const shifting = course.stage === 'PRODUCTION_TRAFFIC_SHIFT' && course.arrivedAt === undefined;
    return shifting && advance_hasMoved(service, moment)
        ? withCourse(service, { arrivedAt: moment.now }, moment.now)
        : service;
};
const pass = (service, moment) => {
    const { course } = newest(service);
    if (isPaused(course) || !(DONE[course.stage]?.(service, course, moment) ?? true))
        return service;
    const following = next(course);
    return following
        ? pass(note(enter(service, following.stage, following.step, moment.now), moment), moment)
        : finish(service, 'SUCCESSFUL', undefined, moment.now);
};
const advanceForward = (service, moment) => {
    const timed = timeOut(service, moment.now);
    if (newest(timed).status !== 'IN_PROGRESS')
        return timed;
    const reason = hopeless(timed, moment);
    return reason ? rollBack(timed, reason, moment.now) : pass(note(timed, moment), moment);
};
/** As far through the stages as what was seen allows; on the way back likewise. */
const advance_advance = (service, moment) => {
    const { status, course } = newest(service);
    if (status === 'IN_PROGRESS')
        return advanceForward(service, moment);
    if (status !== 'ROLLBACK_IN_PROGRESS')
        return service;
    if (course.strategy !== 'ROLLING')
        return advanceBack(service, moment);
    return isReplaced(service, moment.seen) && advance_hasMoved(service, moment)
        ? finish(service, 'ROLLBACK_SUCCESSFUL', undefined, moment.now)
        : service;
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/effects.js



const inRotation = ({ state }) => state !== 'unused' && state !== 'draining';
const registrations = (service, task, seen) => revisionOf(service, task.revision)
    .targets.filter(({ targetGroup }) => seen.targets.find((target) => target.targetGroup === targetGroup)?.state === 'unused')
    .map(({ targetGroup, containerPort }) => ({
    kind: 'register',
    task: task.id,
    targetGroup,
    port: containerPort,
}));
const deregistrations = (task, seen) => (seen?.targets ?? [])
    .filter(inRotation)
    .map(({ targetGroup }) => ({ kind: 'deregister', task: task.id, targetGroup }));
const effectsOfTask = (service, task, seen) => {
    switch (task.phase) {
        case 'pending':
            return seen
                ? []
                : [
                    {
                        kind: 'start',
                        task: task.id,
                        taskDefinition: revisionOf(service, task.revision).taskDefinition,
                    },
                ];
        case 'running':
            return seen ? registrations(service, task, seen) : [];
        case 'stopping':
            return [{ kind: 'stop', task: task.id }];
        case 'draining':
        case 'stopped':
            return deregistrations(task, seen);
    }
};
/** Whether everyone who may get more than now can bear it. Too soon after the asking a sight does not tell who that is. */
const isBearable = (service, weighing, share, { seen, now, guards }) => {
    const mine = guards.mayTakeOver(readiness(service, seen, weighing, 'up'));
    const theirs = guards.mayTakeBack(readiness(service, seen, weighing, 'down'));
    if (!isFresh(service, now))
        return mine && theirs;
    return weighing.asked > share ? mine : theirs;
};
/** Weights go up only where somebody serves; until then a rule keeps what it has. */
const weigh = (service, weighing, moment) => {
    const { rule, group, other, asked } = weighing;
    const share = seenShare(moment.seen, weighing);
    if (share === undefined || share === asked)
        return [];
    if (!isBearable(service, weighing, share, moment))
        return [];
    const [mine, theirs] = moment.guards.weights(asked);
    return [{ kind: 'weigh', rule, weights: { [group]: mine, [other]: theirs } }];
};
const effectsOf = (service, moment) => [
    ...service.tasks.flatMap((task) => effectsOfTask(service, task, moment.seen.tasks.get(task.id))),
    ...weighings(service).flatMap((weighing) => weigh(service, weighing, moment)),
];

;// CONCATENATED MODULE: ./.build/rehearsal/controller/events.js


const KEPT = 100;
const ids = (tasks) => tasks.map(({ id }) => `(task ${id})`).join(' ');
const earlier = (before, task) => before.tasks.find(({ id }) => id === task.id);
const startedTasks = (before, after) => {
    const tasks = after.tasks.filter((task) => !earlier(before, task));
    return tasks.length === 0 ? [] : [`has started ${tasks.length} tasks: ${ids(tasks)}.`];
};
const sickTasks = (before, after) => after.tasks
    .filter((task) => task.why?.reason.startsWith('Task failed') && !earlier(before, task)?.why)
    .map((task) => `(task ${task.id}) is unhealthy due to (reason ${task.why?.reason}).`);
const stoppedTasks = (before, after) => {
    const going = after.tasks.filter((task) => task.phase === 'stopping' && earlier(before, task)?.phase !== 'stopping');
    return going.length === 0 ? [] : [`has stopped ${going.length} running tasks: ${ids(going)}.`];
};
const turns = (before, after) => {
    const [was, is] = [newest(before), newest(after)];
    if (was.arn !== is.arn || was.status === is.status)
        return [];
    const name = `(deployment ecs-svc/${is.target})`;
    if (is.status === 'ROLLBACK_IN_PROGRESS')
        return [
            `${name} deployment failed: ${is.course.strategy === 'ROLLING' ? 'tasks failed to start.' : is.reason}`,
            `rolling back to deployment ecs-svc/${is.rollback?.revision}.`,
        ];
    if (is.status === 'STOPPED' || is.status === 'ROLLBACK_FAILED')
        return [`${name} deployment failed: ${is.reason}`];
    return isUnderWay(is) ? [] : [`${name} deployment completed.`, 'has reached a steady state.'];
};
/** What ECS would tell about this step, newest first. */
const tell = (before, after, now) => {
    const told = [sickTasks, startedTasks, stoppedTasks, turns].flatMap((what) => what(before, after));
    const events = told.map((text) => ({ at: now, message: `(service ${after.name}) ${text}` })).toReversed();
    return { ...after, events: [...events, ...after.events].slice(0, KEPT) };
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/guards.js


const isHealthyEnough = ({ rising, desired, share }) => rising >= Math.ceil((share * desired) / 1000);
const GUARDS = {
    weights: weightsOf,
    mayTakeOver: isHealthyEnough,
    mayTakeBack: (readiness) => isHealthyEnough(readiness) || (readiness.falling === 0 && readiness.rising > 0),
    mayLeave: (seenShare) => seenShare === 0,
    isDrained: ({ state, inFlight, deregistrationDelaySeconds }, since) => since >= STALE_MILLISECONDS &&
        (state === 'unused' ||
            (state === 'draining' && (inFlight === 0 || since >= deregistrationDelaySeconds * 1000))),
    hasMoved: (seenArrived) => seenArrived,
    turnsBack: () => true,
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/rolling.js


const bounds = (service, control) => control === 'stop-first'
    ? { lower: 0, upper: service.desiredCount }
    : {
        lower: Math.ceil((service.desiredCount * service.settings.minimumHealthyPercent) / 100),
        upper: Math.floor((service.desiredCount * service.settings.maximumPercent) / 100),
    };
const census = (service, seen, control) => {
    const revision = wantedRevision(service);
    const alive = service.tasks.filter(isAlive);
    const wanted = alive.filter((task) => task.revision === revision);
    const others = alive.filter((task) => task.revision !== revision);
    return {
        desired: service.desiredCount,
        ...bounds(service, control),
        wanted: wanted.length,
        others: others.length,
        wantedServing: wanted.filter((task) => isSteady(task, seen)).length,
        othersServing: others.filter((task) => isSteady(task, seen)).length,
    };
};
/** How many tasks of the wanted revision to start: what is missing, as far as `maximumPercent` has room. */
const toStart = ({ desired, upper, wanted, others }) => Math.max(0, Math.min(desired - wanted, upper - wanted - others));
/**
 * How many serving tasks of other revisions may go: those that new ones replaced, or, where `maximumPercent` leaves
 * no room to start, as many as are missing; never more than `minimumHealthyPercent` can spare.
 */
const toRetire = (numbers) => {
    const { desired, lower, upper, wanted, others, wantedServing, othersServing } = numbers;
    const spare = wantedServing + othersServing - lower;
    const replaced = wantedServing + others - desired;
    const blocked = upper - wanted - others <= 0 ? desired - wanted : 0;
    return Math.max(0, Math.min(othersServing, spare, Math.max(replaced, blocked)));
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/stop.js
/** A task on its way out: out of rotation first, drained, then stopped. One that never ran has nothing to drain. */
const retire = (task, why, now, control) => {
    const drains = task.phase === 'running' && control !== 'stop-first';
    return drains
        ? { ...task, phase: 'draining', drainingSince: now, why }
        : { ...task, phase: 'stopping', stoppingAt: now, why };
};
const scaling = (deployment) => ({
    code: 'ServiceSchedulerInitiated',
    reason: `Scaling activity initiated by (deployment ecs-svc/${deployment})`,
});

;// CONCATENATED MODULE: ./.build/rehearsal/controller/schedule.js








const FIRST_FAILURES = 3;
const MOST_WAIT = 15_000;
/**
 * ECS starts tasks that keep failing ever more slowly. Inferred: AWS gives no numbers; these stay within what a
 * person waits for at a rehearsal.
 */
const mayStart = (service, now) => {
    const { failures, rollbackFailures, rollback, lastFailureAt } = newest(service);
    const many = rollback ? rollbackFailures : failures;
    const wait = many === 0 ? 0 : Math.min(MOST_WAIT, 1000 * 2 ** Math.max(0, many - FIRST_FAILURES));
    return lastFailureAt === undefined || now - lastFailureAt >= wait;
};
/** After a deployment that failed for good ECS starts no more tasks and leaves those that run. */
const isGivenUp = (service) => ['STOPPED', 'ROLLBACK_FAILED'].includes(newest(service).status);
/** Made from what it stands for, so that a step repeated after a crash starts the same task and not another. */
const taskId = (service, revision, number) => (0,external_node_crypto_.createHash)('sha256')
    .update(`${service.arn} ${service.createdAt} ${revision} ${number}`)
    .digest('hex')
    .slice(0, 32);
const born = (service, revision, number, now) => ({
    id: taskId(service, revision, number),
    revision,
    phase: 'pending',
    createdAt: now,
    healthy: false,
});
const schedule_start = (service, revision, many, now) => ({
    ...service,
    begun: service.begun + many,
    tasks: [
        ...service.tasks,
        ...Array.from({ length: many }, (_, index) => born(service, revision, service.begun + index, now)),
    ],
});
const letGo = (service, gone, now, control) => {
    const ids = new Set(gone.map(({ id }) => id));
    const why = scaling(wantedRevision(service));
    return {
        ...service,
        tasks: service.tasks.map((task) => (ids.has(task.id) ? retire(task, why, now, control) : task)),
    };
};
const aliveOf = (service, revision) => service.tasks.filter((task) => isAlive(task) && task.revision === revision);
const othersOf = (service) => service.tasks.filter((task) => isAlive(task) && task.revision !== wantedRevision(service));
/** What does not serve yet costs nobody a request when it goes. */
const retireIdle = (service, moment) => letGo(service, othersOf(service).filter((task) => !isSteady(task, moment.seen)), moment.now);
const retireReplaced = (service, moment, control) => letGo(service, othersOf(service).slice(0, toRetire(census(service, moment.seen, control))), moment.now, control);
/** After a smaller `desiredCount`: first what does not serve, then the youngest. */
const trim = (service, revision, seen, now) => {
    const alive = aliveOf(service, revision);
    const order = alive.toReversed().toSorted((a, b) => Number(isSteady(a, seen)) - Number(isSteady(b, seen)));
    return letGo(service, order.slice(0, Math.max(0, alive.length - service.desiredCount)), now);
};
const startMissing = (service, { seen, now }, control) => {
    const many = mayStart(service, now) ? toStart(census(service, seen, control)) : 0;
    return schedule_start(service, wantedRevision(service), many, now);
};
const roll = (service, moment, control) => startMissing(retireReplaced(retireIdle(service, moment), moment, control), moment, control);
const empty = (service, revision, moment) => mayLeave(service, revision, wantedRevision(service), moment)
    ? letGo(service, aliveOf(service, revision), moment.now)
    : service;
const fill = (service, revision, { seen, now }) => {
    const trimmed = trim(service, revision, seen, now);
    const missing = service.desiredCount - aliveOf(trimmed, revision).length;
    const waits = revision === wantedRevision(service) && !mayStart(service, now);
    return schedule_start(trimmed, revision, waits ? 0 : Math.max(0, missing), now);
};
const keepSets = (service, { whole, none }, moment) => {
    const emptied = none.reduce((left, revision) => empty(left, revision, moment), service);
    return whole.reduce((left, revision) => fill(left, revision, moment), emptied);
};
/** One pass of the scheduler: who goes, who comes. */
const schedule = (service, moment, control) => {
    const sets = wantedSets(service);
    if (sets)
        return keepSets(service, sets, moment);
    const trimmed = trim(service, wantedRevision(service), moment.seen, moment.now);
    return isGivenUp(service) ? trimmed : roll(trimmed, moment, control);
};

;// CONCATENATED MODULE: ./.build/rehearsal/controller/step.js











const step_HOUR = 3_600_000;
const dismissSick = (service, seen, now) => ({
    ...service,
    tasks: service.tasks.map((task) => {
        const sight = seen.tasks.get(task.id);
        const why = sight && sickness(service, task, sight, now);
        return why ? retire(task, why, now) : task;
    }),
});
/** Failed just now: nobody told it to go, and it has gone or has to go. */
const failed = (before, after) => after.tasks.filter((task, index) => task.revision === wantedRevision(after) && task.why && !before.tasks[index]?.why);
const recovered = (before, after) => after.tasks.some((task, index) => task.revision === wantedRevision(after) && task.healthy && !before.tasks[index]?.healthy);
const step_judge = (before, { seen, now, ...rest }) => {
    const judged = dismissSick(absorb(before, { seen, now, ...rest }), seen, now);
    return count(judged, failed(before, judged), recovered(before, judged), now);
};
const deliver = (before, moment, control) => {
    const { seen, now } = moment;
    const judged = step_judge(takeUp(before, moment), moment);
    const advanced = advance_advance(heed(trip(judged, now), seen, now), moment);
    return tell(before, schedule(advanced, moment, control), now);
};
/** A deleted service: its tasks leave in the same order, and nothing comes. */
const windDown = (service, moment) => {
    const absorbed = absorb(service, moment);
    const leaving = absorbed.tasks.map((task) => task.phase === 'pending' || task.phase === 'running' ? retire(task, DELETED, moment.now) : task);
    const done = leaving.every(({ phase }) => phase === 'stopped');
    return { ...absorbed, tasks: leaving, status: done ? 'INACTIVE' : 'DRAINING' };
};
const DELETED = { code: 'ServiceSchedulerInitiated', reason: 'Service was deleted' };
const forget = (service, now) => ({
    ...service,
    tasks: service.tasks.filter(({ stoppedAt }) => stoppedAt === undefined || now - stoppedAt < step_HOUR),
});
/**
 * The controller: pure. Each step looks at what is, decides, and says what is to be done.
 * The order of every replacement is: register → healthy → weight → seen to have moved → drain → stop.
 */
const step = (service, seen, now, control, guards = GUARDS) => {
    const moment = { seen, now, guards };
    const next = service.status === 'ACTIVE' ? deliver(service, moment, control) : windDown(service, moment);
    return { service: forget(next, now), effects: effectsOf(next, moment) };
};

;// CONCATENATED MODULE: ./.build/rehearsal/loop.js





const EVERY = 200;
const seeTarget = (world, address, { targetGroup, containerPort }) => {
    const group = world.targetGroups.get(targetGroup);
    const target = group?.group.find(address, containerPort);
    return {
        targetGroup,
        state: target?.health.state ?? 'unused',
        inFlight: target?.inFlight ?? 0,
        deregistrationDelaySeconds: Number(group?.attributes.get(DEREGISTRATION_DELAY) ?? 300),
    };
};
const see = (world, service, task, running) => ({
    phase: running.phase,
    health: running.health,
    hasHealthCheck: running.hasHealthCheck,
    targets: revisionOf(service, task.revision).targets.map((binding) => seeTarget(world, running.address, binding)),
    ...(running.stopped ? { stopped: running.stopped } : {}),
});
const look = (world, service) => ({
    rules: new Map([...world.listeners.values()].map(({ rule }) => [rule.arn, rule.weights])),
    alarms: new Map(),
    tasks: new Map(service.tasks.flatMap((task) => {
        const running = world.driver.observe(task.id);
        return running ? [[task.id, see(world, service, task, running)]] : [];
    })),
});
const regionOf = (arn) => arn.split(':')[3] ?? '';
const startTask = (world, service, task, taskDefinition) => {
    const definition = world.definitions.get(taskDefinition)?.definition;
    if (!definition)
        throw new Error(`${service.arn} wants ${taskDefinition}, which is not registered`);
    world.driver.start({
        id: task,
        arn: taskArn(service.arn, task),
        address: world.addresses.task(),
        region: regionOf(service.arn),
        definition,
        logs: world.logs,
    });
};
const portIn = (service, id, targetGroup) => {
    const task = service.tasks.find((candidate) => candidate.id === id);
    const bindings = task ? revisionOf(service, task.revision).targets : [];
    return bindings.find((binding) => binding.targetGroup === targetGroup)?.containerPort ?? 0;
};
const loop_groupOf = (world, arn) => world.targetGroups.get(arn)?.group;
const loop_weigh = (world, { rule, weights }) => {
    const listener = [...world.listeners.values()].find((candidate) => candidate.rule.arn === rule);
    if (listener)
        listener.rule.weights = weights;
};
const carryOut = (world, service, effect) => {
    if (effect.kind === 'weigh')
        loop_weigh(world, effect);
    else
        carryOutOnTask(world, service, effect);
};
const carryOutOnTask = (world, service, effect) => {
    const address = world.driver.observe(effect.task)?.address ?? '';
    switch (effect.kind) {
        case 'start':
            startTask(world, service, effect.task, effect.taskDefinition);
            break;
        case 'register':
            loop_groupOf(world, effect.targetGroup)?.register(address, effect.port);
            break;
        case 'deregister':
            loop_groupOf(world, effect.targetGroup)?.deregister(address, portIn(service, effect.task, effect.targetGroup));
            break;
        case 'stop':
            world.driver.stop(effect.task);
            break;
        default:
            (0,words/* unreachable */.HB)(effect);
    }
};
const forgetTasks = (world, before, after) => {
    const kept = new Set(after.tasks.map(({ id }) => id));
    for (const { id } of before.tasks)
        if (!kept.has(id))
            world.driver.forget(id);
};
const loop_advance = (world, arn, now, control) => {
    const record = world.services.get(arn);
    if (!record || record.service.status === 'INACTIVE')
        return;
    const { service, effects } = step(record.service, look(world, record.service), now, control);
    world.services.set(arn, { ...record, service });
    for (const effect of effects)
        carryOut(world, service, effect);
    forgetTasks(world, record.service, service);
};
/** Lets the controller look at every service, again and again. */
const createLoop = (world, bug, control) => {
    let timer;
    const turn = () => {
        for (const arn of world.services.keys())
            try {
                loop_advance(world, arn, Date.now(), control);
            }
            catch (error) {
                bug(error);
            }
    };
    return {
        start: () => {
            timer = setInterval(turn, EVERY);
        },
        nudge: () => void setImmediate(() => timer && turn()),
        stop: () => {
            clearInterval(timer);
            timer = undefined;
        },
    };
};

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./.build/rehearsal/router/addresses.js


/** Whoever holds this port on 127.N.255.254 has the block. */
const CLAIM_PORT = 51_678;
const FIRST = 64;
const BLOCKS = 128;
const claim = async (block) => {
    const server = (0,external_node_net_.createServer)((socket) => socket.destroy()).unref();
    server.listen(CLAIM_PORT, `127.${block}.255.254`);
    const claimed = (0,external_node_events_.once)(server, 'listening').then(() => server, () => undefined);
    return claimed;
};
const claimAny = async (from) => {
    for (let step = 0; step < BLOCKS; step += 1) {
        const block = FIRST + ((from + step) % BLOCKS);
        const server = await claim(block);
        if (server)
            return [block, server];
    }
    throw new Error('no free block of loopback addresses: too many rehearsal clusters run on this machine');
};
const addresses_at = (block, third, count, size) => {
    const place = count % (size * 254);
    return `127.${block}.${third + Math.floor(place / 254)}.${1 + (place % 254)}`;
};
const claimAddresses = async () => {
    const [block, server] = await claimAny(process.pid);
    let tasks = 0;
    let balancers = 0;
    return {
        task: () => addresses_at(block, 0, tasks++, 240),
        balancer: () => addresses_at(block, 240, balancers++, 15),
        release: async () => {
            const closed = (0,external_node_events_.once)(server, 'close');
            server.close();
            await closed;
        },
    };
};

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.build/rehearsal/tasks/container.js
/** Marks everything that a server started, so that it can be found again and removed. */
const LABEL = 'stagger.rehearsal';
const labelsOf = (owner, order, name) => ({
    [LABEL]: owner,
    'com.amazonaws.ecs.task-arn': order.arn,
    'com.amazonaws.ecs.container-name': name,
    'com.amazonaws.ecs.task-definition-family': order.definition.family ?? '',
    'com.amazonaws.ecs.task-definition-version': String(order.definition.revision ?? ''),
});
const SECOND = 1_000_000_000;
const healthCheck = ({ command, interval, timeout, retries, startPeriod }) => ({
    Test: command,
    Interval: (interval ?? 30) * SECOND,
    Timeout: (timeout ?? 5) * SECOND,
    Retries: retries ?? 3,
    StartPeriod: (startPeriod ?? 0) * SECOND,
});
const portKey = (port, protocol = 'tcp') => `${port}/${protocol}`;
/** Every port of every container: the first one owns the task's network, as ECS's pause container does. */
const published = (order) => Object.fromEntries((order.definition.containerDefinitions ?? [])
    .flatMap(({ portMappings }) => portMappings ?? [])
    .flatMap(({ containerPort, protocol }) => containerPort === undefined
    ? []
    : [
        [
            portKey(containerPort, protocol),
            [{ HostIp: order.address, HostPort: String(containerPort) }],
        ],
    ]));
const network = (order, owner) => {
    if (owner !== undefined)
        return { HostConfig: { NetworkMode: `container:${owner}` } };
    const ports = published(order);
    return {
        ExposedPorts: Object.fromEntries(Object.keys(ports).map((port) => [port, {}])),
        HostConfig: { PortBindings: ports },
    };
};
const environment = (definition) => (definition.environment ?? []).map(({ name, value }) => `${name}=${value ?? ''}`);
/** The engine's description of one container of a task. Limits of CPU and memory are not set: a rehearsal shares one machine. */
const describeContainer = (order, definition, owner, networkOwner) => ({
    Image: definition.image,
    Env: environment(definition),
    ...(definition.command ? { Cmd: definition.command } : {}),
    ...(definition.entryPoint ? { Entrypoint: definition.entryPoint } : {}),
    ...(definition.workingDirectory ? { WorkingDir: definition.workingDirectory } : {}),
    ...(definition.user ? { User: definition.user } : {}),
    ...(definition.healthCheck ? { Healthcheck: healthCheck(definition.healthCheck) } : {}),
    Labels: { ...definition.dockerLabels, ...labelsOf(owner, order, definition.name ?? '') },
    StopSignal: 'SIGTERM',
    ...network(order, networkOwner),
});

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/engine.js




class EngineError extends Error {
    status;
    constructor(status, message) {
        super(message);
        this.name = 'EngineError';
        this.status = status;
    }
}
const engine_API = '/v1.41';
const DEFAULT_HOST = 'unix:///var/run/docker.sock';
const doorOf = (host) => {
    if (host.startsWith('unix://'))
        return { socketPath: host.slice('unix://'.length) };
    const url = new URL(host.replace(/^tcp:/, 'http:'));
    return { host: url.hostname, port: Number(url.port || 2375) };
};
const messageIn = (body) => {
    try {
        return JSON.parse(body).message ?? body;
    }
    catch {
        return body;
    }
};
const connectEngine = (host) => {
    const agent = new external_node_http_.Agent({ keepAlive: true, timeout: 5000 });
    const door = doorOf(host);
    const ask = async (method, path, body) => {
        const content = body === undefined ? '' : JSON.stringify(body);
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) };
        const asked = (0,external_node_http_.request)({ ...door, method, path: `${engine_API}${path}`, headers, agent });
        asked.on('error', () => { });
        asked.end(content);
        const [answer] = (await (0,external_node_events_.once)(asked, 'response'));
        const status = answer.statusCode ?? 0;
        if (status >= 400)
            throw new EngineError(status, messageIn(await (0,consumers_.text)(answer)));
        return answer;
    };
    return {
        stream: ask,
        call: async (method, path, body) => {
            const answer = await (0,consumers_.text)(await ask(method, path, body));
            return answer === '' || !/^[[{"]/.test(answer) ? undefined : JSON.parse(answer);
        },
        close: () => agent.destroy(),
    };
};
/** An engine that answers, or the error that says how to get one. */
const findEngine = async (host) => {
    const engine = connectEngine(host);
    try {
        await engine.call('GET', '/version');
        return engine;
    }
    catch (error) {
        engine.close();
        throw new words/* StaggerError */.IY({
            code: 'no-docker-engine',
            fault: 'caller',
            problem: 'No Docker engine answers',
            why: `asked at ${host}: ${error.message}`,
            fix: 'run `npm run setup -- --yes`, or start `dockerd` and set DOCKER_HOST to its socket',
        });
    }
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/failure.js
/** Why a task could not start, in the words of ECS. */
class StartFailure extends Error {
    constructor(reason) {
        super(reason);
        this.name = 'StartFailure';
    }
}

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/image.js



const inspect = async (engine, image) => {
    try {
        return (await engine.call('GET', `/images/${image}/json`));
    }
    catch (error) {
        if (error instanceof EngineError && error.status === 404)
            return undefined;
        throw error;
    }
};
/** `repository` and tag or digest, as the engine's pull wants them. */
const splitReference = (image) => {
    const at = image.indexOf('@');
    if (at >= 0)
        return { name: image.slice(0, at), tag: image.slice(at + 1) };
    const colon = image.indexOf(':', image.lastIndexOf('/') + 1);
    return colon < 0
        ? { name: image, tag: 'latest' }
        : { name: image.slice(0, colon), tag: image.slice(colon + 1) };
};
const errorIn = (progress) => progress
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line).error)
    .find((error) => error !== undefined);
const pull = async (engine, image) => {
    const { name, tag } = splitReference(image);
    const query = new URLSearchParams({ fromImage: name, tag });
    try {
        return errorIn(await (0,consumers_.text)(await engine.stream('POST', `/images/create?${query}`)));
    }
    catch (error) {
        return error.message;
    }
};
const digestOf = (image, { RepoDigests = [] }) => {
    const { name, tag } = splitReference(image);
    if (tag.startsWith('sha256:'))
        return tag;
    return RepoDigests.find((digest) => digest.startsWith(`${name}@`))?.split('@')[1];
};
/** Makes sure that the engine has the image; answers with its digest where it has one. */
const ensureImage = async (engine, image) => {
    const here = await inspect(engine, image);
    if (here)
        return digestOf(image, here);
    const error = await pull(engine, image);
    const pulled = error === undefined ? await inspect(engine, image) : undefined;
    if (!pulled)
        throw new StartFailure(`CannotPullContainerError: pull image ${image} failed: ${error ?? 'the engine does not have it'}`);
    return digestOf(image, pulled);
};

;// CONCATENATED MODULE: ./.build/rehearsal/logs/store.js
/** Enough for a rehearsal's tails; the oldest lines of a stream go first. */
const MOST_EVENTS = 10_000;
const append = (stream, timestamp, message) => {
    stream.events.push({ timestamp, message, ingestionTime: Date.now() });
    if (stream.events.length > MOST_EVENTS)
        stream.events.splice(0, stream.events.length - MOST_EVENTS);
};
const openIn = (group, name) => {
    const stream = group.streams.get(name) ?? { name, createdAt: Date.now(), events: [] };
    group.streams.set(name, stream);
    return stream;
};
const createLogStore = () => {
    const groups = new Map();
    return {
        groups,
        createGroup: (name) => void groups.set(name, { name, streams: new Map() }),
        open: (name, stream) => {
            const group = groups.get(name);
            return group && openIn(group, stream);
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/awslogs.js


const awslogs_missing = (group) => {
    throw new StartFailure(`ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. (log group ${group})`);
};
/** The stream that awslogs writes to: `prefix/container/task`. Undefined where the definition keeps no logs here. */
const openStream = (logs, definition, task) => {
    const { logDriver, options = {} } = definition.logConfiguration ?? {};
    const group = options['awslogs-group'];
    if (logDriver !== 'awslogs' || group === undefined)
        return undefined;
    if (options['awslogs-create-group'] === 'true' && !logs.groups.has(group))
        logs.createGroup(group);
    const prefix = options['awslogs-stream-prefix'];
    const name = prefix === undefined ? task : `${prefix}/${definition.name}/${task}`;
    return logs.open(group, name) ?? awslogs_missing(group);
};
const HEADER = 8;
/** Cuts the engine's multiplexed stream into its frames' contents. */
const createDemultiplexer = () => {
    let rest = Buffer.alloc(0);
    return (chunk) => {
        rest = Buffer.concat([rest, chunk]);
        const contents = [];
        while (rest.length >= HEADER) {
            const end = HEADER + rest.readUInt32BE(4);
            if (rest.length < end)
                break;
            contents.push(rest.subarray(HEADER, end));
            rest = rest.subarray(end);
        }
        return Buffer.concat(contents).toString();
    };
};
const record = (stream, line) => {
    const space = line.indexOf(' ');
    const timestamp = Date.parse(line.slice(0, space));
    if (!Number.isNaN(timestamp))
        append(stream, timestamp, line.slice(space + 1).replace(/\r$/, ''));
};
/** Follows a container's output, with the engine's timestamps, to its end. */
const follow = async (source, stream) => {
    const demultiplex = createDemultiplexer();
    let rest = '';
    for await (const chunk of source) {
        const lines = (rest + demultiplex(chunk)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            record(stream, line);
    }
    if (rest !== '')
        record(stream, rest);
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/lifecycle.js




const HEALTH = { healthy: 'HEALTHY', unhealthy: 'UNHEALTHY' };
const HEALTH_EVERY = 500;
const DEFAULT_STOP_TIMEOUT = 30;
const pathOf = ({ containerId }) => `/containers/${containerId}`;
const lifecycle_inspect = async ({ engine }, box) => (await engine.call('GET', `${pathOf(box)}/json`));
const lifecycle_remove = async ({ engine }, box) => {
    await engine.call('DELETE', `${pathOf(box)}?force=1&v=1`);
};
const lifecycle_create = async (yard, record, box) => {
    const body = describeContainer(record.order, box.definition, yard.owner, record.boxes[0]?.containerId);
    const name = `ecs-${record.order.definition.family}-${box.definition.name}-${record.order.id}`;
    const made = (await yard.engine.call('POST', `/containers/create?name=${name}`, body));
    box.containerId = made.Id;
};
/** SIGTERM, and SIGKILL once the container's `stopTimeout` has passed. */
const halt = async ({ engine, abrupt }, box) => {
    if (box.containerId === undefined || box.phase === 'stopped')
        return;
    const seconds = abrupt ? 0 : (box.definition.stopTimeout ?? DEFAULT_STOP_TIMEOUT);
    await engine.call('POST', `${pathOf(box)}/stop?t=${seconds}`);
};
const watchHealth = async (yard, box) => {
    while (!yard.isClosing() && box.phase === 'running') {
        const { State } = await lifecycle_inspect(yard, box);
        box.health = HEALTH[State.Health?.Status] ?? 'UNKNOWN';
        await (0,promises_.setTimeout)(HEALTH_EVERY, undefined, { ref: false });
    }
};
const takeDownWith = (yard, record, ended) => {
    record.reason ??= 'Essential container in task exited';
    for (const box of record.boxes)
        if (box !== ended)
            yard.track(halt(yard, box));
};
const awaitExit = async (yard, record, box) => {
    const { StatusCode } = (await yard.engine.call('POST', `${pathOf(box)}/wait`));
    const last = await lifecycle_inspect(yard, box).catch(() => undefined);
    box.exitCode = StatusCode;
    if (last?.State.OOMKilled)
        box.reason = 'OutOfMemoryError: Container killed due to memory usage';
    box.phase = 'stopped';
    if (box.definition.essential !== false)
        takeDownWith(yard, record, box);
};
const lifecycle_start = async (yard, box) => {
    await yard.engine.call('POST', `${pathOf(box)}/start`).catch((error) => {
        throw new StartFailure(`CannotStartContainerError: Error response from daemon: ${error.message}`);
    });
    box.phase = 'running';
};
const readLogs = async (yard, record, box) => {
    const stream = openStream(record.order.logs, box.definition, record.order.id);
    if (!stream)
        return;
    const source = await yard.engine.stream('GET', `${pathOf(box)}/logs?follow=1&stdout=1&stderr=1&timestamps=1`);
    await follow(source, stream);
};
/** Starts a container and sees to the rest of its life: it is removed when it has ended and its logs are read. */
const live = async (yard, record, box) => {
    openStream(record.order.logs, box.definition, record.order.id);
    await lifecycle_start(yard, box);
    const read = readLogs(yard, record, box);
    yard.track(Promise.all([awaitExit(yard, record, box), read]).then(() => lifecycle_remove(yard, box)));
    if (box.definition.healthCheck)
        yard.track(watchHealth(yard, box));
    if (record.stopAsked)
        yard.track(halt(yard, box));
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/record.js
const createRecord = (order) => ({
    order,
    stopAsked: false,
    boxes: (order.definition.containerDefinitions ?? []).map((definition) => ({
        definition,
        containerId: undefined,
        imageDigest: undefined,
        phase: 'pending',
        health: 'UNKNOWN',
    })),
});
const isEssential = ({ definition }) => definition.essential !== false;
const phaseOf = ({ boxes, startFailure }) => {
    const all = (phase) => boxes.every((box) => box.phase === phase);
    if (startFailure !== undefined)
        return boxes.some(({ phase }) => phase === 'running') ? 'running' : 'stopped';
    if (all('stopped'))
        return 'stopped';
    return boxes.some(({ phase }) => phase === 'pending') ? 'pending' : 'running';
};
/** A task is as healthy as its essential containers that check themselves. */
const healthOf = (boxes) => {
    const checked = boxes.filter((box) => isEssential(box) && box.definition.healthCheck);
    if (checked.some(({ health }) => health === 'UNHEALTHY'))
        return 'UNHEALTHY';
    return checked.length > 0 && checked.every(({ health }) => health === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN';
};
const viewBox = (box) => ({
    name: box.definition.name ?? '',
    image: box.definition.image ?? '',
    phase: box.phase,
    health: box.health,
    ...(box.imageDigest === undefined ? {} : { imageDigest: box.imageDigest }),
    ...(box.containerId === undefined ? {} : { runtimeId: box.containerId }),
    ...(box.exitCode === undefined ? {} : { exitCode: box.exitCode }),
    ...(box.reason === undefined ? {} : { reason: box.reason }),
});
const stoppedOf = (record) => {
    if (phaseOf(record) !== 'stopped')
        return {};
    const reason = record.startFailure ?? record.reason ?? 'Essential container in task exited';
    return { stopped: { startFailed: record.startFailure !== undefined, reason } };
};
const viewOf = (record) => ({
    address: record.order.address,
    phase: phaseOf(record),
    health: healthOf(record.boxes),
    hasHealthCheck: record.boxes.some((box) => isEssential(box) && box.definition.healthCheck),
    containers: record.boxes.map(viewBox),
    ...(record.pullStartedAt ? { pullStartedAt: record.pullStartedAt } : {}),
    ...(record.pullStoppedAt ? { pullStoppedAt: record.pullStoppedAt } : {}),
    ...stoppedOf(record),
});

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/unplayed.js
/** Parts of a container definition whose absence would let a broken task look well: their task must not start. */
const NEEDED = ['secrets', 'environmentFiles', 'mountPoints', 'volumesFrom', 'dependsOn'];
/** Why a task cannot be played here, or undefined where it can. */
const unplayedParts = ({ containerDefinitions = [] }) => {
    for (const container of containerDefinitions)
        for (const part of NEEDED)
            if ((container[part]?.length ?? 0) > 0)
                return `ResourceInitializationError: the rehearsal cluster does not play ${part} (container ${container.name}) yet`;
    return undefined;
};

;// CONCATENATED MODULE: ./.build/rehearsal/tasks/docker.js








const refuseUnplayed = ({ order }) => {
    const reason = unplayedParts(order.definition);
    if (reason !== undefined)
        throw new StartFailure(reason);
};
const pullAll = async ({ engine }, record) => {
    record.pullStartedAt = new Date();
    for (const box of record.boxes)
        box.imageDigest = await ensureImage(engine, box.definition.image ?? '');
    record.pullStoppedAt = new Date();
};
const docker_begin = async (yard, record) => {
    refuseUnplayed(record);
    await pullAll(yard, record);
    for (const box of record.boxes) {
        if (record.stopAsked || yard.isClosing())
            throw new StartFailure('Task was stopped before it started');
        await lifecycle_create(yard, record, box);
        await live(yard, record, box);
    }
};
/** Takes down what a task that could not start has left. */
const abandon = async (yard, record, error) => {
    record.startFailure = error.message;
    for (const box of record.boxes) {
        if (box.phase === 'running')
            await halt(yard, box);
        else if (box.containerId !== undefined)
            await lifecycle_remove(yard, box);
        box.phase = 'stopped';
    }
};
const removeOwned = async ({ engine, owner }) => {
    const filters = encodeURIComponent(JSON.stringify({ label: [`${LABEL}=${owner}`] }));
    const left = (await engine.call('GET', `/containers/json?all=1&filters=${filters}`));
    await Promise.allSettled(left.map(({ Id }) => engine.call('DELETE', `/containers/${Id}?force=1&v=1`)));
};
/** Gone already: somebody else removed it, which is what was wanted. */
const isGone = (error) => error instanceof EngineError && [304, 404, 409].includes(error.status);
/** Tasks as real containers on a Docker engine. */
const createDockerDriver = (engine, owner, progress, abrupt = false) => {
    const records = new Map();
    const work = new Set();
    let closing = false;
    const track = (job) => {
        const guarded = job.catch((error) => {
            if (!closing && !isGone(error))
                progress.warn(`rehearsal: ${error.message}`);
        });
        work.add(guarded);
        void guarded.finally(() => work.delete(guarded));
    };
    const yard = { engine, owner, track, isClosing: () => closing, abrupt };
    return {
        start(order) {
            if (closing || records.has(order.id))
                return;
            const record = createRecord(order);
            records.set(order.id, record);
            track(docker_begin(yard, record).catch((error) => abandon(yard, record, error)));
        },
        stop(task) {
            const record = records.get(task);
            if (!record || record.stopAsked)
                return;
            record.stopAsked = true;
            for (const box of record.boxes)
                track(halt(yard, box));
        },
        observe(task) {
            const record = records.get(task);
            return record && viewOf(record);
        },
        forget: (task) => void records.delete(task),
        async close() {
            closing = true;
            while (work.size > 0) {
                await removeOwned(yard);
                await Promise.race([Promise.all(work), (0,promises_.setTimeout)(200)]);
            }
            await removeOwned(yard);
            engine.close();
        },
    };
};

// EXTERNAL MODULE: ./.build/rehearsal/ground/keeper.js
var keeper = __webpack_require__(6448);
// EXTERNAL MODULE: ./.build/rehearsal/ground/programs.js
var programs = __webpack_require__(6347);
;// CONCATENATED MODULE: ./.build/rehearsal/tasks/sweep.js



/** Removes what is left of a cluster that ended without a word (`kill -9`, out of memory). */
const SWEEP = `cat >/dev/null
export DOCKER_HOST="$3"
left=$("$2" ps --all --quiet --filter "label=$4")
[ -z "$left" ] || "$2" rm --force --volumes $left
rm -rf "$1"
`;
/** The driver, whose containers go with this process whatever ends it. Without a client nobody could remove them. */
const swept = (driver, host, owner) => {
    const client = (0,programs/* program */.DM)('docker');
    if (client === null)
        return driver;
    const kept = (0,keeper/* keep */.a)({ script: SWEEP, args: [client, host, `${LABEL}=${owner}`], holdsOutput: true });
    return {
        ...driver,
        close: async () => {
            await driver.close();
            await kept.stop();
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/world.js

const createWorld = (parts) => ({
    clusters: new Map(),
    definitions: new Map(),
    services: new Map(),
    loadBalancers: new Map(),
    targetGroups: new Map(),
    listeners: new Map(),
    logs: createLogStore(),
    ...parts,
});

;// CONCATENATED MODULE: ./.build/rehearsal/serve.js




















const operationsOf = (world) => ({
    ecs: {
        ...clusterOperations(world),
        ...definitionOperations(world),
        ...serviceOperations(world),
        ...deploymentOperations(world),
        ...taskOperations(world),
    },
    elasticloadbalancing: {
        ...balancerOperations(world),
        ...groupOperations(world),
        ...listenerOperations(world),
    },
    logs: logOperations(world.logs),
    sts: identityOperations,
});
const driverOf = async ({ driver, dockerHost, progress, control }) => {
    if (driver)
        return driver;
    const host = dockerHost ?? process.env.DOCKER_HOST ?? DEFAULT_HOST;
    const engine = await findEngine(host);
    const owner = (0,external_node_crypto_.randomUUID)();
    return swept(createDockerDriver(engine, owner, progress, control === 'stop-first'), host, owner);
};
const unopened = (port, { message }) => new words/* StaggerError */.IY({
    code: 'port-not-free',
    fault: 'caller',
    problem: `The rehearsal cluster cannot listen on port ${port}`,
    why: message,
    fix: 'give another one with `--port`, or none for any free port',
});
const serve_open = async (server, port) => {
    server.listen(port, '127.0.0.1');
    await (0,external_node_events_.once)(server, 'listening').catch((error) => {
        throw unopened(port, error);
    });
    return `http://127.0.0.1:${server.address().port}`;
};
const shut = async (server) => {
    const closed = (0,external_node_events_.once)(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
};
const takeDown = async (world) => {
    await Promise.all([...world.listeners.values()].map((listener) => listener.open.close()));
    for (const { group } of world.targetGroups.values())
        group.close();
    await world.driver.close();
    await world.addresses.release();
};
/** Whoever asks twice waits for the same end. */
const onlyOnce = (work) => {
    let under;
    return () => {
        under ??= work();
        return under;
    };
};
/** Serves the ECS that runs on this machine until it is closed. */
const serveRehearsal = async (options) => {
    const bug = (error) => options.progress.warn(`rehearsal: ${error.stack ?? String(error)}`);
    const driver = await driverOf(options);
    const addresses = await claimAddresses();
    const world = createWorld({ driver, addresses, nudge: () => loop.nudge() });
    const loop = createLoop(world, bug, options.control);
    const server = createEndpoint(operationsOf(world), bug);
    const endpoint = await serve_open(server, options.port ?? 0).catch(async (error) => {
        await takeDown(world);
        throw error;
    });
    loop.start();
    const close = async () => {
        loop.stop();
        await shut(server);
        await takeDown(world);
    };
    return { endpoint, close: onlyOnce(close) };
};

;// CONCATENATED MODULE: ./.build/main/rehearse.js





/** Prints where it serves as one JSON line, and serves until it is told to stop; then nothing of it is left. */
const serve = async ({ port, control }, progress) => {
    if (control !== undefined && !isControl(control))
        throw new words/* StaggerError */.IY(notAControl(control));
    const stopped = new Promise((resolve) => {
        for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
            process.on(name, () => resolve());
        // Whoever started it as a child is gone.
        process.once('disconnect', () => resolve());
    });
    const rehearsal = await serveRehearsal({
        progress,
        ...(port === undefined ? {} : { port: checkedPort(port) }),
        ...(control === undefined ? {} : { control }),
    });
    process.stdout.write(`${JSON.stringify({ endpoint: rehearsal.endpoint })}\n`);
    await stopped;
    await rehearsal.close();
    if (process.connected)
        process.disconnect();
    return 0;
};
const checkedPort = (text) => {
    const port = Number(text);
    if (Number.isInteger(port) && port >= 0 && port <= 65_535)
        return port;
    throw new words/* StaggerError */.IY({
        code: 'usage',
        fault: 'caller',
        problem: `${JSON.stringify(text)} is not a port`,
        why: 'a port is a whole number from 0 to 65535; 0 takes any that is free',
        fix: 'stagger rehearse serve --port 4566',
    });
};
const notAControl = (control) => ({
    code: 'usage',
    fault: 'caller',
    problem: `there is no control ${JSON.stringify(control)}`,
    why: 'a control is a fault built in on purpose, to see that the load finds it',
    fix: 'stagger rehearse serve --control stop-first',
});
const load = async ({ url, body, ...numbers }) => {
    const given = Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, Number(text)]));
    await (0,load_process/* runLoadProcess */.vK)({
        url,
        rate: options/* DEFAULT_RATE */.L5,
        connections: options/* DEFAULT_CONNECTIONS */.Et,
        ...given,
        ...(body === undefined ? {} : { body }),
    });
    return 0;
};


/***/ }),

/***/ 6448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ keep),
/* harmony export */   k: () => (/* binding */ FOLDER_ONLY)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6347);





/** Keeps nothing but a temporary folder. */
const FOLDER_ONLY = 'cat >/dev/null\nrm -rf "$1"\n';
const keep = ({ script, args = [], files = () => ({}), holdsOutput = false }) => {
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)()), 'stagger-'));
    for (const [name, text] of Object.entries({ ...files(folder), 'keeper.sh': script })) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name), text);
    }
    const log = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'log'), 'a+');
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('sh', [(0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'keeper.sh'), folder, ...args], {
        stdio: ['pipe', log, log, ...(holdsOutput ? [1] : [])],
        // A session of its own: Ctrl-C reaches this process's group, and must not take the clean-up with it.
        detached: true,
        cwd: '/',
        env: { ...process.env, PATH: [...new Set((0,_programs_js__WEBPACK_IMPORTED_MODULE_4__/* .searchPath */ .oe)())].join(node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter) },
    });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(log);
    return kept(folder, child);
};
const kept = (folder, child) => {
    const ended = new Promise((resolve) => child.once('exit', () => resolve()));
    // Whoever forgets to stop it may still exit; the script then cleans up behind him.
    child.unref();
    const pipe = child.stdin;
    pipe.unref();
    pipe.on('error', () => { });
    return {
        folder,
        name: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(folder),
        log: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'log'), 'utf8'),
        ended: () => child.exitCode !== null || child.signalCode !== null,
        stop: async () => {
            child.ref();
            pipe.end();
            await ended;
        },
    };
};


/***/ }),

/***/ 6347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   DM: () => (/* binding */ program),
/* harmony export */   cz: () => (/* binding */ programs),
/* harmony export */   oe: () => (/* binding */ searchPath)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



/** Where root's programs live on systems whose PATH for a plain user, or for npm, leaves them out. */
const ALSO = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/bin', '/bin'];
const searchPath = () => [
    ...(process.env.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter(Boolean),
    ...ALSO,
];
const executable = (path) => {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
};
/** Every program of that name, in the order of PATH; two names for the same file count once. */
const programs = (name) => {
    const found = new Map();
    for (const path of searchPath().map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name))) {
        if (executable(path) && !found.has((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(path)))
            found.set((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(path), path);
    }
    return [...found.values()];
};
const program = (name) => programs(name)[0] ?? null;
/** Runs a program that may be missing, may fail or may hang: each of them is an answer. */
const attempt = ([file, ...args], { environment = {}, seconds = 20 } = {}) => new Promise((answer) => {
    const options = {
        env: { ...process.env, ...environment },
        timeout: seconds * 1000,
        killSignal: 'SIGKILL',
        maxBuffer: 1 << 26,
    };
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(file, args, options, (error, stdout, stderr) => answer({ ok: error === null, stdout, stderr: stderr || (error?.message ?? '') }));
    child.stdin?.end();
});


/***/ }),

/***/ 7997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ DEFAULT_CONNECTIONS),
/* harmony export */   JJ: () => (/* binding */ MOST_IN_FLIGHT),
/* harmony export */   L5: () => (/* binding */ DEFAULT_RATE),
/* harmony export */   Oj: () => (/* binding */ planLoad)
/* harmony export */ });
/* unused harmony export LONGEST_SECONDS */
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9231);

const DEFAULT_RATE = 300;
const DEFAULT_CONNECTIONS = 64;
/** No load runs longer: one whose parent was lost must come to an end. */
const LONGEST_SECONDS = 600;
const MOST_IN_FLIGHT = 2_000;
const DEFAULT_TIMEOUT = 10_000;
/** All that is wrong with the options at once, or the plan that they make. */
const planLoad = (options) => {
    const { rate, connections, body = '{}', seconds = LONGEST_SECONDS, timeout = DEFAULT_TIMEOUT } = options;
    const problems = [
        ...outside('rate', rate, 0.1, 10_000),
        ...outside('connections', connections, 1, 1_000),
        ...outside('seconds', seconds, 0.1, LONGEST_SECONDS),
        ...outside('timeout', timeout, 1, 60_000),
        ...notLoopback(options.url),
    ];
    const [first, ...rest] = problems;
    if (first)
        throw new _words_js__WEBPACK_IMPORTED_MODULE_0__/* .StaggerError */ .IY(first, ...rest);
    return { url: new URL(options.url), rate, connections, body, seconds, timeout };
};
const outside = (name, value, least, most) => value >= least && value <= most
    ? []
    : [
        {
            code: 'load-option',
            fault: 'caller',
            problem: `cannot load with --${name} ${value}`,
            why: `${name} is a number from ${least} to ${most}`,
            fix: `give --${name} a number from ${least} to ${most}`,
        },
    ];
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const isLoopback = ({ protocol, hostname }) => protocol === 'http:' && LOOPBACK.test(hostname);
const notLoopback = (text) => {
    if (URL.canParse(text) && isLoopback(new URL(text)))
        return [];
    return [
        {
            code: 'load-not-loopback',
            fault: 'caller',
            problem: `will not send load to ${text}`,
            why: 'the rehearsal loads only plain HTTP servers on this machine',
            fix: 'give --url an address such as http://127.0.0.1:8080/search',
        },
    ];
};


/***/ }),

/***/ 5450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vK: () => (/* binding */ runLoadProcess),
  QJ: () => (/* binding */ spawnLoad)
});

// UNUSED EXPORTS: loadArguments

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./.build/rehearsal/load/options.js
var load_options = __webpack_require__(7997);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./.build/rehearsal/load/outcome.js
/** Waits for the end of a request. `released` is called in that very event, before the socket tells more. */
const outcome = (post, timeout, released) => new Promise((resolve) => {
    let settled = false;
    const settle = (answer, ends) => {
        if (settled)
            return;
        settled = true;
        clearTimeout(timer);
        released(ends);
        resolve(answer);
    };
    const fail = (error) => settle(failureOf(error), true);
    const timer = setTimeout(() => {
        settle({ kind: 'failure', reason: 'timeout', broke: false }, true);
        post.destroy();
    }, timeout);
    post.on('error', fail);
    post.once('response', (response) => {
        response.on('error', fail);
        response.once('end', () => settle(answerOf(response), !post.shouldKeepAlive));
        response.resume();
    });
});
/** Where nothing answers there was no connection that could break. */
const failureOf = (error) => ({
    kind: 'failure',
    reason: error.code ?? error.message,
    broke: error.syscall !== 'connect',
});
const answerOf = ({ statusCode = 0, headers }) => ({
    kind: 'answer',
    status: statusCode,
    ...header('version', headers['x-version']),
    ...header('code', headers['x-code']),
});
const header = (name, value) => typeof value === 'string' ? { [name]: value } : {};

;// CONCATENATED MODULE: ./.build/rehearsal/load/sockets.js
/** Tells when the other side takes a socket away between two requests, and nothing had announced it. */
const followSockets = (cutIdle) => {
    const known = new WeakSet();
    const ending = new WeakSet();
    let current;
    let busy = false;
    let over = false;
    const watch = (socket) => {
        known.add(socket);
        // The agent itself closes a socket shortly before the server's `Keep-Alive: timeout` has passed.
        socket.once('timeout', () => ending.add(socket));
        socket.once('close', () => {
            if (!busy && !over && !ending.has(socket))
                cutIdle();
        });
    };
    return {
        taken: (socket) => {
            current = socket;
            busy = true;
            if (!known.has(socket))
                watch(socket);
        },
        released: (ends) => {
            busy = false;
            if (ends && current)
                ending.add(current);
        },
        over: () => {
            over = true;
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/load/connection.js



const openConnection = (plan, cutIdle) => {
    // Only an agent with a timeout of its own heeds the server's `Keep-Alive: timeout`.
    const agent = new external_node_http_.Agent({ keepAlive: true, maxSockets: 1, timeout: 300_000 });
    const sockets = followSockets(cutIdle);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(plan.body) };
    return {
        post: (id) => {
            const post = (0,external_node_http_.request)(plan.url, { agent, method: 'POST', headers: { ...headers, 'x-request-id': id } });
            post.once('socket', sockets.taken);
            post.end(plan.body);
            return outcome(post, plan.timeout, sockets.released);
        },
        close: () => {
            sockets.over();
            agent.destroy();
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/load/pool.js


/**
 * Connections in turn, the longest idle first: so each of them idles between two requests, as a browser's
 * would, which is where a careless shutdown is caught. Where all are busy one more is opened, as one more
 * user would: a slow server does not slow the load down.
 */
const openPool = (plan, tally, now) => {
    const open = new Set();
    const idle = [];
    const inFlight = new Set();
    const take = () => {
        const used = open.size < plan.connections ? undefined : idle.shift();
        const connection = used ?? openConnection(plan, tally.cutIdle);
        open.add(connection);
        return connection;
    };
    const giveBack = (connection) => {
        if (open.size <= plan.connections)
            idle.push(connection);
        else {
            open.delete(connection);
            connection.close();
        }
    };
    const post = async (id, due) => {
        const connection = take();
        const answer = await connection.post(id);
        tally.ended(answer, now() - due);
        giveBack(connection);
    };
    return {
        send: (id, due) => {
            tally.sent(now() - due);
            if (inFlight.size >= load_options/* MOST_IN_FLIGHT */.JJ) {
                tally.ended({ kind: 'failure', reason: 'too many in flight', broke: false }, 0);
                return;
            }
            const posted = post(id, due).finally(() => inFlight.delete(posted));
            inFlight.add(posted);
        },
        close: async () => {
            await Promise.all(inFlight);
            for (const connection of open)
                connection.close();
        },
    };
};

;// CONCATENATED MODULE: ./.build/rehearsal/load/schedule.js
/**
 * An open loop: shot number k is due at k / rate seconds after the start, whether or not those before it
 * have landed. After a stall everything that is due goes out at once, so the count is always rate × time.
 */
const runSchedule = (rate, seconds, now, fire) => {
    const start = now();
    let end;
    const ended = new Promise((resolve) => {
        end = resolve;
    });
    let last = Math.round(rate * seconds);
    let fired = 0;
    let timer;
    const due = (shot) => start + (shot * 1000) / rate;
    const tick = () => {
        while (fired < last && due(fired) <= now()) {
            fire(fired, due(fired));
            fired += 1;
        }
        if (fired >= last)
            end(fired);
        else
            timer = setTimeout(tick, Math.max(0, due(fired) - now()));
    };
    tick();
    return {
        ended,
        stop: () => {
            clearTimeout(timer);
            last = Math.min(last, Math.ceil(((now() - start) * rate) / 1000));
            tick();
        },
    };
};

// EXTERNAL MODULE: ./.build/rehearsal/load/report.js
var report = __webpack_require__(7041);
;// CONCATENATED MODULE: ./.build/rehearsal/load/tally.js

const createTally = () => {
    const seen = structuredClone(report/* emptyReport */._O);
    let slowest = 0;
    return {
        sent: (late) => {
            seen.sent += 1;
            seen.lateness = Math.max(seen.lateness, late);
        },
        ended: (answer, milliseconds) => {
            if (answer.kind === 'failure')
                return fail(seen, answer.reason, answer.broke);
            slowest = Math.max(slowest, milliseconds);
            answered(seen, answer, milliseconds);
        },
        cutIdle: () => fail(seen, 'idle connection cut', true),
        report: (seconds, rate) => ({
            ...seen,
            seconds,
            rate,
            latency: (0,report/* quantiles */.tI)(seen.latencies, hundredths(slowest)),
            lateness: hundredths(seen.lateness),
        }),
    };
};
const fail = (seen, reason, broke) => {
    seen.failed += 1;
    if (broke)
        seen.reconnected += 1;
    increment(seen.failures, reason);
};
const answered = (seen, answer, milliseconds) => {
    if (answer.version !== undefined)
        increment(seen.byVersion, answer.version);
    if (answer.code !== undefined)
        increment(seen.byCode, answer.code);
    increment(seen.latencies, String(Number(milliseconds.toPrecision(2))));
    if (answer.status >= 200 && answer.status < 300)
        seen.ok += 1;
    else
        fail(seen, `status ${answer.status}`, false);
};
const increment = (counts, key) => {
    counts[key] = (counts[key] ?? 0) + 1;
};
const hundredths = (milliseconds) => Math.round(milliseconds * 100) / 100;

;// CONCATENATED MODULE: ./.build/rehearsal/load/generate.js






/** Posts at a constant rate over keep-alive connections, and never sends anything twice. */
const startLoad = (options) => {
    const plan = (0,load_options/* planLoad */.Oj)(options);
    const now = () => external_node_perf_hooks_.performance.now();
    const tally = createTally();
    const pool = openPool(plan, tally, now);
    const run = (0,external_node_crypto_.randomUUID)();
    const schedule = runSchedule(plan.rate, plan.seconds, now, (shot, due) => pool.send(`${run}-${shot}`, due));
    const ended = schedule.ended.then(async (sent) => {
        await pool.close();
        return tally.report(sent / plan.rate, plan.rate);
    });
    const stop = () => {
        schedule.stop();
        return ended;
    };
    if (options.signal?.aborted)
        schedule.stop();
    else
        options.signal?.addEventListener('abort', schedule.stop, { once: true });
    return { stop, ended };
};

;// CONCATENATED MODULE: ./.build/rehearsal/load/process.js




/**
 * Resolves as soon as the load runs. `command` starts the process, without the options: `[node, cli, 'rehearse', 'load']`.
 * The channel between them stops the load also by its end: no load outlives its parent.
 */
const spawnLoad = async ([program, ...command], options) => {
    (0,load_options/* planLoad */.Oj)(options);
    const child = (0,external_node_child_process_.spawn)(program, [...command, ...loadArguments(options)], {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const output = { stdout: '', stderr: '' };
    child.stdout?.on('data', (data) => {
        output.stdout += data;
    });
    child.stderr?.on('data', (data) => {
        output.stderr += data;
    });
    const report = (0,external_node_events_.once)(child, 'close').then(([code]) => read(code, output));
    report.catch(() => { });
    await Promise.race([(0,external_node_events_.once)(child, 'message'), report]);
    const stop = () => {
        // Not `disconnect()`: after that the child's `close` never comes (Node 20 to 24).
        if (child.connected)
            child.send('stop', () => { });
        return report;
    };
    return { pid: child.pid, stop };
};
const read = (code, { stdout, stderr }) => {
    if (code !== 0)
        throw new Error(`the load's process ended with ${code ?? 'a signal'}: ${stderr.trim()}`);
    return JSON.parse(stdout);
};
const loadArguments = (options) => Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
/** The child's side: loads until it is told to stop or its time is over, then prints its report as one line. */
const runLoadProcess = async (options) => {
    const load = startLoad(options);
    for (const event of ['SIGTERM', 'SIGINT', 'message', 'disconnect'])
        process.once(event, load.stop);
    process.send?.('started');
    const report = await load.ended;
    process.stdout.write(`${JSON.stringify(report)}\n`);
    if (process.connected)
        process.disconnect();
    return report;
};


/***/ }),

/***/ 7041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _O: () => (/* binding */ emptyReport),
/* harmony export */   rY: () => (/* binding */ addReports),
/* harmony export */   tI: () => (/* binding */ quantiles)
/* harmony export */ });
const emptyReport = {
    seconds: 0,
    rate: 0,
    sent: 0,
    ok: 0,
    failed: 0,
    reconnected: 0,
    byVersion: {},
    byCode: {},
    failures: {},
    latency: { p50: 0, p99: 0, max: 0 },
    latencies: {},
    lateness: 0,
};
/** Two phases as one. The rate is that of both together, so `sent` stays `rate` × `seconds`. */
const addReports = (a, b) => {
    const seconds = a.seconds + b.seconds;
    const sent = a.sent + b.sent;
    const latencies = addCounts(a.latencies, b.latencies);
    return {
        seconds,
        rate: a.rate === b.rate ? a.rate : seconds === 0 ? 0 : sent / seconds,
        sent,
        ok: a.ok + b.ok,
        failed: a.failed + b.failed,
        reconnected: a.reconnected + b.reconnected,
        byVersion: addCounts(a.byVersion, b.byVersion),
        byCode: addCounts(a.byCode, b.byCode),
        failures: addCounts(a.failures, b.failures),
        latency: quantiles(latencies, Math.max(a.latency.max, b.latency.max)),
        latencies,
        lateness: Math.max(a.lateness, b.lateness),
    };
};
const addCounts = (a, b) => {
    const total = { ...a };
    for (const [key, count] of Object.entries(b))
        total[key] = (total[key] ?? 0) + count;
    return total;
};
const quantiles = (latencies, max) => {
    const classes = Object.entries(latencies)
        .map(([milliseconds, count]) => ({ milliseconds: Number(milliseconds), count }))
        .sort((a, b) => a.milliseconds - b.milliseconds);
    // A class may be rounded up, but nothing took longer than the longest.
    const atMost = (share) => Math.min(quantile(classes, share), max);
    return { p50: atMost(0.5), p99: atMost(0.99), max };
};
const quantile = (classes, share) => {
    const total = classes.reduce((sum, { count }) => sum + count, 0);
    let seen = 0;
    for (const { milliseconds, count } of classes) {
        seen += count;
        if (seen >= share * total)
            return milliseconds;
    }
    return 0;
};


/***/ })

};
