/**
 * Where the Python programs of test/tools/requirements.txt are found, when they lie in a folder of their own
 * (STAGGER_PYTHON). Not for everybody: Debian's docker-compose is Python too, and breaks over other versions.
 */
export const pythonEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PYTHONDONTWRITEBYTECODE: '1',
  ...(process.env.STAGGER_PYTHON ? { PYTHONPATH: process.env.STAGGER_PYTHON } : {}),
})
