import './party.css'
import { useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { countriesIn } from '../../../../web/entry/countries.ts'
import { languageNames } from '../../../../web/language/load.ts'
import { type Fact, Facts, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams, useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { retireParty } from '../../contract.ts'
import { Merge } from '../merge/Merge.tsx'
import type { DirectoryKeys } from '../words.ts'
import { Relations, WhenTheyCall } from './Around.tsx'
import { ChangeParty } from './ChangeParty.tsx'
import { Accounts, Members, Merged } from './Holdings.tsx'
import { offers, type PartyDetail } from './offers.ts'
import { PartySide } from './PartySide.tsx'
import { PaymentAdvice } from './PaymentAdvice.tsx'
import { Reach } from './Reach.tsx'

/** What the sections offer in their own place: not among the buttons as well. */
const inPlace = new Set([
  'directory.change-party',
  'directory.add-number',
  'directory.add-email',
  'directory.add-address',
  'directory.add-account',
  'directory.add-membership',
  'directory.add-relation',
  'directory.write-caller-note',
  'directory.merge-parties',
  'directory.retire-party',
])
const keys = { 'work.create-task': 't' }

export default function PartyPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<PartyDetail> query="directory.get-party" id={id}>
      {party => <Party party={party} key={id} />}
    </RecordOf>
  )
}

function Party({ party }: { readonly party: PartyDetail }) {
  const say = useSay<DirectoryKeys>()
  const [search, change] = useSearch()
  const mayTask = usePermission('work.create-task')
  const { record } = party
  const task: Can[] =
    mayTask && record.state === 'current'
      ? [{ command: 'work.create-task', input: { forId: record.id }, primary: true }]
      : []
  const role = party.memberOf.map(one => [one.role, one.title].filter(Boolean).join(', ')).join(' · ') || party.role
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.people'), href: '/people' },
        { label: say(`kind.${record.kind}.plural`), href: `/people?kind=${record.kind}` },
      ]}
      state={
        <>
          {record.state === 'retired' ? <State glyph="ended">{say('state.retired')}</State> : null}
          <span>{role || say(`choice.kind.${record.kind}`)}</span>
        </>
      }
      can={[...task, ...(party.can.filter(({ command }) => !inPlace.has(command)) as readonly Can[])]}
      keys={keys}
      side={<PartySide party={party} />}
    >
      <WhenTheyCall party={party} />
      <Reach party={party} />
      <About party={party} onMerge={() => change({ merge: 'pick' })} />
      <Accounts party={party} />
      <PaymentAdvice party={party} />
      <Members party={party} />
      <Relations party={party} />
      <Merged party={party} />
      {search['merge'] && offers(party, 'directory.merge-parties') ? (
        <Merge
          keepId={record.id}
          {...(search['merge'] === 'pick' ? {} : { otherId: search['merge'] })}
          onClose={() => change({ merge: null })}
        />
      ) : null}
    </RecordPage>
  )
}

function About({ party, onMerge }: { readonly party: PartyDetail; readonly onMerge: () => void }) {
  const say = useSay<DirectoryKeys>()
  const [changing, setChanging] = useState(false)
  const change = offers(party, 'directory.change-party')
  const retire = offers(party, 'directory.retire-party')
  const retiring = useCommand<typeof retireParty>('directory.retire-party', { said: say('state.retired') })
  const words = say('directory.change-party')
  useHotkeys([
    change
      ? { keys: 'shift+e', label: words, group: say(`kind.${party.record.kind}`), run: () => setChanging(true) }
      : null,
  ])
  const facts = useFacts(party)
  return (
    <Section
      title={say('page.party.facts')}
      more={
        <span className="offers">
          {offers(party, 'directory.merge-parties') ? (
            <button type="button" onClick={onMerge}>
              {say('directory.merge-parties')}
            </button>
          ) : null}
          {retire ? (
            <button type="button" onClick={() => void retiring.run(retire.input as never)}>
              {say('directory.retire-party')}
            </button>
          ) : null}
          {change ? (
            <button type="button" onClick={() => setChanging(true)}>
              {words}
            </button>
          ) : null}
        </span>
      }
    >
      {facts.length ? <Facts facts={facts} /> : null}
      {party.note ? <p className="manner">{party.note}</p> : null}
      {!facts.length && !party.note ? <p className="none t3">{say('page.party.no-facts')}</p> : null}
      {changing && change ? (
        <ChangeParty party={party} input={change.input} onClose={() => setChanging(false)} />
      ) : null}
    </Section>
  )
}

function useFacts(party: PartyDetail): readonly Fact[] {
  const say = useSay<DirectoryKeys>()
  const language = useLanguage()
  const checked = (value: string, valid: boolean | null) => (
    <>
      {value}
      {valid === false ? <span className="blocked"> {say('page.party.check-wrong')}</span> : null}
    </>
  )
  const country = countriesIn(language).find(([code]) => code === party.country)?.[1] ?? party.country
  const facts: (Fact | null)[] = [
    party.companyNumber
      ? { label: say('field.companyNumber'), value: checked(party.companyNumber, party.companyNumberValid) }
      : null,
    party.vatNumber ? { label: say('field.vatNumber'), value: checked(party.vatNumber, party.vatNumberValid) } : null,
    country ? { label: say('field.country'), value: country } : null,
    party.language
      ? {
          label: say('field.language'),
          value: languageNames[party.language as keyof typeof languageNames] ?? party.language,
        }
      : null,
    party.languages.length
      ? {
          label: say('field.languages'),
          value: party.languages.map(code => say(`choice.languages.${code}`)).join(', '),
        }
      : null,
    party.preferredWay
      ? { label: say('field.preferredWay'), value: say(`choice.preferredWay.${party.preferredWay}`) }
      : null,
    party.website ? { label: say('field.website'), value: <Website address={party.website} /> } : null,
  ]
  return facts.filter(fact => fact !== null)
}

function Website({ address }: { readonly address: string }) {
  if (!/^(https?:\/\/)?[\w.-]+\.[a-z]{2,}(\/.*)?$/i.test(address)) return address
  return (
    <a
      className="link"
      href={/^https?:/i.test(address) ? address : `https://${address}`}
      rel="noreferrer noopener"
      target="_blank"
    >
      {address}
    </a>
  )
}
