import { job } from '../../../kernel/declare.ts'
import { id, z } from '../../../kernel/schema.ts'

/** Works out what guests of an event are due and sends it; begun some seconds after an act, in which it may be taken back. */
export const sendJob = job('invitations.send', z.strictObject({ eventId: id('event') }), 'system')

/** Looks into a mail that came in: invitations, answers, bounces. */
export const lookJob = job('invitations.look', z.strictObject({ documentId: id('document') }), 'system')
