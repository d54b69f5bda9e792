import { useEffect, useState } from 'react'
import type { CommandAnswer } from '../../../../web/answers.ts'
import type { Stretch } from '../../../../web/kit/calendar/gridEvent.ts'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { draftPlace, dropDraft, keepDraft, readDraft } from '../../../../web/kit/form/drafts.ts'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { useSession } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { changeEvent, createEvent, listPlaces, Scope } from '../../contract.ts'
import { ScopeDialog } from '../calendar/ScopeDialog.tsx'
import type { CalendarKeys, EventDetail, Guest } from '../words.ts'
import { changeInput, createInput, draftOf, type EventDraft, newDraft, withRoom } from './draft.ts'
import { MoreFields } from './MoreFields.tsx'
import { type PlaceTaken, takenBy } from './placeTaken.ts'
import { readSaid } from './said.ts'
import { SaidTitle } from './SaidTitle.tsx'
import { WhenFields } from './WhenFields.tsx'
import { WhereFields } from './WhereFields.tsx'
import { WhoFields } from './WhoFields.tsx'

interface EventDialogProps {
  /** Of a new one: where it was drawn. */
  readonly at?: Stretch
  /** With whom and where it begins. */
  readonly guests?: readonly Guest[]
  readonly detail?: EventDetail
  readonly recurrence?: string | null
  readonly onClose: () => void
  readonly onSaved?: (id: string) => void
}

/** An event: what, when, who, where; all else is folded. Of a series it is asked at the end what the change is of. */
export function EventDialog({ at, guests, detail, recurrence = null, onClose, onSaved }: EventDialogProps) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const language = useLanguage()
  const { account } = useSession()
  const kept = draftPlace(account.id, 'calendar.create-event', '')
  const [before] = useState(() =>
    detail ? draftOf(detail, formats.zone) : fresh(at, guests, formats.zone, formats.today()),
  )
  const [draft, setDraft] = useState<EventDraft>(() => (detail ? before : restored(kept, before)))
  const [asksScope, setAsksScope] = useState(false)
  const places = useQuery<typeof listPlaces>('calendar.list-places', {}, { fresh_ms: 60_000 })
  const create = useCommand<typeof createEvent>('calendar.create-event', { said: say('page.calendar-event.made') })
  const change = useCommand<typeof changeEvent>('calendar.change-event', { said: say('page.calendar-event.changed') })
  const sending = detail ? change : create
  const taken = takenBy(sending.answer)
  const set = (changes: Partial<EventDraft>) => {
    sending.clear()
    setDraft(current => ({ ...current, ...changes }))
  }
  useEffect(() => {
    if (!detail && draft.title) keepDraft(kept, draft as unknown as Record<string, unknown>)
  }, [detail, draft, kept])
  const finish = (answer: CommandAnswer<{ id: string }>) => {
    if (answer.status !== 'done' && answer.status !== 'asked') return
    if (!detail) dropDraft(kept)
    if (answer.status === 'done') onSaved?.(answer.output.id)
    onClose()
  }
  const save = async (scope: Scope) => {
    if (!detail)
      return finish(
        await create.run(createInput(withRoom({ ...draft, title: titleOf(draft.title) }, places.data?.rows ?? []))),
      )
    const changed = changeInput(before, draft, detail)
    if (Object.keys(changed).length === 0) return onClose()
    finish(
      await change.run({
        id: detail.record.id,
        expectedVersion: detail.record.version,
        scope,
        ...(recurrence ? { recurrence } : {}),
        change: changed,
      }),
    )
  }
  /** Without what was said of when and where, also where one saves straight from the title. */
  const titleOf = (title: string) => readSaid(title, formats.today(), language).title || title
  const isNew = !detail
  const ruleChanged = before.rule !== draft.rule
  const missing = draft.title.trim() ? undefined : say('page.calendar-event.no-title')
  const close = () => {
    if (isNew) dropDraft(kept)
    onClose()
  }
  if (asksScope)
    return (
      <ScopeDialog
        title={draft.title}
        onPick={scope => {
          setAsksScope(false)
          if (scope) void save(scope)
        }}
      />
    )
  return (
    <Dialog title={isNew ? say('page.calendar.new') : say('page.calendar-event.change')} width={560} onClose={onClose}>
      <SendForm
        className="event-form"
        sending={{ answer: taken ? null : sending.answer, busy: sending.busy }}
        submit={isNew ? say('page.calendar-event.make') : say('page.calendar-event.save')}
        refused={missing}
        kept={isNew}
        onSend={() =>
          missing
            ? undefined
            : recurrence && !ruleChanged
              ? setAsksScope(true)
              : void save(recurrence ? 'following' : 'all')
        }
        onCancel={close}
      >
        <SaidTitle draft={draft} isNew={isNew} onChange={set} />
        <WhenFields draft={draft} onChange={set} />
        <WhoFields draft={draft} own={detail?.record.id ?? null} onChange={set} />
        <WhereFields draft={draft} taken={taken} own={detail?.record.id ?? null} onChange={set} />
        <MoreFields draft={draft} isNew={isNew} onChange={set} />
      </SendForm>
    </Dialog>
  )
}

function fresh(at: Stretch | undefined, guests: readonly Guest[] | undefined, zone: string, today: string): EventDraft {
  const draft = newDraft(at ?? { from: `${today}T09:00`, until: `${today}T10:00`, allDay: false }, zone)
  return guests ? { ...draft, guests } : draft
}

/** What was typed before and not sent comes back, at the time that was drawn now. */
function restored(place: string, before: EventDraft): EventDraft {
  const kept = readDraft(place) as Partial<EventDraft> | null
  return kept
    ? { ...before, ...kept, at: before.at, zone: before.zone, guests: [...(kept.guests ?? []), ...before.guests] }
    : before
}

export type { PlaceTaken }
