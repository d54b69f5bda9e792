import './keeping.css'
import type { Can } from '../../../../web/answers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import type { CertificateDetail, Words } from './keepingWords.ts'

export default function CertificatePage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<CertificateDetail> query="documents.get-certificate" id={id}>
      {detail => <CertificateRecord detail={detail} />}
    </RecordOf>
  )
}

function CertificateRecord({ detail }: { readonly detail: CertificateDetail }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const { record, certificate, linesErased, linesKept } = detail
  const facts: (Fact | null)[] = [
    { label: say('page.keeping.decided'), value: formats.moment(certificate.decidedAt) },
    { label: say('page.keeping.decided-by'), value: certificate.decidedBy },
    { label: say('page.keeping.reason'), value: certificate.reason },
    certificate.handedTo ? { label: say('field.handedTo'), value: certificate.handedTo } : null,
  ]
  const isGone = certificate.gone === certificate.papers
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.documents'), href: '/documents' },
        { label: say('kind.destruction-certificate.plural'), href: '/documents/certificates' },
      ]}
      state={
        <State glyph={isGone ? 'done' : 'waits'} loud>
          {say(isGone ? 'page.keeping.gone' : 'page.keeping.waiting')}
        </State>
      }
      can={detail.can as readonly Can[]}
      facts={facts.filter(fact => fact !== null)}
      side={<RecordTimeline id={record.id} />}
    >
      <Section
        title={say('kind.destroyed-document.plural')}
        count={formats.number(certificate.papers)}
        more={
          <a href={`/api/documents/certificates/${record.id}/pdf`} download>
            {say('page.keeping.pdf')}
          </a>
        }
      >
        {certificate.again ? <p>{say('page.keeping.again')}</p> : null}
        <p className="t2">{say('page.keeping.lines', { erased: linesErased, kept: linesKept })}</p>
        <Lines detail={detail} />
      </Section>
    </RecordPage>
  )
}

function Lines({ detail }: { readonly detail: CertificateDetail }) {
  const say = useSay<Words>()
  const formats = useFormats()
  return (
    <div className="keep-scroll" tabIndex={0} role="region" aria-label={say('kind.destroyed-document.plural')}>
      <table className="tbl">
        <thead>
          <tr>
            <th>{say('page.keeping.paper')}</th>
            <th className="wide">{say('field.classCode')}</th>
            <th className="wide">{say('page.keeping.since')}</th>
            <th>{say('page.keeping.gone')}</th>
          </tr>
        </thead>
        <tbody>
          {detail.lines.map(line => (
            <tr key={line.position}>
              <td>
                {line.title ?? <span className="t2">{say('page.keeping.confidential')}</span>}
                <div className="t3">
                  {[say(`choice.kind.${line.kind}`), formats.fullDay(line.issuedOn ?? line.receivedOn)].join(' · ')}
                </div>
                <div className="t3 keep-digest">SHA-256 {line.digest}</div>
              </td>
              <td className="t2 wide">{[line.classCode, line.basis].filter(Boolean).join(' · ')}</td>
              <td className="t2 wide">{line.keepUntil ? formats.fullDay(line.keepUntil) : ''}</td>
              <td>
                {line.goneAt ? formats.moment(line.goneAt) : say('page.keeping.waiting')}
                {line.shared ? <div className="t3">{say('page.keeping.shared')}</div> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
