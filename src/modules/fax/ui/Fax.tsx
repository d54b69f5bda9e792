import './fax.css'
import type { Can } from '../../../web/answers.ts'
import { Button, ButtonLink } from '../../../web/kit/Button.tsx'
import { Alarm } from '../../../web/kit/record/Alarm.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { State } from '../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { useParams } from '../../../web/useAddress.ts'
import { useCommand } from '../../../web/useCommand.ts'
import type { assignFax } from '../contract.ts'
import { FaxPages } from './FaxPages.tsx'
import { type FaxDetail, type FaxKeys, faxGlyphs } from './words.ts'

export default function FaxPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<FaxDetail> query="fax.get-fax" id={id}>
      {detail => <Fax detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = {
  'fax.assign-fax': 'a',
  'fax.settle-fax': 'e',
  'fax.send-again': 'r',
  'fax.note-result': 'e',
  'fax.set-party': 'p',
}

/** One fax: its pages, whose it is, and what became of it. */
function Fax({ detail }: { readonly detail: FaxDetail }) {
  const say = useSay<FaxKeys>()
  const { record, problem } = detail
  const unsent = record.state === 'failed' || record.state === 'doubtful'
  const linked = [detail.party, detail.line, detail.for, detail.againOf]
  const documents = [detail.document, detail.reportDocument].filter(one => one !== null)
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.fax'), href: '/post/fax' }, { label: detail.number }]}
      state={
        <>
          <State glyph={faxGlyphs[record.state]} loud>
            {say(`state.fax.${record.state}`)}
          </State>
          <span>{say(`page.fax.${detail.direction}`)}</span>
        </>
      }
      can={detail.can as readonly Can[]}
      keys={keys}
      last={detail.digest ? <Files id={record.id} /> : null}
      alarm={
        unsent ? (
          <Alarm
            title={say(`state.fax.${record.state}`)}
            found=""
            signs={[say(`choice.fax.problem.${problem ?? 'other'}`)]}
          />
        ) : null
      }
      facts={useFacts(detail)}
      side={<RecordSide id={record.id} documents={documents} linked={linked} />}
    >
      <Perhaps detail={detail} />
      {detail.note ? (
        <Section title={say('field.fax.note')}>
          <p className="fax-note">{detail.note}</p>
        </Section>
      ) : null}
      <FaxPages document={detail.document} />
      {detail.report ? (
        <Section title={say('page.fax.report')}>
          <p className="fax-note t2">{detail.report}</p>
        </Section>
      ) : null}
    </RecordPage>
  )
}

function Files({ id }: { readonly id: string }) {
  const say = useSay<FaxKeys>()
  return (
    <>
      <ButtonLink href={`/api/fax/${id}/proof.pdf`} icon="certificate">
        {say('page.fax.proof')}
      </ButtonLink>
      <ButtonLink href={`/api/fax/${id}/sent.pdf`} look="quiet">
        {say('page.fax.sent-file')}
      </ButtonLink>
    </>
  )
}

/** Whose name stands on it, or who had the last one from there: one press gives it to them. */
function Perhaps({ detail: { record, perhapsFor } }: { readonly detail: FaxDetail }) {
  const say = useSay<FaxKeys>()
  const assign = useCommand<typeof assignFax>('fax.assign-fax')
  if (perhapsFor.length === 0) return null
  return (
    <p className="fax-perhaps">
      <span className="t2">{say('page.fax.perhaps')}</span>
      {perhapsFor.map(({ id, title }) => (
        <Button
          key={id}
          size="s"
          icon="user"
          busy={assign.busy}
          onClick={() => void assign.run({ id: record.id, expectedVersion: record.version, toId: id })}
        >
          {title}
        </Button>
      ))}
    </p>
  )
}

function useFacts(detail: FaxDetail): readonly Fact[] {
  const say = useSay<FaxKeys>()
  const formats = useFormats()
  const facts: (Fact | null)[] = [
    detail.fax ? { label: say('page.fax.paper.number'), value: detail.fax } : null,
    detail.name && detail.name !== detail.record.title ? { label: say('field.fax.title'), value: detail.name } : null,
    detail.pages === null ? null : { label: say('page.fax.pages'), value: formats.number(detail.pages) },
    { label: say('page.fax.when'), value: formats.moment(detail.at) },
    detail.endedAt ? { label: say('page.fax.ended'), value: formats.moment(detail.endedAt) } : null,
    detail.for ? { label: say('page.fax.for'), value: detail.for.title } : null,
    detail.by ? { label: say('page.fax.by'), value: detail.by.title } : null,
    detail.line ? { label: say('page.fax.line'), value: detail.line.title } : null,
    detail.spoolJob ? { label: say('page.fax.spool'), value: detail.spoolJob } : null,
  ]
  return facts.filter(fact => fact !== null)
}
