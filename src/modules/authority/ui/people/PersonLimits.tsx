import { useState } from 'react'
import type { Can, WireMoney } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { setLimit } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { rightWords, refusalWords } from '../shared/words.ts'
import { LimitDialog } from './LimitDialog.tsx'
import { offered, type PersonDetail } from './personDetail.ts'

interface OwnLimit {
  readonly permission: string
  readonly limit: WireMoney | null
}

/** Amounts that hold for this person alone, in place of what their roles say. */
export function PersonLimits({ person, can }: { readonly person: PersonDetail; readonly can: readonly Can[] }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const [open, setOpen] = useState(false)
  const set = useCommand<typeof setLimit>('authority.set-limit', { said: say('done.authority.set-limit') })
  const may = offered(can, 'authority.set-limit')
  const limits = person.limits as readonly OwnLimit[]
  if (!may && !limits.length) return null
  const back = (permission: string) => void set.run({ ...may?.input, permission, limit: null, asRoles: true } as never)
  return (
    <Section
      title={say('page.colleague.limits')}
      count={limits.length || undefined}
      more={
        may && !may.refusedBecause ? (
          <Button size="s" icon="plus" onClick={() => setOpen(true)}>
            {say('authority.set-limit')}…
          </Button>
        ) : undefined
      }
    >
      {limits.length === 0 ? (
        <p className="t3 none-yet">
          {say('page.colleague.no-limits')}
          {may?.refusedBecause ? ` ${refusalWords(say, may.refusedBecause)}` : ''}
        </p>
      ) : null}
      <ul className="plain-rows">
        {limits.map(({ permission, limit }) => (
          <li key={permission}>
            <span className="span-2">
              {rightWords(say, permission)}
              <span className="t3">
                {' '}
                {limit ? say('page.machine.up-to', { amount: formats.money(limit) }) : say('page.machine.no-limit')}
              </span>
            </span>
            {may && !may.refusedBecause ? (
              <Button size="s" look="quiet" onClick={() => back(permission)}>
                {say('page.limit.as-roles')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {open && may ? <LimitDialog person={person} input={may.input} onClose={() => setOpen(false)} /> : null}
    </Section>
  )
}
