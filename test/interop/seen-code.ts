/** What a camera sees that is shown a QR code: a film of one picture, as Chromium takes it for its camera (YUV4MPEG2). */
import { writeFile } from 'node:fs/promises'
import bwipjs from 'bwip-js/node'

const [width, height] = [640, 480]

export async function filmCode(text: string, path: string): Promise<void> {
  const [matrix] = bwipjs.raw('qrcode', text, 'eclevel=M') as unknown as {
    pixs: number[]
    pixx: number
    pixy: number
  }[]
  const { pixs, pixx } = matrix!
  const side = Math.floor((height * 0.8) / pixx)
  const [left, top] = [(width - side * pixx) >> 1, (height - side * pixx) >> 1]
  const luma = Buffer.alloc(width * height, 235)
  pixs.forEach((isDark, at) => {
    if (!isDark) return
    const [x, y] = [left + (at % pixx) * side, top + Math.floor(at / pixx) * side]
    for (let line = 0; line < side; line++) luma.fill(16, (y + line) * width + x, (y + line) * width + x + side)
  })
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)])
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`)
  await writeFile(path, Buffer.concat([head, frame, frame]))
}
