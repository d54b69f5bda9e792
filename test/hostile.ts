/** A server that is sent what no honest client sends, and what every answer of it must be like. */
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { testServer } from '../tools/testing/server.ts'

const longest = { answerMs: 30_000 }

/** What the server has logged as a fault: there must be nothing. */
export const faults: string[] = []
export const server = await testServer({
  // What is asked too often is refused before anybody looks at it: that is hostile-load's to try.
  limits: { perAccount: 1_000_000, perAddress: 1_000_000 },
  web: false,
  onLog: (level, message, data) => void (level === 'error' && faults.push(`${message} ${JSON.stringify(data)}`)),
})
after(() => server.close())
/** The first to sign in. */
export const elin = await server.openOffice()

export interface Answered {
  readonly status: number
  readonly body: string
  /** What the refusal is called, where it is one. */
  readonly refusal: string | null
}

/** Sends as her, and waits no longer than an answer may take. */
export async function send(path: string, init: RequestInit): Promise<Answered> {
  const response = await elin.fetch(path, { ...init, signal: AbortSignal.timeout(longest.answerMs) })
  const body = await response.text()
  let refusal: string | null = null
  try {
    refusal = (JSON.parse(body) as { refusal?: { name: string } }).refusal?.name ?? null
  } catch {
    refusal = null
  }
  return { status: response.status, body, refusal }
}

/** Answered, or refused by name with words for it; nothing of the inside shows. */
export function assertClear(what: string, { status, body, refusal }: Answered): void {
  const shown = `${what.slice(0, 500)} → ${status} ${body.slice(0, 500)}`
  assert.ok(status < 500, shown)
  assert.notEqual(refusal, 'fault', shown)
  if (status >= 400) {
    const said = JSON.parse(body) as { status: string; refusal: { message: string; todo: string } }
    assert.equal(said.status, 'refused', shown)
    assert.ok(said.refusal.message && said.refusal.todo && !said.refusal.message.startsWith('refusal.'), shown)
  }
  assert.doesNotMatch(body, /node_modules|\.ts:\d+|at async|select .* from (kernel|platform)\./i, shown)
}

/** Posts a body as it stands. */
export const post = (path: string, body: string, type = 'application/json') =>
  send(path, { method: 'POST', headers: { 'content-type': type }, body })
/** Values that break what did not expect them. */
export const nasty: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  '%00',
  "'; drop table kernel.record; --",
  '../../etc/passwd',
  '{{7*7}}',
  [],
  {},
  [[]],
  [null],
  { __proto__: null },
  JSON.parse('{"__proto__": {"admin": true}}'),
  JSON.parse('{"constructor": {"prototype": {"admin": true}}}'),
  { toString: 1, length: -1, then: 1 },
  'x'.repeat(70_000),
  '9999-99-99',
  '-271821-04-20',
  '+275760-09-13',
  '019aa000-0000-7000-8000-000000000001',
  '019AA000-0000-7000-8000-000000000001',
]

/** JSON as a hostile client may write it: lone surrogates are sent as escapes. */
export const written = (value: unknown): string => JSON.stringify(value) ?? 'null'
