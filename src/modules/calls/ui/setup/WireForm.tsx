import { useState } from 'react'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { addWire } from '../../contract.ts'
import type { Keys } from '../words.ts'
import type { WireLine } from './Wires.tsx'

const kinds = ['webhook', 'fritzbox', 'asterisk', 'twilio', 'telnyx'] as const
type Kind = (typeof kinds)[number]
type Fact = 'host' | 'port' | 'username' | 'secret' | 'publicKey' | 'number' | 'context'

/** What each is reached by, in the order in which one is asked. */
const asked: Readonly<Record<Kind, readonly Fact[]>> = {
  webhook: [],
  fritzbox: ['host', 'port'],
  asterisk: ['host', 'port', 'username', 'secret', 'context'],
  twilio: ['username', 'secret', 'number'],
  telnyx: ['publicKey', 'username', 'secret', 'number'],
}
const usual: Readonly<Partial<Record<Kind, Readonly<Partial<Record<Fact, string>>>>>> = {
  fritzbox: { host: 'fritz.box', port: '1012' },
  asterisk: { port: '5038', context: 'from-internal' },
}
const isOptional = (kind: Kind, fact: Fact): boolean => kind === 'telnyx' && fact !== 'publicKey'

const startOf = (wire: WireLine | null): Partial<Record<Fact, string>> =>
  wire === null
    ? {}
    : {
        host: wire.host ?? '',
        port: wire.port === null ? '' : String(wire.port),
        username: wire.username ?? '',
        publicKey: wire.publicKey ?? '',
        number: wire.number ?? '',
        context: wire.context ?? '',
      }

/** What a telephone system is reached by. It is tried before anything is kept: what is wrong is told here. */
export function WireForm({ wire, onClose }: { readonly wire: WireLine | null; readonly onClose: () => void }) {
  const say = useSay<Keys>()
  const [kind, setKind] = useState<Kind>(wire?.kind ?? 'webhook')
  const [title, setTitle] = useState(wire?.title ?? '')
  const [facts, setFacts] = useState(() => startOf(wire))
  const add = useCommand<typeof addWire>('calls.add-wire')
  // Not commands: a password may stand in no journal. Their addresses have the shape of one, and so have their answers.
  const connect = useCommand('calls.wires')
  const change = useCommand('calls.wire-access')
  const valueOf = (fact: Fact): string => facts[fact] ?? usual[kind]?.[fact] ?? ''
  const send = async () => {
    const given = Object.fromEntries(
      asked[kind].flatMap(fact => {
        const value = valueOf(fact).trim()
        return value ? [[fact, fact === 'port' ? Number(value) : value]] : []
      }),
    )
    const sent =
      wire !== null
        ? await change.run({ id: wire.id, expectedVersion: wire.version, ...given } as never)
        : kind === 'webhook'
          ? await add.run({ title: title.trim() })
          : await connect.run({ kind, title: title.trim(), ...given } as never)
    if (sent.status === 'done') onClose()
  }
  const sending = wire !== null ? change : kind === 'webhook' ? add : connect
  return (
    <Dialog title={say(wire ? 'calls.reconnect-wire' : 'calls.connect-wire')} about={wire?.title} onClose={onClose}>
      <SendForm
        sending={sending}
        submit={say(wire ? 'calls.reconnect-wire' : 'calls.connect-wire')}
        onSend={() => void send()}
        onCancel={onClose}
      >
        {wire === null ? <Which kind={kind} onKind={setKind} /> : null}
        <p className="calls-how">{say(`page.setup.how.${kind}`)}</p>
        {wire === null ? (
          <TextField
            label={say('field.calls.title')}
            required
            maxLength={100}
            value={title}
            onChange={event => setTitle(event.target.value)}
          />
        ) : null}
        {asked[kind].map(fact => (
          <TextField
            key={`${kind} ${fact}`}
            label={labelOf(say, kind, fact)}
            {...(fact === 'secret' && wire?.hasSecret ? { hint: say('page.setup.secret.kept') } : {})}
            type={fact === 'secret' ? 'password' : fact === 'port' ? 'number' : 'text'}
            required={!isOptional(kind, fact) && !(fact === 'secret' && wire?.hasSecret)}
            autoComplete={fact === 'secret' ? 'new-password' : 'off'}
            autoCapitalize="none"
            spellCheck={false}
            value={valueOf(fact)}
            onChange={event => setFacts({ ...facts, [fact]: event.target.value })}
          />
        ))}
      </SendForm>
    </Dialog>
  )
}

function labelOf(say: ReturnType<typeof useSay<Keys>>, kind: Kind, fact: Fact): string {
  if (fact === 'secret') {
    if (kind === 'twilio' || kind === 'telnyx') return say(`page.setup.secret.${kind}`)
    return say('page.setup.secret')
  }
  if (fact === 'username' && (kind === 'twilio' || kind === 'telnyx')) return say(`page.setup.user.${kind}`)
  return fact === 'number' ? say('page.setup.number') : say(`field.calls.${fact}`)
}

function Which({ kind, onKind }: { readonly kind: Kind; readonly onKind: (kind: Kind) => void }) {
  const say = useSay<Keys>()
  return (
    <SelectField
      label={say('page.setup.kind')}
      value={kind}
      options={kinds.map(one => [one, say(`choice.calls.kind.${one}`)] as const)}
      onChange={onKind}
    />
  )
}
