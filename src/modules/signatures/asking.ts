/** Whose turn it is, and how they are asked: a task on the desk, a mail with a link, a sheet to print. */
import { keepLinkSecret } from '../../kernel/outside/link.ts'
import type { Act } from '../../kernel/implement.ts'
import type { NotificationWish } from '../notifications/contract.ts'
import type { TaskWish } from '../work/contract.ts'
import { askJob } from './contract.ts'
import { changeSigner, type SignerRow, type SigningRow, taskKey } from './signing-row.ts'
import { deputiesOf } from './standing-in.ts'
import { wordsIn } from './words.ts'

/** How long a link opens the document after the last mail that bore it, days. */
const linkDays = 30

export interface Asked {
  readonly work: TaskWish[]
  readonly notify: NotificationWish[]
}

/** Those who come next: all of the first place that is not done. */
export function nextOf(signers: readonly SignerRow[]): readonly SignerRow[] {
  const open = signers.filter(one => one.state === 'later' || one.state === 'asked')
  const first = Math.min(...open.map(one => one.place))
  return open.filter(one => one.place === first && one.state === 'later')
}

/** Asks everybody whose turn has come. */
export async function askNext(act: Act, signing: SigningRow, signers: readonly SignerRow[]): Promise<Asked> {
  const next = nextOf(signers)
  const asked: Asked = { work: [], notify: [] }
  for (const signer of next) {
    changeSigner(act, signer.id, { state: 'asked', asked_at: act.at })
    if (signer.way === 'link') await sendLink(act, signing, signer)
    // The service asks its signers itself.
    else if (signer.way !== 'service') asked.work.push(wishFor(act, signing, signer))
  }
  const deputies = await deputiesOf(
    act,
    next.map(one => (one.way === 'screen' ? one.person_id : null)),
  )
  for (const [personId, deputy] of deputies) {
    const signer = next.find(one => one.person_id === personId)
    if (signer) asked.notify.push(told(signing, signer, deputy, 'notice.signatures.stand-in'))
  }
  return asked
}

/** A mail with the link, sent by a job; the link holds from now on again. */
export async function sendLink(act: Act, { id }: SigningRow, signer: SignerRow, times = 0): Promise<void> {
  await keepLinkSecret(act.db())
  const until = act.at.add({ hours: 24 * linkDays })
  changeSigner(act, signer.id, { mail: 'sending', link_until: until, told_at: act.at })
  act.enqueue(askJob, { id, signerId: signer.id, times })
}

function wishFor(act: Act, signing: SigningRow, signer: SignerRow): TaskWish {
  const say = wordsIn(act.office.language)
  const params = { title: signing.title, name: signer.name }
  const onPaper = signer.way === 'paper'
  return {
    key: taskKey({ signing, signer }),
    title: say(onPaper ? 'task.signatures.paper' : 'task.signatures.sign', params).slice(0, 300),
    ownerId: onPaper ? signing.put_in_by : signer.person_id!,
    askedById: signing.put_in_by,
    ...(signing.due_on ? { dueOn: signing.due_on } : {}),
    effortMinutes: 5,
    ifLate: 'holds-others',
    sourceId: signing.id,
  }
}

export const told = (
  signing: Pick<SigningRow, 'id' | 'title'>,
  signer: Pick<SignerRow, 'id' | 'name'>,
  toId: string,
  titleKey: string,
  more: { urgency?: NotificationWish['urgency']; params?: Record<string, string | number>; key?: string } = {},
): NotificationWish => ({
  key: more.key ?? `${titleKey}:${signer.id}`,
  toId,
  titleKey,
  params: { title: signing.title.slice(0, 400), name: signer.name, ...more.params },
  recordId: signing.id,
  urgency: more.urgency ?? 'today',
})

/** Tasks of everybody who was asked, by their keys. */
export const tasksOf = (signing: SigningRow, signers: readonly SignerRow[]): { key: string }[] =>
  signers
    .filter(one => one.way !== 'link' && one.way !== 'service' && one.state === 'asked')
    .map(signer => ({ key: taskKey({ signing, signer }) }))
