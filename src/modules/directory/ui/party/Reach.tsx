import type { ReactNode } from 'react'
import { countriesIn } from '../../../../web/entry/countries.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { DirectoryKeys } from '../words.ts'
import { offers, type PartyDetail } from './offers.ts'

type Adding =
  | 'directory.add-number'
  | 'directory.add-email'
  | 'directory.add-address'
  | 'directory.add-account'
  | 'directory.add-membership'
  | 'directory.add-relation'
  | 'directory.write-caller-note'

/** At the right of a section's head: what may be added there. */
export function Offers({ party, commands }: { readonly party: PartyDetail; readonly commands: readonly Adding[] }) {
  const say = useSay<DirectoryKeys>()
  const offered = commands.flatMap(command => offers(party, command) ?? [])
  if (!offered.length) return null
  return (
    <span className="offers">
      {offered.map(({ command, input }) => (
        <button key={command} type="button" onClick={() => openCommand({ command, input, about: party.record.title })}>
          {say(command as Adding)}
        </button>
      ))}
    </span>
  )
}

/** Telephones, mail and addresses, each to be used at once. */
export function Reach({ party }: { readonly party: PartyDetail }) {
  const say = useSay<DirectoryKeys>()
  const language = useLanguage()
  const { phones, emails, addresses } = party
  const country = (code: string | null) => countriesIn(language).find(([one]) => one === code)?.[1] ?? code
  return (
    <Section
      title={say('page.party.reach')}
      more={
        <Offers party={party} commands={['directory.add-number', 'directory.add-email', 'directory.add-address']} />
      }
    >
      <ul className="reach">
        {phones.map(phone => (
          <Line
            key={phone.detailId}
            party={party}
            icon="phone"
            label={phone.label}
            detailId={phone.detailId}
            command="directory.remove-number"
            name={phone.shown}
          >
            <a className="num" href={`tel:${phone.e164 ?? phone.written}`}>
              {phone.shown}
            </a>
          </Line>
        ))}
        {emails.map(mail => (
          <Line
            key={mail.detailId}
            party={party}
            icon="mail"
            label={mail.label}
            detailId={mail.detailId}
            command="directory.remove-email"
            name={mail.email}
          >
            <a href={`mailto:${mail.email}`}>{mail.email}</a>
          </Line>
        ))}
        {addresses.map(address => {
          const written = [
            address.street,
            [address.postcode, address.city].filter(Boolean).join(' '),
            country(address.country),
          ]
            .filter(Boolean)
            .join(', ')
          return (
            <Line
              key={address.detailId}
              party={party}
              icon="map-pin"
              label={address.label}
              detailId={address.detailId}
              command="directory.remove-address"
              name={written}
            >
              {written}
            </Line>
          )
        })}
      </ul>
      {phones.length + emails.length + addresses.length === 0 ? (
        <p className="none t3">{say('page.party.no-reach')}</p>
      ) : null}
    </Section>
  )
}

type Removing =
  | 'directory.remove-number'
  | 'directory.remove-email'
  | 'directory.remove-address'
  | 'directory.remove-account'

interface LineProps {
  readonly party: PartyDetail
  readonly icon: string
  readonly label: string
  readonly detailId: string
  readonly command: Removing
  readonly name: string
  readonly children: ReactNode
}

function Line({ party, icon, label, detailId, command, name, children }: LineProps) {
  return (
    <li>
      <Icon name={icon} small />
      <span className="what">{children}</span>
      <span className="d">{label}</span>
      <Remove party={party} detailId={detailId} command={command} name={name} />
    </li>
  )
}

/** Takes a detail away; told with Undo. What a merged one brought along is its own and stays. */
export function Remove({ party, detailId, command, name }: Pick<LineProps, 'party' | 'detailId' | 'command' | 'name'>) {
  const say = useSay<DirectoryKeys>()
  const removing = useCommand(command)
  const { id, kind, version } = party.record
  if (!offers(party, 'directory.change-party')) return null
  return (
    <Button
      look="quiet"
      size="s"
      icon="x"
      className="away"
      aria-label={`${say(command)}: ${name}`}
      title={say(command)}
      onClick={() => void removing.run({ id, kind, expectedVersion: version, detailId })}
    />
  )
}
