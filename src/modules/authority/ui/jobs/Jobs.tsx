import '../authority.css'
import { type ReactNode, useEffect, useRef } from 'react'
import type { listJobs } from '../../../../kernel/builtin/contract.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useStepKeys } from '../../../../web/kit/useStepKeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useMany } from '../../../../web/useMany.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { Keys } from '../../messages/en.ts'
import { JobRow } from './JobRow.tsx'
import type { JobLine } from './jobLine.ts'

/** How often one looks while something is under way, and while nothing is, ms: jobs are written outside the journal, so no change is told. */
const busyEvery_ms = 1_500
const idleEvery_ms = 10_000
/** How much of what is done is shown. */
const shown = 300

/** The work that runs behind: what needs a hand first, then what runs, waits, and is done. */
export default function Jobs() {
  const say = useSay<Keys>()
  const jobs = useQuery<typeof listJobs>('kernel.list-jobs', { limit: shown }, { fresh_ms: 0 })
  const rows = (jobs.data?.rows ?? []) as readonly JobLine[]
  const busy = rows.some(({ state }) => state === 'running' || state === 'waiting')
  const { refetch } = jobs
  useEffect(() => {
    const look = setInterval(() => void refetch(), busy ? busyEvery_ms : idleEvery_ms)
    return () => clearInterval(look)
  }, [busy, refetch])
  const list = useRef<HTMLDivElement>(null)
  useStepKeys(list)
  const of = (...states: readonly JobLine['state'][]) => rows.filter(({ state }) => states.includes(state))
  return (
    <Page title={say('page.jobs')} beside={jobs.data ? summary(say, jobs.data.waiting, jobs.data.dead) : undefined}>
      {jobs.isPending ? <SkeletonRows rows={8} /> : null}
      {jobs.isError && !jobs.data ? <QueryProblem fault={jobs.error} again={() => void jobs.refetch()} /> : null}
      {jobs.data && rows.length === 0 ? <Empty text={say('page.jobs.empty')} /> : null}
      <div ref={list}>
        <Group title={say('page.jobs.dead')} more={<DeadMore jobs={of('dead')} />} jobs={of('dead')} />
        <Group title={say('page.jobs.running')} jobs={of('running')} />
        <Group title={say('page.jobs.waiting')} jobs={of('waiting')} />
        <Group title={say('page.jobs.lately')} jobs={of('done', 'failed')} />
      </div>
    </Page>
  )
}

function summary(say: ReturnType<typeof useSay<Keys>>, waiting: number, dead: number): string {
  if (dead) return say('page.jobs.some-dead', { count: dead })
  return waiting ? say('page.jobs.some-waiting', { count: waiting }) : say('page.jobs.quiet')
}

/** Why they stand there; many are run again at once, with progress and Stop. */
function DeadMore({ jobs }: { readonly jobs: readonly JobLine[] }) {
  const say = useSay<Keys>()
  const many = useMany()
  const mayRevive = usePermission('kernel.revive-job')
  if (jobs.length < 2 || !mayRevive) return say('page.jobs.dead.text')
  const calls = jobs.map(({ id }) => ({ command: 'kernel.revive-job', input: { jobId: id } }))
  return (
    <>
      {say('page.jobs.dead.text')}{' '}
      <Button size="s" icon="refresh" onClick={() => void many(calls)}>
        {say('page.jobs.revive')} ({jobs.length})
      </Button>
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly more?: ReactNode
  readonly jobs: readonly JobLine[]
}

function Group({ title, more, jobs }: GroupProps) {
  if (!jobs.length) return null
  return (
    <Section title={title} count={jobs.length} more={more}>
      <ul className="jobs">
        {jobs.map(job => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </Section>
  )
}
