/** A picture for a letter: made small enough to print well and travel light, stored, and known with its size. */
import { storeFile } from '../../client.ts'

/** Pixels along the longer side: 300 dots an inch across the width of a letter's text. */
const longest = 1950
/** Width in the text to begin with, CSS pixels. */
const shown = 420

export interface PlacedPicture {
  readonly fileId: string
  readonly width: number
  readonly height: number
  /** Its pixels, for whoever keeps it as it is. */
  readonly pixels: readonly [width: number, height: number]
  /** Address in this browser, until the text that it stands in is saved. */
  readonly address: string
}

async function smaller(file: File, bitmap: ImageBitmap): Promise<{ file: File; width: number; height: number }> {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const isKnown = file.type === 'image/png' || file.type === 'image/jpeg'
  if (scale === 1 && isKnown) return { file, width: bitmap.width, height: bitmap.height }
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const type = file.type === 'image/jpeg' ? 'image/jpeg' : 'image/png'
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, type, 0.9))
  if (!blob) throw new Error('not drawn')
  const name = file.name.replace(/\.\w+$/, type === 'image/png' ? '.png' : '.jpg')
  return { file: new File([blob], name, { type }), width: canvas.width, height: canvas.height }
}

/** Rejects where the browser cannot read it as a picture. */
export async function placePicture(given: File): Promise<PlacedPicture> {
  const bitmap = await createImageBitmap(given)
  try {
    const { file, width, height } = await smaller(given, bitmap)
    const { id } = await storeFile(file)
    const scale = Math.min(1, shown / width)
    return {
      fileId: id,
      width: Math.round(width * scale),
      height: Math.round(height * scale),
      pixels: [width, height],
      address: URL.createObjectURL(file),
    }
  } finally {
    bitmap.close()
  }
}
