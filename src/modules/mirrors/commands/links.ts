/** Links of video meetings. */
import { randomBytes } from 'node:crypto'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { db, standingAccount } from '../rows.ts'

export const addLinkWayBody = implementCommand(c.addLinkWay, {
  async run(act, { type, name, address, accountId, forOffice }) {
    const byAccount = type === 'teams' || type === 'meet'
    if (byAccount ? !accountId || forOffice : !address) act.refuse(c.linkWayIncomplete, { type })
    if (byAccount) {
      const account = await standingAccount(act, accountId!)
      if (account.provider !== (type === 'teams' ? 'microsoft' : 'google')) act.refuse(c.linkWayIncomplete, { type })
    }
    const id = act.newId()
    await db(act)
      .insertInto('mirrors.link_way')
      .values({
        organisation_id: act.office.id,
        id,
        owner_id: forOffice ? null : act.principal.id,
        type,
        name,
        address: byAccount ? null : address!,
        account_id: byAccount ? accountId! : null,
        added_at: act.at,
      })
      .execute()
    act.emit(c.linkWayAdded, { name, type })
    return { output: { id }, undo: { command: c.removeLinkWay.name, input: { id } } }
  },
})

/** One's own and the office's. */
const waysOf = (act: Act) =>
  db(act)
    .selectFrom('mirrors.link_way')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where(where => where.or([where('owner_id', 'is', null), where('owner_id', '=', act.principal.id)]))
    .orderBy('owner_id', order => order.asc().nullsLast())
    .orderBy('added_at')
    .orderBy('id')

export const removeLinkWayBody = implementCommand(c.removeLinkWay, {
  async run(act, { id }) {
    const way = (await waysOf(act).where('id', '=', id).executeTakeFirst()) ?? act.refuse(c.linkWayUnknown, { id })
    await db(act)
      .deleteFrom('mirrors.link_way')
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    act.emit(c.linkWayRemoved, { name: way.name, type: way.type })
    return { output: {} }
  },
})

/** 120 bits in letters that can be read aloud: whoever has not been told the name does not find the meeting. */
const roomName = (): string => {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const name = [...randomBytes(24)].map(byte => letters[byte % 32]).join('')
  return name.replace(/(.{6})(?=.)/g, '$1-')
}

const inRoom = (address: string): string => {
  const url = new URL(address)
  url.pathname = `${url.pathname.replace(/\/*$/, '')}/${roomName()}`
  return url.href
}

export const makeLinkBody = implementCommand(c.makeLink, {
  async run(act, { wayId }) {
    const ways = wayId ? waysOf(act).where('id', '=', wayId) : waysOf(act)
    const way = (await ways.executeTakeFirst()) ?? act.refuse(c.linkWayUnknown, { id: wayId ?? null })
    const { type, address, name } = way
    act.emit(c.linkMade, { name, type })
    const url = address === null ? null : type === 'jitsi' ? inRoom(address) : address
    return { output: { url, accountId: way.account_id, type } }
  },
})
