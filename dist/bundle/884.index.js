export const id = 884;
export const ids = [884];
export const modules = {

/***/ 4884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failed: () => (/* binding */ failed),
/* harmony export */   runCli: () => (/* binding */ runCli)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8179);
/* harmony import */ var _platform_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9849);
/* harmony import */ var _report_outcomes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7628);
/* harmony import */ var _report_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8482);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9231);





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
    if (error instanceof commander__WEBPACK_IMPORTED_MODULE_0__/* .CommanderError */ .b7)
        return error.exitCode === 0 ? 0 : USAGE;
    if (!(error instanceof _words_js__WEBPACK_IMPORTED_MODULE_2__/* .StaggerError */ .IY))
        throw error;
    complain(error.problems);
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCode */ .I$)(error.problems.map(({ fault }) => fault));
};
const complain = (problems) => {
    for (const problem of (0,_report_outcomes_js__WEBPACK_IMPORTED_MODULE_3__/* .distinct */ .dM)(problems))
        process.stderr.write((0,_report_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problemText */ .fI)(problem));
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
const progress = (0,_platform_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .terminalProgress */ .e)({ verbose: process.argv.includes('--verbose') });
const commands = (done) => {
    const program = new commander__WEBPACK_IMPORTED_MODULE_0__/* .Command */ .uB('stagger')
        .description('Ship only what changed, one service at a time.')
        .exitOverride();
    planning(program, done);
    releasing(program, done);
    rehearsing(program, done);
    return tellUsage(program, '');
};
/** A mistake is told with the one line of usage that corrects it; the whole help would hide it. */
const tellUsage = (command, parent) => {
    const name = `${parent} ${command.name()}`.trim();
    for (const child of command.commands)
        tellUsage(child, name);
    return command.showHelpAfterError(`  why: the usage is ${name} ${command.usage()}\n  fix: ${name} --help`);
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
        const { planCommand } = await Promise.all(/* import() */[__webpack_require__.e(756), __webpack_require__.e(691), __webpack_require__.e(244)]).then(__webpack_require__.bind(__webpack_require__, 5863));
        done(await show(json, planCommand(options, progress)));
    });
    inRepository(program, 'inputs <service>', 'which files decide its image')
        .option('--rev <rev>', 'the revision to look at (default: HEAD)')
        .action(async (service, { json, repo, rev }) => {
        const { inputsCommand } = await Promise.all(/* import() */[__webpack_require__.e(756), __webpack_require__.e(691), __webpack_require__.e(274)]).then(__webpack_require__.bind(__webpack_require__, 3274));
        done(await show(json, inputsCommand({ repo, service, revision: rev ?? null }, progress)));
    });
};
const consenting = (command, what) => command
    .option('--registry <prefix>', 'where images go, e.g. ghcr.io/acme (else STAGGER_REGISTRY, or registry: in stagger.yml)')
    .option('--yes', `${what}; without it, outside CI, nothing but a dry run`);
const releasing = (program, done) => {
    consenting(inRepository(program, 'build [services...]', 'build and test what is affected'), 'push')
        .option('--push', 'push to the registry; without it everything stays in the local engine')
        .action(async (services, { json, repo, push, registry, yes }) => {
        const { buildCommand } = await Promise.all(/* import() */[__webpack_require__.e(756), __webpack_require__.e(691), __webpack_require__.e(766), __webpack_require__.e(412)]).then(__webpack_require__.bind(__webpack_require__, 7031));
        const options = { repo, services, push: push === true, registry: registry ?? null, yes: yes === true };
        done(await show(json, buildCommand(options, progress)));
    });
    consenting(inRepository(program, 'tag [services...]', 'the next version, and why'), 'make it').action(async (services, { json, repo, registry, yes }) => {
        const { tagCommand } = await Promise.all(/* import() */[__webpack_require__.e(756), __webpack_require__.e(88), __webpack_require__.e(691), __webpack_require__.e(766), __webpack_require__.e(357)]).then(__webpack_require__.bind(__webpack_require__, 3738));
        done(await show(json, tagCommand({ repo, services, registry: registry ?? null, yes: yes === true }, progress)));
    });
    consenting(inRepository(program, 'deploy <services...>', 'run an image in an environment'), 'deploy')
        .requiredOption('--environment <env>', 'where, as stagger.yml names it')
        .option('--version <version>', 'one of its versions (default: the image of this commit)')
        .action(async (services, { json, repo, environment, version, registry, yes }) => {
        const { deployCommand } = await Promise.all(/* import() */[__webpack_require__.e(756), __webpack_require__.e(88), __webpack_require__.e(691), __webpack_require__.e(766), __webpack_require__.e(174)]).then(__webpack_require__.bind(__webpack_require__, 8174));
        const place = {
            repo,
            environment,
            version: version ?? null,
            registry: registry ?? null,
            yes: yes === true,
        };
        done(await show(json, deployCommand({ ...place, services }, progress)));
    });
};
const rehearsing = (program, done) => {
    const rehearse = program.command('rehearse').description('an ECS that runs on this machine');
    rehearse
        .command('serve')
        .description('serve it until SIGTERM; prints {"endpoint": …} for AWS_ENDPOINT_URL')
        .option('--port <port>', 'on 127.0.0.1 (default: any that is free)')
        .option('--control <fault>', 'a fault on purpose, to see that a load finds it: stop-first')
        .action(async (options) => done(await (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(861), __webpack_require__.e(212), __webpack_require__.e(303), __webpack_require__.e(586), __webpack_require__.e(695), __webpack_require__.e(908)]).then(__webpack_require__.bind(__webpack_require__, 7908))).serve(options, progress)));
    rehearse
        .command('load')
        .description('send a constant load of POSTs to a loopback address until SIGTERM; prints one JSON line')
        .requiredOption('--url <url>', 'plain HTTP on a loopback address')
        .option('--rate <number>', 'requests a second (default: 300)')
        .option('--connections <number>', 'kept alive (default: 64)')
        .option('--body <json>', 'what is posted')
        .option('--seconds <number>', 'ends by itself after so long')
        .option('--timeout <milliseconds>', 'a later answer counts as failed')
        .action(async (options) => done(await (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(861), __webpack_require__.e(212), __webpack_require__.e(303), __webpack_require__.e(586), __webpack_require__.e(695), __webpack_require__.e(908)]).then(__webpack_require__.bind(__webpack_require__, 7908))).load(options)));
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

/***/ 7628:
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

/***/ 8482:
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
    ...[why, fix].flatMap((text) => ['>', ...text.split('\n').map((line) => `> ${(0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(line)}`)]),
    '',
].join('\n');


/***/ }),

/***/ 6993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var fast_string_width__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3223);

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

/***/ 9231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   IY: () => (/* binding */ StaggerError),
/* harmony export */   Zv: () => (/* binding */ isFingerprint),
/* harmony export */   dH: () => (/* binding */ isOid),
/* harmony export */   tN: () => (/* binding */ isServiceName),
/* harmony export */   tq: () => (/* binding */ isEnvironmentName)
/* harmony export */ });
/**
 * The vocabulary of the project as types. Every room may import this file; it imports nothing.
 * The words themselves are explained in docs/words.md.
 */
const NAME = /^(?=.{1,64}$)[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
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
