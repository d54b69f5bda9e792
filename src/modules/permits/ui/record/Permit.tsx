import '../permits.css'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Alarm } from '../../../../web/kit/record/Alarm.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { type Step, Steps } from '../../../../web/kit/record/Steps.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { type Glyph, State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { checkCondition, setRequirement } from '../../contract.ts'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { type PermitDetail, permitGlyphs, type PermitKeys } from '../words.ts'

export default function PermitPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<PermitDetail> query="permits.get-permit" id={id}>
      {detail => <Permit detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = { 'permits.send-application': 'e', 'permits.note-decision': 'd', 'permits.send-completion': 'e' }

function Permit({ detail }: { readonly detail: PermitDetail }) {
  const say = useSay<PermitKeys>()
  const formats = useFormats()
  const { record } = detail
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.permits'), href: '/permits' }]}
      state={
        <>
          <State glyph={permitGlyphs[record.state]} loud>
            {say(`state.permit.${record.state}`)}
          </State>
          {detail.expired ? (
            <State glyph="late" loud>
              {say('page.permits.expired')}
            </State>
          ) : null}
          {detail.permitType ? <span>{detail.permitType}</span> : null}
        </>
      }
      figure={detail.fee ? formats.money(detail.fee) : null}
      due={detail.nextOn ? formats.weekday(detail.nextOn) : null}
      can={detail.can as readonly Can[]}
      keys={keys}
      alarm={
        detail.completionWhat ? (
          <Alarm
            title={say('state.permit.completion')}
            found={detail.completionDueOn ? formats.weekday(detail.completionDueOn) : ''}
            signs={[detail.completionWhat]}
          />
        ) : null
      }
      facts={useFacts(detail)}
      side={
        <RecordSide
          id={record.id}
          documents={detail.documents}
          linked={[detail.authority, detail.renews, detail.renewedBy]}
        />
      }
    >
      <Steps steps={useSteps(detail)} />
      <Requirements detail={detail} />
      <Conditions detail={detail} />
      {detail.note ? <p className="permit-text">{detail.note}</p> : null}
    </RecordPage>
  )
}

function useFacts(detail: PermitDetail): readonly Fact[] {
  const say = useSay<PermitKeys>()
  const formats = useFormats()
  const { renews, renewedBy } = detail
  const facts: (Fact | null)[] = [
    { label: say('field.authorityId'), value: detail.authority?.title ?? '–' },
    { label: say('field.ownerId' as PermitKeys), value: detail.owner?.title ?? '–' },
    detail.reference ? { label: say('field.permits.reference'), value: detail.reference } : null,
    detail.receivedOn ? { label: say('field.receivedOn'), value: formats.weekday(detail.receivedOn) } : null,
    detail.appealUntil ? { label: say('field.appealUntil'), value: formats.weekday(detail.appealUntil) } : null,
    detail.renewOn ? { label: say('page.permit.renew-on'), value: formats.weekday(detail.renewOn) } : null,
    renews
      ? { label: say('page.permit.renews'), value: <Link href={`/permits/${renews.id}`}>{renews.title}</Link> }
      : null,
    renewedBy
      ? {
          label: say('page.permit.renewed-by'),
          value: <Link href={`/permits/${renewedBy.id}`}>{renewedBy.title}</Link>,
        }
      : null,
  ]
  return facts.filter(fact => fact !== null)
}

/** The way of a permit: prepared, sent, decided, valid. */
function useSteps(detail: PermitDetail): readonly Step[] {
  const say = useSay<PermitKeys>()
  const formats = useFormats()
  const { state } = detail.record
  const day = (on: string | null) => (on ? [formats.day(on)] : [])
  const held = state === 'granted' || state === 'partly'
  const met = detail.requirements.filter(one => one.met).length
  const decided: Glyph = detail.decidedOn ? permitGlyphs[state] : 'open'
  return [
    {
      title: say('page.permit.prepared'),
      glyph: state === 'preparing' ? 'half' : 'done',
      lines: detail.requirements.length ? [`${met} / ${detail.requirements.length}`] : [],
    },
    {
      title: say('state.permit.sent'),
      glyph: detail.sentOn || detail.decidedOn ? 'done' : 'open',
      lines: day(detail.sentOn),
    },
    { title: say('page.permit.decision'), glyph: decided, lines: day(detail.decidedOn) },
    {
      title: say('page.permit.valid'),
      glyph: held ? (detail.expired ? 'late' : 'done') : 'open',
      lines: held
        ? [
            ...day(detail.validFrom),
            detail.validUntil
              ? say('page.permit.until', { on: formats.day(detail.validUntil) })
              : say('page.permit.for-good'),
          ]
        : [],
    },
  ]
}

function Requirements({ detail }: { readonly detail: PermitDetail }) {
  const say = useSay<PermitKeys>()
  const set = useCommand<typeof setRequirement>('permits.set-requirement', { said: say('page.permit.done') })
  const { id, version } = detail.record
  const may = detail.can.some(({ command }) => command === 'permits.change-permit')
  if (!detail.requirements.length) return null
  return (
    <Section title={say('page.permit.requirements')} count={detail.requirements.length}>
      <ul className="permit-lines">
        {detail.requirements.map(one => (
          <li key={one.id}>
            <label className="tick what">
              <input
                className="box"
                type="checkbox"
                checked={one.met}
                disabled={!may || set.busy}
                onChange={event =>
                  void set.run({ id, expectedVersion: version, requirementId: one.id, met: event.target.checked })
                }
              />
              {one.requirement}
            </label>
            {one.document ? <Link href={`/documents/${one.document.id}`}>{one.document.title}</Link> : null}
            {may ? (
              <Button
                size="s"
                look="quiet"
                icon="paperclip"
                onClick={() =>
                  openCommand({
                    command: 'permits.set-requirement',
                    input: { id, expectedVersion: version, requirementId: one.id, met: true },
                    about: one.requirement,
                  })
                }
              >
                {say('field.documentId')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Conditions({ detail }: { readonly detail: PermitDetail }) {
  const say = useSay<PermitKeys>()
  const formats = useFormats()
  const check = useCommand<typeof checkCondition>('permits.check-condition', { said: say('page.permit.done') })
  const { id, version } = detail.record
  const may = detail.can.some(({ command }) => command === 'permits.add-condition')
  if (!detail.conditions.length) return null
  return (
    <Section title={say('page.permit.conditions')} count={detail.conditions.length}>
      <ul className="permit-lines">
        {detail.conditions.map(one => (
          <li key={one.id}>
            <span className="what">{one.condition}</span>
            <span className="t3">
              {[one.owner?.title, say(`choice.rhythm.${one.every}`)].filter(Boolean).join(' · ')}
            </span>
            {one.nextOn ? (
              <State glyph={one.late ? 'late' : 'open'}>
                {say('page.permit.next-check', { on: formats.day(one.nextOn) })}
              </State>
            ) : one.checkedOn ? (
              <State glyph="done">{say('page.permit.checked', { on: formats.day(one.checkedOn) })}</State>
            ) : null}
            {may && one.nextOn ? (
              <Button
                size="s"
                icon="check"
                busy={check.busy}
                onClick={() => void check.run({ id, expectedVersion: version, conditionId: one.id })}
              >
                {say('permits.check-condition')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
