/**
 * The dialect in which telephone systems and their bridges push calls: one form for each event, `newCall`, `answer`, `hangup`, with
 * `from`, `to`, `direction`, `callId`, `user`, `queue`, `cause`, `answeringNumber`; the same as JSON. Names in small letters too, as some send them.
 */
import type { Told } from './wire.ts'

/** A form or an object as lists of words by small-letter name; `user[]` and `user` are one. */
function fieldsOf(body: string): ReadonlyMap<string, string[]> {
  const fields = new Map<string, string[]>()
  const add = (name: string, value: unknown) => {
    const key = name.toLowerCase().replace(/\[\d*\]$/, '')
    for (const one of Array.isArray(value) ? value : [value])
      if (typeof one === 'string' || typeof one === 'number') fields.set(key, [...(fields.get(key) ?? []), String(one)])
  }
  if (body.trimStart().startsWith('{')) for (const [name, value] of Object.entries(objectOf(body))) add(name, value)
  else for (const [name, value] of new URLSearchParams(body)) add(name, value)
  return fields
}

function objectOf(body: string): object {
  try {
    return JSON.parse(body) as object
  } catch {
    return {}
  }
}

const events: Readonly<Record<string, Told['what']>> = {
  newcall: 'rings',
  ringing: 'rings',
  answer: 'answered',
  answered: 'answered',
  hangup: 'ended',
  ended: 'ended',
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const cut = (text: string | undefined, most: number): string =>
  (text ?? '')
    .replace(/[\u0000-\u001f\u007f]/g, ' ')
    .trim()
    .slice(0, most)

/** What it says; null for what is none of the events understood. */
export function readGeneric(body: string): Told | null {
  const fields = fieldsOf(body)
  const first = (...names: string[]): string | undefined => names.flatMap(name => fields.get(name) ?? [])[0]
  const what = events[cut(first('event'), 20).toLowerCase()]
  const externalId = cut(first('callid', 'call_id', 'origcallid', 'xcid'), 200)
  if (!what || !externalId) return null
  const direction = cut(first('direction'), 10).toLowerCase()
  const users = [
    ...(fields.get('user') ?? []),
    ...(fields.get('userid') ?? []),
    ...(fields.get('fulluserid') ?? []),
    ...(fields.get('answeringnumber') ?? []),
  ]
  const from = cut(first('from'), 80)
  const to = cut(first('to'), 80)
  const queue = cut(first('queue'), 80)
  const cause = cut(first('cause'), 60)
  return {
    what,
    externalId,
    direction: direction.startsWith('out') ? 'out' : 'in',
    from: from || null,
    to: to || null,
    ...(queue ? { queue } : {}),
    ...(users.length > 0 ? { users: [...new Set(users.map(one => cut(one, 80)).filter(Boolean))].slice(0, 50) } : {}),
    ...(cause ? { cause } : {}),
  }
}

const escaped = (text: string): string => text.replace(/[<>&"']/g, char => `&#${char.charCodeAt(0)};`)

/** What they expect: an XML answer that says where what follows is sent, for the event that begins a call. */
export const genericAnswer = (what: Told['what'], address: string | null): string =>
  what === 'rings' && address
    ? `<?xml version="1.0" encoding="UTF-8"?>\n<Response onAnswer="${escaped(address)}" onHangup="${escaped(address)}" />`
    : '<?xml version="1.0" encoding="UTF-8"?>\n<Response />'
