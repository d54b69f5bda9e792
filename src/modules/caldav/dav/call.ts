/** One call over CalDAV or CardDAV: who calls, of what, and the ways to look and to act as them. */
import { limitOf } from '../../../kernel/authority.ts'
import { bodyText, type DavAnswer, DavRefused, type DavRequest } from '../../../kernel/dav/door.ts'
import type { Command, Query } from '../../../kernel/declare.ts'
import type { Outcome, RefusalAnswer } from '../../../kernel/dispatch/outcome.ts'
import { wordedRefusal } from '../../../kernel/files/stream.ts'
import type { View } from '../../../kernel/implement.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { AppBearer, Proof } from '../../../kernel/platform/app-passwords.ts'
import type { Ground } from '../../../kernel/platform/ground.ts'
import { platformRefusals } from '../../../kernel/platform/refusals.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { DavFault } from '../reading/fault.ts'
import { ownerOf, type Place, placeAt } from './place.ts'
import type { Asker } from './properties.ts'

export interface Call {
  readonly kernel: Kernel
  readonly ground: Ground
  readonly request: DavRequest
  readonly bearer: AppBearer
  /** E-mail that the caller signed in with. */
  readonly email: string
  readonly place: Place
  /** Whether a program wants no more than it needs (RFC 7240, 4.2; RFC 8144). */
  readonly minimal: boolean
  viewing<T>(work: (view: View, asker: Asker) => Promise<T>): Promise<T>
  ask<In, Wire, Out, OutWire>(
    query: Query<In, Wire, Out, OutWire>,
    input: Wire,
  ): Promise<OutWire | { readonly refused: string }>
  /** Does an act as the caller; gives its outcome, whatever it is. */
  try<In, Wire, Out, OutWire>(command: Command<In, Wire, Out, OutWire>, input: Wire): Promise<Outcome<OutWire>>
  /** Does an act as the caller, or ends the call with its refusal. */
  act<In, Wire, Out, OutWire>(command: Command<In, Wire, Out, OutWire>, input: Wire): Promise<OutWire>
  /** The body as text; one that is longer is refused with `condition`. */
  text(mostBytes: number, condition?: string): Promise<string>
  /** Ends the call in the words of a refusal. */
  refusedBy(outcome: Exclude<Outcome, { status: 'done' }>, condition?: string): Promise<DavFault>
}

const mostXml = 2_000_000

/** Whoever's password holds no more is sent away, whatever was asked. */
function signedIn<T extends { readonly status: string; readonly refusal?: RefusalAnswer }>(answer: T): T {
  if (answer.refusal?.status === 401) throw new Refusal(platformRefusals.signInWrong)
  return answer
}

export function openCall(
  kernel: Kernel,
  ground: Ground,
  request: DavRequest,
  { bearer, proof, email }: { bearer: AppBearer; proof: Proof | null; email: string },
): Call {
  const place = placeAt(request.url)
  const of = place && ownerOf(place)
  // Everybody has their own; those of others are shared calendars among one's own.
  if (!place || (of && of !== bearer.principalId && place.kind !== 'principal')) throw new DavFault(404)
  const as = {
    organisationId: bearer.organisationId,
    principalId: bearer.principalId,
    mandateId: null,
    requestId: request.requestId,
    proof,
  }
  const call: Call = {
    kernel,
    ground,
    request,
    bearer,
    email,
    place,
    minimal: /\breturn=minimal\b/.test(request.headers['prefer'] ?? '') || request.headers['brief'] === 't',
    viewing: work =>
      kernel.viewing(as, view => {
        if (limitOf(view.principal, 'calendar.list-calendars') === undefined)
          throw new DavFault(403, 'D:need-privileges')
        return work(view, { id: view.principal.id, name: view.principal.name, email })
      }),
    async ask(query, input) {
      const answer = signedIn(await kernel.ask({ ...as, query: query.name, input }))
      return answer.status === 'done' ? (answer.output as never) : { refused: answer.refusal.name }
    },
    try: async (command, input) =>
      signedIn(await kernel.dispatch({ ...as, command: command.name, input, surface: 'caldav' })) as never,
    async act(command, input) {
      const outcome = await call.try(command, input)
      if (outcome.status === 'done') return outcome.output
      throw await call.refusedBy(outcome)
    },
    async text(mostBytes, condition) {
      const text = await bodyText(request.body, mostBytes)
      if (text === null) throw new DavFault(condition ? 403 : 413, condition ?? null)
      return text
    },
    async refusedBy(outcome, condition) {
      if (outcome.status === 'asked') return new DavFault(403, condition ?? null)
      const { name, status, data } = outcome.refusal
      const language = await kernel.viewing(as, async view => view.principal.language).catch(() => 'en')
      const { message, todo } = wordedRefusal(kernel.registry, language, name, data)
      return new DavFault(status === 422 ? 403 : status, condition ?? null, { words: `${message} ${todo}` })
    },
  }
  return call
}

export const xmlOf = (call: Call): Promise<string> => call.text(mostXml)

export type Answering = (call: Call) => Promise<DavAnswer>
export { DavRefused }
