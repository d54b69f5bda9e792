import '../calls.css'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { commandWords } from '../../../../web/kit/words.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getSetup, removeLine } from '../../contract.ts'
import { PhoneSetup } from '../softphone/PhoneSetup.tsx'
import type { Keys, Setup } from '../words.ts'
import { namesOf, Wires } from './Wires.tsx'

/** Lines, telephone systems, and when an urgent message goes on. */
export default function SetupPage() {
  const say = useSay<Keys>()
  const setup = useQuery<typeof getSetup>('calls.get-setup')
  if (setup.isError) return <QueryProblem fault={setup.error} again={() => void setup.refetch()} />
  if (!setup.data) return <PageSkeleton />
  return (
    <Page title={say('page.calls.setup')} crumbs={[{ label: say('page.calls'), href: '/calls' }]}>
      <Wires wires={setup.data.wires} />
      <Lines lines={setup.data.lines} />
      <PhoneSetup />
      <Rules setup={setup.data} />
    </Page>
  )
}

const inputOf = ({ id, version, title, members }: Setup['lines'][number]) => ({
  id,
  expectedVersion: version,
  title,
  memberIds: members.map(one => one.id),
})

function Add({ command }: { readonly command: string }) {
  const say = useSay<string>()
  return (
    <Button size="s" icon="plus" onClick={() => openCommand({ command })}>
      {commandWords(say, command)}
    </Button>
  )
}

function Lines({ lines }: { readonly lines: Setup['lines'] }) {
  const say = useSay<Keys>()
  const remove = useCommand<typeof removeLine>('calls.remove-line')
  return (
    <Section title={say('page.setup.lines')} count={lines.length} more={<Add command="calls.add-line" />}>
      {lines.length === 0 ? <Empty text={say('page.setup.lines.empty')} /> : null}
      <ul className="calls-lines">
        {lines.map(line => (
          <li key={line.id}>
            <b>{line.title}</b>
            <span className="what">{[line.toldAs, namesOf(line.members)].join(' · ')}</span>
            <span className="calls-ends">
              <Button
                size="s"
                look="quiet"
                onClick={() =>
                  openCommand({
                    command: 'calls.change-line',
                    input: { ...inputOf(line), toldAs: line.toldAs },
                    about: line.title,
                  })
                }
              >
                {say('calls.change-line')}
              </Button>
              <Button size="s" look="quiet" onClick={() => void remove.run({ id: line.id })}>
                {say('calls.remove-line')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Rules({ setup }: { readonly setup: Setup }) {
  const say = useSay<Keys>()
  const { deputyMinutes, onCallMinutes } = setup
  return (
    <>
      <Section
        title={say('page.setup.rules')}
        more={
          <Button
            size="s"
            onClick={() => openCommand({ command: 'calls.change-settings', input: { deputyMinutes, onCallMinutes } })}
          >
            {say('calls.change-wire')}
          </Button>
        }
      >
        <p className="calls-text">{say('page.setup.rules.told', { deputy: deputyMinutes, more: onCallMinutes })}</p>
      </Section>
      <Section title={say('page.setup.browser')}>
        <p className="calls-text">
          {say('page.setup.browser.told', { address: `${location.origin}/call?number=%NUMBER%`, mark: '%NUMBER%' })}
        </p>
      </Section>
    </>
  )
}
