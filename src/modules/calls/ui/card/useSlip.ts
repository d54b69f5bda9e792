import { useEffect, useRef, useState } from 'react'
import { momentOf } from '../../../../web/format/moment.ts'
import type { Formats } from '../../../../web/format/formats.ts'
import { draftPlace, dropDraft, keepDraft, readDraft } from '../../../../web/kit/form/drafts.ts'
import { useSession } from '../../../../web/session.ts'
import type { wishes } from '../words.ts'

export interface Person {
  readonly id: string
  readonly title: string
}

export interface SlipDraft {
  readonly for: Person | null
  readonly also: readonly Person[]
  readonly party: Person | null
  readonly caller: string
  readonly number: string
  readonly about: string
  readonly body: string
  readonly wish: (typeof wishes)[number]
  /** `15:30` today. */
  readonly by: string
  readonly urgent: boolean
  readonly private: boolean
}

const empty: SlipDraft = {
  for: null,
  also: [],
  party: null,
  caller: '',
  number: '',
  about: '',
  body: '',
  wish: 'message',
  by: '',
  urgent: false,
  private: false,
}

/** After this long without a stroke it is kept, ms. */
const keepAfter_ms = 250

/** A slip as it is typed, kept on this computer until it is sent: one for each call, one for what is written without. */
export function useSlip(callId: string | undefined, number: string | undefined) {
  const { account } = useSession()
  const place = draftPlace(account.id, 'calls.take-slip', callId ?? '')
  const [restored] = useState(() => readDraft(place) as Partial<SlipDraft> | null)
  const [draft, setDraft] = useState<SlipDraft>(() => ({ ...empty, number: number ?? '', ...restored }))
  const [isTouched, setTouched] = useState(restored !== null)
  const latest = useRef(draft)
  latest.current = draft
  useEffect(() => {
    if (!isTouched) return
    const timer = setTimeout(() => keepDraft(place, { ...draft }), keepAfter_ms)
    return () => clearTimeout(timer)
  }, [draft, isTouched, place])
  return {
    draft,
    /** What was typed last, also by who has not drawn it yet. */
    latest,
    isTouched,
    change: (changes: Partial<SlipDraft>) => {
      setTouched(true)
      setDraft(before => ({ ...before, ...changes }))
    },
    drop: () => {
      setTouched(false)
      dropDraft(place)
    },
  }
}

/** As the command takes it; empty fields are left out. */
export function inputOf(draft: SlipDraft, callId: string | undefined, formats: Formats) {
  const by = draft.wish === 'call-back' && draft.by ? momentOf(formats.today(), draft.by, formats.zone) : undefined
  return {
    forId: draft.for?.id ?? null,
    wish: draft.wish,
    ...(draft.caller.trim() ? { callerName: draft.caller.trim() } : {}),
    ...(draft.party ? { partyId: draft.party.id } : {}),
    ...(draft.number.trim() ? { number: draft.number.trim() } : {}),
    ...(draft.about.trim() ? { about: draft.about.trim() } : {}),
    ...(draft.body.trim() ? { body: draft.body } : {}),
    ...(draft.also.length > 0 ? { alsoIds: draft.also.map(({ id }) => id) } : {}),
    ...(by ? { callBackAt: by } : {}),
    ...(draft.urgent ? { urgent: true } : {}),
    ...(draft.private ? { private: true } : {}),
    ...(callId ? { callId } : {}),
  }
}
