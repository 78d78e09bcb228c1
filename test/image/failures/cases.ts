/**
 * Builds that fail, each in its own way. `files` is all that their context holds. Their base is called `base` and has
 * busybox, node and python. What real engines said of them stands beside this file: see collect.mjs.
 */
const main = 'require("./lib.js")\n'
const wrongMachine = {
  base64: 'f0VMRgIBAQAAAAAAAAAAAAIAtwABAAAAeABAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAEAAOAABAEAAAAAAAA==',
}

export const cases = {
  'copy-one': { dockerfile: 'FROM base\nWORKDIR /app\nCOPY dist /app/dist\n', files: { 'main.js': main } },
  'copy-several': {
    dockerfile: 'FROM base AS build\nWORKDIR /app\nCOPY main.js src/lib.js ./\nFROM build\nCOPY main.js /\n',
    files: { 'main.js': main },
  },
  'copy-pattern': { dockerfile: 'FROM base\nCOPY build/*.jar /app/\n', files: { 'main.js': main } },
  'copy-folder-and-slash': {
    dockerfile: 'FROM base\nCOPY ./web/public/ /srv/\n',
    files: { 'main.js': main },
  },
  'copy-from-stage': {
    dockerfile: 'FROM base AS build\nRUN mkdir /out\nFROM base\nCOPY --from=build /out/server /server\n',
    files: { 'main.js': main },
  },
  'add-one': { dockerfile: 'FROM base\nADD conf.tar.gz /conf/\n', files: { 'main.js': main } },
  'bind-mount': {
    dockerfile:
      'FROM base\nCOPY main.js /\nRUN --mount=type=bind,source=conf/settings.json,target=/s.json cat /s.json\n',
    files: { 'main.js': main },
  },
  'run-cat': { dockerfile: 'FROM base\nWORKDIR /app\nRUN cat lib/data.txt\n', files: { 'main.js': main } },
  'run-shell-script': {
    dockerfile: 'FROM base\nWORKDIR /app\nCOPY main.js .\nRUN ./scripts/build.sh\n',
    files: { 'main.js': main },
  },
  'run-exec-form': {
    dockerfile: 'FROM base\nWORKDIR /app\nRUN ["./scripts/build.sh"]\n',
    files: { 'main.js': main },
  },
  'run-sh-open': {
    dockerfile: 'FROM base\nWORKDIR /app\nRUN sh scripts/build.sh\n',
    files: { 'main.js': main },
  },
  'run-source': {
    dockerfile: 'FROM base\nWORKDIR /app\nRUN . ./scripts/env.sh && true\n',
    files: { 'main.js': main },
  },
  'run-node-require': {
    dockerfile: 'FROM base\nWORKDIR /app\n\nCOPY main.js ./\nRUN node main.js\n',
    files: { 'main.js': main },
  },
  'run-node-import': {
    dockerfile: 'FROM base\nWORKDIR /app\nCOPY main.mjs ./\nRUN node main.mjs\n',
    files: { 'main.mjs': 'import "./lib/part.mjs"\n' },
  },
  'run-node-script': { dockerfile: 'FROM base\nWORKDIR /app\nRUN node main.js\n', files: { 'other.js': '' } },
  'run-node-read': {
    dockerfile: 'FROM base\nWORKDIR /app\nCOPY main.js ./\nRUN node main.js\n',
    files: { 'main.js': 'require("fs").readFileSync("config/app.json")\n' },
  },
  'run-python-open': {
    dockerfile: 'FROM base\nWORKDIR /app\nCOPY main.py ./\nRUN python3 main.py\n',
    files: { 'main.py': 'open("data/words.txt")\n' },
  },
  'run-python-import': {
    dockerfile: 'FROM base\nWORKDIR /app\nCOPY main.py ./\nRUN python3 main.py\n',
    files: { 'main.py': 'import shop.prices\n' },
  },
  'run-python-script': {
    dockerfile: 'FROM base\nWORKDIR /app\nRUN python3 main.py\n',
    files: { 'other.py': '' },
  },
  'run-make': {
    dockerfile: 'FROM base\nWORKDIR /app\nCOPY Makefile .\nRUN make\n',
    files: { Makefile: 'all: src/main.c\n\techo $<\n' },
  },
  'run-continued': {
    dockerfile:
      'FROM base AS tools\nRUN true\nFROM base\nWORKDIR /srv\n# What it needs\nRUN true && \\\n    cat lib/data.txt\n',
    files: { 'main.js': '' },
  },
  'run-in-subshell': {
    dockerfile: 'FROM base\nWORKDIR /app\nRUN mkdir web && cd web && cat package.json\n',
    files: { 'main.js': '' },
  },
  'run-fails': { dockerfile: 'FROM base\nRUN echo 2 is not 3 && exit 7\n', files: { 'main.js': '' } },
  'run-missing-program': { dockerfile: 'FROM base\nRUN gradle build\n', files: { 'main.js': '' } },
  'exec-format': {
    dockerfile: 'FROM base\nCOPY tool /tool\nRUN chmod 755 /tool\nRUN ["/tool"]\n',
    files: { tool: wrongMachine },
  },
  'exec-format-shell': {
    dockerfile: 'FROM base\nCOPY tool /tool\nRUN chmod 755 /tool\nRUN /tool\n',
    files: { tool: wrongMachine },
  },
  'secret-required': {
    dockerfile:
      "# syntax-is-the-engine's\nFROM base\nRUN --mount=type=secret,id=npm_token,required=true cat /run/secrets/npm_token\n",
    files: { 'main.js': '' },
  },
  'secret-not-given': {
    dockerfile: 'FROM base\nRUN --mount=type=secret,id=npm_token cat /run/secrets/npm_token\n',
    files: { 'main.js': '' },
  },
  'base-unknown': {
    dockerfile: 'FROM 127.0.0.1:5999/shop/base:1\nRUN true\n',
    files: { 'main.js': '' },
    registry: 'open',
  },
  'base-unauthorised': {
    dockerfile: 'FROM 127.0.0.1:5998/shop/base:1\nRUN true\n',
    files: { 'main.js': '' },
    registry: 'closed',
  },
  'base-host-unknown': {
    dockerfile: 'FROM registry.invalid/shop/base:1\nRUN true\n',
    files: { 'main.js': '' },
  },
  'base-refused': { dockerfile: 'FROM 127.0.0.1:1/shop/base:1\nRUN true\n', files: { 'main.js': '' } },
  'disk-full': {
    dockerfile: 'FROM base\nRUN dd if=/dev/zero of=/dev/shm/much bs=1M\n',
    files: { 'main.js': '' },
  },
  'network-wget': {
    dockerfile: 'FROM base\nRUN wget http://deb.invalid/Release\n',
    files: { 'main.js': '' },
  },
  'network-node': {
    dockerfile: 'FROM base\nRUN ["node", "-e", "fetch(\'http://registry.invalid/\')"]\n',
    files: { 'main.js': '' },
  },
  'network-refused': {
    dockerfile: 'FROM base\nRUN ["node", "-e", "fetch(\'http://127.0.0.1:2/\')"]\n',
    files: { 'main.js': '' },
  },
}
