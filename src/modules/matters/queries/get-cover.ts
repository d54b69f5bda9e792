import bwipjs from 'bwip-js/node'
import { implementQuery } from '../../../kernel/implement.ts'
import { getCover } from '../contract.ts'
import { detailOf } from './get-matter.ts'

interface Matrix {
  readonly pixs: readonly number[]
  readonly pixx: number
  readonly pixy: number
}

/** A QR code (ISO/IEC 18004, level M) as one path of unit squares with the quiet zone of four modules around it. */
export function qrPath(text: string): { size: number; path: string } {
  const [matrix] = bwipjs.raw('qrcode', text, 'eclevel=M') as unknown as Matrix[]
  const { pixs, pixx, pixy } = matrix!
  let path = ''
  for (let y = 0; y < pixy; y++)
    for (let x = 0; x < pixx; x++) if (pixs[y * pixx + x] === 1) path += `M${x + 4} ${y + 4}h1v1h-1z`
  return { size: pixx + 8, path }
}

export const getCoverBody = implementQuery(getCover, async (view, { id }) => {
  const detail = await detailOf(view, id)
  const server = await view.server()
  const address = `${server?.address ?? ''}/matters/${id}`
  return { ...detail, organisation: view.office.name, address, code: qrPath(address) }
})
