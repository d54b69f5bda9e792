/** Mails that arrive may bring a fax, or a report of one. */
import type { Happened, Reaction } from '../../../kernel/implement.ts'
import { documentArrived } from '../../documents/contract.ts'
import { noteMail } from '../contract.ts'

const arrived = ({ payload }: Happened<{ documentId: string; name: string; arrivedBy: string }>) =>
  payload.arrivedBy === 'mail' || (payload.arrivedBy !== 'backlog' && /\.eml$/i.test(payload.name))
    ? [{ documentId: payload.documentId }]
    : []

export const followMail: readonly Reaction[] = [{ on: documentArrived.name, command: noteMail, inputs: arrived }]
