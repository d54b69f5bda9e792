import '../invitations.css'
import { Page } from '../../../../web/kit/Page.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { InvitationKeys } from '../words.ts'
import { AnswersAddress } from './AnswersAddress.tsx'
import { UnsettledAnswers } from './UnsettledAnswers.tsx'

/** Answers that nobody could place, and where answers go. */
export default function Answers() {
  const say = useSay<InvitationKeys>()
  const crumbs = [{ label: say('page.invitations'), href: '/invitations' }, { label: say('page.invitations.settings') }]
  return (
    <Page title={say('page.invitations.settings')} crumbs={crumbs}>
      <UnsettledAnswers />
      <AnswersAddress />
    </Page>
  )
}
