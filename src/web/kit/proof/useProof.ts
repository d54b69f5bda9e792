import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { runCommand, runQuery } from '../../client.ts'
import { usePermission } from '../../session.ts'
import type { Finding, ProofAnswer, ProofAsked } from './findings.ts'

/** What is kept of what somebody sent over. */
export interface KeptFinding {
  readonly rule: string
  readonly severity: 'loud' | 'quiet'
  readonly words: string
  readonly reason: Finding['reason']
}

export interface Proof {
  readonly answer: ProofAnswer | undefined
  /** Loud ones that nobody has let pass: nothing leaves before that. */
  readonly open: readonly Finding[]
  readonly passed: ReadonlySet<string>
  readonly checking: boolean
  /** Somebody wanted to send and was stopped. */
  readonly stopped: boolean
  letPass(keys: readonly string[]): void
  /** Looks once more at what is there now; true where it may go. */
  settle(): Promise<boolean>
  /** Looks again at what is there: the office's own words have changed. */
  recheck(): Promise<void>
  /** Keeps, with the record that left, what it was sent over; nothing where nothing was doubtful. */
  note(purpose: ProofAsked['purpose'], title: string, recordId: string | null): Promise<void>
}

/** Between two keys nobody is told anything. */
const pause_ms = 700
/** Fewer letters say nothing yet. */
const fewest = 12

/** Checks what is written while it is written; null: nothing to check yet. */
export function useProof(asked: ProofAsked | null): Proof {
  const may = usePermission('proofing.check')
  const [answer, setAnswer] = useState<ProofAnswer>()
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set())
  const [checking, setChecking] = useState(false)
  const [stopped, setStopped] = useState(false)
  const content =
    may && asked && `${asked.subject ?? ''}${asked.text}`.trim().length >= fewest ? JSON.stringify(asked) : null
  const latest = useRef(content)
  latest.current = content
  const pass = useRef(passed)
  const ask = useCallback(async (wanted: string, signal?: AbortSignal): Promise<ProofAnswer | undefined> => {
    try {
      const given = (await runQuery('proofing.check', JSON.parse(wanted), signal)) as ProofAnswer
      if (latest.current === wanted) setAnswer(given)
      return given
    } catch {
      // a check that cannot be had keeps nobody from sending
      return undefined
    }
  }, [])
  useEffect(() => {
    if (content === null) return setAnswer(undefined)
    const stop = new AbortController()
    setChecking(true)
    const timer = setTimeout(() => void ask(content, stop.signal).finally(() => setChecking(false)), pause_ms)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [content, ask])
  const open = useMemo(() => openOf(answer, passed), [answer, passed])
  return {
    answer,
    open,
    passed,
    checking,
    stopped: stopped && open.length > 0,
    letPass(keys) {
      pass.current = new Set([...pass.current, ...keys])
      setPassed(pass.current)
    },
    async settle() {
      const wanted = latest.current
      if (wanted === null) return true
      const goes = openOf(await ask(wanted), pass.current).length === 0
      setStopped(!goes)
      return goes
    },
    async recheck() {
      if (latest.current !== null) await ask(latest.current)
    },
    async note(purpose, title, recordId) {
      const findings = (answer?.findings ?? []).map(({ rule, severity, words, reason }) => ({
        rule,
        severity,
        words: words.slice(0, 400),
        reason,
      }))
      if (!findings.some(one => one.severity === 'loud')) return
      await runCommand('proofing.note-decision', {
        purpose,
        title: title.slice(0, 200) || purpose,
        findings: findings.slice(0, 50),
        ...(recordId ? { aboutId: recordId } : {}),
      })
    },
  }
}

const openOf = (given: ProofAnswer | undefined, passed: ReadonlySet<string>): readonly Finding[] =>
  given?.findings.filter(({ severity, key }) => severity === 'loud' && !passed.has(key)) ?? []
