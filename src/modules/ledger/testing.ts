/** What the tests of the books, and of what is paid, share: an office with books, and a module that asks for entries by its event. */
import { command, contract, event } from '../../kernel/declare.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule, implementCommand } from '../../kernel/implement.ts'
import { z } from '../../kernel/schema.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import { ledgerEnvelope, setUpBooks } from './contract.ts'
import { ledger } from './index.ts'

export { insertRecord, refusalOf } from '../work/testing.ts'

const words = { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} }

/** Stands for a module whose records are named only. */
export const named = (name: string, ...depends: string[]) =>
  defineModule({ contract: contract({ name, depends }), catalogues: words })

export const told = event('papers.told', z.strictObject(ledgerEnvelope))
/** Another module's act, whose event carries the envelope. */
export const tell = command({
  name: 'papers.tell',
  summary: 'Tells of what is to be booked.',
  input: z.strictObject(ledgerEnvelope),
  output: z.strictObject({}),
  emits: [told],
  example: {},
})

export const papers = defineModule({
  contract: contract({ name: 'papers', depends: ['ledger'], commands: [tell], events: [told] }),
  commands: [
    implementCommand(tell, {
      async run(act, input) {
        act.emit(told, input)
        return { output: {} }
      },
    }),
  ],
  catalogues: words,
})

export interface BooksOffice extends WorkOffice {
  /** Kontor itself, whom jobs run as. */
  readonly system: TestPrincipal
  goTo(day: string): void
}

/** An office that keeps its books from 2026 on by the Swedish chart, unless they are to be left unset. */
export async function booksOffice(options: { readonly setUp?: boolean } = {}): Promise<BooksOffice> {
  const office = await workOffice([named('directory'), named('documents'), ledger, papers])
  if (options.setUp ?? true)
    await office.office.done(setUpBooks, { mode: 'books', chart: 'SE', yearFrom: '2026-01-01' }, office.elin)
  return {
    ...office,
    system: { id: systemPrincipalId, organisationId: office.organisationId },
    goTo: day =>
      office.office.setClock(
        Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '09:00' }).toInstant(),
      ),
  }
}

export const sek = (amount: string) => ({ amount, currency: 'SEK' })
