import '../signatures.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { OutputOf } from '../../../../web/answers.ts'
import type { disconnectService, getService } from '../../contract.ts'
import type { Keys } from '../words.ts'

const secrets = ['apitoken', 'apisecret', 'accesstoken', 'accesssecret'] as const
const usual = 'https://scrive.com'

/** The service for e-signatures: what it needs, whether it answers. */
export default function ServicePage() {
  const say = useSay<Keys>()
  const asked = useQuery<typeof getService>('signatures.get-service', {})
  const [isConnecting, setConnecting] = useState(false)
  if (asked.isError) return <QueryProblem fault={asked.error} again={() => void asked.refetch()} />
  if (!asked.data) return <PageSkeleton />
  const isOpen = isConnecting || asked.data.wire === null
  const done = () => {
    setConnecting(false)
    void asked.refetch()
  }
  return (
    <Page title={say('page.service')} crumbs={[{ label: say('page.signatures'), href: '/signatures' }]}>
      <div className="sign-service">
        <p className="t2">{say('page.service.lead')}</p>
        {asked.data.wire ? <Kept service={asked.data} onOther={() => setConnecting(true)} onEnd={done} /> : null}
        {isOpen ? <Connect onDone={done} onCancel={asked.data.wire ? () => setConnecting(false) : null} /> : null}
      </div>
    </Page>
  )
}

interface KeptProps {
  readonly service: OutputOf<typeof getService>
  readonly onOther: () => void
  readonly onEnd: () => void
}

function Kept({ service, onOther, onEnd }: KeptProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const checking = useCommand('signatures.service-checks', { quiet: true })
  const end = useCommand<typeof disconnectService>('signatures.disconnect-service', {})
  const { answer } = checking
  return (
    <Section title={say('choice.signatures.wire.scrive')}>
      <p>
        <State glyph="done">{say('page.service.connected', { at: formats.moment(service.connectedAt ?? '') })}</State>
      </p>
      <p className="t2">{service.address}</p>
      {answer?.status === 'done' ? (
        <p role="status" className="ok">
          {say('page.service.answers')}
        </p>
      ) : null}
      {answer?.status === 'refused' ? <Problem title={answer.refusal.message} todo={answer.refusal.todo} /> : null}
      <div className="sign-acts">
        <Button busy={checking.busy} onClick={() => void checking.run({} as never)}>
          {say('page.service.check')}
        </Button>
        <Button onClick={onOther}>{say('page.service.other')}</Button>
        <Button
          look="quiet"
          busy={end.busy}
          onClick={() => void end.run({}).then(({ status }) => (status === 'done' ? onEnd() : undefined))}
        >
          {say('signatures.disconnect-service')}
        </Button>
      </div>
    </Section>
  )
}

function Connect({ onDone, onCancel }: { readonly onDone: () => void; readonly onCancel: (() => void) | null }) {
  const say = useSay<Keys>()
  const [address, setAddress] = useState(usual)
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({})
  // Not a command: a secret may stand in no journal. Its address has the shape of one, and so have its answers.
  const connect = useCommand('signatures.services', { quiet: true })
  const isWhole = address.trim() !== '' && secrets.every(name => given[name]?.trim())
  const send = async () => {
    if (!isWhole || connect.busy) return
    if ((await connect.run({ wire: 'scrive', address, ...given } as never)).status === 'done') onDone()
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <p className="t2">{say('page.service.needs')}</p>
      <TextField
        label={say('field.signatures.address')}
        value={address}
        maxLength={300}
        autoCapitalize="none"
        spellCheck={false}
        onChange={event => setAddress(event.target.value)}
      />
      {secrets.map(name => (
        <TextField
          key={name}
          label={say(`page.service.secret.${name}`)}
          type="password"
          autoComplete="new-password"
          maxLength={1000}
          value={given[name] ?? ''}
          onChange={event => setGiven(before => ({ ...before, [name]: event.target.value }))}
        />
      ))}
      <p className="t3">{say('page.service.sealed')}</p>
      {connect.answer?.status === 'refused' ? (
        <Problem title={connect.answer.refusal.message} todo={connect.answer.refusal.todo} />
      ) : null}
      <div className="form-foot">
        <Button look="primary" type="submit" busy={connect.busy} aria-disabled={isWhole ? undefined : true}>
          {say('signatures.connect-service')}
        </Button>
        {onCancel ? (
          <Button look="quiet" onClick={onCancel}>
            {say('cancel')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
