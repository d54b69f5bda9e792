import type { FastifyRequest } from 'fastify'
import type { Ground } from '../../kernel/platform/ground.ts'
import { type Session, session } from '../../kernel/platform/sessions.ts'
import { resolveApiToken } from '../../kernel/platform/tokens.ts'
import { type Language, nearestLanguage } from '../../kernel/language/catalogue.ts'
import { kernelRefusals, refuse } from '../../kernel/refusal.ts'

export const sessionCookie = 'kontor_session'

/** Who is calling, before authority is asked: found by cookie or bearer token. */
export interface Caller {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
  /** Null for API tokens. */
  readonly session: Session | null
}

function sameOrigin(request: FastifyRequest): boolean {
  const { origin } = request.headers
  if (!origin)
    return request.headers['sec-fetch-site'] === undefined || request.headers['sec-fetch-site'] === 'same-origin'
  try {
    return new URL(origin).host === request.host
  } catch {
    return false
  }
}

/** The caller of a request, or null. A cookie counts for acts only when the page that sends it is ours. */
export async function findCaller(ground: Ground, request: FastifyRequest): Promise<Caller | null> {
  const bearer = /^Bearer (\S{20,200})$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) {
    const token = await resolveApiToken(ground, bearer)
    if (token) request.server.accountLimit.count(token.principalId)
    return token && { ...token, session: null }
  }
  const cookie = request.cookies[sessionCookie]
  if (!cookie) return null
  if (request.method !== 'GET' && request.method !== 'HEAD' && !sameOrigin(request)) return null
  const found = await session(ground, cookie)
  if (found) request.server.accountLimit.count(found.account.id)
  return found?.standing ? { ...found.standing, session: found } : null
}

/** The caller, or the refusal that asks to sign in. */
export async function needCaller(ground: Ground, request: FastifyRequest): Promise<Caller> {
  return (await findCaller(ground, request)) ?? refuse(kernelRefusals.signInNeeded)
}

/** The language a request is answered in: the person's own, else what the browser asks for. */
export function languageOf(request: FastifyRequest, caller?: Caller | null): Language {
  return nearestLanguage(caller?.session?.account.language ?? request.headers['accept-language'])
}
