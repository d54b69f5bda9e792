/** The lines to telephone systems that tell by themselves: kept as long as they are set up, taken up again when they break. */
import { setTimeout as wait } from 'node:timers/promises'
import { newId, systemPrincipalId } from '../../kernel/ids.ts'
import type { Kernel, Log } from '../../kernel/kernel.ts'
import { hearCall, noteWire } from './contract.ts'
import { keptLinesOf, serverOf, setWireKernel, type Wire } from './wires/accounts.ts'
import { asteriskReader } from './wires/asterisk-calls.ts'
import { openAsterisk } from './wires/asterisk.ts'
import { fritzReader, openFritzbox } from './wires/fritzbox.ts'
import { type LineServer, type OpenLine, type Tell, type Told, WireFailure, type WireProblem } from './wires/wire.ts'

export interface LinesDoor {
  readonly kernel: Kernel
  readonly organisations: () => Promise<readonly { readonly id: string }[]>
  readonly log: Log
  /** How often the settings are looked at, ms. */
  readonly settingsMs?: number
  /** After the first failure; each further one waits twice as long, up to a minute, since calls are missed meanwhile, ms. */
  readonly againMs?: number
}

const longestWaitMs = 60_000

type Open = (server: LineServer, tell: Tell) => Promise<OpenLine>

/** Opens lines to one telephone system, one after the other: a call that goes on while its line breaks is the same call. */
function linesTo({ kind, extensions }: Pick<Wire, 'kind' | 'extensions'>): Open {
  if (kind === 'fritzbox') {
    const read = fritzReader()
    return (server, tell) => openFritzbox(server, tell, read)
  }
  const ours = new Set(extensions.map(one => one.replace(/^.*\//, '')))
  const read = asteriskReader(endpoint => ours.has(endpoint))
  return (server, tell) => openAsterisk(server, tell, read)
}

export const openLine = (kind: Wire['kind'], server: LineServer, tell: Tell): Promise<OpenLine> =>
  linesTo({ kind, extensions: [] })(server, tell)

interface Watched {
  readonly version: string
  readonly stop: AbortController
  readonly ended: Promise<void>
}

/** Watches until it is closed. */
export function openLinesDoor(door: LinesDoor): { look(): Promise<void>; close(): Promise<void> } {
  const { kernel, settingsMs = 5_000, log } = door
  setWireKernel(kernel)
  const watching = new Map<string, Watched>()
  let looking: Promise<void> | null = null
  let closed = false

  async function look(): Promise<void> {
    const wanted = new Map<string, Wire>()
    for (const { id } of await door.organisations())
      for (const wire of await keptLinesOf(kernel, id)) wanted.set(wire.id, wire)
    for (const [id, { version, stop, ended }] of watching) {
      if (wanted.get(id)?.version === version) continue
      stop.abort()
      await ended
      watching.delete(id)
    }
    for (const [id, wire] of wanted) {
      if (closed || watching.has(id)) continue
      const stop = new AbortController()
      watching.set(id, { version: wire.version, stop, ended: watch(door, wire, stop.signal) })
    }
  }
  const lookNow = (): Promise<void> => {
    looking ??= look()
      .catch(error => log('warn', 'the telephone systems could not be looked up', { error: String(error) }))
      .finally(() => {
        looking = null
      })
    return looking
  }
  void lookNow()
  const timer = setInterval(() => void lookNow(), settingsMs)
  return {
    look: lookNow,
    async close() {
      closed = true
      clearInterval(timer)
      await looking
      for (const { stop } of watching.values()) stop.abort()
      await Promise.all([...watching.values()].map(({ ended }) => ended))
    },
  }
}

/** Stays with one until it is told to stop; never rejects. */
async function watch(door: LinesDoor, wire: Wire, signal: AbortSignal): Promise<void> {
  const { kernel, log, againMs = 1_000 } = door
  const open = linesTo(wire)
  let said: WireProblem | 'stands' | null = wire.stands ? 'stands' : null
  const note = async (now: WireProblem | 'stands'): Promise<void> => {
    if (said === now) return
    said = now
    await act(kernel, wire, noteWire.name, { id: wire.id, problem: now === 'stands' ? null : now }).catch(fault =>
      log('warn', 'not noted', { error: String(fault) }),
    )
  }
  for (let failures = 0; !signal.aborted; ) {
    try {
      await stay(door, { wire, open }, signal, async () => {
        failures = 0
        await note('stands')
      })
    } catch (error) {
      if (signal.aborted) return
      const problem = error instanceof WireFailure ? error.problem : 'broken'
      log('warn', 'the line to a telephone system is down', {
        wire: wire.id,
        problem,
        error: String((error as Error).cause ?? error),
      })
      // A line that breaks once and stands again at once is nobody's concern.
      if (failures > 0 || problem !== 'broken') await note(problem)
      await wait(Math.min(longestWaitMs, againMs * 2 ** failures++), undefined, { signal }).catch(() => undefined)
    }
  }
}

async function act(kernel: Kernel, { organisationId }: Wire, command: string, input: object): Promise<void> {
  const outcome = await kernel.dispatch({
    organisationId,
    principalId: systemPrincipalId,
    command,
    input,
    requestId: `wire:${newId()}`,
    surface: 'wire',
  })
  if (outcome.status !== 'done') throw new Error(`${command}: ${JSON.stringify(outcome).slice(0, 500)}`)
}

/** One line, until it breaks or one shall stop; what it tells is taken down one after the other. */
async function stay(
  { kernel, log }: LinesDoor,
  { wire, open }: { readonly wire: Wire; readonly open: Open },
  signal: AbortSignal,
  stands: () => Promise<void>,
): Promise<void> {
  let telling: Promise<void> = Promise.resolve()
  const tell = (told: Told): void => {
    telling = telling
      .then(() => act(kernel, wire, hearCall.name, { wireId: wire.id, ...told }))
      .catch(error =>
        log('warn', 'what a telephone system told could not be taken down', { wire: wire.id, error: String(error) }),
      )
  }
  const line = await open(await serverOf(kernel, wire), tell)
  const stop = () => line.close()
  signal.addEventListener('abort', stop, { once: true })
  try {
    signal.throwIfAborted()
    await stands()
    await line.over
  } finally {
    signal.removeEventListener('abort', stop)
    line.close()
    await telling
  }
}
