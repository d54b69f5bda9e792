/** The steps along a mailbox, done by Kontor itself: nobody stands at this door. */
import type { Command } from '../../../kernel/declare.ts'
import { newId, systemPrincipalId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'

export async function actAsKontor<In, Wire, Out, OutWire>(
  kernel: Kernel,
  organisationId: string,
  command: Command<In, Wire, Out, OutWire>,
  input: Wire,
): Promise<Out> {
  const outcome = await kernel.dispatch({
    organisationId,
    principalId: systemPrincipalId,
    command: command.name,
    input,
    requestId: `mail:${newId()}`,
    surface: 'imap',
  })
  if (outcome.status !== 'done') throw new Error(`${command.name}: ${JSON.stringify(outcome).slice(0, 500)}`)
  return outcome.output as Out
}
