import './programs.css'
import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { Link } from '../../../web/Link.tsx'
import { Page } from '../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../web/kit/Problem.tsx'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../web/kit/Skeleton.tsx'
import { Rich, useSay } from '../../../web/language/Say.tsx'
import { usePermission } from '../../../web/session.ts'
import { useCommand } from '../../../web/useCommand.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { getConnection } from '../contract.ts'
import type { Keys } from '../messages/en.ts'
import { Copied } from './Copied.tsx'
import { Feeds } from './Feeds.tsx'

/** Names of products are the same in every language. */
const programs = [
  { name: 'iPhone · iPad', how: 'page.programs.iphone' },
  { name: 'Mac', how: 'page.programs.mac' },
  { name: 'Android', how: 'page.programs.android' },
  { name: 'Thunderbird', how: 'page.programs.thunderbird' },
  { name: 'Outlook', how: 'page.programs.outlook' },
  { name: null, how: 'page.programs.other.how' },
] as const satisfies readonly { readonly name: string | null; readonly how: Keys }[]

/** One's calendars and contacts in one's own telephone and programs: what to type where, and links for those that only read. */
export default function Programs() {
  const say = useSay<Keys>()
  const mayGive = usePermission('caldav.give-feeds')
  const connection = useQuery<typeof getConnection>('caldav.get-connection')
  const { origin, protocol } = window.location
  const [chosen, choose] = useState(0)
  const program = programs[chosen]!
  const name = program.name ?? say('page.programs.other')
  const { data } = connection
  return (
    <Page
      title={say('page.programs')}
      crumbs={[{ label: say('field.caldav.calendarId'), href: '/calendar' }, { label: say('page.programs') }]}
    >
      <div className="programs">
        <p className="lead t2">{say('page.programs.lead')}</p>
        {connection.isPending ? <SkeletonRows rows={4} /> : null}
        {connection.isError ? <QueryProblem fault={connection.error} again={() => void connection.refetch()} /> : null}
        <Section title={say('page.programs.which')}>
          <fieldset className="choices" aria-label={say('page.programs.which')}>
            {programs.map((one, at) => (
              <Button
                key={one.how}
                size="s"
                {...(at === chosen ? {} : { look: 'quiet' as const })}
                aria-pressed={at === chosen}
                onClick={() => choose(at)}
              >
                {one.name ?? say('page.programs.other')}
              </Button>
            ))}
          </fieldset>
        </Section>
        {data ? (
          <Section title={say('page.programs.connect')}>
            <Copied label={say('page.programs.server')} value={`${origin}${data.calendarPath}`} />
            <Copied label={say('page.programs.user')} value={data.email} />
            <Password key={name} program={name} />
            <p className="how">
              <Rich>{say(program.how)}</Rich>
            </p>
            {protocol === 'https:' ? null : <p className="lead late">{say('page.programs.plain')}</p>}
            {program.name === null ? (
              <>
                {data.calendars.map(({ id, title, path }) => (
                  <Copied key={id} label={title} value={`${origin}${path}`} />
                ))}
                {data.bookPath ? (
                  <Copied label={say('page.programs.book')} value={`${origin}${data.bookPath}`} />
                ) : null}
              </>
            ) : null}
            <p className="lead t2">{say('page.programs.settings')}</p>
          </Section>
        ) : null}
        {mayGive ? <Feeds /> : null}
      </div>
    </Page>
  )
}

/** One press: the password is made for this program, and shown this once. */
function Password({ program }: { readonly program: string }) {
  const say = useSay<Keys>()
  const [made, setMade] = useState<string | null>(null)
  // Not a command: the password may stand in no journal. Its address has the shape of one, and so have its answers.
  const making = useCommand('documents.app-passwords')
  const make = async () => {
    const answer = await making.run({ name: program } as never)
    if (answer.status === 'done') setMade((answer.output as { readonly password: string }).password)
  }
  return (
    <>
      {made ? (
        <div className="made" role="status">
          <Copied label={say('page.programs.password')} value={made} hint={say('page.programs.password.hint')} />
        </div>
      ) : (
        <p className="make">
          <Button icon="key" look="primary" busy={making.busy} onClick={() => void make()}>
            {say('page.programs.make', { program })}
          </Button>
        </p>
      )}
      <p className="made-before">
        <Link className="link" href="/documents/folders">
          {say('page.programs.passwords')}
        </Link>
      </p>
    </>
  )
}
