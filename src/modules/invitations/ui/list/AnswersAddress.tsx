import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getSettings } from '../../contract.ts'
import type { InvitationKeys } from '../words.ts'

/** Where answers by mail go, so that they are recorded. */
export function AnswersAddress() {
  const say = useSay<InvitationKeys>()
  const asked = useQuery<typeof getSettings>('invitations.get-settings', {})
  if (asked.isError) return <QueryProblem fault={asked.error} again={() => void asked.refetch()} />
  if (!asked.data) return <SkeletonRows rows={2} />
  const { answersAddress: address, mailWorks, can } = asked.data
  return (
    <Section title={say('invitations.change-settings')}>
      {mailWorks ? null : <p>{say('page.invitations.no-mail')}</p>}
      <p className="t2 inv-text">
        {address ? say('page.invitations.settings.address', { address }) : say('page.invitations.settings.none')}
      </p>
      {can.length > 0 ? (
        <Button
          size="s"
          icon="edit"
          onClick={() =>
            openCommand({
              command: 'invitations.change-settings',
              input: address ? { answersAddress: address } : {},
              about: say('page.invitations.settings'),
            })
          }
        >
          {say('invitations.change-settings')}
        </Button>
      ) : null}
    </Section>
  )
}
