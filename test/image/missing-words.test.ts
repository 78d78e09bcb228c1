import { expect, test } from '@jest/globals'
import { missedFiles } from '../../src/image/missing-words.js'

/** Besides those that the outputs in failures/ hold: what other tools print for a file that is not there. */
test.each([
  ['cat of coreutils', 'cat: lib/data.txt: No such file or directory', ['lib/data.txt']],
  ['cp', "cp: cannot stat 'conf/app.ini': No such file or directory", ['conf/app.ini']],
  ['bash', '/bin/bash: line 1: ./build.sh: No such file or directory', ['./build.sh']],
  [
    'bash, sourcing',
    'scripts/build.sh: line 3: scripts/env.sh: No such file or directory',
    ['scripts/env.sh'],
  ],
  ['dash', '/bin/sh: 1: ./build.sh: not found', ['./build.sh']],
  [
    'npm',
    "npm error enoent Could not read package.json: Error: ENOENT: no such file or directory, open '/app/package.json'",
    ['/app/package.json'],
  ],
  ['a package of npm: no file of the repository', "Error: Cannot find module 'express'", []],
  [
    'tsc, a module',
    "src/main.ts(3,20): error TS2307: Cannot find module './lib' or its corresponding type declarations.",
    ['./lib'],
  ],
  ['tsc, a file', "error TS6053: File '/app/tsconfig.base.json' not found.", ['/app/tsconfig.base.json']],
  [
    'gcc',
    'src/main.c:1:10: fatal error: shop/price.h: No such file or directory',
    ['shop/price.h', 'shop/price.h'],
  ],
  ['Go', 'open config/app.yaml: no such file or directory', ['config/app.yaml']],
  ['Go, embedded', 'main.go:9:12: pattern assets: no matching files found', ['assets']],
  [
    'Rust',
    "error: couldn't read `src/schema.sql`: No such file or directory (os error 2)",
    ['src/schema.sql'],
  ],
  ['cargo', 'error: failed to read `/app/lib/Cargo.toml`', ['/app/lib/Cargo.toml']],
  [
    '.NET',
    'error MSB3202: The project file "../Shared/Shared.csproj" was not found. [/src/Cart.csproj]',
    ['../Shared/Shared.csproj'],
  ],
  [
    '.NET, a file',
    "Unhandled exception. System.IO.FileNotFoundException: Could not find file '/app/appsettings.json'.",
    ['/app/appsettings.json'],
  ],
  ['Java', 'java.io.FileNotFoundException: config/app.yml (No such file or directory)', ['config/app.yml']],
  [
    'PHP',
    'PHP Warning:  require(lib/db.php): Failed to open stream: No such file or directory in /app/index.php on line 2',
    ['lib/db.php'],
  ],
  [
    'Ruby',
    "main.rb:1:in `read': No such file or directory @ rb_sysopen - config/app.yml (Errno::ENOENT)",
    ['config/app.yml'],
  ],
  ['protoc', 'pb/demo.proto: File not found.', ['pb/demo.proto']],
  ['a program that is not installed', '/bin/sh: 1: gradle: not found', []],
  ['a test that fails', 'AssertionError: 2 is not 3', []],
])('%s', (_, line, paths) => {
  expect(missedFiles([line]).map(({ path }) => path)).toEqual(paths)
})

test('a module of TypeScript stands from the file that asks for it', () => {
  const [missed] = missedFiles(["src/main.ts(3,20): error TS2307: Cannot find module './lib'"])
  expect(missed).toMatchObject({ path: './lib', from: 'src', endings: expect.arrayContaining(['.ts']) })
})
