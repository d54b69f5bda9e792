/** The scenes of habits and of supervision. */
import { newId } from '../src/kernel/ids.ts'
import type { TestPrincipal } from '../src/kernel/testing.ts'
import { standardRoles } from '../src/modules/authority/contract.ts'
import type { Office } from './office.ts'
import type { Scene } from './scenes.ts'

type Stage = (office: Office) => Promise<Scene>

/** A rhythm in what the owner does: the same on six Wednesdays, lately. */
const aHabit = async ({ act, owner, superuser }: Office) => {
  const title = `Water ${newId().replaceAll(/[\d-]/g, '')}`
  const today = Temporal.Now.plainDateISO('Europe/Stockholm')
  const wednesday = today.subtract({ days: (today.dayOfWeek + 4) % 7 })
  for (let week = 0; week < 6; week++) {
    const { id } = await act('work.create-task', { title })
    await act('work.complete-task', { id })
    const at = wednesday.subtract({ weeks: week }).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '12:00' })
    await superuser.query('update work.task set ended_at = $2 where id = $1', [id, at.toInstant().toString()])
  }
  return { personId: owner.id, title, rhythm: 'week' }
}
const habit: Stage = async office => ({ input: await aHabit(office) })

/** Somebody whom the owner leads, and who has a task. */
async function led({ make, act, owner }: Office): Promise<{ worker: TestPrincipal; taskId: string }> {
  const id = await make.principal([standardRoles.clerk.id])
  await act('supervision.set-superior', { personId: id, superiorId: owner.id })
  return { worker: { id, organisationId: owner.organisationId }, taskId: await make.task({ ownerId: id }) }
}

/** A piece of work that the owner is shown, and by whom. */
async function shown(office: Office): Promise<{ id: string; worker: TestPrincipal }> {
  const { worker, taskId } = await led(office)
  return { ...(await office.act('supervision.show-work', { id: taskId }, worker)), worker }
}

export const newReview = async (office: Office): Promise<string> => (await shown(office)).id

/** What the owner asks to see of somebody's work. */
export const newReviewMark = async (office: Office): Promise<string> => {
  const { worker } = await led(office)
  return (await office.act('supervision.ask-review', { personId: worker.id })).id
}

const reviewed = async (office: Office) => {
  const { id, worker } = await shown(office)
  await office.act('supervision.mark-right', { id })
  return { id, worker }
}

export const supervisionQuestions: Readonly<Record<string, Stage>> = {
  'supervision.live-day': async () => ({ input: { scope: 'all' } }),
  'supervision.review-figures': async office => ({ input: { personId: (await reviewed(office)).worker.id } }),
}

export const supervisionScenes: Readonly<Record<string, Stage>> = {
  'announcements.report-done': async ({ make, act }) => {
    const id = await make.announcement({ kind: 'order' })
    await act('announcements.publish-announcement', { id })
    return { input: { id } }
  },
  'supervision.ask-review': async office => ({ input: { personId: (await led(office)).worker.id } }),
  'supervision.resume-review-mark': async office => {
    const id = await newReviewMark(office)
    await office.act('supervision.end-review-mark', { id })
    return { input: { id } }
  },
  'supervision.show-work': async office => {
    const { worker, taskId } = await led(office)
    return { input: { id: taskId }, as: worker }
  },
  'supervision.reopen-review': async office => ({ input: { id: (await reviewed(office)).id } }),
  'supervision.answer-review': async office => {
    const { id, worker } = await reviewed(office)
    return { input: { id }, as: worker }
  },
  'procedures.adopt-habit': habit,
  'procedures.refuse-habit': habit,
  'procedures.take-up-habit': async office => {
    const input = await aHabit(office)
    await office.act('procedures.refuse-habit', input)
    return { input }
  },
}
