export const id = 8098;
export const ids = [8098];
export const modules = {

/***/ 98098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  up: () => (/* binding */ up)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/rehearsal/serve.js + 171 modules
var serve = __webpack_require__(19531);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch-logs/dist-cjs/index.js
var dist_cjs = __webpack_require__(70303);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var client_ecs_dist_cjs = __webpack_require__(80212);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-cjs/index.js
var client_elastic_load_balancing_v2_dist_cjs = __webpack_require__(50586);
;// CONCATENATED MODULE: ./.build/rehearsal/up/build.js



const SUBNETS = ['subnet-0aaaaaaa', 'subnet-0bbbbbbb'];
const [PRODUCTION, TEST] = [8080, 8081];
const ROLE = 'arn:aws:iam::000000000000:role/ecs-load-balancing';
const DRAIN_SECONDS = '5';
const STRATEGIES = {
    rolling: { strategy: 'ROLLING', deploymentCircuitBreaker: { enable: true, rollback: true } },
    'blue-green': { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 10 },
    canary: {
        strategy: 'CANARY',
        bakeTimeInMinutes: 10,
        canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 10 },
    },
    linear: {
        strategy: 'LINEAR',
        bakeTimeInMinutes: 10,
        linearConfiguration: { stepPercent: 20, stepBakeTimeInMinutes: 5 },
    },
};
/** Answers until the first real image comes. */
const placeholder = (port) => [
    'node',
    '-e',
    `require('http').createServer((_, answer) => answer.end('placeholder')).listen(${port}); process.on('SIGTERM', () => process.exit())`,
];
const makeGroup = async ({ elb }, Name, { port, health, network }) => {
    const made = await elb.send(new client_elastic_load_balancing_v2_dist_cjs.CreateTargetGroupCommand({
        Name,
        Protocol: 'HTTP',
        Port: port,
        VpcId: 'vpc-0ccccccc',
        TargetType: network === 'bridge' ? 'instance' : 'ip',
        HealthCheckPath: health,
        HealthCheckIntervalSeconds: 5,
        HealthCheckTimeoutSeconds: 2,
        HealthyThresholdCount: 2,
    }));
    const TargetGroupArn = made.TargetGroups?.[0]?.TargetGroupArn ?? '';
    const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: DRAIN_SECONDS }];
    await elb.send(new client_elastic_load_balancing_v2_dist_cjs.ModifyTargetGroupAttributesCommand({ TargetGroupArn, Attributes }));
    return TargetGroupArn;
};
const makeListener = async ({ elb }, LoadBalancerArn, Port, groups) => {
    const TargetGroups = groups.map((TargetGroupArn, index) => ({
        TargetGroupArn,
        Weight: index === 0 ? 1 : 0,
    }));
    const made = await elb.send(new client_elastic_load_balancing_v2_dist_cjs.CreateListenerCommand({
        LoadBalancerArn,
        Protocol: 'HTTP',
        Port,
        DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }],
    }));
    const ListenerArn = made.Listeners?.[0]?.ListenerArn;
    return (await elb.send(new client_elastic_load_balancing_v2_dist_cjs.DescribeRulesCommand({ ListenerArn }))).Rules?.[0]?.RuleArn ?? '';
};
const makeBalancer = async (clients, name, service) => {
    const made = await clients.elb.send(new client_elastic_load_balancing_v2_dist_cjs.CreateLoadBalancerCommand({ Name: name, Subnets: SUBNETS }));
    const { LoadBalancerArn = '', DNSName = '' } = made.LoadBalancers?.[0] ?? {};
    const groups = [
        await makeGroup(clients, `${name}-blue`, service),
        await makeGroup(clients, `${name}-green`, service),
    ];
    return {
        host: DNSName,
        groups,
        production: await makeListener(clients, LoadBalancerArn, PRODUCTION, groups),
        test: await makeListener(clients, LoadBalancerArn, TEST, groups),
    };
};
const launchTypeOf = ({ network }) => (network === 'bridge' ? 'EC2' : 'FARGATE');
const definitionOf = (cluster, name, service) => ({
    family: `${cluster}-${name}`,
    networkMode: service.network,
    requiresCompatibilities: [launchTypeOf(service)],
    cpu: '256',
    memory: '512',
    containerDefinitions: [
        {
            name,
            image: service.image,
            command: service.command ?? placeholder(service.port),
            environment: Object.entries(service.environment).map(([key, value]) => ({ name: key, value })),
            portMappings: [{ containerPort: service.port }],
        },
    ],
});
const makeService = async (clients, cluster, name, service) => {
    await clients.logs.send(new dist_cjs.CreateLogGroupCommand({ logGroupName: `/${cluster}/${name}` }));
    const balancer = await makeBalancer(clients, name, service);
    const made = await clients.ecs.send(new client_ecs_dist_cjs.RegisterTaskDefinitionCommand(definitionOf(cluster, name, service)));
    const [targetGroupArn, alternateTargetGroupArn] = balancer.groups;
    await clients.ecs.send(new client_ecs_dist_cjs.CreateServiceCommand({
        cluster,
        serviceName: name,
        taskDefinition: made.taskDefinition?.taskDefinitionArn,
        desiredCount: service.tasks,
        launchType: launchTypeOf(service),
        deploymentConfiguration: STRATEGIES[service.strategy],
        ...(service.network === 'bridge'
            ? {}
            : { networkConfiguration: { awsvpcConfiguration: { subnets: SUBNETS } } }),
        loadBalancers: [
            {
                targetGroupArn,
                containerName: name,
                containerPort: service.port,
                advancedConfiguration: {
                    alternateTargetGroupArn,
                    productionListenerRule: balancer.production,
                    testListenerRule: balancer.test,
                    roleArn: ROLE,
                },
            },
        ],
    }));
    return { url: `http://${balancer.host}:${PRODUCTION}`, test: `http://${balancer.host}:${TEST}` };
};
/** What infrastructure code would make, over the cluster's own API: each service behind a load balancer of its own. */
const buildUp = async (endpoint, { cluster, services }) => {
    const credentials = { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' };
    const where = { endpoint, region: process.env.AWS_REGION ?? 'eu-west-1', credentials };
    const clients = {
        ecs: new client_ecs_dist_cjs.ECSClient(where),
        elb: new client_elastic_load_balancing_v2_dist_cjs.ElasticLoadBalancingV2Client(where),
        logs: new dist_cjs.CloudWatchLogsClient(where),
    };
    await clients.ecs.send(new client_ecs_dist_cjs.CreateClusterCommand({ clusterName: cluster }));
    const made = [];
    for (const [name, service] of Object.entries(services))
        made.push([name, await makeService(clients, cluster, name, service)]);
    for (const client of Object.values(clients))
        client.destroy();
    return Object.fromEntries(made);
};

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
;// CONCATENATED MODULE: ./.build/rehearsal/up/file.js



const NETWORKS = ['awsvpc', 'bridge'];
const file_STRATEGIES = ['rolling', 'blue-green', 'canary', 'linear'];
const file_name = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[a-z](?:[a-z0-9-]{0,22}[a-z0-9])?$/, 'must be lower-case letters, digits and hyphens, at most 24'));
const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(1), dist/* maxValue */.cGV(50));
const port = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(1), dist/* maxValue */.cGV(65_535));
const service = dist/* strictObject */.rej({
    image: dist/* optional */.lqM(dist/* string */.YjP(), 'node:24-slim'),
    command: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())),
    environment: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP()), {}),
    port: dist/* optional */.lqM(port, 8080),
    health: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* startsWith */.w1_('/')), '/health'),
    tasks: dist/* optional */.lqM(count, 2),
    strategy: dist/* optional */.lqM(dist/* picklist */.KIO(file_STRATEGIES), 'rolling'),
    network: dist/* optional */.lqM(dist/* picklist */.KIO(NETWORKS), 'awsvpc'),
});
const file = dist/* strictObject */.rej({
    cluster: dist/* optional */.lqM(file_name, 'rehearsal'),
    services: dist/* pipe */.FsL(dist/* record */.g1P(file_name, dist/* nullish */.cl6(service, {})), dist/* check */.z6Y((all) => Object.keys(all).length > 0, 'must name one service at least')),
});
/** The node that a path leads to, or its name there; the nearest one above, where it leads to nothing. */
const nodeAt = (root, path, named) => {
    const [key, ...rest] = path;
    if (key === undefined || !(0,yaml_dist/* isMap */.jh)(root))
        return root;
    const pair = root.items.find(({ key: one }) => (0,yaml_dist/* isScalar */.jn)(one) && one.value === key);
    if (!pair)
        return root;
    if (rest.length === 0 && named)
        return pair.key;
    return (nodeAt(pair.value, rest, named) ?? pair.key);
};
const wrong = (at, line, column, key, message) => ({
    code: 'rehearsal-file',
    fault: 'caller',
    problem: key === '' ? message : `${key}: ${message}`,
    why: 'a rehearsal is declared as docs/rehearsal.md says',
    fix: `correct it in ${at}, line ${line}`,
    at: { file: at, line, column },
});
const raise = (problems) => {
    const [first, ...rest] = problems;
    throw new words/* StaggerError */.IY(first, ...rest);
};
/** All that is wrong with a file at once, each with its line; or what it declares. */
const readUpFile = (text, at) => {
    const lines = new yaml_dist/* LineCounter */.HN();
    const document = (0,yaml_dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false });
    const place = (offset) => {
        const { line, col } = lines.linePos(offset);
        return [line, col];
    };
    if (document.errors.length > 0)
        raise(document.errors.map(({ pos, message }) => wrong(at, ...place(pos[0]), '', message)));
    const read = dist/* safeParse */.xLC(file, document.toJS() ?? {});
    if (read.success)
        return read.output;
    const problems = read.issues.map((issue) => {
        const path = (issue.path ?? []).map(({ key }) => key);
        const named = issue.path?.at(-1)?.origin === 'key';
        const offset = nodeAt(document.contents, path, named)?.range?.[0] ?? 0;
        return wrong(at, ...place(offset), path.join('.'), issue.message);
    });
    return raise(problems.toSorted((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0)));
};

// EXTERNAL MODULE: ./.build/rehearsal/view/look.js
var look = __webpack_require__(6455);
// EXTERNAL MODULE: ./.build/rehearsal/view/timeline.js
var view_timeline = __webpack_require__(66583);
// EXTERNAL MODULE: ./.build/rehearsal/view/watch.js + 1 modules
var watch = __webpack_require__(29050);
// EXTERNAL MODULE: ./.build/main/rehearse.js + 2 modules
var rehearse = __webpack_require__(69089);
;// CONCATENATED MODULE: ./.build/main/rehearse-up.js









const unread = (file, { message }) => new words/* StaggerError */.IY({
    code: 'rehearsal-file',
    fault: 'caller',
    problem: `${file} cannot be read`,
    why: message,
    fix: 'stagger rehearse up rehearsal.yaml',
});
/** Serves a cluster with what a file declares, and shows it until told to stop; then tells how it went. */
const up = async (file, given, progress) => {
    const text = await (0,promises_.readFile)(file, 'utf8').catch((error) => {
        throw unread(file, error);
    });
    const declared = readUpFile(text, file);
    const stopped = (0,rehearse.untilStopped)();
    const rehearsal = await (0,serve/* serveRehearsal */.BZ)({ progress, ...(0,rehearse.checkedOptions)(given) });
    try {
        const services = await buildUp(rehearsal.endpoint, declared);
        process.stdout.write(`${JSON.stringify({ endpoint: rehearsal.endpoint, services })}\n`);
        const over = new AbortController();
        void stopped.then(() => over.abort());
        const timeline = await (0,watch/* watch */.w)((0,look/* lookAt */.t)(rehearsal.endpoint), process.stderr, over.signal);
        for (const line of (0,view_timeline/* timelineText */.Pj)(timeline))
            progress.say(line);
        if (given.timeline !== undefined)
            await (0,promises_.writeFile)(given.timeline, (0,view_timeline/* timelineMarkdown */.jy)(timeline));
    }
    finally {
        await rehearsal.close();
    }
    return 0;
};


/***/ })

};
