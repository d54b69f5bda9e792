import type { FastifyInstance } from 'fastify'
import { changesSince, journalEnd } from '../../kernel/live/changes.ts'
import { findCaller, needCaller } from './caller.ts'
import type { HttpParts } from './server.ts'

const heartbeatMs = 25_000

/** GET /api/live: server-sent events that tell which visible records have changed; the journal's number is the event's id. */
export function mountLive(app: FastifyInstance, { kernel, ground, ticker }: HttpParts): void {
  app.get('/api/live', { compress: false }, async (request, reply) => {
    const caller = await needCaller(ground, request)
    const as = {
      organisationId: caller.organisationId,
      principalId: caller.principalId,
      mandateId: caller.mandateId,
      requestId: request.id,
    }
    const given = Number(request.headers['last-event-id'])
    const giveBack = app.liveLimit.take(caller.session?.account.id ?? caller.principalId)
    reply.raw.once('close', giveBack)
    let seq = Number.isSafeInteger(given) && given > 0 ? given : await kernel.viewing(as, journalEnd)
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    raw.write(`event: hello\nid: ${seq}\ndata: {}\n\n`)
    let reading = false
    let again = false
    const tell = async (): Promise<void> => {
      if (reading) {
        again = true
        return
      }
      reading = true
      try {
        do {
          again = false
          const change = await kernel.viewing(as, view => changesSince(view, seq))
          if (change) raw.write(`event: change\nid: ${(seq = change.seq)}\ndata: ${JSON.stringify(change)}\n\n`)
        } while (again)
      } catch {
        raw.end()
      } finally {
        reading = false
      }
    }
    const off = ticker.onTick(organisationId => {
      if (organisationId === caller.organisationId) void tell()
    })
    const heartbeat = setInterval(() => {
      raw.write(': still here\n\n')
      // Whoever has signed out, or whose token was revoked, hears no more.
      findCaller(ground, request).then(
        found => found ?? raw.end(),
        () => raw.end(),
      )
    }, heartbeatMs)
    raw.on('close', () => {
      off()
      clearInterval(heartbeat)
    })
    void tell()
  })
}
