import '../office/office.css'
import { useDeferredValue, useMemo, useState } from 'react'
import { RichEditor } from '../../../../web/kit/editor/RichEditor.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import type { ProofAsked } from '../../../../web/kit/proof/findings.ts'
import { ProofPanel } from '../../../../web/kit/proof/ProofPanel.tsx'
import { useProof } from '../../../../web/kit/proof/useProof.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { previewLetter } from '../../contract.ts'
import { Paper } from '../paper.tsx'
import { type LetterDetail, type LetterKeys, pictureAddress } from '../words.ts'
import { Asked } from './Asked.tsx'
import { fieldsOf } from './fieldsOf.ts'
import { LetterFacts } from './LetterFacts.tsx'
import { OfficeFile } from '../office/OfficeFile.tsx'
import { useLetterDraft, withoutFile, type Writing } from './useLetterDraft.ts'
import { Versions } from './Versions.tsx'
import { Acts, Bands, Saved } from './WriteActs.tsx'

/** Writing: the text at the left, the page as it is printed at the right. */
export function Write({ detail }: { readonly detail: LetterDetail }) {
  const say = useSay<LetterKeys>()
  const draft = useLetterDraft(detail)
  const [opened] = useState(draft.writing.body)
  const { record } = detail
  const typed = useDeferredValue(draft.writing)
  const sentOf = (writing: Writing) => withoutFile(writing, detail.file !== null)
  const preview = useQuery<typeof previewLetter>(
    'letters.preview-letter',
    { id: record.id, ...sentOf(typed) },
    { keep: true, fresh_ms: 60_000 },
  )
  const fields = useMemo(
    () => fieldsOf(say as never, preview.data?.fields ?? detail.fields),
    [say, preview.data?.fields, detail.fields],
  )
  const said = preview.data?.said
  const proof = useProof(said ? askedOf(detail, typed, said) : null)
  const askField = () => {
    const name = prompt(say('page.letter.ask.what'))
      ?.trim()
      .replace(/[{}\n]/g, '')
      .slice(0, 76)
    return name ? `ask.${name}` : null
  }
  return (
    <Page
      title={record.title}
      crumbs={[
        { label: say('page.letters'), href: '/letters' },
        { label: detail.template?.title ?? say('kind.letter') },
      ]}
      beside={<Saved draft={draft} state={record.state} />}
    >
      <Acts detail={detail} draft={draft} proof={proof} />
      <Bands detail={detail} draft={draft} />
      <div className="letter-desk">
        <div className="letter-write">
          <input
            className="letter-subject"
            aria-label={say('field.letters.subject')}
            placeholder={say('field.letters.subject')}
            maxLength={300}
            value={draft.writing.subject}
            onChange={event => draft.put({ subject: event.target.value })}
          />
          <LetterFacts writing={draft.writing} put={draft.put} />
          <Asked writing={draft.writing} put={draft.put} missing={preview.data?.missing ?? []} />
          {detail.file !== null ? (
            <OfficeFile detail={detail} before={draft.save} />
          ) : (
            <RichEditor
              contents
              key={record.id}
              label={say('page.letter.text')}
              text={opened}
              onChange={body => draft.put({ body: body as never })}
              fields={fields}
              askField={askField}
              pictureAddress={pictureAddress}
              autoFocus
            />
          )}
          <ProofPanel proof={proof} />
          <Versions detail={detail} />
        </div>
        <section className="letter-bed" aria-label={say('page.letter.preview')}>
          {detail.file !== null ? <p className="t2 letter-words">{say('page.letter.words')}</p> : null}
          <Paper pages={preview.data?.pages ?? []} old={preview.isPlaceholderData} />
        </section>
      </div>
    </Page>
  )
}

/** What is checked before it leaves: the words as they will be read, and whom they go to. */
const askedOf = (
  { record, party }: LetterDetail,
  { language, recipient, email }: Pick<Writing, 'language' | 'recipient' | 'email'>,
  { subject, text }: { readonly subject: string; readonly text: string },
): ProofAsked => ({
  purpose: 'letter',
  language,
  subject,
  text,
  recipients: [
    { name: recipient.split('\n')[0] || null, email: email || null, role: 'to', partyId: party?.id ?? null },
  ],
  aboutIds: [record.id],
  spelling: true,
})
