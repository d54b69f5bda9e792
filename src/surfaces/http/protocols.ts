/** Protocols that modules speak beneath an address of their own, with their own verbs and sign-in (WebDAV). */
import { Readable } from 'node:stream'
import type { FastifyInstance, HTTPMethods } from 'fastify'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Ground } from '../../kernel/platform/ground.ts'
import type { HttpParts } from './server.ts'

export interface ProtocolRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Readable
  readonly address: string
  readonly requestId: string
  readonly host: string
}

export interface Protocol {
  readonly prefix: string
  readonly methods: readonly string[]
  /** Verbs whose body is a file, which may take its time. */
  readonly fileMethods: readonly string[]
  answer(
    kernel: Kernel,
    ground: Ground,
    request: ProtocolRequest,
    count: (principalId: string) => void,
  ): Promise<{
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: Readable | Uint8Array | null
  }>
}

/** Marks a route whose body is a file: it is not cut for being slow. */
export interface FileRoute {
  readonly carriesFile?: boolean
}

export function mountProtocols(app: FastifyInstance, { kernel, ground, protocols = [] }: HttpParts): void {
  for (const method of new Set(protocols.flatMap(protocol => protocol.methods)))
    if (!app.supportedMethods.includes(method as never)) app.addHttpMethod(method, { hasBody: true })
  for (const protocol of protocols)
    void app.register(async scope => {
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
      for (const carriesFile of [false, true])
        for (const url of [protocol.prefix, `${protocol.prefix}/*`])
          scope.route({
            method: protocol.methods.filter(
              method => protocol.fileMethods.includes(method) === carriesFile,
            ) as HTTPMethods[],
            url,
            exposeHeadRoute: false,
            compress: false,
            bodyLimit: Number.MAX_SAFE_INTEGER,
            config: { carriesFile } satisfies FileRoute,
            handler: async (request, reply) => {
              const answer = await protocol.answer(
                kernel,
                ground,
                {
                  method: request.method,
                  url: request.raw.url ?? '',
                  headers: request.headers as Record<string, string | undefined>,
                  body: request.body instanceof Readable ? request.body : Readable.from([]),
                  address: request.ip,
                  requestId: request.id,
                  host: request.host,
                },
                principalId => app.accountLimit.count(principalId),
              )
              return reply
                .code(answer.status)
                .headers(answer.headers)
                .send(answer.body ?? undefined)
            },
          })
    })
}
