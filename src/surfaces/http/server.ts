import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Kernel } from '../../kernel/kernel.ts'
import { newId } from '../../kernel/ids.ts'
import type { Ticker } from '../../kernel/live/ticker.ts'
import { addressGroup } from '../../kernel/platform/address-group.ts'
import type { Ground } from '../../kernel/platform/ground.ts'
import { kernelRefusals, Refusal } from '../../kernel/refusal.ts'
import { wordRefusal } from '../wording.ts'
import { mountActs } from './acts.ts'
import { languageOf } from './caller.ts'
import { AccountLimit, defaultLimits, type Limits, OpenLimit } from './limits.ts'
import { cutSlowBodies, headers_ms, silentLine_ms, wholeRequest_ms } from './slow-body.ts'
import { mountFiles } from './files.ts'
import { mountHealth } from './health.ts'
import { mountLive } from './live.ts'
import { mountMcp } from '../mcp/http.ts'
import { mountProtocols, type Protocol } from './protocols.ts'
import { mountOpenApi } from '../openapi/routes.ts'
import { mountPublic, type PublicRoute } from './public.ts'
import { mountRegistry } from './registry.ts'
import { mountSession } from './session.ts'
import { type ActRoute, mountRoutes, type Route } from './routes.ts'
import { mountWeb } from './web.ts'

export interface HttpParts {
  readonly kernel: Kernel
  readonly ground: Ground
  readonly ticker: Ticker
  readonly version: string
  /** Folder of the built interface. */
  readonly webRoot: string
  /** What people reach it by, for links. */
  readonly address: string
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined
  readonly limits?: Partial<Limits>
  readonly trustedProxies: readonly string[]
  /** Streams that modules declare (pages, originals). */
  readonly routes: readonly Route[]
  readonly actRoutes: readonly ActRoute[]
  /** What modules speak beneath an address of their own. */
  readonly protocols?: readonly Protocol[]
  /** What people outside may reach without signing in. */
  readonly publicRoutes: readonly PublicRoute[]
  /** With what besides this server the pages of an office may speak: origins, of WebSockets too. */
  readonly speaksWith?: (organisationId: string) => Promise<readonly string[]>
  readonly ready: () => boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    accountLimit: AccountLimit
    liveLimit: OpenLimit
  }
}

const requestIdPattern = /^[\w.-]{8,64}$/
const bodyLimitBytes = 10 * 1024 * 1024

function createApp(parts: HttpParts): FastifyInstance {
  return Fastify({
    ...(parts.tls ? { https: parts.tls } : {}),
    logger: false,
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    connectionTimeout: silentLine_ms,
    requestTimeout: wholeRequest_ms,
    trustProxy: parts.trustedProxies.length > 0 ? [...parts.trustedProxies] : false,
    genReqId: (request: { headers: Record<string, unknown> }) => {
      const given = request.headers['x-request-id']
      return typeof given === 'string' && requestIdPattern.test(given) ? given : newId()
    },
    // An address that cannot be decoded meets no route, and so no error handler.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      answerError(parts, error, request, reply),
  } as Parameters<typeof Fastify>[0]) as unknown as FastifyInstance
}

/** The HTTP surface: REST, OpenAPI, MCP, files, the live line and the interface, all projections of the registry. */
export async function createHttpServer(parts: HttpParts): Promise<FastifyInstance> {
  const app = createApp(parts)
  const limits = { ...defaultLimits, ...parts.limits }
  // Over plain HTTP a browser keeps none of these promises; on this computer alone they would bind its other services.
  const isSecure = Boolean(parts.tls) || parts.address.startsWith('https:')
  const isPublic = !/^(localhost|[\d.]+|\[.*\])$/.test(new URL(parts.address).hostname)
  await app.register(helmet, {
    hsts: isSecure && isPublic ? { maxAge: 180 * 86_400, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: isSecure,
    originAgentCluster: isSecure,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        // a voicemail, heard where it stands
        mediaSrc: ["'self'"],
        // a mail as its sender drew it, which forbids itself to run
        frameSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
  })
  await app.register(cookie)
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] })
  await app.register(rateLimit, {
    global: true,
    max: limits.perAddress,
    timeWindow: '1 minute',
    // By the address alone: a cookie is whatever its sender writes. Who it belongs to is counted once that is known.
    keyGenerator: (request: FastifyRequest) => addressGroup(request.ip),
  })
  app.decorate('accountLimit', new AccountLimit(limits.perAccount))
  app.decorate('liveLimit', new OpenLimit(limits.livePerAccount, limits.live))
  cutSlowBodies(app, limits.bodyMs)
  app.server.headersTimeout = headers_ms
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  logRequests(app, parts)
  answerErrors(app, parts)
  mountHealth(app, parts)
  mountSession(app, parts)
  mountRegistry(app, parts)
  mountActs(app, parts)
  mountFiles(app, parts)
  mountRoutes(app, parts)
  mountProtocols(app, parts)
  mountPublic(app, parts)
  mountLive(app, parts)
  mountOpenApi(app, parts)
  mountMcp(app, parts)
  await mountWeb(app, parts)
  return app
}

function logRequests(app: FastifyInstance, { kernel }: HttpParts): void {
  app.addHook('onResponse', async (request, reply) => {
    // The path without its query: words that were searched for are nobody's business. Nor are tokens that stand in an address.
    kernel.log('info', 'request', {
      requestId: request.id,
      method: request.method,
      path: request.url.split('?')[0]?.replace(/\/[\w-]{75}(?=\/|$)/, '/…'),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
}

function refusalOf(error: FastifyError | Refusal): Refusal {
  if (error instanceof Refusal) return error
  if (error.statusCode === 413) return new Refusal(kernelRefusals.fileTooLarge, { limitBytes: bodyLimitBytes })
  if (error.statusCode === 429) return new Refusal(kernelRefusals.tooMany)
  if (error.statusCode && error.statusCode < 500)
    return new Refusal(kernelRefusals.inputInvalid, { issues: [{ path: '', message: error.message }] })
  return new Refusal(kernelRefusals.fault)
}

function answerError({ kernel }: HttpParts, error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error)
  if (refusal.refusalName === kernelRefusals.fault.name)
    kernel.log('error', 'request failed', { requestId: request.id, error: error.stack ?? String(error) })
  if (reply.sent) return
  const worded = wordRefusal(kernel.registry, languageOf(request), {
    name: refusal.refusalName,
    status: refusal.status,
    data: { requestId: request.id, ...refusal.data },
  })
  void reply.code(refusal.status).send({ status: 'refused', refusal: worded, requestId: request.id })
}

function answerErrors(app: FastifyInstance, parts: HttpParts): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => answerError(parts, error, request, reply))
}
