import '../authority.css'
import { Beside } from '../../../../web/Beside.tsx'
import type { Can } from '../../../../web/answers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { languageNames } from '../../../../web/language/load.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { Keys } from '../../messages/en.ts'
import { RecordHappened } from '../shared/RecordHappened.tsx'
import { personGlyph, stateWords } from '../shared/words.ts'
import { PersonLimits } from './PersonLimits.tsx'
import { PersonMandates } from './PersonMandates.tsx'
import { PersonRoles } from './PersonRoles.tsx'
import { SigningIn } from './SigningIn.tsx'
import type { PersonDetail } from './personDetail.ts'

/** These stand where they belong, in the sections; the head keeps the others. */
const inSections: ReadonlySet<string> = new Set([
  'authority.assign-role',
  'authority.unassign-role',
  'authority.set-limit',
  'authority.grant-mandate',
  'authority.reset-password',
  'authority.renew-invitation',
])

export default function Person() {
  const { id = '' } = useParams()
  return (
    <RecordOf<PersonDetail> query="authority.get-principal" id={id}>
      {person => <PersonPage person={person} />}
    </RecordOf>
  )
}

function PersonPage({ person }: { readonly person: PersonDetail }) {
  const say = useSay<Keys>()
  const { record } = person
  const can = person.can as readonly Can[]
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.colleagues'), href: '/machine/people' }]}
      state={
        <>
          <State glyph={personGlyph[record.state as keyof typeof personGlyph]} loud>
            {stateWords(say, 'principal', record.state ?? '')}
          </State>
          {person.kind === 'assistant' ? <span>{say('choice.kind.assistant')}</span> : null}
        </>
      }
      can={can.filter(one => !inSections.has(one.command))}
      facts={factsOf(say, person)}
      side={<RecordHappened id={record.id} />}
    >
      {person.kind === 'person' ? <Beside place="person" id={record.id} /> : null}
      <PersonRoles person={person} can={can} />
      <PersonLimits person={person} can={can} />
      {person.kind === 'person' ? <SigningIn person={person} can={can} /> : null}
      <PersonMandates person={person} can={can} />
    </RecordPage>
  )
}

/** An address breaks before its @, if it must. */
function MailWords({ mail }: { readonly mail: string }) {
  const at = mail.indexOf('@')
  return (
    <>
      {mail.slice(0, at)}
      <wbr />
      {mail.slice(at)}
    </>
  )
}

function factsOf(say: ReturnType<typeof useSay<Keys>>, person: PersonDetail): Fact[] {
  const { email, deputy, deputyFor, clearance, language, kind } = person
  const people = deputyFor as readonly { id: string; name: string }[]
  const colleague = (one: { id: string; name: string }) => (
    <Link key={one.id} className="link" href={`/machine/people/${one.id}`}>
      {one.name}
    </Link>
  )
  return [
    ...(email ? [{ label: say('field.email'), value: <MailWords mail={email} /> }] : []),
    { label: say('field.clearance'), value: say(`record.class.${clearance as 0 | 1 | 2 | 3}`) },
    { label: say('field.deputy'), value: deputy ? colleague(deputy) : say('page.machine.nobody') },
    ...(people.length
      ? [
          {
            label: say('page.colleague.stands-in'),
            value: people.flatMap((one, at) => [at ? ', ' : '', colleague(one)]),
          },
        ]
      : []),
    ...(kind === 'person'
      ? [{ label: say('field.language'), value: languageNames[language as keyof typeof languageNames] ?? language }]
      : []),
  ]
}
