import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { kernelRefusals, refuse } from '../../kernel/refusal.ts'
import { findCaller } from './caller.ts'
import type { HttpParts } from './server.ts'

const year = 31_536_000

/** A page that was built apart, with a camera to read codes by and a label to print: its reader is compiled (WebAssembly), its label shown in a frame. */
const apartHeaders = {
  'cache-control': 'no-cache',
  'x-robots-tag': 'noindex, nofollow',
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; frame-src blob:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
}

/** Pages built beside the interface: `kiosk.html` stands at `/kiosk`. */
async function entriesOf(webRoot: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = (await readdir(webRoot)).filter(name => name.endsWith('.html') && name !== 'index.html')
  const read = files.map(
    async name => [`/${name.slice(0, -'.html'.length)}`, await readFile(join(webRoot, name))] as const,
  )
  return new Map(await Promise.all(read))
}

/** Whoever is signed in may have pages that speak with what their office has set up, and with nothing else; nobody else learns of it. */
async function allowOwn(
  { ground, speaksWith }: HttpParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const caller = speaksWith ? await findCaller(ground, request) : null
  const origins = caller ? await speaksWith!(caller.organisationId) : []
  const policy = reply.getHeader('content-security-policy')
  if (origins.length === 0 || typeof policy !== 'string') return
  reply.header(
    'content-security-policy',
    policy.replace("connect-src 'self'", ["connect-src 'self'", ...origins].join(' ')),
  )
}

/** The built interface; every address that is not the API's is a page of it. */
export async function mountWeb(app: FastifyInstance, parts: HttpParts): Promise<void> {
  const { webRoot } = parts
  const built = existsSync(join(webRoot, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: webRoot,
      index: false,
      wildcard: false,
      preCompressed: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? `public, max-age=${year}, immutable` : 'no-cache')
      },
    })
  }
  const index = built ? await readFile(join(webRoot, 'index.html')) : null
  const apart = built ? await entriesOf(webRoot) : new Map<string, Buffer>()
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0]!
    if (
      path.startsWith('/api/') ||
      path.startsWith('/assets/') ||
      path.startsWith('/public/') ||
      request.method !== 'GET' ||
      !index
    )
      refuse(kernelRefusals.unknownAct, { act: path })
    const entry = apart.get(path)
    if (entry) return reply.type('text/html; charset=utf-8').headers(apartHeaders).send(entry)
    await allowOwn(parts, request, reply)
    return reply
      .type('text/html; charset=utf-8')
      .headers({ 'cache-control': 'no-cache', 'x-robots-tag': 'noindex, nofollow' })
      .send(index)
  })
}
