export const id = 5211;
export const ids = [5211];
export const modules = {

/***/ 36569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ay: () => (/* binding */ commandLine),
/* harmony export */   r7: () => (/* binding */ shellWord),
/* harmony export */   xR: () => (/* binding */ buildByHand)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64976);

/** A word as a shell takes it for one, and for nothing else. */
const shellWord = (text) => /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
const commandLine = (argv) => argv.map(shellWord).join(' ');
/**
 * What a person types to build a stage of a service: from the work tree, and with all else that it is built with. Without
 * its arguments, its secrets or its named contexts it would end otherwise. `target` null: the last stage.
 */
const buildByHand = ({ service, image }, target, platform) => {
    const { dockerfile, inline, context, args, contexts, secrets, ssh, name } = service;
    if (inline !== null)
        return commandLine(byItsFile(dockerfile, name));
    return commandLine([
        'docker',
        'build',
        '--file',
        dockerfile,
        ...(target === null ? [] : ['--target', target]),
        ...(platform === null ? [] : ['--platform', platform]),
        ...Object.entries(args).flatMap(([key, value]) => ['--build-arg', `${key}=${value}`]),
        ...Object.entries({ ...basesOf(image), ...contextsOf(contexts) }).flatMap(([key, value]) => [
            '--build-context',
            `${key}=${value}`,
        ]),
        ...Object.entries(secrets).flatMap(([id, source]) => ['--secret', `id=${id},${sourceOf(source)}`]),
        ...ssh.flatMap((agent) => ['--ssh', agent]),
        context,
    ]);
};
/** What is written into another file, its own program reads best. */
const byItsFile = (file, name) => /\.ya?ml$/.test(file)
    ? ['docker', 'compose', '--file', file, 'build', name]
    : ['docker', 'buildx', 'bake', '--file', file, name];
const sourceOf = (source) => source.kind === 'environment' ? `env=${source.name}` : `src=${source.path}`;
const contextsOf = (contexts) => Object.fromEntries(Object.entries(contexts).flatMap(([name, context]) => {
    if (context.kind === 'service')
        return [];
    return [[name, context.kind === 'folder' ? context.path : context.address]];
}));
/** Images of this repository, as `stagger build` leaves them in the engine. */
const basesOf = (image) => Object.fromEntries((image?.inputs.edges ?? []).flatMap(({ service, reference }) => {
    const fingerprint = image?.edges.get(service);
    if (reference === null || !fingerprint)
        return [];
    return [[reference, `docker-image://${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .localName */ .fk)(service, (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsName */ .Br)(fingerprint))}`]];
}));


/***/ }),

/***/ 62863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ failureTail),
/* harmony export */   f: () => (/* binding */ readFailure)
/* harmony export */ });
/** How much of a failed build's output stands in the error itself; all of it stands in the log. */
const TAIL = 20;
/** What BuildKit prints before each line of a step: its number and, for a command's output, the time. */
const PREFIX = /^#\d+ (?:\d+\.\d+ )?/;
const ERROR = /^(#\d+ )ERROR: ?(.*)$/;
/** Steps that say `ERROR` and let no build fail: a cache that is not there yet, or that takes no write. */
const OF_A_CACHE = /^(#\d+ )(?:importing cache manifest from|exporting cache to) /;
/** The first error of a step that can let a build fail. */
const errorIn = (lines) => {
    const caches = new Set(lines.map((line) => OF_A_CACHE.exec(line)?.[1]));
    return lines.map((line) => ERROR.exec(line)).find((found) => found && !caches.has(found[1])) ?? null;
};
const readFailure = (lines) => {
    const [, number, error] = errorIn(lines) ?? [];
    const told = lines.map((line) => /^[^\s:]*Dockerfile:(\d+)$/.exec(line)?.[1]).findLast((one) => one);
    const own = number === undefined ? [] : lines.filter((line) => line.startsWith(number));
    return {
        step: own[0]?.replace(PREFIX, '') ?? null,
        error: error ?? lines.findLast((line) => /failed to solve/.test(line)) ?? '',
        said: own.slice(1).flatMap((line) => (/^#\d+ \d+\.\d+ /.test(line) ? [line.replace(PREFIX, '')] : [])),
        line: told === undefined ? null : Number(told),
    };
};
/** What the step that failed said, without BuildKit's own numbers; else the last lines of all. */
const failureTail = (lines) => {
    const step = errorIn(lines)?.[1];
    const said = step ? lines.filter((line) => line.startsWith(step)) : lines;
    return said
        .map((line) => line.replace(PREFIX, ''))
        .filter((line) => line.trim() !== '' && !/^sha256:[0-9a-f]{64}$/.test(line))
        .slice(-TAIL)
        .join('\n');
};


/***/ }),

/***/ 38178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ reportsMissing),
/* harmony export */   H5: () => (/* binding */ baseFailed),
/* harmony export */   HK: () => (/* binding */ pushLost),
/* harmony export */   Xd: () => (/* binding */ noRegistry),
/* harmony export */   lE: () => (/* binding */ notHermetic),
/* harmony export */   mu: () => (/* binding */ stageFailed)
/* harmony export */ });
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36569);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62863);
/* harmony import */ var _testing_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48251);
/* harmony import */ var _testing_reports_stage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96523);
/* harmony import */ var _testing_unstarted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59879);





/** BuildKit's words for a COPY source that the context does not hold. */
const MISSING = /"\/?([^"]+)"(?:: | )not found/;
const testStages = ({ test }) => (test?.kinds ?? []).filter((one) => one.kind === 'stage');
/** The stage that was built for its tests: of several the one that the step names, else the first, which ended it. */
const testStage = (failing, lines) => {
    const stages = testStages(failing);
    const { step } = (0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .readFailure */ .f)(lines);
    return (stages.find(({ stage }) => step?.startsWith(`[${stage} `)) ?? stages[0])?.stage ?? 'test';
};
/** The stage made no folder for its reports; null where something else failed. */
const reportsMissing = (failing, lines) => {
    const folder = (0,_testing_reports_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .folderTaken */ .q)((0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .readFailure */ .f)(lines).step);
    const test = testStages(failing).find(({ reports }) => reports === folder);
    return folder !== null && test ? (0,_testing_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .noReport */ .MF)(failing.service.name, test, folder) : null;
};
const stageFailed = (failing, stage, lines) => {
    const { service } = failing;
    const unstarted = stage === 'test' ? testNotStarted(failing, lines) : null;
    if (unstarted)
        return unstarted;
    const missing = MISSING.exec(lines.join('\n'))?.[1];
    const target = stage === 'test' ? testStage(failing, lines) : service.target;
    // Tests run for the platform of the machine that builds.
    const [platform = null] = stage === 'image' && service.platforms.length === 1 ? service.platforms : [];
    const where = target ? `the stage ${target}` : 'the last stage';
    return {
        code: stage === 'test' ? 'tests-failed' : 'build-failed',
        fault: 'thing',
        problem: stage === 'test' ? `${service.name}'s tests failed` : `${service.name} could not be built`,
        why: `${where} of ${service.dockerfile} ended with:\n${(0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .failureTail */ .P)(lines)}`,
        fix: missing
            ? `a build gets only the tracked files that a COPY, an ADD or a bind mount names: track ${missing} (git add), and let no ignore file leave it out`
            : `${(0,_by_hand_js__WEBPACK_IMPORTED_MODULE_0__/* .buildByHand */ .xR)(failing, target, platform)}   shows it here; a file that no instruction names is not there in a build`,
    };
};
/** A step of the tests whose program is not there; null where it ran. */
const testNotStarted = (failing, lines) => {
    const { step, said, error } = (0,_output_js__WEBPACK_IMPORTED_MODULE_3__/* .readFailure */ .f)(lines);
    const name = testStage(failing, lines);
    const test = testStages(failing).find((one) => one.stage === name);
    if (!test)
        return null;
    const script = /\] RUN (?:--\S+ )*(.*)$/.exec(step ?? '')?.[1] ?? null;
    const byShell = /exit code: 127/.test(error) ? (0,_testing_unstarted_js__WEBPACK_IMPORTED_MODULE_4__/* .missedByShell */ .FY)(said.at(-1) ?? '', script) : null;
    const unstarted = (0,_testing_unstarted_js__WEBPACK_IMPORTED_MODULE_4__/* .unstartedIn */ ._A)([...said, error]) ?? byShell;
    return unstarted && (0,_testing_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .notStarted */ .DY)(failing.service.name, test, unstarted);
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

/***/ 48251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ notStarted),
/* harmony export */   J1: () => (/* binding */ nothingTested),
/* harmony export */   MF: () => (/* binding */ noReport),
/* harmony export */   MK: () => (/* binding */ brokenReport),
/* harmony export */   SM: () => (/* binding */ missingTests),
/* harmony export */   Vh: () => (/* binding */ tooMuchReported),
/* harmony export */   fU: () => (/* binding */ testsFailed),
/* harmony export */   kY: () => (/* binding */ failureText)
/* harmony export */ });
/* unused harmony export whereOf */
/* harmony import */ var _changes_untested_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17640);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59231);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62863);
/* harmony import */ var _unstarted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59879);




/** Where a test runs, for people. */
const whereOf = (test) => {
    switch (test.kind) {
        case 'stage':
            return `the stage ${test.stage}`;
        case 'command':
            return `the command ${test.command.join(' ')}`;
        case 'compose':
            return `${test.service} in ${test.file}`;
        default:
            return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .unreachable */ .HB)(test);
    }
};
const MOST_NAMED = 10;
const testsFailed = (service, { test, lines }, report, code) => {
    const at = report?.failed.find((one) => one.at)?.at;
    return {
        code: 'tests-failed',
        fault: 'thing',
        problem: `${service}'s tests failed`,
        why: report && report.failed.length > 0 ? namedFailures(test, report) : ended(test, lines, code),
        fix: againBy(test, service),
        ...(at ? { at } : {}),
    };
};
/** Nothing was tested, so nothing failed: whoever looks for a broken test would look in vain. `cause`: what the engine said. */
const notStarted = (service, test, cause) => ({
    code: 'test-not-started',
    fault: 'caller',
    problem: `${service}'s tests could not be started`,
    why: `${whereOf(test)} did not run: ${'program' in cause ? cause.why : cause.join('\n')}`,
    fix: 'program' in cause ? (0,_unstarted_js__WEBPACK_IMPORTED_MODULE_1__/* .startingFix */ .eq)(service, test, cause.program) : againBy(test, service),
});
const namedFailures = (test, { failures, errors, tests, failed }) => {
    const bad = failures + errors;
    const more = bad > MOST_NAMED
        ? [`and ${bad - MOST_NAMED} more: the tests’ own output tells all (in a terminal: --verbose)`]
        : [];
    const head = `${whereOf(test)}: ${bad} of ${Math.max(tests, bad)} failed`;
    return [head, ...failed.slice(0, MOST_NAMED).map(failureText), ...more].join('\n');
};
const failureText = ({ suite, name, message, at }) => {
    const [first = ''] = message.split('\n');
    const place = at ? ` (${at.file}:${at.line})` : '';
    return `${[suite, name].filter((one) => one !== '').join(' › ')}${place}: ${first}`;
};
const ended = (test, lines, code) => {
    const tail = (0,_output_js__WEBPACK_IMPORTED_MODULE_2__/* .failureTail */ .P)(lines);
    const how = test.kind === 'stage' && code !== 0 ? 'ended' : `ended with exit code ${code}`;
    return `${whereOf(test)} ${how}${tail === '' ? ', and printed nothing' : `:\n${tail}`}`;
};
const againBy = (test, service) => test.kind === 'stage'
    ? `stagger build ${service}   (shows it here; a file that no instruction names is not there)`
    : `stagger build ${service}   (shows it here; of this repository it gets only the files that its inputs name)`;
const unreadable = (service, why, fix) => ({
    code: 'test-reports',
    fault: 'thing',
    problem: `nobody can say whether ${service}'s tests passed`,
    why,
    fix,
});
const brokenReport = (service, test, path, why) => unreadable(service, `the report ${path} of ${whereOf(test)} cannot be read: ${why}`, 'let the runner end by itself, so that it writes its report to the end; and let nothing else write there');
const tooMuchReported = (service, test, folder) => unreadable(service, `${folder} of ${whereOf(test)} holds more than is read`, 'let reports name a folder that holds JUnit’s XML alone');
const noReport = (service, test, folder) => unreadable(service, `reports names ${folder}, and ${whereOf(test)} left no JUnit XML there`, `let the runner write its report there, e.g. pytest --junitxml=${folder}/junit.xml; or take reports out of stagger.yml`);
const nothingTested = (service, test, { skipped }) => unreadable(service, skipped > 0
    ? `all ${skipped} tests of ${whereOf(test)} were skipped`
    : `the reports of ${whereOf(test)} hold no test`, 'see that the runner finds its tests: they may not be in the image, or their names may not be what it looks for');
/** For `build.tests: required`: of a service of which nobody said that it has no tests. Null where all is well. */
const missingTests = (planned) => (0,_changes_untested_js__WEBPACK_IMPORTED_MODULE_3__/* .isUntested */ .L)(planned) ? withoutTests(planned.service.name, planned.service.dockerfile) : null;
const withoutTests = (name, dockerfile) => ({
    code: 'no-tests',
    fault: 'caller',
    problem: `${name} has no tests`,
    why: 'build.tests is required in stagger.yml, and nothing says how it is tested',
    fix: `add a stage to ${dockerfile}: FROM … AS test; or say it in stagger.yml: services: { ${name}: { test: { command: [npm, test] } } }; or that there are none, on purpose: { test: false }`,
});


/***/ }),

/***/ 96523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ folderTaken),
/* harmony export */   s: () => (/* binding */ withReportsStage)
/* harmony export */ });
/* harmony import */ var _catalog_dockerfile_from_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21753);
/* harmony import */ var _catalog_dockerfile_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50850);
/* harmony import */ var _catalog_dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66829);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59231);




const NAME = 'stagger-reports';
/** How BuildKit calls the step that takes them: it fails where the stage made no such folder. */
const STEP = new RegExp(`^\\[${NAME}(?:-\\d+)? [^\\]]*\\] COPY --from=\\d+ \\[(.+), /\\]$`);
/** The folder that a step would have taken out; null for every other step. */
const folderTaken = (step) => STEP.exec(step ?? '')?.[1] ?? null;
/**
 * Adds the stage that takes reports out of a build: nothing can be had of one but what it exports. Null where that cannot
 * be said in this text, since it is in another language, or has no such stage.
 */
const withReportsStage = (text, stage, reports) => {
    const before = parsed(text);
    const number = before && stageNumber(before, stage);
    if (!before || number === null)
        return null;
    const target = freeName(text);
    const lines = [`FROM scratch AS ${target}`, `COPY --from=${number} ["${reports}", "/"]`];
    const dockerfile = `${ended(text, before.escapeToken)}\n${lines.join('\n')}\n`;
    const after = parsed(dockerfile);
    return after && told(after).slice(0, -2).join() === told(before).join() ? { dockerfile, target } : null;
};
const parsed = (text) => {
    try {
        return (0,_catalog_dockerfile_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDockerfile */ .A)(text, 'Dockerfile');
    }
    catch (error) {
        if (error instanceof _words_js__WEBPACK_IMPORTED_MODULE_3__/* .StaggerError */ .IY)
            return null;
        throw error;
    }
};
const told = ({ instructions }) => instructions.map(({ keyword, flags, rest, heredocs }) => JSON.stringify([keyword, flags, rest, heredocs]));
/** By number a stage is found whatever it is called, and also where two have its name: the last one counts. */
const stageNumber = ({ instructions }, stage) => {
    const names = instructions
        .filter(({ keyword }) => keyword === 'FROM')
        .map((from) => (0,_catalog_dockerfile_from_js__WEBPACK_IMPORTED_MODULE_0__/* .readFrom */ .z)(from, 'Dockerfile').name);
    const named = names.lastIndexOf(stage.toLowerCase());
    if (named >= 0)
        return named;
    return /^\d+$/.test(stage) && Number(stage) < names.length ? Number(stage) : null;
};
const freeName = (text) => {
    const taken = text.toLowerCase();
    for (let at = 1;; at++) {
        const name = at === 1 ? NAME : `${NAME}-${at}`;
        if (!taken.includes(name))
            return name;
    }
};
/** Without comments at the end, and without a token there that would continue the last line into the next one. */
const ended = (text, escapeToken) => {
    const lines = text.split('\n');
    const last = lines.pop();
    if (last === undefined)
        return '';
    const line = last.trimEnd();
    if (line === '' || (0,_catalog_dockerfile_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .isComment */ .C)(line))
        return ended(lines.join('\n'), escapeToken);
    // A doubled one is no continuation.
    if (!line.endsWith(escapeToken) || line.endsWith(escapeToken + escapeToken))
        return text;
    return ended([...lines, line.slice(0, -1)].join('\n'), escapeToken);
};


/***/ }),

/***/ 59879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FY: () => (/* binding */ missedByShell),
/* harmony export */   _A: () => (/* binding */ unstartedIn),
/* harmony export */   eq: () => (/* binding */ startingFix),
/* harmony export */   p_: () => (/* binding */ endedUnstarted)
/* harmony export */ });
/** How engines, and BuildKit, end where they made a container and could not start its program. */
const BY_ENGINE = /\bexec: "([^"]*)": (.+?)(?:: unknown)?\.?$/;
/** How the container's own first process ends where it becomes that program: a script whose interpreter is not there. */
const BY_INIT = /^(?:standard_init_linux\.go:\d+: )?exec (?:user process caused|(\/\S+)): (.+)$/;
const BY_SHELL = /^(?:\S*sh: )(?:line )?(?:\d+: )?(\S+?): (?:command )?not found$/;
/** What an engine said of a container that never ran; null where it is about something else. */
const unstartedIn = (said) => {
    const found = said.map((line) => BY_ENGINE.exec(line)).find((one) => one !== null);
    const [, program, reason] = found ?? [];
    return program === undefined || reason === undefined ? null : { program, why: lack(program, reason) };
};
/** The same of one that ran: where nothing but that came of it, nothing was tested. */
const endedUnstarted = (command, code, lines) => {
    const [only, ...more] = lines.filter((line) => line.trim() !== '');
    if (only === undefined || more.length > 0 || code === 0)
        return null;
    const [, path, reason] = BY_INIT.exec(only) ?? [];
    if (reason !== undefined)
        return { program: path ?? command[0] ?? '', why: lack(path ?? command[0] ?? '', reason) };
    return code === 127 ? missedByShell(only, scriptOf(command)) : null;
};
/** A shell that did not find the first word of its script; one that comes later may be no more than a part of a test. */
const missedByShell = (line, script) => {
    const program = BY_SHELL.exec(line)?.[1];
    const first = script?.trim().split(/\s+/)[0];
    return program === undefined || program !== first
        ? null
        : { program, why: lack(program, 'executable file not found') };
};
const scriptOf = ([program = '', ...args]) => /(?:^|\/)(?:ba|da|a|z)?sh$/.test(program) ? (args.find((arg) => !arg.startsWith('-')) ?? null) : null;
const lack = (program, reason) => {
    if (/executable file not found/.test(reason))
        return `there is no program ${program} in the image`;
    if (/no such file or directory/.test(reason))
        return `there is no ${program} in the image, or what its first line names is not there`;
    if (/permission denied/.test(reason))
        return `${program} may not be run: it is a folder, or no program`;
    if (/exec format error/.test(reason))
        return `${program} is made for another kind of machine, or has no first line that names its interpreter`;
    return `${program}: ${reason}`;
};
/** What helps whoever wrote down how it is tested. */
const startingFix = (service, test, program) => {
    switch (test.kind) {
        case 'stage':
            return `install ${program} in the stage ${test.stage}, or in one that it starts from; or correct the line that runs it`;
        case 'compose':
            return `correct the command of ${test.service} in ${test.file}, or install ${program} in the image that it runs in`;
        case 'command':
            return /\s/.test(program)
                ? `write each word by itself: services: { ${service}: { test: { command: [${program.trim().split(/\s+/).join(', ')}] } } }`
                : `install ${program} in the image, or name a program that it has: services: { ${service}: { test: { command: [PROGRAM, …] } } }\nwhat only tests need is better off in a stage of the Dockerfile: FROM … AS test`;
    }
};


/***/ }),

/***/ 94768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MG: () => (/* binding */ nameAmong),
/* harmony export */   MQ: () => (/* binding */ isStable),
/* harmony export */   bO: () => (/* binding */ tagPattern),
/* harmony export */   kg: () => (/* binding */ releasedAs),
/* harmony export */   ll: () => (/* binding */ newestFirst),
/* harmony export */   w0: () => (/* binding */ releasesOf),
/* harmony export */   w7: () => (/* binding */ annotation),
/* harmony export */   wZ: () => (/* binding */ tagName)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59231);


const tagName = (unit, version) => `${unit}/v${version}`;
const tagPattern = (unit) => `${unit}/v*`;
/** The annotation: for people, and read back by the next run. The changelog stands below, and is not read for facts. */
const annotation = ({ name, version, images, commit, changelog = '' }) => [
    `${name} ${version}`,
    '',
    ...[...images].flatMap(([service, image]) => imageLines(name, service, image)),
    `commit: ${commit}`,
    '',
    ...(changelog === '' ? [] : [changelog.trimEnd(), '']),
].join('\n');
/** A group says whose they are. */
const imageLines = (unit, service, image) => {
    const of = service === unit ? '' : ` of ${service}`;
    return [
        `digest${of}: ${image.digest}`,
        `fingerprint${of}: ${image.fingerprint}`,
        ...(image.repository === undefined ? [] : [`repository${of}: ${image.repository}`]),
    ];
};
/** The releases among a unit's tags; a tag whose name is no version is none. */
const releasesOf = (unit, tags) => tags.flatMap(({ name, commit, message }) => {
    const version = name.startsWith(`${unit}/v`) ? semver__WEBPACK_IMPORTED_MODULE_0__.valid(name.slice(unit.length + 2)) : null;
    return version === null ? [] : [{ version: version, ...labelled(unit, message, commit) }];
});
const labelled = (unit, message, at) => {
    const [, facts = '', ...rest] = message.split('\n\n');
    const images = imagesIn(unit, facts);
    const commit = /^commit: (\S+)$/m.exec(facts)?.[1] ?? '';
    return images.size > 0 && (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isOid */ .dH)(commit)
        ? { images, commit, changelog: rest.join('\n\n').trim() }
        : { images: null, commit: at, changelog: '' };
};
const FACT = /^(digest|fingerprint|repository)(?: of (\S+))?: (\S+)$/gm;
const imagesIn = (unit, facts) => {
    const found = new Map();
    for (const [, kind = '', service = unit, value = ''] of facts.matchAll(FACT))
        found.set(service, { ...found.get(service), [kind]: value });
    return new Map([...found].flatMap(([service, { digest = '', fingerprint = '', repository }]) => (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isServiceName */ .tN)(service) && (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest) && (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isFingerprint */ .Zv)(fingerprint)
        ? [[service, { digest, fingerprint, ...(repository ? { repository } : {}) }]]
        : []));
};
/** Versions that a service has by another unit's tags: from before it joined a group, or left one. */
const releasedAs = ({ service, version, digest, fingerprint, commit }) => ({
    version,
    images: new Map([[service, { digest, fingerprint }]]),
    commit,
    changelog: '',
});
const isStable = ({ version }) => semver__WEBPACK_IMPORTED_MODULE_0__.prerelease(version) === null;
/** Newest first. */
const newestFirst = (releases) => releases.toSorted((a, b) => semver__WEBPACK_IMPORTED_MODULE_0__.rcompare(a.version, b.version));
/** Of several that one image has: the newest that is no pre-release, else the newest. */
const nameAmong = (releases) => {
    const sorted = newestFirst(releases);
    return (sorted.find(isStable) ?? sorted[0])?.version ?? null;
};


/***/ })

};
