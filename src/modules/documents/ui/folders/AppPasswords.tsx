import { useId, useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listAppPasswords, revokeAppPassword } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { Shown } from './Shown.tsx'

type Line = OutputOf<typeof listAppPasswords>['rows'][number]

/** What programs come in with: made here, shown once, ended here. */
export function AppPasswords() {
  const say = useSay<DocumentKeys>()
  const list = useQuery<typeof listAppPasswords>('documents.list-app-passwords')
  const rows = list.data?.rows ?? []
  const holding = rows.filter(({ revokedAt }) => !revokedAt)
  const ended = rows.filter(({ revokedAt }) => revokedAt)
  return (
    <Section title={say('page.folders.passwords')} count={holding.length || undefined}>
      <NewPassword onMade={() => void list.refetch()} />
      {list.isPending ? <SkeletonRows rows={2} /> : null}
      {list.isError ? <QueryProblem fault={list.error} again={() => void list.refetch()} /> : null}
      {list.data && holding.length === 0 ? <p className="t3">{say('page.folders.passwords.empty')}</p> : null}
      <Lines rows={holding} />
      {ended.length > 0 ? (
        <details className="fold">
          <summary>{say('page.folders.ended', { count: ended.length })}</summary>
          <Lines rows={ended} />
        </details>
      ) : null}
    </Section>
  )
}

function NewPassword({ onMade }: { readonly onMade: () => void }) {
  const say = useSay<DocumentKeys>()
  const id = useId()
  const [name, setName] = useState('')
  const [made, setMade] = useState<string | null>(null)
  // Not a command: the password may stand in no journal. Its address has the shape of one, and so have its answers.
  const making = useCommand('documents.app-passwords')
  const make = async () => {
    const answer = await making.run({ name } as never)
    if (answer.status !== 'done') return
    setMade((answer.output as { readonly password: string }).password)
    setName('')
    onMade()
  }
  return (
    <>
      <form
        className="new-password"
        onSubmit={event => {
          event.preventDefault()
          if (name.trim()) void make()
        }}
      >
        <div className="field">
          <label htmlFor={id}>{say('page.folders.name')}</label>
          <input
            id={id}
            className="input"
            maxLength={100}
            required
            value={name}
            onChange={event => setName(event.target.value)}
          />
        </div>
        <Button type="submit" icon="plus" busy={making.busy}>
          {say('documents.create-app-password')}
        </Button>
      </form>
      {made ? (
        <div className="made" role="status">
          <Shown label={say('page.folders.made')} value={made} hint={say('page.folders.made.hint')} />
        </div>
      ) : null}
    </>
  )
}

function Lines({ rows }: { readonly rows: readonly Line[] }) {
  return (
    <ul className="door-rows">
      {rows.map(row => (
        <PasswordLine key={row.id} row={row} />
      ))}
    </ul>
  )
}

function PasswordLine({ row }: { readonly row: Line }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const revoke = useCommand<typeof revokeAppPassword>('documents.revoke-app-password', {
    said: say('done.documents.revoke-app-password'),
  })
  const day = (at: string) => formats.day(formats.dayOf(at))
  const words = [
    row.revokedAt
      ? say('page.folders.ended-on', { day: day(row.revokedAt) })
      : say('page.folders.made-on', { day: day(row.madeAt) }),
    row.usedAt ? say('page.folders.used', { moment: formats.moment(row.usedAt) }) : say('page.folders.never-used'),
  ]
  return (
    <li>
      <Icon name="key" small />
      <span className="what">
        <b>{row.name}</b>
        <span className="t3 below">{words.join(' · ')}</span>
      </span>
      {row.revokedAt ? null : (
        <Button
          size="s"
          look="quiet"
          busy={revoke.busy}
          aria-label={`${say('documents.revoke-app-password')}: ${row.name}`}
          onClick={() => void revoke.run({ id: row.id })}
        >
          {say('documents.revoke-app-password')}
        </Button>
      )}
    </li>
  )
}
