import { existsSync, readFileSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { ConnectionOptions } from 'node:tls'
import type { Connection } from './embedded/connection.ts'

/** The address of a database cannot be used; the message says what to write and never holds its password. */
export class AddressError extends Error {
  override readonly name = 'AddressError'
}

/** What libpq calls connection parameters, by name. */
type Params = Map<string, string>

const wanted = 'postgres://user:password@host:5432/name or postgres://user@/name?host=/folder/of/the/socket is wanted'

/** Parameters of libpq that Kontor follows; those that have no meaning here are taken and left. */
const followed = new Set(
  'host hostaddr port user password dbname sslmode ssl sslrootcert sslcert sslkey options application_name connect_timeout'.split(
    ' ',
  ),
)
const left = new Set(
  'channel_binding client_encoding fallback_application_name gssencmode keepalives keepalives_idle keepalives_interval keepalives_count krbsrvname sslcompression sslnegotiation sslsni target_session_attrs tcp_user_timeout uselibpqcompat'.split(
    ' ',
  ),
)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new AddressError('a % in it must stand for a letter: write %25 for % itself')
  }
}

/** `postgresql://[user[:password]@][host[:port]][/name][?parameter=value&…]`, as libpq reads it (manual, 32.1.1.2). */
function fromUri(text: string): Params {
  const [, user, host = '', name, query] =
    /^postgres(?:ql)?:\/\/(?:([^@/?#]*)@)?([^/?#@]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/.exec(text) ?? []
  if (host === undefined || !/^postgres(ql)?:\/\/[^#]*$/.test(text) || (text.match(/@/g)?.length ?? 0) > 1)
    throw new AddressError(`${wanted}; the letters @ / ? # % in a password are written %40 %2F %3F %23 %25`)
  if (host.includes(',')) throw new AddressError('one host is wanted, not several')
  const params: Params = new Map()
  const put = (key: string, value: string | undefined) => void (value && params.set(key, decoded(value)))
  const colon = user?.indexOf(':') ?? -1
  put('user', colon < 0 ? user : user?.slice(0, colon))
  put('password', colon < 0 ? undefined : user?.slice(colon + 1))
  const [, six, plain, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/.exec(host) ?? []
  if (host && six === undefined && plain === undefined) throw new AddressError(wanted)
  put('host', six ?? plain)
  put('port', port)
  put('dbname', name)
  for (const pair of query ? query.split('&') : []) {
    const at = pair.indexOf('=')
    if (at < 1) throw new AddressError(`after the question mark name=value is wanted: ${wanted}`)
    params.set(decoded(pair.slice(0, at)), decoded(pair.slice(at + 1)))
  }
  return params
}

/** `host=/run/postgresql dbname=kontor password='a b'`, as libpq reads it (manual, 32.1.1.1). */
function fromPairs(text: string): Params {
  const params: Params = new Map()
  let rest = text.trim()
  while (rest) {
    const [whole, key, quoted, bare] =
      /^([a-z_]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|((?:[^\s'\\]|\\.)*))(?:\s+|$)/s.exec(rest) ?? []
    if (!whole || !key) throw new AddressError(wanted)
    params.set(key, (quoted ?? bare ?? '').replace(/\\(.)/gs, '$1'))
    rest = rest.slice(whole.length)
  }
  return params
}

function portOf(text: string | undefined): number {
  if (!text) return 5432
  if (!/^\d{1,5}$/.test(text) || Number(text) < 1 || Number(text) > 65_535)
    throw new AddressError('a port from 1 to 65535 is wanted in it')
  return Number(text)
}

/** Reads an address without touching anything but its words: what the settings are checked with. */
function paramsOf(text: string): Params {
  const params = /^postgres(ql)?:/.test(text) ? fromUri(text) : /^\s*[a-z_]+\s*=/.test(text) ? fromPairs(text) : null
  if (!params) throw new AddressError(wanted)
  for (const key of params.keys())
    if (!followed.has(key) && !left.has(key)) throw new AddressError(`Kontor knows no “${key}” of a database’s address`)
  portOf(params.get('port'))
  const { mode } = tlsMode(params)
  if (!['disable', 'require', 'verify-ca', 'verify-full'].includes(mode))
    throw new AddressError('sslmode is disable, require, verify-ca or verify-full here, nothing in between')
  return params
}

function tlsMode(params: Params): { mode: string } {
  const given = params.get('sslmode')
  if (given === 'no-verify') return { mode: 'require' }
  if (given) return { mode: given }
  return { mode: /^(true|1)$/.test(params.get('ssl') ?? '') ? 'require' : 'disable' }
}

/** Says what is wrong with the words of an address, or undefined. */
export function addressProblem(text: string): string | undefined {
  try {
    paramsOf(text)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new AddressError(`the database’s certificate or key ${path} cannot be read: ${(error as Error).message}`)
  }
}

/** TLS as libpq means it: `require` encrypts, and only with a root certificate looks whose it is. */
function tlsOf(params: Params, host: string): ConnectionOptions | false {
  const { mode } = tlsMode(params)
  if (mode === 'disable' || host.startsWith('/')) return false
  const own = join(homedir(), '.postgresql', 'root.crt')
  const root = params.get('sslrootcert') ?? (mode !== 'require' && existsSync(own) ? own : undefined)
  const [cert, key] = [params.get('sslcert'), params.get('sslkey')]
  const anyone = mode === 'require' && root === undefined
  return {
    ...(root && root !== 'system' ? { ca: read(root) } : {}),
    ...(cert ? { cert: read(cert) } : {}),
    ...(key ? { key: read(key) } : {}),
    ...(params.has('hostaddr') && params.get('host') ? { servername: params.get('host')! } : {}),
    ...(anyone ? { rejectUnauthorized: false } : {}),
    ...(mode === 'verify-full' || anyone ? {} : { checkServerIdentity: () => undefined }),
  }
}

/** Where PostgreSQL puts its socket: Debian's and Red Hat's place, and the one of its own. */
const socketFolders = ['/var/run/postgresql', '/run/postgresql', '/tmp']

/** Without a host libpq takes the socket of this machine. */
function socketFolder(port: number): string {
  const found = socketFolders.find(folder => existsSync(join(folder, `.s.PGSQL.${port}`)))
  if (found) return found
  throw new AddressError(
    `the database’s address names no host, and there is no socket .s.PGSQL.${port} in ${socketFolders.join(', ')}: write postgres://user@/name?host=/folder/of/the/socket, or postgres://user:password@host:${port}/name`,
  )
}

/**
 * The connection that an address of libpq means: a URI with or without a host, or key=value pairs. What it leaves open is
 * filled as libpq does: PGHOST, PGPORT, PGUSER, PGDATABASE, the socket of this machine, this account's name.
 */
export function connectionOf(text: string, env: NodeJS.ProcessEnv = process.env): Connection {
  const params = paramsOf(text)
  const port = portOf(params.get('port') ?? env['PGPORT'])
  const host = params.get('hostaddr') ?? params.get('host') ?? env['PGHOST'] ?? socketFolder(port)
  const user = params.get('user') ?? env['PGUSER'] ?? userInfo().username
  const ssl = tlsOf(params, host)
  const [password, options, timeout] = [params.get('password'), params.get('options'), params.get('connect_timeout')]
  const called = params.get('application_name')
  return {
    host,
    port,
    user,
    database: params.get('dbname') ?? env['PGDATABASE'] ?? user,
    ...(password === undefined ? {} : { password }),
    ...(options === undefined ? {} : { options }),
    ...(called === undefined ? {} : { application_name: called }),
    ...(timeout && Number(timeout) > 0 ? { connectionTimeoutMillis: Number(timeout) * 1_000 } : {}),
    ...(ssl ? { ssl } : {}),
  }
}
