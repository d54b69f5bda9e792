/** Filing and mailing: outside effects, each of which may be killed and run again. */
import { implementJob } from '../../../kernel/implement.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { saveVersion, takeIn } from '../../documents/contract.ts'
import * as c from '../contract.ts'
import { paperFile } from '../office/paper.ts'
import { wordsIn } from '../words.ts'

const hasLeft = (state: c.LetterState): boolean => state === 'finished' || state === 'sent'

export const fileLetterBody = implementJob(c.fileLetterJob, {
  run: async (run, { id }) => {
    const letter = await run.query(c.letterToSend, { id })
    // taken up again meanwhile: it is filed when it is finished anew
    if (!hasLeft(letter.state)) return
    const { name, mediaType, content } = await paperFile(run.files, run.organisationId, letter)
    const file = await run.files.put(run.organisationId, content, { name, mediaType })
    if (letter.documentId) {
      const saved = await run.dispatch(saveVersion, { id: letter.documentId, fileId: file.id }, 'version')
      if (saved.status === 'done') return
    }
    const input = { fileId: file.id, name, arrivedBy: 'api', confidentiality: letter.class } as const
    const taken = await run.dispatch(takeIn, input, 'take-in')
    if (taken.status !== 'done') throw new Error(JSON.stringify(taken))
    const noted = await run.dispatch(c.noteFiled, { id, documentId: taken.output.id }, 'note')
    if (noted.status !== 'done') throw new Error(JSON.stringify(noted))
  },
})

export const mailLetterBody = implementJob(c.mailLetterJob, {
  run: async (run, { id }) => {
    const letter = await run.query(c.letterToSend, { id })
    if (letter.mail !== 'sending' || !letter.to) return
    const say = wordsIn(letter.language)
    const door = mailDoor()
    const paper = await paperFile(run.files, run.organisationId, letter)
    const params = { title: letter.title, name: letter.recipient, office: letter.office, signer: letter.signer }
    const sent =
      (await door
        ?.send({
          to: { name: letter.recipient, address: letter.to },
          subject: letter.title,
          text: say('page.letter.mail', params),
          // the same mail each time it is tried: whoever receives it knows it again
          id: `letter-${id}-${letter.sentAt?.epochMilliseconds ?? 0}`,
          fromName: letter.signer || letter.office,
          attachments: [paper],
        })
        .then(() => true)
        .catch(() => false)) ?? false
    const outcome = await run.dispatch(c.noteMailed, { id, to: letter.to, sent }, 'told')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})
