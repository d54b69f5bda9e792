import { runQuery } from '../../../web/client.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { tell } from '../../../web/kit/notices.ts'
import { useSay } from '../../../web/language/Say.tsx'
import { usePermission } from '../../../web/session.ts'
import type { getFile } from '../contract.ts'
import type { PayKeys } from './words.ts'

/** Saves the file that the payroll system reads, and says what it could not carry. */
export function FileButtons({ id }: { readonly id: string }) {
  const say = useSay<PayKeys>()
  const may = usePermission('payinputs.hand-on')
  const save = async (format: 'csv' | 'paxml') => {
    const file = await runQuery<typeof getFile>('payinputs.get-file', { id, format })
    const address = URL.createObjectURL(new Blob([file.text], { type: file.type }))
    const link = document.createElement('a')
    link.href = address
    link.download = file.name
    link.click()
    URL.revokeObjectURL(address)
    if (file.left > 0) tell({ kind: 'done', text: say('page.pay.file.left', { count: file.left }) })
  }
  if (!may) return null
  return (
    <>
      {(['csv', 'paxml'] as const).map(format => (
        <Button key={format} icon="download" onClick={() => void save(format)}>
          {say(`choice.format.${format}`)}
        </Button>
      ))}
    </>
  )
}
