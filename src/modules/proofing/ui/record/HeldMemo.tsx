import '../proofing.css'
import type { Can } from '../../../../web/answers.ts'
import { Alarm } from '../../../../web/kit/record/Alarm.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useSentence } from '../../../../web/language/sentence.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { type CheckDetail, checkGlyphs, type ProofingKeys } from '../words.ts'

export default function HeldMemoPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<CheckDetail> query="proofing.get-check" id={id}>
      {detail => <HeldMemo detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = { 'proofing.release-memo': 'e', 'proofing.ask-author': 'q', 'proofing.correct-memo': 'w' }

function HeldMemo({ detail }: { readonly detail: CheckDetail }) {
  const say = useSay<ProofingKeys>()
  const formats = useFormats()
  const { record, question, answer } = detail
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.held'), href: '/held' }]}
      state={
        <>
          <State glyph={checkGlyphs[record.state]} loud>
            {say(`state.outgoing-check.${record.state}`)}
          </State>
          <span>{say(`choice.purpose.${detail.purpose}`)}</span>
        </>
      }
      can={detail.can as readonly Can[]}
      keys={keys}
      alarm={<Doubts detail={detail} />}
      facts={useFacts(detail)}
      side={
        <RecordSide
          id={record.id}
          documents={detail.document ? [detail.document] : []}
          linked={[detail.author, detail.about]}
        />
      }
    >
      {question ? (
        <Section title={say('page.held.question')}>
          <blockquote className="held-said">{question}</blockquote>
          {answer ? (
            <>
              <p className="t3">{say('page.held.answer')}</p>
              <blockquote className="held-said">{answer}</blockquote>
            </>
          ) : record.state === 'asked' ? (
            <p className="t3">{say('page.held.waits')}</p>
          ) : null}
        </Section>
      ) : null}
      {detail.memo ? (
        <Section title={say('page.held.words')}>
          <p className="held-memo">{marked(detail.memo, detail)}</p>
        </Section>
      ) : null}
      {detail.decidedAt && detail.decidedBy ? (
        <p className="t3">
          {say('page.held.decided')}: {detail.decidedBy.title}, {formats.moment(detail.decidedAt)}
        </p>
      ) : null}
    </RecordPage>
  )
}

/** Loud where something cannot be right; else a quiet list. */
function Doubts({ detail }: { readonly detail: CheckDetail }) {
  const say = useSay<ProofingKeys>()
  const tell = useSentence()
  if (detail.findings.length === 0) return null
  const signs = detail.findings.map(one => (
    <>
      {one.words ? <b>{one.words}</b> : null} {tell(one.reason)}
    </>
  ))
  if (detail.loud > 0) return <Alarm title={say('page.held.findings')} signs={signs} />
  return (
    <Section title={say('page.held.findings')} count={detail.findings.length}>
      <ul className="held-quiet">
        {signs.map((sign, index) => (
          <li key={index}>{sign}</li>
        ))}
      </ul>
    </Section>
  )
}

/** The memo with its doubtful words marked. */
function marked(memo: string, { findings }: CheckDetail) {
  const words = findings.map(one => one.words).filter(one => one.length > 1 && memo.includes(one))
  if (words.length === 0) return memo
  const pattern = new RegExp(`(${words.map(one => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'g')
  return memo.split(pattern).map((part, index) => (index % 2 ? <mark key={index}>{part}</mark> : part))
}

function useFacts(detail: CheckDetail): readonly Fact[] {
  const say = useSay<ProofingKeys>()
  const formats = useFormats()
  const facts: (Fact | null)[] = [
    detail.author ? { label: say('field.authorId'), value: detail.author.title } : null,
    { label: say('page.held.with'), value: detail.holder?.title ?? '–' },
    detail.wish ? { label: say('field.wish'), value: say(`choice.wish.${detail.wish}`) } : null,
    { label: say('page.held.changed'), value: formats.moment(detail.changedAt) },
  ]
  return facts.filter(fact => fact !== null)
}
