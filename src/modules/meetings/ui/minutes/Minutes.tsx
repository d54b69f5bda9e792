import '../meetings.css'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Can } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { ProofPanel } from '../../../../web/kit/proof/ProofPanel.tsx'
import { useProof } from '../../../../web/kit/proof/useProof.ts'
import { RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { finishMinutes, setPresence } from '../../contract.ts'
import type { AgendaItem, MeetingDetail, MeetingKeys } from '../words.ts'
import { changed, inserted, kindOf, type Line, without } from './lines.ts'
import { type Minutes, useMinutes } from './useMinutes.ts'

export default function MinutesPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<MeetingDetail> query="meetings.get-meeting" id={id}>
      {detail => <Written detail={detail} key={id} />}
    </RecordOf>
  )
}

function Written({ detail }: { readonly detail: MeetingDetail }) {
  const say = useSay<MeetingKeys>()
  const { record } = detail
  const crumbs = [
    { label: say('page.meetings'), href: '/meetings' },
    { label: record.title, href: `/meetings/${record.id}` },
  ]
  if (record.state === 'preparing' || record.state === 'underway') return <Writing detail={detail} crumbs={crumbs} />
  return (
    <Page title={say('page.meeting.minutes')} crumbs={crumbs}>
      <Empty text={say('page.minutes.locked')} />
      <ButtonLink href={`/meetings/${record.id}`}>{say('page.meeting.to-meeting')}</ButtonLink>
    </Page>
  )
}

interface WritingProps {
  readonly detail: MeetingDetail
  readonly crumbs: readonly { label: string; href: string }[]
}

/** One page for the whole meeting: tick who is there, type line by line; everything is kept as it is typed. */
function Writing({ detail, crumbs }: WritingProps) {
  const say = useSay<MeetingKeys>()
  const formats = useFormats()
  const go = useGo()
  const minutes = useMinutes(detail)
  const finish = useCommand<typeof finishMinutes>('meetings.finish-minutes')
  const { record } = detail
  const text = minutes.lines.map(line => line.typed).join('\n')
  const proof = useProof({ purpose: 'memo', subject: record.title, text, spelling: true })
  const end = async () => {
    if (!(await proof.settle())) return
    for (let tries = 0; tries < 3; tries++) if (await minutes.flush()) break
    const answer = await finish.run({ id: record.id })
    if (answer.status !== 'done') return
    void proof.note('memo', record.title, record.id)
    go(`/meetings/${record.id}`)
  }
  const mayFinish = (detail.can as readonly Can[]).some(({ command }) => command === 'meetings.finish-minutes')
  return (
    <Page
      title={record.title}
      crumbs={crumbs}
      beside={`${formats.weekday(formats.dayOf(detail.startsAt))} ${formats.time(detail.startsAt)}–${formats.time(detail.endsAt)}`}
      end={
        <span className="meeting-ends">
          <span className="minutes-status" role="status">
            {minutes.state === 'saved'
              ? say('page.minutes.saved')
              : minutes.state === 'saving'
                ? say('page.minutes.saving')
                : say('page.minutes.kept-here')}
          </span>
          {mayFinish ? (
            <Button look="primary" busy={finish.busy} onClick={() => void end()}>
              {say('meetings.finish-minutes')}
            </Button>
          ) : null}
        </span>
      }
    >
      <div className="minutes">
        <Presence detail={detail} />
        <p className="about">{say('page.minutes.hint')}</p>
        <Lines title={say('page.minutes.general')} itemId={null} minutes={minutes} detail={detail} />
        {detail.agenda.map(item => (
          <Lines
            key={item.id}
            title={`${item.position}. ${item.title}`}
            item={item}
            itemId={item.id}
            minutes={minutes}
            detail={detail}
          />
        ))}
        <ProofPanel proof={proof} onSend={() => void end()} />
      </div>
    </Page>
  )
}

function Presence({ detail }: { readonly detail: MeetingDetail }) {
  const say = useSay<MeetingKeys>()
  const note = useCommand<typeof setPresence>('meetings.set-presence', { quiet: true })
  return (
    <fieldset className="minutes-people">
      <legend className="t3">{say('page.minutes.present')}</legend>
      {detail.people
        .filter(one => one.role !== 'informed')
        .map(one => (
          <label className="tick" key={one.id}>
            <input
              type="checkbox"
              checked={one.presence === 'present'}
              onChange={event =>
                void note.run({
                  id: detail.record.id,
                  attendeeId: one.id,
                  presence: event.target.checked ? 'present' : 'absent',
                })
              }
            />
            {one.name}
          </label>
        ))}
    </fieldset>
  )
}

interface LinesProps {
  readonly title: string
  readonly itemId: string | null
  readonly item?: AgendaItem
  readonly minutes: Minutes
  readonly detail: MeetingDetail
}

/** The lines under one item; the last one is empty and waits. */
function Lines({ title, itemId, item, minutes, detail }: LinesProps) {
  const say = useSay<MeetingKeys>()
  const fields = useRef(new Map<string, HTMLTextAreaElement>())
  const next = useRef<string>(crypto.randomUUID())
  const known = new Set(detail.agenda.map(one => one.id))
  const own = minutes.lines.filter(line => (line.itemId && known.has(line.itemId) ? line.itemId : null) === itemId)
  // at once, so that the next key falls into the line it is meant for, however fast somebody types
  const focus = (lineId: string | undefined) => {
    const field = lineId ? fields.current.get(lineId) : undefined
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }
  const change = (lines: readonly Line[]) => flushSync(() => minutes.change(lines))
  const keep = (line: Line | null, typed: string) => {
    if (line) return minutes.change(changed(minutes.lines, line.lineId, typed))
    const lineId = next.current
    next.current = crypto.randomUUID()
    const after = own.at(-1)?.lineId ?? null
    change(changed(inserted(minutes.lines, { lineId, itemId, after }), lineId, typed))
    focus(lineId)
  }
  const add = (after: Line) => {
    const lineId = crypto.randomUUID()
    change(inserted(minutes.lines, { lineId, itemId, after: after.lineId }))
    focus(lineId)
  }
  const drop = (line: Line, at: number) => {
    change(without(minutes.lines, line.lineId))
    focus(own[at - 1]?.lineId ?? own[at + 1]?.lineId)
  }
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {item?.note ? <p className="about">{item.note}</p> : null}
      {own.map((line, at) => (
        <LineField
          key={line.lineId}
          line={line}
          label={say('page.minutes.line')}
          detail={detail}
          field={element => {
            if (element) fields.current.set(line.lineId, element)
            else fields.current.delete(line.lineId)
          }}
          onType={typed => keep(line, typed)}
          onEnter={() => add(line)}
          onEmpty={() => drop(line, at)}
          onStep={by => focus(own[at + by]?.lineId)}
        />
      ))}
      <div className="minutes-line" data-kind="note">
        <textarea
          rows={1}
          value=""
          aria-label={`${say('page.minutes.line')}: ${title}`}
          placeholder="…"
          maxLength={2000}
          onChange={event => keep(null, event.target.value)}
        />
      </div>
    </section>
  )
}

interface LineFieldProps {
  readonly line: Line
  readonly label: string
  readonly detail: MeetingDetail
  readonly field: (element: HTMLTextAreaElement | null) => void
  readonly onType: (typed: string) => void
  readonly onEnter: () => void
  readonly onEmpty: () => void
  readonly onStep: (by: number) => void
}

function LineField({ line, label, detail, field, onType, onEnter, onEmpty, onStep }: LineFieldProps) {
  const kind = kindOf(line.typed)
  return (
    <div className="minutes-line" data-kind={kind}>
      <textarea
        ref={field}
        rows={1}
        value={line.typed}
        aria-label={label}
        maxLength={2000}
        onChange={event => onType(event.target.value)}
        onKeyDown={event => {
          const { selectionStart: at, value } = event.currentTarget
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            onEnter()
          } else if (event.key === 'Backspace' && value === '') {
            event.preventDefault()
            onEmpty()
          } else if (event.key === 'ArrowUp' && at === 0) onStep(-1)
          else if (event.key === 'ArrowDown' && at === value.length) onStep(1)
        }}
      />
      {kind === 'note' ? null : <Read line={line} detail={detail} kind={kind} />}
    </div>
  )
}

/** How the line is understood: beside it, as soon as the server has said. */
function Read({
  line,
  detail,
  kind,
}: {
  readonly line: Line
  readonly detail: MeetingDetail
  readonly kind: 'decision' | 'action'
}) {
  const say = useSay<MeetingKeys>()
  const formats = useFormats()
  const told = detail.lines.find(one => one.lineId === line.lineId && one.typed === line.typed)
  const parts =
    kind === 'decision'
      ? [say('page.minutes.decision')]
      : [
          say('page.minutes.action'),
          told ? (told.owner?.title ?? (told.who ? `${told.who} – ${say('page.minutes.unclear')}` : null)) : null,
          told?.dueOn ? formats.weekday(told.dueOn) : null,
        ]
  return <span className="read">{parts.filter(Boolean).join(' · ')}</span>
}
