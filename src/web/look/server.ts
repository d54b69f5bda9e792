/** Builds the interface apart and serves it with one made-up session: for looking at the kit, which needs no data of a server. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'vite'

const checkout = join(import.meta.dirname, '../../..')
/** Not dist/web: a running Kontor builds and serves that one. */
const built = join(checkout, '.tmp/look')

/** What a module's pages import but nobody has written yet is left out, so that one unfinished module does not hide the others. */
const unwritten: Plugin = {
  name: 'unwritten',
  enforce: 'pre',
  resolveId(id, importer) {
    if (!importer?.includes('/src/modules/') || !id.startsWith('.')) return null
    return existsSync(join(dirname(importer), id)) ? null : '\0unwritten'
  },
  load: id => (id === '\0unwritten' ? 'export default () => null' : null),
}

export async function buildLook(): Promise<void> {
  await build({
    configFile: join(checkout, 'vite.config.ts'),
    plugins: [unwritten],
    build: { outDir: built, rolldownOptions: { shimMissingExports: true } },
    logLevel: 'warn',
  })
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
}

export interface LookOptions {
  readonly acting?: boolean
  readonly language?: string
  readonly signedOut?: boolean
}

function sessionOf({ acting, language = 'en' }: LookOptions) {
  const id = '00000000-0000-4000-8000-000000000001'
  return {
    account: { id, email: 'elin@almgrentveit.example', name: 'Elin Bergqvist' },
    principal: { id, name: 'Elin Bergqvist' },
    organisation: {
      id,
      name: 'Almgren Tveit',
      country: 'SE',
      currency: 'SEK',
      zone: 'Europe/Stockholm',
      language: 'sv',
    },
    organisations: [
      { id, name: 'Almgren Tveit' },
      { id: '2', name: 'Kustens Café' },
    ],
    acting: acting
      ? {
          mandateId: id,
          name: 'Ingrid Tveit',
          until: '2026-11-27T16:00:00Z',
          summary: 'bills and orders up to 50\u00a0000\u00a0SEK',
        }
      : null,
    permissions: ['*'],
    language,
  }
}

function answer(request: IncomingMessage, response: ServerResponse, options: LookOptions): void {
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  const json = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  if (path === '/api/session')
    return void (options.signedOut
      ? json(401, { refusal: { name: 'sign-in-needed', message: '' } })
      : json(200, sessionOf(options)))
  if (path === '/api/registry') return void json(200, { commands: [], queries: [], kinds: [] })
  if (path === '/api/live')
    return void response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: hello\ndata: {}\n\n')
  if (path.startsWith('/api/')) return void json(404, { refusal: { name: 'act-unknown', message: 'Not here.' } })
  const file = join(built, path)
  const asked = extname(path) && existsSync(file) ? file : join(built, 'index.html')
  response
    .writeHead(200, { 'content-type': types[extname(asked)] ?? 'application/octet-stream', 'content-encoding': 'gzip' })
    .end(gzipSync(readFileSync(asked)))
}

/** Listens on a free port; `close` ends it. */
export async function serveLook(
  options: LookOptions = {},
): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer((request, response) => answer(request, response, options))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
