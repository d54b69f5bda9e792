import '../cases.css'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { unwordAnswer } from '../../contract.ts'
import { type AnswerDetail, answerGlyphs, type CaseKeys } from '../words.ts'

export default function AnswerPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<AnswerDetail> query="cases.get-answer" id={id}>
      {detail => <Answer detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = { 'cases.review-answer': 'e', 'cases.word-answer': 'l' }

/** An answer in all its languages, and where it has served. */
function Answer({ detail }: { readonly detail: AnswerDetail }) {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  const { record, texts, tags } = detail
  const facts: (Fact | null)[] = [
    { label: say('page.answers.used'), value: formats.number(detail.used) },
    detail.judged > 0
      ? {
          label: say('page.answers.content'),
          value: say('page.answers.content.of', { content: detail.content, judged: detail.judged }),
        }
      : null,
    { label: say('field.cases.ownerId'), value: detail.owner?.title ?? '–' },
    { label: say('page.answers.review'), value: formats.day(detail.reviewOn) },
    detail.validUntil ? { label: say('field.cases.validUntil'), value: formats.day(detail.validUntil) } : null,
    tags.length > 0 ? { label: say('field.cases.tags'), value: tags.join(', ') } : null,
  ]
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.answers'), href: '/answers' }]}
      state={
        <State glyph={answerGlyphs[record.state]} loud>
          {say(`state.answer.${record.state}`)}
        </State>
      }
      can={detail.can as readonly Can[]}
      keys={keys}
      facts={facts.filter(fact => fact !== null)}
      side={<RecordSide id={record.id} documents={[]} linked={[detail.from, ...detail.usedIn]} />}
    >
      {texts.map(text => (
        <Wording key={text.language} detail={detail} text={text} />
      ))}
    </RecordPage>
  )
}

function Wording({ detail, text }: { readonly detail: AnswerDetail; readonly text: AnswerDetail['texts'][number] }) {
  const say = useSay<CaseKeys>()
  const may = usePermission('cases.change-answer') && detail.record.state !== 'retired'
  const remove = useCommand<typeof unwordAnswer>('cases.unword-answer')
  const { language, question, body } = text
  const { id, version } = detail.record
  const edit = () =>
    openCommand({
      command: 'cases.word-answer',
      input: { id, expectedVersion: version, language, question, body },
      about: say(`choice.cases.language.${language}`),
    })
  return (
    <Section
      title={say(`choice.cases.language.${language}`)}
      more={
        may ? (
          <span className="case-ends">
            <Button
              size="s"
              look="quiet"
              icon="edit"
              aria-label={`${say('cases.word-answer')}: ${say(`choice.cases.language.${language}`)}`}
              onClick={edit}
            >
              {say('cases.word-answer')}
            </Button>
            {detail.texts.length > 1 ? (
              <Button
                size="s"
                look="quiet"
                icon="x"
                aria-label={`${say('cases.unword-answer')}: ${say(`choice.cases.language.${language}`)}`}
                title={say('cases.unword-answer')}
                busy={remove.busy}
                onClick={() => void remove.run({ id, expectedVersion: version, language })}
              />
            ) : null}
          </span>
        ) : undefined
      }
    >
      <h3 lang={language}>{question}</h3>
      <p className="case-body" lang={language}>
        {body}
      </p>
    </Section>
  )
}
