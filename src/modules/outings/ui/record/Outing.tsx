import '../outings.css'
import { useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { answerGlyphs, type OutingDetail, outingGlyphs, type OutingKeys } from '../words.ts'
import { Budget } from './Budget.tsx'
import { Eaten, Food } from './Food.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { People } from './People.tsx'
import { Programme } from './Programme.tsx'

export default function OutingPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<OutingDetail> query="outings.get-outing" id={id}>
      {detail => <Outing detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = { 'outings.register': 'e', 'outings.give-feedback': 'e' }

function Outing({ detail }: { readonly detail: OutingDetail }) {
  const say = useSay<OutingKeys>()
  const formats = useFormats()
  const [inviting, setInviting] = useState(false)
  const { record, feedback } = detail
  const can = detail.can as readonly Can[]
  const mayInvite = can.some(({ command }) => command === 'outings.invite-guests')
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.outings'), href: '/outings' },
        { label: formats.fullDay(formats.dayOf(detail.startsAt)) },
      ]}
      state={
        <>
          <State glyph={outingGlyphs[record.state]} loud>
            {say(`state.outing.${record.state}`)}
          </State>
          {detail.mine && detail.mine !== 'invited' ? (
            <State glyph={answerGlyphs[detail.mine]}>
              {say(`choice.outings.answer.${detail.mine}`)}
              {detail.myGuests > 0 ? ` ${say('page.outing.with', { count: detail.myGuests })}` : ''}
            </State>
          ) : null}
        </>
      }
      figure={
        detail.capacity === null
          ? detail.taken
          : say('page.outings.taken', { taken: detail.taken, capacity: detail.capacity })
      }
      due={`${formats.weekday(formats.dayOf(detail.startsAt))} ${formats.time(detail.startsAt)}–${formats.time(detail.endsAt)}`}
      can={can.filter(({ command }) => command !== 'outings.invite-guests')}
      keys={keys}
      last={
        <>
          {mayInvite ? (
            <Button icon="send" onClick={() => setInviting(true)}>
              {say('outings.invite-guests')}
            </Button>
          ) : null}
          <ButtonLink href={`/outing-door/${record.id}`} look="quiet" icon="checklist">
            {say('page.outing.door')}
          </ButtonLink>
          {detail.taken > 0 ? <Tags id={record.id} /> : null}
        </>
      }
      facts={useFacts(detail)}
      side={<RecordSide id={record.id} documents={detail.budget.flatMap(line => line.document ?? [])} linked={[]} />}
    >
      {detail.description ? <p className="outing-text">{detail.description}</p> : null}
      <People detail={detail} />
      <Programme detail={detail} />
      <Eaten detail={detail} />
      <Food detail={detail} />
      <Budget detail={detail} />
      {feedback.average === null ? null : (
        <Section
          title={say('page.outing.feedback')}
          more={say('page.outing.feedback.sum', {
            average: formats.number(feedback.average, 1),
            count: feedback.count,
          })}
        >
          <ul className="outing-rows">
            {feedback.texts.map((text, at) => (
              <li key={at}>
                <span className="what">{text}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {inviting ? <InviteDialog detail={detail} onClose={() => setInviting(false)} /> : null}
    </RecordPage>
  )
}

/** Labels as the stationer sells them; whose sheets lie in the cupboard knows the office. */
const sheets = [
  { name: 'L7160', across: 3, down: 7, width: '63.5', height: '38.1' },
  { name: 'L7163', across: 2, down: 7, width: '99.1', height: '38.1' },
  { name: 'L7165', across: 2, down: 4, width: '99.1', height: '67.7' },
  { name: 'L4785', across: 2, down: 5, width: '80', height: '50' },
] as const

function Tags({ id }: { readonly id: string }) {
  const say = useSay<OutingKeys>()
  const formats = useFormats()
  const millimetres = (text: string) => formats.number(Number(text), text.includes('.') ? 1 : 0)
  return (
    <Menu
      label={say('page.outing.tags')}
      align="end"
      width={340}
      button={opener => (
        <Button look="quiet" {...opener}>
          {say('page.outing.tags')}
        </Button>
      )}
    >
      {sheets.map(({ width, height, ...sheet }) => (
        <MenuItem
          key={sheet.name}
          onSelect={() => location.assign(`/api/outings/${id}/name-tags.pdf?sheet=${sheet.name}`)}
        >
          {say('page.outing.tags.sheet', { ...sheet, width: millimetres(width), height: millimetres(height) })}
        </MenuItem>
      ))}
    </Menu>
  )
}

function useFacts(detail: OutingDetail): readonly Fact[] {
  const say = useSay<OutingKeys>()
  const formats = useFormats()
  const facts: (Fact | null)[] = [
    detail.place ? { label: say('field.outings.place'), value: detail.place } : null,
    { label: say('field.outings.ownerId'), value: detail.owner?.title ?? '–' },
    detail.plusOnes > 0 ? { label: say('field.outings.plusOnes'), value: detail.plusOnes } : null,
    detail.registerUntil
      ? { label: say('field.outings.registerUntil'), value: formats.moment(detail.registerUntil) }
      : null,
    detail.eventId
      ? {
          label: say('page.outing.in-calendar'),
          value: <Link href={`/calendar/${detail.eventId}`}>{detail.record.title}</Link>,
        }
      : null,
    detail.perHead ? { label: say('page.outing.per-head'), value: formats.money(detail.perHead) } : null,
  ]
  return facts.filter(fact => fact !== null)
}
