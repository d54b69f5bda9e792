import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Kbd } from '../../../../web/kit/Kbd.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { changeWords, type Found, type FoundSlot, hoursOf, type Keys, reasonWords } from '../words.ts'
import { type Ask, changedBy } from './ask.ts'

interface SlotsProps {
  readonly found: Found | null
  readonly ask: Ask
  readonly picked: FoundSlot | null
  readonly onPick: (index: number) => void
  readonly onChange: (ask: Ask) => void
  readonly onBook: () => void
  readonly onAsk: () => void
  readonly busy: boolean
}

/** The best times with what speaks for each and what it costs whom; or what would have to change. */
export function Slots({ found, ask, picked, onPick, onChange, onBook, onAsk, busy }: SlotsProps) {
  const say = useSay<Keys>()
  const slots = found?.slots ?? []
  const at = picked ? slots.indexOf(picked) : -1
  useHotkeys([
    slots.length > 0 && {
      keys: 'j',
      label: say('page.find-time.next'),
      run: () => onPick(Math.min(slots.length - 1, at + 1)),
    },
    slots.length > 0 && { keys: 'k', label: say('page.find-time.previous'), run: () => onPick(Math.max(0, at - 1)) },
    picked && { keys: 'enter', label: say('scheduling.book-slot'), run: onBook },
  ])
  if (!found) return null
  if (slots.length === 0) return <NothingFits found={found} ask={ask} onChange={onChange} />
  const invited = ask.must.length + ask.may.length + ask.outside.length
  return (
    <section className="find-best" aria-label={say('page.find-time.best')}>
      <header>
        <b>{say('page.find-time.best')}</b>
        <span className="t3">{say('page.find-time.of', { shown: slots.length, total: found.total })}</span>
        <span className="end">
          <Kbd keys="j" /> <Kbd keys="k" />
        </span>
      </header>
      <ol>
        {slots.map((slot, index) => (
          <Slot key={slot.start} slot={slot} rank={index + 1} on={slot === picked} onPick={() => onPick(index)} />
        ))}
      </ol>
      <div className="find-acts">
        <Button look="primary" keys="enter" busy={busy} onClick={onBook}>
          {invited > 0 ? say('page.find-time.book', { count: invited }) : say('page.find-time.book.alone')}
        </Button>
        <Button onClick={onAsk}>{say(ask.outside.length > 0 ? 'page.find-time.ask' : 'page.find-time.hold')}</Button>
        {picked?.room ? <p className="t3">{say('page.find-time.held', { room: picked.room.title })}</p> : null}
      </div>
    </section>
  )
}

interface SlotProps {
  readonly slot: FoundSlot
  readonly rank: number
  readonly on: boolean
  readonly onPick: () => void
}

function Slot({ slot, rank, on, onPick }: SlotProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  return (
    <li>
      <button type="button" className={on ? 'find-slot on' : 'find-slot'} aria-pressed={on} onClick={onPick}>
        <span className={on ? 'rank on' : 'rank'}>{rank}</span>
        <b>
          {formats.weekday(formats.dayOf(slot.start))} {hoursOf(formats, slot)}
        </b>
        <span className="find-where">{slot.room?.title}</span>
        <span className="find-why">
          {slot.reasons.slice(0, 5).map((reason, index) => (
            <span key={index} className={reason.good ? 'good' : 'bad'}>
              {reason.good ? <Icon name="check" small /> : <i aria-hidden="true" />}
              {reasonWords(say, formats, reason)}
            </span>
          ))}
        </span>
      </button>
    </li>
  )
}

function NothingFits({ found, ask, onChange }: Pick<SlotsProps, 'ask' | 'onChange'> & { readonly found: Found }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  return (
    <section className="find-best" aria-label={say('page.find-time.none')}>
      <header>
        <b>{say('page.find-time.none')}</b>
      </header>
      <p className="t2">{say(found.changes.length > 0 ? 'page.find-time.none.text' : 'page.find-time.none.nothing')}</p>
      <ul className="find-changes">
        {found.changes.map((change, index) => {
          const next = changedBy(ask, change)
          return (
            <li key={index}>
              <span>{changeWords(say, formats, change)}</span>
              {next ? (
                <Button size="s" onClick={() => onChange(next)}>
                  {say('page.find-time.use')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
