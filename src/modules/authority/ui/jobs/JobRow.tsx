import type { cancelJob, reviveJob } from '../../../../kernel/builtin/contract.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { type Glyph, State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { Keys } from '../../messages/en.ts'
import { areaOf, areaWords } from '../shared/words.ts'
import type { JobLine } from './jobLine.ts'

const glyphs: Readonly<Record<JobLine['state'], Glyph>> = {
  waiting: 'waits',
  running: 'half',
  done: 'settled',
  failed: 'blocked',
  dead: 'late',
}

/** One job: what it does, how far it has come, what can be done with it. */
export function JobRow({ job }: { readonly job: JobLine }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const mayRevive = usePermission('kernel.revive-job')
  const mayCancel = usePermission('kernel.cancel-job')
  const revive = useCommand<typeof reviveJob>('kernel.revive-job', { said: say('page.jobs.revived') })
  const cancel = useCommand<typeof cancelJob>('kernel.cancel-job', { said: say('page.jobs.stopping') })
  const what = say.maybe(`job.${job.name}`) ?? job.name.slice(job.name.indexOf('.') + 1).replaceAll('-', ' ')
  const state = job.state as keyof typeof glyphs
  const canStop = state === 'waiting' || state === 'running'
  return (
    <li>
      <State glyph={glyphs[state]} loud>
        {say(job.cancelled ? 'page.job.cancelled' : `page.job.${state}`)}
      </State>
      <span className="what">
        <b>{what}</b> <span className="t3">{areaWords(say, areaOf(job.name))}</span>
        {job.note ? <span className="t2 block">{job.note}</span> : null}
        {job.error ? <code className="block">{job.error}</code> : null}
        {state === 'running' && job.total ? <Progress what={what} done={job.done} total={job.total} /> : null}
      </span>
      <time className="t3 num" dateTime={job.finishedAt ?? job.startedAt}>
        {formats.moment(job.finishedAt ?? job.startedAt)}
      </time>
      <span className="do">
        {state === 'dead' && mayRevive ? (
          <Button size="s" icon="refresh" busy={revive.busy} onClick={() => void revive.run({ jobId: job.id })}>
            {say('page.jobs.revive')}
          </Button>
        ) : null}
        {canStop && mayCancel ? (
          <Button size="s" look="quiet" busy={cancel.busy} onClick={() => void cancel.run({ jobId: job.id })}>
            {say('page.jobs.stop')}
          </Button>
        ) : null}
      </span>
    </li>
  )
}

function Progress({ what, done, total }: { readonly what: string; readonly done: number; readonly total: number }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  return (
    <span className="job-progress">
      <progress aria-label={what} value={done} max={total} />
      <span className="t3 num">
        {say('page.jobs.progress', { done: formats.number(done), total: formats.number(total) })}
      </span>
    </span>
  )
}
