import '../publishing.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { disconnectOutlet, listOutlets } from '../../contract.ts'
import type { OutletLine, PublishingKeys } from '../words.ts'
import { Connect } from './Connect.tsx'

/** Where the office publishes: each by its interface, or by a colleague's hand with the text ready. */
export default function Outlets() {
  const say = useSay<PublishingKeys>()
  const may = usePermission('publishing.add-outlet')
  const { data } = useQuery<typeof listOutlets>('publishing.list-outlets', { retired: true, limit: 200 })
  return (
    <Page
      title={say('page.publishing.outlets')}
      crumbs={[{ label: say('page.publishing'), href: '/publishing' }]}
      end={
        may ? (
          <Button look="primary" icon="plus" onClick={() => openCommand({ command: 'publishing.add-outlet' })}>
            {say('publishing.add-outlet')}
          </Button>
        ) : undefined
      }
    >
      <Section title={say('page.publishing.outlets.where')} count={data?.total}>
        {data?.rows.length === 0 ? <p className="t3">{say('page.publishing.outlets.empty')}</p> : null}
        <ul className="pub-outlets">
          {(data?.rows ?? []).map(outlet => (
            <Outlet key={outlet.id} outlet={outlet} />
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function Outlet({ outlet }: { readonly outlet: OutletLine }) {
  const say = useSay<PublishingKeys>()
  const may = usePermission('publishing.add-outlet')
  const [connecting, connect] = useState(false)
  const disconnect = useCommand<typeof disconnectOutlet>('publishing.disconnect-outlet')
  const one = { id: outlet.id, expectedVersion: outlet.version }
  return (
    <li>
      <div className="pub-place-head">
        <b className={outlet.retired ? 't3' : undefined}>{outlet.title}</b>
        <Way outlet={outlet} />
        {outlet.keeper ? <span className="t3">{outlet.keeper.title}</span> : null}
      </div>
      {outlet.address ? (
        <a className="link pub-address" href={outlet.address} target="_blank" rel="noreferrer">
          {outlet.address.replace(/^https?:\/\//, '')}
        </a>
      ) : null}
      {may ? (
        <div className="pub-acts">
          <Button
            size="s"
            icon="edit"
            aria-label={`${say('publishing.change-outlet')}: ${outlet.title}`}
            onClick={() =>
              openCommand({ command: 'publishing.change-outlet', input: known(outlet), about: outlet.title })
            }
          >
            {say('publishing.change-outlet')}
          </Button>
          {outlet.retired ? null : (
            <Button size="s" aria-expanded={connecting} onClick={() => connect(!connecting)}>
              {say(outlet.wire === 'hand' ? 'publishing.connect-outlet' : 'page.publishing.connect-anew')}
            </Button>
          )}
          {outlet.wire === 'hand' ? null : (
            <Button size="s" look="quiet" busy={disconnect.busy} onClick={() => void disconnect.run(one)}>
              {say('publishing.disconnect-outlet')}
            </Button>
          )}
        </div>
      ) : null}
      {connecting ? <Connect outlet={outlet} onClose={() => connect(false)} /> : null}
    </li>
  )
}

function Way({ outlet }: { readonly outlet: OutletLine }) {
  const say = useSay<PublishingKeys>()
  if (outlet.retired) return <State glyph="ended">{say('field.publishing.retired')}</State>
  if (outlet.problem) return <State glyph="late">{say(`problem.publishing.${outlet.problem}`)}</State>
  if (outlet.wire === 'hand') return <State glyph="open">{say('page.publishing.by-hand')}</State>
  return (
    <State glyph="done">
      {say('page.publishing.by-wire', {
        wire: say(`choice.publishing.wire.${outlet.wire}`),
        host: new URL(outlet.url ?? 'https://x').hostname,
      })}
    </State>
  )
}

const known = ({ id, version, title, language, address, keeper, retired }: OutletLine) => ({
  id,
  expectedVersion: version,
  name: title,
  retired,
  ...(language ? { language } : {}),
  ...(address ? { address } : {}),
  ...(keeper ? { keeperId: keeper.id } : {}),
})
