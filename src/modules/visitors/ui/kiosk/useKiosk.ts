import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Language } from '../../../../kernel/language/catalogue.ts'
import {
  keepHouse,
  keptHouse,
  KioskApi,
  newEntryId,
  type Opened,
  type SignedIn,
  takeToken,
  unsentCount,
} from './api.ts'
import { keepPage } from './keep-page.ts'
import { isLater } from './kept.ts'
import { nearest, speechIn } from './words.ts'

export type Step =
  | 'name'
  | 'company'
  | 'host'
  | 'ask'
  | 'rules'
  | 'agreement'
  | 'photo'
  | 'done'
  | 'code'
  | 'code-check'
  | 'delivery-for'
  | 'delivery-from'
  | 'leaving'
  | 'goodbye'

export interface Signed {
  readonly what: 'rules' | 'agreement'
  readonly strokes: string
  readonly typed?: string
}

export interface Draft {
  readonly entryId: string
  readonly name: string
  readonly company: string
  readonly hostId: string | null
  readonly hostName: string | null
  readonly code: string | null
  readonly isExpected: boolean | undefined
  readonly signed: readonly Signed[]
  readonly sender: string
}

const emptyDraft = (): Draft => ({
  entryId: newEntryId(),
  name: '',
  company: '',
  hostId: null,
  hostName: null,
  code: null,
  isExpected: undefined,
  signed: [],
  sender: '',
})

const opened_ms = 120_000
/** While there is no connection, or something waits to be sent. */
const again_ms = 10_000

/** Everything the kiosk knows: the house, the language, who stands before it and how far they are. */
export function useKiosk() {
  const [api] = useState(() => new KioskApi(takeToken()))
  const [opened, setOpened] = useState(keptHouse)
  const [closed, setClosed] = useState(false)
  const [online, setOnline] = useState(true)
  const [unsent, setUnsent] = useState(unsentCount)
  const [language, setLanguage] = useState<Language | null>(null)
  const [steps, setSteps] = useState<readonly Step[]>(['name'])
  const [draft, setDraft] = useState(emptyDraft)
  const [result, setResult] = useState<SignedIn | 'later' | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const spoken = language ?? nearest(opened?.language ?? 'en')
  const speech = useMemo(() => speechIn(spoken, opened?.zone ?? 'UTC'), [spoken, opened?.zone])
  useEffect(() => {
    api.speak(spoken)
    document.documentElement.lang = spoken
    document.title = speech.say('kiosk.welcome')
  }, [api, spoken, speech])
  const isWaiting = !online || unsent > 0
  const look = useCallback(async () => {
    const answer = await api.ask<Opened>('open')
    const isThere =
      !isLater(answer) || (!answer.ok && answer.refusal !== 'offline' && answer.refusal.name === 'kiosk-closed')
    setOnline(isThere)
    if (answer.ok) {
      setOpened(answer.body)
      keepHouse(answer.body)
      setClosed(false)
      setUnsent(await api.sendKept())
    } else if (answer.refusal !== 'offline' && answer.refusal.name === 'kiosk-closed') {
      keepHouse(null)
      setClosed(true)
    }
  }, [api])
  useEffect(() => {
    void look()
    const clock = setInterval(() => void look(), isWaiting ? again_ms : opened_ms)
    const back = () => void look()
    addEventListener('online', back)
    return () => {
      clearInterval(clock)
      removeEventListener('online', back)
    }
  }, [look, isWaiting])
  useEffect(() => void keepPage(), [])
  const reset = useCallback(() => {
    setSteps(['name'])
    setDraft(emptyDraft())
    setResult(null)
    setFault(null)
    setLanguage(null)
  }, [])
  const say = useRef(speech.say)
  say.current = speech.say
  /** What was refused is said in the visitor’s words; what could not be sent is kept. */
  const told = (refusal: { readonly message: string } | 'offline'): boolean => {
    if (refusal === 'offline') {
      setOnline(false)
      setUnsent(unsentCount())
      return true
    }
    setFault(refusal.message || say.current('kiosk.fault'))
    return false
  }
  return {
    api,
    opened,
    closed,
    online,
    unsent,
    speech,
    setLanguage,
    step: steps.at(-1)!,
    depth: steps.length,
    go: (step: Step) => {
      setFault(null)
      setSteps([...steps, step])
    },
    back: () => {
      setFault(null)
      setSteps(steps.length > 1 ? steps.slice(0, -1) : steps)
    },
    draft,
    change: (part: Partial<Draft>) => {
      const next = { ...draft, ...part }
      setDraft(next)
      return next
    },
    result,
    setResult,
    fault,
    setFault,
    told,
    reset,
  }
}
export type Kiosk = ReturnType<typeof useKiosk>
