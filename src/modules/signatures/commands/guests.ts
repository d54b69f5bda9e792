/** What somebody outside does by a link. The link is no principal: Kontor acts, and the signer's name says for whom. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import { lockedFrom, passMinutes } from '../codes.ts'
import * as c from '../contract.ts'
import { giveSignature } from '../signing.ts'
import { changeSigner, type Held, heldSigning, hexOf, type SignerRow } from '../signing-row.ts'
import { decline } from './sign.ts'

/** A code is good for so long, minutes. */
export const codeMinutes = 15
const mostTries = 5
/** Codes that are sent to one signer at most. */
const mostCodes = 10

/** A place that a link opens still. */
function guestIn(act: Act, { signing, signers }: Held, signerId: string): SignerRow {
  const signer = signers.find(one => one.id === signerId && one.way === 'link')
  const isOver = signer?.link_until ? Temporal.Instant.compare(signer.link_until, act.at) < 0 : true
  if (!signer || isOver || signing.state === 'withdrawn' || signing.state === 'declined')
    return act.refuse(c.signLinkClosed)
  return signer
}

function turnIn(act: Act, held: Held, signerId: string): SignerRow {
  const signer = guestIn(act, held, signerId)
  if (signer.state === 'signed') act.refuse(c.signerDone, { name: signer.name })
  if (signer.state !== 'asked' || held.signing.state !== 'open') act.refuse(c.signerNotYet, { name: signer.name })
  return signer
}

/** Whose code is asked for: before one signs; of what is confidential whenever it is looked at, the copy too. */
const codedIn = (act: Act, held: Held, signerId: string): SignerRow =>
  (held.signing.class >= lockedFrom ? guestIn : turnIn)(act, held, signerId)

const isWithin = (act: Act, moment: Temporal.Instant | null, minutes: number): boolean =>
  moment !== null && Temporal.Instant.compare(moment.add({ minutes }), act.at) > 0

export const guestOpenBody = implementCommand(c.guestOpen, {
  async run(act, { id, signerId }) {
    const held = await heldSigning(act, id)
    const signer = guestIn(act, held, signerId)
    if (signer.opened_at !== null) return { output: {} }
    changeSigner(act, signerId, { opened_at: act.at })
    await raiseRecord(act, id)
    act.emit(c.linkOpened, { id, title: held.signing.title, name: signer.name }, [id])
    return { output: {} }
  },
})

export const guestAskCodeBody = implementCommand(c.guestAskCode, {
  async run(act, { id, signerId }) {
    const signer = codedIn(act, await heldSigning(act, id), signerId)
    if (signer.code_round >= mostCodes) act.refuse(c.signCodeTooOften)
    const round = signer.code_round + 1
    changeSigner(act, signerId, { code_round: round, code_at: act.at, code_tries: 0, code_passed_at: null })
    act.enqueue(c.codeJob, { id, signerId, round })
    return { output: {} }
  },
})

export const guestTryCodeBody = implementCommand(c.guestTryCode, {
  async run(act, { id, signerId, right }) {
    const signer = codedIn(act, await heldSigning(act, id), signerId)
    if (signer.code_tries >= mostTries || !isWithin(act, signer.code_at, codeMinutes)) act.refuse(c.signCodeTooOften)
    changeSigner(act, signerId, right ? { code_passed_at: act.at } : { code_tries: signer.code_tries + 1 })
    return { output: { passed: right } }
  },
})

export const guestSignBody = implementCommand(c.guestSign, {
  async run(act, { id, signerId, mark, digest }) {
    const held = await heldSigning(act, id)
    const signer = turnIn(act, held, signerId)
    if (digest !== hexOf(held.signing.digest)) act.refuse(c.signingChanged, { title: held.signing.title })
    const passed = isWithin(act, signer.code_passed_at, passMinutes)
    // Where a telephone is known, nobody signs without its code.
    if (signer.phone !== null && !passed) act.refuse(c.signCodeNeeded)
    const proof = passed ? (signer.phone === null ? 'link-mail' : 'link-sms') : 'link'
    const state = await giveSignature(act, held, { signer, mark, proof })
    await raiseRecord(act, id)
    return { output: { state } }
  },
})

export const guestDeclineBody = implementCommand(c.guestDecline, {
  async run(act, { id, signerId, reason }) {
    const held = await heldSigning(act, id)
    turnIn(act, held, signerId)
    await decline(act, held, signerId, reason)
    await raiseRecord(act, id)
    return { output: {} }
  },
})
