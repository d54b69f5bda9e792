import { useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { goInField } from '../../../../web/kit/proof/places.ts'
import { ProofPanel } from '../../../../web/kit/proof/ProofPanel.tsx'
import { useProof } from '../../../../web/kit/proof/useProof.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { sendMessage } from '../../contract.ts'
import { segmentsOf } from '../../contract/segments.ts'
import type { ConversationDetail, Keys } from '../words.ts'
import { Attach, type StoredFile } from './Attach.tsx'
import { SavedAnswers } from './SavedAnswers.tsx'
import { useHolding } from './useHolding.ts'

/** As many segments as one message may have. */
const mostSegments = 10
/** What was begun stays while the window is open, whichever conversation one looks at. */
const begun = new Map<string, string>()

/** Where one answers, with what this channel allows beside it. */
export function Composer({ talk }: { readonly talk: ConversationDetail }) {
  const say = useSay<Keys>()
  const { shutBecause } = talk
  if (shutBecause) return <p className="talk-shut">{say(`page.channels.shut.${shutBecause}`)}</p>
  return <Writing talk={talk} />
}

function Writing({ talk }: { readonly talk: ConversationDetail }) {
  const say = useSay<Keys>()
  const { id, title } = talk.record
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(begun.get(id) ?? '')
  const [file, setFile] = useState<StoredFile | null>(null)
  const [template, setTemplate] = useState('')
  const [language, setLanguage] = useState<string>(talk.language ?? 'en')
  const [missing, setMissing] = useState<readonly string[]>([])
  const holding = useHolding(id)
  const sending = useCommand<typeof sendMessage>('channels.send-message', { said: say('done.channels.send-message') })
  const isShut = talk.openUntil !== null && Date.parse(talk.openUntil) <= Date.now()
  const change = (next: string) => {
    setText(next)
    begun.set(id, next)
    holding.touched()
  }
  const proof = useProof(isShut || !text ? null : askedOf(talk, text))
  const last = useRef<'waiting' | 'done'>('waiting')
  const refused = refusalFor(say, talk, isShut ? template : text)
  const send = async (leaves: 'waiting' | 'done') => {
    last.current = leaves
    if (refused || (isShut ? template : text).trim() === '') return
    if (!isShut && !(await proof.settle())) return
    const input = isShut
      ? { id, text: template, template: { name: template, language }, leaves }
      : { id, text, leaves, ...(file && { fileId: file.id, fileName: file.name }) }
    if ((await sending.run(input)).status !== 'done') return
    void proof.note('mail', title, id)
    begun.delete(id)
    setText('')
    setFile(null)
    setTemplate('')
    setMissing([])
  }
  return (
    <form
      className="talk-write"
      aria-label={say('page.channels.answer')}
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
      <Held talk={talk} holding={holding} />
      <Window talk={talk} isShut={isShut} />
      {isShut ? (
        <div className="template">
          <label>
            <span>{say('page.channels.template')}</span>
            <input
              className="input"
              value={template}
              maxLength={120}
              spellCheck={false}
              onChange={event => setTemplate(event.target.value)}
            />
          </label>
          <label>
            <span>{say('page.channels.template.language')}</span>
            <input
              className="input"
              value={language}
              maxLength={15}
              spellCheck={false}
              onChange={event => setLanguage(event.target.value)}
            />
          </label>
        </div>
      ) : (
        <textarea
          ref={field}
          className="input"
          rows={3}
          value={text}
          aria-label={say('page.channels.answer')}
          placeholder={say('page.channels.answer')}
          lang={talk.language ?? undefined}
          onChange={event => change(event.target.value)}
        />
      )}
      {missing.length > 0 ? (
        <p className="blocked">{say('page.channels.missing', { fields: missing.map(one => `{${one}}`).join(', ') })}</p>
      ) : null}
      <ProofPanel
        proof={proof}
        onGo={finding => goInField(field.current, finding)}
        onReplace={({ at, words }, by) => {
          if (at && text.slice(at.start, at.end) === words) change(text.slice(0, at.start) + by + text.slice(at.end))
        }}
        onSend={() => void send(last.current)}
      />
      <div className="foot">
        <Button
          look="primary"
          icon="send"
          type="submit"
          keys="mod+enter"
          busy={sending.busy}
          {...(refused !== undefined && { refused })}
        >
          {say('channels.send-message')}
        </Button>
        <Menu
          label={say('page.channels.send-done')}
          width={220}
          button={opener => (
            <Button look="quiet" aria-label={say('page.channels.send-done')} {...opener}>
              <Icon name="chevron-down" small />
            </Button>
          )}
        >
          <MenuItem icon="check" onSelect={() => void send('done')}>
            {say('page.channels.send-done')}
          </MenuItem>
        </Menu>
        {isShut ? null : (
          <SavedAnswers
            talk={talk}
            onTake={(words, none) => {
              change(text ? `${text}\n\n${words}` : words)
              setMissing(none)
              field.current?.focus()
            }}
          />
        )}
        {isShut ? null : (
          <Attach talk={talk} file={file} onFile={setFile} onLink={link => change(text ? `${text}\n${link}` : link)} />
        )}
        <Count talk={talk} text={text} />
      </div>
    </form>
  )
}

/** Why what is written could not leave. */
function refusalFor(
  say: ReturnType<typeof useSay<Keys>>,
  { capabilities }: ConversationDetail,
  text: string,
): string | undefined {
  const isLong = capabilities.segments
    ? segmentsOf(text).segments > mostSegments
    : text.length > capabilities.mostLetters
  return isLong ? say('page.channels.too-long') : undefined
}

/** How much it is, where that matters: text messages by their parts, others near their end. */
function Count({ talk, text }: { readonly talk: ConversationDetail; readonly text: string }) {
  const say = useSay<Keys>()
  const { segments: counted, mostLetters } = talk.capabilities
  if (text === '') return null
  const { segments, left } = segmentsOf(text)
  const rest = counted ? left : mostLetters - text.length
  if (!counted && rest > 500) return null
  const isLong = counted ? segments > mostSegments : rest < 0
  return (
    <span className={isLong ? 'count late num' : 'count t3 num'} role="status">
      {isLong
        ? say('page.channels.too-long')
        : [counted ? say('page.channels.segments', { count: segments }) : '', say('page.channels.left', { left: rest })]
            .filter(Boolean)
            .join(' · ')}
    </span>
  )
}

function Window({ talk, isShut }: { readonly talk: ConversationDetail; readonly isShut: boolean }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { openUntil, capabilities } = talk
  if (openUntil === null) return null
  return (
    <p className={isShut ? 'blocked' : 't3'}>
      {isShut
        ? say('page.channels.window.over', { hours: capabilities.windowHours ?? 24 })
        : say('page.channels.window.open', { at: formats.moment(openUntil) })}
    </p>
  )
}

function Held({
  talk,
  holding,
}: {
  readonly talk: ConversationDetail
  readonly holding: ReturnType<typeof useHolding>
}) {
  const say = useSay<Keys>()
  const { holder, heldByMe } = talk
  if (holder && !heldByMe)
    return (
      <div className="talk-held" role="status">
        <Icon name="edit" small />
        <b>{say('page.channels.held', { who: holder.title })}</b>
        <Button size="s" onClick={holding.takeOver}>
          {say('page.channels.take-over')}
        </Button>
      </div>
    )
  return holding.refusal && holder ? <Problem title={holding.refusal.message} todo={holding.refusal.todo} /> : null
}

const askedOf = (talk: ConversationDetail, text: string) => ({
  purpose: 'mail' as const,
  ...(talk.language && { language: talk.language }),
  text,
  recipients: [
    { name: talk.record.title, email: talk.email, role: 'to' as const, ...(talk.party && { partyId: talk.party.id }) },
  ],
  aboutIds: [talk.record.id],
  spelling: true,
})
