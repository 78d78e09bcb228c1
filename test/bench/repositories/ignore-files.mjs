/**
 * Ignore files as services have them. Of the 29 beside Dockerfiles in opentelemetry-demo, microservices-demo, edgex-go
 * and eShopOnContainers (the last two commits that hold Dockerfiles) 8 have patterns that begin with `**`, all of them
 * .NET's; 2 have exceptions; the others name a handful of files and folders at the top, most of which git does not even
 * track. None of them matches anything below `src` or `config` but .NET's.
 */
const NODE = ['node_modules/', '.next', 'dist', 'Dockerfile', '.dockerignore', 'README.md']
const GO = ['vendor/', 'docs', '.git']
const JAVA = ['target/', 'Dockerfile', 'docs', 'README.md']
const PYTHON = ['__pycache__', '*.pyc', '*.md', '!requirements.md', '.venv', '.pytest_cache', 'docs/']
const DOTNET = ['**/*.sh', '**/*.bat', '**/bin/', '**/obj/', '**/out/', 'Dockerfile*', 'docs', 'README.md']

/** 26% have `**` patterns, 16% an exception. All of them leave out `docs` or `README.md` at the top of the service. */
export const IGNORE_FILES = [
  [{ language: 'js', lines: NODE, ignored: 'README.md' }, 0.24],
  [{ language: 'go', lines: GO, ignored: 'docs/notes.md' }, 0.22],
  [{ language: 'java', lines: JAVA, ignored: 'docs/notes.md' }, 0.12],
  [{ language: 'py', lines: PYTHON, ignored: 'README.md' }, 0.16],
  [{ language: 'cs', lines: DOTNET, ignored: 'README.md' }, 0.26],
]

/** Beside the repository's root, for the services whose context it is. */
export const ROOT_IGNORE_FILE = ['.git', '.github', 'docs', 'services/*/README.md', 'tools/node_modules/']

export const textOf = (lines) => `${lines.join('\n')}\n`
