import { type ComponentProps, useId, useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { Problem } from '../../../web/kit/Problem.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { useCommand } from '../../../web/useCommand.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { listClients } from '../contract.ts'
import type { AccountLine } from './Elsewhere.tsx'
import { consentKinds, type MirrorKeys, productNames } from './words.ts'

interface ConnectFormProps {
  /** One that is signed in to anew. */
  readonly account: AccountLine | null
  readonly onClose: () => void
}

/** Where the calendars are: a server with a password made for this, or a house that asks the person itself. */
export function ConnectForm({ account, onClose }: ConnectFormProps) {
  const say = useSay<MirrorKeys>()
  const [kind, choose] = useState<AccountLine['provider']>(account?.provider ?? 'caldav')
  return (
    <div className="connect">
      {account ? null : (
        <fieldset className="choices" aria-label={say('field.mirrors.provider')}>
          {(['caldav', ...consentKinds] as const).map(one => (
            <Button
              key={one}
              size="s"
              {...(one === kind ? {} : { look: 'quiet' as const })}
              aria-pressed={one === kind}
              onClick={() => choose(one)}
            >
              {one === 'caldav' ? say('page.elsewhere.with-password') : productNames[one]}
            </Button>
          ))}
        </fieldset>
      )}
      {kind === 'caldav' ? (
        <WithPassword account={account} onClose={onClose} />
      ) : (
        <ByConsent key={kind} kind={kind} account={account} onClose={onClose} />
      )}
    </div>
  )
}

function WithPassword({ account, onClose }: ConnectFormProps) {
  const say = useSay<MirrorKeys>()
  const id = useId()
  const [facts, setFacts] = useState({
    address: account?.address ?? '',
    username: account?.username ?? '',
    name: account?.title ?? '',
    password: '',
  })
  // Not a command: a password may stand in no journal. Its address has the shape of one, and so have its answers.
  const connecting = useCommand('mirrors.accounts', { quiet: true })
  const connect = async () => {
    const input = { ...facts, ...(account ? { replacesId: account.id } : {}) }
    if ((await connecting.run(input as never)).status === 'done') onClose()
  }
  const field = (key: keyof typeof facts, label: MirrorKeys, more: ComponentProps<'input'> = {}) => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{say(label)}</label>
      <input
        id={`${id}-${key}`}
        className="input"
        required
        autoCapitalize="none"
        spellCheck={false}
        value={facts[key]}
        onChange={event => setFacts({ ...facts, [key]: event.target.value })}
        {...more}
      />
    </div>
  )
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void connect()
      }}
    >
      {field('address', 'field.mirrors.address', { maxLength: 2000, inputMode: 'url', placeholder: 'https://' })}
      {field('username', 'field.mirrors.username', { maxLength: 320 })}
      {field('password', 'page.elsewhere.password', {
        type: 'password',
        maxLength: 1000,
        autoComplete: 'new-password',
        'aria-describedby': `${id}-hint`,
      })}
      <p className="field-hint" id={`${id}-hint`}>
        {say('page.elsewhere.password.hint')}
      </p>
      {field('name', 'field.mirrors.name', { maxLength: 100, required: false, spellCheck: true })}
      {connecting.answer?.status === 'refused' ? (
        <Problem title={connecting.answer.refusal.message ?? ''} todo={connecting.answer.refusal.todo} />
      ) : null}
      <p className="acts">
        <Button type="submit" look="primary" busy={connecting.busy}>
          {say('page.elsewhere.connect')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {say('cancel')}
        </Button>
      </p>
    </form>
  )
}

function ByConsent({ kind, account, onClose }: ConnectFormProps & { readonly kind: (typeof consentKinds)[number] }) {
  const say = useSay<MirrorKeys>()
  const clients = useQuery<typeof listClients>('mirrors.list-clients', {})
  const going = useCommand('mirrors.consents', { quiet: true })
  const provider = productNames[kind]
  const isSetUp = clients.data?.rows.some(row => row.provider === kind && row.clientId !== null) ?? false
  const go = async () => {
    const answer = await going.run({ provider: kind, ...(account ? { replacesId: account.id } : {}) } as never)
    if (answer.status === 'done') window.location.assign((answer.output as { readonly address: string }).address)
  }
  return (
    <>
      <p className="lead t2">{say('page.elsewhere.consent', { provider })}</p>
      {clients.data && !isSetUp ? (
        <Problem
          title={say('page.elsewhere.not-set-up', { provider })}
          todo={say('refusal.mirror-client-missing.todo', { provider })}
        />
      ) : null}
      {going.answer?.status === 'refused' ? (
        <Problem title={going.answer.refusal.message ?? ''} todo={going.answer.refusal.todo} />
      ) : null}
      <p className="acts">
        {isSetUp ? (
          <Button look="primary" busy={going.busy} onClick={() => void go()}>
            {say('page.elsewhere.go', { provider })}
          </Button>
        ) : null}
        <Button look="quiet" onClick={onClose}>
          {say('cancel')}
        </Button>
      </p>
    </>
  )
}
