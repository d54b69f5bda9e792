/**
 * Asterisk’s manager interface (AMI, TCP 5038): blocks of `Name: value` lines parted by an empty one. Nothing is said before the banner shows that it is
 * one, and the password never: the answer to a challenge is its MD5 with it.
 */
import { createHash } from 'node:crypto'
import { openLines } from './lines.ts'
import { type LineServer, type OpenLine, WireFailure } from './wire.ts'

export type AmiBlock = Readonly<Record<string, string>>

export interface AmiLine extends OpenLine {
  /** Its answer; rejects where that says that it was not done. */
  act(action: string, fields?: Readonly<Record<string, string>>): Promise<AmiBlock>
}

/** An answer that does not come is none, ms. */
const answerMs = 10_000
/** A line that says nothing is asked whether it is there, ms. */
const pingMs = 60_000
const mostFields = 200

/** A value holds no end of a line: else it would say more than it should. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const clean = (value: string): string => value.replace(/[\u0000-\u001f\u007f]/g, ' ').slice(0, 500)

export class AmiRefused extends Error {}

interface Waiting {
  readonly done: (block: AmiBlock) => void
  readonly failed: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

/** Signed in; `heard` gets each event. */
export async function openAmi(
  server: LineServer,
  heard: (event: AmiBlock) => void,
  events: 'call,agent' | 'off' = 'call,agent',
): Promise<AmiLine> {
  const waiting = new Map<string, Waiting>()
  const banner = Promise.withResolvers<void>()
  banner.promise.catch(() => undefined)
  let isOpen = false
  let block: Record<string, string> = {}
  const settle = (found: AmiBlock): void => {
    const one = waiting.get(found['ActionID'] ?? '')
    if (!one) return
    waiting.delete(found['ActionID']!)
    clearTimeout(one.timer)
    if (found['Response'] === 'Error') one.failed(new AmiRefused(found['Message'] ?? 'refused'))
    else one.done(found)
  }
  const { socket, over } = await openLines(server.host, server.port, line => {
    if (!isOpen) {
      isOpen = /^Asterisk Call Manager\//.test(line)
      if (isOpen) banner.resolve()
      else socket.destroy(new WireFailure('not-a-telephone-system'))
      return
    }
    if (line !== '') {
      const at = line.indexOf(':')
      if (at > 0 && Object.keys(block).length < mostFields) block[line.slice(0, at)] = line.slice(at + 1).trim()
      return
    }
    const whole = block
    block = {}
    if (whole['Response']) settle(whole)
    else if (whole['Event']) heard(whole)
  })
  const greeted = setTimeout(() => socket.destroy(new WireFailure('not-a-telephone-system')), answerMs)
  over.catch((error: Error) => {
    banner.reject(error)
    for (const { failed, timer } of waiting.values()) {
      clearTimeout(timer)
      failed(error)
    }
    waiting.clear()
  })
  let number = 0
  const act: AmiLine['act'] = (action, fields = {}) =>
    new Promise((done, failed) => {
      const id = `kontor-${++number}`
      const timer = setTimeout(() => {
        waiting.delete(id)
        failed(new WireFailure('broken', new Error(`${action} was not answered`)))
      }, answerMs)
      waiting.set(id, { done, failed, timer })
      const lines = Object.entries({ Action: action, ActionID: id, ...fields }).map(
        ([name, value]) => `${name}: ${clean(value)}\r\n`,
      )
      socket.write(`${lines.join('')}\r\n`)
    })
  try {
    await banner.promise
    clearTimeout(greeted)
    await signIn(act, server, events)
  } catch (error) {
    clearTimeout(greeted)
    socket.destroy()
    throw error
  }
  const ping = setInterval(() => void act('Ping').catch(() => socket.destroy(new WireFailure('broken'))), pingMs)
  ping.unref()
  over.catch(() => clearInterval(ping))
  return { over, act, close: () => socket.destroy() }
}

async function signIn(
  act: AmiLine['act'],
  { username, secret }: LineServer,
  events: 'call,agent' | 'off',
): Promise<void> {
  try {
    const { Challenge: challenge = '' } = await act('Challenge', { AuthType: 'MD5' })
    const key = createHash('md5')
      .update(challenge + secret)
      .digest('hex')
    await act('Login', { AuthType: 'MD5', Username: username, Key: key, Events: events })
  } catch (error) {
    throw error instanceof AmiRefused ? new WireFailure('sign-in-refused', error) : error
  }
}
