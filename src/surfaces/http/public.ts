/**
 * What people outside may reach without signing in. One mechanism for all of it: no cookie is read or set, a limit a minute for
 * each address and route, a limit on links that are nobody's, and headers that keep whatever is answered from running,
 * being framed, indexed, kept or told to others. Which office it is, the route finds by what its link or address proves.
 */
import type { Readable } from 'node:stream'
import { Readable as Stream } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Kernel } from '../../kernel/kernel.ts'
import { type Language, nearestLanguage } from '../../kernel/language/catalogue.ts'
import { addressGroup } from '../../kernel/platform/address-group.ts'
import { kernelRefusals, Refusal } from '../../kernel/refusal.ts'
import { AccountLimit } from './limits.ts'
import type { RouteAnswer } from './routes.ts'
import type { HttpParts } from './server.ts'

export interface PublicRequest {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** What the link proves itself by: sent as a header, so that it stands in no address and no log. */
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
  /** The bytes of a file, where the route takes one. */
  readonly file: Readable | null
  /** What is said of the file in a header, `x-kontor-name`: it stands in no address either. */
  said(name: 'name' | 'item'): string
  /** A header by which a program proves who it is, in small letters; empty where it sends none. Cookies are told to no route. */
  header(name: string): string
  readonly language: Language
  readonly requestId: string
  /** What a program has already (RFC 9110, 13.1.2). */
  readonly ifNoneMatch: string | undefined
}

export interface PublicRoute {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Begins with `/public/`. */
  readonly path: string
  /** How often one address may ask in a minute. */
  readonly perMinute: number
  readonly takesFile?: boolean
  /** Another site's page may send here: the route takes what strangers write, and nobody's cookie does anything for it. */
  readonly fromElsewhere?: boolean
  answer(kernel: Kernel, request: PublicRequest): Promise<RouteAnswer>
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its body is a file: it may take as long as a large file takes. */
    carriesFile?: boolean
  }
}

/** Links that are nobody's, from one address in a minute; whoever guesses needs more. */
const missesPerMinute = 20

/** Nothing is run, framed, kept, indexed or told to the next page. A route may answer with a policy of its own, no wider than its page needs. */
const shut = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

export const tokenHeader = 'x-kontor-link'

const worded = (value: unknown, most = 200): string => (typeof value === 'string' ? value.slice(0, most) : '')

const objectOf = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && !(body instanceof Stream) ? (body as Record<string, unknown>) : {}

const requestOf = (request: FastifyRequest): PublicRequest => ({
  params: request.params as Record<string, string>,
  query: request.query as Record<string, string>,
  token: worded(request.headers[tokenHeader]),
  body: objectOf(request.body),
  file: request.body instanceof Stream ? (request.body as Readable) : null,
  said: name => worded(request.headers[`x-kontor-${name}`], 4_000),
  header: name => (name === 'cookie' ? '' : worded(request.headers[name], 1_000)),
  language: nearestLanguage(request.headers['accept-language']),
  requestId: request.id,
  ifNoneMatch: request.headers['if-none-match'],
})

/** From another site's page nothing is asked here: a form there could else send what its visitor does not know of. */
const isElsewhere = (request: FastifyRequest): boolean =>
  !['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site'] as string | undefined)

export function mountPublic(app: FastifyInstance, { kernel, publicRoutes }: HttpParts): void {
  const misses = new AccountLimit(missesPerMinute)
  const answer = (route: PublicRoute) => async (request: FastifyRequest, reply: FastifyReply) => {
    reply.headers(shut)
    if (route.method !== 'GET' && !route.fromElsewhere && isElsewhere(request))
      throw new Refusal(kernelRefusals.notPermitted, { act: '' })
    const from = addressGroup(request.ip)
    misses.look(from)
    const found = await route.answer(kernel, requestOf(request)).catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 404) misses.count(from)
      throw error
    })
    return reply
      .code(found.status ?? 200)
      .headers(found.headers)
      .send(found.body)
  }
  void app.register(async scope => {
    for (const route of publicRoutes.filter(({ takesFile }) => !takesFile)) mountOne(scope, route, answer(route))
    await scope.register(async files => {
      files.removeAllContentTypeParsers()
      files.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
      for (const route of publicRoutes.filter(({ takesFile }) => takesFile)) mountOne(files, route, answer(route))
    })
  })
}

function mountOne(
  scope: FastifyInstance,
  { method, path, perMinute, takesFile = false }: PublicRoute,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  scope.route({
    method,
    url: path,
    // What is sent as JSON here is a few words; a file is counted by the store while it comes.
    bodyLimit: takesFile ? Number.MAX_SAFE_INTEGER : 16_384,
    config: {
      carriesFile: takesFile,
      rateLimit: {
        max: perMinute,
        timeWindow: '1 minute',
        keyGenerator: (request: FastifyRequest) => `${path} ${addressGroup(request.ip)}`,
      },
    },
    handler,
  })
}
