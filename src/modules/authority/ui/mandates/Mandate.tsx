import '../authority.css'
import type { Can, OutputOf } from '../../../../web/answers.ts'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { Rich, useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useSession } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import type { getMandate } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { RecordHappened } from '../shared/RecordHappened.tsx'
import { mandateGlyph, rightsInWords, stateWords } from '../shared/words.ts'
import { ActFor } from './ActFor.tsx'

type MandateDetail = OutputOf<typeof getMandate>

export default function Mandate() {
  const { id = '' } = useParams()
  return (
    <RecordOf<MandateDetail> query="authority.get-mandate" id={id}>
      {detail => <MandatePage detail={detail} />}
    </RecordOf>
  )
}

function MandatePage({ detail }: { readonly detail: MandateDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { principal, acting } = useSession()
  const { record, mandate } = detail
  const when = (at: string) => `${formats.weekday(formats.dayOf(at))} ${formats.time(at)}`
  const person = (one: { readonly id: string; readonly name: string }) => (
    <Link className="link" href={`/machine/people/${one.id}`}>
      {one.name}
    </Link>
  )
  const rights = rightsInWords(say, mandate.permissions)
  const mayAct = mandate.to.id === principal.id && mandate.state === 'holds' && acting === null
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.mandates'), href: '/machine/mandates' }]}
      state={
        <State glyph={mandateGlyph[mandate.state as keyof typeof mandateGlyph]} loud>
          {stateWords(say, 'mandate', mandate.state)}
        </State>
      }
      figure={mandate.limit ? formats.money(mandate.limit) : undefined}
      due={<Rich>{say('page.mandate.until', { until: when(mandate.untilAt) })}</Rich>}
      can={detail.can as readonly Can[]}
      facts={[
        { label: say('page.mandate.from'), value: person(mandate.from) },
        { label: say('page.mandate.to'), value: person(mandate.to) },
        { label: say('field.from'), value: when(mandate.fromAt) },
        { label: say('field.clearance'), value: say(`record.class.${mandate.clearance as 0 | 1 | 2 | 3}`) },
        ...(mandate.purpose ? [{ label: say('field.purpose'), value: mandate.purpose }] : []),
        ...(mandate.revokedAt ? [{ label: say('choice.state.revoked'), value: when(mandate.revokedAt) }] : []),
      ]}
      side={<RecordHappened id={record.id} />}
    >
      {mayAct ? (
        <Section title={say('page.mandate.use')}>
          <div className="signing-in">
            <p className="t2">{say('page.mandate.use.text', { name: mandate.from.name })}</p>
            <ActFor mandateId={record.id} />
          </div>
        </Section>
      ) : null}
      <Section title={say('page.mandate.may')} count={rights.length}>
        <ul className="plain-rows">
          {rights.map(words => (
            <li key={words}>
              <span className="span-2">{words}</span>
            </li>
          ))}
        </ul>
      </Section>
    </RecordPage>
  )
}
