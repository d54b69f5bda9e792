/**
 * The call monitor of a Fritz!Box (TCP 1012, switched on by dialling #96*5*): one line for each event, fields parted by semicolons.
 *
 *   24.11.26 08:42:07;RING;0;0313900655;7012214;SIP0;      a call comes: connection, caller, called, line
 *   24.11.26 08:42:07;CALL;1;4;7012214;0313900655;SIP0;    a call goes out: connection, extension, own number, called, line
 *   24.11.26 08:42:15;CONNECT;0;4;0313900655;              it was answered: connection, extension, the other's number
 *   24.11.26 08:46:15;DISCONNECT;0;240;                    it ended: connection, seconds
 *
 * A box says nothing when one connects and repeats nothing. Its clock may be wrong, and its connections are numbered anew each time: a call is
 * known by when the box says it began and its connection; when it was is said by our clock.
 */
import { openLines } from './lines.ts'
import { type LineServer, type OpenLine, type Tell, type Told, WireFailure } from './wire.ts'

const linePattern = /^(\d{2}\.\d{2}\.\d{2} \d{2}:\d{2}:\d{2});(RING|CALL|CONNECT|DISCONNECT);(\d{1,4});(.*)$/

interface Event {
  readonly at: string
  readonly what: 'RING' | 'CALL' | 'CONNECT' | 'DISCONNECT'
  readonly connection: string
  readonly fields: readonly string[]
}

function eventOf(line: string): Event | null {
  const [, at = '', what = '', connection = '', rest = ''] = linePattern.exec(line.trim()) ?? []
  return at ? { at, what: what as Event['what'], connection, fields: rest.split(';') } : null
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const cut = (text: string | undefined): string =>
  (text ?? '')
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim()
    .slice(0, 80)

/** What a box says, line by line, as calls. It remembers which call each connection is. */
export function fritzReader(): (line: string) => Told | null {
  const calls = new Map<string, string>()
  const begin = ({ at, connection }: Event): string => {
    const id = `${at.replace(/\D/g, '')}-${connection}`
    calls.set(connection, id)
    return id
  }
  return line => {
    const event = eventOf(line)
    if (!event) return null
    const [first = '', second, third] = event.fields
    const { what, connection } = event
    if (what === 'RING')
      return {
        what: 'rings',
        externalId: begin(event),
        direction: 'in',
        from: cut(first) || null,
        to: cut(second) || null,
      }
    if (what === 'CALL')
      return {
        what: 'rings',
        externalId: begin(event),
        direction: 'out',
        from: cut(second) || null,
        to: cut(third) || null,
        users: users(first),
      }
    if (what === 'DISCONNECT') {
      const id = calls.get(connection)
      calls.delete(connection)
      return id ? { what: 'ended', externalId: id, ...(Number(first) > 0 ? {} : { cause: 'noAnswer' }) } : null
    }
    const known = calls.get(connection)
    if (known) return { what: 'answered', externalId: known, users: users(first) }
    // It rang before one listened: whose call it is, it says; whence it came, it does not.
    const from = cut(second)
    return from ? { what: 'answered', externalId: begin(event), direction: 'in', from, users: users(first) } : null
  }
}

const users = (extension: string): string[] => (cut(extension) ? [cut(extension)] : [])

/** Listens to a box; nothing is ever said to it. `read` remembers the calls of the line before this one. */
export async function openFritzbox({ host, port }: LineServer, tell: Tell, read = fritzReader()): Promise<OpenLine> {
  let strange = 0
  const { socket, over } = await openLines(host, port, line => {
    const told = read(line)
    if (told) tell(told)
    else if (line.trim() !== '' && !linePattern.test(line.trim()) && ++strange > 20)
      socket.destroy(new WireFailure('not-a-telephone-system'))
  })
  return { over, close: () => socket.destroy() }
}
