/** The line to the office's SIP server: JsSIP (RFC 3261, RFC 7118) and WebRTC, told in the words of `phone.ts`. Fetched by whoever has a telephone. */
import { UA, WebSocketInterface } from 'jssip'
import { hearIn, openMicrophone, type Sound } from './audio.ts'
import { causeOf, isTakenElsewhere } from './causes.ts'
import type { Happening, Step } from './phone.ts'
import { type Role, roleAfter, withRole } from './sdp.ts'

type RTCSession = ReturnType<UA['call']>

export interface Access {
  readonly address: string
  readonly domain: string
  readonly username: string
  readonly displayName: string
  readonly password: string
  readonly iceServers: readonly RTCIceServer[]
}

export interface Wire {
  /** Takes one step; false where it could not be taken, and why was told. */
  readonly take: (step: Step) => Promise<boolean>
  /** Signs off and closes the line. */
  readonly close: () => void
}

interface Session {
  readonly id: string
  readonly session: RTCSession
  stream: MediaStream | null
  sound: Sound | null
}

/** Addresses of this computer are gathered no longer than this, ms: one that answers late helps nobody who waits for a ring. */
const gather_ms = 1_200
/** How long the server keeps a registration, s. */
const registered_s = 300

/** What else the wire tells: whether somebody else took it, which the log must know. */
export type Tell = (happening: Happening, elsewhere?: boolean) => void

export function openWire(access: Access, tell: Tell): Wire {
  const sessions = new Map<string, Session>()
  const ua = new UA({
    sockets: [new WebSocketInterface(access.address)],
    uri: `sip:${access.username}@${access.domain}`,
    authorization_user: access.username,
    password: access.password,
    display_name: access.displayName,
    register_expires: registered_s,
    session_timers: false,
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 15,
    user_agent: 'Kontor',
  })
  const pcConfig = { iceServers: [...access.iceServers] }
  /** What the next outgoing session is, told when JsSIP has given it a Call-ID. */
  let begun: { name: string; number: string; asksFor: string | null; stream: MediaStream } | null = null
  ua.on('connecting', () => tell({ what: 'line', line: 'connecting' }))
  ua.on('disconnected', () => tell({ what: 'line', line: 'lost' }))
  ua.on('registered', () => tell({ what: 'line', line: 'ready' }))
  ua.on('unregistered', () => tell({ what: 'line', line: 'connecting' }))
  ua.on('registrationFailed', event =>
    tell({ what: 'line', line: [401, 403, 404, 407].includes(event.response?.status_code) ? 'refused' : 'lost' }),
  )
  ua.on('newRTCSession', ({ session, request }: { session: RTCSession; request: { call_id: string } }) => {
    const id = request.call_id
    const isIn = String(session.direction) === 'incoming'
    const { uri, display_name: shown } = session.remote_identity
    const at = Date.now()
    const one: Session = { id, session, stream: begun?.stream ?? null, sound: null }
    sessions.set(id, one)
    follow(one, tell, () => sessions.delete(id))
    if (isIn) tell({ what: 'rings', id, number: uri.user ?? '', name: shown ?? '', at })
    else if (begun) tell({ what: 'calls', id, number: begun.number, name: begun.name, asksFor: begun.asksFor, at })
    begun = null
  })
  ua.start()

  const microphone = async (): Promise<MediaStream | null> => {
    const opened = await openMicrophone()
    tell({ what: 'microphone', microphone: opened.state })
    return opened.stream
  }
  const targetOf = (number: string): string =>
    /@/.test(number) ? number.replace(/^(?!sips?:)/i, 'sip:') : `sip:${number}@${access.domain}`

  async function dial(step: Extract<Step, { step: 'dial' }>): Promise<boolean> {
    const stream = await microphone()
    if (!stream) return false
    begun = { ...step, stream }
    ua.call(targetOf(step.number), { mediaStream: stream, mediaConstraints: { audio: true, video: false }, pcConfig })
    return true
  }
  async function answer(one: Session): Promise<boolean> {
    const stream = await microphone()
    if (!stream) return false
    // Whoever called may have given up while the browser asked for the microphone.
    if (one.session.isEnded()) {
      for (const track of stream.getTracks()) track.stop()
      return false
    }
    one.stream = stream
    one.session.answer({ mediaStream: stream, mediaConstraints: { audio: true, video: false }, pcConfig })
    return true
  }
  const referring = (one: Session, target: string, replaces?: RTCSession) => {
    tell({ what: 'transfer', id: one.id, transfer: 'asked' })
    const failed = () => tell({ what: 'transfer', id: one.id, transfer: 'failed' })
    const accepted = () => {
      tell({ what: 'transfer', id: one.id, transfer: 'done' })
      // Whoever was handed over speaks with the other now: what is left of it here ends.
      if (!one.session.isEnded()) one.session.terminate()
      if (replaces && !replaces.isEnded()) replaces.terminate()
    }
    one.session.refer(target, {
      ...(replaces ? { replaces } : {}),
      eventHandlers: { requestFailed: failed, failed, accepted },
    })
  }

  async function take(step: Step): Promise<boolean> {
    if (step.step === 'dial') return dial(step)
    const one = sessions.get(step.id)
    if (!one) return false
    const { session } = one
    switch (step.step) {
      case 'answer':
        return answer(one)
      case 'reject':
        session.terminate({ status_code: 486, reason_phrase: 'Busy Here' })
        return true
      case 'redirect':
        session.terminate({
          status_code: 302,
          reason_phrase: 'Moved Temporarily',
          extraHeaders: [`Contact: <${targetOf(step.number)}>`],
        })
        return true
      case 'hang-up':
        session.terminate()
        return true
      case 'hold':
        return settled(done => session.hold({}, done))
      case 'resume':
        return settled(done => session.unhold({}, done))
      case 'mute':
        if (step.muted) session.mute({ audio: true })
        else session.unmute({ audio: true })
        return true
      case 'tones':
        session.sendDTMF(step.tones, { transportType: 'RFC2833' as never })
        return true
      case 'refer':
        referring(one, targetOf(step.number))
        return true
      case 'join': {
        const other = sessions.get(step.with)
        if (other) referring(one, other.session.remote_identity.uri.toString(), other.session)
        return Boolean(other)
      }
    }
  }
  return {
    take,
    close: () => {
      for (const { session } of sessions.values()) if (!session.isEnded()) session.terminate()
      ua.stop()
    },
  }
}

/** A re-INVITE that nobody answers must not keep what comes after it waiting for ever. */
const longestReinvite_ms = 4_000

function settled(begin: (done: () => void) => boolean): Promise<boolean> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(false), longestReinvite_ms)
    const began = begin(() => {
      clearTimeout(timer)
      resolve(true)
    })
    if (began) return
    clearTimeout(timer)
    resolve(false)
  })
}

/** What becomes of one call, from its first sign to its last. */
function follow(one: Session, tell: Tell, forget: () => void): void {
  const { id, session } = one
  const over = (cause: string, message: { getHeader?: (name: string) => string | undefined } | null) => {
    for (const track of one.stream?.getTracks() ?? []) track.stop()
    one.sound?.stop()
    forget()
    const elsewhere = isTakenElsewhere(message?.getHeader?.('reason'))
    tell({ what: 'ended', id, at: Date.now(), cause: elsewhere ? 'elsewhere' : causeOf(cause) }, elsewhere)
  }
  session.on('peerconnection', ({ peerconnection }) => {
    peerconnection.addEventListener('track', event => {
      one.sound ??= hearIn(event.streams[0] ?? new MediaStream([event.track]))
    })
  })
  // An outgoing call has its connection before anybody can listen for it.
  session.connection?.addEventListener('track', event => {
    one.sound ??= hearIn(event.streams[0] ?? new MediaStream([event.track]))
  })
  let role: Role | null = null
  session.on('sdp', event => {
    const from = who(event.originator)
    if (from === 'them' && event.type === 'answer') event.sdp = withRole(event.sdp, role)
    // Only an answer settles it: what is offered is open.
    if (event.type === 'answer') role = roleAfter(role, { from, sdp: event.sdp })
  })
  let gathering: ReturnType<typeof setTimeout> | null = null
  session.on('icecandidate', ({ ready }) => {
    gathering ??= setTimeout(ready, gather_ms)
  })
  session.on('accepted', () => tell({ what: 'answered', id, at: Date.now() }))
  session.on('hold', event => tell({ what: 'held', id, by: who(event.originator), held: true }))
  session.on('unhold', event => tell({ what: 'held', id, by: who(event.originator), held: false }))
  session.on('muted', () => tell({ what: 'muted', id, muted: true }))
  session.on('unmuted', () => tell({ what: 'muted', id, muted: false }))
  // Nobody outside sends our calls elsewhere: who may is the telephone system, which does it by itself.
  session.on('refer', ({ reject }) => reject())
  session.on('ended', ({ cause, message }) => over(cause, message as never))
  session.on('failed', ({ cause, message }) => over(cause, message as never))
}

const who = (originator: unknown): 'us' | 'them' => (originator === 'local' ? 'us' : 'them')
