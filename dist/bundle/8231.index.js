export const id = 8231;
export const ids = [8231];
export const modules = {

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

/***/ 85844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  failed: () => (/* binding */ failed),
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./.build/platform/progress.js
var progress = __webpack_require__(9849);
// EXTERNAL MODULE: ./.build/report/outcomes.js
var outcomes = __webpack_require__(17628);
// EXTERNAL MODULE: ./.build/report/problem.js
var report_problem = __webpack_require__(88482);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
;// CONCATENATED MODULE: ./.build/main/cli-deploying.js
const wanted = (services, given) => ({
    services,
    repo: given.repo,
    environment: given.environment ?? '',
    version: given.version ?? given.to ?? null,
    strategy: given.strategy ?? null,
    registry: given.registry ?? null,
    yes: given.yes === true,
});
const ENVIRONMENT = ['--environment <env>', 'where, as stagger.yml names it'];
const STRATEGY = ['--strategy <strategy>', 'rolling, blue-green, canary, linear or all-at-once'];
/** The commands that deploy, and those that look before and after. */
const deploying = (program, kit) => {
    deploy(program, kit);
    rollback(program, kit);
    verify(program, kit);
    answering(program, kit, 'continue', 'answer the pause of a deployment: go on, and follow it');
    answering(program, kit, 'stop', 'have a deployment that is under way rolled back, and follow it');
};
const deploy = (program, kit) => {
    const command = kit.inRepository(program, 'deploy [services...]', 'run an image in an environment');
    kit
        .consenting(command, 'deploy')
        .option(...ENVIRONMENT)
        .option('--version <version>', 'one of its versions (default: the image of this commit)')
        .option(...STRATEGY)
        .option('--resume <arn>', 'begin nothing, and follow this service deployment to its end')
        .action(async (services, given) => {
        const { resume } = given;
        if (resume !== undefined)
            return takeUp(kit, 'resume', services, { ...given, deployment: resume });
        const { deployCommand } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8464), __webpack_require__.e(2088), __webpack_require__.e(1489), __webpack_require__.e(3810), __webpack_require__.e(5211), __webpack_require__.e(9044), __webpack_require__.e(2916), __webpack_require__.e(1620)]).then(__webpack_require__.bind(__webpack_require__, 39239));
        return kit.finish(given.json, deployCommand({ ...wanted(services, given), back: false }, kit.progress));
    });
};
const rollback = (program, kit) => {
    const command = kit.inRepository(program, 'rollback <services...>', 'run what an environment ran before');
    kit
        .consenting(command, 'deploy')
        .requiredOption(...ENVIRONMENT)
        .option('--to <version>', 'one of its versions (default: the last image that ran there before this one)')
        .option(...STRATEGY)
        .action(async (services, given) => {
        const { deployCommand } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8464), __webpack_require__.e(2088), __webpack_require__.e(1489), __webpack_require__.e(3810), __webpack_require__.e(5211), __webpack_require__.e(9044), __webpack_require__.e(2916), __webpack_require__.e(1620)]).then(__webpack_require__.bind(__webpack_require__, 39239));
        return kit.finish(given.json, deployCommand({ ...wanted(services, given), back: true }, kit.progress));
    });
};
const verify = (program, kit) => {
    kit
        .inRepository(program, 'verify [services...]', 'look at all that a deployment needs, and change nothing')
        .option(...ENVIRONMENT)
        .option('--version <version>', 'one of its versions (default: the image of this commit)')
        .option(...STRATEGY)
        .option('--registry <prefix>', 'where images are, if the ledger does not know it')
        .option('--policy [command]', 'print what IAM must allow instead, for deploy or another command')
        .action(async (services, given) => {
        const { verifyCommand } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8464), __webpack_require__.e(2088), __webpack_require__.e(1489), __webpack_require__.e(3810), __webpack_require__.e(5211), __webpack_require__.e(9044), __webpack_require__.e(6382)]).then(__webpack_require__.bind(__webpack_require__, 56382));
        const policy = given.policy === true ? 'deploy' : (given.policy ?? null);
        const options = { ...wanted(services, given), environment: given.environment ?? null, policy };
        return kit.finish(given.json, verifyCommand(options, kit.progress));
    });
};
const answering = (program, kit, wish, description) => {
    const command = kit
        .inRepository(program, `${wish} [services...]`, description)
        .option(...ENVIRONMENT)
        .option('--deployment <arn>', 'the service deployment (default: the one that is under way)')
        .option('--yes', `${wish}; without it, outside CI, nothing but a dry run`);
    if (wish === 'continue')
        command.option('--hook <id>', 'which pause (default: the one that waits)');
    command.action((services, given) => takeUp(kit, wish, services, given));
};
const takeUp = async (kit, wish, services, { json, repo, environment, deployment, hook, yes }) => {
    const { takeUpCommand } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8464), __webpack_require__.e(2088), __webpack_require__.e(1489), __webpack_require__.e(3810), __webpack_require__.e(5211), __webpack_require__.e(9044), __webpack_require__.e(2916)]).then(__webpack_require__.bind(__webpack_require__, 12916));
    const where = { environment: environment ?? null, deployment: deployment ?? null, hook: hook ?? null };
    return kit.finish(json, takeUpCommand({ repo, wish, services, ...where, yes: yes === true }, kit.progress));
};

// EXTERNAL MODULE: ./.build/catalog/nearest.js
var nearest = __webpack_require__(68472);
;// CONCATENATED MODULE: ./.build/main/usage.js

/** A mistake on the command line, as the parser tells it, in the form of every other problem. */
const usageProblem = (told, meant) => {
    const problem = told.trim().replace(/^error: /, '');
    const close = nearTo(problem, meant);
    const help = `${meant.name} --help`;
    return {
        code: 'usage',
        fault: 'caller',
        problem,
        why: `the usage is ${meant.name} ${meant.usage}`,
        fix: close.length === 0 ? help : `did you mean ${close.join(' or ')}? All there is: ${help}`,
    };
};
const nearTo = (problem, { options, commands }) => {
    const [, kind, word = ''] = /^unknown (option|command) '([^']+)'/.exec(problem) ?? [];
    if (kind === undefined)
        return [];
    const typed = word.replace(/^-+|=.*$/gs, '');
    const dashes = kind === 'option' ? '--' : '';
    const valid = kind === 'option' ? options : commands;
    const bare = valid.map((one) => one.replace(/^-+/, ''));
    return typed.length < 2 ? [] : (0,nearest/* nearest */.p)(typed, bare, 2).map((one) => dashes + one);
};

;// CONCATENATED MODULE: ./.build/main/cli.js







const USAGE = 2;
/** Runs the command line to its exit code. Results go to standard output, everything else to standard error. */
const runCli = async (argv) => {
    let code = 0;
    const program = commands((exit) => {
        code = exit;
    });
    try {
        await program.parseAsync([...argv], { from: 'user' });
        return code;
    }
    catch (error) {
        return failed(error);
    }
};
/** Also for the programs beside the command line. */
const failed = (error) => {
    if (error instanceof esm/* CommanderError */.b7)
        return error.exitCode === 0 ? 0 : USAGE;
    if (!(error instanceof words/* StaggerError */.IY))
        throw error;
    complain(error.problems);
    return (0,words/* exitCode */.I$)(error.problems.map(({ fault }) => fault));
};
const complain = (problems) => {
    for (const problem of (0,outcomes/* distinct */.dM)(problems))
        process.stderr.write((0,report_problem/* problemText */.fI)(problem));
};
const show = async (json, work) => {
    const result = await work;
    process.stdout.write(json ? `${JSON.stringify(result.json)}\n` : `${result.text.trimEnd()}\n`);
    complain(result.problems ?? []);
    if (json)
        process.stderr.write(result.failures ?? '');
    return result.code;
};
/** Asked before the command line is read: what is told early must be told the same way. */
const cli_progress = (0,progress/* terminalProgress */.e)({ verbose: process.argv.includes('--verbose') });
const commands = (done) => {
    const program = new esm/* Command */.uB('stagger')
        .description('Ship only what changed, one service at a time.')
        .exitOverride();
    planning(program, done);
    releasing(program, done);
    const finish = async (json, work) => done(await show(json, work));
    deploying(program, { progress: cli_progress, inRepository, consenting, finish });
    storing(program, done);
    rehearsing(program, done);
    return tellUsage(program, '');
};
/** A mistake is told as any other, with the one line of usage that corrects it; the whole help would hide it. */
const tellUsage = (command, parent) => {
    const name = `${parent} ${command.name()}`.trim();
    for (const child of command.commands)
        tellUsage(child, name);
    const names = {
        options: command.options.flatMap(({ long }) => long ?? []),
        commands: command.commands.map((child) => child.name()),
    };
    return command.showSuggestionAfterError(false).configureOutput({
        outputError: (told, write) => write((0,report_problem/* problemText */.fI)(usageProblem(told, { name, usage: command.usage(), ...names }))),
    });
};
const inRepository = (program, usage, description) => program
    .command(usage)
    .description(description)
    .option('--repo <dir>', 'the git repository, bare or not', '.')
    .option('--json', 'print the documented JSON')
    .option('--verbose', 'also show what the builds print');
const planning = (program, done) => {
    inRepository(program, 'plan', 'which services are affected, and why')
        .option('--base <rev>', 'compare with this revision instead of the ledger')
        .option('--head <rev>', 'the revision to plan (default: HEAD)')
        .option('--environment <env>', 'also tell what this environment needs')
        .option('--explain <service>', 'tell why this one is affected, or is not, as a tree')
        .option('--max-jobs <number>', 'pack the matrix into so many jobs (default: 256)')
        .action(async ({ json, ...options }) => {
        const { planCommand } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8464), __webpack_require__.e(1489), __webpack_require__.e(2039)]).then(__webpack_require__.bind(__webpack_require__, 64420));
        done(await show(json, planCommand(options, cli_progress)));
    });
    inRepository(program, 'inputs <service>', 'which files decide its image')
        .option('--rev <rev>', 'the revision to look at (default: HEAD)')
        .action(async (service, { json, repo, rev }) => {
        const { inputsCommand } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8464), __webpack_require__.e(1489), __webpack_require__.e(3274)]).then(__webpack_require__.bind(__webpack_require__, 73274));
        done(await show(json, inputsCommand({ repo, service, revision: rev ?? null }, cli_progress)));
    });
};
const whole = (text) => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= 1 && number <= 64)
        return number;
    throw new esm/* InvalidArgumentError */.Di('It is a whole number from 1 to 64.');
};
const consenting = (command, what, where = 'outside CI') => command
    .option('--registry <prefix>', 'where images go, e.g. ghcr.io/acme (else STAGGER_REGISTRY, or registry: in stagger.yml)')
    .option('--yes', `${what}; without it, ${where}, nothing but a dry run`);
const releasing = (program, done) => {
    consenting(inRepository(program, 'build [services...]', 'build and test what is affected'), 'push')
        .option('--push', 'push to the registry; without it everything stays in the local engine')
        .option('--platform <platform>', 'of an image for several platforms, build this one only')
        .option('--jobs <number>', 'how many services at once (default: jobs in stagger.yml, else 3)', whole)
        .option('--manifest <file>', 'write the release manifest of what was built and found; needs --push')
        .action(async (services, { json, repo, push, registry, platform, jobs, manifest, yes }) => {
        const { buildCommand } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8464), __webpack_require__.e(2088), __webpack_require__.e(9800), __webpack_require__.e(1489), __webpack_require__.e(3810), __webpack_require__.e(5211), __webpack_require__.e(7906), __webpack_require__.e(6532)]).then(__webpack_require__.bind(__webpack_require__, 86532));
        const place = { push: push === true, registry: registry ?? null, platform: platform ?? null };
        const options = {
            repo,
            services,
            ...place,
            jobs: jobs ?? null,
            manifest: manifest ?? null,
            yes: yes === true,
        };
        done(await show(json, buildCommand(options, cli_progress)));
    });
    inRepository(program, 'manifest [files...]', 'one release manifest of many, or what the ledger knows')
        .option('--out <file>', 'also write it to a file')
        .action(async (files, { json, repo, out }) => {
        const { manifestCommand } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8464), __webpack_require__.e(1489), __webpack_require__.e(5414)]).then(__webpack_require__.bind(__webpack_require__, 35414));
        done(await show(json, manifestCommand({ repo, files, out: out ?? null }, cli_progress)));
    });
    const tag = inRepository(program, 'tag [services...]', 'the next version, and why');
    consenting(tag, 'make it', 'outside GitHub Actions')
        .option('--bump <number>', 'which number counts up, whatever the commits say: major, minor or patch')
        .option('--as <version>', 'give one service, or one group, this version')
        .action(async (services, { json, repo, registry, yes, bump, as }) => {
        const { tagCommand } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8464), __webpack_require__.e(2088), __webpack_require__.e(4674), __webpack_require__.e(1489), __webpack_require__.e(3810), __webpack_require__.e(5211), __webpack_require__.e(4423)]).then(__webpack_require__.bind(__webpack_require__, 84423));
        const asked = { bump: bump ?? null, as: as ?? null };
        const options = { repo, services, registry: registry ?? null, yes: yes === true, token: null, ...asked };
        done(await show(json, tagCommand(options, cli_progress)));
    });
};
const from = (least) => (text) => {
    const number = Number(text);
    if (Number.isSafeInteger(number) && number >= least && text.trim() !== '')
        return number;
    throw new esm/* InvalidArgumentError */.Di(`It is a whole number, ${least} or more.`);
};
const storing = (program, done) => {
    const images = program.command('images').description('what the registry holds');
    copying(images, done);
    const gc = inRepository(images, 'gc [services...]', 'remove the images that nobody needs');
    consenting(gc, 'remove them', 'also in CI')
        .option('--keep <number>', 'the newest images of a service stay, so many', from(1), 10)
        .option('--older-than <days>', 'what is known to be younger stays', from(0), 14)
        .option('--without-ecs', 'do not ask ECS what runs: nothing but the ledger, versions and this commit protect')
        .action(async (services, { json, repo, registry, keep, olderThan, withoutEcs, yes }) => {
        const { imagesCommand } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8464), __webpack_require__.e(2088), __webpack_require__.e(1489), __webpack_require__.e(3810), __webpack_require__.e(1067)]).then(__webpack_require__.bind(__webpack_require__, 11067));
        const asked = { keep, olderThan, withoutEcs: withoutEcs === true, yes: yes === true };
        done(await show(json, imagesCommand({ repo, services, registry: registry ?? null, ...asked }, cli_progress)));
    });
};
const copying = (images, done) => {
    const copy = inRepository(images, 'copy <services...>', 'copy them to another registry, by digest');
    consenting(copy, 'copy them')
        .requiredOption('--to <prefix>', 'the other registry, e.g. ghcr.io/acme')
        .option('--version <version>', 'one of their versions (default: the image of this commit)')
        .action(async (services, { json, repo, to, version, registry, yes }) => {
        const { copyCommand } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(8464), __webpack_require__.e(2088), __webpack_require__.e(1489), __webpack_require__.e(3810), __webpack_require__.e(5211), __webpack_require__.e(7906), __webpack_require__.e(1686)]).then(__webpack_require__.bind(__webpack_require__, 1686));
        const asked = { to, version: version ?? null, registry: registry ?? null, yes: yes === true };
        done(await show(json, copyCommand({ repo, services, ...asked }, cli_progress)));
    });
};
/** A rehearsal cluster, however it is begun. */
const served = (command) => command
    .option('--port <port>', 'on 127.0.0.1 (default: any that is free)')
    .option('--tasks <kind>', 'containers (default), or hollow: each task a small server, no engine needed')
    .option('--rates <whose>', 'aws: requests are throttled as there (default: not at all)')
    .option('--speed <times>', 'how fast bake times and pauses pass: 1 (default), 60, … or hand')
    .option('--requests-per-step <number>', 'what a step must have seen before its time is skipped (default: 100)')
    .option('--control <fault>', 'a fault on purpose, to see that a load finds it: stop-first, no-drain, reload')
    .option('--router <router>', 'in-process (default), or nginx')
    .option('--lambda <address>', 'where lifecycle hooks call functions, e.g. http://127.0.0.1:3001; NAME=ADDRESS for one of them', (address, before = []) => [...before, address])
    .option('--state <folder>', 'write the state there before each effect, and go on from it after a crash');
const rehearsing = (program, done) => {
    const rehearse = program.command('rehearse').description('an ECS that runs on this machine');
    served(rehearse.command('serve'))
        .description('serve it until SIGTERM; prints {"endpoint": …} for AWS_ENDPOINT_URL')
        .action(async (options) => done(await (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(212), __webpack_require__.e(303), __webpack_require__.e(586), __webpack_require__.e(8815), __webpack_require__.e(7507), __webpack_require__.e(4085), __webpack_require__.e(1491), __webpack_require__.e(1695), __webpack_require__.e(7655), __webpack_require__.e(5732), __webpack_require__.e(9089)]).then(__webpack_require__.bind(__webpack_require__, 69089))).serve(options, cli_progress)));
    served(rehearse.command('up <file>'))
        .description('serve it with the services of a file, and show it until SIGTERM')
        .option('--timeline <file>', 'where to write, at the end, how it went (Markdown)')
        .action(async (file, options) => done(await (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(212), __webpack_require__.e(303), __webpack_require__.e(586), __webpack_require__.e(8815), __webpack_require__.e(7507), __webpack_require__.e(4085), __webpack_require__.e(1491), __webpack_require__.e(1695), __webpack_require__.e(7655), __webpack_require__.e(5732), __webpack_require__.e(9089), __webpack_require__.e(8098)]).then(__webpack_require__.bind(__webpack_require__, 98098))).up(file, options, cli_progress)));
    rehearse
        .command('load')
        .description('send a constant load of POSTs to a loopback address until SIGTERM; prints one JSON line')
        .requiredOption('--url <url>', 'plain HTTP on a loopback address')
        .option('--rate <number>', 'requests a second (default: 300)')
        .option('--connections <number>', 'kept alive (default: 64)')
        .option('--body <json>', 'what is posted')
        .option('--seconds <number>', 'ends by itself after so long')
        .option('--timeout <milliseconds>', 'a later answer counts as failed')
        .action(async (options) => done(await (await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3609), __webpack_require__.e(5861), __webpack_require__.e(212), __webpack_require__.e(303), __webpack_require__.e(586), __webpack_require__.e(8815), __webpack_require__.e(7507), __webpack_require__.e(4085), __webpack_require__.e(1491), __webpack_require__.e(1695), __webpack_require__.e(7655), __webpack_require__.e(5732), __webpack_require__.e(9089)]).then(__webpack_require__.bind(__webpack_require__, 69089))).load(options)));
};


/***/ }),

/***/ 28231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  demoMain: () => (/* binding */ demoMain)
});

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./.build/platform/progress.js
var progress = __webpack_require__(9849);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./.build/words.js
var words = __webpack_require__(59231);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: ./.build/rehearsal/ground/programs.js
var programs = __webpack_require__(66347);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/rehearsal/ground/keeper.js
var keeper = __webpack_require__(36448);
;// CONCATENATED MODULE: ./.build/rehearsal/ground/stand-in.js




/** The programs besides Node that a small image's `RUN` and health checks may call. */
const PROGRAMS = [
    'sh',
    'env',
    'id',
    'ls',
    'cat',
    'cp',
    'mv',
    'rm',
    'ln',
    'mkdir',
    'chmod',
    'chown',
    'sleep',
    'true',
];
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const CHANGES = ['--change', `ENV PATH=${PATH}`, '--change', 'CMD ["node"]'];
/** Makes an image of the Node binary at hand, a shell, and the libraries that they need. Returns that Node. */
const standIn = async (engine, name) => {
    const node = await nodeAtHand();
    const kept = (0,keeper/* keep */.a)({ script: keeper/* FOLDER_ONLY */.k });
    try {
        await furnish((0,external_node_path_.join)(kept.folder, 'root'), node);
        const archive = (0,external_node_path_.join)(kept.folder, 'root.tar');
        await must(['tar', '-cf', archive, '-C', (0,external_node_path_.join)(kept.folder, 'root'), '.']);
        await must([engine.client, 'import', ...CHANGES, archive, name], engine.environment);
        return node;
    }
    finally {
        await kept.stop();
    }
};
/** Node 24 where there is one, else this process's own. */
const nodeAtHand = async () => {
    const paths = [process.execPath, ...(0,programs/* programs */.cz)('node'), __webpack_require__.ab + "node"];
    for (const path of paths.filter(external_node_fs_.existsSync)) {
        const version = (await (0,programs/* attempt */.CD)([path, '--version'])).stdout.trim();
        if (version.startsWith('v24.'))
            return { path: (0,external_node_fs_.realpathSync)(path), version };
    }
    return { path: process.execPath, version: process.version };
};
const furnish = async (root, node) => {
    for (const folder of ['etc', 'tmp', 'root', 'home/node', 'usr/local/bin']) {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(root, folder), { recursive: true });
    }
    (0,external_node_fs_.chmodSync)((0,external_node_path_.join)(root, 'tmp'), 0o1777);
    (0,external_node_fs_.chmodSync)((0,external_node_path_.join)(root, 'home/node'), 0o777);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(root, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n');
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(root, 'etc/group'), 'root:x:0:\nnode:x:1000:\n');
    await place(root, node.path, '/usr/local/bin/node');
    for (const name of PROGRAMS) {
        const path = (0,programs/* program */.DM)(name);
        if (path)
            await place(root, path, `/bin/${name}`);
    }
    // Scripts begin with this path.
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(root, 'usr/bin'), { recursive: true });
    (0,external_node_fs_.cpSync)((0,external_node_path_.join)(root, 'bin/env'), (0,external_node_path_.join)(root, 'usr/bin/env'));
};
/** Puts a program into the image, and each library it names where the loader will look for it. */
const place = async (root, from, to) => {
    copy(root, from, to);
    for (const library of await libraries(from)) {
        if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, library)))
            copy(root, library, library);
    }
};
const copy = (root, from, to) => {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(root, (0,external_node_path_.dirname)(to)), { recursive: true });
    (0,external_node_fs_.cpSync)((0,external_node_fs_.realpathSync)(from), (0,external_node_path_.join)(root, to), { dereference: true });
};
/** What `ldd` lists with a path: `libm.so.6 => /lib/libm.so.6 (0x…)`, and the loader alone on its line. */
const libraries = async (path) => {
    const { stdout } = await (0,programs/* attempt */.CD)(['ldd', path]);
    return [...stdout.matchAll(/(?:^|\s)(\/\S+) \(0x/gm)].map(([, library]) => library);
};
const must = async (argv, environment = {}) => {
    const { ok, stderr } = await (0,programs/* attempt */.CD)(argv, { environment, seconds: 120 });
    if (!ok)
        throw new Error(`${argv.join(' ')}: ${stderr}`);
};

;// CONCATENATED MODULE: ./.build/rehearsal/ground/base-image.js




const BASE_IMAGE = 'node:24-slim';
/** Sees to it that `FROM node:24-slim` works on this engine, with a network or without. */
const ensureBaseImage = async (engine, progress) => {
    const keep = async () => { };
    if (await present(engine))
        return { origin: 'present', release: keep };
    if (await pulled(engine))
        return { origin: 'pulled', release: keep };
    const node = await standIn(engine, BASE_IMAGE);
    progress.say(`${BASE_IMAGE} cannot be pulled: a stand-in was made from ${node.path} (${node.version}), without npm`);
    return { origin: 'stand-in', release: () => (engine.private ? keep() : remove(engine)) };
};
const present = async (engine) => (await (0,programs/* attempt */.CD)([engine.client, 'image', 'inspect', BASE_IMAGE], { environment: engine.environment })).ok;
const remove = async (engine) => {
    await (0,programs/* attempt */.CD)([engine.client, 'image', 'rm', BASE_IMAGE], { environment: engine.environment });
};
const FIRST_WORD_SECONDS = 15;
const WHOLE_SECONDS = 300;
/** A registry that can be reached says a first word soon; then the image may take its time. */
const pulled = async (engine) => {
    const pull = (0,external_node_child_process_.spawn)(engine.client, ['pull', BASE_IMAGE], {
        env: { ...process.env, ...engine.environment },
        stdio: ['ignore', 'pipe', 'ignore'],
    });
    let timer = setTimeout(() => pull.kill('SIGKILL'), FIRST_WORD_SECONDS * 1000);
    (0,external_node_readline_.createInterface)(pull.stdout).once('line', () => {
        clearTimeout(timer);
        timer = setTimeout(() => pull.kill('SIGKILL'), WHOLE_SECONDS * 1000);
    });
    const code = await new Promise((resolve) => pull.once('close', resolve).once('error', resolve));
    clearTimeout(timer);
    return code === 0;
};

// EXTERNAL MODULE: ./.build/rehearsal/ground/engine.js + 1 modules
var ground_engine = __webpack_require__(39113);
// EXTERNAL MODULE: ./.build/rehearsal/ground/registry.js
var ground_registry = __webpack_require__(28685);
;// CONCATENATED MODULE: ./.build/rehearsal/ground/ground.js



const layGround = async (progress) => {
    const undo = [];
    const stop = async () => {
        for (const step of undo.splice(0).reverse())
            await step();
    };
    try {
        const engine = await (0,ground_engine/* obtainEngine */.cM)(progress);
        undo.push(engine.stop);
        const registry = await (0,ground_registry/* startRegistry */.q)(engine);
        undo.push(registry.stop);
        const baseImage = await ensureBaseImage(engine, progress);
        undo.push(baseImage.release);
        return { engine, registry, baseImage, stop };
    }
    catch (error) {
        await stop();
        throw error;
    }
};

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./.build/rehearsal/ground/images.js


const SECONDS = 15;
/** Takes the images of a registry that is going away out of an engine that stays, as soon as no container uses them. */
const forgetImages = async (engine, prefix) => {
    if (engine.private)
        return;
    const docker = (...args) => (0,programs/* attempt */.CD)([engine.client, ...args], { environment: engine.environment, seconds: 60 });
    for (const deadline = Date.now() + SECONDS * 1000; Date.now() < deadline; await (0,promises_.setTimeout)(200)) {
        const { stdout } = await docker(...LIST, '--filter', `reference=${prefix}/*`);
        const names = stdout.split(/\s+/).filter((name) => name !== '' && !name.includes('<none>'));
        if (names.length === 0)
            return;
        // By name and without force: forced, an image that is in use loses its names and stays, and nobody finds it.
        await docker('image', 'rm', ...names);
    }
};
/** What runs was pulled by digest, and has no other name. */
const LIST = ['image', 'ls', '--digests', '--format', '{{.Repository}}:{{.Tag}} {{.Repository}}@{{.Digest}}'];

// EXTERNAL MODULE: ./.build/rehearsal/ground/install.js
var install = __webpack_require__(46803);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch-logs/dist-cjs/index.js
var dist_cjs = __webpack_require__(70303);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var client_ecs_dist_cjs = __webpack_require__(80212);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-cjs/index.js
var client_elastic_load_balancing_v2_dist_cjs = __webpack_require__(50586);
;// CONCATENATED MODULE: ./.build/rehearsal/demo/infrastructure.js



const SUBNETS = ['subnet-0aaaaaaa', 'subnet-0bbbbbbb'];
const PORT = 8080;
const LISTENER_PORT = 8080;
/** Enough that one task can be replaced while the other serves. */
const DESIRED = 2;
/** Seconds; AWS's default is 300, for connections that last longer than the shop's. */
const DRAIN = 5;
/** Answers every request until the first real image comes. */
const PLACEHOLDER = "require('http').createServer((_, answer) => answer.end('placeholder')).listen(8080); process.on('SIGTERM', () => process.exit())";
const buildInfrastructure = async (place, services) => {
    const where = { endpoint: place.endpoint, region: place.region, credentials: REHEARSAL };
    const clients = {
        ecs: new client_ecs_dist_cjs.ECSClient(where),
        balancing: new client_elastic_load_balancing_v2_dist_cjs.ElasticLoadBalancingV2Client(where),
        logs: new dist_cjs.CloudWatchLogsClient(where),
    };
    await clients.ecs.send(new client_ecs_dist_cjs.CreateClusterCommand({ clusterName: place.cluster }));
    const addresses = await Promise.all(services.map(async (name) => [name, await buildService(clients, place, name)]));
    return { addresses: new Map(addresses) };
};
/** The rehearsal cluster asks for credentials as AWS does, and takes any. */
const REHEARSAL = { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' };
const buildService = async (clients, { cluster, image }, name) => {
    await clients.logs.send(new dist_cjs.CreateLogGroupCommand({ logGroupName: `/shop/${name}` }));
    const balancer = await buildBalancer(clients.balancing, name);
    const definition = await clients.ecs.send(new client_ecs_dist_cjs.RegisterTaskDefinitionCommand(placeholder(name, image)));
    await clients.ecs.send(new client_ecs_dist_cjs.CreateServiceCommand({
        cluster,
        serviceName: name,
        taskDefinition: definition.taskDefinition?.taskDefinitionArn,
        desiredCount: DESIRED,
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: SUBNETS } },
        loadBalancers: [{ targetGroupArn: balancer.targetGroup, containerName: name, containerPort: PORT }],
        deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    }));
    await steady(clients.ecs, cluster, name);
    return `http://${balancer.host}:${LISTENER_PORT}`;
};
const placeholder = (name, image) => ({
    family: `shop-${name}`,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    containerDefinitions: [
        {
            name,
            image,
            command: ['node', '-e', PLACEHOLDER],
            portMappings: [{ containerPort: PORT }],
            stopTimeout: 2,
        },
    ],
});
const buildBalancer = async (client, name) => {
    const { LoadBalancers = [] } = await client.send(new client_elastic_load_balancing_v2_dist_cjs.CreateLoadBalancerCommand({ Name: name, Subnets: SUBNETS }));
    const { TargetGroups = [] } = await client.send(new client_elastic_load_balancing_v2_dist_cjs.CreateTargetGroupCommand({
        Name: name,
        Protocol: 'HTTP',
        Port: PORT,
        VpcId: 'vpc-0ccccccc',
        TargetType: 'ip',
        HealthCheckPath: '/health',
        HealthCheckIntervalSeconds: 5,
        HealthCheckTimeoutSeconds: 2,
        HealthyThresholdCount: 2,
    }));
    const targetGroup = TargetGroups[0]?.TargetGroupArn;
    const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: String(DRAIN) }];
    await client.send(new client_elastic_load_balancing_v2_dist_cjs.ModifyTargetGroupAttributesCommand({ TargetGroupArn: targetGroup, Attributes }));
    await client.send(new client_elastic_load_balancing_v2_dist_cjs.CreateListenerCommand({
        LoadBalancerArn: LoadBalancers[0]?.LoadBalancerArn,
        Protocol: 'HTTP',
        Port: LISTENER_PORT,
        DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroup }],
    }));
    return { targetGroup, host: LoadBalancers[0]?.DNSName };
};
const POLL = 500;
const LONGEST = 120_000;
/** Until the service runs what it should. */
const steady = async (ecs, cluster, name) => {
    for (let waited = 0; waited < LONGEST; waited += POLL) {
        const { services = [] } = await ecs.send(new client_ecs_dist_cjs.DescribeServicesCommand({ cluster, services: [name] }));
        if (services[0]?.runningCount === DESIRED && services[0].deployments?.[0]?.rolloutState === 'COMPLETED')
            return;
        await new Promise((resolve) => setTimeout(resolve, POLL));
    }
    throw new Error(`the placeholder of ${name} did not come up`);
};

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./.build/rehearsal/demo/programs.js





const staggerIn = (cli, directory, env, tell, signal) => async (args) => {
    signal.throwIfAborted();
    const child = (0,external_node_child_process_.spawn)(process.execPath, [cli, ...args, '--json'], {
        cwd: directory,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Not `spawn`'s own signal: that does not wait for the program, which is still using what is taken away next.
    const stop = () => child.kill('SIGTERM');
    signal.addEventListener('abort', stop);
    (0,external_node_readline_.createInterface)(child.stderr).on('line', tell);
    const [text, [code]] = await Promise.all([(0,consumers_.buffer)(child.stdout), (0,external_node_events_.once)(child, 'close')]);
    signal.removeEventListener('abort', stop);
    signal.throwIfAborted();
    if (code !== 0)
        throw new words/* StaggerError */.IY(stepFailed(args, code));
    return JSON.parse(text.toString());
};
const stepFailed = (args, code) => ({
    code: 'demo-step-failed',
    fault: 'thing',
    problem: `the demo ended at: stagger ${args.join(' ')}`,
    why: `it ended with ${code === null ? 'a signal' : `exit code ${code}`}; what it said stands above`,
    fix: 'correct what it says, and run the demo again: npm run demo',
});
/** The channel between the two ends the cluster also where this process ends without a word. */
const startCluster = async (cli, env, options = []) => {
    const child = (0,external_node_child_process_.spawn)(process.execPath, [cli, 'rehearse', 'serve', ...options], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const [ended, closed] = [(0,external_node_events_.once)(child, 'exit'), (0,external_node_events_.once)(child, 'close')];
    const [line] = await Promise.race([
        (0,external_node_events_.once)((0,external_node_readline_.createInterface)(child.stdout), 'line'),
        closed.then(() => ['']),
    ]);
    if (!line)
        throw new words/* StaggerError */.IY(clusterEnded('did not start'));
    return { endpoint: JSON.parse(String(line)).endpoint, ended, stop: () => end(child, closed) };
};
const clusterEnded = (how) => ({
    code: 'cluster-ended',
    fault: 'world',
    problem: `the rehearsal cluster ${how}`,
    why: 'its process ended; what it said, if anything, stands above',
    fix: 'see what it says by itself: stagger rehearse serve',
});
/** Its output ends when its last container is gone, also where it was killed. */
const end = async (child, closed) => {
    child.kill('SIGTERM');
    await closed;
};

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./.build/rehearsal/demo/repository.js





const IDENTITY = [
    '-c',
    'user.name=The shop',
    '-c',
    'user.email=shop@example.com',
    '-c',
    'commit.gpgsign=false',
];
const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const shopRepository = async (example) => {
    const kept = (0,keeper/* keep */.a)({ script: keeper/* FOLDER_ONLY */.k });
    const directory = (0,external_node_path_.join)(kept.folder, 'shop');
    const git = async (...args) => (await run('git', ['-C', directory, ...IDENTITY, ...args])).stdout.trim();
    const commit = async (message) => {
        await git('add', '--all');
        await git('commit', '--quiet', '--message', message);
        return git('rev-parse', 'HEAD');
    };
    await (0,external_node_fs_promises_.cp)(example, directory, { recursive: true, filter: (path) => !path.endsWith('node_modules') });
    await git('init', '--quiet', '--initial-branch=main');
    await commit('The shop');
    return {
        directory,
        git,
        change: async (path, edit, message) => {
            const file = (0,external_node_path_.join)(directory, path);
            const before = await (0,external_node_fs_promises_.readFile)(file, 'utf8');
            const after = edit(before);
            if (after === before)
                throw new Error(`the edit of ${path} changed nothing`);
            await (0,external_node_fs_promises_.writeFile)(file, after);
            return commit(message);
        },
        remove: kept.stop,
    };
};

// EXTERNAL MODULE: ./.build/rehearsal/load/process.js + 9 modules
var load_process = __webpack_require__(41177);
// EXTERNAL MODULE: ./.build/rehearsal/load/report.js
var load_report = __webpack_require__(67041);
;// CONCATENATED MODULE: ./.build/rehearsal/demo/story.js


const RATE = 300;
const CONNECTIONS = 64;
const BODY = '{"text":"tea"}';
/** The main job five times over: a first release, one service, a shared library, nothing, and a lost ledger. */
const playStory = async (stage) => {
    const { repository } = stage;
    const first = await release(stage, 'first commit', await repository.git('rev-parse', 'HEAD'));
    let traffic = load_report/* emptyReport */._O;
    const underLoad = async (name, commit) => {
        const [step, report] = await release(stage, name, commit, () => startTraffic(stage));
        traffic = (0,load_report/* addReports */.rY)(traffic, report);
        return step;
    };
    const steps = [first[0]];
    steps.push(await underLoad('one service', await repository.change(...ONE_SERVICE)));
    const shared = await repository.change(...SHARED_LIBRARY);
    steps.push(await underLoad('shared library', shared));
    steps.push((await release(stage, 'the same commit again', shared))[0]);
    await repository.git('update-ref', '-d', 'refs/stagger/ledger');
    steps.push(await underLoad('the ledger lost', shared));
    return { steps, traffic };
};
const ONE_SERVICE = [
    'services/catalog/src/products.js',
    (text) => text.replace(/(\bexport const products = \[)/, "$1\n  { id: 'first-flush', name: 'First flush tea', price: money('18.40'), tags: ['tea'] },"),
    'catalog: sell first flush tea',
];
const SHARED_LIBRARY = [
    'libs/money/src/index.js',
    (text) => `${text}\nexport const isZero = ({ cents }) => cents === 0\n`,
    'money: tell whether an amount is zero',
];
const startTraffic = ({ cli, catalog }) => (0,load_process/* spawnLoad */.QJ)([process.execPath, cli, 'rehearse', 'load'], {
    url: `${catalog}/search`,
    rate: RATE,
    connections: CONNECTIONS,
    body: BODY,
});
/** plan → build → tag → deploy, as a user does it; the deployment under load where one is given. */
const release = async (stage, name, commit, load) => {
    stage.tell(`\n── ${name} (${commit.slice(0, 7)}) ──`);
    const affected = await plan(stage);
    if (affected.length === 0)
        return [{ name, commit, affected, built: [], reused: [], deployed: [] }, load_report/* emptyReport */._O];
    const builds = rows(await stage.stagger(['build', '--push', '--yes']));
    const named = (outcome) => builds.filter((row) => row.outcome === outcome).map((row) => row.name);
    await stage.stagger(['tag', ...affected, '--yes']);
    const traffic = await load?.();
    const deployed = await deploy(stage, affected).finally(() => traffic?.stop());
    const report = (await traffic?.stop()) ?? load_report/* emptyReport */._O;
    if (traffic)
        stage.tell(`traffic: ${report.sent} requests sent, ${report.failed} failed`);
    return [{ name, commit, affected, built: named('built'), reused: named('reused'), deployed }, report];
};
const rows = (json) => json.services;
const plan = async ({ stagger, tell }) => {
    const services = rows(await stagger(['plan']));
    const affected = services.filter((row) => row.affected);
    tell(`${affected.length} of ${services.length} affected${affected.length > 0 ? ':' : ''}`);
    for (const { name: service, reasons } of affected)
        tell(`  ${service}: ${reasons?.[0]?.path ?? 'no good image is known yet'}`);
    return affected.map((row) => row.name);
};
const deploy = async ({ stagger, tell }, services) => {
    const json = await stagger(['deploy', ...services, '--environment', 'local', '--yes']);
    const deployed = rows(json).map(({ name: service, version = '', digest = '', strategy = '', outcome = '' }) => ({
        service,
        version,
        digest,
        strategy,
        outcome,
    }));
    for (const line of summary(deployed))
        tell(line);
    return deployed;
};
/** One line a service, its columns aligned. */
const summary = (deployed) => {
    const lines = deployed.map(({ service, version, digest, strategy, outcome }) => [
        service,
        version,
        digest.slice(0, 'sha256:'.length + 12),
        strategy,
        outcome,
    ]);
    const width = (at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0));
    return lines.map((cells) => `  ${cells.map((cell, at) => cell.padEnd(width(at))).join('  ')}`.trimEnd());
};

;// CONCATENATED MODULE: ./.build/rehearsal/demo/demo.js










const SERVICES = ['user', 'catalog', 'invoice'];
const REGION = 'eu-west-1';
/** The whole way on this machine, from a commit to a service that runs its new version. Leaves nothing behind. */
const playDemo = async ({ yes, progress, cli, example, signal }) => {
    const undo = [];
    const later = (value, step) => {
        undo.push(() => step(value));
        signal.throwIfAborted();
        return value;
    };
    try {
        await (0,install/* setup */.m)({ yes }, progress);
        const { engine, registry } = later(await layGround(progress), (ground) => ground.stop());
        later(`${registry.address}/shop`, (prefix) => forgetImages(engine, prefix));
        const cluster = later(await startCluster(cli, engine.environment), (one) => one.stop());
        const running = AbortSignal.any([signal, whileUp(cluster.ended)]);
        const repository = later(await shopRepository(example), (one) => one.remove());
        progress.say('making what infrastructure code would: a cluster, load balancers, services with a placeholder');
        const place = { endpoint: cluster.endpoint, region: REGION, cluster: 'shop', image: BASE_IMAGE };
        const { addresses } = await unlessAborted(buildInfrastructure(place, SERVICES), running);
        const env = environment(engine.environment, registry.address, cluster.endpoint);
        const tell = (line) => progress.say(line);
        const stagger = staggerIn(cli, repository.directory, env, (line) => tell(`  ${line}`), running);
        return await playStory({ stagger, repository, cli, tell, catalog: addresses.get('catalog') });
    }
    catch (error) {
        // What fails because it was stopped is no failure of its own.
        signal.throwIfAborted();
        throw error;
    }
    finally {
        if (signal.aborted)
            progress.say('stopping: everything is taken away');
        for (const step of undo.reverse())
            await step().catch((error) => progress.warn(String(error)));
    }
};
/** Aborts when the cluster is gone: nothing that is asked of it will be answered any more. */
const whileUp = (ended) => {
    const controller = new AbortController();
    ended.then(() => controller.abort(new words/* StaggerError */.IY(clusterEnded('ended in the middle'))));
    return controller.signal;
};
/** What is under way goes on behind, and ends with the cluster that it asks. */
const unlessAborted = async (work, signal) => {
    signal.throwIfAborted();
    const aborted = (0,external_node_events_.once)(signal, 'abort').then(() => {
        throw signal.reason;
    });
    return Promise.race([work, aborted]);
};
/** What a user would set; a workflow's own variables must not reach the demo. */
const environment = (engine, registry, endpoint) => ({
    ...engine,
    STAGGER_REGISTRY: `${registry}/shop`,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: REHEARSAL.accessKeyId,
    AWS_SECRET_ACCESS_KEY: REHEARSAL.secretAccessKey,
    CI: '',
    GITHUB_ACTIONS: '',
    NODE_NO_WARNINGS: '1',
});

// EXTERNAL MODULE: ./.build/main/cli.js + 2 modules
var cli = __webpack_require__(85844);
// EXTERNAL MODULE: ./.build/main/setup.js
var setup = __webpack_require__(51931);
// EXTERNAL MODULE: ./.build/main/signals.js
var signals = __webpack_require__(32575);
;// CONCATENATED MODULE: ./.build/main/demo.js






/** Seen from dist/bundle, where this file runs. */
const beside = (path) => (0,external_node_url_.fileURLToPath)(new URL(path, import.meta.url));
/** `npm run demo [-- --yes] [--json]`: the story on standard error, what it came to on standard output. */
const demoMain = async (argv) => {
    try {
        const story = await (0,signals/* untilStopped */.s)((signal) => playDemo({
            yes: (0,setup.consents)(argv),
            progress: (0,progress/* terminalProgress */.e)(),
            cli: beside('../cli/index.js'),
            example: beside('../../examples/shop'),
            signal,
        }));
        process.stdout.write(`${lastLine(story)}\n`);
        if (argv.includes('--json'))
            process.stdout.write(`${JSON.stringify(storyJson(story))}\n`);
        return story.traffic.failed === 0 ? 0 : 1;
    }
    catch (error) {
        if (error instanceof Error && error.name === 'AbortError')
            return 130;
        return (0,cli.failed)(error);
    }
};
const lastLine = ({ steps, traffic }) => `${steps.length} steps, ${traffic.sent} requests sent to catalog while it was deployed, ${traffic.failed} failed`;
const storyJson = ({ steps, traffic }) => {
    const { seconds, rate, sent, ok, failed: lost, reconnected, byVersion } = traffic;
    return { steps, traffic: { seconds, rate, sent, ok, failed: lost, reconnected, byVersion } };
};


/***/ }),

/***/ 32575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ exitingWhenStopped),
/* harmony export */   s: () => (/* binding */ untilStopped)
/* harmony export */ });
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const underWay = new Set();
const stopAll = () => {
    for (const controller of underWay)
        controller.abort();
};
/**
 * Runs `body` with a signal that aborts on Ctrl-C, when a job is cancelled or a terminal closes; the body then ends
 * by itself. Whoever is impatient and asks again must not stop it from cleaning up; nor, once it has ended, from telling
 * what it came to, for which nobody else is there: what listens to the process stays.
 */
const untilStopped = async (body) => {
    for (const name of SIGNALS)
        if (!process.listeners(name).includes(stopAll))
            process.on(name, stopAll);
    const controller = new AbortController();
    underWay.add(controller);
    try {
        return await body(controller.signal);
    }
    finally {
        underWay.delete(controller);
    }
};
/** Runs `body`, and on Ctrl-C ends the process the orderly way, so that what must be taken away at its end is. */
const exitingWhenStopped = async (body) => {
    const handlers = SIGNALS.map((name) => [name, () => process.exit(128 + SIGNAL_NUMBERS[name])]);
    for (const [name, stop] of handlers)
        process.once(name, stop);
    try {
        return await body();
    }
    finally {
        for (const [name, stop] of handlers)
            process.off(name, stop);
    }
};
const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };


/***/ }),

/***/ 17628:
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


/***/ })

};
