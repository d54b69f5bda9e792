import './softphone.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { Finder } from '../../../../web/kit/form/Finder.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import type { OutputOf } from '../../../../web/answers.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getPhoneServer, listPhones, removePhone, removePhoneServer } from '../../contract.ts'
import type { Keys } from '../words.ts'

type Server = NonNullable<OutputOf<typeof getPhoneServer>['server']>
type Line = OutputOf<typeof listPhones>['rows'][number]

/** The office’s SIP server for telephones in the page, and who has one. */
export function PhoneSetup() {
  const say = useSay<Keys>()
  const { data } = useQuery<typeof getPhoneServer>('calls.get-phone-server')
  const mayUse = usePermission('calls.use-phone')
  const [isOpen, setOpen] = useState(false)
  const remove = useCommand<typeof removePhoneServer>('calls.remove-phone-server')
  if (!data) return null
  const { server } = data
  return (
    <>
      <Section
        title={say('page.phone.setup')}
        more={
          <Button size="s" {...(server ? {} : { icon: 'plus' })} onClick={() => setOpen(true)}>
            {say(server ? 'calls.change-wire' : 'calls.set-phone-server')}
          </Button>
        }
      >
        {server ? (
          <ul className="calls-lines">
            <li>
              <b>{server.domain}</b>
              <span className="what">{[server.address, server.stun, server.turn].filter(Boolean).join(' · ')}</span>
              <span className="calls-ends">
                <Button size="s" look="quiet" busy={remove.busy} onClick={() => void remove.run({})}>
                  {say('calls.remove-phone-server')}
                </Button>
              </span>
            </li>
          </ul>
        ) : (
          <p className="calls-text">{say('page.phone.setup.told')}</p>
        )}
      </Section>
      {server && mayUse ? <Accounts /> : null}
      {isOpen ? <ServerForm server={server} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

const parts = ['address', 'domain', 'echo', 'voicemail', 'stun', 'turn', 'turnUsername'] as const

function ServerForm({ server, onClose }: { readonly server: Server | null; readonly onClose: () => void }) {
  const say = useSay<Keys>()
  const [facts, setFacts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(parts.map(part => [part, server?.[part] ?? ''])),
  )
  const [turnPassword, setTurnPassword] = useState('')
  const setting = useCommand('calls.phone-server', { said: say('done.calls.set-phone-server') })
  const send = async () => {
    const filled = Object.fromEntries(
      Object.entries(facts).flatMap(([key, value]) => (value.trim() ? [[key, value.trim()]] : [])),
    )
    const input = { ...filled, ...(turnPassword ? { turnPassword } : {}) }
    if ((await setting.run(input as never)).status === 'done') onClose()
  }
  return (
    <Dialog title={say('page.phone.setup')} onClose={onClose}>
      <SendForm sending={setting} submit={say('page.phone.keep')} onSend={send} onCancel={onClose}>
        {parts.map(part => (
          <TextField
            key={part}
            label={say(`field.calls.${part}`)}
            hint={
              part === 'echo' || part === 'voicemail' || part === 'domain' ? undefined : say(`field.calls.${part}.hint`)
            }
            required={part === 'address' || part === 'domain'}
            autoFocus={part === 'address'}
            autoCapitalize="none"
            spellCheck={false}
            value={facts[part] ?? ''}
            onChange={event => setFacts({ ...facts, [part]: event.target.value })}
          />
        ))}
        {facts['turn'] ? (
          <TextField
            label={say('page.phone.turn-password')}
            hint={say('page.phone.turn-password.hint')}
            type="password"
            autoComplete="new-password"
            value={turnPassword}
            onChange={event => setTurnPassword(event.target.value)}
          />
        ) : null}
      </SendForm>
    </Dialog>
  )
}

function Accounts() {
  const say = useSay<Keys>()
  const rows = useQuery<typeof listPhones>('calls.list-phones', { limit: 200 }).data?.rows ?? []
  const [open, setOpen] = useState<Line | 'new' | null>(null)
  const remove = useCommand<typeof removePhone>('calls.remove-phone')
  return (
    <Section
      title={say('page.phone.accounts')}
      count={rows.length}
      more={
        <Button size="s" icon="plus" onClick={() => setOpen('new')}>
          {say('calls.set-phone')}
        </Button>
      }
    >
      <ul className="calls-lines">
        {rows.map(row => (
          <li key={row.id}>
            <b>{row.person.title}</b>
            <span className="what">{row.username}</span>
            <span className="calls-ends">
              <Button size="s" look="quiet" onClick={() => setOpen(row)}>
                {say('calls.change-wire')}
              </Button>
              <Button size="s" look="quiet" busy={remove.busy} onClick={() => void remove.run({ personId: row.id })}>
                {say('calls.remove-line')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {open ? <AccountForm line={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
    </Section>
  )
}

function AccountForm({ line, onClose }: { readonly line: Line | null; readonly onClose: () => void }) {
  const say = useSay<Keys>()
  const [person, setPerson] = useState<{ readonly id: string; readonly title: string } | null>(line?.person ?? null)
  const [username, setUsername] = useState(line?.username ?? '')
  const [password, setPassword] = useState('')
  const setting = useCommand('calls.phone', { said: say('done.calls.set-phone') })
  const send = async () => {
    const input = { personId: person?.id, username: username.trim(), ...(password ? { password } : {}) }
    if ((await setting.run(input as never)).status === 'done') onClose()
  }
  return (
    <Dialog title={say('calls.set-phone')} about={person?.title} onClose={onClose}>
      <SendForm
        sending={setting}
        submit={say('page.phone.keep')}
        refused={person ? undefined : say('refusal.calls-person-unknown.todo')}
        onSend={send}
        onCancel={onClose}
      >
        {person ? null : (
          <Field label={say('page.slip.colleague')}>
            {control => (
              <Finder
                control={control}
                query="presence.now"
                kind="principal"
                icon="user"
                autoFocus
                onPick={option => setPerson({ id: option.id, title: option.title })}
              />
            )}
          </Field>
        )}
        <TextField
          label={say('field.calls.username')}
          required
          maxLength={64}
          autoCapitalize="none"
          spellCheck={false}
          value={username}
          onChange={event => setUsername(event.target.value)}
        />
        <TextField
          label={say('page.phone.password')}
          hint={line ? say('page.phone.password.kept') : undefined}
          type="password"
          maxLength={200}
          autoComplete="new-password"
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
      </SendForm>
    </Dialog>
  )
}
