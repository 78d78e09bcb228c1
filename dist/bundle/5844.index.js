export const id = 5844;
export const ids = [5844];
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

/***/ 9849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ terminalProgress)
/* harmony export */ });
/** Plain lines to standard error, for a terminal. */
const terminalProgress = ({ verbose = false, write = toStandardError, } = {}) => ({
    say: (line) => write(`${line}\n`),
    warn: (line) => write(`warning: ${line}\n`),
    group: (title, lines) => {
        if (verbose)
            write([title, ...lines.map((line) => `  ${line}`), ''].join('\n'));
    },
});
const toStandardError = (text) => {
    process.stderr.write(text);
};


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


/***/ }),

/***/ 88482:
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
    '>',
    ...reason(why),
    '>',
    ...paragraph(fix.split('\n')),
    '',
].join('\n');
/** What a program printed stands below a line that says so, and is no text of ours. */
const reason = (why) => {
    const lines = why.split('\n');
    const told = lines.findIndex((line) => line.endsWith(':')) + 1;
    if (told === 0 || told === lines.length)
        return paragraph(lines);
    const log = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownLog */ .cu)(lines.slice(told).join('\n'));
    return [
        ...paragraph(lines.slice(0, told)),
        '>',
        `> <details open><summary>what it printed</summary>${log}</details>`,
    ];
};
/** Each line stays one. */
const paragraph = (lines) => lines.map((line, at) => `> ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(line)}${at < lines.length - 1 ? '<br>' : ''}`);


/***/ }),

/***/ 6993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   cu: () => (/* binding */ markdownLog),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var fast_string_width__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93223);

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
/**
 * What a program printed, as it printed it. On one line of the page: an empty one of the log would end the element, and what
 * stood below it would be Markdown.
 */
const markdownLog = (text) => {
    const lines = text.split('\n').map((line) => htmlText(printable(line.replaceAll('\t', '    '))));
    return `<pre>${lines.join('&#10;')}</pre>`;
};
const htmlText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
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

/***/ 59231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   IY: () => (/* binding */ StaggerError),
/* harmony export */   Zv: () => (/* binding */ isFingerprint),
/* harmony export */   dH: () => (/* binding */ isOid),
/* harmony export */   mp: () => (/* binding */ lastSegment),
/* harmony export */   tN: () => (/* binding */ isServiceName),
/* harmony export */   tq: () => (/* binding */ isEnvironmentName)
/* harmony export */ });
/**
 * The vocabulary of the project as types. Every room may import this file; it imports nothing.
 * The words themselves are explained in docs/words.md.
 */
const NAME = /^(?=.{1,64}$)[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
/** The name at the end of an ARN; a name alone is its own. */
const lastSegment = (arn) => arn.slice(arn.lastIndexOf('/') + 1);
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


/***/ })

};
