import '../publishing.css'
import { useMemo, useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { type PageDetail, pageGlyphs, type PublishingKeys } from '../words.ts'
import { diffOf, type Piece } from './diff.ts'

export default function PageChangePage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<PageDetail> query="publishing.get-page-change" id={id}>
      {detail => <PageChange detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = {
  'publishing.approve-page-change': 'a',
  'publishing.check-page-change': 'e',
  'publishing.change-page-change': 's',
}

/** What stands on the page and what is to stand there, side by side, and whether it does. */
function PageChange({ detail }: { readonly detail: PageDetail }) {
  const say = useSay<PublishingKeys>()
  const formats = useFormats()
  const { record } = detail
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.publishing'), href: '/publishing' },
        { label: say('page.publishing.pages'), href: '/publishing/pages' },
      ]}
      state={
        <State glyph={detail.late ? 'late' : pageGlyphs[record.state]} loud>
          {say(`state.page-change.${record.state}`)}
        </State>
      }
      due={detail.dueOn ? formats.weekday(detail.dueOn) : null}
      can={detail.can as readonly Can[]}
      keys={keys}
      alarm={
        detail.sentBack ? (
          <ul className="pub-notes">
            <li>
              <Icon name="alert-triangle" small /> {say('page.publishing.sent-back', { reason: detail.sentBack })}
            </li>
          </ul>
        ) : null
      }
      facts={useFacts(detail)}
      side={<RecordSide id={record.id} documents={detail.documents} linked={[detail.askedBy]} />}
    >
      {detail.why ? <p className="pub-why">{detail.why}</p> : null}
      <SideBySide before={detail.before} after={detail.after} />
    </RecordPage>
  )
}

function useFacts(detail: PageDetail): readonly Fact[] {
  const say = useSay<PublishingKeys>()
  const formats = useFormats()
  const facts: (Fact | null)[] = [
    {
      label: say('field.publishing.request-page-change.address'),
      value: (
        <a className="link pub-address" href={detail.address} target="_blank" rel="noreferrer">
          {detail.address.replace(/^https?:\/\//, '')}
        </a>
      ),
    },
    { label: say('page.publishing.pages.keeper'), value: detail.keeper?.title ?? '–' },
    { label: say('page.publishing.written-by'), value: detail.writtenBy?.title ?? '–' },
    detail.approvedBy ? { label: say('page.publishing.approved-by'), value: detail.approvedBy.title } : null,
    detail.checkedAt
      ? {
          label: say('page.publishing.pages.looked'),
          value: `${formats.moment(detail.checkedAt)}: ${lookedWords(say, detail)}`,
        }
      : null,
  ]
  return facts.filter(fact => fact !== null)
}

function lookedWords(say: ReturnType<typeof useSay<PublishingKeys>>, { seen, said }: PageDetail): string {
  if (seen) return say('page.publishing.pages.seen')
  const problem = said ? say.maybe(`problem.publishing.${said}`) : undefined
  if (problem) return problem
  if (said?.startsWith('HTTP ')) return say('page.publishing.pages.answered', { said })
  return said ? say('page.publishing.pages.missing', { words: said }) : say('page.publishing.pages.not-yet')
}

function SideBySide({ before, after }: Pick<PageDetail, 'before' | 'after'>) {
  const say = useSay<PublishingKeys>()
  const [copied, setCopied] = useState(false)
  const pieces = useMemo(() => diffOf(before, after), [before, after])
  return (
    <div className="pub-sides">
      <Section title={say('field.publishing.before')}>
        <Text pieces={pieces.filter(one => one.kind !== 'new')} />
      </Section>
      <Section
        title={say('field.publishing.after')}
        more={
          <Button
            size="s"
            icon="copy"
            onClick={() => void navigator.clipboard.writeText(after).then(() => setCopied(true))}
          >
            {say(copied ? 'page.publishing.copied' : 'page.publishing.copy')}
          </Button>
        }
      >
        <Text pieces={pieces.filter(one => one.kind !== 'gone')} />
      </Section>
    </div>
  )
}

function Text({ pieces }: { readonly pieces: readonly Piece[] }) {
  if (pieces.length === 0) return <p className="t3">–</p>
  return (
    <p className="pub-page-text">
      {pieces.map((piece, index) => {
        const Tag = piece.kind === 'gone' ? 'del' : piece.kind === 'new' ? 'ins' : 'span'
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
        return <Tag key={index}>{piece.text}</Tag>
      })}
    </p>
  )
}
