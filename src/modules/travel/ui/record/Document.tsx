import '../travel.css'
import type { Can } from '../../../../web/answers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { type DocumentDetail, documentGlyphs, type TravelKeys } from '../words.ts'

export default function DocumentPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<DocumentDetail> query="travel.get-document" id={id}>
      {detail => <Document detail={detail} key={id} />}
    </RecordOf>
  )
}

function Document({ detail }: { readonly detail: DocumentDetail }) {
  const say = useSay<TravelKeys>()
  const formats = useFormats()
  const { record } = detail
  const facts: (Fact | null)[] = [
    { label: say('field.travel.personId'), value: detail.person?.title ?? '–' },
    detail.number ? { label: say('field.travel.number'), value: detail.number } : null,
    detail.country ? { label: say('field.travel.country'), value: detail.country } : null,
    detail.issuedOn ? { label: say('field.travel.issuedOn'), value: formats.fullDay(detail.issuedOn) } : null,
    { label: say('field.travel.remindDays'), value: detail.remindDays },
    detail.readers.length > 0
      ? { label: say('field.travel.readerIds'), value: detail.readers.map(({ title }) => title).join(', ') }
      : null,
  ]
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.travel'), href: '/travel' },
        { label: say('page.travel-documents'), href: '/travel-documents' },
      ]}
      state={
        <>
          <State glyph={documentGlyphs[record.state]} loud>
            {say(`state.travel-document.${record.state}`)}
          </State>
          <span className="t3">{say('page.travel-documents.private')}</span>
        </>
      }
      figure={detail.expiresOn ? formats.fullDay(detail.expiresOn) : undefined}
      due={detail.expiresOn ? formats.relative(detail.expiresOn) : undefined}
      can={detail.can as readonly Can[]}
      facts={facts.filter(fact => fact !== null)}
      side={<RecordSide id={record.id} documents={detail.document ? [detail.document] : []} linked={[]} />}
    >
      {detail.note ? <p className="trip-text">{detail.note}</p> : null}
    </RecordPage>
  )
}
