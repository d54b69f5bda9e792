import './printing.css'
import { useState } from 'react'
import { storeFile } from '../../../web/client.ts'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { TextField } from '../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../web/kit/form/SelectField.tsx'
import { SendForm } from '../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { useCommand } from '../../../web/useCommand.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { getPrinter, listPrinters, printDocument, printFile } from '../contract.ts'
import { HowToPrint, plainly, type Wish, wishFor } from './HowToPrint.tsx'
import type { PrintingKeys } from './words.ts'

export type ToPrint =
  | { readonly documentId: string; readonly title: string }
  | { readonly address: string; readonly title: string; readonly aboutId: string | undefined }

interface PrintDialogProps {
  readonly what: ToPrint
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}

/** Where and how: only what the printer has said that it can do is offered. */
export function PrintDialog({ what, onClose, onDone }: PrintDialogProps) {
  const say = useSay<PrintingKeys>()
  const { data: printers } = useQuery<typeof listPrinters>('printing.list-printers')
  const [chosen, setChosen] = useState<string>()
  const [wish, setWish] = useState<Wish>(plainly)
  const rows = printers?.rows ?? []
  const printerId = chosen ?? rows[0]?.id
  const { data: printer } = useQuery<typeof getPrinter>(
    'printing.get-printer',
    { id: printerId ?? '' },
    { when: printerId !== undefined },
  )
  const paper = useCommand<typeof printDocument>('printing.print-document', { quiet: true })
  const file = useCommand<typeof printFile>('printing.print-file', { quiet: true })
  const abilities = printer?.abilities ?? null
  const send = async () => {
    const how = { ...wishFor(wish, abilities), ...(printerId ? { printerId } : {}) }
    const answer =
      'documentId' in what
        ? await paper.run({ documentId: what.documentId, ...how })
        : await file.run({ ...(await fetched(what)), ...how })
    if (answer.status === 'done') onDone(answer.output.id)
  }
  return (
    <Dialog title={say('printing.print-document')} about={what.title} onClose={onClose}>
      <SendForm
        sending={'documentId' in what ? paper : file}
        submit={say('printing.print-document')}
        refused={printers && rows.length === 0 ? say('page.printing.none') : undefined}
        onSend={() => void send()}
        onCancel={onClose}
      >
        <SelectField
          label={say('kind.printer')}
          value={printerId ?? ''}
          options={rows.map(({ id, title, place }) => [id, [title, place].filter(Boolean).join(', ')] as const)}
          onChange={setChosen}
        />
        <TextField
          label={say('field.printing.copies')}
          inputMode="numeric"
          data-autofocus
          value={wish.copies}
          onChange={event => setWish({ ...wish, copies: event.target.value.replace(/\D/g, '').slice(0, 3) })}
        />
        <HowToPrint wish={wish} onWish={setWish} abilities={abilities} />
      </SendForm>
    </Dialog>
  )
}

/** Made by its page, stored, and then printed as a file. */
async function fetched({ address, title, aboutId }: Extract<ToPrint, { address: string }>) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  const stored = await storeFile(new File([await answer.blob()], `${title}.pdf`, { type: 'application/pdf' }))
  return { fileId: stored.id, title, ...(aboutId ? { aboutId } : {}) }
}
