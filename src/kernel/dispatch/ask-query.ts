import type { Kysely } from 'kysely'
import { limitOf, type Principal } from '../authority.ts'
import type { KernelTables } from '../database/tables.ts'
import { inReadOnly, type Opened } from '../database/transaction.ts'
import type { View } from '../implement.ts'
import { notedFromClass, noteReading } from '../read-log.ts'
import type { Proof } from '../platform/app-passwords.ts'
import { kernelRefusals, Refusal, refuse } from '../refusal.ts'
import { type RefusalAnswer, refused } from './outcome.ts'
import type { Parts } from './parts.ts'

export interface QueryRequest {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId?: string | null
  readonly query: string
  /** Input on the wire. */
  readonly input: unknown
  readonly requestId: string
  /** Asked within the transaction; what it throws, the question is refused with. */
  readonly proof?: Proof | null
}

export type Answer =
  | { readonly status: 'done'; readonly output: unknown }
  | { readonly status: 'refused'; readonly refusal: RefusalAnswer }

/** Answers a query in a read-only transaction; like a dispatch it never throws for what a caller can cause. */
export async function askQuery(parts: Parts, request: QueryRequest): Promise<Answer> {
  try {
    const body = parts.registry.queryBody(request.query)
    if (!body) refuse(kernelRefusals.unknownAct, { act: request.query })
    const parsed = body.query.input.safeDecode(request.input as never)
    if (!parsed.success)
      refuse(kernelRefusals.inputInvalid, {
        issues: parsed.error.issues.map(issue => ({
          path: issue.path.join('.'),
          message: issue.message,
          code: issue.code,
        })),
      })
    const opened: string[] = []
    const answer = await viewing(parts, request, opened, async view => {
      if (limitOf(view.principal, body.query.permission) === undefined)
        refuse(kernelRefusals.notPermitted, { act: request.query })
      const output = await body.run(view, parsed.data)
      const head = openedHead(output)
      if (head) view.noteRead(head)
      return { status: 'done' as const, output: body.query.output.encode(output as never) }
    })
    await noteReading(parts.pool, parts.clock, request, opened)
    return answer
  } catch (error) {
    if (error instanceof Refusal) return refused(error)
    parts.log('error', 'query failed', {
      requestId: request.requestId,
      query: request.query,
      error: (error as Error).stack ?? String(error),
    })
    return {
      status: 'refused',
      refusal: { name: kernelRefusals.fault.name, status: 503, data: { requestId: request.requestId } },
    }
  }
}

/** The record that an answer opens: every detail query gives its head as `record`, so that none can forget the read log. */
function openedHead(output: unknown): { id: string; class: number } | null {
  const { id, class: level } = ((output as { record?: unknown } | null)?.record ?? {}) as Record<string, unknown>
  return typeof id === 'string' && typeof level === 'number' ? { id, class: level } : null
}

type Viewer = Omit<QueryRequest, 'query' | 'input'>

/** Who asks is looked up while the transaction is still being opened. */
function viewing<T>(parts: Parts, request: Viewer, read: string[], work: (view: View) => Promise<T>): Promise<T> {
  const now = parts.clock?.()
  return inReadOnly<T, readonly [Principal | null, unknown]>(
    parts.pool,
    request.organisationId,
    now && (() => now),
    (opened, [principal]) => work(openView(parts, opened, principal, read)),
    ({ client, tx }) =>
      Promise.all([
        parts.authority.principal(tx, request.principalId, request.mandateId ?? null, now ?? null),
        request.proof?.(client),
      ]),
  )
}

function openView(parts: Parts, opened: Opened, principal: Principal | null, read: string[]): View {
  const { office, at, tx } = opened
  if (!office || !principal) refuse(kernelRefusals.notPermitted, {})
  return {
    office,
    principal,
    at,
    today: at.toZonedDateTimeISO(office.zone).toPlainDate(),
    refuse,
    server: async () => (await parts.server?.(office.id)) ?? null,
    noteRead: ({ id, class: level }) => {
      if (level >= notedFromClass) read.push(id)
    },
    db: <T>() => tx as unknown as Kysely<T & KernelTables>,
  }
}

/** Opens a view for code that stands outside the registry but asks as somebody: streams of files, the live line. */
export async function asViewer<T>(parts: Parts, request: Viewer, work: (view: View) => Promise<T>): Promise<T> {
  const opened: string[] = []
  const found = await viewing(parts, request, opened, work)
  await noteReading(parts.pool, parts.clock, request, opened)
  return found
}
