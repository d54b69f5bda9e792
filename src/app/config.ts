import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { addressProblem } from '../kernel/database/address.ts'
import { defaultDataDir } from '../kernel/database/embedded/places.ts'
import { phoneUrlPattern } from '../kernel/phone/door.ts'
import { printerPlace } from '../modules/printing/wire/allowed.ts'
import { parseSettings, type Setting } from './settings-file.ts'

/** How this Kontor is set up. docs/operator.md describes every setting; the two must say the same. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Where people reach it, without a slash at the end: what links in mails and on papers begin with. */
  readonly address: string
  readonly dataDir: string
  /** Undefined: the PostgreSQL that Kontor brings along. */
  readonly database: { readonly ownerUrl: string; readonly appUrl: string | undefined } | undefined
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined
  /** A port that answers plain HTTP with the way to HTTPS; 0 when there is none. */
  readonly httpPort: number
  /** Addresses of proxies whose X-Forwarded-* headers are believed. */
  readonly trustedProxies: readonly string[]
  /** The port scanners mail to; 0 when there is none. */
  readonly smtpPort: number
  /** Where mail goes out and from whom; undefined: no mail is sent. */
  readonly mail: { readonly url: string; readonly from: string } | undefined
  /** The provider of text messages and calls, and from whom they come; undefined: nothing goes out by telephone. */
  readonly phone?: { readonly url: string; readonly from: string } | undefined
  /** A folder whose files are taken in. */
  readonly watchDir: string | undefined
  /** Whether calendars may be subscribed from addresses in private networks. */
  readonly privateFeeds?: boolean
  /** Names, addresses and networks in which printers are spoken to; none: nothing is printed. */
  readonly printers?: readonly string[]
  /** LibreOffice's `soffice`, which makes PDFs of Word files; undefined: they stay Word files. */
  readonly wordProcessor?: string | undefined
  /** Where the fax server lays what came; undefined: no such folder is looked into. */
  readonly faxFolder?: string | undefined
  /** The programs that lay faxes into the server's queue and say how far they are; undefined: none are sent by it. */
  readonly faxPrograms?: { readonly send: readonly string[]; readonly status: readonly string[] } | undefined
  readonly logLevel: LogLevel
  /** The settings file that was read, if there is one. */
  readonly file: string | undefined
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** The settings do not make sense; the message tells each of them, where it stands, and what is wanted. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const port = (lowest: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'a whole number is wanted')
    .transform(Number)
    .refine(value => value >= lowest && value <= 65535, `a port from ${lowest} to 65535 is wanted`)

const databaseUrl = z.string().superRefine((text, found) => {
  const problem = addressProblem(text)
  if (problem) found.addIssue({ code: 'custom', message: problem })
})

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'an address such as https://kontor.example.org is wanted' })
  .transform(text => text.replace(/\/+$/, ''))

const mailUrl = z
  .string()
  .regex(/^smtps?:\/\/\S+$/, 'an address such as smtp://name:password@mail.example.org:587 is wanted')
const mailFrom = z.string().regex(/^[^\r\n]*@[^\r\n]+$/, 'an address such as Office <office@example.org> is wanted')

const phoneUrl = z.string().regex(phoneUrlPattern, 'an address such as 46elks://user:password@api.46elks.com is wanted')
const phoneFrom = z
  .string()
  .regex(/^(\+[1-9]\d{6,14}|[A-Za-z][A-Za-z0-9]{2,10})$/, 'a number such as +46766861004 is wanted')

const path = z.string().min(1, 'a path is wanted')

const program = z
  .string()
  .transform(text => text.split(/\s+/).filter(part => part !== ''))
  .refine(parts => parts.length > 0, 'a program with its arguments is wanted')

const settings = z.object({
  KONTOR_HOST: z.string().min(1, 'a name or an address is wanted').default('0.0.0.0'),
  KONTOR_PORT: port(1).default(8120),
  KONTOR_ADDRESS: httpUrl.optional(),
  KONTOR_DATA_DIR: path.optional(),
  DATABASE_URL: databaseUrl.optional(),
  KONTOR_APP_DATABASE_URL: databaseUrl.optional(),
  KONTOR_TLS_CERT: path.optional(),
  KONTOR_TLS_KEY: path.optional(),
  KONTOR_HTTP_PORT: port(0).default(0),
  KONTOR_TRUSTED_PROXIES: z
    .string()
    .transform(text =>
      text
        .split(',')
        .map(part => part.trim())
        .filter(part => part !== ''),
    )
    .default([]),
  KONTOR_SMTP_PORT: port(0).default(0),
  KONTOR_MAIL_URL: mailUrl.optional(),
  KONTOR_MAIL_FROM: mailFrom.optional(),
  KONTOR_PHONE_URL: phoneUrl.optional(),
  KONTOR_PHONE_FROM: phoneFrom.optional(),
  KONTOR_WATCH_DIR: path.optional(),
  KONTOR_PRIVATE_FEEDS: z.enum(['yes', 'no'], 'yes or no is wanted').default('no'),
  KONTOR_PRINTERS: z
    .string()
    .transform(text => text.split(/[\s,]+/).filter(part => part !== ''))
    .refine(
      parts => parts.every(part => printerPlace.test(part)),
      'names, addresses or networks such as 10.0.20.0/24 are wanted',
    )
    .default([]),
  KONTOR_WORD_PROCESSOR: path.optional(),
  KONTOR_FAX_FOLDER: path.optional(),
  KONTOR_FAX_SEND: program.optional(),
  KONTOR_FAX_STATUS: program.optional(),
  KONTOR_LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')} is wanted`).default('info'),
})

type Name = keyof typeof settings.shape
const NAMES = Object.keys(settings.shape) as Name[]
const PATHS = new Set<string>([
  'KONTOR_DATA_DIR',
  'KONTOR_TLS_CERT',
  'KONTOR_TLS_KEY',
  'KONTOR_WATCH_DIR',
  'KONTOR_FAX_FOLDER',
  'KONTOR_WORD_PROCESSOR',
])

/** A settings file as it was found. */
export interface SettingsFile {
  readonly path: string
  readonly text: string
}

/** Reads the settings file that belongs to this environment: KONTOR_CONFIG, or kontor.conf in the data folder. */
export function findSettingsFile(env: NodeJS.ProcessEnv): SettingsFile | undefined {
  const named = env['KONTOR_CONFIG']
  const at = resolve(named ?? join(env['KONTOR_DATA_DIR'] ?? defaultDataDir(), 'kontor.conf'))
  try {
    return { path: at, text: readFileSync(at, 'utf8') }
  } catch (error) {
    if (named === undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new ConfigError(`The settings file ${at} cannot be read: ${(error as Error).message}`)
  }
}

/** Makes the configuration of the environment and the settings file; the environment wins. An empty value is no value. */
export function readConfig(
  env: NodeJS.ProcessEnv = process.env,
  file: SettingsFile | undefined = findSettingsFile(env),
): Config {
  const found = new Map<string, Setting>()
  const problems: string[] = []
  for (const setting of file ? fromFile(file, problems) : []) found.set(setting.name, setting)
  for (const name of NAMES) {
    const value = env[name]
    if (value) found.set(name, { name, value: PATHS.has(name) ? resolve(value) : value, where: 'environment' })
  }
  const given = Object.fromEntries([...found].map(([name, { value }]) => [name, value]))
  const parsed = settings.safeParse(given)
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0])
    // The address of a database or of a mail server may hold a password.
    const shown = name.endsWith('_URL') ? '' : `, not "${given[name]}"`
    problems.push(`${name} (${found.get(name)?.where}): ${issue.message}${shown}`)
  }
  for (const [one, other] of [
    ['KONTOR_TLS_CERT', 'KONTOR_TLS_KEY'],
    ['KONTOR_TLS_KEY', 'KONTOR_TLS_CERT'],
    ['KONTOR_MAIL_URL', 'KONTOR_MAIL_FROM'],
    ['KONTOR_MAIL_FROM', 'KONTOR_MAIL_URL'],
    ['KONTOR_PHONE_URL', 'KONTOR_PHONE_FROM'],
    ['KONTOR_PHONE_FROM', 'KONTOR_PHONE_URL'],
    ['KONTOR_FAX_SEND', 'KONTOR_FAX_STATUS'],
    ['KONTOR_FAX_STATUS', 'KONTOR_FAX_SEND'],
  ] as const) {
    if (given[one] && !given[other]) problems.push(`${one} (${found.get(one)?.where}): ${other} is wanted with it`)
  }
  if (Number(given['KONTOR_HTTP_PORT'] ?? 0) > 0 && !given['KONTOR_TLS_CERT']) {
    problems.push('KONTOR_HTTP_PORT: it leads to HTTPS, so KONTOR_TLS_CERT and KONTOR_TLS_KEY are wanted with it')
  }
  if (given['KONTOR_APP_DATABASE_URL'] && !given['DATABASE_URL']) {
    problems.push('KONTOR_APP_DATABASE_URL: DATABASE_URL is wanted with it')
  }
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems.join('\n'))
  return configOf(parsed.data, file)
}

function fromFile(file: SettingsFile, problems: string[]): Setting[] {
  const read = parseSettings(file)
  problems.push(...read.problems)
  return read.settings.flatMap(setting => {
    if (!NAMES.includes(setting.name as Name)) {
      problems.push(`${setting.name} (${setting.where}): there is no such setting`)
      return []
    }
    if (setting.value === '') return []
    if (!PATHS.has(setting.name) || isAbsolute(setting.value)) return [setting]
    return [{ ...setting, value: resolve(dirname(file.path), setting.value) }]
  })
}

function configOf(data: z.output<typeof settings>, file: SettingsFile | undefined): Config {
  const { KONTOR_TLS_CERT: certFile, KONTOR_TLS_KEY: keyFile, DATABASE_URL: ownerUrl } = data
  const tls = certFile && keyFile ? { certFile, keyFile } : undefined
  return {
    host: data.KONTOR_HOST,
    port: data.KONTOR_PORT,
    address: data.KONTOR_ADDRESS ?? `${tls ? 'https' : 'http'}://localhost:${data.KONTOR_PORT}`,
    dataDir: data.KONTOR_DATA_DIR ?? defaultDataDir(),
    database: ownerUrl ? { ownerUrl, appUrl: data.KONTOR_APP_DATABASE_URL } : undefined,
    tls,
    httpPort: data.KONTOR_HTTP_PORT,
    trustedProxies: data.KONTOR_TRUSTED_PROXIES,
    smtpPort: data.KONTOR_SMTP_PORT,
    mail:
      data.KONTOR_MAIL_URL && data.KONTOR_MAIL_FROM
        ? { url: data.KONTOR_MAIL_URL, from: data.KONTOR_MAIL_FROM }
        : undefined,
    phone:
      data.KONTOR_PHONE_URL && data.KONTOR_PHONE_FROM
        ? { url: data.KONTOR_PHONE_URL, from: data.KONTOR_PHONE_FROM }
        : undefined,
    watchDir: data.KONTOR_WATCH_DIR,
    privateFeeds: data.KONTOR_PRIVATE_FEEDS === 'yes',
    printers: data.KONTOR_PRINTERS,
    wordProcessor: data.KONTOR_WORD_PROCESSOR,
    faxFolder: data.KONTOR_FAX_FOLDER,
    faxPrograms:
      data.KONTOR_FAX_SEND && data.KONTOR_FAX_STATUS
        ? { send: data.KONTOR_FAX_SEND, status: data.KONTOR_FAX_STATUS }
        : undefined,
    logLevel: data.KONTOR_LOG_LEVEL,
    file: file?.path,
  }
}

const ONLY_HERE = new Set(['localhost', '127.0.0.1', '::1'])

/** Where other computers in the office find this one: none when it listens to itself alone. */
export function officeAddresses(config: Pick<Config, 'host' | 'port' | 'tls'>): string[] {
  const scheme = config.tls ? 'https' : 'http'
  if (ONLY_HERE.has(config.host)) return []
  if (config.host !== '0.0.0.0' && config.host !== '::') return [`${scheme}://${config.host}:${config.port}`]
  return Object.values(networkInterfaces())
    .flatMap(list => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `${scheme}://${address}:${config.port}`)
}
