import '../scheduling.css'
import { useEffect, useState } from 'react'
import { useTitle } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import { useSession } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { aboutRecord, bookSlot, findTimes, readRequest } from '../../contract.ts'
import { type FoundSlot, type Keys } from '../words.ts'
import { type Ask, askOf, isAsked, outsideOf, searchOf, withAbout, withGuest, withMyself } from './ask.ts'
import { AskDialog } from './AskDialog.tsx'
import { Asked } from './Asked.tsx'
import { DayHead } from './DayHead.tsx'
import { DayRows } from './DayRows.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import { RequestLine } from './RequestLine.tsx'
import { Slots } from './Slots.tsx'

/** What is typed waits so long for the next letter before it is read, ms. */
const pause_ms = 200

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause_ms)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** The line as it is typed, what it means, and the best times for it. */
function useFinding() {
  const { id, name } = useSession().principal
  const me = { id, title: name }
  const [search, change] = useSearch()
  const line = search['q'] ?? ''
  const setLine = (text: string) => change({ q: text }, { replace: true })
  const settled = useSettled(line).trim()
  const aboutId = search['about']
  const { data: about } = useQuery<typeof aboutRecord>(
    'scheduling.about-record',
    { id: aboutId ?? '' },
    { when: aboutId !== undefined },
  )
  // What a task or a matter is called is often a request already: "call with Karin by Friday".
  const begun = aboutId !== undefined && line === '' ? about?.about.title : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where nothing is typed yet
  useEffect(() => {
    if (begun !== undefined) setLine(begun)
  }, [begun])
  const [own, setOwn] = useState<{ readonly line: string; readonly ask: Ask } | null>(null)
  const read = useQuery<typeof readRequest>(
    'scheduling.read-request',
    { text: settled },
    { when: settled !== '', keep: true },
  )
  const ask =
    own && own.line === settled
      ? own.ask
      : settled !== '' && read.data
        ? withMyself(withAbout(withGuest(askOf(read.data), search['guest']), about), me)
        : null
  const isOn = ask !== null && isAsked(ask)
  const found = useQuery<typeof findTimes>(
    'scheduling.find-times',
    ask ? searchOf(ask) : { minutes: 5, until: '2000-01-01T00:00:00Z' },
    { when: isOn, keep: true },
  )
  return {
    line,
    setLine,
    ask,
    setAsk: (next: Ask) => setOwn({ line: settled, ask: next }),
    unclear: own?.line === settled ? [] : (read.data?.unclear ?? []),
    found: isOn ? found : null,
    fault: read.error,
    again: () => void read.refetch(),
    aboutId,
    papers: about?.documents ?? [],
  }
}

/** A time and a place for people: typed as it is asked for, answered while the caller is on the line. */
export default function FindTime() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const go = useGo()
  const finding = useFinding()
  const { ask, found } = finding
  const [picked, setPicked] = useState(0)
  const [shown, setShown] = useState<string | null>(null)
  const [open, setOpen] = useState<'change' | 'ask' | null>(null)
  const slots = found?.data?.slots ?? []
  const slot: FoundSlot | null = slots[Math.min(picked, slots.length - 1)] ?? null
  const firstStart = slots[0]?.start
  // biome-ignore lint/correctness/useExhaustiveDependencies: other times are other choices
  useEffect(() => {
    setPicked(0)
    setShown(null)
  }, [firstStart])
  const day = shown ?? formats.dayOf(slot?.start ?? firstMoment(ask))
  const title = ask?.title || say('page.find-time.untitled')
  const book = useCommand<typeof bookSlot>('scheduling.book-slot', { said: say('page.find-time.booked', { title }) })
  useTitle(say('page.find-time'))
  const take = async () => {
    if (!ask || !slot || book.busy) return
    const answer = await book.run({
      title,
      start: slot.start,
      minutes: ask.minutes,
      must: ask.must.map(({ id }) => id),
      may: ask.may.map(({ id }) => id),
      outside: ask.outside.map(outsideOf),
      placeId: slot.room?.id ?? null,
      weeks: ask.weeks,
      ...(finding.aboutId ? { aboutId: finding.aboutId } : {}),
      ...(finding.papers.length > 0 ? { documentIds: finding.papers.map(({ id }) => id) } : {}),
    })
    if (answer.status === 'done') go(`/calendar/${answer.output.id}`)
  }
  const pick = (index: number) => {
    setPicked(index)
    setShown(null)
  }
  return (
    <div className="find">
      <div className="find-head">
        <DayHead day={day} slots={slots} picked={slot} onDay={setShown} />
      </div>
      <aside className="find-side" aria-label={say('page.find-time')}>
        <h2 className="h2">{say('page.find-time')}</h2>
        <RequestLine line={finding.line} onLine={finding.setLine} finding={finding} />
        {finding.fault ? <QueryProblem fault={finding.fault} again={finding.again} /> : null}
        {ask && isAsked(ask) ? (
          <>
            <Asked ask={ask} papers={finding.papers} onChange={() => setOpen('change')} />
            {found?.isError ? (
              <QueryProblem fault={found.error} again={() => void found.refetch()} />
            ) : (
              <Slots
                found={found?.data ?? null}
                ask={ask}
                picked={slot}
                onPick={pick}
                onChange={finding.setAsk}
                onBook={() => void take()}
                busy={book.busy}
                onAsk={() => setOpen('ask')}
              />
            )}
          </>
        ) : (
          <p className="t3">{say('page.find-time.start')}</p>
        )}
      </aside>
      <div className="find-rows">
        <DayRows day={day} ask={ask} slots={slots} picked={slot} />
      </div>
      {open === 'change' && ask ? (
        <AskDialog
          ask={ask}
          onAsk={next => {
            finding.setAsk(next)
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'ask' && ask ? (
        <ProposeDialog
          ask={ask}
          slots={slots}
          papers={finding.papers}
          aboutId={finding.aboutId}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  )
}

/** Where nothing fits, the first day that was asked for is shown. */
function firstMoment(ask: Ask | null): string {
  const now = new Date()
  return ask && Date.parse(ask.from) > now.getTime() ? ask.from : now.toISOString()
}
