/** What is being written: kept on this computer at each stroke, saved by itself in a pause, never over what somebody else has saved. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { draftPlace, dropDraft, keepDraft, readDraft } from '../../../../web/kit/form/drafts.ts'
import { useSession } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { saveLetter } from '../../contract.ts'
import type { LanguageCode, LetterDetail } from '../words.ts'

export interface Writing {
  readonly subject: string
  readonly recipient: string
  readonly email: string
  readonly language: LanguageCode
  readonly datedOn: string
  readonly yourReference: string
  readonly signerName: string
  readonly signerRole: string
  readonly enclosures: string
  readonly answers: LetterDetail['answers']
  readonly body: LetterDetail['body']
}

export const writingOf = (detail: LetterDetail): Writing => ({
  subject: detail.subject,
  recipient: detail.recipient,
  email: detail.email,
  language: detail.language,
  datedOn: detail.datedOn,
  yourReference: detail.yourReference,
  signerName: detail.signerName,
  signerRole: detail.signerRole,
  enclosures: detail.enclosures,
  answers: detail.answers,
  body: detail.body,
})

/** The words of a Word file are its own: they are not sent, or the letter would be written here again. */
export function withoutFile(writing: Writing, isFile: boolean): Omit<Writing, 'body'> & { body?: Writing['body'] } {
  if (!isFile) return writing
  const { body: _words, ...rest } = writing
  return rest
}

/** Milliseconds: after the last stroke kept here, and saved there. */
const keepAfter_ms = 300
const saveAfter_ms = 4000

interface Kept {
  readonly version: number
  readonly writing: Writing
}

export function useLetterDraft(detail: LetterDetail) {
  const { id, version } = detail.record
  const isFile = detail.file !== null
  const { account } = useSession()
  const place = draftPlace(account.id, 'letters.save-letter', id)
  const kept = useMemo(() => readDraft(place) as Kept | null, [place])
  const fresh = kept && kept.version === version ? kept.writing : null
  const [writing, setWriting] = useState<Writing>(() => fresh ?? writingOf(detail))
  const [dirty, setDirty] = useState(fresh !== null)
  const [stale, setStale] = useState(false)
  const saving = useCommand<typeof saveLetter>('letters.save-letter', { quiet: true })
  const now = useRef({ writing, dirty, version })
  now.current.writing = writing
  now.current.dirty = dirty
  now.current.version = Math.max(now.current.version, stale ? 0 : version)
  const under = useRef<Promise<boolean> | null>(null)

  const put = useCallback((part: Partial<Writing>) => {
    setWriting(before => ({ ...before, ...part }))
    setDirty(true)
  }, [])
  const { run } = saving
  const save = useCallback(async (): Promise<boolean> => {
    if (under.current) await under.current
    if (!now.current.dirty) return true
    const sent = now.current.writing
    const work = run({ id, expectedVersion: now.current.version, ...withoutFile(sent, isFile) }).then(answer => {
      if (answer.status === 'done') {
        now.current.version = answer.output.version
        if (now.current.writing === sent) {
          setDirty(false)
          now.current.dirty = false
          dropDraft(place)
        }
        return true
      }
      if (answer.status === 'refused' && answer.refusal.name === 'version-changed') setStale(true)
      return false
    })
    under.current = work
    const done = await work
    under.current = null
    return done
  }, [id, isFile, place, run])

  useEffect(() => {
    if (!dirty) return
    const keep = setTimeout(() => keepDraft(place, { version: now.current.version, writing } as never), keepAfter_ms)
    const send = stale ? undefined : setTimeout(() => void save(), saveAfter_ms)
    return () => {
      clearTimeout(keep)
      clearTimeout(send)
    }
  }, [writing, dirty, stale, place, save])
  useEffect(() => {
    // whoever turns away finds it saved
    const leave = () => document.visibilityState === 'hidden' && void save()
    document.addEventListener('visibilitychange', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      void save()
    }
  }, [save])
  return {
    writing,
    put,
    save,
    dirty,
    busy: saving.busy,
    stale,
    refusal: saving.answer?.status === 'refused' && !stale ? saving.answer.refusal : null,
    restored: fresh !== null,
    version: () => now.current.version,
    /** Saves over what somebody else has saved: theirs stays as a version. */
    keepMine: (newest: number) => {
      now.current.version = newest
      setStale(false)
      setDirty(true)
    },
    takeTheirs: () => {
      dropDraft(place)
      now.current.dirty = false
      location.reload()
    },
  }
}
export type LetterDraft = ReturnType<typeof useLetterDraft>
