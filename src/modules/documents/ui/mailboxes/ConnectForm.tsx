import { useId, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import type { MailboxLine } from './Mailboxes.tsx'

const encryptions = ['tls', 'starttls', 'none'] as const
/** What these ports mean everywhere (RFC 8314). */
const usualPort = { tls: 993, starttls: 143, none: 143 } as const

/** What a mailbox is reached by. It is tried before it is kept: what is wrong is told here. */
export function ConnectForm({ box, onClose }: { readonly box: MailboxLine | null; readonly onClose: () => void }) {
  const say = useSay<DocumentKeys>()
  const id = useId()
  const [facts, setFacts] = useState({
    name: box?.title ?? '',
    host: box?.host ?? '',
    port: String(box?.port ?? usualPort.tls),
    encryption: box?.encryption ?? ('tls' as (typeof encryptions)[number]),
    username: box?.username ?? '',
    folder: box?.folder ?? 'INBOX',
    password: '',
  })
  const [withOld, setWithOld] = useState(box?.withOld ?? false)
  // Not a command: a password may stand in no journal. Its address has the shape of one, and so have its answers.
  const connecting = useCommand('documents.mailboxes', { quiet: true })
  const connect = async () => {
    const input = { ...facts, port: Number(facts.port), withOld, ...(box ? { replacesId: box.id } : {}) }
    if ((await connecting.run(input as never)).status === 'done') onClose()
  }
  const field = (key: keyof typeof facts, label: DocumentKeys, more: React.ComponentProps<'input'> = {}) => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{say(label)}</label>
      <input
        id={`${id}-${key}`}
        className="input"
        required
        value={facts[key]}
        onChange={event => setFacts({ ...facts, [key]: event.target.value })}
        {...more}
      />
    </div>
  )
  return (
    <form
      className="made connect"
      onSubmit={event => {
        event.preventDefault()
        void connect()
      }}
    >
      {field('name', 'page.mailboxes.name', { maxLength: 100 })}
      {field('host', 'field.documents.host', { maxLength: 253, autoCapitalize: 'none', spellCheck: false })}
      <div className="field">
        <label htmlFor={`${id}-encryption`}>{say('field.documents.encryption')}</label>
        <select
          id={`${id}-encryption`}
          className="input"
          value={facts.encryption}
          onChange={event => {
            const encryption = event.target.value as (typeof encryptions)[number]
            setFacts({ ...facts, encryption, port: String(usualPort[encryption]) })
          }}
        >
          {encryptions.map(one => (
            <option key={one} value={one}>
              {say(`choice.encryption.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {field('port', 'field.documents.port', { type: 'number', min: 1, max: 65_535 })}
      {field('username', 'field.documents.username', { maxLength: 320, autoCapitalize: 'none', spellCheck: false })}
      {field('password', 'page.mailboxes.password', {
        type: 'password',
        maxLength: 1000,
        autoComplete: 'new-password',
        'aria-describedby': `${id}-hint`,
      })}
      <p className="field-hint" id={`${id}-hint`}>
        {say('page.mailboxes.password.hint')}
      </p>
      {field('folder', 'field.documents.folder', { maxLength: 500, spellCheck: false })}
      <label className="retired">
        <input className="box" type="checkbox" checked={withOld} onChange={event => setWithOld(event.target.checked)} />{' '}
        {say('field.documents.withOld')}
      </label>
      {connecting.answer?.status === 'refused' ? (
        <Problem title={connecting.answer.refusal.message ?? ''} todo={connecting.answer.refusal.todo} />
      ) : null}
      <p className="acts">
        <Button type="submit" look="primary" busy={connecting.busy}>
          {say('page.mailboxes.connect')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {say('cancel')}
        </Button>
      </p>
    </form>
  )
}
