import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { removeWire } from '../../contract.ts'
import type { Keys, Setup } from '../words.ts'
import { Telephones } from './Telephones.tsx'
import { WireForm } from './WireForm.tsx'

export type WireLine = Setup['wires'][number]

export const namesOf = (members: Setup['lines'][number]['members']) => members.map(one => one.title).join(', ')

/** The telephone systems: how each line stands, what was heard of it last, and whose telephones it has. */
export function Wires({ wires }: { readonly wires: readonly WireLine[] }) {
  const say = useSay<Keys>()
  const [open, setOpen] = useState<WireLine | 'new' | null>(null)
  return (
    <Section
      title={say('page.setup.wires')}
      count={wires.length}
      more={
        <Button size="s" icon="plus" onClick={() => setOpen('new')}>
          {say('calls.add-wire')}
        </Button>
      }
    >
      {wires.length === 0 ? <Empty text={say('page.setup.wires.empty')} /> : null}
      <ul className="calls-wires">
        {wires.map(wire => (
          <Wire key={wire.id} wire={wire} onAccess={() => setOpen(wire)} />
        ))}
      </ul>
      {open ? <WireForm wire={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
    </Section>
  )
}

const isKept = ({ kind }: WireLine): boolean => kind === 'fritzbox' || kind === 'asterisk'
const hasTelephones = ({ kind }: WireLine): boolean => kind !== 'webhook'

function Standing({ wire }: { readonly wire: WireLine }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  if (!isKept(wire)) return null
  if (wire.connectedAt)
    return <State glyph="done">{say('page.setup.stands', { at: formats.moment(wire.connectedAt) })}</State>
  if (!wire.problem) return <State glyph="waits">{say('page.setup.waits')}</State>
  return (
    <State glyph="late" loud>
      {`${say('page.setup.lost')}: ${say(`page.setup.problem.${wire.problem}`)}`}
    </State>
  )
}

function Wire({ wire, onAccess }: { readonly wire: WireLine; readonly onAccess: () => void }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const where = wire.host ? `${wire.host}:${wire.port}` : wire.number
  const facts = [
    say(`choice.calls.kind.${wire.kind}`),
    where,
    wire.heardAt ? say('page.setup.heard', { at: formats.moment(wire.heardAt) }) : say('page.setup.never'),
    namesOf(wire.members),
  ]
  return (
    <li>
      <div className="calls-wire">
        <b>{wire.title}</b>
        <Standing wire={wire} />
        <span className="what">{facts.filter(Boolean).join(' · ')}</span>
        <Ends wire={wire} onAccess={onAccess} />
      </div>
      {hasTelephones(wire) ? <Telephones wire={wire} /> : null}
    </li>
  )
}

const inputOf = ({ id, version, title, members }: WireLine) => ({
  id,
  expectedVersion: version,
  title,
  memberIds: members.map(one => one.id),
})

function Ends({ wire, onAccess }: { readonly wire: WireLine; readonly onAccess: () => void }) {
  const say = useSay<Keys>()
  const [isCopied, setCopied] = useState(false)
  const remove = useCommand<typeof removeWire>('calls.remove-wire')
  // Not a command: it speaks with the telephone system. Its address has the shape of one, and so have its answers.
  const test = useCommand('calls.wire-test', { said: say('page.setup.tested') })
  const copy = async () => {
    await navigator.clipboard.writeText(`${location.origin}${wire.path}`)
    setCopied(true)
  }
  const { answer } = test
  return (
    <>
      <span className="calls-ends">
        {wire.path && !isKept(wire) ? (
          <Button size="s" icon="copy" onClick={() => void copy()}>
            {say('page.setup.copy')}
          </Button>
        ) : null}
        {wire.kind === 'webhook' ? null : (
          <Button size="s" busy={test.busy} onClick={() => void test.run({ id: wire.id } as never)}>
            {say('page.setup.test')}
          </Button>
        )}
        {wire.kind === 'webhook' ? null : (
          <Button size="s" look="quiet" onClick={onAccess}>
            {say('page.setup.access')}
          </Button>
        )}
        <Button
          size="s"
          look="quiet"
          onClick={() => openCommand({ command: 'calls.change-wire', input: inputOf(wire), about: wire.title })}
        >
          {say('calls.change-wire')}
        </Button>
        <Button size="s" look="quiet" busy={remove.busy} onClick={() => void remove.run({ id: wire.id })}>
          {say('calls.remove-wire')}
        </Button>
      </span>
      {isCopied ? (
        <p className="calls-told" role="status">
          {say('page.setup.copied')}
        </p>
      ) : null}
      {answer?.status === 'refused' ? <Problem title={answer.refusal.message} todo={answer.refusal.todo} /> : null}
    </>
  )
}
