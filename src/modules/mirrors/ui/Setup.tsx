import { useId, useState } from 'react'
import type { OutputOf } from '../../../web/answers.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { Problem } from '../../../web/kit/Problem.tsx'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { State } from '../../../web/kit/State.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { useCommand } from '../../../web/useCommand.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { forgetClient, listClients } from '../contract.ts'
import { type MirrorKeys, productNames } from './words.ts'

type ClientLine = OutputOf<typeof listClients>['rows'][number]

/** What this Kontor is known by to Google and Microsoft: once for the office. */
export function Setup() {
  const say = useSay<MirrorKeys>()
  const list = useQuery<typeof listClients>('mirrors.list-clients', {})
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Section title={say('page.elsewhere.setup')}>
      <p className="lead t2">
        {say('page.elsewhere.setup.lead')}{' '}
        <code className="return">{`${window.location.origin}/calendar/elsewhere/back`}</code>
      </p>
      <ul className="rows">
        {(list.data?.rows ?? []).map(row => (
          <Client
            key={row.provider}
            row={row}
            isOpen={open === row.provider}
            onOpen={isOpen => setOpen(isOpen ? row.provider : null)}
          />
        ))}
      </ul>
    </Section>
  )
}

interface ClientProps {
  readonly row: ClientLine
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

function Client({ row, isOpen, onOpen }: ClientProps) {
  const say = useSay<MirrorKeys>()
  const forget = useCommand<typeof forgetClient>('mirrors.forget-client')
  const name = productNames[row.provider]
  return (
    <li>
      <span className="what">
        {name} {row.clientId ? <span className="t3">{row.clientId}</span> : null}
      </span>
      {row.clientId ? <State glyph="done">{say('page.elsewhere.setup.set')}</State> : null}
      <span className="acts">
        <Button
          size="s"
          look="quiet"
          aria-expanded={isOpen}
          aria-label={`${say('page.elsewhere.setup.fill')}: ${name}`}
          onClick={() => onOpen(!isOpen)}
        >
          {say('page.elsewhere.setup.fill')}
        </Button>
        {row.clientId ? (
          <Button
            size="s"
            look="quiet"
            icon="trash"
            busy={forget.busy}
            aria-label={`${say('mirrors.forget-client')}: ${name}`}
            onClick={() => void forget.run({ provider: row.provider })}
          >
            {say('mirrors.forget-client')}
          </Button>
        ) : null}
      </span>
      {isOpen ? <ClientForm row={row} onDone={() => onOpen(false)} /> : null}
    </li>
  )
}

function ClientForm({ row, onDone }: { readonly row: ClientLine; readonly onDone: () => void }) {
  const say = useSay<MirrorKeys>()
  const id = useId()
  const [facts, setFacts] = useState({ clientId: row.clientId ?? '', clientSecret: '', tenant: row.tenant ?? '' })
  // Not a command: the secret may stand in no journal.
  const saving = useCommand('mirrors.clients', { quiet: true })
  const save = async () => {
    if ((await saving.run({ provider: row.provider, ...facts } as never)).status === 'done') onDone()
  }
  const field = (key: keyof typeof facts, label: MirrorKeys, isSecret = false) => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{say(label)}</label>
      <input
        id={`${id}-${key}`}
        className="input"
        required={key !== 'tenant'}
        autoCapitalize="none"
        spellCheck={false}
        type={isSecret ? 'password' : 'text'}
        autoComplete={isSecret ? 'new-password' : 'off'}
        value={facts[key]}
        onChange={event => setFacts({ ...facts, [key]: event.target.value })}
      />
    </div>
  )
  return (
    <form
      className="connect"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      {field('clientId', 'field.mirrors.clientId')}
      {field('clientSecret', 'page.elsewhere.setup.secret', true)}
      {row.provider === 'microsoft' ? (
        <>
          {field('tenant', 'field.mirrors.tenant')}
          <p className="field-hint">{say('field.mirrors.tenant.hint')}</p>
        </>
      ) : null}
      {saving.answer?.status === 'refused' ? (
        <Problem title={saving.answer.refusal.message ?? ''} todo={saving.answer.refusal.todo} />
      ) : null}
      <p className="acts">
        <Button type="submit" look="primary" busy={saving.busy}>
          {say('page.elsewhere.setup.save')}
        </Button>
      </p>
    </form>
  )
}
