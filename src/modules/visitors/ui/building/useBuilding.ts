import { useEffect, useState } from 'react'
import { runCommand } from '../../../../web/client.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { building } from '../../contract.ts'
import { ticksKept } from './kept-script.ts'

/** A tick that could not be sent: whom, and when it was. */
interface Unsent {
  readonly personId: string
  readonly isSafe: boolean
  readonly at: string
  /** No roll call went on: it begins one. */
  readonly begins?: boolean
}

const minute_ms = 60_000

const readUnsent = (): Unsent[] => {
  try {
    return JSON.parse(localStorage.getItem(ticksKept) ?? '[]') as Unsent[]
  } catch {
    return []
  }
}

const send = (one: Unsent) =>
  one.isSafe
    ? runCommand('visitors.tick-person', { personId: one.personId, at: one.at } as never)
    : runCommand('visitors.untick-person', { personId: one.personId } as never)

/** What stands on the list is asked each minute; without a connection the last answer stays, and what is ticked is sent later. */
export function useBuilding() {
  const { data, error, refetch, dataUpdatedAt } = useQuery<typeof building>(
    'visitors.building',
    {},
    { fresh_ms: 5_000 },
  )
  const [unsent, setUnsent] = useState(readUnsent)
  const [now, setNow] = useState(Date.now)
  const keep = (list: Unsent[]) => {
    localStorage.setItem(ticksKept, JSON.stringify(list))
    setUnsent(list)
  }
  const sendAll = async (list: readonly Unsent[]) => {
    const left: Unsent[] = []
    const firstAt = list.flatMap(one => (one.begins ? [one.at] : [])).toSorted()[0]
    // Begun without a connection; where one goes on already these are ticks of that one.
    if (firstAt) await runCommand('visitors.begin-roll-call', { at: firstAt } as never)
    for (const one of list) {
      const answer = await send(one)
      if (answer.status === 'offline') left.push(one)
    }
    keep(left)
    void refetch()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: one clock, whatever is asked
  useEffect(() => {
    const look = () => {
      setNow(Date.now())
      const waiting = readUnsent()
      if (waiting.length > 0) void sendAll(waiting)
      else void refetch()
    }
    if (readUnsent().length > 0) look()
    const clock = setInterval(look, minute_ms)
    addEventListener('online', look)
    return () => {
      clearInterval(clock)
      removeEventListener('online', look)
    }
  }, [])
  const tick = (personId: string, isSafe: boolean) => {
    const others = unsent.filter(one => one.personId !== personId)
    void sendAll([...others, { personId, isSafe, at: new Date().toISOString() }])
  }
  const age = dataUpdatedAt ? Math.floor((now - dataUpdatedAt) / minute_ms) : 0
  return {
    data: data && {
      ...data,
      rows: ticked(data.rows, unsent),
      colleagues: ticked(data.colleagues, unsent),
    },
    fault: error,
    again: () => void refetch(),
    /** Minutes since it was heard of last, where that fails now. */
    minutesOld: error && data ? Math.max(age, 1) : null,
    unsent: unsent.length,
    tick,
  }
}

/** The list as it is with what has not been sent yet. */
function ticked<T extends { readonly id: string; readonly tickedAt: string | null }>(
  rows: readonly T[],
  unsent: readonly Unsent[],
): T[] {
  return rows.map(row => {
    const own = unsent.find(one => one.personId === row.id)
    return own ? { ...row, tickedAt: own.isSafe ? own.at : null } : row
  })
}
