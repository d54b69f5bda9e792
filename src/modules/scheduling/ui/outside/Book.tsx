import '../scheduling.css'
import { type FormEvent, useEffect, useState } from 'react'
import { EntryProblem } from '../../../../web/entry/EntryProblem.tsx'
import { EntrySheet } from '../../../../web/entry/EntrySheet.tsx'
import { tokenOf } from '../../../../web/entry/token.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { askOutside, type OutsideAnswer } from '../../../../web/outside.ts'
import { ownZone, useMoment } from '../booking/clock.ts'
import { SlotPicker } from '../booking/SlotPicker.tsx'
import type { Keys } from '../words.ts'
import { type BookPage, Kinds } from './Kinds.tsx'

type Fault = Extract<OutsideAnswer<unknown>, { ok: false }>['refusal']

interface Taken {
  readonly state: 'unconfirmed' | 'asked' | 'booked'
  readonly token: string | null
}

/** The page on which somebody outside books a time by themselves: what, when, who they are. */
export default function Book() {
  const say = useSay<Keys>()
  const language = useLanguage()
  const [token] = useState(() => tokenOf(location))
  const [page, setPage] = useState<BookPage | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const look = async (body: { readonly kindId?: string; readonly from?: string }) => {
    const answer = await askOutside<BookPage>('book/open', { token, language, body })
    if (answer.ok) setPage(answer.body)
    else setFault(answer.refusal)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; another language asks nothing anew
  useEffect(() => {
    if (token) void look({})
  }, [])
  if (page) return <Sheet page={page} token={token} onLook={body => void look(body)} />
  return (
    <EntrySheet title={say('page.book')}>
      {token ? (
        <EntryProblem problem={fault} />
      ) : (
        <Problem title={say('refusal.booking-link-closed')} todo={say('refusal.booking-link-closed.todo')} />
      )}
    </EntrySheet>
  )
}

interface SheetProps {
  readonly page: BookPage
  readonly token: string
  readonly onLook: (body: { readonly kindId?: string; readonly from?: string }) => void
}

function Sheet({ page, token, onLook }: SheetProps) {
  const say = useSay<Keys>()
  const moment = useMoment()
  const [picked, setPicked] = useState<string | null>(null)
  const [done, setDone] = useState<(Taken & { readonly email: string; readonly start: string }) | null>(null)
  const [isLater, setLater] = useState(false)
  const { office, hosts } = page
  const choose = (kindId: string) => {
    setPicked(null)
    setLater(false)
    onLook({ kindId })
  }
  const go = (from: string | null) => {
    setPicked(null)
    setLater(from !== null)
    onLook({ kindId: page.kindId, ...(from ? { from } : {}) })
  }
  return (
    <EntrySheet title={page.title} text={say('page.book.with', { hosts: hosts.join(', '), office })}>
      {page.intro ? <p className="book-intro">{page.intro}</p> : null}
      {done ? (
        <>
          <p role="status">
            {done.state === 'unconfirmed'
              ? say('page.book.check-mail', { email: done.email })
              : say(`page.book.${done.state}`, { when: moment.whole(done.start), office })}
          </p>
          {done.token ? (
            <a className="link" href={`/booked#${done.token}`}>
              {say('page.booked')}
            </a>
          ) : null}
        </>
      ) : (
        <Form page={page} token={token} picked={picked} onPick={setPicked} onDone={setDone} onLook={onLook}>
          {page.kinds.length > 1 ? <Kinds page={page} onKind={choose} /> : <OneKind page={page} />}
          <SlotPicker
            key={page.kindId}
            starts={page.starts}
            zone={ownZone}
            picked={picked}
            onPick={setPicked}
            onFrom={go}
            isLater={isLater}
          />
          <p className="t3">{say('page.times.zone', { zone: ownZone })}</p>
        </Form>
      )}
    </EntrySheet>
  )
}

function OneKind({ page }: { readonly page: BookPage }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [kind] = page.kinds
  if (!kind) return null
  return (
    <p>
      <b>{kind.title}</b> · {formats.minutes(kind.minutes)} ·{' '}
      {kind.place ?? say(`choice.scheduling.venue.${kind.venue}`)}
    </p>
  )
}

interface FormProps extends SheetProps {
  readonly picked: string | null
  readonly onPick: (start: string | null) => void
  readonly onDone: (done: Taken & { readonly email: string; readonly start: string }) => void
  readonly children: React.ReactNode
}

/** Who they are and what they are asked; what only programs fill in is out of sight. */
function Form({ page, token, picked, onPick, onDone, onLook, children }: FormProps) {
  const say = useSay<Keys>()
  const language = useLanguage()
  const moment = useMoment()
  const [who, setWho] = useState({ name: '', email: '', contact: '', website: '' })
  const [answers, setAnswers] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const kind = page.kinds.find(({ id }) => id === page.kindId)
  const contact = kind?.venue === 'telephone' ? 'telephone' : kind?.venue === 'theirs' ? 'address' : null
  const isFilled =
    who.name.trim() !== '' &&
    /^\S+@\S+\.\S+$/.test(who.email.trim()) &&
    (contact === null || who.contact.trim() !== '') &&
    page.questions.every((one, n) => !one.required || answers[n]?.trim())
  const set = (key: keyof typeof who) => (event: { readonly target: { readonly value: string } }) =>
    setWho(before => ({ ...before, [key]: event.target.value }))
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!picked || !isFilled || busy) return
    setBusy(true)
    const body = { ...who, kindId: page.kindId, start: picked, zone: ownZone, answers }
    const answer = await askOutside<Taken>('book/take', { token, language, body })
    setBusy(false)
    setFault(answer.ok ? null : answer.refusal)
    if (answer.ok) onDone({ ...answer.body, email: who.email, start: picked })
    // Somebody was quicker: what is left is shown.
    else if (answer.refusal !== 'offline' && answer.refusal.name === 'booking-time-gone') {
      onPick(null)
      onLook({ kindId: page.kindId })
    }
  }
  const refused = picked === null ? say('page.book.choose') : isFilled ? undefined : say('page.book.fill')
  return (
    <form className="form" noValidate onSubmit={event => void send(event)}>
      {children}
      <div className="two">
        <TextField
          label={say('page.book.your-name')}
          autoComplete="name"
          maxLength={200}
          value={who.name}
          onChange={set('name')}
        />
        <TextField
          label={say('page.book.your-email')}
          type="email"
          autoComplete="email"
          maxLength={254}
          value={who.email}
          onChange={set('email')}
        />
      </div>
      {contact ? (
        <TextField
          label={say(`page.book.${contact}`)}
          autoComplete={contact === 'telephone' ? 'tel' : 'street-address'}
          maxLength={300}
          value={who.contact}
          onChange={set('contact')}
        />
      ) : null}
      {page.questions.map((one, n) => (
        <Field key={one.text} label={one.text} {...(one.required ? {} : { optional: say('form.optional' as Keys) })}>
          {control => (
            <textarea
              className="input"
              {...control}
              rows={2}
              maxLength={1000}
              value={answers[n] ?? ''}
              onChange={event =>
                setAnswers(page.questions.map((_, at) => (at === n ? event.target.value : (answers[at] ?? ''))))
              }
            />
          )}
        </Field>
      ))}
      <div className="book-trap" aria-hidden="true">
        <input name="website" tabIndex={-1} autoComplete="off" value={who.website} onChange={set('website')} />
      </div>
      {fault ? <EntryProblem problem={fault} /> : null}
      {fault && fault !== 'offline' ? (
        <Next starts={(fault.data as { readonly next?: readonly string[] } | undefined)?.next ?? []} onPick={onPick} />
      ) : null}
      {picked ? <p className="t2">{moment.whole(picked)}</p> : null}
      <div className="form-foot">
        <Button look="primary" type="submit" busy={busy} refused={refused}>
          {say(page.approval ? 'page.book.ask' : 'page.book.take')}
        </Button>
      </div>
    </form>
  )
}

/** What is free instead of a time that has gone. */
function Next({ starts, onPick }: { readonly starts: readonly string[]; readonly onPick: (start: string) => void }) {
  const say = useSay<Keys>()
  const moment = useMoment()
  if (starts.length === 0) return null
  return (
    <div className="book-next">
      {say('page.book.next')}
      {starts.map(start => (
        <Button key={start} size="s" onClick={() => onPick(start)}>
          {moment.whole(start)}
        </Button>
      ))}
    </div>
  )
}
