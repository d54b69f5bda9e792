/** What the link in an answer opens, for whoever has it: what it was about, and three buttons. Only a press says something. */
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { linkSecretOf, type OutsideThing, readOutsideToken } from '../../kernel/outside/link.ts'
import { kernelRefusals, Refusal, refuse } from '../../kernel/refusal.ts'
import { sql } from 'kysely'
import { giveVerdict, verdictLinkClosed, verdicts } from './contract.ts'
import { caseOf } from './case-row.ts'

interface Asked {
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
  readonly requestId: string
}

const json = (body: unknown) => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(body)),
})

/** What the token proves. Before its answer and once it is dropped a case opens nothing; taken up again it shows what was said. */
async function open(kernel: Kernel, { token, requestId }: Asked): Promise<{ thing: OutsideThing; shown: object }> {
  const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'verdict', token)
  if (!thing) return refuse(verdictLinkClosed)
  const { organisationId, id } = thing
  const found = await kernel
    .viewing({ organisationId, principalId: systemPrincipalId, requestId }, async view => {
      const row = await caseOf(view, id)
      const isAnswered = row && (row.state === 'answered' || row.state === 'closed')
      if (!row || (!isAnswered && row.verdict === null)) return null
      const { rows } = await sql<{ title: string }>`
        select title from kernel.record where organisation_id = ${view.office.id} and id = ${id} and class < 2`.execute(
        view.db(),
      )
      return {
        office: view.office.name,
        // what is confidential is named to nobody by a link
        title: rows[0]?.title ?? null,
        language: row.language,
        open: isAnswered,
        verdict: row.verdict,
      }
    })
    .catch((error: unknown) => {
      if (error instanceof Refusal) return null
      throw error
    })
  return found ? { thing, shown: found } : refuse(verdictLinkClosed)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

const openDoor = {
  method: 'POST' as const,
  path: '/public/verdict/open',
  perMinute: 60,
  answer: async (kernel: Kernel, asked: Asked) => json((await open(kernel, asked)).shown),
}

const giveDoor = {
  method: 'POST' as const,
  path: '/public/verdict/give',
  perMinute: 10,
  async answer(kernel: Kernel, asked: Asked) {
    const { thing } = await open(kernel, asked)
    const verdict = verdicts.find(one => one === asked.body['verdict'])
    if (!verdict) return refuse(kernelRefusals.inputInvalid, { issues: [] })
    const words = String(asked.body['words'] ?? '')
      .replace(unprintable, ' ')
      .trim()
      .slice(0, 1000)
    const outcome = await kernel.dispatch({
      organisationId: thing.organisationId,
      principalId: systemPrincipalId,
      command: giveVerdict.name,
      input: { id: thing.id, verdict, ...(words ? { words } : {}) },
      requestId: asked.requestId,
      surface: 'link',
    })
    if (outcome.status === 'refused') throw new Refusal(outcome.refusal, outcome.refusal.data)
    return json((await open(kernel, asked)).shown)
  },
}

/** What people outside reach by the link in an answer. */
export const verdictPublic = [openDoor, giveDoor] as const
