import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { forgetMailClient, listMailClients } from '../../contract.ts'
import type { MailKeys } from '../words.ts'

const providers = ['google', 'microsoft'] as const
type Provider = (typeof providers)[number]
const productNames = { google: 'Google', microsoft: 'Microsoft 365' } as const

/** What this Kontor is known by to Google and Microsoft: once for the office. */
export function Clients() {
  const say = useSay<MailKeys>()
  const list = useQuery<typeof listMailClients>('mail.list-clients', {})
  const forget = useCommand<typeof forgetMailClient>('mail.forget-client')
  const [open, setOpen] = useState<Provider | null>(null)
  const known = (provider: Provider) => list.data?.rows.find(row => row.provider === provider)
  return (
    <Section title={say('page.mail.clients')}>
      <p className="t3">
        {say('page.mail.clients.lead')} <code>{`${window.location.origin}/mail/mailboxes/back`}</code>
      </p>
      <ul className="setup-rows">
        {providers.map(provider => (
          <li key={provider}>
            <span className="what">
              <b>{productNames[provider]}</b> <span className="t3">{known(provider)?.clientId ?? ''}</span>
            </span>
            <span className="acts">
              <Button
                size="s"
                look="quiet"
                aria-label={`${say('mail.set-client')}: ${productNames[provider]}`}
                onClick={() => setOpen(provider)}
              >
                {say('mail.set-client')}
              </Button>
              {known(provider) ? (
                <Button
                  size="s"
                  look="quiet"
                  aria-label={`${say('mail.forget-client')}: ${productNames[provider]}`}
                  onClick={() => void forget.run({ provider })}
                >
                  {say('mail.forget-client')}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {open ? (
        <ClientForm
          provider={open}
          onClose={() => {
            setOpen(null)
            void list.refetch()
          }}
        />
      ) : null}
    </Section>
  )
}

function ClientForm({ provider, onClose }: { readonly provider: Provider; readonly onClose: () => void }) {
  const say = useSay<MailKeys>()
  const [facts, setFacts] = useState({ clientId: '', clientSecret: '', tenant: '' })
  // Not a command: its secret may stand in no journal.
  const keeping = useCommand('mail.clients', { quiet: true })
  const send = async () => {
    if ((await keeping.run({ provider, ...facts } as never)).status === 'done') onClose()
  }
  const line = (key: keyof typeof facts, label: MailKeys, more: object = {}) => (
    <TextField
      label={say(label)}
      value={facts[key]}
      spellCheck={false}
      onChange={event => setFacts(before => ({ ...before, [key]: event.target.value }))}
      {...more}
    />
  )
  return (
    <Dialog title={say('mail.set-client')} about={productNames[provider]} onClose={onClose}>
      <SendForm
        sending={keeping}
        submit={say('page.mail.rule.save')}
        refused={facts.clientId && facts.clientSecret ? undefined : say('page.mail.clients.incomplete')}
        onSend={() => void send()}
        onCancel={onClose}
      >
        {line('clientId', 'field.mail.clientId', { autoFocus: true, 'data-autofocus': true })}
        {line('clientSecret', 'page.mail.clients.secret', { type: 'password', autoComplete: 'new-password' })}
        {provider === 'microsoft' ? line('tenant', 'field.mail.tenant') : null}
      </SendForm>
    </Dialog>
  )
}
