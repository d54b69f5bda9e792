/** The scenes of the signature folder: a paper that can be signed, in the folder, with somebody who signs it in each way. */
import { createHash } from 'node:crypto'
import { newId } from '../src/kernel/ids.ts'
import { sealSecret } from '../src/kernel/platform/sealed-secrets.ts'
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

/** As one is after a PDF was read. */
async function signable(office: Office): Promise<string> {
  const id = await office.make.document()
  const { title } = (await office.see('work.get-task', { id: await office.make.task() })).record
  await office.superuser.query('update kernel.record set title = $2 where id = $1', [id, title])
  await office.superuser.query(
    `update documents.document set media_kind = 'pdf', page_count = 2,
      state = case when state = 'arrived' then 'to-confirm' else state end where id = $1`,
    [id],
  )
  return id
}

const onScreen = (office: Office) => ({ way: 'screen', personId: office.owner.id })
const guest = { way: 'link', name: 'Lars Ekdahl', email: 'lars@outside.example' }
const withPen = { way: 'paper', name: 'Berit Ås' }

export async function newSigning(office: Office, signer: object = onScreen(office)): Promise<string> {
  const input = { documentId: await signable(office), signers: [signer] }
  return (await office.act('signatures.put-in-folder', input)).id
}

/** One in the folder, its first signer, and which bytes they sign. */
async function placed(office: Office, signer?: object) {
  const id = await newSigning(office, signer)
  const { signers, digest, document } = await office.see('signatures.get-signing', { id })
  return { id, signerId: signers[0].id as string, digest: digest as string, documentId: document.id as string }
}

async function read(office: Office) {
  const { id, digest } = await placed(office)
  await office.act('signatures.open-signing', { id })
  return { id, digest }
}

const place =
  (signer?: object): Stage =>
  async office => {
    const { id, signerId } = await placed(office, signer)
    return { input: { id, signerId } }
  }

/** A service whose secret was sealed; nothing is listening there. */
async function serviceFacts({ pool, owner }: Office): Promise<Record<string, string>> {
  const secretId = await sealSecret({ pool }, owner.organisationId, { secret: '{}', purpose: 'a scene' })
  return { wire: 'scrive', address: 'https://service.example', secretId }
}
const withService = async (office: Office): Promise<void> => {
  await office.act('signatures.connect-service', await serviceFacts(office))
}
const atService = { way: 'service', name: 'Kofi Mensah', email: 'kofi@outside.example' }

let sheets = 1_000

export const signatureScenes: Readonly<Record<string, Stage>> = {
  'signatures.connect-service': async office => ({ input: await serviceFacts(office) }),
  'signatures.disconnect-service': async office => {
    // What other scenes sent is not waited for.
    await office.superuser.query(`update signatures.signing set service_state = 'cancelled' where service is not null`)
    await withService(office)
    return {}
  },
  'signatures.note-service': async office => {
    await withService(office)
    return { input: { id: await newSigning(office, atService) } }
  },
  'signatures.look-at-service': async office => {
    await withService(office)
    return { input: { id: await newSigning(office, atService) } }
  },
  'signatures.put-in-folder': async office => ({
    input: { documentId: await signable(office), signers: [onScreen(office)] },
  }),
  'signatures.sign': async office => ({ input: await read(office) }),
  'signatures.sign-many': async office => ({ input: { items: [await read(office)] } }),
  'signatures.answer-signer': async office => {
    const { id, signerId } = await placed(office)
    await office.act('signatures.ask-back', { id, question: 'Is this the last price?' })
    return { input: { id, signerId } }
  },
  'signatures.replace-signer': async office => {
    const { id, signerId } = await placed(office)
    return { input: { id, signerId, by: withPen } }
  },
  'signatures.remind-signer': place(),
  'signatures.confirm-paper': place(withPen),
  'signatures.guest-open': place(guest),
  'signatures.guest-ask-code': place(guest),
  'signatures.guest-try-code': async office => {
    const { id, signerId } = await placed(office, guest)
    await office.act('signatures.guest-ask-code', { id, signerId }, office.system)
    return { input: { id, signerId } }
  },
  'signatures.guest-sign': async office => {
    const { id, signerId, digest } = await placed(office, guest)
    return { input: { id, signerId, digest } }
  },
  'signatures.guest-decline': place(guest),
  'signatures.note-asked': place(guest),
  'signatures.note-sheet': async office => ({ input: { id: await newSigning(office, withPen), number: ++sheets } }),
  'signatures.note-sealed': async office => {
    const { id, digest } = await read(office)
    await office.act('signatures.sign', { id, digest, mark: { typed: 'Olga' } })
    const { document } = await office.see('signatures.get-signing', { id })
    return { input: { id, fileId: newId(), documentId: document.id } }
  },
  'signatures.keep-certificate': async () => ({ input: { certificate: Buffer.alloc(200, 1).toString('base64') } }),
  'signatures.look-for-scan': async office => ({ input: { documentId: await office.make.document() } }),
  'signatures.note-scan': async office => ({
    input: { id: await newSigning(office, withPen), documentId: await office.make.document() },
  }),
  'signatures.follow-document': async office => {
    const { id, documentId } = await placed(office)
    const other = createHash('sha256').update(id).digest()
    await office.superuser.query('update signatures.signing set digest = $2 where id = $1', [id, other])
    return { input: { documentId } }
  },
}

export const signatureQuestions: Readonly<Record<string, Stage>> = {
  'signatures.list-signings': async office => {
    await newSigning(office)
    return {}
  },
  'signatures.opening-of': async office => ({ input: { id: await signable(office) } }),
  'signatures.ask-letter': place(guest),
  'signatures.to-seal': async office => ({ input: { id: await newSigning(office) } }),
}

/** What Kontor's own jobs alone may ask. */
export const signatureJobs: readonly string[] = ['signatures.ask-letter', 'signatures.scan-to-look-at']
