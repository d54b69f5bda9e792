/** Calls placed and put through by the telephone system itself. */
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { placedAs } from '../commands/placing.ts'
import { secretOf, serverOf, type Wire, wireAddress, wireById, wireKernel } from '../wires/accounts.ts'
import { originate, redirect } from '../wires/asterisk.ts'
import { placeByProvider, redirectAtTwilio } from '../wires/providers.ts'
import { ringOn } from '../wires/texml.ts'
import { WireFailure } from '../wires/wire.ts'

async function wireOf({ organisationId }: JobRun, id: string): Promise<Wire> {
  return (await wireById(wireKernel(), organisationId, id)) ?? Promise.reject(new WireFailure('unreachable'))
}

/** Their address knows which call it is about. */
const addressFor = async (wire: Wire, id: string): Promise<string> => {
  const address = await wireAddress(wireKernel(), wire)
  if (!address) throw new WireFailure('unreachable')
  return `${address}?call=${placedAs(id)}`
}

export const placeCallJobBody = implementJob(c.placeCallJob, {
  // What was begun is not begun again: a telephone that rings twice is worse than one that does not.
  retryLimit: 2,
  async run(run, { id }) {
    const begun = await run.dispatch(c.notePlacing, { id, what: 'begins' }, `begins ${run.attempt}`)
    if (begun.status !== 'done' || !begun.output.first) return
    const { wireId, extension, number } = await run.query(c.callToPlace, { id })
    try {
      const wire = await wireOf(run, wireId)
      if (wire.kind === 'asterisk')
        await originate(await serverOf(wireKernel(), wire), {
          extension,
          number,
          context: wire.context!,
          channelId: placedAs(id),
        })
      else
        await placeByProvider(wire, await secretOf(wireKernel(), wire), {
          extension,
          address: await addressFor(wire, id),
        })
    } catch {
      await run.dispatch(c.notePlacing, { id, what: 'not-placed' }, 'not placed')
    }
  },
})

export const putThroughJobBody = implementJob(c.putThroughJob, {
  retryLimit: 0,
  async run(run, { id, number, principalId }) {
    const { wireId, channel } = await run.query(c.callToPlace, { id })
    try {
      const wire = await wireOf(run, wireId)
      if (channel === null) throw new WireFailure('broken')
      if (wire.kind === 'asterisk')
        await redirect(await serverOf(wireKernel(), wire), { channel, number, context: wire.context! })
      else
        await redirectAtTwilio(
          wire,
          await secretOf(wireKernel(), wire),
          channel,
          ringOn([number], await addressFor(wire, id)),
        )
    } catch {
      await run.dispatch(c.notePlacing, { id, what: 'not-put-through', principalId }, 'not put through')
    }
  },
})
