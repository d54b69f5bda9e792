/** Prints a label or slip in one press on the printer that is set for its kind; else the browser shows it, to be printed by its own means. */
import { useState } from 'react'
import { QueryFailure, runCommand, storeFile } from '../client.ts'
import { useSay } from '../language/Say.tsx'
import { usePermission } from '../session.ts'
import { tellAnswer } from '../useCommand.ts'
import { useQuery } from '../useQuery.ts'
import { Button, type ButtonProps } from './Button.tsx'
import { tell } from './notices.ts'

type Rule = { readonly printer: { readonly title: string } } | null
interface Stocks {
  readonly rows: readonly { readonly stock: string; readonly office: Rule; readonly desk: Rule }[]
}

export interface PrintPaperProps extends Omit<ButtonProps, 'onClick' | 'icon' | 'busy'> {
  /** Which kind of paper: printing's `stocks`. */
  readonly stock: string
  /** Where its PDF is made. */
  readonly address: string
  /** What the print job is called. */
  readonly called: string
  /** The record it is of: the job is as confidential as that. */
  readonly of: string
}

export function PrintPaper({ stock, address, called, of, children, ...rest }: PrintPaperProps) {
  const say = useSay()
  const [isBusy, setIsBusy] = useState(false)
  const mayAsk = usePermission('printing.list-printers')
  const mayPrint = usePermission('printing.print-document')
  const { data } = useQuery('printing.list-stocks', {}, { when: mayAsk && mayPrint, fresh_ms: 60_000 })
  const row = (data as Stocks | undefined)?.rows.find(one => one.stock === stock)
  const printer = (row?.desk ?? row?.office)?.printer.title
  const send = async () => {
    setIsBusy(true)
    try {
      const file = await storeFile(await pdfAt(address, called))
      const input = { fileId: file.id, title: called.slice(0, 200), aboutId: of, stock }
      const answer = await runCommand<unknown>('printing.print-file', input as never)
      if (answer.status !== 'done') return tellAnswer(answer)
      const { id } = answer.output as { readonly id: string }
      tell({ kind: 'done', text: say('print.sent', { printer: printer ?? '' }), href: `/printing/${id}` })
    } catch (fault) {
      if (!(fault instanceof QueryFailure || fault instanceof TypeError)) throw fault
      tell({ kind: 'offline', text: null })
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <Button
      icon="printer"
      busy={isBusy}
      title={printer}
      onClick={printer ? () => void send() : () => window.open(address, '_blank', 'noopener')}
      {...rest}
    >
      {children}
    </Button>
  )
}

async function pdfAt(address: string, called: string): Promise<File> {
  const answer = await fetch(address)
  if (!answer.ok) throw new QueryFailure('offline')
  return new File([await answer.blob()], `${called}.pdf`, { type: 'application/pdf' })
}
