/** The office's own web form: what is filled in comes by `forms/door.ts`; answers go by mail. */
import { mailDoor } from '../../../kernel/mail/door.ts'
import { line, nothing } from './reading.ts'
import type { Given, Outgoing, Reached, Wire } from './wire.ts'

/** The server said so itself, or nobody was spoken to; else nobody knows. */
function outcomeOf(fault: { responseCode?: number; code?: string; command?: string; message: string }): Given {
  const because = line(fault.message, 300)
  if (fault.responseCode !== undefined) return { outcome: fault.responseCode >= 500 ? 'refused' : 'later', because }
  return { outcome: fault.command === 'CONN' || fault.code === 'EDNS' ? 'later' : 'doubtful', because }
}

async function send({ id, to, name, text, author, follows }: Outgoing, channel: Reached): Promise<Given> {
  const door = mailDoor()
  if (!door) return { outcome: 'refused', because: 'no-door' }
  try {
    await door.send({
      to: { name, address: to },
      subject: channel.title,
      text,
      id: `channel-${id}`,
      ...(author && { fromName: author }),
      ...(channel.replyTo && { replyTo: channel.replyTo }),
      ...(follows && { follows: `channel-${follows}` }),
    })
    return { outcome: 'given' }
  } catch (fault) {
    return outcomeOf(fault as Error)
  }
}

export const form: Wire = {
  capabilities: {
    mostLetters: 20_000,
    segments: false,
    files: true,
    sendsFiles: false,
    windowHours: null,
    templates: false,
    statuses: false,
  },
  secrets: [],
  receive: () => nothing,
  send,
  handleOf: () => null,
}
