/** Asking a service that speaks JSON, with a token for each request. */
import { MirrorFault } from '../provider.ts'
import { ask } from './asking.ts'
import type { Bearer } from './open.ts'

export interface JsonAnswer<Body> {
  readonly status: number
  readonly body: Body
  /** The name of what went wrong, as the service calls it. */
  readonly reason: string
}

const slowWords = /rateLimitExceeded|quotaExceeded|ApplicationThrottled|TooManyRequests/

const reasonOf = (body: unknown): string => {
  const error = (
    body as { error?: { code?: unknown; message?: string; status?: string; errors?: { reason?: string }[] } } | null
  )?.error
  if (!error) return ''
  return String(error.errors?.[0]?.reason ?? error.status ?? error.code ?? error.message ?? '').slice(0, 200)
}

/** Addresses in full stay as they are where they are the service's own: its next pages. */
export const askJson =
  (who: Bearer, base: () => string) =>
  async <Body>(
    method: string,
    path: string,
    words?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<JsonAnswer<Body>> => {
    const url = path.startsWith('http') ? path : `${base()}${path}`
    if (new URL(url).origin !== new URL(base()).origin) throw new MirrorFault('answer-wrong', new URL(url).hostname)
    return who.authorised(async access => {
      const answer = await ask(url, {
        method,
        signal: who.signal,
        headers: {
          authorization: `Bearer ${access}`,
          ...(words === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(words === undefined ? {} : { body: JSON.stringify(words) }),
      })
      const body = read(answer.body)
      const reason = reasonOf(body)
      if (answer.status === 403 && slowWords.test(reason)) throw new MirrorFault('too-slow', reason)
      return { status: answer.status, body: body as Body, reason }
    })
  }

function read(body: Buffer): unknown {
  if (body.length === 0) return null
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    return null
  }
}
