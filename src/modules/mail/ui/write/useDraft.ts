import { useCallback, useEffect, useRef, useState } from 'react'
import { runCommand } from '../../../../web/client.ts'
import type { RichJson } from '../../../../web/kit/editor/RichEditor.tsx'
import type { saveDraft } from '../../contract.ts'
import { type Address, isAddress } from './address.ts'

export interface Enclosed {
  readonly fileId: string
  readonly name: string
  readonly bytes: number
}

export interface Letter {
  readonly mailboxId: string
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly bcc: readonly Address[]
  readonly subject: string
  /** What is read where no HTML is shown; of `rich`, where there is one. */
  readonly text: string
  readonly rich: RichJson | null
  readonly attachments: readonly Enclosed[]
}

export interface Kept {
  readonly id: string
  readonly version: number
  readonly threadId: string
}

export interface DraftOf {
  readonly threadId?: string | undefined
  readonly answersId?: string | undefined
  /** One that is gone on with. */
  readonly kept: Kept | null
  /** What it is begun with. */
  readonly start: Letter
}

/** After the last stroke, ms. */
const keepAfter_ms = 1200

const valid = (list: readonly Address[]) => list.filter(one => isAddress(one.address))

/** What one writes, kept at the server as one goes: it is there on any other computer, and colleagues see that one writes. */
export function useDraft({ threadId, answersId, kept, start }: DraftOf) {
  const [letter, setLetter] = useState(start)
  const [state, setState] = useState<'fresh' | 'writing' | 'kept' | 'not-kept'>(kept ? 'kept' : 'fresh')
  const [problem, setProblem] = useState<string | null>(null)
  const latest = useRef({ letter, kept, version: 0, asked: 0 })
  const queue = useRef<Promise<Kept | null>>(Promise.resolve(kept))
  latest.current.letter = letter

  /** Saves what stands now, after whatever is being saved: two of one draft never cross. */
  const save = useCallback((): Promise<Kept | null> => {
    latest.current.asked = latest.current.version
    queue.current = queue.current.then(async before => {
      const { letter: now, version } = latest.current
      const answer = await runCommand<typeof saveDraft>('mail.save-draft', {
        ...(before && { id: before.id, draftVersion: before.version }),
        mailboxId: now.mailboxId,
        ...(before || threadId ? { threadId: before?.threadId ?? threadId } : {}),
        ...(answersId && { answersId }),
        to: valid(now.to),
        cc: valid(now.cc),
        bcc: valid(now.bcc),
        subject: now.subject,
        text: now.text,
        rich: now.rich as never,
        attachments: now.attachments.map(({ fileId, name }) => ({ fileId, name })),
      })
      if (answer.status !== 'done') {
        setState('not-kept')
        setProblem(answer.status === 'refused' ? answer.refusal.message : null)
        return before
      }
      setProblem(null)
      if (latest.current.version === version) setState('kept')
      latest.current.kept = answer.output
      return answer.output
    })
    return queue.current
  }, [threadId, answersId])

  const change = useCallback((part: Partial<Letter> | ((now: Letter) => Partial<Letter>)) => {
    latest.current.version++
    setState('writing')
    setLetter(before => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }))
  }, [])

  useEffect(() => {
    if (state !== 'writing') return
    // What is being saved already is not saved again: it might come when the mail is sent, and no draft any more.
    const timer = setTimeout(() => {
      if (latest.current.asked < latest.current.version) void save()
    }, keepAfter_ms)
    return () => clearTimeout(timer)
  }, [state, letter, save])

  return { letter, change, save, state, problem, kept: () => latest.current.kept }
}
