import './matter.css'
import { useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { type Fact, Facts, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { Rich, useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { MatterState } from '../MatterState.tsx'
import type { MatterDetail, MattersKeys } from '../words.ts'
import { Bound, Merged, People, Tasks } from './Holdings.tsx'
import { ChangeMatter } from './ChangeMatter.tsx'
import { CloseMatter } from './CloseMatter.tsx'
import { Missing } from './Missing.tsx'
import { MatterTimeline } from './MatterTimeline.tsx'
import { RecordLink } from './RecordLink.tsx'

/** What the page offers in its own place: not among the buttons as well. */
const inPlace = new Set(['matters.change-matter', 'matters.close-matter', 'matters.add-item', 'matters.add-party'])
const keys = {
  'work.create-task': 't',
  'matters.bind-record': 'b',
  'matters.hand-over': 'a',
  'matters.set-waiting': 'w',
  'matters.resume-matter': 'w',
  'work.add-comment': 'm',
}

export default function MatterPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<MatterDetail> query="matters.get-matter" id={id}>
      {detail => <MatterRecord detail={detail} key={id} />}
    </RecordOf>
  )
}

export const offers = (detail: MatterDetail, command: string): Can | undefined =>
  detail.can.find(one => one.command === command && !one.refusedBecause) as Can | undefined

function MatterRecord({ detail }: { readonly detail: MatterDetail }) {
  const say = useSay<MattersKeys>()
  const sayAny = useSay<string>()
  const formats = useFormats()
  const [closing, setClosing] = useState(false)
  const { record, matter, budget } = detail
  const close = offers(detail, 'matters.close-matter')
  useHotkeys([
    close
      ? { keys: 'e', label: say('matters.close-matter'), group: say('kind.matter'), run: () => setClosing(true) }
      : null,
  ])
  const due =
    matter.targetOn && matter.state !== 'closed'
      ? say('page.matter.target', { on: formats.weekday(matter.targetOn), when: formats.relative(matter.targetOn) })
      : null
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.matters'), href: '/matters' }]}
      state={
        <>
          <MatterState matter={matter} loud />
          {matter.waitingFor ? <span>{say('page.matters.waits-for', { name: matter.waitingFor })}</span> : null}
          {matter.kindName ? <span>{matter.kindName}</span> : null}
          {detail.result ? <span>{detail.result}</span> : null}
        </>
      }
      figure={budget ? formats.money(budget) : null}
      due={due ? <Rich>{due}</Rich> : null}
      can={detail.can.filter(({ command }) => !inPlace.has(command)) as readonly Can[]}
      keys={keys}
      last={
        <>
          {close ? (
            <Button keys="e" onClick={() => setClosing(true)}>
              {say('matters.close-matter')}…
            </Button>
          ) : null}
          <ButtonLink look="quiet" icon="printer" href={`/matter-covers/${record.id}`}>
            {say('page.matter.print')}
          </ButtonLink>
        </>
      }
      side={<MatterTimeline detail={detail} />}
    >
      <About detail={detail} />
      {detail.note ? (
        <Section title={sayAny('field.note')}>
          <p className="matter-note">{detail.note}</p>
        </Section>
      ) : null}
      <Tasks detail={detail} />
      <Missing detail={detail} />
      <Bound detail={detail} />
      <People
        detail={detail}
        onAdd={add => openCommand({ command: add.command, input: add.input, about: record.title })}
      />
      <Merged detail={detail} />
      {closing && close ? <CloseMatter detail={detail} input={close.input} onClose={() => setClosing(false)} /> : null}
    </RecordPage>
  )
}

/** The facts in their columns, and the door to changing them. */
function About({ detail }: { readonly detail: MatterDetail }) {
  const say = useSay<MattersKeys>()
  const [changing, setChanging] = useState(false)
  const change = offers(detail, 'matters.change-matter')
  const words = say('matters.change-matter')
  useHotkeys([
    change ? { keys: 'shift+e', label: words, group: say('kind.matter'), run: () => setChanging(true) } : null,
  ])
  return (
    <Section
      title={say('page.matter.facts')}
      more={
        change ? (
          <button type="button" className="matter-quiet" onClick={() => setChanging(true)}>
            {words}
          </button>
        ) : null
      }
    >
      <Facts facts={useFacts(detail)} />
      {changing && change ? (
        <ChangeMatter detail={detail} input={change.input} onClose={() => setChanging(false)} />
      ) : null}
    </Section>
  )
}

export function useFacts({ matter, endedAt, endedBy }: MatterDetail): readonly Fact[] {
  const say = useSay<string>()
  const formats = useFormats()
  const facts: (Fact | null)[] = [
    { label: say('field.ownerId'), value: matter.owner?.title ?? '–' },
    matter.for ? { label: say('field.forId'), value: <RecordLink to={matter.for} /> } : null,
    { label: say('field.startOn'), value: formats.weekday(matter.startOn) },
    matter.targetOn ? { label: say('field.targetOn'), value: formats.weekday(matter.targetOn) } : null,
    matter.waitingUntil ? { label: say('field.waitingUntil'), value: formats.weekday(matter.waitingUntil) } : null,
    endedAt
      ? {
          label: say('page.matter.ended'),
          value: [formats.moment(endedAt), endedBy?.title].filter(Boolean).join(', '),
        }
      : null,
  ]
  return facts.filter(fact => fact !== null)
}
