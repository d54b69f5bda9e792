import { useId, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { disconnectNetwork, getNetwork } from '../../contract.ts'
import type { InvoiceKeys } from '../words.ts'

const kinds = ['peppol', 'anaf-spv'] as const
type Kind = (typeof kinds)[number]
const fields = {
  peppol: ['url', 'participant', 'token'],
  'anaf-spv': ['url', 'tokenUrl', 'clientId', 'cif', 'clientSecret', 'refreshToken'],
} as const
const secrets: readonly string[] = ['token', 'clientSecret', 'refreshToken']
/** ANAF's own addresses, as of 2026; a Peppol provider gives its own. */
const usual: Readonly<Record<string, string>> = {
  'anaf-spv url': 'https://api.anaf.ro/prod/FCTEL/rest',
  'anaf-spv tokenUrl': 'https://logincert.anaf.ro/anaf-oauth2/v1/token',
}

/** The network that e-invoices go and come by; what it needs first is said plainly. */
export function Network() {
  const say = useSay<InvoiceKeys>()
  const may = usePermission('receivables.connect-network')
  const { data } = useQuery<typeof getNetwork>('receivables.get-network', {})
  const end = useCommand<typeof disconnectNetwork>('receivables.disconnect-network', {
    said: say('page.invoice.saved'),
  })
  const [connecting, setConnecting] = useState(false)
  if (!data) return null
  return (
    <Section title={say('page.network')}>
      {data.network ? (
        <>
          <p>
            <State glyph={data.problem ? 'blocked' : 'done'}>
              {say(`choice.receivables.network.${data.network}`)} · {data.participant}
            </State>
          </p>
          <p className="t2">{data.url}</p>
          {data.problem ? <Problem title={say(`page.network.problem.${data.problem}`)} /> : null}
        </>
      ) : (
        <p className="t2">{say('page.network.needs')}</p>
      )}
      {connecting ? <Connect onClose={() => setConnecting(false)} /> : null}
      {may && !connecting ? (
        <div className="invoice-foot">
          <Button onClick={() => setConnecting(true)}>
            {say(data.network ? 'page.network.other' : 'page.network.connect')}
          </Button>
          {data.network ? (
            <Button look="quiet" busy={end.busy} onClick={() => void end.run({})}>
              {say('receivables.disconnect-network')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </Section>
  )
}

function Connect({ onClose }: { readonly onClose: () => void }) {
  const say = useSay<InvoiceKeys>()
  const id = useId()
  const [network, setNetwork] = useState<Kind>('peppol')
  const [facts, setFacts] = useState<Readonly<Record<string, string>>>({})
  // Not a command: a secret may stand in no journal. Its address has the shape of one, and so have its answers.
  const connect = useCommand('receivables.networks', { quiet: true })
  const valueOf = (name: string) => facts[name] ?? usual[`${network} ${name}`] ?? ''
  const send = async () => {
    const input = Object.fromEntries(fields[network].map(name => [name, valueOf(name)]))
    if ((await connect.run({ network, ...input } as never)).status === 'done') onClose()
  }
  return (
    <form
      className="invoice-network"
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <p className="t2">{say(`page.network.needs.${network}`)}</p>
      <div className="invoice-fields">
        <div className="field">
          <label htmlFor={`${id}-network`}>{say('page.network')}</label>
          <select
            id={`${id}-network`}
            className="input"
            value={network}
            onChange={event => setNetwork(event.target.value as Kind)}
          >
            {kinds.map(kind => (
              <option key={kind} value={kind}>
                {say(`choice.receivables.network.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        {fields[network].map(name => (
          <div className="field" key={name}>
            <label htmlFor={`${id}-${name}`}>{say(`field.receivables.network.${name}`)}</label>
            <input
              id={`${id}-${name}`}
              className="input"
              required
              maxLength={4000}
              autoCapitalize="none"
              spellCheck={false}
              {...(secrets.includes(name) ? { type: 'password', autoComplete: 'new-password' } : {})}
              value={valueOf(name)}
              onChange={event => setFacts({ ...facts, [name]: event.target.value })}
            />
          </div>
        ))}
      </div>
      <p className="t2">{say('page.network.sealed')}</p>
      {connect.answer?.status === 'refused' ? (
        <Problem title={connect.answer.refusal.message} todo={connect.answer.refusal.todo} />
      ) : null}
      <div className="invoice-foot">
        <Button type="submit" look="primary" busy={connect.busy}>
          {say('page.network.connect')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}
