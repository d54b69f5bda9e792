import './elsewhere.css'
import { useEffect, useRef, useState } from 'react'
import { Page } from '../../../web/kit/Page.tsx'
import { Problem } from '../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { Link, useGo } from '../../../web/Link.tsx'
import { useCommand } from '../../../web/useCommand.ts'
import type { MirrorKeys } from './words.ts'

/** Where Google and Microsoft send the person back to, with what their consent is worth. It is used once, and leaves the address bar. */
export default function Back() {
  const say = useSay<MirrorKeys>()
  const ending = useCommand('mirrors.consented', { quiet: true })
  const begun = useRef(false)
  // Whoever comes by an address of their own has nothing to finish.
  const [comesBack] = useState(() => new URLSearchParams(window.location.search).has('state'))
  const { run } = ending
  const go = useGo()
  useEffect(() => {
    if (!comesBack) go('/calendar/elsewhere', { replace: true })
    if (begun.current || !comesBack) return
    begun.current = true
    const given = new URLSearchParams(window.location.search)
    window.history.replaceState(window.history.state, '', window.location.pathname)
    void run({ code: given.get('code') ?? '', state: given.get('state') ?? '' } as never).then(answer => {
      if (answer.status === 'done') window.location.replace('/calendar/elsewhere')
    })
  }, [run, comesBack, go])
  const { answer } = ending
  return (
    <Page
      title={say('page.elsewhere')}
      crumbs={[
        { label: say('page.elsewhere.calendar'), href: '/calendar' },
        { label: say('page.elsewhere'), href: '/calendar/elsewhere' },
      ]}
    >
      <div className="elsewhere">
        {answer?.status === 'refused' ? (
          <>
            <Problem title={answer.refusal.message ?? ''} todo={answer.refusal.todo} />
            <p>
              <Link className="link" href="/calendar/elsewhere">
                {say('page.elsewhere.back.again')}
              </Link>
            </p>
          </>
        ) : (
          <>
            <p className="lead t2" role="status">
              {say('page.elsewhere.back.wait')}
            </p>
            <SkeletonRows rows={2} />
          </>
        )}
      </div>
    </Page>
  )
}
