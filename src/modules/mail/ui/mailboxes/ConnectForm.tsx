import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useSession } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listMailClients } from '../../contract.ts'
import type { MailboxLine, MailKeys } from '../words.ts'
import { keepConsentFacts } from './consent.ts'

const encryptions = ['tls', 'starttls', 'none'] as const
type Encryption = (typeof encryptions)[number]
const kinds = ['shared', 'delegated', 'own'] as const
/** What these ports mean everywhere (RFC 8314). */
const usualPorts = {
  imap: { tls: 993, starttls: 143, none: 143 },
  smtp: { tls: 465, starttls: 587, none: 25 },
} as const
const productNames = { google: 'Google', microsoft: 'Microsoft 365' } as const

const startOf = (box: MailboxLine | null) => ({
  name: box?.title ?? '',
  address: box?.address ?? '',
  kind: box?.kind ?? ('shared' as (typeof kinds)[number]),
  imapHost: box?.imapHost ?? '',
  imapPort: String(box?.imapPort ?? usualPorts.imap.tls),
  imapEncryption: (box?.imapEncryption ?? 'tls') as Encryption,
  smtpHost: box?.smtpHost ?? '',
  smtpPort: String(box?.smtpPort ?? usualPorts.smtp.tls),
  smtpEncryption: (box?.smtpEncryption ?? 'tls') as Encryption,
  username: box?.username ?? '',
  password: '',
  sinceOn: undefined as string | undefined,
})

/** What a mailbox is reached by. Both ways are tried before anything is kept: what is wrong is told here. */
export function ConnectForm({ box, onClose }: { readonly box: MailboxLine | null; readonly onClose: () => void }) {
  const say = useSay<MailKeys>()
  const me = useSession().principal.id
  const [facts, setFacts] = useState(() => startOf(box))
  const put = (part: Partial<typeof facts>) => setFacts(before => ({ ...before, ...part }))
  // Not a command: a password may stand in no journal. Its address has the shape of one, and so have its answers.
  const connecting = useCommand('mail.mailboxes', { quiet: true })
  const shared = {
    name: facts.name.trim(),
    address: facts.address.trim(),
    kind: facts.kind,
    ...(facts.kind === 'shared' ? {} : { ownerId: box?.owner?.id ?? me }),
    ...(facts.sinceOn && { sinceOn: facts.sinceOn }),
    ...(box && { replacesId: box.id }),
  }
  const connect = async () => {
    const { imapHost, imapEncryption, smtpHost, smtpEncryption, username, password } = facts
    const input = {
      ...shared,
      imapHost: imapHost.trim(),
      imapPort: Number(facts.imapPort),
      imapEncryption,
      smtpHost: smtpHost.trim(),
      smtpPort: Number(facts.smtpPort),
      smtpEncryption,
      username: username.trim() || facts.address.trim(),
      password,
    }
    if ((await connecting.run(input as never)).status === 'done') onClose()
  }
  // What was refused before says nothing of the try that is under way.
  const answer = connecting.busy ? null : connecting.answer
  const line = (key: 'name' | 'address' | 'imapHost' | 'smtpHost' | 'username', more: object = {}) => (
    <TextField
      label={say(`field.mail.${key}`)}
      value={facts[key]}
      autoCapitalize="none"
      spellCheck={false}
      onChange={event => put({ [key]: event.target.value })}
      {...more}
    />
  )
  return (
    <form
      className="form connect-mail"
      onSubmit={event => {
        event.preventDefault()
        void connect()
      }}
    >
      <div className="two">
        {line('name', { required: true, maxLength: 100, autoFocus: true })}
        {line('address', { required: true, type: 'email', maxLength: 254 })}
        <SelectField
          label={say('field.mail.kind')}
          value={facts.kind}
          options={kinds.map(one => [one, say(`choice.mail.kind.${one}`)] as const)}
          onChange={value => put({ kind: value as (typeof kinds)[number] })}
        />
        <DateControl
          label={say('field.mail.sinceOn')}
          schema={{ control: 'date' }}
          value={facts.sinceOn}
          onChange={value => put({ sinceOn: value as string | undefined })}
          words={String}
        />
      </div>
      <Consents facts={shared} />
      <div className="two">
        {(['imap', 'smtp'] as const).map(way => (
          <div key={way} className="server">
            {line(`${way}Host`, { required: way === 'imap', maxLength: 253 })}
            <Field label={say(`field.mail.${way}Encryption`)}>
              {control => (
                <select
                  className="input"
                  {...control}
                  value={facts[`${way}Encryption`]}
                  onChange={event => {
                    const encryption = event.target.value as Encryption
                    put({ [`${way}Encryption`]: encryption, [`${way}Port`]: String(usualPorts[way][encryption]) })
                  }}
                >
                  {encryptions.map(one => (
                    <option key={one} value={one}>
                      {say(`page.mail.encryption.${one}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <TextField
              label={say(`field.mail.${way}Port`)}
              type="number"
              min={1}
              max={65_535}
              value={facts[`${way}Port`]}
              onChange={event => put({ [`${way}Port`]: event.target.value })}
            />
          </div>
        ))}
        {line('username', { maxLength: 320 })}
        <TextField
          label={say('page.mail.mailboxes.password')}
          hint={say('page.mail.mailboxes.password.hint')}
          type="password"
          required
          maxLength={1000}
          autoComplete="new-password"
          value={facts.password}
          onChange={event => put({ password: event.target.value })}
        />
      </div>
      {answer?.status === 'refused' ? <Problem title={answer.refusal.message} todo={answer.refusal.todo} /> : null}
      {answer?.status === 'offline' ? <Problem title={say('notice.offline')} /> : null}
      <div className="form-foot">
        <Button type="submit" look="primary" busy={connecting.busy}>
          {say('page.mail.mailboxes.connect')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}

/** Google and Microsoft take no passwords of programs: one goes there, says yes, and comes back. */
function Consents({ facts }: { readonly facts: Readonly<Record<string, unknown>> }) {
  const say = useSay<MailKeys>()
  const clients = useQuery<typeof listMailClients>('mail.list-clients', {}).data?.rows ?? []
  const asking = useCommand('mail.consents', { quiet: true })
  if (clients.length === 0) return null
  const go = async (provider: string) => {
    const answer = await asking.run({
      provider,
      ...(facts['replacesId'] ? { replacesId: facts['replacesId'] } : {}),
    } as never)
    if (answer.status !== 'done') return
    keepConsentFacts(facts)
    window.location.assign((answer.output as { address: string }).address)
  }
  const ready = Boolean(facts['name'] && facts['address'])
  return (
    <p className="acts">
      {clients.map(({ provider }) => (
        <Button
          key={provider}
          icon="key"
          busy={asking.busy}
          {...(ready ? {} : { refused: say('page.mail.mailboxes.name-first') })}
          onClick={() => void go(provider)}
        >
          {say('page.mail.mailboxes.through', { name: productNames[provider] })}
        </Button>
      ))}
      {asking.answer?.status === 'refused' ? (
        <Problem title={asking.answer.refusal.message} todo={asking.answer.refusal.todo} />
      ) : null}
    </p>
  )
}
