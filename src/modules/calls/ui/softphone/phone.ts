/**
 * What a telephone is at a moment, and what becomes of it: pure, so that it can be tried without a line. The wire tells what happened;
 * a person's wish becomes steps that the wire takes one after the other.
 */

/** `blocked`: the page was opened before anybody signed in, and may not speak with that server yet. */
export type Line = 'off' | 'connecting' | 'ready' | 'lost' | 'refused' | 'blocked'
export type Microphone = 'unknown' | 'granted' | 'refused' | 'missing'
export type CallState = 'ringing' | 'calling' | 'talking' | 'ended'
export type Transfer = 'asked' | 'done' | 'failed'

export interface Call {
  /** SIP's Call-ID. */
  readonly id: string
  readonly direction: 'in' | 'out'
  readonly number: string
  /** As the other end names itself; the card knows better. */
  readonly name: string
  readonly state: CallState
  /** We hold them. */
  readonly held: boolean
  /** They hold us. */
  readonly onHold: boolean
  readonly muted: boolean
  /** ms since 1970 */
  readonly began: number
  readonly answered: number | null
  readonly ended: number | null
  /** Why it ended, as a word the page knows; empty for what is usual. */
  readonly cause: string
  /** The call in which one asks before it is handed over: this is about that one. */
  readonly asksFor: string | null
  readonly transfer: Transfer | null
  /** The record of it in the log. */
  readonly recordId: string | null
}

export interface Phone {
  readonly line: Line
  readonly microphone: Microphone
  readonly calls: readonly Call[]
}

export const idle: Phone = { line: 'off', microphone: 'unknown', calls: [] }

export type Happening =
  | { readonly what: 'line'; readonly line: Line }
  | { readonly what: 'microphone'; readonly microphone: Microphone }
  | { readonly what: 'rings'; readonly id: string; readonly number: string; readonly name: string; readonly at: number }
  | {
      readonly what: 'calls'
      readonly id: string
      readonly number: string
      readonly name: string
      readonly at: number
      readonly asksFor: string | null
    }
  | { readonly what: 'answered'; readonly id: string; readonly at: number }
  | { readonly what: 'ended'; readonly id: string; readonly at: number; readonly cause: string }
  | { readonly what: 'held'; readonly id: string; readonly by: 'us' | 'them'; readonly held: boolean }
  | { readonly what: 'muted'; readonly id: string; readonly muted: boolean }
  | { readonly what: 'transfer'; readonly id: string; readonly transfer: Transfer | null }
  | { readonly what: 'noted'; readonly id: string; readonly recordId: string }
  | { readonly what: 'gone'; readonly id: string }

const begun = (
  { id, number, name, at }: { id: string; number: string; name: string; at: number },
  direction: Call['direction'],
  asksFor: string | null,
): Call => ({
  id,
  direction,
  number,
  name,
  state: direction === 'in' ? 'ringing' : 'calling',
  held: false,
  onHold: false,
  muted: false,
  began: at,
  answered: null,
  ended: null,
  cause: '',
  asksFor,
  transfer: null,
  recordId: null,
})

const isLive = (call: Call): boolean => call.state !== 'ended'

/** What the telephone is after that. What is told twice, or of a call that is over or unknown, changes nothing. */
export function after(phone: Phone, happening: Happening): Phone {
  switch (happening.what) {
    case 'line':
      return phone.line === happening.line ? phone : { ...phone, line: happening.line }
    case 'microphone':
      return { ...phone, microphone: happening.microphone }
    case 'rings':
    case 'calls': {
      if (phone.calls.some(({ id }) => id === happening.id)) return phone
      const isIn = happening.what === 'rings'
      const call = begun(happening, isIn ? 'in' : 'out', isIn ? null : happening.asksFor)
      return { ...phone, calls: [...phone.calls.filter(isLive), call] }
    }
    case 'gone':
      return { ...phone, calls: phone.calls.filter(({ id, state }) => id !== happening.id || state !== 'ended') }
    case 'noted':
      return changed(phone, happening.id, { recordId: happening.recordId })
    default:
      return live(phone, happening)
  }
}

const changed = (phone: Phone, id: string, changes: Partial<Call>): Phone => ({
  ...phone,
  calls: phone.calls.map(call => (call.id === id ? { ...call, ...changes } : call)),
})

function live(
  phone: Phone,
  happening: Extract<Happening, { what: 'answered' | 'ended' | 'held' | 'muted' | 'transfer' }>,
): Phone {
  const call = phone.calls.find(({ id }) => id === happening.id)
  if (!call || !isLive(call)) return phone
  switch (happening.what) {
    case 'answered':
      return call.state === 'talking' ? phone : changed(phone, call.id, { state: 'talking', answered: happening.at })
    case 'held':
      return changed(phone, call.id, happening.by === 'us' ? { held: happening.held } : { onHold: happening.held })
    case 'muted':
      return changed(phone, call.id, { muted: happening.muted })
    case 'transfer':
      return changed(phone, call.id, { transfer: happening.transfer })
    case 'ended':
      return ended(phone, call, happening)
  }
}

/**
 * Whoever was asked hangs up: the call they were asked about stays, and is nobody's question any more. One that the other end leaves
 * after it was asked to go has gone there, also where nobody says so first.
 */
function ended(phone: Phone, call: Call, { at, cause }: { at: number; cause: string }): Phone {
  const transfer = call.transfer === 'asked' && !cause ? 'done' : call.transfer
  const over = changed(phone, call.id, { state: 'ended', ended: at, cause, held: false, onHold: false, transfer })
  return {
    ...over,
    calls: over.calls.map(one => (one.asksFor === call.id ? { ...one, asksFor: null } : one)),
  }
}

/** What a person wants of the telephone. */
export type Wish =
  | { readonly want: 'dial'; readonly number: string; readonly name?: string; readonly asksFor?: string }
  | { readonly want: 'answer' | 'reject' | 'hang-up' | 'hold' | 'resume'; readonly id: string }
  | { readonly want: 'voicemail'; readonly id: string; readonly number: string }
  | { readonly want: 'mute'; readonly id: string; readonly muted: boolean }
  | { readonly want: 'tones'; readonly id: string; readonly tones: string }
  | { readonly want: 'transfer'; readonly id: string; readonly number: string }
  | { readonly want: 'connect'; readonly id: string }

/** What the wire does for it, in this order. */
export type Step =
  | { readonly step: 'dial'; readonly number: string; readonly name: string; readonly asksFor: string | null }
  | { readonly step: 'answer' | 'reject' | 'hang-up' | 'hold' | 'resume'; readonly id: string }
  | { readonly step: 'mute'; readonly id: string; readonly muted: boolean }
  | { readonly step: 'tones'; readonly id: string; readonly tones: string }
  | { readonly step: 'redirect'; readonly id: string; readonly number: string }
  | { readonly step: 'refer'; readonly id: string; readonly number: string }
  /** Attended: `id` is joined with whoever is at the other end of `with`. */
  | { readonly step: 'join'; readonly id: string; readonly with: string }

/** A third call beside two would be nobody's to oversee. */
export const mostCalls = 2

export const liveCalls = (phone: Phone): readonly Call[] => phone.calls.filter(isLive)

/** The call one speaks in, or tries to: never one that only rings. */
export const callInHand = (phone: Phone): Call | undefined =>
  liveCalls(phone).find(call => call.state !== 'ringing' && !call.held) ??
  liveCalls(phone).find(call => call.state !== 'ringing')

export const ringingCall = (phone: Phone): Call | undefined => liveCalls(phone).find(call => call.state === 'ringing')

/** One speaks with one at a time: all others are put on hold first. */
const holdOthers = (phone: Phone, id: string | null): Step[] =>
  liveCalls(phone)
    .filter(call => call.state === 'talking' && !call.held && call.id !== id)
    .map(call => ({ step: 'hold', id: call.id }))

const dialable = (number: string): string => number.trim().replace(/[\s()./-]/g, '')

/** Numbers, extensions and addresses; whatever else stands in a link or a field is not dialled. */
export const isDialable = (number: string): boolean =>
  /^(sips?:)?[\w.+*#~-]{1,64}(@[a-z0-9.-]+(:\d+)?)?$/i.test(dialable(number))

/** What is to be done, or nothing where the wish has no sense at this moment. */
export function stepsFor(phone: Phone, wish: Wish): readonly Step[] {
  if (wish.want === 'dial') {
    if (phone.line !== 'ready' || !isDialable(wish.number) || liveCalls(phone).length >= mostCalls) return []
    const { number, name = '', asksFor = null } = wish
    return [...holdOthers(phone, null), { step: 'dial', number: dialable(number), name, asksFor }]
  }
  const call = phone.calls.find(({ id }) => id === wish.id)
  if (!call || !isLive(call)) return []
  if (wish.want === 'hang-up') return [{ step: call.state === 'ringing' ? 'reject' : 'hang-up', id: call.id }]
  return call.state === 'ringing'
    ? whileRinging(phone, call, wish)
    : call.state === 'talking'
      ? whileTalking(phone, call, wish)
      : []
}

function whileRinging(phone: Phone, { id }: Call, wish: Wish): readonly Step[] {
  if (wish.want === 'answer') return [...holdOthers(phone, id), { step: 'answer', id }]
  if (wish.want === 'reject') return [{ step: 'reject', id }]
  if (wish.want === 'voicemail')
    return isDialable(wish.number) ? [{ step: 'redirect', id, number: dialable(wish.number) }] : []
  return []
}

function whileTalking(phone: Phone, call: Call, wish: Wish): readonly Step[] {
  const { id } = call
  switch (wish.want) {
    case 'hold':
      return call.held ? [] : [{ step: 'hold', id }]
    case 'resume':
      return call.held ? [...holdOthers(phone, id), { step: 'resume', id }] : []
    case 'mute':
      return call.muted === wish.muted ? [] : [{ step: 'mute', id, muted: wish.muted }]
    case 'tones':
      return /^[\d*#A-D]{1,32}$/i.test(wish.tones) ? [{ step: 'tones', id, tones: wish.tones }] : []
    case 'transfer':
      return isDialable(wish.number) && call.transfer !== 'asked'
        ? [{ step: 'refer', id, number: dialable(wish.number) }]
        : []
    case 'connect':
      return connect(phone, call)
    default:
      return []
  }
}

/** From the call in which one asked, or from the one it was asked about: both must be spoken. */
function connect(phone: Phone, call: Call): readonly Step[] {
  const asking = call.asksFor ? call : phone.calls.find(one => one.asksFor === call.id)
  const about = asking && phone.calls.find(one => one.id === asking.asksFor)
  if (!asking || !about || asking.state !== 'talking' || about.state !== 'talking' || about.transfer === 'asked')
    return []
  return [{ step: 'join', id: about.id, with: asking.id }]
}
