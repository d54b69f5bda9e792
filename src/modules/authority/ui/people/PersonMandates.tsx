import { useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../../messages/en.ts'
import { GrantDialog } from '../mandates/GrantDialog.tsx'
import { MandateRows, type MandateLine } from '../mandates/MandateRows.tsx'
import { offered, type PersonDetail } from './personDetail.ts'

/** In whose name they act, and who acts in theirs. */
export function PersonMandates({ person, can }: { readonly person: PersonDetail; readonly can: readonly Can[] }) {
  const say = useSay<Keys>()
  const [open, setOpen] = useState(false)
  const may = offered(can, 'authority.grant-mandate')
  const mandates = person.mandates as readonly MandateLine[]
  if (!may && !mandates.length) return null
  return (
    <Section
      title={say('kind.mandate.plural')}
      count={mandates.length || undefined}
      more={
        may ? (
          <Button size="s" icon="plus" onClick={() => setOpen(true)}>
            {say('page.colleague.lend')}…
          </Button>
        ) : undefined
      }
    >
      {mandates.length ? (
        <MandateRows mandates={mandates} />
      ) : (
        <p className="t3 none-yet">{say('page.colleague.no-mandates')}</p>
      )}
      {open ? (
        <GrantDialog to={{ id: person.record.id, name: person.record.title }} onClose={() => setOpen(false)} />
      ) : null}
    </Section>
  )
}
