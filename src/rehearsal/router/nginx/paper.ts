import { createHash } from 'node:crypto'
import { BUCKETS, COOKIE, orderOf } from '../bucket.js'
import type { DoorRule } from '../router.js'
import type { Target } from '../target.js'
import { bucketFile } from './weights.js'

/** The same name for the same thing, whichever process writes it down. */
export const slotOf = (targetGroup: string): string =>
  `slot_${createHash('sha256').update(targetGroup).digest('hex').slice(0, 12)}`

export interface FrontDoor {
  readonly name: string
  readonly address: string
  readonly port: number
  readonly rule: DoorRule
}

/** Workers are whoever started them: the folder is nobody else's to read. */
const user = process.getuid?.() === 0 ? 'user root;\n' : ''

export const WORKERS = 2

const HEAD = (pid: string): string => `${user}worker_processes ${WORKERS};
worker_rlimit_nofile 16384;
worker_shutdown_timeout 3700s;
pid ${pid};
error_log error.log warn;
events { worker_connections 4096; }
`

/** Both are servers in between: nothing is buffered, nothing sent twice, no connection to a target is used twice. */
const HTTP = `  client_max_body_size 0;
  client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp; uwsgi_temp_path temp; scgi_temp_path temp;
  proxy_http_version 1.1;
  proxy_buffering off;
  proxy_request_buffering off;
  proxy_next_upstream off;
  proxy_read_timeout 60s;
  proxy_send_timeout 60s;
  proxy_pass_header Server;
  proxy_pass_header Date;
`

const splits = (): string =>
  [
    `  split_clients "$user" $bucket {`,
    ...Array.from({ length: BUCKETS - 1 }, (_, bucket) => `    0.1% ${bucketFile(bucket)};`),
    `    * ${bucketFile(BUCKETS - 1)};`,
    '  }',
  ].join('\n')

const server = (folder: string, { name, address, port, rule }: FrontDoor): string => {
  const [first = 'nowhere', second] = orderOf(rule.weights).map(slotOf)
  const choice = second
    ? `    if (-f ${folder}/doors/${name}/current/$bucket) { set $slot ${second}; }\n`
    : ''
  const [key, cookie] = rule.sticky
    ? ['$known', '      add_header Set-Cookie $greeting always;\n']
    : ['$request_id', '']
  return `  server {
    listen ${address}:${port} backlog=4096;
    set $user ${key};
    set $slot ${first};
${choice}    location / {
${cookie}      proxy_pass http://$slot;
      proxy_set_header Host $http_host;
      proxy_set_header Connection close;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto http;
      proxy_set_header X-Forwarded-Port $server_port;
      proxy_hide_header X-Rehearsal-Target;
    }
  }
`
}

const LOG = '$server_addr:$server_port $slot $status $upstream_http_x_rehearsal_target $upstream_header_time'

/** What clients meet. It is never loaded anew for a weight: a bucket's file decides, and one rename swaps them all. */
export const frontPaper = (folder: string, doors: readonly FrontDoor[]): string => {
  const slots = [...new Set(doors.flatMap(({ rule }) => orderOf(rule.weights).map(slotOf)))]
  return `${HEAD('front.pid')}http {
${HTTP}  keepalive_timeout 75s;
  keepalive_requests 100000000;
  keepalive_time 24h;
  log_format counted '${LOG}';
  access_log requests.log counted;
  map $cookie_${COOKIE} $known { "" $request_id; default $cookie_${COOKIE}; }
  map $cookie_${COOKIE} $greeting { "" "${COOKIE}=$request_id; Path=/"; default ""; }
${doors.length > 0 ? splits() : ''}
${slots.map((slot) => `  upstream ${slot} { server unix:${folder}/${slot}.sock; }\n`).join('')}${doors.map((door) => server(folder, door)).join('')}}
`
}

export interface Slot {
  readonly name: string
  readonly targets: readonly Target[]
}

const slotServer = (folder: string, { name, targets }: Slot): string =>
  targets.length === 0
    ? `  server { listen unix:${folder}/${name}.sock; location / { return 503; } }\n`
    : `  upstream ${name} { ${targets.map(({ address, port }) => `server ${address}:${port} max_fails=0;`).join(' ')} }
  server {
    listen unix:${folder}/${name}.sock backlog=4096;
    location / {
      proxy_pass http://${name};
      proxy_set_header Host $http_host;
      proxy_set_header Connection close;
      add_header X-Rehearsal-Target $upstream_addr@$upstream_status always;
    }
  }
`

/**
 * What stands behind a slot. It is loaded anew whenever a task comes or goes, which nobody feels: no connection to it
 * is ever used twice.
 */
export const slotsPaper = (
  folder: string,
  slots: readonly Slot[],
  generation: number,
): string => `${HEAD('slots.pid')}http {
${HTTP}  keepalive_timeout 0;
  access_log off;
  server { listen unix:${folder}/generation.sock; location / { return 200 "${generation}"; } }
${slots.map((slot) => slotServer(folder, slot)).join('')}}
`
