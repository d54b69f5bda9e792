import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { goInField } from '../../../../web/kit/proof/places.ts'
import { ProofPanel } from '../../../../web/kit/proof/ProofPanel.tsx'
import type { ProofAsked } from '../../../../web/kit/proof/findings.ts'
import { useProof } from '../../../../web/kit/proof/useProof.ts'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { discardDraft, sendDraft } from '../../contract.ts'
import { textOfRich } from '../../contract/written.ts'
import type { MailKeys } from '../words.ts'
import { isAddress } from './address.ts'
import { begunText } from './begunText.ts'
import { Enclosures } from './Enclosures.tsx'
import { Recipients } from './Recipients.tsx'
import { type Leaves, SendMenu } from './SendMenu.tsx'
import { TextField } from './TextField.tsx'
import { type DraftOf, type Letter, useDraft } from './useDraft.ts'
import { useHolding } from './useHolding.ts'

const RichField = lazy(() => import('./RichField.tsx'))

export interface WriteFormProps extends DraftOf {
  /** Above the recipients: from which mailbox. */
  readonly from?: React.ReactNode
  readonly mailboxId?: string
  /** In which they are written to, where it is known: it is spelled in that. */
  readonly language?: string | undefined
  readonly onClose: () => void
  readonly onSent: (threadId: string) => void
}

/** A mail being written: to whom, about what, the text, what is enclosed; sent now, or when it is wanted. */
export function WriteForm(props: WriteFormProps) {
  const { threadId, start, onClose, onSent } = props
  const say = useSay<MailKeys>()
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft(props)
  const holding = useHolding(threadId)
  const [more, setMore] = useState(start.cc.length > 0 || start.bcc.length > 0)
  const [missing, setMissing] = useState<readonly string[]>([])
  const sending = useCommand<typeof sendDraft>('mail.send-draft', { said: say('done.mail.send-draft') })
  const discarding = useCommand<typeof discardDraft>('mail.discard-draft')
  const { letter } = draft
  const change: typeof draft.change = part => {
    holding.touched()
    draft.change(part)
  }
  const { change: changeDraft } = draft
  useEffect(() => {
    if (props.mailboxId && props.mailboxId !== letter.mailboxId) changeDraft({ mailboxId: props.mailboxId })
  }, [props.mailboxId, letter.mailboxId, changeDraft])
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
    if (threadId) {
      field.current?.focus()
      field.current?.setSelectionRange(0, 0)
    }
  }, [threadId])
  const all = [...letter.to, ...letter.cc, ...letter.bcc]
  const refused =
    all.length === 0
      ? say('page.mail.nobody')
      : all.every(one => isAddress(one.address))
        ? undefined
        : say('page.mail.wrong-address')
  const proof = useProof(letter.text.trim() ? askedOf(letter, threadId, props.language) : null)
  const last = useRef<readonly [Leaves, string | undefined]>(['waiting', undefined])
  const send = async (leaves: Leaves, sendAt?: string) => {
    last.current = [leaves, sendAt]
    if (refused || !(await proof.settle())) return
    const kept = await draft.save()
    if (!kept) return
    const answer = await sending.run({
      id: kept.id,
      draftVersion: kept.version,
      threadId: kept.threadId,
      leaves,
      ...(sendAt && { sendAt }),
    })
    if (answer.status !== 'done') return
    void proof.note('mail', letter.subject, kept.threadId)
    onSent(kept.threadId)
  }
  /** Text gets its shape, or loses it. */
  const turn = () => change(letter.rich ? { rich: null } : begunText(letter.text, 'rich'))
  const discard = async () => {
    const kept = draft.kept()
    if (kept) await discarding.run({ id: kept.id, threadId: kept.threadId })
    onClose()
  }
  const toward = letter.to[0]
  return (
    <form
      ref={form}
      className="letter"
      aria-label={say('page.mail.write')}
      onSubmit={event => {
        event.preventDefault()
        void send('waiting')
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void send(event.shiftKey ? 'done' : 'waiting')
      }}
    >
      {props.from}
      <Recipients
        label={say('page.mail.field.to')}
        value={letter.to}
        onChange={to => change({ to })}
        autoFocus={!threadId}
        end={
          more ? null : (
            <button type="button" className="link" onClick={() => setMore(true)}>
              {say('page.mail.copies')}
            </button>
          )
        }
      />
      {more ? (
        <>
          <Recipients label={say('page.mail.field.cc')} value={letter.cc} onChange={cc => change({ cc })} />
          <Recipients label={say('page.mail.field.bcc')} value={letter.bcc} onChange={bcc => change({ bcc })} />
        </>
      ) : null}
      <label className="subject">
        <span>{say('page.mail.field.subject')}</span>
        <input value={letter.subject} maxLength={500} onChange={event => change({ subject: event.target.value })} />
      </label>
      {letter.rich ? (
        <Suspense fallback={<SkeletonRows rows={4} />}>
          <RichField
            label={say('page.mail.text')}
            text={letter.rich}
            onChange={rich => change({ rich, text: textOfRich(rich as never) })}
            draftId={() => draft.kept()?.id}
            autoFocus={threadId !== undefined}
          />
        </Suspense>
      ) : (
        <TextField
          value={letter.text}
          field={field}
          mailboxId={letter.mailboxId}
          threadId={threadId}
          to={toward && isAddress(toward.address) ? toward : undefined}
          onChange={text => change({ text })}
          onSubject={subject => {
            if (!letter.subject) change({ subject })
          }}
          onMissing={setMissing}
        />
      )}
      <Enclosures letter={letter} change={change} />
      {missing.length > 0 ? (
        <p className="blocked">{say('page.mail.missing', { fields: missing.map(one => `{${one}}`).join(', ') })}</p>
      ) : null}
      <ProofPanel
        proof={proof}
        {...(letter.rich ? {} : { onGo: finding => goInField(field.current, finding) })}
        onReplace={
          letter.rich
            ? undefined
            : ({ at, words }, by) => {
                const from = at?.field === 'text' && letter.text.slice(at.start, at.end) === words ? at.start : -1
                if (from >= 0)
                  change({ text: letter.text.slice(0, from) + by + letter.text.slice(from + words.length) })
              }
        }
        onSend={() => void send(...last.current)}
      />
      {holding.held ? <Problem title={holding.held.message} todo={holding.held.todo} /> : null}
      {draft.problem ? <Problem title={draft.problem} /> : null}
      <div className="letter-foot">
        <Button
          look="primary"
          icon="send"
          type="submit"
          keys="mod+enter"
          busy={sending.busy}
          {...(refused ? { refused } : {})}
        >
          {say('page.mail.send')}
        </Button>
        {refused ? null : <SendMenu send={send} inThread={threadId !== undefined} />}
        <Button look="quiet" icon="edit" aria-pressed={letter.rich !== null} onClick={turn}>
          {say(letter.rich ? 'page.mail.plain' : 'page.mail.rich')}
        </Button>
        <span className="t3" role="status">
          {draft.state === 'fresh' ? '' : say(`page.mail.draft.${draft.state}`)}
        </span>
        <Button look="quiet" icon="trash" onClick={() => void discard()}>
          {say('mail.discard-draft')}
        </Button>
      </div>
    </form>
  )
}

/** What is looked through before it leaves: the whole mail, with those it goes to. */
const askedOf = (letter: Letter, threadId: string | undefined, language: string | undefined): ProofAsked => ({
  purpose: 'mail',
  ...(language && { language }),
  subject: letter.subject,
  text: letter.text,
  recipients: (['to', 'cc', 'bcc'] as const).flatMap(role =>
    letter[role].map(({ name, address }) => ({ name: name || null, email: address, role })),
  ),
  attachments: letter.attachments.map(({ name }) => ({ name })),
  ...(threadId && { aboutIds: [threadId] }),
  spelling: true,
})
