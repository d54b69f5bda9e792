/** Lines of words as a page keeps them: places in ten-thousandths of the page, deflated; about a fifth of the JSON. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Box, Line } from './reading/types.ts'

type PackedWord = [text: string, x: number, y: number, width: number, height: number, confidence: number]

const fine = 10_000
const whole = (value: number) => Math.round(value * fine)

export function packLines(lines: readonly Line[]): Buffer {
  const packed = lines.map(line =>
    line.words.map(
      ({ text, box, confidence }): PackedWord => [
        text,
        whole(box[0]),
        whole(box[1]),
        whole(box[2]),
        whole(box[3]),
        Math.round(confidence * 100),
      ],
    ),
  )
  return deflateRawSync(JSON.stringify(packed))
}

/** The words of each line; a page that was packed wrongly is a fault, never guessed at. */
export function unpackLines(packed: Uint8Array): { text: string; box: Box; confidence: number }[][] {
  const lines = JSON.parse(inflateRawSync(packed).toString('utf8')) as PackedWord[][]
  return lines.map(line =>
    line.map(([text, x, y, width, height, confidence]) => ({
      text,
      box: [x / fine, y / fine, width / fine, height / fine],
      confidence: confidence / 100,
    })),
  )
}
