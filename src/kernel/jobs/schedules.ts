import { inReadOnly } from '../database/transaction.ts'
import { systemPrincipalId } from '../ids.ts'
import type { Kernel } from '../kernel.ts'
import type { Boss, Envelope } from './boss.ts'

const hourMs = 3_600_000

/**
 * Sets the clocks of scheduled jobs, one for each organisation in its own zone. An organisation opened by this process is met
 * with its first act; one that another process opened, and a zone that was changed, within the hour.
 */
export async function keepSchedules(kernel: Kernel, boss: Boss): Promise<{ end(): void }> {
  const scheduled = kernel.registry.jobs.filter(body => body.schedule)
  const known = new Set<string>()
  const complain = (error: unknown) => kernel.log('warn', 'schedules could not be set', { error: String(error) })

  async function setOne(organisationId: string): Promise<void> {
    const first = !known.has(organisationId)
    known.add(organisationId)
    const zone = await inReadOnly(
      kernel.pool,
      organisationId,
      kernel.clock,
      async ({ office }) => office?.zone ?? 'UTC',
    )
    for (const { job, schedule } of scheduled) {
      const envelope: Envelope = {
        job: job.name,
        organisationId,
        principalId: systemPrincipalId,
        mandateId: null,
        payload: {},
      }
      await boss.schedule(job.name, schedule!.cron, envelope, { tz: zone, key: organisationId })
      if (first && schedule!.atStart) await boss.send(job.name, envelope, { singletonKey: organisationId })
    }
  }

  async function setAll(): Promise<void> {
    const { rows } = await kernel.pool.query<{ organisation_id: string }>(
      'select organisation_id from platform.organisations()',
    )
    for (const { organisation_id: organisationId } of rows) await setOne(organisationId)
  }

  await setAll()
  const off = kernel.onCommitted(organisationId => {
    if (known.has(organisationId)) return
    setOne(organisationId).catch((error: unknown) => {
      known.delete(organisationId)
      complain(error)
    })
  })
  const hourly = setInterval(() => void setAll().catch(complain), hourMs)
  return {
    end: () => {
      off()
      clearInterval(hourly)
    },
  }
}
