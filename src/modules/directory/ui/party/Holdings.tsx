import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { removeMembership, unmergeParties } from '../../contract.ts'
import type { DirectoryKeys } from '../words.ts'
import { offers, type PartyDetail } from './offers.ts'
import { Offers, Remove } from './Reach.tsx'

/** Where money to this party may go. */
export function Accounts({ party }: { readonly party: PartyDetail }) {
  const say = useSay<DirectoryKeys>()
  const formats = useFormats()
  if (!party.accounts.length && !offers(party, 'directory.add-account')) return null
  return (
    <Section
      title={say('page.party.accounts')}
      count={party.accounts.length || undefined}
      more={<Offers party={party} commands={['directory.add-account']} />}
    >
      <ul className="reach">
        {party.accounts.map(account => (
          <li key={account.accountId}>
            <Icon name="wallet" small />
            <span className="what num">{account.shown}</span>
            <span className="d">
              {say(`choice.scheme.${account.scheme}`)}
              {account.bic ? ` · ${account.bic}` : ''} ·{' '}
              {say('page.party.since', { on: formats.fullDay(account.since) })}
            </span>
            <Remove
              party={party}
              detailId={account.accountId}
              command="directory.remove-account"
              name={account.shown}
            />
          </li>
        ))}
      </ul>
      {party.accounts.length ? null : <p className="none t3">{say('page.party.no-accounts')}</p>}
    </Section>
  )
}

/** Who works there; of a person, where they work. */
export function Members({ party }: { readonly party: PartyDetail }) {
  const say = useSay<DirectoryKeys>()
  const removing = useCommand<typeof removeMembership>('directory.remove-membership')
  const isPerson = party.record.kind === 'person'
  const rows = isPerson ? party.memberOf : party.members
  const mayAdd = isPerson && offers(party, 'directory.add-membership')
  if (!rows.length && !mayAdd) return null
  return (
    <Section
      title={say(isPerson ? 'page.party.memberOf' : 'page.party.members')}
      count={rows.length || undefined}
      more={isPerson ? <Offers party={party} commands={['directory.add-membership']} /> : null}
    >
      <ul className="reach">
        {rows.map(one => (
          <li key={one.id}>
            <Icon name={one.kind === 'person' ? 'user' : 'building'} small />
            <span className="what">
              <Link href={`/${one.kind === 'person' ? 'people' : 'organisations'}/${one.id}`}>{one.title}</Link>
            </span>
            <span className="d">{one.role}</span>
            {mayAdd ? (
              <Button
                look="quiet"
                size="s"
                icon="x"
                className="away"
                aria-label={`${say('directory.remove-membership')}: ${one.title}`}
                title={say('directory.remove-membership')}
                onClick={() =>
                  void removing.run({ id: party.record.id, expectedVersion: party.record.version, memberOfId: one.id })
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      {rows.length ? null : <p className="none t3">{say('page.party.no-work')}</p>}
    </Section>
  )
}

/** What was found to be the same; each can stand by itself again. */
export function Merged({ party }: { readonly party: PartyDetail }) {
  const say = useSay<DirectoryKeys>()
  const unmerging = useCommand<typeof unmergeParties>('directory.unmerge-parties')
  const { id, kind, version } = party.record
  if (!party.merged.length) return null
  return (
    <Section title={say('page.party.merged')} count={party.merged.length}>
      <ul className="reach">
        {party.merged.map(one => (
          <li key={one.id}>
            <Icon name="git-merge" small />
            <span className="what">{one.title}</span>
            <span />
            {offers(party, 'directory.merge-parties') ? (
              <Button
                size="s"
                onClick={() => void unmerging.run({ id, kind, expectedVersion: version, mergedId: one.id })}
              >
                {say('directory.unmerge-parties')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
