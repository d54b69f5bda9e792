import '../mail.css'
import { useEffect, useRef, useState } from 'react'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link, useGo } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { MailKeys } from '../words.ts'
import { takeConsentFacts } from './consent.ts'

/** Where Google and Microsoft send one back to, with what the consent is worth. It is used once, and leaves the address bar. */
export default function Back() {
  const say = useSay<MailKeys>()
  const ending = useCommand('mail.consented', { quiet: true })
  const begun = useRef(false)
  // Whoever comes by an address of their own has nothing to finish.
  const [comesBack] = useState(() => new URLSearchParams(window.location.search).has('state'))
  const { run } = ending
  const go = useGo()
  useEffect(() => {
    if (!comesBack) go('/mail/mailboxes', { replace: true })
    if (begun.current || !comesBack) return
    begun.current = true
    const given = new URLSearchParams(window.location.search)
    window.history.replaceState(window.history.state, '', window.location.pathname)
    const input = { ...takeConsentFacts(), code: given.get('code') ?? '', state: given.get('state') ?? '' }
    void run(input as never).then(answer => {
      if (answer.status === 'done') go('/mail/mailboxes', { replace: true })
    })
  }, [run, comesBack, go])
  const { answer } = ending
  return (
    <Page
      title={say('kind.mail-mailbox.plural')}
      crumbs={[
        { label: say('page.mail'), href: '/mail' },
        { label: say('kind.mail-mailbox.plural'), href: '/mail/mailboxes' },
      ]}
    >
      <div className="mail-setup">
        {answer?.status === 'refused' ? (
          <>
            <Problem title={answer.refusal.message} todo={answer.refusal.todo} />
            <p>
              <Link className="link" href="/mail/mailboxes">
                {say('page.mail.mailboxes.again')}
              </Link>
            </p>
          </>
        ) : (
          <>
            <p className="t2" role="status">
              {say('page.mail.mailboxes.wait')}
            </p>
            <SkeletonRows rows={2} />
          </>
        )}
      </div>
    </Page>
  )
}
