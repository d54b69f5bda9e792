/** What Twilio (TwiML) and Telnyx (TeXML) ask and tell by the same words, and the answers that have them ring on. */
import type { Told } from './wire.ts'

const escaped = (text: string): string => text.replace(/[<>&"']/g, char => `&#${char.charCodeAt(0)};`)
const xml = (inner: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<Response>${inner}</Response>`

export const nothingToDo = xml('')

/** Rings at all of these at once; told of at `address` who takes it. */
export const ringOn = (numbers: readonly string[], address: string, callerId?: string): string => {
  const told = ` statusCallback="${escaped(address)}" statusCallbackEvent="answered completed"`
  const each = numbers.map(number =>
    number.startsWith('sip:') ? `<Sip${told}>${escaped(number)}</Sip>` : `<Number${told}>${escaped(number)}</Number>`,
  )
  const from = callerId ? ` callerId="${escaped(callerId)}"` : ''
  return numbers.length === 0
    ? nothingToDo
    : xml(`<Dial timeout="30" answerOnBridge="true"${from}>${each.join('')}</Dial>`)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const cut = (text: string | null, most = 80): string =>
  (text ?? '')
    .replace(/[\u0000-\u001f\u007f]/g, ' ')
    .trim()
    .slice(0, most)

const causes: Readonly<Record<string, string>> = {
  'no-answer': 'noAnswer',
  canceled: 'cancel',
  completed: 'normalClearing',
}

/**
 * What a form says; null for what is none of the events understood. `placed` is the name of a call that Kontor has them place: its address bears it.
 * Of a call from outside the first leg is who calls, and each telephone that it rings on at is a leg with a parent.
 */
export function readTexml(form: URLSearchParams, placed: string | null): Told | null {
  const status = cut(form.get('CallStatus'))
  const parent = cut(form.get('ParentCallSid'), 200)
  const leg = cut(form.get('CallSid'), 200)
  const externalId = placed ?? (parent || leg)
  if (!externalId || !leg) return null
  const [from, to] = [cut(form.get('From')) || null, cut(form.get('To')) || null]
  const isOver = /^(completed|busy|no-answer|canceled|failed)$/.test(status)
  const isTaken = /^(in-progress|answered)$/.test(status)
  if (parent) {
    // Of a placed call the leg with a parent is who was called; of one from outside it is a colleague who takes it.
    if (isTaken)
      return {
        what: 'answered',
        externalId,
        ...(placed ? { channel: leg } : { users: [to ?? ''].filter(Boolean), channel: parent }),
      }
    return null
  }
  if (isOver) return { what: 'ended', externalId, cause: causes[status] ?? status }
  // The telephone on the desk was taken: they ask whom to dial.
  if (placed) return isTaken ? { what: 'rings', externalId } : null
  if (form.has('DialCallStatus')) return null
  if (/^(queued|initiated|ringing)$/.test(status) || (isTaken && /^inbound/i.test(form.get('Direction') ?? '')))
    return { what: 'rings', externalId, direction: 'in', from, to, channel: leg }
  return null
}

/** Telnyx’ call control tells by JSON; nothing is answered there. */
export function readTelnyxJson(body: string): Told | null {
  try {
    const { data } = JSON.parse(body) as { data?: { event_type?: string; payload?: Record<string, unknown> } }
    const of = (name: string): string =>
      cut(typeof data?.payload?.[name] === 'string' ? (data.payload[name] as string) : '', 200)
    const externalId = of('call_session_id') || of('call_leg_id')
    if (!externalId) return null
    const direction = of('direction') === 'outgoing' ? 'out' : 'in'
    const ends = { from: of('from').slice(0, 80) || null, to: of('to').slice(0, 80) || null }
    if (data?.event_type === 'call.initiated') return { what: 'rings', externalId, direction, ...ends }
    if (data?.event_type === 'call.answered' || data?.event_type === 'call.bridged')
      return { what: 'answered', externalId, direction, ...ends }
    return data?.event_type === 'call.hangup'
      ? { what: 'ended', externalId, cause: of('hangup_cause').slice(0, 60) }
      : null
  } catch {
    return null
  }
}
