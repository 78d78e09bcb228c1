import type { Problem } from '../words.js'

export const composeMissing = (client: string): Problem => ({
  code: 'no-compose',
  fault: 'caller',
  problem: 'tests with neighbours need Docker Compose, which is not installed',
  why: `neither the plugin (${client} compose) nor the program docker-compose answers`,
  fix: 'install the plugin (https://docs.docker.com/compose/install/linux/; with Docker’s own packages: apt-get install docker-compose-plugin), or on Debian: apt-get install docker-compose',
})
