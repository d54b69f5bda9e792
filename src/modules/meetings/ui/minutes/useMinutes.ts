/** Keeps minutes while they are typed: on this computer at once, at the server within a second, again until it has them. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { recall, remember } from '../../../../web/preferences.ts'
import { useSession } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { writeLines } from '../../contract.ts'
import type { MeetingDetail, MinutesLine } from '../words.ts'
import { confirmed, type Line, merged, type Sheet, trying, unsent } from './lines.ts'

const pause_ms = 700
const again_ms = 5_000

const lineOf = ({ lineId, itemId, position, typed }: MinutesLine): Line => ({ lineId, itemId, position, typed })

export interface Minutes {
  readonly lines: readonly Line[]
  readonly state: 'saved' | 'saving' | 'here'
  change(lines: readonly Line[]): void
  /** Sends what waits, now. True when the server has all. */
  flush(): Promise<boolean>
}

function draftIn(place: string): readonly Line[] | null {
  try {
    const kept: unknown = JSON.parse(recall(place) ?? 'null')
    return Array.isArray(kept) ? (kept as Line[]) : null
  } catch {
    return null
  }
}

/** What the server has, and over it what this computer still had to send. */
function begun(server: readonly Line[], draft: readonly Line[] | null): Sheet {
  const kept = new Map(server.map(line => [line.lineId, line]))
  if (!draft) return { lines: server, kept, tried: new Set() }
  const mine = new Map(draft.map(line => [line.lineId, line]))
  const there = new Set(server.map(line => line.lineId))
  const lines = [...server.map(line => mine.get(line.lineId) ?? line), ...draft.filter(line => !there.has(line.lineId))]
  return { lines: lines.toSorted((a, b) => a.position - b.position), kept, tried: new Set() }
}

export function useMinutes(detail: MeetingDetail): Minutes {
  const { account } = useSession()
  const { id } = detail.record
  const place = `kontor.minutes.${account.id}.${id}`
  const write = useCommand<typeof writeLines>('meetings.write-lines', { quiet: true })
  const [sheet, setSheet] = useState<Sheet>(() => begun(detail.lines.map(lineOf), draftIn(place)))
  const [state, setState] = useState<Minutes['state']>('saved')
  const now = useRef(sheet)
  now.current = sheet
  const sending = useRef(false)

  const put = useCallback((next: Sheet) => {
    now.current = next
    setSheet(next)
  }, [])

  useEffect(() => {
    if (!sending.current) put(merged(now.current, detail.lines.map(lineOf)))
  }, [detail.lines, put])

  const flush = useCallback(async (): Promise<boolean> => {
    if (sending.current) return false
    const { lines, removed } = unsent(now.current)
    if (lines.length === 0 && removed.length === 0) {
      remember(place, null)
      setState('saved')
      return true
    }
    sending.current = true
    put(trying(now.current, lines))
    setState('saving')
    const answer = await write.run({ id, lines, removed: removed.map(lineId => ({ lineId })) })
    sending.current = false
    if (answer.status !== 'done') {
      setState('here')
      return false
    }
    put(confirmed(now.current, lines, removed))
    const left = unsent(now.current)
    if (left.lines.length === 0 && left.removed.length === 0) {
      remember(place, null)
      setState('saved')
      return true
    }
    return false
  }, [id, place, put, write.run])

  const change = useCallback(
    (lines: readonly Line[]) => {
      put({ ...now.current, lines })
      const waiting = unsent(now.current)
      remember(place, waiting.lines.length > 0 ? JSON.stringify(waiting.lines) : null)
      if (waiting.lines.length > 0 || waiting.removed.length > 0) setState('saving')
    },
    [place, put],
  )

  useEffect(() => {
    if (state === 'saved') return
    const timer = setTimeout(() => void flush(), state === 'here' ? again_ms : pause_ms)
    return () => clearTimeout(timer)
  }, [state, sheet.lines, flush])

  useEffect(() => {
    const online = () => void flush()
    window.addEventListener('online', online)
    return () => window.removeEventListener('online', online)
  }, [flush])

  return { lines: sheet.lines, state, change, flush }
}
