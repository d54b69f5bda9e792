import '../visitors.css'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { type KeyDetail, keyGlyphs, type Keys, whenOf } from '../words.ts'

export default function KeyPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<KeyDetail> query="visitors.get-key" id={id}>
      {one => <DoorKey one={one} key={id} />}
    </RecordOf>
  )
}

const keys = { 'visitors.lend-key': 'e', 'visitors.return-key': 'e' }

function DoorKey({ one }: { readonly one: KeyDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { record } = one
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.counter'), href: '/visitors/counter' }]}
      state={
        <State glyph={keyGlyphs[record.state]} loud>
          {say(`state.door-key.${record.state}`)}
        </State>
      }
      can={one.can}
      keys={keys}
      facts={[
        { label: say('field.visitors.type'), value: say(`choice.visitors.type.${one.type}`) },
        { label: say('field.visitors.number'), value: one.number ?? '–' },
      ]}
      side={<RecordSide id={record.id} documents={[]} linked={[]} />}
    >
      {one.note ? <p className="vis-text">{one.note}</p> : null}
      <Section title={say('page.counter.who-had')} count={one.loans.length}>
        {one.loans.length === 0 ? <p className="t3">{say('page.counter.never')}</p> : null}
        <ul className="vis-lines vis-kiosks">
          {one.loans.map(loan => (
            <li key={loan.id}>
              <span className="who">
                <b>{loan.toName}</b>
                <span>
                  {whenOf(formats, loan.lentAt)}
                  {loan.by ? `, ${say('page.counter.by', { name: loan.by.title })}` : ''}
                </span>
              </span>
              <span className="t2">
                {loan.returnedAt
                  ? `${say('page.counter.returned')} ${whenOf(formats, loan.returnedAt)}`
                  : say('page.counter.back-by', { when: whenOf(formats, loan.due) })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </RecordPage>
  )
}
