/** A SIP server and telephones that are not ours: Debian's kamailio with its WebSocket module, and baresip without a screen. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../tools/testing/server.ts'

const modules = '/usr/lib/x86_64-linux-gnu/kamailio/modules'
const has = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Media goes by an address that a browser offers: never the loopback. */
const ownAddress = (): { name: string; address: string } | null => {
  for (const [name, addresses] of Object.entries(networkInterfaces()))
    for (const one of addresses ?? []) if (!one.internal && one.family === 'IPv4') return { name, address: one.address }
  return null
}

/** Why this cannot be tried here; false where it can. */
export const sipMissing: string | false =
  has('kamailio') &&
  has('baresip') &&
  has('openssl') &&
  ['websocket.so', 'tls.so'].every(one => existsSync(join(modules, one))) &&
  ownAddress()
    ? false
    : 'kamailio, kamailio-websocket-modules, kamailio-tls-modules, openssl and baresip-core are not installed'

/** Asked again and again until it is so. */
export async function until<T>(
  look: () => T | null | false | undefined | Promise<T | null | false | undefined>,
  what: string,
  most_ms = 20_000,
): Promise<T> {
  for (const began = Date.now(); Date.now() - began < most_ms; ) {
    const found = await look()
    if (found) return found
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`${what} did not come in time`)
}

export interface SipHouse {
  readonly wsAddress: string
  /** The same over TLS, with a certificate of its own that nobody has vouched for. */
  readonly wssAddress: string
  /** What the server says of each request and answer that goes through it. */
  readonly said: readonly string[]
  telephone(user: string, answers: 'auto' | 'manual'): Promise<Telephone>
  /** Killed, and started again at the same ports: as a restart of the telephone system. */
  stopServer(): Promise<void>
  startServer(): Promise<void>
  close(): Promise<void>
}

export interface TelephoneEvent {
  readonly type?: string
  readonly param?: string
  readonly peeruri?: string
  /** Packets as the telephone counted them. */
  readonly rtcp_stats?: { readonly rx: { readonly sent: number; readonly lost: number } }
}

export interface Telephone {
  /** What it told so far: events of its control port. */
  readonly events: readonly TelephoneEvent[]
  command(command: string, params?: string): void
}

const domain = 'sip.test'
export const passwordOf = (user: string): string => `secret-${user}`

interface Ports {
  readonly udp: number
  readonly tcp: number
  readonly tls: number
}

/** Registers who knows the password, passes calls on to wherever they are registered, and stands out of the way. */
const serverConfig = ({ udp, tcp, tls }: Ports, folder: string): string => `#!KAMAILIO
debug=2
log_stderror=yes
children=2
auto_aliases=no
alias="${domain}"
listen=udp:127.0.0.1:${udp}
listen=tcp:127.0.0.1:${tcp}
enable_tls=yes
listen=tls:127.0.0.1:${tls}
tcp_accept_no_cl=yes
tcp_connection_lifetime=3604
mpath="${modules}/"
${['tm', 'sl', 'rr', 'pv', 'maxfwd', 'usrloc', 'registrar', 'textops', 'siputils', 'xlog', 'tls', 'auth', 'xhttp', 'websocket', 'nathelper'].map(one => `loadmodule "${one}.so"`).join('\n')}
modparam("usrloc", "db_mode", 0)
modparam("tls", "certificate", "${join(folder, 'server.pem')}")
modparam("tls", "private_key", "${join(folder, 'server.key')}")
modparam("tls", "tls_method", "TLSv1.2+")
modparam("nathelper|registrar", "received_avp", "$avp(RECEIVED)")
request_route {
  xlog("L_NOTICE", "SIP> $rm $ru by=$proto call=$ci refer=$hdr(Refer-To) replaces=$hdr(Replaces) sdp=$(rb{re.subst,/^.*a=(sendonly|recvonly|inactive|sendrecv).*$/\\1/s})\\n");
  if (!mf_process_maxfwd_header("10")) { sl_send_reply("483", "Too Many Hops"); exit; }
  if (nat_uac_test("64")) {
    force_rport();
    if (is_method("REGISTER")) fix_nated_register();
    else add_contact_alias();
  }
  if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
  if (has_totag()) {
    if (loose_route()) {
      if ($du == "") handle_ruri_alias();
      t_on_reply("BACK");
      t_relay();
      exit;
    }
    if (is_method("ACK")) { if (t_check_trans()) t_relay(); exit; }
    sl_send_reply("404", "Not here");
    exit;
  }
  if (is_method("REGISTER")) {
    if (!pv_www_authenticate("$td", "${passwordOf('$fU')}", "0")) { www_challenge("$td", "1"); exit; }
    save("location");
    exit;
  }
  if (is_method("INVITE")) {
    record_route();
    if (!lookup("location")) { sl_send_reply("480", "Temporarily Unavailable"); exit; }
    t_on_reply("BACK");
    t_relay();
    exit;
  }
  sl_send_reply("200", "OK");
}
onreply_route[BACK] {
  xlog("L_NOTICE", "SIP< $rs to $rm call=$ci\\n");
  if (nat_uac_test("64")) add_contact_alias();
}
event_route[xhttp:request] {
  if ($hdr(Upgrade) =~ "websocket") { if (ws_handle_handshake()) exit; }
  xhttp_reply("404", "Not Found", "", "");
}
`

interface At {
  readonly folder: string
  readonly server: number
  readonly listen: number
  readonly control: number
}

const telephoneConfig = ({ folder, listen, control }: At): string => `poll_method epoll
sip_listen ${ownAddress()!.address}:${listen}
call_local_timeout 120
call_max_calls 4
audio_player aufile,${join(folder, 'heard.wav')}
audio_source ausine,440
audio_alert aufile,/dev/null
ausrc_srate 48000
auplay_srate 48000
ausrc_channels 2
auplay_channels 2
rtcp_mux yes
net_interface ${ownAddress()!.name}
module_path /usr/lib/baresip/modules
module g711.so
module ausine.so
module aufile.so
module ice.so
module srtp.so
module dtls_srtp.so
module_tmp account.so
module_app ctrl_tcp.so
module_app menu.so
ctrl_tcp_listen 127.0.0.1:${control}
`

/** One netstring (JSON) after the other, as baresip's control port speaks. */
function readNetstrings(socket: Socket, heard: (json: string) => void): void {
  let waiting: Buffer = Buffer.alloc(0)
  socket.on('data', (part: Buffer) => {
    waiting = Buffer.concat([waiting, part])
    for (;;) {
      const colon = waiting.indexOf(':')
      const length = Number(waiting.subarray(0, Math.max(0, colon)).toString())
      if (colon < 0 || waiting.length < colon + length + 2) return
      heard(waiting.subarray(colon + 1, colon + 1 + length).toString('utf8'))
      waiting = waiting.subarray(colon + length + 2)
    }
  })
}

/** Opens both ends: the folder is the caller's, who removes it. */
export async function openSipHouse(folder: string): Promise<SipHouse> {
  const ports: Ports = { udp: await freePort(), tcp: await freePort(), tls: await freePort() }
  const { udp, tcp, tls } = ports
  const said: string[] = []
  const children = new Set<ChildProcess>()
  const start = (program: string, args: readonly string[], heard: (line: string) => void): ChildProcess => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    children.add(child)
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', data => String(data).split('\n').forEach(heard))
    child.once('exit', () => children.delete(child))
    return child
  }
  const stop = (child: ChildProcess): Promise<void> =>
    new Promise(resolve => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), 3_000).unref()
    })
  const config = join(folder, 'kamailio.cfg')
  await writeFile(config, serverConfig(ports, folder))
  const certificate = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1']
  const kept = ['-keyout', join(folder, 'server.key'), '-out', join(folder, 'server.pem')]
  execFileSync('openssl', ['req', '-x509', ...certificate, ...kept], { stdio: 'ignore' })
  let server: ChildProcess | null = null
  const startServer = async () => {
    server = start('kamailio', ['-DD', '-E', '-f', config, '-w', folder, '-Y', folder], line => {
      const at = line.indexOf('SIP')
      if (/SIP[<>] /.test(line)) said.push(line.slice(at))
    })
    await until(async () => (await canConnect(tcp)) && canConnect(tls), 'kamailio')
  }
  await startServer()
  const sockets: Socket[] = []
  return {
    wsAddress: `ws://127.0.0.1:${tcp}`,
    wssAddress: `wss://127.0.0.1:${tls}`,
    said,
    startServer,
    stopServer: () => stop(server!),
    async telephone(user, answers) {
      const own: At = { folder: join(folder, user), server: udp, listen: await freePort(), control: await freePort() }
      await mkdir(own.folder)
      await writeFile(join(own.folder, 'config'), telephoneConfig(own))
      await writeFile(join(own.folder, 'contacts'), '')
      await writeFile(
        join(own.folder, 'accounts'),
        `<sip:${user}@${domain};transport=udp>;auth_user=${user};auth_pass=${passwordOf(user)};outbound="sip:127.0.0.1:${udp}";mediaenc=dtls_srtp;medianat=ice;answermode=${answers};audio_codecs=PCMU;regint=300;rtcp_mux=yes\n`,
      )
      const lines: string[] = []
      start('baresip', ['-f', own.folder], line => lines.push(line))
      await until(() => lines.some(line => line.includes('200 OK')), `the registration of ${user}`)
      const events: TelephoneEvent[] = []
      const socket = connect(own.control, '127.0.0.1')
      sockets.push(socket)
      socket.on('error', () => undefined)
      readNetstrings(socket, json => events.push(JSON.parse(json)))
      return {
        events,
        command(command, params = '') {
          const json = JSON.stringify({ command, params, token: 'kontor' })
          socket.write(`${Buffer.byteLength(json)}:${json},`)
        },
      }
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await Promise.all([...children].map(stop))
    },
  }
}

const canConnect = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
