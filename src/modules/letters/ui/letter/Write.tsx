import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { RichEditor } from '../../../../web/kit/editor/RichEditor.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import type { ProofAsked } from '../../../../web/kit/proof/findings.ts'
import { ProofPanel } from '../../../../web/kit/proof/ProofPanel.tsx'
import { type Proof, useProof } from '../../../../web/kit/proof/useProof.ts'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Commands } from '../../../../web/kit/record/Commands.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { finishLetter, previewLetter } from '../../contract.ts'
import { Paper } from '../paper.tsx'
import { letterGlyphs, type LetterDetail, type LetterKeys, pictureAddress } from '../words.ts'
import { Asked } from './Asked.tsx'
import { Files } from './Files.tsx'
import { fieldsOf } from './fieldsOf.ts'
import { LetterFacts } from './LetterFacts.tsx'
import { type LetterDraft, useLetterDraft, type Writing } from './useLetterDraft.ts'
import { Versions } from './Versions.tsx'

/** Writing: the text at the left, the page as it is printed at the right. */
export function Write({ detail }: { readonly detail: LetterDetail }) {
  const say = useSay<LetterKeys>()
  const draft = useLetterDraft(detail)
  const [opened] = useState(draft.writing.body)
  const { record } = detail
  const typed = useDeferredValue(draft.writing)
  const preview = useQuery<typeof previewLetter>(
    'letters.preview-letter',
    { id: record.id, ...typed },
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
          <RichEditor
            key={record.id}
            label={say('page.letter.text')}
            text={opened}
            onChange={body => draft.put({ body: body as never })}
            fields={fields}
            askField={askField}
            pictureAddress={pictureAddress}
            autoFocus
          />
          <ProofPanel proof={proof} />
          <Versions detail={detail} />
        </div>
        <section className="letter-bed" aria-label={say('page.letter.preview')}>
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

interface SavedProps {
  readonly draft: LetterDraft
  readonly state: LetterDetail['record']['state']
}

function Saved({ draft, state }: SavedProps) {
  const say = useSay<LetterKeys>()
  const words = draft.busy ? 'page.letter.saving' : draft.dirty ? 'page.letter.unsaved' : 'page.letter.saved'
  return (
    <span className="letter-saved">
      <State glyph={letterGlyphs[state]}>{say(`state.letter.${state}`)}</State> ·{' '}
      <span role="status">{say(words)}</span>
    </span>
  )
}

function Bands({ detail, draft }: { readonly detail: LetterDetail; readonly draft: LetterDraft }) {
  const say = useSay<LetterKeys>()
  const [last] = detail.versions
  return (
    <>
      {draft.restored && !draft.stale ? <p className="t2">{say('page.letter.draft-back')}</p> : null}
      {draft.stale ? (
        <div className="letter-asked" role="alert">
          <p>{say('page.letter.changed-meanwhile', { who: last?.by?.title ?? '' })}</p>
          <div className="letter-tabs">
            <Button onClick={draft.takeTheirs}>{say('page.letter.take-theirs')}</Button>
            <Button look="quiet" onClick={() => draft.keepMine(detail.record.version)}>
              {say('page.letter.keep-mine')}
            </Button>
          </div>
        </div>
      ) : null}
      {draft.refusal ? <Problem title={draft.refusal.message} todo={draft.refusal.todo} /> : null}
      {detail.needsApproval ? <p className="t2">{say('page.letter.needs-approval')}</p> : null}
    </>
  )
}

/** These have their own place on the page. */
const elsewhere = new Set([
  'letters.save-letter',
  'letters.finish-letter',
  'letters.restore-version',
  'letters.create-letter',
])

interface ActsProps {
  readonly detail: LetterDetail
  readonly draft: LetterDraft
  readonly proof: Proof
}

function Acts({ detail, draft, proof }: ActsProps) {
  const say = useSay<LetterKeys>()
  const { record } = detail
  const finish = useCommand<typeof finishLetter>('letters.finish-letter')
  const [busy, setBusy] = useState(false)
  const once = useRef(false)
  const can = detail.can as readonly Can[]
  const mayFinish = can.some(({ command }) => command === 'letters.finish-letter')
  const done = async () => {
    if (once.current) return
    once.current = true
    setBusy(true)
    if ((await draft.save()) && (await proof.settle())) {
      const answer = await finish.run({ id: record.id, expectedVersion: draft.version() })
      if (answer.status === 'done') void proof.note('letter', record.title, record.id)
    }
    setBusy(false)
    once.current = false
  }
  useHotkeys([
    { keys: 'mod+s', label: say('letters.save-letter'), run: () => void draft.save() },
    mayFinish ? { keys: 'mod+enter', label: say('letters.finish-letter'), run: () => void done() } : null,
  ])
  return (
    <Commands
      can={can.filter(({ command }) => !elsewhere.has(command))}
      about={record.title}
      record={record}
      first={
        <>
          {mayFinish ? (
            <Button look="primary" icon="check" busy={busy || finish.busy} onClick={() => void done()}>
              {say('letters.finish-letter')}
            </Button>
          ) : null}
          <Button busy={draft.busy} onClick={() => void draft.save()}>
            {say('letters.save-letter')}
          </Button>
        </>
      }
      last={<Files id={record.id} before={draft.save} />}
    />
  )
}
