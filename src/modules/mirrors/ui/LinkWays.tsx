import { Button } from '../../../web/kit/Button.tsx'
import { openCommand } from '../../../web/kit/openers.ts'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { useCommand } from '../../../web/useCommand.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { addLinkWay, listLinkWays, removeLinkWay } from '../contract.ts'
import type { AccountLine } from './Elsewhere.tsx'
import type { MirrorKeys } from './words.ts'

const throughAccounts = { google: 'meet', microsoft: 'teams' } as const

/** Where one meets by video: own servers and rooms by their address, Teams and Meet through an account. */
export function LinkWays({ accounts }: { readonly accounts: readonly AccountLine[] }) {
  const say = useSay<MirrorKeys>()
  const list = useQuery<typeof listLinkWays>('mirrors.list-link-ways', {})
  const remove = useCommand<typeof removeLinkWay>('mirrors.remove-link-way')
  const add = useCommand<typeof addLinkWay>('mirrors.add-link-way')
  const rows = list.data?.rows ?? []
  return (
    <Section
      title={say('page.elsewhere.video')}
      count={rows.length}
      more={
        <Button
          size="s"
          icon="plus"
          onClick={() => openCommand({ command: 'mirrors.add-link-way', done: () => void list.refetch() })}
        >
          {say('mirrors.add-link-way')}
        </Button>
      }
    >
      <p className="lead t2">{say('page.elsewhere.video.lead')}</p>
      {list.data && rows.length === 0 ? <p className="lead t3">{say('page.elsewhere.video.none')}</p> : null}
      <ul className="rows">
        {rows.map(({ id, name, type, address, forOffice, can }) => (
          <li key={id}>
            <span className="what">
              {name}
              <span className="t3 below">
                {[
                  say(`choice.mirrors.type.${type}`),
                  ...(address ? [address] : []),
                  ...(forOffice ? [say('page.elsewhere.office')] : []),
                ].join(' · ')}
              </span>
            </span>
            {can.length > 0 ? (
              <Button
                size="s"
                look="quiet"
                icon="trash"
                busy={remove.busy}
                aria-label={`${say('mirrors.remove-link-way')}: ${name}`}
                onClick={() => void remove.run({ id })}
              >
                {say('mirrors.remove-link-way')}
              </Button>
            ) : null}
          </li>
        ))}
        {accounts.map(({ id, provider, title }) => {
          const type = provider === 'caldav' ? null : throughAccounts[provider]
          if (!type || rows.some(row => row.type === type)) return null
          const name = say(`choice.mirrors.type.${type}`)
          return (
            <li key={id}>
              <span className="what">
                {name} <span className="t3">{title}</span>
              </span>
              <Button
                size="s"
                look="quiet"
                icon="plus"
                busy={add.busy}
                onClick={() => void add.run({ type, name, accountId: id })}
              >
                {say('mirrors.add-link-way')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
