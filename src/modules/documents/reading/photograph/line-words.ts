import type { Raster } from '../raster.ts'
import type { Box, Word } from '../types.ts'
import { lineTensor, lineWidth } from './line-crop.ts'
import { infer, type Models } from './models.ts'
import type { TextBox } from './text-boxes.ts'

const HEIGHT = 48
const LONGEST = 2400
/** Lines read at a time: of like length, so that little is filled up. */
const BATCH = 6
const LEAST_CONFIDENCE = 0.5
/**
 * The model often prefers "none" to a space that it sees: between the letters of a word it gives the space less than 0.06,
 * at a real space mostly more than 0.1 and at least 0.03 (measured on photographed receipts); so much already parts two
 * words, the fainter only where the letters also stand further apart than is usual in the line.
 */
const SPACE_FROM = 0.09
const FAINT_SPACE_FROM = 0.025

interface Read {
  readonly text: string
  /** For each letter, where its middle stands along the line (0 to 1), and how sure it is. */
  readonly places: readonly number[]
  readonly sure: readonly number[]
}

/** Reads lines of text on an upright colour picture; the words of each with their boxes. */
export async function readLines(models: Models, picture: Raster, boxes: readonly TextBox[]): Promise<Word[]> {
  const words: Word[] = []
  const byLength = [...boxes].sort((a, b) => lineWidth(a, HEIGHT) - lineWidth(b, HEIGHT))
  for (let from = 0; from < byLength.length; from += BATCH) {
    const batch = byLength.slice(from, from + BATCH)
    const reads = await readBatch(models, picture, batch)
    for (const [index, read] of reads.entries()) {
      const box = batch[index]
      if (box !== undefined) words.push(...wordsOf(read, box, picture))
    }
  }
  return words
}

async function readBatch(models: Models, picture: Raster, batch: readonly TextBox[]): Promise<Read[]> {
  const widths = batch.map(box => Math.min(LONGEST, lineWidth(box, HEIGHT)))
  const rowWidth = Math.ceil(Math.max(...widths, 32) / 32) * 32
  const size = 3 * HEIGHT * rowWidth
  const input = new Float32Array(batch.length * size)
  for (const [index, box] of batch.entries()) lineTensor(picture, box, HEIGHT, rowWidth, input, index * size)
  const { data, dims } = await infer(models.reader, models.tensor(input, [batch.length, 3, HEIGHT, rowWidth]))
  const steps = dims[1] ?? 0
  const classes = dims[2] ?? 1
  return batch.map((_, index) => {
    const used = (widths[index] ?? rowWidth) / rowWidth
    return decode(models, data.subarray(index * steps * classes, (index + 1) * steps * classes), steps, classes, used)
  })
}

interface Letter {
  readonly text: string
  readonly step: number
  readonly sure: number
  /** The most that the model gave a space between this letter and the one before. */
  readonly spaceBefore: number
}

/** Greedy CTC: at each step the likeliest letter, repeats and "none" dropped (Graves et al. 2006). */
function decode(models: Models, scores: Float32Array, steps: number, classes: number, used: number): Read {
  const space = models.letters.length - 1
  const letters: Letter[] = []
  let before = 0
  let spaceBefore = 0
  for (let step = 0; step < steps; step++) {
    let best = 0
    let most = -1
    for (const letter of models.classes) {
      const score = scores[step * classes + letter] ?? 0
      if (score > most) {
        most = score
        best = letter
      }
    }
    spaceBefore = Math.max(spaceBefore, scores[step * classes + space] ?? 0)
    if (best !== 0 && best !== before && best !== space) {
      letters.push({ text: models.letters[best] ?? '', step, sure: most, spaceBefore })
      spaceBefore = 0
    }
    before = best
  }
  return spaced(letters, steps, used)
}

/** The letters with spaces between them where the model saw one, even where it preferred "none". */
function spaced(letters: readonly Letter[], steps: number, used: number): Read {
  const gaps = letters.slice(1).map((letter, index) => letter.step - (letters[index]?.step ?? 0))
  const usual = gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0
  let text = ''
  const places: number[] = []
  const sure: number[] = []
  for (const [index, letter] of letters.entries()) {
    const before = letters[index - 1]
    if (before !== undefined && isSpace(letter, letter.step - before.step, usual)) {
      text += ' '
      places.push((before.step + letter.step + 1) / 2 / steps / used)
      sure.push(letter.spaceBefore)
    }
    text += letter.text
    for (const _ of letter.text) {
      places.push(Math.min(1, (letter.step + 0.5) / steps / used))
      sure.push(letter.sure)
    }
  }
  return { text, places, sure }
}

function isSpace({ spaceBefore }: Letter, gap: number, usual: number): boolean {
  return spaceBefore > SPACE_FROM || (spaceBefore > FAINT_SPACE_FROM && gap >= 1.2 * usual)
}

/** Parts a line at its spaces; a word reaches from the middle of its first letter to that of its last, and half a letter on. */
function wordsOf(read: Read, box: TextBox, picture: Raster): Word[] {
  const mean = read.sure.reduce((sum, value) => sum + value, 0) / Math.max(1, read.sure.length)
  if (mean < LEAST_CONFIDENCE) return []
  const letters = [...read.text]
  const words: Word[] = []
  let from = 0
  for (let at = 0; at <= letters.length; at++) {
    if (at < letters.length && letters[at] !== ' ') continue
    if (at > from) words.push(wordOf(read, letters, from, at, box, picture))
    from = at + 1
  }
  return words
}

function wordOf(read: Read, letters: string[], from: number, to: number, box: TextBox, picture: Raster): Word {
  const first = read.places[from] ?? 0
  const last = read.places[to - 1] ?? 1
  const half = to - from > 1 ? (last - first) / (to - from - 1) / 2 : box.height / box.width / 4
  const sure = read.sure.slice(from, to)
  return {
    text: halfWidth(letters.slice(from, to).join('')),
    box: levelBox(box, Math.max(0, first - half), Math.min(1, last + half), picture),
    confidence: Math.min(...sure),
  }
}

/** Full-width forms, which the Chinese models like, as plain ones. */
function halfWidth(text: string): string {
  return text.normalize('NFKC').replaceAll('。', '.').replaceAll('、', ',')
}

/** The part of a turned line between two places along it, as an upright box of page fractions. */
function levelBox(box: TextBox, from: number, to: number, picture: Raster): Box {
  const middle = ((from + to) / 2 - 0.5) * box.width
  const x = box.x + middle * Math.cos(box.angle)
  const y = box.y + middle * Math.sin(box.angle)
  const width = (to - from) * box.width
  const height = box.height * 0.8
  return [
    (x - width / 2) / picture.width,
    (y - height / 2) / picture.height,
    width / picture.width,
    height / picture.height,
  ]
}
