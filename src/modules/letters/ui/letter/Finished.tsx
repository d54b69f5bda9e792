import '../office/office.css'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { type Fact, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { languageNames } from '../../../../web/language/load.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link, useGo } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { createLetter, previewLetter } from '../../contract.ts'
import { Paper } from '../paper.tsx'
import { letterGlyphs, type LetterDetail, type LetterKeys } from '../words.ts'
import { Files } from './Files.tsx'
import { Versions } from './Versions.tsx'

const elsewhere = new Set(['letters.save-letter', 'letters.restore-version', 'letters.create-letter'])
const keys = { 'letters.send-letter': 'e', 'letters.reopen-letter': 'r' }

/** A letter that is done: the paper itself, what becomes of it, where it lies. */
export function Finished({ detail }: { readonly detail: LetterDetail }) {
  const say = useSay<LetterKeys>()
  const { record } = detail
  const preview = useQuery<typeof previewLetter>('letters.preview-letter', { id: record.id })
  const can = detail.can as readonly Can[]
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.letters'), href: '/letters' }, { label: detail.number ?? say('kind.letter') }]}
      state={
        <State glyph={letterGlyphs[record.state]} loud>
          {say(`state.letter.${record.state}`)}
        </State>
      }
      figure={detail.number}
      due={<SentHow detail={detail} />}
      can={can.filter(({ command }) => !elsewhere.has(command))}
      keys={keys}
      last={
        <>
          <Files id={record.id} drawsPdf={detail.drawsPdf} />
          {can.some(({ command }) => command === 'letters.create-letter') ? <Copy id={record.id} /> : null}
        </>
      }
      alarm={
        detail.mail === 'failed' ? (
          <Problem title={say('page.letter.sent.failed', { to: detail.sentTo ?? '' })} />
        ) : null
      }
      facts={useFacts(detail)}
      side={
        <RecordSide
          id={record.id}
          documents={detail.document ? [detail.document] : []}
          linked={[detail.party, detail.matter, detail.template]}
        />
      }
    >
      <div className="letter-sheet">
        {detail.file === null ? null : (
          <p className="t3 letter-words">
            {say('page.letter.words')}{' '}
            {detail.drawsPdf ? (
              <a className="link" href={`/api/letters/${record.id}/letter.pdf?show`} target="_blank" rel="noreferrer">
                {say('page.letter.see-pdf')}
              </a>
            ) : null}
          </p>
        )}
        <Paper pages={preview.data?.pages ?? []} />
      </div>
      <Versions detail={detail} />
    </RecordPage>
  )
}

function SentHow({ detail }: { readonly detail: LetterDetail }) {
  const say = useSay<LetterKeys>()
  const to = detail.sentTo ?? ''
  if (detail.mail === 'sent') return say('page.letter.sent.mail', { to })
  if (detail.mail === 'sending') return say('page.letter.sent.sending', { to })
  return detail.sentBy ? say(`choice.letters.how.${detail.sentBy}`) : null
}

/** A new letter that says the same, to be sent to somebody else. */
function Copy({ id }: { readonly id: string }) {
  const say = useSay<LetterKeys>()
  const go = useGo()
  const create = useCommand<typeof createLetter>('letters.create-letter', { quiet: true })
  const copy = async () => {
    const answer = await create.run({ copyOfId: id })
    if (answer.status === 'done') go(`/letters/${answer.output.id}`)
  }
  return (
    <Button look="quiet" icon="copy" busy={create.busy} onClick={() => void copy()}>
      {say('page.letter.copy')}
    </Button>
  )
}

function useFacts(detail: LetterDetail): readonly Fact[] {
  const say = useSay<LetterKeys>()
  const formats = useFormats()
  const facts: (Fact | null)[] = [
    {
      label: say('field.letters.partyId'),
      value: detail.party ? (
        <Link href={`/people/${detail.party.id}`}>{detail.party.title}</Link>
      ) : (
        detail.recipient.split('\n')[0]
      ),
    },
    { label: say('field.letters.datedOn'), value: formats.fullDay(detail.datedOn) },
    { label: say('field.letters.language'), value: languageNames[detail.language] },
    { label: say('page.letters.author'), value: detail.author?.title ?? '–' },
    detail.yourReference ? { label: say('field.letters.yourReference'), value: detail.yourReference } : null,
    detail.enclosures ? { label: say('field.letters.enclosures'), value: detail.enclosures } : null,
  ]
  return facts.filter(fact => fact !== null)
}
