/** Signing in and out, the first run, invitations and reset links: what stands before any organisation. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { languages, nearestLanguage } from '../../kernel/language/catalogue.ts'
import {
  acceptInvitation,
  memberships,
  readInvitation,
  resetPassword,
  setAccountLanguage,
} from '../../kernel/platform/accounts.ts'
import { addressGroup } from '../../kernel/platform/address-group.ts'
import { firstRun } from '../../kernel/platform/first-run.ts'
import type { Answer } from '../../kernel/platform/ground.ts'
import { type SignedIn, session, signIn, signOut, signOutEverywhere, standIn } from '../../kernel/platform/sessions.ts'
import { kernelRefusals, Refusal, refuse } from '../../kernel/refusal.ts'
import { inReadOnly } from '../../kernel/database/transaction.ts'
import { sessionCookie } from './caller.ts'
import type { HttpParts } from './server.ts'

const secret = z.string().min(1).max(1000)
const bodies = {
  signIn: z.object({ email: z.string().min(3).max(320), password: secret }),
  firstRun: z.strictObject({
    token: secret,
    language: z.enum(languages),
    organisation: z.string().trim().min(1).max(200),
    country: z.string().regex(/^[A-Z]{2}$/),
    name: z.string().trim().min(1).max(200),
    email: z.email().max(320),
    password: secret,
  }),
  invitation: z.strictObject({
    token: secret,
    name: z.string().trim().min(1).max(200).optional(),
    password: secret,
    language: z.enum(languages).optional(),
  }),
  link: z.strictObject({ token: secret }),
  reset: z.strictObject({ token: secret, password: secret }),
  language: z.strictObject({ language: z.enum(languages) }),
  organisation: z.strictObject({ id: z.uuid() }),
  mandate: z.strictObject({ mandateId: z.uuid() }),
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body)
  if (!parsed.success)
    refuse(kernelRefusals.inputInvalid, {
      issues: parsed.error.issues.map(issue => ({ path: issue.path.join('.'), message: issue.message })),
    })
  return parsed.data
}

function taken<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new Refusal({ name: answer.refusal.name, status: answer.refusal.status }, answer.refusal.data)
}

/** Cookies without a page of ours behind them count for nothing; sign-in pages are ours too. */
function ours(request: FastifyRequest): void {
  const { origin } = request.headers
  if (origin && URL.parse(origin)?.host !== request.host) refuse(kernelRefusals.notPermitted, { act: 'sign-in' })
}

export function mountSession(app: FastifyInstance, parts: HttpParts): void {
  const { kernel, ground } = parts
  const callerOf = (request: FastifyRequest) => ({
    address: request.ip,
    agent: String(request.headers['user-agent'] ?? ''),
  })
  const begin = (request: FastifyRequest, reply: FastifyReply, { token }: SignedIn) => {
    reply.setCookie(sessionCookie, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: request.protocol === 'https',
      maxAge: 90 * 86_400,
    })
    return standing(token)
  }
  const tokenOf = (request: FastifyRequest): string =>
    request.cookies[sessionCookie] ?? refuse(kernelRefusals.signInNeeded)

  /** Who is signed in, where, as whom, and what they may do: what the interface begins with. */
  async function standing(token: string) {
    const found = (await session(ground, token)) ?? refuse(kernelRefusals.signInNeeded)
    app.accountLimit.count(found.account.id)
    const places = await memberships(ground, found.account.id)
    const organisations = await Promise.all(
      places.map(({ organisationId: id }) =>
        inReadOnly(kernel.pool, id, kernel.clock, async ({ office }) => ({ id, name: office?.name ?? '' })),
      ),
    )
    if (!found.standing) refuse(kernelRefusals.signInNeeded)
    return kernel.viewing({ ...found.standing, requestId: 'session' }, async ({ office, principal }) => ({
      account: found.account,
      principal: { id: principal.onBehalfOf?.id ? found.standing!.principalId : principal.id, name: principal.name },
      organisation: {
        id: office.id,
        name: office.name,
        country: office.country,
        currency: office.currency,
        zone: office.zone,
        language: office.language,
      },
      organisations,
      acting: principal.onBehalfOf && {
        mandateId: principal.onBehalfOf.mandateId,
        name: principal.onBehalfOf.name,
        until: principal.onBehalfOf.until.toString(),
      },
      permissions: [...principal.permissions.keys()],
      language: nearestLanguage(found.account.language),
    }))
  }

  const strict = {
    config: {
      rateLimit: {
        max: 60,
        timeWindow: '1 minute',
        keyGenerator: (request: FastifyRequest) => addressGroup(request.ip),
      },
    },
  }
  app.get('/api/session', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return standing(tokenOf(request))
  })
  app.post('/api/session', strict, async (request, reply) => {
    ours(request)
    return begin(
      request,
      reply,
      taken(await signIn(ground, { ...read(bodies.signIn, request.body), ...callerOf(request) })),
    )
  })
  app.delete<{ Querystring: { everywhere?: string } }>('/api/session', async (request, reply) => {
    ours(request)
    const token = tokenOf(request)
    const found = await session(ground, token)
    if (request.query.everywhere === 'true' && found) await signOutEverywhere(ground, found.account.id)
    else await signOut(ground, token)
    return reply.clearCookie(sessionCookie, { path: '/' }).send({ status: 'done' })
  })
  app.post('/api/session/first-run', strict, async (request, reply) => {
    ours(request)
    return begin(
      request,
      reply,
      taken(await firstRun(ground, kernel.dispatch, { ...read(bodies.firstRun, request.body), ...callerOf(request) })),
    )
  })
  /** Who invites whom, before anything is typed: whoever holds the link was sent it, or made it. */
  app.post('/api/session/invitation', strict, async (request, reply) => {
    ours(request)
    reply.header('cache-control', 'no-store')
    const { email, account, ...place } = taken(await readInvitation(ground, read(bodies.link, request.body).token))
    return kernel.viewing({ ...place, mandateId: null, requestId: request.id }, async ({ office, principal }) => ({
      office: office.name,
      name: account?.name ?? principal.name,
      email,
      language: nearestLanguage(principal.language),
      hasAccount: account !== null,
    }))
  })
  app.post('/api/session/accept-invitation', strict, async (request, reply) => {
    ours(request)
    const { name, language, ...rest } = read(bodies.invitation, request.body)
    return begin(
      request,
      reply,
      taken(
        await acceptInvitation(ground, {
          ...rest,
          ...(name ? { name } : {}),
          language: language ?? nearestLanguage(request.headers['accept-language']),
          ...callerOf(request),
        }),
      ),
    )
  })
  app.post('/api/session/reset-password', strict, async (request, reply) => {
    ours(request)
    return begin(
      request,
      reply,
      taken(await resetPassword(ground, { ...read(bodies.reset, request.body), ...callerOf(request) })),
    )
  })
  app.put('/api/session/language', async request => {
    ours(request)
    const token = tokenOf(request)
    const found = (await session(ground, token)) ?? refuse(kernelRefusals.signInNeeded)
    await setAccountLanguage(ground, found.account.id, read(bodies.language, request.body).language)
    return standing(token)
  })
  app.put('/api/session/organisation', async request => {
    ours(request)
    const token = tokenOf(request)
    taken(await standIn(ground, token, read(bodies.organisation, request.body).id, null))
    return standing(token)
  })
  app.put('/api/session/acting', async request => {
    ours(request)
    const token = tokenOf(request)
    const found = (await session(ground, token))?.standing ?? refuse(kernelRefusals.signInNeeded)
    const { mandateId } = read(bodies.mandate, request.body)
    await kernel.viewing({ ...found, mandateId, requestId: request.id }, async () => null)
    taken(await standIn(ground, token, found.organisationId, mandateId))
    return standing(token)
  })
  app.delete('/api/session/acting', async request => {
    ours(request)
    const token = tokenOf(request)
    const found = (await session(ground, token))?.standing ?? refuse(kernelRefusals.signInNeeded)
    taken(await standIn(ground, token, found.organisationId, null))
    return standing(token)
  })
}
