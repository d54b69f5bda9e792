/** Asterisk: told of calls by AMI’s events; places them (Originate) and passes them on (Redirect). */
import { openAmi } from './ami-line.ts'
import { asteriskReader } from './asterisk-calls.ts'
import type { LineServer, OpenLine, Tell } from './wire.ts'

/** Listens to an Asterisk. `read` remembers the calls of the line before this one. */
export async function openAsterisk(server: LineServer, tell: Tell, read = asteriskReader()): Promise<OpenLine> {
  return openAmi(server, event => {
    for (const told of read(event)) tell(told)
  })
}

/** A telephone as Asterisk calls it: `101` is that of its PJSIP, `SIP/101` what it says. */
const channelOf = (extension: string): string => (extension.includes('/') ? extension : `PJSIP/${extension}`)

/** So long one’s own telephone rings, ms. */
const ringMs = 30_000

async function once<T>(
  server: LineServer,
  work: (line: Awaited<ReturnType<typeof openAmi>>) => Promise<T>,
): Promise<T> {
  const line = await openAmi(server, () => undefined, 'off')
  try {
    return await work(line)
  } finally {
    line.close()
  }
}

/** Rings at the telephone on the desk; when that is taken, the number is dialled. `channelId` is what its events will name the call by. */
export const originate = (
  server: LineServer,
  { extension, number, context, channelId }: { extension: string; number: string; context: string; channelId: string },
): Promise<unknown> =>
  once(server, line =>
    line.act('Originate', {
      Channel: channelOf(extension),
      Context: context,
      Exten: number,
      Priority: '1',
      CallerID: number,
      Timeout: String(ringMs),
      Async: 'true',
      ChannelId: channelId,
    }),
  )

/** Passes whoever is outside on to another number, without asking there first. */
export const redirect = (
  server: LineServer,
  { channel, number, context }: { channel: string; number: string; context: string },
): Promise<unknown> =>
  once(server, line =>
    line.act('Redirect', { Channel: channel, Context: context, Exten: number.replace(/^.*\//, ''), Priority: '1' }),
  )
