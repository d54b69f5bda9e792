/**
 * Calls out of Asterisk’s events. A call is what bears one Linkedid: its first channel is whoever began it, the channels dialled for it are where it
 * rings. It rings with the first of them, is answered by the one whose dialling ends in ANSWER, and is over when its last channel has hung up.
 */
import type { AmiBlock } from './ami-line.ts'
import type { Told } from './wire.ts'

interface Call {
  /** The first channel: its name, and who it says it is. */
  readonly channel: string
  readonly from: string
  readonly dialled: string
  readonly live: Set<string>
  direction: 'in' | 'out' | 'inside' | null
  queue: string
  cause: string
  /** The channel of who is outside: the one that is passed on. */
  theirs: string
  isAnswered: boolean
}

/** `PJSIP/101-0000001a` is 101, `Local/101@from-queue-0001;2` too; a trunk is by its name. */
export const endpointOf = (channel: string): string =>
  /^[^/]+\/([^@;]+?)(?:@[^;]*?)?(?:-[0-9a-f]{6,})?(?:;\d)?$/i.exec(channel)?.[1] ?? channel

const isShort = (endpoint: string): boolean => /^\d{2,6}$/.test(endpoint)

const number = (told: string | undefined): string => {
  const text = (told ?? '').trim()
  return /^(<unknown>|unknown|anonymous|s|h|i)?$/i.test(text) ? '' : text.slice(0, 80)
}

const causes: Readonly<Record<string, string>> = {
  '16': 'normalClearing',
  '17': 'busy',
  '18': 'noAnswer',
  '19': 'noAnswer',
  '21': 'rejected',
  '26': 'answeredElsewhere',
  '127': 'cancel',
}

const mostCalls = 2_000

/** `isOurs`: whether an endpoint is somebody’s of the office; short numbers are, whoever says nothing. */
export function asteriskReader(isOurs: (endpoint: string) => boolean = isShort): (event: AmiBlock) => Told[] {
  const calls = new Map<string, Call>()
  const ours = (channel: string): boolean => isOurs(endpointOf(channel)) || isShort(endpointOf(channel))

  function begin(event: AmiBlock, id: string): Call {
    const call: Call = {
      channel: event['Channel'] ?? '',
      from: number(event['CallerIDNum']),
      dialled: number(event['Exten']),
      live: new Set(),
      direction: null,
      queue: '',
      cause: '',
      theirs: '',
      isAnswered: false,
    }
    if (calls.size >= mostCalls) calls.delete(calls.keys().next().value!)
    calls.set(id, call)
    return call
  }

  function dialBegins(event: AmiBlock, id: string, call: Call): Told[] {
    const [from, to] = [call.channel, event['DestChannel'] ?? '']
    call.live.add(event['DestUniqueid'] ?? to)
    call.direction ??= ours(from) ? (ours(to) ? 'inside' : 'out') : 'in'
    if (call.direction === 'inside') return []
    call.theirs = call.direction === 'in' ? from : to
    const isIn = call.direction === 'in'
    const dialled = number(event['DialString']).replace(/^.*\//, '').replace(/@.*$/, '')
    const to_ = isIn ? call.dialled : number(event['DestCallerIDNum']) || dialled || call.dialled
    return [
      {
        what: 'rings',
        externalId: id,
        direction: call.direction,
        from: (isIn ? call.from : endpointOf(from)) || null,
        to: to_ || null,
        users: [endpointOf(isIn ? to : from)],
        ...(call.queue ? { queue: call.queue } : {}),
        ...(call.theirs ? { channel: call.theirs.slice(0, 200) } : {}),
      },
    ]
  }

  function hangsUp(event: AmiBlock, id: string, call: Call): Told[] {
    call.live.delete(event['Uniqueid'] ?? '')
    // What ended the first channel is why the call ended.
    if (event['Uniqueid'] === id || call.cause === '')
      call.cause = causes[event['Cause'] ?? ''] ?? (event['Cause-txt'] ?? '').slice(0, 60)
    if (call.live.size > 0) return []
    calls.delete(id)
    if (call.direction === null || call.direction === 'inside') return []
    return [{ what: 'ended', externalId: id, ...(call.cause ? { cause: call.cause } : {}) }]
  }

  return event => {
    const id = event['Linkedid'] ?? ''
    if (id === '') return []
    const known = calls.get(id)
    switch (event['Event']) {
      case 'Newchannel': {
        const call = known ?? (event['Uniqueid'] === id ? begin(event, id) : null)
        call?.live.add(event['Uniqueid'] ?? '')
        return []
      }
      case 'QueueCallerJoin':
        if (known) known.queue = (event['Queue'] ?? '').slice(0, 80)
        return []
      case 'DialBegin':
        return known ? dialBegins(event, id, known) : []
      case 'DialEnd': {
        if (!known || event['DialStatus'] !== 'ANSWER' || known.isAnswered) return []
        if (known.direction === null || known.direction === 'inside') return []
        known.isAnswered = true
        const at = known.direction === 'in' ? (event['DestChannel'] ?? '') : known.channel
        return [
          {
            what: 'answered',
            externalId: id,
            users: [endpointOf(at)],
            ...(known.theirs ? { channel: known.theirs.slice(0, 200) } : {}),
          },
        ]
      }
      case 'Hangup':
        return known ? hangsUp(event, id, known) : []
      default:
        return []
    }
  }
}
