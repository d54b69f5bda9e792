import '../invitations.css'
import { useRef, useState } from 'react'
import type { JsonSchema } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { RecordPicker } from '../../../../web/kit/form/RecordPicker.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { marksOf } from '../../../../web/kit/proof/findings.ts'
import { goInField } from '../../../../web/kit/proof/places.ts'
import { ProofPanel } from '../../../../web/kit/proof/ProofPanel.tsx'
import { Underlined } from '../../../../web/kit/proof/Underlined.tsx'
import { useProof } from '../../../../web/kit/proof/useProof.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { clearDay, planDay } from '../../contract.ts'
import { type DayPlan, type InvitationKeys } from '../words.ts'

type Meeting = DayPlan['meetings'][number]
const person = { control: 'person', kind: 'principal' } as JsonSchema
const aDay = { control: 'date' } as JsonSchema
const plainly = (value: string) => value
const dayOrNone = (value: unknown) => (typeof value === 'string' && value ? value : null)

type Left = { readonly id: string; readonly title: string; readonly because: string }

/** A day of somebody: cancelled, or moved to another day, in one act; before it, whom it tells and in which words. */
export default function Day() {
  const say = useSay<InvitationKeys>()
  const formats = useFormats()
  const [personId, setPerson] = useState<string | null>(null)
  const [on, setOn] = useState<string | null>(formats.today())
  const [to, setTo] = useState<string | null>(null)
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const [words, setWords] = useState('')
  const [left, setLeft] = useState<readonly Left[]>([])
  const input = { ...(personId ? { personId } : {}), on: on ?? formats.today(), ...(to ? { to } : {}) }
  const asked = useQuery<typeof planDay>('invitations.plan-day', input)
  const clear = useCommand<typeof clearDay>('invitations.clear-day', {})
  const meetings = asked.data?.meetings ?? []
  const chosen = meetings.filter(one => !out.has(one.id) && (one.own || !to))
  const field = useRef<HTMLTextAreaElement>(null)
  const proof = useProof(words.trim() ? { purpose: 'invitation', text: words, spelling: true } : null)
  const run = async () => {
    if (!(await proof.settle())) return
    const eventIds = [...new Set(chosen.map(({ id }) => id))]
    const answer = await clear.run({ ...input, eventIds, ...(words.trim() ? { words } : {}) })
    if (answer.status !== 'done') return
    void proof.note('invitation', say('page.clear-day'), null)
    setLeft(answer.output.left)
  }
  const key = to ? 'page.clear-day.move' : 'page.clear-day.cancel'
  const refused = clear.answer?.status === 'refused' ? clear.answer.refusal : null
  return (
    <Page
      title={say('page.clear-day')}
      crumbs={[{ label: say('page.invitations'), href: '/invitations' }, { label: say('page.clear-day') }]}
    >
      <div className="inv-day">
        <RecordPicker
          label={say('field.invitations.personId')}
          schema={person}
          words={plainly}
          value={personId}
          onChange={one => setPerson(dayOrNone(one))}
        />
        <DateControl
          label={say('field.invitations.on')}
          schema={aDay}
          words={plainly}
          value={on}
          onChange={one => setOn(dayOrNone(one))}
        />
        <DateControl
          label={say('field.invitations.to')}
          hint={say('field.invitations.to.hint')}
          schema={aDay}
          words={plainly}
          value={to}
          onChange={one => setTo(dayOrNone(one))}
        />
      </div>
      {asked.isError ? <QueryProblem fault={asked.error} again={() => void asked.refetch()} /> : null}
      {asked.data && meetings.length === 0 ? <Empty text={say('page.clear-day.none')} /> : null}
      {meetings.length > 0 ? (
        <>
          <Section title={say('field.invitations.meetings')} count={meetings.length}>
            <ul className="inv-lines">
              {meetings.map(one => (
                <MeetingLine
                  key={`${one.id} ${one.recurrence}`}
                  meeting={one}
                  moves={to !== null}
                  isIn={!out.has(one.id)}
                  onToggle={() => setOut(toggled(out, one.id))}
                />
              ))}
            </ul>
          </Section>
          <Tell meetings={chosen} />
          <div className="inv-words">
            <Field label={say('page.clear-day.words')}>
              {control => (
                <Underlined text={words} marks={marksOf(proof.answer, 'text', proof.passed)}>
                  <textarea
                    ref={field}
                    className="input"
                    {...control}
                    maxLength={4000}
                    value={words}
                    onChange={event => setWords(event.target.value)}
                  />
                </Underlined>
              )}
            </Field>
            <ProofPanel
              proof={proof}
              onGo={found => goInField(field.current, found)}
              onReplace={({ at }, by) =>
                at ? setWords(words.slice(0, at.start) + by + words.slice(at.end)) : undefined
              }
              onSend={() => void run()}
            />
          </div>
          {refused ? <Problem title={refused.message} todo={refused.todo} /> : null}
          <div className="form-foot">
            <Button
              look="primary"
              busy={clear.busy}
              refused={chosen.length === 0 ? say('page.clear-day.none') : undefined}
              onClick={() => void run()}
            >
              {say(key, { count: chosen.length })}
            </Button>
          </div>
        </>
      ) : null}
      {left.map(one => (
        <p key={one.id} role="status" className="t2">
          {say('page.clear-day.left', {
            title: one.title,
            because: say.maybe(`refusal.${one.because}`) ?? one.because,
          })}
        </p>
      ))}
    </Page>
  )
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}

interface LineProps {
  readonly meeting: Meeting
  readonly moves: boolean
  readonly isIn: boolean
  readonly onToggle: () => void
}

function MeetingLine({ meeting, moves, isIn, onToggle }: LineProps) {
  const say = useSay<InvitationKeys>()
  const formats = useFormats()
  const cannot = moves && !meeting.own
  return (
    <li>
      <label className="tick what">
        <input type="checkbox" checked={isIn && !cannot} disabled={cannot} onChange={onToggle} />
        {meeting.title}
      </label>
      <span className="t2 nw">
        {meeting.allDay ? null : `${formats.time(meeting.start)}–${formats.time(meeting.end)}`}
      </span>
      <span className="t3">{meeting.guests.map(({ name }) => name).join(', ') || say('page.clear-day.nobody')}</span>
      {meeting.own ? null : <span className="why t3">{say('page.clear-day.not-own')}</span>}
    </li>
  )
}

/** What guests outside are told: each language once. */
function Tell({ meetings }: { readonly meetings: readonly Meeting[] }) {
  const say = useSay<InvitationKeys>()
  const outside = meetings
    .filter(({ own }) => own)
    .flatMap(({ guests }) => guests.filter(({ email }) => email !== null))
  const texts = new Map<string, { text: string; names: string[] }>()
  for (const { language, text, name } of outside) {
    const known = texts.get(language) ?? { text, names: [] }
    if (!known.names.includes(name)) known.names.push(name)
    texts.set(language, known)
  }
  if (texts.size === 0) return null
  return (
    <Section title={say('page.clear-day.tell')}>
      <p className="t2 inv-text">{say('page.clear-day.text')}</p>
      <ul className="inv-lines">
        {[...texts].map(([language, { text, names }]) => (
          <li key={language}>
            <span className="what">{names.join(', ')}</span>
            <p className="inv-letter why" lang={language}>
              {text}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
